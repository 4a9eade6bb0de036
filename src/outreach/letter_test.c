/* SPDX-License-Identifier: EUPL-1.2 */
/* letter_test.c: a cleared resident gets a letter that says all it must; a batch says what is in
 * it; and nothing about a person gets where it should not. Nobody in this town exists.
 */
#include "outreach/files_test.h"
#include "outreach/values.h"

static struct arena boot;
static const struct key seed = {{1, 2, 3}}, id_key = {{4, 5, 6}};
static struct err e;

static int32_t on(const char *iso)
{
    int32_t day;
    assert_true(date_parse(str_of(iso), &day));
    return day;
}

/* ---- a town of three, of whom the gate clears who may be written to ---------------------------------- */

enum { FACTS = 9, ROWS = 3 };
static const struct { const char *name, *source, *nl, *en; enum fact_type type; } known[FACTS] = {
    {"partner", "BRP", "wie uw partner is", "who your partner is", FACT_PERSON},
    {"definitief", "Belastingdienst", "of uw inkomen vaststaat", "whether your income is final", FACT_BOOLEAN},
    {"gebruik", "Uitvoerder", "of u de regeling al krijgt", "whether you already get the scheme", FACT_BOOLEAN},
    {"inkomen", "Belastingdienst", "uw inkomen", "your income", FACT_AMOUNT},
    {"naam", "BRP", "uw naam", "your name", FACT_TEXT},
    {"straat", "BRP", "uw straat", "your street", FACT_TEXT},
    {"huisnummer", "BRP", "uw huisnummer", "your house number", FACT_TEXT},
    {"postcode", "BRP", "uw postcode", "your postcode", FACT_TEXT},
    {"woonplaats", "BRP", "uw woonplaats", "your town", FACT_TEXT},
};

struct town {
    struct fact facts[FACTS];
    struct ceiling ceiling;
    struct scheme scheme;
    struct law law;
    struct law_set set;
    struct plan plan;
    struct table t;
    struct findings f;
    const struct policy *policy;
    struct gate_result r;
    struct trace entitled, income, partner_income, partner, child, amount;
    struct explanation x;
    struct sender sender;
    struct mailing m;
};

static struct column *column_of(struct town *w, const char *name)
{
    for (int i = 0; i < w->t.column_count; i++)
        if (str_eq(w->t.columns[i].name, str_of(name)))
            return &w->t.columns[i];
    fail_msg("no column %s", name);
    return NULL;
}

static void set_text(struct town *w, const char *name, int64_t row, struct str value)
{
    struct column *c = column_of(w, name);
    column_put_text(c, row, value);
    c->states[row] = CELL_PRESENT;
}

static void set_state(struct town *w, const char *name, int64_t row, enum cell_state state)
{
    struct column *c = column_of(w, name);
    memset((char *)c->cells + row * column_bytes(c), 0, (size_t)column_bytes(c));
    c->states[row] = (uint8_t)state;
}

static void set_bool(struct town *w, const char *name, int64_t row, bool value)
{
    struct column *c = column_of(w, name);
    ((uint8_t *)c->cells)[row] = value;
    c->states[row] = CELL_PRESENT;
}

