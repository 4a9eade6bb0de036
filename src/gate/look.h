/* SPDX-License-Identifier: EUPL-1.2 */
/* look.h: inside the gate: everything that the checks of one scheme look at, and the checks.
 * Not for other modules: they see gate.h, and can make neither a permit nor a clearance here.
 */
#ifndef HOORT_GATE_LOOK_H
#define HOORT_GATE_LOOK_H

#include "gate/gate.h"

/* ---- sets by pseudonym (index.c) --------------------------------------------------------- */
struct opt_index { const struct opt_out **slots; int64_t count; bool any; };  /* count: a power of two */
struct opt_index opt_index_make(struct arena *a, const struct opt_outs *from);
/* This person with exactly this scheme; "" = never search. */
bool opt_index_has(const struct opt_index *index, struct pseudonym who, struct str scheme);

struct contact_index { int32_t *heads, *next; const struct contact *at; int64_t count; };
struct contact_index contact_index_make(struct arena *a, const struct contacts *from);
/* Letters to this person less than `days` ago; letters dated after today count too. */
int64_t contact_index_count(const struct contact_index *index, struct pseudonym who, int32_t today, int days);
/* Days since the last letter to this person, less than 0 for one dated after today; INT32_MAX = none. */
int32_t contact_index_quiet(const struct contact_index *index, struct pseudonym who, int32_t today);

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
    bool unverified;                           /* the same for all rows */
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
bool look_excluded(const struct exclusion_column *x, int64_t row);  /* whatever the treatment */

/* ---- what no dial of the policy changes, looked at once (seen.c) --------------------------- */
/* A row that may be cleared, if the dials allow: certainly entitled, not using, not opted out. */
struct candidate {
    int32_t row, partner;                      /* partner: -1 = none */
    int32_t cell;                              /* number of its cell, from 1; 0 = unknown */
    int32_t quiet;                             /* days since the last letter to either; INT32_MAX = none */
    int64_t cents_year;
    uint64_t order;                            /* lots: see gate.h */
    uint16_t control, sample;                  /* 0..999 */
    uint8_t letters, partner_letters;          /* in the last year; 255 = that many or more */
};

enum { NO_REASON = REFUSAL_COUNT };            /* of what was looked at so far */

/* Rows of which all this is the same: what a dial does to one, it does to all of them. A city has some dozens. */
struct kind { uint8_t first; bool settled; };

struct seen {
    const struct look *l;
    uint8_t *first;                            /* rows; the first of the reasons that no dial changes, or NO_REASON */
    bool *settled;                             /* rows; of both when joint; false where an earlier reason is known */
    uint32_t *kind;                            /* rows; the number of its kind */
    struct kind *kinds;
    int64_t kind_count;
    uint64_t *exclusions;                      /* kinds * words; bit i: exclusion i holds, whatever its treatment */
    int words;
    struct candidate *candidates;              /* the rows with NO_REASON, by row */
    int64_t candidate_count, cell_count;
    struct gate_funnel funnel;
};
/* Fails when the amounts do not fit in one sum. */
MUST_USE bool seen_open(struct arena *a, const struct look *l, struct seen *out, struct err *e);

/* ---- the one reason of every row, by the dials of a policy (reasons.c) --------------------- */
struct dials {
    const struct policy *policy;
    const struct policy_scheme *chosen;
    const uint8_t *written;                    /* rows; letters of this very run for other schemes; NULL = none */
};
void seen_reasons(struct arena tmp, const struct seen *s, const struct dials *d, uint8_t *reason);
/* The least number of letters in a cell that has any; 0 = no letter. */
int64_t seen_smallest_cell(struct arena tmp, const struct seen *s, const uint8_t *reason);

#endif
