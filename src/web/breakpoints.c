/* SPDX-License-Identifier: EUPL-1.2 */
/* breakpoints.c: the page of breakpoints: a form for a household by hand, the plot and the table beside it. Nothing
 * about the residents of the workspace is read here. Not the walk (breakpoints/).
 */
#include "web/visit.h"

enum { TO_DEFAULT = 60000 };         /* whole euros, or a number; less where a fact cannot be so much */

struct form {
    struct breaks_fact *facts;
    int count;
    struct breaks_wish wish;
    bool couple;
    struct str day, shown_to;
};

static struct str name_of(struct visit *v, const struct breaks_fact *f)
{
    return f->of_partner ? str_format(v->a, "partner." STR_FMT, STR_ARG(f->fact->name)) : f->fact->name;
}

/* What is true of most made-up people, whoever they live with; without a share a condition that is fulfilled. */
static bool is_usual(const struct fact *f)
{
    switch (f->synthetic) {
    case SYNTHETIC_EVERYBODY: case SYNTHETIC_ADULTS: case SYNTHETIC_TENANTS: case SYNTHETIC_WORKING: case SYNTHETIC_COUPLES:
        return f->per_ten_thousand >= 5000;
    default: return !f->has_synthetic;
    }
}

/* An example to begin with, so that there is something to see and to change. */
static struct str example_of(const struct fact *f)
{
    switch (f->type) {
    case FACT_DATE: return S("1980-01-01");
    case FACT_BOOLEAN: return is_usual(f) ? S("ja") : S("nee");
    case FACT_AMOUNT:
    case FACT_NUMBER: return f->min > 0 ? S("") : S("0");
    case FACT_PERSON:
    case FACT_PEOPLE:
    case FACT_TEXT: break;
    }
    return S("");
}

static struct str value_of(struct visit *v, const struct breaks_fact *f)
{
    struct str sent = visit_field(v, name_of(v, f));
    return sent.at ? sent : example_of(f->fact);
}

static bool can_walk(const struct breaks_fact *f)
{
    return f->fact->type == FACT_AMOUNT || f->fact->type == FACT_NUMBER;
}

/* ---- the form --------------------------------------------------------------------------------------------------- */

static const struct html *option(struct visit *v, struct str value, struct phrase words, bool of_partner, struct str chosen)
{
    struct phrase partner = of_partner ? word(WORD_breaks_of_partner) : (struct phrase){{NULL, 0}, {NULL, 0}};
    return page_breaks_option(v->a, v->lang, value, words, partner, str_eq(value, chosen));
}

static const struct html *fact_options(struct visit *v, const struct form *f)
{
    struct html_list *l = html_list_open(v->a);
    for (int i = 0; i < f->count; i++)
        if (can_walk(&f->facts[i]))
            html_list_add(l, option(v, name_of(v, &f->facts[i]), f->facts[i].fact->label, f->facts[i].of_partner, f->wish.fact));
    html_list_add(l, option(v, S("referencedate"), word(WORD_breaks_the_date), false, f->wish.fact));
    return html_list_done(l);
}

static const struct html *choices(struct visit *v, struct str chosen, bool may_be_unknown)
{
    struct html_list *l = html_list_open(v->a);
    html_list_add(l, option(v, S("ja"), word(WORD_yes), false, chosen));
    html_list_add(l, option(v, S("nee"), word(WORD_no), false, chosen));
    if (may_be_unknown)
        html_list_add(l, option(v, S(""), word(WORD_not_known), false, chosen));
    return html_list_done(l);
}

/* The schemes in force that day, each by itself, and all of them. */
static const struct html *scheme_options(struct visit *v, const struct law_set *laws, const struct form *f)
{
    struct html_list *l = html_list_open(v->a);
    for (const struct scheme *s = NULL; (s = law_next_scheme(laws, s, f->wish.date));)
        html_list_add(l, option(v, s->id, s->name, false, f->wish.scheme));
    html_list_add(l, option(v, S("alle"), word(WORD_breaks_all), false, f->wish.scheme.len ? f->wish.scheme : S("alle")));
    return html_list_done(l);
}

static const struct html *fact_fields(struct visit *v, const struct form *f, bool of_partner)
{
    struct html_list *l = html_list_open(v->a);
    for (int i = 0; i < f->count; i++) {
        const struct breaks_fact *one = &f->facts[i];
        struct str value = value_of(v, one);
        if (one->of_partner != of_partner)
            continue;
        struct str name = name_of(v, one);
        struct phrase label = one->fact->label;
        html_list_add(l, one->fact->type == FACT_BOOLEAN
                             ? page_breaks_choice_field(v->a, v->lang, name, label, choices(v, value, true))
                             : page_breaks_text_field(v->a, v->lang, name, label, value, one->fact->type == FACT_DATE));
    }
    return html_list_done(l);
}

/* ---- what happens ------------------------------------------------------------------------------------------------ */

static const struct html *rows(struct visit *v, const struct breaks *b)
{
    struct html_list *l = html_list_open(v->a);
    bool english = v->lang == LANG_EN, money = b->fact && b->fact->type == FACT_AMOUNT;
    for (int i = 0; i < b->sum_count; i++) {
        const struct break_sum *s = &b->sums[i];
        bool known = s->kind != BREAK_UNKNOWN;
        html_list_add(l, page_breaks_row(v->a, v->lang, breaks_value(v->a, b, s->from, english), breaks_value(v->a, b, s->to, english),
                                         verdict_words(s->kind == BREAK_NO_LAW ? VERDICT_NO : (enum verdict)s->kind),
                                         known ? breaks_cents(v->a, s->cents, english) : S(""),
                                         known ? breaks_cents(v->a, s->last_cents, english) : S(""),
                                         money && s->slope.num ? breaks_percent(v->a, s->percent, english) : S("")));
    }
    return html_list_done(l);
}

