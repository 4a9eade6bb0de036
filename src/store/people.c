/* SPDX-License-Identifier: EUPL-1.2 */
/* people.c: who does not want to be searched for, and who was written to when.
 * Pseudonyms only; not the honouring of an opt-out (gate/).
 */
#include "store/db.h"

bool store_opt_out_add(struct store *s, const struct opt_out *o, struct err *e)
{
    struct query *q = db_query(s->db, SQL_OPT_OUT_ADD);
    db_put_blob(q, o->who.at, sizeof o->who.at);
    db_put_text(q, o->scheme);
    return db_run(q, e);
}

static bool bad_pseudonym(struct store *s, struct query *q, struct err *e)
{
    db_end(q);
    return fail_at(e, ERR_STORE, db_path(s->db), 0, 0, "a pseudonym does not read; restore the backup");
}

bool store_opt_outs(struct arena *a, struct store *s, struct opt_outs *out, struct err *e)
{
    bool row;
    void *at = NULL;
    int64_t room = 0, count = 0;
    struct query *q = db_query(s->db, SQL_OPT_OUTS);
    for (;;) {
        if (!db_next(q, &row, e))
            return false;
        if (!row)
            break;
        struct opt_out *o = array_more(a, &at, &count, &room, sizeof *o);
        /* An opt-out that cannot be read must stop the run, never be skipped. */
        if (!db_blob(q, 0, o->who.at, sizeof o->who.at))
            return bad_pseudonym(s, q, e);
        o->scheme = str_copy(a, db_text(q, 1));
    }
    *out = (struct opt_outs){at, count};
    return true;
}

bool store_contact_add(struct store *s, struct pseudonym who, struct str scheme, int32_t on, struct err *e)
{
    struct query *q = db_query(s->db, SQL_CONTACT_ADD);
    db_put_blob(q, who.at, sizeof who.at);
    db_put_text(q, scheme);
    db_put_int(q, on);
    return db_run(q, e);
}

bool store_contacts(struct arena *a, struct store *s, int32_t since, struct contacts *out, struct err *e)
{
    bool row;
    void *at = NULL;
    int64_t room = 0, count = 0;
    struct query *q = db_query(s->db, SQL_CONTACTS);
    db_put_int(q, since);
    for (;;) {
        if (!db_next(q, &row, e))
            return false;
        if (!row)
            break;
        struct contact *c = array_more(a, &at, &count, &room, sizeof *c);
        if (!db_blob(q, 0, c->who.at, sizeof c->who.at))
            return bad_pseudonym(s, q, e);
        c->on = (int32_t)db_int(q, 1);
    }
    *out = (struct contacts){at, count};
    return true;
}
