/* SPDX-License-Identifier: EUPL-1.2 */
/* csv.h: a CSV of people that is open: comments and column names read, rows to come. Not aware of
 * permits or tables.
 */
#ifndef HOORT_PEOPLE_CSV_H
#define HOORT_PEOPLE_CSV_H

#include "people/scan.h"
#include "people/value.h"

struct csv {
    struct scan scan;
    enum encoding encoding;
    struct str heads[LIMIT_COLUMNS]; /* in lower case */
    int head_count, bsn_at;
    struct str label;                /* text of the line "# synthetisch …"; empty if there is none */
    struct cell cells[LIMIT_COLUMNS];
};

/* Reads up to and with the column names: at least bsn, none twice. */
MUST_USE bool csv_open(struct arena *a, struct str file, struct str bytes, struct csv *out, struct err *e);
struct str csv_head_shown(struct str head);                 /* as much of it as a message may hold */
int csv_find(const struct csv *csv, struct str head);       /* -1 if not there */
/* The next row that is not blank; false at the end, and on failure (then e->code is set).
 * *flaw says whether its cells can be used. */
bool csv_next(struct csv *csv, struct row *row, enum flaw *flaw, struct err *e);

#endif
