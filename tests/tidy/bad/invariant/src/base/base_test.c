/* SPDX-License-Identifier: EUPL-1.2 */
/* base_test.c: tests. */
/* INV-1 INV-3 */
