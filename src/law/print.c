/* SPDX-License-Identifier: EUPL-1.2 */
/* print.c: a law and its rules in words that a jurist can hold against the text.
 * Not a format to read back: the YAML stays the source.
 */
#include "law/law.h"

/* How tightly a part holds together, so that brackets stand only where they are needed. */
enum tightness { LOOSE, OR_LEVEL, AND_LEVEL, COMPARE_LEVEL, SUM_LEVEL, PRODUCT_LEVEL, ATOM };

static void print(const struct expr *e, enum tightness around, struct buf *out);

static void print_literal(const struct literal *value, struct buf *out)
{
    char room[1024];
    struct arena tmp = {room, room + sizeof room};
    switch (value->kind) {
    case LITERAL_NULL: buf_add(out, S("null")); break;
    case LITERAL_BOOL: buf_add(out, value->truth ? S("true") : S("false")); break;
    case LITERAL_NUMBER: buf_add(out, rational_print(&tmp, value->number)); break;
    case LITERAL_TEXT: buf_json(out, value->text); break;
    case LITERAL_LIST:
        buf_char(out, '[');
        for (const struct literal *item = value->first; item; item = item->next) {
            print_literal(item, out);
            buf_add(out, item->next ? S(", ") : S(""));
        }
        buf_char(out, ']');
    }
}

static void print_list(const struct expr *first, const char *separator, enum tightness around, struct buf *out)
{
    for (; first; first = first->next) {
        print(first, around, out);
        if (first->next)
            buf_print(out, "%s", separator);
    }
}

static void print_call(const struct expr *e, struct buf *out)
{
    static const char *const units[] = {"days", "months", "years"};
    buf_print(out, "%s(", law_op_name(e->op));
    print_list(e->first, ", ", LOOSE, out);
    if (law_op_shape(e->op) == SHAPE_ROUNDING)
        buf_print(out, ", %d", e->precision);
    if (law_op_shape(e->op) == SHAPE_DATE_DIFF)
        buf_print(out, ", %s", units[e->unit]);
    buf_char(out, ')');
}

static bool is_zero(const struct expr *e)
{
    return e->kind == EXPR_LITERAL && e->literal.kind == LITERAL_NUMBER && e->literal.number.num == 0;
}

static void print_date_add(const struct expr *e, struct buf *out)
{
    static const char *const steps[] = {"years", "months", "weeks", "days"};
    buf_add(out, S("DATE_ADD("));
    print(e->first, LOOSE, out);
    int i = 0;
    for (const struct expr *step = e->first->next; step; step = step->next, i++) {
        if (is_zero(step))
            continue;
        buf_add(out, S(", "));
        print(step, LOOSE, out);
        buf_print(out, " %s", steps[i]);
    }
    buf_char(out, ')');
}

static void print_if(const struct expr *e, struct buf *out)
{
    const struct expr *at = e->first;
    buf_char(out, '(');
    for (; at->next; at = at->next->next) {
        buf_print(out, "%sif ", at == e->first ? "" : ", ");
        print(at, LOOSE, out);
        buf_add(out, S(" then "));
        print(at->next, LOOSE, out);
    }
    buf_add(out, S(", otherwise "));
    print(at, LOOSE, out);
    buf_char(out, ')');
}

static void print_in(const struct expr *e, struct buf *out)
{
    bool named = e->count == 2 && e->first->next->kind == EXPR_REFERENCE;
    print(e->first, SUM_LEVEL, out);
    buf_add(out, named ? S(" in ") : S(" in ["));
    print_list(e->first->next, ", ", LOOSE, out);
    buf_add(out, named ? S("") : S("]"));
}

static void print_each(const struct expr *e, struct buf *out)
{
    static const char *const words[] = {"each", "sum", "any", "all", "least", "most"};
    const struct expr *filter = e->first->next, *body = filter->next;
    buf_print(out, "%s(", words[e->combine]);
    print(body, LOOSE, out);
    buf_print(out, " for $" STR_FMT " in ", STR_ARG(e->as));
    print(e->first, ATOM, out);
    if (filter->kind != EXPR_LITERAL || filter->literal.kind != LITERAL_BOOL || !filter->literal.truth) {
        buf_add(out, S(" if "));
        print(filter, LOOSE, out);
    }
    buf_char(out, ')');
}

