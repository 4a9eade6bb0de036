/* SPDX-License-Identifier: EUPL-1.2 */
/* random_laws_test.h: laws made by dice, as YAML, and random residents for them: what random_test.c and
 * the tests of modules above eval/ share. Included once by a test program; not a test itself.
 */
#ifndef HOORT_EVAL_RANDOM_LAWS_TEST_H
#define HOORT_EVAL_RANDOM_LAWS_TEST_H

#include "laws_test.h"

#define ROWS 150

/* ---- the facts ------------------------------------------------------------------------------------- */

static const char dictionary[] =
    "facts:\n"
    "- {name: b1, type: boolean" FACT_TAIL
    "- {name: b2, type: boolean" FACT_TAIL
    "- {name: a1, type: amount, min: -1000000, max: 5000000" FACT_TAIL
    "- {name: a2, type: amount" FACT_TAIL
    "- {name: a3, type: amount, min: 0, max: 1000" FACT_TAIL
    "- {name: n1, type: number, min: 0, max: 10" FACT_TAIL
    "- {name: n2, type: number, min: -5, max: 5" FACT_TAIL
    "- {name: n3, type: number, min: 3, max: 90000" FACT_TAIL
    "- {name: d1, type: date" FACT_TAIL
    "- {name: d2, type: date" FACT_TAIL
    "- {name: t1, type: text" FACT_TAIL
    "- {name: t2, type: text" FACT_TAIL
    "- {name: woont, type: text, municipality: true" FACT_TAIL
    "- {name: partner, type: person" FACT_TAIL;

enum kind { NUMBER, BOOLEAN, DAY, TEXT, KINDS };
static const char *const type_words[KINDS] = {"number", "boolean", "date", "string"};
static const struct { const char *name, *type; enum kind kind; } inputs[] = {
    {"b1", "boolean", BOOLEAN}, {"b2", "boolean", BOOLEAN}, {"a1", "amount", NUMBER}, {"a2", "amount", NUMBER},
    {"a3", "amount", NUMBER}, {"n1", "number", NUMBER}, {"n2", "number", NUMBER}, {"n3", "number", NUMBER},
    {"d1", "date", DAY}, {"d2", "date", DAY}, {"t1", "string", TEXT}, {"t2", "string", TEXT},
};
static const char *const texts[] = {"huur", "koop", "anders", "kamer"};
static const char *const codes[] = {"GM0001", "GM0002", "GM0003", "GM0004"}; /* the last has no by-law */
#define BYLAWS (COUNT(codes) - 1)

/* ---- expressions ------------------------------------------------------------------------------------- */

struct gen {
    struct arena *a;
    struct dice d;
    bool reverse;                    /* conditions, articles and documents the other way round */
    const char *extra[32];           /* outputs of other articles that are known here */
    enum kind extra_kind[32];
    int extras;
    const char *item;                /* in the body of a FOREACH: what its item is called */
    enum kind item_kind;
    int nested;                      /* FOREACHs around here */
    int term;                        /* the kind of the open term */
    bool strange;                    /* also what kernels are known to refuse */
};

static int below(struct gen *g, int n)
{
    return (int)dice_below(&g->d, n);
}

static struct str expression(struct gen *g, enum kind kind, int depth);

static struct str constant_number(struct gen *g)
{
    static const char *const few[] = {"0", "1", "-1", "2", "10", "100", "0.5", "0.01912", "1.08", "-2.5", "12345",
                                      "0.33333", "1000000", "-0.00001", "365.25", "7", "0.25", "99999.99"};
    return below(g, 3) ? str_of(few[below(g, COUNT(few))])
                       : str_format(g->a, "%d.%0*d", below(g, 2000) - 1000, 1 + below(g, 5), below(g, 10));
}

static struct str constant_day(struct gen *g)
{
    static const char *const few[] = {"'2000-02-29'", "'2004-02-28'", "'1999-12-31'", "'2024-03-01'", "'1960-01-31'",
                                      "'2026-11-24'", "'1800-01-01'", "'2200-12-31'"};
    return str_of(few[below(g, COUNT(few))]);
}

