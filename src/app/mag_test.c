/* SPDX-License-Identifier: EUPL-1.2 */
/* mag_test.c: what may run: below, at and above a ceiling, the day before and of its date, with a law that is not in force
 * yet; and that what has to be arranged follows from laws, dictionary and policy.
 */
#include "place_test.h"

static struct mag mag_of(struct app *app, const char *scheme, const char *on, const char *assumed)
{
    struct mag m;
    struct str id = str_of(scheme);
    ok(app_mag(&boot, app, &id, scheme[0] != 0, day(on), str_of(assumed), &m, &e));
    return m;
}

/* A law of its own: from 2024 rung 4, from July 2026 rung 5, and 7 with a law that is still coming. */
static struct str with_own_law(void)
{
    static const char law[] =
        "$id: proefwet\nregulatory_layer: WET\npublication_date: '2024-01-01'\nvalid_from: '2024-01-01'\nbwb_id: BWBR9990002\n"
        "url: https://example.nl\narticles:\n- number: '1'\n  text: Tekst.\n  url: https://example.nl#1\n  machine_readable:\n"
        "    execution:\n      parameters: [{name: bsn, type: string, required: true}]\n"
        "      input: [{name: overleden, type: boolean, source: {}}]\n"
        "      output: [{name: recht, type: boolean}]\n      actions: [{output: recht, value: {operation: NOT, value: $overleden}}]\n";
    static const char bind[] =
        "bind: [{article: '1', input: overleden, fact: overleden}]\n"
        "scheme: {id: proef, name: {nl: proef, en: trial}, executor: gemeente, entitled: recht,\n"
        "  apply: {nl: a, en: b, url: 'https://example.nl'},\n"
        "  ceiling: [{rung: 4, from: '2024-01-01', until: '2026-06-30', source: art. 1}, {rung: 5, from: '2026-07-01', source: art. 2},\n"
        "    {rung: 7, if: wetsvoorstel_36_799, source: art. 3}]}\n";
    struct str laws = copy_laws("mag-laws"), folder = under(laws, "nl/wet/proefwet");
    ok(folder_make(folder, &e) && file_write(under(folder, "2024-01-01.yaml"), S(law), &e) &&
       file_write(under(folder, "2024-01-01.bind.yaml"), S(bind), &e));
    return laws;
}

static struct app *own(struct app_options *o)
{
    *o = prepared("mag", 50);
    o->laws = with_own_law();
    return opened(*o);
}

static void test_the_ceiling_and_its_date(void **s)
{
    (void)s;
    struct app_options o;
    struct app *app = own(&o);
    struct mag before = mag_of(app, "proef", "2026-06-30", ""), of = mag_of(app, "proef", "2026-07-01", "");
    const struct mag_scheme *b = &before.schemes[0], *f = &of.schemes[0];
    assert_int_equal(b->today->rung, 4);
    assert_int_equal(f->today->rung, 5);
    assert_int_equal(b->may[2], MAY_YES);              /* nobody is looked at one by one */
    assert_int_equal(b->may[3], MAY_IF);               /* below the ceiling */
    assert_int_equal(b->may[4], MAY_IF);               /* at it */
    assert_int_equal(b->may[5], MAY_LATER);            /* above it, and at it the day after */
    assert_int_equal(b->then[5]->from, day("2026-07-01"));
    assert_int_equal(f->may[5], MAY_IF);
    assert_null(f->then[5]);
    assert_int_equal(f->may[7], MAY_LATER);            /* with the law that is coming */
    assert_true(str_eq(f->then[7]->waits_for, S("wetsvoorstel_36_799")));
    assert_int_equal(f->may[8], MAY_NOT);
    struct mag then = mag_of(app, "proef", "2026-07-01", "wetsvoorstel_36_799");
    assert_int_equal(then.schemes[0].may[7], MAY_IF);
    assert_int_equal(then.schemes[0].may[8], MAY_NOT);
    assert_int_equal(then.schemes[0].today->rung, 5);  /* what holds today is told too */
    app_close(app);
}

