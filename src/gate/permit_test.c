/* SPDX-License-Identifier: EUPL-1.2 */
/* permit_test.c: facts come in only with a permit: signed, in force, from the right sources, within
 * the law's ceiling. Clearances: gate_test.c.
 */
#include "gate/town_test.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>

static struct arena boot;

#define TOWN(name, rows)                                                                       \
    (void)s;                                                                                   \
    struct arena town_arena = boot;                                                            \
    struct town *name = town_open(&town_arena, (rows), slurp(&town_arena, "tests/gate/policy.json"))

static const struct permit *permit_ok(struct town *w)
{
    const struct permit *p = NULL;
    if (!permitted(w, &p))
        fail_msg("%s", w->e.text);
    return p;
}

/* ---- permits: INV-2, INV-7 ----------------------------------------------------------------------------------- */

static void refused(struct town *w, const char *words)
{
    const struct permit *p = NULL;
    assert_false(permitted(w, &p));
    assert_null(p);
    if (!strstr(w->e.text, words))
        fail_msg("'%s' lacks '%s'", w->e.text, words);
}

static void test_permit_in_force(void **s)     /* INV-7, L14, L20 */
{
    TOWN(w, 1);
    w->today = on("2026-01-01");
    permit_ok(w);
    w->today = on("2026-12-31");
    permit_ok(w);
    w->today = on("2027-01-01");
    refused(w, "no longer in force");
    w->today = on("2025-12-31");
    refused(w, "not in force yet");
    const struct permit *p;
    struct policy *plain;
    assert_true(policy_read(w->a, S("p"), w->policy, &plain, &w->e));
    assert_false(gate_permit(w->a, plain, sign_public(seed), &w->set, on("2026-06-01"), NULL, NULL, &p, &w->e));
    struct key other = {{8}};
    assert_false(gate_permit(w->a, signed_policy(w), sign_public(other), &w->set, on("2026-06-01"), NULL, NULL, &p, &w->e));
    assert_true(gate_permit(w->a, signed_policy(w), sign_public(seed), &w->set, on("2026-06-01"), NULL, NULL, &p, &w->e));
}

/* What the decision made a condition is done first; the measure is named. */
static void test_permit_conditions(void **s)
{
    TOWN(w, 1);
    struct names line = {S("phone_line"), NULL}, test = {S("letter_test"), NULL};
    ptrdiff_t at = str_find(w->policy, S("\"publication\""));
    assert_true(at > 0);
    w->policy = str_format(w->a, STR_FMT "\"conditions\": [\"letter_test\", \"phone_line\"], " STR_FMT,
                           STR_ARG(str_slice(w->policy, 0, at)), STR_ARG(str_slice(w->policy, at, w->policy.len)));
    refused(w, "'letter_test' is a condition");
    w->done = &test;
    refused(w, "'phone_line' is a condition");
    test.next = &line;
    permit_ok(w);
    w->done = &line;
    refused(w, "'letter_test' is a condition");
}

static void test_permit_sources(void **s)      /* INV-2, L2 */
{
    TOWN(w, 1);
    w->facts[5].source = S("Kadaster");
    refused(w, "fact 'postcode' has source \"BRP\" in the policy and \"Kadaster\" in the dictionary");
    w->facts[5].source = S("BRP");
    w->facts[5].name = S("straat");
    refused(w, "fact 'postcode' is not in the dictionary");
}

static void test_permit_special_category(void **s)     /* L15 */
{
    TOWN(w, 1);
    w->facts[2].sensitivity = 5;
    refused(w, "special category");
    w->facts[2].sensitivity = 4;
    w->facts[6].sensitivity = 5;               /* not in the policy */
    permit_ok(w);
}

static void test_permit_types(void **s)
{
    TOWN(w, 1);
    w->facts[1].type = FACT_DATE;
    refused(w, "fact 'overleden' must be true or false");
    w->facts[1].type = FACT_BOOLEAN;
    w->facts[3].type = FACT_AMOUNT;
    refused(w, "fact 'definitief' must be true or false");
    w->facts[3].type = FACT_BOOLEAN;
    w->facts[5].type = FACT_NUMBER;
    permit_ok(w);                              /* no cells: not needed */
    dial(w, "\"k_min\": 1,", "\"k_min\": 6,");
    refused(w, "fact 'postcode' must be a text");
}

static void test_permit_ceiling(void **s)      /* L1 */
{
    TOWN(w, 1);
    dial(w, "\"rung\": 3", "\"rung\": 4");
    permit_ok(w);
    dial(w, "\"rung\": 4", "\"rung\": 5");
    refused(w, "rung 5 for 'proef', and on 2026-06-01 the law allows rung 4 at most (art. 14 van de Voorbeeldwet)");
    dial(w, "\"rung\": 5", "\"rung\": 3");
    w->ceiling.until = on("2026-05-31");
    refused(w, "rung 0 at most");
    w->ceiling.until = INT32_MAX;
    w->scheme.id = S("anders");
    refused(w, "is in no law in force on 2026-06-01");
}

