/* SPDX-License-Identifier: EUPL-1.2 */
/* certainty_test.c: the shipped laws with facts missing: the bounds are the extremes that a search over
 * all values finds, the question is the one that somebody would ask, and stages read less. INV-11 INV-12
 */
#include "eval/shipped_test.h"

#include "certainty/certainty.h"

static struct arena boot;
static struct law_set laws;

static int read_shipped(void **s)
{
    (void)s;
    laws = shipped_laws(&boot);
    return 0;
}

/* ---- residents by hand -------------------------------------------------------------------------------- */

#define NONE INT64_MIN
#define SILENT INT64_MAX             /* not known */

struct town { struct arena *a; struct table t; struct plan *p; };

static struct town town_open(struct arena *a, int64_t rows)
{
    struct town w = {a, table_open(a, rows), NULL};
    struct err e;
    for (const struct fact *f = laws.facts.first; f; f = f->next)
        table_add(&w.t, f->name, columns_of[f->type]);
    if (!plan_make(a, &laws, S("zorgtoeslag"), day("2026-11-24"), &w.p, &e))
        fail_msg("%s", e.text);
    return w;
}

static void set(struct town *w, int64_t row, const char *name, int64_t v)
{
    struct column *c = (struct column *)table_find(&w->t, str_of(name));
    assert_non_null(c);
    put_cell(c, row, v == NONE || v == SILENT ? 0 : v, (struct str){NULL, 0});
    if (v == NONE || v == SILENT)
        c->states[row] = v == NONE ? CELL_ABSENT : CELL_UNKNOWN;
}

/* Of age, insured, little wealth, a low income; the partner by row. */
static void settle(struct town *w, int64_t row, int64_t partner)
{
    set(w, row, "geboortedatum", day("1980-05-01"));
    set(w, row, "verzekerd_zvw", 1);
    set(w, row, "partner", partner);
    set(w, row, "verzamelinkomen", 2000000);
    set(w, row, "belastbaar_loon", NONE);
    set(w, row, "buitenlands_inkomen", NONE);
    set(w, row, "rendementsgrondslag", 0);
}

static struct bounds bounds_at(struct town *w, int64_t row)
{
    return certainty_bounds(*w->a, eval_bind(w->a, w->p, &w->t), row);
}

static struct one one_at(struct town *w, int64_t row)
{
    return eval_reference(*w->a, eval_bind(w->a, w->p, &w->t), row);
}

/* ---- bounds -------------------------------------------------------------------------------------------- */

static void test_all_known_is_the_outcome(void **s)
{
    (void)s;
    struct arena tmp = boot;
    struct town w = town_open(&tmp, 2);
    settle(&w, 0, 1);
    settle(&w, 1, 0);
    struct bounds b = bounds_at(&w, 0);
    struct one one = one_at(&w, 0);
    assert_int_equal(one.verdict, VERDICT_YES);
    assert_true(b.certainty == CERTAINTY_CERTAIN && b.counted && b.exact && b.cases == 1);
    assert_true(b.low_cents == one.amount_cents && b.high_cents == one.amount_cents);
    set(&w, 0, "verzekerd_zvw", 0);
    assert_int_equal(bounds_at(&w, 0).certainty, CERTAINTY_EXCLUDED);
    set(&w, 0, "verzekerd_zvw", NONE);
    assert_int_equal(bounds_at(&w, 0).certainty, CERTAINTY_FAULTY);
}

struct extremes { int64_t low, high; unsigned verdicts; };

static void extend(struct extremes *x, const struct one *one)
{
    x->verdicts |= 1u << one->verdict;
    if (one->verdict != VERDICT_YES || one->amount_state != CELL_PRESENT)
        return;
    x->low = one->amount_cents < x->low ? one->amount_cents : x->low;
    x->high = one->amount_cents > x->high ? one->amount_cents : x->high;
}

