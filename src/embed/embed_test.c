/* SPDX-License-Identifier: EUPL-1.2 */
/* embed_test.c: the library as its callers use it, and as they misuse it: outcomes are those of the reference
 * interpreter, and nothing that can be passed ends the process.
 */
#include "embed.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include <pthread.h>
#include <sys/resource.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define NO_LIMITS
#endif
#endif
#ifdef __SANITIZE_ADDRESS__
#define NO_LIMITS
#endif

static struct hoort_error e;

#define HEAD(id) "$id: " id "\nregulatory_layer: WET\npublication_date: '2024-01-01'\nvalid_from: '2024-01-01'\n" \
    "bwb_id: BWBR0000001\nurl: https://example.nl\narticles:\n- number: '1'\n  text: t\n  url: https://example.nl\n" \
    "  machine_readable:\n    execution:\n"
#define FACT(name, type) "- {name: " name ", type: " type ", source: BRP, ground: wet, sensitivity: 1, cost: 1, " \
    "label: {nl: nl-" name ", en: en-" name "}}\n"
#define BIND "scheme:\n  id: hulp\n  name: {nl: hulp, en: help}\n  executor: x\n  entitled: recht\n  amount: bedrag\n" \
    "  take_up: waar\n  apply: {nl: n, en: e, url: https://example.nl}\n  amount_period: month\nbind:\n"

static const char law_text[] = HEAD("klein")
    "      parameters: [{name: bsn, type: string, required: true}]\n"
    "      input:\n      - {name: inkomen, type: amount, source: {}}\n      - {name: stad, type: string, source: {}}\n"
    "      - {name: maat, type: string, source: {}}\n"
    "      - {name: inkomen_maat, type: amount, source: {output: eigen, parameters: {bsn: $maat}}}\n"
    "      output:\n      - {name: recht, type: boolean}\n      - {name: bedrag, type: amount}\n      - {name: eigen, type: amount}\n"
    "      actions:\n      - {output: eigen, value: $inkomen}\n"
    "      - output: recht\n        value: {operation: AND, conditions: [{operation: LESS_THAN, subject: $inkomen, value: 1000},\n"
    "          {operation: EQUALS, subject: $stad, value: Gouda}]}\n"
    "      - output: bedrag\n        value: {operation: IF, cases: [{when: {operation: EQUALS, subject: $maat, value: null}, then: 5}],\n"
    "          default: {operation: ADD, values: [$inkomen, $inkomen_maat]}}\n";
static const char bind_text[] = BIND "- {article: '1', input: inkomen, fact: inkomen}\n- {article: '1', input: stad, fact: stad}\n"
    "- {article: '1', input: maat, fact: partner}\n"
    "sentences:\n- article: '1'\n  output: recht\n  when_true: {nl: ja, en: yea}\n  when_false: {nl: neen, en: nay}\n"
    "  unknown: {nl: onbekend, en: unknown}\n";
static const char facts_text[] = "facts:\n" FACT("kinderen", "people") FACT("inkomen", "amount") FACT("stad", "text")
    FACT("partner", "person") FACT("dag", "date") FACT("waar", "boolean") FACT("getal", "number");

static struct hoort_file file(const char *path, const char *text)
{
    return (struct hoort_file){path, text, strlen(text)};
}

static void done(bool ok)
{
    if (!ok)
        fail_msg("%s:%d:%d: %s", e.file, e.line, e.column, e.text);
}

/* A refusal of that kind, with a sentence. */
static void refused(bool ok, enum hoort_code code, const char *part)
{
    assert_false(ok);
    if (e.code != code || !strstr(e.text, part))
        fail_msg("%d: %s, not %d: %s", e.code, e.text, code, part);
    e = (struct hoort_error){0};
}

static struct hoort_laws *small_laws(void)
{
    struct hoort_file files[] = {file("klein.bind.yaml", bind_text), file("facts.yaml", facts_text), file("klein.yaml", law_text)};
    struct hoort_laws *laws;
    struct hoort_fault f;
    done(hoort_laws_read(files, 3, &laws, &e));
    if (hoort_laws_fault(laws, 0, &f))
        fail_msg("%s:%d:%d: %s", f.file, f.line, f.column, f.text);
    return laws;
}

static int32_t day(const char *iso)
{
    int32_t out = -1;
    assert_true(hoort_date(iso, &out));
    return out;
}

static struct hoort_plan *small_plan(const struct hoort_laws *laws)
{
    struct hoort_plan *plan;
    done(hoort_plan_make(laws, "hulp", day("2026-01-01"), &plan, &e));
    return plan;
}

static struct hoort_people *people_of(const struct hoort_laws *laws, int64_t rows)
{
    struct hoort_people *people;
    done(hoort_people_make(laws, rows, &people, &e));
    return people;
}

static struct hoort_run *run_of(const struct hoort_plan *plan, struct hoort_people *people)
{
    struct hoort_run *run;
    done(hoort_run_make(plan, people, &run, &e));
    return run;
}

