/* SPDX-License-Identifier: EUPL-1.2 */
/* kernels_base.c: kernels.inc for any processor. Nothing of its own. */
#define KERNELS kernels_base
#include "kernels.inc"
