/* SPDX-License-Identifier: EUPL-1.2 */
/* forge_clearance.c: what a careless or hostile author outside gate.c might write. Each FORGE
 * must fail to compile (INV-1, INV-2); FORGE 0 is honest use and must compile, so that the
 * others fail for the right reason. Run by run.sh; never linked into anything.
 */
#include "gate/gate.h"

int64_t use(const struct clearance *c, const struct permit *p);

int64_t use(const struct clearance *c, const struct permit *p)
{
#if FORGE == 0
    return clearance_row(c) + permit_today(p);
#elif FORGE == 1
    struct clearance mine;
    return clearance_row(&mine) + permit_today(p) + (c != NULL);
#elif FORGE == 2
    const struct clearance *mine = &(struct clearance){0};
    return clearance_row(mine) + permit_today(p) + (c != NULL);
#elif FORGE == 3
    return (int64_t)sizeof(struct clearance) + permit_today(p) + (c != NULL);
#elif FORGE == 4
    struct clearance copy = *c;
    return clearance_row(&copy) + permit_today(p);
#elif FORGE == 5
    return c->row + permit_today(p);
#elif FORGE == 6
    struct permit mine;
    return clearance_row(c) + permit_today(&mine) + (p != NULL);
#elif FORGE == 7
    struct permit copy = *p;
    return clearance_row(c) + permit_today(&copy);
#elif FORGE == 8
    return clearance_row(c) + (p->policy != NULL);
#elif FORGE == 9
    const struct permit *mine = &(struct permit){0};
    return clearance_row(c) + permit_today(mine) + (p != NULL);
#else
#error "no such forgery"
#endif
}