static const struct html *jumps(struct visit *v, const struct breaks *b)
{
    struct html_list *l = html_list_open(v->a);
    bool english = v->lang == LANG_EN;
    for (int i = 0; i < b->jumps.count; i++) {
        const int64_t cents = b->jumps.at[i].cents;
        html_list_add(l, page_breaks_jump(v->a, v->lang, breaks_value(v->a, b, b->jumps.at[i].at, english),
                                          breaks_cents(v->a, cents < 0 ? -cents : cents, english), cents < 0));
    }
    return html_list_done(l);
}

static const struct html *result(struct visit *v, const struct breaks *b)
{
    bool english = v->lang == LANG_EN, steep = b->lowest >= 0 && b->fact && b->fact->type == FACT_AMOUNT;
    const struct break_sum *s = steep ? &b->sums[b->lowest] : &b->sums[0];
    struct buf svg = buf_open(v->a, LIMIT_BREAKS_SVG);
    breaks_svg(v->a, b, S("plot"), english, &svg);
    return page_breaks_result(v->a, v->lang, (struct svg){svg.over ? S("") : buf_str(&svg)}, b->exact,
                              breaks_value(v->a, b, s->from, english), breaks_value(v->a, b, s->to, english),
                              steep ? breaks_percent(v->a, s->percent, english) : S(""), rows(v, b), jumps(v, b));
}

/* ---- from the address to a wish ------------------------------------------------------------------------------------ */

static struct str first_amount(struct visit *v, const struct form *f)
{
    for (int i = 0; i < f->count; i++)
        if (f->facts[i].fact->type == FACT_AMOUNT && !f->facts[i].of_partner)
            return name_of(v, &f->facts[i]);
    return S("referencedate");
}

/* The fact that is walked along, if it is an amount or a number; else NULL. */
static const struct fact *walked(struct visit *v, const struct form *f)
{
    for (int i = 0; i < f->count; i++)
        if (can_walk(&f->facts[i]) && str_eq(name_of(v, &f->facts[i]), f->wish.fact))
            return f->facts[i].fact;
    return NULL;
}

static struct str usual_end(struct visit *v, const struct fact *f)
{
    const int64_t most = f && f->type == FACT_AMOUNT ? f->max / 100 : f ? f->max : TO_DEFAULT;
    return str_format(v->a, "%lld", (long long)(most < TO_DEFAULT ? most : TO_DEFAULT));
}

/* What was chosen; to begin with the scheme that the workspace is about, or the first one. */
static struct str scheme_of(struct visit *v, const struct law_set *laws, struct str usual, int32_t on)
{
    struct str sent = visit_field(v, S("regeling"));
    const struct scheme *first = law_next_scheme(laws, NULL, on);
    if (str_eq(sent, S("alle")) || !first)
        return S("");
    if (sent.len)
        return sent;
    return law_scheme(laws, usual, on) ? usual : first->id;
}

static struct form form_of(struct visit *v, const struct law_set *laws, struct str usual, int32_t on)
{
    struct form f = {.wish = {.date = on}};
    struct str day = visit_field(v, S("op")), fact = visit_field(v, S("langs"));
    if (!day.len || !date_parse(day, &f.wish.date))
        f.wish.date = on;
    f.day = date_print(v->a, f.wish.date);
    f.wish.scheme = scheme_of(v, laws, usual, f.wish.date);
    f.facts = app_breaks_facts(v->a, laws, f.wish.scheme, f.wish.date, &f.count);
    f.wish.fact = fact.len ? fact : first_amount(v, &f);
    f.couple = str_eq(visit_field(v, S("partner")), S("ja"));
    struct str to = visit_field(v, S("tot")), *params = arena_new(v->a, struct str, f.count);
    const struct fact *along = walked(v, &f);
    f.shown_to = to.at ? to : usual_end(v, along);
    if (along)
        f.wish.to = f.shown_to;
    for (int i = 0; i < f.count; i++) {
        struct str name = name_of(v, &f.facts[i]), value = value_of(v, &f.facts[i]);
        if (f.couple || !f.facts[i].of_partner)
            params[f.wish.fact_count++] = str_format(v->a, STR_FMT "=" STR_FMT, STR_ARG(name), STR_ARG(value));
    }
    f.wish.facts = params;
    return f;
}

bool page_of_breakpoints(struct visit *v, struct reply *r, struct err *e)
{
    struct overview o;
    if (!app_overview(v->a, v->site->app, &o, e))
        return false;
    if (!o.laws)
        return fail(e, ERR_WEB, "no laws were read; start the server with a folder of laws");
    int32_t on = o.any ? o.run.on : o.laws->first && o.laws->first->has_valid_from ? o.laws->first->valid_from : 0;
    struct form f = form_of(v, o.laws, o.scheme_count ? o.schemes[0].scheme : S(""), on);
    struct breaks b;
    struct err why;
    bool found = app_breakpoints(v->a, o.laws, &f.wish, &b, &why);
    r->status = found ? 200 : 400;
    struct phrase title = word(WORD_breaks_title);
    reply_page(v, r, title, overview_label(&o),
               page_breakpoints(v->a, v->lang, title, visit_path(v, ROUTE_BREAKPOINTS, S(""), S("")), scheme_options(v, o.laws, &f),
                                fact_options(v, &f),
                                f.shown_to, f.day, fact_fields(v, &f, false),
                                choices(v, f.couple ? S("ja") : S("nee"), false), fact_fields(v, &f, true),
                                found ? result(v, &b) : page_breaks_problem(v->a, v->lang, str_of(why.text))));
    return true;
}
