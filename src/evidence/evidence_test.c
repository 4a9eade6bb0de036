/* SPDX-License-Identifier: EUPL-1.2 */
/* evidence_test.c: a town of fourteen in which every figure is known by hand; dials that change what they promise and
 * nothing else; and towns at random, in which the lists add up and nothing small is shown.
 */
#include "evidence/evidence.h"
#include "gate/town_test.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

static struct arena boot;

/* ---- a town and its evidence -------------------------------------------------------------------------- */

#define TOWN(name, rows) (void)s; struct arena town_arena = boot; struct town *name = joint(&town_arena, (rows))

static const struct permit *permit_ok(struct town *w)
{
    const struct permit *p = NULL;
    if (!permitted(w, &p))
        fail_msg("%s", w->e.text);
    return p;
}

static struct evidence evidence_under(struct town *w, const struct permit *p)
{
    struct evidence v = evidence_open(p, &w->t);
    v.schemes = arena_new(w->a, struct evidence_scheme, 1);
    v.schemes[0].plan = &w->plan;
    v.scheme_count = 1;
    if (!gate_view(w->a, p, &w->t, &w->f, &w->contacts, &v.schemes[0].view, &w->e))
        fail_msg("%s", w->e.text);
    return v;
}

static struct evidence evidence_ok(struct town *w)
{
    return evidence_under(w, permit_ok(w));
}

static const struct outcome *weighed(struct town *w, const struct evidence *v, const char *settings)
{
    struct policy *p = policy_variant(w->a, v->policy);
    struct outcome *o = NULL;
    if (!dials_set(p, str_of(settings), &w->e) || !evidence_weigh(w->a, v, *settings ? p : v->policy, &o, &w->e))
        fail_msg("%s", w->e.text);
    return o;
}

static void opt_out(struct town *w, int64_t row)
{
    struct opt_out *o = arena_new(w->a, struct opt_out, 1);
    *o = (struct opt_out){w->t.who[row], S("proef")};
    w->outs = (struct opt_outs){o, 1};
}

/* Rows 0 and 1 are a couple; each other row is what its line says. */
static struct town *fourteen(struct arena *a)
{
    struct town *w = joint(a, 14);
    marry(w, 0, 1);                            /* 1000 euros together: the letter goes to row 0 */
    set_bool(w->gebruik, 2, true);             /* uses it: 1000 */
    set_state(w->gebruik, 3, CELL_UNKNOWN);    /* entitled to 500, perhaps uses it */
    w->f.amount_cents[3] = 50000;
    w->f.verdict[4] = VERDICT_NO;
    w->f.verdict[5] = VERDICT_NO;
    set_bool(w->overleden, 5, true);           /* excluded before anything else */
    w->f.verdict[6] = VERDICT_UNKNOWN;
    w->f.verdict[7] = VERDICT_UNKNOWN;
    set_bool(w->gebruik, 7, true);
    w->f.verdict[8] = VERDICT_FAULTY;
    w->f.amount_cents[9] = 11999;              /* a cent below the policy's minimum */
    set_bool(w->definitief, 10, false);
    w->f.amount_cents[10] = 30000;
    set_bool(w->geheim, 11, true);
    w->f.amount_cents[11] = 20000;
    opt_out(w, 12);
    w->f.amount_cents[13] = 60000;             /* a letter */
    return w;
}

#define FOURTEEN(name) (void)s; struct arena town_arena = boot; struct town *name = fourteen(&town_arena)

/* ---- by hand ---------------------------------------------------------------------------------------------- */

static void shown_is(struct shown got, int64_t want)
{
    assert_false(got.hidden);
    assert_int_equal(got.n, want);
}

static void figure_is(const struct outcome *o, enum figure_id id, int64_t low, int64_t low_in, int64_t high, int64_t high_in)
{
    const struct figure *f = &o->figures[id];
    if (f->missing || f->low.of != low || f->low.in != low_in || f->high.of != high || f->high.in != high_in)
        fail_msg("%s is %s %lld/%lld to %lld/%lld", figure_name(id), missing_name(f->missing), (long long)f->low.of,
                 (long long)f->low.in, (long long)f->high.of, (long long)f->high.in);
}

static void missing_is(const struct outcome *o, enum figure_id id, enum missing want)
{
    if (o->figures[id].missing != want)
        fail_msg("%s is %s and not %s", figure_name(id), missing_name(o->figures[id].missing), missing_name(want));
    assert_int_equal(o->figures[id].low.in, 0);
}

