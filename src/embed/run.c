/* SPDX-License-Identifier: EUPL-1.2 */
/* run.c: a plan tied to a table: outcomes in bulk, and why one resident has theirs. */
#include "embed.h"

#define TEXT_BYTES (64LL << 20)      /* an explanation, as text or as JSON */
#define REASONS_MAX 16

struct running {
    const struct hoort_plan *plan;
    struct hoort_people *people;
    struct home home;
    struct hoort_run *out;
};

static bool make_run(void *ctx, struct err *e)
{
    (void)e;
    struct running *m = ctx;
    const struct plan *p = m->plan->plan;
    int64_t rows = m->people->table.rows;
    /* Findings, and a copy of every column that needs correcting. */
    home_open(&m->home, LIMIT_ARENA_REQUEST + rows * 32 + rows * 16 * p->fact_count);
    struct arena *a = &m->home.a;
    struct hoort_run *run = arena_new(a, struct hoort_run, 1);
    run->bound = eval_bind(a, p, &m->people->table);
    run->found = findings_open(a, p, rows);
    run->plan = m->plan;
    run->people = m->people;
    run->home = m->home;
    m->out = run;
    return true;
}

bool hoort_run_make(const struct hoort_plan *plan, struct hoort_people *people, struct hoort_run **out, struct hoort_error *e)
{
    struct running m = {.plan = plan, .people = people};
    if (!out)
        return misuse(e, "there is no place for the run; pass the address of a handle");
    *out = NULL;
    if (!plan || !people)
        return misuse(e, "there is no plan or there are no residents; give both");
    if (plan->laws != people->laws)
        return misuse(e, "the plan and the residents are of different laws; make both from one handle");
    if (!attempt(make_run, &m, e)) {
        home_close(&m.home);
        return false;
    }
    home_use(&plan->home);
    home_use(&people->home);
    *out = m.out;
    return true;
}

/* ---- in bulk -------------------------------------------------------------------------------------------------- */

struct range {
    struct hoort_run *run;
    int64_t from, to;
    struct home scratch;
};

static bool rows(void *ctx, struct err *e)
{
    (void)e;
    struct range *r = ctx;
    home_open(&r->scratch, LIMIT_ARENA_REQUEST);
    eval_rows(r->scratch.a, r->run->bound, r->from, r->to, &r->run->found);
    return true;
}

bool hoort_run_rows(struct hoort_run *run, int64_t from, int64_t to, struct hoort_outcome *outcomes, struct hoort_error *e)
{
    struct range r = {.run = run, .from = from, .to = to};
    if (!run)
        return misuse(e, "there is no run; make one");
    if (from < 0 || from > to || to > run->found.rows)
        return misuse(e, "rows %lld to %lld of %lld; ask for rows that are there", (long long)from, (long long)to,
                      (long long)run->found.rows);
    if (from == to)
        return true;
    if (!outcomes)
        return misuse(e, "there is no place for outcomes; give one for each row");
    bool ok = attempt(rows, &r, e);
    home_close(&r.scratch);
    for (int64_t i = from; ok && i < to; i++)
        outcomes[i - from] = (struct hoort_outcome){
            .amount_cents = run->found.amount_cents[i], .verdict = run->found.verdict[i],
            .amount_state = (uint8_t)state_out((enum cell_state)run->found.amount_state[i]),
        };
    return ok;
}

void hoort_run_free(struct hoort_run *run)
{
    if (!run)
        return;
    const struct hoort_plan *plan = run->plan;
    struct hoort_people *people = run->people;
    home_close(&run->home);
    plan_leave(plan);
    people_leave(people);
}

/* ---- one resident ---------------------------------------------------------------------------------------------- */

struct hoort_explanation {
    struct home home;
    const char *text, *json;
    const char *reasons[REASONS_MAX][2]; /* by enum hoort_language */
    int reason_count;
};

struct explaining {
    const struct hoort_run *run;
    int64_t row;
    struct home home;
    struct hoort_explanation *out;
};

static void put_text(const struct explanation *x, struct buf *out)
{
    trace_print(x->entitled, out);
    if (!x->amount)
        return;
    buf_char(out, '\n');
    trace_print(x->amount, out);
}

static bool explain(void *ctx, struct err *e)
{
    struct explaining *m = ctx;
    home_open(&m->home, LIMIT_ARENA_BOOT);
    struct arena *a = &m->home.a;
    struct hoort_explanation *out = arena_new(a, struct hoort_explanation, 1);
    struct explanation x = eval_explain(a, m->run->bound, m->row);
    struct phrase *reasons = eval_reasons(a, &x, REASONS_MAX, &out->reason_count);
    for (int i = 0; i < out->reason_count; i++) {
        out->reasons[i][HOORT_NL] = str_z(a, reasons[i].nl);
        out->reasons[i][HOORT_EN] = str_z(a, reasons[i].en);
    }
    struct buf text = buf_open(a, TEXT_BYTES), json = buf_open(a, TEXT_BYTES);
    put_text(&x, &text);
    js_pretty(explanation_json(a, m->run->plan->plan, &x, REASONS_MAX, NULL), &json);
    if (text.over || json.over)
        return fail(e, ERR_LIMIT, "the explanation is longer than %lld bytes; make the law simpler", (long long)TEXT_BYTES);
    out->text = str_z(a, buf_str(&text));
    out->json = str_z(a, buf_str(&json));
    out->home = m->home;
    m->out = out;
    return true;
}

bool hoort_run_explain(const struct hoort_run *run, int64_t row, struct hoort_explanation **out, struct hoort_error *e)
{
    struct explaining m = {.run = run, .row = row};
    if (!out)
        return misuse(e, "there is no place for the explanation; pass the address of a handle");
    *out = NULL;
    if (!run)
        return misuse(e, "there is no run; make one");
    if (row < 0 || row >= run->found.rows)
        return misuse(e, "row %lld of %lld; ask for a row that is there", (long long)row, (long long)run->found.rows);
    if (!attempt(explain, &m, e)) {
        home_close(&m.home);
        return false;
    }
    *out = m.out;
    return true;
}

size_t hoort_explanation_reason_count(const struct hoort_explanation *x)
{
    return x ? (size_t)x->reason_count : 0;
}

const char *hoort_explanation_reason(const struct hoort_explanation *x, size_t index, enum hoort_language language)
{
    bool known = language == HOORT_NL || language == HOORT_EN;
    return known && index < hoort_explanation_reason_count(x) ? x->reasons[index][language] : NULL;
}

const char *hoort_explanation_text(const struct hoort_explanation *x)
{
    return x ? x->text : NULL;
}

const char *hoort_explanation_json(const struct hoort_explanation *x)
{
    return x ? x->json : NULL;
}

void hoort_explanation_free(struct hoort_explanation *x)
{
    if (x)
        home_close(&x->home);
}
