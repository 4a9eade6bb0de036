/* SPDX-License-Identifier: EUPL-1.2 */
/* mag.c: the page that says which rungs may run on a day: a grid, per scheme why and what must be in order first, what a
 * coming law changes, who holds the facts on what ground. Not the working out (app/mag.c).
 */
#include "web/ask.h"

static struct phrase may_words(enum may m)
{
    static const enum word words[] = {WORD_may_yes, WORD_may_if, WORD_may_later, WORD_may_no};
    return word(words[m]);
}

static struct phrase rung_name(const struct mag *m, int rung)
{
    return m->rungs[rung] ? m->rungs[rung]->name : (struct phrase){{NULL, 0}, {NULL, 0}};
}

/* ---- the grid ------------------------------------------------------------------------------------------------ */

static struct str anchor(struct visit *v, int i)
{
    return str_format(v->a, "scheme-%d", i);
}

/* Of the same page, about one scheme. */
static struct str path_of(struct visit *v, const struct mag *m, int i)
{
    return str_format(v->a, STR_FMT "?dag=" STR_FMT "&regeling=" STR_FMT "&als=" STR_FMT, STR_ARG(visit_path(v, ROUTE_MAG, S(""), S(""))),
                      STR_ARG(date_print(v->a, m->day)), STR_ARG(m->schemes[i].scheme->id),
                      STR_ARG(m->assumed ? m->assumed->id : S("")));
}

static const struct html *heads(struct visit *v, const struct mag *m)
{
    struct html_list *l = html_list_open(v->a);
    for (int rung = 0; rung < RUNGS; rung++)
        html_list_add(l, page_mag_head(v->a, v->lang, rung, rung_name(m, rung)));
    return html_list_done(l);
}

static const struct html *rows(struct visit *v, const struct mag *m)
{
    struct html_list *l = html_list_open(v->a);
    for (int i = 0; i < m->scheme_count; i++) {
        struct html_list *cells = html_list_open(v->a);
        for (int rung = 0; rung < RUNGS; rung++)
            html_list_add(cells, page_mag_cell(v->a, v->lang, str_of(may_name(m->schemes[i].may[rung])),
                                               may_words(m->schemes[i].may[rung])));
        html_list_add(l, page_mag_row(v->a, v->lang, m->schemes[i].scheme->name, path_of(v, m, i), html_list_done(cells)));
    }
    return html_list_done(l);
}

static const struct html *rungs(struct visit *v, const struct mag *m)
{
    struct html_list *l = html_list_open(v->a);
    for (int rung = 0; rung < RUNGS; rung++)
        if (m->rungs[rung])
            html_list_add(l, page_mag_rung(v->a, v->lang, rung, m->rungs[rung]->name, m->rungs[rung]->what));
    return html_list_done(l);
}

/* ---- a scheme ------------------------------------------------------------------------------------------------ */

/* Each ceiling once: of the rungs that it will allow, the highest. */
static const struct html *then(struct visit *v, const struct mag *m, const struct mag_scheme *s)
{
    struct html_list *l = html_list_open(v->a);
    const struct ceiling *last = NULL;
    for (int rung = 0; rung < RUNGS; rung++) {
        const struct ceiling *c = s->then[rung];
        if (!c || c == last)
            continue;
        last = c;
        const struct coming *law = m->coming;
        while (law && !str_eq(law->id, c->waits_for))
            law = law->next;
        html_list_add(l, page_mag_then(v->a, v->lang, law ? law->name : (struct phrase){{NULL, 0}, {NULL, 0}}, c->rung, c->from,
                                       c->source));
    }
    return html_list_done(l);
}

enum { PERSONAL = 3 };               /* the rung from which somebody hears in person */

