/* SPDX-License-Identifier: EUPL-1.2 */
/* kan.c: the page that says of whom could be known that they are entitled: a bar and a row for each scheme, and the facts that
 * would settle the others. Not the working out (app/kan.c).
 */
#include "web/ask.h"
#include "web/chart.h"

/* In the order of the bar: what is certain, what may be, what is not, what cannot be told. */
static const struct { enum certainty part; enum word words; } parts[] = {
    {CERTAINTY_CERTAIN, WORD_kan_certain}, {CERTAINTY_POSSIBLE, WORD_kan_possible},
    {CERTAINTY_EXCLUDED, WORD_kan_excluded}, {CERTAINTY_FAULTY, WORD_kan_faulty}};

static const struct html *count(struct visit *v, struct kan_count c)
{
    return page_kan_count(v->a, v->lang, c.hidden, c.low != c.high, c.n, c.low, c.high);
}

/* ---- bars ------------------------------------------------------------------------------------------------------ */

static const struct html *plot(struct visit *v, const struct kan *k)
{
    struct chart_stack *bars = arena_new(v->a, struct chart_stack, k->scheme_count);
    int n = 0;
    for (int i = 0; i < k->scheme_count; i++) {
        const struct kan_scheme *s = k->schemes[i];
        if (s->state != KAN_COUNTED)
            continue;
        bars[n].label = s->scheme->name;
        for (int p = 0; p < COUNT(parts); p++) {
            struct kan_count c = s->parts[parts[p].part];
            struct str text = number_words(v->a, c.n, v->lang == LANG_EN);
            if (c.low != c.high)
                text = str_format(v->a, "≈ " STR_FMT, STR_ARG(text));
            if (!c.n || parts[p].part == CERTAINTY_EXCLUDED)
                text = S("");        /* what is left empty needs no words, and a small screen has no room */
            bars[n].parts[p] = (struct chart_part){word(parts[p].words), text, c.n};
        }
        n++;
    }
    return chart_stacks(v->a, v->lang, S("kan"), word(WORD_kan_chart_title), word(WORD_kan_chart_describe), k->label, bars, n);
}

/* ---- tables ---------------------------------------------------------------------------------------------------- */

static int64_t note_count(const struct note *n)
{
    int64_t count = 0;
    for (; n; n = n->next)
        count++;
    return count;
}

/* Of the same page, about one scheme. */
static struct str path_of(struct visit *v, const struct kan *k, const struct scheme *s)
{
    return str_format(v->a, STR_FMT "?dag=" STR_FMT "&regeling=" STR_FMT, STR_ARG(visit_path(v, ROUTE_KAN, S(""), S(""))),
                      STR_ARG(date_print(v->a, k->day)), STR_ARG(s->id));
}

static const struct html *rows(struct visit *v, const struct kan *k)
{
    struct html_list *l = html_list_open(v->a);
    for (int i = 0; i < k->scheme_count; i++) {
        const struct kan_scheme *s = k->schemes[i];
        if (s->state == KAN_COUNTED)
            html_list_add(l, page_kan_row(v->a, v->lang, s->scheme->name, path_of(v, k, s->scheme), note_count(s->scheme->unverified),
                                          count(v, s->parts[CERTAINTY_CERTAIN]), count(v, s->parts[CERTAINTY_POSSIBLE]),
                                          count(v, s->parts[CERTAINTY_EXCLUDED]), count(v, s->parts[CERTAINTY_FAULTY]),
                                          page_kan_amount(v->a, v->lang, s->has_amount, s->amount_hidden, s->bounded, s->low_cents,
                                                          s->high_cents)));
    }
    return html_list_done(l);
}

static const struct html *fact_rows(struct visit *v, const struct kan_scheme *s)
{
    static const enum word kinds[] = {WORD_ground_is_none, WORD_ground_is_unchecked, WORD_ground_is_weigh, WORD_ground_is_named};
    struct html_list *l = html_list_open(v->a);
    for (int i = 0; i < s->fact_count; i++) {
        const struct kan_fact *f = &s->facts[i];
        struct phrase state = {{NULL, 0}, {NULL, 0}};
        if (!f->allowed || !f->delivered || f->too_old)
            state = word(!f->allowed ? WORD_kan_not_allowed : !f->delivered ? WORD_kan_not_delivered : WORD_kan_too_old);
        html_list_add(l, page_kan_fact(v->a, v->lang, f->fact->label, f->fact->source, word(kinds[fact_ground(f->fact)]),
                                       count(v, f->settles), count(v, f->first), count(v, f->unknown), state, f->delivered, f->as_of,
                                       f->max_age_days));
    }
    return html_list_done(l);
}

