/* SPDX-License-Identifier: EUPL-1.2 */
/* desk.h: who may sit at the desk: the roles, and sets of them. Pure. Not the keeping of
 * accounts (store/, app/), nor which page is for whom (web/routes.def).
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

#endif
