/* SPDX-License-Identifier: EUPL-1.2 */
/* csv.c: CSV of people -> a table, and a second CSV joined to it. What a cell means stands in
 * value.c, who may become a row in intake.c, the top of the file in csv_head.c. Not a reader of LO3.
 */
#include "people/csv.h"
#include "people/intake.h"

#include <string.h>

static void plan_columns(struct intake *in, const struct csv *csv)
{
    const struct facts *facts = permit_facts(in->permit);
    for (int i = 0; i < csv->head_count; i++) {
        struct str head = csv->heads[i];
        const struct fact *fact = intake_fact(facts, head);
        if (i == csv->bsn_at)
            continue;
        if (fact) {
            intake_column(in, fact, head, i);
            continue;
        }
        struct str hint = intake_suggest(&in->own, facts, head);
        const char *why = "not in the dictionary of facts";
        if (!head.len)
            head = str_format(in->a, "column %d", i + 1), why = "it has no name";
        else if (hint.len)
            why = str_z(in->a, str_format(&in->own, "not in the dictionary of facts; is it " STR_FMT "?",
                                          STR_ARG(hint)));
        intake_not_read(in, csv_head_shown(head), why);
    }
}

static bool open_csv(struct intake *in, struct csv *csv, struct err *e)
{
    bool fine = csv_open(in->a, in->from->file, in->from->bytes, csv, e);
    in->encoding = csv->encoding;
    in->report->encoding = str_of(encoding_name(in->encoding));
    in->report->separator = csv->scan.separator;
    return fine;
}

/* ---- rows ---------------------------------------------------------------------------------- */

static void store_text(struct intake *in, struct target *target, int64_t row, int32_t line, struct cell c)
{
    struct arena tmp = in->own;
    /* Only what is not the text already; a cell over its ceiling is refused as it is. */
    bool plain = c.len > LIMIT_CELL_BYTES || (!c.doubled && in->encoding != ENCODING_1252);
    intake_store_text(in, target, row, line, plain ? cell_bytes(c) : cell_text(&tmp, c, in->encoding));
}

static void store_row(struct intake *in, const struct csv *csv, int64_t row, int32_t line)
{
    for (int k = 0; k < in->target_count; k++) {
        struct target *target = &in->targets[k];
        if (target->head < 0 || target->too_old)
            continue;
        struct cell c = csv->cells[target->head];
        if (target->column->type == COLUMN_TEXT)
            store_text(in, target, row, line, c);
        else if (target->column->type == COLUMN_PEOPLE)
            intake_store_people(in, target, row, line, cell_bytes(c));
        else
            intake_store(in, target, row, line, value_read(cell_bytes(c), target->fact));
    }
}

/* Steps to the next row that can be used; false at the end or on failure (then e->code is set). */
static bool next_row(struct intake *in, struct csv *csv, struct row *row, struct err *e)
{
    enum flaw flaw;
    while (csv_next(csv, row, &flaw, e)) {
        in->report->rows_read++;
        if (flaw == FLAW_NONE)
            return true;
        intake_flaw(in, row->line, 0, S(""), flaw);
    }
    return false;
}

static bool rows_fit(struct csv *csv, int64_t *rows, struct err *e)
{
    *rows = scan_rows_max(&csv->scan);
    if (*rows > LIMIT_RESIDENTS)
        return fail_at(e, ERR_LIMIT, csv->scan.file, 0, 0, "more than %d rows; split the file", LIMIT_RESIDENTS);
    return true;
}

static bool read_people(struct intake *in, struct csv *csv, struct table *t, struct err *e)
{
    int64_t rows_max, at;
    struct row row;
    if (!open_csv(in, csv, e) || !rows_fit(csv, &rows_max, e))
        return false;
    *t = table_open(in->a, rows_max);
    t->synthetic = in->from->synthetic || csv->label.len;
    t->label = csv->label.len ? csv->label : in->from->synthetic ? S("synthetisch") : S("");
    in->t = t;
    in->map = bsn_map_open(&in->own, rows_max);
    plan_columns(in, csv);
    while (next_row(in, csv, &row, e)) {
        if (csv->bsn_at == 0)
            bsn_map_expect(&in->map, csv->scan.at, csv->scan.end);
        if (intake_person(in, cell_bytes(csv->cells[csv->bsn_at]), row.line, csv->bsn_at + 1, &at))
            store_row(in, csv, at, row.line);
    }
    t->rows = in->report->rows_kept;
    if (e->code)
        return false;
    intake_relations(in, intake_row_of, NULL);
    return intake_has_people(in, csv->scan.file, e);
}

