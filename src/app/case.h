/* SPDX-License-Identifier: EUPL-1.2 */
/* case.h: a case by hand: what is said of an applicant, a partner and who is in their lists of persons, as a small
 * file of people, so that it is read exactly as people are. Private to app/. */
#ifndef HOORT_APP_CASE_H
#define HOORT_APP_CASE_H

#include "workspace.h"

#define CASE_FACTS_MAX 128
#define CASE_OTHERS_MAX 40           /* in lists */

enum { CASE_APPLICANT, CASE_PARTNER, CASE_OTHERS }; /* CASE_OTHERS + i: others[i] */
struct person_fact { struct str name, value; int whose; };
struct person_case {
    struct person_fact facts[CASE_FACTS_MAX];
    int count;
    enum { PARTNER_UNKNOWN, PARTNER_YES, PARTNER_NO } partner;
    struct { const struct fact *list; int64_t number; } others[CASE_OTHERS_MAX];
    int other_count;
};

/* Adds `geboortedatum`, `partner.geboortedatum` or `kind2.geboortedatum`; by the last somebody is in the list. Of a
 * list itself (`kinderen`) the value is `geen` or, empty, unknown, and it counts where nobody is in it. */
MUST_USE bool case_add(struct person_case *c, const struct facts *facts, struct str name, struct str value, struct err *e);
bool case_is_of_list(const struct facts *facts, struct str name);   /* kind2.… */

/* The applicant on row 0, the partner if there is one on row 1, then the others. `cents`: amounts are in eurocents,
 * and become the euros of a file of people. */
MUST_USE bool table_of_case(struct arena *a, const struct law_set *laws, const struct person_case *c, bool cents,
                            int32_t date, struct table *out, struct err *e);

#endif
