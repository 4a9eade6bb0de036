/* SPDX-License-Identifier: EUPL-1.2 */
/* gate_test.c: outcomes go out only with a clearance, and every row has exactly one reason.
 * Permits: permit_test.c. The towns are made by hand (town_test.h).
 */
#include "gate/town_test.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>

static struct arena boot;

#define TOWN(name, rows)                                                                       \
    (void)s;                                                                                   \
    struct arena town_arena = boot;                                                            \
    struct town *name = town_open(&town_arena, (rows), slurp(&town_arena, "tests/gate/policy.json"))

static const struct permit *permit_ok(struct town *w)
{
    const struct permit *p = NULL;
    if (!permitted(w, &p))
        fail_msg("%s", w->e.text);
    return p;
}

/* INV-4, held here by other means than the gate's: every row one reason, every clearance its row. */
static void check_result(const struct town *w)
{
    const struct gate_result *r = &w->r;
    int64_t counts[REFUSAL_COUNT] = {0}, k = 0;
    assert_int_equal(r->rows, w->t.rows);
    for (int64_t i = 0; i < r->rows; i++) {
        assert_true(r->reason[i] < REFUSAL_COUNT);
        counts[r->reason[i]]++;
        bool names = r->reason[i] == REFUSED_EXCLUDED || r->reason[i] == REFUSED_HUMAN;
        assert_true(names == (r->exclusion[i] != NULL));
        if (r->reason[i] == REFUSED_NOT)
            assert_int_equal(clearance_row(r->cleared[k++]), i);
    }
    assert_memory_equal(counts, r->counts, sizeof counts);
}

static bool cleared(struct town *w)
{
    bool ok = gate_clear(w->a, permit_ok(w), &w->t, &w->f, &w->contacts, &w->r, &w->e);
    if (ok)
        check_result(w);
    return ok;
}

static void clear(struct town *w)
{
    if (!cleared(w))
        fail_msg("%s", w->e.text);
}

static void reason_is(const struct town *w, int64_t row, enum refusal want)
{
    if (w->r.reason[row] != want)
        fail_msg("row %d is %s and not %s", (int)row, refusal_name((enum refusal)w->r.reason[row]),
                 refusal_name(want));
}

static void write_to(struct town *w, int64_t row, int32_t day)
{
    struct contact *at = arena_new(w->a, struct contact, w->contacts.count + 1);
    if (w->contacts.count)
        memcpy(at, w->contacts.at, (size_t)w->contacts.count * sizeof *at);
    at[w->contacts.count] = (struct contact){w->t.who[row], day};
    w->contacts = (struct contacts){at, w->contacts.count + 1};
}

static void opt_out(struct town *w, struct pseudonym who, struct str scheme)
{
    struct opt_out *at = arena_new(w->a, struct opt_out, w->outs.count + 1);
    if (w->outs.count)
        memcpy(at, w->outs.at, (size_t)w->outs.count * sizeof *at);
    at[w->outs.count] = (struct opt_out){who, scheme};
    w->outs = (struct opt_outs){at, w->outs.count + 1};
}

/* ---- the list -------------------------------------------------------------------------------- */

static void test_names(void **s)
{
    (void)s;
    for (int i = 0; i < REFUSAL_COUNT; i++) {
        enum refusal back;
        assert_true(refusal_find(str_of(refusal_name((enum refusal)i)), &back) && (int)back == i);
        assert_true(refusal_words(back).nl.len > 0 && refusal_words(back).en.len > 0);
    }
    enum refusal back;
    assert_false(refusal_find(S("nothing"), &back));
}

static void test_everybody_cleared(void **s)   /* INV-1: the whole of a clearance */
{
    TOWN(w, 5);
    clear(w);
    assert_int_equal(w->r.counts[REFUSED_NOT], 5);
    const struct clearance *c = w->r.cleared[3];
    struct pseudonym who = clearance_who(c), want = person(3);
    assert_memory_equal(&who, &want, sizeof who);
    assert_true(str_eq(clearance_scheme(c), S("proef")));
    assert_int_equal(clearance_amount_cents(c), 100000);
    assert_int_equal(clearance_rung(c), 3);
    assert_true(str_eq(clearance_policy(c)->id, S("proef")));
}

static void test_empty_town(void **s)
{
    TOWN(w, 0);
    clear(w);
    assert_int_equal(w->r.funnel.searched, 0);
}

/* ---- each reason, and their order ---------------------------------------------------------------- */

