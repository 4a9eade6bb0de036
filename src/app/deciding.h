/* SPDX-License-Identifier: EUPL-1.2 */
/* deciding.h: cases, live sessions and decisions of a workspace. Part of the door app.h. What they mean is room/'s;
 * here they are kept, each act with its line in the account.
 *
 * Records have versions. Who saves says which version they saw; when somebody else was first, nothing is kept and
 * *stale is true, so that a page can show both.
 */
#ifndef HOORT_APP_DECIDING_H
#define HOORT_APP_DECIDING_H

#include "room/room.h"
#include "store/store.h"

struct app;

/* ---- cases ------------------------------------------------------------------------------------------- */
struct app_case { struct case_record record; struct stored_record version; };
MUST_USE bool app_cases(struct arena *a, struct app *app, struct app_case **out, int64_t *count, struct err *e); /* newest first */
MUST_USE bool app_case(struct arena *a, struct app *app, struct str id, struct app_case *out, bool *found, struct err *e);
/* A name for the address that no case has yet, from the title. */
MUST_USE bool app_case_id(struct arena *a, struct app *app, struct str title, struct str *out, struct err *e);
/* previous: hash of the version that was edited, empty for a new case. What it lacks is not an error: nothing is kept then. */
MUST_USE bool app_case_save(struct arena *a, struct app *app, const struct case_record *c, struct str previous,
                            struct str actor, struct lacks *lacks, bool *stale, struct err *e);
/* Every version, newest first. */
MUST_USE bool app_case_versions(struct arena *a, struct app *app, struct str id, struct stored_record **out, int64_t *count,
                                struct err *e);
/* What the case's own schemes and policy tell: names of signals.def. People are not read for it. */
MUST_USE bool app_case_signals(struct arena *a, struct app *app, const struct case_record *c, struct names **out, struct err *e);

/* ---- sessions ------------------------------------------------------------------------------------------ */
struct app_session { struct stored_session stored; struct room *room; };
MUST_USE bool app_session_open(struct arena *a, struct app *app, struct str case_id, struct str format, struct str actor,
                               struct stored_session *out, struct err *e);
/* *out NULL: there is none. The room is kept in memory, played back from its acts when first asked for; borrowed until
 * the next call for another session. */
MUST_USE bool app_session(struct app *app, struct str id, const struct app_session **out, struct err *e);
MUST_USE bool app_session_of_code(struct app *app, struct str code, const struct app_session **out, struct err *e);
MUST_USE bool app_sessions(struct arena *a, struct app *app, struct str case_id, struct stored_session **out, int64_t *count,
                           struct err *e);
/* The hash of the record of a closed session, 64 hex digits; empty while it is open. */
MUST_USE bool app_session_hash(struct arena *a, struct app *app, struct str id, struct str *out, struct err *e);
/* Kept, then done; *no says why it was not taken. When it closes the session, its record is frozen with it. */
MUST_USE bool app_session_do(struct app *app, const struct app_session *s, struct act act, struct str actor, enum no *no,
                             struct err *e);
/* A seat: role empty = the one that is needed most. *key: 32 hex digits for the participant's browser; only its hash is kept. */
MUST_USE bool app_session_join(struct arena *a, struct app *app, const struct app_session *s, struct str role, struct str *key,
                               enum no *no, struct err *e);
/* Whose key this is in this session; NULL if nobody's. */
struct person *app_seat(struct arena tmp, const struct app_session *s, struct str key);
/* What was shown as evidence: kept once by its hash, 64 hex digits. */
MUST_USE bool app_evidence_keep(struct arena *a, struct app *app, struct str session, struct str body, struct str actor,
                                struct str *hash, struct err *e);

/* ---- decisions ------------------------------------------------------------------------------------------- */
struct approval { struct str by; int64_t at_ms; struct approval *next; };
struct app_decision {
    struct decision decision;
    struct stored_record version;
    struct approval *approvals;      /* of this version, by different people */
    int approval_count;
};
MUST_USE bool app_decision(struct arena *a, struct app *app, struct str case_id, struct app_decision *out, bool *found,
                           struct err *e);
/* A draft from a closed session: its dilemmas without a choice yet, who dissented, its measures. */
MUST_USE bool app_decision_start(struct arena *a, struct app *app, struct str case_id, const struct app_session *s,
                                 struct decision *out, struct err *e);
MUST_USE bool app_decision_save(struct arena *a, struct app *app, const struct decision *d, struct str previous,
                                struct str actor, bool *stale, struct err *e);
/* The session that it started from, as in app_session; *out NULL: decided without one. */
MUST_USE bool app_decision_session(struct arena *a, struct app *app, const struct decision *d, const struct app_session **out,
                                   struct err *e);
/* Whether the workspace holds made-up people only: the last run says so, and the file that the next one reads. */
MUST_USE bool app_is_trial(struct arena *a, struct app *app, bool *out, struct err *e);
struct proposal {                    /* what signing would mean */
    struct lacks lacks;              /* what is still missing */
    struct conflict *conflicts;
    bool made;                       /* there is a policy; else why not, in problem */
    struct err problem;
    struct str file;                 /* JSON, unsigned */
    const struct policy *policy;
    struct policy_line *nl, *en;
    struct policy_change *changes_nl, *changes_en;   /* against the workspace's policy */
    bool may_sign;                   /* nothing is missing and nothing blocks */
};
MUST_USE bool app_proposal(struct arena *a, struct app *app, const struct app_decision *d, struct proposal *out, struct err *e);
/* Four eyes: by is whoever approves, told apart by that text. The second approval of the same version signs with the
 * workspace's own key, if it lies there, and puts the policy in force; without it the file is signed elsewhere. */
enum approved { APPROVED_ONCE, APPROVED_SIGNED, APPROVED_NO_KEY, APPROVED_STALE, APPROVED_SAME, APPROVED_NOT_READY };
MUST_USE bool app_decision_approve(struct arena *a, struct app *app, struct str case_id, struct str hash, struct str by,
                                   enum approved *out, struct err *e);

/* ---- after the decision: measures and reviews ---------------------------------------------------------------- */
struct assured {                     /* a measure of the decision, as it stands today */
    struct str measure, owner, evidence, version; /* version: hash of its newest record; empty: none, the decision itself says it */
    int32_t due, done;               /* INT32_MIN: not said, not done */
    bool condition, overdue;         /* overdue: not done, and the day is past */
    struct assured *next;
};
/* The measures of the newest decision; conditions that are not met first, then what is not done, then the rest. */
MUST_USE bool app_assured(struct arena *a, struct app *app, const struct decision *d, struct assured **out, struct err *e);
MUST_USE bool app_measure_save(struct arena *a, struct app *app, const struct measure_state *m, struct str previous,
                               struct str actor, struct lacks *lacks, bool *stale, struct err *e);
struct app_review { struct review review; struct stored_record version; };
MUST_USE bool app_reviews(struct arena *a, struct app *app, struct str case_id, struct app_review **out, int64_t *count,
                          struct err *e);    /* newest first */
/* Held today. */
MUST_USE bool app_review_save(struct arena *a, struct app *app, const struct review *x, struct str previous, struct str actor,
                              struct lacks *lacks, bool *stale, struct err *e);

#endif
