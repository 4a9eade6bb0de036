/* SPDX-License-Identifier: EUPL-1.2 */
/* decision_test.c: the pages of a decision over a real workspace: started, kept, held against what somebody else kept,
 * approved by two. Requests without a socket. Run from the top of the repository.
 */
#include "web/decision.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include <ftw.h>

static struct arena boot;
static char place[] = "/tmp/hoort-decision-XXXXXX";
static struct app *app;
static struct site site;
static struct assets assets;
static struct str case_id, session_id, csrf;
static struct err e;

static void ok(bool done)
{
    if (!done)
        fail_msg("%s:%d: %s", e.file, e.line, e.text);
}

static void holds(struct str all, const char *part)
{
    if (str_find(all, str_of(part)) < 0)
        fail_msg("no \"%s\" in:\n" STR_FMT, part, STR_ARG(all));
}

static void without(struct str all, const char *part)
{
    if (str_find(all, str_of(part)) >= 0)
        fail_msg("\"%s\" in:\n" STR_FMT, part, STR_ARG(all));
}

/* ---- a case with a closed session ------------------------------------------------------------------------ */

static void does(struct act act)
{
    const struct app_session *s;
    enum no no = NO_NOT;
    ok(app_session(app, session_id, &s, &e) && app_session_do(app, s, act, S("facilitator"), &no, &e));
    if (no != NO_NOT)
        fail_msg(STR_FMT, STR_ARG(no_words(no).en));
}

static void host(enum act_kind kind, struct str subject, int choice_, struct str text)
{
    does((struct act){.kind = kind, .by_host = true, .subject = subject, .choice = choice_, .text = text});
}

static void to_step(const char *id)
{
    const struct app_session *s;
    int at = 0;
    ok(app_session(app, session_id, &s, &e));
    for (const struct method_step *x = s->room->format->steps; !str_eq(x->id, str_of(id)); x = x->next)
        at++;
    host(ACT_STEP, S(""), at, S(""));
}

static void stand(int round, int first, int second)
{
    to_step(round == 1 ? "position_1" : "position_2");
    for (int who = 1; who <= 3; who++)
        does((struct act){.kind = ACT_POSITION, .who = who, .subject = S("many_neediest"), .choice = who < 3 ? first : second,
                          .round = round, .fence = who == 3});
}

static void make_case(void)
{
    struct names scheme = {S("zorgtoeslag"), NULL};
    struct case_record c = {.kind = CASE_CONSIDERED, .schemes = &scheme, .rung = 3, .stopped_on = INT32_MIN, .review_on = INT32_MIN};
    struct lacks l = lacks_open(&boot);
    bool stale;
    for (int i = 0; i < CASE_TEXT_COUNT; i++)
        if (case_field((enum case_text)i)->needed)
            c.text[i] = S("Zoeken <b>wij</b> ouderen?");
    c.text[CASE_TITLE] = S("Zoeken");
    ok(app_case_id(&boot, app, c.text[CASE_TITLE], &c.id, &e) && app_case_save(&boot, app, &c, S(""), S("x"), &l, &stale, &e));
    assert_int_equal(l.count, 0);
    case_id = c.id;
}

static void hold_session(void)
{
    static const struct str roles[] = {{"non_claimant", 12}, {"caseworker", 10}, {"", 0}};
    struct stored_session stored;
    const struct app_session *s;
    struct str key;
    enum no no;
    const struct role *silent;
    ok(app_session_open(&boot, app, case_id, S("session"), S("facilitator"), &stored, &e));
    session_id = str_copy(&boot, stored.id);
    for (int i = 0; i < COUNT(roles); i++)
        ok(app_session(app, session_id, &s, &e) && app_session_join(&boot, app, s, roles[i], &key, &no, &e));
    host(ACT_KEPT, S("many_neediest"), 1, S(""));
    stand(1, 1, 3);
    stand(2, 2, 3);
    to_step("dissent");
    does((struct act){.kind = ACT_DISSENT, .who = 3, .subject = S("many_neediest"), .text = S("Te <i>ver</i>.")});
    to_step("close");
    for (;;) {
        ok(app_session(app, session_id, &s, &e));
        if (!(silent = room_unheard(s->room, NULL)))
            break;
        host(ACT_CHAIR, silent->id, 0, S("Ik was er niet."));
    }
    host(ACT_MEASURE, S("phone_line"), 1, S(""));
    host(ACT_CLOSED, S(""), 0, S(""));
}

