/* SPDX-License-Identifier: EUPL-1.2 */
/* kan_test.c: of whom can be known that they are entitled: one resident settled by one fact, amounts that are bounded, a
 * sample with its interval, no by-law, no outcome; and that residents' own facts are read under the policy only, on the
 * account, and shown in no cell that is small.
 */
#include "place_test.h"

/* Entitled is who is not dead and has less than 20,000 euros; from 20,000 to 30,000 that has to be worked out, for whoever
 * might have moved away and might not. The amount is a tenth of the income, 100 euros a month at most. Joint with the partner. */
static const char law[] =
    "$id: proefwet\nregulatory_layer: WET\npublication_date: '2024-01-01'\nvalid_from: '2024-01-01'\nbwb_id: BWBR9990002\n"
    "url: https://example.nl\narticles:\n- number: '1'\n  text: Tekst.\n  url: https://example.nl#1\n  machine_readable:\n"
    "    execution:\n      parameters: [{name: bsn, type: string, required: true}]\n"
    "      input: [{name: overleden, type: boolean, source: {}}, {name: inkomen, type: amount, source: {}},\n"
    "        {name: vertrokken, type: boolean, source: {}}]\n"
    "      output: [{name: recht, type: boolean}, {name: hoogte, type: amount}]\n"
    "      actions:\n      - output: recht\n        value: {operation: AND, conditions: [{operation: NOT, value: $overleden},\n"
    "          {operation: LESS_THAN, subject: $inkomen, value: 3000000},\n"
    "          {operation: OR, conditions: [{operation: LESS_THAN, subject: $inkomen, value: 2000000}, {operation: AND, conditions:\n"
    "            [$vertrokken, {operation: NOT, value: $vertrokken}]}]}]}\n"
    "      - output: hoogte\n        value: {operation: MIN, values: [10000, {operation: FLOOR, precision: 0, value:\n"
    "          {operation: DIVIDE, values: [{operation: MAX, values: [$inkomen, 0]}, 10]}}]}\n";
static const char bind[] =
    "bind: [{article: '1', input: overleden, fact: overleden}, {article: '1', input: inkomen, fact: verzamelinkomen},\n"
    "  {article: '1', input: vertrokken, fact: vertrokken}]\n"
    "scheme: {id: proef, name: {nl: proef, en: trial}, executor: gemeente, entitled: recht, amount: hoogte, amount_period: month,\n"
    "  joint_with: partner, apply: {nl: a, en: b, url: 'https://example.nl'}, unverified: [niets is nagekeken],\n"
    "  ceiling: [{rung: 4, from: '2024-01-01', source: art. 1}]}\n";
/* Of a municipality, and without one nothing. */
static const char local[] =
    "$id: plaatswet\nregulatory_layer: WET\npublication_date: '2024-01-01'\nvalid_from: '2024-01-01'\nbwb_id: BWBR9990003\n"
    "url: https://example.nl\narticles:\n- number: '1'\n  text: Tekst.\n  url: https://example.nl#1\n  machine_readable:\n"
    "    open_terms: [{id: doet_mee, type: boolean, required: true, delegated_to: gemeenteraad,\n"
    "      delegation_type: GEMEENTELIJKE_VERORDENING}]\n"
    "    execution:\n      parameters: [{name: bsn, type: string, required: true}]\n"
    "      output: [{name: recht_hier, type: boolean}]\n      actions: [{output: recht_hier, value: $doet_mee}]\n";
static const char local_bind[] =
    "scheme: {id: plaatselijk, name: {nl: plaatselijk, en: local}, executor: gemeente, entitled: recht_hier,\n"
    "  apply: {nl: a, en: b, url: 'https://example.nl'}, ceiling: [{rung: 4, from: '2024-01-01', source: art. 1}]}\n";
static const char bylaw[] =
    "$id: verordening_a\nregulatory_layer: GEMEENTELIJKE_VERORDENING\nofficiele_titel: Proef\ngemeente_code: GM0384\n"
    "publication_date: '2024-01-01'\n"
    "valid_from: '2024-01-01'\nurl: https://example.nl\narticles:\n- number: '1'\n  text: Tekst.\n  url: https://example.nl#1\n"
    "  machine_readable:\n    implements: [{law: plaatswet, article: '1', open_term: doet_mee}]\n"
    "    execution: {output: [{name: doet_mee, type: boolean}], actions: [{output: doet_mee, value: true}]}\n";

