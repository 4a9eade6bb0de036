/* SPDX-License-Identifier: EUPL-1.2 */
/* compiled_masks.c: symbolic truths, simplified while they are made, so that "there is a partner, or
 * the partner's income is missing" falls away where the law asked for a partner first. Not values.
 */
#include "compiled.h"

struct masks masks_open(struct arena *a)
{
    struct masks m = {.at = arena_new(a, struct mask, LIMIT_PLAN_STEPS), .count = 2};
    m.at[MASK_NO] = (struct mask){MASK_NO, -1, -1, -1};
    m.at[MASK_YES] = (struct mask){MASK_YES, -1, -1, -1};
    return m;
}

static int push(struct masks *m, enum mask_kind kind, int reg, int a, int b)
{
    for (int i = 2; i < m->count; i++)
        if (m->at[i].kind == kind && m->at[i].reg == reg && m->at[i].a == a && m->at[i].b == b)
            return i;
    if (m->count == LIMIT_PLAN_STEPS) {
        m->full = true;
        return MASK_NO;
    }
    m->at[m->count] = (struct mask){kind, reg, a, b};
    return m->count++;
}

int mask_of(struct masks *m, enum mask_kind kind, int reg)
{
    return push(m, kind, reg, -1, -1);
}

/* NOT goes down to the leaves, so that the same thing always looks the same. */
int mask_not(struct masks *m, int a)
{
    const struct mask at = m->at[a];
    switch (at.kind) {
    case MASK_NO: return MASK_YES;
    case MASK_YES: return MASK_NO;
    case MASK_NOT: return at.a;
    case MASK_AND: return mask_or(m, mask_not(m, at.a), mask_not(m, at.b));
    case MASK_OR: return mask_and(m, mask_not(m, at.a), mask_not(m, at.b));
    default: return push(m, MASK_NOT, -1, a, -1);
    }
}

/* A cell has one state. */
static bool exclude(const struct mask *x, const struct mask *y)
{
    return x->reg == y->reg && ((x->kind == MASK_ABSENT && y->kind == MASK_UNKNOWN) ||
                                (x->kind == MASK_UNKNOWN && y->kind == MASK_ABSENT));
}

/* What is left of x once the leaf holds or not. */
static int put_in(struct masks *m, int x, int leaf, bool holds)
{
    const struct mask at = m->at[x];
    if (x == leaf)
        return holds ? MASK_YES : MASK_NO;
    if (holds && exclude(&at, &m->at[leaf]))
        return MASK_NO;
    m->full |= ++m->work > MASK_WORK; /* what is shared is walked again for each place */
    if (m->full)
        return x;
    switch (at.kind) {
    case MASK_NOT: return mask_not(m, put_in(m, at.a, leaf, holds));
    case MASK_AND: return mask_and(m, put_in(m, at.a, leaf, holds), put_in(m, at.b, leaf, holds));
    case MASK_OR: return mask_or(m, put_in(m, at.a, leaf, holds), put_in(m, at.b, leaf, holds));
    default: return x;
    }
}

/* What is left of x where the condition is known: a true AND has two true parts, a false OR two false ones. */
static int given(struct masks *m, int x, int condition, bool holds)
{
    const struct mask at = m->at[condition];
    if (x == MASK_NO || x == MASK_YES)
        return x;
    if (at.kind == MASK_NOT)
        return given(m, x, at.a, !holds);
    if (at.kind == (holds ? MASK_AND : MASK_OR))
        return given(m, given(m, x, at.a, holds), at.b, holds);
    return put_in(m, x, condition, holds);
}

static int join(struct masks *m, enum mask_kind kind, int a, int b)
{
    const int decides = kind == MASK_AND ? MASK_NO : MASK_YES, idle = kind == MASK_AND ? MASK_YES : MASK_NO;
    if (a == decides || b == decides)
        return decides;
    if (a == idle || a == b)
        return b;
    if (b == idle)
        return a;
    return push(m, kind, -1, a < b ? a : b, a < b ? b : a);
}

/* The second counts only where the first does not decide, and the other way round. */
static int simplify(struct masks *m, enum mask_kind kind, int a, int b)
{
    b = given(m, b, a, kind == MASK_AND);
    a = given(m, a, b, kind == MASK_AND);
    return join(m, kind, a, b);
}

int mask_and(struct masks *m, int a, int b)
{
    return simplify(m, MASK_AND, a, b);
}

int mask_or(struct masks *m, int a, int b)
{
    return simplify(m, MASK_OR, a, b);
}

int mask_choose(struct masks *m, int condition, int a, int b)
{
    a = given(m, a, condition, true);
    b = given(m, b, condition, false);
    return a == b ? a : mask_or(m, mask_and(m, condition, a), mask_and(m, mask_not(m, condition), b));
}
