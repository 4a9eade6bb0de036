/* SPDX-License-Identifier: EUPL-1.2 */
/* table_test.c: columns of every type, states that carry no value, copies whose relations follow,
 * and a hash that any cell, state or name changes. INV-3
 */
#include "table/table.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

static struct arena boot;

static const enum column_type types[] = {COLUMN_BOOLEAN, COLUMN_AMOUNT, COLUMN_NUMBER, COLUMN_DATE, COLUMN_PERSON, COLUMN_TEXT};
static const struct str names[] = {S("boolean"), S("amount"), S("number"), S("date"), S("person"), S("text")};

static void put(struct column *c, int64_t row, int64_t v)
{
    if (c->type == COLUMN_TEXT)
        column_put_text(c, row, v ? S("ja") : S("nee"));
    else
        column_put(c, row, c->type == COLUMN_BOOLEAN ? v != 0 : v);
    c->states[row] = CELL_PRESENT;
}

/* Three people: the second is the partner of the first; of the third nothing is known. */
static struct table three(struct arena *a)
{
    struct table t = table_open(a, 3);
    t.label = S("synthetic");
    t.synthetic = true;
    for (int i = 0; i < COUNT(types); i++) {
        struct column *c = table_add(&t, names[i], types[i]);
        c->source = S("BRP");
        c->as_of = 20000 + i;
        c->min = -5;
        c->max = 5;
        put(c, 0, 1);
        put(c, 1, 0);
    }
    for (int64_t row = 0; row < 3; row++) {
        t.who[row].at[0] = (unsigned char)(row + 1);
        t.line[row] = (int32_t)(row + 2);
    }
    return t;
}

static void test_cells_of_every_type(void **s)
{
    (void)s;
    struct arena tmp = boot;
    struct table t = three(&tmp);
    assert_int_equal(t.column_count, COUNT(types));
    for (int i = 0; i < COUNT(types); i++) {
        const struct column *c = table_find(&t, names[i]);
        assert_non_null(c);
        assert_int_equal(c->type, types[i]);
        assert_int_equal((uintptr_t)c->cells % 64, 0);
        assert_int_equal(column_state(c, 0), CELL_PRESENT);
        if (c->type == COLUMN_TEXT)
            assert_true(str_eq(column_text(c, 0), S("ja")) && column_text(c, 2).len == 0);
        else
            assert_true(column_int(c, 0) == 1 && column_int(c, 1) == 0);
    }
    assert_null(table_find(&t, S("boo")));
}

static void test_sizes(void **s)
{
    (void)s;
    static const int64_t bytes[] = {1, 8, 8, 4, 4, 4};
    struct arena tmp = boot;
    struct table t = three(&tmp);
    for (int i = 0; i < COUNT(types); i++)
        assert_int_equal(column_bytes(&t.columns[i]), bytes[types[i]]);
}

static void test_narrow(void **s)
{
    (void)s;
    static const struct { int64_t cell; bool narrow; } cases[] = {
        {INT32_MAX, true}, {INT32_MIN, true}, {(int64_t)INT32_MAX + 1, false}, {(int64_t)INT32_MIN - 1, false}, {INT64_MAX, false},
        {INT64_MIN, false}, {-1, true},
    };
    for (int i = 0; i < COUNT(cases); i++) {
        struct arena tmp = boot;
        struct table t = three(&tmp);
        put(&t.columns[1], 1, cases[i].cell);
        struct hash before = table_hash(&t);
        table_narrow(&t);
        table_narrow(&t); /* twice is once */
        assert_int_equal(column_bytes(&t.columns[1]), cases[i].narrow ? 4 : 8);
        assert_int_equal(column_bytes(&t.columns[2]), 4);
        assert_int_equal(column_bytes(&t.columns[5]), 4);
        assert_true(t.columns[0].states == NULL && column_state(&t.columns[0], 2) == CELL_UNKNOWN);
        assert_true(column_int(&t.columns[0], 0) == 1 && column_int(&t.columns[0], 1) == 0);
        assert_true(hash_eq(before, table_hash(&t)));
        assert_int_equal(column_int(&t.columns[1], 0), 1);
        assert_true(column_int(&t.columns[1], 1) == cases[i].cell);
        struct table twice = table_repeat(&tmp, &t, 2);
        assert_true(column_int(&twice.columns[1], 4) == cases[i].cell);
        assert_true(column_int(&twice.columns[0], 3) == 1 && column_state(&twice.columns[0], 5) == CELL_UNKNOWN);
    }
}

