/* SPDX-License-Identifier: EUPL-1.2 */
/* store.h: the disk: files read whole and written whole or not at all, keys, the clock, and
 * the database (SQLite) with runs, outcomes, opt-outs, contacts, accounts of the desk and the account.
 * Not the deciding of anything. SQL stands in sql/, by name.
 */
#ifndef HOORT_STORE_H
#define HOORT_STORE_H

#include "account/account.h"
#include "desk/desk.h"
#include "gate/gate.h"
#include "room/room.h"

/* ---- files --------------------------------------------------------------------------------- */
/* The whole file, memory-mapped read-only for the life of the process; "-" is not special. */
MUST_USE bool file_read(struct arena *a, struct str path, int64_t max_bytes, struct str *out, struct err *e);
void file_forget(struct str bytes);     /* of file_read, when nothing points into them any more */
/* Written beside, synced, renamed: there is the old file or the new one, never half of one. A new file
 * is for its owner only (0600); an old one keeps its mode. */
MUST_USE bool file_write(struct str path, struct str bytes, struct err *e);
MUST_USE bool folder_make(struct str path, struct err *e);             /* with parents */
MUST_USE bool path_rename(struct str from, struct str to, struct err *e); /* at once; a folder too */
bool path_exists(struct str path);
/* Another one when the file was written, replaced or taken away since; one and the same while it is not there. */
struct hash path_stamp(struct str path);
bool path_is_folder(struct str path);
/* Paths of regular files under a folder that end in `suffix`, sorted by bytes. Folders and files whose
 * name begins with a dot are skipped; links to folders are not followed. */
struct paths { struct str *at; int count; };
MUST_USE bool folder_list(struct arena *a, struct str folder, struct str suffix, struct paths *out, struct err *e);

/* The function `symbol` of a C source: compiled by the system's cc at its first use, and kept in the
 * folder, which nobody else may be able to write. Loaded for the life of the process. */
MUST_USE bool object_load(struct arena tmp, struct str folder, struct str source, const char *symbol, void **function,
                          struct err *e);

/* Runs a program, words[0] to the NULL, and waits for it; its output goes to a file, its complaints nowhere.
 * *done: it ended without a complaint. False: it could not be started. No shell reads the words. */
MUST_USE bool program_run(const char *const *words, const char *out, bool *done, struct err *e);

/* ---- clock and keys: the only places where the world's time and chance come in ---------------- */
int64_t clock_ms(void);                                                /* since 1970 UTC */
int64_t clock_steady_ns(void);                                         /* for how long something took, and no more */
int32_t clock_today(void);                                             /* in Europe/Amsterdam */
int32_t clock_day(int64_t at_ms);                                      /* the day in Europe/Amsterdam; no clock read */
/* Reads a key file (64 hex digits, mode 0600), or makes one if `make` and it is not there. A key
 * file that others can read is refused. Keys never leave this file otherwise. */
MUST_USE bool key_file(struct str path, bool make, struct key *out, struct err *e);
MUST_USE bool random_bytes(void *out, int64_t len, struct err *e);
MUST_USE bool public_key_file(struct str path, struct public_key *out, struct err *e);
MUST_USE bool public_key_write(struct str path, struct public_key key, struct err *e);

/* ---- database -------------------------------------------------------------------------------- */
/* One store belongs to one thread; each thread or process opens its own, readers never wait. */
struct store;
MUST_USE bool store_open(struct arena *a, struct str path, struct store **out, struct err *e); /* makes and migrates */
void store_close(struct store *s);      /* NULL is fine; an open transaction is rolled back */

/* Everything of a run in one transaction: begin, lines, outcomes, commit. Nothing is there until commit. */
MUST_USE bool store_begin(struct store *s, struct err *e);
MUST_USE bool store_commit(struct store *s, struct err *e);            /* on failure everything is rolled back */
void store_rollback(struct store *s);

/* Chains the line after the stored head and appends it. Only inside a transaction. */
MUST_USE bool store_account(struct store *s, struct account_line *line, struct err *e);
MUST_USE bool store_account_head(struct store *s, struct account_head *out, struct err *e);
/* At most `limit` lines from from_seq on, in order; stops and fails when each() does. A line is borrowed
 * until each() returns. */
MUST_USE bool store_account_each(struct store *s, int64_t from_seq, int64_t limit,
                                 bool (*each)(void *ctx, const struct account_line *line, struct err *e), void *ctx,
                                 struct err *e);

struct stored_run {
    struct str id, label, policy_id, policy_hash, laws_hash, facts_hash, schemes;
    bool synthetic;
    int32_t on;
    int64_t at_ms, residents, opted_out, rejected;
};
struct stored_scheme {               /* a funnel: one scheme of a run */
    struct str run, scheme;
    int64_t searched, entitled, unknown, faulty, not_using, cleared, letters;
    int64_t entitled_cents, not_using_cents, cleared_cents;
    int64_t counts[REFUSAL_COUNT];
};
struct stored_outcome {              /* one resident, one scheme */
    struct str run, scheme;
    struct pseudonym who;
    enum verdict verdict;
    enum cell_state amount_state;
    int64_t amount_cents;
    uint64_t missing;
    enum refusal reason;
};
MUST_USE bool store_run_add(struct store *s, const struct stored_run *run, struct err *e);
MUST_USE bool store_scheme_add(struct store *s, const struct stored_scheme *scheme, struct err *e);
MUST_USE bool store_outcome_add(struct store *s, const struct stored_outcome *outcome, struct err *e);
MUST_USE bool store_runs(struct arena *a, struct store *s, struct stored_run **out, int64_t *count, struct err *e); /* newest first */
MUST_USE bool store_schemes(struct arena *a, struct store *s, struct str run, struct stored_scheme **out, int64_t *count, struct err *e);
/* Outcomes of a run, optionally one scheme ("" = all) and one reason (REFUSAL_COUNT = all), by pseudonym.
 * *count: how many came, at most `limit`. */
