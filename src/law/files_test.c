/* SPDX-License-Identifier: EUPL-1.2 */
/* files_test.c: files are what their names say, in any order; what fits nowhere is a fault. */
#include "law/law.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

static struct arena boot;

#define LAW "$id: een\nregulatory_layer: WET\npublication_date: '2024-01-01'\nbwb_id: BWBR0000001\nurl: https://example.nl\n" \
    "articles:\n- number: '1'\n  text: t\n  url: https://example.nl\n  machine_readable:\n    execution:\n" \
    "      input: [{name: i, type: boolean, source: {}}]\n      output: [{name: o, type: boolean}]\n" \
    "      actions: [{output: o, value: $i}]\n"
#define SIDECAR "bind:\n- {article: '1', input: i, fact: f}\n"
#define FACTS "facts:\n- {name: f, type: boolean, source: s, ground: g, sensitivity: 1, cost: 1, label: {nl: n, en: e}}\n"

static struct law_set read_files(struct arena *a, struct law_file const *files, int count, struct faults *f)
{
    struct faults missing = faults_open(a);
    *f = faults_open(a);
    return law_files_read(a, files, count, f, &missing);
}

static void assert_fault(const struct faults *f, const char *start)
{
    assert_int_equal(f->count, 1);
    if (!str_starts(f->first->text, str_of(start)))
        fail_msg(STR_FMT, STR_ARG(f->first->text));
}

static void test_any_order(void **s)
{
    (void)s;
    struct law_file files[] = {{S("x/een.bind.yaml"), S(SIDECAR)}, {S("x/een.yaml"), S(LAW)}, {S("facts.yaml"), S(FACTS)}};
    for (int first = 0; first < 3; first++) {
        struct arena tmp = boot;
        struct law_file turned[] = {files[first], files[(first + 1) % 3], files[(first + 2) % 3]};
        struct faults f;
        struct law_set set = read_files(&tmp, turned, 3, &f);
        assert_int_equal(f.count, 0);
        assert_int_equal(set.count, 1);
        assert_int_equal(set.facts.count, 1);
        assert_non_null(set.first->bindings);
    }
}

static void test_what_fits_nowhere(void **s)
{
    (void)s;
    struct arena tmp = boot;
    struct faults f;
    struct law_file orphan[] = {{S("twee.bind.yaml"), S(SIDECAR)}, {S("een.yaml"), S(LAW)}};
    read_files(&tmp, orphan, 2, &f);
    assert_fault(&f, "stands beside no law");
    struct law_file twice[] = {{S("facts.yaml"), S(FACTS)}, {S("x/facts.yaml"), S(FACTS)}};
    read_files(&tmp, twice, 2, &f);
    assert_fault(&f, "a second dictionary");
    struct law_file odd[] = {{S("a"), S(LAW)}, {S("yaml"), S("")}, {S(".yaml"), S("")}, {S("myfacts.yaml"), S(FACTS)}};
    struct law_set set = read_files(&tmp, odd, 4, &f);
    assert_true(f.count > 0 && set.facts.count == 0); /* all of them laws, by their names */
    assert_int_equal(read_files(&tmp, NULL, 0, &f).count, 0);
    assert_int_equal(f.count, 0);
}

int main(void)
{
    boot = arena_open(LIMIT_ARENA_BOOT);
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_any_order), cmocka_unit_test(test_what_fits_nowhere)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