static void set_opted(struct town *w) { opt_out(w, w->t.who[2], S("proef")); }
static void set_ceiling(struct town *w) { w->ceiling.from = on("2026-06-02"); w->today = on("2026-06-02"); }
static void set_unverified(struct town *w) { w->scheme.unverified = &w->note; }
static void set_dead(struct town *w) { set_bool(w->overleden, 2, true); }
static void set_faulty(struct town *w) { w->f.verdict[2] = VERDICT_FAULTY; }
static void set_no(struct town *w) { w->f.verdict[2] = VERDICT_NO; }
static void set_unknown(struct town *w) { w->f.verdict[2] = VERDICT_UNKNOWN; }
static void set_unsettled(struct town *w) { set_bool(w->definitief, 2, false); }
static void set_using(struct town *w) { set_bool(w->gebruik, 2, true); }
static void set_use_unknown(struct town *w) { set_state(w->gebruik, 2, CELL_UNKNOWN); }
static void set_small(struct town *w) { w->f.amount_cents[2] = 11999; }
static void set_human(struct town *w) { set_bool(w->geheim, 2, true); }
static void set_recent(struct town *w) { write_to(w, 2, w->today - 1); }
static void set_control(struct town *w) { dial(w, "\"control_per_mille\": 0", "\"control_per_mille\": 1000"); }
static void set_cell(struct town *w) { dial(w, "\"k_min\": 1,", "\"k_min\": 6,"); }
static void set_sample(struct town *w) { dial(w, "\"sample_per_mille\": 0", "\"sample_per_mille\": 1000"); }

static const struct { enum refusal reason; void (*set)(struct town *w); bool everybody; } stages[] = {
    /* last to first: each next one comes before all that were set already */
    {REFUSED_SAMPLE, set_sample, true},
    {REFUSED_CELL, set_cell, true},
    {REFUSED_CONTROL, set_control, true},
    {REFUSED_RECENT, set_recent, false},
    {REFUSED_HUMAN, set_human, false},
    {REFUSED_AMOUNT, set_small, false},
    {REFUSED_USE_UNKNOWN, set_use_unknown, false},
    {REFUSED_USING, set_using, false},
    {REFUSED_UNSETTLED, set_unsettled, false},
    {REFUSED_UNCERTAIN, set_unknown, false},
    {REFUSED_NOT_ENTITLED, set_no, false},
    {REFUSED_FAULTY, set_faulty, false},
    {REFUSED_EXCLUDED, set_dead, false},
    {REFUSED_UNVERIFIED, set_unverified, true},
    {REFUSED_CEILING, set_ceiling, true},
    {REFUSED_OPTED_OUT, set_opted, false},
};

static void test_each_reason_alone(void **s)   /* INV-4 */
{
    (void)s;
    for (int i = 0; i < COUNT(stages); i++) {
        TOWN(w, 5);
        stages[i].set(w);
        clear(w);
        for (int64_t row = 0; row < 5; row++)
            reason_is(w, row, stages[i].everybody || row == 2 ? stages[i].reason : REFUSED_NOT);
    }
}

static void test_order(void **s)               /* INV-4: the first that holds is the one */
{
    TOWN(w, 5);
    for (int i = 0; i < COUNT(stages); i++) {
        stages[i].set(w);
        clear(w);
        reason_is(w, 2, stages[i].reason);
        assert_true(i == 0 || stages[i].reason < stages[i - 1].reason);
    }
}

static void test_ceiling_of_the_plans_date(void **s)   /* L1 */
{
    TOWN(w, 2);
    w->ceiling.until = on("2026-06-01");
    clear(w);
    reason_is(w, 0, REFUSED_NOT);              /* until is inclusive */
    w->ceiling = (struct ceiling){.rung = 3, .from = on("2026-06-01"), .until = INT32_MAX, .source = S("x")};
    clear(w);
    reason_is(w, 0, REFUSED_NOT);              /* from too, and the rung itself */
    struct ceiling low = {.rung = 2, .from = on("2020-01-01"), .until = on("2026-05-31"), .source = S("y"), .next = &w->ceiling};
    w->scheme.ceilings = &low;
    w->plan.date = on("2026-05-31");
    clear(w);
    reason_is(w, 0, REFUSED_CEILING);
}

static void test_unverified_may_be_shown_on_synthetic_people(void **s)   /* L12 */
{
    TOWN(w, 2);
    w->scheme.unverified = &w->note;
    w->t.synthetic = true;
    clear(w);
    reason_is(w, 0, REFUSED_NOT);
}

