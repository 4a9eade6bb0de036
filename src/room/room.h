/* SPDX-License-Identifier: EUPL-1.2 */
/* room.h: a group that decides: its case, its session and the decision that comes out of it. Pure: a session is
 * what its acts make of it, one after the other, so that it can be played back and nothing is lost with a process.
 * Not here: keeping acts (store/), who is who on the network and pages (web/), the figures of evidence (evidence/).
 *
 * Records point at the one before by hash, and are frozen before the next exists:
 *   case -> session -> decision -> policy
 */
#ifndef HOORT_ROOM_H
#define HOORT_ROOM_H

#include "law/law.h"
#include "method/method.h"

/* ---- what is still missing --------------------------------------------------------------------------- */
enum lack_kind {
#define LACK(code, nl, en) code,
#include "room/lacks.def"
#undef LACK
    LACK_COUNT
};
struct phrase lack_words(enum lack_kind k);      /* "is not filled in yet."; static */
struct lack { struct str field; enum lack_kind kind; struct lack *next; };   /* field: a name, or the id of a dilemma or measure */
struct lacks { struct arena *a; struct lack *first; int count; };
struct lacks lacks_open(struct arena *a);
void lacks_add(struct lacks *l, struct str field, enum lack_kind kind);
bool lacks_has(const struct lacks *l, struct str field);

/* ---- the case ------------------------------------------------------------------------------------ */
enum case_kind { CASE_CONSIDERED, CASE_RUNNING, CASE_STOPPED };
const char *case_kind_name(enum case_kind k);    /* "considered", "running", "stopped" */
bool case_kind_find(struct str name, enum case_kind *out);

enum case_text {
#define CASE_TEXT(code, name, max, needed, nl, en, hint_nl, hint_en) code,
#include "room/case.def"
#undef CASE_TEXT
    CASE_TEXT_COUNT
};
struct case_field { struct str name; int max; bool needed; struct phrase label, hint; };
const struct case_field *case_field(enum case_text t);   /* static */

struct case_record {
    struct str id;                   /* small letters, digits, "-" */
    enum case_kind kind;
    struct str text[CASE_TEXT_COUNT];/* one line or more; empty where nothing was said */
    struct names *schemes;           /* ids */
    int rung;                        /* under consideration */
    int32_t stopped_on, review_on;   /* of a stopped case; INT32_MIN: not said */
};
void case_check(const struct case_record *c, struct lacks *l);
/* Canonical: what is kept and hashed. */
struct str case_write(struct arena *a, const struct case_record *c);
MUST_USE bool case_read(struct arena *a, struct str bytes, struct case_record *out, struct err *e);

/* ---- acts ------------------------------------------------------------------------------------------ */
enum act_kind {
#define ACT(code, name, by, steps, doc) code,
#include "room/acts.def"
#undef ACT
    ACT_COUNT
};
const char *act_name(enum act_kind k);
bool act_find(struct str name, enum act_kind *out);

struct act {
    int64_t seq, at_ms;              /* seq 1, 2, 3, …; since 1970 UTC: given by who keeps them */
    enum act_kind kind;
    int who;                         /* participant 1, 2, 3, …; 0 = the facilitator, or who joins */
    bool by_host;                    /* done by the facilitator */
    struct str subject, text;
    int choice, round;
    bool fence;
};

enum no {                            /* why an act is not taken */
    NO_NOT,
#define NO(code, nl, en) code,
#include "room/refusals.def"
#undef NO
    NO_COUNT
};
struct phrase no_words(enum no n);   /* static; of NO_NOT empty */

/* ---- the session ------------------------------------------------------------------------------------- */
struct position { int anchor; bool fence; struct str why; };     /* anchor 0: none taken */
struct held { struct str dilemma; struct position round[2]; struct str dissent; struct held *next; };
struct person {
    int number;                      /* 1, 2, 3, … */
    const struct role *role;
    struct str key;                  /* hash of what the participant's browser keeps; empty: on paper */
    bool paper;
    struct names *values;            /* in the order of picking */
    int value_count;
    struct str reason;
    struct held *held;               /* by dilemma */
};
struct said { struct str dilemma; int who, anchor; struct str text; struct said *next; };
struct chair { const struct role *role; struct str text; struct chair *next; };   /* the newest text counts */
struct shown_hash { struct str dilemma, hash; struct shown_hash *next; };

struct room {
    struct arena *a;
    const struct library *library;
    const struct format *format;
    int step, step_count;            /* place in the format */
    int64_t step_at_ms, last_at_ms;
    struct person *people[LIMIT_ROOM_PEOPLE];
    int people_count;
    const struct dilemma *table[LIMIT_ROOM_TABLE];   /* the dilemmas on the table, in order */
    int table_count, own_count;
    struct said *arguments, **arguments_end;
    struct chair *chairs;
    struct names *measures;
    struct shown_hash *shown;
    struct str notes;
    bool closed;
    int64_t acts;                    /* taken so far = seq of the last */
    int64_t phase;                   /* those of them after which a participant has something else to do */
};

/* An empty session; the library and format must outlive it, and what it remembers lives in *a. */
struct room *room_open(struct arena *a, const struct library *library, const struct format *format);
/* Whether the act may be done now; changes nothing. */
enum no room_allows(const struct room *r, const struct act *act);
/* Does it, or changes nothing and says why not. Copies texts. */
enum no room_take(struct room *r, const struct act *act);

