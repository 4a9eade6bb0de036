/* SPDX-License-Identifier: EUPL-1.2 */
/* session.c: live sessions: kept act by act, played back when a process starts, and frozen as a record at the end. A
 * position is one row in one transaction and has no line in the account: the session's own rows are its account, and
 * its record has a line. Not what may be done when (room/), not who is connected (web/).
 */
#include "workspace.h"

struct live {                        /* one session in memory, in an arena of its own, because it grows */
    struct app_session session;
    struct library library;
    struct arena arena;
    char *start;
    int64_t used;                    /* for whom to forget */
};
struct sessions { struct live *at[LIMIT_SESSIONS_OPEN]; int count; int64_t clock; };

static void live_close(struct live *l)
{
    struct arena arena = l->arena;   /* the struct itself lies in it */
    char *start = l->start;
    arena_close(&arena, LIMIT_ARENA_SESSION, start);
}

void sessions_close(struct app *app)
{
    for (int i = 0; app->sessions && i < app->sessions->count; i++)
        live_close(app->sessions->at[i]);
    if (app->sessions)
        app->sessions->count = 0;
}

/* ---- played back --------------------------------------------------------------------------------------- */

static bool take_kept(void *ctx, const struct act *act, struct err *e)
{
    struct live *l = ctx;
    enum no no = room_take(l->session.room, act);
    return no == NO_NOT || fail(e, ERR_STORE, "act %lld of session " STR_FMT " no longer fits the content of the method; put "
                                "back the content that it was held with", (long long)act->seq, STR_ARG(l->session.stored.id));
}

static bool catch_up(struct app *app, struct live *l, struct err *e)
{
    int64_t kept;
    if (!store_act_count(app->store, l->session.stored.id, &kept, e))
        return false;
    return kept == l->session.room->acts ||
           store_acts(app->store, l->session.stored.id, l->session.room->acts + 1, take_kept, l, e);
}

static bool live_fill(struct app *app, const struct stored_session *stored, struct live *l, struct err *e)
{
    struct arena *a = &l->arena;
    struct faults faults = faults_open(a);
    struct stored_session *s = &l->session.stored;
    *s = (struct stored_session){str_copy(a, stored->id), str_copy(a, stored->case_id), str_copy(a, stored->case_hash),
                                 str_copy(a, stored->format), str_copy(a, stored->code), stored->at_ms};
    if (!app_workspace_library(a, app, &l->library, &faults, e))
        return false;
    const struct format *format = library_format(&l->library, s->format);
    if (faults.count || !format)
        return fail(e, ERR_METHOD, "the content of the method has faults, or lacks the format '" STR_FMT "'; hoort method check "
                    "names them", STR_ARG(s->format));
    l->session.room = room_open(a, &l->library, format);
    return catch_up(app, l, e);
}

static void forget_oldest(struct sessions *all)
{
    int oldest = 0;
    for (int i = 1; i < all->count; i++)
        if (all->at[i]->used < all->at[oldest]->used)
            oldest = i;
    live_close(all->at[oldest]);
    all->at[oldest] = all->at[--all->count];
}

static bool live_of(struct app *app, const struct stored_session *stored, struct live **out, struct err *e)
{
    if (!app->sessions)
        app->sessions = arena_new(app->a, struct sessions, 1);
    struct sessions *all = app->sessions;
    for (int i = 0; i < all->count; i++)
        if (str_eq(all->at[i]->session.stored.id, stored->id)) {
            *out = all->at[i];
            (*out)->used = ++all->clock;
            return catch_up(app, *out, e);
        }
    if (all->count == LIMIT_SESSIONS_OPEN)
        forget_oldest(all);
    struct arena own = arena_open(LIMIT_ARENA_SESSION);
    char *start = own.at;
    struct live *l = arena_new(&own, struct live, 1);
    *l = (struct live){.arena = own, .start = start, .used = ++all->clock};
    if (!live_fill(app, stored, l, e)) {
        live_close(l);
        return false;
    }
    all->at[all->count++] = *out = l;
    return true;
}

/* What the row says lies in an arena of its own: app->a may be taken from on the way. */
static bool find(struct app *app, struct session_wish wish, const struct app_session **out, struct err *e)
{
    enum { ROW_BYTES = 64 << 10 };
    struct arena own = arena_open(ROW_BYTES);
    char *start = own.at;
    struct stored_session *stored;
    struct live *l = NULL;
    int64_t count = 0;
    bool ok = store_sessions(&own, app->store, wish, 1, &stored, &count, e) && (count == 0 || live_of(app, stored, &l, e));
    arena_close(&own, ROW_BYTES, start);
    *out = ok && l ? &l->session : NULL;
    return ok;
}

bool app_session(struct app *app, struct str id, const struct app_session **out, struct err *e)
{
    return find(app, (struct session_wish){.id = id}, out, e);
}

bool app_session_of_code(struct app *app, struct str code, const struct app_session **out, struct err *e)
{
    return find(app, (struct session_wish){.code = code}, out, e);
}

bool app_sessions(struct arena *a, struct app *app, struct str case_id, struct stored_session **out, int64_t *count,
                  struct err *e)
{
    return store_sessions(a, app->store, (struct session_wish){.case_id = case_id}, LIMIT_CASES, out, count, e);
}

bool app_session_hash(struct arena *a, struct app *app, struct str id, struct str *out, struct err *e)
{
    struct stored_record record;
    bool found;
    *out = S("");
    if (!store_record_newest(a, app->store, S("session"), id, &record, &found, e))
        return false;
    if (found)
        *out = record.hash;
    return true;
}

