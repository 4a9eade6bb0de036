/* SPDX-License-Identifier: EUPL-1.2 */
/* reference_ops.c: what an operation means, in exact fractions: one row at a time, plain, by the rules
 * of docs/SEMANTICS.md. Shares no arithmetic with the kernels.
 */
#include "interpret.h"

static bool calculate(enum law_op op, struct rational a, struct rational b, struct rational *out)
{
    int order;
    switch (op) {
    case OP_ADD: return rational_add(a, b, out);
    case OP_SUBTRACT: return rational_subtract(a, b, out);
    case OP_MULTIPLY: return rational_multiply(a, b, out);
    case OP_DIVIDE: return rational_divide(a, b, out);
    case OP_MIN:
    case OP_MAX:
        if (!rational_compare(a, b, &order))
            return false;
        *out = (order < 0) == (op == OP_MIN) ? a : b;
        return true;
    default: break;
    }
    assert(0 && "an operation on values");
    return false;
}

static struct value eval_values(struct reader *r, struct frame *f, const struct expr *x)
{
    struct value sum = ref_expr(r, f, x->first);
    for (const struct expr *operand = x->first->next; operand; operand = operand->next) {
        struct value next = ref_expr(r, f, operand);
        sum.state = ref_worst(sum.state, next.state);
        if (sum.state == CELL_PRESENT && !calculate(x->op, sum.number, next.number, &sum.number))
            sum.state = CELL_FAULTY;
    }
    sum.state = ref_worst(sum.state, CELL_PRESENT); /* STRICT: of a single value too */
    return sum.state == CELL_PRESENT ? ref_number(sum.number) : ref_silent(REG_NUMBER, sum.state);
}

/* KLEENE; stops at the first definite answer, which the rest cannot change. */
static struct value eval_conditions(struct reader *r, struct frame *f, const struct expr *x)
{
    bool decisive = x->op == OP_OR;
    enum cell_state all = CELL_PRESENT;
    for (const struct expr *operand = x->first; operand; operand = operand->next) {
        struct value v = ref_expr(r, f, operand);
        if (v.state == CELL_PRESENT && v.truth == decisive)
            return ref_truth(decisive);
        all = ref_worst(all, v.state);
    }
    return all == CELL_PRESENT ? ref_truth(!decisive) : ref_silent(REG_BOOLEAN, all);
}

/* IDENTITY: none equals none, and nothing else; what is unknown stays so. */
static struct value equals(struct value a, struct value b)
{
    if (a.type == REG_DATE || b.type == REG_DATE) {
        a = ref_as_date(a);
        b = ref_as_date(b);
    }
    if (a.state == CELL_FAULTY || b.state == CELL_FAULTY)
        return ref_silent(REG_BOOLEAN, CELL_FAULTY);
    if (a.state == CELL_UNKNOWN || b.state == CELL_UNKNOWN)
        return ref_silent(REG_BOOLEAN, CELL_UNKNOWN);
    if (a.state == CELL_ABSENT || b.state == CELL_ABSENT)
        return ref_truth(a.state == b.state);
    int order = 1;
    switch (a.type) {
    case REG_BOOLEAN: return ref_truth(a.truth == b.truth);
    case REG_NUMBER:
        if (!rational_compare(a.number, b.number, &order))
            return ref_silent(REG_BOOLEAN, CELL_FAULTY);
        return ref_truth(order == 0);
    case REG_DATE: return ref_truth(a.date == b.date);
    case REG_TEXT: return ref_truth(str_eq(a.text, b.text));
    case REG_PERSON: return ref_truth(a.row == b.row);
    }
    return ref_silent(REG_BOOLEAN, CELL_FAULTY);
}

static struct value eval_compare(struct reader *r, struct frame *f, const struct expr *x)
{
    struct value a = ref_expr(r, f, x->first), b = ref_expr(r, f, x->first->next);
    if (x->op == OP_EQUALS)
        return equals(a, b);
    a = ref_as_date(a); /* a text is compared as the date that it says: the plan refuses other texts */
    b = ref_as_date(b);
    enum cell_state state = ref_worst(a.state, b.state);
    int order = (a.date > b.date) - (a.date < b.date);
    if (state == CELL_PRESENT && a.type == REG_NUMBER && !rational_compare(a.number, b.number, &order))
        state = CELL_FAULTY;
    if (state != CELL_PRESENT)
        return ref_silent(REG_BOOLEAN, state);
    switch (x->op) {
    case OP_GREATER_THAN: return ref_truth(order > 0);
    case OP_GREATER_THAN_OR_EQUAL: return ref_truth(order >= 0);
    case OP_LESS_THAN: return ref_truth(order < 0);
    default: return ref_truth(order <= 0);
    }
}

