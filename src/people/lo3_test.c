/* SPDX-License-Identifier: EUPL-1.2 */
/* lo3_test.c: the official test set of person lists, when it is at hand: every list a row or a fault,
 * counts that were made by other means, known lists field by field. Small extracts: golden_test.c.
 */
#include "people/folk_test.h"

static const char *const path = "../shared/corpus/brp/gbav-testset-2022-05-02.csv";
static struct arena boot;
static struct str bytes;

static bool at_hand(void)
{
    if (bytes.len)
        return true;
    printf("skipped: the official test set is not at hand\n");
    return false;
}

static struct folk *read_all(struct arena *a)
{
    struct folk *w = folk_open(a);
    assert_true(people_is_lo3(bytes));
    folk_must_read(w, bytes);
    return w;
}

static void test_every_list_is_accounted_for(void **s)
{
    (void)s;
    if (!at_hand())
        return;
    struct arena a = boot;
    struct folk *w = read_all(&a);
    assert_int_equal(w->report.rows_read, 687);
    assert_int_equal(w->report.rows_kept, 679);
    assert_int_equal(w->report.rows_rejected, 8);
    assert_int_equal(w->t.rows, 679);
    int64_t rejected = 0;
    for (const struct people_fault *f = w->report.faults; f; f = f->next)
        rejected += f->rejected;
    assert_int_equal(rejected, 8);
    assert_true(w->report.fault_count <= LIMIT_FAULTS);
    assert_true(str_eq(w->report.encoding, S("UTF-8 with BOM")));
    assert_int_equal(w->report.not_read_count, 0);
    check_cells(&w->t);
}

static void test_rejected_lists(void **s)
{
    (void)s;
    static const struct { int line; const char *what; } want[] = {
        {563, "earlier row"}, {604, "erroneous"}, {668, "no BSN"}, {709, "earlier row"},
        {1109, "earlier row"}, {1151, "ministerial"}, {1389, "earlier row"}, {1719, "earlier row"},
    };
    if (!at_hand())
        return;
    struct arena a = boot;
    struct folk *w = read_all(&a);
    ptrdiff_t k = 0;
    for (const struct people_fault *f = w->report.faults; f; f = f->next) {
        if (!f->rejected)
            continue;
        assert_true(k < COUNT(want));
        assert_int_equal(f->line, want[k].line);
        assert_true(str_find(f->what, str_of(want[k].what)) >= 0);
        k++;
    }
    assert_int_equal(k, COUNT(want));
}

static int64_t count_true(const struct folk *w, const char *name)
{
    const struct column *c = column_of(w, name);
    int64_t n = 0;
    for (int64_t i = 0; i < w->t.rows; i++)
        n += column_int(c, i);
    return n;
}

static int64_t count_state(const struct folk *w, const char *name, enum cell_state state)
{
    const struct column *c = column_of(w, name);
    int64_t n = 0;
    for (int64_t i = 0; i < w->t.rows; i++)
        n += column_state(c, i) == state;
    return n;
}

static void test_counts(void **s)
{
    (void)s;
    if (!at_hand())
        return;
    struct arena a = boot;
    struct folk *w = read_all(&a);
    assert_int_equal(count_true(w, "overleden"), 20);
    assert_int_equal(count_state(w, "overleden", CELL_FAULTY), 1);   /* a list whose columns slipped */
    assert_int_equal(count_true(w, "vertrokken"), 80);
    assert_int_equal(count_true(w, "geheim_adres"), 45);
    assert_int_equal(count_true(w, "in_onderzoek"), 30);
    assert_int_equal(count_true(w, "onder_curatele"), 14);
    assert_int_equal(count_state(w, "geboortedatum", CELL_PRESENT), 667);
    assert_int_equal(count_state(w, "geboortedatum", CELL_UNKNOWN), 12);
    assert_int_equal(count_state(w, "partner", CELL_PRESENT), 110);
    assert_int_equal(w->report.partners_dangling, 9);
}

