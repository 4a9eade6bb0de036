/* SPDX-License-Identifier: EUPL-1.2 */
/* compile_each.c: FOREACH and lists. A list whose length the plan knows is written out, item by item,
 * so that kernels need nothing new; a list of persons is as long as each resident's facts say, and
 * becomes one step over all of them (STEP_EACH). Not the other operations (compile_ops.c).
 */
#include "compile.h"

struct value compile_list(struct compiler *c, const struct item *items, int count)
{
    struct items *list = arena_new(c->a, struct items, 1);
    *list = (struct items){items, count};
    return (struct value){.path = -1, .list = list};
}

bool compile_literals(struct compiler *c, const struct literal *l, struct value *out)
{
    struct item *items = arena_new(c->a, struct item, l->count);
    int n = 0;
    for (const struct literal *one = l->first; one; one = one->next, n++) {
        items[n].in = -1;
        if (!compile_literal(c, one, &items[n].v))
            return false;
    }
    *out = compile_list(c, items, n);
    return true;
}

bool compile_items(struct compiler *c, struct frame *f, const struct expr *x, struct value *out)
{
    struct item *items = arena_new(c->a, struct item, x->count);
    int n = 0;
    for (const struct expr *one = x->first; one; one = one->next, n++) {
        items[n].in = -1;
        if (!compile_expr(c, f, one, &items[n].v))
            return false;
    }
    *out = compile_list(c, items, n);
    return true;
}

/* `yes` of an item that belongs, else `no`; as silent as it is unknown whether it does. */
int compile_if_in(struct compiler *c, int in, int yes, int no)
{
    return in < 0 ? yes : emit_select(&c->m, in, yes, no);
}

/* ---- one item ------------------------------------------------------------------------------------- */

static bool has_filter(const struct expr *x)
{
    const struct expr *filter = x->first->next;
    return filter->kind != EXPR_LITERAL || filter->literal.kind != LITERAL_BOOL || !filter->literal.truth;
}

/* Filter and body with the item in sight; `out->in` says whether it belongs in the result. */
static bool each_item(struct compiler *c, struct frame *f, const struct expr *x, const struct item *item, struct item *out)
{
    static const enum register_type bodies[] = {
        [EACH_LIST] = REG_NUMBER, [EACH_ADD] = REG_NUMBER, [EACH_OR] = REG_BOOLEAN, [EACH_AND] = REG_BOOLEAN,
        [EACH_MIN] = REG_NUMBER, [EACH_MAX] = REG_NUMBER,
    };
    const struct expr *filter = x->first->next, *body = filter->next;
    const struct each *outer = f->each;
    struct each each = {x->as, &item->v};
    int reg;
    f->each = &each;                 /* alone: an inner body does not see an outer item */
    bool ok = compile_as(c, f, filter, REG_BOOLEAN, &reg) && compile_expr(c, f, body, &out->v) &&
              (x->combine == EACH_LIST || compile_as_type(c, f, body, &out->v, bodies[x->combine]));
    f->each = outer;
    out->in = !ok || !has_filter(x) ? item->in : compile_if_in(c, item->in, reg, emit_boolean(&c->m, false));
    return ok;
}

/* ---- all together ---------------------------------------------------------------------------------- */

static int sum_of(struct compiler *c, const struct item *items, int count)
{
    int zero = emit_number(&c->m, rational_of(0)), sum = zero;
    for (int i = 0; i < count; i++) {
        int one = compile_if_in(c, items[i].in, items[i].v.reg, zero);
        sum = i ? emit_add(&c->m, sum, one) : one;
    }
    return count == 1 ? emit_add(&c->m, sum, zero) : sum; /* STRICT: of a single item that is absent too */
}

static int junction_of(struct compiler *c, bool all, const struct item *items, int count)
{
    int start = emit_boolean(&c->m, all), out = start;
    for (int i = 0; i < count; i++) {
        int one = compile_if_in(c, items[i].in, items[i].v.reg, start);
        out = all ? emit_and(&c->m, out, one) : emit_or(&c->m, out, one);
    }
    return out;
}