/* Every value in every state; what is neither yes nor no makes the column stay as it is. */
static void test_narrow_truths(void **s)
{
    (void)s;
    for (int odd = 0; odd < 2; odd++) {
        struct arena tmp = boot;
        struct table t = table_open(&tmp, 1000);
        struct column *c = table_add(&t, S("truth"), COLUMN_BOOLEAN);
        for (int64_t i = 0; i < 1000; i++) {
            c->states[i] = (uint8_t)(i % 4);
            column_put(c, i, i % 4 ? 0 : i / 4 % 2);
        }
        column_put(c, 996, odd ? 2 : 1);
        const struct hash before = table_hash(&t);
        table_narrow(&t);
        assert_true((c->states != NULL) == odd && hash_eq(before, table_hash(&t)));
        for (int64_t i = 0; i < 1000; i++) {
            assert_int_equal(column_state(c, i), i % 4);
            assert_int_equal(column_int(c, i), i == 996 ? 1 + odd : i % 4 ? 0 : i / 4 % 2);
        }
    }
}

static void test_what_is_not_present_has_no_value(void **s) /* INV-3 */
{
    (void)s;
    struct arena tmp = boot;
    struct table t = three(&tmp);
    static const char *const words[] = {"present", "unknown", "absent", "faulty"};
    for (int i = 0; i < COUNT(types); i++)
        assert_int_equal(column_state(&t.columns[i], 2), CELL_UNKNOWN); /* a new cell is unknown, not zero */
    struct column *c = &t.columns[1];
    for (int state = CELL_UNKNOWN; state <= CELL_FAULTY; state++) {
        assert_string_equal(cell_state_name((enum cell_state)state), words[state]);
        put(c, 0, 77); /* whatever the bytes are */
        c->states[0] = (uint8_t)state;
        assert_int_equal(column_int(c, 0), 0);
        put(&t.columns[5], 0, 1);
        t.columns[5].states[0] = (uint8_t)state;
        assert_int_equal(column_text(&t.columns[5], 0).len, 0);
    }
}

static void test_row_of(void **s)
{
    (void)s;
    struct arena tmp = boot;
    struct table t = three(&tmp);
    struct pseudonym nobody = {{9}};
    assert_int_equal(table_row_of(&t, t.who[2]), 2);
    assert_int_equal(table_row_of(&t, nobody), -1);
}

static void test_repeat(void **s)
{
    (void)s;
    struct arena tmp = boot;
    struct table t = three(&tmp), many = table_repeat(&tmp, &t, 3);
    assert_int_equal(many.rows, 9);
    assert_true(many.synthetic && str_eq(many.label, t.label));
    for (int i = 0; i < COUNT(types); i++) {
        const struct column *one = &t.columns[i], *c = table_find(&many, names[i]);
        assert_true(c->type == one->type && c->as_of == one->as_of && str_eq(c->source, one->source));
        assert_true(c->min == -5 && c->max == 5);
        for (int64_t row = 0; row < 9; row++) {
            assert_int_equal(c->states[row], one->states[row % 3]);
            bool person = c->type == COLUMN_PERSON && c->states[row] == CELL_PRESENT;
            if (c->type == COLUMN_TEXT)
                assert_true(str_eq(column_text(c, row), column_text(one, row % 3)));
            else /* the partner of a copy is the copy of the partner */
                assert_int_equal(column_int(c, row), column_int(one, row % 3) + (person ? row / 3 * 3 : 0));
        }
    }
    assert_int_equal(((const int32_t *)table_find(&many, S("person"))->cells)[8], 0); /* unknown stays 0 */
    assert_int_equal(many.line[7], 3);
    assert_int_equal(table_row_of(&many, t.who[1]), 1);
}

static void test_hash_sees_everything(void **s)
{
    (void)s;
    struct arena tmp = boot;
    struct table t = three(&tmp), again = three(&tmp);
    struct hash before = table_hash(&t);
    assert_true(hash_eq(before, table_hash(&again)));
    for (int i = 0; i < COUNT(types); i++)
        for (int64_t row = 0; row < 3; row++) {
            struct table other = three(&tmp);
            put(&other.columns[i], row, row == 0 ? 0 : 1);
            assert_false(hash_eq(before, table_hash(&other)));
            for (int state = 0; state < 4; state++) {
                other = three(&tmp);
                bool same = other.columns[i].states[row] == state;
                other.columns[i].states[row] = (uint8_t)state;
                assert_int_equal(hash_eq(before, table_hash(&other)), same);
            }
        }
    again.columns[0].name = S("other");
    assert_false(hash_eq(before, table_hash(&again)));
    again = three(&tmp);
    again.who[1].at[15] = 1;
    assert_false(hash_eq(before, table_hash(&again)));
}

