/* SPDX-License-Identifier: EUPL-1.2 */
/* decision.c: what was decided on a case: checked, written and read back. A no is a decision too. Not the policy that
 * it means (compose.c).
 */
#include "room/parts.h"

/* ---- whether it may be signed ------------------------------------------------------------------------ */

static void need(struct lacks *l, const char *field, struct str text, int max)
{
    text = str_trim(text);
    if (text.len == 0)
        lacks_add(l, str_of(field), LACK_EMPTY);
    if (text.len > max)
        lacks_add(l, str_of(field), LACK_LONG);
    if (!text_is_plain(text))
        lacks_add(l, str_of(field), LACK_SIGNS);
}

/* A text that the policy takes over stands on one line there. */
static void need_line(struct lacks *l, const char *field, struct str text, int max)
{
    need(l, field, text, max);
    if (str_find(str_trim(text), S("\n")) >= 0)
        lacks_add(l, str_of(field), LACK_SIGNS);
}

/* What may stay empty. */
static void fits(struct lacks *l, struct str field, struct str text, int max)
{
    text = str_trim(text);
    if (text.len > max)
        lacks_add(l, field, LACK_LONG);
    if (!text_is_plain(text))
        lacks_add(l, field, LACK_SIGNS);
}

static void check_choices(const struct decision *d, struct lacks *l)
{
    if (!d->choices)
        lacks_add(l, S("choices"), LACK_CHOICES);
    for (const struct decided *c = d->choices; c; c = c->next) {
        if (c->anchor < 1 || c->anchor > ANCHORS)
            lacks_add(l, c->dilemma, LACK_CHOICE);
        if (str_trim(c->why).len == 0)
            lacks_add(l, c->dilemma, LACK_WHY);
        fits(l, c->dilemma, c->why, LIMIT_POLICY_TEXT);
        fits(l, c->dilemma, c->alternatives, LIMIT_POLICY_TEXT);
        fits(l, c->dilemma, c->dissent, LIMIT_POLICY_TEXT * 4);
    }
}

static void check_measures(const struct decision *d, const struct library *library, struct lacks *l)
{
    for (const struct taken_measure *m = d->measures; m; m = m->next) {
        if (!library_measure(library, m->measure))
            lacks_add(l, m->measure, LACK_MEASURE);
        if (str_trim(m->owner).len == 0)
            lacks_add(l, m->measure, LACK_OWNER);
        if (m->due == INT32_MIN)
            lacks_add(l, m->measure, LACK_DUE);
        if (m->done != INT32_MIN && str_trim(m->evidence).len == 0)
            lacks_add(l, m->measure, LACK_EVIDENCE);
        fits(l, m->measure, m->owner, LIMIT_POLICY_NAME);
        fits(l, m->measure, m->evidence, LIMIT_POLICY_TEXT);
    }
}

static void check_days(const struct decision *d, int32_t today, struct lacks *l)
{
    if (d->from == INT32_MIN)
        lacks_add(l, S("from"), LACK_EMPTY);
    if (d->until == INT32_MIN || d->until < d->from)
        lacks_add(l, S("until"), LACK_PERIOD);
    else if ((int64_t)d->until - d->from >= LIMIT_POLICY_DAYS)
        lacks_add(l, S("until"), LACK_PERIOD_LONG);
    else if (d->until < today)
        lacks_add(l, S("until"), LACK_PAST);
    if (d->review_on == INT32_MIN || d->review_on < today)
        lacks_add(l, S("review_on"), LACK_REVIEW);
    else if (!d->no && d->until != INT32_MIN && d->review_on > d->until)
        lacks_add(l, S("review_on"), LACK_REVIEW_LATE);
}

void decision_check(const struct decision *d, const struct library *l, int32_t today, struct lacks *lacks)
{
    need_line(lacks, "title", d->title, LIMIT_POLICY_NAME);
    need(lacks, "why", d->why, LIMIT_POLICY_TEXT);
    need_line(lacks, "decided_by", d->decided_by, LIMIT_POLICY_NAME);
    need_line(lacks, "mandate", d->mandate, LIMIT_POLICY_NAME);
    need_line(lacks, "publication", d->publication, LIMIT_POLICY_TEXT);
    check_days(d, today, lacks);
    if (!d->no)
        check_choices(d, lacks);
    check_measures(d, l, lacks);
}