static struct str own_laws(const char *name, bool with_bylaw)
{
    struct str laws = copy_laws(name), one = under(laws, "nl/wet/proefwet"), two = under(laws, "nl/wet/plaatswet");
    ok(folder_make(one, &e) && folder_make(two, &e));
    ok(file_write(under(one, "2024-01-01.yaml"), S(law), &e) && file_write(under(one, "2024-01-01.bind.yaml"), S(bind), &e));
    ok(file_write(under(two, "2024-01-01.yaml"), S(local), &e) && file_write(under(two, "2024-01-01.bind.yaml"), S(local_bind), &e));
    if (with_bylaw)
        ok(file_write(under(two, "verordening.yaml"), S(bylaw), &e));
    return laws;
}

/* Valid test numbers. */
static struct str bsn(int i)
{
    for (int64_t n = 900000000 + 100LL * i;; n++) {
        struct str s = str_format(&boot, "%lld", (long long)n);
        if (bsn_is_valid(s))
            return s;
    }
}

static const char heads[] = "bsn;partner_bsn;overleden;verzamelinkomen;gemeente_code;vertrokken\n";

static struct app *town(const char *name, struct str laws, const char *top, struct str rows, struct app_options *o)
{
    *o = prepared(name, 20);
    o->laws = laws;
    struct buf people = buf_open(&boot, 1 << 20);
    buf_add(&people, str_of(top));
    buf_add(&people, str_of(heads));
    buf_add(&people, rows);
    ok(file_write(work_path(&boot, o, "people.csv"), buf_str(&people), &e));
    return opened(*o);
}

static struct kan kan_of(struct app *app, const char *scheme)
{
    struct kan k;
    struct str id = str_of(scheme);
    ok(app_kan(&boot, app, &id, scheme[0] != 0, day("2026-03-02"), &k, &e));
    return k;
}

static const struct kan_fact *fact_of(const struct kan_scheme *s, const char *name)
{
    for (int i = 0; i < s->fact_count; i++)
        if (str_eq(s->facts[i].fact->name, str_of(name)))
            return &s->facts[i];
    fail_msg("no fact %s", name);
    return NULL;
}

static void is(struct kan_count c, int64_t n)
{
    assert_true(!c.hidden && c.n == n && c.low == n && c.high == n);
}

#define MADE_UP "# synthetisch: proef\n"

static void test_settled_by_one_fact(void **s)
{
    (void)s;
    struct app_options o;
    struct str rows = str_format(&boot,
        STR_FMT ";geen;nee;1000,00;GM0384;nee\n"   /* certain: 100 a month, 1,200 a year */
        STR_FMT ";geen;;1000,00;GM0384;nee\n"      /* possible: only whether they live matters: 0 to 1,200 */
        STR_FMT ";geen;nee;;GM0384;nee\n"          /* possible: only the income matters */
        STR_FMT ";geen;ja;;GM0384;nee\n"           /* certainly not */
        STR_FMT ";geen;;90000,00;GM0344;nee\n",    /* certainly not, whatever is missing */
        STR_ARG(bsn(1)), STR_ARG(bsn(2)), STR_ARG(bsn(3)), STR_ARG(bsn(4)), STR_ARG(bsn(5)));
    struct app *app = town("kan-one", own_laws("kan-laws", true), MADE_UP, rows, &o);
    struct kan k = kan_of(app, "proef");
    const struct kan_scheme *p = k.schemes[0];
    assert_true(k.synthetic && k.residents == 5 && p->state == KAN_COUNTED && p->bounded && p->has_amount);
    is(p->parts[CERTAINTY_CERTAIN], 1);
    is(p->parts[CERTAINTY_POSSIBLE], 2);
    is(p->parts[CERTAINTY_EXCLUDED], 2);
    is(p->parts[CERTAINTY_FAULTY], 0);
    is(p->undecided, 2);
    assert_int_equal(p->sampled, 2);
    const struct kan_fact *dead = fact_of(p, "overleden"), *income = fact_of(p, "verzamelinkomen");
    is(dead->unknown, 2);
    is(dead->settles, 1);
    is(dead->first, 1);
    is(income->unknown, 2);
    is(income->settles, 1);
    assert_true(dead->delivered && dead->allowed && !dead->too_old && dead->as_of == day("2026-03-02"));
    assert_int_equal(p->low_cents, 12 * 10000);
    assert_int_equal(p->high_cents, 3 * 12 * 10000);
    assert_true(p->scheme->unverified && !p->scheme->unverified->next);
    assert_int_equal(account_of(o).by_action[ACTION_FACTS_READ], 0);       /* nobody real was read */
    app_close(app);
}

