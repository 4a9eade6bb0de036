/* SPDX-License-Identifier: EUPL-1.2 */
/* app_test.c: the whole loop in workspaces: what adds up, what never happens, what each dial
 * does, and what opening mends after a kill. The laws against others: laws_test.c.
 */
#include "place_test.h"

enum { RESIDENTS = 3000 };

/* ---- the funnel and the letters ----------------------------------------------------------------------- */

static int64_t count_of(const struct overview *o, enum refusal r)
{
    return o->schemes[0].counts[r];
}

static void check_funnel(const struct overview *o)
{
    const struct stored_scheme *s = &o->schemes[0];
    int64_t sum = 0;
    for (int r = 0; r < REFUSAL_COUNT; r++)
        sum += s->counts[r];
    assert_int_equal(sum, s->searched);
    assert_int_equal(s->searched, o->run.residents - o->run.opted_out - o->run.rejected);
    assert_int_equal(s->cleared, s->counts[REFUSED_NOT]);
    assert_true(s->searched >= s->entitled && s->entitled >= s->not_using && s->not_using >= s->cleared);
    assert_true(s->entitled_cents >= s->not_using_cents && s->not_using_cents >= s->cleared_cents);
    /* Who is refused as not entitled, unknown or faulty is refused for exactly that, unless excluded before. */
    assert_true(s->unknown >= s->counts[REFUSED_UNCERTAIN] && s->faulty >= s->counts[REFUSED_FAULTY]);
}

static struct stored_outcome *outcomes_of(struct app_options options, enum refusal reason, int64_t *count)
{
    struct stored_outcome *at;
    struct app *app = opened(options);
    ok(app_examples(&boot, app, S("zorgtoeslag"), reason, 0, LIMIT_RESIDENTS, &at, count, &e));
    app_close(app);
    return at;
}

static void check_account(struct app_options options, const struct overview *o, int64_t letters)
{
    struct account_view v = account_of(options);
    if (!v.verified)
        fail_msg("%s", v.problem.text);
    assert_int_equal(v.by_action[ACTION_ASSESSED], o->schemes[0].searched);
    assert_int_equal(v.by_action[ACTION_CLEARED], o->schemes[0].cleared);
    assert_int_equal(v.by_action[ACTION_REFUSED], o->schemes[0].searched - o->schemes[0].cleared);
    assert_int_equal(v.by_action[ACTION_LETTER_WRITTEN], letters);
    assert_int_equal(v.by_action[ACTION_RUN_ENDED], 1);
}

static int64_t count_char(struct str s, char c)
{
    int64_t n = 0;
    for (ptrdiff_t i = 0; i < s.len; i++)
        n += s.at[i] == c;
    return n;
}

static void check_manifest(struct str folder, int64_t letters)
{
    struct json *manifest;
    struct str path = under(folder, "manifest.json");
    ok(js_read(&boot, path, bytes_of(path), &manifest, &e));
    assert_int_equal(js_get(manifest, S("letters"))->number, letters);
    assert_true(js_get(manifest, S("synthetic"))->truth);
    assert_int_equal(js_get(manifest, S("letter_texts"))->count, letters);
    int files = 0;
    for (struct json *f = js_get(manifest, S("files"))->first; f; f = f->next, files++) {
        struct str bytes = bytes_of(under(folder, str_z(&boot, js_get(f, S("name"))->text)));
        struct sha256 sum = sha256_of(bytes);
        assert_int_equal(js_get(f, S("bytes"))->number, bytes.len);
        assert_true(str_eq(js_get(f, S("sha256"))->text, hex_print(&boot, sum.at, sizeof sum.at)));
    }
    assert_int_equal(files, 2);
}

static bool is_hex(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
}

/* No window of `len` characters of the text is one of the known ones. */
static void assert_has_none(struct str text, const struct str_map *known, ptrdiff_t len)
{
    int64_t value;
    ptrdiff_t run = 0;
    for (ptrdiff_t i = 0; i < text.len; i++) {
        run = is_hex(text.at[i]) ? run + 1 : 0;
        if (run >= len && str_map_get(known, (struct str){text.at + i + 1 - len, len}, &value))
            fail_msg("a number of a person stands in it, at byte %lld", (long long)i);
    }
}

