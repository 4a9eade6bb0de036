/* SPDX-License-Identifier: EUPL-1.2 */
/* diff.c: what changed between two versions of a law. Each becomes a list of items, a name and what it says in the
 * words of print.c; what has the same name and says something else has changed. How texts differ: diff_words.c; how it
 * reads: diff_text.c, diff_json.c.
 */
#include "law/diff.h"

struct item {
    enum change_part part;
    struct str article, name, words;
    const struct definition *definition;
    struct item *next;
};

struct lister {
    struct arena *a;
    const struct law *law;
    struct item *first, **end;
};

static struct item *list(struct lister *l, enum change_part part, struct str article, struct str name, struct str words)
{
    struct item *item = arena_new(l->a, struct item, 1);
    *item = (struct item){.part = part, .article = article, .name = name, .words = words};
    *l->end = item;
    l->end = &item->next;
    return item;
}

/* Leaves out what a version does not have. */
static void list_some(struct lister *l, enum change_part part, struct str article, struct str name, struct str words)
{
    if (words.len)
        list(l, part, article, name, words);
}

static struct str expr_words(struct arena *a, const struct expr *e)
{
    struct buf b = buf_open(a, LIMIT_YAML_BYTES);
    expr_print(e, &b);
    return buf_str(&b);
}

/* ---- an article ------------------------------------------------------------------------------ */
static void list_definitions(struct lister *l, const struct article *at)
{
    for (const struct definition *d = at->definitions; d; d = d->next) {
        const struct expr value = {.kind = EXPR_LITERAL, .literal = d->value};
        struct str words = str_format(l->a, STR_FMT "%s", STR_ARG(expr_words(l->a, &value)), value_unit_word(d->unit));
        list(l, CHANGED_DEFINITION, at->number, d->name, words)->definition = d;
    }
}

/* As law_print has it, and what it leaves out. */
static struct str field_words(struct arena *a, const struct field *f)
{
    struct buf b = buf_open(a, LIMIT_YAML_BYTES);
    field_print(f, &b);
    buf_add(&b, f->nullable ? S(", may be absent") : S(""));
    if (f->has_min)
        buf_print(&b, ", at least " STR_FMT, STR_ARG(rational_print(a, f->min)));
    if (f->has_max)
        buf_print(&b, ", at most " STR_FMT, STR_ARG(rational_print(a, f->max)));
    return str_slice(buf_str(&b), f->name.len + 2, b.len);
}

static void list_fields(struct lister *l, enum change_part part, const struct article *at, const struct field *f)
{
    for (; f; f = f->next)
        list(l, part, at->number, f->name, field_words(l->a, f));
}

static struct str basis_words(struct arena *a, const struct legal_basis *b)
{
    const struct { const char *lead; struct str text; } parts[] = {
        {"", b->law}, {"", b->bwb_id}, {"art. ", b->article}, {"lid ", b->paragraph}, {"", b->sentence}, {"", b->explanation}};
    struct buf out = buf_open(a, LIMIT_YAML_BYTES);
    for (int i = 0; i < COUNT(parts); i++)
        if (parts[i].text.len)
            buf_print(&out, "%s%s" STR_FMT, out.len ? ", " : "", parts[i].lead, STR_ARG(parts[i].text));
    return buf_str(&out);
}

static void list_rules(struct lister *l, const struct article *at)
{
    for (const struct action *x = at->actions; x; x = x->next) {
        list(l, CHANGED_RULE, at->number, x->output, expr_words(l->a, x->value));
        if (x->basis)
            list_some(l, CHANGED_BASIS, at->number, x->output, basis_words(l->a, x->basis));
    }
}

static void list_terms(struct lister *l, const struct article *at)
{
    for (const struct open_term *t = at->open_terms; t; t = t->next) {
        struct str by = str_format(l->a, "%s, " STR_FMT "%s", value_type_word(t->type), STR_ARG(t->delegation_type),
                                   t->required ? "" : ", if it likes");
        for (const struct action *x = t->defaults; x; x = x->next)
            by = str_format(l->a, STR_FMT ", otherwise " STR_FMT, STR_ARG(by), STR_ARG(expr_words(l->a, x->value)));
        list(l, CHANGED_OPEN_TERM, at->number, t->id, by);
    }
    for (const struct implements *x = at->implements; x; x = x->next)
        list(l, CHANGED_IMPLEMENTS, at->number, x->open_term,
             str_format(l->a, STR_FMT ", art. " STR_FMT, STR_ARG(x->law), STR_ARG(x->article)));
}