/* ---- kept ------------------------------------------------------------------------------------------------ */

static void put_choice(struct arena *a, struct json *list, const struct decided *c)
{
    struct json *j = js_put(a, list, S(""), js_object(a));
    js_put_text(a, j, S("dilemma"), c->dilemma);
    js_put_int(a, j, S("anchor"), c->anchor);
    js_put_text(a, j, S("why"), str_trim(c->why));
    js_put_text(a, j, S("alternatives"), str_trim(c->alternatives));
    js_put_text(a, j, S("dissent"), str_trim(c->dissent));
}

static void put_measure(struct arena *a, struct json *list, const struct taken_measure *m)
{
    struct json *j = js_put(a, list, S(""), js_object(a));
    js_put_text(a, j, S("measure"), m->measure);
    js_put_text(a, j, S("owner"), str_trim(m->owner));
    js_put_text(a, j, S("evidence"), str_trim(m->evidence));
    record_put_date(a, j, "due", m->due);
    record_put_date(a, j, "done", m->done);
}

struct str decision_write(struct arena *a, const struct decision *d)
{
    struct json *j = js_object(a);
    js_put_text(a, j, S("id"), d->id);
    js_put_text(a, j, S("case"), d->case_hash);
    js_put_text(a, j, S("session"), d->session_hash);
    js_put_int(a, j, S("no"), d->no);
    js_put_text(a, j, S("title"), str_trim(d->title));
    js_put_text(a, j, S("why"), str_trim(d->why));
    js_put_text(a, j, S("decided_by"), str_trim(d->decided_by));
    js_put_text(a, j, S("mandate"), str_trim(d->mandate));
    js_put_text(a, j, S("publication"), str_trim(d->publication));
    record_put_date(a, j, "from", d->from);
    record_put_date(a, j, "until", d->until);
    record_put_date(a, j, "review_on", d->review_on);
    struct json *choices = js_put(a, j, S("choices"), js_list(a));
    for (const struct decided *c = d->choices; c; c = c->next)
        put_choice(a, choices, c);
    struct json *measures = js_put(a, j, S("measures"), js_list(a));
    for (const struct taken_measure *m = d->measures; m; m = m->next)
        put_measure(a, measures, m);
    return record_close(a, "decision", j);
}

static struct decided *read_choice(struct arena *a, struct record_reader *r, const struct json *x)
{
    struct decided *c = arena_new(a, struct decided, 1);
    c->dilemma = record_text(r, x, "dilemma");
    c->anchor = (int)record_int(r, x, "anchor");
    c->why = record_text(r, x, "why");
    c->alternatives = record_text(r, x, "alternatives");
    c->dissent = record_text(r, x, "dissent");
    return c;
}

static struct taken_measure *read_measure(struct arena *a, struct record_reader *r, const struct json *x)
{
    struct taken_measure *m = arena_new(a, struct taken_measure, 1);
    m->measure = record_text(r, x, "measure");
    m->owner = record_text(r, x, "owner");
    m->evidence = record_text(r, x, "evidence");
    m->due = record_date(r, x, "due");
    m->done = record_date(r, x, "done");
    return m;
}

bool decision_read(struct arena *a, struct str bytes, struct decision *out, struct err *e)
{
    struct record_reader r = {"decision", e, true};
    const struct json *j = record_open(a, &r, bytes, "decision");
    *out = (struct decision){.id = record_text(&r, j, "id"), .case_hash = record_text(&r, j, "case")};
    out->session_hash = record_text(&r, j, "session");
    out->no = record_int(&r, j, "no") != 0;
    out->title = record_text(&r, j, "title");
    out->why = record_text(&r, j, "why");
    out->decided_by = record_text(&r, j, "decided_by");
    out->mandate = record_text(&r, j, "mandate");
    out->publication = record_text(&r, j, "publication");
    out->from = record_date(&r, j, "from");
    out->until = record_date(&r, j, "until");
    out->review_on = record_date(&r, j, "review_on");
    struct decided **c = &out->choices;
    for (const struct json *x = record_list(&r, j, "choices"); x && r.ok; x = x->next, c = &(*c)->next)
        *c = read_choice(a, &r, x);
    struct taken_measure **m = &out->measures;
    for (const struct json *x = record_list(&r, j, "measures"); x && r.ok; x = x->next, m = &(*m)->next)
        *m = read_measure(a, &r, x);
    return r.ok;
}
