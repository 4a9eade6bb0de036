/* SPDX-License-Identifier: EUPL-1.2 */
/* evidence.h: what a policy's choices do to a population, in numbers, beforehand: the funnel, figures that
 * each speak for one value, and the same under other dials. Nobody is cleared here (INV-13), nothing is added
 * up to one score, and what cannot be known says why. Not the gate's decisions (gate/), not what came of
 * letters afterwards: awards, answers and hours are not in the engine.
 *
 * Small cells: a count of 1 to k_min - 1 of the *signed* policy is not shown (a variant cannot turn that off),
 * nor what would give it away by subtraction within the same list, nor a figure that it stands in. What two
 * alternatives or two lists differ by is not protected: this is for who may run the policy, not for publication.
 */
#ifndef HOORT_EVIDENCE_H
#define HOORT_EVIDENCE_H

#include "certainty/certainty.h"
#include "gate/gate.h"

/* ---- dials -------------------------------------------------------------------------------------- */
enum dial {
#define DIAL(code, name, field, kind, min, max, settings, metrics, nl, en) code,
#include "evidence/dials.def"
#undef DIAL
    DIAL_COUNT
};
const char *dial_name(enum dial d);          /* as in "amount_min=240" */
const char *dial_field(enum dial d);         /* of the policy: "schemes.amount_min" */
const char *dial_metrics(enum dial d);       /* ids of the library's metrics that it is about, with blanks */
struct phrase dial_words(enum dial d);

/* How it is set: a number, whole euros, a number of which 0 is no limit, or one of two words. */
enum dial_kind { NUMBER_PLAIN, NUMBER_EUROS, NUMBER_LIMIT, WORD_TIMING, WORD_TREATMENT };

/* Where the dials of a policy (or a variant) stand, in the order of dials.def; an exclusion is a dial by itself. Where
 * schemes differ, the first. */
struct dial_now {
    enum dial dial;
    enum dial_kind kind;
    struct str name, setting;                /* "exclude.in_onderzoek", "exclude.in_onderzoek=human" */
    const struct policy_exclusion *exclusion;
};
struct dial_now *dials_now(struct arena *a, const struct policy *p, int *count);
/* What comes after the "=" as people read it: "€ 240", "no limit", "a caseworker first". */
struct str dial_value_words(struct arena *a, enum dial_kind kind, struct str value, bool english);

/* Sets "NAME=VALUE" or several with commas in a variant; "exclude.FACT=human" for one exclusion. Amounts in euros a
 * year; scheme dials count for every scheme. Refuses (ERR_POLICY) an unknown dial, a value out of range, and what
 * the policy lacks a fact for. */
MUST_USE bool dials_set(struct policy *variant, struct str settings, struct err *e);
/* The settings that make sense for one dial, each as "NAME=VALUE", from least to most, the policy's own among them. */
MUST_USE bool dial_settings(struct arena *a, const struct policy *p, struct str name, struct str **out, int *count,
                            struct err *e);

/* ---- figures ------------------------------------------------------------------------------------- */
enum figure_in { IN_SHARE, IN_PEOPLE, IN_LETTERS, IN_CENTS, IN_RATIO, IN_FACTS };
const char *unit_name(enum figure_in u);          /* "share", "people", …; static */

enum figure_id {
#define FIGURE(code, name, metric, unit, work, nl, en) code,
#include "evidence/figures.def"
#undef FIGURE
    FIGURE_COUNT
};
const char *figure_name(enum figure_id f);
const char *figure_metric(enum figure_id f); /* the library's metric for which it stands beforehand; "" = none */
enum figure_in figure_unit(enum figure_id f);
struct phrase figure_title(enum figure_id f);

enum missing {
#define MISSING(code, name, nl, en) code,
#include "evidence/missing.def"
#undef MISSING
    MISSING_COUNT
};
const char *missing_name(enum missing m);
struct phrase missing_words(enum missing m);

/* Metrics of the library that nobody can know beforehand, or not with what the engine has. */
struct without { const char *metric; enum missing missing; };
const struct without *evidence_without(int *count);

struct ratio { int64_t of, in; };            /* numerator, denominator; in = 1 for a count */
int64_t ratio_milli(struct ratio r);         /* thousandths, rounded; in > 0 */
struct figure {
    enum missing missing;                    /* MISSING_NOT, or there is no value and all below is 0 */
    struct ratio low, high;                  /* the same where nothing is uncertain */
    bool low_open, high_open;                /* the truth may lie below low, above high: not all is known */
};
/* As people read it: "47,3% tot 51,8%", "€ 12 of meer"; "*" is too small to show, "-" has another reason. */
struct str figure_in_words(struct arena *a, enum figure_id id, const struct figure *f, bool english);

struct shown { int64_t n; bool hidden; };    /* hidden: n is 0, and was too small to show or would give that away */

/* Parts of one whole that is known: what is small (1 to k-1) is hidden, and if that is one part, the least of the others too:
 * if there is a choice not the first part, which people ask for most. */
void shown_parts(int64_t k, const int64_t *parts, struct shown **out, int count);

/* ---- one scheme under one policy ------------------------------------------------------------------ */
struct outcome {
    struct str scheme;
    enum gate_block block;                   /* of this scheme */
    bool run_blocked;                        /* the run would stop, for this scheme or another: no letter goes out */
    struct shown searched, entitled, not_entitled, undecided, faulty, using, not_using, use_unknown;
    struct shown reached;                    /* people with a letter, or with whom a letter's reader claims as one */
    struct shown reasons[REFUSAL_COUNT];     /* letters are those of REFUSED_NOT */
    struct figure figures[FIGURE_COUNT];
};

/* ---- a population ----------------------------------------------------------------------------------- */
/* What reading fact after fact, cheapest first, would take for the laws alone; by certainty_read. */
struct needed { bool known; int64_t facts, weighted, not_entitled, facts_not_entitled; };   /* not_entitled: rows */
struct needed evidence_needed(struct arena *a, const struct binding_set *b, const struct findings *f);

struct evidence_scheme { const struct plan *plan; const struct gate_view *view; struct needed needed; };
struct evidence {
    const struct policy *policy;             /* the permit's */
    int64_t rows, in_file, opted_out, rejected;  /* opted out of any search: before the first fact */
    int64_t facts, weighted;                 /* read of each row, plain and by sensitivity: what the policy allows and
                                              * was delivered */
    struct evidence_scheme *schemes;         /* in the policy's order */
    int scheme_count;
    bool synthetic;
    struct str label;
    bool fresh;                              /* as if nobody had been written to before */
};
/* Counts the columns that were read. The caller fills in the schemes. */
struct evidence evidence_open(const struct permit *permit, const struct table *t);

/* Of each scheme, in order, under the policy itself or a variant of it. Some passes over the residents: the laws
 * are not worked out again. *out: scheme_count of them. */
MUST_USE bool evidence_weigh(struct arena *a, const struct evidence *v, const struct policy *policy, struct outcome **out,
                             struct err *e);

/* ---- side by side ---------------------------------------------------------------------------------- */
struct alternative { struct str settings; struct outcome *schemes; };    /* settings empty: the policy itself */
struct json *evidence_json(struct arena *a, const struct evidence *v, const struct alternative *all, int count);
void evidence_csv(const struct evidence *v, const struct alternative *all, int count, struct buf *out);

#endif
