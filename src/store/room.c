/* SPDX-License-Identifier: EUPL-1.2 */
/* room.c: records in versions, and sessions with what was done in them, in and out of the database. Not what they
 * mean: that is room/ and app/.
 */
#include "store/db.h"

/* ---- records -------------------------------------------------------------------------------------- */

bool store_record_add(struct store *s, const struct stored_record *r, struct err *e)
{
    assert(db_in_transaction(s->db) && "a record is written inside a transaction, with its line in the account");
    struct query *q = db_query(s->db, SQL_RECORD_ADD);
    db_put_text(q, r->kind);
    db_put_text(q, r->id);
    db_put_text(q, r->hash);
    db_put_text(q, r->previous);
    db_put_int(q, r->at_ms);
    db_put_text(q, r->actor);
    db_put_record(q, r->body);
    return db_run(q, e);
}

static void read_record(struct arena *a, struct query *q, struct stored_record *r)
{
    struct str *const texts[] = {&r->kind, &r->id, &r->hash, &r->previous};
    for (int i = 0; i < COUNT(texts); i++)
        *texts[i] = str_copy(a, db_text(q, i));
    r->at_ms = db_int(q, 4);
    r->actor = str_copy(a, db_text(q, 5));
    r->body = str_copy(a, db_text(q, 6));
}

static bool one_record(struct arena *a, struct query *q, struct stored_record *out, bool *found, struct err *e)
{
    *out = (struct stored_record){.at_ms = 0};
    if (!db_next(q, found, e))
        return false;
    if (*found)
        read_record(a, q, out);
    db_end(q);
    return true;
}

bool store_record_newest(struct arena *a, struct store *s, struct str kind, struct str id, struct stored_record *out,
                         bool *found, struct err *e)
{
    struct query *q = db_query(s->db, SQL_RECORD_NEWEST);
    db_put_text(q, kind);
    db_put_text(q, id);
    return one_record(a, q, out, found, e);
}

bool store_record_by_hash(struct arena *a, struct store *s, struct str hash, struct stored_record *out, bool *found,
                          struct err *e)
{
    struct query *q = db_query(s->db, SQL_RECORD_BY_HASH);
    db_put_text(q, hash);
    return one_record(a, q, out, found, e);
}

bool store_records(struct arena *a, struct store *s, struct str kind, struct str id, bool newest_only, int64_t limit,
                   struct stored_record **out, int64_t *count, struct err *e)
{
    bool row;
    void *at = NULL;
    int64_t room = 0;
    *count = 0;
    struct query *q = db_query(s->db, SQL_RECORDS);
    db_put_text(q, kind);
    db_put_text(q, id);
    db_put_int(q, newest_only);
    db_put_int(q, limit);
    for (;;) {
        if (!db_next(q, &row, e))
            return false;
        if (!row)
            break;
        read_record(a, q, array_more(a, &at, count, &room, sizeof **out));
    }
    *out = at;
    return true;
}

/* ---- sessions ----------------------------------------------------------------------------------------- */

bool store_session_add(struct store *s, const struct stored_session *x, struct err *e)
{
    assert(db_in_transaction(s->db));
    struct query *q = db_query(s->db, SQL_SESSION_ADD);
    const struct str texts[] = {x->id, x->case_id, x->case_hash, x->format, x->code};
    for (int i = 0; i < COUNT(texts); i++)
        db_put_text(q, texts[i]);
    db_put_int(q, x->at_ms);
    return db_run(q, e);
}

bool store_sessions(struct arena *a, struct store *s, struct session_wish wish, int64_t limit, struct stored_session **out,
                    int64_t *count, struct err *e)
{
    bool row;
    void *at = NULL;
    int64_t room = 0;
    *count = 0;
    struct query *q = db_query(s->db, SQL_SESSIONS);
    db_put_text(q, wish.case_id);
    db_put_text(q, wish.id);
    db_put_text(q, wish.code);
    db_put_int(q, limit);
    for (;;) {
        if (!db_next(q, &row, e))
            return false;
        if (!row)
            break;
        struct stored_session *x = array_more(a, &at, count, &room, sizeof *x);
        struct str *const texts[] = {&x->id, &x->case_id, &x->case_hash, &x->format, &x->code};
        for (int i = 0; i < COUNT(texts); i++)
            *texts[i] = str_copy(a, db_text(q, i));
        x->at_ms = db_int(q, 5);
    }
    *out = at;
    return true;
}

/* ---- acts --------------------------------------------------------------------------------------------- */

bool store_act_add(struct store *s, struct str session, const struct act *act, struct err *e)
{
    struct query *q = db_query(s->db, SQL_ACT_ADD);
    db_put_text(q, session);
    db_put_int(q, act->seq);
    db_put_int(q, act->at_ms);
    db_put_text(q, str_of(act_name(act->kind)));
    db_put_int(q, act->who);
    db_put_int(q, act->by_host);
    db_put_text(q, act->subject);
    db_put_int(q, act->choice);
    db_put_int(q, act->round);
    db_put_int(q, act->fence);
    db_put_text(q, act->text);
    return db_run(q, e);
}

bool store_act_count(struct store *s, struct str session, int64_t *out, struct err *e)
{
    bool row;
    struct query *q = db_query(s->db, SQL_ACT_COUNT);
    db_put_text(q, session);
    if (!db_next(q, &row, e))
        return false;
    *out = row ? db_int(q, 0) : 0;
    db_end(q);
    return true;
}

static bool read_act(struct query *q, struct act *act)
{
    *act = (struct act){.seq = db_int(q, 0), .at_ms = db_int(q, 1), .who = (int)db_int(q, 3), .by_host = db_int(q, 4) != 0,
                        .subject = db_text(q, 5), .choice = (int)db_int(q, 6), .round = (int)db_int(q, 7),
                        .fence = db_int(q, 8) != 0, .text = db_text(q, 9)};
    return act_find(db_text(q, 2), &act->kind);
}

bool store_acts(struct store *s, struct str session, int64_t from_seq, bool (*each)(void *ctx, const struct act *act, struct err *e),
                void *ctx, struct err *e)
{
    bool row;
    struct act act;
    struct query *q = db_query(s->db, SQL_ACTS);
    db_put_text(q, session);
    db_put_int(q, from_seq);
    for (;;) {
        if (!db_next(q, &row, e))
            return false;
        if (!row)
            return true;
        bool known = read_act(q, &act);
        if (known && each(ctx, &act, e))
            continue;
        db_end(q);
        return known ? false : fail_at(e, ERR_STORE, db_path(s->db), 0, 0,
                                       "a session holds an act that this hoort does not know; use the hoort that wrote it");
    }
}
