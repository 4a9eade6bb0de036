/* SPDX-License-Identifier: EUPL-1.2 */
/* room_test.c: what may be done in a session and when; a session played back is the same session; what the room said
 * is counted right; records read back as they were written.
 */
#include "content_test.h"

/* ---- a session by hand ------------------------------------------------------------------------------- */

static struct room *session(struct arena *a, const char *format)
{
    const struct format *f = library_format(&library, str_of(format));
    assert_non_null(f);
    return room_open(a, &library, f);
}

static struct act host(enum act_kind kind, const char *subject, int choice, const char *text)
{
    return (struct act){.kind = kind, .by_host = true, .subject = str_of(subject), .choice = choice, .text = str_of(text)};
}

static struct act person(int who, enum act_kind kind, const char *subject, int choice, const char *text)
{
    return (struct act){.kind = kind, .who = who, .subject = str_of(subject), .choice = choice, .text = str_of(text)};
}

static enum no does(struct room *r, struct act act)
{
    return room_take(r, &act);
}

static void to_step(struct room *r, const char *id)
{
    int place = 0;
    for (const struct method_step *s = r->format->steps; s; s = s->next, place++)
        if (str_eq(s->id, str_of(id))) {
            assert_int_equal(does(r, host(ACT_STEP, "", place, "")), NO_NOT);
            return;
        }
    fail_msg("no step %s", id);
}

static void join(struct room *r, const char *role, const char *key)
{
    assert_int_equal(does(r, person(0, ACT_JOINED, role, 0, key)), NO_NOT);
}

static struct act place(int who, int round, const char *dilemma, int anchor, bool fence)
{
    struct act act = person(who, ACT_POSITION, dilemma, anchor, "daarom");
    act.round = round;
    act.fence = fence;
    return act;
}

/* Three people, one dilemma on the table, the first round open. */
static struct room *at_round_1(struct arena *a)
{
    struct room *r = session(a, "session");
    join(r, "non_claimant", "aa");
    join(r, "caseworker", "bb");
    join(r, "refuser", "cc");
    assert_int_equal(does(r, host(ACT_KEPT, "subsistence_privacy", 1, "")), NO_NOT);
    to_step(r, "position_1");
    return r;
}

/* ---- who and when --------------------------------------------------------------------------------------- */

static void test_steps_open_and_close(void **state)
{
    (void)state;
    struct arena a = boot;
    struct room *r = session(&a, "session");
    join(r, "non_claimant", "aa");
    assert_int_equal(does(r, person(1, ACT_VALUE, "privacy", 1, "")), NO_STEP);
    to_step(r, "values");
    assert_int_equal(does(r, person(1, ACT_VALUE, "privacy", 1, "")), NO_NOT);
    assert_int_equal(does(r, person(1, ACT_VALUE, "privacy", 1, "")), NO_NOT);   /* twice is once */
    assert_int_equal(r->people[0]->value_count, 1);
    assert_int_equal(does(r, person(1, ACT_VALUE, "geen_waarde", 1, "")), NO_VALUE);
    assert_int_equal(does(r, host(ACT_STEP, "", 99, "")), NO_STEP_UNKNOWN);
    int place_1 = 0;
    for (const struct method_step *s = r->format->steps; !str_eq(s->id, S("position_1")); s = s->next)
        place_1++;
    assert_int_equal(does(r, host(ACT_STEP, "", place_1, "")), NO_TABLE_EMPTY);
    assert_int_equal(room_round(r), 0);
}

static void test_values_have_a_most(void **state)
{
    (void)state;
    struct arena a = boot;
    struct room *r = session(&a, "session");
    join(r, "non_claimant", "aa");
    to_step(r, "values");
    int n = 0;
    for (const struct method_value *v = library.values; v && n < 5; v = v->next, n++)
        assert_int_equal(does(r, person(1, ACT_VALUE, str_z(&a, v->id), 1, "")), NO_NOT);
    const char *sixth = str_z(&a, library.values->next->next->next->next->next->id);
    assert_int_equal(does(r, person(1, ACT_VALUE, sixth, 1, "")), NO_MANY_VALUES);
    assert_int_equal(does(r, person(1, ACT_VALUE, str_z(&a, library.values->id), 0, "")), NO_NOT);
    assert_int_equal(does(r, person(1, ACT_VALUE, sixth, 1, "")), NO_NOT);
    assert_int_equal(room_answered(r), 1);
}

