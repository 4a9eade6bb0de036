/* SPDX-License-Identifier: EUPL-1.2 */
/* react_test.c: hooks and overrides: what follows on a decision, what a special law puts in the place
 * of a general one, on which date, about whom, and what is refused. Kernels and reference. INV-9
 */
#include "laws_test.h"

static struct arena boot;

static const char dictionary[] =
    "facts:\n- {name: loon, type: amount, min: 0, max: 100000" FACT_TAIL "- {name: partner, type: person" FACT_TAIL;

#define HEAD(id, layer, from) "$id: " id "\nregulatory_layer: " layer "\npublication_date: '2020-01-01'\nvalid_from: '" from "'\n" \
    "bwb_id: BWBR0000001\nurl: https://example.nl\n"
#define ARTICLE(number) "  - number: '" number "'\n    text: t\n    url: https://example.nl\n    machine_readable:\n"
#define HOOK(point, filter) "      hooks: [{hook_point: " point ", applies_to: {legal_character: BESCHIKKING" filter "}}]\n"
#define SAYS(output, value) "      execution:\n        actions: [{output: " output ", value: " value "}]\n"

/* The law that decides: on a wage, about a person. */
#define DECIDES(id) HEAD(id, "WET", "2020-01-01") "articles:\n" ARTICLE("1") \
    "      execution:\n        produces: {legal_character: BESCHIKKING, decision_type: TOEKENNING}\n" \
    "        parameters: [{name: bsn, type: string}, {name: reden_nodig, type: boolean}]\n        input:\n" \
    "          - {name: loon, type: amount, source: {}}\n          - {name: partner_bsn, type: string, source: {}}\n" \
    "        output: [{name: bedrag, type: amount}, {name: met_reden, type: boolean}]\n        actions:\n" \
    "          - {output: bedrag, value: {operation: MULTIPLY, values: [$loon, 2]}}\n" \
    "          - {output: met_reden, value: $reden_nodig}\n"
#define BIND_WAGE "bind: [{article: '1', input: loon, fact: loon}]"
#define BIND "bind:\n- {article: '1', input: loon, fact: loon}\n- {article: '1', input: partner_bsn, fact: partner}\n"

/* The general law: a reason before, a term after, a notice at another stage, costs from what was decided. */
#define GENERAL HEAD("algemeen", "WET", "2020-01-01") "articles:\n" \
    ARTICLE("3:46") HOOK("pre_actions", "") SAYS("reden_nodig", "true") \
    ARTICLE("6:7") HOOK("post_actions", ", stage: BESLUIT") SAYS("termijn_weken", "6") \
    ARTICLE("6:8") HOOK("post_actions", ", stage: BEKENDMAKING") SAYS("begin", "'2025-01-01'") \
    ARTICLE("6:9") HOOK("post_actions", ", decision_type: AFWIJZING") SAYS("troost", "1") \
    ARTICLE("7:1") HOOK("post_actions", ", decision_type: TOEKENNING") \
    "      execution:\n        parameters: [{name: bsn, type: string}, {name: bedrag, type: amount}, {name: loon, type: amount}]\n" \
    "        input: [{name: weken, type: number, source: {output: termijn_weken}}]\n" \
    "        actions: [{output: kosten, value: {operation: ADD, values: [$bedrag, $loon, $weken]}}]\n"

/* The special law decides too, and has a term of its own. */
#define SPECIAL(from) HEAD("bijzonder", "WET", from) "articles:\n" ARTICLE("1") \
    "      execution:\n        produces: {legal_character: BESCHIKKING, decision_type: TOEKENNING}\n" \
    "        parameters: [{name: bsn, type: string}]\n        input:\n          - {name: loon, type: amount, source: {}}\n" \
    "          - {name: weken, type: number, source: {regulation: algemeen, output: termijn_weken}}\n" \
    "        output: [{name: bedrag, type: amount}]\n        actions:\n" \
    "          - {output: bedrag, value: {operation: ADD, values: [$loon, $weken]}}\n" \
    ARTICLE("69") "      overrides: [{law: algemeen, article: '6:7', output: termijn_weken}]\n" SAYS("termijn_weken", "4")

