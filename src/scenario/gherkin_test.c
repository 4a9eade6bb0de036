/* SPDX-License-Identifier: EUPL-1.2 */
/* gherkin_test.c: what the reader of scenarios builds, in both languages, and what it refuses, each
 * with its place; hostile files. Not what steps do (run_test.c).
 */
#include "scenario/scenario.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

static struct arena boot;

static void assert_str(struct str got, const char *want)
{
    struct arena tmp = boot;
    assert_string_equal(str_z(&tmp, got), want);
}

static struct feature read_clean(struct arena *a, const char *text)
{
    struct faults f = faults_open(a);
    struct feature out = feature_read(a, S("f"), str_of(text), &f);
    struct buf said = buf_open(a, 1 << 20);
    faults_print(&f, &said);
    assert_str(buf_str(&said), "");
    return out;
}

/* `want` is all that is said, a line for each fault. */
static void assert_faults(const char *text, const char *want)
{
    struct arena tmp = boot;
    struct faults f = faults_open(&tmp);
    feature_read(&tmp, S("f"), str_of(text), &f);
    struct buf said = buf_open(&tmp, 1 << 20);
    faults_print(&f, &said);
    assert_str(buf_str(&said), want);
}

#define ASK "  When I evaluate \"o\" of \"w\"\n  Then output \"o\" is true\n"
#define HEAD "Feature: F\nScenario: s\n  Given the calculation date is \"2025-01-01\"\n"

/* ---- what is built ------------------------------------------------------------------------------------ */

static void test_english(void **s)
{
    (void)s;
    struct arena a = boot;
    struct feature f = read_clean(&a, "\xEF\xBB\xBF# a comment\n@one @two\nFeature: F \n  Given a description\n\n  Background:\n"
        "    Given the calculation date is \"2025-01-01\"\n\n  @wip\n  Scenario: first\r\n    Als in Dutch, a description\n"
        "    # for people\n    When I evaluate \"o\" of \"w\"\n    Then output \"o\" equals -12.50\n    And output \"p\" equals \"x\"\n"
        "  Rule: R\n    Background:\n      Given parameter \"p\" is 3\n    Example: second\n      * * *\n" ASK);
    assert_str(f.name, "F");
    assert_int_equal(f.count, 2);
    const struct scenario *first = f.first, *second = first->next;
    assert_str(first->name, "first");
    assert_int_equal(first->line, 10);
    assert_int_equal(first->column, 3);
    assert_true(scenario_has_tag(first, S("@wip")) && scenario_has_tag(first, S("@one")) && scenario_has_tag(first, S("@two")));
    assert_false(scenario_has_tag(second, S("@wip")));
    assert_true(scenario_has_tag(second, S("@two")));
    const struct scenario_step *step = first->steps;
    assert_int_equal(step->rule, RULE_DATE);
    assert_str(step->values[0], "2025-01-01");
    step = step->next->next;
    assert_int_equal(step->rule, RULE_EQUALS_NUMBER);
    assert_str(step->values[1], "-12.50");
    assert_int_equal(step->next->rule, RULE_EQUALS);
    assert_int_equal(step->next->word, WORD_THEN);
    assert_str(second->rule, "R");
    assert_int_equal(second->steps->next->rule, RULE_PARAMETER_NUMBER);
}

static void test_dutch(void **s)
{
    (void)s;
    struct arena a = boot;
    struct feature f = read_clean(&a, "# language: nl\nFunctionaliteit: F\nAchtergrond:\n"
              "  Gegeven the calculation date is \"2025-01-01\"\n"
        "Abstract Scenario: met <bedrag>\n  Stel parameter \"p\" is <bedrag>\n  En parameter \"q\" is \"<wie>\"\n"
        "  Als I evaluate \"o\" of \"w\"\n"
        "  Dan output \"o\" is true\n  Maar output \"p\" is null\n@een\nVoorbeelden:\n  | bedrag | wie |\n  | 1 | a |\n  | 2 | b |\n"
        "Voorbeelden: meer\n  | wie | bedrag |\n  | c | 3 |\n");
    assert_int_equal(f.count, 3);
    const struct scenario *last = f.first->next->next;
    assert_str(f.first->name, "met 1");
    assert_true(scenario_has_tag(f.first, S("@een")));
    assert_int_equal(f.first->next->example_line, 15);
    assert_str(last->name, "met 3");
    assert_false(scenario_has_tag(last, S("@een")));
    assert_str(last->steps->next->values[1], "3");
    assert_str(last->steps->next->next->values[1], "c");
}

