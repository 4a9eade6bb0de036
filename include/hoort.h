/* SPDX-License-Identifier: EUPL-1.2 */
/* hoort.h: laws, and what they yield for people, inside a program of your own. The only header that is
 * installed; link with `pkg-config --cflags --libs hoort`. A first program: examples/eligible.c. Each
 * function: man 3 hoort. Not here: what may be done with an outcome (policy, gate, letters): the program hoort.
 *
 * The order of work: read laws, make a plan of a scheme on a day, see which facts it reads, fill in those
 * facts of residents column by column, tie both together in a run, evaluate rows, explain one of them.
 *
 * What holds for all of it:
 *   - A function that can be refused returns false, and then *e (which may be NULL) says why, in one sentence
 *     with a remedy. Nothing was changed, and *out is NULL. Any argument may be wrong: it is refused, not
 *     believed. What cannot be checked: a handle that was freed, an array shorter than its count.
 *   - Handles are made and freed by this library; _free(NULL) is fine. Whatever order they are freed in, what
 *     another handle still needs stays. Texts that are handed out live as long as the handle they came from,
 *     are UTF-8 and end in 0.
 *   - No clock, no network, no settings, and nothing that two threads share: any thread may read a handle,
 *     while none fills or frees it. Files are read by hoort_laws_read_folder only.
 *   - Every cell is unknown until you say otherwise, and unknown is never zero.
 *   - Money is whole eurocents. Days are counted since 1970-01-01; see hoort_date.
 */
#ifndef HOORT_H
#define HOORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define HOORT_API __attribute__((visibility("default")))
#define HOORT_CHECKED HOORT_API __attribute__((warn_unused_result))
#else
#define HOORT_API
#define HOORT_CHECKED
#endif

/* Major * 10000 + minor * 100 + patch, of this header; hoort_version_number is that of the library. While major
 * is 0 the interface may change with minor. */
#define HOORT_VERSION_NUMBER 100
HOORT_API int hoort_version_number(void);
HOORT_API const char *hoort_version(void);   /* "0.1.0" */

/* ---- refusals ---------------------------------------------------------------------------------------------- */
enum hoort_code {
    HOORT_DONE = 0,
    HOORT_MISUSE = 1,      /* an argument that cannot be */
    HOORT_FILE = 2,        /* a file or folder could not be read */
    HOORT_LAW = 3,         /* the laws have faults */
    HOORT_PLAN = 4,        /* the laws do not lead to what was asked */
    HOORT_LIMIT = 5        /* larger than a named ceiling, or more than there is memory for */
};

struct hoort_error {
    enum hoort_code code;
    int line, column;      /* counted from 1; 0: not about a place */
    char file[256];        /* "": not about a file */
    char text[768];        /* what; what to do */
};

/* ---- days -------------------------------------------------------------------------------------------------- */
/* "2026-01-31" to days since 1970-01-01; false (and *day as it was) if there is no such date. */
HOORT_CHECKED bool hoort_date(const char *iso, int32_t *day);

/* ---- laws -------------------------------------------------------------------------------------------------- */
struct hoort_laws;

struct hoort_file {
    const char *path;      /* decides what it is, and stands in messages: facts.yaml is the dictionary of facts,
                            * x.bind.yaml the sidecar of x.yaml, any other a law. May name a folder as well */
    const void *bytes;
    size_t size;
};

/* Reads files in any order. True also when they have faults: ask for them, a set with faults makes no plan. The
 * bytes are needed only until it returns. */
HOORT_CHECKED bool hoort_laws_read(const struct hoort_file *files, size_t count, struct hoort_laws **out,
                                   struct hoort_error *e);
/* The same of every *.yaml under a folder. */
HOORT_CHECKED bool hoort_laws_read_folder(const char *folder, struct hoort_laws **out, struct hoort_error *e);
HOORT_API void hoort_laws_free(struct hoort_laws *laws);

struct hoort_fault {
    bool missing;          /* only that a law refers to what was not brought along: that alone refuses nothing, but
                            * a plan that needs it will be refused */
    int line, column;
    const char *file, *text;
};
/* All that is wrong, in one go (the first few hundred of it). */
HOORT_API size_t hoort_laws_fault_count(const struct hoort_laws *laws);
HOORT_CHECKED bool hoort_laws_fault(const struct hoort_laws *laws, size_t index, struct hoort_fault *out);

/* ---- plans ------------------------------------------------------------------------------------------------- */
struct hoort_plan;

/* What a scheme (its id, as in the sidecar of its law) says on a day. */
HOORT_CHECKED bool hoort_plan_make(const struct hoort_laws *laws, const char *scheme, int32_t day,
                                   struct hoort_plan **out, struct hoort_error *e);
HOORT_API void hoort_plan_free(struct hoort_plan *plan);
HOORT_API bool hoort_plan_is_monthly(const struct hoort_plan *plan);   /* amounts are for a month; else for a year */
/* The fact that names whom a resident claims together with: the amount is for the two of them, and counts once.
 * NULL where everybody claims for themselves. */
HOORT_API const char *hoort_plan_joint_with(const struct hoort_plan *plan);

enum hoort_type {          /* of a fact; what its values are */
    HOORT_BOOLEAN = 0,     /* 0 or 1 */
    HOORT_AMOUNT = 1,      /* eurocents */
    HOORT_NUMBER = 2,
    HOORT_DATE = 3,        /* days since 1970-01-01 */
    HOORT_TEXT = 4,        /* see hoort_people_fill_texts */
    HOORT_PERSON = 5,      /* the row of another resident */
    HOORT_PEOPLE = 6       /* see hoort_people_fill_lists */
};

