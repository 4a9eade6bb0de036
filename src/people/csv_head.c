/* SPDX-License-Identifier: EUPL-1.2 */
/* csv_head.c: see csv.h: the top of a CSV of people. Not aware of facts: a head is a name. */
#include "people/csv.h"
#include "people/people.h"

#include <string.h>

struct str csv_head_shown(struct str head)
{
    ptrdiff_t len = head.len < 60 ? head.len : 60;
    while (len < head.len && len > 0 && ((unsigned char)head.at[len] & 0xc0) == 0x80)
        len--;                           /* not in the middle of a letter */
    return str_slice(head, 0, len);
}

/* Comments, and the line "sep=;" that spreadsheets write. */
static bool read_preface(struct arena *a, struct csv *csv)
{
    bool told = false;
    while (!scan_at_end(&csv->scan)) {
        struct scan before = csv->scan;
        struct str line = str_trim(scan_line(&csv->scan));
        if (line.len == 5 && str_starts(line, S("sep=")) && (line.at[4] == ';' || line.at[4] == ',')) {
            scan_separator(&csv->scan, line.at[4]);
            told = true;
        } else if (line.len && line.at[0] != '#') {
            csv->scan = before;
            break;
        } else if (line.len && !csv->label.len) {
            struct str text = str_trim(str_slice(line, 1, line.len));
            struct cell c = {.at = text.at, .len = (int32_t)(text.len < 500 ? text.len : 500)};
            if (str_starts(text, S("synthetisch")))
                csv->label = cell_text(a, c, csv->encoding);
        }
    }
    return told;
}

bool people_are_synthetic(struct str bytes)
{
    struct str rest = str_starts(bytes, S("\xef\xbb\xbf")) ? str_slice(bytes, 3, bytes.len) : bytes;
    while (str_starts(rest, S("#"))) {
        struct str line = str_until(rest, '\n', &rest);
        if (str_starts(str_trim(str_slice(line, 1, line.len)), S("synthetisch")))
            return true;
    }
    return false;
}

static void add_head(struct arena *a, struct csv *csv, int i)
{
    struct str head = cell_text(a, csv->cells[i], csv->encoding);
    char *at = (char *)(uintptr_t)head.at;     /* our own copy */
    for (ptrdiff_t k = 0; k < head.len; k++)
        if (at[k] >= 'A' && at[k] <= 'Z')
            at[k] = (char)(at[k] + 32);
    csv->heads[i] = head;
    if (csv->bsn_at < 0 && str_eq(head, S("bsn")))
        csv->bsn_at = i;
}

static bool heads_differ(const struct csv *csv, int32_t line, struct err *e)
{
    for (int i = 1; i < csv->head_count; i++)
        for (int j = 0; j < i; j++)
            if (csv->heads[i].len && str_eq(csv->heads[i], csv->heads[j]))
                return fail_at(e, ERR_CSV, csv->scan.file, line, i + 1, "the column " STR_FMT " stands here twice, "
                               "first as column %d; keep one", STR_ARG(csv_head_shown(csv->heads[i])), j + 1);
    return true;
}

static bool read_heads(struct arena *a, struct csv *csv, struct err *e)
{
    struct row row;
    if (!read_preface(a, csv))
        scan_separator(&csv->scan, scan_guess(&csv->scan));
    if (scan_at_end(&csv->scan))
        return fail_at(e, ERR_CSV, csv->scan.file, csv->scan.line, 0,
                       "there is no line of column names; begin with bsn and the names of facts");
    if (!scan_row(&csv->scan, csv->cells, LIMIT_COLUMNS, &row, e))
        return false;
    if (row.count > LIMIT_COLUMNS)
        return fail_at(e, ERR_LIMIT, csv->scan.file, row.line, 0, "%d columns, %d at most; leave out what is not needed",
                       row.count, LIMIT_COLUMNS);
    if (row.shape == ROW_QUOTE)
        return fail_at(e, ERR_CSV, csv->scan.file, row.line, 0, "the column names: %s", flaw_text(FLAW_QUOTE));
    csv->head_count = row.count;
    csv->bsn_at = -1;
    for (int i = 0; i < row.count; i++)
        add_head(a, csv, i);
    /* First this: without it the line may be no line of names at all, and is not to be repeated. */
    if (csv->bsn_at < 0)
        return fail_at(e, ERR_CSV, csv->scan.file, row.line, 0, "there is no column bsn; the first line must hold "
                       "bsn and names of facts, with ; or , or a tab between them");
    return heads_differ(csv, row.line, e);
}

bool csv_open(struct arena *a, struct str file, struct str bytes, struct csv *out, struct err *e)
{
    out->label = (struct str){NULL, 0};
    return scan_open(a, file, bytes, &out->scan, &out->encoding, e) && read_heads(a, out, e);
}

int csv_find(const struct csv *csv, struct str head)
{
    for (int i = 0; i < csv->head_count; i++)
        if (str_eq(csv->heads[i], head))
            return i;
    return -1;
}

static enum flaw flaw_of(const struct csv *csv, const struct row *row)
{
    if (row->shape == ROW_QUOTE)
        return FLAW_QUOTE;
    if (row->count == csv->head_count)
        return FLAW_NONE;
    return row->count > csv->head_count ? FLAW_MANY : row->cut ? FLAW_CUT : FLAW_FEW;
}

bool csv_next(struct csv *csv, struct row *row, enum flaw *flaw, struct err *e)
{
    e->code = ERR_NONE;
    while (!scan_at_end(&csv->scan)) {
        if (!scan_row(&csv->scan, csv->cells, csv->head_count, row, e))
            return false;
        if (row->blank)
            continue;
        *flaw = flaw_of(csv, row);
        return true;
    }
    return false;
}
