/* SPDX-License-Identifier: EUPL-1.2 */
/* pack_test.c: the overview of the laws: what counts where, on a made-up pack (tests/cli/law-list-pack) and on ours; and
 * docs/schemes.md, which is written from it (HOORT_BLESS=1 rewrites it). How the verb prints it is held in tests/cli.
 */
#include "place_test.h"

#define PAGE "docs/schemes.md"

static struct pack pack_of(struct str folder, const char *day, bool run)
{
    struct law_set *set = arena_new(&boot, struct law_set, 1);
    struct faults faults = faults_open(&boot), missing = faults_open(&boot);
    struct pack pack;
    int32_t on;
    assert_true(date_parse(str_of(day), &on));
    ok(app_laws(&boot, &folder, 1, set, &faults, &missing, &e));
    assert_int_equal(faults.count, 0);
    ok(app_pack(&boot, set, &folder, 1, on, run, &pack, &e));
    return pack;
}

static const struct pack_row *row_of(const struct pack_row *row, const char *id, int year)
{
    for (; row; row = row->next)
        if (str_eq(row->scheme ? row->scheme->id : row->law->id, str_of(id)) && row->year == year)
            return row;
    return NULL;
}

static void counted(struct pack_count n, int all, int passed, int failed, int skipped)
{
    assert_int_equal(n.all, all);
    assert_int_equal(n.passed, passed);
    assert_int_equal(n.failed, failed);
    assert_int_equal(n.skipped, skipped);
}

/* A case of 2027 counts with 2026, the last year; what asks the outcome of one scheme does not count for the other. */
static void test_what_counts_where(void **s)
{
    (void)s;
    struct pack pack = pack_of(S("tests/cli/law-list-pack/p"), "2026-03-01", true);
    const struct pack_row *first = row_of(pack.schemes, "bijdrage", 2025), *last = row_of(pack.schemes, "bijdrage", 2026);
    const struct pack_row *extra = row_of(pack.schemes, "extra", 2025), *law = row_of(pack.laws, "bedragenregeling", 0);
    assert_true(first && last && extra && law);
    assert_null(row_of(pack.schemes, "extra", 2026)); /* nothing that it leans on is new then */
    counted(first->oracles, 2, 2, 0, 0);
    counted(last->oracles, 2, 1, 1, 0);
    counted(extra->oracles, 2, 2, 0, 0);
    counted(first->scenarios, 1, 1, 0, 0);
    counted(last->scenarios, 1, 0, 0, 1);
    counted(pack.oracles, 5, 4, 1, 0);
    counted(pack.scenarios, 3, 2, 0, 1);
    counted(pack.loose, 1, 1, 0, 0);
    assert_int_equal(first->ceiling->rung, 4);   /* 31 December 2025 */
    assert_null(extra->ceiling);
    assert_int_equal(first->bylaw_count, 2);
    assert_true(str_eq(first->bylaws[0]->gemeente_code, S("GM0363")));
    assert_int_equal(law->versions, 2);
    assert_true(str_eq(law->law->name, S("Bedragenregeling 2026")));
    assert_int_equal(pack.source_count, 3);
    assert_true(str_eq(first->sources->document, S("\"Wat krijg ik?\", De dienst, https://example.nl/blad, read 1 October 2025")));
    assert_int_equal(last->sources->failed, 1);
}

/* The day asked is the day of its year; read only, nothing passes. */
static void test_on_a_day(void **s)
{
    (void)s;
    struct pack pack = pack_of(S("tests/cli/law-list-pack/p"), "2025-03-01", false);
    const struct pack_row *row = row_of(pack.schemes, "bijdrage", 2025);
    assert_int_equal(row->ceiling->rung, 2);
    counted(row->oracles, 2, 0, 0, 0);
    counted(pack.scenarios, 3, 0, 0, 1);
    assert_true(str_eq(row_of(pack.laws, "bedragenregeling", 0)->law->name, S("Bedragenregeling 2025")));
}

/* ---- docs/schemes.md ----------------------------------------------------------------------------------- */

