/* SPDX-License-Identifier: EUPL-1.2 */
/* first.c: a caller, who may name a law: bijstand_wet. */
#include <hoort.h>
#include <stdio.h>
