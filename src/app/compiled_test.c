/* SPDX-License-Identifier: EUPL-1.2 */
/* compiled_test.c: the law as C, made by the system's compiler, against the kernels: every row of tables
 * that are made to be odd. And its cache: whoever else could write it is refused. INV-9
 */
#include "place_test.h"

#include <stdlib.h>
#include <sys/stat.h>

static struct law_set laws;
static struct str folder;

#define ROWS 3001

static int64_t some_value(struct dice *d, const struct fact *f, int64_t row)
{
    const int64_t edges[] = {0, 1, -1, 2973600, 18463300, ((int64_t)1 << 28) - 1, (int64_t)1 << 28, ((int64_t)1 << 28) + 1,
                             -((int64_t)1 << 28), INT32_MAX, INT32_MIN, f->min, f->max, f->max + 1};
    switch (f->type) {
    case FACT_BOOLEAN: return dice_below(d, 5) > 0;
    case FACT_DATE: return dice_below(d, 50) ? day("1935-01-01") + dice_below(d, 32000) : LIMIT_DATE_LAST + 1;
    case FACT_PERSON: return dice_below(d, 8) ? row + dice_below(d, 17) - 8 : dice_below(d, ROWS + 5) - 2;
    default: return dice_below(d, 12) ? dice_below(d, 4000000) : edges[dice_below(d, COUNT(edges))];
    }
}

static void put(struct column *c, int64_t row, int64_t v)
{
    c->states[row] = CELL_PRESENT;
    if (c->type == COLUMN_BOOLEAN)
        ((uint8_t *)c->cells)[row] = (uint8_t)v;
    else if (c->type == COLUMN_AMOUNT || c->type == COLUMN_NUMBER)
        ((int64_t *)c->cells)[row] = v;
    else
        ((int32_t *)c->cells)[row] = (int32_t)v;
}

/* Lists of none to a few, one of them long; now and then somebody unseen, or who is not there. */
static void put_lists(struct arena *a, struct dice *d, struct column *c, int silence)
{
    int32_t *people = arena_new(a, int32_t, 6 * ROWS), *ends = c->cells, count = 0;
    for (int64_t row = 0; row < ROWS; row++) {
        c->states[row] = dice_below(d, 100) < silence ? (uint8_t)(1 + dice_below(d, 3)) : CELL_PRESENT;
        for (int64_t k = c->states[row] ? 0 : row == 700 ? 900 : dice_below(d, 3); k > 0; k--)
            people[count++] = (int32_t)(dice_below(d, 90) ? dice_below(d, ROWS) : dice_below(d, 2) ? PERSON_UNSEEN : ROWS + 3);
        ends[row] = count;
    }
    column_set_people(c, ROWS, people);
}

static void put_texts(struct dice *d, const struct plan *p, struct column *c)
{
    for (int64_t row = 0; row < ROWS; row++) {
        c->states[row] = dice_below(d, 20) ? CELL_PRESENT : (uint8_t)(1 + dice_below(d, 3));
        if (c->states[row] == CELL_PRESENT)
            column_put_text(c, row, p->text_count && dice_below(d, 6) ? p->texts[dice_below(d, p->text_count)] : S("een ander woord"));
    }
}

/* `silence` in a hundred cells are not present. */
static struct table odd_people(struct arena *a, const struct plan *p, uint64_t seed, int silence)
{
    static const enum column_type types[] = {
        [FACT_BOOLEAN] = COLUMN_BOOLEAN, [FACT_AMOUNT] = COLUMN_AMOUNT, [FACT_NUMBER] = COLUMN_NUMBER,
        [FACT_DATE] = COLUMN_DATE, [FACT_TEXT] = COLUMN_TEXT, [FACT_PERSON] = COLUMN_PERSON, [FACT_PEOPLE] = COLUMN_PEOPLE,
    };
    struct table t = table_open(a, ROWS);
    struct dice d = dice_open(seed, 9);
    for (int i = 0; i < p->fact_count; i++) {
        const struct fact *f = p->facts[i].fact;
        if (table_find(&t, f->name))
            continue;
        struct column *c = table_add(&t, f->name, types[f->type]);
        if (f->type == FACT_PEOPLE)
            put_lists(a, &d, c, silence);
        if (f->type == FACT_TEXT)
            put_texts(&d, p, c);
        if (f->type == FACT_PEOPLE || f->type == FACT_TEXT)
            continue;
        for (int64_t row = 0; row < ROWS; row++) {
            if (dice_below(&d, 100) < silence || (f->type == FACT_PERSON && dice_below(&d, 2)))
                c->states[row] = f->type == FACT_PERSON ? CELL_ABSENT : (uint8_t)(1 + dice_below(&d, 3));
            else
                put(c, row, some_value(&d, f, row));
        }
    }
    return t;
}

