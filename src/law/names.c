/* SPDX-License-Identifier: EUPL-1.2 */
/* names.c: whether the names in one law lead somewhere: references of rules, outputs and
 * their actions, inputs from the same law. Not across laws: that is set.c.
 */
#include "law/reader.h"

enum name_bit {
    BIT_PARAMETER = 1, BIT_INPUT = 2, BIT_DEFINITION = 4, BIT_TERM = 8, BIT_ACTION = 16, BIT_OBJECT = 32,
    BIT_OUTPUT = 64, BITS_GIVEN = BIT_PARAMETER | BIT_INPUT | BIT_DEFINITION | BIT_TERM
};

struct each { const struct expr *of; const struct each *outer; };

struct scope {
    struct reader *r;
    const struct article *article;
    struct str_map names;
    struct str own;                  /* the output whose rule is being walked */
    const struct each *each;         /* the FOREACH in whose filter or body we are */
};

static const char *bit_word(int64_t bits)
{
    return bits & BIT_PARAMETER ? "a parameter" : bits & BIT_INPUT ? "an input" :
           bits & BIT_DEFINITION ? "a definition" : "an open term";
}

/* A name that could mean two things is a fault: elsewhere one silently hides the other. */
static void give(struct scope *s, struct str name, int bit, bool object, int line, int column)
{
    bool found;
    int64_t *bits = str_map_put(&s->names, name, &found);
    if (name.len && *bits & BITS_GIVEN)
        fault_on(s->r, line, column, "'%s' is already %s of this article; rename one",
                 show(s->r->f, name), bit_word(*bits));
    *bits |= bit | (object ? BIT_OBJECT : 0);
}

static void give_fields(struct scope *s, const struct field *field, int bit)
{
    for (; field; field = field->next)
        give(s, field->name, bit, field->type == TYPE_OBJECT, field->line, field->column);
}

static void collect_outputs(struct scope *s)
{
    bool found;
    for (const struct action *action = s->article->actions; action; action = action->next) {
        int64_t *bits = str_map_put(&s->names, action->output, &found);
        if (*bits & BIT_ACTION)
            fault_on(s->r, action->line, action->column, "a second action for '%s'; keep one",
                     show(s->r->f, action->output));
        *bits |= BIT_ACTION;
    }
    for (const struct field *output = s->article->outputs; output; output = output->next) {
        int64_t *bits = str_map_put(&s->names, output->name, &found);
        if (*bits & BIT_OUTPUT)
            fault_on(s->r, output->line, output->column, "a second output '%s'; keep one",
                     show(s->r->f, output->name));
        if (output->name.len && !(*bits & BIT_ACTION))
            fault_on(s->r, output->line, output->column, "output '%s' has no action; add one that computes it",
                     show(s->r->f, output->name));
        *bits |= BIT_OUTPUT;
    }
}

static void collect(struct scope *s)
{
    give_fields(s, s->article->parameters, BIT_PARAMETER);
    give_fields(s, s->article->inputs, BIT_INPUT);
    for (const struct definition *d = s->article->definitions; d; d = d->next)
        give(s, d->name, BIT_DEFINITION, false, d->line, d->column);
    for (const struct open_term *term = s->article->open_terms; term; term = term->next)
        give(s, term->id, BIT_TERM, false, term->line, term->column);
    collect_outputs(s);
}

/* ---- references -------------------------------------------------------------------------- */
static const char *const date_parts[] = {"year", "month", "day", "iso"};

static void check_date_part(struct scope *s, const struct expr *e)
{
    for (int i = 0; i < COUNT(date_parts); i++)
        if (e->property.len == 0 || str_eq(e->property, str_of(date_parts[i])))
            return;
    fault_on(s->r, e->line, e->column, "$referencedate has no '%s'; write year, month, day or iso",
             show(s->r->f, e->property));
}

static struct str nearest_name(const struct scope *s, struct str name)
{
    struct str among[64];
    int count = 0;
    for (int64_t i = 0; i < s->names.slots && count < 64; i++)
        if (s->names.keys[i].at && s->names.keys[i].len)
            among[count++] = s->names.keys[i];
    return nearest(name, among, count);
}

static void unknown_name(struct scope *s, const struct expr *e)
{
    struct str near = nearest_name(s, e->name);
    const char *shown = show(s->r->f, e->name);
    if (near.len)
        fault_on(s->r, e->line, e->column, "$%s is not known in this article; did you mean $%s?",
                 shown, show(s->r->f, near));
    else
        fault_on(s->r, e->line, e->column, "$%s is not known in this article; declare it as parameter, "
                 "input or definition, or compute it in an action", shown);
}

/* An item of a FOREACH is seen in its own filter and body only. Whether the name is one. */
static bool check_item(struct scope *s, const struct expr *e)
{
    for (const struct each *at = s->each; at; at = at->outer) {
        if (!str_eq(at->of->as, e->name))
            continue;
        if (at != s->each)
            fault_on(s->r, e->line, e->column, "$%s is the item of an outer FOREACH, which the filter and body of an inner "
                     "one do not see; reach it through the inner 'collection'", show(s->r->f, e->name));
        else if (str_find(e->property, S(".")) >= 0)
            fault_on(s->r, e->line, e->column, "'.%s' goes more than one step from the item; name one property",
                     show(s->r->f, e->property));
        return true;
    }
    return false;
}

