/* SPDX-License-Identifier: EUPL-1.2 */
/* views.c: what a page or a summary shows of a workspace. Not how it looks (web/, cli/). */
#include "workspace.h"

#include <string.h>

bool app_overview(struct arena *a, struct app *app, struct overview *out, struct err *e)
{
    struct stored_run *runs;
    int64_t count;
    *out = (struct overview){.laws = &app->laws};
    if (!store_runs(a, app->store, &runs, &count, e))
        return false;
    if (count == 0)
        return true;
    out->any = true;
    out->run = runs[0];
    return store_schemes(a, app->store, runs[0].id, &out->schemes, &out->scheme_count, e);
}

bool app_schemes(struct app *app, int32_t on, const struct pack **out, struct err *e)
{
    if (!app->pack || app->pack_on != on) {
        struct pack *pack = arena_new(app->a, struct pack, 1);
        if (!app_pack(app->a, &app->laws, &app->options.laws, 1, on, false, pack, e))
            return false;
        app->pack = pack;
        app->pack_on = on;
    }
    *out = app->pack;
    return true;
}

static bool last_run(struct arena *a, struct app *app, struct overview *out, struct err *e)
{
    if (!app_overview(a, app, out, e))
        return false;
    return out->any || fail(e, ERR_STORE, "nothing was run yet; hoort run makes the first");
}

bool app_examples(struct arena *a, struct app *app, struct str scheme, enum refusal reason, int64_t offset,
                  int64_t limit, struct stored_outcome **out, int64_t *count, struct err *e)
{
    struct overview o;
    return last_run(a, app, &o, e) &&
           store_outcomes(a, app->store, o.run.id, scheme, reason, offset, limit, out, count, e);
}

/* The same facts again, under the same permit: an explanation is a reading of facts too. */
static bool need_people(struct app *app, struct err *e)
{
    const struct permit *permit;
    if (app->people)
        return true;
    struct app_people *people = arena_new(app->a, struct app_people, 1);
    if (!workspace_permit(app->a, app, &permit, e) || !workspace_people(app->a, app, permit, people, e))
        return false;
    app->people = people;
    return true;
}

static bool note_view(struct app *app, struct str run, struct str actor, struct pseudonym who, struct err *e)
{
    struct arena tmp = *app->a;
    struct account_line line = {.action = ACTION_EXPLAINED, .actor = actor, .object = hex_print(&tmp, who.at, sizeof who.at),
                                .result = S("ok"), .run = run, .policy = hex_print(&tmp, app->policy->hash.at, 32)};
    return store_begin(app->store, e) && account_act(app, line, e);
}

static bool explain_stored(struct arena *a, struct app *app, int32_t on, struct resident_view *out, bool *found,
                           struct err *e)
{
    struct plan *plan;
    if (!need_people(app, e))
        return false;
    int64_t row = table_row_of(&app->people->table, out->outcome.who);
    *found = row >= 0;
    if (row < 0)
        return true;
    if (!plan_make(a, &app->laws, out->outcome.scheme, on, &plan, e))
        return false;
    out->plan = plan;
    out->scheme = plan->about;
    out->scheme_id = plan->scheme;
    out->synthetic = app->people->table.synthetic;
    const struct binding_set *b = eval_bind(a, plan, &app->people->table);
    out->explanation = eval_explain(a, b, row);
    const struct one *one = &out->explanation.result;
    out->outlook = outlook_of(a, b, row, one);
    out->agrees = one->verdict == out->outcome.verdict && one->amount_cents == out->outcome.amount_cents &&
                  one->amount_state == out->outcome.amount_state;
    return true;
}

bool app_resident(struct arena *a, struct app *app, struct str scheme, struct pseudonym who, struct str actor,
                  struct resident_view *out, bool *found, struct err *e)
{
    struct overview o;
    *out = (struct resident_view){0};
    if (!last_run(a, app, &o, e) || !store_outcome_of(a, app->store, o.run.id, scheme, who, &out->outcome, found, e))
        return false;
    if (!*found)
        return true;
    return explain_stored(a, app, o.run.on, out, found, e) && (!*found || note_view(app, o.run.id, actor, who, e));
}

bool app_policy(struct arena *a, struct app *app, struct policy_view *out, struct err *e)
{
    if (!workspace_policy(app, e))   /* one that does not count is shown, with why; not one that can't be read */
        return false;
    *out = (struct policy_view){.policy = app->policy, .nl = policy_words(a, app->policy, S("nl")),
                                .en = policy_words(a, app->policy, S("en"))};
    out->in_order = policy_check(app->policy, app->trusted, app->options.today, &out->problem);
    return true;
}

bool app_opt_outs(struct arena *a, struct app *app, struct opt_outs *out, struct err *e)
{
    return store_opt_outs(a, app->store, out, e);
}

/* ---- account ------------------------------------------------------------------------------------------------- */

#define LAST_LINES 20

struct account_walk {
    struct arena *a, tmp;
    struct account_check check;
    struct account_view *view;
    struct account_line last[LAST_LINES];
};

static struct account_line keep_line(struct arena *a, const struct account_line *line)
{
    struct account_line kept = *line;
    kept.actor = str_copy(a, line->actor);
    kept.object = str_copy(a, line->object);
    kept.result = str_copy(a, line->result);
    kept.run = str_copy(a, line->run);
    kept.policy = str_copy(a, line->policy);
    return kept;
}

static bool check_line(void *ctx, const struct account_line *line, struct err *e)
{
    struct account_walk *w = ctx;
    w->view->by_action[line->action]++;
    w->view->lines++;
    return account_check_line(w->tmp, &w->check, line, e);
}

static bool remember_line(void *ctx, const struct account_line *line, struct err *e)
{
    (void)e;
    struct account_walk *w = ctx;
    if (w->view->last_count == LAST_LINES)
        return true;
    w->last[w->view->last_count++] = keep_line(w->a, line);
    return true;
}

static bool check_head(struct arena *a, struct app *app, struct account_walk *w, struct err *e)
{
    struct str path = work_path(a, &app->options, "account.head"), bytes;
    struct account_head head;
    w->view->head_signed = path_exists(path);
    if (!w->view->head_signed)
        return w->check.count == 0 || fail_at(e, ERR_ACCOUNT, str_z(a, path), 0, 0,
                                              "the signed head of the account is gone; put it back from a copy");
    return file_read(a, path, LIMIT_JSON_BYTES, &bytes, e) &&
           account_head_read(a, path, bytes, sign_public(app->account_key), &head, e) &&
           account_check_finish(&w->check, &head, e);
}

bool app_account(struct arena *a, struct app *app, struct account_view *out, struct err *e)
{
    struct account_head head;
    *out = (struct account_view){0};
    struct account_walk *w = arena_new(a, struct account_walk, 1);
    char *scratch = arena_new_raw(a, char, 1 << 20);
    *w = (struct account_walk){.a = a, .tmp = {scratch, scratch + (1 << 20)}, .view = out};
    if (!store_account_head(app->store, &head, e))
        return false;
    out->head = head.hash;
    out->verified = store_account_each(app->store, 1, INT64_MAX, check_line, w, &out->problem) &&
                    check_head(a, app, w, &out->problem);
    int64_t from = head.seq > LAST_LINES ? head.seq - LAST_LINES + 1 : 1;
    if (!store_account_each(app->store, from, LAST_LINES, remember_line, w, e))
        return false;
    out->last = arena_new(a, struct account_line, LAST_LINES);
    for (int i = 0; i < out->last_count; i++)
        out->last[i] = w->last[out->last_count - 1 - i];
    return true;
}
