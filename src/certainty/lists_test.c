/* SPDX-License-Identifier: EUPL-1.2 */
/* lists_test.c: what is certain of residents with children, when who they are or something about one of
 * them is not known: random families, random completions by the reference interpreter, none outside. INV-11
 */
#include "eval/laws_test.h"

#include "certainty/certainty.h"

#include <stdlib.h>

static struct arena boot;

static const char dictionary[] =
    "facts:\n"
    "- {name: kinderen, type: people" FACT_TAIL "- {name: geboren, type: date" FACT_TAIL
    "- {name: loon, type: amount, min: 0, max: 1000" FACT_TAIL "- {name: thuis, type: boolean" FACT_TAIL
    "- {name: partner, type: person" FACT_TAIL "- {name: arm, type: boolean" FACT_TAIL;

#define INPUT(name, type) "          - {name: " name ", type: " type ", source: {}}\n"
static struct plan *plan_for(struct arena *a, const char *right, const char *amount)
{
    struct str law = str_format(a, "$id: wet\nregulatory_layer: WET\npublication_date: '2020-01-01'\nvalid_from: '2020-01-01'\n"
        "bwb_id: BWBR0000001\nurl: https://example.nl\narticles:\n  - number: '1'\n    text: t\n    url: https://example.nl\n"
        "    machine_readable:\n      execution:\n        parameters: [{name: bsn, type: string, required: true}]\n        input:\n"
        INPUT("kinderen", "array") INPUT("arm", "boolean")
        "        output:\n          - {name: recht, type: boolean}\n          - {name: bedrag, type: amount}\n"
        "        actions:\n          - {output: recht, value: %s}\n          - {output: bedrag, value: %s}\n", right, amount);
    struct str side = S("bind:\n- {article: '1', input: kinderen, fact: kinderen}\n- {article: '1', input: arm, fact: arm}\n"
        "- {article: '1', input: kinderen, property: geboortedag, fact: geboren}\n"
        "- {article: '1', input: kinderen, property: loon, fact: loon}\n"
        "- {article: '1', input: kinderen, property: thuis, fact: thuis}\n"
        "scheme: {id: klein, name: {nl: r, en: r}, executor: x, entitled: recht, amount: bedrag, amount_period: year, "
        "apply: {nl: a, en: a, url: 'https://example.nl'}}\n");
    struct law_set *set = arena_new(a, struct law_set, 1);
    struct plan *p;
    struct err e;
    *set = set_from(a, law_from(a, S("wet.yaml"), law, side), facts_from(a, str_of(dictionary)));
    if (!plan_make(a, set, S("klein"), day("2026-11-24"), &p, &e))
        fail_msg("%s", e.text);
    assert_true(p->kernels && p->over_people);
    return p;
}

#define EACH(filter, body, combine) \
    "{operation: FOREACH, collection: $kinderen, as: kind, filter: " filter ", body: " body ", combine: " combine "}"
#define YOUNG "{operation: LESS_THAN, subject: {operation: AGE, date_of_birth: $kind.geboortedag, reference_date: $referencedate}, " \
    "value: 18}"
#define COUNT_YOUNG EACH(YOUNG, "1", "ADD")
#define AT_LEAST(x, n) "{operation: GREATER_THAN_OR_EQUAL, subject: " x ", value: " n "}"
#define EVERY EACH("true", "$kind.thuis", "AND")
#define SOME EACH(YOUNG, "$kind.thuis", "OR")
#define WAGES EACH("$kind.thuis", "$kind.loon", "ADD")

static const struct { const char *right, *amount; } laws[] = {
    {AT_LEAST(COUNT_YOUNG, "1"), "{operation: MULTIPLY, values: [" COUNT_YOUNG ", 2500]}"},
    {SOME, WAGES},
    {EVERY, "{operation: IF, cases: [{when: $arm, then: " COUNT_YOUNG "}], default: 7}"},
    {"{operation: AND, conditions: [$arm, " AT_LEAST(COUNT_YOUNG, "2") "]}", WAGES},
    {"{operation: OR, conditions: [$arm, " SOME "]}", "{operation: SUBTRACT, values: [1000, " WAGES "]}"},
    {"$arm", EACH("$kind.thuis", "$kind.loon", "MIN")},
    {"{operation: NOT, value: " SOME "}", EACH("true", "$kind.loon", "MAX")},
    {AT_LEAST(EACH("true", "1", "ADD"), "1"), EACH(YOUNG, "$kind.loon", "MAX")},
};

