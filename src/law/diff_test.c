/* SPDX-License-Identifier: EUPL-1.2 */
/* diff_test.c: what changed between two versions: measures, edits of a text, both directions. How it
 * reads as a whole is held in tests/cli/law-diff-every-part.
 */
#include "law/diff.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <cmocka.h>

static struct arena boot;

static const struct law *law_of(const char *definitions, const char *text)
{
    struct faults faults = faults_open(&boot);
    struct str yaml = str_format(&boot,
        "$schema: https://raw.githubusercontent.com/MinBZK/regelrecht/refs/tags/schema-v0.5.6/schema/v0.5.6/schema.json\n"
        "$id: proefwet\nregulatory_layer: WET\npublication_date: '2024-11-01'\nvalid_from: '2025-01-01'\nbwb_id: BWBR9990001\n"
        "url: https://example.nl/proef\nname: Proefwet\narticles:\n  - number: '1'\n    url: https://example.nl/proef#1\n"
        "    text: %s\n    machine_readable:\n      definitions:\n        norm: %s\n      execution:\n"
        "        output: [{name: uit, type: boolean}]\n        actions: [{output: uit, value: true}]\n", text, definitions);
    struct law *law = law_read(&boot, S("proef.yaml"), yaml, &faults);
    if (faults.count)
        fail_msg(STR_FMT, STR_ARG(faults.first->text));
    return law;
}

static const struct law_change *only(const char *old, const char *now)
{
    struct law_diff d = law_diff(&boot, law_of(old, "Een tekst."), law_of(now, "Een tekst."));
    assert_int_equal(d.count, 1);
    assert_int_equal(d.first->part, CHANGED_DEFINITION);
    return d.first;
}

static void measured(const char *old, const char *now, const char *difference, const char *percent)
{
    const struct law_change *c = only(old, now);
    struct rational by, part;
    bool in_percent;
    assert_true(change_measure(c, &by, &part, &in_percent));
    assert_true(str_eq(rational_print(&boot, by), str_of(difference)));
    assert_int_equal(in_percent, percent[0] != 0);
    if (in_percent && !str_eq(rational_print(&boot, part), str_of(percent)))
        fail_msg(STR_FMT " per cent, not %s", STR_ARG(rational_print(&boot, part)), percent);
}

static void test_measures(void **s)
{
    (void)s;
    measured("{value: 200, type: amount, type_spec: {unit: eurocent}}",
             "{value: 213, type: amount, type_spec: {unit: eurocent}}", "13", "6.5");
    measured("{value: 3, type: number}", "{value: 4, type: number}", "1", "33.33");
    measured("{value: 3, type: number}", "{value: 1, type: number}", "-2", "-66.67");
    measured("{value: -20, type: number}", "{value: -12.5, type: number}", "7.5", "37.5");
    measured("{value: 0, type: number}", "{value: 7, type: number}", "7", "");
    measured("{value: 0.04273, type: number, type_spec: {unit: ratio}}",
             "{value: 0, type: number, type_spec: {unit: ratio}}", "-0.04273", "-100");
    measured("{value: 999999999999999999, type: number}", "{value: 1, type: number}", "-999999999999999998", "-100");
}

/* Two units, or no numbers: nothing to subtract, and yet a change. */
static void test_no_measure(void **s)
{
    (void)s;
    static const char *const pairs[][2] = {
        {"{value: 12, type: amount, type_spec: {unit: euro}}", "{value: 1200, type: amount, type_spec: {unit: eurocent}}"},
        {"{value: 12, type: number}", "twaalf"}, {"[A, B]", "[A]"}, {"true", "false"}};
    for (int i = 0; i < COUNT(pairs); i++) {
        struct rational by, part;
        bool in_percent;
        assert_false(change_measure(only(pairs[i][0], pairs[i][1]), &by, &part, &in_percent));
        assert_false(in_percent);
    }
}

static void says(const char *definition, const char *nl, const char *en)
{
    const struct definition *d = law_of(definition, "Een tekst.")->articles->definitions;
    struct str in_nl = definition_words(&boot, d, false), in_en = definition_words(&boot, d, true);
    if (!str_eq(in_nl, str_of(nl)) || !str_eq(in_en, str_of(en)))
        fail_msg(STR_FMT " and " STR_FMT ", not %s and %s", STR_ARG(in_nl), STR_ARG(in_en), nl, en);
}

