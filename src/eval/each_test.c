/* SPDX-License-Identifier: EUPL-1.2 */
/* each_test.c: FOREACH over persons (children), by the reference interpreter: who is in the list, what
 * is known of them, what the trace shows, and what a plan refuses. Lists of values: ops_test.c. INV-3
 */
#include "laws_test.h"

static struct arena boot;

static const char dictionary[] =
    "facts:\n"
    "- {name: kinderen, type: people" FACT_TAIL "- {name: geboren, type: date" FACT_TAIL
    "- {name: loon, type: amount, min: 0, max: 1000000" FACT_TAIL "- {name: thuis, type: boolean" FACT_TAIL
    "- {name: partner, type: person" FACT_TAIL;

static const char law_text[] =
    "$id: wet\nregulatory_layer: WET\npublication_date: '2020-01-01'\nvalid_from: '2020-01-01'\nbwb_id: BWBR0000001\n"
    "url: https://example.nl\narticles:\n  - number: '1'\n    text: t\n    url: https://example.nl\n"
    "    machine_readable:\n      execution:\n"
    "        parameters: [{name: bsn, type: string, required: true}]\n        input:\n"
    "          - {name: kinderen, type: array, source: {}}\n          - {name: partner_bsn, type: string, source: {}}\n"
    "          - {name: aantal_partner, type: number, source: {regulation: wet, output: aantal, parameters: {bsn: $partner_bsn}}}\n"
    "        output: [{name: aantal, type: number}]\n"
    "        actions:\n          - {output: aantal, value: {operation: FOREACH, collection: $kinderen, body: 1, combine: ADD}}\n"
    "          - {output: uit, value: ";

static const char binds[] =
    "bind:\n- {article: '1', input: kinderen, fact: kinderen}\n- {article: '1', input: partner_bsn, fact: partner}\n"
    "- {article: '1', input: kinderen, property: geboortedag, fact: geboren}\n"
    "- {article: '1', input: kinderen, property: loon, fact: loon}\n"
    "- {article: '1', input: kinderen, property: thuis, fact: thuis}\n";

static bool plan_for(struct arena *a, const char *expression, struct plan **p, struct err *e)
{
    struct buf text = buf_open(a, 1 << 20);
    buf_add(&text, str_of(law_text));
    buf_add(&text, str_of(expression));
    buf_add(&text, S("}\n"));
    struct law *law = law_from(a, S("wet.yaml"), buf_str(&text), str_of(binds));
    struct law_set *set = arena_new(a, struct law_set, 1);
    *set = set_from(a, law, facts_from(a, str_of(dictionary)));
    return plan_output(a, set, S("wet"), S("uit"), day("2026-11-24"), p, e);
}

/* Rows 0-4 are children: 8 years, 20 years, born unknown, at home absent, born impossibly. Rows 5.. have lists. */
enum { TINY, GROWN, UNBORN, ODD, FAULTY, FAMILIES };
static const struct { int count; int32_t rows[4]; enum cell_state state; } families[] = {
    {2, {TINY, GROWN}, CELL_PRESENT}, {1, {TINY}, CELL_PRESENT}, {0, {0}, CELL_PRESENT}, {0, {0}, CELL_ABSENT},
    {0, {0}, CELL_UNKNOWN}, {0, {0}, CELL_FAULTY}, {2, {UNBORN, TINY}, CELL_PRESENT}, {1, {ODD}, CELL_PRESENT},
    {2, {FAULTY, TINY}, CELL_PRESENT}, {2, {PERSON_UNSEEN, TINY}, CELL_PRESENT}, {1, {9999}, CELL_PRESENT},
    {3, {TINY, TINY, GROWN}, CELL_PRESENT},
};
#define ROWS (FAMILIES + COUNT(families))

