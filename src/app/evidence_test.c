/* SPDX-License-Identifier: EUPL-1.2 */
/* evidence_test.c: what evidence says beforehand is what a run then stores, and what it says of a dial is what a run
 * under a signed policy with that dial stores; and each metric of the library has a figure or a reason.
 */
#include "place_test.h"

enum { RESIDENTS = 3000 };

static struct alternative weigh(const struct app_evidence *v, const char *settings)
{
    struct alternative a;
    ok(app_evidence_weigh(&boot, v, str_of(settings), &a, &e));
    return a;
}

/* What is hidden is small, or the least of what is not. */
static void same(struct shown got, int64_t want, int64_t largest)
{
    if (got.hidden)
        assert_true(want > 0 && want <= largest);
    else
        assert_int_equal(got.n, want);
}

static void same_as_run(const struct outcome *o, const struct stored_scheme *s)
{
    same(o->searched, s->searched, 4);
    same(o->entitled, s->entitled, 200);
    same(o->not_using, s->not_using, 200);
    for (int i = 0; i < REFUSAL_COUNT; i++)
        same(o->reasons[i], s->counts[i], 50);
    if (!o->figures[FIGURE_LETTERS].missing)
        assert_int_equal(o->figures[FIGURE_LETTERS].low.of, s->cleared);
    if (!o->figures[FIGURE_REACHED_EUROS].missing) {
        assert_int_equal(o->figures[FIGURE_REACHED_EUROS].low.of, s->cleared_cents);
        assert_int_equal(o->figures[FIGURE_REACHED_EUROS].high.in, s->not_using_cents);
    }
    if (!o->figures[FIGURE_MISSED_EUROS].missing)
        assert_int_equal(o->figures[FIGURE_MISSED_EUROS].low.of, s->not_using_cents - s->cleared_cents);
}

static const struct { const char *settings, *from, *to; } turns[] = {
    {"", NULL, NULL},
    {"amount_min=1000", "\"amount_min\":12000", "\"amount_min\":100000"},
    {"exclude.in_onderzoek=exclude", "\"fact\":\"in_onderzoek\",\"treatment\":\"human\"",
     "\"fact\":\"in_onderzoek\",\"treatment\":\"exclude\""},
    {"k_min=40", "\"k_min\":5", "\"k_min\":40"},
    {"control=0", "\"control_per_mille\":100", "\"control_per_mille\":0"},
    {"sample=200", "\"sample_per_mille\":20", "\"sample_per_mille\":200"},
    {"letters_max=40", "\"letters_max\":0", "\"letters_max\":40"},
    {"timing=estimated", "\"settled_fact\":\"inkomen_definitief\",\"timing\":\"settled\"", "\"timing\":\"estimated\""},
};

static void test_beforehand_and_run(void **s)      /* INV-13: told beforehand, done only when signed */
{
    (void)s;
    struct app_options base = prepared("evidence", RESIDENTS);
    struct app *app = opened(base);
    struct app_evidence *v;
    ok(app_evidence_open(&boot, app, (struct evidence_wish){0}, &v, &e));
    int shown = 0;
    for (int i = 0; i < COUNT(turns); i++) {
        struct alternative told = weigh(v, turns[i].settings);
        char name[32];
        struct app_run run;
        struct overview o;
        snprintf(name, sizeof name, "turn%d", i);
        struct app_options options = prepared(name, RESIDENTS);
        ok(file_write(work_path(&boot, &options, "keys/pseudonym.key"), bytes_of(work_path(&boot, &base, "keys/pseudonym.key")), &e));
        set_policy(options, turns[i].from, turns[i].to);
        assert_true(run_once(options, &run, &o));
        same_as_run(&told.schemes[0], &o.schemes[0]);
        shown += !told.schemes[0].figures[FIGURE_LETTERS].missing;
    }
    assert_true(shown == COUNT(turns));
    app_close(app);
}

/* After a run its letters count, unless one asks for a fresh start; and nobody was read unseen. */
static void test_after_a_run(void **s)
{
    (void)s;
    struct app_options options = prepared("after-evidence", RESIDENTS);
    struct app_run run;
    struct overview o;
    assert_true(run_once(options, &run, &o));
    struct app *app = opened(options);
    struct app_evidence *v;
    ok(app_evidence_open(&boot, app, (struct evidence_wish){.fresh = true}, &v, &e));
    struct alternative fresh = weigh(v, "");
    same_as_run(&fresh.schemes[0], &o.schemes[0]);
    ok(app_evidence_open(&boot, app, (struct evidence_wish){0}, &v, &e));
    struct alternative next = weigh(v, "");
    assert_int_equal(next.schemes[0].figures[FIGURE_LETTERS].low.of, 0);
    assert_true(next.schemes[0].reasons[REFUSED_RECENT].n >= o.schemes[0].cleared);
    app_close(app);
    struct account_view account = account_of(options);
    assert_true(account.verified);
    assert_int_equal(account.by_action[ACTION_FACTS_READ], 3);
    assert_int_equal(account.by_action[ACTION_CLEARED], o.schemes[0].cleared);
}

