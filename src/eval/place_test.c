/* SPDX-License-Identifier: EUPL-1.2 */
/* place_test.c: open terms that by-laws fill for who lives there: every state of the municipality, with
 * and without a rule for everybody else, on a date, about the resident and about the partner; and what
 * is refused. Kernels and reference. INV-3 INV-9
 */
#include "laws_test.h"

static struct arena boot;

#define FACTS(mark) "facts:\n- {name: gemeente, type: text" mark FACT_TAIL "- {name: loon, type: amount, min: 0, max: 100000" FACT_TAIL \
    "- {name: partner, type: person" FACT_TAIL

#define HEAD(id, layer, from) "$id: " id "\nregulatory_layer: " layer "\npublication_date: '2020-01-01'\nvalid_from: '" from "'\n" \
    "bwb_id: BWBR0000001\nofficiele_titel: t\nurl: https://example.nl\n"
#define ARTICLE "articles:\n  - number: '1'\n    text: t\n    url: https://example.nl\n    machine_readable:\n"

#define TERM(type, more) HEAD("wet", "WET", "2020-01-01") ARTICLE \
    "      open_terms: [{id: term, type: " type ", delegation_type: GEMEENTELIJKE_VERORDENING" more "}]\n      execution:\n" \
    "        parameters: [{name: bsn, type: string, required: true}]\n        input:\n" \
    "          - {name: partner_bsn, type: string, source: {}}\n" \
    "          - {name: van_partner, type: " type ", source: {regulation: wet, output: uit, parameters: {bsn: $partner_bsn}}}\n" \
    "        actions:\n          - {output: uit, value: $term}\n          - {output: partner_uit, value: $van_partner}\n"
#define BYLAW(id, code, from, value) HEAD(id, "GEMEENTELIJKE_VERORDENING", from) "gemeente_code: " code "\n" ARTICLE \
    "      implements: [{law: wet, article: '1', open_term: term}]\n      execution:\n" \
    "        parameters: [{name: bsn, type: string, required: true}]\n" \
    "        input: [{name: loon, type: amount, source: {}}]\n" \
    "        actions:\n          - {output: term, value: " value "}\n"
#define BIND_WET "bind:\n- {article: '1', input: partner_bsn, fact: partner}\n"
#define BIND_BYLAW "bind:\n- {article: '1', input: loon, fact: loon}\n"

struct doc { const char *text, *sidecar; };

static struct law_set town(struct arena *a, const struct doc *docs, int count, const char *facts)
{
    struct law *list = NULL;
    for (int i = 0; i < count; i++) {
        struct law *law = law_from(a, str_format(a, "%c.yaml", 'a' + i), str_of(docs[i].text), str_of(docs[i].sidecar));
        law->next = list;
        list = law;
    }
    return set_from(a, list, facts_from(a, str_of(facts)));
}

/* Who lives where: in GM0001, in GM0002, elsewhere, nowhere here, unknown, impossibly. The partner of each is the next. */
#define HOMES 6
static struct table homes(struct arena *a)
{
    static const char *const codes[] = {"GM0001", "GM0002", "GM0999"};
    static const enum cell_state states[] = {0, 0, 0, CELL_ABSENT, CELL_UNKNOWN, CELL_FAULTY};
    struct table t = table_open(a, HOMES);
    struct column *home = table_add(&t, S("gemeente"), COLUMN_TEXT), *wage = table_add(&t, S("loon"), COLUMN_AMOUNT);
    struct column *partner = table_add(&t, S("partner"), COLUMN_PERSON);
    for (int i = 0; i < HOMES; i++) {
        if (i < COUNT(codes))
            put_cell(home, i, 0, str_of(codes[i]));
        home->states[i] = (uint8_t)states[i];
        put_cell(wage, i, 10 * (i + 1), S(""));
        put_cell(partner, i, (i + 1) % HOMES, S(""));
    }
    return t;
}