static void test_tables(void **s)
{
    (void)s;
    struct arena a = boot;
    struct feature f = read_clean(&a, HEAD "  Given the following parameters:\n    | a\\|b | c\\\\d\\n\\x |\n    | leeg |  |\n"
        "    # between rows\n    | x | null |\n" ASK);
    const struct table_row *row = f.first->steps->next->rows;
    assert_str(row->cells[0], "a|b");
    assert_str(row->cells[1], "c\\d\n\\x");
    assert_int_equal(row->next->cells[1].len, 0);
    assert_int_equal(row->next->next->line, 8);
    assert_int_equal(row->next->next->columns[1], 11);
    assert_int_equal(f.first->steps->next->row_count, 3);
}

/* Every rule of steps.def can be written, and is read as itself. */
static void test_every_step(void **s)
{
    (void)s;
    static const char *const words[] = {"Given", "When", "Then"};
    for (int i = 0; i < RULE_COUNT; i++) {
        struct arena a = boot;
        assert_true(strlen(step_doc((enum step_rule)i)) > 10);
        bool found = false;
        for (int table = 0; table < 2 && !found; table++) {
            struct buf b = buf_open(&a, 10000);
            buf_print(&b, HEAD "%s ", words[step_word((enum step_rule)i)]);
            for (const char *p = step_pattern((enum step_rule)i); *p; p++) {
                buf_char(&b, *p == '{' ? '7' : *p);
                while (*p == '{' && *(p + 1) && *p != '}')
                    for (p++; *p != '}'; p++)
                        ;
            }
            buf_add(&b, table ? S("\n| a | b |\n" ASK) : S("\n" ASK));
            struct faults f = faults_open(&a);
            struct feature out = feature_read(&a, S("f"), buf_str(&b), &f);
            found = f.count == 0 && out.first && out.first->steps->next->rule == (enum step_rule)i;
        }
        if (!found)
            fail_msg("nothing reads as: %s", step_pattern((enum step_rule)i));
    }
}

/* ---- what is refused ------------------------------------------------------------------------------------ */

