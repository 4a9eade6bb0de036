/* SPDX-License-Identifier: EUPL-1.2 */
/* write.c: numbers, money, dates and addresses as they read on a page. Not for files: those
 * have machine forms (CSV, JSON).
 */
#include "write.h"

#include <inttypes.h>
#include <stdio.h>

struct str lang_name(enum lang lang)
{
    return lang == LANG_NL ? S("nl") : S("en");
}

struct str phrase_in(enum lang lang, struct phrase p)
{
    return lang == LANG_NL ? p.nl : p.en;
}

struct phrase word(enum word w)
{
    static const struct phrase words[] = {
#define TEXT(id, nl, en)
#define WORD(id, nl, en) {{nl, sizeof nl - 1}, {en, sizeof en - 1}},
#include "web/text.def"
#undef WORD
#undef TEXT
    };
    assert(w >= 0 && w < WORD_COUNT);
    return words[w];
}

void write_str(struct buf *b, enum lang lang, struct str s)
{
    (void)lang;
    buf_html(b, s);
}

void write_phrase(struct buf *b, enum lang lang, struct phrase p)
{
    buf_html(b, phrase_in(lang, p));
}

void write_whole(struct buf *b, enum lang lang, int64_t n)
{
    (void)lang;
    buf_print(b, "%" PRId64, n);
}

static void number(struct buf *b, enum lang lang, int64_t n)
{
    struct arena tmp = *b->a;
    buf_print(b, STR_FMT, STR_ARG(number_words(&tmp, n, lang == LANG_EN)));
}

static uint64_t magnitude(int64_t n)
{
    return n < 0 ? 0 - (uint64_t)n : (uint64_t)n;
}

void write_count(struct buf *b, enum lang lang, int64_t n)
{
    number(b, lang, n);
}

/* The sign and whole euros; a no-break space, so that an amount never falls apart over two lines. */
static void whole_euros(struct buf *b, enum lang lang, bool negative, uint64_t euros)
{
    if (lang == LANG_NL)
        buf_add(b, negative ? S("€\u00a0-") : S("€\u00a0"));
    else
        buf_add(b, negative ? S("-€") : S("€"));
    number(b, lang, (int64_t)euros);
}

void write_cents(struct buf *b, enum lang lang, int64_t cents)
{
    whole_euros(b, lang, cents < 0, magnitude(cents) / 100);
    buf_print(b, "%c%02d", lang == LANG_NL ? ',' : '.', (int)(magnitude(cents) % 100));
}

void write_euros(struct buf *b, enum lang lang, int64_t cents)
{
    uint64_t euros = magnitude(cents) / 100 + (magnitude(cents) % 100 >= 50);
    whole_euros(b, lang, cents < 0 && euros, euros);
}

void write_date(struct buf *b, enum lang lang, int32_t date)
{
    if (date == INT32_MIN) {
        write_phrase(b, lang, word(WORD_not_known));
        return;
    }
    struct arena tmp = *b->a;
    buf_print(b, STR_FMT, STR_ARG(date_words(&tmp, date, lang == LANG_EN)));
}

void write_moment(struct buf *b, enum lang lang, int64_t ms)
{
    int64_t day = ms / 86400000 - (ms % 86400000 < 0), rest = ms - day * 86400000;
    if (day < -700000 || day > 2900000) {         /* outside the years 1..9999 */
        write_phrase(b, lang, word(WORD_not_known));
        return;
    }
    write_date(b, lang, (int32_t)day);
    buf_print(b, ", %02d:%02d UTC", (int)(rest / 3600000), (int)(rest / 60000 % 60));
}

void write_permille(struct buf *b, enum lang lang, int64_t permille)
{
    (void)lang;
    buf_print(b, "%" PRId64 ".%d%%", permille / 10, (int)(magnitude(permille) % 10));
}

void write_tenths(struct buf *b, enum lang lang, int64_t tenths)
{
    (void)lang;
    buf_print(b, "%" PRId64 ".%dem", tenths / 10, (int)(magnitude(tenths) % 10));
}

void write_link(struct buf *b, enum lang lang, struct str path)
{
    bool inside = str_starts(path, S("/")) && !str_starts(path, S("//")) && !str_starts(path, S("/\\"));
    write_str(b, lang, inside ? path : S("#"));
}

void write_url(struct buf *b, enum lang lang, struct str url)
{
    write_str(b, lang, str_starts(url, S("https://")) ? url : S("#"));
}

void write_svg(struct buf *b, enum lang lang, struct svg svg)
{
    (void)lang;
    buf_add(b, svg.bytes);
}
