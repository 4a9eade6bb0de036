/* SPDX-License-Identifier: EUPL-1.2 */
/* link_react.c: which law reacts to an article that decides something (hooks), and which replaces what
 * an article says (overrides, lex specialis). Both from what the laws declare, on a date; not the doing.
 */
#include "link.h"

/* A plan is about the decision itself: its other stages (a request, a notice) have dates of their own. */
static bool is_hooked(const struct article *reacting, const struct article *article, bool before)
{
    for (const struct hook *h = reacting->hooks; h; h = h->next)
        if (h->before == before && str_eq(h->legal_character, article->legal_character) &&
            (!h->decision_type.len || str_eq(h->decision_type, article->decision_type)) && str_eq(h->stage, S("BESLUIT")))
            return true;
    return false;
}

static bool is_in_force(const struct linker *l, const struct law *law)
{
    struct str why;
    return law_in_force(l->laws, law->id, l->date, &why, l->a) == law;
}

bool link_offers(const struct article *article, struct str name)
{
    return field_find(article->inputs, name) || open_term_find(article, name) || law_action_find(article->actions, name);
}

bool link_hook(const struct linker *l, const struct article *article, bool before, struct str name, struct link *out,
               struct err *e)
{
    *out = (struct link){.kind = LINK_OUTPUT, .output = name};
    const struct law *tie = NULL;
    const struct article *tie_at = NULL;
    for (const struct law *law = article->legal_character.len ? l->laws->first : NULL; law; law = law->next)
        for (const struct article *at = law->articles; at; at = at->next) {
            if (at == article || !is_hooked(at, article, before) || !law_action_find(at->actions, name) || !is_in_force(l, law))
                continue;
            int order = out->law ? link_precedence(law, out->law) : 1;
            if (order > 0) {
                out->law = law;
                out->article = at;
            }
            tie = order > 0 ? NULL : order == 0 ? law : tie;
            tie_at = order == 0 ? at : tie_at;
        }
    if (tie)
        return link_fail(e, tie, tie_at->line, tie_at->column,
                         str_format(l->a, "'" STR_FMT "' of this reaction also comes from " STR_FMT ":%d, of the same rank and "
                                    "date; keep one", STR_ARG(name), STR_ARG(out->law->file), out->article->line));
    return true;
}

bool link_reaction(const struct linker *l, const struct law *law, struct str output, const struct article **decides,
                   struct link *out, struct err *e)
{
    *decides = NULL;
    for (const struct article *at = law->articles; at; at = at->next) {
        struct link found;
        if (!link_hook(l, at, false, output, &found, e))
            return false;
        if (!found.article && !link_hook(l, at, true, output, &found, e))
            return false;
        if (!found.article)
            continue;
        if (*decides)
            return link_fail(e, law, at->line, at->column,
                             str_format(l->a, "'" STR_FMT "' follows on the decision of article " STR_FMT " and on that of article "
                                        STR_FMT "; ask an output of one of them", STR_ARG(output),
                                        STR_ARG((*decides)->number), STR_ARG(at->number)));
        *decides = at;
        *out = found;
    }
    return true;
}

bool link_override(const struct linker *l, const struct law *law, const struct article *article, struct str output,
                   struct link *out, struct err *e)
{
    *out = (struct link){.kind = LINK_OUTPUT, .output = output};
    for (const struct article *at = l->asked->articles; at; at = at->next)
        for (const struct override *o = at->overrides; o; o = o->next) {
            if (!str_eq(o->law, law->id) || !str_eq(o->article, article->number) || !str_eq(o->output, output))
                continue;
            if (out->article)
                return link_fail(e, l->asked, o->line, o->column,
                                 str_format(l->a, "article " STR_FMT " replaces '" STR_FMT "' of article " STR_FMT " of '" STR_FMT
                                            "' too; keep one", STR_ARG(out->article->number), STR_ARG(output),
                                            STR_ARG(article->number), STR_ARG(law->id)));
            out->law = l->asked;
            out->article = at;
        }
    return true;
}