static void test_refused(void **s)
{
    (void)s;
    static const struct { const char *text, *want; } cases[] = {
        {"", "f:1:1: no scenario in the file; add one, or remove it\n"},
        {"Scenario: s\n", "f:1:1: a file starts with a Feature; add one\n"},
        {"tekst\nFeature: F\nScenario: s\n" ASK, "f:1:1: a file starts with a Feature; add one\n"},
        {"Feature: F\nFeature: G\nScenario: s\n" ASK, "f:2:1: a second feature; one file has one\n"},
        {"# language: fy\nFeature: F\nScenario: s\n" ASK, "f:1:1: the language 'fy' is not known here; write en or nl\n"},
        {"Feature: F\nScenario:\n" ASK, "f:2:1: a scenario without a name; say what it shows\n"},
        {"Feature: F\nScenario: s\n  Given the calculation date is \"2025-01-01\"\n"
        , "f:2:1: the scenario expects nothing; add a Then\n"},
        {HEAD "  And nonsense\n" ASK, "f:4:3: no step reads 'nonsense'; the nearest is: the following parameters:\n"},
        {HEAD "  Given parameter \"p\" are \"3\"\n" ASK,
         "f:4:3: no step reads 'parameter \"p\" are \"3\"'; the nearest is: parameter \"{name}\" is \"{value}\"\n"},
        {HEAD "  Given parameter \"p\" is drie\n" ASK,
         "f:4:3: no step reads 'parameter \"p\" is drie'; the nearest is: parameter \"{name}\" is \"{value}\"\n"},
        {HEAD "  When I evaluate \"o\" of \"w\"\n  Then output \"o\" is treu\n",
         "f:5:3: no step reads 'output \"o\" is treu'; the nearest is: output \"{output}\" is true\n"},
        {"Feature: F\nScenario: s\n  And law \"w\" is loaded\n"
        ASK, "f:3:3: And and But follow a step; start with Given, When or Then\n"},
        {HEAD ASK "  zomaar\n", "f:6:3: this is no step, table or comment; start it with a keyword, or with # if it is for people\n"},
        {HEAD ASK "  | a |\n", "f:6:1: this step takes no table; remove it\n"},
        {HEAD "  Given the following parameters:\n" ASK, "f:4:3: this step needs a table below it; add one\n"},
        {HEAD "  Given the following parameters:\n  | a | b | c |\n" ASK, "f:5:1: each row here is a name and a value: two cells\n"},
        {HEAD "  Given the following parameters:\n  | a | b |\n  | c |\n"
        ASK, "f:6:3: 1 cells where the first row has 2; make them equal\n"},
        {HEAD "  Given the following parameters:\n  | a | b\n" ASK,
         "f:5:3: a row ends with a bar; close it\nf:5:1: each row here is a name and a value: two cells\n"},
        {"Feature: F\n  | a |\nScenario: s\n" ASK, "f:2:3: a table here belongs to nothing; it stands under a step or Examples\n"},
        {HEAD ASK "  \"\"\"\n  text\n  \"\"\"\n", "f:5:3: this step takes no text below it; remove it\n"},
        {HEAD ASK "  \"\"\"\n  text\n", "f:6:3: this text is never closed; close it with the same three signs\n"},
        {HEAD ASK "@tag\n", "f:6:1: tags that belong to nothing; put them above a scenario\n"},
        {"@een twee\n" HEAD ASK, "f:1:1: 'twee' is no tag; a tag starts with @\n"},
        {HEAD ASK "Background:\n", "f:6:1: a Background comes once, before the first scenario; move it up\n"},
        {"Feature: F\nBackground:\n" ASK "Scenario: s\n" ASK,
         "f:3:3: a Background only gives; asking and expecting belong to a scenario\n"
         "f:4:3: a Background only gives; asking and expecting belong to a scenario\n"},
        {"Feature: F\nExamples:\nScenario: s\n" ASK, "f:2:1: Examples without a scenario above them\n"},
        {"Feature: F\nScenario Outline: s\n" ASK, "f:2:1: an outline without Examples; add a table, or make it a Scenario\n"},
        {HEAD ASK "Examples:\n  | a |\n", "f:6:1: Examples without an example; add a head and a row\n"},
        {HEAD ASK "Examples:\n  | a |\n  | 1 |\n", "f:7:5: no step uses <a>; remove the column\n"},
        {HEAD "  Given parameter \"p\" is <b>\n" ASK "Examples:\n  | b | b |\n  | 1 | 2 |\n", "f:8:9: a second column 'b'; keep one\n"},
        {HEAD "  Given parameter \"p\" is \"<c>\"\n" ASK "Examples:\n  | b |\n  | 1 |\n",
         "f:4:3: the examples have no column 'c'; add it, or mend the name\nf:8:5: no step uses <b>; remove the column\n"},
        {HEAD "  Given parameter \"p\" is <b>\n" ASK "Examples:\n  | b |\n  | 1 |\n  When I evaluate \"o\" of \"w\"\n",
         "f:10:3: a step after Examples; steps come before them\n"},
    };
    for (int i = 0; i < COUNT(cases); i++)
        assert_faults(cases[i].text, cases[i].want);
}

