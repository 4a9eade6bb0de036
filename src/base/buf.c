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

static struct str html_escape(unsigned char c, char room[8])
{
    (void)room;
    switch (c) {
    case '&': return S("&amp;");
    case '<': return S("&lt;");
    case '>': return S("&gt;");
    case '"': return S("&quot;");
    case '\'': return S("&#39;");
    default: return (struct str){NULL, 0};
    }
}

static struct str json_escape(unsigned char c, char room[8])
{
    static const char hex[] = "0123456789abcdef";
    if (c == '"')
        return S("\\\"");
    if (c == '\\')
        return S("\\\\");
    if (c == '\n')
        return S("\\n");
    if (c >= 0x20 && c != '<') /* '<' too, so that JSON can stand inside a page */
        return (struct str){NULL, 0};
    const char text[8] = {'\\', 'u', '0', '0', hex[c >> 4], hex[c & 15]};
    for (int i = 0; i < 6; i++)
        room[i] = text[i];
    return (struct str){room, 6};
}

/* What needs no escape is copied in one piece. */
static void buf_escaped(struct buf *b, struct str s, struct str (*escape)(unsigned char, char[8]))
{
    ptrdiff_t from = 0;
    for (ptrdiff_t i = 0; i < s.len; i++) {
        char room[8];
        struct str instead = escape((unsigned char)s.at[i], room);
        if (!instead.len)
            continue;
        buf_add(b, str_slice(s, from, i));
        buf_add(b, instead);
        from = i + 1;
    }
    buf_add(b, str_slice(s, from, s.len));
}

void buf_html(struct buf *b, struct str s)
{
    buf_escaped(b, s, html_escape);
}

void buf_json(struct buf *b, struct str s)
{
    buf_char(b, '"');
    buf_escaped(b, s, json_escape);
    buf_char(b, '"');
}

/* A cell that a spreadsheet would run as a formula; a plain negative number is none. */
static bool is_formula(struct str s)
{
    if (s.len < 2 || (s.at[0] != '=' && s.at[0] != '+' && s.at[0] != '@' && s.at[0] != '-'))
        return false;
    for (ptrdiff_t i = 1; i < s.len; i++)
        if (s.at[0] != '-' || !((s.at[i] >= '0' && s.at[i] <= '9') || s.at[i] == '.' || s.at[i] == ','))
            return true;
    return false;
}

void buf_csv(struct buf *b, struct str s, char separator)
{
    bool quote = false, formula = is_formula(s);
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

struct str buf_str(const struct buf *b)
{
    return (struct str){b->at, b->len};
}
