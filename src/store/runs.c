/* SPDX-License-Identifier: EUPL-1.2 */
/* runs.c: runs, their funnels and their outcomes, in and out of the database.
 * Not what they mean: that is gate/ and app/.
 */
#include "store/db.h"

#include <string.h>

/* ---- runs ------------------------------------------------------------------------------------- */

bool store_run_add(struct store *s, const struct stored_run *run, struct err *e)
{
    struct query *q = db_query(s->db, SQL_RUN_ADD);
    const struct str texts[] = {run->id, run->label, run->policy_id, run->policy_hash, run->laws_hash,
                                run->facts_hash, run->schemes};
    const int64_t numbers[] = {run->synthetic, run->on, run->at_ms, run->residents, run->opted_out, run->rejected};
    for (int i = 0; i < COUNT(texts); i++)
        db_put_text(q, texts[i]);
    for (int i = 0; i < COUNT(numbers); i++)
        db_put_int(q, numbers[i]);
    return db_run(q, e);
}

static void read_run(struct arena *a, struct query *q, struct stored_run *run)
{
    struct str *const texts[] = {&run->id, &run->label, &run->policy_id, &run->policy_hash, &run->laws_hash,
                                 &run->facts_hash, &run->schemes};
    for (int i = 0; i < COUNT(texts); i++)
        *texts[i] = str_copy(a, db_text(q, i));
    run->synthetic = db_int(q, 7) != 0;
    run->on = (int32_t)db_int(q, 8);
    run->at_ms = db_int(q, 9);
    run->residents = db_int(q, 10);
    run->opted_out = db_int(q, 11);
    run->rejected = db_int(q, 12);
}

bool store_runs(struct arena *a, struct store *s, struct stored_run **out, int64_t *count, struct err *e)
{
    bool row;
    void *at = NULL;
    int64_t room = 0;
    *count = 0;
    struct query *q = db_query(s->db, SQL_RUNS);
    for (;;) {
        if (!db_next(q, &row, e))
            return false;
        if (!row)
            break;
        read_run(a, q, array_more(a, &at, count, &room, sizeof **out));
    }
    *out = at;
    return true;
}

/* ---- funnels ---------------------------------------------------------------------------------- */

static bool unknown_reason(struct store *s, struct err *e)
{
    return fail_at(e, ERR_STORE, db_path(s->db), 0, 0, "an outcome has a reason that this hoort does not know; "
                   "use the hoort that wrote it");
}

static bool add_refusals(struct store *s, const struct stored_scheme *scheme, struct err *e)
{
    for (int i = 0; i < REFUSAL_COUNT; i++) {
        if (scheme->counts[i] == 0)
            continue;
        struct query *q = db_query(s->db, SQL_REFUSAL_ADD);
        db_put_text(q, scheme->run);
        db_put_text(q, scheme->scheme);
        db_put_text(q, str_of(refusal_name((enum refusal)i)));
        db_put_int(q, scheme->counts[i]);
        if (!db_run(q, e))
            return false;
    }
    return true;
}

bool store_scheme_add(struct store *s, const struct stored_scheme *scheme, struct err *e)
{
    /* Two tables: half a funnel must not be possible. */
    assert(db_in_transaction(s->db) && "a funnel is stored inside a transaction");
    struct query *q = db_query(s->db, SQL_SCHEME_ADD);
    const int64_t numbers[] = {scheme->searched, scheme->entitled, scheme->unknown, scheme->faulty,
                               scheme->not_using, scheme->cleared, scheme->letters, scheme->entitled_cents,
                               scheme->not_using_cents, scheme->cleared_cents};
    db_put_text(q, scheme->run);
    db_put_text(q, scheme->scheme);
    for (int i = 0; i < COUNT(numbers); i++)
        db_put_int(q, numbers[i]);
    return db_run(q, e) && add_refusals(s, scheme, e);
}

static bool read_refusals(struct store *s, struct stored_scheme *scheme, struct err *e)
{
    bool row;
    enum refusal reason;
    struct query *q = db_query(s->db, SQL_REFUSALS);
    db_put_text(q, scheme->run);
    db_put_text(q, scheme->scheme);
    for (;;) {
        if (!db_next(q, &row, e))
            return false;
        if (!row)
            return true;
        if (!refusal_find(db_text(q, 0), &reason))
            break;
        scheme->counts[reason] = db_int(q, 1);
    }
    db_end(q);
    return unknown_reason(s, e);
}

