/* SPDX-License-Identifier: EUPL-1.2 */
/* top.c: comes in through the window. */
#include "left/left.h"
#include "left/inner.h"
#include "left/list.def"
#include "left/folk_test.h"
