/* SPDX-License-Identifier: EUPL-1.2 */
/* compiled_masks.c: symbolic truths, simplified while they are made, so that "there is a partner, or
 * the partner's income is missing" falls away where the law asked for a partner first. Not values.
 */
#include "compiled.h"

#define MASK_PLACES 65536
_Static_assert(MASK_PLACES > 2 * LIMIT_PLAN_STEPS, "a place is found soon");

struct masks masks_open(struct arena *a)
{
    struct masks m = {.at = arena_new(a, struct mask, LIMIT_PLAN_STEPS), .places = arena_new(a, int, MASK_PLACES),
                      .negated = arena_new(a, int, LIMIT_PLAN_STEPS), .count = 2};
    m.at[MASK_NO] = (struct mask){MASK_NO, -1, -1, -1};
    m.at[MASK_YES] = (struct mask){MASK_YES, -1, -1, -1};
    return m;
}

static int push(struct masks *m, enum mask_kind kind, int reg, int a, int b)
{
    unsigned place = ((((unsigned)kind * 31u + (unsigned)reg) * 0x9e3779b1u + (unsigned)a) * 0x85ebca6bu + (unsigned)b) * 0xc2b2ae35u >> 16;
    for (int i; (i = m->places[place]) != 0; place = (place + 1) % MASK_PLACES)
        if (m->at[i].kind == kind && m->at[i].reg == reg && m->at[i].a == a && m->at[i].b == b)
            return i;
    if (m->count == LIMIT_PLAN_STEPS) {
        m->full = true;
        return MASK_NO;
    }
    m->at[m->count] = (struct mask){kind, reg, a, b};
    m->places[place] = m->count;
    return m->count++;
}

int mask_of(struct masks *m, enum mask_kind kind, int reg)
{
    return push(m, kind, reg, -1, -1);
}

static int negate(struct masks *m, int a)
{
    const struct mask at = m->at[a];
    switch (at.kind) {
    case MASK_NOT: return at.a;
    case MASK_AND: return mask_or(m, mask_not(m, at.a), mask_not(m, at.b));
    case MASK_OR: return mask_and(m, mask_not(m, at.a), mask_not(m, at.b));
    default: return push(m, MASK_NOT, -1, a, -1);
    }
}

/* NOT goes down to the leaves, so that the same thing always looks the same; once, for much is shared. */
int mask_not(struct masks *m, int a)
{
    if (a == MASK_NO || a == MASK_YES)
        return a == MASK_NO ? MASK_YES : MASK_NO;
    if (!m->negated[a])
        m->negated[a] = negate(m, a);
    return m->negated[a];
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
    if (++m->work > MASK_WORK) /* what is shared is walked again for each place */
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
    if (x == MASK_NO || x == MASK_YES || ++m->work > MASK_WORK)
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
    if (m->depth++ == 0)
        m->work = 0;
    b = given(m, b, a, kind == MASK_AND);
    a = given(m, a, b, kind == MASK_AND);
    m->depth--;
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
    if (m->depth == 0)
        m->work = 0;
    a = given(m, a, condition, true);
    b = given(m, b, condition, false);
    return a == b ? a : mask_or(m, mask_and(m, condition, a), mask_and(m, mask_not(m, condition), b));
}
