/* SPDX-License-Identifier: EUPL-1.2 */
/* look.h: inside the gate: everything that the checks of one scheme look at, and the checks.
 * Not for other modules: they see gate.h, and can make neither a permit nor a clearance here.
 */
#ifndef HOORT_GATE_LOOK_H
#define HOORT_GATE_LOOK_H

#include "gate/gate.h"

/* ---- sets by pseudonym (index.c) --------------------------------------------------------- */
struct opt_index { const struct opt_out **slots; int64_t count; };  /* count: a power of two */
struct opt_index opt_index_make(struct arena *a, const struct opt_outs *from);
/* This person with exactly this scheme; "" = never search. */
bool opt_index_has(const struct opt_index *index, struct pseudonym who, struct str scheme);

struct contact_index { int32_t *heads, *next; const struct contact *at; int64_t count; };
struct contact_index contact_index_make(struct arena *a, const struct contacts *from);
/* Letters to this person less than `days` ago; letters dated after today count too. */
int64_t contact_index_count(const struct contact_index *index, struct pseudonym who, int32_t today, int days);

/* ---- one scheme -------------------------------------------------------------------------- */
struct exclusion_column { const struct policy_exclusion *rule; const struct column *column; };

struct look {
    const struct policy *policy;
    const struct policy_scheme *chosen;
    const struct plan *plan;
    const struct table *t;
    const struct findings *f;
    const struct opt_index *opt_outs;
    struct contact_index contacts;
    int32_t today;
    bool above_ceiling, unverified;            /* the same for all rows */
    const struct column *use, *settled, *cell; /* NULL: unknown for everybody */
    const struct exclusion_column *exclusions;
    int exclusion_count;
    const int32_t *partner;                    /* rows; -1 = none; NULL when claims are not joint */
};

enum truth { TRUTH_NO, TRUTH_YES, TRUTH_UNKNOWN };

struct look look_open(struct arena *a, const struct permit *permit, const struct opt_index *opt_outs,
                      const struct policy_scheme *chosen, const struct table *t, const struct findings *f,
                      const struct contacts *contacts);
int64_t look_partner(const struct look *l, int64_t row);      /* -1 = none */
enum truth look_use(const struct look *l, int64_t row);       /* of either of the two when joint */
bool look_opted_out(const struct look *l, int64_t row);
/* The amount a year; false when it is not known or no amount that can be. */
bool look_amount(const struct look *l, int64_t row, int64_t *cents_year);
/* The exclusion of this treatment that holds for the row; NULL if none. */
const struct policy_exclusion *look_exclusion(const struct look *l, int64_t row, enum treatment treatment);

/* The one reason of every row, in the order of refusals.def. */
void look_reasons(struct arena tmp, const struct look *l, uint8_t *reason);

#endif
