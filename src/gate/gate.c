/* SPDX-License-Identifier: EUPL-1.2 */
/* gate.c: the only file that can make a permit or a clearance (INV-1): nobody else knows what is
 * in them. Not the checks of a row (reasons.c), not what they look at (look.c).
 */
#include "gate/look.h"

struct permit {
    const struct policy *policy;     /* NULL for a rehearsal */
    const struct law_set *laws;
    int32_t today;
    struct opt_index opt_outs;
};

struct clearance {
    const struct policy *policy;
    const struct policy_scheme *chosen;
    int64_t row, cents_year;
    struct pseudonym who;
};

/* Below this rung nobody is looked at one by one, so there are no facts to read. */
enum { RUNG_INDIVIDUAL = 3, SENSITIVITY_SPECIAL = 5 };

/* ---- permit: facts in (INV-2) ---------------------------------------------------------------- */

/* L3: no read without a purpose. policy_read sees to it; a policy made otherwise stops here. */
static bool check_purpose(const struct policy *p, struct err *e)
{
    return (p->purpose.len && p->purpose_text.len) ||
           fail(e, ERR_GATE, "policy '" STR_FMT "' names no purpose; facts may not be read", STR_ARG(p->id));
}

/* L4: facts are read only where somebody is to be approached in person. */
static bool check_individual(const struct policy *p, struct err *e)
{
    for (const struct policy_scheme *s = p->schemes; s; s = s->next)
        if (s->rung >= RUNG_INDIVIDUAL)
            return true;
    return fail(e, ERR_GATE, "policy '" STR_FMT "' approaches nobody in person (every rung is below %d); "
                "it needs no facts about residents", STR_ARG(p->id), RUNG_INDIVIDUAL);
}

/* L2: the fact exists and comes from whom the policy says, on a ground that the policy names. */
static bool check_source(const struct policy_fact *f, const struct fact *known, struct err *e)
{
    if (!known)
        return fail(e, ERR_GATE, "fact '" STR_FMT "' is not in the dictionary of facts; correct the policy's facts",
                    STR_ARG(f->fact));
    if (!str_eq(f->source, known->source))
        return fail(e, ERR_GATE, "fact '" STR_FMT "' has source \"" STR_FMT "\" in the policy and \"" STR_FMT
                    "\" in the dictionary; name the one that holds", STR_ARG(f->fact), STR_ARG(f->source),
                    STR_ARG(known->source));
    return f->ground.len ||
           fail(e, ERR_GATE, "fact '" STR_FMT "' has no ground; name it in the policy", STR_ARG(f->fact));
}

/* L15: descent, health, belief and the like select nobody. */
static bool check_category(const struct fact *known, struct err *e)
{
    return known->sensitivity < SENSITIVITY_SPECIAL ||
           fail(e, ERR_GATE, "fact '" STR_FMT "' is of a special category and may not select people; "
                "take it out of the policy", STR_ARG(known->name));
}

static bool check_facts(const struct policy *p, const struct facts *facts, struct err *e)
{
    for (const struct policy_fact *f = p->facts; f; f = f->next) {
        const struct fact *known = facts_find(facts, f->fact);
        if (!check_source(f, known, e) || !check_category(known, e))
            return false;
    }
    return true;
}

/* A rule on a fact of another type would never hold, in silence. */
static bool check_type(const struct facts *facts, struct str fact, enum fact_type type, const char *must,
                       struct err *e)
{
    const struct fact *known = facts_find(facts, fact);
    return (known && known->type == type) ||
           fail(e, ERR_GATE, "fact '" STR_FMT "' must be %s for what the policy does with it; name another",
                STR_ARG(fact), must);
}

static bool check_types(const struct policy *p, const struct facts *facts, struct err *e)
{
    for (const struct policy_exclusion *x = p->exclusions; x; x = x->next)
        if (!check_type(facts, x->fact, FACT_BOOLEAN, "true or false", e))
            return false;
    for (const struct policy_scheme *s = p->schemes; s; s = s->next)
        if (s->settled_only && !check_type(facts, s->settled_fact, FACT_BOOLEAN, "true or false", e))
            return false;
    return p->k_min <= 1 || check_type(facts, p->k_fact, FACT_TEXT, "a text", e);
}