static struct str_map all_bsns(struct app_options o, int64_t *count)
{
    struct str_map m = str_map_open(&boot, RESIDENTS);
    bool found;
    *count = 0;
    for (struct str rest = bytes_of(work_path(&boot, &o, "people.csv")); rest.len;) {
        struct str line = str_until(rest, '\n', &rest), bsn = str_slice(line, 0, line.len < 9 ? line.len : 9);
        if (bsn_is_valid(bsn)) {
            *str_map_put(&m, bsn, &found) = 1;
            ++*count;
        }
    }
    return m;
}

static void check_nobody_is_named(struct app_options o, struct str folder)
{
    int64_t count;
    bool found;
    struct str_map bsns = all_bsns(o, &count), pseudonyms = str_map_open(&boot, RESIDENTS);
    assert_int_equal(count, RESIDENTS);
    struct stored_outcome *at = outcomes_of(o, REFUSAL_COUNT, &count);
    for (int64_t i = 0; i < count; i++)
        *str_map_put(&pseudonyms, hex_print(&boot, at[i].who.at, sizeof at[i].who.at), &found) = 1;
    static const char *const files[] = {"letters.txt", "batch.csv", "manifest.json"};
    for (int i = 0; i < COUNT(files); i++) {
        assert_has_none(bytes_of(under(folder, files[i])), &bsns, 9);
        assert_has_none(bytes_of(under(folder, files[i])), &pseudonyms, 32);
    }
}

static void test_the_whole_loop(void **s)
{
    (void)s;
    struct app_run run;
    struct overview o;
    struct app_options options = prepared("loop", RESIDENTS);
    assert_true(run_once(options, &run, &o));
    assert_int_equal(o.scheme_count, 1);
    assert_int_equal(o.run.residents, RESIDENTS);
    check_funnel(&o);
    assert_true(run.letters > 10);
    assert_int_equal(run.unwritten, 0);
    assert_int_equal(run.letters, o.schemes[0].cleared);
    assert_int_equal(o.schemes[0].letters, run.letters);
    assert_int_equal(count_char(bytes_of(under(run.folder, "letters.txt")), '\f') + 1, run.letters);
    check_manifest(run.folder, run.letters);
    check_account(options, &o, run.letters);
    check_nobody_is_named(options, run.folder);
}

static void test_nobody_is_written_to_twice(void **s)
{
    (void)s;
    struct app_run run;
    struct overview o;
    int64_t count, again = 0;
    struct app_options options = prepared("twice", RESIDENTS);
    assert_true(run_once(options, &run, &o));
    int64_t first = run.letters;
    struct stored_outcome *cleared = outcomes_of(options, REFUSED_NOT, &count);
    assert_int_equal(count, first);
    assert_true(run_once(options, &run, &o));
    check_funnel(&o);
    struct app *app = opened(options);
    for (int64_t i = 0; i < count; i++) {
        struct stored_outcome now;
        bool found;
        ok(store_outcome_of(&boot, app->store, o.run.id, cleared[i].scheme, cleared[i].who, &now, &found, &e));
        assert_true(found);
        assert_int_equal(now.reason, REFUSED_RECENT);
        again++;
    }
    app_close(app);
    assert_int_equal(again, first);
    assert_true(count_of(&o, REFUSED_RECENT) >= first);
}