static int compare(struct arena tmp, const struct plan *p, const struct table *t, int *odd)
{
    struct binding_set *b = eval_bind(&tmp, p, t), *by_c = eval_bind(&tmp, p, t);
    const int64_t rows = t->rows;
    struct findings want = findings_open(&tmp, p, rows), got = findings_open(&tmp, p, rows);
    eval_rows(tmp, b, 0, rows, &want);
    ok(law_to_c(tmp, by_c, p, t, folder, &e));
    eval_rows(tmp, by_c, 0, 7, &got); /* ranges as threads get them, none of them round */
    eval_rows(tmp, by_c, 7, 1500, &got);
    eval_rows(tmp, by_c, 1500, rows, &got);
    int unknown = 0;
    for (int64_t i = 0; i < rows; i++) {
        if (want.verdict[i] != got.verdict[i] || want.amount_cents[i] != got.amount_cents[i] || want.amount_state[i] != got.amount_state[i])
            fail_msg(STR_FMT " row %lld: kernels %d %lld %d, C %d %lld %d", STR_ARG(p->scheme), (long long)i, want.verdict[i],
                     (long long)want.amount_cents[i],
                     want.amount_state[i], got.verdict[i], (long long)got.amount_cents[i], got.amount_state[i]);
        unknown += want.verdict[i] == VERDICT_UNKNOWN;
    }
    *odd = (int)eval_c_odd(by_c, 0, rows);
    return unknown;
}

static void test_odd_people(void **s)
{
    (void)s;
    static const char *const days[] = {"2025-07-01", "2026-11-24"};
    int unknown = 0, odd;
    for (int k = 0; k < 12; k++) {
        struct arena tmp = boot;
        struct plan *p;
        ok(plan_make(&tmp, &laws, S("zorgtoeslag"), day(days[k % 2]), &p, &e));
        struct table t = odd_people(&tmp, p, (uint64_t)k, k / 2 % 3 * 8);
        if (k % 4 < 2)
            table_narrow(&t);
        unknown += compare(tmp, p, &t, &odd);
    }
    assert_true(unknown > ROWS / 4); /* else silence was not tried */
}

/* Every shipped scheme that the kernels do can be C, lists of persons and all. HOORT_LONG=1 does last year's too. */
static void test_every_scheme(void **s)
{
    (void)s;
    static const char *const days[] = {"2026-11-24", "2025-07-01"};
    int schemes = 0, with_lists = 0, odd;
    for (int k = 0; k < (getenv("HOORT_LONG") ? COUNT(days) : 1); k++) {
        struct arena tmp = boot;
        const struct plan **plans;
        struct note *without;
        int count;
        ok(plans_of(&tmp, &laws, S(""), day(days[k]), &plans, &count, &without, &e));
        for (int i = 0; i < count; i++) {
            for (int seed = 0; seed < 3 && plans[i]->kernels; seed++) {
                struct arena own = tmp;
                struct table t = odd_people(&own, plans[i], (uint64_t)seed, seed * 2);
                if (seed)
                    table_narrow(&t);
                compare(own, plans[i], &t, &odd);
            }
            schemes += plans[i]->kernels;
            with_lists += plans[i]->kernels && plans[i]->over_people;
        }
    }
    assert_true(schemes >= 10 && with_lists >= 4);
}