/* ---- a town: the last rows are strangers, who fill in what is not known -------------------------------------- */

enum { FAMILIES = 24, CHILDREN = 60, STRANGERS = 6, ROWS = FAMILIES + CHILDREN + STRANGERS, LIST_MAX = 4 };

struct town { struct table t; int32_t *people; };

static void any_fact(struct dice *d, struct column *c, int64_t row, bool known)
{
    static const char *const birthdays[] = {"2008-11-24", "2008-11-25", "1999-01-01", "2020-02-29"};
    const int64_t values[] = {dice_below(d, 2), dice_below(d, 3) ? dice_below(d, 1001) : 1000 * dice_below(d, 2),
                              day(birthdays[dice_below(d, COUNT(birthdays))])};
    const int64_t roll = dice_below(d, 10);
    put_cell(c, row, values[c->type == COLUMN_BOOLEAN ? 0 : c->type == COLUMN_AMOUNT ? 1 : 2], S(""));
    enum cell_state state = roll < 6 ? CELL_PRESENT : roll < 8 && !known ? CELL_UNKNOWN : roll == 8 ? CELL_ABSENT : CELL_PRESENT;
    if (roll == 9 && !known && dice_below(d, 4) == 0)
        state = CELL_FAULTY;
    if (state == CELL_PRESENT)
        return;
    put_cell(c, row, 0, S(""));
    c->states[row] = (uint8_t)state;
}

static const char *const facts_of_children[] = {"geboren", "loon", "thuis", "arm"};

static struct town town_make(struct arena *a, uint64_t seed)
{
    struct town w = {table_open(a, ROWS), arena_new(a, int32_t, ROWS * LIST_MAX)};
    struct dice d = dice_open(seed, 1);
    struct column *list = table_add(&w.t, S("kinderen"), COLUMN_PEOPLE);
    table_add(&w.t, S("geboren"), COLUMN_DATE);
    table_add(&w.t, S("loon"), COLUMN_AMOUNT);
    table_add(&w.t, S("thuis"), COLUMN_BOOLEAN);
    table_add(&w.t, S("arm"), COLUMN_BOOLEAN);
    int32_t count = 0;
    for (int64_t i = 0; i < ROWS; i++) {
        for (int k = 0; k < COUNT(facts_of_children); k++)
            any_fact(&d, (struct column *)table_find(&w.t, str_of(facts_of_children[k])), i, i >= ROWS - STRANGERS);
        const int64_t roll = i < FAMILIES ? dice_below(&d, 8) : 7;
        list->states[i] = roll == 0 ? CELL_UNKNOWN : roll == 1 ? CELL_ABSENT : CELL_PRESENT;
        for (int k = (int)dice_below(&d, LIST_MAX); roll > 1 && i < FAMILIES && k > 0; k--)
            w.people[count++] = dice_below(&d, 9) == 0 ? PERSON_UNSEEN : FAMILIES + (int32_t)dice_below(&d, CHILDREN);
        ((int32_t *)list->cells)[i] = count;
    }
    column_set_people(list, ROWS, w.people);
    return w;
}

/* ---- completions -------------------------------------------------------------------------------------------------- */

static struct column *copy_column(struct table *to, const struct column *from)
{
    struct column *c = table_add(to, from->name, from->type);
    memcpy(c->cells, from->cells, (size_t)(to->rows * column_bytes(from)));
    memcpy(c->states, from->states, (size_t)to->rows);
    return c;
}

/* What is not known about a person becomes known, or is known not to be. */
static void know(struct dice *d, struct table *t, int64_t row)
{
    for (int k = 0; k < COUNT(facts_of_children); k++) {
        struct column *c = (struct column *)table_find(t, str_of(facts_of_children[k]));
        if (c->states[row] == CELL_UNKNOWN)
            any_fact(d, c, row, true);
    }
}

