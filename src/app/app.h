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

#include "breakpoints/breakpoints.h"
#include "certainty/certainty.h"
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
/* Of the policy itself (settings empty) or with dials set: "amount_min=240,k_min=10". Some passes over the residents. */
MUST_USE bool app_evidence_weigh(struct arena *a, const struct app_evidence *v, struct str settings,
                                 struct alternative *out, struct err *e);

#endif
