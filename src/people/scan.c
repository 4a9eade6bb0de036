/* SPDX-License-Identifier: EUPL-1.2 */
/* scan.c: see scan.h. Not aware of columns, facts or people. */
#include "people/scan.h"

#include <string.h>

const char *encoding_name(enum encoding e)
{
    static const char *const names[] = {"UTF-8", "UTF-8 with BOM", "Windows-1252"};
    return names[e];
}

static int32_t line_of(struct str bytes, ptrdiff_t offset)
{
    int32_t line = 1;
    for (ptrdiff_t i = 0; i < offset; i++)
        line += bytes.at[i] == '\n';
    return line;
}

/* ---- encoding -------------------------------------------------------------------------- */

/* From i to the next byte that is not ASCII, eight at a time: nearly all bytes are. */
static ptrdiff_t skip_ascii(struct str s, ptrdiff_t i)
{
    for (; i + 8 <= s.len; i += 8) {
        uint64_t eight;
        memcpy(&eight, s.at + i, 8);
        if (eight & 0x8080808080808080u)
            break;
    }
    while (i < s.len && (unsigned char)s.at[i] < 0x80)
        i++;
    return i;
}

struct census {                  /* what the bytes outside ASCII look like */
    int64_t good, bad;           /* well-formed UTF-8 sequences; bytes that are in none */
    ptrdiff_t first_bad, first_hole; /* hole: a byte that Windows-1252 does not use; -1 = none */
};

static int sequence_len(struct str s, ptrdiff_t i)
{
    unsigned char lead = (unsigned char)s.at[i];
    int len = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
    if (len == 1 || i + len > s.len || !str_is_utf8(str_slice(s, i, i + len)))
        return 0;
    return len;
}

static bool is_hole(char c)
{
    return c == '\x81' || c == '\x8d' || c == '\x8f' || c == '\x90' || c == '\x9d';
}

static struct census take_census(struct str s)
{
    struct census n = {0, 0, -1, -1};
    for (ptrdiff_t i = skip_ascii(s, 0); i < s.len; i = skip_ascii(s, i)) {
        int len = sequence_len(s, i);
        n.good += len > 0;
        n.bad += len == 0;
        if (len == 0 && n.first_bad < 0)
            n.first_bad = i;
        if (len == 0 && n.first_hole < 0 && is_hole(s.at[i]))
            n.first_hole = i;
        i += len ? len : 1;
    }
    return n;
}

static bool find_encoding(struct str s, bool bom, const char *file, enum encoding *out, struct err *e)
{
    struct census n = take_census(s);
    *out = bom ? ENCODING_UTF8_BOM : n.bad ? ENCODING_1252 : ENCODING_UTF8;
    if (n.bad == 0)
        return true;
    /* More good sequences than bad bytes: it is UTF-8 with pieces of something else in it. Reading
     * all of it as Windows-1252 would spoil the names that are right. */
    if (bom || n.good > n.bad)
        return fail_at(e, ERR_CSV, file, line_of(s, n.first_bad), 0,
                       "UTF-8 and another encoding are mixed; save the whole file as UTF-8");
    if (n.first_hole >= 0)
        return fail_at(e, ERR_CSV, file, line_of(s, n.first_hole), 0,
                       "neither UTF-8 nor Windows-1252; save the file as UTF-8");
    return true;
}

static bool is_no_text(struct str s, const char *file, struct err *e)
{
    if (str_starts(s, S("PK\3\4")) || str_starts(s, S("\xd0\xcf\x11\xe0"))) {
        return !fail_at(e, ERR_CSV, file, 0, 0, "this is a spreadsheet or an archive; save the sheet as CSV (UTF-8)");
    }
    if (str_starts(s, S("\xff\xfe")) || str_starts(s, S("\xfe\xff"))) {
        return !fail_at(e, ERR_CSV, file, 0, 0, "the file is UTF-16; save it as CSV with UTF-8");
    }
    const char *nul = s.len ? memchr(s.at, 0, (size_t)s.len) : NULL;
    if (nul) {
        return !fail_at(e, ERR_CSV, file, line_of(s, nul - s.at), 0,
                        "a NUL byte: this is no text, or UTF-16; save the file as CSV with UTF-8");
    }
    if (s.len && memchr(s.at, '\r', (size_t)s.len) && !memchr(s.at, '\n', (size_t)s.len)) {
        return !fail_at(e, ERR_CSV, file, 1, 0, "lines end in CR alone; save the file with LF or CRLF");
    }
    return false;
}

bool scan_open(struct arena *a, struct str file, struct str bytes, struct scan *out,
               enum encoding *encoding, struct err *e)
{
    const char *name = str_z(a, file);
    *out = (struct scan){.file = name, .line = 1};
    *encoding = ENCODING_UTF8;
    if (bytes.len > LIMIT_CSV_BYTES)
        return fail_at(e, ERR_LIMIT, name, 0, 0, "larger than %lld bytes; split the file",
                       (long long)LIMIT_CSV_BYTES);
    bool bom = str_starts(bytes, S("\xef\xbb\xbf"));
    if (bom)
        bytes = str_slice(bytes, 3, bytes.len);
    if (bytes.len == 0)
        return fail_at(e, ERR_CSV, name, 0, 0, "the file is empty; deliver a line of column names and a row "
                       "for each resident");
    if (is_no_text(bytes, name, e) || !find_encoding(bytes, bom, name, encoding, e))
        return false;
    out->at = bytes.at;
    out->end = bytes.at + bytes.len;
    scan_separator(out, ';');
    return true;
}

/* ---- lines ------------------------------------------------------------------------------ */

void scan_separator(struct scan *s, char separator)
{
    memset(s->stop, 0, sizeof s->stop);
    s->separator = separator;
    s->stop[(unsigned char)separator] = true;
    s->stop['\n'] = true;
}

