/* SPDX-License-Identifier: EUPL-1.2 */
/* emit.c: see emit.h. Every number is an integer over a denominator that is fixed when the
 * plan is made; the range of every register is kept, and a plan whose ranges do not fit is
 * handed to the reference interpreter instead of being computed wrongly.
 */
#include "emit.h"

#define RANGE_MAX ((int64_t)1 << 62)     /* so that one more addition cannot overflow */
#define DEN_MAX ((int64_t)1 << 40)
#define REGISTER_TYPES (REG_PERSON + 1)

struct emitter emitter_open(struct arena *a, struct plan *p)
{
    p->steps = arena_new(a, struct step, LIMIT_PLAN_STEPS + REGISTER_TYPES); /* the last: see overflow() */
    p->facts = arena_new(a, struct plan_fact, LIMIT_COLUMNS);
    p->paths = arena_new(a, struct relation_path, LIMIT_COLUMNS);
    p->texts = arena_new(a, struct str, LIMIT_COLUMNS);
    p->paths[0] = (struct relation_path){.parent = -1, .person = -1};
    p->path_count = 1;
    p->kernels = true;
    return (struct emitter){a, p};
}

bool step_same(const struct step *x, const struct step *y)
{
    return x->kind == y->kind && x->type == y->type && x->a == y->a && x->b == y->b && x->c == y->c &&
           x->fact == y->fact && x->value == y->value && x->absent == y->absent &&
           x->factor == y->factor && x->scale_after == y->scale_after && x->mode == y->mode &&
           x->years == y->years && x->months == y->months && x->days == y->days && x->part == y->part &&
           x->path == y->path && x->combine == y->combine && x->den == y->den;
}

/* A plan that is full: no kernels, and a register of the right type so that compiling can go on. */
static int overflow(struct emitter *m, enum register_type type)
{
    int reg = LIMIT_PLAN_STEPS + (int)type;
    if (m->p->kernels)
        m->p->why = S("more steps than a plan may have");
    m->p->kernels = false;
    m->p->steps[reg] = (struct step){.kind = STEP_CONSTANT, .type = type, .a = -1, .b = -1, .c = -1, .fact = -1,
                                     .den = 1, .absent = true};
    return reg;
}

/* The same step twice is one step: that is all the sharing there is, across laws too. */
static int push(struct emitter *m, struct step s)
{
    if (m->p->step_count == LIMIT_PLAN_STEPS)
        return overflow(m, s.type);
    for (int i = 0; i < m->p->step_count; i++)
        if (step_same(&m->p->steps[i], &s))
            return i;
    m->p->steps[m->p->step_count] = s;
    return m->p->step_count++;
}

static const struct step *at(const struct emitter *m, int reg)
{
    return &m->p->steps[reg];
}

static bool is_known(const struct emitter *m, int reg)
{
    return at(m, reg)->kind == STEP_CONSTANT && !at(m, reg)->absent;
}

static struct step blank(enum step_kind kind, enum register_type type)
{
    return (struct step){.kind = kind, .type = type, .a = -1, .b = -1, .c = -1, .fact = -1, .den = 1};
}

int emit_give_up(struct emitter *m, enum register_type type, const char *why)
{
    if (m->p->kernels)
        m->p->why = str_copy(m->a, str_of(why));
    m->p->kernels = false;
    return emit_none(m, type);
}

static int constant(struct emitter *m, enum register_type type, int64_t value, int64_t den)
{
    struct step s = blank(STEP_CONSTANT, type);
    s.value = s.low = s.high = value;
    s.den = den;
    return push(m, s);
}

int emit_number(struct emitter *m, struct rational v)
{
    if (v.num > RANGE_MAX || v.num < -RANGE_MAX || v.den > DEN_MAX)
        return emit_give_up(m, REG_NUMBER, "a number of the law has too many digits");
    return constant(m, REG_NUMBER, (int64_t)v.num, (int64_t)v.den);
}

