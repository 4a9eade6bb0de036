/* SPDX-License-Identifier: EUPL-1.2 */
/* case.c: what a scenario says about people, as a table with a row for each, and facts tied to the
 * inputs of laws by name. Not the asking (ask.c), nor the steps of a scenario (run.c).
 */
#include "case.h"
#include "gherkin.h"

#define PEOPLE_MAX 1000              /* persons of one scenario */
#define FACTS_MAX (LIMIT_COLUMNS / 2) /* columns of its table; a plan needs room for more */

static const struct str key = {"bsn", 3}; /* by which people are known */

struct made { const struct told *from; int column; struct fact *fact; struct made *next; };

struct maker {
    struct arena *a;
    const struct law_set *laws;
    const struct scenario_case *c;
    struct str_map people;           /* number of a person -> row + 1 */
    int count;                       /* of people */
    struct table table;
    struct made *made;
    struct given *given;
    struct err *e;
};

static struct str said_value(const struct scenario_case *c, struct str name)
{
    for (const struct said *s = c->said; s; s = s->next)
        if (str_eq(s->name, name))
            return s->value;
    return (struct str){NULL, 0};
}

/* ---- people --------------------------------------------------------------------------------------- */

static bool is_person_name(struct str name)
{
    return str_eq(name, key) || str_ends(name, S("_bsn"));
}

static bool is_somebody(struct str number)
{
    return number.len > 0 && !str_eq(number, S("null"));
}

static bool add_person(struct maker *m, struct str number)
{
    bool found;
    if (!is_somebody(number))
        return true;
    int64_t *row = str_map_put(&m->people, number, &found);
    if (found)
        return true;
    *row = ++m->count;
    return m->count <= PEOPLE_MAX || fail(m->e, ERR_SCENARIO, "more than %d people in one scenario; take fewer", PEOPLE_MAX);
}

static int64_t row_of(const struct maker *m, struct str number)
{
    int64_t row;
    return str_map_get(&m->people, number, &row) ? row - 1 : -1;
}

/* Everybody who is named: who is asked about first, then the rows of the data. */
static bool find_people(struct maker *m)
{
    if (!add_person(m, said_value(m->c, key)))
        return false;
    if (!m->count) /* nobody is asked about: a row that nothing is known of */
        m->count = 1;
    for (const struct said *s = m->c->said; s; s = s->next)
        if (is_person_name(s->name) && !add_person(m, s->value))
            return false;
    for (const struct told *t = m->c->told; t; t = t->next)
        for (const struct table_row *row = t->head; row; row = row->next)
            for (int i = 0; i < row->count && row != t->head; i++)
                if (is_person_name(t->head->cells[i]) && !add_person(m, row->cells[i]))
                    return false;
    return true;
}

/* ---- cells ------------------------------------------------------------------------------------------- */

/* What cannot be of the type is faulty, as it would be in a file of people. */
static enum cell_state read_cell(const struct maker *m, struct str text, const struct fact *f, int64_t *value)
{
    struct rational r;
    int32_t day;
    if (!text.len)
        return CELL_UNKNOWN;
    if (str_eq(text, S("null")))
        return CELL_ABSENT;
    switch (f->type) {
    case FACT_BOOLEAN:
        *value = str_eq(text, S("true"));
        return *value || str_eq(text, S("false")) ? CELL_PRESENT : CELL_FAULTY;
    case FACT_AMOUNT:
    case FACT_NUMBER:
        if (!rational_parse(text, &r) || r.den != 1 || r.num < f->min || r.num > f->max)
            return CELL_FAULTY;
        *value = (int64_t)r.num;
        return CELL_PRESENT;
    case FACT_DATE:
        if (!date_parse(text, &day))
            return CELL_FAULTY;
        *value = day;
        return CELL_PRESENT;
    case FACT_PERSON: *value = row_of(m, text); break;
    case FACT_PEOPLE:                /* who is in it: add_list */
    case FACT_TEXT: break;
    }
    return CELL_PRESENT;
}

