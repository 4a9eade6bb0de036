/* SPDX-License-Identifier: EUPL-1.2 */
/* relate.c: who means whom: BSNs that cells name -> rows, and whether both sides agree.
 * Not aware of a file format, and not of who opted out: only that a person has no row.
 */
#include "people/intake.h"

#include <string.h>

/* ---- BSN -> row ----------------------------------------------------------------------------
 * str_map would keep a text of nine bytes for each person; this is asked twice for every row. */

struct bsn_map bsn_map_open(struct arena *a, int64_t bsns_max)
{
    int64_t slots = 16;
    while (slots < bsns_max * 2)
        slots *= 2;
    return (struct bsn_map){arena_new(a, struct bsn_slot, slots), slots};
}

static int64_t home_of(const struct bsn_map *m, uint32_t bsn)
{
    return (int64_t)((bsn * 0x9e3779b97f4a7c15u) >> 32) & (m->slots - 1);
}

void bsn_map_expect(const struct bsn_map *m, const char *at, const char *end)
{
    uint32_t bsn = 0;
    if (end - at < 9)
        return;
    for (int i = 0; i < 9; i++)
        bsn = bsn * 10 + ((unsigned char)at[i] & 15);
    __builtin_prefetch(&m->at[home_of(m, bsn)], 1);
}

static struct bsn_slot *slot_of(const struct bsn_map *m, uint32_t bsn)
{
    int64_t at = home_of(m, bsn);
    while (m->at[at].bsn && m->at[at].bsn != bsn)
        at = (at + 1) & (m->slots - 1);
    return &m->at[at];
}

int32_t *bsn_map_put(struct bsn_map *m, uint32_t bsn, bool *found)
{
    struct bsn_slot *slot = slot_of(m, bsn);
    *found = slot->bsn != 0;
    if (!*found)
        *slot = (struct bsn_slot){bsn, PERSON_NO_ROW};
    return &slot->row;
}

int32_t bsn_map_get(const struct bsn_map *m, uint32_t bsn)
{
    const struct bsn_slot *slot = slot_of(m, bsn);
    return slot->bsn ? slot->row : PERSON_NO_ROW;
}

/* ---- both sides ------------------------------------------------------------------------------ */

enum reply { AGREED, SILENT, OTHER, CLAIMED, NO_ROW, SELF, HIDDEN, NOBODY };

/* What the person that a row names says in turn. */
static enum reply judge(const int32_t *whom, const struct column *c, int32_t row)
{
    int32_t other = whom[row];
    if (other == PERSON_NONE)
        return NOBODY;
    if (other == PERSON_NO_ROW)
        return NO_ROW;
    if (other == PERSON_OPTED_OUT)
        return HIDDEN;
    if (other == row)
        return SELF;
    if (whom[other] == row)
        return AGREED;
    /* Empty or unreadable is no contradiction; geen and somebody else are. */
    return whom[other] == PERSON_NONE && c->states[other] != CELL_ABSENT ? SILENT : OTHER;
}

/* A contradiction spoils the cell of the other side too, and that of the third who agreed with it. */
static void spoil(const int32_t *whom, uint8_t *answers, int32_t other)
{
    if (answers[other] == OTHER || answers[other] == SELF)
        return;
    int32_t third = answers[other] == AGREED ? whom[other] : PERSON_NONE;
    answers[other] = CLAIMED;
    if (third >= 0)
        answers[third] = CLAIMED;
}

static void settle(struct intake *in, const struct target *target, const int32_t *whom, enum reply v, int64_t row)
{
    static const enum flaw flaws[] = {
        [AGREED] = FLAW_NONE, [SILENT] = FLAW_PERSON_SILENT, [OTHER] = FLAW_PERSON_OTHER,
        [CLAIMED] = FLAW_PERSON_CLAIMED, [NO_ROW] = FLAW_PERSON_GONE, [SELF] = FLAW_PERSON_SELF,
        [HIDDEN] = FLAW_NONE, [NOBODY] = FLAW_NONE,
    };
    struct column *c = target->column;
    if (v == NOBODY)
        return;                          /* empty, geen or faulty: stays what the cell said */
    if (flaws[v])
        intake_flaw(in, in->t->line[row], target->head + 1, target->fact->name, flaws[v]);
    in->report->partners_dangling += v == NO_ROW;
    c->states[row] = (uint8_t)(v == AGREED ? CELL_PRESENT : v == HIDDEN ? CELL_UNKNOWN : flaw_state(flaws[v]));
    ((int32_t *)c->cells)[row] = v == AGREED ? whom[row] : 0;
}