/* Between an income with a right and one without lies the last with a right: there the least is. */
static void search(struct town *w, const struct binding_set *b, int64_t low, int64_t high, struct extremes *x)
{
    int64_t v = low + (high - low) / 2;
    if (high - low <= 1)
        return;
    set(w, 0, "verzamelinkomen", v);
    struct one one = eval_reference(*w->a, b, 0);
    extend(x, &one);
    search(w, b, one.verdict == VERDICT_YES ? v : low, one.verdict == VERDICT_YES ? high : v, x);
}

/* The extremes of the resident's own income, everything else known. */
static void check_income(struct town *w)
{
    const struct fact *f = facts_find(&laws.facts, S("verzamelinkomen"));
    const struct binding_set *b = eval_bind(w->a, w->p, &w->t);
    struct extremes x = {INT64_MAX, INT64_MIN, 0};
    struct dice d = dice_open(11, 0);
    for (int i = 0; i < 3000; i++) {
        int64_t v = i == 0 ? f->min : i == 1 ? f->max : i == 2 ? NONE : dice_below(&d, 8000000);
        set(w, 0, "verzamelinkomen", v);
        struct one one = eval_reference(*w->a, b, 0);
        extend(&x, &one);
    }
    search(w, b, f->min, f->max, &x);
    set(w, 0, "verzamelinkomen", SILENT);
    struct bounds got = certainty_bounds(*w->a, b, 0);
    assert_true(got.exact);
    assert_int_equal(got.verdicts, x.verdicts);
    assert_int_equal(got.low_cents, x.low);
    assert_int_equal(got.high_cents, x.high);
}

static void test_an_unknown_income_gives_the_extremes(void **s) /* INV-11 */
{
    (void)s;
    struct arena tmp = boot;
    struct town w = town_open(&tmp, 2);
    settle(&w, 0, NONE);
    check_income(&w);
    assert_int_equal(bounds_at(&w, 0).low_cents, 2400);
    settle(&w, 0, 1);
    settle(&w, 1, 0);
    for (int insured = 0; insured < 2; insured++)
        for (int64_t income = 0; income < 6000000; income += 2345678) {
            set(&w, 1, "verzekerd_zvw", insured);
            set(&w, 1, "verzamelinkomen", income);
            check_income(&w);
        }
}

static void test_many_unknown_facts(void **s)
{
    (void)s;
    struct arena tmp = boot;
    struct town w = town_open(&tmp, 2);
    settle(&w, 0, 1);
    settle(&w, 1, 0);
    set(&w, 0, "verzamelinkomen", SILENT);
    set(&w, 1, "verzamelinkomen", SILENT);
    struct bounds two = bounds_at(&w, 0);
    assert_true(two.exact && two.certainty == CERTAINTY_POSSIBLE && two.low_cents == 2400);
    settle(&w, 0, NONE);
    set(&w, 0, "partner", SILENT);
    struct bounds whose = bounds_at(&w, 0);
    assert_true(whose.exact && whose.certainty == CERTAINTY_POSSIBLE && whose.low_cents == 2400);
    struct bounds nothing = bounds_at(&w, 1); /* and of a row with nothing at all: */
    assert_int_equal(nothing.certainty, CERTAINTY_POSSIBLE);
    struct town empty = town_open(&tmp, 1);
    struct bounds all = bounds_at(&empty, 0);
    assert_true(all.exact && all.low_cents == 2400 && all.high_cents == whose.high_cents);
}

static void test_a_decided_outcome_needs_no_more(void **s)
{
    (void)s;
    struct arena tmp = boot;
    struct town w = town_open(&tmp, 1);
    settle(&w, 0, NONE);
    set(&w, 0, "verzamelinkomen", SILENT);
    set(&w, 0, "geboortedatum", day("2015-05-01"));
    assert_int_equal(bounds_at(&w, 0).certainty, CERTAINTY_EXCLUDED);
    struct question q = certainty_question(&tmp, eval_bind(&tmp, w.p, &w.t), 0);
    assert_true(q.missing_count == 0 && q.ask_count == 0);
    /* A rich couple: whether the partner is insured changes no right, so nobody is asked. */
    w = town_open(&tmp, 2);
    settle(&w, 0, 1);
    settle(&w, 1, 0);
    set(&w, 0, "verzamelinkomen", 20000000);
    set(&w, 1, "verzekerd_zvw", SILENT);
    assert_int_equal(one_at(&w, 0).verdict, VERDICT_UNKNOWN);
    assert_int_equal(bounds_at(&w, 0).certainty, CERTAINTY_EXCLUDED);
    q = certainty_question(&tmp, eval_bind(&tmp, w.p, &w.t), 0);
    assert_true(q.missing_count == 0 && q.ask_count == 0);
}

