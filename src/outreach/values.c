/* SPDX-License-Identifier: EUPL-1.2 */
/* values.c: amounts, dates, facts and addresses in the words of a letter.
 */
#include "outreach/values.h"

/* ---- numbers and dates -------------------------------------------------------------------------- */

struct str amount_words(struct arena *a, int64_t cents_year, bool english)
{
    int64_t year = cents_year / 100, month = cents_year / 1200;
    if (year < 1)
        return (struct str){NULL, 0};
    struct str y = number_words(a, year, english), m = number_words(a, month, english);
    if (month < 1)
        return str_format(a, english ? "about €" STR_FMT " a year" : "ongeveer € " STR_FMT " per jaar", STR_ARG(y));
    return str_format(a, english ? "about €" STR_FMT " a year (€" STR_FMT " a month)"
                                 : "ongeveer € " STR_FMT " per jaar (€ " STR_FMT " per maand)", STR_ARG(y), STR_ARG(m));
}

/* ---- facts -------------------------------------------------------------------------------------- */

struct named_fact {
    const struct fact *fact;
    struct str source;
    int32_t as_of;
    bool own, others, absent;        /* absent: known that the resident has none */
};
struct named_facts { struct named_fact at[LIMIT_LETTER_FACTS]; int count; bool over; };

static struct named_fact *fact_place(struct named_facts *all, const struct fact *fact, struct str source, int32_t as_of)
{
    for (int i = 0; i < all->count; i++)
        if (all->at[i].fact == fact && all->at[i].as_of == as_of && str_eq(all->at[i].source, source))
            return &all->at[i];
    if (all->count == LIMIT_LETTER_FACTS) {
        all->over = true;
        return NULL;
    }
    struct named_fact *f = &all->at[all->count++];
    *f = (struct named_fact){.fact = fact, .source = source, .as_of = as_of};
    return f;
}

/* What nobody knew was not used, so it is not named. */
static void collect(struct named_facts *all, const struct trace *t)
{
    bool known = t->state == CELL_PRESENT || t->state == CELL_ABSENT;
    struct named_fact *f = t->kind == TRACE_FACT && t->fact && known ? fact_place(all, t->fact, t->source, t->as_of) : NULL;
    if (f) {
        f->own |= t->path == 0;
        f->others |= t->path != 0;
        f->absent |= t->path == 0 && t->state == CELL_ABSENT;
    }
    for (const struct trace *child = t->first; child; child = child->next)
        collect(all, child);
}

static void add_source(struct arena *a, const struct named_fact *f, bool english, struct buf *out)
{
    buf_add(out, english ? S("; source: ") : S("; bron: "));
    buf_add(out, text_clean(a, f->source.len ? f->source : f->fact->source));
    if (f->as_of == INT32_MIN) {
        buf_add(out, english ? S(", date not known\n") : S(", datum niet bekend\n"));
        return;
    }
    buf_add(out, english ? S(", as of ") : S(", stand van "));
    buf_add(out, date_words(a, f->as_of, english));
    buf_char(out, '\n');
}

static void add_fact(struct arena *a, const struct named_fact *f, bool english, struct buf *out)
{
    buf_add(out, S("- "));
    if (!f->own)
        buf_add(out, english ? S("about your partner or a housemate, the same as: ")
                             : S("over uw partner of huisgenoot, hetzelfde als: "));
    buf_add(out, text_clean(a, english ? f->fact->label.en : f->fact->label.nl));
    if (f->absent)
        buf_add(out, english ? S(": none") : S(": geen"));
    if (f->own && f->others)
        buf_add(out, english ? S(", and the same about your partner or a housemate")
                             : S(", en hetzelfde over uw partner of huisgenoot"));
    add_source(a, f, english, out);
}

static bool same_source(const struct named_fact *a, const struct named_fact *b)
{
    return a->as_of == b->as_of && str_eq(a->source, b->source);
}

