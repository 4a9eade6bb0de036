/* SPDX-License-Identifier: EUPL-1.2 */
/* plan_test.c: from laws to steps: who fills an open term on which date, who is asked about whom,
 * what is refused and with which words, what is folded, and when kernels step aside.
 * The steps' results are checked in eval/ (ops_test.c, random_test.c). INV-10
 */
#include "emit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

static struct arena boot;

/* ---- laws in a few words ---------------------------------------------------------------------------------- */

#define FACT(name, type, more) "- {name: " name ", type: " type more ", source: s, ground: g, sensitivity: 1, cost: 1, " \
    "label: {nl: n, en: e}}\n"
static const char dictionary[] =
    "facts:\n" FACT("inkomen", "amount", ", min: 0, max: 10000000") FACT("groot", "amount", ", min: -100000000000, max: 100000000000")
    FACT("geboren", "date", "") FACT("student", "boolean", "") FACT("aantal", "number", ", min: 0, max: 9") FACT("woning", "text", "")
    FACT("partner", "person", "");

/* A law of one article: `body` is its machine_readable, `binds` its sidecar; NULL = none. */
struct source { const char *file, *id, *layer, *from, *to, *body, *binds; };

#define PERSON "  parameters: [{name: bsn, type: string, required: true}]\n"
#define BIND(input) "- {article: '1', input: " input ", fact: " input "}\n"

static struct str law_yaml(struct arena *a, const struct source *s)
{
    struct buf out = buf_open(a, 1 << 20);
    buf_print(&out, "$id: %s\nregulatory_layer: %s\npublication_date: '2020-01-01'\nvalid_from: '%s'\n", s->id, s->layer, s->from);
    if (s->to)
        buf_print(&out, "valid_to: '%s'\n", s->to);
    buf_add(&out, S("bwb_id: BWBR0000001\nurl: https://example.nl\narticles:\n- number: '1'\n  text: t\n"
                    "  url: https://example.nl\n  machine_readable:\n"));
    struct str rest = str_of(s->body);
    while (rest.len) {
        struct str line = str_until(rest, '\n', &rest);
        buf_add(&out, S("    "));
        buf_add(&out, line);
        buf_char(&out, '\n');
    }
    return buf_str(&out);
}

static struct law_set set_of(struct arena *a, const struct source *sources, int count)
{
    struct faults f = faults_open(a), missing = faults_open(a);
    struct law *list = NULL;
    for (int i = 0; i < count; i++) {
        struct law *law = law_read(a, str_of(sources[i].file), law_yaml(a, &sources[i]), &f);
        if (!law)
            fail_msg(STR_FMT, STR_ARG(f.first->text));
        if (sources[i].binds)
            law_read_sidecar(a, law, S("bind"), str_of(sources[i].binds), &f);
        law->next = list;
        list = law;
    }
    struct facts facts = facts_read(a, S("facts.yaml"), str_of(dictionary), &f);
    struct law_set set = law_set_make(a, list, facts, &f, &missing);
    struct buf out = buf_open(a, 10000);
    faults_print(&f, &out);
    if (f.count)
        fail_msg(STR_FMT, STR_ARG(buf_str(&out)));
    return set;
}

static int32_t day(const char *iso)
{
    int32_t out;
    assert_true(date_parse(str_of(iso), &out));
    return out;
}

static struct plan *plan_on(struct arena *a, const struct law_set *set, const char *law, const char *output, const char *on)
{
    struct plan *p;
    struct err e;
    if (!plan_output(a, set, str_of(law), str_of(output), day(on), &p, &e))
        fail_msg("%s:%d:%d: %s", e.file, e.line, e.column, e.text);
    return p;
}

/* The constant that an output is on a date; in hundredths. */
static int64_t hundredths(struct arena tmp, const struct law_set *set, const char *law, const char *output, const char *on)
{
    const struct plan *p = plan_on(&tmp, set, law, output, on);
    const struct step *s = &p->steps[p->result];
    assert_true(s->kind == STEP_CONSTANT && !s->absent && 100 % s->den == 0);
    return s->value * (100 / s->den);
}

/* Refused at a place, in words that hold all of `says` (parts between '|'). */
static void refused(const struct source *sources, int count, const char *law, const char *output, const char *on,
                    const char *file, int line, const char *says)
{
    struct arena tmp = boot;
    struct law_set set = set_of(&tmp, sources, count);
    struct plan *p;
    struct err e;
    if (plan_output(&tmp, &set, str_of(law), str_of(output), day(on), &p, &e))
        fail_msg("not refused: %s", says);
    assert_int_equal(e.code, ERR_PLAN);
    struct str rest = str_of(says);
    while (rest.len) {
        struct str part = str_until(rest, '|', &rest);
        if (str_find(str_of(e.text), part) < 0)
            fail_msg("'%s' does not say '" STR_FMT "'", e.text, STR_ARG(part));
    }
    if (strcmp(e.file, file) || (line && (e.line != line || e.column < 1)))
        fail_msg("%s:%d:%d, not %s:%d: %s", e.file, e.line, e.column, file, line, e.text);
}

/* ---- delegation and time ---------------------------------------------------------------------------------------- */

