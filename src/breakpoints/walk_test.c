/* SPDX-License-Identifier: EUPL-1.2 */
/* walk_test.c: walks over laws made by dice: at random values, and on both sides of every edge, the pieces say what
 * the reference interpreter says of a resident with that very fact. And what cannot be walked is refused or said to
 * be inexact. Not about the shipped laws (app/). INV-3 INV-9
 */
#include "breakpoints.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#define ROWS 5
#define LAWS 300

static struct arena boot;
static struct err e;

/* ---- laws ------------------------------------------------------------------------------------------------- */

#define TAIL ", source: BRP, ground: wet, sensitivity: 1, cost: 1, label: {nl: n, en: e}}\n"
static const char dictionary[] =
    "facts:\n"
    "- {name: inkomen, type: amount, min: -1000, max: 30000" TAIL
    "- {name: huur, type: amount, min: 0, max: 20000000" TAIL
    "- {name: kinderen, type: number, min: 0, max: 12" TAIL
    "- {name: geboren, type: date" TAIL
    "- {name: verzekerd, type: boolean" TAIL
    "- {name: soort, type: text" TAIL
    "- {name: partner, type: person" TAIL;
static const struct { const char *name, *type; enum column_type column; } inputs[] = {
    {"inkomen", "amount", COLUMN_AMOUNT}, {"huur", "amount", COLUMN_AMOUNT}, {"kinderen", "number", COLUMN_NUMBER},
    {"geboren", "date", COLUMN_DATE}, {"verzekerd", "boolean", COLUMN_BOOLEAN},
};

struct gen { struct arena *a; struct dice d; };

static int below(struct gen *g, int n)
{
    return (int)dice_below(&g->d, n);
}

static struct str condition(struct gen *g, int depth);

static struct str number(struct gen *g, int depth)
{
    static const char *const leaves[] = {"$inkomen", "$inkomen", "$huur", "$kinderen", "$partnerinkomen"};
    static const char *const ops[] = {"ADD", "SUBTRACT", "MIN", "MAX"};
    static const char *const rates[] = {"0.137", "-0.0427", "0.5", "-1", "2", "0.33333", "-0.2", "1.5"};
    static const char *const roundings[] = {"ROUND", "FLOOR", "CEIL"};
    if (depth == 0)
        return below(g, 3) ? str_of(leaves[below(g, COUNT(leaves))]) : str_format(g->a, "%d", below(g, 20000));
    struct str x = number(g, depth - 1), y = number(g, depth - 1), when;
    int k;
    switch (below(g, 6)) {
    case 0:
    case 1: return str_format(g->a, "{operation: %s, values: [" STR_FMT ", " STR_FMT "]}", ops[below(g, 4)], STR_ARG(x), STR_ARG(y));
    case 2:
    case 3: return str_format(g->a, "{operation: MULTIPLY, values: [" STR_FMT ", %s]}", STR_ARG(x), rates[below(g, COUNT(rates))]);
    case 4:
        k = below(g, 3);
        return str_format(g->a, "{operation: %s, precision: %d, value: " STR_FMT "}", roundings[k], -below(g, 3), STR_ARG(x));
    default:
        when = condition(g, depth - 1);
        return str_format(g->a, "{operation: IF, cases: [{when: " STR_FMT ", then: " STR_FMT "}], default: " STR_FMT "}",
                          STR_ARG(when), STR_ARG(x), STR_ARG(y));
    }
}

