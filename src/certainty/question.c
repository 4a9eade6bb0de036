/* SPDX-License-Identifier: EUPL-1.2 */
/* question.c: which missing facts may change the outcome, and which to ask first. Not who may ask. */
#include "scene.h"

#include <stdlib.h>
#include <string.h>

struct asker {
    struct scene *s;
    int64_t tries;
};

/* ---- order ------------------------------------------------------------------------------------------- */

/* A fact about somebody costs finding out who that is too, where that is not known. */
static int full_weight(const struct scene *s, const bool *missing, int cell)
{
    int relation = scene_relation(s, cell);
    return fact_weight(s->p, s->cells[cell].fact) + (relation >= 0 && missing[relation] ? full_weight(s, missing, relation) : 0);
}

static int list_missing(const struct scene *s, const bool *missing, int *out)
{
    int n = 0;
    for (int i = 0; i < s->cell_count; i++) {
        int at = missing[i] ? n++ : -1;
        for (; at > 0 && full_weight(s, missing, out[at - 1]) > full_weight(s, missing, i); at--)
            out[at] = out[at - 1];
        if (at >= 0)
            out[at] = i;
    }
    return n;
}

/* ---- trying answers -------------------------------------------------------------------------------------- */

/* Whether some answers to ask[k..] leave one outcome, whatever the rest is. */
static bool may_settle(struct asker *q, const int *ask, int count, int k)
{
    struct span samples[SAMPLES];
    if (k == count) {
        struct outcome o = scene_run(q->s);
        q->tries++;
        return outcome_is_answer(&o);
    }
    struct span all = q->s->facts[ask[k]];
    int n = scene_samples(q->s, ask[k], samples);
    bool yes = false;
    for (int i = 0; i < n && !yes && q->tries < LIMIT_CERTAINTY_TRIES; i++) {
        q->s->facts[ask[k]] = samples[i];
        yes = may_settle(q, ask, count, k + 1);
    }
    q->s->facts[ask[k]] = all;
    return yes;
}

static bool try_set(struct asker *q, const int *ask, int count)
{
    q->tries = 0;
    return may_settle(q, ask, count, 0);
}

static bool holds(const int *list, int count, int fact)
{
    for (int i = 0; i < count; i++)
        if (list[i] == fact)
            return true;
    return false;
}

/* Nobody can be asked for the income of somebody unknown. */
static bool is_askable(const struct scene *s, const bool *missing, const int *ask, int count, int cell)
{
    int relation = scene_relation(s, cell);
    return relation < 0 || !missing[relation] || holds(ask, count, relation);
}

/* One fact that may do; else the first few that may, without those that are not needed for it. */
static int choose(struct asker *q, const bool *missing, const int *list, int count, int *ask)
{
    int n = 1;
    assert(count > 0); /* what is not settled depends on something */
    for (int i = 0; i < count; i++) {
        ask[0] = list[i];
        if (is_askable(q->s, missing, ask, 0, list[i]) && try_set(q, ask, 1))
            return 1;
    }
    memcpy(ask, list, (size_t)count * sizeof *ask);
    while (n < count && !try_set(q, ask, n))
        n++;
    for (int drop = n; drop-- > 0;) {
        int fact = ask[drop];
        memmove(ask + drop, ask + drop + 1, (size_t)(n - drop - 1) * sizeof *ask);
        bool whole = true;
        for (int i = 0; i < n - 1; i++)
            whole &= is_askable(q->s, missing, ask, n - 1, ask[i]);
        if (whole && try_set(q, ask, n - 1)) {
            n--;
            continue;
        }
        memmove(ask + drop + 1, ask + drop, (size_t)(n - drop - 1) * sizeof *ask);
        ask[drop] = fact;
    }
    return n;
}

/* ---- the door ------------------------------------------------------------------------------------------------ */

static struct question question_open(struct arena *a, const struct plan *p, bool settles)
{
    return (struct question){arena_new(a, int, p->fact_count), 0, arena_new(a, int, p->fact_count), 0, settles};
}

/* The facts of the plan behind cells: of several children it is one fact to ask. */
static int facts_of(const struct scene *s, const int *cells, int count, int *facts)
{
    int n = 0;
    for (int i = 0; i < count; i++)
        if (!holds(facts, n, s->cells[cells[i]].fact))
            facts[n++] = s->cells[cells[i]].fact;
    return n;
}

/* As full_weight, where there are no cells. */
static int plan_weight(const struct plan *p, uint64_t missing, int fact)
{
    int relation = path_relation(p, p->facts[fact].path);
    bool also = relation >= 0 && relation < 64 && (missing >> relation & 1);
    return fact_weight(p, fact) + (also ? plan_weight(p, missing, relation) : 0);
}

/* All that was missed, cheapest first: where nothing is counted. */
static struct question ask_all(struct arena *a, const struct binding_set *b, int64_t row)
{
    const struct plan *p = eval_plan(b);
    struct question q = question_open(a, p, false);
    uint64_t bits = eval_reference(*a, b, row).missing;
    for (int i = 0; i < p->fact_count && i < 64; i++) {
        int at = bits >> i & 1 ? q.missing_count++ : -1;
        for (; at > 0 && plan_weight(p, bits, q.missing[at - 1]) > plan_weight(p, bits, i); at--)
            q.missing[at] = q.missing[at - 1];
        if (at >= 0)
            q.missing[at] = i;
    }
    q.ask_count = q.missing_count;
    memcpy(q.ask, q.missing, (size_t)q.missing_count * sizeof *q.ask);
    return q;
}

/* Where nobody can be entitled, no answer makes a difference that is worth a question. */
static bool is_settled(const struct bounds *b)
{
    if (!(b->verdicts & (1u << VERDICT_YES)))
        return true;
    struct outcome o = {b->verdicts, {b->amount_states, b->low_cents, b->high_cents}};
    return outcome_is_one(&o);
}

struct question certainty_question(struct arena *a, const struct binding_set *b, int64_t row)
{
    struct bounds bounds = certainty_bounds(*a, b, row);
    return certainty_question_of(a, b, row, &bounds);
}

struct question certainty_question_of(struct arena *a, const struct binding_set *b, int64_t row, const struct bounds *bounds)
{
    const struct plan *p = eval_plan(b);
    if (!bounds->counted)
        return ask_all(a, b, row);
    struct question q = question_open(a, p, true);
    if (is_settled(bounds))
        return q;
    struct arena tmp = *a;
    struct scene s = scene_open(&tmp, b);
    scene_fill(&s, row);
    bool *missing = arena_new(&tmp, bool, s.cell_count);
    int *cells = arena_new(&tmp, int, s.cell_count), *ask = arena_new(&tmp, int, s.cell_count);
    struct outcome o = scene_run(&s);
    scene_matters(&s, &o, missing);
    int count = list_missing(&s, missing, cells);
    struct asker asker = {&s, 0};
    int asked = choose(&asker, missing, cells, count, ask);
    q.missing_count = facts_of(&s, cells, count, q.missing);
    q.ask_count = facts_of(&s, ask, asked, q.ask);
    q.settles = asked == count;
    return q;
}
