/* SPDX-License-Identifier: EUPL-1.2 */
/* words.c: numbers and days as people write them, in Dutch and English. Not for data: there a
 * number is its digits and a day is YYYY-MM-DD.
 */
#include "base.h"

#include <stdio.h>

struct str number_words(struct arena *a, int64_t n, bool english)
{
    char digits[24], out[40];
    uint64_t size = n < 0 ? -(uint64_t)n : (uint64_t)n;
    int len = snprintf(digits, sizeof digits, "%llu", (unsigned long long)size), at = 0;
    if (n < 0)
        out[at++] = '-';
    for (int i = 0; i < len; i++) {
        if (i && (len - i) % 3 == 0)
            out[at++] = english ? ',' : '.';
        out[at++] = digits[i];
    }
    return str_copy(a, (struct str){out, at});
}

struct str date_words(struct arena *a, int32_t date, bool english)
{
    static const char *const months[2][12] = {
        {"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
         "november", "december"},
        {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
         "November", "December"}};
    int year, month, day;
    date_civil(date, &year, &month, &day);
    return str_format(a, "%d %s %d", day, months[english][month - 1], year);
}
