/* SPDX-License-Identifier: EUPL-1.2 */
/* deciding_test.c: from case to signed policy in a workspace: nobody overwrites another, a session survives the
 * process, two approve, and the next run does what the dials say.
 */
#include "place_test.h"

enum { RESIDENTS = 3000 };

static struct case_record example(struct names *schemes)
{
    schemes->id = S("zorgtoeslag");
    struct case_record c = {.kind = CASE_CONSIDERED, .schemes = schemes, .rung = 3, .stopped_on = INT32_MIN, .review_on = INT32_MIN};
    for (int i = 0; i < CASE_TEXT_COUNT; i++)
        if (case_field((enum case_text)i)->needed)
            c.text[i] = S("Zorgtoeslag voor ouderen?");
    return c;
}

static struct str saved_case(struct app *app, const char *title)
{
    struct names scheme = {{NULL, 0}, NULL};
    struct case_record c = example(&scheme);
    struct lacks f = lacks_open(&boot);
    bool stale = false;
    c.text[CASE_TITLE] = str_of(title);
    ok(app_case_id(&boot, app, c.text[CASE_TITLE], &c.id, &e) &&
       app_case_save(&boot, app, &c, S(""), S("project_leader"), &f, &stale, &e));
    assert_int_equal(f.count, 0);
    assert_false(stale);
    return c.id;
}

/* ---- cases --------------------------------------------------------------------------------------------- */

static void test_the_second_editor_is_told(void **state)
{
    (void)state;
    struct app *app = opened(prepared("edit", 50));
    struct str id = saved_case(app, "Zorg & zo, 2026!");
    assert_true(str_eq(id, S("zorg-zo-2026")));
    assert_true(str_eq(saved_case(app, "Zorg zo 2026"), S("zorg-zo-2026-2")));
    struct app_case one, now;
    struct lacks f = lacks_open(&boot);
    bool found, stale;
    ok(app_case(&boot, app, id, &one, &found, &e));
    struct case_record first = one.record, second = one.record;
    first.rung = 2;
    second.rung = 4;
    ok(app_case_save(&boot, app, &first, one.version.hash, S("x"), &f, &stale, &e));
    assert_false(stale);
    ok(app_case_save(&boot, app, &second, one.version.hash, S("y"), &f, &stale, &e));
    assert_true(stale);
    ok(app_case(&boot, app, id, &now, &found, &e));
    assert_int_equal(now.record.rung, 2);
    assert_true(str_eq(now.version.previous, one.version.hash));
    ok(app_case_save(&boot, app, &first, now.version.hash, S("x"), &f, &stale, &e));   /* the same again: no new version */
    ok(app_case(&boot, app, id, &one, &found, &e));
    assert_true(str_eq(one.version.hash, now.version.hash));
    struct names *signals;
    ok(app_case_signals(&boot, app, &first, &signals, &e));
    assert_non_null(signals);
    app_close(app);
}

static void test_a_scheme_must_exist(void **state)
{
    (void)state;
    struct app *app = opened(prepared("scheme", 50));
    struct names scheme = {{NULL, 0}, NULL};
    struct case_record c = example(&scheme);
    struct lacks f = lacks_open(&boot);
    bool stale, found;
    struct app_case kept;
    c.id = S("x");
    scheme.id = S("gratis_geld");
    ok(app_case_save(&boot, app, &c, S(""), S("x"), &f, &stale, &e));
    assert_int_equal(f.count, 1);
    ok(app_case(&boot, app, c.id, &kept, &found, &e));
    assert_false(found);
    app_close(app);
}

/* ---- a session -------------------------------------------------------------------------------------------- */

static const struct app_session *the_session(struct app *app, struct str id)
{
    const struct app_session *s;
    ok(app_session(app, id, &s, &e));
    assert_non_null(s);
    return s;
}

static enum no does(struct app *app, struct str id, struct act act)
{
    enum no no;
    ok(app_session_do(app, the_session(app, id), act, S("facilitator"), &no, &e));
    return no;
}

static struct act host(enum act_kind kind, struct str subject, int choice, const char *text)
{
    return (struct act){.kind = kind, .by_host = true, .subject = subject, .choice = choice, .text = str_of(text)};
}

static void to_step(struct app *app, struct str id, const char *step)
{
    int place_ = 0;
    for (const struct method_step *s = the_session(app, id)->room->format->steps; !str_eq(s->id, str_of(step)); s = s->next)
        place_++;
    assert_int_equal(does(app, id, host(ACT_STEP, S(""), place_, "")), NO_NOT);
}