static void test_facts_needed(void **s)
{
    (void)s;
    struct app_options options = prepared("needed", 500);
    struct app *app = opened(options);
    struct app_evidence *v;
    ok(app_evidence_open(&boot, app, (struct evidence_wish){.staged = true}, &v, &e));
    const struct evidence *found = app_evidence_of(v);
    const struct permit *permit;
    struct app_people people;
    struct staged_report r;
    ok(workspace_permit(&boot, app, &permit, &e) && workspace_people(&boot, app, permit, &people, &e));
    ok(app_staged(&boot, &app->laws, &people, S("zorgtoeslag"), options.today, (struct progress){0}, &r, &e));
    assert_int_equal(found->schemes[0].needed.facts, r.reading.read_all);
    assert_true(found->schemes[0].needed.facts_not_entitled > 0);
    assert_true(found->schemes[0].needed.facts_not_entitled < r.reading.read_all);
    assert_true(found->schemes[0].needed.weighted > r.reading.read_all);
    app_close(app);
}

/* ---- kept for pages -------------------------------------------------------------------------------------------- */

static int64_t readings(struct app *app)
{
    struct account_view v;
    ok(app_account(&boot, app, &v, &e));
    return v.by_action[ACTION_FACTS_READ];
}

static struct str bsn_of_row(struct app_options o, int row)
{
    struct str rest = bytes_of(work_path(&boot, &o, "people.csv")), line = str_until(rest, '\n', &rest);
    for (int i = 0; i < row || !bsn_is_valid(str_slice(line, 0, 9)); i += bsn_is_valid(str_slice(line, 0, 9)))
        line = str_until(rest, '\n', &rest);
    return str_slice(line, 0, 9);
}

static void same_figures(const struct app_evidence *v, const struct alternative *one, const struct alternative *other)
{
    struct buf b[2] = {buf_open(&boot, LIMIT_BUF), buf_open(&boot, LIMIT_BUF)};
    evidence_csv(app_evidence_of(v), one, 1, &b[0]);
    evidence_csv(app_evidence_of(v), other, 1, &b[1]);
    assert_true(b[0].len > 1000 && str_eq(buf_str(&b[0]), buf_str(&b[1])));
}

static int64_t letters_of(const struct app_evidence *v, const char *settings)
{
    struct alternative one, again;
    struct str const what[] = {str_of(settings)};
    ok(app_evidence_weigh_all(&boot, v, what, 1, &one, &e));
    ok(app_evidence_weigh(&boot, v, what[0], &again, &e));
    same_figures(v, &one, &again);
    return one.schemes[0].figures[FIGURE_LETTERS].low.of;
}

static void test_kept_until_something_changes(void **s)
{
    (void)s;
    struct app_options o = prepared("kept", RESIDENTS);
    struct app *app = opened(o);
    const struct app_evidence *v, *again = NULL;
    ok(app_evidence_kept(app, true, &v, &e) && app_evidence_kept(app, true, &again, &e));
    assert_ptr_equal(v, again);
    assert_int_equal(readings(app), 1);
    ok(app_evidence_kept(app, false, &again, &e));             /* the other view, the same people */
    assert_int_equal(readings(app), 1);
    int64_t before = letters_of(again, ""), control = letters_of(again, "control=500");
    assert_true(before > 0 && control < before);
    ok(app_opt_out(&boot, app, bsn_of_row(o, 0), S(""), &e));      /* who opts out is not counted a moment longer */
    ok(app_evidence_kept(app, true, &v, &e));
    assert_int_equal(readings(app), 2);
    assert_int_equal(app_evidence_of(v)->opted_out, 1);
    set_policy(o, "\"control_per_mille\":100", "\"control_per_mille\":0");
    ok(app_evidence_kept(app, false, &v, &e));
    assert_int_equal(readings(app), 3);
    assert_int_equal(app_evidence_of(v)->policy->control_per_mille, 0);
    assert_true(letters_of(v, "") > before);
    struct policy_view p;
    ok(app_policy(&boot, app, &p, &e));
    assert_int_equal(p.policy->control_per_mille, 0);          /* the page of the policy shows the same one */
    struct app_run run;
    ok(app_run(&boot, app, &run, &e));                         /* its letters count from now on */
    ok(app_evidence_kept(app, false, &v, &e));
    assert_int_equal(letters_of(v, ""), 0);
    ok(app_evidence_kept(app, true, &v, &e));
    assert_true(letters_of(v, "") > 0);
    set_policy(o, "\"rung\":3", "\"rung\":2");                 /* nobody may be read under it */
    refused(app_evidence_kept(app, true, &v, &e), ERR_GATE, "");
    app_close(app);
}

