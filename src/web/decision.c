/* SPDX-License-Identifier: EUPL-1.2 */
/* decision.c: the page of a decision: started from a session or without one, kept version by version, what is missing,
 * what clashes, the policy that it means, and four eyes. Not the form (decision_form.c), not what a decision means (room/).
 */
#include "web/decision.h"

/* ---- the records --------------------------------------------------------------------------------------- */

bool deciding_open(struct visit *v, struct reply *r, struct deciding *d, bool *found, struct err *e)
{
    struct app *app = v->site->app;
    *d = (struct deciding){.id = v->target.params[0]};
    if (!app_case(v->a, app, d->id, &d->case_, found, e))
        return false;
    if (!*found) {
        reply_missing(v, r, word(WORD_no_such_case));
        return true;
    }
    struct policy_view p;
    if (!shelf_open(v, &d->shelf, e) || !app_decision(v->a, app, d->id, &d->now, &d->any, e) || !app_policy(v->a, app, &p, e))
        return false;
    d->signed_ = d->any && str_eq(p.policy->decision_hash, d->now.version.hash);
    return !d->any || app_decision_session(v->a, app, &d->now.decision, &d->session, e);
}

const struct dilemma *deciding_dilemma(const struct deciding *d, struct str id)
{
    const struct dilemma *x = d->session ? room_dilemma(d->session->room, id) : NULL;
    return x ? x : library_dilemma(d->shelf.l, id);
}

struct phrase deciding_dilemma_name(const struct deciding *d, struct str id)
{
    const struct dilemma *x = deciding_dilemma(d, id);
    return x ? x->question : (struct phrase){id, id};
}

static struct str path_of(struct visit *v, const struct deciding *d, enum route route)
{
    return visit_path(v, route, d->id, S(""));
}

static const struct html *nothing(struct visit *v)
{
    return html_list_done(html_list_open(v->a));
}

/* ---- where it starts --------------------------------------------------------------------------------------- */

static bool start_choices(struct visit *v, const struct deciding *d, const struct html **out, bool *any, struct err *e)
{
    struct stored_session *all;
    int64_t count;
    struct html_list *list = html_list_open(v->a);
    *any = false;
    if (!app_sessions(v->a, v->site->app, d->id, &all, &count, e))
        return false;
    for (int64_t i = 0; i < count; i++) {
        const struct app_session *s;
        if (!app_session(v->site->app, all[i].id, &s, e))
            return false;
        bool closed = s && s->room->closed;
        html_list_add(list, page_decision_session(v->a, v->lang, all[i].id, all[i].at_ms, s ? s->room->people_count : 0,
                                                  s ? s->room->table_count : 0, closed, closed && !*any));
        *any |= closed;
    }
    *out = html_list_done(list);
    return true;
}

static bool start_part(struct visit *v, const struct deciding *d, const struct html **out, struct err *e)
{
    const struct html *sessions;
    bool any;
    if (!start_choices(v, d, &sessions, &any, e))
        return false;
    *out = page_decision_start(v->a, v->lang, path_of(v, d, ROUTE_DECISION_SAVE), v->csrf,
                               d->any ? d->now.version.hash : S(""), sessions, any, d->any, visit_may(v, ROUTE_DECISION_SAVE));
    return true;
}

/* ---- what is missing, and what clashes ------------------------------------------------------------------------ */

static const struct { const char *field; enum word label; } labels[] = {
    {"title", WORD_decision_f_title}, {"why", WORD_decision_f_why}, {"decided_by", WORD_decision_f_by},
    {"mandate", WORD_decision_f_mandate}, {"publication", WORD_decision_f_publication}, {"from", WORD_decision_f_from},
    {"until", WORD_decision_f_until}, {"review_on", WORD_decision_f_review}, {"choices", WORD_decision_choices}};

static const struct html *lack(struct visit *v, const struct deciding *d, const struct lack *x)
{
    for (int i = 0; i < COUNT(labels); i++)
        if (str_eq(x->field, str_of(labels[i].field)))
            return page_form_lack(v->a, v->lang, x->field, word(labels[i].label), lack_words(x->kind));
    bool dilemma = deciding_dilemma(d, x->field) != NULL;
    const struct measure *m = library_measure(d->shelf.l, x->field);
    const struct phrase bare = {x->field, x->field};
    return page_form_lack(v->a, v->lang, str_format(v->a, "%c." STR_FMT, dilemma ? 'd' : 'm', STR_ARG(x->field)),
                              dilemma ? deciding_dilemma_name(d, x->field) : m ? m->name : bare, lack_words(x->kind));
}