/* L1: how far the law goes today. No ceiling known = rung 0. */
static bool check_ceiling(struct arena tmp, const struct policy_scheme *s, const struct law_set *laws, int32_t today,
                          struct err *e)
{
    struct str on = date_print(&tmp, today);
    const struct scheme *scheme = law_scheme(laws, s->scheme, today);
    if (!scheme)
        return fail(e, ERR_GATE,
                    "scheme '" STR_FMT "' is in no law in force on " STR_FMT "; correct the policy or the laws",
                    STR_ARG(s->scheme), STR_ARG(on));
    const struct ceiling *c = scheme_ceiling(scheme, today);
    int rung = c ? c->rung : 0;
    struct str source = c ? c->source : S("no ceiling is known for that day");
    return s->rung <= rung ||
           fail(e, ERR_GATE,
                "the policy asks rung %d for '" STR_FMT "', and on " STR_FMT " the law allows rung %d at most "
                "(" STR_FMT "); lower the rung",
                s->rung, STR_ARG(s->scheme), STR_ARG(on), rung, STR_ARG(source));
}

static bool check_ceilings(struct arena tmp, const struct policy *p, const struct law_set *laws, int32_t today,
                           struct err *e)
{
    for (const struct policy_scheme *s = p->schemes; s; s = s->next)
        if (!check_ceiling(tmp, s, laws, today, e))
            return false;
    return true;
}

/* What the decision made a condition is done before a single fact is read. */
static bool check_conditions(const struct policy *p, const struct names *done, struct err *e)
{
    for (const struct names *n = p->conditions; n; n = n->next) {
        const struct names *d = done;
        while (d && !str_eq(d->id, n->id))
            d = d->next;
        if (!d)
            return fail(e, ERR_GATE, "the measure '" STR_FMT "' is a condition of policy '" STR_FMT "' and is not recorded as done; "
                        "do it, and record what shows it", STR_ARG(n->id), STR_ARG(p->id));
    }
    return true;
}

/* L14, L20: policy_check holds the signature over the decision, the assessments and the end date. */
bool gate_permit(struct arena *a, const struct policy *policy, struct public_key trusted, const struct law_set *laws,
                 int32_t today, const struct opt_outs *opt_outs, const struct names *done, const struct permit **out,
                 struct err *e)
{
    if (!policy_check(policy, trusted, today, e) || !check_purpose(policy, e) || !check_individual(policy, e) ||
        !check_conditions(policy, done, e) ||
        !check_facts(policy, &laws->facts, e) || !check_types(policy, &laws->facts, e) ||
        !check_ceilings(*a, policy, laws, today, e))
        return false;
    assert(policy->is_signed && policy->from <= today && today <= policy->until);   /* INV-7 */
    struct permit *p = arena_new(a, struct permit, 1);
    *p = (struct permit){policy, laws, today, opt_index_make(a, opt_outs)};
    *out = p;
    return true;
}

const struct permit *gate_permit_rehearsal(struct arena *a, const struct law_set *laws, int32_t today)
{
    struct permit *p = arena_new(a, struct permit, 1);
    *p = (struct permit){NULL, laws, today, opt_index_make(a, NULL)};
    return p;
}

bool permit_is_rehearsal(const struct permit *p)
{
    return !p->policy;
}

const struct policy *permit_policy(const struct permit *p)
{
    return p->policy;
}

int32_t permit_today(const struct permit *p)
{
    return p->today;
}

const struct facts *permit_facts(const struct permit *p)
{
    return &p->laws->facts;
}

bool permit_allows(const struct permit *p, const struct fact *fact)
{
    return permit_is_rehearsal(p) || policy_fact_find(p->policy, fact->name) != NULL;
}