/* ---- what it is for ------------------------------------------------------------------------------------------ */

static void test_small(void **s)
{
    (void)s;
    struct hoort_laws *laws = small_laws();
    struct hoort_plan *plan = small_plan(laws);
    struct hoort_people *people = people_of(laws, 4);
    const int64_t income[] = {500, 700, 2000, 7}, partner[] = {1, 0, 0, 0};
    const uint8_t all[] = {1, 1, 1, 0}, with[] = {1, 1, 2, 0};
    const char *const town[] = {"Gouda", "Delft", "Gouda", NULL};
    done(hoort_people_fill(people, "inkomen", income, all, 4, &e));
    done(hoort_people_fill(people, "partner", partner, with, 4, &e));
    done(hoort_people_fill_texts(people, "stad", town, all, 4, &e));
    struct hoort_run *run = run_of(plan, people);
    struct hoort_outcome got[4];
    done(hoort_run_rows(run, 0, 4, got, &e));
    static const struct hoort_outcome want[] = {
        {1200, HOORT_YES, HOORT_PRESENT, {0}}, {1200, HOORT_NO, HOORT_PRESENT, {0}}, {5, HOORT_NO, HOORT_PRESENT, {0}},
        {0, HOORT_OPEN, HOORT_UNKNOWN, {0}},
    };
    assert_memory_equal(got, want, sizeof want);
    assert_true(hoort_plan_is_monthly(plan));
    assert_null(hoort_plan_joint_with(plan));
    struct hoort_explanation *x;
    done(hoort_run_explain(run, 0, &x, &e));
    assert_int_equal(hoort_explanation_reason_count(x), 1);
    assert_string_equal(hoort_explanation_reason(x, 0, HOORT_NL), "ja");
    assert_string_equal(hoort_explanation_reason(x, 0, HOORT_EN), "yea");
    assert_null(hoort_explanation_reason(x, 1, HOORT_EN));
    assert_null(hoort_explanation_reason(x, 0, (enum hoort_language)2));
    assert_non_null(strstr(hoort_explanation_text(x), "inkomen = 700   [of the partner"));
    assert_non_null(strstr(hoort_explanation_json(x), "\"amount_cents\": 1200"));
    struct arena tmp = arena_open(LIMIT_ARENA_REQUEST);
    struct json *j;
    struct err fault;
    assert_true(js_read(&tmp, S("x"), str_of(hoort_explanation_json(x)), &j, &fault));
    assert_true(str_eq(js_get(j, S("verdict"))->text, S("yes")));
    hoort_explanation_free(x);
    hoort_run_free(run);
    hoort_people_free(people);
    hoort_plan_free(plan);
    hoort_laws_free(laws);
}

static void test_facts_of_a_plan(void **s)
{
    (void)s;
    struct hoort_laws *laws = small_laws();
    struct hoort_plan *plan = small_plan(laws);
    struct hoort_fact f;
    char seen[200] = "";
    for (size_t i = 0; i < hoort_plan_fact_count(plan); i++) {
        assert_true(hoort_plan_fact(plan, i, &f));
        snprintf(seen + strlen(seen), sizeof seen - strlen(seen), "%s/%s:%d ", f.whose, f.name, f.type);
        assert_true(strcmp(f.label_en + 3, f.name) == 0 && strcmp(f.label_nl + 3, f.name) == 0 && strcmp(f.source, "BRP") == 0);
        assert_int_equal(f.max, f.type == HOORT_AMOUNT ? LIMIT_FACT_CENTS : 0);
    }
    assert_string_equal(seen, "/inkomen:1 /stad:4 /partner:5 partner/inkomen:1 ");
    assert_false(hoort_plan_fact(plan, 4, &f) || hoort_plan_fact(plan, SIZE_MAX, &f));
    hoort_plan_free(plan);
    hoort_laws_free(laws);
}

