/* SPDX-License-Identifier: EUPL-1.2 */
/* docs_test.c: the table in docs/operations.md is ops.def, and the page says what each rule of it means.
 * HOORT_BLESS=1 rewrites the table; the words above it are written.
 */
#include "law/law.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <cmocka.h>

#define PAGE "docs/operations.md"
#define TABLE "| operation | operands | result | states | what it yields |\n|---|---|---|---|---|\n"

static const struct { const char *name, *result, *rule, *doc; enum op_shape shape; } operations[] = {
#define OP(code, shape, type, rule, doc) {#code, #type, #rule, doc, SHAPE_##shape},
#include "law/ops.def"
#undef OP
};

/* What a law writes, and of which type. */
static const char *const operands[] = {
    [SHAPE_VALUES] = "`values`: numbers, one or more",
    [SHAPE_CONDITIONS] = "`conditions`: truth values, any number",
    [SHAPE_COMPARE] = "`subject`, `value`: two of one type",
    [SHAPE_UNARY] = "`value`: a truth value",
    [SHAPE_ROUNDING] = "`value`: a number; `precision`: decimals, -18 to 18",
    [SHAPE_IF] = "`cases`: each a `when` (truth value) and a `then`; `default`: of the same type as every `then`",
    [SHAPE_IN] = "`subject`; `values`: of its type, or `value`: the name of a list of them",
    [SHAPE_LIST] = "`items`",
    [SHAPE_FOREACH] = "`collection`: a list of values or persons; `as`: its item's name; `filter`, `body`; `combine`: how they make one",
    [SHAPE_AGE] = "`date_of_birth`, `reference_date`: dates",
    [SHAPE_DATE_ADD] = "`date`: a date; `years`, `months`, `weeks`, `days`: numbers, 0 where left out",
    [SHAPE_DATE] = "`year`, `month`, `day`: numbers",
    [SHAPE_WEEKDAY] = "`date`: a date",
    [SHAPE_DATE_DIFF] = "`from`, `to`: dates; `in`: days, months or years",
};

static struct arena boot;

static struct str page_read(void)
{
    struct buf b = buf_open(&boot, 1 << 20);
    FILE *in = fopen(PAGE, "rb");
    assert_non_null(in);
    for (int c; (c = getc(in)) != EOF;)
        buf_char(&b, (char)c);
    fclose(in);
    return buf_str(&b);
}

/* How a page calls its own heading. */
static const char *anchor(const char *rule)
{
    char *out = str_z(&boot, str_of(rule));
    for (char *c = out; *c; c++)
        *c = (char)(*c | 0x20);
    return out;
}

static void test_table(void **s)
{
    (void)s;
    struct str page = page_read();
    ptrdiff_t at = str_find(page, S(TABLE));
    struct buf want = buf_open(&boot, 1 << 20);
    buf_add(&want, str_slice(page, 0, at < 0 ? page.len : at));
    buf_add(&want, S(TABLE));
    for (int i = 0; i < OP_COUNT; i++) {
        const char *takes = operations[i].shape < COUNT(operands) ? operands[operations[i].shape] : NULL;
        if (!takes)
            fail_msg("%s has a shape that docs_test.c does not know; say what it takes", operations[i].name);
        buf_print(&want, "| `%s` | %s | %s | [%s](#%s) | %s |\n", operations[i].name, takes, operations[i].result,
                  operations[i].rule, anchor(operations[i].rule), operations[i].doc);
    }
    if (getenv("HOORT_BLESS")) {
        FILE *out = fopen(PAGE, "wb");
        assert_non_null(out);
        assert_int_equal(fwrite(want.at, 1, (size_t)want.len, out), want.len);
        assert_int_equal(fclose(out), 0);
    } else if (!str_eq(page, buf_str(&want))) {
        fail_msg(PAGE " is not what ops.def says; HOORT_BLESS=1 rewrites it");
    }
}

static void test_rules_are_explained(void **s)
{
    (void)s;
    struct str page = page_read();
    for (int i = 0; i < OP_COUNT; i++)
        if (str_find(page, str_format(&boot, "\n### %s\n", operations[i].rule)) < 0)
            fail_msg(PAGE " does not say what the rule %s means; add it", operations[i].rule);
}

int main(void)
{
    boot = arena_open(LIMIT_ARENA_BOOT);
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_table), cmocka_unit_test(test_rules_are_explained)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