/* A number that no item goes beyond: what is not in the list then does not matter. */
static struct rational beyond(struct compiler *c, bool high, const struct item *items, int count)
{
    struct rational out = emit_bound(&c->m, items[0].v.reg, high);
    for (int i = 1; i < count; i++) {
        struct rational one = emit_bound(&c->m, items[i].v.reg, high);
        int order;
        if (rational_compare(one, out, &order) && (high ? order > 0 : order < 0))
            out = one;
    }
    return out;
}

static int extreme_of(struct compiler *c, bool largest, const struct item *items, int count)
{
    int none = emit_none(&c->m, REG_NUMBER), any = emit_boolean(&c->m, false), out = none;
    if (count == 0)
        return none;
    int neutral = emit_number(&c->m, beyond(c, !largest, items, count));
    for (int i = 0; i < count; i++) {
        int one = compile_if_in(c, items[i].in, items[i].v.reg, neutral);
        out = i ? emit_extreme(&c->m, largest, out, one) : one;
        any = emit_or(&c->m, any, items[i].in < 0 ? emit_boolean(&c->m, true) : items[i].in);
    }
    if (count == 1)
        out = emit_add(&c->m, out, emit_number(&c->m, rational_of(0)));
    return emit_select(&c->m, any, out, none); /* the least of nothing: there is none */
}

static void combine(struct compiler *c, const struct expr *x, const struct item *items, int count, struct value *out)
{
    int reg = -1;
    switch (x->combine) {
    case EACH_LIST: *out = compile_list(c, items, count); return;
    case EACH_ADD: reg = sum_of(c, items, count); break;
    case EACH_OR:
    case EACH_AND: reg = junction_of(c, x->combine == EACH_AND, items, count); break;
    case EACH_MIN:
    case EACH_MAX: reg = extreme_of(c, x->combine == EACH_MAX, items, count); break;
    }
    *out = compile_value(c, reg);
}

/* ---- collections ------------------------------------------------------------------------------------- */

/* What stands for a list: null for an empty one, a single value for a list of it if it is there. */
static const struct items *items_of(struct compiler *c, struct value v)
{
    if (v.list)
        return v.list;
    struct item *one = arena_new(c->a, struct item, 1);
    *one = (struct item){v, v.none ? -1 : emit_not(&c->m, emit_is_absent(&c->m, v.reg))};
    return compile_list(c, one, v.none ? 0 : 1).list;
}

/* Of persons: filter and body are read once, for the facts that they need and their types. */
static bool each_person(struct compiler *c, struct frame *f, const struct expr *x, struct value people, struct value *out)
{
    struct item person = {people, -1}, result;
    if (x->combine == EACH_LIST)
        return compile_refuse(c, f, x->line, x->column, "a list of results over people, as long as each resident's facts say; "
                              "say how they combine: ADD, OR, AND, MIN or MAX");
    person.v.type = REG_PERSON;
    person.v.reg = emit_item(&c->m, people.path);
    if (!each_item(c, f, x, &person, &result))
        return false;
    *out = compile_value(c, emit_each(&c->m, people.path, result.in, result.v.reg, x->combine));
    return true;
}

bool compile_each(struct compiler *c, struct frame *f, const struct expr *x, struct value *out)
{
    struct value collection;
    if (!compile_expr(c, f, x->first, &collection))
        return false;
    if (collection.people)
        return each_person(c, f, x, collection, out);
    const struct items *from = items_of(c, collection);
    struct item *items = arena_new(c->a, struct item, from->count);
    c->written_out += from->count;
    if (c->written_out > LIMIT_EACH_ITEMS)
        return compile_refuse(c, f, x->line, x->column, "more than %d items of FOREACH in one plan; shorten the lists",
                              LIMIT_EACH_ITEMS);
    for (int i = 0; i < from->count; i++)
        if (!each_item(c, f, x, &from->at[i], &items[i]))
            return false;
    combine(c, x, items, from->count, out);
    return true;
}
