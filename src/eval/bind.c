/* SPDX-License-Identifier: EUPL-1.2 */
/* bind.c: ties the facts of a plan to columns, and marks the steps that its outputs need. Not the doing. */
#include "program.h"

#include <string.h>

const char *verdict_name(enum verdict v)
{
    static const char *const names[] = {"no", "yes", "unknown", "faulty"};
    return names[v];
}

/* What a present cell of the fact may be. Texts have no range; each person in a list is looked at where the
 * list is walked. */
struct range { int64_t low, high; };
static struct range range_of(const struct fact *f, int64_t rows)
{
    switch (f->type) {
    case FACT_AMOUNT:
    case FACT_NUMBER: return (struct range){f->min, f->max};
    case FACT_DATE: return (struct range){LIMIT_DATE_FIRST, LIMIT_DATE_LAST};
    case FACT_PERSON: return (struct range){0, rows - 1};
    case FACT_BOOLEAN: return (struct range){0, 1};
    case FACT_TEXT:
    case FACT_PEOPLE: break;
    }
    return (struct range){INT64_MIN, INT64_MAX};
}

/* Whether any cell lies outside; a cell that is not present is 0, and so inside where 0 is. Every run looks at
 * every cell of a country, so a fixed number of them at a time: then the compiler does them side by side. */
enum { LOOK = 64 };
#define ANY_OUTSIDE(name, type)                                                                             \
    static bool name(const type *cells, int64_t rows, type low, type high)                                  \
    {                                                                                                       \
        int64_t i = 0;                                                                                      \
        type outside = 0;                                                                                   \
        for (; i + LOOK <= rows && !outside; i += LOOK)                                                     \
            for (int k = 0; k < LOOK; k++)                                                                  \
                outside |= (type)((cells[i + k] < low) | (cells[i + k] > high));                            \
        for (; i < rows; i++)                                                                               \
            outside |= (type)((cells[i] < low) | (cells[i] > high));                                        \
        return outside;                                                                                     \
    }
ANY_OUTSIDE(any_outside_8, uint8_t)
ANY_OUTSIDE(any_outside_32, int32_t)
ANY_OUTSIDE(any_outside_64, int64_t)

static bool any_outside(const struct column *c, int64_t rows, struct range r)
{
    switch (column_bytes(c)) {
    case 1: return any_outside_8(c->cells, rows, (uint8_t)r.low, (uint8_t)r.high); /* truth values */
    case 4: return r.low > INT32_MAX || r.high < INT32_MIN ||
                   any_outside_32(c->cells, rows, (int32_t)(r.low < INT32_MIN ? INT32_MIN : r.low),
                                  (int32_t)(r.high > INT32_MAX ? INT32_MAX : r.high));
    default: return any_outside_64(c->cells, rows, r.low, r.high);
    }
}

/* Makes impossible cells faulty, and 0 like every cell without a value; the table itself stays as
 * it is. Costs nothing but the look where there are none; narrow truths were looked at. INV-3 */
static void check_cells(struct arena *a, const struct fact *f, struct source *src, int64_t rows)
{
    const struct range r = range_of(f, rows);
    if (f->type == FACT_TEXT || !src->states || !any_outside(src->column, rows, r))
        return;
    const int64_t bytes = column_bytes(src->column);
    uint8_t *states = memcpy(arena_take_raw(a, 1, 64, rows), src->states, (size_t)rows);
    char *cells = memcpy(arena_take_raw(a, bytes, 64, rows), src->cells, (size_t)(rows * bytes));
    for (int64_t i = 0; i < rows; i++) {
        const int64_t v = column_int(src->column, i);
        if (states[i] != CELL_PRESENT || (r.low <= v && v <= r.high))
            continue;
        states[i] = CELL_FAULTY;
        memset(cells + i * bytes, 0, (size_t)bytes);
    }
    src->states = states;
    src->cells = cells;
}

