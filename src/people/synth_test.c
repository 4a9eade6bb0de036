/* SPDX-License-Identifier: EUPL-1.2 */
/* synth_test.c: the synthetic municipality: the same seed gives the same bytes, everybody in it is
 * plainly invented, households hold together, and shares lie where the sources put them.
 */
#include "people/folk_test.h"

static struct arena boot;
enum { PEOPLE = 30000 };

static struct str make(struct folk *w, int64_t residents, uint64_t seed)
{
    struct str csv;
    struct synth how = {residents, seed, on("2025-07-01")};
    if (!people_synth(w->a, how, &w->set.facts, &csv, &w->e))
        fail_msg("%s", w->e.text);
    return csv;
}

static struct folk *town(struct arena *a, uint64_t seed)
{
    struct folk *w = folk_open(a);
    folk_must_read(w, make(w, PEOPLE, seed));
    return w;
}

static void test_same_seed_same_bytes(void **s)
{
    (void)s;
    struct arena a = boot;
    struct folk *w = folk_open(&a);
    struct str one = make(w, 5000, 7), two = make(w, 5000, 7), other = make(w, 5000, 8);
    assert_true(str_eq(one, two));
    assert_false(str_eq(one, other));
    assert_true(str_starts(one, S("# synthetisch: zaad 7, 5000 inwoners, peildatum 2025-07-01\nbsn;")));
}

/* The same on every machine: whole numbers only. A change of the model changes this on purpose; a fact more
 * in the dictionary does not. */
static void test_the_bytes_are_these(void **s)
{
    (void)s;
    static const char *const names[] = {"partner", "geboortedatum", "verzamelinkomen", "belastbaar_loon", "huur",
                                        "rendementsgrondslag", "naam", "straat"};
    struct arena a = boot;
    struct folk *w = folk_open(&a);
    struct fact known[COUNT(names)];
    for (int i = 0; i < COUNT(names); i++) {
        known[i] = *facts_find(&w->set.facts, str_of(names[i]));
        known[i].next = i + 1 < COUNT(names) ? &known[i + 1] : NULL;
    }
    w->set.facts = (struct facts){.first = known, .count = COUNT(names)};
    struct hash h = hash_of(make(w, 2000, 7));
    struct str hex = hex_print(&a, h.at, 8);
    if (!str_eq(hex, S("5d1099cff9647d3f")))
        fail_msg("the town of seed 7 is now " STR_FMT, STR_ARG(hex));
}

static void test_everybody_is_read(void **s)
{
    (void)s;
    struct arena a = boot;
    struct folk *w = town(&a, 7);
    assert_int_equal(w->report.rows_read, PEOPLE);
    assert_int_equal(w->report.rows_kept, PEOPLE);       /* so every BSN is valid, and none stands twice */
    assert_int_equal(w->report.not_read_count, 0);
    assert_int_equal(w->report.cells_faulty, 0);
    assert_true(w->t.synthetic);
    assert_true(str_starts(w->t.label, S("synthetisch: zaad 7")));
    assert_true(w->t.column_count >= 24);
    check_cells(&w->t);
}

static void test_only_known_columns(void **s)
{
    (void)s;
    struct arena a = boot;
    struct folk *w = folk_open(&a);
    struct fact one = {.name = S("huur"), .type = FACT_AMOUNT}, two = {.name = S("naam"), .type = FACT_NUMBER};
    one.next = &two;                                      /* of another type: not ours */
    struct facts few = {.first = &one, .count = 2};
    struct str csv, rest;
    assert_true(people_synth(&a, (struct synth){10, 7, on("2025-07-01")}, &few, &csv, &w->e));
    str_until(csv, '\n', &rest);
    assert_true(str_starts(rest, S("bsn;huur\n9")));
}

static void test_plainly_invented(void **s)
{
    (void)s;
    struct arena a = boot;
    struct folk *w = town(&a, 3);
    for (int64_t i = 0; i < w->t.rows; i++) {
        struct str postcode = column_text(column_of(w, "postcode"), i);
        assert_true(str_ends(postcode, S("SA")) || str_ends(postcode, S("SD")) || str_ends(postcode, S("SS")));
        assert_true(str_eq(column_text(column_of(w, "gemeente_code"), i), S("GM9999")));
        assert_true(str_eq(column_text(column_of(w, "woonplaats"), i), S("Voorbeeldstad")));
    }
}

