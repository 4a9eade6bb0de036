/* SPDX-License-Identifier: EUPL-1.2 */
/* right.h: a module. */
int right_one(void);