/* Facts of one source and date on one line: "uw naam, uw straat en uw woonplaats; bron: …". */
static void add_group(struct arena *a, const struct named_facts *all, int first, bool english, struct buf *out)
{
    int left = 0;
    for (int i = first; i < all->count; i++)
        left += same_source(&all->at[first], &all->at[i]);
    const char *between = "- ";
    for (int i = first; i < all->count; i++) {
        const struct fact *fact = all->at[i].fact;
        if (!same_source(&all->at[first], &all->at[i]))
            continue;
        buf_add(out, str_of(between));
        buf_add(out, text_clean(a, english ? fact->label.en : fact->label.nl));
        left--;
        between = left > 1 ? ", " : english ? " and " : " en ";
    }
    add_source(a, &all->at[first], english, out);
}

static bool is_first_of_group(const struct named_facts *all, int at)
{
    for (int i = 0; i < at; i++)
        if (same_source(&all->at[i], &all->at[at]))
            return false;
    return true;
}

static bool fact_lines(struct arena *a, const struct named_facts *all, bool grouped, bool english, struct str *out,
                       struct err *e)
{
    if (all->over)
        return fail(e, ERR_LIMIT, "more than %d facts would have to be named in one letter; a caseworker writes it",
                    LIMIT_LETTER_FACTS);
    struct buf lines = buf_open(a, LIMIT_LETTER_BYTES);
    for (int i = 0; i < all->count; i++)
        if (!grouped)
            add_fact(a, &all->at[i], english, &lines);
        else if (is_first_of_group(all, i))
            add_group(a, all, i, english, &lines);
    *out = buf_str(&lines);
    return !lines.over || fail(e, ERR_LIMIT, "the facts do not fit in one letter; shorten the labels of the facts");
}

bool data_lines(struct arena *a, const struct explanation *x, bool english, struct str *out, struct err *e)
{
    struct named_facts all = {0};
    collect(&all, x->entitled);
    collect(&all, x->amount);
    if (all.count == 0)
        return fail(e, ERR_LETTER, "the explanation names no fact, so the letter can't say which data were used");
    return fact_lines(a, &all, false, english, out, e);
}

static bool is_named(const struct named_facts *all, const struct fact *fact)
{
    for (int i = 0; i < all->count; i++)
        if (all->at[i].fact == fact && all->at[i].own)
            return true;
    return false;
}

/* A cell that is not known holds nothing about this resident, so it is not told. */
bool other_data_lines(struct arena *a, const struct explanation *x, const struct facts *facts, const struct table *t,
                      int64_t row, bool english, struct str *out, struct err *e)
{
    struct named_facts used = {0}, other = {0};
    collect(&used, x->entitled);
    collect(&used, x->amount);
    for (int i = 0; i < t->column_count; i++) {
        const struct column *c = &t->columns[i];
        const struct fact *fact = facts_find(facts, c->name);
        if (!fact || is_named(&used, fact) || column_state(c, row) == CELL_UNKNOWN)
            continue;
        struct named_fact *f = fact_place(&other, fact, c->source, c->as_of);
        if (f)
            f->own = true;
    }
    if (other.count == 0) {
        *out = english ? S("- nothing else") : S("- niets anders");
        return true;
    }
    return fact_lines(a, &other, true, english, out, e);
}

bool reason_lines(struct arena *a, const struct explanation *x, bool english, struct str *out, struct err *e)
{
    int count;
    const struct phrase *reasons = eval_reasons(a, x, LIMIT_LETTER_REASONS, &count);
    struct buf lines = buf_open(a, LIMIT_LETTER_BYTES);
    for (int i = 0; i < count; i++) {
        struct str sentence = text_clean(a, english ? reasons[i].en : reasons[i].nl);
        if (sentence.len == 0)
            continue;
        buf_add(&lines, S("- "));
        buf_add(&lines, sentence);
        buf_char(&lines, '\n');
    }
    *out = buf_str(&lines);
    if (lines.len == 0)
        return fail(e, ERR_LETTER, "the outcome has no reason in this language; add a sentence to the law's sidecar");
    return !lines.over || fail(e, ERR_LIMIT, "the reasons do not fit in one letter; shorten the sentences of the sidecar");
}

/* ---- address ------------------------------------------------------------------------------------ */

static bool no_cell(const struct table *t, int64_t row, struct str column, struct err *e)
{
    return fail_at(e, ERR_LETTER, "", t->line ? t->line[row] : 0, 0, "'" STR_FMT "' is not known for the resident on this "
                   "line of people; complete the address, or let a caseworker write", STR_ARG(column));
}

