/* SPDX-License-Identifier: EUPL-1.2 */
/* value.c: see value.h. Not aware of files, permits or tables. */
#include "people/value.h"

#include <string.h>

static const struct { enum flaw_effect effect; const char *text; } flaws[] = {
#define FLAW(code, effect, text) {effect, text},
#include "people/faults.def"
#undef FLAW
};

enum flaw_effect flaw_effect(enum flaw f)
{
    return flaws[f].effect;
}

const char *flaw_text(enum flaw f)
{
    return flaws[f].text;
}

enum cell_state flaw_state(enum flaw f)
{
    assert(flaws[f].effect == FAULTY || flaws[f].effect == UNKNOWN);
    return flaws[f].effect == FAULTY ? CELL_FAULTY : CELL_UNKNOWN;
}

struct value value_flawed(enum flaw f)
{
    bool cell = flaws[f].effect == FAULTY || flaws[f].effect == UNKNOWN;
    return (struct value){0, (uint8_t)(cell ? flaw_state(f) : CELL_FAULTY), (uint8_t)f};
}

static struct value present(int64_t at)
{
    return (struct value){at, CELL_PRESENT, FLAW_NONE};
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* The word in any case; `word` is in lower case. */
static bool is_word(struct str s, struct str word)
{
    if (s.len != word.len)
        return false;
    for (ptrdiff_t i = 0; i < s.len; i++)
        if ((s.at[i] >= 'A' && s.at[i] <= 'Z' ? s.at[i] + 32 : s.at[i]) != word.at[i])
            return false;
    return true;
}

bool value_is_absent(struct str s)
{
    return is_word(s, S("geen"));
}

/* ---- amounts --------------------------------------------------------------------------------
 * 1234  1234,5  1234,50  1234.50  -1234,50  1.234,50  1,234.50  1.234.567
 * One mark followed by three digits ("1.234") is thousands to one reader and decimals to another. */

/* "1.234.567": one to three digits, then groups of three; the digits go to `to`. */
static bool ungroup(struct str s, char mark, char *to, ptrdiff_t *len)
{
    ptrdiff_t since = 0, groups = 0;
    *len = 0;
    for (ptrdiff_t i = 0; i < s.len; i++) {
        if (s.at[i] == mark) {
            if (since == 0 || since > 3 || (groups && since != 3))
                return false;
            groups++;
            since = 0;
        } else if (is_digit(s.at[i])) {
            to[(*len)++] = s.at[i];
            since++;
        } else {
            return false;
        }
    }
    return groups ? since == 3 : since > 0;
}

struct marks { ptrdiff_t points, commas, last; };   /* last: place of the last of either, or -1 */

static struct marks find_marks(struct str s)
{
    struct marks m = {0, 0, -1};
    for (ptrdiff_t i = 0; i < s.len; i++) {
        m.points += s.at[i] == '.';
        m.commas += s.at[i] == ',';
        if (s.at[i] == '.' || s.at[i] == ',')
            m.last = i;
    }
    return m;
}

/* Whole part and decimals of an amount without its sign; `whole` keeps its marks of thousands. */
static enum flaw split_amount(struct str s, struct str *whole, struct str *decimals, char *thousands)
{
    struct marks m = find_marks(s);
    *whole = s;
    *decimals = (struct str){NULL, 0};
    *thousands = m.points ? '.' : ',';
    if (m.points + m.commas == 0)
        return FLAW_NONE;
    bool both = m.points && m.commas, many = m.points + m.commas > 1;
    if (!both && many)                     /* the same mark twice can only be thousands */
        return FLAW_NONE;
    *whole = str_slice(s, 0, m.last);
    *decimals = str_slice(s, m.last + 1, s.len);
    *thousands = s.at[m.last] == '.' ? ',' : '.';
    if (decimals->len == 3 && !both && m.last >= 1 && m.last <= 3)
        return FLAW_AMOUNT_TWO;
    return decimals->len > 2 ? FLAW_AMOUNT_FINE : decimals->len ? FLAW_NONE : FLAW_AMOUNT;
}

static struct value amount_marked(struct str s, bool negative)
{
    struct str whole, decimals;
    char digits[24], thousands;
    ptrdiff_t len = 0;
    int64_t euros = 0, cents = 0;
    if (s.len >= (ptrdiff_t)sizeof digits)
        return value_flawed(FLAW_AMOUNT);
    enum flaw flaw = split_amount(s, &whole, &decimals, &thousands);
    bool fine = ungroup(whole, thousands, digits, &len) && (!decimals.len || is_digit(decimals.at[0])) &&
                (!decimals.len || str_to_int64(decimals, &cents));
    if (!fine || len > 16)
        return value_flawed(FLAW_AMOUNT);
    if (flaw)
        return value_flawed(flaw);
    if (!str_to_int64((struct str){digits, len}, &euros))
        return value_flawed(FLAW_AMOUNT);
    int64_t all = euros * 100 + (decimals.len == 1 ? cents * 10 : cents);
    return present(negative ? -all : all);
}

struct value value_amount(struct str s)
{
    bool negative = s.len && s.at[0] == '-';
    if (negative)
        s = str_slice(s, 1, s.len);
    int64_t whole = 0;
    ptrdiff_t i = 0;
    for (; i < s.len && i < 15 && is_digit(s.at[i]); i++)
        whole = whole * 10 + (s.at[i] - '0');
    if (i > 0 && i == s.len)
        return present(negative ? -whole * 100 : whole * 100);
    /* The commonest form by far, without looking for marks of thousands. */
    if (i > 0 && s.len == i + 3 && (s.at[i] == '.' || s.at[i] == ',') && is_digit(s.at[i + 1]) &&
        is_digit(s.at[i + 2])) {
        int64_t all = whole * 100 + (s.at[i + 1] - '0') * 10 + (s.at[i + 2] - '0');
        return present(negative ? -all : all);
    }
    return amount_marked(s, negative);
}

/* ---- the other types -------------------------------------------------------------------------- */

static struct value number_read(struct str s)
{
    int64_t at;
    return str_to_int64(s, &at) ? present(at) : value_flawed(FLAW_NUMBER);
}

static struct value boolean_read(struct str s)
{
    if (is_word(s, S("ja")))
        return present(1);
    return is_word(s, S("nee")) ? present(0) : value_flawed(FLAW_BOOLEAN);
}

struct value value_date(int year, int month, int day)
{
    int32_t at;
    if (month > 12 || day > 31)
        return value_flawed(FLAW_DATE_NONE);
    if (year == 0 || month == 0 || day == 0)
        return value_flawed(FLAW_DATE_PART);
    if (!date_from_civil(year, month, day, &at))
        return value_flawed(FLAW_DATE_NONE);
    if (at < LIMIT_DATE_FIRST || at > LIMIT_DATE_LAST)
        return value_flawed(FLAW_DATE_FAR);
    return present(at);
}

static int two(const char *at)
{
    return (at[0] - '0') * 10 + (at[1] - '0');
}

static struct value date_read(struct str s)
{
    if (s.len != 10 || s.at[4] != '-' || s.at[7] != '-')
        return value_flawed(FLAW_DATE);
    for (int i = 0; i < 10; i++)
        if (i != 4 && i != 7 && !is_digit(s.at[i]))
            return value_flawed(FLAW_DATE);
    return value_date(two(s.at) * 100 + two(s.at + 2), two(s.at + 5), two(s.at + 8));
}

struct bsn_text bsn_print(uint32_t bsn)
{
    struct bsn_text t;
    for (int i = 8; i >= 0; i--, bsn /= 10)
        t.at[i] = (char)('0' + bsn % 10);
    return t;
}

struct value value_bsn(struct str s, bool *zero_added)
{
    uint32_t bsn = 0;
    if (s.len == 0)
        return value_flawed(FLAW_BSN_NONE);
    if (s.len != 9 && s.len != 8)
        return value_flawed(FLAW_BSN_SHAPE);
    for (ptrdiff_t i = 0; i < s.len; i++) {
        if (!is_digit(s.at[i]))
            return value_flawed(FLAW_BSN_SHAPE);
        bsn = bsn * 10 + (uint32_t)(s.at[i] - '0');
    }
    struct bsn_text nine = bsn_print(bsn);
    if (!bsn_is_valid((struct str){nine.at, 9}))
        return value_flawed(s.len == 8 ? FLAW_BSN_SHAPE : FLAW_BSN_PROOF);
    *zero_added |= s.len == 8;
    return present(bsn);
}

struct value value_person(struct str s)
{
    bool zero_added = false;
    struct value v = value_bsn(s, &zero_added);
    if (v.flaw)
        return value_flawed(v.flaw == FLAW_BSN_PROOF ? FLAW_PERSON_PROOF : FLAW_PERSON_SHAPE);
    return v;
}

static struct value in_range(struct value v, const struct fact *fact)
{
    if (v.state == CELL_PRESENT && (v.at < fact->min || v.at > fact->max))
        return value_flawed(FLAW_RANGE);
    return v;
}

struct value value_read(struct str s, const struct fact *fact)
{
    if (s.len == 0)
        return (struct value){0, CELL_UNKNOWN, FLAW_NONE};
    if (s.len == 4 && value_is_absent(s))
        return (struct value){0, CELL_ABSENT, FLAW_NONE};
    switch (fact->type) {
    case FACT_AMOUNT: return in_range(value_amount(s), fact);
    case FACT_NUMBER: return in_range(number_read(s), fact);
    case FACT_BOOLEAN: return boolean_read(s);
    case FACT_DATE: return date_read(s);
    case FACT_PERSON: return value_person(s);
    case FACT_TEXT:
    case FACT_PEOPLE: break;
    }
    assert(false && "texts and lists have their own way");
    return (struct value){0};
}
