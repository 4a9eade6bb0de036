/* SPDX-License-Identifier: EUPL-1.2 */
/* method.c: the content of the method, for a facilitator who prepares a session: formats, dilemmas, role
 * cards, values, the ladder; each page prints. Not the session itself.
 */
#include "web/shelf.h"

static struct str path_to(struct visit *v, enum route route)
{
    return visit_path(v, route, S(""), S(""));
}

static int own_parts(const struct library *l)
{
    int n = 0;
#define ADD(list, type)                                  \
    for (const struct type *x = l->list; x; x = x->next) \
        n += x->place.own;
    ADD(values, method_value) ADD(dilemmas, dilemma) ADD(roles, role) ADD(rungs, rung) ADD(measures, measure)
    ADD(metrics, metric) ADD(formats, format)
#undef ADD
    return n;
}

/* ---- the start --------------------------------------------------------------------------------------- */

static const struct html *formats(struct visit *v, const struct library *l)
{
    struct html_list *all = html_list_open(v->a);
    for (const struct format *x = l->formats; x; x = x->next) {
        struct html_list *steps = html_list_open(v->a);
        for (const struct method_step *s = x->steps; s; s = s->next)
            html_list_add(steps, page_method_step(v->a, v->lang, s->minutes, s->name, s->read));
        html_list_add(all, page_method_format(v->a, v->lang, x->name, x->what, x->minutes, x->people_min, x->people_max,
                                              html_list_done(steps)));
    }
    return html_list_done(all);
}

static const struct html *links(struct visit *v, const struct library *l)
{
    struct html_list *all = html_list_open(v->a);
    struct str to = path_to(v, ROUTE_METHOD_DILEMMAS);
    for (const struct dilemma *x = l->dilemmas; x; x = x->next)
        html_list_add(all, page_method_link(v->a, v->lang, str_format(v->a, STR_FMT "#" STR_FMT, STR_ARG(to), STR_ARG(x->id)),
                                            x->question));
    return html_list_done(all);
}

bool page_of_method(struct visit *v, struct reply *r, struct err *e)
{
    struct shelf s;
    if (!shelf_open(v, &s, e))
        return false;
    struct phrase title = word(WORD_method_title);
    reply_page(v, r, title, s.label,
               page_method(v->a, v->lang, title, s.problem, own_parts(s.l), formats(v, s.l), links(v, s.l),
                           path_to(v, ROUTE_METHOD_DILEMMAS), s.l->role_count, path_to(v, ROUTE_METHOD_ROLES), s.l->value_count,
                           path_to(v, ROUTE_METHOD_VALUES), path_to(v, ROUTE_METHOD_LADDER)));
    return true;
}

/* ---- dilemmas ------------------------------------------------------------------------------------------ */

static const struct html *sources(struct visit *v, const struct library *l, const struct names *n)
{
    struct html_list *all = html_list_open(v->a);
    for (; n; n = n->next) {
        const struct method_source *x = library_source(l, n->id);
        html_list_add(all, x ? page_method_source(v->a, v->lang, x->author, x->title, x->year, x->url, n->next != NULL)
                             : page_method_own_source(v->a, v->lang, n->next != NULL));
    }
    return html_list_done(all);
}

static const struct html *value_names(struct visit *v, const struct library *l, const struct names *n)
{
    struct html_list *all = html_list_open(v->a);
    for (; n; n = n->next) {
        const struct method_value *x = library_value(l, n->id);
        if (x)
            html_list_add(all, page_method_name(v->a, v->lang, x->name, n->next != NULL));
    }
    return html_list_done(all);
}

static const struct html *role_names(struct visit *v, const struct library *l, const struct names *n)
{
    struct html_list *all = html_list_open(v->a);
    for (; n; n = n->next) {
        const struct role *x = library_role(l, n->id);
        if (x)
            html_list_add(all, page_method_name(v->a, v->lang, x->name, n->next != NULL));
    }
    return html_list_done(all);
}

static const struct html *metric_names(struct visit *v, const struct library *l, const struct names *n)
{
    struct html_list *all = html_list_open(v->a);
    for (; n; n = n->next) {
        const struct metric *x = library_metric(l, n->id);
        if (x)
            html_list_add(all, page_method_name(v->a, v->lang, x->name, n->next != NULL));
    }
    return html_list_done(all);
}

static const struct html *arguments(struct visit *v, const struct library *l, const struct dilemma *d, int pole)
{
    struct html_list *all = html_list_open(v->a);
    for (const struct method_argument *x = d->arguments; x; x = x->next)
        if (x->pole == pole)
            html_list_add(all, page_method_argument(v->a, v->lang, x->text, sources(v, l, x->sources)));
    return html_list_done(all);
}

static const struct html *anchors(struct visit *v, const struct dilemma *d)
{
    struct html_list *all = html_list_open(v->a);
    for (int i = 0; i < ANCHORS; i++)
        html_list_add(all, page_method_anchor(v->a, v->lang, d->anchors[i].text));
    return html_list_done(all);
}

