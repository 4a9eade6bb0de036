/* SPDX-License-Identifier: EUPL-1.2 */
/* laws.c: which laws are used, in which versions, and each version article by article with the text beside the rule.
 * Not the reading of laws (law/), nor how sure we are of them (schemes.c).
 */
#include "web/trace.h"

#include <limits.h>

static void articles_of(const struct law *law, int64_t *machine, int64_t *all)
{
    *machine = *all = 0;
    for (const struct article *x = law->articles; x; x = x->next) {
        *all += 1;
        *machine += x->machine_readable;
    }
}

struct str law_path(struct visit *v, const struct law *law)
{
    return law->has_valid_from ? visit_path(v, ROUTE_LAW, law->id, date_print(v->a, law->valid_from)) : S("");
}

static const struct html *valid_from(struct visit *v, const struct law *law)
{
    return law->has_valid_from ? page_value_date(v->a, v->lang, law->valid_from) : page_words(v->a, v->lang, word(WORD_date_missing));
}

static struct str law_name(const struct law *law)
{
    return law->name.len ? law->name : law->id;
}

static const struct html *versions(struct visit *v, const struct law_set *laws)
{
    struct html_list *rows = html_list_open(v->a);
    for (const struct law *law = laws->first; law; law = law->next) {
        int64_t machine, all;
        articles_of(law, &machine, &all);
        html_list_add(rows, page_law_row(v->a, v->lang, law_name(law), law_path(v, law), valid_from(v, law), machine, all));
    }
    return html_list_done(rows);
}

bool page_of_laws(struct visit *v, struct reply *r, struct err *e)
{
    struct overview o;
    if (!app_overview(v->a, v->site->app, &o, e))
        return false;
    if (!o.laws)
        return fail(e, ERR_WEB, "no laws were read; start the server with a folder of laws");
    struct phrase title = word(WORD_laws_title);
    reply_page(v, r, title, overview_label(&o),
               page_laws(v->a, v->lang, title, o.laws->count, versions(v, o.laws)));
    return true;
}

/* ---- one version ------------------------------------------------------------------------------------- */

static const struct html *rules(struct visit *v, const struct article *x)
{
    struct html_list *rows = html_list_open(v->a);
    for (const struct action *action = x->actions; action; action = action->next) {
        struct buf rule = buf_open(v->a, LIMIT_PAGE_BYTES);
        expr_print(action->value, &rule);
        html_list_add(rows, page_law_rule(v->a, v->lang, trace_plain_name(v->a, action->output), buf_str(&rule)));
    }
    return html_list_done(rows);
}

static const struct law *law_find(const struct law_set *laws, struct str id, struct str date)
{
    int32_t from;
    if (!laws || !date_parse(date, &from))
        return NULL;
    for (const struct law *law = laws->first; law; law = law->next)
        if (law->has_valid_from && law->valid_from == from && str_eq(law->id, id))
            return law;
    return NULL;
}

bool page_of_law(struct visit *v, struct reply *r, struct err *e)
{
    struct overview o;
    if (!app_overview(v->a, v->site->app, &o, e))
        return false;
    const struct law *law = law_find(o.laws, v->target.params[0], v->target.params[1]);
    if (!law) {
        reply_missing(v, r, word(WORD_no_such_law));
        return true;
    }
    struct html_list *articles = html_list_open(v->a);
    int place = 0;
    for (const struct article *x = law->articles; x; x = x->next)
        html_list_add(articles, page_law_article(v->a, v->lang, x->number, str_format(v->a, "article-%d", place++), x->text, rules(v, x)));
    struct phrase title = word(WORD_law_title);
    reply_page(v, r, title, overview_label(&o),
               page_law(v->a, v->lang, title, law_name(law), law->valid_from, law->url, v->lang == LANG_EN,
                        html_list_done(articles), visit_path(v, ROUTE_LAWS, S(""), S(""))));
    return true;
}