#define TERM(more) "open_terms: [{id: bedrag, type: amount" more "}]\n" \
    "execution:\n  output: [{name: uit, type: amount}]\n  actions: [{output: uit, value: $bedrag}]\n"
#define FILLS(value) "implements: [{law: wet, article: '1', open_term: bedrag}]\n" \
    "execution:\n  output: [{name: bedrag, type: amount}]\n  actions: [{output: bedrag, value: " value "}]\n"
#define DEFAULT ", required: false, default: {actions: [{output: bedrag, value: 7}]}"
#define LAW(more) {"wet.yaml", "wet", "WET", "2020-01-01", NULL, TERM(more), NULL}

/* An action may carry the name of the open term that it works with: then the output is the action's. */
static void test_action_named_as_its_term(void **s)
{
    (void)s;
    static const struct source two[] = {
        {"wet.yaml", "wet", "WET", "2020-01-01", NULL,
         "open_terms: [{id: bedrag, type: amount}]\n"
         "execution:\n  output: [{name: bedrag, type: amount}]\n"
         "  actions: [{output: bedrag, operation: MULTIPLY, values: [2, $bedrag]}]\n", NULL},
        {"r25.yaml", "regeling", "MINISTERIELE_REGELING", "2025-01-01", NULL, FILLS("100"), NULL}};
    struct arena tmp = boot;
    struct law_set set = set_of(&tmp, two, 2);
    assert_int_equal(hundredths(tmp, &set, "wet", "bedrag", "2025-12-31"), 20000);
}

static void test_open_term_by_date(void **s)
{
    (void)s;
    static const struct source this_year[] = {
        LAW(DEFAULT), {"r25.yaml", "regeling", "MINISTERIELE_REGELING", "2025-01-01", NULL, FILLS("100"), NULL}};
    static const struct source both[] = {
        LAW(DEFAULT), {"r26.yaml", "regeling", "MINISTERIELE_REGELING", "2026-01-01", NULL, FILLS("200"), NULL},
        {"r25.yaml", "regeling", "MINISTERIELE_REGELING", "2025-01-01", NULL, FILLS("100"), NULL}};
    struct arena tmp = boot;
    struct law_set one = set_of(&tmp, this_year, 2), two = set_of(&tmp, both, 3);
    assert_int_equal(hundredths(tmp, &one, "wet", "uit", "2025-12-31"), 10000);
    assert_int_equal(hundredths(tmp, &two, "wet", "uit", "2025-12-31"), 10000); /* next year's version is loaded */
    assert_int_equal(hundredths(tmp, &two, "wet", "uit", "2026-01-01"), 20000);
    assert_int_equal(hundredths(tmp, &two, "wet", "uit", "2024-12-31"), 700);   /* nothing yet: the law's default */
    struct buf out = buf_open(&tmp, 10000);
    plan_print(plan_on(&tmp, &two, "wet", "uit", "2025-12-31"), &out);
    assert_true(str_find(buf_str(&out), S("reads regeling 2025-01-01")) > 0);
    assert_true(str_find(buf_str(&out), S("2026")) < 0);
}

static void test_who_fills_the_term(void **s)
{
    (void)s;
    static const struct source rank[] = {
        LAW(""), {"a.yaml", "a_beleid", "BELEIDSREGEL", "2026-01-01", NULL, FILLS("1"), NULL},
        {"b.yaml", "b_amvb_oud", "AMVB", "2024-01-01", NULL, FILLS("2"), NULL},
        {"c.yaml", "c_amvb_nieuw", "AMVB", "2025-01-01", NULL, FILLS("3"), NULL},
        {"d.yaml", "d_regeling", "MINISTERIELE_REGELING", "2026-01-01", NULL, FILLS("4"), NULL}};
    struct arena tmp = boot;
    struct law_set set = set_of(&tmp, rank, COUNT(rank));
    assert_int_equal(hundredths(tmp, &set, "wet", "uit", "2026-06-01"), 300); /* higher, then newer */
    assert_int_equal(hundredths(tmp, &set, "wet", "uit", "2024-06-01"), 200);
    /* Two of equal rank do not matter while a higher one settles it, whatever they are called. */
    static const struct source settled[] = {
        LAW(""), {"a.yaml", "a_regeling", "MINISTERIELE_REGELING", "2025-01-01", NULL, FILLS("1"), NULL},
        {"b.yaml", "b_regeling", "MINISTERIELE_REGELING", "2025-01-01", NULL, FILLS("2"), NULL},
        {"z.yaml", "z_amvb", "AMVB", "2024-01-01", NULL, FILLS("3"), NULL}};
    set = set_of(&tmp, settled, COUNT(settled));
    assert_int_equal(hundredths(tmp, &set, "wet", "uit", "2026-06-01"), 300);
    refused(settled, 3, "wet", "uit", "2026-06-01", "b.yaml", 8, "'bedrag' is also filled by a.yaml:8 from the same date|keep one");
}

