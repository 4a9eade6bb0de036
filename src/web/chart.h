/* SPDX-License-Identifier: EUPL-1.2 */
/* chart.h: plots as SVG that carry their numbers as text. Lengths are percentages across and
 * em down, so that words keep their size on a small screen. Not a plotting library.
 */
#ifndef HOORT_WEB_CHART_H
#define HOORT_WEB_CHART_H

#include "pages.h"

struct chart_bar {
    struct phrase label;
    int64_t count;
    int64_t possible;                /* drawn behind, from count on: not certain; 0 = none */
    struct phrase possible_label;
};

/* Bars under each other, the longest (count + possible) as wide as the plot. `id` is unique on
 * the page. The label of synthetic data is drawn inside the plot. */
const struct html *chart_funnel(struct arena *a, enum lang lang, struct str id, struct phrase title,
                                struct phrase describe, struct str label, const struct chart_bar *bars, int count);
/* Bars under each other that are as wide as the plot, each in parts: filled, striped, empty, dotted. A part
 * without a text has no words. */
struct chart_part { struct phrase label; struct str text; int64_t count; };
struct chart_stack { struct phrase label; struct chart_part parts[4]; };
const struct html *chart_stacks(struct arena *a, enum lang lang, struct str id, struct phrase title, struct phrase describe,
                                struct str label, const struct chart_stack *bars, int count);
/* Share of the width, in thousandths; a count that is not 0 is never invisible. */
int64_t chart_share(int64_t count, int64_t longest);

#endif