/* Two schemes in one run: a letter for the first counts for the second. */
static void test_one_letter_in_a_run(void **s)
{
    (void)s;
    struct app_run run;
    struct overview o;
    struct app_options options = prepared("two", RESIDENTS);
    options.laws = copy_laws("laws2");
    copy_file(S("tests/app/corpus/second_scheme.yaml"), under(options.laws, "second.yaml"));
    copy_file(S("tests/app/corpus/second_scheme.bind.yaml"), under(options.laws, "second.bind.yaml"));
    set_policy(options, "\"schemes\":[{", "\"schemes\":[{\"scheme\":\"proef\",\"rung\":3,\"certainty_min\":\"certain\","
               "\"amount_min\":0,\"timing\":\"settled\",\"settled_fact\":\"inkomen_definitief\"},{");
    if (!run_once(options, &run, &o))
        fail_msg("%s", e.text);
    assert_int_equal(o.scheme_count, 2);
    int64_t cleared = 0, recent = 0;
    for (int i = 0; i < 2; i++) {
        cleared += o.schemes[i].cleared;
        recent += o.schemes[i].counts[REFUSED_RECENT];
    }
    assert_int_equal(run.letters, cleared);
    assert_true(recent > 0);
    struct contacts contacts;
    struct app *app = opened(options);
    ok(store_contacts(&boot, app->store, options.today, &contacts, &e));
    assert_int_equal(contacts.count, run.letters);
    struct str_map seen = str_map_open(&boot, contacts.count);
    for (int64_t i = 0; i < contacts.count; i++) {
        bool found;
        str_map_put(&seen, hex_print(&boot, contacts.at[i].who.at, sizeof contacts.at[i].who.at), &found);
        assert_false(found);
    }
    app_close(app);
}

static void test_opt_out_comes_before_the_search(void **s)
{
    (void)s;
    struct app_run run;
    struct overview o;
    struct stored_outcome outcome;
    bool found;
    struct app_options options = prepared("optout", 500);
    struct app *app = opened(options);
    struct str bsn = S("900000004");
    struct pseudonym who = pseudonym_of(app->pseudonym_key, app->policy->purpose, bsn);
    refused(app_opt_out(&boot, app, S("900000005"), S(""), &e), ERR_FACTS, "elfproef");
    assert_null(strstr(e.text, "900000005"));
    refused(app_opt_out(&boot, app, bsn, S("bijna_zorgtoeslag"), &e), ERR_FACTS, "no scheme");
    ok(app_opt_out(&boot, app, bsn, S(""), &e));
    app_close(app);
    assert_true(run_once(options, &run, &o));
    assert_int_equal(o.run.opted_out, 1);
    assert_int_equal(o.schemes[0].searched, 499);
    check_funnel(&o);
    app = opened(options);
    ok(store_outcome_of(&boot, app->store, o.run.id, S("zorgtoeslag"), who, &outcome, &found, &e));
    assert_false(found);
    app_close(app);
    struct account_view v = account_of(options);
    assert_true(v.verified);
    assert_int_equal(v.by_action[ACTION_OPT_OUT_ADDED], 1);
    assert_int_equal(v.by_action[ACTION_ASSESSED], 499);
}

/* ---- refused: and then nothing was written ---------------------------------------------------------------- */

static void refuses(struct app_options o, enum err_code code, const char *word)
{
    struct app_run run;
    struct overview overview;
    struct hash before = folder_hash(o), after;
    refused(run_once(o, &run, &overview), code, word);
    after = folder_hash(o);
    assert_true(hash_eq(before, after));
}

static void test_policies_that_do_not_count(void **s)
{
    (void)s;
    struct app_options o = prepared("policies", 2000), late = o;
    app_close(opened(o)); /* makes the database */
    struct str path = work_path(&boot, &o, "policy.json"), good = bytes_of(path);
    late.today = day("2027-01-01");
    refuses(late, ERR_POLICY, "no longer in force");
    late.today = day("2025-12-31");
    refuses(late, ERR_POLICY, "not in force yet");
    ptrdiff_t at = str_find(good, S("12000"));
    struct buf changed = buf_open(&boot, LIMIT_JSON_BYTES);
    buf_add(&changed, str_slice(good, 0, at));
    buf_add(&changed, S("12001"));
    buf_add(&changed, str_slice(good, at + 5, good.len));
    ok(file_write(path, buf_str(&changed), &e));
    refuses(o, ERR_POLICY, "changed after it was signed");
    copy_file(S("method/policy-example.json"), path);
    refuses(o, ERR_POLICY, "not signed");
    ok(file_write(path, good, &e));
    struct key other = {{9}};
    struct str pub = work_path(&boot, &o, "keys/policy.pub"), kept = bytes_of(pub);
    ok(public_key_write(pub, sign_public(other), &e));
    refuses(o, ERR_POLICY, "key");
    ok(file_write(pub, kept, &e));
    set_policy(o, "\"rung\":3", "\"rung\":5");
    refuses(o, ERR_GATE, "the law allows rung 4 at most");
    ok(file_write(path, good, &e));
    set_policy(o, "\"rung\":3", "\"rung\":2");
    refuses(o, ERR_GATE, "");
    ok(file_write(path, good, &e));
    set_policy(o, "\"ratio_max\":100", "\"ratio_max\":2");
    refuses(o, ERR_GATE, "narrow the search");
}