bool people_read_csv(struct arena *a, const struct permit *permit, const struct people_source *from,
                     struct table *out, struct people_report *report, struct err *e)
{
    struct csv *csv = arena_new(a, struct csv, 1);
    struct intake *in = arena_new(a, struct intake, 1);
    intake_open(in, a, permit, from, report);
    bool fine = read_people(in, csv, out, e);
    intake_close(in);
    if (!fine)
        *out = (struct table){0};        /* refused early, it was never made */
    table_narrow(out);
    return fine;
}

/* ---- join ----------------------------------------------------------------------------------- */

struct by_who {                      /* pseudonym -> row */
    const struct table *t;
    int32_t *rows;                   /* row + 1; 0 = free */
    int64_t slots;
};

static int64_t who_slot(const struct by_who *m, struct pseudonym who)
{
    uint64_t first;                  /* a keyed hash: it spreads by itself */
    memcpy(&first, who.at, sizeof first);
    int64_t at = (int64_t)(first >> 1) & (m->slots - 1);
    while (m->rows[at] && memcmp(m->t->who[m->rows[at] - 1].at, who.at, sizeof who.at) != 0)
        at = (at + 1) & (m->slots - 1);
    return at;
}

static struct by_who index_who(struct arena *a, const struct table *t)
{
    struct by_who m = {.t = t, .slots = 16};
    while (m.slots < t->rows * 2)
        m.slots *= 2;
    m.rows = arena_new(a, int32_t, m.slots);
    for (int64_t i = 0; i < t->rows; i++)
        m.rows[who_slot(&m, t->who[i])] = (int32_t)i + 1;
    return m;
}

static int32_t row_of_bsn(const struct intake *in, const void *by_who, uint32_t bsn)
{
    const struct by_who *index = by_who;
    struct bsn_text nine = bsn_print(bsn);
    struct pseudonym who = pseudonym_of(in->from->pseudonym_key, in->from->purpose, (struct str){nine.at, 9});
    if (permit_opted_out(in->permit, who))
        return PERSON_OPTED_OUT;
    int32_t found = index->rows[who_slot(index, who)];
    return found ? found - 1 : PERSON_NO_ROW;
}

static void join_row(struct intake *in, const struct csv *csv, const struct by_who *index, bool *seen, int32_t line)
{
    struct value v = value_bsn(cell_bytes(csv->cells[csv->bsn_at]), &in->zero_added);
    if (v.flaw) {
        intake_flaw(in, line, csv->bsn_at + 1, S(""), (enum flaw)v.flaw);
        return;
    }
    int32_t row = row_of_bsn(in, index, (uint32_t)v.at);
    if (row == PERSON_OPTED_OUT) {
        in->report->rows_opted_out++;
    } else if (row == PERSON_NO_ROW) {
        in->report->unmatched++;
    } else if (seen[row]) {
        intake_flaw(in, line, csv->bsn_at + 1, S(""), FLAW_BSN_TWICE);
    } else {
        seen[row] = true;
        in->report->rows_kept++;
        store_row(in, csv, row, line);
    }
}

static bool join_people(struct intake *in, struct csv *csv, struct err *e)
{
    struct row row;
    int64_t rows_max;
    if (!open_csv(in, csv, e) || !rows_fit(csv, &rows_max, e))
        return false;
    struct by_who index = index_who(&in->own, in->t);
    bool *seen = arena_new(&in->own, bool, in->t->rows);
    plan_columns(in, csv);
    while (next_row(in, csv, &row, e))
        join_row(in, csv, &index, seen, row.line);
    if (e->code)
        return false;
    intake_relations(in, row_of_bsn, &index);
    /* A table with one synthetic column is synthetic: real channels must refuse it. */
    if (csv->label.len || in->from->synthetic) {
        if (!in->t->label.len)
            in->t->label = csv->label.len ? csv->label : S("synthetisch");
        in->t->synthetic = true;
    }
    return true;
}

bool people_join_csv(struct arena *a, const struct permit *permit, const struct people_source *from,
                     struct table *t, struct people_report *report, struct err *e)
{
    struct csv *csv = arena_new(a, struct csv, 1);
    struct intake *in = arena_new(a, struct intake, 1);
    int columns = t->column_count;
    intake_open(in, a, permit, from, report);
    in->t = t;
    bool fine = join_people(in, csv, e);
    intake_close(in);
    if (!fine)
        t->column_count = columns;       /* nothing half-joined */
    table_narrow(t);
    return fine;
}