/* Synthetic people have no columns yet for some schemes: those are the kernels'. */
static bool is_delivered(const struct plan *p, const struct table *t)
{
    for (int i = 0; i < p->fact_count; i++)
        if (!table_find(t, p->facts[i].fact->name))
            return false;
    return true;
}

/* Of people as they are it does nine in ten itself, for most schemes; where a law works out what few have (a daily wage
 * of a benefit) and does not ask first whether it is there, most are left to the kernels. */
static void test_ordinary_people(void **s)
{
    (void)s;
    struct arena tmp = boot;
    const int32_t today = day("2026-11-24");
    struct people_source from = {.file = S("test"), .as_of = today, .purpose = S("rehearsal")};
    struct people_report report;
    struct table t;
    const struct plan **plans;
    struct note *without;
    int count, odd, ordinary = 0;
    ok(people_synth(&tmp, (struct synth){4096, 5, today}, &laws.facts, &from.bytes, &e));
    ok(people_read_csv(&tmp, gate_permit_rehearsal(&tmp, &laws, today), &from, &t, &report, &e));
    ok(plans_of(&tmp, &laws, S(""), today, &plans, &count, &without, &e));
    for (int i = 0; i < count; i++) {
        if (!plans[i]->kernels || !is_delivered(plans[i], &t))
            continue;
        compare(tmp, plans[i], &t, &odd);
        if (getenv("HOORT_LONG"))
            fprintf(stderr, STR_FMT ": %d of %lld odd\n", STR_ARG(plans[i]->scheme), odd, (long long)t.rows);
        ordinary += odd < t.rows / 10;
    }
    assert_true(ordinary >= 4);
}

static void test_cache(void **s)
{
    (void)s;
    const struct str cache = in_place("cache"), source = S("int answer(void) { return 42; }\n"), broken = S("int answer(\n");
    void *function;
    struct paths made;
    for (int k = 0; k < 2; k++) {
        ok(object_load(boot, cache, source, "answer", &function, &e));
        assert_int_equal(((int (*)(void))(uintptr_t)function)(), 42);
        ok(folder_list(&boot, cache, S(".so"), &made, &e));
        assert_int_equal(made.count, 1); /* the second time it stood there */
    }
    refused(object_load(boot, cache, source, "question", &function, &e), ERR_FILE, "cannot be loaded");
    refused(object_load(boot, cache, broken, "answer", &function, &e), ERR_FILE, "compiler refused");
    char *object = str_z(&boot, made.at[0]);
    assert_int_equal(chmod(object, 0522), 0);
    refused(object_load(boot, cache, source, "answer", &function, &e), ERR_FILE, "others could have written");
    assert_int_equal(chmod(object, 0500), 0);
    assert_int_equal(chmod(str_z(&boot, cache), 0777), 0);
    refused(object_load(boot, cache, source, "answer", &function, &e), ERR_FILE, "others could have written");
}

static void test_what_has_no_c(void **s)
{
    (void)s;
    struct arena tmp = boot;
    struct plan *p;
    struct buf out = buf_open(&tmp, LIMIT_LAW_C_BYTES);
    ok(plan_output(&tmp, &laws, S("wet_op_de_zorgtoeslag"), S("hoogte_zorgtoeslag"), day("2026-11-24"), &p, &e));
    refused(app_law_c(p, &out, &e), ERR_PLAN, "single output");
    ok(plan_make(&tmp, &laws, S("zorgtoeslag"), day("2026-11-24"), &p, &e));
    struct table nobody_told = table_open(&tmp, 40);
    refused(law_to_c(tmp, eval_bind(&tmp, p, &nobody_told), p, &nobody_told, folder, &e), ERR_FACTS, "not delivered");
}

int main(void)
{
    boot = arena_open(LIMIT_ARENA_BOOT);
    ok(mkdtemp(place) != NULL);
    folder = in_place("compiled");
    ok(laws_or_fail(&boot, S("laws"), &laws, &e));
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_odd_people), cmocka_unit_test(test_every_scheme), cmocka_unit_test(test_ordinary_people),
        cmocka_unit_test(test_cache), cmocka_unit_test(test_what_has_no_c),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    folder_remove(boot, str_of(place));
    return failed;
}
