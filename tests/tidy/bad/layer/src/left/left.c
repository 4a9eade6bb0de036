/* SPDX-License-Identifier: EUPL-1.2 */
/* left.c: meets its sibling, looks up, and includes what is nowhere. */
#include "right/right.h"
#  include "top/top.h"
#include "gone/gone.h"
