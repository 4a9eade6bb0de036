/* SPDX-License-Identifier: EUPL-1.2 */
/* narrow.c: if the resident is entitled, what else must be so: from the verdict back to the facts.
 * Every limit is a necessary condition, never more; what a step does is not repeated where leaving
 * a limit wide is good enough.
 */
#include "scene.h"

#define P MAY(CELL_PRESENT)

static void need(struct scene *s, int reg, struct span limit)
{
    s->limits[reg] = span_meet(s->limits[reg], limit);
}

static struct span now(const struct scene *s, int reg)
{
    return span_meet(s->assumed[reg], s->limits[reg]);
}

static struct span range(int128 low, int128 high)
{
    return (struct span){P, low < INT64_MIN ? INT64_MIN : (int64_t)low, high > INT64_MAX ? INT64_MAX : (int64_t)high};
}

static int64_t floor_divide(int64_t v, int64_t d)
{
    return v / d - (v % d != 0 && (v < 0) != (d < 0));
}

static bool is_only(struct span s, int64_t v)
{
    return s.states == P && s.low == v && s.high == v;
}

/* AND that holds: both hold. AND that does not, and one that must hold: the other does not. OR mirrored. */
static void narrow_junction(struct scene *s, const struct step *step, struct span out)
{
    int64_t decides = step->kind == STEP_OR;
    struct span a = now(s, step->a), b = now(s, step->b);
    if (is_only(out, !decides)) {
        need(s, step->a, span_of(CELL_PRESENT, !decides));
        need(s, step->b, span_of(CELL_PRESENT, !decides));
    } else if (is_only(out, decides)) {
        if (!span_may_be(a, decides))
            need(s, step->b, span_of(CELL_PRESENT, decides));
        if (!span_may_be(b, decides))
            need(s, step->a, span_of(CELL_PRESENT, decides));
    }
}

/* a <= b - gap */
static void narrow_order(struct scene *s, int a, int b, int gap)
{
    struct span x = now(s, a), y = now(s, b);
    if (!(x.states & P) || !(y.states & P)) {
        need(s, a, (struct span){0, 0, 0});
        return;
    }
    need(s, a, range(INT64_MIN, (int128)y.high - gap));
    need(s, b, range((int128)x.low + gap, INT64_MAX));
}

static void narrow_comparison(struct scene *s, const struct step *step, struct span out)
{
    bool strict = step->kind == STEP_LESS;
    if (out.states != P)
        return;
    if (is_only(out, 1))
        narrow_order(s, step->a, step->b, strict);
    else if (is_only(out, 0))
        narrow_order(s, step->b, step->a, !strict);
}

static void narrow_equality(struct scene *s, const struct step *step, struct span out)
{
    struct span known = {P | MAY(CELL_ABSENT), INT64_MIN, INT64_MAX};
    if (out.states != P)
        return;
    need(s, step->a, known);
    need(s, step->b, known);
    if (!is_only(out, 1))
        return;
    need(s, step->a, now(s, step->b));
    need(s, step->b, now(s, step->a));
}

static void narrow_absence(struct scene *s, const struct step *step, struct span out)
{
    if (is_only(out, 1))
        need(s, step->a, span_of(CELL_ABSENT, 0));
    else if (is_only(out, 0))
        need(s, step->a, range(INT64_MIN, INT64_MAX));
}

static void narrow_selection(struct scene *s, const struct step *step, struct span out)
{
    struct span condition = {0, 0, 0};
    bool yes = span_may_be(now(s, step->a), 1) && span_meet(now(s, step->b), out).states;
    bool no = span_may_be(now(s, step->a), 0) && span_meet(now(s, step->c), out).states;
    if (yes || no)
        condition = (struct span){P, !no, yes};
    if (out.states & MAY(CELL_UNKNOWN))
        condition.states |= MAY(CELL_UNKNOWN);
    if (out.states & MAY(CELL_FAULTY))
        condition.states |= MAY(CELL_FAULTY) | MAY(CELL_ABSENT);
    need(s, step->a, condition);
    if (condition.states == P && !no)
        need(s, step->b, out);
    if (condition.states == P && !yes)
        need(s, step->c, out);
}

/* A value about a person: their silence is its silence. */
static void narrow_person(struct scene *s, int person, struct span value, struct span out)
{
    struct span who = {out.states & ~P, INT64_MIN, INT64_MAX};
    if (span_meet(value, out).states)
        who.states |= P;
    need(s, person, who);
}

