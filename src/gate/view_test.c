/* SPDX-License-Identifier: EUPL-1.2 */
/* view_test.c: what other dials would do: the reasons that a signed policy with those dials gives, and never a clearance;
 * and every row's reason against the plain way of finding it. The checks one by one: gate_test.c.
 */
#include "gate/town_test.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

static struct arena boot;

#define TOWN(name, rows)                                                                       \
    (void)s;                                                                                   \
    struct arena town_arena = boot;                                                            \
    struct town *name = town_open(&town_arena, (rows), slurp(&town_arena, "tests/gate/policy.json"))
#define JOINT(name, rows) (void)s; struct arena town_arena = boot; struct town *name = joint(&town_arena, (rows))

static const struct permit *permit_ok(struct town *w)
{
    const struct permit *p = NULL;
    if (!permitted(w, &p))
        fail_msg("%s", w->e.text);
    return p;
}

static void clear(struct town *w)
{
    if (!gate_clear(w->a, permit_ok(w), &w->t, &w->f, &w->contacts, &w->r, &w->e))
        fail_msg("%s", w->e.text);
}

static void write_to(struct town *w, int64_t row, int32_t day)
{
    struct contact *at = arena_new(w->a, struct contact, 1);
    *at = (struct contact){w->t.who[row], day};
    w->contacts = (struct contacts){at, 1};
}

/* ---- other dials: counts, never a clearance (INV-13) --------------------------------------------------------- */

static const struct gate_view *view(struct town *w, const struct permit *p)
{
    const struct gate_view *v = NULL;
    if (!gate_view(w->a, p, &w->t, &w->f, &w->contacts, &v, &w->e))
        fail_msg("%s", w->e.text);
    return v;
}

static struct gate_weighed weigh(struct town *w, const struct gate_view *v, const struct policy *p, const uint8_t *written)
{
    struct gate_weighed out;
    if (!gate_weigh(w->a, v, p, written, &out, &w->e))
        fail_msg("%s", w->e.text);
    return out;
}

static void test_variant_gets_no_permit(void **s)      /* INV-13, INV-7 */
{
    TOWN(w, 3);
    const struct permit *p = permit_ok(w), *none = NULL;
    struct policy *q = policy_variant(w->a, permit_policy(p));
    q->k_min = 2;
    assert_int_equal(weigh(w, view(w, p), q, NULL).counts[REFUSED_NOT], 3);
    assert_false(gate_permit(w->a, q, sign_public(seed), &w->set, w->today, &w->outs, NULL, &none, &w->e));
    assert_null(none);
    q->is_signed = true;                               /* saying that it was signed does not help */
    q->signed_key = permit_policy(p)->signed_key;
    q->signature = permit_policy(p)->signature;
    assert_false(gate_permit(w->a, q, sign_public(seed), &w->set, w->today, &w->outs, NULL, &none, &w->e));
    assert_null(none);
    assert_false(gate_view(w->a, gate_permit_rehearsal(w->a, &w->set, w->today), &w->t, &w->f, NULL,
                           &(const struct gate_view *){NULL}, &w->e));
}

static void test_blocks(void **s)
{
    TOWN(w, 10);
    for (int i = 2; i < 10; i++)
        w->f.verdict[i] = VERDICT_NO;
    const struct permit *p = permit_ok(w);
    const struct gate_view *v = view(w, p);
    struct policy *q = policy_variant(w->a, permit_policy(p));
    q->search_ratio_max = 5;
    assert_int_equal(weigh(w, v, q, NULL).block, BLOCK_NOT);
    q->search_ratio_max = 4;
    assert_int_equal(weigh(w, v, q, NULL).block, BLOCK_RATIO);
    assert_int_equal(weigh(w, v, q, NULL).counts[REFUSED_NOT], 2);
    q->schemes->rung = 2;
    assert_int_equal(weigh(w, v, q, NULL).block, BLOCK_RUNG);
    q->schemes->rung = 4;
    q->search_ratio_max = 0;
    assert_int_equal(weigh(w, v, q, NULL).block, BLOCK_NOT);
    q->schemes->rung = 5;
    assert_int_equal(weigh(w, v, q, NULL).block, BLOCK_CEILING);
    assert_int_equal(weigh(w, v, q, NULL).counts[REFUSED_CEILING], 10);
}

