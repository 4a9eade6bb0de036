/* SPDX-License-Identifier: EUPL-1.2 */
/* reference.c: reads the law for one resident, article by article, in exact fractions: slow,
 * plain, and the arbiter of what a law means. It follows the same links as the plan (plan.h)
 * and shares no arithmetic with it. Not for bulk.
 */
#include "reference.h"

struct value {
    enum cell_state state;
    enum register_type type;
    bool any_type;                   /* the literal null */
    bool truth;
    struct rational number;
    int32_t date;
    struct str text;
    int64_t row;                     /* of a person */
    int path;
    const struct literal *list;
};

struct name {
    struct str text;
    struct value value;
    struct name *next;
};

struct frame {
    const struct law *law;
    const struct article *article;
    struct name *parameters, *names, *outputs;
    struct frame *next;
};

struct reader {
    struct arena *a;
    const struct binding_set *b;
    const struct plan *plan;
    struct linker link;
    struct frame *frames;
    struct trace **where;            /* where the next trace node goes; NULL = not tracing */
    uint64_t missing;
};

static struct value eval_expr(struct reader *r, struct frame *f, const struct expr *x);
static struct value eval_action(struct reader *r, struct frame *f, struct str output);
static struct value resolve(struct reader *r, struct frame *f, struct str name);

/* ---- values ------------------------------------------------------------------------------------------ */

static struct value silent(enum register_type type, enum cell_state state)
{
    return (struct value){.type = type, .state = state, .path = -1};
}

static struct value truth(bool t)
{
    return (struct value){.type = REG_BOOLEAN, .truth = t, .path = -1};
}

static struct value number(struct rational n)
{
    return (struct value){.type = REG_NUMBER, .number = n, .path = -1};
}

static struct value date(int32_t d)
{
    return (struct value){.type = REG_DATE, .date = d, .path = -1};
}

/* STRICT: the worst of the operands; an absent one is a fault, for there is nothing to count with. */
static enum cell_state worst(enum cell_state a, enum cell_state b)
{
    enum cell_state w = a > b ? a : b;
    return w == CELL_ABSENT ? CELL_FAULTY : w;
}

static struct value as_date(struct value v)
{
    int32_t d;
    if (v.type == REG_TEXT && v.state == CELL_PRESENT && date_parse(v.text, &d))
        return date(d);
    return v;
}

static struct str print_value(struct arena *a, const struct value *v)
{
    if (v->state != CELL_PRESENT)
        return S("");
    switch (v->type) {
    case REG_BOOLEAN: return v->truth ? S("true") : S("false");
    case REG_NUMBER: return rational_print(a, v->number);
    case REG_DATE: return date_print(a, v->date);
    case REG_TEXT: return v->text;
    case REG_PERSON: return S("person");
    }
    return S("");
}

/* ---- trace ---------------------------------------------------------------------------------------------- */

static struct trace *trace_add(struct reader *r, enum trace_kind kind, struct str name)
{
    if (!r->where)
        return NULL;
    struct trace *t = arena_new(r->a, struct trace, 1);
    *t = (struct trace){.kind = kind, .name = name, .as_of = INT32_MIN};
    *r->where = t;
    r->where = &t->next;
    return t;
}

/* What follows goes under `t`, until trace_leave puts `where` back. */
static struct trace **trace_enter(struct reader *r, struct trace *t)
{
    struct trace **before = r->where;
    if (t)
        r->where = &t->first;
    return before;
}

static void trace_leave(struct reader *r, struct trace *t, struct trace **before, const struct value *v)
{
    r->where = before;
    if (!t)
        return;
    t->state = v->state;
    t->value = print_value(r->a, v);
    for (const struct trace *child = t->first; child; child = child->next)
        t->count++;
}

static struct phrase sentence_of(const struct frame *f, struct str output, const struct value *v)
{
    const struct sentence *s = law_sentence(f->law, f->article->number, output);
    if (!s)
        return (struct phrase){{NULL, 0}, {NULL, 0}};
    if (v->state != CELL_PRESENT)
        return s->unknown;
    bool yes = v->type == REG_BOOLEAN ? v->truth : v->type != REG_NUMBER || v->number.num != 0;
    return yes ? s->when_true : s->when_false;
}