/* Lists of persons: a sum over them, somebody unseen, and what a list cannot be. */
static void test_lists(void **s)
{
    (void)s;
    static const char text[] = HEAD("lijst") "      parameters: [{name: bsn, type: string, required: true}]\n"
        "      input: [{name: kroost, type: array, source: {}}]\n"
        "      output: [{name: recht, type: boolean}, {name: bedrag, type: amount}]\n"
        "      actions:\n      - {output: recht, value: true}\n"
        "      - {output: bedrag, value: {operation: FOREACH, collection: $kroost, as: kind, body: $kind.inkomen, combine: ADD}}\n";
    static const char bind[] = BIND "- {article: '1', input: kroost, fact: kinderen}\n"
        "- {article: '1', input: kroost, property: inkomen, fact: inkomen}\n";
    struct hoort_file files[] = {file("facts.yaml", facts_text), file("l.yaml", text), file("l.bind.yaml", bind)};
    struct hoort_laws *laws;
    struct hoort_fault fault;
    struct hoort_fact f;
    enum { N = 6 };
    done(hoort_laws_read(files, 3, &laws, &e));
    if (hoort_laws_fault(laws, 0, &fault))
        fail_msg("%s:%d:%d: %s", fault.file, fault.line, fault.column, fault.text);
    struct hoort_plan *plan = small_plan(laws);
    assert_true(hoort_plan_fact(plan, 0, &f) && f.type == HOORT_PEOPLE && hoort_plan_fact(plan, 1, &f));
    assert_string_equal(f.whose, "kinderen");
    struct hoort_people *people = people_of(laws, N);
    const int64_t income[N] = {1, 10, 100, 1000, 10000, 100000}, who[] = {1, 2, HOORT_UNSEEN, 3, N, 4, 5}, ends[N] = {2, 2, 3, 4, 5, 7};
    const uint8_t all[N] = {1, 1, 1, 1, 1, 1}, told[N] = {1, 1, 1, 1, 1, 2};
    struct hoort_outcome out[N];
    done(hoort_people_fill(people, "inkomen", income, all, N, &e));
    for (int twice = 0; twice < 2; twice++)
        done(hoort_people_fill_lists(people, "kinderen", who, 7, ends, told, N, &e));
    struct hoort_run *run = run_of(plan, people);
    done(hoort_run_rows(run, 0, N, out, &e));
    static const uint8_t want[N] = {HOORT_PRESENT, HOORT_PRESENT, HOORT_UNKNOWN, HOORT_FAULTY, HOORT_FAULTY, HOORT_PRESENT};
    for (int i = 0; i < N; i++)
        assert_int_equal(out[i].amount_state, want[i]); /* the fourth names itself, the fifth a row that is not there */
    assert_true(out[0].amount_cents == 110 && out[1].amount_cents == 0 && out[5].amount_cents == 0);
    hoort_run_free(run);
    refused(hoort_people_fill_lists(people, "kinderen", who, 6, ends, all, N, &e), HOORT_MISUSE, "row 5: its list ends at 7");
    refused(hoort_people_fill_lists(people, "kinderen", who, 7, (const int64_t[N]){3, 2, 3, 3, 3, 3}, all, N, &e), HOORT_MISUSE, "row 1");
    refused(hoort_people_fill_lists(people, "kinderen", who, 7, (const int64_t[N]){-1, 2, 3, 3, 3, 3}, all, N, &e), HOORT_MISUSE, "row 0");
    refused(hoort_people_fill_lists(people, "kinderen", NULL, 7, ends, all, N, &e), HOORT_MISUSE, "7 persons");
    refused(hoort_people_fill_lists(people, "kinderen", who, INT64_MAX, ends, all, N, &e), HOORT_MISUSE, "persons");
    refused(hoort_people_fill_lists(people, "kinderen", who, -1, ends, all, N, &e), HOORT_MISUSE, "persons");
    refused(hoort_people_fill_lists(people, "kinderen", who, 7, NULL, all, N, &e), HOORT_MISUSE, "no values");
    refused(hoort_people_fill_lists(people, "inkomen", who, 7, ends, all, N, &e), HOORT_MISUSE, "no list");
    refused(hoort_people_fill(people, "kinderen", ends, all, N, &e), HOORT_MISUSE, "a list");
    static int64_t crowd[LIMIT_PEOPLE_LIST + 1];
    memset(crowd, 0xff, sizeof crowd);
    const int64_t crowd_ends[N] = {0, LIMIT_PEOPLE_LIST + 1, LIMIT_PEOPLE_LIST + 1, LIMIT_PEOPLE_LIST + 1, LIMIT_PEOPLE_LIST + 1,
                                   LIMIT_PEOPLE_LIST + 1};
    done(hoort_people_fill_lists(people, "kinderen", crowd, LIMIT_PEOPLE_LIST + 1, crowd_ends, all, N, &e));
    assert_int_equal(table_find(&people->table, S("kinderen"))->states[1], CELL_FAULTY);
    hoort_people_free(people);
    done(hoort_people_make(laws, 0, &people, &e));
    done(hoort_people_fill_lists(people, "kinderen", NULL, 0, NULL, NULL, 0, &e));
    hoort_people_free(people);
    hoort_plan_free(plan);
    hoort_laws_free(laws);
}

/* ---- the laws that we ship, beside the arbiter ------------------------------------------------------------------ */

enum { ROWS = 3000 };

/* Random cells, also such that no fact can have. */
static void fill_any(struct hoort_people *people, const struct hoort_fact *f, struct dice *d)
{
    static int64_t values[ROWS];
    static uint8_t states[ROWS];
    static const char *texts[ROWS];
    static const char *const some[] = {"Gouda", "huur", "", "\xff"};
    for (int i = 0; i < ROWS; i++) {
        states[i] = (uint8_t)(dice_below(d, 4) ? HOORT_PRESENT : dice_below(d, 4));
        values[i] = f->type == HOORT_BOOLEAN ? dice_below(d, 16) ? 1 : 2 : f->type == HOORT_PERSON ? dice_below(d, ROWS + 9) - 4 :
                    f->type == HOORT_DATE ? dice_below(d, 20000) : dice_below(d, 4000000);
        values[i] = dice_below(d, 50) ? values[i] : dice_below(d, 2) ? INT64_MIN : INT64_MAX;
        texts[i] = some[dice_below(d, COUNT(some))];
    }
    if (f->type == HOORT_TEXT)
        done(hoort_people_fill_texts(people, f->name, texts, states, ROWS, &e));
    else
        done(hoort_people_fill(people, f->name, values, states, ROWS, &e));
}

