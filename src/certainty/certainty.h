/* SPDX-License-Identifier: EUPL-1.2 */
/* certainty.h: what can be said about a resident while facts are missing: certain, possible or
 * excluded, between which amounts, which fact to ask next, and which facts need not be read at all.
 * Works on the steps of a plan (plan.h). Not about what may be done with it (gate/).
 *
 * A completion is what the truth may be: every fact that is not known takes some value within its
 * declared range, or is absent; a person who is not known is absent or somebody with such facts.
 * What is known stays, faults included. INV-11: no completion lies outside what is said here.
 */
#ifndef HOORT_CERTAINTY_H
#define HOORT_CERTAINTY_H

#include "eval/eval.h"

enum certainty {
    CERTAINTY_CERTAIN,     /* entitled, whatever the missing facts are */
    CERTAINTY_POSSIBLE,    /* it depends on them, or nothing can be said */
    CERTAINTY_EXCLUDED,    /* entitled in no completion */
    CERTAINTY_FAULTY       /* the known facts or the law lead nowhere in every completion */
};
const char *certainty_name(enum certainty c);   /* "certain", "possible", "excluded", "faulty"; static */

struct bounds {
    enum certainty certainty;
    bool counted;                /* false: the plan is not in steps (plan->why), so nothing is bounded */
    uint8_t verdicts;            /* bits 1 << enum verdict: those that a completion may have; never unknown */
    uint8_t amount_states;       /* bits 1 << enum cell_state of the amount, if entitled */
    int64_t low_cents, high_cents; /* of the amount, if entitled and present; 0 and 0 if it cannot be */
    bool exact;                  /* completions were found with each verdict and at both ends */
    int cases;                   /* into which the missing facts were split */
};
/* For a plan of a scheme. */
struct bounds certainty_bounds(struct arena tmp, const struct binding_set *b, int64_t row);

/* ---- what to ask ------------------------------------------------------------------------------- */
struct question {
    int *missing, missing_count;  /* plan facts that are not known and may change verdict or amount, cheapest first;
                                   * none where a right is excluded */
    int *ask, ask_count;          /* the cheapest of them that may settle it, in the order to ask: one if one may do */
    bool settles;                 /* whatever the answers are, not only for some */
};
/* Cheapest: cost and sensitivity of the dictionary added; then the order of the plan. A fact about a
 * person comes after who that person is. In a plan that is not in steps all that was missed is asked. */
struct question certainty_question(struct arena *a, const struct binding_set *b, int64_t row);
/* The same, with the bounds of that row, which are most of the work. */
struct question certainty_question_of(struct arena *a, const struct binding_set *b, int64_t row, const struct bounds *bounds);

/* Both, and in sentences for who helps a resident; a sentence is empty where there is nothing to say. */
struct outlook {
    struct bounds bounds;
    struct question question;
    struct phrase right, amount, missing, ask;
};
struct outlook certainty_outlook(struct arena *a, const struct binding_set *b, int64_t row);

/* ---- reading no more than is needed ---------------------------------------------------------------- */
struct stages;                    /* which fact next, by what was read before; grows with use: one thread each */
struct reading {
    int64_t residents;
    int64_t *read, *naive;        /* by plan fact: cells read, and cells that reading every fact takes */
    int64_t read_all, naive_all;
};
struct stages *certainty_stages(struct arena *a, const struct binding_set *b);
struct reading reading_open(struct arena *a, const struct plan *p);
/* Rows from..to-1: fact after fact until the verdict is definite and, if entitled, the amount. Then
 * verdict and, of who is entitled, amount are what eval_rows finds (INV-12); of others the amount is
 * left alone. Plans that are not in steps read everything. */
void certainty_read(struct arena tmp, struct stages *s, int64_t from, int64_t to, struct findings *out,
                    struct reading *sum);

#endif