/* ---- facts ------------------------------------------------------------------------------------------------ */

static int plan_fact_index(const struct plan *p, const struct fact *fact, int path)
{
    for (int i = 0; i < p->fact_count; i++)
        if (p->facts[i].fact == fact && p->facts[i].path == path)
            return i;
    assert(0 && "the plan knows every fact");
    return 0;
}

static struct value cell_value(const struct source *src, const struct fact *fact, int64_t row)
{
    static const enum register_type types[] = {
        [FACT_BOOLEAN] = REG_BOOLEAN, [FACT_AMOUNT] = REG_NUMBER, [FACT_NUMBER] = REG_NUMBER,
        [FACT_DATE] = REG_DATE, [FACT_TEXT] = REG_TEXT, [FACT_PERSON] = REG_PERSON,
    };
    enum cell_state state = src->column ? (enum cell_state)src->states[row] : CELL_UNKNOWN;
    struct value v = silent(types[fact->type], state);
    if (state != CELL_PRESENT)
        return v;
    switch (fact->type) {
    case FACT_BOOLEAN: v.truth = column_int(src->column, row) != 0; break;
    case FACT_AMOUNT:
    case FACT_NUMBER: v.number = rational_of(column_int(src->column, row)); break;
    case FACT_DATE: v.date = (int32_t)column_int(src->column, row); break;
    case FACT_TEXT: v.text = column_text(src->column, row); break;
    case FACT_PERSON: v.row = column_int(src->column, row); break;
    }
    return v;
}

static int child_path(const struct plan *p, int parent, const struct fact *relation)
{
    for (int i = 1; i < p->path_count; i++)
        if (p->paths[i].parent == parent && p->paths[i].relation == relation)
            return i;
    return -1;
}

static struct value fact_value(struct reader *r, struct frame *f, const struct fact *fact)
{
    const struct field *parameter = link_person(f->article);
    struct name *person = NULL;
    for (struct name *n = f->parameters; parameter && n; n = n->next)
        if (str_eq(n->text, parameter->name))
            person = n;
    int path = person ? person->value.path : 0;
    int64_t row = person ? person->value.row : 0;
    int index = plan_fact_index(r->plan, fact, path);
    const struct source *src = &r->b->sources[index];
    struct value v = cell_value(src, fact, row);
    if (fact->type == FACT_PERSON)
        v.path = child_path(r->plan, path, fact);
    if (index < 64 && (v.state == CELL_UNKNOWN || v.state == CELL_FAULTY))
        r->missing |= (uint64_t)1 << index;
    struct trace *t = trace_add(r, TRACE_FACT, fact->name);
    if (t) {
        t->fact = fact;
        t->path = path;
        t->source = src->column && src->column->source.len ? src->column->source : fact->source;
        t->as_of = src->column ? src->column->as_of : INT32_MIN;
        t->state = v.state;
        t->value = print_value(r->a, &v);
    }
    return v;
}

/* ---- names ------------------------------------------------------------------------------------------------- */

static struct value literal_value(const struct literal *l)
{
    struct value v = {.path = -1};
    switch (l->kind) {
    case LITERAL_NULL:
        v.state = CELL_ABSENT;
        v.any_type = true;
        v.type = REG_NUMBER;
        break;
    case LITERAL_BOOL: return truth(l->truth);
    case LITERAL_NUMBER: return number(l->number);
    case LITERAL_TEXT:
        v.type = REG_TEXT;
        v.text = l->text;
        break;
    case LITERAL_LIST: v.list = l; break;
    }
    return v;
}

/* Without this, a chain of articles that each ask the next one twice would take 2^depth steps. */
static bool same_value(const struct value *a, const struct value *b)
{
    return a->type == b->type && a->state == b->state && a->any_type == b->any_type && a->truth == b->truth &&
           a->number.num == b->number.num && a->number.den == b->number.den && a->date == b->date &&
           str_eq(a->text, b->text) && a->row == b->row && a->path == b->path && a->list == b->list;
}