static void test_terms_without_a_filler(void **s)
{
    (void)s;
    static const struct source alone[] = {LAW("")}, by_default[] = {LAW(DEFAULT)}, optional[] = {LAW(", required: false")};
    struct arena tmp = boot;
    refused(alone, 1, "wet", "uit", "2026-01-01", "wet.yaml", 12, "no regulation in force fills the open term 'bedrag'|add it");
    struct law_set set = set_of(&tmp, by_default, 1);
    assert_int_equal(hundredths(tmp, &set, "wet", "uit", "2026-01-01"), 700);
    set = set_of(&tmp, optional, 1);
    const struct plan *p = plan_on(&tmp, &set, "wet", "uit", "2026-01-01");
    assert_true(p->steps[p->result].absent);
    /* A regulation of another layer than the law asks for does not count: the reader says so, the plan refuses. */
    static const struct source asks[] = {
        LAW(", delegation_type: AMVB"), {"r.yaml", "regeling", "MINISTERIELE_REGELING", "2025-01-01", NULL, FILLS("1"), NULL}};
    struct faults f = faults_open(&tmp), missing = faults_open(&tmp);
    struct law *law = law_read(&tmp, S("wet.yaml"), law_yaml(&tmp, &asks[0]), &f);
    law->next = law_read(&tmp, S("r.yaml"), law_yaml(&tmp, &asks[1]), &f);
    set = law_set_make(&tmp, law, (struct facts){0}, &f, &missing);
    assert_int_equal(f.count, 1);
    struct plan *q;
    struct err e;
    assert_false(plan_output(&tmp, &set, S("wet"), S("uit"), day("2026-01-01"), &q, &e));
    assert_non_null(strstr(e.text, "no regulation in force"));
}

#define SAYS(value) "execution:\n  output: [{name: uit, type: number}]\n  actions: [{output: uit, value: " value "}]\n"

static void test_versions(void **s)
{
    (void)s;
    static const struct source versions[] = {
        {"a.yaml", "wet", "WET", "2024-01-01", NULL, SAYS("1"), NULL},
        {"b.yaml", "wet", "WET", "2025-01-01", "2025-06-30", SAYS("2"), NULL}};
    struct arena tmp = boot;
    struct law_set set = set_of(&tmp, versions, 2);
    assert_int_equal(hundredths(tmp, &set, "wet", "uit", "2024-12-31"), 100);
    assert_int_equal(hundredths(tmp, &set, "wet", "uit", "2025-01-01"), 200);
    assert_int_equal(hundredths(tmp, &set, "wet", "uit", "2025-06-30"), 200);
    refused(versions, 2, "wet", "uit", "2025-07-01", "", 0, "ended on 2025-06-30"); /* the older one does not come back */
    refused(versions, 2, "wet", "uit", "2023-12-31", "", 0, "starts on 2024-01-01|add the earlier version");
    refused(versions, 2, "andere", "uit", "2025-01-01", "", 0, "'andere' is not loaded");
    refused(versions, 2, "wet", "niets", "2025-01-01", "b.yaml", 0, "no article of the law has the output 'niets'");
}

/* ---- people --------------------------------------------------------------------------------------------------------- */

#define IN(name, type) "  - {name: " name ", type: " type ", source: {}}\n"
#define ASK(name, type, source) "  - {name: " name ", type: " type ", source: {" source "}}\n"
#define DO(name, type, value) "  output: [{name: " name ", type: " type "}]\n  actions: [{output: " name ", value: " value "}]\n"

static void test_partner_is_no_circle(void **s)
{
    (void)s;
    static const struct source both[] = {
        {"wet.yaml", "wet", "WET", "2020-01-01", NULL, "execution:\n" PERSON "  input:\n" IN("partner", "string") IN("inkomen", "amount")
         ASK("ander_inkomen", "amount", "regulation: wet, output: eigen, parameters: {bsn: $partner}")
         "  output: [{name: eigen, type: amount}, {name: samen, type: amount}]\n  actions:\n  - {output: eigen, value: $inkomen}\n"
         "  - {output: samen, value: {operation: ADD, values: [$inkomen, $ander_inkomen]}}\n",
         "bind:\n" BIND("partner") BIND("inkomen")}};
    struct arena tmp = boot;
    struct law_set set = set_of(&tmp, both, 1);
    const struct plan *p = plan_on(&tmp, &set, "wet", "samen", "2026-01-01");
    assert_true(p->kernels);
    assert_int_equal(p->path_count, 2);
    assert_int_equal(p->paths[1].parent, 0);
    assert_true(str_eq(p->paths[1].relation->name, S("partner")));
    int own = 0, other = 0;
    for (int i = 0; i < p->fact_count; i++)
        if (str_eq(p->facts[i].fact->name, S("inkomen")))
            *(p->facts[i].path ? &other : &own) += 1;
    assert_int_equal(own, 1);
    assert_int_equal(other, 1);
}

