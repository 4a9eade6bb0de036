/* SPDX-License-Identifier: EUPL-1.2 */
/* reference.c: reads the law for one resident, article by article, in exact fractions: slow,
 * plain, and the arbiter of what a law means. It follows the same links as the plan (plan.h)
 * and shares no arithmetic with it. Not for bulk.
 */
#include "interpret.h"

static struct value eval_action(struct reader *r, struct frame *f, struct str output);

/* ---- values ------------------------------------------------------------------------------------------ */

struct value ref_silent(enum register_type type, enum cell_state state)
{
    return (struct value){.type = type, .state = state, .path = -1};
}

struct value ref_truth(bool t)
{
    return (struct value){.type = REG_BOOLEAN, .truth = t, .path = -1};
}

struct value ref_number(struct rational n)
{
    return (struct value){.type = REG_NUMBER, .number = n, .path = -1};
}

struct value ref_date(int32_t d)
{
    return (struct value){.type = REG_DATE, .date = d, .path = -1};
}

enum cell_state ref_worst(enum cell_state a, enum cell_state b)
{
    enum cell_state w = a > b ? a : b;
    return w == CELL_ABSENT ? CELL_FAULTY : w;
}

struct value ref_as_date(struct value v)
{
    int32_t d;
    if (v.type == REG_TEXT && v.state == CELL_PRESENT && date_parse(v.text, &d))
        return ref_date(d);
    return v;
}

