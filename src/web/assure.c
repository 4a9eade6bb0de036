/* SPDX-License-Identifier: EUPL-1.2 */
/* assure.c: the page of what must stay so after a decision: measures with who, when and what shows it, conditions not met
 * in front, and the reviews. Not whether the service may start (gate/).
 */
#include "web/decision.h"

/* What was sent and not kept: it stands in its fields again. */
struct unkept { const struct measure_state *measure; const struct review *review; const struct html *note; };

static struct str day_text(struct visit *v, int32_t day)
{
    return day == INT32_MIN ? S("") : date_print(v->a, day);
}

/* ---- measures ------------------------------------------------------------------------------------------- */

static const struct html *measure(struct visit *v, const struct deciding *d, const struct assured *x, const struct measure_state *sent)
{
    const struct measure *known = library_measure(d->shelf.l, x->measure);
    const struct phrase bare = {x->measure, x->measure}, none = {S(""), S("")};
    bool again = sent && str_eq(sent->measure, x->measure), may = visit_may(v, ROUTE_ASSURE_SEND);
    return page_assure_measure(v->a, v->lang, x->measure, known ? known->name : bare, known ? known->what : none,
                               known ? known->evidence : none, x->condition, x->done != INT32_MIN, x->overdue, x->due != INT32_MIN,
                               x->due, x->done, x->owner, x->evidence, may, visit_path(v, ROUTE_ASSURE_SEND, d->id, S("")), v->csrf,
                               x->version, day_text(v, again ? sent->done : x->done), again ? sent->evidence : x->evidence);
}

static bool measures(struct visit *v, const struct deciding *d, const struct measure_state *sent, const struct html **out,
                     int *waiting, struct err *e)
{
    struct assured *all;
    struct html_list *list = html_list_open(v->a);
    *waiting = 0;
    if (!app_assured(v->a, v->site->app, &d->now.decision, &all, e))
        return false;
    for (const struct assured *x = all; x; x = x->next) {
        html_list_add(list, measure(v, d, x, sent));
        *waiting += x->condition && x->done == INT32_MIN;
    }
    *out = html_list_done(list);
    return true;
}

/* ---- reviews --------------------------------------------------------------------------------------------- */

static const struct html *review_part(struct visit *v, const struct deciding *d, const struct app_review *all, int64_t count,
                                      const struct review *sent)
{
    struct html_list *list = html_list_open(v->a);
    static const struct review empty = {.on = INT32_MIN, .next = INT32_MIN};
    const struct review *x = sent ? sent : &empty;
    for (int64_t i = 0; i < count; i++)
        html_list_add(list, page_assure_reviewed(v->a, v->lang, all[i].review.on, all[i].review.saw, all[i].review.keep,
                                                 all[i].review.change, all[i].review.next));
    int32_t next = count ? all[0].review.next : d->now.decision.review_on;
    return page_assure_reviews(v->a, v->lang, next != INT32_MIN, next, html_list_done(list), visit_may(v, ROUTE_ASSURE_SEND),
                               visit_path(v, ROUTE_ASSURE_SEND, d->id, S("")), v->csrf, count ? all[0].version.hash : S(""),
                               x->saw, x->keep, x->change, day_text(v, x->next));
}

/* ---- the page ----------------------------------------------------------------------------------------------- */

static bool show(struct visit *v, struct reply *r, const struct deciding *d, struct unkept sent, struct err *e)
{
    struct app_review *all;
    int64_t count;
    const struct html *list;
    int waiting;
    if (!app_reviews(v->a, v->site->app, d->id, &all, &count, e) || !measures(v, d, sent.measure, &list, &waiting, e))
        return false;
    struct phrase title = word(WORD_assure_title);
    reply_page(v, r, title, d->shelf.label,
               page_assure(v->a, v->lang, title, d->case_.record.text[CASE_TITLE],
                           sent.note ? sent.note : html_list_done(html_list_open(v->a)), waiting, list,
                           review_part(v, d, all, count, sent.review), visit_path(v, ROUTE_DECISION, d->id, S(""))));
    return true;
}

/* *found: there is such a case with a decision. */
static bool open_decided(struct visit *v, struct reply *r, struct deciding *d, bool *found, struct err *e)
{
    if (!deciding_open(v, r, d, found, e))
        return false;
    if (*found && !d->any) {
        reply_refuse(v, r, 404, word(WORD_decision_none_yet), word(WORD_decision_none_yet_remedy), S(""));
        *found = false;
    }
    return true;
}

