/* SPDX-License-Identifier: EUPL-1.2 */
/* ask.h: inside src/web: a day and a scheme, as a form puts them into an address (?dag=, ?regeling=). */
#ifndef HOORT_WEB_ASK_H
#define HOORT_WEB_ASK_H

#include "web/visit.h"

struct ask {
    int32_t day;
    struct str scheme;               /* id; empty: all */
    bool day_is_wrong;
};
/* An empty or missing day is `today`. */
struct ask ask_read(const struct visit *v, int32_t today);
/* The fields of the form, with what was asked filled in. */
const struct html *ask_fields(struct visit *v, const struct law_set *laws, const struct ask *ask);
/* The query again, for a link to the same in another form: "?dag=2026-07-01&regeling=…". */
struct str ask_link(struct visit *v, enum route route);
/* A mistake in what was asked (400) or what the policy does not allow (403): then a page that says so, and true; else false. */
MUST_USE bool ask_refused(struct visit *v, struct reply *r, struct phrase title, const struct err *e);

#endif