static const struct html *lacks(struct visit *v, const struct deciding *d, const struct lacks *l)
{
    struct html_list *all = html_list_open(v->a);
    for (const struct lack *x = l->first; x; x = x->next)
        html_list_add(all, lack(v, d, x));
    return html_list_done(all);
}

static const struct html *conflicts(struct visit *v, const struct deciding *d, const struct conflict *first, int *count, bool *blocks)
{
    struct html_list *all = html_list_open(v->a);
    *count = 0;
    *blocks = false;
    for (int turn = 0; turn < 2; turn++)
        for (const struct conflict *x = first; x; x = x->next) {
            if (x->blocks != (turn == 0))
                continue;
            const struct phrase none = {S(""), S("")};
            html_list_add(all, page_decision_conflict(v->a, v->lang, x->blocks, x->field, x->what,
                                                      x->dilemma.len ? deciding_dilemma_name(d, x->dilemma) : none,
                                                      x->other.len ? deciding_dilemma_name(d, x->other) : none));
            *blocks |= x->blocks;
            ++*count;
        }
    return html_list_done(all);
}

static const struct html *changes(struct visit *v, const struct policy_change *c, bool came)
{
    struct html_list *all = html_list_open(v->a);
    for (; c; c = c->next)
        if (c->came == came)
            html_list_add(all, page_item(v->a, v->lang, (struct phrase){c->text, c->text}));
    return html_list_done(all);
}

static const struct html *proposal_part(struct visit *v, const struct deciding *d, const struct proposal *p)
{
    int clashes;
    bool blocks;
    const struct html *conflict_list = conflicts(v, d, p->conflicts, &clashes, &blocks);
    const struct policy_change *c = d->signed_ ? NULL : v->lang == LANG_NL ? p->changes_nl : p->changes_en;
    return page_decision_proposal(v->a, v->lang, clashes, blocks, conflict_list, p->made, str_of(p->problem.text),
                                  c != NULL, changes(v, c, true), changes(v, c, false),
                                  policy_lines(v, v->lang == LANG_NL ? p->nl : p->en), path_of(v, d, ROUTE_DECISION_FILE));
}

/* ---- four eyes --------------------------------------------------------------------------------------------------- */

struct phrase approver_words(struct visit *v, struct str by)
{
    uint32_t role;
    struct err e;
    struct str trial = S("trial:");
    if (!str_starts(by, trial) || !roles_read(str_slice(by, trial.len, by.len), &role, &e))
        return (struct phrase){by, by};
    struct phrase words = roles_words(v->a, role);
    return (struct phrase){str_format(v->a, STR_FMT " (proef)", STR_ARG(words.nl)),
                           str_format(v->a, STR_FMT " (trial)", STR_ARG(words.en))};
}

static const struct html *approvals(struct visit *v, const struct app_decision *d)
{
    struct html_list *all = html_list_open(v->a);
    for (const struct approval *x = d->approvals; x; x = x->next)
        html_list_add(all, page_decision_approval(v->a, v->lang, approver_words(v, x->by), x->at_ms));
    return html_list_done(all);
}

static const struct html *trial_roles(struct visit *v)
{
    struct html_list *all = html_list_open(v->a);
    for (int i = 0; i < ROLE_COUNT; i++)
        if (route_may(ROUTE_DECISION_APPROVE) & ROLE_BIT(i))
            html_list_add(all, page_form_option(v->a, v->lang, str_of(role_name((enum desk_role)i)), role_words((enum desk_role)i), false));
    return html_list_done(all);
}

static bool approve_part(struct visit *v, const struct deciding *d, const struct proposal *p, const struct html **out,
                         struct err *e)
{
    bool trial;
    if (!app_is_trial(v->a, v->site->app, &trial, e))
        return false;
    bool may = visit_may(v, ROUTE_DECISION_APPROVE), real = v->open && !trial, two = d->now.approval_count >= 2;
    *out = page_decision_approve(v->a, v->lang, path_of(v, d, ROUTE_DECISION_APPROVE), v->csrf, d->now.version.hash, p->may_sign,
                                 d->now.approval_count, approvals(v, &d->now), may && !real && p->may_sign && !d->signed_,
                                 real, v->open && trial, trial_roles(v), d->signed_, two && !d->signed_,
                                 visit_path(v, ROUTE_ASSURE, d->id, S("")));
    return true;
}

