/* SPDX-License-Identifier: EUPL-1.2 */
/* trace.h: from outcomes, one value after the other, to few pieces. Private to breakpoints/. */
#ifndef HOORT_BREAKPOINTS_TRACE_H
#define HOORT_BREAKPOINTS_TRACE_H

#include "breakpoints.h"

#define RUNS_KEPT 256                /* of a stretch, to try another unit on */
#define LINE_RUNS 4                  /* fewer stairs are stairs, not a line */
#define HULL_MAX 256

struct run { int64_t first, last, cents; };   /* places of values (0, 1, 2, …) with one amount */

struct slope { int128 num, den; };   /* den 0: without bound */
struct corner { int64_t x, y; };

/* Lines floor(slope * x + …) * unit that go through every run of a stretch. There is one as long as low < high. */
struct fit {
    int64_t origin, base, unit;      /* x = place - origin, y = (cents - base) / unit */
    struct slope low, high;          /* both excluded */
    struct corner over[HULL_MAX], under[HULL_MAX]; /* convex hulls of what the line must pass */
    int over_count, under_count;
};
void fit_open(struct fit *f, const struct run *first, int64_t unit);
/* False: no line goes through this run too, and nothing changed. */
bool fit_add(struct fit *f, const struct run *r);
/* The line with the shortest decimal slope. */
void fit_line(const struct fit *f, struct break_piece *out);

struct tracer {
    int64_t from, step;              /* value at a place */
    struct break_outcome kind;       /* of the stretch */
    struct run kept[RUNS_KEPT], last;
    int64_t fit_last;                /* place where the last of them ends */
    int64_t count;                   /* runs of the stretch that the fit goes through */
    bool open;                       /* `last` is a run that may grow; it is not in the fit */
    struct fit fit;
    struct break_piece *out;
    int pieces;
    bool over;                       /* more than LIMIT_BREAKS_PIECES */
};
void trace_open(struct tracer *t, struct arena *a, int64_t from, int64_t step);
/* Places go up; those left out are taken to lie between their neighbours. */
void trace_put(struct tracer *t, int64_t place, struct break_outcome o);
/* `places` in all: the last piece ends there. */
void trace_close(struct tracer *t, int64_t places);

#endif
