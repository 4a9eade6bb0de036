/* SPDX-License-Identifier: EUPL-1.2 */
/* walk.c: asks the laws at every value: by kernels in chunks; on a grid and then closer where only the reference
 * interpreter can; with plans of its own for every day along the date. Not what the outcomes add up to (sums.c).
 */
#include "household.h"
#include "look.h"
#include "trace.h"

#define LANES 16384                  /* values at a time, if there is room: kernels want many, the caches want few */

struct walk {
    const struct breaks_ask *ask;
    struct household h;
    struct arena tmp;                /* of this walk alone */
    int64_t places;                  /* values in all */
    struct tracer *tracer;
};

const char *break_kind_name(enum break_kind k)
{
    return k == BREAK_NO_LAW ? "no law" : verdict_name((enum verdict)k);
}

/* Without a right there is no amount, whatever the law would have come to. */
static struct break_outcome outcome_at(const struct findings *f, int64_t row)
{
    if (f->verdict[row] == VERDICT_NO)
        return (struct break_outcome){BREAK_NO, CELL_ABSENT, 0};
    return (struct break_outcome){f->verdict[row], f->amount_state[row], f->amount_cents[row]};
}

static const struct break_outcome not_known = {BREAK_UNKNOWN, CELL_UNKNOWN, 0}, no_law = {BREAK_NO_LAW, CELL_ABSENT, 0};

/* ---- along a fact ------------------------------------------------------------------------------------------ */

static const bool *facts_of(struct arena *a, const struct breaks_ask *ask, const struct plan *p)
{
    bool *wanted = arena_new(a, bool, ask->laws->facts.count);
    for (int i = 0; i < p->fact_count; i++)
        wanted[p->facts[i].fact->index] = true;
    for (int i = 1; i < p->path_count; i++)
        wanted[p->paths[i].relation->index] = true;
    return wanted;
}

static void walk_chunks(struct walk *w, const struct plan *p)
{
    struct arena tmp = w->tmp;
    const bool *wanted = facts_of(&tmp, w->ask, p);
    int64_t lanes = LIMIT_BREAKS_BYTES / 4 / household_bytes(w->ask, &w->h, wanted);
    lanes = lanes > LANES ? LANES : lanes > w->places ? w->places : lanes;
    lanes = lanes > w->places ? w->places : lanes;
    struct table t = household_table(&tmp, w->ask, &w->h, lanes, wanted);
    struct binding_set *b = eval_bind(&tmp, p, &t);
    struct findings f = findings_open(&tmp, p, t.rows);
    for (int64_t at = 0; at < w->places; at += lanes) {
        int64_t n = w->places - at < lanes ? w->places - at : lanes;
        household_set(&t, w->ask, &w->h, w->ask->from + at * w->ask->step, n);
        eval_rows(tmp, b, 0, n, &f);
        for (int64_t i = 0; i < n; i++)
            trace_put(w->tracer, at + i, outcome_at(&f, i));
    }
}

struct point {                       /* the laws at one value, by whatever can */
    struct walk *w;
    struct arena tmp;
    struct table t;
    struct binding_set *b;
    struct findings f;
    int64_t asked;
};

static struct break_outcome ask_at(struct point *p, int64_t place)
{
    const struct breaks_ask *ask = p->w->ask;
    household_set(&p->t, ask, &p->w->h, ask->from + place * ask->step, 1);
    eval_rows(p->tmp, p->b, 0, 1, &p->f);
    p->asked++;
    return outcome_at(&p->f, 0);
}

static bool is_same(struct break_outcome a, struct break_outcome b)
{
    return a.kind == b.kind && a.state == b.state && a.cents == b.cents;
}

/* Between two places of the grid that differ, the place where the first outcome ends. */
static void walk_between(struct point *p, int64_t from, int64_t to, struct break_outcome first, struct break_outcome last)
{
    struct break_outcome after = last;
    int64_t same = from, other = to;
    while (!is_same(first, last) && other - same > 1) {
        int64_t middle = same + (other - same) / 2;
        struct break_outcome o = ask_at(p, middle);
        if (is_same(o, first)) {
            same = middle;
        } else {
            other = middle;
            after = o;
        }
    }
    if (same > from)
        trace_put(p->w->tracer, same, first);
    if (other < to && !is_same(first, last))
        trace_put(p->w->tracer, other, after);
    trace_put(p->w->tracer, to, last);
}