static void make_laws(struct town *w)
{
    for (int i = 0; i < FACTS; i++)
        w->facts[i] = (struct fact){.name = str_of(known[i].name), .source = str_of(known[i].source), .type = known[i].type,
                                    .sensitivity = 2, .cost = 1, .index = i, .label = {str_of(known[i].nl), str_of(known[i].en)},
                                    .next = i + 1 < FACTS ? &w->facts[i + 1] : NULL};
    w->ceiling = (struct ceiling){.rung = 4, .from = on("2020-01-01"), .until = INT32_MAX, .source = S("art. 14")};
    w->scheme = (struct scheme){
        .id = S("proef"), .executor = S("Dienst Voorbeeld"), .take_up = S("gebruik"), .url = S("https://voorbeeld.example"),
        .name = {S("de proeftoeslag"), S("the trial allowance")}, .ceilings = &w->ceiling, .law = &w->law,
        .apply = {S("Vraag de proeftoeslag aan op voorbeeld.example. U logt in met uw DigiD."),
                  S("Apply for the trial allowance at voorbeeld.example. You log in with your DigiD.")}};
    w->law = (struct law){.id = S("voorbeeldwet"), .has_valid_from = true, .valid_from = on("2020-01-01"), .scheme = &w->scheme};
    w->set = (struct law_set){.first = &w->law, .count = 1, .facts = {.first = w->facts, .count = FACTS}, .hash = {{42}}};
    w->plan = (struct plan){.scheme = S("proef"), .date = on("2026-06-01"), .laws = &w->set, .about = &w->scheme, .law = &w->law};
}

static void make_table(struct town *w)
{
    static const enum column_type types[] = {[FACT_BOOLEAN] = COLUMN_BOOLEAN, [FACT_AMOUNT] = COLUMN_AMOUNT,
                                             [FACT_TEXT] = COLUMN_TEXT, [FACT_PERSON] = COLUMN_PERSON};
    static const char *const names[ROWS] = {"A.B. de Wit", "C. Zwart", "D. Blauw"};
    w->t = table_open(&boot, ROWS);
    for (int i = 0; i < FACTS; i++) {
        struct column *c = table_add(&w->t, str_of(known[i].name), types[known[i].type]);
        c->source = str_of(known[i].source);
        c->as_of = on("2026-05-15");
    }
    for (int64_t i = 0; i < ROWS; i++) {
        memset(w->t.who[i].at, 0x11 * (int)(i + 1), sizeof w->t.who[i].at);
        w->t.line[i] = (int32_t)i + 2;
        set_state(w, "partner", i, CELL_ABSENT);
        set_bool(w, "definitief", i, true);
        set_bool(w, "gebruik", i, false);
        set_text(w, "naam", i, str_of(names[i]));
        set_text(w, "straat", i, S("Dorpsstraat"));
        set_text(w, "huisnummer", i, S("12b"));
        set_text(w, "postcode", i, S("1234 AB"));
        set_text(w, "woonplaats", i, S("Voorbeeld"));
    }
}

/* entitled <- (income of the resident, income of the partner, partner); amount <- income */
static void make_explanation(struct town *w, int64_t cents)
{
    int32_t year = on("2025-01-01"), may = on("2026-05-15");
    w->partner = (struct trace){.kind = TRACE_FACT, .fact = &w->facts[0], .source = S("BRP"), .as_of = may, .state = CELL_ABSENT};
    w->partner_income = (struct trace){.kind = TRACE_FACT, .fact = &w->facts[3], .path = 1, .source = S("Belastingdienst"),
                                       .as_of = year, .value = S("100"), .next = &w->partner};
    w->income = (struct trace){.kind = TRACE_FACT, .fact = &w->facts[3], .source = S("Belastingdienst"), .as_of = year,
                               .value = S("2345678"), .next = &w->partner_income};
    w->child = (struct trace){.kind = TRACE_OUTPUT, .name = S("laag"), .value = S("true"), .first = &w->income,
                              .sentence = {S("Uw inkomen is niet te hoog."), S("Your income is not too high.")}};
    w->entitled = (struct trace){.kind = TRACE_OUTPUT, .name = S("recht"), .value = S("true"), .first = &w->child, .count = 1};
    w->amount = (struct trace){.kind = TRACE_OUTPUT, .name = S("hoogte"), .value = S("157342")};
    w->x = (struct explanation){.result = {VERDICT_YES, CELL_PRESENT, cents, 0}, .entitled = &w->entitled, .amount = &w->amount};
}

static void ok(bool done)
{
    if (!done)
        fail_msg("%s: %s", e.file, e.text);
}

