/* SPDX-License-Identifier: EUPL-1.2 */
/* base.c: speaks SQL. */
#include "base.h"
static const char *const a = "SELECT x FROM y";
static const char *const b = "  UPDATE y SET x = 1";
static const char *const c = "UPDATE the register";
static const char *const d = "CREATE TABLE y"
                             " (x)";
