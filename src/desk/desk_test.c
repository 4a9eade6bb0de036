/* SPDX-License-Identifier: EUPL-1.2 */
/* desk_test.c: roles by name and in words. */
#include "desk/desk.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
#include <cmocka.h>

static struct arena boot;

static int start(void **s)
{
    (void)s;
    boot = arena_open(LIMIT_ARENA_BOOT);
    return 0;
}

static void test_roles_come_back(void **s)
{
    (void)s;
    struct err e;
    for (uint32_t set = 1; set <= ROLES_ALL; set++) {
        uint32_t got;
        struct arena tmp = boot;
        assert_true(roles_read(roles_print(&tmp, set), &got, &e));
        assert_int_equal(got, set);
    }
    for (int i = 0; i < ROLE_COUNT; i++) {
        struct phrase p = role_words((enum desk_role)i);
        assert_true(p.nl.len && p.en.len && str_is_utf8(p.nl) && str_is_utf8(p.en));
    }
    struct phrase both = roles_words(&boot, ROLE_BIT(ROLE_facilitator) | ROLE_BIT(ROLE_admin));
    assert_true(str_eq(both.nl, S("begeleider, beheerder")) && str_eq(both.en, S("facilitator, administrator")));
    assert_int_equal(roles_print(&boot, 0).len, 0);
}

static void test_roles_that_are_refused(void **s)
{
    (void)s;
    static const char *const bad[] = {"", ",", "admin,", ",admin", "Admin", "root", "admin auditor", "admin,auditor,admin", "admi"};
    for (int i = 0; i < COUNT(bad); i++) {
        struct err e = {0};
        uint32_t roles = 7;
        assert_false(roles_read(str_of(bad[i]), &roles, &e));
        assert_int_equal(e.code, ERR_USAGE);
        assert_int_equal(roles, 7);
    }
    struct err e;
    uint32_t roles;
    assert_true(roles_read(S(" admin , auditor"), &roles, &e)); /* blanks around a name say nothing */
    assert_int_equal(roles, ROLE_BIT(ROLE_admin) | ROLE_BIT(ROLE_auditor));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_roles_come_back), cmocka_unit_test(test_roles_that_are_refused)};
    return cmocka_run_group_tests(tests, start, NULL);
}
