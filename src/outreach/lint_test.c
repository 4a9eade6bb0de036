/* SPDX-License-Identifier: EUPL-1.2 */
/* lint_test.c: no template that lacks what a letter must have gets through, and the shipped ones do.
 */
#include "outreach/files_test.h"
#include "outreach/template.h"

#include <dirent.h>

static struct arena boot;

static void test_shipped_templates_are_clean(void **state)
{
    (void)state;
    static const char *const paths[] = {"method/letters/signal.nl.txt", "method/letters/signal.en.txt"};
    for (int i = 0; i < COUNT(paths); i++) {
        struct faults f = faults_open(&boot), hints = faults_open(&boot);
        struct template *t = template_read(&boot, str_of(paths[i]), slurp(&boot, paths[i]), &f);
        struct buf out = buf_open(&boot, 1 << 16);
        if (t)
            template_hints(t, &hints);
        faults_print(&f, &out);
        faults_print(&hints, &out);
        if (!t || out.len)
            fail_msg("%.*s", (int)out.len, out.at);
        assert_int_equal(template_rung(t), 3);
        assert_true(str_eq(template_name(t), S("signal")));
        assert_true(str_eq(template_lang(t), i ? S("en") : S("nl")));
    }
}

static void check_bad(const char *name)
{
    struct faults f = faults_open(&boot);
    struct str text = slurp(&boot, str_z(&boot, str_format(&boot, "tests/outreach/bad/%s", name)));
    struct template *t = template_read(&boot, str_of(name), text, &f);
    struct buf out = buf_open(&boot, 1 << 16);
    faults_print(&f, &out);
    if (t || f.count == 0)
        fail_msg("%s was let through", name);
    char *want = str_z(&boot, str_format(&boot, "tests/outreach/bad/%.*s.want", (int)strlen(name) - 4, name));
    assert_golden(&boot, want, buf_str(&out));
}

static void test_bad_templates_are_refused_with_all_faults(void **state)
{
    (void)state;
    DIR *dir = opendir("tests/outreach/bad");
    assert_non_null(dir);
    int count = 0;
    for (struct dirent *d; (d = readdir(dir));)
        if (str_ends(str_of(d->d_name), S(".txt"))) {
            check_bad(d->d_name);
            count++;
        }
    closedir(dir);
    assert_true(count >= 45);
}

/* Every mandatory part, placeholder and word, one by one: whatever is in elements.def is enforced. */
static void test_every_mandatory_part_is_missed(void **state)
{
    (void)state;
    struct str whole = slurp(&boot, "method/letters/signal.nl.txt");
    for (int i = 0; i < PART_COUNT; i++) {
        if (part_rules[i].when != ALWAYS)
            continue;
        struct str head = str_format(&boot, "== %.*s ==", STR_ARG(part_rules[i].name));
        ptrdiff_t from = str_find(whole, head);
        assert_true(from >= 0);
        struct str after = str_slice(whole, from + head.len, whole.len);
        ptrdiff_t next = str_find(after, S("\n== "));
        struct str rest = next < 0 ? S("") : str_slice(after, next, after.len);
        struct str without = str_format(&boot, "%.*s%.*s", (int)from, whole.at, STR_ARG(rest));
        struct faults f = faults_open(&boot);
        assert_null(template_read(&boot, S("t"), without, &f));
        struct buf out = buf_open(&boot, 1 << 16);
        faults_print(&f, &out);
        struct str want = str_format(&boot, "the part '%.*s' is missing", STR_ARG(part_rules[i].name));
        assert_true(str_find(buf_str(&out), want) >= 0);
    }
}

static void test_ceilings(void **state)
{
    (void)state;
    struct faults f = faults_open(&boot);
    char *big = arena_new(&boot, char, LIMIT_TEMPLATE_BYTES + 1);
    memset(big, 'x', LIMIT_TEMPLATE_BYTES + 1);
    assert_null(template_read(&boot, S("t"), (struct str){big, LIMIT_TEMPLATE_BYTES + 1}, &f));
    assert_int_equal(f.count, 1);
    struct buf many = buf_open(&boot, LIMIT_TEMPLATE_BYTES);
    for (int i = 0; i < 1000; i++)
        buf_add(&many, S("== extra ==\nx\n"));
    f = faults_open(&boot);
    assert_null(template_read(&boot, S("t"), buf_str(&many), &f));
    assert_true(f.count > 900);
    f = faults_open(&boot);
    assert_null(template_read(&boot, S("t"), S("== extra ==\n\xff\n"), &f));
    assert_int_equal(f.count, 1);
}

