/* SPDX-License-Identifier: EUPL-1.2 */
/* date.c: calendar days, and the BSN's elfproef.
 * Not a clock: today is always an argument.
 */
#include "base.h"

static bool is_leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int month_days(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return days[month - 1] + (month == 2 && is_leap(year));
}

bool date_from_civil(int year, int month, int day, int32_t *out)
{
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > month_days(year, month))
        return false;
    /* Years that start in March put the leap day last; eras are 400 years. */
    int y = month <= 2 ? year - 1 : year;
    int era = y / 400;
    int year_of_era = y - era * 400;
    int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    *out = era * 146097 + day_of_era - 719468;
    return true;
}

void date_civil(int32_t date, int *year, int *month, int *day)
{
    int z = date + 719468;
    int era = (z >= 0 ? z : z - 146096) / 146097;
    int doe = z - era * 146097;
    int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    int doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    int mp = (5 * doy + 2) / 153;
    *day = doy - (153 * mp + 2) / 5 + 1;
    *month = mp < 10 ? mp + 3 : mp - 9;
    *year = yoe + era * 400 + (*month <= 2);
}

static bool digits(struct str s, int from, int count, int *out)
{
    int value = 0;
    for (int i = from; i < from + count; i++) {
        if (s.at[i] < '0' || s.at[i] > '9')
            return false;
        value = value * 10 + (s.at[i] - '0');
    }
    *out = value;
    return true;
}

bool date_parse(struct str iso, int32_t *out)
{
    int y, m, d;
    if (iso.len != 10 || iso.at[4] != '-' || iso.at[7] != '-')
        return false;
    return digits(iso, 0, 4, &y) && digits(iso, 5, 2, &m) && digits(iso, 8, 2, &d) &&
           date_from_civil(y, m, d, out);
}

struct str date_print(struct arena *a, int32_t date)
{
    int y, m, d;
    date_civil(date, &y, &m, &d);
    return str_format(a, "%04d-%02d-%02d", y, m, d);
}

/* Months on, to the law's "corresponding day": the last day of the month when there is none. */
static bool add_months(int32_t date, int64_t months, int32_t *out)
{
    int y, m, d;
    date_civil(date, &y, &m, &d);
    int64_t total = (int64_t)y * 12 + (m - 1) + months;
    if (total < 12 || total / 12 > 9999)
        return false;
    int year = (int)(total / 12), month = (int)(total % 12) + 1, last = month_days(year, month);
    return date_from_civil(year, month, d < last ? d : last, out);
}

/* Coarsest first, clamped at each step: 29 February and a year and a month is 28 March. */
bool date_add(int32_t date, int64_t years, int64_t months, int64_t days, int32_t *out)
{
    const int64_t far = 4000000;
    if (years > far || years < -far || months > far || months < -far || days > far || days < -far)
        return false;
    int32_t start;
    if (!add_months(date, years * 12, &start) || !add_months(start, months, &start))
        return false;
    int64_t sum = (int64_t)start + days;
    int32_t first, end;
    bool bounds = date_from_civil(1, 1, 1, &first) && date_from_civil(9999, 12, 31, &end);
    assert(bounds);
    if (sum < first || sum > end)
        return false;
    *out = (int32_t)sum;
    return true;
}

int date_months_between(int32_t from, int32_t to)
{
    if (to < from)
        return -date_months_between(to, from);
    int y1, m1, d1, y2, m2, d2;
    date_civil(from, &y1, &m1, &d1);
    date_civil(to, &y2, &m2, &d2);
    int months = (y2 - y1) * 12 + (m2 - m1);
    /* 31 January to 28 February is a month: the last day completes it. */
    int needed = d1 < month_days(y2, m2) ? d1 : month_days(y2, m2);
    return d2 < needed ? months - 1 : months;
}

int date_age(int32_t birth, int32_t at)
{
    int months = date_months_between(birth, at);
    return months / 12;
}

int date_weekday(int32_t date)
{
    int32_t day = (date + 3) % 7; /* 1970-01-01 was a Thursday */
    return day < 0 ? day + 7 : day;
}

bool bsn_is_valid(struct str number)
{
    static const int weights[] = {9, 8, 7, 6, 5, 4, 3, 2, -1};
    if (number.len != 9)
        return false;
    int sum = 0, any = 0;
    for (int i = 0; i < 9; i++) {
        int digit = number.at[i] - '0';
        if (digit < 0 || digit > 9)
            return false;
        sum += digit * weights[i];
        any |= digit;
    }
    return any && sum % 11 == 0;
}
