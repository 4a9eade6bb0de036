/* SPDX-License-Identifier: EUPL-1.2 */
/* explain.c: why, for one resident, in words and in JSON; the receipt of it, and what a later evaluation
 * makes of a receipt. Not the reasons themselves (eval/).
 */
#include "cli.h"

#include <stdio.h>
#include <string.h>

#define REASONS_MAX 3                /* that carry the outcome; the trace has them all */

static void print_explanation(struct args *args, const struct why *why, struct str lang, struct buf *out)
{
    static const struct phrase outcomes[] = {
        {{"Geen recht, op deze gegevens.", 29}, {"Not entitled, on these facts.", 29}},
        {{"Waarschijnlijk recht.", 21}, {"Probably entitled.", 18}},
        {{"Niet zeker: een gegeven ontbreekt.", 34}, {"Not certain: a fact is missing.", 31}},
        {S("Geen uitkomst: gegevens kloppen niet, of er zijn geen regels voor."),
         S("No outcome: facts are not right, or there are no rules for them.")},
    };
    const struct explanation *x = &why->explanation;
    const struct plan *plan = why->plan;
    bool en = str_eq(lang, S("en"));
    int count;
    struct phrase *reasons = eval_reasons(args->a, x, REASONS_MAX, &count);
    buf_print(out, STR_FMT ": " STR_FMT "\n", STR_ARG(en ? plan->about->name.en : plan->about->name.nl),
              STR_ARG(en ? outcomes[x->result.verdict].en : outcomes[x->result.verdict].nl));
    if (x->result.verdict == VERDICT_YES && x->result.amount_state == CELL_PRESENT)
        buf_print(out, "%s " STR_FMT " %s\n", en ? "About" : "Ongeveer", STR_ARG(euros(args->a, x->result.amount_cents, lang)),
                  plan->about->monthly ? (en ? "a month" : "per maand") : (en ? "a year" : "per jaar"));
    for (int i = 0; i < count; i++)
        buf_print(out, "- " STR_FMT "\n", STR_ARG(en ? reasons[i].en : reasons[i].nl));
    const struct phrase lines[] = {why->outlook.right, why->outlook.amount, why->outlook.missing, why->outlook.ask};
    for (int i = 0; i < COUNT(lines); i++)
        if (lines[i].nl.len)
            buf_print(out, STR_FMT "\n", STR_ARG(en ? lines[i].en : lines[i].nl));
    buf_char(out, '\n');
    trace_say(plan, x->entitled, en, out);
    buf_char(out, '\n');
    if (x->amount)
        trace_say(plan, x->amount, en, out);
    struct hash digest = eval_digest(*args->a, x);
    buf_print(out, "\ndigest " STR_FMT "\n", STR_ARG(hex_print(args->a, digest.at, 32)));
}

static void put_facts(struct arena *a, struct json *to, struct str key, const struct plan *p, const int *facts, int count)
{
    struct json *list = js_put(a, to, key, js_list(a));
    for (int i = 0; i < count; i++) {
        const struct plan_fact *f = &p->facts[facts[i]];
        struct json *j = js_put(a, list, S(""), js_object(a));
        js_put_text(a, j, S("fact"), f->fact->name);
        js_put_int(a, j, S("person"), f->path);
        js_put_text(a, j, S("source"), f->fact->source);
        js_put_text(a, j, S("ground"), f->fact->ground);
    }
}

static struct json *outlook_json(struct arena *a, const struct plan *p, const struct outlook *o)
{
    const struct bounds *b = &o->bounds;
    struct json *j = js_object(a);
    js_put_text(a, j, S("right"), str_of(certainty_name(b->certainty)));
    js_put_bool(a, j, S("counted"), b->counted);
    js_put_bool(a, j, S("exact"), b->exact);
    if (b->counted && (b->amount_states & (1u << CELL_PRESENT))) {
        js_put_int(a, j, S("low_cents"), b->low_cents);
        js_put_int(a, j, S("high_cents"), b->high_cents);
    }
    put_facts(a, j, S("missing"), p, o->question.missing, o->question.missing_count);
    put_facts(a, j, S("ask"), p, o->question.ask, o->question.ask_count);
    js_put_bool(a, j, S("ask_settles"), o->question.settles);
    return j;
}

static void put_json(struct args *args, const struct why *why, struct buf *out)
{
    struct json *outlook = why->outlook.right.nl.len ? outlook_json(args->a, why->plan, &why->outlook) : NULL;
    struct json *j = explanation_json(args->a, why->plan, &why->explanation, REASONS_MAX, outlook);
    struct hash digest = eval_digest(*args->a, &why->explanation);
    js_put_text(args->a, j, S("digest"), hex_print(args->a, digest.at, 32));
    js_pretty(j, out);
}