static const struct template *template_of(const char *path)
{
    struct faults f = faults_open(&boot);
    struct template *t = template_read(&boot, str_of(path), slurp(&boot, path), &f);
    assert_non_null(t);
    return t;
}

/* Findings of `cents` for all, held against a signed policy: the only way to a clearance. */
static void clear(struct town *w, int64_t cents)
{
    struct str file;
    struct policy *p;
    const struct permit *permit;
    ok(policy_sign(&boot, S("policy.json"), slurp(&boot, "tests/outreach/policy.json"), seed, S("college"), &file, &e));
    ok(policy_read(&boot, S("policy.json"), file, &p, &e));
    w->policy = p;
    w->f = findings_open(&boot, &w->plan, ROWS);
    for (int64_t i = 0; i < ROWS; i++) {
        w->f.verdict[i] = VERDICT_YES;
        w->f.amount_state[i] = CELL_PRESENT;
        w->f.amount_cents[i] = cents;
    }
    ok(gate_permit(&boot, p, sign_public(seed), &w->set, on("2026-06-01"), NULL, NULL, &permit, &e));
    ok(gate_clear(&boot, permit, &w->t, &w->f, NULL, &w->r, &e));
    make_explanation(w, cents);
}

static struct town *town_open(int64_t cents)
{
    struct town *w = arena_new(&boot, struct town, 1);
    make_laws(w);
    make_table(w);
    clear(w, cents);
    ok(sender_read(&boot, S("sender.json"), slurp(&boot, "tests/outreach/sender.json"), &w->sender, &e));
    w->m = (struct mailing){.template = template_of("method/letters/signal.nl.txt"), .sender = &w->sender,
                            .scheme = &w->scheme, .facts = &w->set.facts, .id_key = id_key, .today = on("2026-06-01")};
    assert_int_equal(w->r.counts[REFUSED_NOT], ROWS);
    return w;
}

static struct letter written(struct town *w, int64_t i)
{
    struct letter l;
    ok(letter_write(&boot, w->r.cleared[i], &w->m, &w->t, &w->x, &l, &e));
    return l;
}

static void refused(struct town *w, const char *word)
{
    struct letter l;
    assert_false(letter_write(&boot, w->r.cleared[0], &w->m, &w->t, &w->x, &l, &e));
    assert_true(e.code == ERR_LETTER || e.code == ERR_LIMIT);
    if (!strstr(e.text, word))
        fail_msg("\"%s\" is not in \"%s\"", word, e.text);
    assert_null(strstr(e.text, "de Wit"));
}

static bool holds(struct str text, const char *what)
{
    return str_find(text, str_of(what)) >= 0;
}

/* ---- letters ------------------------------------------------------------------------------------------ */

static void test_letters_golden(void **state)
{
    (void)state;
    struct town *w = town_open(157342);
    assert_golden(&boot, "tests/outreach/good/letter.nl.want", written(w, 0).text);
    w->m.template = template_of("method/letters/signal.en.txt");
    ok(sender_read(&boot, S("sender.en.json"), slurp(&boot, "tests/outreach/sender.en.json"), &w->sender, &e));
    assert_golden(&boot, "tests/outreach/good/letter.en.want", written(w, 0).text);
    w->t.synthetic = true;
    struct letter l = written(w, 0);
    assert_true(str_starts(l.text, S("SPECIMEN: ")));
}

static void test_letter_holds_no_identity_and_no_value_inv_1(void **state)
{
    (void)state;
    struct town *w = town_open(157342);
    struct letter l = written(w, 0), again = written(w, 0), other = written(w, 1);
    struct batch b = batch_make(&boot, S("run-1"), w->policy, false, &l, 1);
    const struct str places[] = {l.text, l.id, b.csv, b.text, b.manifest};
    for (int i = 0; i < COUNT(places); i++) {
        assert_false(holds(places[i], str_z(&boot, hex_print(&boot, l.who.at, 16))));
        assert_false(holds(places[i], "2345678")); /* the income itself */
    }
    assert_int_equal(l.id.len, 24);
    assert_true(str_eq(l.id, again.id) && !str_eq(l.id, other.id));
    w->m.id_key.at[0] ^= 1;
    assert_false(str_eq(written(w, 0).id, l.id));
    assert_int_equal(l.amount_cents, 157342);
}

