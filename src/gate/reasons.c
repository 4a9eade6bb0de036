/* SPDX-License-Identifier: EUPL-1.2 */
/* reasons.c: why a row is not cleared, by the dials of a policy, each with the requirement (L-number of
 * docs/INVARIANTS.md) that it keeps. What no dial changes stands in seen.c. Not the making of clearances.
 */
#include "gate/look.h"

#include <string.h>

/* The gate looks in the order of refusals.def, and the first that holds is the reason: the least. */
static uint8_t earlier(uint8_t reason, enum refusal other, bool holds)
{
    return holds && other < reason ? (uint8_t)other : reason;
}

/* ---- every row ------------------------------------------------------------------------------- */

/* L1: the law's ceiling on the plan's own date; that of today was asked at the permit. */
static bool above_ceiling(const struct look *l, const struct dials *d)
{
    const struct ceiling *c = scheme_ceiling(l->plan->about, l->plan->date);
    return d->chosen->rung > (c ? c->rung : 0);
}

/* L20: who the decision leaves out is left out; L9, L12: some are seen by a human before anything is sent. */
static const uint64_t *exclusions_of(struct arena *a, const struct seen *s, const struct policy *p, enum treatment treatment)
{
    uint64_t *bits = arena_new(a, uint64_t, s->words);
    int i = 0;
    for (const struct policy_exclusion *x = p->exclusions; x; x = x->next, i++)
        if (x->treatment == treatment)
            bits[i / 64] |= (uint64_t)1 << i % 64;
    assert(i == s->l->exclusion_count);
    return bits;
}

static bool is_any_of_kind(const struct seen *s, int64_t kind, const uint64_t *bits)
{
    uint64_t any = 0;
    for (int i = 0; i < s->words; i++)
        any |= s->exclusions[kind * s->words + i] & bits[i];
    return any != 0;
}

static bool is_any(const struct seen *s, int64_t row, const uint64_t *bits)
{
    return is_any_of_kind(s, s->kind[row], bits);
}

static void judge_rows(struct arena tmp, const struct seen *s, const struct dials *d, const uint64_t *exclude, uint8_t *reason)
{
    uint8_t all = earlier(NO_REASON, REFUSED_CEILING, above_ceiling(s->l, d));
    all = earlier(all, REFUSED_UNVERIFIED, s->l->unverified);   /* L12: nobody real on an unconfirmed amount */
    bool settled_only = d->chosen->settled_only;
    uint8_t *of_kind = arena_new_raw(&tmp, uint8_t, s->kind_count);
    for (int64_t k = 0; k < s->kind_count; k++) {
        uint8_t first = s->kinds[k].first < all ? s->kinds[k].first : all;
        first = earlier(first, REFUSED_EXCLUDED, is_any_of_kind(s, k, exclude));
        /* L12: an estimated income now is a claim for repayment later. */
        of_kind[k] = earlier(first, REFUSED_UNSETTLED, settled_only && !s->kinds[k].settled);
    }
    for (int64_t i = 0; i < s->l->t->rows; i++)
        reason[i] = of_kind[s->kind[i]];
}

/* ---- candidates ------------------------------------------------------------------------------ */

/* L20. For a joint claim either counts: otherwise the next run would write to the other of the two. */
static bool was_contacted(const struct candidate *c, const struct dials *d)
{
    int own = d->written ? d->written[c->row] : 0, other = d->written && c->partner >= 0 ? d->written[c->partner] : 0;
    int max = d->policy->contacts_per_year_max;
    return ((own || other) && d->policy->quiet_days > 0) || c->quiet < d->policy->quiet_days ||
           c->letters + own >= max || (c->partner >= 0 && c->partner_letters + other >= max);
}

static void judge_candidates(const struct seen *s, const struct dials *d, const uint64_t *human, uint8_t *reason)
{
    for (int64_t k = 0; k < s->candidate_count; k++) {
        const struct candidate *c = &s->candidates[k];
        uint8_t r = reason[c->row];
        /* L4: too small a right does not warrant the look at more facts. */
        r = earlier(r, REFUSED_AMOUNT, c->cents_year < d->chosen->amount_min_cents);
        r = earlier(r, REFUSED_HUMAN, is_any(s, c->row, human));
        /* The letter to one would speak of the other, who may be at a secret address for a reason. */
        r = earlier(r, REFUSED_JOINT_HUMAN, c->partner >= 0 && is_any(s, c->partner, human));
        r = earlier(r, REFUSED_RECENT, was_contacted(c, d));
        r = earlier(r, REFUSED_CONTROL, c->control < d->policy->control_per_mille);
        reason[c->row] = r == NO_REASON ? REFUSED_NOT : r;
    }
}

