/* SPDX-License-Identifier: EUPL-1.2 */
/* random_test.c: random laws and residents, and random completions of what is missing, each run by the
 * reference interpreter: none lies outside the bounds, a fact that is said not to matter does not
 * matter, and reading in stages ends at the same outcome. INV-11 INV-12. HOORT_LONG=1 runs many more;
 * HOORT_SEED=n runs one.
 */
#include "eval/random_laws_test.h"

#include "certainty/certainty.h"

#define LAWS 250
#define LAWS_LONG 8000
#define COMPLETIONS 12
#define STRANGER (ROWS - 1)          /* who an unknown partner turns out to be */

static struct arena boot;

struct tally { int64_t plans, bounded, exact, certain, possible, excluded, faulty, completions, cases; };

/* ---- completions ----------------------------------------------------------------------------------------- */

static void any_value(struct dice d, const struct fact *f, struct column *c, int64_t row)
{
    bool date = f->type == FACT_DATE, person = f->type == FACT_PERSON, truth = f->type == FACT_BOOLEAN;
    int64_t low = date ? LIMIT_DATE_FIRST : person ? STRANGER : truth ? 0 : f->min;
    int64_t high = date ? LIMIT_DATE_LAST : person ? STRANGER : truth ? 1 : f->max;
    int64_t v = low + dice_below(&d, high - low + 1), few = high - low < 40 ? high - low : 40;
    int roll = (int)dice_below(&d, 8);
    v = roll == 0 ? low : roll == 1 ? high : roll == 2 ? low + dice_below(&d, few + 1) : v;
    if (roll == 3 && low <= 0 && high >= 0)
        v = 0;
    put_cell(c, row, v, dice_below(&d, 3) ? str_of(texts[dice_below(&d, COUNT(texts))]) : S("iets anders"));
    if (roll < 6)
        return;
    put_cell(c, row, 0, (struct str){NULL, 0});
    c->states[row] = CELL_ABSENT;
}

static struct table copy_table(struct arena *a, const struct table *t, const struct facts *facts)
{
    struct table out = table_open(a, t->rows);
    for (const struct fact *f = facts->first; f; f = f->next) {
        const struct column *from = table_find(t, f->name);
        struct column *c = table_add(&out, f->name, columns_of[f->type]);
        if (!from)
            continue; /* nobody delivered it: unknown, and here is room to fill it in */
        for (int64_t i = 0; i < t->rows; i++) {
            put_cell(c, i, c->type == COLUMN_TEXT ? 0 : column_int(from, i), c->type == COLUMN_TEXT ? column_text(from, i) : S(""));
            c->states[i] = (uint8_t)column_state(from, i);
        }
    }
    return out;
}

/* One truth: `seed` for the facts that are said to matter, `other` for the rest. */
struct truth { const struct plan *p; const struct question *q; uint64_t seed, other; bool own_partner; };

static bool matters(const struct truth *w, const struct fact *f, int path)
{
    for (int i = 0; i < w->q->missing_count; i++) {
        const struct plan_fact *pf = &w->p->facts[w->q->missing[i]];
        if (pf->fact == f && (pf->path == path || w->own_partner))
            return true;
    }
    return path > 1;
}

/* Fills in what is not known about the person on a path; about a stranger nothing is. */
static void fill(const struct truth *w, struct table *t, int64_t row, int path, bool stranger)
{
    bool unknown_partner = false;
    int64_t next = -1;
    for (const struct fact *f = w->p->laws->facts.first; f; f = f->next) {
        struct column *c = (struct column *)table_find(t, f->name);
        bool silent = stranger || c->states[row] == CELL_UNKNOWN;
        uint64_t seed = matters(w, f, path) ? w->seed : w->other;
        if (silent)
            any_value(dice_open(seed, (uint64_t)(64 * path + f->index)), f, c, row);
        if (f->type != FACT_PERSON)
            continue;
        unknown_partner = silent;
        if (c->states[row] == CELL_PRESENT && column_int(c, row) >= 0 && column_int(c, row) < t->rows)
            next = column_int(c, row);
    }
    if (next >= 0 && next != row && path < 2)
        fill(w, t, next, path + 1, unknown_partner);
}