static void test_funnel_by_hand(void **s)
{
    FOURTEEN(w);
    struct evidence v = evidence_ok(w);
    const struct outcome *o = weighed(w, &v, "");
    shown_is(o->searched, 13);                 /* all but row 12 */
    shown_is(o->entitled, 8);                  /* 0 1 2 3 9 10 11 13 */
    shown_is(o->not_entitled, 2);
    shown_is(o->undecided, 2);
    shown_is(o->faulty, 1);
    shown_is(o->using, 1);
    shown_is(o->not_using, 6);
    shown_is(o->use_unknown, 1);
    shown_is(o->reached, 3);                   /* 0 with 1, and 13 */
    shown_is(o->reasons[REFUSED_NOT], 2);
    const enum refusal once[] = {REFUSED_OPTED_OUT, REFUSED_EXCLUDED, REFUSED_FAULTY, REFUSED_NOT_ENTITLED, REFUSED_UNSETTLED,
                                 REFUSED_USING, REFUSED_USE_UNKNOWN, REFUSED_PARTNER, REFUSED_AMOUNT, REFUSED_HUMAN};
    for (int i = 0; i < COUNT(once); i++)
        shown_is(o->reasons[once[i]], 1);
    shown_is(o->reasons[REFUSED_UNCERTAIN], 2);
    assert_false(o->run_blocked || o->block);
}

static void test_figures_by_hand(void **s)
{
    FOURTEEN(w);
    struct evidence v = evidence_ok(w);
    const struct outcome *o = weighed(w, &v, "");
    figure_is(o, FIGURE_LETTERS, 2, 1, 2, 1);
    figure_is(o, FIGURE_REACHED_PEOPLE, 3, 8, 3, 6);           /* row 3 and row 6 perhaps are entitled without it */
    figure_is(o, FIGURE_NOT_REACHED, 3, 1, 5, 1);
    figure_is(o, FIGURE_REACHED_EUROS, 160000, 271999, 160000, 221999);
    assert_true(o->figures[FIGURE_REACHED_EUROS].low_open && !o->figures[FIGURE_REACHED_EUROS].high_open);
    figure_is(o, FIGURE_MISSED_EUROS, 61999, 1, 111999, 1);
    assert_true(o->figures[FIGURE_MISSED_EUROS].high_open);    /* what row 6 may miss, nobody knows */
    figure_is(o, FIGURE_SEARCH_RATIO, 13, 2, 13, 2);
    figure_is(o, FIGURE_NONTARGET_SHARE, 2, 13, 5, 13);        /* 4 and 5; perhaps 6, 7 and 8 */
    figure_is(o, FIGURE_NONTARGET_FACTS, 12, 2, 12, 2);
    figure_is(o, FIGURE_FACTS, 6 * 14, 14, 6 * 14, 14);
    figure_is(o, FIGURE_FACTS_WEIGHTED, 12 * 14, 14, 12 * 14, 14);
    missing_is(o, FIGURE_NEEDED, MISSING_STAGED);
    figure_is(o, FIGURE_SMALLEST_CELL, 2, 1, 2, 1);
    figure_is(o, FIGURE_PRECISION, 2, 2, 2, 2);
    figure_is(o, FIGURE_SETTLED, 2, 2, 2, 2);
    figure_is(o, FIGURE_CASEWORKER, 1, 1, 1, 1);
    figure_is(o, FIGURE_OPTED_OUT, 1, 14, 1, 14);
}

static void test_letters_on_estimates(void **s)
{
    FOURTEEN(w);
    struct evidence v = evidence_ok(w);
    const struct outcome *o = weighed(w, &v, "timing=estimated");
    figure_is(o, FIGURE_LETTERS, 3, 1, 3, 1);
    figure_is(o, FIGURE_SETTLED, 2, 3, 2, 3);
    figure_is(o, FIGURE_PRECISION, 2, 3, 3, 3);                /* row 10's income may turn out otherwise */
}

