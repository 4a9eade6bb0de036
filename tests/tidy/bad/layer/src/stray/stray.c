/* SPDX-License-Identifier: EUPL-1.2 */
/* stray.c: stands on no line of LAYERS. */
