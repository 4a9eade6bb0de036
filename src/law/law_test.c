/* SPDX-License-Identifier: EUPL-1.2 */
/* law_test.c: what the law reader builds and what it refuses, at unit level: values, order,
 * dates, words. The golden folders and the corpus are in golden_test.c. */
#include "law/law.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

static struct arena boot;

#define HEAD(id, from) \
    "$id: " id "\nregulatory_layer: WET\npublication_date: '2024-01-01'\n" from "bwb_id: BWBR0000001\n" \
    "url: https://example.nl/" id "\n"
#define ARTICLE "  - number: '1'\n    text: Tekst.\n    url: https://example.nl/1\n    machine_readable:\n"

static void assert_str(struct str got, const char *want)
{
    struct arena tmp = boot;
    assert_string_equal(str_z(&tmp, got), want);
}

static void assert_no_faults(struct arena *a, const struct faults *f)
{
    struct buf out = buf_open(a, 1 << 20);
    faults_print(f, &out);
    assert_str(buf_str(&out), "");
}

static struct law *read_clean(struct arena *a, const char *text)
{
    struct faults f = faults_open(a);
    struct law *law = law_read(a, S("test.yaml"), str_of(text), &f);
    assert_no_faults(a, &f);
    assert_non_null(law);
    return law;
}

/* The value of one action, by itself. */
static const struct expr *read_rule(struct arena *a, const char *flow)
{
    struct str text = str_format(a, HEAD("test", "") "articles:\n" ARTICLE
        "      execution:\n        parameters: [{name: a, type: number}, {name: b, type: number}, {name: d, type: date}]\n"
        "        output: [{name: x, type: number}]\n        actions: [{output: x, value: %s}]\n", flow);
    return read_clean(a, str_z(a, text))->articles->actions->value;
}

static void assert_prints(const char *flow, const char *want)
{
    struct arena tmp = boot;
    const struct expr *e = read_rule(&tmp, flow);
    struct buf out = buf_open(&tmp, 4096);
    expr_print(e, &out);
    assert_str(buf_str(&out), want);
}

static void test_operations_are_found_by_name(void **s)
{
    (void)s;
    enum law_op op;
    assert_int_equal(OP_COUNT, 26);
    for (int i = 0; i < OP_COUNT; i++) {
        assert_true(law_op_find(str_of(law_op_name((enum law_op)i)), &op));
        assert_int_equal(op, i);
        assert_true(strlen(law_op_doc(op)) > 0);
    }
    assert_false(law_op_find(S("SWITCH"), &op));
    assert_false(law_op_find(S("add"), &op));
}

static void test_rules_read_as_a_jurist_would(void **s)
{
    (void)s;
    assert_prints("{operation: MAX, values: [0, {operation: SUBTRACT, values: [$a, $b]}]}", "MAX(0, $a - $b)");
    assert_prints("{operation: FOREACH, collection: {operation: LIST, items: [$a, 2]}, as: i, filter: "
                  "{operation: GREATER_THAN, subject: $i, value: 1}, body: $i, combine: ADD}", "sum($i for $i in [$a, 2] if $i > 1)");
    assert_prints("{operation: FOREACH, collection: $a, body: {operation: EQUALS, subject: $item, value: 1}}",
                  "each($item = 1 for $item in $a)");
    assert_prints("{operation: MULTIPLY, values: [{operation: ADD, values: [$a, 1]}, 0.04273]}", "($a + 1) * 0.04273");
    assert_prints("{operation: SUBTRACT, values: [$a, {operation: SUBTRACT, values: [$b, 1]}]}", "$a - ($b - 1)");
    assert_prints("{operation: ROUND, value: $a, precision: -2}", "ROUND($a, -2)");
    assert_prints("{operation: IF, cases: [{when: {operation: EQUALS, subject: $a, value: null}, then: 1}], default: 2}",
                  "(if $a = null then 1, otherwise 2)");
    assert_prints("{operation: AND, conditions: [{operation: OR, conditions: [true, false]}, "
                  "{operation: NOT, value: {operation: GREATER_THAN, subject: $a, value: $b}}]}",
                  "(true or false) and not ($a > $b)");
    assert_prints("{operation: IN, subject: $a, values: [1, 'HUUR']}", "$a in [1, \"HUUR\"]");
    assert_prints("{operation: IN, subject: $a, value: $b}", "$a in $b");
    assert_prints("{operation: IN, subject: $a, value: {operation: LIST, items: [1, 2]}}", "$a in [1, 2]");
    assert_prints("{operation: DATE_ADD, date: $d, years: 18, days: 1}", "DATE_ADD($d, 18 years, 1 days)");
    assert_prints("{operation: DATE_DIFF, from: $d, to: '2025-01-31', in: months}",
                  "DATE_DIFF($d, \"2025-01-31\", months)");
    assert_prints("{operation: AGE, date_of_birth: $d, reference_date: {operation: DATE, year: $referencedate.year, "
                  "month: 1, day: 1}}", "AGE($d, DATE($referencedate.year, 1, 1))");
    assert_prints("{operation: LIST, items: []}", "[]");
}

