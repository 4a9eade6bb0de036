/* SPDX-License-Identifier: EUPL-1.2 */
/* account_test.c: INV-6: whatever is changed, removed, moved, added or cut off in an account is
 * found, and the sound account is accepted.
 */
#include "account/account.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

enum { LINES = 12 };
static struct arena boot;
static const struct key seed = {{1, 2, 3}}, other = {{9}};

static struct account_line line_of(int64_t n)
{
    static const char *const objects[] = {"00112233445566778899aabbccddeeff", "ffeeddccbbaa99887766554433221100",
                                          "run-7"};
    return (struct account_line){
        .at_ms = 1767225600000 + n * 17, .action = (enum account_action)(n % ACTION_COUNT), .actor = S("proces"),
        .object = str_of(objects[n % 3]), .result = S("cleared"), .run = S("run-7"),
        .policy = S("3333333333333333333333333333333333333333333333333333333333333333"),
    };
}

/* The account of the tests, and its head. */
static struct account_head fill(struct account_line *lines, int count)
{
    struct account_head head = {0};
    for (int i = 0; i < count; i++) {
        lines[i] = line_of(i);
        account_chain(boot, &head, &lines[i]);
    }
    return head;
}

/* Whether the lines verify against the head (NULL: no head kept). */
static bool holds(const struct account_line *lines, int count, const struct account_head *head, struct err *e)
{
    struct account_check check = {0};
    for (int i = 0; i < count; i++)
        if (!account_check_line(boot, &check, &lines[i], e))
            return false;
    return account_check_finish(&check, head, e);
}

static void broken(const struct account_line *lines, int count, const struct account_head *head, const char *words)
{
    struct err e = {.code = ERR_NONE};
    if (holds(lines, count, head, &e))
        fail_msg("not found: %s", words);
    assert_int_equal(e.code, ERR_ACCOUNT);
    if (!strstr(e.text, words))
        fail_msg("'%s' lacks '%s'", e.text, words);
}

static void test_sound(void **s)               /* INV-6 */
{
    (void)s;
    struct account_line lines[LINES];
    struct account_head head = fill(lines, LINES), empty = {0};
    struct err e;
    assert_true(holds(lines, LINES, &head, &e));
    assert_true(holds(lines, LINES, NULL, &e));
    assert_true(holds(lines, 0, &empty, &e));
    assert_int_equal(head.seq, LINES);
    assert_int_equal(lines[0].seq, 1);
    assert_true(hash_eq(lines[0].previous, empty.hash));
    assert_true(hash_eq(lines[1].previous, lines[0].hash));
}

/* ---- every field of every line ------------------------------------------------------------------ */

static void change_text(struct str *text) { *text = text->len ? str_slice(*text, 0, text->len - 1) : S("x"); }

static void change(struct account_line *line, int field)
{
    switch (field) {
    case 0: line->seq++; break;
    case 1: line->at_ms++; break;
    case 2: line->action = (enum account_action)((line->action + 1) % ACTION_COUNT); break;
    case 3: change_text(&line->actor); break;
    case 4: change_text(&line->object); break;
    case 5: change_text(&line->result); break;
    case 6: change_text(&line->run); break;
    case 7: change_text(&line->policy); break;
    case 8: line->previous.at[31] ^= 1; break;
    case 9: line->hash.at[0] ^= 128; break;
    case 10: line->at_ms = -line->at_ms; break;
    case 11: line->action = ACTION_COUNT; break;
    case 12: line->actor = S("a\"b<\n"); break;
    default: fail_msg("no such field");
    }
}

static void test_every_field_of_every_line(void **s)   /* INV-6 */
{
    (void)s;
    for (int i = 0; i < LINES; i++) {
        for (int field = 0; field <= 12; field++) {
            struct account_line lines[LINES];
            struct account_head head = fill(lines, LINES);
            char where[32];
            change(&lines[i], field);
            snprintf(where, sizeof where, "line %d ", i + 1);
            broken(lines, LINES, &head, where);
            broken(lines, LINES, NULL, where + 0);
        }
    }
}

/* A forger who also recomputes the hash of the line is found at the next line, or at the head. */
static void test_changed_and_rehashed(void **s)        /* INV-6 */
{
    (void)s;
    for (int i = 0; i < LINES; i++) {
        struct account_line lines[LINES];
        struct account_head head = fill(lines, LINES), before = {i, lines[i].previous};
        lines[i].object = S("00000000000000000000000000000000");
        account_chain(boot, &before, &lines[i]);
        broken(lines, LINES, &head, i + 1 < LINES ? "does not follow" : "rewritten");
    }
}

