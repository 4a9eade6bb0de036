/* SPDX-License-Identifier: EUPL-1.2 */
/* top.h: a module. */
int top_one(void);