static const struct setting *next_of(const struct setting *s, bool later)
{
    while (s && s->later != later)
        s = s->next;
    return s;
}

static const struct html *settings_of(struct visit *v, const struct anchor *anchor, bool later)
{
    struct html_list *all = html_list_open(v->a);
    for (const struct setting *s = next_of(anchor->settings, later); s; s = next_of(s->next, later))
        html_list_add(all, page_method_setting(v->a, v->lang, s->field, s->value, later ? field_meaning(s->field) : (struct phrase){0},
                                               next_of(s->next, later) != NULL));
    return html_list_done(all);
}

static const struct html *settings(struct visit *v, const struct dilemma *d)
{
    struct html_list *all = html_list_open(v->a);
    for (int i = 0; i < ANCHORS; i++)
        html_list_add(all, page_method_settings_of(v->a, v->lang, settings_of(v, &d->anchors[i], false),
                                                   settings_of(v, &d->anchors[i], true)));
    return html_list_done(all);
}

static const struct html *dilemma(struct visit *v, const struct library *l, const struct dilemma *d)
{
    return page_method_dilemma(v->a, v->lang, d->id, d->question, d->pole[0], d->pole[1], value_names(v, l, d->values[0]),
                               value_names(v, l, d->values[1]), anchors(v, d), arguments(v, l, d, 1), arguments(v, l, d, 2),
                               role_names(v, l, d->stakeholders), metric_names(v, l, d->metrics), settings(v, d));
}

bool page_of_method_dilemmas(struct visit *v, struct reply *r, struct err *e)
{
    struct shelf s;
    if (!shelf_open(v, &s, e))
        return false;
    struct html_list *all = html_list_open(v->a);
    for (const struct dilemma *d = s.l->dilemmas; d; d = d->next)
        html_list_add(all, dilemma(v, s.l, d));
    struct phrase title = word(WORD_method_dilemmas_title);
    reply_page(v, r, title, s.label,
               page_method_dilemmas(v->a, v->lang, title, s.problem, html_list_done(all), path_to(v, ROUTE_METHOD)));
    return true;
}

/* By their short names, where they have one: a card has little room. */
static const struct html *sources_short(struct visit *v, const struct library *l, const struct names *n)
{
    struct html_list *all = html_list_open(v->a);
    for (; n; n = n->next) {
        const struct method_source *x = library_source(l, n->id);
        html_list_add(all, x ? page_method_source_short(v->a, v->lang, x->brief.len ? x->brief : x->title, x->url, n->next != NULL)
                             : page_method_own_source(v->a, v->lang, n->next != NULL));
    }
    return html_list_done(all);
}

/* ---- cards and the ladder ---------------------------------------------------------------------------------- */

bool page_of_method_roles(struct visit *v, struct reply *r, struct err *e)
{
    struct shelf s;
    if (!shelf_open(v, &s, e))
        return false;
    struct html_list *all = html_list_open(v->a);
    for (const struct role *x = s.l->roles; x; x = x->next)
        html_list_add(all, page_method_role(v->a, v->lang, x->id, x->name, x->card, x->cares, x->fears, x->empty_chair,
                                            x->must_be_heard));
    struct phrase title = word(WORD_method_roles_title);
    reply_page(v, r, title, s.label,
               page_method_roles(v->a, v->lang, title, s.problem, html_list_done(all), path_to(v, ROUTE_METHOD)));
    return true;
}

bool page_of_method_values(struct visit *v, struct reply *r, struct err *e)
{
    struct shelf s;
    if (!shelf_open(v, &s, e))
        return false;
    struct html_list *all = html_list_open(v->a);
    for (const struct method_value *x = s.l->values; x; x = x->next)
        html_list_add(all, page_method_value(v->a, v->lang, x->id, x->name, x->meaning, x->example, sources_short(v, s.l, x->from)));
    struct phrase title = word(WORD_method_values_title);
    reply_page(v, r, title, s.label,
               page_method_values(v->a, v->lang, title, s.problem, html_list_done(all), path_to(v, ROUTE_METHOD)));
    return true;
}

bool page_of_method_ladder(struct visit *v, struct reply *r, struct err *e)
{
    struct shelf s;
    if (!shelf_open(v, &s, e))
        return false;
    struct html_list *all = html_list_open(v->a);
    for (const struct rung *x = s.l->rungs; x; x = x->next)
        html_list_add(all, page_method_rung(v->a, v->lang, x->number, x->name, x->what, x->example, x->decides,
                                            sources(v, s.l, x->sources)));
    struct phrase title = word(WORD_method_ladder_title);
    reply_page(v, r, title, s.label,
               page_method_ladder(v->a, v->lang, title, s.problem, html_list_done(all), path_to(v, ROUTE_METHOD)));
    return true;
}
