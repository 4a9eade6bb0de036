/* SPDX-License-Identifier: EUPL-1.2 */
/* trace.c: outcomes become runs of one amount, runs become stretches that one line goes through, stretches become
 * pieces. Works on one outcome at a time and remembers little. Not where outcomes come from (walk.c).
 */
#include "trace.h"

#include <stdlib.h>

void trace_open(struct tracer *t, struct arena *a, int64_t from, int64_t step)
{
    t->from = from;
    t->step = step;
    t->count = 0;
    t->open = t->over = false;
    t->pieces = 0;
    t->out = arena_new_raw(a, struct break_piece, LIMIT_BREAKS_PIECES);
}

static void emit(struct tracer *t, struct break_piece p, int64_t last)
{
    if (t->pieces == LIMIT_BREAKS_PIECES) {
        t->over = true;
        return;
    }
    struct break_piece *before = t->pieces ? &t->out[t->pieces - 1] : NULL;
    if (before) {                    /* what was left out between two places goes with the first */
        before->to = p.from - t->step;
        before->last_cents = break_piece_cents(before, t->step, before->to);
    }
    p.to = t->from + last * t->step;
    p.last_cents = break_piece_cents(&p, t->step, p.to);
    t->out[t->pieces++] = p;
}

static struct break_piece piece_of(const struct tracer *t, const struct run *first, int64_t stairs)
{
    struct break_outcome at = t->kind;
    at.cents = first->cents;
    return (struct break_piece){.from = t->from + first->first * t->step, .at = at, .stairs = stairs};
}

static void emit_constant(struct tracer *t, const struct run *r)
{
    emit(t, piece_of(t, r, 1), r->last);
}

static void emit_line(struct tracer *t)
{
    struct break_piece p = piece_of(t, &t->kept[0], t->count);
    fit_line(&t->fit, &p);
    emit(t, p, t->fit_last);
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

/* The first stair may have been two units high: whether the line goes on in a smaller unit. */
static bool in_smaller_unit(struct tracer *t, const struct run *r)
{
    struct fit again;
    if (t->count > RUNS_KEPT)
        return false;
    int64_t unit = llabs(r->cents - t->kept[0].cents);
    for (int64_t i = 1; i < t->count; i++)
        unit = gcd(unit, llabs(t->kept[i].cents - t->kept[0].cents));
    if (!unit || unit == t->fit.unit)
        return false;
    fit_open(&again, &t->kept[0], unit);
    for (int64_t i = 1; i < t->count; i++)
        if (!fit_add(&again, &t->kept[i]))
            return false;
    if (!fit_add(&again, r))
        return false;
    t->fit = again;
    return true;
}

static void keep(struct tracer *t, const struct run *r)
{
    if (t->count < RUNS_KEPT)
        t->kept[t->count] = *r;
    t->count++;
    t->fit_last = r->last;
}

static void add_run(struct tracer *t, const struct run *r)
{
    if (t->count == 1)
        fit_open(&t->fit, &t->kept[0], llabs(r->cents - t->kept[0].cents));
    if (t->count == 0 || fit_add(&t->fit, r) || in_smaller_unit(t, r)) {
        keep(t, r);
        return;
    }
    if (t->count >= LINE_RUNS) {
        emit_line(t);
        t->count = 0;
        keep(t, r);
        return;
    }
    struct run few[LINE_RUNS];       /* too short for a line: the first stands alone, and the others try again */
    int others = (int)t->count - 1;
    for (int i = 0; i < others; i++)
        few[i] = t->kept[i + 1];
    few[others] = *r;
    emit_constant(t, &t->kept[0]);
    t->count = 0;
    for (int i = 0; i <= others; i++)
        add_run(t, &few[i]);
}

static void end_run(struct tracer *t)
{
    if (t->open)
        add_run(t, &t->last);
    t->open = false;
}

static void end_stretch(struct tracer *t)
{
    end_run(t);
    if (t->count >= LINE_RUNS)
        emit_line(t);
    for (int64_t i = 0; t->count < LINE_RUNS && i < t->count; i++)
        emit_constant(t, &t->kept[i]);
    t->count = 0;
}

void trace_put(struct tracer *t, int64_t place, struct break_outcome o)
{
    bool same = t->open && t->kind.kind == o.kind && t->kind.state == o.state;
    if (same && t->last.cents == o.cents) {
        t->last.last = place;
        return;
    }
    if (same)
        end_run(t);
    else
        end_stretch(t);
    t->kind = o;
    t->last = (struct run){place, place, o.cents};
    t->open = true;
}

void trace_close(struct tracer *t, int64_t places)
{
    end_stretch(t);
    if (!t->pieces || t->over)
        return;
    struct break_piece *last = &t->out[t->pieces - 1];
    last->to = t->from + (places - 1) * t->step;
    last->last_cents = break_piece_cents(last, t->step, last->to);
}
