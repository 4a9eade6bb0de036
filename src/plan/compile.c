/* SPDX-License-Identifier: EUPL-1.2 */
/* compile.c: walks the laws from the scheme's outputs to the facts and emits steps. Not the
 * meaning of a step (eval/), not its number format (emit.c).
 */
#include "emit.h"

#include <stdio.h>
#include <string.h>

struct value {
    enum register_type type;
    int reg;
    int path;                        /* of a person; -1 otherwise */
    bool none;                       /* the literal null: takes the type of its surroundings */
    const struct literal *list;      /* a definition that is a list */
};

struct name {                        /* a name that has a value, or is being worked out */
    struct str text;
    bool busy;
    struct value value;
    struct name *next;
};

/* An article with its parameters filled in. */
struct frame {
    const struct law *law;
    const struct article *article;
    struct name *parameters, *names, *outputs;
    struct frame *next;
};

/* A name on its way to a value: the walk from what was asked to here. */
struct visit {
    const struct frame *frame;
    struct str name;
    const struct visit *up;
};

struct compiler {
    struct arena *a;
    struct plan *plan;
    struct emitter m;
    struct linker link;
    struct frame *frames;
    const struct visit *visits;
    struct err *e;
    int depth;
};

static bool compile_expr(struct compiler *c, struct frame *f, const struct expr *x, struct value *out);
static bool compile_output(struct compiler *c, struct frame *f, struct str output, struct value *out);

static bool refuse(struct compiler *c, const struct frame *f, int line, int column, const char *format, ...)
    PRINTF(5, 6);

static bool refuse(struct compiler *c, const struct frame *f, int line, int column, const char *format, ...)
{
    struct arena tmp = *c->a;
    char text[LIMIT_ERR_TEXT];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    return fail_at(c->e, ERR_PLAN, str_z(&tmp, f->law->file), line, column, "%s", text);
}

static struct value value_of(struct compiler *c, int reg)
{
    return (struct value){.type = c->plan->steps[reg].type, .reg = reg, .path = -1};
}

/* ---- types --------------------------------------------------------------------------------------- */

static const char *type_name(enum register_type t)
{
    static const char *const names[] = {"a truth value", "a number", "a date", "a text", "a person"};
    return names[t];
}

static bool declared_type(enum value_type t, enum register_type *out)
{
    switch (t) {
    case TYPE_NUMBER:
    case TYPE_AMOUNT: *out = REG_NUMBER; return true;
    case TYPE_BOOLEAN: *out = REG_BOOLEAN; return true;
    case TYPE_DATE: *out = REG_DATE; return true;
    case TYPE_STRING:
    case TYPE_ANY:
    case TYPE_OBJECT:
    case TYPE_ARRAY: break;
    }
    return false;
}

/* A null that was given another type too early, a text that says a date, or a choice between such. */
static bool retype(struct compiler *c, int reg, enum register_type want, int *out)
{
    const struct step *s = &c->plan->steps[reg];
    int32_t date;
    int yes, no;
    if (s->type == want)
        *out = reg;
    else if (s->kind == STEP_CONSTANT && s->absent && s->type != REG_PERSON)
        *out = emit_none(&c->m, want);
    else if (s->kind == STEP_CONSTANT && s->type == REG_TEXT && want == REG_DATE && date_parse(c->plan->texts[s->value], &date))
        *out = emit_date(&c->m, date);
    else if (s->kind == STEP_SELECT && retype(c, s->b, want, &yes) && retype(c, s->c, want, &no))
        *out = emit_select(&c->m, s->a, yes, no);
    else
        return false;
    return true;
}

/* Gives a null, or a text that is a date, the type that its surroundings ask for. */
static bool as_type(struct compiler *c, const struct frame *f, const struct expr *x, struct value *v,
                    enum register_type want)
{
    if (v->none) {
        *v = value_of(c, emit_none(&c->m, want));
        return true;
    }
    int reg;
    if (!v->list && v->type != want && retype(c, v->reg, want, &reg))
        *v = value_of(c, reg);
    if (v->list || v->type != want)
        return refuse(c, f, x->line, x->column, "this is %s where %s is needed; mend the rule",
                      v->list ? "a list" : type_name(v->type), type_name(want));
    return true;
}