static bool same_parameters(const struct name *a, const struct name *b)
{
    for (; a && b; a = a->next, b = b->next)
        if (!str_eq(a->text, b->text) || !same_value(&a->value, &b->value))
            return false;
    return !a && !b;
}

static struct frame *enter(struct reader *r, const struct law *law, const struct article *article,
                           struct name *parameters)
{
    for (struct frame *f = r->frames; f; f = f->next)
        if (f->law == law && f->article == article && same_parameters(f->parameters, parameters))
            return f;
    struct frame *f = arena_new(r->a, struct frame, 1);
    *f = (struct frame){law, article, parameters, NULL, NULL, r->frames};
    return r->frames = f;
}

static struct name *own_name(struct name *list, struct str text)
{
    for (struct name *n = list; n; n = n->next)
        if (str_eq(n->text, text))
            return n;
    return NULL;
}

/* The parameters of a call, and in *person_state whether there is somebody to ask about. */
static struct name *pass_parameters(struct reader *r, struct frame *f, const struct article *to,
                                    const struct argument *mapped, bool inherit, enum cell_state *person_state)
{
    struct name *out = NULL;
    const struct field *person = link_person(to);
    struct trace **before = r->where;
    r->where = NULL; /* who is asked about is told by the facts themselves */
    for (const struct field *p = to->parameters; p; p = p->next) {
        const struct argument *arg = mapped;
        while (arg && !str_eq(arg->name, p->name))
            arg = arg->next;
        struct name *own = inherit ? own_name(f->parameters, p->name) : NULL;
        if (!arg && !own)
            continue;
        struct name *n = arena_new(r->a, struct name, 1);
        *n = (struct name){p->name, arg ? eval_expr(r, f, arg->value) : own->value, out};
        if (p == person && n->value.state != CELL_PRESENT)
            *person_state = n->value.state;
        out = n;
    }
    r->where = before;
    return out;
}

/* Asked about somebody who is not there: the answer is as silent as the person is. */
static struct value call(struct reader *r, struct frame *f, const struct link *to, const struct argument *mapped,
                         bool inherit, enum register_type type)
{
    enum cell_state person = CELL_PRESENT;
    struct name *parameters = pass_parameters(r, f, to->article, mapped, inherit, &person);
    if (person != CELL_PRESENT) {
        struct trace *t = trace_add(r, TRACE_OUTPUT, to->output);
        struct value v = silent(type, person);
        if (t) {
            t->law = to->law->id;
            t->article = to->article->number;
            t->where = to->article;
            t->state = person;
        }
        return v;
    }
    return eval_action(r, enter(r, to->law, to->article, parameters), to->output);
}

static enum register_type register_of(enum value_type t)
{
    switch (t) {
    case TYPE_BOOLEAN: return REG_BOOLEAN;
    case TYPE_DATE: return REG_DATE;
    case TYPE_STRING: return REG_TEXT;
    default: return REG_NUMBER;
    }
}

static struct value input_value(struct reader *r, struct frame *f, const struct field *input)
{
    struct link link;
    struct err e;
    bool ok = link_input(&r->link, f->law, f->article, input, &link, &e);
    assert(ok); /* plan_make followed every link */
    if (link.kind == LINK_FACT)
        return fact_value(r, f, link.fact);
    return call(r, f, &link, input->arguments, input->source_law.len == 0, register_of(input->type));
}

static struct value open_term_value(struct reader *r, struct frame *f, const struct open_term *term)
{
    struct link link;
    struct err e;
    bool ok = link_open_term(&r->link, f->law, f->article, term, &link, &e);
    assert(ok);
    if (link.article)
        return call(r, f, &link, NULL, true, register_of(term->type));
    const struct action *fallback = law_action_find(term->defaults, term->id);
    if (!fallback)
        fallback = term->defaults;
    if (fallback)
        return eval_expr(r, f, fallback->value);
    struct value none = silent(register_of(term->type), CELL_ABSENT);
    none.any_type = true;
    return none;
}