static void read_scheme(struct arena *a, struct query *q, struct stored_scheme *scheme)
{
    int64_t *const numbers[] = {&scheme->searched, &scheme->entitled, &scheme->unknown, &scheme->faulty,
                                &scheme->not_using, &scheme->cleared, &scheme->letters, &scheme->entitled_cents,
                                &scheme->not_using_cents, &scheme->cleared_cents};
    scheme->run = str_copy(a, db_text(q, 0));
    scheme->scheme = str_copy(a, db_text(q, 1));
    for (int i = 0; i < COUNT(numbers); i++)
        *numbers[i] = db_int(q, 2 + i);
}

bool store_schemes(struct arena *a, struct store *s, struct str run, struct stored_scheme **out, int64_t *count,
                   struct err *e)
{
    bool row;
    void *at = NULL;
    int64_t room = 0;
    *count = 0;
    struct query *q = db_query(s->db, SQL_SCHEMES);
    db_put_text(q, run);
    for (;;) {
        if (!db_next(q, &row, e))
            return false;
        if (!row)
            break;
        read_scheme(a, q, array_more(a, &at, count, &room, sizeof **out));
    }
    *out = at;
    for (int64_t i = 0; i < *count; i++)
        if (!read_refusals(s, &(*out)[i], e))
            return false;
    return true;
}

/* ---- outcomes --------------------------------------------------------------------------------- */

bool store_outcome_add(struct store *s, const struct stored_outcome *outcome, struct err *e)
{
    struct query *q = db_query(s->db, SQL_OUTCOME_ADD);
    db_put_text(q, outcome->run);
    db_put_blob(q, outcome->who.at, sizeof outcome->who.at);
    db_put_text(q, outcome->scheme);
    db_put_int(q, outcome->verdict);
    db_put_int(q, outcome->amount_state);
    db_put_int(q, outcome->amount_cents);
    db_put_int(q, (int64_t)outcome->missing);
    db_put_text(q, str_of(refusal_name(outcome->reason)));
    return db_run(q, e);
}

static bool read_outcome(struct arena *a, struct store *s, struct query *q, struct stored_outcome *o, struct err *e)
{
    bool right = db_blob(q, 1, o->who.at, sizeof o->who.at);
    o->run = str_copy(a, db_text(q, 0));
    o->scheme = str_copy(a, db_text(q, 2));
    o->verdict = (enum verdict)db_int(q, 3);
    o->amount_state = (enum cell_state)db_int(q, 4);
    o->amount_cents = db_int(q, 5);
    o->missing = (uint64_t)db_int(q, 6);
    return (right && refusal_find(db_text(q, 7), &o->reason)) || unknown_reason(s, e);
}

bool store_outcomes(struct arena *a, struct store *s, struct str run, struct str scheme, enum refusal reason,
                    int64_t offset, int64_t limit, struct stored_outcome **out, int64_t *count, struct err *e)
{
    bool row;
    void *at = NULL;
    int64_t room = 0;
    *count = 0;
    struct query *q = db_query(s->db, SQL_OUTCOMES);
    db_put_text(q, run);
    db_put_text(q, scheme);
    db_put_text(q, reason == REFUSAL_COUNT ? S("") : str_of(refusal_name(reason)));
    db_put_int(q, limit < 0 ? 0 : limit);
    db_put_int(q, offset < 0 ? 0 : offset);
    for (;;) {
        if (!db_next(q, &row, e))
            return false;
        if (!row)
            break;
        if (!read_outcome(a, s, q, array_more(a, &at, count, &room, sizeof **out), e)) {
            db_end(q);
            return false;
        }
    }
    *out = at;
    return true;
}

bool store_outcome_of(struct arena *a, struct store *s, struct str run, struct str scheme, struct pseudonym who,
                      struct stored_outcome *out, bool *found, struct err *e)
{
    struct query *q = db_query(s->db, SQL_OUTCOME_OF);
    db_put_text(q, run);
    db_put_blob(q, who.at, sizeof who.at);
    db_put_text(q, scheme);
    if (!db_next(q, found, e))
        return false;
    bool ok = !*found || read_outcome(a, s, q, out, e);
    db_end(q);
    return ok;
}