static void test_people_that_do_not_count(void **s)
{
    (void)s;
    struct app_options o = prepared("people", 200);
    app_close(opened(o));
    struct str path = work_path(&boot, &o, "people.csv");
    ok(file_write(path, S("naam;adres\nX;Y\n"), &e));
    refuses(o, ERR_CSV, "bsn");
    ok(file_write(path, S(""), &e));
    refuses(o, ERR_CSV, "empty");
    struct hash before = folder_hash(o);
    ok(file_write(path, S("bsn;geboortedatum\n999993653;1980-05-01\n"), &e));
    before = folder_hash(o);
    refused(app_demo_prepare(&boot, o, 100, 1, &e), ERR_FILE, "not synthetic");
    assert_true(hash_eq(before, folder_hash(o)));
    ok(file_write(work_path(&boot, &o, "sender.json"), S("{}"), &e));
    refuses(o, ERR_LETTER, "");
}

/* ---- dials -------------------------------------------------------------------------------------------------- */

static struct overview with_dial(const char *from, const char *to)
{
    static int number;
    char name[32];
    struct app_run run;
    struct overview o;
    snprintf(name, sizeof name, "dial%d", number++);
    struct app_options options = prepared(name, RESIDENTS);
    set_policy(options, from, to);
    if (!run_once(options, &run, &o))
        fail_msg("%s: %s", to, e.text);
    check_funnel(&o);
    int64_t count;
    struct stored_outcome *at = outcomes_of(options, REFUSED_NOT, &count);
    assert_int_equal(count, o.schemes[0].cleared);
    if (from && strstr(from, "amount_min"))
        for (int64_t i = 0; i < count; i++)
            assert_true(at[i].amount_cents >= 100000);
    return o;
}

/* Who is left when only lots, couples and groups still decide: the same whatever was drawn. */
static int64_t before_lots(const struct overview *o)
{
    return o->schemes[0].cleared + count_of(o, REFUSED_CONTROL) + count_of(o, REFUSED_PARTNER) + count_of(o, REFUSED_CELL) +
           count_of(o, REFUSED_SAMPLE);
}

static void test_each_dial_does_what_it_says(void **s)
{
    (void)s;
    struct overview base = with_dial(NULL, NULL), o;
    int64_t cleared = base.schemes[0].cleared;
    o = with_dial("\"amount_min\":12000", "\"amount_min\":100000");
    assert_true(count_of(&o, REFUSED_AMOUNT) > count_of(&base, REFUSED_AMOUNT) && o.schemes[0].cleared < cleared);
    o = with_dial("\"fact\":\"in_onderzoek\",\"treatment\":\"human\"", "\"fact\":\"in_onderzoek\",\"treatment\":\"exclude\"");
    assert_true(count_of(&o, REFUSED_EXCLUDED) > count_of(&base, REFUSED_EXCLUDED));
    assert_true(count_of(&o, REFUSED_HUMAN) <= count_of(&base, REFUSED_HUMAN));
    o = with_dial("\"k_min\":5", "\"k_min\":40");
    assert_true(count_of(&o, REFUSED_CELL) > count_of(&base, REFUSED_CELL) && o.schemes[0].cleared < cleared);
    o = with_dial("\"control_per_mille\":100", "\"control_per_mille\":0");
    assert_int_equal(count_of(&o, REFUSED_CONTROL), 0);
    assert_int_equal(before_lots(&o), before_lots(&base));
    o = with_dial("\"letters_max\":0", "\"letters_max\":40");
    assert_true(o.schemes[0].cleared <= 40 && count_of(&o, REFUSED_BUDGET) > 0);
    /* What is true does not move with what was decided. */
    assert_int_equal(o.schemes[0].entitled, base.schemes[0].entitled);
    assert_int_equal(o.schemes[0].not_using, base.schemes[0].not_using);
}

