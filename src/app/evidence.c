/* SPDX-License-Identifier: EUPL-1.2 */
/* evidence.c: a workspace's people, read and worked out once, and weighed under one policy after another; for pages
 * also kept from one request to the next. Nothing is stored but a line in the account that says that they were read.
 */
#include "workspace.h"

#include <pthread.h>
#include <string.h>
#include <unistd.h>

/* What one policy, one file of people and the laws say, whoever was written to before. */
struct worked {
    const struct permit *permit;
    struct app_people people;
    struct contacts contacts;
    const struct plan **plans;
    struct findings *findings;
    struct needed *needed;
    int count;                       /* schemes */
};

struct memory;                       /* outcomes of the last settings */
struct app_evidence {
    struct evidence evidence;
    const struct worked *worked;
    struct contacts contacts;        /* that count: none when fresh */
    struct memory *memory;
};

/* ---- reading and working out --------------------------------------------------------------------------- */

/* Facts are read for nothing else than what the policy's purpose allows, and never unseen. */
static bool read_people(struct arena *a, struct app *app, struct worked *w, struct err *e)
{
    struct account_line line = {.action = ACTION_FACTS_READ, .actor = S("hoort evidence")};
    if (!store_begin(app->store, e))
        return false;
    report(app->options.progress, "reading people", 0, 1);
    if (!workspace_permit(a, app, &w->permit, e) || !workspace_people(a, app, w->permit, &w->people, e) ||
        !store_contacts(a, app->store, app->options.today - 366, &w->contacts, e)) {
        store_rollback(app->store);
        return false;
    }
    report(app->options.progress, "reading people", 1, 1);
    struct hash facts = table_hash(&w->people.table);
    line.object = hex_print(a, facts.at, sizeof facts.at);
    line.policy = hex_print(a, app->policy->hash.at, sizeof app->policy->hash.at);
    line.result = str_format(a, "%lld residents, counted only", (long long)w->people.table.rows);
    return account_act(app, line, e);
}

static bool work_out_scheme(struct arena *a, struct app *app, struct worked *w, struct str scheme, bool staged, struct err *e)
{
    struct findings *f = &w->findings[w->count];
    struct plan *plan;
    if (!plan_make(a, &app->laws, scheme, app->options.today, &plan, e))
        return false;
    const struct binding_set *b = eval_bind(a, plan, &w->people.table);
    *f = findings_open(a, plan, w->people.table.rows);
    evaluate_only(a, b, f);
    w->plans[w->count] = plan;
    if (staged)
        w->needed[w->count] = evidence_needed(a, b, f);
    w->count++;
    return true;
}

static bool work_out(struct arena *a, struct app *app, bool staged, struct worked *w, struct err *e)
{
    int count = 0;
    *w = (struct worked){0};
    if (!read_people(a, app, w, e))
        return false;
    for (const struct policy_scheme *s = app->policy->schemes; s; s = s->next)
        count++;
    w->plans = arena_new(a, const struct plan *, count);
    w->findings = arena_new(a, struct findings, count);
    w->needed = arena_new(a, struct needed, count);
    for (const struct policy_scheme *s = app->policy->schemes; s; s = s->next) {
        report(app->options.progress, "evaluating", w->count, count);
        if (!work_out_scheme(a, app, w, s->scheme, staged, e))
            return false;
    }
    report(app->options.progress, "evaluating", count, count);
    return true;
}

/* ---- with the letters of before, or without -------------------------------------------------------------- */

static bool see(struct arena *a, const struct worked *w, bool fresh, struct app_evidence **out, struct err *e)
{
    struct app_evidence *v = arena_new(a, struct app_evidence, 1);
    v->worked = w;
    if (!fresh)
        v->contacts = w->contacts;
    v->evidence = evidence_open(w->permit, &w->people.table);
    v->evidence.fresh = fresh;
    v->evidence.in_file = w->people.persons.rows_read;
    v->evidence.opted_out = w->people.persons.rows_opted_out;
    v->evidence.rejected = w->people.persons.rows_rejected;
    v->evidence.schemes = arena_new(a, struct evidence_scheme, w->count);
    for (; v->evidence.scheme_count < w->count; v->evidence.scheme_count++) {
        const int i = v->evidence.scheme_count;
        v->evidence.schemes[i] = (struct evidence_scheme){.plan = w->plans[i], .needed = w->needed[i]};
        if (!gate_view(a, w->permit, &w->people.table, &w->findings[i], &v->contacts, &v->evidence.schemes[i].view, e))
            return false;
    }
    *out = v;
    return true;
}

