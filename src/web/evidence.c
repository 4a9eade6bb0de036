/* SPDX-License-Identifier: EUPL-1.2 */
/* evidence.c: the page that says what a choice does to residents: sentences, funnel, a small plot for each figure, what
 * could not be known, and the same as a file. Never one score. Not the counting (evidence/).
 */
#include "web/chart.h"
#include "web/weighed.h"

/* ---- sentences ------------------------------------------------------------------------------------------------ */

static struct str shown_words(struct visit *v, struct shown s)
{
    return s.hidden ? phrase_in(v->lang, word(WORD_ev_a_few)) : number_words(v->a, s.n, v->lang == LANG_EN);
}

static struct phrase block_words(const struct outcome *o)
{
    switch (o->block) {
    case BLOCK_RUNG: return word(WORD_ev_block_rung);
    case BLOCK_CEILING: return word(WORD_ev_block_ceiling);
    case BLOCK_RATIO: return word(WORD_ev_block_ratio);
    case BLOCK_NOT: break;
    }
    return o->run_blocked ? word(WORD_ev_block_other) : (struct phrase){{NULL, 0}, {NULL, 0}};
}

static struct str figure_cell(struct visit *v, enum figure_id id, const struct outcome *o)
{
    return figure_in_words(v->a, id, &o->figures[id], v->lang == LANG_EN);
}

static const struct scheme *about(const struct weighed *w)
{
    return w->c->evidence->schemes[w->c->scheme].plan->about;
}

static const struct html *said(struct visit *v, const struct weighed *w)
{
    const struct outcome *o = w->columns[0].o;
    struct str letters = o->figures[FIGURE_LETTERS].missing ? shown_words(v, (struct shown){0, true}) : figure_cell(v, FIGURE_LETTERS, o);
    return page_ev_said(v->a, v->lang, shown_words(v, o->not_using), shown_words(v, o->reached), about(w)->name,
                        o->not_using.n || o->not_using.hidden, block_words(o), shown_words(v, o->searched), letters,
                        shown_words(v, w->policy->o->reached), settings_items(v, w->c, w->c->settings), w->c->fresh,
                        about(w)->unverified != NULL, visit_path(v, ROUTE_SCHEMES, S(""), S("")));
}

/* ---- the funnel ------------------------------------------------------------------------------------------------- */

enum { STEPS = 5 };
struct step_of { enum word name; struct shown n, possible; };

static void steps_of(const struct outcome *o, struct step_of out[STEPS])
{
    const bool goes_out = o->block == BLOCK_NOT && !o->run_blocked;
    const struct shown none = {0, false}, letters = goes_out ? o->reasons[REFUSED_NOT] : none;
    out[0] = (struct step_of){WORD_step_searched, o->searched, none};
    out[1] = (struct step_of){WORD_step_entitled, o->entitled, o->undecided};
    out[2] = (struct step_of){WORD_step_not_using, o->not_using, o->use_unknown};
    out[3] = (struct step_of){WORD_ev_step_letter, letters, none};
    out[4] = (struct step_of){WORD_ev_step_reached, o->reached, none};
}

static const struct html *funnel(struct visit *v, const struct weighed *w)
{
    struct step_of steps[STEPS];
    struct chart_bar bars[STEPS];
    steps_of(w->columns[0].o, steps);
    for (int i = 0; i < STEPS; i++)
        bars[i] = (struct chart_bar){word(steps[i].name), steps[i].n.n, steps[i].possible.n, word(WORD_step_possible),
                                     steps[i].n.hidden};
    return chart_funnel(v->a, v->lang, S("funnel"), word(WORD_ev_funnel_title), word(WORD_funnel_describe), w->label, bars, STEPS);
}

static const struct html *step_rows(struct visit *v, const struct weighed *w)
{
    struct html_list *rows = html_list_open(v->a);
    for (int i = 0; i < STEPS; i++) {
        struct html_list *cells = html_list_open(v->a);
        struct step_of steps[STEPS];
        for (int k = 0; k < w->count; k++) {
            steps_of(w->columns[k].o, steps);
            html_list_add(cells, page_ev_cell(v->a, v->lang, shown_words(v, steps[i].n)));
        }
        html_list_add(rows, page_ev_row(v->a, v->lang, word(steps[i].name), html_list_done(cells)));
    }
    return html_list_done(rows);
}