static struct str constant(struct gen *g, enum kind kind)
{
    switch (kind) {
    case NUMBER: return constant_number(g);
    case BOOLEAN: return below(g, 2) ? S("true") : S("false");
    case DAY: return constant_day(g);
    default: return str_of(texts[below(g, COUNT(texts))]);
    }
}

static struct str leaf(struct gen *g, enum kind kind)
{
    static const char *const numbers[] = {"$c_half", "$c_rate", "$referencedate.year", "$referencedate.day"};
    int roll = below(g, 20);
    if (g->item && g->item_kind == kind && roll % 2)
        return str_format(g->a, "$%s", g->item);
    if (roll < 4 && kind == NUMBER)
        return str_of(numbers[below(g, COUNT(numbers))]);
    if (roll == 4 && kind == DAY)
        return S("$referencedate");
    if (roll < 8 && kind != DAY) /* a date that is written out is a text in some places */
        return constant(g, kind);
    for (int tries = 0; tries < 40; tries++) {
        int i = below(g, COUNT(inputs) + 2 * g->extras);
        bool fact = i < COUNT(inputs);
        int k = fact ? i : (i - (int)COUNT(inputs)) / 2;
        if ((fact ? inputs[k].kind : g->extra_kind[k]) == kind)
            return str_format(g->a, "$%s", fact ? inputs[k].name : g->extra[k]);
    }
    return kind == DAY ? S("$d1") : constant(g, kind);
}

/* "a, b, c": operands of one kind, now and then a null among them. */
static struct str operands(struct gen *g, enum kind kind, int count, int depth)
{
    struct str out = {NULL, 0};
    for (int i = 0; i < count; i++) {
        struct str one = below(g, 40) ? expression(g, kind, depth) : S("null");
        if (i == 0)
            out = one;
        else if (g->reverse && kind == BOOLEAN)
            out = str_format(g->a, STR_FMT ", " STR_FMT, STR_ARG(one), STR_ARG(out));
        else
            out = str_format(g->a, STR_FMT ", " STR_FMT, STR_ARG(out), STR_ARG(one));
    }
    return out;
}

#define PUT(...) str_format(g->a, __VA_ARGS__)

static struct str branches(struct gen *g, enum kind kind, int depth)
{
    struct str when = expression(g, BOOLEAN, depth), then = expression(g, kind, depth);
    struct str out = PUT("{operation: IF, cases: [{when: " STR_FMT ", then: " STR_FMT "}", STR_ARG(when), STR_ARG(then));
    if (below(g, 3) == 0) {
        when = expression(g, BOOLEAN, depth);
        then = operands(g, kind, 1, depth);
        out = PUT(STR_FMT ", {when: " STR_FMT ", then: " STR_FMT "}", STR_ARG(out), STR_ARG(when), STR_ARG(then));
    }
    if (below(g, 4) == 0)
        return PUT(STR_FMT "]}", STR_ARG(out));
    then = kind == DAY && below(g, 3) == 0 ? constant_day(g) : operands(g, kind, 1, depth);
    return PUT(STR_FMT "], default: " STR_FMT "}", STR_ARG(out), STR_ARG(then));
}

/* Items of one kind, as a LIST, a definition, or one value: in a list the order does not matter. */
static struct str collection(struct gen *g, enum kind kind, int depth)
{
    static const char *const lists[KINDS] = {"$l_numbers", NULL, "$l_days", "$l_texts"};
    struct str items = {NULL, 0};
    if (lists[kind] && below(g, 4) == 0)
        return str_of(lists[kind]);
    if (below(g, 6) == 0)
        return kind == DAY ? leaf(g, DAY) : operands(g, kind, 1, depth);
    for (int i = below(g, 5); i > 0; i--) {
        struct str one = kind == DAY ? leaf(g, DAY) : operands(g, kind, 1, depth);
        items = !items.len ? one : g->reverse ? PUT(STR_FMT ", " STR_FMT, STR_ARG(one), STR_ARG(items))
                                              : PUT(STR_FMT ", " STR_FMT, STR_ARG(items), STR_ARG(one));
    }
    return PUT("{operation: LIST, items: [" STR_FMT "]}", STR_ARG(items));
}