struct hoort_fact {
    const char *name, *label_nl, *label_en, *source;   /* source: who holds it */
    const char *whose;     /* "": the resident's own; "partner": of whom the fact partner means; "partner.x".
                            * Where that fact is a list: of each person in it */
    enum hoort_type type;
    int64_t min, max;      /* of amounts and numbers: what lies outside is not believed */
};
/* The facts that the outcome may depend on; the same fact of two persons is two. */
HOORT_API size_t hoort_plan_fact_count(const struct hoort_plan *plan);
HOORT_CHECKED bool hoort_plan_fact(const struct hoort_plan *plan, size_t index, struct hoort_fact *out);

/* ---- residents --------------------------------------------------------------------------------------------- */
struct hoort_people;

enum hoort_state {         /* of a cell, and of an outcome's amount */
    HOORT_UNKNOWN = 0,     /* nobody told us */
    HOORT_PRESENT = 1,
    HOORT_ABSENT = 2,      /* known that there is none: no partner, no foreign income */
    HOORT_FAULTY = 3       /* told something impossible */
};

/* A table of `rows` residents, of whom nothing is known yet. Everybody whom a relation leads to needs a row. */
HOORT_CHECKED bool hoort_people_make(const struct hoort_laws *laws, int64_t rows, struct hoort_people **out,
                                     struct hoort_error *e);
/* One fact of all rows: values[i] counts where states[i] (enum hoort_state) is present. Fills the column anew if it
 * was filled before. A value that the fact cannot have (outside its range, a row that is not there, oneself as
 * one's own partner, 2 as a boolean) becomes faulty, as data are; states out of range are refused. Refused also
 * while a run reads the table. `rows` is that of the table. */
HOORT_CHECKED bool hoort_people_fill(struct hoort_people *people, const char *fact, const int64_t *values,
                                     const uint8_t *states, int64_t rows, struct hoort_error *e);
/* The same of a fact of type text; texts are copied, and need to be there only where present. An empty text is
 * unknown; one that is no UTF-8 or very long is faulty. */
HOORT_CHECKED bool hoort_people_fill_texts(struct hoort_people *people, const char *fact, const char *const *texts,
                                           const uint8_t *states, int64_t rows, struct hoort_error *e);
/* The same of a fact that is a list of persons: those of row i are persons[ends[i - 1]] up to persons[ends[i] - 1],
 * with 0 before the first row. A person is a row, or HOORT_UNSEEN: somebody of whom nothing is known. */
#define HOORT_UNSEEN (-1)
HOORT_CHECKED bool hoort_people_fill_lists(struct hoort_people *people, const char *fact, const int64_t *persons,
                                           int64_t person_count, const int64_t *ends, const uint8_t *states, int64_t rows,
                                           struct hoort_error *e);
HOORT_API void hoort_people_free(struct hoort_people *people);

/* ---- outcomes ---------------------------------------------------------------------------------------------- */
struct hoort_run;

enum hoort_verdict {
    HOORT_NO = 0,          /* not entitled, on what is known */
    HOORT_YES = 1,
    HOORT_OPEN = 2,        /* a fact that matters is not known */
    HOORT_BROKEN = 3       /* the facts or the law lead nowhere for this resident */
};

struct hoort_outcome {
    int64_t amount_cents;  /* 0 unless amount_state is present */
    uint8_t verdict;       /* enum hoort_verdict */
    uint8_t amount_state;  /* enum hoort_state */
    uint8_t unused[6];     /* 0 */
};

/* Ties a plan to a table; both must be of the same laws. Facts that were not filled in are unknown. */
HOORT_CHECKED bool hoort_run_make(const struct hoort_plan *plan, struct hoort_people *people, struct hoort_run **out,
                                  struct hoort_error *e);
/* Rows from..to-1 into outcomes[0] and on. Threads may do this with one run at the same time, each its own rows. */
HOORT_CHECKED bool hoort_run_rows(struct hoort_run *run, int64_t from, int64_t to, struct hoort_outcome *outcomes,
                                  struct hoort_error *e);
HOORT_API void hoort_run_free(struct hoort_run *run);

/* ---- reasons ----------------------------------------------------------------------------------------------- */
struct hoort_explanation;
enum hoort_language { HOORT_NL = 0, HOORT_EN = 1 };

/* Why one resident has that outcome: worked out again, step by step, by the slow interpreter that is the arbiter. */
HOORT_CHECKED bool hoort_run_explain(const struct hoort_run *run, int64_t row, struct hoort_explanation **out,
                                     struct hoort_error *e);
/* The few sentences that carry the outcome, most decisive first; NULL if there are not so many. */
HOORT_API size_t hoort_explanation_reason_count(const struct hoort_explanation *x);
HOORT_API const char *hoort_explanation_reason(const struct hoort_explanation *x, size_t index, enum hoort_language language);
/* Every step, with articles, facts and their sources: as indented text, and as JSON. */
HOORT_API const char *hoort_explanation_text(const struct hoort_explanation *x);
HOORT_API const char *hoort_explanation_json(const struct hoort_explanation *x);
HOORT_API void hoort_explanation_free(struct hoort_explanation *x);

#ifdef __cplusplus
}
#endif

#endif