static void list_reactions(struct lister *l, const struct article *at)
{
    for (const struct hook *h = at->hooks; h; h = h->next)
        list(l, CHANGED_REACTION, at->number, str_format(l->a, "%s " STR_FMT, h->before ? "before" : "after", STR_ARG(h->legal_character)),
             str_format(l->a, STR_FMT "%s" STR_FMT, STR_ARG(h->decision_type), h->decision_type.len ? ", " : "", STR_ARG(h->stage)));
    for (const struct override *o = at->overrides; o; o = o->next)
        list(l, CHANGED_REACTION, at->number, o->output, str_format(l->a, STR_FMT ", art. " STR_FMT, STR_ARG(o->law), STR_ARG(o->article)));
}

static void list_article(struct lister *l, const struct article *at)
{
    list(l, CHANGED_ARTICLE, at->number, S(""), S(""));
    list(l, CHANGED_TEXT, at->number, S(""), at->text);
    list_definitions(l, at);
    list_rules(l, at);
    list_fields(l, CHANGED_OUTPUT, at, at->outputs);
    list_fields(l, CHANGED_INPUT, at, at->inputs);
    list_fields(l, CHANGED_PARAMETER, at, at->parameters);
    list_terms(l, at);
    for (const struct untranslatable *u = at->untranslatables; u; u = u->next)
        list(l, CHANGED_UNTRANSLATABLE, at->number, u->construct,
             str_format(l->a, STR_FMT "%s", STR_ARG(u->reason), u->accepted ? " (accepted)" : ""));
    list_reactions(l, at);
    list_some(l, CHANGED_ARTICLE, at->number, S("legal_character"), at->legal_character);
    list_some(l, CHANGED_ARTICLE, at->number, S("decision_type"), at->decision_type);
    list_some(l, CHANGED_ARTICLE, at->number, S("competent_authority"), at->competent_authority);
}

/* ---- the sidecar ------------------------------------------------------------------------------ */
static void list_phrase(struct lister *l, enum change_part part, struct str article, struct str name, struct phrase p)
{
    list_some(l, part, article, str_format(l->a, STR_FMT " nl", STR_ARG(name)), p.nl);
    list_some(l, part, article, str_format(l->a, STR_FMT " en", STR_ARG(name)), p.en);
}

/* Of one of several schemes: with its id in front. */
static struct str of_scheme(struct lister *l, const struct scheme *s, struct str name)
{
    bool only = s == l->law->scheme && !s->next;
    return only ? name : str_format(l->a, STR_FMT " " STR_FMT, STR_ARG(s->id), STR_ARG(name));
}

static void list_scheme(struct lister *l, const struct scheme *s)
{
    const struct { struct str name, words; } plain[] = {
        {S("id"), s->id}, {S("executor"), s->executor}, {S("entitled"), s->entitled}, {S("amount"), s->amount},
        {S("amount_period"), !s->amount.len ? S("") : s->monthly ? S("month") : S("year")}, {S("take_up"), s->take_up},
        {S("joint_with"), s->joint_with}, {S("url"), s->url}};
    for (int i = 0; i < COUNT(plain); i++)
        list_some(l, CHANGED_SCHEME, S(""), of_scheme(l, s, plain[i].name), plain[i].words);
    list_phrase(l, CHANGED_SCHEME, S(""), of_scheme(l, s, S("name")), s->name);
    list_phrase(l, CHANGED_SCHEME, S(""), of_scheme(l, s, S("apply")), s->apply);
    for (const struct ceiling *c = s->ceilings; c; c = c->next)
        list(l, CHANGED_CEILING, S(""), of_scheme(l, s, date_print(l->a, c->from)),
             str_format(l->a, "%d%s" STR_FMT ": " STR_FMT, c->rung, c->until == INT32_MAX ? "" : " until ",
                        STR_ARG(c->until == INT32_MAX ? S("") : date_print(l->a, c->until)), STR_ARG(c->source)));
    for (const struct ceiling *c = s->waiting; c; c = c->next)
        list(l, CHANGED_CEILING, S(""), of_scheme(l, s, c->waits_for), str_format(l->a, "%d: " STR_FMT, c->rung, STR_ARG(c->source)));
    for (const struct note *n = s->unverified; n; n = n->next)
        list(l, CHANGED_UNVERIFIED, S(""), of_scheme(l, s, n->text), n->text);
}

