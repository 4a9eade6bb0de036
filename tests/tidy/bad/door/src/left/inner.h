/* SPDX-License-Identifier: EUPL-1.2 */
/* inner.h: private to left. */
