/* SPDX-License-Identifier: EUPL-1.2 */
/* csv_test.c: what no file in tests/people can show: long lines, huge cells, many faults, messages
 * that keep silent, and random tables that come back as they went. Small files: golden_test.c.
 */
#include "people/folk_test.h"
#include "people/value.h"

static struct arena boot;

static void add_many(struct buf *b, char c, int64_t times)
{
    for (int64_t i = 0; i < times; i++)
        buf_char(b, c);
}

static void test_line_over_its_ceiling(void **s)
{
    (void)s;
    struct arena a = boot;
    struct folk *w = folk_open(&a);
    struct buf out = buf_open(&a, 4 << 20);
    buf_add(&out, S("bsn;naam\n900000004;x\n900000016;"));
    add_many(&out, 'y', LIMIT_LINE_BYTES);
    buf_add(&out, S("\n900000028;z\n"));
    assert_false(folk_read(w, buf_str(&out)));
    assert_int_equal(w->e.code, ERR_LIMIT);
    assert_int_equal(w->e.line, 3);
    assert_non_null(strstr(w->e.text, "1048576 bytes"));
    assert_int_equal(w->t.rows, 0);
}

static void test_open_quote_over_its_ceiling(void **s)
{
    (void)s;
    struct arena a = boot;
    struct folk *w = folk_open(&a);
    struct buf out = buf_open(&a, 4 << 20);
    buf_add(&out, S("bsn;naam\n900000004;\"x\n"));
    while (out.len <= LIMIT_LINE_BYTES + 64)
        buf_add(&out, S("900000016;een regel die in de aanhaling valt\n"));
    assert_false(folk_read(w, buf_str(&out)));
    assert_int_equal(w->e.code, ERR_LIMIT);
    assert_int_equal(w->e.line, 2);
    assert_non_null(strstr(w->e.text, "quote"));
}

static void test_huge_cell(void **s)
{
    (void)s;
    struct arena a = boot;
    struct folk *w = folk_open(&a);
    struct buf out = buf_open(&a, 4 << 20);
    buf_add(&out, S("bsn;naam\n900000004;"));
    add_many(&out, 'y', LIMIT_CELL_BYTES + 1);
    buf_add(&out, S("\n900000016;"));
    add_many(&out, 'z', LIMIT_CELL_BYTES);
    buf_add(&out, S("\n"));
    folk_must_read(w, buf_str(&out));
    assert_int_equal(column_state(column_of(w, "naam"), 0), CELL_FAULTY);
    assert_int_equal(column_text(column_of(w, "naam"), 1).len, LIMIT_CELL_BYTES);
    assert_int_equal(w->report.fault_count, 1);
    check_cells(&w->t);
}

static void test_too_many_columns(void **s)
{
    (void)s;
    struct arena a = boot;
    struct folk *w = folk_open(&a);
    struct buf out = buf_open(&a, 4 << 20);
    buf_add(&out, S("bsn"));
    for (int i = 0; i < LIMIT_COLUMNS; i++)
        buf_print(&out, ";k%d", i);
    buf_add(&out, S("\n"));
    assert_false(folk_read(w, buf_str(&out)));
    assert_int_equal(w->e.code, ERR_LIMIT);
}

static void test_faults_are_counted_past_the_ceiling(void **s)
{
    (void)s;
    struct arena a = boot;
    struct folk *w = folk_open(&a);
    struct buf out = buf_open(&a, 4 << 20);
    buf_add(&out, S("bsn;naam\n900000004;x\n"));
    for (int i = 0; i < LIMIT_FAULTS + 50; i++)
        buf_add(&out, S("fout;y\n"));
    folk_must_read(w, buf_str(&out));
    int listed = 0;
    for (const struct people_fault *f = w->report.faults; f; f = f->next)
        listed++;
    assert_int_equal(listed, LIMIT_FAULTS);
    assert_int_equal(w->report.fault_count, LIMIT_FAULTS + 50);
    assert_int_equal(w->report.rows_rejected, LIMIT_FAULTS + 50);
}

