/* SPDX-License-Identifier: EUPL-1.2 */
/* scene.c: one resident's facts as sets, the plan run over them, and which facts still matter.
 * Not the splitting of sets into cases (bounds.c) and not what a step does (span.c).
 */
#include "scene.h"

#include <string.h>

/* ---- facts --------------------------------------------------------------------------------------------- */

int fact_weight(const struct plan *p, int fact)
{
    return p->facts[fact].fact->cost + p->facts[fact].fact->sensitivity;
}

int path_relation(const struct plan *p, int path)
{
    return p->paths[path].person < 0 ? -1 : p->steps[p->paths[path].person].fact;
}

struct span scene_unknown(const struct plan *p, int fact)
{
    const struct fact *f = p->facts[fact].fact;
    struct span s = {MAY(CELL_PRESENT) | MAY(CELL_ABSENT), 0, INT32_MAX}; /* any person */
    if (f->type == FACT_BOOLEAN) {
        s.high = 1;
    } else if (f->type == FACT_AMOUNT || f->type == FACT_NUMBER) {
        s.low = f->min;
        s.high = f->max;
    } else if (f->type == FACT_DATE) {
        s.low = LIMIT_DATE_FIRST;
        s.high = LIMIT_DATE_LAST;
    } else if (f->type == FACT_TEXT) { /* -1: a text that the law does not name */
        s.low = -1;
        s.high = p->text_count - 1;
    }
    return s;
}

int64_t scene_person(const struct scene *s, int path, enum cell_state *state)
{
    *state = CELL_PRESENT;
    if (path == 0)
        return s->row;
    int64_t parent = scene_person(s, s->p->paths[path].parent, state);
    int relation = path_relation(s->p, path);
    if (parent < 0 || relation < 0) /* without a register it is no one person */
        return -1;
    struct fact_cell c = eval_cell(s->b, relation, parent);
    *state = c.state;
    return c.state == CELL_PRESENT ? c.value : -1;
}

static int first_same(const struct scene *s, int fact, int64_t row)
{
    enum cell_state state;
    for (int k = 0; k < fact && row >= 0; k++)
        if (s->p->facts[k].fact == s->p->facts[fact].fact && scene_person(s, s->p->facts[k].path, &state) == row)
            return k;
    return fact;
}

void scene_fill(struct scene *s, int64_t row)
{
    s->row = row;
    s->cell_count = s->p->fact_count;
    for (int i = 0; i < s->p->fact_count; i++) {
        enum cell_state state;
        int64_t whose = scene_person(s, s->p->facts[i].path, &state);
        struct fact_cell c = whose >= 0 ? eval_cell(s->b, i, whose) : (struct fact_cell){state, 0};
        s->same[i] = first_same(s, i, whose);
        s->cells[i] = (struct cell){i, whose};
        s->cell_of[i] = i;
        s->facts[i] = c.state == CELL_UNKNOWN ? scene_unknown(s->p, i) : span_of(c.state, c.value);
    }
    lists_fill(s);
}

const struct fact *scene_fact(const struct scene *s, int cell)
{
    return s->p->facts[s->cells[cell].fact].fact;
}

/* Whether a step loads this cell, of whomever in a list. */
static bool loads(const struct scene *s, const struct step *step, int cell)
{
    if (step->kind != STEP_FACT)
        return false;
    return cell < s->p->fact_count ? s->same[step->fact] == cell : s->cells[cell].fact == step->fact;
}

/* ---- opening --------------------------------------------------------------------------------------------- */

static void mark_live(const struct plan *p, bool *live, int reg)
{
    if (reg < 0 || live[reg])
        return;
    const struct step *s = &p->steps[reg];
    live[reg] = true;
    mark_live(p, live, s->a);
    mark_live(p, live, s->b);
    mark_live(p, live, s->c);
    if (s->kind == STEP_FACT)
        mark_live(p, live, p->paths[p->facts[s->fact].path].person);
}

