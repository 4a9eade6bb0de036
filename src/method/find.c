/* SPDX-License-Identifier: EUPL-1.2 */
/* find.c: an entry of the library by its id. */
#include "method/parts.h"

#define FIND(function, type, list)                                                     \
    const struct type *function(const struct library *l, struct str id)                \
    {                                                                                  \
        for (const struct type *x = l->list; x; x = x->next)                           \
            if (str_eq(x->id, id))                                                     \
                return x;                                                              \
        return NULL;                                                                   \
    }

FIND(library_source, method_source, sources)
FIND(library_value, method_value, values)
FIND(library_dilemma, dilemma, dilemmas)
FIND(library_role, role, roles)
FIND(library_measure, measure, measures)
FIND(library_metric, metric, metrics)
FIND(library_format, format, formats)

const struct rung *library_rung(const struct library *l, struct str id)
{
    int64_t number;
    for (const struct rung *x = l->rungs; x; x = x->next)
        if (str_eq(x->id, id) || (str_to_int64(id, &number) && number == x->number))
            return x;
    return NULL;
}
