/* SPDX-License-Identifier: EUPL-1.2 */
/* base_test.c: the ground holds: numbers, dates, text, YAML, JSON, hashes. */
#include "base/base.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

static struct arena boot;

static struct rational ratio(const char *text)
{
    struct rational r;
    assert_true(rational_parse(str_of(text), &r));
    return r;
}

static void assert_str(struct str got, const char *want)
{
    if (!str_eq(got, str_of(want)))
        fail_msg("'" STR_FMT "', not '%s'", STR_ARG(got), want);
}

static void test_rational_exact(void **s)
{
    (void)s;
    struct rational third, one;
    assert_true(rational_divide(rational_of(1), rational_of(3), &third));
    assert_true(rational_multiply(third, rational_of(3), &one));
    int order;
    assert_true(rational_compare(one, rational_of(1), &order));
    assert_int_equal(order, 0);
    assert_false(rational_divide(one, rational_of(0), &third));
    struct arena tmp = boot;
    assert_str(rational_print(&tmp, ratio("0.04273")), "0.04273");
    assert_str(rational_print(&tmp, ratio("-12.50")), "-12.5");
    assert_str(rational_print(&tmp, third), "1/3");
}

static void test_rational_rounds(void **s)
{
    (void)s;
    static const struct { const char *in; int decimals; enum round_mode mode; const char *want; } rows[] = {
        {"2.5", 0, ROUND_HALF_AWAY, "3"}, {"-2.5", 0, ROUND_HALF_AWAY, "-3"},
        {"2.4", 0, ROUND_HALF_AWAY, "2"}, {"-2.6", 0, ROUND_HALF_AWAY, "-3"},
        {"2.1", 0, ROUND_UP, "3"},        {"-2.1", 0, ROUND_UP, "-2"},
        {"2.9", 0, ROUND_DOWN, "2"},      {"-2.1", 0, ROUND_DOWN, "-3"},
        {"149", -2, ROUND_HALF_AWAY, "100"}, {"150", -2, ROUND_HALF_AWAY, "200"},
        {"0.12345", 4, ROUND_HALF_AWAY, "0.1235"},
    };
    for (int i = 0; i < COUNT(rows); i++) {
        struct rational got;
        struct arena tmp = boot;
        assert_true(rational_round(ratio(rows[i].in), rows[i].decimals, rows[i].mode, &got));
        assert_str(rational_print(&tmp, got), rows[i].want);
    }
}

static void test_rational_overflow_is_refused(void **s)
{
    (void)s;
    struct rational big = rational_of(INT64_MAX), out = rational_of(7);
    assert_true(rational_multiply(big, big, &out));
    struct rational huge = out;
    out = rational_of(7);
    assert_false(rational_multiply(huge, huge, &out));
    assert_true(out.num == 7);
    assert_false(rational_parse(S("1."), &out));
    assert_false(rational_parse(S(""), &out));
    assert_false(rational_parse(S("1e3"), &out));
}

static void test_dates(void **s)
{
    (void)s;
    int32_t a, b = 0;
    assert_true(date_parse(S("1970-01-01"), &a));
    assert_int_equal(a, 0);
    assert_true(date_parse(S("2026-11-24"), &a));
    assert_int_equal(date_weekday(a), 1);
    assert_false(date_parse(S("2025-02-29"), &a));
    assert_false(date_parse(S("2025-1-1"), &a));
    for (int32_t day = -700000; day < 800000; day += 37) {
        int y, m, d;
        date_civil(day, &y, &m, &d);
        assert_true(date_from_civil(y, m, d, &a));
        assert_int_equal(a, day);
    }
    assert_true(date_parse(S("2004-02-29"), &a) && date_parse(S("2022-02-28"), &b));
    assert_int_equal(date_age(a, b), 18);
    assert_int_equal(date_age(a, b - 1), 17);
    assert_true(date_parse(S("2025-01-31"), &a) && date_add(a, 0, 1, 0, &b));
    struct arena tmp = boot;
    assert_str(date_print(&tmp, b), "2025-02-28");
    assert_int_equal(date_months_between(a, b), 1);
    int32_t leap;
    assert_true(date_parse(S("2024-02-29"), &leap) && date_add(leap, 1, 1, 0, &leap));
    assert_str(date_print(&tmp, leap), "2025-03-28"); /* clamped at each step */
    assert_int_equal(date_months_between(b, a), -1);
}

static void test_bsn(void **s)
{
    (void)s;
    assert_true(bsn_is_valid(S("999993653")));
    assert_true(bsn_is_valid(S("000009878")));
    assert_false(bsn_is_valid(S("999993654")));
    assert_false(bsn_is_valid(S("000000000")));
    assert_false(bsn_is_valid(S("99999365")));
}

