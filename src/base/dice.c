/* SPDX-License-Identifier: EUPL-1.2 */
/* dice.c: random numbers that can be replayed from a seed.
 * Not for keys: those come from the system (store/).
 */
#include "base.h"

struct dice dice_open(uint64_t seed, uint64_t stream)
{
    struct dice d = {seed ^ (stream * 0xd1342543de82ef95u)};
    dice_roll(&d);
    return d;
}

uint64_t dice_roll(struct dice *d)
{
    uint64_t z = (d->state += 0x9e3779b97f4a7c15u);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

int64_t dice_below(struct dice *d, int64_t n)
{
    assert(n > 0);
    uint64_t range = (uint64_t)n, limit = UINT64_MAX - UINT64_MAX % range;
    uint64_t roll;
    do
        roll = dice_roll(d);
    while (roll >= limit);
    return (int64_t)(roll % range);
}
