/* SPDX-License-Identifier: EUPL-1.2 */
/* program.h: a plan tied to a table and to slots in cache: what the kernels run. Private to eval/. */
#ifndef HOORT_EVAL_PROGRAM_H
#define HOORT_EVAL_PROGRAM_H

#include "eval/eval.h"

#define LANES_MAX 512                /* rows of one batch: enough to pay for choosing what to do */
#define LANES_MIN 64
#define CACHE_BYTES (64 * 1024)      /* of the caches that a batch may fill: measured, more than the first one */

struct source {                      /* a fact of the plan, in the table */
    const struct column *column;     /* NULL: nobody knows it; every cell is unknown */
    const void *cells;
    const uint8_t *states;           /* the column's, or corrected ones where cells were out of range; NULL: in the cells */
    const int32_t *codes;            /* of texts, by code of the column: place in plan->texts, -1 = another text */
    bool wide;                       /* cells are int64_t; else int32_t (codes of texts too), or bytes for booleans */
};

static inline enum cell_state source_state(const struct source *s, int64_t row)
{
    return (enum cell_state)(s->states ? s->states[row] : TRUTH_STATE(((const uint8_t *)s->cells)[row]));
}

struct lane {                        /* a register during one batch */
    const int64_t *v;                /* numbers, dates, texts, persons */
    const uint8_t *b;                /* booleans */
    const uint8_t *s;                /* states; == program->present when all are */
};

/* What is asked about a partner is worked out only for the rows that have one, side by side, and
 * spread over the batch at the end (STEP_AT_PERSON). But who lives together stands together: most
 * partners have a lane of their own in the same batch, where the same was just worked out for them. */
struct crowd {                       /* the lanes of a batch whose person is there */
    int count;                       /* those to work out, and the rows of their persons */
    int16_t lane[LANES_MAX];
    int32_t row[LANES_MAX];
    int near;                        /* twinned paths: those whose person is in the batch, and which lane that is */
    int16_t near_lane[LANES_MAX], near_at[LANES_MAX];
    const uint8_t *person;           /* lists of persons: whether each is known; program->present if all are */
    uint8_t known[LANES_MAX];
    int windowed;                    /* the first so many lanes: their person is at window[lane / 8] + beside[lane], */
    int16_t window[LANES_MAX / 8];   /* or nobody (128), or in the lists above; only where the processor has that */
    uint8_t beside[LANES_MAX];
};

struct whose {                       /* about whom each step is; by step but for the last two */
    int *path;                       /* 0 = over the whole batch, else only over crowds[path] */
    int *spread_path;                /* STEP_AT_PERSON: the path whose crowd it spreads; else 0 */
    int *twin;                       /* the step that does the same with the resident; -1 = none */
    bool *twinned;                   /* by path: all that is asked there has a twin */
    bool mixed;                      /* steps mix people: then every step is over the whole batch */
};

struct operation {
    const struct step *step;
    int reg;                         /* = index of the step */
    int path, spread_path;           /* as in struct whose */
    int twin;                        /* STEP_AT_PERSON over a twinned path: the register to take it from; else -1 */
    int64_t *v;                      /* room for the values, LANES_MAX of them; NULL for booleans */
    uint8_t *b, *s;
    uint8_t *found;                  /* STEP_EACH: whether anybody counted, or decided */
};

/* A list of persons: what is asked of each, some hundreds at a time, and what that comes to together. It
 * asks nothing of the residents themselves, so it is done before all else. */
struct group {
    int path;
    const struct source *list;
    struct operation *steps, *each;
    int step_count, each_count;
};

/* An array that is read or written from front to back, a batch at a time. A batch takes a few
 * hundred bytes of each of some thirty: too short for the processor to see where it is going. So
 * the rows of several batches are touched first, array by array, and wait in the second cache. */
struct stream { const char *at; int64_t row_bytes; };

struct program {                     /* read-only, but for the room: one for each thread */
    const struct binding_set *set;
    int count, lanes;
    struct operation *operations;    /* live steps, in order */
    struct group *groups;
    int group_count;
    struct lane *lanes_of;           /* by register */
    struct crowd *crowds;            /* by path; [0]: the rows of the batch, if they are listed */
    bool listed;                     /* the rows of crowds[0] instead of a range */
    struct stream *streams;
    int stream_count;
    const uint8_t *present, *unknown, *absent; /* LANES_MAX states of one kind */
    const int64_t *zeros;
};

struct binding_set {
    const struct plan *plan;
    const struct table *table;
    struct source *sources;          /* by plan fact */
    bool *live;                      /* by step: needed for the outputs */
    struct whose whose;
    eval_c *c;                       /* NULL: by kernels only */
    struct c_fact *c_facts;          /* by plan fact */
};

/* By step: needed for the outputs. */
bool *plan_live(struct arena *a, const struct plan *p);
struct whose whose_make(struct arena *a, const struct plan *p, const bool *live);

struct program program_open(struct arena *a, const struct binding_set *set);
void program_stream(struct program *p, const void *at, int64_t row_bytes);
/* eval_rows where b->c is set. */
void rows_by_c(struct program *p, struct arena tmp, int64_t from, int64_t to, struct findings *out);

/* One batch, rows from .. from + n - 1; n <= lanes. Writes findings, unless out is NULL. Of listed rows
 * the findings stand at 0 .. n - 1, and from is 0. The same source built for several processors. */
typedef void kernels(struct program *p, int64_t from, int n, struct findings *out);
kernels kernels_base, kernels_v3, kernels_v4;
kernels *kernels_best(void);

#endif
