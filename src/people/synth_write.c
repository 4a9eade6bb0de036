/* SPDX-License-Identifier: EUPL-1.2 */
/* synth_write.c: persons of a synthetic home as rows of CSV. One list of columns, and those of
 * synth_rights.c; what the dictionary of facts does not have is left out. Not the model: that is synth.c and synth_money.c.
 */
#include "people/synth.h"
#include "people/value.h"

#include <string.h>

/* ---- pieces of text ---------------------------------------------------------------------------
 * Straight into memory that was measured beforehand: a town of 100,000 is 20 MB of cells. */

void synth_put(struct synth_out *out, struct str s)
{
    assert(out->end - out->at >= s.len);
    memcpy(out->at, s.at, (size_t)s.len);
    out->at += s.len;
}

void synth_put_number(struct synth_out *out, int64_t n)
{
    char digits[20];
    int at = 20;
    uint64_t left = n < 0 ? (uint64_t)-n : (uint64_t)n;
    do
        digits[--at] = (char)('0' + left % 10);
    while (left /= 10);
    if (n < 0)
        synth_put(out, S("-"));
    synth_put(out, (struct str){digits + at, 20 - at});
}

static void put_two(struct synth_out *out, int n)
{
    char two[2] = {(char)('0' + n / 10), (char)('0' + n % 10)};
    synth_put(out, (struct str){two, 2});
}

void synth_put_amount(struct synth_out *out, int64_t cents)
{
    if (cents < 0)
        synth_put(out, S("-"));
    int64_t all = cents < 0 ? -cents : cents;
    synth_put_number(out, all / 100);
    if (all % 100) {
        synth_put(out, S(","));
        put_two(out, (int)(all % 100));
    }
}

void synth_put_bool(struct synth_out *out, bool truth)
{
    synth_put(out, truth ? S("ja") : S("nee"));
}

void synth_put_none(struct synth_out *out)
{
    synth_put(out, S("geen"));
}

void synth_put_bsn(struct synth_out *out, uint32_t bsn)
{
    struct bsn_text nine = bsn_print(bsn);
    synth_put(out, (struct str){nine.at, 9});
}

/* ---- addresses: nothing here exists. Dutch postcodes never end in SA, SD or SS. ------------------ */

static const struct str streets[] = {
#define STREET(text) {text, sizeof text - 1},
#include "people/synth_words.def"
};
static const struct str street_ends[] = {
#define STREET_END(text) {text, sizeof text - 1},
#include "people/synth_words.def"
};
enum { CELL_BYTES = 48 };                /* no cell is longer: streets and names are the longest */
enum { HOMES_A_STREET = 58, STREETS_A_POSTCODE = 12 };

static int64_t street_of(const struct synth_home *h)
{
    return (h->number - 1) / HOMES_A_STREET;
}

static void put_street(struct synth_out *out, const struct synth_home *h)
{
    int64_t street = street_of(h), round = street / (COUNT(streets) * COUNT(street_ends));
    synth_put(out, streets[street % COUNT(streets)]);
    synth_put(out, street_ends[street / COUNT(streets) % COUNT(street_ends)]);
    if (round) {                         /* a large town runs out of trees */
        synth_put(out, S(" "));
        synth_put_number(out, round + 1);
    }
}

static void put_postcode(struct synth_out *out, const struct synth_home *h)
{
    static const struct str ends[] = {{"SA", 2}, {"SD", 2}, {"SS", 2}};
    int64_t street = street_of(h);
    synth_put_number(out, 1000 + street / STREETS_A_POSTCODE % 9000);
    synth_put(out, ends[street % 3]);
}

/* ---- columns ------------------------------------------------------------------------------------ */

typedef void put_cell(struct synth_out *out, struct synth_who w);

static void cell_partner(struct synth_out *out, struct synth_who w)
{
    if (!w.home->couple || w.i > 1)
        synth_put_none(out);
    else if (!w.p->partner_empty)
        synth_put_bsn(out, w.home->at[1 - w.i].bsn);
}

static void cell_birth(struct synth_out *out, struct synth_who w)
{
    int year, month, day;
    if (w.p->birth_empty)
        return;
    date_civil(w.p->birth, &year, &month, &day);
    synth_put_number(out, year);
    synth_put(out, S("-"));
    put_two(out, w.p->birth_part ? 0 : month);
    synth_put(out, S("-"));
    put_two(out, w.p->birth_part ? 0 : day);
}

