/* SPDX-License-Identifier: EUPL-1.2 */
/* staged.c: reads a resident's facts one by one, cheapest first, and stops when no other fact can
 * change the outcome. Which fact comes next depends on what was read before: whether there is
 * somebody, something, yes or no; never on an amount, so that it is worked out once for everybody
 * of whom the same is known. Not a permit: what may be read at all is the gate's.
 */
#include "scene.h"

#include <string.h>

enum read { READ_NO, READ_YES, READ_PRESENT, READ_UNKNOWN, READ_ABSENT, READ_FAULTY, READ_SKIPPED, READS };

struct stage {
    int fact;                        /* to read; -1 = nothing that was not read matters */
    int next[READS];                 /* stages; 0 = not known yet */
};

struct stages {
    const struct binding_set *b;
    struct scene s;                  /* what was read of one resident; not read = anything at all */
    struct scene pattern;            /* the same without values */
    struct stage *stages;
    int count;
    bool *matters;
    bool *was_read;
};

/* What was not read may be anything that a cell may be, faults and silence too. */
static struct span unread(const struct plan *p, int fact)
{
    struct span s = scene_unknown(p, fact);
    s.states = MAY_ANY;
    return s;
}

static void forget(struct scene *s)
{
    for (int i = 0; i < s->p->fact_count; i++) {
        s->same[i] = s->cell_of[i] = i;
        s->cells[i] = (struct cell){i, -1};
        s->facts[i] = unread(s->p, i);
    }
}

/* ---- which fact next -------------------------------------------------------------------------------------- */

/* Whether some answer would end it here. */
static bool may_end(struct scene *s, int fact)
{
    struct span samples[SAMPLES], all = s->facts[fact];
    int n = scene_samples(s, fact, samples);
    bool yes = false;
    for (int i = 0; i < n && !yes; i++) {
        s->facts[fact] = samples[i];
        struct outcome o = scene_run(s);
        yes = outcome_is_answer(&o);
    }
    s->facts[fact] = all;
    return yes;
}

/* Facts about somebody can be read once it is known who that is. */
static bool is_readable(const struct scene *s, int fact)
{
    int relation = path_relation(s->p, s->p->facts[fact].path);
    return relation < 0 || s->facts[relation].states == MAY(CELL_PRESENT);
}

/* Of the facts that matter and were not read: the cheapest, of those one that may end it, then in the
 * order of the plan. */
static int choose_next(struct stages *t)
{
    struct scene *s = &t->pattern;
    struct outcome o = scene_run(s);
    int best = -1, least = 0;
    if (outcome_is_one(&o))
        return -1;
    scene_matters(s, &o, t->matters);
    for (int i = 0; i < s->p->fact_count; i++) {
        if (!t->matters[i] || t->was_read[i] || !is_readable(s, i))
            continue;
        int weight = 2 * fact_weight(s->p, i) + !may_end(s, i);
        if (best < 0 || weight < least) {
            best = i;
            least = weight;
        }
    }
    return best;
}

/* -1 when there is no room: then it is worked out each time. */
static int stage_add(struct stages *t)
{
    if (t->count == LIMIT_CERTAINTY_STAGES)
        return -1;
    t->stages[t->count] = (struct stage){.fact = choose_next(t)};
    return t->count++;
}

/* Lists of persons are read at once. */
static bool is_staged(const struct plan *p)
{
    return p->kernels && !p->over_people;
}

struct stages *certainty_stages(struct arena *a, const struct binding_set *b)
{
    const struct plan *p = eval_plan(b);
    struct stages *t = arena_new(a, struct stages, 1);
    *t = (struct stages){.b = b,
                         .matters = arena_new(a, bool, p->fact_count), .was_read = arena_new(a, bool, p->fact_count),
                         .stages = arena_new(a, struct stage, LIMIT_CERTAINTY_STAGES)};
    t->s = (struct scene){.b = b, .p = p};
    if (!is_staged(p))
        return t;
    t->s = scene_open(a, b);
    t->pattern = scene_open(a, b);
    forget(&t->pattern);
    int first = stage_add(t);
    assert(first == 0);
    return t;
}

