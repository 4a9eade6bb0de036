/* SPDX-License-Identifier: EUPL-1.2 */
/* span.c: sets of values, and every step on them: the smallest span that holds whatever the step
 * yields for values within its operands, taken one by one. Not aware of persons or laws.
 */
#include "scene.h"

struct span span_of(enum cell_state state, int64_t value)
{
    return (struct span){MAY(state), state == CELL_PRESENT ? value : 0, state == CELL_PRESENT ? value : 0};
}

static struct span present(int64_t low, int64_t high)
{
    return (struct span){MAY(CELL_PRESENT), low, high};
}

static struct span tidy(struct span s)
{
    if ((s.states & MAY(CELL_PRESENT)) && s.low > s.high)
        s.states &= ~MAY(CELL_PRESENT);
    if (!(s.states & MAY(CELL_PRESENT)))
        s.low = s.high = 0;
    return s;
}

struct span span_join(struct span x, struct span y)
{
    if (!(x.states & MAY(CELL_PRESENT)))
        return (struct span){x.states | y.states, y.low, y.high};
    if (!(y.states & MAY(CELL_PRESENT)))
        return (struct span){x.states | y.states, x.low, x.high};
    return (struct span){x.states | y.states, x.low < y.low ? x.low : y.low, x.high > y.high ? x.high : y.high};
}

struct span span_meet(struct span x, struct span y)
{
    return tidy((struct span){x.states & y.states, x.low > y.low ? x.low : y.low, x.high < y.high ? x.high : y.high});
}

bool span_is_one(struct span s)
{
    return s.states && !(s.states & (s.states - 1)) && s.low == s.high;
}

bool span_may_be(struct span s, int64_t v)
{
    return (s.states & MAY(CELL_PRESENT)) && s.low <= v && v <= s.high;
}

/* ---- states -------------------------------------------------------------------------------------------- */

#define SILENT (MAY(CELL_ABSENT) | MAY(CELL_FAULTY))

/* STRICT: INV-3, for every pair of states that may meet. */
static unsigned strict(unsigned x, unsigned y)
{
    unsigned out = 0;
    if ((x | y) & SILENT)
        out |= MAY(CELL_FAULTY);
    if (((x & MAY(CELL_UNKNOWN)) && (y & ~SILENT)) || ((y & MAY(CELL_UNKNOWN)) && (x & ~SILENT)))
        out |= MAY(CELL_UNKNOWN);
    return out | (x & y & MAY(CELL_PRESENT));
}

static struct span strict_span(unsigned x, unsigned y, int64_t low, int64_t high)
{
    return tidy((struct span){strict(x, y), low, high});
}

/* KLEENE: what decides, and otherwise the states of the two. */
static struct span junction(struct span x, struct span y, int64_t decides)
{
    bool x_other = span_may_be(x, !decides), y_other = span_may_be(y, !decides);
    struct span out = {0, 0, 0};
    if (span_may_be(x, decides) || span_may_be(y, decides))
        out = present(decides, decides);
    if (x_other && y_other)
        out = span_join(out, present(!decides, !decides));
    unsigned xs = (x.states & ~MAY(CELL_PRESENT)) | (x_other ? MAY(CELL_PRESENT) : 0);
    unsigned ys = (y.states & ~MAY(CELL_PRESENT)) | (y_other ? MAY(CELL_PRESENT) : 0);
    if (xs && ys)
        out.states |= strict(xs, ys) & ~MAY(CELL_PRESENT);
    return out;
}

static struct span negation(struct span x)
{
    return strict_span(x.states, MAY(CELL_PRESENT), !x.high, !x.low);
}

static struct span truth(bool may_be_false, bool may_be_true)
{
    return present(!may_be_false, may_be_true);
}