struct half { struct hoort_run *run; int64_t from, to; struct hoort_outcome *out; bool ok; };

static void *do_half(void *ctx)
{
    struct half *h = ctx;
    h->ok = hoort_run_rows(h->run, h->from, h->to, h->out + h->from, NULL);
    return NULL;
}

static void same_as_reference(struct hoort_run *run, const struct hoort_outcome *got, int64_t *seen)
{
    struct arena scratch = arena_open(LIMIT_ARENA_REQUEST), whole = scratch;
    for (int64_t i = 0; i < ROWS; i++) {
        struct one want = eval_reference(scratch, run->bound, i);
        assert_int_equal(got[i].verdict, want.verdict);
        assert_int_equal(got[i].amount_state, state_out(want.amount_state));
        assert_int_equal(got[i].amount_cents, want.amount_cents);
        seen[got[i].verdict]++;
    }
    arena_close(&whole, LIMIT_ARENA_REQUEST, scratch.at);
}

static void test_shipped_laws(void **s)
{
    (void)s;
    struct hoort_laws *laws;
    struct hoort_plan *plan;
    struct hoort_fact f;
    struct dice d = dice_open(7, 1);
    done(hoort_laws_read_folder("laws", &laws, &e));
    assert_int_equal(hoort_laws_fault_count(laws), 0);
    done(hoort_plan_make(laws, "zorgtoeslag", day("2026-03-01"), &plan, &e));
    assert_false(hoort_plan_is_monthly(plan));
    assert_string_equal(hoort_plan_joint_with(plan), "partner");
    struct hoort_people *people = people_of(laws, ROWS);
    for (size_t i = 0; i < hoort_plan_fact_count(plan); i++)
        if (hoort_plan_fact(plan, i, &f) && !f.whose[0])
            fill_any(people, &f, &d);
    struct hoort_run *run = run_of(plan, people);
    static struct hoort_outcome got[ROWS];
    int64_t seen[4] = {0};
    struct half halves[] = {{run, 0, 1111, got, false}, {run, 1111, ROWS, got, false}};
    pthread_t thread;
    assert_int_equal(pthread_create(&thread, NULL, do_half, &halves[0]), 0);
    do_half(&halves[1]);
    pthread_join(thread, NULL);
    assert_true(halves[0].ok && halves[1].ok);
    same_as_reference(run, got, seen);
    assert_true(seen[0] && seen[1] && seen[2] && seen[3]);
    for (int i = 0; i < 200; i++) {
        struct hoort_explanation *x;
        char words[40];
        done(hoort_run_explain(run, i, &x, &e));
        snprintf(words, sizeof words, "\"verdict\": \"%s\"", verdict_name(got[i].verdict));
        assert_non_null(strstr(hoort_explanation_json(x), words));
        hoort_explanation_free(x);
    }
    hoort_run_free(run);
    hoort_people_free(people);
    hoort_plan_free(plan);
    hoort_laws_free(laws);
}

/* ---- INV-3: what nobody said is unknown ------------------------------------------------------------------------- */

static void test_unknown_by_default(void **s)
{
    (void)s;
    struct hoort_laws *laws = small_laws();
    struct hoort_plan *plan = small_plan(laws);
    struct hoort_people *people = people_of(laws, 3);
    static const int64_t zero[3];
    static const uint8_t unsaid[3];
    static const char *const texts[3];
    for (int filled = 0; filled < 2; filled++) {
        struct hoort_run *run = run_of(plan, people);
        struct hoort_outcome got[3];
        done(hoort_run_rows(run, 0, 3, got, &e));
        for (int i = 0; i < 3; i++)
            assert_true(got[i].verdict == HOORT_OPEN && got[i].amount_state == HOORT_UNKNOWN && got[i].amount_cents == 0);
        hoort_run_free(run);
        done(hoort_people_fill(people, "inkomen", zero, unsaid, 3, &e));
        done(hoort_people_fill(people, "partner", zero, unsaid, 3, &e));
        done(hoort_people_fill_texts(people, "stad", texts, unsaid, 3, &e));
    }
    hoort_people_free(people);
    hoort_plan_free(plan);
    hoort_laws_free(laws);
}

