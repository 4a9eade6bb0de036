/* SPDX-License-Identifier: EUPL-1.2 */
/* people.c: a table of residents, filled column by column. What a fact cannot be becomes faulty; what a caller
 * cannot mean is refused. Not under a permit: this library gives outcomes to a program, and clears nobody.
 */
#include "embed.h"

#include <string.h>

#define ROOM (1 << 16)               /* beside the rows: what is rounded up, and the handle */

struct peopling {
    const struct hoort_laws *laws;
    int64_t rows;
    struct home home;
    struct hoort_people *out;
};

static bool make_people(void *ctx, struct err *e)
{
    (void)e;
    struct peopling *m = ctx;
    home_open(&m->home, ROOM + m->rows * (int64_t)(sizeof(struct pseudonym) + sizeof(int32_t)) +
              LIMIT_COLUMNS * (int64_t)(sizeof(struct column) + sizeof(struct filled)));
    struct hoort_people *p = arena_new(&m->home.a, struct hoort_people, 1);
    p->laws = m->laws;
    p->table = table_open(&m->home.a, m->rows);
    p->filled = arena_new(&m->home.a, struct filled, LIMIT_COLUMNS);
    p->home = m->home;
    m->out = p;
    return true;
}

bool hoort_people_make(const struct hoort_laws *laws, int64_t rows, struct hoort_people **out, struct hoort_error *e)
{
    struct peopling m = {.laws = laws, .rows = rows};
    if (!out)
        return misuse(e, "there is no place for the residents; pass the address of a handle");
    *out = NULL;
    if (!laws || !laws->clean)
        return misuse(e, laws ? "the laws have faults; mend them first" : "there are no laws; give them");
    if (rows < 0 || rows > LIMIT_RESIDENTS)
        return misuse(e, "%lld residents; from 0 to %d are possible", (long long)rows, LIMIT_RESIDENTS);
    if (!attempt(make_people, &m, e)) {
        home_close(&m.home);
        return false;
    }
    home_use(&laws->home);
    *out = m.out;
    return true;
}

/* ---- columns ------------------------------------------------------------------------------------------------ */

struct filling {
    struct hoort_people *people;
    const struct fact *fact;
    const int64_t *values;
    const char *const *texts;
    const int64_t *persons, *ends;   /* of lists */
    int64_t person_count;
    const uint8_t *states;
    struct filled *to;
    struct home cells, more;         /* opened by this filling; more: texts, or who is in a list */
};

static bool is_possible(const struct filling *f, int64_t value, int64_t row)
{
    switch (f->fact->type) {
    case FACT_BOOLEAN: return value == 0 || value == 1;
    case FACT_AMOUNT:
    case FACT_NUMBER: return value >= f->fact->min && value <= f->fact->max;
    case FACT_DATE: return value >= LIMIT_DATE_FIRST && value <= LIMIT_DATE_LAST;
    case FACT_PERSON: return value >= 0 && value < f->people->table.rows && value != row;
    case FACT_TEXT:
    case FACT_PEOPLE: break;
    }
    return false;
}

/* INV-3: a cell that is not present has no value. */
static void put_values(const struct filling *f, struct column *c)
{
    for (int64_t i = 0; i < f->people->table.rows; i++) {
        enum cell_state state = state_in(f->states[i]);
        if (state == CELL_PRESENT && !is_possible(f, f->values[i], i))
            state = CELL_FAULTY;
        c->states[i] = (uint8_t)state;
        column_put(c, i, state == CELL_PRESENT ? f->values[i] : 0);
    }
}

#define TEXT_ROOM 320                /* of a text that no other cell has: its place, and its way to be found again */

static void put_texts(const struct filling *f, struct column *c, struct arena *a)
{
    c->texts = texts_open(a);
    for (int64_t i = 0; i < f->people->table.rows; i++) {
        enum cell_state state = state_in(f->states[i]);
        struct str text = state == CELL_PRESENT ? str_of(f->texts[i]) : (struct str){NULL, 0};
        if (state == CELL_PRESENT && !text.len)
            state = CELL_UNKNOWN;
        else if (state == CELL_PRESENT && (text.len > LIMIT_CELL_BYTES || !str_is_utf8(text)))
            state = CELL_FAULTY;
        c->states[i] = (uint8_t)state;
        column_put_text(c, i, state == CELL_PRESENT ? text : S(""));
    }
}

