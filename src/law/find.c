/* SPDX-License-Identifier: EUPL-1.2 */
/* find.c: looking things up in a law and in a set of laws, by name and by date.
 * Not here: building the set and its faults (set.c).
 */
#include "law/law.h"

const struct article *law_article(const struct law *law, struct str number)
{
    for (const struct article *article = law->articles; article; article = article->next)
        if (str_eq(article->number, number))
            return article;
    return NULL;
}

/* An action may compute an output that is not declared (a name, an authority). */
const struct article *law_article_of_output(const struct law *law, struct str output)
{
    for (const struct article *article = law->articles; article; article = article->next) {
        if (field_find(article->outputs, output))
            return article;
        for (const struct action *action = article->actions; action; action = action->next)
            if (str_eq(action->output, output))
                return article;
    }
    return NULL;
}

const struct field *field_find(const struct field *list, struct str name)
{
    for (; list; list = list->next)
        if (str_eq(list->name, name))
            return list;
    return NULL;
}

const struct binding *law_property(const struct law *law, struct str article, struct str input, struct str property)
{
    for (const struct binding *binding = law->bindings; binding; binding = binding->next)
        if (str_eq(binding->article, article) && str_eq(binding->input, input) && str_eq(binding->property, property))
            return binding;
    return NULL;
}

const struct binding *law_binding(const struct law *law, struct str article, struct str input)
{
    return law_property(law, article, input, S(""));
}

const struct sentence *law_sentence(const struct law *law, struct str article, struct str output)
{
    for (const struct sentence *sentence = law->sentences; sentence; sentence = sentence->next)
        if (str_eq(sentence->article, article) && str_eq(sentence->output, output))
            return sentence;
    return NULL;
}

bool field_asks_another(const struct field *input)
{
    for (const struct argument *arg = input->arguments; arg; arg = arg->next)
        if (arg->value->kind != EXPR_REFERENCE || !str_eq(arg->value->name, arg->name))
            return true;
    return false;
}

struct phrase law_label(const struct law *law, struct str name)
{
    for (const struct label *label = law->labels; label; label = label->next)
        if (str_eq(label->name, name))
            return label->words;
    return (struct phrase){{NULL, 0}, {NULL, 0}};
}

/* The newest version that had started; a version without a start counts as always there.
 * *first tells when the oldest one starts. The set is in order of id and start. */
static const struct law *version_on(const struct law_set *set, struct str id, int32_t on, const struct law **first)
{
    const struct law *newest = NULL;
    *first = NULL;
    for (const struct law *law = set->first; law; law = law->next) {
        if (!str_eq(law->id, id))
            continue;
        if (!*first)
            *first = law;
        if (!law->has_valid_from || law->valid_from <= on)
            newest = law;
    }
    return newest;
}

const struct law *law_in_force(const struct law_set *set, struct str id, int32_t on, struct str *why, struct arena *a)
{
    const struct law *first, *law = version_on(set, id, on, &first);
    if (!law && !first)
        *why = str_format(a, "the law '" STR_FMT "' is not loaded; add its file", STR_ARG(id));
    else if (!law)
        *why = str_format(a, "the law '" STR_FMT "' as loaded starts on " STR_FMT ", after " STR_FMT
                          "; add the earlier version", STR_ARG(id), STR_ARG(date_print(a, first->valid_from)),
                          STR_ARG(date_print(a, on)));
    else if (law->has_valid_to && law->valid_to < on)
        *why = str_format(a, "the law '" STR_FMT "' ended on " STR_FMT "; on " STR_FMT " it no longer holds",
                          STR_ARG(id), STR_ARG(date_print(a, law->valid_to)), STR_ARG(date_print(a, on)));
    else
        return law;
    return NULL;
}

const struct scheme *law_own_scheme(const struct law *law, struct str id)
{
    const struct scheme *s = law->scheme;
    while (s && !str_eq(s->id, id))
        s = s->next;
    return s;
}

const struct scheme *law_scheme(const struct law_set *set, struct str id, int32_t on)
{
    for (const struct law *law = set->first; law; law = law->next) {
        const struct law *first;
        const struct scheme *s = law_own_scheme(law, id);
        if (s && version_on(set, law->id, on, &first) == law && (!law->has_valid_to || on <= law->valid_to))
            return s;
    }
    return NULL;
}

const struct scheme *law_next_scheme(const struct law_set *set, const struct scheme *after, int32_t on)
{
    const struct law *law = after ? after->law : set->first;
    const struct scheme *s = after ? after->next : law ? law->scheme : NULL;
    for (; law; law = law->next, s = law ? law->scheme : NULL)
        for (; s; s = s->next)
            if (law_scheme(set, s->id, on) == s)
                return s;
    return NULL;
}

const struct ceiling *scheme_ceiling(const struct scheme *scheme, int32_t on)
{
    for (const struct ceiling *ceiling = scheme->ceilings; ceiling; ceiling = ceiling->next)
        if (ceiling->from <= on && on <= ceiling->until)
            return ceiling;
    return NULL;
}
