/* SPDX-License-Identifier: EUPL-1.2 */
/* method_test.c: the content of the method from disk: which files count, what a workspace lays over it. Not
 * what the content must be: src/method/library_test.c.
 */
#include "place_test.h"

#include <sys/stat.h>

static const char own_value[] = "values:\n- {id: privacy, name: {nl: Van ons, en: Ours}, meaning: {nl: Iets., en: Something.},"
                                " example: {nl: Zo., en: Like this.}, from: [own]}\n";

static struct str folder_of(const char *name)
{
    struct str folder = in_place(name);
    assert_int_equal(mkdir(str_z(&boot, folder), 0700), 0);
    return folder;
}

static void test_own_folder_lies_over(void **state)
{
    (void)state;
    struct faults f = faults_open(&boot);
    struct library shipped, l;
    struct str own = folder_of("own");
    ok(file_write(under(own, "values.yaml"), str_of(own_value), &e));
    ok(app_library(&boot, S("method"), S(""), &shipped, &f, &e));
    ok(app_library(&boot, S("method/"), str_format(&boot, STR_FMT "//", STR_ARG(own)), &l, &f, &e));
    assert_int_equal(f.count, 0);
    assert_int_equal(l.value_count, shipped.value_count);
    assert_true(str_eq(library_value(&l, S("privacy"))->name.en, S("Ours")));
    assert_true(str_ends(library_value(&l, S("privacy"))->place.file, S("own//values.yaml")) ||
                str_ends(library_value(&l, S("privacy"))->place.file, S("own/values.yaml")));
}

static void test_folders_inside_do_not_count(void **state)
{
    (void)state;
    struct faults f = faults_open(&boot);
    struct library l;
    struct str own = folder_of("deep"), inside = folder_of("deep/letters");
    ok(file_write(under(inside, "anything.yaml"), S("nonsense: ["), &e));
    ok(app_library(&boot, S("method"), own, &l, &f, &e));
    assert_int_equal(f.count, 0);
}

static void test_no_content_is_refused(void **state)
{
    (void)state;
    struct faults f = faults_open(&boot);
    struct library l;
    struct str empty = folder_of("empty"), many = folder_of("many");
    refused(app_library(&boot, empty, S(""), &l, &f, &e), ERR_FILE, "--method");
    refused(app_library(&boot, in_place("nowhere"), S(""), &l, &f, &e), ERR_FILE, "");
    for (int i = 0; i <= LIMIT_METHOD_FILES; i++)
        ok(file_write(under(many, str_z(&boot, str_format(&boot, "f%d.yaml", i))), S("a: b\n"), &e));
    refused(app_library(&boot, S("method"), many, &l, &f, &e), ERR_LIMIT, "more than");
}

static void test_workspace_has_its_own(void **state)
{
    (void)state;
    struct app_options o = prepared("town", 50);
    struct faults f = faults_open(&boot);
    struct library l;
    struct app *app = opened(o);
    ok(app_workspace_library(&boot, app, &l, &f, &e));
    assert_false(library_value(&l, S("privacy"))->place.own);
    ok(file_write(under(folder_of("town/method"), "values.yaml"), str_of(own_value), &e));
    ok(app_workspace_library(&boot, app, &l, &f, &e));
    assert_true(library_value(&l, S("privacy"))->place.own);
    assert_int_equal(f.count, 0);
    app_close(app);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_own_folder_lies_over),
        cmocka_unit_test(test_folders_inside_do_not_count),
        cmocka_unit_test(test_no_content_is_refused),
        cmocka_unit_test(test_workspace_has_its_own),
    };
    return cmocka_run_group_tests(tests, make_place, drop_place);
}