static void test_positions_are_ones_own(void **state)
{
    (void)state;
    struct arena a = boot;
    struct room *r = at_round_1(&a);
    assert_int_equal(does(r, place(1, 1, "subsistence_privacy", 2, false)), NO_NOT);
    assert_int_equal(does(r, place(1, 2, "subsistence_privacy", 2, false)), NO_ROUND);
    assert_int_equal(does(r, place(4, 1, "subsistence_privacy", 2, false)), NO_PERSON);
    assert_int_equal(does(r, place(1, 1, "autonomy_care", 2, false)), NO_DILEMMA);
    assert_int_equal(does(r, place(1, 1, "subsistence_privacy", 6, false)), NO_ANCHOR);
    struct act forged = place(1, 1, "subsistence_privacy", 5, false);
    forged.by_host = true;
    assert_int_equal(does(r, forged), NO_OTHER);
    assert_int_equal(person_position(r->people[0], S("subsistence_privacy"), 1)->anchor, 2);
    assert_int_equal(does(r, host(ACT_KEPT, "subsistence_privacy", 0, "")), NO_ANSWERED);
    assert_int_equal(room_revealed(r), 0);
    to_step(r, "reveal");
    assert_int_equal(room_revealed(r), 1);
    assert_int_equal(does(r, place(1, 1, "subsistence_privacy", 3, false)), NO_STEP);
}

static void test_paper_is_typed_in_by_the_host(void **state)
{
    (void)state;
    struct arena a = boot;
    struct room *r = at_round_1(&a);
    assert_int_equal(does(r, host(ACT_JOINED, "privacy_officer", 0, "")), NO_NOT);
    to_step(r, "close");
    struct act late = place(4, 1, "subsistence_privacy", 5, true);
    assert_int_equal(does(r, late), NO_OTHER);
    late.by_host = true;
    assert_int_equal(does(r, late), NO_NOT);
    assert_int_equal(room_spread(r, S("subsistence_privacy"), 1, NULL).fences[4], 1);
}

static void test_no_session_closes_unheard(void **state)
{
    (void)state;
    struct arena a = boot;
    struct room *r = at_round_1(&a);       /* the refuser sits there, the searched-and-not-contacted does not */
    assert_int_equal(does(r, host(ACT_CLOSED, "", 0, "")), NO_UNHEARD);
    assert_true(str_eq(room_unheard(r, NULL)->id, S("searched_not_contacted")));
    assert_int_equal(does(r, host(ACT_CHAIR, "searched_not_contacted", 0, " ")), NO_NOT);
    assert_int_equal(does(r, host(ACT_CLOSED, "", 0, "")), NO_UNHEARD);
    assert_int_equal(does(r, host(ACT_CHAIR, "searched_not_contacted", 0, "Zeg het mij.")), NO_NOT);
    while (room_unheard(r, NULL))
        assert_int_equal(does(r, host(ACT_CHAIR, str_z(&a, room_unheard(r, NULL)->id), 0, "Ook ik.")), NO_NOT);
    assert_int_equal(does(r, host(ACT_CLOSED, "", 0, "")), NO_NOT);
    assert_int_equal(does(r, place(1, 1, "subsistence_privacy", 3, false)), NO_CLOSED);
    assert_int_equal(does(r, host(ACT_NOTE, "", 0, "nog iets")), NO_CLOSED);
}