/* What a fact cannot be is faulty, wherever the value comes from. */
static void test_impossible_values(void **s)
{
    (void)s;
    static const struct { const char *fact; int64_t good, bad[4]; } cases[] = {
        {"inkomen", 0, {-LIMIT_FACT_CENTS - 1, INT64_MIN, INT64_MAX, LIMIT_FACT_CENTS + 1}},
        {"getal", 3, {LIMIT_FACT_NUMBER + 1, INT64_MAX, 1LL << 32, INT64_MIN}},
        {"waar", 1, {2, -1, 256, 257}}, {"dag", 0, {1LL << 32, INT64_MIN, LIMIT_DATE_LAST + 1, LIMIT_DATE_FIRST - 1}},
        {"partner", 4, {-1, 5, 1LL << 32, INT64_MAX}},
    };
    struct hoort_laws *laws = small_laws();
    struct hoort_people *people = people_of(laws, 5);
    static const uint8_t all[] = {1, 1, 1, 1, 1};
    for (int k = 0; k < COUNT(cases); k++) {
        int64_t values[] = {cases[k].good, cases[k].bad[0], cases[k].bad[1], cases[k].bad[2], cases[k].bad[3]};
        done(hoort_people_fill(people, cases[k].fact, values, all, 5, &e));
        const struct column *c = table_find(&people->table, str_of(cases[k].fact));
        assert_int_equal(c->states[0], CELL_PRESENT);
        assert_int_equal(column_int(c, 0), cases[k].good);
        for (int i = 1; i < 5; i++)
            assert_int_equal(c->states[i], CELL_FAULTY);
    }
    const int64_t self[] = {1, 1, 0, 0, 0};
    done(hoort_people_fill(people, "partner", self, all, 5, &e));
    assert_int_equal(table_find(&people->table, S("partner"))->states[1], CELL_FAULTY);
    struct arena own = arena_open(LIMIT_ARENA_REQUEST);
    char *long_text = arena_new(&own, char, LIMIT_CELL_BYTES + 2);
    memset(long_text, 'x', LIMIT_CELL_BYTES + 1);
    long_text[LIMIT_CELL_BYTES + 1] = 0;
    const char *texts[] = {"Gouda", "", "\xc3", long_text, "Gouda"};
    for (int i = 0; i < 3; i++)
        done(hoort_people_fill_texts(people, "stad", texts, all, 5, &e));
    arena_close(&own, LIMIT_ARENA_REQUEST, long_text); /* texts were copied */
    assert_memory_equal(table_find(&people->table, S("stad"))->states,
                        ((uint8_t[]){CELL_PRESENT, CELL_UNKNOWN, CELL_FAULTY, CELL_FAULTY, CELL_PRESENT}), 5);
    hoort_people_free(people);
    hoort_laws_free(laws);
}

/* ---- misuse ------------------------------------------------------------------------------------------------------ */

static void test_laws_with_faults(void **s)
{
    (void)s;
    struct hoort_laws *laws;
    struct hoort_plan *plan = (struct hoort_plan *)&e;
    struct hoort_people *people;
    struct hoort_fault f;
    struct arena own = arena_open(LIMIT_ARENA_REQUEST);
    char *bytes = arena_new(&own, char, sizeof law_text);
    memcpy(bytes, law_text, sizeof law_text);
    memcpy(strstr(bytes, "LESS_THAN"), "LUSS", 4);
    struct hoort_file files[] = {{"map/klein.yaml", bytes, strlen(bytes)}, file("x.bind.yaml", bind_text), {"empty.yaml", NULL, 0}};
    done(hoort_laws_read(files, 3, &laws, &e));
    arena_close(&own, LIMIT_ARENA_REQUEST, bytes); /* nothing points into them */
    assert_true(hoort_laws_fault_count(laws) > 2 && hoort_laws_fault(laws, 0, &f));
    assert_string_equal(f.file, "map/klein.yaml");
    assert_non_null(strstr(f.text, "LUSS_THAN"));
    assert_true(f.line > 10 && f.column > 1 && !f.missing);
    assert_false(hoort_laws_fault(laws, hoort_laws_fault_count(laws), &f) || hoort_laws_fault(laws, 0, NULL));
    assert_false(hoort_plan_make(laws, "hulp", 20000, &plan, &e));
    assert_true(e.code == HOORT_LAW && !plan && e.line == f.line && e.column == f.column && !strcmp(e.file, f.file));
    refused(hoort_people_make(laws, 1, &people, &e), HOORT_MISUSE, "faults");
    hoort_laws_free(laws);
}

/* A reference to what was not brought along is told, and refuses only the plan that needs it. */
static void test_missing_laws(void **s)
{
    (void)s;
    static const char elsewhere[] = HEAD("elders") "      input: [{name: i, type: amount, source: {regulation: nergens, output: o}}]\n"
        "      output: [{name: recht, type: boolean}]\n"
        "      actions: [{output: recht, value: {operation: LESS_THAN, subject: $i, value: 3}}]\n";
    static const char scheme[] = "scheme:\n  id: ver\n  name: {nl: n, en: e}\n  executor: x\n  entitled: recht\n  take_up: waar\n"
        "  apply: {nl: n, en: e, url: https://example.nl}\n";
    struct hoort_file files[] = {file("klein.bind.yaml", bind_text), file("facts.yaml", facts_text), file("klein.yaml", law_text),
                                 file("elders.yaml", elsewhere), file("elders.bind.yaml", scheme)};
    struct hoort_laws *laws;
    struct hoort_plan *plan;
    struct hoort_fault f;
    done(hoort_laws_read(files, 5, &laws, &e));
    assert_true(hoort_laws_fault(laws, 0, &f));
    if (!f.missing)
        fail_msg("%s: %s", f.file, f.text);
    assert_non_null(strstr(f.text, "nergens"));
    hoort_plan_free(small_plan(laws));
    refused(hoort_plan_make(laws, "ver", 20000, &plan, &e), HOORT_PLAN, "nergens");
    hoort_laws_free(laws);
}

