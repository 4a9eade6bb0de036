/* SPDX-License-Identifier: EUPL-1.2 */
/* table.c: see table.h. Not aware of any law or file format. */
#include "table/table.h"

#include <string.h>

const char *cell_state_name(enum cell_state s)
{
    static const char *const names[] = {"present", "unknown", "absent", "faulty"};
    return names[s];
}

int64_t column_bytes(const struct column *c)
{
    static const int64_t bytes[] = {1, 8, 8, 4, 4, 4, 4};
    return c->narrow && c->type != COLUMN_BOOLEAN ? 4 : bytes[c->type];
}

struct table table_open(struct arena *a, int64_t rows)
{
    assert(rows >= 0 && rows <= LIMIT_RESIDENTS);
    return (struct table){
        .a = a, .rows = rows,
        .columns = arena_new(a, struct column, LIMIT_COLUMNS),
        .who = arena_new(a, struct pseudonym, rows),
        .line = arena_new(a, int32_t, rows),
    };
}

/* ---- texts ------------------------------------------------------------------------------------------ */

struct texts *texts_open(struct arena *a)
{
    struct texts *t = arena_new(a, struct texts, 1);
    *t = (struct texts){.at = arena_new(a, struct str, 16), .count = 1, .room = 16, .codes = str_map_open(a, 16)};
    bool found;
    *str_map_put(&t->codes, S(""), &found) = 0;
    return t;
}

static int32_t add_text(struct texts *t, struct str text)
{
    if (t->count == t->room) {
        struct str *more = arena_new(t->codes.a, struct str, 2 * (int64_t)t->room);
        t->at = memcpy(more, t->at, (size_t)t->count * sizeof *more);
        t->room *= 2;
    }
    t->at[t->count] = text;
    return t->count++;
}

static int32_t code_of(struct texts *t, struct str text)
{
    int64_t code;
    bool found;
    if (str_map_get(&t->codes, text, &code))
        return (int32_t)code;
    const struct str kept = str_copy(t->codes.a, text);
    return (int32_t)(*str_map_put(&t->codes, kept, &found) = add_text(t, kept));
}

void column_put_text(struct column *c, int64_t row, struct str text)
{
    assert(c->type == COLUMN_TEXT);
    if (!str_eq(text, c->texts->at[c->texts->last]))
        c->texts->last = code_of(c->texts, text);
    ((int32_t *)c->cells)[row] = c->texts->last;
}

/* ---- columns ---------------------------------------------------------------------------------------- */

static struct column *add_empty(struct table *t, struct str name, enum column_type type)
{
    assert(t->column_count < LIMIT_COLUMNS);
    assert(!table_find(t, name));
    struct column *c = &t->columns[t->column_count++];
    *c = (struct column){.name = name, .type = type, .as_of = INT32_MIN, .max = 0, .min = 0};
    return c;
}

static uint8_t *states_of(struct table *t)
{
    return arena_take_raw(t->a, 1, 64, t->rows ? t->rows : 1);
}

struct column *table_add(struct table *t, struct str name, enum column_type type)
{
    struct column *c = add_empty(t, name, type);
    c->cells = arena_take(t->a, column_bytes(c), 64, t->rows ? t->rows : 1);
    c->states = memset(states_of(t), CELL_UNKNOWN, (size_t)t->rows);
    c->texts = type == COLUMN_TEXT ? texts_open(t->a) : NULL;
    return c;
}

const struct column *table_find(const struct table *t, struct str name)
{
    for (int i = 0; i < t->column_count; i++)
        if (str_eq(t->columns[i].name, name))
            return &t->columns[i];
    return NULL;
}

int64_t table_row_of(const struct table *t, struct pseudonym who)
{
    for (int64_t i = 0; i < t->rows; i++)
        if (memcmp(t->who[i].at, who.at, sizeof who.at) == 0)
            return i;
    return -1;
}

void column_put(struct column *c, int64_t row, int64_t value)
{
    assert(!c->narrow);
    switch (c->type) {
    case COLUMN_BOOLEAN: ((uint8_t *)c->cells)[row] = (uint8_t)value; return;
    case COLUMN_AMOUNT:
    case COLUMN_NUMBER: ((int64_t *)c->cells)[row] = value; return;
    case COLUMN_DATE:
    case COLUMN_PERSON: ((int32_t *)c->cells)[row] = (int32_t)value; return;
    case COLUMN_TEXT:
    case COLUMN_PEOPLE: break;
    }
    assert(0 && "a column of numbers");
}

