/* SPDX-License-Identifier: EUPL-1.2 */
/* household.h: one resident and who stands around them, many times over. Private to breakpoints/. */
#ifndef HOORT_BREAKPOINTS_HOUSEHOLD_H
#define HOORT_BREAKPOINTS_HOUSEHOLD_H

#include "breakpoints.h"

struct household {
    int64_t rows[LIMIT_BREAKS_PERSONS];  /* of the people's table; [0] = the resident */
    int count, walked;               /* walked: whose fact changes */
};
/* Follows every relation as far as a plan can. */
MUST_USE bool household_of(const struct breaks_ask *ask, struct household *out, struct err *e);

/* Copy i of person p stands on row p * lanes + i, and copies know only copies of the same number. Only columns of
 * facts that `wanted` names by index; all when it is NULL. Impossible cells are faulty, as eval_bind makes them. */
struct table household_table(struct arena *a, const struct breaks_ask *ask, const struct household *h, int64_t lanes,
                             const bool *wanted);
/* Bytes of one copy, at most. */
int64_t household_bytes(const struct breaks_ask *ask, const struct household *h, const bool *wanted);
/* The walked fact of copies 0 .. n - 1: first, first + step, … */
void household_set(struct table *t, const struct breaks_ask *ask, const struct household *h, int64_t first, int64_t n);

#endif