/* ---- a figure of all choices ---------------------------------------------------------------------------------------- */

/* Of what nobody knows under any choice the reason stands below, once. */
static bool is_known(const struct weighed *w, int figure)
{
    for (int i = 0; i < w->count; i++)
        if (!w->columns[i].o->figures[figure].missing)
            return true;
    return false;
}

static struct chart_span span_of(struct visit *v, enum figure_id id, const struct choice_column *c)
{
    const struct figure *f = &c->o->figures[id];
    if (f->missing)
        return (struct chart_span){.name = c->name, .words = phrase_in(v->lang, word(WORD_not_known))};
    return (struct chart_span){c->name,      figure_cell(v, id, c->o), true, ratio_milli(f->low), ratio_milli(f->high),
                               f->low_open, f->high_open};
}

static const struct html *multiple(struct visit *v, const struct weighed *w, enum figure_id id)
{
    struct chart_span spans[COLUMNS_MAX];
    int64_t most = figure_unit(id) == IN_SHARE ? 1000 : 0;
    for (int i = 0; i < w->count; i++) {
        spans[i] = span_of(v, id, &w->columns[i]);
        most = spans[i].high > most ? spans[i].high : most;
    }
    return page_ev_multiple(v->a, v->lang, figure_title(id),
                            chart_spans(v->a, v->lang, str_format(v->a, "span-%s", figure_name(id)), figure_title(id),
                                        word(WORD_ev_multiple_describe), w->label, spans, w->count, most));
}

static const struct html *multiples(struct visit *v, const struct weighed *w)
{
    struct html_list *all = html_list_open(v->a);
    for (int i = 0; i < FIGURE_COUNT; i++)
        if (is_known(w, i))
            html_list_add(all, multiple(v, w, (enum figure_id)i));
    return html_list_done(all);
}

/* ---- tables ----------------------------------------------------------------------------------------------------------- */

static const struct html *column_heads(struct visit *v, const struct weighed *w)
{
    struct html_list *all = html_list_open(v->a);
    for (int i = 0; i < w->count; i++)
        html_list_add(all, page_ev_column(v->a, v->lang, w->columns[i].name));
    return html_list_done(all);
}

static const struct html *figure_rows(struct visit *v, const struct weighed *w)
{
    struct html_list *rows = html_list_open(v->a);
    for (int f = 0; f < FIGURE_COUNT; f++) {
        struct html_list *cells = html_list_open(v->a);
        if (!is_known(w, f))
            continue;
        for (int i = 0; i < w->count; i++)
            html_list_add(cells, page_ev_cell(v->a, v->lang, figure_or_why(v, (enum figure_id)f, &w->columns[i].o->figures[f])));
        html_list_add(rows, page_ev_row(v->a, v->lang, figure_title((enum figure_id)f), html_list_done(cells)));
    }
    return html_list_done(rows);
}

/* Those that anybody has, under any choice. Who is cleared is in the funnel. */
static const struct html *reason_rows(struct visit *v, const struct weighed *w)
{
    struct html_list *rows = html_list_open(v->a);
    for (int r = REFUSED_NOT + 1; r < REFUSAL_COUNT; r++) {
        struct html_list *cells = html_list_open(v->a);
        bool any = false;
        for (int i = 0; i < w->count; i++) {
            struct shown s = w->columns[i].o->reasons[r];
            any |= s.n || s.hidden;
            html_list_add(cells, page_ev_cell(v->a, v->lang, s.hidden ? S("*") : shown_words(v, s)));
        }
        if (any)
            html_list_add(rows, page_ev_row(v->a, v->lang, refusal_words((enum refusal)r), html_list_done(cells)));
    }
    return html_list_done(rows);
}

static const struct html *steps(struct visit *v, const struct weighed *w)
{
    return page_ev_steps(v->a, v->lang, funnel(v, w), column_heads(v, w), step_rows(v, w));
}

static const struct html *figures(struct visit *v, const struct weighed *w)
{
    return page_ev_figures(v->a, v->lang, multiples(v, w), column_heads(v, w), figure_rows(v, w), reason_rows(v, w),
                           w->c->evidence->policy->k_min);
}

/* ---- what could not be known --------------------------------------------------------------------------------------------- */

struct names_of { struct phrase at[FIGURE_COUNT + 64]; int count; };

