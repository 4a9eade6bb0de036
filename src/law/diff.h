/* SPDX-License-Identifier: EUPL-1.2 */
/* diff.h: what the files that compare two versions of a law share. Private to law/: the door is law.h. */
#ifndef HOORT_LAW_DIFF_H
#define HOORT_LAW_DIFF_H

#include "law/law.h"

/* Which words of a text made place for others, in order. */
struct text_edit *text_edits(struct arena *a, struct str before, struct str after);

struct str change_part_json(enum change_part part);  /* "definition" */
struct phrase change_part_heading(enum change_part part);
/* A definition's value with its unit as people write it: "€ 2.112,00", "1,896 %", "18 jaar". */
struct str definition_words(struct arena *a, const struct definition *d, bool english);
/* After minus before, and that in per cent of before (at most two decimals). False where they are no numbers of one unit;
 * *in_percent is false where before was zero. */
bool change_measure(const struct law_change *c, struct rational *difference, struct rational *percent, bool *in_percent);

#endif
