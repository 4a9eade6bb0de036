/* SPDX-License-Identifier: EUPL-1.2 */
/* intake.c: see intake.h. Not aware of a file format. */
#include "people/intake.h"

#include <string.h>

void intake_open(struct intake *in, struct arena *a, const struct permit *permit, const struct people_source *from,
                 struct people_report *report)
{
    *in = (struct intake){.a = a, .own = arena_open(LIMIT_ARENA_FACTS), .permit = permit, .from = from,
                          .report = report};
    in->own_start = in->own.at;
    *report = (struct people_report){.file = from->file, .not_read = arena_new(a, struct str, LIMIT_COLUMNS)};
    in->fault_end = &report->faults;
}

void intake_close(struct intake *in)
{
    arena_close(&in->own, LIMIT_ARENA_FACTS, in->own_start);
}

/* ---- report ------------------------------------------------------------------------------- */

void intake_flaw(struct intake *in, int32_t line, int column, struct str name, enum flaw flaw)
{
    struct people_report *r = in->report;
    bool row = flaw_effect(flaw) == ROW;
    r->rows_rejected += row;
    r->cells_faulty += flaw_effect(flaw) == FAULTY;
    if (r->fault_count++ >= LIMIT_FAULTS)
        return;
    struct people_fault *f = arena_new(in->a, struct people_fault, 1);
    const char *text = flaw_text(flaw);
    *f = (struct people_fault){.line = line, .column = column, .rejected = row};
    f->what = name.len ? str_format(in->a, STR_FMT ": %s", STR_ARG(name), text) : str_of(text);
    *in->fault_end = f;
    in->fault_end = &f->next;
}

void intake_not_read(struct intake *in, struct str name, const char *why)
{
    assert(in->report->not_read_count < LIMIT_COLUMNS);
    in->report->not_read[in->report->not_read_count++] = str_format(in->a, STR_FMT ": %s", STR_ARG(name), why);
}

bool intake_has_people(const struct intake *in, const char *file, struct err *e)
{
    const struct people_report *r = in->report;
    if (r->rows_read == 0)
        return fail_at(e, ERR_CSV, file, 0, 0, "there are column names but no residents; deliver a row for each resident");
    if (r->rows_kept || r->rows_opted_out)
        return true;
    const struct people_fault *f = r->faults;
    assert(f);
    return fail_at(e, ERR_CSV, file, f->line, f->column, "none of the %lld rows can be used: " STR_FMT,
                   (long long)r->rows_read, STR_ARG(f->what));
}

/* ---- columns ------------------------------------------------------------------------------ */

static const struct str person_tail = {"_bsn", 4};

static bool names_persons(const struct fact *f)
{
    return f->type == FACT_PERSON || f->type == FACT_PEOPLE;
}

const struct fact *intake_fact(const struct facts *facts, struct str head)
{
    const struct fact *fact = facts_find(facts, head);
    if (fact)
        return names_persons(fact) ? NULL : fact;
    if (!str_ends(head, person_tail))
        return NULL;
    fact = facts_find(facts, str_slice(head, 0, head.len - person_tail.len));
    return fact && names_persons(fact) ? fact : NULL;
}

/* Letters to change, add or drop to get from one name to the other; 99 for long names. */
static int distance(struct str a, struct str b)
{
    int row[65];
    if (a.len > 64 || b.len > 64)
        return 99;
    for (int j = 0; j <= b.len; j++)
        row[j] = j;
    for (int i = 1; i <= a.len; i++) {
        int before = row[0];
        row[0] = i;
        for (int j = 1; j <= b.len; j++) {
            int change = before + (a.at[i - 1] != b.at[j - 1]);
            before = row[j];
            int least = row[j] < row[j - 1] ? row[j] + 1 : row[j - 1] + 1;
            row[j] = least < change ? least : change;
        }
    }
    return row[b.len];
}

struct str intake_suggest(struct arena *a, const struct facts *facts, struct str head)
{
    struct str best = {NULL, 0};
    int least = head.len > 4 ? 3 : 2;
    for (const struct fact *f = facts->first; f; f = f->next) {
        bool person = names_persons(f);
        struct str name = person ? str_format(a, STR_FMT "_bsn", STR_ARG(f->name)) : f->name;
        int d = person && str_eq(head, f->name) ? 1 : distance(head, name);
        if (d < least) {
            least = d;
            best = name;
        }
    }
    return best;
}

struct target *intake_column(struct intake *in, const struct fact *fact, struct str head, int head_at)
{
    if (!permit_allows(in->permit, fact)) {
        intake_not_read(in, head, "the permit does not allow it");
        return NULL;
    }
    if (in->t->column_count == LIMIT_COLUMNS) {
        intake_not_read(in, head, "the table has no room for more columns");
        return NULL;
    }
    if (table_find(in->t, fact->name)) {
        intake_not_read(in, head, "the table has this fact already");
        return NULL;
    }
    assert(permit_allows(in->permit, fact)); /* INV-2: no column without a permit for it */
    struct column *c = table_add(in->t, fact->name, column_of_fact(fact->type));
    c->source = fact->source;
    c->as_of = in->from->as_of;
    if (fact->type == FACT_AMOUNT || fact->type == FACT_NUMBER) {
        c->min = fact->min;
        c->max = fact->max;
    }
    struct target *target = &in->targets[in->target_count++];
    *target = (struct target){.head = head_at, .fact = fact, .column = c};
    target->too_old = c->too_old = permit_too_old(in->permit, fact, in->from->as_of);
    if (target->too_old)
        intake_not_read(in, head, "too old for the policy, so that every cell is unknown");
    else if (fact->type == FACT_PERSON)
        target->claims = arena_new(&in->own, uint32_t, in->t->rows + 1);
    else if (fact->type == FACT_PEOPLE)
        target->lists = arena_new(&in->own, uint32_t *, in->t->rows + 1);
    return target;
}