/* The list of this resident alone, and strangers for who is not known. */
static struct table complete(struct arena *a, const struct town *w, int64_t row, uint64_t seed)
{
    struct dice d = dice_open(seed, (uint64_t)row);
    struct table t = table_open(a, ROWS);
    for (int i = 0; i < w->t.column_count; i++)
        copy_column(&t, &w->t.columns[i]);
    struct column *list = (struct column *)table_find(&t, S("kinderen"));
    int32_t *people = arena_new(a, int32_t, LIST_MAX), count = 0, known;
    const int32_t *was = column_people(table_find(&w->t, S("kinderen")), row, &known);
    for (int i = 0; i < known; i++)
        people[count++] = was[i] == PERSON_UNSEEN ? ROWS - STRANGERS + i : was[i];
    if (list->states[row] == CELL_UNKNOWN) {
        list->states[row] = dice_below(&d, 4) ? CELL_PRESENT : CELL_ABSENT;
        for (int k = (int)dice_below(&d, LIST_MAX); list->states[row] == CELL_PRESENT && k > 0; k--)
            people[count++] = ROWS - STRANGERS + k;
    }
    for (int64_t i = 0; i < ROWS; i++)
        ((int32_t *)list->cells)[i] = i < row ? 0 : count;
    column_set_people(list, ROWS, people);
    for (int i = 0; i < STRANGERS; i++)
        for (int k = 0; k < COUNT(facts_of_children); k++)
            any_fact(&d, (struct column *)table_find(&t, str_of(facts_of_children[k])), ROWS - STRANGERS + i, true);
    know(&d, &t, row);
    for (int i = 0; i < count; i++)
        know(&d, &t, people[i]);
    return t;
}

static bool is_within(const struct bounds *b, const struct one *one)
{
    if (!(b->verdicts >> one->verdict & 1))
        return false;
    if (one->verdict != VERDICT_YES)
        return true;
    return (b->amount_states >> one->amount_state & 1) &&
           (one->amount_state != CELL_PRESENT || (b->low_cents <= one->amount_cents && one->amount_cents <= b->high_cents));
}

struct tally { int64_t residents, open, exact; };

static void check_resident(struct arena tmp, const struct plan *p, const struct town *w, const struct binding_set *b, int64_t row,
                           uint64_t seed, struct tally *n)
{
    const struct bounds bounds = certainty_bounds(tmp, b, row);
    const struct question q = certainty_question(&tmp, b, row);
    assert_true(bounds.counted && q.ask_count <= q.missing_count && (q.ask_count > 0) == (q.missing_count > 0));
    n->residents++;
    n->exact += bounds.exact;
    n->open += q.missing_count > 0;
    for (uint64_t k = 0; k < 24; k++) {
        struct arena again = tmp;
        struct table full = complete(&again, w, row, 100 * seed + k);
        struct one one = eval_reference(again, eval_bind(&again, p, &full), row);
        if (one.verdict == VERDICT_UNKNOWN || !is_within(&bounds, &one))
            fail_msg("seed %llu, family %lld: %s %s %lld is not within verdicts %x, amounts %x %lld to %lld",
                     (unsigned long long)seed, (long long)row, verdict_name(one.verdict), cell_state_name(one.amount_state),
                     (long long)one.amount_cents, bounds.verdicts, bounds.amount_states, (long long)bounds.low_cents,
                     (long long)bounds.high_cents);
    }
}

static void test_no_completion_lies_outside(void **s) /* INV-11 */
{
    (void)s;
    struct tally n = {0, 0, 0};
    for (uint64_t seed = 0; seed < (getenv("HOORT_LONG") ? 300 : 8); seed++)
        for (int k = 0; k < COUNT(laws); k++) {
            struct arena tmp = boot;
            struct plan *p = plan_for(&tmp, laws[k].right, laws[k].amount);
            struct town w = town_make(&tmp, seed);
            const struct binding_set *b = eval_bind(&tmp, p, &w.t);
            for (int64_t row = 0; row < FAMILIES; row++)
                check_resident(tmp, p, &w, b, row, seed, &n);
        }
    if (getenv("HOORT_LONG"))
        fprintf(stderr, "%lld residents, %lld open, %lld exact\n", (long long)n.residents, (long long)n.open, (long long)n.exact);
    assert_true(n.open > n.residents / 8 && n.exact > n.residents * 3 / 4);
}

