/* SPDX-License-Identifier: EUPL-1.2 */
/* scenario.h: what a law should yield, in sentences: Gherkin files in regelrecht's vocabulary
 * (steps.def), read strictly and run against a set of laws by the reference interpreter and, where
 * the plan has kernels, by kernels too. Not the files themselves, nor the time that it takes (app/).
 */
#ifndef HOORT_SCENARIO_H
#define HOORT_SCENARIO_H

#include "eval/eval.h"

/* ---- a file of scenarios --------------------------------------------------------------------- */
enum step_word { WORD_GIVEN, WORD_WHEN, WORD_THEN };
enum step_table { TABLE_NONE, TABLE_PAIRS, TABLE_ROWS };
enum step_rule {
#define RULE(code, word, pattern, table, doc) RULE_##code,
#include "scenario/steps.def"
#undef RULE
    RULE_COUNT
};
const char *step_pattern(enum step_rule rule);    /* static */
const char *step_doc(enum step_rule rule);
enum step_word step_word(enum step_rule rule);

struct table_row {
    int line, count;
    struct str *cells;
    int *columns;                    /* where each cell starts */
    struct table_row *next;
};

#define STEP_VALUES_MAX 3
struct scenario_step {
    enum step_word word;             /* And and But have the word of the step before */
    enum step_rule rule;
    struct str text;                 /* as written, examples filled in */
    struct str values[STEP_VALUES_MAX]; /* what the pattern catches, in order */
    struct table_row *rows;
    int row_count, line, column;
    bool has_doc;
    struct str doc;                  /* a doc string */
    struct scenario_step *next;
};

struct tag { struct str text; struct tag *next; };  /* "@wip" */

struct scenario {
    struct str name, rule;           /* rule: the Rule that it stands under; empty if none */
    int line, column, example_line;  /* example_line: the row of Examples; 0 = none */
    struct tag *tags;                /* its own, and those of what it stands under */
    struct scenario_step *steps;     /* those of Background first */
    struct scenario *next;
};

struct feature {
    struct str file, name;
    int line;
    struct scenario *first;          /* outlines are written out, an example each */
    int count;
};

/* Faults tell everything that is wrong, with line and column; run nothing when there are any.
 * The keywords are English, or Dutch after `# language: nl`; steps are those of steps.def. */
struct feature feature_read(struct arena *a, struct str file, struct str bytes, struct faults *f);
bool scenario_has_tag(const struct scenario *s, struct str tag);

/* ---- running -------------------------------------------------------------------------------- */
struct scenario_result {
    bool passed;
    const struct scenario_step *failed; /* the step that did not hold; NULL if all did */
    struct str expected, got;
    int outputs, by_kernels;         /* evaluations, and how many of them kernels repeated */
};
struct scenario_result scenario_run(struct arena *a, const struct law_set *laws, const struct scenario *s);

#endif
