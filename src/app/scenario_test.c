/* SPDX-License-Identifier: EUPL-1.2 */
/* scenario_test.c: files of scenarios that must hold: ours about the format (tests/scenario, with the
 * laws beside them), ours about the laws that we ship, and about laws of the public corpus. A scenario
 * that fails is printed. INV-9
 */
#include "place_test.h"

#define CORPUS "../shared/corpus/regelrecht/regulation"

static int64_t print_failed(const struct scenario_report *r)
{
    struct arena tmp = boot;
    struct buf b = buf_open(&tmp, 1 << 20);
    faults_print(&r->faults, &b);
    for (const struct scenario_done *d = r->first; d; d = d->next)
        if (d->result.failed)
            buf_print(&b, STR_FMT ":%d: expected " STR_FMT ", got " STR_FMT "\n", STR_ARG(d->feature->file),
                      d->result.failed->line, STR_ARG(d->result.expected), STR_ARG(d->result.got));
    if (b.len)
        fprintf(stderr, STR_FMT, STR_ARG(buf_str(&b)));
    return b.len;
}

static struct scenario_report run(struct str laws, struct str scenarios)
{
    struct law_set set;
    struct faults faults = faults_open(&boot), missing = faults_open(&boot);
    struct law_tests tests;
    ok(app_laws(&boot, &laws, 1, &set, &faults, &missing, &e));
    assert_int_equal(faults.count, 0);
    ok(app_law_test(&boot, &set, &scenarios, 1, &tests, &e));
    return tests.scenarios;
}

static void holds(struct str laws, struct str scenarios)
{
    struct scenario_report r = run(laws, scenarios);
    assert_int_equal(print_failed(&r), 0);
    assert_int_equal(r.failed, 0);
    assert_true(r.passed > 0 && r.by_kernels > 0 && r.by_kernels <= r.outputs);
}

static void test_format(void **s)
{
    (void)s;
    struct paths files;
    ok(folder_list(&boot, S("tests/scenario"), S(".feature"), &files, &e));
    for (int i = 0; i < files.count; i++)
        if (str_find(files.at[i], S("/corpus/")) < 0 && str_find(files.at[i], S("/by_law/")) < 0)
            holds(S("tests/scenario/laws"), files.at[i]);
    assert_true(files.count >= 9);
}

/* Each of our laws has scenarios beside it, and they hold. */
static void test_our_laws(void **s)
{
    (void)s;
    struct paths files;
    ok(folder_list(&boot, S("laws/nl"), S(".yaml"), &files, &e));
    for (int i = 0; i < files.count; i++) {
        struct str folder = files.at[i];
        while (folder.len && folder.at[folder.len - 1] != '/')
            folder.len--;
        struct str scenarios = str_format(&boot, STR_FMT "scenarios", STR_ARG(folder));
        if (!path_is_folder(scenarios))
            fail_msg("no %s beside the law", str_z(&boot, scenarios));
    }
    holds(S("laws"), S("laws"));
}

/* What a municipality fills in of a law that we ship, for who lives there. */
static void test_a_by_law(void **s)
{
    (void)s;
    struct str laws = copy_laws("laws_of_a_town");
    copy_file(S("tests/scenario/by_law/verordening.yaml"), under(laws, "verordening.yaml"));
    holds(laws, S("tests/scenario/by_law"));
}

/* Until a municipality has a by-law, the scheme that it fills in is left out of a run over all, and the reason told. */
static void test_a_run_with_and_without_the_by_law(void **s)
{
    (void)s;
    struct str folder = copy_laws("laws_of_two_towns"), file = in_place("few.csv");
    struct str shipped = under(folder, "nl/gemeentelijke_verordening");
    int schemes[2];
    assert_int_equal(nftw(shipped.at, remove_one, 16, FTW_DEPTH | FTW_PHYS), 0);
    ok(file_write(file, S("bsn;geboortedatum\n999993653;1990-05-01\n"), &e));
    for (int i = 0; i < 2; i++) {
        struct law_set laws;
        struct app_people people;
        struct eval_result r;
        struct people_files files = {.persons = file, .as_of = day("2026-03-15"), .test_data = true};
        struct arena text = arena_open(LIMIT_BUF); /* a buffer grows in an arena of its own */
        struct buf csv = buf_open(&text, LIMIT_BUF);
        ok(laws_or_fail(&boot, folder, &laws, &e));
        ok(app_people(&boot, &laws, &files, files.as_of, (struct progress){0}, &people, &e));
        ok(app_eval(&boot, &laws, &people, S(""), files.as_of, (struct progress){0}, &csv, &r, &e));
        schemes[i] = r.scheme_count;
        bool left_out = false;
        for (const struct note *n = r.without; n; n = n->next)
            left_out |= str_find(n->text, S("individuele_inkomenstoeslag: ")) == 0;
        assert_int_equal(left_out, i == 0);
        assert_int_equal(str_find(buf_str(&csv), S("\nindividuele_inkomenstoeslag;")) < 0, i == 0);
        copy_file(S("tests/scenario/by_law/verordening.yaml"), under(folder, "verordening.yaml"));
    }
    assert_int_equal(schemes[1], schemes[0] + 1);
}

