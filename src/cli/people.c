/* SPDX-License-Identifier: EUPL-1.2 */
/* people.c: the verbs about residents: synth, eval, explain. */
#include "cli.h"

int cli_people_synth(struct args *args)
{
    struct law_set set;
    struct err e;
    struct synth s;
    struct str csv, persons;
    int64_t seed;
    if (!arg_number(args, OPT_RESIDENTS, 100000, 1, LIMIT_RESIDENTS, &s.residents) ||
        !arg_number(args, OPT_SEED, 1, 0, INT64_MAX, &seed) || !arg_date(args, OPT_DATE, clock_today(), &s.on))
        return 2;
    s.seed = (uint64_t)seed;
    if (!load_laws(args, &set))
        return 1;
    bool ok = true;
    if (!given(args, OPT_FOR))
        ok = people_synth(args->a, s, &set.facts, &csv, &e);
    else
        ok = file_read(args->a, args->value[OPT_FOR], LIMIT_CSV_BYTES, &persons, &e) &&
             people_synth_facts(args->a, s, &set.facts, args->value[OPT_FOR], persons, &csv, &e);
    return ok ? write_out(args, csv) : refused(&e);
}

/* ---- what came in ------------------------------------------------------------------------------------------------- */

static void print_faults(const struct people_report *r)
{
    int shown = 0;
    for (const struct people_fault *f = r->faults; f && shown < 20; f = f->next, shown++)
        fprintf(stderr, STR_FMT ":%d:%d: %s" STR_FMT "\n", STR_ARG(r->file), f->line, f->column, f->rejected ? "" : "note: ",
                STR_ARG(f->what));
    if (r->fault_count > shown)
        fprintf(stderr, STR_FMT ": and %lld more\n", STR_ARG(r->file), (long long)(r->fault_count - shown));
    for (int i = 0; i < r->not_read_count; i++)
        fprintf(stderr, STR_FMT ": not read: " STR_FMT "\n", STR_ARG(r->file), STR_ARG(r->not_read[i]));
    fprintf(stderr, STR_FMT ": " STR_FMT ", %lld rows read, %lld kept, %lld rejected, %lld opted out, %lld cells faulty\n",
            STR_ARG(r->file), STR_ARG(r->encoding), (long long)r->rows_read, (long long)r->rows_kept,
            (long long)r->rows_rejected, (long long)r->rows_opted_out, (long long)r->cells_faulty);
}

int read_subject(struct args *args, struct subject *s)
{
    struct err e;
    if (!arg_date(args, OPT_DATE, clock_today(), &s->date) ||
        !arg_date(args, OPT_AS_OF, s->date, &s->files.as_of))
        return 2;
    s->files.persons = args->value[OPT_PEOPLE];
    s->files.facts = given(args, OPT_FACTS) ? args->value[OPT_FACTS] : S("");
    s->files.test_data = given(args, OPT_TEST_DATA);
    s->files.policy = given(args, OPT_POLICY) ? args->value[OPT_POLICY] : S("");
    s->files.trusted = given(args, OPT_TRUST) ? args->value[OPT_TRUST] : S("");
    if (!load_laws(args, &s->laws))
        return 1;
    if (!app_people(args->a, &s->laws, &s->files, s->date, progress_bar(), &s->people, &e))
        return refused(&e);
    progress_clear();
    return 0;
}

static int summary_json(struct args *args, const struct eval_result *r)
{
    struct json *j = js_object(args->a);
    js_put_int(args->a, j, S("rows"), r->rows);
    for (int v = 0; v < 4; v++)
        js_put_int(args->a, j, str_of(verdict_name((enum verdict)v)), r->verdicts[v]);
    js_put_int(args->a, j, S("unusable"), r->unusable);
    return print_value(args, j);
}

int cli_eval(struct args *args)
{
    struct subject *s = arena_new(args->a, struct subject, 1);
    struct eval_result r;
    struct err e;
    if (given(args, OPT_JSON) && !given(args, OPT_OUT))
        return usage("--json prints the counts, so the rows need a place of their own: give --out FILE");
    if (!arg_needed(args, OPT_PEOPLE) || !arg_needed(args, OPT_SCHEME))
        return 2;
    int code = read_subject(args, s);
    if (code)
        return code;
    struct arena text = arena_open(LIMIT_BUF);
    struct buf csv = buf_open(&text, LIMIT_BUF);
    if (!app_eval(args->a, &s->laws, &s->people, args->value[OPT_SCHEME], s->date, progress_bar(), &csv, &r, &e))
        return refused(&e);
    progress_clear();
    code = write_out(args, buf_str(&csv));
    if (code || given(args, OPT_JSON))
        return code ? code : summary_json(args, &r);
    print_faults(&s->people.persons);
    if (s->people.joined)
        print_faults(&s->people.facts);
    fprintf(stderr, "%lld residents: %lld entitled, %lld not, %lld unknown, %lld faulty; %lld rows unusable\n",
            (long long)r.rows, (long long)r.verdicts[VERDICT_YES], (long long)r.verdicts[VERDICT_NO],
            (long long)r.verdicts[VERDICT_UNKNOWN], (long long)r.verdicts[VERDICT_FAULTY], (long long)r.unusable);
    return code;
}