static struct str opened_session(struct app *app, struct str case_id)
{
    struct stored_session s;
    ok(app_session_open(&boot, app, case_id, S("session"), S("facilitator"), &s, &e));
    assert_int_equal(s.code.len, 6);
    const struct app_session *by_code;
    ok(app_session_of_code(app, s.code, &by_code, &e));
    assert_true(by_code && str_eq(by_code->stored.id, s.id));
    return str_copy(&boot, s.id);
}

/* Three with a telephone; who they are, by their keys. */
static void seat_three(struct app *app, struct str id, struct str *keys)
{
    static const struct str roles[] = {{"non_claimant", 12}, {"caseworker", 10}, {"", 0}};
    for (int i = 0; i < 3; i++) {
        enum no no;
        ok(app_session_join(&boot, app, the_session(app, id), roles[i], &keys[i], &no, &e));
        assert_int_equal(no, NO_NOT);
        assert_int_equal(app_seat(boot, the_session(app, id), keys[i])->number, i + 1);
    }
    assert_true(app_seat(boot, the_session(app, id), keys[2])->role->must_be_heard);
    assert_null(app_seat(boot, the_session(app, id), S("0123456789abcdef0123456789abcdef")));
}

static void play(struct app *app, struct str id, const char *dilemma, int anchor)
{
    assert_int_equal(does(app, id, host(ACT_KEPT, str_of(dilemma), 1, "")), NO_NOT);
    for (int round = 1; round <= 2; round++) {
        to_step(app, id, round == 1 ? "position_1" : "position_2");
        for (int who = 1; who <= 3; who++) {
            struct act act = {.kind = ACT_POSITION, .who = who, .subject = str_of(dilemma), .choice = anchor, .round = round};
            assert_int_equal(does(app, id, act), NO_NOT);
        }
    }
}

static void close_it(struct app *app, struct str id)
{
    to_step(app, id, "dissent");
    struct act dissent = {.kind = ACT_DISSENT, .who = 2, .subject = the_session(app, id)->room->table[0]->id, .text = S("Te ver.")};
    assert_int_equal(does(app, id, dissent), NO_NOT);
    to_step(app, id, "close");
    const struct role *silent;
    while ((silent = room_unheard(the_session(app, id)->room, NULL)))
        assert_int_equal(does(app, id, host(ACT_CHAIR, silent->id, 0, "Ik was er niet.")), NO_NOT);
    assert_int_equal(does(app, id, host(ACT_MEASURE, S("phone_line"), 1, "")), NO_NOT);
    assert_int_equal(does(app, id, host(ACT_CLOSED, S(""), 0, "")), NO_NOT);
    assert_int_equal(does(app, id, host(ACT_NOTE, S(""), 0, "te laat")), NO_CLOSED);
}

static void test_a_session_survives_the_process(void **state)
{
    (void)state;
    struct app_options o = prepared("survive", 50);
    struct app *app = opened(o);
    struct str keys[3], id = opened_session(app, saved_case(app, "Zaak"));
    seat_three(app, id, keys);
    play(app, id, "subsistence_privacy", 2);
    struct str before = str_copy(&boot, room_write(&boot, the_session(app, id)->room, S("")));
    app_close(app);                        /* nothing was saved on the way out: each act was, when it was done */
    app = opened(o);
    assert_true(str_eq(room_write(&boot, the_session(app, id)->room, S("")), before));
    assert_int_equal(app_seat(boot, the_session(app, id), keys[0])->number, 1);
    close_it(app, id);
    app_close(app);
    struct account_view v = account_of(o);
    assert_true(v.verified);
    assert_int_equal(v.by_action[ACTION_SESSION_CLOSED], 1);
}

/* Another process adds an act; the one that has the session in memory sees it, and their numbers never clash. */
static void test_two_processes_one_session(void **state)
{
    (void)state;
    struct app_options o = prepared("two", 50);
    struct app *one = opened(o), *other = opened(o);
    struct str id = opened_session(one, saved_case(one, "Zaak"));
    assert_int_equal(does(one, id, host(ACT_KEPT, S("autonomy_care"), 1, "")), NO_NOT);
    assert_int_equal(does(other, id, host(ACT_KEPT, S("subsistence_privacy"), 1, "")), NO_NOT);
    assert_int_equal(does(one, id, host(ACT_NOTE, S(""), 0, "x")), NO_NOT);
    assert_int_equal(the_session(one, id)->room->table_count, 2);
    assert_int_equal(the_session(other, id)->room->acts, 3);
    app_close(one);
    app_close(other);
}