/* What the plan calls each of a column's texts. */
static const int32_t *codes_of(struct arena *a, const struct plan *p, const struct texts *texts)
{
    int32_t *codes = arena_new_raw(a, int32_t, texts->count);
    for (int32_t i = 0; i < texts->count; i++) {
        codes[i] = -1;
        for (int k = 0; k < p->text_count; k++)
            if (str_eq(texts->at[i], p->texts[k]))
                codes[i] = k;
    }
    return codes;
}

enum column_type column_of_fact(enum fact_type t)
{
    static const enum column_type columns[] = {
        [FACT_BOOLEAN] = COLUMN_BOOLEAN, [FACT_AMOUNT] = COLUMN_AMOUNT, [FACT_NUMBER] = COLUMN_NUMBER,
        [FACT_DATE] = COLUMN_DATE, [FACT_TEXT] = COLUMN_TEXT, [FACT_PERSON] = COLUMN_PERSON,
        [FACT_PEOPLE] = COLUMN_PEOPLE,
    };
    return columns[t];
}

/* A list longer than what a sum was proven for is a fault of that row. */
static void check_lists(struct arena *a, struct source *src, int64_t rows)
{
    uint8_t *states = NULL;
    int32_t count;
    for (int64_t i = 0; i < rows; i++) {
        column_people(src->column, i, &count);
        if (count <= LIMIT_LIST_PEOPLE)
            continue;
        if (!states)
            src->states = states = memcpy(arena_take_raw(a, 1, 64, rows), src->states, (size_t)rows);
        states[i] = CELL_FAULTY;
    }
}

static struct source bind_fact(struct arena *a, const struct plan *p, const struct table *t, const struct fact *f)
{
    const struct column *c = table_find(t, f->name);
    if (!c)
        return (struct source){.column = NULL};
    assert(column_of_fact(f->type) == c->type);
    struct source src = {c, c->cells, c->states, f->type == FACT_TEXT ? codes_of(a, p, c->texts) : NULL,
                         column_bytes(c) == 8};
    if (f->type == FACT_PEOPLE)
        check_lists(a, &src, t->rows);
    else
        check_cells(a, f, &src, t->rows);
    return src;
}

/* A step is live when an output needs it; a fact also needs the person whose fact it is. */
static void mark(const struct plan *p, bool *live, int reg)
{
    if (reg < 0 || live[reg])
        return;
    const struct step *s = &p->steps[reg];
    live[reg] = true;
    mark(p, live, s->a);
    mark(p, live, s->b);
    mark(p, live, s->c);
    if (s->kind == STEP_FACT)
        mark(p, live, p->paths[p->facts[s->fact].path].person);
}

bool *plan_live(struct arena *a, const struct plan *p)
{
    bool *live = arena_new(a, bool, p->step_count);
    if (p->kernels) {
        mark(p, live, p->entitled);
        mark(p, live, p->amount);
        mark(p, live, p->result);
    }
    return live;
}

/* The first fact of the plan that is the same one, about whomever. */
static int first_same(const struct plan *p, int i)
{
    int same = 0;
    while (p->facts[same].fact != p->facts[i].fact)
        same++;
    return same;
}

struct binding_set *eval_bind(struct arena *a, const struct plan *p, const struct table *t)
{
    struct binding_set *b = arena_new(a, struct binding_set, 1);
    *b = (struct binding_set){.plan = p, .table = t, .sources = arena_new(a, struct source, p->fact_count),
                              .live = plan_live(a, p), .c_facts = arena_new(a, struct c_fact, p->fact_count)};
    for (int i = 0; i < p->fact_count; i++) {
        const int same = first_same(p, i);
        b->sources[i] = same < i ? b->sources[same] : bind_fact(a, p, t, p->facts[i].fact);
    }
    b->whose = whose_make(a, p, b->live);
    return b;
}

struct findings findings_open(struct arena *a, const struct plan *p, int64_t rows)
{
    return (struct findings){
        .plan = p, .rows = rows,
        .verdict = arena_new(a, uint8_t, rows), .amount_cents = arena_new(a, int64_t, rows),
        .amount_state = arena_new(a, uint8_t, rows), .missing = arena_new(a, uint64_t, rows),
    };
}
