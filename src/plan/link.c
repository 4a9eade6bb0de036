/* SPDX-License-Identifier: EUPL-1.2 */
/* link.c: where a name in a law leads on a date: to a fact, to an output of this or another
 * law, to the regulation that fills an open term. Not the evaluation of it.
 */
#include "link.h"

const struct open_term *open_term_find(const struct article *article, struct str id)
{
    for (const struct open_term *t = article->open_terms; t; t = t->next)
        if (str_eq(t->id, id))
            return t;
    return NULL;
}

const struct given_parameter *given_find(const struct given *given, struct str name)
{
    for (const struct given_parameter *g = given ? given->parameters : NULL; g; g = g->next)
        if (str_eq(g->name, name))
            return g;
    return NULL;
}

const struct definition *definition_find(const struct article *article, struct str name)
{
    for (const struct definition *d = article->definitions; d; d = d->next)
        if (str_eq(d->name, name))
            return d;
    return NULL;
}

const struct action *law_action_find(const struct action *list, struct str output)
{
    for (const struct action *a = list; a; a = a->next)
        if (str_eq(a->output, output))
            return a;
    return NULL;
}

const struct field *link_person(const struct article *article)
{
    /* The format has no type for people: identity is the text parameter that is called bsn. */
    for (const struct field *p = article->parameters; p; p = p->next)
        if (p->type == TYPE_STRING && str_eq(p->name, S("bsn")))
            return p;
    return NULL;
}

bool link_decides_about_nobody(const struct law *law, const struct article *article)
{
    const struct field *person = link_person(article);
    return law->nulls_declared && person && person->nullable;
}

const struct field *link_municipality(const struct article *article)
{
    /* As the format has it: a by-law's gemeente_code is held against the parameter of that name. */
    const struct field *p = field_find(article->parameters, S("gemeente_code"));
    return p && p->type == TYPE_STRING ? p : NULL;
}

bool link_fail(struct err *e, const struct law *law, int line, int column, struct str text)
{
    char file[LIMIT_ERR_FILE];
    ptrdiff_t len = law->file.len < LIMIT_ERR_FILE - 1 ? law->file.len : LIMIT_ERR_FILE - 1;
    for (ptrdiff_t i = 0; i < len; i++)
        file[i] = law->file.at[i];
    file[len] = 0;
    return fail_at(e, ERR_PLAN, file, line, column, STR_FMT, STR_ARG(text));
}

/* Of an input, or of a property of the persons in it: what the case says goes before the sidecar. */
const struct fact *link_property(const struct law_set *laws, const struct given *given, const struct law *law,
                                 const struct article *article, const struct field *input, struct str property)
{
    for (const struct given_input *g = given ? given->inputs : NULL; g; g = g->next)
        if (g->law == law && str_eq(g->article, article->number) && str_eq(g->input, input->name) &&
            str_eq(g->property, property))
            return g->fact;
    const struct binding *b = law_property(law, article->number, input->name, property);
    return b ? facts_find(&laws->facts, b->fact) : NULL;
}

static bool link_fact(const struct linker *l, const struct law *law, const struct article *article,
                      const struct field *input, struct link *out, struct err *e)
{
    const struct fact *fact = link_property(l->laws, l->given, law, article, input, S(""));
    if (!fact)
        return link_fail(e, law, input->line, input->column,
                       str_format(l->a, "input '" STR_FMT "' comes from outside and no fact is bound to it; "
                                  "bind it in the sidecar", STR_ARG(input->name)));
    *out = (struct link){.kind = LINK_FACT, .fact = fact};
    return true;
}

bool link_input(const struct linker *l, const struct law *law, const struct article *article,
                const struct field *input, struct link *out, struct err *e)
{
    if (input->external)
        return link_fact(l, law, article, input, out, e);
    const struct law *target = law;
    struct str why;
    if (input->source_law.len)
        target = law_in_force(l->laws, input->source_law, l->date, &why, l->a);
    if (!target)
        return link_fail(e, law, input->line, input->column,
                       str_format(l->a, "input '" STR_FMT "': " STR_FMT, STR_ARG(input->name), STR_ARG(why)));
    const struct article *where = law_article_of_output(target, input->source_output);
    if (!where)
        return link_fail(e, law, input->line, input->column,
                       str_format(l->a, "input '" STR_FMT "': no article of '" STR_FMT "' (" STR_FMT
                                  ") has an output '" STR_FMT "'; add it or mend the name",
                                  STR_ARG(input->name), STR_ARG(target->id), STR_ARG(target->file),
                                  STR_ARG(input->source_output)));
    *out = (struct link){.kind = LINK_OUTPUT, .law = target, .article = where, .output = input->source_output};
    return true;
}

