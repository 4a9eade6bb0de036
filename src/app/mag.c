/* SPDX-License-Identifier: EUPL-1.2 */
/* mag.c: which rungs of which schemes are lawful on a day, what has to be in order first, what a coming law changes, and
 * who holds what the rules ask, on what ground. Worked out from sidecars, dictionary and policy. Not the gate: that
 * decides on its own when something is run, and reads the same ceilings.
 */
#include "workspace.h"

enum { SPECIAL_CATEGORY = 5 };       /* sensitivity, as the gate has it */

int32_t app_today(const struct app *app)
{
    return app->options.today;
}

bool app_schemes_on(struct arena *a, struct app *app, struct str const *ids, int count, int32_t day, const struct scheme ***out,
                    int *out_count, struct err *e)
{
    int n = 0;
    for (const struct scheme *s = NULL; !count && (s = law_next_scheme(&app->laws, s, day));)
        n++;
    const struct scheme **all = arena_new(a, const struct scheme *, n + count);
    *out = all;
    *out_count = 0;
    for (const struct scheme *s = NULL; !count && (s = law_next_scheme(&app->laws, s, day));)
        all[(*out_count)++] = s;
    for (int i = 0; i < count; i++) {
        const struct scheme *s = law_scheme(&app->laws, ids[i], day);
        if (!s)
            return fail(e, ERR_FACTS, "there is no scheme '" STR_FMT "' in force on " STR_FMT "; see hoort law list",
                        STR_ARG(ids[i]), STR_ARG(date_print(a, day)));
        all[(*out_count)++] = s;
    }
    return true;
}

/* ---- what the rules ask ------------------------------------------------------------------------------------ */

struct work {
    struct arena *a;
    struct app *app;
    const struct policy *policy;     /* NULL: none that counts on the day */
    bool opt_out_said;
    int fact_max;                    /* of the dictionary */
    struct mag *out;
};

/* By place in the dictionary; and whether somebody has to be found to be using it. False: no plan, and why. */
static bool facts_of(struct work *w, const struct scheme *s, bool *reads, struct str *why)
{
    struct arena tmp = *w->a;
    struct plan *plan;
    struct err e = {0};
    bool planned = plan_make(&tmp, &w->app->laws, s->id, w->out->day, &plan, &e);
    for (int i = 0; planned && i < plan->fact_count; i++)
        reads[plan->facts[i].fact->index] = true;
    const struct fact *use = s->take_up.len ? facts_find(&w->app->laws.facts, s->take_up) : NULL;
    if (use)
        reads[use->index] = true;
    *why = planned ? S("") : str_copy(w->a, str_of(e.text));
    return planned;
}

static void add_facts(struct work *w, const struct scheme *s, const bool *reads)
{
    for (const struct fact *f = w->app->laws.facts.first; f; f = f->next) {
        struct mag_fact *m = &w->out->facts[f->index];
        if (!reads[f->index])
            continue;
        if (!m->fact)
            *m = (struct mag_fact){.fact = f, .ground = fact_ground(f), .policy = policy_fact_find(w->app->policy, f->name),
                                   .schemes = arena_new(w->a, const struct scheme *, w->out->scheme_count)};
        m->schemes[m->scheme_count++] = s;
    }
}

static void count_facts(struct work *w, const bool *reads, struct mag_scheme *m)
{
    for (const struct fact *f = w->app->laws.facts.first; f; f = f->next) {
        enum ground ground = fact_ground(f);
        if (!reads[f->index])
            continue;
        m->open[NEED_GROUND] += ground == GROUND_NONE;
        m->open[NEED_WEIGHED] += ground == GROUND_UNCHECKED || ground == GROUND_WEIGH;
        m->open[NEED_CATEGORY] += f->sensitivity >= SPECIAL_CATEGORY;
        m->open[NEED_FACTS] += !policy_fact_find(w->app->policy, f->name);
    }
}

/* ---- ceilings ---------------------------------------------------------------------------------------------- */

static int rung_of(const struct ceiling *c)
{
    return c ? c->rung : 0;
}

/* What will allow a rung: the first date after the day, else a law that somebody is waiting for. */
static const struct ceiling *later(const struct scheme *s, int32_t day, int rung)
{
    const struct ceiling *first = NULL;
    for (const struct ceiling *c = s->ceilings; c; c = c->next)
        if (c->from > day && c->rung >= rung && (!first || c->from < first->from))
            first = c;
    for (const struct ceiling *c = s->waiting; c && !first; c = c->next)
        if (c->rung >= rung)
            return c;
    return first;
}