bool permit_too_old(const struct permit *p, const struct fact *fact, int32_t as_of)
{
    if (permit_is_rehearsal(p))
        return false;
    const struct policy_fact *f = policy_fact_find(p->policy, fact->name);
    return !f || as_of == INT32_MIN || as_of > p->today || (int64_t)p->today - as_of > f->max_age_days;
}

bool permit_opted_out(const struct permit *p, struct pseudonym who)
{
    return opt_index_has(&p->opt_outs, who, S(""));
}

/* ---- reasons in words -------------------------------------------------------------------------- */

static const char *const names[] = {
#define REFUSAL(code, name, nl, en) name,
#include "gate/refusals.def"
#undef REFUSAL
};

#define WORDS(text) {(text), (ptrdiff_t)sizeof(text) - 1}
static const struct phrase words[] = {
#define REFUSAL(code, name, nl, en) {WORDS(nl), WORDS(en)},
#include "gate/refusals.def"
#undef REFUSAL
};

const char *refusal_name(enum refusal r)
{
    assert(r < REFUSAL_COUNT);
    return names[r];
}

struct phrase refusal_words(enum refusal r)
{
    assert(r < REFUSAL_COUNT);
    return words[r];
}

bool refusal_find(struct str name, enum refusal *out)
{
    for (int i = 0; i < REFUSAL_COUNT; i++) {
        if (str_eq(str_of(names[i]), name)) {
            *out = (enum refusal)i;
            return true;
        }
    }
    return false;
}

/* ---- clearance: outcomes out -------------------------------------------------------------------- */

int64_t clearance_row(const struct clearance *c)
{
    return c->row;
}

struct pseudonym clearance_who(const struct clearance *c)
{
    return c->who;
}

struct str clearance_scheme(const struct clearance *c)
{
    return c->chosen->scheme;
}

int64_t clearance_amount_cents(const struct clearance *c)
{
    return c->cents_year;
}

int clearance_rung(const struct clearance *c)
{
    return c->chosen->rung;
}

const struct policy *clearance_policy(const struct clearance *c)
{
    return c->policy;
}

/* What must hold for the whole scheme before any row is looked at. */
static bool check_scheme(const struct permit *permit, const struct plan *plan, const struct policy_scheme **chosen,
                         struct err *e)
{
    if (permit_is_rehearsal(permit))
        return fail(e, ERR_GATE, "this is a rehearsal: nobody can be cleared; run under a signed policy");
    if (!plan->laws || !hash_eq(plan->laws->hash, permit->laws->hash))
        return fail(e, ERR_GATE,
                    "the outcomes come from other laws than the permit; evaluate again with the same laws");
    *chosen = policy_scheme_find(permit->policy, plan->scheme);
    return *chosen || fail(e, ERR_GATE, "the policy does not name the scheme '" STR_FMT "'; nobody can be cleared for it",
                           STR_ARG(plan->scheme));
}

static bool check_rung(const struct policy_scheme *chosen, struct err *e)
{
    return chosen->rung >= RUNG_INDIVIDUAL ||
           fail(e, ERR_GATE, "the policy puts '" STR_FMT "' at rung %d, where nobody is approached in person; "
                "nobody can be cleared for it", STR_ARG(chosen->scheme), chosen->rung);
}

static bool add_cents(int64_t *sum, int64_t cents, struct err *e)
{
    return !__builtin_add_overflow(*sum, cents, sum) ||
           fail(e, ERR_LIMIT, "the amounts of all residents do not fit in one sum; clear them in parts");
}

static const struct policy_exclusion *exclusion_of(const struct look *l, int64_t row, enum refusal reason)
{
    if (reason == REFUSED_EXCLUDED)
        return look_exclusion(l, row, TREAT_EXCLUDE);
    return reason == REFUSED_HUMAN ? look_exclusion(l, row, TREAT_HUMAN) : NULL;
}

/* INV-5, INV-8: certainly entitled, amount known, not using, not opted out. */
static void assert_clearable(const struct look *l, int64_t row)
{
    int64_t cents;
    assert(l->f->verdict[row] == VERDICT_YES && l->f->amount_state[row] == CELL_PRESENT);   /* INV-5 */
    assert(look_amount(l, row, &cents) && cents >= l->chosen->amount_min_cents);
    assert(look_use(l, row) == TRUTH_NO);
    assert(!look_opted_out(l, row));                                                        /* INV-8 */
}

