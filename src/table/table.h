/* SPDX-License-Identifier: EUPL-1.2 */
/* table.h: residents' facts as columns. Every cell is present, unknown, absent or faulty;
 * a column knows its source and its date. Not a database, not a parser: people/ fills it,
 * eval/ reads it.
 */
#ifndef HOORT_TABLE_H
#define HOORT_TABLE_H

#include "base/base.h"

/* The order matters to the kernels: a strict operation takes the worst of its operands. */
enum cell_state {
    CELL_PRESENT = 0,
    CELL_UNKNOWN = 1,    /* nobody told us, or too old to count */
    CELL_ABSENT = 2,     /* known that there is none: no partner, no foreign income */
    CELL_FAULTY = 3      /* told something impossible */
};
const char *cell_state_name(enum cell_state s);   /* "present", … static */

enum column_type {
    COLUMN_BOOLEAN,      /* uint8_t 0 or 1; once narrow TRUTH_CELL of it and its state */
    COLUMN_AMOUNT,       /* int64_t eurocents; int32_t once narrow */
    COLUMN_NUMBER,       /* int64_t; int32_t once narrow */
    COLUMN_DATE,         /* int32_t days since 1970-01-01 */
    COLUMN_PERSON,       /* int32_t row of the person meant */
    COLUMN_TEXT,         /* int32_t code: which of the column's texts */
    COLUMN_PEOPLE        /* int32_t ends: those of row i are people[ends[i - 1]] .. people[ends[i] - 1] (0 before the first) */
};

/* The different texts of a column, in the order in which they came: residents share a few municipalities and
 * postcodes, so a cell is a number of 4 bytes. */
struct texts {
    struct str *at;          /* by code; [0] is the empty text, which every cell has that is not present */
    int32_t count, room;
    int32_t last;            /* the code put last: neighbours are often alike */
    struct str_map codes;
};
struct texts *texts_open(struct arena *a);   /* only the empty one; the others will live there too */

#define TRUTH_CELL(value, state) ((uint8_t)((value) | (state) << 1))
#define TRUTH_VALUE(cell) ((uint8_t)((cell) & 1))
#define TRUTH_STATE(cell) ((uint8_t)((cell) >> 1))

struct column {
    struct str name;
    enum column_type type;
    bool narrow;         /* see table_narrow */
    void *cells;         /* rows of the type above; the value of a cell that is not present is 0 */
    uint8_t *states;     /* rows of enum cell_state; NULL when the cells have them (narrow truths): column_state */
    struct texts *texts; /* COLUMN_TEXT */
    const int32_t *people;   /* COLUMN_PEOPLE: rows of the persons meant, row after row; PERSON_UNSEEN = no row of it */
    int64_t min, max;    /* declared range of amounts and numbers: every present cell lies within */
    struct str source;   /* who holds it */
    int32_t as_of;       /* when it was true; INT32_MIN = not said */
    bool too_old;        /* delivered, but too old to count: every cell is unknown for that */
};

#define PERSON_UNSEEN (-1)   /* in a list of persons: there is somebody, of whom nothing is known */

struct table {
    struct arena *a;
    int64_t rows;
    int column_count;
    struct column *columns;          /* LIMIT_COLUMNS of room */
    struct pseudonym *who;           /* rows; what the account and the screens call a person */
    int32_t *line;                   /* rows; line in the file of people, for messages */
    struct str label;                /* e.g. "synthetic, seed 7": shown wherever figures are */
    bool synthetic;                  /* real channels refuse such a table */
};

struct table table_open(struct arena *a, int64_t rows);
/* A new column, all cells unknown. The caller owns the name's bytes for as long as the table. */
struct column *table_add(struct table *t, struct str name, enum column_type type);
const struct column *table_find(const struct table *t, struct str name); /* NULL if not there */
int64_t table_row_of(const struct table *t, struct pseudonym who);        /* -1 if not there */
/* The value of a cell that is present, of any type but text and people; the state is the caller's. Not once
 * the column is narrow. */
void column_put(struct column *c, int64_t row, int64_t value);
/* The same of a text, which is copied to where the column's texts live unless it has it already. */
void column_put_text(struct column *c, int64_t row, struct str text);
/* Once all rows are in: amounts and numbers whose cells all fit 32 bits are kept in 32 bits, a truth value and its
 * state in one byte, for half of what an evaluation waits for is memory. The same values: only who reads `cells`
 * and `states` sees the difference. */
void table_narrow(struct table *t);
int64_t column_bytes(const struct column *c);              /* of one cell, without its state */
enum cell_state column_state(const struct column *c, int64_t row);
int64_t column_int(const struct column *c, int64_t row);   /* any type but text and people; 0 if not present */
struct str column_text(const struct column *c, int64_t row); /* empty if not present */
/* The persons of a row, *count of them; none if not present. */
const int32_t *column_people(const struct column *c, int64_t row, int32_t *count);
/* Fills a column of lists whose ends and states are written. The persons are the caller's, as long as the table. */
void column_set_people(struct column *c, int64_t rows, const int32_t *people);
/* Hash of all cells and states, for receipts: the same facts, the same hash. */
struct hash table_hash(const struct table *t);
/* A population that is `times` copies of this one (relations follow), for benches. */
struct table table_repeat(struct arena *a, const struct table *t, int64_t times);

#endif