static void test_partners_are_mutual(void **s)
{
    (void)s;
    if (!at_hand())
        return;
    struct arena a = boot;
    struct folk *w = read_all(&a);
    const struct column *c = column_of(w, "partner");
    for (int64_t i = 0; i < w->t.rows; i++)
        if (column_state(c, i) == CELL_PRESENT) {
            assert_int_equal(column_int(c, column_int(c, i)), i);
            assert_int_not_equal(column_int(c, i), i);
        }
    assert_int_equal(column_int(c, row_at(w, 4)), row_at(w, 129));
    assert_int_equal(column_int(c, row_at(w, 27)), row_at(w, 68));
    assert_int_equal(column_int(c, row_at(w, 30)), row_at(w, 1372));
    assert_int_equal(column_state(c, row_at(w, 2)), CELL_UNKNOWN);    /* a partner without BSN */
    assert_int_equal(column_state(c, row_at(w, 636)), CELL_ABSENT);   /* dissolved */
    assert_int_equal(column_state(c, row_at(w, 981)), CELL_FAULTY);   /* their own BSN */
    assert_int_equal(column_state(c, row_at(w, 1692)), CELL_UNKNOWN); /* rows that nothing announces */
}

static void text_is(const struct folk *w, int32_t line, const char *name, const char *want)
{
    struct str got = column_text(column_of(w, name), row_at(w, line));
    if (!str_eq(got, str_of(want)))
        fail_msg("line %d, %s is " STR_FMT " and not %s", line, name, STR_ARG(got), want);
}

static void test_known_lists(void **s)
{
    (void)s;
    if (!at_hand())
        return;
    struct arena a = boot;
    struct folk *w = read_all(&a);
    text_is(w, 2, "naam", "S. Moulin");
    text_is(w, 2, "straat", "Boterdiep");
    text_is(w, 2, "huisnummer", "31");
    text_is(w, 2, "postcode", "3077AW");
    text_is(w, 2, "woonplaats", "Rotterdam");
    text_is(w, 2, "gemeente_code", "GM0599");
    assert_int_equal(column_int(column_of(w, "geboortedatum"), row_at(w, 2)), on("1985-12-01"));
    text_is(w, 4, "naam", "M. du Burck");
    text_is(w, 68, "naam", "W. den Braber-van Zon");             /* both names, the partner's first */
    text_is(w, 129, "naam", "J.D. du Burck-Maassen");
    text_is(w, 292, "huisnummer", "t/o 3");
    text_is(w, 305, "straat", "");                               /* "." = not known */
    text_is(w, 1481, "straat", "Woonboot in de Grote Sloot");
    assert_int_equal(column_state(column_of(w, "geboortedatum"), row_at(w, 292)), CELL_UNKNOWN);
    assert_int_equal(column_state(column_of(w, "huisnummer"), row_at(w, 1481)), CELL_UNKNOWN);
}

static void test_synthetic_money_for_the_lists(void **s)
{
    (void)s;
    if (!at_hand())
        return;
    struct arena a = boot;
    struct folk *w = read_all(&a);
    struct str csv, again;
    struct synth how = {0, 7, on("2025-07-01")};
    assert_true(people_synth_facts(&a, how, &w->set.facts, S("lo3"), bytes, &csv, &w->e));
    assert_true(people_synth_facts(&a, how, &w->set.facts, S("lo3"), bytes, &again, &w->e));
    assert_true(str_eq(csv, again));
    assert_false(w->t.synthetic);
    assert_true(folk_join(w, csv));
    assert_int_equal(w->report.rows_kept, 679);
    assert_int_equal(w->report.unmatched, 1);                    /* the list of a ministerial decision */
    assert_int_equal(w->report.fault_count, 0);
    assert_true(w->t.synthetic);
    assert_true(count_state(w, "verzamelinkomen", CELL_PRESENT) > 300);
    assert_true(count_true(w, "verzekerd_zvw") > 600);
    check_cells(&w->t);
}

int main(void)
{
    boot = arena_open(LIMIT_ARENA_REQUEST);
    struct str found;
    if (slurp(&boot, path, &found))
        bytes = found;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_list_is_accounted_for),
        cmocka_unit_test(test_rejected_lists),
        cmocka_unit_test(test_counts),
        cmocka_unit_test(test_partners_are_mutual),
        cmocka_unit_test(test_known_lists),
        cmocka_unit_test(test_synthetic_money_for_the_lists),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
