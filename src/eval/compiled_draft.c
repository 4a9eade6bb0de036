/* SPDX-License-Identifier: EUPL-1.2 */
/* compiled_draft.c: which plans can be C, and for each step when it is absent, unknown or
 * faulty for an ordinary resident. Not the text of the C (compiled_write.c).
 */
#include "compiled.h"

/* ---- which plans ---------------------------------------------------------------------------------------- */

static bool is_list(const struct plan *p, int path)
{
    return path > 0 && p->paths[path].person < 0;
}

int draft_list(const struct draft *d, int step)
{
    return d->live[step] && is_list(d->plan, d->whose.path[step]) ? d->whose.path[step] : 0;
}

bool draft_is_own(const struct draft *d, int step)
{
    const struct plan *p = d->plan;
    return d->live[step] && p->steps[step].kind == STEP_FACT && p->facts[p->steps[step].fact].path == 0;
}

bool draft_is_fetched(const struct draft *d, int step)
{
    const struct plan *p = d->plan;
    return d->live[step] && p->steps[step].kind == STEP_FACT && p->facts[p->steps[step].fact].path > 0 && d->whose.path[step] == 0;
}

/* Persons about whom not everything has a twin are fetched fact by fact, and then are over the whole block. */
static void fetch_without_twins(struct draft *d)
{
    const struct plan *p = d->plan;
    struct whose *w = &d->whose;
    for (int i = 0; i < p->step_count; i++) {
        if (!is_list(p, w->path[i]) && !w->twinned[w->path[i]])
            w->path[i] = 0;
        if (!w->twinned[w->spread_path[i]])
            w->spread_path[i] = 0;
    }
}

static bool is_fit(const struct draft *d, int i, struct str *why)
{
    const struct step *s = &d->plan->steps[i];
    const struct relation_path *paths = d->plan->paths;
    switch (s->kind) {
    case STEP_AGE: case STEP_MONTHS: case STEP_DAYS_BETWEEN: case STEP_WEEKDAY: case STEP_DATE_ADD: case STEP_DATE_PART:
        *why = S("a calculation with days that differ between residents");
        return false;
    default: break;
    }
    *why = S("somebody whom a person in a list knows");
    for (int path = s->kind == STEP_FACT ? d->plan->facts[s->fact].path : 0; path > 0; path = paths[path].parent)
        if (is_list(d->plan, paths[path].parent))
            return false;
    return true;
}

static bool has_fit_outputs(const struct draft *d, struct str *why)
{
    const struct plan *p = d->plan;
    const struct step *amount = &p->steps[p->amount];
    *why = S("an outcome that is the same for everybody");
    return p->steps[p->entitled].kind != STEP_CONSTANT && (amount->kind != STEP_CONSTANT || amount->absent);
}

/* ---- states as masks ------------------------------------------------------------------------------------ */

/* The law asks whether it is there, so it is ordinary that it is not. */
static void find_may_lack(struct draft *d)
{
    const struct plan *p = d->plan;
    for (int i = 0; i < p->step_count; i++) {
        const struct step *s = &p->steps[i];
        if (!d->live[i])
            continue;
        if (s->kind == STEP_FACT && (s->type == REG_PERSON || draft_is_fetched(d, i)))
            d->may_lack[i] = true;
        if (s->kind == STEP_IS_ABSENT && d->whose.twin[s->a] >= 0)
            d->may_lack[d->whose.twin[s->a]] = true;
        if (s->kind == STEP_IS_ABSENT)
            d->may_lack[s->a] = true;
    }
}

struct state { int absent, unknown, faulty; };

static struct state state_at(const struct draft *d, int reg)
{
    const struct state present = {MASK_NO, MASK_NO, MASK_NO};
    return reg < 0 ? present : (struct state){d->absent[reg], d->unknown[reg], d->faulty[reg]};
}

static int any3(struct masks *m, struct state s)
{
    return mask_or(m, mask_or(m, s.absent, s.unknown), s.faulty);
}

