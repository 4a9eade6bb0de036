/* SPDX-License-Identifier: EUPL-1.2 */
/* case.h: what a scenario gave so far, and the same as facts in a table. Private to scenario/. */
#ifndef HOORT_SCENARIO_CASE_H
#define HOORT_SCENARIO_CASE_H

#include "scenario/scenario.h"

struct said { struct str name, value; struct said *next; };   /* a parameter; the last one said counts */
struct told {                        /* a table of data */
    struct str source, law;          /* law: empty = whichever */
    const struct table_row *head;    /* rows under it; one column is the key */
    struct told *next;
};

struct scenario_case {
    bool dated;
    int32_t date;
    struct said *said;
    struct told *told;
};

struct asked {                       /* one output, evaluated */
    struct str output, law;
    bool planned;
    struct str why;                  /* no plan, or an answer that is faulty: what to say */
    struct answer answer;
    const struct plan *plan;
    const struct given *given;
    bool by_kernels, differs;        /* differs: kernels say something else, which is a mistake of ours */
    struct asked *next;
};

/* False where the case can't be put into facts. */
MUST_USE bool case_ask(struct arena *a, const struct law_set *laws, const struct scenario_case *c, struct str law,
                       struct str output, struct asked *out, struct err *e);
/* Whether this input or parameter was needed and is not known. */
bool case_lacks(const struct asked *x, struct str name);

#endif
