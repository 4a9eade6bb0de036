/* SPDX-License-Identifier: EUPL-1.2 */
/* look.c: what the checks look at: the columns that the policy allows, couples, amounts a year.
 * Not the checks themselves (reasons.c).
 */
#include "gate/look.h"

/* Purpose limitation holds at this hinge too: a fact that the policy does not name is not seen (L3). */
static const struct column *allowed_column(const struct look *l, struct str fact, enum column_type type)
{
    if (!fact.len || !policy_fact_find(l->policy, fact))
        return NULL;
    const struct column *c = table_find(l->t, fact);
    return c && c->type == type ? c : NULL;
}

static const struct exclusion_column *exclusion_columns(struct arena *a, const struct look *l, int *count)
{
    *count = 0;
    for (const struct policy_exclusion *x = l->policy->exclusions; x; x = x->next)
        (*count)++;
    struct exclusion_column *at = arena_new(a, struct exclusion_column, *count);
    int i = 0;
    for (const struct policy_exclusion *x = l->policy->exclusions; x; x = x->next)
        at[i++] = (struct exclusion_column){x, allowed_column(l, x->fact, COLUMN_BOOLEAN)};
    return at;
}

/* Whom the cell names; -1 = nobody, or nobody in this table. */
static int64_t named_by(const struct column *c, int64_t row, int64_t rows)
{
    int64_t named = column_state(c, row) == CELL_PRESENT ? column_int(c, row) : -1;
    return named < rows && named != row ? named : -1;
}

/* Couples that both sides agree on, then those that one side names while the other's cell is
 * not known. Whoever names somebody who says otherwise is no couple. */
static const int32_t *couples(struct arena *a, const struct look *l)
{
    const struct column *c = allowed_column(l, l->plan->about->joint_with, COLUMN_PERSON);
    int64_t rows = l->t->rows;
    int32_t *partner = arena_new_raw(a, int32_t, rows);
    for (int64_t i = 0; i < rows; i++) {
        int64_t j = c ? named_by(c, i, rows) : -1;
        partner[i] = (int32_t)(j >= 0 && named_by(c, j, rows) == i ? j : -1);
    }
    for (int64_t i = 0; c && i < rows; i++) {
        int64_t j = partner[i] < 0 ? named_by(c, i, rows) : -1;
        if (j < 0 || partner[j] >= 0 || column_state(c, j) == CELL_PRESENT || column_state(c, j) == CELL_ABSENT)
            continue;
        partner[i] = (int32_t)j;
        partner[j] = (int32_t)i;
    }
    for (int64_t i = 0; i < rows; i++)
        assert(partner[i] < 0 || partner[partner[i]] == i);
    return partner;
}

struct look look_open(struct arena *a, const struct permit *permit, const struct opt_index *opt_outs,
                      const struct policy_scheme *chosen, const struct table *t, const struct findings *f,
                      const struct contacts *contacts)
{
    struct look l = {.policy = permit_policy(permit), .chosen = chosen, .plan = f->plan, .t = t, .f = f,
                     .opt_outs = opt_outs, .today = permit_today(permit)};
    l.contacts = contact_index_make(a, contacts);
    l.unverified = l.plan->about->unverified && !t->synthetic;
    l.use = allowed_column(&l, l.plan->about->take_up, COLUMN_BOOLEAN);
    l.settled = allowed_column(&l, chosen->settled_fact, COLUMN_BOOLEAN);
    l.cell = allowed_column(&l, l.policy->k_fact, COLUMN_TEXT);
    l.exclusions = exclusion_columns(a, &l, &l.exclusion_count);
    l.partner = l.plan->about->joint_with.len ? couples(a, &l) : NULL;
    return l;
}

int64_t look_partner(const struct look *l, int64_t row)
{
    return l->partner ? l->partner[row] : -1;
}

/* INV-3: only a present cell says yes or no. */
static enum truth truth_of(const struct column *c, int64_t row)
{
    if (!c || column_state(c, row) != CELL_PRESENT)
        return TRUTH_UNKNOWN;
    return column_int(c, row) ? TRUTH_YES : TRUTH_NO;
}

enum truth look_use(const struct look *l, int64_t row)
{
    int64_t partner = look_partner(l, row);
    enum truth own = truth_of(l->use, row);
    enum truth other = partner >= 0 ? truth_of(l->use, partner) : own;
    if (own == TRUTH_YES || other == TRUTH_YES)
        return TRUTH_YES;
    return own == TRUTH_UNKNOWN || other == TRUTH_UNKNOWN ? TRUTH_UNKNOWN : TRUTH_NO;
}

/* Never-search people are not in the table; one who opted out since it was read is caught here. */
bool look_opted_out(const struct look *l, int64_t row)
{
    struct pseudonym who = l->t->who[row];
    return opt_index_has(l->opt_outs, who, S("")) || opt_index_has(l->opt_outs, who, l->chosen->scheme);
}

bool look_amount(const struct look *l, int64_t row, int64_t *cents_year)
{
    int64_t cents = l->f->amount_cents[row];
    if (l->f->amount_state[row] != CELL_PRESENT || cents > LIMIT_CENTS || cents < -LIMIT_CENTS)
        return false;
    *cents_year = l->plan->about->monthly ? cents * 12 : cents;   /* INV-10: whole eurocents stay whole */
    return true;
}

bool look_excluded(const struct exclusion_column *x, int64_t row)
{
    enum truth truth = truth_of(x->column, row);
    return truth == TRUTH_YES || (truth == TRUTH_UNKNOWN && x->rule->also_unknown);
}

const struct policy_exclusion *look_exclusion(const struct look *l, int64_t row, enum treatment treatment)
{
    for (int i = 0; i < l->exclusion_count; i++) {
        const struct policy_exclusion *rule = l->exclusions[i].rule;
        if (rule->treatment == treatment && look_excluded(&l->exclusions[i], row))
            return rule;
    }
    return NULL;
}
