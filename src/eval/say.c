/* SPDX-License-Identifier: EUPL-1.2 */
/* say.c: an explanation in words: what a step is called, whose a line is, what a number means. A number says what it is as far
 * as the laws say it: an amount passes that on to what it is the sum of, a product does not. Not how a page looks (web/).
 */
#include "eval.h"

#include <inttypes.h>

#define SAYS(nl, en) {{nl, sizeof nl - 1}, {en, sizeof en - 1}}

/* ---- names and meanings ---------------------------------------------------------------------------------------- */

struct phrase trace_operation(struct str name)
{
    static const struct { const char *name; struct phrase words; } list[] = {
        {"ADD", SAYS("bij elkaar opgeteld", "added up")},
        {"SUBTRACT", SAYS("het eerste min de rest", "the first less the rest")},
        {"MULTIPLY", SAYS("vermenigvuldigd", "multiplied")},
        {"DIVIDE", SAYS("gedeeld", "divided")},
        {"MIN", SAYS("het laagste van deze", "the lowest of these")},
        {"MAX", SAYS("het hoogste van deze", "the highest of these")},
        {"ROUND", SAYS("afgerond", "rounded")},
        {"CEIL", SAYS("naar boven afgerond", "rounded up")},
        {"FLOOR", SAYS("naar beneden afgerond", "rounded down")},
        {"AND", SAYS("dit alles geldt", "all of these hold")},
        {"OR", SAYS("ten minste één hiervan geldt", "at least one of these holds")},
        {"NOT", SAYS("dit is niet zo", "this is not so")},
        {"EQUALS", SAYS("is gelijk", "is the same")},
        {"GREATER_THAN", SAYS("het eerste is hoger dan het tweede", "the first is higher than the second")},
        {"LESS_THAN", SAYS("het eerste is lager of eerder dan het tweede", "the first is lower or earlier than the second")},
        {"GREATER_THAN_OR_EQUAL", SAYS("het eerste is even hoog of hoger", "the first is as high or higher")},
        {"LESS_THAN_OR_EQUAL", SAYS("het eerste is even hoog of lager", "the first is as high or lower")},
        {"IF", SAYS("hangt ervan af", "depends")},
        {"IN", SAYS("staat in de lijst", "is in the list")},
        {"LIST", SAYS("de lijst", "the list")},
        {"FOREACH", SAYS("een voor een bekeken, en dan samen", "each looked at, then taken together")},
        {"AGE", SAYS("leeftijd in hele jaren", "age in whole years")},
        {"DATE_ADD", SAYS("datum, opgeschoven", "date, moved on")},
        {"DATE", SAYS("datum", "date")},
        {"DAY_OF_WEEK", SAYS("dag van de week", "day of the week")},
        {"DATE_DIFF", SAYS("tijd tussen twee datums", "time between two dates")},
    };
    for (int i = 0; i < COUNT(list); i++)
        if (str_eq(name, str_of(list[i].name)))
            return list[i].words;
    return (struct phrase)SAYS("tussenstap", "step");
}

static enum meaning of_unit(enum value_unit unit)
{
    return unit == UNIT_EUROCENT ? MEANS_CENTS : unit == UNIT_EURO ? MEANS_EUROS : unit == UNIT_RATIO ? MEANS_RATIO : MEANS_NOTHING;
}

static bool is_operation(const struct trace *t, const char *name)
{
    return t->kind == TRACE_OPERATION && str_eq(t->name, str_of(name));
}

/* Operations whose result is in the unit of what goes in. */
static bool keeps_unit(const struct trace *t)
{
    static const char *const keeps[] = {"ADD", "SUBTRACT", "MIN", "MAX", "ROUND", "CEIL", "FLOOR", "IF"};
    for (int i = 0; i < COUNT(keeps); i++)
        if (is_operation(t, keeps[i]))
            return true;
    return false;
}