static const struct html *need_list(struct visit *v, const struct mag_scheme *s, bool open)
{
    struct html_list *l = html_list_open(v->a);
    for (int n = 0; n < NEED_COUNT; n++)
        if (mag_is_open(s, (enum need)n, PERSONAL) == open)
            html_list_add(l, page_mag_need(v->a, v->lang, open && need_is_counted((enum need)n), s->open[n], need_words((enum need)n, open),
                                           str_of(need_requirement((enum need)n))));
    return html_list_done(l);
}

static const struct html *details(struct visit *v, const struct mag *m)
{
    struct html_list *l = html_list_open(v->a);
    for (int i = 0; i < m->scheme_count; i++) {
        const struct mag_scheme *s = &m->schemes[i];
        const struct ceiling *c = s->counts;
        bool ends = c && !c->waits_for.len && c->until != INT32_MAX;
        html_list_add(l, page_mag_scheme(v->a, v->lang, anchor(v, i), s->scheme->name, s->scheme->executor, m->scheme_count == 1,
                                         m->day, c ? c->rung : 0, c != NULL, c ? c->source : S(""), ends, ends ? c->until : 0,
                                         c && c->rung < RUNGS - 1, then(v, m, s), need_list(v, s, true), need_list(v, s, false),
                                         s->policy_rung >= PERSONAL && s->policy_rung < (c ? c->rung : 0), s->policy_rung, s->why));
    }
    return html_list_done(l);
}

/* ---- what is still to come ------------------------------------------------------------------------------------ */

static const struct html *changes(struct visit *v, const struct mag *m, const struct coming *law)
{
    struct html_list *l = html_list_open(v->a);
    for (int i = 0; i < m->scheme_count; i++)
        for (const struct ceiling *c = m->schemes[i].scheme->waiting; c; c = c->next)
            if (str_eq(c->waits_for, law->id))
                html_list_add(l, page_mag_change(v->a, v->lang, m->schemes[i].scheme->name,
                                                 m->schemes[i].today ? m->schemes[i].today->rung : 0, c->rung, c->source));
    return html_list_done(l);
}

static const struct html *coming(struct visit *v, const struct mag *m)
{
    struct html_list *l = html_list_open(v->a);
    for (const struct coming *law = m->coming; law; law = law->next)
        html_list_add(l, page_mag_coming(v->a, v->lang, str_format(v->a, "law-" STR_FMT, STR_ARG(law->id)), law->name, law->state,
                                         law->changes, law->source, changes(v, m, law)));
    return html_list_done(l);
}

static const struct html *law_options(struct visit *v, const struct mag *m)
{
    struct html_list *l = html_list_open(v->a);
    struct phrase none = {{NULL, 0}, {NULL, 0}};
    if (!m->coming)
        return html_list_done(l);
    html_list_add(l, page_breaks_option(v->a, v->lang, S(""), word(WORD_mag_no_law), none, !m->assumed));
    for (const struct coming *law = m->coming; law; law = law->next)
        html_list_add(l, page_breaks_option(v->a, v->lang, law->id, law->name, none, law == m->assumed));
    return html_list_done(l);
}

/* ---- facts -------------------------------------------------------------------------------------------------------- */

static const struct html *fact_item(struct visit *v, const struct mag_fact *f)
{
    struct html_list *names = html_list_open(v->a);
    for (int k = 0; k < f->scheme_count; k++)
        html_list_add(names, page_mag_name(v->a, v->lang, f->schemes[k]->name, k == 0));
    return page_mag_fact(v->a, v->lang, f->fact->label, f->fact->source, html_list_done(names), f->policy != NULL,
                         f->policy ? f->policy->max_age_days : 0);
}

/* Of one ground all the facts, where the first of them stands; nothing at the others. */
static const struct html *ground_from(struct visit *v, const struct mag *m, int first)
{
    struct html_list *items = html_list_open(v->a);
    int count = 0;
    for (int i = 0; i < m->fact_count; i++) {
        if (!str_eq(m->facts[i].fact->ground, m->facts[first].fact->ground))
            continue;
        if (i < first)
            return NULL;
        html_list_add(items, fact_item(v, &m->facts[i]));
        count++;
    }
    return page_mag_ground(v->a, v->lang, m->facts[first].fact->ground, count, m->scheme_count == 1, html_list_done(items));
}

