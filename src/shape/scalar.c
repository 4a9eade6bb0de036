/* SPDX-License-Identifier: EUPL-1.2 */
/* scalar.c: the forms of single values: dates, identifiers, references, numbers.
 * Not here: which key must have which form.
 */
#include "shape/shape.h"

static bool is_digit(char c) { return c >= '0' && c <= '9'; }
static bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
static bool is_word(char c) { return is_letter(c) || is_digit(c) || c == '_'; }

/* The prefix and then exactly so many digits. */
static bool is_code(struct str s, struct str prefix, int digits)
{
    if (!str_starts(s, prefix) || s.len != prefix.len + digits)
        return false;
    for (ptrdiff_t i = prefix.len; i < s.len; i++)
        if (!is_digit(s.at[i]))
            return false;
    return true;
}

static bool is_name(struct str s)
{
    if (s.len == 0 || is_digit(s.at[0]))
        return false;
    for (ptrdiff_t i = 0; i < s.len; i++)
        if (!is_word(s.at[i]))
            return false;
    return true;
}

static bool is_slug(struct str s)
{
    for (ptrdiff_t i = 0; i < s.len; i++)
        if (!is_word(s.at[i]) && s.at[i] != '-')
            return false;
    return s.len > 0;
}

static bool is_reference(struct str s)
{
    if (!str_starts(s, S("$")))
        return false;
    struct str rest = str_slice(s, 1, s.len);
    do {
        if (!is_name(str_until(rest, '.', &rest)))
            return false;
    } while (rest.at);
    return true;
}

/* kind, medebewoner_1: the word for an item of a FOREACH. */
static bool is_item(struct str s)
{
    for (ptrdiff_t i = 0; i < s.len; i++)
        if (s.at[i] >= 'A' && s.at[i] <= 'Z')
            return false;
    return is_name(s);
}

/* A scheme, a colon, something, and no blanks. */
static bool is_uri(struct str s)
{
    struct str rest, scheme = str_until(s, ':', &rest);
    if (!is_slug(scheme) || !is_letter(scheme.at[0]) || rest.len == 0)
        return false;
    for (ptrdiff_t i = 0; i < rest.len; i++)
        if ((unsigned char)rest.at[i] <= ' ' || rest.at[i] == '<' || rest.at[i] == '>' || rest.at[i] == '"')
            return false;
    return true;
}

/* jci1.3:c:BWBR0018451&artikel=2 */
static bool is_juriconnect(struct str s)
{
    struct str rest, head = str_until(s, '&', &rest);
    if (!is_code(head, S("jci1.3:c:BWBR"), 7))
        return false;
    if (!rest.at)
        return true;
    struct str value, key = str_until(rest, '=', &value);
    for (ptrdiff_t i = 0; i < key.len; i++)
        if (!is_letter(key.at[i]) && key.at[i] != '_')
            return false;
    return key.len > 0 && value.len > 0;
}

static bool is_uuid(struct str s)
{
    if (s.len != 36)
        return false;
    for (ptrdiff_t i = 0; i < s.len; i++) {
        bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        bool hex = is_digit(s.at[i]) || (s.at[i] >= 'a' && s.at[i] <= 'f') || (s.at[i] >= 'A' && s.at[i] <= 'F');
        if (dash ? s.at[i] != '-' : !hex)
            return false;
    }
    return true;
}

bool form_fits(enum form form, struct str s)
{
    int32_t date;
    switch (form) {
    case FORM_TEXT: return s.len > 0;
    case FORM_DATE: return date_parse(s, &date);
    case FORM_START: return date_parse(s, &date) || (s.len > 1 && s.at[0] == '#');
    case FORM_URI: return is_uri(s);
    case FORM_BWB: return is_code(s, S("BWBR"), 7);
    case FORM_GEMEENTE: return is_code(s, S("GM"), 4);
    case FORM_PROVINCIE: return is_code(s, S("PV"), 2);
    case FORM_WATERSCHAP: return is_code(s, S("WS"), 4);
    case FORM_JURICONNECT: return is_juriconnect(s);
    case FORM_SLUG: return is_slug(s);
    case FORM_NAME: return is_name(s);
    case FORM_REFERENCE: return is_reference(s);
    case FORM_ITEM: return is_item(s);
    case FORM_UUID: return is_uuid(s);
    case FORM_COUNT: break;
    }
    assert(0 && "a form");
    return false;
}

const char *form_words(enum form form)
{
    static const char *const words[FORM_COUNT] = {
        [FORM_TEXT] = "a text that is not empty", [FORM_DATE] = "a date that exists, like 2025-01-31",
        [FORM_START] = "a date that exists, like 2025-01-31, or '#output'",
        [FORM_URI] = "an address like https://wetten.overheid.nl/BWBR0018451",
        [FORM_BWB] = "BWBR and seven digits", [FORM_GEMEENTE] = "GM and four digits",
        [FORM_PROVINCIE] = "PV and two digits", [FORM_WATERSCHAP] = "WS and four digits",
        [FORM_JURICONNECT] = "a reference like jci1.3:c:BWBR0018451&artikel=2",
        [FORM_SLUG] = "letters, digits, _ and - only", [FORM_NAME] = "letters, digits and _, no digit first",
        [FORM_REFERENCE] = "a reference like $naam or $referencedate.year",
        [FORM_ITEM] = "small letters, digits and _, no digit first", [FORM_UUID] = "a UUID of 36 characters",
    };
    return words[form];
}

