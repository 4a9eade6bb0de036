/* SPDX-License-Identifier: EUPL-1.2 */
/* left.c: talks to a library. */
#include <zlib.h>
#include <string.h>