/* Whether a step has an operand, or a person, that is marked. */
static bool stands_on(const struct plan *p, const struct step *s, const bool *marks)
{
    int person = s->kind == STEP_FACT ? p->paths[p->facts[s->fact].path].person : -1;
    const int from[] = {s->a, s->b, s->c, person};
    for (int k = 0; k < COUNT(from); k++)
        if (from[k] >= 0 && marks[from[k]])
            return true;
    return false;
}

/* Inner steps are run with their list. */
static int *list_touched(struct arena *a, const struct scene *s, int fact)
{
    int *out = arena_new(a, int, s->live_count + 1), n = 0;
    memset(s->marks, 0, (size_t)s->p->step_count * sizeof *s->marks);
    for (int k = 0; k < s->live_count; k++) {
        const int i = s->live[k];
        const struct step *step = &s->p->steps[i];
        const bool starts = (step->kind == STEP_FACT || step->kind == STEP_EACH) && step->fact == fact;
        s->marks[i] = starts || stands_on(s->p, step, s->marks);
        if (s->marks[i] && s->list_of[i] < 0)
            out[n++] = i;
    }
    out[n] = -1;
    return out;
}

struct scene scene_open(struct arena *a, const struct binding_set *b)
{
    const struct plan *p = eval_plan(b);
    assert(scene_fits(p) && p->about);
    const int cells = p->over_people ? LIMIT_CERTAINTY_CELLS : p->fact_count;
    struct scene s = {.b = b, .p = p, .live = arena_new(a, int, p->step_count), .cells = arena_new(a, struct cell, cells),
                      .cell_count = p->fact_count, .cell_of = arena_new(a, int, p->fact_count), .same = arena_new(a, int, cells),
                      .facts = arena_new(a, struct span, cells), .regs = arena_new(a, struct span, p->step_count),
                      .limits = arena_new(a, struct span, p->step_count),
                      .assumed = arena_new(a, struct span, p->step_count), .marks = arena_new(a, bool, p->step_count)};
    mark_live(p, s.marks, p->entitled);
    mark_live(p, s.marks, p->amount);
    for (int i = 0; i < p->step_count; i++)
        if (s.marks[i])
            s.live[s.live_count++] = i;
    lists_open(a, &s);
    s.touched = arena_new(a, int *, p->fact_count);
    for (int i = 0; i < p->fact_count; i++)
        s.touched[i] = list_touched(a, &s, i);
    return s;
}

/* ---- running ---------------------------------------------------------------------------------------------- */

struct span scene_step(const struct scene *s, struct span *regs, int i)
{
    static const struct span none = {0, 0, 0}, somebody = {MAY(CELL_PRESENT), 0, INT32_MAX};
    const struct step *step = &s->p->steps[i];
    if (step->kind == STEP_EACH)
        return lists_run(s, regs, i);
    if (step->kind == STEP_ITEM)
        return somebody;
    if (step->kind != STEP_FACT)
        return span_step(step, step->a < 0 ? none : regs[step->a], step->b < 0 ? none : regs[step->b],
                         step->c < 0 ? none : regs[step->c]);
    int person = s->p->paths[s->p->facts[step->fact].path].person;
    struct span cell = s->facts[s->same[s->cell_of[step->fact]]];
    static const struct step about = {.kind = STEP_AT_PERSON};
    return person < 0 ? cell : span_step(&about, cell, regs[person], none);
}

static unsigned verdicts_of(struct span entitled)
{
    unsigned out = 0;
    if (span_may_be(entitled, 0))
        out |= 1u << VERDICT_NO;
    if (span_may_be(entitled, 1))
        out |= 1u << VERDICT_YES;
    if (entitled.states & MAY(CELL_UNKNOWN))
        out |= 1u << VERDICT_UNKNOWN;
    if (entitled.states & (MAY(CELL_ABSENT) | MAY(CELL_FAULTY)))
        out |= 1u << VERDICT_FAULTY;
    return out;
}

