/* SPDX-License-Identifier: EUPL-1.2 */
/* kernels_v4.c: kernels.inc for x86-64-v4 processors (see the Makefile). Nothing of its own. */
#define KERNELS kernels_v4
#include "kernels.inc"
