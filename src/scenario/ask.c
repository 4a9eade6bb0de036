/* SPDX-License-Identifier: EUPL-1.2 */
/* ask.c: one output of a case, by the reference interpreter, and by the kernels where the plan has
 * them: they must say the same. Not the making of facts (case.c).
 */
#include "case.h"

/* -1: a text that the law does not name. */
static int64_t place_of_text(const struct plan *p, struct str text)
{
    for (int i = 0; i < p->text_count; i++)
        if (str_eq(p->texts[i], text))
            return i;
    return -1;
}

static bool same_as_kernels(struct arena tmp, const struct plan *p, const struct binding_set *b, int64_t rows,
                            const struct answer *want)
{
    struct findings f = findings_open(&tmp, p, rows);
    eval_rows(tmp, b, 0, rows, &f);
    const struct step *s = &p->steps[p->result];
    struct rational got;
    int32_t day;
    int64_t value = f.amount_cents[0];
    if ((enum cell_state)f.amount_state[0] != want->state)
        return false;
    if (want->state != CELL_PRESENT)
        return true;
    switch (s->type) {
    case REG_NUMBER: return rational_make(value, s->den, &got) && got.num == want->number.num && got.den == want->number.den;
    case REG_BOOLEAN: return value == want->truth;
    case REG_DATE: return date_parse(want->value, &day) && day == value;
    case REG_TEXT: return value == place_of_text(p, want->value);
    case REG_PERSON: break;
    }
    return true;
}

/* By the name that stays: of the law, the scenario or the dictionary. */
static struct str name_of_fact(const struct given *given, const struct fact *fact)
{
    for (const struct given_parameter *g = given->parameters; g; g = g->next)
        if (g->fact == fact)
            return g->name;
    for (const struct given_input *g = given->inputs; g; g = g->next)
        if (g->fact == fact)
            return g->property.len ? g->property : g->input;
    return fact->name;
}

static struct lack *lacks_of(struct arena *a, const struct plan *p, uint64_t missing)
{
    struct lack *out = NULL, **end = &out;
    for (int i = 0; i < p->fact_count && i < 64; i++) {
        if (!(missing >> i & 1))
            continue;
        *end = arena_new(a, struct lack, 1);
        **end = (struct lack){.name = name_of_fact(p->given, p->facts[i].fact)};
        end = &(*end)->next;
    }
    return out;
}

static struct str say_faulty(struct arena *a, const struct lack *lacks)
{
    struct buf b = buf_open(a, LIMIT_FORMAT);
    buf_add(&b, S("faulty: the facts or the law lead nowhere here"));
    for (; lacks; lacks = lacks->next)
        buf_print(&b, "; missing or faulty: " STR_FMT, STR_ARG(lacks->name));
    return buf_str(&b);
}

/* Texts are of the law or of the scenario, and stay. */
static void put_answer(struct arena *a, const struct answer *got, const struct plan *p, struct asked *out)
{
    out->law = p->law;
    out->article = law_article_of_output(p->law, out->output);
    out->state = got->state;
    out->type = got->type;
    out->number = got->number;
    out->value = got->type == REG_TEXT ? got->value : str_copy(a, got->value);
    out->lacks = lacks_of(a, p, got->missing);
    out->failed = got->state == CELL_FAULTY;
    out->why = out->failed ? say_faulty(a, out->lacks) : S("");
}

bool case_ask(struct arena *a, struct arena tmp, const struct law_set *laws, const struct scenario_case *c,
              struct str law, struct str output, struct asked *out, struct err *e)
{
    *out = (struct asked){.output = output};
    struct str why;
    struct case_facts facts;
    const struct law *version = law_in_force(laws, law, c->date, &why, &tmp);
    const struct article *article = version ? law_article_of_output(version, output) : NULL;
    if (!case_facts(&tmp, laws, c, version, article, &facts, e))
        return false;
    struct plan *plan;
    struct err refusal;
    if (!plan_case(&tmp, laws, law, output, c->date, facts.given, &plan, &refusal)) {
        out->failed = true;
        out->why = str_copy(a, str_of(refusal.text));
        return true;
    }
    struct binding_set *b = eval_bind(&tmp, plan, &facts.table);
    struct answer got = eval_output(&tmp, b, 0, false);
    out->by_kernels = plan->kernels;
    out->differs = plan->kernels && !same_as_kernels(tmp, plan, b, facts.table.rows, &got);
    put_answer(a, &got, plan, out);
    return true;
}