/* Bytes of one text are not the same as bytes of two. */
static void test_hash_keeps_texts_apart(void **s)
{
    (void)s;
    struct arena tmp = boot;
    struct table t[2];
    for (int k = 0; k < 2; k++) {
        t[k] = table_open(&tmp, 2);
        struct column *c = table_add(&t[k], S("text"), COLUMN_TEXT);
        column_put_text(c, 0, k ? S("ab") : S("a"));
        column_put_text(c, 1, k ? S("c") : S("bc"));
        c->states[0] = c->states[1] = CELL_PRESENT;
    }
    assert_false(hash_eq(table_hash(&t[0]), table_hash(&t[1])));
}

/* Each text once, however often it comes; a copy of a population has the same. */
static void test_texts_are_kept_once(void **s)
{
    (void)s;
    enum { ROWS = 3000, DIFFERENT = 701 };
    struct arena tmp = boot;
    struct table t = table_open(&tmp, ROWS);
    struct column *c = table_add(&t, S("text"), COLUMN_TEXT);
    assert_int_equal(column_bytes(c), 4);
    for (int64_t i = 0; i < ROWS - 1; i++) {
        char name[16] = "";
        const int len = i % DIFFERENT ? snprintf(name, sizeof name, "GM%d", (int)(i % DIFFERENT)) : 0;
        column_put_text(c, i, (struct str){name, len});
        c->states[i] = CELL_PRESENT;
        memset(name, '#', sizeof name);          /* the caller's bytes are the caller's */
    }
    assert_int_equal(c->texts->count, DIFFERENT);
    const struct table many = table_repeat(&tmp, &t, 2);
    for (int64_t i = 0; i < 2 * ROWS; i++) {
        const int64_t row = i % ROWS;
        struct arena own = tmp;
        const bool empty = row % DIFFERENT == 0 || row == ROWS - 1;
        const struct str want = empty ? S("") : str_format(&own, "GM%d", (int)(row % DIFFERENT));
        assert_true(str_eq(column_text(&many.columns[0], i), want));
    }
}

static struct table families(struct arena *a, int32_t second)
{
    static const int32_t ends[] = {2, 2, 2, 3};
    int32_t *people = arena_new(a, int32_t, 3);
    struct table t = table_open(a, 4);
    struct column *c = table_add(&t, S("children"), COLUMN_PEOPLE);
    memcpy(c->cells, ends, sizeof ends);
    c->states[0] = c->states[1] = c->states[3] = CELL_PRESENT;
    people[0] = 3;
    people[1] = second;
    people[2] = PERSON_UNSEEN;
    column_set_people(c, 4, people);
    return t;
}

static void test_lists_of_people(void **s)
{
    (void)s;
    struct arena tmp = boot;
    struct table t = families(&tmp, 2), many = table_repeat(&tmp, &t, 3);
    static const int32_t counts[] = {2, 0, 0, 1};
    int32_t count;
    for (int64_t row = 0; row < many.rows; row++) {
        const int32_t *people = column_people(&many.columns[0], row, &count);
        assert_int_equal(count, counts[row % 4]);
        if (row % 4 == 0)
            assert_true(people[0] == 3 + row && people[1] == 2 + row); /* the children of a copy are copies */
        if (row % 4 == 3)
            assert_int_equal(people[0], PERSON_UNSEEN);
    }
    struct table other = families(&tmp, 1), same = families(&tmp, 2);
    assert_true(hash_eq(table_hash(&t), table_hash(&same)));
    assert_false(hash_eq(table_hash(&t), table_hash(&other)));
    ((int32_t *)same.columns[0].cells)[0] = 1;   /* the same people, other families */
    assert_false(hash_eq(table_hash(&t), table_hash(&same)));
}

static void test_nobody(void **s)
{
    (void)s;
    struct arena tmp = boot;
    struct table t = table_open(&tmp, 0);
    table_add(&t, S("text"), COLUMN_TEXT);
    table_add(&t, S("people"), COLUMN_PEOPLE);
    struct table many = table_repeat(&tmp, &t, 4);
    assert_int_equal(many.rows, 0);
    assert_true(hash_eq(table_hash(&t), table_hash(&many)));
}

int main(void)
{
    boot = arena_open(LIMIT_ARENA_BOOT);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cells_of_every_type), cmocka_unit_test(test_sizes),
        cmocka_unit_test(test_narrow), cmocka_unit_test(test_narrow_truths),
        cmocka_unit_test(test_what_is_not_present_has_no_value), cmocka_unit_test(test_row_of),
        cmocka_unit_test(test_repeat), cmocka_unit_test(test_hash_sees_everything),
        cmocka_unit_test(test_hash_keeps_texts_apart), cmocka_unit_test(test_texts_are_kept_once),
        cmocka_unit_test(test_lists_of_people),
        cmocka_unit_test(test_nobody),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
