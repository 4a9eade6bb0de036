/* SPDX-License-Identifier: EUPL-1.2 */
/* reference_each.c: lists and FOREACH for one resident: each item in turn, what it yields, and all of
 * that together. Not the other operations (reference_ops.c).
 */
#include "interpret.h"

const struct items *ref_items(struct reader *r, int count)
{
    struct items *list = arena_new(r->a, struct items, 1);
    *list = (struct items){arena_new(r->a, struct item, count), count};
    return list;
}

struct value ref_literals(struct reader *r, const struct literal *l)
{
    const struct items *list = ref_items(r, l->count);
    int n = 0;
    for (const struct literal *one = l->first; one; one = one->next)
        list->at[n++].v = ref_literal(r, one);
    return (struct value){.path = -1, .list = list};
}

struct value ref_list(struct reader *r, struct frame *f, const struct expr *x)
{
    const struct items *list = ref_items(r, x->count);
    int n = 0;
    for (const struct expr *one = x->first; one; one = one->next)
        list->at[n++].v = ref_expr(r, f, one);
    return (struct value){.path = -1, .list = list};
}

/* ---- collections --------------------------------------------------------------------------------- */

/* Somebody of whom nothing is known is still somebody; a row that is not there is a fault. */
static struct value person_of(const struct reader *r, const struct value *people, int32_t row)
{
    struct value v = *people;
    v.type = REG_PERSON;
    v.row = row;
    v.state = row == PERSON_UNSEEN ? CELL_UNKNOWN : row < 0 || row >= r->b->table->rows ? CELL_FAULTY : CELL_PRESENT;
    return v;
}

static const struct items *items_of_people(struct reader *r, const struct value *people)
{
    int32_t count;
    const int32_t *rows = column_people(people->people->column, people->row, &count);
    const struct items *list = ref_items(r, count);
    for (int32_t i = 0; i < count; i++)
        list->at[i].v = person_of(r, people, rows[i]);
    return list;
}

/* Absent: an empty list. A single value: a list of it. The caller has seen to what is not known. */
static const struct items *items_of(struct reader *r, const struct value *v)
{
    if (v->list)
        return v->list;
    if (v->state == CELL_ABSENT)
        return ref_items(r, 0);
    if (v->people)
        return items_of_people(r, v);
    const struct items *one = ref_items(r, 1);
    one->at[0].v = *v;
    return one;
}

/* ---- one item --------------------------------------------------------------------------------------- */

/* What the item yields; false if it does not belong. As silent as it is unknown whether it does. */
static bool item_yields(struct reader *r, struct frame *f, const struct expr *x, const struct item *item, struct item *out)
{
    const struct expr *filter = x->first->next;
    const struct each *outer = f->each;
    struct each each = {x->as, &item->v};
    *out = *item;
    if (item->in != CELL_PRESENT)
        return true;
    f->each = &each;                 /* alone: an inner body does not see an outer item */
    struct trace *t = ref_trace(r, TRACE_VALUE, x->as), **before = ref_trace_enter(r, t);
    if (t)
        t->label = item->v.people ? r->plan->paths[item->v.path].relation->each_label : law_label(f->law, x->as);
    struct value in = ref_expr(r, f, filter);
    out->in = ref_worst(in.state, CELL_PRESENT);
    bool belongs = out->in != CELL_PRESENT || in.truth;
    if (out->in == CELL_PRESENT && in.truth)
        out->v = ref_expr(r, f, filter->next);
    struct value shown = out->in != CELL_PRESENT ? in : belongs ? out->v : ref_silent(REG_NUMBER, CELL_ABSENT);
    ref_trace_leave(r, t, before, &shown);
    f->each = outer;
    return belongs;
}

/* ---- all together ------------------------------------------------------------------------------------- */

static enum cell_state state_of(const struct item *item)
{
    return item->in != CELL_PRESENT ? item->in : item->v.state;
}

/* STRICT over the items; the least and most of nothing: there is none. */
static struct value number_of(enum each_combine combine, const struct items *list)
{
    enum cell_state all = CELL_PRESENT;
    struct rational sum = rational_of(0);
    for (int i = 0; i < list->count; i++) {
        int order = 0;
        const struct rational *one = &list->at[i].v.number;
        all = ref_worst(all, state_of(&list->at[i]));
        if (all != CELL_PRESENT)
            continue;
        bool ok = combine == EACH_ADD ? rational_add(sum, *one, &sum) : rational_compare(*one, sum, &order);
        if (!ok)
            all = CELL_FAULTY;
        else if (combine != EACH_ADD && (i == 0 || (order < 0) == (combine == EACH_MIN)))
            sum = *one;
    }
    if (all != CELL_PRESENT)
        return ref_silent(REG_NUMBER, all);
    return combine != EACH_ADD && list->count == 0 ? ref_silent(REG_NUMBER, CELL_ABSENT) : ref_number(sum);
}

/* KLEENE over the items. */
static struct value truth_of(bool all_of_them, const struct items *list)
{
    enum cell_state all = CELL_PRESENT;
    for (int i = 0; i < list->count; i++) {
        enum cell_state one = state_of(&list->at[i]);
        if (one == CELL_PRESENT && list->at[i].v.truth != all_of_them)
            return ref_truth(!all_of_them);
        all = ref_worst(all, one);
    }
    return all == CELL_PRESENT ? ref_truth(all_of_them) : ref_silent(REG_BOOLEAN, all);
}

struct value ref_each(struct reader *r, struct frame *f, const struct expr *x)
{
    bool truths = x->combine == EACH_AND || x->combine == EACH_OR;
    struct value collection = ref_expr(r, f, x->first);
    if (!collection.list && (collection.state == CELL_UNKNOWN || collection.state == CELL_FAULTY)) {
        if (x->combine != EACH_LIST)
            return ref_silent(truths ? REG_BOOLEAN : REG_NUMBER, collection.state);
        struct items *one = arena_new(r->a, struct items, 1); /* of one item, of which that is not known either */
        *one = *ref_items(r, 1);
        one->at[0].in = collection.state;
        return (struct value){.path = -1, .list = one};
    }
    const struct items *from = items_of(r, &collection);
    struct items *to = arena_new(r->a, struct items, 1);
    *to = *ref_items(r, from->count);
    to->count = 0;
    for (int i = 0; i < from->count; i++)
        to->count += item_yields(r, f, x, &from->at[i], &to->at[to->count]);
    if (x->combine == EACH_LIST)
        return (struct value){.path = -1, .list = to};
    return truths ? truth_of(x->combine == EACH_AND, to) : number_of(x->combine, to);
}
