/* SPDX-License-Identifier: EUPL-1.2 */
/* compiled_lists_test.c: laws made by dice over children and a partner as C, all in one object, against the kernels: the
 * same outcome for every row of towns with lists of all lengths, with anybody in them. INV-9. HOORT_LONG=1 makes
 * more. Laws without lists: compiled_random_test.c; the shipped ones: compiled_test.c.
 */
#include "eval/laws_test.h"

#include <stdio.h>
#include <stdlib.h>

#include "workspace.h"

#define LAWS 16
#define LAWS_LONG 400
enum { ROWS = 1200 };

static struct arena boot;
static char place[] = "/tmp/hoort-lists-c-XXXXXX";

static const char dictionary[] =
    "facts:\n"
    "- {name: kinderen, type: people" FACT_TAIL "- {name: geboren, type: date" FACT_TAIL
    "- {name: loon, type: amount, min: -500, max: 900000000" FACT_TAIL "- {name: thuis, type: boolean" FACT_TAIL
    "- {name: soort, type: text" FACT_TAIL "- {name: partner, type: person" FACT_TAIL "- {name: arm, type: boolean" FACT_TAIL;

/* Longer than str_format has room for. */
PRINTF(2, 3) static struct str say(struct arena *a, const char *format, ...)
{
    enum { ROOM = 1 << 16 };
    char *at = arena_new_raw(a, char, ROOM);
    va_list args;
    va_start(args, format);
    const int len = vsnprintf(at, ROOM, format, args);
    va_end(args);
    assert_true(len >= 0 && len < ROOM);
    return (struct str){at, len};
}

#define INPUT(name, type) "          - {name: " name ", type: " type ", source: {}}\n"
static struct plan *plan_for(struct arena *a, struct str right, struct str amount)
{
    struct str law = say(a, "$id: wet\nregulatory_layer: WET\npublication_date: '2020-01-01'\nvalid_from: '2020-01-01'\n"
        "bwb_id: BWBR0000001\nurl: https://example.nl\narticles:\n  - number: '1'\n    text: t\n    url: https://example.nl\n"
        "    machine_readable:\n      execution:\n        parameters: [{name: bsn, type: string, required: true}]\n        input:\n"
        INPUT("kinderen", "array") INPUT("arm", "boolean") INPUT("eigen_loon", "amount")
        "        output:\n          - {name: recht, type: boolean}\n          - {name: bedrag, type: amount}\n"
        "        actions:\n          - {output: recht, value: " STR_FMT "}\n          - {output: bedrag, value: " STR_FMT "}\n",
        STR_ARG(right), STR_ARG(amount));
    struct str side = S("bind:\n- {article: '1', input: kinderen, fact: kinderen}\n- {article: '1', input: arm, fact: arm}\n"
        "- {article: '1', input: eigen_loon, fact: loon}\n"
        "- {article: '1', input: kinderen, property: geboortedag, fact: geboren}\n"
        "- {article: '1', input: kinderen, property: loon, fact: loon}\n"
        "- {article: '1', input: kinderen, property: soort, fact: soort}\n"
        "- {article: '1', input: kinderen, property: thuis, fact: thuis}\n"
        "scheme: {id: klein, name: {nl: r, en: r}, executor: x, entitled: recht, amount: bedrag, amount_period: year, "
        "apply: {nl: a, en: a, url: 'https://example.nl'}}\n");
    struct law_set *set = arena_new(a, struct law_set, 1);
    struct plan *p;
    struct err e;
    *set = set_from(a, law_from(a, S("wet.yaml"), law, side), facts_from(a, str_of(dictionary)));
    if (!plan_make(a, set, S("klein"), day("2026-11-24"), &p, &e))
        fail_msg("%s", e.text);
    if (!p->kernels)
        fail_msg(STR_FMT, STR_ARG(p->why));
    return p;
}

/* ---- laws by dice ------------------------------------------------------------------------------------------- */

static struct str truth(struct arena *a, struct dice *d, int depth);

#define WORD(...) (((const char *const[]){__VA_ARGS__})[dice_below(d, COUNT(((const char *const[]){__VA_ARGS__})))])