static bool compile_as(struct compiler *c, struct frame *f, const struct expr *x, enum register_type want, int *reg)
{
    struct value v;
    if (!compile_expr(c, f, x, &v) || !as_type(c, f, x, &v, want))
        return false;
    *reg = v.reg;
    return true;
}

/* Two values that must be of one type: a null follows the other, a text follows a date. */
static bool unify(struct compiler *c, struct frame *f, const struct expr *x, struct value *a, struct value *b)
{
    if (a->none && b->none) {
        *a = *b = value_of(c, emit_none(&c->m, REG_NUMBER));
        return true;
    }
    enum register_type want = a->none ? b->type : b->none || a->type == REG_DATE ? a->type : b->type;
    int reg;
    if (!a->none && !a->list && !b->none && !b->list && want == b->type && !retype(c, a->reg, want, &reg))
        want = a->type; /* then it is b that must follow */
    return as_type(c, f, x, a, want) && as_type(c, f, x, b, want);
}

/* ---- names ----------------------------------------------------------------------------------------- */

static struct name *name_find(struct name *list, struct str text)
{
    for (struct name *n = list; n; n = n->next)
        if (str_eq(n->text, text))
            return n;
    return NULL;
}

static struct name *name_add(struct compiler *c, struct name **list, struct str text)
{
    struct name *n = arena_new(c->a, struct name, 1);
    *n = (struct name){.text = text, .next = *list};
    return *list = n;
}

static bool literal_value(struct compiler *c, const struct literal *l, struct value *out)
{
    *out = (struct value){.path = -1};
    switch (l->kind) {
    case LITERAL_NULL: out->none = true; return true;
    case LITERAL_BOOL: *out = value_of(c, emit_boolean(&c->m, l->truth)); return true;
    case LITERAL_NUMBER: *out = value_of(c, emit_number(&c->m, l->number)); return true;
    case LITERAL_TEXT: *out = value_of(c, emit_text(&c->m, l->text)); return true;
    case LITERAL_LIST: out->list = l; return true;
    }
    return false;
}

/* Whose facts the article reads: the person in its parameter. */
static int path_of(const struct frame *f)
{
    const struct field *person = link_person(f->article);
    struct name *n = person ? name_find(f->parameters, person->name) : NULL;
    return n && n->value.path >= 0 ? n->value.path : 0;
}

static bool fact_value(struct compiler *c, struct frame *f, const struct field *input, const struct fact *fact,
                       struct value *out)
{
    static const enum register_type declared[] = {
        [TYPE_STRING] = REG_TEXT, [TYPE_NUMBER] = REG_NUMBER, [TYPE_AMOUNT] = REG_NUMBER,
        [TYPE_BOOLEAN] = REG_BOOLEAN, [TYPE_DATE] = REG_DATE,
    };
    const struct field *person = link_person(f->article);
    if (!person || !name_find(f->parameters, person->name))
        return refuse(c, f, input->line, input->column, "article " STR_FMT " reads the fact '" STR_FMT "' about nobody; "
                      "give it the parameter bsn, and pass bsn on where it is asked", STR_ARG(f->article->number),
                      STR_ARG(fact->name));
    if (c->plan->fact_count == LIMIT_COLUMNS || c->plan->path_count == LIMIT_COLUMNS)
        return refuse(c, f, input->line, input->column, "more than %d facts about people in one plan; split the scheme",
                      LIMIT_COLUMNS - 1);
    int path = path_of(f);
    if (fact->type == FACT_PERSON) {
        int depth = 0;
        for (int p = path; p > 0; p = c->plan->paths[p].parent)
            depth++;
        if (depth >= LIMIT_RELATION_PATH)
            return refuse(c, f, input->line, input->column, "more than %d steps from the resident; shorten the chain",
                          LIMIT_RELATION_PATH);
        int to = emit_path(&c->m, path, fact);
        *out = value_of(c, c->plan->paths[to].person);
        out->path = to;
        return true;
    }
    *out = value_of(c, emit_fact(&c->m, fact, path));
    if (input->type == TYPE_OBJECT || input->type == TYPE_ARRAY ||
        (input->type != TYPE_ANY && declared[input->type] != out->type))
        return refuse(c, f, input->line, input->column,
                      "input '" STR_FMT "' is bound to the fact '" STR_FMT "', which is %s; mend the sidecar",
                      STR_ARG(input->name), STR_ARG(fact->name), type_name(out->type));
    return true;
}