static void test_everything_rewritten(void **s)        /* INV-6: only the signed head tells */
{
    (void)s;
    struct account_line lines[LINES];
    struct account_head head = fill(lines, LINES), forged = {0};
    struct err e;
    for (int i = 0; i < LINES; i++) {
        lines[i].result = S("not_entitled");
        account_chain(boot, &forged, &lines[i]);
    }
    assert_true(holds(lines, LINES, NULL, &e));
    broken(lines, LINES, &head, "rewritten");
}

/* ---- lines removed, moved, added, cut off ------------------------------------------------------------ */

static void test_removed(void **s)             /* INV-6 */
{
    (void)s;
    for (int i = 0; i < LINES; i++) {
        struct account_line lines[LINES];
        struct account_head head = fill(lines, LINES);
        memmove(&lines[i], &lines[i + 1], (size_t)(LINES - 1 - i) * sizeof *lines);
        broken(lines, LINES - 1, &head, i + 1 < LINES ? "was removed, added or moved" : "cut off");
        for (int k = i; k < LINES - 1; k++)    /* renumbered to hide the gap */
            lines[k].seq = k + 1;
        broken(lines, LINES - 1, &head, i + 1 < LINES ? "does not follow" : "cut off");
    }
}

static void test_swapped(void **s)             /* INV-6 */
{
    (void)s;
    for (int i = 0; i < LINES; i++) {
        for (int j = i + 1; j < LINES; j++) {
            struct account_line lines[LINES];
            struct account_head head = fill(lines, LINES);
            struct account_line first = lines[i];
            lines[i] = lines[j];
            lines[j] = first;
            broken(lines, LINES, &head, "was removed, added or moved");
            lines[i].seq = i + 1;
            lines[j].seq = j + 1;
            broken(lines, LINES, &head, "does not follow");
        }
    }
}

static void test_inserted(void **s)            /* INV-6 */
{
    (void)s;
    for (int i = 0; i <= LINES; i++) {
        struct account_line lines[LINES + 1];
        struct account_head head = fill(lines, LINES), before = {i, i ? lines[i - 1].hash : (struct hash){{0}}};
        memmove(&lines[i + 1], &lines[i], (size_t)(LINES - i) * sizeof *lines);
        lines[i] = line_of(99);
        account_chain(boot, &before, &lines[i]);       /* a good line in itself */
        broken(lines, LINES + 1, &head, i < LINES ? "was removed, added or moved" : "lines were added");
    }
}

static void test_cut_off(void **s)             /* INV-6 */
{
    (void)s;
    struct account_line lines[LINES];
    struct account_head head = fill(lines, LINES);
    struct err e;
    for (int count = 0; count < LINES; count++) {
        broken(lines, count, &head, "cut off");
        assert_true(holds(lines, count, NULL, &e));    /* why the head is kept elsewhere */
    }
}

static void test_twice(void **s)
{
    (void)s;
    struct account_line lines[LINES + 1];
    struct account_head head = fill(lines, LINES);
    lines[LINES] = lines[LINES - 1];
    broken(lines, LINES + 1, &head, "was removed, added or moved");
}

/* ---- the form ------------------------------------------------------------------------------------------ */

static struct str by_tree(struct arena *a, const struct account_line *line)
{
    struct json *j = js_object(a);
    js_put_int(a, j, S("seq"), line->seq);
    js_put_int(a, j, S("at_ms"), line->at_ms);
    js_put_text(a, j, S("action"), str_of(action_name(line->action)));
    js_put_text(a, j, S("actor"), line->actor);
    js_put_text(a, j, S("object"), line->object);
    js_put_text(a, j, S("result"), line->result);
    js_put_text(a, j, S("run"), line->run);
    js_put_text(a, j, S("policy"), line->policy);
    struct buf out = buf_open(a, 1 << 16);
    js_canonical(j, &out);
    return buf_str(&out);
}

static void test_canonical_is_canonical(void **s)
{
    (void)s;
    static const int64_t numbers[] = {0, 1, -1, 1767225600000, INT64_MAX, INT64_MIN};
    static const char *const texts[] = {"",    "plain",       "a\"b", "back\\slash",
                                        "<b>", "line\nbreak", "\x01", "\u00e9\u20ac"};
    for (int i = 0; i < COUNT(numbers); i++) {
        for (int k = 0; k < COUNT(texts); k++) {
            struct arena a = boot;
            struct account_line line = line_of(i);
            line.seq = numbers[i];
            line.at_ms = numbers[i];
            line.object = str_of(texts[k]);
            line.run = (struct str){NULL, 0};
            struct buf out = buf_open(&a, LIMIT_ACCOUNT_LINE);
            account_canonical(&line, &out);
            struct str want = by_tree(&a, &line);
            assert_int_equal(out.len, want.len);
            assert_memory_equal(out.at, want.at, want.len);
        }
    }
}