static struct value definition_value(struct reader *r, struct frame *f, const struct definition *d)
{
    struct value v = literal_value(&d->value);
    struct trace *t = trace_add(r, TRACE_VALUE, d->name);
    if (t) {
        t->law = f->law->id;
        t->article = f->article->number;
        t->where = f->article;
        t->state = v.state;
        t->value = v.list ? S("list") : print_value(r->a, &v);
    }
    return v;
}

static struct value action_value(struct reader *r, struct frame *f, const struct action *action)
{
    const struct field *field = field_find(f->article->outputs, action->output);
    struct trace *t = trace_add(r, TRACE_OUTPUT, action->output), **before = trace_enter(r, t);
    struct value v = eval_expr(r, f, action->value);
    if (field && field->type == TYPE_DATE)
        v = as_date(v);
    trace_leave(r, t, before, &v);
    if (t) {
        t->law = f->law->id;
        t->article = f->article->number;
        t->where = f->article;
        t->basis = action->basis ? action->basis : field ? field->basis : NULL;
        t->sentence = sentence_of(f, action->output, &v);
    }
    return v;
}

/* A name that was worked out before is a leaf of the trace the second time. */
static struct value recall(struct reader *r, struct frame *f, const struct name *n)
{
    struct trace *t = trace_add(r, TRACE_VALUE, n->text);
    if (t) {
        t->law = f->law->id;
        t->article = f->article->number;
        t->where = f->article;
        t->state = n->value.state;
        t->value = print_value(r->a, &n->value);
    }
    return n->value;
}

static struct value remember(struct reader *r, struct name **list, struct str text, struct value v)
{
    struct name *n = arena_new(r->a, struct name, 1);
    *n = (struct name){text, v, *list};
    *list = n;
    return v;
}

static struct value eval_action(struct reader *r, struct frame *f, struct str output)
{
    struct name *known = own_name(f->outputs, output);
    if (known)
        return recall(r, f, known);
    return remember(r, &f->outputs, output, action_value(r, f, law_action_find(f->article->actions, output)));
}

/* A name that a rule uses: what the article is given comes before what it makes (as in plan/). */
static struct value resolve(struct reader *r, struct frame *f, struct str text)
{
    struct name *known = own_name(f->names, text);
    if (known)
        return recall(r, f, known);
    const struct field *input = field_find(f->article->inputs, text);
    const struct open_term *term = open_term_find(f->article, text);
    const struct definition *definition = definition_find(f->article, text);
    if (input)
        return remember(r, &f->names, text, input_value(r, f, input));
    if (term)
        return remember(r, &f->names, text, open_term_value(r, f, term));
    if (definition)
        return remember(r, &f->names, text, definition_value(r, f, definition));
    if (law_action_find(f->article->actions, text))
        return eval_action(r, f, text);
    return own_name(f->parameters, text)->value;
}

/* ---- operations ---------------------------------------------------------------------------------------------- */

static bool calculate(enum law_op op, struct rational a, struct rational b, struct rational *out)
{
    int order;
    switch (op) {
    case OP_ADD: return rational_add(a, b, out);
    case OP_SUBTRACT: return rational_subtract(a, b, out);
    case OP_MULTIPLY: return rational_multiply(a, b, out);
    case OP_DIVIDE: return rational_divide(a, b, out);
    case OP_MIN:
    case OP_MAX:
        if (!rational_compare(a, b, &order))
            return false;
        *out = (order < 0) == (op == OP_MIN) ? a : b;
        return true;
    default: break;
    }
    assert(0 && "an operation on values");
    return false;
}

static struct value eval_values(struct reader *r, struct frame *f, const struct expr *x)
{
    struct value sum = eval_expr(r, f, x->first);
    for (const struct expr *operand = x->first->next; operand; operand = operand->next) {
        struct value next = eval_expr(r, f, operand);
        sum.state = worst(sum.state, next.state);
        if (sum.state == CELL_PRESENT && !calculate(x->op, sum.number, next.number, &sum.number))
            sum.state = CELL_FAULTY;
    }
    sum.state = worst(sum.state, CELL_PRESENT); /* STRICT: of a single value too */
    return sum.state == CELL_PRESENT ? number(sum.number) : silent(REG_NUMBER, sum.state);
}