static void test_circles(void **s)
{
    (void)s;
    static const struct source circle[] = {
        {"een.yaml", "een", "WET", "2020-01-01", NULL, "execution:\n" PERSON "  input:\n"
         ASK("b", "number", "regulation: twee, output: b, parameters: {bsn: $bsn}") DO("a", "number", "$b"), NULL},
        {"twee.yaml", "twee", "WET", "2020-01-01", NULL, "execution:\n" PERSON "  input:\n"
         ASK("a_van_een", "number", "regulation: een, output: a, parameters: {bsn: $bsn}") DO("b", "number", "$a_van_een"), NULL}};
    refused(circle, 2, "een", "a", "2026-01-01", "een.yaml", 0,
            "'a' needs itself (twee art. 1 a_van_een <- twee art. 1 b <- een art. 1 b <- een art. 1 a)|break the circle");
    /* About the partner of the partner of the …: not the same person, but too far away. */
    static const struct source far[] = {
        {"wet.yaml", "wet", "WET", "2020-01-01", NULL, "execution:\n" PERSON "  input:\n" IN("partner", "string")
         ASK("verder", "number", "regulation: wet, output: a, parameters: {bsn: $partner}") DO("a", "number", "$verder"),
         "bind:\n" BIND("partner")}};
    refused(far, 1, "wet", "a", "2026-01-01", "wet.yaml", 15, "more than 3 steps from the resident|shorten");
}

static void test_long_chain(void **s)
{
    (void)s;
    struct arena tmp = boot;
    for (int count = LIMIT_REFERENCE_DEPTH; count <= LIMIT_REFERENCE_DEPTH + 1; count++) {
        struct buf out = buf_open(&tmp, 1 << 20);
        buf_add(&out, S("execution:\n  output: [{name: uit, type: number}]\n  actions:\n  - {output: uit, value: $a1}\n"));
        for (int i = 1; i < count; i++)
            buf_print(&out, "  - {output: a%d, value: %s%.0d}\n", i, i + 1 < count ? "$a" : "1", i + 1 < count ? i + 1 : 0);
        struct source long_one = {"wet.yaml", "wet", "WET", "2020-01-01", NULL, str_z(&tmp, buf_str(&out)), NULL};
        struct law_set set = set_of(&tmp, &long_one, 1);
        struct plan *p;
        struct err e;
        bool ok = plan_output(&tmp, &set, S("wet"), S("uit"), day("2026-01-01"), &p, &e);
        assert_int_equal(ok, count == LIMIT_REFERENCE_DEPTH);
        if (!ok)
            assert_non_null(strstr(e.text, "references deep; shorten the chain"));
    }
}

static void test_parameters_that_are_passed(void **s)
{
    (void)s;
#define TWO_PARAMETERS "  parameters: [{name: bsn, type: string, required: true}, {name: jaar, type: number}]\n"
    /* Within a law the parameters of the caller go along; to another law only what is named. */
    static const struct source inside[] = {
        {"wet.yaml", "wet", "WET", "2020-01-01", NULL, "execution:\n" TWO_PARAMETERS "  input:\n"
         ASK("x", "number", "regulation: andere, output: x, parameters: {bsn: $bsn, jaar: $vast}")
         "  output: [{name: uit, type: number}]\n  actions:\n  - {output: vast, value: 5}\n  - {output: uit, value: $x}\n", NULL},
        {"andere.yaml", "andere", "WET", "2020-01-01", NULL, "execution:\n" TWO_PARAMETERS DO("x", "number", "$jaar"), NULL}};
    struct arena tmp = boot;
    struct law_set set = set_of(&tmp, inside, 2);
    assert_int_equal(hundredths(tmp, &set, "wet", "uit", "2026-01-01"), 500);
    static const struct source across[] = {
        {"wet.yaml", "wet", "WET", "2020-01-01", NULL, "execution:\n" PERSON "  input:\n"
         ASK("x", "number", "regulation: andere, output: x, parameters: {bsn: $bsn}") DO("uit", "number", "$x"), NULL},
        {"andere.yaml", "andere", "WET", "2020-01-01", NULL, "execution:\n" TWO_PARAMETERS DO("x", "number", "$jaar"), NULL}};
    refused(across, 2, "wet", "uit", "2026-01-01", "andere.yaml", 15, "parameter 'jaar' was given no value by who asks");
}

static void test_facts_are_about_somebody(void **s)
{
    (void)s;
#define READS "execution:\n" PERSON "  input:\n" IN("inkomen", "amount") DO("x", "amount", "$inkomen")
    static const struct source not_passed[] = {
        {"wet.yaml", "wet", "WET", "2020-01-01", NULL, "execution:\n" PERSON "  input:\n"
         ASK("x", "amount", "regulation: andere, output: x") DO("uit", "amount", "$x"), NULL},
        {"andere.yaml", "andere", "WET", "2020-01-01", NULL, READS, "bind:\n" BIND("inkomen")}};
    refused(not_passed, 2, "wet", "uit", "2026-01-01", "andere.yaml", 15, "reads the fact 'inkomen' about nobody|pass bsn on");
    static const struct source nobody[] = {{"wet.yaml", "wet", "WET", "2020-01-01", NULL,
        "execution:\n  input:\n" IN("inkomen", "amount") DO("x", "amount", "$inkomen"), "bind:\n" BIND("inkomen")}};
    refused(nobody, 1, "wet", "x", "2026-01-01", "wet.yaml", 14, "about nobody");
    static const struct source no_person[] = {
        {"wet.yaml", "wet", "WET", "2020-01-01", NULL, "execution:\n" PERSON "  input:\n" IN("partner", "string") IN("student", "boolean")
         ASK("x", "amount", "regulation: andere, output: x, parameters: {bsn: $iemand}")
         "  output: [{name: uit, type: amount}]\n  actions:\n  - {output: iemand, value: {operation: IF, cases: "
         "[{when: $student, then: $partner}], default: $bsn}}\n  - {output: uit, value: $x}\n", "bind:\n" BIND("partner") BIND("student")},
        {"andere.yaml", "andere", "WET", "2020-01-01", NULL, READS, "bind:\n" BIND("inkomen")}};
    refused(no_person, 2, "wet", "uit", "2026-01-01", "wet.yaml", 0, "'bsn' stands for a person and is given something else");
}