static void test_households_hold_together(void **s)
{
    (void)s;
    struct arena a = boot;
    struct folk *w = town(&a, 7);
    const struct column *home = column_of(w, "huishouden"), *partner = column_of(w, "partner");
    static const char *const shared[] = {"straat", "huisnummer", "postcode", "eigendom"};
    for (int64_t i = 0; i < w->t.rows; i++) {
        if (i > 0)
            assert_in_range(column_int(home, i) - column_int(home, i - 1), 0, 1);
        bool same = i > 0 && column_int(home, i) == column_int(home, i - 1);
        for (ptrdiff_t k = 0; same && k < COUNT(shared); k++)
            assert_true(str_eq(column_text(column_of(w, shared[k]), i), column_text(column_of(w, shared[k]), i - 1)));
        if (column_state(partner, i) != CELL_PRESENT)
            continue;
        int64_t other = column_int(partner, i);
        assert_int_equal(column_int(partner, other), i);
        assert_int_equal(column_int(home, other), column_int(home, i));
    }
}

static int age_of(const struct folk *w, int64_t row)
{
    const struct column *c = column_of(w, "geboortedatum");
    return column_state(c, row) == CELL_PRESENT ? date_age((int32_t)column_int(c, row), on("2025-07-01")) : -1;
}

static void test_children_are_children(void **s)
{
    (void)s;
    struct arena a = boot;
    struct folk *w = town(&a, 7);
    for (int64_t i = 0; i < w->t.rows; i++) {
        int age = age_of(w, i);
        assert_true(age >= -1 && age < 110);
        if (age >= 18 || age < 0)
            continue;
        assert_int_equal(column_state(column_of(w, "partner"), i), CELL_ABSENT);
        assert_int_equal(column_state(column_of(w, "belastbaar_loon"), i), CELL_ABSENT);
        if (column_state(column_of(w, "ontvangt_zorgtoeslag"), i) == CELL_PRESENT)
            assert_int_equal(column_int(column_of(w, "ontvangt_zorgtoeslag"), i), 0);
    }
}

/* ---- shares, per ten thousand ------------------------------------------------------------------ */

static int64_t share(int64_t part, int64_t whole)
{
    return whole ? part * 10000 / whole : 0;
}

static void between(const char *what, int64_t got, int64_t low, int64_t high)
{
    if (got < low || got > high)
        fail_msg("%s: %d and not %d to %d of ten thousand", what, (int)got, (int)low, (int)high);
}

static int64_t state_share(const struct folk *w, const char *name, enum cell_state state)
{
    int64_t n = 0;
    for (int64_t i = 0; i < w->t.rows; i++)
        n += column_state(column_of(w, name), i) == state;
    return share(n, w->t.rows);
}

static int64_t truth_share(const struct folk *w, const char *name)
{
    int64_t n = 0;
    for (int64_t i = 0; i < w->t.rows; i++)
        n += column_int(column_of(w, name), i);
    return share(n, w->t.rows);
}

/* Lists of persons: one's own children, and everybody else at the address but the partner. */
static void test_who_lives_together_is_listed(void **s)
{
    (void)s;
    struct arena a = boot;
    struct folk *w = town(&a, 7);
    const struct column *home = column_of(w, "huishouden"), *children = column_of(w, "kinderen"), *mates = column_of(w, "medebewoners");
    int64_t parents = 0;
    for (int64_t i = 0; i < w->t.rows; i++) {
        int32_t count, others;
        const int32_t *child = column_people(children, i, &count), *mate = column_people(mates, i, &others);
        for (int32_t k = 0; k < count; k++) {
            if (child[k] == PERSON_UNSEEN)
                continue;            /* the file ended in the middle of a home */
            assert_int_equal(column_int(home, child[k]), column_int(home, i));
            assert_true(child[k] > i && column_state(children, child[k]) == CELL_ABSENT);
        }
        for (int32_t k = 0; k < others; k++)
            assert_true(mate[k] != i && (mate[k] == PERSON_UNSEEN || column_int(home, mate[k]) == column_int(home, i)));
        assert_true(others >= count);
        parents += count > 0;
    }
    between("parents", share(parents, w->t.rows), 2200, 3400);
}

