/* SPDX-License-Identifier: EUPL-1.2 */
/* hoort.h: what callers see. */
#include <stdint.h>
int hoort_x(void);
