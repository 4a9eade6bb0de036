/* SPDX-License-Identifier: EUPL-1.2 */
/* rational.c: exact fractions of 128-bit integers, for the reference interpreter
 * and for constants of the law. Not for bulk work: the kernels use int64.
 */
#include "base.h"

#include <string.h>

#define INT128_MAX_ ((int128)(((unsigned __int128)1 << 127) - 1))

/* Not __builtin_mul_overflow: clang asks a runtime for it that Debian's gcc lacks. */
static bool multiply(int128 a, int128 b, int128 *out)
{
    if (a == 0 || b == 0) {
        *out = 0;
        return true;
    }
    int128 x = a < 0 ? -a : a, y = b < 0 ? -b : b;
    if (x < 0 || y < 0 || x > INT128_MAX_ / y)
        return false;
    *out = a * b;
    return true;
}

static bool add(int128 a, int128 b, int128 *out)
{
    if ((b > 0 && a > INT128_MAX_ - b) || (b < 0 && a < -INT128_MAX_ - b))
        return false;
    *out = a + b;
    return true;
}

static int128 gcd(int128 a, int128 b)
{
    if (a < 0)
        a = -a;
    if (b < 0)
        b = -b;
    while (b) {
        int128 rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

struct rational rational_of(int64_t whole)
{
    return (struct rational){whole, 1};
}

bool rational_make(int128 num, int128 den, struct rational *out)
{
    if (den == 0)
        return false;
    int128 g = gcd(num, den);
    if (den < 0)
        g = -g;
    *out = (struct rational){num / g, den / g};
    return true;
}

bool rational_parse(struct str s, struct rational *out)
{
    bool negative = s.len > 0 && s.at[0] == '-';
    ptrdiff_t i = negative;
    int digits = 0, decimals = -1;
    int128 num = 0, den = 1;
    for (; i < s.len; i++) {
        if (s.at[i] == '.' && decimals < 0 && digits > 0) {
            decimals = 0;
            continue;
        }
        if (s.at[i] < '0' || s.at[i] > '9' || ++digits > 30)
            return false;
        num = num * 10 + (s.at[i] - '0');
        if (decimals >= 0) {
            decimals++;
            den *= 10;
        }
    }
    if (digits == 0 || decimals == 0)
        return false;
    return rational_make(negative ? -num : num, den, out);
}

bool rational_add(struct rational a, struct rational b, struct rational *out)
{
    int128 left, right, sum, den;
    int128 g = gcd(a.den, b.den);
    return multiply(a.num, b.den / g, &left) && multiply(b.num, a.den / g, &right) &&
           add(left, right, &sum) && multiply(a.den / g, b.den, &den) && rational_make(sum, den, out);
}

bool rational_subtract(struct rational a, struct rational b, struct rational *out)
{
    return rational_add(a, (struct rational){-b.num, b.den}, out);
}

bool rational_multiply(struct rational a, struct rational b, struct rational *out)
{
    int128 g = gcd(a.num, b.den), h = gcd(b.num, a.den), num, den;
    if (a.num == 0 || b.num == 0) {
        *out = rational_of(0);
        return true;
    }
    return multiply(a.num / g, b.num / h, &num) && multiply(a.den / h, b.den / g, &den) &&
           rational_make(num, den, out);
}

bool rational_divide(struct rational a, struct rational b, struct rational *out)
{
    if (b.num == 0)
        return false;
    struct rational inverse;
    return rational_make(b.den, b.num, &inverse) && rational_multiply(a, inverse, out);
}

bool rational_compare(struct rational a, struct rational b, int *out)
{
    int128 g = gcd(a.den, b.den), left, right;
    if (!multiply(a.num, b.den / g, &left) || !multiply(b.num, a.den / g, &right))
        return false;
    *out = (left > right) - (left < right);
    return true;
}

bool rational_is_whole(struct rational a)
{
    return a.den == 1;
}

static int128 divide_rounded(int128 num, int128 den, enum round_mode mode)
{
    int128 down = num / den;
    int128 rest = num % den;
    if (rest < 0) {
        down -= 1;
        rest += den;
    }
    if (rest == 0 || mode == ROUND_DOWN)
        return down;
    if (mode == ROUND_UP)
        return down + 1;
    /* Half goes away from zero: up when positive, down when negative. */
    if (rest > den - rest)
        return down + 1;
    return rest == den - rest && num > 0 ? down + 1 : down;
}

bool rational_round(struct rational a, int decimals, enum round_mode mode, struct rational *out)
{
    if (decimals < -18 || decimals > 18)
        return false;
    int128 power = 1;
    for (int i = 0; i < (decimals < 0 ? -decimals : decimals); i++)
        power *= 10;
    int128 num = a.num, den = a.den;
    if (decimals >= 0 ? !multiply(num, power, &num) : !multiply(den, power, &den))
        return false;
    int128 whole = divide_rounded(num, den, mode);
    if (decimals >= 0)
        return rational_make(whole, power, out);
    return multiply(whole, power, &whole) && rational_make(whole, 1, out);
}

/* Digits before `end`, from the last to the first; where they begin. */
static char *digits_before(char *end, unsigned __int128 v)
{
    for (; v > UINT64_MAX; v /= 10)
        *--end = (char)('0' + (int)(v % 10));
    uint64_t rest = (uint64_t)v; /* nearly always from the start: 128 bits divide slowly */
    do {
        *--end = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest);
    return end;
}

static unsigned __int128 size_of(int128 v)
{
    return v < 0 ? -(unsigned __int128)v : (unsigned __int128)v;
}

static struct str print_int128(struct arena *a, int128 v)
{
    char text[48], *at = digits_before(text + sizeof text, size_of(v));
    if (v < 0)
        *--at = '-';
    return str_copy(a, (struct str){at, text + sizeof text - at});
}

#define DECIMALS_MAX 12

/* How many decimals r has, if no more than that. */
static int decimals_of(int128 den, int64_t *power)
{
    int decimals = 0;
    *power = 1;
    if (den > 1000000000000)
        return DECIMALS_MAX + 1;
    while (decimals < DECIMALS_MAX && *power % (int64_t)den != 0) {
        *power *= 10;
        decimals++;
    }
    return *power % (int64_t)den == 0 ? decimals : DECIMALS_MAX + 1;
}

struct str rational_print(struct arena *a, struct rational r)
{
    int64_t power;
    int128 scaled;
    if (r.den == 1)
        return print_int128(a, r.num);
    int decimals = decimals_of(r.den, &power);
    if (decimals > DECIMALS_MAX || !multiply(r.num, power / (int64_t)r.den, &scaled))
        return str_format(a, STR_FMT "/" STR_FMT, STR_ARG(print_int128(a, r.num)),
                          STR_ARG(print_int128(a, r.den)));
    char text[64], *end = text + sizeof text;
    const unsigned __int128 size = size_of(scaled), one = (unsigned __int128)power;
    char *at = digits_before(end, size % one);
    while (at > end - decimals)
        *--at = '0';
    *--at = '.';
    at = digits_before(at, size / one);
    if (scaled < 0)
        *--at = '-';
    return str_copy(a, (struct str){at, end - at});
}
