/* SPDX-License-Identifier: EUPL-1.2 */
/* store_test.c: the database keeps all of a run or nothing, and the account cannot be changed
 * without it being found.
 */
#include "store/db.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static struct arena boot;
static char folder[] = "/tmp/hoort-store-XXXXXX";
static struct err e;

/* ---- helpers --------------------------------------------------------------------------------- */

static struct str path_of(const char *name)
{
    return str_format(&boot, "%s/%s", folder, name);
}

static struct store *opened(const char *name)
{
    struct store *s;
    if (!store_open(&boot, path_of(name), &s, &e))
        fail_msg("%s: %s", e.file, e.text);
    return s;
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

static struct pseudonym who_of(uint64_t n)
{
    struct pseudonym who = {{0}};
    struct dice d = dice_open(n, 1);
    uint64_t parts[2] = {dice_roll(&d), dice_roll(&d)};
    memcpy(who.at, parts, sizeof parts);
    return who;
}

static struct account_line line_of(int64_t n)
{
    return (struct account_line){
        .at_ms = 1735689600000 + n, .action = ACTION_ASSESSED, .actor = S("process"),
        .object = S("00112233445566778899aabbccddeeff"), .result = S("yes"), .run = S("run-1"), .policy = S("abcd"),
    };
}

static void add_run(struct store *s, const char *id, int64_t at_ms)
{
    struct stored_run run = {
        .id = str_of(id), .label = S("synthetic, seed 7"), .policy_id = S("p"), .policy_hash = S("ab"),
        .laws_hash = S("cd"), .facts_hash = S("ef"), .schemes = S("zorg huur"), .synthetic = true, .on = 20089,
        .at_ms = at_ms, .residents = 10, .opted_out = 1, .rejected = 2,
    };
    ok(store_run_add(s, &run, &e));
}

static struct stored_outcome outcome_of(const char *run, uint64_t n, enum refusal reason)
{
    return (struct stored_outcome){
        .run = str_of(run), .scheme = n % 2 ? S("zorg") : S("huur"), .who = who_of(n), .verdict = VERDICT_YES,
        .amount_state = CELL_PRESENT, .amount_cents = 157342, .missing = 1ULL << 63 | 5, .reason = reason,
    };
}

static bool count_line(void *ctx, const struct account_line *line, struct err *err)
{
    (void)line;
    (void)err;
    ++*(int64_t *)ctx;
    return true;
}

static int64_t lines_in(struct store *s)
{
    int64_t n = 0;
    ok(store_account_each(s, 1, INT64_MAX, count_line, &n, &e));
    return n;
}

static bool check_line(void *ctx, const struct account_line *line, struct err *err)
{
    return account_check_line(boot, ctx, line, err);
}

/* The whole account against an optional signed head. */
static bool verified(struct store *s, const struct account_head *signed_head)
{
    struct account_check check = {0};
    return store_account_each(s, 1, INT64_MAX, check_line, &check, &e) &&
           account_check_finish(&check, signed_head, &e);
}

static struct store *with_lines(const char *name, int64_t n)
{
    struct store *s = opened(name);
    ok(store_begin(s, &e));
    for (int64_t i = 0; i < n; i++) {
        struct account_line line = line_of(i);
        ok(store_account(s, &line, &e));
    }
    ok(store_commit(s, &e));
    return s;
}

/* What somebody with the file and bad intentions does. */
static void by_hand(const char *name, const char *sql)
{
    struct db *db;
    ok(db_open(&boot, path_of(name), &db, &e));
    ok(db_script(db, "DROP TRIGGER IF EXISTS account_no_update; DROP TRIGGER IF EXISTS account_no_delete", &e));
    ok(db_script(db, sql, &e));
    db_close(db);
}

/* ---- statements, runs, outcomes ---------------------------------------------------------------- */

static void test_every_statement_prepares(void **state)
{
    (void)state;
    struct store *s = opened("statements.db");
    for (int i = 0; i < SQL_COUNT; i++) {
        if (i == SQL_BEGIN || i == SQL_COMMIT || i == SQL_ROLLBACK)
            continue;
        struct query *q = db_query(s->db, (enum sql)i);
        ok(db_prepared(q, &e));
        db_end(q);
    }
    store_close(s);
}

static void test_run_comes_back_as_it_went(void **state)
{
    (void)state;
    struct store *s = opened("run.db");
    ok(store_begin(s, &e));
    add_run(s, "run-1", 1000);
    add_run(s, "run-2", 2000);
    struct stored_scheme scheme = {.run = S("run-2"), .scheme = S("zorg"), .searched = 10, .entitled = 7, .unknown = 1,
                                   .faulty = 1, .not_using = 5, .cleared = 4, .letters = 4, .entitled_cents = 70,
                                   .not_using_cents = 50, .cleared_cents = 40};
    scheme.counts[REFUSED_NOT] = 4;
    scheme.counts[REFUSED_BUDGET] = 6;
    ok(store_scheme_add(s, &scheme, &e));
    ok(store_commit(s, &e));
    store_close(s);

    s = opened("run.db");
    struct stored_run *runs;
    struct stored_scheme *schemes;
    int64_t count;
    ok(store_runs(&boot, s, &runs, &count, &e));
    assert_int_equal(count, 2);
    assert_true(str_eq(runs[0].id, S("run-2")) && runs[0].synthetic && runs[0].on == 20089);
    assert_true(str_eq(runs[1].schemes, S("zorg huur")) && runs[1].rejected == 2 && runs[1].at_ms == 1000);
    ok(store_schemes(&boot, s, S("run-2"), &schemes, &count, &e));
    assert_int_equal(count, 1);
    scheme.run = schemes[0].run;
    scheme.scheme = schemes[0].scheme;
    assert_memory_equal(&scheme, &schemes[0], sizeof scheme);
    ok(store_schemes(&boot, s, S("run-1"), &schemes, &count, &e));
    assert_int_equal(count, 0);
    store_close(s);
}

static void test_outcomes_filter_and_page(void **state)
{
    (void)state;
    struct store *s = opened("outcomes.db");
    ok(store_begin(s, &e));
    add_run(s, "run-1", 1000);
    for (uint64_t i = 0; i < 40; i++) {
        struct stored_outcome o = outcome_of("run-1", i, i % 4 ? REFUSED_NOT_ENTITLED : REFUSED_NOT);
        ok(store_outcome_add(s, &o, &e));
    }
    ok(store_commit(s, &e));
    struct stored_outcome *all, *some, one;
    int64_t count, part;
    bool found;
    ok(store_outcomes(&boot, s, S("run-1"), S(""), REFUSAL_COUNT, 0, 100, &all, &count, &e));
    assert_int_equal(count, 40);
    for (int64_t i = 1; i < count; i++)
        assert_true(memcmp(all[i - 1].who.at, all[i].who.at, 16) < 0);
    ok(store_outcomes(&boot, s, S("run-1"), S(""), REFUSAL_COUNT, 35, 10, &some, &part, &e));
    assert_int_equal(part, 5);
    assert_memory_equal(some[0].who.at, all[35].who.at, 16);
    ok(store_outcomes(&boot, s, S("run-1"), S("zorg"), REFUSAL_COUNT, 0, 100, &some, &part, &e));
    assert_int_equal(part, 20);
    ok(store_outcomes(&boot, s, S("run-1"), S(""), REFUSED_NOT, 0, 100, &some, &part, &e));
    assert_int_equal(part, 10);
    ok(store_outcome_of(&boot, s, S("run-1"), S("zorg"), who_of(3), &one, &found, &e));
    assert_true(found && one.reason == REFUSED_NOT_ENTITLED && one.missing == (1ULL << 63 | 5));
    assert_int_equal(one.amount_cents, 157342);
    ok(store_outcome_of(&boot, s, S("run-1"), S("huur"), who_of(3), &one, &found, &e));
    assert_false(found);
    store_close(s);
}

static void test_the_database_keeps_its_rules(void **state)
{
    (void)state;
    struct store *s = opened("rules.db");
    ok(store_begin(s, &e));
    struct stored_outcome o = outcome_of("no such run", 1, REFUSED_NOT);
    refused(store_outcome_add(s, &o, &e), ERR_STORE, "FOREIGN KEY");
    add_run(s, "run-1", 1);
    o.run = S("run-1");
    ok(store_outcome_add(s, &o, &e));
    refused(store_outcome_add(s, &o, &e), ERR_STORE, "UNIQUE");
    assert_non_null(strstr(e.file, "rules.db"));
    store_rollback(s);
    store_close(s);
}

static void test_opt_out_twice_is_once(void **state)
{
    (void)state;
    struct store *s = opened("optout.db");
    struct opt_out everything = {.who = who_of(1)}, one = {.who = who_of(1), .scheme = S("zorg")};
    ok(store_opt_out_add(s, &everything, &e));
    ok(store_opt_out_add(s, &everything, &e));
    ok(store_opt_out_add(s, &one, &e));
    store_close(s);
    s = opened("optout.db");
    struct opt_outs all;
    ok(store_opt_outs(&boot, s, &all, &e));
    assert_int_equal(all.count, 2);
    assert_int_equal(all.at[0].scheme.len, 0);
    assert_true(str_eq(all.at[1].scheme, S("zorg")));
    assert_memory_equal(all.at[1].who.at, one.who.at, 16);
    store_close(s);
}

static void test_contacts_since(void **state)
{
    (void)state;
    struct store *s = opened("contacts.db");
    ok(store_contact_add(s, who_of(1), S("zorg"), 100, &e));
    ok(store_contact_add(s, who_of(1), S("zorg"), 100, &e));
    ok(store_contact_add(s, who_of(2), S("zorg"), 200, &e));
    ok(store_contact_add(s, who_of(3), S("zorg"), -5, &e));
    struct contacts c;
    ok(store_contacts(&boot, s, 100, &c, &e));
    assert_int_equal(c.count, 2);
    assert_int_equal(c.at[1].on, 200);
    ok(store_contacts(&boot, s, INT32_MIN, &c, &e));
    assert_int_equal(c.count, 3);
    store_close(s);
}

/* ---- all or nothing ----------------------------------------------------------------------------- */

static void fill(struct store *s)
{
    ok(store_begin(s, &e));
    add_run(s, "run-9", 9);
    for (uint64_t i = 0; i < 500; i++) {
        struct stored_outcome o = outcome_of("run-9", i, REFUSED_NOT);
        struct account_line line = line_of((int64_t)i);
        ok(store_outcome_add(s, &o, &e));
        ok(store_account(s, &line, &e));
    }
}

static void assert_empty(struct store *s)
{
    struct stored_run *runs;
    struct stored_outcome *outcomes;
    struct account_head head;
    int64_t count;
    ok(store_runs(&boot, s, &runs, &count, &e));
    assert_int_equal(count, 0);
    ok(store_outcomes(&boot, s, S("run-9"), S(""), REFUSAL_COUNT, 0, 10, &outcomes, &count, &e));
    assert_int_equal(count, 0);
    ok(store_account_head(s, &head, &e));
    assert_int_equal(head.seq, 0);
    assert_int_equal(lines_in(s), 0);
}

static void test_rollback_leaves_nothing(void **state)
{
    (void)state;
    struct store *s = opened("rollback.db");
    fill(s);
    store_rollback(s);
    assert_empty(s);
    fill(s);
    store_close(s); /* closing in the middle is a rollback */
    s = opened("rollback.db");
    assert_empty(s);
    store_close(s);
}

static void test_kill_in_the_middle_leaves_nothing(void **state)
{
    (void)state;
    store_close(opened("killed.db"));
    pid_t child = fork();
    if (child == 0) {
        struct store *s;
        if (!store_open(&boot, path_of("killed.db"), &s, &e))
            _exit(1);
        fill(s);
        kill(getpid(), SIGKILL);
    }
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
    struct store *s = opened("killed.db");
    assert_empty(s);
    fill(s);
    ok(store_commit(s, &e));
    assert_int_equal(lines_in(s), 500);
    store_close(s);
}

/* A ceiling on pages is what a full disk looks like to the database. */
static void test_full_disk_leaves_nothing(void **state)
{
    (void)state;
    struct store *s = opened("full.db");
    ok(db_script(s->db, "PRAGMA max_page_count = 40", &e));
    ok(store_begin(s, &e));
    add_run(s, "run-9", 9);
    bool stored = true;
    for (uint64_t i = 0; stored && i < 5000; i++) {
        struct stored_outcome o = outcome_of("run-9", i, REFUSED_NOT);
        stored = store_outcome_add(s, &o, &e);
    }
    refused(stored, ERR_STORE, "disk is full");
    store_rollback(s);
    assert_empty(s);
    store_close(s);
}

static void test_two_openers(void **state)
{
    (void)state;
    struct store *one = opened("two.db"), *two = opened("two.db");
    struct account_head head;
    fill(one);
    refused(store_begin(two, &e), ERR_STORE, "another hoort uses this database");
    assert_non_null(strstr(e.file, "two.db"));
    ok(store_account_head(two, &head, &e)); /* readers do not wait, and see nothing of it */
    assert_int_equal(head.seq, 0);
    ok(store_commit(one, &e));
    ok(store_begin(two, &e));
    struct account_line line = line_of(1);
    ok(store_account(two, &line, &e));
    assert_int_equal(line.seq, 501);
    ok(store_commit(two, &e));
    assert_true(verified(one, NULL));
    store_close(one);
    store_close(two);
}

/* ---- the account --------------------------------------------------------------------------------- */

static void test_account_chain_verifies_inv_6(void **state)
{
    (void)state;
    struct store *s = with_lines("chain.db", 300);
    ok(store_begin(s, &e)); /* a second transaction goes on where the first ended */
    struct account_line line = line_of(300);
    ok(store_account(s, &line, &e));
    ok(store_commit(s, &e));
    struct account_head head;
    ok(store_account_head(s, &head, &e));
    assert_int_equal(head.seq, 301);
    ok(verified(s, &head));
    int64_t n = 0;
    ok(store_account_each(s, 290, 5, count_line, &n, &e));
    assert_int_equal(n, 5);
    store_close(s);
}

static void test_account_is_append_only_inv_6(void **state)
{
    (void)state;
    struct store *s = with_lines("append.db", 3);
    refused(db_script(s->db, "UPDATE account SET result = 'no' WHERE seq = 2", &e), ERR_STORE, "append-only");
    refused(db_script(s->db, "DELETE FROM account WHERE seq = 3", &e), ERR_STORE, "append-only");
    refused(db_script(s->db, "INSERT OR REPLACE INTO account SELECT * FROM account WHERE seq = 2", &e), ERR_STORE,
            "the account");
    refused(db_script(s->db, "INSERT INTO account SELECT 9, at_ms, action, actor, object, result, run, policy, "
                             "previous, hash FROM account WHERE seq = 3", &e), ERR_STORE, "no gaps");
    ok(verified(s, NULL));
    store_close(s);
}

static void test_edited_line_is_found_inv_6(void **state)
{
    (void)state;
    static const char *const edits[] = {
        "UPDATE account SET result = 'no' WHERE seq = 5",
        "UPDATE account SET object = 'ffffffffffffffffffffffffffffffff' WHERE seq = 5",
        "UPDATE account SET at_ms = at_ms + 1 WHERE seq = 5",
        "UPDATE account SET action = 'cleared' WHERE seq = 5",
        "UPDATE account SET action = 'never heard of' WHERE seq = 5",
        "UPDATE account SET hash = zeroblob(32) WHERE seq = 5",
        "DELETE FROM account WHERE seq = 5",
    };
    for (int i = 0; i < COUNT(edits); i++) {
        const char *name = str_z(&boot, str_format(&boot, "edited%d.db", i));
        struct store *s = with_lines(name, 10);
        ok(verified(s, NULL));
        by_hand(name, edits[i]);
        assert_false(verified(s, NULL));
        assert_int_equal(e.code, ERR_ACCOUNT);
        assert_non_null(strpbrk(e.text, "56"));
        store_close(s);
    }
}

static void test_cut_off_tail_is_found_by_the_signed_head_inv_6(void **state)
{
    (void)state;
    struct key seed = {{7}};
    struct account_head head, kept;
    struct store *s = with_lines("tail.db", 10);
    ok(store_account_head(s, &head, &e));
    struct str file = account_head_sign(&boot, head, seed);
    by_hand("tail.db", "DELETE FROM account WHERE seq > 7");
    ok(verified(s, NULL)); /* the chain alone cannot know */
    ok(account_head_read(&boot, S("account.head"), file, sign_public(seed), &kept, &e));
    assert_false(verified(s, &kept));
    assert_int_equal(e.code, ERR_ACCOUNT);
    store_close(s);
}

/* ---- files that are not what they should be -------------------------------------------------------- */

/* ---- accounts of the desk ---------------------------------------------------------------------------- */

static struct stored_user user_of(const char *name, uint32_t roles)
{
    struct stored_user u = {.name = str_of(name), .roles = roles, .added_ms = 1735689600000,
                            .password = {.salt = {1, 2}, .hash = {3, 4}, .passes = 3, .memory_bytes = 64 << 20}};
    return u;
}

static void test_accounts_come_back_as_they_went(void **state)
{
    (void)state;
    struct store *s = opened("users.db");
    struct stored_user anna = user_of("anna", ROLE_BIT(ROLE_admin) | ROLE_BIT(ROLE_auditor)), bo = user_of("bo", 1), u;
    struct stored_user *all;
    int64_t count;
    bool found;
    ok(store_user_any(s, &found, &e));
    assert_false(found);
    ok(store_user_add(s, &bo, &e) && store_user_add(s, &anna, &e) && store_user_any(s, &found, &e));
    assert_true(found);
    refused(store_user_add(s, &anna, &e), ERR_STORE, "keeps its rules");
    ok(store_users(&boot, s, &all, &count, &e));
    assert_int_equal(count, 2);
    assert_true(str_eq(all[0].name, S("anna")) && str_eq(all[1].name, S("bo")));
    assert_int_equal(all[0].roles, anna.roles);
    assert_memory_equal(&all[0].password, &anna.password, sizeof anna.password);
    bo.blocked = true;
    bo.roles = ROLES_ALL;
    bo.password.hash[31] = 9;
    ok(store_user_set(s, &bo, &e) && store_user_of(&boot, s, S("bo"), &u, &found, &e));
    assert_true(found && u.blocked && u.roles == ROLES_ALL && u.password.hash[31] == 9 && u.added_ms == bo.added_ms);
    ok(store_user_of(&boot, s, S("cas"), &u, &found, &e));
    assert_false(found);
    by_hand("users.db", "UPDATE desk_user SET roles = 'admin,root' WHERE name = 'bo'");
    refused(store_user_of(&boot, s, S("bo"), &u, &found, &e), ERR_STORE, "an account does not read");
    refused(store_users(&boot, s, &all, &count, &e), ERR_STORE, "an account does not read");
    store_close(s);
}

static void test_sessions_end(void **state)
{
    (void)state;
    struct store *s = opened("sessions.db");
    struct stored_user anna = user_of("anna", 1), bo = user_of("bo", 1);
    struct stored_login got;
    const int64_t t = 1735689600000;
    bool found = false;
    ok(store_user_add(s, &anna, &e) && store_user_add(s, &bo, &e));
    struct hash h[] = {hash_of(S("a")), hash_of(S("b")), hash_of(S("c")), hash_of(S("d"))};
    refused(store_login_add(s, h[0], S("nobody"), t, &e), ERR_STORE, "keeps its rules");
    ok(store_login_add(s, h[0], S("anna"), t, &e) && store_login_add(s, h[1], S("anna"), t, &e) &&
       store_login_add(s, h[2], S("bo"), t, &e) && store_login_add(s, h[3], S("bo"), t, &e));
    ok(store_login_seen(s, h[2], t + 60000, &e) && store_login_of(&boot, s, h[2], &got, &found, &e));
    assert_true(found && str_eq(got.name, S("bo")) && got.began_ms == t && got.seen_ms == t + 60000);
    ok(store_login_end(s, h[0], &e) && store_login_of(&boot, s, h[0], &got, &found, &e));
    assert_false(found);
    ok(store_logins_end_of(s, S("anna"), &e) && store_login_of(&boot, s, h[1], &got, &found, &e));
    assert_false(found);
    ok(store_logins_drop(s, t + SESSION_IDLE_MS + 1, &e) && store_login_of(&boot, s, h[3], &got, &found, &e));
    assert_false(found);
    ok(store_login_of(&boot, s, h[2], &got, &found, &e));
    assert_true(found); /* it was seen later */
    ok(store_login_seen(s, h[2], t + SESSION_MS, &e) && store_logins_drop(s, t + SESSION_MS + 1, &e) &&
       store_login_of(&boot, s, h[2], &got, &found, &e));
    assert_false(found);
    store_close(s);
}

/* A database as the first hoort made it: what is in it stays, what it lacks is added. */
#define NEWER "DROP TABLE desk_session; DROP TABLE desk_user; DROP TABLE act; DROP TABLE session; DROP TABLE record;"
static void test_a_first_database_gets_accounts(void **state)
{
    (void)state;
    struct str first;
    struct db *db;
    bool any;
    struct account_head before, after;
    ok(file_read(&boot, S("sql/migrations/0001-start.sql"), 1 << 20, &first, &e));
    struct store *s = with_lines("first.db", 3);
    add_run(s, "run-1", 7);
    ok(store_account_head(s, &before, &e));
    store_close(s);
    ok(db_open(&boot, path_of("first.db"), &db, &e));
    ok(db_script(db, NEWER "PRAGMA user_version = 1", &e));
    db_close(db);
    /* What is left are the tables of 0001, as it stands. */
    ok(db_open(&boot, path_of("first2.db"), &db, &e));
    ok(db_script(db, NEWER "DROP TABLE run_refusal; DROP TABLE run_scheme; DROP TABLE run;"
                     "DROP TABLE outcome; DROP TABLE opt_out; DROP TABLE contact; DROP TABLE account", &e));
    ok(db_script(db, str_z(&boot, first), &e));
    ok(db_script(db, "PRAGMA user_version = 1", &e));
    db_close(db);
    for (int i = 0; i < 2; i++) {
        s = opened(i ? "first2.db" : "first.db");
        struct stored_user anna = user_of("anna", 1);
        ok(store_user_add(s, &anna, &e) && store_user_any(s, &any, &e));
        assert_true(any);
        store_close(s);
    }
    struct stored_run *runs;
    int64_t count;
    s = opened("first.db");
    ok(store_account_head(s, &after, &e) && store_runs(&boot, s, &runs, &count, &e));
    assert_true(after.seq == before.seq && hash_eq(after.hash, before.hash) && count == 1);
    ok(verified(s, NULL));
    store_close(s);
}

static void test_not_a_database(void **state)
{
    (void)state;
    struct store *s;
    struct str page = str_format(&boot, "%0*d", 8000, 1);
    ok(file_write(path_of("text.db"), page, &e));
    refused(store_open(&boot, path_of("text.db"), &s, &e), ERR_STORE, "not a database");
    assert_non_null(strstr(e.file, "text.db"));
    struct str kept;
    ok(file_read(&boot, path_of("text.db"), 10000, &kept, &e));
    assert_true(str_eq(kept, page));
    refused(store_open(&boot, S(":memory:"), &s, &e), ERR_STORE, "a file");
    refused(store_open(&boot, str_of(folder), &s, &e), ERR_FILE, "folder");
}

static void test_foreign_and_newer_databases(void **state)
{
    (void)state;
    struct store *s;
    struct db *db;
    store_close(opened("foreign.db"));
    ok(db_open(&boot, path_of("foreign.db"), &db, &e));
    ok(db_script(db, "PRAGMA application_id = 1", &e));
    db_close(db);
    refused(store_open(&boot, path_of("foreign.db"), &s, &e), ERR_STORE, "another program");
    store_close(opened("newer.db"));
    ok(db_open(&boot, path_of("newer.db"), &db, &e));
    ok(db_script(db, "PRAGMA user_version = 4000", &e));
    db_close(db);
    refused(store_open(&boot, path_of("newer.db"), &s, &e), ERR_STORE, "newer hoort");
}

/* One page after the other, from the end: what is read is right, or refused as damaged, at opening or later. */
static void test_damaged_database(void **state)
{
    (void)state;
    struct store *s = opened("damaged.db");
    fill(s);
    ok(store_commit(s, &e));
    store_close(s);
    int fd = open(str_z(&boot, path_of("damaged.db")), O_RDWR), opening = 0, reading = 0;
    struct stat st;
    assert_int_equal(fstat(fd, &st), 0);
    char junk[4096];
    memset(junk, 0xa5, sizeof junk);
    for (off_t at = st.st_size - 4096; at >= 4096; at -= 4096) {
        struct account_head head;
        assert_int_equal(pwrite(fd, junk, sizeof junk, at), sizeof junk);
        if (!store_open(&boot, path_of("damaged.db"), &s, &e)) {
            refused(false, ERR_STORE, "damaged");
            opening++;
            continue;
        }
        if (!store_account_head(s, &head, &e)) {
            refused(false, ERR_STORE, "damaged");
            refused(store_begin(s, &e), ERR_STORE, "damaged");
            reading++;
        }
        store_close(s);
    }
    close(fd);
    assert_true(opening > 0 && reading > 0);
}

/* As another user, because nothing is read-only to root. */
static void test_folder_that_cannot_be_written(void **state)
{
    (void)state;
    char *locked = str_z(&boot, path_of("locked"));
    assert_int_equal(mkdir(locked, 0755), 0);
    assert_int_equal(chmod(locked, 0555), 0);
    assert_int_equal(chmod(folder, 0755), 0);
    pid_t child = fork();
    if (child == 0) {
        struct store *s;
        if (getuid() == 0 && setuid(65534))
            _exit(2);
        bool opened_it = store_open(&boot, path_of("locked/hoort.db"), &s, &e);
        _exit(!opened_it && strstr(e.file, "locked/hoort.db") && strstr(e.text, "give this user the right") ? 0 : 1);
    }
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
}

static void test_residents_data_are_for_the_owner_only(void **state)
{
    (void)state;
    struct store *s = with_lines("private.db", 1);
    static const char *const names[] = {"private.db", "private.db-wal", "private.db-shm"};
    for (int i = 0; i < COUNT(names); i++) {
        struct stat st;
        assert_int_equal(stat(str_z(&boot, path_of(names[i])), &st), 0);
        assert_int_equal(st.st_mode & 0777, 0600);
    }
    store_close(s);
}

static int remove_folder(void **state)
{
    (void)state;
    return system(str_z(&boot, str_format(&boot, "chmod -R u+w %s && rm -rf %s", folder, folder)));
}

int main(void)
{
    boot = arena_open(LIMIT_ARENA_REQUEST);
    umask(022);
    if (!mkdtemp(folder))
        return 1;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_statement_prepares),
        cmocka_unit_test(test_run_comes_back_as_it_went),
        cmocka_unit_test(test_outcomes_filter_and_page),
        cmocka_unit_test(test_the_database_keeps_its_rules),
        cmocka_unit_test(test_opt_out_twice_is_once),
        cmocka_unit_test(test_contacts_since),
        cmocka_unit_test(test_rollback_leaves_nothing),
        cmocka_unit_test(test_kill_in_the_middle_leaves_nothing),
        cmocka_unit_test(test_full_disk_leaves_nothing),
        cmocka_unit_test(test_two_openers),
        cmocka_unit_test(test_account_chain_verifies_inv_6),
        cmocka_unit_test(test_account_is_append_only_inv_6),
        cmocka_unit_test(test_edited_line_is_found_inv_6),
        cmocka_unit_test(test_cut_off_tail_is_found_by_the_signed_head_inv_6),
        cmocka_unit_test(test_not_a_database),
        cmocka_unit_test(test_accounts_come_back_as_they_went),
        cmocka_unit_test(test_sessions_end),
        cmocka_unit_test(test_a_first_database_gets_accounts),
        cmocka_unit_test(test_foreign_and_newer_databases),
        cmocka_unit_test(test_damaged_database),
        cmocka_unit_test(test_folder_that_cannot_be_written),
        cmocka_unit_test(test_residents_data_are_for_the_owner_only),
    };
    return cmocka_run_group_tests_name("store", tests, NULL, remove_folder);
}
