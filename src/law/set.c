/* SPDX-License-Identifier: EUPL-1.2 */
/* set.c: laws together: their order, their common hash, and what crosses from one file to
 * another. Not here: what an output needs (plan/), looking things up (find.c).
 */
#include "law/reader.h"

#include <stdlib.h>
#include <string.h>

struct checker {
    const struct law_set *set;
    struct faults *f, *missing;
};

#define TELL(list, file, at, ...) faults_add((list), (file), (at)->line, (at)->column, __VA_ARGS__)

/* ---- order and hash --------------------------------------------------------------------- */
static int start_cmp(const struct law *a, const struct law *b)
{
    if (a->has_valid_from != b->has_valid_from)
        return a->has_valid_from ? 1 : -1;
    return a->has_valid_from ? (a->valid_from > b->valid_from) - (a->valid_from < b->valid_from) : 0;
}

/* The hashes last, so that the order does not hang on the order of loading. */
static int law_cmp(const void *left, const void *right)
{
    const struct law *a = *(const struct law *const *)left, *b = *(const struct law *const *)right;
    int order = str_cmp(a->id, b->id);
    order = order ? order : start_cmp(a, b);
    order = order ? order : memcmp(a->hash.at, b->hash.at, sizeof a->hash.at);
    return order ? order : memcmp(a->sidecar_hash.at, b->sidecar_hash.at, sizeof a->sidecar_hash.at);
}

static void sort(struct arena *a, struct law_set *set, struct law *list)
{
    for (const struct law *law = list; law; law = law->next)
        set->count++;
    struct law **order = arena_new(a, struct law *, set->count), **end = &set->first;
    int count = 0;
    for (struct law *law = list; law; law = law->next)
        order[count++] = law;
    if (count)
        qsort(order, (size_t)count, sizeof *order, law_cmp);
    for (int i = 0; i < count; i++) {
        *end = order[i];
        end = &order[i]->next;
    }
    *end = NULL;
}

static struct hash set_hash(const struct law_set *set)
{
    struct hash hash = hash_of(S("law set 1"));
    for (const struct law *law = set->first; law; law = law->next) {
        hash = hash_chain(hash, (struct str){(const char *)law->hash.at, sizeof law->hash.at});
        hash = hash_chain(hash, (struct str){(const char *)law->sidecar_hash.at, sizeof law->sidecar_hash.at});
    }
    return hash_chain(hash, (struct str){(const char *)set->facts.hash.at, sizeof set->facts.hash.at});
}

/* ---- laws beside laws ------------------------------------------------------------------- */
static void check_version(struct checker *c, const struct law *law)
{
    const struct law *next = law->next;
    if (!next || !str_eq(law->id, next->id))
        return;
    if (start_cmp(law, next) == 0)
        faults_add(c->f, next->file, 1, 1, "the same version of '%s' as %s; load one of them",
                   show(c->f, law->id), show(c->f, law->file));
    if (!str_eq(law->gemeente_code, next->gemeente_code))
        faults_add(c->f, next->file, 1, 1, "the id '%s' stands for another municipality in %s; give each by-law "
                   "its own $id", show(c->f, law->id), show(c->f, law->file));
}

static bool computes(const struct article *article, struct str output)
{
    for (const struct action *action = article->actions; action; action = action->next)
        if (str_eq(action->output, output))
            return true;
    return false;
}

/* First version with the id; the versions of one id stand together. */
static const struct law *versions_of(const struct law_set *set, struct str id)
{
    const struct law *law = set->first;
    while (law && !str_eq(law->id, id))
        law = law->next;
    return law;
}

static const struct open_term *term_find(const struct law *law, struct str number, struct str id)
{
    const struct article *article = law_article(law, number);
    for (const struct open_term *term = article ? article->open_terms : NULL; term; term = term->next)
        if (str_eq(term->id, id))
            return term;
    return NULL;
}

static int articles_of_output(const struct law *law, struct str output)
{
    int count = 0;
    for (const struct article *article = law->articles; article; article = article->next)
        for (const struct action *action = article->actions; action; action = action->next)
            count += str_eq(action->output, output);
    return count;
}

/* Some version computes what is asked; no version computes it in two places. */
static void check_input(struct checker *c, const struct law *law, const struct field *input)
{
    const struct law *asked = input->source_law.len ? versions_of(c->set, input->source_law) : NULL;
    int most = 0;
    for (const struct law *at = asked; at && str_eq(at->id, input->source_law); at = at->next) {
        int count = articles_of_output(at, input->source_output);
        most = count > most ? count : most;
    }
    if (input->source_law.len && !asked)
        TELL(c->missing, law->file, input, "input '%s' needs the law '%s', which is not loaded; add its file",
             show(c->missing, input->name), show(c->missing, input->source_law));
    else if (asked && most == 0)
        TELL(c->missing, law->file, input, "input '%s' needs '%s' of the law '%s', and no loaded version computes it; "
             "mend the name or add the version", show(c->missing, input->name), show(c->missing, input->source_output),
             show(c->missing, input->source_law));
    else if (asked && most > 1)
        TELL(c->f, law->file, input, "input '%s' needs '%s' of the law '%s', which computes it in more than one "
             "article; rename the others", show(c->f, input->name), show(c->f, input->source_output),
             show(c->f, input->source_law));
}