static void cell_deceased(struct synth_out *out, struct synth_who w) { synth_put_bool(out, w.p->deceased); }
static void cell_moved(struct synth_out *out, struct synth_who w) { synth_put_bool(out, w.home->moved); }
static void cell_secret(struct synth_out *out, struct synth_who w) { synth_put_bool(out, w.p->secret); }
static void cell_investigated(struct synth_out *out, struct synth_who w) { synth_put_bool(out, w.p->investigated); }
static void cell_guardian(struct synth_out *out, struct synth_who w) { synth_put_bool(out, w.p->guardian); }
static void cell_settled(struct synth_out *out, struct synth_who w) { synth_put_bool(out, w.p->settled); }

static void cell_income(struct synth_out *out, struct synth_who w)
{
    if (w.p->income_empty)
        return;
    if (w.p->assessed)
        synth_put_amount(out, w.p->income);
    else
        synth_put_none(out);
}

static void cell_wage(struct synth_out *out, struct synth_who w)
{
    if (w.p->income_empty)
        return;
    if (w.p->wage)
        synth_put_amount(out, w.p->wage);
    else
        synth_put_none(out);
}

static void cell_foreign(struct synth_out *out, struct synth_who w)
{
    if (w.p->foreign)
        synth_put_amount(out, w.p->foreign);
    else
        synth_put_none(out);
}

static void cell_wealth(struct synth_out *out, struct synth_who w)
{
    if (!w.p->wealth_empty)
        synth_put_amount(out, w.p->wealth);
}

static void cell_insured(struct synth_out *out, struct synth_who w)
{
    if (!w.p->insured_empty)
        synth_put_bool(out, w.p->insured);
}

static void cell_tenure(struct synth_out *out, struct synth_who w)
{
    synth_put(out, w.home->rents ? S("huur") : S("koop"));
}

static void cell_rent(struct synth_out *out, struct synth_who w)
{
    if (!w.home->rents)
        synth_put_none(out);
    else if (!w.home->rent_empty)
        synth_put_amount(out, w.home->rent);
}

static void cell_children(struct synth_out *out, struct synth_who w)
{
    int children = 0;
    bool parent = (w.home->kind == HOME_FAMILY && w.i < 2) || (w.home->kind == HOME_ONE_PARENT && w.i == 0);
    for (int i = 0; parent && i < w.home->count; i++)
        children += w.home->at[i].age < 18;
    synth_put_number(out, children);
}

static void cell_household(struct synth_out *out, struct synth_who w) { synth_put_number(out, w.home->number); }

static void cell_name(struct synth_out *out, struct synth_who w)
{
    for (int i = 0; i < 2 && w.p->initials[i]; i++) {
        synth_put(out, (struct str){&w.p->initials[i], 1});
        synth_put(out, S("."));
    }
    synth_put(out, S(" "));
    synth_put(out, str_of(w.p->surname));
}

static void cell_street(struct synth_out *out, struct synth_who w) { put_street(out, w.home); }
static void cell_number(struct synth_out *out, struct synth_who w)
{
    synth_put_number(out, (w.home->number - 1) % HOMES_A_STREET + 1);
}
static void cell_postcode(struct synth_out *out, struct synth_who w) { put_postcode(out, w.home); }
static void cell_town(struct synth_out *out, struct synth_who w) { (void)w; synth_put(out, S("Voorbeeldstad")); }
static void cell_municipality(struct synth_out *out, struct synth_who w) { (void)w; synth_put(out, S("GM9999")); }

