/* SPDX-License-Identifier: EUPL-1.2 */
/* login.c: logging in and out, and one's own password. Not who may do what: routes.def says so,
 * visit.c holds to it.
 */
#include "web/visit.h"

/* Where to go afterwards: a page of ours that was asked for, or the overview. */
static struct str way_on(struct visit *v, struct str asked)
{
    struct target t;
    bool page = asked.len && asked.len <= LIMIT_WEB_URL && route_find(ROUTE_BY_GET, asked, &t) && route_may(t.route) != MAY_ANYONE;
    return page ? asked : visit_path(v, ROUTE_OVERVIEW, S(""), S(""));
}

static void show_login(struct visit *v, struct reply *r, struct str to, struct str name, const struct html *problem)
{
    struct phrase title = word(WORD_login_title);
    reply_page(v, r, title, S(""),
               page_login(v->a, v->lang, title, v->open, visit_path(v, ROUTE_LOGIN_SEND, S(""), S("")), v->csrf, to, name, problem));
}

bool page_of_login(struct visit *v, struct reply *r, struct err *e)
{
    (void)e;
    const struct html *problem = v->was_logged_in ? page_form_refused(v->a, v->lang, word(WORD_login_ended)) : NULL;
    show_login(v, r, way_on(v, visit_field(v, S("naar"))), S(""), problem);
    return true;
}

static const struct html *problem_of(struct visit *v, const struct login *l)
{
    if (l->result == LOGIN_WAIT)
        return page_login_wait(v->a, v->lang, l->wait_s);
    return page_form_refused(v->a, v->lang, word(l->result == LOGIN_BLOCKED ? WORD_login_blocked : WORD_login_wrong));
}

static struct login_try try_of(struct visit *v, struct str name, struct str password)
{
    return (struct login_try){.name = name, .password = password, .address = v->address, .old_token = v->session, .now_ms = v->now_ms};
}

bool login_send(struct visit *v, struct reply *r, struct err *e)
{
    struct login l;
    struct str to = way_on(v, visit_form(v, S("naar"))), name = visit_form(v, S("naam"));
    struct login_try t = try_of(v, name, visit_form(v, S("wachtwoord")));
    if (v->open) {
        reply_see_other(v, r, to);
        return true;
    }
    if (!app_login(v->a, v->site->app, &t, &l, e))
        return false;
    if (l.result != LOGIN_DONE) {
        r->status = l.result == LOGIN_WAIT ? 429 : 403;
        show_login(v, r, to, name, problem_of(v, &l));
        return true;
    }
    reply_cookie(v, r, S("hoort_sessie"), l.token, -1);
    reply_see_other(v, r, to);
    return true;
}

bool logout_send(struct visit *v, struct reply *r, struct err *e)
{
    if (v->session.len && !app_logout(v->site->app, v->session, e))
        return false;
    reply_cookie(v, r, S("hoort_sessie"), S(""), 0);
    reply_cookie(v, r, S("hoort_bezoek"), S(""), 0);
    reply_see_other(v, r, visit_path(v, ROUTE_LOGIN, S(""), S("")));
    return true;
}

/* ---- one's own password --------------------------------------------------------------------------------- */

static void show_password(struct visit *v, struct reply *r, const struct html *problem)
{
    struct phrase title = word(WORD_password_title);
    reply_page(v, r, title, S(""),
               page_password(v->a, v->lang, title, v->open, v->user.name, roles_words(v->a, v->user.roles), v->user.code,
                             visit_path(v, ROUTE_PASSWORD_SEND, S(""), S("")), v->csrf, problem));
}

bool page_of_password(struct visit *v, struct reply *r, struct err *e)
{
    (void)e;
    show_password(v, r, NULL);
    return true;
}

/* What keeps the password as it is; NULL if nothing does. */
static bool why_not(struct visit *v, struct str new, const struct html **why, struct err *e)
{
    struct login l;
    struct err bad;
    struct login_try t = try_of(v, v->user.name, visit_form(v, S("nu")));
    *why = NULL;
    if (!str_eq(new, visit_form(v, S("nogmaals"))))
        *why = page_form_refused(v->a, v->lang, word(WORD_password_differ));
    else if (!password_check(new, v->user.name, &bad))
        *why = page_form_refused(v->a, v->lang, word(WORD_password_bad));
    else if (!app_password_is(v->site->app, &t, &l, e))
        return false;
    else if (l.result == LOGIN_WAIT)
        *why = problem_of(v, &l);
    else if (l.result != LOGIN_DONE)
        *why = page_form_refused(v->a, v->lang, word(WORD_password_wrong));
    return true;
}

bool password_send(struct visit *v, struct reply *r, struct err *e)
{
    const struct html *why;
    struct str new = visit_form(v, S("nieuw"));
    if (v->open) {
        show_password(v, r, NULL);
        return true;
    }
    if (!why_not(v, new, &why, e) || (!why && !app_user_password(v->site->app, v->user.name, new, visit_actor(v), e)))
        return false;
    if (why) {
        r->status = 403;
        show_password(v, r, why);
        return true;
    }
    reply_cookie(v, r, S("hoort_sessie"), S(""), 0);
    reply_see_other(v, r, visit_path(v, ROUTE_LOGIN, S(""), S("")));
    return true;
}
