/* SPDX-License-Identifier: EUPL-1.2 */
/* compile.h: what the parts of the compiler share: an article with its names, values on their way
 * to a register, and who does what. Private to plan/.
 */
#ifndef HOORT_PLAN_COMPILE_H
#define HOORT_PLAN_COMPILE_H

#include "emit.h"

/* A list whose length is known when the plan is made. */
struct items { const struct item *at; int count; };

/* A list of persons: as long as a resident's facts say. */
struct people {
    const struct fact *fact;
    const struct law *law;           /* whose sidecar says what a property of a person is */
    const struct article *article;
    const struct field *input;
};

struct value {
    enum register_type type;
    int reg;
    int path;                        /* of a person; -1 otherwise */
    bool none;                       /* the literal null: takes the type of its surroundings */
    const struct items *list;        /* NULL unless it is a list */
    const struct people *people;     /* NULL unless it is a list of persons, or (REG_PERSON) one of them; path: theirs */
};

struct item {
    struct value v;
    int in;                          /* register: whether it belongs in the list; -1: it does */
};

/* The item that a filter or body sees. */
struct each { struct str as; const struct value *item; };

struct name {                        /* a name that has a value, or is being worked out */
    struct str text;
    bool busy;
    struct value value;
    struct name *next;
};

/* An article with its parameters filled in. */
struct frame {
    const struct law *law;
    const struct article *article;
    struct name *parameters, *names, *outputs;
    const struct each *each;         /* NULL outside the filter and body of a FOREACH */
    struct frame *next;
};

/* A name on its way to a value: the walk from what was asked to here. */
struct visit {
    const struct frame *frame;
    struct str name;
    const struct visit *up;
};

struct compiler {
    struct arena *a;
    struct plan *plan;
    struct emitter m;
    struct linker link;
    struct frame *frames;
    const struct visit *visits;
    struct err *e;
    int depth, written_out;
};

/* All return false with the error filled, file:line:column of the law first. */
bool compile_refuse(struct compiler *c, const struct frame *f, int line, int column, const char *format, ...)
    PRINTF(5, 6);

/* ---- types (compile_types.c) ---- */
struct value compile_value(struct compiler *c, int reg);
const char *compile_type_name(enum register_type t);
bool compile_declared(enum value_type t, enum register_type *out);  /* false: lists, objects, texts that may be people */
bool compile_retype(struct compiler *c, int reg, enum register_type want, int *out);
MUST_USE bool compile_as_type(struct compiler *c, const struct frame *f, const struct expr *x, struct value *v,
                              enum register_type want);
MUST_USE bool compile_as(struct compiler *c, struct frame *f, const struct expr *x, enum register_type want, int *reg);
MUST_USE bool compile_unify(struct compiler *c, struct frame *f, const struct expr *x, struct value *a, struct value *b);
MUST_USE bool compile_literal(struct compiler *c, const struct literal *l, struct value *out);

/* ---- names (compile_names.c) ---- */
struct name *compile_name_add(struct compiler *c, struct name **list, struct str text);
/* The frame of an article with these parameters, shared by everyone who asks the same. */
MUST_USE bool compile_enter(struct compiler *c, const struct law *law, const struct article *article,
                            struct name *parameters, struct frame **out);
/* `declared` is by the caller: of use for a null only. */
MUST_USE bool compile_call(struct compiler *c, struct frame *f, const struct link *to, const struct argument *mapped,
                           enum passing passing, enum value_type declared, struct value *out);
/* What a name means in a rule of the article; the output of an action of it. */
MUST_USE bool compile_name(struct compiler *c, struct frame *f, struct str name, int line, int column, struct value *out);
MUST_USE bool compile_output(struct compiler *c, struct frame *f, struct str output, struct value *out);

/* $item.property of a person in a list: the fact that the sidecar binds to it. */
MUST_USE bool compile_property(struct compiler *c, struct frame *f, const struct value *person, const struct expr *x,
                               struct value *out);

/* ---- lists (compile_each.c) ---- */
struct value compile_list(struct compiler *c, const struct item *items, int count);
MUST_USE bool compile_literals(struct compiler *c, const struct literal *l, struct value *out);
MUST_USE bool compile_items(struct compiler *c, struct frame *f, const struct expr *x, struct value *out);   /* LIST */
MUST_USE bool compile_each(struct compiler *c, struct frame *f, const struct expr *x, struct value *out);    /* FOREACH */
int compile_if_in(struct compiler *c, int in, int yes, int no);

/* ---- expressions (compile_ops.c) ---- */
MUST_USE bool compile_expr(struct compiler *c, struct frame *f, const struct expr *x, struct value *out);

#endif