/* The column was not delivered: nobody can say what is settled, and each letter may be wrong. */
static void test_without_a_fact(void **s)
{
    FOURTEEN(w);
    w->definitief->name = S("iets_anders");
    struct evidence v = evidence_ok(w);
    const struct outcome *o = weighed(w, &v, "");
    figure_is(o, FIGURE_FACTS, 5 * 14, 14, 5 * 14, 14);
    missing_is(o, FIGURE_SETTLED, MISSING_NO_LETTERS);
    o = weighed(w, &v, "timing=estimated");
    missing_is(o, FIGURE_SETTLED, MISSING_NOT_READ);
    figure_is(o, FIGURE_PRECISION, 0, 3, 3, 3);
}

static void test_nobody(void **s)
{
    TOWN(w, 0);
    struct evidence v = evidence_ok(w);
    const struct outcome *o = weighed(w, &v, "");
    shown_is(o->searched, 0);
    missing_is(o, FIGURE_REACHED_PEOPLE, MISSING_NOBODY);
    missing_is(o, FIGURE_SEARCH_RATIO, MISSING_NO_LETTERS);
    missing_is(o, FIGURE_FACTS, MISSING_NOBODY);
}

/* ---- dials: what they promise, and nothing else ---------------------------------------------------------- */

static const struct { const char *settings; int rows[3]; enum refusal reason; } promises[] = {
    {"amount_min=119", {9, -1}, REFUSED_NOT},
    {"amount_min=120", {-1}, REFUSED_NOT},
    {"amount_min=601", {11, 13, -1}, REFUSED_AMOUNT},
    {"timing=estimated", {10, -1}, REFUSED_NOT},
    {"timing=settled", {-1}, REFUSED_NOT},
    {"exclude.geheim=exclude", {11, -1}, REFUSED_EXCLUDED},
    {"exclude.overleden=human", {5, -1}, REFUSED_NOT_ENTITLED},
    {"k_min=2", {-1}, REFUSED_NOT},
    {"k_min=3", {0, 13, -1}, REFUSED_CELL},
    {"sample=1000", {0, 13, -1}, REFUSED_SAMPLE},
    {"control=1000", {0, 1, 13}, REFUSED_CONTROL},
    {"letters_max=2", {-1}, REFUSED_NOT},
    {"ratio_max=7", {-1}, REFUSED_NOT},
    {"rung=4", {-1}, REFUSED_NOT},
    {"quiet_days=0,per_year_max=1", {-1}, REFUSED_NOT},
};

static void test_each_dial_keeps_its_promise(void **s)
{
    FOURTEEN(w);
    struct evidence v = evidence_ok(w);
    struct gate_weighed base, got;
    for (int i = 0; i < COUNT(promises); i++) {
        struct policy *p = policy_variant(w->a, v.policy);
        assert_true(gate_weigh(w->a, v.schemes[0].view, v.policy, NULL, &base, &w->e));
        assert_true(dials_set(p, str_of(promises[i].settings), &w->e));
        assert_true(gate_weigh(w->a, v.schemes[0].view, p, NULL, &got, &w->e));
        for (int k = 0; k < 3 && promises[i].rows[k] >= 0; k++)
            base.reason[promises[i].rows[k]] = (uint8_t)promises[i].reason;
        if (memcmp(base.reason, got.reason, 14) != 0)
            fail_msg("%s does something else", promises[i].settings);
        assert_int_equal(got.block, BLOCK_NOT);
    }
}

static void test_dials_say_where_they_stand(void **s)
{
    FOURTEEN(w);
    struct evidence v = evidence_ok(w);
    int count, exclusions = 0;
    const struct dial_now *now = dials_now(w->a, v.policy, &count);
    for (const struct policy_exclusion *x = v.policy->exclusions; x; x = x->next)
        exclusions++;
    assert_int_equal(count, DIAL_COUNT - 1 + exclusions);
    for (int i = 0; i < count; i++) {          /* to set a dial to where it stands changes nothing */
        struct policy *p = policy_variant(w->a, v.policy);
        int again;
        assert_true(str_starts(now[i].setting, now[i].name) && dials_set(p, now[i].setting, &w->e));
        assert_true(str_eq(dials_now(w->a, p, &again)[i].setting, now[i].setting));
    }
    struct policy *p = policy_variant(w->a, v.policy);
    assert_true(dials_set(p, S("amount_min=77,exclude.geheim=exclude"), &w->e));
    now = dials_now(w->a, p, &count);
    assert_true(str_eq(now[0].setting, S("amount_min=77")) && now[0].kind == NUMBER_EUROS);
    int found = 0;
    for (int i = 0; i < count; i++)
        found += str_eq(now[i].setting, S("exclude.geheim=exclude")) && str_eq(now[i].exclusion->fact, S("geheim"));
    assert_int_equal(found, 1);
}

