/* SPDX-License-Identifier: EUPL-1.2 */
/* trace.c: an explanation in lines that unfold. A number says what it is as far as the laws
 * say it: an amount passes that on to what it is the sum of, a product does not.
 */
#include "web/trace.h"

/* ---- names and meanings -------------------------------------------------------------------------- */

struct str trace_plain_name(struct arena *a, struct str name)
{
    struct buf b = buf_open(a, LIMIT_PAGE_BYTES);
    for (ptrdiff_t i = 0; i < name.len; i++)
        buf_char(&b, name.at[i] == '_' ? ' ' : name.at[i]);
    return buf_str(&b);
}

/* What operations are called on a page. */
static struct phrase operation_words(struct str name)
{
    static const struct { const char *name; struct phrase words; } list[] = {
#define SAYS(nl, en) {{nl, sizeof nl - 1}, {en, sizeof en - 1}}
        {"ADD", SAYS("bij elkaar opgeteld", "added up")},
        {"SUBTRACT", SAYS("het eerste min de rest", "the first less the rest")},
        {"MULTIPLY", SAYS("vermenigvuldigd", "multiplied")},
        {"DIVIDE", SAYS("gedeeld", "divided")},
        {"MIN", SAYS("het laagste van deze", "the lowest of these")},
        {"MAX", SAYS("het hoogste van deze", "the highest of these")},
        {"ROUND", SAYS("afgerond", "rounded")},
        {"CEIL", SAYS("naar boven afgerond", "rounded up")},
        {"FLOOR", SAYS("naar beneden afgerond", "rounded down")},
        {"AND", SAYS("dit alles geldt", "all of these hold")},
        {"OR", SAYS("ten minste één hiervan geldt", "at least one of these holds")},
        {"NOT", SAYS("het omgekeerde", "the opposite")},
        {"EQUALS", SAYS("is gelijk", "is the same")},
        {"GREATER_THAN", SAYS("het eerste is hoger dan het tweede", "the first is higher than the second")},
        {"LESS_THAN", SAYS("het eerste is lager of eerder dan het tweede", "the first is lower or earlier than the second")},
        {"GREATER_THAN_OR_EQUAL", SAYS("het eerste is even hoog of hoger", "the first is as high or higher")},
        {"LESS_THAN_OR_EQUAL", SAYS("het eerste is even hoog of lager", "the first is as high or lower")},
        {"IF", SAYS("hangt ervan af", "depends")},
        {"IN", SAYS("staat in de lijst", "is in the list")},
        {"LIST", SAYS("de lijst", "the list")},
        {"FOREACH", SAYS("een voor een bekeken, en samengenomen", "each looked at, and taken together")},
        {"AGE", SAYS("leeftijd in hele jaren", "age in whole years")},
        {"DATE_ADD", SAYS("datum, opgeschoven", "date, moved on")},
        {"DATE", SAYS("datum", "date")},
        {"DAY_OF_WEEK", SAYS("dag van de week", "day of the week")},
        {"DATE_DIFF", SAYS("tijd tussen twee datums", "time between two dates")},
#undef SAYS
    };
    for (int i = 0; i < COUNT(list); i++)
        if (str_eq(name, str_of(list[i].name)))
            return list[i].words;
    return word(WORD_step_by_step);
}

static enum meaning of_unit(enum value_unit unit)
{
    return unit == UNIT_EUROCENT ? MEANS_CENTS : unit == UNIT_EURO ? MEANS_EUROS : unit == UNIT_RATIO ? MEANS_RATIO : MEANS_NOTHING;
}

static bool is_operation(const struct trace *t, const char *name)
{
    return t->kind == TRACE_OPERATION && str_eq(t->name, str_of(name));
}

/* Operations whose result is in the unit of what goes in. */
static bool keeps_unit(const struct trace *t)
{
    static const char *const keeps[] = {"ADD", "SUBTRACT", "MIN", "MAX", "ROUND", "CEIL", "FLOOR", "IF"};
    for (int i = 0; i < COUNT(keeps); i++)
        if (is_operation(t, keeps[i]))
            return true;
    return false;
}