struct reading reading_open(struct arena *a, const struct plan *p)
{
    return (struct reading){.read = arena_new(a, int64_t, p->fact_count), .naive = arena_new(a, int64_t, p->fact_count)};
}

/* ---- one resident -------------------------------------------------------------------------------------------- */

static enum read kind_of(const struct fact *f, struct fact_cell c)
{
    static const enum read silent[] = {READ_PRESENT, READ_UNKNOWN, READ_ABSENT, READ_FAULTY};
    if (f->type == FACT_BOOLEAN && c.state == CELL_PRESENT)
        return c.value ? READ_YES : READ_NO;
    return silent[c.state];
}

static enum read read_fact(struct stages *t, int fact, struct reading *sum)
{
    enum cell_state state;
    int64_t whose = scene_person(&t->s, t->s.p->facts[fact].path, &state);
    assert(whose >= 0); /* is_readable */
    struct fact_cell c = eval_cell(t->b, fact, whose);
    enum read kind = kind_of(t->s.p->facts[fact].fact, c);
    t->s.facts[fact] = span_of(c.state, c.value);
    t->pattern.facts[fact] = kind == READ_PRESENT ? scene_unknown(t->s.p, fact) : t->s.facts[fact];
    t->pattern.facts[fact].states = MAY(c.state);
    sum->read[fact]++;
    sum->read_all++;
    return kind;
}

static int next_stage(struct stages *t, int at, enum read kind)
{
    if (at >= 0 && t->stages[at].next[kind] == 0)
        t->stages[at].next[kind] = stage_add(t);
    return at < 0 ? at : t->stages[at].next[kind];
}

static struct outcome read_resident(struct stages *t, struct reading *sum)
{
    int at = 0;
    forget(&t->s);
    forget(&t->pattern);
    memset(t->was_read, 0, (size_t)t->s.p->fact_count * sizeof *t->was_read);
    struct outcome o = scene_run(&t->s);
    while (!outcome_is_one(&o)) {
        int fact = at >= 0 ? t->stages[at].fact : choose_next(t);
        assert(fact >= 0); /* with everything read the outcome is one */
        t->was_read[fact] = true;
        scene_reaches(&t->s, &o, t->matters);
        enum read kind = t->matters[fact] ? read_fact(t, fact, sum) : READ_SKIPPED;
        if (kind != READ_SKIPPED)
            o = scene_rerun(&t->s, fact);
        at = next_stage(t, at, kind);
    }
    return o;
}

static void count_naive(struct stages *t, struct reading *sum)
{
    const struct plan *p = t->s.p;
    for (int i = 0; i < p->fact_count; i++) {
        enum cell_state state;
        bool there = scene_person(&t->s, p->facts[i].path, &state) >= 0;
        sum->naive[i] += there;
        sum->naive_all += there;
    }
    sum->residents++;
}

/* The only bit that is set. */
static uint8_t only(unsigned bits)
{
    uint8_t at = 0;
    while (!(bits >> at & 1))
        at++;
    return at;
}

/* A plan that is not in steps: the reference reads what it reads, which nobody counts. */
static void read_all(struct stages *t, struct arena tmp, int64_t from, int64_t to, struct findings *out, struct reading *sum)
{
    eval_rows(tmp, t->b, from, to, out);
    for (t->s.row = from; t->s.row < to; t->s.row++)
        count_naive(t, sum);
    for (int i = 0; i < t->s.p->fact_count; i++)
        sum->read[i] = sum->naive[i];
    sum->read_all = sum->naive_all;
}

void certainty_read(struct arena tmp, struct stages *t, int64_t from, int64_t to, struct findings *out, struct reading *sum)
{
    if (!is_staged(t->s.p)) {
        read_all(t, tmp, from, to, out, sum);
        return;
    }
    for (int64_t row = from; row < to; row++) {
        t->s.row = t->pattern.row = row;
        count_naive(t, sum);
        struct outcome o = read_resident(t, sum);
        out->verdict[row] = only(o.verdicts);
        if (out->verdict[row] != VERDICT_YES)
            continue;
        out->amount_state[row] = only(o.amount.states);
        out->amount_cents[row] = o.amount.low;
    }
}