static void words_are(enum figure_id id, struct figure f, const char *nl, const char *en)
{
    struct arena a = arena_open(1 << 20);
    char *start = a.at;
    assert_string_equal(str_z(&a, figure_in_words(&a, id, &f, false)), nl);
    assert_string_equal(str_z(&a, figure_in_words(&a, id, &f, true)), en);
    arena_close(&a, 1 << 20, start);
}

static void test_figures_read_as_in_the_language(void **s)
{
    (void)s;
    words_are(FIGURE_REACHED_PEOPLE, (struct figure){.low = {473, 1000}, .high = {518, 1000}}, "47,3% tot 51,8%", "47.3% to 51.8%");
    words_are(FIGURE_REACHED_PEOPLE, (struct figure){.low = {1, 2}, .high = {1, 2}}, "50,0%", "50.0%");
    words_are(FIGURE_MISSED_EUROS, (struct figure){.low = {123456, 1}, .high = {123456, 1}, .high_open = true}, "€ 1.234 of meer",
              "€1,234 or more");
    words_are(FIGURE_REACHED_EUROS, (struct figure){.low = {1, 4}, .high = {1, 2}, .low_open = true}, "hoogstens 50,0%", "at most 50.0%");
    words_are(FIGURE_LETTERS, (struct figure){.missing = MISSING_SMALL}, "*", "*");
    words_are(FIGURE_LETTERS, (struct figure){.missing = MISSING_BLOCKED}, "-", "-");
    static const struct { enum dial_kind kind; const char *value, *nl; } values[] = {
        {NUMBER_EUROS, "1240", "€ 1.240"}, {NUMBER_LIMIT, "0", "geen grens"}, {NUMBER_LIMIT, "25", "25"}, {NUMBER_PLAIN, "0", "0"},
        {WORD_TIMING, "settled", "alleen op inkomen dat vaststaat"}, {WORD_TREATMENT, "human", "eerst een medewerker"}};
    struct arena a = arena_open(1 << 20);
    char *start = a.at;
    for (int i = 0; i < COUNT(values); i++)
        assert_string_equal(str_z(&a, dial_value_words(&a, values[i].kind, str_of(values[i].value), false)), values[i].nl);
    arena_close(&a, 1 << 20, start);
}

static void test_budget_and_ratio(void **s)
{
    FOURTEEN(w);
    struct evidence v = evidence_ok(w);
    const struct outcome *o = weighed(w, &v, "letters_max=1");
    figure_is(o, FIGURE_LETTERS, 1, 1, 1, 1);
    shown_is(o->reasons[REFUSED_BUDGET], 1);
    o = weighed(w, &v, "ratio_max=6");         /* 13 for 2 is more than 6 */
    assert_true(o->run_blocked && o->block == BLOCK_RATIO);
    figure_is(o, FIGURE_LETTERS, 0, 1, 0, 1);
    figure_is(o, FIGURE_SEARCH_RATIO, 13, 2, 13, 2);
    figure_is(o, FIGURE_MISSED_EUROS, 221999, 1, 271999, 1);
    missing_is(o, FIGURE_PRECISION, MISSING_BLOCKED);
    shown_is(o->reached, 0);
    o = weighed(w, &v, "rung=2");
    assert_true(!o->run_blocked && o->block == BLOCK_RUNG);
    missing_is(o, FIGURE_SEARCH_RATIO, MISSING_BLOCKED);
    o = weighed(w, &v, "rung=5");
    assert_true(o->run_blocked && o->block == BLOCK_CEILING);
    shown_is(o->reasons[REFUSED_CEILING], 13);
}

static void test_what_is_true_does_not_move(void **s)
{
    FOURTEEN(w);
    struct evidence v = evidence_ok(w);
    const struct outcome *base = weighed(w, &v, "");
    for (int i = 0; i < COUNT(promises); i++) {
        const struct outcome *o = weighed(w, &v, promises[i].settings);
        assert_int_equal(o->searched.n, base->searched.n);
        assert_int_equal(o->entitled.n, base->entitled.n);
        assert_int_equal(o->not_using.n, base->not_using.n);
        assert_int_equal(o->undecided.n, base->undecided.n);
        for (int f = FIGURE_NONTARGET_SHARE; f <= FIGURE_NEEDED_WEIGHTED; f++)
            assert_memory_equal(&o->figures[f].low, &base->figures[f].low, sizeof(struct ratio));
    }
}