/* A value each, or U unknown, A absent, X faulty. */
static void check(const struct doc *docs, int count, const char *output, const char *on, const char *want)
{
    static const char *const silent[] = {"", "U", "A", "X"};
    struct arena tmp = boot;
    struct law_set set = town(&tmp, docs, count, FACTS(", municipality: true"));
    struct plan *p = NULL;
    struct err e;
    if (!plan_output(&tmp, &set, S("wet"), str_of(output), day(on), &p, &e))
        fail_msg("%s:%d: %s", e.file, e.line, e.text);
    assert_true(p->kernels);
    struct table t = homes(&tmp);
    struct binding_set *b = eval_bind(&tmp, p, &t);
    struct answer got[HOMES];
    struct str rest = str_of(want), says = S("");
    for (int i = 0; i < HOMES; i++) {
        got[i] = eval_output(&tmp, b, i, true);
        struct str one = str_until(rest, ' ', &rest), is = got[i].state ? str_of(silent[got[i].state]) : got[i].value;
        if (!str_eq(is, one))
            fail_msg("%s on %s, row %d: " STR_FMT ", not " STR_FMT, output, on, i, STR_ARG(is), STR_ARG(one));
        assert_int_equal(got[i].missing != 0, i >= 4);
    }
    if (strcmp(output, "uit") == 0 && first_difference(&tmp, b, got, &says) >= 0)
        fail_msg(STR_FMT, STR_ARG(says));
}

static const char one[] = BYLAW("een", "GM0001", "2020-01-01", "$loon");
static const char one_new[] = BYLAW("een", "GM0001", "2026-01-01", "7");
static const char two[] = BYLAW("twee", "GM0002", "2021-01-01", "200");

static void test_where_somebody_lives(void **s) /* INV-3 INV-9 */
{
    (void)s;
    const struct doc required[] = {{TERM("number", ""), BIND_WET}, {one, BIND_BYLAW}, {two, BIND_BYLAW}};
    check(required, 3, "uit", "2026-11-24", "10 200 X X U X");   /* no by-law, and there must be one: nowhere to go */
    check(required, 3, "uit", "2020-06-30", "10 X X X U X");     /* the second came later */
    const struct doc by_default[] = {{TERM("number", ", default: {actions: [{output: term, value: 5}]}"), BIND_WET},
                                     {one, BIND_BYLAW}, {two, BIND_BYLAW}};
    check(by_default, 3, "uit", "2026-11-24", "10 200 5 5 U X");
    const struct doc optional[] = {{TERM("number", ", required: false"), BIND_WET}, {two, BIND_BYLAW}};
    check(optional, 2, "uit", "2026-11-24", "A 200 A A U X");
    const struct doc versions[] = {{TERM("number", ""), BIND_WET}, {one_new, BIND_BYLAW}, {one, BIND_BYLAW}};
    check(versions, 3, "uit", "2025-12-31", "10 X X X U X");
    check(versions, 3, "uit", "2026-01-01", "7 X X X U X");
}

static void test_every_type(void **s)
{
    (void)s;
    const struct doc truth[] = {{TERM("boolean", ""), BIND_WET}, {BYLAW("een", "GM0001", "2020-01-01", "true"), BIND_BYLAW}};
    check(truth, 2, "uit", "2026-11-24", "true X X X U X");
    const struct doc text[] = {{TERM("string", ""), BIND_WET}, {BYLAW("een", "GM0001", "2020-01-01", "ja"), BIND_BYLAW}};
    check(text, 2, "uit", "2026-11-24", "ja X X X U X");
    const struct doc date[] = {{TERM("date", ""), BIND_WET}, {BYLAW("een", "GM0001", "2020-01-01", "'2025-01-31'"), BIND_BYLAW}};
    check(date, 2, "uit", "2026-11-24", "2025-01-31 X X X U X");
    const struct doc none[] = {{TERM("amount", ", required: false, default: {actions: [{output: term, value: 3}]}"), BIND_WET},
                               {BYLAW("een", "GM0001", "2020-01-01", "null"), BIND_BYLAW}};
    check(none, 2, "uit", "2026-11-24", "A 3 3 3 U X");
}

/* A default that is a fact which the municipality fills in itself: without by-law and without that fact the outcome is
 * unknown for lack of it, and nobody's row is faulty. INV-3 */