static void test_operands_stand_in_the_order_of_the_table(void **s)
{
    (void)s;
    struct arena tmp = boot;
    const struct expr *e = read_rule(&tmp, "{operation: IF, cases: [{then: 1, when: $a}, {when: $b, then: 2}]}");
    assert_int_equal(e->count, 5);
    assert_false(e->has_default);
    assert_str(e->first->name, "a");
    assert_int_equal(e->first->next->literal.kind, LITERAL_NUMBER);
    const struct expr *last = e->first->next->next->next->next;
    assert_null(last->next);
    assert_int_equal(last->literal.kind, LITERAL_NULL);

    e = read_rule(&tmp, "{operation: DATE_ADD, date: $d, weeks: 2}");
    assert_int_equal(e->count, 5);
    assert_true(e->first->next->next->next->literal.number.num == 2);
    assert_true(e->first->next->literal.kind == LITERAL_NUMBER && e->first->next->literal.number.num == 0);

    e = read_rule(&tmp, "{operation: DATE_DIFF, to: $d, from: '2025-01-01', in: years}");
    assert_int_equal(e->unit, IN_YEARS);
    assert_int_equal(e->first->kind, EXPR_LITERAL);
}

static void test_quotes_decide_what_a_value_is(void **s)
{
    (void)s;
    struct arena tmp = boot;
    assert_int_equal(read_rule(&tmp, "42")->literal.kind, LITERAL_NUMBER);
    assert_int_equal(read_rule(&tmp, "'42'")->literal.kind, LITERAL_TEXT);
    assert_int_equal(read_rule(&tmp, "true")->literal.kind, LITERAL_BOOL);
    assert_int_equal(read_rule(&tmp, "'true'")->literal.kind, LITERAL_TEXT);
    assert_int_equal(read_rule(&tmp, "null")->literal.kind, LITERAL_NULL);
    assert_int_equal(read_rule(&tmp, "2025-01-31")->literal.kind, LITERAL_TEXT);
    assert_true(read_rule(&tmp, "-12.50")->literal.number.num == -25);
    assert_int_equal(read_rule(&tmp, "'$a'")->kind, EXPR_REFERENCE);
}

static void test_article_holds_what_the_file_says(void **s)
{
    (void)s;
    struct arena tmp = boot;
    const struct law *law = read_clean(&tmp, HEAD("wet", "valid_from: '2025-01-01'\nvalid_to: '2025-12-31'\n")
        "name: '#wet_naam'\narticles:\n" ARTICLE
        "      definitions: {grens: {value: 12.5, type: amount, type_spec: {unit: eurocent}}, soorten: [A, B]}\n"
        "      competent_authority: {name: De dienst}\n"
        "      open_terms: [{id: premie, type: amount, delegation_type: MINISTERIELE_REGELING,\n"
        "                    default: {actions: [{output: premie, value: $grens}]}}]\n"
        "      untranslatables: [{construct: naar redelijkheid, reason: een oordeel, accepted: true}]\n"
        "      hooks: [{hook_point: pre_actions, applies_to: {legal_character: BESCHIKKING}}]\n"
        "      execution:\n"
        "        produces: {legal_character: TOETS}\n"
        "        parameters: [{name: bsn, type: string, required: true}]\n"
        "        input:\n"
        "          - {name: feit, type: amount, source: {}, type_spec: {min: 0, max: 10}}\n"
        "          - {name: ver, type: amount, source: {regulation: andere, parameters: {bsn: $bsn, soort: A}}}\n"
        "          - {name: hier, type: amount, source: {output: som}}\n"
        "        output: [{name: som, type: amount}]\n"
        "        actions:\n"
        "          - {output: som, operation: ADD, values: [$feit, $ver, $premie], legal_basis: {article: '1'}}\n"
        "          - {output: wet_naam, value: Wet op de proef}\n");
    const struct article *one = law->articles;
    assert_str(law->name, "Wet op de proef");
    assert_true(law->has_valid_to && law->valid_to - law->valid_from == 364);
    assert_int_equal(one->definitions->unit, UNIT_EUROCENT);
    assert_int_equal(one->definitions->next->value.count, 2);
    assert_str(one->definitions->next->value.first->next->text, "B");
    assert_str(one->competent_authority, "De dienst");
    assert_true(one->open_terms->required);
    assert_non_null(one->open_terms->defaults);
    assert_true(one->untranslatables->accepted);
    assert_true(one->hooks && !one->hooks->next);
    assert_str(one->hooks->stage, "BESLUIT");
    assert_str(one->legal_character, "TOETS");
    assert_true(one->parameters->required);
    assert_true(one->inputs->external && one->inputs->has_min && one->inputs->has_max);
    const struct field *far = one->inputs->next;
    assert_str(far->source_law, "andere");
    assert_str(far->source_output, "ver");
    assert_int_equal(far->arguments->value->kind, EXPR_REFERENCE);
    assert_int_equal(far->arguments->next->value->literal.kind, LITERAL_TEXT);
    assert_false(far->next->external);
    assert_int_equal(one->actions->value->op, OP_ADD);
    assert_int_equal(one->actions->value->count, 3);
    assert_str(one->actions->basis->article, "1");
}