static void note_read(struct compiler *c, const struct law *law)
{
    struct str text = str_format(c->a, STR_FMT " " STR_FMT, STR_ARG(law->id),
                                 STR_ARG(law->has_valid_from ? date_print(c->a, law->valid_from) : S("always")));
    struct note **end = &c->plan->reads;
    for (; *end; end = &(*end)->next)
        if (str_eq((*end)->text, text))
            return;
    *end = arena_new(c->a, struct note, 1);
    (*end)->text = text;
}

static bool same_parameters(const struct name *a, const struct name *b)
{
    for (; a && b; a = a->next, b = b->next)
        if (!str_eq(a->text, b->text) || a->value.reg != b->value.reg || a->value.path != b->value.path ||
            a->value.none != b->value.none || a->value.list != b->value.list)
            return false;
    return !a && !b;
}

static bool can_run(struct compiler *c, const struct frame *f)
{
    const struct article *at = f->article;
    if (at->hooks || at->overrides)
        return refuse(c, f, at->line, at->column, "article " STR_FMT " has hooks or overrides, which plans cannot follow yet",
                      STR_ARG(at->number));
    for (const struct untranslatable *u = at->untranslatables; u; u = u->next)
        if (!u->accepted)
            return refuse(c, f, u->line, u->column, "untranslatable and not accepted: " STR_FMT
                          "; have a person accept it, or leave the scheme out", STR_ARG(u->construct));
    return true;
}

/* The frame of an article with these parameters, shared by everyone who asks the same. */
static bool enter(struct compiler *c, const struct law *law, const struct article *article, struct name *parameters,
                  struct frame **out)
{
    for (struct frame *f = c->frames; f; f = f->next)
        if (f->law == law && f->article == article && same_parameters(f->parameters, parameters)) {
            *out = f;
            return true;
        }
    struct frame *f = arena_new(c->a, struct frame, 1);
    *f = (struct frame){.law = law, .article = article, .parameters = parameters, .next = c->frames};
    c->frames = f;
    note_read(c, law);
    *out = f;
    return can_run(c, f);
}

/* Parameters for a call: the mapped ones; without a mapping within a law, the caller's own. */
static bool pass_parameters(struct compiler *c, struct frame *f, const struct article *to,
                            const struct argument *mapped, bool inherit, struct name **out)
{
    *out = NULL;
    for (const struct field *p = to->parameters; p; p = p->next) {
        const struct argument *arg = mapped;
        while (arg && !str_eq(arg->name, p->name))
            arg = arg->next;
        struct value v;
        struct name *own = inherit ? name_find(f->parameters, p->name) : NULL;
        if (arg) {
            if (!compile_expr(c, f, arg->value, &v))
                return false;
            if (p == link_person(to) && (v.none || v.list || v.type != REG_PERSON || v.path < 0))
                return refuse(c, f, arg->value->line, arg->value->column, "'" STR_FMT "' stands for a person and is given "
                              "something else; pass on a parameter or an input that is a person", STR_ARG(p->name));
        } else if (own) {
            v = own->value;
        } else {
            continue;
        }
        name_add(c, out, p->name)->value = v;
    }
    return true;
}

