/* SPDX-License-Identifier: EUPL-1.2 */
/* law.c: the verbs about laws: check, list, show, run, test. */
#include "cli.h"

static void put_faults(struct arena *a, struct json *to, struct str name, const struct faults *faults)
{
    struct json *list = js_put(a, to, name, js_list(a));
    for (const struct fault *f = faults->first; f; f = f->next) {
        struct json *j = js_put(a, list, S(""), js_object(a));
        js_put_text(a, j, S("file"), f->file);
        js_put_int(a, j, S("line"), f->line);
        js_put_int(a, j, S("column"), f->column);
        js_put_text(a, j, S("text"), f->text);
    }
}

int cli_law_check(struct args *args)
{
    struct arena *a = args->a;
    struct law_set set;
    struct faults faults = faults_open(a), missing = faults_open(a);
    struct err e;
    if (!app_laws(a, args->words, args->count, &set, &faults, &missing, &e))
        return refused(&e);
    if (!set.count && !set.facts.count && !faults.count) {
        fail(&e, ERR_FILE, "no laws (*.yaml) under the paths given; nothing was checked");
        return refused(&e);
    }
    struct buf out = buf_open(a, 16 << 20);
    if (given(args, OPT_JSON)) {
        struct json *j = js_object(a);
        js_put_int(a, j, S("laws"), set.count);
        js_put_int(a, j, S("facts"), set.facts.count);
        put_faults(a, j, S("faults"), &faults);
        put_faults(a, j, S("missing"), &missing);
        js_pretty(j, &out);
    } else {
        faults_print(&faults, &out);
        for (const struct fault *f = missing.first; f; f = f->next)
            buf_print(&out, STR_FMT ":%d:%d: note: " STR_FMT "\n", STR_ARG(f->file), f->line, f->column, STR_ARG(f->text));
        buf_print(&out, "%d law versions, %d facts, %d faults, %d references to what is not in the set\n", set.count,
                  set.facts.count, faults.count, missing.count);
    }
    int code = print_buf(&out);
    return code ? code : faults.count > 0;
}

static bool laws_of_words(struct args *args, struct law_set *out)
{
    if (args->count) {
        struct faults faults = faults_open(args->a), missing = faults_open(args->a);
        struct err e;
        if (app_laws(args->a, args->words, args->count, out, &faults, &missing, &e))
            return print_law_faults(args, &faults);
        refused(&e);
        return false;
    }
    return load_laws(args, out);
}

static void print_scheme(const struct scheme *s, int32_t on, struct buf *out)
{
    const struct ceiling *c = scheme_ceiling(s, on);
    buf_print(out, "    scheme " STR_FMT " (" STR_FMT "), by " STR_FMT ": ", STR_ARG(s->id), STR_ARG(s->name.nl), STR_ARG(s->executor));
    if (c)
        buf_print(out, "legal ceiling rung %d (" STR_FMT ")\n", c->rung, STR_ARG(c->source));
    else
        buf_add(out, S("no legal ceiling named: rung 0\n"));
    for (const struct note *n = s->unverified; n; n = n->next)
        buf_print(out, "    unverified: " STR_FMT "\n", STR_ARG(n->text));
}

int cli_law_list(struct args *args)
{
    struct law_set set;
    int32_t on;
    if (!arg_date(args, OPT_DATE, clock_today(), &on))
        return 2;
    if (!laws_of_words(args, &set))
        return 1;
    struct buf out = buf_open(args->a, 16 << 20);
    for (const struct law *l = set.first; l; l = l->next) {
        int machine = 0;
        for (const struct article *at = l->articles; at; at = at->next)
            machine += at->machine_readable;
        struct arena tmp = *args->a;
        struct str why, from = l->has_valid_from ? date_print(&tmp, l->valid_from) : S("always");
        bool in_force = law_in_force(&set, l->id, on, &why, &tmp) == l;
        buf_print(&out, STR_FMT "  from " STR_FMT "%s  %s  %d articles, %d with rules\n", STR_ARG(l->id), STR_ARG(from),
                  in_force ? " (in force)" : "", law_layer_name(l->layer), l->article_count, machine);
        for (const struct scheme *s = l->scheme; s; s = s->next)
            print_scheme(s, on, &out);
    }
    return print_buf(&out);
}