static struct str about_child(struct arena *a, struct dice *d, int depth)
{
    if (depth > 0 && dice_below(d, 2)) {
        struct str x = about_child(a, d, depth - 1), y = about_child(a, d, depth - 1);
        return say(a, "{operation: %s, conditions: [" STR_FMT ", " STR_FMT "]}", WORD("AND", "OR"), STR_ARG(x), STR_ARG(y));
    }
    switch (dice_below(d, 6)) {
    case 0: return S("true");
    case 1: return S("{operation: LESS_THAN, subject: {operation: AGE, date_of_birth: $kind.geboortedag, "
                     "reference_date: $referencedate}, value: 18}");
    case 2: return say(a, "{operation: EQUALS, subject: $kind.soort, value: %s}", WORD("dag", "gast"));
    case 3: return say(a, "{operation: GREATER_THAN, subject: $kind.loon, value: %s}", WORD("0", "500", "400000000"));
    case 4: return say(a, "{operation: NOT, value: {operation: EQUALS, subject: %s, value: null}}", WORD("$kind.loon", "$kind.thuis"));
    default: return S("$kind.thuis");
    }
}

static struct str each(struct arena *a, struct dice *d, struct str body, const char *combine)
{
    struct str filter = about_child(a, d, 1);
    return say(a, "{operation: FOREACH, collection: $kinderen, as: kind, filter: " STR_FMT ", body: " STR_FMT ", combine: %s}",
                      STR_ARG(filter), STR_ARG(body), combine);
}

static struct str number(struct arena *a, struct dice *d, int depth)
{
    if (depth > 0 && dice_below(d, 2)) {
        struct str x = number(a, d, depth - 1), y = number(a, d, depth - 1);
        if (dice_below(d, 2))
            return say(a, "{operation: %s, values: [" STR_FMT ", " STR_FMT "]}", WORD("ADD", "MIN", "MAX", "SUBTRACT"), STR_ARG(x),
                              STR_ARG(y));
        struct str c = truth(a, d, depth - 1);
        return say(a, "{operation: IF, cases: [{when: " STR_FMT ", then: " STR_FMT "}], default: " STR_FMT "}", STR_ARG(c),
                          STR_ARG(x), STR_ARG(y));
    }
    switch (dice_below(d, 4)) {
    case 0: return S("$eigen_loon");
    case 1: return each(a, d, S("1"), "ADD");
    case 2: return each(a, d, S("{operation: MIN, values: [$kind.loon, 70000]}"), "ADD");
    default: return each(a, d, S("$kind.loon"), WORD("MIN", "MAX", "ADD"));
    }
}

static struct str truth(struct arena *a, struct dice *d, int depth)
{
    if (depth > 0 && dice_below(d, 2)) {
        struct str x = truth(a, d, depth - 1), y = truth(a, d, depth - 1);
        return say(a, "{operation: %s, conditions: [" STR_FMT ", " STR_FMT "]}", WORD("AND", "OR"), STR_ARG(x), STR_ARG(y));
    }
    struct str x = number(a, d, 0), child = about_child(a, d, 1);
    switch (dice_below(d, 4)) {
    case 0: return S("$arm");
    case 1: return say(a, "{operation: GREATER_THAN_OR_EQUAL, subject: " STR_FMT ", value: %s}", STR_ARG(x), WORD("1", "2", "900"));
    case 2: return say(a, "{operation: EQUALS, subject: " STR_FMT ", value: null}", STR_ARG(x));
    default: return each(a, d, child, WORD("AND", "OR"));
    }
}

static struct plan *plan_of(struct arena *a, uint64_t seed)
{
    struct dice d = dice_open(seed, 3);
    struct str right = truth(a, &d, 2), amount = number(a, &d, 2);
    const struct str home = each(a, &d, S("$kind.thuis"), "OR"), two = each(a, &d, S("2"), "ADD");
    /* An outcome that is the same for everybody is no C. */
    right = say(a, "{operation: AND, conditions: [" STR_FMT ", {operation: OR, conditions: [$arm, " STR_FMT "]}]}", STR_ARG(right),
                STR_ARG(home));
    amount = say(a, "{operation: MIN, values: [1000000000, {operation: MAX, values: [-1000000000, {operation: ADD, values: [" STR_FMT ", "
                 STR_FMT "]}]}]}", STR_ARG(amount), STR_ARG(two));
    return plan_for(a, right, amount);
}

/* ---- towns by dice ------------------------------------------------------------------------------------------- */

static void put_lists(struct arena *a, struct dice *d, struct column *c, int silence)
{
    int32_t *people = arena_new(a, int32_t, 4 * ROWS + 800), *ends = c->cells, count = 0;
    for (int64_t i = 0; i < ROWS; i++) {
        c->states[i] = dice_below(d, 100) < silence ? (uint8_t)(1 + dice_below(d, 3)) : CELL_PRESENT;
        for (int64_t k = c->states[i] ? 0 : i == 300 ? 700 : dice_below(d, 2) * dice_below(d, 5); k > 0; k--)
            people[count++] = (int32_t)(dice_below(d, 200) ? dice_below(d, ROWS) : dice_below(d, 2) ? PERSON_UNSEEN : ROWS + 1);
        ends[i] = count;
    }
    column_set_people(c, ROWS, people);
}