static void test_permit_needs_a_person_to_approach(void **s)   /* L4 */
{
    TOWN(w, 1);
    dial(w, "\"rung\": 3", "\"rung\": 2");
    refused(w, "approaches nobody in person");
}

static void test_permit_facts(void **s)        /* INV-2 */
{
    TOWN(w, 1);
    const struct permit *p = permit_ok(w);
    assert_false(permit_is_rehearsal(p));
    assert_int_equal(permit_today(p), w->today);
    assert_ptr_equal(permit_facts(p), &w->set.facts);
    assert_true(str_eq(permit_policy(p)->id, S("proef")));
    assert_true(permit_allows(p, &w->facts[0]));
    assert_false(permit_allows(p, &w->facts[6]));
    assert_false(permit_too_old(p, &w->facts[0], w->today));
    assert_false(permit_too_old(p, &w->facts[0], w->today - 31));
    assert_true(permit_too_old(p, &w->facts[0], w->today - 32));
    assert_true(permit_too_old(p, &w->facts[0], w->today + 1));
    assert_true(permit_too_old(p, &w->facts[0], INT32_MIN));
    assert_true(permit_too_old(p, &w->facts[6], w->today));
}

static void test_rehearsal_clears_nothing(void **s)    /* INV-1 */
{
    TOWN(w, 3);
    const struct permit *p = gate_permit_rehearsal(w->a, &w->set, w->today);
    assert_true(permit_is_rehearsal(p));
    assert_null(permit_policy(p));
    assert_true(permit_allows(p, &w->facts[6]));
    assert_false(permit_too_old(p, &w->facts[6], INT32_MIN));
    assert_false(permit_opted_out(p, person(0)));
    assert_false(gate_clear(w->a, p, &w->t, &w->f, NULL, &w->r, &w->e));
    assert_int_equal(w->e.code, ERR_GATE);
    assert_non_null(strstr(w->e.text, "rehearsal"));
}

static void test_clear_refuses_what_the_permit_is_not_for(void **s)
{
    TOWN(w, 3);
    const struct permit *p = permit_ok(w);
    w->plan.scheme = S("anders");
    assert_false(gate_clear(w->a, p, &w->t, &w->f, NULL, &w->r, &w->e));
    assert_non_null(strstr(w->e.text, "does not name the scheme 'anders'"));
    w->plan.scheme = S("proef");
    struct law_set others = w->set;
    others.hash.at[0]++;
    w->plan.laws = &others;
    assert_false(gate_clear(w->a, p, &w->t, &w->f, NULL, &w->r, &w->e));
    assert_non_null(strstr(w->e.text, "other laws"));
    w->plan.laws = &w->set;
    assert_true(gate_clear(w->a, p, &w->t, &w->f, NULL, &w->r, &w->e));
    dial(w, "\"schemes\": [", "\"schemes\": [{\"scheme\": \"laag\", \"rung\": 1, \"certainty_min\": \"certain\", "
            "\"amount_min\": 0, \"timing\": \"estimated\"},");
    w->plan.scheme = S("laag");
    struct scheme low = w->scheme;
    struct law second = w->law;
    second.id = S("andere_wet");
    second.scheme = &low;
    low.id = S("laag");
    w->law.next = &second;
    assert_false(gate_clear(w->a, permit_ok(w), &w->t, &w->f, NULL, &w->r, &w->e));
    assert_non_null(strstr(w->e.text, "at rung 1"));
}

/* The example policy of the demo fits the dictionary that is shipped: names, sources, types. */
static void test_example_policy_fits_the_dictionary(void **s)
{
    TOWN(w, 1);
    struct faults faults = faults_open(w->a);
    w->policy = slurp(w->a, "method/policy-example.json");
    w->set.facts = facts_read(w->a, S("laws/facts.yaml"), slurp(w->a, "laws/facts.yaml"), &faults);
    assert_int_equal(faults.count, 0);
    const struct policy *p = signed_policy(w);
    w->scheme.id = p->schemes->scheme;
    permit_ok(w);
    /* and it names the dictionary's grounds, so that a correction there is seen here */
    for (const struct policy_fact *f = p->facts; f; f = f->next)
        assert_true(str_eq(f->ground, facts_find(&w->set.facts, f->fact)->ground));
}

int main(void)
{
    boot = arena_open(LIMIT_ARENA_BOOT);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_permit_in_force), cmocka_unit_test(test_permit_conditions),
        cmocka_unit_test(test_permit_sources),
        cmocka_unit_test(test_permit_special_category), cmocka_unit_test(test_permit_types),
        cmocka_unit_test(test_permit_ceiling), cmocka_unit_test(test_permit_needs_a_person_to_approach),
        cmocka_unit_test(test_permit_facts), cmocka_unit_test(test_rehearsal_clears_nothing),
        cmocka_unit_test(test_clear_refuses_what_the_permit_is_not_for),
        cmocka_unit_test(test_example_policy_fits_the_dictionary),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
