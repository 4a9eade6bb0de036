/* SPDX-License-Identifier: EUPL-1.2 */
/* link.h: what the files that follow links share. Private to plan/; the door is plan.h. */
#ifndef HOORT_PLAN_LINK_H
#define HOORT_PLAN_LINK_H

#include "plan/plan.h"

/* "file:line:column" of a law is in the error; this is the sentence. */
bool link_fail(struct err *e, const struct law *law, int line, int column, struct str text);
/* Whether a regulation goes before another: lex superior, then lex posterior; 0 = neither. */
int link_precedence(const struct law *a, const struct law *b);

#endif
