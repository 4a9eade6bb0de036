/* SPDX-License-Identifier: EUPL-1.2 */
/* sqlite.c: the one file that knows SQLite: opening, migrating, statements kept open, and what
 * its refusals mean to a person. No SQL about residents stands here: that is sql/.
 */
#include "store/db.h"

#include "store/disk.h"

#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

enum { APPLICATION_ID = 0x486f6f72 }; /* "Hoor" */

static const char *const statements[] = {
#define SQL(code, name, text) text,
#include "store_sql.inc"
#undef SQL
};
static const char *const names[] = {
#define SQL(code, name, text) name,
#include "store_sql.inc"
#undef SQL
};
static const char *const migrations[] = {
#define MIGRATION(number, text) text,
#include "store_migrations.inc"
#undef MIGRATION
};

struct query {
    struct db *db;
    sqlite3_stmt *statement;         /* prepared at first use, kept */
    int refused;                     /* first SQLite code that was not OK in this use */
    int parameter;                   /* the last one bound */
    bool busy;
};

struct db {
    sqlite3 *sqlite;
    char path[LIMIT_PATH];
    struct query queries[SQL_COUNT];
};

const char *db_path(const struct db *db)
{
    return db->path;
}

/* ---- what a refusal means --------------------------------------------------------------------- */

static bool refuse(struct err *e, const struct db *db, int code)
{
    const char *path = db->path;
    switch (code & 0xff) {
    case SQLITE_BUSY: case SQLITE_LOCKED:
        return fail_at(e, ERR_STORE, path, 0, 0, "another hoort uses this database; wait until it is done, or close it");
    case SQLITE_FULL:
        return fail_at(e, ERR_STORE, path, 0, 0, "the disk is full; make room and run again, nothing was kept");
    case SQLITE_NOTADB:
        return fail_at(e, ERR_STORE, path, 0, 0, "this file is not a database; check the path, or restore the backup");
    case SQLITE_CORRUPT:
        return fail_at(e, ERR_STORE, path, 0, 0, "the database is damaged; stop using it and restore the backup");
    case SQLITE_READONLY: case SQLITE_CANTOPEN: case SQLITE_PERM: case SQLITE_AUTH:
        return fail_at(e, ERR_STORE, path, 0, 0, "the database or its folder cannot be written; give this user the "
                       "right to both (SQLite keeps -wal and -shm beside it)");
    case SQLITE_IOERR:
        return fail_at(e, ERR_STORE, path, 0, 0, "the disk refused (%s); check the disk and run again, nothing was kept",
                       sqlite3_errstr(sqlite3_extended_errcode(db->sqlite)));
    case SQLITE_CONSTRAINT:
        return fail_at(e, ERR_STORE, path, 0, 0, "the database keeps its rules: %s; this was not stored",
                       sqlite3_errmsg(db->sqlite));
    default:
        return fail_at(e, ERR_STORE, path, 0, 0, "the database refused: %s; nothing was stored",
                       sqlite3_errmsg(db->sqlite));
    }
}

/* ---- opening ---------------------------------------------------------------------------------- */

/* Made here rather than by SQLite, so that residents' data are readable by their owner only. */
static bool make_file(struct db *db, struct err *e)
{
    int fd = open(db->path, O_RDWR | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0600);
    if (fd < 0)
        return disk_fail(e, db->path, "open the database", errno);
    close(fd);
    return true;
}

bool db_script(struct db *db, const char *sql, struct err *e)
{
    int code = sqlite3_exec(db->sqlite, sql, NULL, NULL, NULL);
    return code == SQLITE_OK || refuse(e, db, code);
}