/* ---- INV-3: unknown is never a yes or a no --------------------------------------------------------- */

static void test_unknown_is_never_zero(void **s)       /* INV-3 */
{
    TOWN(w, 12);
    for (int i = CELL_UNKNOWN; i <= CELL_FAULTY; i++) {
        set_state(w->overleden, i, (enum cell_state)i);        /* "true_or_unknown" */
        set_state(w->geheim, 3 + i, (enum cell_state)i);       /* "true" only */
        set_state(w->gebruik, 6 + i, (enum cell_state)i);
    }
    set_state(w->definitief, 10, CELL_UNKNOWN);
    w->f.amount_state[11] = CELL_UNKNOWN;
    w->f.amount_cents[11] = 0;
    clear(w);
    for (int i = 1; i <= 3; i++) {
        reason_is(w, i, REFUSED_EXCLUDED);
        reason_is(w, 3 + i, REFUSED_NOT);
        reason_is(w, 6 + i, REFUSED_USE_UNKNOWN);
    }
    assert_true(str_eq(w->r.exclusion[1]->fact, S("overleden")));
    reason_is(w, 10, REFUSED_UNSETTLED);
    reason_is(w, 11, REFUSED_UNCERTAIN);
}

static void test_impossible_amounts(void **s)
{
    TOWN(w, 4);
    w->f.amount_state[0] = CELL_FAULTY;
    w->f.amount_cents[1] = LIMIT_CENTS + 1;
    w->f.amount_cents[2] = -5;
    clear(w);
    reason_is(w, 0, REFUSED_FAULTY);
    reason_is(w, 1, REFUSED_FAULTY);
    reason_is(w, 2, REFUSED_AMOUNT);
}

static void test_columns_that_are_not_there(void **s)  /* INV-3 */
{
    TOWN(w, 2);
    w->scheme.take_up = S("");
    clear(w);
    reason_is(w, 0, REFUSED_USE_UNKNOWN);
    w->scheme.take_up = S("inkomen");          /* in the dictionary, not in the policy */
    table_add(&w->t, S("inkomen"), COLUMN_BOOLEAN);
    clear(w);
    reason_is(w, 0, REFUSED_USE_UNKNOWN);
    w->scheme.take_up = S("postcode");         /* allowed, but no boolean */
    clear(w);
    reason_is(w, 0, REFUSED_USE_UNKNOWN);
    w->scheme.take_up = S("gebruik");
    w->t.columns[1].name = S("iets");          /* overleden is gone */
    clear(w);
    reason_is(w, 0, REFUSED_EXCLUDED);
}

/* INV-2, L3: a column that the policy does not name is not looked at, even if it is there. */
static void test_only_allowed_facts_are_seen(void **s)
{
    TOWN(w, 2);
    dial(w, "{\"fact\": \"gebruik\", \"source\": \"Uitvoerder\"",
         "{\"fact\": \"inkomen\", \"source\": \"Belastingdienst\"");
    clear(w);
    reason_is(w, 0, REFUSED_USE_UNKNOWN);
    assert_int_equal(w->r.funnel.not_using, 0);
}

static void test_amount_edges(void **s)
{
    TOWN(w, 3);
    w->f.amount_cents[0] = 12000;
    w->f.amount_cents[1] = 11999;
    clear(w);
    reason_is(w, 0, REFUSED_NOT);
    reason_is(w, 1, REFUSED_AMOUNT);
    w->scheme.monthly = true;
    w->f.amount_cents[0] = 1000;
    w->f.amount_cents[1] = 999;
    clear(w);
    reason_is(w, 0, REFUSED_NOT);
    assert_int_equal(clearance_amount_cents(w->r.cleared[0]), 12000);
    reason_is(w, 1, REFUSED_AMOUNT);
}

static void test_estimated_timing(void **s)
{
    TOWN(w, 2);
    dial(w, "\"settled\", \"settled_fact\": \"definitief\"", "\"estimated\"");
    set_bool(w->definitief, 0, false);
    clear(w);
    reason_is(w, 0, REFUSED_NOT);
}

/* ---- contacts ------------------------------------------------------------------------------------- */

static void test_contact_edges(void **s)
{
    TOWN(w, 6);
    write_to(w, 0, w->today - 179);
    write_to(w, 1, w->today - 180);
    write_to(w, 2, w->today - 200);
    write_to(w, 2, w->today - 364);            /* the second within 365 days */
    write_to(w, 3, w->today - 200);
    write_to(w, 3, w->today - 365);
    write_to(w, 4, w->today + 3);              /* a letter of tomorrow is no reason to write today */
    clear(w);
    static const enum refusal want[] = {REFUSED_RECENT, REFUSED_NOT,    REFUSED_RECENT,
                                        REFUSED_NOT,    REFUSED_RECENT, REFUSED_NOT};
    for (int i = 0; i < 6; i++)
        reason_is(w, i, want[i]);
}

