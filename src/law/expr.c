/* SPDX-License-Identifier: EUPL-1.2 */
/* expr.c: operations, references and single values of the rules, read into struct expr.
 * Not here: which operations there are (ops.c), whether a reference leads anywhere
 * (names.c), what an operation does (eval/).
 */
#include "law/reader.h"

static struct expr *read_value(struct reader *r, const struct yaml *y, int depth);

static struct expr *expr_new(struct reader *r, const struct yaml *y, enum expr_kind kind)
{
    struct expr *e = arena_new(r->a, struct expr, 1);
    e->kind = kind;
    e->line = y->line;
    e->column = y->column;
    return e;
}

struct operands { struct expr *of, **end; };

static struct operands operands_of(struct expr *e)
{
    return (struct operands){e, &e->first};
}

static void operands_add(struct operands *o, struct expr *e)
{
    *o->end = e;
    o->end = &e->next;
    o->of->count++;
}

static struct expr *read_reference(struct reader *r, const struct yaml *y)
{
    struct expr *e = expr_new(r, y, EXPR_REFERENCE);
    if (!form_fits(FORM_REFERENCE, y->text)) {
        fault(r, y, "'%s' is no reference; write %s", show(r->f, y->text), form_words(FORM_REFERENCE));
        e->kind = EXPR_LITERAL;
        return e;
    }
    e->name = str_until(str_slice(y->text, 1, y->text.len), '.', &e->property);
    return e;
}

static struct expr *read_single(struct reader *r, const struct yaml *y)
{
    if (str_starts(y->text, S("$")))
        return read_reference(r, y);
    struct expr *e = expr_new(r, y, EXPR_LITERAL);
    literal_read(r, y, &e->literal);
    return e;
}

/* An operand by its key; a missing one was reported with the shape. */
static void add_operand(struct reader *r, const struct yaml *y, const char *key, struct operands *o, int depth)
{
    const struct yaml *value = yaml_get(y, str_of(key));
    operands_add(o, value ? read_value(r, value, depth) : expr_new(r, y, EXPR_LITERAL));
}

static void add_list(struct reader *r, const struct yaml *y, const char *key, struct operands *o, int depth)
{
    for (const struct yaml *item = get_list(y, key); item; item = item->next)
        operands_add(o, read_value(r, item, depth));
}

/* A date written out must be one; anything else that is written out is none. */
static void check_date_operand(struct reader *r, const struct expr *e)
{
    if (e->kind != EXPR_LITERAL || e->literal.kind == LITERAL_NULL)
        return;
    if (e->literal.kind != LITERAL_TEXT || !form_fits(FORM_DATE, e->literal.text))
        fault_on(r, e->line, e->column, "'%s' stands where a date is needed; write %s",
                 show(r->f, e->literal.text), form_words(FORM_DATE));
}

static void read_cases(struct reader *r, const struct yaml *y, struct expr *e, struct operands *o, int depth)
{
    const struct yaml *cases = yaml_get(y, S("cases"));
    if (cases && cases->kind == YAML_LIST && cases->count == 0)
        fault(r, cases, "an IF without cases; add one, or use its default by itself");
    for (const struct yaml *one = get_list(y, "cases"); one; one = one->next) {
        if (one->kind != YAML_MAP)
            continue;
        add_operand(r, one, "when", o, depth);
        add_operand(r, one, "then", o, depth);
    }
    e->has_default = yaml_get(y, S("default")) != NULL;
    add_operand(r, y, "default", o, depth);
}

/* Items come from `values`, from a LIST written at `value`, or from one reference to a list. */
static void read_in(struct reader *r, const struct yaml *y, struct operands *o, int depth)
{
    add_operand(r, y, "subject", o, depth);
    const struct yaml *value = yaml_get(y, S("value")), *values = yaml_get(y, S("values"));
    if (!value == !values)
        fault(r, y, "an IN has either 'value' or 'values'; %s", value ? "remove one" : "add one");
    add_list(r, y, "values", o, depth);
    if (!value)
        return;
    struct expr *list = read_value(r, value, depth);
    if (list->kind != EXPR_OPERATION || list->op != OP_LIST) {
        operands_add(o, list);
        return;
    }
    for (struct expr *item = list->first, *next; item; item = next) {
        next = item->next;
        item->next = NULL;
        operands_add(o, item);
    }
}

