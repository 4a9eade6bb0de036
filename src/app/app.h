/* SPDX-License-Identifier: EUPL-1.2 */
/* app.h: one function a verb: puts the pure modules and the disk together. The command line
 * and the pages call these and only these. Not parsing of arguments (cli/), not HTML (web/).
 *
 * A workspace is a folder: people.csv, policy.json (signed), hoort.db, account.head,
 * keys/{pseudonym,policy,account}.key and .pub, runs/<id>/{letters,batch.csv,manifest.json}, and
 * own files in method/ if the organisation has content of its own.
 */
#ifndef HOORT_APP_H
#define HOORT_APP_H

#include "app/deciding.h"
#include "breakpoints/breakpoints.h"
#include "certainty/certainty.h"
#include "desk/desk.h"
#include "evidence/evidence.h"
#include "outreach/outreach.h"
#include "people/people.h"
#include "scenario/scenario.h"
#include "store/store.h"

struct progress {                    /* how far long work is; either may be called from one thread only */
    void (*step)(void *ctx, const char *what, int64_t done, int64_t total);
    void *ctx;
};

struct app_options {
    struct str workspace;            /* folder */
    struct str laws;                 /* folder with laws, e.g. "laws" */
    struct str method;               /* folder with letter templates and the example policy, e.g. "method" */
    int32_t today;
    struct progress progress;
};

/* ---- laws -------------------------------------------------------------------------------------- */
/* Reads every law, sidecar and the dictionary under a folder or of single files. */
MUST_USE bool app_laws(struct arena *a, struct str const *paths, int count, struct law_set *out,
                       struct faults *faults, struct faults *missing, struct err *e);

/* One version of a law with its sidecar, not held against other laws or the dictionary; NULL when there is nothing to
 * build on: the faults tell. */
MUST_USE bool app_law_file(struct arena *a, struct str path, const struct law **out, struct faults *faults, struct err *e);

/* Government amounts beside the laws, run through the same plan. */
struct oracle_case {
    struct str file, id, output, source, expected, got;
    struct str document;             /* what the file says of the source */
    int32_t date;
    int line;
    bool passed;
    int64_t took_ns;
    struct oracle_case *next;
};
struct oracle_report { struct oracle_case *first; int passed, failed, files; };
/* Scenarios beside the laws; what is tagged @wip is counted and not run. */
struct scenario_done {
    const struct feature *feature;
    const struct scenario *scenario;
    struct scenario_result result;
    bool skipped;
    int64_t took_ns;
    struct scenario_done *next;
};
struct scenario_report {
    struct scenario_done *first;
    int passed, failed, skipped, files;
    int outputs, by_kernels;         /* evaluations, and those that kernels repeated */
    struct faults faults;            /* files that could not be read as scenarios */
};
struct law_tests { struct oracle_report oracles; struct scenario_report scenarios; };
/* Folders or files: the oracles/ and *.feature under them are run against the laws as loaded. */
MUST_USE bool app_law_test(struct arena *a, const struct law_set *laws, struct str const *paths, int count,
                           struct law_tests *out, struct err *e);
void app_junit(const struct law_tests *tests, struct buf *out); /* JUnit XML: a suite for each file */

