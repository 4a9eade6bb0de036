/* SPDX-License-Identifier: EUPL-1.2 */
/* scan.h: bytes -> known encoding -> rows of cells, RFC 4180 with any separator. One pass, nothing
 * is copied: a cell is a place in the bytes. Not aware of what a column means.
 */
#ifndef HOORT_PEOPLE_SCAN_H
#define HOORT_PEOPLE_SCAN_H

#include "base/base.h"

enum encoding { ENCODING_UTF8, ENCODING_UTF8_BOM, ENCODING_1252 };
const char *encoding_name(enum encoding e);   /* "UTF-8", "UTF-8 with BOM", "Windows-1252"; static */

struct cell {
    const char *at;      /* without the outer quotes */
    int32_t len;
    bool quoted;
    bool doubled;        /* "" inside stands for one quote */
};

enum row_shape { ROW_WHOLE, ROW_QUOTE };      /* ROW_QUOTE: text after a closing quote */

struct row {
    int count;           /* cells in the bytes; only the first `room` are kept */
    int32_t line;        /* where it begins, 1-based */
    enum row_shape shape;
    bool blank;          /* nothing but the end of the line */
    bool cut;            /* ended by the end of the bytes, not of a line */
};

struct scan {
    const char *at, *end, *file;  /* file: 0-terminated, for errors */
    int32_t line;                 /* of what comes next */
    char separator;
    bool stop[256];               /* bytes that may end an unquoted cell */
};

/* Finds the encoding and steps over a byte order mark. Fails on what is no text of people:
 * empty, a spreadsheet, UTF-16, NUL bytes, a mix of encodings, over the ceiling. */
MUST_USE bool scan_open(struct arena *a, struct str file, struct str bytes, struct scan *out,
                        enum encoding *encoding, struct err *e);
void scan_separator(struct scan *s, char separator);
/* The separator of the line that comes next: the one of ; , tab that stands there most often, outside quotes. */
char scan_guess(const struct scan *s);
/* Steps over the line and returns it, without its end. */
struct str scan_line(struct scan *s);
bool scan_at_end(const struct scan *s);
/* Upper bound of the rows that are left. */
int64_t scan_rows_max(const struct scan *s);
/* The next row. Fails when a line is over its ceiling or a quote is never closed. */
MUST_USE bool scan_row(struct scan *s, struct cell *cells, int room, struct row *out, struct err *e);

/* The text of a cell as UTF-8 in `a`: blanks at the ends gone, doubled quotes undone. */
struct str cell_text(struct arena *a, struct cell c, enum encoding encoding);
/* The bytes between the blanks, as they are. Nearly no cell has blanks at its ends. */
static inline struct str cell_bytes(struct cell c)
{
    struct str s = {c.at, c.len};
    return c.len && (unsigned char)c.at[0] > ' ' && (unsigned char)c.at[c.len - 1] > ' ' ? s : str_trim(s);
}

#endif
