/* SPDX-License-Identifier: EUPL-1.2 */
/* run_test.c: what the steps of a scenario do, on laws made for it: parameters, data, persons, the
 * four states, failures, and that nothing which a law derives can be given. Not the reading
 * (gherkin_test.c); whole files stand in tests/scenario. INV-9
 */
#include "scenario/scenario.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

static struct arena boot;

#define LAW(id, from) "$id: " id "\nregulatory_layer: WET\npublication_date: '2020-01-01'\nvalid_from: '" from "'\n" \
    "bwb_id: BWBR0000001\nurl: https://example.nl\narticles:\n"
#define ARTICLE(number) "- number: '" number "'\n  text: t\n  url: https://example.nl\n  machine_readable:\n    execution:\n"

static const char *const laws[] = {
    LAW("een", "2020-01-01")
    ARTICLE("1")
    "      parameters:\n      - {name: bsn, type: string, required: true}\n      - {name: grens, type: amount, required: true}\n"
    "      - {name: soort, type: string, required: true}\n      - {name: vrij, type: number, required: false}\n"
    "      input:\n      - {name: inkomen, type: amount, source: {}}\n      - {name: geboren, type: date, source: {}}\n"
    "      - {name: partner_bsn, type: string, source: {}}\n"
    "      - {name: dubbel, type: amount, source: {regulation: twee, output: dubbel, parameters: {bsn: $bsn}}}\n"
    "      - {name: van_partner, type: amount, source: {regulation: twee, output: dubbel, parameters: {bsn: $partner_bsn}}}\n"
    "      - {name: verder, type: number, source: {output: verder}}\n"
    "      output:\n      - {name: onder, type: boolean}\n      - {name: som, type: amount}\n      - {name: leeftijd, type: number}\n"
    "      - {name: heeft_partner, type: boolean}\n      - {name: is_huur, type: boolean}\n      - {name: met_vrij, type: number}\n"
    "      - {name: door, type: number}\n      - {name: naam, type: string}\n      - {name: dag, type: date}\n"
    "      actions:\n      - {output: onder, value: {operation: LESS_THAN_OR_EQUAL, subject: $inkomen, value: $grens}}\n"
    "      - {output: som, value: {operation: ADD, values: [$dubbel, $van_partner]}}\n"
    "      - {output: leeftijd, value: {operation: AGE, date_of_birth: $geboren, reference_date: $referencedate}}\n"
    "      - {output: heeft_partner, value: {operation: NOT, value: {operation: EQUALS, subject: $partner_bsn, value: null}}}\n"
    "      - {output: is_huur, value: {operation: EQUALS, subject: $soort, value: huur}}\n"
    "      - {output: met_vrij, value: {operation: ADD, values: [$vrij, 1]}}\n"
    "      - {output: door, value: $verder}\n"
    "      - {output: naam, value: $soort}\n"
    "      - {output: dag, value: $geboren}\n"
    ARTICLE("2")
    "      parameters: [{name: stap, type: number, required: true}]\n"
    "      output: [{name: verder, type: number}]\n"
    "      actions: [{output: verder, value: {operation: MULTIPLY, values: [$stap, 10]}}]\n",
    LAW("twee", "2020-01-01")
    ARTICLE("1")
    "      parameters: [{name: bsn, type: string, required: true}, {name: stap, type: number, required: false}]\n"
    "      input: [{name: inkomen, type: amount, source: {}}]\n"
    "      output: [{name: dubbel, type: amount}, {name: lekt, type: number}]\n"
    "      actions: [{output: dubbel, value: {operation: MULTIPLY, values: [$inkomen, 2]}}, {output: lekt, value: $stap}]\n",
};

static struct law_set laws_here(struct arena *a)
{
    struct faults f = faults_open(a), missing = faults_open(a);
    struct law *list = NULL;
    for (int i = 0; i < COUNT(laws); i++) {
        struct law *law = law_read(a, S("law"), str_of(laws[i]), &f);
        law->next = list;
        list = law;
    }
    struct law_set set = law_set_make(a, list, (struct facts){0}, &f, &missing);
    struct buf said = buf_open(a, 10000);
    faults_print(&f, &said);
    faults_print(&missing, &said);
    assert_string_equal(str_z(a, buf_str(&said)), "");
    return set;
}

