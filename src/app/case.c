/* SPDX-License-Identifier: EUPL-1.2 */
/* case.c: see case.h. Not the files of cases (oracle.c), nor scenarios in sentences (scenarios.c). */
#include "case.h"

/* Test numbers of the 999 block that pass the elfproef; those in lists have the first ones from OTHERS. */
#define APPLICANT "999993653"
#define PARTNER "999990639"
#define OTHERS 999900000

/* ---- whose fact it is --------------------------------------------------------------------------------------- */

/* kind2.geboortedatum: the list, 2, geboortedatum. NULL if it is of no list. */
static const struct fact *list_of(const struct facts *facts, struct str name, int64_t *number, struct str *rest)
{
    struct str who = str_until(name, '.', rest);
    ptrdiff_t word = who.len;
    while (word > 0 && who.at[word - 1] >= '0' && who.at[word - 1] <= '9')
        word--;
    bool numbered = rest->at && str_to_int64(str_slice(who, word, who.len), number) && *number > 0;
    return numbered ? facts_each(facts, str_slice(who, 0, word)) : NULL;
}

bool case_is_of_list(const struct facts *facts, struct str name)
{
    int64_t number;
    struct str rest;
    return list_of(facts, name, &number, &rest) != NULL;
}

static int other_of(struct person_case *c, const struct fact *list, int64_t number)
{
    for (int i = 0; i < c->other_count; i++)
        if (c->others[i].list == list && c->others[i].number == number)
            return CASE_OTHERS + i;
    if (c->other_count == CASE_OTHERS_MAX)
        return -1;
    c->others[c->other_count].list = list;
    c->others[c->other_count].number = number;
    return CASE_OTHERS + c->other_count++;
}

bool case_add(struct person_case *c, const struct facts *facts, struct str name, struct str value, struct err *e)
{
    int64_t number;
    struct str rest;
    const struct fact *list = list_of(facts, name, &number, &rest);
    struct person_fact fact = {name, value, CASE_APPLICANT};
    if (list)
        fact = (struct person_fact){rest, value, other_of(c, list, number)};
    else if (str_starts(name, S("partner.")))
        fact = (struct person_fact){str_slice(name, 8, name.len), value, CASE_PARTNER};
    if (c->count == CASE_FACTS_MAX || fact.whose < 0)
        return fail(e, ERR_USAGE, "more than %d facts, or than %d persons in lists; take fewer", CASE_FACTS_MAX, CASE_OTHERS_MAX);
    const struct fact *known = facts_find(facts, fact.name);
    if (!known)
        return fail(e, ERR_FACTS, "there is no fact '" STR_FMT "' in the dictionary; mend the name", STR_ARG(fact.name));
    if (known->type == FACT_PEOPLE && (fact.whose || (value.len && !str_eq(value, S("geen")))))
        return fail(e, ERR_FACTS, "'" STR_FMT "' is a list of persons: say who is in it (" STR_FMT "1.geboortedatum), or of the "
                    "applicant geen, or nothing for unknown", STR_ARG(known->name), STR_ARG(known->each));
    c->facts[c->count++] = fact;
    return true;
}

/* ---- rows of a file of people --------------------------------------------------------------------------------- */

struct writer { const struct facts *facts; const struct person_case *c; bool cents; struct buf *out; };

static void put_value(const struct writer *w, struct str name, struct str value)
{
    const struct fact *fact = facts_find(w->facts, name);
    int64_t n;
    if (w->cents && fact->type == FACT_AMOUNT && str_to_int64(value, &n)) {
        uint64_t whole = n < 0 ? (uint64_t)-n : (uint64_t)n;
        buf_print(w->out, "%s%llu,%02llu", n < 0 ? "-" : "", (unsigned long long)(whole / 100),
                  (unsigned long long)(whole % 100));
    } else if (str_eq(value, S("true")) || str_eq(value, S("false"))) {
        buf_add(w->out, str_eq(value, S("true")) ? S("ja") : S("nee"));
    } else {
        buf_csv(w->out, value, ';');
    }
}

/* Whether a column for this fact was written already: or is written with the lists. */
static bool has_column(const struct writer *w, int i)
{
    for (int k = 0; k < i; k++)
        if (str_eq(w->c->facts[k].name, w->c->facts[i].name))
            return true;
    return facts_find(w->facts, w->c->facts[i].name)->type == FACT_PEOPLE;
}

