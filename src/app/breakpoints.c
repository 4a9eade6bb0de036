/* SPDX-License-Identifier: EUPL-1.2 */
/* breakpoints.c: from the words of a wish to a walk along a fact: whose fact, which values, which resident. Not the
 * walk (breakpoints/).
 */
#include "workspace.h"

#define DEFAULT_TO_CENTS 10000000    /* 100,000 euro: beyond it no allowance of an ordinary household begins */

static const struct str the_date = {"referencedate", 13};

static bool find_fact(const struct law_set *laws, struct str name, struct breaks_ask *ask, struct err *e)
{
    struct str rest, first = str_until(name, '.', &rest);
    if (str_eq(name, the_date))
        return true;
    if (rest.at) {
        ask->relation = facts_find(&laws->facts, first);
        if (!ask->relation || ask->relation->type != FACT_PERSON)
            return fail(e, ERR_FACTS, "'" STR_FMT "' is no relation to a person; write partner.NAME, or NAME alone", STR_ARG(first));
        first = rest;
    }
    ask->fact = facts_find(&laws->facts, first);
    return ask->fact || fail(e, ERR_FACTS, "there is no fact '" STR_FMT "' in the dictionary; mend the name", STR_ARG(first));
}

/* "28406", "28406.5" or "28406,50" to eurocents. */
static bool read_cents(struct arena *a, struct str s, int64_t *out)
{
    struct rational r;
    char *at = str_z(a, s);
    for (ptrdiff_t i = 0; i < s.len; i++)
        at[i] = (char)(at[i] == ',' ? '.' : at[i]);
    if (!rational_parse((struct str){at, s.len}, &r) || !rational_multiply(r, rational_of(100), &r) || !rational_is_whole(r) ||
        r.num > LIMIT_CENTS || r.num < -LIMIT_CENTS)
        return false;
    *out = (int64_t)r.num;
    return true;
}

static bool read_value(struct arena *a, const struct breaks_ask *ask, struct str s, const char *option, int64_t fallback,
                       int64_t *out, struct err *e)
{
    int32_t day = 0;
    *out = fallback;
    if (!s.len)
        return true;
    if (ask->fact && ask->fact->type == FACT_AMOUNT)
        return read_cents(a, s, out) ||
               fail(e, ERR_USAGE, "'" STR_FMT "' for %s is no amount; write euros, as 28406 or 28406,50", STR_ARG(s), option);
    if (ask->fact && ask->fact->type != FACT_DATE)
        return str_to_int64(s, out) || fail(e, ERR_USAGE, "'" STR_FMT "' for %s is no whole number", STR_ARG(s), option);
    if (!date_parse(s, &day))
        return fail(e, ERR_USAGE, "'" STR_FMT "' for %s is no date that exists, as YYYY-MM-DD", STR_ARG(s), option);
    *out = day;
    return true;
}

static bool read_step(struct arena *a, const struct breaks_ask *ask, struct str s, int64_t *out, struct err *e)
{
    *out = 1;
    bool fits = !s.len || (ask->fact && ask->fact->type == FACT_AMOUNT ? read_cents(a, s, out) : str_to_int64(s, out));
    return (fits && *out > 0) || fail(e, ERR_USAGE, "'" STR_FMT "' is no step; write euros for amounts, else a whole number", STR_ARG(s));
}

static bool read_range(struct arena *a, const struct breaks_wish *wish, struct breaks_ask *ask, struct err *e)
{
    const struct fact *f = ask->fact;
    bool day = !f || f->type == FACT_DATE, money = f && f->type == FACT_AMOUNT;
    int64_t from, to;
    int32_t year_later = ask->date;
    if (!date_add(ask->date, 1, 0, -1, &year_later))
        return fail(e, ERR_USAGE, "there is no year after that date; give --to");
    from = day ? ask->date : money && f->min < 0 ? 0 : f->min;
    to = day ? year_later : money && f->max > DEFAULT_TO_CENTS ? DEFAULT_TO_CENTS : f->max;
    return read_value(a, ask, wish->from, "--from", from, &ask->from, e) && read_value(a, ask, wish->to, "--to", to, &ask->to, e) &&
           read_step(a, ask, wish->step, &ask->step, e);
}

static bool find_resident(struct arena *a, const struct law_set *laws, const struct breaks_wish *wish, struct breaks_ask *ask,
                          struct err *e)
{
    if (wish->people) {
        ask->people = &wish->people->table;
        return people_row(wish->people, wish->files, wish->who, &ask->row, e);
    }
    struct table *t = arena_new(a, struct table, 1);
    ask->people = t;
    return case_table(a, laws, wish->facts, wish->fact_count, wish->date, t, e);
}

bool app_breakpoints(struct arena *a, const struct law_set *laws, const struct breaks_wish *wish, struct breaks *out, struct err *e)
{
    struct breaks_ask ask = {.laws = laws, .date = wish->date, .scheme = wish->scheme};
    return find_fact(laws, wish->fact, &ask, e) && read_range(a, wish, &ask, e) && find_resident(a, laws, wish, &ask, e) &&
           breaks_find(a, &ask, out, e);
}

/* ---- what there is to choose ------------------------------------------------------------------------------------- */

static void add_fact(struct breaks_fact *list, int *count, struct breaks_fact one)
{
    for (int i = 0; i < *count; i++)
        if (list[i].fact == one.fact && list[i].of_partner == one.of_partner)
            return;
    list[(*count)++] = one;
}

static void add_facts(struct arena *a, const struct law_set *laws, const struct scheme *s, int32_t date,
                      struct breaks_fact *list, int *count)
{
    struct arena tmp = *a;
    struct plan *p;
    struct err e;
    if (!plan_make(&tmp, laws, s->id, date, &p, &e))
        return;
    for (int i = 0; i < p->fact_count; i++) {
        const struct relation_path *path = &p->paths[p->facts[i].path];
        bool near = path->parent < 0 || (path->parent == 0 && str_eq(path->relation->name, S("partner")));
        if (near && p->facts[i].fact->type != FACT_PERSON && p->facts[i].fact->type != FACT_PEOPLE)
            add_fact(list, count, (struct breaks_fact){p->facts[i].fact, path->parent == 0});
    }
}

struct breaks_fact *app_breaks_facts(struct arena *a, const struct law_set *laws, int32_t date, int *count)
{
    struct breaks_fact *list = arena_new(a, struct breaks_fact, 2 * laws->facts.count);
    *count = 0;
    for (const struct scheme *s = NULL; (s = law_next_scheme(laws, s, date));)
        add_facts(a, laws, s, date, list, count);
    return list;
}
