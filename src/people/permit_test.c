/* SPDX-License-Identifier: EUPL-1.2 */
/* permit_test.c: a permit decides what comes in: INV-2 (no column without it), INV-8 (who opted out
 * is gone before a fact is stored), and how old facts may be. With real, signed policies.
 */
#include "people/folk_test.h"

static struct arena boot;
static const char *const few[] = {"partner", "geboortedatum", "huur", "postcode", NULL};

/* Valid test numbers, in order. */
#define B1 "900000004"
#define B2 "900000016"
#define B3 "900000028"
#define B4 "900000041"

static const char town[] = "bsn;partner_bsn;geboortedatum;huur;verzamelinkomen;naam\n"
                           B1 ";" B2 ";1980-01-01;500;100;Geheim-Een\n"
                           B2 ";" B1 ";1981-01-01;500;200;Geheim-Twee\n"
                           B3 ";geen;1982-01-01;600;300;Geheim-Drie\n";

static struct pseudonym who(const char *bsn)
{
    return pseudonym_of(test_key, S("wijzen_op_recht"), str_of(bsn));
}

static void opt_out(struct folk *w, const char *bsn, struct str scheme)
{
    w->outs.at = arena_new(w->a, struct opt_out, 1);
    w->outs.at[0] = (struct opt_out){who(bsn), scheme};
    w->outs.count = 1;
}

static bool memory_has(const struct arena *from, const struct arena *to, const char *text)
{
    return memmem(from->at, (size_t)(to->at - from->at), text, strlen(text)) != NULL;
}

static void test_columns_need_the_permit(void **s)   /* INV-2 */
{
    (void)s;
    struct arena a = boot;
    struct folk *w = folk_open(&a);
    folk_policy(w, few, 31);
    struct arena before = a;
    folk_must_read(w, S(town));
    assert_int_equal(w->t.rows, 3);
    assert_int_equal(w->t.column_count, 3);
    assert_null(table_find(&w->t, S("verzamelinkomen")));
    assert_null(table_find(&w->t, S("naam")));
    assert_int_equal(w->report.not_read_count, 2);
    assert_true(str_eq(w->report.not_read[0], S("verzamelinkomen: the permit does not allow it")));
    assert_false(memory_has(&before, &a, "Geheim"));     /* not even in passing */
    check_cells(&w->t);
}

static void test_join_needs_the_permit(void **s)     /* INV-2 */
{
    (void)s;
    struct arena a = boot;
    struct folk *w = folk_open(&a);
    folk_policy(w, few, 31);
    folk_must_read(w, S("bsn;geboortedatum\n" B1 ";1980-01-01\n"));
    assert_true(folk_join(w, S("bsn;verzamelinkomen;huur\n" B1 ";100;200\n")));
    assert_null(table_find(&w->t, S("verzamelinkomen")));
    assert_int_equal(column_int(column_of(w, "huur"), 0), 20000);
}

static void test_opted_out(void **s)                 /* INV-8 */
{
    (void)s;
    struct arena a = boot;
    struct folk *w = folk_open(&a);
    static const char *const names[] = {"partner", "geboortedatum", "naam", "postcode", NULL};
    opt_out(w, B2, S(""));
    folk_policy(w, names, 31);
    struct arena before = a;
    folk_must_read(w, S(town));
    assert_int_equal(w->report.rows_opted_out, 1);
    assert_int_equal(w->report.rows_kept, 2);
    assert_int_equal(w->t.rows, 2);
    assert_int_equal(table_row_of(&w->t, who(B2)), -1);
    assert_int_equal(table_row_of(&w->t, who(B1)), 0);
    assert_false(memory_has(&before, &a, "Geheim-Twee"));
    assert_true(memory_has(&before, &a, "Geheim-Drie"));
    /* The partner's own relation is unknown, and no message tells why. */
    assert_int_equal(column_state(column_of(w, "partner"), 0), CELL_UNKNOWN);
    assert_int_equal(w->report.fault_count, 0);
    assert_int_equal(w->report.partners_dangling, 0);
    check_cells(&w->t);
}

static void test_opted_out_in_a_join(void **s)       /* INV-8 */
{
    (void)s;
    struct arena a = boot;
    struct folk *w = folk_open(&a);
    opt_out(w, B2, S(""));
    folk_policy(w, few, 31);
    folk_must_read(w, S(town));
    assert_true(folk_join(w, S("bsn;postcode\n" B2 ";1000SA\n" B4 ";1000SD\n" B1 ";1000SS\n")));
    assert_int_equal(w->report.rows_opted_out, 1);
    assert_int_equal(w->report.unmatched, 1);
    assert_int_equal(w->report.rows_kept, 1);
}

