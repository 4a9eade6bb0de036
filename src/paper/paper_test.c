/* SPDX-License-Identifier: EUPL-1.2 */
/* paper_test.c: each paper says what stands in the records, in both languages, and nothing else; the register's lengths. */
#include "paper/paper.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct arena boot;
static struct library library;
static struct law_set no_laws;
static struct policy *policy;
static struct err e;

static struct str slurp(const char *path)
{
    FILE *f = fopen(path, "rb");
    assert_non_null(f);
    char *at = arena_new_raw(&boot, char, 1 << 20);
    size_t len = fread(at, 1, 1 << 20, f);
    fclose(f);
    return (struct str){at, (ptrdiff_t)len};
}

static int open_all(void **state)
{
    (void)state;
    static const char *const names[] = {"values", "tensions", "dilemmas", "roles", "rungs", "measures", "metrics", "formats", "sources"};
    struct library_file files[COUNT(names)];
    boot = arena_open(LIMIT_ARENA_BOOT);
    for (int i = 0; i < COUNT(names); i++) {
        struct str path = str_format(&boot, "method/%s.yaml", names[i]);
        files[i] = (struct library_file){path, slurp(str_z(&boot, path)), false};
    }
    struct faults faults = faults_open(&boot);
    library_read(&boot, files, COUNT(names), &library, &faults);
    assert_int_equal(faults.count, 0);
    return policy_read(&boot, S("p"), slurp("method/policy-example.json"), &policy, &e) ? 0 : -1;
}

static struct names scheme = {{"zorgtoeslag", 11}, NULL};
static struct taken_measure measure, condition;
static struct decided choice;
static struct decision decision;
static struct case_record case_;

static struct paper_input example(void)
{
    case_ = (struct case_record){.id = S("zaak"), .schemes = &scheme};
    case_.text[CASE_TITLE] = S("Zaak");
    case_.text[CASE_QUESTION] = S("Zoeken wij ouderen?");
    case_.text[CASE_ORGANISATION] = S("Gemeente X");
    case_.text[CASE_GROUND] = S("Artikel 1\nen artikel 2");
    measure = (struct taken_measure){.measure = S("public_notice"), .owner = S("Pers"), .due = 20600, .done = INT32_MIN};
    condition = (struct taken_measure){.measure = S("phone_line"), .owner = S("Balie"), .due = 20500, .done = 20400,
                                       .evidence = S("Tien keer gebeld"), .next = &measure};
    if (library_measure(&library, measure.measure)->condition)
        measure.measure = S("yearly_review");
    choice = (struct decided){.dilemma = S("many_neediest"), .anchor = 2, .why = S("Wegens dit"), .alternatives = S("Ook dat"),
                              .dissent = S("Rol A: nee")};
    decision = (struct decision){.id = S("zaak"), .case_hash = S("aa11"), .title = S("Besluit Z"), .why = S("Omdat het helpt"),
                                 .decided_by = S("college"), .mandate = S("besluit 7"), .publication = S("Website"), .from = 20454,
                                 .until = 20818, .review_on = 20600, .choices = &choice, .measures = &condition};
    return (struct paper_input){.case_ = &case_, .decision = &decision, .decision_hash = S("bb22"), .library = &library,
                                .policy = policy, .laws = &no_laws};
}

static struct str whole(const struct paper_input *in, enum paper which, const char *lang)
{
    struct buf b = buf_open(&boot, 1 << 20);
    for (const struct paper_line *l = paper_write(&boot, in, which, str_of(lang)); l; l = l->next)
        buf_print(&b, "%d ", l->kind), buf_add(&b, l->text), buf_char(&b, '\n');
    assert_true(str_is_utf8(buf_str(&b)));
    return buf_str(&b);
}

static void holds(struct str all, const char *part)
{
    if (str_find(all, str_of(part)) < 0)
        fail_msg("no \"%s\" in:\n" STR_FMT, part, STR_ARG(all));
}

static void lacks(struct str all, const char *part)
{
    if (str_find(all, str_of(part)) >= 0)
        fail_msg("\"%s\" in:\n" STR_FMT, part, STR_ARG(all));
}

static void the_document_is_complete(void **state)
{
    (void)state;
    struct paper_input in = example();
    struct paper_approval yes = {S("beslisser"), 20460, NULL};
    in.approvals = &yes;
    struct str nl = whole(&in, PAPER_DOCUMENT, "nl"), en = whole(&in, PAPER_DOCUMENT, "en");
    static const char *const both[] = {"Zoeken wij ouderen?", "Omdat het helpt", "college", "besluit 7", "Website", "Wegens dit",
                                       "Ook dat", "Rol A: nee", "Balie", "Tien keer gebeld", "aa11", "bb22", "beslisser"};
    for (int i = 0; i < COUNT(both); i++) {
        holds(nl, both[i]);
        holds(en, both[i]);
    }
    holds(nl, "Voor dit besluit is geen groep gehoord.");
    holds(en, "No group was heard for this decision.");
    holds(nl, "Wij schrijven iedereen voor wie het meer dan een tientje per maand scheelt.");
    for (const struct policy_line *l = policy_words(&boot, policy, S("nl")); l; l = l->next)
        holds(nl, str_z(&boot, str_trim(l->text)));
}

static void spread_of(struct room *r, int who, int round, int anchor, bool fence)
{
    struct act act = {.kind = ACT_POSITION, .who = who, .subject = S("many_neediest"), .choice = anchor, .round = round, .fence = fence};
    act.seq = r->acts + 1;
    assert_int_equal(room_take(r, &act), NO_NOT);
}

