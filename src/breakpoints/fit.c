/* SPDX-License-Identifier: EUPL-1.2 */
/* fit.c: whether one straight line, rounded down to a unit, goes through all stairs so far, and which. Exact:
 * whole numbers only, and each stair is looked at. Not what the stairs are of (trace.c).
 *
 * A stair (x, y) wants y <= slope * x + offset < y + 1. A pair of stairs so bounds the slope: from the left one's
 * foot to the right one's head it must stay below, from head to foot above. Any slope strictly between the bounds
 * has an offset that fits all. Only corners of the convex hulls can bound it, and those are few.
 */
#include "trace.h"

static bool is_less(struct slope a, struct slope b)
{
    return !a.den || !b.den || a.num * b.den < b.num * a.den;
}

static void lower_high(struct slope *high, int128 rise, int64_t run)
{
    struct slope s = {rise, run};
    if (!high->den || is_less(s, *high))
        *high = s;
}

static void raise_low(struct slope *low, int128 rise, int64_t run)
{
    struct slope s = {rise, run};
    if (!low->den || is_less(*low, s))
        *low = s;
}

/* Above zero when the way a, b, c turns left. */
static int128 turn(struct corner a, struct corner b, struct corner c)
{
    return (int128)(b.x - a.x) * (c.y - b.y) - (int128)(b.y - a.y) * (c.x - b.x);
}

static void push(struct fit *f, int64_t x, int64_t y)
{
    struct corner c = {x, y};
    while (f->over_count >= 2 && turn(f->over[f->over_count - 2], f->over[f->over_count - 1], c) >= 0)
        f->over_count--;
    f->over[f->over_count++] = c;
    while (f->under_count >= 2 && turn(f->under[f->under_count - 2], f->under[f->under_count - 1], c) <= 0)
        f->under_count--;
    f->under[f->under_count++] = c;
}

static void bound(const struct fit *f, int64_t x, int64_t y, struct slope *low, struct slope *high)
{
    for (int i = 0; i < f->over_count; i++)
        lower_high(high, (int128)y + 1 - f->over[i].y, x - f->over[i].x);
    for (int i = 0; i < f->under_count; i++)
        raise_low(low, (int128)y - 1 - f->under[i].y, x - f->under[i].x);
}

bool fit_add(struct fit *f, const struct run *r)
{
    int64_t rise = r->cents - f->base, x = r->first - f->origin, wide = r->last - r->first;
    struct slope low = f->low, high = f->high;
    if (rise % f->unit || f->over_count + 2 > HULL_MAX || f->under_count + 2 > HULL_MAX)
        return false;
    int64_t y = rise / f->unit;
    bound(f, x, y, &low, &high);
    bound(f, x + wide, y, &low, &high);
    if (wide) {
        lower_high(&high, 1, wide);
        raise_low(&low, -1, wide);
    }
    if (!is_less(low, high))
        return false;
    f->low = low;
    f->high = high;
    push(f, x, y);
    if (wide)
        push(f, x + wide, y);
    return true;
}

void fit_open(struct fit *f, const struct run *first, int64_t unit)
{
    f->origin = first->first;
    f->base = first->cents;
    f->unit = unit;
    f->low = f->high = (struct slope){0, 0};
    f->over_count = f->under_count = 0;
    bool fits = fit_add(f, first);
    assert(fits);
}

static int128 floor_div(int128 a, int128 b)
{
    return a / b - (a % b < 0);
}

/* Laws write decimals, so the shortest one that fits is most often theirs. */
static void choose_slope(const struct fit *f, struct break_piece *out)
{
    int64_t ten = 1;
    for (int digits = 0; digits <= 12 && ten <= INT64_MAX / 100 / f->unit; digits++, ten *= 10) {
        int128 num = floor_div(f->low.num * f->unit * ten, f->low.den) + 1;
        if (num * f->high.den >= f->high.num * f->unit * ten || num > INT64_MAX || num < INT64_MIN)
            continue;
        out->num = (int64_t)num;
        out->den = ten * f->unit;
        return;
    }
    out->num = (int64_t)(f->low.num + f->high.num); /* a fraction that always lies between: of values and places only */
    out->den = (int64_t)(f->low.den + f->high.den);
}

void fit_line(const struct fit *f, struct break_piece *out)
{
    int128 offset = 0;               /* the first stair: nothing at x = 0 */
    assert(f->low.den && f->high.den);
    choose_slope(f, out);
    out->unit = f->unit;
    for (int i = 0; i < f->over_count; i++) {
        int128 needs = (int128)f->over[i].y * out->den - (int128)out->num * f->over[i].x;
        offset = needs > offset ? needs : offset;
    }
    assert(offset < out->den);
    out->offset = (int64_t)offset;
}

int64_t break_piece_cents(const struct break_piece *p, int64_t step, int64_t value)
{
    if (!p->unit)
        return p->at.cents;
    int128 x = ((int128)value - p->from) / step;
    return (int64_t)(p->at.cents + p->unit * floor_div(p->num * x + p->offset, p->den));
}