struct doc { const char *text, *sidecar; };

static struct law_set laws_of(struct arena *a, const struct doc *docs, int count)
{
    struct law *list = NULL;
    for (int i = 0; i < count; i++) {
        struct law *law = law_from(a, str_format(a, "%c.yaml", 'a' + i), str_of(docs[i].text), str_of(docs[i].sidecar));
        law->next = list;
        list = law;
    }
    return set_from(a, list, facts_from(a, str_of(dictionary)));
}

/* The wage is 100, unknown, absent; the partner of each is the next, of the last nobody. */
#define ROWS 3
static struct table people(struct arena *a)
{
    struct table t = table_open(a, ROWS);
    struct column *wage = table_add(&t, S("loon"), COLUMN_AMOUNT), *partner = table_add(&t, S("partner"), COLUMN_PERSON);
    put_cell(wage, 0, 100, S(""));
    wage->states[2] = CELL_ABSENT;
    put_cell(partner, 0, 1, S(""));
    put_cell(partner, 1, 0, S(""));
    partner->states[2] = CELL_ABSENT;
    return t;
}

static void check(const struct doc *docs, int count, const char *law, const char *output, const char *on, const char *want)
{
    static const char *const silent[] = {"", "U", "A", "X"};
    struct arena tmp = boot;
    struct law_set set = laws_of(&tmp, docs, count);
    struct plan *p = NULL;
    struct err e;
    if (!plan_output(&tmp, &set, str_of(law), str_of(output), day(on), &p, &e))
        fail_msg("%s of %s: %s:%d: %s", output, law, e.file, e.line, e.text);
    assert_true(p->kernels);
    struct table t = people(&tmp);
    struct binding_set *b = eval_bind(&tmp, p, &t);
    struct answer got[ROWS];
    struct str rest = str_of(want), says = S("");
    for (int i = 0; i < ROWS; i++) {
        got[i] = eval_output(&tmp, b, i, true);
        struct str one = str_until(rest, ' ', &rest), is = got[i].state ? str_of(silent[got[i].state]) : got[i].value;
        if (!str_eq(is, one))
            fail_msg("%s of %s on %s, row %d: " STR_FMT ", not " STR_FMT, output, law, on, i, STR_ARG(is), STR_ARG(one));
    }
    if (first_difference(&tmp, b, got, &says) >= 0)
        fail_msg("%s of %s: " STR_FMT, output, law, STR_ARG(says));
}

static void test_what_follows_on_a_decision(void **s)
{
    (void)s;
    const struct doc docs[] = {{DECIDES("wet"), BIND}, {GENERAL, "bind: []"}};
    check(docs, 2, "wet", "bedrag", "2026-01-01", "200 U X");
    check(docs, 2, "wet", "termijn_weken", "2026-01-01", "6 6 6");
    check(docs, 2, "wet", "reden_nodig", "2026-01-01", "true true true");
    check(docs, 2, "wet", "met_reden", "2026-01-01", "true true true");     /* filled before the rules */
    check(docs, 2, "wet", "kosten", "2026-01-01", "306 U X");               /* from an output, an input and its own law */
    check(docs, 2, "algemeen", "termijn_weken", "2026-01-01", "6 6 6");
}

static void test_what_a_special_law_replaces(void **s)
{
    (void)s;
    const struct doc docs[] = {{DECIDES("wet"), BIND}, {GENERAL, "bind: []"}, {SPECIAL("2020-01-01"), BIND_WAGE}};
    check(docs, 3, "bijzonder", "termijn_weken", "2026-01-01", "4 4 4");    /* asked by name, and */
    check(docs, 3, "bijzonder", "bedrag", "2026-01-01", "104 U X");         /* wherever it is used, and */
    check(docs, 3, "bijzonder", "kosten", "2026-01-01", "208 U X");         /* in what follows on its decision: 104 + 100 + 4 */
    check(docs, 3, "wet", "termijn_weken", "2026-01-01", "6 6 6");          /* of no other law's decisions */
    check(docs, 3, "algemeen", "termijn_weken", "2026-01-01", "6 6 6");
}