/* No beginning of a rule is taken for the rule, and none crashes. */
static void test_cut_files_are_refused(void **s)
{
    (void)s;
    static const char text[] = HEAD("wet", "") "articles:\n" ARTICLE
        "      definitions: {grens: 1}\n"
        "      execution: {output: [{name: x, type: number}], actions: [{output: x, operation: ADD, values: [$grens, 2]}]}\n";
    for (size_t len = 0; len + 3 < sizeof text; len++) {
        struct arena tmp = boot;
        struct faults f = faults_open(&tmp);
        struct law *law = law_read(&tmp, S("cut.yaml"), (struct str){text, (ptrdiff_t)len}, &f);
        assert_true(f.count > 0 || !law->articles->actions);
    }
}

static void test_faults_stand_in_the_order_of_the_file(void **s)
{
    (void)s;
    struct arena tmp = boot;
    struct faults f = faults_open(&tmp);
    faults_add(&f, S("earlier.yaml"), 99, 1, "stays first");
    law_read(&tmp, S("x.yaml"), S("url: geen\n$id: 'a b'\nbwb_id: 5\narticles: []\nname: ''\n"), &f);
    assert_int_equal(f.first->line, 99);
    int line = 0;
    for (const struct fault *at = f.first->next; at; at = at->next) {
        assert_true(at->line >= line);
        line = at->line;
    }
    assert_int_equal(line, 5);
    int before = f.count;
    faults_add(&f, S("later.yaml"), 1, 1, "stays last");
    assert_int_equal(f.count, before + 1);
    const struct fault *last = f.first;
    while (last->next)
        last = last->next;
    assert_str(last->text, "stays last");
}

/* ---- sets -------------------------------------------------------------------------------- */
static struct law *plain_law(struct arena *a, const char *id, const char *from, const char *to)
{
    struct str text = str_format(a, "$id: %s\nregulatory_layer: WET\npublication_date: '2020-01-01'\n%s%s%s\n"
        "bwb_id: BWBR0000001\nurl: https://example.nl\narticles:\n" ARTICLE
        "      execution: {output: [{name: recht, type: boolean}, {name: bedrag, type: amount}],"
        " actions: [{output: recht, value: true}, {output: bedrag, value: 100}]}\n",
        id, from, *to ? "\nvalid_to: " : "", to);
    return read_clean(a, str_z(a, text));
}

static struct law_set set_of(struct arena *a, struct law *x, struct law *y, struct law *z)
{
    struct faults f = faults_open(a), missing = faults_open(a);
    x->next = y;
    y->next = z;
    z->next = NULL;
    struct law_set set = law_set_make(a, x, (struct facts){0}, &f, &missing);
    assert_no_faults(a, &f);
    assert_no_faults(a, &missing);
    return set;
}

static int32_t day(const char *iso)
{
    int32_t date;
    assert_true(date_parse(str_of(iso), &date));
    return date;
}

