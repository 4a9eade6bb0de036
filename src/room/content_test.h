/* SPDX-License-Identifier: EUPL-1.2 */
/* content_test.h: the shipped content of the method, for the tests of this module. Not for anything but tests. Paths are
 * those of the repository: run from its top.
 */
#ifndef HOORT_ROOM_CONTENT_TEST_H
#define HOORT_ROOM_CONTENT_TEST_H

#include "room/parts.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

static struct arena boot;
static struct library library;
static struct err e;

static inline struct str slurp(struct arena *a, const char *path)
{
    FILE *f = fopen(path, "rb");
    assert_non_null(f);
    char *at = arena_new_raw(a, char, 1 << 20);
    size_t len = fread(at, 1, 1 << 20, f);
    fclose(f);
    return (struct str){at, (ptrdiff_t)len};
}

/* For cmocka: 0 when it has no faults. */
static inline int read_library(void **state)
{
    (void)state;
    static const char *const names[] = {"values", "tensions", "dilemmas", "roles", "rungs", "measures", "metrics", "formats",
                                        "sources"};
    struct library_file files[COUNT(names)];
    boot = arena_open(LIMIT_ARENA_BOOT);
    for (ptrdiff_t i = 0; i < COUNT(names); i++) {
        files[i] = (struct library_file){.path = str_format(&boot, "%s.yaml", names[i])};
        files[i].bytes = slurp(&boot, str_z(&boot, str_format(&boot, "method/%s.yaml", names[i])));
    }
    struct faults f = faults_open(&boot);
    library_read(&boot, files, COUNT(names), &library, &f);
    return f.count;
}

#endif