static void test_too_large_a_line(void **s)
{
    (void)s;
    static char big[LIMIT_ACCOUNT_LINE];
    memset(big, 'x', sizeof big);
    struct account_line lines[LINES];
    struct account_head head = fill(lines, LINES);
    lines[3].object = (struct str){big, sizeof big};
    broken(lines, LINES, &head, "larger than");
}

static void test_action_names(void **s)
{
    (void)s;
    for (int i = 0; i < ACTION_COUNT; i++) {
        enum account_action back;
        assert_true(action_find(str_of(action_name((enum account_action)i)), &back) && (int)back == i);
        assert_true(action_words(back).nl.len > 0 && action_words(back).en.len > 0);
    }
    enum account_action back;
    assert_false(action_find(S("nothing"), &back));
}

/* ---- the signed head ------------------------------------------------------------------------------------ */

static void head_refused(struct str bytes, struct public_key key)
{
    struct arena a = boot;
    struct account_head out = {.seq = -5};
    struct err e = {.code = ERR_NONE};
    assert_false(account_head_read(&a, S("head"), bytes, key, &out, &e));
    assert_true(e.code == ERR_ACCOUNT || e.code == ERR_JSON);
    assert_int_equal(out.seq, -5);
}

static void test_head(void **s)                /* INV-6 */
{
    (void)s;
    struct account_line lines[LINES];
    struct account_head head = fill(lines, LINES), back;
    struct arena a = boot;
    struct err e;
    struct str bytes = account_head_sign(&a, head, seed);
    assert_true(account_head_read(&a, S("head"), bytes, sign_public(seed), &back, &e));
    assert_true(back.seq == LINES && hash_eq(back.hash, head.hash));
    struct account_head empty = {0}, none = {.seq = 9};
    assert_true(account_head_read(&a, S("head"), account_head_sign(&a, empty, seed), sign_public(seed), &none, &e));
    assert_true(none.seq == 0 && hash_eq(none.hash, empty.hash));
    head_refused(bytes, sign_public(other));
    head_refused(account_head_sign(&a, head, other), sign_public(seed));
    head_refused(S(""), sign_public(seed));
    head_refused(S("{}"), sign_public(seed));
    head_refused(S("[1, 2]"), sign_public(seed));
    head_refused(S("{\"account\": 1, \"signature\": 2}"), sign_public(seed));
}

/* Any character of the file changed: refused, or (upper case hexadecimal) the same head. */
static void test_head_every_byte(void **s)     /* INV-6 */
{
    (void)s;
    struct account_line lines[LINES];
    struct account_head head = fill(lines, LINES);
    struct arena a = boot;
    struct str bytes = account_head_sign(&a, head, seed);
    char *at = str_z(&a, bytes);
    for (ptrdiff_t i = 0; i < bytes.len; i++) {
        char was = at[i];
        if (was == ' ' || was == '\n')
            continue;
        at[i] = was == '1' ? '2' : '1';
        head_refused((struct str){at, bytes.len}, sign_public(seed));
        at[i] = was;
        head_refused(str_slice(bytes, 0, i), sign_public(seed));
    }
}

/* ---- a large account ---------------------------------------------------------------------------------------- */

static void test_many_lines(void **s)
{
    (void)s;
    enum { MANY = 200000 };
    struct arena a = boot;
    struct account_line *lines = arena_new(&a, struct account_line, MANY);
    struct account_head head = {0};
    struct err e;
    clock_t start = clock();
    for (int i = 0; i < MANY; i++) {
        lines[i] = line_of(i);
        account_chain(a, &head, &lines[i]);
    }
    clock_t chained = clock();
    struct account_check check = {0};
    for (int i = 0; i < MANY; i++)
        assert_true(account_check_line(a, &check, &lines[i], &e));
    assert_true(account_check_finish(&check, &head, &e));
    assert_int_equal(check.count, MANY);
    /* Told, not judged: machines differ. */
    printf("# %d lines: chained in %.0f ms, checked in %.0f ms\n", MANY,
           (double)(chained - start) * 1e3 / CLOCKS_PER_SEC, (double)(clock() - chained) * 1e3 / CLOCKS_PER_SEC);
}

int main(void)
{
    boot = arena_open(LIMIT_ARENA_REQUEST);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sound), cmocka_unit_test(test_every_field_of_every_line),
        cmocka_unit_test(test_changed_and_rehashed), cmocka_unit_test(test_everything_rewritten),
        cmocka_unit_test(test_removed), cmocka_unit_test(test_swapped), cmocka_unit_test(test_inserted),
        cmocka_unit_test(test_cut_off), cmocka_unit_test(test_twice), cmocka_unit_test(test_canonical_is_canonical),
        cmocka_unit_test(test_too_large_a_line), cmocka_unit_test(test_action_names), cmocka_unit_test(test_head),
        cmocka_unit_test(test_head_every_byte), cmocka_unit_test(test_many_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
