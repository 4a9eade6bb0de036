/* SPDX-License-Identifier: EUPL-1.2 */
/* law.c: the verbs about laws that check, show and run one. Others have a file of their own: law_list.c, law_test.c, law_diff.c. */
#include "cli.h"

void put_faults(struct arena *a, struct json *to, struct str name, const struct faults *faults)
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

static void print_notes(const struct faults *notes, struct buf *out)
{
    for (const struct fault *f = notes->first; f; f = f->next)
        buf_print(out, STR_FMT ":%d:%d: note: " STR_FMT "\n", STR_ARG(f->file), f->line, f->column, STR_ARG(f->text));
}

int cli_law_check(struct args *args)
{
    struct arena *a = args->a;
    struct law_set set;
    struct faults faults = faults_open(a), missing = faults_open(a), unsaid = faults_open(a);
    struct err e;
    if (!app_laws(a, args->words, args->count, &set, &faults, &missing, &e))
        return refused(&e);
    if (!set.count && !set.facts.count && !faults.count) {
        fail(&e, ERR_FILE, "no laws (*.yaml) under the paths given; nothing was checked");
        return refused(&e);
    }
    law_unsaid(&set, &unsaid);
    struct buf out = buf_open(a, 16 << 20);
    if (given(args, OPT_JSON)) {
        struct json *j = js_object(a);
        js_put_int(a, j, S("laws"), set.count);
        js_put_int(a, j, S("facts"), set.facts.count);
        put_faults(a, j, S("faults"), &faults);
        put_faults(a, j, S("missing"), &missing);
        put_faults(a, j, S("unsaid"), &unsaid);
        js_pretty(j, &out);
    } else {
        faults_print(&faults, &out);
        print_notes(&missing, &out);
        print_notes(&unsaid, &out);
        buf_print(&out, "%d law versions, %d facts, %d faults, %d references to what is not in the set, %d without words\n",
                  set.count, set.facts.count, faults.count, missing.count, unsaid.count);
    }
    int code = print_buf(&out);
    return code ? code : faults.count > 0;
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
