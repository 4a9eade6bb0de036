/* SPDX-License-Identifier: EUPL-1.2 */
/* top_test.c: tests may name laws, use floats, and talk to libraries. */
#include "left/folk_test.h"
#include "top.h"

#include <cmocka.h>
#include <sqlite3.h>

static void test_the_promise(void **s) /* INV-1 */
{
    (void)s;
    double share = 0.5;
    sqlite3_exec(NULL, "SELECT 1", NULL, NULL, NULL);
    assert_true(share < 1 && top_one() != 0 && find("huurtoeslag"));
}
