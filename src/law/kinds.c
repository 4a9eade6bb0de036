/* SPDX-License-Identifier: EUPL-1.2 */
/* kinds.c: types, units and absence in the rules of one law, before anybody's facts are seen. Says
 * nothing about what it does not know: a part of an object, an item of a FOREACH, an output that
 * is not declared. Only for laws that declare a schema with `nullable`; what crosses laws: set.c.
 */
#include "law/reader.h"

struct kind {
    enum value_type type;            /* TYPE_ANY: not known */
    enum value_unit unit;            /* UNIT_NONE: not known, or a bare number that fits any */
    bool declared;                   /* somebody says whether it may be absent: `nullable` */
    bool nullable;
};

/* What may stand at a place. */
enum place {
    PLACE_NULLABLE,                  /* the value of an output that may be absent: null, and what is nullable */
    PLACE_OUTPUT,                    /* the value of any other output: neither */
    PLACE_OPERAND,                   /* what is calculated with or decided on: neither */
    PLACE_ELEMENT,                   /* of a LIST or of the values of IN: both */
    PLACE_SIDE                       /* of EQUALS, of IN, a collection: what is nullable */
};

/* A name that is known to be present on the way to here. */
struct known { struct str name; const struct known *up; };

struct walk {
    struct reader *r;
    const struct article *article;
    const struct known *known;
    const struct expr *each;         /* the FOREACH in whose filter or body we are */
};

#define TEST_DEPTH 8                 /* outputs that only repeat a test: has_partner, is_single, … */
#define TEST_STEPS 200               /* looked at to learn from one condition; then nothing more is learnt */

static struct kind look(struct walk *w, const struct expr *e, enum place place);

static struct kind kind_of(enum value_type type)
{
    return (struct kind){.type = type};
}

static const char *type_word(enum value_type type)
{
    static const char *const words[] = {"something else", "a string", "a number", "a boolean", "an amount", "an object",
                                        "an array", "a date"};
    return words[type];
}

/* ---- names ------------------------------------------------------------------------------------- */

static struct kind kind_of_field(const struct field *field)
{
    return (struct kind){field->type, field->unit, true, field->nullable};
}

static struct kind kind_of_literal(const struct literal *value)
{
    static const enum value_type types[] = {
        [LITERAL_NULL] = TYPE_ANY, [LITERAL_BOOL] = TYPE_BOOLEAN, [LITERAL_NUMBER] = TYPE_NUMBER,
        [LITERAL_TEXT] = TYPE_STRING, [LITERAL_LIST] = TYPE_ARRAY,
    };
    return (struct kind){types[value->kind], UNIT_NONE, true, value->kind == LITERAL_NULL};
}

static const struct action *action_of(const struct walk *w, struct str output)
{
    const struct action *action = w->article->actions;
    while (action && !str_eq(action->output, output))
        action = action->next;
    return action;
}

/* An open term has no `nullable`: whether it may be absent is not said. */
static bool given(const struct walk *w, struct str name, struct kind *out)
{
    const struct field *field = field_find(w->article->inputs, name);
    field = field ? field : field_find(w->article->parameters, name);
    *out = kind_of(TYPE_ANY);
    if (field)
        *out = kind_of_field(field);
    for (const struct definition *d = w->article->definitions; d; d = d->next)
        if (str_eq(d->name, name)) {
            *out = kind_of_literal(&d->value);
            out->type = d->type ? d->type : out->type;
            out->unit = d->unit;
            return true;
        }
    for (const struct open_term *term = w->article->open_terms; term; term = term->next)
        if (str_eq(term->id, name)) {
            out->type = term->type;
            return true;
        }
    return field != NULL;
}

static struct kind kind_of_name(const struct walk *w, const struct expr *e)
{
    struct kind kind;
    if (w->each && str_eq(e->name, w->each->as))
        return kind_of(TYPE_ANY);
    if (str_eq(e->name, S("referencedate"))) {
        bool number = e->property.len && !str_eq(e->property, S("iso"));
        return (struct kind){number ? TYPE_NUMBER : TYPE_DATE, UNIT_NONE, true, false};
    }
    if (!given(w, e->name, &kind)) {
        const struct field *output = field_find(w->article->outputs, e->name);
        kind = output ? kind_of_field(output) : kind_of(TYPE_ANY);
    }
    return e->property.len ? kind_of(TYPE_ANY) : kind;
}

static bool is_known(const struct walk *w, struct str name)
{
    for (const struct known *k = w->known; k; k = k->up)
        if (str_eq(k->name, name))
            return true;
    return false;
}

/* ---- what a condition teaches -------------------------------------------------------------------- */

static bool is_null(const struct expr *e)
{
    return e->kind == EXPR_LITERAL && e->literal.kind == LITERAL_NULL;
}