static struct str condition(struct gen *g, int depth)
{
    static const char *const ops[] = {"GREATER_THAN", "LESS_THAN", "GREATER_THAN_OR_EQUAL", "LESS_THAN_OR_EQUAL"};
    struct str x, y;
    int k = below(g, 4);
    switch (below(g, 7)) {
    case 0: return S("{operation: EQUALS, subject: $verzekerd, value: true}");
    case 1: return str_format(g->a, "{operation: %s, subject: {operation: AGE, date_of_birth: $geboren, "
                              "reference_date: $referencedate}, value: %d}", ops[k], below(g, 80));
    case 2: return S("{operation: EQUALS, subject: $partner_bsn, value: null}");
    case 3:
        x = condition(g, depth > 0 ? depth - 1 : 0);
        y = condition(g, depth > 0 ? depth - 1 : 0);
        return str_format(g->a, "{operation: %s, conditions: [" STR_FMT ", " STR_FMT "]}",
                          below(g, 2) ? "AND" : "OR", STR_ARG(x), STR_ARG(y));
    default:
        x = number(g, depth > 0 ? depth - 1 : 0);
        return str_format(g->a, "{operation: %s, subject: " STR_FMT ", value: %d}", ops[k], STR_ARG(x), below(g, 20000));
    }
}

/* What goes down with the income of both, as allowances do, or anything at all. */
static struct str amount(struct gen *g, int depth)
{
    if (below(g, 3) == 0)
        return number(g, depth);
    int precision = -below(g, 3), most = 500 + below(g, 5000), rate = 1 + below(g, 500), threshold = below(g, 9000);
    return str_format(g->a, "{operation: FLOOR, precision: %d, value: {operation: MAX, values: [0, {operation: SUBTRACT, values: [%d, "
                      "{operation: MULTIPLY, values: [0.%d, {operation: MAX, values: [0, {operation: SUBTRACT, values: [{operation: ADD, "
                      "values: [$inkomen, $partnerinkomen]}, %d]}]}]}]}]}}", precision, most, rate, threshold);
}

static void no_faults(struct arena tmp, const struct faults *f, struct str text)
{
    struct buf out = buf_open(&tmp, 100000);
    faults_print(f, &out);
    if (f->count) {
        fprintf(stderr, STR_FMT "\n" STR_FMT, STR_ARG(text), STR_ARG(buf_str(&out)));
        fail_msg("%d faults", f->count);
    }
}

static struct law *law_from(struct arena *a, struct str id, struct str right, struct str amount, bool monthly)
{
    struct buf text = buf_open(a, 1 << 18), side = buf_open(a, 1 << 16);
    struct faults f = faults_open(a);
    buf_print(&text, "$id: wet_" STR_FMT "\nregulatory_layer: WET\npublication_date: '2020-01-01'\nvalid_from: '2020-01-01'\n"
              "bwb_id: BWBR0000001\nurl: https://example.nl\narticles:\n", STR_ARG(id));
    buf_add(&side, S("bind:\n"));
    for (int article = 1; article <= 2; article++) {
        buf_print(&text, "  - number: '%d'\n    text: t\n    url: https://example.nl\n    machine_readable:\n      execution:\n"
                  "        parameters: [{name: bsn, type: string, required: true}]\n        input:\n"
                  "          - {name: partner_bsn, type: string, source: {}}\n", article);
        buf_print(&side, "- {article: '%d', input: partner_bsn, fact: partner}\n", article);
        for (int i = 0; i < COUNT(inputs); i++) {
            buf_print(&text, "          - {name: %s, type: %s, source: {}}\n", inputs[i].name, inputs[i].type);
            buf_print(&side, "- {article: '%d', input: %s, fact: %s}\n", article, inputs[i].name, inputs[i].name);
        }
        if (article == 1)
            buf_add(&text, S("        output: [{name: eigen, type: number}]\n        actions: [{output: eigen, value: "
                             "{operation: ADD, values: [$inkomen, 0]}}]\n"));
    }
    buf_print(&text, "          - {name: rauw, type: number, source: {output: eigen, parameters: {bsn: $partner_bsn}}}\n"
              "          - {name: partnerinkomen, type: number, source: {output: partnerdeel}}\n"
              "        output: [{name: recht, type: boolean}, {name: bedrag, type: amount}, {name: partnerdeel, type: number}]\n"
              "        actions:\n          - {output: partnerdeel, value: {operation: IF, cases: [{when: {operation: EQUALS, subject: "
              "$partner_bsn, value: null}, then: 0}], default: $rauw}}\n"
              "          - {output: recht, value: {operation: AND, conditions: [");
    buf_add(&text, right);
    buf_add(&text, S("]}}\n          - {output: bedrag, operation: ROUND, precision: 0, value: "));
    buf_add(&text, amount);
    buf_add(&text, S("}\n"));
    buf_print(&side, "scheme: {id: " STR_FMT ", name: {nl: r, en: r}, executor: x, entitled: recht, amount: bedrag, "
              "amount_period: %s, apply: {nl: a, en: a, url: 'https://example.nl'}}\n", STR_ARG(id), monthly ? "month" : "year");
    struct law *law = law_read(a, str_format(a, STR_FMT ".yaml", STR_ARG(id)), buf_str(&text), &f);
    no_faults(*a, &f, buf_str(&text));
    law_read_sidecar(a, law, S("side"), buf_str(&side), &f);
    no_faults(*a, &f, buf_str(&side));
    return law;
}