bool app_evidence_open(struct arena *a, struct app *app, struct evidence_wish wish, struct app_evidence **out, struct err *e)
{
    struct worked *w = arena_new(a, struct worked, 1);
    return work_out(a, app, wish.staged, w, e) && see(a, w, wish.fresh, out, e);
}

const struct evidence *app_evidence_of(const struct app_evidence *v)
{
    return &v->evidence;
}

/* ---- one alternative ------------------------------------------------------------------------------------- */

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

/* ---- many, and what of them is remembered ------------------------------------------------------------------ */

struct remembered { char settings[LIMIT_EVIDENCE_KEY]; int64_t len; struct outcome *schemes; };
struct memory { struct remembered at[LIMIT_EVIDENCE_KEPT]; int count, next; };

static bool recall(const struct app_evidence *v, struct alternative *out)
{
    for (int i = 0; v->memory && i < v->memory->count; i++) {
        const struct remembered *r = &v->memory->at[i];
        if (str_eq((struct str){r->settings, (ptrdiff_t)r->len}, out->settings)) {
            memcpy(out->schemes, r->schemes, sizeof *out->schemes * (size_t)v->evidence.scheme_count);
            return true;
        }
    }
    return false;
}

/* In the place of the oldest. */
static void keep(const struct app_evidence *v, const struct alternative *one)
{
    struct memory *m = v->memory;
    if (!m || one->settings.len > LIMIT_EVIDENCE_KEY)
        return;
    struct remembered *r = &m->at[m->next];
    m->next = (m->next + 1) % LIMIT_EVIDENCE_KEPT;
    m->count += m->count < LIMIT_EVIDENCE_KEPT;
    if (one->settings.len)
        memcpy(r->settings, one->settings.at, (size_t)one->settings.len);
    r->len = one->settings.len;
    memcpy(r->schemes, one->schemes, sizeof *one->schemes * (size_t)v->evidence.scheme_count);
}

enum { WEIGHERS = 64 };
struct weighing {
    const struct app_evidence *v;
    struct alternative *all;
    const int *todo;                 /* of all */
    int count, next;                 /* next: that nobody took yet, atomic */
    pthread_mutex_t lock;
    bool failed;
    struct err e;                    /* the first, under the lock */
};

static void note_failure(struct weighing *w, const struct err *e)
{
    pthread_mutex_lock(&w->lock);
    if (!w->failed)
        w->e = *e;
    w->failed = true;
    pthread_mutex_unlock(&w->lock);
}

/* Each thread has memory of its own; the outcomes are copied to where there is room for them. */
static void *weigh_some(void *ctx)
{
    struct weighing *w = ctx;
    struct arena own = arena_open(LIMIT_ARENA_FACTS);
    char *start = own.at;
    for (int i; (i = __atomic_fetch_add(&w->next, 1, __ATOMIC_RELAXED)) < w->count;) {
        struct alternative *to = &w->all[w->todo[i]], one;
        struct arena tmp = own;
        struct err e;
        if (app_evidence_weigh(&tmp, w->v, to->settings, &one, &e))
            memcpy(to->schemes, one.schemes, sizeof *one.schemes * (size_t)w->v->evidence.scheme_count);
        else
            note_failure(w, &e);
    }
    arena_close(&own, LIMIT_ARENA_FACTS, start);
    return NULL;
}

