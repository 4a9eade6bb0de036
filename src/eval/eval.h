/* SPDX-License-Identifier: EUPL-1.2 */
/* eval.h: what the laws yield for residents: in bulk by kernels, one by one by the reference
 * interpreter, and explained. Kernels and reference agree bit for bit.
 * Not about what may be done with the outcome (gate/).
 */
#ifndef HOORT_EVAL_H
#define HOORT_EVAL_H

#include "plan/plan.h"
#include "table/table.h"

enum verdict {
    VERDICT_NO = 0,        /* not entitled, on what is known */
    VERDICT_YES = 1,       /* entitled */
    VERDICT_UNKNOWN = 2,   /* a fact that matters is not known */
    VERDICT_FAULTY = 3     /* the facts or the law lead nowhere for this resident */
};
const char *verdict_name(enum verdict v);   /* "no", "yes", "unknown", "faulty"; static */

struct findings {
    const struct plan *plan;
    int64_t rows;
    uint8_t *verdict;          /* rows of enum verdict */
    int64_t *amount_cents;     /* rows; 0 unless amount_state is present. Per year or month as the scheme says */
    uint8_t *amount_state;     /* rows of enum cell_state */
    uint64_t *missing;         /* rows; bit i (of the first 64): plan->facts[i] was needed and is not known;
                                * 0 until eval_missing, and unless unknown or faulty */
};

/* The column that holds a fact. */
enum column_type column_of_fact(enum fact_type t);
/* Facts of a plan tied to the columns of a table; facts without a column are unknown. */
struct binding_set;
struct binding_set *eval_bind(struct arena *a, const struct plan *p, const struct table *t);

struct findings findings_open(struct arena *a, const struct plan *p, int64_t rows);
/* Rows from..to-1 by the kernels (by the reference where the plan says that kernels can't);
 * disjoint ranges may run on different threads, each with its own scratch. For a plan of
 * plan_output, amount_cents is the result in units of 1/den of its step, amount_state its state. */
void eval_rows(struct arena tmp, const struct binding_set *b, int64_t from, int64_t to, struct findings *out);
/* Fills `missing` for the unknown and faulty rows of the range, by the reference. */
void eval_missing(struct arena tmp, const struct binding_set *b, int64_t from, int64_t to, struct findings *out);
/* One row by the reference interpreter, straight from the laws: the arbiter. */
struct one {
    enum verdict verdict;
    enum cell_state amount_state;
    int64_t amount_cents;
    uint64_t missing;
};
struct one eval_reference(struct arena tmp, const struct binding_set *b, int64_t row);

/* ---- the law as C: the same outcomes, several times as fast --------------------------------- */
/* One plan becomes one function, eval_write_c_head goes before the first. A compiler makes a shared
 * object of it (app/); only the ordinary residents are worked out there, the kernels do the odd ones.
 * False: this plan has no C, and *why says what it needs the kernels for. What is needed while writing is
 * left in the arena of `out`. */
void eval_write_c_head(struct buf *out);
MUST_USE bool eval_write_c(const struct plan *p, struct str name, struct buf *out, struct str *why);

struct c_fact { const void *cells; const uint8_t *states; const int32_t *codes, *people; int64_t rows; int wide; };
typedef void eval_c(const struct c_fact *facts, int64_t from, int n, uint8_t *verdict, uint8_t *state, int64_t *amount,
                    uint8_t *odd);
/* From here on eval_rows uses the function, which must come from this very plan. False: a column that the
 * plan reads was not delivered, so everybody is odd and the kernels go on doing it all. NULL: kernels again. */
bool eval_use_c(struct binding_set *b, eval_c *function);
/* How many rows of the range the function leaves to the kernels. */
int64_t eval_c_odd(const struct binding_set *b, int64_t from, int64_t to);

/* ---- one output, of any type, by the reference: for cases by hand and for oracles ----------- */
struct answer {
    enum cell_state state;
    enum register_type type;
    bool truth;
    struct rational number;
    struct str value;                /* printed: "true", "157342", "2025-01-01"; empty unless present */
    struct trace *trace;             /* how; NULL without tracing */
    uint64_t missing;                /* as in findings */
};
/* For a plan of plan_output. */
struct answer eval_output(struct arena *a, const struct binding_set *b, int64_t row, bool tracing);