/* INV-4: each row has one reason of the list. */
static void count_reasons(const uint8_t *reason, int64_t rows, int64_t counts[REFUSAL_COUNT])
{
    int64_t sum = 0, seen[4][256] = {{0}};   /* four, so that rows with the same reason don't wait for each other */
    for (int64_t i = 0; i < rows; i++)
        seen[i & 3][reason[i]]++;
    for (int i = 0; i < REFUSAL_COUNT; i++)
        sum += counts[i] = seen[0][i] + seen[1][i] + seen[2][i] + seen[3][i];
    assert(sum == rows);                                                                    /* INV-4 */
}

static bool judge(struct arena tmp, const struct permit *permit, const struct policy_scheme *chosen,
                  const struct table *t, const struct findings *f, const struct contacts *contacts,
                  struct gate_result *r, struct err *e)
{
    struct look l = look_open(&tmp, permit, &permit->opt_outs, chosen, t, f, contacts);
    struct seen s;
    if (!seen_open(&tmp, &l, &s, e))
        return false;
    seen_reasons(tmp, &s, &(struct dials){permit->policy, chosen, NULL}, r->reason);
    count_reasons(r->reason, t->rows, r->counts);
    r->funnel = s.funnel;
    for (int64_t i = 0; i < t->rows; i++) {
        enum refusal reason = (enum refusal)r->reason[i];
        int64_t cents = 0;
        r->exclusion[i] = exclusion_of(&l, i, reason);
        if (reason != REFUSED_NOT)
            continue;
        assert_clearable(&l, i);
        if (look_amount(&l, i, &cents) && !add_cents(&r->cleared_cents_year, cents, e))
            return false;
    }
    return true;
}

static bool is_over_ratio(const struct policy *p, int64_t searched, int64_t cleared)
{
    return p->search_ratio_max && cleared && searched > p->search_ratio_max * cleared;
}

/* L4: how many people are looked at for one letter is itself a limit. */
static bool check_ratio(const struct policy *p, const struct gate_result *r, struct err *e)
{
    int64_t cleared = r->counts[REFUSED_NOT], max = p->search_ratio_max;
    if (!is_over_ratio(p, r->funnel.searched, cleared))
        return true;
    return fail(e, ERR_GATE,
                "%lld residents were searched for %lld letters, more than the %lld a letter that the policy "
                "allows; nobody is cleared: narrow the search or decide again",
                (long long)r->funnel.searched, (long long)cleared, (long long)max);
}

/* INV-1: the one place where clearances are made, and only for rows without a reason. */
static void make_clearances(struct arena *a, const struct policy *p, const struct policy_scheme *chosen,
                            const struct table *t, const struct findings *f, struct gate_result *r)
{
    int64_t count = r->counts[REFUSED_NOT], k = 0;
    struct clearance *made = arena_new_raw(a, struct clearance, count);
    r->cleared = arena_new_raw(a, const struct clearance *, count);
    for (int64_t i = 0; i < r->rows; i++) {
        if (r->reason[i] != REFUSED_NOT)
            continue;
        int64_t cents = f->amount_cents[i] * (f->plan->about->monthly ? 12 : 1);
        made[k] = (struct clearance){p, chosen, i, cents, t->who[i]};
        r->cleared[k] = &made[k];
        k++;
    }
    assert(k == count);
}

bool gate_clear(struct arena *a, const struct permit *permit, const struct table *t, const struct findings *f,
                const struct contacts *contacts, struct gate_result *out, struct err *e)
{
    assert(f->rows == t->rows);
    const struct policy_scheme *chosen = NULL;
    if (!check_scheme(permit, f->plan, &chosen, e) || !check_rung(chosen, e))
        return false;
    struct gate_result r = {.rows = t->rows};
    r.reason = arena_new(a, uint8_t, t->rows);
    r.exclusion = arena_new(a, const struct policy_exclusion *, t->rows);
    if (!judge(*a, permit, chosen, t, f, contacts, &r, e) || !check_ratio(permit->policy, &r, e))
        return false;
    make_clearances(a, permit->policy, chosen, t, f, &r);
    *out = r;
    return true;
}

