/* SPDX-License-Identifier: EUPL-1.2 */
/* reasons.c: the checks: why a row is not cleared, one small function each, with the requirement
 * (L-number of docs/INVARIANTS.md) that it keeps. Not the making of clearances (gate.c).
 */
#include "gate/look.h"

#include <string.h>

/* ---- the row by itself ------------------------------------------------------------------- */

/* L5: an opt-out comes before everything else, also before how we would have judged. */
static bool opted_out(const struct look *l, int64_t row)
{
    return look_opted_out(l, row);
}

/* L1: the law's ceiling on the plan's own date; that of today was asked at the permit. */
static bool above_ceiling(const struct look *l, int64_t row)
{
    (void)row;
    return l->above_ceiling;
}

/* L12: nobody real is written to on an amount that no official source confirms. */
static bool unverified(const struct look *l, int64_t row)
{
    (void)row;
    return l->unverified;
}

/* L20: who the decision leaves out is left out. */
static bool excluded(const struct look *l, int64_t row)
{
    return look_exclusion(l, row, TREAT_EXCLUDE) != NULL;
}

/* L10: impossible facts lead neither to a letter nor to a "no". */
static bool faulty(const struct look *l, int64_t row)
{
    int64_t cents;
    enum verdict v = (enum verdict)l->f->verdict[row];
    if (v == VERDICT_YES)
        return l->f->amount_state[row] == CELL_FAULTY ||
               (l->f->amount_state[row] == CELL_PRESENT && !look_amount(l, row, &cents));
    return v != VERDICT_NO && v != VERDICT_UNKNOWN;
}

static bool not_entitled(const struct look *l, int64_t row)
{
    return l->f->verdict[row] == VERDICT_NO;
}

/* L10: "certain" is all that a policy can ask so far; a right of unknown size is not certain. */
static bool uncertain(const struct look *l, int64_t row)
{
    int64_t cents;
    assert(l->chosen->certain_only);
    return l->f->verdict[row] != VERDICT_YES || !look_amount(l, row, &cents);
}

static bool is_settled(const struct look *l, int64_t row)
{
    return l->settled && column_state(l->settled, row) == CELL_PRESENT && column_int(l->settled, row);
}

/* L12: an estimated income now is a claim for repayment later. */
static bool unsettled(const struct look *l, int64_t row)
{
    int64_t partner = look_partner(l, row);
    return l->chosen->settled_only && !(is_settled(l, row) && (partner < 0 || is_settled(l, partner)));
}

static bool using(const struct look *l, int64_t row)
{
    return look_use(l, row) == TRUTH_YES;
}

static bool use_unknown(const struct look *l, int64_t row)
{
    return look_use(l, row) == TRUTH_UNKNOWN;
}

/* L4: too small a right does not warrant the look at more facts. */
static bool below_minimum(const struct look *l, int64_t row)
{
    int64_t cents;
    return !look_amount(l, row, &cents) || cents < l->chosen->amount_min_cents;
}

/* L9, L12: some people are seen by a human before anything is sent. */
static bool needs_human(const struct look *l, int64_t row)
{
    return look_exclusion(l, row, TREAT_HUMAN) != NULL;
}

/* The letter to one would speak of the other, who may be at a secret address for a reason. */
static bool joint_needs_human(const struct look *l, int64_t row)
{
    int64_t partner = look_partner(l, row);
    return partner >= 0 && needs_human(l, partner);
}

static bool was_contacted(const struct look *l, int64_t row)
{
    struct pseudonym who = l->t->who[row];
    return contact_index_count(&l->contacts, who, l->today, l->policy->quiet_days) > 0 ||
           contact_index_count(&l->contacts, who, l->today, 365) >= l->policy->contacts_per_year_max;
}

/* L20. For a joint claim either counts: otherwise the next run would write to the other of the two. */
static bool recent(const struct look *l, int64_t row)
{
    int64_t partner = look_partner(l, row);
    return was_contacted(l, row) || (partner >= 0 && was_contacted(l, partner));
}

/* ---- lots ---------------------------------------------------------------------------------- */

struct lots { bool control, sample; uint64_t order; };

/* Bytes in a fixed order, so that every machine draws the same. */
static uint64_t stream_of(struct pseudonym who)
{
    uint64_t stream = 0;
    for (int i = 0; i < 8; i++)
        stream = stream << 8 | who.at[i];
    return stream;
}

/* The smaller pseudonym draws for a couple: rows move between deliveries, pseudonyms don't. */
static struct lots lots_of(const struct look *l, int64_t row)
{
    struct pseudonym who = l->t->who[row];
    int64_t partner = look_partner(l, row);
    if (partner >= 0 && memcmp(l->t->who[partner].at, who.at, sizeof who.at) < 0)
        who = l->t->who[partner];
    struct dice d = dice_open(l->policy->seed, stream_of(who));
    struct lots lots;
    lots.control = dice_below(&d, 1000) < l->policy->control_per_mille;
    lots.sample = dice_below(&d, 1000) < l->policy->sample_per_mille;
    lots.order = dice_roll(&d);
    return lots;
}

