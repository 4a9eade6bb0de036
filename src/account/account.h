/* SPDX-License-Identifier: EUPL-1.2 */
/* account.h: what was done, so that anyone can check it: lines in a chain of hashes, each
 * with the hash of the one before. Pure: makes and checks lines; store/ keeps them, in one
 * transaction with the effect. Not a log: never free text about a person, pseudonyms only.
 */
#ifndef HOORT_ACCOUNT_H
#define HOORT_ACCOUNT_H

#include "base/base.h"

/* What can be done; ACTION(code, name, Dutch, English) in account/actions.def. */
enum account_action {
#define ACTION(code, name, nl, en) code,
#include "account/actions.def"
#undef ACTION
    ACTION_COUNT
};
const char *action_name(enum account_action a);               /* "run_started"; static */
struct phrase action_words(enum account_action a);            /* static */
bool action_find(struct str name, enum account_action *out);  /* false if there is no such action */

/* BIO2 8.15.01: action, object, result, origin, actor, time. */
struct account_line {
    int64_t seq;                     /* 1, 2, 3, … without a gap */
    int64_t at_ms;                   /* since 1970 UTC; given by the caller */
    enum account_action action;
    struct str actor;                /* role or process, never a person's name */
    struct str object;               /* pseudonym in hex, or a hash, or a run id */
    struct str result;               /* a name from a .def list: "cleared", "not_entitled", "yes" … */
    struct str run;                  /* run id; empty outside a run */
    struct str policy;               /* hash of the policy in hex; empty if none */
    struct hash previous, hash;
};

struct account_head { int64_t seq; struct hash hash; };        /* seq 0, hash 0: an empty account */

/* Numbers and chains the line after `head`, and moves the head. Texts of one line together stay
 * below LIMIT_ACCOUNT_LINE (names, hashes and ids: a bug of ours otherwise). */
void account_chain(struct arena tmp, struct account_head *head, struct account_line *line);
/* What is hashed: canonical JSON of everything but `previous` and `hash`. */
void account_canonical(const struct account_line *line, struct buf *out);

/* The head signed with the account's key, kept outside the database, so that cutting off the
 * tail or rewriting everything is found too. */
struct str account_head_sign(struct arena *a, struct account_head head, struct key seed);
MUST_USE bool account_head_read(struct arena *a, struct str file, struct str bytes, struct public_key key,
                                struct account_head *out, struct err *e);

/* Check line by line from {0}: feed every line in order, then finish with the signed head (NULL =
 * none kept: then a tail that was cut off is not found). Each refusal names the line. */
struct account_check { struct account_head head; int64_t count; };
MUST_USE bool account_check_line(struct arena tmp, struct account_check *c, const struct account_line *line,
                                 struct err *e);
MUST_USE bool account_check_finish(const struct account_check *c, const struct account_head *signed_head,
                                   struct err *e);

#endif
