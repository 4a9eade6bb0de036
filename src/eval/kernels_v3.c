/* SPDX-License-Identifier: EUPL-1.2 */
/* kernels_v3.c: kernels.inc for x86-64-v3 processors (see the Makefile). Nothing of its own. */
#define KERNELS kernels_v3
#include "kernels.inc"
