/* SPDX-License-Identifier: EUPL-1.2 */
/* text.c: sentences, words and lines of plain text. Knows nothing of letters.
 */
#include "outreach/template.h"

static bool is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\t';
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

/* Bytes of multi-byte characters count as letters: é does not end a word. */
static bool is_word(char c)
{
    return (lower(c) >= 'a' && lower(c) <= 'z') || (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

/* ---- sentences ------------------------------------------------------------------------------ */

static bool ends_at(struct str s, ptrdiff_t i)
{
    char c = s.at[i];
    bool last = i + 1 == s.len;
    if (c == '.' || c == '!' || c == '?')
        return last || is_blank(s.at[i + 1]);
    if (c != '\n')
        return last;
    struct str after = str_slice(s, i + 1, s.len);
    return last || after.at[0] == '\n' || str_starts(after, S("- "));
}

bool sentence_next(struct str *rest, struct str *out)
{
    struct str s = str_trim(*rest);
    if (s.len == 0)
        return false;
    ptrdiff_t i = 0;
    while (!ends_at(s, i))
        i++;
    *out = str_trim(str_slice(s, 0, i + 1));
    *rest = str_slice(s, i + 1, s.len);
    return true;
}

int sentence_words(struct str sentence)
{
    int words = 0;
    bool inside = false, counted = false;
    for (ptrdiff_t i = 0; i < sentence.len; i++) {
        inside = !is_blank(sentence.at[i]);
        if (!inside)
            counted = false;
        else if (!counted && is_word(sentence.at[i])) {
            words++;
            counted = true;
        }
    }
    return words;
}

/* ---- words ---------------------------------------------------------------------------------- */

/* Blanks in the word match any run of blanks, so that a line break does not hide a phrase. */
static ptrdiff_t match_at(struct str text, ptrdiff_t at, struct str word)
{
    for (ptrdiff_t i = 0; i < word.len; i++) {
        if (at >= text.len)
            return -1;
        if (word.at[i] == ' ') {
            if (!is_blank(text.at[at]))
                return -1;
            while (at < text.len && is_blank(text.at[at]))
                at++;
        } else if (lower(text.at[at++]) != lower(word.at[i])) {
            return -1;
        }
    }
    return at;
}

static bool says_word(struct str text, struct str word)
{
    bool any_ending = str_ends(word, S("*"));
    struct str stem = any_ending ? str_slice(word, 0, word.len - 1) : word;
    for (ptrdiff_t i = 0; i < text.len; i++) {
        if (i > 0 && is_word(text.at[i - 1]) && is_word(text.at[i]))
            continue;
        ptrdiff_t end = match_at(text, i, stem);
        if (end >= 0 && (any_ending || end == text.len || !is_word(text.at[end])))
            return true;
    }
    return false;
}

bool text_says(struct str text, struct str words)
{
    while (words.len) {
        struct str rest, word = str_until(words, '|', &rest);
        if (says_word(text, word))
            return true;
        words = rest;
    }
    return false;
}

/* ---- cleaning ------------------------------------------------------------------------------- */

/* Length of a character at s that must not stand in a name or address; 0 if it may. */
static ptrdiff_t unwanted(struct str s)
{
    static const char *const longer[] = {
        "\xc2\x85", "\xc2\xa0", "\xe2\x80\x8b", "\xe2\x80\x8e", "\xe2\x80\x8f", "\xe2\x80\xa8", "\xe2\x80\xa9",
        "\xe2\x80\xaa", "\xe2\x80\xab", "\xe2\x80\xac", "\xe2\x80\xad", "\xe2\x80\xae", "\xe2\x81\xa6",
        "\xe2\x81\xa7", "\xe2\x81\xa8", "\xe2\x81\xa9", "\xef\xbb\xbf",
    };
    unsigned char c = (unsigned char)s.at[0];
    if (c <= ' ' || c == 0x7f)
        return 1;
    for (int i = 0; i < COUNT(longer); i++)
        if (str_starts(s, str_of(longer[i])))
            return str_of(longer[i]).len;
    return 0;
}

struct str text_clean(struct arena *a, struct str s)
{
    struct buf out = buf_open(a, LIMIT_CELL_BYTES * 2);
    bool gap = false;
    while (s.len) {
        ptrdiff_t skip = unwanted(s);
        if (!skip) {
            if (gap && out.len)
                buf_char(&out, ' ');
            buf_char(&out, s.at[0]);
        }
        gap = skip > 0;
        s = str_slice(s, skip ? skip : 1, s.len);
    }
    return buf_str(&out);
}

/* ---- lines ---------------------------------------------------------------------------------- */

static int columns(struct str s)
{
    int n = 0;
    for (ptrdiff_t i = 0; i < s.len; i++)
        n += ((unsigned char)s.at[i] & 0xc0) != 0x80;
    return n;
}

struct line { struct buf *out; int at; int indent; };

static void line_break(struct line *l)
{
    buf_char(l->out, '\n');
    for (l->at = 0; l->at < l->indent; l->at++)
        buf_char(l->out, ' ');
}

/* A word that is wider than a line is cut, between characters. */
static void put_long(struct line *l, struct str word)
{
    for (ptrdiff_t i = 0; i < word.len; i++) {
        if (((unsigned char)word.at[i] & 0xc0) != 0x80 && l->at++ == LETTER_COLUMNS) {
            line_break(l);
            l->at++;
        }
        buf_char(l->out, word.at[i]);
    }
}

static void put_word(struct line *l, struct str word)
{
    int width = columns(word);
    bool fresh = l->at == l->indent;
    if (!fresh && l->at + 1 + width > LETTER_COLUMNS) {
        line_break(l);
        fresh = true;
    }
    if (!fresh) {
        buf_char(l->out, ' ');
        l->at++;
    }
    put_long(l, word);
}

/* The next word; a euro sign stays with its amount. */
static struct str word_next(struct str *rest)
{
    struct str s = str_trim(*rest);
    ptrdiff_t end = 0;
    while (end < s.len && !is_blank(s.at[end]))
        end++;
    if (str_ends(str_slice(s, 0, end), S("€")) && end < s.len)
        for (end++; end < s.len && !is_blank(s.at[end]);)
            end++;
    *rest = str_slice(s, end, s.len);
    return str_slice(s, 0, end);
}

static void put_words(struct line *l, struct str text)
{
    for (struct str word = word_next(&text); word.len; word = word_next(&text))
        put_word(l, word);
}

/* One paragraph or list item on lines of its own. */
static void put_paragraph(struct str text, struct buf *out)
{
    struct line l = {.out = out};
    if (str_starts(text, S("- "))) {
        buf_add(out, S("- "));
        l.at = l.indent = 2;
        text = str_slice(text, 2, text.len);
    }
    put_words(&l, text);
    buf_char(out, '\n');
}

/* Where the paragraph or list item at the front ends. */
static ptrdiff_t paragraph_end(struct str s)
{
    for (ptrdiff_t i = 0; i + 1 < s.len; i++)
        if (s.at[i] == '\n' && (s.at[i + 1] == '\n' || str_starts(str_slice(s, i + 1, s.len), S("- "))))
            return i;
    return s.len;
}

static void wrap_flow(struct str s, struct buf *out)
{
    for (s = str_trim(s); s.len;) {
        ptrdiff_t end = paragraph_end(s);
        put_paragraph(str_slice(s, 0, end), out);
        struct str rest = str_slice(s, end, s.len);
        if (str_starts(rest, S("\n\n")))
            buf_char(out, '\n');
        s = str_trim(rest);
    }
}

void text_wrap(struct str filled, enum part_layout layout, struct buf *out)
{
    if (layout == FLOW) {
        wrap_flow(filled, out);
        return;
    }
    while (filled.len) {
        struct line l = {.out = out};
        struct str rest, line = str_until(filled, '\n', &rest);
        put_words(&l, line);
        buf_char(out, '\n');
        filled = rest;
    }
}
