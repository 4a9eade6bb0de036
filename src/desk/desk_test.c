/* SPDX-License-Identifier: EUPL-1.2 */
/* desk_test.c: roles, names and passwords, how long a session stands, how long to wait. */
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

static void test_names(void **s)
{
    (void)s;
    static const char *const good[] = {"an", "anna", "a.de-vries_2@gemeente.nl", "7up"};
    static const char *const bad[] = {"", "a", "Anna", "a b", "-a", ".a", "a/b", "anna\n", "ann\xc3\xa4", "a<b", "a'b"};
    struct err e;
    for (int i = 0; i < COUNT(good); i++)
        assert_true(user_name_check(str_of(good[i]), &e));
    for (int i = 0; i < COUNT(bad); i++)
        if (user_name_check(str_of(bad[i]), &e))
            fail_msg("%s", bad[i]);
    char name[LIMIT_USER_NAME + 1];
    memset(name, 'a', sizeof name);
    assert_true(user_name_check((struct str){name, LIMIT_USER_NAME}, &e));
    assert_false(user_name_check((struct str){name, LIMIT_USER_NAME + 1}, &e));
    assert_false(user_name_check((struct str){"an\0", 3}, &e));
    assert_false(user_name_check((struct str){NULL, 0}, &e));
}

static void test_passwords(void **s)
{
    (void)s;
    static const char *const good[] = {"correct paard", "abcde1234567", "wachtwoord €€€€", "ééééééééabcd"};
    static const char *const bad[] = {"", "elf tekens.", "aaaaaaaaaaaaaaaa", "abababababababab", "met anna erin 123", "ééééé",
        "tab\ttab tab tab",
                                      "nieuwe\nregel er in", "\xff\xfe geen tekst hier"};
    struct err e = {0};
    for (int i = 0; i < COUNT(good); i++)
        assert_true(password_check(str_of(good[i]), S("anna"), &e));
    for (int i = 0; i < COUNT(bad); i++) {
        if (password_check(str_of(bad[i]), S("anna"), &e))
            fail_msg("%s", bad[i]);
        assert_int_equal(e.code, ERR_USER);
        assert_true(bad[i][0] == 0 || !strstr(e.text, bad[i])); /* what it was is not repeated */
    }
    char long_[LIMIT_PASSWORD + 1];
    for (int i = 0; i < (int)sizeof long_; i++)
        long_[i] = (char)('a' + i % 26);
    assert_true(password_check((struct str){long_, LIMIT_PASSWORD}, S("anna"), &e));
    assert_false(password_check((struct str){long_, LIMIT_PASSWORD + 1}, S("anna"), &e));
}

static void test_a_session_ends(void **s)
{
    (void)s;
    const int64_t t = 1735689600000, minute = 60 * 1000, hour = 60 * minute;
    assert_true(session_stands(t, t, t));
    assert_true(session_stands(t, t, t + 30 * minute - 1));
    assert_false(session_stands(t, t, t + 30 * minute));
    assert_true(session_stands(t, t + 8 * hour - minute, t + 8 * hour - 1));
    assert_false(session_stands(t, t + 8 * hour - 1, t + 8 * hour));
    assert_true(session_stands(t, t, t - minute));      /* the clock was set right */
    assert_false(session_stands(t, t, t - hour));
}

static struct throttle throttle;