struct str ref_print(struct arena *a, const struct value *v)
{
    if (v->state != CELL_PRESENT)
        return S("");
    if (v->list)
        return S("list");
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

struct trace *ref_trace(struct reader *r, enum trace_kind kind, struct str name)
{
    if (!r->where)
        return NULL;
    struct trace *t = arena_new(r->a, struct trace, 1);
    *t = (struct trace){.kind = kind, .name = name, .as_of = INT32_MIN};
    *r->where = t;
    r->where = &t->next;
    return t;
}

struct trace **ref_trace_enter(struct reader *r, struct trace *t)
{
    struct trace **before = r->where;
    if (t)
        r->where = &t->first;
    return before;
}

void ref_trace_leave(struct reader *r, struct trace *t, struct trace **before, const struct value *v)
{
    r->where = before;
    if (!t)
        return;
    t->state = v->state;
    t->value = ref_print(r->a, v);
    for (const struct trace *child = t->first; child; child = child->next)
        t->count++;
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

static enum register_type type_of_fact(const struct fact *fact)
{
    static const enum register_type types[] = {
        [FACT_BOOLEAN] = REG_BOOLEAN, [FACT_AMOUNT] = REG_NUMBER, [FACT_NUMBER] = REG_NUMBER, [FACT_DATE] = REG_DATE,
        [FACT_TEXT] = REG_TEXT, [FACT_PERSON] = REG_PERSON, [FACT_PEOPLE] = REG_PERSON,
    };
    return types[fact->type];
}

static struct value cell_value(const struct source *src, const struct fact *fact, int64_t row)
{
    enum cell_state state = src->column ? source_state(src, row) : CELL_UNKNOWN;
    struct value v = ref_silent(type_of_fact(fact), state);
    if (state != CELL_PRESENT)
        return v;
    switch (fact->type) {
    case FACT_BOOLEAN: v.truth = column_int(src->column, row) != 0; break;
    case FACT_AMOUNT:
    case FACT_NUMBER: v.number = rational_of(column_int(src->column, row)); break;
    case FACT_DATE: v.date = (int32_t)column_int(src->column, row); break;
    case FACT_TEXT: v.text = column_text(src->column, row); break;
    case FACT_PERSON: v.row = column_int(src->column, row); break;
    case FACT_PEOPLE: v.row = row; break;
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

/* A cell, with what the trace says of it and what it lacks. */
static struct value read_fact(struct reader *r, const struct fact *fact, int path, enum cell_state person, int64_t row)
{
    int index = plan_fact_index(r->plan, fact, path);
    const struct source *src = &r->b->sources[index];
    struct value v = person == CELL_PRESENT ? cell_value(src, fact, row) : ref_silent(REG_NUMBER, person);
    v.type = type_of_fact(fact);
    if (index < 64 && (v.state == CELL_UNKNOWN || v.state == CELL_FAULTY))
        r->missing |= (uint64_t)1 << index;
    struct trace *t = ref_trace(r, TRACE_FACT, fact->name);
    if (t) {
        t->fact = fact;
        t->label = fact->label;
        t->path = path;
        t->source = src->column && src->column->source.len ? src->column->source : fact->source;
        t->as_of = src->column ? src->column->as_of : INT32_MIN;
        t->state = v.state;
        t->value = ref_print(r->a, &v);
    }
    return v;
}

static struct value fact_value(struct reader *r, struct frame *f, const struct field *input, const struct fact *fact)
{
    const struct field *parameter = link_person(f->article);
    struct name *person = NULL;
    for (struct name *n = f->parameters; parameter && n; n = n->next)
        if (str_eq(n->text, parameter->name))
            person = n;
    int path = person ? person->value.path : 0;
    struct value v = read_fact(r, fact, path, person ? person->value.state : CELL_PRESENT, person ? person->value.row : 0);
    if (fact->type == FACT_PERSON || fact->type == FACT_PEOPLE)
        v.path = child_path(r->plan, path, fact);
    if (fact->type != FACT_PEOPLE)
        return v;
    struct people *people = arena_new(r->a, struct people, 1);
    *people = (struct people){r->b->sources[plan_fact_index(r->plan, fact, path)].column, f->law, f->article, input};
    v.people = people;
    return v;
}

struct value ref_property(struct reader *r, const struct value *person, struct str property)
{
    const struct people *list = person->people;
    const struct fact *fact = link_property(r->plan->laws, r->plan->given, list->law, list->article, list->input, property);
    return read_fact(r, fact, person->path, person->state, person->row); /* plan_make found it */
}

/* ---- names ------------------------------------------------------------------------------------------------- */

struct value ref_literal(struct reader *r, const struct literal *l)
{
    struct value v = {.path = -1};
    switch (l->kind) {
    case LITERAL_NULL:
        v.state = CELL_ABSENT;
        v.any_type = true;
        v.type = REG_NUMBER;
        break;
    case LITERAL_BOOL: return ref_truth(l->truth);
    case LITERAL_NUMBER: return ref_number(l->number);
    case LITERAL_TEXT:
        v.type = REG_TEXT;
        v.text = l->text;
        break;
    case LITERAL_LIST: return ref_literals(r, l);
    }
    return v;
}

/* Without this, a chain of articles that each ask the next one twice would take 2^depth steps. */
static bool same_value(const struct value *a, const struct value *b)
{
    return a->type == b->type && a->state == b->state && a->any_type == b->any_type && a->truth == b->truth &&
           a->number.num == b->number.num && a->number.den == b->number.den && a->date == b->date &&
           str_eq(a->text, b->text) && a->row == b->row && a->path == b->path && a->list == b->list &&
           a->people == b->people;
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
    *f = (struct frame){law, article, parameters, NULL, NULL, NULL, r->frames};
    return r->frames = f;
}

static struct name *own_name(struct name *list, struct str text)
{
    for (struct name *n = list; n; n = n->next)
        if (str_eq(n->text, text))
            return n;
    return NULL;
}

/* About whom an article is asked. */
static int path_of(const struct frame *f)
{
    const struct field *person = link_person(f->article);
    const struct name *own = person ? own_name(f->parameters, person->name) : NULL;
    return own && own->value.path > 0 ? own->value.path : 0;
}

/* Sentences say "you": nothing is said in that way about somebody else. */
static struct phrase sentence_of(const struct frame *f, struct str output, const struct value *v)
{
    const struct sentence *s = law_sentence(f->law, f->article->number, output);
    if (!s || path_of(f))
        return (struct phrase){{NULL, 0}, {NULL, 0}};
    if (v->state != CELL_PRESENT)
        return s->unknown;
    bool yes = v->type == REG_BOOLEAN ? v->truth : v->type != REG_NUMBER || v->number.num != 0;
    return yes ? s->when_true : s->when_false;
}

static void add_name(struct reader *r, struct name **list, struct str text, struct value v)
{
    struct name *n = arena_new(r->a, struct name, 1);
    *n = (struct name){text, v, *list};
    *list = n;
}

/* What a case gave and `to` does not ask for goes along within a law (as in plan/). */
static void pass_given(struct reader *r, struct frame *f, const struct article *to, struct name **out)
{
    const struct given *given = r->plan->given;
    for (const struct given_parameter *g = given ? given->parameters : NULL; g; g = g->next) {
        struct name *own = own_name(f->parameters, g->name);
        if (own && !field_find(to->parameters, g->name))
            add_name(r, out, g->name, own->value);
    }
}

/* The parameters of a call (see plan/compile.h), and in *person_state whether there is somebody to ask about. */
static struct name *pass_parameters(struct reader *r, struct frame *f, const struct article *to,
                                    const struct argument *mapped, enum passing passing, enum cell_state *person_state)
{
    struct name *out = NULL;
    const struct field *person = link_person(to);
    struct trace **before = r->where;
    r->where = NULL; /* who is asked about is told by the facts themselves */
    for (const struct field *p = to->parameters; p; p = p->next) {
        const struct argument *arg = mapped;
        while (arg && !str_eq(arg->name, p->name))
            arg = arg->next;
        struct name *own = passing == PASS_NAMED ? NULL : own_name(f->parameters, p->name);
        if (!arg && !own && !(passing == PASS_ALL && link_offers(f->article, p->name)))
            continue;
        struct name *n = arena_new(r->a, struct name, 1);
        *n = (struct name){p->name, arg ? ref_expr(r, f, arg->value) : own ? own->value : ref_name(r, f, p->name), out};
        if (p == person && n->value.state != CELL_PRESENT)
            *person_state = n->value.state;
        out = n;
    }
    r->where = before;
    if (passing != PASS_NAMED)
        pass_given(r, f, to, &out);
    return out;
}

/* Asked about somebody who is not there: the answer is as silent as the person is. */
static struct value call(struct reader *r, struct frame *f, const struct link *to, const struct argument *mapped,
                         enum passing passing, enum register_type type)
{
    enum cell_state person = CELL_PRESENT;
    struct name *parameters = pass_parameters(r, f, to->article, mapped, passing, &person);
    if (person != CELL_PRESENT && !link_decides_about_nobody(to->law, to->article)) {
        struct trace *t = ref_trace(r, TRACE_OUTPUT, to->output);
        struct value v = ref_silent(type, person);
        if (t) {
            t->law = to->law->id;
            t->article = to->article->number;
            t->where = to->article;
            t->label = law_label(to->law, to->output);
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
        return fact_value(r, f, input, link.fact);
    return call(r, f, &link, input->arguments, input->source_law.len ? PASS_NAMED : PASS_OWN, register_of(input->type));
}

static struct value municipality(struct reader *r, struct frame *f)
{
    const struct field *parameter = link_municipality(f->article), *person = link_person(f->article);
    const struct name *own = parameter ? own_name(f->parameters, parameter->name) : NULL;
    if (own)
        return own->value;
    const struct value *who = &own_name(f->parameters, person->name)->value;
    return read_fact(r, r->plan->laws->facts.municipality, who->path, who->state, who->row);
}

/* The by-law of where somebody lives; false: none of them counts there. */
static bool local_value(struct reader *r, struct frame *f, const struct open_term *term, const struct link *link,
                        struct value *out)
{
    enum register_type type = register_of(term->type);
    struct value code = municipality(r, f);
    *out = ref_silent(type, code.state);
    if (code.state == CELL_UNKNOWN || code.state == CELL_FAULTY)
        return true;
    for (const struct bylaw *p = link->bylaws; p; p = p->next)
        if (code.state == CELL_PRESENT && str_eq(code.text, p->code)) {
            struct link to = {.kind = LINK_OUTPUT, .law = p->law, .article = p->article, .output = link->output};
            *out = call(r, f, &to, NULL, PASS_OWN, type);
            return true;
        }
    *out = ref_silent(type, CELL_FAULTY); /* a by-law is asked for and there is none */
    return !link->article && !term->defaults && term->required;
}

static struct value open_term_value(struct reader *r, struct frame *f, const struct open_term *term)
{
    struct link link;
    struct err e;
    bool ok = link_open_term(&r->link, f->law, f->article, term, &link, &e);
    assert(ok);
    struct value local;
    if (link.bylaws && local_value(r, f, term, &link, &local))
        return local;
    if (link.article)
        return call(r, f, &link, NULL, PASS_OWN, register_of(term->type));
    const struct action *fallback = law_action_find(term->defaults, term->id);
    if (!fallback)
        fallback = term->defaults;
    if (fallback)
        return ref_expr(r, f, fallback->value);
    struct value none = ref_silent(register_of(term->type), CELL_ABSENT);
    none.any_type = true;
    return none;
}

static struct value definition_value(struct reader *r, struct frame *f, const struct definition *d)
{
    struct value v = ref_literal(r, &d->value);
    struct trace *t = ref_trace(r, TRACE_VALUE, d->name);
    if (t) {
        t->label = law_label(f->law, d->name);
        t->law = f->law->id;
        t->article = f->article->number;
        t->where = f->article;
        t->state = v.state;
        t->value = ref_print(r->a, &v);
    }
    return v;
}

static struct value action_value(struct reader *r, struct frame *f, const struct action *action)
{
    const struct field *field = field_find(f->article->outputs, action->output);
    struct trace *t = ref_trace(r, TRACE_OUTPUT, action->output), **before = ref_trace_enter(r, t);
    struct link other;
    struct err e;
    bool ok = link_override(&r->link, f->law, f->article, action->output, &other, &e);
    assert(ok);
    struct value v = other.article ? call(r, f, &other, NULL, PASS_ALL, register_of(field ? field->type : TYPE_ANY))
                                   : ref_expr(r, f, action->value);
    if (field && field->type == TYPE_DATE)
        v = ref_as_date(v);
    ref_trace_leave(r, t, before, &v);
    if (t) {
        t->law = f->law->id;
        t->article = f->article->number;
        t->where = f->article;
        t->basis = action->basis ? action->basis : field ? field->basis : NULL;
        t->path = path_of(f);
        t->sentence = sentence_of(f, action->output, &v);
        t->label = law_label(f->law, action->output);
    }
    return v;
}

/* An input for which the law has no word of its own reads as what it came from. */
static struct phrase recalled_label(struct reader *r, struct frame *f, struct str text)
{
    const struct field *input = field_find(f->article->inputs, text);
    struct phrase label = law_label(f->law, text);
    struct link link;
    struct err e;
    if (label.nl.len || !input || field_asks_another(input) || !link_input(&r->link, f->law, f->article, input, &link, &e))
        return label;
    return link.kind == LINK_FACT ? link.fact->label : law_label(link.law, link.output);
}

/* A name that was worked out before is a leaf of the trace the second time. */
static struct value recall(struct reader *r, struct frame *f, const struct name *n)
{
    struct trace *t = ref_trace(r, TRACE_VALUE, n->text);
    if (t) {
        t->label = recalled_label(r, f, n->text);
        t->path = path_of(f);
        t->law = f->law->id;
        t->article = f->article->number;
        t->where = f->article;
        t->state = n->value.state;
        t->value = ref_print(r->a, &n->value);
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

/* What a case did not give is missing only once it is used. */
static struct value parameter_value(struct reader *r, struct frame *f, struct str name)
{
    struct value v = own_name(f->parameters, name)->value;
    const struct given_parameter *g = given_find(r->plan->given, name);
    int index = g && g->fact ? plan_fact_index(r->plan, g->fact, 0) : 64;
    if (index < 64 && (v.state == CELL_UNKNOWN || v.state == CELL_FAULTY))
        r->missing |= (uint64_t)1 << index;
    return v;
}

/* What the article is given comes before what it makes (as in plan/). */
static struct value work_out(struct reader *r, struct frame *f, struct str text)
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
    const struct name *own = own_name(f->parameters, text);
    const struct field *place = link_municipality(f->article);
    if (own || (place && str_eq(text, place->name)))
        return own ? parameter_value(r, f, text) : municipality(r, f);
    struct link hook;                /* nobody passed it: then what goes before the decision fills it */
    struct err e;
    bool ok = link_hook(&r->link, f->article, true, text, &hook, &e);
    assert(ok && hook.article);
    return remember(r, &f->names, text,
                    call(r, f, &hook, NULL, PASS_ALL, register_of(field_find(f->article->parameters, text)->type)));
}

struct value ref_name(struct reader *r, struct frame *f, struct str text)
{
    const struct each *each = f->each;
    f->each = NULL;                  /* a rule of another name does not see the item */
    struct value v = work_out(r, f, text);
    f->each = each;
    return v;
}

static struct value given_value(struct reader *r, const struct given_parameter *g, int64_t row)
{
    if (!g->fact)
        return ref_literal(r, &g->constant);
    struct value v = read_fact(r, g->fact, 0, CELL_PRESENT, row);
    if (g->fact->type == FACT_PERSON)
        v.path = child_path(r->plan, 0, g->fact);
    return v;
}

/* The parameters of the article that is asked: the resident, and what a case gives (as in plan/). */
static struct name *given_parameters(struct reader *r, const struct article *article, int64_t row)
{
    struct name *out = NULL;
    const struct field *person = link_person(article);
    const struct given *given = r->plan->given;
    for (const struct field *p = article->parameters; p; p = p->next) {
        const struct given_parameter *g = given_find(given, p->name);
        if (p == person && (!given || given->about_somebody))
            add_name(r, &out, p->name, (struct value){.type = REG_PERSON, .row = row, .path = 0});
        else if (p != person && g)
            add_name(r, &out, p->name, given_value(r, g, row));
    }
    for (const struct given_parameter *g = given ? given->parameters : NULL; g; g = g->next)
        if (!field_find(article->parameters, g->name))
            add_name(r, &out, g->name, given_value(r, g, row));
    r->missing = 0; /* until it is used: parameter_value */
    return out;
}

/* ---- the door ---------------------------------------------------------------------------------------------------- */

static struct value output_value(struct reader *r, int64_t row, struct str output, struct trace **where)
{
    const struct law *law = r->plan->law;
    const struct article *article = law_article_of_output(law, output), *decides = article;
    struct link reaction;
    struct err e;
    bool ok = article || (link_reaction(&r->link, law, output, &decides, &reaction, &e) && decides);
    assert(ok);
    struct name *parameters = given_parameters(r, decides, row);
    r->where = where;                /* what a case gives is no reason */
    struct frame *f = enter(r, law, decides, parameters);
    return article ? eval_action(r, f, output) : call(r, f, &reaction, NULL, PASS_ALL, REG_NUMBER);
}

struct answer reference_output(struct arena *a, const struct binding_set *b, int64_t row, struct str output,
                               bool tracing)
{
    struct trace *trace = NULL;
    if (!output.len) /* a scheme without an amount */
        return (struct answer){.state = CELL_ABSENT, .type = REG_NUMBER, .number = rational_of(0)};
    struct reader r = {.a = a, .b = b, .plan = b->plan,
                       .link = {b->plan->laws, b->plan->date, a, b->plan->given, b->plan->law}};
    struct value v = output_value(&r, row, output, tracing ? &trace : NULL);
    return (struct answer){v.state, v.type, v.truth, v.number, ref_print(a, &v), trace, r.missing};
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