#define GIVEN "Feature: F\nScenario: s\nGiven the calculation date is \"2025-03-01\"\nGiven parameter \"bsn\" is \"1\"\n" \
    "Given parameter \"grens\" is 100\nGiven parameter \"soort\" is \"huur\"\nGiven parameter \"stap\" is \"3\"\n"       \
    "Given the following \"r\" data with key \"bsn\":\n| bsn | inkomen | partner_bsn | geboren |\n"                        \
    "| 1 | 100 | 2 | 1990-03-02 |\n| 2 | 7 | null | 31-12-1990 |\n| 3 | | null | 2000-01-01 |\n| 4 | null | 99 | 2000-02-30 |\n"

static struct scenario_result run(struct arena *a, const char *text)
{
    struct law_set set = laws_here(a);
    struct faults f = faults_open(a);
    struct feature feature = feature_read(a, S("f"), str_of(text), &f);
    struct buf said = buf_open(a, 10000);
    faults_print(&f, &said);
    assert_string_equal(str_z(a, buf_str(&said)), "");
    return scenario_run(a, &set, feature.first);
}

static void holds(const char *text)
{
    struct arena a = boot;
    struct scenario_result r = run(&a, text);
    if (!r.passed)
        fail_msg("%s\nexpected %s, got %s", str_z(&a, r.failed->text), str_z(&a, r.expected), str_z(&a, r.got));
}

/* The last step is the one that fails, for this reason. */
static void breaks(const char *text, const char *got)
{
    struct arena a = boot;
    struct scenario_result r = run(&a, text);
    assert_false(r.passed);
    assert_null(r.failed->next);
    assert_true(r.expected.len > 0);
    assert_string_equal(str_z(&a, r.got), got);
}

#define ASKED(output) GIVEN "When I evaluate \"" output "\" of \"een\"\n"

static void test_values(void **s)
{
    (void)s;
    holds(ASKED("onder") "Then the execution succeeds\nThen output \"onder\" is true\nThen output \"som\" equals 214\n"
          "Then output \"leeftijd\" equals 34\nThen output \"heeft_partner\" is true\nThen output \"is_huur\" is true\n"
          "Then output \"dag\" equals \"1990-03-02\"\nThen output \"naam\" equals \"huur\"\nThen output \"naam\" contains \"uu\"\n");
    breaks(ASKED("onder") "Then output \"onder\" is false\n", "true");
    breaks(ASKED("som") "Then output \"som\" equals 215\n", "214");
    breaks(ASKED("som") "Then output \"som\" is null\n", "214");
    breaks(ASKED("som") "Then the execution fails\n", "success");
    breaks(ASKED("naam") "Then output \"naam\" contains \"koop\"\n", "huur");
    breaks(ASKED("dag") "Then output \"dag\" equals \"1990-03-03\"\n", "1990-03-02");
}

static void test_kernels_repeat(void **s)
{
    (void)s;
    struct arena a = boot;
    struct scenario_result r = run(&a, ASKED("onder") "Then output \"som\" equals 214\n");
    assert_int_equal(r.outputs, 2);
    assert_int_equal(r.by_kernels, 2);
}

static void test_states(void **s)
{
    (void)s;
    holds(GIVEN "Given parameter \"bsn\" is \"2\"\nWhen I evaluate \"heeft_partner\" of \"een\"\n"
              "Then output \"heeft_partner\" is false\n");
    holds(GIVEN "Given parameter \"bsn\" is \"3\"\nWhen I evaluate \"onder\" of \"een\"\nThen the execution succeeds\n"
          "Then output \"onder\" is unknown\nThen output \"onder\" is unknown for lack of \"inkomen\"\n");
    breaks(GIVEN "Given parameter \"bsn\" is \"3\"\nWhen I evaluate \"onder\" of \"een\"\n"
           "Then output \"onder\" is unknown for lack of \"geboren\"\n", "unknown, but not for lack of that");
    holds(GIVEN "Given parameter \"bsn\" is \"4\"\nWhen I evaluate \"onder\" of \"een\"\nThen the execution fails with \"faulty\"\n");
    /* a date that is none, and money that is none, are faulty, never something else */
    holds(GIVEN "Given parameter \"bsn\" is \"4\"\nWhen I evaluate \"leeftijd\" of \"een\"\nThen the execution fails with \"geboren\"\n");
    holds(GIVEN "Given parameter \"grens\" is \"veel\"\nWhen I evaluate \"onder\" of \"een\"\nThen the execution fails with \"grens\"\n");
    /* somebody of whom nothing was said */
    holds(GIVEN "Given parameter \"bsn\" is \"77\"\nWhen I evaluate \"onder\" of \"een\"\n"
              "Then output \"onder\" is unknown for lack of \"inkomen\"\n");
}