/* ---- what to ask --------------------------------------------------------------------------------------------- */

static struct str asked(struct town *w, int64_t row, bool all)
{
    struct question q = certainty_question(w->a, eval_bind(w->a, w->p, &w->t), row);
    struct buf out = buf_open(w->a, 4096);
    for (int i = 0; i < (all ? q.missing_count : q.ask_count); i++) {
        const struct plan_fact *f = &w->p->facts[(all ? q.missing : q.ask)[i]];
        buf_print(&out, "%s%s" STR_FMT, i ? " " : "", f->path ? "partner." : "", STR_ARG(f->fact->name));
    }
    buf_add(&out, q.settles ? S("!") : S(""));
    return buf_str(&out);
}

static void asks(struct town *w, int64_t row, const char *missing, const char *first)
{
    assert_string_equal(str_z(w->a, asked(w, row, true)), missing);
    assert_string_equal(str_z(w->a, asked(w, row, false)), first);
}

static void test_the_cheapest_question(void **s)
{
    (void)s;
    struct arena tmp = boot;
    struct town w = town_open(&tmp, 2);
    settle(&w, 0, NONE);
    set(&w, 0, "rendementsgrondslag", SILENT);
    asks(&w, 0, "rendementsgrondslag!", "rendementsgrondslag!");
    set(&w, 0, "verzamelinkomen", SILENT);
    asks(&w, 0, "verzamelinkomen rendementsgrondslag", "verzamelinkomen");
    set(&w, 0, "geboortedatum", SILENT);
    asks(&w, 0, "geboortedatum verzamelinkomen rendementsgrondslag", "geboortedatum");
    settle(&w, 0, SILENT);
    asks(&w, 0, "partner partner.geboortedatum partner.verzamelinkomen partner.belastbaar_loon partner.buitenlands_inkomen "
                "partner.verzekerd_zvw partner.rendementsgrondslag", "partner");
    settle(&w, 0, 1); /* of whom nothing is known: only great wealth says enough by itself, for foreign income may be negative */
    asks(&w, 0, "partner.geboortedatum partner.verzamelinkomen partner.belastbaar_loon partner.buitenlands_inkomen "
                "partner.verzekerd_zvw partner.rendementsgrondslag", "partner.rendementsgrondslag");
}

static void says(struct phrase got, const char *nl, const char *en)
{
    struct arena tmp = boot;
    assert_string_equal(str_z(&tmp, got.nl), nl);
    assert_string_equal(str_z(&tmp, got.en), en);
}

static void test_in_words(void **s)
{
    (void)s;
    struct arena tmp = boot;
    struct town w = town_open(&tmp, 2);
    settle(&w, 0, 1);
    settle(&w, 1, 0);
    set(&w, 1, "verzamelinkomen", SILENT);
    set(&w, 1, "belastbaar_loon", 1000000);
    struct column *income = (struct column *)table_find(&w.t, S("verzamelinkomen"));
    income->too_old = true;
    struct outlook o = certainty_outlook(&tmp, eval_bind(&tmp, w.p, &w.t), 0);
    says(o.right, "Recht is mogelijk: dat hangt af van wat nog niet bekend is.",
         "A right is possible: that depends on what is not known yet.");
    says(o.amount, "Het bedrag is dan minstens € 24 en hoogstens € 2.963 per jaar.",
         "It is then at least €24 and at most €2,963 a year.");
    says(o.missing, "Niet bekend, en het maakt uit: verzamelinkomen (uw partner) (te oud om mee te tellen).",
         "Not known, and it matters: aggregate income (your partner) (too old to count).");
    assert_true(str_starts(o.ask.nl, S("Vraag eerst: verzamelinkomen (uw partner) (te oud om mee te tellen). Dat is bij: Bel")));
    assert_true(str_starts(o.ask.en, S("Ask first: aggregate income (your partner) (too old to count). It is with: Belastingd")));
    assert_true(str_find(o.ask.nl, S("Grond: ")) > 0 && str_find(o.ask.en, S("Ground (Dutch): ")) > 0);
    set(&w, 0, "verzekerd_zvw", 0);
    o = certainty_outlook(&tmp, eval_bind(&tmp, w.p, &w.t), 0);
    says(o.right, "Recht is uitgesloten, ook al ontbreekt er een gegeven.", "A right is excluded, although a fact is missing.");
    assert_true(o.amount.nl.len == 0 && o.missing.nl.len == 0 && o.ask.nl.len == 0);
}