/* One list after those before it. INV-3: where it is not known there is nobody in it. */
static enum cell_state put_list(const struct filling *f, int64_t row, int32_t *people, int32_t *count)
{
    int64_t from = row ? f->ends[row - 1] : 0, to = f->ends[row], rows = f->people->table.rows;
    enum cell_state state = state_in(f->states[row]);
    if (state == CELL_PRESENT && to - from > LIMIT_PEOPLE_LIST)
        state = CELL_FAULTY;
    for (int64_t i = from; i < to && state == CELL_PRESENT; i++)
        if (f->persons[i] < HOORT_UNSEEN || f->persons[i] >= rows || f->persons[i] == row)
            state = CELL_FAULTY;
    for (int64_t i = from; i < to && state == CELL_PRESENT; i++)
        people[(*count)++] = (int32_t)f->persons[i];
    return state;
}

_Static_assert(HOORT_UNSEEN == PERSON_UNSEEN, "who is in a list goes in as it is");

static void put_lists(const struct filling *f, struct column *c, struct arena *a)
{
    int32_t *people = arena_new_raw(a, int32_t, f->person_count), *ends = c->cells, count = 0;
    for (int64_t i = 0; i < f->people->table.rows; i++) {
        c->states[i] = (uint8_t)put_list(f, i, people, &count);
        ends[i] = count;
    }
    column_set_people(c, f->people->table.rows, people);
}

static int64_t more_bytes(const struct filling *f)
{
    int64_t bytes = ROOM + f->person_count * (int64_t)sizeof(int32_t);
    if (!f->texts)
        return bytes;
    for (int64_t i = 0; i < f->people->table.rows; i++)
        if (f->states[i] == HOORT_PRESENT)
            bytes += (int64_t)strlen(f->texts[i]) + TEXT_ROOM;
    return bytes;
}

static struct column *add_column(struct filling *f)
{
    struct table *t = &f->people->table;
    enum column_type type = column_of_fact(f->fact->type);
    home_open(&f->cells, ROOM + t->rows * (int64_t)(sizeof(int64_t) + 1)); /* no cell is larger */
    t->a = &f->cells.a;
    struct column *c = table_add(t, f->fact->name, type);
    c->source = f->fact->source;
    c->min = type == COLUMN_AMOUNT || type == COLUMN_NUMBER ? f->fact->min : 0;
    c->max = type == COLUMN_AMOUNT || type == COLUMN_NUMBER ? f->fact->max : 0;
    return c;
}

/* All room is made before a cell is touched. */
static bool fill(void *ctx, struct err *e)
{
    struct filling *f = ctx;
    struct table *t = &f->people->table;
    if (f->texts || f->ends)
        home_open(&f->more, more_bytes(f));
    if (!f->to) {
        if (t->column_count == LIMIT_COLUMNS)
            return fail(e, ERR_LIMIT, "more than %d facts of residents; fill fewer", LIMIT_COLUMNS);
        struct column *c = add_column(f);
        f->to = &f->people->filled[c - t->columns];
        *f->to = (struct filled){.cells = f->cells, .column = c};
    }
    if (f->texts)
        put_texts(f, f->to->column, &f->more.a);
    else if (f->ends)
        put_lists(f, f->to->column, &f->more.a);
    else
        put_values(f, f->to->column);
    return true;
}

static struct filled *find_filled(const struct hoort_people *people, struct str name)
{
    const struct column *c = table_find(&people->table, name);
    return c ? &people->filled[c - people->table.columns] : NULL;
}