static struct table town(struct arena *a, const struct facts *facts, uint64_t seed)
{
    struct table t = table_open(a, ROWS);
    struct dice d = dice_open(seed, 4);
    const int silence = (int)(seed % 3) * 3;
    for (const struct fact *f = facts->first; f; f = f->next) {
        struct column *c = table_add(&t, f->name, columns_of[f->type]);
        if (f->type == FACT_PEOPLE)
            put_lists(a, &d, c, silence);
        for (int64_t i = 0; i < ROWS && f->type != FACT_PEOPLE; i++) {
            const int64_t amount = dice_below(&d, 30) ? dice_below(&d, 1000) : dice_below(&d, 900000000);
            const int64_t v = f->type == FACT_BOOLEAN ? dice_below(&d, 2) : f->type == FACT_DATE ? day("2026-01-01") - dice_below(&d, 14000)
                            : f->type == FACT_PERSON ? (i ^ 1) : amount;
            put_cell(c, i, v, dice_below(&d, 3) ? S("dag") : S("gast"));
            if (dice_below(&d, 100) >= silence)
                continue;
            put_cell(c, i, 0, S(""));
            c->states[i] = (uint8_t)(1 + dice_below(&d, 3));
        }
    }
    if (seed % 2)
        table_narrow(&t);
    return t;
}

/* ---- side by side -------------------------------------------------------------------------------------------- */

static struct str name_of(struct arena *a, uint64_t seed)
{
    return say(a, "law_%llu", (unsigned long long)seed);
}

/* Returns how many rows the C did itself. */
static int64_t compare(struct arena tmp, uint64_t seed, struct str source)
{
    struct err e;
    void *function;
    const struct plan *p = plan_of(&tmp, seed);
    struct table t = town(&tmp, &p->laws->facts, seed);
    struct binding_set *b = eval_bind(&tmp, p, &t), *c = eval_bind(&tmp, p, &t);
    if (!object_load(tmp, str_of(place), source, str_z(&tmp, name_of(&tmp, seed)), &function, &e))
        fail_msg("%s: %s", e.file, e.text);
    assert_true(eval_use_c(c, (eval_c *)(uintptr_t)function));
    struct findings want = findings_open(&tmp, p, ROWS), got = findings_open(&tmp, p, ROWS);
    eval_rows(tmp, b, 0, ROWS, &want);
    eval_rows(tmp, c, 0, 3, &got);
    eval_rows(tmp, c, 3, ROWS, &got);
    for (int64_t i = 0; i < ROWS; i++)
        if (want.verdict[i] != got.verdict[i] || want.amount_cents[i] != got.amount_cents[i] || want.amount_state[i] != got.amount_state[i])
            fail_msg("seed %llu, row %lld: kernels %d %lld %d, C %d %lld %d", (unsigned long long)seed, (long long)i, want.verdict[i],
                     (long long)want.amount_cents[i], want.amount_state[i], got.verdict[i], (long long)got.amount_cents[i],
                     got.amount_state[i]);
    return ROWS - eval_c_odd(c, 0, ROWS);
}

static void test_lists_by_dice(void **s)
{
    (void)s;
    const uint64_t laws = getenv("HOORT_LONG") ? LAWS_LONG : LAWS;
    struct buf out = buf_open(&boot, LIMIT_BUF);
    int64_t by_c = 0;
    eval_write_c_head(&out);
    for (uint64_t seed = 0; seed < laws; seed++) {
        struct arena tmp = arena_open(LIMIT_ARENA_BOOT);
        char *start = tmp.at;
        struct str why;
        struct buf one = buf_open(&tmp, LIMIT_LAW_C_BYTES);
        if (!eval_write_c(plan_of(&tmp, seed), name_of(&tmp, seed), &one, &why))
            fail_msg("seed %llu: " STR_FMT, (unsigned long long)seed, STR_ARG(why));
        buf_add(&out, buf_str(&one));
        arena_close(&tmp, LIMIT_ARENA_BOOT, start);
    }
    assert_false(out.over);
    for (uint64_t seed = 0; seed < laws; seed++)
        by_c += compare(boot, seed, buf_str(&out));
    assert_true(by_c > (int64_t)laws * ROWS / 4); /* else nothing much was compared */
}

int main(void)
{
    boot = arena_open(2 * LIMIT_ARENA_BOOT);
    if (!mkdtemp(place))
        return 1;
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_lists_by_dice)};
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    folder_remove(boot, str_of(place));
    return failed;
}
