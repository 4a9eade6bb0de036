/* SPDX-License-Identifier: EUPL-1.2 */
/* synth_money.c: what the persons of a synthetic home earn, own, insure and ask for. See synth.h and,
 * for every constant and its source, synth.def. A statistical model; no law is evaluated here.
 */
#include "people/synth.h"

static const int32_t curves[][8] = {
#define CURVE(name, p0, p10, p25, p50, p75, p90, p99, p100) {p0, p10, p25, p50, p75, p90, p99, p100},
#include "people/synth.def"
};
static const int ranks[8] = {0, 1000, 2500, 5000, 7500, 9000, 9900, 10000};

int64_t synth_curve_at(enum synth_curve c, int rank)
{
    assert(rank >= 0 && rank < 10000);
    int i = 0;
    while (rank >= ranks[i + 1])
        i++;
    int64_t low = curves[c][i], high = curves[c][i + 1];
    return low + (high - low) * (rank - ranks[i]) / (ranks[i + 1] - ranks[i]);
}

bool synth_chance(struct dice *d, int per_ten_thousand)
{
    return dice_below(d, 10000) < per_ten_thousand;
}

static int any_rank(struct dice *d)
{
    return (int)dice_below(d, 10000);
}

/* The given rank give or take a tenth, in four of ten cases; otherwise any. Stays evenly spread. */
static int near_rank(struct dice *d, int rank)
{
    if (!synth_chance(d, 4000))
        return any_rank(d);
    int64_t near = rank + dice_below(d, 2001) - 1000;
    return (int)(near < 0 ? -near : near > 9999 ? 2 * 9999 - near : near);
}

/* Euros from a curve, with cents. */
static int64_t cents_of(struct dice *d, enum synth_curve c, int rank)
{
    return synth_curve_at(c, rank) * 100 + dice_below(d, 100);
}

/* ---- incomes -------------------------------------------------------------------------------- */

static enum living living_of(struct dice *d, const struct synth_person *p, bool couple)
{
    if (p->age < 18)
        return LIVES_NOWHERE;
    if (p->age >= 67)
        return LIVES_PENSION;
    int roll = any_rank(d);
    if (p->age < 25) {
        if (roll < CHANCE_STUDY_UNDER_25)
            return LIVES_STUDY;
        return roll < CHANCE_STUDY_UNDER_25 + CHANCE_BENEFIT_UNDER_25 ? LIVES_BENEFIT : LIVES_WAGE;
    }
    int nothing = couple ? CHANCE_NOTHING_IN_COUPLE : CHANCE_NOTHING_ALONE;
    if (roll < CHANCE_BUSINESS_UNDER_67)
        return LIVES_BUSINESS;
    if (roll < CHANCE_BUSINESS_UNDER_67 + CHANCE_BENEFIT_UNDER_67)
        return LIVES_BENEFIT;
    return roll < CHANCE_BUSINESS_UNDER_67 + CHANCE_BENEFIT_UNDER_67 + nothing ? LIVES_NOWHERE : LIVES_WAGE;
}

static int64_t gross_of(struct dice *d, const struct synth_person *p, bool couple)
{
    switch (p->living) {
    case LIVES_NOWHERE: return 0;
    case LIVES_WAGE: return cents_of(d, CURVE_WAGE, p->rank);
    case LIVES_BUSINESS: return cents_of(d, CURVE_BUSINESS, p->rank);
    case LIVES_STUDY: return cents_of(d, CURVE_STUDY, p->rank);
    case LIVES_BENEFIT: return cents_of(d, CURVE_BENEFIT, p->rank);
    case LIVES_PENSION: return cents_of(d, couple ? CURVE_PENSION_COUPLE : CURVE_PENSION_SINGLE, p->rank);
    }
    assert(false && "a way to live");
    return 0;
}

static void earn(struct dice *d, const struct synth_home *home, struct synth_person *p, bool couple)
{
    p->living = living_of(d, p, couple);
    int64_t gross = gross_of(d, p, couple);
    bool business = p->living == LIVES_BUSINESS;
    p->assessed = business || (p->living != LIVES_NOWHERE && synth_chance(d, CHANCE_ASSESSED));
    p->settled = synth_chance(d, business ? CHANCE_SETTLED_BUSINESS : CHANCE_SETTLED);
    p->wage = business ? 0 : gross;
    /* Owners deduct interest, so that their assessed income is below their wage. */
    int64_t less = home->rents ? 0 : cents_of(d, CURVE_DEDUCTION_OWNER, any_rank(d));
    p->income = p->assessed ? (gross > less || business ? gross - less : 0) : gross;
    if (p->age >= 18 && synth_chance(d, CHANCE_FOREIGN_INCOME))
        p->foreign = cents_of(d, CURVE_FOREIGN, any_rank(d));
}