/* ---- small laws: what intervals alone would get wrong ---------------------------------------------------------- */

#define SMALL_FACT(name, type) "- {name: " name ", type: " type FACT_TAIL
#define SMALL_INPUT(name, type) "          - {name: " name ", type: " type ", source: {}}\n"
#define SMALL_BIND(name) "- {article: '1', input: " name ", fact: " name "}\n"

/* One resident of whom nothing is known, and a right and an amount in YAML. */
static struct town small(struct arena *a, const char *right, const char *amount)
{
    struct str law = str_format(a, "$id: klein\nregulatory_layer: WET\npublication_date: '2020-01-01'\n"
        "valid_from: '2020-01-01'\nbwb_id: BWBR0000001\nurl: https://example.nl\narticles:\n  - number: '1'\n    text: t\n"
        "    url: https://example.nl\n    machine_readable:\n      execution:\n"
        "        parameters: [{name: bsn, type: string, required: true}]\n        input:\n"
        SMALL_INPUT("x", "amount") SMALL_INPUT("y", "amount") SMALL_INPUT("z", "boolean")
        "        output:\n          - {name: recht, type: boolean}\n          - {name: bedrag, type: amount}\n"
        "        actions:\n          - {output: recht, value: %s}\n          - {output: bedrag, value: %s}\n", right, amount);
    struct str side = S("bind:\n" SMALL_BIND("x") SMALL_BIND("y") SMALL_BIND("z")
        "scheme: {id: klein, name: {nl: r, en: r}, executor: x, entitled: recht, amount: bedrag, amount_period: year, "
        "apply: {nl: a, en: a, url: 'https://example.nl'}}\n");
    struct facts facts = facts_from(a, S("facts:\n" SMALL_FACT("x", "amount, min: 0, max: 1000")
                                         SMALL_FACT("y", "amount, min: 0, max: 1000") SMALL_FACT("z", "boolean")));
    struct law_set *set = arena_new(a, struct law_set, 1);
    *set = set_from(a, law_from(a, S("klein.yaml"), law, side), facts);
    struct town w = {a, table_open(a, 1), NULL};
    struct err e;
    for (const struct fact *f = set->facts.first; f; f = f->next)
        table_add(&w.t, f->name, columns_of[f->type]);
    if (!plan_make(a, set, S("klein"), day("2026-11-24"), &w.p, &e))
        fail_msg("%s", e.text);
    return w;
}

#define OVER(x, y) "{operation: GREATER_THAN, subject: " x ", value: " y "}"
#define IS_NONE(x) "{operation: EQUALS, subject: " x ", value: null}"