static void test_long_and_odd_texts_are_refused(void **state)
{
    (void)state;
    struct arena a = boot;
    struct room *r = at_round_1(&a);
    char *huge = arena_new_raw(&a, char, LIMIT_ROOM_TEXT + 2);
    memset(huge, 'x', LIMIT_ROOM_TEXT + 1);
    huge[LIMIT_ROOM_TEXT + 1] = 0;
    struct act act = place(1, 1, "subsistence_privacy", 3, false);
    act.text = str_of(huge);
    assert_int_equal(does(r, act), NO_TEXT_LONG);
    act.text = S("a\x01");
    assert_int_equal(does(r, act), NO_TEXT_LONG);
    act.text = S("<script>alert(1)</script>");  /* is only text; who shows it escapes it */
    assert_int_equal(does(r, act), NO_NOT);
}

static void test_own_dilemma(void **state)
{
    (void)state;
    struct arena a = boot;
    struct room *r = at_round_1(&a);
    assert_int_equal(does(r, host(ACT_OWN, "", 0, "Vraag?\nEen\nTwee\na\nb\nc\nd")), NO_OWN);
    assert_int_equal(does(r, host(ACT_OWN, "", 0, "Vraag?\nEen\nTwee\na\nb\nc\nd\ne")), NO_NOT);
    const struct dilemma *d = room_dilemma(r, S("own_1"));
    assert_non_null(d);
    assert_true(str_eq(d->anchors[4].text.nl, S("e")));
    assert_int_equal(does(r, place(2, 1, "own_1", 5, false)), NO_NOT);
    for (const struct dilemma *x = library.dilemmas->next; x && r->table_count < LIMIT_ROOM_TABLE; x = x->next)
        assert_int_equal(does(r, host(ACT_KEPT, str_z(&a, x->id), 1, "")), NO_NOT);
    assert_int_equal(does(r, host(ACT_OWN, "", 0, "Vraag?\nEen\nTwee\na\nb\nc\nd\ne")), NO_MANY_DILEMMAS);
}

/* ---- what the room said ------------------------------------------------------------------------------------ */

static void test_spread_and_shift(void **state)
{
    (void)state;
    struct arena a = boot;
    struct room *r = at_round_1(&a);
    does(r, place(1, 1, "subsistence_privacy", 1, false));
    does(r, place(2, 1, "subsistence_privacy", 2, false));
    does(r, place(3, 1, "subsistence_privacy", 5, true));
    struct spread s = room_spread(r, S("subsistence_privacy"), 1, NULL);
    assert_int_equal(s.answered, 3);
    assert_int_equal(s.median, 2);
    assert_int_equal(s.count[4], 1);
    assert_int_equal(s.fences[4], 1);
    assert_int_equal(room_spread(r, S("subsistence_privacy"), 1, r->people[0]->role).answered, 1);
    assert_int_equal(room_answered(r), 3);
    to_step(r, "position_2");
    assert_int_equal(room_answered(r), 0);
    does(r, place(1, 2, "subsistence_privacy", 2, false));
    does(r, place(2, 2, "subsistence_privacy", 2, false));
    assert_int_equal(room_shifted(r, S("subsistence_privacy")), 1);
    assert_int_equal(room_spread(r, S("none_such"), 1, NULL).median, 0);
}

static void test_suggestions_have_reasons(void **state)
{
    (void)state;
    struct arena a = boot;
    int count;
    struct room *r = session(&a, "session");
    assert_int_equal((room_suggest(&a, r, NULL, &count), count), 0);
    join(r, "non_claimant", "aa");
    join(r, "caseworker", "bb");
    to_step(r, "values");
    does(r, person(1, ACT_VALUE, "subsistence", 1, ""));
    does(r, person(2, ACT_VALUE, "privacy", 1, ""));
    struct suggestion *all = room_suggest(&a, r, NULL, &count);
    assert_int_equal(count, 1);
    assert_true(str_eq(all[0].dilemma->id, S("subsistence_privacy")));
    assert_int_equal(all[0].reasons->one, 1);
    struct names signal = {S("shared_households"), NULL};
    all = room_suggest(&a, r, &signal, &count);
    assert_true(count > 1);
    for (int i = 1; i < count; i++)
        assert_true(all[i].weight <= all[i - 1].weight && all[i].reasons && all[i].reasons->why.nl.len);
}

/* ---- played back ---------------------------------------------------------------------------------------------- */

