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
    if (one->verdict != VERDICT_YES)
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
    settle(&w, 0, 1); /* whose facts are all silent: no answer to one of them says enough */
    asks(&w, 0, "", "");
}

int main(void)
{
    boot = arena_open(LIMIT_ARENA_BOOT);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_all_known_is_the_outcome), cmocka_unit_test(test_an_unknown_income_gives_the_extremes),
        cmocka_unit_test(test_many_unknown_facts), cmocka_unit_test(test_a_decided_outcome_needs_no_more),
        cmocka_unit_test(test_the_cheapest_question),
    };
    return cmocka_run_group_tests(tests, read_shipped, NULL);
}