static void test_a_fact_used_twice(void **s)
{
    (void)s;
    struct arena tmp = boot;
    struct town same = small(&tmp, "{operation: NOT, value: " IS_NONE("$x") "}",
                             "{operation: IF, cases: [{when: " OVER("$x", "500") ", then: {operation: SUBTRACT, values: [$x, 500]}}], "
                             "default: {operation: SUBTRACT, values: [500, $x]}}");
    struct bounds b = bounds_at(&same, 0); /* the distance to 500: least in the middle */
    assert_true(b.exact && b.certainty == CERTAINTY_POSSIBLE && b.low_cents == 0 && b.high_cents == 500);
    struct town hill = small(&tmp, OVER("$x", "{operation: SUBTRACT, values: [1000, $x]}"),
                             "{operation: SUBTRACT, values: [1000, $x]}");
    b = bounds_at(&hill, 0); /* entitled from 501 on */
    assert_true(b.exact && b.low_cents == 0 && b.high_cents == 499);
    struct town never = small(&tmp, "{operation: AND, conditions: [" OVER("$x", "500") ", " OVER("500", "$x") "]}", "$x");
    b = bounds_at(&never, 0);
    assert_true(b.certainty == CERTAINTY_EXCLUDED && b.low_cents == 0 && b.high_cents == 0);
}

/* x over all its values, y as it is: exactly what the bounds say. */
static void check_small(struct arena tmp, const char *right, const char *amount)
{
    struct town w = small(&tmp, right, amount);
    const struct binding_set *b = eval_bind(&tmp, w.p, &w.t);
    struct extremes x = {INT64_MAX, INT64_MIN, 0};
    set(&w, 0, "y", 300);
    set(&w, 0, "z", 1);
    for (int64_t v = -1; v <= 1000; v++) {
        set(&w, 0, "x", v < 0 ? NONE : v);
        struct one one = eval_reference(tmp, b, 0);
        extend(&x, &one);
    }
    set(&w, 0, "x", SILENT);
    struct bounds got = certainty_bounds(tmp, b, 0);
    if (!got.exact || got.verdicts != x.verdicts || got.low_cents != x.low || got.high_cents != x.high)
        fail_msg("%s, %s: %x %lld to %lld, not %x %lld to %lld", right, amount, got.verdicts, (long long)got.low_cents,
                 (long long)got.high_cents, x.verdicts, (long long)x.low, (long long)x.high);
}

#define COMPARE(op, a, b) "{operation: " op ", subject: " a ", value: " b "}"
#define NEITHER(c) "{operation: NOT, value: " c "}"
#define VALUES(op, list) "{operation: " op ", values: [" list "]}"

static void test_every_edge(void **s) /* INV-11 */
{
    (void)s;
    static const char *const rights[] = {
        COMPARE("LESS_THAN", "$x", "500"), COMPARE("LESS_THAN_OR_EQUAL", "$x", "500"), COMPARE("GREATER_THAN", "$x", "$y"),
        COMPARE("GREATER_THAN_OR_EQUAL", "$x", "$y"), NEITHER(COMPARE("LESS_THAN", "$x", "500")),
        NEITHER(COMPARE("LESS_THAN_OR_EQUAL", "$x", "500")), NEITHER(COMPARE("GREATER_THAN", "$y", "$x")),
        COMPARE("EQUALS", "$x", "417"), NEITHER(COMPARE("EQUALS", "$x", "0")),
        COMPARE("LESS_THAN", VALUES("SUBTRACT", "$y, $x"), "-13"), COMPARE("LESS_THAN", VALUES("MAX", "$x, $y"), "301"),
        COMPARE("GREATER_THAN", VALUES("MIN", "$x, $y"), "299"), COMPARE("LESS_THAN", VALUES("MULTIPLY", "$x, 0.37"), "100.1"),
        COMPARE("GREATER_THAN", "{operation: ROUND, precision: -2, value: $x}", "300"),
        COMPARE("EQUALS", "{operation: IF, cases: [{when: " COMPARE("LESS_THAN", "$x", "7") ", then: $z}], default: false}", "true"),
    };
    static const char *const amounts[] = {
        "$x", VALUES("SUBTRACT", "1000, $x"), VALUES("MAX", "$x, $y"), "{operation: CEIL, precision: -1, value: $x}",
        VALUES("SUBTRACT", "$x, $x"), "{operation: ROUND, precision: 0, value: " VALUES("MULTIPLY", "$x, 0.731") "}",
    };
    for (int i = 0; i < COUNT(rights); i++)
        for (int k = 0; k < COUNT(amounts); k++)
            check_small(boot, rights[i], amounts[k]);
}