/* Next year's reactions and replacements, and those that have ended, never change the answer of a day. */
static void test_by_date(void **s)
{
    (void)s;
#define LATER(value, from, until) HEAD("later", "AMVB", from) "valid_to: '" until "'\narticles:\n" ARTICLE("1") HOOK("post_actions", "") \
    SAYS("later_weken", value)
    const struct doc docs[] = {{DECIDES("wet"), BIND}, {LATER("1", "2025-01-01", "2025-12-31"), "bind: []"},
                               {LATER("2", "2026-01-01", "2026-06-30"), "bind: []"}};
    check(docs, 3, "wet", "later_weken", "2025-12-31", "1 1 1");
    check(docs, 3, "wet", "later_weken", "2026-01-01", "2 2 2");
    const struct doc special[] = {{GENERAL, "bind: []"}, {SPECIAL("2026-01-01"), BIND_WAGE},
        {HEAD("bijzonder", "WET", "2020-01-01") "articles:\n" ARTICLE("1")
         "      execution:\n        input: [{name: weken, type: number, source: {regulation: algemeen, output: termijn_weken}}]\n"
         "        actions: [{output: bedrag, value: $weken}]\n", "bind: []"}};
    check(special, 3, "bijzonder", "bedrag", "2025-12-31", "6 6 6");
    check(special, 3, "bijzonder", "bedrag", "2026-01-01", "104 U X");
    struct arena tmp = boot;
    struct law_set set = laws_of(&tmp, docs, 3);
    struct plan *p;
    struct err e;
    assert_false(plan_output(&tmp, &set, S("wet"), S("later_weken"), day("2026-07-01"), &p, &e));
}

static void test_the_higher_then_the_newer(void **s)
{
    (void)s;
#define REACTS(id, layer, from, value) \
    {HEAD(id, layer, from) "articles:\n" ARTICLE("1") HOOK("post_actions", "") SAYS("x", value), "bind: []"}
    const struct doc docs[] = {{DECIDES("wet"), BIND}, REACTS("a", "BELEIDSREGEL", "2025-01-01", "1"),
                               REACTS("b", "AMVB", "2020-01-01", "2"), REACTS("c", "AMVB", "2021-01-01", "3"),
                               REACTS("d", "MINISTERIELE_REGELING", "2025-01-01", "4")};
    check(docs, 5, "wet", "x", "2026-01-01", "3 3 3");
    check(docs, 5, "wet", "x", "2020-06-01", "2 2 2");
}

/* A replacement is about whom the replaced article is about, and may take what that article has. */
static void test_of_the_partner(void **s)
{
    (void)s;
    const struct doc docs[] = {
        {HEAD("algemeen", "WET", "2020-01-01") "articles:\n" ARTICLE("1")
         "      execution:\n        parameters: [{name: bsn, type: string}]\n"
         "        input: [{name: loon, type: amount, source: {}}]\n        output: [{name: deel, type: amount}]\n        actions:\n"
         "          - {output: deel, value: $loon}\n          - {output: dubbel, value: {operation: MULTIPLY, values: [$deel, 2]}}\n",
         BIND_WAGE},
        {HEAD("bijzonder", "WET", "2020-01-01") "articles:\n" ARTICLE("1")
         "      execution:\n        parameters: [{name: bsn, type: string}]\n        input:\n"
         "          - {name: partner_bsn, type: string, source: {}}\n"
         "          - {name: dubbel, type: amount, source: {regulation: algemeen, output: dubbel, parameters: {bsn: $partner_bsn}}}\n"
         "        actions: [{output: uit, value: $dubbel}]\n"
         ARTICLE("2") "      overrides: [{law: algemeen, article: '1', output: deel}]\n      execution:\n"
         "        parameters: [{name: bsn, type: string}, {name: loon, type: amount}]\n"
         "        actions: [{output: deel, value: {operation: ADD, values: [$loon, 1]}}]\n",
         "bind: [{article: '1', input: partner_bsn, fact: partner}]"}};
    check(docs, 2, "bijzonder", "uit", "2026-01-01", "U 202 A");             /* the article's own rules follow it too */
    check(docs, 2, "algemeen", "dubbel", "2026-01-01", "200 U X");
}

