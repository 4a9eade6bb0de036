/* SPDX-License-Identifier: EUPL-1.2 */
/* record.c: records as they are kept: a case, a session at its end. Canonical JSON, so that a hash names exactly one
 * content. Not the decision (decision.c), not where they are kept (store/).
 */
#include "room/parts.h"

/* ---- reading back ---------------------------------------------------------------------------------------- */

static const struct json *record_member(struct record_reader *r, const struct json *object, const char *name, enum js_kind kind)
{
    const struct json *j = r->ok ? js_get(object, str_of(name)) : NULL;
    if (r->ok && (!j || j->kind != kind))
        r->ok = fail(r->e, ERR_STORE, "a kept %s lacks '%s' or has another kind there; restore the backup", r->what, name);
    return r->ok ? j : NULL;
}

struct str record_text(struct record_reader *r, const struct json *object, const char *name)
{
    const struct json *j = record_member(r, object, name, JS_TEXT);
    return j ? j->text : S("");
}

int64_t record_int(struct record_reader *r, const struct json *object, const char *name)
{
    const struct json *j = record_member(r, object, name, JS_INT);
    return j ? j->number : 0;
}

int32_t record_date(struct record_reader *r, const struct json *object, const char *name)
{
    int32_t day = INT32_MIN;
    struct str text = record_text(r, object, name);
    if (r->ok && text.len && !date_parse(text, &day))
        r->ok = fail(r->e, ERR_STORE, "a kept %s has no date in '%s'; restore the backup", r->what, name);
    return day;
}

const struct json *record_list(struct record_reader *r, const struct json *object, const char *name)
{
    const struct json *j = record_member(r, object, name, JS_LIST);
    return j ? j->first : NULL;
}

const struct json *record_open(struct arena *a, struct record_reader *r, struct str bytes, const char *member)
{
    struct json *j;
    r->ok = js_read(a, S(""), bytes, &j, r->e);
    return r->ok ? record_member(r, j, member, JS_OBJECT) : NULL;
}

void record_put_date(struct arena *a, struct json *object, const char *name, int32_t date)
{
    js_put_text(a, object, str_of(name), date == INT32_MIN ? S("") : date_print(a, date));
}

struct str record_close(struct arena *a, const char *member, struct json *object)
{
    struct json *file = js_object(a);
    struct buf b = buf_open(a, LIMIT_RECORD_BYTES);
    js_put(a, file, str_of(member), object);
    js_canonical(file, &b);
    assert(!b.over && "records are bounded by what a session may hold");
    return buf_str(&b);
}

/* ---- the case ------------------------------------------------------------------------------------------------ */

static bool is_slug(struct str s)
{
    for (ptrdiff_t i = 0; i < s.len; i++)
        if (!((s.at[i] >= 'a' && s.at[i] <= 'z') || (s.at[i] >= '0' && s.at[i] <= '9') || s.at[i] == '-'))
            return false;
    return s.len > 0 && s.len <= LIMIT_POLICY_CODE;
}

static void check_text(const struct case_record *c, enum case_text t, struct lacks *l)
{
    const struct case_field *field = case_field(t);
    struct str text = str_trim(c->text[t]);
    if (field->needed && text.len == 0)
        lacks_add(l, field->name, LACK_EMPTY);
    if (text.len > field->max)
        lacks_add(l, field->name, LACK_LONG);
    if (!text_is_plain(text))
        lacks_add(l, field->name, LACK_SIGNS);
}

void case_check(const struct case_record *c, struct lacks *l)
{
    for (int i = 0; i < CASE_TEXT_COUNT; i++)
        check_text(c, (enum case_text)i, l);
    if (!is_slug(c->id) && str_trim(c->text[CASE_TITLE]).len)
        lacks_add(l, case_field(CASE_TITLE)->name, LACK_NAME);
    if (!c->schemes)
        lacks_add(l, S("schemes"), LACK_EMPTY);
    if (c->rung < 0 || c->rung >= RUNGS)
        lacks_add(l, S("rung"), LACK_RUNG);
    if (c->kind == CASE_STOPPED && str_trim(c->text[CASE_STOPPED_WHY]).len == 0)
        lacks_add(l, case_field(CASE_STOPPED_WHY)->name, LACK_NO_REASON);
    if (c->kind == CASE_STOPPED && c->review_on == INT32_MIN)
        lacks_add(l, S("review_on"), LACK_NO_REVIEW);
}

struct str case_write(struct arena *a, const struct case_record *c)
{
    struct json *j = js_object(a);
    js_put_text(a, j, S("id"), c->id);
    js_put_text(a, j, S("kind"), str_of(case_kind_name(c->kind)));
    for (int i = 0; i < CASE_TEXT_COUNT; i++)
        js_put_text(a, j, case_field((enum case_text)i)->name, str_trim(c->text[i]));
    struct json *schemes = js_put(a, j, S("schemes"), js_list(a));
    for (const struct names *n = c->schemes; n; n = n->next)
        js_put_text(a, schemes, S(""), n->id);
    js_put_int(a, j, S("rung"), c->rung);
    record_put_date(a, j, "stopped_on", c->stopped_on);
    record_put_date(a, j, "review_on", c->review_on);
    return record_close(a, "case", j);
}

