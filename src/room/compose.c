/* SPDX-License-Identifier: EUPL-1.2 */
/* compose.c: the policy that a decision means: a base file with the fields that the chosen anchors set. Where two
 * anchors want a field to differ, or the law or the base does not bear what was chosen, that is a conflict which
 * people see before anybody signs. Not the signing (method/sign.c).
 */
#include "room/parts.h"

enum careful { LESS, LESS_NO_LIMIT, MORE };
static const struct { struct str field; enum careful which; } careful[] = {
#define CAREFUL(field, which) {{field, sizeof field - 1}, which},
#include "room/careful.def"
#undef CAREFUL
};

struct wanted {                      /* what a field will be, and which dilemma wanted it */
    struct str field, value, dilemma;
    struct wanted *next;
};
struct composer {
    struct arena *a;
    struct json *policy;
    struct wanted *wanted;
    struct conflict *conflicts, **end;
};

static void conflict(struct composer *c, struct str field, struct str dilemma, struct str other, struct phrase what, bool blocks)
{
    struct conflict *x = arena_new(c->a, struct conflict, 1);
    *x = (struct conflict){.field = field, .dilemma = dilemma, .other = other, .what = what, .blocks = blocks};
    *c->end = x;
    c->end = &x->next;
}

#define SAY(a, nl, en, ...) ((struct phrase){str_format((a), nl, __VA_ARGS__), str_format((a), en, __VA_ARGS__)})

/* ---- which of two values stands ------------------------------------------------------------------------- */

static int64_t weight(struct str value, bool no_limit)
{
    int64_t n = 0;
    bool whole = str_to_int64(value, &n);
    return !whole || (no_limit && n == 0) ? INT64_MAX : n;
}

static bool is_more_careful(struct str field, struct str value, struct str than)
{
    if (str_eq(field, S("schemes.timing")))
        return str_eq(value, S("settled"));
    for (ptrdiff_t i = 0; i < COUNT(careful); i++)
        if (str_eq(careful[i].field, field)) {
            bool no_limit = careful[i].which == LESS_NO_LIMIT;
            int64_t x = weight(value, no_limit), y = weight(than, no_limit);
            return careful[i].which == MORE ? x > y : x < y;
        }
    return false;
}

static void want(struct composer *c, const struct setting *s, struct str dilemma)
{
    struct wanted **w = &c->wanted;
    while (*w && !str_eq((*w)->field, s->field))
        w = &(*w)->next;
    if (!*w) {
        *w = arena_new(c->a, struct wanted, 1);
        **w = (struct wanted){.field = s->field, .value = s->value, .dilemma = dilemma};
        return;
    }
    if (str_eq((*w)->value, s->value))
        return;
    struct str other = (*w)->dilemma, stood = (*w)->value;
    bool takes = is_more_careful(s->field, s->value, stood);
    if (takes) {
        (*w)->value = s->value;
        (*w)->dilemma = dilemma;
    }
    conflict(c, s->field, dilemma, other,
             SAY(c->a, "Twee keuzes willen hier iets anders: " STR_FMT " en " STR_FMT ". Nu geldt de voorzichtigste: " STR_FMT ".",
                 "Two choices want something else here: " STR_FMT " and " STR_FMT ". The more careful one stands: " STR_FMT ".",
                 STR_ARG(stood), STR_ARG(s->value), STR_ARG((*w)->value)), false);
}

/* ---- setting fields of the file --------------------------------------------------------------------------- */

static struct json *value_of(struct composer *c, struct json *like, struct str value)
{
    struct json *holder = js_list(c->a);
    int64_t n;
    if (like->kind == JS_INT && str_to_int64(value, &n))
        return js_put_int(c->a, holder, S(""), n);
    return js_put_text(c->a, holder, S(""), value);
}

static void set_member(struct composer *c, struct json *object, struct str name, struct str value)
{
    struct json *m = js_get(object, name);
    if (!m)
        return;
    struct json *fresh = value_of(c, m, value);
    m->kind = fresh->kind;
    m->number = fresh->number;
    m->text = fresh->text;
}

static void drop_member(struct json *object, struct str name)
{
    struct json *before = NULL;
    for (struct json *m = object->first; m; before = m, m = m->next) {
        if (!str_eq(m->key, name))
            continue;
        if (before)
            before->next = m->next;
        else
            object->first = m->next;
        if (object->last == m)
            object->last = before;
        object->count--;
        return;
    }
}

/* "settled" needs a fact that says so; "estimated" must not name one. */
static void set_timing(struct composer *c, struct json *scheme, const struct wanted *w)
{
    bool has = js_get(scheme, S("settled_fact")) != NULL;
    if (str_eq(w->value, S("estimated"))) {
        drop_member(scheme, S("settled_fact"));
    } else if (!has) {
        struct str id = js_get(scheme, S("scheme")) ? js_get(scheme, S("scheme"))->text : S("");
        conflict(c, w->field, w->dilemma, S(""),
                 SAY(c->a, "Bij " STR_FMT " is er geen gegeven dat zegt of het inkomen vaststaat. Zo kan deze keuze niet.",
                     "For " STR_FMT " there is no fact that says whether the income is settled. This choice cannot be made like this.",
                     STR_ARG(id)), true);
        return;
    }
    set_member(c, scheme, S("timing"), w->value);
}

static void set_field(struct composer *c, const struct wanted *w)
{
    struct str rest, head = str_until(w->field, '.', &rest);
    if (!str_eq(head, S("schemes"))) {
        struct json *object = js_get(c->policy, head);
        if (object && object->kind == JS_OBJECT)
            set_member(c, object, rest, w->value);
        return;
    }
    const struct json *list = js_get(c->policy, head);
    for (struct json *s = list ? list->first : NULL; s; s = s->next)
        if (str_eq(rest, S("timing")))
            set_timing(c, s, w);
        else
            set_member(c, s, rest, w->value);
}