/* ---- opt-outs -------------------------------------------------------------------------------------- */

static void test_opt_outs(void **s)            /* INV-8, L5 */
{
    TOWN(w, 5);
    opt_out(w, person(0), S("proef"));
    opt_out(w, person(1), S("iets_anders"));
    opt_out(w, person(2), S(""));              /* since the table was read */
    opt_out(w, person(2), S("iets_anders"));
    opt_out(w, person(3), S("iets_anders"));
    opt_out(w, person(3), S("proef"));
    const struct permit *p = permit_ok(w);
    assert_false(permit_opted_out(p, person(0)));
    assert_true(permit_opted_out(p, person(2)));
    assert_false(permit_opted_out(p, person(99)));
    clear(w);
    static const enum refusal want[] = {REFUSED_OPTED_OUT, REFUSED_NOT, REFUSED_OPTED_OUT, REFUSED_OPTED_OUT,
                                        REFUSED_NOT};
    for (int i = 0; i < 5; i++)
        reason_is(w, i, want[i]);
    /* they are in no figure either */
    assert_int_equal(w->r.funnel.searched, 2);
    assert_int_equal(w->r.funnel.entitled, 2);
    assert_int_equal(w->r.funnel.entitled_cents_year, 200000);
}

static void test_many_opt_outs(void **s)       /* INV-8 */
{
    TOWN(w, 1);
    int64_t many = 200000;
    struct opt_out *at = arena_new(w->a, struct opt_out, many);
    for (int64_t i = 0; i < many; i++)
        at[i] = (struct opt_out){person(i / 2 * 2), S("")};    /* each twice */
    w->outs = (struct opt_outs){at, many};
    const struct permit *p = permit_ok(w);
    for (int64_t i = 0; i < many; i++)
        assert_true(permit_opted_out(p, person(i)) == (i % 2 == 0));
}

/* ---- couples ---------------------------------------------------------------------------------------- */

#define JOINT(name, rows) (void)s; struct arena town_arena = boot; struct town *name = joint(&town_arena, (rows))

static void test_couple_gets_one_letter(void **s)
{
    JOINT(w, 6);
    marry(w, 4, 1);
    set_state(w->partner, 2, CELL_UNKNOWN);    /* only one side knows */
    set_person(w->partner, 5, 2);
    clear(w);
    reason_is(w, 1, REFUSED_NOT);
    reason_is(w, 4, REFUSED_PARTNER);
    reason_is(w, 2, REFUSED_NOT);
    reason_is(w, 5, REFUSED_PARTNER);
    assert_int_equal(w->r.funnel.entitled, 6);
    assert_int_equal(w->r.funnel.not_using, 6);
    assert_int_equal(w->r.funnel.entitled_cents_year, 400000);
    assert_int_equal(w->r.funnel.not_using_cents_year, 400000);
    assert_int_equal(w->r.cleared_cents_year, 400000);
    w->scheme.joint_with = S("");
    clear(w);
    assert_int_equal(w->r.counts[REFUSED_NOT], 6);
    assert_int_equal(w->r.funnel.entitled_cents_year, 600000);
}

/* The lower row would not be cleared: the other gets the letter. */
static void test_partner_steps_in(void **s)
{
    JOINT(w, 4);
    marry(w, 0, 1);
    set_bool(w->overleden, 0, true);
    marry(w, 2, 3);
    opt_out(w, person(2), S("proef"));
    clear(w);
    reason_is(w, 0, REFUSED_EXCLUDED);
    reason_is(w, 1, REFUSED_NOT);
    reason_is(w, 2, REFUSED_OPTED_OUT);
    reason_is(w, 3, REFUSED_NOT);
    assert_int_equal(w->r.funnel.entitled_cents_year, 200000);    /* 0 and 1 as one, and 3 */
    assert_int_equal(w->r.cleared_cents_year, 200000);
}

