/* SPDX-License-Identifier: EUPL-1.2 */
/* bench_dials.c: how long one waits for the evidence after a dial was moved: the example policy, signed by a
 * key that is nobody's, over residents who are nobody. Not the evidence itself (evidence/).
 */
#include "bench.h"

#include <stdlib.h>

#define MOVES 20

static bool allow(struct arena *a, const struct law_set *laws, struct str method, int32_t today, const struct permit **permit,
                  struct err *e)
{
    const struct key nobodys = {{1}};
    struct str bytes;
    struct policy *policy;
    return example_policy(a, method, today, nobodys, &bytes, e) && policy_read(a, S("bench"), bytes, &policy, e) &&
           gate_permit(a, policy, sign_public(nobodys), laws, today, NULL, NULL, permit, e);
}

static bool look(struct arena *a, const struct law_set *laws, const struct permit *permit, const struct table *t,
                 struct evidence *v, struct str scheme, struct err *e)
{
    struct evidence_scheme *s = &v->schemes[v->scheme_count++];
    struct findings *f = arena_new(a, struct findings, 1);
    struct plan *plan;
    if (!plan_make(a, laws, scheme, permit_today(permit), &plan, e))
        return false;
    *f = findings_open(a, plan, t->rows);
    evaluate_only(a, eval_bind(a, plan, t), f);
    s->plan = plan;
    return gate_view(a, permit, t, f, NULL, &s->view, e);
}

static int by_size(const void *x, const void *y)
{
    const double a = *(const double *)x, b = *(const double *)y;
    return (a > b) - (a < b);
}

/* Each move is to another setting than the last. What is measured must be worth it: somebody gets a letter. */
static bool move(struct arena tmp, const struct evidence *v, int k, double *took, struct err *e)
{
    static const char *const settings[] = {"amount_min=240", "k_min=5", "k_min=50", "amount_min=0", "letters_max=100000", "per_year_max=1",
                                           "quiet_days=0", "sample=100", "control=200", "timing=estimated"};
    struct outcome *out;
    const double start = bench_seconds();
    struct policy *variant = policy_variant(&tmp, v->policy);
    if (!dials_set(variant, str_of(settings[k % COUNT(settings)]), e) || !evidence_weigh(&tmp, v, variant, &out, e))
        return false;
    *took = (bench_seconds() - start) * 1e3;
    return out->reached.n > 0 || fail(e, ERR_FACTS, "the example policy with %s writes to nobody", settings[k % COUNT(settings)]);
}

bool bench_dials(struct arena tmp, const struct law_set *laws, struct str method, int32_t today, const struct table *t,
                 double *milliseconds, struct err *e)
{
    const struct permit *permit;
    double took[MOVES];
    if (!allow(&tmp, laws, method, today, &permit, e))
        return false;
    struct evidence v = evidence_open(permit, t);
    for (const struct policy_scheme *s = v.policy->schemes; s; s = s->next)
        v.scheme_count++;
    v.schemes = arena_new(&tmp, struct evidence_scheme, v.scheme_count);
    v.scheme_count = 0;
    for (const struct policy_scheme *s = v.policy->schemes; s; s = s->next)
        if (!look(&tmp, laws, permit, t, &v, s->scheme, e))
            return false;
    for (int k = 0; k < MOVES; k++)
        if (!move(tmp, &v, k, &took[k], e))
            return false;
    qsort(took, MOVES, sizeof *took, by_size);
    *milliseconds = took[MOVES * 95 / 100 - 1];
    return true;
}