static void list_sidecar(struct lister *l)
{
    for (const struct binding *b = l->law->bindings; b; b = b->next)
        list(l, CHANGED_BINDING, b->article, str_format(l->a, STR_FMT "%s" STR_FMT, STR_ARG(b->input), b->property.len ? "." : "",
                                                     STR_ARG(b->property)), b->fact);
    for (const struct sentence *s = l->law->sentences; s; s = s->next) {
        list_phrase(l, CHANGED_SENTENCE, s->article, str_format(l->a, STR_FMT " when_true", STR_ARG(s->output)), s->when_true);
        list_phrase(l, CHANGED_SENTENCE, s->article, str_format(l->a, STR_FMT " when_false", STR_ARG(s->output)), s->when_false);
        list_phrase(l, CHANGED_SENTENCE, s->article, str_format(l->a, STR_FMT " unknown", STR_ARG(s->output)), s->unknown);
    }
    for (const struct label *x = l->law->labels; x; x = x->next)
        list_phrase(l, CHANGED_LABEL, S(""), x->name, x->words);
    for (const struct scheme *s = l->law->scheme; s; s = s->next)
        list_scheme(l, s);
}

/* An address and a day of publication differ in every version, and say nothing to who reads this. */
static struct item *items_of(struct arena *a, const struct law *law)
{
    struct lister l = {.a = a, .law = law, .end = &l.first};
    list(&l, CHANGED_HEADING, S(""), S("name"), law->name);
    list(&l, CHANGED_HEADING, S(""), S("layer"), str_of(law_layer_name(law->layer)));
    list_some(&l, CHANGED_HEADING, S(""), S("bwb_id"), law->bwb_id);
    list_some(&l, CHANGED_HEADING, S(""), S("gemeente_code"), law->gemeente_code);
    list_some(&l, CHANGED_HEADING, S(""), S("valid_to"), law->has_valid_to ? date_print(a, law->valid_to) : S(""));
    for (const struct article *at = law->articles; at; at = at->next)
        list_article(&l, at);
    list_sidecar(&l);
    return l.first;
}

/* ---- the two beside each other ------------------------------------------------------------------- */
static const struct item *twin(const struct item *list, const struct item *of)
{
    for (; list; list = list->next)
        if (list->part == of->part && str_eq(list->name, of->name) && str_eq(list->article, of->article))
            return list;
    return NULL;
}

struct finder { struct arena *a; struct law_diff *out; struct law_change **end; };

static void found(struct finder *f, const struct item *before, const struct item *after)
{
    struct law_change *c = arena_new(f->a, struct law_change, 1);
    const struct item *any = after ? after : before;
    *c = (struct law_change){
        .kind = !before ? CHANGE_NEW : !after ? CHANGE_GONE : CHANGE_OTHER, .part = any->part, .article = any->article,
        .name = any->name, .before = before ? before->words : S(""), .after = after ? after->words : S(""),
        .old = before ? before->definition : NULL, .now = after ? after->definition : NULL};
    if (c->part == CHANGED_TEXT && !(c->edits = text_edits(f->a, c->before, c->after)))
        return;                      /* other blanks only */
    *f->end = c;
    f->end = &c->next;
    f->out->count++;
}

/* The text of an article that is new or gone goes with the article. */
static bool told_with_article(const struct item *item, const struct law *other)
{
    return item->part == CHANGED_TEXT && !law_article(other, item->article);
}

struct law_diff law_diff(struct arena *a, const struct law *before, const struct law *after)
{
    struct law_diff out = {.before = before, .after = after};
    struct finder f = {.a = a, .out = &out, .end = &out.first};
    const struct item *old = items_of(a, before), *now = items_of(a, after);
    for (enum change_part part = 0; part < CHANGED_COUNT; part++) {
        for (const struct item *i = old; i; i = i->next) {
            const struct item *t = i->part == part ? twin(now, i) : NULL;
            if (i->part == part && !told_with_article(i, after) && (!t || !str_eq(t->words, i->words)))
                found(&f, i, t);
        }
        for (const struct item *i = now; i; i = i->next)
            if (i->part == part && !told_with_article(i, before) && !twin(old, i))
                found(&f, NULL, i);
    }
    return out;
}