static void add_name(struct names_of *n, struct phrase name)
{
    if (n->count < COUNT(n->at))
        n->at[n->count++] = name;
}

static struct names_of unknown_because(const struct weighed *w, const struct library *l, enum missing why)
{
    struct names_of n = {.count = 0};
    int count;
    const struct without *all = evidence_without(&count);
    for (int i = 0; i < count; i++) {
        const struct metric *m = library_metric(l, str_of(all[i].metric));
        if (all[i].missing == why)
            add_name(&n, m ? m->name : (struct phrase){str_of(all[i].metric), str_of(all[i].metric)});
    }
    for (int f = 0; f < FIGURE_COUNT; f++)
        if (w->columns[0].o->figures[f].missing == why)
            add_name(&n, figure_title((enum figure_id)f));
    return n;
}

static const struct html *unknown(struct visit *v, const struct weighed *w, const struct library *l)
{
    struct html_list *all = html_list_open(v->a);
    for (int m = MISSING_NOT + 1; m < MISSING_COUNT; m++) {
        struct names_of n = unknown_because(w, l, (enum missing)m);
        struct html_list *names = html_list_open(v->a);
        for (int i = 0; i < n.count; i++)
            html_list_add(names, page_ev_name(v->a, v->lang, n.at[i], i + 1 < n.count));
        if (n.count)
            html_list_add(all, page_ev_why(v->a, v->lang, missing_words((enum missing)m), html_list_done(names)));
    }
    return html_list_done(all);
}

/* ---- weighing ------------------------------------------------------------------------------------------------------------- */

static void add_column(struct weighed *w, struct phrase name, struct str settings)
{
    w->columns[w->count++] = (struct choice_column){name, settings, NULL};
}

static void columns_of(struct visit *v, const struct choice *c, struct weighed *w)
{
    add_column(w, word(c->settings.len ? WORD_ev_choice : WORD_ev_policy), c->settings);
    if (c->settings.len)
        add_column(w, word(WORD_ev_policy), S(""));
    w->policy = &w->columns[w->count - 1];
    for (int i = 0; i < c->aside_count; i++) {
        struct str letter = str_format(v->a, "%c", 'A' + i);
        add_column(w, (struct phrase){letter, letter}, c->aside[i]);
    }
}

/* Each setting is weighed once, also where a column is a point too. */
struct asked { struct str *settings; struct alternative *all; int count; };

static int ask_for(struct asked *a, struct str settings)
{
    for (int i = 0; i < a->count; i++)
        if (str_eq(a->settings[i], settings))
            return i;
    a->settings[a->count] = settings;
    return a->count++;
}

static bool weigh(struct visit *v, const struct app_evidence *people, const struct choice *c, struct weighed *w, struct asked *a,
                  struct err *e)
{
    const struct evidence *found = app_evidence_of(people);
    *w = (struct weighed){.c = c, .label = data_label(found->synthetic, found->label)};
    columns_of(v, c, w);
    w->points = choice_points(v, c, &w->point_count);
    w->at = arena_new(v->a, const struct outcome *, w->point_count);
    *a = (struct asked){.settings = arena_new(v->a, struct str, COLUMNS_MAX + w->point_count),
                        .all = arena_new(v->a, struct alternative, COLUMNS_MAX + w->point_count)};
    (void)ask_for(a, S(""));         /* the policy first, as in every file of these figures */
    for (int i = 0; i < w->count; i++)
        (void)ask_for(a, w->columns[i].settings);
    for (int i = 0; i < w->point_count; i++)
        (void)ask_for(a, w->points[i].settings);
    if (!app_evidence_weigh_all(v->a, people, a->settings, a->count, a->all, e))
        return false;
    for (int i = 0; i < w->count; i++)
        w->columns[i].o = &a->all[ask_for(a, w->columns[i].settings)].schemes[c->scheme];
    for (int i = 0; i < w->point_count; i++)
        w->at[i] = &a->all[ask_for(a, w->points[i].settings)].schemes[c->scheme];
    return true;
}

/* ---- the page --------------------------------------------------------------------------------------------------------------- */

static const struct html *scheme_options(struct visit *v, const struct choice *c)
{
    struct html_list *all = html_list_open(v->a);
    for (int i = 0; i < c->evidence->scheme_count; i++) {
        const struct plan *p = c->evidence->schemes[i].plan;
        html_list_add(all, page_ev_option(v->a, v->lang, p->scheme, p->about->name, i == c->scheme));
    }
    return html_list_done(all);
}

