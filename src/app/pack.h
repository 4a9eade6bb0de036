/* SPDX-License-Identifier: EUPL-1.2 */
/* pack.h: what the two files about the pack share: its rows (pack.c) and what counts for which (pack_tests.c). Private. */
#ifndef HOORT_APP_PACK_H
#define HOORT_APP_PACK_H

#include "workspace.h"

bool pack_same_scheme(const struct pack_row *one, const struct pack_row *other);
/* Counts the tests that are in out->tests for the rows that are there. */
void pack_count_tests(struct arena *a, const struct law_set *laws, struct pack *out);
int year_of(int32_t date);

#endif
