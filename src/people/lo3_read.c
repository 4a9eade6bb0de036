/* SPDX-License-Identifier: EUPL-1.2 */
/* lo3_read.c: person lists -> a table. One function a fact; lo3.def says which. Not a reader of
 * CSV with names of facts: that is csv.c.
 */
#include "people/intake.h"
#include "people/lo3.h"

#include <string.h>

struct lists {
    struct lo3 lo3;
    struct lo3_list list;
};

bool people_is_lo3(struct str bytes)
{
    if (str_starts(bytes, S("\xef\xbb\xbf")))
        bytes = str_slice(bytes, 3, bytes.len);
    return str_starts(bytes, S(";01.01.10")) || str_starts(bytes, S("\"\";\"01.01.10\"")) ||
           str_starts(bytes, S(";\"01.01.10\""));
}

/* ---- numbers, dates, truths ----------------------------------------------------------------------- */

static struct value truth(bool t)
{
    return (struct value){t, CELL_PRESENT, FLAW_NONE};
}

static const struct value unknown = {0, CELL_UNKNOWN, FLAW_NONE};

static struct str get(const struct lists *l, enum lo3_element element)
{
    return lo3_get(&l->lo3, &l->list, element);
}

static struct value read_partner(const struct lists *l) { return lo3_partner(&l->list); }
static struct value read_birth(const struct lists *l) { return lo3_birth(&l->lo3, &l->list); }

static struct value read_died(const struct lists *l)
{
    struct str on = get(l, LO3_DIED);
    int64_t at;
    if (on.len && (on.len != 8 || !str_to_int64(on, &at)))
        return value_flawed(FLAW_DATE_EIGHT);
    return truth(on.len || str_eq(get(l, LO3_ENDED), S("O")));
}

static struct value read_moved(const struct lists *l)
{
    struct str why = get(l, LO3_ENDED);
    if (str_eq(why, S("E")) || str_eq(why, S("R")) || get(l, LO3_ABROAD).len)
        return truth(true);
    return why.len == 0 || str_eq(why, S("O")) ? truth(false) : unknown;
}

static struct value read_secret(const struct lists *l)
{
    struct str s = get(l, LO3_SECRET);
    if (s.len == 0)
        return unknown;
    return s.len == 1 && s.at[0] >= '0' && s.at[0] <= '7' ? truth(s.at[0] != '0') : value_flawed(FLAW_CODE);
}

static struct value read_investigated(const struct lists *l)
{
    static const enum lo3_element doubts[][2] = {
        {LO3_PERSON_DOUBT, LO3_PERSON_DOUBT_END}, {LO3_MARRIAGE_DOUBT, LO3_MARRIAGE_DOUBT_END},
        {LO3_DEATH_DOUBT, LO3_DEATH_DOUBT_END}, {LO3_ADDRESS_DOUBT, LO3_ADDRESS_DOUBT_END},
        {LO3_GUARDIAN_DOUBT, LO3_GUARDIAN_DOUBT_END},
    };
    for (ptrdiff_t i = 0; i < COUNT(doubts); i++)
        if (get(l, doubts[i][0]).len && !get(l, doubts[i][1]).len)
            return truth(true);
    return truth(false);
}

static struct value read_guardian(const struct lists *l)
{
    struct str s = get(l, LO3_GUARDIAN);
    return s.len == 0 ? truth(false) : str_eq(s, S("1")) ? truth(true) : value_flawed(FLAW_CODE);
}

/* ---- texts ------------------------------------------------------------------------------------------ */

static struct str text_of(struct arena *a, const struct lists *l, enum lo3_element element)
{
    int at = l->lo3.at[element];
    struct str s = at < 0 ? S("") : cell_text(a, l->list.cells[at], l->lo3.encoding);
    return str_eq(s, S(".")) ? S("") : s;    /* how LO3 writes "not known" */
}

/* "Jean Marie" -> "J.M."; "*" = has none. */
static struct str initials_of(struct arena *a, struct str given)
{
    struct buf out = buf_open(a, LIMIT_CELL_BYTES);
    while (given.len) {
        struct str rest, one = str_until(given, ' ', &rest);
        ptrdiff_t len = 1;
        while (len < one.len && (one.at[len] & 0xc0) == 0x80)
            len++;
        if (one.len && one.at[0] != '*') {
            buf_add(&out, str_slice(one, 0, len));
            buf_char(&out, '.');
        }
        given = rest;
    }
    return buf_str(&out);
}

static struct str joined(struct arena *a, struct str first, const char *between, struct str second)
{
    if (!first.len || !second.len)
        return first.len ? first : second;
    return str_format(a, STR_FMT "%s" STR_FMT, STR_ARG(first), between, STR_ARG(second));
}

static struct str read_name(struct arena *a, const struct lists *l)
{
    struct str surname = text_of(a, l, LO3_SURNAME), theirs = text_of(a, l, LO3_PARTNER_SURNAME);
    struct str own = joined(a, text_of(a, l, LO3_PREFIX), " ", surname), use = get(l, LO3_NAME_USE);
    if (!surname.len)
        return S("");
    if (theirs.len) {
        theirs = joined(a, text_of(a, l, LO3_PARTNER_PREFIX), " ", theirs);
        if (str_eq(use, S("P")))
            own = theirs;
        else if (str_eq(use, S("V")))
            own = joined(a, theirs, "-", own);
        else if (str_eq(use, S("N")))
            own = joined(a, own, "-", theirs);
    }
    return joined(a, initials_of(a, text_of(a, l, LO3_GIVEN)), " ", own);
}