/* ---- opening ----------------------------------------------------------------------------------------------- */

/* Six of thirty-one signs that nobody confuses when they are read aloud. */
static bool code_make(struct arena *a, struct str *out, struct err *e)
{
    static const char signs[] = "23456789abcdefghjkmnpqrstuvwxyz";
    unsigned char dice[6];
    char code[sizeof dice];
    if (!random_bytes(dice, sizeof dice, e))
        return false;
    for (size_t i = 0; i < sizeof dice; i++)
        code[i] = signs[dice[i] % (sizeof signs - 1)];
    *out = str_copy(a, (struct str){code, sizeof code});
    return true;
}

bool app_session_open(struct arena *a, struct app *app, struct str case_id, struct str format, struct str actor,
                      struct stored_session *out, struct err *e)
{
    struct app_case c;
    bool found;
    unsigned char id[8];
    struct library library;
    struct faults faults = faults_open(a);
    if (!app_case(a, app, case_id, &c, &found, e) || !app_workspace_library(a, app, &library, &faults, e))
        return false;
    if (!found)
        return fail(e, ERR_STORE, "there is no case '" STR_FMT "'", STR_ARG(case_id));
    if (faults.count || !library_format(&library, format))
        return fail(e, ERR_METHOD, "there is no format '" STR_FMT "', or the content of the method has faults; hoort method "
                    "check names them", STR_ARG(format));
    *out = (struct stored_session){.case_id = case_id, .case_hash = c.version.hash, .format = format, .at_ms = clock_ms()};
    if (!random_bytes(id, sizeof id, e) || !code_make(a, &out->code, e) || !store_begin(app->store, e))
        return false;
    out->id = hex_print(a, id, sizeof id);
    if (!store_session_add(app->store, out, e)) {
        store_rollback(app->store);
        return false;
    }
    return account_act(app, (struct account_line){.action = ACTION_SESSION_OPENED, .actor = actor, .object = c.version.hash,
                                                  .result = out->id}, e);
}

/* ---- doing --------------------------------------------------------------------------------------------------- */

/* The last act and the record of all of them are one transaction. */
static bool close_session(struct app *app, struct live *l, const struct act *act, struct str actor, struct err *e)
{
    struct arena own = arena_open(LIMIT_ARENA_SESSION);
    char *start = own.at;
    const struct stored_session *s = &l->session.stored;
    struct stored_record r = {.kind = S("session"), .id = s->id, .previous = S(""), .actor = actor, .at_ms = act->at_ms};
    r.body = room_write(&own, l->session.room, s->case_hash);
    struct hash hash = hash_of(r.body);
    r.hash = hex_print(&own, hash.at, sizeof hash.at);
    bool ok = store_begin(app->store, e);
    if (ok && !(store_act_add(app->store, s->id, act, e) && store_record_add(app->store, &r, e))) {
        store_rollback(app->store);
        ok = false;
    }
    ok = ok && account_act(app, (struct account_line){.action = ACTION_SESSION_CLOSED, .actor = actor, .object = r.hash,
                                                      .result = s->id}, e);
    arena_close(&own, LIMIT_ARENA_SESSION, start);
    return ok;
}

bool app_session_do(struct app *app, const struct app_session *s, struct act act, struct str actor, enum no *no, struct err *e)
{
    struct live *l;
    if (!live_of(app, &s->stored, &l, e))
        return false;
    struct room *room = l->session.room;
    act.seq = room->acts + 1;
    act.at_ms = clock_ms();
    *no = room_allows(room, &act);
    if (*no)
        return true;
    if (act.kind != ACT_CLOSED && !store_act_add(app->store, s->stored.id, &act, e))
        return false;
    *no = room_take(room, &act);
    assert(*no == NO_NOT);
    if (act.kind != ACT_CLOSED || close_session(app, l, &act, actor, e))
        return true;
    room->closed = false;            /* it was not kept */
    room->acts--;
    return false;
}

static struct str key_hash(struct arena *a, struct str key)
{
    struct hash h = hash_of(key);
    return hex_print(a, h.at, sizeof h.at);
}

bool app_session_join(struct arena *a, struct app *app, const struct app_session *s, struct str role, struct str *key,
                      enum no *no, struct err *e)
{
    unsigned char secret[16];
    if (!random_bytes(secret, sizeof secret, e))
        return false;
    *key = hex_print(a, secret, sizeof secret);
    struct act act = {.kind = ACT_JOINED, .subject = role, .text = key_hash(a, *key)};
    if (!role.len) {
        const struct role *wanted = room_role_wanted(s->room);
        act.subject = wanted ? wanted->id : S("");
    }
    return app_session_do(app, s, act, S("participant"), no, e);
}

struct person *app_seat(struct arena tmp, const struct app_session *s, struct str key)
{
    return key.len ? room_person_of(s->room, key_hash(&tmp, key)) : NULL;
}

bool app_evidence_keep(struct arena *a, struct app *app, struct str session, struct str body, struct str actor,
                       struct str *hash, struct err *e)
{
    bool stale, found;
    struct stored_record newest;
    struct hash h = hash_of(body);
    *hash = hex_print(a, h.at, sizeof h.at);
    if (!store_record_by_hash(a, app->store, *hash, &newest, &found, e) || found)
        return found;
    if (!store_record_newest(a, app->store, S("evidence"), session, &newest, &found, e))
        return false;
    struct stored_record r = {.kind = S("evidence"), .id = session, .previous = found ? newest.hash : S(""), .body = body};
    return record_save(a, app, &r, ACTION_EVIDENCE_SHOWN, actor, &stale, e);
}