static const struct { struct str fact; enum fact_type type; bool money; put_cell *put; } model[] = {
    {{"partner", 7}, FACT_PERSON, false, cell_partner},
    {{"geboortedatum", 13}, FACT_DATE, false, cell_birth},
    {{"overleden", 9}, FACT_BOOLEAN, false, cell_deceased},
    {{"vertrokken", 10}, FACT_BOOLEAN, false, cell_moved},
    {{"geheim_adres", 12}, FACT_BOOLEAN, false, cell_secret},
    {{"in_onderzoek", 12}, FACT_BOOLEAN, false, cell_investigated},
    {{"onder_curatele", 14}, FACT_BOOLEAN, false, cell_guardian},
    {{"verzamelinkomen", 15}, FACT_AMOUNT, true, cell_income},
    {{"belastbaar_loon", 15}, FACT_AMOUNT, true, cell_wage},
    {{"buitenlands_inkomen", 19}, FACT_AMOUNT, true, cell_foreign},
    {{"inkomen_definitief", 18}, FACT_BOOLEAN, true, cell_settled},
    {{"rendementsgrondslag", 19}, FACT_AMOUNT, true, cell_wealth},
    {{"verzekerd_zvw", 13}, FACT_BOOLEAN, true, cell_insured},
    {{"eigendom", 8}, FACT_TEXT, true, cell_tenure},
    {{"huur", 4}, FACT_AMOUNT, true, cell_rent},
    {{"aantal_kinderen", 15}, FACT_NUMBER, false, cell_children},
    {{"huishouden", 10}, FACT_NUMBER, false, cell_household},
    {{"naam", 4}, FACT_TEXT, false, cell_name},
    {{"straat", 6}, FACT_TEXT, false, cell_street},
    {{"huisnummer", 10}, FACT_TEXT, false, cell_number},
    {{"postcode", 8}, FACT_TEXT, false, cell_postcode},
    {{"woonplaats", 10}, FACT_TEXT, false, cell_town},
    {{"gemeente_code", 13}, FACT_TEXT, false, cell_municipality},
};

struct synth_columns {
    int count;
    int64_t row_bytes;               /* no row is longer */
    struct { struct str head; put_cell *put; synth_cell *right; const struct fact *fact; } at[LIMIT_COLUMNS];
};

static void add(struct arena *a, struct synth_columns *c, const struct fact *f, put_cell *put, synth_cell *right)
{
    const bool whose = f->type == FACT_PERSON || f->type == FACT_PEOPLE;
    assert(c->count < LIMIT_COLUMNS);
    c->at[c->count].head = whose ? str_format(a, STR_FMT "_bsn", STR_ARG(f->name)) : f->name;
    c->at[c->count].put = put;
    c->at[c->count].right = right;
    c->at[c->count++].fact = f;
    c->row_bytes += f->type == FACT_PEOPLE ? 10 * HOME_PERSONS : CELL_BYTES;
}

struct synth_columns *synth_columns_make(struct arena *a, const struct facts *facts, bool money_only)
{
    struct synth_columns *c = arena_new(a, struct synth_columns, 1);
    for (ptrdiff_t i = 0; i < COUNT(model); i++) {
        const struct fact *f = facts_find(facts, model[i].fact);
        if (f && f->type == model[i].type && (!money_only || model[i].money))
            add(a, c, f, model[i].put, NULL);
    }
    for (const struct fact *f = facts->first; f && c->count < LIMIT_COLUMNS; f = f->next) {
        synth_cell *right = synth_right(f, money_only);
        if (right)
            add(a, c, f, NULL, right);
    }
    return c;
}

struct synth_out synth_out_open(struct arena *a, const struct synth_columns *columns, int64_t rows)
{
    int64_t heads = LIMIT_LINE_BYTES, row = 16 + columns->row_bytes;
    char *at = arena_new_raw(a, char, heads + rows * row);
    return (struct synth_out){.a = a, .at = at, .start = at, .end = at + heads + rows * row};
}

struct str synth_out_close(struct synth_out *out)
{
    if (out->a->at == out->end)          /* gives back what was not written */
        out->a->at = out->at;
    return (struct str){out->start, out->at - out->start};
}

void synth_write_heads(const struct synth_columns *columns, struct synth_out *out)
{
    synth_put(out, S("bsn"));
    for (int i = 0; i < columns->count; i++) {
        synth_put(out, S(";"));
        synth_put(out, columns->at[i].head);
    }
    synth_put(out, S("\n"));
}

void synth_write_row(const struct synth_columns *columns, const struct synth_home *home, int person,
                     struct synth_out *out)
{
    struct synth_who w = {home, &home->at[person], person};
    synth_put_bsn(out, w.p->bsn);
    for (int i = 0; i < columns->count; i++) {
        synth_put(out, S(";"));
        if (columns->at[i].put)
            columns->at[i].put(out, w);
        else
            columns->at[i].right(out, w, columns->at[i].fact);
    }
    synth_put(out, S("\n"));
}