static const struct known *learn_name(struct walk *w, const struct expr *side, const struct known *known)
{
    for (const struct known *k = known; k; k = k->up)
        if (side->kind == EXPR_REFERENCE && str_eq(k->name, side->name))
            return known;
    if (side->kind != EXPR_REFERENCE)
        return known;
    struct known *k = arena_new(w->r->a, struct known, 1);
    *k = (struct known){side->name, known};   /* a part that is there: then so is the whole */
    return k;
}

static const struct known *learn_from(struct walk *w, const struct expr *e, bool truth, const struct known *known, int depth,
                                      int *steps)
{
    struct kind kind;
    if (depth > TEST_DEPTH || ++*steps > TEST_STEPS)
        return known;
    if (e->kind == EXPR_REFERENCE) {
        const struct action *action = given(w, e->name, &kind) ? NULL : action_of(w, e->name);
        return action ? learn_from(w, action->value, truth, known, depth + 1, steps) : known;
    }
    if (e->kind != EXPR_OPERATION || !e->first)
        return known;
    if (e->op == OP_NOT)
        return learn_from(w, e->first, !truth, known, depth, steps);
    if (e->op == OP_EQUALS && !truth && is_null(e->first) != is_null(e->first->next))
        return learn_name(w, is_null(e->first) ? e->first->next : e->first, known);
    if ((e->op == OP_AND && truth) || (e->op == OP_OR && !truth))
        for (const struct expr *operand = e->first; operand; operand = operand->next)
            known = learn_from(w, operand, truth, known, depth, steps);
    return known;
}

/* What is present when this condition is true (or false), beside what was known. */
static const struct known *learn(struct walk *w, const struct expr *e, bool truth, const struct known *known)
{
    int steps = 0;
    return learn_from(w, e, truth, known, 0, &steps);
}

/* ---- single values -------------------------------------------------------------------------------- */

static struct kind look_literal(struct walk *w, const struct expr *e, enum place place)
{
    if (is_null(e) && place == PLACE_OUTPUT)
        fault_on(w->r, e->line, e->column, "null for an output that is never absent; declare the output nullable, or give "
                 "it a value");
    else if (is_null(e) && place != PLACE_NULLABLE && place != PLACE_ELEMENT)
        fault_on(w->r, e->line, e->column, "null cannot be calculated with or decided on; write a value");
    return kind_of_literal(&e->literal);
}

static struct kind look_name(struct walk *w, const struct expr *e, enum place place)
{
    struct kind kind = kind_of_name(w, e);
    if (!kind.nullable || is_known(w, e->name))
        return kind;
    const char *shown = show(w->r->f, e->name);
    if (place == PLACE_OUTPUT)
        fault_on(w->r, e->line, e->column, "$%s may be absent and the output is never; declare the output nullable, or test "
                 "$%s for null first", shown, shown);
    else if (place == PLACE_OPERAND)
        fault_on(w->r, e->line, e->column, "$%s may be absent here; test it for null first", shown);
    return kind;
}

/* ---- types ------------------------------------------------------------------------------------------ */

static bool is_number(enum value_type t)
{
    return t == TYPE_NUMBER || t == TYPE_AMOUNT;
}

/* Dates are text too, as long as nobody has asked for one. */
static bool is_day(enum value_type t)
{
    return t == TYPE_DATE || t == TYPE_STRING;
}

static bool same_type(enum value_type a, enum value_type b)
{
    return a == TYPE_ANY || b == TYPE_ANY || a == b || (is_number(a) && is_number(b)) || (is_day(a) && is_day(b));
}

static struct kind look_as(struct walk *w, const struct expr *e, enum value_type want, enum place place)
{
    struct kind kind = look(w, e, place);
    if (!same_type(kind.type, want))
        fault_on(w->r, e->line, e->column, "this is %s where %s is needed; mend the rule or the type",
                 type_word(kind.type), type_word(want));
    return kind;
}

/* Two units that are known must be the same; a bare number fits any. */
static enum value_unit same_unit(struct walk *w, const struct expr *e, enum value_unit so_far, enum value_unit unit)
{
    if (so_far == UNIT_NONE || unit == UNIT_NONE || so_far == unit)
        return so_far == UNIT_NONE ? unit : so_far;
    fault_on(w->r, e->line, e->column, "%s and %s in one sum or comparison; convert one of them",
             words_unit.at[so_far - 1].at, words_unit.at[unit - 1].at);
    return UNIT_NONE;
}

/* ---- operations ---------------------------------------------------------------------------------------- */