/* ---- the pack: what is encoded, how it is tested, how sure we are ------------------------------------ */
struct pack_count { int all, passed, failed, skipped; };  /* all but `all` and skipped are 0 where nothing was run */
struct pack_source { struct str document; int cases, failed; struct pack_source *next; };
struct pack_row {
    const struct law *law;           /* the version in force on `on`; of a supporting law that is not: its newest */
    const struct scheme *scheme;     /* NULL: a supporting law, or a by-law */
    int year;                        /* a scheme has a row for each year in which it, or a law it leans on, has a new version */
    int32_t on;                      /* the day asked if it lies in that year, else the last day on which it can be worked out */
    const struct ceiling *ceiling;   /* on that day; NULL if none is named: rung 0 */
    int articles, with_rules, unverified, versions;
    struct pack_count scenarios, oracles;
    struct pack_source *sources;     /* distinct documents of the oracles */
    int source_count;
    bool planned, kernels;           /* of a scheme */
    struct str why;                  /* not planned, or no kernels */
    struct note *reads;              /* law versions that the plan reads: "id 2025-01-01" */
    const struct law **bylaws;       /* those of them that hold in one municipality */
    int bylaw_count;
    struct pack_row *next;
};
struct pack {
    struct pack_row *schemes;        /* by id, then year */
    struct pack_row *laws;           /* supporting laws and then by-laws, a row for all versions */
    int scheme_count, law_count, source_count;
    struct pack_count scenarios, oracles, loose; /* loose: beside no law of the set */
    bool ran;
    struct law_tests tests;
};
/* Counts what stands in the files; runs it too if asked. A test counts for the law that it stands beside, in the year
 * of its date; where one law has several schemes, for those whose outcome it asks, or for all when it asks another. */
MUST_USE bool app_pack(struct arena *a, const struct law_set *laws, struct str const *paths, int count, int32_t on, bool run,
                       struct pack *out, struct err *e);

/* One output by hand: facts as "name=value" about the resident, "partner.name=value" about the
 * partner; values as in a file of people (geen = none), amounts in euros. */
struct law_case { struct str law, output; int32_t date; struct str const *facts; int fact_count; };
MUST_USE bool app_law_run(struct arena *a, const struct law_set *laws, const struct law_case *c,
                          struct answer *out, const struct plan **plan, struct err *e);

/* ---- the method ---------------------------------------------------------------------------------- */
/* The content of the method in the .yaml files of a folder, and of an organisation's own folder that lies over it
 * (empty: none). Faults do not make it false. */
MUST_USE bool app_library(struct arena *a, struct str method, struct str own, struct library *out, struct faults *faults,
                          struct err *e);

/* ---- people, evaluation ------------------------------------------------------------------------- */
struct people_files {
    struct str persons, facts;       /* files; facts = a second CSV joined on bsn, "" = none */
    int32_t as_of;                   /* date of the delivery */
    bool test_data;                  /* declared: no real resident is in it; needs no policy */
    struct str policy, trusted;      /* otherwise: the signed policy and the public key to trust */
};
struct app_people {                  /* what came in */
    struct table table;
    struct people_report persons, facts;
    bool joined;
};

/* Reads people under a permit: the policy's, or a rehearsal's for declared test data. */
MUST_USE bool app_people(struct arena *a, const struct law_set *laws, const struct people_files *files, int32_t today,
                         struct progress progress, struct app_people *out, struct err *e);

/* Whom the laws entitle: a CSV with, for each scheme, a row for every row of the file of people, in its
 * order; rows that could not be used say why. An empty scheme: all that are in force on the date. */
struct eval_scheme { const struct plan *plan; int64_t verdicts[4]; };
#define RIGHTS_COUNTED 8
struct eval_result {
    int64_t rows, unusable;
    struct eval_scheme *schemes;
    int scheme_count;
    struct note *without;            /* schemes in force that nobody can be evaluated for on this day, and why */
    int64_t rights[RIGHTS_COUNTED];  /* residents by the number of schemes that entitle them; the last: that many or more */
};
MUST_USE bool app_eval(struct arena *a, const struct law_set *laws, const struct app_people *people, struct str scheme,
                       int32_t date, struct progress progress, struct buf *csv, struct eval_result *out, struct err *e);

/* How many facts it takes, cheapest first, until each outcome is settled. */
struct source_reading { struct str source; int64_t read, naive; };
struct staged_report {
    const struct plan *plan;
    struct reading reading;
    struct source_reading *sources;  /* as the dictionary names who holds a fact */
    int source_count;
};
MUST_USE bool app_staged(struct arena *a, const struct law_set *laws, const struct app_people *people, struct str scheme,
                         int32_t date, struct progress progress, struct staged_report *out, struct err *e);