static struct one complete(struct arena tmp, const struct truth *w, const struct table *t, int64_t row)
{
    struct table full = copy_table(&tmp, t, &w->p->laws->facts);
    fill(w, &full, row, 0, false);
    struct one one = eval_reference(tmp, eval_bind(&tmp, w->p, &full), row);
    assert_int_not_equal(one.verdict, VERDICT_UNKNOWN);
    return one;
}

/* ---- one resident -------------------------------------------------------------------------------------------- */

static bool is_within(const struct bounds *b, const struct one *one)
{
    if (!(b->verdicts >> one->verdict & 1))
        return false;
    if (one->verdict != VERDICT_YES)
        return true;
    if (!(b->amount_states >> one->amount_state & 1))
        return false;
    return one->amount_state != CELL_PRESENT || (b->low_cents <= one->amount_cents && one->amount_cents <= b->high_cents);
}

static bool is_same(const struct one *x, const struct one *y)
{
    return x->verdict == y->verdict && (x->verdict != VERDICT_YES || (x->amount_state == y->amount_state &&
                                                                      x->amount_cents == y->amount_cents));
}

static void mismatch(struct arena tmp, uint64_t seed, const struct world *w, const struct plan *p, const struct table *t,
                     int64_t row, const struct bounds *b, const struct one *one, const char *what)
{
    struct buf out = buf_open(&tmp, 8 << 20);
    buf_print(&out, STR_FMT "\n# ---- the other law\n" STR_FMT "\n", STR_ARG(w->main_text), STR_ARG(w->other_text));
    plan_print(p, &out);
    print_row(t, row, &out);
    fwrite(out.at, 1, (size_t)out.len, stderr);
    fail_msg("seed %llu, row %lld, %s: %s %s %lld is not within verdicts %x, amounts %x %lld to %lld", (unsigned long long)seed,
             (long long)row, what, verdict_name(one->verdict), cell_state_name(one->amount_state), (long long)one->amount_cents,
             b->verdicts, b->amount_states, (long long)b->low_cents, (long long)b->high_cents);
}

static void count_bounds(const struct bounds *b, struct tally *n)
{
    n->bounded++;
    n->exact += b->exact;
    n->cases += b->cases;
    n->certain += b->certainty == CERTAINTY_CERTAIN;
    n->possible += b->certainty == CERTAINTY_POSSIBLE;
    n->excluded += b->certainty == CERTAINTY_EXCLUDED;
    n->faulty += b->certainty == CERTAINTY_FAULTY;
}

static void check_resident(struct arena tmp, uint64_t seed, const struct world *w, const struct plan *p, const struct table *t,
                           const struct binding_set *b, int64_t row, struct tally *n)
{
    struct bounds bounds = certainty_bounds(tmp, b, row);
    struct question q = certainty_question(&tmp, b, row);
    count_bounds(&bounds, n);
    struct one plain = eval_reference(tmp, b, row);
    /* Not of a faulty one: unknown beside faulty is faulty, though the unknown one may turn out to decide. */
    if (plain.verdict <= VERDICT_YES && !(bounds.verdicts >> plain.verdict & 1))
        mismatch(tmp, seed, w, p, t, row, &bounds, &plain, "as known");
    assert_true(q.ask_count <= q.missing_count && (q.ask_count > 0) == (q.missing_count > 0));
    const struct column *partner = table_find(t, S("partner"));
    bool own = column_state(partner, row) == CELL_PRESENT && column_int(partner, row) == row;
    for (uint64_t k = 0; k < COMPLETIONS; k++) {
        struct truth one_way = {p, &q, 1000 * seed + k, 7, own}, other_way = {p, &q, 1000 * seed + k, k, own};
        struct one one = complete(tmp, &one_way, t, row), other = complete(tmp, &other_way, t, row);
        n->completions++;
        if (!is_within(&bounds, &one))
            mismatch(tmp, seed, w, p, t, row, &bounds, &one, "completed");
        if ((bounds.verdicts & (1u << VERDICT_YES)) && !is_same(&one, &other))
            mismatch(tmp, seed, w, p, t, row, &bounds, &other, "what does not matter did");
    }
}

