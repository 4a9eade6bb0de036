/* SPDX-License-Identifier: EUPL-1.2 */
/* bind.c: ties the facts of a plan to columns, and marks the steps that its outputs need. Not the doing. */
#include "program.h"

#include <string.h>

const char *verdict_name(enum verdict v)
{
    static const char *const names[] = {"no", "yes", "unknown", "faulty"};
    return names[v];
}

static bool is_out_of_range(const struct fact *f, const struct column *c, int64_t row, int64_t rows)
{
    int64_t v = column_int(c, row);
    switch (f->type) {
    case FACT_AMOUNT:
    case FACT_NUMBER: return v < f->min || v > f->max;
    case FACT_DATE: return v < LIMIT_DATE_FIRST || v > LIMIT_DATE_LAST;
    case FACT_PERSON: return v < 0 || v >= rows;
    case FACT_BOOLEAN: return v > 1;
    case FACT_TEXT:
    case FACT_PEOPLE: break;         /* each person in a list is looked at where the list is walked */
    }
    return false;
}

/* Makes impossible cells faulty, and 0 like every cell without a value; the table itself stays as
 * it is. Costs nothing but the look where there are none. INV-3 */
static void check_cells(struct arena *a, const struct fact *f, struct source *src, int64_t rows)
{
    int64_t bytes = column_bytes(src->column);
    uint8_t *states = NULL;
    char *cells = NULL;
    for (int64_t i = 0; i < rows && f->type != FACT_TEXT; i++) {
        if (src->column->states[i] != CELL_PRESENT || !is_out_of_range(f, src->column, i, rows))
            continue;
        if (!states) {
            states = arena_take_raw(a, 1, 64, rows);
            cells = arena_take_raw(a, bytes, 64, rows);
            memcpy(states, src->states, (size_t)rows);
            memcpy(cells, src->cells, (size_t)(rows * bytes));
            src->states = states;
            src->cells = cells;
        }
        states[i] = CELL_FAULTY;
        memset(cells + i * bytes, 0, (size_t)bytes);
    }
}

static const int32_t *codes_of(struct arena *a, const struct plan *p, const struct column *c, int64_t rows)
{
    int32_t *codes = arena_new_raw(a, int32_t, rows);
    for (int64_t i = 0; i < rows; i++) {
        codes[i] = -1;
        for (int k = 0; k < p->text_count && c->states[i] == CELL_PRESENT; k++)
            if (str_eq(column_text(c, i), p->texts[k]))
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
    struct source src = {c, c->cells, c->states, f->type == FACT_TEXT ? codes_of(a, p, c, t->rows) : NULL,
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

struct binding_set *eval_bind(struct arena *a, const struct plan *p, const struct table *t)
{
    struct binding_set *b = arena_new(a, struct binding_set, 1);
    *b = (struct binding_set){.plan = p, .table = t, .sources = arena_new(a, struct source, p->fact_count),
                              .live = plan_live(a, p), .c_facts = arena_new(a, struct c_fact, p->fact_count)};
    for (int i = 0; i < p->fact_count; i++)
        b->sources[i] = bind_fact(a, p, t, p->facts[i].fact);
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
