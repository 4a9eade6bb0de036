/* SPDX-License-Identifier: EUPL-1.2 */
/* words.c: a figure and a dial's value as people read them, on paper and on a screen alike. Not sentences: those are
 * the screens'.
 */
#include "evidence/evidence.h"

static struct str whole(struct arena *a, int64_t n, bool english)
{
    return number_words(a, n, english);
}

static struct str euros(struct arena *a, int64_t cents, bool english)
{
    return str_format(a, english ? "€" STR_FMT : "€ " STR_FMT, STR_ARG(whole(a, cents / 100, english)));
}

/* One decimal, also where it is 0. */
static struct str tenths(struct arena *a, int64_t milli, bool english)
{
    int64_t ten = (milli + 50) / 100;
    return str_format(a, STR_FMT "%s%lld", STR_ARG(whole(a, ten / 10, english)), english ? "." : ",", (long long)(ten % 10));
}

static struct str bound(struct arena *a, enum figure_in unit, struct ratio r, bool english)
{
    switch (unit) {
    case IN_SHARE:
        return str_format(a, STR_FMT "%%", STR_ARG(tenths(a, ratio_milli((struct ratio){r.of * 100, r.in}), english)));
    case IN_CENTS:
        return euros(a, r.of, english);
    case IN_RATIO:
    case IN_FACTS:
        return tenths(a, ratio_milli(r), english);
    default:
        return whole(a, r.of, english);
    }
}

struct str figure_in_words(struct arena *a, enum figure_id id, const struct figure *f, bool english)
{
    if (f->missing)
        return f->missing == MISSING_SMALL ? S("*") : S("-");
    struct str low = bound(a, figure_unit(id), f->low, english), high = bound(a, figure_unit(id), f->high, english);
    const char *to = english ? "to" : "tot", *more = english ? "or more" : "of meer", *most = english ? "at most" : "hoogstens";
    if (f->low_open)
        return str_format(a, "%s " STR_FMT, most, STR_ARG(high));
    struct str range = str_eq(low, high) ? low : str_format(a, STR_FMT " %s " STR_FMT, STR_ARG(low), to, STR_ARG(high));
    return f->high_open ? str_format(a, STR_FMT " %s", STR_ARG(range), more) : range;
}

static struct str of(bool english, struct str nl, struct str en)
{
    return english ? en : nl;
}

struct str dial_value_words(struct arena *a, enum dial_kind kind, struct str value, bool english)
{
    int64_t n = 0;
    if (kind == WORD_TIMING)
        return str_eq(value, S("settled")) ? of(english, S("alleen op inkomen dat vaststaat"), S("only on settled income"))
                                           : of(english, S("ook op een schatting"), S("on an estimate too"));
    if (kind == WORD_TREATMENT)
        return str_eq(value, S("exclude")) ? of(english, S("uitsluiten"), S("exclude"))
                                           : of(english, S("eerst een medewerker"), S("a caseworker first"));
    if (!str_to_int64(value, &n))
        return value;
    if (kind == NUMBER_LIMIT && n == 0)
        return of(english, S("geen grens"), S("no limit"));
    return kind == NUMBER_EUROS ? euros(a, n * 100, english) : whole(a, n, english);
}