static void check_reference(struct scope *s, const struct expr *e)
{
    int64_t bits = 0;
    if (check_item(s, e))
        return;
    if (str_eq(e->name, S("referencedate"))) {
        check_date_part(s, e);
        return;
    }
    str_map_get(&s->names, e->name, &bits);
    if (!(bits & (BITS_GIVEN | BIT_ACTION)))
        unknown_name(s, e);
    else if (e->property.len && !(bits & BIT_OBJECT))
        fault_on(s->r, e->line, e->column, "$%s has no parts, only objects have; remove '.%s'",
                 show(s->r->f, e->name), show(s->r->f, e->property));
    else if (!(bits & BITS_GIVEN) && str_eq(e->name, s->own))
        fault_on(s->r, e->line, e->column, "the rule for '%s' refers to itself; mend the reference",
                 show(s->r->f, e->name));
}

static void check_expr(struct scope *s, const struct expr *e);

static void check_each(struct scope *s, const struct expr *e)
{
    int64_t bits = 0;
    str_map_get(&s->names, e->as, &bits);
    if (bits & (BITS_GIVEN | BIT_ACTION) || str_eq(e->as, S("referencedate")))
        fault_on(s->r, e->line, e->column, "the item is called '%s', which is something else in this article; give it "
                 "another name with 'as'", show(s->r->f, e->as));
    check_expr(s, e->first);         /* the collection: where the FOREACH stands */
    struct each each = {e, s->each};
    s->each = &each;
    for (const struct expr *operand = e->first->next; operand; operand = operand->next)
        check_expr(s, operand);
    s->each = each.outer;
}

static void check_expr(struct scope *s, const struct expr *e)
{
    if (e->kind == EXPR_OPERATION && e->op == OP_FOREACH && e->first) {
        check_each(s, e);
        return;
    }
    if (e->kind == EXPR_REFERENCE)
        check_reference(s, e);
    for (const struct expr *operand = e->first; operand; operand = operand->next)
        check_expr(s, operand);
}

static void check_actions(struct scope *s, const struct action *action)
{
    for (; action; action = action->next) {
        s->own = action->output;
        check_expr(s, action->value);
    }
    s->own = S("");
}

/* The default of an open term must yield the term. */
static void check_default(struct scope *s, const struct open_term *term)
{
    bool found = !term->defaults;
    for (const struct action *action = term->defaults; action; action = action->next)
        found |= str_eq(action->output, term->id);
    if (!found)
        fault_on(s->r, term->line, term->column, "the default of open term '%s' has no action for it; add one",
                 show(s->r->f, term->id));
    check_actions(s, term->defaults);
}

static void check_article(struct reader *r, const struct article *article)
{
    struct scope s = {.r = r, .article = article, .names = str_map_open(r->a, 32)};
    collect(&s);
    check_actions(&s, article->actions);
    for (const struct open_term *term = article->open_terms; term; term = term->next)
        check_default(&s, term);
    for (const struct field *input = article->inputs; input; input = input->next)
        for (const struct argument *argument = input->arguments; argument; argument = argument->next)
            check_expr(&s, argument->value);
    for (const struct implements *one = article->implements; one; one = one->next) {
        int64_t bits = 0;
        str_map_get(&s.names, one->open_term, &bits);
        if (one->open_term.len && !(bits & BIT_ACTION))
            fault_on(r, one->line, one->column, "this article says it fills '%s' and has no such output; "
                     "add an action for it", show(r->f, one->open_term));
    }
    for (const struct override *one = article->overrides; one; one = one->next) {
        int64_t bits = 0;
        str_map_get(&s.names, one->output, &bits);
        if (one->output.len && !(bits & BIT_ACTION))
            fault_on(r, one->line, one->column, "this article says it replaces '%s' and has no such output; add an action "
                     "for it", show(r->f, one->output));
    }
}

/* ---- the whole law ------------------------------------------------------------------------- */
static void check_numbers(struct reader *r, const struct law *law)
{
    struct str_map numbers = str_map_open(r->a, law->article_count);
    bool found;
    for (const struct article *article = law->articles; article; article = article->next) {
        str_map_put(&numbers, article->number, &found);
        if (found && article->number.len)
            fault_on(r, article->line, article->column, "a second article '%s'; give it its own number",
                     show(r->f, article->number));
    }
}

/* How many articles compute an output. The same name in two articles (an authority of each
 * chapter) is no fault until somebody asks for it by that name. */
static struct str_map count_outputs(struct reader *r, const struct law *law)
{
    struct str_map outputs = str_map_open(r->a, law->article_count);
    bool found;
    for (const struct article *article = law->articles; article; article = article->next)
        for (const struct action *action = article->actions; action; action = action->next)
            ++*str_map_put(&outputs, action->output, &found);
    return outputs;
}

static void check_own_inputs(struct reader *r, const struct law *law)
{
    struct str_map outputs = count_outputs(r, law);
    for (const struct article *article = law->articles; article; article = article->next)
        for (const struct field *input = article->inputs; input; input = input->next) {
            int64_t count = 0;
            if (input->external || input->source_law.len || !input->source_output.len)
                continue;
            str_map_get(&outputs, input->source_output, &count);
            if (count != 1)
                fault_on(r, input->line, input->column, "input '%s' asks this law for '%s', which %s article "
                         "computes; %s", show(r->f, input->name), show(r->f, input->source_output),
                         count ? "more than one" : "no",
                         count ? "rename the others" : "mend the name or name the regulation");
        }
}

void names_check(struct reader *r, struct law *law)
{
    for (const struct article *article = law->articles; article; article = article->next)
        check_article(r, article);
    check_numbers(r, law);
    check_own_inputs(r, law);
}

struct str name_resolve(const struct law *law, struct str name)
{
    if (!str_starts(name, S("#")))
        return name;
    struct str output = str_slice(name, 1, name.len);
    const struct article *article = law_article_of_output(law, output);
    for (const struct action *action = article ? article->actions : NULL; action; action = action->next)
        if (str_eq(action->output, output) && action->value->kind == EXPR_LITERAL &&
            action->value->literal.kind == LITERAL_TEXT)
            return action->value->literal.text;
    return name;
}
