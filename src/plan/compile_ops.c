/* SPDX-License-Identifier: EUPL-1.2 */
/* compile_ops.c: the operations of a rule as steps. Not their meaning (eval/), not the number format
 * (emit.c), not where names lead (compile_names.c).
 */
#include "compile.h"

static bool compile_reference(struct compiler *c, struct frame *f, const struct expr *x, struct value *out)
{
    static const struct { struct str name; int part; } parts[] = {{{"year", 4}, 0}, {{"month", 5}, 1}, {{"day", 3}, 2}};
    const struct each *each = f->each && str_eq(f->each->as, x->name) ? f->each : NULL;
    if (each && each->item->people && each->item->type == REG_PERSON && x->property.len)
        return compile_property(c, f, each->item, x, out);
    if (each)
        *out = *each->item;
    else if (str_eq(x->name, S("referencedate")))
        *out = compile_value(c, emit_date(&c->m, c->plan->date));
    else if (!compile_name(c, f, x->name, x->line, x->column, out))
        return false;
    if (!x->property.len || str_eq(x->property, S("iso")))
        return true;
    if (!compile_as_type(c, f, x, out, REG_DATE))
        return false;
    for (int i = 0; i < COUNT(parts); i++)
        if (str_eq(x->property, parts[i].name)) {
            *out = compile_value(c, emit_date_part(&c->m, out->reg, parts[i].part));
            return true;
        }
    return compile_refuse(c, f, x->line, x->column, "a date has year, month and day, not '" STR_FMT "'", STR_ARG(x->property));
}

static int emit_values(struct emitter *m, enum law_op op, int a, int b)
{
    switch (op) {
    case OP_ADD: return emit_add(m, a, b);
    case OP_SUBTRACT: return emit_subtract(m, a, b);
    case OP_MULTIPLY: return emit_multiply(m, a, b);
    case OP_DIVIDE: return emit_divide(m, a, b);
    case OP_MIN: return emit_extreme(m, false, a, b);
    case OP_MAX: return emit_extreme(m, true, a, b);
    default: break;
    }
    assert(0 && "an operation on values");
    return a;
}

static bool compile_values(struct compiler *c, struct frame *f, const struct expr *x, struct value *out)
{
    int sum, next;
    if (!compile_as(c, f, x->first, REG_NUMBER, &sum))
        return false;
    for (const struct expr *operand = x->first->next; operand; operand = operand->next) {
        if (!compile_as(c, f, operand, REG_NUMBER, &next))
            return false;
        sum = emit_values(&c->m, x->op, sum, next);
    }
    if (!x->first->next) /* STRICT: of a single value that is absent too */
        sum = emit_add(&c->m, sum, emit_number(&c->m, rational_of(0)));
    *out = compile_value(c, sum);
    return true;
}

static bool compile_conditions(struct compiler *c, struct frame *f, const struct expr *x, struct value *out)
{
    int all = emit_boolean(&c->m, x->op == OP_AND), next;
    for (const struct expr *operand = x->first; operand; operand = operand->next) {
        if (!compile_as(c, f, operand, REG_BOOLEAN, &next))
            return false;
        all = x->op == OP_AND ? emit_and(&c->m, all, next) : emit_or(&c->m, all, next);
    }
    *out = compile_value(c, all);
    return true;
}

static bool compile_compare(struct compiler *c, struct frame *f, const struct expr *x, struct value *out)
{
    struct value a, b;
    if (!compile_expr(c, f, x->first, &a) || !compile_expr(c, f, x->first->next, &b) || !compile_unify(c, f, x, &a, &b))
        return false;
    if (x->op == OP_EQUALS) {
        *out = compile_value(c, emit_equal(&c->m, a.reg, b.reg));
        return true;
    }
    int x_day, y_day;
    if (a.type == REG_TEXT && compile_retype(c, a.reg, REG_DATE, &x_day) && compile_retype(c, b.reg, REG_DATE, &y_day)) {
        a = compile_value(c, x_day);
        b = compile_value(c, y_day);
    }
    if (a.type != REG_NUMBER && a.type != REG_DATE)
        return compile_refuse(c, f, x->line, x->column, "%s cannot be more or less; use EQUALS", compile_type_name(a.type));
    bool swap = x->op == OP_GREATER_THAN || x->op == OP_GREATER_THAN_OR_EQUAL;
    bool or_equal = x->op == OP_LESS_THAN_OR_EQUAL || x->op == OP_GREATER_THAN_OR_EQUAL;
    *out = compile_value(c, emit_less(&c->m, swap ? b.reg : a.reg, swap ? a.reg : b.reg, or_equal));
    return true;
}

