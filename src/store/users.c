/* SPDX-License-Identifier: EUPL-1.2 */
/* users.c: accounts of the desk and their sessions, in and out of the database. Not what they
 * may (desk/), nor when a session ends (desk/, app/).
 */
#include "store/db.h"

static void put_password(struct query *q, const struct password *p)
{
    db_put_blob(q, p->salt, sizeof p->salt);
    db_put_blob(q, p->hash, sizeof p->hash);
    db_put_int(q, p->passes);
    db_put_int(q, p->memory_bytes);
}

bool store_user_add(struct store *s, const struct stored_user *user, struct err *e)
{
    struct arena tmp = s->scratch;
    struct query *q = db_query(s->db, SQL_USER_ADD);
    db_put_text(q, user->name);
    db_put_text(q, roles_print(&tmp, user->roles));
    db_put_int(q, user->blocked);
    db_put_int(q, user->added_ms);
    put_password(q, &user->password);
    return db_run(q, e);
}

bool store_user_set(struct store *s, const struct stored_user *user, struct err *e)
{
    struct arena tmp = s->scratch;
    struct query *q = db_query(s->db, SQL_USER_SET);
    db_put_text(q, roles_print(&tmp, user->roles));
    db_put_int(q, user->blocked);
    put_password(q, &user->password);
    db_put_text(q, user->name);
    return db_run(q, e);
}

static bool read_user(struct arena *a, struct store *s, struct query *q, struct stored_user *u, struct err *e)
{
    struct err unread;
    *u = (struct stored_user){.name = str_copy(a, db_text(q, 0)), .blocked = db_int(q, 2) != 0, .added_ms = db_int(q, 3),
                              .password = {.passes = db_int(q, 6), .memory_bytes = db_int(q, 7)}};
    bool right = roles_read(db_text(q, 1), &u->roles, &unread);
    right &= db_blob(q, 4, u->password.salt, sizeof u->password.salt) && db_blob(q, 5, u->password.hash, sizeof u->password.hash);
    return right || fail_at(e, ERR_STORE, db_path(s->db), 0, 0, "an account does not read: it was changed outside hoort, or a "
                            "newer hoort wrote it");
}

bool store_users(struct arena *a, struct store *s, struct stored_user **out, int64_t *count, struct err *e)
{
    bool row;
    void *at = NULL;
    int64_t room = 0;
    *count = 0;
    struct query *q = db_query(s->db, SQL_USERS);
    for (;;) {
        if (!db_next(q, &row, e))
            return false;
        if (!row)
            break;
        if (!read_user(a, s, q, array_more(a, &at, count, &room, sizeof **out), e)) {
            db_end(q);
            return false;
        }
    }
    *out = at;
    return true;
}

bool store_user_of(struct arena *a, struct store *s, struct str name, struct stored_user *out, bool *found, struct err *e)
{
    struct query *q = db_query(s->db, SQL_USER_OF);
    db_put_text(q, name);
    if (!db_next(q, found, e))
        return false;
    bool ok = !*found || read_user(a, s, q, out, e);
    db_end(q);
    return ok;
}

bool store_user_any(struct store *s, bool *any, struct err *e)
{
    bool row;
    struct query *q = db_query(s->db, SQL_USER_ANY);
    if (!db_next(q, &row, e))
        return false;
    *any = row && db_int(q, 0) != 0;
    db_end(q);
    return true;
}

/* ---- sessions --------------------------------------------------------------------------------------- */

bool store_login_add(struct store *s, struct hash token, struct str name, int64_t now_ms, struct err *e)
{
    struct query *q = db_query(s->db, SQL_LOGIN_ADD);
    db_put_blob(q, token.at, sizeof token.at);
    db_put_text(q, name);
    db_put_int(q, now_ms);
    return db_run(q, e);
}

bool store_login_of(struct arena *a, struct store *s, struct hash token, struct stored_login *out, bool *found, struct err *e)
{
    struct query *q = db_query(s->db, SQL_LOGIN_OF);
    db_put_blob(q, token.at, sizeof token.at);
    if (!db_next(q, found, e))
        return false;
    if (*found)
        *out = (struct stored_login){.name = str_copy(a, db_text(q, 0)), .began_ms = db_int(q, 1), .seen_ms = db_int(q, 2)};
    db_end(q);
    return true;
}

bool store_login_seen(struct store *s, struct hash token, int64_t now_ms, struct err *e)
{
    struct query *q = db_query(s->db, SQL_LOGIN_SEEN);
    db_put_int(q, now_ms);
    db_put_blob(q, token.at, sizeof token.at);
    return db_run(q, e);
}

bool store_login_end(struct store *s, struct hash token, struct err *e)
{
    struct query *q = db_query(s->db, SQL_LOGIN_END);
    db_put_blob(q, token.at, sizeof token.at);
    return db_run(q, e);
}

bool store_logins_end_of(struct store *s, struct str name, struct err *e)
{
    struct query *q = db_query(s->db, SQL_LOGINS_END_OF);
    db_put_text(q, name);
    return db_run(q, e);
}

bool store_logins_drop(struct store *s, int64_t now_ms, struct err *e)
{
    struct query *q = db_query(s->db, SQL_LOGINS_DROP);
    db_put_int(q, now_ms - SESSION_MS);
    db_put_int(q, now_ms - SESSION_IDLE_MS);
    return db_run(q, e);
}
