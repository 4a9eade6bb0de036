/* SPDX-License-Identifier: EUPL-1.2 */
/* schemes.c: the pack of laws on a page: for each scheme and year what is encoded, how it is tested, where the amounts
 * come from, what is not verified and how far the law lets us go. Not the counting (app/).
 */
#include "web/visit.h"

static struct phrase rung_words(struct visit *v, const struct ceiling *c)
{
    struct str rung = c ? str_format(v->a, "%d", c->rung) : S("");
    return c ? (struct phrase){rung, rung} : word(WORD_no_ceiling);
}

static int places(const struct pack_row *row)
{
    int count = 0;
    for (int i = 0; i < row->bylaw_count; i++)
        count += !i || !str_eq(row->bylaws[i - 1]->gemeente_code, row->bylaws[i]->gemeente_code);
    return count;
}

static const struct html *amounts(struct visit *v, const struct pack_row *row)
{
    return row->oracles.all ? page_amounts_from(v->a, v->lang, row->oracles.all, row->source_count) : page_no_amounts(v->a, v->lang);
}

static const struct html *rows(struct visit *v, const struct pack *pack)
{
    struct html_list *list = html_list_open(v->a);
    for (const struct pack_row *row = pack->schemes; row; row = row->next)
        html_list_add(list, page_scheme_row(v->a, v->lang, row->scheme->name, row->year, law_path(v, row->law), row->with_rules,
                                            row->articles, row->scenarios.all, amounts(v, row), row->unverified,
                                            rung_words(v, row->ceiling), places(row)));
    return html_list_done(list);
}

static const struct html *sources(struct visit *v, const struct pack *pack)
{
    struct html_list *all = html_list_open(v->a);
    for (const struct pack_row *row = pack->schemes; row; row = row->next) {
        struct html_list *items = html_list_open(v->a);
        for (const struct pack_source *s = row->sources; s; s = s->next)
            html_list_add(items, page_source(v->a, v->lang, s->document, s->cases));
        if (row->sources)
            html_list_add(all, page_scheme_items(v->a, v->lang, row->scheme->name, row->year, row->source_count, html_list_done(items)));
    }
    return html_list_done(all);
}

static const struct html *unverified(struct visit *v, const struct pack *pack)
{
    struct html_list *all = html_list_open(v->a);
    for (const struct pack_row *row = pack->schemes; row; row = row->next) {
        struct html_list *items = html_list_open(v->a);
        for (const struct note *n = row->scheme->unverified; n; n = n->next)
            html_list_add(items, page_item(v->a, v->lang, (struct phrase){n->text, n->text}));
        if (row->unverified)
            html_list_add(all, page_scheme_items(v->a, v->lang, row->scheme->name, row->year, row->unverified, html_list_done(items)));
    }
    return html_list_done(all);
}

bool page_of_schemes(struct visit *v, struct reply *r, struct err *e)
{
    struct overview o;
    const struct pack *pack;
    if (!app_overview(v->a, v->site->app, &o, e))
        return false;
    if (!o.laws)
        return fail(e, ERR_WEB, "no laws were read; start the server with a folder of laws");
    /* Rungs as of the last search; the pages have no clock of their own. */
    int32_t on = o.any ? o.run.on : o.laws->first && o.laws->first->has_valid_from ? o.laws->first->valid_from : 0;
    if (!app_schemes(v->site->app, on, &pack, e))
        return false;
    struct phrase title = word(WORD_schemes_title);
    reply_page(v, r, title, overview_label(&o),
               page_schemes(v->a, v->lang, title, pack->scheme_count, on, rows(v, pack), sources(v, pack), unverified(v, pack)));
    return true;
}
