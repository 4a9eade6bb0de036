/* SPDX-License-Identifier: EUPL-1.2 */
/* users_test.c: accounts, logging in and out: what stands on the account, what never stands
 * anywhere, when a session ends, and how slow guessing gets. The time is an argument.
 */
#include "place_test.h"

#define GOOD "correct paard batterij"

static struct app_options options;
static struct app *app;
static const int64_t start_ms = 1735689600000, minute = 60 * 1000;

static int prepare(void **s)
{
    if (make_place(s))
        return -1;
    options = prepared("desk", 20);
    app = opened(options);
    bool open;
    ok(app_desk_is_open(app, &open, &e));
    return open ? 0 : -1;
}

static int tidy_up(void **s)
{
    app_close(app);
    return drop_place(s);
}

static struct login login(const char *name, const char *password, const char *address, int64_t now_ms)
{
    struct login l;
    struct login_try t = {.name = str_of(name), .password = str_of(password), .address = str_of(address), .now_ms = now_ms};
    ok(app_login(&boot, app, &t, &l, &e));
    return l;
}

static bool stands(struct str token, int64_t now_ms)
{
    struct desk_user u;
    bool found;
    ok(app_user_session(&boot, app, token, now_ms, &u, &found, &e));
    return found;
}

static void test_accounts_are_made_once(void **s)
{
    (void)s;
    bool open;
    struct desk_user *all = NULL;
    int64_t count = 0;
    refused(app_user_add(app, S("Anna"), 1, S(GOOD), S("test"), &e), ERR_USER, "small letters");
    refused(app_user_add(app, S("anna"), 1, S("kort"), S("test"), &e), ERR_USER, "at least 12");
    refused(app_user_add(app, S("anna"), 0, S(GOOD), S("test"), &e), ERR_USER, "a role");
    refused(app_user_add(app, S("anna"), MAY_ANYONE, S(GOOD), S("test"), &e), ERR_USER, "a role");
    ok(app_desk_is_open(app, &open, &e));
    assert_true(open);
    ok(app_user_add(app, S("anna"), ROLE_BIT(ROLE_admin), S(GOOD), S("test"), &e));
    ok(app_user_add(app, S("bo"), ROLE_BIT(ROLE_caseworker), S("een ander wachtwoord"), S("test"), &e));
    refused(app_user_add(app, S("bo"), ROLE_BIT(ROLE_caseworker), S(GOOD), S("test"), &e), ERR_USER, "already");
    ok(app_desk_is_open(app, &open, &e) && app_users(&boot, app, &all, &count, &e));
    assert_false(open);
    assert_int_equal(count, 2);
    assert_int_equal(all[0].code.len, 16);
    assert_false(str_eq(all[0].code, all[1].code)); /* so that four eyes can be told from two */
}

static void test_logging_in_and_out(void **s)
{
    (void)s;
    struct desk_user u;
    bool found;
    assert_int_equal(login("anna", "fout wachtwoord", "::1", start_ms).result, LOGIN_WRONG);
    assert_int_equal(login("anna", "", "::1", start_ms).result, LOGIN_WRONG);
    assert_int_equal(login("cas", GOOD, "::1", start_ms).result, LOGIN_WRONG);
    assert_int_equal(login("bo", GOOD, "::1", start_ms).result, LOGIN_WRONG);
    assert_int_equal(login("' OR 1=1 --", GOOD, "::1", start_ms).result, LOGIN_WRONG);
    struct login l = login("anna", GOOD, "::1", start_ms);
    assert_int_equal(l.result, LOGIN_DONE);
    assert_int_equal(l.token.len, 64);
    ok(app_user_session(&boot, app, l.token, start_ms, &u, &found, &e));
    assert_true(found && str_eq(u.name, S("anna")) && u.roles == ROLE_BIT(ROLE_admin));
    assert_false(stands(S("0000000000000000000000000000000000000000000000000000000000000000"), start_ms));
    assert_false(stands(S(""), start_ms));
    /* A new session in the same browser ends the old one; another browser's stays. */
    struct login other = login("anna", GOOD, "::1", start_ms), again;
    struct login_try t = {.name = S("anna"), .password = S(GOOD), .address = S("::1"), .old_token = l.token, .now_ms = start_ms};
    ok(app_login(&boot, app, &t, &again, &e));
    assert_false(str_eq(again.token, l.token));
    assert_false(stands(l.token, start_ms));
    assert_true(stands(other.token, start_ms) && stands(again.token, start_ms));
    ok(app_logout(app, again.token, &e));
    ok(app_logout(app, again.token, &e)); /* twice is once */
    assert_false(stands(again.token, start_ms));
    assert_true(stands(other.token, start_ms));
}

