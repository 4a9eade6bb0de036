/* SPDX-License-Identifier: EUPL-1.2 */
/* buf.c: output that grows in an arena, with escaping for the places it goes.
 * Not for input: that is struct str.
 */
#include "base.h"

#include <stdio.h>
#include <string.h>

struct buf buf_open(struct arena *a, int64_t max_bytes)
{
    assert(max_bytes > 0 && max_bytes <= LIMIT_BUF);
    return (struct buf){.a = a, .max = max_bytes};
}

/* Room for `more` bytes, by growing in place when nothing was taken since. */
static bool buf_room(struct buf *b, int64_t more)
{
    if (b->len + more > b->max) {
        b->over = true;
        return false;
    }
    if (b->len + more <= b->cap)
        return true;
    int64_t cap = b->cap ? b->cap * 2 : 256;
    while (cap < b->len + more)
        cap *= 2;
    if (b->at && b->at + b->cap == b->a->at) {
        arena_new_raw(b->a, char, cap - b->cap);
    } else {
        char *at = arena_new_raw(b->a, char, cap);
        if (b->len)
            memcpy(at, b->at, (size_t)b->len);
        b->at = at;
    }
    b->cap = cap;
    return true;
}

void buf_add(struct buf *b, struct str s)
{
    if (s.len == 0 || !buf_room(b, s.len))
        return;
    memcpy(b->at + b->len, s.at, (size_t)s.len);
    b->len += s.len;
}

void buf_char(struct buf *b, char c)
{
    buf_add(b, (struct str){&c, 1});
}

void buf_print(struct buf *b, const char *format, ...)
{
    char text[LIMIT_FORMAT];
    va_list args;
    va_start(args, format);
    int len = vsnprintf(text, sizeof text, format, args);
    va_end(args);
    assert(len >= 0);
    if (len >= LIMIT_FORMAT) {
        len = LIMIT_FORMAT - 1;
        b->over = true;
    }
    buf_add(b, (struct str){text, len});
}

void buf_html(struct buf *b, struct str s)
{
    for (ptrdiff_t i = 0; i < s.len; i++) {
        switch (s.at[i]) {
        case '&': buf_add(b, S("&amp;")); break;
        case '<': buf_add(b, S("&lt;")); break;
        case '>': buf_add(b, S("&gt;")); break;
        case '"': buf_add(b, S("&quot;")); break;
        case '\'': buf_add(b, S("&#39;")); break;
        default: buf_char(b, s.at[i]);
        }
    }
}

void buf_csv(struct buf *b, struct str s, char separator)
{
    bool quote = false;
    /* A cell that a spreadsheet would run as a formula gets a quote mark in front. */
    bool formula = s.len > 1 && (s.at[0] == '=' || s.at[0] == '+' || s.at[0] == '@' || s.at[0] == '-') &&
                   !(s.at[0] == '-' && s.at[1] >= '0' && s.at[1] <= '9');
    for (ptrdiff_t i = 0; i < s.len; i++)
        quote |= s.at[i] == separator || s.at[i] == '"' || s.at[i] == '\n' || s.at[i] == '\r';
    if (!quote && !formula) {
        buf_add(b, s);
        return;
    }
    buf_char(b, '"');
    if (formula)
        buf_char(b, '\'');
    for (ptrdiff_t i = 0; i < s.len; i++) {
        if (s.at[i] == '"')
            buf_char(b, '"');
        buf_char(b, s.at[i]);
    }
    buf_char(b, '"');
}

void buf_json(struct buf *b, struct str s)
{
    buf_char(b, '"');
    for (ptrdiff_t i = 0; i < s.len; i++) {
        unsigned char c = (unsigned char)s.at[i];
        if (c == '"' || c == '\\') {
            buf_char(b, '\\');
            buf_char(b, (char)c);
        } else if (c == '\n') {
            buf_add(b, S("\\n"));
        } else if (c < 0x20 || c == '<') {
            /* '<' too, so that JSON can stand inside a page. */
            buf_print(b, "\\u%04x", c);
        } else {
            buf_char(b, (char)c);
        }
    }
    buf_char(b, '"');
}

struct str buf_str(const struct buf *b)
{
    return (struct str){b->at, b->len};
}
