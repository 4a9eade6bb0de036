/* SPDX-License-Identifier: EUPL-1.2 */
/* interpret.h: what the parts of the reference interpreter share. Private to eval/. */
#ifndef HOORT_EVAL_INTERPRET_H
#define HOORT_EVAL_INTERPRET_H

#include "reference.h"

struct value {
    enum cell_state state;
    enum register_type type;
    bool any_type;                   /* the literal null */
    bool truth;
    struct rational number;
    int32_t date;
    struct str text;
    int64_t row;                     /* of a person */
    int path;
    const struct literal *list;
};

struct name {
    struct str text;
    struct value value;
    struct name *next;
};

struct frame {
    const struct law *law;
    const struct article *article;
    struct name *parameters, *names, *outputs;
    struct frame *next;
};

struct reader {
    struct arena *a;
    const struct binding_set *b;
    const struct plan *plan;
    struct linker link;
    struct frame *frames;
    struct trace **where;            /* where the next trace node goes; NULL = not tracing */
    uint64_t missing;
};

/* ---- values and the trace (reference.c) ---- */
struct value ref_silent(enum register_type type, enum cell_state state);
struct value ref_truth(bool t);
struct value ref_number(struct rational n);
struct value ref_date(int32_t d);
/* STRICT: the worst of the operands; an absent one is a fault, for there is nothing to count with. */
enum cell_state ref_worst(enum cell_state a, enum cell_state b);
struct value ref_as_date(struct value v);         /* a text that says a date */
struct value ref_literal(const struct literal *l);
/* What a name means in the article: as in plan/. */
struct value ref_name(struct reader *r, struct frame *f, struct str text);
/* A node of the trace; NULL when not tracing. What follows goes under it until ref_trace_leave. */
struct trace *ref_trace(struct reader *r, enum trace_kind kind, struct str name);
struct trace **ref_trace_enter(struct reader *r, struct trace *t);
void ref_trace_leave(struct reader *r, struct trace *t, struct trace **before, const struct value *v);

/* ---- operations (reference_ops.c) ---- */
struct value ref_expr(struct reader *r, struct frame *f, const struct expr *x);

#endif
