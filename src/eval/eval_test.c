/* SPDX-License-Identifier: EUPL-1.2 */
/* eval_test.c: the shipped laws, row by row, by kernels of every level and by the reference
 * interpreter: bit for bit the same on random rows and on the boundaries. INV-3 INV-9 INV-10
 */
#include "shipped_test.h"

static struct arena boot;
static struct law_set laws;

static int read_shipped(void **s)
{
    (void)s;
    laws = shipped_laws(&boot);
    return 0;
}

/* ---- random residents ------------------------------------------------------------------------------------ */

static int64_t random_value(struct dice *d, const struct fact *f, int64_t rows, const int64_t *edges, int edge_count)
{
    int32_t born;
    bool ok = date_from_civil((int)(1920 + dice_below(d, 100)), (int)(1 + dice_below(d, 12)), (int)(1 + dice_below(d, 28)), &born);
    assert_true(ok);
    switch (f->type) {
    case FACT_BOOLEAN: return dice_below(d, 2);
    case FACT_DATE: return dice_below(d, 40) ? born : (int64_t)dice_roll(d) % 400000; /* some impossible */
    case FACT_PERSON: return dice_below(d, rows + 2) - 1;                              /* some dangling */
    case FACT_AMOUNT:
    case FACT_NUMBER:
        if (edge_count && dice_below(d, 2))
            return edges[dice_below(d, edge_count)] + dice_below(d, 5) - 2;
        return dice_below(d, 30) ? dice_below(d, 8000000) - 200000 : f->max + 1;       /* some out of range */
    case FACT_TEXT:
    case FACT_PEOPLE: break;
    }
    return 0;
}

/* `silence` in a hundred cells are unknown, absent or faulty. */
static struct table random_table(struct arena *a, const struct facts *facts, int64_t rows, uint64_t seed, int silence,
                                 const int64_t *edges, int edge_count)
{
    struct table t = table_open(a, rows);
    struct dice d = dice_open(seed, 0);
    for (const struct fact *f = facts->first; f; f = f->next) {
        if (f->type == FACT_PEOPLE || dice_below(&d, 100) < silence / 4)
            continue; /* a column that nobody delivered */
        struct column *c = table_add(&t, f->name, columns_of[f->type]);
        for (int64_t i = 0; i < rows; i++) {
            put_cell(c, i, random_value(&d, f, rows, edges, edge_count), dice_below(&d, 2) ? S("huur") : S("koop"));
            if (dice_below(&d, 100) >= silence)
                continue;
            put_cell(c, i, 0, (struct str){NULL, 0});
            c->states[i] = (uint8_t)(1 + dice_below(&d, 3));
        }
    }
    return t;
}

/* ---- kernels of every level beside the reference ----------------------------------------------------------------- */

/* How many rows had a present value. */
static int64_t check_output(struct arena tmp, const struct scheme *about, struct str output, int32_t on, const struct table *t)
{
    struct plan *plan;
    struct err e;
    struct str says;
    int64_t present = 0;
    if (!plan_output(&tmp, &laws, about->law->id, output, on, &plan, &e))
        fail_msg("%s:%d: %s", e.file, e.line, e.text);
    assert_true(plan->kernels);
    struct binding_set *b = eval_bind(&tmp, plan, t);
    struct answer *want = arena_new(&tmp, struct answer, t->rows);
    for (int64_t i = 0; i < t->rows; i++) {
        want[i] = eval_output(&tmp, b, i, false);
        present += want[i].state == CELL_PRESENT;
    }
    if (first_difference(&tmp, b, want, &says) >= 0)
        fail_msg("output " STR_FMT ": " STR_FMT, STR_ARG(output), STR_ARG(says));
    return present;
}

static void check_scheme(const char *date, int silence, uint64_t seed)
{
    /* Where the zorgtoeslag of 2025 and 2026 bends: threshold, limits, wealth. In eurocents. */
    static const int64_t edges[] = {2840600, 2973600, 3971900, 4085700, 5020600, 5114200, 14189600, 17942900, 14601100,
                                    18463300, 0, 2400};
    struct arena tmp = boot;
    int32_t on = day(date);
    const struct scheme *about = law_scheme(&laws, S("zorgtoeslag"), on);
    assert_non_null(about);
    struct table t = random_table(&tmp, &laws.facts, 700, seed, silence, edges, COUNT(edges));
    int64_t present = check_output(tmp, about, about->entitled, on, &t);
    assert_true(silence > 50 || present > 0);
    check_output(tmp, about, about->amount, on, &t);
}

static void test_kernels_equal_reference(void **s) /* INV-9 */
{
    (void)s;
    static const char *const dates[] = {"2025-01-01", "2025-12-31", "2026-01-01", "2026-11-24"};
    static const int silences[] = {0, 3, 20, 60};
    for (int d = 0; d < COUNT(dates); d++)
        for (int k = 0; k < COUNT(silences); k++)
            check_scheme(dates[d], silences[k], (uint64_t)(100 * d + k));
}

