/* SPDX-License-Identifier: EUPL-1.2 */
/* bench.c: how fast, as ratios measured in one run: an absolute figure says more about the
 * machine than about the program. Not a test: nothing fails when it is slow.
 */
#include "bench.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define SAMPLE 100000                /* different residents; the rest are copies */
#define REFERENCE_ROWS 20000
#define TRACES 5000
#define TRIES 5                      /* the best counts: the machine is shared */

static double seconds_of(clockid_t clock)
{
    struct timespec t;
    clock_gettime(clock, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

double bench_seconds(void)
{
    return seconds_of(CLOCK_THREAD_CPUTIME_ID);
}

static void add(struct bench *b, const char *name, double value, const char *unit, const char *peer, double peer_value)
{
    assert(b->count < COUNT(b->rows));
    b->rows[b->count++] = (struct bench_row){name, unit, peer, value, peer_value};
}

/* The same file read several times: the best counts, and the last is kept. */
static bool people(struct arena *a, const struct law_set *laws, const struct bench_wish *wish, struct table *out, struct bench *b,
                   struct err *e)
{
    struct people_report report;
    struct people_source from = {.file = S("bench"), .as_of = wish->date, .purpose = S("rehearsal")};
    if (!people_synth(a, (struct synth){SAMPLE, 1, wish->date}, &laws->facts, &from.bytes, e))
        return false;
    const struct permit *permit = gate_permit_rehearsal(a, laws, wish->date);
    double best = 1e9, pandas = 0;
    for (int k = 0; k < TRIES; k++) {
        struct arena again = *a;
        double start = bench_seconds();
        if (!people_read_csv(k + 1 < TRIES ? &again : a, permit, &from, out, &report, e))
            return false;
        double took = bench_seconds() - start;
        best = took < best ? took : best;
    }
    struct err no_peer = {0};
    const bool peer = wish->peers.len && bench_csv_peer(*a, wish->peers, from.bytes, &pandas, &no_peer);
    if (wish->peers.len && !peer)
        snprintf(b->notice, sizeof b->notice, "pandas was not measured: %s", no_peer.text);
    add(b, "CSV of people into a table", (double)out->rows / best / 1e6, "M rows/s", peer ? "pandas read_csv, same file" : NULL,
        pandas / 1e6);
    add(b, "CSV of people: columns", out->column_count, "", NULL, 0);
    return true;
}

/* Of a resident: cell, state, and who is in a list. */
static int64_t bytes_of(const struct column *c, int64_t rows)
{
    int64_t listed = 0;
    int32_t count = 0;
    for (int64_t i = 0; c->type == COLUMN_PEOPLE && i < rows; i++, listed += count)
        column_people(c, i, &count);
    return column_bytes(c) + (c->states != NULL) + (listed * (int64_t)sizeof(int32_t) + rows - 1) / rows;
}

/* Only the columns that the plans read: what a run over a country would hold. */
static struct table narrow(struct arena *a, const struct plan **plans, int count, const struct table *t, int64_t *row_bytes)
{
    struct table out = *t;
    out.columns = arena_new(a, struct column, LIMIT_COLUMNS);
    out.column_count = 0;
    *row_bytes = 8 + 1 + 1; /* amount, its state, verdict: of one scheme after the other */
    for (int k = 0; k < count; k++)
        for (int i = 0; i < plans[k]->fact_count; i++) {
            const struct column *c = table_find(t, plans[k]->facts[i].fact->name);
            if (!c || table_find(&out, c->name))
                continue;
            out.columns[out.column_count++] = *c;
            *row_bytes += bytes_of(c, t->rows);
        }
    return out;
}

static double time_kernels(struct arena *a, const struct binding_set *b, struct findings *f)
{
    double best = 1e9;
    for (int k = 0; k < TRIES; k++) {
        double start = bench_seconds();
        eval_rows(*a, b, 0, f->rows, f);
        double took = bench_seconds() - start;
        best = took < best ? took : best;
    }
    return (double)f->rows / best;
}

/* Of a folder that is gone afterwards. */
static double time_c(struct arena *a, struct binding_set *b, struct findings *f, const struct table *t, struct err *e)
{
    char folder[] = "/tmp/hoort-bench-XXXXXX";
    if (!mkdtemp(folder))
        return fail(e, ERR_FILE, "there is no room for the compiled law in /tmp") ? 1 : 0;
    bool made = law_to_c(*a, b, f->plan, t, str_of(folder), e);
    folder_remove(*a, str_of(folder));
    return made ? time_kernels(a, b, f) : 0;
}

static double time_reference(struct arena *a, const struct binding_set *b, const struct findings *f)
{
    int64_t rows = f->rows < REFERENCE_ROWS ? f->rows : REFERENCE_ROWS;
    double start = bench_seconds();
    for (int64_t i = 0; i < rows; i++) {
        struct one one = eval_reference(*a, b, i);
        assert(one.verdict == (enum verdict)f->verdict[i] && one.amount_cents == f->amount_cents[i]); /* INV-9 */
    }
    return (double)rows / (bench_seconds() - start);
}

/* a[i] = b[i] + 3 c[i], what the memory of one processor can do: bytes a second. */
static double time_triad(struct arena tmp)
{
    const int64_t n = 16 << 20;
    int64_t *x = arena_new(&tmp, int64_t, n), *y = arena_new(&tmp, int64_t, n), *z = arena_new(&tmp, int64_t, n);
    double best = 1e9;
    for (int k = 0; k < TRIES; k++) {
        double start = bench_seconds();
        for (int64_t i = 0; i < n; i++)
            x[i] = y[i] + 3 * z[i];
        __asm__ volatile("" : : "r"(x) : "memory");
        double took = bench_seconds() - start;
        best = took < best ? took : best;
    }
    return 24.0 * (double)n / best;
}

static double time_trace(struct arena *a, const struct binding_set *b, int64_t rows, bool digest)
{
    double start = bench_seconds();
    struct hash chain = {{0}};
    for (int64_t i = 0; i < TRACES; i++) {
        struct arena tmp = *a;
        struct explanation x = eval_explain(&tmp, b, i % rows);
        assert(x.entitled);
        if (digest)
            chain = eval_digest(tmp, &x);
    }
    __asm__ volatile("" : : "r"(&chain) : "memory");
    return (bench_seconds() - start) / TRACES * 1e6;
}

/* The same law by others, when they can be had; what they say must be what we say. */
static void add_peers(struct arena tmp, struct bench *out, double kernels, double c, struct str peers,
                      const struct findings *f, const struct table *t)
{
    struct peer_times times;
    struct err e;
    if (!bench_peers(tmp, peers, f, t, &times, &e)) {
        snprintf(out->notice, sizeof out->notice, "the peers were not measured: %s", e.text);
        return;
    }
    add(out, "kernels beside numpy", kernels, "M residents/s", "numpy, same rows", times.numpy / 1e6);
    if (c > 0)
        add(out, "the law as C beside numpy", c, "M residents/s", "numpy, same rows", times.numpy / 1e6);
    add(out, "kernels beside SQL", kernels, "M residents/s", "SQLite, in memory", times.sqlite / 1e6);
}

/* ---- one scheme, one processor --------------------------------------------------------------------------- */

static bool bench_one(struct arena *a, const struct law_set *laws, const struct bench_wish *wish, const struct table *sample,
                      struct bench *out, struct err *e)
{
    struct plan *plan;
    int64_t row_bytes;
    if (!plan_make(a, laws, wish->scheme, wish->date, &plan, e))
        return false;
    const struct plan *only = plan;
    struct table slim = narrow(a, &only, 1, sample, &row_bytes);
    struct table all = table_repeat(a, &slim, wish->rows > sample->rows ? wish->rows / sample->rows : 1);
    struct binding_set *b = eval_bind(a, plan, &all);
    struct findings f = findings_open(a, plan, all.rows);
    double kernels = time_kernels(a, b, &f), reference = time_reference(a, b, &f), triad = time_triad(*a);
    add(out, "kernels, one processor", kernels / 1e6, "M residents/s", "reference interpreter, same rows", reference / 1e6);
    add(out, "kernels, bytes of facts and outcomes", kernels * (double)row_bytes / 1e9, "GB/s", "memory triad", triad / 1e9);
    struct err no_c = {0};
    double c = time_c(a, b, &f, &all, &no_c);
    if (c > 0) {
        add(out, "the law as C, one processor", c / 1e6, "M residents/s", "kernels, same rows", kernels / 1e6);
        add(out, "the law as C, bytes", c * (double)row_bytes / 1e9, "GB/s", "memory triad", triad / 1e9);
    }
    if (wish->peers.len)
        add_peers(*a, out, kernels / 1e6, c / 1e6, wish->peers, &f, &all);
    add(out, "one resident, traced", time_trace(a, b, all.rows, false), "us", NULL, 0);
    add(out, "one resident, traced, with digest", time_trace(a, b, all.rows, true), "us", NULL, 0);
    add(out, "memory of facts and outcomes", (double)row_bytes, "bytes a resident", NULL, 0);
    add(out, "residents evaluated", (double)all.rows / 1e6, "M", NULL, 0);
    return true;
}

/* ---- all schemes, all processors --------------------------------------------------------------------------- */

/* On the wall: several processors work at it. The findings of one scheme make way for those of the next. */
static double time_all(struct arena tmp, const struct plan **plans, int count, const struct table *t)
{
    struct findings f = findings_open(&tmp, plans[0], t->rows);
    double best = 1e9;
    for (int k = 0; k < TRIES; k++) {
        double start = seconds_of(CLOCK_MONOTONIC);
        for (int i = 0; i < count; i++) {
            struct arena again = tmp;
            f.plan = plans[i];
            evaluate_only(&again, eval_bind(&again, plans[i], t), &f);
        }
        double took = seconds_of(CLOCK_MONOTONIC) - start;
        best = took < best ? took : best;
    }
    return best;
}

static bool bench_all(struct arena *a, const struct law_set *laws, const struct bench_wish *wish, const struct table *sample,
                      struct bench *out, struct err *e)
{
    static const struct { const char *name; int64_t rows; } towns[] = {
        {"all schemes, 1 M residents, all processors", 1000000},
        {"all schemes, 18 M residents, all processors", 18000000},
    };
    const struct plan **plans;
    int count, in_kernels = 0;
    int64_t row_bytes;
    struct note *without;
    if (!plans_of(a, laws, S(""), wish->date, &plans, &count, &without, e))
        return false;
    for (int i = 0; i < count; i++)
        in_kernels += plans[i]->kernels;
    struct table slim = narrow(a, plans, count, sample, &row_bytes);
    for (int i = 0; i < COUNT(towns); i++) {
        struct arena tmp = *a;
        struct table all = table_repeat(&tmp, &slim, towns[i].rows / sample->rows);
        add(out, towns[i].name, time_all(tmp, plans, count, &all), "s", NULL, 0);
    }
    add(out, "all schemes, memory of facts and outcome", (double)row_bytes, "bytes a resident", NULL, 0);
    add(out, "all schemes: how many", count, "", NULL, 0);
    add(out, "all schemes: by kernels", in_kernels, "", NULL, 0);
    return true;
}

static bool dials(struct arena tmp, const struct law_set *laws, const struct bench_wish *wish, const struct table *sample,
                  struct bench *out, struct err *e)
{
    double milliseconds;
    struct table all = table_repeat(&tmp, sample, 1000000 / sample->rows);
    if (!bench_dials(tmp, laws, wish->method, wish->date, &all, &milliseconds, e))
        return false;
    add(out, "a dial moves: evidence for 1 M residents, p95", milliseconds, "ms", NULL, 0);
    return true;
}

bool app_bench(struct arena *a, const struct law_set *laws, struct bench_wish wish, struct bench *out, struct err *e)
{
    struct table *sample = arena_new(a, struct table, 1);
    *out = (struct bench){.count = 0};
    return people(a, laws, &wish, sample, out, e) && bench_one(a, laws, &wish, sample, out, e) &&
           dials(*a, laws, &wish, sample, out, e) && bench_all(a, laws, &wish, sample, out, e);
}