/* ---- refusals ---------------------------------------------------------------------------------------------------------- */

static void test_what_is_missing(void **s)
{
    (void)s;
    static const struct source law[] = {{"wet.yaml", "wet", "WET", "2020-01-01", NULL, "execution:\n" PERSON "  input:\n"
        ASK("x", "number", "regulation: elders, output: x, parameters: {bsn: $bsn}") DO("uit", "number", "$x"), NULL},
        {"elders.yaml", "elders", "WET", "2020-01-01", NULL, SAYS("1"), NULL}};
    refused(law, 1, "wet", "uit", "2026-01-01", "wet.yaml", 15, "input 'x': the law 'elders' is not loaded|add its file");
    refused(law, 2, "wet", "uit", "2026-01-01", "wet.yaml", 15, "no article of 'elders'|has an output 'x'|mend the name");
    static const struct source unbound[] = {{"wet.yaml", "wet", "WET", "2020-01-01", NULL, "execution:\n" PERSON "  input:\n"
        IN("inkomen", "amount") DO("uit", "amount", "$inkomen"), NULL}};
    refused(unbound, 1, "wet", "uit", "2026-01-01", "wet.yaml", 15, "no fact is bound to it|bind it in the sidecar");
}

#define TYPED(expression) {{"wet.yaml", "wet", "WET", "2020-01-01", NULL, "execution:\n" PERSON "  input:\n" IN("student", "boolean") \
    IN("inkomen", "amount") IN("woning", "string") IN("geboren", "date") "  output: [{name: uit, type: number}]\n" \
    "  actions: [{output: uit, value: " expression "}]\n", \
    "bind:\n" BIND("student") BIND("inkomen") BIND("woning") BIND("geboren")}}

static void test_types(void **s)
{
    (void)s;
    static const struct { struct source law[1]; const char *says; } cases[] = {
        {TYPED("$student"), "this is a truth value where a number is needed; mend the rule"},
        {TYPED("{operation: ADD, values: [$inkomen, $student]}"), "a truth value where a number"},
        {TYPED("{operation: ADD, values: [$woning]}"), "a text where a number"},
        {TYPED("{operation: AND, conditions: [$inkomen]}"), "a number where a truth value"},
        {TYPED("{operation: EQUALS, subject: $woning, value: 3}"), "where a "},
        {TYPED("{operation: LESS_THAN, subject: $woning, value: koop}"), "a text cannot be more or less; use EQUALS"},
        {TYPED("{operation: LESS_THAN, subject: $student, value: true}"), "a truth value cannot be more or less"},
        {TYPED("{operation: AGE, date_of_birth: $inkomen, reference_date: $geboren}"), "a number where a date"},
        {TYPED("{operation: IF, cases: [{when: $student, then: 1}], default: koop}"), "where a "},
        {TYPED("{operation: IF, cases: [{when: $inkomen, then: 1}], default: 2}"), "a number where a truth value"},
        {TYPED("{operation: LIST, items: [1, 2]}"), "this is a list where a number"},
        {TYPED("{operation: EQUALS, subject: $inkomen, value: {operation: LIST, items: [1]}}"), "a list where a number"},
        {TYPED("{operation: IF, cases: [{when: $student, then: {operation: LIST, items: [1]}}], default: 2}"), "a list where"},
        {TYPED("{operation: IN, subject: $inkomen, values: [koop]}"), "where a "},
    };
    for (int i = 0; i < COUNT(cases); i++)
        refused(cases[i].law, 1, "wet", "uit", "2026-01-01", "wet.yaml", 20, cases[i].says);
}

static void test_what_plans_cannot_follow(void **s)
{
    (void)s;
    static const struct source open[] = {{"wet.yaml", "wet", "WET", "2020-01-01", NULL,
        SAYS("1") "untranslatables: [{construct: naar redelijkheid, reason: open norm, accepted: false}]\n", NULL}};
    static const struct source accepted[] = {{"wet.yaml", "wet", "WET", "2020-01-01", NULL,
        SAYS("1") "untranslatables: [{construct: naar redelijkheid, reason: open norm, accepted: true}]\n", NULL}};
    refused(open, 1, "wet", "uit", "2026-01-01", "wet.yaml", 15,
            "untranslatable and not accepted: naar redelijkheid|have a person accept it");
    struct arena tmp = boot;
    struct law_set set = set_of(&tmp, accepted, 1);
    assert_int_equal(hundredths(tmp, &set, "wet", "uit", "2026-01-01"), 100);
}