static const char head[] =
    "<!-- SPDX-License-Identifier: EUPL-1.2 -->\n"
    "# Schemes\n"
    "\n"
    "What is encoded, how it is tested and how sure we are, for each scheme and year: the same as `hoort law list` prints\n"
    "(`--test` runs the tests, `--unverified` prints the texts, `--json` has all of it). This page is written by\n"
    "`HOORT_BLESS=1 make test-app`, which runs every test that is counted here and fails when one does.\n"
    "\n"
    "- **articles**: those with rules, of all in the file.\n"
    "- **scenarios**: sentences of what the law should yield (`docs/scenarios.md`) that hold.\n"
    "- **amounts**: amounts that the government published and that the law yields, rounded as they were published; in\n"
    "  brackets from how many documents.\n"
    "- **unverified**: what could not be held against an official source. As long as there is any, the gate clears nobody real.\n"
    "- **rung**: the highest that the law allows on the last day of that year (or the last on which all that the scheme leans\n"
    "  on is encoded: then that day stands with the year); the sidecar names the article.\n"
    "- Where one law has several schemes, a test counts for the scheme whose outcome it asks, or for each when it asks another.\n"
    "- **kernels**: whether it runs in bulk; otherwise the slower reference interpreter does it.\n";

static void put_tested(struct buf *b, struct pack_count n)
{
    buf_print(b, n.skipped ? " %d (and %d not run)" : " %d", n.passed, n.skipped);
}

static void put_amounts(struct buf *b, const struct pack_row *row)
{
    put_tested(b, row->oracles);
    if (row->source_count)
        buf_print(b, " (%d)", row->source_count);
}

static void put_schemes(struct buf *b, const struct pack_row *row)
{
    buf_add(b, S("\n| scheme | year | version | articles | scenarios | amounts | unverified | rung | by-laws | kernels |\n"
                 "|---|---|---|---|---|---|---|---|---|---|\n"));
    for (const struct pack_row *before = NULL; row; before = row, row = row->next) {
        bool fresh = !before || !str_eq(before->scheme->id, row->scheme->id);
        int32_t last;
        assert_true(date_from_civil(row->year, 12, 31, &last));
        buf_print(b, "| " STR_FMT "%s" STR_FMT " | %d%s" STR_FMT " | " STR_FMT " | %d of %d |", STR_ARG(fresh ? row->scheme->id : S("")),
                  fresh ? ": " : "", STR_ARG(fresh ? row->scheme->name.en : S("")), row->year, row->on == last ? "" : ", on ",
                  STR_ARG(row->on == last ? S("") : date_print(&boot, row->on)),
                  STR_ARG(row->law->has_valid_from ? date_print(&boot, row->law->valid_from) : S("always")), row->with_rules,
                  row->articles);
        put_tested(b, row->scenarios);
        buf_add(b, S(" |"));
        put_amounts(b, row);
        buf_print(b, " | %d | %d | %d | %s |\n", row->unverified, row->ceiling ? row->ceiling->rung : 0, row->bylaw_count,
                  row->kernels ? "yes" : row->planned ? "no" : "no plan");
    }
}

static void put_laws(struct buf *b, const struct law_set *laws, const struct pack_row *row)
{
    buf_add(b, S("\n## What they lean on\n\n| law | layer | versions | articles | scenarios | amounts |\n|---|---|---|---|---|---|\n"));
    for (; row; row = row->next) {
        const char *separator = "";
        buf_print(b, "| " STR_FMT " | " STR_FMT " | ", STR_ARG(row->law->id),
                  STR_ARG(row->law->gemeente_code.len ? row->law->gemeente_code : str_of(law_layer_name(row->law->layer))));
        for (const struct law *law = laws->first; law; law = law->next)
            if (str_eq(law->id, row->law->id)) {
                buf_print(b, "%s" STR_FMT, separator, STR_ARG(law->has_valid_from ? date_print(&boot, law->valid_from) : S("always")));
                separator = ", ";
            }
        buf_print(b, " | %d of %d |", row->with_rules, row->articles);
        put_tested(b, row->scenarios);
        buf_add(b, S(" |"));
        put_amounts(b, row);
        buf_add(b, S(" |\n"));
    }
}