static void test_many_are_as_one_by_one(void **s)
{
    (void)s;
    enum { MANY = LIMIT_EVIDENCE_KEPT + 90 };
    struct app *app = opened(prepared("many", 400));
    const struct app_evidence *v;
    ok(app_evidence_kept(app, true, &v, &e));
    struct str *settings = arena_new(&boot, struct str, MANY);
    struct alternative *all = arena_new(&boot, struct alternative, MANY), one;
    for (int i = 0; i < MANY; i++)
        settings[i] = i ? str_format(&boot, "amount_min=%d,control=%d", i * 10, i) : S("");
    for (int round = 0; round < 2; round++) {
        ok(app_evidence_weigh_all(&boot, v, settings, MANY, all, &e));
        for (int i = 0; i < MANY; i += 7) {
            ok(app_evidence_weigh(&boot, v, settings[i], &one, &e));
            same_figures(v, &all[i], &one);
        }
    }
    settings[3] = S("k_min=0");
    refused(app_evidence_weigh_all(&boot, v, settings, MANY, all, &e), ERR_POLICY, "k_min");
    app_close(app);
}

static void test_refused(void **s)
{
    (void)s;
    struct app_options options = prepared("refused-evidence", 200);
    struct app *app = opened(options);
    struct app_evidence *v;
    struct alternative a;
    ok(app_evidence_open(&boot, app, (struct evidence_wish){0}, &v, &e));
    refused(app_evidence_weigh(&boot, v, S("nothing=1"), &a, &e), ERR_POLICY, "no dial");
    app_close(app);
    options.today = day("2027-03-02");                 /* the policy is over: nobody is read, not even to count */
    app = opened(options);
    refused(app_evidence_open(&boot, app, (struct evidence_wish){0}, &v, &e), ERR_POLICY, "");
    app_close(app);
}

/* ---- the library -------------------------------------------------------------------------------------------- */

static bool has_figure(struct str metric)
{
    for (int i = 0; i < FIGURE_COUNT; i++)
        if (str_eq(str_of(figure_metric((enum figure_id)i)), metric))
            return true;
    return false;
}

static int times_without(struct str metric)
{
    int count, n = 0;
    const struct without *w = evidence_without(&count);
    for (int i = 0; i < count; i++)
        n += str_eq(str_of(w[i].metric), metric);
    return n;
}

static void test_each_metric_has_a_figure_or_a_reason(void **s)
{
    (void)s;
    struct library l;
    struct faults faults = faults_open(&boot);
    int count;
    ok(app_library(&boot, S("method"), S(""), &l, &faults, &e));
    assert_int_equal(faults.count, 0);
    for (const struct metric *m = l.metrics; m; m = m->next)
        if (has_figure(m->id) + times_without(m->id) != 1)
            fail_msg(STR_FMT " has no figure and no reason, or both", STR_ARG(m->id));
    const struct without *w = evidence_without(&count);
    for (int i = 0; i < count; i++)
        assert_non_null(library_metric(&l, str_of(w[i].metric)));
    for (int i = 0; i < FIGURE_COUNT; i++)
        if (*figure_metric((enum figure_id)i))
            assert_non_null(library_metric(&l, str_of(figure_metric((enum figure_id)i))));
    for (int i = 0; i < DIAL_COUNT; i++)
        for (struct str rest = str_of(dial_metrics((enum dial)i)); rest.len;)
            assert_non_null(library_metric(&l, str_until(rest, ' ', &rest)));
}

static bool turned_by_a_dilemma(const struct library *l, struct str field)
{
    for (const struct dilemma *d = l->dilemmas; d; d = d->next)
        for (const struct names *n = d->dial; n; n = n->next)
            if (str_eq(n->id, field))
                return true;
    return false;
}

static void test_each_dial_is_of_a_dilemma(void **s)
{
    (void)s;
    struct library l;
    struct faults faults = faults_open(&boot);
    ok(app_library(&boot, S("method"), S(""), &l, &faults, &e));
    for (int i = 0; i < DIAL_COUNT; i++)
        if (!turned_by_a_dilemma(&l, str_of(dial_field((enum dial)i))))
            fail_msg("%s is in no dilemma", dial_field((enum dial)i));
}

int main(void)
{
    boot = arena_open(LIMIT_ARENA_FACTS);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_beforehand_and_run),
        cmocka_unit_test(test_after_a_run),
        cmocka_unit_test(test_facts_needed),
        cmocka_unit_test(test_kept_until_something_changes),
        cmocka_unit_test(test_many_are_as_one_by_one),
        cmocka_unit_test(test_refused),
        cmocka_unit_test(test_each_metric_has_a_figure_or_a_reason),
        cmocka_unit_test(test_each_dial_is_of_a_dilemma),
    };
    return cmocka_run_group_tests(tests, make_place, drop_place);
}
