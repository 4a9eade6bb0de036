/* SPDX-License-Identifier: EUPL-1.2 */
/* compile_names.c: what a name means in an article: a fact, an output of some law, an open term, a
 * constant; each worked out once a frame, and a circle found. Not the operations on them.
 */
#include "compile.h"

static struct name *name_find(struct name *list, struct str text)
{
    for (struct name *n = list; n; n = n->next)
        if (str_eq(n->text, text))
            return n;
    return NULL;
}

struct name *compile_name_add(struct compiler *c, struct name **list, struct str text)
{
    struct name *n = arena_new(c->a, struct name, 1);
    *n = (struct name){.text = text, .next = *list};
    return *list = n;
}

/* Whose facts the article reads: the person in its parameter. */
static int path_of(const struct frame *f)
{
    const struct field *person = link_person(f->article);
    struct name *n = person ? name_find(f->parameters, person->name) : NULL;
    return n && n->value.path >= 0 ? n->value.path : 0;
}

/* Another person on a path, one relation further. */
static bool has_room(struct compiler *c, const struct frame *f, int line, int column, int path, bool further)
{
    int depth = further;
    for (int p = path; p > 0; p = c->plan->paths[p].parent)
        depth++;
    if (c->plan->fact_count == LIMIT_COLUMNS || c->plan->path_count == LIMIT_COLUMNS)
        return compile_refuse(c, f, line, column, "more than %d facts about people in one plan; split the scheme",
                              LIMIT_COLUMNS - 1);
    if (depth > LIMIT_RELATION_PATH)
        return compile_refuse(c, f, line, column, "more than %d steps from the resident; shorten the chain",
                              LIMIT_RELATION_PATH);
    return true;
}

bool compile_property(struct compiler *c, struct frame *f, const struct value *person, const struct expr *x,
                      struct value *out)
{
    const struct people *list = person->people;
    const struct fact *fact = link_property(c->link.laws, c->link.given, list->law, list->article, list->input, x->property);
    if (!fact)
        return compile_refuse(c, f, x->line, x->column, "no fact is bound to '" STR_FMT "' of the persons in '" STR_FMT
                              "'; bind it in the sidecar, with property: " STR_FMT, STR_ARG(x->property),
                              STR_ARG(list->input->name), STR_ARG(x->property));
    if (!has_room(c, f, x->line, x->column, person->path, false))
        return false;
    *out = compile_value(c, emit_fact(&c->m, fact, person->path));
    return true;
}

static bool people_value(struct compiler *c, struct frame *f, const struct field *input, const struct fact *fact,
                         struct value *out)
{
    struct people *people = arena_new(c->a, struct people, 1);
    *people = (struct people){fact, f->law, f->article, input};
    *out = (struct value){.path = emit_people(&c->m, path_of(f), fact), .people = people};
    return true;
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
        return compile_refuse(c, f, input->line, input->column, "article " STR_FMT " reads the fact '" STR_FMT "' about nobody; "
                      "give it the parameter bsn, and pass bsn on where it is asked", STR_ARG(f->article->number),
                      STR_ARG(fact->name));
    int path = path_of(f);
    if (!has_room(c, f, input->line, input->column, path, fact->type == FACT_PERSON || fact->type == FACT_PEOPLE))
        return false;
    if (fact->type == FACT_PEOPLE)
        return people_value(c, f, input, fact, out);
    if (fact->type == FACT_PERSON) {
        int to = emit_path(&c->m, path, fact);
        *out = compile_value(c, c->plan->paths[to].person);
        out->path = to;
        return true;
    }
    *out = compile_value(c, emit_fact(&c->m, fact, path));
    if (input->type == TYPE_OBJECT || input->type == TYPE_ARRAY ||
        (input->type != TYPE_ANY && declared[input->type] != out->type))
        return compile_refuse(c, f, input->line, input->column,
                      "input '" STR_FMT "' is bound to the fact '" STR_FMT "', which is %s; mend the sidecar",
                      STR_ARG(input->name), STR_ARG(fact->name), compile_type_name(out->type));
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
            a->value.none != b->value.none || a->value.list != b->value.list || a->value.people != b->value.people)
            return false;
    return !a && !b;
}

static bool can_run(struct compiler *c, const struct frame *f)
{
    const struct article *at = f->article;
    for (const struct untranslatable *u = at->untranslatables; u; u = u->next)
        if (!u->accepted)
            return compile_refuse(c, f, u->line, u->column, "untranslatable and not accepted: " STR_FMT
                          "; have a person accept it, or leave the scheme out", STR_ARG(u->construct));
    return true;
}