static struct law_set set_of(struct arena *a, struct law *list)
{
    struct faults f = faults_open(a), missing = faults_open(a);
    struct facts facts = facts_read(a, S("facts.yaml"), str_of(dictionary), &f);
    struct law_set set = law_set_make(a, list, facts, &f, &missing);
    no_faults(*a, &f, S("set"));
    no_faults(*a, &missing, S("set"));
    return set;
}

static int32_t day(const char *iso)
{
    int32_t out;
    assert_true(date_parse(str_of(iso), &out));
    return out;
}

/* ---- people -------------------------------------------------------------------------------------------------- */

static void set_cell(struct table *t, struct str name, int64_t row, int64_t v, enum cell_state state)
{
    struct column *c = &t->columns[table_find(t, name) - t->columns];
    c->states[row] = (uint8_t)state;
    v = state == CELL_PRESENT ? v : 0;
    switch (c->type) {
    case COLUMN_BOOLEAN: ((uint8_t *)c->cells)[row] = (uint8_t)v; break;
    case COLUMN_AMOUNT:
    case COLUMN_NUMBER: ((int64_t *)c->cells)[row] = v; break;
    default: ((int32_t *)c->cells)[row] = (int32_t)v;
    }
}

static int64_t random_cell(struct gen *g, enum column_type type)
{
    switch (type) {
    case COLUMN_BOOLEAN: return below(g, 2);
    case COLUMN_NUMBER: return below(g, 13);
    case COLUMN_DATE: return day("1940-01-01") + below(g, 30000);
    case COLUMN_PERSON: return below(g, 12) ? below(g, ROWS) : -1; /* some dangling */
    default: return below(g, 40) ? below(g, 20000) : 99999999; /* some impossible */
    }
}

static struct table random_people(struct gen *g)
{
    struct table t = table_open(g->a, ROWS);
    for (int i = 0; i <= COUNT(inputs); i++) {
        struct str name = i < COUNT(inputs) ? str_of(inputs[i].name) : S("partner");
        enum column_type type = i < COUNT(inputs) ? inputs[i].column : COLUMN_PERSON;
        table_add(&t, name, type);
        for (int64_t row = 0; row < ROWS; row++) {
            int64_t v = random_cell(g, type);
            set_cell(&t, name, row, v, below(g, 8) ? CELL_PRESENT : (enum cell_state)(1 + below(g, 3)));
        }
    }
    return t;
}

/* ---- pieces beside the reference -------------------------------------------------------------------------------- */

static const struct break_piece *piece_at(const struct break_scheme *s, int64_t value)
{
    for (int i = 0; i < s->pieces.count; i++)
        if (value >= s->pieces.at[i].from && value <= s->pieces.at[i].to)
            return &s->pieces.at[i];
    fail_msg("no piece has %lld", (long long)value);
    return NULL;
}

