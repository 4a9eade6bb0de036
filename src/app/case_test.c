/* SPDX-License-Identifier: EUPL-1.2 */
/* case_test.c: cases by hand and cases with a known answer, with children and housemates: who is there, who is not,
 * and what is unknown of them; what is refused. By the law of tests/scenario/laws. INV-3
 */
#include "place_test.h"

static struct law_set laws;

static struct str answer_of(const char *output, int count, struct str const *params)
{
    struct answer got;
    const struct plan *plan;
    struct law_case c = {S("gezinswet"), str_of(output), day("2025-06-01"), params, count};
    ok(app_law_run(&boot, &laws, &c, &got, &plan, &e));
    return got.state == CELL_PRESENT ? got.value : str_of(cell_state_name(got.state));
}

#define ANSWER(output, ...) answer_of(output, COUNT(((struct str[]){__VA_ARGS__})), (struct str[]){__VA_ARGS__})

static void test_params(void **s)
{
    (void)s;
    assert_true(str_eq(ANSWER("jong", S("loon=1")), S("0"))); /* no child named: known to have none */
    assert_true(str_eq(ANSWER("jong", S("kinderen=geen")), S("0")));
    assert_true(str_eq(ANSWER("jong", S("kinderen=")), S("unknown")));
    assert_true(str_eq(ANSWER("jong", S("kind1.geboren_op=2013-06-02")), S("1")));
    assert_true(str_eq(ANSWER("jong", S("kind1.geboren_op=2013-06-02"), S("kind2.geboren_op=2013-06-01")), S("1")));
    assert_true(str_eq(ANSWER("jong", S("kind1.geboren_op=2013-06-02"), S("kind7.geboren_op=2024-06-01")), S("2")));
    assert_true(str_eq(ANSWER("jong", S("kind1.geboren_op=2013-06-02"), S("kind2.geboren_op=")), S("unknown")));
    assert_true(str_eq(ANSWER("jong", S("kind1.geboren_op=2013-06-02"), S("kinderen=")), S("1")));
    /* each in their own list, and with their own facts; amounts are euros */
    assert_true(str_eq(ANSWER("lonen", S("huisgenoot1.loon=12,34"), S("huisgenoot2.loon=1"), S("kind1.loon=500"), S("loon=900"),
                              S("partner.loon=700")), S("1334")));
    assert_true(str_eq(ANSWER("jong", S("huisgenoot1.geboren_op=2020-01-01"), S("kind1.geboren_op=2020-01-01")), S("1")));
    assert_true(str_eq(ANSWER("lonen", S("huisgenoot1.loon=1"), S("huisgenoot2.geboren_op=2020-01-01")), S("unknown")));
}

/* Whoever a law calls a partner is the partner of the case. INV-3 */
static void test_a_partner_by_every_law(void **s)
{
    (void)s;
    static const struct { const char *param; enum cell_state state; } cases[] = {
        {"loon=1", CELL_ABSENT}, {"partner.loon=1", CELL_PRESENT},
    };
    for (int i = 0; i < COUNT(cases); i++) {
        struct str param = str_of(cases[i].param);
        struct table t;
        ok(case_table(&boot, &laws, &param, 1, day("2025-06-01"), &t, &e));
        const struct column *mate = table_find(&t, S("huishoudgenoot"));
        assert_non_null(mate);
        assert_int_equal(mate->states[0], cases[i].state);
        for (int row = 0; cases[i].state == CELL_PRESENT && row < 2; row++)
            assert_int_equal(((const int32_t *)mate->cells)[row], 1 - row);
    }
}