/* The frame of an article with these parameters, shared by everyone who asks the same. */
bool compile_enter(struct compiler *c, const struct law *law, const struct article *article, struct name *parameters,
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

/* What a case gave and `to` does not ask for goes along within a law, for articles further on. */
static void pass_given(struct compiler *c, struct frame *f, const struct article *to, struct name **out)
{
    for (const struct given_parameter *g = c->plan->given ? c->plan->given->parameters : NULL; g; g = g->next) {
        struct name *own = name_find(f->parameters, g->name);
        if (own && !field_find(to->parameters, g->name))
            compile_name_add(c, out, g->name)->value = own->value;
    }
}

/* Parameters for a call: the mapped ones; within a law the caller's own; for what belongs to the caller
 * (a hook, an override) its inputs and outputs too. */
static bool pass_parameters(struct compiler *c, struct frame *f, const struct article *to, const struct argument *mapped,
                            enum passing passing, struct name **out)
{
    *out = NULL;
    for (const struct field *p = to->parameters; p; p = p->next) {
        const struct argument *arg = mapped;
        while (arg && !str_eq(arg->name, p->name))
            arg = arg->next;
        struct value v;
        struct name *own = passing == PASS_NAMED ? NULL : name_find(f->parameters, p->name);
        if (arg) {
            if (!compile_expr(c, f, arg->value, &v))
                return false;
            if (p == link_person(to) && (v.none || v.list || v.people || v.type != REG_PERSON || v.path < 0))
                return compile_refuse(c, f, arg->value->line, arg->value->column, "'" STR_FMT "' stands for a person and is given "
                              "something else; pass on a parameter or an input that is a person", STR_ARG(p->name));
        } else if (own) {
            v = own->value;
        } else if (passing == PASS_ALL && link_offers(f->article, p->name)) {
            if (!compile_name(c, f, p->name, p->line, p->column, &v))
                return false;
        } else {
            continue;
        }
        compile_name_add(c, out, p->name)->value = v;
    }
    if (passing != PASS_NAMED)
        pass_given(c, f, to, out);
    return true;
}

bool compile_call(struct compiler *c, struct frame *f, const struct link *to, const struct argument *mapped,
                  enum passing passing, enum value_type declared, struct value *out)
{
    struct name *parameters;
    struct frame *callee;
    enum register_type type = declared == TYPE_STRING ? REG_TEXT : REG_NUMBER;
    compile_declared(declared, &type);
    if (!pass_parameters(c, f, to->article, mapped, passing, &parameters) ||
        !compile_enter(c, to->law, to->article, parameters, &callee) || !compile_output(c, callee, to->output, out))
        return false;
    int path = path_of(callee);
    if (path > 0 && (out->list || out->people))
        return compile_refuse(c, callee, to->article->line, to->article->column, "'" STR_FMT "' is a list, asked about another "
                      "person; ask the law that has it itself", STR_ARG(to->output));
    if (path > 0 && !link_decides_about_nobody(to->law, to->article)) {
        if (out->none) /* none about somebody; unknown about a person who is unknown */
            *out = compile_value(c, emit_none(&c->m, type));
        int person_path = out->path;
        *out = compile_value(c, emit_at_person(&c->m, out->reg, c->plan->paths[path].person));
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
    return compile_call(c, f, &link, input->arguments, input->source_law.len ? PASS_NAMED : PASS_OWN, input->type, out);
}

/* The municipality that by-laws are held against: the parameter for it, else where the person lives. */
static bool municipality(struct compiler *c, struct frame *f, int line, int column, struct value *out)
{
    const struct field *parameter = link_municipality(f->article), *person = link_person(f->article);
    struct name *own = parameter ? name_find(f->parameters, parameter->name) : NULL;
    const struct fact *fact = c->link.laws->facts.municipality;
    if (own) {
        *out = own->value;
        return out->type == REG_TEXT ||
               compile_refuse(c, f, line, column, "'" STR_FMT "' is %s and a municipality is a text", STR_ARG(own->text),
                              compile_type_name(out->type));
    }
    if (!fact)
        return compile_refuse(c, f, line, column, "by-laws of municipalities count here and no fact says where somebody lives; "
                              "mark one in the dictionary of facts with municipality: true");
    if (!person || !name_find(f->parameters, person->name))
        return compile_refuse(c, f, line, column, "by-laws of municipalities count here and article " STR_FMT " is about nobody; "
                              "give it the parameter bsn, and pass bsn on where it is asked", STR_ARG(f->article->number));
    if (!has_room(c, f, line, column, path_of(f), false))
        return false;
    *out = compile_value(c, emit_fact(&c->m, fact, path_of(f)));
    return true;
}

/* What fills a term has its type. */
static bool fill(struct compiler *c, const struct frame *f, const struct open_term *term, struct value *v,
                 enum register_type want)
{
    int reg;
    if (v->list || v->people || (!v->none && !compile_retype(c, v->reg, want, &reg)))
        return compile_refuse(c, f, term->line, term->column, "the open term '" STR_FMT "' is %s and what fills it is %s; mend "
                              "one of them", STR_ARG(term->id), compile_type_name(want),
                              v->list || v->people ? "a list" : compile_type_name(v->type));
    *v = compile_value(c, v->none ? emit_none(&c->m, want) : reg);
    return true;
}

static bool general_value(struct compiler *c, struct frame *f, const struct open_term *term, const struct link *link,
                          struct value *out);

/* By municipality: the by-law of each that has one, and what counts for everybody else. */
static bool local_value(struct compiler *c, struct frame *f, const struct open_term *term, struct link *link,
                        struct value *out)
{
    enum register_type want = REG_TEXT;
    struct value code, here;
    compile_declared(term->type, &want);
    if (!municipality(c, f, term->line, term->column, &code))
        return false;
    if (!link->article && !term->defaults && term->required)
        *out = compile_value(c, emit_faulty(&c->m, want));
    else if (!general_value(c, f, term, link, out) || !fill(c, f, term, out, want))
        return false;
    for (const struct bylaw *p = link->bylaws; p; p = p->next) {
        struct link to = {.kind = LINK_OUTPUT, .law = p->law, .article = p->article, .output = link->output};
        if (!compile_call(c, f, &to, NULL, PASS_OWN, term->type, &here) || !fill(c, f, term, &here, want))
            return false;
        int lives = emit_equal(&c->m, code.reg, emit_text(&c->m, p->code));
        *out = compile_value(c, emit_select(&c->m, lives, here.reg, out->reg));
    }
    return true;
}

static bool open_term_value(struct compiler *c, struct frame *f, const struct open_term *term, struct value *out)
{
    struct link link;
    if (!link_open_term(&c->link, f->law, f->article, term, &link, c->e))
        return false;
    return link.bylaws ? local_value(c, f, term, &link, out) : general_value(c, f, term, &link, out);
}

static bool general_value(struct compiler *c, struct frame *f, const struct open_term *term, const struct link *link,
                          struct value *out)
{
    if (link->article)
        return compile_call(c, f, link, NULL, PASS_OWN, term->type, out);
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
        return compile_literal(c, &definition->value, out);
    if (name_find(f->parameters, name)) {
        *out = name_find(f->parameters, name)->value;
        return true;
    }
    if (link_municipality(f->article) && str_eq(name, link_municipality(f->article)->name))
        return municipality(c, f, line, column, out);
    const struct field *parameter = field_find(f->article->parameters, name);
    struct link hook = {0};
    if (parameter && !link_hook(&c->link, f->article, true, name, &hook, c->e))
        return false;
    if (hook.article)                /* what goes before a decision may fill what nobody passed */
        return compile_call(c, f, &hook, NULL, PASS_ALL, parameter->type, out);
    if (parameter)
        return compile_refuse(c, f, line, column, "parameter '" STR_FMT "' was given no value by who asks; pass it on",
                      STR_ARG(name));
    return compile_refuse(c, f, line, column, "nothing here is called '" STR_FMT "'; mend the name", STR_ARG(name));
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
    return compile_refuse(c, f, line, column, "'" STR_FMT "' needs itself (" STR_FMT "); break the circle", STR_ARG(name),
                  STR_ARG(buf_str(&path)));
}

/* The rule of an action, unless the law that is asked puts another in its place. */
static bool action_value(struct compiler *c, struct frame *f, const struct action *action, struct value *out)
{
    struct link other;
    const struct field *field = field_find(f->article->outputs, action->output);
    if (!link_override(&c->link, f->law, f->article, action->output, &other, c->e))
        return false;
    if (other.article)
        return compile_call(c, f, &other, NULL, PASS_ALL, field ? field->type : TYPE_ANY, out);
    return compile_expr(c, f, action->value, out);
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
        return compile_refuse(c, f, line, column, "more than %d references deep; shorten the chain", LIMIT_REFERENCE_DEPTH);
    struct visit here = {f, name, c->visits};
    const struct each *each = f->each;
    f->each = NULL;                  /* a rule of another name does not see the item */
    n = compile_name_add(c, list, name);
    n->busy = true;
    c->visits = &here;
    bool ok = output ? action_value(c, f, output, &n->value) : work_out(c, f, name, line, column, &n->value);
    f->each = each;
    c->visits = here.up;
    c->depth--;
    n->busy = false;
    *out = n->value;
    return ok;
}

bool compile_name(struct compiler *c, struct frame *f, struct str name, int line, int column, struct value *out)
{
    const struct action *output = is_given(f->article, name) ? NULL : law_action_find(f->article->actions, name);
    return resolve_as(c, f, output, name, line, column, out);
}

bool compile_output(struct compiler *c, struct frame *f, struct str output, struct value *out)
{
    const struct action *action = law_action_find(f->article->actions, output);
    const struct field *field = field_find(f->article->outputs, output);
    int line = action ? action->line : f->article->line, column = action ? action->column : f->article->column;
    if (!action)
        return compile_refuse(c, f, line, column, "article " STR_FMT " has no action for its output '" STR_FMT "'; add one",
                      STR_ARG(f->article->number), STR_ARG(output));
    enum register_type want;
    if (!resolve_as(c, f, action, output, line, column, out))
        return false;
    return !field || !compile_declared(field->type, &want) || compile_as_type(c, f, action->value, out, want);
}