bool case_read(struct arena *a, struct str bytes, struct case_record *out, struct err *e)
{
    struct record_reader r = {"case", e, true};
    const struct json *j = record_open(a, &r, bytes, "case");
    *out = (struct case_record){.id = record_text(&r, j, "id")};
    struct str kind = record_text(&r, j, "kind");
    if (r.ok && !case_kind_find(kind, &out->kind))
        return fail(e, ERR_STORE, "a kept case has a kind that is not known; a newer hoort may have written it");
    for (int i = 0; i < CASE_TEXT_COUNT; i++)
        out->text[i] = record_text(&r, j, str_z(a, case_field((enum case_text)i)->name));
    struct names **end = &out->schemes;
    for (const struct json *x = record_list(&r, j, "schemes"); x; x = x->next, end = &(*end)->next) {
        *end = arena_new(a, struct names, 1);
        (*end)->id = x->text;
    }
    out->rung = (int)record_int(&r, j, "rung");
    out->stopped_on = record_date(&r, j, "stopped_on");
    out->review_on = record_date(&r, j, "review_on");
    return r.ok;
}

/* ---- the session ---------------------------------------------------------------------------------------------- */

static void put_position(struct arena *a, struct json *to, const char *name, const struct position *x)
{
    if (!x->anchor)
        return;
    struct json *j = js_put(a, to, str_of(name), js_object(a));
    js_put_int(a, j, S("anchor"), x->anchor);
    js_put_bool(a, j, S("limit"), x->fence);
    js_put_text(a, j, S("why"), x->why);
}

static void put_person(struct arena *a, struct json *list, const struct person *p)
{
    struct json *j = js_put(a, list, S(""), js_object(a));
    js_put_int(a, j, S("number"), p->number);
    js_put_text(a, j, S("role"), p->role->id);
    js_put_bool(a, j, S("paper"), p->paper);
    struct json *values = js_put(a, j, S("values"), js_list(a));
    for (const struct names *n = p->values; n; n = n->next)
        js_put_text(a, values, S(""), n->id);
    js_put_text(a, j, S("reason"), p->reason);
    struct json *held = js_put(a, j, S("positions"), js_list(a));
    for (const struct held *h = p->held; h; h = h->next) {
        struct json *one = js_put(a, held, S(""), js_object(a));
        js_put_text(a, one, S("dilemma"), h->dilemma);
        put_position(a, one, "round_1", &h->round[0]);
        put_position(a, one, "round_2", &h->round[1]);
        js_put_text(a, one, S("dissent"), h->dissent);
    }
}

static void put_counts(struct arena *a, struct json *to, const char *name, const int *counts)
{
    struct json *list = js_put(a, to, str_of(name), js_list(a));
    for (int i = 0; i < ANCHORS; i++)
        js_put_int(a, list, S(""), counts[i]);
}

static void put_dilemma(struct arena *a, struct json *list, const struct room *r, const struct dilemma *d)
{
    struct json *j = js_put(a, list, S(""), js_object(a));
    js_put_text(a, j, S("dilemma"), d->id);
    js_put_text(a, j, S("question"), d->question.nl);
    struct json *anchors = js_put(a, j, S("anchors"), js_list(a));
    for (int i = 0; i < ANCHORS; i++)
        js_put_text(a, anchors, S(""), d->anchors[i].text.nl);
    for (int round = 1; round <= 2; round++) {
        struct spread s = room_spread(r, d->id, round, NULL);
        struct json *one = js_put(a, j, round == 1 ? S("round_1") : S("round_2"), js_object(a));
        put_counts(a, one, "count", s.count);
        put_counts(a, one, "limits", s.fences);
    }
    js_put_int(a, j, S("shifted"), room_shifted(r, d->id));
    struct json *shown = js_put(a, j, S("evidence"), js_list(a));
    for (const struct shown_hash *s = r->shown; s; s = s->next)
        if (str_eq(s->dilemma, d->id))
            js_put_text(a, shown, S(""), s->hash);
}

struct str room_write(struct arena *a, const struct room *r, struct str case_hash)
{
    struct json *j = js_object(a);
    js_put_text(a, j, S("case"), case_hash);
    js_put_text(a, j, S("format"), r->format->id);
    js_put_int(a, j, S("acts"), r->acts);
    js_put_bool(a, j, S("closed"), r->closed);
    struct json *people = js_put(a, j, S("people"), js_list(a));
    for (int i = 0; i < r->people_count; i++)
        put_person(a, people, r->people[i]);
    struct json *table = js_put(a, j, S("dilemmas"), js_list(a));
    for (int i = 0; i < r->table_count; i++)
        put_dilemma(a, table, r, r->table[i]);
    struct json *said = js_put(a, j, S("arguments"), js_list(a));
    for (const struct said *s = r->arguments; s; s = s->next) {
        struct json *one = js_put(a, said, S(""), js_object(a));
        js_put_text(a, one, S("dilemma"), s->dilemma);
        js_put_int(a, one, S("anchor"), s->anchor);
        js_put_text(a, one, S("role"), room_person(r, s->who)->role->id);
        js_put_text(a, one, S("text"), s->text);
    }
    struct json *chairs = js_put(a, j, S("chairs"), js_list(a));
    for (const struct chair *c = r->chairs; c; c = c->next) {
        struct json *one = js_put(a, chairs, S(""), js_object(a));
        js_put_text(a, one, S("role"), c->role->id);
        js_put_text(a, one, S("text"), c->text);
    }
    struct json *measures = js_put(a, j, S("measures"), js_list(a));
    for (const struct names *n = r->measures; n; n = n->next)
        js_put_text(a, measures, S(""), n->id);
    js_put_text(a, j, S("notes"), r->notes);
    return record_close(a, "session", j);
}