static void to_step(struct room *r, const char *step)
{
    int at = 0;
    for (const struct method_step *s = r->format->steps; !str_eq(s->id, str_of(step)); s = s->next)
        at++;
    assert_int_equal(room_take(r, &(struct act){.seq = r->acts + 1, .kind = ACT_STEP, .by_host = true, .choice = at}), NO_NOT);
}

static void the_group_is_in_it(void **state)
{
    (void)state;
    struct paper_input in = example();
    struct room *r = room_open(&boot, &library, library_format(&library, S("session")));
    for (int i = 0; i < 2; i++) {
        struct act act = {.seq = r->acts + 1, .kind = ACT_JOINED, .subject = i ? S("caseworker") : S("non_claimant")};
        act.text = i ? S("k1") : S("k0");
        assert_int_equal(room_take(r, &act), NO_NOT);
    }
    assert_int_equal(room_take(r, &(struct act){.seq = r->acts + 1, .kind = ACT_KEPT, .by_host = true, .subject = S("many_neediest"),
                                                .choice = 1}), NO_NOT);
    for (int round = 1; round <= 2; round++) {
        to_step(r, round == 1 ? "position_1" : "position_2");
        spread_of(r, 1, round, round, false);
        spread_of(r, 2, round, 4, true);
    }
    in.room = r;
    struct str nl = whole(&in, PAPER_DOCUMENT, "nl");
    holds(nl, "Aan het gesprek deden 2 mensen mee.");
    holds(nl, "– 1. Voor 1 van hen is dit een grens.");
    holds(nl, "Tussen de rondes veranderden er 1 van plaats.");
    lacks(nl, "geen groep");
}

static void the_others_fit_who_reads_them(void **state)
{
    (void)state;
    struct paper_input in = example();
    struct str council = whole(&in, PAPER_COUNCIL, "nl"), resident = whole(&in, PAPER_RESIDENT, "nl");
    holds(council, "Rol A: nee");
    holds(council, "Een telefoon die wordt opgenomen");
    lacks(council, "bb22");
    assert_true(council.len < 3000);
    holds(resident, "Gemeente X zoekt inwoners");
    holds(resident, "U bent tot niets verplicht.");
    lacks(resident, "Rol A");
    struct str work = whole(&in, PAPER_INSTRUCTION, "nl");
    holds(work, "1. Begin niet voordat dit klaar is");
    holds(work, "Waarom: Wegens dit");
    for (int i = 0; i < PAPER_COUNT; i++)
        assert_true(whole(&in, (enum paper)i, "en").len > 200);
}

static void a_no_lets_nobody_in(void **state)
{
    (void)state;
    struct paper_input in = example();
    decision.no = true;
    holds(whole(&in, PAPER_COUNCIL, "nl"), "wij doen dit niet");
    holds(whole(&in, PAPER_RESIDENT, "nl"), "Gemeente X zoekt niet naar inwoners");
    holds(whole(&in, PAPER_INSTRUCTION, "en"), "There is nothing to carry out");
    assert_null(paper_register(&boot, &in));
    decision.no = false;
    in.policy = NULL;
    assert_null(paper_register(&boot, &in));
    holds(whole(&in, PAPER_DOCUMENT, "nl"), "Uit dit besluit komt nog geen beleid.");
}

static const struct register_field *field(const struct register_field *f, const char *name)
{
    while (f && !str_eq(f->name, str_of(name)))
        f = f->next;
    assert_non_null(f);
    return f;
}

static void the_register_counts_characters(void **state)
{
    (void)state;
    struct paper_input in = example();
    const struct register_field *f = paper_register(&boot, &in);
    assert_true(field(f, "contact_email")->missing);
    assert_false(field(f, "name")->too_long);
    assert_true(str_eq(field(f, "lawful_basis")->text, S("Artikel 1 en artikel 2")));
    assert_true(str_eq(field(f, "status")->text, S("In ontwikkeling")));
    assert_true(str_eq(field(f, "begin_date")->text, S("2026-01")));
    char name[101 * 2 + 1];
    for (int i = 0; i < 101; i++)
        memcpy(name + 2 * i, "é", 2);
    decision.title = (struct str){name, 200};
    assert_false(field(paper_register(&boot, &in), "name")->too_long);
    decision.title.len = 202;
    in.in_force = true;
    f = paper_register(&boot, &in);
    assert_true(field(f, "name")->too_long);
    assert_true(str_eq(field(f, "status")->text, S("In gebruik")));
    struct json *j;
    assert_true(js_read(&boot, S("r"), paper_register_json(&boot, f), &j, &e));
    assert_int_equal(js_get(j, S("name"))->text.len, 202);              /* said, not cut */
    assert_true(js_get(j, S("category"))->kind == JS_LIST && !js_get(j, S("contact_email")));
    for (const struct register_field *x = f; x; x = x->next)
        assert_true(str_find(x->text, S("\n")) < 0);
}

/* What somebody typed far too long in a draft is whole, and still text. */
static void long_texts_are_whole(void **state)
{
    (void)state;
    struct paper_input in = example();
    char *at = arena_new_raw(&boot, char, 20000);
    for (int i = 0; i < 10000; i++)
        memcpy(at + 2 * i, "é", 2);
    condition.evidence = choice.why = (struct str){at, 20000};
    assert_true(whole(&in, PAPER_INSTRUCTION, "nl").len > 40000);
    assert_true(whole(&in, PAPER_DOCUMENT, "en").len > 40000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_document_is_complete),
        cmocka_unit_test(the_group_is_in_it),
        cmocka_unit_test(the_others_fit_who_reads_them),
        cmocka_unit_test(a_no_lets_nobody_in),
        cmocka_unit_test(the_register_counts_characters),
        cmocka_unit_test(long_texts_are_whole),
    };
    return cmocka_run_group_tests(tests, open_all, NULL);
}