static void refused(const struct doc *docs, int count, const char *law, const char *output, const char *file, const char *says)
{
    struct arena tmp = boot;
    struct law_set set = laws_of(&tmp, docs, count);
    struct plan *p = NULL;
    struct err e = {0};
    if (plan_output(&tmp, &set, str_of(law), str_of(output), day("2026-01-01"), &p, &e))
        fail_msg("not refused: %s", says);
    if (!strstr(e.text, says) || strcmp(e.file, file))
        fail_msg("%s:%d: %s", e.file, e.line, e.text);
}

static void test_what_is_refused(void **s)
{
    (void)s;
    const struct doc none[] = {{DECIDES("wet"), BIND}, {GENERAL, "bind: []"}};
    refused(none, 2, "wet", "begin", "a.yaml", "no article of the law has the output");     /* of another stage */
    refused(none, 2, "wet", "troost", "a.yaml", "no article of the law has the output");    /* of another decision */
    refused(none, 1, "wet", "met_reden", "a.yaml", "'reden_nodig' was given no value");
    const struct doc tie[] = {{DECIDES("wet"), BIND}, REACTS("een", "AMVB", "2025-01-01", "1"), REACTS("twee", "AMVB", "2025-01-01", "2")};
    refused(tie, 3, "wet", "x", "c.yaml", "'x' of this reaction also comes from b.yaml:8");
    const struct doc twice[] = {{GENERAL, "bind: []"},
        {SPECIAL("2020-01-01") ARTICLE("70") "      overrides: [{law: algemeen, article: '6:7', output: termijn_weken}]\n"
         SAYS("termijn_weken", "3"),
         BIND_WAGE}};
    refused(twice, 2, "bijzonder", "bedrag", "b.yaml", "article 69 replaces 'termijn_weken' of article 6:7 of 'algemeen' too");
    const struct doc circle[] = {{HEAD("wet", "WET", "2020-01-01") "articles:\n"
        ARTICLE("1") "      overrides: [{law: wet, article: '2', output: x}]\n" SAYS("x", "1")
        ARTICLE("2") "      overrides: [{law: wet, article: '1', output: x}]\n" SAYS("x", "2")
        ARTICLE("3") "      overrides: [{law: wet, article: '3', output: y}]\n" SAYS("y", "2"), "bind: []"}};
    refused(circle, 1, "wet", "x", "a.yaml", "'x' needs itself");
    refused(circle, 1, "wet", "y", "a.yaml", "'y' needs itself");
    const struct doc two[] = {{HEAD("wet", "WET", "2020-01-01") "articles:\n"
        ARTICLE("1") "      execution:\n        produces: {legal_character: BESCHIKKING}\n        actions: [{output: a, value: 1}]\n"
        ARTICLE("2") "      execution:\n        produces: {legal_character: BESCHIKKING}\n        actions: [{output: b, value: 1}]\n",
        "bind: []"},
        {GENERAL, "bind: []"}};
    refused(two, 2, "wet", "termijn_weken", "a.yaml", "follows on the decision of article 1 and on that of article 2");
}

int main(void)
{
    boot = arena_open(LIMIT_ARENA_BOOT);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_follows_on_a_decision), cmocka_unit_test(test_what_a_special_law_replaces),
        cmocka_unit_test(test_by_date), cmocka_unit_test(test_the_higher_then_the_newer), cmocka_unit_test(test_of_the_partner),
        cmocka_unit_test(test_what_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