/* `declared` is by the caller: of use for a null only. */
static bool call(struct compiler *c, struct frame *f, const struct link *to, const struct argument *mapped,
                 bool inherit, enum value_type declared, struct value *out)
{
    struct name *parameters;
    struct frame *callee;
    enum register_type type = declared == TYPE_STRING ? REG_TEXT : REG_NUMBER;
    declared_type(declared, &type);
    if (!pass_parameters(c, f, to->article, mapped, inherit, &parameters) ||
        !enter(c, to->law, to->article, parameters, &callee) || !compile_output(c, callee, to->output, out))
        return false;
    int path = path_of(callee);
    if (path > 0 && out->list)
        return refuse(c, callee, to->article->line, to->article->column, "'" STR_FMT "' is a list, asked about another "
                      "person; ask the law that has it itself", STR_ARG(to->output));
    if (path > 0) {
        if (out->none) /* none about somebody; unknown about a person who is unknown */
            *out = value_of(c, emit_none(&c->m, type));
        int person_path = out->path;
        *out = value_of(c, emit_at_person(&c->m, out->reg, c->plan->paths[path].person));
        out->path = person_path;
    }
    return true;
}

static bool input_value(struct compiler *c, struct frame *f, const struct field *input, struct value *out)
{
    struct link link;
    if (!link_input(&c->link, f->law, f->article, input, &link, c->e))
        return false;
    if (link.kind == LINK_FACT)
        return fact_value(c, f, input, link.fact, out);
    return call(c, f, &link, input->arguments, input->source_law.len == 0, input->type, out);
}

static bool open_term_value(struct compiler *c, struct frame *f, const struct open_term *term, struct value *out)
{
    struct link link;
    if (!link_open_term(&c->link, f->law, f->article, term, &link, c->e))
        return false;
    if (link.article)
        return call(c, f, &link, NULL, true, term->type, out);
    const struct action *fallback = law_action_find(term->defaults, term->id);
    if (!fallback && term->defaults)
        fallback = term->defaults;
    *out = (struct value){.none = true, .path = -1};
    return !fallback || compile_expr(c, f, fallback->value, out);
}

/* Whether a rule that says $name means something else than an action's output: an action may carry
 * the name of the open term that it hands on. */
static bool is_given(const struct article *article, struct str name)
{
    return field_find(article->inputs, name) || open_term_find(article, name) || definition_find(article, name);
}

static bool work_out(struct compiler *c, struct frame *f, struct str name, int line, int column, struct value *out)
{
    const struct field *input = field_find(f->article->inputs, name);
    const struct open_term *term = open_term_find(f->article, name);
    const struct definition *definition = definition_find(f->article, name);
    if (input)
        return input_value(c, f, input, out);
    if (term)
        return open_term_value(c, f, term, out);
    if (definition)
        return literal_value(c, &definition->value, out);
    if (name_find(f->parameters, name)) {
        *out = name_find(f->parameters, name)->value;
        return true;
    }
    if (field_find(f->article->parameters, name))
        return refuse(c, f, line, column, "parameter '" STR_FMT "' was given no value by who asks; pass it on",
                      STR_ARG(name));
    return refuse(c, f, line, column, "nothing here is called '" STR_FMT "'; mend the name", STR_ARG(name));
}

static bool circle(struct compiler *c, const struct frame *f, struct str name, int line, int column)
{
    struct arena tmp = *c->a;
    struct buf path = buf_open(&tmp, 2000);
    for (const struct visit *v = c->visits; v; v = v->up) {
        buf_print(&path, "%s" STR_FMT " art. " STR_FMT " " STR_FMT, v == c->visits ? "" : " <- ", STR_ARG(v->frame->law->id),
                  STR_ARG(v->frame->article->number), STR_ARG(v->name));
        if (v->frame == f && str_eq(v->name, name))
            break;
    }
    return refuse(c, f, line, column, "'" STR_FMT "' needs itself (" STR_FMT "); break the circle", STR_ARG(name),
                  STR_ARG(buf_str(&path)));
}