/* BRANCH: only the chosen branch is looked at. */
static struct value eval_branches(struct reader *r, struct frame *f, const struct expr *x)
{
    for (const struct expr *at = x->first; at; at = at->next->next) {
        if (!at->next)
            return ref_expr(r, f, at);
        struct value condition = ref_expr(r, f, at);
        if (condition.state != CELL_PRESENT)
            return ref_silent(REG_NUMBER, ref_worst(condition.state, CELL_PRESENT));
        if (condition.truth)
            return ref_expr(r, f, at->next);
    }
    return ref_silent(REG_NUMBER, CELL_FAULTY);
}

static struct value eval_in(struct reader *r, struct frame *f, const struct expr *x)
{
    struct value subject = ref_expr(r, f, x->first);
    enum cell_state all = CELL_PRESENT;
    for (const struct expr *operand = x->first->next; operand; operand = operand->next) {
        struct value v = ref_expr(r, f, operand);
        struct item one = {.v = v};
        for (int i = 0; i < (v.list ? v.list->count : 1); i++) {
            const struct item *item = v.list ? &v.list->at[i] : &one;
            struct value same = item->in == CELL_PRESENT ? equals(subject, item->v) : ref_silent(REG_BOOLEAN, item->in);
            if (same.state == CELL_PRESENT && same.truth)
                return ref_truth(true);
            all = ref_worst(all, same.state);
        }
    }
    return all == CELL_PRESENT ? ref_truth(false) : ref_silent(REG_BOOLEAN, all);
}

static struct value eval_rounding(struct reader *r, struct frame *f, const struct expr *x)
{
    struct value v = ref_expr(r, f, x->first);
    enum round_mode mode = x->op == OP_ROUND ? ROUND_HALF_AWAY : x->op == OP_CEIL ? ROUND_UP : ROUND_DOWN;
    v.state = ref_worst(v.state, CELL_PRESENT);
    if (v.state == CELL_PRESENT && !rational_round(v.number, x->precision, mode, &v.number))
        v.state = CELL_FAULTY;
    return v.state == CELL_PRESENT ? ref_number(v.number) : ref_silent(REG_NUMBER, v.state);
}

static bool whole(struct value v, int64_t *out)
{
    if (v.state != CELL_PRESENT || v.number.den != 1 || v.number.num < -4000000 || v.number.num > 4000000)
        return false;
    *out = (int64_t)v.number.num;
    return true;
}

static struct value on_dates(const struct expr *x, const struct value *v)
{
    int64_t y, m, w, d;
    int32_t out;
    int months;
    switch (x->op) {
    case OP_AGE: return ref_number(rational_of(date_age(v[0].date, v[1].date)));
    case OP_DAY_OF_WEEK: return ref_number(rational_of(date_weekday(v[0].date)));
    case OP_DATE:
        if (!whole(v[0], &y) || !whole(v[1], &m) || !whole(v[2], &d) || !date_from_civil((int)y, (int)m, (int)d, &out))
            return ref_silent(REG_DATE, CELL_FAULTY);
        return ref_date(out);
    case OP_DATE_ADD:
        if (!whole(v[1], &y) || !whole(v[2], &m) || !whole(v[3], &w) || !whole(v[4], &d) ||
            !date_add(v[0].date, y, m, 7 * w + d, &out))
            return ref_silent(REG_DATE, CELL_FAULTY);
        return ref_date(out);
    case OP_DATE_DIFF:
        if (x->unit == IN_DAYS)
            return ref_number(rational_of((int64_t)v[1].date - v[0].date));
        months = date_months_between(v[0].date, v[1].date);
        return ref_number(rational_of(x->unit == IN_YEARS ? months / 12 : months));
    default: break;
    }
    assert(0 && "an operation on dates");
    return ref_silent(REG_DATE, CELL_FAULTY);
}