/* FOREACH with a body of this kind; `combine` is empty for a list of results. */
static struct str each(struct gen *g, enum kind kind, const char *combine, int depth)
{
    struct gen outer = *g;
    enum kind of = (enum kind)below(g, KINDS);
    struct str from = collection(g, of, depth), filter = S("");
    if (g->nested < 2 && below(g, 8) == 0) {
        g->nested++;
        from = each(g, of, "", depth);
    }
    g->nested = outer.nested + 1;
    g->item = g->nested == 1 ? "een" : g->nested == 2 ? "twee" : "drie";
    g->item_kind = of;
    if (below(g, 3)) {
        struct str when = expression(g, BOOLEAN, depth);
        filter = PUT(", filter: " STR_FMT, STR_ARG(when));
    }
    struct str body = operands(g, kind, 1, depth);
    struct str out = PUT("{operation: FOREACH, collection: " STR_FMT ", as: %s" STR_FMT ", body: " STR_FMT "%s%s}",
                         STR_ARG(from), g->item, STR_ARG(filter), STR_ARG(body), *combine ? ", combine: " : "", combine);
    g->item = outer.item;
    g->item_kind = outer.item_kind;
    g->nested = outer.nested;
    return out;
}

static struct str number(struct gen *g, int depth)
{
    static const char *const totals[] = {"ADD", "MIN", "MAX"};
    static const char *const sums[] = {"ADD", "SUBTRACT", "MIN", "MAX"};
    static const char *const roundings[] = {"ROUND", "CEIL", "FLOOR"};
    static const char *const units[] = {"days", "months", "years"};
    struct str x, y;
    switch (below(g, 10)) {
    case 9: return each(g, NUMBER, totals[below(g, 3)], depth);
    case 0:
    case 1:
    case 2:
        x = operands(g, NUMBER, 1 + below(g, 3), depth);
        return PUT("{operation: %s, values: [" STR_FMT "]}", sums[below(g, COUNT(sums))], STR_ARG(x));
    case 3:
        x = expression(g, NUMBER, depth);
        y = below(g, 6) ? constant_number(g) : expression(g, NUMBER, depth);
        return below(g, 2) ? PUT("{operation: MULTIPLY, values: [" STR_FMT ", " STR_FMT "]}", STR_ARG(x), STR_ARG(y))
                           : PUT("{operation: MULTIPLY, values: [" STR_FMT ", " STR_FMT "]}", STR_ARG(y), STR_ARG(x));
    case 4:
        x = expression(g, NUMBER, depth);
        y = g->strange && below(g, 4) == 0 ? expression(g, NUMBER, depth)
          : below(g, 2) ? PUT("%d", 1 + below(g, 12)) : PUT("-0.%d", 1 + below(g, 9));
        return PUT("{operation: DIVIDE, values: [" STR_FMT ", " STR_FMT "]}", STR_ARG(x), STR_ARG(y));
    case 5:
        x = operands(g, NUMBER, 1, depth);
        return PUT("{operation: %s, precision: %d, value: " STR_FMT "}", roundings[below(g, 3)], below(g, 7) - 3, STR_ARG(x));
    case 6:
        x = operands(g, DAY, 1, depth);
        y = below(g, 2) ? constant_day(g) : operands(g, DAY, 1, depth);
        if (below(g, 2))
            return PUT("{operation: AGE, date_of_birth: " STR_FMT ", reference_date: " STR_FMT "}", STR_ARG(x), STR_ARG(y));
        return PUT("{operation: DATE_DIFF, from: " STR_FMT ", to: " STR_FMT ", in: %s}", STR_ARG(x), STR_ARG(y),
                   units[below(g, 3)]);
    case 7:
        x = operands(g, DAY, 1, depth);
        return PUT("{operation: DAY_OF_WEEK, date: " STR_FMT "}", STR_ARG(x));
    default: return branches(g, NUMBER, depth);
    }
}