/* KLEENE; stops at the first definite answer, which the rest cannot change. */
static struct value eval_conditions(struct reader *r, struct frame *f, const struct expr *x)
{
    bool decisive = x->op == OP_OR;
    enum cell_state all = CELL_PRESENT;
    for (const struct expr *operand = x->first; operand; operand = operand->next) {
        struct value v = eval_expr(r, f, operand);
        if (v.state == CELL_PRESENT && v.truth == decisive)
            return truth(decisive);
        all = worst(all, v.state);
    }
    return all == CELL_PRESENT ? truth(!decisive) : silent(REG_BOOLEAN, all);
}

/* IDENTITY: none equals none, and nothing else; what is unknown stays so. */
static struct value equals(struct value a, struct value b)
{
    if (a.type == REG_DATE || b.type == REG_DATE) {
        a = as_date(a);
        b = as_date(b);
    }
    if (a.state == CELL_FAULTY || b.state == CELL_FAULTY)
        return silent(REG_BOOLEAN, CELL_FAULTY);
    if (a.state == CELL_UNKNOWN || b.state == CELL_UNKNOWN)
        return silent(REG_BOOLEAN, CELL_UNKNOWN);
    if (a.state == CELL_ABSENT || b.state == CELL_ABSENT)
        return truth(a.state == b.state);
    int order = 1;
    switch (a.type) {
    case REG_BOOLEAN: return truth(a.truth == b.truth);
    case REG_NUMBER:
        if (!rational_compare(a.number, b.number, &order))
            return silent(REG_BOOLEAN, CELL_FAULTY);
        return truth(order == 0);
    case REG_DATE: return truth(a.date == b.date);
    case REG_TEXT: return truth(str_eq(a.text, b.text));
    case REG_PERSON: return truth(a.row == b.row);
    }
    return silent(REG_BOOLEAN, CELL_FAULTY);
}

static struct value eval_compare(struct reader *r, struct frame *f, const struct expr *x)
{
    struct value a = eval_expr(r, f, x->first), b = eval_expr(r, f, x->first->next);
    if (x->op == OP_EQUALS)
        return equals(a, b);
    a = as_date(a); /* a text is compared as the date that it says: the plan refuses other texts */
    b = as_date(b);
    enum cell_state state = worst(a.state, b.state);
    int order = (a.date > b.date) - (a.date < b.date);
    if (state == CELL_PRESENT && a.type == REG_NUMBER && !rational_compare(a.number, b.number, &order))
        state = CELL_FAULTY;
    if (state != CELL_PRESENT)
        return silent(REG_BOOLEAN, state);
    switch (x->op) {
    case OP_GREATER_THAN: return truth(order > 0);
    case OP_GREATER_THAN_OR_EQUAL: return truth(order >= 0);
    case OP_LESS_THAN: return truth(order < 0);
    default: return truth(order <= 0);
    }
}

/* BRANCH: only the chosen branch is looked at. */
static struct value eval_branches(struct reader *r, struct frame *f, const struct expr *x)
{
    for (const struct expr *at = x->first; at; at = at->next->next) {
        if (!at->next)
            return eval_expr(r, f, at);
        struct value condition = eval_expr(r, f, at);
        if (condition.state != CELL_PRESENT)
            return silent(REG_NUMBER, worst(condition.state, CELL_PRESENT));
        if (condition.truth)
            return eval_expr(r, f, at->next);
    }
    return silent(REG_NUMBER, CELL_FAULTY);
}

static struct value eval_in(struct reader *r, struct frame *f, const struct expr *x)
{
    struct value subject = eval_expr(r, f, x->first);
    enum cell_state all = CELL_PRESENT;
    for (const struct expr *operand = x->first->next; operand; operand = operand->next) {
        struct value item = eval_expr(r, f, operand);
        const struct literal *l = item.list ? item.list->first : NULL;
        do {
            struct value same = equals(subject, item.list && l ? literal_value(l) : item);
            if (item.list && !l)
                break;
            if (same.state == CELL_PRESENT && same.truth)
                return truth(true);
            all = worst(all, same.state);
            l = l ? l->next : NULL;
        } while (l);
    }
    return all == CELL_PRESENT ? truth(false) : silent(REG_BOOLEAN, all);
}

