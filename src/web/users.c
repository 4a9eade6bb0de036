/* SPDX-License-Identifier: EUPL-1.2 */
/* users.c: the page of the accounts, and what its forms do. Not what an account must be: app/
 * and desk/ refuse.
 */
#include "web/visit.h"

static const struct html *role_choices(struct visit *v, struct str of, uint32_t has)
{
    struct html_list *l = html_list_open(v->a);
    for (int i = 0; i < ROLE_COUNT; i++)
        html_list_add(l, page_users_role(v->a, v->lang, of, str_of(role_name((enum desk_role)i)), role_words((enum desk_role)i),
                                         (has & ROLE_BIT(i)) != 0));
    return html_list_done(l);
}

static const struct html *change_of(struct visit *v, const struct desk_user *u)
{
    struct str of = str_format(v->a, "rol-" STR_FMT, STR_ARG(u->code));
    return page_users_change(v->a, v->lang, u->name, u->blocked, v->csrf, visit_path(v, ROUTE_USER_ROLES, S(""), S("")),
                             visit_path(v, ROUTE_USER_BLOCK, S(""), S("")), role_choices(v, of, u->roles));
}

bool page_of_users(struct visit *v, struct reply *r, struct err *e)
{
    struct desk_user *users;
    int64_t count;
    struct phrase title = word(WORD_users_title);
    if (!app_users(v->a, v->site->app, &users, &count, e))
        return false;
    struct html_list *rows = html_list_open(v->a), *changes = html_list_open(v->a);
    for (int64_t i = 0; i < count; i++) {
        const struct desk_user *u = &users[i];
        html_list_add(rows, page_users_row(v->a, v->lang, u->name, roles_words(v->a, u->roles), u->blocked, u->added_ms, u->code));
        html_list_add(changes, change_of(v, u));
    }
    reply_page(v, r, title, S(""),
               page_users(v->a, v->lang, title, v->open, count > 0, html_list_done(rows), html_list_done(changes),
                          visit_path(v, ROUTE_USER_ADD, S(""), S("")), v->csrf, role_choices(v, S("rol"), 0)));
    return true;
}

static uint32_t roles_sent(const struct visit *v)
{
    uint32_t roles = 0;
    for (int i = 0; i < ROLE_COUNT; i++)
        if (str_eq(visit_form(v, str_format(v->a, "rol.%s", role_name((enum desk_role)i))), S("ja")))
            roles |= ROLE_BIT(i);
    return roles;
}

/* Back to the list, or why not. */
static bool done(struct visit *v, struct reply *r, bool ok, struct err *e)
{
    if (ok)
        reply_see_other(v, r, visit_path(v, ROUTE_USERS, S(""), S("")));
    else if (e->code == ERR_USER || e->code == ERR_LIMIT)
        reply_refuse(v, r, 409, word(WORD_users_refused), word(WORD_users_refused_remedy), str_of(e->text));
    return ok || e->code == ERR_USER || e->code == ERR_LIMIT;
}

bool user_add_send(struct visit *v, struct reply *r, struct err *e)
{
    /* The first account is made by who holds the machine, not by who happens to reach the address. */
    struct str name = visit_form(v, S("naam")), password = visit_form(v, S("wachtwoord"));
    bool ok = v->open ? fail(e, ERR_USER, "the first account is made on the command line: hoort user add")
                      : app_user_add(v->site->app, name, roles_sent(v), password, visit_actor(v), e);
    return done(v, r, ok, e);
}

bool user_roles_send(struct visit *v, struct reply *r, struct err *e)
{
    return done(v, r, app_user_roles(v->site->app, visit_form(v, S("naam")), roles_sent(v), visit_actor(v), e), e);
}

bool user_block_send(struct visit *v, struct reply *r, struct err *e)
{
    struct str wish = visit_form(v, S("blokkeren"));
    bool block = str_eq(wish, S("ja")), known = block || str_eq(wish, S("nee"));
    bool ok = known ? app_user_block(v->site->app, visit_form(v, S("naam")), block, visit_actor(v), e) :
                      fail(e, ERR_USER, "the form does not say whether to block; load the page again");
    return done(v, r, ok, e);
}
