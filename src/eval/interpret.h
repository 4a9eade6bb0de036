/* SPDX-License-Identifier: EUPL-1.2 */
/* interpret.h: what the parts of the reference interpreter share. Private to eval/. */
#ifndef HOORT_EVAL_INTERPRET_H
#define HOORT_EVAL_INTERPRET_H

#include "reference.h"

struct items { struct item *at; int count; };

struct people {                      /* whose facts a property of a person in the list is (see plan/compile.h) */
    const struct column *column;
    const struct law *law;
    const struct article *article;
    const struct field *input;
};

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
    const struct items *list;        /* NULL unless it is a list; then the state is present */
    const struct people *people;     /* NULL unless it is a list of persons (row: whose), or (REG_PERSON) one of them */
};

struct item {
    struct value v;
    enum cell_state in;              /* present: it belongs; else it is not known whether it does */
};

/* The item that a filter or body sees. */
struct each { struct str as; const struct value *item; };

struct name {
    struct str text;
    struct value value;
    struct name *next;
};

struct frame {
    const struct law *law;
    const struct article *article;
    struct name *parameters, *names, *outputs;
    const struct each *each;         /* NULL outside the filter and body of a FOREACH */
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
struct str ref_print(struct arena *a, const struct value *v);
struct value ref_as_date(struct value v);         /* a text that says a date */
struct value ref_literal(struct reader *r, const struct literal *l);
/* What a name means in the article: as in plan/. */
struct value ref_name(struct reader *r, struct frame *f, struct str text);
/* A node of the trace; NULL when not tracing. What follows goes under it until ref_trace_leave. */
struct trace *ref_trace(struct reader *r, enum trace_kind kind, struct str name);
struct trace **ref_trace_enter(struct reader *r, struct trace *t);
void ref_trace_leave(struct reader *r, struct trace *t, struct trace **before, const struct value *v);

/* $item.property of a person in a list. */
struct value ref_property(struct reader *r, const struct value *person, struct str property);

/* ---- lists (reference_each.c) ---- */
const struct items *ref_items(struct reader *r, int count);            /* room for as many */
struct value ref_literals(struct reader *r, const struct literal *l);
struct value ref_list(struct reader *r, struct frame *f, const struct expr *x);   /* LIST */
struct value ref_each(struct reader *r, struct frame *f, const struct expr *x);   /* FOREACH */

/* ---- operations (reference_ops.c) ---- */
struct value ref_expr(struct reader *r, struct frame *f, const struct expr *x);

#endif