static struct value eval_rounding(struct reader *r, struct frame *f, const struct expr *x)
{
    struct value v = eval_expr(r, f, x->first);
    enum round_mode mode = x->op == OP_ROUND ? ROUND_HALF_AWAY : x->op == OP_CEIL ? ROUND_UP : ROUND_DOWN;
    v.state = worst(v.state, CELL_PRESENT);
    if (v.state == CELL_PRESENT && !rational_round(v.number, x->precision, mode, &v.number))
        v.state = CELL_FAULTY;
    return v.state == CELL_PRESENT ? number(v.number) : silent(REG_NUMBER, v.state);
}

static bool whole(struct value v, int64_t *out)
{
    if (v.state != CELL_PRESENT || v.number.den != 1 || v.number.num < -4000000 || v.number.num > 4000000)
        return false;
    *out = (int64_t)v.number.num;
    return true;
}

static struct value on_dates(const struct expr *x, const struct value *v)
{
    int64_t y, m, w, d;
    int32_t out;
    int months;
    switch (x->op) {
    case OP_AGE: return number(rational_of(date_age(v[0].date, v[1].date)));
    case OP_DAY_OF_WEEK: return number(rational_of(date_weekday(v[0].date)));
    case OP_DATE:
        if (!whole(v[0], &y) || !whole(v[1], &m) || !whole(v[2], &d) || !date_from_civil((int)y, (int)m, (int)d, &out))
            return silent(REG_DATE, CELL_FAULTY);
        return date(out);
    case OP_DATE_ADD:
        if (!whole(v[1], &y) || !whole(v[2], &m) || !whole(v[3], &w) || !whole(v[4], &d) ||
            !date_add(v[0].date, y, m, 7 * w + d, &out))
            return silent(REG_DATE, CELL_FAULTY);
        return date(out);
    case OP_DATE_DIFF:
        if (x->unit == IN_DAYS)
            return number(rational_of((int64_t)v[1].date - v[0].date));
        months = date_months_between(v[0].date, v[1].date);
        return number(rational_of(x->unit == IN_YEARS ? months / 12 : months));
    default: break;
    }
    assert(0 && "an operation on dates");
    return silent(REG_DATE, CELL_FAULTY);
}

static struct value eval_dates(struct reader *r, struct frame *f, const struct expr *x)
{
    struct value v[5];
    enum cell_state all = CELL_PRESENT;
    int n = 0;
    for (const struct expr *operand = x->first; operand && n < COUNT(v); operand = operand->next) {
        v[n] = as_date(eval_expr(r, f, operand));
        all = worst(all, v[n++].state);
    }
    enum register_type type = x->op == OP_DATE || x->op == OP_DATE_ADD ? REG_DATE : REG_NUMBER;
    return all == CELL_PRESENT ? on_dates(x, v) : silent(type, all);
}

static struct value eval_not(struct reader *r, struct frame *f, const struct expr *x)
{
    struct value v = eval_expr(r, f, x->first);
    v.state = worst(v.state, CELL_PRESENT);
    return v.state == CELL_PRESENT ? truth(!v.truth) : silent(REG_BOOLEAN, v.state);
}

static struct value eval_operation(struct reader *r, struct frame *f, const struct expr *x)
{
    switch (law_op_shape(x->op)) {
    case SHAPE_VALUES: return eval_values(r, f, x);
    case SHAPE_CONDITIONS: return eval_conditions(r, f, x);
    case SHAPE_COMPARE: return eval_compare(r, f, x);
    case SHAPE_IF: return eval_branches(r, f, x);
    case SHAPE_IN: return eval_in(r, f, x);
    case SHAPE_UNARY: return eval_not(r, f, x);
    case SHAPE_ROUNDING: return eval_rounding(r, f, x);
    case SHAPE_AGE:
    case SHAPE_DATE:
    case SHAPE_DATE_ADD:
    case SHAPE_WEEKDAY:
    case SHAPE_DATE_DIFF: return eval_dates(r, f, x);
    case SHAPE_LIST:
    case SHAPE_FOREACH: break; /* plan_make refuses it */
    }
    return silent(REG_NUMBER, CELL_FAULTY);
}