static void test_waiting_grows_and_is_forgotten(void **s)
{
    (void)s;
    const int64_t hour = 3600 * 1000;
    int64_t now = 1735689600000;
    memset(&throttle, 0, sizeof throttle);
    for (int i = 0; i < 5; i++) {
        assert_int_equal(throttle_wait_ms(&throttle, THROTTLE_NAME, S("anna"), now), 0);
        throttle_failed(&throttle, THROTTLE_NAME, S("anna"), now);
    }
    for (int64_t want = 1000; want < 60000; want *= 2) {
        assert_int_equal(throttle_wait_ms(&throttle, THROTTLE_NAME, S("anna"), now), want);
        assert_int_equal(throttle_wait_ms(&throttle, THROTTLE_NAME, S("anna"), now + want - 1), 1);
        now += want;
        assert_int_equal(throttle_wait_ms(&throttle, THROTTLE_NAME, S("anna"), now), 0);
        throttle_failed(&throttle, THROTTLE_NAME, S("anna"), now);
    }
    for (int i = 0; i < 100; i++)
        throttle_failed(&throttle, THROTTLE_NAME, S("anna"), now);
    assert_int_equal(throttle_wait_ms(&throttle, THROTTLE_NAME, S("anna"), now), 60000);          /* never for ever */
    assert_int_equal(throttle_wait_ms(&throttle, THROTTLE_NAME, S("anna"), now - 10 * hour), 60000);
    assert_int_equal(throttle_wait_ms(&throttle, THROTTLE_NAME, S("bo"), now), 0);
    assert_int_equal(throttle_wait_ms(&throttle, THROTTLE_ADDRESS, S("anna"), now), 0);
    throttle_failed(&throttle, THROTTLE_NAME, S("anna"), now + hour);                             /* forgotten: the first again */
    assert_int_equal(throttle_wait_ms(&throttle, THROTTLE_NAME, S("anna"), now + hour), 0);
    for (int i = 0; i < 30; i++) {
        throttle_failed(&throttle, THROTTLE_NAME, S("anna"), now);
        throttle_failed(&throttle, THROTTLE_ADDRESS, S("::1"), now);
    }
    assert_true(throttle_wait_ms(&throttle, THROTTLE_ADDRESS, S("::1"), now) > 0);
    throttle_passed(&throttle, THROTTLE_NAME, S("anna"));
    throttle_passed(&throttle, THROTTLE_ADDRESS, S("::1"));
    assert_int_equal(throttle_wait_ms(&throttle, THROTTLE_NAME, S("anna"), now), 0);
    assert_int_equal(throttle_wait_ms(&throttle, THROTTLE_ADDRESS, S("::1"), now), 0);             /* half of 30 is free */
    for (int i = 0; i < 5; i++)
        throttle_failed(&throttle, THROTTLE_ADDRESS, S("::1"), now);
    assert_int_equal(throttle_wait_ms(&throttle, THROTTLE_ADDRESS, S("::1"), now), 1000);          /* and half is not */
    throttle_passed(&throttle, THROTTLE_NAME, S("nobody"));
}

static void test_the_table_stays_as_large_as_it_is(void **s)
{
    (void)s;
    memset(&throttle, 0, sizeof throttle);
    for (int i = 0; i < 9; i++)
        throttle_failed(&throttle, THROTTLE_NAME, S("old"), 1);
    for (int i = 0; i < 9; i++)
        throttle_failed(&throttle, THROTTLE_NAME, S("anna"), 100000);
    for (int i = 0; i < LIMIT_THROTTLE - 1; i++) {
        struct arena tmp = boot;
        throttle_failed(&throttle, THROTTLE_NAME, str_format(&tmp, "n%d", i), 100001);
    }
    assert_int_equal(throttle.count, LIMIT_THROTTLE);
    assert_int_equal(throttle_wait_ms(&throttle, THROTTLE_NAME, S("old"), 100001), 0); /* who was quiet longest made room */
    assert_true(throttle_wait_ms(&throttle, THROTTLE_NAME, S("anna"), 100001) > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_roles_come_back),
        cmocka_unit_test(test_roles_that_are_refused),
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_passwords),
        cmocka_unit_test(test_a_session_ends),
        cmocka_unit_test(test_waiting_grows_and_is_forgotten),
        cmocka_unit_test(test_the_table_stays_as_large_as_it_is),
    };
    return cmocka_run_group_tests(tests, start, NULL);
}