/* More sessions than fit in memory: those that were forgotten are played back. */
static void test_many_sessions(void **state)
{
    (void)state;
    struct app *app = opened(prepared("many", 50));
    struct str case_id = saved_case(app, "Zaak"), ids[LIMIT_SESSIONS_OPEN + 4];
    for (int i = 0; i < COUNT(ids); i++) {
        ids[i] = opened_session(app, case_id);
        assert_int_equal(does(app, ids[i], host(ACT_NOTE, S(""), 0, "x")), NO_NOT);
    }
    for (int i = 0; i < COUNT(ids); i++)
        assert_int_equal(the_session(app, ids[i])->room->acts, 1);
    app_close(app);
}

/* ---- a decision ------------------------------------------------------------------------------------------------ */

/* The condition of the session is met, or not (any more). */
static void measure_done(struct app *app, struct str case_id, bool done)
{
    struct app_decision now;
    struct assured *a = NULL;
    bool found, stale;
    struct lacks f = lacks_open(&boot);
    ok(app_decision(&boot, app, case_id, &now, &found, &e) && app_assured(&boot, app, &now.decision, &a, &e));
    assert_true(a && a->condition && str_eq(a->measure, S("phone_line")));
    struct measure_state m = {.case_id = case_id, .measure = a->measure, .done = done ? day("2026-03-01") : INT32_MIN,
                              .evidence = done ? S("Tien keer gebeld.") : S("")};
    ok(app_measure_save(&boot, app, &m, a->version, S("policy_officer"), &f, &stale, &e));
    assert_true(f.count == 0 && !stale);
}

static struct app_decision decided(struct app *app, struct str case_id, struct str session, int anchor)
{
    struct decision d;
    struct app_decision out;
    bool stale = false, found;
    ok(app_decision_start(&boot, app, case_id, the_session(app, session), &d, &e));
    assert_true(str_find(d.choices->dissent, S("Te ver.")) >= 0);
    assert_non_null(d.measures);
    d.choices->anchor = anchor;
    d.choices->why = S("Omdat de groep hier uitkwam.");
    d.why = S("Wij kiezen dit.");
    d.decided_by = S("college");
    d.mandate = S("besluit 7");
    d.publication = S("Op de website.");
    d.until = d.from + 300;
    d.review_on = d.from + 100;
    d.measures->due = d.from + 10;
    d.measures->owner = S("klantcontact");
    ok(app_decision(&boot, app, case_id, &out, &found, &e) &&
       app_decision_save(&boot, app, &d, found ? out.version.hash : S(""), S("policy_officer"), &stale, &e));
    assert_false(stale);
    ok(app_decision(&boot, app, case_id, &out, &found, &e));
    return out;
}

static struct overview run_of(struct app_options o)
{
    struct overview view;
    struct app_run run;
    if (!run_once(o, &run, &view))
        fail_msg("%s", e.text);
    return view;
}

static void approved_by_two(struct app *app, struct str case_id, struct str hash)
{
    enum approved how;
    ok(app_decision_approve(&boot, app, case_id, S("00"), S("a"), &how, &e));
    assert_int_equal(how, APPROVED_STALE);
    ok(app_decision_approve(&boot, app, case_id, hash, S("a"), &how, &e));
    assert_int_equal(how, APPROVED_ONCE);
    ok(app_decision_approve(&boot, app, case_id, hash, S("a"), &how, &e));
    assert_int_equal(how, APPROVED_SAME);
    ok(app_decision_approve(&boot, app, case_id, hash, S("b"), &how, &e));
    assert_int_equal(how, APPROVED_SIGNED);
}

/* From an empty workspace to a run under what a session of three decided. */
static struct overview decided_run(const char *name, int anchor)
{
    struct app_options o = prepared(name, RESIDENTS);
    struct app *app = opened(o);
    struct str keys[3], case_id = saved_case(app, "Zoeken"), id = opened_session(app, case_id);
    struct proposal p;
    seat_three(app, id, keys);
    play(app, id, "many_neediest", anchor);
    close_it(app, id);
    struct app_decision d = decided(app, case_id, id, anchor);
    ok(app_proposal(&boot, app, &d, &p, &e));
    if (!p.may_sign)
        fail_msg("%s %s", p.problem.text, p.conflicts ? str_z(&boot, p.conflicts->what.nl) : "");
    approved_by_two(app, case_id, d.version.hash);
    d = decided(app, case_id, id, anchor == 1 ? 2 : 1);   /* another version needs two new approvals: the first one holds */
    assert_int_equal(d.approval_count, 0);
    struct app_run run;
    assert_non_null(app->policy->conditions);
    refused(app_run(&boot, app, &run, &e), ERR_GATE, "'phone_line' is a condition");
    measure_done(app, case_id, true);
    measure_done(app, case_id, false);
    refused(app_run(&boot, app, &run, &e), ERR_GATE, "'phone_line' is a condition");
    measure_done(app, case_id, true);    /* the same as before: a version again */
    app_close(app);
    struct overview o_ = run_of(o);
    assert_true(str_eq(o_.run.policy_id, case_id));
    assert_true(account_of(o).verified);
    return o_;
}