bool page_of_assure(struct visit *v, struct reply *r, struct err *e)
{
    struct deciding d;
    bool found;
    return open_decided(v, r, &d, &found, e) && (!found || show(v, r, &d, (struct unkept){NULL, NULL, NULL}, e));
}

/* ---- keeping ----------------------------------------------------------------------------------------------------- */

static struct str sent(struct visit *v, const char *name)
{
    struct str s = visit_form(v, str_of(name));
    return s.at ? s : S("");
}

static int32_t day_sent(struct visit *v, const char *name, struct lacks *l)
{
    int32_t day = INT32_MIN;
    struct str text = str_trim(sent(v, name));
    if (text.len && !date_parse(text, &day)) {
        day = INT32_MIN;
        lacks_add(l, str_of(name), LACK_DAY);
    }
    return day;
}

static const struct html *lacks_note(struct visit *v, const struct lacks *l)
{
    static const struct { const char *field; enum word label; } labels[] = {
        {"done", WORD_decision_done}, {"evidence", WORD_decision_evidence}, {"saw", WORD_assure_saw}, {"keep", WORD_assure_keep},
        {"change", WORD_assure_change}, {"next", WORD_assure_next}};
    struct html_list *all = html_list_open(v->a);
    for (const struct lack *x = l->first; x; x = x->next)
        for (int i = 0; i < COUNT(labels); i++)
            if (str_eq(x->field, str_of(labels[i].field)))
                html_list_add(all, page_assure_lack(v->a, v->lang, word(labels[i].label), lack_words(x->kind)));
    return page_assure_not_kept(v->a, v->lang, html_list_done(all));
}

static bool finish(struct visit *v, struct reply *r, const struct deciding *d, struct unkept x, const struct lacks *l, bool stale,
                   struct err *e)
{
    if (l->count == 0 && !stale) {
        reply_see_other(v, r, visit_path(v, ROUTE_ASSURE, d->id, S("")));
        return true;
    }
    r->status = stale ? 409 : 422;
    x.note = stale ? page_decision_note(v->a, v->lang, true, word(WORD_assure_stale), word(WORD_assure_stale_line), S(""))
                   : lacks_note(v, l);
    return show(v, r, d, x, e);
}

static bool send_measure(struct visit *v, struct reply *r, const struct deciding *d, struct err *e)
{
    struct lacks l = lacks_open(v->a);
    struct measure_state m = {.case_id = d->id, .measure = sent(v, "measure"), .evidence = sent(v, "evidence"),
                              .done = day_sent(v, "done", &l)};
    const struct taken_measure *t = d->now.decision.measures;
    bool stale = false;
    while (t && !str_eq(t->measure, m.measure))
        t = t->next;
    if (!t) {
        reply_refuse(v, r, 404, word(WORD_assure_no_measure), word(WORD_not_found_remedy), S(""));
        return true;
    }
    if (l.count == 0 && !app_measure_save(v->a, v->site->app, &m, sent(v, "previous"), visit_actor(v), &l, &stale, e))
        return false;
    return finish(v, r, d, (struct unkept){&m, NULL, NULL}, &l, stale, e);
}

static bool send_review(struct visit *v, struct reply *r, const struct deciding *d, struct err *e)
{
    struct lacks l = lacks_open(v->a);
    struct review x = {.case_id = d->id, .decision_hash = d->now.version.hash, .saw = sent(v, "saw"), .keep = sent(v, "keep"),
                       .change = sent(v, "change"), .next = day_sent(v, "next", &l)};
    bool stale = false;
    if (l.count == 0 && !app_review_save(v->a, v->site->app, &x, sent(v, "previous"), visit_actor(v), &l, &stale, e))
        return false;
    return finish(v, r, d, (struct unkept){NULL, &x, NULL}, &l, stale, e);
}

bool assure_send(struct visit *v, struct reply *r, struct err *e)
{
    struct deciding d;
    bool found;
    if (!open_decided(v, r, &d, &found, e) || !found)
        return !found;
    return visit_form(v, S("measure")).at ? send_measure(v, r, &d, e) : send_review(v, r, &d, e);
}
