/* SPDX-License-Identifier: EUPL-1.2 */
/* breakpoints_test.c: walks along the shipped laws, held against the income and wealth limits and the amounts that the
 * government published (laws/…/oracles, where the sources stand), and how long a walk takes. Not about laws made by
 * dice (breakpoints/).
 */
#include "place_test.h"

static struct law_set laws;

static int read_laws(void **s)
{
    (void)s;
    struct faults faults = faults_open(&boot), missing = faults_open(&boot);
    ok(app_laws(&boot, &(struct str){"laws", 4}, 1, &laws, &faults, &missing, &e));
    return faults.count + missing.count;
}

#define T(literal) {literal, sizeof literal - 1}
static const struct str alone[] = {T("geboortedatum=1980-05-01"), T("verzekerd_zvw=ja"), T("belastbaar_loon=geen"),
                                   T("buitenlands_inkomen=geen"), T("rendementsgrondslag=0"), T("verzamelinkomen=20000"),
                                   T("partner.geboortedatum=1982-03-10"), T("partner.verzekerd_zvw=ja"),
                                   T("partner.belastbaar_loon=geen"), T("partner.buitenlands_inkomen=geen"),
                                   T("partner.rendementsgrondslag=0"), T("partner.verzamelinkomen=20000")};
#define ALONE 6                      /* of these are about the resident */

static struct breaks walk(const char *date, const char *fact, const char *from, const char *to, bool couple)
{
    struct breaks_wish wish = {.facts = alone, .fact_count = couple ? COUNT(alone) : ALONE, .fact = str_of(fact),
                               .from = str_of(from), .to = str_of(to), .scheme = S("zorgtoeslag"), .date = day(date)};
    struct breaks b;
    ok(app_breakpoints(&boot, &laws, &wish, &b, &e));
    assert_true(b.exact);
    assert_int_equal(b.scheme_count, 1);
    return b;
}

/* The last value with a right lies within the euro of the published limit. */
static void stops_at(const char *date, const char *fact, bool couple, int64_t limit_cents, bool to_the_cent)
{
    bool wealth = str_ends(str_of(fact), S("grondslag"));
    struct breaks b = walk(date, fact, wealth ? "140000" : "0", wealth ? "190000" : "45000", couple);
    const struct break_scheme *found = &b.schemes[0];
    assert_int_equal(found->start_count, 0);
    assert_int_equal(found->stop_count, 1);
    if (found->stops[0] < limit_cents || found->stops[0] >= limit_cents + (to_the_cent ? 1 : 100))
        fail_msg("%s along %s stops after %lld, published is %lld", date, fact, (long long)found->stops[0], (long long)limit_cents);
}

static void test_published_limits(void **s)
{
    (void)s;
    stops_at("2025-06-15", "verzamelinkomen", false, 3971900, false);
    stops_at("2026-06-15", "verzamelinkomen", false, 4085700, false);
    stops_at("2025-06-15", "verzamelinkomen", true, 5020600 - 2000000, false);
    stops_at("2026-06-15", "partner.verzamelinkomen", true, 5114200 - 2000000, false);
    stops_at("2025-06-15", "rendementsgrondslag", false, 14189600, true);
    stops_at("2026-06-15", "rendementsgrondslag", false, 14601100, true);
    stops_at("2025-06-15", "partner.rendementsgrondslag", true, 17942900, true);
    stops_at("2026-06-15", "rendementsgrondslag", true, 18463300, true);
}

static void test_published_amounts_and_rates(void **s)
{
    (void)s;
    struct breaks single = walk("2026-06-15", "verzamelinkomen", "", "50000", false);
    struct breaks couple = walk("2026-06-15", "verzamelinkomen", "", "50000", true);
    assert_int_equal(single.schemes[0].pieces.at[0].at.cents, 155000); /* the folder's yearly maxima, euro 1,550 and 2,963 */
    assert_int_equal(couple.schemes[0].pieces.at[0].at.cents, 296300);
    assert_int_equal(single.schemes[0].pieces.count, 3);
    assert_int_equal(single.lowest, 1);
    assert_true(str_eq(rational_print(&boot, single.sums[1].percent), S("13.73"))); /* Wzt art. 2(3) */
    assert_true(single.sums[1].from > 2973600 && single.sums[1].from < 2973600 + 800);
}

