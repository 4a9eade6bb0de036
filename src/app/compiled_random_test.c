/* SPDX-License-Identifier: EUPL-1.2 */
/* compiled_random_test.c: laws made by dice as C, all in one object, against the kernels on random
 * residents: the same outcome for every row. INV-9. HOORT_LONG=1 makes more. Not the kernels' own test
 * (eval/random_test.c).
 */
#include "eval/random_laws_test.h"

#include <stdlib.h>

#include "workspace.h"

#define LAWS 400
#define LAWS_LONG 6000

static struct arena boot;
static char place[] = "/tmp/hoort-random-c-XXXXXX";

/* The scheme of the world of a seed; NULL if it is refused or kernels can't do it. */
static struct plan *plan_of(struct arena *a, uint64_t seed, struct world *w)
{
    struct plan *p;
    struct err e;
    *w = world_make(a, seed, false);
    return plan_make(a, &w->set, S("regeling"), day("2026-11-24"), &p, &e) && p->kernels ? p : NULL;
}

static struct str name_of(struct arena *a, uint64_t seed)
{
    return str_format(a, "law_%llu", (unsigned long long)seed);
}

/* All the laws that can be C; *count how many. */
static struct str write_all(struct arena *a, uint64_t laws, bool *has, int *count)
{
    struct buf out = buf_open(a, LIMIT_BUF);
    eval_write_c_head(&out);
    for (uint64_t seed = 0; seed < laws; seed++) {
        static struct arena scratch;
        if (!scratch.at)
            scratch = arena_open(LIMIT_ARENA_BOOT);
        struct arena tmp = scratch;
        struct world w;
        struct str why;
        struct buf one = buf_open(&tmp, LIMIT_LAW_C_BYTES);
        const struct plan *p = plan_of(&tmp, seed, &w);
        has[seed] = p && eval_write_c(p, name_of(&tmp, seed), &one, &why);
        if (has[seed])
            buf_add(&out, buf_str(&one));
        *count += has[seed];
    }
    assert_false(out.over);
    return buf_str(&out);
}

static int compare(struct arena tmp, uint64_t seed, struct str source)
{
    struct err e;
    struct world w;
    void *function;
    const struct plan *p = plan_of(&tmp, seed, &w);
    struct table t = random_table(&tmp, &w.set.facts, seed);
    struct binding_set *b = eval_bind(&tmp, p, &t), *c = eval_bind(&tmp, p, &t);
    if (!object_load(tmp, str_of(place), source, str_z(&tmp, name_of(&tmp, seed)), &function, &e))
        fail_msg("%s: %s", e.file, e.text);
    if (!eval_use_c(c, (eval_c *)(uintptr_t)function))
        return 0; /* a column that nobody delivered */
    struct findings want = findings_open(&tmp, p, ROWS), got = findings_open(&tmp, p, ROWS);
    eval_rows(tmp, b, 0, ROWS, &want);
    eval_rows(tmp, c, 0, 3, &got);
    eval_rows(tmp, c, 3, ROWS, &got);
    for (int64_t i = 0; i < ROWS; i++)
        if (want.verdict[i] != got.verdict[i] || want.amount_cents[i] != got.amount_cents[i] || want.amount_state[i] != got.amount_state[i])
            fail_msg("seed %llu, row %lld: kernels %d %lld %d, C %d %lld %d", (unsigned long long)seed, (long long)i, want.verdict[i],
                     (long long)want.amount_cents[i], want.amount_state[i], got.verdict[i], (long long)got.amount_cents[i],
                     got.amount_state[i]);
    return 1;
}

static void test_random_laws(void **s)
{
    (void)s;
    const uint64_t laws = getenv("HOORT_LONG") ? LAWS_LONG : LAWS;
    bool *has = arena_new(&boot, bool, (ptrdiff_t)laws);
    int count = 0, compared = 0;
    struct str source = write_all(&boot, laws, has, &count);
    for (uint64_t seed = 0; seed < laws; seed++)
        if (has[seed])
            compared += compare(boot, seed, source);
    if (getenv("HOORT_LONG"))
        fprintf(stderr, "%d of %llu laws are C, %d compared\n", count, (unsigned long long)laws, compared);
    assert_true(compared > (int)laws / 20); /* else nothing much was compared */
}

int main(void)
{
    boot = arena_open(2 * LIMIT_ARENA_BOOT);
    if (!mkdtemp(place))
        return 1;
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_random_laws)};
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    folder_remove(boot, str_of(place));
    return failed;
}