/* What the law says about an output, an input, a definition or a fact. */
static enum meaning named_meaning(const struct trace *t)
{
    if (t->kind == TRACE_FACT)
        return t->fact && t->fact->type == FACT_AMOUNT ? MEANS_CENTS : MEANS_NOTHING;
    if (!t->where || t->kind == TRACE_OPERATION)
        return MEANS_NOTHING;
    const struct field *f = field_find(t->where->outputs, t->name);
    if (!f)
        f = field_find(t->where->inputs, t->name);
    if (f)
        return of_unit(f->unit);
    for (const struct definition *d = t->where->definitions; d; d = d->next)
        if (str_eq(d->name, t->name))
            return of_unit(d->unit);
    return MEANS_NOTHING;
}

/* The same for an operation: an amount comes out where an amount goes in. */
static enum meaning own_meaning(const struct trace *t, int depth)
{
    if (t->kind != TRACE_OPERATION || depth > LIMIT_TRACE_DEPTH)
        return named_meaning(t);
    if (!keeps_unit(t) && !is_operation(t, "MULTIPLY"))
        return MEANS_NOTHING;
    for (const struct trace *c = t->first; c; c = c->next) {
        enum meaning meaning = own_meaning(c, depth + 1);
        if (meaning == MEANS_CENTS || meaning == MEANS_EUROS)
            return meaning;
    }
    return MEANS_NOTHING;
}

/* What children are worth in: the same as their parent, unless the parent changes the unit. */
static enum meaning for_children(const struct trace *t, enum meaning meaning)
{
    static const char *const compares[] = {"EQUALS", "GREATER_THAN", "LESS_THAN", "GREATER_THAN_OR_EQUAL", "LESS_THAN_OR_EQUAL"};
    if (t->kind == TRACE_OUTPUT || keeps_unit(t))
        return meaning;
    for (int i = 0; i < COUNT(compares); i++)
        for (const struct trace *c = is_operation(t, compares[i]) ? t->first : NULL; c; c = c->next)
            if (own_meaning(c, 0) != MEANS_NOTHING)
                return own_meaning(c, 0);
    return MEANS_NOTHING;
}

/* ---- values ---------------------------------------------------------------------------------------- */

/* Whole numbers are grouped, fractions keep their digits; the decimal sign follows the language. */
static struct str figure_words(struct visit *v, struct str value)
{
    struct buf b = buf_open(v->a, LIMIT_PAGE_BYTES);
    int64_t whole;
    if (str_to_int64(value, &whole) && whole > -LIMIT_CENTS && whole < LIMIT_CENTS) {
        write_count(&b, v->lang, whole);
        return buf_str(&b);
    }
    struct rational r;
    for (ptrdiff_t i = 0; i < value.len; i++)
        buf_char(&b, value.at[i] == '.' && v->lang == LANG_NL && rational_parse(value, &r) ? ',' : value.at[i]);
    return buf_str(&b);
}

/* Cents of a printed number of cents or euros, rounded for the eye; false if it is no number. */
static bool cents_of(struct str value, enum meaning meaning, int64_t *cents)
{
    struct rational r, hundred = rational_of(100);
    if (!rational_parse(value, &r) || (meaning == MEANS_EUROS && !rational_multiply(r, hundred, &r)) ||
        !rational_round(r, 0, ROUND_HALF_AWAY, &r) || r.num > LIMIT_CENTS || r.num < -LIMIT_CENTS)
        return false;
    *cents = (int64_t)r.num;
    return true;
}

static struct str percentage(struct visit *v, struct str value)
{
    struct rational r;
    if (!rational_parse(value, &r) || !rational_multiply(r, rational_of(100), &r))
        return value;
    return str_format(v->a, STR_FMT "%%", STR_ARG(figure_words(v, rational_print(v->a, r))));
}

