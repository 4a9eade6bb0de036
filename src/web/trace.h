/* SPDX-License-Identifier: EUPL-1.2 */
/* trace.h: inside src/web: an explanation as it reads on a page: lines that unfold, values in
 * words, facts with their sources. Not the evaluating (eval/).
 */
#ifndef HOORT_WEB_TRACE_H
#define HOORT_WEB_TRACE_H

#include "web/visit.h"

/* A tree of lines; NULL for no trace. */
const struct html *trace_lines(struct visit *v, const struct plan *plan, const struct trace *t);
/* Rows of the table of facts: every fact of every person once. NULL if there are none. */
const struct html *trace_facts(struct visit *v, const struct plan *plan, const struct explanation *x);

#endif
