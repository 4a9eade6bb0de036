/* SPDX-License-Identifier: EUPL-1.2 */
/* base.c: reaches for the world. */
#include "base.h"

#include <stdio.h>
#include <sys/socket.h>
#include <time.h>

int base_one(void)
{
    printf("%d\n", rand());
    FILE *f = fopen(getenv("X"), "r");
    return (int)time (NULL);
}