/* With HOORT_TOWN the case with its session is made in that folder, and stays there: for the tests in a browser. */
static int open_all(void **state)
{
    (void)state;
    int32_t today;
    const char *town = getenv("HOORT_TOWN");
    boot = arena_open(LIMIT_ARENA_FACTS);
    if ((!town && !mkdtemp(place)) || !date_parse(S("2026-03-02"), &today))
        return -1;
    struct app_options o = {.workspace = str_of(town ? town : place), .laws = S("laws"), .method = S("method"), .today = today};
    ok(app_demo_prepare(&boot, o, 50, 1, &e) && app_open(&boot, o, &app, &e));
    site = (struct site){.app = app, .assets = &assets, .port = 8080};
    assets.hash = S("0123456789abcdef");
    make_case();
    hold_session();
    return 0;
}

static int drop(const char *path, const struct stat *st, int kind, struct FTW *where)
{
    (void)st, (void)kind, (void)where;
    return remove(path);
}

static int close_all(void **state)
{
    (void)state;
    app_close(app);
    return nftw(place, drop, 16, FTW_DEPTH | FTW_PHYS);
}

/* ---- asking -------------------------------------------------------------------------------------------------- */

#define VISIT "hoort_bezoek=00112233445566778899aabbccddeeff"

static struct reply get(struct str path)
{
    struct request q = {.method = S("GET"), .path = path, .host = S("localhost:8080"), .cookies = S(VISIT)};
    return visit_answer(&boot, &site, &q);
}

static struct str between(struct str all, const char *before, const char *after)
{
    ptrdiff_t at = str_find(all, str_of(before));
    if (at < 0)
        fail_msg("no \"%s\" in:\n" STR_FMT, before, STR_ARG(all));
    struct str rest = str_slice(all, at + (ptrdiff_t)strlen(before), all.len);
    return str_slice(rest, 0, str_find(rest, str_of(after)));
}

static struct str decision_path(const char *tail)
{
    return str_format(&boot, "/besluit/" STR_FMT "%s", STR_ARG(case_id), tail);
}

static struct reply post(const char *tail, struct str fields)
{
    csrf = between(get(S("/inloggen")).body, "name=\"csrf\" value=\"", "\"");
    struct str body = str_format(&boot, "csrf=" STR_FMT "&" STR_FMT, STR_ARG(csrf), STR_ARG(fields));
    struct request q = {.method = S("POST"), .path = decision_path(tail), .host = S("localhost:8080"), .cookies = S(VISIT),
                        .has_body = true, .body = body, .content_type = S("application/x-www-form-urlencoded")};
    return visit_answer(&boot, &site, &q);
}

static struct str newest(void)
{
    struct app_decision d;
    bool found;
    ok(app_decision(&boot, app, case_id, &d, &found, &e));
    return found ? d.version.hash : S("");
}

#define CHOICE "&d.many_neediest=1&d.many_neediest.anchor=2&d.many_neediest.why=Daarom&d.many_neediest.dissent=Rol+nee"
#define MEASURE "&m.phone_line=1&m.phone_line.owner=Klantcontact&m.phone_line.due=2026-04-01"
#define HEADS "&title=Zoeken&why=Wij+kiezen+dit.&decided_by=college&mandate=besluit+7&publication=Website" \
              "&from=2026-03-02&until=2027-03-01&review_on=2026-09-01"

static struct str form(struct str previous, const char *fields)
{
    return str_format(&boot, "previous=" STR_FMT "%s", STR_ARG(previous), fields);
}

/* ---- from nothing to a policy in force, in this order --------------------------------------------------------- */

static void it_starts_from_a_closed_session(void **state)
{
    (void)state;
    struct reply r = get(decision_path(""));
    assert_int_equal(r.status, 200);
    holds(r.body, "Zoeken &lt;b&gt;wij&lt;/b&gt; ouderen?");
    holds(r.body, str_z(&boot, session_id));
    holds(r.body, "3 deelnemers, 1 dilemma.");
    assert_int_equal(get(S("/besluit/bestaat-niet")).status, 404);
    assert_int_equal(get(decision_path("/beleid.json")).status, 404);
    assert_int_equal(post("", S("title=x")).status, 400);               /* nothing to keep a version of */
    assert_int_equal(post("", S("begin=0123456789abcdef")).status, 409);
    r = post("", str_format(&boot, "previous=&begin=" STR_FMT, STR_ARG(session_id)));
    assert_int_equal(r.status, 303);
    assert_true(str_eq(r.see_other, decision_path("")));
}