static struct table town(struct arena *a)
{
    struct table t = table_open(a, ROWS);
    struct column *list = table_add(&t, S("kinderen"), COLUMN_PEOPLE), *born = table_add(&t, S("geboren"), COLUMN_DATE);
    struct column *wage = table_add(&t, S("loon"), COLUMN_AMOUNT), *home = table_add(&t, S("thuis"), COLUMN_BOOLEAN);
    struct column *partner = table_add(&t, S("partner"), COLUMN_PERSON);
    int32_t *people = arena_new(a, int32_t, 4 * ROWS), count = 0;
    for (int i = 0; i < FAMILIES; i++) {
        put_cell(born, i, i == GROWN ? day("2006-05-05") : day("2018-01-31"), S(""));
        put_cell(wage, i, 100 * (i + 1), S(""));
        put_cell(home, i, i == TINY, S(""));
        partner->states[i] = CELL_ABSENT;
    }
    born->states[UNBORN] = CELL_UNKNOWN;
    home->states[ODD] = CELL_ABSENT;
    born->states[FAULTY] = CELL_FAULTY;
    for (int i = 0; i < ROWS; i++) {
        if (i >= FAMILIES) {
            list->states[i] = (uint8_t)families[i - FAMILIES].state;
            for (int k = 0; k < families[i - FAMILIES].count; k++)
                people[count++] = families[i - FAMILIES].rows[k];
            put_cell(partner, i, i == FAMILIES ? FAMILIES + 1 : FAMILIES, S(""));
        }
        ((int32_t *)list->cells)[i] = count;
    }
    column_set_people(list, ROWS, people);
    return t;
}

/* For each family: a number, T or N, U unknown, A absent, X faulty. */
static const struct { const char *expression; const char *want; } cases[] = {
    {"$aantal", "2 1 0 0 U X 2 1 2 2 1 3"},
    {"{operation: FOREACH, collection: $kinderen, as: kind, filter: {operation: LESS_THAN, subject: {operation: AGE, "
     "date_of_birth: $kind.geboortedag, reference_date: $referencedate}, value: 18}, body: 1, combine: ADD}",
     "1 1 0 0 U X U 1 X U X 2"},
    {"{operation: FOREACH, collection: $kinderen, as: kind, body: $kind.loon, combine: ADD}", "300 100 0 0 U X 400 400 600 U X 400"},
    {"{operation: FOREACH, collection: $kinderen, as: kind, body: $kind.loon, combine: MIN}", "100 100 A A U X 100 400 100 U X 100"},
    {"{operation: FOREACH, collection: $kinderen, as: kind, body: $kind.loon, combine: MAX}", "200 100 A A U X 300 400 500 U X 200"},
    {"{operation: FOREACH, collection: $kinderen, as: kind, body: $kind.thuis, combine: OR}", "T T N N U X T X T T X T"},
    {"{operation: FOREACH, collection: $kinderen, as: kind, body: $kind.thuis, combine: AND}", "N T T T U X N X N U X N"},
    {"{operation: FOREACH, collection: $kinderen, as: kind, filter: $kind.thuis, body: $kind.loon, combine: ADD}",
     "100 100 0 0 U X 100 X 100 U X 200"},
    {"{operation: FOREACH, collection: $kinderen, as: kind, body: {operation: EQUALS, subject: $kind.thuis, value: null}, "
     "combine: OR}", "N N N N U X N T N U X N"},
    {"{operation: FOREACH, collection: $kinderen, as: kind, filter: {operation: NOT, value: {operation: EQUALS, subject: $kind, "
     "value: null}}, body: 1, combine: ADD}", "2 1 0 0 U X 2 1 2 U X 3"},
    {"$aantal_partner", "1 2 2 2 2 2 2 2 2 2 2 2"},
    {"{operation: FOREACH, collection: {operation: LIST, items: [1, 2]}, as: keer, body: {operation: FOREACH, collection: "
     "$kinderen, as: kind, body: $kind.loon, combine: ADD}, combine: ADD}", "600 200 0 0 U X 800 800 1200 U X 800"},
};

static struct str shown(struct arena *a, const struct answer *x)
{
    static const char *const silent[] = {"", "U", "A", "X"};
    if (x->state != CELL_PRESENT)
        return str_of(silent[x->state]);
    return x->type == REG_BOOLEAN ? (x->truth ? S("T") : S("N")) : rational_print(a, x->number);
}