/* IDENTITY */
static struct span equality(struct span x, struct span y)
{
    const unsigned both = x.states & y.states, p = MAY(CELL_PRESENT), n = MAY(CELL_ABSENT);
    bool meets = (both & p) && x.low <= y.high && y.low <= x.high;
    bool differs = (both & p) && (x.low != x.high || y.low != y.high || x.low != y.low);
    bool crossed = ((x.states & p) && (y.states & n)) || ((x.states & n) && (y.states & p));
    bool yes = meets || (both & n), no = differs || crossed;
    struct span out = yes || no ? truth(no, yes) : (struct span){0, 0, 0};
    out.states |= (x.states | y.states) & MAY(CELL_FAULTY);
    unsigned xs = x.states & ~MAY(CELL_FAULTY), ys = y.states & ~MAY(CELL_FAULTY);
    if (xs && ys)
        out.states |= (xs | ys) & MAY(CELL_UNKNOWN);
    return out;
}

static struct span is_absent(struct span x)
{
    bool there = x.states & MAY(CELL_PRESENT), none = x.states & MAY(CELL_ABSENT);
    struct span out = there || none ? truth(there, none) : (struct span){0, 0, 0};
    out.states |= x.states & (MAY(CELL_UNKNOWN) | MAY(CELL_FAULTY));
    return out;
}

static struct span order(struct span x, struct span y, bool or_equal)
{
    bool yes = or_equal ? x.low <= y.high : x.low < y.high, no = or_equal ? x.high > y.low : x.high >= y.low;
    return strict_span(x.states, y.states, !no, yes);
}

/* BRANCH */
static struct span selection(struct span condition, struct span yes, struct span no)
{
    struct span out = {0, 0, 0};
    if (span_may_be(condition, 1))
        out = yes;
    if (span_may_be(condition, 0))
        out = span_join(out, no);
    out.states |= condition.states & MAY(CELL_UNKNOWN);
    if (condition.states & SILENT)
        out.states |= MAY(CELL_FAULTY);
    return out;
}

/* ---- numbers --------------------------------------------------------------------------------------------- */

static int64_t rounded(int64_t v, const struct step *s)
{
    int64_t d = s->factor, q = v / d, rest = v % d;
    if (rest < 0) {
        q--;
        rest += d;
    }
    if (s->mode == ROUND_UP)
        q += rest > 0;
    else if (s->mode == ROUND_HALF_AWAY)
        q += rest > d - rest || (rest == d - rest && v > 0);
    return q * s->scale_after;
}

static struct span product(struct span x, struct span y)
{
    const int64_t p[] = {x.low * y.low, x.low * y.high, x.high * y.low, x.high * y.high};
    int64_t low = p[0], high = p[0];
    for (int i = 1; i < COUNT(p); i++) {
        low = p[i] < low ? p[i] : low;
        high = p[i] > high ? p[i] : high;
    }
    return strict_span(x.states, y.states, low, high);
}

static int64_t least(int64_t x, int64_t y)
{
    return x < y ? x : y;
}

static int64_t most(int64_t x, int64_t y)
{
    return x > y ? x : y;
}

/* Every sum lies in the range that the plan proved, so nothing here can overflow. */
static struct span arithmetic(const struct step *s, struct span x, struct span y)
{
    switch (s->kind) {
    case STEP_ADD: return strict_span(x.states, y.states, x.low + y.low, x.high + y.high);
    case STEP_SUBTRACT: return strict_span(x.states, y.states, x.low - y.high, x.high - y.low);
    case STEP_MULTIPLY: return product(x, y);
    case STEP_MIN: return strict_span(x.states, y.states, least(x.low, y.low), least(x.high, y.high));
    case STEP_MAX: return strict_span(x.states, y.states, most(x.low, y.low), most(x.high, y.high));
    case STEP_ROUND: return strict_span(x.states, MAY(CELL_PRESENT), rounded(x.low, s), rounded(x.high, s));
    default: break;
    }
    assert(s->kind == STEP_SCALE);
    return (struct span){x.states, x.low * s->factor, x.high * s->factor};
}

/* ---- dates: all but days of week and parts move with the date ------------------------------------------------ */

static int64_t moved(const struct step *s, int64_t date)
{
    int32_t out;
    bool ok = date_add((int32_t)date, s->years, s->months, s->days, &out);
    assert(ok); /* the plan proved the range */
    return out;
}

static int64_t part(int64_t date, int which)
{
    int parts[3];
    date_civil((int32_t)date, &parts[0], &parts[1], &parts[2]);
    return parts[which];
}