static void climb(struct work *w, struct mag_scheme *m)
{
    for (int rung = 0; rung < RUNGS; rung++) {
        bool open = false;
        for (int n = 0; n < NEED_COUNT; n++)
            open |= mag_is_open(m, (enum need)n, rung);
        m->then[rung] = rung > rung_of(m->counts) ? later(m->scheme, w->out->day, rung) : NULL;
        m->may[rung] = rung <= rung_of(m->counts) ? (open ? MAY_IF : MAY_YES) : m->then[rung] ? MAY_LATER : MAY_NOT;
    }
}

static struct mag_scheme scheme_of(struct work *w, const struct scheme *s)
{
    struct mag_scheme m = {.scheme = s, .today = scheme_ceiling(s, w->out->day), .policy_rung = -1};
    bool *reads = arena_new(w->a, bool, w->fact_max);
    m.counts = m.today;
    for (const struct ceiling *c = s->waiting; c && w->out->assumed; c = c->next)
        if (str_eq(c->waits_for, w->out->assumed->id))
            m.counts = c;
    m.open[NEED_RULES] = !facts_of(w, s, reads, &m.why);
    add_facts(w, s, reads);
    count_facts(w, reads, &m);
    for (const struct note *n = s->unverified; n; n = n->next)
        m.open[NEED_VERIFIED]++;
    const struct policy_scheme *chosen = w->policy ? policy_scheme_find(w->policy, s->id) : NULL;
    m.policy_rung = chosen ? chosen->rung : -1;
    m.open[NEED_POLICY] = !w->policy;
    m.open[NEED_SCHEME] = !chosen;
    m.open[NEED_ASSESSED] = !chosen || !w->policy->dpia_hash.len || !w->policy->iama_hash.len;
    m.open[NEED_OPT_OUT] = !w->opt_out_said;
    climb(w, &m);
    return m;
}

/* ---- the whole --------------------------------------------------------------------------------------------- */

/* Without a ground first, then the most sensitive; else as the dictionary has it. */
static bool comes_before(const struct mag_fact *one, const struct mag_fact *other)
{
    return one->ground != other->ground ? one->ground < other->ground : one->fact->sensitivity > other->fact->sensitivity;
}

static void sort_facts(struct work *w)
{
    struct mag *m = w->out;
    m->fact_count = 0;
    for (int i = 0; i < w->fact_max; i++) {
        struct mag_fact f = m->facts[i];
        int at = f.fact ? m->fact_count++ : -1;
        for (; at > 0 && comes_before(&f, &m->facts[at - 1]); at--)
            m->facts[at] = m->facts[at - 1];
        if (at >= 0)
            m->facts[at] = f;
    }
}

static bool says_opt_out(struct arena tmp, struct app *app)
{
    struct str path = work_path(&tmp, &app->options, "sender.json"), bytes;
    struct sender sender;
    struct err e;
    return file_read(&tmp, path, LIMIT_JSON_BYTES, &bytes, &e) && sender_read(&tmp, path, bytes, &sender, &e) &&
           sender.opt_out_text.len > 0;
}

static bool take_rungs(struct arena *a, struct app *app, struct mag *out, struct err *e)
{
    struct library *library = arena_new(a, struct library, 1);
    struct faults faults = faults_open(a);
    if (!app_workspace_library(a, app, library, &faults, e))
        return false;
    for (const struct rung *r = library->rungs; r; r = r->next)
        if (r->number >= 0 && r->number < RUNGS)
            out->rungs[r->number] = r;
    return true;
}

bool app_mag(struct arena *a, struct app *app, struct str const *schemes, int count, int32_t day, struct str assumed,
             struct mag *out, struct err *e)
{
    const struct scheme **list;
    struct work w = {.a = a, .app = app, .fact_max = app->laws.facts.count, .out = out};
    *out = (struct mag){.day = day, .coming = app->laws.facts.coming, .assumed = facts_coming(&app->laws.facts, assumed)};
    if (assumed.len && !out->assumed)
        return fail(e, ERR_LAW, "no law that is not in force yet is called '" STR_FMT "'; see 'coming' in facts.yaml", STR_ARG(assumed));
    if (!app_schemes_on(a, app, schemes, count, day, &list, &out->scheme_count, e) || !take_rungs(a, app, out, e))
        return false;
    w.policy = policy_check(app->policy, app->trusted, day, &out->policy_problem) ? app->policy : NULL;
    w.opt_out_said = says_opt_out(*a, app);
    out->schemes = arena_new(a, struct mag_scheme, out->scheme_count);
    out->facts = arena_new(a, struct mag_fact, w.fact_max);
    for (int i = 0; i < out->scheme_count; i++)
        out->schemes[i] = scheme_of(&w, list[i]);
    sort_facts(&w);
    return true;
}