static void test_parameters(void **s)
{
    (void)s;
    holds(GIVEN "Given the following parameters:\n| grens | 99.5 |\nWhen I evaluate \"onder\" of \"een\"\n"
              "Then output \"onder\" is false\n");
    holds(GIVEN "Given parameter \"grens\" is \"\"\nWhen I evaluate \"onder\" of \"een\"\n"
              "Then output \"onder\" is unknown for lack of \"grens\"\n");
    holds(GIVEN "Given parameter \"grens\" is \"null\"\nWhen I evaluate \"onder\" of \"een\"\nThen the execution fails\n");
    holds(GIVEN "Given parameter \"soort\" is \"7\"\nWhen I evaluate \"is_huur\" of \"een\"\nThen output \"is_huur\" is false\n");
    /* one that the law can do without is unknown; one that it needs is asked for */
    holds(ASKED("met_vrij") "Then output \"met_vrij\" is unknown for lack of \"vrij\"\n");
    holds(GIVEN "Given parameter \"vrij\" is 2.5\nWhen I evaluate \"met_vrij\" of \"een\"\nThen output \"met_vrij\" equals 3.5\n");
    holds("Feature: F\nScenario: s\nGiven the calculation date is \"2025-03-01\"\nWhen I evaluate \"is_huur\" of \"een\"\n"
          "Then the execution fails with \"soort\"\n");
    holds("Feature: F\nScenario: s\nGiven the calculation date is \"2025-03-01\"\nGiven parameter \"grens\" is 1\n"
          "Given the following \"r\" data with key \"bsn\":\n| bsn | inkomen |\n| 1 | 1 |\n"
          "When I evaluate \"onder\" of \"een\"\nThen the execution fails with \"about nobody\"\n");
    /* within a law they go along, to another law they do not */
    holds(ASKED("door") "Then output \"door\" equals 30\n");
    holds(GIVEN "When I evaluate \"lekt\" of \"twee\"\nThen output \"lekt\" equals 3\n");
}

/* What a law derives cannot be said by who asks: not as a parameter, not as data. */
static void test_nothing_derived_is_given(void **s)
{
    (void)s;
    holds(GIVEN "Given parameter \"dubbel\" is 999\nGiven parameter \"inkomen\" is 999\nGiven parameter \"som\" is 999\n"
          "Given the following \"x\" data with key \"bsn\":\n| bsn | dubbel | som | verder |\n| 1 | 999 | 999 | 999 |\n"
          "When I evaluate outputs \"som, onder, door\" of \"een\"\nThen output \"som\" equals 214\nThen output \"onder\" is true\n"
          "Then output \"door\" equals 30\n");
}

static void test_data(void **s)
{
    (void)s;
    /* of one law before that of all */
    holds(GIVEN "Given the following \"t\" data with key \"bsn\" for law \"twee\":\n| bsn | inkomen |\n| 1 | 1000 |\n"
          "When I evaluate outputs \"som, onder\" of \"een\"\nThen output \"onder\" is true\nThen the execution succeeds\n"
          "Then output \"som\" is unknown for lack of \"inkomen\"\n");
    /* told again */
    holds(GIVEN "Given the following \"r\" data with key \"bsn\":\n| bsn | inkomen |\n| 1 | 101 |\n"
          "When I evaluate \"onder\" of \"een\"\nThen output \"onder\" is false\n");
}

static void stops(const char *step, const char *got)
{
    struct arena a = boot;
    struct str text = str_format(&a, "%s%sWhen I evaluate \"onder\" of \"een\"\nThen the execution succeeds\n", GIVEN, step);
    struct scenario_result r = run(&a, str_z(&a, text));
    assert_false(r.passed);
    assert_string_equal(str_z(&a, r.got), got);
}

