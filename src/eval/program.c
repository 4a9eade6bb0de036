/* SPDX-License-Identifier: EUPL-1.2 */
/* program.c: gives every live step of a plan its room in the cache. Not whose lanes a step is
 * over (whose.c), and not the doing (kernels.inc).
 */
#include "program.h"

#include <string.h>

/* ---- room in the cache ------------------------------------------------------------------------------ */

static bool is_twinned_spread(const struct binding_set *b, int i)
{
    return b->whose.twinned[b->whose.spread_path[i]];
}

/* The last step that reads a register; outputs are read after the last. */
static int last_use(const struct binding_set *b, int reg)
{
    const struct plan *p = b->plan;
    if (reg == p->entitled || reg == p->amount || reg == p->result)
        return p->step_count;
    int last = reg;
    for (int i = reg + 1; i < p->step_count; i++) {
        const struct step *s = &p->steps[i];
        int person = s->kind == STEP_FACT ? p->paths[p->facts[s->fact].path].person : -1;
        int twin = is_twinned_spread(b, i) ? b->whose.twin[s->a] : -1;
        if (b->live[i] && (s->a == reg || s->b == reg || s->c == reg || person == reg || twin == reg))
            last = i;
    }
    return last;
}

/* A register that is only another name for cells or for another register keeps the other alive. */
static bool is_alias(const struct step *s)
{
    return s->kind == STEP_FACT || s->kind == STEP_AT_PERSON;
}

struct rooms { void **at; int *free_from; int count; int64_t bytes; };

static void *room_take(struct arena *a, struct rooms *r, int now, int until)
{
    for (int i = 0; i < r->count; i++)
        if (r->free_from[i] < now) {
            r->free_from[i] = until;
            return r->at[i];
        }
    r->at[r->count] = arena_take(a, r->bytes, 64, LANES_MAX);
    r->free_from[r->count] = until;
    return r->at[r->count++];
}

static struct rooms rooms_open(struct arena *a, int64_t bytes, int most)
{
    return (struct rooms){arena_new(a, void *, most), arena_new(a, int, most), 0, bytes};
}

static const uint8_t *block(struct arena *a, enum cell_state s)
{
    uint8_t *at = arena_take(a, 1, 64, LANES_MAX);
    return memset(at, s, LANES_MAX);
}

static int clamp_lanes(int64_t bytes_per_lane)
{
    int64_t lanes = CACHE_BYTES / (bytes_per_lane ? bytes_per_lane : 1) / 64 * 64;
    return (int)(lanes < LANES_MIN ? LANES_MIN : lanes > LANES_MAX ? LANES_MAX : lanes);
}

/* A constant is the same in every batch: a number is a scalar in every kernel and its lane is never
 * read; a truth value is a block of bytes. */
static struct lane constant_lane(struct arena *a, const struct program *p, const struct step *s)
{
    const uint8_t *b = p->present; /* zeros: false, or nothing */
    if (!s->absent && s->type == REG_BOOLEAN && s->value)
        b = memset(arena_take(a, 1, 64, LANES_MAX), 1, LANES_MAX);
    return (struct lane){p->zeros, b, s->absent ? p->absent : p->present};
}

/* What is read through an alias must outlive it, so what aliases stand for lives to the end. */
static int needed_until(const struct binding_set *set, int reg)
{
    const struct plan *p = set->plan;
    for (int k = reg + 1; k < p->step_count; k++)
        if (set->live[k] && is_alias(&p->steps[k]) && (p->steps[k].a == reg || p->steps[k].b == reg))
            return p->step_count;
    return last_use(set, reg);
}

void program_stream(struct program *p, const void *at, int64_t row_bytes)
{
    p->streams[p->stream_count++] = (struct stream){at, row_bytes};
}