static void test_a_joint_claim_once(void **s)
{
    (void)s;
    struct app_options o;
    struct str rows = str_format(&boot, STR_FMT ";" STR_FMT ";nee;1000,00;GM0384;nee\n" STR_FMT ";" STR_FMT ";nee;1000,00;GM0384;nee\n",
                                 STR_ARG(bsn(1)), STR_ARG(bsn(2)), STR_ARG(bsn(2)), STR_ARG(bsn(1)));
    struct app *app = town("kan-joint", in_place("kan-laws/laws"), MADE_UP, rows, &o);
    const struct kan_scheme *p = kan_of(app, "proef").schemes[0];
    is(p->parts[CERTAINTY_CERTAIN], 2);
    assert_true(p->low_cents == 12 * 10000 && p->high_cents == 12 * 10000);
    app_close(app);
}

static void test_places(void **s)
{
    (void)s;
    struct app_options o;
    struct str rows = str_format(&boot, STR_FMT ";geen;nee;0;GM0384;nee\n" STR_FMT ";geen;nee;0;GM0344;nee\n" STR_FMT ";geen;nee;0;;nee\n",
                                 STR_ARG(bsn(1)), STR_ARG(bsn(2)), STR_ARG(bsn(3)));
    struct app *app = town("kan-place", in_place("kan-laws/laws"), MADE_UP, rows, &o);
    const struct kan_scheme *p = kan_of(app, "plaatselijk").schemes[0];
    assert_int_equal(p->bylaw_count, 1);
    is(p->without_bylaw, 1);                            /* who lives nowhere that is known is counted as unknown */
    is(p->parts[CERTAINTY_CERTAIN], 1);
    is(p->parts[CERTAINTY_FAULTY], 1);
    is(fact_of(p, "gemeente_code")->unknown, 1);
    app_close(app);
    app = town("kan-nowhere", own_laws("kan-no-bylaw", false), MADE_UP, rows, &o);
    p = kan_of(app, "plaatselijk").schemes[0];
    assert_true(p->state == KAN_NO_OUTCOME && strstr(str_z(&boot, p->why), "doet_mee"));
    app_close(app);
}

/* What was worked out is kept as long as nothing changed. */
static void test_kept_until_people_change(void **s)
{
    (void)s;
    struct app_options o;
    struct str one = str_format(&boot, STR_FMT ";geen;nee;0;GM0384;nee\n", STR_ARG(bsn(1)));
    struct app *app = town("kan-kept", in_place("kan-laws/laws"), MADE_UP, one, &o);
    const struct kan_scheme *first = kan_of(app, "proef").schemes[0];
    assert_ptr_equal(kan_of(app, "proef").schemes[0], first);
    assert_ptr_equal(kan_of(app, "").schemes[0]->scheme, law_next_scheme(&app->laws, NULL, day("2026-03-02")));
    is(first->parts[CERTAINTY_CERTAIN], 1);
    ok(file_write(work_path(&boot, &o, "people.csv"),
                  str_format(&boot, MADE_UP "%s" STR_FMT STR_FMT ";geen;nee;0;GM0384;nee\n", heads, STR_ARG(one), STR_ARG(bsn(2))), &e));
    is(kan_of(app, "proef").schemes[0]->parts[CERTAINTY_CERTAIN], 2);
    app_close(app);
}

/* ---- residents' own facts ------------------------------------------------------------------------------------------ */

static struct str many(int certain, int possible, int not)
{
    struct buf b = buf_open(&boot, 1 << 20);
    for (int i = 0; i < certain + possible + not; i++)
        buf_print(&b, STR_FMT ";geen;%s;1000,00;GM0384;nee\n", STR_ARG(bsn(i)), i < certain ? "nee" : i < certain + possible ? "" : "ja");
    return buf_str(&b);
}

