/* SPDX-License-Identifier: EUPL-1.2 */
/* look.h: what pieces say: starts, stops, jumps, and all schemes together. Private to breakpoints/. */
#ifndef HOORT_BREAKPOINTS_LOOK_H
#define HOORT_BREAKPOINTS_LOOK_H

#include "breakpoints.h"

/* Fills starts, stops and jumps from the pieces. */
void look_at(struct arena *a, struct break_scheme *s);
/* Fills sums, jumps and lowest. */
MUST_USE bool sum_up(struct arena *a, struct breaks *b, struct err *e);
/* Amount of a year: 12 for schemes by month, else 1. */
int64_t times_a_year(const struct break_scheme *s);

#endif
