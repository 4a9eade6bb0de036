/* SPDX-License-Identifier: EUPL-1.2 */
/* db.h: a database with named statements, as the other files of store/ see it. Not a door:
 * only sqlite.c knows which database it is.
 *
 *   struct query *q = db_query(db, SQL_OPT_OUT_ADD);
 *   db_put_blob(q, who, 16);                      in the order of $1, $2, …
 *   db_put_text(q, scheme);
 *   return db_run(q, e);
 */
#ifndef HOORT_STORE_DB_H
#define HOORT_STORE_DB_H

#include "store/store.h"

enum sql {
#define SQL(code, name, text) code,
#include "store_sql.inc"
#undef SQL
    SQL_COUNT
};

struct db;
struct query;

/* Opens or makes the file, refuses what is not Hoort's or newer than this program, migrates. */
MUST_USE bool db_open(struct arena *a, struct str path, struct db **out, struct err *e);
void db_close(struct db *db);
/* Statements as they stand, for migrations and tests; no parameters. */
MUST_USE bool db_script(struct db *db, const char *sql, struct err *e);
bool db_in_transaction(const struct db *db);
const char *db_path(const struct db *db);

/* A statement ready for its parameters; at most one use at a time. Values are borrowed until
 * the statement has run. A failure to prepare is told by db_run or db_next. */
struct query *db_query(struct db *db, enum sql which);
MUST_USE bool db_prepared(const struct query *q, struct err *e); /* whether it prepared, without running it */
void db_put_int(struct query *q, int64_t value);
void db_put_text(struct query *q, struct str text);       /* at most LIMIT_STORE_TEXT bytes */
void db_put_record(struct query *q, struct str text);     /* at most LIMIT_RECORD_BYTES */
void db_put_blob(struct query *q, const void *at, ptrdiff_t len);

/* Runs to the end; ends the use. */
MUST_USE bool db_run(struct query *q, struct err *e);
/* The next row; *row = false at the end or on failure, which ends the use. */
MUST_USE bool db_next(struct query *q, bool *row, struct err *e);
void db_end(struct query *q);                             /* ends the use early; harmless afterwards */
/* Of the row: columns from 0. Text and blobs are borrowed until the next db_next or db_end. */
int64_t db_int(struct query *q, int column);
struct str db_text(struct query *q, int column);
/* Exactly len bytes, or false: the row was changed by something else. */
bool db_blob(struct query *q, int column, void *out, ptrdiff_t len);

/* An array in an arena that doubles when it is full; returns the place for one more. */
void *array_more(struct arena *a, void **at, int64_t *count, int64_t *room, int64_t size);

/* store.c */
struct store {
    struct db *db;
    struct account_head head;        /* of the open transaction; moves with every line */
    struct arena scratch;            /* what chaining one line needs; copied, so always empty */
    char *scratch_start;
};

#endif
