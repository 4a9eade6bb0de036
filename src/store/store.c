/* SPDX-License-Identifier: EUPL-1.2 */
/* store.c: opening, transactions, and the account: lines are chained here and nowhere else,
 * in the same transaction as what they tell of. Not the checking of the chain (account/).
 */
#include "store/db.h"

#include <string.h>

enum { SCRATCH_BYTES = 1 << 20 };

void *array_more(struct arena *a, void **at, int64_t *count, int64_t *room, int64_t size)
{
    if (*count == *room) {
        int64_t more = *room ? *room * 2 : 16;
        void *bigger = arena_take(a, size, 16, more);
        if (*count)
            memcpy(bigger, *at, (size_t)(*count * size));
        *at = bigger;
        *room = more;
    }
    return (char *)*at + (*count)++ * size;
}

bool store_open(struct arena *a, struct str path, struct store **out, struct err *e)
{
    struct db *db;
    if (!db_open(a, path, &db, e))
        return false;
    struct store *s = arena_new(a, struct store, 1);
    s->db = db;
    s->scratch = arena_open(SCRATCH_BYTES);
    s->scratch_start = s->scratch.at;
    *out = s;
    return true;
}

void store_close(struct store *s)
{
    if (!s)
        return;
    store_rollback(s);
    db_close(s->db);
    arena_close(&s->scratch, SCRATCH_BYTES, s->scratch_start);
}

/* ---- transactions ----------------------------------------------------------------------------- */

bool store_begin(struct store *s, struct err *e)
{
    assert(!db_in_transaction(s->db) && "one transaction at a time");
    if (!db_run(db_query(s->db, SQL_BEGIN), e))
        return false;
    /* Nobody else can append from here on, so the head stays true in memory. */
    if (store_account_head(s, &s->head, e))
        return true;
    store_rollback(s);
    return false;
}

bool store_commit(struct store *s, struct err *e)
{
    assert(db_in_transaction(s->db));
    if (db_run(db_query(s->db, SQL_COMMIT), e))
        return true;
    store_rollback(s);
    return false;
}

void store_rollback(struct store *s)
{
    struct err ignored;
    /* SQLite rolls back by itself after some failures; then there is nothing left to undo. */
    if (db_in_transaction(s->db)) {
        bool ok = db_run(db_query(s->db, SQL_ROLLBACK), &ignored);
        (void)ok;
    }
}

/* ---- account ---------------------------------------------------------------------------------- */

bool store_account(struct store *s, struct account_line *line, struct err *e)
{
    /* INV-6: no effect without its line, no line without its effect. */
    assert(db_in_transaction(s->db) && "the account is written inside a transaction");
    struct account_head head = s->head;
    account_chain(s->scratch, &head, line);
    assert(line->seq == s->head.seq + 1 && hash_eq(line->previous, s->head.hash));
    struct query *q = db_query(s->db, SQL_ACCOUNT_ADD);
    db_put_int(q, line->seq);
    db_put_int(q, line->at_ms);
    db_put_text(q, str_of(action_name(line->action)));
    db_put_text(q, line->actor);
    db_put_text(q, line->object);
    db_put_text(q, line->result);
    db_put_text(q, line->run);
    db_put_text(q, line->policy);
    db_put_blob(q, line->previous.at, sizeof line->previous.at);
    db_put_blob(q, line->hash.at, sizeof line->hash.at);
    if (!db_run(q, e))
        return false;
    s->head = head;
    return true;
}

bool store_account_head(struct store *s, struct account_head *out, struct err *e)
{
    bool row;
    *out = (struct account_head){0};
    struct query *q = db_query(s->db, SQL_ACCOUNT_HEAD);
    if (!db_next(q, &row, e))
        return false;
    bool right = !row || db_blob(q, 1, out->hash.at, sizeof out->hash.at);
    out->seq = row ? db_int(q, 0) : 0;
    db_end(q);
    return right || fail_at(e, ERR_ACCOUNT, db_path(s->db), 0, 0, "line %lld of the account has no hash: it was "
                            "changed outside hoort; restore the backup", (long long)out->seq);
}

static bool read_line(struct store *s, struct query *q, struct account_line *line, struct err *e)
{
    *line = (struct account_line){
        .seq = db_int(q, 0), .at_ms = db_int(q, 1), .actor = db_text(q, 3), .object = db_text(q, 4),
        .result = db_text(q, 5), .run = db_text(q, 6), .policy = db_text(q, 7),
    };
    bool right = action_find(db_text(q, 2), &line->action);
    right &= db_blob(q, 8, line->previous.at, sizeof line->previous.at);
    right &= db_blob(q, 9, line->hash.at, sizeof line->hash.at);
    return right || fail_at(e, ERR_ACCOUNT, db_path(s->db), 0, 0, "line %lld of the account does not read: it was "
                            "changed outside hoort, or a newer hoort wrote it", (long long)line->seq);
}

bool store_account_each(struct store *s, int64_t from_seq, int64_t limit,
                        bool (*each)(void *ctx, const struct account_line *line, struct err *e), void *ctx,
                        struct err *e)
{
    bool row;
    struct account_line line;
    struct query *q = db_query(s->db, SQL_ACCOUNT_EACH);
    db_put_int(q, from_seq);
    db_put_int(q, limit < 0 ? 0 : limit); /* below 0 SQLite would give all of them */
    for (;;) {
        if (!db_next(q, &row, e))
            return false;
        if (!row)
            return true;
        if (!read_line(s, q, &line, e) || !each(ctx, &line, e))
            break;
    }
    db_end(q);
    return false;
}