const struct html *trace_value(struct visit *v, const struct trace *t, enum meaning meaning)
{
    static const enum word states[] = {[CELL_UNKNOWN] = WORD_not_known, [CELL_ABSENT] = WORD_none, [CELL_FAULTY] = WORD_not_right};
    int32_t date;
    int64_t cents;
    if (t->state != CELL_PRESENT)
        return page_words(v->a, v->lang, word(states[t->state]));
    /* Who it is, is nobody's business here; that there is somebody, is. */
    if (t->kind == TRACE_FACT && t->fact && (t->fact->type == FACT_PERSON || t->fact->type == FACT_PEOPLE))
        return page_words(v->a, v->lang, word(WORD_somebody));
    if (str_eq(t->value, S("true")) || str_eq(t->value, S("false")))
        return page_words(v->a, v->lang, word(str_eq(t->value, S("true")) ? WORD_yes : WORD_no));
    if (date_parse(t->value, &date))
        return page_value_date(v->a, v->lang, date);
    if ((meaning == MEANS_CENTS || meaning == MEANS_EUROS) && cents_of(t->value, meaning, &cents))
        return page_value_cents(v->a, v->lang, cents);
    return page_value_text(v->a, v->lang, meaning == MEANS_RATIO ? percentage(v, t->value) : figure_words(v, t->value));
}

/* ---- lines ------------------------------------------------------------------------------------------- */

struct phrase trace_whose(struct visit *v, const struct plan *plan, int path)
{
    if (!plan || path <= 0 || path >= plan->path_count)
        return (struct phrase){0};
    const struct fact *relation = plan->paths[path].relation;
    if (!relation)
        return word(WORD_of_partner);
    struct str name = trace_plain_name(v->a, relation->name);
    return (struct phrase){name, name};
}

static struct phrase line_words(struct visit *v, const struct plan *plan, const struct trace *t)
{
    if (t->kind == TRACE_OPERATION)
        return operation_words(t->name);
    struct phrase label = t->label;
    struct str name = trace_plain_name(v->a, t->name);
    if (label.nl.len == 0)
        label = (struct phrase){name, name};
    struct phrase whose = trace_whose(v, plan, t->path);
    if (t->kind != TRACE_FACT || whose.nl.len == 0)
        return label;
    return (struct phrase){str_format(v->a, STR_FMT " (" STR_FMT ")", STR_ARG(label.nl), STR_ARG(whose.nl)),
                           str_format(v->a, STR_FMT " (" STR_FMT ")", STR_ARG(label.en), STR_ARG(whose.en))};
}

static struct str law_title(struct visit *v, const struct plan *plan, struct str id)
{
    struct str why;
    const struct law *law = plan ? law_in_force(plan->laws, id, plan->date, &why, v->a) : NULL;
    return law && law->name.len ? law->name : id;
}

/* "artikel 2"; what is no article (a step in a publication) keeps its own words. */
static struct str article_words(struct visit *v, struct str number)
{
    bool article = number.len && number.at[0] >= '0' && number.at[0] <= '9';
    return article ? str_format(v->a, STR_FMT " " STR_FMT, STR_ARG(phrase_in(v->lang, word(WORD_article))), STR_ARG(number)) : number;
}

/* The basis is the nearest to the text; without one the article that the line stands in. */
static const struct html *where(struct visit *v, const struct plan *plan, const struct trace *t)
{
    if (t->basis && t->basis->article.len) {
        struct str law = t->basis->law.len ? t->basis->law : law_title(v, plan, t->law);
        struct str paragraph = t->basis->paragraph.len == 0 ? S("") :
            str_format(v->a, v->lang == LANG_NL ? " lid " STR_FMT : " paragraph " STR_FMT, STR_ARG(t->basis->paragraph));
        return page_trace_where(v->a, v->lang, law, article_words(v, t->basis->article), paragraph,
                                t->basis->url.len ? t->basis->url : t->where ? t->where->url : S(""), t->basis->explanation);
    }
    if (t->kind == TRACE_FACT || t->law.len == 0 || t->article.len == 0)
        return NULL;
    return page_trace_where(v->a, v->lang, law_title(v, plan, t->law), article_words(v, t->article), S(""),
                            t->where ? t->where->url : S(""), S(""));
}

