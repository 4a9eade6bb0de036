/* SPDX-License-Identifier: EUPL-1.2 */
/* random_test.c: laws made by dice, read as YAML, compiled, and run on random residents by kernels
 * of every level and by the reference interpreter: the same state and exact value on every row
 * (INV-9), whatever the order of conditions, articles and documents. HOORT_LONG=1 runs many more;
 * HOORT_SEED=n runs one. Fixed seeds otherwise. Not about what the shipped laws say.
 */
#include "random_laws_test.h"

#define LAWS 700
#define LAWS_LONG 20000

static struct arena boot;

/* ---- one law against itself -------------------------------------------------------------------------------- */

struct tally { int plans, kernels, twinned, states[4]; };

static void mismatch(struct arena tmp, uint64_t seed, const struct world *w, const struct plan *p, const struct table *t,
                     int64_t row, struct str says)
{
    struct buf out = buf_open(&tmp, 8 << 20);
    buf_add(&out, w->main_text);
    buf_add(&out, S("\n# ---- the other law\n"));
    buf_add(&out, w->other_text);
    for (int i = 0; i < BYLAWS; i++)
        buf_add(&out, w->bylaws[i]);
    plan_print(p, &out);
    print_row(t, row, &out);
    const struct column *partner = table_find(t, S("partner"));
    if (partner && column_state(partner, row) == CELL_PRESENT && column_int(partner, row) >= 0 &&
        column_int(partner, row) < t->rows) {
        buf_add(&out, S("---- of the partner\n"));
        print_row(t, column_int(partner, row), &out);
    }
    fwrite(out.at, 1, (size_t)out.len, stderr);
    fail_msg("seed %llu, output " STR_FMT ": " STR_FMT, (unsigned long long)seed, STR_ARG(p->output), STR_ARG(says));
}

static struct plan *output_plan(struct arena *a, uint64_t seed, const struct world *w, struct str output)
{
    struct plan *p;
    struct err e;
    if (!plan_output(a, &w->set, S("hoofd"), output, day("2026-11-24"), &p, &e))
        fail_msg("seed %llu: %s:%d:%d: %s", (unsigned long long)seed, e.file, e.line, e.column, e.text);
    assert_true(p->kernels || p->why.len > 0);
    return p;
}

static void compare(struct arena tmp, uint64_t seed, const struct world *w, const struct world *turned, struct str output,
                    struct tally *n)
{
    struct plan *p = output_plan(&tmp, seed, w, output), *q = output_plan(&tmp, seed, turned, output);
    struct table t = random_table(&tmp, &w->set.facts, seed);
    struct binding_set *b = eval_bind(&tmp, p, &t), *c = eval_bind(&tmp, q, &t);
    struct answer *want = arena_new(&tmp, struct answer, ROWS);
    n->plans++;
    n->kernels += p->kernels;
    for (int path = 1; path < p->path_count; path++)
        n->twinned += p->kernels && b->whose.twinned[path];
    for (int64_t i = 0; i < ROWS; i++) {
        struct arena scratch = tmp;
        want[i] = eval_output(&scratch, b, i, false);
        tmp = want[i].value.len && want[i].type != REG_TEXT ? scratch : tmp; /* keep the printed value */
        n->states[want[i].state]++;
        struct answer other = eval_output(&scratch, c, i, false);
        if (other.state != want[i].state || !str_eq(other.value, want[i].value))
            mismatch(tmp, seed, w, p, &t, i, str_format(&tmp, "in another order %s " STR_FMT ", not %s " STR_FMT,
                     cell_state_name(other.state), STR_ARG(other.value), cell_state_name(want[i].state), STR_ARG(want[i].value)));
    }
    struct str says;
    int64_t row = p->kernels ? first_difference(&tmp, b, want, &says) : -1;
    if (row >= 0)
        mismatch(tmp, seed, w, p, &t, row, says);
}