static void test_lines_are_short_and_utf8(void **state)
{
    (void)state;
    struct town *w = town_open(157342);
    set_text(w, "naam", 0, S("\xc3\xab\xc3\xab\xc3\xab van een heel erg lange naam die maar doorgaat en doorgaat, tot voorbij de rand"));
    struct str text = written(w, 0).text;
    assert_true(str_is_utf8(text));
    for (struct str rest; text.len; text = rest) {
        struct str line = str_until(text, '\n', &rest);
        int columns = 0;
        for (ptrdiff_t i = 0; i < line.len; i++)
            columns += ((unsigned char)line.at[i] & 0xc0) != 0x80;
        assert_true(columns <= LETTER_COLUMNS);
    }
}

static void test_amount_words(void **state)
{
    (void)state;
    static const struct { int64_t cents; const char *nl, *en; } rows[] = {
        {157342, "ongeveer € 1.573 per jaar (€ 131 per maand)", "about €1,573 a year (€131 a month)"},
        {157399, "ongeveer € 1.573 per jaar (€ 131 per maand)", "about €1,573 a year (€131 a month)"},
        {123456789, "ongeveer € 1.234.567 per jaar (€ 102.880 per maand)", "about €1,234,567 a year (€102,880 a month)"},
        {1200, "ongeveer € 12 per jaar (€ 1 per maand)", "about €12 a year (€1 a month)"},
        {1199, "ongeveer € 11 per jaar", "about €11 a year"},
        {99, "", ""},
        {0, "", ""},
        {-500, "", ""},
    };
    for (int i = 0; i < COUNT(rows); i++) {
        assert_string_equal(str_z(&boot, amount_words(&boot, rows[i].cents, false)), rows[i].nl);
        assert_string_equal(str_z(&boot, amount_words(&boot, rows[i].cents, true)), rows[i].en);
    }
}

static void test_only_what_was_cleared_inv_1(void **state)
{
    (void)state;
    struct town *w = town_open(157342);
    w->x.result.amount_cents++;
    refused(w, "another outcome");
    w->x.result.amount_cents--;
    w->x.result.verdict = VERDICT_UNKNOWN;
    refused(w, "another outcome");
    w->x.result.verdict = VERDICT_YES;
    struct scheme other = w->scheme;
    other.id = S("anders");
    w->m.scheme = &other;
    refused(w, "for one scheme");
    w->m.scheme = &w->scheme;
    struct template rung4 = *w->m.template;
    rung4.rung = 4;
    w->m.template = &rung4;
    refused(w, "rung 3");
    refused(town_open(99), "below one euro");
}

static void test_missing_address_is_refused(void **state)
{
    (void)state;
    static const char *const columns[] = {"naam", "straat", "huisnummer", "postcode", "woonplaats"};
    static const enum cell_state states[] = {CELL_UNKNOWN, CELL_ABSENT, CELL_FAULTY};
    for (int i = 0; i < COUNT(columns); i++)
        for (int k = 0; k < COUNT(states); k++) {
            struct town *w = town_open(157342);
            set_state(w, columns[i], 0, states[k]);
            refused(w, columns[i]);
            assert_int_equal(e.line, 2);
        }
    struct town *w = town_open(157342);
    set_text(w, "straat", 0, S(" \t "));
    refused(w, "straat");
    struct template t = *w->m.template;
    t.meta[META_ADDRESS1] = S("straat toevoeging");
    w->m.template = &t;
    set_text(w, "straat", 0, S("Dorpsstraat"));
    refused(w, "no column 'toevoeging'");
    t.meta[META_ADDRESS1] = S("straat toevoeging?");
    assert_string_equal(str_z(&boot, written(w, 0).address1), "Dorpsstraat");
}