/* What an explanation has no words for is noted once a name, and not once there are words. */
static void test_what_is_unsaid(void **s)
{
    (void)s;
    struct arena tmp = boot;
    struct law *x = read_clean(&tmp, "$id: a\nregulatory_layer: WET\npublication_date: '2020-01-01'\nvalid_from: '2024-01-01'\n"
        "bwb_id: BWBR0000001\nurl: https://example.nl\narticles:\n" ARTICLE
        "      definitions: {grens: 5}\n"
        "      execution:\n"
        "        parameters: [{name: bsn, type: string}, {name: ander, type: string}]\n"
        "        input: [{name: van_de_ander, type: boolean, source: {regulation: b, output: recht, parameters: {bsn: $ander}}}]\n"
        "        output: [{name: recht, type: boolean}, {name: som, type: number}]\n"
        "        actions:\n"
        "          - {output: recht, value: $van_de_ander}\n"
        "          - output: som\n"
        "            value: {operation: FOREACH, collection: {operation: LIST, items: [1, 2]}, as: getal, body: $getal, combine: ADD}\n");
    struct law_set set = {.first = x, .count = 1};
    struct faults f = faults_open(&tmp), told = faults_open(&tmp);
    law_unsaid(&set, &f);
    assert_int_equal(f.count, 6);    /* grens, van_de_ander, recht, its sentences, som, getal */
    law_read_sidecar(&tmp, x, S("a.bind.yaml"), S(
        "labels:\n"
        "  - {name: grens, nl: de grens, en: the limit}\n"
        "  - {name: van_de_ander, nl: het recht van de ander, en: the right of the other}\n"
        "  - {name: recht, nl: recht, en: entitled}\n"
        "  - {name: som, nl: de som, en: the sum}\n"
        "  - {name: getal, nl: een getal, en: a number}\n"
        "sentences:\n"
        "  - article: '1'\n"
        "    output: recht\n"
        "    when_true: {nl: Ja., en: Yes.}\n"
        "    when_false: {nl: Nee., en: No.}\n"), &told);
    assert_no_faults(&tmp, &told);
    law_unsaid(&set, &told);
    assert_int_equal(told.count, 1); /* the sentence for: not known */
    assert_true(str_find(told.first->text, S("'recht'")) >= 0 && str_find(told.first->text, S("unknown")) >= 0);
}

static void test_set_is_the_same_in_any_order(void **s)
{
    (void)s;
    struct arena tmp = boot;
    struct law *x = plain_law(&tmp, "a", "valid_from: '2024-01-01'", ""),
               *y = plain_law(&tmp, "a", "valid_from: '2025-01-01'", ""),
               *z = plain_law(&tmp, "b", "valid_from: '2020-01-01'", "");
    struct law_set one = set_of(&tmp, x, y, z);
    struct law_set other = set_of(&tmp, z, y, x);
    assert_true(hash_eq(one.hash, other.hash));
    assert_true(one.first == x && other.first == x && other.count == 3);
    struct law_set changed = set_of(&tmp, x, y, plain_law(&tmp, "b", "valid_from: '2020-01-02'", ""));
    assert_false(hash_eq(one.hash, changed.hash));
}

static void test_the_version_in_force(void **s)
{
    (void)s;
    struct arena tmp = boot;
    struct law *x = plain_law(&tmp, "a", "valid_from: '2024-01-01'", "'2026-06-30'"),
               *y = plain_law(&tmp, "a", "valid_from: '2025-01-01'", "'2025-12-31'"), *z = plain_law(&tmp, "b", "", "");
    struct law_set set = set_of(&tmp, x, y, z);
    struct str why = {0};
    assert_true(law_in_force(&set, S("a"), day("2024-12-31"), &why, &tmp) == x);
    assert_true(law_in_force(&set, S("a"), day("2025-01-01"), &why, &tmp) == y);
    assert_true(law_in_force(&set, S("a"), day("2025-12-31"), &why, &tmp) == y);
    assert_true(law_in_force(&set, S("b"), day("0001-01-01"), &why, &tmp) == z);
    assert_int_equal(why.len, 0);
    /* The newest ended: no falling back to an older one. */
    assert_null(law_in_force(&set, S("a"), day("2026-01-01"), &why, &tmp));
    assert_str(why, "the law 'a' ended on 2025-12-31; on 2026-01-01 it no longer holds");
    assert_null(law_in_force(&set, S("a"), day("2023-12-31"), &why, &tmp));
    assert_str(why, "the law 'a' as loaded starts on 2024-01-01, after 2023-12-31; add the earlier version");
    assert_null(law_in_force(&set, S("c"), day("2025-01-01"), &why, &tmp));
    assert_str(why, "the law 'c' is not loaded; add its file");
}

