/* SPDX-License-Identifier: EUPL-1.2 */
/* decision_test.c: a decision makes the policy that its dials say, names every conflict, and a no lets nothing in.
 * The laws here know no scheme; ceilings are held against the shipped laws in app/room_test.c.
 */
#include "content_test.h"

static struct law_set no_laws;
static struct str base;

static int read_all(void **state)
{
    int faults = read_library(state);
    base = slurp(&boot, "method/policy-example.json");
    return faults;
}

static int32_t day(int year, int month, int d)
{
    int32_t out;
    assert_true(date_from_civil(year, month, d, &out));
    return out;
}

static struct decision example(struct decided *choices)
{
    return (struct decision){.id = S("zorg-2026"), .case_hash = S("aa"), .session_hash = S("bb"), .title = S("Zorgtoeslag"),
                             .why = S("Omdat wij dit willen."), .decided_by = S("college"), .mandate = S("besluit 1"),
                             .publication = S("Op de website."), .from = day(2026, 6, 1), .until = day(2027, 5, 31),
                             .review_on = day(2027, 1, 1), .choices = choices};
}

static const char hash[] = "769debdc8ed5c2e942cd0aa239144be202f742835536659a1258697cb6b2a09c";

static struct policy *policy_of(struct arena *a, const struct decision *d, struct conflict **conflicts)
{
    struct str out;
    struct policy *p = NULL;
    if (!decision_policy(a, d, str_of(hash), &library, &no_laws, base, &out, conflicts, &e) ||
        !policy_read(a, S("new"), out, &p, &e))
        fail_msg("%s", e.text);
    return p;
}

static int count_of(const struct conflict *c, bool blocks)
{
    int n = 0;
    for (; c; c = c->next)
        n += c->blocks == blocks;
    return n;
}

/* ---- ---------------------------------------------------------------------------------------------- */

static void test_dials_become_fields(void **state)
{
    (void)state;
    struct arena a = boot;
    struct conflict *conflicts;
    struct decided choice = {.dilemma = S("subsistence_privacy"), .anchor = 4, .why = S("x")};
    struct decision d = example(&choice);
    struct policy *p = policy_of(&a, &d, &conflicts);
    assert_int_equal(p->search_ratio_max, 10);
    assert_int_equal(p->from, day(2026, 6, 1));
    assert_true(str_eq(p->decision_hash, str_of(hash)));
    assert_true(str_eq(p->decided_by, S("college")) && !p->is_signed);
    assert_int_equal(count_of(conflicts, false), 0);
    assert_int_equal(count_of(conflicts, true), 1);     /* no laws: the scheme is not known */
    choice.anchor = 3;
    assert_int_equal(policy_of(&a, &d, &conflicts)->search_ratio_max, 50);
}

/* Whichever stands first in the list, the more careful one stands. */
static void test_two_dials_on_one_field(void **state)
{
    (void)state;
    struct conflict *conflicts;
    for (int order = 0; order < 2; order++) {
        struct arena a = boot;
        struct decided one = {.dilemma = S("subsistence_privacy"), .anchor = 5, .why = S("x")};
        struct decided other = {.dilemma = S("autonomy_care"), .anchor = 2, .why = S("x")};
        struct decided *first = order ? &other : &one;
        first->next = order ? &one : &other;
        struct decision d = example(first);
        struct policy *p = policy_of(&a, &d, &conflicts);
        assert_int_equal(p->schemes->rung, 1);
        assert_int_equal(count_of(conflicts, false), 1);
        assert_true(str_eq(conflicts->field, S("schemes.rung")));
        assert_true(conflicts->dilemma.len && conflicts->other.len && !str_eq(conflicts->dilemma, conflicts->other));
    }
}

/* Each anchor of each shipped dilemma makes a policy that reads, or a conflict that blocks. */
static void test_every_anchor_makes_a_policy(void **state)
{
    (void)state;
    for (const struct dilemma *x = library.dilemmas; x; x = x->next)
        for (int anchor = 1; anchor <= ANCHORS; anchor++) {
            struct arena a = boot;
            struct conflict *conflicts;
            struct str out;
            struct decided choice = {.dilemma = x->id, .anchor = anchor, .why = S("x")};
            struct decision d = example(&choice);
            if (!decision_policy(&a, &d, str_of(hash), &library, &no_laws, base, &out, &conflicts, &e))
                fail_msg(STR_FMT " %d: %s", STR_ARG(x->id), anchor, e.text);
        }
}