static struct one reference(struct arena tmp, const struct breaks_ask *ask, struct str scheme, int64_t value)
{
    struct plan *p;
    struct table t = *ask->people;
    int64_t row = ask->row;
    if (ask->relation)
        row = column_int(table_find(&t, ask->relation->name), row);
    struct column *c = &t.columns[table_find(&t, ask->fact->name) - t.columns];
    uint8_t state = c->states[row];
    int64_t was = column_int(c, row);
    set_cell(&t, ask->fact->name, row, value, CELL_PRESENT);
    if (!plan_make(&tmp, ask->laws, scheme, ask->date, &p, &e))
        fail_msg("%s", e.text);
    struct binding_set *b = eval_bind(&tmp, p, &t);
    struct one one = eval_reference(tmp, b, ask->row);
    set_cell(&t, ask->fact->name, row, was, (enum cell_state)state);
    if (one.verdict == VERDICT_NO) { /* no right, no amount */
        one.amount_state = CELL_ABSENT;
        one.amount_cents = 0;
    }
    return one;
}

static void check_value(const struct breaks_ask *ask, const struct breaks *b, int64_t value)
{
    for (int i = 0; i < b->scheme_count; i++) {
        const struct break_piece *p = piece_at(&b->schemes[i], value);
        struct one one = reference(boot, ask, b->schemes[i].scheme->id, value);
        int64_t cents = p->at.state == CELL_PRESENT ? break_piece_cents(p, b->step, value) : 0;
        if (p->at.kind != one.verdict || p->at.state != one.amount_state || cents != one.amount_cents)
            fail_msg("at %lld: %s %d %lld, reference %s %d %lld", (long long)value, break_kind_name((enum break_kind)p->at.kind),
                     p->at.state, (long long)cents, verdict_name(one.verdict), one.amount_state, (long long)one.amount_cents);
    }
}

/* The sum is what its parts are, at both ends of each piece and in the middle; and pieces meet. */
static void check_sums(const struct breaks *b)
{
    for (int k = 0; k < b->sum_count; k++) {
        const struct break_sum *s = &b->sums[k];
        assert_int_equal(s->from, k ? b->sums[k - 1].to + b->step : b->from);
        int64_t first = 0, last = 0;
        bool known = true;
        for (int i = 0; i < b->scheme_count; i++) {
            const struct break_piece *p = piece_at(&b->schemes[i], s->from);
            int times = b->schemes[i].scheme->monthly ? 12 : 1;
            assert_true(s->to <= p->to);
            known &= p->at.kind == BREAK_NO || (p->at.kind == BREAK_YES && p->at.state == CELL_PRESENT);
            first += p->at.kind == BREAK_YES ? times * break_piece_cents(p, b->step, s->from) : 0;
            last += p->at.kind == BREAK_YES ? times * break_piece_cents(p, b->step, s->to) : 0;
        }
        assert_int_equal(s->kind == BREAK_UNKNOWN, !known);
        assert_int_equal(s->cents, known ? first : 0);
        assert_int_equal(s->last_cents, known ? last : 0);
    }
    assert_int_equal(b->sums[b->sum_count - 1].to, b->to);
}

static void check_edges(const struct breaks_ask *ask, const struct breaks *b, struct gen *g)
{
    for (int i = 0; i < b->scheme_count; i++) {
        const struct break_pieces *p = &b->schemes[i].pieces;
        for (int k = 1; k < p->count; k += 1 + p->count / 50) {
            check_value(ask, b, p->at[k].from);
            check_value(ask, b, p->at[k].from - b->step);
            if (p->at[k].from + b->step <= b->to)
                check_value(ask, b, p->at[k].from + b->step);
        }
    }
    int64_t values = (b->to - b->from) / b->step + 1;
    for (int i = 0; i < 60; i++)
        check_value(ask, b, b->from + dice_below(&g->d, values) * b->step);
    check_value(ask, b, b->from);
    check_value(ask, b, b->to);
    check_sums(b);
}

