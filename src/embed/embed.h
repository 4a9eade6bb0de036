/* SPDX-License-Identifier: EUPL-1.2 */
/* embed.h: what is behind the handles of include/hoort.h. Private to embed/: the door is that header. Everything
 * under it asserts what it is given; so whatever a caller passes is checked here first, and refused.
 */
#ifndef HOORT_EMBED_EMBED_H
#define HOORT_EMBED_EMBED_H

#include "eval/eval.h"
#include "hoort.h"

/* Where a handle and all it has lives; closing it is freeing the handle. */
struct home {
    struct arena a;
    char *start;                     /* NULL: none */
    int64_t bytes;
    int *users;                      /* who has the handle and who needs it; at nought it is closed */
};

struct hoort_laws {
    struct home home;
    struct law_set set;
    bool clean;                      /* no fault but what is missing */
    struct hoort_fault *faults;
    size_t fault_count;
};

struct hoort_plan {
    struct home home;
    const struct hoort_laws *laws;
    struct plan *plan;
    struct hoort_fact *facts;
    const char *joint_with;          /* NULL: nobody */
};

struct filled {                      /* a column; its texts, or who is in its lists, can be replaced without it */
    struct home cells, more;
    struct column *column;
};
struct hoort_people {
    struct home home;                /* users: the caller and the runs */
    const struct hoort_laws *laws;
    struct table table;
    struct filled *filled;           /* LIMIT_COLUMNS, as table.columns */
};

struct hoort_run {
    struct home home;
    const struct hoort_plan *plan;
    struct hoort_people *people;
    struct binding_set *bound;
    struct findings found;
};

/* Opening ends the process where there is no room, so only under arena_try. */
void home_open(struct home *h, int64_t bytes);
void home_close(struct home *h);     /* a home that was not opened is fine */
void home_use(const struct home *h); /* one more needs it */
bool home_leave(struct home *h);     /* one less; true: nobody does, close it */

/* False: so `return refuse(…)`. to may be NULL. */
bool refuse(struct hoort_error *to, const struct err *e);
bool misuse(struct hoort_error *to, const char *format, ...) PRINTF(2, 3);
/* arena_try, with the refusal handed on. */
bool attempt(bool (*work)(void *ctx, struct err *e), void *ctx, struct hoort_error *to);

enum hoort_state state_out(enum cell_state s);
enum cell_state state_in(uint8_t s); /* one of enum hoort_state */
enum hoort_type type_out(enum fact_type t);

/* Handles that others need. */
void laws_leave(const struct hoort_laws *laws);
void plan_leave(const struct hoort_plan *plan);
void people_leave(struct hoort_people *people);

#endif