/* All that can be wrong with the arguments; on success the fact and its column. */
static bool check(struct filling *f, const char *name, int64_t rows, struct hoort_error *e)
{
    struct hoort_people *people = f->people;
    if (!people || !name)
        return misuse(e, "there are no residents or no fact; give both");
    if (__atomic_load_n(people->home.users, __ATOMIC_ACQUIRE) > 1)
        return misuse(e, "a run reads these residents; free it first");
    f->fact = facts_find(&people->laws->set.facts, str_of(name));
    if (!f->fact)
        return misuse(e, "no fact in the dictionary is called %.100s; see facts.yaml", name);
    if (rows != people->table.rows)
        return misuse(e, "%lld rows of %.100s, and there are %lld residents; give one for each", (long long)rows, name,
                      (long long)people->table.rows);
    if (rows && (!f->states || (!f->values && !f->texts && !f->ends)))
        return misuse(e, "%.100s has no values or no states; give both", name);
    for (int64_t i = 0; i < rows; i++) {
        if (f->states[i] > HOORT_FAULTY)
            return misuse(e, "%.100s, row %lld: %d is no state; use one of enum hoort_state", name, (long long)i, f->states[i]);
        if (f->texts && f->states[i] == HOORT_PRESENT && !f->texts[i])
            return misuse(e, "%.100s, row %lld: is present and there is no text; give it, or say unknown", name, (long long)i);
    }
    f->to = find_filled(people, f->fact->name);
    return true;
}

static bool fill_column(struct filling *f, struct hoort_error *e)
{
    int columns = f->people->table.column_count;
    if (attempt(fill, f, e)) {
        home_close(&f->to->more);
        f->to->more = f->more;
        return true;
    }
    f->people->table.column_count = columns;
    home_close(&f->more);
    home_close(&f->cells);
    return false;
}

bool hoort_people_fill(struct hoort_people *people, const char *fact, const int64_t *values, const uint8_t *states,
                       int64_t rows, struct hoort_error *e)
{
    struct filling f = {.people = people, .values = values, .states = states};
    if (!check(&f, fact, rows, e))
        return false;
    if (f.fact->type == FACT_TEXT || f.fact->type == FACT_PEOPLE)
        return misuse(e, "%.100s is a text or a list; use hoort_people_fill_texts or _lists", fact);
    return fill_column(&f, e);
}

bool hoort_people_fill_texts(struct hoort_people *people, const char *fact, const char *const *texts,
                             const uint8_t *states, int64_t rows, struct hoort_error *e)
{
    static const char *const none[1]; /* of nobody, but texts all the same */
    struct filling f = {.people = people, .texts = texts || rows ? texts : none, .states = states};
    if (!check(&f, fact, rows, e))
        return false;
    if (f.fact->type != FACT_TEXT)
        return misuse(e, "%.100s is no text; use hoort_people_fill", fact);
    return fill_column(&f, e);
}

static bool check_lists(const struct filling *f, const char *name, int64_t rows, struct hoort_error *e)
{
    int64_t before = 0;
    if (f->person_count < 0 || f->person_count > INT32_MAX || (f->person_count && !f->persons))
        return misuse(e, "%.100s: %lld persons in all lists; give them, and no more than %d", name, (long long)f->person_count,
                      INT32_MAX);
    for (int64_t i = 0; i < rows; before = f->ends[i++])
        if (f->ends[i] < before || f->ends[i] > f->person_count)
            return misuse(e, "%.100s, row %lld: its list ends at %lld, before it begins or after the last person; count on "
                          "from the row above", name, (long long)i, (long long)f->ends[i]);
    return true;
}

bool hoort_people_fill_lists(struct hoort_people *people, const char *fact, const int64_t *persons, int64_t person_count,
                             const int64_t *ends, const uint8_t *states, int64_t rows, struct hoort_error *e)
{
    static const int64_t none[1];
    struct filling f = {.people = people, .persons = persons, .person_count = person_count, .ends = ends || rows ? ends : none,
                        .states = states};
    if (!check(&f, fact, rows, e) || !check_lists(&f, fact, rows, e))
        return false;
    if (f.fact->type != FACT_PEOPLE)
        return misuse(e, "%.100s is no list of persons; use hoort_people_fill", fact);
    return fill_column(&f, e);
}

void people_leave(struct hoort_people *people)
{
    struct home home = people->home;
    const struct hoort_laws *laws = people->laws;
    if (!home_leave(&home))
        return;
    for (int i = 0; i < people->table.column_count; i++) {
        home_close(&people->filled[i].more);
        home_close(&people->filled[i].cells);
    }
    home_close(&home);
    laws_leave(laws);
}

void hoort_people_free(struct hoort_people *people)
{
    if (people)
        people_leave(people);
}
