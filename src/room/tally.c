/* SPDX-License-Identifier: EUPL-1.2 */
/* tally.c: what the room said, counted: spreads, shifts, picked values, and which dilemmas they point to. Never one
 * score. Not the acts (act.c). */
#include "room/parts.h"

struct spread room_spread(const struct room *r, struct str dilemma, int round, const struct role *role)
{
    struct spread s = {.answered = 0};
    for (int i = 0; i < r->people_count; i++) {
        const struct position *x = person_position(r->people[i], dilemma, round);
        if (!x->anchor || (role && r->people[i]->role != role))
            continue;
        s.count[x->anchor - 1]++;
        s.fences[x->anchor - 1] += x->fence;
        s.answered++;
    }
    for (int sum = 0; s.answered && sum * 2 < s.answered; s.median++)
        sum += s.count[s.median];
    return s;
}

int room_shifted(const struct room *r, struct str dilemma)
{
    int n = 0;
    for (int i = 0; i < r->people_count; i++) {
        int one = person_position(r->people[i], dilemma, 1)->anchor, two = person_position(r->people[i], dilemma, 2)->anchor;
        n += one && two && one != two;
    }
    return n;
}

static int pickers(const struct room *r, struct str value)
{
    int n = 0;
    for (int i = 0; i < r->people_count; i++)
        for (const struct names *x = r->people[i]->values; x; x = x->next)
            n += str_eq(x->id, value);
    return n;
}

struct picked *room_picked(struct arena *a, const struct room *r, int *count)
{
    struct picked *all = arena_new(a, struct picked, r->library->value_count);
    *count = 0;
    for (const struct method_value *v = r->library->values; v; v = v->next) {
        struct picked p = {v, pickers(r, v->id)};
        if (!p.count)
            continue;
        int at = (*count)++;
        for (; at > 0 && all[at - 1].count < p.count; at--)
            all[at] = all[at - 1];
        all[at] = p;
    }
    return all;
}

static bool has_answered(const struct room *r, const struct person *p, int round)
{
    if (round == 0)
        return p->value_count > 0;
    for (int i = 0; i < r->table_count; i++)
        if (!person_position(p, r->table[i]->id, round)->anchor)
            return false;
    return r->table_count > 0;
}

int room_answered(const struct room *r)
{
    int n = 0, round = room_round(r);
    if (!round && !room_step_is(r, "values"))
        return 0;
    for (int i = 0; i < r->people_count; i++)
        n += has_answered(r, r->people[i], round);
    return n;
}

/* ---- suggestions ----------------------------------------------------------------------------------------- */

static void add_reason(struct arena *a, struct suggestion *s, struct suggestion_reason reason, int weight)
{
    struct suggestion_reason **end = &s->reasons;
    while (*end)
        end = &(*end)->next;
    *end = arena_new(a, struct suggestion_reason, 1);
    **end = reason;
    s->weight += weight;
}

static void add_tensions(struct arena *a, const struct room *r, struct suggestion *s)
{
    for (const struct tension *t = r->library->tensions; t; t = t->next) {
        if (!str_eq(t->dilemma, s->dilemma->id))
            continue;
        int one = pickers(r, t->one), other = pickers(r, t->other);
        if (one && other)
            add_reason(a, s, (struct suggestion_reason){.why = t->why, .one = one, .other = other, .names = {t->one, t->other}},
                       4 * (one < other ? one : other));
    }
}

static bool among(const struct names *list, struct str id)
{
    for (; list; list = list->next)
        if (str_eq(list->id, id))
            return true;
    return false;
}

static void add_signals(struct arena *a, const struct room *r, struct suggestion *s, const struct names *signals)
{
    int weight = r->people_count > 1 ? r->people_count : 1;
    for (const struct signal *x = r->library->signals; x; x = x->next)
        if (among(signals, x->id) && among(x->dilemmas, s->dilemma->id))
            add_reason(a, s, (struct suggestion_reason){.why = x->why}, weight);
}

struct suggestion *room_suggest(struct arena *a, const struct room *r, const struct names *signals, int *count)
{
    struct suggestion *all = arena_new(a, struct suggestion, r->library->dilemma_count);
    *count = 0;
    for (const struct dilemma *d = r->library->dilemmas; d; d = d->next) {
        struct suggestion s = {.dilemma = d};
        add_tensions(a, r, &s);
        add_signals(a, r, &s, signals);
        if (!s.reasons)
            continue;
        int at = (*count)++;
        for (; at > 0 && all[at - 1].weight < s.weight; at--)
            all[at] = all[at - 1];
        all[at] = s;
    }
    return all;
}