static struct app *real(const char *name, struct str rows, struct app_options *o)
{
    struct app *app = town(name, in_place("kan-laws/laws"), "", rows, o);
    app_close(app);
    set_policy(*o, "\"scheme\":\"zorgtoeslag\"", "\"scheme\":\"proef\"");
    return opened(*o);
}

static void test_residents_under_the_policy(void **s)           /* INV-2 */
{
    (void)s;
    struct app_options o;
    struct app *app = real("kan-real", many(20, 10, 30), &o);
    struct kan k = kan_of(app, "");
    int counted = 0;
    assert_true(!k.synthetic && k.k == 5 && k.scheme_count > 5);
    for (int i = 0; i < k.scheme_count; i++) {
        const struct kan_scheme *x = k.schemes[i];
        counted += x->state == KAN_COUNTED;
        assert_int_equal(x->state == KAN_COUNTED, str_eq(x->scheme->id, S("proef")));
        assert_true(x->state == KAN_COUNTED || x->state == KAN_NOT_ALLOWED);
    }
    assert_int_equal(counted, 1);
    const struct kan_scheme *p = kan_of(app, "proef").schemes[0];
    is(p->parts[CERTAINTY_CERTAIN], 20);
    is(p->parts[CERTAINTY_POSSIBLE], 10);
    assert_true(fact_of(p, "overleden")->allowed && fact_of(p, "overleden")->max_age_days == 31);
    assert_int_equal(account_of(o).by_action[ACTION_FACTS_READ], 1);       /* read once, however often it is looked at */
    app_close(app);
    /* Without a policy that holds there is no reading at all. */
    o.today = day("2027-06-01");
    app = opened(o);
    struct str id = S("proef");
    assert_false(app_kan(&boot, app, &id, 1, day("2026-03-02"), &k, &e));
    assert_int_equal(e.code, ERR_POLICY);
    app_close(app);
    assert_int_equal(account_of(o).by_action[ACTION_FACTS_READ], 1);
}

/* Facts that only look made up because of what is joined to them are residents' own. */
static void test_a_label_on_the_second_file_is_not_enough(void **s)
{
    (void)s;
    struct app_options o;
    struct app *app = real("kan-joined", many(20, 0, 20), &o);
    ok(file_write(work_path(&boot, &o, "facts.csv"), str_format(&boot, MADE_UP "bsn;huur\n" STR_FMT ";500,00\n", STR_ARG(bsn(0))), &e));
    assert_false(kan_of(app, "proef").synthetic);
    app_close(app);
}

static void test_nothing_small(void **s)
{
    (void)s;
    struct app_options o;
    struct app *app = real("kan-small", many(30, 3, 20), &o);
    const struct kan_scheme *p = kan_of(app, "proef").schemes[0];
    assert_true(p->parts[CERTAINTY_POSSIBLE].hidden && p->parts[CERTAINTY_EXCLUDED].hidden); /* 3, and what would tell it */
    assert_true(!p->parts[CERTAINTY_CERTAIN].hidden && p->undecided.hidden && p->amount_hidden && !p->high_cents);
    assert_true(fact_of(p, "overleden")->unknown.hidden && fact_of(p, "overleden")->settles.hidden);
    struct kan k = kan_of(app, "proef");
    struct buf csv = buf_open(&boot, LIMIT_BUF), json = buf_open(&boot, LIMIT_BUF);
    app_kan_csv(&k, &csv);
    js_pretty(app_kan_json(&boot, &k), &json);
    assert_true(str_find(buf_str(&csv), S(";possible;;;;")) > 0);
    assert_true(str_find(buf_str(&csv), S(";3;3;3;")) < 0);
    assert_true(str_find(buf_str(&json), S("\"n\": 3,")) < 0);
    app_close(app);
}

