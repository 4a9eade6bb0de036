/* SPDX-License-Identifier: EUPL-1.2 */
/* decision.c: what was decided on a case: checked, written and read back. A no is a decision too. Not the policy that
 * it means (compose.c).
 */
#include "room/parts.h"

/* ---- whether it may be signed ------------------------------------------------------------------------ */

static void need(struct faults *f, const char *field, struct str text, int max)
{
    text = str_trim(text);
    if (text.len == 0)
        faults_add(f, str_of(field), 0, 0, "is needed");
    if (text.len > max || !text_is_plain(text))
        faults_add(f, str_of(field), 0, 0, "is longer than %d bytes, or holds a character that is no letter or sign", max);
}

static void check_choices(const struct decision *d, struct faults *f)
{
    if (!d->choices)
        faults_add(f, S("choices"), 0, 0, "choose on one dilemma or more");
    for (const struct decided *c = d->choices; c; c = c->next) {
        if (c->anchor < 1 || c->anchor > ANCHORS)
            faults_add(f, c->dilemma, 0, 0, "has no choice yet; choose one of the five sentences");
        if (str_trim(c->why).len == 0)
            faults_add(f, c->dilemma, 0, 0, "has no motivation yet; say why this sentence");
    }
}

static void check_measures(const struct decision *d, const struct library *l, struct faults *f)
{
    for (const struct taken_measure *m = d->measures; m; m = m->next) {
        if (!library_measure(l, m->measure))
            faults_add(f, m->measure, 0, 0, "is no measure of the method");
        if (str_trim(m->owner).len == 0)
            faults_add(f, m->measure, 0, 0, "has no owner");
        if (m->due == INT32_MIN)
            faults_add(f, m->measure, 0, 0, "has no day by which it must be done");
        if (m->done != INT32_MIN && str_trim(m->evidence).len == 0)
            faults_add(f, m->measure, 0, 0, "is done, and nothing shows it; say what does");
    }
}

static void check_days(const struct decision *d, int32_t today, struct faults *f)
{
    if (d->from == INT32_MIN || d->until == INT32_MIN || d->until < d->from)
        faults_add(f, S("until"), 0, 0, "must be a day, not before the first day");
    else if ((int64_t)d->until - d->from >= LIMIT_POLICY_DAYS)
        faults_add(f, S("until"), 0, 0, "lies more than three years later; decide again by then");
    else if (d->until < today)
        faults_add(f, S("until"), 0, 0, "lies in the past");
    if (d->review_on == INT32_MIN || d->review_on < today)
        faults_add(f, S("review_on"), 0, 0, "must be a day that is still to come");
    else if (!d->no && d->until != INT32_MIN && d->review_on > d->until)
        faults_add(f, S("review_on"), 0, 0, "must not be later than the last day of the policy");
}

void decision_check(const struct decision *d, const struct library *l, int32_t today, struct faults *f)
{
    need(f, "title", d->title, LIMIT_POLICY_NAME);
    need(f, "why", d->why, LIMIT_POLICY_TEXT);
    need(f, "decided_by", d->decided_by, LIMIT_POLICY_NAME);
    need(f, "mandate", d->mandate, LIMIT_POLICY_NAME);
    need(f, "publication", d->publication, LIMIT_POLICY_TEXT);
    check_days(d, today, f);
    if (!d->no)
        check_choices(d, f);
    check_measures(d, l, f);
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
