/* SPDX-License-Identifier: EUPL-1.2 */
/* people.c: the verbs about residents: synth, eval; and what explain.c shares with them. */
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

static void put_staged(struct arena *a, struct json *to, const struct staged_report *r)
{
    struct json *j = js_put(a, to, S("staged"), js_object(a)), *list;
    js_put_int(a, j, S("facts_read"), r->reading.read_all);
    js_put_int(a, j, S("facts_naive"), r->reading.naive_all);
    list = js_put(a, j, S("sources"), js_list(a));
    for (int i = 0; i < r->source_count; i++) {
        struct json *one = js_put(a, list, S(""), js_object(a));
        js_put_text(a, one, S("source"), r->sources[i].source);
        js_put_int(a, one, S("facts_read"), r->sources[i].read);
        js_put_int(a, one, S("facts_naive"), r->sources[i].naive);
    }
}

/* "5.1": a tenth is enough for a mean. */
static struct str mean(struct arena *a, int64_t sum, int64_t of)
{
    int64_t tenths = of ? (sum * 10 + of / 2) / of : 0;
    return str_format(a, "%lld.%lld", (long long)(tenths / 10), (long long)(tenths % 10));
}

static void print_staged(struct arena *a, const struct staged_report *r)
{
    const int64_t n = r->reading.residents;
    fprintf(stderr, "facts needed per resident: " STR_FMT " of " STR_FMT "\n", STR_ARG(mean(a, r->reading.read_all, n)),
            STR_ARG(mean(a, r->reading.naive_all, n)));
    for (int i = 0; i < r->source_count; i++)
        fprintf(stderr, "  " STR_FMT " of " STR_FMT " from " STR_FMT "\n", STR_ARG(mean(a, r->sources[i].read, n)),
                STR_ARG(mean(a, r->sources[i].naive, n)), STR_ARG(r->sources[i].source));
}

static int summary_json(struct args *args, const struct eval_result *r, const struct staged_report *staged)
{
    struct arena *a = args->a;
    struct json *j = js_object(a), *list;
    js_put_int(a, j, S("rows"), r->rows);
    js_put_int(a, j, S("unusable"), r->unusable);
    list = js_put(a, j, S("schemes"), js_list(a));
    for (int i = 0; i < r->scheme_count; i++) {
        struct json *one = js_put(a, list, S(""), js_object(a));
        js_put_text(a, one, S("scheme"), r->schemes[i].plan->scheme);
        for (int v = 0; v < 4; v++)
            js_put_int(a, one, str_of(verdict_name((enum verdict)v)), r->schemes[i].verdicts[v]);
    }
    list = js_put(a, j, S("without"), js_list(a));
    for (const struct note *n = r->without; n; n = n->next)
        js_put_text(a, list, S(""), n->text);
    list = js_put(a, j, S("rights"), js_list(a));
    for (int i = 0; i < RIGHTS_COUNTED; i++)
        js_put_int(a, list, S(""), r->rights[i]);
    if (staged->plan)
        put_staged(a, j, staged);
    return print_value(args, j);
}

static void print_summary(const struct eval_result *r)
{
    int width = 0;
    fprintf(stderr, "%lld residents; %lld rows unusable\n", (long long)r->rows, (long long)r->unusable);
    for (int i = 0; i < r->scheme_count; i++)
        width = r->schemes[i].plan->scheme.len > width ? (int)r->schemes[i].plan->scheme.len : width;
    for (const struct eval_scheme *k = r->schemes; k < r->schemes + r->scheme_count; k++)
        fprintf(stderr, "%-*.*s: %lld entitled, %lld not, %lld unknown, %lld faulty\n", width, (int)k->plan->scheme.len,
                k->plan->scheme.at, (long long)k->verdicts[VERDICT_YES], (long long)k->verdicts[VERDICT_NO],
                (long long)k->verdicts[VERDICT_UNKNOWN], (long long)k->verdicts[VERDICT_FAULTY]);
    for (const struct note *n = r->without; n; n = n->next)
        fprintf(stderr, "not evaluated: " STR_FMT "\n", STR_ARG(n->text));
    if (r->scheme_count > 1)
        for (int i = 0; i < RIGHTS_COUNTED && i <= r->scheme_count; i++)
            fprintf(stderr, "%10lld residents with %d%s of these rights\n", (long long)r->rights[i], i,
                    i == RIGHTS_COUNTED - 1 ? " or more" : "");
}

int cli_eval(struct args *args)
{
    struct subject *s = arena_new(args->a, struct subject, 1);
    struct eval_result r;
    struct staged_report staged = {0};
    struct err e;
    const struct str scheme = given(args, OPT_SCHEME) ? args->value[OPT_SCHEME] : S("");
    if (given(args, OPT_JSON) && !given(args, OPT_OUT))
        return usage("--json prints the counts, so the rows need a place of their own: give --out FILE");
    if (given(args, OPT_STAGED) && !scheme.len)
        return usage("--staged is about one scheme: give --scheme ID");
    if (!arg_needed(args, OPT_PEOPLE))
        return 2;
    int code = read_subject(args, s);
    if (code)
        return code;
    struct arena text = arena_open(LIMIT_BUF);
    struct buf csv = buf_open(&text, LIMIT_BUF);
    if (!app_eval(args->a, &s->laws, &s->people, scheme, s->date, progress_bar(), &csv, &r, &e))
        return refused(&e);
    if (given(args, OPT_STAGED) && !app_staged(args->a, &s->laws, &s->people, scheme, s->date, progress_bar(), &staged, &e))
        return refused(&e);
    progress_clear();
    code = write_out(args, buf_str(&csv));
    if (code || given(args, OPT_JSON))
        return code ? code : summary_json(args, &r, &staged);
    print_faults(&s->people.persons);
    if (s->people.joined)
        print_faults(&s->people.facts);
    print_summary(&r);
    if (staged.plan)
        print_staged(args->a, &staged);
    return code;
}