static void refuses(struct town *w, const struct evidence *v, const char *settings, const char *word)
{
    struct policy *p = policy_variant(w->a, v->policy);
    assert_false(dials_set(p, str_of(settings), &w->e));
    assert_int_equal(w->e.code, ERR_POLICY);
    if (!strstr(w->e.text, word))
        fail_msg("\"%s\" is not in \"%s\"", word, w->e.text);
}

static void test_settings_refused(void **s)
{
    FOURTEEN(w);
    struct evidence v = evidence_ok(w);
    refuses(w, &v, "nothing=1", "exclude.FACT");
    refuses(w, &v, "exclude=human", "no dial");
    refuses(w, &v, "exclude.postcode=human", "no exclusion");
    refuses(w, &v, "k_min.postcode=2", "no dial");
    refuses(w, &v, "k_min", "from 1 to");
    refuses(w, &v, "k_min=0", "from 1 to");
    refuses(w, &v, "amount_min=1,50", "no dial '50'");         /* whole euros: the comma begins another dial */
    refuses(w, &v, "control=1001", "to 1000");
    refuses(w, &v, "timing=late", "settled or estimated");
    refuses(w, &v, "sample=5,control=x", "to 1000");
    refuses(w, &v, ",", "no dial");
    refuses(w, &v, "k_min=2,", "no dial");
}

/* A signed policy could not ask for what it may not read; nor can a dial. */
static void test_settings_that_need_a_fact(void **s)
{
    FOURTEEN(w);
    dial(w, "\"timing\": \"settled\", \"settled_fact\": \"definitief\"", "\"timing\": \"estimated\"");
    dial(w, "\"stigma\": {\"k_min\": 1, \"fact\": \"postcode\"", "\"stigma\": {\"k_min\": 1, \"fact\": \"straat\"");
    struct evidence v = evidence_ok(w);
    struct str *settings;
    int count;
    refuses(w, &v, "timing=settled", "settled_fact");
    refuses(w, &v, "k_min=2", "may not be read");
    missing_is(weighed(w, &v, ""), FIGURE_SMALLEST_CELL, MISSING_NOT_READ);
    assert_true(dial_settings(w->a, v.policy, S("timing"), &settings, &count, &w->e) && count == 1);
    assert_true(str_eq(settings[0], S("timing=estimated")));
}

static void settings_are(struct town *w, const struct evidence *v, const char *name, const char *want)
{
    struct str *at;
    int count;
    struct buf out = buf_open(w->a, 1 << 16);
    assert_true(dial_settings(w->a, v->policy, str_of(name), &at, &count, &w->e));
    for (int i = 0; i < count; i++) {
        struct policy *p = policy_variant(w->a, v->policy);
        assert_true(dials_set(p, at[i], &w->e));
        buf_print(&out, "%s" STR_FMT, i ? " " : "", STR_ARG(at[i]));
    }
    if (!str_eq(buf_str(&out), str_of(want)))
        fail_msg(STR_FMT, STR_ARG(buf_str(&out)));
}

static void test_sweeps(void **s)              /* the policy's own setting is among them, in its place */
{
    FOURTEEN(w);
    dial(w, "\"k_min\": 1,", "\"k_min\": 7,");
    dial(w, "\"ratio_max\": 0", "\"ratio_max\": 40");
    struct evidence v = evidence_ok(w);
    settings_are(w, &v, "k_min", "k_min=1 k_min=5 k_min=7 k_min=10 k_min=25 k_min=50 k_min=100");
    settings_are(w, &v, "ratio_max", "ratio_max=10 ratio_max=25 ratio_max=40 ratio_max=50 ratio_max=100 ratio_max=250 ratio_max=0");
    settings_are(w, &v, "letters_max",
                 "letters_max=100 letters_max=500 letters_max=1000 letters_max=5000 letters_max=25000 letters_max=0");
    settings_are(w, &v, "timing", "timing=settled timing=estimated");
    settings_are(w, &v, "exclude.geheim", "exclude.geheim=exclude exclude.geheim=human");
    settings_are(w, &v, "amount_min",
                 "amount_min=0 amount_min=60 amount_min=120 amount_min=240 amount_min=480 amount_min=960 amount_min=1440");
}

