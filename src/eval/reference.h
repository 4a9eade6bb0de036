/* SPDX-License-Identifier: EUPL-1.2 */
/* reference.h: the reference interpreter with its trace on or off. Private to eval/. */
#ifndef HOORT_EVAL_REFERENCE_H
#define HOORT_EVAL_REFERENCE_H

#include "program.h"

struct answer reference_output(struct arena *a, const struct binding_set *b, int64_t row, struct str output,
                               bool tracing);
struct one one_of_answers(const struct answer *entitled, const struct answer *amount);

#endif