/* A name that a rule uses, or (output) the action of that name; each worked out once a frame. */
static bool resolve_as(struct compiler *c, struct frame *f, const struct action *output, struct str name, int line,
                       int column, struct value *out)
{
    struct name **list = output ? &f->outputs : &f->names, *n = name_find(*list, name);
    if (n && n->busy)
        return circle(c, f, name, line, column);
    if (n) {
        *out = n->value;
        return true;
    }
    if (++c->depth > LIMIT_REFERENCE_DEPTH)
        return refuse(c, f, line, column, "more than %d references deep; shorten the chain", LIMIT_REFERENCE_DEPTH);
    struct visit here = {f, name, c->visits};
    n = name_add(c, list, name);
    n->busy = true;
    c->visits = &here;
    bool ok = output ? compile_expr(c, f, output->value, &n->value) : work_out(c, f, name, line, column, &n->value);
    c->visits = here.up;
    c->depth--;
    n->busy = false;
    *out = n->value;
    return ok;
}

static bool resolve(struct compiler *c, struct frame *f, struct str name, int line, int column, struct value *out)
{
    const struct action *output = is_given(f->article, name) ? NULL : law_action_find(f->article->actions, name);
    return resolve_as(c, f, output, name, line, column, out);
}

static bool compile_output(struct compiler *c, struct frame *f, struct str output, struct value *out)
{
    const struct action *action = law_action_find(f->article->actions, output);
    const struct field *field = field_find(f->article->outputs, output);
    int line = action ? action->line : f->article->line, column = action ? action->column : f->article->column;
    if (!action)
        return refuse(c, f, line, column, "article " STR_FMT " has no action for its output '" STR_FMT "'; add one",
                      STR_ARG(f->article->number), STR_ARG(output));
    enum register_type want;
    if (!resolve_as(c, f, action, output, line, column, out))
        return false;
    return !field || !declared_type(field->type, &want) || as_type(c, f, action->value, out, want);
}

/* ---- expressions --------------------------------------------------------------------------------------- */

static bool compile_reference(struct compiler *c, struct frame *f, const struct expr *x, struct value *out)
{
    static const struct { struct str name; int part; } parts[] = {{{"year", 4}, 0}, {{"month", 5}, 1}, {{"day", 3}, 2}};
    if (str_eq(x->name, S("referencedate")))
        *out = value_of(c, emit_date(&c->m, c->plan->date));
    else if (!resolve(c, f, x->name, x->line, x->column, out))
        return false;
    if (!x->property.len || str_eq(x->property, S("iso")))
        return true;
    if (!as_type(c, f, x, out, REG_DATE))
        return false;
    for (int i = 0; i < COUNT(parts); i++)
        if (str_eq(x->property, parts[i].name)) {
            *out = value_of(c, emit_date_part(&c->m, out->reg, parts[i].part));
            return true;
        }
    return refuse(c, f, x->line, x->column, "a date has year, month and day, not '" STR_FMT "'", STR_ARG(x->property));
}

static int emit_values(struct emitter *m, enum law_op op, int a, int b)
{
    switch (op) {
    case OP_ADD: return emit_add(m, a, b);
    case OP_SUBTRACT: return emit_subtract(m, a, b);
    case OP_MULTIPLY: return emit_multiply(m, a, b);
    case OP_DIVIDE: return emit_divide(m, a, b);
    case OP_MIN: return emit_extreme(m, false, a, b);
    case OP_MAX: return emit_extreme(m, true, a, b);
    default: break;
    }
    assert(0 && "an operation on values");
    return a;
}

static bool compile_values(struct compiler *c, struct frame *f, const struct expr *x, struct value *out)
{
    int sum, next;
    if (!compile_as(c, f, x->first, REG_NUMBER, &sum))
        return false;
    for (const struct expr *operand = x->first->next; operand; operand = operand->next) {
        if (!compile_as(c, f, operand, REG_NUMBER, &next))
            return false;
        sum = emit_values(&c->m, x->op, sum, next);
    }
    if (!x->first->next) /* STRICT: of a single value that is absent too */
        sum = emit_add(&c->m, sum, emit_number(&c->m, rational_of(0)));
    *out = value_of(c, sum);
    return true;
}

