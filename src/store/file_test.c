/* SPDX-License-Identifier: EUPL-1.2 */
/* file_test.c: files are whole or not there, folders come in one order, keys stay private, and
 * the day is the day in Amsterdam.
 */
#include "store/store.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static struct arena boot;
static char folder[] = "/tmp/hoort-files-XXXXXX";
static struct err e;

static struct str path_of(const char *name)
{
    return str_format(&boot, "%s/%s", folder, name);
}

static void ok(bool done)
{
    if (!done)
        fail_msg("%s: %s", e.file, e.text);
}

static void refused(bool done, enum err_code code, const char *word)
{
    assert_false(done);
    assert_int_equal(e.code, code);
    if (!strstr(e.text, word))
        fail_msg("\"%s\" is not in \"%s\"", word, e.text);
}

static unsigned mode_of(const char *name)
{
    struct stat st;
    assert_int_equal(stat(str_z(&boot, path_of(name)), &st), 0);
    return st.st_mode & 0777;
}

static void set_mode(const char *name, unsigned mode)
{
    assert_int_equal(chmod(str_z(&boot, path_of(name)), mode), 0);
}

static void test_write_then_read(void **state)
{
    (void)state;
    struct str got;
    ok(file_write(path_of("a.txt"), S("one"), &e));
    assert_int_equal(mode_of("a.txt"), 0600);
    set_mode("a.txt", 0640);
    ok(file_read(&boot, path_of("a.txt"), 3, &got, &e));
    ok(file_write(path_of("a.txt"), S("another"), &e));
    assert_true(str_eq(got, S("one"))); /* the old file stands for who has it open */
    assert_int_equal(mode_of("a.txt"), 0640);
    ok(file_read(&boot, path_of("a.txt"), 100, &got, &e));
    assert_true(str_eq(got, S("another")));
    ok(file_write(path_of("empty"), S(""), &e));
    ok(file_read(&boot, path_of("empty"), 100, &got, &e));
    assert_int_equal(got.len, 0);
}

static void test_reading_refuses(void **state)
{
    (void)state;
    struct str got;
    ok(file_write(path_of("big"), S("12345"), &e));
    refused(file_read(&boot, path_of("big"), 4, &got, &e), ERR_LIMIT, "more than the 4");
    refused(file_read(&boot, path_of("none"), 4, &got, &e), ERR_FILE, "check the path");
    assert_non_null(strstr(e.file, "/none"));
    refused(file_read(&boot, str_of(folder), 4, &got, &e), ERR_FILE, "not a regular file");
    refused(file_read(&boot, S(""), 4, &got, &e), ERR_FILE, "empty");
    refused(file_read(&boot, S("a\0b"), 4, &got, &e), ERR_FILE, "zero byte");
    char *deep = arena_new(&boot, char, 5000);
    memset(deep, 'x', 5000);
    refused(file_read(&boot, (struct str){deep, 5000}, 4, &got, &e), ERR_LIMIT, "shorter");
    assert_int_equal(mkfifo(str_z(&boot, path_of("pipe")), 0600), 0);
    refused(file_read(&boot, path_of("pipe"), 4, &got, &e), ERR_FILE, "not a regular file");
}

static void test_failed_write_leaves_no_trace(void **state)
{
    (void)state;
    struct paths before, after;
    ok(folder_make(path_of("w/target"), &e));
    ok(folder_list(&boot, path_of("w"), S(""), &before, &e));
    refused(file_write(path_of("w/target"), S("x"), &e), ERR_FILE, "folder");
    refused(file_write(path_of("w/no/such/folder"), S("x"), &e), ERR_FILE, "check the path");
    ok(folder_list(&boot, path_of("w"), S(""), &after, &e));
    assert_int_equal(before.count, 0);
    assert_int_equal(after.count, 0);
}

static void test_folders(void **state)
{
    (void)state;
    ok(folder_make(path_of("laws/b/c"), &e));
    ok(folder_make(path_of("laws/b/c"), &e));
    ok(folder_make(path_of("laws/.git/"), &e));
    static const char *const files[] = {"laws/z.yaml", "laws/b/c/2.yaml", "laws/b/c/1.yaml", "laws/a.yaml",
                                        "laws/a.csv", "laws/.git/x.yaml", "laws/.hidden.yaml"};
    for (int i = 0; i < COUNT(files); i++)
        ok(file_write(path_of(files[i]), S("x"), &e));
    assert_int_equal(symlink("..", str_z(&boot, path_of("laws/circle"))), 0);
    struct paths got;
    ok(folder_list(&boot, path_of("laws"), S(".yaml"), &got, &e));
    assert_int_equal(got.count, 4);
    static const char *const want[] = {"laws/a.yaml", "laws/b/c/1.yaml", "laws/b/c/2.yaml", "laws/z.yaml"};
    for (int i = 0; i < COUNT(want); i++)
        assert_true(str_eq(got.at[i], path_of(want[i])));
    refused(folder_list(&boot, path_of("laws/a.yaml"), S(""), &got, &e), ERR_FILE, "folder");
    refused(folder_make(path_of("laws/a.yaml/x"), &e), ERR_FILE, "make the folder");
    assert_true(path_exists(path_of("laws/a.yaml")) && !path_is_folder(path_of("laws/a.yaml")));
    assert_true(path_is_folder(path_of("laws")) && !path_exists(path_of("lawz")));
}