static void put_cell(const struct maker *m, struct column *c, int64_t row, struct str text, const struct fact *f)
{
    int64_t value = 0;
    enum cell_state state = read_cell(m, text, f, &value);
    c->states[row] = (uint8_t)state;
    if (state != CELL_PRESENT) /* INV-3 */
        return;
    if (c->type == COLUMN_TEXT)
        column_put_text(c, row, text);
    else if (c->type != COLUMN_PEOPLE)
        column_put(c, row, value);
}

static struct column *column_for(struct maker *m, const struct fact *f)
{
    if (m->table.column_count == FACTS_MAX) {
        fail(m->e, ERR_SCENARIO, "more than %d facts in one scenario; take fewer", FACTS_MAX);
        return NULL;
    }
    struct column *c = table_add(&m->table, f->name, column_of_fact(f->type));
    c->min = f->min;
    c->max = f->max;
    return c;
}

/* ---- facts ------------------------------------------------------------------------------------------- */

static int64_t bound(bool has, struct rational limit, int64_t otherwise)
{
    bool fits = limit.den == 1 && limit.num >= -LIMIT_CENTS && limit.num <= LIMIT_CENTS;
    return has && fits ? (int64_t)limit.num : otherwise;
}

static bool fact_type_of(const struct field *field, enum fact_type *out)
{
    switch (field->type) {
    case TYPE_BOOLEAN: *out = FACT_BOOLEAN; return true;
    case TYPE_AMOUNT: *out = FACT_AMOUNT; return true;
    case TYPE_NUMBER: *out = FACT_NUMBER; return true;
    case TYPE_DATE: *out = FACT_DATE; return true;
    case TYPE_STRING: *out = is_person_name(field->name) ? FACT_PERSON : FACT_TEXT; return true;
    case TYPE_ANY:
    case TYPE_OBJECT:
    case TYPE_ARRAY: break;
    }
    return false;
}

/* A fact as the law declares it: that of the sidecar, else by the type of the input. Lists of persons and what is
 * asked of these (`property`, else empty) are of the sidecar only. */
static bool declare(struct maker *m, const struct law *law, const struct article *article, const struct field *field,
                    struct str property, struct fact *out)
{
    const struct fact *known = article ? link_property(m->laws, NULL, law, article, field, property) : NULL;
    *out = (struct fact){.source = S("scenario")};
    if (!known && !fact_type_of(field, &out->type))
        return false;
    out->type = known ? known->type : out->type;
    out->min = known ? known->min : bound(field->has_min, field->min, -LIMIT_FACT_CENTS);
    out->max = known ? known->max : bound(field->has_max, field->max, LIMIT_FACT_CENTS);
    return true;
}

/* The rows of those whose numbers stand in a cell, with blanks between them; somebody without a row is somebody.
 * False if one of them is who has the list. */
static bool add_list(const struct maker *m, int64_t row, struct str text, int32_t *people, int32_t *count)
{
    int32_t before = *count;
    for (struct str one; text.len; text = str_trim(text)) {
        one = str_until(text, ' ', &text);
        int64_t other = row_of(m, one);
        people[(*count)++] = other < 0 ? PERSON_UNSEEN : (int32_t)other;
        if (other == row) {
            *count = before;
            return false;
        }
    }
    return true;
}

/* Lists stand in a column in the order of its rows, which need not be that of the data. */
static void fill_lists(struct maker *m, const struct told *t, int column, struct column *c)
{
    struct str *texts = arena_new(m->a, struct str, m->table.rows);
    ptrdiff_t room = 0;
    for (const struct table_row *row = t->head->next; row; row = row->next) {
        texts[row_of(m, row->cells[row_find(t->head, key)])] = str_trim(row->cells[column]);
        room += row->cells[column].len / 2 + 1;
    }
    int32_t *people = arena_new(m->a, int32_t, room), count = 0;
    for (int64_t i = 0; i < m->table.rows; i++) {
        if (c->states[i] == CELL_PRESENT && !add_list(m, i, texts[i], people, &count))
            c->states[i] = CELL_FAULTY;
        ((int32_t *)c->cells)[i] = count;
    }
    column_set_people(c, m->table.rows, people);
}