const struct method_step *room_step(const struct room *r);                      /* the open one */
bool room_step_is(const struct room *r, const char *id);                          /* of steps.def */
const struct dilemma *room_dilemma(const struct room *r, struct str id);        /* on the table; NULL if not */
struct person *room_person(const struct room *r, int number);                    /* NULL if there is none */
struct person *room_person_of(const struct room *r, struct str key);             /* by the hash of a key */
const struct position *person_position(const struct person *p, struct str dilemma, int round); /* never NULL */
const struct held *person_held(const struct person *p, struct str dilemma);      /* NULL if nothing was said */
/* The round that is open, or 0; the newest round that may be shown: 0, 1 or 2. */
int room_round(const struct room *r);
int room_revealed(const struct room *r);
int room_values_max(const struct room *r);
/* The card that needs somebody most: must be heard and nobody has it, then the least taken. */
const struct role *room_role_wanted(const struct room *r);
/* Whose voice is needed and was not heard: neither a person nor a chair. NULL at the end of the list. */
const struct role *room_unheard(const struct room *r, const struct role *after);
const struct chair *room_chair(const struct room *r, struct str role);            /* NULL: nothing said */

/* ---- what the room said ---------------------------------------------------------------------------------- */
struct spread { int count[ANCHORS], fences[ANCHORS], answered, median; };  /* median: anchor 1..5, 0 = nobody */
struct spread room_spread(const struct room *r, struct str dilemma, int round, const struct role *role); /* NULL: all */
int room_shifted(const struct room *r, struct str dilemma);    /* people whose anchor differs between the rounds */
struct picked { const struct method_value *value; int count; };
/* Values that somebody picked, most first, then in the library's order. */
struct picked *room_picked(struct arena *a, const struct room *r, int *count);
/* How many have answered what this step asks of each; out of how many. */
int room_answered(const struct room *r);

struct suggestion_reason { struct phrase why; int one, other; struct str names[2]; struct suggestion_reason *next; };
struct suggestion { const struct dilemma *dilemma; int weight; struct suggestion_reason *reasons; };
/* Dilemmas that the picks and the case point to, strongest first. A tension weighs by how many picked the value that
 * fewer picked; a signal of the case weighs as much as a quarter of the room. signals: names of signals.def. */
struct suggestion *room_suggest(struct arena *a, const struct room *r, const struct names *signals, int *count);

/* The session as it will be read later: canonical JSON, without keys. People stand in it by role, never by name. */
struct str room_write(struct arena *a, const struct room *r, struct str case_hash);

/* ---- the decision ------------------------------------------------------------------------------------------ */
struct decided { struct str dilemma; int anchor; struct str why, alternatives, dissent; struct decided *next; }; /* anchor 0: open */
struct taken_measure {
    struct str measure, owner, evidence;
    int32_t due, done;               /* INT32_MIN: not said, not done */
    struct taken_measure *next;
};
struct decision {
    struct str id;                   /* of the case */
    struct str case_hash, session_hash; /* session_hash empty: decided without a session */
    bool no;                         /* "we do not do this", with the reason in `why` */
    struct str title, why, decided_by, mandate, publication;
    int32_t from, until, review_on;
    struct decided *choices;
    struct taken_measure *measures;
};
void decision_check(const struct decision *d, const struct library *l, int32_t today, struct lacks *lacks);
struct str decision_write(struct arena *a, const struct decision *d);
MUST_USE bool decision_read(struct arena *a, struct str bytes, struct decision *out, struct err *e);

/* A field that two choices set otherwise, or that the law or the policy that is built on does not bear. */
struct conflict {
    struct str field, dilemma, other; /* dilemmas; empty where it is not about one */
    struct phrase what;
    bool blocks;                     /* cannot be signed; else it is to be seen, and the more careful choice stands */
    struct conflict *next;
};
/* The policy that the decision means: the base file with what its anchors set, the new dates and who decided.
 * *out: pretty JSON, unsigned, that policy_read accepts; conflicts are listed and the more careful choice stands
 * (careful.def), whatever the order of the list. A no sets every rung to 0, so that the gate lets nothing in.
 * laws: for the ceiling on its first day. Fails where the base or the texts of the decision do not make a policy. */
MUST_USE bool decision_policy(struct arena *a, const struct decision *d, struct str decision_hash, const struct library *l,
                              const struct law_set *laws, struct str base, struct str *out, struct conflict **conflicts,
                              struct err *e);
/* ---- after the decision ---------------------------------------------------------------------------------------- */
struct measure_state {               /* how a measure of the decision on a case stands */
    struct str case_id, measure, evidence;
    int32_t done;                    /* INT32_MIN: not (any more) */
};
void measure_check(const struct measure_state *m, int32_t today, struct lacks *l);
struct str measure_write(struct arena *a, const struct measure_state *m);
MUST_USE bool measure_read(struct arena *a, struct str bytes, struct measure_state *out, struct err *e);

struct review {                      /* on its day, or because something happened */
    struct str case_id, decision_hash, saw, keep, change;
    int32_t on, next;
};
void review_check(const struct review *x, int32_t today, struct lacks *l);
struct str review_write(struct arena *a, const struct review *x);
MUST_USE bool review_read(struct arena *a, struct str bytes, struct review *out, struct err *e);

/* What differs between two lists of sentences: those that went and those that came, in order. */
struct policy_change { bool came; struct str text; struct policy_change *next; };
struct policy_change *policy_changes(struct arena *a, const struct policy_line *before, const struct policy_line *after);

#endif