static void weigh_every(struct weighing *w)
{
    pthread_t threads[WEIGHERS];
    const long processors = sysconf(_SC_NPROCESSORS_ONLN);
    int started = 0;
    pthread_mutex_init(&w->lock, NULL);
    for (; started < WEIGHERS && started + 1 < processors && started + 1 < w->count; started++)
        if (pthread_create(&threads[started], NULL, weigh_some, w))
            break; /* fewer threads, the same answer */
    weigh_some(w);
    for (int i = 0; i < started; i++)
        pthread_join(threads[i], NULL);
    pthread_mutex_destroy(&w->lock);
}

bool app_evidence_weigh_all(struct arena *a, const struct app_evidence *v, struct str const *settings, int count,
                            struct alternative *out, struct err *e)
{
    int *todo = arena_new(a, int, count);
    struct weighing w = {.v = v, .all = out, .todo = todo};
    for (int i = 0; i < count; i++) {
        out[i] = (struct alternative){settings[i], arena_new(a, struct outcome, v->evidence.scheme_count)};
        if (!recall(v, &out[i]))
            todo[w.count++] = i;
    }
    weigh_every(&w);
    if (w.failed) {
        *e = w.e;
        return false;
    }
    for (int i = 0; i < w.count; i++)
        keep(v, &out[todo[i]]);
    return true;
}

/* ---- kept from one request to the next ---------------------------------------------------------------------- */

/* In memory of its own, so that what is outdated can go. */
struct kept {
    struct arena a;
    char *start;
    struct hash of;                  /* of all that it was worked out from */
    struct worked worked;
    struct app_evidence *views[2];   /* [fresh]; NULL: not asked for yet */
};

void kept_close(struct kept *kept)
{
    if (kept && kept->start)
        arena_close(&kept->a, LIMIT_ARENA_FACTS, kept->start);
    if (kept)
        *kept = (struct kept){0};
}

/* Who opted out since may not be counted any more, and letters that went out since count. */
static bool stamp(struct arena tmp, struct app *app, struct hash *out, struct err *e)
{
    static const char *const files[] = {"policy.json", "people.csv", "facts.csv"};
    struct opt_outs o;
    struct stored_run *runs;
    int64_t count;
    struct hash h = {0};
    if (!store_opt_outs(&tmp, app->store, &o, e) || !store_runs(&tmp, app->store, &runs, &count, e))
        return false;
    for (int i = 0; i < COUNT(files); i++) {
        struct hash one = path_stamp(work_path(&tmp, &app->options, files[i]));
        h = hash_chain(h, (struct str){(const char *)one.at, sizeof one.at});
    }
    for (int64_t i = 0; i < o.count; i++) {
        h = hash_chain(h, (struct str){(const char *)o.at[i].who.at, sizeof o.at[i].who.at});
        h = hash_chain(h, o.at[i].scheme);
    }
    *out = hash_chain(h, count ? runs[0].id : S(""));
    return true;
}

static bool keep_again(struct app *app, struct hash of, struct err *e)
{
    struct kept *k = app->kept;
    kept_close(k);
    k->a = arena_open(LIMIT_ARENA_FACTS);
    k->start = k->a.at;
    if (!work_out(&k->a, app, false, &k->worked, e)) {
        kept_close(k);
        return false;
    }
    k->of = of;
    return true;
}

static struct memory *memory_open(struct arena *a, int schemes)
{
    struct memory *m = arena_new(a, struct memory, 1);
    for (int i = 0; i < LIMIT_EVIDENCE_KEPT; i++)
        m->at[i].schemes = arena_new(a, struct outcome, schemes);
    return m;
}

bool app_evidence_kept(struct app *app, bool fresh, const struct app_evidence **out, struct err *e)
{
    struct hash now;
    if (!app->kept)
        app->kept = arena_new(app->a, struct kept, 1);
    struct kept *k = app->kept;
    if (!stamp(*app->a, app, &now, e) || !workspace_policy(app, e))
        return false;
    if ((!k->start || !hash_eq(k->of, now)) && !keep_again(app, now, e))
        return false;
    if (!k->views[fresh]) {
        if (!see(&k->a, &k->worked, fresh, &k->views[fresh], e))
            return false;
        k->views[fresh]->memory = memory_open(&k->a, k->worked.count);
    }
    *out = k->views[fresh];
    return true;
}
