/* SPDX-License-Identifier: EUPL-1.2 */
/* receipt_test.c: the same laws and facts give the same receipt, wherever people stand in the file; each thing
 * that differs is found and named; a receipt is read back whole or refused. INV-9
 */
#include "shipped_test.h"

static struct arena boot;
static struct law_set laws;

enum { SELF, PARTNER, OTHER, PEOPLE };

struct town { struct table t; struct plan *plan; const struct binding_set *b; };

/* Three people; `swap`: the other way round in the file. */
static struct town town_of(struct arena *a, bool swap, int64_t income, const char *source)
{
    struct town out;
    struct err e;
    assert_true(plan_make(a, &laws, S("zorgtoeslag"), day("2026-11-24"), &out.plan, &e));
    out.t = table_open(a, PEOPLE);
    for (const struct fact *f = laws.facts.first; f; f = f->next) {
        if (f->type == FACT_PEOPLE)
            continue;
        struct column *c = table_add(&out.t, f->name, columns_of[f->type]);
        c->source = str_of(source);
        for (int person = 0; person < PEOPLE; person++) {
            const int64_t row = swap ? PEOPLE - 1 - person : person;
            int64_t v = f->type == FACT_DATE ? day("1980-05-01") : f->type == FACT_BOOLEAN ? 1 : 0;
            if (str_eq(f->name, S("verzamelinkomen")))
                v = person == SELF ? income : 900000;
            const int partner = person == SELF ? PARTNER : SELF;
            if (f->type == FACT_PERSON)
                v = swap ? PEOPLE - 1 - partner : partner;
            put_cell(c, row, f->type == FACT_PERSON && person == OTHER ? 0 : v, S("huur"));
            if (f->type == FACT_PERSON && person == OTHER)
                c->states[row] = CELL_ABSENT;
        }
    }
    return out;
}

static struct receipt receipt_of(struct arena *a, bool swap, int64_t income, const char *source, unsigned char salt)
{
    struct town *town = arena_new(a, struct town, 1);
    *town = town_of(a, swap, income, source);
    town->b = eval_bind(a, town->plan, &town->t); /* of the table where it stays */
    const int64_t row = swap ? PEOPLE - 1 : 0;
    struct explanation x = eval_explain(a, town->b, row);
    return eval_receipt(*a, town->b, row, &x, (struct hash){{salt}});
}

static void test_the_same(void **s)
{
    (void)s;
    struct arena tmp = boot;
    struct receipt one = receipt_of(&tmp, false, 1800000, "Belastingdienst", 1);
    struct receipt two = receipt_of(&tmp, true, 1800000, "Belastingdienst", 1);
    assert_null(receipt_difference(&one, &two));
    two.engine = S("hoort 9.9.9");
    assert_null(receipt_difference(&one, &two));
    assert_int_equal(one.verdict, VERDICT_YES);
    assert_true(one.amount_cents > 0);
}

static void test_what_differs_is_named(void **s)
{
    (void)s;
    struct arena tmp = boot;
    struct receipt one = receipt_of(&tmp, false, 1800000, "Belastingdienst", 1), two = one;
    two.laws.at[3] ^= 1;
    assert_string_equal(receipt_difference(&one, &two), "laws");
    two = one;
    two.amount_cents++;
    assert_string_equal(receipt_difference(&one, &two), "outcome");
    two = one;
    two.trace.at[31] ^= 1;
    assert_string_equal(receipt_difference(&one, &two), "trace");
    two = receipt_of(&tmp, false, 1800001, "Belastingdienst", 1);
    assert_string_equal(receipt_difference(&one, &two), "facts");
    two = receipt_of(&tmp, false, 1800000, "de inwoner", 1);
    assert_string_equal(receipt_difference(&one, &two), "facts");
    two = receipt_of(&tmp, false, 1800000, "Belastingdienst", 2); /* another salt: another commitment */
    assert_string_equal(receipt_difference(&one, &two), "facts");
}

static struct str text_of(struct arena *a, const struct receipt *r)
{
    struct buf out = buf_open(a, LIMIT_JSON_BYTES);
    js_pretty(receipt_json(a, r), &out);
    return buf_str(&out);
}

static void test_read_back(void **s)
{
    (void)s;
    struct arena tmp = boot;
    struct err e;
    struct receipt one = receipt_of(&tmp, false, 1800000, "Belastingdienst", 1), two;
    struct str text = str_copy(&tmp, text_of(&tmp, &one));
    assert_true(receipt_read(&tmp, S("r.json"), text, &two, &e));
    assert_null(receipt_difference(&one, &two));
    assert_true(str_eq(one.scheme, two.scheme) && one.date == two.date && str_eq(one.engine, two.engine));
    static const char *const keys[] = {"format", "engine", "scheme", "date", "verdict", "amount_state", "amount_cents",
                                       "laws", "plan", "salt", "facts", "trace"};
    for (int i = 0; i < COUNT(keys); i++) { /* a key by another name is a key too few */
        struct str broken = str_copy(&tmp, text);
        ptrdiff_t at = str_find(broken, str_of(keys[i]));
        assert_true(at > 0);
        ((char *)(uintptr_t)broken.at)[at] = 'X';
        assert_false(receipt_read(&tmp, S("r.json"), broken, &two, &e));
        assert_int_equal(e.code, ERR_FACTS);
    }
}

static int open_laws(void **s)
{
    (void)s;
    boot = arena_open(LIMIT_ARENA_BOOT);
    laws = shipped_laws(&boot);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_same), cmocka_unit_test(test_what_differs_is_named), cmocka_unit_test(test_read_back),
    };
    return cmocka_run_group_tests(tests, open_laws, NULL);
}
