/* SPDX-License-Identifier: EUPL-1.2 */
/* base.c: has tabs. */
int	a;
