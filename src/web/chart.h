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
    bool hidden;                     /* too small to show: said in words, and no bar */
};

/* Bars under each other, the longest (count + possible) as wide as the plot. `id` is unique on
 * the page. The label of synthetic data is drawn inside the plot. */
const struct html *chart_funnel(struct arena *a, enum lang lang, struct str id, struct phrase title,
                                struct phrase describe, struct str label, const struct chart_bar *bars, int count);
/* The same value of several choices under each other, on one scale from 0 to `most`: a line from the least to the most
 * that it may be, a mark where that is one number. */
struct chart_span {
    struct phrase name;
    struct str words;                /* the value as people read it, or why there is none */
    bool known;
    int64_t low, high;               /* from 0 to most */
    bool low_open, high_open;        /* it may be less, or more */
};
const struct html *chart_spans(struct arena *a, enum lang lang, struct str id, struct phrase title, struct phrase describe,
                               struct str label, const struct chart_span *spans, int count, int64_t most);

/* Two values of each point against each other. Shapes tell the series apart, words the points; words for which there is
 * no room are left to the table. */
struct chart_point {
    int64_t low[2], high[2];         /* across, up */
    struct str words;
    int series;                      /* 0.. ; points of one series follow each other and are joined by a line */
    bool chosen;
};
struct chart_axis { struct phrase name; int64_t from, to; struct str from_words, to_words; };
const struct html *chart_points(struct arena *a, enum lang lang, struct str id, struct phrase title, struct phrase describe,
                                struct str label, const struct chart_axis axes[2], const struct chart_point *points, int count);
const char *chart_shape(int series); /* as the d of a path around 0,0 */

/* Bars under each other that are as wide as the plot, each in parts: filled, striped, empty, dotted. A part
 * without a text has no words. */
struct chart_part { struct phrase label; struct str text; int64_t count; };
struct chart_stack { struct phrase label; struct chart_part parts[4]; };
const struct html *chart_stacks(struct arena *a, enum lang lang, struct str id, struct phrase title, struct phrase describe,
                                struct str label, const struct chart_stack *bars, int count);
/* Share of the width, in thousandths; a count that is not 0 is never invisible. */
int64_t chart_share(int64_t count, int64_t longest);

#endif