static bool in_control(const struct look *l, int64_t row)
{
    return lots_of(l, row).control;
}

static bool in_sample(const struct look *l, int64_t row)   /* L12 */
{
    return lots_of(l, row).sample;
}

/* ---- the first reason of a row ---------------------------------------------------------------- */

/* The reasons that a row can have by itself, in the order of refusals.def. REFUSED_PARTNER is not
 * here: it asks whether *both* would pass all of these. */
static const struct { enum refusal reason; bool (*holds)(const struct look *l, int64_t row); } checks[] = {
    {REFUSED_OPTED_OUT, opted_out},
    {REFUSED_CEILING, above_ceiling},
    {REFUSED_UNVERIFIED, unverified},
    {REFUSED_EXCLUDED, excluded},
    {REFUSED_FAULTY, faulty},
    {REFUSED_NOT_ENTITLED, not_entitled},
    {REFUSED_UNCERTAIN, uncertain},
    {REFUSED_UNSETTLED, unsettled},
    {REFUSED_USING, using},
    {REFUSED_USE_UNKNOWN, use_unknown},
    {REFUSED_AMOUNT, below_minimum},
    {REFUSED_HUMAN, needs_human},
    {REFUSED_JOINT_HUMAN, joint_needs_human},
    {REFUSED_RECENT, recent},
    {REFUSED_CONTROL, in_control},
};

static enum refusal own_reason(const struct look *l, int64_t row)
{
    for (int i = 0; i < COUNT(checks); i++)
        if (checks[i].holds(l, row))
            return checks[i].reason;
    return REFUSED_NOT;
}

/* One letter for two: the lower row gets it. */
static void refuse_partners(const struct look *l, uint8_t *reason)
{
    for (int64_t i = 0; i < l->t->rows; i++) {
        int64_t partner = look_partner(l, i);
        if (partner >= 0 && partner < i && reason[i] == REFUSED_NOT && reason[partner] == REFUSED_NOT)
            reason[i] = REFUSED_PARTNER;
    }
}

/* ---- groups, sample, budget --------------------------------------------------------------------- */

/* The first `chars` characters; a shorter text is a group of its own. */
static struct str cell_of(const struct look *l, int64_t row)
{
    struct str text = l->cell ? column_text(l->cell, row) : S("");
    ptrdiff_t end = 0;
    for (int chars = 0; end < text.len; end++)
        if ((text.at[end] & 0xc0) != 0x80 && chars++ == l->policy->k_chars)
            break;
    return str_slice(text, 0, end);
}

/* Stigma: a mailing to three doors in a street is a mark on those doors. Unknown is too small (INV-3). */
static void refuse_small_cells(struct arena tmp, const struct look *l, uint8_t *reason)
{
    if (l->policy->k_min <= 1)
        return;
    struct str_map cells = str_map_open(&tmp, 1024);
    bool found;
    for (int64_t i = 0; i < l->t->rows; i++)
        if (reason[i] == REFUSED_NOT)
            ++*str_map_put(&cells, cell_of(l, i), &found);
    for (int64_t i = 0; i < l->t->rows; i++) {
        int64_t count = 0;
        if (reason[i] == REFUSED_NOT && (!cell_of(l, i).len || !str_map_get(&cells, cell_of(l, i), &count) ||
                                         count < l->policy->k_min))
            reason[i] = REFUSED_CELL;
    }
}

static void refuse_sample(const struct look *l, uint8_t *reason)
{
    for (int64_t i = 0; l->policy->sample_per_mille && i < l->t->rows; i++)
        if (reason[i] == REFUSED_NOT && in_sample(l, i))
            reason[i] = REFUSED_SAMPLE;
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
static void refuse_over_budget(struct arena tmp, const struct look *l, uint8_t *reason)
{
    int64_t max = l->policy->letters_max, count = 0;
    uint64_t *order = arena_new_raw(&tmp, uint64_t, max ? l->t->rows : 0);
    for (int64_t i = 0; max && i < l->t->rows; i++)
        if (reason[i] == REFUSED_NOT)
            order[count++] = lots_of(l, i).order;
    if (count <= max)
        return;
    uint64_t bound = bound_of(order, count, max);
    int64_t equal = max - count_below(order, count, bound), k = 0;
    for (int64_t i = 0; i < l->t->rows; i++) {
        if (reason[i] != REFUSED_NOT)
            continue;
        uint64_t lot = order[k++];
        if (lot > bound || (lot == bound && equal-- <= 0))
            reason[i] = REFUSED_BUDGET;
    }
}

void look_reasons(struct arena tmp, const struct look *l, uint8_t *reason)
{
    for (int i = 1; i < COUNT(checks); i++)
        assert(checks[i - 1].reason < checks[i].reason);
    for (int64_t i = 0; i < l->t->rows; i++)
        reason[i] = (uint8_t)own_reason(l, i);
    refuse_partners(l, reason);
    refuse_small_cells(tmp, l, reason);
    refuse_sample(l, reason);
    refuse_over_budget(tmp, l, reason);
    /* Sample and budget thin out the groups: what is left must still be no small group. */
    refuse_small_cells(tmp, l, reason);
}