static bool is_one_of(struct str s, const struct str *words, int count)
{
    for (int i = 0; i < count; i++)
        if (str_eq(s, words[i]))
            return true;
    return false;
}

static ptrdiff_t skip_digits(struct str s, ptrdiff_t i, bool *any)
{
    for (; i < s.len && (is_digit(s.at[i]) || s.at[i] == '_'); i++)
        *any |= is_digit(s.at[i]);
    return i;
}

/* What some YAML reader would take for a number: 1e5, +3, .5, 5., 0x1F, 1_000, 12:30; not 1.2.3. */
static bool resembles_number(struct str s)
{
    ptrdiff_t i = s.len > 0 && (s.at[0] == '-' || s.at[0] == '+');
    if (s.len > i + 2 && s.at[i] == '0' && (s.at[i + 1] == 'x' || s.at[i + 1] == 'o' || s.at[i + 1] == 'b')) {
        for (i += 2; i < s.len; i++)
            if (!is_digit(s.at[i]) && !(is_letter(s.at[i]) && (s.at[i] | 32) <= 'f') && s.at[i] != '_')
                return false;
        return true;
    }
    bool any = false;
    bool starts = s.len > i && (is_digit(s.at[i]) || s.at[i] == '.');
    i = skip_digits(s, i, &any);
    while (i < s.len && s.at[i] == ':')
        i = skip_digits(s, i + 1, &any);
    if (i < s.len && s.at[i] == '.')
        i = skip_digits(s, i + 1, &any);
    if (any && i < s.len && (s.at[i] == 'e' || s.at[i] == 'E')) {
        i++;
        if (i < s.len && (s.at[i] == '-' || s.at[i] == '+'))
            i++;
        any = false;
        i = skip_digits(s, i, &any);
    }
    return starts && any && i == s.len;
}

static bool resembles_word(struct str s)
{
    static const struct str words[] = {
        S("True"), S("TRUE"), S("False"), S("FALSE"), S("yes"), S("Yes"), S("YES"), S("no"), S("No"), S("NO"),
        S("on"), S("On"), S("ON"), S("off"), S("Off"), S("OFF"), S("Null"), S("NULL"),
        S(".inf"), S(".Inf"), S(".INF"), S("-.inf"), S("-.Inf"), S("-.INF"),
        S("+.inf"), S("+.Inf"), S("+.INF"), S(".nan"), S(".NaN"), S(".NAN"),
    };
    return is_one_of(s, words, (int)COUNT(words));
}

bool scalar_number(const struct yaml *y, struct rational *out)
{
    struct str s = y->text;
    if (str_starts(s, S("-")))
        s = str_slice(s, 1, s.len);
    bool leading_zero = s.len > 1 && s.at[0] == '0' && s.at[1] != '.';
    return !leading_zero && yaml_number(y, out);
}

bool scalar_is_doubtful(const struct yaml *y)
{
    struct rational number;
    return y->kind == YAML_SCALAR && y->plain && !scalar_number(y, &number) &&
           (resembles_number(y->text) || resembles_word(y->text));
}

bool scalar_is_text(const struct yaml *y)
{
    bool truth;
    return y->kind == YAML_SCALAR &&
           !(y->plain && (yaml_is_null(y) || yaml_bool(y, &truth) || resembles_number(y->text) ||
                          resembles_word(y->text)));
}

#define NEAREST_MAX 40

/* Letters to add, drop or change; swapping two neighbours counts as one. */
static int distance(struct str a, struct str b)
{
    int rows[3][NEAREST_MAX + 1];
    for (int j = 0; j <= b.len; j++)
        rows[1][j] = j;
    for (int i = 1; i <= a.len; i++) {
        int *now = rows[(i + 1) % 3], *above = rows[i % 3], *two_above = rows[(i + 2) % 3];
        now[0] = i;
        for (int j = 1; j <= b.len; j++) {
            bool same = a.at[i - 1] == b.at[j - 1];
            int best = above[j - 1] + !same;
            best = above[j] + 1 < best ? above[j] + 1 : best;
            best = now[j - 1] + 1 < best ? now[j - 1] + 1 : best;
            bool swapped = i > 1 && j > 1 && a.at[i - 1] == b.at[j - 2] && a.at[i - 2] == b.at[j - 1];
            if (swapped && two_above[j - 2] + 1 < best)
                best = two_above[j - 2] + 1;
            now[j] = best;
        }
    }
    return rows[(a.len + 1) % 3][b.len];
}

struct str nearest(struct str word, const struct str *among, int count)
{
    struct str best = {NULL, 0};
    int least = word.len <= 4 ? 2 : 3;       /* a distance below this is near */
    if (word.len == 0 || word.len > NEAREST_MAX)
        return best;
    for (int i = 0; i < count; i++) {
        if (among[i].len > NEAREST_MAX)
            continue;
        int far = distance(word, among[i]);
        if (far < least && far < among[i].len) {
            least = far;
            best = among[i];
        }
    }
    return best;
}