static bool configure(struct db *db, struct err *e)
{
    sqlite3_busy_timeout(db->sqlite, LIMIT_STORE_WAIT_MS);
    sqlite3_limit(db->sqlite, SQLITE_LIMIT_LENGTH, 1 << 24);
    sqlite3_limit(db->sqlite, SQLITE_LIMIT_ATTACHED, 0);
    static const struct { int option, on; } options[] = {
        {SQLITE_DBCONFIG_DEFENSIVE, 1},  {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
        {SQLITE_DBCONFIG_ENABLE_FKEY, 1}, {SQLITE_DBCONFIG_DQS_DML, 0},
        {SQLITE_DBCONFIG_DQS_DDL, 0},
    };
    for (int i = 0; i < COUNT(options); i++) {
        int code = sqlite3_db_config(db->sqlite, options[i].option, options[i].on, NULL);
        assert(code == SQLITE_OK);
    }
    /* recursive_triggers: else INSERT OR REPLACE could take a line of the account away unseen.
     * cache_size: a run of a municipality is one transaction; 64 MiB keeps it from spilling. */
    return db_script(db, "PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA recursive_triggers = ON;"
                         "PRAGMA cell_size_check = ON; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536", e);
}

/* Version of the schema in the file; -1 = another program's database. */
static bool version_of(struct db *db, int64_t *version, struct err *e)
{
    bool row;
    struct query *q = db_query(db, SQL_IS_OURS);
    if (!db_next(q, &row, e))
        return false;
    assert(row);
    bool ours = db_int(q, 0) == APPLICATION_ID, empty = db_int(q, 2) == 0;
    *version = ours || empty ? db_int(q, 1) : -1;
    db_end(q);
    return true;
}

static bool check_version(struct db *db, int64_t version, struct err *e)
{
    if (version < 0)
        return fail_at(e, ERR_STORE, db->path, 0, 0, "this is another program's database; name another file");
    if (version > COUNT(migrations))
        return fail_at(e, ERR_STORE, db->path, 0, 0, "a newer hoort made this database (version %lld, known up to "
                       "%d); use that one", (long long)version, (int)COUNT(migrations));
    return true;
}

static bool migrate_from(struct db *db, int64_t version, struct err *e)
{
    char pragma[96];
    for (int64_t i = version; i < COUNT(migrations); i++)
        if (!db_script(db, migrations[i], e))
            return false;
    sqlite3_snprintf(sizeof pragma, pragma, "PRAGMA application_id = %d; PRAGMA user_version = %d",
                     APPLICATION_ID, (int)COUNT(migrations));
    return db_script(db, pragma, e) && db_script(db, "COMMIT", e);
}

/* The version is read again inside the transaction: another hoort may have migrated meanwhile. */
static bool migrate(struct db *db, struct err *e)
{
    int64_t version;
    if (!version_of(db, &version, e) || !check_version(db, version, e))
        return false;
    if (version == COUNT(migrations))
        return true;
    if (!db_script(db, "PRAGMA journal_mode = WAL; BEGIN IMMEDIATE", e))
        return false;
    if (version_of(db, &version, e) && check_version(db, version, e) && migrate_from(db, version, e))
        return true;
    if (db_in_transaction(db))
        sqlite3_exec(db->sqlite, "ROLLBACK", NULL, NULL, NULL);
    return false;
}

bool db_open(struct arena *a, struct str path, struct db **out, struct err *e)
{
    struct db *db = arena_new(a, struct db, 1);
    for (int i = 0; i < SQL_COUNT; i++)
        db->queries[i].db = db;
    if (!path_z(path, db->path, e))
        return false;
    if (str_starts(path, S(":")))
        return fail_at(e, ERR_STORE, db->path, 0, 0, "a database is a file; name a path that does not begin with a colon");
    if (!make_file(db, e))
        return false;
    int code = sqlite3_open_v2(db->path, &db->sqlite, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);
    bool ok = code == SQLITE_OK ? configure(db, e) && migrate(db, e) : refuse(e, db, code);
    if (ok)
        *out = db;
    else
        db_close(db);
    return ok;
}

void db_close(struct db *db)
{
    for (int i = 0; i < SQL_COUNT; i++)
        sqlite3_finalize(db->queries[i].statement);
    int code = sqlite3_close(db->sqlite);
    assert(code == SQLITE_OK);
    db->sqlite = NULL;
}

bool db_in_transaction(const struct db *db)
{
    return !sqlite3_get_autocommit(db->sqlite);
}

/* ---- statements ------------------------------------------------------------------------------- */

/* Parameters are bound by position, so they must stand in the order of their numbers. */
static void check_parameters(sqlite3_stmt *statement, enum sql which)
{
    for (int i = 1; i <= sqlite3_bind_parameter_count(statement); i++) {
        char want[16];
        sqlite3_snprintf(sizeof want, want, "$%d", i);
        const char *got = sqlite3_bind_parameter_name(statement, i);
        assert(got && strcmp(got, want) == 0 && names[which]);
    }
}

struct query *db_query(struct db *db, enum sql which)
{
    assert(which < SQL_COUNT);
    struct query *q = &db->queries[which];
    assert(!q->busy && "a statement has one use at a time");
    q->busy = true;
    q->parameter = 0;
    q->refused = SQLITE_OK;
    if (!q->statement) {
        q->refused = sqlite3_prepare_v3(db->sqlite, statements[which], -1, SQLITE_PREPARE_PERSISTENT, &q->statement, NULL);
        if (q->statement)
            check_parameters(q->statement, which);
    }
    return q;
}

bool db_prepared(const struct query *q, struct err *e)
{
    return q->refused == SQLITE_OK || refuse(e, q->db, q->refused);
}

static void put_result(struct query *q, int code)
{
    assert(code != SQLITE_RANGE && "more values than the statement has parameters");
    if (q->refused == SQLITE_OK)
        q->refused = code;
}

void db_put_int(struct query *q, int64_t value)
{
    if (q->statement)
        put_result(q, sqlite3_bind_int64(q->statement, ++q->parameter, value));
}

static void put_text(struct query *q, struct str text, ptrdiff_t most)
{
    const char *at = text.len ? text.at : "";
    if (text.len > most)
        put_result(q, SQLITE_TOOBIG);
    else if (q->statement)
        put_result(q, sqlite3_bind_text(q->statement, ++q->parameter, at, (int)text.len, SQLITE_STATIC));
}

void db_put_text(struct query *q, struct str text)
{
    put_text(q, text, LIMIT_STORE_TEXT);
}

void db_put_record(struct query *q, struct str text)
{
    put_text(q, text, LIMIT_RECORD_BYTES);
}

void db_put_blob(struct query *q, const void *at, ptrdiff_t len)
{
    assert(len <= LIMIT_STORE_TEXT);
    if (q->statement)
        put_result(q, sqlite3_bind_blob(q->statement, ++q->parameter, at, (int)len, SQLITE_STATIC));
}

bool db_next(struct query *q, bool *row, struct err *e)
{
    assert(q->busy);
    *row = false;
    if (q->refused == SQLITE_OK) {
        assert(q->parameter == sqlite3_bind_parameter_count(q->statement));
        int code = sqlite3_step(q->statement);
        *row = code == SQLITE_ROW;
        q->refused = code == SQLITE_ROW || code == SQLITE_DONE ? SQLITE_OK : code;
    }
    if (*row)
        return true;
    bool ok = q->refused == SQLITE_OK || refuse(e, q->db, q->refused);
    db_end(q);
    return ok;
}

bool db_run(struct query *q, struct err *e)
{
    bool row;
    do
        if (!db_next(q, &row, e))
            return false;
    while (row);
    return true;
}

void db_end(struct query *q)
{
    if (!q->busy)
        return;
    q->busy = false;
    sqlite3_reset(q->statement); /* NULL is harmless */
}

int64_t db_int(struct query *q, int column)
{
    return sqlite3_column_int64(q->statement, column);
}

struct str db_text(struct query *q, int column)
{
    const char *at = (const char *)sqlite3_column_text(q->statement, column);
    return (struct str){at, sqlite3_column_bytes(q->statement, column)};
}

bool db_blob(struct query *q, int column, void *out, ptrdiff_t len)
{
    const void *at = sqlite3_column_blob(q->statement, column);
    bool right = at && sqlite3_column_bytes(q->statement, column) == len;
    if (right)
        memcpy(out, at, (size_t)len);
    else
        memset(out, 0, (size_t)len);
    return right;
}