static void own(struct dice *d, struct synth_person *p)
{
    if (p->age < 18)
        return;
    enum synth_curve c = p->age < 32 ? CURVE_WEALTH_YOUNG : p->age < 60 ? CURVE_WEALTH_MIDDLE : CURVE_WEALTH_OLD;
    p->wealth = synth_curve_at(c, near_rank(d, p->rank)) * 100;
}

/* ---- take-up ----------------------------------------------------------------------------------
 * Rough thresholds of an income-related allowance, in euros a year: up to FULL all of it, down to
 * nothing at NONE. Round figures near the public ones of 2025; they only make the flag plausible. */
enum { ALONE_FULL = 28000, ALONE_NONE = 39500, TOGETHER_FULL = 28000, TOGETHER_NONE = 50000,
       ALONE_WEALTH = 141000, TOGETHER_WEALTH = 179000 };

/* How much of it: per hundred, 0 = not entitled. */
static int64_t share_of(int64_t income_cents, int64_t wealth_cents, bool together)
{
    int64_t full = together ? TOGETHER_FULL : ALONE_FULL, none = together ? TOGETHER_NONE : ALONE_NONE;
    int64_t euros = income_cents / 100;
    if (wealth_cents / 100 > (together ? TOGETHER_WEALTH : ALONE_WEALTH) || euros >= none)
        return 0;
    return euros <= full ? 100 : 1 + (none - euros) * 99 / (none - full);
}

static bool takes_up(struct dice *d, int64_t share, bool business)
{
    if (share == 0)
        return synth_chance(d, CHANCE_TAKING_UNENTITLED);
    int not = share > 60 ? CHANCE_NOT_TAKING_LARGE : share > 25 ? CHANCE_NOT_TAKING_MEDIUM : CHANCE_NOT_TAKING_SMALL;
    return !synth_chance(d, not + (business ? CHANCE_NOT_TAKING_BUSINESS_MORE : 0));
}

static void apply(struct dice *d, struct synth_home *home)
{
    int first = 0;
    if (home->couple) {                  /* one of the two applies for both */
        struct synth_person *a = &home->at[0], *b = &home->at[1];
        bool business = a->living == LIVES_BUSINESS || b->living == LIVES_BUSINESS;
        int64_t share = share_of(a->income + a->foreign + b->income + b->foreign, a->wealth + b->wealth, true);
        a->takes_up = b->takes_up = takes_up(d, a->insured || b->insured ? share : 0, business);
        first = 2;
    }
    for (int i = first; i < home->count; i++) {
        struct synth_person *p = &home->at[i];
        if (p->age >= 18)
            p->takes_up = takes_up(d, p->insured ? share_of(p->income + p->foreign, p->wealth, false) : 0,
                                   p->living == LIVES_BUSINESS);
    }
}

/* ---- homes ------------------------------------------------------------------------------------ */

static void house(struct dice *d, struct synth_home *home)
{
    static const int chances[] = {CHANCE_RENT_SINGLE, CHANCE_RENT_COUPLE, CHANCE_RENT_FAMILY, CHANCE_RENT_ONE_PARENT};
    int young = home->at[0].age < 30 ? CHANCE_RENT_UNDER_30_MORE : 0;
    home->rents = synth_chance(d, chances[home->kind] + young);
    if (home->rents)
        home->rent = cents_of(d, CURVE_RENT, any_rank(d));
    home->rent_empty = home->rents && synth_chance(d, CHANCE_RENT_EMPTY);
}

static void lose(struct dice *d, struct synth_person *p)
{
    p->income_empty = p->age >= 18 && synth_chance(d, CHANCE_INCOME_EMPTY);
    p->wealth_empty = p->age >= 18 && synth_chance(d, CHANCE_WEALTH_EMPTY);
    p->insured_empty = synth_chance(d, CHANCE_INSURED_EMPTY);
    p->takes_empty = synth_chance(d, CHANCE_TAKING_EMPTY);
}

void synth_money(struct dice *d, struct synth_home *home)
{
    house(d, home);
    for (int i = 0; i < home->count; i++) {
        struct synth_person *p = &home->at[i];
        bool couple = home->couple && i < 2;
        /* Partners' incomes resemble each other; renters earn less. */
        p->rank = couple && i == 1 ? near_rank(d, home->at[0].rank) : any_rank(d);
        if (home->rents && p->rank > 5000 && synth_chance(d, 4500))
            p->rank -= 4000;
        earn(d, home, p, couple);
        own(d, p);
        p->insured = !synth_chance(d, p->living == LIVES_STUDY ? CHANCE_UNINSURED_STUDY : CHANCE_UNINSURED);
        lose(d, p);
    }
    apply(d, home);
}