static struct outcome outcome_of(const struct scene *s)
{
    struct outcome o = {verdicts_of(s->regs[s->p->entitled]), {0, 0, 0}};
    if (o.verdicts & (1u << VERDICT_YES))
        o.amount = s->regs[s->p->amount];
    return o;
}

struct outcome scene_run(struct scene *s)
{
    for (int k = 0; k < s->live_count; k++)
        if (s->list_of[s->live[k]] < 0)
            s->regs[s->live[k]] = scene_step(s, s->regs, s->live[k]);
    return outcome_of(s);
}

struct outcome scene_rerun(struct scene *s, int fact)
{
    for (const int *i = s->touched[s->cells[fact].fact]; *i >= 0; i++)
        s->regs[*i] = scene_step(s, s->regs, *i);
    return outcome_of(s);
}

bool outcome_is_one(const struct outcome *o)
{
    bool one = o->verdicts && !(o->verdicts & (o->verdicts - 1));
    return one && (o->verdicts != 1u << VERDICT_YES || span_is_one(o->amount));
}

bool outcome_is_answer(const struct outcome *o)
{
    const unsigned silent = MAY(CELL_UNKNOWN) | MAY(CELL_FAULTY);
    return outcome_is_one(o) && !(o->verdicts & (1u << VERDICT_UNKNOWN | 1u << VERDICT_FAULTY)) && !(o->amount.states & silent);
}

/* Once more, within what must hold for somebody who is entitled. */
static bool run_within(struct scene *s)
{
    for (int k = 0; k < s->live_count; k++) {
        int i = s->live[k];
        if (s->list_of[i] >= 0)
            continue;                /* of one person after the other */
        s->assumed[i] = span_meet(scene_step(s, s->assumed, i), s->limits[i]);
        if (!s->assumed[i].states)
            return false;
    }
    return true;
}

#define ASSUME_ROUNDS 2              /* what is learnt going down is used going up, and once more */

bool scene_assume(struct scene *s)
{
    for (int k = 0; k < s->live_count; k++) {
        s->limits[s->live[k]] = (struct span){MAY_ANY, INT64_MIN, INT64_MAX};
        s->assumed[s->live[k]] = s->regs[s->live[k]];
    }
    s->limits[s->p->entitled] = span_of(CELL_PRESENT, 1);
    for (int round = 0; round < ASSUME_ROUNDS; round++) {
        scene_narrow(s);
        if (!run_within(s))
            return false;
    }
    return true;
}

/* ---- what matters -------------------------------------------------------------------------------------------- */

static void follow(const struct scene *s, struct span *regs, int reg, bool *facts);

/* Who is in a list and, where that is known, what matters of each of them. */
static void follow_list(const struct scene *s, struct span *regs, const struct step *each, bool *facts)
{
    const struct members *m = s->lists;
    while (m->path != each->path)
        m++;
    if (!span_is_one(s->facts[s->same[m->list]]))
        facts[s->same[m->list]] = true;
    /* Who has children, and how many or which is another matter: what would be asked of each of them. */
    for (int k = 0; !m->known && s->facts[m->list].states == MAY(CELL_PRESENT) && k < m->fact_count; k++)
        facts[m->facts[k]] = true;
    for (int k = 0; m->known && k < m->count; k++) {
        lists_turn(s, m, k, regs);
        for (int i = 0; i < m->inner_count; i++)
            s->marks[m->inner[i]] = false;
        follow(s, regs, each->b, facts);
        if (each->b < 0 || span_may_be(regs[each->b], 1))
            follow(s, regs, each->a, facts);
    }
}

static void follow(const struct scene *s, struct span *regs, int reg, bool *facts)
{
    if (reg < 0 || s->marks[reg] || span_is_one(regs[reg]))
        return;
    const struct step *step = &s->p->steps[reg];
    s->marks[reg] = true;
    if (step->kind == STEP_FACT) {
        int person = s->p->paths[s->p->facts[step->fact].path].person, cell = s->same[s->cell_of[step->fact]];
        follow(s, regs, person, facts);
        if ((person < 0 || (regs[person].states & MAY(CELL_PRESENT))) && !span_is_one(s->facts[cell]))
            facts[cell] = true;
        return;
    }
    if (step->kind == STEP_EACH) {
        follow_list(s, regs, step, facts);
        return;
    }
    bool selects = step->kind == STEP_SELECT;
    follow(s, regs, step->a, facts);
    if (!selects || span_may_be(regs[step->a], 1))
        follow(s, regs, step->b, facts);
    if (!selects || span_may_be(regs[step->a], 0))
        follow(s, regs, step->c, facts);
}

