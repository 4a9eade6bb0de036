/* SPDX-License-Identifier: EUPL-1.2 */
/* sums.c: where rights start and stop, what jumps, and what all schemes come to together. The sum needs no walk: it
 * is cut where any scheme has a piece's edge, and between two edges it is the sum of their lines. INV-3
 */
#include "look.h"

#include <stdlib.h>

int64_t times_a_year(const struct break_scheme *s)
{
    return s->scheme->monthly ? 12 : 1;
}

/* The most that a line goes up or down from one value to the next. */
static int64_t stair(const struct break_piece *p)
{
    return p->unit ? p->unit * (llabs(p->num) / p->den + 1) : 0;
}

static bool explains(const struct break_piece *p, int64_t change)
{
    return p->unit && (change < 0) == (p->num < 0) && llabs(change) <= stair(p);
}

static bool has_right(const struct break_piece *p)
{
    return p->at.kind == BREAK_YES;
}

static bool has_none(const struct break_piece *p)
{
    return p->at.kind == BREAK_NO || p->at.kind == BREAK_NO_LAW;
}

static bool is_known(const struct break_piece *p)
{
    return has_none(p) || (has_right(p) && p->at.state == CELL_PRESENT);
}

/* What changes at the edge between two pieces that no slope explains; 0 where it is not known. */
static int64_t jump_between(const struct break_piece *before, const struct break_piece *after)
{
    if (!is_known(before) || !is_known(after))
        return 0;
    int64_t change = (has_right(after) ? after->at.cents : 0) - (has_right(before) ? before->last_cents : 0);
    bool explained = has_right(before) && has_right(after) && (explains(before, change) || explains(after, change));
    return explained ? 0 : change;
}

void look_at(struct arena *a, struct break_scheme *s)
{
    const struct break_pieces *p = &s->pieces;
    s->starts = arena_new(a, int64_t, p->count);
    s->stops = arena_new(a, int64_t, p->count);
    s->jumps.at = arena_new(a, struct break_jump, p->count);
    for (int i = 1; i < p->count; i++) {
        const struct break_piece *before = &p->at[i - 1], *after = &p->at[i];
        int64_t change = jump_between(before, after);
        if (has_none(before) && has_right(after))
            s->starts[s->start_count++] = after->from;
        else if (has_right(before) && has_none(after))
            s->stops[s->stop_count++] = before->to;
        else if (change)
            s->jumps.at[s->jumps.count++] = (struct break_jump){after->from, change};
    }
}

/* ---- together --------------------------------------------------------------------------------------------------- */

static int by_value(const void *a, const void *b)
{
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    return (x > y) - (x < y);
}

static int64_t *edges_of(struct arena *a, const struct breaks *b, int *count)
{
    int most = 1, all = 0;
    for (int i = 0; i < b->scheme_count; i++)
        most += b->schemes[i].pieces.count;
    int64_t *edges = arena_new(a, int64_t, most);
    for (int i = 0; i < b->scheme_count; i++)
        for (int k = 0; k < b->schemes[i].pieces.count; k++)
            edges[all++] = b->schemes[i].pieces.at[k].from;
    qsort(edges, (size_t)all, sizeof *edges, by_value);
    *count = 0;
    for (int i = 0; i < all; i++)
        if (!*count || edges[*count - 1] != edges[i])
            edges[(*count)++] = edges[i];
    return edges;
}

static bool add_slope(struct break_sum *sum, const struct break_piece *p, int64_t times)
{
    struct rational slope;
    return !p->unit || (rational_make((int128)p->num * p->unit * times, p->den, &slope) &&
                        rational_add(sum->slope, slope, &sum->slope));
}

static bool add_scheme(struct break_sum *sum, const struct break_scheme *s, const struct break_piece *p, int64_t step)
{
    if (!is_known(p))
        sum->kind = BREAK_UNKNOWN;
    else if (sum->kind != BREAK_UNKNOWN && p->at.kind != BREAK_NO_LAW)
        sum->kind = has_right(p) || sum->kind == BREAK_YES ? BREAK_YES : BREAK_NO;
    if (!has_right(p) || !is_known(p))
        return true;
    int64_t times = times_a_year(s);
    sum->cents += times * break_piece_cents(p, step, sum->from);
    sum->last_cents += times * break_piece_cents(p, step, sum->to);
    return add_slope(sum, p, times);
}

static int64_t jump_at(const struct breaks *b, const int *at, int64_t value)
{
    int64_t sum = 0;
    for (int i = 0; i < b->scheme_count; i++) {
        const struct break_piece *p = &b->schemes[i].pieces.at[at[i]];
        if (at[i] > 0 && p->from == value)
            sum += times_a_year(&b->schemes[i]) * jump_between(p - 1, p);
    }
    return sum;
}

/* Of an amount: eurocents a eurocent, as a loss in per cent. */
static bool put_percent(const struct breaks *b, struct break_sum *sum)
{
    struct rational r;
    return rational_divide(sum->slope, rational_of(-b->step), &r) && rational_multiply(r, rational_of(100), &r) &&
           rational_round(r, 2, ROUND_HALF_AWAY, &sum->percent);
}

static bool falls_steeper(const struct breaks *b, const struct break_sum *sum, bool *steeper)
{
    int than = -1;
    if (!rational_compare(sum->slope, b->lowest < 0 ? rational_of(0) : b->sums[b->lowest].slope, &than))
        return false;
    *steeper = than < 0;
    return true;
}

static bool put_sum(struct breaks *b, int *at, int64_t from, int64_t to)
{
    struct break_sum *sum = &b->sums[b->sum_count];
    bool steeper;
    *sum = (struct break_sum){.from = from, .to = to, .kind = BREAK_NO_LAW, .slope = rational_of(0)};
    for (int i = 0; i < b->scheme_count; i++) {
        const struct break_pieces *p = &b->schemes[i].pieces;
        while (p->at[at[i]].to < from)
            at[i]++;
        if (!add_scheme(sum, &b->schemes[i], &p->at[at[i]], b->step))
            return false;
    }
    if (sum->kind == BREAK_UNKNOWN) {
        sum->cents = sum->last_cents = 0;
        sum->slope = rational_of(0);
    }
    int64_t jump = jump_at(b, at, from);
    if (jump && sum->kind != BREAK_UNKNOWN)
        b->jumps.at[b->jumps.count++] = (struct break_jump){from, jump};
    if (!put_percent(b, sum) || !falls_steeper(b, sum, &steeper))
        return false;
    b->lowest = steeper ? b->sum_count : b->lowest;
    b->sum_count++;
    return true;
}

bool sum_up(struct arena *a, struct breaks *b, struct err *e)
{
    int count, *at = arena_new(a, int, b->scheme_count);
    int64_t *edges = edges_of(a, b, &count);
    b->sums = arena_new(a, struct break_sum, count);
    b->jumps.at = arena_new(a, struct break_jump, count);
    b->lowest = -1;
    for (int i = 0; i < count; i++)
        if (!put_sum(b, at, edges[i], i + 1 < count ? edges[i + 1] - b->step : b->to))
            return fail(e, ERR_LIMIT, "the slopes of the schemes together do not fit exact numbers; take one scheme");
    return true;
}
