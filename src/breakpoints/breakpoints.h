/* SPDX-License-Identifier: EUPL-1.2 */
/* breakpoints.h: along one fact, or along the date: where a right starts, steps and stops, what one euro
 * more costs, for each scheme and for all together. One resident's laws, at every value that the fact can
 * take; not a population, and nobody is cleared by it. docs/breakpoints.md says what is exact and how.
 */
#ifndef HOORT_BREAKPOINTS_H
#define HOORT_BREAKPOINTS_H

#include "eval/eval.h"

/* The first four are verdicts. */
enum break_kind { BREAK_NO, BREAK_YES, BREAK_UNKNOWN, BREAK_FAULTY, BREAK_NO_LAW };
const char *break_kind_name(enum break_kind k);   /* "no", …, "no law": no such scheme on that day; static */

struct break_outcome {
    uint8_t kind;                    /* enum break_kind */
    uint8_t state;                   /* enum cell_state of the amount; absent where there is no right */
    int64_t cents;                   /* 0 unless present */
};

/* From one value to another, both included, with one kind and one state. A constant amount, or a straight
 * line as rounded: at value v, with x = (v - from) / step, it is cents + unit * floor((num * x + offset) / den). */
struct break_piece {
    int64_t from, to;                /* eurocents, a number or days since 1970-01-01, as the fact is */
    struct break_outcome at;         /* at `from` */
    int64_t last_cents;              /* at `to` */
    int64_t unit, num, den, offset;  /* unit 0: constant */
    int64_t stairs;                  /* how many different amounts in a row it stands for */
};
int64_t break_piece_cents(const struct break_piece *p, int64_t step, int64_t value);

struct break_jump { int64_t at, cents; };   /* from `at` on, `cents` more (less than 0: less) than the slope explains */

struct break_pieces { struct break_piece *at; int count; };
struct break_jumps { struct break_jump *at; int count; };

struct break_scheme {
    const struct scheme *scheme;     /* the version at the first value at which there is one */
    bool exact;                      /* every value was walked */
    struct str why;                  /* not exact: why not, or why there is no plan (then unknown); else empty */
    struct break_pieces pieces;
    struct break_jumps jumps;        /* within a right */
    int64_t *starts, *stops;         /* first values with a right, last values with it; not the ends of the range */
    int start_count, stop_count;
    int64_t values;                  /* walked */
};

/* All schemes together, in eurocents a year: what is certain, so unknown where any scheme is. */
struct break_sum {
    int64_t from, to;
    enum break_kind kind;
    int64_t cents, last_cents;
    struct rational slope;           /* eurocents a year, a step of the walk */
    struct rational percent;         /* of one more euro, what a year's amount loses (below 0: gains); two decimals */
};
struct breaks {
    const struct fact *fact;         /* NULL: along the date */
    const struct fact *relation;     /* whose fact: NULL = the resident's own */
    int64_t from, to, step;
    int32_t date;
    struct break_scheme *schemes;
    int scheme_count;
    bool exact;
    struct break_sum *sums;
    int sum_count;
    struct break_jumps jumps;        /* of the sum, rights that start or stop included */
    int lowest;                      /* the piece of the sum that falls steepest; -1 if none falls */
};

struct breaks_ask {
    const struct law_set *laws;
    const struct table *people;
    int64_t row;                     /* the resident */
    const struct fact *fact;         /* an amount, number or date; NULL: along the date itself */
    const struct fact *relation;     /* whose fact: NULL = the resident's own, else of who this person fact names */
    int64_t from, to, step;          /* from, from + step, … up to `to` */
    int32_t date;                    /* of the laws; not used along the date */
    struct str scheme;               /* empty: all that are in force */
};

/* Memory besides the result stays under LIMIT_BREAKS_BYTES however many values there are. Refuses values
 * outside the declared range of the fact, more of them than can be walked, and a fact of nobody. */
MUST_USE bool breaks_find(struct arena *a, const struct breaks_ask *ask, struct breaks *out, struct err *e);

struct json *breaks_json(struct arena *a, const struct breaks *b);
void breaks_text(struct arena *a, const struct breaks *b, bool english, struct buf *out);     /* tables, for people */
/* A value of the fact, or an amount, for people: "€ 28.406,73", "€28,406.73", "1 januari 2025". */
struct str breaks_value(struct arena *a, const struct breaks *b, int64_t value, bool english);
struct str breaks_cents(struct arena *a, int64_t cents, bool english);
struct str breaks_percent(struct arena *a, struct rational percent, bool english);
/* The sum, each scheme and the marginal pressure as one plot, with title and description. `id` is unique on the page. */
void breaks_svg(struct arena *a, const struct breaks *b, struct str id, bool english, struct buf *out);

#endif