static struct str comparison(struct gen *g, int depth)
{
    static const char *const words[] = {"GREATER_THAN", "LESS_THAN", "GREATER_THAN_OR_EQUAL", "LESS_THAN_OR_EQUAL"};
    enum kind kind = below(g, 2) ? NUMBER : DAY;
    struct str x = operands(g, kind, 1, depth), y = operands(g, kind, 1, depth);
    const char *word = words[below(g, 4)];
    if (below(g, 3) == 0) /* what the plan turns into days */
        return PUT("{operation: %s, subject: {operation: AGE, date_of_birth: $d%d, reference_date: $referencedate}, value: %d}",
                   word, 1 + below(g, 2), below(g, 80) - 3);
    if (kind == DAY && below(g, 2))
        y = constant_day(g);
    return PUT("{operation: %s, subject: " STR_FMT ", value: " STR_FMT "}", word, STR_ARG(x), STR_ARG(y));
}

static struct str equality(struct gen *g, int depth)
{
    enum kind kind = (enum kind)below(g, KINDS);
    struct str x = operands(g, kind, 1, depth);
    struct str y = below(g, 4) == 0 ? S("null") : kind == TEXT && !g->strange ? constant(g, TEXT) : operands(g, kind, 1, depth);
    return PUT("{operation: EQUALS, subject: " STR_FMT ", value: " STR_FMT "}", STR_ARG(x), STR_ARG(y));
}

static struct str membership(struct gen *g, int depth)
{
    static const char *const lists[] = {"$l_numbers", "$l_texts", "$l_days"};
    enum kind kind = below(g, 3) == 0 ? NUMBER : below(g, 2) ? TEXT : DAY;
    struct str x = expression(g, kind, depth), items = {NULL, 0};
    if (below(g, 6) == 0) {
        items = each(g, kind, "", depth);
        return PUT("{operation: IN, subject: " STR_FMT ", value: " STR_FMT "}", STR_ARG(x), STR_ARG(items));
    }
    if (below(g, 3) == 0)
        return PUT("{operation: IN, subject: " STR_FMT ", value: %s}", STR_ARG(x),
                   lists[kind == NUMBER ? 0 : kind == TEXT ? 1 : 2]);
    for (int i = below(g, 4); i >= 0; i--) {
        struct str one = below(g, 8) == 0 ? S("null") : below(g, 3) && kind != TEXT ? expression(g, kind, depth) : constant(g, kind);
        items = items.len ? PUT(STR_FMT ", " STR_FMT, STR_ARG(items), STR_ARG(one)) : one;
    }
    return below(g, 2) ? PUT("{operation: IN, subject: " STR_FMT ", values: [" STR_FMT "]}", STR_ARG(x), STR_ARG(items))
                       : PUT("{operation: IN, subject: " STR_FMT ", value: {operation: LIST, items: [" STR_FMT "]}}",
                             STR_ARG(x), STR_ARG(items));
}

static struct str boolean(struct gen *g, int depth)
{
    struct str x;
    switch (below(g, 9)) {
    case 8: return each(g, BOOLEAN, below(g, 2) ? "AND" : "OR", depth);
    case 0:
    case 1:
    case 2:
        x = operands(g, BOOLEAN, below(g, 4), depth);
        return PUT("{operation: %s, conditions: [" STR_FMT "]}", below(g, 2) ? "AND" : "OR", STR_ARG(x));
    case 3:
        x = operands(g, BOOLEAN, 1, depth);
        return PUT("{operation: NOT, value: " STR_FMT "}", STR_ARG(x));
    case 4: return equality(g, depth);
    case 5: return membership(g, depth);
    case 6: return below(g, 4) ? comparison(g, depth) : S("{operation: EQUALS, subject: $partner_bsn, value: null}");
    default: return below(g, 3) ? comparison(g, depth) : branches(g, BOOLEAN, depth);
    }
}