static void narrow_column(struct column *c, int64_t rows)
{
    const int64_t *from = c->cells;
    uint64_t outside = 0;
    for (int64_t i = 0; i < rows; i++)
        outside |= ((uint64_t)from[i] + ((uint64_t)1 << 31)) >> 32;
    if (outside)
        return;
    char *to = c->cells; /* in place: a cell is written where it, or an earlier one, was read */
    for (int64_t i = 0; i < rows; i++) {
        int32_t cell = (int32_t)((const int64_t *)c->cells)[i];
        memcpy(to + i * (int64_t)sizeof cell, &cell, sizeof cell);
    }
    c->narrow = true;
}

/* What is neither yes nor no stays as it was delivered: evaluation finds it. */
static void narrow_truths(struct column *c, int64_t rows)
{
    uint8_t *cells = c->cells, any = 0;
    for (int64_t i = 0; i < rows; i++)
        any |= cells[i];
    if (any > 1)
        return;
    for (int64_t i = 0; i < rows; i++)
        cells[i] = TRUTH_CELL(cells[i], c->states[i]);
    c->states = NULL;
    c->narrow = true;
}

void table_narrow(struct table *t)
{
    for (int i = 0; i < t->column_count; i++) {
        struct column *c = &t->columns[i];
        if ((c->type == COLUMN_AMOUNT || c->type == COLUMN_NUMBER) && !c->narrow)
            narrow_column(c, t->rows);
        if (c->type == COLUMN_BOOLEAN && !c->narrow)
            narrow_truths(c, t->rows);
    }
}

enum cell_state column_state(const struct column *c, int64_t row)
{
    return (enum cell_state)(c->states ? c->states[row] : TRUTH_STATE(((const uint8_t *)c->cells)[row]));
}

int64_t column_int(const struct column *c, int64_t row)
{
    if (column_state(c, row) != CELL_PRESENT)
        return 0;
    switch (c->type) {
    case COLUMN_BOOLEAN: return ((const uint8_t *)c->cells)[row]; /* narrow too: the state of what is present is 0 */
    case COLUMN_AMOUNT:
    case COLUMN_NUMBER: return c->narrow ? ((const int32_t *)c->cells)[row] : ((const int64_t *)c->cells)[row];
    case COLUMN_DATE:
    case COLUMN_PERSON: return ((const int32_t *)c->cells)[row];
    case COLUMN_TEXT:
    case COLUMN_PEOPLE: break;
    }
    assert(0 && "a column of numbers");
    return 0;
}

struct str column_text(const struct column *c, int64_t row)
{
    assert(c->type == COLUMN_TEXT);
    if (c->states[row] != CELL_PRESENT)
        return (struct str){NULL, 0};
    return c->texts->at[((const int32_t *)c->cells)[row]];
}

static const int32_t *ends_of(const struct column *c)
{
    assert(c->type == COLUMN_PEOPLE);
    return c->cells;
}

static int64_t people_count(const struct column *c, int64_t rows)
{
    return rows ? ends_of(c)[rows - 1] : 0;
}

const int32_t *column_people(const struct column *c, int64_t row, int32_t *count)
{
    int32_t from = row ? ends_of(c)[row - 1] : 0;
    *count = ends_of(c)[row] - from;
    assert(c->states[row] == CELL_PRESENT || *count == 0); /* INV-3: nobody in a list that is not known */
    return c->people + from;
}

void column_set_people(struct column *c, int64_t rows, const int32_t *people)
{
    int32_t before = 0;
    for (int64_t i = 0; i < rows; i++) {
        assert(ends_of(c)[i] >= before && (c->states[i] == CELL_PRESENT || ends_of(c)[i] == before));
        before = ends_of(c)[i];
    }
    c->people = people;
}