static void test_persons_in_every_state(void **s) /* INV-3 INV-9 */
{
    (void)s;
    struct arena tmp = boot;
    struct table t = town(&tmp);
    int by_kernels = 0;
    for (int k = 0; k < COUNT(cases); k++) {
        struct plan *p = NULL;
        struct err e;
        if (!plan_for(&tmp, cases[k].expression, &p, &e))
            fail_msg("%s: %s", cases[k].expression, e.text);
        assert_true(p->kernels || str_find(p->why, S("persons")) >= 0);
        struct binding_set *b = eval_bind(&tmp, p, &t);
        struct answer *all = arena_new(&tmp, struct answer, ROWS);
        struct str rest = str_of(cases[k].want);
        for (int i = FAMILIES; i < ROWS; i++) {
            struct str want = str_until(rest, ' ', &rest);
            struct answer got = eval_output(&tmp, b, i, true);
            struct str is = shown(&tmp, &got);
            if (!str_eq(is, want))
                fail_msg("%s, family %d: " STR_FMT ", not " STR_FMT, cases[k].expression, i - FAMILIES, STR_ARG(is), STR_ARG(want));
        }
        for (int i = 0; i < ROWS; i++)
            all[i] = eval_output(&tmp, b, i, false);
        int64_t row = p->kernels ? first_difference(&tmp, b, all, &rest) : -1;
        if (row >= 0)
            fail_msg("%s: " STR_FMT, cases[k].expression, STR_ARG(rest));
        by_kernels += p->kernels;
    }
    assert_int_equal(by_kernels, COUNT(cases) - 1); /* all but what is asked of the partner */
}

#define MANY 700

static enum cell_state some_state(struct dice *d)
{
    return dice_below(d, 8) ? CELL_PRESENT : (enum cell_state)(1 + dice_below(d, 3));
}

/* Lists of all lengths, one of them longer than a batch, of anybody: unseen and impossible people too. */
static struct table crowd(struct arena *a, uint64_t seed)
{
    struct table t = table_open(a, MANY);
    struct dice d = dice_open(seed, 3);
    struct column *list = table_add(&t, S("kinderen"), COLUMN_PEOPLE), *born = table_add(&t, S("geboren"), COLUMN_DATE);
    struct column *wage = table_add(&t, S("loon"), COLUMN_AMOUNT), *home = table_add(&t, S("thuis"), COLUMN_BOOLEAN);
    struct column *partner = seed % 3 ? table_add(&t, S("partner"), COLUMN_PERSON) : NULL;
    int32_t *people = arena_new(a, int32_t, 20 * MANY), count = 0;
    for (int i = 0; i < MANY; i++) {
        struct column *const cells[] = {born, wage, home, partner};
        const int64_t values[] = {day("1990-01-01") + dice_below(&d, 13000), dice_below(&d, 1000001), dice_below(&d, 2),
                                  dice_below(&d, MANY)};
        for (int k = 0; k < COUNT(cells); k++) {
            enum cell_state state = cells[k] ? some_state(&d) : CELL_UNKNOWN;
            if (cells[k] && state == CELL_PRESENT)
                put_cell(cells[k], i, values[k], S(""));
            else if (cells[k])
                cells[k]->states[i] = (uint8_t)state;
        }
        list->states[i] = (uint8_t)some_state(&d);
        int64_t length = i == 333 ? 1100 : dice_below(&d, 3) ? dice_below(&d, 4) : dice_below(&d, 12);
        for (int64_t k = 0; list->states[i] == CELL_PRESENT && k < length; k++)
            people[count++] = dice_below(&d, 40) ? (int32_t)dice_below(&d, MANY) : dice_below(&d, 2) ? PERSON_UNSEEN : MANY + 5;
        ((int32_t *)list->cells)[i] = count;
    }
    column_set_people(list, MANY, people);
    if (seed % 2)
        table_narrow(&t);
    return t;
}

static void test_many_persons(void **s) /* INV-9 */
{
    (void)s;
    for (uint64_t seed = 0; seed < 6; seed++)
        for (int k = 0; k < COUNT(cases); k++) {
            struct arena tmp = boot;
            struct plan *p = NULL;
            struct err e;
            struct str says;
            if (!plan_for(&tmp, cases[k].expression, &p, &e))
                fail_msg("%s: %s", cases[k].expression, e.text);
            struct table t = crowd(&tmp, seed);
            struct binding_set *b = eval_bind(&tmp, p, &t);
            struct answer *all = arena_new(&tmp, struct answer, MANY);
            for (int i = 0; i < MANY; i++)
                all[i] = eval_output(&tmp, b, i, false);
            int64_t row = p->kernels ? first_difference(&tmp, b, all, &says) : -1;
            if (row >= 0)
                fail_msg("seed %d, %s: " STR_FMT, (int)seed, cases[k].expression, STR_ARG(says));
        }
}