static void the_group_stands_beside_the_choice(void **state)
{
    (void)state;
    struct str page = get(decision_path("")).body;
    holds(page, "2 van de groep stonden hier in ronde 2.");
    holds(page, "1 van de groep stond hier in ronde 2.");
    holds(page, "Voor 1 van hen is dit een grens.");
    holds(page, "Te &lt;i&gt;ver&lt;/i&gt;.");
    holds(page, "Voorwaarde: zonder deze maatregel begint de dienst niet.");
    holds(page, "<a class=\"utrecht-link utrecht-link--html-a\" href=\"#d.many_neediest\">");
    holds(page, "<a class=\"utrecht-link utrecht-link--html-a\" href=\"#mandate\">");
    without(page, "Keur deze versie goed</button>");
    page = get(str_format(&boot, "/en/decision/" STR_FMT, STR_ARG(case_id))).body;
    holds(page, "2 of the group stood here in round 2.");
}

static void what_was_sent_is_kept_and_escaped(void **state)
{
    (void)state;
    struct reply r = post("", form(newest(), HEADS MEASURE
        "&d.many_neediest=1&d.many_neediest.anchor=2&d.many_neediest.why=%3Cscript%3Ealert(1)%3C/script%3E"
        "&d.gone=1&d.gone.anchor=1&m.gone=1"));
    assert_int_equal(r.status, 303);
    struct str page = get(decision_path("")).body;
    holds(page, "&lt;script&gt;alert(1)&lt;/script&gt;");
    without(page, "<script>alert");
    holds(page, "Niets. Het besluit is volledig.");
    without(page, "d.gone");                                            /* of neither library nor table */
    without(page, "m.gone");
    r = get(decision_path("/beleid.json"));
    assert_int_equal(r.status, 200);
    assert_true(str_starts(str_of(r.type), S("application/json")));
    struct policy *p;
    ok(policy_read(&boot, S("x"), r.body, &p, &e));
    assert_true(str_eq(p->id, case_id) && !p->is_signed);
}

static void the_second_sees_both_texts(void **state)
{
    (void)state;
    struct str before = newest();
    assert_int_equal(post("", form(before, HEADS CHOICE MEASURE "&add_dilemma=reach_stigma")).status, 303);
    struct str now = newest();
    struct reply r = post("", form(before, "&title=Anders&why=Mijn+tekst&from=2026-03-02&until=2027-03-01&no=1" CHOICE));
    assert_int_equal(r.status, 409);
    assert_true(str_eq(newest(), now));
    holds(r.body, "value=\"Anders\"");
    holds(r.body, "Mijn tekst</textarea>");
    holds(r.body, "Dit bewaarde iemand anders intussen:</strong></p><p class=\"hoort-lines\">Wij kiezen dit.");
    holds(r.body, "andersom");
    holds(r.body, "name=\"d.reach_stigma\"");                         /* what the other added is not lost by saving again */
    holds(r.body, "name=\"m.phone_line\"");
    holds(r.body, str_z(&boot, str_format(&boot, "name=\"previous\" value=\"" STR_FMT "\"", STR_ARG(now))));
}

static void nothing_bad_gets_in(void **state)
{
    (void)state;
    struct str now = newest();
    struct reply r = post("", form(now, "&title=Blijft&why=staan&from=31-12-2026" CHOICE));
    assert_int_equal(r.status, 422);
    holds(r.body, "31-12-2026");
    holds(r.body, "value=\"Blijft\"");
    struct buf many = buf_open(&boot, 1 << 20);
    buf_print(&many, "title=x");
    for (int i = 0; i < LIMIT_WEB_FIELDS + 1; i++)
        buf_print(&many, "&d.x%d=1", i);
    assert_int_equal(post("", buf_str(&many)).status, 400);
    r = post("", form(now, "&title=een%01twee"));
    assert_int_equal(r.status, 400);
    struct request q = {.method = S("POST"), .path = decision_path(""), .host = S("localhost:8080"), .cookies = S(VISIT),
                        .has_body = true, .body = S("csrf=nee&title=x"), .content_type = S("application/x-www-form-urlencoded")};
    assert_int_equal(visit_answer(&boot, &site, &q).status, 403);
    assert_true(str_eq(newest(), now));
}

