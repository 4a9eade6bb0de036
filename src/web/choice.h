/* SPDX-License-Identifier: EUPL-1.2 */
/* choice.h: inside src/web: what the address of the evidence page asks for: where the dials stand, which alternatives
 * stand beside, what is plotted. Nothing is kept but the address. Not the figures (evidence/).
 */
#ifndef HOORT_WEB_CHOICE_H
#define HOORT_WEB_CHOICE_H

#include "web/visit.h"

enum { ASIDE_MAX = 3, SWEEPS = 2, SWEEP_NONE = -1 };

struct choice {
    const struct evidence *evidence;
    const struct dial_now *signed_, *chosen;     /* where the dials stand in the policy and in the choice, in one order */
    int dial_count;
    struct policy *variant;                      /* the policy with the chosen dials */
    struct str settings;                         /* what differs from the policy: "a=1,b=2"; empty: nothing */
    struct str aside[ASIDE_MAX];                 /* the same of the alternatives beside it */
    int aside_count;
    int scheme;                                  /* of evidence */
    bool fresh;
    enum figure_id across, up;                   /* of the frontier */
    int sweep[SWEEPS];                           /* dials whose settings are its points; or SWEEP_NONE */
};

/* Whether the address asks for a fresh start, which it does unless it says no. */
bool choice_is_fresh(const struct visit *v);
/* False: a field that is not there, twice, or out of range; *out then is the policy's own choice. */
MUST_USE bool choice_read(struct visit *v, const struct evidence *e, struct choice *out, struct err *why);
/* The shortest address that asks for the same. */
struct str choice_path(struct visit *v, const struct choice *c, enum route route);

/* A point of the frontier: the choice with other settings of the swept dials. */
struct choice_point { struct str settings, values[SWEEPS]; bool chosen; };
struct choice_point *choice_points(struct visit *v, const struct choice *c, int *count);

/* "a=1,b=2" as an address and a field have it, without what would be encoded there: "a.1-b.2". */
struct str choice_plain(struct arena *a, struct str settings);
/* What follows the "=". */
struct str setting_value(struct str setting);

#endif