static void test_couple_uses_together(void **s)
{
    JOINT(w, 8);
    for (int i = 0; i < 8; i += 2)
        marry(w, i, i + 1);
    set_bool(w->gebruik, 1, true);             /* 0, 1: one uses, so both do */
    set_state(w->gebruik, 2, CELL_UNKNOWN);    /* 2, 3: perhaps */
    set_state(w->gebruik, 4, CELL_UNKNOWN);
    set_bool(w->gebruik, 5, true);             /* 4, 5: certainly, all the same */
    clear(w);
    static const enum refusal want[] = {REFUSED_USING, REFUSED_USING, REFUSED_USE_UNKNOWN, REFUSED_USE_UNKNOWN,
                                        REFUSED_USING, REFUSED_USING, REFUSED_NOT, REFUSED_PARTNER};
    for (int i = 0; i < 8; i++)
        reason_is(w, i, want[i]);
    assert_int_equal(w->r.funnel.entitled, 8);
    assert_int_equal(w->r.funnel.not_using, 2);
    assert_int_equal(w->r.funnel.entitled_cents_year, 400000);
    assert_int_equal(w->r.funnel.not_using_cents_year, 100000);
}

static void test_couple_shares_limits(void **s)
{
    JOINT(w, 8);
    for (int i = 0; i < 8; i += 2)
        marry(w, i, i + 1);
    write_to(w, 0, w->today - 10);             /* else the next run would write to 1 */
    set_bool(w->definitief, 3, false);
    set_bool(w->geheim, 4, true);
    clear(w);
    static const enum refusal want[] = {REFUSED_RECENT, REFUSED_RECENT, REFUSED_UNSETTLED, REFUSED_UNSETTLED,
                                        REFUSED_HUMAN, REFUSED_JOINT_HUMAN, REFUSED_NOT, REFUSED_PARTNER};
    for (int i = 0; i < 8; i++)
        reason_is(w, i, want[i]);
    assert_null(w->r.exclusion[5]);            /* which of the other's facts it was is not told */
}

static void first_unsettled(struct town *w)
{
    set_state(w->definitief, 0, CELL_UNKNOWN);
}

static void first_using(struct town *w)
{
    set_bool(w->gebruik, 0, true);
}

static void first_human(struct town *w)
{
    set_bool(w->geheim, 0, true);
}

static void first_recent(struct town *w)
{
    write_to(w, 0, w->today);
}

/* The same with the first row of the table as the partner whose facts count. */
static void test_partner_in_the_first_row(void **s)
{
    static void (*const spoil[])(struct town *w) = {first_unsettled, first_using, first_human, first_recent};
    static const enum refusal want[] = {REFUSED_UNSETTLED, REFUSED_USING, REFUSED_JOINT_HUMAN, REFUSED_RECENT};
    for (int i = 0; i < COUNT(want); i++) {
        JOINT(w, 2);
        marry(w, 0, 1);
        spoil[i](w);
        clear(w);
        reason_is(w, 1, want[i]);
    }
}

static void test_no_couple(void **s)
{
    JOINT(w, 7);
    set_person(w->partner, 0, 0);              /* oneself */
    set_person(w->partner, 1, 700);            /* nobody here */
    set_person(w->partner, 2, 3);              /* 3 says: none */
    set_person(w->partner, 4, 5);
    marry(w, 5, 6);                            /* 5 says: another */
    clear(w);
    for (int i = 0; i < 6; i++)
        reason_is(w, i, REFUSED_NOT);
    reason_is(w, 6, REFUSED_PARTNER);
}

static void test_one_sided_couples(void **s)
{
    JOINT(w, 5);
    set_state(w->partner, 0, CELL_UNKNOWN);
    set_person(w->partner, 1, 0);              /* 0 does not say: a couple */
    set_person(w->partner, 2, 0);              /* too late: 0 has one already */
    set_state(w->partner, 3, CELL_FAULTY);
    set_person(w->partner, 4, 5);              /* one past the last row */
    clear(w);
    static const enum refusal want[] = {REFUSED_NOT, REFUSED_PARTNER, REFUSED_NOT, REFUSED_NOT, REFUSED_NOT};
    for (int i = 0; i < 5; i++)
        reason_is(w, i, want[i]);
}

/* A run and the next: whoever got a letter, and their partner, get none again. */
static void test_next_run_is_quiet(void **s)
{
    JOINT(w, 6);
    marry(w, 0, 3);
    clear(w);
    int64_t letters = w->r.counts[REFUSED_NOT];
    assert_int_equal(letters, 5);
    for (int64_t i = 0; i < letters; i++)
        write_to(w, clearance_row(w->r.cleared[i]), w->today);
    w->today += 1;
    clear(w);
    assert_int_equal(w->r.counts[REFUSED_RECENT], 6);
}