#define SCHEME "scheme: {id: regeling, name: {nl: r, en: r}, executor: x, entitled: recht, amount: bedrag, amount_period: year, " \
    "apply: {nl: a, en: a, url: 'https://example.nl'}}\n"
#define SCHEME_LAW(amount) {{"wet.yaml", "wet", "WET", "2020-01-01", NULL, "execution:\n" PERSON "  input:\n" IN("inkomen", "amount") \
    IN("groot", "amount") "  output: [{name: recht, type: boolean}, {name: bedrag, type: amount}]\n" \
    "  actions:\n  - {output: recht, value: true}\n" \
    "  - {output: bedrag, value: " amount "}\n", "bind:\n" BIND("inkomen") BIND("groot") SCHEME}}

static void test_whole_cents(void **s) /* INV-10 */
{
    (void)s;
    static const struct source parts[] = SCHEME_LAW("{operation: MULTIPLY, values: [$inkomen, 0.5]}");
    static const struct source fixed[] = SCHEME_LAW("12.5");
    static const struct source rounded[] =
        SCHEME_LAW("{operation: ROUND, precision: 0, value: {operation: MULTIPLY, values: [$inkomen, 0.5]}}");
    static const struct source huge[] = SCHEME_LAW("{operation: MULTIPLY, values: [$groot, 10000]}");
    static const struct source *const wrong[] = {parts, fixed};
    struct arena tmp = boot;
    struct plan *p;
    struct err e;
    for (int i = 0; i < COUNT(wrong); i++) {
        struct law_set set = set_of(&tmp, wrong[i], 1);
        assert_false(plan_make(&tmp, &set, S("regeling"), day("2026-01-01"), &p, &e));
        assert_non_null(strstr(e.text, "'bedrag' can have parts of a cent; the law must say how it is rounded"));
        assert_string_equal(e.file, "wet.yaml");
    }
    struct law_set set = set_of(&tmp, rounded, 1);
    assert_true(plan_make(&tmp, &set, S("regeling"), day("2026-01-01"), &p, &e));
    assert_true(p->kernels && p->steps[p->amount].den == 1);
    set = set_of(&tmp, huge, 1); /* beyond LIMIT_CENTS is a fault of the row, which the reference tells */
    assert_true(plan_make(&tmp, &set, S("regeling"), day("2026-01-01"), &p, &e));
    assert_false(p->kernels);
    assert_false(plan_make(&tmp, &set, S("andere"), day("2026-01-01"), &p, &e));
    assert_non_null(strstr(e.text, "no scheme 'andere' is in force on 2026-01-01"));
}

/* ---- ranges --------------------------------------------------------------------------------------------------------------- */

#define COUNTED(expression) {{"wet.yaml", "wet", "WET", "2020-01-01", NULL, "execution:\n" PERSON "  input:\n" IN("groot", "amount") \
    IN("aantal", "number") IN("woning", "string") IN("geboren", "date") DO("uit", "number", expression), \
    "bind:\n" BIND("groot") BIND("aantal") BIND("woning") BIND("geboren")}}
#define MUL(values) "{operation: MULTIPLY, values: [" values "]}"

static void test_when_kernels_step_aside(void **s)
{
    (void)s;
    static const struct { struct source law[1]; const char *why; } cases[] = {
        {COUNTED(MUL("$groot, 46116860")), NULL},                       /* 1e11 * 46116860 < 2^62 */
        {COUNTED(MUL("$groot, 46116861")), "beyond what 64 bits hold exactly"},
        {COUNTED(MUL("$groot, $groot")), "beyond what 64 bits hold exactly"},
        {COUNTED(MUL("$aantal, $aantal, $aantal, 0.00001")), NULL},
        {COUNTED(MUL("$aantal, 0.00001, 0.00001, 0.00001")), "beyond what 64 bits hold exactly"},
        {COUNTED("{operation: ADD, values: [0.000000000001, {operation: DIVIDE, values: [1, 999999999989]}]}"), ""},
        {COUNTED("{operation: ROUND, precision: -18, value: {operation: MULTIPLY, values: [$aantal, 0.01]}}"), "64 bits"},
        {COUNTED("{operation: DIVIDE, values: [$groot, $aantal]}"), "division by something that differs"},
        {COUNTED("{operation: DIVIDE, values: [$groot, 0]}"), "a division by zero"},
        {COUNTED("{operation: DIVIDE, values: [$groot, 12]}"), NULL},
        {COUNTED("{operation: ADD, values: [123456789012345678901234567, $aantal]}"), "too many digits"},
        {COUNTED("{operation: DAY_OF_WEEK, date: {operation: DATE_ADD, date: $geboren, years: 9000}}"), "leave the calendar"},
        {COUNTED("{operation: IF, cases: [{when: {operation: LESS_THAN, subject: {operation: DATE_ADD, date: {operation: IF, cases: "
                 "[{when: {operation: EQUALS, subject: $aantal, value: 1}, then: '2000-01-01'}], default: '2010-01-01'}, years: -1900}, "
                 "value: '0105-01-01'}, then: 1}], default: 2}"), NULL},  /* a range of its own, not that of facts */
    };
    for (int i = 0; i < COUNT(cases); i++) {
        struct arena tmp = boot;
        struct law_set set = set_of(&tmp, cases[i].law, 1);
        const struct plan *p = plan_on(&tmp, &set, "wet", "uit", "2026-01-01");
        if (p->kernels != !cases[i].why || (cases[i].why && str_find(p->why, str_of(cases[i].why)) < 0))
            fail_msg("case %d: kernels %d, " STR_FMT, i, p->kernels, STR_ARG(p->why));
    }
}

