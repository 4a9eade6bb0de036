/* SPDX-License-Identifier: EUPL-1.2 */
/* plan.h: from laws, a date and an output to a typed list of steps on numbers: which facts
 * are read, along which relation, and what is done with them. Not the doing (eval/).
 */
#ifndef HOORT_PLAN_H
#define HOORT_PLAN_H

#include "law/law.h"

/* A person seen from the resident: 0 = the resident, else a step further (partner). */
struct relation_path {
    int parent;                      /* index of the path this one starts from; -1 for the resident */
    const struct fact *relation;     /* FACT_PERSON; NULL for the resident */
};

struct plan_fact {                   /* a fact about a person on a path */
    const struct fact *fact;
    int path;
};

/* What a step does. Registers are numbered by step. Numbers are integers over a fixed
 * denominator that is known here, so that kernels need no fractions; booleans are 0 or 1;
 * dates are days; texts are numbers in the plan's list of texts; persons are rows. */
enum step_kind {
    STEP_FACT,        /* load plan_fact `fact` */
    STEP_CONSTANT,    /* number, boolean, date or text; state present, or absent for null */
    STEP_SCALE,       /* a * factor: to another denominator */
    STEP_ADD, STEP_SUBTRACT, STEP_MULTIPLY, STEP_MIN, STEP_MAX,
    STEP_ROUND,       /* a / factor, rounded by mode, times scale_after */
    STEP_AND, STEP_OR, STEP_NOT,
    STEP_EQUAL, STEP_LESS, STEP_LESS_EQUAL,
    STEP_IS_ABSENT,   /* EQUALS null */
    STEP_SELECT,      /* a ? b : c, branch rule of IF */
    STEP_AT_PERSON,   /* a, but absent/unknown/faulty where the person on `path` is */
    STEP_AGE,         /* complete years from a to b */
    STEP_MONTHS, STEP_DAYS_BETWEEN, STEP_WEEKDAY,
    STEP_DATE_ADD,    /* date a + (constant) years, months, days */
    STEP_DATE_PART    /* year, month or day of a */
};

enum register_type { REG_BOOLEAN, REG_NUMBER, REG_DATE, REG_TEXT, REG_PERSON };

struct step {
    enum step_kind kind;
    enum register_type type;
    int a, b, c;                     /* registers; -1 = none */
    int fact, path;                  /* STEP_FACT, STEP_AT_PERSON */
    int64_t value;                   /* STEP_CONSTANT */
    bool absent;                     /* STEP_CONSTANT: null */
    int64_t factor, scale_after;     /* STEP_SCALE, STEP_ROUND */
    enum round_mode mode;
    int32_t years, months, days;     /* STEP_DATE_ADD */
    int part;                        /* STEP_DATE_PART: 0 year 1 month 2 day */
    int64_t den;                     /* the denominator of a number */
    int64_t low, high;               /* every present value lies within, in units of 1/den */
};

struct plan {
    struct str scheme;               /* id */
    int32_t date;
    const struct law_set *laws;
    const struct scheme *about;
    const struct law *law;           /* the version the scheme stands in */
    struct relation_path *paths;
    int path_count;
    struct plan_fact *facts;
    int fact_count;
    struct step *steps;
    int step_count;
    struct str *texts;
    int text_count;
    int entitled, amount;            /* registers; amount has den 1: eurocents */
    struct note *reads;              /* law versions used, "id 2025-01-01" */
    struct hash hash;                /* of law hashes, scheme, date */
    bool exact_in_int64;             /* false: range analysis cannot prove it; `why` says where */
    struct str why;
};

/* Compiles a scheme on a date. Refuses, with the path of laws walked, what does not lead to
 * the output: missing laws, true circles, unbound inputs, types that do not fit. */
MUST_USE bool plan_make(struct arena *a, const struct law_set *laws, struct str scheme, int32_t date,
                        struct plan **out, struct err *e);
/* The steps, for people. */
void plan_print(const struct plan *p, struct buf *out);

#endif