static void test_a_stamp_tells_files_apart(void **state)
{
    (void)state;
    struct hash none = path_stamp(path_of("stamped"));
    assert_true(hash_eq(none, path_stamp(path_of("stamped"))));
    ok(file_write(path_of("stamped"), S("a"), &e));
    struct hash one = path_stamp(path_of("stamped"));
    assert_true(!hash_eq(one, none) && hash_eq(one, path_stamp(path_of("stamped"))));
    ok(file_write(path_of("stamped"), S("b"), &e));      /* the same length, the same moment: another file */
    assert_false(hash_eq(one, path_stamp(path_of("stamped"))));
}

static void test_keys_are_made_once_and_private(void **state)
{
    (void)state;
    struct key one, again, other;
    refused(key_file(path_of("k.key"), false, &one, &e), ERR_FILE, "check the path");
    ok(key_file(path_of("k.key"), true, &one, &e));
    ok(key_file(path_of("k.key"), true, &again, &e));
    ok(key_file(path_of("other.key"), true, &other, &e));
    assert_memory_equal(one.at, again.at, 32);
    assert_memory_not_equal(one.at, other.at, 32);
    assert_int_equal(mode_of("k.key"), 0600);
    static const unsigned open_modes[] = {0640, 0604, 0620, 0601};
    for (int i = 0; i < COUNT(open_modes); i++) {
        set_mode("k.key", open_modes[i]);
        refused(key_file(path_of("k.key"), true, &again, &e), ERR_FILE, "chmod 600");
    }
    set_mode("k.key", 0400);
    ok(key_file(path_of("k.key"), false, &again, &e));
}

static void test_broken_key_is_not_overwritten_or_repeated(void **state)
{
    (void)state;
    struct key key;
    struct str got;
    ok(file_write(path_of("half.key"), S("0123456789abcdef"), &e));
    refused(key_file(path_of("half.key"), true, &key, &e), ERR_FILE, "64 hexadecimal");
    assert_null(strstr(e.text, "0123456789abcdef"));
    ok(file_read(&boot, path_of("half.key"), 100, &got, &e));
    assert_int_equal(got.len, 16);
    struct str long_one = str_format(&boot, "%066d", 0);
    ok(file_write(path_of("long.key"), long_one, &e));
    refused(key_file(path_of("long.key"), false, &key, &e), ERR_FILE, "64 hexadecimal");
}

static void test_public_key_round_trip(void **state)
{
    (void)state;
    struct public_key key = sign_public((struct key){{9}}), got;
    ok(public_key_write(path_of("p.pub"), key, &e));
    ok(public_key_file(path_of("p.pub"), &got, &e));
    assert_memory_equal(key.at, got.at, 32);
    assert_int_equal(mode_of("p.pub"), 0644);
    refused(public_key_file(path_of("q.pub"), &got, &e), ERR_FILE, "check the path");
}

static void test_day_in_amsterdam(void **state)
{
    (void)state;
    static const struct { int64_t at_s; const char *want; } rows[] = {
        {1735685999, "2024-12-31"}, /* 2024-12-31T22:59:59Z: winter, one hour ahead */
        {1735686000, "2025-01-01"},
        {1743293999, "2025-03-30"}, /* 2025-03-30T00:19:59Z */
        {1743371999, "2025-03-30"}, /* 2025-03-30T21:59:59Z: summer since 01:00 UTC, two hours ahead */
        {1743372000, "2025-03-31"},
        {1743289199, "2025-03-29"}, /* 2025-03-29T22:59:59Z, the evening before */
        {1743289200, "2025-03-30"},
        {1761428399, "2025-10-25"}, /* 2025-10-25T21:39:59Z: still summer */
        {1761429600, "2025-10-26"}, /* 2025-10-25T22:00:00Z */
        {1761519599, "2025-10-26"}, /* 2025-10-26T22:59:59Z: winter again */
        {1761519600, "2025-10-27"},
        {0, "1970-01-01"},
        {-3601, "1969-12-31"},
    };
    for (int i = 0; i < COUNT(rows); i++) {
        assert_string_equal(str_z(&boot, date_print(&boot, clock_day(rows[i].at_s * 1000))), rows[i].want);
    }
    assert_true(clock_ms() > 1735686000000);
    assert_true(clock_today() >= 20089);
}

static int remove_folder(void **state)
{
    (void)state;
    return system(str_z(&boot, str_format(&boot, "rm -rf %s", folder)));
}

int main(void)
{
    boot = arena_open(LIMIT_ARENA_REQUEST);
    umask(022);
    if (!mkdtemp(folder))
        return 1;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_write_then_read),
        cmocka_unit_test(test_reading_refuses),
        cmocka_unit_test(test_failed_write_leaves_no_trace),
        cmocka_unit_test(test_folders),
        cmocka_unit_test(test_a_stamp_tells_files_apart),
        cmocka_unit_test(test_keys_are_made_once_and_private),
        cmocka_unit_test(test_broken_key_is_not_overwritten_or_repeated),
        cmocka_unit_test(test_public_key_round_trip),
        cmocka_unit_test(test_day_in_amsterdam),
    };
    return cmocka_run_group_tests_name("files", tests, NULL, remove_folder);
}