/* ---- rows --------------------------------------------------------------------------------- */

/* The elfproef and the one row a person has, before anything else is asked. */
static bool is_new_person(struct intake *in, struct str text, int32_t line, int column, uint32_t *bsn, int32_t **place)
{
    bool found, zero = in->zero_added;
    struct value v = value_bsn(text, &in->zero_added);
    if (v.flaw) {
        intake_flaw(in, line, column, S(""), (enum flaw)v.flaw);
        return false;
    }
    if (in->zero_added && !zero)
        intake_flaw(in, line, column, S(""), FLAW_BSN_ZERO);
    *bsn = (uint32_t)v.at;
    *place = bsn_map_put(&in->map, *bsn, &found);
    if (found)
        intake_flaw(in, line, column, S(""), FLAW_BSN_TWICE);
    return !found;
}

bool intake_person(struct intake *in, struct str text, int32_t line, int column, int64_t *row)
{
    uint32_t bsn;
    int32_t *place;
    if (!is_new_person(in, text, line, column, &bsn, &place))
        return false;
    struct bsn_text nine = bsn_print(bsn);
    struct pseudonym who = pseudonym_of(in->from->pseudonym_key, in->from->purpose, (struct str){nine.at, 9});
    bool out = permit_opted_out(in->permit, who);
    if (out) {
        *place = PERSON_OPTED_OUT;
        in->report->rows_opted_out++;
        return false;
    }
    assert(!out); /* INV-8: who opted out has gone before the first fact is stored */
    *row = in->report->rows_kept++;
    *place = (int32_t)*row;
    in->t->who[*row] = who;
    in->t->line[*row] = line;
    return true;
}

void intake_store(struct intake *in, const struct target *target, int64_t row, int32_t line, struct value v)
{
    struct column *c = target->column;
    assert(v.state == CELL_PRESENT || v.at == 0); /* INV-3: no value without being present */
    if (v.flaw)
        intake_flaw(in, line, target->head + 1, target->fact->name, (enum flaw)v.flaw);
    c->states[row] = v.state;
    if (c->type != COLUMN_PERSON) {
        column_put(c, row, v.at);
        return;
    }
    target->claims[row] = (uint32_t)v.at; /* becomes a row once all rows are known */
    c->states[row] = v.state == CELL_PRESENT ? CELL_UNKNOWN : v.state;
}

/* The next BSN of the list; false at its end. */
static bool next_person(struct str *rest, struct value *v)
{
    struct str one = S("");
    while (!one.len && rest->len)
        one = str_until(*rest, ' ', rest);
    *v = one.len ? value_person(one) : (struct value){0};
    return one.len > 0;
}

static enum flaw add_person(uint32_t *list, struct value v)
{
    for (uint32_t i = 1; i <= list[0]; i++)
        if (list[i] == (uint32_t)v.at)
            return FLAW_PEOPLE_TWICE;
    if (list[0] == LIMIT_PEOPLE_LIST)
        return FLAW_PEOPLE_MANY;
    list[++list[0]] = (uint32_t)v.at;
    return FLAW_NONE;
}

/* One that cannot be read spoils the whole: a list that lacks somebody is another list. */
void intake_store_people(struct intake *in, struct target *target, int64_t row, int32_t line, struct str text)
{
    uint32_t list[LIMIT_PEOPLE_LIST + 1] = {0};
    enum flaw flaw = FLAW_NONE;
    struct value v;
    bool absent = value_is_absent(text);
    for (struct str rest = text; !absent && !flaw && next_person(&rest, &v);)
        flaw = v.flaw ? (enum flaw)v.flaw : add_person(list, v);
    if (flaw)
        intake_flaw(in, line, target->head + 1, target->fact->name, flaw);
    target->column->states[row] = (uint8_t)(flaw ? flaw_state(flaw) : absent ? CELL_ABSENT : CELL_UNKNOWN);
    if (flaw || list[0] == 0)
        return;
    target->column->states[row] = CELL_PRESENT;
    target->lists[row] = arena_new_raw(&in->own, uint32_t, list[0] + 1);
    memcpy(target->lists[row], list, (list[0] + 1) * sizeof *list);
}

static enum flaw text_flaw(struct str s)
{
    if (s.len > LIMIT_CELL_BYTES)
        return FLAW_TEXT_LONG;
    for (ptrdiff_t i = 0; i < s.len; i++) {
        unsigned char c = (unsigned char)s.at[i];
        if ((c < 0x20 && c != '\n' && c != '\r' && c != '\t') || c == 0x7f)
            return FLAW_TEXT_SIGN;
    }
    return FLAW_NONE;
}

void intake_store_text(struct intake *in, struct target *target, int64_t row, int32_t line, struct str text)
{
    struct column *c = target->column;
    bool again = text.len && str_eq(text, c->texts->at[c->texts->last]); /* then it was looked at */
    enum flaw flaw = again ? FLAW_NONE : text_flaw(text);
    if (flaw) {
        intake_flaw(in, line, target->head + 1, target->fact->name, flaw);
        c->states[row] = (uint8_t)flaw_state(flaw);
    } else if (text.len == 0) {
        c->states[row] = CELL_UNKNOWN;
    } else if (value_is_absent(text)) {
        c->states[row] = CELL_ABSENT;
    } else {
        c->states[row] = CELL_PRESENT;
        column_put_text(c, row, text);
    }
}