static void test_pieces_are_what_the_law_says(void **s)
{
    (void)s;
    struct breaks b = walk("2026-06-15", "partner.verzamelinkomen", "", "60000", true);
    struct dice d = dice_open(3, 0);
    struct str params[COUNT(alone)];
    for (int i = 0; i < COUNT(alone); i++)
        params[i] = alone[i];
    for (int i = 0; i < 150; i++) {
        struct arena outer = boot;
        int64_t v = dice_below(&d, 6000001);
        const struct break_piece *p = b.schemes[0].pieces.at;
        while (p->to < v)
            p++;
        params[COUNT(alone) - 1] = str_format(&boot, "partner.verzamelinkomen=%lld,%02d", (long long)(v / 100), (int)(v % 100));
        struct law_case c = {S("wet_op_de_zorgtoeslag"), S("hoogte_zorgtoeslag"), day("2026-06-15"), params, COUNT(alone)};
        struct answer got;
        const struct plan *plan;
        ok(app_law_run(&boot, &laws, &c, &got, &plan, &e));
        struct str want = str_format(&boot, "%lld", (long long)(p->at.kind == BREAK_YES ? break_piece_cents(p, b.step, v) : 0));
        if (!str_eq(got.value, want))
            fail_msg("at %lld: " STR_FMT ", pieces say " STR_FMT, (long long)v, STR_ARG(got.value), STR_ARG(want));
        boot = outer;
    }
}

/* The laws of two years, and a birthday between. */
static void test_along_the_date(void **s)
{
    (void)s;
    struct breaks_wish wish = {.facts = alone, .fact_count = ALONE, .fact = S("referencedate"), .from = S("2025-01-01"),
                               .to = S("2026-12-31"), .scheme = S("zorgtoeslag"), .date = day("2025-01-01")};
    struct breaks b;
    ok(app_breakpoints(&boot, &laws, &wish, &b, &e));
    assert_int_equal(b.schemes[0].values, 730);
    assert_int_equal(b.schemes[0].pieces.count, 2);
    assert_int_equal(b.jumps.count, 1);
    assert_int_equal(b.jumps.at[0].at, day("2026-01-01"));
    struct str young[ALONE];
    for (int i = 0; i < ALONE; i++)
        young[i] = alone[i];
    young[0] = S("geboortedatum=2008-03-10");
    wish.facts = young;
    ok(app_breakpoints(&boot, &laws, &wish, &b, &e));
    assert_int_equal(b.schemes[0].start_count, 1);
    assert_int_equal(b.schemes[0].starts[0], day("2026-04-01")); /* Wzt art. 1: the month after */
}

/* A walk that touched every value by the reference would take minutes. */
static void test_ten_million_values_in_seconds(void **s)
{
    (void)s;
    int64_t start = clock_steady_ns();
    struct breaks b = walk("2026-06-15", "verzamelinkomen", "", "100000", false);
    assert_int_equal(b.schemes[0].values, 10000001);
    assert_true(clock_steady_ns() - start < 60000000000);
}

/* Nobody can walk along a partner or along children; what is known of a child is not the resident's. */
static void test_what_there_is_to_choose(void **s)
{
    (void)s;
    int count;
    bool benefit = false;
    const struct breaks_fact *at = app_breaks_facts(&boot, &laws, day("2026-06-15"), &count);
    for (int i = 0; i < count; i++) {
        assert_true(at[i].fact->type != FACT_PERSON && at[i].fact->type != FACT_PEOPLE);
        assert_false(str_eq(at[i].fact->name, S("kinderbijslag_wordt_betaald")));
        benefit |= str_eq(at[i].fact->name, S("ontvangt_kinderbijslag"));
    }
    assert_true(benefit);
}

int main(void)
{
    boot = arena_open(LIMIT_ARENA_FACTS);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_published_limits), cmocka_unit_test(test_published_amounts_and_rates),
        cmocka_unit_test(test_pieces_are_what_the_law_says), cmocka_unit_test(test_along_the_date),
        cmocka_unit_test(test_ten_million_values_in_seconds), cmocka_unit_test(test_what_there_is_to_choose),
    };
    return cmocka_run_group_tests(tests, read_laws, NULL);
}