/* No message holds what stood in the file: neither cells nor a first row that is no line of names. */
static void test_messages_keep_silent(void **s)
{
    (void)s;
    static const char *const files[] = {
        "bsn;naam;huur;geboortedatum;overleden;partner_bsn\n900000004;x\x01GEHEIM;GEHEIM;GEHEIM;GEHEIM;GEHEIM\n",
        "bsn;naam\nGEHEIM;x\n900000004;y;GEHEIM\n\"GEHEIM\"GEHEIM;x\n",
        "GEHEIM;GEHEIM;1980-01-01\n",
        "bsn;naam\nGEHEIM;GEHEIM\n",
    };
    for (ptrdiff_t i = 0; i < COUNT(files); i++) {
        struct arena a = boot;
        struct folk *w = folk_open(&a);
        if (!folk_read(w, str_of(files[i])))
            assert_null(strstr(w->e.text, "GEHEIM"));
        for (const struct people_fault *f = w->report.faults; f; f = f->next)
            assert_true(str_find(f->what, S("GEHEIM")) < 0);
    }
}

static void test_flaws_have_a_remedy(void **s)
{
    (void)s;
    for (int f = FLAW_NONE + 1; f < FLAW_COUNT; f++)
        assert_true(strpbrk(flaw_text((enum flaw)f), ";,") != NULL);
}

static void test_columns_know_their_source(void **s)
{
    (void)s;
    struct arena a = boot;
    struct folk *w = folk_open(&a);
    folk_must_read(w, S("bsn;huur\n900000004;1\n"));
    const struct column *c = column_of(w, "huur");
    const struct fact *f = facts_find(&w->set.facts, S("huur"));
    assert_true(str_eq(c->source, f->source));
    assert_int_equal(c->as_of, on("2025-06-30"));
    assert_int_equal(c->min, f->min);
    assert_int_equal(c->max, f->max);
}

/* A failed join leaves the table as it was. */
static void test_failed_join_changes_nothing(void **s)
{
    (void)s;
    struct arena a = boot;
    struct folk *w = folk_open(&a);
    folk_must_read(w, S("bsn;overleden\n900000004;nee\n"));
    struct hash before = table_hash(&w->t);
    assert_false(folk_join(w, S("bsn;huur\n900000004;1\n900000016;\"open")));
    assert_true(hash_eq(before, table_hash(&w->t)));
    assert_int_equal(w->t.column_count, 1);
}

/* ---- random tables ------------------------------------------------------------------------------ */

enum { ROWS = 40 };
static const char *const facts[] = {"geboortedatum", "overleden", "verzamelinkomen", "huur", "aantal_kinderen", "naam",
                                    "straat"};

struct world {
    struct dice d;
    enum cell_state states[ROWS][COUNT(facts)];
    int64_t values[ROWS][COUNT(facts)];
    struct str texts[ROWS][COUNT(facts)];
    char separator;
};

static struct str random_text(struct world *r, struct arena *a)
{
    static const char *const pieces[] = {"a", "Z", "\"", ";", ",", "\t", "\n", "\r\n", "é", "€", "'", " ", "#", "ß"};
    struct buf out = buf_open(a, 1024);
    buf_char(&out, 'q');                 /* ends are trimmed: no blanks there */
    for (int64_t i = dice_below(&r->d, 12); i > 0; i--)
        buf_add(&out, str_of(pieces[dice_below(&r->d, COUNT(pieces))]));
    buf_char(&out, 'q');
    return buf_str(&out);
}

static void write_amount(struct world *r, struct buf *out, int64_t cents)
{
    int64_t all = cents < 0 ? -cents : cents;
    const char *mark = dice_below(&r->d, 2) && r->separator != ',' ? "," : ".";
    buf_print(out, "%s%lld", cents < 0 ? "-" : "", (long long)(all / 100));
    if (all % 100 || dice_below(&r->d, 2))
        buf_print(out, "%s%02d", mark, (int)(all % 100));
}

static void write_cell(struct world *r, struct arena *a, const struct fact *f, int i, int k, struct buf *out)
{
    int64_t span = f->max - f->min + 1;
    r->states[i][k] = (enum cell_state)dice_below(&r->d, 3);
    if (r->states[i][k] == CELL_UNKNOWN)
        return;
    if (r->states[i][k] == CELL_ABSENT) {
        buf_add(out, S("geen"));
        return;
    }
    switch (f->type) {
    case FACT_DATE:
        r->values[i][k] = LIMIT_DATE_FIRST + dice_below(&r->d, LIMIT_DATE_LAST - LIMIT_DATE_FIRST + 1);
        buf_add(out, date_print(a, (int32_t)r->values[i][k]));
        return;
    case FACT_BOOLEAN:
        r->values[i][k] = dice_below(&r->d, 2);
        buf_add(out, r->values[i][k] ? S("ja") : S("nee"));
        return;
    case FACT_AMOUNT: write_amount(r, out, r->values[i][k] = f->min + dice_below(&r->d, span)); return;
    case FACT_NUMBER: buf_print(out, "%lld", (long long)(r->values[i][k] = f->min + dice_below(&r->d, span))); return;
    case FACT_TEXT:
        r->texts[i][k] = random_text(r, a);
        buf_csv(out, r->texts[i][k], r->separator);
        return;
    case FACT_PERSON:
    case FACT_PEOPLE: break;
    }
    fail_msg("a fact of this type");
}

