/* SPDX-License-Identifier: EUPL-1.2 */
/* law_tests.c: the verb `law test`: what passed and failed, in text and as JSON. Not the running (app/), not JUnit. */
#include "cli.h"

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

/* ---- as JSON ---------------------------------------------------------------------------------------- */

static struct json *put_file(struct arena *a, struct json *list, struct str file, struct str kind, struct pack_count n)
{
    struct json *j = js_put(a, list, S(""), js_object(a));
    js_put_text(a, j, S("file"), file);
    js_put_text(a, j, S("kind"), kind);
    js_put_int(a, j, S("cases"), n.all);
    js_put_int(a, j, S("passed"), n.passed);
    js_put_int(a, j, S("failed"), n.failed);
    js_put_int(a, j, S("skipped"), n.skipped);
    return j;
}

static bool cited_before(const struct oracle_case *first, const struct oracle_case *c)
{
    for (; first != c; first = first->next)
        if (str_eq(first->source, c->source))
            return true;
    return false;
}

/* Each source of the file once, with what was held against it. */
static void put_sources(struct arena *a, struct json *file, const struct oracle_case *first, const struct oracle_case *end)
{
    struct json *list = js_put(a, file, S("sources"), js_list(a));
    for (const struct oracle_case *c = first; c != end; c = c->next) {
        if (cited_before(first, c))
            continue;
        int cases = 0, failed = 0;
        for (const struct oracle_case *other = c; other != end; other = other->next) {
            bool same = str_eq(other->source, c->source);
            cases += same;
            failed += same && !other->passed;
        }
        struct json *j = js_put(a, list, S(""), js_object(a));
        js_put_text(a, j, S("source"), c->source);
        js_put_text(a, j, S("document"), c->document);
        js_put_int(a, j, S("cases"), cases);
        js_put_int(a, j, S("failed"), failed);
    }
}

static const struct oracle_case *put_oracle_file(struct arena *a, struct json *list, const struct oracle_case *first)
{
    struct pack_count n = {0};
    const struct oracle_case *end = first;
    for (; end && str_eq(end->file, first->file); end = end->next) {
        n.all++;
        n.passed += end->passed;
        n.failed += !end->passed;
    }
    put_sources(a, put_file(a, list, first->file, S("oracle"), n), first, end);
    return end;
}

static const struct scenario_done *put_scenario_file(struct arena *a, struct json *list, const struct scenario_done *first)
{
    struct pack_count n = {0};
    const struct scenario_done *end = first;
    for (; end && end->feature == first->feature; end = end->next) {
        n.all++;
        n.passed += end->result.passed;
        n.failed += end->result.failed != NULL;
        n.skipped += end->skipped;
    }
    js_put_text(a, put_file(a, list, first->feature->file, S("scenario"), n), S("feature"), first->feature->name);
    return end;
}

/* A file that could not be read counts as one failure, as in the totals; its faults stand apart. */
static void put_files(struct arena *a, const struct law_tests *t, struct json *to)
{
    struct json *list = js_put(a, to, S("files"), js_list(a));
    for (const struct oracle_case *c = t->oracles.first; c;)
        c = put_oracle_file(a, list, c);
    for (const struct scenario_done *d = t->scenarios.first; d;)
        d = put_scenario_file(a, list, d);
    for (const struct fault *f = t->scenarios.faults.first, *before = NULL; f; before = f, f = f->next)
        if (!before || !str_eq(before->file, f->file))
            put_file(a, list, f->file, S("scenario"), (struct pack_count){0, 0, 1, 0});
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
        js_put_text(a, j, S("source"), c->source);
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
    js_put_int(a, j, S("passed"), t->oracles.passed + s->passed);
    js_put_int(a, j, S("failed"), t->oracles.failed + s->failed);
    js_put_int(a, j, S("skipped"), s->skipped);
    js_put_int(a, j, S("oracle_files"), t->oracles.files);
    js_put_int(a, j, S("scenario_files"), s->files);
    js_put_int(a, j, S("outputs"), s->outputs);
    js_put_int(a, j, S("outputs_by_kernels"), s->by_kernels);
    put_files(a, t, j);
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