/* ---- against the law ------------------------------------------------------------------------------------- */

static struct str dilemma_of(const struct composer *c, struct str field)
{
    for (const struct wanted *w = c->wanted; w; w = w->next)
        if (str_eq(w->field, field))
            return w->dilemma;
    return S("");
}

static void against_ceiling(struct composer *c, const struct law_set *laws, const struct policy_scheme *s, int32_t on)
{
    const struct scheme *scheme = law_scheme(laws, s->scheme, on);
    if (!scheme) {
        conflict(c, S("schemes"), S(""), S(""),
                 SAY(c->a, "De regeling " STR_FMT " kennen wij niet op de eerste dag van het beleid.",
                     "We do not know the scheme " STR_FMT " on the first day of the policy.", STR_ARG(s->scheme)), true);
        return;
    }
    const struct ceiling *top = scheme_ceiling(scheme, on);
    int rung = top ? top->rung : 0;
    if (s->rung > rung)
        conflict(c, S("schemes.rung"), dilemma_of(c, S("schemes.rung")), S(""),
                 SAY(c->a, "Trede %d mag niet bij " STR_FMT ". De hoogste trede is %d.",
                     "Rung %d is not allowed for " STR_FMT ". The highest rung is %d.", s->rung, STR_ARG(s->scheme), rung), true);
}

/* ---- all of it ------------------------------------------------------------------------------------------- */

static void set_text(struct composer *c, struct json *object, const char *name, struct str text)
{
    set_member(c, object, str_of(name), str_trim(text));
}

static void set_heads(struct composer *c, const struct decision *d, struct str decision_hash)
{
    struct json *force = js_get(c->policy, S("in_force")), *decided = js_get(c->policy, S("decided"));
    set_text(c, c->policy, "id", d->id);
    set_text(c, c->policy, "title", d->title);
    set_text(c, c->policy, "publication", d->publication);
    set_text(c, force, "from", date_print(c->a, d->from));
    set_text(c, force, "until", date_print(c->a, d->until));
    set_text(c, decided, "decision_hash", decision_hash);
    set_text(c, decided, "by", d->decided_by);
    set_text(c, decided, "mandate", d->mandate);
}

static void want_all(struct composer *c, const struct decision *d, const struct library *l)
{
    static const struct setting nothing = {.field = {"schemes.rung", 12}, .value = {"0", 1}};
    if (d->no)
        want(c, &nothing, S(""));
    for (const struct decided *x = d->no ? NULL : d->choices; x; x = x->next) {
        const struct dilemma *dilemma = library_dilemma(l, x->dilemma);
        if (!dilemma || x->anchor < 1 || x->anchor > ANCHORS)
            continue;
        for (const struct setting *s = dilemma->anchors[x->anchor - 1].settings; s; s = s->next)
            if (!s->later)
                want(c, s, x->dilemma);
    }
}

/* The measures of the decision without which nothing starts, in its order. */
static void set_conditions(struct composer *c, const struct decision *d, const struct library *l)
{
    struct json *list = js_list(c->a);
    drop_member(c->policy, S("conditions"));
    for (const struct taken_measure *m = d->measures; m; m = m->next) {
        const struct measure *x = library_measure(l, m->measure);
        if (x && x->condition)
            js_put_text(c->a, list, S(""), m->measure);
    }
    if (list->first)
        js_put(c->a, c->policy, S("conditions"), list);
}

bool decision_policy(struct arena *a, const struct decision *d, struct str decision_hash, const struct library *l,
                     const struct law_set *laws, struct str base, struct str *out, struct conflict **conflicts,
                     struct err *e)
{
    struct composer c = {.a = a};
    struct json *file, *fresh = js_object(a);
    struct policy *policy;
    c.end = &c.conflicts;
    if (!policy_read(a, S("policy.json"), base, &policy, e) || !js_read(a, S("policy.json"), base, &file, e))
        return false;
    c.policy = js_get(file, S("policy"));
    drop_member(file, S("signature"));
    set_heads(&c, d, decision_hash);
    set_conditions(&c, d, l);
    want_all(&c, d, l);
    for (const struct wanted *w = c.wanted; w; w = w->next)
        set_field(&c, w);
    c.policy->next = NULL;
    js_put(a, fresh, S("policy"), c.policy);
    struct buf text = buf_open(a, LIMIT_JSON_BYTES);
    js_pretty(fresh, &text);
    *out = buf_str(&text);
    if (!policy_read(a, S("policy.json"), *out, &policy, e))
        return false;
    for (const struct policy_scheme *s = policy->schemes; s; s = s->next)
        against_ceiling(&c, laws, s, d->from);
    *conflicts = c.conflicts;
    return true;
}

/* ---- side by side with the one before ----------------------------------------------------------------------- */

static bool has_line(const struct policy_line *among, struct str text)
{
    for (; among; among = among->next)
        if (!among->heading && str_eq(among->text, text))
            return true;
    return false;
}

static struct policy_change **add_changes(struct arena *a, struct policy_change **end, const struct policy_line *from,
                                          const struct policy_line *without, bool came)
{
    for (; from; from = from->next) {
        if (from->heading || has_line(without, from->text))
            continue;
        *end = arena_new(a, struct policy_change, 1);
        **end = (struct policy_change){.came = came, .text = from->text};
        end = &(*end)->next;
    }
    return end;
}

struct policy_change *policy_changes(struct arena *a, const struct policy_line *before, const struct policy_line *after)
{
    struct policy_change *first = NULL, **end = &first;
    end = add_changes(a, end, before, after, false);
    add_changes(a, end, after, before, true);
    return first;
}
