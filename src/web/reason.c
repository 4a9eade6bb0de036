/* SPDX-License-Identifier: EUPL-1.2 */
/* reason.c: the residents of the last search for whom one reason holds, by code, in screens.
 * Not why (resident.c).
 */
#include "web/visit.h"

static const struct stored_scheme *scheme_find(const struct overview *o, struct str id)
{
    for (int64_t i = 0; o->any && i < o->scheme_count; i++)
        if (str_eq(o->schemes[i].scheme, id))
            return &o->schemes[i];
    return NULL;
}

static const struct html *amount_of(struct visit *v, const struct scheme *scheme, const struct stored_outcome *x)
{
    if (x->amount_state != CELL_PRESENT)
        return page_words(v->a, v->lang, word(WORD_amount_not_known));
    return page_amount(v->a, v->lang, x->amount_cents, word(scheme && scheme->monthly ? WORD_per_month : WORD_per_year));
}

static const struct html *row(struct visit *v, const struct scheme *scheme, const struct stored_outcome *x)
{
    struct str who = hex_print(v->a, x->who.at, sizeof x->who.at);
    return page_resident_row(v->a, v->lang, visit_path(v, ROUTE_RESIDENT, who, x->scheme), str_slice(who, 0, 12),
                             verdict_words(x->verdict), amount_of(v, scheme, x));
}

/* A link to the screen that starts at `from`; empty if there is none. */
static struct str screen_link(struct visit *v, int64_t from, bool there)
{
    struct str path = visit_path(v, ROUTE_REASON, v->target.params[0], v->target.params[1]);
    return !there ? S("") : from == 0 ? path : str_format(v->a, STR_FMT "?vanaf=%d", STR_ARG(path), (int)from);
}

static const struct html *table(struct visit *v, const struct scheme *scheme, const struct stored_outcome *at, int64_t shown, int64_t all)
{
    if (shown == 0)
        return NULL;
    struct html_list *rows = html_list_open(v->a);
    for (int64_t i = 0; i < shown; i++)
        html_list_add(rows, row(v, scheme, &at[i]));
    int64_t before = v->from > LIMIT_PAGE_ROWS ? v->from - LIMIT_PAGE_ROWS : 0;
    return page_reason_table(v->a, v->lang, v->from + 1, v->from + shown, all, html_list_done(rows),
                             screen_link(v, before, v->from > 0), screen_link(v, v->from + shown, v->from + shown < all));
}

bool page_of_reason(struct visit *v, struct reply *r, struct err *e)
{
    struct overview o;
    struct stored_outcome *at = NULL;
    int64_t shown = 0;
    enum refusal reason;
    if (!app_overview(v->a, v->site->app, &o, e))
        return false;
    const struct stored_scheme *s = scheme_find(&o, v->target.params[0]);
    if (!s || !refusal_find(v->target.params[1], &reason)) {
        reply_missing(v, r, word(WORD_no_such_scheme));
        return true;
    }
    if (!app_examples(v->a, v->site->app, s->scheme, reason, v->from, LIMIT_PAGE_ROWS, &at, &shown, e))
        return false;
    struct phrase title = word(reason == REFUSED_NOT ? WORD_reason_cleared_title : WORD_reason_title);
    const struct scheme *scheme = o.laws ? law_scheme(o.laws, s->scheme, o.run.on) : NULL;
    int64_t all = s->counts[reason];
    reply_page(v, r, title, overview_label(&o),
               page_reason(v->a, v->lang, title, refusal_words(reason), all, scheme_name(o.laws, s->scheme, o.run.on),
                           table(v, scheme, at, shown, all), visit_path(v, ROUTE_OVERVIEW, S(""), S(""))));
    return true;
}