static void put_number(int whose, struct buf *out)
{
    char digits[10] = APPLICANT;
    if (whose == CASE_PARTNER) {
        buf_add(out, S(PARTNER));
        return;
    }
    for (int n = OTHERS, left = whose - CASE_OTHERS; whose >= CASE_OTHERS && left >= 0; n++) {
        for (int i = 8, rest = n; i >= 0; i--, rest /= 10)
            digits[i] = (char)('0' + rest % 10);
        left -= bsn_is_valid((struct str){digits, 9});
    }
    buf_add(out, (struct str){digits, 9});
}

/* Who is in the list; nobody: what was said of it, else that there is nobody. */
static void put_list(const struct writer *w, const struct fact *list)
{
    int count = 0;
    struct str otherwise = S("geen");
    for (int i = 0; i < w->c->other_count; i++) {
        if (w->c->others[i].list != list)
            continue;
        if (count++)
            buf_char(w->out, ' ');
        put_number(CASE_OTHERS + i, w->out);
    }
    for (int i = 0; i < w->c->count; i++)
        if (str_eq(w->c->facts[i].name, list->name))
            otherwise = w->c->facts[i].value;
    if (!count)
        buf_add(w->out, otherwise);
}

/* Laws differ in who is a partner; a case has one, who is that by all of them. */
static bool is_partner_too(const struct fact *f)
{
    return f->type == FACT_PERSON && !str_eq(f->name, S("partner"));
}

static void put_partner(const struct writer *w, int whose)
{
    static const struct str partners[] = {
        [PARTNER_UNKNOWN] = {"", 0}, [PARTNER_YES] = {PARTNER, 9}, [PARTNER_NO] = {"geen", 4}};
    buf_char(w->out, ';');
    if (whose <= CASE_PARTNER)
        buf_add(w->out, whose == CASE_PARTNER ? S(APPLICANT) : partners[w->c->partner]);
}

static void put_person(const struct writer *w, int whose)
{
    put_number(whose, w->out);
    put_partner(w, whose);
    for (const struct fact *f = w->facts->first; f; f = f->next)
        if (is_partner_too(f))
            put_partner(w, whose);
    for (const struct fact *f = w->facts->first; f; f = f->next)
        if (f->type == FACT_PEOPLE) {
            buf_char(w->out, ';');
            if (whose == CASE_APPLICANT) /* of the others nothing is known */
                put_list(w, f);
        }
    for (int i = 0; i < w->c->count; i++) {
        if (has_column(w, i))
            continue;
        buf_char(w->out, ';');
        for (int k = i; k < w->c->count; k++)
            if (str_eq(w->c->facts[k].name, w->c->facts[i].name) && w->c->facts[k].whose == whose)
                put_value(w, w->c->facts[k].name, w->c->facts[k].value);
    }
    buf_char(w->out, '\n');
}

static void put_head(const struct writer *w)
{
    buf_add(w->out, S("bsn;partner_bsn"));
    for (const struct fact *f = w->facts->first; f; f = f->next)
        if (is_partner_too(f))
            buf_print(w->out, ";" STR_FMT "_bsn", STR_ARG(f->name));
    for (const struct fact *f = w->facts->first; f; f = f->next)
        if (f->type == FACT_PEOPLE)
            buf_print(w->out, ";" STR_FMT "_bsn", STR_ARG(f->name));
    for (int i = 0; i < w->c->count; i++)
        if (!has_column(w, i))
            buf_print(w->out, ";" STR_FMT, STR_ARG(w->c->facts[i].name));
    buf_char(w->out, '\n');
}

bool table_of_case(struct arena *a, const struct law_set *laws, const struct person_case *c, bool cents,
                   int32_t date, struct table *out, struct err *e)
{
    struct buf csv = buf_open(a, 1 << 17);
    struct writer w = {&laws->facts, c, cents, &csv};
    put_head(&w);
    put_person(&w, CASE_APPLICANT);
    if (c->partner == PARTNER_YES)
        put_person(&w, CASE_PARTNER);
    for (int i = 0; i < c->other_count; i++)
        put_person(&w, CASE_OTHERS + i);
    struct people_source from = {.file = S("case"), .bytes = buf_str(&csv), .as_of = date, .purpose = S("rehearsal")};
    struct people_report report;
    if (!people_read_csv(a, gate_permit_rehearsal(a, laws, date), &from, out, &report, e))
        return false;
    if (report.faults)
        return fail(e, ERR_FACTS, "a value of the case can't be read: " STR_FMT, STR_ARG(report.faults->what));
    return true;
}
