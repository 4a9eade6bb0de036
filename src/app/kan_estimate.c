/* SPDX-License-Identifier: EUPL-1.2 */
/* kan_estimate.c: from a sample to all, with how far it may be off, in whole numbers. Not which residents are looked at. */
#include "workspace.h"

/* The largest whole number whose square is not more. */
static int128 root(int128 n)
{
    int128 low = 0, high = (int128)1 << 62;
    while (low < high) {
        int128 middle = low + (high - low + 1) / 2;
        if (middle <= n / middle)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

#define Z2 38416                     /* 1.96 squared, in ten thousandths */

/* Wilson: (2c + z2 -+ z sqrt(z2 + 4 c (n - c) / n)) / (2 (n + z2)), within what was seen itself. */
struct kan_count kan_estimate(int64_t seen, int64_t n, int64_t all)
{
    assert(0 <= seen && seen <= n && n <= all);
    if (n == all || n == 0)
        return (struct kan_count){.n = seen, .low = seen, .high = seen};
    int128 middle = (int128)20000 * seen + Z2, below = 2 * ((int128)10000 * n + Z2);
    int128 off = root((int128)Z2 * (Z2 + (int128)40000 * seen * (n - seen) / n)) + 1;
    int128 low = middle > off ? all * (middle - off) / below : 0, high = (all * (middle + off) + below - 1) / below;
    int64_t rest = all - (n - seen);
    return (struct kan_count){.n = (int64_t)(((int128)2 * seen * all + n) / (2 * n)), .low = low > seen ? (int64_t)low : seen,
                              .high = high < rest ? (int64_t)high : rest};
}

/* 1.96 sqrt(all (all - n) s2 / n), with s2 = (n squares - sum sum) / (n (n - 1)). */
int64_t kan_margin(int128 sum, int128 squares, int64_t n, int64_t all)
{
    if (n >= all || n < 2)
        return 0;
    int128 spread = n * squares - sum * sum;            /* times n (n - 1): the variance */
    int128 deviation = root(spread / ((int128)n * (n - 1)) + 1) + 1;
    int128 per = root((int128)10000 * all * (all - n) / n) + 1;  /* in hundredths */
    return (int64_t)(196 * deviation * per / 10000 + 1);
}