static struct breaks_ask random_ask(struct gen *g, const struct law_set *laws, const struct table *people)
{
    static const struct { const char *name; int64_t from, to; } walks[] = {
        {"inkomen", -1000, 30000}, {"inkomen", -1000, 30000}, {"inkomen", 0, 20000}, {"huur", 0, 20000},
        {"kinderen", 0, 12}, {"geboren", -20000, 20000},
    };
    int k = below(g, COUNT(walks));
    struct breaks_ask ask = {.laws = laws, .people = people, .date = day("2026-11-24"), .row = below(g, ROWS), .step = 1 + below(g, 3),
                             .from = walks[k].from, .to = walks[k].to, .fact = facts_find(&laws->facts, str_of(walks[k].name))};
    ask.from += below(g, 2) * below(g, (int)(ask.to - ask.from) / 2);
    const struct column *partner = table_find(people, S("partner"));
    int64_t other = column_int(partner, ask.row);
    if (below(g, 2) && column_state(partner, ask.row) == CELL_PRESENT && other >= 0 && other < ROWS)
        ask.relation = facts_find(&laws->facts, S("partner"));
    return ask;
}

static void test_random_laws(void **s) /* INV-9 INV-3 */
{
    (void)s;
    int partners = 0, lines = 0, unknown = 0;
    for (int seed = 0; seed < LAWS; seed++) {
        struct arena outer = boot;
        struct gen g = {&boot, dice_open((uint64_t)seed, 3)};
        struct str right = condition(&g, 1), sum = amount(&g, 3); /* one after the other: the same laws by each compiler */
        struct law *one = law_from(&boot, S("een"), right, sum, false);
        right = condition(&g, 2);
        sum = amount(&g, 2);
        one->next = law_from(&boot, S("twee"), right, sum, true);
        struct law_set set = set_of(&boot, one);
        struct table people = random_people(&g);
        struct breaks_ask ask = random_ask(&g, &set, &people);
        struct breaks b;
        if (!breaks_find(&boot, &ask, &b, &e))
            fail_msg("seed %d: %s", seed, e.text);
        assert_true(b.exact);
        assert_int_equal(b.scheme_count, 2);
        check_edges(&ask, &b, &g);
        partners += ask.relation != NULL;
        for (int i = 0; i < b.schemes[0].pieces.count; i++) {
            lines += b.schemes[0].pieces.at[i].unit != 0;
            unknown += b.schemes[0].pieces.at[i].at.kind == BREAK_UNKNOWN;
        }
        boot = outer;
    }
    assert_true(partners > LAWS / 10 && lines > LAWS / 10 && unknown > LAWS / 40); /* else little was tried */
}

/* ---- one law, by hand ------------------------------------------------------------------------------------------ */

static struct law_set taper(struct arena *a)
{
    return set_of(a, law_from(a, S("toeslag"), S("{operation: LESS_THAN_OR_EQUAL, subject: $inkomen, value: 20000}"),
                              S("{operation: FLOOR, precision: -2, value: {operation: SUBTRACT, values: [5000, {operation: MULTIPLY, "
                                "values: [0.137, {operation: MAX, values: [0, {operation: SUBTRACT, values: [$inkomen, 10000]}]}]}]}}"),
                              true));
}

static struct breaks_ask along_income(const struct law_set *laws, const struct table *people)
{
    return (struct breaks_ask){.laws = laws, .people = people, .fact = facts_find(&laws->facts, S("inkomen")), .from = 0, .to = 30000,
                               .step = 1, .date = day("2026-11-24")};
}

static struct table nobody_known(struct arena *a)
{
    struct table t = table_open(a, 1);
    table_add(&t, S("partner"), COLUMN_PERSON);
    set_cell(&t, S("partner"), 0, 0, CELL_ABSENT);
    return t;
}