int cli_law_show(struct args *args)
{
    struct law_set set;
    struct str why;
    struct err e;
    int32_t on;
    if (!arg_date(args, OPT_DATE, clock_today(), &on))
        return 2;
    if (!load_laws(args, &set))
        return 1;
    struct buf out = buf_open(args->a, 16 << 20);
    if (given(args, OPT_SCHEME)) {
        struct plan *plan;
        if (!plan_make(args->a, &set, args->value[OPT_SCHEME], on, &plan, &e))
            return refused(&e);
        if (given(args, OPT_C) && !app_law_c(plan, &out, &e))
            return refused(&e);
        if (!given(args, OPT_C))
            plan_print(plan, &out);
        return print_buf(&out);
    }
    const struct law *law = law_in_force(&set, args->words[0], on, &why, args->a);
    if (!law) {
        fail(&e, ERR_LAW, STR_FMT, STR_ARG(why));
        return refused(&e);
    }
    law_print(law, &out);
    return print_buf(&out);
}

int cli_law_run(struct args *args)
{
    struct law_set set;
    struct err e;
    struct law_case c;
    struct answer got;
    const struct plan *plan;
    if (!arg_needed(args, OPT_LAW) || !arg_needed(args, OPT_OUTPUT) || !arg_date(args, OPT_DATE, clock_today(), &c.date))
        return 2;
    if (!load_laws(args, &set))
        return 1;
    c.law = args->value[OPT_LAW];
    c.output = args->value[OPT_OUTPUT];
    c.facts = args->params;
    c.fact_count = args->param_count;
    if (!app_law_run(args->a, &set, &c, &got, &plan, &e))
        return refused(&e);
    struct buf out = buf_open(args->a, 16 << 20);
    if (given(args, OPT_JSON)) {
        struct json *j = trace_json(args->a, got.trace);
        js_pretty(j, &out);
        return print_buf(&out);
    }
    buf_print(&out, STR_FMT ": " STR_FMT "\n\n", STR_ARG(c.output),
              STR_ARG(got.state == CELL_PRESENT ? got.value : str_of(cell_state_name(got.state))));
    trace_print(got.trace, &out);
    return print_buf(&out);
}

static void print_cases(const struct oracle_report *r, struct buf *out)
{
    for (const struct oracle_case *c = r->first; c; c = c->next)
        if (!c->passed)
            buf_print(out, STR_FMT ":%d: " STR_FMT ": " STR_FMT " should be " STR_FMT " (source: " STR_FMT "), the law gives " STR_FMT "\n",
                      STR_ARG(c->file), c->line, STR_ARG(c->id), STR_ARG(c->output), STR_ARG(c->expected), STR_ARG(c->source),
                      STR_ARG(c->got));
}

static void print_scenario(const struct scenario_done *d, struct buf *out)
{
    const struct scenario_step *s = d->result.failed;
    buf_print(out, STR_FMT ":%d:%d: " STR_FMT ": " STR_FMT, STR_ARG(d->feature->file), s->line, s->column, STR_ARG(d->feature->name),
              STR_ARG(d->scenario->name));
    if (d->scenario->example_line)
        buf_print(out, " (example on line %d)", d->scenario->example_line);
    buf_print(out, "\n    step:     " STR_FMT "\n    expected: " STR_FMT "\n    got:      " STR_FMT "\n", STR_ARG(s->text),
              STR_ARG(d->result.expected), STR_ARG(d->result.got));
}