/* The dial of the dilemma is the smallest amount worth a letter. */
static void test_the_dial_is_what_the_gate_does(void **state)
{
    (void)state;
    struct overview every = decided_run("decide", 1), larger = decided_run("decide2", 2);
    assert_int_equal(every.schemes->counts[REFUSED_AMOUNT], 0);
    assert_true(larger.schemes->counts[REFUSED_AMOUNT] > 0);
    assert_int_equal(every.schemes->entitled, larger.schemes->entitled);
    assert_true(every.schemes->cleared > larger.schemes->cleared);
}

/* Above the ceiling of the law nothing is signed. */
static void test_the_ceiling_blocks(void **state)
{
    (void)state;
    struct app *app = opened(prepared("ceiling", 50));
    struct str case_id = saved_case(app, "Hoog");
    struct decided choice = {.dilemma = S("autonomy_care"), .anchor = 5, .why = S("x")};
    struct decision d;
    struct app_decision kept;
    struct proposal p;
    enum approved how;
    bool stale, found;
    ok(app_decision_start(&boot, app, case_id, NULL, &d, &e));
    d.why = d.decided_by = d.mandate = d.publication = S("x");
    d.choices = &choice;
    d.until = d.review_on = d.from + 30;
    ok(app_decision_save(&boot, app, &d, S(""), S("x"), &stale, &e) && app_decision(&boot, app, case_id, &kept, &found, &e) &&
       app_proposal(&boot, app, &kept, &p, &e));
    assert_true(p.made && p.conflicts && p.conflicts->blocks && !p.may_sign);
    ok(app_decision_approve(&boot, app, case_id, kept.version.hash, S("a"), &how, &e));
    assert_int_equal(how, APPROVED_NOT_READY);
    app_close(app);
}

/* A record changed, changed back, and changed again: each is a version, and nobody is told that somebody else was first. */
static void test_there_and_back(void **state)
{
    (void)state;
    struct app *app = opened(prepared("back", 50));
    struct str case_id = saved_case(app, "Heen");
    static const char *const titles[] = {"een", "twee", "een", "drie", "een", "twee"};
    struct decision d;
    struct app_decision kept = {.approval_count = 0};
    bool stale, found;
    ok(app_decision_start(&boot, app, case_id, NULL, &d, &e));
    for (int i = 0; i < COUNT(titles); i++) {
        d.title = str_of(titles[i]);
        ok(app_decision_save(&boot, app, &d, i ? kept.version.hash : S(""), S("x"), &stale, &e) &&
           app_decision(&boot, app, case_id, &kept, &found, &e));
        assert_true(!stale && str_eq(kept.decision.title, d.title));
    }
    app_close(app);
}

static void test_measures_and_reviews(void **state)
{
    (void)state;
    struct app *app = opened(prepared("assure", 50));
    struct str case_id = saved_case(app, "Na");
    struct taken_measure late = {.measure = S("staff_training"), .owner = S("x"), .due = day("2026-03-01"), .done = INT32_MIN};
    struct taken_measure done = {.measure = S("phone_line"), .owner = S("x"), .due = day("2026-03-01"), .done = day("2026-02-01"),
                                 .evidence = S("x"), .next = &late};
    struct decision d = {.id = case_id, .measures = &done};
    struct assured *a;
    bool stale;
    struct lacks f = lacks_open(&boot), g = lacks_open(&boot), h = lacks_open(&boot);
    ok(app_assured(&boot, app, &d, &a, &e));
    assert_true(str_eq(a->measure, S("staff_training")) && a->condition && a->overdue);
    assert_true(str_eq(a->next->measure, S("phone_line")) && !a->next->overdue && !a->next->next);
    struct measure_state m = {.case_id = case_id, .measure = S("staff_training"), .done = day("2026-03-03")};
    ok(app_measure_save(&boot, app, &m, S(""), S("x"), &f, &stale, &e));      /* tomorrow, and nothing shows it */
    assert_int_equal(f.count, 2);
    m = (struct measure_state){.case_id = case_id, .measure = S("staff_training"), .done = day("2026-03-02"), .evidence = S("lijst")};
    ok(app_measure_save(&boot, app, &m, S(""), S("x"), &g, &stale, &e));
    assert_true(g.count == 0 && !stale);
    ok(app_measure_save(&boot, app, &m, S("00"), S("x"), &g, &stale, &e));
    assert_true(stale);
    ok(app_assured(&boot, app, &d, &a, &e));
    assert_true(a->done != INT32_MIN && a->next->done != INT32_MIN);
    struct review x = {.case_id = case_id, .on = day("2026-03-02"), .next = day("2026-03-02")};
    ok(app_review_save(&boot, app, &x, S(""), S("x"), &h, &stale, &e));
    assert_int_equal(h.count, 3);
    x.saw = S("veel");
    x.keep = S("alles");
    x.next = day("2026-09-01");
    struct app_review *all;
    int64_t count = 0;
    ok(app_review_save(&boot, app, &x, S(""), S("x"), &g, &stale, &e) && app_reviews(&boot, app, case_id, &all, &count, &e));
    assert_true(count == 1 && str_eq(all->review.saw, S("veel")) && all->review.next == day("2026-09-01"));
    app_close(app);
}

