/* SPDX-License-Identifier: EUPL-1.2 */
/* gherkin.h: what reading lines and understanding steps share. Private to scenario/. */
#ifndef HOORT_SCENARIO_GHERKIN_H
#define HOORT_SCENARIO_GHERKIN_H

#include "scenario/scenario.h"

enum keyword {
    KEY_FEATURE, KEY_RULE, KEY_BACKGROUND, KEY_SCENARIO, KEY_OUTLINE, KEY_EXAMPLES,
    KEY_GIVEN, KEY_WHEN, KEY_THEN, KEY_AND, KEY_BUT, KEY_COUNT, KEY_NONE = KEY_COUNT
};

struct dialect;                      /* the keywords of a language */
const struct dialect *dialect_find(struct str code);       /* "en", "nl"; else NULL */
/* What a line opens with; *rest is what follows. KEY_NONE: no keyword. */
enum keyword keyword_find(const struct dialect *d, struct str text, struct str *rest);
/* The cells of a line that opens with a bar; column: where it stands. */
struct table_row *row_read(struct arena *a, struct str file, struct str text, int line, int column, struct faults *f);
int row_find(const struct table_row *head, struct str name); /* the column of that name, or -1; head may be NULL */

/* A step finds its rule and what the pattern catches; a fault if it has none. */
void step_understand(struct str file, struct scenario_step *s, struct faults *f);

/* A scenario with examples, written out: one for each row, added by `add`. */
struct examples {
    struct table_row *rows;          /* the first is the head */
    int row_count, line, column;
    struct tag *tags;
    struct examples *next;
};
struct filler {                      /* <name> in a step becomes the cell under that name */
    struct arena *a;
    struct str file;
    struct faults *f;
    int64_t *room;                   /* bytes that may still be written, of the whole file */
};
void check_examples(const struct filler *w, const struct examples *x, struct str name, const struct scenario_step *steps);
struct scenario_step *fill_steps(const struct filler *w, const struct examples *x, const struct table_row *row,
                                 const struct scenario_step *steps);
struct str fill_text(const struct filler *w, const struct examples *x, const struct table_row *row, struct str text);

#endif