static void follow_from(struct scene *s, struct span *regs, int reg, bool *facts)
{
    memset(s->marks, 0, (size_t)s->p->step_count * sizeof *s->marks);
    follow(s, regs, reg, facts);
}

void scene_matters(struct scene *s, const struct outcome *o, bool *facts)
{
    memset(facts, 0, (size_t)s->cell_count * sizeof *facts);
    if (o->verdicts & (o->verdicts - 1))
        follow_from(s, s->regs, s->p->entitled, facts);
    if ((o->verdicts & (1u << VERDICT_YES)) && scene_assume(s))
        follow_from(s, s->assumed, s->p->amount, facts);
}

void scene_reaches(struct scene *s, const struct outcome *o, bool *facts)
{
    memset(facts, 0, (size_t)s->cell_count * sizeof *facts);
    follow_from(s, s->regs, s->p->entitled, facts);
    if (o->verdicts & (1u << VERDICT_YES))
        follow(s, s->regs, s->p->amount, facts);
}

/* ---- values worth trying ---------------------------------------------------------------------------------------- */

/* The last value below a comparison of the fact itself with a fixed value; false if a step is none. */
static bool compares(const struct scene *s, const struct step *step, int fact, int64_t *below)
{
    if (step->a < 0 || step->b < 0)
        return false;
    const struct step *a = &s->p->steps[step->a], *b = &s->p->steps[step->b];
    bool left = loads(s, a, fact) && b->kind == STEP_CONSTANT && !b->absent;
    bool right = loads(s, b, fact) && a->kind == STEP_CONSTANT && !a->absent;
    bool strict = step->kind == STEP_LESS;
    if (!left && !right)
        return false;
    *below = left ? b->value - strict : a->value - !strict;
    return strict || step->kind == STEP_LESS_EQUAL;
}

bool scene_threshold(const struct scene *s, int fact, struct span within, int64_t *last_below)
{
    for (int k = 0; k < s->live_count; k++)
        if (compares(s, &s->p->steps[s->live[k]], fact, last_below) && *last_below >= within.low && *last_below < within.high)
            return true;
    return false;
}

static int add_sample(struct span *out, int count, struct span within, int64_t v)
{
    if (count < SAMPLES && span_may_be(within, v))
        out[count++] = span_of(CELL_PRESENT, v);
    return count;
}

int scene_samples(const struct scene *s, int fact, struct span out[SAMPLES])
{
    struct span all = s->facts[fact];
    int64_t below;
    int n = 0;
    if (all.states & MAY(CELL_ABSENT))
        out[n++] = span_of(CELL_ABSENT, 0);
    if (!(all.states & MAY(CELL_PRESENT)))
        return n;
    if (scene_fact(s, fact)->type == FACT_PERSON || scene_fact(s, fact)->type == FACT_PEOPLE) { /* who does not matter here */
        out[n++] = (struct span){MAY(CELL_PRESENT), all.low, all.high};
        return n;
    }
    n = add_sample(out, n, all, all.low);
    if (all.high != all.low)
        n = add_sample(out, n, all, all.high);
    for (int k = 0; k < s->live_count; k++)
        if (compares(s, &s->p->steps[s->live[k]], fact, &below)) {
            n = add_sample(out, n, all, below);
            n = add_sample(out, n, all, below + 1);
        }
    for (int64_t v = 0; scene_fact(s, fact)->type == FACT_TEXT && v < all.high; v++)
        n = add_sample(out, n, all, v);
    return n;
}
