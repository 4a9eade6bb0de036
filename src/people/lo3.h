/* SPDX-License-Identifier: EUPL-1.2 */
/* lo3.h: an extract of person lists, one list at a time. Not aware of permits or tables.
 *
 * A list is a row whose first column is filled, and the rows under it whose first column is empty.
 * The first row holds the current occurrence of every category. Column c.H of a row names the
 * category of the occurrence in the next row: c = another current one (a child, an earlier
 * marriage), c + 50 = history of this one.
 */
#ifndef HOORT_PEOPLE_LO3_H
#define HOORT_PEOPLE_LO3_H

#include "people/scan.h"
#include "people/value.h"

enum lo3_element {
#define ELEMENT(code, head) LO3_##code,
#include "people/lo3.def"
    LO3_ELEMENTS
};

struct lo3_list {
    int32_t line;                        /* of its first row */
    enum flaw broken;                    /* a row of it that can't be used; FLAW_NONE = none */
    int32_t broken_line;
    struct cell cells[LIMIT_COLUMNS];    /* of the first row */
    int open;                            /* marriages and partnerships that were not dissolved */
    struct cell partner;                 /* BSN in the last of those */
};

struct lo3 {
    struct scan scan;
    enum encoding encoding;
    int columns;
    int at[LO3_ELEMENTS];                /* column of an element; -1 = not in the file */
    struct cell ahead[LIMIT_COLUMNS];    /* the row that ended the list before */
    struct row ahead_row;
    bool has_ahead;
};

MUST_USE bool lo3_open(struct arena *a, struct str file, struct str bytes, struct lo3 *out, struct err *e);
/* The next list; false at the end, and on failure (then e->code is set). */
bool lo3_next(struct lo3 *lo3, struct lo3_list *out, struct err *e);
/* The bytes of an element in the first row, trimmed; empty if the file lacks it. */
struct str lo3_get(const struct lo3 *lo3, const struct lo3_list *list, enum lo3_element element);
struct value lo3_birth(const struct lo3 *lo3, const struct lo3_list *list);
/* BSN of the current partner; absent, or unknown with a flaw. */
struct value lo3_partner(const struct lo3_list *list);

#endif
