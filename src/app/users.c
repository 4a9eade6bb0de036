/* SPDX-License-Identifier: EUPL-1.2 */
/* users.c: accounts of the desk: made, changed, blocked; logging in and out. Each act and its
 * line in the account are one transaction. Not which page is for whom (web/), nor what a
 * password must be (desk/).
 */
#include "workspace.h"

#include <string.h>

/* More than the least that is advised for Argon2id (two passes over 19 MiB); some tenth of a second. */
enum { PASSES = 3, MEMORY_BYTES = 64 << 20, SEEN_EVERY_MS = 60 * 1000 };

static struct str code_of(struct arena *a, const struct app *app, struct str name)
{
    struct pseudonym p = pseudonym_of(app->pseudonym_key, S("desk"), name);
    return hex_print(a, p.at, 8);
}

static struct desk_user desk_user_of(struct arena *a, const struct app *app, const struct stored_user *u)
{
    return (struct desk_user){.name = u->name, .code = code_of(a, app, u->name), .roles = u->roles, .blocked = u->blocked,
                              .added_ms = u->added_ms};
}

bool app_desk_is_open(struct app *app, bool *open, struct err *e)
{
    bool any;
    if (!store_user_any(app->store, &any, e))
        return false;
    *open = !any;
    return true;
}

bool app_users(struct arena *a, struct app *app, struct desk_user **out, int64_t *count, struct err *e)
{
    struct stored_user *stored;
    if (!store_users(a, app->store, &stored, count, e))
        return false;
    *out = arena_new(a, struct desk_user, *count);
    for (int64_t i = 0; i < *count; i++)
        (*out)[i] = desk_user_of(a, app, &stored[i]);
    return true;
}

/* ---- acts: begin, the effect, its line ---------------------------------------------------------------- */

static bool undo(struct app *app)
{
    store_rollback(app->store);
    return false;
}

static bool make_password(struct str text, struct password *p, struct err *e)
{
    *p = (struct password){.passes = PASSES, .memory_bytes = MEMORY_BYTES};
    return random_bytes(p->salt, sizeof p->salt, e) &&
           (password_make(text, p) || fail(e, ERR_LIMIT, "there is no memory for a password at the moment; try again"));
}

static bool add(struct app *app, const struct stored_user *u, struct err *e)
{
    struct arena tmp = *app->a;
    struct stored_user *all;
    int64_t count;
    if (!store_users(&tmp, app->store, &all, &count, e))
        return false;
    if (count >= LIMIT_USERS)
        return fail(e, ERR_LIMIT, "there are %d accounts already, which is the most", LIMIT_USERS);
    for (int64_t i = 0; i < count; i++)
        if (str_eq(all[i].name, u->name))
            return fail(e, ERR_USER, "there is an account with this name already; choose another name");
    return store_user_add(app->store, u, e);
}

bool app_user_add(struct app *app, struct str name, uint32_t roles, struct str password, struct str actor, struct err *e)
{
    struct arena tmp = *app->a;
    struct stored_user u = {.name = name, .roles = roles, .added_ms = clock_ms()};
    if (!user_name_check(name, e) || !password_check(password, name, e))
        return false;
    if (!roles || (roles & ~ROLES_ALL))
        return fail(e, ERR_USER, "an account needs a role; choose one or more");
    if (!make_password(password, &u.password, e) || !store_begin(app->store, e))
        return false;
    if (!add(app, &u, e))
        return undo(app);
    return account_act(app, (struct account_line){.action = ACTION_USER_ADDED, .actor = actor, .object = code_of(&tmp, app, name),
                                                  .result = roles_print(&tmp, roles)}, e);
}

static bool is_admin(const struct stored_user *u)
{
    return !u->blocked && (u->roles & ROLE_BIT(ROLE_admin));
}