static bool compile_conditions(struct compiler *c, struct frame *f, const struct expr *x, struct value *out)
{
    int all = emit_boolean(&c->m, x->op == OP_AND), next;
    for (const struct expr *operand = x->first; operand; operand = operand->next) {
        if (!compile_as(c, f, operand, REG_BOOLEAN, &next))
            return false;
        all = x->op == OP_AND ? emit_and(&c->m, all, next) : emit_or(&c->m, all, next);
    }
    *out = value_of(c, all);
    return true;
}

static bool compile_compare(struct compiler *c, struct frame *f, const struct expr *x, struct value *out)
{
    struct value a, b;
    if (!compile_expr(c, f, x->first, &a) || !compile_expr(c, f, x->first->next, &b) || !unify(c, f, x, &a, &b))
        return false;
    if (x->op == OP_EQUALS) {
        *out = value_of(c, emit_equal(&c->m, a.reg, b.reg));
        return true;
    }
    int x_day, y_day;
    if (a.type == REG_TEXT && retype(c, a.reg, REG_DATE, &x_day) && retype(c, b.reg, REG_DATE, &y_day)) {
        a = value_of(c, x_day);
        b = value_of(c, y_day);
    }
    if (a.type != REG_NUMBER && a.type != REG_DATE)
        return refuse(c, f, x->line, x->column, "%s cannot be more or less; use EQUALS", type_name(a.type));
    bool swap = x->op == OP_GREATER_THAN || x->op == OP_GREATER_THAN_OR_EQUAL;
    bool or_equal = x->op == OP_LESS_THAN_OR_EQUAL || x->op == OP_GREATER_THAN_OR_EQUAL;
    *out = value_of(c, emit_less(&c->m, swap ? b.reg : a.reg, swap ? a.reg : b.reg, or_equal));
    return true;
}

static bool compile_branches(struct compiler *c, struct frame *f, const struct expr *x, const struct expr *at,
                             struct value *out)
{
    if (!at->next)
        return compile_expr(c, f, at, out);
    int condition;
    struct value yes, no;
    if (!compile_as(c, f, at, REG_BOOLEAN, &condition) || !compile_expr(c, f, at->next, &yes) ||
        !compile_branches(c, f, x, at->next->next, &no) || !unify(c, f, x, &yes, &no))
        return false;
    *out = value_of(c, emit_select(&c->m, condition, yes.reg, no.reg));
    return true;
}

static bool one_of(struct compiler *c, struct frame *f, const struct expr *x, struct value subject,
                   struct value item, int *any)
{
    if (!unify(c, f, x, &subject, &item))
        return false;
    *any = emit_or(&c->m, *any, emit_equal(&c->m, subject.reg, item.reg));
    return true;
}

static bool compile_in(struct compiler *c, struct frame *f, const struct expr *x, struct value *out)
{
    struct value subject, item;
    int any = emit_boolean(&c->m, false);
    if (!compile_expr(c, f, x->first, &subject))
        return false;
    for (const struct expr *operand = x->first->next; operand; operand = operand->next) {
        if (!compile_expr(c, f, operand, &item))
            return false;
        if (!item.list && !one_of(c, f, x, subject, item, &any))
            return false;
        for (const struct literal *l = item.list ? item.list->first : NULL; l; l = l->next) {
            struct value v;
            if (!literal_value(c, l, &v) || !one_of(c, f, x, subject, v, &any))
                return false;
        }
    }
    *out = value_of(c, any);
    return true;
}