/* ---- after a kill -------------------------------------------------------------------------------------------- */

static void test_killed_after_the_commit(void **s)
{
    (void)s;
    struct app_run run;
    struct overview o;
    struct app_options options = prepared("after", 500);
    assert_true(run_once(options, &run, &o));
    struct str head = work_path(&boot, &options, "account.head"), old = bytes_of(head);
    struct app_run second;
    assert_true(run_once(options, &second, &o));
    struct str part = str_format(&boot, STR_FMT ".part", STR_ARG(second.folder));
    /* As if the process died between the commit and the two names. */
    ok(path_rename(head, work_path(&boot, &options, "account.head.next"), &e) && file_write(head, old, &e) &&
       path_rename(second.folder, part, &e));
    struct account_view v = account_of(options);
    if (!v.verified)
        fail_msg("%s", v.problem.text);
    assert_int_equal(v.by_action[ACTION_RUN_ENDED], 2);
    assert_true(path_exists(under(second.folder, "manifest.json")));
    assert_false(path_exists(part));
    assert_false(path_exists(work_path(&boot, &options, "account.head.next")));
}

static void test_killed_before_the_commit(void **s)
{
    (void)s;
    struct app_run run;
    struct overview o;
    struct app_options options = prepared("before", 500);
    assert_true(run_once(options, &run, &o));
    struct account_head never = {.seq = 99999, .hash = {{7}}};
    struct str next = work_path(&boot, &options, "account.head.next"), part = work_path(&boot, &options, "runs/never.part");
    struct key key;
    ok(key_file(work_path(&boot, &options, "keys/account.key"), false, &key, &e));
    ok(file_write(next, account_head_sign(&boot, never, key), &e) && folder_make(part, &e) &&
       file_write(under(part, "letters.txt"), S("half"), &e) &&
       file_write(work_path(&boot, &options, "account.head.next.Ab12cd"), S("half"), &e));
    struct account_view v = account_of(options);
    if (!v.verified)
        fail_msg("%s", v.problem.text);
    assert_false(path_exists(next));
    assert_false(path_exists(part));
    assert_false(path_exists(work_path(&boot, &options, "account.head.next.Ab12cd")));
    assert_true(path_exists(under(run.folder, "letters.txt")));
}

/* Rubbish in place of the signed head is never taken for it. */
static void test_head_that_nobody_signed(void **s)
{
    (void)s;
    struct app_run run;
    struct overview o;
    struct app_options options = prepared("unsigned", 200);
    assert_true(run_once(options, &run, &o));
    ok(file_write(work_path(&boot, &options, "account.head.next"), S("{}"), &e));
    assert_true(account_of(options).verified);
    ok(file_write(work_path(&boot, &options, "account.head"), S("{}"), &e));
    struct account_view v = account_of(options);
    assert_false(v.verified);
    assert_true(v.problem.text[0] != 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_whole_loop),
        cmocka_unit_test(test_nobody_is_written_to_twice),
        cmocka_unit_test(test_one_letter_in_a_run),
        cmocka_unit_test(test_opt_out_comes_before_the_search),
        cmocka_unit_test(test_policies_that_do_not_count),
        cmocka_unit_test(test_people_that_do_not_count),
        cmocka_unit_test(test_each_dial_does_what_it_says),
        cmocka_unit_test(test_killed_after_the_commit),
        cmocka_unit_test(test_killed_before_the_commit),
        cmocka_unit_test(test_head_that_nobody_signed),
    };
    return cmocka_run_group_tests(tests, make_place, drop_place);
}
