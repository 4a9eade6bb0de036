/* SPDX-License-Identifier: EUPL-1.2 */
/* bounds.c: certain, possible or excluded, and between which amounts: one run of the plan on sets
 * is sound but may be wide where a fact is used twice, so the missing facts are split into cases
 * until what was found in some completion is all that is left, or the cases run out.
 */
#include "scene.h"

#include <string.h>

const char *certainty_name(enum certainty c)
{
    static const char *const names[] = {"certain", "possible", "excluded", "faulty"};
    return names[c];
}

#define YES (1u << VERDICT_YES)

struct box {                         /* a case: what each missing fact is in it, and what follows */
    struct span *facts;
    struct outcome outcome;
    int depth;
    bool closed;                     /* there is nothing left to split */
};

struct search {
    struct scene *s;
    struct arena *a;
    size_t bytes;                    /* of the facts of one box */
    struct box boxes[LIMIT_CERTAINTY_CASES];
    int count;
    bool *matters;
    unsigned verdicts, states;       /* of completions that were found */
    int64_t low, high;
};

/* ---- what was found ------------------------------------------------------------------------------------ */

static void found_amount(struct search *x, struct span amount)
{
    int64_t v = amount.low;
    bool first = !(x->states & MAY(CELL_PRESENT));
    if (amount.states & MAY(CELL_PRESENT)) {
        x->low = first || v < x->low ? v : x->low;
        x->high = first || v > x->high ? v : x->high;
    }
    x->states |= amount.states;
}

/* All completions of a case have its only verdict, so it is one that some completion has. */
static void found(struct search *x, const struct outcome *o)
{
    if (o->verdicts & (o->verdicts - 1))
        return;
    x->verdicts |= o->verdicts;
    if (o->verdicts == YES && span_is_one(o->amount))
        found_amount(x, o->amount);
}

static struct outcome look(struct search *x)
{
    struct outcome o = scene_run(x->s);
    found(x, &o);
    if ((o.verdicts & YES) && o.verdicts != YES) {
        if (!scene_assume(x->s)) {
            o.verdicts &= ~YES;
            o.amount = (struct span){0, 0, 0};
            found(x, &o);
        } else {
            o.amount = x->s->assumed[x->s->p->amount];
        }
    }
    return o;
}

/* ---- what may still be found ------------------------------------------------------------------------------ */

enum goal { GOAL_VERDICT, GOAL_HIGH, GOAL_LOW, GOALS };

static bool is_beyond(const struct search *x, const struct box *b, enum goal goal)
{
    const struct span amount = b->outcome.amount;
    bool none = !(x->states & MAY(CELL_PRESENT));
    if (b->closed)
        return false;
    switch (goal) {
    case GOAL_VERDICT: return (b->outcome.verdicts & ~x->verdicts) || (amount.states & ~x->states);
    case GOAL_HIGH: return (amount.states & MAY(CELL_PRESENT)) && (none || amount.high > x->high);
    default: return (amount.states & MAY(CELL_PRESENT)) && (none || amount.low < x->low);
    }
}

static bool is_better(const struct box *b, const struct box *than, enum goal goal)
{
    if (goal == GOAL_HIGH && b->outcome.amount.high != than->outcome.amount.high)
        return b->outcome.amount.high > than->outcome.amount.high;
    if (goal == GOAL_LOW && b->outcome.amount.low != than->outcome.amount.low)
        return b->outcome.amount.low < than->outcome.amount.low;
    return b->depth > than->depth; /* first to the bottom, where there is an answer */
}

static struct box *pick(struct search *x, int turn)
{
    for (int k = 0; k < GOALS; k++) {
        enum goal goal = (enum goal)((turn + k) % GOALS);
        struct box *best = NULL;
        for (int i = 0; i < x->count; i++)
            if (is_beyond(x, &x->boxes[i], goal) && (!best || is_better(&x->boxes[i], best, goal)))
                best = &x->boxes[i];
        if (best)
            return best;
    }
    return NULL;
}

/* ---- looking for completions at the corners of a case -------------------------------------------------------- */

static int corners(struct span s, struct span out[3])
{
    int n = 0;
    if (s.states & MAY(CELL_PRESENT)) {
        out[n++] = span_of(CELL_PRESENT, s.low);
        if (s.high != s.low)
            out[n++] = span_of(CELL_PRESENT, s.high);
    }
    if (s.states & MAY(CELL_ABSENT))
        out[n++] = span_of(CELL_ABSENT, 0);
    return n;
}

static bool is_gain(const struct outcome *o, const struct outcome *than)
{
    if (o->verdicts != YES || !span_is_one(o->amount))
        return false;
    if (than->verdicts != YES || !span_is_one(than->amount))
        return true;
    return o->amount.low > than->amount.low;
}

/* From one corner along each fact that matters, keeping what brings the amount up; what is least is found
 * on the way, or by splitting. */
static void climb(struct search *x, const struct box *b)
{
    struct scene *s = x->s;
    struct span at[3];
    for (int i = 0; i < s->cell_count; i++)
        if (corners(b->facts[i], at))
            s->facts[i] = at[0];
    struct outcome best = scene_run(s);
    found(x, &best);
    for (int i = 0; i < s->cell_count; i++) {
        struct span keep = s->facts[i];
        int n = x->matters[i] ? corners(b->facts[i], at) : 0;
        for (int k = 0; k < n; k++) {
            s->facts[i] = at[k];
            struct outcome o = scene_run(s);
            found(x, &o);
            if (is_gain(&o, &best)) {
                best = o;
                keep = at[k];
            }
        }
        s->facts[i] = keep;
    }
}

