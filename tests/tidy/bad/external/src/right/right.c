/* SPDX-License-Identifier: EUPL-1.2 */
/* right.c: talks to the same library. */
#include <zlib.h>
#include <cmocka.h>
