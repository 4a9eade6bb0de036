/* SPDX-License-Identifier: EUPL-1.2 */
/* bind.c: ties the facts of a plan to columns, and gives every live step its room. Not the doing. */
#include "program.h"

#include <string.h>

const char *verdict_name(enum verdict v)
{
    static const char *const names[] = {"no", "yes", "unknown", "faulty"};
    return names[v];
}

static bool is_out_of_range(const struct fact *f, const struct column *c, int64_t row, int64_t rows)
{
    int64_t v = column_int(c, row);
    switch (f->type) {
    case FACT_AMOUNT:
    case FACT_NUMBER: return v < f->min || v > f->max;
    case FACT_DATE: return v < LIMIT_DATE_FIRST || v > LIMIT_DATE_LAST;
    case FACT_PERSON: return v < 0 || v >= rows;
    case FACT_BOOLEAN: return v > 1;
    case FACT_TEXT:
    case FACT_PEOPLE: break;         /* each person in a list is looked at where the list is walked */
    }
    return false;
}

/* Makes impossible cells faulty, and 0 like every cell without a value; the table itself stays as
 * it is. Costs nothing but the look where there are none. INV-3 */
static void check_cells(struct arena *a, const struct fact *f, struct source *src, int64_t rows)
{
    int64_t bytes = column_type_bytes(src->column->type);
    uint8_t *states = NULL;
    char *cells = NULL;
    for (int64_t i = 0; i < rows && f->type != FACT_TEXT && f->type != FACT_PEOPLE; i++) {
        if (src->column->states[i] != CELL_PRESENT || !is_out_of_range(f, src->column, i, rows))
            continue;
        if (!states) {
            states = arena_take_raw(a, 1, 64, rows);
            cells = arena_take_raw(a, bytes, 64, rows);
            memcpy(states, src->states, (size_t)rows);
            memcpy(cells, src->cells, (size_t)(rows * bytes));
            src->states = states;
            src->cells = cells;
        }
        states[i] = CELL_FAULTY;
        memset(cells + i * bytes, 0, (size_t)bytes);
    }
}

static const int32_t *codes_of(struct arena *a, const struct plan *p, const struct column *c, int64_t rows)
{
    int32_t *codes = arena_new_raw(a, int32_t, rows);
    for (int64_t i = 0; i < rows; i++) {
        codes[i] = -1;
        for (int k = 0; k < p->text_count && c->states[i] == CELL_PRESENT; k++)
            if (str_eq(column_text(c, i), p->texts[k]))
                codes[i] = k;
    }
    return codes;
}

static bool fits_type(enum fact_type f, enum column_type c)
{
    static const enum column_type want[] = {
        [FACT_BOOLEAN] = COLUMN_BOOLEAN, [FACT_AMOUNT] = COLUMN_AMOUNT, [FACT_NUMBER] = COLUMN_NUMBER,
        [FACT_DATE] = COLUMN_DATE, [FACT_TEXT] = COLUMN_TEXT, [FACT_PERSON] = COLUMN_PERSON,
        [FACT_PEOPLE] = COLUMN_PEOPLE,
    };
    return want[f] == c;
}

static struct source bind_fact(struct arena *a, const struct plan *p, const struct table *t, const struct fact *f)
{
    const struct column *c = table_find(t, f->name);
    if (!c)
        return (struct source){NULL, NULL, NULL, NULL};
    assert(fits_type(f->type, c->type));
    struct source src = {c, c->cells, c->states, f->type == FACT_TEXT ? codes_of(a, p, c, t->rows) : NULL};
    check_cells(a, f, &src, t->rows);
    return src;
}

/* A step is live when an output needs it; a fact also needs the person whose fact it is. */
static void mark(const struct plan *p, bool *live, int reg)
{
    if (reg < 0 || live[reg])
        return;
    const struct step *s = &p->steps[reg];
    live[reg] = true;
    mark(p, live, s->a);
    mark(p, live, s->b);
    mark(p, live, s->c);
    if (s->kind == STEP_FACT)
        mark(p, live, p->paths[p->facts[s->fact].path].person);
}

struct binding_set *eval_bind(struct arena *a, const struct plan *p, const struct table *t)
{
    struct binding_set *b = arena_new(a, struct binding_set, 1);
    *b = (struct binding_set){p, t, arena_new(a, struct source, p->fact_count), arena_new(a, bool, p->step_count)};
    for (int i = 0; i < p->fact_count; i++)
        b->sources[i] = bind_fact(a, p, t, p->facts[i].fact);
    if (p->kernels) {
        mark(p, b->live, p->entitled);
        mark(p, b->live, p->amount);
        mark(p, b->live, p->result);
    }
    return b;
}

struct findings findings_open(struct arena *a, const struct plan *p, int64_t rows)
{
    return (struct findings){
        .plan = p, .rows = rows,
        .verdict = arena_new(a, uint8_t, rows), .amount_cents = arena_new(a, int64_t, rows),
        .amount_state = arena_new(a, uint8_t, rows), .missing = arena_new(a, uint64_t, rows),
    };
}

/* ---- room in the cache ------------------------------------------------------------------------------ */

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
        if (b->live[i] && (s->a == reg || s->b == reg || s->c == reg || person == reg))
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
    if (s->kind == STEP_FACT)
        return p->facts[s->fact].path;
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
static bool find_paths(const struct binding_set *set, int *paths)
{
    const struct plan *p = set->plan;
    for (int i = 0; i < p->step_count; i++) {
        paths[i] = set->live[i] ? path_of_step(p, paths, i) : ANYBODY;
        if (paths[i] == MIXED)
            return false;
    }
    const int outputs[] = {p->entitled, p->amount, p->result};
    for (int k = 0; k < COUNT(outputs); k++)
        if (outputs[k] >= 0 && paths[outputs[k]] > 0)
            return false;
    return true;
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
                       src->codes ? 4 : column_type_bytes(src->column->type));
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
    int *paths = arena_new(a, int, p->step_count);
    out.spread = !find_paths(set, paths);
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
                                .path = out.spread || paths[i] < 0 ? 0 : paths[i]};
        if (s->type == REG_BOOLEAN)
            o->b = room_take(a, &narrow, i, until);
        else
            o->v = room_take(a, &wide, i, until);
    }
    out.lanes = clamp_lanes(8 * wide.count + narrow.count);
    add_streams(&out);
    return out;
}
