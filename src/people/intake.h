/* SPDX-License-Identifier: EUPL-1.2 */
/* intake.h: what every reader of people does alike: which columns the permit lets in, who may
 * become a row, where a cell goes, what is reported. Not aware of a file format.
 *
 * BSNs live in the intake's own memory and go with it: a table has pseudonyms only.
 */
#ifndef HOORT_PEOPLE_INTAKE_H
#define HOORT_PEOPLE_INTAKE_H

#include "people/people.h"
#include "people/scan.h"
#include "people/value.h"

enum { PERSON_NONE = -1, PERSON_NO_ROW = -2, PERSON_OPTED_OUT = -3 };  /* instead of a row */

struct target {                  /* what one column of the file becomes */
    int head;                    /* column in the file, 0-based; -1 = not in the file */
    bool too_old;                /* by the permit: every cell stays unknown, none is read */
    const struct fact *fact;
    struct column *column;
    uint32_t *claims;            /* of persons: by row, the BSN that the cell names; 0 = none */
    uint32_t **lists;            /* of people: by row, how many BSNs and then those; NULL = none */
};

struct bsn_slot { uint32_t bsn; int32_t row; };   /* bsn 0 = free: no BSN is 0 */
struct bsn_map {                 /* BSN -> row, or PERSON_OPTED_OUT; open addressing */
    struct bsn_slot *at;
    int64_t slots;
};
struct bsn_map bsn_map_open(struct arena *a, int64_t bsns_max);
/* The place of the row; *found says whether the BSN was there. */
int32_t *bsn_map_put(struct bsn_map *m, uint32_t bsn, bool *found);
/* Asks for the place of the BSN that these bytes begin with, one row before it is needed: the map is larger
 * than the caches. Only a hint: the bytes may be anything. */
void bsn_map_expect(const struct bsn_map *m, const char *at, const char *end);
int32_t bsn_map_get(const struct bsn_map *m, uint32_t bsn);   /* PERSON_NO_ROW if not there */

struct intake {
    struct arena *a;             /* table and report */
    struct arena own;            /* BSNs and indexes */
    char *own_start;
    const struct permit *permit;
    const struct people_source *from;
    enum encoding encoding;
    struct people_report *report;
    struct people_fault **fault_end;
    struct table *t;
    struct target targets[LIMIT_COLUMNS];
    int target_count;
    struct bsn_map map;
    bool zero_added;             /* a BSN of eight digits was seen */
};

void intake_open(struct intake *in, struct arena *a, const struct permit *permit, const struct people_source *from,
                 struct people_report *report);
void intake_close(struct intake *in);

/* ---- report ---- */
/* A row or a cell is not right; `name` is that of the column, empty for a row. Counts, and keeps the first. */
void intake_flaw(struct intake *in, int32_t line, int column, struct str name, enum flaw flaw);
void intake_not_read(struct intake *in, struct str name, const char *why);
/* Refuses a file of which nothing could be used, with the first reason. */
MUST_USE bool intake_has_people(const struct intake *in, const char *file, struct err *e);

/* ---- columns ---- */
/* The fact that a head stands for: its name, or f_bsn for a fact f of a person or of people. NULL if none. */
const struct fact *intake_fact(const struct facts *facts, struct str head);
/* A known name that is at most two letters off; empty if none. */
struct str intake_suggest(struct arena *a, const struct facts *facts, struct str head);
/* Makes the column of a fact if the permit allows it (INV-2), and otherwise says that it was not read. */
struct target *intake_column(struct intake *in, const struct fact *fact, struct str head, int head_at);

/* ---- rows ---- */
/* The next row for this BSN. False when it may not become one: invalid, twice, or opted out; nothing of
 * such a person is stored (INV-8). */
bool intake_person(struct intake *in, struct str bsn, int32_t line, int column, int64_t *row);
/* Puts a value into a cell, reports its flaw. */
void intake_store(struct intake *in, const struct target *target, int64_t row, int32_t line, struct value v);
void intake_store_text(struct intake *in, struct target *target, int64_t row, int32_t line, struct str text);

/* A list of BSNs with blanks between them. */
void intake_store_people(struct intake *in, struct target *target, int64_t row, int32_t line, struct str text);

/* ---- relations ---- */
/* The row of a BSN, or PERSON_NO_ROW or PERSON_OPTED_OUT. */
typedef int32_t row_finder(const struct intake *in, const void *index, uint32_t bsn);
/* Fills the column of a person fact from whom each row names: a row, or PERSON_*. A partner must be
 * mutual: what is contradicted is faulty for both, what is not confirmed is unknown. */
void intake_relate(struct intake *in, const struct target *target, const int32_t *whom);
/* Claims and lists -> rows -> columns, for every column that names persons. */
void intake_relations(struct intake *in, row_finder *row_of, const void *index);
/* Of a table that was just read. */
row_finder intake_row_of;

#endif
