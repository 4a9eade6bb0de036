/* SPDX-License-Identifier: EUPL-1.2 */
/* base.c: promises. */
#include "base.h"
/* INV-1 INV-2 */
/* INV-9 */