static int64_t walk_grid(struct walk *w, const struct plan *plan)
{
    struct point p = {.w = w, .tmp = w->tmp};
    p.t = household_table(&p.tmp, w->ask, &w->h, 1, NULL);
    p.b = eval_bind(&p.tmp, plan, &p.t);
    p.f = findings_open(&p.tmp, plan, p.t.rows);
    int64_t stride = (w->places + LIMIT_BREAKS_SLOW - 1) / LIMIT_BREAKS_SLOW, at = 0;
    struct break_outcome here = ask_at(&p, 0);
    trace_put(w->tracer, 0, here);
    while (at < w->places - 1) {
        int64_t next = at + stride < w->places - 1 ? at + stride : w->places - 1;
        struct break_outcome there = ask_at(&p, next);
        walk_between(&p, at, next, here, there);
        at = next;
        here = there;
    }
    return p.asked;
}

static void walk_fact(struct arena *a, struct walk *w, const struct scheme *scheme, struct break_scheme *out)
{
    struct plan *plan;
    struct err e;
    struct arena outer = w->tmp;
    out->scheme = scheme;
    out->exact = true;
    out->values = w->places;
    if (!plan_make(&w->tmp, w->ask->laws, scheme->id, w->ask->date, &plan, &e)) {
        out->exact = false;
        out->values = 0;
        out->why = str_copy(a, str_of(e.text));
        trace_put(w->tracer, 0, not_known);
    } else if (plan->kernels || w->places <= LIMIT_BREAKS_SLOW) {
        walk_chunks(w, plan);
    } else {
        out->exact = false;
        out->why = str_copy(a, plan->why);
        out->values = walk_grid(w, plan);
    }
    w->tmp = outer;
}

/* ---- along the date ------------------------------------------------------------------------------------------ */

static struct break_outcome outcome_on(const struct walk *w, struct arena *a, const struct table *t, int32_t day,
                                       struct break_scheme *out)
{
    struct arena tmp = w->tmp;
    struct plan *plan;
    struct err e;
    const struct scheme *scheme = law_scheme(w->ask->laws, out->scheme->id, day);
    if (!scheme)
        return no_law;
    if (!plan_make(&tmp, w->ask->laws, scheme->id, day, &plan, &e)) {
        if (out->exact)
            out->why = str_copy(a, str_of(e.text));
        out->exact = false;
        return not_known;
    }
    struct findings f = findings_open(&tmp, plan, t->rows);
    struct binding_set *b = eval_bind(&tmp, plan, t);
    eval_rows(tmp, b, 0, 1, &f);
    return outcome_at(&f, 0);
}

static void walk_days(struct arena *a, struct walk *w, const struct scheme *scheme, struct break_scheme *out)
{
    struct arena outer = w->tmp;
    struct table t = household_table(&w->tmp, w->ask, &w->h, 1, NULL);
    out->scheme = scheme;
    out->exact = true;
    out->values = w->places;
    for (int64_t i = 0; i < w->places; i++)
        trace_put(w->tracer, i, outcome_on(w, a, &t, (int32_t)(w->ask->from + i * w->ask->step), out));
    w->tmp = outer;
}

/* ---- which schemes ------------------------------------------------------------------------------------------- */

static bool is_listed(const struct scheme *const *list, int count, struct str id)
{
    for (int i = 0; i < count; i++)
        if (str_eq(list[i]->id, id))
            return true;
    return false;
}

/* The version that counts at the first value where there is one; NULL if there is none at all. */
static const struct scheme *scheme_in(const struct breaks_ask *ask, struct str id)
{
    if (ask->fact)
        return law_scheme(ask->laws, id, ask->date);
    for (int64_t day = ask->from; day <= ask->to; day += ask->step) {
        const struct scheme *s = law_scheme(ask->laws, id, (int32_t)day);
        if (s)
            return s;
    }
    return NULL;
}

