/* SPDX-License-Identifier: EUPL-1.2 */
/* evidence.c: a population under one policy after another: the gate's counts become lists and figures in
 * which nothing small is left. Not the figures one by one (figures.c).
 */
#include "evidence/figures.h"

/* ---- what is read -------------------------------------------------------------------------------------- */

struct evidence evidence_open(const struct permit *permit, const struct table *t)
{
    struct evidence v = {.policy = permit_policy(permit), .rows = t->rows, .in_file = t->rows, .synthetic = t->synthetic,
                         .label = t->label};
    assert(v.policy);                /* never a rehearsal: then there is no policy to weigh */
    for (const struct policy_fact *f = v.policy->facts; f; f = f->next) {
        const struct fact *known = facts_find(permit_facts(permit), f->fact);
        if (!known || !table_find(t, f->fact))
            continue;
        v.facts++;
        v.weighted += known->sensitivity;
    }
    return v;
}

static void add_reading(struct needed *n, const struct plan *p, const struct reading *r)
{
    n->facts += r->read_all;
    for (int i = 0; i < p->fact_count; i++)
        n->weighted += r->read[i] * p->facts[i].fact->sensitivity;
}

struct needed evidence_needed(struct arena *a, const struct binding_set *b, const struct findings *f)
{
    struct arena tmp = *a;
    struct needed n = {.known = true};
    struct reading sums[2] = {reading_open(&tmp, f->plan), reading_open(&tmp, f->plan)};   /* [1]: not entitled */
    struct findings again = findings_open(&tmp, f->plan, f->rows);
    struct stages *stages = certainty_stages(&tmp, b);
    for (int64_t from = 0, to; from < f->rows; from = to) {
        bool no = f->verdict[from] == VERDICT_NO;
        for (to = from + 1; to < f->rows && to - from < 4096 && (f->verdict[to] == VERDICT_NO) == no; to++)
            ;
        certainty_read(tmp, stages, from, to, &again, &sums[no]);
        n.not_entitled += no ? to - from : 0;
    }
    add_reading(&n, f->plan, &sums[0]);
    add_reading(&n, f->plan, &sums[1]);
    n.facts_not_entitled = sums[1].read_all;
    return n;
}

/* ---- lists in which nothing small is left -------------------------------------------------------------- */

void shown_parts(int64_t k, const int64_t *parts, struct shown **out, int count)
{
    int hidden = 0, least = -1;
    for (int i = 0; i < count; i++) {
        *out[i] = parts[i] > 0 && parts[i] < k ? (struct shown){0, true} : (struct shown){parts[i], false};
        hidden += out[i]->hidden;
        if (!out[i]->hidden && parts[i] && (least <= 0 || parts[i] < parts[least]))
            least = i;
    }
    if (hidden == 1 && least >= 0)
        *out[least] = (struct shown){0, true};
}

static void show_parts(const struct counted *c, const int64_t *parts, struct shown **out, int count)
{
    shown_parts(c->k, parts, out, count);
}

static void show_alone(const struct counted *c, int64_t n, struct shown *out)
{
    show_parts(c, &n, &out, 1);
}

static void show_lists(const struct counted *c, struct outcome *o)
{
    const struct gate_funnel *f = &c->f;
    struct shown *reasons[REFUSAL_COUNT];
    for (int i = 0; i < REFUSAL_COUNT; i++)
        reasons[i] = &o->reasons[i];
    show_alone(c, f->searched, &o->searched);
    show_parts(c, (const int64_t[]){f->entitled, f->not_entitled, f->undecided, f->faulty},
               (struct shown *[]){&o->entitled, &o->not_entitled, &o->undecided, &o->faulty}, 4);
    show_parts(c, (const int64_t[]){f->using, f->not_using, f->use_unknown},
               (struct shown *[]){&o->using, &o->not_using, &o->use_unknown}, 3);
    show_parts(c, c->w->counts, reasons, REFUSAL_COUNT);
    /* Who is reached and who is not are the parts of who does not use the scheme. */
    struct shown rest;
    int64_t reached = c->blocked ? 0 : c->w->reached;
    show_parts(c, (const int64_t[]){reached, f->not_using - reached}, (struct shown *[]){&o->reached, &rest}, 2);
}

/* ---- a policy -------------------------------------------------------------------------------------------- */

static void count_written(struct arena *a, uint8_t **written, const struct gate_weighed *w, int64_t rows)
{
    if (w->block != BLOCK_NOT)
        return;
    if (!*written)
        *written = arena_new(a, uint8_t, rows);
    for (int64_t i = 0; i < rows; i++)
        if (w->reason[i] == REFUSED_NOT && (*written)[i] < UINT8_MAX)
            (*written)[i]++;
}

static struct outcome outcome_of(const struct evidence *v, int scheme, const struct gate_weighed *w, bool run_blocked)
{
    struct counted c = {v, &v->schemes[scheme], gate_view_funnel(v->schemes[scheme].view), w, NULL,
                        v->policy->k_min, run_blocked || w->block != BLOCK_NOT};
    struct outcome o = {.scheme = v->schemes[scheme].plan->scheme, .block = w->block, .run_blocked = run_blocked};
    c.o = &o;
    show_lists(&c, &o);
    for (int i = 0; i < FIGURE_COUNT; i++)
        o.figures[i] = figure_work(&c, (enum figure_id)i);
    return o;
}

/* As a run does it: schemes in order, each with the letters of those before. A rung where nobody is approached
 * skips the scheme; any other block stops the whole run. */
bool evidence_weigh(struct arena *a, const struct evidence *v, const struct policy *policy, struct outcome **out,
                    struct err *e)
{
    struct outcome *all = arena_new(a, struct outcome, v->scheme_count);
    struct arena tmp = *a;
    struct gate_weighed *w = arena_new(&tmp, struct gate_weighed, v->scheme_count);
    uint8_t *written = NULL;
    bool run_blocked = false;
    for (int i = 0; i < v->scheme_count; i++) {
        if (!gate_weigh(&tmp, v->schemes[i].view, policy, written, &w[i], e))
            return false;
        run_blocked |= w[i].block == BLOCK_CEILING || w[i].block == BLOCK_RATIO;
        if (i + 1 < v->scheme_count)
            count_written(&tmp, &written, &w[i], v->rows);
    }
    for (int i = 0; i < v->scheme_count; i++)
        all[i] = outcome_of(v, i, &w[i], run_blocked);
    *out = all;
    return true;
}

int64_t ratio_milli(struct ratio r)
{
    assert(r.in > 0);
    int128 twice = (int128)r.of * 2000, in = r.in;
    return (int64_t)((twice + (twice < 0 ? -in : in)) / (2 * in));
}