static struct str any_of(struct dice *d, const struct str *from, int count)
{
    return from[dice_below(d, count)];
}

static struct act any_act(struct dice *d)
{
    static const struct str subjects[] = {{"privacy", 7}, {"reach", 5}, {"subsistence_privacy", 19}, {"autonomy_care", 13},
                                          {"own_1", 5}, {"refuser", 7}, {"non_claimant", 12}, {"phone_line", 10}, {"", 0}};
    static const struct str texts[] = {{"", 0}, {"een reden", 9}, {"v\na\nb\n1\n2\n3\n4\n5", 15}, {"\x07", 1}};
    return (struct act){.kind = (enum act_kind)dice_below(d, ACT_CLOSED), .who = (int)dice_below(d, 6),
                        .by_host = dice_below(d, 2) != 0, .subject = any_of(d, subjects, COUNT(subjects)),
                        .text = any_of(d, texts, COUNT(texts)), .choice = (int)dice_below(d, 7) - (dice_below(d, 20) == 0),
                        .round = (int)dice_below(d, 4), .fence = dice_below(d, 3) == 0};
}

/* What was refused changed nothing; what was taken makes the same session again. */
static void test_a_session_played_back_is_the_same(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 60; seed++) {
        struct arena a = boot;
        struct dice d = dice_open(seed, 7);
        struct room *r = session(&a, seed % 2 ? "session" : "half_day"), *again = session(&a, seed % 2 ? "session" : "half_day");
        struct str last = room_write(&a, r, S(""));
        int taken = 0;
        for (int i = 0; i < 400; i++) {
            struct act act = any_act(&d);
            bool took = room_take(r, &act) == NO_NOT;
            struct str now = room_write(&a, r, S(""));
            if (took)
                assert_int_equal(room_take(again, &act), NO_NOT);
            else
                assert_true(str_eq(now, last));
            taken += took;
            last = now;
        }
        assert_true(taken > 20);
        assert_true(str_eq(room_write(&a, again, S("")), last));
    }
}

/* ---- records ------------------------------------------------------------------------------------------------- */

static void test_a_case_reads_back(void **state)
{
    (void)state;
    struct arena a = boot;
    struct names scheme = {S("zorgtoeslag"), NULL};
    struct case_record c = {.id = S("zorg-2026"), .kind = CASE_STOPPED, .schemes = &scheme, .rung = 3, .review_on = 20000,
                            .stopped_on = INT32_MIN}, back;
    struct lacks f = lacks_open(&a);
    case_check(&c, &f);
    assert_int_equal(f.count, 5);          /* four texts that are needed, and why it was stopped */
    for (int i = 0; i < CASE_TEXT_COUNT; i++)
        c.text[i] = str_format(&a, "tekst %d\nmet \"aanhaling\"", i);
    f = lacks_open(&a);
    case_check(&c, &f);
    assert_int_equal(f.count, 0);
    struct str bytes = case_write(&a, &c);
    assert_true(case_read(&a, bytes, &back, &e));
    assert_true(str_eq(case_write(&a, &back), bytes));
    assert_int_equal(back.stopped_on, INT32_MIN);
    assert_false(case_read(&a, S("{\"case\":{\"id\":\"x\"}}"), &back, &e));
    assert_int_equal(e.code, ERR_STORE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_steps_open_and_close),
        cmocka_unit_test(test_values_have_a_most),
        cmocka_unit_test(test_positions_are_ones_own),
        cmocka_unit_test(test_paper_is_typed_in_by_the_host),
        cmocka_unit_test(test_no_session_closes_unheard),
        cmocka_unit_test(test_long_and_odd_texts_are_refused),
        cmocka_unit_test(test_own_dilemma),
        cmocka_unit_test(test_spread_and_shift),
        cmocka_unit_test(test_suggestions_have_reasons),
        cmocka_unit_test(test_a_session_played_back_is_the_same),
        cmocka_unit_test(test_a_case_reads_back),
    };
    return cmocka_run_group_tests(tests, read_library, NULL);
}