int emit_boolean(struct emitter *m, bool truth)
{
    return constant(m, REG_BOOLEAN, truth, 1);
}

int emit_date(struct emitter *m, int32_t date)
{
    return constant(m, REG_DATE, date, 1);
}

int emit_text(struct emitter *m, struct str text)
{
    for (int i = 0; i < m->p->text_count; i++)
        if (str_eq(m->p->texts[i], text))
            return constant(m, REG_TEXT, i, 1);
    if (m->p->text_count == LIMIT_COLUMNS)
        return emit_give_up(m, REG_TEXT, "more different texts than a plan may have");
    m->p->texts[m->p->text_count] = text;
    return constant(m, REG_TEXT, m->p->text_count++, 1);
}

int emit_self(struct emitter *m)
{
    return constant(m, REG_PERSON, 0, 1);
}

int emit_none(struct emitter *m, enum register_type type)
{
    struct step s = blank(STEP_CONSTANT, type);
    s.absent = true;
    return push(m, s);
}

/* By the rule of IF: a choice on what is not there. */
int emit_faulty(struct emitter *m, enum register_type type)
{
    int none = emit_none(m, type);
    return emit_select(m, emit_none(m, REG_BOOLEAN), none, none);
}

static int find_fact(struct emitter *m, const struct fact *fact, int path)
{
    struct plan *p = m->p;
    for (int i = 0; i < p->fact_count; i++)
        if (p->facts[i].fact == fact && p->facts[i].path == path)
            return i;
    assert(p->fact_count < LIMIT_COLUMNS);
    p->facts[p->fact_count] = (struct plan_fact){fact, path};
    return p->fact_count++;
}

int emit_fact(struct emitter *m, const struct fact *fact, int path)
{
    static const enum register_type types[] = {
        [FACT_BOOLEAN] = REG_BOOLEAN, [FACT_AMOUNT] = REG_NUMBER, [FACT_NUMBER] = REG_NUMBER,
        [FACT_DATE] = REG_DATE, [FACT_TEXT] = REG_TEXT, [FACT_PERSON] = REG_PERSON,
    };
    struct step s = blank(STEP_FACT, types[fact->type]);
    s.fact = find_fact(m, fact, path);
    /* A cell that is not present holds 0, so 0 is always within the range. */
    if (s.type == REG_NUMBER) {
        s.low = fact->min < 0 ? fact->min : 0;
        s.high = fact->max > 0 ? fact->max : 0;
    } else {
        /* -1: a text that the law does not name. */
        s.low = s.type == REG_DATE ? LIMIT_DATE_FIRST : s.type == REG_TEXT ? -1 : 0;
        s.high = s.type == REG_BOOLEAN ? 1 : s.type == REG_DATE ? LIMIT_DATE_LAST : INT32_MAX;
    }
    return push(m, s);
}

int emit_path(struct emitter *m, int parent, const struct fact *relation)
{
    struct plan *p = m->p;
    for (int i = 1; i < p->path_count; i++)
        if (p->paths[i].parent == parent && p->paths[i].relation == relation)
            return i;
    assert(p->path_count < LIMIT_COLUMNS);
    int person = emit_fact(m, relation, parent);
    p->paths[p->path_count] = (struct relation_path){parent, relation, person};
    return p->path_count++;
}

int emit_people(struct emitter *m, int parent, const struct fact *list)
{
    struct plan *p = m->p;
    for (int i = 1; i < p->path_count; i++)
        if (p->paths[i].parent == parent && p->paths[i].relation == list)
            return i;
    assert(p->path_count < LIMIT_COLUMNS);
    find_fact(m, list, parent);
    p->paths[p->path_count] = (struct relation_path){parent, list, -1};
    return p->path_count++;
}

/* Whether a register can say "known that there is none". Where it can, a step that turns
 * that into a fault must not be folded away. */