/* ---- the page -------------------------------------------------------------------------------------------------- */

static void show(struct visit *v, struct reply *r, const struct deciding *d, const struct html *note, const struct html *content)
{
    struct phrase title = word(WORD_decision_title);
    reply_page(v, r, title, d->shelf.label,
               page_decision(v->a, v->lang, title, d->case_.record.text[CASE_TITLE], d->case_.record.text[CASE_QUESTION],
                             d->shelf.problem, note, content));
}

/* x: what stands on the form; other: what somebody saved meanwhile, or NULL. */
static bool show_decision(struct visit *v, struct reply *r, const struct deciding *d, const struct decision *x,
                          const struct decision *other, const struct html *note, struct err *e)
{
    struct proposal p;
    const struct html *approve, *again, *form = nothing(v);
    if (!app_proposal(v->a, v->site->app, &d->now, &p, e) || !approve_part(v, d, &p, &approve, e))
        return false;
    if (visit_may(v, ROUTE_DECISION_SAVE))
        form = decision_form(v, d, x, other, d->now.version.hash);
    const struct html *missing = lacks(v, d, &p.lacks), *means = proposal_part(v, d, &p);
    if (!start_part(v, d, &again, e))        /* last: it looks at other sessions, and ours is borrowed until then */
        return false;
    show(v, r, d, note,
         page_decision_whole(v->a, v->lang, d->now.version.at_ms, d->now.version.actor, d->now.decision.session_hash.len == 0,
                             d->now.decision.no, p.lacks.count, missing, form, means, approve, paper_links(v, d->id),
                             page_decision_again(v->a, v->lang, again)));
    return true;
}

bool page_of_decision(struct visit *v, struct reply *r, struct err *e)
{
    struct deciding d;
    const struct html *start;
    bool found;
    if (!deciding_open(v, r, &d, &found, e))
        return false;
    if (!found)
        return true;
    if (d.any)
        return show_decision(v, r, &d, &d.now.decision, NULL, nothing(v), e);
    if (!start_part(v, &d, &start, e))
        return false;
    show(v, r, &d, nothing(v), start);
    return true;
}

bool file_of_decision(struct visit *v, struct reply *r, struct err *e)
{
    struct deciding d;
    struct proposal p;
    bool found;
    if (!deciding_open(v, r, &d, &found, e))
        return false;
    if (!found)
        return true;
    if (!d.any) {
        reply_missing(v, r, word(WORD_decision_none_yet));
        return true;
    }
    if (!app_proposal(v->a, v->site->app, &d.now, &p, e))
        return false;
    if (!p.made) {
        reply_refuse(v, r, 409, word(WORD_decision_no_policy), word(WORD_decision_no_policy_remedy), str_of(p.problem.text));
        return true;
    }
    r->type = "application/json; charset=utf-8";
    r->body = p.file;
    r->download = str_format(v->a, STR_FMT ".policy.json", STR_ARG(d.id));
    return true;
}

/* ---- keeping ------------------------------------------------------------------------------------------------------- */

static const struct html *alert(struct visit *v, bool bad, enum word title, enum word remedy, struct str detail)
{
    return page_decision_note(v->a, v->lang, bad, word(title), word(remedy), detail);
}

static bool save(struct visit *v, struct reply *r, struct deciding *d, const struct decision *x, struct str previous, struct err *e)
{
    bool stale, found;
    if (!app_decision_save(v->a, v->site->app, x, previous, visit_actor(v), &stale, e))
        return false;
    if (!stale) {
        reply_see_other(v, r, path_of(v, d, ROUTE_DECISION));
        return true;
    }
    r->status = 409;
    if (!deciding_open(v, r, d, &found, e) || !found)
        return found;
    return show_decision(v, r, d, x, &d->now.decision, alert(v, true, WORD_decision_stale, WORD_decision_stale_line, S("")), e);
}

static bool start(struct visit *v, struct reply *r, struct deciding *d, struct str begin, struct err *e)
{
    const struct app_session *s = NULL;
    struct decision x;
    bool bare = str_eq(begin, S("none")), no = str_eq(begin, S("no"));
    if (!bare && !no && !app_session(v->site->app, begin, &s, e))
        return false;
    if (!bare && !no && (!s || !s->room->closed || !str_eq(s->stored.case_id, d->id))) {
        reply_refuse(v, r, 409, word(WORD_decision_no_session), word(WORD_decision_no_session_remedy), S(""));
        return true;
    }
    if (!app_decision_start(v->a, v->site->app, d->id, s, &x, e))
        return false;
    x.no = no;
    struct str previous = visit_form(v, S("previous"));
    return save(v, r, d, &x, previous.at ? previous : S(""), e);
}