/* What the law says about an output, an input, a definition or a fact. */
static enum meaning named_meaning(const struct trace *t)
{
    if (t->kind == TRACE_FACT)
        return t->fact && t->fact->type == FACT_AMOUNT ? MEANS_CENTS : MEANS_NOTHING;
    if (!t->where || t->kind == TRACE_OPERATION)
        return MEANS_NOTHING;
    const struct field *f = field_find(t->where->outputs, t->name);
    if (!f)
        f = field_find(t->where->inputs, t->name);
    if (f)
        return of_unit(f->unit);
    for (const struct definition *d = t->where->definitions; d; d = d->next)
        if (str_eq(d->name, t->name))
            return of_unit(d->unit);
    return MEANS_NOTHING;
}

/* The same for an operation: an amount comes out where an amount goes in. */
static enum meaning own_meaning(const struct trace *t, int depth)
{
    if (t->kind != TRACE_OPERATION || depth > LIMIT_TRACE_DEPTH)
        return named_meaning(t);
    if (!keeps_unit(t) && !is_operation(t, "MULTIPLY"))
        return MEANS_NOTHING;
    for (const struct trace *c = t->first; c; c = c->next) {
        enum meaning meaning = own_meaning(c, depth + 1);
        if (meaning == MEANS_CENTS || meaning == MEANS_EUROS)
            return meaning;
    }
    return MEANS_NOTHING;
}

enum meaning trace_meaning(const struct trace *t)
{
    return own_meaning(t, 0);
}

/* What children are worth in: the same as their parent, unless the parent changes the unit. */
enum meaning trace_meaning_within(const struct trace *t, enum meaning meaning)
{
    static const char *const compares[] = {"EQUALS", "GREATER_THAN", "LESS_THAN", "GREATER_THAN_OR_EQUAL", "LESS_THAN_OR_EQUAL"};
    if (t->kind == TRACE_OUTPUT || keeps_unit(t))
        return meaning;
    for (int i = 0; i < COUNT(compares); i++)
        for (const struct trace *c = is_operation(t, compares[i]) ? t->first : NULL; c; c = c->next)
            if (own_meaning(c, 0) != MEANS_NOTHING)
                return own_meaning(c, 0);
    return MEANS_NOTHING;
}

/* ---- values ---------------------------------------------------------------------------------------------------- */

/* A number as it is printed: 12, 12.5 or 37/3. */
static bool number_of(struct str value, struct rational *out)
{
    struct str rest, whole = str_until(value, '/', &rest);
    struct rational under;
    return rational_parse(whole, out) && (!rest.len || (rational_parse(rest, &under) && rational_divide(*out, under, out)));
}

/* Cents of a printed number of cents or euros, rounded for the eye; false if it is no number. */
static bool cents_of(struct str value, enum meaning meaning, int64_t *cents)
{
    struct rational r, hundred = rational_of(100);
    if (!number_of(value, &r) || (meaning == MEANS_EUROS && !rational_multiply(r, hundred, &r)) ||
        !rational_round(r, 0, ROUND_HALF_AWAY, &r) || r.num > LIMIT_CENTS || r.num < -LIMIT_CENTS)
        return false;
    *cents = (int64_t)r.num;
    return true;
}

/* Whole numbers are grouped, fractions keep their digits; the decimal sign follows the language. */
static struct str figure(struct arena *a, struct str value, bool english)
{
    int64_t whole;
    struct rational r;
    if (str_to_int64(value, &whole) && whole > -LIMIT_CENTS && whole < LIMIT_CENTS)
        return number_words(a, whole, english);
    struct buf out = buf_open(a, value.len + 1);
    bool number = !english && rational_parse(value, &r);
    for (ptrdiff_t i = 0; i < value.len; i++)
        buf_char(&out, value.at[i] == '.' && number ? ',' : value.at[i]);
    return buf_str(&out);
}