static void print_tests(const struct law_tests *t, struct buf *out)
{
    const struct scenario_report *s = &t->scenarios;
    print_cases(&t->oracles, out);
    faults_print(&s->faults, out);
    for (const struct scenario_done *d = s->first; d; d = d->next)
        if (d->result.failed)
            print_scenario(d, out);
    buf_print(out, "%d files of government amounts: %d passed, %d failed\n", t->oracles.files, t->oracles.passed, t->oracles.failed);
    buf_print(out, "%d files of scenarios: %d passed, %d failed, %d skipped; of %d outputs, %d repeated by kernels\n", s->files,
              s->passed, s->failed, s->skipped, s->outputs, s->by_kernels);
    buf_print(out, "%d passed, %d failed, %d skipped\n", t->oracles.passed + s->passed, t->oracles.failed + s->failed, s->skipped);
}

static void put_failed(struct arena *a, struct json *to, const struct law_tests *t)
{
    struct json *list = js_put(a, to, S("cases_failed"), js_list(a));
    for (const struct oracle_case *c = t->oracles.first; c; c = c->next) {
        if (c->passed)
            continue;
        struct json *j = js_put(a, list, S(""), js_object(a));
        js_put_text(a, j, S("file"), c->file);
        js_put_int(a, j, S("line"), c->line);
        js_put_text(a, j, S("id"), c->id);
        js_put_text(a, j, S("output"), c->output);
        js_put_text(a, j, S("expected"), c->expected);
        js_put_text(a, j, S("got"), c->got);
    }
    list = js_put(a, to, S("scenarios_failed"), js_list(a));
    for (const struct scenario_done *d = t->scenarios.first; d; d = d->next) {
        if (!d->result.failed)
            continue;
        struct json *j = js_put(a, list, S(""), js_object(a));
        js_put_text(a, j, S("file"), d->feature->file);
        js_put_int(a, j, S("line"), d->result.failed->line);
        js_put_text(a, j, S("feature"), d->feature->name);
        js_put_text(a, j, S("scenario"), d->scenario->name);
        js_put_text(a, j, S("step"), d->result.failed->text);
        js_put_text(a, j, S("expected"), d->result.expected);
        js_put_text(a, j, S("got"), d->result.got);
    }
}

static void put_tests(struct arena *a, const struct law_tests *t, struct buf *out)
{
    const struct scenario_report *s = &t->scenarios;
    struct json *j = js_object(a);
    js_put_int(a, j, S("files"), t->oracles.files);
    js_put_int(a, j, S("passed"), t->oracles.passed + s->passed);
    js_put_int(a, j, S("failed"), t->oracles.failed + s->failed);
    js_put_int(a, j, S("skipped"), s->skipped);
    js_put_int(a, j, S("scenario_files"), s->files);
    js_put_int(a, j, S("outputs"), s->outputs);
    js_put_int(a, j, S("outputs_by_kernels"), s->by_kernels);
    put_failed(a, j, t);
    put_faults(a, j, S("faults"), &s->faults);
    js_pretty(j, out);
}

static bool write_junit(struct args *args, const struct law_tests *t)
{
    struct err e;
    struct buf xml = buf_open(args->a, LIMIT_BUF);
    if (!given(args, OPT_JUNIT))
        return true;
    app_junit(t, &xml);
    if (!xml.over && file_write(args->value[OPT_JUNIT], buf_str(&xml), &e))
        return true;
    if (xml.over)
        fail(&e, ERR_LIMIT, "the report is too long; test fewer laws");
    refused(&e);
    return false;
}

int cli_law_test(struct args *args)
{
    struct law_set set;
    struct law_tests t;
    struct err e;
    struct str all = shipped(args, OPT_LAWS, "laws");
    if (!load_laws(args, &set))
        return 1;
    if (!app_law_test(args->a, &set, args->count ? args->words : &all, args->count ? args->count : 1, &t, &e))
        return refused(&e);
    if (!write_junit(args, &t))
        return 1;
    struct buf out = buf_open(args->a, LIMIT_BUF);
    if (given(args, OPT_JSON))
        put_tests(args->a, &t, &out);
    else
        print_tests(&t, &out);
    int code = print_buf(&out);
    return code ? code : t.oracles.failed + t.scenarios.failed > 0;
}
