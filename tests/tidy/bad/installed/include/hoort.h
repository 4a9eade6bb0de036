/* SPDX-License-Identifier: EUPL-1.2 */
/* hoort.h: what callers see, and bijstand_wet. */
#include "base/base.h"
#include <jansson.h>