static void print_explanation(struct args *args, const struct explanation *x, const struct plan *plan, struct str lang, struct buf *out)
{
    static const struct phrase outcomes[] = {
        {{"Geen recht, op deze gegevens.", 29}, {"Not entitled, on these facts.", 29}},
        {{"Waarschijnlijk recht.", 21}, {"Probably entitled.", 18}},
        {{"Niet zeker: een gegeven ontbreekt.", 34}, {"Not certain: a fact is missing.", 31}},
        {{"De gegevens kloppen niet.", 25}, {"The facts are not right.", 24}},
    };
    bool en = str_eq(lang, S("en"));
    int count;
    struct phrase *reasons = eval_reasons(args->a, x, 3, &count);
    buf_print(out, STR_FMT ": " STR_FMT "\n", STR_ARG(en ? plan->about->name.en : plan->about->name.nl),
              STR_ARG(en ? outcomes[x->result.verdict].en : outcomes[x->result.verdict].nl));
    if (x->result.verdict == VERDICT_YES && x->result.amount_state == CELL_PRESENT)
        buf_print(out, "%s " STR_FMT " %s\n", en ? "About" : "Ongeveer", STR_ARG(euros(args->a, x->result.amount_cents, lang)),
                  plan->about->monthly ? (en ? "a month" : "per maand") : (en ? "a year" : "per jaar"));
    for (int i = 0; i < count; i++)
        buf_print(out, "- " STR_FMT "\n", STR_ARG(en ? reasons[i].en : reasons[i].nl));
    buf_char(out, '\n');
    trace_print(x->entitled, out);
    buf_char(out, '\n');
    if (x->amount)
        trace_print(x->amount, out);
    struct hash digest = eval_digest(*args->a, x);
    buf_print(out, "\ndigest " STR_FMT "\n", STR_ARG(hex_print(args->a, digest.at, 32)));
}

static void put_reasons(struct arena *a, struct json *to, const struct explanation *x)
{
    int count;
    struct phrase *reasons = eval_reasons(a, x, 3, &count);
    struct json *list = js_put(a, to, S("reasons"), js_list(a));
    for (int i = 0; i < count; i++) {
        struct json *j = js_put(a, list, S(""), js_object(a));
        js_put_text(a, j, S("nl"), reasons[i].nl);
        js_put_text(a, j, S("en"), reasons[i].en);
    }
}

int cli_explain(struct args *args)
{
    struct subject *s = arena_new(args->a, struct subject, 1);
    struct explanation x;
    const struct plan *plan;
    struct err e;
    struct str lang;
    if (!arg_needed(args, OPT_RESIDENT) || !arg_lang(args, &lang) || !arg_needed(args, OPT_PEOPLE) || !arg_needed(args, OPT_SCHEME))
        return 2;
    int code = read_subject(args, s);
    if (code)
        return code;
    if (!app_explain(args->a, &s->laws, &s->people, &s->files, args->value[OPT_RESIDENT], args->value[OPT_SCHEME], s->date,
                     &x, &plan, &e))
        return refused(&e);
    struct buf out = buf_open(args->a, 16 << 20);
    if (given(args, OPT_JSON)) {
        struct json *j = js_object(args->a);
        js_put_text(args->a, j, S("scheme"), plan->scheme);
        js_put_text(args->a, j, S("verdict"), str_of(verdict_name(x.result.verdict)));
        js_put_text(args->a, j, S("amount_state"), str_of(cell_state_name(x.result.amount_state)));
        if (x.result.amount_state == CELL_PRESENT)
            js_put_int(args->a, j, S("amount_cents"), x.result.amount_cents);
        put_reasons(args->a, j, &x);
        js_put(args->a, j, S("entitled"), trace_json(args->a, x.entitled));
        if (x.amount)
            js_put(args->a, j, S("amount"), trace_json(args->a, x.amount));
        struct hash digest = eval_digest(*args->a, &x);
        js_put_text(args->a, j, S("digest"), hex_print(args->a, digest.at, 32));
        js_pretty(j, &out);
    } else {
        print_explanation(args, &x, plan, lang, &out);
    }
    return print_buf(&out);
}
