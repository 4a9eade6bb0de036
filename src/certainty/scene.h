/* SPDX-License-Identifier: EUPL-1.2 */
/* scene.h: the plan run on sets of values instead of values: one resident, some facts not known.
 * Private to certainty/.
 */
#ifndef HOORT_CERTAINTY_SCENE_H
#define HOORT_CERTAINTY_SCENE_H

#include "certainty/certainty.h"

#define MAY(state) (1u << (state))
#define MAY_ANY (MAY(CELL_PRESENT) | MAY(CELL_UNKNOWN) | MAY(CELL_ABSENT) | MAY(CELL_FAULTY))

/* The states that a value may have and, if it is present, between what it lies. Booleans are 0 and 1.
 * Smaller sets are below larger ones; no states at all is the impossible. */
struct span {
    unsigned states;
    int64_t low, high;           /* 0 and 0 unless MAY(CELL_PRESENT) */
};

struct span span_of(enum cell_state state, int64_t value);
struct span span_join(struct span x, struct span y);
struct span span_meet(struct span x, struct span y);
bool span_is_one(struct span s);             /* one state and, if present, one value */
bool span_may_be(struct span s, int64_t v);  /* present and v */

/* What a step yields for operands a, b, c (those that it has). */
struct span span_step(const struct step *s, struct span a, struct span b, struct span c);

/* A fact of one person. The first cells are the plan's facts about the resident and who is one step away; each
 * person in a list has cells of their own behind those. */
struct cell {
    int fact;                    /* of the plan */
    int64_t row;                 /* whose; -1: nobody of whom anything is known */
};

/* A list of persons of the resident: its steps are run for each of them (lists.c). */
struct members {
    int path, list;              /* of the plan: the path to them, the fact that is the list */
    int *inner, inner_count;     /* live steps about one of them, in order */
    int *facts, fact_count;      /* plan facts about one of them, or about who is theirs */
    bool known;                  /* who is in it */
    int count, first_cell;       /* then: persons, and the first cell of the first; else: cells that stand for anybody */
};

struct scene {
    const struct binding_set *b;
    const struct plan *p;
    int64_t row;
    int *live, live_count;       /* steps that the outcome needs, in order */
    struct cell *cells;          /* LIMIT_CERTAINTY_CELLS of room, if there are lists */
    int cell_count;              /* of what can be asked; cells that stand for anybody come after */
    int *cell_of;                /* by plan fact: its cell; of facts about a list, of the person whose turn it is */
    int *same;                   /* by cell: the first one that is the same fact of the same person */
    struct span *facts;          /* by cell: what it may be */
    struct members *lists;
    int list_count;
    int *list_of;                /* by step: of which list it is an inner step; -1 = none */
    bool crowded;                /* more persons in lists than there is room for: nothing can be said */
    struct span *regs;           /* by step, after scene_run */
    struct span *limits;         /* by step: what it must be for somebody who is entitled; scene_assume */
    struct span *assumed;        /* by step, if entitled */
    bool *marks;                 /* by step; scratch of scene_matters */
    int **touched;               /* by plan fact: live steps that it reaches, in order, -1 at the end */
};
/* What a plan must be for this: in steps, and without lists of persons of persons. */
bool scene_fits(const struct plan *p);
struct scene scene_open(struct arena *a, const struct binding_set *b);
/* Whose row a path leads to: -1 when the cells do not say. */
int64_t scene_person(const struct scene *s, int path, enum cell_state *state);
/* Every fact as the table has it; what is not known may be any value, or absent. */
void scene_fill(struct scene *s, int64_t row);
/* Anything that a truth may be: a value in the declared range, or absent. */
struct span scene_unknown(const struct plan *p, int fact);

struct outcome {
    unsigned verdicts;           /* bits 1 << enum verdict */
    struct span amount;          /* if entitled; impossible if nobody is */
};
struct outcome scene_run(struct scene *s);
bool outcome_is_one(const struct outcome *o); /* one verdict and, if entitled, one amount */
bool outcome_is_answer(const struct outcome *o); /* and that is no fault, nor unknown */
/* Bounds of whoever is entitled: fills s->assumed. False when nobody can be. */
bool scene_assume(struct scene *s);
/* From the limits of results to those of what they are made of (narrow.c). */
void scene_narrow(struct scene *s);
/* Marks in `facts` (by cell) what may change the outcome; after scene_run. Only facts that are
 * not one value; a person before the facts about them. */
void scene_matters(struct scene *s, const struct outcome *o, bool *facts);
/* The same in one look, without what entitlement itself tells of the amount: never marks less. */
void scene_reaches(struct scene *s, const struct outcome *o, bool *facts);
/* scene_run, when the cell `fact` alone became something else since the last one. */
struct outcome scene_rerun(struct scene *s, int fact);

/* The dictionary's fact of a cell. */
const struct fact *scene_fact(const struct scene *s, int cell);
/* The cell that says whose fact this is; -1 for the resident's. */
int scene_relation(const struct scene *s, int cell);
/* One step; the spans of those before it stand in regs. */
struct span scene_step(const struct scene *s, struct span *regs, int i);

/* ---- lists of persons (lists.c) ---- */
void lists_open(struct arena *a, struct scene *s);
void lists_fill(struct scene *s);
/* The persons in the list of the row, each with cells of their own; false: more than there is room for. */
bool lists_meet(struct scene *s, struct members *m);
/* However many, of whom anything may be true; these states too. */
void lists_anybody(struct scene *s, struct members *m, unsigned states);
int lists_count(const struct scene *s, const struct members *m); /* persons in the list of the row; 0 if it is not known */
/* Fact m->facts[k] of a person, as the table has it; *whose: the row, or -1. */
struct fact_cell lists_cell(const struct scene *s, const struct members *m, int person, int k, int64_t *whose);
/* STEP_EACH: over the persons, or over however many there may be. */
struct span lists_run(const struct scene *s, struct span *regs, int each);
/* From here on the cells are those of this person, and the inner steps are about them. */
void lists_turn(const struct scene *s, const struct members *m, int person, struct span *regs);

/* Cost and sensitivity of a plan fact. */
int fact_weight(const struct plan *p, int fact);
/* Values worth trying: absent, the ends, and both sides of what the plan compares it with. */
#define SAMPLES 24
int scene_samples(const struct scene *s, int fact, struct span out[SAMPLES]);
/* Whether the plan compares the fact itself with a fixed value strictly inside the span: its place. */
bool scene_threshold(const struct scene *s, int fact, struct span within, int64_t *last_below);
/* The plan fact that says who the persons of this path are; -1 for the resident. */
int path_relation(const struct plan *p, int path);

#endif