static void test_a_default_that_is_a_fact(void **s)
{
    (void)s;
    struct arena tmp = boot;
    const struct doc docs[] = {
        {HEAD("wet", "WET", "2020-01-01") ARTICLE
         "      open_terms: [{id: term, type: number, delegation_type: GEMEENTELIJKE_VERORDENING, "
         "default: {actions: [{output: term, value: $besluit}]}}]\n      execution:\n"
         "        parameters: [{name: bsn, type: string, required: true}]\n"
         "        input: [{name: besluit, type: number, source: {}}]\n        actions:\n          - {output: uit, value: $term}\n",
         "bind:\n- {article: '1', input: besluit, fact: besluit}\n"}, {one, BIND_BYLAW}};
    struct law_set set = town(&tmp, docs, COUNT(docs),
                              FACTS(", municipality: true") "- {name: besluit, type: number, min: 0, max: 100" FACT_TAIL);
    struct plan *p = NULL;
    struct err e;
    if (!plan_output(&tmp, &set, S("wet"), S("uit"), day("2026-11-24"), &p, &e))
        fail_msg("%s:%d: %s", e.file, e.line, e.text);
    assert_true(p->kernels);
    struct table t = homes(&tmp);
    struct column *decided = table_add(&t, S("besluit"), COLUMN_NUMBER);
    for (int i = 0; i < HOMES; i++)
        decided->states[i] = CELL_UNKNOWN;
    put_cell(decided, 1, 90, S(""));
    decided->states[1] = 0;
    struct binding_set *b = eval_bind(&tmp, p, &t);
    struct answer got[HOMES];
    static const char *const value[] = {"10", "90", "", "", "", ""}, *const lacks[] = {"", "", "besluit", "besluit", "gemeente", ""};
    for (int i = 0; i < HOMES; i++) {
        got[i] = eval_output(&tmp, b, i, true);
        assert_true(str_eq(got[i].value, str_of(value[i])));
        if (!lacks[i][0])
            continue;
        assert_int_equal(got[i].state, CELL_UNKNOWN);
        bool named = false;
        for (int k = 0; k < p->fact_count; k++)
            named |= (got[i].missing >> k & 1) && str_eq(p->facts[k].fact->name, str_of(lacks[i]));
        assert_true(named);
    }
    struct str says = S("");
    if (first_difference(&tmp, b, got, &says) >= 0)
        fail_msg(STR_FMT, STR_ARG(says));
}

/* The term is about a person: their municipality counts, not that of who asks. */
static void test_of_the_partner(void **s)
{
    (void)s;
    struct arena tmp = boot;
    const struct doc docs[] = {{TERM("number", ""), BIND_WET}, {one, BIND_BYLAW}, {two, BIND_BYLAW}};
    struct law_set set = town(&tmp, docs, 3, FACTS(", municipality: true"));
    struct plan *p = NULL;
    struct err e;
    assert_true(plan_output(&tmp, &set, S("wet"), S("partner_uit"), day("2026-11-24"), &p, &e));
    struct table t = homes(&tmp);
    struct binding_set *b = eval_bind(&tmp, p, &t);
    static const char *const want[] = {"200", "", "", "", "", "10"};
    struct answer got[HOMES];
    for (int i = 0; i < HOMES; i++) {
        got[i] = eval_output(&tmp, b, i, false);
        assert_true(str_eq(got[i].value, str_of(want[i])));
    }
    struct str says;
    assert_true(p->kernels && first_difference(&tmp, b, got, &says) < 0);
}

/* As the format has it: a municipality that is passed as parameter counts, else that of the person. */
static void test_a_code_that_is_passed(void **s)
{
    (void)s;
    struct arena tmp = boot;
    const struct doc docs[] = {
        {HEAD("wet", "WET", "2020-01-01") ARTICLE
         "      open_terms: [{id: term, type: number, delegation_type: GEMEENTELIJKE_VERORDENING}]\n      execution:\n"
         "        parameters: [{name: gemeente_code, type: string}, {name: bsn, type: string}]\n"
         "        actions:\n          - {output: uit, value: $term}\n          - {output: code, value: $gemeente_code}\n", "bind: []"},
        {HEAD("vrager", "WET", "2020-01-01") ARTICLE
         "      execution:\n        parameters: [{name: bsn, type: string}]\n        input:\n"
         "          - {name: daar, type: number, source: {regulation: wet, output: uit, parameters: {bsn: $bsn, gemeente_code: GM0002}}}\n"
         "          - {name: hier, type: number, source: {regulation: wet, output: uit, parameters: {bsn: $bsn}}}\n"
         "        actions:\n          - {output: daar_uit, value: $daar}\n          - {output: hier_uit, value: $hier}\n", "bind: []"},
        {one, BIND_BYLAW}, {two, BIND_BYLAW}};
    struct law_set set = town(&tmp, docs, COUNT(docs), FACTS(", municipality: true"));
    static const struct { const char *law, *output, *want; } cases[] = {
        {"vrager", "daar_uit", "200"}, {"vrager", "hier_uit", "10"}, {"wet", "code", "GM0001"}};
    struct table t = homes(&tmp);
    for (int k = 0; k < COUNT(cases); k++) {
        struct plan *p = NULL;
        struct err e;
        if (!plan_output(&tmp, &set, str_of(cases[k].law), str_of(cases[k].output), day("2026-11-24"), &p, &e))
            fail_msg("%s:%d: %s", e.file, e.line, e.text);
        struct binding_set *b = eval_bind(&tmp, p, &t);
        struct answer got[HOMES];
        struct str says;
        for (int i = 0; i < HOMES; i++)
            got[i] = eval_output(&tmp, b, i, false);
        assert_true(str_eq(got[0].value, str_of(cases[k].want)));
        if (strcmp(cases[k].law, "vrager") == 0 && first_difference(&tmp, b, got, &says) >= 0)
            fail_msg(STR_FMT, STR_ARG(says));
    }
}

