/* SPDX-License-Identifier: EUPL-1.2 */
/* str.c: text that carries its length, and a map from text to numbers.
 * Not locale-aware: bytes and UTF-8 only.
 */
#include "base.h"

#include <stdio.h>
#include <string.h>

struct str str_of(const char *zero_terminated)
{
    return (struct str){zero_terminated, zero_terminated ? (ptrdiff_t)strlen(zero_terminated) : 0};
}

bool str_eq(struct str a, struct str b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.at, b.at, (size_t)a.len) == 0);
}

int str_cmp(struct str a, struct str b)
{
    ptrdiff_t both = a.len < b.len ? a.len : b.len;
    int order = both ? memcmp(a.at, b.at, (size_t)both) : 0;
    return order ? order : (a.len > b.len) - (a.len < b.len);
}

bool str_starts(struct str s, struct str prefix)
{
    return s.len >= prefix.len && str_eq(str_slice(s, 0, prefix.len), prefix);
}

bool str_ends(struct str s, struct str suffix)
{
    return s.len >= suffix.len && str_eq(str_slice(s, s.len - suffix.len, s.len), suffix);
}

struct str str_slice(struct str s, ptrdiff_t from, ptrdiff_t to)
{
    assert(0 <= from && from <= to && to <= s.len);
    return (struct str){s.at ? s.at + from : NULL, to - from};
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

struct str str_trim(struct str s)
{
    while (s.len && is_blank(s.at[0]))
        s = str_slice(s, 1, s.len);
    while (s.len && is_blank(s.at[s.len - 1]))
        s.len--;
    return s;
}

struct str str_until(struct str s, char sep, struct str *rest)
{
    const char *at = s.len ? memchr(s.at, sep, (size_t)s.len) : NULL;
    if (!at) {
        *rest = (struct str){NULL, 0};
        return s;
    }
    ptrdiff_t cut = at - s.at;
    *rest = str_slice(s, cut + 1, s.len);
    return str_slice(s, 0, cut);
}

ptrdiff_t str_find(struct str s, struct str what)
{
    for (ptrdiff_t i = 0; i + what.len <= s.len; i++)
        if (str_eq(str_slice(s, i, i + what.len), what))
            return i;
    return -1;
}

struct str str_copy(struct arena *a, struct str s)
{
    char *at = arena_new_raw(a, char, s.len);
    if (s.len)
        memcpy(at, s.at, (size_t)s.len);
    return (struct str){at, s.len};
}

char *str_z(struct arena *a, struct str s)
{
    char *at = arena_new_raw(a, char, s.len + 1);
    if (s.len)
        memcpy(at, s.at, (size_t)s.len);
    at[s.len] = 0;
    return at;
}

struct str str_format(struct arena *a, const char *format, ...)
{
    char text[LIMIT_FORMAT];
    va_list args;
    va_start(args, format);
    int len = vsnprintf(text, sizeof text, format, args);
    va_end(args);
    assert(len >= 0);
    if (len >= LIMIT_FORMAT)
        len = LIMIT_FORMAT - 1;
    return str_copy(a, (struct str){text, len});
}

bool str_to_int64(struct str s, int64_t *out)
{
    bool negative = s.len > 0 && s.at[0] == '-';
    if (negative)
        s = str_slice(s, 1, s.len);
    if (s.len == 0)
        return false;
    int64_t value = 0;
    for (ptrdiff_t i = 0; i < s.len; i++) {
        if (s.at[i] < '0' || s.at[i] > '9')
            return false;
        /* Negative on the way, so that INT64_MIN fits. */
        if (__builtin_mul_overflow(value, (int64_t)10, &value) ||
            __builtin_sub_overflow(value, (int64_t)(s.at[i] - '0'), &value))
            return false;
    }
    if (!negative && value == INT64_MIN)
        return false;
    *out = negative ? value : -value;
    return true;
}

/* Length of the well-formed sequence that starts at i, or 0. */
static int utf8_sequence(const unsigned char *at, ptrdiff_t left)
{
    if (at[0] == 0)
        return 0;
    if (at[0] < 0x80)
        return 1;
    int len = at[0] >= 0xf0 ? 4 : at[0] >= 0xe0 ? 3 : 2;
    if (at[0] < 0xc2 || at[0] > 0xf4 || left < len)
        return 0;
    for (int i = 1; i < len; i++)
        if ((at[i] & 0xc0) != 0x80)
            return 0;
    bool overlong = (at[0] == 0xe0 && at[1] < 0xa0) || (at[0] == 0xf0 && at[1] < 0x90);
    bool surrogate = at[0] == 0xed && at[1] > 0x9f;
    bool beyond = at[0] == 0xf4 && at[1] > 0x8f;
    return overlong || surrogate || beyond ? 0 : len;
}

bool str_is_utf8(struct str s)
{
    const unsigned char *at = (const unsigned char *)s.at;
    for (ptrdiff_t i = 0; i < s.len;) {
        int len = utf8_sequence(at + i, s.len - i);
        if (len == 0)
            return false;
        i += len;
    }
    return true;
}

/* FNV-1a with a final mix; not keyed, so never for keys that an attacker picks in bulk
 * without LIMIT_* on their number. */
static uint64_t str_mix(struct str s)
{
    uint64_t h = 1469598103934665603u;
    for (ptrdiff_t i = 0; i < s.len; i++)
        h = (h ^ (unsigned char)s.at[i]) * 1099511628211u;
    h ^= h >> 32;
    return h * 0x9e3779b97f4a7c15u;
}

struct str_map str_map_open(struct arena *a, int64_t expected)
{
    int64_t slots = 16;
    while (slots < expected * 2)
        slots *= 2;
    return (struct str_map){.a = a, .keys = arena_new(a, struct str, slots),
                            .values = arena_new(a, int64_t, slots), .slots = slots};
}

/* The slot of the key, or the free slot where it belongs. */
static int64_t str_map_slot(const struct str_map *m, struct str key)
{
    int64_t at = (int64_t)(str_mix(key) >> 1) & (m->slots - 1);
    while (m->keys[at].at && !str_eq(m->keys[at], key))
        at = (at + 1) & (m->slots - 1);
    return at;
}

static void str_map_grow(struct str_map *m)
{
    struct str_map bigger = str_map_open(m->a, m->slots);
    for (int64_t i = 0; i < m->slots; i++) {
        if (!m->keys[i].at)
            continue;
        int64_t at = str_map_slot(&bigger, m->keys[i]);
        bigger.keys[at] = m->keys[i];
        bigger.values[at] = m->values[i];
    }
    bigger.used = m->used;
    *m = bigger;
}

int64_t *str_map_put(struct str_map *m, struct str key, bool *found)
{
    if (!key.at)
        key.at = "";
    if (m->used * 2 >= m->slots)
        str_map_grow(m);
    int64_t at = str_map_slot(m, key);
    *found = m->keys[at].at != NULL;
    if (!*found) {
        m->keys[at] = key;
        m->used++;
    }
    return &m->values[at];
}

bool str_map_get(const struct str_map *m, struct str key, int64_t *value)
{
    int64_t at = str_map_slot(m, key);
    if (!m->keys[at].at)
        return false;
    *value = m->values[at];
    return true;
}
