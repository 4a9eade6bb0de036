/* SPDX-License-Identifier: EUPL-1.2 */
/* ops_test.c: every operation of ops.def with every state of its operands, against tables written by
 * hand from docs/SEMANTICS.md, for reference and kernels; people who are not there; and the days on
 * which an age or a term is completed. INV-3 INV-9
 */
#include "laws_test.h"

static struct arena boot;

static const char dictionary[] =
    "facts:\n"
    "- {name: bx, type: boolean" FACT_TAIL "- {name: by, type: boolean" FACT_TAIL
    "- {name: nx, type: number" FACT_TAIL "- {name: ny, type: number" FACT_TAIL
    "- {name: dx, type: date" FACT_TAIL "- {name: dy, type: date" FACT_TAIL
    "- {name: tx, type: text" FACT_TAIL "- {name: ty, type: text" FACT_TAIL
    "- {name: partner, type: person" FACT_TAIL;

static const char law_text[] =
    "$id: wet\nregulatory_layer: WET\npublication_date: '2020-01-01'\nvalid_from: '2020-01-01'\nbwb_id: BWBR0000001\n"
    "url: https://example.nl\narticles:\n  - number: '1'\n    text: t\n    url: https://example.nl\n"
    "    machine_readable:\n      definitions: {lijst: {value: [null, 4]}}\n      execution:\n"
    "        parameters: [{name: bsn, type: string, required: true}]\n        input:\n"
    "          - {name: bx, type: boolean, source: {}}\n          - {name: by, type: boolean, source: {}}\n"
    "          - {name: nx, type: number, source: {}}\n          - {name: ny, type: number, source: {}}\n"
    "          - {name: dx, type: date, source: {}}\n          - {name: dy, type: date, source: {}}\n"
    "          - {name: tx, type: string, source: {}}\n          - {name: ty, type: string, source: {}}\n"
    "          - {name: partner_bsn, type: string, source: {}}\n"
    "          - {name: van_partner, type: number, source: {regulation: wet, output: eigen, parameters: {bsn: $partner_bsn}}}\n"
    "        actions:\n          - {output: eigen, value: $nx}\n          - {output: uit, value: ";

static const char binds[] =
    "bind:\n- {article: '1', input: bx, fact: bx}\n- {article: '1', input: by, fact: by}\n"
    "- {article: '1', input: nx, fact: nx}\n- {article: '1', input: ny, fact: ny}\n"
    "- {article: '1', input: dx, fact: dx}\n- {article: '1', input: dy, fact: dy}\n"
    "- {article: '1', input: tx, fact: tx}\n- {article: '1', input: ty, fact: ty}\n"
    "- {article: '1', input: partner_bsn, fact: partner}\n";

static struct str law_of(struct arena *a, const char *expression)
{
    return str_format(a, "%s%s}\n", law_text, expression);
}

static bool plan_for(struct arena *a, const char *expression, int32_t on, struct plan **p, struct err *e)
{
    struct law *law = law_from(a, S("wet.yaml"), law_of(a, expression), str_of(binds));
    struct law_set *set = arena_new(a, struct law_set, 1);
    *set = set_from(a, law, facts_from(a, str_of(dictionary)));
    return plan_output(a, set, S("wet"), S("uit"), on, p, e);
}

/* ---- states ------------------------------------------------------------------------------------------- */

/* x runs down and y across, in the order of its symbols: for truth values T true, N false, U unknown, A absent,
 * X faulty; for all else P present, U, A, X. A wanted answer is one of these too; P: present, whatever it is. */
#define TRUTHS "TNUAX"
#define VALUES "PUAX"
#define STRICT1 "PUXX"
#define STRICT2 "PUXX UUXX XXXX XXXX"
#define ALL_FAULTY "XXXX"

enum how { BOTH, REFERENCE_ONLY, REFUSED };
struct rule {
    enum law_op op;
    const char *expression;
    char x, y;                       /* type of the operand: b n d t; 0 = there is none */
    const char *want;
    enum how how;
};