/* A case on another scheme: the policy gets its facts, loses the others, and another purpose. */
static void test_a_policy_for_another_scheme(void **state)
{
    (void)state;
    struct app *app = opened(prepared("other", 50));
    struct names scheme = {{NULL, 0}, NULL};
    struct case_record c = example(&scheme);
    struct lacks f = lacks_open(&boot);
    struct decided choice = {.dilemma = S("subsistence_privacy"), .anchor = 3, .why = S("x")};
    struct decision d;
    struct app_decision kept;
    struct proposal p;
    bool stale, found;
    c.id = S("huur-2026");
    scheme.id = S("huurtoeslag");
    ok(app_case_save(&boot, app, &c, S(""), S("x"), &f, &stale, &e) && app_decision_start(&boot, app, c.id, NULL, &d, &e));
    d.why = d.decided_by = d.mandate = d.publication = S("x");
    d.choices = &choice;
    d.until = d.review_on = d.from + 30;
    ok(app_decision_save(&boot, app, &d, S(""), S("x"), &stale, &e) && app_decision(&boot, app, c.id, &kept, &found, &e) &&
       app_proposal(&boot, app, &kept, &p, &e));
    if (!p.made)
        fail_msg("%s", p.problem.text);
    assert_true(str_eq(p.policy->schemes->scheme, S("huurtoeslag")) && !p.policy->schemes->next);
    assert_true(str_eq(p.policy->purpose, S("huur_2026")));
    assert_non_null(policy_fact_find(p.policy, S("straat")));
    assert_null(policy_fact_find(p.policy, S("verzekerd_zvw")));
    assert_true(p.changes_nl && p.changes_en);
    app_close(app);
}

/* Killed between the commit and the name: opening gives the policy its name. Killed before: the old one holds. */
static void test_a_policy_half_way(void **state)
{
    (void)state;
    struct app_options o = prepared("half", 50);
    struct str path = work_path(&boot, &o, "policy.json"), next = work_path(&boot, &o, "policy.json.next"), old = bytes_of(path);
    ok(file_write(next, S("{\"policy\": {}}"), &e));
    struct app *app = opened(o);
    assert_false(path_exists(next));
    assert_true(str_eq(bytes_of(path), old));
    struct hash h = hash_of(old);
    struct stored_record r = {.kind = S("policy"), .id = S("x"), .body = old, .hash = hex_print(&boot, h.at, 32), .actor = S("x")};
    ok(store_begin(app->store, &e) && store_record_add(app->store, &r, &e) && store_commit(app->store, &e));
    app_close(app);
    ok(file_write(next, old, &e) && file_write(path, S("oud"), &e));
    ok(file_write(path, old, &e));
    app = opened(o);
    assert_false(path_exists(next));
    app_close(app);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_second_editor_is_told),     cmocka_unit_test(test_a_scheme_must_exist),
        cmocka_unit_test(test_a_session_survives_the_process), cmocka_unit_test(test_two_processes_one_session),
        cmocka_unit_test(test_many_sessions),                 cmocka_unit_test(test_the_dial_is_what_the_gate_does),
        cmocka_unit_test(test_the_ceiling_blocks),            cmocka_unit_test(test_there_and_back),
        cmocka_unit_test(test_measures_and_reviews),
        cmocka_unit_test(test_a_policy_for_another_scheme),
        cmocka_unit_test(test_a_policy_half_way),
    };
    return cmocka_run_group_tests(tests, make_place, drop_place);
}