static struct str moved_day(struct gen *g, int depth)
{
    struct str x = expression(g, DAY, depth);
    if (g->strange && below(g, 5) == 0)
        return PUT("{operation: DATE_ADD, date: " STR_FMT ", years: $n2, days: $n1}", STR_ARG(x));
    if (below(g, 6) == 0)
        return PUT("{operation: DATE, year: %d, month: %d, day: %d}", 1990 + below(g, 40), 1 + below(g, 12), 1 + below(g, 28));
    switch (below(g, 4)) {
    case 0: return PUT("{operation: DATE_ADD, date: " STR_FMT ", years: %d}", STR_ARG(x), below(g, 120) - 40);
    case 1: return PUT("{operation: DATE_ADD, date: " STR_FMT ", months: %d, days: %d}", STR_ARG(x), below(g, 40) - 20, below(g, 9) - 4);
    case 2: return PUT("{operation: DATE_ADD, date: " STR_FMT ", weeks: %d}", STR_ARG(x), below(g, 40) - 20);
    default: return PUT("{operation: DATE_ADD, date: " STR_FMT ", years: $c_years, days: -1}", STR_ARG(x));
    }
}

static struct str expression(struct gen *g, enum kind kind, int depth)
{
    if (depth <= 0 || below(g, 6) == 0)
        return leaf(g, kind);
    switch (kind) {
    case NUMBER: return number(g, depth - 1);
    case BOOLEAN: return boolean(g, depth - 1);
    case DAY: return below(g, 2) ? moved_day(g, depth - 1) : below(g, 2) ? leaf(g, DAY) : branches(g, DAY, depth - 1);
    default: return below(g, 2) ? leaf(g, TEXT) : branches(g, TEXT, depth - 1);
    }
}

/* ---- laws --------------------------------------------------------------------------------------------- */

static const char head[] =
    "$id: %s\nregulatory_layer: WET\npublication_date: '2020-01-01'\nvalid_from: '2020-01-01'\n"
    "bwb_id: BWBR0000001\nurl: https://example.nl\narticles:\n";
static const char definitions[] =
    "      definitions: {c_half: {value: 0.5}, c_rate: {value: 0.13730}, c_years: {value: 18},\n"
    "        l_numbers: {value: [1, 2.5, null, 100]}, l_texts: {value: [huur, null]},\n"
    "        l_days: {value: ['2000-02-29', '1999-12-31']}}\n";

/* What an article may ask of another one, and what that is called where it is asked. */
static void known(struct gen *g, struct buf *out, const char *law, int article, int kind, bool of_partner)
{
    const char *name = str_z(g->a, PUT("%s%d_%d%s", law ? law : "own", article, kind, of_partner ? "_partner" : ""));
    buf_print(out, "          - {name: %s, type: %s, source: {%s%s%soutput: o%d_%d%s}}\n", name, type_words[kind],
              law ? "regulation: " : "", law ? law : "", law ? ", " : "", article, kind,
              !law ? "" : of_partner ? ", parameters: {bsn: $partner_bsn}" : ", parameters: {bsn: $bsn}");
    g->extra[g->extras] = name;
    g->extra_kind[g->extras++] = (enum kind)kind;
}

/* An open term that by-laws fill, by municipality; what others have is sometimes said. */
static void open_term(struct gen *g, struct buf *out)
{
    int kind = below(g, KINDS);
    struct str otherwise = constant(g, (enum kind)kind);
    buf_print(out, "      open_terms: [{id: term, type: %s, delegation_type: GEMEENTELIJKE_VERORDENING", type_words[kind]);
    if (below(g, 2))
        buf_print(out, ", default: {actions: [{output: term, value: " STR_FMT "}]}", STR_ARG(otherwise));
    else if (below(g, 2))
        buf_print(out, ", required: false");
    buf_print(out, "}]\n");
    g->term = kind;
    g->extra[g->extras] = "term";
    g->extra_kind[g->extras++] = (enum kind)kind;
}