static bool compile_dates(struct compiler *c, struct frame *f, const struct expr *x, struct value *out)
{
    int r[5], n = 0;
    for (const struct expr *operand = x->first; operand; operand = operand->next, n++) {
        enum register_type want = x->op == OP_DATE || (x->op == OP_DATE_ADD && n > 0) ? REG_NUMBER : REG_DATE;
        if (n == COUNT(r) || !compile_as(c, f, operand, want, &r[n]))
            return false;
    }
    int reg = -1;
    switch (x->op) {
    case OP_AGE: reg = emit_age(&c->m, r[0], r[1]); break;
    case OP_DATE: reg = emit_date_of(&c->m, r[0], r[1], r[2]); break;
    case OP_DAY_OF_WEEK: reg = emit_weekday(&c->m, r[0]); break;
    case OP_DATE_DIFF:
        reg = x->unit == IN_DAYS ? emit_days(&c->m, r[0], r[1])
                                 : emit_months(&c->m, r[0], r[1], x->unit == IN_YEARS ? 12 : 1);
        break;
    case OP_DATE_ADD: reg = emit_date_add(&c->m, r[0], r[1], r[2], r[3], r[4]); break;
    default: assert(0 && "an operation on dates");
    }
    *out = value_of(c, reg);
    return true;
}

static bool compile_operation(struct compiler *c, struct frame *f, const struct expr *x, struct value *out)
{
    int reg;
    switch (law_op_shape(x->op)) {
    case SHAPE_VALUES: return compile_values(c, f, x, out);
    case SHAPE_CONDITIONS: return compile_conditions(c, f, x, out);
    case SHAPE_COMPARE: return compile_compare(c, f, x, out);
    case SHAPE_IF: return compile_branches(c, f, x, x->first, out);
    case SHAPE_IN: return compile_in(c, f, x, out);
    case SHAPE_UNARY:
        if (!compile_as(c, f, x->first, REG_BOOLEAN, &reg))
            return false;
        *out = value_of(c, emit_not(&c->m, reg));
        return true;
    case SHAPE_ROUNDING:
        if (!compile_as(c, f, x->first, REG_NUMBER, &reg))
            return false;
        *out = value_of(c, emit_round(&c->m, reg, x->precision,
                                      x->op == OP_ROUND ? ROUND_HALF_AWAY : x->op == OP_CEIL ? ROUND_UP : ROUND_DOWN));
        return true;
    case SHAPE_LIST:
    case SHAPE_FOREACH: return refuse(c, f, x->line, x->column, "a computed list; plans know lists only as definitions yet");
    case SHAPE_AGE:
    case SHAPE_DATE:
    case SHAPE_DATE_ADD:
    case SHAPE_WEEKDAY:
    case SHAPE_DATE_DIFF: return compile_dates(c, f, x, out);
    }
    return false;
}

static bool compile_expr(struct compiler *c, struct frame *f, const struct expr *x, struct value *out)
{
    switch (x->kind) {
    case EXPR_LITERAL: return literal_value(c, &x->literal, out);
    case EXPR_REFERENCE: return compile_reference(c, f, x, out);
    case EXPR_OPERATION: return compile_operation(c, f, x, out);
    }
    return false;
}

/* ---- the plan -------------------------------------------------------------------------------------------- */

static bool compile_target(struct compiler *c, struct str output, struct value *out)
{
    const struct law *law = c->plan->law;
    const struct article *article = law_article_of_output(law, output);
    if (!article) {
        struct arena tmp = *c->a;
        return fail_at(c->e, ERR_PLAN, str_z(&tmp, law->file), 0, 0,
                       "no article of the law has the output '" STR_FMT "'; see hoort law show", STR_ARG(output));
    }
    struct name *parameters = NULL;
    const struct field *person = link_person(article);
    if (person)
        name_add(c, &parameters, person->name)->value =
            (struct value){.type = REG_PERSON, .reg = emit_self(&c->m), .path = 0};
    struct frame *f;
    return enter(c, law, article, parameters, &f) && compile_output(c, f, output, out);
}

