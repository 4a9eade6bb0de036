/* SPDX-License-Identifier: EUPL-1.2 */
/* parts.h: what the files that read the library share. Private to method/: the door is method.h. */
#ifndef HOORT_METHOD_PARTS_H
#define HOORT_METHOD_PARTS_H

#include "method/method.h"
#include "shape/shape.h"

/* Which entries there are: their list's key in a file, what names an entry, and its shape. */
enum part {
    PART_SOURCE, PART_VALUE, PART_TENSION, PART_SIGNAL, PART_DILEMMA, PART_ROLE, PART_RUNG, PART_MEASURE, PART_DATA,
    PART_QUANTITY, PART_METRIC, PART_FORMAT, PART_COUNT
};

/* One entry as it stands in a file, before anybody knows what it leans on. */
struct piece {
    const struct yaml *y;
    struct str id;
    struct method_place place;
    struct piece *next;
};

struct gather {                      /* what is known while the library is read */
    struct arena *a;
    struct faults *f;
    struct piece *first[PART_COUNT], **end[PART_COUNT];
    struct str_map at[PART_COUNT];   /* id to its place in the list, plus one */
    int count[PART_COUNT];
};

/* A fault of an entry, at a node of its file. */
struct reader piece_reader(const struct gather *g, const struct piece *p);
bool part_has(const struct gather *g, enum part part, struct str id);
struct str part_near(const struct gather *g, enum part part, struct str id); /* for "did you mean" */

extern const struct shape *const part_shape[PART_COUNT];
extern const struct words words_side;
/* Fills the library from the pieces and names what leads nowhere (build.c). */
void library_build(struct gather *g, struct library *out);

/* ---- names that code knows (names.c) ------------------------------------------------------------ */
bool signal_is_known(struct str name);
bool computation_is_known(struct str name);
bool step_find(struct str name, struct phrase *out);
/* Whether the policy has the field today, or may get it. */
bool field_is_known(struct str path);
/* Whether today's policy takes this value; else *why says what would fit. */
bool field_takes(struct arena *a, struct str path, const struct yaml *value, const char **why);
struct str field_near(struct str path);
struct str signal_near(struct str name);
struct str computation_near(struct str name);

/* Reads "1000 * complaints / contacted"; NULL and a text in *why where it can't (formula.c). */
const struct formula *formula_read(struct arena *a, struct str text, const struct quantity *quantities, const char **why);

#endif
