/* SPDX-License-Identifier: EUPL-1.2 */
/* left.h: a module. */
int left_one(void);