static void test_written_earlier_in_the_run(void **s)
{
    JOINT(w, 4);
    marry(w, 0, 1);
    const struct permit *p = permit_ok(w);
    const struct gate_view *v = view(w, p);
    uint8_t written[4] = {0, 1, 1, 0};                 /* a letter to either of a couple counts for both */
    struct gate_weighed r = weigh(w, v, permit_policy(p), written);
    assert_int_equal(r.counts[REFUSED_RECENT], 3);
    assert_int_equal(r.reason[3], REFUSED_NOT);
    struct policy *q = policy_variant(w->a, permit_policy(p));
    q->quiet_days = 0;                                 /* then only the number a year counts: 2 */
    assert_int_equal(weigh(w, v, q, written).counts[REFUSED_RECENT], 0);
    q->contacts_per_year_max = 1;
    assert_int_equal(weigh(w, v, q, written).counts[REFUSED_RECENT], 3);
    q->contacts_per_year_max = 2;
    write_to(w, 0, w->today - 300);                    /* and letters before this run */
    written[0] = 1;
    assert_int_equal(weigh(w, view(w, p), q, written).counts[REFUSED_RECENT], 2);
}

/* A dial in memory decides as the same dial in a signed policy. */
static void same_as_signed(const struct town *w, struct gate_weighed got)      /* INV-13 */
{
    int64_t reached = 0;
    assert_memory_equal(got.reason, w->r.reason, (size_t)w->t.rows);
    assert_memory_equal(got.counts, w->r.counts, sizeof got.counts);
    assert_int_equal(got.cleared_cents_year, w->r.cleared_cents_year);
    assert_int_equal(got.block, BLOCK_NOT);
    for (int64_t i = 0; i < w->t.rows; i++)
        reached += w->r.reason[i] == REFUSED_NOT || w->r.reason[i] == REFUSED_PARTNER;
    assert_true(got.reached >= got.counts[REFUSED_NOT] && got.reached <= reached);
    assert_int_equal(got.settled, got.counts[REFUSED_NOT]);                    /* the policy asks for settled */
    assert_true(got.counts[REFUSED_NOT] ? got.smallest_cell >= 4 : got.smallest_cell == 0);
}

static void test_variants_decide_as_signed(void **s)        /* INV-13 */
{
    (void)s;
    struct dice d = dice_open(20260601, 1);
    int64_t letters = 0;
    for (int round = 0; round < 300; round++) {
        struct arena a = boot;
        struct town *w = joint(&a, 1 + dice_below(&d, 300));
        scatter(w, &d);
        const struct permit *before = permit_ok(w);
        const struct gate_view *v = view(w, before);
        struct policy *q = policy_variant(w->a, permit_policy(before));
        q->k_min = 4;
        q->letters_max = 25;
        q->sample_per_mille = 50;
        q->control_per_mille = 100;
        q->schemes->amount_min_cents = 20000;
        q->exclusions->treatment = TREAT_HUMAN;
        dial(w, "\"k_min\": 1,", "\"k_min\": 4,");
        dial(w, "\"letters_max\": 0", "\"letters_max\": 25");
        dial(w, "\"sample_per_mille\": 0", "\"sample_per_mille\": 50");
        dial(w, "\"control_per_mille\": 0", "\"control_per_mille\": 100");
        dial(w, "\"amount_min\": 12000", "\"amount_min\": 20000");
        dial(w, "\"overleden\", \"treatment\": \"exclude\"", "\"overleden\", \"treatment\": \"human\"");
        clear(w);
        same_as_signed(w, weigh(w, v, q, NULL));
        const struct permit *after = permit_ok(w);
        same_as_signed(w, weigh(w, view(w, after), permit_policy(after), NULL));
        letters += w->r.counts[REFUSED_NOT];
    }
    assert_true(letters > 300);                /* or nothing was tested */
}