/* The input may be absent when the output asked for may, or when the person or thing asked about
 * may: then nobody is asked. Only where both laws say what may be absent. */
static void check_absence(struct checker *c, const struct law *law, const struct article *article, const struct field *input)
{
    const struct law *at = law->nulls_declared && !input->nullable && input->source_law.len
                               ? versions_of(c->set, input->source_law) : NULL;
    for (; at && str_eq(at->id, input->source_law); at = at->next) {
        const struct article *asked = at->nulls_declared ? law_article_of_output(at, input->source_output) : NULL;
        const struct field *output = asked ? field_find(asked->outputs, input->source_output) : NULL;
        if (output && output->nullable) {
            TELL(c->f, law->file, input, "input '%s' is never absent and '%s' of the law '%s' may be; declare the input "
                 "nullable", show(c->f, input->name), show(c->f, output->name), show(c->f, at->id));
            return;
        }
        for (const struct argument *arg = asked ? input->arguments : NULL; arg; arg = arg->next) {
            const struct field *to = field_find(asked->parameters, arg->name), *from = NULL;
            if (arg->value->kind == EXPR_REFERENCE)
                from = field_find(article->inputs, arg->value->name);
            if (!from && arg->value->kind == EXPR_REFERENCE)
                from = field_find(article->parameters, arg->value->name);
            if (!to || !from || !from->nullable || to->nullable || !to->required)
                continue;
            TELL(c->f, law->file, input, "input '%s' is never absent and is asked about $%s, which may be; declare the "
                 "input nullable", show(c->f, input->name), show(c->f, from->name));
            return;
        }
    }
}

static bool may_be_absent(const struct law *law, const struct implements *one)
{
    const struct article *article = law_article_of_output(law, one->open_term);
    const struct field *output = article ? field_find(article->outputs, one->open_term) : NULL;
    return law->nulls_declared && output && output->nullable;
}

/* The term exists in a version of the higher law, and asks for a regulation of this layer. */
static void check_implements(struct checker *c, const struct law *law, const struct implements *one)
{
    const struct law *higher = versions_of(c->set, one->law);
    const struct open_term *term = NULL;
    if (!higher) {
        TELL(c->missing, law->file, one, "fills a term of the law '%s', which is not loaded; add its file",
             show(c->missing, one->law));
        return;
    }
    for (const struct law *at = higher; at && str_eq(at->id, one->law) && !term; at = at->next)
        term = term_find(at, one->article, one->open_term);
    if (!term)
        TELL(c->f, law->file, one, "fills the open term '%s' of article %s of '%s', and there is none; mend "
             "the name", show(c->f, one->open_term), show(c->f, one->article), show(c->f, one->law));
    else if (may_be_absent(law, one) && term->required && !term->defaults)
        TELL(c->f, law->file, one, "the open term '%s' is never absent and the output that fills it may be; drop its "
             "'nullable'", show(c->f, one->open_term));
    else if (term->delegation_type.len && !str_eq(term->delegation_type, str_of(law_layer_name(law->layer))))
        TELL(c->f, law->file, one, "the layer %s fills the open term '%s', which asks for %s; mend the layer "
             "or the term", law_layer_name(law->layer), show(c->f, one->open_term), show(c->f, term->delegation_type));
}

/* What is replaced stands in a version of the other law. */
static void check_override(struct checker *c, const struct law *law, const struct override *one)
{
    const struct law *other = versions_of(c->set, one->law);
    const struct article *article = NULL;
    if (!other) {
        TELL(c->missing, law->file, one, "replaces something of the law '%s', which is not loaded; add its file",
             show(c->missing, one->law));
        return;
    }
    for (const struct law *at = other; at && str_eq(at->id, one->law) && !article; at = at->next) {
        article = law_article(at, one->article);
        if (article && !computes(article, one->output))
            article = NULL;
    }
    if (!article)
        TELL(c->f, law->file, one, "replaces '%s' of article %s of '%s', and there is none; mend the name",
             show(c->f, one->output), show(c->f, one->article), show(c->f, one->law));
}

/* ---- sidecars beside laws and facts -------------------------------------------------------- */
static const char *fact_type_word(enum fact_type type)
{
    static const char *const words[] = {"a truth value", "an amount in eurocents", "a number", "a date", "a text",
                                        "a person", "a list of persons"};
    return words[type];
}

