/* SPDX-License-Identifier: EUPL-1.2 */
/* rows.c: runs a program over ranges of rows and writes findings. Not a step's meaning. */
#include "program.h"

#include <string.h>

kernels *kernels_best(void)
{
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
        __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl"))
        return kernels_v4;
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("fma"))
        return kernels_v3;
#endif
    return kernels_base;
}

/* A single output has no verdict: its value and state stand where a scheme has the amount. */
static void put_single(const struct program *p, int64_t from, int n, struct findings *out)
{
    const struct step *s = &p->set->plan->steps[p->set->plan->result];
    const struct lane *r = &p->lanes_of[p->set->plan->result];
    memcpy(out->amount_state + from, r->s, (size_t)n);
    for (int i = 0; i < n; i++) {
        int64_t v = s->kind == STEP_CONSTANT ? s->value : s->type == REG_BOOLEAN ? r->b[i] : r->v[i];
        out->amount_cents[from + i] = r->s[i] == CELL_PRESENT ? v : 0;
    }
}

static void put(const struct program *p, int64_t from, int n, struct findings *out)
{
    const struct plan *plan = p->set->plan;
    if (!plan->about) {
        put_single(p, from, n, out);
        return;
    }
    const struct lane *e = &p->lanes_of[plan->entitled], *m = &p->lanes_of[plan->amount];
    const struct step *amount = &plan->steps[plan->amount];
    uint8_t *restrict verdict = out->verdict + from, *restrict state = out->amount_state + from;
    int64_t *restrict cents = out->amount_cents + from;
    memcpy(state, m->s, (size_t)n);
    if (e->s == p->present)
        memcpy(verdict, e->b, (size_t)n);
    else
        for (int i = 0; i < n; i++) /* unknown is 2, absent and faulty are 3 */
            verdict[i] = e->s[i] == CELL_PRESENT ? e->b[i] : e->s[i] == CELL_UNKNOWN ? VERDICT_UNKNOWN : VERDICT_FAULTY;
    if (amount->kind == STEP_CONSTANT)
        for (int i = 0; i < n; i++)
            cents[i] = amount->value;
    else if (m->s == p->present)
        memcpy(cents, m->v, (size_t)n * sizeof *cents);
    else
        for (int i = 0; i < n; i++) /* INV-3: what is not present carries no value */
            cents[i] = m->s[i] == CELL_PRESENT ? m->v[i] : 0;
}

static void by_reference(struct arena tmp, const struct binding_set *b, int64_t from, int64_t to, struct findings *out)
{
    for (int64_t i = from; i < to; i++) {
        struct one one = eval_reference(tmp, b, i);
        out->verdict[i] = (uint8_t)one.verdict;
        out->amount_state[i] = (uint8_t)one.amount_state;
        out->amount_cents[i] = one.amount_cents;
    }
}

void eval_rows(struct arena tmp, const struct binding_set *b, int64_t from, int64_t to, struct findings *out)
{
    assert(0 <= from && from <= to && to <= out->rows && out->rows == b->table->rows);
    assert(b->plan->kernels || b->plan->about); /* single outputs that kernels can't do: eval_output */
    if (!b->plan->kernels) {
        by_reference(tmp, b, from, to, out);
        return;
    }
    struct program p = program_open(&tmp, b);
    program_stream(&p, out->verdict, 1);
    program_stream(&p, out->amount_state, 1);
    program_stream(&p, out->amount_cents, 8);
    kernels *batch = kernels_best();
    for (int64_t at = from; at < to; at += p.lanes) {
        int n = (int)(to - at < p.lanes ? to - at : p.lanes);
        p.ahead = at + 2 * p.lanes <= to;
        batch(&p, at, n);
        put(&p, at, n, out);
    }
}

void eval_missing(struct arena tmp, const struct binding_set *b, int64_t from, int64_t to, struct findings *out)
{
    for (int64_t i = from; i < to; i++)
        if (out->verdict[i] >= VERDICT_UNKNOWN || out->amount_state[i] != CELL_PRESENT)
            out->missing[i] = eval_reference(tmp, b, i).missing;
}