static const char sidecar[] =
    "scheme:\n  id: proef\n  name: {nl: proef, en: trial}\n  executor: De dienst\n  entitled: recht\n"
    "  amount: bedrag\n  amount_period: month\n  apply: {nl: Vraag aan., en: Apply., url: 'https://example.nl'}\n"
    "  ceiling:\n    - {rung: 2, from: '2024-01-01', until: '2024-12-31', source: art. 1}\n"
    "    - {rung: 4, from: '2025-06-01', source: art. 2}\n  unverified: [Het bedrag., De ingang.]\n";

static void test_schemes_and_their_ceiling(void **s)
{
    (void)s;
    struct arena tmp = boot;
    struct law *x = plain_law(&tmp, "a", "valid_from: '2024-01-01'", ""),
               *y = plain_law(&tmp, "a", "valid_from: '2026-01-01'", ""), *z = plain_law(&tmp, "b", "", "");
    struct faults f = faults_open(&tmp);
    law_read_sidecar(&tmp, x, S("a.bind.yaml"), str_of(sidecar), &f);
    assert_no_faults(&tmp, &f);
    struct law_set set = set_of(&tmp, x, y, z);
    const struct scheme *scheme = law_scheme(&set, S("proef"), day("2025-01-01"));
    assert_non_null(scheme);
    assert_true(scheme->law == x && scheme->monthly);
    assert_str(scheme->name.en, "trial");
    assert_str(scheme->unverified->next->text, "De ingang.");
    assert_null(law_scheme(&set, S("proef"), day("2026-01-01")));   /* that version has no scheme */
    assert_null(law_scheme(&set, S("proef"), day("2023-01-01")));
    assert_null(law_scheme(&set, S("anders"), day("2025-01-01")));
    assert_int_equal(scheme_ceiling(scheme, day("2024-12-31"))->rung, 2);
    assert_null(scheme_ceiling(scheme, day("2025-01-01")));
    assert_int_equal(scheme_ceiling(scheme, day("2025-06-01"))->rung, 4);
    assert_int_equal(scheme_ceiling(scheme, day("2099-01-01"))->rung, 4);
}

static void test_a_law_with_several_schemes(void **s)
{
    (void)s;
    struct arena tmp = boot;
    struct law *x = plain_law(&tmp, "a", "valid_from: '2024-01-01'", ""), *y = plain_law(&tmp, "b", "", ""),
               *z = plain_law(&tmp, "c", "", "");
#define PROEF(id) "- {id: " id ", name: {nl: n, en: n}, executor: D, entitled: recht, apply: {nl: a, en: a, url: 'https://example.nl'}}\n"
    struct faults f = faults_open(&tmp);
    law_read_sidecar(&tmp, x, S("a.bind.yaml"), S("schemes:\n" PROEF("een") PROEF("twee")), &f);
    assert_no_faults(&tmp, &f);
    struct law_set set = set_of(&tmp, x, y, z);
    assert_true(law_scheme(&set, S("een"), day("2025-01-01")) == x->scheme);
    assert_true(law_scheme(&set, S("twee"), day("2025-01-01")) == x->scheme->next);
    assert_true(x->scheme->next->law == x && !x->scheme->next->next);
    assert_null(law_own_scheme(x, S("drie")));
    assert_null(law_own_scheme(y, S("een")));
    assert_null(law_scheme(&set, S("twee"), day("2023-12-31")));
}

static void test_facts_have_believable_ranges(void **s)
{
    (void)s;
    struct arena tmp = boot;
    struct faults f = faults_open(&tmp);
    static const char text[] =
        "facts:\n- {name: inkomen, type: amount, source: B, ground: G, sensitivity: 3, cost: 2, label: {nl: i, en: i}}\n"
        "- {name: kinderen, type: number, max: 20, source: B, ground: G, sensitivity: 1, cost: 1, label: {nl: k, en: k}}\n"
        "- {name: partner, type: person, source: B, ground: G, sensitivity: 5, cost: 5, label: {nl: p, en: p}}\n";
    struct facts facts = facts_read(&tmp, S("facts.yaml"), str_of(text), &f);
    assert_no_faults(&tmp, &f);
    assert_int_equal(facts.count, 3);
    const struct fact *income = facts_find(&facts, S("inkomen")), *children = facts_find(&facts, S("kinderen"));
    assert_true(income->min == -100000000000 && income->max == 100000000000);
    assert_true(children->min == 0 && children->max == 20 && children->index == 1);
    assert_int_equal(facts_find(&facts, S("partner"))->type, FACT_PERSON);
    assert_null(facts_find(&facts, S("huur")));
}