/* One column of the row into the line; an absent or optional cell adds nothing. */
static bool add_cell(struct arena *a, const struct table *t, int64_t row, struct str column, struct buf *out,
                     struct err *e)
{
    bool optional = str_ends(column, S("?"));
    struct str name = optional ? str_slice(column, 0, column.len - 1) : column;
    const struct column *c = table_find(t, name);
    if (!c && optional)
        return true;
    if (!c || (c->type != COLUMN_TEXT && c->type != COLUMN_NUMBER))
        return fail(e, ERR_LETTER, "people have no column '" STR_FMT "' of text; import it and let the policy allow it, or "
                    "name another in the template's head", STR_ARG(name));
    if (column_state(c, row) != CELL_PRESENT)
        return optional || no_cell(t, row, name, e);
    struct str raw = c->type == COLUMN_TEXT ? column_text(c, row) : str_format(a, "%lld", (long long)column_int(c, row));
    struct str cell = text_clean(a, raw);
    if (!str_is_utf8(raw) || (cell.len == 0 && !optional))
        return no_cell(t, row, name, e);
    if (out->len && cell.len)
        buf_char(out, ' ');
    buf_add(out, cell);
    return true;
}

bool address_line(struct arena *a, const struct table *t, int64_t row, struct str spec, struct str *out, struct err *e)
{
    struct buf line = buf_open(a, LIMIT_ADDRESS_BYTES);
    while (spec.len) {
        struct str rest, column = str_until(spec, ' ', &rest);
        if (column.len && !add_cell(a, t, row, column, &line, e))
            return false;
        spec = rest;
    }
    *out = buf_str(&line);
    if (line.len == 0 && !line.over)
        return fail_at(e, ERR_LETTER, "", t->line ? t->line[row] : 0, 0, "a line of the address is empty for the resident on "
                       "this line of people; complete it, or let a caseworker write");
    return !line.over || fail_at(e, ERR_LETTER, "", t->line ? t->line[row] : 0, 0, "a name or address on this line of people is "
                                 "longer than %d bytes, which no window shows; let a caseworker write", LIMIT_ADDRESS_BYTES);
}

/* ---- sender ------------------------------------------------------------------------------------- */

#define SENDER_FIELDS(X) \
    X(organisation) X(department) X(phone) X(website) X(postal_address) X(privacy_contact) X(opt_out_text)

bool sender_check(const struct sender *s, struct err *e)
{
    const struct { const char *name; struct str value; } fields[] = {
#define X(field) {#field, s->field},
        SENDER_FIELDS(X)
#undef X
    };
    for (int i = 0; i < COUNT(fields); i++) {
        if (str_trim(fields[i].value).len == 0)
            return fail(e, ERR_LETTER, "the sender's %s is empty; a letter names it, so fill it in", fields[i].name);
        if (fields[i].value.len > LIMIT_SENDER_BYTES || !str_is_utf8(fields[i].value))
            return fail(e, ERR_LETTER, "the sender's %s is longer than %d bytes or no UTF-8; shorten it", fields[i].name,
                        LIMIT_SENDER_BYTES);
    }
    return true;
}

bool sender_read(struct arena *a, struct str file, struct str bytes, struct sender *out, struct err *e)
{
    struct json *j;
    if (!js_read(a, file, bytes, &j, e))
        return false;
    struct { const char *name; struct str *value; } fields[] = {
#define X(field) {#field, &out->field},
        SENDER_FIELDS(X)
#undef X
    };
    const char *z = str_z(a, file);
    *out = (struct sender){0};
    for (int i = 0; i < COUNT(fields); i++) {
        const struct json *member = js_get(j, str_of(fields[i].name));
        if (!member || member->kind != JS_TEXT)
            return fail_at(e, ERR_LETTER, z, 0, 0, "the sender lacks the text \"%s\"; fill it in", fields[i].name);
        *fields[i].value = str_copy(a, member->text);
    }
    if (j->count != COUNT(fields))
        return fail_at(e, ERR_LETTER, z, 0, 0, "the sender has members that no letter uses; keep organisation, department, "
                       "phone, website, postal_address, privacy_contact and opt_out_text");
    return sender_check(out, e);
}