/* The longest that the form may hold is kept; what is too long for a policy is said, and not lost. */
static void long_texts_are_kept_and_named(void **state)
{
    (void)state;
    struct buf b = buf_open(&boot, LIMIT_WEB_FORM_BYTES);
    buf_print(&b, "previous=" STR_FMT HEADS CHOICE "&d.many_neediest.alternatives=", STR_ARG(newest()));
    for (int i = 0; i < LIMIT_POLICY_TEXT + 1; i++)
        buf_char(&b, 'a');
    buf_print(&b, "&m.phone_line=1&m.phone_line.evidence=");
    for (int i = 0; i < 150000; i++)
        buf_char(&b, 'b');
    assert_int_equal(post("", buf_str(&b)).status, 303);
    struct str page = get(decision_path("")).body;
    holds(page, "is te lang. Maak het korter.");
    without(page, "Keur deze versie goed</button>");
}

static void two_approve_exactly_this_version(void **state)
{
    (void)state;
    assert_int_equal(post("", form(newest(), HEADS CHOICE MEASURE)).status, 303);
    struct str hash = newest(), page = get(decision_path("")).body;
    holds(page, str_z(&boot, hash));
    holds(page, "Dit is een proef met verzonnen inwoners.");
    holds(page, "Lees het hele beleid in woorden");
    struct str with = str_format(&boot, "hash=" STR_FMT "&role=", STR_ARG(hash));
    assert_int_equal(post("/akkoord", str_format(&boot, STR_FMT "caseworker", STR_ARG(with))).status, 403);
    assert_int_equal(post("/akkoord", with).status, 403);
    assert_int_equal(post("/akkoord", S("hash=00&role=decision_maker")).status, 409);
    struct reply r = post("/akkoord", str_format(&boot, STR_FMT "policy_officer", STR_ARG(with)));
    assert_int_equal(r.status, 200);
    holds(r.body, "Nog één ander mens");
    holds(r.body, "beleidsmedewerker (proef)");
    r = post("/akkoord", str_format(&boot, STR_FMT "policy_officer", STR_ARG(with)));
    holds(r.body, "U keurde deze versie al goed.");
    r = post("/akkoord", str_format(&boot, STR_FMT "decision_maker", STR_ARG(with)));
    holds(r.body, "Het beleid is ondertekend en geldt.");
    holds(r.body, "De dienst begint pas als elke voorwaarde klaar is.");
    without(r.body, "Keur deze versie goed</button>");
    holds(r.body, "Niets, vergeleken met het beleid van nu.");
    struct policy_view p;
    ok(app_policy(&boot, app, &p, &e));
    assert_true(p.in_order && str_eq(p.policy->id, case_id));
}

static struct reply post_to(struct str path, struct str fields)
{
    struct str body = str_format(&boot, "csrf=" STR_FMT "&" STR_FMT, STR_ARG(csrf), STR_ARG(fields));
    struct request q = {.method = S("POST"), .path = path, .host = S("localhost:8080"), .cookies = S(VISIT),
                        .has_body = true, .body = body, .content_type = S("application/x-www-form-urlencoded")};
    return visit_answer(&boot, &site, &q);
}

static void measures_are_recorded_one_by_one(void **state)
{
    (void)state;
    struct str path = str_format(&boot, "/borging/" STR_FMT, STR_ARG(case_id));
    struct str page = get(path).body;
    holds(page, "1 voorwaarde is nog niet klaar.");
    holds(page, "Klantcontact");
    holds(page, "De volgende terugblik is op 1 september 2026.");
    assert_int_equal(get(S("/borging/bestaat-niet")).status, 404);
    struct reply r = post_to(path, S("measure=phone_line&previous=&done=2026-03-01&evidence="));
    assert_int_equal(r.status, 422);
    holds(r.body, "Schrijf op wat het laat zien.");
    r = post_to(path, S("measure=phone_line&previous=&done=1+maart&evidence=Tien+%3Cb%3Ekeer%3C/b%3E"));
    assert_int_equal(r.status, 422);
    holds(r.body, "Tien &lt;b&gt;keer&lt;/b&gt;</textarea>");
    assert_int_equal(post_to(path, S("measure=letter_test&previous=&done=2026-03-01&evidence=x")).status, 404);
    assert_int_equal(post_to(path, S("measure=phone_line&previous=&done=2026-03-01&evidence=Tien+%3Cb%3Ekeer%3C/b%3E")).status, 303);
    page = get(path).body;
    holds(page, "Klaar op 1 maart 2026.");
    without(page, "voorwaarde is nog niet");
    r = post_to(path, S("measure=phone_line&previous=&done=2026-03-02&evidence=Anders"));
    assert_int_equal(r.status, 409);
    holds(r.body, "Anders</textarea>");
    holds(r.body, "Klaar op 1 maart 2026.");
}