static struct str read_street(struct arena *a, const struct lists *l)
{
    struct str street = text_of(a, l, LO3_STREET);
    return street.len ? street : text_of(a, l, LO3_PLACE);
}

static struct str read_number(struct arena *a, const struct lists *l)
{
    struct str number = text_of(a, l, LO3_NUMBER), beside = get(l, LO3_BESIDE);
    if (!number.len || str_eq(number, S("0")))
        return S("");
    number = joined(a, joined(a, number, "", text_of(a, l, LO3_LETTER)), "-", text_of(a, l, LO3_ADDITION));
    struct str word = str_eq(beside, S("to")) ? S("t/o") : str_eq(beside, S("by")) ? S("bij") : S("");
    return joined(a, word, " ", number);
}

static struct str read_postcode(struct arena *a, const struct lists *l) { return text_of(a, l, LO3_POSTCODE); }
static struct str read_town(struct arena *a, const struct lists *l) { return text_of(a, l, LO3_TOWN); }

static struct str read_municipality(struct arena *a, const struct lists *l)
{
    struct str code = get(l, LO3_MUNICIPALITY);
    return code.len == 0 || str_eq(code, S("0000")) ? S("") : str_format(a, "GM" STR_FMT, STR_ARG(code));
}

/* ---- lists -> rows ------------------------------------------------------------------------------------ */

typedef struct value read_value(const struct lists *l);
typedef struct str read_text(struct arena *a, const struct lists *l);

union reader { read_value *value; read_text *text; };
#define AS_FACT_PERSON .value
#define AS_FACT_DATE .value
#define AS_FACT_BOOLEAN .value
#define AS_FACT_TEXT .text

static const struct { struct str fact; enum fact_type type; enum lo3_element element; union reader read; } known[] = {
#define LO3_FACT(fact, type, element, function) \
    {{fact, sizeof fact - 1}, type, LO3_##element, {AS_##type = read_##function}},
#include "people/lo3.def"
};

static void plan_facts(struct intake *in, const struct lo3 *lo3, int *readers)
{
    for (ptrdiff_t i = 0; i < COUNT(known); i++) {
        const struct fact *fact = facts_find(permit_facts(in->permit), known[i].fact);
        if (!fact || fact->type != known[i].type)
            continue;                        /* the dictionary does not have it */
        if (lo3->at[known[i].element] < 0)
            intake_not_read(in, fact->name, "the extract lacks its element");
        else if (intake_column(in, fact, fact->name, lo3->at[known[i].element]))
            readers[in->target_count - 1] = (int)i;
    }
}

static enum flaw list_flaw(const struct lists *l)
{
    struct str why = lo3_get(&l->lo3, &l->list, LO3_ENDED);
    if (l->list.broken)
        return l->list.broken;
    if (str_eq(why, S("F")) || str_eq(why, S("W")))
        return FLAW_LIST_WRONG;
    return str_eq(why, S("M")) ? FLAW_LIST_ENDED : FLAW_NONE;
}

static void store_list(struct intake *in, const struct lists *l, const int *readers)
{
    int64_t row;
    int bsn = l->lo3.at[LO3_BSN];
    enum flaw flaw = list_flaw(l);
    in->report->rows_read++;
    if (flaw) {
        intake_flaw(in, l->list.broken ? l->list.broken_line : l->list.line, 0, S(""), flaw);
        return;
    }
    if (!intake_person(in, cell_bytes(l->list.cells[bsn]), l->list.line, bsn + 1, &row))
        return;
    for (int k = 0; k < in->target_count; k++) {
        struct target *t = &in->targets[k];
        struct arena tmp = in->own;
        if (t->too_old)
            continue;
        if (t->column->type == COLUMN_TEXT)
            intake_store_text(in, t, row, l->list.line, known[readers[k]].read.text(&tmp, l));
        else
            intake_store(in, t, row, l->list.line, known[readers[k]].read.value(l));
    }
}

static bool read_lists(struct intake *in, struct lists *l, struct table *t, struct err *e)
{
    int readers[LIMIT_COLUMNS];
    if (!lo3_open(in->a, in->from->file, in->from->bytes, &l->lo3, e))
        return false;
    in->encoding = l->lo3.encoding;
    in->report->encoding = str_of(encoding_name(in->encoding));
    in->report->separator = l->lo3.scan.separator;
    int64_t rows_max = scan_rows_max(&l->lo3.scan);
    if (rows_max > LIMIT_RESIDENTS)
        return fail_at(e, ERR_LIMIT, l->lo3.scan.file, 0, 0, "more than %d rows; split the file", LIMIT_RESIDENTS);
    *t = table_open(in->a, rows_max);
    t->synthetic = in->from->synthetic;
    t->label = in->from->synthetic ? S("synthetisch") : S("");
    in->t = t;
    in->map = bsn_map_open(&in->own, rows_max);
    plan_facts(in, &l->lo3, readers);
    while (lo3_next(&l->lo3, &l->list, e))
        store_list(in, l, readers);
    t->rows = in->report->rows_kept;
    if (e->code)
        return false;
    intake_relations(in, intake_row_of, NULL);
    return intake_has_people(in, l->lo3.scan.file, e);
}

bool people_read_lo3(struct arena *a, const struct permit *permit, const struct people_source *from,
                     struct table *out, struct people_report *report, struct err *e)
{
    struct lists *l = arena_new(a, struct lists, 1);
    struct intake *in = arena_new(a, struct intake, 1);
    intake_open(in, a, permit, from, report);
    bool fine = read_lists(in, l, out, e);
    intake_close(in);
    if (!fine)
        *out = (struct table){0};        /* refused early, it was never made */
    table_narrow(out);
    return fine;
}
