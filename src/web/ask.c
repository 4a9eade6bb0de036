/* SPDX-License-Identifier: EUPL-1.2 */
/* ask.c: the form that asks for a day and a scheme, on each page that shows something of a day. Not what is shown. */
#include "web/ask.h"

struct ask ask_read(const struct visit *v, int32_t today)
{
    struct str day = visit_field(v, S("dag")), scheme = visit_field(v, S("regeling"));
    struct ask ask = {.day = today, .scheme = str_eq(scheme, S("alle")) ? S("") : scheme};
    ask.day_is_wrong = day.len && !date_parse(day, &ask.day);
    if (ask.day_is_wrong)
        ask.day = today;
    return ask;
}

static const struct html *options(struct visit *v, const struct law_set *laws, const struct ask *ask)
{
    struct html_list *l = html_list_open(v->a);
    html_list_add(l, page_form_option(v->a, v->lang, S("alle"), word(WORD_ask_all), !ask->scheme.len));
    for (const struct scheme *s = NULL; (s = law_next_scheme(laws, s, ask->day));)
        html_list_add(l, page_form_option(v->a, v->lang, s->id, s->name, str_eq(s->id, ask->scheme)));
    return html_list_done(l);
}

const struct html *ask_fields(struct visit *v, const struct law_set *laws, const struct ask *ask)
{
    return page_ask(v->a, v->lang, date_print(v->a, ask->day), options(v, laws, ask));
}

struct str ask_link(struct visit *v, enum route route)
{
    return with_fields(v, visit_path(v, route, S(""), S("")));
}

bool ask_refused(struct visit *v, struct reply *r, struct phrase title, const struct err *e)
{
    bool refused = e->code == ERR_GATE || e->code == ERR_POLICY;
    if (!refused && e->code != ERR_FACTS && e->code != ERR_LAW && e->code != ERR_USAGE)
        return false;
    struct phrase why = e->code == ERR_USAGE ? word(WORD_ask_no_day) : (struct phrase){str_of(e->text), str_of(e->text)};
    r->status = refused ? 403 : 400;
    r->download = (struct str){0};
    reply_page(v, r, title, S(""), page_ask_problem(v->a, v->lang, title, why, e->code != ERR_USAGE,
                                                    visit_path(v, v->target.route, S(""), S(""))));
    return true;
}