static void test_settled_needs_a_fact(void **state)
{
    (void)state;
    struct arena a = boot;
    struct conflict *conflicts;
    struct str out, estimated;
    struct decided choice = {.dilemma = S("certainty_speed"), .anchor = 1, .why = S("x")};
    struct decision d = example(&choice);
    int settled = 0, loose = 0;
    for (int i = 0; i < ANCHORS; i++)
        for (const struct setting *s = library_dilemma(&library, choice.dilemma)->anchors[i].settings; s; s = s->next) {
            settled = str_eq(s->field, S("schemes.timing")) && str_eq(s->value, S("settled")) ? i + 1 : settled;
            loose = str_eq(s->field, S("schemes.timing")) && str_eq(s->value, S("estimated")) ? i + 1 : loose;
        }
    assert_true(settled && loose);
    choice.anchor = settled;
    assert_true(policy_of(&a, &d, &conflicts)->schemes->settled_only);
    choice.anchor = loose;
    assert_true(decision_policy(&a, &d, str_of(hash), &library, &no_laws, base, &estimated, &conflicts, &e));
    assert_true(str_find(estimated, S("settled_fact")) < 0);
    choice.anchor = settled;               /* on a policy that names no such fact any more */
    assert_true(decision_policy(&a, &d, str_of(hash), &library, &no_laws, estimated, &out, &conflicts, &e));
    assert_int_equal(count_of(conflicts, true), 2);
}

static void test_a_no_lets_nothing_in(void **state)
{
    (void)state;
    struct arena a = boot;
    struct conflict *conflicts;
    struct decided choice = {.dilemma = S("subsistence_privacy"), .anchor = 1, .why = S("x")};
    struct decision d = example(&choice);
    d.no = true;
    struct policy *p = policy_of(&a, &d, &conflicts);
    for (const struct policy_scheme *s = p->schemes; s; s = s->next)
        assert_int_equal(s->rung, 0);
}

static void test_what_is_missing_is_said(void **state)
{
    (void)state;
    struct arena a = boot;
    struct decided choice = {.dilemma = S("subsistence_privacy"), .anchor = 0};
    struct taken_measure measure = {.measure = S("phone_line"), .owner = S("KCC"), .due = day(2026, 5, 1), .done = INT32_MIN};
    struct decision d = example(&choice), back;
    d.measures = &measure;
    struct lacks f = lacks_open(&a);
    decision_check(&d, &library, day(2026, 5, 1), &f);
    assert_int_equal(f.count, 2);          /* no choice, no motivation */
    choice.anchor = 2;
    choice.why = S("omdat");
    f = lacks_open(&a);
    decision_check(&d, &library, day(2026, 5, 1), &f);
    assert_int_equal(f.count, 0);
    measure.done = day(2026, 4, 1);
    measure.owner = S("");
    d.review_on = day(2028, 1, 1);
    d.until = day(2031, 1, 1);
    f = lacks_open(&a);
    decision_check(&d, &library, day(2026, 5, 1), &f);
    assert_int_equal(f.count, 3);          /* done without evidence, no owner, longer than three years */
    struct str bytes = decision_write(&a, &d);
    assert_true(decision_read(&a, bytes, &back, &e));
    assert_true(str_eq(decision_write(&a, &back), bytes));
}

static void test_changes_are_sentences(void **state)
{
    (void)state;
    struct arena a = boot;
    struct conflict *conflicts;
    struct policy *before;
    struct decided choice = {.dilemma = S("subsistence_privacy"), .anchor = 4, .why = S("x")};
    struct decision d = example(&choice);
    assert_true(policy_read(&a, S("base"), base, &before, &e));
    struct policy *after = policy_of(&a, &d, &conflicts);
    int came = 0, went = 0;
    for (struct policy_change *c = policy_changes(&a, policy_words(&a, before, S("nl")), policy_words(&a, after, S("nl"))); c; c = c->next)
        *(c->came ? &came : &went) += 1;
    assert_true(came > 2 && went > 2);
    assert_null(policy_changes(&a, policy_words(&a, after, S("nl")), policy_words(&a, after, S("nl"))));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_dials_become_fields),       cmocka_unit_test(test_two_dials_on_one_field),
        cmocka_unit_test(test_every_anchor_makes_a_policy), cmocka_unit_test(test_settled_needs_a_fact),
        cmocka_unit_test(test_a_no_lets_nothing_in),      cmocka_unit_test(test_what_is_missing_is_said),
        cmocka_unit_test(test_changes_are_sentences),
    };
    return cmocka_run_group_tests(tests, read_all, NULL);
}
