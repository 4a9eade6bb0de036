/* SPDX-License-Identifier: EUPL-1.2 */
/* weighed.h: inside src/web: the parts of the evidence page, each from a choice and its outcomes. Not the counting
 * (evidence/), nor what the address says (choice.h).
 */
#ifndef HOORT_WEB_WEIGHED_H
#define HOORT_WEB_WEIGHED_H

#include "web/choice.h"

struct choice_column { struct phrase name; struct str settings; const struct outcome *o; };
#define COLUMNS_MAX (2 + ASIDE_MAX)
struct weighed {
    const struct choice *c;
    struct choice_column columns[COLUMNS_MAX];          /* the choice, the policy if that is another, the alternatives */
    int count;
    const struct choice_column *policy;                 /* one of them */
    const struct choice_point *points;
    const struct outcome **at;                   /* of each point */
    int point_count;
    struct str label;                            /* of synthetic data; empty: real */
};

/* The settings in words, as items of a list. */
const struct html *settings_items(struct visit *v, const struct choice *c, struct str settings);

/* The form: each dial in its place. `first`: those that most choices are about. */
struct dials_form { const struct html *first, *more, *exclusions; bool more_open, exclusions_open; };
struct dials_form dials_form(struct visit *v, const struct choice *c, const struct library *l);
const struct html *beside_part(struct visit *v, const struct choice *c);

struct str figure_or_why(struct visit *v, enum figure_id id, const struct figure *f);    /* in words */

/* The plot of two figures and what its lists offer. */
const struct html *frontier_part(struct visit *v, const struct weighed *w);
const struct html *figure_options(struct visit *v, enum figure_id chosen);
const struct html *dial_options(struct visit *v, const struct choice *c, int chosen, bool may_be_none);
struct phrase dial_title(const struct dial_now *d);      /* of an exclusion: why it is one */

#endif
