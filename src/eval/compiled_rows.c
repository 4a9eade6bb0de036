/* SPDX-License-Identifier: EUPL-1.2 */
/* compiled_rows.c: runs the law as C over ranges of rows, and gives the odd residents to the kernels, as
 * many at a time as fill a batch. Not the C itself (compiled_write.c).
 */
#include "program.h"

#include <string.h>

#define BLOCK 256                    /* as in compiled_prelude.inc */
#define BLOCK_MIN 32
#define BLOCK_STEP 16

static_assert(BLOCK <= LANES_MAX, "the odd of one block fit a list");

bool eval_use_c(struct binding_set *b, eval_c *function)
{
    const struct plan *p = b->plan;
    for (int i = 0; i < p->step_count; i++)
        if (b->live[i] && (p->steps[i].kind == STEP_FACT || p->steps[i].kind == STEP_EACH) && !b->sources[p->steps[i].fact].column)
            return false;
    for (int i = 0; i < p->fact_count; i++) {
        const struct source *src = &b->sources[i];
        b->c_facts[i] = (struct c_fact){src->cells, src->states, src->codes, src->column ? src->column->people : NULL,
                                        b->table->rows, src->wide};
    }
    b->c = function;
    return true;
}

struct odd {                         /* rows that wait for the kernels */
    struct program *p;
    kernels *batch;
    struct findings *out, found;
    int lanes;
};

static void odd_flush(struct odd *o)
{
    struct crowd *rows = &o->p->crowds[0];
    const int n = rows->count;
    if (n)
        o->batch(o->p, 0, n, &o->found);
    for (int k = 0; k < n; k++) {
        o->out->verdict[rows->row[k]] = o->found.verdict[k];
        o->out->amount_state[rows->row[k]] = o->found.amount_state[k];
        o->out->amount_cents[rows->row[k]] = o->found.amount_cents[k];
    }
    rows->count = 0;
}

static void odd_add(struct odd *o, int64_t row)
{
    struct crowd *rows = &o->p->crowds[0];
    rows->row[rows->count++] = (int32_t)row;
    if (rows->count == o->lanes)
        odd_flush(o);
}

/* Eight at a time, for there are few. */
static void odd_collect(struct odd *o, const uint8_t *marks, int64_t from, int n)
{
    for (int i = 0; i < n; i += 8) {
        uint64_t eight;
        memcpy(&eight, marks + i, sizeof eight);
        for (int k = i; eight && k < i + 8; k++)
            if (marks[k])
                odd_add(o, from + k);
    }
}

static void block(struct odd *o, const struct binding_set *b, int64_t from, int n)
{
    uint8_t marks[BLOCK];
    struct findings *out = o->out;
    const int whole = n < BLOCK_MIN ? 0 : n / BLOCK_STEP * BLOCK_STEP;
    if (whole) {
        b->c(b->c_facts, from, whole, out->verdict + from, out->amount_state + from, out->amount_cents + from, marks);
        odd_collect(o, marks, from, whole);
    }
    for (int i = whole; i < n; i++)
        odd_add(o, from + i);
}

int64_t eval_c_odd(const struct binding_set *b, int64_t from, int64_t to)
{
    uint8_t verdict[BLOCK], state[BLOCK], marks[BLOCK];
    int64_t amount[BLOCK], count = 0;
    for (int64_t at = from; at < to; at += BLOCK) {
        const int n = (int)(to - at < BLOCK ? to - at : BLOCK), whole = n < BLOCK_MIN ? 0 : n / BLOCK_STEP * BLOCK_STEP;
        if (whole)
            b->c(b->c_facts, at, whole, verdict, state, amount, marks);
        for (int i = 0; i < whole; i++)
            count += marks[i] != 0;
        count += n - whole;
    }
    return count;
}

void rows_by_c(struct program *p, struct arena tmp, int64_t from, int64_t to, struct findings *out)
{
    struct odd o = {.p = p, .batch = kernels_best(), .out = out, .found = findings_open(&tmp, p->set->plan, LANES_MAX),
                    .lanes = p->lanes};
    p->listed = true;
    for (int64_t at = from; at < to; at += BLOCK)
        block(&o, p->set, at, (int)(to - at < BLOCK ? to - at : BLOCK));
    odd_flush(&o);
}
