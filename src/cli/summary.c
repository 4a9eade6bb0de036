/* SPDX-License-Identifier: EUPL-1.2 */
/* summary.c: a run, as JSON. The same figures as the summary that people read (run.c). */
#include "cli.h"

static void put_reasons(struct arena *a, struct json *scheme, const struct stored_scheme *f)
{
    struct json *reasons = js_put(a, scheme, S("reasons"), js_object(a));
    for (int r = 0; r < REFUSAL_COUNT; r++)
        if (f->counts[r])
            js_put_int(a, reasons, str_of(refusal_name((enum refusal)r)), f->counts[r]);
}

static void put_scheme(struct arena *a, struct json *list, const struct stored_scheme *f)
{
    const struct { struct str name; int64_t value; } figures[] = {
        {S("searched"), f->searched}, {S("entitled"), f->entitled}, {S("unknown"), f->unknown}, {S("faulty"), f->faulty},
        {S("not_using"), f->not_using}, {S("cleared"), f->cleared}, {S("letters"), f->letters},
        {S("entitled_cents"), f->entitled_cents}, {S("not_using_cents"), f->not_using_cents},
        {S("cleared_cents"), f->cleared_cents},
    };
    struct json *scheme = js_put(a, list, S(""), js_object(a));
    js_put_text(a, scheme, S("scheme"), f->scheme);
    for (int i = 0; i < COUNT(figures); i++)
        js_put_int(a, scheme, figures[i].name, figures[i].value);
    put_reasons(a, scheme, f);
}

static bool put_account(struct arena *a, struct app *app, struct json *j, struct err *e)
{
    struct account_view v;
    if (!app_account(a, app, &v, e))
        return false;
    js_put_int(a, j, S("account_lines"), v.lines);
    js_put_text(a, j, S("account_head"), hex_print(a, v.head.at, sizeof v.head.at));
    js_put_bool(a, j, S("account_verified"), v.verified);
    if (!v.verified)
        *e = v.problem;
    return v.verified;
}

bool run_json(struct args *args, struct app *app, const struct app_run *run, struct err *e)
{
    struct arena *a = args->a;
    struct overview o;
    struct json *j = js_object(a), *schemes;
    if (!app_overview(a, app, &o, e))
        return false;
    js_put_text(a, j, S("run"), o.run.id);
    js_put_text(a, j, S("label"), o.run.label);
    js_put_bool(a, j, S("synthetic"), o.run.synthetic);
    js_put_text(a, j, S("on"), date_print(a, o.run.on));
    js_put_text(a, j, S("policy_hash"), o.run.policy_hash);
    js_put_int(a, j, S("residents"), o.run.residents);
    js_put_int(a, j, S("opted_out"), o.run.opted_out);
    js_put_int(a, j, S("rejected"), o.run.rejected);
    js_put_text(a, j, S("folder"), run->folder);
    js_put_int(a, j, S("letters"), run->letters);
    js_put_int(a, j, S("letters_unwritten"), run->unwritten);
    schemes = js_put(a, j, S("schemes"), js_list(a));
    for (int64_t i = 0; i < o.scheme_count; i++)
        put_scheme(a, schemes, &o.schemes[i]);
    if (!put_account(a, app, j, e))
        return false;
    return print_value(args, j) == 0 || fail(e, ERR_FILE, "the run stands, but its summary could not be printed");
}