struct infix { enum law_op op; const char *sign; enum tightness own, operand; };

/* Only what reads better between its operands than in front of them. */
static const struct infix *infix_of(const struct expr *e)
{
    static const struct infix signs[] = {
        {OP_ADD, " + ", SUM_LEVEL, SUM_LEVEL}, {OP_SUBTRACT, " - ", SUM_LEVEL, PRODUCT_LEVEL},
        {OP_MULTIPLY, " * ", PRODUCT_LEVEL, PRODUCT_LEVEL}, {OP_DIVIDE, " / ", PRODUCT_LEVEL, ATOM},
        {OP_AND, " and ", AND_LEVEL, AND_LEVEL}, {OP_OR, " or ", OR_LEVEL, OR_LEVEL},
        {OP_EQUALS, " = ", COMPARE_LEVEL, SUM_LEVEL}, {OP_GREATER_THAN, " > ", COMPARE_LEVEL, SUM_LEVEL},
        {OP_LESS_THAN, " < ", COMPARE_LEVEL, SUM_LEVEL},
        {OP_GREATER_THAN_OR_EQUAL, " >= ", COMPARE_LEVEL, SUM_LEVEL},
        {OP_LESS_THAN_OR_EQUAL, " <= ", COMPARE_LEVEL, SUM_LEVEL},
    };
    for (int i = 0; i < COUNT(signs); i++)
        if (signs[i].op == e->op && e->count >= 2)
            return &signs[i];
    return NULL;
}

static void print_infix(const struct expr *e, const struct infix *infix, enum tightness around, struct buf *out)
{
    bool brackets = infix->own < around;
    buf_add(out, brackets ? S("(") : S(""));
    print_list(e->first, infix->sign, infix->operand, out);
    buf_add(out, brackets ? S(")") : S(""));
}

static void print_operation(const struct expr *e, enum tightness around, struct buf *out)
{
    const struct infix *infix = infix_of(e);
    if (infix) {
        print_infix(e, infix, around, out);
        return;
    }
    switch (law_op_shape(e->op)) {
    case SHAPE_IF: print_if(e, out); break;
    case SHAPE_DATE_ADD: print_date_add(e, out); break;
    case SHAPE_FOREACH: print_each(e, out); break;
    case SHAPE_UNARY:
        buf_add(out, S("not "));
        print(e->first, ATOM, out);
        break;
    case SHAPE_IN:
        buf_add(out, around > COMPARE_LEVEL ? S("(") : S(""));
        print_in(e, out);
        buf_add(out, around > COMPARE_LEVEL ? S(")") : S(""));
        break;
    case SHAPE_LIST:
        buf_char(out, '[');
        print_list(e->first, ", ", LOOSE, out);
        buf_char(out, ']');
        break;
    default: print_call(e, out);
    }
}

static void print(const struct expr *e, enum tightness around, struct buf *out)
{
    if (e->kind == EXPR_LITERAL) {
        print_literal(&e->literal, out);
    } else if (e->kind == EXPR_REFERENCE) {
        buf_char(out, '$');
        buf_add(out, e->name);
        if (e->property.len) {
            buf_char(out, '.');
            buf_add(out, e->property);
        }
    } else {
        print_operation(e, around, out);
    }
}

void expr_print(const struct expr *e, struct buf *out)
{
    print(e, LOOSE, out);
}

/* ---- a whole law ------------------------------------------------------------------------- */
const char *value_unit_word(enum value_unit unit)
{
    static const char *const words[] = {"", " euro", " eurocent", " (ratio)", " percent", " years", " weeks",
                                        " months", " days"};
    return words[unit];
}

const char *value_type_word(enum value_type type)
{
    static const char *const words[] = {"any", "string", "number", "boolean", "amount", "object", "array", "date"};
    return words[type];
}

static void print_date(int32_t date, struct buf *out)
{
    int year, month, day;
    date_civil(date, &year, &month, &day);
    buf_print(out, "%04d-%02d-%02d", year, month, day);
}

