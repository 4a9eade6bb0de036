/* SPDX-License-Identifier: EUPL-1.2 */
/* write.h: how a value reads on a page, in Dutch and in English, escaped for HTML text and
 * quoted attributes. The page compiler (tools/pages.c) has one function here for each type
 * of field. Not the pages themselves.
 */
#ifndef HOORT_WEB_WRITE_H
#define HOORT_WEB_WRITE_H

#include "base/base.h"

enum lang { LANG_NL, LANG_EN };
struct str lang_name(enum lang lang);                                        /* "nl", "en" */
struct str phrase_in(enum lang lang, struct phrase p);

void write_str(struct buf *b, enum lang lang, struct str s);
void write_phrase(struct buf *b, enum lang lang, struct phrase p);
void write_count(struct buf *b, enum lang lang, int64_t n);                  /* 1.234 / 1,234 */
void write_whole(struct buf *b, enum lang lang, int64_t n);                  /* 1234, for attributes */
void write_cents(struct buf *b, enum lang lang, int64_t cents);              /* € 1.573,42 / €1,573.42 */
void write_euros(struct buf *b, enum lang lang, int64_t cents);              /* € 1.573 / €1,573, rounded */
void write_date(struct buf *b, enum lang lang, int32_t date);                /* 1 januari 2025; INT32_MIN = not known */
void write_moment(struct buf *b, enum lang lang, int64_t ms);                /* since 1970; said to be UTC */
void write_permille(struct buf *b, enum lang lang, int64_t permille);        /* 43.2% for SVG lengths */
void write_tenths(struct buf *b, enum lang lang, int64_t tenths);            /* 2.5em for SVG lengths */
void write_link(struct buf *b, enum lang lang, struct str path);             /* within this site, else "#" */
void write_url(struct buf *b, enum lang lang, struct str url);               /* https only, else "#" */

/* A plot, already escaped by who drew it: nothing else may go out as it is. */
struct svg { struct str bytes; };
void write_svg(struct buf *b, enum lang lang, struct svg svg);

/* Single words and names that are chosen by code: WORD() in text.def. */
enum word {
#define TEXT(id, nl, en)
#define WORD(id, nl, en) WORD_##id,
#include "web/text.def"
#undef WORD
#undef TEXT
    WORD_COUNT
};
struct phrase word(enum word w);

#endif
