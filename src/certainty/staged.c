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
    s->cell_count = s->p->fact_count;
    for (int i = 0; i < s->p->fact_count; i++) {
        s->same[i] = s->cell_of[i] = i;
        s->cells[i] = (struct cell){i, -1};
        s->facts[i] = unread(s->p, i);
    }
    for (int k = 0; k < s->list_count; k++)
        lists_anybody(s, &s->lists[k], MAY_ANY);
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

/* The list whose persons a fact is about; NULL if it is about no list. */
static struct members *list_of(const struct scene *s, int fact)
{
    for (struct members *m = s->lists; m < s->lists + s->list_count; m++)
        for (int k = 0; k < m->fact_count; k++)
            if (m->facts[k] == fact)
                return m;
    return NULL;
}

/* Facts about somebody can be read once it is known who that is. */
static bool is_readable(const struct stages *t, int fact)
{
    const struct scene *s = &t->pattern;
    const struct members *m = list_of(s, fact);
    int relation = path_relation(s->p, s->p->facts[fact].path);
    if (m && s->facts[m->list].states != MAY(CELL_PRESENT))
        return false;
    if (m)
        return relation < 0 || t->was_read[relation];
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
        if (!t->matters[i] || t->was_read[i] || !is_readable(t, i))
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

struct stages *certainty_stages(struct arena *a, const struct binding_set *b)
{
    const struct plan *p = eval_plan(b);
    struct stages *t = arena_new(a, struct stages, 1);
    *t = (struct stages){.b = b,
                         .matters = arena_new(a, bool, LIMIT_CERTAINTY_CELLS), .was_read = arena_new(a, bool, p->fact_count),
                         .stages = arena_new(a, struct stage, LIMIT_CERTAINTY_STAGES)};
    t->s = (struct scene){.b = b, .p = p};
    if (!scene_fits(p))
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

static void count_read(struct reading *sum, int fact, int cells)
{
    sum->read[fact] += cells;
    sum->read_all += cells;
}

/* Of every person in the list: what the next thing to read is does not hang on any of them. */
static enum read read_each(struct stages *t, const struct members *m, int fact, struct reading *sum)
{
    for (int i = 0; i < m->count; i++)
        for (int k = 0; k < m->fact_count; k++) {
            int64_t whose;
            if (m->facts[k] != fact)
                continue;
            struct fact_cell c = lists_cell(&t->s, m, i, k, &whose);
            t->s.facts[m->first_cell + i * m->fact_count + k] = span_of(c.state, c.value);
            count_read(sum, fact, whose >= 0);
        }
    return READ_PRESENT;
}

/* Who is in the list; nothing of them yet. */
static void meet(struct stages *t, int fact)
{
    for (struct members *m = t->s.lists; m < t->s.lists + t->s.list_count; m++) {
        if (m->list != fact)
            continue;
        bool met = lists_meet(&t->s, m);
        assert(met); /* is_crowded */
        for (int i = m->first_cell; i < t->s.cell_count; i++)
            t->s.facts[i] = unread(t->s.p, t->s.cells[i].fact);
    }
}

static enum read read_fact(struct stages *t, int fact, struct reading *sum)
{
    const struct members *m = list_of(&t->s, fact);
    if (m)
        return read_each(t, m, fact, sum);
    enum cell_state state;
    int64_t whose = scene_person(&t->s, t->s.p->facts[fact].path, &state);
    assert(whose >= 0); /* is_readable */
    struct fact_cell c = eval_cell(t->b, fact, whose);
    enum read kind = kind_of(t->s.p->facts[fact].fact, c);
    t->s.facts[fact] = span_of(c.state, c.value);
    t->pattern.facts[fact] = kind == READ_PRESENT ? scene_unknown(t->s.p, fact) : t->s.facts[fact];
    t->pattern.facts[fact].states = MAY(c.state);
    if (c.state == CELL_PRESENT && t->s.p->facts[fact].fact->type == FACT_PEOPLE)
        meet(t, fact);
    count_read(sum, fact, 1);
    return kind;
}

static int next_stage(struct stages *t, int at, enum read kind)
{
    if (at >= 0 && t->stages[at].next[kind] == 0)
        t->stages[at].next[kind] = stage_add(t);
    return at < 0 ? at : t->stages[at].next[kind];
}

/* Whether the fact may still change the outcome, of anybody in its list. */
static bool does_matter(const struct stages *t, int fact)
{
    for (int i = 0; i < t->s.cell_count; i++)
        if (t->matters[i] && t->s.cells[i].fact == fact)
            return true;
    return false;
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
        enum read kind = does_matter(t, fact) ? read_fact(t, fact, sum) : READ_SKIPPED;
        if (kind != READ_SKIPPED)
            o = scene_rerun(&t->s, fact);
        at = next_stage(t, at, kind);
    }
    return o;
}

/* Every cell there is about the resident and the persons around. */
static void count_cells(struct stages *t, int64_t *by_fact, int64_t *all)
{
    const struct plan *p = t->s.p;
    for (int i = 0; i < p->fact_count; i++) {
        enum cell_state state;
        bool there = scene_person(&t->s, p->facts[i].path, &state) >= 0;
        by_fact[i] += there;
        *all += there;
    }
    for (const struct members *m = t->s.lists; m < t->s.lists + t->s.list_count; m++)
        for (int i = 0, count = lists_count(&t->s, m); i < count; i++)
            for (int k = 0; k < m->fact_count; k++) {
                int64_t whose;
                lists_cell(&t->s, m, i, k, &whose);
                by_fact[m->facts[k]] += whose >= 0;
                *all += whose >= 0;
            }
}

/* Lists as long as a street leave no room for each person by themselves. */
static bool is_crowded(const struct stages *t)
{
    int64_t cells = 0;
    for (const struct members *m = t->s.lists; m < t->s.lists + t->s.list_count; m++)
        cells += (int64_t)lists_count(&t->s, m) * (m->fact_count + 1) + m->fact_count;
    return cells > LIMIT_CERTAINTY_CELLS - 2 * t->s.p->fact_count;
}

/* The only bit that is set. */
static uint8_t only(unsigned bits)
{
    uint8_t at = 0;
    while (!(bits >> at & 1))
        at++;
    return at;
}

void certainty_read(struct arena tmp, struct stages *t, int64_t from, int64_t to, struct findings *out, struct reading *sum)
{
    const bool steps = scene_fits(t->s.p);
    for (int64_t row = from; row < to; row++) {
        t->s.row = t->pattern.row = row;
        count_cells(t, sum->naive, &sum->naive_all);
        sum->residents++;
        if (!steps || is_crowded(t)) { /* at once */
            eval_rows(tmp, t->b, row, row + 1, out);
            count_cells(t, sum->read, &sum->read_all);
            continue;
        }
        struct outcome o = read_resident(t, sum);
        out->verdict[row] = only(o.verdicts);
        if (out->verdict[row] != VERDICT_YES)
            continue;
        out->amount_state[row] = only(o.amount.states);
        out->amount_cents[row] = o.amount.low;
    }
}