static void test_misuse_of_laws(void **s)
{
    (void)s;
    struct hoort_laws *laws;
    struct hoort_plan *plan;
    struct hoort_file no_path = {NULL, "x", 1}, no_name = {"", "x", 1}, no_bytes = {"x", NULL, 1}, huge = {"x", "x", SIZE_MAX};
    refused(hoort_laws_read(&no_path, 1, &laws, &e), HOORT_MISUSE, "file 1 of 1");
    refused(hoort_laws_read(&no_name, 1, &laws, &e), HOORT_MISUSE, "file 1 of 1");
    refused(hoort_laws_read(&no_bytes, 1, &laws, &e), HOORT_MISUSE, "file 1 of 1");
    refused(hoort_laws_read(&huge, 1, &laws, &e), HOORT_MISUSE, "file 1 of 1");
    refused(hoort_laws_read(NULL, 1, &laws, &e), HOORT_MISUSE, "no files");
    refused(hoort_laws_read(&no_path, SIZE_MAX, &laws, &e), HOORT_LIMIT, "more files");
    refused(hoort_laws_read(&no_path, 1, NULL, &e), HOORT_MISUSE, "no place");
    assert_false(hoort_laws_read(&no_path, 1, NULL, NULL));
    refused(hoort_laws_read_folder(NULL, &laws, &e), HOORT_MISUSE, "no folder");
    refused(hoort_laws_read_folder("laws", NULL, &e), HOORT_MISUSE, "no place");
    refused(hoort_laws_read_folder("", &laws, &e), HOORT_FILE, "empty");
    refused(hoort_laws_read_folder("there/is/none", &laws, &e), HOORT_FILE, "cannot list");
    assert_null(laws);
    done(hoort_laws_read(NULL, 0, &laws, &e));
    refused(hoort_plan_make(laws, "hulp", 20000, &plan, &e), HOORT_PLAN, "hulp");
    hoort_laws_free(laws);
    laws = small_laws();
    refused(hoort_plan_make(NULL, "hulp", 20000, &plan, &e), HOORT_MISUSE, "no laws");
    refused(hoort_plan_make(laws, NULL, 20000, &plan, &e), HOORT_MISUSE, "no scheme");
    refused(hoort_plan_make(laws, "hulp", 20000, NULL, &e), HOORT_MISUSE, "no place");
    refused(hoort_plan_make(laws, "hulp", INT32_MAX, &plan, &e), HOORT_MISUSE, "no day");
    refused(hoort_plan_make(laws, "hulp", INT32_MIN, &plan, &e), HOORT_MISUSE, "no day");
    refused(hoort_plan_make(laws, "hulp", day("1999-12-31"), &plan, &e), HOORT_PLAN, "hulp");
    refused(hoort_plan_make(laws, "\xff\nx", 20000, &plan, &e), HOORT_PLAN, "??x");
    refused(hoort_plan_make(laws, "caf\xc3\xa9", 20000, &plan, &e), HOORT_PLAN, "caf\xc3\xa9");
    assert_null(plan);
    hoort_laws_free(laws);
}