static void test_steps_that_cannot(void **s)
{
    (void)s;
    stops("Given the following \"t\" data with key \"kvk\":\n| kvk | inkomen |\n| 1 | 1 |\n", "kvk");
    stops("Given the following \"t\" data with key \"bsn\":\n| kvk | inkomen |\n| 1 | 1 |\n", "bsn");
    stops("Given the following \"t\" data with key \"bsn\":\n| bsn | bsn |\n| 1 | 1 |\n", "bsn");
    stops("Given the following \"t\" data with key \"bsn\":\n| bsn | x |\n| 1 | 1 |\n| 1 | 2 |\n", "line 17: '1'");
    stops("Given the following \"t\" data with key \"bsn\":\n| bsn | x |\n| null | 1 |\n", "line 16: 'null'");
    stops("Given the following \"t\" data with key \"bsn\":\n| bsn | inkomen |\n| 1 | 1 |\n",
          "'inkomen' is in the data of r and of t; keep one");
    stops("Given the calculation date is \"2025-02-30\"\n", "2025-02-30");
    stops("Given law \"drie\" is loaded\n", "none; load it too");
    stops("Given the untranslatable mode is \"warn\"\n", "warn");
}

static void test_asking(void **s)
{
    (void)s;
    holds(GIVEN "When I evaluate outputs \"onder, som\" of \"een\"\nThen the result contains exactly the outputs \"som, onder\"\n"
          "Then output \"som\" has direct provenance\nWhen I evaluate \"som\" of \"een\"\n"
          "Then the result contains exactly the outputs \"som\"\n");
    breaks(ASKED("onder") "Then the result contains exactly the outputs \"onder, som\"\n", "another set of outputs");
    breaks(ASKED("onder") "Then output \"verder\" equals 30\n", "it was not asked, nor is it of the article that was");
    breaks(ASKED("onder") "Then output \"som\" has direct provenance\n", "som");
    breaks(ASKED("onder") "Then output \"onder\" has reactive provenance\n", "no law does that here yet");
    breaks(ASKED("onder") "Then output \"onder\" is tainted as untranslatable\n",
           "nothing is tainted here: what nobody accepted has no plan");
    breaks("Feature: F\nScenario: s\nThen the execution succeeds\n", "none");
    holds(ASKED("niets") "Then the execution fails with \"niets\"\n");
    holds(GIVEN "When I evaluate \"onder\" of \"drie\"\nThen the execution fails with \"drie\"\n");
    holds(GIVEN "Given the calculation date is \"2019-12-31\"\nWhen I evaluate \"onder\" of \"een\"\n"
              "Then the execution fails with \"2020-01-01\"\n");
}

static void is_too_much(struct buf *b)
{
    buf_add(b, S("Then the execution succeeds\n"));
    struct arena a = boot;
    struct scenario_result r = run(&a, str_z(&a, buf_str(b)));
    assert_false(r.passed);
    assert_string_equal(str_z(&a, r.got), "more; split it");
}

/* However much is asked, memory and time have a ceiling. */
static void test_asking_too_much(void **s)
{
    (void)s;
    struct arena before = boot;
    struct buf b = buf_open(&boot, 1 << 20);
    buf_add(&b, S(GIVEN "When I evaluate outputs \"som"));
    for (int i = 0; i < 100; i++)
        buf_add(&b, S(",som"));
    buf_add(&b, S("\" of \"een\"\n"));
    is_too_much(&b);
    b = buf_open(&boot, 1 << 20);
    buf_add(&b, S(GIVEN));
    for (int i = 0; i <= 1000; i++)
        buf_add(&b, S("When I evaluate \"som\" of \"een\"\n"));
    is_too_much(&b);
    boot = before;
}

static int open_boot(void **s)
{
    (void)s;
    boot = arena_open(LIMIT_ARENA_BOOT);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_values), cmocka_unit_test(test_kernels_repeat), cmocka_unit_test(test_states),
        cmocka_unit_test(test_parameters), cmocka_unit_test(test_nothing_derived_is_given), cmocka_unit_test(test_data),
        cmocka_unit_test(test_steps_that_cannot), cmocka_unit_test(test_asking),
        cmocka_unit_test(test_asking_too_much),
    };
    return cmocka_run_group_tests(tests, open_boot, NULL);
}