/* The explanation of one resident, by pseudonym in hex or by BSN (then the pseudonym is worked out). */
struct why {
    const struct plan *plan;
    struct explanation explanation;
    struct outlook outlook;          /* without sentences, unless verdict or amount is unknown */
};
MUST_USE bool app_explain(struct arena *a, const struct law_set *laws, const struct app_people *people,
                          const struct people_files *files, struct str who, struct str scheme, int32_t date,
                          struct why *out, struct err *e);

/* What a resident can keep of an outcome, and what a later evaluation makes of the same question: with the
 * salt of the receipt that is held against it, or a new one (salt NULL). */
struct app_question { const struct app_people *people; const struct people_files *files; struct str who, scheme; int32_t date; };
MUST_USE bool app_receipt(struct arena tmp, const struct law_set *laws, const struct app_question *q, const struct hash *salt,
                          struct receipt *out, struct err *e);

/* Along one fact of a resident, or along the date ("referencedate"), at each value: where rights start, step and
 * stop. The resident is a case by hand as in app_law_run, or somebody in a file of people (people, files, who).
 * "partner.NAME" is the fact of whom the fact `partner` names. Values as a file of people has them; empty from, to
 * and step: up to 100,000 euro by the cent, the declared range, or a year by the day. */
struct breaks_wish {
    struct str const *facts;
    int fact_count;
    const struct app_people *people; /* NULL: by hand */
    const struct people_files *files;
    struct str who;
    struct str fact, from, to, step, scheme;
    int32_t date;
};
/* What a scheme (empty: all schemes) of a day reads about a resident and about a partner, each once; no relations. */
struct breaks_fact { const struct fact *fact; bool of_partner; };
struct breaks_fact *app_breaks_facts(struct arena *a, const struct law_set *laws, struct str scheme, int32_t date, int *count);
MUST_USE bool app_breakpoints(struct arena *a, const struct law_set *laws, const struct breaks_wish *wish, struct breaks *out,
                              struct err *e);

/* The plan as C, for people to read and compilers to make fast. Refuses a plan that needs the kernels. */
MUST_USE bool app_law_c(const struct plan *p, struct buf *out, struct err *e);

/* ---- speed, as ratios in one run -------------------------------------------------------------------- */
struct bench_row { const char *name, *unit, *peer; double value, peer_value; };
struct bench { struct bench_row rows[32]; int count; char notice[LIMIT_ERR_TEXT + 64]; };
struct bench_wish {
    struct str scheme;
    int32_t date;
    int64_t rows;
    struct str peers;                /* bench/peers.py, or empty: not beside others */
    struct str method;               /* where the example policy is, whose dials are moved */
};
/* Synthetic residents, repeated to `rows`, one processor: kernels beside the reference interpreter
 * and beside copying memory. */
MUST_USE bool app_bench(struct arena *a, const struct law_set *laws, struct bench_wish wish, struct bench *out, struct err *e);

/* ---- a workspace that is open: the laws, the policy, the people and the store ---------------------- */
struct app;
/* Opening also finishes or removes what a process that was killed left behind. */
MUST_USE bool app_open(struct arena *a, struct app_options options, struct app **out, struct err *e);
void app_close(struct app *app);

/* Makes an empty workspace ready: keys, a signed example policy, synthetic people. */
MUST_USE bool app_demo_prepare(struct arena *a, struct app_options options, int64_t residents, uint64_t seed,
                               struct err *e);
/* The whole run under the workspace's policy: permit, facts, evaluation, gate, letters, account. */
struct app_run {
    struct str id, folder;           /* folder: letters.txt, batch.csv, manifest.json */
    int64_t letters, unwritten;      /* cleared, but no letter could be written: why, in problem */
    struct err problem;
};
MUST_USE bool app_run(struct arena *a, struct app *app, struct app_run *out, struct err *e);

/* ---- views: what a page or a summary shows ---------------------------------------------------------- */
struct overview {
    bool any;                        /* false: nothing was run yet */
    struct stored_run run;
    struct stored_scheme *schemes;
    int64_t scheme_count;
    const struct law_set *laws;
};
MUST_USE bool app_overview(struct arena *a, struct app *app, struct overview *out, struct err *e);