/* Who can no longer be replaced must stay: else nobody could mend it but by hand. */
static bool leaves_an_admin(struct arena tmp, struct app *app, const struct stored_user *before, const struct stored_user *after,
                            struct err *e)
{
    struct stored_user *all;
    int64_t count, others = 0;
    if (!is_admin(before) || is_admin(after))
        return true;
    if (!store_users(&tmp, app->store, &all, &count, e))
        return false;
    for (int64_t i = 0; i < count; i++)
        others += is_admin(&all[i]) && !str_eq(all[i].name, after->name);
    return others > 0 || fail(e, ERR_USER, "this is the last administrator who is not blocked; give another account that role first");
}

/* One thing of an account becomes other: what of `want` the action is about. */
static bool change(struct app *app, enum account_action action, const struct stored_user *want, struct str actor, struct err *e)
{
    struct arena tmp = *app->a;
    struct stored_user u, before;
    bool found;
    if (!store_begin(app->store, e))
        return false;
    if (!store_user_of(&tmp, app->store, want->name, &u, &found, e))
        return undo(app);
    if (!found) {
        fail(e, ERR_USER, "there is no account with this name");
        return undo(app);
    }
    before = u;
    if (action == ACTION_USER_ROLES)
        u.roles = want->roles;
    else if (action == ACTION_USER_PASSWORD)
        u.password = want->password;
    else
        u.blocked = want->blocked;
    if (!leaves_an_admin(tmp, app, &before, &u, e) || !store_user_set(app->store, &u, e) ||
        !store_logins_end_of(app->store, u.name, e))
        return undo(app);
    struct account_line line = {.action = action, .actor = actor, .object = code_of(&tmp, app, u.name),
                                .result = action == ACTION_USER_ROLES ? roles_print(&tmp, u.roles) : S("ok")};
    return account_act(app, line, e);
}

bool app_user_password(struct app *app, struct str name, struct str password, struct str actor, struct err *e)
{
    struct stored_user want = {.name = name};
    return password_check(password, name, e) && make_password(password, &want.password, e) &&
           change(app, ACTION_USER_PASSWORD, &want, actor, e);
}

bool app_user_roles(struct app *app, struct str name, uint32_t roles, struct str actor, struct err *e)
{
    struct stored_user want = {.name = name, .roles = roles};
    if (!roles || (roles & ~ROLES_ALL))
        return fail(e, ERR_USER, "an account needs a role; choose one or more");
    return change(app, ACTION_USER_ROLES, &want, actor, e);
}

bool app_user_block(struct app *app, struct str name, bool blocked, struct str actor, struct err *e)
{
    struct stored_user want = {.name = name, .blocked = blocked};
    return change(app, blocked ? ACTION_USER_BLOCKED : ACTION_USER_UNBLOCKED, &want, actor, e);
}

/* ---- logging in -------------------------------------------------------------------------------------------- */

static int64_t wait_ms(const struct app *app, const struct login_try *t)
{
    int64_t name = throttle_wait_ms(&app->throttle, THROTTLE_NAME, t->name, t->now_ms);
    int64_t address = throttle_wait_ms(&app->throttle, THROTTLE_ADDRESS, t->address, t->now_ms);
    return name > address ? name : address;
}

static bool refuse(struct app *app, const struct login_try *t, struct str object, struct str why, struct err *e)
{
    throttle_failed(&app->throttle, THROTTLE_NAME, t->name, t->now_ms);
    throttle_failed(&app->throttle, THROTTLE_ADDRESS, t->address, t->now_ms);
    return store_begin(app->store, e) &&
           account_act(app, (struct account_line){.action = ACTION_LOGIN_REFUSED, .actor = S("web"), .object = object, .result = why}, e);
}

/* Whose name is not known takes as long as whose password is wrong. What was typed as a name is kept nowhere: it may
 * have been a password. */