/* Outputs o<article>_<kind>; the last article also has what a scheme needs. */
static struct str article(struct gen *g, int number, const char *asks_law, int asks_article, int depth, bool scheme)
{
    struct buf out = buf_open(g->a, 1 << 20);
    buf_print(&out, "  - number: '%d'\n    text: t\n    url: https://example.nl\n    machine_readable:\n%s", number, definitions);
    g->extras = 0;
    if (asks_law && number == 1)
        open_term(g, &out);
    buf_print(&out, "      execution:\n%s        parameters: [{name: bsn, type: string, required: true}]\n        input:\n"
              "          - {name: partner_bsn, type: string, source: {}}\n",
              scheme ? "        produces: {legal_character: BESCHIKKING}\n" : "");
    for (int i = 0; i < COUNT(inputs); i++)
        buf_print(&out, "          - {name: %s, type: %s, source: {}}\n", inputs[i].name, inputs[i].type);
    for (int kind = 0; kind < KINDS && (asks_law || asks_article); kind++) {
        if (asks_article)
            known(g, &out, NULL, asks_article, kind, false);
        if (asks_law) {
            known(g, &out, asks_law, 1, kind, false);
            known(g, &out, asks_law, 1, kind, true);
        }
    }
    buf_add(&out, S("        output:\n"));
    for (int kind = 0; kind < KINDS; kind++)
        buf_print(&out, "          - {name: o%d_%d, type: %s}\n", number, kind, type_words[kind]);
    if (scheme)
        buf_add(&out, S("          - {name: recht, type: boolean}\n          - {name: bedrag, type: amount}\n"));
    buf_add(&out, S("        actions:\n"));
    for (int kind = 0; kind < KINDS; kind++) {
        struct str x = expression(g, (enum kind)kind, depth);
        buf_print(&out, "          - {output: o%d_%d, value: ", number, kind);
        buf_add(&out, x);
        buf_add(&out, S("}\n"));
    }
    if (scheme)
        buf_print(&out, "          - {output: recht, value: {operation: AND, conditions: [$o%d_1]}}\n"
                  "          - {output: bedrag, operation: ROUND, precision: 0, value: $o%d_0}\n", number, number);
    return buf_str(&out);
}

static struct str sidecar(struct arena *a, int articles, bool scheme)
{
    struct buf out = buf_open(a, 1 << 20);
    buf_add(&out, S("bind:\n"));
    for (int k = 1; k <= articles; k++) {
        buf_print(&out, "- {article: '%d', input: partner_bsn, fact: partner}\n", k);
        for (int i = 0; i < COUNT(inputs); i++)
            buf_print(&out, "- {article: '%d', input: %s, fact: %s}\n", k, inputs[i].name, inputs[i].name);
    }
    if (scheme)
        buf_add(&out, S("scheme: {id: regeling, name: {nl: r, en: r}, executor: x, entitled: recht, amount: bedrag, "
                        "amount_period: year, apply: {nl: a, en: a, url: 'https://example.nl'}}\n"));
    return buf_str(&out);
}

/* An article that belongs to another one and takes all from it: a reaction (outputs h_0 .. h_3, where the
 * later may use the first), or what replaces h_0 of that. */
static struct str dependant(struct gen *g, int number, const char *declares, bool reacts, int depth)
{
    struct buf out = buf_open(g->a, 1 << 20);
    buf_print(&out, "  - number: '%d'\n    text: t\n    url: https://example.nl\n    machine_readable:\n%s      %s\n"
              "      execution:\n        parameters:\n          - {name: bsn, type: string}\n"
              "          - {name: partner_bsn, type: string}\n", number, definitions, declares);
    for (int i = 0; i < COUNT(inputs); i++)
        buf_print(&out, "          - {name: %s, type: %s}\n", inputs[i].name, inputs[i].type);
    buf_add(&out, S("        actions:\n"));
    g->extras = 0;
    for (int kind = 0; kind < (reacts ? (int)KINDS : 1); kind++) {
        struct str x = expression(g, (enum kind)kind, depth);
        buf_print(&out, "          - {output: h_%d, value: ", kind);
        buf_add(&out, x);
        buf_add(&out, S("}\n"));
        g->extra[0] = "h_0";
        g->extra_kind[0] = NUMBER;
        g->extras = 1;
    }
    return buf_str(&out);
}