static bool never_absent(const struct emitter *m, int reg)
{
    switch (at(m, reg)->kind) {
    case STEP_FACT:
    case STEP_SELECT:
    case STEP_AT_PERSON:
    case STEP_SCALE: return false;
    case STEP_CONSTANT: return !at(m, reg)->absent;
    case STEP_EACH: return at(m, reg)->combine != EACH_MIN && at(m, reg)->combine != EACH_MAX;
    default: return true;
    }
}

/* ---- numbers --------------------------------------------------------------------------------- */

static bool fits(int128 low, int128 high)
{
    return low >= -RANGE_MAX && high <= RANGE_MAX;
}

static int push_number(struct emitter *m, struct step s, int128 low, int128 high, int128 den)
{
    if (!fits(low, high) || den > DEN_MAX)
        return emit_give_up(m, REG_NUMBER, "a number can grow beyond what 64 bits hold exactly");
    s.low = (int64_t)low;
    s.high = (int64_t)high;
    s.den = (int64_t)den;
    return push(m, s);
}

static struct rational rational_at(const struct emitter *m, int reg)
{
    struct rational r;
    bool ok = rational_make(at(m, reg)->value, at(m, reg)->den, &r);
    assert(ok);
    return r;
}

struct rational emit_bound(const struct emitter *m, int reg, bool high)
{
    struct rational r;
    bool ok = rational_make(high ? at(m, reg)->high : at(m, reg)->low, at(m, reg)->den, &r);
    assert(ok);
    return r;
}

/* To a denominator `factor` times as large. Constants move by themselves; a product with a
 * constant moves its constant, so that no extra step is needed in a kernel. */
static int scale(struct emitter *m, int a, int64_t factor)
{
    const struct step *s = at(m, a);
    if (factor == 1)
        return a;
    if (s->kind == STEP_CONSTANT) {
        if (s->absent)
            return a;
        if (!fits((int128)s->value * factor, (int128)s->value * factor) || (int128)s->den * factor > DEN_MAX)
            return emit_give_up(m, REG_NUMBER, "a number of the law has too many digits");
        return constant(m, REG_NUMBER, s->value * factor, s->den * factor);
    }
    if (s->kind == STEP_SELECT && is_known(m, s->b) && is_known(m, s->c)) {
        int condition = s->a, yes = s->b, no = s->c;
        yes = scale(m, yes, factor);
        no = scale(m, no, factor);
        return emit_select(m, condition, yes, no);
    }
    struct step scaled = blank(STEP_SCALE, REG_NUMBER);
    scaled.a = a;
    scaled.factor = factor;
    if (s->kind == STEP_MULTIPLY && is_known(m, s->b)) {
        scaled = *s;
        scaled.b = scale(m, s->b, factor);
    }
    return push_number(m, scaled, (int128)s->low * factor, (int128)s->high * factor, (int128)s->den * factor);
}

