/* SPDX-License-Identifier: EUPL-1.2 */
/* evidence.c: a workspace's people, read and worked out once, and weighed under one policy after another.
 * Nothing is kept but a line in the account that says that they were read.
 */
#include "workspace.h"

struct app_evidence {
    struct evidence evidence;
    struct app_people people;
    struct contacts contacts;
};

/* Facts are read for nothing else than what the policy's purpose allows, and never unseen. */
static bool read_people(struct arena *a, struct app *app, struct app_evidence *v, const struct permit **permit,
                        struct err *e)
{
    struct account_line line = {.action = ACTION_FACTS_READ, .actor = S("hoort evidence")};
    if (!store_begin(app->store, e))
        return false;
    report(app->options.progress, "reading people", 0, 1);
    if (!workspace_permit(a, app, permit, e) || !workspace_people(a, app, *permit, &v->people, e) ||
        !store_contacts(a, app->store, app->options.today - 366, &v->contacts, e)) {
        store_rollback(app->store);
        return false;
    }
    report(app->options.progress, "reading people", 1, 1);
    struct hash facts = table_hash(&v->people.table);
    line.object = hex_print(a, facts.at, sizeof facts.at);
    line.policy = hex_print(a, app->policy->hash.at, sizeof app->policy->hash.at);
    line.result = str_format(a, "%lld residents, counted only", (long long)v->people.table.rows);
    return account_act(app, line, e);
}

static bool add_scheme(struct arena *a, struct app *app, struct app_evidence *v, const struct permit *permit,
                       struct str scheme, bool staged, struct err *e)
{
    struct evidence_scheme *s = &v->evidence.schemes[v->evidence.scheme_count];
    struct findings *f = arena_new(a, struct findings, 1);
    struct plan *plan;
    if (!plan_make(a, &app->laws, scheme, app->options.today, &plan, e))
        return false;
    const struct binding_set *b = eval_bind(a, plan, &v->people.table);
    *f = findings_open(a, plan, v->people.table.rows);
    evaluate_only(a, b, f);
    s->plan = plan;
    if (staged)
        s->needed = evidence_needed(a, b, f);
    v->evidence.scheme_count++;
    return gate_view(a, permit, &v->people.table, f, &v->contacts, &s->view, e);
}

bool app_evidence_open(struct arena *a, struct app *app, struct evidence_wish wish, struct app_evidence **out, struct err *e)
{
    struct app_evidence *v = arena_new(a, struct app_evidence, 1);
    const struct permit *permit;
    int count = 0;
    if (!read_people(a, app, v, &permit, e))
        return false;
    if (wish.fresh)
        v->contacts = (struct contacts){0};
    v->evidence = evidence_open(permit, &v->people.table);
    v->evidence.fresh = wish.fresh;
    v->evidence.in_file = v->people.persons.rows_read;
    v->evidence.opted_out = v->people.persons.rows_opted_out;
    v->evidence.rejected = v->people.persons.rows_rejected;
    for (const struct policy_scheme *s = app->policy->schemes; s; s = s->next)
        count++;
    v->evidence.schemes = arena_new(a, struct evidence_scheme, count);
    for (const struct policy_scheme *s = app->policy->schemes; s; s = s->next) {
        report(app->options.progress, "evaluating", v->evidence.scheme_count, count);
        if (!add_scheme(a, app, v, permit, s->scheme, wish.staged, e))
            return false;
    }
    report(app->options.progress, "evaluating", count, count);
    *out = v;
    return true;
}

const struct evidence *app_evidence_of(const struct app_evidence *v)
{
    return &v->evidence;
}

bool app_evidence_weigh(struct arena *a, const struct app_evidence *v, struct str settings, struct alternative *out,
                        struct err *e)
{
    const struct policy *p = v->evidence.policy;
    *out = (struct alternative){.settings = settings};
    if (settings.len) {
        struct policy *variant = policy_variant(a, p);
        if (!dials_set(variant, settings, e))
            return false;
        p = variant;
    }
    return evidence_weigh(a, &v->evidence, p, &out->schemes, e);
}
