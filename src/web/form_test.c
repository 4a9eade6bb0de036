/* SPDX-License-Identifier: EUPL-1.2 */
/* form_test.c: forms and cookies from bytes: what is read, and what is refused whole. */
#include "web/form.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

static struct arena boot;

static int start(void **s)
{
    (void)s;
    boot = arena_open(LIMIT_ARENA_BOOT);
    return 0;
}

static bool reads(struct str body, struct web_form *f)
{
    return form_read(&boot, body, f);
}

static void test_fields_are_decoded(void **s)
{
    (void)s;
    static const struct { const char *body, *value; } cases[] = {
        {"a=b", "b"}, {"a=", ""}, {"a", ""}, {"a=b=c", "b=c"}, {"a=1+2", "1 2"}, {"a=%31%2b2", "1+2"}, {"b=1&a=2", "2"}, {"a=2&", "2"},
        {"%61=x", "x"}, {"a=%E2%82%AC", "€"}, {"a=%e2%82%ac", "€"}, {"a=€", "€"}, {"a=1%0D%0A2%0A3%0D4", "1\n2\n3\n4"},
            {"a=%0d%0d%0a", "\n\n"},
        {"a=%09", "\t"}, {"a=%26%3D", "&="}};
    for (int i = 0; i < COUNT(cases); i++) {
        struct web_form f;
        if (!reads(str_of(cases[i].body), &f) || !str_eq(form_value(&f, S("a")), str_of(cases[i].value)))
            fail_msg("%s", cases[i].body);
        assert_non_null(form_value(&f, S("a")).at);
        assert_null(form_value(&f, S("c")).at);
    }
    struct web_form f;
    assert_true(reads(S(""), &f) && f.count == 0);
    assert_null(form_value(NULL, S("a")).at);
}

static void test_what_is_refused(void **s)
{
    (void)s;
    static const char *const bad[] = {"a=%", "a=%4", "a=%4&b=1", "a=%4g", "a=%%41", "%=1", "a=%00", "a=%01", "a=\x1b", "a=%7f", "a=%80",
                                      "a=%c3", "a=%c0%af", "a=%ed%a0%80", "a=%f4%90%80%80", "=1", "=", "&a=1", "a=1&&b=2", "a=1&a=2",
                                      "a=1&%61=2", "a&a"};
    for (int i = 0; i < COUNT(bad); i++) {
        struct web_form f;
        if (reads(str_of(bad[i]), &f))
            fail_msg("%s was read", bad[i]);
    }
    struct web_form f;
    assert_false(reads((struct str){"a=\0", 3}, &f));
}

static void test_how_much(void **s)
{
    (void)s;
    static char body[LIMIT_WEB_FORM_BYTES + 1];
    struct web_form f;
    int len = 0;
    for (int i = 0; i < LIMIT_WEB_FIELDS; i++)
        len += snprintf(body + len, 16, "a%d=1&", i);
    assert_true(reads((struct str){body, len}, &f) && f.count == LIMIT_WEB_FIELDS);
    len += snprintf(body + len, 16, "b=1");
    assert_false(reads((struct str){body, len}, &f));
    memset(body, 'a', sizeof body);
    assert_true(reads((struct str){body, LIMIT_WEB_FORM_BYTES}, &f));
    assert_false(reads((struct str){body, LIMIT_WEB_FORM_BYTES + 1}, &f));
}

static void test_types(void **s)
{
    (void)s;
    static const char *const good[] = {"application/x-www-form-urlencoded", "Application/X-WWW-Form-Urlencoded",
                                       "application/x-www-form-urlencoded; charset=UTF-8",
                                           "application/x-www-form-urlencoded ;charset=utf-8"};
    static const char *const bad[] = {"", "text/plain", "multipart/form-data; boundary=x", "application/json",
        "application/x-www-form-urlencoded2",
                                      "application/x-www-form-urlencoded; charset=iso-8859-1",
                                          "application/x-www-form-urlencoded, text/plain"};
    for (int i = 0; i < COUNT(good); i++)
        assert_true(form_is_type(str_of(good[i])));
    for (int i = 0; i < COUNT(bad); i++)
        assert_false(form_is_type(str_of(bad[i])));
}

static void test_cookies(void **s)
{
    (void)s;
    static const struct { const char *header, *value; } cases[] = {
        {"x=0a1b", "0a1b"}, {"y=1; x=0a1b", "0a1b"}, {"x=0a1b; y=1", "0a1b"}, {" x = 0a1b ", "0a1b"}, {"y=x=0a1b; x=ffff", "ffff"},
        {"", ""}, {"x", ""}, {"x=", ""}, {"x=0a1", ""}, {"x=0a1bc", ""}, {"x=0A1B", ""}, {"x=0a1g", ""}, {"X=0a1b", ""}, {"xx=0a1b", ""},
        {"x=0a1b; x=0a1b", ""}, {"x=0a1b; x=zz", ""}, {"x=\"0a1b\"", ""}, {"x=0a1b,x=0a1b", ""}, {"y=1;x=0a1b", "0a1b"},
            {";;;x=0a1b;", "0a1b"}};
    for (int i = 0; i < COUNT(cases); i++)
        if (!str_eq(cookie_hex(str_of(cases[i].header), S("x"), 4), str_of(cases[i].value)))
            fail_msg("%s", cases[i].header);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fields_are_decoded), cmocka_unit_test(test_what_is_refused), cmocka_unit_test(test_how_much),
        cmocka_unit_test(test_types), cmocka_unit_test(test_cookies)};
    return cmocka_run_group_tests(tests, start, NULL);
}
