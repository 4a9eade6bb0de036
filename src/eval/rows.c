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

static void by_reference(struct arena tmp, const struct binding_set *b, int64_t from, int64_t to, struct findings *out)
{
    for (int64_t i = from; i < to; i++) {
        struct one one = eval_reference(tmp, b, i);
        out->verdict[i] = (uint8_t)one.verdict;
        out->amount_state[i] = (uint8_t)one.amount_state;
        out->amount_cents[i] = one.amount_cents;
    }
}

#define TOUCH_ROWS 4096              /* of some fifty bytes: a quarter of the second cache */

/* One byte of every line: the loads are the point, their sum is not. */
static void touch(const struct program *p, int64_t from, int64_t n)
{
    unsigned sum = 0;
    for (int k = 0; k < p->stream_count; k++) {
        const char *at = p->streams[k].at + from * p->streams[k].row_bytes;
        for (int64_t i = 0; i < n * p->streams[k].row_bytes; i += 64)
            sum += (unsigned char)at[i];
    }
    __asm__ volatile("" : : "r"(sum));
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
    if (b->c) {
        rows_by_c(&p, tmp, from, to, out);
        return;
    }
    program_stream(&p, out->verdict, 1);
    program_stream(&p, out->amount_state, 1);
    program_stream(&p, out->amount_cents, 8);
    kernels *batch = kernels_best();
    for (int64_t block = from; block < to; block += TOUCH_ROWS) {
        int64_t end = to - block < TOUCH_ROWS ? to : block + TOUCH_ROWS;
        touch(&p, block, end - block);
        for (int64_t at = block; at < end; at += p.lanes) {
            int n = (int)(end - at < p.lanes ? end - at : p.lanes);
            batch(&p, at, n, out);
        }
    }
}

void eval_missing(struct arena tmp, const struct binding_set *b, int64_t from, int64_t to, struct findings *out)
{
    for (int64_t i = from; i < to; i++)
        if (out->verdict[i] >= VERDICT_UNKNOWN || out->amount_state[i] != CELL_PRESENT)
            out->missing[i] = eval_reference(tmp, b, i).missing;
}