/* ---- cells ------------------------------------------------------------------------------------------- */

static void test_cells(void **s)
{
    TOWN(w, 10);
    dial(w, "\"k_min\": 1,", "\"k_min\": 3,");
    static const char *const codes[] = {"1111AA", "1111BB", "1111CC", "2222AA", "2222BB",
                                        "2222CC", "",       "33",     "33",     "33"};
    for (int i = 0; i < 10; i++)
        set_text(w->postcode, i, str_of(codes[i]));
    clear(w);
    for (int i = 0; i < 10; i++)
        reason_is(w, i, i == 6 ? REFUSED_CELL : REFUSED_NOT);
    set_bool(w->gebruik, 4, true);             /* 2222 is left with two */
    set_state(w->postcode, 8, CELL_UNKNOWN);   /* so is 33 */
    clear(w);
    for (int i = 0; i < 10; i++)
        reason_is(w, i, i < 3 ? REFUSED_NOT : i == 4 ? REFUSED_USING : REFUSED_CELL);
}

static void test_no_cells(void **s)
{
    TOWN(w, 2);                                /* k_min 1: off, so nothing about groups is asked */
    set_state(w->postcode, 0, CELL_UNKNOWN);
    clear(w);
    reason_is(w, 0, REFUSED_NOT);
}

/* Characters, not bytes. */
static void test_cells_count_characters(void **s)
{
    TOWN(w, 4);
    dial(w, "\"k_min\": 1,", "\"k_min\": 2,");
    dial(w, "\"chars\": 4", "\"chars\": 2");
    static const char *const codes[] = {"\u00e9\u00e91", "\u00e9\u00e92", "\u00e9\u00e8", "\u00e9"};
    for (int i = 0; i < 4; i++)
        set_text(w->postcode, i, str_of(codes[i]));
    clear(w);
    for (int i = 0; i < 4; i++)
        reason_is(w, i, i < 2 ? REFUSED_NOT : REFUSED_CELL);
}

/* ---- lots, budget --------------------------------------------------------------------------------------- */

static void test_lots_can_be_repeated(void **s)
{
    TOWN(w, 20000);
    dial(w, "\"control_per_mille\": 0", "\"control_per_mille\": 100");
    dial(w, "\"sample_per_mille\": 0", "\"sample_per_mille\": 20");
    clear(w);
    struct gate_result first = w->r;
    clear(w);
    assert_memory_equal(first.reason, w->r.reason, 20000);
    assert_in_range(first.counts[REFUSED_CONTROL], 1800, 2200);
    assert_in_range(first.counts[REFUSED_SAMPLE], 280, 440);
    for (int64_t i = 0; i < 20000; i++)        /* the same people in another order */
        w->t.who[i] = person(19999 - i);
    clear(w);
    for (int64_t i = 0; i < 20000; i++)
        assert_int_equal(first.reason[i], w->r.reason[19999 - i]);
    fill(w);
    dial(w, "\"seed\": 7", "\"seed\": 8");
    clear(w);
    assert_memory_not_equal(first.reason, w->r.reason, 20000);
}

static void test_couples_draw_as_one(void **s)
{
    JOINT(w, 2000);
    for (int i = 0; i < 1000; i++)
        marry(w, i, 1999 - i);
    dial(w, "\"control_per_mille\": 0", "\"control_per_mille\": 300");
    dial(w, "\"sample_per_mille\": 0", "\"sample_per_mille\": 300");
    clear(w);
    for (int i = 0; i < 1000; i++) {
        bool waits = w->r.reason[i] == REFUSED_CONTROL;
        assert_true(waits == (w->r.reason[1999 - i] == REFUSED_CONTROL));
        assert_true(waits || w->r.reason[1999 - i] == REFUSED_PARTNER);
    }
    assert_true(w->r.counts[REFUSED_CONTROL] > 0 && w->r.counts[REFUSED_SAMPLE] > 0);
}

/* The smaller pseudonym draws, whichever row it is in. */
static void test_couple_draws_wherever_it_stands(void **s)
{
    JOINT(w, 2);
    marry(w, 0, 1);
    dial(w, "\"control_per_mille\": 0", "\"control_per_mille\": 500");
    for (int64_t n = 0; n < 200; n++) {
        w->t.who[0] = person(2 * n);
        w->t.who[1] = person(2 * n + 1);
        clear(w);
        bool waits = w->r.reason[0] == REFUSED_CONTROL;
        w->t.who[0] = person(2 * n + 1);
        w->t.who[1] = person(2 * n);
        clear(w);
        assert_true(waits == (w->r.reason[0] == REFUSED_CONTROL));
    }
}