/* Fact after fact until it is settled: the same outcome, and fewer facts. INV-12 */
static void test_in_stages_as_at_once(void **s)
{
    (void)s;
    int64_t read = 0, naive = 0;
    for (uint64_t seed = 0; seed < (getenv("HOORT_LONG") ? 2000 : 60); seed++)
        for (int k = 0; k < COUNT(laws); k++) {
            struct arena tmp = boot;
            struct plan *p = plan_for(&tmp, laws[k].right, laws[k].amount);
            struct town w = town_make(&tmp, seed);
            const struct binding_set *b = eval_bind(&tmp, p, &w.t);
            struct findings all = findings_open(&tmp, p, ROWS), staged = findings_open(&tmp, p, ROWS);
            struct reading sum = reading_open(&tmp, p);
            eval_rows(tmp, b, 0, ROWS, &all);
            certainty_read(tmp, certainty_stages(&tmp, b), 0, ROWS, &staged, &sum);
            for (int64_t i = 0; i < ROWS; i++)
                if (all.verdict[i] != staged.verdict[i] ||
                    (all.verdict[i] == VERDICT_YES && (all.amount_state[i] != staged.amount_state[i] ||
                                                       all.amount_cents[i] != staged.amount_cents[i])))
                    fail_msg("seed %llu, law %d, row %lld: %s %lld at once, %s %lld in stages", (unsigned long long)seed, k,
                             (long long)i, verdict_name((enum verdict)all.verdict[i]), (long long)all.amount_cents[i],
                             verdict_name((enum verdict)staged.verdict[i]), (long long)staged.amount_cents[i]);
            for (int i = 0; i < p->fact_count; i++)
                assert_true(sum.read[i] <= sum.naive[i]);
            read += sum.read_all;
            naive += sum.naive_all;
        }
    assert_true(read < naive * 9 / 10);
}

/* ---- one family --------------------------------------------------------------------------------------------------- */

static void test_one_birthday_is_missing(void **s)
{
    (void)s;
    struct arena tmp = boot;
    struct plan *p = plan_for(&tmp, laws[0].right, laws[0].amount);
    struct town w = town_make(&tmp, 1);
    struct column *born = (struct column *)table_find(&w.t, S("geboren")), *list = (struct column *)table_find(&w.t, S("kinderen"));
    w.people[0] = FAMILIES;
    w.people[1] = FAMILIES + 1;
    for (int64_t i = 0; i < ROWS; i++)
        ((int32_t *)list->cells)[i] = 2;
    list->states[0] = CELL_PRESENT;
    put_cell(born, FAMILIES, day("2020-02-29"), S(""));
    born->states[FAMILIES + 1] = CELL_UNKNOWN;
    struct bounds b = certainty_bounds(tmp, eval_bind(&tmp, p, &w.t), 0);
    struct question q = certainty_question(&tmp, eval_bind(&tmp, p, &w.t), 0);
    /* One child for sure, the other perhaps, or with a birthday that cannot be. */
    assert_true(b.certainty == CERTAINTY_POSSIBLE || b.certainty == CERTAINTY_CERTAIN);
    assert_true(b.low_cents == 2500 && b.high_cents == 5000 && b.exact);
    assert_true(q.missing_count == 1 && q.ask_count == 1 && str_eq(p->facts[q.ask[0]].fact->name, S("geboren")));
    list->states[0] = CELL_UNKNOWN; /* who they are: that first */
    memset(list->cells, 0, ROWS * sizeof(int32_t));
    q = certainty_question(&tmp, eval_bind(&tmp, p, &w.t), 0);
    assert_true(q.missing_count == 1 && str_eq(p->facts[q.ask[0]].fact->name, S("kinderen")));
}

int main(void)
{
    boot = arena_open(LIMIT_ARENA_BOOT);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_no_completion_lies_outside),
        cmocka_unit_test(test_in_stages_as_at_once),
        cmocka_unit_test(test_one_birthday_is_missing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