/* ---- one cell, as evaluation sees it: what is out of range is faulty (cell.c) ------------------- */
struct fact_cell {
    enum cell_state state;
    int64_t value;                   /* 0 unless present. Number, truth, days, row, or place in plan->texts (-1: another text) */
};
/* plan->facts[fact] about the person of that row, whatever the path. */
struct fact_cell eval_cell(const struct binding_set *b, int fact, int64_t row);
const struct plan *eval_plan(const struct binding_set *b);
int64_t eval_row_count(const struct binding_set *b);
const struct column *eval_column(const struct binding_set *b, int fact); /* NULL: nobody delivered it */

/* ---- explanation ------------------------------------------------------------------------ */
struct trace {
    enum trace_kind { TRACE_OUTPUT, TRACE_OPERATION, TRACE_FACT, TRACE_VALUE } kind;
    struct str name;              /* output, operation, fact or definition */
    struct str law, article;      /* where it stands; empty inside an operation */
    const struct article *where;
    const struct legal_basis *basis;
    const struct fact *fact;      /* TRACE_FACT */
    int path;                     /* about whom: a place in plan->paths, 0 the resident */
    struct str source;            /* of the column */
    int32_t as_of;                /* INT32_MIN = not said */
    enum cell_state state;
    struct str value;             /* printed: "true", "157342", "2025-01-01"; empty unless present */
    struct phrase sentence;       /* B1, from the sidecar; empty if none, or about somebody else */
    struct phrase label;          /* how the name reads: of a fact from the dictionary, else from the sidecar; empty if none */
    struct str against;           /* of a comparison: what stands in the rule itself; empty if that is a name */
    struct trace *first, *next;
    int count;
};

struct explanation {
    struct one result;            /* the same as bulk */
    struct trace *entitled, *amount;
};
/* Of the whole trace, byte for byte: the same facts and laws, the same digest. */
struct hash eval_digest(struct arena tmp, const struct explanation *x);
struct explanation eval_explain(struct arena *a, const struct binding_set *b, int64_t row);
/* ---- receipt: an outcome to keep, and to hold against a later evaluation of the same facts ---- */
struct receipt {
    struct str engine, scheme;
    int32_t date;
    struct hash laws, plan;       /* the whole set, and what was made of it */
    struct hash salt, facts;      /* eval_commit */
    enum verdict verdict;
    enum cell_state amount_state;
    int64_t amount_cents;
    struct hash trace;            /* eval_digest */
};
/* Of every fact that the plan may read, of the resident and of others: state, value, source, as-of date, but
 * not who the others are. Without the salt nobody can find the facts by trying. */
struct hash eval_commit(struct arena tmp, const struct binding_set *b, int64_t row, struct hash salt);
struct receipt eval_receipt(struct arena tmp, const struct binding_set *b, int64_t row, const struct explanation *x, struct hash salt);
struct json *receipt_json(struct arena *a, const struct receipt *r);
MUST_USE bool receipt_read(struct arena *a, struct str file, struct str bytes, struct receipt *out, struct err *e);
/* The first that differs: "laws", "facts", "outcome" or "trace"; NULL if nothing does. The engine may differ:
 * a newer one that comes to the same is what one hopes for. */
const char *receipt_difference(const struct receipt *was, const struct receipt *now);

/* At most `max` sentences that carry the outcome, most decisive first; for letters and pages. */
struct phrase *eval_reasons(struct arena *a, const struct explanation *x, int max, int *count);
void trace_print(const struct trace *t, struct buf *out);                  /* indented text, by the names that the law gives */
struct json *trace_json(struct arena *a, const struct trace *t);
/* ---- in words (say.c), for text and for pages ------------------------------------------------ */
enum meaning { MEANS_NOTHING, MEANS_CENTS, MEANS_EUROS, MEANS_RATIO };     /* of a number, as far as the laws say */
enum meaning trace_meaning(const struct trace *t);
enum meaning trace_meaning_within(const struct trace *t, enum meaning meaning); /* of what is under it, where that doesn't say */
struct str trace_value(struct arena *a, const struct trace *t, enum meaning meaning, bool english);
/* What a line is called, and whose it is: by its label, else by its name without underscores. */
struct phrase trace_words(struct arena *a, const struct plan *plan, const struct trace *t);
struct phrase trace_operation(struct str name);
struct str trace_plain_name(struct arena *a, struct str name);
const struct trace *trace_inside(const struct trace *t);                   /* the one operation that an output is; else itself */
struct str trace_law(struct arena *a, const struct plan *plan, const struct trace *t); /* the name of the law it rests on */
void trace_say(const struct plan *plan, const struct trace *t, bool english, struct buf *out); /* indented text */

/* The outcome with at most `max` reasons and the traces; `outlook` (NULL: none) is a member between them. */
struct json *explanation_json(struct arena *a, const struct plan *p, const struct explanation *x, int max, struct json *outlook);

#endif
