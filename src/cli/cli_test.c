/* SPDX-License-Identifier: EUPL-1.2 */
/* cli_test.c: the small parts of the command line: numbers for people, options that are refused.
 * What the verbs print is held in tests/cli, whole runs in tests/app.
 */
#include "cli.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>
#include <unistd.h>

static struct arena boot;
static struct args args;
static int kept_error;

/* Usage goes to standard error; a test has no reader for it. */
static int quiet(void **s)
{
    (void)s;
    boot = arena_open(LIMIT_ARENA_BOOT);
    args.a = &boot;
    kept_error = dup(STDERR_FILENO);
    return freopen("/dev/null", "w", stderr) ? 0 : -1;
}

static int loud(void **s)
{
    (void)s;
    fflush(stderr);
    return dup2(kept_error, STDERR_FILENO) < 0;
}

static void same(struct str got, const char *want)
{
    if (!str_eq(got, str_of(want)))
        fail_msg("%.*s, not %s", STR_ARG(got), want);
}

static void test_grouped(void **s)
{
    (void)s;
    same(grouped(&boot, 0, S("nl")), "0");
    same(grouped(&boot, 999, S("nl")), "999");
    same(grouped(&boot, 1000, S("nl")), "1.000");
    same(grouped(&boot, 1234567, S("en")), "1,234,567");
    same(grouped(&boot, -1234, S("nl")), "-1.234");
    same(grouped(&boot, INT64_MAX, S("en")), "9,223,372,036,854,775,807");
    same(grouped(&boot, INT64_MIN, S("en")), "-9,223,372,036,854,775,808");
}

static void test_euros(void **s)
{
    (void)s;
    same(euros(&boot, 155099, S("nl")), "€ 1.550");
    same(euros(&boot, 155099, S("en")), "€1,550");
    same(euros(&boot, 0, S("nl")), "€ 0");
}

static void test_options_that_are_refused(void **s)
{
    (void)s;
    int32_t date;
    int64_t n;
    struct str lang;
    assert_true(arg_date(&args, OPT_DATE, 7, &date) && date == 7);
    args.value[OPT_DATE] = S("2026-02-29");
    assert_false(arg_date(&args, OPT_DATE, 7, &date));
    args.value[OPT_DATE] = S("2024-02-29");
    assert_true(arg_date(&args, OPT_DATE, 7, &date));
    static const char *const bad[] = {"", "0", "11", "1.5", "9223372036854775808", "tien", " 3"};
    for (int i = 0; i < COUNT(bad); i++) {
        args.value[OPT_RESIDENTS] = str_of(bad[i]);
        assert_false(arg_number(&args, OPT_RESIDENTS, 5, 1, 10, &n));
    }
    args.value[OPT_RESIDENTS] = S("10");
    assert_true(arg_number(&args, OPT_RESIDENTS, 5, 1, 10, &n) && n == 10);
    assert_true(arg_lang(&args, &lang) && str_eq(lang, S("nl")));
    args.value[OPT_LANG] = S("NL");
    assert_false(arg_lang(&args, &lang));
    assert_false(arg_needed(&args, OPT_SCHEME));
}

static void test_exit_codes(void **s)
{
    (void)s;
    struct err e = {.code = ERR_CSV, .text = "x"};
    assert_int_equal(refused(&e), 1);
    e.code = ERR_USAGE;
    assert_int_equal(refused(&e), 2);
    assert_int_equal(usage("x"), 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_grouped),
        cmocka_unit_test(test_euros),
        cmocka_unit_test(test_options_that_are_refused),
        cmocka_unit_test(test_exit_codes),
    };
    return cmocka_run_group_tests(tests, quiet, loud);
}
