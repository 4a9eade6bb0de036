/* SPDX-License-Identifier: EUPL-1.2 */
/* files_test.h: golden files for the tests of outreach/. Not for the program: it reads files.
 */
#ifndef HOORT_OUTREACH_TEST_FILES_H
#define HOORT_OUTREACH_TEST_FILES_H

#include "outreach/outreach.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static inline struct str slurp(struct arena *a, const char *path)
{
    FILE *f = fopen(path, "rb");
    if (!f)
        fail_msg("%s is not there; make it with HOORT_BLESS=1", path);
    char *at = arena_new_raw(a, char, 1 << 17);
    size_t len = fread(at, 1, 1 << 17, f);
    fclose(f);
    return (struct str){at, (ptrdiff_t)len};
}

/* HOORT_BLESS=1 writes what came out instead; the difference is read before it is committed. */
static inline void assert_golden(struct arena *a, const char *path, struct str got)
{
    if (getenv("HOORT_BLESS")) {
        FILE *f = fopen(path, "wb");
        assert_non_null(f);
        assert_int_equal(fwrite(got.at, 1, (size_t)got.len, f), got.len);
        assert_int_equal(fclose(f), 0);
    }
    struct str want = slurp(a, path);
    if (!str_eq(got, want))
        fail_msg("%s differs; got:\n%.*s", path, (int)got.len, got.at);
}

#endif