/* ---- what other dials would do (INV-13) ------------------------------------------------------------ */

struct gate_view {
    const struct permit *permit;
    struct look look;
    struct seen seen;
};

bool gate_view(struct arena *a, const struct permit *permit, const struct table *t, const struct findings *f,
               const struct contacts *contacts, const struct gate_view **out, struct err *e)
{
    assert(f->rows == t->rows);
    const struct policy_scheme *chosen = NULL;
    if (!check_scheme(permit, f->plan, &chosen, e))
        return false;
    struct gate_view *v = arena_new(a, struct gate_view, 1);
    v->permit = permit;
    v->look = look_open(a, permit, &permit->opt_outs, chosen, t, f, contacts);
    *out = v;
    return seen_open(a, &v->look, &v->seen, e);
}

struct gate_funnel gate_view_funnel(const struct gate_view *v)
{
    return v->seen.funnel;
}

/* INV-13: either what was signed, or a copy that says of itself that nobody did; and nothing else differs
 * than dials, for what the view looked at was looked at under the permit's policy. */
static void assert_variant(const struct policy *base, const struct policy *p)
{
    assert(p == base || (!p->is_signed && !p->canonical.len));                              /* INV-13 */
    assert(p->facts == base->facts && p->seed == base->seed && p->k_chars == base->k_chars);
    assert(str_eq(p->k_fact, base->k_fact));
    const struct policy_exclusion *x = p->exclusions, *was = base->exclusions;
    for (; x && was; x = x->next, was = was->next)
        assert(str_eq(x->fact, was->fact) && x->also_unknown == was->also_unknown);
    assert(!x && !was);
}

static enum gate_block block_of(const struct gate_view *v, const struct policy *p, const struct policy_scheme *chosen,
                                int64_t cleared)
{
    const struct ceiling *c = scheme_ceiling(v->look.plan->about, v->look.today);
    if (chosen->rung < RUNG_INDIVIDUAL)
        return BLOCK_RUNG;
    if (chosen->rung > (c ? c->rung : 0))
        return BLOCK_CEILING;
    return is_over_ratio(p, v->seen.funnel.searched, cleared) ? BLOCK_RATIO : BLOCK_NOT;
}

static bool weigh_candidates(const struct seen *s, struct gate_weighed *w, struct err *e)
{
    for (int64_t k = 0; k < s->candidate_count; k++) {
        const struct candidate *c = &s->candidates[k];
        enum refusal reason = (enum refusal)w->reason[c->row];
        w->reached += reason == REFUSED_NOT || (reason == REFUSED_PARTNER && w->reason[c->partner] == REFUSED_NOT);
        w->settled += reason == REFUSED_NOT && s->settled[c->row];
        if (reason == REFUSED_NOT && !add_cents(&w->cleared_cents_year, c->cents_year, e))
            return false;
    }
    return true;
}

bool gate_weigh(struct arena *a, const struct gate_view *v, const struct policy *policy, const uint8_t *written,
                struct gate_weighed *out, struct err *e)
{
    const struct policy_scheme *chosen = policy_scheme_find(policy, v->look.plan->scheme);
    assert(chosen);
    assert_variant(v->permit->policy, policy);
    struct gate_weighed w = {.reason = arena_new_raw(a, uint8_t, v->look.t->rows)};
    seen_reasons(*a, &v->seen, &(struct dials){policy, chosen, written}, w.reason);
    count_reasons(w.reason, v->look.t->rows, w.counts);
    w.block = block_of(v, policy, chosen, w.counts[REFUSED_NOT]);
    w.smallest_cell = seen_smallest_cell(*a, &v->seen, w.reason);
    *out = w;
    return weigh_candidates(&v->seen, out, e);
}