static void test_opted_out_of_one_scheme_stays(void **s)
{
    (void)s;
    struct arena a = boot;
    struct folk *w = folk_open(&a);
    opt_out(w, B2, S("proef"));
    folk_policy(w, few, 31);
    folk_must_read(w, S(town));
    assert_int_equal(w->t.rows, 3);
}

static void test_everybody_opted_out(void **s)
{
    (void)s;
    struct arena a = boot;
    struct folk *w = folk_open(&a);
    opt_out(w, B1, S(""));
    folk_policy(w, few, 31);
    folk_must_read(w, S("bsn;huur\n" B1 ";1\n"));
    assert_int_equal(w->t.rows, 0);
}

static void test_too_old_is_unknown(void **s)
{
    (void)s;
    struct arena a = boot;
    struct folk *w = folk_open(&a);
    folk_policy(w, few, 31);
    struct people_source from = source_of(S("people.csv"), S(town));
    from.as_of = on("2025-05-01");
    assert_true(people_read_csv(&a, w->permit, &from, &w->t, &w->report, &w->e));
    for (int k = 0; k < w->t.column_count; k++)
        for (int64_t i = 0; i < w->t.rows; i++)
            assert_int_equal(column_state(&w->t.columns[k], i), CELL_UNKNOWN);
    assert_int_equal(w->t.columns[0].as_of, from.as_of);
    assert_true(w->t.columns[0].too_old);
    assert_int_equal(w->report.not_read_count, 5);
    from.as_of = INT32_MIN;
    assert_true(people_read_csv(&a, w->permit, &from, &w->t, &w->report, &w->e));
    assert_int_equal(column_state(column_of(w, "huur"), 0), CELL_UNKNOWN);
}

static void test_lo3_obeys_too(void **s)             /* INV-2, INV-8 */
{
    (void)s;
    struct arena a = boot;
    struct folk *w = folk_open(&a);
    opt_out(w, B2, S(""));
    folk_policy(w, few, 31);
    struct arena before = a;
    folk_must_read(w, S(";01.01.10;01.01.20;01.02.40;01.03.10;08.11.60\n"
                        "L1;1;" B1 ";Geheim-Een;19800101;1000SA\nL2;2;" B2 ";Geheim-Twee;19810101;1000SD\n"));
    assert_int_equal(w->t.rows, 1);
    assert_int_equal(w->report.rows_opted_out, 1);
    assert_null(table_find(&w->t, S("naam")));
    assert_false(memory_has(&before, &a, "Geheim"));
    assert_false(memory_has(&before, &a, "1000SD"));
}

static void test_no_bsn_in_the_table(void **s)
{
    (void)s;
    struct arena a = boot;
    struct folk *w = folk_open(&a);
    struct arena before = a;
    folk_must_read(w, S(town));
    assert_false(memory_has(&before, &a, B1));
    assert_false(memory_has(&before, &a, B2));
    uint32_t number = 900000016;
    assert_null(memmem(before.at, (size_t)(a.at - before.at), &number, sizeof number));
}

static void test_pseudonyms_depend_on_key_and_purpose(void **s)
{
    (void)s;
    struct arena a = boot;
    struct folk *w = folk_open(&a);
    struct people_source from = source_of(S("people.csv"), S(town));
    struct table other;
    folk_must_read(w, S(town));
    from.purpose = S("iets_anders");
    assert_true(people_read_csv(&a, w->permit, &from, &other, &w->report, &w->e));
    assert_memory_not_equal(&w->t.who[0], &other.who[0], sizeof other.who[0]);
    struct pseudonym want = who(B1);
    assert_memory_equal(&w->t.who[0], &want, sizeof want);
}

int main(void)
{
    boot = arena_open(LIMIT_ARENA_REQUEST);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_columns_need_the_permit),
        cmocka_unit_test(test_join_needs_the_permit),
        cmocka_unit_test(test_opted_out),
        cmocka_unit_test(test_opted_out_in_a_join),
        cmocka_unit_test(test_opted_out_of_one_scheme_stays),
        cmocka_unit_test(test_everybody_opted_out),
        cmocka_unit_test(test_too_old_is_unknown),
        cmocka_unit_test(test_lo3_obeys_too),
        cmocka_unit_test(test_no_bsn_in_the_table),
        cmocka_unit_test(test_pseudonyms_depend_on_key_and_purpose),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
