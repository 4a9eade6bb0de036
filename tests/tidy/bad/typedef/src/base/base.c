/* SPDX-License-Identifier: EUPL-1.2 */
/* base.c: hides what things are. */
#include "base.h"
typedef struct thing { int a; } thing;
typedef int (*function)(void);
typedef
    union u u;
