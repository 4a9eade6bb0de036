/* SPDX-License-Identifier: EUPL-1.2 */
/* evidence_frontier.c: two figures against each other at each setting of one or two dials: a plot and its table. What is
 * better is not said: that is for people. Not the drawing (chart.c).
 */
#include "web/chart.h"
#include "web/weighed.h"

const struct html *figure_options(struct visit *v, enum figure_id chosen)
{
    struct html_list *all = html_list_open(v->a);
    for (int i = 0; i < FIGURE_COUNT; i++)
        html_list_add(all, page_ev_option(v->a, v->lang, str_of(figure_name((enum figure_id)i)), figure_title((enum figure_id)i),
                                          i == (int)chosen));
    return html_list_done(all);
}

const struct html *dial_options(struct visit *v, const struct choice *c, int chosen, bool may_be_none)
{
    struct html_list *all = html_list_open(v->a);
    if (may_be_none)
        html_list_add(all, page_ev_option(v->a, v->lang, S(""), word(WORD_ev_none), chosen == SWEEP_NONE));
    for (int i = 0; i < c->dial_count; i++)
        html_list_add(all, page_ev_option(v->a, v->lang, c->signed_[i].name, dial_title(&c->signed_[i]), i == chosen));
    return html_list_done(all);
}

/* ---- axes ---------------------------------------------------------------------------------------------------- */

static bool is_placed(const struct weighed *w, int i)
{
    return !w->at[i]->figures[w->c->across].missing && !w->at[i]->figures[w->c->up].missing;
}

/* A number on an axis, as the figure itself would read. */
static struct str mark_words(struct visit *v, enum figure_id id, int64_t milli)
{
    bool counts = figure_unit(id) == IN_PEOPLE || figure_unit(id) == IN_LETTERS || figure_unit(id) == IN_CENTS;
    struct ratio r = counts ? (struct ratio){milli / 1000, 1} : (struct ratio){milli, 1000};
    return figure_in_words(v->a, id, &(struct figure){.low = r, .high = r}, v->lang == LANG_EN);
}

static struct chart_axis axis_of(struct visit *v, const struct weighed *w, enum figure_id id)
{
    struct chart_axis axis = {.name = figure_title(id), .from = INT64_MAX, .to = INT64_MIN};
    for (int i = 0; i < w->point_count; i++) {
        const struct figure *f = &w->at[i]->figures[id];
        if (!is_placed(w, i))
            continue;
        int64_t low = ratio_milli(f->low), high = ratio_milli(f->high);
        axis.from = low < axis.from ? low : axis.from;
        axis.to = high > axis.to ? high : axis.to;
    }
    if (axis.from <= axis.to) {
        axis.from_words = mark_words(v, id, axis.from);
        axis.to_words = mark_words(v, id, axis.to);
    }
    return axis;
}

/* ---- points ---------------------------------------------------------------------------------------------------- */

static struct str value_words(struct visit *v, const struct weighed *w, int sweep, struct str value)
{
    const int dial = w->c->sweep[sweep];
    return dial == SWEEP_NONE ? S("") : dial_value_words(v->a, w->c->signed_[dial].kind, value, v->lang == LANG_EN);
}

/* Points come in series of one setting of the second dial. */
static int series_of(const struct weighed *w, int i)
{
    int series = 0;
    for (int k = 1; k <= i; k++)
        series += !str_eq(w->points[k].values[1], w->points[k - 1].values[1]);
    return series;
}

static const struct html *plot(struct visit *v, const struct weighed *w, int *placed)
{
    struct chart_point *points = arena_new(v->a, struct chart_point, w->point_count);
    const enum figure_id ids[2] = {w->c->across, w->c->up};
    *placed = 0;
    for (int i = 0; i < w->point_count; i++) {
        struct chart_point *p = &points[*placed];
        if (!is_placed(w, i))
            continue;
        *p = (struct chart_point){.words = value_words(v, w, 0, w->points[i].values[0]), .series = series_of(w, i),
                                  .chosen = w->points[i].chosen};
        for (int k = 0; k < 2; k++) {
            p->low[k] = ratio_milli(w->at[i]->figures[ids[k]].low);
            p->high[k] = ratio_milli(w->at[i]->figures[ids[k]].high);
        }
        ++*placed;
    }
    const struct chart_axis axes[2] = {axis_of(v, w, ids[0]), axis_of(v, w, ids[1])};
    if (!*placed)
        return html_list_done(html_list_open(v->a));
    return chart_points(v->a, v->lang, S("points-plot"), word(WORD_ev_points_title), word(WORD_ev_points_describe), w->label, axes,
                        points, *placed);
}

struct str figure_or_why(struct visit *v, enum figure_id id, const struct figure *f)
{
    return f->missing ? phrase_in(v->lang, missing_words(f->missing)) : figure_in_words(v->a, id, f, v->lang == LANG_EN);
}

static const struct html *rows(struct visit *v, const struct weighed *w)
{
    struct html_list *all = html_list_open(v->a);
    for (int i = 0; i < w->point_count; i++)
        html_list_add(all, page_ev_point(v->a, v->lang, value_words(v, w, 0, w->points[i].values[0]), w->points[i].chosen,
                                         w->c->sweep[1] != SWEEP_NONE, value_words(v, w, 1, w->points[i].values[1]),
                                         figure_or_why(v, w->c->across, &w->at[i]->figures[w->c->across]),
                                         figure_or_why(v, w->c->up, &w->at[i]->figures[w->c->up])));
    return html_list_done(all);
}

static const struct html *key(struct visit *v, const struct weighed *w)
{
    struct html_list *all = html_list_open(v->a);
    for (int i = 0; i < w->point_count && w->c->sweep[1] != SWEEP_NONE; i++)
        if (!i || series_of(w, i) != series_of(w, i - 1))
            html_list_add(all, page_ev_series(v->a, v->lang, str_of(chart_shape(series_of(w, i))),
                                              value_words(v, w, 1, w->points[i].values[1])));
    return html_list_done(all);
}

static struct phrase title_of(const struct choice *c, int sweep)
{
    return c->sweep[sweep] == SWEEP_NONE ? (struct phrase){{NULL, 0}, {NULL, 0}} : dial_title(&c->signed_[c->sweep[sweep]]);
}

const struct html *frontier_part(struct visit *v, const struct weighed *w)
{
    int placed;
    const struct html *drawn = plot(v, w, &placed);
    return page_ev_frontier(v->a, v->lang, drawn, key(v, w), title_of(w->c, 1), title_of(w->c, 0), title_of(w->c, 1),
                            figure_title(w->c->across), figure_title(w->c->up), rows(v, w), w->point_count - placed);
}