static void refused(const struct doc *docs, int count, const char *facts, const char *file, const char *says)
{
    struct arena tmp = boot;
    struct law_set set = town(&tmp, docs, count, facts);
    struct plan *p = NULL;
    struct err e = {0};
    if (plan_output(&tmp, &set, S("wet"), S("uit"), day("2026-11-24"), &p, &e))
        fail_msg("not refused: %s", says);
    if (!strstr(e.text, says) || strcmp(e.file, file) || !e.line)
        fail_msg("%s:%d: %s", e.file, e.line, e.text);
}

static void test_what_is_refused(void **s)
{
    (void)s;
#define MARKED FACTS(", municipality: true")
    const struct doc twice[] = {{TERM("number", ""), BIND_WET}, {two, BIND_BYLAW},
                                {BYLAW("drie", "GM0002", "2021-01-01", "3"), BIND_BYLAW}};
    refused(twice, 3, MARKED, "b.yaml", "'term' is also filled by c.yaml:10 from the same date, for GM0002");
    const struct doc unmarked[] = {{TERM("number", ""), BIND_WET}, {two, BIND_BYLAW}};
    refused(unmarked, 2, FACTS(""), "a.yaml", "no fact says where somebody lives");
    const struct doc text[] = {{TERM("number", ""), BIND_WET}, {BYLAW("een", "GM0001", "2020-01-01", "ja"), BIND_BYLAW}};
    refused(text, 2, MARKED, "a.yaml", "is a number and what fills it is a text");
    const struct doc list[] = {{TERM("number", ""), BIND_WET},
                               {BYLAW("een", "GM0001", "2020-01-01", "{operation: LIST, items: [1]}"), BIND_BYLAW}};
    refused(list, 2, MARKED, "a.yaml", "what fills it is a list");
    const struct doc nobody[] = {
        {HEAD("wet", "WET", "2020-01-01") ARTICLE
         "      open_terms: [{id: term, type: number, delegation_type: GEMEENTELIJKE_VERORDENING}]\n      execution:\n"
         "        actions:\n          - {output: uit, value: $term}\n", "bind: []"}, {two, BIND_BYLAW}};
    refused(nobody, 2, MARKED, "a.yaml", "is about nobody");
    const struct doc province[] = {
        {HEAD("wet", "WET", "2020-01-01") ARTICLE
         "      open_terms: [{id: term, type: number}]\n      execution:\n"
         "        actions:\n          - {output: uit, value: $term}\n", "bind: []"},
        {HEAD("provincie", "PROVINCIALE_VERORDENING", "2020-01-01") "provincie_code: PV26\n" ARTICLE
         "      implements: [{law: wet, article: '1', open_term: term}]\n      execution:\n"
         "        actions:\n          - {output: term, value: 1}\n", "bind: []"}};
    refused(province, 2, MARKED, "b.yaml", "one province or water board");
}

int main(void)
{
    boot = arena_open(LIMIT_ARENA_BOOT);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_where_somebody_lives), cmocka_unit_test(test_every_type), cmocka_unit_test(test_of_the_partner),
        cmocka_unit_test(test_a_default_that_is_a_fact),
        cmocka_unit_test(test_a_code_that_is_passed), cmocka_unit_test(test_what_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