static void test_public_corpus(void **s)
{
    (void)s;
    if (!path_is_folder(S(CORPUS))) {
        printf("skipped: %s is not here\n", CORPUS);
        return;
    }
    holds(S(CORPUS), S("tests/scenario/corpus"));
}

/* Scenarios of the corpus itself, where somebody has put them beside its laws. */
static void test_scenarios_of_the_corpus(void **s)
{
    (void)s;
    struct paths files = {NULL, 0};
    if (path_is_folder(S(CORPUS)))
        ok(folder_list(&boot, S(CORPUS), S(".feature"), &files, &e));
    if (!files.count) {
        printf("skipped: no *.feature under %s\n", CORPUS);
        return;
    }
    struct scenario_report r = run(S(CORPUS), S(CORPUS));
    print_message("scenarios of the corpus: %d hold, %d differ, %d skipped\n", r.passed, r.failed, r.skipped);
    assert_true(r.passed > 0);
}

static void test_times_and_junit(void **s)
{
    (void)s;
    struct law_set set;
    struct faults faults = faults_open(&boot), missing = faults_open(&boot);
    struct law_tests tests;
    struct str laws = S("laws"), file = S("laws/nl/wet");
    ok(app_laws(&boot, &laws, 1, &set, &faults, &missing, &e));
    ok(app_law_test(&boot, &set, &file, 1, &tests, &e));
    int cases = 0;
    for (const struct scenario_done *d = tests.scenarios.first; d; d = d->next)
        assert_true(d->took_ns > 0);
    struct buf xml = buf_open(&boot, 64 << 20);
    app_junit(&tests, &xml);
    for (struct str rest = buf_str(&xml); rest.len;) {
        struct str line = str_trim(str_until(rest, '\n', &rest));
        cases += str_starts(line, S("<testcase "));
        assert_false(str_starts(line, S("<failure")));
    }
    assert_int_equal(cases, tests.oracles.passed + tests.scenarios.passed);
    assert_true(tests.oracles.passed > 100 && tests.scenarios.passed > 100);
}

/* A name with what XML can't hold. */
static void test_junit_of_anything(void **s)
{
    (void)s;
    struct feature feature = {.file = S("a\"b.feature"), .name = S("F\x01 & \xEF\xBF\xBF")};
    struct scenario_step step = {.text = S("<step>"), .line = 7};
    struct scenario scenario = {.name = S("s"), .line = 3};
    struct scenario_done done = {.feature = &feature, .scenario = &scenario, .took_ns = 1234567891,
                                 .result = {.failed = &step, .expected = S("]]>"), .got = S("\x1b[0m")}};
    struct law_tests tests = {.scenarios = {.first = &done, .failed = 1, .faults = faults_open(&boot)}};
    struct buf xml = buf_open(&boot, 10000);
    app_junit(&tests, &xml);
    assert_string_equal(str_z(&boot, buf_str(&xml)),
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n"
        "  <testsuite name=\"a&quot;b.feature\" tests=\"1\" failures=\"1\" errors=\"0\" skipped=\"0\" time=\"1.234567\">\n"
        "    <testcase classname=\"F? &amp; ?\" name=\"s\" file=\"a&quot;b.feature\" line=\"3\" time=\"1.234567\">\n"
        "      <failure message=\"&lt;step&gt;\">a&quot;b.feature:7\nexpected: ]]&gt;\ngot: ?[0m</failure>\n    </testcase>\n"
        "  </testsuite>\n</testsuites>\n");
}

/* The table in the docs is the list in the code. */
static void test_docs(void **s)
{
    (void)s;
    static const char *const words[] = {[WORD_GIVEN] = "Given", [WORD_WHEN] = "When", [WORD_THEN] = "Then"};
    struct str path = S("docs/scenarios.md"), head = S("| step | what it does |\n|---|---|\n"), text = bytes_of(path);
    ptrdiff_t at = str_find(text, head);
    struct buf b = buf_open(&boot, 1 << 20);
    buf_add(&b, str_slice(text, 0, at < 0 ? text.len : at));
    buf_add(&b, head);
    for (int i = 0; i < RULE_COUNT; i++)
        buf_print(&b, "| %s `%s` | %s |\n", words[step_word((enum step_rule)i)], step_pattern((enum step_rule)i),
                  step_doc((enum step_rule)i));
    if (getenv("HOORT_BLESS"))
        ok(file_write(path, buf_str(&b), &e));
    else if (!str_eq(text, buf_str(&b)))
        fail_msg("docs/scenarios.md is not what steps.def says; HOORT_BLESS=1 rewrites it");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_format), cmocka_unit_test(test_our_laws), cmocka_unit_test(test_a_by_law),
        cmocka_unit_test(test_a_run_with_and_without_the_by_law), cmocka_unit_test(test_public_corpus),
        cmocka_unit_test(test_scenarios_of_the_corpus), cmocka_unit_test(test_times_and_junit),
        cmocka_unit_test(test_junit_of_anything), cmocka_unit_test(test_docs),
    };
    return cmocka_run_group_tests(tests, make_place, drop_place);
}
