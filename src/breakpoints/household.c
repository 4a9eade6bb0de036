/* SPDX-License-Identifier: EUPL-1.2 */
/* household.c: see household.h. The copies differ in one fact only. INV-3: what is not known stays so. */
#include "household.h"

#include <string.h>

static int place_of(const struct household *h, int64_t row)
{
    for (int i = 0; i < h->count; i++)
        if (h->rows[i] == row)
            return i;
    return -1;
}

/* Row of who stands in a relation to somebody; -1 if nobody does, or nobody knows. */
static int64_t related(const struct table *t, const struct fact *relation, int64_t row)
{
    const struct column *c = table_find(t, relation->name);
    if (!c || column_state(c, row) != CELL_PRESENT)
        return -1;
    int64_t other = column_int(c, row);
    return other >= 0 && other < t->rows ? other : -1;
}

static bool add_person(const struct breaks_ask *ask, struct household *h, int64_t row, struct err *e)
{
    if (row < 0 || row >= ask->people->rows || place_of(h, row) >= 0)
        return true;
    if (h->count == LIMIT_BREAKS_PERSONS)
        return fail(e, ERR_LIMIT, "more than %d people stand around this resident; mend their relations", LIMIT_BREAKS_PERSONS);
    h->rows[h->count++] = row;
    return true;
}

static bool add_related(const struct breaks_ask *ask, struct household *h, int64_t row, struct err *e)
{
    for (const struct fact *f = ask->laws->facts.first; f; f = f->next) {
        const struct column *list = f->type == FACT_PEOPLE ? table_find(ask->people, f->name) : NULL;
        int32_t count = 0;
        const int32_t *people = list ? column_people(list, row, &count) : NULL;
        if (f->type == FACT_PERSON && !add_person(ask, h, related(ask->people, f, row), e))
            return false;
        for (int32_t k = 0; k < count; k++)
            if (!add_person(ask, h, people[k], e))
                return false;
    }
    return true;
}

bool household_of(const struct breaks_ask *ask, struct household *out, struct err *e)
{
    *out = (struct household){.rows = {ask->row}, .count = 1};
    for (int from = 0, far = 0; far < LIMIT_RELATION_PATH; far++)
        for (int to = out->count; from < to; from++)
            if (!add_related(ask, out, out->rows[from], e))
                return false;
    if (!ask->relation)
        return true;
    int64_t other = related(ask->people, ask->relation, ask->row);
    if (other < 0)
        return fail(e, ERR_FACTS, "the resident has no " STR_FMT ", or none is known; give one, or take a fact of the resident",
                    STR_ARG(ask->relation->name));
    out->walked = place_of(out, other);
    return true;
}

static bool is_believable(const struct fact *f, int64_t v)
{
    switch (f->type) {
    case FACT_AMOUNT:
    case FACT_NUMBER: return v >= f->min && v <= f->max;
    case FACT_DATE: return v >= LIMIT_DATE_FIRST && v <= LIMIT_DATE_LAST;
    case FACT_BOOLEAN: return v <= 1;
    case FACT_PERSON:
    case FACT_PEOPLE:
    case FACT_TEXT: break;
    }
    return true;
}

/* The cell of one person, for all their copies. */
static void copy_cell(struct column *to, const struct breaks_ask *ask, const struct household *h, const struct fact *f,
                      const struct column *from, int person, int64_t lanes)
{
    int64_t row = h->rows[person], first = person * lanes, v = 0;
    enum cell_state state = column_state(from, row);
    struct str text = {NULL, 0};
    if (from->type == COLUMN_TEXT)
        text = column_text(from, row);
    else
        v = column_int(from, row);
    if (state == CELL_PRESENT && !is_believable(f, v))
        state = CELL_FAULTY;
    if (state == CELL_PRESENT && f->type == FACT_PERSON) {
        int place = place_of(h, v);
        if (place < 0)               /* nobody, or too far for any plan to look */
            state = v < 0 || v >= ask->people->rows ? CELL_FAULTY : CELL_UNKNOWN;
        v = place * lanes;
    }
    memset(to->states + first, state, (size_t)lanes);
    for (int64_t i = 0; i < lanes && state == CELL_PRESENT; i++) {
        if (from->type == COLUMN_TEXT)
            column_put_text(to, first + i, text);
        else
            column_put(to, first + i, f->type == FACT_PERSON ? v + i : v);
    }
}