static const struct html *line(struct visit *v, const struct plan *plan, const struct trace *t, enum meaning inherited, int depth);

static const struct html *children(struct visit *v, const struct plan *plan, const struct trace *t, enum meaning meaning, int depth)
{
    struct html_list *all = html_list_open(v->a);
    for (const struct trace *c = t->first; c; c = c->next)
        html_list_add(all, line(v, plan, c, for_children(t, meaning), depth + 1));
    return html_list_done(all);
}

static const struct html *line(struct visit *v, const struct plan *plan, const struct trace *t, enum meaning inherited, int depth)
{
    enum meaning own = own_meaning(t, 0), meaning = own != MEANS_NOTHING ? own : inherited;
    struct phrase what = line_words(v, plan, t), how = {0};
    const struct html *value = trace_value(v, t, meaning), *place = where(v, plan, t);
    /* Names of outputs and definitions are the law's, and so Dutch, unless the sidecar has another word. */
    bool foreign = v->lang == LANG_EN && t->label.en.len == 0 && (t->kind == TRACE_OUTPUT || t->kind == TRACE_VALUE);
    if (!t->first || depth >= LIMIT_TRACE_DEPTH)
        return page_trace_leaf(v->a, v->lang, foreign, what, value, t->sentence, place, t->kind == TRACE_FACT ? t->source : S(""));
    /* An output that is one operation is one line, not two with the same value. */
    const struct trace *from = t;
    if (t->kind == TRACE_OUTPUT && !t->first->next && t->first->kind == TRACE_OPERATION && t->first->first) {
        from = t->first;
        how = operation_words(from->name);
        if (from->basis && from->basis->article.len)
            place = where(v, plan, from);
    }
    return page_trace_node(v->a, v->lang, depth == 0, foreign, what, value, t->sentence, place, how,
                           children(v, plan, from, meaning, depth));
}

const struct html *trace_lines(struct visit *v, const struct plan *plan, const struct trace *t)
{
    return t ? line(v, plan, t, MEANS_NOTHING, 0) : NULL;
}

/* ---- facts ---------------------------------------------------------------------------------------------- */

struct seen { const struct trace *at[256]; int count; };

static void gather(const struct trace *t, struct seen *seen, int depth)
{
    if (!t || depth > LIMIT_TRACE_DEPTH)
        return;
    bool is_new = t->kind == TRACE_FACT && seen->count < COUNT(seen->at);
    for (int i = 0; is_new && i < seen->count; i++)
        is_new = !(str_eq(seen->at[i]->name, t->name) && seen->at[i]->path == t->path);
    if (is_new)
        seen->at[seen->count++] = t;
    for (const struct trace *c = t->first; c; c = c->next)
        gather(c, seen, depth + 1);
}

const struct html *trace_facts(struct visit *v, const struct plan *plan, const struct explanation *x)
{
    struct seen *seen = arena_new(v->a, struct seen, 1);
    gather(x->entitled, seen, 0);
    gather(x->amount, seen, 0);
    if (seen->count == 0)
        return NULL;
    struct html_list *rows = html_list_open(v->a);
    for (int i = 0; i < seen->count; i++) {
        const struct trace *t = seen->at[i];
        struct str name = trace_plain_name(v->a, t->name);
        struct phrase label = t->fact && t->fact->label.nl.len ? t->fact->label : (struct phrase){name, name};
        html_list_add(rows, page_fact_row(v->a, v->lang, label, trace_whose(v, plan, t->path), trace_value(v, t, named_meaning(t)),
                                          t->source, t->as_of));
    }
    return html_list_done(rows);
}