static const struct html *fresh_options(struct visit *v, const struct choice *c)
{
    struct html_list *all = html_list_open(v->a);
    html_list_add(all, page_ev_option(v->a, v->lang, S("ja"), word(WORD_ev_fresh_yes), c->fresh));
    html_list_add(all, page_ev_option(v->a, v->lang, S("nee"), word(WORD_ev_fresh_no), !c->fresh));
    return html_list_done(all);
}

struct parts { const struct html *said, *steps, *figures, *frontier, *rest; };

static void reply_choice(struct visit *v, struct reply *r, const struct choice *c, const struct library *l, struct parts p)
{
    struct phrase title = word(WORD_ev_title);
    const struct evidence *e = c->evidence;
    struct dials_form f = dials_form(v, c, l);
    reply_page(v, r, title, data_label(e->synthetic, e->label),
               page_evidence(v->a, v->lang, title, visit_path(v, ROUTE_EVIDENCE, S(""), S("")), choice_path(v, c, ROUTE_EVIDENCE),
                             p.said, scheme_options(v, c), fresh_options(v, c), f.first, f.more, f.more_open, f.exclusions,
                             f.exclusions_open, p.steps, beside_part(v, c), p.figures, figure_options(v, c->across),
                             figure_options(v, c->up), dial_options(v, c, c->sweep[0], false), dial_options(v, c, c->sweep[1], true),
                             p.frontier, p.rest));
}

/* A policy under which nobody may be read is no fault of ours; what else goes wrong is. */
static bool refused(struct visit *v, struct reply *r, const struct err *e)
{
    struct phrase title = word(WORD_ev_title);
    if (e->code != ERR_POLICY && e->code != ERR_GATE)
        return false;
    reply_page(v, r, title, S(""), page_ev_refused(v->a, v->lang, title, str_of(e->text), visit_path(v, ROUTE_POLICY, S(""), S(""))));
    r->status = 403;
    return true;
}

bool page_of_evidence(struct visit *v, struct reply *r, struct err *e)
{
    const struct app_evidence *people;
    struct library l;
    struct faults faults = faults_open(v->a);
    struct choice c;
    struct weighed w;
    struct asked a;
    struct err why;
    if (!app_evidence_kept(v->site->app, choice_is_fresh(v), &people, e))
        return refused(v, r, e);
    if (!app_workspace_library(v->a, v->site->app, &l, &faults, e))
        return false;
    if (!choice_read(v, app_evidence_of(people), &c, &why)) {
        const struct html *none = html_list_done(html_list_open(v->a));
        r->status = 400;
        reply_choice(v, r, &c, &l, (struct parts){page_ev_problem(v->a, v->lang, str_of(why.text)), none, none, none, none});
        return true;
    }
    if (!weigh(v, people, &c, &w, &a, e))
        return false;
    reply_choice(v, r, &c, &l,
                 (struct parts){said(v, &w), steps(v, &w), figures(v, &w), frontier_part(v, &w),
                                page_ev_rest(v->a, v->lang, unknown(v, &w, &l), choice_path(v, &c, ROUTE_EVIDENCE_CSV))});
    return true;
}

/* The policy, the choice, the alternatives and the points of the frontier, each once; every scheme. */
bool file_of_evidence(struct visit *v, struct reply *r, struct err *e)
{
    const struct app_evidence *people;
    struct choice c;
    struct weighed w;
    struct asked a;
    struct err why;
    if (!app_evidence_kept(v->site->app, choice_is_fresh(v), &people, e))
        return refused(v, r, e);
    if (!choice_read(v, app_evidence_of(people), &c, &why)) {
        r->status = 400;
        r->body = str_format(v->a, "%s\n", why.text);
        return true;
    }
    if (!weigh(v, people, &c, &w, &a, e))
        return false;
    struct buf out = buf_open(v->a, LIMIT_PAGE_BYTES);
    evidence_csv(app_evidence_of(people), a.all, a.count, &out);
    if (out.over)
        return fail(e, ERR_LIMIT, "the file would be too large; choose one dial");
    r->type = "text/csv; charset=utf-8";
    r->body = buf_str(&out);
    r->download = v->lang == LANG_NL ? S("gevolgen.csv") : S("evidence.csv");
    return true;
}
