/* SPDX-License-Identifier: EUPL-1.2 */
/* compiled.h: what the files that turn a plan into C share. Private to eval/; the door is eval.h.
 *
 * The C works out the ordinary residents only: nothing is faulty, nothing is missing but what the law asks
 * whether it is there, amounts are below some millions, the partner stands near, and of who is in a list all is
 * known that decides. It marks the others as odd, and those are for the kernels. So it needs few states, and stays readable.
 */
#ifndef HOORT_EVAL_COMPILED_H
#define HOORT_EVAL_COMPILED_H

#include "program.h"

#define ORDINARY ((int64_t)1 << 28)  /* eurocents: sums of a few still fit 32 bits */

/* ---- truths that are known when the plan is made, or by which register they go (compiled_masks.c) --- */
enum mask_kind {
    MASK_NO, MASK_YES,
    MASK_ABSENT, MASK_UNKNOWN,       /* fact `reg` is known to be missing; is not known */
    MASK_PARTNER_ABSENT, MASK_PARTNER_UNKNOWN, /* what STEP_AT_PERSON `reg` fetches is, for the partner */
    MASK_REGISTER,                   /* boolean register `reg` */
    MASK_NOBODY,                     /* in the list of STEP_EACH `reg` is nobody who counts */
    MASK_LENT_UNKNOWN,               /* what register `reg` lends to partners is not known */
    MASK_NOT, MASK_AND, MASK_OR
};
struct mask { enum mask_kind kind; int reg; int a, b; };

struct masks {
    struct mask *at;                 /* LIMIT_PLAN_STEPS of them; [MASK_NO], [MASK_YES] are these */
    int *places, *negated;           /* places: by a hash of what it is, 0 = free; negated: its NOT, 0 = not made yet */
    int count, work, depth;
    bool full;                       /* more were asked: nothing that was made is right */
};
#define MASK_WORK 2000               /* to simplify one truth; what is left of it then is as true, and longer */
struct masks masks_open(struct arena *a);
int mask_of(struct masks *m, enum mask_kind kind, int reg);
int mask_not(struct masks *m, int a);
int mask_and(struct masks *m, int a, int b);
int mask_or(struct masks *m, int a, int b);
/* Where `condition` holds a, else b. */
int mask_choose(struct masks *m, int condition, int a, int b);

/* ---- ranges of the ordinary (compiled_ranges.c) ------------------------------------------------------ */
struct range { int64_t low, high; };
/* By step; every value of an ordinary resident lies within. */
void ranges_of(const struct plan *p, struct range *out);

/* ---- what there is to write (compiled_draft.c) ------------------------------------------------------- */
struct draft {
    const struct plan *plan;
    bool *live;                      /* by step: as in struct binding_set */
    struct whose whose;
    struct range *ranges;
    struct masks masks;
    int *truth;                      /* by step: mask of a boolean register's value */
    int *absent, *unknown, *faulty;  /* by step: masks; where two hold, the later counts */
    int *lent_unknown;               /* by step: what MASK_LENT_UNKNOWN stands for */
    int odd;                         /* mask: an outcome is absent or faulty */
    bool *may_lack;                  /* by step: a fact that the law asks whether it is there */
    bool *lent;                      /* by step: fetched for partners */
    int *strange;                    /* by STEP_EACH: mask, about a person: this one makes whose list it is odd */
};
/* Over whose persons a step goes, or 0: those have loops of their own. */
int draft_list(const struct draft *d, int step);
/* A fact of the resident, or of another person by whose row it is fetched. */
bool draft_is_own(const struct draft *d, int step);
bool draft_is_fetched(const struct draft *d, int step);
/* False: no C for this plan; *why says what it has that the kernels must do. */
bool draft_make(struct arena *a, const struct plan *p, struct draft *out, struct str *why);

#endif