#define OF(op, keys) "{operation: " #op ", " keys "}"
#define VALUES_OP(op, pair)                                                           \
    {OP_##op, OF(op, "values: [$nx, $ny]"), 'n', 'n', STRICT2, pair},                 \
    {OP_##op, OF(op, "values: [$nx, 2]"), 'n', 0, STRICT1, BOTH},                     \
    {OP_##op, OF(op, "values: [$nx]"), 'n', 0, STRICT1, BOTH},                        \
    {OP_##op, OF(op, "values: [$nx, null]"), 'n', 0, ALL_FAULTY, pair}
#define ROUNDING_OP(op)                                                               \
    {OP_##op, OF(op, "precision: 0, value: $nx"), 'n', 0, STRICT1, BOTH},             \
    {OP_##op, OF(op, "precision: -2, value: $nx"), 'n', 0, STRICT1, BOTH},            \
    {OP_##op, OF(op, "precision: 1, value: null"), 0, 0, "X", BOTH}
#define COMPARE_OP(op, present)                                                                                       \
    {OP_##op, OF(op, "subject: $nx, value: $ny"), 'n', 'n', present "UXX UUXX XXXX XXXX", BOTH},                      \
    {OP_##op, OF(op, "subject: $dx, value: $dy"), 'd', 'd', present "UXX UUXX XXXX XXXX", BOTH},                      \
    {OP_##op, OF(op, "subject: $nx, value: 4"), 'n', 0, present "UXX", BOTH},                                         \
    {OP_##op, OF(op, "subject: $nx, value: null"), 'n', 0, ALL_FAULTY, BOTH},                                         \
    {OP_##op, OF(op, "subject: {operation: AGE, date_of_birth: $dx, reference_date: '2018-02-28'}, value: 18"), 'd', 0, \
     present "UXX", BOTH},                                                                                            \
    {OP_##op, OF(op, "subject: {operation: DATE_ADD, date: $dx, years: 1}, value: '2001-02-28'"), 'd', 0, present "UXX", BOTH}

static const struct rule rules[] = {
    VALUES_OP(ADD, BOTH), VALUES_OP(SUBTRACT, BOTH), VALUES_OP(MULTIPLY, BOTH), VALUES_OP(MIN, BOTH), VALUES_OP(MAX, BOTH),
    VALUES_OP(DIVIDE, REFERENCE_ONLY),
    {OP_DIVIDE, OF(DIVIDE, "values: [$nx, 0]"), 'n', 0, "XUXX", REFERENCE_ONLY},
    ROUNDING_OP(ROUND), ROUNDING_OP(CEIL), ROUNDING_OP(FLOOR),
    {OP_AND, OF(AND, "conditions: [$bx, $by]"), 'b', 'b', "TNUXX NNNNN UNUXX XNXXX XNXXX", BOTH},
    {OP_AND, OF(AND, "conditions: [$bx]"), 'b', 0, "TNUXX", BOTH},
    {OP_AND, OF(AND, "conditions: [$bx, true]"), 'b', 0, "TNUXX", BOTH},
    {OP_AND, OF(AND, "conditions: [false, $bx]"), 'b', 0, "NNNNN", BOTH},
    {OP_AND, OF(AND, "conditions: [$bx, null]"), 'b', 0, "XNXXX", BOTH},
    {OP_AND, OF(AND, "conditions: [$bx, $bx]"), 'b', 0, "TNUXX", BOTH},
    {OP_AND, OF(AND, "conditions: []"), 0, 0, "T", BOTH},
    {OP_OR, OF(OR, "conditions: [$bx, $by]"), 'b', 'b', "TTTTT TNUXX TUUXX TXXXX TXXXX", BOTH},
    {OP_OR, OF(OR, "conditions: [$bx]"), 'b', 0, "TNUXX", BOTH},
    {OP_OR, OF(OR, "conditions: [$bx, true]"), 'b', 0, "TTTTT", BOTH},
    {OP_OR, OF(OR, "conditions: [false, $bx]"), 'b', 0, "TNUXX", BOTH},
    {OP_OR, OF(OR, "conditions: [null, $bx]"), 'b', 0, "TXXXX", BOTH},
    {OP_OR, OF(OR, "conditions: []"), 0, 0, "N", BOTH},
    {OP_NOT, OF(NOT, "value: $bx"), 'b', 0, "NTUXX", BOTH},
    {OP_NOT, OF(NOT, "value: null"), 0, 0, "X", BOTH},
    {OP_EQUALS, OF(EQUALS, "subject: $nx, value: $ny"), 'n', 'n', "TUNX UUUX NUTX XXXX", BOTH},
    {OP_EQUALS, OF(EQUALS, "subject: $dx, value: $dy"), 'd', 'd', "TUNX UUUX NUTX XXXX", BOTH},
    {OP_EQUALS, OF(EQUALS, "subject: $tx, value: $ty"), 't', 't', "TUNX UUUX NUTX XXXX", REFERENCE_ONLY},
    {OP_EQUALS, OF(EQUALS, "subject: $tx, value: huur"), 't', 0, "TUNX", BOTH},
    {OP_EQUALS, OF(EQUALS, "subject: $tx, value: koop"), 't', 0, "NUNX", BOTH},
    {OP_EQUALS, OF(EQUALS, "subject: $dx, value: '2000-02-29'"), 'd', 0, "TUNX", BOTH},
    {OP_EQUALS, OF(EQUALS, "subject: $bx, value: $by"), 'b', 'b', "TNUNX NTUNX UUUUX NNUTX XXXXX", BOTH},
    {OP_EQUALS, OF(EQUALS, "subject: $bx, value: true"), 'b', 0, "TNUNX", BOTH},
    {OP_EQUALS, OF(EQUALS, "subject: $nx, value: 4.5"), 'n', 0, "NUNX", BOTH},
    {OP_EQUALS, OF(EQUALS, "subject: $nx, value: null"), 'n', 0, "NUTX", BOTH},
    {OP_EQUALS, OF(EQUALS, "subject: null, value: $bx"), 'b', 0, "NNUTX", BOTH},
    {OP_EQUALS, OF(EQUALS, "subject: null, value: null"), 0, 0, "T", BOTH},
    {OP_EQUALS, OF(EQUALS, "subject: $nx, value: huur"), 'n', 0, "", REFUSED},
    {OP_EQUALS, OF(EQUALS, "subject: $bx, value: 1"), 'b', 0, "", REFUSED},
    COMPARE_OP(GREATER_THAN, "N"), COMPARE_OP(LESS_THAN, "N"),
    COMPARE_OP(GREATER_THAN_OR_EQUAL, "T"), COMPARE_OP(LESS_THAN_OR_EQUAL, "T"),
    {OP_LESS_THAN, OF(LESS_THAN, "subject: $tx, value: koop"), 't', 0, "", REFUSED},
    {OP_LESS_THAN, OF(LESS_THAN, "subject: {operation: IF, cases: [{when: $bx, then: $dy}], default: '2001-01-01'}, "
                                 "value: '2000-12-31'"), 'b', 'd', "TUXX NNNN UUUU XXXX XXXX", BOTH},
    {OP_IF, OF(IF, "cases: [{when: $bx, then: $ny}], default: 7"), 'b', 'n', "PUAX PPPP UUUU XXXX XXXX", BOTH},
    {OP_IF, OF(IF, "cases: [{when: $bx, then: 7}], default: $ny"), 'b', 'n', "PPPP PUAX UUUU XXXX XXXX", BOTH},
    {OP_IF, OF(IF, "cases: [{when: $bx, then: $ny}]"), 'b', 'n', "PUAX AAAA UUUU XXXX XXXX", BOTH},
    {OP_IF, OF(IF, "cases: [{when: $bx, then: $by}], default: null"), 'b', 'b', "TNUAX AAAAA UUUUU XXXXX XXXXX", BOTH},
    {OP_IF, OF(IF, "cases: [{when: $bx, then: 1}, {when: $by, then: 2}], default: 3"), 'b', 'b',
     "PPPPP PPUXX UUUUU XXXXX XXXXX", BOTH},
    {OP_IF, OF(IF, "cases: [{when: null, then: $nx}], default: 3"), 'n', 0, ALL_FAULTY, BOTH},
    {OP_IF, OF(IF, "cases: [{when: true, then: $nx}], default: 3"), 'n', 0, "PUAX", BOTH},
    {OP_IF, OF(IF, "cases: [{when: $bx, then: true}, {when: $by, then: null}]"), 'b', 'b',
     "TTTTT AAUXX UUUUU XXXXX XXXXX", BOTH},
    {OP_IN, OF(IN, "subject: $nx, values: [$ny, 5]"), 'n', 'n', "TUNX UUUX NUTX XXXX", BOTH},
    {OP_IN, OF(IN, "subject: $nx, value: $lijst"), 'n', 0, "TUTX", BOTH},
    {OP_IN, OF(IN, "subject: $nx, values: [8, 9]"), 'n', 0, "NUNX", BOTH},
    {OP_IN, OF(IN, "subject: $nx, values: [4, $ny]"), 'n', 'n', "TTTT UUUX NUTX XXXX", BOTH},
    {OP_IN, OF(IN, "subject: $tx, values: [koop, huur]"), 't', 0, "TUNX", BOTH},
    {OP_IN, OF(IN, "subject: $dx, values: ['2000-02-28', '2000-02-29']"), 'd', 0, "TUNX", BOTH},
    {OP_IN, OF(IN, "subject: $nx, values: [huur]"), 'n', 0, "", REFUSED},
    {OP_LIST, OF(IN, "subject: $nx, value: {operation: LIST, items: [8, null]}"), 'n', 0, "NUTX", BOTH},
    {OP_LIST, OF(LIST, "items: [1, 2]"), 0, 0, "", REFUSED},
    /* A single value is a list of it, and an absent one an empty list. */
    {OP_FOREACH, OF(FOREACH, "collection: $nx, body: $item, combine: ADD"), 'n', 0, "PUPX", BOTH},
    {OP_FOREACH, OF(FOREACH, "collection: $nx, body: $item, combine: MIN"), 'n', 0, "PUAX", BOTH},
    {OP_FOREACH, OF(FOREACH, "collection: $nx, body: $item, combine: MAX"), 'n', 0, "PUAX", BOTH},
    {OP_FOREACH, OF(FOREACH, "collection: $nx, body: {operation: EQUALS, subject: $item, value: 4}, combine: OR"), 'n', 0,
     "TUNX", BOTH},
    {OP_FOREACH, OF(FOREACH, "collection: $nx, body: {operation: EQUALS, subject: $item, value: 4}, combine: AND"), 'n', 0,
     "TUTX", BOTH},
    {OP_FOREACH, OF(FOREACH, "collection: $tx, body: {operation: EQUALS, subject: $item, value: huur}, combine: OR"), 't', 0,
     "TUNX", BOTH},
    {OP_FOREACH, OF(FOREACH, "collection: $dx, body: {operation: DAY_OF_WEEK, date: $item}, combine: MAX"), 'd', 0, "PUAX", BOTH},
    {OP_FOREACH, OF(FOREACH, "collection: null, body: $nx, combine: ADD"), 'n', 0, "PPPP", BOTH},
    {OP_FOREACH, OF(FOREACH, "collection: null, body: $nx, combine: MIN"), 'n', 0, "AAAA", BOTH},
    {OP_FOREACH, OF(FOREACH, "collection: null, body: $bx, combine: OR"), 'b', 0, "NNNNN", BOTH},
    {OP_FOREACH, OF(FOREACH, "collection: null, body: $bx, combine: AND"), 'b', 0, "TTTTT", BOTH},
    /* The filter decides as in IF, the body counts by the rule of what combines it. */
    {OP_FOREACH, OF(FOREACH, "collection: {operation: LIST, items: [1]}, filter: $bx, body: $ny, combine: ADD"), 'b', 'n',
     "PUXX PPPP UUUU XXXX XXXX", BOTH},
    {OP_FOREACH, OF(FOREACH, "collection: {operation: LIST, items: [1]}, filter: $bx, body: $ny, combine: MIN"), 'b', 'n',
     "PUXX AAAA UUUU XXXX XXXX", BOTH},
    {OP_FOREACH, OF(FOREACH, "collection: {operation: LIST, items: [1]}, filter: $bx, body: $ny, combine: MAX"), 'b', 'n',
     "PUXX AAAA UUUU XXXX XXXX", BOTH},
    {OP_FOREACH, OF(FOREACH, "collection: {operation: LIST, items: [1]}, filter: $bx, body: $by, combine: OR"), 'b', 'b',
     "TNUXX NNNNN UUUUU XXXXX XXXXX", BOTH},
    {OP_FOREACH, OF(FOREACH, "collection: {operation: LIST, items: [1]}, filter: $bx, body: $by, combine: AND"), 'b', 'b',
     "TNUXX TTTTT UUUUU XXXXX XXXXX", BOTH},
    {OP_FOREACH, OF(FOREACH, "collection: {operation: LIST, items: [$nx, $ny]}, body: $item, combine: ADD"), 'n', 'n', STRICT2, BOTH},
    {OP_FOREACH, OF(FOREACH, "collection: {operation: LIST, items: [$nx, $ny]}, body: $item, combine: MIN"), 'n', 'n', STRICT2, BOTH},
    {OP_FOREACH, OF(FOREACH, "collection: {operation: LIST, items: [$nx, $ny]}, filter: {operation: NOT, value: "
                             "{operation: EQUALS, subject: $item, value: null}}, body: $item, combine: MAX"), 'n', 'n',
     "PUPX UUUX PUAX XXXX", BOTH},
    {OP_FOREACH, OF(FOREACH, "collection: {operation: LIST, items: [$bx, $by]}, body: $item, combine: OR"), 'b', 'b',
     "TTTTT TNUXX TUUXX TXXXX TXXXX", BOTH},
    {OP_FOREACH, OF(FOREACH, "collection: {operation: LIST, items: [$bx, $by]}, body: $item, combine: AND"), 'b', 'b',
     "TNUXX NNNNN UNUXX XNXXX XNXXX", BOTH},
    {OP_FOREACH, OF(FOREACH, "collection: {operation: LIST, items: [1, 2]}, filter: {operation: OR, conditions: [$bx, "
                             "{operation: EQUALS, subject: $item, value: 2}]}, body: {operation: EQUALS, subject: $item, "
                             "value: 2}, combine: OR"), 'b', 0, "TTTTT", BOTH}, /* whoever else belongs */
    {OP_FOREACH, OF(FOREACH, "collection: $lijst, body: {operation: EQUALS, subject: $item, value: $nx}, combine: OR"), 'n', 0,
     "TUTX", BOTH},
    {OP_FOREACH, OF(FOREACH, "collection: $lijst, body: $item, combine: ADD"), 0, 0, "X", BOTH},
    {OP_FOREACH, OF(FOREACH, "collection: {operation: LIST, items: [1]}, body: null, combine: MAX"), 0, 0, "X", BOTH},
    /* Results as a list, for another FOREACH or for IN. */
    {OP_FOREACH, OF(IN, "subject: $nx, value: {operation: FOREACH, collection: {operation: LIST, items: [3, 4]}, body: $item}"),
     'n', 0, "TUNX", BOTH},
    {OP_FOREACH, OF(IN, "subject: 4, value: {operation: FOREACH, collection: {operation: LIST, items: [4]}, filter: $bx, "
                        "body: $item}"), 'b', 0, "TNUXX", BOTH},
    {OP_FOREACH, OF(IN, "subject: 5, value: {operation: FOREACH, collection: {operation: LIST, items: [4]}, filter: $bx, "
                        "body: $item}"), 'b', 0, "NNUXX", BOTH},
    {OP_FOREACH, OF(IN, "subject: 4, value: {operation: FOREACH, collection: $nx, body: $item}"), 'n', 0, "TUNX", BOTH},
    {OP_FOREACH, OF(FOREACH, "collection: {operation: FOREACH, collection: {operation: LIST, items: [1, 2]}, filter: $bx, "
                             "body: {operation: ADD, values: [$item, $ny]}}, as: getal, body: $getal, combine: ADD"), 'b', 'n',
     "PUXX PPPP UUUU XXXX XXXX", BOTH},
    {OP_FOREACH, OF(FOREACH, "collection: {operation: LIST, items: [{operation: LIST, items: [$nx, 1]}, {operation: LIST, items: "
                             "[]}]}, as: rij, body: {operation: FOREACH, collection: $rij, as: een, body: $een, combine: ADD}, "
                             "combine: ADD"), 'n', 0, STRICT1, BOTH},
    {OP_FOREACH, OF(FOREACH, "collection: $nx, body: huur, combine: ADD"), 'n', 0, "", REFUSED},
    {OP_FOREACH, OF(FOREACH, "collection: $nx, filter: 1, body: 1, combine: ADD"), 'n', 0, "", REFUSED},
    {OP_FOREACH, OF(FOREACH, "collection: $lijst, body: $item"), 0, 0, "", REFUSED},
    {OP_FOREACH, OF(ADD, "values: [1, {operation: FOREACH, collection: $lijst, body: $item}]"), 0, 0, "", REFUSED},
    {OP_AGE, OF(AGE, "date_of_birth: $dx, reference_date: $dy"), 'd', 'd', STRICT2, BOTH},
    {OP_AGE, OF(AGE, "date_of_birth: $dx, reference_date: $referencedate"), 'd', 0, STRICT1, BOTH},
    {OP_AGE, OF(AGE, "date_of_birth: null, reference_date: $dx"), 'd', 0, ALL_FAULTY, BOTH},
    {OP_DATE_ADD, OF(DATE_ADD, "date: $dx, years: 1, months: -1, weeks: 2, days: 3"), 'd', 0, STRICT1, BOTH},
    {OP_DATE_ADD, OF(DATE_ADD, "date: $dx, years: $ny"), 'd', 'n', STRICT2, REFERENCE_ONLY},
    {OP_DATE_ADD, OF(DATE_ADD, "date: $dx, days: null"), 'd', 0, ALL_FAULTY, REFERENCE_ONLY},
    {OP_DATE_ADD, OF(DATE_ADD, "date: $dx, weeks: 0.5, days: 0.5"), 'd', 0, "XUXX", REFERENCE_ONLY},
    {OP_DATE, OF(DATE, "year: $nx, month: $ny, day: 1"), 'n', 'n', STRICT2, REFERENCE_ONLY},
    {OP_DATE, OF(DATE, "year: 2024, month: 2, day: 29"), 0, 0, "P", BOTH},
    {OP_DATE, OF(DATE, "year: 2025, month: 2, day: 29"), 0, 0, "X", REFERENCE_ONLY},
    {OP_DAY_OF_WEEK, OF(DAY_OF_WEEK, "date: $dx"), 'd', 0, STRICT1, BOTH},
    {OP_DATE_DIFF, OF(DATE_DIFF, "from: $dx, to: $dy, in: days"), 'd', 'd', STRICT2, BOTH},
    {OP_DATE_DIFF, OF(DATE_DIFF, "from: $dx, to: $dy, in: months"), 'd', 'd', STRICT2, BOTH},
    {OP_DATE_DIFF, OF(DATE_DIFF, "from: $dx, to: '2024-02-29', in: years"), 'd', 0, STRICT1, BOTH},
};

static const char *symbols(char type)
{
    return type == 'b' ? TRUTHS : type ? VALUES : "-";
}

static struct column *operand(struct table *t, char type, char which)
{
    static const struct str names[2][4] = {{S("bx"), S("nx"), S("dx"), S("tx")}, {S("by"), S("ny"), S("dy"), S("ty")}};
    static const enum column_type types[] = {COLUMN_BOOLEAN, COLUMN_NUMBER, COLUMN_DATE, COLUMN_TEXT};
    int i = type == 'b' ? 0 : type == 'n' ? 1 : type == 'd' ? 2 : 3;
    return type ? table_add(t, names[which == 'y'][i], types[i]) : NULL;
}

static void put_symbol(struct column *c, int64_t row, char symbol)
{
    if (!c)
        return;
    if (strchr("TNP", symbol))
        put_cell(c, row, c->type == COLUMN_DATE ? day("2000-02-29") : symbol == 'T' ? 1 : symbol == 'N' ? 0 : 4, S("huur"));
    else
        c->states[row] = symbol == 'U' ? CELL_UNKNOWN : symbol == 'A' ? CELL_ABSENT : CELL_FAULTY;
}

static char answer_symbol(const struct answer *a)
{
    static const char of_state[] = {'P', 'U', 'A', 'X'};
    if (a->state == CELL_PRESENT && a->type == REG_BOOLEAN)
        return a->truth ? 'T' : 'N';
    return of_state[a->state];
}

static void check_rows(struct arena tmp, const struct rule *r, const struct plan *p)
{
    const char *xs = symbols(r->x), *ys = symbols(r->y);
    int across = (int)strlen(ys), rows = (int)strlen(xs) * across;
    struct table t = table_open(&tmp, rows);
    struct column *x = operand(&t, r->x, 'x'), *y = operand(&t, r->y, 'y');
    for (int i = 0; i < rows; i++) {
        put_symbol(x, i, xs[i / across]);
        put_symbol(y, i, ys[i % across]);
    }
    struct binding_set *b = eval_bind(&tmp, p, &t);
    struct answer *got = arena_new(&tmp, struct answer, rows);
    assert_int_equal(strlen(r->want), r->y ? rows + rows / across - 1 : rows);
    for (int i = 0; i < rows; i++) {
        got[i] = eval_output(&tmp, b, i, false);
        char want = r->want[r->y ? i / across * (across + 1) + i % across : i], symbol = answer_symbol(&got[i]);
        if (symbol != want && !(want == 'P' && got[i].state == CELL_PRESENT))
            fail_msg("%s with x = %c, y = %c: %c, not %c", r->expression, xs[i / across], ys[i % across], symbol, want);
    }
    struct str says = S("");
    if (p->kernels && first_difference(&tmp, b, got, &says) >= 0)
        fail_msg("%s: " STR_FMT, r->expression, STR_ARG(says));
}

static void test_states_of_every_operation(void **s) /* INV-3 INV-9 */
{
    (void)s;
    bool seen[OP_COUNT] = {false};
    for (int i = 0; i < COUNT(rules); i++) {
        struct arena tmp = boot;
        struct plan *p = NULL;
        struct err e;
        bool ok = plan_for(&tmp, rules[i].expression, day("2026-11-24"), &p, &e);
        if (ok == (rules[i].how == REFUSED))
            fail_msg("%s: %s", rules[i].expression, ok ? "not refused" : e.text);
        seen[rules[i].op] = true;
        if (!ok)
            continue;
        if (p->kernels != (rules[i].how == BOTH))
            fail_msg("%s: kernels %d, because " STR_FMT, rules[i].expression, p->kernels, STR_ARG(p->why));
        check_rows(tmp, &rules[i], p);
    }
    for (int op = 0; op < OP_COUNT; op++)
        if (!seen[op])
            fail_msg("no rule here for %s", law_op_name((enum law_op)op));
}

/* ---- people who are not there ------------------------------------------------------------------------------ */

static const struct { const char *expression, *want; } about_partner[] = {
    /* The partner is: there and known to have a number; there, absent number; unknown; absent; faulty; a row too far. */
    {"$van_partner", "PAUAXX"},
    {"{operation: EQUALS, subject: $van_partner, value: null}", "NTUTXX"},
    {"{operation: EQUALS, subject: $partner_bsn, value: null}", "NNUTXX"},
    {"{operation: ADD, values: [$van_partner, 1]}", "PXUXXX"},
    {"{operation: IF, cases: [{when: {operation: EQUALS, subject: $partner_bsn, value: null}, then: 0}], "
     "default: $van_partner}", "PAUPXX"},
    {"{operation: EQUALS, subject: $partner_bsn, value: $bsn}", "NNUNXX"},
};

static struct table partners(struct arena *a)
{
    struct table t = table_open(a, 6);
    struct column *n = table_add(&t, S("nx"), COLUMN_NUMBER), *partner = table_add(&t, S("partner"), COLUMN_PERSON);
    put_cell(n, 5, 7, S(""));
    n->states[4] = CELL_ABSENT;
    put_cell(partner, 0, 5, S(""));
    put_cell(partner, 1, 4, S(""));
    partner->states[3] = CELL_ABSENT;
    partner->states[4] = CELL_FAULTY;
    put_cell(partner, 5, 6, S(""));
    return t;
}

static void test_asked_about_somebody(void **s)
{
    (void)s;
    for (int k = 0; k < COUNT(about_partner); k++) {
        struct arena tmp = boot;
        struct plan *p = NULL;
        struct err e;
        if (!plan_for(&tmp, about_partner[k].expression, day("2026-11-24"), &p, &e))
            fail_msg("%s: %s", about_partner[k].expression, e.text);
        struct table t = partners(&tmp);
        struct binding_set *b = eval_bind(&tmp, p, &t);
        struct answer got[6];
        for (int i = 0; i < 6; i++) {
            got[i] = eval_output(&tmp, b, i, false);
            if (answer_symbol(&got[i]) != about_partner[k].want[i])
                fail_msg("%s, row %d: %c, not %c", about_partner[k].expression, i, answer_symbol(&got[i]), about_partner[k].want[i]);
        }
        struct str says = S("");
        if (p->kernels && first_difference(&tmp, b, got, &says) >= 0)
            fail_msg("%s: " STR_FMT, about_partner[k].expression, STR_ARG(says));
    }
}

/* The law says that its person may be absent: then it is asked all the same, and decides. */
static const char nobody_head[] =
    "$schema: https://example.nl/schema/v0.5.8/schema.json\n$id: wet\nregulatory_layer: WET\npublication_date: '2020-01-01'\n"
    "valid_from: '2020-01-01'\nbwb_id: BWBR0000001\nurl: https://example.nl\narticles:\n"
    "  - number: '1'\n    text: t\n    url: https://example.nl\n    machine_readable:\n      execution:\n"
    "        parameters: [{name: bsn, type: string}]\n        input:\n"
    "          - {name: partner_bsn, type: string, nullable: true, source: {}}\n"
    "          - {name: antwoord, type: number, nullable: true, source: {output: eigen, parameters: {bsn: $partner_bsn}}}\n"
    "        output: [{name: uit, type: number, nullable: true}]\n        actions: [{output: uit, value: $antwoord}]\n"
    "  - number: '2'\n    text: t\n    url: https://example.nl\n    machine_readable:\n      execution:\n"
    "        parameters: [{name: bsn, type: string, nullable: true}]\n        input:\n"
    "          - {name: nx, type: number, nullable: true, source: {}}\n"
    "        output: [{name: eigen, type: number, nullable: true}]\n        actions: [{output: eigen, value: ";

static void test_an_article_that_decides_about_nobody(void **s)
{
    (void)s;
    static const struct { const char *expression, *want; } cases[] = {
        {"{operation: IF, cases: [{when: {operation: EQUALS, subject: $bsn, value: null}, then: 0}], default: 1}", "11U0XX"},
        {"{operation: IF, cases: [{when: {operation: EQUALS, subject: $nx, value: null}, then: 0}], default: 1}", "10U0XX"},
        {"$nx", "7AUAXX"}, {"3", "333333"},
    };
    for (int k = 0; k < COUNT(cases); k++) {
        struct arena tmp = boot;
        struct law *law = law_from(&tmp, S("wet.yaml"), str_format(&tmp, "%s%s}]\n", nobody_head, cases[k].expression),
                                   S("bind: [{article: '1', input: partner_bsn, fact: partner}, {article: '2', input: nx, fact: nx}]"));
        struct law_set set = set_from(&tmp, law, facts_from(&tmp, str_of(dictionary)));
        struct plan *p = NULL;
        struct err e;
        if (!plan_output(&tmp, &set, S("wet"), S("uit"), day("2026-11-24"), &p, &e))
            fail_msg("%s: %s", cases[k].expression, e.text);
        struct table t = partners(&tmp);
        struct binding_set *b = eval_bind(&tmp, p, &t);
        struct answer got[6];
        struct str says = S("");
        for (int i = 0; i < 6; i++) {
            got[i] = eval_output(&tmp, b, i, false);
            char is = got[i].state ? answer_symbol(&got[i]) : got[i].value.at[0];
            if (is != cases[k].want[i])
                fail_msg("%s, row %d: %c, not %c", cases[k].expression, i, is, cases[k].want[i]);
        }
        if (p->kernels && first_difference(&tmp, b, got, &says) >= 0)
            fail_msg("%s: " STR_FMT, cases[k].expression, STR_ARG(says));
    }
}

/* ---- the day on which it happens ----------------------------------------------------------------------------- */

/* Complete years, the plain way: the birthday has come, or February had no such day. */
static int plain_age(int32_t birth, int32_t on)
{
    int by, bm, bd, y, m, d;
    int32_t leap;
    date_civil(birth, &by, &bm, &bd);
    date_civil(on, &y, &m, &d);
    if (bm == 2 && bd == 29 && !date_from_civil(y, 2, 29, &leap))
        bd = 28;
    return y - by - (m < bm || (m == bm && d < bd));
}

static bool plain_compare(const char *op, int64_t x, int64_t y)
{
    return !strcmp(op, "GREATER_THAN") ? x > y : !strcmp(op, "LESS_THAN") ? x < y
         : !strcmp(op, "GREATER_THAN_OR_EQUAL") ? x >= y : x <= y;
}

static const char *const comparisons[] = {"GREATER_THAN", "LESS_THAN", "GREATER_THAN_OR_EQUAL", "LESS_THAN_OR_EQUAL"};

/* All days of nine years, in one column. */
static struct table days_table(struct arena *a)
{
    int32_t first = day("2003-01-01"), last = day("2011-12-31");
    struct table t = table_open(a, last - first + 1);
    struct column *c = table_add(&t, S("dx"), COLUMN_DATE);
    for (int32_t d = first; d <= last; d++)
        put_cell(c, d - first, d, S(""));
    return t;
}

static void check_days(const char *expression, const char *on, bool (*want)(int32_t date, const char *op, int32_t on),
                       const char *op)
{
    struct arena tmp = boot;
    struct plan *p = NULL;
    struct err e;
    if (!plan_for(&tmp, expression, day(on), &p, &e))
        fail_msg("%s: %s", expression, e.text);
    assert_true(p->kernels);
    struct table t = days_table(&tmp);
    struct binding_set *b = eval_bind(&tmp, p, &t);
    for (int i = 0; i < p->step_count; i++) /* the shortcut was taken: no calendar in the kernels */
        assert_false(b->live[i] && (p->steps[i].kind == STEP_AGE || p->steps[i].kind == STEP_DATE_ADD));
    struct answer *got = arena_new(&tmp, struct answer, t.rows);
    for (int64_t i = 0; i < t.rows; i++) {
        got[i] = eval_output(&tmp, b, i, false);
        int32_t date = (int32_t)column_int(&t.columns[0], i);
        if (got[i].state != CELL_PRESENT || got[i].truth != want(date, op, day(on)))
            fail_msg("%s on %s for " STR_FMT ": " STR_FMT, expression, on, STR_ARG(date_print(&tmp, date)), STR_ARG(got[i].value));
    }
    struct str says = S("");
    if (first_difference(&tmp, b, got, &says) >= 0)
        fail_msg("%s: " STR_FMT, expression, STR_ARG(says));
}

static bool is_aged(int32_t date, const char *op, int32_t on)
{
    return plain_compare(op, plain_age(date, on), 18);
}

static bool is_aged_turned(int32_t date, const char *op, int32_t on)
{
    return plain_compare(op, 18, plain_age(date, on));
}

/* Eighteen years and a month less a day later. */
static int32_t plain_moved(int32_t date)
{
    int y, m, d;
    int32_t out;
    date_civil(date, &y, &m, &d);
    y += 18 + m / 12;
    m = m % 12 + 1;
    while (!date_from_civil(y, m, d, &out))
        d--;
    return out - 1;
}

static bool is_moved(int32_t date, const char *op, int32_t on)
{
    return plain_compare(op, plain_moved(date), on);
}

static bool is_moved_turned(int32_t date, const char *op, int32_t on)
{
    return plain_compare(op, on, plain_moved(date));
}

static void test_boundary_days(void **s)
{
    (void)s;
    static const char *const dates[] = {"2022-02-28", "2022-03-01", "2024-02-28", "2024-02-29", "2024-03-01", "2026-11-24"};
#define AGED "{operation: AGE, date_of_birth: $dx, reference_date: $referencedate}"
#define MOVED "{operation: DATE_ADD, date: $dx, years: 18, months: 1, days: -1}"
    static const struct { const char *text; bool (*want)(int32_t, const char *, int32_t); } forms[] = {
        {"{operation: %s, subject: " AGED ", value: 18}", is_aged},
        {"{operation: %s, subject: 18, value: " AGED "}", is_aged_turned},
        {"{operation: %s, subject: " MOVED ", value: $referencedate}", is_moved},
        {"{operation: %s, subject: $referencedate, value: " MOVED "}", is_moved_turned},
    };
    for (int f = 0; f < COUNT(forms); f++)
        for (int k = 0; k < COUNT(comparisons); k++)
            for (int d = 0; d < COUNT(dates); d++) {
                struct buf out = buf_open(&boot, 1000);
                struct str text = str_of(forms[f].text);
                ptrdiff_t hole = str_find(text, S("%s"));
                buf_add(&out, str_slice(text, 0, hole));
                buf_add(&out, str_of(comparisons[k]));
                buf_add(&out, str_slice(text, hole + 2, text.len));
                check_days(str_z(&boot, buf_str(&out)), dates[d], forms[f].want, comparisons[k]);
            }
}

int main(void)
{
    boot = arena_open(LIMIT_ARENA_BOOT);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_states_of_every_operation), cmocka_unit_test(test_asked_about_somebody),
        cmocka_unit_test(test_an_article_that_decides_about_nobody),
        cmocka_unit_test(test_boundary_days),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
