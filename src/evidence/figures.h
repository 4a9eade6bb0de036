/* SPDX-License-Identifier: EUPL-1.2 */
/* figures.h: inside evidence: what the figures are worked out from. Not for other modules. */
#ifndef HOORT_EVIDENCE_FIGURES_H
#define HOORT_EVIDENCE_FIGURES_H

#include "evidence/evidence.h"

struct counted {
    const struct evidence *v;
    const struct evidence_scheme *s;
    struct gate_funnel f;
    const struct gate_weighed *w;
    const struct outcome *o;         /* its lists: what is hidden there may stand in no figure */
    int64_t k;                       /* smaller counts are not shown */
    bool blocked;                    /* no letter goes out */
};
bool is_small(const struct counted *c, int64_t n);
struct figure figure_work(const struct counted *c, enum figure_id id);

#endif