static bool try_password(struct arena *a, struct app *app, const struct login_try *t, struct stored_user *u, struct login *out,
                         struct err *e)
{
    static const struct password nobody = {.passes = PASSES, .memory_bytes = MEMORY_BYTES};
    bool found, right;
    struct err bad_name;
    *out = (struct login){.result = LOGIN_WAIT, .wait_s = (wait_ms(app, t) + 999) / 1000};
    if (out->wait_s)
        return true;
    bool named = user_name_check(t->name, &bad_name) && t->password.len <= LIMIT_PASSWORD;
    if (!store_user_of(a, app->store, named ? t->name : S("-"), u, &found, e))
        return false;
    if (!password_is(t->password, found ? &u->password : &nobody, &right))
        return fail(e, ERR_LIMIT, "there is no memory for a password at the moment; try again");
    out->result = !found || !right ? LOGIN_WRONG : u->blocked ? LOGIN_BLOCKED : LOGIN_DONE;
    if (out->result == LOGIN_DONE)
        return true;
    return refuse(app, t, found ? code_of(a, app, u->name) : S("unknown"), out->result == LOGIN_BLOCKED ? S("blocked") : S("wrong"), e);
}

static bool begin_session(struct arena *a, struct app *app, const struct login_try *t, const struct stored_user *u, struct login *out,
                          struct err *e)
{
    unsigned char token[32];
    if (!random_bytes(token, sizeof token, e) || !store_begin(app->store, e))
        return false;
    out->token = hex_print(a, token, sizeof token);
    bool ok = store_logins_drop(app->store, t->now_ms, e) &&
              (!t->old_token.len || store_login_end(app->store, hash_of(t->old_token), e)) &&
              store_login_add(app->store, hash_of(out->token), u->name, t->now_ms, e);
    if (!ok)
        return undo(app);
    return account_act(app, (struct account_line){.action = ACTION_LOGIN, .actor = S("web"), .object = code_of(a, app, u->name),
                                                  .result = S("ok")}, e);
}

bool app_login(struct arena *a, struct app *app, const struct login_try *t, struct login *out, struct err *e)
{
    struct stored_user u;
    if (!try_password(a, app, t, &u, out, e) || (out->result == LOGIN_DONE && !begin_session(a, app, t, &u, out, e)))
        return false;
    if (out->result == LOGIN_DONE) {
        throttle_passed(&app->throttle, THROTTLE_NAME, t->name);
        throttle_passed(&app->throttle, THROTTLE_ADDRESS, t->address);
    }
    return true;
}

bool app_password_is(struct app *app, const struct login_try *t, struct login *out, struct err *e)
{
    struct arena tmp = *app->a;
    struct stored_user u;
    return try_password(&tmp, app, t, &u, out, e);
}

bool app_user_session(struct arena *a, struct app *app, struct str token, int64_t now_ms, struct desk_user *out, bool *found, struct err *e)
{
    struct stored_login s;
    struct stored_user u;
    struct err ignored;
    struct hash hash = hash_of(token);
    if (!store_login_of(a, app->store, hash, &s, found, e))
        return false;
    *found = *found && session_stands(s.began_ms, s.seen_ms, now_ms);
    if (!*found)
        return true;
    if (!store_user_of(a, app->store, s.name, &u, found, e))
        return false;
    *found = *found && !u.blocked;
    if (!*found)
        return true;
    /* Not at every page, for each write waits for the disk; and another hoort that writes is no reason to refuse a page. */
    bool seen = now_ms - s.seen_ms < SEEN_EVERY_MS || store_login_seen(app->store, hash, now_ms, &ignored);
    (void)seen;
    *out = desk_user_of(a, app, &u);
    return true;
}

bool app_logout(struct app *app, struct str token, struct err *e)
{
    struct arena tmp = *app->a;
    struct stored_login s;
    struct hash hash = hash_of(token);
    bool found;
    if (!store_begin(app->store, e))
        return false;
    if (!store_login_of(&tmp, app->store, hash, &s, &found, e) || !store_login_end(app->store, hash, e))
        return undo(app);
    if (!found)
        return undo(app), true;
    return account_act(app, (struct account_line){.action = ACTION_LOGOUT, .actor = S("web"), .object = code_of(&tmp, app, s.name),
                                                  .result = S("ok")}, e);
}
