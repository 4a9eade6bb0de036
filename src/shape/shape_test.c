/* SPDX-License-Identifier: EUPL-1.2 */
/* shape_test.c: an object against a table of its keys: every fault, in the order of the file. The tables of
 * laws and of the method have golden files of their own (tests/law, tests/method).
 */
#include "shape/shape.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

static struct arena boot;

LOCAL_WORDS(words_colour, {"red", 0}, {"blue", 508});
LOCAL_KEYS(shape_inner, "an inner", NEED_TEXT("text"));
LOCAL_KEYS(shape_outer, "an outer", NEED_FORM("id", ITEM), MAY("colour", WORD, .words = &words_colour),
           MAY("count", INT, .min = 1, .max = 3), MAY("inner", LIST, .shape = &shape_inner), MAY("names", TEXTS, PLAIN),
           MAY("truth", BOOL, PLAIN));

static struct str faults_of(struct arena *a, const char *text)
{
    struct faults f = faults_open(a);
    struct reader r = {.a = a, .file = S("x.yaml"), .f = &f, .schema = 507};
    struct buf out = buf_open(a, 1 << 16);
    const struct yaml *y = yaml_read(a, r.file, str_of(text), &f);
    assert_non_null(y);
    shape_check(&r, y, &shape_outer);
    faults_sort(&f, NULL);
    faults_print(&f, &out);
    return buf_str(&out);
}

static void check(const char *text, const char *want)
{
    struct arena a = boot;
    struct str got = faults_of(&a, text);
    if (!str_eq(got, str_of(want)))
        fail_msg("%s:\n" STR_FMT "should be:\n%s", text, STR_ARG(got), want);
}

static void test_right(void **state)
{
    (void)state;
    check("id: a_1\ncolour: red\ncount: 3\ninner: [{text: t}]\nnames: [a, b]\ntruth: true\n", "");
}

static void test_every_fault_in_order(void **state)
{
    (void)state;
    check("colour: blue\ncount: 4\ninner: [{texts: t}]\nnames: [1]\ntruth: yes\nid: A\n",
          "x.yaml:1:9: 'blue' came with schema v0.5.8 and this file declares v0.5.7; raise $schema\n"
          "x.yaml:2:8: 'count' is 4; write a whole number from 1 to 3\n"
          "x.yaml:3:9: an inner without 'text'; add it\n"
          "x.yaml:3:10: unknown key 'texts' in an inner; did you mean 'text'?\n"
          "x.yaml:4:9: 'names' must be text and 1 is not; put quotes around it\n"
          "x.yaml:5:8: 'truth' must be true or false, without quotes\n"
          "x.yaml:6:5: 'A' does not fit 'id'; write small letters, digits and _, no digit first\n");
    check("- a\n", "x.yaml:1:1: here must stand an outer: a map of keys\n");
}

static void test_nearest(void **state)
{
    (void)state;
    static const struct str words[] = {S("privacy"), S("reach"), S("speed")};
    assert_true(str_eq(nearest(S("privcy"), words, 3), S("privacy")));
    assert_true(str_eq(nearest(S("raech"), words, 3), S("reach")));
    assert_int_equal(nearest(S("something"), words, 3).len, 0);
    assert_int_equal(nearest(S(""), words, 3).len, 0);
}

static void test_what_is_shown_moves_no_cursor(void **state)
{
    (void)state;
    struct arena a = boot;
    struct faults f = faults_open(&a);
    assert_string_equal(show(&f, S("a\x1b[2Jb\x7f")), "a [2Jb ");
    struct buf wide = buf_open(&a, 1000);
    for (int i = 0; i < 100; i++)
        buf_add(&wide, S("é"));
    const char *cut = show(&f, buf_str(&wide));
    assert_true(str_is_utf8(str_of(cut)) && str_ends(str_of(cut), S("...")) && strlen(cut) <= SHOW_MAX + 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_right),
        cmocka_unit_test(test_every_fault_in_order),
        cmocka_unit_test(test_nearest),
        cmocka_unit_test(test_what_is_shown_moves_no_cursor),
    };
    boot = arena_open(LIMIT_ARENA_BOOT);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
