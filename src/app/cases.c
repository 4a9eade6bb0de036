/* SPDX-License-Identifier: EUPL-1.2 */
/* cases.c: the cases of a workspace, in versions. Not their meaning (room/), nor a session (session.c). */
#include "workspace.h"

#include <string.h>

bool record_save(struct arena *a, struct app *app, struct stored_record *r, enum account_action action, struct str actor,
                 bool *stale, struct err *e)
{
    struct stored_record newest;
    bool found;
    struct hash hash = hash_of(r->body);
    r->hash = hex_print(a, hash.at, sizeof hash.at);
    r->at_ms = clock_ms();
    r->actor = actor;
    *stale = false;
    if (!store_begin(app->store, e))
        return false;
    if (!store_record_newest(a, app->store, r->kind, r->id, &newest, &found, e)) {
        store_rollback(app->store);
        return false;
    }
    *stale = found ? !str_eq(newest.hash, r->previous) : r->previous.len > 0;
    if (*stale || (found && str_eq(newest.hash, r->hash))) {     /* the same once more is nothing new */
        store_rollback(app->store);
        return true;
    }
    if (!store_record_add(app->store, r, e)) {
        store_rollback(app->store);
        return false;
    }
    return account_act(app, (struct account_line){.action = action, .actor = actor, .object = r->hash, .result = r->kind}, e);
}

static bool case_of(struct arena *a, const struct stored_record *stored, struct app_case *out, struct err *e)
{
    out->version = *stored;
    return case_read(a, stored->body, &out->record, e);
}

bool app_cases(struct arena *a, struct app *app, struct app_case **out, int64_t *count, struct err *e)
{
    struct stored_record *all;
    if (!store_records(a, app->store, S("case"), S(""), true, LIMIT_CASES, &all, count, e))
        return false;
    *out = arena_new(a, struct app_case, *count + 1);
    for (int64_t i = 0; i < *count; i++)
        if (!case_of(a, &all[i], &(*out)[i], e))
            return false;
    return true;
}

bool app_case(struct arena *a, struct app *app, struct str id, struct app_case *out, bool *found, struct err *e)
{
    struct stored_record stored;
    *out = (struct app_case){.version = {.at_ms = 0}};
    if (!store_record_newest(a, app->store, S("case"), id, &stored, found, e))
        return false;
    return !*found || case_of(a, &stored, out, e);
}

bool app_case_versions(struct arena *a, struct app *app, struct str id, struct stored_record **out, int64_t *count, struct err *e)
{
    return store_records(a, app->store, S("case"), id, false, LIMIT_CASES, out, count, e);
}

/* "Ouderen & zorg!" becomes ouderen-zorg; a name that is taken gets a number. */
bool app_case_id(struct arena *a, struct app *app, struct str title, struct str *out, struct err *e)
{
    struct stored_record stored;
    struct buf b = buf_open(a, LIMIT_POLICY_CODE);
    bool found = true, dash = false;
    for (ptrdiff_t i = 0; i < title.len && b.len < LIMIT_POLICY_CODE - 8; i++) {
        char c = title.at[i] >= 'A' && title.at[i] <= 'Z' ? (char)(title.at[i] + 32) : title.at[i];
        bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (plain && dash && b.len)
            buf_char(&b, '-');
        if (plain)
            buf_char(&b, c);
        dash = !plain;
    }
    struct str base = buf_str(&b);
    *out = base;
    for (int n = 2; base.len; n++) {
        if (!store_record_newest(a, app->store, S("case"), *out, &stored, &found, e))
            return false;
        if (!found)
            return true;
        *out = str_format(a, STR_FMT "-%d", STR_ARG(base), n);
    }
    return true;
}

bool app_case_save(struct arena *a, struct app *app, const struct case_record *c, struct str previous, struct str actor,
                   struct lacks *lacks, bool *stale, struct err *e)
{
    *stale = false;
    case_check(c, lacks);
    for (const struct names *n = c->schemes; n; n = n->next)
        if (!law_scheme(&app->laws, n->id, app->options.today))
            lacks_add(lacks, S("schemes"), LACK_SCHEME);
    if (lacks->count)
        return true;
    struct stored_record r = {.kind = S("case"), .id = c->id, .previous = previous, .body = case_write(a, c)};
    return record_save(a, app, &r, ACTION_CASE_SAVED, actor, stale, e);
}

/* ---- what the case itself points to -------------------------------------------------------------------- */

enum { MANY_FACTS = 10 };            /* of signals.def: "long_explanation" */

struct noticed { bool other_body, no_ground, households, unverified, near_ceiling, long_explanation; };

/* A ground that says that none was found says so in these words, in the dictionary and in policies. */
static bool says_no_ground(struct str ground)
{
    return str_find(ground, S("geen wettelijke grond")) >= 0 || ground.len == 0;
}

static void notice_plan(const struct plan *p, struct noticed *n)
{
    for (int i = 0; i < p->fact_count; i++) {
        const struct fact *f = p->facts[i].fact;
        n->no_ground |= says_no_ground(f->ground);
        n->other_body |= f->source.len > 0 && str_find(f->source, S("gemeente")) < 0 && str_find(f->source, S("inwoner")) < 0;
        n->households |= f->type == FACT_PERSON || f->type == FACT_PEOPLE;
    }
    n->long_explanation |= p->fact_count > MANY_FACTS;
}

static bool notice(struct arena *a, struct app *app, const struct case_record *c, struct noticed *n, struct err *e)
{
    for (const struct names *s = c->schemes; s; s = s->next) {
        struct err ignored;
        struct plan *plan;
        const struct scheme *scheme = law_scheme(&app->laws, s->id, app->options.today);
        const struct ceiling *top = scheme ? scheme_ceiling(scheme, app->options.today) : NULL;
        n->unverified |= scheme && scheme->unverified;
        n->near_ceiling |= c->rung >= (top ? top->rung : 0);
        if (plan_make(a, &app->laws, s->id, app->options.today, &plan, &ignored))
            notice_plan(plan, n);
    }
    (void)e;
    return true;
}

bool app_case_signals(struct arena *a, struct app *app, const struct case_record *c, struct names **out, struct err *e)
{
    struct noticed n = {.other_body = false};
    if (!notice(a, app, c, &n, e))
        return false;
    const struct { bool holds; struct str name; } all[] = {
        {n.other_body, S("data_of_another_body")}, {n.no_ground, S("no_ground_found")}, {n.households, S("shared_households")},
        {n.unverified, S("unverified_law")}, {n.near_ceiling, S("rung_near_ceiling")},
        {n.long_explanation, S("long_explanation")}};
    *out = NULL;
    for (ptrdiff_t i = 0; i < COUNT(all); i++) {
        if (!all[i].holds)
            continue;
        struct names *x = arena_new(a, struct names, 1);
        *x = (struct names){all[i].name, *out};
        *out = x;
    }
    return true;
}