static struct span cyclic(const struct step *s, struct span x)
{
    static const int64_t first[] = {0, 1, 1}, last[] = {9999, 12, 31};
    if (s->kind == STEP_WEEKDAY) {
        int64_t from = date_weekday((int32_t)x.low), days = x.high - x.low;
        return from + days <= 6 ? present(from, from + days) : present(0, 6);
    }
    for (int coarser = 0; coarser < s->part; coarser++)
        if (part(x.low, coarser) != part(x.high, coarser))
            return present(first[s->part], last[s->part]);
    return present(part(x.low, s->part), part(x.high, s->part));
}

static struct span between(const struct step *s, struct span a, struct span b)
{
    const int32_t al = (int32_t)a.low, ah = (int32_t)a.high, bl = (int32_t)b.low, bh = (int32_t)b.high;
    switch (s->kind) {
    case STEP_AGE: return present(date_age(ah, bl), date_age(al, bh));
    case STEP_MONTHS: return present(date_months_between(ah, bl) / s->factor, date_months_between(al, bh) / s->factor);
    default: return present((int64_t)bl - ah, (int64_t)bh - al);
    }
}

static struct span dates(const struct step *s, struct span a, struct span b)
{
    bool two = s->kind == STEP_AGE || s->kind == STEP_MONTHS || s->kind == STEP_DAYS_BETWEEN;
    unsigned states = strict(a.states, two ? b.states : MAY(CELL_PRESENT));
    if (!(states & MAY(CELL_PRESENT)))
        return (struct span){states, 0, 0};
    struct span v = two ? between(s, a, b) : s->kind == STEP_DATE_ADD ? present(moved(s, a.low), moved(s, a.high)) : cyclic(s, a);
    return (struct span){states, v.low, v.high};
}

/* A register beside itself: what cannot differ. False for steps that gain nothing by it. */
static bool by_itself(const struct step *s, struct span a, struct span *out)
{
    bool alike = s->kind == STEP_EQUAL || s->kind == STEP_LESS_EQUAL;
    if (s->a != s->b || (!alike && s->kind != STEP_SUBTRACT && s->kind != STEP_LESS))
        return false;
    *out = strict_span(a.states, a.states, alike, alike); /* x - x is 0, and x < x is false */
    if (s->kind == STEP_EQUAL && (a.states & MAY(CELL_ABSENT))) {
        out->states = (a.states & ~MAY(CELL_ABSENT)) | MAY(CELL_PRESENT);
        out->low = out->high = 1;
    }
    return true;
}

struct span span_step(const struct step *s, struct span a, struct span b, struct span c)
{
    struct span out;
    if (by_itself(s, a, &out))
        return out;
    switch (s->kind) {
    case STEP_CONSTANT: return s->absent ? span_of(CELL_ABSENT, 0) : span_of(CELL_PRESENT, s->value);
    case STEP_SCALE: case STEP_ADD: case STEP_SUBTRACT: case STEP_MULTIPLY: case STEP_MIN: case STEP_MAX:
    case STEP_ROUND: return arithmetic(s, a, b);
    case STEP_AND: return junction(a, b, 0);
    case STEP_OR: return junction(a, b, 1);
    case STEP_NOT: return negation(a);
    case STEP_EQUAL: return equality(a, b);
    case STEP_LESS: return order(a, b, false);
    case STEP_LESS_EQUAL: return order(a, b, true);
    case STEP_IS_ABSENT: return is_absent(a);
    case STEP_SELECT: return selection(a, b, c);
    case STEP_AT_PERSON: /* a about the person b, or b's silence */
        out = b.states & MAY(CELL_PRESENT) ? a : (struct span){0, 0, 0};
        out.states |= b.states & ~MAY(CELL_PRESENT);
        return out;
    case STEP_AGE: case STEP_MONTHS: case STEP_DAYS_BETWEEN: case STEP_WEEKDAY: case STEP_DATE_ADD:
    case STEP_DATE_PART: return dates(s, a, b);
    case STEP_FACT: case STEP_ITEM: case STEP_EACH: break; /* scene.c, or not counted at all */
    }
    assert(0 && "a step on values");
    return a;
}