void intake_relate(struct intake *in, const struct target *target, const int32_t *whom)
{
    bool mutual = str_eq(target->fact->name, S("partner"));
    int32_t rows = (int32_t)in->t->rows;
    uint8_t *answers = arena_new(&in->own, uint8_t, rows);
    for (int32_t i = 0; i < rows; i++) {
        enum reply v = judge(whom, target->column, i);
        /* Of other persons (a parent, a guardian) the other side need not say the same. */
        answers[i] = (uint8_t)(!mutual && (v == SILENT || v == OTHER) ? AGREED : v);
    }
    for (int32_t i = 0; mutual && i < rows; i++)
        if (answers[i] == OTHER)
            spoil(whom, answers, whom[i]);
    for (int32_t i = 0; i < rows; i++)
        settle(in, target, whom, (enum reply)answers[i], i);
}

/* ---- lists -------------------------------------------------------------------------------------- */

/* The rows of one list after those before it; false if the row itself is among them. */
static bool add_list(struct intake *in, const struct target *target, int64_t row, row_finder *row_of, const void *index,
                     int32_t *people, int32_t *count)
{
    const uint32_t *list = target->lists[row];
    int32_t before = *count;
    bool gone = false;
    for (uint32_t i = 1; list && i <= list[0]; i++) {
        int32_t other = row_of(in, index, list[i]);
        gone |= other == PERSON_NO_ROW;
        if (other == row) {
            *count = before;
            return false;
        }
        people[(*count)++] = other < 0 ? PERSON_UNSEEN : other; /* somebody, whoever it is */
    }
    if (gone)
        intake_flaw(in, in->t->line[row], target->head + 1, target->fact->name, FLAW_PEOPLE_GONE);
    return true;
}

static void relate_people(struct intake *in, const struct target *target, row_finder *row_of, const void *index)
{
    struct column *c = target->column;
    int64_t room = 0;
    int32_t count = 0, *ends = c->cells;
    for (int64_t i = 0; i < in->t->rows; i++)
        room += target->lists[i] ? target->lists[i][0] : 0;
    assert(room <= INT32_MAX); /* LIMIT_RESIDENTS times LIMIT_PEOPLE_LIST */
    int32_t *people = arena_new_raw(in->a, int32_t, room);
    for (int64_t i = 0; i < in->t->rows; i++) {
        if (!add_list(in, target, i, row_of, index, people, &count)) {
            intake_flaw(in, in->t->line[i], target->head + 1, target->fact->name, FLAW_PERSON_SELF);
            c->states[i] = (uint8_t)flaw_state(FLAW_PERSON_SELF);
        }
        ends[i] = count;
    }
    column_set_people(c, in->t->rows, people);
}

int32_t intake_row_of(const struct intake *in, const void *index, uint32_t bsn)
{
    (void)index;
    return bsn_map_get(&in->map, bsn);
}

void intake_relations(struct intake *in, row_finder *row_of, const void *index)
{
    for (int k = 0; k < in->target_count; k++) {
        const struct target *target = &in->targets[k];
        if (target->lists)
            relate_people(in, target, row_of, index);
        if (!target->claims)
            continue;
        int32_t *whom = arena_new_raw(&in->own, int32_t, in->t->rows);
        for (int64_t i = 0; i < in->t->rows; i++)
            whom[i] = target->claims[i] ? row_of(in, index, target->claims[i]) : PERSON_NONE;
        intake_relate(in, target, whom);
    }
}