static struct kind look_values(struct walk *w, const struct expr *e)
{
    bool product = e->op == OP_MULTIPLY || e->op == OP_DIVIDE;
    struct kind out = kind_of(TYPE_NUMBER);
    for (const struct expr *operand = e->first; operand; operand = operand->next) {
        struct kind kind = look(w, operand, PLACE_OPERAND);
        bool joins = e->op == OP_ADD && (kind.type == TYPE_STRING || kind.type == TYPE_ARRAY); /* as elsewhere; see plan/ */
        if (!joins && !same_type(kind.type, TYPE_NUMBER))
            fault_on(w->r, operand->line, operand->column, "%s takes numbers and this is %s; mend the rule or the type",
                     law_op_name(e->op), type_word(kind.type));
        out.type = joins ? TYPE_ANY : out.type;
        if (!product)
            out.unit = same_unit(w, operand, out.unit, kind.unit);
    }
    return out;
}

static struct kind look_conditions(struct walk *w, const struct expr *e)
{
    const struct known *before = w->known;
    for (const struct expr *operand = e->first; operand; operand = operand->next) {
        look_as(w, operand, TYPE_BOOLEAN, PLACE_OPERAND);
        w->known = learn(w, operand, e->op == OP_AND, w->known);
    }
    w->known = before;
    return kind_of(TYPE_BOOLEAN);
}

/* EQUALS null asks whether there is one; of what always is, that is no question. */
static void look_for_null(struct walk *w, const struct expr *side)
{
    struct kind kind = look(w, side, PLACE_SIDE);
    if (side->kind != EXPR_REFERENCE || !kind.declared)
        return;
    const char *shown = show(w->r->f, side->name);
    if (!kind.nullable)
        fault_on(w->r, side->line, side->column, "$%s is never absent, so it is never null; declare it nullable, or drop "
                 "the test", shown);
    else if (is_known(w, side->name))
        fault_on(w->r, side->line, side->column, "$%s is known to be there, so it is not null here; drop the test", shown);
}

static struct kind look_compare(struct walk *w, const struct expr *e)
{
    const struct expr *a = e->first, *b = a->next;
    bool equals = e->op == OP_EQUALS;
    if (equals && is_null(a) != is_null(b)) {
        look_for_null(w, is_null(a) ? b : a);
        return kind_of(TYPE_BOOLEAN);
    }
    if (equals && is_null(a))
        return kind_of(TYPE_BOOLEAN);
    enum place place = equals ? PLACE_SIDE : PLACE_OPERAND;
    struct kind x = look(w, a, place), y = look(w, b, place);
    if (!same_type(x.type, y.type))
        fault_on(w->r, e->line, e->column, "%s is compared with %s; mend the rule or a type", type_word(x.type),
                 type_word(y.type));
    else if (!equals && x.type && !is_number(x.type) && !is_day(x.type))
        fault_on(w->r, e->line, e->column, "%s cannot be more or less; use EQUALS", type_word(x.type));
    same_unit(w, b, x.unit, y.unit);
    return kind_of(TYPE_BOOLEAN);
}

static enum place of_branch(enum place place)
{
    return place == PLACE_ELEMENT ? PLACE_SIDE : place;
}

/* What the branches have in common; null fits all. */
static void meet(struct kind *all, const struct expr *branch, struct kind one, bool *first)
{
    if (is_null(branch))
        return;
    if (*first)
        *all = (struct kind){.type = one.type, .unit = one.unit};
    *first = false;
    all->type = all->type == one.type ? one.type : is_number(all->type) && is_number(one.type) ? TYPE_NUMBER : TYPE_ANY;
    all->unit = all->unit == one.unit ? one.unit : UNIT_NONE;
}

static struct kind look_if(struct walk *w, const struct expr *e, enum place place)
{
    const struct known *before = w->known;
    struct kind out = kind_of(TYPE_ANY);
    const struct expr *at = e->first;
    bool first = true;
    for (; at->next; at = at->next->next) {
        look_as(w, at, TYPE_BOOLEAN, PLACE_OPERAND);
        const struct known *earlier = w->known;
        w->known = learn(w, at, true, earlier);
        meet(&out, at->next, look(w, at->next, of_branch(place)), &first);
        w->known = learn(w, at, false, earlier);
    }
    if (e->has_default) {
        meet(&out, at, look(w, at, of_branch(place)), &first);
    } else if (place != PLACE_NULLABLE) {
        fault_on(w->r, e->line, e->column, "an IF without 'default' is null when no case holds, which cannot be here; add "
                 "a default%s", place == PLACE_OUTPUT ? ", or declare the output nullable" : "");
    }
    w->known = before;
    return out;
}