static bool fill_column(struct maker *m, const struct told *t, int column, const struct fact *f)
{
    struct column *c = column_for(m, f);
    int at = row_find(t->head, key);
    for (const struct table_row *row = c ? t->head->next : NULL; row; row = row->next)
        put_cell(m, c, row_of(m, row->cells[at]), row->cells[column], f);
    if (c && f->type == FACT_PEOPLE)
        fill_lists(m, t, column, c);
    return c != NULL;
}

/* The fact of a column, made once for each way in which laws declare it. */
static const struct fact *fact_of(struct maker *m, const struct told *t, int column, const struct fact *as)
{
    for (const struct made *x = m->made; x; x = x->next)
        if (x->from == t && x->column == column && x->fact->type == as->type && x->fact->min == as->min && x->fact->max == as->max)
            return x->fact;
    struct made *x = arena_new(m->a, struct made, 1);
    *x = (struct made){t, column, arena_new(m->a, struct fact, 1), m->made};
    *x->fact = *as;
    x->fact->name = str_format(m->a, STR_FMT " in " STR_FMT " (%d)", STR_ARG(t->head->cells[column]), STR_ARG(t->source),
                               m->table.column_count);
    m->made = x;
    return fill_column(m, t, column, x->fact) ? x->fact : NULL;
}

/* Data for one law goes before data for all; two that say the same thing are refused. */
static bool find_told(struct maker *m, const struct law *law, struct str input, const struct told **out, int *column)
{
    *out = NULL;
    for (const struct told *t = m->c->told; t; t = t->next) {
        int i = row_find(t->head, input);
        if (i < 0 || (t->law.len && !str_eq(t->law, law->id)))
            continue;
        if (*out && (*out)->law.len == t->law.len)
            return fail(m->e, ERR_SCENARIO, "'" STR_FMT "' is in the data of " STR_FMT " and of " STR_FMT "; keep one",
                        STR_ARG(input), STR_ARG((*out)->source), STR_ARG(t->source));
        if (*out && (*out)->law.len)
            continue;
        *out = t;
        *column = i;
    }
    return true;
}

static bool give_input(struct maker *m, const struct law *law, const struct article *article, const struct field *input,
                       struct str property)
{
    const struct told *from;
    struct fact as;
    int column;
    if (!find_told(m, law, property.len ? property : input->name, &from, &column))
        return false;
    if (!from || !declare(m, law, article, input, property, &as))
        return true;
    struct given_input *g = arena_new(m->a, struct given_input, 1);
    *g = (struct given_input){law, article->number, input->name, property, fact_of(m, from, column, &as), m->given->inputs};
    m->given->inputs = g;
    return g->fact != NULL;
}

static bool give_properties(struct maker *m, const struct law *law, const struct article *article, const struct field *input)
{
    for (const struct binding *b = law->bindings; b; b = b->next)
        if (b->property.len && str_eq(b->article, article->number) && str_eq(b->input, input->name) &&
            !give_input(m, law, article, input, b->property))
            return false;
    return true;
}

static bool give_inputs(struct maker *m)
{
    for (const struct law *law = m->laws->first; law; law = law->next)
        for (const struct article *article = law->articles; article; article = article->next)
            for (const struct field *input = article->inputs; input; input = input->next)
                if (input->external && (!give_input(m, law, article, input, S("")) || !give_properties(m, law, article, input)))
                    return false;
    return true;
}

/* No law asks where somebody lives, by-laws count by it: the fact of the dictionary itself. */
static bool give_home(struct maker *m)
{
    const struct fact *home = m->laws->facts.municipality;
    const struct law no_law = {.id = S("")};
    const struct told *from = NULL;
    int column;
    if (home && !find_told(m, &no_law, home->name, &from, &column))
        return false;
    return !from || fill_column(m, from, column, home);
}

