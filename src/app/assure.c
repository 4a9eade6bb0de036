/* SPDX-License-Identifier: EUPL-1.2 */
/* assure.c: what is kept after a decision: its measures one by one, each with its own versions, and its reviews. And which
 * conditions of a policy are met, for the gate. Not the refusal itself (gate/).
 */
#include "workspace.h"

/* Of a case and a measure: neither holds a dot. */
static struct str measure_id(struct arena *a, struct str case_id, struct str measure)
{
    return str_format(a, STR_FMT "." STR_FMT, STR_ARG(case_id), STR_ARG(measure));
}

static bool state_of(struct arena *a, struct app *app, struct str case_id, struct str measure, struct measure_state *out,
                     struct str *version, bool *found, struct err *e)
{
    struct stored_record r;
    if (!store_record_newest(a, app->store, S("measure"), measure_id(a, case_id, measure), &r, found, e))
        return false;
    *version = *found ? r.hash : S("");
    return !*found || measure_read(a, r.body, out, e);
}

/* ---- the measures of a decision ------------------------------------------------------------------------------ */

static int order(const struct assured *x)
{
    return x->done != INT32_MIN ? 2 : x->condition ? 0 : 1;
}

static void insert(struct assured **list, struct assured *x)
{
    while (*list && order(*list) <= order(x))
        list = &(*list)->next;
    x->next = *list;
    *list = x;
}

bool app_assured(struct arena *a, struct app *app, const struct decision *d, struct assured **out, struct err *e)
{
    struct library *library = arena_new(a, struct library, 1);
    struct faults faults = faults_open(a);
    *out = NULL;
    if (!app_workspace_library(a, app, library, &faults, e))
        return false;
    for (const struct taken_measure *m = d->measures; m; m = m->next) {
        struct assured *x = arena_new(a, struct assured, 1);
        struct measure_state state;
        const struct measure *known = library_measure(library, m->measure);
        bool found;
        *x = (struct assured){.measure = m->measure, .owner = m->owner, .evidence = m->evidence, .due = m->due, .done = m->done,
                              .condition = known && known->condition};
        if (!state_of(a, app, d->id, m->measure, &state, &x->version, &found, e))
            return false;
        if (found) {
            x->done = state.done;
            x->evidence = state.evidence;
        }
        x->overdue = x->done == INT32_MIN && x->due != INT32_MIN && x->due < app->options.today;
        insert(out, x);
    }
    return true;
}

bool app_measure_save(struct arena *a, struct app *app, const struct measure_state *m, struct str previous, struct str actor,
                      struct lacks *lacks, bool *stale, struct err *e)
{
    struct stored_record r = {.kind = S("measure"), .id = measure_id(a, m->case_id, m->measure), .previous = previous,
                              .body = measure_write(a, m)};
    *stale = false;
    measure_check(m, app->options.today, lacks);
    return lacks->count > 0 || record_save(a, app, &r, ACTION_MEASURE_SAVED, actor, stale, e);
}

/* ---- for the gate ----------------------------------------------------------------------------------------------- */

static bool said_in_decision(const struct decision *d, struct str measure)
{
    for (const struct taken_measure *m = d->measures; m; m = m->next)
        if (str_eq(m->measure, measure))
            return m->done != INT32_MIN && m->evidence.len;
    return false;
}

bool conditions_done(struct arena *a, struct app *app, const struct policy *p, struct names **out, struct err *e)
{
    struct stored_record stored;
    struct decision d = {.no = false};
    struct names **end = out;
    bool decided;
    *out = NULL;
    if (!p->conditions)
        return true;
    if (!store_record_by_hash(a, app->store, p->decision_hash, &stored, &decided, e) ||
        (decided && str_eq(stored.kind, S("decision")) && !decision_read(a, stored.body, &d, e)))
        return false;
    for (const struct names *n = p->conditions; n; n = n->next) {
        struct measure_state state;
        struct str version;
        bool found;
        if (!state_of(a, app, p->id, n->id, &state, &version, &found, e))
            return false;
        if (found ? state.done == INT32_MIN || state.evidence.len == 0 : !said_in_decision(&d, n->id))
            continue;
        *end = arena_new(a, struct names, 1);
        (*end)->id = n->id;
        end = &(*end)->next;
    }
    return true;
}

/* ---- reviews ------------------------------------------------------------------------------------------------------ */

bool app_reviews(struct arena *a, struct app *app, struct str case_id, struct app_review **out, int64_t *count, struct err *e)
{
    struct stored_record *all;
    if (!store_records(a, app->store, S("review"), case_id, false, LIMIT_CASES, &all, count, e))
        return false;
    *out = arena_new(a, struct app_review, *count + 1);
    for (int64_t i = 0; i < *count; i++) {
        (*out)[i].version = all[i];
        if (!review_read(a, all[i].body, &(*out)[i].review, e))
            return false;
    }
    return true;
}

bool app_review_save(struct arena *a, struct app *app, const struct review *x, struct str previous, struct str actor,
                     struct lacks *lacks, bool *stale, struct err *e)
{
    struct review dated = *x;
    dated.on = app->options.today;
    struct stored_record r = {.kind = S("review"), .id = x->case_id, .previous = previous, .body = review_write(a, &dated)};
    *stale = false;
    review_check(x, app->options.today, lacks);
    return lacks->count > 0 || record_save(a, app, &r, ACTION_REVIEW_SAVED, actor, stale, e);
}
