/* SPDX-License-Identifier: EUPL-1.2 */
/* template.h: what the files of outreach/ share about templates and text. Not a door.
 */
#ifndef HOORT_OUTREACH_TEMPLATE_H
#define HOORT_OUTREACH_TEMPLATE_H

#include "outreach/outreach.h"

enum part_kind {
#define PART(code, name, when, layout, places, what) code,
#include "outreach/elements.def"
    PART_COUNT
};
enum place {
#define PLACE(code, name, shape, what) code,
#include "outreach/elements.def"
    PLACE_COUNT
};
enum part_when { ALWAYS, AWARD, OPTIONAL };
enum part_layout { FLOW, LINES };
enum place_shape { TEXT, BLOCK };

struct part_rule {
    struct str name, places, what;
    enum part_when when;
    enum part_layout layout;
};
struct place_rule {
    struct str name;
    enum place_shape shape;
};
extern const struct part_rule part_rules[PART_COUNT];
extern const struct place_rule place_rules[PLACE_COUNT];

/* The keys of == meta ==, all mandatory. */
enum meta { META_TEMPLATE, META_VERSION, META_LANG, META_RUNG, META_NAME, META_ADDRESS1, META_ADDRESS2, META_COUNT };

struct part {
    enum part_kind kind;
    int line;                        /* of its first line of text */
    struct str text;
};

struct template {
    struct str file;
    struct str meta[META_COUNT];     /* as written; empty if missing */
    int meta_line;                   /* 0 = no == meta == */
    int rung;
    bool english;
    struct part parts[LIMIT_TEMPLATE_PARTS]; /* in the order of the letter */
    int part_count;
};

/* The next {placeholder} or piece of text before it; false at the end. A brace that opens or
 * closes no placeholder is given back as text with *broken set. */
struct piece { bool is_place, broken; struct str text; };   /* text: the name, without braces */
bool piece_next(struct str *rest, struct piece *out);
bool place_find(struct str name, enum place *out);
bool text_holds_place(struct str text, struct str name);

/* ---- text.c: sentences, words, and lines of 80 columns ---------------------------------- */
enum { LETTER_COLUMNS = 80 };

/* The next sentence; ends at . ! ? before a blank, at an empty line, and before a list item. */
bool sentence_next(struct str *rest, struct str *out);
int sentence_words(struct str sentence);
/* Whether the text has one of the words (| between them, * = any ending), without regard to
 * ASCII case, beginning at a word. */
bool text_says(struct str text, struct str words);
/* A person's data on one line: control, separator and direction characters become blanks, and
 * blanks one blank. */
struct str text_clean(struct arena *a, struct str s);
void text_wrap(struct str filled, enum part_layout layout, struct buf *out);

/* ---- lint.c ------------------------------------------------------------------------------ */
void template_lint(const struct template *t, struct faults *f);

#endif