static void test_budget(void **s)
{
    TOWN(w, 1000);
    dial(w, "\"letters_max\": 0", "\"letters_max\": 1000");
    clear(w);
    assert_int_equal(w->r.counts[REFUSED_NOT], 1000);
    dial(w, "\"letters_max\": 1000", "\"letters_max\": 300");
    clear(w);
    assert_int_equal(w->r.counts[REFUSED_NOT], 300);
    assert_int_equal(w->r.counts[REFUSED_BUDGET], 700);
    int64_t early = 0;
    for (int i = 0; i < 500; i++)
        early += w->r.reason[i] == REFUSED_NOT;
    assert_in_range(early, 110, 190);          /* no matter where somebody stands */
    uint8_t before[1000];
    memcpy(before, w->r.reason, sizeof before);
    dial(w, "\"letters_max\": 300", "\"letters_max\": 400");
    clear(w);
    for (int i = 0; i < 1000; i++)             /* a larger budget takes nobody's letter away */
        assert_true(before[i] != REFUSED_NOT || w->r.reason[i] == REFUSED_NOT);
    for (int64_t i = 0; i < 1000; i++)         /* all equal lots: by row, and still exactly so many */
        w->t.who[i] = person(1);
    clear(w);
    assert_int_equal(w->r.counts[REFUSED_NOT], 400);
    reason_is(w, 399, REFUSED_NOT);
    reason_is(w, 400, REFUSED_BUDGET);
}

/* ---- the ratio of searching ------------------------------------------------------------------------------ */

static void test_search_ratio(void **s)
{
    TOWN(w, 10);
    dial(w, "\"ratio_max\": 0", "\"ratio_max\": 5");
    for (int i = 2; i < 10; i++)
        w->f.verdict[i] = VERDICT_NO;
    clear(w);                                  /* 10 for 2 is 5 */
    w->f.verdict[1] = VERDICT_NO;
    struct gate_result untouched = w->r;
    assert_false(cleared(w));
    assert_int_equal(w->e.code, ERR_GATE);
    assert_non_null(strstr(w->e.text, "10 residents were searched for 1 letters"));
    assert_memory_equal(&untouched, &w->r, sizeof untouched);
    w->f.verdict[0] = VERDICT_NO;              /* nobody: nothing goes out, and the reasons say why */
    clear(w);
    assert_int_equal(w->r.counts[REFUSED_NOT_ENTITLED], 10);
}

/* ---- sums: INV-10 ------------------------------------------------------------------------------------------ */

static void test_sums(void **s)                /* INV-10 */
{
    TOWN(w, 6);
    w->scheme.monthly = true;
    for (int i = 0; i < 6; i++)
        w->f.amount_cents[i] = 1001 + i;
    w->f.verdict[0] = VERDICT_NO;
    w->f.verdict[1] = VERDICT_UNKNOWN;
    set_bool(w->gebruik, 2, true);
    set_state(w->gebruik, 3, CELL_UNKNOWN);
    set_bool(w->geheim, 4, true);
    clear(w);
    assert_int_equal(w->r.funnel.searched, 6);
    assert_int_equal(w->r.funnel.entitled, 4);
    assert_int_equal(w->r.funnel.not_using, 2);
    assert_int_equal(w->r.funnel.entitled_cents_year, 12 * (1003 + 1004 + 1005 + 1006));
    assert_int_equal(w->r.funnel.not_using_cents_year, 12 * (1005 + 1006));
    assert_int_equal(w->r.cleared_cents_year, 12 * 1006);
}

static void test_sum_that_does_not_fit(void **s)
{
    TOWN(w, 100000);
    for (int i = 0; i < 100000; i++)
        w->f.amount_cents[i] = LIMIT_CENTS;
    assert_false(cleared(w));
    assert_int_equal(w->e.code, ERR_LIMIT);
}

/* ---- a town at random: what must hold whatever happens ------------------------------------------------------- */