/* One letter for two: the lower row gets it. */
static void refuse_partners(const struct seen *s, uint8_t *reason)
{
    for (int64_t k = 0; k < s->candidate_count; k++) {
        const struct candidate *c = &s->candidates[k];
        if (c->partner >= 0 && c->partner < c->row && reason[c->row] == REFUSED_NOT && reason[c->partner] == REFUSED_NOT)
            reason[c->row] = REFUSED_PARTNER;
    }
}

/* ---- groups, sample, budget --------------------------------------------------------------------- */

/* By number of the cell: how many that are not refused it has. */
static int64_t *count_cells(struct arena *a, const struct seen *s, const uint8_t *reason)
{
    int64_t *counts = arena_new(a, int64_t, s->cell_count + 1);
    for (int64_t k = 0; k < s->candidate_count; k++)
        counts[s->candidates[k].cell] += reason[s->candidates[k].row] == REFUSED_NOT;
    return counts;
}

/* Stigma: a mailing to three doors in a street is a mark on those doors. Unknown is too small (INV-3). */
static void refuse_small_cells(struct arena tmp, const struct seen *s, const struct dials *d, uint8_t *reason)
{
    if (d->policy->k_min <= 1)
        return;
    const int64_t *counts = count_cells(&tmp, s, reason);
    for (int64_t k = 0; k < s->candidate_count; k++) {
        const struct candidate *c = &s->candidates[k];
        if (reason[c->row] == REFUSED_NOT && (!c->cell || counts[c->cell] < d->policy->k_min))
            reason[c->row] = REFUSED_CELL;
    }
}

int64_t seen_smallest_cell(struct arena tmp, const struct seen *s, const uint8_t *reason)
{
    const int64_t *counts = count_cells(&tmp, s, reason);
    int64_t least = counts[0] ? 1 : 0;           /* where each of them lives is not known: alone, for all we know */
    for (int64_t i = 1; i <= s->cell_count; i++)
        if (counts[i] && (!least || counts[i] < least))
            least = counts[i];
    return least;
}

static void refuse_sample(const struct seen *s, const struct dials *d, uint8_t *reason)   /* L12 */
{
    for (int64_t k = 0; d->policy->sample_per_mille && k < s->candidate_count; k++) {
        const struct candidate *c = &s->candidates[k];
        if (reason[c->row] == REFUSED_NOT && c->sample < d->policy->sample_per_mille)
            reason[c->row] = REFUSED_SAMPLE;
    }
}

static int64_t count_below(const uint64_t *order, int64_t count, uint64_t bound)
{
    int64_t below = 0;
    for (int64_t i = 0; i < count; i++)
        below += order[i] < bound;
    return below;
}

/* The largest bound with at most `max` lots below it, bit by bit: no sorting. */
static uint64_t bound_of(const uint64_t *order, int64_t count, int64_t max)
{
    uint64_t bound = 0;
    for (int bit = 63; bit >= 0; bit--)
        if (count_below(order, count, bound | (uint64_t)1 << bit) <= max)
            bound |= (uint64_t)1 << bit;
    return bound;
}

/* When there are more rows than letters, the lowest lots get them: nobody's turn depends on name,
 * address or amount. Equal lots (the same pseudonym twice) go by row. */
static void refuse_over_budget(struct arena tmp, const struct seen *s, const struct dials *d, uint8_t *reason)
{
    int64_t max = d->policy->letters_max, count = 0;
    uint64_t *order = arena_new_raw(&tmp, uint64_t, max ? s->candidate_count : 0);
    for (int64_t k = 0; max && k < s->candidate_count; k++)
        if (reason[s->candidates[k].row] == REFUSED_NOT)
            order[count++] = s->candidates[k].order;
    if (count <= max)
        return;
    uint64_t bound = bound_of(order, count, max);
    int64_t equal = max - count_below(order, count, bound);
    for (int64_t k = 0; k < s->candidate_count; k++) {
        const struct candidate *c = &s->candidates[k];
        if (reason[c->row] == REFUSED_NOT && (c->order > bound || (c->order == bound && equal-- <= 0)))
            reason[c->row] = REFUSED_BUDGET;
    }
}

void seen_reasons(struct arena tmp, const struct seen *s, const struct dials *d, uint8_t *reason)
{
    const uint64_t *exclude = exclusions_of(&tmp, s, d->policy, TREAT_EXCLUDE);
    judge_rows(tmp, s, d, exclude, reason);
    judge_candidates(s, d, exclusions_of(&tmp, s, d->policy, TREAT_HUMAN), reason);
    refuse_partners(s, reason);
    refuse_small_cells(tmp, s, d, reason);
    refuse_sample(s, d, reason);
    refuse_over_budget(tmp, s, d, reason);
    /* Sample and budget thin out the groups: what is left must still be no small group. */
    refuse_small_cells(tmp, s, d, reason);
}