/* STRICT: what is absent makes faulty. */
static struct state strict_state(struct draft *d, struct state a, struct state b)
{
    struct masks *m = &d->masks;
    return (struct state){MASK_NO, mask_or(m, a.unknown, b.unknown),
                          mask_or(m, mask_or(m, a.absent, a.faulty), mask_or(m, b.absent, b.faulty))};
}

/* KLEENE: the worst of the two, unless one decides. */
static struct state junction_state(struct draft *d, const struct step *s)
{
    struct masks *m = &d->masks;
    const struct state a = state_at(d, s->a), b = state_at(d, s->b), worst = strict_state(d, a, b);
    const bool all = s->kind == STEP_AND;
    const int decides_a = all ? mask_not(m, d->truth[s->a]) : d->truth[s->a];
    const int decides_b = all ? mask_not(m, d->truth[s->b]) : d->truth[s->b];
    const int open_a = mask_not(m, mask_and(m, mask_not(m, any3(m, a)), decides_a));
    const int open_b = mask_not(m, mask_and(m, mask_not(m, any3(m, b)), decides_b));
    const int open = worst.unknown == MASK_NO && worst.faulty == MASK_NO ? MASK_NO : mask_and(m, open_a, open_b);
    return (struct state){MASK_NO, mask_and(m, open, worst.unknown), mask_and(m, open, worst.faulty)};
}

static struct state select_state(struct draft *d, const struct step *s)
{
    struct masks *m = &d->masks;
    const struct state c = state_at(d, s->a), y = state_at(d, s->b), z = state_at(d, s->c);
    const int condition = d->truth[s->a];
    return (struct state){mask_choose(m, condition, y.absent, z.absent),
                          mask_or(m, c.unknown, mask_choose(m, condition, y.unknown, z.unknown)),
                          mask_or(m, mask_or(m, c.absent, c.faulty), mask_choose(m, condition, y.faulty, z.faulty))};
}

/* A partner of whom anything is faulty is no ordinary partner: then the row is odd altogether. */
static struct state lent_state(struct draft *d, int i)
{
    struct masks *m = &d->masks;
    const struct step *s = &d->plan->steps[i];
    struct state who = state_at(d, s->b), what = state_at(d, d->whose.twin[s->a]);
    what.absent = what.absent == MASK_NO ? MASK_NO : mask_of(m, MASK_PARTNER_ABSENT, i);
    what.unknown = what.unknown == MASK_NO ? MASK_NO : mask_of(m, MASK_PARTNER_UNKNOWN, i);
    return (struct state){mask_or(m, who.absent, what.absent), mask_or(m, who.unknown, what.unknown), who.faulty};
}

/* Of somebody who is there what was worked out; else the silence about who it is. */
static struct state person_state(struct draft *d, int i)
{
    struct masks *m = &d->masks;
    const struct step *s = &d->plan->steps[i];
    if (d->whose.spread_path[i])
        return lent_state(d, i);
    const struct state who = state_at(d, s->b), what = state_at(d, s->a);
    const int there = mask_not(m, any3(m, who));
    return (struct state){mask_or(m, who.absent, mask_and(m, there, what.absent)),
                          mask_or(m, who.unknown, mask_and(m, there, what.unknown)),
                          mask_or(m, who.faulty, mask_and(m, there, what.faulty))};
}

/* An ordinary list: all is known of who counts, and whether they count. The least of nothing is absent. */
static struct state each_state(struct draft *d, int i)
{
    struct masks *m = &d->masks;
    const struct step *s = &d->plan->steps[i];
    const int counts = s->b < 0 ? MASK_YES : d->truth[s->b];
    d->strange[i] = mask_or(m, any3(m, state_at(d, s->b)), mask_and(m, counts, any3(m, state_at(d, s->a))));
    const bool may_be_none = s->combine == EACH_MIN || s->combine == EACH_MAX;
    return (struct state){may_be_none ? mask_of(m, MASK_NOBODY, i) : MASK_NO, MASK_NO, MASK_NO};
}

