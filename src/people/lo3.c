/* SPDX-License-Identifier: EUPL-1.2 */
/* lo3.c: see lo3.h: rows -> person lists. What a list says is in lo3_read.c. */
#include "people/lo3.h"

#include <string.h>

static const struct str heads[LO3_ELEMENTS] = {
#define ELEMENT(code, head) {head, sizeof head - 1},
#include "people/lo3.def"
};

static bool find_heads(struct lo3 *lo3, const struct cell *cells, struct err *e)
{
    for (int k = 0; k < LO3_ELEMENTS; k++) {
        lo3->at[k] = -1;
        /* A head can stand twice (06.88.10 does); the first counts. */
        for (int i = lo3->columns - 1; i >= 0; i--)
            if (str_eq(cell_bytes(cells[i]), heads[k]))
                lo3->at[k] = i;
    }
    /* Without the dates nobody can tell a partner from a former one. */
    if (lo3->at[LO3_MARRIED] < 0 || lo3->at[LO3_DISSOLVED] < 0)
        lo3->at[LO3_PARTNER_BSN] = -1;
    if (lo3->at[LO3_BSN] < 0)
        return fail_at(e, ERR_CSV, lo3->scan.file, 1, 0, "there is no column " STR_FMT " (BSN); deliver the person lists "
                       "with it", STR_ARG(heads[LO3_BSN]));
    return true;
}

bool lo3_open(struct arena *a, struct str file, struct str bytes, struct lo3 *out, struct err *e)
{
    struct row row;
    out->has_ahead = false;
    if (!scan_open(a, file, bytes, &out->scan, &out->encoding, e) ||
        !scan_row(&out->scan, out->ahead, LIMIT_COLUMNS, &row, e))
        return false;
    if (row.count > LIMIT_COLUMNS)
        return fail_at(e, ERR_LIMIT, out->scan.file, 1, 0, "%d columns, %d at most; leave out what is not needed",
                       row.count, LIMIT_COLUMNS);
    out->columns = row.count;
    return find_heads(out, out->ahead, e);
}

struct str lo3_get(const struct lo3 *lo3, const struct lo3_list *list, enum lo3_element element)
{
    int at = lo3->at[element];
    return at < 0 ? (struct str){NULL, 0} : cell_bytes(list->cells[at]);
}

static struct str cell_of(const struct lo3 *lo3, const struct cell *cells, enum lo3_element element)
{
    int at = lo3->at[element];
    return at < 0 ? (struct str){NULL, 0} : cell_bytes(cells[at]);
}

static enum flaw shape_of(const struct lo3 *lo3, const struct row *row)
{
    if (row->shape == ROW_QUOTE)
        return FLAW_QUOTE;
    if (row->count == lo3->columns)
        return FLAW_NONE;
    return row->count > lo3->columns ? FLAW_MANY : row->cut ? FLAW_CUT : FLAW_FEW;
}

static void note_break(struct lo3_list *list, enum flaw flaw, int32_t line)
{
    if (flaw && !list->broken) {
        list->broken = flaw;
        list->broken_line = line;
    }
}

/* A marriage or partnership of one row; `current` = not history, as far as the file says. */
static void see_marriage(const struct lo3 *lo3, const struct cell *cells, bool current, struct lo3_list *list)
{
    if (!current || !cell_of(lo3, cells, LO3_MARRIED).len || cell_of(lo3, cells, LO3_DISSOLVED).len)
        return;
    list->open++;
    list->partner = lo3->at[LO3_PARTNER_BSN] < 0 ? (struct cell){0} : cells[lo3->at[LO3_PARTNER_BSN]];
}

/* The next row that is not blank, from the file or from what was read ahead. */
static bool take_row(struct lo3 *lo3, struct err *e)
{
    while (!lo3->has_ahead) {
        if (scan_at_end(&lo3->scan) || !scan_row(&lo3->scan, lo3->ahead, lo3->columns, &lo3->ahead_row, e))
            return false;
        lo3->has_ahead = !lo3->ahead_row.blank;
    }
    return true;
}

bool lo3_next(struct lo3 *lo3, struct lo3_list *out, struct err *e)
{
    e->code = ERR_NONE;
    out->broken = FLAW_NONE;
    out->open = 0;
    if (!take_row(lo3, e))
        return false;
    memcpy(out->cells, lo3->ahead, (size_t)lo3->columns * sizeof *out->cells);
    out->line = lo3->ahead_row.line;
    note_break(out, shape_of(lo3, &lo3->ahead_row), out->line);
    if (!out->broken && cell_bytes(out->cells[0]).len == 0)
        note_break(out, FLAW_LIST_START, out->line);
    lo3->has_ahead = false;
    struct str next = S("05");
    for (const struct cell *row = out->cells;; row = lo3->ahead) {
        if (!out->broken) {
            /* A row that nothing announced counts as current: better unknown than a partner too few. */
            see_marriage(lo3, row, !str_eq(next, S("55")), out);
            next = cell_of(lo3, row, LO3_MARRIAGE_NEXT);
        }
        lo3->has_ahead = false;
        if (!take_row(lo3, e))
            return e->code == ERR_NONE;
        if (cell_bytes(lo3->ahead[0]).len)
            return true;
        note_break(out, shape_of(lo3, &lo3->ahead_row), lo3->ahead_row.line);
    }
}

/* ---- what both the table and the synthetic facts need ------------------------------------------ */

struct value lo3_birth(const struct lo3 *lo3, const struct lo3_list *list)
{
    struct str s = lo3_get(lo3, list, LO3_BIRTH);
    int64_t at;
    if (s.len == 0)
        return (struct value){0, CELL_UNKNOWN, FLAW_NONE};
    if (s.len != 8 || s.at[0] == '-' || !str_to_int64(s, &at))
        return value_flawed(FLAW_DATE_EIGHT);
    return value_date((int)(at / 10000), (int)(at / 100 % 100), (int)(at % 100));
}

struct value lo3_partner(const struct lo3_list *list)
{
    bool zero_added = false;
    if (list->open == 0)
        return (struct value){0, CELL_ABSENT, FLAW_NONE};
    if (list->open > 1)
        return value_flawed(FLAW_PERSON_TWO);
    struct value v = value_bsn(cell_bytes(list->partner), &zero_added);
    if (v.flaw)
        return value_flawed(v.flaw == FLAW_BSN_NONE ? FLAW_PERSON_NAMELESS :
                            v.flaw == FLAW_BSN_PROOF ? FLAW_PERSON_PROOF : FLAW_PERSON_SHAPE);
    return v;
}