static struct value eval_dates(struct reader *r, struct frame *f, const struct expr *x)
{
    struct value v[5];
    enum cell_state all = CELL_PRESENT;
    int n = 0;
    for (const struct expr *operand = x->first; operand && n < COUNT(v); operand = operand->next) {
        v[n] = ref_as_date(ref_expr(r, f, operand));
        all = ref_worst(all, v[n++].state);
    }
    enum register_type type = x->op == OP_DATE || x->op == OP_DATE_ADD ? REG_DATE : REG_NUMBER;
    return all == CELL_PRESENT ? on_dates(x, v) : ref_silent(type, all);
}

static struct value eval_not(struct reader *r, struct frame *f, const struct expr *x)
{
    struct value v = ref_expr(r, f, x->first);
    v.state = ref_worst(v.state, CELL_PRESENT);
    return v.state == CELL_PRESENT ? ref_truth(!v.truth) : ref_silent(REG_BOOLEAN, v.state);
}

static struct value eval_operation(struct reader *r, struct frame *f, const struct expr *x)
{
    switch (law_op_shape(x->op)) {
    case SHAPE_VALUES: return eval_values(r, f, x);
    case SHAPE_CONDITIONS: return eval_conditions(r, f, x);
    case SHAPE_COMPARE: return eval_compare(r, f, x);
    case SHAPE_IF: return eval_branches(r, f, x);
    case SHAPE_IN: return eval_in(r, f, x);
    case SHAPE_UNARY: return eval_not(r, f, x);
    case SHAPE_ROUNDING: return eval_rounding(r, f, x);
    case SHAPE_AGE:
    case SHAPE_DATE:
    case SHAPE_DATE_ADD:
    case SHAPE_WEEKDAY:
    case SHAPE_DATE_DIFF: return eval_dates(r, f, x);
    case SHAPE_LIST: return ref_list(r, f, x);
    case SHAPE_FOREACH: return ref_each(r, f, x);
    }
    return ref_silent(REG_NUMBER, CELL_FAULTY);
}

static struct value eval_reference_name(struct reader *r, struct frame *f, const struct expr *x)
{
    const struct each *each = f->each && str_eq(f->each->as, x->name) ? f->each : NULL;
    if (each && each->item->people && x->property.len)
        return ref_property(r, each->item, x->property);
    struct value v = each ? *each->item : str_eq(x->name, S("referencedate")) ? ref_date(r->plan->date)
                                                                              : ref_name(r, f, x->name);
    if (!x->property.len || str_eq(x->property, S("iso")))
        return v;
    v = ref_as_date(v);
    v.state = ref_worst(v.state, CELL_PRESENT);
    if (v.state != CELL_PRESENT)
        return ref_silent(REG_NUMBER, v.state);
    int year, month, day;
    date_civil(v.date, &year, &month, &day);
    return ref_number(rational_of(str_eq(x->property, S("year")) ? year : str_eq(x->property, S("month")) ? month : day));
}

/* What a comparison says besides its operands: a number that stands in the rule itself is no line of its own. That something is
 * the same as nothing reads better as: there is none. */
static void say_comparison(struct reader *r, struct trace *t, const struct expr *x)
{
    const struct expr *to = law_op_shape(x->op) == SHAPE_COMPARE ? x->first->next : NULL;
    if (!to || to->kind != EXPR_LITERAL)
        return;
    struct value v = ref_literal(r, &to->literal);
    if (x->op == OP_EQUALS && to->literal.kind == LITERAL_NULL)
        t->label = (struct phrase){S("dit is er niet"), S("there is none")};
    t->against = ref_print(r->a, &v);
}

struct value ref_expr(struct reader *r, struct frame *f, const struct expr *x)
{
    if (x->kind == EXPR_LITERAL)
        return ref_literal(r, &x->literal);
    if (x->kind == EXPR_REFERENCE)
        return eval_reference_name(r, f, x);
    struct trace *t = ref_trace(r, TRACE_OPERATION, str_of(law_op_name(x->op))), **before = ref_trace_enter(r, t);
    struct value v = eval_operation(r, f, x);
    ref_trace_leave(r, t, before, &v);
    if (t) {
        t->basis = x->basis;
        say_comparison(r, t, x);
    }
    return v;
}
