/* SPDX-License-Identifier: EUPL-1.2 */
/* first.c: a caller who knows too much. */
#include "hoort.h"
#include <hoort.h>
#include <yaml.h>