static bool compile_typed(struct compiler *c, struct str output, enum register_type want, int *reg)
{
    struct value v;
    if (!compile_target(c, output, &v))
        return false;
    const struct article *article = law_article_of_output(c->plan->law, output);
    struct frame f = {.law = c->plan->law, .article = article};
    if (!as_type(c, &f, law_action_find(article->actions, output)->value, &v, want))
        return false;
    *reg = v.reg;
    return true;
}

static bool compile_scheme(struct compiler *c)
{
    struct plan *p = c->plan;
    if (!compile_typed(c, p->about->entitled, REG_BOOLEAN, &p->entitled))
        return false;
    if (!p->about->amount.len) /* a right without an amount, such as a pass */
        p->amount = emit_none(&c->m, REG_NUMBER);
    else if (!compile_typed(c, p->about->amount, REG_NUMBER, &p->amount))
        return false;
    struct arena tmp = *c->a;
    const struct step *cents = &p->steps[p->amount];
    if (p->kernels && (cents->low < -LIMIT_CENTS || cents->high > LIMIT_CENTS)) /* a fault of that row */
        emit_give_up(&c->m, REG_NUMBER, "an amount beyond what any person gets");
    /* INV-10: whole eurocents come from a rounding that the law itself names. */
    if (cents->den != 1 && !cents->absent)
        return fail_at(c->e, ERR_PLAN, str_z(&tmp, p->law->file), 0, 0,
                       "the amount '" STR_FMT "' can have parts of a cent; the law must say how it is rounded (ROUND)",
                       STR_ARG(p->about->amount));
    return true;
}

static struct plan *plan_new(struct arena *a, const struct law_set *laws, int32_t date)
{
    struct plan *p = arena_new(a, struct plan, 1);
    *p = (struct plan){.date = date, .laws = laws, .entitled = -1, .amount = -1, .result = -1};
    return p;
}

static struct hash plan_hash(struct arena tmp, const struct plan *p)
{
    return hash_chain(p->laws->hash, str_format(&tmp, STR_FMT " " STR_FMT " " STR_FMT " %d", STR_ARG(p->scheme),
                                                STR_ARG(p->law->id), STR_ARG(p->output), p->date));
}

bool plan_make(struct arena *a, const struct law_set *laws, struct str scheme, int32_t date, struct plan **out,
               struct err *e)
{
    const struct scheme *about = law_scheme(laws, scheme, date);
    struct arena tmp = *a;
    if (!about)
        return fail(e, ERR_PLAN, "no scheme '" STR_FMT "' is in force on " STR_FMT "; see hoort law list", STR_ARG(scheme),
                    STR_ARG(date_print(&tmp, date)));
    struct plan *p = plan_new(a, laws, date);
    p->scheme = about->id;
    p->about = about;
    p->law = about->law;
    struct compiler c = {.a = a, .plan = p, .m = emitter_open(a, p), .link = {laws, date, a}, .e = e};
    if (!compile_scheme(&c))
        return false;
    p->hash = plan_hash(*a, p);
    *out = p;
    return true;
}

bool plan_output(struct arena *a, const struct law_set *laws, struct str law, struct str output, int32_t date,
                 struct plan **out, struct err *e)
{
    struct str why;
    struct plan *p = plan_new(a, laws, date);
    p->output = output;
    p->law = law_in_force(laws, law, date, &why, a);
    if (!p->law)
        return fail(e, ERR_PLAN, STR_FMT, STR_ARG(why));
    struct compiler c = {.a = a, .plan = p, .m = emitter_open(a, p), .link = {laws, date, a}, .e = e};
    struct value v;
    if (!compile_target(&c, output, &v))
        return false;
    struct arena tmp = *a;
    if (v.list)
        return fail_at(e, ERR_PLAN, str_z(&tmp, p->law->file), 0, 0,
                       "the output '" STR_FMT "' is a list; ask for one value", STR_ARG(output));
    p->result = v.none ? emit_none(&c.m, REG_NUMBER) : v.reg;
    p->hash = plan_hash(*a, p);
    *out = p;
    return true;
}
