/* SPDX-License-Identifier: EUPL-1.2 */
/* run.c: the steps of a scenario, one after the other, until one does not hold. Not the facts (case.c). */
#include "case.h"
#include "gherkin.h"

#define SAID_BYTES (64LL << 20)      /* what is given: a file's rows, written out, fit in */
#define ASKED_BYTES (4LL << 20)      /* the answers to one When */
#define ASKED_MAX 100                /* outputs of one When */
#define EVALUATIONS_MAX 1000         /* of one scenario */

struct running {
    struct arena *a;                 /* what is given, and what did not hold */
    struct arena answers, room, tmp; /* where answers go, what is left of it, and plans and tables */
    const struct law_set *laws;
    const struct scenario_step *step;
    struct scenario_case given;
    struct asked *asked, **end;      /* by the last When, in order; then what was asserted beside them */
    int asked_count, asked_all;      /* those asked by name, and all */
    struct scenario_result out;
};

static struct str value(const struct running *r, int i)
{
    return r->step->values[i];
}

static bool expected(struct running *r, struct str what, struct str got)
{
    r->out.expected = what;
    r->out.got = got;
    return false;
}

/* ---- Given ----------------------------------------------------------------------------------------- */

static bool set_date(struct running *r)
{
    r->given.dated = date_parse(value(r, 0), &r->given.date);
    return r->given.dated || expected(r, S("a date that exists, YYYY-MM-DD"), value(r, 0));
}

static bool law_is_there(struct running *r)
{
    for (const struct law *law = r->laws->first; law; law = law->next)
        if (str_eq(law->id, value(r, 0)))
            return true;
    return expected(r, S("a version of the law among the laws"), S("none; load it too"));
}

static bool say(struct running *r, struct str name, struct str text)
{
    struct said *s = arena_new(r->a, struct said, 1);
    *s = (struct said){name, text, r->given.said};
    r->given.said = s;
    return true;
}

static bool set_parameters(struct running *r)
{
    for (const struct table_row *row = r->step->rows; row; row = row->next)
        say(r, row->cells[0], row->cells[1]);
    return true;
}

static bool check_head(struct running *r, const struct table_row *head)
{
    for (int i = 0; i < head->count; i++)
        if (row_find(head, head->cells[i]) < i)
            return expected(r, S("each column once"), head->cells[i]);
    return row_find(head, value(r, 1)) >= 0 || expected(r, S("a column that is the key"), value(r, 1));
}

static bool check_keys(struct running *r, const struct table_row *head)
{
    int at = row_find(head, value(r, 1));
    struct arena tmp = *r->a;
    struct str_map seen = str_map_open(&tmp, r->step->row_count);
    for (const struct table_row *row = head->next; row; row = row->next) {
        bool found;
        str_map_put(&seen, row->cells[at], &found);
        if (found || !row->cells[at].len || str_eq(row->cells[at], S("null")))
            return expected(r, S("a key in each row, and each key once"),
                            str_format(r->a, "line %d: '" STR_FMT "'", row->line, STR_ARG(row->cells[at])));
    }
    return true;
}

/* The same source for the same law, told again, takes the place of what was told before. */
static bool set_data(struct running *r, struct str law)
{
    const struct table_row *head = r->step->rows;
    if (!str_eq(value(r, 1), S("bsn")))
        return expected(r, S("the key bsn: people are found by it, and nothing else is"), value(r, 1));
    if (!check_head(r, head) || !check_keys(r, head))
        return false;
    struct told **at = &r->given.told;
    while (*at && !(str_eq((*at)->source, value(r, 0)) && str_eq((*at)->law, law)))
        at = &(*at)->next;
    struct told *t = arena_new(r->a, struct told, 1);
    *t = (struct told){value(r, 0), law, head, *at ? (*at)->next : NULL};
    *at = t;
    return true;
}

static bool set_mode(struct running *r)
{
    return str_eq(value(r, 0), S("error")) ||
           expected(r, S("the mode error: what a person has not accepted has no plan"), value(r, 0));
}

/* ---- When ------------------------------------------------------------------------------------------- */