/* One resident of the last run, by pseudonym; *found is false where there is none. Viewing is
 * itself written to the account. */
struct resident_view {
    struct stored_outcome outcome;
    struct str scheme_id;
    const struct scheme *scheme;
    const struct plan *plan;
    struct explanation explanation;
    struct outlook outlook;          /* as in struct why */
    bool agrees;                     /* the explanation's result equals the stored one */
    bool synthetic;
};
MUST_USE bool app_resident(struct arena *a, struct app *app, struct str scheme, struct pseudonym who, struct str actor,
                           struct resident_view *out, bool *found, struct err *e);
/* Residents with one refusal reason (or cleared) of the last run, in pages. */
MUST_USE bool app_examples(struct arena *a, struct app *app, struct str scheme, enum refusal reason, int64_t offset,
                           int64_t limit, struct stored_outcome **out, int64_t *count, struct err *e);

/* The workspace's method: the shipped one, with what stands in its own folder method/ laid over it. */
MUST_USE bool app_workspace_library(struct arena *a, struct app *app, struct library *out, struct faults *faults,
                                    struct err *e);
/* The pack of the laws that the workspace uses, as of a day: counted when first asked for, and kept. Nothing is run. */
MUST_USE bool app_schemes(struct app *app, int32_t on, const struct pack **out, struct err *e);

struct policy_view {
    const struct policy *policy;
    struct policy_line *nl, *en;
    bool in_order;                   /* signed by the trusted key and in force today */
    struct err problem;              /* when it is not */
};
MUST_USE bool app_policy(struct arena *a, struct app *app, struct policy_view *out, struct err *e);

struct account_view {
    int64_t lines;
    struct hash head;
    bool verified, head_signed;
    struct err problem;              /* when it does not verify: which line, what */
    struct account_line *last;       /* the newest lines, newest first */
    int last_count;
    int64_t by_action[ACTION_COUNT];
};
MUST_USE bool app_account(struct arena *a, struct app *app, struct account_view *out, struct err *e);

MUST_USE bool app_opt_out(struct arena *a, struct app *app, struct str bsn, struct str scheme, struct err *e);
MUST_USE bool app_opt_outs(struct arena *a, struct app *app, struct opt_outs *out, struct err *e);

/* ---- accounts of the desk, and who is logged in ------------------------------------------------------------ */
struct desk_user {
    struct str name;
    struct str code;                 /* 16 hex digits of a keyed hash of the name: what the account says of this person */
    uint32_t roles;                  /* of desk.h */
    bool blocked;
    int64_t added_ms;
};
/* Open: there is no account yet, so whoever reaches the workspace is the desk. */
MUST_USE bool app_desk_is_open(struct app *app, bool *open, struct err *e);
MUST_USE bool app_users(struct arena *a, struct app *app, struct desk_user **out, int64_t *count, struct err *e); /* by name */
/* Each writes a line; `actor` is a role, a process, or a role and a code. Refused with ERR_USER: a name or password that
 * is not as it must be, no such account, one that is there already, the last administrator who is not blocked. All but
 * adding end the sessions of the account. */
MUST_USE bool app_user_add(struct app *app, struct str name, uint32_t roles, struct str password, struct str actor, struct err *e);
MUST_USE bool app_user_password(struct app *app, struct str name, struct str password, struct str actor, struct err *e);
MUST_USE bool app_user_roles(struct app *app, struct str name, uint32_t roles, struct str actor, struct err *e);
MUST_USE bool app_user_block(struct app *app, struct str name, bool blocked, struct str actor, struct err *e);

struct login_try {
    struct str name, password, address;
    struct str old_token;            /* of a session of the same browser, which ends; or empty */
    int64_t now_ms;
};
struct login {
    enum { LOGIN_WRONG, LOGIN_BLOCKED, LOGIN_WAIT, LOGIN_DONE } result; /* wrong: no such name, or not its password */
    int64_t wait_s;                  /* of LOGIN_WAIT */
    struct str token;                /* of LOGIN_DONE: 64 hex digits, for the browser alone */
};
MUST_USE bool app_login(struct arena *a, struct app *app, const struct login_try *t, struct login *out, struct err *e);
/* Whose session it is, if it stands; keeps it standing. */
MUST_USE bool app_user_session(struct arena *a, struct app *app, struct str token, int64_t now_ms, struct desk_user *out, bool *found,
                          struct err *e);