/* Each copy knows the copies beside it. Who is too far for any plan to look is somebody unknown; a row that
 * is not there stays one that is not there. */
static void copy_lists(struct arena *a, struct column *to, const struct breaks_ask *ask, const struct household *h,
                       const struct column *from, int64_t lanes)
{
    int32_t count, at = 0, all = 0, *ends = to->cells;
    for (int i = 0; i < h->count; i++) {
        column_people(from, h->rows[i], &count);
        all += count * (int32_t)lanes;
    }
    int32_t *people = arena_new(a, int32_t, all);
    for (int i = 0; i < h->count; i++) {
        const int32_t *list = column_people(from, h->rows[i], &count);
        memset(to->states + i * lanes, column_state(from, h->rows[i]), (size_t)lanes);
        for (int64_t lane = 0; lane < lanes; lane++) {
            for (int32_t k = 0; k < count; k++) {
                const bool gone = list[k] != PERSON_UNSEEN && (list[k] < 0 || list[k] >= ask->people->rows);
                const int place = place_of(h, list[k]);
                people[at++] = gone ? INT32_MAX : place < 0 ? PERSON_UNSEEN : (int32_t)(place * lanes + lane);
            }
            ends[i * lanes + lane] = at;
        }
    }
    column_set_people(to, h->count * lanes, people);
}

static bool is_wanted(const struct breaks_ask *ask, const struct fact *f, const bool *wanted)
{
    return !wanted || wanted[f->index] || f == ask->fact;
}

struct table household_table(struct arena *a, const struct breaks_ask *ask, const struct household *h, int64_t lanes,
                             const bool *wanted)
{
    struct table t = table_open(a, h->count * lanes);
    for (const struct fact *f = ask->laws->facts.first; f; f = f->next) {
        const struct column *from = table_find(ask->people, f->name);
        if (!is_wanted(ask, f, wanted) || (!from && f != ask->fact))
            continue;
        struct column *to = table_add(&t, f->name, column_of_fact(f->type));
        if (from && from->type == COLUMN_PEOPLE)
            copy_lists(a, to, ask, h, from, lanes);
        for (int i = 0; from && from->type != COLUMN_PEOPLE && i < h->count; i++)
            copy_cell(to, ask, h, f, from, i, lanes);
        if (f == ask->fact)
            memset(to->states + h->walked * lanes, CELL_PRESENT, (size_t)lanes);
    }
    return t;
}

int64_t household_bytes(const struct breaks_ask *ask, const struct household *h, const bool *wanted)
{
    int64_t columns = 0, lists = 0;
    for (const struct fact *f = ask->laws->facts.first; f; f = f->next) {
        columns += is_wanted(ask, f, wanted);
        lists += is_wanted(ask, f, wanted) && f->type == FACT_PEOPLE;
    }
    /* A cell and its state; pseudonym and line of a row; findings; and in each list everybody at most. */
    return h->count * (columns * ((int64_t)sizeof(struct str) + 1) + 20 + 18 + 4 * lists * h->count);
}

void household_set(struct table *t, const struct breaks_ask *ask, const struct household *h, int64_t first, int64_t n)
{
    const struct column *found = table_find(t, ask->fact->name);
    struct column *c = &t->columns[found - t->columns];
    int64_t from = h->walked * (t->rows / h->count);
    for (int64_t i = 0; i < n; i++)
        column_put(c, from + i, first + i * ask->step);
}