static void read_date_add(struct reader *r, const struct yaml *y, struct operands *o, int depth)
{
    static const char *const steps[] = {"years", "months", "weeks", "days"};
    bool any = false;
    add_operand(r, y, "date", o, depth);
    for (int i = 0; i < COUNT(steps); i++) {
        const struct yaml *value = yaml_get(y, str_of(steps[i]));
        struct expr *step = value ? read_value(r, value, depth) : expr_new(r, y, EXPR_LITERAL);
        if (!value)
            step->literal = (struct literal){.kind = LITERAL_NUMBER, .number = rational_of(0), .text = S("0")};
        any |= value != NULL;
        operands_add(o, step);
    }
    if (!any)
        fault(r, y, "a DATE_ADD that adds nothing; add years, months, weeks or days");
}

static void read_each(struct reader *r, const struct yaml *y, struct expr *e, struct operands *o, int depth)
{
    const struct yaml *filter = yaml_get(y, S("filter")), *as = yaml_get(y, S("as"));
    add_operand(r, y, "collection", o, depth);
    struct expr *all = filter ? read_value(r, filter, depth) : expr_new(r, y, EXPR_LITERAL);
    if (!filter)
        all->literal = (struct literal){.kind = LITERAL_BOOL, .truth = true};
    operands_add(o, all);
    add_operand(r, y, "body", o, depth);
    e->as = as ? get_text(y, "as") : S("item");
    e->combine = (enum each_combine)(get_word(y, "combine", &words_combine) + 1);
}

static void read_values(struct reader *r, const struct yaml *y, const char *key, struct operands *o, int depth)
{
    const struct yaml *list = yaml_get(y, str_of(key));
    if (list && list->kind == YAML_LIST && list->count == 0)
        fault(r, list, "'%s' is empty; name at least one", key);
    add_list(r, y, key, o, depth);
}

static enum date_unit read_unit(const struct yaml *y)
{
    struct str in = get_text(y, "in");
    return str_eq(in, S("years")) ? IN_YEARS : str_eq(in, S("months")) ? IN_MONTHS : IN_DAYS;
}

static void read_operands(struct reader *r, const struct yaml *y, struct expr *e, int depth)
{
    static const char *const keys[][3] = {
        [SHAPE_COMPARE] = {"subject", "value"}, [SHAPE_UNARY] = {"value"}, [SHAPE_ROUNDING] = {"value"},
        [SHAPE_AGE] = {"date_of_birth", "reference_date"}, [SHAPE_DATE] = {"year", "month", "day"},
        [SHAPE_WEEKDAY] = {"date"}, [SHAPE_DATE_DIFF] = {"from", "to"},
    };
    struct operands o = operands_of(e);
    enum op_shape shape = law_op_shape(e->op);
    switch (shape) {
    case SHAPE_VALUES: read_values(r, y, "values", &o, depth); break;
    case SHAPE_CONDITIONS: add_list(r, y, "conditions", &o, depth); break;
    case SHAPE_LIST: add_list(r, y, "items", &o, depth); break;
    case SHAPE_IF: read_cases(r, y, e, &o, depth); break;
    case SHAPE_IN: read_in(r, y, &o, depth); break;
    case SHAPE_DATE_ADD: read_date_add(r, y, &o, depth); break;
    case SHAPE_FOREACH: read_each(r, y, e, &o, depth); break;
    case SHAPE_COMPARE: case SHAPE_UNARY: case SHAPE_ROUNDING: case SHAPE_AGE: case SHAPE_DATE:
    case SHAPE_WEEKDAY: case SHAPE_DATE_DIFF:
        for (int i = 0; i < 3 && keys[shape][i]; i++)
            add_operand(r, y, keys[shape][i], &o, depth);
    }
    bool dates = shape == SHAPE_AGE || shape == SHAPE_WEEKDAY || shape == SHAPE_DATE_DIFF;
    for (const struct expr *at = e->first; at && (dates || at == e->first); at = at->next)
        if (dates || shape == SHAPE_DATE_ADD)
            check_date_operand(r, at);
}