static void test_a_plan_that_is_full(void **s)
{
    (void)s;
    struct arena tmp = boot;
    struct buf out = buf_open(&tmp, 4 << 20);
    buf_add(&out, S("execution:\n" PERSON "  input:\n" IN("aantal", "number") "  output: [{name: uit, type: boolean}]\n"
                    "  actions:\n  - output: uit\n    value: {operation: OR, conditions: [false"));
    for (int i = 0; i < LIMIT_PLAN_STEPS / 3 + 100; i++)
        buf_print(&out, "%s, {operation: LESS_THAN, subject: %d, value: $aantal}",
                  i % 900 ? "" : i ? "]}, {operation: OR, conditions: [false" : ", {operation: OR, conditions: [false", i);
    buf_add(&out, S("]}"));
    buf_add(&out, S("]}\n"));
    struct source law = {"wet.yaml", "wet", "WET", "2020-01-01", NULL, str_z(&tmp, buf_str(&out)), "bind:\n" BIND("aantal")};
    struct law_set set = set_of(&tmp, &law, 1);
    const struct plan *p = plan_on(&tmp, &set, "wet", "uit", "2026-01-01");
    assert_false(p->kernels);
    assert_true(str_eq(p->why, S("more steps than a plan may have")));
    assert_int_equal(p->step_count, LIMIT_PLAN_STEPS);
}

/* ---- constants are folded as rationals ----------------------------------------------------------------------------------- */

static bool extreme(struct rational a, struct rational b, bool largest, struct rational *out)
{
    int order;
    if (!rational_compare(a, b, &order))
        return false;
    *out = (order > 0) == largest ? a : b;
    return true;
}

static bool wanted(int op, struct rational a, struct rational b, struct rational *out)
{
    switch (op) {
    case 0: return rational_add(a, b, out);
    case 1: return rational_subtract(a, b, out);
    case 2: return rational_multiply(a, b, out);
    case 3: return rational_divide(a, b, out);
    case 4: return extreme(a, b, false, out);
    case 5: return extreme(a, b, true, out);
    case 6: return rational_round(a, 2, ROUND_HALF_AWAY, out);
    case 7: return rational_round(a, -1, ROUND_UP, out);
    default: return rational_round(a, 0, ROUND_DOWN, out);
    }
}

static int folded(struct emitter *m, int op, int a, int b)
{
    switch (op) {
    case 0: return emit_add(m, a, b);
    case 1: return emit_subtract(m, a, b);
    case 2: return emit_multiply(m, a, b);
    case 3: return emit_divide(m, a, b);
    case 4: return emit_extreme(m, false, a, b);
    case 5: return emit_extreme(m, true, a, b);
    case 6: return emit_round(m, a, 2, ROUND_HALF_AWAY);
    case 7: return emit_round(m, a, -1, ROUND_UP);
    default: return emit_round(m, a, 0, ROUND_DOWN);
    }
}

static void test_folding(void **s)
{
    (void)s;
    struct dice d = dice_open(1, 1);
    int kept = 0;
    for (int i = 0; i < 9 * 2000; i++) {
        struct arena tmp = boot;
        struct plan plan = {0};
        struct emitter m = emitter_open(&tmp, &plan);
        struct rational a, b, want, got;
        static const int64_t dens[] = {1, 2, 3, 10, 100, 99999, 100000};
        assert_true(rational_make(dice_below(&d, 2000001) - 1000000, dens[dice_below(&d, COUNT(dens))], &a));
        assert_true(rational_make(dice_below(&d, 2001) - 1000, dens[dice_below(&d, COUNT(dens))], &b));
        int reg = folded(&m, i % 9, emit_number(&m, a), emit_number(&m, b));
        bool ok = wanted(i % 9, a, b, &want);
        assert_true(ok || !plan.kernels); /* division by zero */
        if (!plan.kernels)
            continue;
        kept++;
        const struct step *step = &plan.steps[reg];
        assert_int_equal(step->kind, STEP_CONSTANT);
        assert_true(step->low == step->value && step->high == step->value);
        assert_true(rational_make(step->value, step->den, &got));
        assert_true(got.num == want.num && got.den == want.den);
    }
    assert_true(kept > 9 * 1900);
}

/* ---- in words --------------------------------------------------------------------------------------------------------------- */