static void test_what_one_euro_more_costs(void **s)
{
    (void)s;
    struct arena tmp = boot;
    struct law_set laws = taper(&tmp);
    struct table people = nobody_known(&tmp);
    struct breaks_ask ask = along_income(&laws, &people);
    struct breaks b;
    assert_true(breaks_find(&tmp, &ask, &b, &e));
    const struct break_scheme *found = &b.schemes[0];
    assert_int_equal(found->pieces.count, 3);
    assert_int_equal(found->stop_count, 1);
    assert_int_equal(found->stops[0], 20000);
    assert_int_equal(found->start_count + found->jumps.count, 0);
    assert_int_equal(b.lowest, 1);
    assert_true(str_eq(rational_print(&tmp, b.sums[1].percent), S("164.4"))); /* a month's 13.7 per cent, twelve times */
    assert_int_equal(b.jumps.count, 1);
    assert_int_equal(b.jumps.at[0].at, 20001);
    assert_int_equal(b.jumps.at[0].cents, -12 * 3600);
    struct buf nl = buf_open(&tmp, 1 << 16), json = buf_open(&tmp, 1 << 16);
    breaks_text(&tmp, &b, false, &nl);
    assert_true(str_find(buf_str(&nl), S("164,4\u00a0%")) > 0 && str_find(buf_str(&nl), S("stopt na €\u00a0200,00")) > 0);
    js_canonical(breaks_json(&tmp, &b), &json);
    assert_true(str_find(buf_str(&json), S("\"percent\":\"164.4\"")) > 0 && str_find(buf_str(&json), S("\"stops\":[20000]")) > 0);
}

static void test_unknown_stays_unknown(void **s) /* INV-3 */
{
    (void)s;
    struct arena tmp = boot;
    struct law *one = law_from(&tmp, S("toeslag"), S("{operation: EQUALS, subject: $verzekerd, value: true}"), S("$inkomen"), false);
    struct law_set laws = set_of(&tmp, one);
    struct table people = nobody_known(&tmp);
    struct breaks_ask ask = along_income(&laws, &people);
    struct breaks b;
    assert_true(breaks_find(&tmp, &ask, &b, &e));
    for (int i = 0; i < b.sum_count; i++)
        assert_int_equal(b.sums[i].kind, BREAK_UNKNOWN);
    assert_int_equal(b.jumps.count + b.schemes[0].start_count + b.schemes[0].stop_count, 0);
    assert_int_equal(b.lowest, -1);
}

static void test_refused(void **s)
{
    (void)s;
    struct arena tmp = boot;
    struct law_set laws = taper(&tmp);
    struct table people = nobody_known(&tmp);
    const struct { struct breaks_ask ask; const char *word; } cases[] = {
        {{.to = 30001, .step = 1}, "believes"}, {{.from = -1001, .step = 1}, "believes"}, {{.from = 2, .to = 1, .step = 1}, "goes up"},
        {{.to = 1}, "at least 1"}, {{.fact = facts_find(&laws.facts, S("soort")), .step = 1}, "no amount"},
        {{.fact = facts_find(&laws.facts, S("verzekerd")), .step = 1}, "no amount"},
        {{.relation = facts_find(&laws.facts, S("partner")), .step = 1}, "has no partner"},
        {{.scheme = S("iets"), .step = 1}, "no scheme"},
    };
    for (int i = 0; i < COUNT(cases); i++) {
        struct breaks_ask ask = cases[i].ask;
        struct breaks b;
        ask.laws = &laws;
        ask.people = &people;
        ask.date = day("2026-11-24");
        ask.fact = ask.fact ? ask.fact : facts_find(&laws.facts, S("inkomen"));
        assert_false(breaks_find(&tmp, &ask, &b, &e));
        if (!strstr(e.text, cases[i].word))
            fail_msg("case %d: \"%s\" is not in \"%s\"", i, cases[i].word, e.text);
    }
    struct breaks_ask days = {.laws = &laws, .people = &people, .from = 0, .to = LIMIT_BREAKS_DAYS, .step = 1};
    struct breaks b;
    assert_false(breaks_find(&tmp, &days, &b, &e));
    assert_int_equal(e.code, ERR_LIMIT);
}