static struct expr *read_operation(struct reader *r, const struct yaml *y, int depth)
{
    struct expr *e = expr_new(r, y, EXPR_OPERATION);
    if (!op_read(r, y, &e->op)) {
        e->kind = EXPR_LITERAL;
        return e;
    }
    shape_check(r, y, shape_operation[law_op_shape(e->op)]);
    read_operands(r, y, e, depth + 1);
    if (e->op == OP_DATE_DIFF)
        e->unit = read_unit(y);
    e->precision = (int)get_int(y, "precision", 0);
    e->basis = legal_basis_read(r, y);
    return e;
}

static struct expr *read_value(struct reader *r, const struct yaml *y, int depth)
{
    if (depth > LIMIT_EXPR_DEPTH) {
        fault(r, y, "operations are nested more than %d deep; give a part its own output", LIMIT_EXPR_DEPTH);
        return expr_new(r, y, EXPR_LITERAL);
    }
    if (y->kind == YAML_SCALAR)
        return read_single(r, y);
    if (y->kind == YAML_MAP)
        return read_operation(r, y, depth);
    fault(r, y, "a list cannot stand here by itself; write operation: LIST with items");
    return expr_new(r, y, EXPR_LITERAL);
}

struct expr *expr_read(struct reader *r, const struct yaml *y)
{
    return read_value(r, y, 0);
}

/* Either `value`, or an operation whose operands stand in the action itself: the schema
 * gives an action the keys value, values and precision, so only some shapes fit. */
struct expr *expr_read_action(struct reader *r, const struct yaml *action)
{
    const struct yaml *operation = yaml_get(action, S("operation")), *value = yaml_get(action, S("value"));
    if (!operation) {
        for (const struct yaml *y = action->first; y; y = y->next)
            if (str_eq(y->key, S("values")) || str_eq(y->key, S("precision")))
                fault_key(r, y, "'%s' without 'operation'; add the operation", show(r->f, y->key));
        if (!value)
            fault(r, action, "an action without 'value' and without 'operation'; add one");
        return value ? expr_read(r, value) : expr_new(r, action, EXPR_LITERAL);
    }
    struct expr *e = expr_new(r, action, EXPR_OPERATION);
    e->line = operation->key_line;
    e->column = operation->key_column;
    if (!op_read(r, action, &e->op)) {
        e->kind = EXPR_LITERAL;
        return e;
    }
    enum op_shape shape = law_op_shape(e->op);
    const char *name = law_op_name(e->op);
    if (shape != SHAPE_VALUES && shape != SHAPE_ROUNDING && shape != SHAPE_UNARY) {
        fault(r, operation, "%s cannot stand in the action itself; write it under 'value:'", name);
        e->kind = EXPR_LITERAL;
        return e;
    }
    const char *needs = shape == SHAPE_VALUES ? "values" : "value";
    const char *stray = shape == SHAPE_VALUES ? "value" : "values";
    if (!yaml_get(action, str_of(needs)))
        fault(r, action, "%s without '%s'; add it", name, needs);
    if (yaml_get(action, str_of(stray)))
        fault_key(r, yaml_get(action, str_of(stray)), "'%s' beside the operation %s; keep one", stray,
                  name);
    if (shape == SHAPE_ROUNDING && !yaml_get(action, S("precision")))
        fault(r, action, "%s without 'precision'; add the number of decimals", name);
    if (shape != SHAPE_ROUNDING && yaml_get(action, S("precision")))
        fault_key(r, yaml_get(action, S("precision")), "'precision' beside %s; remove it", name);
    read_operands(r, action, e, 1);
    e->precision = (int)get_int(action, "precision", 0);
    return e;
}

struct expr *expr_read_argument(struct reader *r, const struct yaml *y)
{
    if (y->kind == YAML_SCALAR)
        return read_single(r, y);
    return expr_new(r, y, EXPR_LITERAL);   /* reported with the shape of the source */
}

const struct legal_basis *legal_basis_read(struct reader *r, const struct yaml *owner)
{
    const struct yaml *y = yaml_get(owner, S("legal_basis"));
    if (!y || y->kind != YAML_MAP)
        return NULL;
    struct legal_basis *basis = arena_new(r->a, struct legal_basis, 1);
    *basis = (struct legal_basis){
        .law = get_text(y, "law"), .bwb_id = get_text(y, "bwb_id"), .article = get_text(y, "article"),
        .paragraph = get_text(y, "paragraph"), .sentence = get_text(y, "sentence"), .url = get_text(y, "url"),
        .juriconnect = get_text(y, "juriconnect"), .explanation = get_text(y, "explanation"),
    };
    return basis;
}
