/* SPDX-License-Identifier: EUPL-1.2 */
/* workspace.c: opening a workspace: laws, keys, policy, database. Not the work done in it. */
#include "workspace.h"

void report(struct progress p, const char *what, int64_t done, int64_t total)
{
    if (p.step)
        p.step(p.ctx, what, done, total);
}

struct str work_path(struct arena *a, const struct app_options *o, const char *name)
{
    return str_format(a, STR_FMT "/%s", STR_ARG(o->workspace), name);
}

static bool open_keys(struct app *app, struct err *e)
{
    struct arena *a = app->a;
    return key_file(work_path(a, &app->options, "keys/pseudonym.key"), false, &app->pseudonym_key, e) &&
           key_file(work_path(a, &app->options, "keys/account.key"), false, &app->account_key, e) &&
           public_key_file(work_path(a, &app->options, "keys/policy.pub"), &app->trusted, e);
}

static bool open_policy(struct app *app, struct err *e)
{
    struct str path = work_path(app->a, &app->options, "policy.json"), bytes;
    struct policy *policy;
    app->policy_stamp = path_stamp(path);
    if (!file_read(app->a, path, LIMIT_JSON_BYTES, &bytes, e) || !policy_read(app->a, path, bytes, &policy, e))
        return false;
    app->policy = policy;
    return true;
}

bool workspace_policy(struct app *app, struct err *e)
{
    if (hash_eq(path_stamp(work_path(app->a, &app->options, "policy.json")), app->policy_stamp))
        return true;
    app->people = NULL;              /* they were read under the other one */
    return open_policy(app, e);
}

bool app_open(struct arena *a, struct app_options options, struct app **out, struct err *e)
{
    struct app *app = arena_new(a, struct app, 1);
    app->a = a;
    app->options = options;
    if (!path_is_folder(options.workspace))
        return fail_at(e, ERR_FILE, str_z(a, options.workspace), 0, 0,
                       "there is no such folder; hoort demo makes a workspace to start from");
    if (!path_is_folder(work_path(a, &options, "keys")))
        return fail_at(e, ERR_FILE, str_z(a, options.workspace), 0, 0,
                       "this folder is no workspace: it has no keys; hoort demo makes one to start from");
    if (!laws_or_fail(a, options.laws, &app->laws, e) || !open_keys(app, e) || !open_policy(app, e) ||
        !store_open(a, work_path(a, &options, "hoort.db"), &app->store, e))
        return false;
    if (!workspace_recover(app, e) || !policy_recover(app, e)) {
        app_close(app);
        return false;
    }
    *out = app;
    return true;
}

void app_close(struct app *app)
{
    sessions_close(app);
    kept_close(app->kept);
    store_close(app->store);
    kan_forget(app);
    key_wipe(&app->pseudonym_key);
    key_wipe(&app->account_key);
}

/* ---- account ------------------------------------------------------------------------------------------- */

bool account_add(struct app *app, struct account_line line, struct err *e)
{
    line.at_ms = clock_ms();
    return store_account(app->store, &line, e);
}

/* One act that is nothing but a line in the account, or a line with a small effect of its own. */
static bool opt_out(struct app *app, const struct opt_out *o, struct err *e)
{
    struct arena tmp = *app->a;
    struct account_line line = {.action = ACTION_OPT_OUT_ADDED, .actor = S("caseworker"),
                                .object = hex_print(&tmp, o->who.at, sizeof o->who.at),
                                .result = o->scheme.len ? o->scheme : S("never_search")};
    if (!store_begin(app->store, e))
        return false;
    if (!store_opt_out_add(app->store, o, e)) {
        store_rollback(app->store);
        return false;
    }
    return account_act(app, line, e);
}

bool app_opt_out(struct arena *a, struct app *app, struct str bsn, struct str scheme, struct err *e)
{
    (void)a;
    if (!bsn_is_valid(bsn))
        return fail(e, ERR_FACTS, "this BSN fails the elfproef; check its nine digits");
    if (scheme.len && !law_scheme(&app->laws, scheme, app->options.today))
        return fail(e, ERR_FACTS, "there is no scheme '" STR_FMT "'; see hoort law list", STR_ARG(scheme));
    struct opt_out o = {pseudonym_of(app->pseudonym_key, app->policy->purpose, bsn), scheme};
    return opt_out(app, &o, e);
}