static int64_t gcd(int64_t a, int64_t b)
{
    while (b) {
        int64_t rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

static void align(struct emitter *m, int *a, int *b)
{
    if (at(m, *a)->absent || at(m, *b)->absent)
        return;
    int64_t x = at(m, *a)->den, y = at(m, *b)->den, g = gcd(x, y);
    *a = scale(m, *a, y / g);
    *b = scale(m, *b, x / g);
}

/* Both constants: computed now, as exactly as ever. */
static bool fold(struct emitter *m, int a, int b,
                 bool (*operation)(struct rational, struct rational, struct rational *), int *out)
{
    struct rational r;
    if (!is_known(m, a) || !is_known(m, b) || !operation(rational_at(m, a), rational_at(m, b), &r))
        return false;
    *out = emit_number(m, r);
    return true;
}

int emit_add(struct emitter *m, int a, int b)
{
    int folded;
    if (fold(m, a, b, rational_add, &folded))
        return folded;
    align(m, &a, &b);
    struct step s = blank(STEP_ADD, REG_NUMBER);
    s.a = a;
    s.b = b;
    return push_number(m, s, (int128)at(m, a)->low + at(m, b)->low, (int128)at(m, a)->high + at(m, b)->high,
                       at(m, a)->absent ? at(m, b)->den : at(m, a)->den);
}

int emit_subtract(struct emitter *m, int a, int b)
{
    int folded;
    if (fold(m, a, b, rational_subtract, &folded))
        return folded;
    align(m, &a, &b);
    struct step s = blank(STEP_SUBTRACT, REG_NUMBER);
    s.a = a;
    s.b = b;
    return push_number(m, s, (int128)at(m, a)->low - at(m, b)->high, (int128)at(m, a)->high - at(m, b)->low,
                       at(m, a)->absent ? at(m, b)->den : at(m, a)->den);
}

int emit_multiply(struct emitter *m, int a, int b)
{
    int folded;
    if (fold(m, a, b, rational_multiply, &folded))
        return folded;
    if (at(m, a)->kind == STEP_CONSTANT) { /* constants stand on the right, for kernels and scale() */
        int swap = a;
        a = b;
        b = swap;
    }
    const struct step *x = at(m, a);
    if (x->kind == STEP_SELECT && is_known(m, b) && is_known(m, x->b) && is_known(m, x->c)) {
        int condition = x->a, yes = x->b, no = x->c; /* one of two numbers, times a number, is one of two */
        yes = emit_multiply(m, yes, b);
        no = emit_multiply(m, no, b);
        return emit_select(m, condition, yes, no);
    }
    int128 low = 0, high = 0;
    const int64_t xs[] = {at(m, a)->low, at(m, a)->high}, ys[] = {at(m, b)->low, at(m, b)->high};
    for (int i = 0; i < 4; i++) {
        int128 product = (int128)xs[i & 1] * ys[i >> 1];
        low = i == 0 || product < low ? product : low;
        high = i == 0 || product > high ? product : high;
    }
    struct step s = blank(STEP_MULTIPLY, REG_NUMBER);
    s.a = a;
    s.b = b;
    return push_number(m, s, low, high, (int128)at(m, a)->den * at(m, b)->den);
}

int emit_divide(struct emitter *m, int a, int b)
{
    struct rational one_over;
    if (!is_known(m, b))
        return emit_give_up(m, REG_NUMBER, "a division by something that differs between residents");
    if (!rational_divide(rational_of(1), rational_at(m, b), &one_over))
        return emit_give_up(m, REG_NUMBER, "a division by zero");
    return emit_multiply(m, a, emit_number(m, one_over));
}

int emit_extreme(struct emitter *m, bool largest, int a, int b)
{
    align(m, &a, &b);
    const struct step *x = at(m, a), *y = at(m, b);
    if (is_known(m, a) && is_known(m, b))
        return (x->value > y->value) == largest ? a : b;
    struct step s = blank(largest ? STEP_MAX : STEP_MIN, REG_NUMBER);
    s.a = a;
    s.b = b;
    int64_t low = largest ? (x->low > y->low ? x->low : y->low) : (x->low < y->low ? x->low : y->low);
    int64_t high = largest ? (x->high > y->high ? x->high : y->high) : (x->high < y->high ? x->high : y->high);
    return push_number(m, s, low, high, x->absent ? y->den : x->den);
}

int emit_round(struct emitter *m, int a, int decimals, enum round_mode mode)
{
    if (decimals < -18 || decimals > 18)
        return emit_give_up(m, REG_NUMBER, "rounding to more digits than a plan has");
    if (is_known(m, a)) {
        struct rational r;
        if (!rational_round(rational_at(m, a), decimals, mode, &r))
            return emit_give_up(m, REG_NUMBER, "a number of the law has too many digits");
        return emit_number(m, r);
    }
    int64_t power = 1;
    for (int i = 0; i < (decimals < 0 ? -decimals : decimals); i++)
        power *= 10;
    int64_t den = at(m, a)->den;
    if (decimals < 0 && (int128)den * power > RANGE_MAX)
        return emit_give_up(m, REG_NUMBER, "a number can grow beyond what 64 bits hold exactly");
    int64_t divisor = decimals < 0 ? den * power : den, out_den = decimals < 0 ? 1 : power;
    if (decimals >= 0) {
        int64_t g = gcd(power, den);
        struct step s = blank(STEP_SCALE, REG_NUMBER);
        s.a = a;
        s.factor = power / g;
        divisor = den / g;
        if (s.factor != 1)
            a = push_number(m, s, (int128)at(m, a)->low * s.factor, (int128)at(m, a)->high * s.factor, den);
    }
    if (divisor == 1 && decimals >= 0 && at(m, a)->den == out_den && never_absent(m, a))
        return a;
    struct step s = blank(STEP_ROUND, REG_NUMBER);
    s.a = a;
    s.factor = divisor;
    s.scale_after = decimals < 0 ? power : 1;
    s.mode = mode;
    return push_number(m, s, ((int128)at(m, a)->low / divisor - 1) * s.scale_after,
                       ((int128)at(m, a)->high / divisor + 1) * s.scale_after, out_den);
}

/* ---- truth ------------------------------------------------------------------------------------- */

static int push_truth(struct emitter *m, enum step_kind kind, int a, int b)
{
    struct step s = blank(kind, REG_BOOLEAN);
    s.a = a;
    s.b = b;
    s.high = 1;
    return push(m, s);
}

static int junction(struct emitter *m, enum step_kind kind, bool decides, int a, int b)
{
    if (is_known(m, b)) { /* constants stand on the left */
        int swap = a;
        a = b;
        b = swap;
    }
    if (is_known(m, a) && (bool)at(m, a)->value == decides)
        return a;
    if ((is_known(m, a) || a == b) && never_absent(m, b))
        return b;
    return push_truth(m, kind, a, b);
}

int emit_and(struct emitter *m, int a, int b)
{
    return junction(m, STEP_AND, false, a, b);
}

int emit_or(struct emitter *m, int a, int b)
{
    return junction(m, STEP_OR, true, a, b);
}

int emit_not(struct emitter *m, int a)
{
    return is_known(m, a) ? emit_boolean(m, !at(m, a)->value) : push_truth(m, STEP_NOT, a, -1);
}

int emit_is_absent(struct emitter *m, int a)
{
    if (at(m, a)->kind == STEP_CONSTANT)
        return emit_boolean(m, at(m, a)->absent);
    return push_truth(m, STEP_IS_ABSENT, a, -1);
}

static bool is_self(const struct emitter *m, int reg)
{
    return at(m, reg)->type == REG_PERSON && is_known(m, reg);
}

int emit_equal(struct emitter *m, int a, int b)
{
    assert(at(m, a)->type == at(m, b)->type);
    if (at(m, a)->absent)
        return emit_is_absent(m, b);
    if (at(m, b)->absent)
        return emit_is_absent(m, a);
    if (at(m, a)->type == REG_NUMBER)
        align(m, &a, &b);
    if (is_known(m, a) && is_known(m, b))
        return emit_boolean(m, at(m, a)->value == at(m, b)->value);
    if (at(m, a)->type == REG_TEXT && at(m, a)->low < 0 && at(m, b)->low < 0)
        return emit_give_up(m, REG_BOOLEAN, "two texts that differ between residents are compared");
    if (is_self(m, a) || is_self(m, b))
        return emit_give_up(m, REG_BOOLEAN, "a person is compared with the resident");
    /* EQUALS with true is the condition itself, but for an absent one: that equals nothing. */
    return push_truth(m, STEP_EQUAL, a, b);
}

/* What is asked of a date that varies, when all else is fixed: true up to some last day. */
struct day_test {
    const struct step *s;            /* STEP_AGE or STEP_DATE_ADD */
    int32_t on;                      /* AGE: the fixed day. DATE_ADD: the day compared with */
    int64_t years;                   /* AGE: is one at least so old? */
    bool or_equal;                   /* DATE_ADD: moved <= on, otherwise moved < on */
};

static bool day_passes(const struct day_test *t, int32_t day)
{
    if (t->s->kind == STEP_AGE)
        return date_age(day, t->on) >= t->years;
    int32_t moved;
    bool ok = date_add(day, t->s->years, t->s->months, t->s->days, &moved);
    assert(ok); /* its range was proven when it was emitted */
    return t->or_equal ? moved <= t->on : moved < t->on;
}

/* The test as one comparison with the last day that passes: a kernel need not know calendars. */
static int last_day(struct emitter *m, int day, const struct day_test *t)
{
    int32_t low = (int32_t)at(m, day)->low, high = (int32_t)at(m, day)->high; /* proven for t->s too */
    if (!day_passes(t, low) || day_passes(t, high))
        return -1; /* never or always: not worth a shortcut, and unknown must stay unknown */
    while (low + 1 < high) {
        int32_t middle = low + (high - low) / 2;
        if (day_passes(t, middle))
            low = middle;
        else
            high = middle;
    }
    return emit_less(m, day, emit_date(m, low), true);
}

static bool is_fact_day(const struct emitter *m, int reg)
{
    return at(m, reg)->type == REG_DATE && at(m, reg)->low >= LIMIT_DATE_FIRST && at(m, reg)->high <= LIMIT_DATE_LAST;
}

/* moved < day, day < moved: with `moved` a fact's date moved by a fixed span and `day` fixed. */
static bool less_by_moved(struct emitter *m, int a, int b, bool or_equal, int *out)
{
    bool left = at(m, a)->kind == STEP_DATE_ADD;
    int moved = left ? a : b, fixed = left ? b : a;
    if (at(m, moved)->kind != STEP_DATE_ADD || !is_known(m, fixed) || !is_fact_day(m, at(m, moved)->a))
        return false;
    /* day < moved is not (moved <= day); day <= moved is not (moved < day). */
    struct day_test t = {at(m, moved), (int32_t)at(m, fixed)->value, 0, left == or_equal};
    int early = last_day(m, at(m, moved)->a, &t);
    if (early >= 0)
        *out = left ? early : emit_not(m, early);
    return early >= 0;
}

/* AGE(birth, fixed day) against a fixed number of years. */
static bool less_by_birth(struct emitter *m, int a, int b, bool or_equal, int *out)
{
    bool left = at(m, a)->kind == STEP_AGE;
    int age = left ? a : b, years = left ? b : a;
    if (at(m, age)->kind != STEP_AGE || !is_known(m, at(m, age)->b) || !is_known(m, years) ||
        at(m, years)->den != 1 || !is_fact_day(m, at(m, age)->a))
        return false;
    /* age < n is not (age >= n), age <= n is not (age >= n + 1); n < age is age >= n + 1, n <= age is age >= n. */
    struct day_test t = {at(m, age), (int32_t)at(m, at(m, age)->b)->value, at(m, years)->value + (left == or_equal), false};
    int old_enough = last_day(m, at(m, age)->a, &t);
    if (old_enough >= 0)
        *out = left ? emit_not(m, old_enough) : old_enough;
    return old_enough >= 0;
}

int emit_less(struct emitter *m, int a, int b, bool or_equal)
{
    int folded;
    if (at(m, a)->type == REG_NUMBER ? less_by_birth(m, a, b, or_equal, &folded)
                                     : less_by_moved(m, a, b, or_equal, &folded))
        return folded;
    if (at(m, a)->type == REG_NUMBER)
        align(m, &a, &b);
    if (is_known(m, a) && is_known(m, b))
        return emit_boolean(m, or_equal ? at(m, a)->value <= at(m, b)->value : at(m, a)->value < at(m, b)->value);
    return push_truth(m, or_equal ? STEP_LESS_EQUAL : STEP_LESS, a, b);
}

int emit_select(struct emitter *m, int condition, int yes, int no)
{
    assert(at(m, yes)->type == at(m, no)->type);
    if (at(m, condition)->kind == STEP_NOT) /* the other way round; what is silent stays as silent */
        return emit_select(m, at(m, condition)->a, no, yes);
    if (is_known(m, condition))
        return at(m, condition)->value ? yes : no;
    if (is_self(m, yes) || is_self(m, no))
        return emit_give_up(m, REG_PERSON, "a choice between the resident and another person");
    enum register_type type = at(m, yes)->type;
    if (type == REG_NUMBER)
        align(m, &yes, &no);
    struct step s = blank(STEP_SELECT, type);
    s.a = condition;
    s.b = yes;
    s.c = no;
    const struct step *x = at(m, yes), *y = at(m, no);
    s.low = x->low < y->low ? x->low : y->low;
    s.high = x->high > y->high ? x->high : y->high;
    s.den = x->absent ? y->den : x->den;
    return push(m, s);
}

int emit_at_person(struct emitter *m, int a, int person)
{
    const struct step *s = at(m, a);
    if (person < 0 || (s->kind == STEP_AT_PERSON && s->b == person))
        return a;
    struct step out = blank(STEP_AT_PERSON, s->type);
    out.a = a;
    out.b = person;
    out.low = s->low < 0 ? s->low : 0;
    out.high = s->high > 0 ? s->high : 0;
    out.den = s->den;
    return push(m, out);
}

/* ---- dates ---------------------------------------------------------------------------------------- */

static int push_days(struct emitter *m, enum step_kind kind, int a, int b, int64_t reach)
{
    struct step s = blank(kind, REG_NUMBER);
    s.a = a;
    s.b = b;
    return push_number(m, s, -reach, reach, 1);
}

int emit_age(struct emitter *m, int birth, int on)
{
    if (is_known(m, birth) && is_known(m, on))
        return emit_number(m, rational_of(date_age((int32_t)at(m, birth)->value, (int32_t)at(m, on)->value)));
    return push_days(m, STEP_AGE, birth, on, 12000000);
}

int emit_months(struct emitter *m, int from, int to, int divided_by)
{
    if (is_known(m, from) && is_known(m, to)) {
        int months = date_months_between((int32_t)at(m, from)->value, (int32_t)at(m, to)->value);
        return emit_number(m, rational_of(months / divided_by));
    }
    struct step s = blank(STEP_MONTHS, REG_NUMBER);
    s.a = from;
    s.b = to;
    s.factor = divided_by;
    return push_number(m, s, -150000000, 150000000, 1);
}

int emit_days(struct emitter *m, int from, int to)
{
    if (is_known(m, from) && is_known(m, to))
        return emit_number(m, rational_of(at(m, to)->value - at(m, from)->value));
    return push_days(m, STEP_DAYS_BETWEEN, from, to, (int64_t)1 << 33);
}

int emit_weekday(struct emitter *m, int date)
{
    if (is_known(m, date))
        return emit_number(m, rational_of(date_weekday((int32_t)at(m, date)->value)));
    return push_days(m, STEP_WEEKDAY, date, -1, 6);
}

static bool whole_at(const struct emitter *m, int reg, int64_t *out)
{
    *out = at(m, reg)->value;
    return is_known(m, reg) && at(m, reg)->den == 1 && *out > -4000000 && *out < 4000000;
}

int emit_date_add(struct emitter *m, int date, int years, int months, int weeks, int days)
{
    int64_t y, mo, w, d;
    if (!whole_at(m, years, &y) || !whole_at(m, months, &mo) || !whole_at(m, weeks, &w) || !whole_at(m, days, &d))
        return emit_give_up(m, REG_DATE, "a date moved by something that differs between residents");
    d += 7 * w;
    int32_t moved;
    if (is_known(m, date)) {
        if (!date_add((int32_t)at(m, date)->value, y, mo, d, &moved))
            return emit_give_up(m, REG_DATE, "a date beyond the calendar");
        return emit_date(m, moved);
    }
    struct step s = blank(STEP_DATE_ADD, REG_DATE);
    s.a = date;
    s.years = (int32_t)y;
    s.months = (int32_t)mo;
    s.days = (int32_t)d;
    int32_t low, high;
    if (!date_add((int32_t)at(m, date)->low, y, mo, d, &low) || !date_add((int32_t)at(m, date)->high, y, mo, d, &high))
        return emit_give_up(m, REG_DATE, "a date that can leave the calendar");
    s.low = low < 0 ? low : 0;
    s.high = high > 0 ? high : 0;
    return push(m, s);
}

int emit_date_of(struct emitter *m, int year, int month, int day)
{
    int64_t y, mo, d;
    int32_t date;
    if (!whole_at(m, year, &y) || !whole_at(m, month, &mo) || !whole_at(m, day, &d))
        return emit_give_up(m, REG_DATE, "a date put together from things that differ between residents");
    if (!date_from_civil((int)y, (int)mo, (int)d, &date))
        return emit_give_up(m, REG_DATE, "a date that does not exist");
    return emit_date(m, date);
}

int emit_date_part(struct emitter *m, int date, int part)
{
    if (is_known(m, date)) {
        int parts[3];
        date_civil((int32_t)at(m, date)->value, &parts[0], &parts[1], &parts[2]);
        return emit_number(m, rational_of(parts[part]));
    }
    struct step s = blank(STEP_DATE_PART, REG_NUMBER);
    s.a = date;
    s.part = part;
    return push_number(m, s, 0, 9999, 1);
}

/* ---- lists of persons ----------------------------------------------------------------------------- */

/* Whether a register is about the persons of one list and nobody else. */
static bool is_about(const struct emitter *m, int path, int reg)
{
    struct arena tmp = *m->a;
    bool *about = arena_new(&tmp, bool, reg + 1);
    for (int i = 0; i <= reg; i++) {
        const struct step *s = at(m, i);
        const int operands[] = {s->a, s->b, s->c};
        about[i] = s->kind == STEP_FACT ? m->p->facts[s->fact].path == path : s->kind == STEP_ITEM ? s->path == path
                 : s->kind != STEP_EACH && s->kind != STEP_AT_PERSON;
        for (int k = 0; k < COUNT(operands); k++)
            about[i] = about[i] && (operands[k] < 0 || about[operands[k]]);
    }
    return about[reg];
}

int emit_item(struct emitter *m, int path)
{
    struct step s = blank(STEP_ITEM, REG_PERSON);
    s.path = path;
    s.high = INT32_MAX;
    return push(m, s);
}

int emit_each(struct emitter *m, int path, int in, int body, enum each_combine combine)
{
    const struct relation_path *list = &m->p->paths[path];
    const bool truths = combine == EACH_AND || combine == EACH_OR;
    struct step s = blank(STEP_EACH, truths ? REG_BOOLEAN : REG_NUMBER);
    if (list->parent != 0 || !is_about(m, path, body) || (in >= 0 && !is_about(m, path, in)))
        return emit_give_up(m, s.type, "a FOREACH over persons that asks something of somebody else too");
    m->p->over_people = true;
    s.a = body;
    s.b = in;
    s.fact = find_fact(m, list->relation, list->parent);
    s.path = path;
    s.combine = combine;
    s.high = 1;
    if (truths)
        return push(m, s);
    const int128 times = combine == EACH_ADD ? LIMIT_LIST_PEOPLE : 1;
    const int64_t low = at(m, body)->low, high = at(m, body)->high;
    return push_number(m, s, low < 0 ? times * low : 0, high > 0 ? times * high : 0, at(m, body)->den);
}