/* A choice on something that is neither in the library nor was on the table is no choice. */
static void drop_unknown(const struct deciding *d, struct decision *x)
{
    struct decided **c = &x->choices;
    struct taken_measure **m = &x->measures;
    while (*c)
        if (deciding_dilemma(d, (*c)->dilemma))
            c = &(*c)->next;
        else
            *c = (*c)->next;
    while (*m)
        if (library_measure(d->shelf.l, (*m)->measure))
            m = &(*m)->next;
        else
            *m = (*m)->next;
}

bool decision_send(struct visit *v, struct reply *r, struct err *e)
{
    struct deciding d;
    struct decision x;
    struct str wrong, begin = visit_form(v, S("begin")), previous = visit_form(v, S("previous"));
    bool found;
    if (!deciding_open(v, r, &d, &found, e))
        return false;
    if (!found)
        return true;
    if (begin.len)
        return start(v, r, &d, begin, e);
    if (!d.any || !visit_form(v, S("title")).at) {
        reply_refuse(v, r, 400, word(WORD_decision_none_yet), word(WORD_decision_none_yet_remedy), S(""));
        return true;
    }
    decision_of_form(v, &x, &wrong);
    drop_unknown(&d, &x);
    x.id = d.id;
    x.case_hash = d.now.decision.case_hash;
    x.session_hash = d.now.decision.session_hash;
    if (wrong.len) {
        r->status = 422;
        return show_decision(v, r, &d, &x, NULL, alert(v, true, WORD_decision_no_day, WORD_decision_no_day_line, wrong), e);
    }
    return save(v, r, &d, &x, previous.at ? previous : S(""), e);
}

/* ---- approving ------------------------------------------------------------------------------------------------------ */

static const struct { enum word title, line; bool bad; } approved_words[] = {
    [APPROVED_ONCE] = {WORD_approved_once, WORD_approved_once_line, false},
    [APPROVED_SIGNED] = {WORD_approved_signed, WORD_approved_signed_line, false},
    [APPROVED_NO_KEY] = {WORD_approved_no_key, WORD_approved_no_key_line, true},
    [APPROVED_STALE] = {WORD_approved_stale, WORD_approved_stale_line, true},
    [APPROVED_SAME] = {WORD_approved_same, WORD_approved_same_line, true},
    [APPROVED_NOT_READY] = {WORD_approved_not_ready, WORD_approved_not_ready_line, true},
};

/* Who approves; empty: nobody that can be told apart. */
static bool approver(struct visit *v, struct str *by, struct err *e)
{
    bool trial;
    uint32_t role;
    struct err ignored;
    struct str asked = visit_form(v, S("role"));
    *by = S("");
    if (!v->open) {
        *by = visit_actor(v);
        return true;
    }
    if (!app_is_trial(v->a, v->site->app, &trial, e))
        return false;
    if (trial && asked.len && roles_read(asked, &role, &ignored) && (role & route_may(ROUTE_DECISION_APPROVE)) == role)
        *by = str_format(v->a, "trial:" STR_FMT, STR_ARG(asked));
    return true;
}

bool decision_approve(struct visit *v, struct reply *r, struct err *e)
{
    struct deciding d;
    struct str by, hash = visit_form(v, S("hash"));
    enum approved how;
    bool found;
    if (!deciding_open(v, r, &d, &found, e) || (found && !approver(v, &by, e)))
        return false;
    if (!found)
        return true;
    if (!by.len) {
        reply_refuse(v, r, 403, word(WORD_approved_nobody), word(WORD_approved_nobody_remedy), S(""));
        return true;
    }
    if (!d.any) {
        reply_missing(v, r, word(WORD_decision_none_yet));
        return true;
    }
    if (!app_decision_approve(v->a, v->site->app, d.id, hash.at ? hash : S(""), by, &how, e) || !deciding_open(v, r, &d, &found, e))
        return false;
    r->status = how == APPROVED_STALE || how == APPROVED_NOT_READY ? 409 : 200;
    return show_decision(v, r, &d, &d.now.decision, NULL,
                         alert(v, approved_words[how].bad, approved_words[how].title, approved_words[how].line, S("")), e);
}
