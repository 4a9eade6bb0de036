/* SPDX-License-Identifier: EUPL-1.2 */
/* base.h: the ground. */