static void box_look(struct search *x, struct box *b)
{
    memcpy(x->s->facts, b->facts, x->bytes);
    b->outcome = look(x);
    bool beyond = false;
    for (int goal = 0; goal < GOALS; goal++)
        beyond |= is_beyond(x, b, (enum goal)goal);
    if (!beyond)
        return;
    memcpy(x->s->facts, b->facts, x->bytes);
    struct outcome whole = scene_run(x->s);
    scene_matters(x->s, &whole, x->matters);
    climb(x, b);
}

/* ---- splitting ------------------------------------------------------------------------------------------------ */

/* Which fact of a case to split: first whether there is somebody or something, then yes and no, then
 * where the plan compares it, then the widest. */
static int64_t urgency(const struct scene *s, int fact, struct span v)
{
    int64_t below;
    const enum fact_type type = scene_fact(s, fact)->type;
    bool person = type == FACT_PERSON || type == FACT_PEOPLE;
    if (v.states & (v.states - 1))
        return INT64_MAX - !person;
    if (person)
        return 0;
    if (type == FACT_BOOLEAN || type == FACT_TEXT)
        return INT64_MAX - 2;
    return scene_threshold(s, fact, v, &below) ? INT64_MAX - 3 : v.high - v.low;
}

static int choose_fact(struct search *x, const struct box *b)
{
    int best = -1;
    int64_t most = 0;
    memcpy(x->s->facts, b->facts, x->bytes);
    struct outcome o = scene_run(x->s);
    scene_matters(x->s, &o, x->matters);
    for (int i = 0; i < x->s->cell_count; i++) {
        int64_t u = x->matters[i] ? urgency(x->s, i, b->facts[i]) : 0;
        if (u > most) {
            best = i;
            most = u;
        }
    }
    return best;
}

static void halve(const struct scene *s, int fact, struct span v, struct span *one, struct span *other)
{
    int64_t below;
    *one = *other = v;
    if (v.states & (v.states - 1)) {
        one->states = MAY(CELL_PRESENT);
        *other = (struct span){v.states & ~MAY(CELL_PRESENT), 0, 0};
        return;
    }
    if (!scene_threshold(s, fact, v, &below))
        below = v.low + (v.high - v.low) / 2;
    one->high = below;
    other->low = below + 1;
}

static void split(struct search *x, struct box *b)
{
    int fact = choose_fact(x, b);
    if (fact < 0) {
        b->closed = true;
        return;
    }
    struct box *other = &x->boxes[x->count++];
    *other = (struct box){.facts = arena_new(x->a, struct span, x->s->cell_count), .depth = ++b->depth};
    memcpy(other->facts, b->facts, x->bytes);
    halve(x->s, fact, other->facts[fact], &b->facts[fact], &other->facts[fact]);
    box_look(x, b);
    box_look(x, other);
}

/* ---- the door --------------------------------------------------------------------------------------------------- */

static enum certainty certainty_of(unsigned verdicts)
{
    if (verdicts == YES)
        return CERTAINTY_CERTAIN;
    if (verdicts & YES)
        return CERTAINTY_POSSIBLE;
    return verdicts & (1u << VERDICT_NO) ? CERTAINTY_EXCLUDED : CERTAINTY_FAULTY;
}

static struct bounds bounds_of(const struct search *x)
{
    struct outcome all = {0, {0, 0, 0}};
    for (int i = 0; i < x->count; i++) {
        all.verdicts |= x->boxes[i].outcome.verdicts;
        all.amount = span_join(all.amount, x->boxes[i].outcome.amount);
    }
    bool there = all.amount.states & MAY(CELL_PRESENT);
    /* INV-11: every completion that was found lies within. */
    assert(!(x->verdicts & ~all.verdicts) && !(x->states & ~all.amount.states));
    assert(!(x->states & MAY(CELL_PRESENT)) || (all.amount.low <= x->low && x->high <= all.amount.high));
    return (struct bounds){
        .certainty = certainty_of(all.verdicts), .counted = true, .verdicts = (uint8_t)all.verdicts,
        .amount_states = (uint8_t)all.amount.states, .low_cents = all.amount.low, .high_cents = all.amount.high,
        .exact = all.verdicts == x->verdicts && all.amount.states == x->states &&
                 (!there || (all.amount.low == x->low && all.amount.high == x->high)),
        .cases = x->count,
    };
}

/* Where nothing is counted. */
static const struct bounds anything = {.certainty = CERTAINTY_POSSIBLE, .verdicts = 1u << VERDICT_NO | YES | 1u << VERDICT_FAULTY,
                                       .amount_states = MAY_ANY};

struct bounds certainty_bounds(struct arena tmp, const struct binding_set *b, int64_t row)
{
    const struct plan *p = eval_plan(b);
    assert(p->about);
    if (!scene_fits(p))
        return anything;
    struct scene s = scene_open(&tmp, b);
    struct search *x = arena_new(&tmp, struct search, 1);
    scene_fill(&s, row);
    if (s.crowded)
        return anything;
    *x = (struct search){.s = &s, .a = &tmp, .bytes = (size_t)s.cell_count * sizeof *s.facts, .count = 1,
                         .matters = arena_new(&tmp, bool, s.cell_count)};
    x->boxes[0].facts = arena_new(&tmp, struct span, s.cell_count);
    memcpy(x->boxes[0].facts, s.facts, x->bytes);
    box_look(x, &x->boxes[0]);
    for (int turn = 0; x->count < LIMIT_CERTAINTY_CASES; turn++) {
        struct box *next = pick(x, turn);
        if (!next)
            break;
        split(x, next);
    }
    return bounds_of(x);
}
