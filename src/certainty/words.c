/* SPDX-License-Identifier: EUPL-1.2 */
/* words.c: what is certain, what is missing and what to ask, in sentences (B1) for whoever helps a
 * resident. Not a letter: that needs a clearance.
 */
#include "certainty/certainty.h"

#define WORDS(nl, en) {{nl, sizeof nl - 1}, {en, sizeof en - 1}}

static struct phrase sentence(const struct bounds *b)
{
    static const struct phrase says[] = {
        [CERTAINTY_CERTAIN] = WORDS("Recht is zeker, ook al ontbreekt er een gegeven.",
                                    "A right is certain, although a fact is missing."),
        [CERTAINTY_POSSIBLE] = WORDS("Recht is mogelijk: dat hangt af van wat nog niet bekend is.",
                                     "A right is possible: that depends on what is not known yet."),
        [CERTAINTY_EXCLUDED] = WORDS("Recht is uitgesloten, ook al ontbreekt er een gegeven.",
                                     "A right is excluded, although a fact is missing."),
        [CERTAINTY_FAULTY] = WORDS("Wat er bekend is, klopt niet. Laat dat eerst verbeteren.",
                                   "What is known is not right. Have that corrected first."),
    };
    static const struct phrase silent = WORDS("Of er recht is, is met deze gegevens niet te zeggen.",
                                              "Whether there is a right cannot be said with these facts.");
    return b->counted ? says[b->certainty] : silent;
}

/* Whole euros, outwards, so that the words promise no more than the figures. */
static struct str euros(struct arena *a, int64_t cents, bool up, bool en)
{
    int64_t whole = cents / 100;
    whole += up ? cents % 100 > 0 : -(cents % 100 < 0);
    return str_format(a, en ? "€" STR_FMT : "€ " STR_FMT, STR_ARG(number_words(a, whole, en)));
}

static struct str amount_in(struct arena *a, const struct plan *p, const struct bounds *b, bool en)
{
    struct str low = euros(a, b->low_cents, false, en), high = euros(a, b->high_cents, true, en);
    const char *period = p->about->monthly ? (en ? "a month" : "per maand") : (en ? "a year" : "per jaar");
    if (b->high_cents > LIMIT_SAYABLE_CENTS)      /* of a list that is not known, however long: nobody is helped by that figure */
        return str_format(a, en ? "It is then at least " STR_FMT " %s; at most how much, cannot be said."
                                : "Het bedrag is dan minstens " STR_FMT " %s; hoeveel hoogstens, is niet te zeggen.", STR_ARG(low), period);
    if (b->low_cents == b->high_cents)
        return str_format(a, en ? "It is then " STR_FMT " %s." : "Het bedrag is dan " STR_FMT " %s.", STR_ARG(low), period);
    return str_format(a, en ? "It is then at least " STR_FMT " and at most " STR_FMT " %s."
                            : "Het bedrag is dan minstens " STR_FMT " en hoogstens " STR_FMT " %s.",
                      STR_ARG(low), STR_ARG(high), period);
}

/* "verzamelinkomen (uw partner) (te oud om mee te tellen)" */
static struct str fact_in(struct arena *a, const struct binding_set *b, int fact, bool en)
{
    const struct plan *p = eval_plan(b);
    const struct plan_fact *f = &p->facts[fact];
    const struct column *c = eval_column(b, fact);
    struct phrase words = plan_words(a, p, f->fact->label, f->path);
    struct str too_old = !c || !c->too_old ? S("") : en ? S(" (too old to count)") : S(" (te oud om mee te tellen)");
    return str_format(a, STR_FMT STR_FMT, STR_ARG(en ? words.en : words.nl), STR_ARG(too_old));
}

static struct str list_in(struct arena *a, const struct binding_set *b, const int *facts, int count, bool en)
{
    struct buf out = buf_open(a, LIMIT_FORMAT);
    for (int i = 0; i < count; i++)
        buf_print(&out, "%s" STR_FMT, i ? "; " : "", STR_ARG(fact_in(a, b, facts[i], en)));
    return buf_str(&out);
}

static struct str missing_in(struct arena *a, const struct binding_set *b, const struct question *q, bool en)
{
    return str_format(a, en ? "Not known, and it matters: " STR_FMT "." : "Niet bekend, en het maakt uit: " STR_FMT ".",
                      STR_ARG(list_in(a, b, q->missing, q->missing_count, en)));
}

/* What to ask, of whom, and on what ground; the dictionary says that in Dutch. */
static struct str ask_in(struct arena *a, const struct binding_set *b, const struct question *q, bool en)
{
    const struct fact *f = eval_plan(b)->facts[q->ask[0]].fact;
    struct str what = list_in(a, b, q->ask, q->ask_count, en);
    const char *first = q->ask_count == 1 ? (en ? "Ask first" : "Vraag eerst") : (en ? "Ask in this order" : "Vraag in deze volgorde");
    return str_format(a, en ? "%s: " STR_FMT ". %s is with: " STR_FMT ". Ground (Dutch): " STR_FMT
                            : "%s: " STR_FMT ". %s is bij: " STR_FMT ". Grond: " STR_FMT,
                      first, STR_ARG(what), q->ask_count == 1 ? (en ? "It" : "Dat") : (en ? "The first" : "Het eerste"),
                      STR_ARG(f->source), STR_ARG(f->ground));
}

struct outlook certainty_outlook(struct arena *a, const struct binding_set *b, int64_t row)
{
    const struct plan *p = eval_plan(b);
    struct outlook o = {.bounds = certainty_bounds(*a, b, row)};
    o.question = certainty_question_of(a, b, row, &o.bounds);
    const struct bounds *says = &o.bounds;
    o.right = sentence(says);
    if (says->counted && (says->amount_states & (1u << CELL_PRESENT)))
        o.amount = (struct phrase){amount_in(a, p, says, false), amount_in(a, p, says, true)};
    if (o.question.missing_count == 0)
        return o;
    o.missing = (struct phrase){missing_in(a, b, &o.question, false), missing_in(a, b, &o.question, true)};
    o.ask = (struct phrase){ask_in(a, b, &o.question, false), ask_in(a, b, &o.question, true)};
    return o;
}
