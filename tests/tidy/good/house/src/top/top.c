/* SPDX-License-Identifier: EUPL-1.2 */
/* top.c: an io module may reach for the world. */
#include "top.h"
#include "left/left.h"
#include "right/right.h"

#include <sqlite3.h>
#include <time.h>
#include <unistd.h>

int top_one(void)
{
    assert(left_one() != right_one()); /* INV-1 */
    return (int)time(NULL) + (int)read(0, NULL, 0);
}