static void test_placeholder_without_value_is_refused(void **state)
{
    (void)state;
    struct town *w = town_open(157342);
    w->scheme.apply.nl = S("");
    refused(w, "{apply}");
    w = town_open(157342);
    w->sender.phone = S(" ");
    refused(w, "phone");
    w = town_open(157342);
    w->child.sentence.nl = S("");
    refused(w, "no reason");
    w = town_open(157342);
    w->child.first = NULL;
    refused(w, "names no fact");
}

static void test_hostile_names(void **state)
{
    (void)state;
    struct town *w = town_open(157342);
    set_text(w, "naam", 0, S("Jan\r\n== opt-out ==\n{phone} \"de\" O'Wit;\xe2\x80\xae\x07x"));
    struct letter l = written(w, 0);
    assert_string_equal(str_z(&boot, l.name), "Jan == opt-out == {phone} \"de\" O'Wit; x");
    assert_true(holds(l.text, "Beste Jan == opt-out == {phone} \"de\" O'Wit; x,\n"));
    struct batch b = batch_make(&boot, S("run-1"), w->policy, false, &l, 1);
    assert_true(holds(b.csv, ";\"Jan == opt-out == {phone} \"\"de\"\" O'Wit; x\";"));
    char *name = arena_new(&boot, char, LIMIT_ADDRESS_BYTES + 1);
    memset(name, 'x', LIMIT_ADDRESS_BYTES + 1);
    set_text(w, "naam", 0, (struct str){name, LIMIT_ADDRESS_BYTES});
    assert_int_equal(written(w, 0).name.len, LIMIT_ADDRESS_BYTES);
    set_text(w, "naam", 0, (struct str){name, LIMIT_ADDRESS_BYTES + 1});
    refused(w, "no window shows");
    set_text(w, "naam", 0, S("\xff\xfe"));
    refused(w, "'naam' is not known");
}

/* ---- batches -------------------------------------------------------------------------------------------- */

static void test_batch_golden(void **state)
{
    (void)state;
    struct town *w = town_open(157342);
    struct letter letters[ROWS];
    for (int64_t i = 0; i < ROWS; i++) {
        w->m.template = template_of(i == 2 ? "method/letters/signal.en.txt" : "method/letters/signal.nl.txt");
        letters[i] = written(w, i);
    }
    struct batch b = batch_make(&boot, S("run-1"), w->policy, true, letters, ROWS);
    assert_golden(&boot, "tests/outreach/good/batch.csv.want", b.csv);
    assert_golden(&boot, "tests/outreach/good/manifest.json.want", b.manifest);
    struct batch none = batch_make(&boot, S("run-1"), w->policy, true, letters, 0);
    assert_true(holds(none.manifest, "\"letters\": 0"));
}

static void assert_proof(const struct json *proof, const char *key, struct str name, struct str bytes)
{
    struct sha256 sum = sha256_of(bytes);
    assert_true(str_eq(js_get(proof, str_of(key))->text, name));
    assert_true(str_eq(js_get(proof, S("sha256"))->text, hex_print(&boot, sum.at, 32)));
    assert_int_equal(js_get(proof, S("bytes"))->number, bytes.len);
}

