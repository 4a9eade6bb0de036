/* SPDX-License-Identifier: EUPL-1.2 */
/* compile_types.c: which type a value has, and the type that its surroundings give it. Not the
 * meaning of an operation.
 */
#include "compile.h"

#include <stdio.h>

bool compile_refuse(struct compiler *c, const struct frame *f, int line, int column, const char *format, ...)
{
    struct arena tmp = *c->a;
    char text[LIMIT_ERR_TEXT];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    return fail_at(c->e, ERR_PLAN, str_z(&tmp, f->law->file), line, column, "%s", text);
}

struct value compile_value(struct compiler *c, int reg)
{
    return (struct value){.type = c->plan->steps[reg].type, .reg = reg, .path = -1};
}

const char *compile_type_name(enum register_type t)
{
    static const char *const names[] = {"a truth value", "a number", "a date", "a text", "a person"};
    return names[t];
}

bool compile_declared(enum value_type t, enum register_type *out)
{
    switch (t) {
    case TYPE_NUMBER:
    case TYPE_AMOUNT: *out = REG_NUMBER; return true;
    case TYPE_BOOLEAN: *out = REG_BOOLEAN; return true;
    case TYPE_DATE: *out = REG_DATE; return true;
    case TYPE_STRING:
    case TYPE_ANY:
    case TYPE_OBJECT:
    case TYPE_ARRAY: break;
    }
    return false;
}

/* A null that was given another type too early, a text that says a date, or a choice between such. */
bool compile_retype(struct compiler *c, int reg, enum register_type want, int *out)
{
    const struct step *s = &c->plan->steps[reg];
    int32_t date;
    int yes, no;
    if (s->type == want)
        *out = reg;
    else if (s->kind == STEP_CONSTANT && s->absent && s->type != REG_PERSON)
        *out = emit_none(&c->m, want);
    else if (s->kind == STEP_CONSTANT && s->type == REG_TEXT && want == REG_DATE && date_parse(c->plan->texts[s->value], &date))
        *out = emit_date(&c->m, date);
    else if (s->kind == STEP_SELECT && compile_retype(c, s->b, want, &yes) && compile_retype(c, s->c, want, &no))
        *out = emit_select(&c->m, s->a, yes, no);
    else
        return false;
    return true;
}

static bool is_list(const struct value *v)
{
    return v->list || (v->people && v->type != REG_PERSON);
}

/* Gives a null, or a text that is a date, the type that its surroundings ask for. */
bool compile_as_type(struct compiler *c, const struct frame *f, const struct expr *x, struct value *v,
                    enum register_type want)
{
    if (v->none) {
        *v = compile_value(c, emit_none(&c->m, want));
        return true;
    }
    int reg;
    if (!is_list(v) && v->type != want && compile_retype(c, v->reg, want, &reg))
        *v = compile_value(c, reg);
    if (is_list(v) || v->type != want)
        return compile_refuse(c, f, x->line, x->column, "this is %s where %s is needed; mend the rule",
                      is_list(v) ? "a list" : compile_type_name(v->type), compile_type_name(want));
    return true;
}

bool compile_as(struct compiler *c, struct frame *f, const struct expr *x, enum register_type want, int *reg)
{
    struct value v;
    if (!compile_expr(c, f, x, &v) || !compile_as_type(c, f, x, &v, want))
        return false;
    *reg = v.reg;
    return true;
}

/* Two values that must be of one type: a null follows the other, a text follows a date. */
bool compile_unify(struct compiler *c, struct frame *f, const struct expr *x, struct value *a, struct value *b)
{
    if (a->none && b->none) {
        *a = *b = compile_value(c, emit_none(&c->m, REG_NUMBER));
        return true;
    }
    if (is_list(a) || is_list(b)) /* refused, whichever it is */
        return compile_as_type(c, f, x, is_list(a) ? a : b, is_list(a) ? b->type : a->type);
    enum register_type want = a->none ? b->type : b->none || a->type == REG_DATE ? a->type : b->type;
    int reg;
    if (!a->none && !b->none && want == b->type && !compile_retype(c, a->reg, want, &reg))
        want = a->type; /* then it is b that must follow */
    return compile_as_type(c, f, x, a, want) && compile_as_type(c, f, x, b, want);
}

bool compile_literal(struct compiler *c, const struct literal *l, struct value *out)
{
    *out = (struct value){.path = -1};
    switch (l->kind) {
    case LITERAL_NULL: out->none = true; return true;
    case LITERAL_BOOL: *out = compile_value(c, emit_boolean(&c->m, l->truth)); return true;
    case LITERAL_NUMBER: *out = compile_value(c, emit_number(&c->m, l->number)); return true;
    case LITERAL_TEXT: *out = compile_value(c, emit_text(&c->m, l->text)); return true;
    case LITERAL_LIST: return compile_literals(c, l, out);
    }
    return false;
}