MUST_USE bool app_logout(struct app *app, struct str token, struct err *e);
/* Whether it is the password of the account; a wrong one counts as a failed login. */
MUST_USE bool app_password_is(struct app *app, const struct login_try *t, struct login *out, struct err *e);

/* ---- evidence: what the policy does to the workspace's people, and what other dials would do ---------- */
/* Reads the people under the policy's permit and works out the laws, once; that they were read is written to the
 * account. Nobody is cleared. */
struct app_evidence;
struct evidence_wish {
    bool staged;                     /* also how few facts the laws need: a second or so for 100,000 residents */
    bool fresh;                      /* as if nobody had been written to before; else what the next run would do */
};
MUST_USE bool app_evidence_open(struct arena *a, struct app *app, struct evidence_wish wish, struct app_evidence **out, struct err *e);
const struct evidence *app_evidence_of(const struct app_evidence *v);
/* The same without `staged`, kept with the workspace for as long as policy, people, opt-outs and runs stay what they
 * are: then nobody is read again. *out is good until the next call. */
MUST_USE bool app_evidence_kept(struct app *app, bool fresh, const struct app_evidence **out, struct err *e);
/* Of the policy itself (settings empty) or with dials set: "amount_min=240,k_min=10". Some passes over the residents. */
MUST_USE bool app_evidence_weigh(struct arena *a, const struct app_evidence *v, struct str settings,
                                 struct alternative *out, struct err *e);
/* Many at once, on every processor; of the last ones the outcomes are kept. */
MUST_USE bool app_evidence_weigh_all(struct arena *a, const struct app_evidence *v, struct str const *settings, int count,
                                     struct alternative *out, struct err *e);

/* ---- kan: of whom the laws and the facts say that they are entitled, and which facts would settle the others ---- */
/* A count, exact (low = n = high) or from a sample, with the ends of its interval of 95 per cent. */
struct kan_count { int64_t n, low, high; bool hidden; };     /* hidden: all 0, too small to show or giving that away */

enum kan_state { KAN_COUNTED, KAN_NO_OUTCOME, KAN_NOT_ALLOWED };   /* NOT_ALLOWED: real residents, and not in the policy */
struct kan_fact {
    const struct fact *fact;
    bool delivered, allowed, too_old; /* allowed: by the policy; of synthetic people everything is */
    int32_t as_of;                   /* of the delivery; INT32_MIN = not said */
    int max_age_days;                /* in the policy; 0 = it is not in there */
    struct kan_count unknown;        /* residents of whom it is not known */
    struct kan_count first, settles; /* of the undecided: for whom it is the one to ask, as it may settle the right; and those
                                      * for whom nothing else matters, so that it does, whatever the answer is */
};
struct kan_scheme {
    const struct scheme *scheme;     /* as of the day */
    enum kan_state state;
    struct str why;                  /* KAN_NO_OUTCOME */
    int64_t residents;               /* without those who opted out of it */
    struct kan_count parts[4];       /* by enum certainty: together the residents */
    struct kan_count undecided;      /* who are not settled by what is known, before the bounds */
    int64_t sampled;                 /* of them looked at one by one; less than all: figures of a sample */
    int bylaw_count;                 /* municipalities whose by-law the scheme leans on; 0: it needs none */
    struct kan_count without_bylaw;  /* residents of another one: of them nothing can be said */
    bool bounded;                    /* false: of some nothing can be bounded, so there is no highest amount */
    bool has_amount, amount_hidden;
    int64_t low_cents, high_cents;   /* a year, all together, a joint claim once; of a sample the ends of the intervals */
    struct kan_fact *facts;          /* that the plan reads; who settles most first */
    int fact_count;
};
struct kan {
    int32_t day;
    bool synthetic;                  /* else the residents' own, under the policy */
    struct str label;
    int64_t residents, opted_out, rejected;
    int k;                           /* smaller counts are hidden; 0: none are */
    const struct kan_scheme **schemes;
    int scheme_count;
};
/* Of these schemes (count 0: all in force on the day). People who are made up are read under a rehearsal permit; residents' own
 * facts under the policy's, and that is written to the account. What was worked out is kept until the people change: the
 * first time takes seconds, the next none. Refuses a scheme that is not in force, and whatever gate_permit refuses. */