/* With every need met a rung below the ceiling may run; each need is missed where it should be. */
static void test_what_has_to_be_arranged(void **s)
{
    (void)s;
    struct app_options o;
    struct app *app = own(&o);
    struct mag m = mag_of(app, "proef", "2026-03-02", "");
    const struct mag_scheme *p = &m.schemes[0];
    assert_int_equal(p->open[NEED_RULES] + p->open[NEED_VERIFIED] + p->open[NEED_GROUND] + p->open[NEED_WEIGHED] +
                     p->open[NEED_CATEGORY] + p->open[NEED_POLICY] + p->open[NEED_FACTS] + p->open[NEED_OPT_OUT], 0);
    assert_true(p->policy_rung == -1 && mag_is_open(p, NEED_SCHEME, 3) && mag_is_open(p, NEED_ASSESSED, 3));
    assert_false(mag_is_open(p, NEED_SCHEME, 2));
    app_close(app);
    set_policy(o, "\"scheme\":\"zorgtoeslag\"", "\"scheme\":\"proef\"");
    app = opened(o);
    m = mag_of(app, "proef", "2026-03-02", "");
    assert_int_equal(m.schemes[0].may[3], MAY_YES);    /* the policy says rung 3 */
    assert_int_equal(m.schemes[0].may[4], MAY_IF);
    assert_true(mag_is_open(&m.schemes[0], NEED_SCHEME, 4));
    m = mag_of(app, "proef", "2027-01-01", "");        /* the policy ended the day before */
    assert_int_equal(m.schemes[0].may[3], MAY_IF);
    assert_true(m.schemes[0].open[NEED_POLICY] && m.policy_problem.text[0]);
    app_close(app);
    ok(file_write(work_path(&boot, &o, "sender.json"), S("{}"), &e));
    app = opened(o);
    m = mag_of(app, "proef", "2026-03-02", "");
    assert_true(m.schemes[0].open[NEED_OPT_OUT] && m.schemes[0].may[3] == MAY_IF);
    app_close(app);
}

static void test_the_shipped_schemes(void **s)
{
    (void)s;
    struct app *app = opened(prepared("mag-shipped", 50));
    struct mag m = mag_of(app, "", "2026-03-02", "");
    int count = 0;
    for (const struct scheme *x = NULL; (x = law_next_scheme(&app->laws, x, day("2026-03-02")));)
        count++;
    assert_int_equal(m.scheme_count, count);
    for (int i = 0; i < count; i++) {
        const struct mag_scheme *x = &m.schemes[i];
        int rung = x->today ? x->today->rung : 0;
        for (int r = 0; r < RUNGS; r++)
            assert_int_equal(x->may[r] == MAY_YES || x->may[r] == MAY_IF, r <= rung);
        assert_int_equal(x->open[NEED_RULES] > 0, x->why.len > 0);
        if (str_eq(x->scheme->id, S("zorgtoeslag"))) {
            assert_int_equal(x->policy_rung, 3);
            assert_true(x->open[NEED_GROUND] > 0 && x->open[NEED_VERIFIED] > 0 && !x->open[NEED_FACTS]);
        }
    }
    for (int r = 0; r < RUNGS; r++)
        assert_int_equal(m.rungs[r]->number, r);
    for (int i = 1; i < m.fact_count; i++)
        assert_true(m.facts[i - 1].ground <= m.facts[i].ground);
    assert_int_equal(m.facts[0].ground, GROUND_NONE);
    struct buf csv = buf_open(&boot, LIMIT_BUF), json = buf_open(&boot, LIMIT_BUF);
    app_mag_csv(&m, &csv);
    js_pretty(app_mag_json(&boot, &m), &json);
    int lines = 0;
    for (int64_t i = 0; i < csv.len; i++)
        lines += csv.at[i] == '\n';
    assert_int_equal(lines, 1 + count * RUNGS);
    assert_true(str_find(buf_str(&json), S("\"may\": \"later\"")) < 0 || str_find(buf_str(&csv), S(";later;")) > 0);
    app_close(app);
}

static void test_what_is_not_there_is_refused(void **s)
{
    (void)s;
    struct app *app = opened(prepared("mag-refused", 50));
    struct mag m;
    struct str unknown = S("bestaat_niet"), known = S("zorgtoeslag");
    refused(app_mag(&boot, app, &unknown, 1, day("2026-03-02"), S(""), &m, &e), ERR_FACTS, "bestaat_niet");
    refused(app_mag(&boot, app, &known, 1, day("1990-01-01"), S(""), &m, &e), ERR_FACTS, "1990-01-01");
    refused(app_mag(&boot, app, &known, 1, day("2026-03-02"), S("wet_ooit"), &m, &e), ERR_LAW, "wet_ooit");
    app_close(app);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_ceiling_and_its_date),
        cmocka_unit_test(test_what_has_to_be_arranged),
        cmocka_unit_test(test_the_shipped_schemes),
        cmocka_unit_test(test_what_is_not_there_is_refused),
    };
    return cmocka_run_group_tests(tests, make_place, drop_place);
}