static struct kind look_in(struct walk *w, const struct expr *e)
{
    struct kind subject = look(w, e->first, PLACE_SIDE);
    for (const struct expr *item = e->first->next; item; item = item->next) {
        struct kind kind = look(w, item, PLACE_ELEMENT);
        if (kind.type != TYPE_ARRAY && !same_type(subject.type, kind.type))
            fault_on(w->r, item->line, item->column, "%s is looked for and this is %s; mend the rule or a type",
                     type_word(subject.type), type_word(kind.type));
    }
    return kind_of(TYPE_BOOLEAN);
}

static struct kind look_each(struct walk *w, const struct expr *e)
{
    const struct expr *filter = e->first->next, *body = filter->next, *outer = w->each;
    const struct known *before = w->known;
    bool truths = e->combine == EACH_AND || e->combine == EACH_OR;
    look(w, e->first, PLACE_SIDE);
    w->each = e;
    look_as(w, filter, TYPE_BOOLEAN, PLACE_OPERAND);
    w->known = learn(w, filter, true, w->known);
    struct kind kind = e->combine == EACH_LIST ? look(w, body, PLACE_ELEMENT)
                                               : look_as(w, body, truths ? TYPE_BOOLEAN : TYPE_NUMBER, PLACE_OPERAND);
    w->each = outer;
    w->known = before;
    return (struct kind){.type = e->combine == EACH_LIST ? TYPE_ARRAY : truths ? TYPE_BOOLEAN : TYPE_NUMBER,
                         .unit = e->combine == EACH_LIST || truths ? UNIT_NONE : kind.unit};
}

/* Operations that take days, numbers, or a day and then numbers. */
static struct kind look_dates(struct walk *w, const struct expr *e)
{
    static const enum value_unit units[] = {[IN_DAYS] = UNIT_DAYS, [IN_MONTHS] = UNIT_MONTHS, [IN_YEARS] = UNIT_YEARS};
    for (const struct expr *operand = e->first; operand; operand = operand->next) {
        bool day = e->op != OP_DATE && (e->op != OP_DATE_ADD || operand == e->first);
        look_as(w, operand, day ? TYPE_DATE : TYPE_NUMBER, PLACE_OPERAND);
    }
    if (e->op == OP_DATE || e->op == OP_DATE_ADD)
        return kind_of(TYPE_DATE);
    return (struct kind){.type = TYPE_NUMBER, .unit = e->op == OP_AGE ? UNIT_YEARS : e->op == OP_DATE_DIFF ? units[e->unit]
                                                                                                          : UNIT_NONE};
}

static struct kind look_operation(struct walk *w, const struct expr *e, enum place place)
{
    struct kind kind;
    switch (law_op_shape(e->op)) {
    case SHAPE_VALUES: return look_values(w, e);
    case SHAPE_CONDITIONS: return look_conditions(w, e);
    case SHAPE_COMPARE: return look_compare(w, e);
    case SHAPE_IF: return look_if(w, e, place);
    case SHAPE_IN: return look_in(w, e);
    case SHAPE_FOREACH: return look_each(w, e);
    case SHAPE_UNARY:
        look_as(w, e->first, TYPE_BOOLEAN, PLACE_OPERAND);
        return kind_of(TYPE_BOOLEAN);
    case SHAPE_ROUNDING:
        kind = look_as(w, e->first, TYPE_NUMBER, PLACE_OPERAND);
        return (struct kind){.type = TYPE_NUMBER, .unit = kind.unit};
    case SHAPE_LIST:
        for (const struct expr *item = e->first; item; item = item->next)
            look(w, item, PLACE_ELEMENT);
        return kind_of(TYPE_ARRAY);
    case SHAPE_AGE:
    case SHAPE_DATE_ADD:
    case SHAPE_DATE:
    case SHAPE_WEEKDAY:
    case SHAPE_DATE_DIFF: return look_dates(w, e);
    }
    return kind_of(TYPE_ANY);
}

static struct kind look(struct walk *w, const struct expr *e, enum place place)
{
    switch (e->kind) {
    case EXPR_LITERAL: return look_literal(w, e, place);
    case EXPR_REFERENCE: return look_name(w, e, place);
    case EXPR_OPERATION: break;
    }
    return look_operation(w, e, place);
}

/* ---- a whole law ---------------------------------------------------------------------------------------- */

static void look_actions(struct walk *w, const struct action *action)
{
    for (; action; action = action->next) {
        const struct field *output = field_find(w->article->outputs, action->output);
        enum place place = output && !output->nullable ? PLACE_OUTPUT : PLACE_NULLABLE;
        look_as(w, action->value, output ? output->type : TYPE_ANY, place);
    }
}

void kinds_check(struct reader *r, const struct law *law)
{
    for (const struct article *article = law->articles; article; article = article->next) {
        struct walk w = {.r = r, .article = article};
        look_actions(&w, article->actions);
        for (const struct open_term *term = article->open_terms; term; term = term->next)
            look_actions(&w, term->defaults);
    }
}