MUST_USE bool app_kan(struct arena *a, struct app *app, struct str const *schemes, int count, int32_t day, struct kan *out, struct err *e);
struct json *app_kan_json(struct arena *a, const struct kan *k);
void app_kan_csv(const struct kan *k, struct buf *out); /* a row for each scheme and part, and for each fact */

/* ---- mag: what may run on a day, by scheme and rung (src/app/needs.def) ------------------------------------ */
enum need {
#define NEED(code, name, from, requirement, met_nl, met_en, open_nl, open_en) code,
#include "app/needs.def"
#undef NEED
    NEED_COUNT
};
const char *need_name(enum need n);
const char *need_requirement(enum need n);          /* "L2" */
struct phrase need_words(enum need n, bool open);
bool need_is_counted(enum need n);                   /* open: how many there are goes behind the words */

enum may {
    MAY_YES,                         /* allowed, and all needs are met */
    MAY_IF,                          /* allowed once needs are met */
    MAY_LATER,                       /* not allowed on the day; from a date on, or with a law that is not in force yet */
    MAY_NOT
};
const char *may_name(enum may m);    /* "yes", "if", "later", "no" */

struct mag_scheme {
    const struct scheme *scheme;     /* as of the day */
    const struct ceiling *today;     /* NULL: the sidecar names none for the day, so rung 0 */
    const struct ceiling *counts;    /* with the law that is taken to be in force; else that of the day */
    enum may may[RUNGS];
    const struct ceiling *then[RUNGS]; /* of MAY_LATER: what allows it then */
    int open[NEED_COUNT];            /* how many things lack; 0 = in order */
    int policy_rung;                 /* -1: the policy does not name the scheme */
    struct str why;                  /* NEED_RULES: why there is no outcome */
};
/* Whether a need stands in the way of a rung: from which it counts, and as far as the policy goes. */
bool mag_is_open(const struct mag_scheme *s, enum need n, int rung);
struct mag_fact {                    /* what the schemes read, those without a ground first */
    const struct fact *fact;
    enum ground ground;
    const struct policy_fact *policy; /* NULL: the policy does not allow it */
    const struct scheme **schemes;
    int scheme_count;
};
struct mag {
    int32_t day;
    const struct coming *assumed;    /* the law that is taken to be in force; NULL: none */
    const struct coming *coming;     /* all that ceilings may wait for */
    const struct rung *rungs[RUNGS]; /* NULL where the method has none */
    struct mag_scheme *schemes;
    int scheme_count;
    struct mag_fact *facts;
    int fact_count;
    struct err policy_problem;       /* of NEED_POLICY; empty if it is in order */
};
/* Of these schemes (count 0: all in force on the day), if the law `assumed` (id; empty: none) were in force too. Nobody's
 * facts are read. Refuses a scheme that is not in force and a law that is not known. */
MUST_USE bool app_mag(struct arena *a, struct app *app, struct str const *schemes, int count, int32_t day, struct str assumed,
                      struct mag *out, struct err *e);
struct json *app_mag_json(struct arena *a, const struct mag *m);
void app_mag_csv(const struct mag *m, struct buf *out); /* a row for each scheme and rung */

int32_t app_today(const struct app *app);            /* the day on which the workspace was opened */
/* The schemes that are asked, or all in force on the day. */
MUST_USE bool app_schemes_on(struct arena *a, struct app *app, struct str const *ids, int count, int32_t day,
                             const struct scheme ***out, int *out_count, struct err *e);

#endif
