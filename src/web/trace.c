/* SPDX-License-Identifier: EUPL-1.2 */
/* trace.c: an explanation in lines that unfold. What they say: eval/say.c. */
#include "web/trace.h"

/* "artikel 2"; what is no article (a step in a publication) keeps its own words. */
static struct str article_words(struct visit *v, struct str number)
{
    bool article = number.len && number.at[0] >= '0' && number.at[0] <= '9';
    return article ? str_format(v->a, STR_FMT " " STR_FMT, STR_ARG(phrase_in(v->lang, word(WORD_article))), STR_ARG(number)) : number;
}

/* The basis is the nearest to the text; without one the article that the line stands in. */
static const struct html *where(struct visit *v, const struct plan *plan, const struct trace *t)
{
    if (t->basis && t->basis->article.len) {
        struct str paragraph = t->basis->paragraph.len == 0 ? S("") :
            str_format(v->a, v->lang == LANG_NL ? " lid " STR_FMT : " paragraph " STR_FMT, STR_ARG(t->basis->paragraph));
        return page_trace_where(v->a, v->lang, trace_law(v->a, plan, t), article_words(v, t->basis->article), paragraph,
                                t->basis->url.len ? t->basis->url : t->where ? t->where->url : S(""), t->basis->explanation);
    }
    if (t->kind == TRACE_FACT || t->law.len == 0 || t->article.len == 0)
        return NULL;
    return page_trace_where(v->a, v->lang, trace_law(v->a, plan, t), article_words(v, t->article), S(""),
                            t->where ? t->where->url : S(""), S(""));
}

static const struct html *value_of(struct visit *v, const struct trace *t, enum meaning meaning)
{
    return page_value_text(v->a, v->lang, trace_value(v->a, t, meaning, v->lang == LANG_EN));
}

static const struct html *line(struct visit *v, const struct plan *plan, const struct trace *t, enum meaning inherited, int depth);

static const struct html *children(struct visit *v, const struct plan *plan, const struct trace *t, enum meaning meaning, int depth)
{
    struct html_list *all = html_list_open(v->a);
    for (const struct trace *c = t->first; c; c = c->next)
        html_list_add(all, line(v, plan, c, trace_meaning_within(t, meaning), depth + 1));
    return html_list_done(all);
}

static const struct html *line(struct visit *v, const struct plan *plan, const struct trace *t, enum meaning inherited, int depth)
{
    enum meaning own = trace_meaning(t), meaning = own != MEANS_NOTHING ? own : inherited;
    struct phrase what = trace_words(v->a, plan, t), how = {0};
    const struct trace *from = trace_inside(t);
    const struct html *value = value_of(v, t, meaning), *place = where(v, plan, from->basis && from->basis->article.len ? from : t);
    /* Names of outputs and definitions are the law's, and so Dutch, unless the sidecar has another word. */
    bool foreign = v->lang == LANG_EN && t->label.en.len == 0 && (t->kind == TRACE_OUTPUT || t->kind == TRACE_VALUE);
    if (!t->first || depth >= LIMIT_TRACE_DEPTH)
        return page_trace_leaf(v->a, v->lang, foreign, what, value, t->sentence, place, t->kind == TRACE_FACT ? t->source : S(""));
    if (from != t)
        how = trace_words(v->a, plan, from);
    return page_trace_node(v->a, v->lang, depth == 0, foreign, what, value, t->sentence, place, how,
                           children(v, plan, from, meaning, depth));
}

const struct html *trace_lines(struct visit *v, const struct plan *plan, const struct trace *t)
{
    return t ? line(v, plan, t, MEANS_NOTHING, 0) : NULL;
}

/* ---- facts ---------------------------------------------------------------------------------------------- */

struct seen { const struct trace *at[256]; int count; };

static void gather(const struct trace *t, struct seen *seen, int depth)
{
    if (!t || depth > LIMIT_TRACE_DEPTH)
        return;
    bool is_new = t->kind == TRACE_FACT && seen->count < COUNT(seen->at);
    for (int i = 0; is_new && i < seen->count; i++)
        is_new = !(str_eq(seen->at[i]->name, t->name) && seen->at[i]->path == t->path);
    if (is_new)
        seen->at[seen->count++] = t;
    for (const struct trace *c = t->first; c; c = c->next)
        gather(c, seen, depth + 1);
}

const struct html *trace_facts(struct visit *v, const struct plan *plan, const struct explanation *x)
{
    struct seen *seen = arena_new(v->a, struct seen, 1);
    gather(x->entitled, seen, 0);
    gather(x->amount, seen, 0);
    if (seen->count == 0)
        return NULL;
    struct html_list *rows = html_list_open(v->a);
    for (int i = 0; i < seen->count; i++) {
        const struct trace *t = seen->at[i];
        html_list_add(rows, page_fact_row(v->a, v->lang, trace_words(v->a, plan, t), value_of(v, t, trace_meaning(t)),
                                          t->source, t->as_of));
    }
    return html_list_done(rows);
}