static void a_review_is_recorded(void **state)
{
    (void)state;
    struct str path = str_format(&boot, "/borging/" STR_FMT, STR_ARG(case_id));
    assert_int_equal(post_to(path, S("previous=&saw=Veel&keep=&change=&next=2026-01-01")).status, 422);
    assert_int_equal(post_to(path, S("previous=&saw=Veel&keep=Alles&change=&next=2027-01-01")).status, 303);
    assert_int_equal(post_to(path, S("previous=&saw=Anders&keep=Niets&change=&next=2027-01-01")).status, 409);
    struct str page = get(path).body;
    holds(page, "Terugblik van 2 maart 2026");
    holds(page, "De volgende terugblik is op 1 januari 2027.");
    holds(get(str_format(&boot, "/en/assurance/" STR_FMT, STR_ARG(case_id))).body, "Review of 2 March 2026");
}

static void papers_come_out_of_one_record(void **state)
{
    (void)state;
    static const char *const tails[][2] = {{"/document", "Het hele besluit"}, {"/raad", "Voor de raad"}, {"/inwoner", "Voor inwoners"},
                                           {"/werkinstructie", "Werkinstructie"}, {"/register", "publicatiestandaard 1.0"}};
    for (int i = 0; i < COUNT(tails); i++) {
        struct reply r = get(decision_path(tails[i][0]));
        assert_int_equal(r.status, 200);
        holds(r.body, tails[i][1]);
        without(r.body, "<b>wij</b>");
        assert_int_equal(get(str_format(&boot, "/besluit/bestaat-niet%s", tails[i][0])).status, 404);
    }
    struct str whole = get(decision_path("/document")).body;
    holds(whole, "Dit besluit geldt.");                        /* the workspace's policy came from exactly this version */
    holds(whole, str_z(&boot, newest()));
    holds(whole, "beslisser (proef)");
    holds(whole, "Zoeken &lt;b&gt;wij&lt;/b&gt; ouderen?");
    holds(get(str_format(&boot, "/en/decision/" STR_FMT "/council", STR_ARG(case_id))).body, "What do we decide?");
    struct reply r = get(decision_path("/register.json"));
    struct json *j;
    ok(js_read(&boot, S("r"), r.body, &j, &e));
    assert_true(str_eq(js_get(j, S("status"))->text, S("In gebruik")));
    holds(r.download, "register.json");
    holds(get(decision_path("")).body, "Wat eruit komt");
}

static void a_no_needs_no_choices(void **state)
{
    (void)state;
    assert_int_equal(post("", str_format(&boot, "previous=" STR_FMT "&begin=no", STR_ARG(newest()))).status, 303);
    struct str page = get(decision_path("")).body;
    holds(page, "Dit besluit is een nee: wij doen dit niet.");
    holds(page, "Geen groep gehoord.");
    assert_int_equal(post("", form(newest(), HEADS "&no=1")).status, 303);
    page = get(decision_path("")).body;
    holds(page, "Niets. Het besluit is volledig.");
    assert_int_equal(get(decision_path("/register.json")).status, 404);
    holds(get(decision_path("/raad")).body, "wij doen dit niet");
    assert_int_equal(post("", str_format(&boot, "previous=" STR_FMT "&begin=none", STR_ARG(newest()))).status, 303);
    holds(get(decision_path("")).body, "Geen groep gehoord.");
}

int main(void)
{
    if (getenv("HOORT_TOWN")) {
        int failed = open_all(NULL);
        app_close(app);
        return failed;
    }
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_starts_from_a_closed_session),
        cmocka_unit_test(the_group_stands_beside_the_choice),
        cmocka_unit_test(what_was_sent_is_kept_and_escaped),
        cmocka_unit_test(the_second_sees_both_texts),
        cmocka_unit_test(nothing_bad_gets_in),
        cmocka_unit_test(long_texts_are_kept_and_named),
        cmocka_unit_test(two_approve_exactly_this_version),
        cmocka_unit_test(measures_are_recorded_one_by_one),
        cmocka_unit_test(a_review_is_recorded),
        cmocka_unit_test(papers_come_out_of_one_record),
        cmocka_unit_test(a_no_needs_no_choices),
    };
    return cmocka_run_group_tests(tests, open_all, close_all);
}