/* A by-law: its own rule from the facts. */
static struct str bylaw(struct gen *g, int number, int depth)
{
    struct buf out = buf_open(g->a, 1 << 20);
    buf_print(&out, "$id: verordening_%d\nregulatory_layer: GEMEENTELIJKE_VERORDENING\npublication_date: '2020-01-01'\n"
              "valid_from: '2020-01-01'\ngemeente_code: %s\nofficiele_titel: t\nurl: https://example.nl\narticles:\n"
              "  - number: '1'\n    text: t\n    url: https://example.nl\n    machine_readable:\n%s"
              "      implements: [{law: hoofd, article: '1', open_term: term}]\n      execution:\n"
              "        parameters: [{name: bsn, type: string, required: true}]\n        input:\n"
              "          - {name: partner_bsn, type: string, source: {}}\n", number, codes[number], definitions);
    for (int i = 0; i < COUNT(inputs); i++)
        buf_print(&out, "          - {name: %s, type: %s, source: {}}\n", inputs[i].name, inputs[i].type);
    g->extras = 0;
    struct str rule = expression(g, (enum kind)g->term, depth);
    buf_print(&out, "        output: [{name: term, type: %s}]\n        actions:\n          - {output: term, value: ",
              type_words[g->term]);
    buf_add(&out, rule);
    buf_add(&out, S("}\n"));
    return buf_str(&out);
}

struct world {
    struct str main_text, other_text, bylaws[BYLAWS];
    struct law_set set;
};

static struct world world_make(struct arena *a, uint64_t seed, bool reverse)
{
    struct gen g = {.a = a, .d = dice_open(seed, 1), .reverse = reverse, .strange = seed % 8 == 0};
    int depth = 1 + (int)(seed % 3);
    struct str second = article(&g, 1, NULL, 0, depth, false);
    struct str one = article(&g, 1, "ander", 0, depth, false), two = article(&g, 2, "ander", 1, depth, true);
    struct world w = {.main_text = str_format(a, head, "hoofd"), .other_text = str_format(a, head, "ander")};
    for (int i = 0; i < BYLAWS; i++)
        w.bylaws[i] = bylaw(&g, i, depth);
    struct str reaction = dependant(&g, 2, "hooks: [{hook_point: post_actions, applies_to: {legal_character: BESCHIKKING}}]",
                                    true, depth);
    struct str special = dependant(&g, 3, "overrides: [{law: ander, article: '2', output: h_0}]", false, depth);
    struct buf text = buf_open(a, 1 << 20);
    buf_add(&text, w.main_text);
    buf_add(&text, reverse ? two : one);
    buf_add(&text, reverse ? one : two);
    if (seed % 2)
        buf_add(&text, special);
    w.main_text = str_copy(a, buf_str(&text));
    text = buf_open(a, 1 << 20);
    buf_add(&text, w.other_text);
    buf_add(&text, second);
    buf_add(&text, reaction);
    w.other_text = str_copy(a, buf_str(&text));
    struct law *main_law = law_from(a, S("hoofd.yaml"), w.main_text, sidecar(a, 2, true));
    struct law *other = law_from(a, S("ander.yaml"), w.other_text, sidecar(a, 1, false));
    struct law *list = reverse ? other : main_law;
    list->next = reverse ? main_law : other;
    for (int i = 0; i < BYLAWS; i++) {
        int k = reverse ? BYLAWS - 1 - i : i;
        struct law *law = law_from(a, str_format(a, "verordening%d.yaml", k), w.bylaws[k], sidecar(a, 1, false));
        law->next = list;
        list = law;
    }
    w.set = set_from(a, list, facts_from(a, str_of(dictionary)));
    return w;
}