static struct value eval_reference_name(struct reader *r, struct frame *f, const struct expr *x)
{
    struct value v = str_eq(x->name, S("referencedate")) ? date(r->plan->date) : resolve(r, f, x->name);
    if (!x->property.len || str_eq(x->property, S("iso")))
        return v;
    v = as_date(v);
    v.state = worst(v.state, CELL_PRESENT);
    if (v.state != CELL_PRESENT)
        return silent(REG_NUMBER, v.state);
    int year, month, day;
    date_civil(v.date, &year, &month, &day);
    return number(rational_of(str_eq(x->property, S("year")) ? year : str_eq(x->property, S("month")) ? month : day));
}

static struct value eval_expr(struct reader *r, struct frame *f, const struct expr *x)
{
    if (x->kind == EXPR_LITERAL)
        return literal_value(&x->literal);
    if (x->kind == EXPR_REFERENCE)
        return eval_reference_name(r, f, x);
    struct trace *t = trace_add(r, TRACE_OPERATION, str_of(law_op_name(x->op))), **before = trace_enter(r, t);
    struct value v = eval_operation(r, f, x);
    trace_leave(r, t, before, &v);
    if (t)
        t->basis = x->basis;
    return v;
}

/* ---- the door ---------------------------------------------------------------------------------------------------- */

struct answer reference_output(struct arena *a, const struct binding_set *b, int64_t row, struct str output,
                               bool tracing)
{
    struct trace *trace = NULL;
    if (!output.len) /* a scheme without an amount */
        return (struct answer){.state = CELL_ABSENT, .type = REG_NUMBER, .number = rational_of(0)};
    const struct article *article = law_article_of_output(b->plan->law, output);
    struct reader r = {.a = a, .b = b, .plan = b->plan, .link = {b->plan->laws, b->plan->date, a},
                       .where = tracing ? &trace : NULL};
    struct name *parameters = NULL, self = {.value = {.type = REG_PERSON, .row = row, .path = 0}};
    const struct field *person = link_person(article);
    if (person) {
        self.text = person->name;
        parameters = &self;
    }
    struct value v = eval_action(&r, enter(&r, b->plan->law, article, parameters), output);
    return (struct answer){v.state, v.type, v.truth, v.number, print_value(a, &v), trace, r.missing};
}

struct answer eval_output(struct arena *a, const struct binding_set *b, int64_t row, bool tracing)
{
    return reference_output(a, b, row, b->plan->output, tracing);
}

struct one one_of_answers(const struct answer *entitled, const struct answer *amount)
{
    struct one one = {.amount_state = amount->state, .missing = entitled->missing | amount->missing};
    if (entitled->state == CELL_PRESENT)
        one.verdict = entitled->truth ? VERDICT_YES : VERDICT_NO;
    else
        one.verdict = entitled->state == CELL_UNKNOWN ? VERDICT_UNKNOWN : VERDICT_FAULTY;
    /* INV-10: an amount with parts of a cent is a fault of the law, not something to round here. */
    if (amount->state == CELL_PRESENT && (amount->number.den != 1 || amount->number.num > LIMIT_CENTS ||
                                          amount->number.num < -LIMIT_CENTS))
        one.amount_state = CELL_FAULTY;
    if (one.amount_state == CELL_PRESENT)
        one.amount_cents = (int64_t)amount->number.num;
    if (one.verdict < VERDICT_UNKNOWN && one.amount_state == CELL_PRESENT)
        one.missing = 0;
    return one;
}

struct one eval_reference(struct arena tmp, const struct binding_set *b, int64_t row)
{
    struct answer entitled = reference_output(&tmp, b, row, b->plan->about->entitled, false);
    struct answer amount = reference_output(&tmp, b, row, b->plan->about->amount, false);
    return one_of_answers(&entitled, &amount);
}
