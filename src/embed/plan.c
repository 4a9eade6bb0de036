/* SPDX-License-Identifier: EUPL-1.2 */
/* plan.c: what a scheme says on a day, and the facts that it reads. */
#include "embed.h"

struct planning {
    const struct hoort_laws *laws;
    const char *scheme;
    int32_t day;
    struct home home;
    struct hoort_plan *out;
};

/* "partner.parent": from the resident outward. */
static const char *whose(struct arena *a, const struct plan *p, int path)
{
    struct str names = {NULL, 0};
    for (; path > 0; path = p->paths[path].parent) {
        struct str step = p->paths[path].relation->name;
        names = names.len ? str_format(a, STR_FMT "." STR_FMT, STR_ARG(step), STR_ARG(names)) : step;
    }
    return str_z(a, names);
}

static struct hoort_fact fact_out(struct arena *a, const struct plan *p, const struct plan_fact *from)
{
    const struct fact *f = from->fact;
    return (struct hoort_fact){
        .name = str_z(a, f->name), .label_nl = str_z(a, f->label.nl), .label_en = str_z(a, f->label.en),
        .source = str_z(a, f->source), .whose = whose(a, p, from->path), .type = type_out(f->type), .min = f->min, .max = f->max,
    };
}

static bool make_plan(void *ctx, struct err *e)
{
    struct planning *m = ctx;
    home_open(&m->home, LIMIT_ARENA_BOOT);
    struct arena *a = &m->home.a;
    struct hoort_plan *p = arena_new(a, struct hoort_plan, 1);
    if (!plan_make(a, &m->laws->set, str_copy(a, str_of(m->scheme)), m->day, &p->plan, e))
        return false;
    p->facts = arena_new(a, struct hoort_fact, p->plan->fact_count);
    for (int i = 0; i < p->plan->fact_count; i++)
        p->facts[i] = fact_out(a, p->plan, &p->plan->facts[i]);
    p->joint_with = p->plan->about->joint_with.len ? str_z(a, p->plan->about->joint_with) : NULL;
    p->laws = m->laws;
    p->home = m->home;
    m->out = p;
    return true;
}

bool hoort_plan_make(const struct hoort_laws *laws, const char *scheme, int32_t day, struct hoort_plan **out,
                     struct hoort_error *e)
{
    struct planning m = {.laws = laws, .scheme = scheme, .day = day};
    if (!out)
        return misuse(e, "there is no place for the plan; pass the address of a handle");
    *out = NULL;
    if (!laws || !scheme)
        return misuse(e, "there are no laws or no scheme; give both");
    if (day < LIMIT_DATE_FIRST || day > LIMIT_DATE_LAST)
        return misuse(e, "%d is no day from 1800 to 2200; count days since 1970-01-01, as hoort_date does", day);
    if (!laws->clean) {
        const struct hoort_fault *f = &laws->faults[0];
        struct err first;
        fail_at(&first, ERR_LAW, f->file, f->line, f->column, "%s (mend all that hoort_laws_fault tells first)", f->text);
        return refuse(e, &first);
    }
    if (!attempt(make_plan, &m, e)) {
        home_close(&m.home);
        return false;
    }
    home_use(&laws->home);
    *out = m.out;
    return true;
}

bool hoort_plan_is_monthly(const struct hoort_plan *plan)
{
    return plan && plan->plan->about->monthly;
}

const char *hoort_plan_joint_with(const struct hoort_plan *plan)
{
    return plan ? plan->joint_with : NULL;
}

size_t hoort_plan_fact_count(const struct hoort_plan *plan)
{
    return plan ? (size_t)plan->plan->fact_count : 0;
}

bool hoort_plan_fact(const struct hoort_plan *plan, size_t index, struct hoort_fact *out)
{
    if (!out || index >= hoort_plan_fact_count(plan))
        return false;
    *out = plan->facts[index];
    return true;
}

void plan_leave(const struct hoort_plan *plan)
{
    struct home home = plan->home;
    const struct hoort_laws *laws = plan->laws;
    if (!home_leave(&home))
        return;
    home_close(&home);
    laws_leave(laws);
}

void hoort_plan_free(struct hoort_plan *plan)
{
    if (plan)
        plan_leave(plan);
}
