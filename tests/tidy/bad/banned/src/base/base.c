/* SPDX-License-Identifier: EUPL-1.2 */
/* base.c: uses what there is something better for. */
#include "base.h"

int base_one(void)
{
    char *a = malloc(10);
    strcpy(a, "strcat(a, b)");
    int n = atoi(a) + sprintf(a, "%d", 1);
    n += (int)strtol
        (a, 0, 10);
    free(a);
    return n;
}