static void test_print(void **s)
{
    (void)s;
    static const struct source law[] = {{"wet.yaml", "wet", "WET", "2020-01-01", NULL, "execution:\n" PERSON "  input:\n"
        IN("inkomen", "amount") IN("student", "boolean") "  output: [{name: uit, type: amount}]\n  actions:\n  - output: uit\n"
        "    value: {operation: IF, cases: [{when: $student, then: {operation: ROUND, precision: 0, value: "
        "{operation: MULTIPLY, values: [$inkomen, 0.25]}}}]}\n", "bind:\n" BIND("inkomen") BIND("student")}};
    static const char want[] =
        "uit on 2026-01-01: 8 steps, 2 facts\n"
        "  reads wet 2020-01-01\n"
        "   0  constant      0\n"
        "   1  fact          student of person 0\n"
        "   2  fact          inkomen of person 0   in 1/1, 0 to 10000000\n"
        "   3  constant      1   in 1/4, 1 to 1\n"
        "   4  multiply      r2 r3   in 1/4, 0 to 10000000\n"
        "   5  round         r4 by 4   in 1/1, -1 to 2500001\n"
        "   6  constant      none   in 1/1, 0 to 0\n"
        "   7  select        r1 r5 r6   in 1/1, -1 to 2500001\n"
        "result r7\n";
    struct arena tmp = boot;
    struct law_set set = set_of(&tmp, law, 1);
    struct buf out = buf_open(&tmp, 10000);
    plan_print(plan_on(&tmp, &set, "wet", "uit", "2026-01-01"), &out);
    buf_char(&out, 0);
    assert_string_equal(out.at, want);
}

/* A case's own fact goes before the sidecar's, and its parameters are constants or facts of the resident;
 * an input that a law answers is not asked of the case. */
static void test_a_case(void **s)
{
    (void)s;
    static const struct source law[] = {{"wet.yaml", "wet", "WET", "2020-01-01", NULL,
        "execution:\n  parameters: [{name: bsn, type: string, required: true}, {name: p, type: number, required: true},\n"
        "    {name: q, type: number, required: true}]\n  input:\n" IN("inkomen", "amount")
        "  - {name: zelf, type: amount, source: {output: zelf}}\n  output: [{name: uit, type: amount}, {name: zelf, type: amount}]\n"
        "  actions: [{output: uit, value: {operation: ADD, values: [$p, $q, $inkomen, $zelf]}}, {output: zelf, value: 7}]\n",
        "bind:\n" BIND("inkomen")}};
    struct arena tmp = boot;
    struct law_set set = set_of(&tmp, law, 1);
    struct fact own = {.name = S("own"), .type = FACT_AMOUNT, .max = 100}, of_p = {.name = S("p"), .type = FACT_NUMBER, .max = 9};
    struct given_input derived = {set.first, S("1"), S("zelf"), S(""), &own, NULL};
    struct given_input given_input = {set.first, S("1"), S("inkomen"), S(""), &own, &derived};
    struct given_parameter q = {.name = S("q"), .constant = {.kind = LITERAL_NUMBER, .number = rational_of(5)}},
                           p = {.name = S("p"), .fact = &of_p, .next = &q};
    struct given given = {&p, &given_input, true};
    struct plan *plan;
    struct err e;
    assert_true(plan_case(&tmp, &set, S("wet"), S("uit"), day("2026-01-01"), &given, &plan, &e));
    assert_int_equal(plan->fact_count, 2);
    assert_true(plan->facts[0].fact == &of_p && plan->facts[1].fact == &own);
    assert_int_equal(plan->steps[plan->result].low, 12); /* 5 and 7 are constants, whatever was given for the 7 */
    assert_int_equal(plan->steps[plan->result].high, 12 + 9 + 100);
    given.parameters = &q;
    assert_false(plan_case(&tmp, &set, S("wet"), S("uit"), day("2026-01-01"), &given, &plan, &e));
    assert_true(str_find(str_of(e.text), S("parameter 'p' was given no value")) >= 0);
    given.parameters = &p;
    given.about_somebody = false;
    assert_false(plan_case(&tmp, &set, S("wet"), S("uit"), day("2026-01-01"), &given, &plan, &e));
    assert_true(str_find(str_of(e.text), S("about nobody")) >= 0);
}

int main(void)
{
    boot = arena_open(LIMIT_ARENA_BOOT);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_action_named_as_its_term),
        cmocka_unit_test(test_open_term_by_date), cmocka_unit_test(test_who_fills_the_term),
        cmocka_unit_test(test_terms_without_a_filler), cmocka_unit_test(test_versions),
        cmocka_unit_test(test_partner_is_no_circle), cmocka_unit_test(test_circles), cmocka_unit_test(test_long_chain),
        cmocka_unit_test(test_parameters_that_are_passed), cmocka_unit_test(test_facts_are_about_somebody),
        cmocka_unit_test(test_what_is_missing), cmocka_unit_test(test_types),
        cmocka_unit_test(test_what_plans_cannot_follow), cmocka_unit_test(test_whole_cents),
        cmocka_unit_test(test_when_kernels_step_aside), cmocka_unit_test(test_a_plan_that_is_full),
        cmocka_unit_test(test_folding), cmocka_unit_test(test_print), cmocka_unit_test(test_a_case),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