static void test_no_single_fact_settles_it(void **s)
{
    (void)s;
    struct arena tmp = boot;
    const char *known = "{operation: NOT, value: {operation: OR, conditions: [" IS_NONE("$x") ", " IS_NONE("$y") ", false]}}";
    struct town sum = small(&tmp, known, "{operation: ADD, values: [$x, $y]}");
    asks(&sum, 0, "x y", "x"); /* x may be absent */
    struct town both = small(&tmp, "{operation: OR, conditions: [" IS_NONE("$x") ", " IS_NONE("$y") ", true]}",
                             "{operation: ADD, values: [{operation: IF, cases: [{when: " IS_NONE("$x") ", then: 0}], default: $x}, "
                             "{operation: IF, cases: [{when: " IS_NONE("$y") ", then: 0}], default: $y}, "
                             "{operation: IF, cases: [{when: $z, then: 0}], default: 0}]}");
    struct bounds b = bounds_at(&both, 0);
    assert_true(b.exact && b.low_cents == 0 && b.high_cents == 2000);
    struct question q = certainty_question(&tmp, eval_bind(&tmp, both.p, &both.t), 0);
    assert_true(q.missing_count == 3 && q.ask_count == 3 && q.settles); /* z absent only leads nowhere */
    set(&both, 0, "z", 1);
    asks(&both, 0, "x y!", "x y!");
}

/* A division between facts is not for kernels, so nothing is bounded, and it says so. */
static void test_a_plan_that_is_not_in_steps(void **s)
{
    (void)s;
    struct arena tmp = boot;
    struct town w = small(&tmp, OVER("{operation: DIVIDE, values: [$x, $y]}", "1"), "{operation: ROUND, precision: 0, value: $x}");
    assert_false(w.p->kernels);
    set(&w, 0, "x", 100);
    struct bounds b = bounds_at(&w, 0);
    assert_true(!b.counted && !b.exact && b.certainty == CERTAINTY_POSSIBLE);
    asks(&w, 0, "y", "y");
}

/* ---- stages ----------------------------------------------------------------------------------------------------- */

static void test_stages_read_less(void **s) /* INV-12 */
{
    (void)s;
    struct arena tmp = boot;
    struct town w = town_open(&tmp, 3);
    for (int i = 0; i < 3; i++)
        settle(&w, i, i == 2 ? 1 : NONE);
    set(&w, 1, "geboortedatum", day("2015-01-01"));
    struct binding_set *b = eval_bind(&tmp, w.p, &w.t);
    struct stages *stages = certainty_stages(&tmp, b);
    struct findings f = findings_open(&tmp, w.p, 3);
    const int64_t want[] = {6, 1, 10}; /* no wage where there is an assessment, a child needs no insurance */
    for (int64_t i = 0; i < 3; i++) {
        struct reading sum = reading_open(&tmp, w.p);
        certainty_read(tmp, stages, i, i + 1, &f, &sum);
        struct one one = eval_reference(tmp, b, i);
        assert_int_equal(f.verdict[i], one.verdict);
        if (one.verdict == VERDICT_YES)
            assert_int_equal(f.amount_cents[i], one.amount_cents);
        assert_int_equal(sum.naive_all, i == 2 ? 13 : 7);
        assert_int_equal(sum.read_all, want[i]);
    }
}

int main(void)
{
    boot = arena_open(LIMIT_ARENA_BOOT);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_all_known_is_the_outcome), cmocka_unit_test(test_an_unknown_income_gives_the_extremes),
        cmocka_unit_test(test_many_unknown_facts), cmocka_unit_test(test_a_decided_outcome_needs_no_more),
        cmocka_unit_test(test_the_cheapest_question), cmocka_unit_test(test_in_words),
        cmocka_unit_test(test_a_fact_used_twice), cmocka_unit_test(test_every_edge),
        cmocka_unit_test(test_no_single_fact_settles_it), cmocka_unit_test(test_a_plan_that_is_not_in_steps),
        cmocka_unit_test(test_stages_read_less),
    };
    return cmocka_run_group_tests(tests, read_shipped, NULL);
}