MUST_USE bool store_outcomes(struct arena *a, struct store *s, struct str run, struct str scheme, enum refusal reason,
                             int64_t offset, int64_t limit, struct stored_outcome **out, int64_t *count, struct err *e);
MUST_USE bool store_outcome_of(struct arena *a, struct store *s, struct str run, struct str scheme, struct pseudonym who,
                               struct stored_outcome *out, bool *found, struct err *e);

MUST_USE bool store_opt_out_add(struct store *s, const struct opt_out *o, struct err *e); /* adding twice is once */
MUST_USE bool store_opt_outs(struct arena *a, struct store *s, struct opt_outs *out, struct err *e);
MUST_USE bool store_contact_add(struct store *s, struct pseudonym who, struct str scheme, int32_t on, struct err *e);
MUST_USE bool store_contacts(struct arena *a, struct store *s, int32_t since, struct contacts *out, struct err *e);

/* ---- records and sessions ---------------------------------------------------------------------- */
/* A case, a decision, …: canonical JSON in versions, each naming the one before by hash; never changed. */
struct stored_record {
    struct str kind, id, hash, previous; /* hash: 64 hex digits of the body; previous: empty for the first */
    int64_t at_ms;
    struct str actor, body;
};
/* Inside a transaction, in which the caller looked whether previous is the newest. */
MUST_USE bool store_record_add(struct store *s, const struct stored_record *r, struct err *e);
MUST_USE bool store_record_newest(struct arena *a, struct store *s, struct str kind, struct str id, struct stored_record *out,
                                  bool *found, struct err *e);
MUST_USE bool store_record_by_hash(struct arena *a, struct store *s, struct str hash, struct stored_record *out, bool *found,
                                   struct err *e);
/* Newest first; id empty: of every id; newest_only: one of each id. */
MUST_USE bool store_records(struct arena *a, struct store *s, struct str kind, struct str id, bool newest_only, int64_t limit,
                            struct stored_record **out, int64_t *count, struct err *e);

struct stored_session { struct str id, case_id, case_hash, format, code; int64_t at_ms; };
struct session_wish { struct str case_id, id, code; };          /* empty: any */
MUST_USE bool store_session_add(struct store *s, const struct stored_session *x, struct err *e); /* inside a transaction */
MUST_USE bool store_sessions(struct arena *a, struct store *s, struct session_wish wish, int64_t limit,
                             struct stored_session **out, int64_t *count, struct err *e);        /* newest first */
/* An act is its own transaction outside one; seq must be the next. In order from from_seq on; an act is borrowed
 * until each() returns. */
MUST_USE bool store_act_add(struct store *s, struct str session, const struct act *act, struct err *e);
MUST_USE bool store_act_count(struct store *s, struct str session, int64_t *out, struct err *e);
MUST_USE bool store_acts(struct store *s, struct str session, int64_t from_seq,
                         bool (*each)(void *ctx, const struct act *act, struct err *e), void *ctx, struct err *e);
/* ---- who may log in; each of these once, or inside a transaction with its line in the account ---- */
struct stored_user {
    struct str name;
    uint32_t roles;
    bool blocked;
    int64_t added_ms;
    struct password password;
};
struct stored_login { struct str name; int64_t began_ms, seen_ms; };
MUST_USE bool store_user_add(struct store *s, const struct stored_user *user, struct err *e);
MUST_USE bool store_user_set(struct store *s, const struct stored_user *user, struct err *e); /* all but name and added_ms */
MUST_USE bool store_users(struct arena *a, struct store *s, struct stored_user **out, int64_t *count, struct err *e); /* by name */
MUST_USE bool store_user_of(struct arena *a, struct store *s, struct str name, struct stored_user *out, bool *found, struct err *e);
MUST_USE bool store_user_any(struct store *s, bool *any, struct err *e);
/* By the hash of the token; the token itself is only in the browser. */
MUST_USE bool store_login_add(struct store *s, struct hash token, struct str name, int64_t now_ms, struct err *e);
MUST_USE bool store_login_of(struct arena *a, struct store *s, struct hash token, struct stored_login *out, bool *found, struct err *e);
MUST_USE bool store_login_seen(struct store *s, struct hash token, int64_t now_ms, struct err *e);
MUST_USE bool store_login_end(struct store *s, struct hash token, struct err *e);
MUST_USE bool store_logins_end_of(struct store *s, struct str name, struct err *e);
MUST_USE bool store_logins_drop(struct store *s, int64_t now_ms, struct err *e);      /* those that no longer stand */

#endif
