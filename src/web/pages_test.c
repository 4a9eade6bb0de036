/* SPDX-License-Identifier: EUPL-1.2 */
/* pages_test.c: what stands on a page: escaping of hostile text, numbers and dates in two
 * languages, paths, plots and explanations. Without a server.
 */
#include "web/chart.h"
#include "web/trace.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

static struct arena a;

static int open_arena(void **s)
{
    (void)s;
    if (!a.at)
        a = arena_open(LIMIT_ARENA_BOOT);
    return 0;
}

static void is(struct str got, const char *want)
{
    if (!str_eq(got, str_of(want)))
        fail_msg("got:  " STR_FMT "\nwant: %s", STR_ARG(got), want);
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

#define WRITTEN(type, lang, value) written_##type(lang, value)
#define MAKE(type, c)                                       \
    static struct str written_##type(enum lang lang, c value) \
    {                                                       \
        struct buf b = buf_open(&a, 4096);                  \
        write_##type(&b, lang, value);                      \
        return buf_str(&b);                                 \
    }
MAKE(count, int64_t)
MAKE(cents, int64_t)
MAKE(euros, int64_t)
MAKE(date, int32_t)
MAKE(moment, int64_t)
MAKE(permille, int64_t)
MAKE(tenths, int64_t)
MAKE(link, struct str)
MAKE(url, struct str)

static void numbers_read_as_in_the_language(void **s)
{
    (void)s;
    is(WRITTEN(count, LANG_NL, 0), "0");
    is(WRITTEN(count, LANG_NL, 999), "999");
    is(WRITTEN(count, LANG_NL, 1000), "1.000");
    is(WRITTEN(count, LANG_EN, -1234567), "-1,234,567");
    is(WRITTEN(count, LANG_EN, INT64_MIN), "-9,223,372,036,854,775,808");
    is(WRITTEN(cents, LANG_NL, 157342), "€\u00a01.573,42");
    is(WRITTEN(cents, LANG_EN, 157342), "€1,573.42");
    is(WRITTEN(cents, LANG_NL, -5), "€\u00a0-0,05");
    is(WRITTEN(cents, LANG_EN, -100001), "-€1,000.01");
    is(WRITTEN(euros, LANG_NL, 157350), "€\u00a01.574");
    is(WRITTEN(euros, LANG_NL, 157349), "€\u00a01.573");
    is(WRITTEN(euros, LANG_EN, -49), "€0");
    is(WRITTEN(permille, LANG_NL, 432), "43.2%");
    is(WRITTEN(tenths, LANG_EN, 25), "2.5em");
}

static void dates_read_as_in_the_language(void **s)
{
    (void)s;
    int32_t date;
    assert_true(date_from_civil(2025, 1, 1, &date));
    is(WRITTEN(date, LANG_NL, date), "1 januari 2025");
    is(WRITTEN(date, LANG_EN, date), "1 January 2025");
    is(WRITTEN(date, LANG_NL, INT32_MIN), "niet bekend");
    is(WRITTEN(moment, LANG_NL, (int64_t)date * 86400000 + 3723000), "1 januari 2025, 01:02 UTC");
    is(WRITTEN(moment, LANG_EN, -1), "31 December 1969, 23:59 UTC");
    is(WRITTEN(moment, LANG_EN, INT64_MAX), "not known");
}

static void addresses_stay_within_their_kind(void **s)
{
    (void)s;
    is(WRITTEN(link, LANG_NL, S("/beleid")), "/beleid");
    is(WRITTEN(link, LANG_NL, S("//evil.example")), "#");
    is(WRITTEN(link, LANG_NL, S("/\\evil.example")), "#");
    is(WRITTEN(link, LANG_NL, S("javascript:alert(1)")), "#");
    is(WRITTEN(url, LANG_NL, S("https://wetten.overheid.nl/?a=1&b=\"2\"")), "https://wetten.overheid.nl/?a=1&amp;b=&quot;2&quot;");
    is(WRITTEN(url, LANG_NL, S("javascript:alert(1)")), "#");
    is(WRITTEN(url, LANG_NL, S("http://example.nl")), "#");
}

static const char hostile[] = "<script>alert('x')</script>\"onmouseover=\"y&z";

static void hostile_text_is_escaped_everywhere(void **s)
{
    (void)s;
    struct str x = str_of(hostile);
    struct phrase p = {x, x};
    const struct html *leaf = page_trace_leaf(&a, LANG_NL, false, p, page_value_text(&a, LANG_NL, x), p,
                                              page_trace_where(&a, LANG_NL, x, x, x, x, x), x);
    const struct html *pages[] = {
        leaf,
        page_account_row(&a, LANG_EN, 1, 0, p, x, p, x),
        page_law_article(&a, LANG_NL, x, x, x, page_law_rule(&a, LANG_NL, x, x)),
        page_policy(&a, LANG_NL, p, x, false, x, 0, 0, x, x, x, page_policy_heading(&a, LANG_NL, x)),
        page_layout(&a, LANG_EN, p, x, S(""), x, NULL, x, x, leaf, true, page_who(&a, LANG_EN, x, x, x, x)),
        chart_funnel(&a, LANG_NL, S("c"), p, p, x, (struct chart_bar[]){{p, 1, 1, p, false}}, 1),
    };
    for (int i = 0; i < COUNT(pages); i++) {
        struct str html = html_bytes(pages[i]);
        lacks(html, "<script");
        lacks(html, "\"onmouseover");
        holds(html, "&lt;script&gt;");
        holds(html, "&quot;onmouseover=&quot;y&amp;z");
    }
}

static void every_path_finds_its_route(void **s)
{
    (void)s;
    static const char *const first[ROUTE_COUNT] = {
        [ROUTE_REASON] = "zorgtoeslag", [ROUTE_RESIDENT] = "00112233445566778899aabbccddeeff",
        [ROUTE_LAW] = "wet_op_iets", [ROUTE_STATIC] = "0123456789abcdef", [ROUTE_CASE] = "proef", [ROUTE_CASE_EDIT] = "proef",
        [ROUTE_CASE_EDIT_SEND] = "proef", [ROUTE_SESSION_OPEN] = "proef", [ROUTE_CONSOLE] = "0123456789abcdef",
        [ROUTE_CONSOLE_SEND] = "0123456789abcdef", [ROUTE_SCREEN] = "0123456789abcdef", [ROUTE_REPORT] = "0123456789abcdef",
        [ROUTE_PAPER] = "0123456789abcdef", [ROUTE_SESSION_EVENTS] = "0123456789abcdef", [ROUTE_SEAT] = "0123456789abcdef",
        [ROUTE_SEAT_SEND] = "0123456789abcdef", [ROUTE_SEAT_EVENTS] = "0123456789abcdef",
        [ROUTE_DECISION] = "zaak-1", [ROUTE_DECISION_SAVE] = "zaak-1", [ROUTE_DECISION_APPROVE] = "zaak-1",
        [ROUTE_DECISION_FILE] = "zaak-1",
        [ROUTE_ASSURE] = "zaak-1", [ROUTE_ASSURE_SEND] = "zaak-1", [ROUTE_PAPER_DOCUMENT] = "zaak-1",
        [ROUTE_PAPER_COUNCIL] = "zaak-1", [ROUTE_PAPER_RESIDENT] = "zaak-1", [ROUTE_PAPER_INSTRUCTION] = "zaak-1",
        [ROUTE_PAPER_REGISTER] = "zaak-1", [ROUTE_PAPER_REGISTER_FILE] = "zaak-1"};
    static const char *const second[ROUTE_COUNT] = {
        [ROUTE_REASON] = "not_entitled", [ROUTE_RESIDENT] = "zorgtoeslag", [ROUTE_LAW] = "2025-01-01", [ROUTE_STATIC] = "hoort.css"};
    for (int r = 0; r < ROUTE_COUNT; r++)
        for (int lang = 0; lang < 2; lang++) {
            struct target t;
            struct str path = route_path(&a, (enum lang)lang, (enum route)r, str_of(first[r]), str_of(second[r]));
            assert_true(route_find(route_method((enum route)r), path, &t));
            assert_true(route_may((enum route)r) != 0);
            assert_int_equal(t.route, r);
            bool alike = str_eq(path, route_path(&a, LANG_NL, (enum route)r, str_of(first[r]), str_of(second[r])));
            assert_int_equal(t.lang, alike ? LANG_NL : lang);
            assert_true(str_eq(t.params[0], str_of(first[r])));
            assert_true(str_eq(t.params[1], str_of(second[r])));
        }
}

static void wrong_paths_find_none(void **s)
{
    (void)s;
    static const char *const wrong[] = {
        "", "beleid", "/beleid/", "//", "/en", "/regels/wet/2025-02-30", "/regels/Wet/2025-01-01", "/regels//2025-01-01",
        "/inwoner/00112233445566778899aabbccddeef/z", "/inwoner/00112233445566778899AABBCCDDEEFF/z", "/weigering/z/",
        "/static/0123456789abcdef/../x", "/static/0123456789abcdef/a/b", "/inwoner/00112233445566778899aabbccddeeff/z/y"};
    struct target t;
    for (int i = 0; i < COUNT(wrong); i++)
        if (route_find(ROUTE_BY_GET, str_of(wrong[i]), &t) || route_find(ROUTE_BY_POST, str_of(wrong[i]), &t))
            fail_msg("%s found a route", wrong[i]);
}

static void bars_are_as_long_as_their_numbers(void **s)
{
    (void)s;
    assert_int_equal(chart_share(0, 10), 0);
    assert_int_equal(chart_share(5, 10), 500);
    assert_int_equal(chart_share(10, 10), 1000);
    assert_int_equal(chart_share(1, 1000000), 4);          /* small is not nothing */
    assert_int_equal(chart_share(3, 0), 0);
    assert_int_equal(chart_share(INT64_MAX, INT64_MAX), 1000);
    struct phrase all = {S("alle"), S("all")}, some = {S("deel"), S("part")}, may = {S("misschien"), S("possibly")};
    struct chart_bar bars[] = {{all, 2000, 0, may, false}, {some, 500, 250, may, false}};
    struct str svg = html_bytes(chart_funnel(&a, LANG_EN, S("c"), all, some, S("synthetic"), bars, 2));
    holds(svg, "<title id=\"c-title\">all</title>");
    holds(svg, "<desc id=\"c-desc\">part</desc>");
    holds(svg, "width=\"100.0%\"");
    holds(svg, "width=\"25.0%\"");
    holds(svg, "x=\"25.0%\"");                             /* possible begins where certain ends */
    holds(svg, "width=\"12.5%\"");
    holds(svg, "2,000");
    holds(svg, "(+ 250 possibly)");
    holds(svg, "Synthetic data");
    svg = html_bytes(chart_funnel(&a, LANG_EN, S("c"), all, some, S(""), bars, 2));
    lacks(svg, "Synthetic data");
}

static int count_of(struct str all, const char *part)
{
    int n = 0;
    for (ptrdiff_t at; (at = str_find(all, str_of(part))) >= 0; all = str_slice(all, at + 1, all.len))
        n++;
    return n;
}

static void spans_run_from_the_least_to_the_most(void **s)
{
    (void)s;
    struct phrase p = {S("alle <b>"), S("all <b>")}, a_name = {S("A"), S("A")};
    struct chart_span spans[] = {{a_name, S("10 tot 50"), true, 10, 50, false, false},
                                 {a_name, S("100"), true, 100, 100, false, false},
                                 {a_name, S("0 of meer"), true, 0, 0, false, true},
                                 {a_name, S("niet bekend"), false, 0, 0, false, false}};
    struct str svg = html_bytes(chart_spans(&a, LANG_EN, S("c"), p, p, S("synthetic"), spans, 4, 100));
    holds(svg, "<title id=\"c-title\">all &lt;b&gt;</title>");
    holds(svg, "<line class=\"hoort-chart__span\" x1=\"11.6%\" x2=\"50.0%\"");    /* 2% + 10 and 50 of 96% */
    holds(svg, "<svg x=\"98.0%\"");                                                  /* one number: one mark */
    holds(svg, "<line class=\"hoort-chart__open\" x1=\"2.0%\" x2=\"98.0%\"");
    holds(svg, "niet bekend");
    holds(svg, "Synthetic data");
    assert_int_equal(count_of(svg, "hoort-chart__axis"), 3);                         /* nothing is drawn of what is not known */
    svg = html_bytes(chart_spans(&a, LANG_EN, S("c"), p, p, S(""), &spans[3], 1, 0));
    lacks(svg, "Synthetic data");
}

static void points_have_shapes_and_words(void **s)
{
    (void)s;
    struct phrase p = {S("x"), S("x")};
    struct chart_axis axes[2] = {{p, 0, 100, S("0"), S("100")}, {p, 0, 10, S("0"), S("10")}};
    struct chart_point points[] = {{{0, 0}, {0, 0}, S("links"), 0, false},
                                   {{50, 2}, {50, 8}, S("midden"), 0, true},
                                   {{100, 10}, {100, 10}, S("<rechts>"), 1, false},
                                   {{100, 10}, {100, 10}, S("<rechts>"), 2, false}};
    struct str svg = html_bytes(chart_points(&a, LANG_NL, S("c"), p, p, S("synthetic"), axes, points, 4));
    assert_int_equal(count_of(svg, "hoort-chart__ring"), 1);
    assert_int_equal(count_of(svg, "hoort-chart__path"), 1);                         /* one line: a series of two */
    assert_int_equal(count_of(svg, "hoort-chart__whisker"), 2);                      /* only where it is not one number */
    assert_int_equal(count_of(svg, "&lt;rechts&gt;"), 1);                              /* said once where two coincide */
    for (int i = 0; i < 3; i++)
        holds(svg, str_z(&a, str_format(&a, "d=\"%s\"", chart_shape(i))));
    holds(svg, ">links<");
    /* More than there is room for: every point is there, and words never cross. */
    enum { MANY = 300 };
    struct chart_point *all = arena_new(&a, struct chart_point, MANY);
    for (int i = 0; i < MANY; i++)
        all[i] = (struct chart_point){{i % 100, i % 10}, {i % 100, i % 10}, str_format(&a, "stand %d", i), i / 40, i == 7};
    svg = html_bytes(chart_points(&a, LANG_NL, S("c"), p, p, S(""), axes, all, MANY));
    assert_int_equal(count_of(svg, "class=\"hoort-chart__point\""), MANY);
    assert_true(count_of(svg, ">stand ") > 10 && count_of(svg, ">stand ") < MANY);
    holds(svg, ">stand 7<");
    axes[0].to = axes[1].to = 0;                                                     /* all the same: in the middle */
    holds(html_bytes(chart_points(&a, LANG_NL, S("c"), p, p, S(""), axes, points, 1)), "<svg x=\"50.0%\"");
}

static void bars_in_parts_are_told_apart_without_colour(void **s)
{
    (void)s;
    struct phrase certain = {S("zeker"), S("certain")}, not = {S("niet"), S("not")}, name = {S("proef"), S("trial")};
    struct chart_stack bar = {name, {{certain, S("250"), 250}, {certain, S("1"), 1}, {not, S(""), 749}, {not, S(""), 0}}};
    struct str svg = html_bytes(chart_stacks(&a, LANG_NL, S("c"), name, name, S("synthetisch"), &bar, 1));
    holds(svg, "width=\"25.0%\" height=\"1.2em\" fill=\"url(#c-0)\"");
    holds(svg, "width=\"0.4%\"");                        /* small is not nothing */
    holds(svg, "fill=\"none\"");
    lacks(svg, "fill=\"url(#c-3)\"");
    holds(svg, "250 zeker");
    lacks(svg, "749");
    holds(svg, "Synthetische gegevens");
}

/* ---- explanations ---------------------------------------------------------------------------------- */

static struct visit visit_in(enum lang lang)
{
    return (struct visit){.a = &a, .lang = lang};
}

static void a_trace_unfolds_with_sources_and_articles(void **s)
{
    (void)s;
    struct visit v = visit_in(LANG_NL);
    struct fact income = {.type = FACT_AMOUNT, .label = {S("uw inkomen"), S("your income")}};
    struct trace fact = {.kind = TRACE_FACT, .name = S("inkomen"), .fact = &income, .label = income.label,
                         .source = S("Belastingdienst"), .as_of = 20000, .state = CELL_PRESENT, .value = S("250000")};
    struct trace sum = {.kind = TRACE_OPERATION, .name = S("ADD"), .state = CELL_PRESENT, .value = S("250000"), .first = &fact, .count = 1};
    struct legal_basis basis = {.law = S("Wet X"), .article = S("3"), .paragraph = S("2"), .url = S("https://example.nl/3")};
    struct trace out = {.kind = TRACE_OUTPUT, .name = S("totaal_inkomen"), .law = S("wet_x"), .article = S("3"), .basis = &basis,
                        .state = CELL_PRESENT, .value = S("250000"), .first = &sum, .count = 1,
                        .sentence = {S("Wij tellen op."), S("We add up.")}};
    struct str html = html_bytes(trace_lines(&v, NULL, &out));
    holds(html, "<details open>");
    holds(html, "totaal inkomen");
    holds(html, "Wij tellen op.");
    holds(html, "Zo bepaald: bij elkaar opgeteld");
    holds(html, "artikel 3 lid 2");
    holds(html, "href=\"https://example.nl/3\"");
    holds(html, "uw inkomen");
    holds(html, "€\u00a02.500,00");
    holds(html, "(Belastingdienst)");
    struct explanation x = {.entitled = &out, .amount = &out};
    html = html_bytes(trace_facts(&v, NULL, &x));
    holds(html, "uw inkomen");
    holds(html, "4 oktober 2024");
    assert_int_equal(str_find(str_slice(html, str_find(html, S("<tr")) + 3, html.len), S("<tr")), -1); /* each fact once */
    assert_null(trace_lines(&v, NULL, NULL));
}

static void every_word_is_there_in_both_languages(void **s)
{
    (void)s;
    for (int w = 0; w < WORD_COUNT; w++) {
        struct phrase p = word((enum word)w);
        assert_true(p.nl.len && p.en.len && str_is_utf8(p.nl) && str_is_utf8(p.en));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_read_as_in_the_language),
        cmocka_unit_test(dates_read_as_in_the_language),
        cmocka_unit_test(addresses_stay_within_their_kind),
        cmocka_unit_test(hostile_text_is_escaped_everywhere),
        cmocka_unit_test(every_path_finds_its_route),
        cmocka_unit_test(wrong_paths_find_none),
        cmocka_unit_test(bars_are_as_long_as_their_numbers),
        cmocka_unit_test(spans_run_from_the_least_to_the_most),
        cmocka_unit_test(points_have_shapes_and_words),
        cmocka_unit_test(bars_in_parts_are_told_apart_without_colour),
        cmocka_unit_test(a_trace_unfolds_with_sources_and_articles),
        cmocka_unit_test(every_word_is_there_in_both_languages),
    };
    return cmocka_run_group_tests(tests, open_arena, NULL);
}