/* ---- reading in stages ------------------------------------------------------------------------------------------ */

static void check_stages(struct arena tmp, uint64_t seed, const struct world *w, const struct plan *p, const struct table *t,
                         const struct binding_set *b)
{
    struct findings all = findings_open(&tmp, p, ROWS), staged = findings_open(&tmp, p, ROWS);
    struct reading sum = reading_open(&tmp, p);
    struct stages *s = certainty_stages(&tmp, b);
    struct bounds none = {0};
    eval_rows(tmp, b, 0, ROWS, &all);
    certainty_read(tmp, s, 0, ROWS, &staged, &sum);
    for (int64_t i = 0; i < ROWS; i++) {
        struct one one = {(enum verdict)all.verdict[i], (enum cell_state)all.amount_state[i], all.amount_cents[i], 0};
        struct one got = {(enum verdict)staged.verdict[i], (enum cell_state)staged.amount_state[i], staged.amount_cents[i], 0};
        if (!is_same(&one, &got))
            mismatch(tmp, seed, w, p, t, i, &none, &got, "in stages");
    }
    assert_true(sum.residents == ROWS && sum.read_all <= sum.naive_all);
    for (int i = 0; i < p->fact_count; i++)
        assert_true(sum.read[i] <= sum.naive[i]);
}

/* ---- one law ------------------------------------------------------------------------------------------------------ */

static void one_world(uint64_t seed, struct tally *n)
{
    struct arena tmp = boot;
    struct world w = world_make(&tmp, seed, false);
    struct plan *p;
    struct err e;
    if (!plan_make(&tmp, &w.set, S("regeling"), day("2026-11-24"), &p, &e))
        fail_msg("seed %llu: %s", (unsigned long long)seed, e.text);
    struct table t = random_table(&tmp, &w.set.facts, seed);
    struct binding_set *b = eval_bind(&tmp, p, &t);
    n->plans++;
    check_stages(tmp, seed, &w, p, &t, b);
    if (!p->kernels) {
        struct bounds nothing = certainty_bounds(tmp, b, 0);
        assert_true(!nothing.counted && nothing.certainty == CERTAINTY_POSSIBLE);
        return;
    }
    struct table room = copy_table(&tmp, &t, &w.set.facts);
    for (int64_t row = (int64_t)(seed % 10); row < STRANGER; row += 10)
        check_resident(tmp, seed, &w, p, &room, b, row, n);
}

static void test_no_completion_lies_outside(void **s) /* INV-11 INV-12 */
{
    (void)s;
    const char *seed = getenv("HOORT_SEED");
    struct tally n = {0};
    int64_t only = -1;
    if (seed)
        assert_true(str_to_int64(str_of(seed), &only));
    int laws = getenv("HOORT_LONG") ? LAWS_LONG : LAWS;
    for (int i = seed ? (int)only : 0; i < (seed ? (int)only + 1 : laws); i++)
        one_world((uint64_t)i, &n);
    if (getenv("HOORT_LONG") || seed)
        fprintf(stderr, "%lld plans, %lld bounded, %lld exact; certain %lld, possible %lld, excluded %lld, faulty %lld; "
                "%lld completions, %lld cases\n", (long long)n.plans, (long long)n.bounded, (long long)n.exact,
                (long long)n.certain, (long long)n.possible, (long long)n.excluded, (long long)n.faulty,
                (long long)n.completions, (long long)n.cases);
    if (seed)
        return;
    assert_true(n.bounded > n.plans * 5 && n.exact > n.bounded * 9 / 10);
    assert_true(n.certain > n.plans / 4 && n.possible > n.plans / 4 && n.excluded > n.plans / 4 && n.faulty > n.plans / 4);
}

int main(void)
{
    boot = arena_open(LIMIT_ARENA_BOOT);
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_no_completion_lies_outside)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