static bool compile_branches(struct compiler *c, struct frame *f, const struct expr *x, const struct expr *at,
                             struct value *out)
{
    if (!at->next)
        return compile_expr(c, f, at, out);
    int condition;
    struct value yes, no;
    if (!compile_as(c, f, at, REG_BOOLEAN, &condition) || !compile_expr(c, f, at->next, &yes) ||
        !compile_branches(c, f, x, at->next->next, &no) || !compile_unify(c, f, x, &yes, &no))
        return false;
    *out = compile_value(c, emit_select(&c->m, condition, yes.reg, no.reg));
    return true;
}

static bool one_of(struct compiler *c, struct frame *f, const struct expr *x, struct value subject, struct item item,
                   int *any)
{
    if (!compile_unify(c, f, x, &subject, &item.v))
        return false;
    int same = emit_equal(&c->m, subject.reg, item.v.reg);
    *any = emit_or(&c->m, *any, compile_if_in(c, item.in, same, emit_boolean(&c->m, false)));
    return true;
}

static bool compile_in(struct compiler *c, struct frame *f, const struct expr *x, struct value *out)
{
    struct value subject, item;
    int any = emit_boolean(&c->m, false);
    if (!compile_expr(c, f, x->first, &subject))
        return false;
    for (const struct expr *operand = x->first->next; operand; operand = operand->next) {
        if (!compile_expr(c, f, operand, &item))
            return false;
        struct item one = {item, -1};
        for (int i = 0; i < (item.list ? item.list->count : 1); i++)
            if (!one_of(c, f, x, subject, item.list ? item.list->at[i] : one, &any))
                return false;
    }
    *out = compile_value(c, any);
    return true;
}

static bool compile_dates(struct compiler *c, struct frame *f, const struct expr *x, struct value *out)
{
    int r[5], n = 0;
    for (const struct expr *operand = x->first; operand; operand = operand->next, n++) {
        enum register_type want = x->op == OP_DATE || (x->op == OP_DATE_ADD && n > 0) ? REG_NUMBER : REG_DATE;
        if (n == COUNT(r) || !compile_as(c, f, operand, want, &r[n]))
            return false;
    }
    int reg = -1;
    switch (x->op) {
    case OP_AGE: reg = emit_age(&c->m, r[0], r[1]); break;
    case OP_DATE: reg = emit_date_of(&c->m, r[0], r[1], r[2]); break;
    case OP_DAY_OF_WEEK: reg = emit_weekday(&c->m, r[0]); break;
    case OP_DATE_DIFF:
        reg = x->unit == IN_DAYS ? emit_days(&c->m, r[0], r[1])
                                 : emit_months(&c->m, r[0], r[1], x->unit == IN_YEARS ? 12 : 1);
        break;
    case OP_DATE_ADD: reg = emit_date_add(&c->m, r[0], r[1], r[2], r[3], r[4]); break;
    default: assert(0 && "an operation on dates");
    }
    *out = compile_value(c, reg);
    return true;
}

static bool compile_operation(struct compiler *c, struct frame *f, const struct expr *x, struct value *out)
{
    int reg;
    switch (law_op_shape(x->op)) {
    case SHAPE_VALUES: return compile_values(c, f, x, out);
    case SHAPE_CONDITIONS: return compile_conditions(c, f, x, out);
    case SHAPE_COMPARE: return compile_compare(c, f, x, out);
    case SHAPE_IF: return compile_branches(c, f, x, x->first, out);
    case SHAPE_IN: return compile_in(c, f, x, out);
    case SHAPE_UNARY:
        if (!compile_as(c, f, x->first, REG_BOOLEAN, &reg))
            return false;
        *out = compile_value(c, emit_not(&c->m, reg));
        return true;
    case SHAPE_ROUNDING:
        if (!compile_as(c, f, x->first, REG_NUMBER, &reg))
            return false;
        *out = compile_value(c, emit_round(&c->m, reg, x->precision,
                                      x->op == OP_ROUND ? ROUND_HALF_AWAY : x->op == OP_CEIL ? ROUND_UP : ROUND_DOWN));
        return true;
    case SHAPE_LIST: return compile_items(c, f, x, out);
    case SHAPE_FOREACH: return compile_each(c, f, x, out);
    case SHAPE_AGE:
    case SHAPE_DATE:
    case SHAPE_DATE_ADD:
    case SHAPE_WEEKDAY:
    case SHAPE_DATE_DIFF: return compile_dates(c, f, x, out);
    }
    return false;
}

bool compile_expr(struct compiler *c, struct frame *f, const struct expr *x, struct value *out)
{
    switch (x->kind) {
    case EXPR_LITERAL: return compile_literal(c, &x->literal, out);
    case EXPR_REFERENCE: return compile_reference(c, f, x, out);
    case EXPR_OPERATION: return compile_operation(c, f, x, out);
    }
    return false;
}