static void test_hints_do_not_refuse(void **state)
{
    (void)state;
    struct str whole = slurp(&boot, "method/letters/signal.nl.txt");
    struct str text = str_format(&boot, "%.*s\n== extra ==\nEen twee drie vier vijf zes zeven acht negen tien elf twaalf "
                                 "dertien veertien vijftien zestien zeventien achttien negentien twintig eenentwintig.\n"
                                 "Derhalve is dit moeilijk.\n", STR_ARG(whole));
    struct faults f = faults_open(&boot), hints = faults_open(&boot);
    struct template *t = template_read(&boot, S("t"), text, &f);
    assert_non_null(t);
    template_hints(t, &hints);
    assert_int_equal(hints.count, 2);
    assert_true(str_find(hints.first->text, S("a sentence of 21 words")) >= 0);
    assert_true(str_find(hints.first->next->text, S("\"derhalve\"")) >= 0);
    assert_int_equal(hints.first->next->line, hints.first->line + 1);
}

static void test_words(void **state)
{
    (void)state;
    assert_true(text_says(S("Dat KAN."), S("mag|kan")));
    assert_false(text_says(S("kansen"), S("kan")));
    assert_true(text_says(S("kansen"), S("kan*")));
    assert_false(text_says(S("bekende"), S("kende")));
    assert_true(text_says(S("u hebt\n  recht"), S("u hebt recht")));
    assert_false(text_says(S("caf\xc3\xa9s"), S("caf")));
    assert_false(text_says(S("iets"), S("")));
    assert_false(text_says(S(""), S("x")));
}

static void test_sentences(void **state)
{
    (void)state;
    struct str rest = S("Een is \xe2\x82\xac 1.573. Twee?\n- drie\n- vier\n\nvijf {zes} - 7"), s;
    static const char *const want[] = {"Een is \xe2\x82\xac 1.573.", "Twee?", "- drie", "- vier", "vijf {zes} - 7"};
    static const int words[] = {3, 1, 1, 1, 3};
    for (int i = 0; i < COUNT(want); i++) {
        assert_true(sentence_next(&rest, &s));
        assert_string_equal(str_z(&boot, s), want[i]);
        if (i > 0)
            assert_int_equal(sentence_words(s), words[i]);
    }
    assert_false(sentence_next(&rest, &s));
}

static void test_wrapping(void **state)
{
    (void)state;
    struct buf out = buf_open(&boot, 1 << 16);
    text_wrap(S("- aaaaaaaaaa aaaaaaaaaa aaaaaaaaaa aaaaaaaaaa aaaaaaaaaa aaaaaaaaaa aaaaaaaaa \xe2\x82\xac 1 b\n- c"), FLOW, &out);
    assert_string_equal(str_z(&boot, buf_str(&out)),
                        "- aaaaaaaaaa aaaaaaaaaa aaaaaaaaaa aaaaaaaaaa aaaaaaaaaa aaaaaaaaaa aaaaaaaaa\n"
                        "  \xe2\x82\xac 1 b\n- c\n");
    char *word = arena_new(&boot, char, 200);
    memset(word, 'x', 200);
    out = buf_open(&boot, 1 << 16);
    text_wrap((struct str){word, 200}, LINES, &out);
    assert_int_equal(str_find(buf_str(&out), S("\n")), 80);
    assert_int_equal(buf_str(&out).len, 203);
    for (int n = 0; n < 400; n++) { /* a cut never falls inside a character */
        struct buf text = buf_open(&boot, 4096), wrapped = buf_open(&boot, 8192);
        for (int i = 0; i < n; i++)
            buf_add(&text, i % 7 == 3 ? S(" ") : S("\xc3\xab"));
        text_wrap(buf_str(&text), n % 2 ? FLOW : LINES, &wrapped);
        assert_true(str_is_utf8(buf_str(&wrapped)));
    }
}

int main(void)
{
    boot = arena_open(LIMIT_ARENA_BOOT);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_shipped_templates_are_clean),
        cmocka_unit_test(test_bad_templates_are_refused_with_all_faults),
        cmocka_unit_test(test_every_mandatory_part_is_missed),
        cmocka_unit_test(test_ceilings),
        cmocka_unit_test(test_hints_do_not_refuse),
        cmocka_unit_test(test_words),
        cmocka_unit_test(test_sentences),
        cmocka_unit_test(test_wrapping),
    };
    return cmocka_run_group_tests_name("lint", tests, NULL, NULL);
}