/* Whole schemes, in ranges that do not fit batches. */
static void compare_scheme(struct arena tmp, uint64_t seed, const struct world *w)
{
    struct plan *p;
    struct err e;
    if (!plan_make(&tmp, &w->set, S("regeling"), day("2026-11-24"), &p, &e))
        fail_msg("seed %llu: %s", (unsigned long long)seed, e.text);
    struct table t = random_table(&tmp, &w->set.facts, seed);
    struct binding_set *b = eval_bind(&tmp, p, &t);
    struct findings f = findings_open(&tmp, p, ROWS);
    eval_rows(tmp, b, 0, 41, &f);
    eval_rows(tmp, b, 41, ROWS, &f);
    eval_missing(tmp, b, 0, ROWS, &f);
    for (int64_t i = 0; i < ROWS; i++) {
        struct one one = eval_reference(tmp, b, i);
        bool same = f.verdict[i] == one.verdict && f.amount_state[i] == one.amount_state &&
                    f.amount_cents[i] == one.amount_cents && f.missing[i] == one.missing;
        if (!same)
            mismatch(tmp, seed, w, p, &t, i, str_format(&tmp, "scheme: %s %s %lld, reference %s %s %lld",
                     verdict_name((enum verdict)f.verdict[i]), cell_state_name((enum cell_state)f.amount_state[i]),
                     (long long)f.amount_cents[i], verdict_name(one.verdict), cell_state_name(one.amount_state),
                     (long long)one.amount_cents));
    }
}

static void one_world(uint64_t seed, struct tally *n)
{
    static const struct str outputs[] = {S("o2_0"), S("o2_1"), S("o2_2"), S("o2_3"), S("h_1"), S("h_2")};
    struct arena tmp = boot;
    struct world w = world_make(&tmp, seed, false), turned = world_make(&tmp, seed, true);
    if (getenv("HOORT_SEED"))
        fprintf(stderr, STR_FMT "\n" STR_FMT, STR_ARG(w.main_text), STR_ARG(w.other_text));
    for (int i = 0; i < COUNT(outputs); i++)
        compare(tmp, seed, &w, &turned, outputs[i], n);
    compare_scheme(tmp, seed, &w);
}

static void test_random_laws(void **s) /* INV-9 */
{
    (void)s;
    const char *seed = getenv("HOORT_SEED");
    struct tally n = {0};
    int64_t only;
    if (seed) {
        assert_true(str_to_int64(str_of(seed), &only));
        one_world((uint64_t)only, &n);
        return;
    }
    int laws = getenv("HOORT_LONG") ? LAWS_LONG : LAWS;
    for (int i = 0; i < laws; i++)
        one_world((uint64_t)i, &n);
    if (getenv("HOORT_LONG"))
        fprintf(stderr, "%d plans, %d by kernels, %d with twins; present %d, unknown %d, absent %d, faulty %d\n", n.plans,
                n.kernels, n.twinned, n.states[0], n.states[1], n.states[2], n.states[3]);
    assert_true(n.kernels > n.plans / 2 && n.twinned > n.plans / 100); /* else nothing much was compared */
    for (int k = 0; k < 4; k++)
        assert_true(n.states[k] > n.plans);
}

static void test_documents_in_another_order(void **s)
{
    (void)s;
    struct arena tmp = boot;
    struct world w = world_make(&tmp, 3, false);
    struct law_set sets[2];
    for (int k = 0; k < 2; k++) {
        struct law *one = law_from(&tmp, S("hoofd.yaml"), w.main_text, sidecar(&tmp, 2, true));
        struct law *two = law_from(&tmp, S("ander.yaml"), w.other_text, sidecar(&tmp, 1, false));
        struct law *three = law_from(&tmp, S("verordening.yaml"), w.bylaws[0], sidecar(&tmp, 1, false));
        struct law *first = k ? two : one;
        first->next = k ? one : two;
        first->next->next = three;
        sets[k] = set_from(&tmp, first, facts_from(&tmp, str_of(dictionary)));
    }
    assert_true(hash_eq(sets[0].hash, sets[1].hash));
    struct plan *p, *q;
    struct err e;
    assert_true(plan_make(&tmp, &sets[0], S("regeling"), day("2026-11-24"), &p, &e));
    assert_true(plan_make(&tmp, &sets[1], S("regeling"), day("2026-11-24"), &q, &e));
    assert_true(hash_eq(p->hash, q->hash) && p->step_count == q->step_count);
}

int main(void)
{
    boot = arena_open(LIMIT_ARENA_BOOT);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_random_laws), cmocka_unit_test(test_documents_in_another_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