static void test_refused(void **s)
{
    (void)s;
    static const struct { const char *param, *word; } bad[] = {
        {"kind0.loon=1", "kind0.loon"}, {"kind.loon=1", "kind.loon"}, {"kinderen1.loon=1", "kinderen1.loon"},
        {"kind1.leeftijd=1", "leeftijd"}, {"kind1.kinderen=geen", "list of persons"}, {"kinderen=2", "kind1.geboortedatum"},
        {"partner.kinderen=", "list of persons"}, {"kind1.geboren_op=2025-02-30", "can't be read"},
    };
    for (int i = 0; i < COUNT(bad); i++) {
        struct str param = str_of(bad[i].param);
        struct table t;
        refused(case_table(&boot, &laws, &param, 1, day("2025-06-01"), &t, &e), ERR_FACTS, bad[i].word);
    }
    struct str many[41];
    struct table t;
    for (int i = 0; i < COUNT(many); i++)
        many[i] = str_format(&boot, "kind%d.loon=1", i + 1);
    ok(case_table(&boot, &laws, many, 40, day("2025-06-01"), &t, &e));
    assert_int_equal(t.rows, 41);
    refused(case_table(&boot, &laws, many, 41, day("2025-06-01"), &t, &e), ERR_USAGE, "persons in lists");
}

static void test_an_oracle_with_children(void **s)
{
    (void)s;
    static const char cases[] =
        "id,date,output,expected,match,kind1.geboren_op,kind1.loon,kind2.geboren_op,huisgenoot1.loon,partner,source\n"
        "none,2025-06-01,jong,0,exact,,,,,nee,x\n"
        "one,2025-06-01,jong,1,exact,2013-06-02,,,,nee,x\n"
        "second only,2025-06-01,jong,1,exact,,,2013-06-02,,ja,x\n"
        "first of unknown age,2025-06-01,jong,unknown,exact,,1,2013-06-02,,nee,x\n"
        "cents,2025-06-01,lonen,1234,exact,,,,1234,,x\n"
        "euros,2025-06-01,lonen,1200,euro_down,,,,1299,,x\n"
        "a month,2025-06-01,lonen,100,month_euro_down,,,,2399,,x\n"
        "no such rule,2025-06-01,lonen,1200,euro_up,,,,1200,,x\n"
        "wrong on purpose,2025-06-01,jong,7,exact,2013-06-02,,2013-06-02,,nee,x\n";
    static const char unknown[] = "id,date,output,expected,match,kinderen,kind1.geboren_op,source\n"
                                  "not known,2025-06-01,jong,unknown,exact,,,x\nknown to have none,2025-06-01,jong,0,exact,geen,,x\n"
                                  "there,2025-06-01,jong,1,exact,,2013-06-02,x\n";
    struct str file = in_place("gezinswet/oracles/2025.csv"), other = in_place("gezinswet/oracles/lijst.csv"), path = in_place("gezinswet");
    struct law_tests tests;
    ok(folder_make(in_place("gezinswet/oracles"), &e) && file_write(file, str_of(cases), &e) && file_write(other, str_of(unknown), &e));
    ok(app_law_test(&boot, &laws, &path, 1, &tests, &e));
    assert_int_equal(tests.oracles.passed, 10);
    assert_int_equal(tests.oracles.failed, 2);
    for (const struct oracle_case *c = tests.oracles.first; c; c = c->next)
        assert_true(c->passed || (str_eq(c->id, S("wrong on purpose")) && str_eq(c->got, S("2"))) || str_eq(c->id, S("no such rule")));
    ok(file_write(file, S("id,date,output,expected,match,hond1.geboren_op,source\na,2025-06-01,jong,0,exact,,x\n"), &e));
    refused(app_law_test(&boot, &laws, &path, 1, &tests, &e), ERR_CSV, "hond1.geboren_op");
}

static int open_laws(void **s)
{
    int code = make_place(s);
    ok(laws_or_fail(&boot, S("tests/scenario/laws"), &laws, &e));
    return code;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_params),
        cmocka_unit_test(test_a_partner_by_every_law),
        cmocka_unit_test(test_refused),
        cmocka_unit_test(test_an_oracle_with_children),
    };
    return cmocka_run_group_tests(tests, open_laws, drop_place);
}