static const struct html *facts(struct visit *v, const struct mag *m)
{
    static const enum word kinds[] = {WORD_ground_none, WORD_ground_unchecked, WORD_ground_weigh, WORD_ground_named};
    struct html_list *all = html_list_open(v->a);
    int counts[COUNT(kinds)] = {0};
    for (int kind = 0; kind < COUNT(kinds); kind++) {
        struct html_list *grounds = html_list_open(v->a);
        for (int i = 0; i < m->fact_count; i++) {
            const struct html *ground = m->facts[i].ground == (enum ground)kind ? ground_from(v, m, i) : NULL;
            counts[kind] += m->facts[i].ground == (enum ground)kind;
            if (ground)
                html_list_add(grounds, ground);
        }
        if (counts[kind])
            html_list_add(all, page_mag_kind(v->a, v->lang, word(kinds[kind]), counts[kind], html_list_done(grounds)));
    }
    return page_mag_facts(v->a, v->lang, m->fact_count, counts[GROUND_NONE], html_list_done(all));
}

/* ---- the page ------------------------------------------------------------------------------------------------------- */

/* False with a page of 400 in *r when what was asked is not there, or with *e. */
static bool mag_of(struct visit *v, struct reply *r, struct ask *ask, struct mag *m, bool *found, struct err *e)
{
    struct str assumed = visit_field(v, S("als"));
    *ask = ask_read(v, app_today(v->site->app));
    *found = !ask->day_is_wrong || fail(e, ERR_USAGE, "no such day");
    *found = *found && app_mag(v->a, v->site->app, &ask->scheme, ask->scheme.len > 0, ask->day, assumed.len ? assumed : S(""), m, e);
    return *found || ask_refused(v, r, word(WORD_mag_title), e);
}

static int count(const struct mag *m, enum may may)
{
    int n = 0;
    for (int i = 0; i < m->scheme_count; i++)
        n += m->schemes[i].may[PERSONAL] == may;
    return n;
}

bool page_of_mag(struct visit *v, struct reply *r, struct err *e)
{
    struct overview o;
    struct ask ask;
    struct mag m;
    bool found;
    if (!app_overview(v->a, v->site->app, &o, e) || !mag_of(v, r, &ask, &m, &found, e))
        return false;
    if (!found)
        return true;
    struct phrase title = word(WORD_mag_title), none = {{NULL, 0}, {NULL, 0}};
    reply_page(v, r, title, overview_label(&o),
               page_mag(v->a, v->lang, title, m.day, m.scheme_count, count(&m, MAY_YES), count(&m, MAY_IF),
                        count(&m, MAY_NOT) + count(&m, MAY_LATER), m.assumed ? m.assumed->name : none, heads(v, &m), rows(v, &m),
                        rungs(v, &m), details(v, &m), coming(v, &m), facts(v, &m), visit_path(v, ROUTE_MAG, S(""), S("")),
                        ask_fields(v, o.laws, &ask), law_options(v, &m), ask_link(v, ROUTE_MAG_CSV)));
    return true;
}

bool file_of_mag(struct visit *v, struct reply *r, struct err *e)
{
    struct ask ask;
    struct mag m;
    bool found;
    if (!mag_of(v, r, &ask, &m, &found, e))
        return false;
    if (!found)
        return true;
    struct buf csv = buf_open(v->a, LIMIT_PAGE_BYTES);
    app_mag_csv(&m, &csv);
    r->type = "text/csv; charset=utf-8";
    r->body = buf_str(&csv);
    r->download = v->lang == LANG_NL ? S("mag.csv") : S("may.csv");
    return true;
}
