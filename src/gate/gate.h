/* SPDX-License-Identifier: EUPL-1.2 */
/* gate.h: the two hinges. A permit lets residents' facts in; a clearance lets an outcome
 * out. Nothing else makes either of them: both structs are known to gate.c alone.
 * Not here: reading files, writing letters, deciding policy.
 */
#ifndef HOORT_GATE_H
#define HOORT_GATE_H

#include "eval/eval.h"
#include "method/method.h"

/* ---- opt-outs ------------------------------------------------------------------------------ */
struct opt_out { struct pseudonym who; struct str scheme; };   /* scheme empty = never search at all */
struct opt_outs { struct opt_out *at; int64_t count; };

/* ---- permit: facts in ---------------------------------------------------------------------- */
struct permit;

/* For one policy, one purpose, one day. Refuses what policy_check refuses; a policy that needs no
 * look at individuals (every rung below 3); facts that the dictionary does not know, knows from
 * another source, or holds to be of a special category; exclusions and settled facts that are no
 * booleans; schemes that are not in force or whose rung is above the ceiling that day.
 * Refuses too while a condition of the policy is not in done, the measures that are recorded as done: NULL, none.
 * Everything passed in must outlive the permit, but for done. opt_outs may be NULL: nobody opted out. */
MUST_USE bool gate_permit(struct arena *a, const struct policy *policy, struct public_key trusted,
                          const struct law_set *laws, int32_t today, const struct opt_outs *opt_outs,
                          const struct names *done, const struct permit **out, struct err *e);

/* For official test sets and synthetic people only: every fact of the dictionary may be read,
 * and nothing can ever be cleared with it. The caller declares that no real resident is in it. */
const struct permit *gate_permit_rehearsal(struct arena *a, const struct law_set *laws, int32_t today);

bool permit_is_rehearsal(const struct permit *p);
const struct policy *permit_policy(const struct permit *p);     /* NULL for a rehearsal */
int32_t permit_today(const struct permit *p);
const struct facts *permit_facts(const struct permit *p);       /* the dictionary */

/* May this fact be read? Facts that are needed to find and address a person (FACT_PERSON, text)
 * need permission like all others. */
bool permit_allows(const struct permit *p, const struct fact *fact);
/* Whether a column of this date is too old to count (then: unknown). INT32_MIN = no date said = too old,
 * and so is a date after today, which can't be true; in a rehearsal nothing is too old. */
bool permit_too_old(const struct permit *p, const struct fact *fact, int32_t as_of);
/* Whether this person said: never search. Asked before a single fact is stored. */
bool permit_opted_out(const struct permit *p, struct pseudonym who);

/* ---- clearance: outcomes out ---------------------------------------------------------------- */
enum refusal {
#define REFUSAL(code, name, nl, en) code,
#include "gate/refusals.def"
#undef REFUSAL
    REFUSAL_COUNT
};
const char *refusal_name(enum refusal r);
struct phrase refusal_words(enum refusal r);                   /* static */
bool refusal_find(struct str name, enum refusal *out);         /* false if there is no such reason */

struct clearance;
int64_t clearance_row(const struct clearance *c);
struct pseudonym clearance_who(const struct clearance *c);
struct str clearance_scheme(const struct clearance *c);
int64_t clearance_amount_cents(const struct clearance *c);       /* a year */
int clearance_rung(const struct clearance *c);
const struct policy *clearance_policy(const struct clearance *c);

struct contact { struct pseudonym who; int32_t on; };            /* earlier letters, any scheme */
struct contacts { const struct contact *at; int64_t count; };

/* Of the rows that did not opt out of the scheme, whatever the policy then says. People, not households;
 * in the amounts a joint claim is counted once. */
