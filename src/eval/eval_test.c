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
    assert_int_equal(count, 2);                      /* first what is so, then what is not */
    assert_true(str_eq(reasons[0].en, S("lives here")) && str_eq(reasons[1].en, S("excluded")));
    excluded.state = CELL_UNKNOWN;
    not.state = root.state = CELL_UNKNOWN;
    reasons = eval_reasons(&tmp, &x, 3, &count);
    assert_int_equal(count, 1);
    assert_true(str_eq(reasons[0].en, S("excluded")));
}

/* "no", because of something that is so by parts with sentences: those are told, and not that it is so. */
static void test_reasons_by_parts(void **s)
{
    (void)s;
    struct arena tmp = boot;
    struct trace home = {.kind = TRACE_OUTPUT, .state = CELL_PRESENT, .value = S("true"), .sentence = {S("huis"), S("home")}};
    struct trace leave = {.kind = TRACE_OUTPUT, .state = CELL_PRESENT, .value = S("true"), .sentence = {S("verlof"), S("leave")}};
    struct trace not = {.kind = TRACE_OPERATION, .name = S("NOT"), .state = CELL_PRESENT, .value = S("false"), .first = &leave};
    home.next = &not;
    struct trace and = {.kind = TRACE_OPERATION, .name = S("AND"), .state = CELL_PRESENT, .value = S("false"), .first = &home};
    struct trace right = {.kind = TRACE_OUTPUT, .state = CELL_PRESENT, .value = S("false"), .first = &and,
                          .sentence = {S("geen recht"), S("no right")}};
    struct trace all = {.kind = TRACE_OPERATION, .name = S("AND"), .state = CELL_PRESENT, .value = S("false"), .first = &right};
    struct trace root = {.kind = TRACE_OUTPUT, .state = CELL_PRESENT, .value = S("false"), .first = &all,
                         .sentence = {S("nee"), S("no")}};
    struct explanation x = {.entitled = &root};
    int count;
    struct phrase *reasons = eval_reasons(&tmp, &x, 3, &count);
    assert_true(count == 1 && str_eq(reasons[0].en, S("leave")));
    leave.sentence = (struct phrase){S(""), S("")};      /* what made it so has no words: then that it is so */
    reasons = eval_reasons(&tmp, &x, 3, &count);
    assert_true(count == 1 && str_eq(reasons[0].en, S("no right")));
}

/* ---- in words --------------------------------------------------------------------------------------------------- */

static void says(const struct trace *t, enum meaning meaning, const char *nl, const char *en)
{
    struct arena tmp = boot;
    assert_true(str_eq(trace_value(&tmp, t, meaning, false), str_of(nl)));
    assert_true(str_eq(trace_value(&tmp, t, meaning, true), str_of(en)));
}

static void test_values_say_what_they_are(void **s)
{
    (void)s;
    static const struct { const char *value; enum meaning meaning; const char *nl, *en; } cases[] = {
        {"true", MEANS_NOTHING, "ja", "yes"},          {"false", MEANS_NOTHING, "nee", "no"},
        {"157342", MEANS_CENTS, "€\u00a01.573,42", "€1,573.42"}, {"157342.224", MEANS_CENTS, "€\u00a01.573,42", "€1,573.42"},
        {"214144/29", MEANS_CENTS, "€\u00a073,84", "€73.84"}, {"1/0", MEANS_CENTS, "1/0", "1/0"},
        {"-150", MEANS_CENTS, "€\u00a0-1,50", "-€1.50"},
        {"15.5", MEANS_EUROS, "€\u00a015,50", "€15.50"}, {"0.04273", MEANS_RATIO, "4,273%", "4.273%"},
        {"1234", MEANS_NOTHING, "1.234", "1,234"},     {"1234.5", MEANS_NOTHING, "1234,5", "1234.5"},
        {"2025-01-31", MEANS_NOTHING, "31 januari 2025", "31 January 2025"}, {"1/3", MEANS_NOTHING, "1/3", "1/3"},
        {"a.b", MEANS_NOTHING, "a.b", "a.b"},
        {"99999999999999999999", MEANS_CENTS, "99999999999999999999", "99999999999999999999"}};
    for (int i = 0; i < COUNT(cases); i++) {
        struct trace t = {.kind = TRACE_VALUE, .state = CELL_PRESENT, .value = str_of(cases[i].value)};
        says(&t, cases[i].meaning, cases[i].nl, cases[i].en);
    }
}