/* ---- two schemes: the letters of the first count for the second, as in a run -------------------------------- */

static void test_two_schemes(void **s)
{
    FOURTEEN(w);
    struct scheme *second = arena_new(w->a, struct scheme, 1);
    struct plan *plan = arena_new(w->a, struct plan, 1);
    struct findings f = w->f;
    *second = w->scheme;
    second->id = S("tweede");
    w->scheme.next = second;
    *plan = w->plan;
    plan->scheme = second->id;
    plan->about = second;
    f.plan = plan;
    dial(w, "\"settled_fact\": \"definitief\"}", "\"settled_fact\": \"definitief\"}, {\"scheme\": \"tweede\", \"rung\": 3, "
         "\"certainty_min\": \"certain\", \"amount_min\": 0, \"timing\": \"estimated\"}");
    const struct permit *p = permit_ok(w);
    struct evidence v = evidence_under(w, p);
    struct evidence_scheme both[2] = {v.schemes[0], {.plan = plan}};
    assert_true(gate_view(w->a, p, &w->t, &f, NULL, &both[1].view, &w->e));
    v.schemes = both;
    v.scheme_count = 2;
    const struct outcome *o = weighed(w, &v, "");
    assert_true(gate_clear(w->a, p, &w->t, &w->f, NULL, &w->r, &w->e));
    struct contact letters[2] = {{clearance_who(w->r.cleared[0]), w->today}, {clearance_who(w->r.cleared[1]), w->today}};
    assert_true(gate_clear(w->a, p, &w->t, &f, &(struct contacts){letters, 2}, &w->r, &w->e));
    for (int i = 0; i < REFUSAL_COUNT; i++)
        shown_is(o[1].reasons[i], w->r.counts[i]);
    shown_is(o[1].reasons[REFUSED_RECENT], 3);
    o = weighed(w, &v, "ratio_max=6");         /* the first is over it: the run stops, for both */
    assert_true(o[0].block == BLOCK_RATIO && o[1].run_blocked);
    figure_is(&o[1], FIGURE_LETTERS, 0, 1, 0, 1);
}

/* ---- small cells ------------------------------------------------------------------------------------------------ */

static void test_small_is_not_shown(void **s)
{
    TOWN(w, 30);
    dial(w, "\"k_min\": 1,", "\"k_min\": 4,");
    w->f.verdict[3] = VERDICT_NO;
    for (int i = 4; i < 10; i++)
        set_bool(w->gebruik, i, true);
    struct evidence v = evidence_ok(w);
    for (int variant = 0; variant < 2; variant++) {            /* a variant does not turn it off */
        const struct outcome *o = weighed(w, &v, variant ? "k_min=1" : "");
        shown_is(o->searched, 30);
        assert_true(o->not_entitled.hidden && o->entitled.hidden);     /* 1 and 29: the one gives the other away */
        assert_true(o->reasons[REFUSED_NOT_ENTITLED].hidden && o->reasons[REFUSED_USING].hidden);
        assert_int_equal(o->reasons[REFUSED_NOT_ENTITLED].n, 0);
        shown_is(o->using, 6);
        figure_is(o, FIGURE_LETTERS, 23, 1, 23, 1);
        missing_is(o, FIGURE_NONTARGET_SHARE, MISSING_SMALL);
        missing_is(o, FIGURE_NONTARGET_FACTS, MISSING_SMALL);
    }
    set_text(w->postcode, 20, S("9999ZZ"));
    v = evidence_ok(w);
    missing_is(weighed(w, &v, "k_min=1"), FIGURE_SMALLEST_CELL, MISSING_SMALL);
}

/* One is not entitled. What is hidden beside it, so that it can't be subtracted, stands in no figure either. */
static void test_hidden_beside_the_small(void **s)
{
    TOWN(w, 30);
    dial(w, "\"k_min\": 1,", "\"k_min\": 4,");
    w->f.verdict[3] = VERDICT_NO;
    struct evidence v = evidence_ok(w);
    const struct outcome *o = weighed(w, &v, "");
    assert_true(o->reasons[REFUSED_NOT].hidden);               /* 29 letters, of 30 */
    missing_is(o, FIGURE_LETTERS, MISSING_SMALL);
    missing_is(o, FIGURE_SEARCH_RATIO, MISSING_SMALL);
    missing_is(o, FIGURE_PRECISION, MISSING_SMALL);
    for (int i = 10; i < 16; i++)
        set_bool(w->geheim, i, true);
    v = evidence_ok(w);
    o = weighed(w, &v, "");
    assert_true(o->reasons[REFUSED_HUMAN].hidden);
    missing_is(o, FIGURE_CASEWORKER, MISSING_SMALL);
    figure_is(o, FIGURE_LETTERS, 23, 1, 23, 1);
}