static void test_findings_equal_reference(void **s)
{
    (void)s;
    struct arena tmp = boot;
    struct plan *plan;
    struct err e;
    int32_t on;
    assert_true(date_parse(S("2026-11-24"), &on));
    assert_true(plan_make(&tmp, &laws, S("zorgtoeslag"), on, &plan, &e));
    struct table t = random_table(&tmp, &laws.facts, 1000, 5, 10, NULL, 0);
    struct binding_set *b = eval_bind(&tmp, plan, &t);
    struct findings f = findings_open(&tmp, plan, t.rows);
    eval_rows(tmp, b, 0, 333, &f); /* ranges that do not fit batches */
    eval_rows(tmp, b, 333, t.rows, &f);
    eval_missing(tmp, b, 0, t.rows, &f);
    int64_t seen[4] = {0};
    for (int64_t i = 0; i < t.rows; i++) {
        struct one one = eval_reference(tmp, b, i);
        assert_int_equal(f.verdict[i], one.verdict);
        assert_int_equal(f.amount_state[i], one.amount_state);
        assert_int_equal(f.amount_cents[i], one.amount_cents);
        assert_true(f.missing[i] == one.missing);
        /* INV-3: an unknown outcome names what was missing, and carries no amount. */
        if (f.verdict[i] == VERDICT_UNKNOWN)
            assert_true(f.missing[i] != 0);
        if (f.amount_state[i] != CELL_PRESENT)
            assert_int_equal(f.amount_cents[i], 0);
        seen[f.verdict[i]]++;
    }
    for (int v = 0; v < 4; v++)
        assert_true(seen[v] > 0);
}

static void test_explanation_is_the_same_result(void **s)
{
    (void)s;
    struct arena tmp = boot;
    struct plan *plan;
    struct err e;
    int32_t on;
    assert_true(date_parse(S("2026-11-24"), &on) && plan_make(&tmp, &laws, S("zorgtoeslag"), on, &plan, &e));
    struct table t = random_table(&tmp, &laws.facts, 200, 9, 5, NULL, 0);
    struct binding_set *b = eval_bind(&tmp, plan, &t);
    for (int64_t i = 0; i < t.rows; i++) {
        struct arena scratch = tmp;
        struct explanation x = eval_explain(&scratch, b, i), again = eval_explain(&scratch, b, i);
        struct one one = eval_reference(scratch, b, i);
        assert_int_equal(x.result.verdict, one.verdict);
        assert_int_equal(x.result.amount_cents, one.amount_cents);
        assert_true(x.result.missing == one.missing && hash_eq(eval_digest(scratch, &x), eval_digest(scratch, &again)));
        int count;
        struct phrase *reasons = eval_reasons(&scratch, &x, 3, &count);
        assert_true(count >= 1 && reasons[0].nl.len > 0 && reasons[0].en.len > 0);
        struct buf out = buf_open(&scratch, 1 << 20);
        trace_print(x.entitled, &out);
        assert_true(str_find(buf_str(&out), S("art.")) > 0);
    }
}

/* "no", because something that must not be is: its sentence is the reason, and that of what is as it must be is not. */
static void test_reasons_under_not(void **s)
{
    (void)s;
    struct arena tmp = boot;
    struct trace excluded = {.kind = TRACE_OUTPUT, .state = CELL_PRESENT, .value = S("true"),
                             .sentence = {S("uitgesloten"), S("excluded")}};
    struct trace lives = {.kind = TRACE_OUTPUT, .state = CELL_PRESENT, .value = S("true"),
                          .sentence = {S("woont hier"), S("lives here")}};
    struct trace not = {.kind = TRACE_OPERATION, .name = S("NOT"), .state = CELL_PRESENT, .value = S("false"),
                        .first = &excluded, .next = &lives};
    struct trace root = {.kind = TRACE_OUTPUT, .state = CELL_PRESENT, .value = S("false"), .first = &not,
                         .sentence = {S("nee"), S("no")}};
    struct explanation x = {.entitled = &root};
    int count;
    struct phrase *reasons = eval_reasons(&tmp, &x, 3, &count);
    assert_int_equal(count, 1);
    assert_true(str_eq(reasons[0].en, S("excluded")));
    excluded.value = S("false");                     /* now the yes has both */
    not.value = root.value = S("true");
    reasons = eval_reasons(&tmp, &x, 3, &count);
    assert_int_equal(count, 2);
    assert_true(str_eq(reasons[0].en, S("excluded")) && str_eq(reasons[1].en, S("lives here")));
    excluded.state = CELL_UNKNOWN;
    not.state = root.state = CELL_UNKNOWN;
    reasons = eval_reasons(&tmp, &x, 3, &count);
    assert_int_equal(count, 1);
    assert_true(str_eq(reasons[0].en, S("excluded")));
}

int main(void)
{
    boot = arena_open(LIMIT_ARENA_BOOT);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_kernels_equal_reference), cmocka_unit_test(test_findings_equal_reference),
        cmocka_unit_test(test_explanation_is_the_same_result), cmocka_unit_test(test_reasons_under_not),
    };
    return cmocka_run_group_tests(tests, read_shipped, NULL);
}