static void test_who_opted_out_is_not_counted(void **s)
{
    (void)s;
    struct app_options o;
    struct app *app = real("kan-out", many(20, 10, 30), &o);
    is(kan_of(app, "proef").schemes[0]->parts[CERTAINTY_CERTAIN], 20);
    ok(app_opt_out(&boot, app, bsn(0), S("proef"), &e));
    is(kan_of(app, "proef").schemes[0]->parts[CERTAINTY_CERTAIN], 19);     /* of this scheme */
    ok(app_opt_out(&boot, app, bsn(1), S(""), &e));
    const struct kan k = kan_of(app, "proef");
    is(k.schemes[0]->parts[CERTAINTY_CERTAIN], 18);                        /* of any */
    assert_int_equal(k.opted_out, 1);
    app_close(app);
}

/* ---- a sample --------------------------------------------------------------------------------------------------------- */

static void test_estimates(void **s)
{
    (void)s;
    struct kan_count c = kan_estimate(7, 20, 20);
    assert_true(c.n == 7 && c.low == 7 && c.high == 7);
    c = kan_estimate(0, 0, 0);
    assert_true(c.n == 0 && c.high == 0);
    c = kan_estimate(50, 100, 1000);                   /* Wilson for a half of 100: 0.4038 to 0.5962 */
    assert_true(c.n == 500 && c.low == 403 && c.high == 597);
    c = kan_estimate(0, 100, 1000);                    /* 0 to 0.0370 */
    assert_true(c.n == 0 && c.low == 0 && c.high == 37);
    c = kan_estimate(100, 100, 1000);
    assert_true(c.n == 1000 && c.low >= 962 && c.low <= 963 && c.high == 1000);
    c = kan_estimate(10, 100, 110);                    /* what was seen is certain */
    assert_true(c.low >= 10 && c.high <= 20);
    assert_int_equal(kan_margin(1000, 10000, 100, 100), 0);
    int64_t margin = kan_margin(5000, 500000, 100, 10000);        /* half 0, half 100: s 50.25, 1.96 * 10000 * 5.025 * 0.995 */
    assert_true(margin > 97000 && margin < 103000);
    for (int64_t seen = 0; seen <= 40; seen++) {
        c = kan_estimate(seen, 40, 20000000);
        assert_true(c.low <= c.n && c.n <= c.high && c.low >= seen && c.high <= 20000000 - 40 + seen);
    }
}

/* More undecided than are looked at: the parts are still the whole, and the truth lies in the interval. */
static void test_a_sample_of_many(void **s)
{
    (void)s;
    struct app_options o;
    struct buf b = buf_open(&boot, 1 << 20);
    for (int i = 0; i < 1000; i++)                      /* half are excluded by their income, half possible */
        buf_print(&b, STR_FMT ";geen;;%s;GM0384;\n", STR_ARG(bsn(i)), i % 2 ? "1000,00" : "25000,00");
    for (int i = 1000; i < 1100; i++)
        buf_print(&b, STR_FMT ";geen;;;GM0384;\n", STR_ARG(bsn(i)));
    struct app *app = town("kan-sample", in_place("kan-laws/laws"), MADE_UP, buf_str(&b), &o);
    const struct kan_scheme *p = kan_of(app, "proef").schemes[0];
    int64_t sum = 0;
    assert_true(p->undecided.n > LIMIT_KAN_SAMPLE && p->sampled == LIMIT_KAN_SAMPLE);
    for (int c = 0; c < 4; c++) {
        sum += p->parts[c].n;
        assert_true(p->parts[c].low <= p->parts[c].n && p->parts[c].n <= p->parts[c].high);
    }
    assert_int_equal(sum, 1100);
    assert_true(p->parts[CERTAINTY_POSSIBLE].low <= 600 && 600 <= p->parts[CERTAINTY_POSSIBLE].high);
    assert_true(p->low_cents == 0 && p->high_cents >= 600 * 120000);
    app_close(app);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_settled_by_one_fact),
        cmocka_unit_test(test_a_joint_claim_once),
        cmocka_unit_test(test_places),
        cmocka_unit_test(test_kept_until_people_change),
        cmocka_unit_test(test_residents_under_the_policy),
        cmocka_unit_test(test_a_label_on_the_second_file_is_not_enough),
        cmocka_unit_test(test_nothing_small),
        cmocka_unit_test(test_who_opted_out_is_not_counted),
        cmocka_unit_test(test_estimates),
        cmocka_unit_test(test_a_sample_of_many),
    };
    return cmocka_run_group_tests(tests, make_place, drop_place);
}