/* ---- towns at random -------------------------------------------------------------------------------------------- */

/* Of the parts of a known whole, never exactly one is hidden if another is more than nothing. */
static void check_parts(const struct shown *parts, int count, int64_t whole, int64_t k)
{
    int64_t sum = 0;
    int hidden = 0, some = 0;
    for (int i = 0; i < count; i++) {
        sum += parts[i].n;
        hidden += parts[i].hidden;
        some += !parts[i].hidden && parts[i].n;
        assert_true(parts[i].hidden ? parts[i].n == 0 : parts[i].n == 0 || parts[i].n >= k);
    }
    assert_true(hidden ? sum < whole : sum == whole);
    assert_true(hidden != 1 || !some);
}

static bool is_there(const struct outcome *o, enum figure_id id)
{
    return o->figures[id].missing == MISSING_NOT;
}

/* What a list hides follows from no figure. */
static void check_hidden(const struct outcome *o)
{
    assert_false(o->reasons[REFUSED_NOT].hidden && (o->figures[FIGURE_LETTERS].low.of || is_there(o, FIGURE_SEARCH_RATIO)));
    assert_false(is_there(o, FIGURE_CASEWORKER) && (o->reasons[REFUSED_HUMAN].hidden || o->reasons[REFUSED_JOINT_HUMAN].hidden ||
                                                    o->reasons[REFUSED_SAMPLE].hidden));
    assert_false(is_there(o, FIGURE_NONTARGET_SHARE) &&
                 (o->entitled.hidden || o->not_entitled.hidden || o->undecided.hidden || o->faulty.hidden));
    assert_false(is_there(o, FIGURE_NONTARGET_FACTS) && o->not_entitled.hidden);
    const enum figure_id reach[] = {FIGURE_REACHED_PEOPLE, FIGURE_NOT_REACHED, FIGURE_REACHED_EUROS, FIGURE_MISSED_EUROS};
    for (int i = 0; i < COUNT(reach); i++)
        assert_false(is_there(o, reach[i]) && (o->reached.hidden || o->not_using.hidden || o->use_unknown.hidden || o->undecided.hidden));
}

static void check_figures(const struct outcome *o)
{
    check_hidden(o);
    for (int i = 0; i < FIGURE_COUNT; i++) {
        const struct figure *f = &o->figures[i];
        if (f->missing)
            continue;
        assert_true((int128)f->low.of * f->high.in <= (int128)f->high.of * f->low.in);
        if (figure_unit((enum figure_id)i) == IN_SHARE)
            assert_true(f->low.of >= 0 && f->high.of <= f->high.in);
    }
}

static void test_random_towns(void **s)
{
    (void)s;
    struct dice d = dice_open(20261101, 1);
    static const char *const settings[] = {"", "k_min=9", "amount_min=500", "timing=estimated", "control=300,sample=100",
                                           "letters_max=9", "ratio_max=3", "rung=2"};
    int available = 0;
    for (int round = 0; round < 200; round++) {
        struct arena a = boot;
        struct town *w = joint(&a, 1 + dice_below(&d, 200));
        int64_t k = round % 2 ? 1 : 4;
        scatter(w, &d);
        if (k > 1)
            dial(w, "\"k_min\": 1,", "\"k_min\": 4,");
        struct evidence v = evidence_ok(w);
        struct gate_funnel f = gate_view_funnel(v.schemes[0].view);
        for (int i = 0; i < COUNT(settings); i++) {
            const struct outcome *o = weighed(w, &v, settings[i]);
            struct shown rights[] = {o->entitled, o->not_entitled, o->undecided, o->faulty};
            struct shown uses[] = {o->using, o->not_using, o->use_unknown};
            check_parts(rights, 4, f.searched, k);
            check_parts(uses, 3, f.entitled, k);
            check_parts(o->reasons, REFUSAL_COUNT, w->t.rows, k);
            check_figures(o);
            available += !o->figures[FIGURE_REACHED_PEOPLE].missing;
        }
    }
    assert_true(available > 300);              /* or nothing was tested */
}

