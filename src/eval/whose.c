/* SPDX-License-Identifier: EUPL-1.2 */
/* whose.c: about whom each step of a plan is, and what of a partner can be taken from the partner's
 * own place in the batch instead of being worked out a second time. Not the doing (kernels.inc).
 */
#include "program.h"

/* ---- whose lanes ------------------------------------------------------------------------------------ */

#define ANYBODY (-1)                 /* a constant fits everywhere */
#define MIXED (-2)

static int meet(int x, int y)
{
    return x == ANYBODY ? y : y == ANYBODY || x == y ? x : MIXED;
}

/* The path whose people a step is about; MIXED when its operands are about different ones. */
static int path_of_step(const struct plan *p, const int *paths, int i)
{
    const struct step *s = &p->steps[i];
    if (s->kind == STEP_FACT || s->kind == STEP_EACH)
        return p->facts[s->fact].path;
    if (s->kind == STEP_ITEM)
        return s->path;
    if (s->kind == STEP_AT_PERSON) {
        bool own = paths[s->a] == ANYBODY || (paths[s->a] > 0 && p->paths[paths[s->a]].person == s->b);
        return own ? paths[s->b] : MIXED;
    }
    int path = ANYBODY;
    const int operands[] = {s->a, s->b, s->c};
    for (int k = 0; k < COUNT(operands); k++)
        if (operands[k] >= 0)
            path = meet(path, paths[operands[k]]);
    return path;
}

/* Fills paths by step; false when steps mix people, and every step must be over the whole batch. */
static bool find_paths(const struct plan *p, const bool *live, int *paths)
{
    bool fine = true;
    for (int i = 0; i < p->step_count; i++) {
        paths[i] = live[i] ? path_of_step(p, paths, i) : ANYBODY;
        fine = fine && paths[i] != MIXED;
    }
    const int outputs[] = {p->entitled, p->amount, p->result};
    for (int k = 0; k < COUNT(outputs); k++)
        fine = fine && (outputs[k] < 0 || paths[outputs[k]] <= 0);
    return fine;
}

/* A list of persons, and not one person: those have lanes of their own whatever else is mixed (emit_each). */
static bool is_list(const struct plan *p, int path)
{
    return path > 0 && p->paths[path].person < 0;
}

/* ---- twins: the same step about the resident ---------------------------------------------------------- */

static int find_step(const struct plan *p, const bool *live, const struct step *like)
{
    for (int i = 0; i < p->step_count; i++)
        if ((live[i] || like->kind == STEP_CONSTANT) && step_same(&p->steps[i], like))
            return i;
    return -1;
}

static int twin_of_fact(const struct plan *p, const bool *live, const struct step *s)
{
    const struct plan_fact *about = &p->facts[s->fact];
    struct step own = *s;
    for (own.fact = 0; own.fact < p->fact_count; own.fact++)
        if (p->facts[own.fact].fact == about->fact && p->facts[own.fact].path == 0)
            return find_step(p, live, &own);
    return -1;
}

/* The step that does with the resident what step i does with somebody one step away; -1 if none. */
static int twin_of_step(const struct plan *p, const bool *live, const int *twin, int i)
{
    struct step s = p->steps[i];
    int *const operands[] = {&s.a, &s.b, &s.c};
    if (s.kind == STEP_CONSTANT)
        return i;
    if (s.kind == STEP_FACT)
        return twin_of_fact(p, live, &s);
    for (int k = 0; k < COUNT(operands); k++) {
        if (*operands[k] >= 0 && twin[*operands[k]] < 0)
            return -1;
        *operands[k] = *operands[k] < 0 ? -1 : twin[*operands[k]];
    }
    return s.kind == STEP_AT_PERSON ? -1 : find_step(p, live, &s);
}

/* The path whose people a STEP_AT_PERSON is about, unless what it spreads is a constant; else 0. */
static int path_spread(const struct plan *p, const struct step *s)
{
    for (int path = 1; s->kind == STEP_AT_PERSON && path < p->path_count; path++)
        if (p->paths[path].person == s->b)
            return p->steps[s->a].kind == STEP_CONSTANT ? 0 : path;
    return 0;
}

/* All that is asked about the people of a path must have a twin, worked out before it is needed;
 * people of people are fetched by their row. */
static bool is_twinned(const struct plan *p, const bool *live, const struct whose *w, int path)
{
    bool any = false;
    for (int k = 1; k < p->path_count; k++)
        if (p->paths[k].parent == path)
            return false;
    for (int i = 0; i < p->step_count; i++) {
        if (!live[i] || w->spread_path[i] != path)
            continue;
        int twin = w->twin[p->steps[i].a];
        if (twin < 0 || twin >= i)
            return false;
        any = true;
    }
    return any;
}

struct whose whose_make(struct arena *a, const struct plan *p, const bool *live)
{
    struct whose w = {.path = arena_new(a, int, p->step_count), .spread_path = arena_new(a, int, p->step_count),
                      .twin = arena_new(a, int, p->step_count), .twinned = arena_new(a, bool, p->path_count)};
    w.mixed = !find_paths(p, live, w.path);
    for (int i = 0; i < p->step_count; i++) {
        w.spread_path[i] = w.mixed || !live[i] ? 0 : path_spread(p, &p->steps[i]);
        w.twin[i] = w.mixed || !live[i] ? -1 : p->steps[i].kind == STEP_CONSTANT ? i : -1;
        const bool list = is_list(p, w.path[i]);
        if (!w.mixed && live[i] && !list && w.path[i] > 0 && p->paths[w.path[i]].parent == 0)
            w.twin[i] = twin_of_step(p, live, w.twin, i);
        w.path[i] = (w.mixed && !list) || w.path[i] < 0 ? 0 : w.path[i];
    }
    for (int path = 1; path < p->path_count; path++)
        w.twinned[path] = is_twinned(p, live, &w, path);
    return w;
}