/* Whether the input can take the fact as it is; an amount in euros cannot take eurocents. */
static bool fact_fits(const struct fact *fact, const struct field *input)
{
    switch (fact->type) {
    case FACT_BOOLEAN: return input->type == TYPE_BOOLEAN;
    case FACT_AMOUNT:
        return (input->type == TYPE_AMOUNT && (input->unit == UNIT_NONE || input->unit == UNIT_EUROCENT)) ||
               (input->type == TYPE_NUMBER && input->unit == UNIT_EUROCENT);
    case FACT_NUMBER:
        return input->type == TYPE_NUMBER && input->unit != UNIT_EUROCENT && input->unit != UNIT_EURO;
    case FACT_DATE: return input->type == TYPE_DATE;
    case FACT_TEXT: case FACT_PERSON: return input->type == TYPE_STRING;
    case FACT_PEOPLE: return input->type == TYPE_ARRAY;
    }
    return false;
}

/* What each person in a list is asked for: a fact that a kernel can gather, so nobody further on. */
static void check_property(struct checker *c, const struct law *law, const struct binding *binding, const struct fact *fact)
{
    const struct binding *whole = law_binding(law, binding->article, binding->input);
    const struct fact *list = whole ? facts_find(&c->set->facts, whole->fact) : NULL;
    if (!list || list->type != FACT_PEOPLE)
        TELL(c->f, law->sidecar_file, binding, "'property' of input '%s', which is bound to no list of persons; bind the "
             "input to one, or drop the property", show(c->f, binding->input));
    if (fact && (fact->type == FACT_PERSON || fact->type == FACT_PEOPLE))
        TELL(c->f, law->sidecar_file, binding, "the property '%s' would be %s, one step too far; bind a fact about the "
             "person in the list", show(c->f, binding->property), fact_type_word(fact->type));
}

static void check_binding(struct checker *c, const struct law *law, const struct binding *binding)
{
    const struct article *article = law_article(law, binding->article);
    const struct field *input = article ? field_find(article->inputs, binding->input) : NULL;
    const struct fact *fact = facts_find(&c->set->facts, binding->fact);
    if (!binding->article.len || !binding->input.len || !binding->fact.len)
        return;                      /* told when it was read */
    if (!article)
        TELL(c->f, law->sidecar_file, binding, "the law has no article %s; mend the number",
             show(c->f, binding->article));
    else if (!input)
        TELL(c->f, law->sidecar_file, binding, "article %s has no input '%s'; mend the name",
             show(c->f, binding->article), show(c->f, binding->input));
    else if (!input->external)
        TELL(c->f, law->sidecar_file, binding, "input '%s' of article %s is computed by law and "
             "cannot be bound to a fact; remove the bind, or give the input 'source: {}'", show(c->f, binding->input),
             show(c->f, binding->article));
    if (!fact)
        TELL(c->f, law->sidecar_file, binding, "there is no fact '%s'; add it to the dictionary of facts or "
             "mend the name", show(c->f, binding->fact));
    if (binding->property.len) {
        check_property(c, law, binding, fact);
        return;
    }
    if (fact && input && !fact_fits(fact, input))
        TELL(c->f, law->sidecar_file, binding, "the fact '%s' is %s, which does not fit the type and unit of "
             "input '%s'; mend one of them", show(c->f, fact->name), fact_type_word(fact->type),
             show(c->f, input->name));
}

static void check_sentence(struct checker *c, const struct law *law, const struct sentence *sentence)
{
    const struct article *article = law_article(law, sentence->article);
    if (sentence->article.len && sentence->output.len && (!article || !computes(article, sentence->output)))
        TELL(c->f, law->sidecar_file, sentence, "article %s has no output '%s' to speak about; mend "
             "the name", show(c->f, sentence->article), show(c->f, sentence->output));
}

/* Whether a FOREACH in it calls its items so. */
static bool has_item(const struct expr *x, struct str name)
{
    if (x->kind != EXPR_OPERATION)
        return false;
    bool found = x->op == OP_FOREACH && str_eq(x->as, name);
    for (const struct expr *operand = x->first; operand && !found; operand = operand->next)
        found = has_item(operand, name);
    return found;
}

static bool names(const struct law *law, const struct article *article, struct str name)
{
    for (const struct definition *d = article->definitions; d; d = d->next)
        if (str_eq(d->name, name))
            return true;
    for (const struct action *action = article->actions; action; action = action->next)
        if (action->value && has_item(action->value, name))
            return true;
    return computes(article, name) || field_find(article->outputs, name) || field_find(article->inputs, name) ||
           term_find(law, article->number, name);
}