static void test_manifest_proves_the_bytes(void **state)
{
    (void)state;
    struct town *w = town_open(157342);
    struct letter letters[ROWS];
    for (int64_t i = 0; i < ROWS; i++)
        letters[i] = written(w, i);
    struct batch b = batch_make(&boot, S("run-1"), w->policy, false, letters, ROWS);
    struct json *m;
    ok(js_read(&boot, S("manifest.json"), b.manifest, &m, &e));
    assert_false(js_get(m, S("synthetic"))->truth);
    assert_true(str_eq(js_get(m, S("policy_hash"))->text, hex_print(&boot, w->policy->hash.at, 32)));
    assert_int_equal(js_get(m, S("files"))->count, 2);
    assert_int_equal(js_get(m, S("letter_texts"))->count, ROWS);
    assert_proof(js_get(m, S("files"))->first, "name", S("batch.csv"), b.csv);
    assert_proof(js_get(m, S("files"))->first->next, "name", S("letters.txt"), b.text);
    const struct json *proof = js_get(m, S("letter_texts"))->first;
    struct str text = b.text;
    for (int64_t i = 0; i < ROWS; i++, proof = proof->next) {
        struct str rest, one = str_until(text, '\f', &rest);
        assert_true(str_eq(one, letters[i].text));
        assert_proof(proof, "briefId", letters[i].id, one);
        text = rest;
    }
}

static void test_no_cell_becomes_a_formula(void **state)
{
    (void)state;
    static const char *const names[] = {"=1+1", "+1", "@SUM(A1)", "-1+1|cmd", "-cmd", "-2 x", "=HYPERLINK(\"http://x\";\"y\")"};
    struct town *w = town_open(157342);
    for (int i = 0; i < COUNT(names); i++) {
        set_text(w, "naam", 0, str_of(names[i]));
        struct letter l = written(w, 0);
        struct batch b = batch_make(&boot, S("run-1"), w->policy, false, &l, 1);
        struct str row = str_slice(b.csv, str_find(b.csv, S("\r\n")) + 2, b.csv.len);
        const char *bare = str_z(&boot, str_format(&boot, ";%s", names[i]));
        const char *quoted = str_z(&boot, str_format(&boot, ";\"%s", names[i]));
        assert_false(holds(row, bare) || holds(row, quoted));
        assert_true(holds(row, str_z(&boot, str_format(&boot, "'%.4s", names[i]))) || strlen(names[i]) < 4);
    }
}

static void test_sender_is_complete(void **state)
{
    (void)state;
    struct sender s;
    struct str good = slurp(&boot, "tests/outreach/sender.json");
    ok(sender_read(&boot, S("sender.json"), good, &s, &e));
    assert_true(str_eq(s.phone, S("14 0999")));
    struct str without = str_format(&boot, "{\"phone\": \"1\"}");
    assert_false(sender_read(&boot, S("sender.json"), without, &s, &e));
    assert_non_null(strstr(e.text, "organisation"));
    assert_string_equal(e.file, "sender.json");
    ptrdiff_t end = str_find(good, S("\"organisation\""));
    struct str more = str_format(&boot, "%.*s\"kleur\": \"rood\", %.*s", (int)end, good.at, (int)(good.len - end), good.at + end);
    assert_false(sender_read(&boot, S("sender.json"), more, &s, &e));
    assert_non_null(strstr(e.text, "no letter uses"));
    assert_false(sender_read(&boot, S("sender.json"), S("[]"), &s, &e));
}

int main(void)
{
    boot = arena_open(LIMIT_ARENA_FACTS);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_letters_golden),
        cmocka_unit_test(test_letter_holds_no_identity_and_no_value_inv_1),
        cmocka_unit_test(test_lines_are_short_and_utf8),
        cmocka_unit_test(test_amount_words),
        cmocka_unit_test(test_only_what_was_cleared_inv_1),
        cmocka_unit_test(test_missing_address_is_refused),
        cmocka_unit_test(test_placeholder_without_value_is_refused),
        cmocka_unit_test(test_hostile_names),
        cmocka_unit_test(test_batch_golden),
        cmocka_unit_test(test_manifest_proves_the_bytes),
        cmocka_unit_test(test_no_cell_becomes_a_formula),
        cmocka_unit_test(test_sender_is_complete),
    };
    return cmocka_run_group_tests_name("letters", tests, NULL, NULL);
}