static void test_sessions_end_by_the_clock(void **s)
{
    (void)s;
    struct login l = login("anna", GOOD, "::1", start_ms), idle = login("anna", GOOD, "::1", start_ms);
    int64_t t = start_ms;
    for (; t < start_ms + SESSION_MS; t += 20 * minute)
        assert_true(stands(l.token, t));
    assert_false(stands(l.token, start_ms + SESSION_MS)); /* however busy it was */
    assert_true(stands(idle.token, start_ms + 10 * minute));
    assert_true(stands(idle.token, start_ms + 39 * minute));
    assert_false(stands(idle.token, start_ms + 70 * minute));
}

static void test_what_changes_ends_sessions(void **s)
{
    (void)s;
    struct login l = login("bo", "een ander wachtwoord", "::1", start_ms);
    assert_int_equal(l.result, LOGIN_DONE);
    ok(app_user_roles(app, S("bo"), ROLE_BIT(ROLE_auditor) | ROLE_BIT(ROLE_caseworker), S("test"), &e));
    assert_false(stands(l.token, start_ms));
    l = login("bo", "een ander wachtwoord", "::1", start_ms);
    ok(app_user_password(app, S("bo"), S("nog een ander woord"), S("test"), &e));
    assert_false(stands(l.token, start_ms));
    assert_int_equal(login("bo", "een ander wachtwoord", "::1", start_ms).result, LOGIN_WRONG);
    l = login("bo", "nog een ander woord", "::1", start_ms);
    assert_int_equal(l.result, LOGIN_DONE);
    ok(app_user_block(app, S("bo"), true, S("test"), &e));
    assert_false(stands(l.token, start_ms));
    assert_int_equal(login("bo", "nog een ander woord", "::1", start_ms).result, LOGIN_BLOCKED);
    assert_int_equal(login("bo", "fout", "::1", start_ms).result, LOGIN_WRONG); /* who does not know it is told nothing */
    ok(app_user_block(app, S("bo"), false, S("test"), &e));
    assert_int_equal(login("bo", "nog een ander woord", "::1", start_ms).result, LOGIN_DONE);
    refused(app_user_block(app, S("cas"), true, S("test"), &e), ERR_USER, "no account");
    refused(app_user_password(app, S("bo"), S("kort"), S("test"), &e), ERR_USER, "at least 12");
}

static void test_the_last_administrator_stays(void **s)
{
    (void)s;
    refused(app_user_block(app, S("anna"), true, S("test"), &e), ERR_USER, "last administrator");
    refused(app_user_roles(app, S("anna"), ROLE_BIT(ROLE_auditor), S("test"), &e), ERR_USER, "last administrator");
    ok(app_user_roles(app, S("bo"), ROLE_BIT(ROLE_admin), S("test"), &e));
    ok(app_user_block(app, S("anna"), true, S("test"), &e));
    refused(app_user_block(app, S("bo"), true, S("test"), &e), ERR_USER, "last administrator"); /* who is blocked does not count */
    ok(app_user_block(app, S("anna"), false, S("test"), &e));
}