static uint32_t bsn_after(uint32_t bsn)
{
    for (;; bsn++) {
        struct bsn_text t = bsn_print(bsn);
        if (bsn_is_valid((struct str){t.at, 9}))
            return bsn;
    }
}

static struct str write_world(struct world *r, struct arena *a, const struct facts *dictionary)
{
    struct buf out = buf_open(a, 1 << 20);
    const char *end = dice_below(&r->d, 2) ? "\n" : "\r\n";
    uint32_t bsn = 100000000;
    buf_add(&out, S("bsn"));
    for (int k = 0; k < COUNT(facts); k++)
        buf_print(&out, "%c%s", r->separator, facts[k]);
    for (int i = 0; i < ROWS; i++) {
        bsn = bsn_after(bsn + 1);
        buf_print(&out, "%s%09u", end, bsn);
        for (int k = 0; k < COUNT(facts); k++) {
            buf_char(&out, r->separator);
            write_cell(r, a, facts_find(dictionary, str_of(facts[k])), i, k, &out);
        }
    }
    buf_print(&out, "%s", end);
    return buf_str(&out);
}

static void check_world(const struct world *r, const struct folk *w)
{
    assert_int_equal(w->t.rows, ROWS);
    assert_int_equal(w->report.fault_count, 0);
    for (int k = 0; k < COUNT(facts); k++) {
        const struct column *c = column_of(w, facts[k]);
        for (int i = 0; i < ROWS; i++) {
            assert_int_equal(column_state(c, i), r->states[i][k]);
            if (c->type == COLUMN_TEXT)
                assert_true(str_eq(column_text(c, i), r->texts[i][k]));
            else
                assert_int_equal(column_int(c, i), r->values[i][k]);
        }
    }
    check_cells(&w->t);
}

static void test_random_tables_come_back(void **s)
{
    (void)s;
    for (uint64_t seed = 1; seed <= 200; seed++) {
        struct arena a = boot;
        struct folk *w = folk_open(&a);
        struct world *r = arena_new(&a, struct world, 1);
        r->d = dice_open(seed, 1);
        r->separator = ";,\t"[seed % 3];
        folk_must_read(w, write_world(r, &a, &w->set.facts));
        check_world(r, w);
    }
}

/* Any piece of a file is read or refused, and never gives a cell without its state. */
static void test_cut_anywhere(void **s)
{
    (void)s;
    static const char file[] = "# synthetisch\nbsn;partner_bsn;naam;huur\n900000004;900000016;\"a\"\"b\nc\";1.234,50\n"
                               "900000016;900000004;Zo\xc3\xab;geen\r\n\n900000028;;x;\n";
    for (ptrdiff_t n = 0; n < COUNT(file); n++) {
        struct arena a = boot;
        struct folk *w = folk_open(&a);
        if (folk_read(w, (struct str){file, n})) {
            check_cells(&w->t);
            assert_int_equal(w->report.rows_read, w->report.rows_kept + w->report.rows_rejected);
        } else {
            assert_true(w->e.code != ERR_NONE && w->e.text[0]);
        }
    }
}

int main(void)
{
    boot = arena_open(LIMIT_ARENA_REQUEST);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_line_over_its_ceiling),
        cmocka_unit_test(test_open_quote_over_its_ceiling),
        cmocka_unit_test(test_huge_cell),
        cmocka_unit_test(test_too_many_columns),
        cmocka_unit_test(test_faults_are_counted_past_the_ceiling),
        cmocka_unit_test(test_messages_keep_silent),
        cmocka_unit_test(test_flaws_have_a_remedy),
        cmocka_unit_test(test_columns_know_their_source),
        cmocka_unit_test(test_failed_join_changes_nothing),
        cmocka_unit_test(test_random_tables_come_back),
        cmocka_unit_test(test_cut_anywhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
