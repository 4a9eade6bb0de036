/* SPDX-License-Identifier: EUPL-1.2 */
/* resident.c: one resident of the last search: outcome, because, on these data, by this
 * article. Not a page for the resident: it is for who helps them; there is no name on it.
 */
#include "web/trace.h"

#define REASONS_MAX 3

static const struct html *reasons(struct visit *v, const struct explanation *x)
{
    int count = 0;
    const struct phrase *list = eval_reasons(v->a, x, REASONS_MAX, &count);
    struct html_list *items = html_list_open(v->a);
    for (int i = 0; i < count; i++)
        html_list_add(items, page_item(v->a, v->lang, list[i]));
    return html_list_done(items);
}

static void add_missing(struct visit *v, const struct plan *plan, int fact, struct html_list *items)
{
    const struct plan_fact *f = &plan->facts[fact];
    html_list_add(items, page_item(v->a, v->lang, plan_words(v->a, plan, f->fact->label, f->path)));
}

/* Of an unknown outcome what may change it; of a faulty one what was not right. */
static const struct html *missing(struct visit *v, const struct resident_view *r)
{
    struct html_list *items = html_list_open(v->a);
    const struct question *q = &r->outlook.question;
    for (int i = 0; i < q->missing_count; i++)
        add_missing(v, r->plan, q->missing[i], items);
    for (int i = 0; r->plan && !r->outlook.right.nl.len && i < r->plan->fact_count && i < 64; i++)
        if (r->outcome.missing >> i & 1)
            add_missing(v, r->plan, i, items);
    return html_list_done(items);
}

static const struct html *outlook(struct visit *v, const struct outlook *o)
{
    const struct phrase lines[] = {o->right, o->amount, o->ask};
    struct html_list *items = html_list_open(v->a);
    for (int i = 0; i < COUNT(lines); i++)
        if (lines[i].nl.len)
            html_list_add(items, page_item(v->a, v->lang, lines[i]));
    return html_list_done(items);
}

static const struct html *amount(struct visit *v, const struct resident_view *r)
{
    if (r->outcome.amount_state != CELL_PRESENT)
        return page_words(v->a, v->lang, word(WORD_amount_not_known));
    return page_amount(v->a, v->lang, r->outcome.amount_cents,
                       word(r->scheme && r->scheme->monthly ? WORD_per_month : WORD_per_year));
}

static struct phrase outcome_words(enum verdict verdict)
{
    static const enum word words[] = {WORD_outcome_no, WORD_outcome_yes, WORD_outcome_unknown, WORD_outcome_faulty};
    return word(words[verdict]);
}

bool page_of_resident(struct visit *v, struct reply *r, struct err *e)
{
    struct str hex = v->target.params[0], scheme = v->target.params[1];
    struct pseudonym who;
    struct resident_view x;
    struct overview o;
    bool found = false;
    if (!hex_parse(hex, who.at, sizeof who.at)) {
        reply_missing(v, r, word(WORD_no_such_resident));
        return true;
    }
    /* The overview for the label; the view itself goes on the account. */
    if (!app_overview(v->a, v->site->app, &o, e) || !app_resident(v->a, v->site->app, scheme, who, visit_actor(v), &x, &found, e))
        return false;
    if (!found) {
        reply_missing(v, r, word(WORD_no_such_resident));
        return true;
    }
    bool hears = x.outcome.reason == REFUSED_NOT;
    struct phrase title = word(hears ? WORD_resident_title_yes : WORD_resident_title_no);
    struct str label = x.synthetic ? (o.any && overview_label(&o).len ? overview_label(&o) : S("synthetic")) : S("");
    reply_page(v, r, title, label,
               page_resident(v->a, v->lang, title, hex, outcome_words(x.outcome.verdict), scheme_name(o.laws, scheme, o.run.on),
                             refusal_words(x.outcome.reason), amount(v, &x), x.scheme ? x.scheme->executor : S(""), !x.agrees,
                             hears, reasons(v, &x.explanation), trace_facts(v, x.plan, &x.explanation), missing(v, &x),
                             outlook(v, &x.outlook), trace_lines(v, x.plan, x.explanation.entitled),
                             trace_lines(v, x.plan, x.explanation.amount),
                             visit_path(v, ROUTE_REASON, scheme, str_of(refusal_name(x.outcome.reason)))));
    return true;
}