static void check_label(struct checker *c, const struct law *law, const struct label *label)
{
    for (const struct article *article = law->articles; article; article = article->next)
        if (names(law, article, label->name))
            return;
    if (label->name.len)
        TELL(c->f, law->sidecar_file, label, "no article has an output, input, open term, definition or item '%s'; mend the name",
             show(c->f, label->name));
}

static void check_scheme_output(struct checker *c, const struct scheme *scheme, struct str name, const char *key,
                                enum value_type type)
{
    const struct law *law = scheme->law;
    const struct article *article = law_article_of_output(law, name);
    const struct field *output = article ? field_find(article->outputs, name) : NULL;
    if (!output)
        TELL(c->f, law->sidecar_file, scheme, "'%s' names the output '%s', which the law does not "
             "declare; mend the name", key, show(c->f, name));
    else if (output->type != type)
        TELL(c->f, law->sidecar_file, scheme, "'%s' names the output '%s', which is no %s; name another",
             key, show(c->f, name), type == TYPE_BOOLEAN ? "boolean" : "amount");
}

static void check_scheme_id(struct checker *c, const struct scheme *scheme)
{
    const struct law *law = scheme->law;
    if (law_own_scheme(law, scheme->id) != scheme)
        TELL(c->f, law->sidecar_file, scheme, "the scheme '%s' stands here twice; give it its own id", show(c->f, scheme->id));
    for (const struct law *at = c->set->first; at != law; at = at->next)
        if (law_own_scheme(at, scheme->id) && !str_eq(at->id, law->id)) {
            TELL(c->f, law->sidecar_file, scheme, "the scheme '%s' stands beside the law '%s' too; give it its own id",
                 show(c->f, scheme->id), show(c->f, at->id));
            return;
        }
}

static void check_scheme(struct checker *c, const struct scheme *scheme)
{
    const struct law *law = scheme->law;
    if (scheme->entitled.len)
        check_scheme_output(c, scheme, scheme->entitled, "entitled", TYPE_BOOLEAN);
    if (scheme->amount.len)
        check_scheme_output(c, scheme, scheme->amount, "amount", TYPE_AMOUNT);
    const struct fact *fact = scheme->take_up.len ? facts_find(&c->set->facts, scheme->take_up) : NULL;
    if (scheme->take_up.len && (!fact || fact->type != FACT_BOOLEAN))
        TELL(c->f, law->sidecar_file, scheme, "'take_up' names '%s', which is no boolean fact; mend the name or "
             "add the fact", show(c->f, scheme->take_up));
    const struct fact *joint = scheme->joint_with.len ? facts_find(&c->set->facts, scheme->joint_with) : NULL;
    if (scheme->joint_with.len && (!joint || joint->type != FACT_PERSON))
        TELL(c->f, law->sidecar_file, scheme, "'joint_with' names '%s', which is no fact about a person; mend the "
             "name or add the fact", show(c->f, scheme->joint_with));
    for (const struct ceiling *w = scheme->waiting; w; w = w->next)
        if (!facts_coming(&c->set->facts, w->waits_for))
            TELL(c->f, law->sidecar_file, scheme, "a ceiling waits for '%s', which stands not under 'coming' in the dictionary of facts; "
                 "add it there, or mend the name", show(c->f, w->waits_for));
    check_scheme_id(c, scheme);
}

static void check_law(struct checker *c, const struct law *law)
{
    check_version(c, law);
    for (const struct article *article = law->articles; article; article = article->next) {
        for (const struct field *input = article->inputs; input; input = input->next) {
            check_input(c, law, input);
            check_absence(c, law, article, input);
        }
        for (const struct implements *one = article->implements; one; one = one->next)
            check_implements(c, law, one);
        for (const struct override *one = article->overrides; one; one = one->next)
            check_override(c, law, one);
    }
    for (const struct binding *binding = law->bindings; binding; binding = binding->next)
        check_binding(c, law, binding);
    for (const struct sentence *sentence = law->sentences; sentence; sentence = sentence->next)
        check_sentence(c, law, sentence);
    for (const struct label *label = law->labels; label; label = label->next)
        check_label(c, law, label);
    for (const struct scheme *one = law->scheme; one; one = one->next)
        check_scheme(c, one);
}

struct law_set law_set_make(struct arena *a, struct law *list, struct facts facts, struct faults *f,
                            struct faults *missing)
{
    struct law_set set = {.facts = facts};
    sort(a, &set, list);
    if (set.count > LIMIT_LAWS)
        faults_add(f, S("the law set"), 0, 0, "%d law versions and %d is the most; load fewer", set.count, LIMIT_LAWS);
    struct checker c = {.set = &set, .f = f, .missing = missing};
    for (const struct law *law = set.first; law; law = law->next)
        check_law(&c, law);
    set.hash = set_hash(&set);
    return set;
}
