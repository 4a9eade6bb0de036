/* SPDX-License-Identifier: EUPL-1.2 */
/* values.h: what placeholders become, between values.c and letter.c. Not a door.
 */
#ifndef HOORT_OUTREACH_VALUES_H
#define HOORT_OUTREACH_VALUES_H

#include "outreach/template.h"

/* "ongeveer € 1.573 per jaar (€ 131 per maand)": whole euros, rounded down. Empty below one euro. */
struct str amount_words(struct arena *a, int64_t cents_year, bool english);

/* "- " lines of every fact that the outcome rests on, once: label, source, date; and of every
 * other column that was read about this row (to select, to leave out, to address). */
MUST_USE bool data_lines(struct arena *a, const struct explanation *x, bool english, struct str *out, struct err *e);
MUST_USE bool other_data_lines(struct arena *a, const struct explanation *x, const struct facts *facts,
                               const struct table *t, int64_t row, bool english, struct str *out, struct err *e);
MUST_USE bool reason_lines(struct arena *a, const struct explanation *x, bool english, struct str *out, struct err *e);

/* The columns named in `spec`, of one row, joined by blanks. */
MUST_USE bool address_line(struct arena *a, const struct table *t, int64_t row, struct str spec, struct str *out,
                           struct err *e);
MUST_USE bool sender_check(const struct sender *s, struct err *e);

#endif