/* ---- receipts ------------------------------------------------------------------------------------------------- */

static int write_receipt(struct args *args, const struct law_set *laws, const struct app_question *q)
{
    struct receipt r;
    struct err e;
    struct buf out = buf_open(args->a, LIMIT_JSON_BYTES);
    if (!app_receipt(*args->a, laws, q, NULL, &r, &e))
        return refused(&e);
    js_pretty(receipt_json(args->a, &r), &out);
    buf_char(&out, '\n');
    return file_write(args->value[OPT_RECEIPT], buf_str(&out), &e) ? 0 : refused(&e);
}

static const struct phrase *difference_words(const char *what)
{
    static const struct { const char *what; struct phrase words; } all[] = {
        {"laws", {S("De regels zijn niet dezelfde als toen: de uitkomst is dus ook niet te vergelijken."),
                  S("The rules are not the same as then, so the outcome cannot be compared.")}},
        {"facts", {S("De gegevens zijn niet dezelfde als toen."), S("The facts are not the same as then.")}},
        {"outcome", {S("Met dezelfde regels en gegevens is de uitkomst anders. Meld dit als een fout."),
                     S("The rules and facts are the same, and the outcome is not. Please report this.")}},
        {"trace", {S("De uitkomst is dezelfde, de redenering is anders."), S("The outcome is the same, the reasoning is not.")}},
    };
    static const struct phrase same = {S("Het klopt: dezelfde regels en gegevens geven dezelfde uitkomst en redenering."),
                                       S("It is right: the same rules and facts give the same outcome and reasoning.")};
    for (int i = 0; what && i < COUNT(all); i++)
        if (strcmp(all[i].what, what) == 0)
            return &all[i].words;
    return &same;
}

/* Scheme and date are those of the receipt; 0 only if everything is the same. */
static int verify(struct args *args, struct subject *s, const struct receipt *was, struct str lang)
{
    struct receipt now;
    struct err e;
    const struct app_question q = {&s->people, &s->files, args->value[OPT_RESIDENT], was->scheme, was->date};
    if (!app_receipt(*args->a, &s->laws, &q, &was->salt, &now, &e))
        return refused(&e);
    const char *what = receipt_difference(was, &now);
    const struct phrase *words = difference_words(what);
    printf(STR_FMT "\n", STR_ARG(str_eq(lang, S("en")) ? words->en : words->nl));
    if (!str_eq(was->engine, now.engine))
        printf(STR_FMT " -> " STR_FMT "\n", STR_ARG(was->engine), STR_ARG(now.engine));
    return close_output(true) || what != NULL;
}

static bool read_receipt(struct args *args, struct receipt *was)
{
    struct str bytes;
    struct err e;
    if (!file_read(args->a, args->value[OPT_VERIFY], LIMIT_JSON_BYTES, &bytes, &e) ||
        !receipt_read(args->a, args->value[OPT_VERIFY], bytes, was, &e)) {
        refused(&e);
        return false;
    }
    args->value[OPT_SCHEME] = was->scheme;
    args->value[OPT_DATE] = date_print(args->a, was->date);
    return true;
}

int cli_explain(struct args *args)
{
    struct subject *s = arena_new(args->a, struct subject, 1);
    struct why why;
    struct receipt was;
    struct err e;
    struct str lang;
    if (!arg_needed(args, OPT_RESIDENT) || !arg_lang(args, &lang))
        return 2;
    if (given(args, OPT_VERIFY) && !read_receipt(args, &was))
        return 1;
    if (!arg_needed(args, OPT_PEOPLE) || !arg_needed(args, OPT_SCHEME))
        return 2;
    int code = read_subject(args, s);
    if (code)
        return code;
    if (given(args, OPT_VERIFY))
        return verify(args, s, &was, lang);
    const struct app_question q = {&s->people, &s->files, args->value[OPT_RESIDENT], args->value[OPT_SCHEME], s->date};
    if (!app_explain(args->a, &s->laws, &s->people, &s->files, q.who, q.scheme, q.date, &why, &e))
        return refused(&e);
    struct buf out = buf_open(args->a, 16 << 20);
    if (given(args, OPT_JSON))
        put_json(args, &why, &out);
    else
        print_explanation(args, &why, lang, &out);
    code = print_buf(&out);
    return code || !given(args, OPT_RECEIPT) ? code : write_receipt(args, &s->laws, &q);
}