static void test_unknown_is_never_said_as_zero(void **s)
{
    (void)s;
    static const struct { enum cell_state state; const char *nl, *en; } cases[] = {
        {CELL_UNKNOWN, "niet bekend", "not known"}, {CELL_ABSENT, "geen", "none"}, {CELL_FAULTY, "klopt niet", "not right"}};
    for (int i = 0; i < COUNT(cases); i++) {
        struct trace t = {.kind = TRACE_VALUE, .state = cases[i].state, .value = S("0")};
        says(&t, MEANS_CENTS, cases[i].nl, cases[i].en);
    }
}

static void test_a_person_is_somebody(void **s)
{
    (void)s;
    struct fact partner = {.type = FACT_PERSON};
    struct trace t = {.kind = TRACE_FACT, .fact = &partner, .state = CELL_PRESENT, .value = S("17")};
    says(&t, MEANS_NOTHING, "ja, die is er", "yes, there is one");
}

/* Lines about somebody else under this one; none of them has a sentence. */
static int about_others_in_silence(const struct trace *t)
{
    int n = t->path > 0;
    assert_true(!t->path || !t->sentence.nl.len);
    for (const struct trace *child = t->first; child; child = child->next)
        n += about_others_in_silence(child);
    return n;
}

/* What is about the partner says so, and is not said to the resident as "you"; a second time a name reads as the first. */
static void test_what_is_about_a_partner_says_so(void **s)
{
    (void)s;
    struct arena tmp = boot;
    struct plan *plan;
    struct err e;
    int32_t on;
    assert_true(date_parse(S("2026-11-24"), &on) && plan_make(&tmp, &laws, S("zorgtoeslag"), on, &plan, &e));
    struct table t = random_table(&tmp, &laws.facts, 200, 9, 0, NULL, 0);
    struct binding_set *b = eval_bind(&tmp, plan, &t);
    int theirs = 0, silent = 0;
    for (int64_t i = 0; i < t.rows; i++) {
        struct arena scratch = tmp;
        struct explanation x = eval_explain(&scratch, b, i);
        struct buf out = buf_open(&scratch, 1 << 20);
        trace_say(plan, x.entitled, false, &out);
        theirs += str_find(buf_str(&out), S("verzekerd volgens de wet (uw partner): ")) >= 0;
        silent += about_others_in_silence(x.entitled);
        assert_true(str_find(buf_str(&out), S("uw geboortedatum (uw partner)")) < 0 && str_find(buf_str(&out), S("AND")) < 0);
        assert_true(str_find(buf_str(&out), S("_")) < 0);
    }
    assert_true(theirs > 0 && silent > 0);
}

int main(void)
{
    boot = arena_open(LIMIT_ARENA_BOOT);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_kernels_equal_reference), cmocka_unit_test(test_findings_equal_reference),
        cmocka_unit_test(test_explanation_is_the_same_result), cmocka_unit_test(test_reasons_under_not),
        cmocka_unit_test(test_reasons_by_parts),
        cmocka_unit_test(test_values_say_what_they_are),
        cmocka_unit_test(test_unknown_is_never_said_as_zero),
        cmocka_unit_test(test_a_person_is_somebody),
        cmocka_unit_test(test_what_is_about_a_partner_says_so),
    };
    return cmocka_run_group_tests(tests, read_shipped, NULL);
}