static void test_guessing_gets_slow(void **s)
{
    (void)s;
    int64_t now = start_ms + 24 * 60 * minute, before = account_of(options).by_action[ACTION_LOGIN_REFUSED];
    struct login l = {.result = LOGIN_WRONG};
    int tries = 0;
    for (; l.result == LOGIN_WRONG; tries++)
        l = login("anna", "geraden", "10.0.0.1", now);
    assert_int_equal(tries, 6);
    assert_int_equal(l.result, LOGIN_WAIT);
    assert_int_equal(l.wait_s, 1);
    /* The right one waits too, from elsewhere too; then it comes in, and all is forgotten. */
    assert_int_equal(login("anna", GOOD, "10.0.0.2", now).result, LOGIN_WAIT);
    assert_int_equal(login("anna", GOOD, "10.0.0.2", now + 1000).result, LOGIN_DONE);
    assert_int_equal(login("anna", "geraden", "10.0.0.1", now + 1000).result, LOGIN_WRONG);
    /* Waiting writes no lines: nobody fills the account. */
    for (int i = 0; i < 3; i++)
        login("bo", "geraden", "10.0.0.3", now);
    assert_int_equal(account_of(options).by_action[ACTION_LOGIN_REFUSED], before + 5 + 1 + 3);
    /* One address, many names. */
    l.result = LOGIN_WRONG;
    for (tries = 0; l.result == LOGIN_WRONG; tries++)
        l = login(str_z(&boot, str_format(&boot, "naam%d", tries)), "geraden", "10.0.0.9", now);
    assert_int_equal(tries, 21);
    assert_int_equal(login("bo", "nog een ander woord", "10.0.0.8", now).result, LOGIN_DONE);
}

/* The bytes of all files of the workspace but its keys. */
static void assert_nowhere(const char *secret)
{
    struct paths files;
    ok(folder_list(&boot, options.workspace, S(""), &files, &e));
    for (int i = 0; i < files.count; i++)
        if (str_find(bytes_of(files.at[i]), str_of(secret)) >= 0)
            fail_msg("\"%s\" stands in " STR_FMT, secret, STR_ARG(files.at[i]));
}

static bool look_for_name(void *ctx, const struct account_line *line, struct err *err)
{
    (void)ctx, (void)err;
    const struct str texts[] = {line->actor, line->object, line->result};
    for (int i = 0; i < COUNT(texts); i++)
        if (str_find(texts[i], S("anna")) >= 0 || str_find(texts[i], S("bo")) >= 0 || str_find(texts[i], S("naam")) >= 0)
            fail_msg("a name: " STR_FMT, STR_ARG(texts[i]));
    return true;
}

static void test_no_secret_and_no_name_is_kept(void **s)
{
    (void)s;
    struct login l = login("anna", GOOD, "::1", start_ms + 72 * 60 * minute);
    assert_int_equal(l.result, LOGIN_DONE);
    login("geheim-als-naam", "geraden-woord", "::1", start_ms + 72 * 60 * minute);
    assert_nowhere(GOOD);
    assert_nowhere("geraden-woord");
    assert_nowhere("geheim-als-naam");
    assert_nowhere(str_z(&boot, l.token));
    ok(store_account_each(app->store, 1, 1 << 20, look_for_name, NULL, &e));
    struct account_view v = account_of(options);
    assert_true(v.verified);
    assert_true(v.by_action[ACTION_USER_ADDED] == 2 && v.by_action[ACTION_LOGIN] > 5 && v.by_action[ACTION_LOGOUT] == 1 &&
                v.by_action[ACTION_USER_ROLES] == 2 && v.by_action[ACTION_USER_PASSWORD] == 1 && v.by_action[ACTION_USER_BLOCKED] == 2 &&
                v.by_action[ACTION_USER_UNBLOCKED] == 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_accounts_are_made_once),
        cmocka_unit_test(test_logging_in_and_out),
        cmocka_unit_test(test_sessions_end_by_the_clock),
        cmocka_unit_test(test_what_changes_ends_sessions),
        cmocka_unit_test(test_the_last_administrator_stays),
        cmocka_unit_test(test_guessing_gets_slow),
        cmocka_unit_test(test_no_secret_and_no_name_is_kept),
    };
    return cmocka_run_group_tests(tests, prepare, tidy_up);
}