/* ---- residents ------------------------------------------------------------------------------------------- */

static int64_t random_day(struct dice *d)
{
    static const char *const edges[] = {"2000-02-29", "2000-02-28", "2000-03-01", "2024-02-29", "1999-12-31", "1800-01-01",
                                        "2200-12-31", "2008-11-24", "2008-11-25", "2008-11-23", "1960-01-31", "2023-02-28"};
    int roll = (int)dice_below(d, 30);
    if (roll == 0)
        return LIMIT_DATE_LAST + 1; /* impossible */
    return roll < 12 ? day(edges[dice_below(d, COUNT(edges))]) + (dice_below(d, 3) - 1) * (roll > 6)
                     : LIMIT_DATE_FIRST + dice_below(d, LIMIT_DATE_LAST - LIMIT_DATE_FIRST);
}

/* In one half of the worlds who lives together stands together; in the other anybody knows anybody. */
static int64_t random_person(struct dice *d, uint64_t seed, int64_t row)
{
    return seed / 8 % 2 && dice_below(d, 20) ? row + dice_below(d, 9) - 4 : dice_below(d, ROWS + 2) - 1; /* some dangling */
}

static int64_t random_value(struct dice *d, const struct fact *f, uint64_t seed, int64_t row)
{
    const int64_t edges[] = {f->min, f->max, 0, 1, -1, f->min + 1, f->max - 1, f->max + 1, 100, 150, 1050, 12345};
    switch (f->type) {
    case FACT_BOOLEAN: return dice_below(d, 2);
    case FACT_DATE: return random_day(d);
    case FACT_PERSON: return random_person(d, seed, row);
    case FACT_AMOUNT:
    case FACT_NUMBER:
        if (dice_below(d, 2))
            return edges[dice_below(d, COUNT(edges))];
        return f->min + dice_below(d, (dice_below(d, 2) ? f->max - f->min : 20) + 1);
    case FACT_TEXT:
    case FACT_PEOPLE: break;
    }
    return 0;
}

static struct table random_table(struct arena *a, const struct facts *facts, uint64_t seed)
{
    static const int silences[] = {0, 4, 25, 70}; /* in a hundred cells */
    struct table t = table_open(a, ROWS);
    struct dice d = dice_open(seed, 2);
    int silence = silences[seed / 2 % COUNT(silences)];
    for (const struct fact *f = facts->first; f; f = f->next) {
        if (dice_below(&d, 100) < silence / 6)
            continue; /* a column that nobody delivered */
        struct column *c = table_add(&t, f->name, columns_of[f->type]);
        for (int64_t i = 0; i < ROWS; i++) {
            bool lives = str_eq(f->name, S("woont"));
            struct str text = dice_below(&d, 4) ? str_of((lives ? codes : texts)[dice_below(&d, COUNT(texts))])
                                                : S("iets dat geen wet noemt");
            put_cell(c, i, random_value(&d, f, seed, i), text);
            if (dice_below(&d, 100) >= silence)
                continue;
            put_cell(c, i, 0, (struct str){NULL, 0});
            c->states[i] = (uint8_t)(1 + dice_below(&d, 3));
        }
    }
    if (seed % 3)
        table_narrow(&t);
    return t;
}

static inline void print_row(const struct table *t, int64_t row, struct buf *out)
{
    for (int i = 0; i < t->column_count; i++) {
        const struct column *c = &t->columns[i];
        buf_print(out, STR_FMT ": %s ", STR_ARG(c->name), cell_state_name(column_state(c, row)));
        if (c->type == COLUMN_TEXT)
            buf_add(out, column_text(c, row));
        else
            buf_print(out, "%lld", (long long)column_int(c, row));
        buf_char(out, '\n');
    }
}

#endif