static void narrow_sum(struct scene *s, const struct step *step, struct span out)
{
    struct span a = now(s, step->a), b = now(s, step->b);
    if (step->kind == STEP_ADD) {
        need(s, step->a, range((int128)out.low - b.high, (int128)out.high - b.low));
        need(s, step->b, range((int128)out.low - a.high, (int128)out.high - a.low));
    } else {
        need(s, step->a, range((int128)out.low + b.low, (int128)out.high + b.high));
        need(s, step->b, range((int128)a.low - out.high, (int128)a.high - out.low));
    }
}

static void narrow_extreme(struct scene *s, const struct step *step, struct span out)
{
    struct span a = now(s, step->a), b = now(s, step->b);
    bool largest = step->kind == STEP_MAX;
    struct span side = largest ? range(INT64_MIN, out.high) : range(out.low, INT64_MAX);
    struct span reach = largest ? range(out.low, INT64_MAX) : range(INT64_MIN, out.high);
    need(s, step->a, side);
    need(s, step->b, side);
    if (!span_meet(b, reach).states)
        need(s, step->a, reach);
    if (!span_meet(a, reach).states)
        need(s, step->b, reach);
}

static void narrow_number(struct scene *s, const struct step *step, struct span out)
{
    const struct step *b = step->b < 0 ? NULL : &s->p->steps[step->b];
    if (step->kind == STEP_SCALE) {
        struct span a = {out.states, -floor_divide(-out.low, step->factor), floor_divide(out.high, step->factor)};
        need(s, step->a, out.states & P ? a : (struct span){out.states, INT64_MIN, INT64_MAX});
        return;
    }
    if (out.states != P)
        return;
    if (step->kind == STEP_ADD || step->kind == STEP_SUBTRACT)
        narrow_sum(s, step, out);
    else if (step->kind == STEP_MIN || step->kind == STEP_MAX)
        narrow_extreme(s, step, out);
    else if (step->kind == STEP_ROUND) /* no rounding moves a number further than to its neighbour */
        need(s, step->a, range(((int128)out.low / step->scale_after - 1) * step->factor,
                               ((int128)out.high / step->scale_after + 1) * step->factor));
    else if (b && b->kind == STEP_CONSTANT && !b->absent && b->value > 0)
        need(s, step->a, range(-floor_divide(-out.low, b->value), floor_divide(out.high, b->value)));
}

static void narrow_step(struct scene *s, int i)
{
    const struct step *step = &s->p->steps[i];
    struct span out = now(s, i);
    int person = step->kind == STEP_FACT ? s->p->paths[s->p->facts[step->fact].path].person : -1;
    switch (step->kind) {
    case STEP_FACT:
        if (person >= 0)
            narrow_person(s, person, s->facts[s->same[step->fact]], out);
        break;
    case STEP_AND: case STEP_OR: narrow_junction(s, step, out); break;
    case STEP_NOT:
        if (is_only(out, 0) || is_only(out, 1))
            need(s, step->a, span_of(CELL_PRESENT, !out.low));
        break;
    case STEP_LESS: case STEP_LESS_EQUAL: narrow_comparison(s, step, out); break;
    case STEP_EQUAL: narrow_equality(s, step, out); break;
    case STEP_IS_ABSENT: narrow_absence(s, step, out); break;
    case STEP_SELECT: narrow_selection(s, step, out); break;
    case STEP_AT_PERSON:
        narrow_person(s, step->b, now(s, step->a), out);
        if (now(s, step->b).states == P)
            need(s, step->a, out);
        break;
    case STEP_SCALE: case STEP_ADD: case STEP_SUBTRACT: case STEP_MULTIPLY: case STEP_MIN: case STEP_MAX:
    case STEP_ROUND: narrow_number(s, step, out); break;
    case STEP_CONSTANT: case STEP_AGE: case STEP_MONTHS: case STEP_DAYS_BETWEEN: case STEP_WEEKDAY: case STEP_DATE_ADD:
    case STEP_DATE_PART: case STEP_ITEM: case STEP_EACH: break;
    }
}

void scene_narrow(struct scene *s)
{
    for (int k = s->live_count; k-- > 0;)
        if (s->list_of[s->live[k]] < 0)
            narrow_step(s, s->live[k]);
}
