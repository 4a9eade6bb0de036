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
        program_stream(p, src->codes ? (const void *)src->codes : src->cells,
                       src->codes ? 4 : column_bytes(src->column));
        program_stream(p, src->states, 1);
    }
}

struct program program_open(struct arena *a, const struct binding_set *set)
{
    const struct plan *p = set->plan;
    struct program out = {.set = set, .operations = arena_new(a, struct operation, p->step_count),
                          .lanes_of = arena_new(a, struct lane, p->step_count),
                          .crowds = arena_new(a, struct crowd, p->path_count),
                          .streams = arena_new(a, struct stream, 2 * p->fact_count + 3),
                          .present = block(a, CELL_PRESENT), .unknown = block(a, CELL_UNKNOWN),
                          .absent = block(a, CELL_ABSENT), .zeros = arena_take(a, 8, 64, LANES_MAX)};
    struct rooms wide = rooms_open(a, 8, p->step_count), narrow = rooms_open(a, 1, 2 * p->step_count);
    for (int i = 0; i < p->step_count; i++) {
        const struct step *s = &p->steps[i];
        if (s->kind == STEP_CONSTANT)
            out.lanes_of[i] = constant_lane(a, &out, s);
        if (!set->live[i] || s->kind == STEP_CONSTANT)
            continue;
        int until = needed_until(set, i);
        struct operation *o = &out.operations[out.count++];
        *o = (struct operation){.step = s, .reg = i, .s = room_take(a, &narrow, i, until),
                                .path = set->whose.path[i], .spread_path = set->whose.spread_path[i],
                                .twin = is_twinned_spread(set, i) ? set->whose.twin[s->a] : -1};
        if (s->type == REG_BOOLEAN)
            o->b = room_take(a, &narrow, i, until);
        else
            o->v = room_take(a, &wide, i, until);
    }
    out.lanes = clamp_lanes(8 * wide.count + narrow.count);
    add_streams(&out);
    return out;
}
