/* SPDX-License-Identifier: EUPL-1.2 */
/* assure.c: what is kept after a decision: measures that are done, and reviews. Not whether the service may start with
 * them (gate/).
 */
#include "room/parts.h"

static void text_fits(struct lacks *l, const char *field, struct str text, bool needed)
{
    text = str_trim(text);
    if (needed && text.len == 0)
        lacks_add(l, str_of(field), LACK_EMPTY);
    if (text.len > LIMIT_POLICY_TEXT)
        lacks_add(l, str_of(field), LACK_LONG);
    if (!text_is_plain(text))
        lacks_add(l, str_of(field), LACK_SIGNS);
}

/* ---- measures ---------------------------------------------------------------------------------------------- */

void measure_check(const struct measure_state *m, int32_t today, struct lacks *l)
{
    text_fits(l, "evidence", m->evidence, false);
    if (m->done != INT32_MIN && str_trim(m->evidence).len == 0)
        lacks_add(l, S("evidence"), LACK_EVIDENCE);
    if (m->done > today)
        lacks_add(l, S("done"), LACK_FUTURE);
}

struct str measure_write(struct arena *a, const struct measure_state *m)
{
    struct json *j = js_object(a);
    js_put_text(a, j, S("case"), m->case_id);
    js_put_text(a, j, S("measure"), m->measure);
    js_put_text(a, j, S("evidence"), str_trim(m->evidence));
    record_put_date(a, j, "done", m->done);
    return record_close(a, "measure", j);
}

bool measure_read(struct arena *a, struct str bytes, struct measure_state *out, struct err *e)
{
    struct record_reader r = {"measure", e, true};
    const struct json *j = record_open(a, &r, bytes, "measure");
    *out = (struct measure_state){.case_id = record_text(&r, j, "case"), .measure = record_text(&r, j, "measure")};
    out->evidence = record_text(&r, j, "evidence");
    out->done = record_date(&r, j, "done");
    return r.ok;
}

/* ---- reviews ------------------------------------------------------------------------------------------------ */

void review_check(const struct review *x, int32_t today, struct lacks *l)
{
    text_fits(l, "saw", x->saw, true);
    text_fits(l, "keep", x->keep, false);
    text_fits(l, "change", x->change, false);
    if (str_trim(x->keep).len + str_trim(x->change).len == 0)
        lacks_add(l, S("keep"), LACK_EMPTY);
    if (x->next == INT32_MIN || x->next <= today)
        lacks_add(l, S("next"), LACK_REVIEW);
}

struct str review_write(struct arena *a, const struct review *x)
{
    struct json *j = js_object(a);
    js_put_text(a, j, S("case"), x->case_id);
    js_put_text(a, j, S("decision"), x->decision_hash);
    js_put_text(a, j, S("saw"), str_trim(x->saw));
    js_put_text(a, j, S("keep"), str_trim(x->keep));
    js_put_text(a, j, S("change"), str_trim(x->change));
    record_put_date(a, j, "on", x->on);
    record_put_date(a, j, "next", x->next);
    return record_close(a, "review", j);
}

bool review_read(struct arena *a, struct str bytes, struct review *out, struct err *e)
{
    struct record_reader r = {"review", e, true};
    const struct json *j = record_open(a, &r, bytes, "review");
    *out = (struct review){.case_id = record_text(&r, j, "case"), .decision_hash = record_text(&r, j, "decision")};
    out->saw = record_text(&r, j, "saw");
    out->keep = record_text(&r, j, "keep");
    out->change = record_text(&r, j, "change");
    out->on = record_date(&r, j, "on");
    out->next = record_date(&r, j, "next");
    return r.ok;
}