static struct asked *ask(struct running *r, struct str output, struct str law)
{
    if (r->asked_all == ASKED_MAX || r->out.outputs == EVALUATIONS_MAX) {
        expected(r, str_format(r->a, "at most %d outputs at once, and %d in a scenario", ASKED_MAX, EVALUATIONS_MAX),
                 S("more; split it"));
        return NULL;
    }
    struct asked *x = arena_new(&r->room, struct asked, 1);
    struct err e;
    if (!case_ask(&r->room, r->tmp, r->laws, &r->given, law, output, x, &e)) {
        expected(r, S("facts that can be put in a table"), str_copy(r->a, str_of(e.text)));
        return NULL;
    }
    r->asked_all++;
    r->out.outputs++;
    r->out.by_kernels += x->by_kernels;
    if (x->differs) {
        expected(r, str_format(r->a, "kernels and reference agree on " STR_FMT, STR_ARG(output)),
                 S("they differ: a mistake in Hoort; please report it"));
        return NULL;
    }
    *r->end = x;
    r->end = &x->next;
    return x;
}

static bool evaluate(struct running *r, struct str outputs, struct str law)
{
    if (!r->given.dated)
        return expected(r, S("a calculation date before asking"), S("none"));
    r->room = r->answers; /* what was answered before is forgotten */
    r->asked = NULL;
    r->end = &r->asked;
    r->asked_count = r->asked_all = 0;
    for (struct str rest = outputs; rest.at;) {
        struct str output = str_trim(str_until(rest, ',', &rest));
        if (!ask(r, output, law))
            return false;
        r->asked_count++;
    }
    return true;
}

/* ---- Then -------------------------------------------------------------------------------------------- */

static struct str shown(const struct asked *x)
{
    if (x->failed)
        return x->why;
    return x->state == CELL_PRESENT ? x->value : str_of(cell_state_name(x->state));
}

static bool succeeds(struct running *r)
{
    int i = 0;
    for (const struct asked *x = r->asked; x && i < r->asked_count; x = x->next, i++)
        if (x->failed)
            return expected(r, S("success"), x->why);
    return true;
}

static bool fails(struct running *r, struct str words)
{
    int i = 0;
    struct str why = {NULL, 0};
    for (const struct asked *x = r->asked; x && i < r->asked_count; x = x->next, i++) {
        if (x->failed && str_find(x->why, words) >= 0)
            return true;
        why = x->failed ? x->why : why;
    }
    return expected(r, words.len ? str_format(r->a, "a failure with the words: " STR_FMT, STR_ARG(words)) : S("a failure"),
                    why.len ? why : S("success"));
}

/* An output that was asked, or another one of the article that was. */
static const struct asked *output(struct running *r, struct str name)
{
    for (const struct asked *x = r->asked; x; x = x->next)
        if (str_eq(x->output, name))
            return x;
    const struct asked *first = r->asked;
    if (first->article && law_article_of_output(first->law, name) == first->article)
        return ask(r, name, first->law->id);
    expected(r, str_format(r->a, "an output '" STR_FMT "'", STR_ARG(name)), S("it was not asked, nor is it of the article that was"));
    return NULL;
}

static bool lacks(const struct asked *x, struct str name)
{
    const struct lack *l = x->lacks;
    while (l && !str_eq(l->name, name))
        l = l->next;
    return l != NULL;
}

static bool state_is(struct running *r, enum cell_state want, struct str lack)
{
    const struct asked *x = output(r, value(r, 0));
    if (!x)
        return false;
    bool same = !x->failed && x->state == want;
    if (same && lack.len && !lacks(x, lack))
        return expected(r, str_format(r->a, "unknown for lack of " STR_FMT, STR_ARG(lack)), S("unknown, but not for lack of that"));
    return same || expected(r, str_of(cell_state_name(want)), shown(x));
}

static bool equals_text(const struct asked *got, struct str want)
{
    struct rational n;
    int order;
    if (got->type == REG_NUMBER)
        return rational_parse(want, &n) && rational_compare(n, got->number, &order) && order == 0;
    return str_eq(got->value, want);
}