/* ---- lists ---------------------------------------------------------------------------------------------------------- */

static void test_milli(void **s)
{
    (void)s;
    assert_int_equal(ratio_milli((struct ratio){1, 3}), 333);
    assert_int_equal(ratio_milli((struct ratio){2, 3}), 667);
    assert_int_equal(ratio_milli((struct ratio){1, 2000}), 1);
    assert_int_equal(ratio_milli((struct ratio){-1, 2000}), -1);
    assert_int_equal(ratio_milli((struct ratio){INT64_MAX / 1000, 1}), INT64_MAX / 1000 * 1000);
}

static void test_words(void **s)
{
    (void)s;
    for (int i = 0; i < FIGURE_COUNT; i++)
        assert_true(figure_title((enum figure_id)i).nl.len && figure_title((enum figure_id)i).en.len);
    for (int i = 0; i < MISSING_COUNT; i++)
        assert_true(missing_words((enum missing)i).nl.len && missing_words((enum missing)i).en.len);
    for (int i = 0; i < DIAL_COUNT; i++)
        assert_true(dial_words((enum dial)i).nl.len && dial_words((enum dial)i).en.len && *dial_name((enum dial)i));
}

/* The same figures in both forms, and JSON without a hidden count. */
static void test_printed(void **s)
{
    FOURTEEN(w);
    w->t.synthetic = true;
    w->t.label = S("synthetisch");
    struct evidence v = evidence_ok(w);
    struct alternative all[2] = {{.schemes = arena_new(w->a, struct outcome, 1)}, {.settings = S("k_min=3")}};
    *all[0].schemes = *weighed(w, &v, "");
    all[1].schemes = arena_new(w->a, struct outcome, 1);
    *all[1].schemes = *weighed(w, &v, "k_min=3");
    struct buf json = buf_open(w->a, 1 << 20), csv = buf_open(w->a, 1 << 20);
    js_canonical(evidence_json(w->a, &v, all, 2), &json);
    evidence_csv(&v, all, 2, &csv);
    assert_true(str_find(buf_str(&json), S("\"synthetic\":true")) > 0);
    assert_true(str_find(buf_str(&json), S("\"search_ratio\":{\"available\":true,\"high\":{\"denominator\":2,\"numerator\":13,"
                                           "\"open\":false,\"thousandths\":6500}")) > 0);
    assert_true(str_starts(buf_str(&csv), S("# synthetisch\n")));
    assert_true(str_find(buf_str(&csv), S("policy;proef;figure;search_ratio;ratio;13;2;13;2;0;0;\n")) > 0);
    assert_true(str_find(buf_str(&csv), S("policy;proef;figure;reached_euros;share;160000;271999;160000;221999;1;0;\n")) > 0);
    assert_true(str_find(buf_str(&csv), S("k_min=3;proef;figure;search_ratio;ratio;;;;;;;no_letters\n")) > 0);
    assert_true(str_find(buf_str(&csv), S("k_min=3;proef;reason;cell_too_small;people;2;1;2;1;0;0;\n")) > 0);
}

int main(void)
{
    boot = arena_open(LIMIT_ARENA_BOOT);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_funnel_by_hand),
        cmocka_unit_test(test_figures_by_hand),
        cmocka_unit_test(test_letters_on_estimates),
        cmocka_unit_test(test_without_a_fact),
        cmocka_unit_test(test_nobody),
        cmocka_unit_test(test_each_dial_keeps_its_promise),
        cmocka_unit_test(test_dials_say_where_they_stand),
        cmocka_unit_test(test_figures_read_as_in_the_language),
        cmocka_unit_test(test_budget_and_ratio),
        cmocka_unit_test(test_what_is_true_does_not_move),
        cmocka_unit_test(test_settings_refused),
        cmocka_unit_test(test_settings_that_need_a_fact),
        cmocka_unit_test(test_sweeps),
        cmocka_unit_test(test_two_schemes),
        cmocka_unit_test(test_small_is_not_shown),
        cmocka_unit_test(test_hidden_beside_the_small),
        cmocka_unit_test(test_random_towns),
        cmocka_unit_test(test_milli),
        cmocka_unit_test(test_words),
        cmocka_unit_test(test_printed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