static struct state state_of(struct draft *d, int i)
{
    struct masks *m = &d->masks;
    const struct step *s = &d->plan->steps[i];
    const struct state a = state_at(d, s->a), b = state_at(d, s->b);
    switch (s->kind) {
    case STEP_FACT:
        return (struct state){d->may_lack[i] ? mask_of(m, MASK_ABSENT, i) : MASK_NO, mask_of(m, MASK_UNKNOWN, i), MASK_NO};
    case STEP_CONSTANT: return (struct state){s->absent ? MASK_YES : MASK_NO, MASK_NO, MASK_NO};
    case STEP_SCALE: return a;
    case STEP_AND: case STEP_OR: return junction_state(d, s);
    case STEP_EQUAL: return (struct state){MASK_NO, mask_or(m, a.unknown, b.unknown), mask_or(m, a.faulty, b.faulty)};
    case STEP_IS_ABSENT: return (struct state){MASK_NO, a.unknown, a.faulty};
    case STEP_SELECT: return select_state(d, s);
    case STEP_AT_PERSON: return person_state(d, i);
    case STEP_ITEM: return (struct state){MASK_NO, MASK_NO, MASK_NO}; /* somebody unknown in a list is odd */
    case STEP_EACH: return each_state(d, i);
    default: return strict_state(d, a, b);
    }
}

/* How a truth value goes by others; else by its own name. */
static int truth_of(struct draft *d, int i)
{
    struct masks *m = &d->masks;
    const struct step *s = &d->plan->steps[i];
    switch (s->kind) {
    case STEP_CONSTANT: return s->value ? MASK_YES : MASK_NO;
    case STEP_IS_ABSENT: return d->absent[s->a];
    case STEP_NOT: return mask_not(m, d->truth[s->a]);
    case STEP_AND: return mask_and(m, d->truth[s->a], d->truth[s->b]);
    case STEP_OR: return mask_or(m, d->truth[s->a], d->truth[s->b]);
    default: return mask_of(m, MASK_REGISTER, i);
    }
}

bool draft_make(struct arena *a, const struct plan *p, struct draft *out, struct str *why)
{
    const int n = p->step_count;
    struct draft *d = out;
    *why = p->kernels ? S("a single output: C is for schemes") : p->why;
    if (!p->kernels || !p->about)
        return false;
    *d = (struct draft){.plan = p, .live = plan_live(a, p), .ranges = arena_new(a, struct range, n), .masks = masks_open(a),
                        .truth = arena_new(a, int, n), .absent = arena_new(a, int, n), .unknown = arena_new(a, int, n),
                        .faulty = arena_new(a, int, n), .lent_unknown = arena_new(a, int, n),
                        .may_lack = arena_new(a, bool, n), .lent = arena_new(a, bool, n), .strange = arena_new(a, int, n)};
    d->whose = whose_make(a, p, d->live);
    fetch_without_twins(d);
    if (!has_fit_outputs(d, why))
        return false;
    ranges_of(p, d->ranges);
    find_may_lack(d);
    for (int i = 0; i < n; i++)
        if (d->whose.spread_path[i])
            d->lent[d->whose.twin[p->steps[i].a]] = true;
    for (int i = 0; i < n; i++) {
        if (d->live[i] && !is_fit(d, i, why))
            return false;
        if (!d->live[i] || (d->whose.path[i] > 0 && !draft_list(d, i)))
            continue;
        const struct state s = state_of(d, i);
        d->absent[i] = s.absent;
        d->unknown[i] = s.unknown;
        d->faulty[i] = s.faulty;
        if (p->steps[i].type == REG_BOOLEAN)
            d->truth[i] = truth_of(d, i);
        d->lent_unknown[i] = s.unknown;
        if (d->lent[i] && s.unknown != MASK_NO)
            d->unknown[i] = mask_of(&d->masks, MASK_LENT_UNKNOWN, i);
    }
    const struct state right = state_at(d, p->entitled), cents = state_at(d, p->steps[p->amount].absent ? -1 : p->amount);
    d->odd = mask_or(&d->masks, mask_or(&d->masks, right.absent, right.faulty), mask_or(&d->masks, cents.absent, cents.faulty));
    *why = S("more conditions than C is written for");
    return !d->masks.full;
}