static const struct html *notes(struct visit *v, const struct note *n)
{
    struct html_list *l = html_list_open(v->a);
    for (; n; n = n->next)
        html_list_add(l, page_item(v->a, v->lang, (struct phrase){n->text, n->text}));
    return html_list_done(l);
}

static const struct html *facts(struct visit *v, const struct kan *k)
{
    struct html_list *l = html_list_open(v->a);
    for (int i = 0; i < k->scheme_count; i++) {
        const struct kan_scheme *s = k->schemes[i];
        if (s->state == KAN_COUNTED)
            html_list_add(l, page_kan_facts(v->a, v->lang, str_format(v->a, "facts-%d", i), s->scheme->name, k->scheme_count == 1,
                                            s->undecided.n > 0, s->sampled == s->undecided.n, !s->undecided.hidden, s->sampled,
                                            s->undecided.n, s->bylaw_count > 0, count(v, s->without_bylaw),
                                            note_count(s->scheme->unverified), notes(v, s->scheme->unverified), fact_rows(v, s)));
    }
    return html_list_done(l);
}

static const struct html *without(struct visit *v, const struct kan *k)
{
    struct html_list *l = html_list_open(v->a);
    for (int i = 0; i < k->scheme_count; i++)
        if (k->schemes[i]->state != KAN_COUNTED)
            html_list_add(l, page_kan_without(v->a, v->lang, k->schemes[i]->scheme->name, k->schemes[i]->why));
    return html_list_done(l);
}

/* ---- the page ------------------------------------------------------------------------------------------------------ */

/* False with *e; or true, and not *found: then a page in *r says why. */
static bool kan_of(struct visit *v, struct reply *r, struct ask *ask, struct kan *k, bool *found, struct err *e)
{
    *ask = ask_read(v, app_today(v->site->app));
    *found = !ask->day_is_wrong || fail(e, ERR_USAGE, "no such day");
    *found = *found && app_kan(v->a, v->site->app, &ask->scheme, ask->scheme.len > 0, ask->day, k, e);
    return *found || ask_refused(v, r, word(WORD_kan_title), e);
}

static bool is_sampled(const struct kan *k)
{
    bool any = false;
    for (int i = 0; i < k->scheme_count; i++)
        any |= k->schemes[i]->state == KAN_COUNTED && k->schemes[i]->sampled < k->schemes[i]->undecided.n;
    return any;
}

bool page_of_kan(struct visit *v, struct reply *r, struct err *e)
{
    struct overview o;
    struct ask ask;
    struct kan k;
    bool found;
    if (!app_overview(v->a, v->site->app, &o, e) || !kan_of(v, r, &ask, &k, &found, e))
        return false;
    if (!found)
        return true;
    int counted = 0;
    for (int i = 0; i < k.scheme_count; i++)
        counted += k.schemes[i]->state == KAN_COUNTED;
    const struct kan_scheme *s = k.scheme_count == 1 && counted == 1 ? k.schemes[0] : NULL;
    bool one = s && !s->parts[CERTAINTY_CERTAIN].hidden && !s->parts[CERTAINTY_POSSIBLE].hidden;
    struct phrase title = word(WORD_kan_title);
    reply_page(v, r, title, data_label(k.synthetic, k.label),
               page_kan(v->a, v->lang, title, k.day, k.residents, k.scheme_count, counted, one,
                        one ? s->parts[CERTAINTY_CERTAIN].n : 0, one ? s->parts[CERTAINTY_POSSIBLE].n : 0, !k.synthetic, k.k,
                        k.opted_out < k.k ? 0 : k.opted_out, visit_path(v, ROUTE_KAN, S(""), S("")), ask_fields(v, o.laws, &ask),
                        plot(v, &k), rows(v, &k), is_sampled(&k), facts(v, &k), without(v, &k), ask_link(v, ROUTE_KAN_CSV),
                        ask_link(v, ROUTE_MAG)));
    return true;
}

bool file_of_kan(struct visit *v, struct reply *r, struct err *e)
{
    struct ask ask;
    struct kan k;
    bool found;
    if (!kan_of(v, r, &ask, &k, &found, e))
        return false;
    if (!found)
        return true;
    struct buf csv = buf_open(v->a, LIMIT_PAGE_BYTES);
    app_kan_csv(&k, &csv);
    r->type = "text/csv; charset=utf-8";
    r->body = buf_str(&csv);
    r->download = v->lang == LANG_NL ? S("kan.csv") : S("can.csv");
    return true;
}