/* Every person is a node of the trace; what was lacking about whom is known. */
static void test_the_trace_has_each_person(void **s)
{
    (void)s;
    struct arena tmp = boot;
    struct table t = town(&tmp);
    struct plan *p = NULL;
    struct err e;
    assert_true(plan_for(&tmp, cases[1].expression, &p, &e));
    struct binding_set *b = eval_bind(&tmp, p, &t);
    struct answer got = eval_output(&tmp, b, FAMILIES, true);
    const struct trace *each = got.trace->first;
    int people = 0;
    assert_true(str_eq(each->name, S("FOREACH")));
    for (const struct trace *c = each->first; c; c = c->next)
        if (str_eq(c->name, S("kind"))) {
            people++;
            assert_int_equal(c->count > 0, 1);
        }
    assert_int_equal(people, 2);
    assert_int_equal(got.missing, 0);
    got = eval_output(&tmp, b, FAMILIES + 6, true);
    assert_int_equal(got.state, CELL_UNKNOWN);
    bool seen = false;
    for (int i = 0; i < p->fact_count; i++)
        if (got.missing >> i & 1) {
            seen |= str_eq(p->facts[i].fact->name, S("geboren")) && p->facts[i].path > 0;
            assert_true(p->paths[p->facts[i].path].relation->type == FACT_PEOPLE);
        }
    assert_true(seen);
}

static const struct { const char *expression, *says; } refusals[] = {
    {"{operation: FOREACH, collection: $kinderen, as: kind, body: $kind.schoenmaat, combine: ADD}", "bind it in the sidecar"},
    {"{operation: FOREACH, collection: $kinderen, as: kind, body: $kind.loon}", "say how they combine"},
    {"{operation: FOREACH, collection: $kinderen, as: kind, body: $kind.thuis, combine: ADD}", "a truth value where a number"},
    {"{operation: FOREACH, collection: $kinderen, as: kind, body: $kind, combine: ADD}", "a person where a number"},
    {"{operation: ADD, values: [$kinderen, 1]}", "a list where a number"},
    {"{operation: EQUALS, subject: $kinderen, value: null}", "a list where"},
    {"$kinderen", "is a list"},
    {"{operation: IN, subject: 1, value: $kinderen}", "a list where"},
    {"{operation: FOREACH, collection: $partner_bsn, as: kind, body: $kind.loon, combine: ADD}", "a person where a date"},
};

static void test_what_a_plan_refuses(void **s)
{
    (void)s;
    for (int k = 0; k < COUNT(refusals); k++) {
        struct arena tmp = boot;
        struct plan *p = NULL;
        struct err e = {0};
        if (plan_for(&tmp, refusals[k].expression, &p, &e))
            fail_msg("%s: not refused", refusals[k].expression);
        if (!strstr(e.text, refusals[k].says) || (e.line == 0 && k != 6))
            fail_msg("%s: %s:%d: %s", refusals[k].expression, e.file, e.line, e.text);
    }
}

/* Two lists of a thousand in each other are a million items: refused, not waited for. */
static void test_items_are_counted(void **s)
{
    (void)s;
    struct arena tmp = boot;
    struct buf items = buf_open(&tmp, 1 << 20);
    for (int i = 0; i < LIMIT_LIST_ITEMS; i++)
        buf_print(&items, "%s%d", i ? ", " : "", i);
    struct buf all = buf_open(&tmp, 1 << 20);
    for (int k = 0; k < 2; k++) {
        buf_print(&all, "{operation: FOREACH, as: x%d, collection: {operation: LIST, items: [", k);
        buf_add(&all, buf_str(&items));
        buf_add(&all, S("]}, combine: ADD, body: "));
    }
    buf_add(&all, S("1}}"));
    struct plan *p = NULL;
    struct err e;
    assert_false(plan_for(&tmp, str_z(&tmp, buf_str(&all)), &p, &e));
    assert_non_null(strstr(e.text, "items of FOREACH"));
}

int main(void)
{
    boot = arena_open(LIMIT_ARENA_BOOT);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_persons_in_every_state), cmocka_unit_test(test_many_persons),
        cmocka_unit_test(test_the_trace_has_each_person),
        cmocka_unit_test(test_what_a_plan_refuses), cmocka_unit_test(test_items_are_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