static void test_misuse_of_people(void **s)
{
    (void)s;
    struct hoort_laws *laws = small_laws();
    struct hoort_people *people;
    static const int64_t v[2];
    static const uint8_t fine[2] = {1, 1}, odd[2] = {1, 4};
    static const char *const t[2] = {"x", NULL};
    refused(hoort_people_make(NULL, 1, &people, &e), HOORT_MISUSE, "no laws");
    refused(hoort_people_make(laws, 1, NULL, &e), HOORT_MISUSE, "no place");
    refused(hoort_people_make(laws, -1, &people, &e), HOORT_MISUSE, "-1 residents");
    refused(hoort_people_make(laws, INT64_MAX, &people, &e), HOORT_MISUSE, "residents");
    refused(hoort_people_make(laws, LIMIT_RESIDENTS + 1, &people, &e), HOORT_MISUSE, "residents");
    people = people_of(laws, 2);
    refused(hoort_people_fill(NULL, "inkomen", v, fine, 2, &e), HOORT_MISUSE, "no residents");
    refused(hoort_people_fill(people, NULL, v, fine, 2, &e), HOORT_MISUSE, "no fact");
    refused(hoort_people_fill(people, "inkomsten", v, fine, 2, &e), HOORT_MISUSE, "called inkomsten");
    refused(hoort_people_fill(people, "inkomen", NULL, fine, 2, &e), HOORT_MISUSE, "no values");
    refused(hoort_people_fill(people, "inkomen", v, NULL, 2, &e), HOORT_MISUSE, "no states");
    refused(hoort_people_fill(people, "inkomen", v, fine, 1, &e), HOORT_MISUSE, "1 rows");
    refused(hoort_people_fill(people, "inkomen", v, fine, 3, &e), HOORT_MISUSE, "3 rows");
    refused(hoort_people_fill(people, "inkomen", v, fine, -2, &e), HOORT_MISUSE, "-2 rows");
    refused(hoort_people_fill(people, "inkomen", v, odd, 2, &e), HOORT_MISUSE, "row 1: 4 is no state");
    refused(hoort_people_fill(people, "stad", v, fine, 2, &e), HOORT_MISUSE, "is a text");
    refused(hoort_people_fill_texts(people, "inkomen", t, (const uint8_t[]){1, 0}, 2, &e), HOORT_MISUSE, "is no text");
    refused(hoort_people_fill_texts(people, "stad", t, fine, 2, &e), HOORT_MISUSE, "row 1: is present");
    refused(hoort_people_fill_texts(people, "stad", NULL, fine, 2, &e), HOORT_MISUSE, "no values");
    assert_int_equal(people->table.column_count, 0); /* what was refused changed nothing */
    hoort_people_free(people);
    people = people_of(laws, 0);
    done(hoort_people_fill(people, "inkomen", NULL, NULL, 0, &e));
    done(hoort_people_fill_texts(people, "stad", NULL, NULL, 0, &e));
    hoort_people_free(people);
    hoort_laws_free(laws);
}

static void test_misuse_of_runs(void **s)
{
    (void)s;
    struct hoort_laws *laws = small_laws(), *others = small_laws();
    struct hoort_plan *plan = small_plan(laws);
    struct hoort_people *people = people_of(laws, 2), *strangers = people_of(others, 2);
    struct hoort_run *run;
    struct hoort_explanation *x;
    struct hoort_outcome out[2];
    refused(hoort_run_make(NULL, people, &run, &e), HOORT_MISUSE, "no plan");
    refused(hoort_run_make(plan, NULL, &run, &e), HOORT_MISUSE, "no residents");
    refused(hoort_run_make(plan, people, NULL, &e), HOORT_MISUSE, "no place");
    refused(hoort_run_make(plan, strangers, &run, &e), HOORT_MISUSE, "different laws");
    run = run_of(plan, people);
    refused(hoort_run_rows(NULL, 0, 2, out, &e), HOORT_MISUSE, "no run");
    refused(hoort_run_rows(run, 0, 2, NULL, &e), HOORT_MISUSE, "no place");
    refused(hoort_run_rows(run, 0, 3, out, &e), HOORT_MISUSE, "rows 0 to 3 of 2");
    refused(hoort_run_rows(run, -1, 1, out, &e), HOORT_MISUSE, "rows -1");
    refused(hoort_run_rows(run, 2, 1, out, &e), HOORT_MISUSE, "rows 2 to 1");
    refused(hoort_run_rows(run, INT64_MIN, INT64_MAX, out, &e), HOORT_MISUSE, "rows");
    done(hoort_run_rows(run, 2, 2, NULL, &e));
    refused(hoort_run_explain(NULL, 0, &x, &e), HOORT_MISUSE, "no run");
    refused(hoort_run_explain(run, 0, NULL, &e), HOORT_MISUSE, "no place");
    refused(hoort_run_explain(run, 2, &x, &e), HOORT_MISUSE, "row 2 of 2");
    refused(hoort_run_explain(run, -1, &x, &e), HOORT_MISUSE, "row -1");
    const int64_t v[2] = {1, 2};
    const uint8_t all[2] = {1, 1};
    refused(hoort_people_fill(people, "inkomen", v, all, 2, &e), HOORT_MISUSE, "a run reads");
    hoort_run_free(run);
    done(hoort_people_fill(people, "inkomen", v, all, 2, &e));
    hoort_people_free(strangers);
    hoort_laws_free(others);
    hoort_people_free(people);
    hoort_plan_free(plan);
    hoort_laws_free(laws);
}

