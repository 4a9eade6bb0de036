/* SPDX-License-Identifier: EUPL-1.2 */
/* shelf.h: inside src/web: what a page of people who decide starts from: the content of the method, the laws, and whether
 * the residents are made up.
 */
#ifndef HOORT_WEB_SHELF_H
#define HOORT_WEB_SHELF_H

#include "web/visit.h"

struct shelf {
    const struct library *l;
    const struct law_set *laws;
    struct str label;                /* of synthetic data */
    const struct html *problem;      /* the content of the method has faults; else empty */
    bool whole;                      /* it has none: something may be decided with it */
};
MUST_USE bool shelf_open(struct visit *v, struct shelf *s, struct err *e);
/* The same, and a refusal when the content has faults. */
MUST_USE bool shelf_open_whole(struct visit *v, struct shelf *s, struct err *e);

#endif
