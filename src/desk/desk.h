/* SPDX-License-Identifier: EUPL-1.2 */
/* desk.h: who may sit at the desk: roles, what a name and a password must be, how long a
 * session stands, and how long to wait after a wrong password. Pure: the time is an argument. Not
 * the keeping of accounts (store/, app/), nor which page is for whom (web/routes.def).
 */
#ifndef HOORT_DESK_H
#define HOORT_DESK_H

#include "base/base.h"

enum desk_role {
#define ROLE(id, nl, en) ROLE_##id,
#include "desk/roles.def"
#undef ROLE
    ROLE_COUNT
};

/* A set of roles has a bit for each. The bits above are for who has no account. */
#define ROLE_BIT(role) (1u << (role))
#define ROLES_ALL ((1u << ROLE_COUNT) - 1)
#define MAY_MONITOR (1u << 28)       /* a program on this machine that asks whether we live */
#define MAY_PARTICIPANT (1u << 29)   /* a person in a session, known by a cookie of their own */
#define MAY_ANYONE (1u << 30)

const char *role_name(enum desk_role r);                       /* "caseworker"; static */
struct phrase role_words(enum desk_role r);                    /* static */
/* "caseworker,auditor"; refuses none at all, an unknown one and one named twice. */
MUST_USE bool roles_read(struct str names, uint32_t *out, struct err *e);
struct str roles_print(struct arena *a, uint32_t roles);  /* as roles_read takes them */
struct phrase roles_words(struct arena *a, uint32_t roles); /* "begeleider, beslisser" */

/* ---- names, passwords, sessions -------------------------------------------------------------------- */
/* 2 to LIMIT_USER_NAME small letters, digits and . _ - @, the first one a letter or digit. */
MUST_USE bool user_name_check(struct str name, struct err *e);
/* LIMIT_PASSWORD_LEAST characters to LIMIT_PASSWORD bytes of UTF-8 without control characters; not the name again, not
 * a few characters over and over. What it was is never repeated. */
MUST_USE bool password_check(struct str password, struct str name, struct err *e);

#define SESSION_MS (8LL * 3600 * 1000)       /* and then log in again, whatever was done */
#define SESSION_IDLE_MS (30LL * 60 * 1000)
bool session_stands(int64_t began_ms, int64_t seen_ms, int64_t now_ms);

/* ---- after a wrong password --------------------------------------------------------------------------
 * Failures are counted for a name and for an address. After some that are free, each next try must wait, twice as
 * long each time up to a minute: it gets slow, but nobody is shut out for ever. Trying while one must wait counts for
 * nothing. Who gets in clears the name; of an address, which many may share, half. An hour after the last failure it is
 * forgotten; when the table is full, the one that was quiet longest is. */
enum throttle_kind { THROTTLE_NAME, THROTTLE_ADDRESS };
struct throttle { struct { struct hash of; int64_t failures, last_ms; } at[LIMIT_THROTTLE]; int count; };
int64_t throttle_wait_ms(const struct throttle *t, enum throttle_kind kind, struct str of, int64_t now_ms); /* 0: go on */
void throttle_failed(struct throttle *t, enum throttle_kind kind, struct str of, int64_t now_ms);
void throttle_passed(struct throttle *t, enum throttle_kind kind, struct str of);

#endif
