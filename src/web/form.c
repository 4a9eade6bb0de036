/* SPDX-License-Identifier: EUPL-1.2 */
/* form.c: forms and cookies from bytes. */
#include "web/form.h"

#include <string.h>
#include <strings.h>

static int hex_digit(char c)
{
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* One name or value: + is a blank, %XX a byte, every line end \n. */
static bool decode(struct arena *a, struct str from, struct str *out)
{
    char *at = arena_new_raw(a, char, from.len + 1);
    ptrdiff_t len = 0;
    for (ptrdiff_t i = 0; i < from.len; i++) {
        char c = from.at[i] == '+' ? ' ' : from.at[i];
        if (c == '%') {
            int high = i + 2 < from.len ? hex_digit(from.at[i + 1]) : -1, low = i + 2 < from.len ? hex_digit(from.at[i + 2]) : -1;
            if (high < 0 || low < 0)
                return false;
            c = (char)(high * 16 + low);
            i += 2;
        }
        if (((unsigned char)c < ' ' && c != '\t' && c != '\n' && c != '\r') || c == 0x7f)
            return false;
        if (c == '\n' && len && at[len - 1] == '\r')
            len--;
        at[len++] = c;
    }
    for (ptrdiff_t i = 0; i < len; i++)
        if (at[i] == '\r')
            at[i] = '\n';
    *out = (struct str){at, len};
    return str_is_utf8(*out);
}

bool form_read(struct arena *a, struct str body, struct web_form *out)
{
    out->count = 0;
    if (body.len > LIMIT_WEB_FORM_BYTES)
        return false;
    for (struct str rest = body; rest.len;) {
        struct str value, name = str_until(str_until(rest, '&', &rest), '=', &value);
        struct web_field f;
        if (out->count == LIMIT_WEB_FIELDS || !decode(a, name, &f.name) || !decode(a, value, &f.value))
            return false;
        if (f.name.len == 0 || form_value(out, f.name).at)
            return false;
        out->at[out->count++] = f;
    }
    return true;
}

struct str form_value(const struct web_form *form, struct str name)
{
    for (int i = 0; form && i < form->count; i++)
        if (str_eq(form->at[i].name, name))
            return form->at[i].value;
    return (struct str){NULL, 0};
}

static bool same_word(struct str got, const char *want)
{
    return got.len == (ptrdiff_t)strlen(want) && strncasecmp(got.at, want, (size_t)got.len) == 0;
}

bool form_is_type(struct str content_type)
{
    struct str rest, type = str_trim(str_until(content_type, ';', &rest));
    struct str charset = str_trim(rest);
    return same_word(type, "application/x-www-form-urlencoded") &&
           (charset.len == 0 || same_word(charset, "charset=utf-8"));
}

static bool is_hex(struct str s)
{
    for (ptrdiff_t i = 0; i < s.len; i++)
        if (hex_digit(s.at[i]) < 0 || (s.at[i] >= 'A' && s.at[i] <= 'F'))
            return false;
    return true;
}

struct str cookie_hex(struct str header, struct str name, ptrdiff_t digits)
{
    struct str found = {NULL, 0};
    int times = 0;
    for (struct str rest = header; rest.len;) {
        struct str value, key = str_trim(str_until(str_until(rest, ';', &rest), '=', &value));
        if (!str_eq(key, name))
            continue;
        found = str_trim(value);
        times++;
    }
    return times == 1 && found.len == digits && is_hex(found) ? found : (struct str){NULL, 0};
}