/* Freed first to last: what a run needs stays until the run goes. */
static void test_freed_in_any_order(void **s)
{
    (void)s;
    struct hoort_laws *laws = small_laws();
    struct hoort_plan *plan = small_plan(laws);
    struct hoort_people *people = people_of(laws, 2);
    struct hoort_run *run = run_of(plan, people);
    struct hoort_explanation *x;
    hoort_laws_free(laws);
    hoort_plan_free(plan);
    hoort_people_free(people);
    struct hoort_outcome out[2];
    done(hoort_run_rows(run, 0, 2, out, &e));
    assert_int_equal(out[1].verdict, HOORT_OPEN);
    done(hoort_run_explain(run, 1, &x, &e));
    hoort_run_free(run);
    assert_string_equal(hoort_explanation_reason(x, 0, HOORT_EN), "unknown");
    hoort_explanation_free(x);
    hoort_laws_free(NULL);
    hoort_plan_free(NULL);
    hoort_people_free(NULL);
    hoort_run_free(NULL);
    hoort_explanation_free(NULL);
    assert_int_equal(hoort_laws_fault_count(NULL) + hoort_plan_fact_count(NULL) + hoort_explanation_reason_count(NULL), 0);
    assert_false(hoort_plan_is_monthly(NULL) || hoort_laws_fault(NULL, 0, NULL) || hoort_plan_fact(NULL, 0, NULL));
    assert_null(hoort_plan_joint_with(NULL));
    assert_true(!hoort_explanation_text(NULL) && !hoort_explanation_json(NULL) && !hoort_explanation_reason(NULL, 0, HOORT_NL));
}

/* With no address space left each door refuses, and works again when there is. */
static void test_no_room(void **s)
{
    (void)s;
#ifdef NO_LIMITS
    puts("skipped: address space cannot be limited under a sanitizer");
#else
    struct hoort_laws *laws = small_laws(), *more;
    struct hoort_plan *plan = small_plan(laws), *plan_more;
    struct hoort_people *people = people_of(laws, 2), *people_more;
    struct hoort_run *run, *run_more;
    struct hoort_explanation *x;
    struct hoort_file files[] = {file("facts.yaml", facts_text)};
    struct hoort_outcome out[2];
    const int64_t v[2] = {1, 2};
    const uint8_t all[2] = {1, 1};
    const char *const t[2] = {"Gouda", "Gouda"};
    struct rlimit was, none;
    assert_int_equal(getrlimit(RLIMIT_AS, &was), 0);
    none = (struct rlimit){1, was.rlim_max};
    for (int round = 0; round < 2; round++) {
        assert_int_equal(setrlimit(RLIMIT_AS, &none), 0);
        refused(hoort_laws_read(files, 1, &more, &e), HOORT_LIMIT, "address space");
        refused(hoort_laws_read_folder("laws", &more, &e), HOORT_LIMIT, "address space");
        refused(hoort_plan_make(laws, "hulp", 20000, &plan_more, &e), HOORT_LIMIT, "address space");
        refused(hoort_people_make(laws, 2, &people_more, &e), HOORT_LIMIT, "address space");
        refused(hoort_people_fill_texts(people, "stad", t, all, 2, &e), HOORT_LIMIT, "address space");
        if (round == 0)
            refused(hoort_people_fill(people, "inkomen", v, all, 2, &e), HOORT_LIMIT, "address space");
        refused(hoort_run_make(plan, people, &run_more, &e), HOORT_LIMIT, "address space");
        assert_int_equal(setrlimit(RLIMIT_AS, &was), 0);
        assert_true(!more && !plan_more && !people_more && !run_more);
        done(hoort_people_fill(people, "inkomen", v, all, 2, &e));
        done(hoort_people_fill_texts(people, "stad", t, all, 2, &e));
        run = run_of(plan, people);
        assert_int_equal(setrlimit(RLIMIT_AS, &none), 0);
        refused(hoort_run_rows(run, 0, 2, out, &e), HOORT_LIMIT, "address space");
        refused(hoort_run_explain(run, 0, &x, &e), HOORT_LIMIT, "address space");
        assert_int_equal(setrlimit(RLIMIT_AS, &was), 0);
        done(hoort_run_rows(run, 0, 2, out, &e));
        assert_int_equal(out[1].verdict, HOORT_YES);
        hoort_run_free(run);
    }
    hoort_people_free(people);
    hoort_plan_free(plan);
    hoort_laws_free(laws);
#endif
}

static void test_version_and_days(void **s)
{
    (void)s;
    char words[20];
    int n = hoort_version_number();
    snprintf(words, sizeof words, "%d.%d.%d", n / 10000, n / 100 % 100, n % 100);
    assert_string_equal(hoort_version(), words);
    assert_int_equal(n, HOORT_VERSION_NUMBER);
    int32_t d = 5;
    assert_true(hoort_date("1970-01-02", &d) && d == 1);
    assert_false(hoort_date("2026-02-29", &d) || hoort_date("", &d) || hoort_date(NULL, &d) || hoort_date("2026-01-01", NULL));
    assert_int_equal(d, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_small), cmocka_unit_test(test_facts_of_a_plan), cmocka_unit_test(test_lists),
        cmocka_unit_test(test_shipped_laws),
        cmocka_unit_test(test_unknown_by_default), cmocka_unit_test(test_impossible_values),
        cmocka_unit_test(test_laws_with_faults), cmocka_unit_test(test_missing_laws), cmocka_unit_test(test_misuse_of_laws),
        cmocka_unit_test(test_misuse_of_people), cmocka_unit_test(test_misuse_of_runs), cmocka_unit_test(test_freed_in_any_order),
        cmocka_unit_test(test_no_room), cmocka_unit_test(test_version_and_days),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