static bool equals(struct running *r, struct str want)
{
    const struct asked *x = output(r, value(r, 0));
    return x && ((!x->failed && x->state == CELL_PRESENT && equals_text(x, want)) || expected(r, want, shown(x)));
}

static bool contains(struct running *r)
{
    const struct asked *x = output(r, value(r, 0));
    bool has = x && !x->failed && x->type == REG_TEXT && x->state == CELL_PRESENT &&
               str_find(x->value, value(r, 1)) >= 0;
    return has || (x && expected(r, str_format(r->a, "a text with: " STR_FMT, STR_ARG(value(r, 1))), shown(x)));
}

static bool was_asked(const struct running *r, struct str name)
{
    int i = 0;
    for (const struct asked *x = r->asked; x && i < r->asked_count; x = x->next, i++)
        if (str_eq(x->output, name))
            return true;
    return false;
}

static bool exactly(struct running *r)
{
    int n = 0;
    for (struct str rest = value(r, 0); rest.at; n++)
        if (!was_asked(r, str_trim(str_until(rest, ',', &rest))))
            return expected(r, value(r, 0), S("another set of outputs"));
    return n == r->asked_count || expected(r, value(r, 0), str_format(r->a, "%d outputs", r->asked_count));
}

static bool is_direct(struct running *r)
{
    return was_asked(r, value(r, 0)) || expected(r, S("an output that was asked"), value(r, 0));
}

static bool run_step(struct running *r)
{
    if (r->step->word == WORD_THEN && !r->asked)
        return expected(r, S("an evaluation (When) before something is expected of it"), S("none"));
    switch (r->step->rule) {
    case RULE_DATE: return set_date(r);
    case RULE_LAW: return law_is_there(r);
    case RULE_PARAMETER:
    case RULE_PARAMETER_NUMBER: return say(r, value(r, 0), value(r, 1));
    case RULE_PARAMETERS: return set_parameters(r);
    case RULE_DATA: return set_data(r, S(""));
    case RULE_DATA_FOR_LAW: return set_data(r, value(r, 2));
    case RULE_MODE: return set_mode(r);
    case RULE_EVALUATE:
    case RULE_EVALUATE_MANY: return evaluate(r, value(r, 0), value(r, 1));
    case RULE_SUCCEEDS: return succeeds(r);
    case RULE_FAILS: return fails(r, S(""));
    case RULE_FAILS_WITH: return fails(r, value(r, 0));
    case RULE_IS_TRUE: return equals(r, S("true"));
    case RULE_IS_FALSE: return equals(r, S("false"));
    case RULE_EQUALS_NUMBER:
    case RULE_EQUALS: return equals(r, value(r, 1));
    case RULE_IS_NULL:
    case RULE_IS_ABSENT: return state_is(r, CELL_ABSENT, S(""));
    case RULE_IS_UNKNOWN: return state_is(r, CELL_UNKNOWN, S(""));
    case RULE_IS_UNKNOWN_FOR: return state_is(r, CELL_UNKNOWN, value(r, 1));
    case RULE_CONTAINS: return contains(r);
    case RULE_EXACTLY: return exactly(r);
    case RULE_DIRECT: return is_direct(r);
    case RULE_REACTIVE:
    case RULE_OVERRIDE: return expected(r, S("an output that another law put there"), S("no law does that here yet"));
    case RULE_TAINTED: return expected(r, S("a tainted output"), S("nothing is tainted here: what nobody accepted has no plan"));
    case RULE_COUNT: break;
    }
    assert(0 && "a rule of steps.def");
    return false;
}

static struct arena part(struct arena *a, int64_t bytes)
{
    char *at = arena_take_raw(a, 1, 64, bytes);
    return (struct arena){at, at + bytes};
}

struct scenario_result scenario_run(struct arena *a, const struct law_set *laws, const struct scenario *s)
{
    struct arena said = part(a, SAID_BYTES);
    struct running r = {.a = &said, .answers = part(a, ASKED_BYTES), .laws = laws};
    r.tmp = *a;
    for (r.step = s->steps; r.step; r.step = r.step->next)
        if (!run_step(&r)) {
            r.out.failed = r.step;
            return r.out;
        }
    r.out.passed = true;
    return r.out;
}
