/* SPDX-License-Identifier: EUPL-1.2 */
/* left.c: includes what is under it, and only that. */
#include "left.h"
#include "base/base.h"
#include "left/inner.h"

#include <stdio.h>
#include <string.h>

/* A comment may say strcpy(a, b), "SELECT 1" and typedef struct. */
struct stream { int (*read)(int); };

static int twice(int x)
{
    return x * 2;
}

int left_one(void)
{
    char line[64];
    struct stream s = {twice};
    snprintf(line, sizeof line, "free(x), time(NULL) \" // double %c", '"');
    return base_one() + s.read(1) + (int)strlen(line); /* a member that is called read is no read() */
}