/* A no-break space, so that an amount never falls apart over two lines. */
static struct str money(struct arena *a, int64_t cents, bool english)
{
    uint64_t size = cents < 0 ? 0 - (uint64_t)cents : (uint64_t)cents;
    struct str euros = number_words(a, (int64_t)(size / 100), english);
    const char *sign = english ? (cents < 0 ? "-€" : "€") : cents < 0 ? "€\u00a0-" : "€\u00a0";
    return str_format(a, "%s" STR_FMT "%c%02d", sign, STR_ARG(euros), english ? '.' : ',', (int)(size % 100));
}

static struct str percentage(struct arena *a, struct str value, bool english)
{
    struct rational r;
    if (!rational_parse(value, &r) || !rational_multiply(r, rational_of(100), &r))
        return value;
    return str_format(a, STR_FMT "%%", STR_ARG(figure(a, rational_print(a, r), english)));
}

struct str trace_value(struct arena *a, const struct trace *t, enum meaning meaning, bool english)
{
    static const struct phrase states[] = {[CELL_UNKNOWN] = SAYS("niet bekend", "not known"), [CELL_ABSENT] = SAYS("geen", "none"),
                                           [CELL_FAULTY] = SAYS("klopt niet", "not right")};
    int32_t date;
    int64_t cents;
    if (t->state != CELL_PRESENT)
        return english ? states[t->state].en : states[t->state].nl;
    /* Who it is, is nobody's business here; that there is somebody, is. */
    if ((t->fact && t->fact->type == FACT_PEOPLE) || (!t->fact && str_eq(t->value, S("person"))))
        return english ? S("known") : S("bekend");
    if (t->fact && t->fact->type == FACT_PERSON)
        return english ? S("yes, there is one") : S("ja, die is er");
    if (str_eq(t->value, S("true")))
        return english ? S("yes") : S("ja");
    if (str_eq(t->value, S("false")))
        return english ? S("no") : S("nee");
    if (date_parse(t->value, &date))
        return date_words(a, date, english);
    if ((meaning == MEANS_CENTS || meaning == MEANS_EUROS) && cents_of(t->value, meaning, &cents))
        return money(a, cents, english);
    return meaning == MEANS_RATIO ? percentage(a, t->value, english) : figure(a, t->value, english);
}

/* ---- lines ------------------------------------------------------------------------------------------------------- */

struct str trace_plain_name(struct arena *a, struct str name)
{
    struct buf out = buf_open(a, name.len + 1);
    for (ptrdiff_t i = 0; i < name.len; i++)
        buf_char(&out, name.at[i] == '_' ? ' ' : name.at[i]);
    return buf_str(&out);
}

static struct str joined(struct arena *a, struct str before, struct str value, struct str after)
{
    return str_format(a, STR_FMT STR_FMT STR_FMT, STR_ARG(before), STR_ARG(value), STR_ARG(after));
}

/* "is hoger dan 0": of a comparison with what stands in the rule itself. */
static struct phrase comparison(struct arena *a, const struct trace *t)
{
    static const struct { const char *name; struct phrase before, after; } list[] = {
        {"EQUALS", SAYS("is gelijk aan ", "is the same as "), SAYS("", "")},
        {"GREATER_THAN", SAYS("is hoger dan ", "is higher than "), SAYS("", "")},
        {"LESS_THAN", SAYS("is lager dan ", "is lower than "), SAYS("", "")},
        {"GREATER_THAN_OR_EQUAL", SAYS("is ", "is "), SAYS(" of hoger", " or higher")},
        {"LESS_THAN_OR_EQUAL", SAYS("is ", "is "), SAYS(" of lager", " or lower")},
    };
    const struct trace to = {.kind = TRACE_VALUE, .state = CELL_PRESENT, .value = t->against};
    enum meaning meaning = t->first ? trace_meaning(t->first) : MEANS_NOTHING;
    struct str nl = trace_value(a, &to, meaning, false), en = trace_value(a, &to, meaning, true);
    for (int i = 0; i < COUNT(list); i++)
        if (str_eq(t->name, str_of(list[i].name)))
            return (struct phrase){joined(a, list[i].before.nl, nl, list[i].after.nl), joined(a, list[i].before.en, en, list[i].after.en)};
    return trace_operation(t->name);
}