static struct hash hash_column(struct hash chain, const struct column *c, int64_t rows)
{
    const int64_t about[] = {c->type, c->as_of};
    chain = hash_chain(chain, c->name);
    chain = hash_chain(chain, c->source);
    chain = hash_chain(chain, (struct str){(const char *)about, sizeof about});
    uint8_t states[512]; /* the same facts have the same hash, narrow or not */
    for (int64_t i = 0, n; i < rows; i += n) {
        n = rows - i < COUNT(states) ? rows - i : COUNT(states);
        for (int64_t k = 0; k < n; k++)
            states[k] = (uint8_t)column_state(c, i + k);
        chain = hash_chain(chain, (struct str){(const char *)states, n});
    }
    if (c->type == COLUMN_TEXT) {
        for (int64_t i = 0; i < rows; i++)
            chain = hash_chain(chain, c->texts->at[((const int32_t *)c->cells)[i]]);
        return chain;
    }
    if (c->type == COLUMN_PEOPLE) {
        chain = hash_chain(chain, (struct str){c->cells, rows * column_bytes(c)});
        return hash_chain(chain, (struct str){(const char *)c->people, 4 * people_count(c, rows)});
    }
    int64_t cells[512];
    for (int64_t i = 0, n; i < rows; i += n) {
        n = rows - i < COUNT(cells) ? rows - i : COUNT(cells);
        for (int64_t k = 0; k < n; k++)
            cells[k] = column_int(c, i + k);
        chain = hash_chain(chain, (struct str){(const char *)cells, n * (int64_t)sizeof *cells});
    }
    return chain;
}

struct hash table_hash(const struct table *t)
{
    struct hash chain = hash_of((struct str){(const char *)t->who, t->rows * (int64_t)sizeof *t->who});
    for (int i = 0; i < t->column_count; i++)
        chain = hash_column(chain, &t->columns[i], t->rows);
    return chain;
}

static void repeat_people(struct arena *a, const struct column *from, struct column *to, int64_t rows, int64_t times)
{
    int64_t count = people_count(from, rows);
    int32_t *people = arena_new_raw(a, int32_t, count * times), *ends = to->cells;
    for (int64_t k = 0; k < times; k++) {
        for (int64_t i = 0; i < rows; i++)
            ends[k * rows + i] += (int32_t)(k * count);
        for (int64_t i = 0; i < count; i++)
            people[k * count + i] = from->people[i] == PERSON_UNSEEN ? PERSON_UNSEEN : from->people[i] + (int32_t)(k * rows);
    }
    column_set_people(to, rows * times, people);
}

static void repeat_column(const struct column *from, struct column *to, int64_t rows, int64_t times)
{
    int64_t bytes = column_bytes(from);
    for (int64_t k = 0; k < times; k++) {
        memcpy((char *)to->cells + k * rows * bytes, from->cells, (size_t)(rows * bytes));
        if (from->states)
            memcpy(to->states + k * rows, from->states, (size_t)rows);
        if (from->type != COLUMN_PERSON)
            continue;
        int32_t *person = (int32_t *)to->cells + k * rows;
        for (int64_t i = 0; i < rows; i++)
            person[i] += (int32_t)(to->states[k * rows + i] == CELL_PRESENT ? k * rows : 0);
    }
}

struct table table_repeat(struct arena *a, const struct table *t, int64_t times)
{
    struct table out = table_open(a, t->rows * times);
    out.label = t->label;
    out.synthetic = t->synthetic;
    for (int i = 0; i < t->column_count; i++) {
        const struct column *from = &t->columns[i];
        struct column *to = add_empty(&out, from->name, from->type);
        to->min = from->min;
        to->max = from->max;
        to->source = from->source;
        to->as_of = from->as_of;
        to->too_old = from->too_old;
        to->narrow = from->narrow;
        to->texts = from->texts;
        to->cells = arena_take_raw(a, column_bytes(from), 64, out.rows ? out.rows : 1);
        to->states = from->states ? states_of(&out) : NULL;
        repeat_column(from, to, t->rows, times);
        if (from->type == COLUMN_PEOPLE)
            repeat_people(a, from, to, t->rows, times);
    }
    for (int64_t i = 0; i < out.rows; i++) {
        out.who[i] = t->who[i % t->rows];
        out.line[i] = t->line[i % t->rows];
    }
    return out;
}