/* What kernels can't do is walked on a grid and closer, and said to be inexact; the edge is found all the same. */
static void test_by_the_reference(void **s)
{
    (void)s;
    struct arena tmp = boot;
    struct law *one = law_from(&tmp, S("toeslag"), S("{operation: LESS_THAN, subject: {operation: DIVIDE, values: [$inkomen, "
                               "{operation: ADD, values: [$kinderen, 7]}]}, value: 1111}"), S("5000"), false);
    struct law_set laws = set_of(&tmp, one);
    struct table people = nobody_known(&tmp);
    table_add(&people, S("kinderen"), COLUMN_NUMBER);
    set_cell(&people, S("kinderen"), 0, 4, CELL_PRESENT);
    struct breaks_ask ask = along_income(&laws, &people);
    struct breaks b;
    assert_true(breaks_find(&tmp, &ask, &b, &e));
    assert_false(b.exact || b.schemes[0].exact);
    assert_true(b.schemes[0].why.len > 0 && b.schemes[0].values < 5000);
    assert_int_equal(b.schemes[0].stop_count, 1);
    assert_int_equal(b.schemes[0].stops[0], 11 * 1111 - 1);
    ask.from = 12000; /* few enough values: each of them, and exact */
    ask.to = 13000;
    assert_true(breaks_find(&tmp, &ask, &b, &e));
    assert_true(b.exact);
    assert_int_equal(b.schemes[0].stops[0], 11 * 1111 - 1);
}

/* A law that gets no plan is unknown, says why, and leaves the others as they are. */
static void test_without_a_plan(void **s)
{
    (void)s;
    struct arena tmp = boot;
    struct law *one = law_from(&tmp, S("een"), S("{operation: LESS_THAN, subject: $inkomen, value: 20000}"), S("$verzekerd"), false);
    one->next = law_from(&tmp, S("twee"), S("{operation: LESS_THAN, subject: $inkomen, value: 9000}"), S("7000"), true);
    struct law_set laws = set_of(&tmp, one);
    struct table people = nobody_known(&tmp);
    struct breaks_ask ask = along_income(&laws, &people);
    for (int days = 0; days < 2; days++) {
        struct breaks b;
        if (days) {
            ask.fact = NULL;
            ask.from = ask.date;
            ask.to = ask.date + 3;
        }
        assert_true(breaks_find(&tmp, &ask, &b, &e));
        assert_true(!b.exact && !b.schemes[0].exact && b.schemes[1].exact);
        assert_true(b.schemes[0].why.len > 0 && b.schemes[1].why.len == 0);
        assert_int_equal(b.schemes[0].pieces.count, 1);
        assert_int_equal(b.schemes[0].pieces.at[0].at.kind, BREAK_UNKNOWN);
        assert_int_equal(b.schemes[1].stop_count, days ? 0 : 1);
        assert_int_equal(b.sums[0].kind, BREAK_UNKNOWN);
    }
}

static void test_along_the_date(void **s)
{
    (void)s;
    struct arena tmp = boot;
    struct law *one = law_from(&tmp, S("toeslag"), S("{operation: GREATER_THAN_OR_EQUAL, subject: {operation: AGE, "
                               "date_of_birth: $geboren, reference_date: $referencedate}, value: 18}"), S("5000"), false);
    struct law_set laws = set_of(&tmp, one);
    struct table people = nobody_known(&tmp);
    table_add(&people, S("geboren"), COLUMN_DATE);
    set_cell(&people, S("geboren"), 0, day("2008-03-15"), CELL_PRESENT);
    struct breaks_ask ask = {.laws = &laws, .people = &people, .from = day("2019-12-01"), .to = day("2020-02-01"), .step = 1};
    struct breaks b;
    assert_true(breaks_find(&tmp, &ask, &b, &e));
    assert_int_equal(b.schemes[0].pieces.count, 2); /* no law before 2020, no right after */
    assert_int_equal(b.schemes[0].pieces.at[0].at.kind, BREAK_NO_LAW);
    assert_int_equal(b.schemes[0].pieces.at[1].from, day("2020-01-01"));
    ask.from = day("2026-01-01");
    ask.to = day("2026-12-31");
    assert_true(breaks_find(&tmp, &ask, &b, &e));
    assert_int_equal(b.schemes[0].start_count, 1);
    assert_int_equal(b.schemes[0].starts[0], day("2026-03-15"));
    assert_int_equal(b.jumps.at[0].cents, 5000);
}

static void holds(struct str all, const char *part, bool should)
{
    if ((str_find(all, str_of(part)) >= 0) != should)
        fail_msg("\"%s\" is %s:\n" STR_FMT, part, should ? "not there" : "there", STR_ARG(all));
}

