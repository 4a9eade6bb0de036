/* SPDX-License-Identifier: EUPL-1.2 */
/* base_test.c: a test may read the clock. */
#include <time.h>
static long now(void) { return time(NULL); }
