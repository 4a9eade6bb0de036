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

/* The same as facts, for the article that is asked (NULL: nothing is known of parameters): the resident
 * is row 0. False where that can't be. */
struct case_facts { struct table table; const struct given *given; };
MUST_USE bool case_facts(struct arena *a, const struct law_set *laws, const struct scenario_case *c, const struct law *law,
                         const struct article *article, struct case_facts *out, struct err *e);

struct lack { struct str name; struct lack *next; }; /* an input or parameter; else a fact of the dictionary */

struct asked {                       /* one output, evaluated */
    struct str output;
    const struct law *law;           /* the version, and the article that has the output; NULL without a plan */
    const struct article *article;
    bool failed;                     /* no plan, or an answer that is faulty */
    struct str why;
    enum cell_state state;
    enum register_type type;
    struct rational number;
    struct str value;                /* printed; empty unless present */
    struct lack *lacks;              /* needed, and not known or faulty */
    bool by_kernels, differs;        /* differs: kernels say something else, which is a mistake of ours */
    struct asked *next;
};

/* The result lives in `a`, which must lie apart from `tmp`. False where case_facts is. */
MUST_USE bool case_ask(struct arena *a, struct arena tmp, const struct law_set *laws, const struct scenario_case *c,
                       struct str law, struct str output, struct asked *out, struct err *e);

#endif
