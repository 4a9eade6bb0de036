/* SPDX-License-Identifier: EUPL-1.2 */
/* overview.c: the last search as sentences, a funnel, tables and a CSV. Not the counting: that
 * was done when the search ran.
 */
#include "web/chart.h"
#include "web/visit.h"

#include <inttypes.h>

/* The steps of the funnel, once for the plot, the table and the file. */
struct step_figure { enum word label; int64_t count, possible, cents; bool in_plot, has_cents; };
#define STEPS 6

static void steps_of(const struct stored_run *run, const struct stored_scheme *s, struct step_figure out[STEPS])
{
    out[0] = (struct step_figure){WORD_step_residents, run->residents, 0, 0, true, false};
    out[1] = (struct step_figure){WORD_step_searched, s->searched, 0, 0, true, false};
    out[2] = (struct step_figure){WORD_step_entitled, s->entitled, s->unknown, s->entitled_cents, true, true};
    out[3] = (struct step_figure){WORD_step_not_using, s->not_using, 0, s->not_using_cents, true, true};
    out[4] = (struct step_figure){WORD_step_cleared, s->cleared, 0, s->cleared_cents, true, true};
    out[5] = (struct step_figure){WORD_step_letters, s->letters, 0, 0, false, false};
}

static const struct html *plot(struct visit *v, const struct stored_run *run, const struct step_figure steps[STEPS], int place)
{
    struct chart_bar bars[STEPS];
    int count = 0;
    for (int i = 0; i < STEPS; i++)
        if (steps[i].in_plot)
            bars[count++] = (struct chart_bar){word(steps[i].label), steps[i].count, steps[i].possible, word(WORD_step_possible), false};
    return chart_funnel(v->a, v->lang, str_format(v->a, "plot-%d", place), word(WORD_funnel_title), word(WORD_funnel_describe),
                        data_label(run->synthetic, run->label), bars, count);
}

static const struct html *step_rows(struct visit *v, const struct step_figure steps[STEPS])
{
    struct html_list *rows = html_list_open(v->a);
    for (int i = 0; i < STEPS; i++)
        html_list_add(rows, page_step_row(v->a, v->lang, word(steps[i].label), steps[i].count, steps[i].has_cents, steps[i].cents));
    return html_list_done(rows);
}

static const struct html *reason_rows(struct visit *v, const struct stored_scheme *s, int64_t *refused)
{
    struct html_list *rows = html_list_open(v->a);
    *refused = 0;
    for (int r = REFUSED_NOT + 1; r < REFUSAL_COUNT; r++) {
        if (s->counts[r] == 0)
            continue;
        *refused += s->counts[r];
        html_list_add(rows, page_reason_row(v->a, v->lang,
                                            visit_path(v, ROUTE_REASON, s->scheme, str_of(refusal_name((enum refusal)r))),
                                            refusal_words((enum refusal)r), s->counts[r]));
    }
    return html_list_done(rows);
}

static const struct html *scheme_section(struct visit *v, const struct overview *o, const struct stored_scheme *s, int place)
{
    struct step_figure steps[STEPS];
    steps_of(&o->run, s, steps);
    int64_t refused;
    const struct html *reasons = reason_rows(v, s, &refused);
    return page_overview_scheme(v->a, v->lang, str_format(v->a, "scheme-%d", place), scheme_name(o->laws, s->scheme, o->run.on),
                                s->searched, s->entitled, s->not_using, s->cleared, s->unknown, s->not_using_cents,
                                plot(v, &o->run, steps, place), step_rows(v, steps), reasons, refused,
                                visit_path(v, ROUTE_REASON, s->scheme, str_of(refusal_name(REFUSED_NOT))));
}

bool page_of_overview(struct visit *v, struct reply *r, struct err *e)
{
    struct overview o;
    if (!app_overview(v->a, v->site->app, &o, e))
        return false;
    struct phrase title = word(WORD_overview_title);
    if (!o.any) {
        reply_page(v, r, title, S(""), page_overview_none(v->a, v->lang));
        return true;
    }
    struct html_list *sections = html_list_open(v->a);
    for (int64_t i = 0; i < o.scheme_count; i++)
        html_list_add(sections, scheme_section(v, &o, &o.schemes[i], (int)i));
    reply_page(v, r, title, overview_label(&o),
               page_overview(v->a, v->lang, title, o.run.at_ms, o.run.on, o.run.opted_out, html_list_done(sections),
                             visit_path(v, ROUTE_OVERVIEW_CSV, S(""), S(""))));
    return true;
}

/* ---- the same figures as a file ------------------------------------------------------------------- */

struct csv { struct buf b; enum lang lang; char separator; const struct overview *o; struct arena *a; };

static void cell(struct csv *c, struct str s, bool last)
{
    buf_csv(&c->b, s, c->separator);
    buf_add(&c->b, last ? S("\r\n") : (struct str){&c->separator, 1});
}

static void word_cell(struct csv *c, enum word w, bool last)
{
    cell(c, phrase_in(c->lang, word(w)), last);
}

static void csv_row(struct csv *c, struct str scheme, enum word kind, struct phrase what, int64_t count, bool has_cents, int64_t cents)
{
    cell(c, scheme, false);
    word_cell(c, kind, false);
    cell(c, phrase_in(c->lang, what), false);
    cell(c, str_format(c->a, "%" PRId64, count), false);
    /* Plain digits for machines; the decimal sign of the language, so that spreadsheets take it. */
    cell(c, has_cents ? str_format(c->a, "%" PRId64 "%c%02d", cents / 100, c->lang == LANG_NL ? ',' : '.', (int)(cents % 100))
                      : S(""), false);
    cell(c, date_print(c->a, c->o->run.on), false);
    struct str label = overview_label(c->o);
    cell(c, label.len ? label : phrase_in(c->lang, word(WORD_csv_real)), true);
}

static void csv_scheme(struct csv *c, const struct stored_scheme *s)
{
    struct step_figure steps[STEPS];
    steps_of(&c->o->run, s, steps);
    for (int i = 0; i < STEPS; i++)
        csv_row(c, s->scheme, WORD_csv_step, word(steps[i].label), steps[i].count, steps[i].has_cents, steps[i].cents);
    for (int r = 0; r < REFUSAL_COUNT; r++)
        csv_row(c, s->scheme, WORD_csv_reason, refusal_words((enum refusal)r), s->counts[r], false, 0);
}

bool file_of_overview(struct visit *v, struct reply *r, struct err *e)
{
    struct overview o;
    if (!app_overview(v->a, v->site->app, &o, e))
        return false;
    static const enum word heads[] = {WORD_csv_scheme, WORD_csv_kind, WORD_csv_what, WORD_csv_residents, WORD_csv_euros,
                                      WORD_csv_on, WORD_csv_data};
    struct csv c = {buf_open(v->a, LIMIT_PAGE_BYTES), v->lang, v->lang == LANG_NL ? ';' : ',', &o, v->a};
    buf_add(&c.b, S("\xef\xbb\xbf"));    /* spreadsheets take the BOM as a sign of UTF-8 */
    for (int i = 0; i < COUNT(heads); i++)
        word_cell(&c, heads[i], i == COUNT(heads) - 1);
    for (int64_t i = 0; o.any && i < o.scheme_count; i++)
        csv_scheme(&c, &o.schemes[i]);
    r->type = "text/csv; charset=utf-8";
    r->body = buf_str(&c.b);
    r->download = v->lang == LANG_NL ? S("overzicht.csv") : S("overview.csv");
    return true;
}