static void test_a_ceiling_may_wait_for_a_law(void **s)
{
    (void)s;
    struct arena tmp = boot;
    struct faults f = faults_open(&tmp);
    static const char text[] =
        "facts: []\ncoming:\n- {id: wet_x, name: {nl: w, en: l}, state: {nl: s, en: s}, changes: {nl: c, en: c}, source: Kst}\n";
    static const char law_text[] =
        "$id: a\nregulatory_layer: WET\npublication_date: '2024-01-01'\nvalid_from: '2024-01-01'\nbwb_id: BWBR9990002\n"
        "url: https://example.nl\narticles:\n- number: '1'\n  text: Tekst.\n  url: https://example.nl#1\n  machine_readable:\n"
        "    execution: {output: [{name: recht, type: boolean}], actions: [{output: recht, value: true}]}\n";
    static const char bind[] =
        "scheme: {id: z, name: {nl: a, en: b}, executor: d, entitled: recht, apply: {nl: a, en: b, url: 'https://example.nl'},\n"
        " ceiling: [{rung: 7, if: wet_x, source: art. 2}, {rung: 4, from: '2024-01-01', source: art. 1}]}\n";
    struct facts facts = facts_read(&tmp, S("facts.yaml"), str_of(text), &f);
    struct law *law = law_read(&tmp, S("a.yaml"), str_of(law_text), &f);
    law_read_sidecar(&tmp, law, S("a.bind.yaml"), str_of(bind), &f);
    struct law_set set = law_set_make(&tmp, law, facts, &f, &f);
    assert_no_faults(&tmp, &f);
    const struct scheme *z = law_scheme(&set, S("z"), day("2025-01-01"));
    assert_int_equal(scheme_ceiling(z, day("2025-01-01"))->rung, 4);     /* what waits never counts by itself */
    assert_null(scheme_ceiling(z, day("2023-12-31")));
    assert_null(scheme_ceiling(z, INT32_MAX - 1)->next);
    assert_true(str_eq(z->waiting->waits_for, S("wet_x")) && z->waiting->rung == 7 && !z->waiting->next);
    assert_true(str_eq(facts_coming(&set.facts, S("wet_x"))->source, S("Kst")));
    set.facts.coming = NULL;
    (void)law_set_make(&tmp, law, set.facts, &f, &f);                    /* a law that nobody knows */
    assert_int_equal(f.count, 1);
}

static void test_what_a_ground_says(void **s)
{
    (void)s;
    static const struct { const char *text; enum ground ground; } says[] = {
        {"Wet BRP art. 3.8", GROUND_NAMED},
        {"Geen wettelijke grond gevonden; alleen met toestemming.", GROUND_NONE},
        {"Eigen gegevens; hergebruik is een eigen afweging. Voor UWV is geen wettelijke grond gevonden.", GROUND_NONE},
        {"Voor pleegkinderen is geen grond gevonden.", GROUND_NONE},
        {"Awir art. 38a lid 2. Of een gemeente is aangewezen, is niet nagezien.", GROUND_UNCHECKED},
        {"Eigen gegevens; hergebruik is een eigen afweging (AVG art. 6 lid 4).", GROUND_WEIGH}};
    for (int i = 0; i < COUNT(says); i++)
        assert_int_equal(fact_ground(&(struct fact){.ground = str_of(says[i].text)}), says[i].ground);
}

int main(void)
{
    boot = arena_open(LIMIT_ARENA_BOOT);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_operations_are_found_by_name), cmocka_unit_test(test_rules_read_as_a_jurist_would),
        cmocka_unit_test(test_operands_stand_in_the_order_of_the_table),
        cmocka_unit_test(test_quotes_decide_what_a_value_is), cmocka_unit_test(test_article_holds_what_the_file_says),
        cmocka_unit_test(test_cut_files_are_refused), cmocka_unit_test(test_faults_stand_in_the_order_of_the_file),
        cmocka_unit_test(test_what_is_unsaid),
        cmocka_unit_test(test_set_is_the_same_in_any_order), cmocka_unit_test(test_the_version_in_force),
        cmocka_unit_test(test_schemes_and_their_ceiling), cmocka_unit_test(test_a_law_with_several_schemes),
        cmocka_unit_test(test_facts_have_believable_ranges), cmocka_unit_test(test_a_ceiling_may_wait_for_a_law),
        cmocka_unit_test(test_what_a_ground_says),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