struct phrase trace_words(struct arena *a, const struct plan *plan, const struct trace *t)
{
    if (t->kind == TRACE_OPERATION)
        return t->label.nl.len ? t->label : t->against.len ? comparison(a, t) : trace_operation(t->name);
    struct str name = trace_plain_name(a, t->name);
    return plan_words(a, plan, t->label.nl.len ? t->label : (struct phrase){name, name}, t->path);
}

/* An output that is one operation is one line, not two with the same value. */
const struct trace *trace_inside(const struct trace *t)
{
    bool one = t->kind == TRACE_OUTPUT && t->first && !t->first->next && t->first->kind == TRACE_OPERATION && t->first->first;
    return one ? t->first : t;
}

struct str trace_law(struct arena *a, const struct plan *plan, const struct trace *t)
{
    struct str why;
    if (t->basis && t->basis->law.len)
        return t->basis->law;
    const struct law *law = plan ? law_in_force(plan->laws, t->law, plan->date, &why, a) : NULL;
    return law && law->name.len ? law->name : t->law;
}

/* Words are kept in the arena of `out`: a buffer that grows would write over what stands behind it. */
struct saying { const struct plan *plan; bool english; struct buf *out; };

static void say_source(const struct saying *s, const struct trace *t)
{
    buf_print(s->out, "   [" STR_FMT, STR_ARG(t->source));
    if (t->as_of != INT32_MIN)
        buf_print(s->out, ", " STR_FMT, STR_ARG(date_words(s->out->a, t->as_of, s->english)));
    buf_char(s->out, ']');
}

/* The basis is the nearest to the text; without one the article that the line stands in. */
static void say_place(const struct saying *s, const struct trace *t)
{
    bool based = t->basis && t->basis->article.len;
    struct str article = based ? t->basis->article : t->article;
    if (!article.len || t->kind == TRACE_FACT)
        return;
    bool numbered = article.at[0] >= '0' && article.at[0] <= '9'; /* else it is a step in a publication */
    buf_print(s->out, "   (" STR_FMT "%s" STR_FMT, STR_ARG(trace_law(s->out->a, s->plan, t)), numbered ? " art. " : ", ", STR_ARG(article));
    if (based && t->basis->paragraph.len)
        buf_print(s->out, "%s" STR_FMT, s->english ? " paragraph " : " lid ", STR_ARG(t->basis->paragraph));
    buf_char(s->out, ')');
}

static void say(const struct saying *s, const struct trace *t, enum meaning inherited, int depth)
{
    enum meaning own = trace_meaning(t), meaning = own != MEANS_NOTHING ? own : inherited;
    const struct trace *inside = trace_inside(t), *place = inside->basis && inside->basis->article.len ? inside : t;
    struct phrase what = trace_words(s->out->a, s->plan, t), how = trace_words(s->out->a, s->plan, inside);
    struct str value = trace_value(s->out->a, t, meaning, s->english);
    for (int i = 0; i < depth; i++)
        buf_add(s->out, S("  "));
    buf_print(s->out, STR_FMT ": " STR_FMT, STR_ARG(s->english ? what.en : what.nl), STR_ARG(value));
    if (inside != t)
        buf_print(s->out, " (" STR_FMT ")", STR_ARG(s->english ? how.en : how.nl));
    if (t->kind == TRACE_FACT)
        say_source(s, t);
    say_place(s, place);
    buf_char(s->out, '\n');
    for (const struct trace *child = inside->first; child && depth < LIMIT_TRACE_DEPTH; child = child->next)
        say(s, child, trace_meaning_within(inside, meaning), depth + 1);
}

void trace_say(const struct plan *plan, const struct trace *t, bool english, struct buf *out)
{
    struct saying s = {plan, english, out};
    say(&s, t, MEANS_NOTHING, 0);
}