static void test_what_schemes_ask_fits(void **s)
{
    (void)s;
    struct arena a = boot;
    struct folk *w = town(&a, 7);
    const struct column *kind = column_of(w, "soort_loondervingsuitkering"), *a_day = column_of(w, "loondervingsuitkering_per_dag"),
                        *wage = column_of(w, "dagloon"), *works = column_of(w, "werkt_of_volgt_traject"),
                        *rent_aid = column_of(w, "ontvangt_huurtoeslag");
    for (int64_t i = 0; i < w->t.rows; i++) {
        if (column_state(kind, i) == CELL_PRESENT && column_state(a_day, i) != CELL_UNKNOWN)
            assert_int_equal(column_state(a_day, i), CELL_PRESENT);
        if (column_state(a_day, i) == CELL_PRESENT && column_state(wage, i) == CELL_PRESENT)
            assert_true(column_int(wage, i) > column_int(a_day, i));
        if (column_int(rent_aid, i))
            assert_true(str_eq(column_text(column_of(w, "eigendom"), i), S("huur")));
        if (column_int(works, i))
            assert_true(age_of(w, i) >= 18 || age_of(w, i) == -1);
    }
    between("on a benefit for employees", 10000 - state_share(w, "soort_loondervingsuitkering", CELL_ABSENT), 150, 700);
    between("silent", state_share(w, "dagloon", CELL_UNKNOWN), 80, 160);
}

static void test_shares(void **s)
{
    (void)s;
    struct arena a = boot;
    struct folk *w = town(&a, 11);
    int64_t homes = column_int(column_of(w, "huishouden"), w->t.rows - 1), renting = 0, minors = 0, old = 0;
    for (int64_t i = 0; i < w->t.rows; i++) {
        bool first = i == 0 || column_int(column_of(w, "huishouden"), i) != column_int(column_of(w, "huishouden"), i - 1);
        renting += first && str_eq(column_text(column_of(w, "eigendom"), i), S("huur"));
        int age = age_of(w, i);
        minors += age >= 0 && age < 18;
        old += age >= 65;
    }
    between("persons a household", share(w->t.rows, homes), 19500, 22500);
    between("homes that are rented", share(renting, homes), 4000, 4900);
    between("minors", share(minors, w->t.rows), 1500, 2300);
    between("65 and older", share(old, w->t.rows), 1700, 2500);
    between("insured", truth_share(w, "verzekerd_zvw"), 9500, 9980);
    between("income settled", truth_share(w, "inkomen_definitief"), 7400, 8500);
}

static void test_deliberate_faults(void **s)
{
    (void)s;
    struct arena a = boot;
    struct folk *w = town(&a, 11);
    between("birth unknown", state_share(w, "geboortedatum", CELL_UNKNOWN), 10, 60);
    between("income unknown", state_share(w, "verzamelinkomen", CELL_UNKNOWN), 100, 250);
    between("wealth unknown", state_share(w, "rendementsgrondslag", CELL_UNKNOWN), 150, 350);
    between("under investigation", truth_share(w, "in_onderzoek"), 30, 100);
    between("deceased", truth_share(w, "overleden"), 2, 40);
    between("moved abroad", truth_share(w, "vertrokken"), 20, 90);
    between("secret address", truth_share(w, "geheim_adres"), 80, 190);
    between("partner unknown", state_share(w, "partner", CELL_UNKNOWN), 5, 60);
    assert_true(w->report.partners_dangling > 0);
}

/* Adults alone with an assessed income far below, and far above, the thresholds of the model. */
static void test_take_up(void **s)
{
    (void)s;
    struct arena a = boot;
    struct folk *w = town(&a, 11);
    const struct column *income = column_of(w, "verzamelinkomen"), *takes = column_of(w, "ontvangt_zorgtoeslag"),
                        *wealth = column_of(w, "rendementsgrondslag"), *insured = column_of(w, "verzekerd_zvw");
    int64_t low = 0, low_takes = 0, high = 0, high_takes = 0;
    for (int64_t i = 0; i < w->t.rows; i++) {
        bool known = column_state(income, i) == CELL_PRESENT && column_state(takes, i) == CELL_PRESENT &&
                     column_state(wealth, i) == CELL_PRESENT && column_int(insured, i) && age_of(w, i) >= 18 &&
                     column_state(column_of(w, "buitenlands_inkomen"), i) == CELL_ABSENT &&
                     column_state(column_of(w, "partner"), i) == CELL_ABSENT;
        bool modest = known && column_int(wealth, i) < 14000000;
        bool poor = modest && column_int(income, i) < 3900000, rich = known && column_int(income, i) > 4500000;
        low += poor;
        low_takes += poor && column_int(takes, i);
        high += rich;
        high_takes += rich && column_int(takes, i);
    }
    assert_true(low > 1000 && high > 500);
    between("non-take-up", share(low - low_takes, low), 800, 1500);
    between("take-up without a right", share(high_takes, high), 20, 250);
}

