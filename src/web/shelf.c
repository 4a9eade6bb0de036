/* SPDX-License-Identifier: EUPL-1.2 */
/* shelf.c: the content of the method as a page finds it. Not what stands in it (method/). */
#include "web/shelf.h"

bool shelf_open(struct visit *v, struct shelf *s, struct err *e)
{
    struct overview o;
    struct faults faults = faults_open(v->a);
    struct library *l = arena_new(v->a, struct library, 1);
    if (!app_overview(v->a, v->site->app, &o, e) || !app_workspace_library(v->a, v->site->app, l, &faults, e))
        return false;
    *s = (struct shelf){.l = l, .laws = o.laws, .label = overview_label(&o), .problem = html_list_done(html_list_open(v->a)),
                        .whole = faults.count == 0};
    const struct fault *f = faults.first;
    if (f)
        s->problem = page_method_problem(v->a, v->lang, faults.count,
                                         str_format(v->a, STR_FMT ":%d:%d: " STR_FMT, STR_ARG(f->file), f->line, f->column,
                                                    STR_ARG(f->text)));
    return true;
}

bool shelf_open_whole(struct visit *v, struct shelf *s, struct err *e)
{
    return shelf_open(v, s, e) &&
           (s->whole || fail(e, ERR_METHOD, "the content of the method has faults; hoort method check names them"));
}
