/* SPDX-License-Identifier: EUPL-1.2 */
/* folk_test.h: what tests of left/ and of what stands on it share. */
