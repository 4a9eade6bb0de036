/* SPDX-License-Identifier: EUPL-1.2 */
/* compile.c: from a scheme, or one output, on a date to a plan: walks the laws from what is asked to
 * the facts. Not the meaning of a step (eval/), not its number format (emit.c).
 */
#include "compile.h"

static struct value given_value(struct compiler *c, const struct given_parameter *g)
{
    struct value v;
    if (!g->fact) {
        bool ok = compile_literal(c, &g->constant, &v);
        assert(ok); /* a constant is no list of lists */
    } else if (g->fact->type == FACT_PERSON) {
        int to = emit_path(&c->m, 0, g->fact);
        v = compile_value(c, c->plan->paths[to].person);
        v.path = to;
    } else {
        v = compile_value(c, emit_fact(&c->m, g->fact, 0));
    }
    return v;
}

/* The parameters of the article that is asked: the resident, and what a case gives. */
static void give_parameters(struct compiler *c, const struct article *article, struct name **out)
{
    const struct field *person = link_person(article);
    const struct given *given = c->plan->given;
    for (const struct field *p = article->parameters; p; p = p->next) {
        const struct given_parameter *g = given_find(given, p->name);
        if (p == person && (!given || given->about_somebody))
            compile_name_add(c, out, p->name)->value = (struct value){.type = REG_PERSON, .reg = emit_self(&c->m), .path = 0};
        else if (p != person && g)
            compile_name_add(c, out, p->name)->value = given_value(c, g);
    }
    for (const struct given_parameter *g = given ? given->parameters : NULL; g; g = g->next)
        if (!field_find(article->parameters, g->name))
            compile_name_add(c, out, g->name)->value = given_value(c, g);
}

static bool enter_as_resident(struct compiler *c, const struct law *law, const struct article *article, struct frame **f)
{
    struct name *parameters = NULL;
    give_parameters(c, article, &parameters);
    return compile_enter(c, law, article, parameters, f);
}

static bool compile_target(struct compiler *c, struct str output, struct value *out)
{
    const struct law *law = c->plan->law;
    const struct article *article = law_article_of_output(law, output), *decides = NULL;
    struct link reaction;
    struct frame *f;
    if (article)
        return enter_as_resident(c, law, article, &f) && compile_output(c, f, output, out);
    if (!link_reaction(&c->link, law, output, &decides, &reaction, c->e))
        return false;
    if (decides)
        return enter_as_resident(c, law, decides, &f) && compile_call(c, f, &reaction, NULL, PASS_ALL, TYPE_ANY, out);
    struct arena tmp = *c->a;
    return fail_at(c->e, ERR_PLAN, str_z(&tmp, law->file), 0, 0,
                   "no article of the law has the output '" STR_FMT "'; see hoort law show", STR_ARG(output));
}

static bool compile_typed(struct compiler *c, struct str output, enum register_type want, int *reg)
{
    struct value v;
    if (!compile_target(c, output, &v))
        return false;
    const struct article *article = law_article_of_output(c->plan->law, output);
    struct frame f = {.law = c->plan->law, .article = article};
    if (!compile_as_type(c, &f, law_action_find(article->actions, output)->value, &v, want))
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
    struct compiler c = {.a = a, .plan = p, .m = emitter_open(a, p), .link = {laws, date, a, NULL, p->law}, .e = e};
    if (!compile_scheme(&c))
        return false;
    p->hash = plan_hash(*a, p);
    *out = p;
    return true;
}

bool plan_output(struct arena *a, const struct law_set *laws, struct str law, struct str output, int32_t date,
                 struct plan **out, struct err *e)
{
    return plan_case(a, laws, law, output, date, NULL, out, e);
}

bool plan_case(struct arena *a, const struct law_set *laws, struct str law, struct str output, int32_t date,
               const struct given *given, struct plan **out, struct err *e)
{
    struct str why;
    struct plan *p = plan_new(a, laws, date);
    p->output = output;
    p->given = given;
    p->law = law_in_force(laws, law, date, &why, a);
    if (!p->law)
        return fail(e, ERR_PLAN, STR_FMT, STR_ARG(why));
    struct compiler c = {.a = a, .plan = p, .m = emitter_open(a, p), .link = {laws, date, a, given, p->law}, .e = e};
    struct value v;
    if (!compile_target(&c, output, &v))
        return false;
    struct arena tmp = *a;
    if (v.list || v.people)
        return fail_at(e, ERR_PLAN, str_z(&tmp, p->law->file), 0, 0,
                       "the output '" STR_FMT "' is a list; ask for one value", STR_ARG(output));
    p->result = v.none ? emit_none(&c.m, REG_NUMBER) : v.reg;
    p->hash = plan_hash(*a, p);
    *out = p;
    return true;
}
