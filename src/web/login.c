/* SPDX-License-Identifier: EUPL-1.2 */
/* login.c: who is there: the page to log in. Not who may do what: routes.def says so, visit.c
 * holds to it.
 */
#include "web/visit.h"

/* Where to go afterwards: a page of ours that was asked for, or the overview. */
static struct str way_on(struct visit *v, struct str asked)
{
    struct target t;
    bool page = asked.len && asked.len <= LIMIT_WEB_URL && route_find(ROUTE_BY_GET, asked, &t) && route_may(t.route) != MAY_ANYONE;
    return page ? asked : visit_path(v, ROUTE_OVERVIEW, S(""), S(""));
}

static void show(struct visit *v, struct reply *r, struct str to, struct str name, const struct html *problem)
{
    struct phrase title = word(WORD_login_title);
    reply_page(v, r, title, S(""),
               page_login(v->a, v->lang, title, v->open, visit_path(v, ROUTE_LOGIN_SEND, S(""), S("")), v->csrf, to, name,
                          problem));
}

bool page_of_login(struct visit *v, struct reply *r, struct err *e)
{
    (void)e;
    show(v, r, way_on(v, visit_field(v, S("naar"))), S(""), NULL);
    return true;
}

bool login_send(struct visit *v, struct reply *r, struct err *e)
{
    (void)e;
    reply_see_other(v, r, way_on(v, visit_form(v, S("naar"))));
    return true;
}
