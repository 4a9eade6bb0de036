/* SPDX-License-Identifier: EUPL-1.2 */
/* workspace.h: what the verbs of app/ share. Private to app/. */
#ifndef HOORT_APP_WORKSPACE_H
#define HOORT_APP_WORKSPACE_H

#include "app/app.h"

struct app {
    struct arena *a;                 /* lives as long as the workspace is open */
    struct app_options options;
    struct law_set laws;
    struct store *store;
    const struct policy *policy;     /* as read; policy_check says whether it counts */
    struct hash policy_stamp;        /* of its file then */
    struct public_key trusted;
    struct key pseudonym_key, account_key;
    struct app_people *people;       /* of the last run, read when first needed; NULL before */
    struct pack *pack;               /* as of pack_on, counted when first needed; NULL before */
    int32_t pack_on;
    struct sessions *sessions;       /* live ones in memory; NULL before the first */
    struct kept *kept;               /* of app_evidence_kept; NULL before */
    struct kan_keep *kan;            /* the people of app_kan and what was worked out; NULL before */
    struct throttle throttle;        /* of logins, as long as this process lives */
};

/* ---- what kan.c shares (kan_people.c, kan_estimate.c) ------------------------------------------------------------------ */
struct kan_kept { int32_t day; struct kan_scheme scheme; struct kan_kept *next; };
struct kan_keep {
    struct arena a;                  /* of its own, so that it can be forgotten */
    char *start;
    struct hash stamp;               /* of the files and the opt-outs */
    struct app_people people;
    bool synthetic;
    struct opt_outs opt_outs;        /* none of synthetic people */
    struct kan_kept *first;
    int count;
};
/* The people as they are now: those of before if nothing changed. */
MUST_USE bool kan_people(struct app *app, struct kan_keep **out, struct err *e);
void kan_forget(struct app *app);
/* `seen` of a sample of `n` out of `all`: how many that are of all, with the interval (Wilson). */
struct kan_count kan_estimate(int64_t seen, int64_t n, int64_t all);
/* How far a total of `all` may lie from `all` times the mean of n amounts, 95 per cent; in the unit of the amounts. */
int64_t kan_margin(int128 sum, int128 squares, int64_t n, int64_t all);

/* Laws without a single fault, or an error that names the first. */
MUST_USE bool laws_or_fail(struct arena *a, struct str folder, struct law_set *out, struct err *e);

struct str work_path(struct arena *a, const struct app_options *o, const char *name);

/* Reads the policy again if its file is another one now. */
MUST_USE bool workspace_policy(struct app *app, struct err *e);
void kept_close(struct kept *kept);  /* NULL is fine */

/* The conditions of a policy that are recorded as done: by themselves, or in the decision that it came from. */
MUST_USE bool conditions_done(struct arena *a, struct app *app, const struct policy *p, struct names **out, struct err *e);
/* Reads the workspace's people under its policy's permit. */
MUST_USE bool workspace_permit(struct arena *a, struct app *app, const struct permit **out, struct err *e);
MUST_USE bool workspace_people(struct arena *a, struct app *app, const struct permit *permit, struct app_people *out,
                               struct err *e);

/* One file of people (CSV or LO3, whichever it is) and an optional second one. */
struct people_keys { struct key key; struct str purpose; };
MUST_USE bool people_from_files(struct arena *a, const struct permit *permit, const struct people_files *files,
                                struct people_keys keys, struct app_people *out, struct err *e);

/* The row of a resident, by pseudonym in hex or by the BSN of declared test data. */
MUST_USE bool people_row(const struct app_people *people, const struct people_files *files, struct str who, int64_t *row,
                         struct err *e);

/* From here on the residents are worked out by the law as C, made in the folder or found there, and held
 * against the kernels on the first of them. On failure the kernels go on. */
MUST_USE bool law_to_c(struct arena tmp, struct binding_set *b, const struct plan *p, const struct table *t,
                       struct str folder, struct err *e);

/* Plans of one scheme, or (empty) of all that are in force on the date; `without`: those of them that have no plan
 * then, each with the reason. */
MUST_USE bool plans_of(struct arena *a, const struct law_set *laws, struct str scheme, int32_t date, const struct plan ***out,
                       int *count, struct note **without, struct err *e);
/* All rows on all processors; `step` is called from this thread only. */
void evaluate(struct arena *a, const struct binding_set *b, struct findings *f, struct progress progress);
/* The same, without asking what was missing of who is not known. */
void evaluate_only(struct arena *a, const struct binding_set *b, struct findings *f);
/* The example policy of a method, for the calendar year of today, signed by a key that is not anybody's. */
MUST_USE bool example_policy(struct arena *a, struct str method, int32_t today, struct key key, struct str *out, struct err *e);

/* Appends the line; inside a transaction. */
MUST_USE bool account_add(struct app *app, struct account_line line, struct err *e);
/* The end of a transaction: the new head is signed before it and in place after it. Under the lock.
 * Whatever fails before the commit rolls back. */
MUST_USE bool account_commit(struct app *app, struct err *e);
/* The last line of a small act, and its commit; takes the lock itself. */
MUST_USE bool account_act(struct app *app, struct account_line line, struct err *e);
/* One new version of a record with its line in the account; the same content as the newest is no new version. *stale:
 * r->previous is not the newest, and nothing was kept. Fills in hash, time and actor. */
MUST_USE bool record_save(struct arena *a, struct app *app, struct stored_record *r, enum account_action action,
                          struct str actor, bool *stale, struct err *e);
void sessions_close(struct app *app);
MUST_USE bool policy_recover(struct app *app, struct err *e);
/* Held from the first thing that opening could take for a leftover until after the commit. */
MUST_USE bool workspace_lock(struct arena tmp, const struct app *app, int *lock, struct err *e);
void workspace_unlock(int lock);
/* Finishes or removes what a process that was killed left behind. */
MUST_USE bool workspace_recover(struct app *app, struct err *e);
void folder_remove(struct arena tmp, struct str path); /* with what is in it; says nothing when it can't */

/* What can be said of an outcome that is unknown; nothing of one that is not. */
struct outlook outlook_of(struct arena *a, const struct binding_set *b, int64_t row, const struct one *one);
/* The scenarios under folders or files (app_law_test). */
/* A case by hand as a small table: the resident on row 0, the partner if there is one on row 1. */
MUST_USE bool case_table(struct arena *a, const struct law_set *laws, struct str const *params, int count, int32_t date,
                         struct table *out, struct err *e);
MUST_USE bool run_scenarios(struct arena *a, const struct law_set *laws, struct str const *paths, int count, bool run,
                            struct scenario_report *out, struct err *e);
/* Oracles and scenarios under folders or files: run, or read only, to count them. None at all is no error. */
MUST_USE bool law_tests(struct arena *a, const struct law_set *laws, struct str const *paths, int count, bool run,
                        struct law_tests *out, struct err *e);

/* What the comments of a file of amounts tell of its sources; a word that they don't explain explains itself. */
struct cited { struct str word, text; struct cited *next; };
struct cited *sources_read(struct arena *a, struct str bytes);
struct str source_words(const struct cited *list, struct str word);

void report(struct progress p, const char *what, int64_t done, int64_t total);

#endif
