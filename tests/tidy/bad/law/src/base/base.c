/* SPDX-License-Identifier: EUPL-1.2 */
/* base.c: knows a law by name. */
#include "base.h"
/* As the Participatiewet says. */
static const char *const law = "recht_op_participatiewet_2025";
static const char *const scheme = "iit", *other = "exiit";