/* The first reason of a row by itself, the slow and plain way: what look-once and look-again (seen.c, reasons.c)
 * must come to. `c` = 1 for yes, 0 for no, -1 for not known. */
static int truth(const struct column *c, int64_t row)
{
    return column_state(c, row) == CELL_PRESENT ? (int)column_int(c, row) : -1;
}

static enum refusal plain_reason(const struct town *w, const struct policy *p, int64_t row, int64_t partner)
{
    int other = partner >= 0 ? truth(w->gebruik, partner) : 0, own = truth(w->gebruik, row);
    bool yes = w->f.verdict[row] == VERDICT_YES, present = w->f.amount_state[row] == CELL_PRESENT;
    if (truth(w->overleden, row) != 0 && p->exclusions->treatment == TREAT_EXCLUDE)
        return REFUSED_EXCLUDED;
    if (w->f.verdict[row] == VERDICT_FAULTY || (yes && w->f.amount_state[row] == CELL_FAULTY))
        return REFUSED_FAULTY;
    if (w->f.verdict[row] == VERDICT_NO)
        return REFUSED_NOT_ENTITLED;
    if (!yes || !present)
        return REFUSED_UNCERTAIN;
    if (truth(w->definitief, row) != 1 || (partner >= 0 && truth(w->definitief, partner) != 1))
        return REFUSED_UNSETTLED;
    if (own == 1 || other == 1)
        return REFUSED_USING;
    if (own < 0 || other < 0)
        return REFUSED_USE_UNKNOWN;
    if (w->f.amount_cents[row] < p->schemes->amount_min_cents)
        return REFUSED_AMOUNT;
    if (truth(w->geheim, row) == 1 || (truth(w->overleden, row) != 0 && p->exclusions->treatment == TREAT_HUMAN))
        return REFUSED_HUMAN;
    if (partner >= 0 && (truth(w->geheim, partner) == 1 ||
                         (truth(w->overleden, partner) != 0 && p->exclusions->treatment == TREAT_HUMAN)))
        return REFUSED_JOINT_HUMAN;
    return REFUSED_NOT;
}

static int64_t plain_partner(const struct town *w, int64_t row)
{
    int64_t named = column_state(w->partner, row) == CELL_PRESENT ? column_int(w->partner, row) : -1;
    bool mutual = named >= 0 && named != row && column_state(w->partner, named) == CELL_PRESENT &&
                  column_int(w->partner, named) == row;
    return mutual ? named : -1;
}

/* Everybody's cell is known here, so that nobody names somebody who does not say. */
static void test_plainly(void **s)             /* INV-4 */
{
    (void)s;
    struct dice d = dice_open(20261124, 1);
    int64_t seen[REFUSAL_COUNT] = {0};
    for (int round = 0; round < 300; round++) {
        struct arena a = boot;
        struct town *w = joint(&a, 1 + dice_below(&d, 300));
        scatter(w, &d);
        if (round % 2)
            dial(w, "\"overleden\", \"treatment\": \"exclude\"", "\"overleden\", \"treatment\": \"human\"");
        clear(w);
        const struct policy *p = signed_policy(w);
        for (int64_t i = 0; i < w->t.rows; i++) {
            int64_t partner = plain_partner(w, i);
            enum refusal want = plain_reason(w, p, i, partner);
            if (want == REFUSED_NOT && partner >= 0 && partner < i && plain_reason(w, p, partner, i) == REFUSED_NOT)
                want = REFUSED_PARTNER;
            if (w->r.reason[i] != want)
                fail_msg("row %d is %s and not %s", (int)i, refusal_name((enum refusal)w->r.reason[i]), refusal_name(want));
            seen[want]++;
        }
    }
    for (int i = REFUSED_EXCLUDED; i <= REFUSED_JOINT_HUMAN; i++)
        assert_true(seen[i] > 10);             /* or it was not tested */
}

int main(void)
{
    boot = arena_open(LIMIT_ARENA_BOOT);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_variant_gets_no_permit),
        cmocka_unit_test(test_blocks),
        cmocka_unit_test(test_written_earlier_in_the_run),
        cmocka_unit_test(test_variants_decide_as_signed),
        cmocka_unit_test(test_plainly),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
