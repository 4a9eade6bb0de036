/* SPDX-License-Identifier: EUPL-1.2 */
/* arena.c: needs no exception any more. */
#include "base.h"

#include <sys/mman.h>