static void test_text(void **s)
{
    (void)s;
    int64_t n;
    assert_true(str_to_int64(S("-9223372036854775808"), &n) && n == INT64_MIN);
    assert_false(str_to_int64(S("9223372036854775808"), &n));
    assert_false(str_to_int64(S("12 "), &n));
    assert_true(str_is_utf8(S("Özdemir €")));
    assert_false(str_is_utf8(S("\xc0\x80")));
    assert_false(str_is_utf8(S("\xed\xa0\x80")));
    struct arena tmp = boot;
    struct buf b = buf_open(&tmp, 1000);
    buf_html(&b, S("<a href='x'>&\""));
    assert_str(buf_str(&b), "&lt;a href=&#39;x&#39;&gt;&amp;&quot;");
    b.len = 0;
    buf_csv(&b, S("a;\"b\""), ';');
    buf_char(&b, ';');
    buf_csv(&b, S("=1+1"), ';');
    buf_char(&b, ';');
    buf_csv(&b, S("-12"), ';');
    buf_char(&b, ';');
    buf_csv(&b, S("-1+1|x"), ';');
    assert_str(buf_str(&b), "\"a;\"\"b\"\"\";\"'=1+1\";-12;\"'-1+1|x\"");
    struct buf small = buf_open(&tmp, 4);
    buf_add(&small, S("abcde"));
    assert_true(small.over);
}

static void test_words(void **s)
{
    (void)s;
    struct arena tmp = boot;
    int32_t day;
    assert_str(number_words(&tmp, 1234567, false), "1.234.567");
    assert_str(number_words(&tmp, -999, true), "-999");
    assert_str(number_words(&tmp, INT64_MIN, true), "-9,223,372,036,854,775,808");
    assert_true(date_parse(S("2025-03-01"), &day));
    assert_str(date_words(&tmp, day, false), "1 maart 2025");
    assert_str(date_words(&tmp, day, true), "1 March 2025");
}

static void test_map(void **s)
{
    (void)s;
    struct arena tmp = boot;
    struct str_map m = str_map_open(&tmp, 0);
    bool found;
    for (int i = 0; i < 1000; i++) {
        *str_map_put(&m, str_format(&tmp, "key%d", i), &found) = i;
        assert_false(found);
    }
    int64_t v;
    assert_true(str_map_get(&m, S("key731"), &v) && v == 731);
    assert_false(str_map_get(&m, S("key1000"), &v));
}

static struct faults read_yaml(struct arena *a, const char *text, struct yaml **root)
{
    struct faults f = faults_open(a);
    *root = yaml_read(a, S("t.yaml"), str_of(text), &f);
    return f;
}

static void test_yaml_reads(void **s)
{
    (void)s;
    struct arena tmp = boot;
    struct yaml *root;
    struct faults f = read_yaml(&tmp, "a: 1\nb:\n  - x: '1'\n  - 0.5\nc:\n", &root);
    assert_int_equal(f.count, 0);
    int64_t n;
    struct rational r;
    assert_true(yaml_int(yaml_get(root, S("a")), &n) && n == 1);
    struct yaml *b = yaml_get(root, S("b"));
    assert_int_equal(b->count, 2);
    assert_false(yaml_int(yaml_get(b->first, S("x")), &n)); /* quoted: text */
    assert_true(yaml_number(b->first->next, &r) && r.den == 2);
    assert_int_equal(b->first->next->line, 4);
    assert_int_equal(b->first->next->column, 5);
    assert_true(yaml_is_null(yaml_get(root, S("c"))));
}

static void test_yaml_refuses(void **s)
{
    (void)s;
    static const char *const bad[] = {
        "a: 1\na: 2\n", "a: &x 1\n", "a: *x\n", "a: !!str 1\n", "a: 1\n---\nb: 2\n", "", "a: [1\n",
        "a: \"\\0\"\n", "? [1]\n: 2\n", "a: \xff\n",
    };
    for (int i = 0; i < COUNT(bad); i++) {
        struct arena tmp = boot;
        struct yaml *root;
        assert_true(read_yaml(&tmp, bad[i], &root).count > 0);
    }
    struct arena tmp = boot;
    struct buf wide = buf_open(&tmp, 4 << 20); /* many keys: each is looked up, not compared with all */
    for (int i = 0; i < 100000; i++)
        buf_print(&wide, "k%d: 1\n", i);
    buf_add(&wide, S("k77: 2\n"));
    struct faults twice = faults_open(&tmp);
    assert_non_null(yaml_read(&tmp, S("t"), buf_str(&wide), &twice));
    assert_int_equal(twice.count, 1);
    struct buf deep = buf_open(&tmp, 10000);
    for (int i = 0; i < 500; i++)
        buf_char(&deep, '[');
    struct faults f = faults_open(&tmp);
    yaml_read(&tmp, S("t"), buf_str(&deep), &f);
    assert_true(f.count > 0);
}