/* INV-5: what is cleared is entitled, known, unused and allowed; nobody else is. */
static void check_cleared_row(const struct town *w, int64_t i)
{
    assert_true(w->f.verdict[i] == VERDICT_YES && w->f.amount_state[i] == CELL_PRESENT);
    assert_true(w->f.amount_cents[i] >= 20000);
    assert_true(column_state(w->gebruik, i) == CELL_PRESENT && !column_int(w->gebruik, i));
    assert_true(column_state(w->overleden, i) == CELL_PRESENT && !column_int(w->overleden, i));
    assert_true(column_int(w->definitief, i) == 1 && column_int(w->geheim, i) == 0);
    int64_t j = column_state(w->partner, i) == CELL_PRESENT ? column_int(w->partner, i) : i;
    if (j != i && column_state(w->partner, j) == CELL_PRESENT && column_int(w->partner, j) == i) {
        assert_true(w->r.reason[j] != REFUSED_NOT);
        assert_true(column_int(w->gebruik, j) == 0 && column_int(w->definitief, j) == 1 &&
                    column_int(w->geheim, j) == 0);
    }
}

static void check_town(const struct town *w, int64_t letters_max, int k_min)
{
    int64_t cells[5] = {0};
    for (int64_t i = 0; i < w->t.rows; i++) {
        if (w->r.reason[i] != REFUSED_NOT)
            continue;
        check_cleared_row(w, i);
        struct str code = column_text(w->postcode, i);
        cells[code.len < 4 ? 4 : code.at[3] - '1']++;
    }
    for (int i = 0; i < 5; i++)                /* no small group in the mailing itself */
        assert_true(cells[i] == 0 || cells[i] >= k_min);
    assert_true(w->r.counts[REFUSED_NOT] <= letters_max);
    assert_true(w->r.cleared_cents_year <= w->r.funnel.not_using_cents_year);
    assert_true(w->r.funnel.not_using_cents_year <= w->r.funnel.entitled_cents_year);
}

static void test_random_towns(void **s)        /* INV-4, INV-5 */
{
    (void)s;
    struct dice d = dice_open(20260601, 1);
    int64_t letters = 0;
    for (int round = 0; round < 300; round++) {
        struct arena a = boot;
        struct town *w = joint(&a, 1 + dice_below(&d, 300));
        scatter(w, &d);
        dial(w, "\"k_min\": 1,", "\"k_min\": 4,");
        dial(w, "\"letters_max\": 0", "\"letters_max\": 25");
        dial(w, "\"sample_per_mille\": 0", "\"sample_per_mille\": 50");
        dial(w, "\"control_per_mille\": 0", "\"control_per_mille\": 100");
        dial(w, "\"amount_min\": 12000", "\"amount_min\": 20000");
        dial(w, "\"overleden\", \"treatment\": \"exclude\"", "\"overleden\", \"treatment\": \"human\"");
        clear(w);
        check_town(w, 25, 4);
        letters += w->r.counts[REFUSED_NOT];
    }
    assert_true(letters > 300);                /* or nothing was tested */
}

int main(void)
{
    boot = arena_open(LIMIT_ARENA_BOOT);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_everybody_cleared),
        cmocka_unit_test(test_empty_town),
        cmocka_unit_test(test_each_reason_alone),
        cmocka_unit_test(test_order),
        cmocka_unit_test(test_ceiling_of_the_plans_date),
        cmocka_unit_test(test_unverified_may_be_shown_on_synthetic_people),
        cmocka_unit_test(test_unknown_is_never_zero),
        cmocka_unit_test(test_impossible_amounts),
        cmocka_unit_test(test_columns_that_are_not_there),
        cmocka_unit_test(test_only_allowed_facts_are_seen),
        cmocka_unit_test(test_amount_edges),
        cmocka_unit_test(test_estimated_timing),
        cmocka_unit_test(test_contact_edges),
        cmocka_unit_test(test_opt_outs),
        cmocka_unit_test(test_many_opt_outs),
        cmocka_unit_test(test_couple_gets_one_letter),
        cmocka_unit_test(test_partner_steps_in),
        cmocka_unit_test(test_couple_uses_together),
        cmocka_unit_test(test_couple_shares_limits),
        cmocka_unit_test(test_partner_in_the_first_row),
        cmocka_unit_test(test_no_couple), cmocka_unit_test(test_one_sided_couples),
        cmocka_unit_test(test_next_run_is_quiet),
        cmocka_unit_test(test_cells), cmocka_unit_test(test_no_cells),
        cmocka_unit_test(test_cells_count_characters),
        cmocka_unit_test(test_lots_can_be_repeated),
        cmocka_unit_test(test_couples_draw_as_one),
        cmocka_unit_test(test_couple_draws_wherever_it_stands),
        cmocka_unit_test(test_budget),
        cmocka_unit_test(test_search_ratio),
        cmocka_unit_test(test_sums),
        cmocka_unit_test(test_sum_that_does_not_fit),
        cmocka_unit_test(test_random_towns),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