/* Words for who cannot see it, dashes for who sees no colours, nothing of the text unescaped. */
static void test_plot(void **s)
{
    (void)s;
    struct arena tmp = boot;
    struct law *one = law_from(&tmp, S("een"), S("{operation: LESS_THAN, subject: $inkomen, value: 20000}"),
                               S("{operation: MULTIPLY, values: [0.25, $inkomen]}"), false);
    one->next = law_from(&tmp, S("twee"), S("{operation: LESS_THAN, subject: $inkomen, value: 9000}"), S("7000"), true);
    one->scheme->name = (struct phrase){S("een <& \"twee\""), S("one")};
    struct law_set laws = set_of(&tmp, one);
    struct table people = nobody_known(&tmp);
    struct breaks_ask ask = along_income(&laws, &people);
    struct breaks b;
    struct buf nl = buf_open(&tmp, LIMIT_BREAKS_SVG), en = buf_open(&tmp, LIMIT_BREAKS_SVG), full = buf_open(&tmp, 500);
    assert_true(breaks_find(&tmp, &ask, &b, &e));
    breaks_svg(&tmp, &b, S("p"), false, &nl);
    breaks_svg(&tmp, &b, S("p"), true, &en);
    breaks_svg(&tmp, &b, S("p"), true, &full);
    assert_true(!nl.over && !en.over && full.over);
    static const char *const there[] = {"role=\"img\" aria-labelledby=\"p-title p-desc\"", "<title id=\"p-title\">",
                                        "<desc id=\"p-desc\">", "een &lt;&amp; &quot;twee&quot;",
                                        "dasharray=\"7 3\"", "Wat een euro meer kost",
                                        "alle regelingen samen"};
    for (int i = 0; i < COUNT(there); i++)
        holds(buf_str(&nl), there[i], true);
    holds(buf_str(&en), "What one euro more costs", true);
    holds(buf_str(&nl), "style=", false);            /* the pages' policy would block it */
    holds(buf_str(&nl), "niet bekend", false);
    ask.fact = facts_find(&laws.facts, S("kinderen"));
    ask.to = 12;
    assert_true(breaks_find(&tmp, &ask, &b, &e));    /* the income is not known now, and children are no euros */
    struct buf unknown = buf_open(&tmp, LIMIT_BREAKS_SVG);
    breaks_svg(&tmp, &b, S("p"), false, &unknown);
    holds(buf_str(&unknown), "niet bekend", true);
    holds(buf_str(&unknown), "Wat een euro meer kost", false);
}

/* However long the walk, the memory is that of its result and the fixed part. */
static void test_memory_is_bounded(void **s)
{
    (void)s;
    struct arena tmp = boot;
    struct law *one = law_from(&tmp, S("toeslag"), S("{operation: LESS_THAN, subject: $huur, value: 19000000}"),
                               S("{operation: MULTIPLY, values: [0.25, $huur]}"), false);
    struct law_set laws = set_of(&tmp, one);
    struct table people = nobody_known(&tmp);
    struct breaks_ask ask = along_income(&laws, &people);
    ask.fact = facts_find(&laws.facts, S("huur"));
    ask.to = 20000000;
    char *before = tmp.at;
    struct breaks b;
    assert_true(breaks_find(&tmp, &ask, &b, &e));
    assert_int_equal(b.schemes[0].pieces.count, 2);
    assert_true(b.exact);
    assert_int_equal(b.schemes[0].values, 20000001);
    assert_true(tmp.at - before < LIMIT_BREAKS_BYTES + (1 << 20));
}

int main(void)
{
    boot = arena_open(LIMIT_ARENA_BOOT);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_random_laws), cmocka_unit_test(test_what_one_euro_more_costs),
        cmocka_unit_test(test_unknown_stays_unknown), cmocka_unit_test(test_refused), cmocka_unit_test(test_by_the_reference),
        cmocka_unit_test(test_without_a_plan),
        cmocka_unit_test(test_along_the_date), cmocka_unit_test(test_plot), cmocka_unit_test(test_memory_is_bounded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
