/* SPDX-License-Identifier: EUPL-1.2 */
/* variant.c: a policy as it would be with other dials: a copy in memory that nobody signed (INV-13).
 * What the dials are is not here (evidence/).
 */
#include "method/method.h"

struct policy *policy_variant(struct arena *a, const struct policy *p)
{
    struct policy *q = arena_new(a, struct policy, 1);
    *q = *p;
    q->is_signed = false;
    q->signed_by = q->canonical = S("");
    q->signed_key = (struct public_key){{0}};
    q->signature = (struct signature){{0}};
    q->hash = hash_of(q->canonical);
    struct policy_scheme **scheme = &q->schemes;
    for (const struct policy_scheme *s = p->schemes; s; s = s->next, scheme = &(*scheme)->next) {
        *scheme = arena_new(a, struct policy_scheme, 1);
        **scheme = *s;
    }
    struct policy_exclusion **exclusion = &q->exclusions;
    for (const struct policy_exclusion *x = p->exclusions; x; x = x->next, exclusion = &(*exclusion)->next) {
        *exclusion = arena_new(a, struct policy_exclusion, 1);
        **exclusion = *x;
    }
    return q;
}