/* Facts of the resident self; those of a partner lie near, for who lives together stands together. */
static void add_streams(struct program *p)
{
    const struct binding_set *set = p->set;
    for (int i = 0; i < set->plan->fact_count; i++) {
        const struct source *src = &set->sources[i];
        if (set->plan->facts[i].path || !src->column)
            continue;
        program_stream(p, src->cells, column_bytes(src->column));
        if (src->states)
            program_stream(p, src->states, 1);
    }
}

static struct operation operation_of(struct arena *a, const struct binding_set *set, int i, struct rooms *wide, struct rooms *narrow,
                                     int until)
{
    const struct step *s = &set->plan->steps[i];
    struct operation o = {.step = s, .reg = i, .s = room_take(a, narrow, i, until), .path = set->whose.path[i],
                          .spread_path = set->whose.spread_path[i], .twin = is_twinned_spread(set, i) ? set->whose.twin[s->a] : -1};
    if (s->kind == STEP_EACH)
        o.found = room_take(a, narrow, i, until);
    if (s->type == REG_BOOLEAN)
        o.b = room_take(a, narrow, i, until);
    else
        o.v = room_take(a, wide, i, until);
    return o;
}

/* Whose persons a step is about, or puts together; 0 = no list. */
static int list_of(const struct binding_set *set, int i)
{
    const struct step *s = &set->plan->steps[i];
    const int path = s->kind == STEP_EACH ? s->path : set->whose.path[i];
    return set->live[i] && s->kind != STEP_CONSTANT && path > 0 && set->plan->paths[path].person < 0 ? path : 0;
}

/* Lists go first, so their rooms are never handed on. */
static void add_groups(struct arena *a, struct program *out, struct rooms *wide, struct rooms *narrow)
{
    const struct binding_set *set = out->set;
    const struct plan *p = set->plan;
    for (int path = 1; path < p->path_count; path++) {
        struct group g = {.path = path, .steps = arena_new(a, struct operation, p->step_count),
                          .each = arena_new(a, struct operation, p->step_count)};
        for (int i = 0; i < p->step_count; i++) {
            if (list_of(set, i) != path)
                continue;
            const struct operation o = operation_of(a, set, i, wide, narrow, p->step_count);
            if (p->steps[i].kind == STEP_EACH)
                g.list = &set->sources[p->steps[i].fact];
            *(p->steps[i].kind == STEP_EACH ? &g.each[g.each_count++] : &g.steps[g.step_count++]) = o;
        }
        if (g.each_count)
            out->groups[out->group_count++] = g;
    }
}

struct program program_open(struct arena *a, const struct binding_set *set)
{
    const struct plan *p = set->plan;
    struct program out = {.set = set, .operations = arena_new(a, struct operation, p->step_count),
                          .lanes_of = arena_new(a, struct lane, p->step_count),
                          .crowds = arena_new(a, struct crowd, p->path_count),
                          .groups = p->over_people ? arena_new(a, struct group, p->path_count) : NULL,
                          .streams = arena_new(a, struct stream, 2 * p->fact_count + 3),
                          .present = block(a, CELL_PRESENT), .unknown = block(a, CELL_UNKNOWN),
                          .absent = block(a, CELL_ABSENT), .zeros = arena_take(a, 8, 64, LANES_MAX)};
    struct rooms wide = rooms_open(a, 8, p->step_count), narrow = rooms_open(a, 1, 3 * p->step_count);
    for (int i = 0; i < p->step_count; i++)
        if (p->steps[i].kind == STEP_CONSTANT)
            out.lanes_of[i] = constant_lane(a, &out, &p->steps[i]);
    if (p->over_people)
        add_groups(a, &out, &wide, &narrow);
    for (int i = 0; i < p->step_count; i++)
        if (set->live[i] && p->steps[i].kind != STEP_CONSTANT && !list_of(set, i))
            out.operations[out.count++] = operation_of(a, set, i, &wide, &narrow, needed_until(set, i));
    out.lanes = clamp_lanes(8 * wide.count + narrow.count);
    add_streams(&out);
    return out;
}