static void put_sources(struct buf *b, const struct pack_row *row)
{
    for (; row; row = row->next) {
        if (!row->sources)
            continue;
        buf_print(b, "\n**" STR_FMT, STR_ARG(row->scheme ? row->scheme->id : row->law->id));
        if (row->scheme)
            buf_print(b, " %d", row->year);
        buf_add(b, S("**\n\n"));
        for (const struct pack_source *s = row->sources; s; s = s->next)
            buf_print(b, "- " STR_FMT " (%d)\n", STR_ARG(s->document), s->cases);
    }
}

static void put_unverified(struct buf *b, const struct pack_row *row)
{
    buf_add(b, S("\n## What is not verified\n\nAs the sidecar says it, in the language of the law.\n"));
    for (; row; row = row->next) {
        if (!row->scheme->unverified)
            continue;
        buf_print(b, "\n**" STR_FMT " %d**\n\n", STR_ARG(row->scheme->id), row->year);
        for (const struct note *n = row->scheme->unverified; n; n = n->next)
            buf_print(b, "- " STR_FMT "\n", STR_ARG(n->text));
    }
}

static struct str page_of(const struct law_set *laws, const struct pack *pack)
{
    struct buf b = buf_open(&boot, 16 << 20);
    buf_add(&b, str_of(head));
    put_schemes(&b, pack->schemes);
    for (const struct pack_row *row = pack->schemes; row; row = row->next)
        if (!row->kernels)
            buf_print(&b, "\n" STR_FMT " %d, %s: " STR_FMT "\n", STR_ARG(row->scheme->id), row->year,
                      row->planned ? "no kernels" : "no plan", STR_ARG(row->why));
    put_laws(&b, laws, pack->laws);
    buf_add(&b, S("\n## Sources of the amounts\n\nIn brackets how many amounts of each were held against the law.\n"));
    put_sources(&b, pack->schemes);
    put_sources(&b, pack->laws);
    put_unverified(&b, pack->schemes);
    assert_false(b.over);
    return buf_str(&b);
}

static void test_page(void **s)
{
    (void)s;
    struct str folder = S("laws"), now = S("");
    struct law_set set;
    struct faults faults = faults_open(&boot), missing = faults_open(&boot);
    struct pack pack;
    ok(app_laws(&boot, &folder, 1, &set, &faults, &missing, &e));
    ok(app_pack(&boot, &set, &folder, 1, INT32_MAX / 4, true, &pack, &e)); /* no year that a law knows: each on its last day */
    assert_int_equal(pack.scenarios.failed + pack.oracles.failed + pack.loose.all, 0);
    assert_true(pack.scheme_count > 0 && pack.oracles.passed > 0 && pack.scenarios.passed > 0);
    struct str page = page_of(&set, &pack);
    if (getenv("HOORT_BLESS"))
        ok(file_write(S(PAGE), page, &e));
    ok(file_read(&boot, S(PAGE), 16 << 20, &now, &e));
    if (!str_eq(now, page))
        fail_msg(PAGE " is not what the laws and their tests say; HOORT_BLESS=1 make test-app rewrites it");
}

/* Every line of an explanation of the shipped laws has words in both languages, and every yes, no or not known its sentence. */
static void test_words(void **s)
{
    (void)s;
    struct str folder = S("laws");
    struct law_set set;
    struct faults faults = faults_open(&boot), missing = faults_open(&boot), unsaid = faults_open(&boot);
    ok(app_laws(&boot, &folder, 1, &set, &faults, &missing, &e));
    law_unsaid(&set, &unsaid);
    if (unsaid.count)
        fail_msg("%d without words, the first: " STR_FMT ":%d: " STR_FMT, unsaid.count, STR_ARG(unsaid.first->file), unsaid.first->line,
                 STR_ARG(unsaid.first->text));
}

int main(void)
{
    boot = arena_open(LIMIT_ARENA_FACTS);
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_what_counts_where), cmocka_unit_test(test_on_a_day),
                                       cmocka_unit_test(test_page), cmocka_unit_test(test_words)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