static void test_values_with_units(void **s)
{
    (void)s;
    says("{value: 14189600, type: amount, type_spec: {unit: eurocent}}", "€\u00a0141.896", "€141,896");
    says("{value: -1050, type: amount, type_spec: {unit: eurocent}}", "-€\u00a010,50", "-€10.50");
    says("{value: 12.5, type: amount, type_spec: {unit: eurocent}}", "€\u00a00,125", "€0.125");
    says("{value: 1200.5, type: amount, type_spec: {unit: euro}}", "€\u00a01.200,50", "€1,200.50");
    says("{value: 0.01896, type: number, type_spec: {unit: ratio}}", "1,896\u00a0%", "1.896%");
    says("{value: 108, type: number, type_spec: {unit: percentage}}", "108\u00a0%", "108%");
    says("{value: 18, type: number, type_spec: {unit: years}}", "18 jaar", "18 years");
    says("{value: 1234567, type: number}", "1.234.567", "1,234,567");
    says("proef", "\"proef\"", "\"proef\"");
}

/* What went and came, with the words between; an equal text has no edit. */
static void edited(const char *before, const char *after, const char *want)
{
    struct buf b = buf_open(&boot, 1 << 16);
    for (const struct text_edit *x = text_edits(&boot, str_of(before), str_of(after)); x; x = x->next)
        buf_print(&b, "(" STR_FMT ">" STR_FMT ")", STR_ARG(x->gone), STR_ARG(x->came));
    if (!str_eq(buf_str(&b), str_of(want)))
        fail_msg(STR_FMT ", not %s", STR_ARG(buf_str(&b)), want);
}

static void test_edits(void **s)
{
    (void)s;
    edited("a b c", "a b c", "");
    edited("a  b\nc", "a b c\n", "");
    edited("a b c", "a x c", "(b>x)");
    edited("", "a b", "(>a b)");
    edited("a b", "", "(a b>)");
    edited("a b c d e f g h", "a x c d e f y h", "(b>x)(g>y)");
    edited("a b c d e f", "a x c d y f", "(b c d e>x c d y)"); /* two equal words between: one edit */
    edited("1 2 3 4 5 6", "4 5 6 1 2 3", "(1 2 3>)(>1 2 3)");
    edited("é € ë", "é £ ë", "(€>£)");
}

/* Longer than the table may be: all that is not the same at both ends is other, at once. */
static void test_long_texts(void **s)
{
    (void)s;
    struct buf old = buf_open(&boot, 1 << 20), now = buf_open(&boot, 1 << 20);
    for (int i = 0; i < 5000; i++) {
        buf_print(&old, "a%d ", i);
        buf_print(&now, "%s%d ", i && i < 4999 ? "b" : "a", i);
    }
    const struct text_edit *x = text_edits(&boot, buf_str(&old), buf_str(&now));
    assert_non_null(x);
    assert_null(x->next);
    assert_true(str_starts(x->gone, S("a1 a2 ")) && str_ends(x->gone, S(" a4998")));
    assert_true(str_starts(x->came, S("b1 b2 ")) && str_ends(x->came, S(" b4998")));
    assert_true(str_eq(x->lead, S("a0")) && str_eq(x->tail, S("a4999")) && x->opens && x->closes);
}

/* Backwards, what came is gone, and as many changed; with itself, nothing did. */
static void test_both_ways(void **s)
{
    (void)s;
    const struct law *old = law_of("{value: 1, type: number}", "Een tekst.");
    const struct law *now = law_of("{value: 2, type: number}\n        erbij: {value: 3, type: number}", "Een andere tekst.");
    struct law_diff there = law_diff(&boot, old, now), back = law_diff(&boot, now, old);
    assert_int_equal(law_diff(&boot, now, now).count, 0);
    assert_int_equal(there.count, 3);
    assert_int_equal(back.count, 3);
    int fresh = 0, gone = 0;
    for (const struct law_change *c = there.first; c; c = c->next)
        fresh += c->kind == CHANGE_NEW;
    for (const struct law_change *c = back.first; c; c = c->next)
        gone += c->kind == CHANGE_GONE;
    assert_int_equal(fresh, 1);
    assert_int_equal(gone, 1);
}

int main(void)
{
    boot = arena_open(LIMIT_ARENA_BOOT);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_measures),   cmocka_unit_test(test_no_measure), cmocka_unit_test(test_values_with_units),
        cmocka_unit_test(test_edits),      cmocka_unit_test(test_long_texts), cmocka_unit_test(test_both_ways)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
