/* SPDX-License-Identifier: EUPL-1.2 */
/* method.h: what people decided, in the form that a machine can hold a row against: the signed
 * policy; and what they decide with (library.h). Not the gate itself (gate/), not how people
 * come to it (room/).
 *
 * The file is JSON: {"policy": {…}, "signature": {"algorithm": "ed25519", "key": hex,
 * "by": role, "value": hex}}. What is signed is the canonical form of {"by": role,
 * "policy": {…}}, so that the signer's role can't be changed either.
 */
#ifndef HOORT_METHOD_H
#define HOORT_METHOD_H

#include "base/base.h"
#include "method/library.h"

struct policy_scheme {
    struct str scheme;               /* id in the law sidecars */
    int rung;                        /* 0..8, what is done for the entitled */
    bool certain_only;               /* certainty_min: "certain"; the only value so far */
    int64_t amount_min_cents;        /* a year; smaller rights are not written about */
    bool settled_only;               /* timing: "settled": only on settled income */
    struct str settled_fact;         /* boolean fact that says so; empty unless settled_only */
    struct policy_scheme *next;
};

struct policy_fact {                 /* what may be read, from whom, on what ground, how old */
    struct str fact, source, ground;
    int max_age_days;                /* older = unknown */
    struct policy_fact *next;
};

enum treatment { TREAT_EXCLUDE, TREAT_HUMAN };
struct policy_exclusion {            /* residents for whom this fact is true (or not known) */
    struct str fact;
    enum treatment treatment;
    bool also_unknown;               /* "when": "true_or_unknown" */
    struct phrase why;
    struct policy_exclusion *next;
};

struct policy {
    struct str id, title, organisation, purpose, purpose_text;
    int32_t from, until;             /* in_force, both inclusive */
    struct policy_scheme *schemes;
    struct policy_fact *facts;
    struct policy_exclusion *exclusions;
    int64_t search_ratio_max;        /* searched residents per contacted one; 0 = not set */
    int k_min;                       /* stigma: smallest cell of a mailing; 1 = off */
    struct str k_fact;               /* text fact whose first k_chars characters make the cell */
    int k_chars;
    struct str channel;              /* "print" */
    int contacts_per_year_max, quiet_days;
    int sample_per_mille;            /* review: share that a person checks first */
    int control_per_mille;           /* phase_in: share that waits, for measuring effects */
    uint64_t seed;
    int64_t letters_max;             /* budget; 0 = not set */
    int keep_selected_days, keep_not_selected_days;
    struct str dpia_hash, iama_hash; /* assessed */
    struct str decision_hash, decided_by, mandate;
    struct str publication;
    struct names *conditions;        /* measures without which nothing starts; the gate asks whether they are done */
    struct hash hash;                /* of the canonical form: what the account names */
    struct str canonical;
    /* the signature as read; policy_check verifies it */
    bool is_signed;
    struct str signed_by;
    struct public_key signed_key;
    struct signature signature;
};

/* Parses and validates; unknown or missing members are refused with their path
 * ("policy.schemes[0].rung"), and so are values out of range, facts that a rule needs but
 * `facts` does not allow to be read, and a policy without end. Does not check the signature:
 * that is policy_check. The texts live in the arena. */
MUST_USE bool policy_read(struct arena *a, struct str file, struct str bytes, struct policy **out, struct err *e);

/* Refuses what is unsigned, signed by another key, changed since, not yet or no longer in force. */
MUST_USE bool policy_check(const struct policy *p, struct public_key trusted, int32_t today, struct err *e);

/* The file with a fresh signature over bytes that policy_read accepts (signed or not). */
MUST_USE bool policy_sign(struct arena *a, struct str file, struct str bytes, struct key seed, struct str by,
                          struct str *signed_file, struct err *e);

/* The policy as people read it: headings and sentences; lang "nl" or "en". One list of
 * lines, so that the page and the command line say the same. */
struct policy_line { bool heading; struct str text; struct policy_line *next; };
struct policy_line *policy_words(struct arena *a, const struct policy *p, struct str lang);
/* NULL if the policy does not name it. */
const struct policy_scheme *policy_scheme_find(const struct policy *p, struct str scheme);
const struct policy_fact *policy_fact_find(const struct policy *p, struct str fact);

/* A copy in memory whose schemes, exclusions and numbers may be set, to count what they would do: with
 * neither signature nor canonical form, so that nothing can ever be cleared with it (INV-13). */
struct policy *policy_variant(struct arena *a, const struct policy *p);

#endif
