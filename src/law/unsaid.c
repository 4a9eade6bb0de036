/* SPDX-License-Identifier: EUPL-1.2 */
/* unsaid.c: which names and outcomes of the laws can stand in a resident's explanation without words for them: what an
 * article makes or defines and no label names, a yes or no without its sentences. Not whether the words are good.
 */
#include "law/reader.h"

struct looker { const struct law *law; const struct article *article; struct faults *f; };

static void label_needed(const struct looker *l, struct str name, int line, int column)
{
    if (name.len && !law_label(l->law, name).nl.len)
        faults_add(l->f, l->law->file, line, column, "'%s' of article %s reads as no more than its name in an explanation; "
                   "give it a label (nl, en) in the sidecar", show(l->f, name), show(l->f, l->article->number));
}

/* Each item of a list has a line of its own. Persons are called as the dictionary of facts calls them. */
static void items_of(const struct looker *l, const struct expr *x)
{
    const struct expr *list = x->op == OP_FOREACH && x->kind == EXPR_OPERATION ? x->first : NULL;
    if (list && !(list->kind == EXPR_REFERENCE && field_find(l->article->inputs, list->name)))
        label_needed(l, x->as, x->line, x->column);
    for (const struct expr *operand = x->kind == EXPR_OPERATION ? x->first : NULL; operand; operand = operand->next)
        items_of(l, operand);
}

static void sentences_of(const struct looker *l, const struct action *action)
{
    const struct field *output = field_find(l->article->outputs, action->output);
    const struct sentence *s = law_sentence(l->law, l->article->number, action->output);
    bool whole = s && s->when_true.nl.len && s->when_false.nl.len && s->unknown.nl.len;
    if (output && output->type == TYPE_BOOLEAN && !whole)
        faults_add(l->f, l->law->file, action->line, action->column, "'%s' of article %s is yes, no or not known, and has no "
                   "sentence for each; give it when_true, when_false and unknown in the sidecar", show(l->f, action->output),
                   show(l->f, l->article->number));
}

/* A name is told once a law, at the first place. */
static bool is_first(const struct looker *l, struct str name, const struct action *before)
{
    for (const struct article *x = l->law->articles; x; x = x->next)
        for (const struct action *action = x->actions; action; action = action->next) {
            if (action == before)
                return true;
            if (str_eq(action->output, name))
                return false;
        }
    return true;
}

static void article_unsaid(const struct looker *l)
{
    for (const struct definition *d = l->article->definitions; d; d = d->next)
        label_needed(l, d->name, d->line, d->column);
    for (const struct open_term *t = l->article->open_terms; t; t = t->next)
        label_needed(l, t->id, t->line, t->column);
    for (const struct field *input = l->article->inputs; input; input = input->next)
        if (field_asks_another(input))
            label_needed(l, input->name, input->line, input->column);
    for (const struct action *action = l->article->actions; action; action = action->next) {
        if (is_first(l, action->output, action))
            label_needed(l, action->output, action->line, action->column);
        sentences_of(l, action);
        if (action->value)
            items_of(l, action->value);
    }
}

void law_unsaid(const struct law_set *set, struct faults *f)
{
    for (const struct law *law = set->first; law; law = law->next)
        for (const struct article *article = law->articles; article; article = article->next)
            article_unsaid(&(struct looker){law, article, f});
}
