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
 * Everything passed in must outlive the permit. opt_outs may be NULL: nobody opted out. */
MUST_USE bool gate_permit(struct arena *a, const struct policy *policy, struct public_key trusted,
                          const struct law_set *laws, int32_t today, const struct opt_outs *opt_outs,
                          const struct permit **out, struct err *e);

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

struct gate_result {
    int64_t rows;
    uint8_t *reason;                     /* rows of enum refusal; REFUSED_NOT = cleared */
    const struct policy_exclusion **exclusion; /* rows; which one, for REFUSED_EXCLUDED and _HUMAN; else NULL */
    int64_t counts[REFUSAL_COUNT];       /* sums to rows */
    const struct clearance **cleared;    /* counts[REFUSED_NOT] of them, by row */
    /* Funnel, of the rows that did not opt out: all of them; those entitled (whatever the policy
     * then says); those entitled who are known not to use the scheme. People, not households. */
    int64_t searched, entitled, not_using;
    int64_t entitled_cents_year, not_using_cents_year, cleared_cents_year; /* joint claims counted once */
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

#endif
