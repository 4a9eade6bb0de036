/* SPDX-License-Identifier: EUPL-1.2 */
/* compiled_ranges.c: between what the values of an ordinary resident lie, step by step: what 32 bits
 * can do is done in 32 bits. The plan proved the same for 64 bits and the declared ranges (plan/emit.c).
 */
#include "compiled.h"

static int64_t least(int64_t a, int64_t b) { return a < b ? a : b; }
static int64_t most(int64_t a, int64_t b) { return a > b ? a : b; }

static struct range product(struct range a, struct range b)
{
    const int64_t all[] = {a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high};
    struct range out = {all[0], all[0]};
    for (int i = 1; i < COUNT(all); i++)
        out = (struct range){least(out.low, all[i]), most(out.high, all[i])};
    return out;
}

static struct range rounded(const struct step *s, struct range a)
{
    return (struct range){(a.low / s->factor - 1) * s->scale_after, (a.high / s->factor + 1) * s->scale_after};
}

/* No product overflows: these ranges lie within those that the plan proved to fit. */
static struct range range_of(const struct plan *p, const struct step *s, const struct range *r)
{
    const struct range none = {0, 0}, declared = {s->low, s->high};
    const struct range a = s->a < 0 ? none : r[s->a], b = s->b < 0 ? none : r[s->b], c = s->c < 0 ? none : r[s->c];
    switch (s->kind) {
    case STEP_FACT:
        if (p->facts[s->fact].fact->type != FACT_AMOUNT && p->facts[s->fact].fact->type != FACT_NUMBER)
            return declared;
        return (struct range){most(s->low, -ORDINARY), least(s->high, ORDINARY)};
    case STEP_SCALE: return (struct range){a.low * s->factor, a.high * s->factor};
    case STEP_ADD: return (struct range){a.low + b.low, a.high + b.high};
    case STEP_SUBTRACT: return (struct range){a.low - b.high, a.high - b.low};
    case STEP_MULTIPLY: return product(a, b);
    case STEP_MIN: return (struct range){least(a.low, b.low), least(a.high, b.high)};
    case STEP_MAX: return (struct range){most(a.low, b.low), most(a.high, b.high)};
    case STEP_ROUND: return rounded(s, a);
    case STEP_SELECT: return (struct range){least(b.low, c.low), most(b.high, c.high)};
    case STEP_AT_PERSON: return (struct range){least(a.low, 0), most(a.high, 0)};
    default: return declared;
    }
}

void ranges_of(const struct plan *p, struct range *out)
{
    for (int i = 0; i < p->step_count; i++)
        out[i] = range_of(p, &p->steps[i], out);
}