char scan_guess(const struct scan *s)
{
    int64_t counts[256] = {0};
    bool quoted = false;
    for (const char *p = s->at; p < s->end && (quoted || *p != '\n') && p - s->at < LIMIT_LINE_BYTES; p++) {
        quoted ^= *p == '"';
        counts[(unsigned char)*p] += !quoted;
    }
    if (counts[';'] >= counts[','] && counts[';'] >= counts['\t'])
        return ';';
    return counts[','] >= counts['\t'] ? ',' : '\t';
}

struct str scan_line(struct scan *s)
{
    const char *start = s->at, *stop = memchr(s->at, '\n', (size_t)(s->end - s->at));
    s->at = stop ? stop + 1 : s->end;
    s->line++;
    ptrdiff_t len = (stop ? stop : s->end) - start;
    if (len && start[len - 1] == '\r')
        len--;
    return (struct str){start, len};
}

bool scan_at_end(const struct scan *s)
{
    return s->at >= s->end;
}

int64_t scan_rows_max(const struct scan *s)
{
    int64_t lines = 1;
    for (const char *p = s->at; p < s->end; lines++, p++) {
        p = memchr(p, '\n', (size_t)(s->end - p));
        if (!p)
            break;
    }
    return lines;
}

/* ---- rows -------------------------------------------------------------------------------- */

/* From an opening quote to just after the closing one; NULL if there is none before `stop`. */
static const char *scan_quoted(struct scan *s, const char *open, const char *stop, struct cell *c)
{
    *c = (struct cell){.at = open + 1, .quoted = true};
    const char *p = open + 1;
    for (;;) {
        const char *close = p < stop ? memchr(p, '"', (size_t)(stop - p)) : NULL;
        const char *until = close ? close : stop;
        for (const char *n = p; n < until && (n = memchr(n, '\n', (size_t)(until - n))); n++)
            s->line++;
        if (!close)
            return NULL;
        if (close + 1 == stop || close[1] != '"') {
            c->len = (int32_t)(close - c->at);
            return close + 1;
        }
        c->doubled = true;
        p = close + 2;
    }
}

static bool too_long(const struct scan *s, int32_t line, bool quote, bool whole, struct err *e)
{
    if (whole)
        return fail_at(e, ERR_CSV, s->file, line, 0, "a quoted cell in the row that begins here is never closed; "
                       "close the quote or double the quotes inside the cell");
    return fail_at(e, ERR_LIMIT, s->file, line, 0, "a line of more than %d bytes; %s", LIMIT_LINE_BYTES,
                   quote ? "a quote may be open: close it" : "check the ends of the lines");
}

bool scan_row(struct scan *s, struct cell *cells, int room, struct row *out, struct err *e)
{
    const char *p = s->at, *end = s->end;
    bool bounded = end - p > LIMIT_LINE_BYTES;
    const char *stop = bounded ? p + LIMIT_LINE_BYTES : end;
    struct cell spare;
    int count = 0;
    *out = (struct row){.line = s->line};
    for (;;) {
        struct cell *c = count < room ? &cells[count] : &spare;
        if (p < stop && *p == '"') {
            p = scan_quoted(s, p, stop, c);
            if (!p)
                return too_long(s, out->line, true, !bounded, e);
            const char *after = p;
            while (p < stop && !s->stop[(unsigned char)*p])
                p++;
            if (p != after && !(p == after + 1 && *after == '\r'))
                out->shape = ROW_QUOTE;
        } else {
            const char *start = p;
            while (p < stop && !s->stop[(unsigned char)*p])
                p++;
            *c = (struct cell){.at = start, .len = (int32_t)(p - start)};
        }
        count++;
        if (p < stop && *p == s->separator) {
            p++;
            continue;
        }
        if (p >= stop && bounded)
            return too_long(s, out->line, false, false, e);
        out->count = count;
        out->cut = p >= end;
        if (!c->quoted && c->len && c->at[c->len - 1] == '\r')
            c->len--;
        out->blank = count == 1 && !c->quoted && c->len == 0;
        s->at = p < end ? p + 1 : end;
        s->line++;
        return true;
    }
}

/* ---- cells -------------------------------------------------------------------------------- */

/* Code points of the bytes 0x80..0x9f of Windows-1252; the rest equal Latin-1. */
static const uint16_t high_1252[32] = {
    0x20ac, 0xfffd, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152,
    0xfffd, 0x017d, 0xfffd, 0xfffd, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122,
    0x0161, 0x203a, 0x0153, 0xfffd, 0x017e, 0x0178,
};

static char *put_1252(char *to, unsigned char c)
{
    unsigned point = c < 0xa0 ? high_1252[c - 0x80] : c;
    if (point < 0x800) {
        *to++ = (char)(0xc0 | (point >> 6));
    } else {
        *to++ = (char)(0xe0 | (point >> 12));
        *to++ = (char)(0x80 | ((point >> 6) & 0x3f));
    }
    *to++ = (char)(0x80 | (point & 0x3f));
    return to;
}

struct str cell_text(struct arena *a, struct cell c, enum encoding encoding)
{
    struct str s = cell_bytes(c);
    bool convert = encoding == ENCODING_1252;
    if (!c.doubled && !convert)
        return str_copy(a, s);
    char *start = arena_new_raw(a, char, s.len * (convert ? 3 : 1)), *to = start;
    for (ptrdiff_t i = 0; i < s.len; i++) {
        if (convert && (unsigned char)s.at[i] >= 0x80)
            to = put_1252(to, (unsigned char)s.at[i]);
        else
            *to++ = s.at[i];
        i += c.doubled && s.at[i] == '"';
    }
    return (struct str){start, to - start};
}