static void test_refused(void **s)
{
    (void)s;
    struct arena a = boot;
    struct folk *w = folk_open(&a);
    struct str csv;
    int32_t day = on("2025-07-01");
    assert_false(people_synth(&a, (struct synth){0, 7, day}, &w->set.facts, &csv, &w->e));
    assert_int_equal(w->e.code, ERR_LIMIT);
    assert_false(people_synth(&a, (struct synth){10000000, 7, day}, &w->set.facts, &csv, &w->e));
    assert_false(people_synth(&a, (struct synth){10, 7, INT32_MIN}, &w->set.facts, &csv, &w->e));
    assert_false(people_synth_facts(&a, (struct synth){0, 7, day}, &w->set.facts, S("x"), S("bsn\n123456789\n"), &csv,
                                    &w->e));
}

static void test_any_size(void **s)
{
    (void)s;
    for (int64_t n = 1; n <= 60; n++) {
        struct arena a = boot;
        struct folk *w = folk_open(&a);
        folk_must_read(w, make(w, n, (uint64_t)n));
        assert_int_equal(w->t.rows, n);
    }
}

/* ---- money for people who exist in a file -------------------------------------------------------- */

static void test_facts_for_a_file(void **s)
{
    (void)s;
    struct arena a = boot;
    struct folk *w = folk_open(&a);
    struct synth how = {0, 7, on("2025-07-01")};
    struct str csv, turned;
    assert_true(people_synth_facts(&a, how, &w->set.facts, S("x"),
                                   S("bsn;partner_bsn;geboortedatum\n900000004;900000016;1960-01-01\n"
                                     "900000016;900000004;1961-01-01\nfout;geen;\n900000028;geen;2015-01-01\n"),
                                   &csv, &w->e));
    folk_must_read(w, csv);
    assert_int_equal(w->t.rows, 3);
    assert_true(w->t.synthetic);
    assert_true(str_eq(column_text(column_of(w, "eigendom"), 0), column_text(column_of(w, "eigendom"), 1)));
    assert_int_equal(column_state(column_of(w, "belastbaar_loon"), 2), CELL_ABSENT);  /* a child */
    /* The order of the file does not matter. */
    assert_true(people_synth_facts(&a, how, &w->set.facts, S("x"),
                                   S("geboortedatum,bsn,partner_bsn\n2015-01-01,900000028,geen\n"
                                     "1961-01-01,900000016,900000004\n1960-01-01,900000004,900000016\n"),
                                   &turned, &w->e));
    struct str rest, line;
    for (rest = turned; rest.len;) {
        line = str_until(rest, '\n', &rest);
        assert_true(str_find(csv, line) >= 0);
    }
}

int main(void)
{
    boot = arena_open(LIMIT_ARENA_REQUEST);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_same_seed_same_bytes),
        cmocka_unit_test(test_the_bytes_are_these),
        cmocka_unit_test(test_everybody_is_read),
        cmocka_unit_test(test_only_known_columns),
        cmocka_unit_test(test_plainly_invented),
        cmocka_unit_test(test_households_hold_together),
        cmocka_unit_test(test_children_are_children), cmocka_unit_test(test_who_lives_together_is_listed),
        cmocka_unit_test(test_what_schemes_ask_fits),
        cmocka_unit_test(test_shares),
        cmocka_unit_test(test_deliberate_faults),
        cmocka_unit_test(test_take_up),
        cmocka_unit_test(test_refused),
        cmocka_unit_test(test_any_size),
        cmocka_unit_test(test_facts_for_a_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