static void test_json(void **s)
{
    (void)s;
    struct arena tmp = boot;
    struct json *j;
    struct err e;
    assert_true(js_read(&tmp, S("t"), S("{\"b\":[1,true,null],\"a\":\"<é\\n\"}"), &j, &e));
    struct buf out = buf_open(&tmp, 1000);
    js_canonical(j, &out);
    assert_str(buf_str(&out), "{\"a\":\"\\u003cé\\n\",\"b\":[1,true,null]}");
    assert_false(js_read(&tmp, S("t"), S("{\"a\":1,\"a\":2}"), &j, &e));
    assert_int_equal(e.line, 1);
    assert_false(js_read(&tmp, S("t"), S("1.5"), &j, &e));
    assert_false(js_read(&tmp, S("t"), S("9223372036854775808"), &j, &e));
    assert_false(js_read(&tmp, S("t"), S(""), &j, &e));
}

static void test_crypt(void **s)
{
    (void)s;
    struct arena tmp = boot;
    struct key key = {{1, 2, 3}};
    struct signature sig = sign_bytes(key, S("policy"));
    assert_true(sign_verify(sign_public(key), S("policy"), sig));
    assert_false(sign_verify(sign_public(key), S("Policy"), sig));
    struct pseudonym a = pseudonym_of(key, S("x"), S("999993653")), b = pseudonym_of(key, S("y"), S("999993653"));
    assert_memory_not_equal(a.at, b.at, sizeof a.at);
    struct sha256 h = sha256_of(S("abc"));
    assert_str(hex_print(&tmp, h.at, 32), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    unsigned char back[4];
    assert_true(hex_parse(S("00ff10ab"), back, 4) && back[3] == 0xab);
    assert_false(hex_parse(S("00ff10a"), back, 4));
    assert_false(hex_parse(S("00ff10ag"), back, 4));
}

static void test_passwords(void **s)
{
    (void)s;
    struct password p = {.salt = {1, 2, 3}, .passes = 1, .memory_bytes = 64 << 10}, q = p;
    bool right;
    assert_true(password_make(S("correct paard"), &p));
    assert_true(password_is(S("correct paard"), &p, &right) && right);
    assert_true(password_is(S("correct paarD"), &p, &right) && !right);
    assert_true(password_is(S("correct paard "), &p, &right) && !right);
    assert_true(password_is(S(""), &p, &right) && !right);
    q.salt[0]++;
    assert_true(password_make(S("correct paard"), &q));
    assert_memory_not_equal(p.hash, q.hash, sizeof p.hash);
    q = p;
    q.passes = 2; /* what it was made with counts */
    assert_true(password_is(S("correct paard"), &q, &right) && !right);
    q = (struct password){.passes = 1, .memory_bytes = 1};
    assert_false(password_make(S("x"), &q));
    assert_false(password_is(S("x"), &q, &right) || right);
}

static void test_dice_replays(void **s)
{
    (void)s;
    struct dice a = dice_open(7, 1), b = dice_open(7, 1), c = dice_open(7, 2);
    assert_int_equal(dice_roll(&a), dice_roll(&b));
    assert_int_not_equal(dice_roll(&a), dice_roll(&c));
    int64_t sum = 0;
    for (int i = 0; i < 10000; i++)
        sum += dice_below(&a, 1001);
    assert_true(sum / 10000 > 480 && sum / 10000 < 520);
}

static bool take_all(void *ctx, struct err *e)
{
    (void)e;
    struct arena *a = ctx;
    for (int i = 0; i < 100; i++)
        arena_new(a, char, 1000);
    return true;
}

/* Tries stand inside tries; the innermost hears of it, and the outer one goes on. */
static bool take_all_within(void *ctx, struct err *e)
{
    struct err inner;
    return !arena_try(take_all, ctx, &inner) && inner.code == ERR_LIMIT && arena_try(take_all, ctx, e);
}

static bool refuse(void *ctx, struct err *e)
{
    return ctx ? true : fail_at(e, ERR_USAGE, "", 0, 0, "no");
}

static void test_full_arena(void **s)
{
    (void)s;
    struct err e = {0};
    struct arena small = arena_open(4096);
    char *start = small.at;
    assert_false(arena_try(take_all, &small, &e));
    assert_int_equal(e.code, ERR_LIMIT);
    e = (struct err){0};
    assert_false(arena_try(take_all_within, &small, &e));
    assert_int_equal(e.code, ERR_LIMIT);
    assert_true(arena_try(refuse, &small, &e));
    assert_false(arena_try(refuse, NULL, &e));
    assert_int_equal(e.code, ERR_USAGE);
    arena_close(&small, 4096, start);
}

int main(void)
{
    boot = arena_open(LIMIT_ARENA_BOOT);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_full_arena), cmocka_unit_test(test_rational_exact), cmocka_unit_test(test_rational_rounds),
        cmocka_unit_test(test_rational_overflow_is_refused), cmocka_unit_test(test_dates),
        cmocka_unit_test(test_bsn), cmocka_unit_test(test_text), cmocka_unit_test(test_words), cmocka_unit_test(test_map),
        cmocka_unit_test(test_yaml_reads), cmocka_unit_test(test_yaml_refuses),
        cmocka_unit_test(test_json), cmocka_unit_test(test_crypt), cmocka_unit_test(test_passwords), cmocka_unit_test(test_dice_replays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