/* The article of a regulation that implements the term, or NULL; *twice: a second one of it does too. */
static const struct article *implementing(const struct law *candidate, const struct law *law,
                                          const struct article *article, const struct open_term *term, bool *twice)
{
    const struct article *found = NULL;
    for (const struct article *at = candidate->articles; at; at = at->next)
        for (const struct implements *i = at->implements; i; i = i->next)
            if (str_eq(i->law, law->id) && str_eq(i->article, article->number) && str_eq(i->open_term, term->id)) {
                *twice = found && found != at;
                found = found ? found : at;
            }
    return found;
}

static bool is_competent(const struct law *candidate, const struct open_term *term)
{
    return !term->delegation_type.len ||
           str_eq(str_of(law_layer_name(candidate->layer)), term->delegation_type);
}

int link_precedence(const struct law *a, const struct law *b)
{
    if (a->layer != b->layer)
        return a->layer < b->layer ? 1 : -1;
    return (a->valid_from > b->valid_from) - (a->valid_from < b->valid_from);
}

/* What is weighed: the regulations for one municipality, or (code empty) those for everybody. */
struct contest {
    const struct linker *l;
    const struct law *law;
    const struct article *article;
    const struct open_term *term;
    struct str code;
};

/* The article with which a regulation takes part, or NULL. Versions are weighed by the date, so next
 * year's regulation never changes this year. */
static const struct article *entrant(const struct contest *x, const struct law *c, bool *twice)
{
    struct str why;
    const struct article *at = implementing(c, x->law, x->article, x->term, twice);
    bool here = !c->gemeente_code.len || str_eq(c->gemeente_code, x->code);
    return at && here && is_competent(c, x->term) && law_in_force(x->l->laws, c->id, x->l->date, &why, x->l->a) == c ? at : NULL;
}

static bool fail_tie(const struct contest *x, const struct link *won, const struct law *tie, const struct article *at,
                     struct err *e)
{
    return link_fail(e, tie, at->line, at->column,
                   str_format(x->l->a, "'" STR_FMT "' is also filled by " STR_FMT ":%d from the same date%s" STR_FMT
                              "; keep one", STR_ARG(x->term->id), STR_ARG(won->law->file), won->article->line,
                              x->code.len ? ", for " : "", STR_ARG(x->code)));
}

static bool weigh(const struct contest *x, struct link *out, struct err *e)
{
    *out = (struct link){.kind = LINK_OUTPUT, .output = x->term->id};
    const struct law *tie = NULL;    /* told at the end: a higher regulation settles it */
    const struct article *tie_at = NULL;
    for (const struct law *c = x->l->laws->first; c; c = c->next) {
        bool twice = false;
        const struct article *at = entrant(x, c, &twice);
        if (!at)
            continue;
        if (twice)
            return link_fail(e, c, at->line, at->column,
                           str_format(x->l->a, "two articles fill the open term '" STR_FMT "'; keep one", STR_ARG(x->term->id)));
        if (c->region.len)
            return link_fail(e, c, at->line, at->column,
                           str_of("a by-law of one province or water board fills this term, and whose it is is not known "
                                  "of residents; leave it out of the law set"));
        int order = out->law ? link_precedence(c, out->law) : 1;
        if (order > 0) {
            out->law = c;
            out->article = at;
        }
        tie = order > 0 ? NULL : order == 0 ? c : tie;
        tie_at = order == 0 ? at : tie_at;
    }
    return !tie || fail_tie(x, out, tie, tie_at, e);
}

static bool has_bylaw(const struct bylaw *list, struct str code)
{
    while (list && !str_eq(list->code, code))
        list = list->next;
    return list != NULL;
}

/* Of each municipality with a by-law of its own, what counts there if that is not what counts for everybody. */
static bool find_bylaws(struct contest x, struct link *out, struct err *e)
{
    const struct bylaw *seen = NULL, **end = &out->bylaws;
    for (const struct law *c = x.l->laws->first; c; c = c->next) {
        bool twice;
        struct link won;
        x.code = c->gemeente_code;
        if (!c->gemeente_code.len || has_bylaw(seen, x.code) || !entrant(&x, c, &twice))
            continue;
        if (!weigh(&x, &won, e))
            return false;
        struct bylaw *own = arena_new(x.l->a, struct bylaw, 2);
        own[0] = (struct bylaw){x.code, won.law, won.article, seen};
        seen = own;
        if (won.law == out->law)
            continue;
        own[1] = (struct bylaw){x.code, won.law, won.article, NULL};
        *end = &own[1];
        end = &own[1].next;
    }
    return true;
}

bool link_open_term(const struct linker *l, const struct law *law, const struct article *article,
                    const struct open_term *term, struct link *out, struct err *e)
{
    struct contest x = {l, law, article, term, {NULL, 0}};
    if (!weigh(&x, out, e) || !find_bylaws(x, out, e))
        return false;
    if (!out->article && !out->bylaws && !term->defaults && term->required)
        return link_fail(e, law, term->line, term->column,
                       str_format(l->a, "no regulation in force fills the open term '" STR_FMT
                                  "' of article " STR_FMT "; add it to the laws",
                                  STR_ARG(term->id), STR_ARG(article->number)));
    return true;
}