/* All faults at once. */
static void test_many_faults(void **s)
{
    (void)s;
    assert_faults(HEAD "  Given x\n  Given y\n" ASK "Scenario: t\n  Then z\n",
                  "f:4:3: no step reads 'x'; the nearest is: the following parameters:\n"
                  "f:5:3: no step reads 'y'; the nearest is: the following parameters:\n"
                  "f:9:3: no step reads 'z'; the nearest is: the execution succeeds\n");
}

/* ---- hostile files ----------------------------------------------------------------------------------------- */

static struct str repeated(struct arena *a, const char *before, const char *line, int times, const char *after)
{
    struct buf b = buf_open(a, LIMIT_BUF);
    buf_add(&b, str_of(before));
    for (int i = 0; i < times; i++)
        buf_add(&b, str_of(line));
    buf_add(&b, str_of(after));
    return buf_str(&b);
}

static void assert_first_fault(struct arena *a, struct str text, int line, const char *words)
{
    struct faults f = faults_open(a);
    feature_read(a, S("f"), text, &f);
    assert_true(f.count > 0);
    assert_int_equal(f.first->line, line);
    if (str_find(f.first->text, str_of(words)) < 0)
        fail_msg("'%s' is not in: %s", words, str_z(a, f.first->text));
}

static void test_hostile(void **s)
{
    (void)s;
    struct arena a = boot;
    assert_first_fault(&a, (struct str){HEAD "\0", sizeof HEAD}, 4, "UTF-8");
    assert_first_fault(&a, S(HEAD "  Given law \"\xC3(\" is loaded\n" ASK), 4, "UTF-8");
    a = boot;
    assert_first_fault(&a, repeated(&a, "Feature: F\n", "x", LIMIT_GHERKIN_BYTES, ""), 1, "more than 1048576 bytes");
    a = boot;
    assert_first_fault(&a, repeated(&a, HEAD "  Given the following parameters:\n", "|a|b|\n", LIMIT_GHERKIN_ROWS + 5, ASK),
                       LIMIT_GHERKIN_ROWS + 5, "rows in a table");
    a = boot;
    assert_first_fault(&a, repeated(&a, HEAD "  Given the following parameters:\n|", "a|", LIMIT_GHERKIN_CELLS + 1, "\n" ASK), 5,
                       "cells in a row");
    a = boot;
    assert_first_fault(&a, repeated(&a, HEAD, "Given law \"w\" is loaded\n", LIMIT_GHERKIN_STEPS, ASK), 2, "more than 20000 steps");
}

/* What is small in the file and large when written out: examples times background, tables and texts. */
static void test_bombs(void **s)
{
    (void)s;
    struct arena a = boot;
    struct str background = repeated(&a, "Feature: F\nBackground:\n", "Given law \"w\" is loaded\n"
              , 1000, "Scenario: s <i>\n" ASK "Examples:\n|i|\n");
    assert_first_fault(&a, repeated(&a, str_z(&a, background), "|1|\n", 900, ""), 1003, "steps, examples written out");
    a = boot;
    struct str table = repeated(&a, HEAD "Given the following parameters:\n", "|<i>|<i>|\n", 900, ASK "Examples:\n|i|\n|");
    table = repeated(&a, str_z(&a, table), "x", 20000, "|\n|y|\n");
    assert_first_fault(&a, table, 909, "written out are more than");
    a = boot;
    struct str wide = repeated(&a, HEAD "Given law \"", "<i>", 30000, "\" is loaded\n" ASK "Examples:\n|i|\n|");
    assert_first_fault(&a, repeated(&a, str_z(&a, wide), "x", 5000, "|\n"), 9, "written out are more than");
}

static int open_boot(void **s)
{
    (void)s;
    boot = arena_open(LIMIT_ARENA_BOOT);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_english), cmocka_unit_test(test_dutch), cmocka_unit_test(test_tables),
        cmocka_unit_test(test_every_step), cmocka_unit_test(test_refused), cmocka_unit_test(test_many_faults),
        cmocka_unit_test(test_hostile), cmocka_unit_test(test_bombs),
    };
    return cmocka_run_group_tests(tests, open_boot, NULL);
}
