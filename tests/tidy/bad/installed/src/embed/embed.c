/* SPDX-License-Identifier: EUPL-1.2 */
/* embed.c: may know what callers see. */
#include "base/base.h"
#include "hoort.h"