static bool schemes_in(const struct breaks_ask *ask, const struct scheme **list, int *count, struct err *e)
{
    *count = 0;
    for (const struct law *law = ask->laws->first; law; law = law->next)
        for (const struct scheme *own = law->scheme; own; own = own->next) {
            bool wanted = (!ask->scheme.len || str_eq(own->id, ask->scheme)) && !is_listed(list, *count, own->id);
            const struct scheme *s = wanted ? scheme_in(ask, own->id) : NULL;
            if (s && *count == LIMIT_BREAKS_SCHEMES)
                return fail(e, ERR_LIMIT, "more than %d schemes; choose one", LIMIT_BREAKS_SCHEMES);
            if (s)
                list[(*count)++] = s;
        }
    return *count > 0 || fail(e, ERR_LAW, "no scheme is in force then, or none of that name; hoort law list names them");
}

/* ---- what can be asked ----------------------------------------------------------------------------------------- */

static bool check_range(const struct breaks_ask *ask, struct err *e)
{
    const struct fact *f = ask->fact;
    int64_t most = f ? LIMIT_BREAKS_VALUES : LIMIT_BREAKS_DAYS, min = LIMIT_DATE_FIRST, max = LIMIT_DATE_LAST;
    if (f && f->type != FACT_AMOUNT && f->type != FACT_NUMBER && f->type != FACT_DATE)
        return fail(e, ERR_FACTS, "'" STR_FMT "' is no amount, number or date; take a fact that has more and less", STR_ARG(f->name));
    if (f && f->type != FACT_DATE) {
        min = f->min;
        max = f->max;
    }
    if (ask->step < 1 || ask->from > ask->to)
        return fail(e, ERR_FACTS, "the walk goes up, by steps of at least 1; mend from, to or step");
    if (ask->from < min || ask->to > max)
        return fail(e, ERR_FACTS, "values from %lld to %lld lie outside what the dictionary believes, %lld to %lld; "
                    "walk inside it", (long long)ask->from, (long long)ask->to, (long long)min, (long long)max);
    if ((ask->to - ask->from) / ask->step >= most)
        return fail(e, ERR_LIMIT, "more than %lld values; walk a shorter range or in larger steps", (long long)most);
    return true;
}

static bool walk_scheme(struct arena *a, struct walk *w, const struct scheme *scheme, struct break_scheme *out, struct err *e)
{
    struct arena outer = w->tmp;
    w->tracer = arena_new(&w->tmp, struct tracer, 1);
    trace_open(w->tracer, &w->tmp, w->ask->from, w->ask->step);
    if (w->ask->fact)
        walk_fact(a, w, scheme, out);
    else
        walk_days(a, w, scheme, out);
    trace_close(w->tracer, w->places);
    if (w->tracer->over)
        return fail(e, ERR_LIMIT, "'" STR_FMT "' falls into more than %d pieces; walk a shorter range or in larger steps",
                    STR_ARG(scheme->id), LIMIT_BREAKS_PIECES);
    out->pieces = (struct break_pieces){arena_new(a, struct break_piece, w->tracer->pieces), w->tracer->pieces};
    for (int i = 0; i < out->pieces.count; i++)
        out->pieces.at[i] = w->tracer->out[i];
    look_at(a, out);
    w->tmp = outer;
    return true;
}

bool breaks_find(struct arena *a, const struct breaks_ask *ask, struct breaks *out, struct err *e)
{
    const struct scheme *list[LIMIT_BREAKS_SCHEMES];
    struct walk w = {.ask = ask};
    int count;
    if (!check_range(ask, e) || !household_of(ask, &w.h, e) || !schemes_in(ask, list, &count, e))
        return false;
    w.places = (ask->to - ask->from) / ask->step + 1;
    *out = (struct breaks){.fact = ask->fact, .relation = ask->relation, .from = ask->from,
                           .to = ask->from + (w.places - 1) * ask->step, .step = ask->step, .date = ask->date,
                           .schemes = arena_new(a, struct break_scheme, count), .scheme_count = count, .exact = true};
    char *scratch = arena_new_raw(a, char, LIMIT_BREAKS_BYTES);
    w.tmp = (struct arena){scratch, scratch + LIMIT_BREAKS_BYTES};
    for (int i = 0; i < count; i++) {
        if (!walk_scheme(a, &w, list[i], &out->schemes[i], e))
            return false;
        out->exact &= out->schemes[i].exact;
    }
    return sum_up(a, out, e);
}