void field_print(const struct field *field, struct buf *out)
{
    buf_print(out, STR_FMT ": %s%s", STR_ARG(field->name), value_type_word(field->type), value_unit_word(field->unit));
    if (field->source_law.len)
        buf_print(out, ", is " STR_FMT " of " STR_FMT, STR_ARG(field->source_output), STR_ARG(field->source_law));
    else if (field->source_output.len)
        buf_print(out, ", is " STR_FMT " of this law", STR_ARG(field->source_output));
    else if (field->external)
        buf_add(out, S(", a fact"));
    for (const struct argument *argument = field->arguments; argument; argument = argument->next) {
        buf_print(out, "%s" STR_FMT " = ", argument == field->arguments ? ", for " : ", ", STR_ARG(argument->name));
        expr_print(argument->value, out);
    }
}

static void print_fields(const struct field *field, const char *what, struct buf *out)
{
    for (; field; field = field->next) {
        buf_print(out, "  %s ", what);
        field_print(field, out);
        buf_char(out, '\n');
    }
}

static void print_actions(const struct action *action, const char *indent, struct buf *out)
{
    for (; action; action = action->next) {
        buf_print(out, "%s" STR_FMT " = ", indent, STR_ARG(action->output));
        expr_print(action->value, out);
        buf_char(out, '\n');
    }
}

static void print_terms(const struct article *article, struct buf *out)
{
    for (const struct open_term *term = article->open_terms; term; term = term->next) {
        buf_print(out, "  open term " STR_FMT ": %s, to be filled by " STR_FMT "%s\n", STR_ARG(term->id),
                  value_type_word(term->type), STR_ARG(term->delegation_type), term->required ? "" : " if it likes");
        print_actions(term->defaults, "    otherwise ", out);
    }
    for (const struct implements *one = article->implements; one; one = one->next)
        buf_print(out, "  fills " STR_FMT " of article " STR_FMT " of " STR_FMT "\n", STR_ARG(one->open_term),
                  STR_ARG(one->article), STR_ARG(one->law));
}

static void print_article(const struct article *article, struct buf *out)
{
    buf_print(out, "\nArticle " STR_FMT "\n", STR_ARG(article->number));
    for (const struct definition *d = article->definitions; d; d = d->next) {
        buf_print(out, "  definition " STR_FMT " = ", STR_ARG(d->name));
        print_literal(&d->value, out);
        buf_print(out, "%s\n", value_unit_word(d->unit));
    }
    print_fields(article->parameters, "parameter", out);
    print_fields(article->inputs, "input", out);
    print_fields(article->outputs, "output", out);
    print_terms(article, out);
    print_actions(article->actions, "  ", out);
    for (const struct untranslatable *one = article->untranslatables; one; one = one->next)
        buf_print(out, "  not translated%s: " STR_FMT "\n", one->accepted ? " (accepted)" : "",
                  STR_ARG(one->construct));
    for (const struct hook *h = article->hooks; h; h = h->next)
        buf_print(out, "  reacts %s each " STR_FMT "%s" STR_FMT ", stage " STR_FMT "\n", h->before ? "before" : "after",
                  STR_ARG(h->legal_character), h->decision_type.len ? " " : "", STR_ARG(h->decision_type), STR_ARG(h->stage));
    for (const struct override *o = article->overrides; o; o = o->next)
        buf_print(out, "  replaces " STR_FMT " of article " STR_FMT " of " STR_FMT "\n", STR_ARG(o->output), STR_ARG(o->article),
                  STR_ARG(o->law));
}

/* Articles without rules are left out: their text is in the file. */
void law_print(const struct law *law, struct buf *out)
{
    buf_add(out, law->name);
    buf_print(out, "\n" STR_FMT ", %s", STR_ARG(law->id), law_layer_name(law->layer));
    if (law->has_valid_from) {
        buf_add(out, S(", from "));
        print_date(law->valid_from, out);
    }
    if (law->has_valid_to) {
        buf_add(out, S(" up to and including "));
        print_date(law->valid_to, out);
    }
    buf_print(out, "\n" STR_FMT "\n", STR_ARG(law->url));
    for (const struct article *article = law->articles; article; article = article->next)
        if (article->machine_readable)
            print_article(article, out);
}