struct gate_funnel {
    int64_t searched;                    /* = entitled + not_entitled + undecided + faulty */
    int64_t entitled, not_entitled, undecided, faulty;
    int64_t using, not_using, use_unknown; /* of the entitled: known to use the scheme, known not to, not known */
    int64_t undecided_not_using;         /* of the undecided: not known to use it */
    int64_t entitled_cents_year, not_using_cents_year, use_unknown_cents_year;
    bool settled_known;                  /* there is a column that says whether the income is settled */
};

struct gate_result {
    int64_t rows;
    uint8_t *reason;                     /* rows of enum refusal; REFUSED_NOT = cleared */
    const struct policy_exclusion **exclusion; /* rows; which one, for REFUSED_EXCLUDED and _HUMAN; else NULL */
    int64_t counts[REFUSAL_COUNT];       /* sums to rows */
    const struct clearance **cleared;    /* counts[REFUSED_NOT] of them, by row */
    struct gate_funnel funnel;
    int64_t cleared_cents_year;
};

/* Holds every row of the findings against the permit's policy. Fails (nobody cleared) for a
 * rehearsal permit, a plan made from other laws than the permit, a scheme that the policy does not
 * name or puts below rung 3, or a search ratio above the policy's. Nobody cleared at all is no
 * failure: then nothing goes out, and the reasons say why. contacts may be NULL: nobody was written to.
 *
 * Only facts that the policy names are looked at; a column that is not there is unknown.
 * Joint claims (scheme->joint_with): two rows that are each other's partner, or of which one names
 * the other and the other's cell is not present, claim as one. Use, settled income, contacts and
 * lots then hold for both; when one needs a human, so does the claim; one letter goes out, to the
 * lower row. Lots: the same person (the couple: the smaller pseudonym) draws the same under the same
 * seed. Budget: the letters_max rows with the lowest lots. Cells are counted of the rows that pass
 * all before, and again at the end, so that no cell of the mailing is smaller than k_min. */
MUST_USE bool gate_clear(struct arena *a, const struct permit *permit, const struct table *t,
                         const struct findings *f, const struct contacts *contacts,
                         struct gate_result *out, struct err *e);

/* ---- what other dials would do: counts, never a clearance (INV-13) ---------------------------- */
/* The rows of one scheme with everything that no dial changes, looked at once; then each decision is some
 * passes over it. Refuses what gate_clear refuses, but for the rung and the ratio: those are dials. What is
 * passed in must outlive the view. */
struct gate_view;
MUST_USE bool gate_view(struct arena *a, const struct permit *permit, const struct table *t, const struct findings *f,
                        const struct contacts *contacts, const struct gate_view **out, struct err *e);
struct gate_funnel gate_view_funnel(const struct gate_view *v);

/* Why gate_permit or gate_clear would let out nothing at all, whatever the rows say. */
enum gate_block {
    BLOCK_NOT,
    BLOCK_RUNG,                          /* a rung where nobody is approached in person */
    BLOCK_CEILING,                       /* a rung above what the law allows */
    BLOCK_RATIO                          /* too many searched for each letter */
};
struct gate_weighed {
    uint8_t *reason;                     /* rows; as in gate_result; with a block, as if there were none */
    int64_t counts[REFUSAL_COUNT];       /* sums to rows */
    enum gate_block block;
    int64_t reached;                     /* people: who is cleared, and those with whom they claim as one */
    int64_t cleared_cents_year;
    int64_t settled;                     /* of the cleared: on settled income, of both when joint */
    int64_t smallest_cell;               /* least letters in a cell that has any; 0 = no letter */
};
/* The permit's policy, or a policy_variant of it with other dials: schemes' rung, amount and
 * timing, treatments, ratio, k_min, shares, letters_max, contacts_per_year_max, quiet_days; all else is the same.
 * With the permit's own policy the reasons are those of gate_clear. `written`: rows; letters that the same run
 * would have sent for earlier schemes; NULL = none. */
MUST_USE bool gate_weigh(struct arena *a, const struct gate_view *v, const struct policy *policy, const uint8_t *written,
                         struct gate_weighed *out, struct err *e);

#endif