/* ---- parameters --------------------------------------------------------------------------------------- */

/* Of no declared type: what it looks like. */
static enum fact_type looks_like(struct str text)
{
    struct rational r;
    int32_t day;
    if (str_eq(text, S("true")) || str_eq(text, S("false")))
        return FACT_BOOLEAN;
    return rational_parse(text, &r) ? FACT_NUMBER : date_parse(text, &day) ? FACT_DATE : FACT_TEXT;
}

/* Fractions, texts and "there is none" are constants; what kernels read from columns are facts. */
static bool as_constant(const struct fact *f, struct str text, struct literal *out)
{
    struct rational r;
    *out = (struct literal){.kind = LITERAL_NULL};
    if (str_eq(text, S("null")))
        return true;
    if (f->type == FACT_TEXT && text.len)
        *out = (struct literal){.kind = LITERAL_TEXT, .text = text};
    else if ((f->type == FACT_NUMBER || f->type == FACT_AMOUNT) && rational_parse(text, &r) && r.den != 1)
        *out = (struct literal){.kind = LITERAL_NUMBER, .number = r};
    else
        return false;
    return true;
}

/* `value` without bytes: not said. The law may do without; then nobody knows it. */
static bool give_parameter(struct maker *m, const struct law *law, const struct field *field, struct str value)
{
    struct fact *f = arena_new(m->a, struct fact, 1);
    if (!declare(m, law, NULL, field, S(""), f))
        f->type = looks_like(value);
    struct given_parameter *g = arena_new(m->a, struct given_parameter, 1);
    *g = (struct given_parameter){.name = field->name, .next = m->given->parameters};
    m->given->parameters = g;
    if (as_constant(f, value, &g->constant))
        return true;
    f->name = str_format(m->a, "parameter " STR_FMT, STR_ARG(field->name));
    struct column *c = column_for(m, f);
    if (c)
        put_cell(m, c, 0, value, f);
    g->fact = f;
    return c != NULL;
}

/* How a parameter is declared: by the article that is asked, else in its law, else where it first is:
 * parameters go along within a law and to the regulations that fill its open terms. */
static const struct field *declared(const struct maker *m, const struct law *law, const struct article *article, struct str name)
{
    const struct field *field = field_find(article->parameters, name);
    for (const struct article *at = law->articles; at && !field; at = at->next)
        field = field_find(at->parameters, name);
    for (const struct law *other = m->laws->first; other && !field; other = other->next)
        for (const struct article *at = other->articles; at && !field; at = at->next)
            field = field_find(at->parameters, name);
    return field;
}

static bool give_parameters(struct maker *m, const struct law *law, const struct article *article)
{
    for (const struct said *s = m->c->said; s; s = s->next) {
        const struct field *field = declared(m, law, article, s->name);
        if (field && !str_eq(s->name, key) && !given_find(m->given, s->name) && !give_parameter(m, law, field, s->value))
            return false;
    }
    for (const struct field *p = article->parameters; p; p = p->next)
        if (!p->required && !str_eq(p->name, key) && !given_find(m->given, p->name) &&
            !give_parameter(m, law, p, (struct str){NULL, 0}))
            return false;
    m->given->about_somebody = is_somebody(said_value(m->c, key));
    return true;
}

bool case_facts(struct arena *a, const struct law_set *laws, const struct scenario_case *c, const struct law *law,
                const struct article *article, struct case_facts *out, struct err *e)
{
    struct maker m = {.a = a, .laws = laws, .c = c, .people = str_map_open(a, 16), .e = e};
    m.given = arena_new(a, struct given, 1);
    if (!find_people(&m))
        return false;
    m.table = table_open(a, m.count);
    if (!give_inputs(&m) || !give_home(&m) || (article && !give_parameters(&m, law, article)))
        return false;
    *out = (struct case_facts){m.table, m.given};
    return true;
}
