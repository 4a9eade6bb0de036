/* SPDX-License-Identifier: EUPL-1.2 */
/* print.c: evidence as JSON and CSV: the same figures, for machines and spreadsheets. Sentences are the screens'. */
#include "evidence/evidence.h"

static const char *const block_names[] = {"no", "rung", "ceiling", "search_ratio"};

static struct str name_of(struct str settings)
{
    return settings.len ? settings : S("policy");
}

/* ---- JSON ------------------------------------------------------------------------------------------------- */

static void put_shown(struct arena *a, struct json *at, struct str name, struct shown s)
{
    if (s.hidden)
        js_put(a, at, name, arena_new(a, struct json, 1));     /* null: too small to show */
    else
        js_put_int(a, at, name, s.n);
}

static void put_ratio(struct arena *a, struct json *at, struct str name, struct ratio r, bool open)
{
    struct json *j = js_put(a, at, name, js_object(a));
    js_put_int(a, j, S("numerator"), r.of);
    js_put_int(a, j, S("denominator"), r.in);
    js_put_int(a, j, S("thousandths"), ratio_milli(r));
    js_put_bool(a, j, S("open"), open);
}

static void put_figure(struct arena *a, struct json *at, enum figure_id id, const struct figure *f)
{
    struct json *j = js_put(a, at, str_of(figure_name(id)), js_object(a));
    if (*figure_metric(id))
        js_put_text(a, j, S("metric"), str_of(figure_metric(id)));
    js_put_text(a, j, S("unit"), str_of(unit_name(figure_unit(id))));
    js_put_bool(a, j, S("available"), f->missing == MISSING_NOT);
    if (f->missing) {
        js_put_text(a, j, S("why_not"), str_of(missing_name(f->missing)));
        return;
    }
    put_ratio(a, j, S("low"), f->low, f->low_open);
    put_ratio(a, j, S("high"), f->high, f->high_open);
}

struct line { struct str name; struct shown value; };
#define FUNNEL_LINES 9
static void funnel_lines(const struct outcome *o, struct line out[FUNNEL_LINES])
{
    const struct line lines[FUNNEL_LINES] = {
        {S("searched"), o->searched}, {S("entitled"), o->entitled}, {S("not_entitled"), o->not_entitled},
        {S("undecided"), o->undecided}, {S("faulty"), o->faulty}, {S("using"), o->using}, {S("not_using"), o->not_using},
        {S("use_unknown"), o->use_unknown}, {S("reached"), o->reached}};
    for (int i = 0; i < FUNNEL_LINES; i++)
        out[i] = lines[i];
}

static void put_outcome(struct arena *a, struct json *list, const struct outcome *o)
{
    struct json *j = js_put(a, list, S(""), js_object(a)), *in;
    struct line lines[FUNNEL_LINES];
    js_put_text(a, j, S("scheme"), o->scheme);
    js_put_text(a, j, S("blocked"), str_of(block_names[o->block]));
    js_put_bool(a, j, S("run_blocked"), o->run_blocked);
    in = js_put(a, j, S("funnel"), js_object(a));
    funnel_lines(o, lines);
    for (int i = 0; i < FUNNEL_LINES; i++)
        put_shown(a, in, lines[i].name, lines[i].value);
    in = js_put(a, j, S("reasons"), js_object(a));
    for (int i = 0; i < REFUSAL_COUNT; i++)
        if (o->reasons[i].n || o->reasons[i].hidden)
            put_shown(a, in, str_of(refusal_name((enum refusal)i)), o->reasons[i]);
    in = js_put(a, j, S("figures"), js_object(a));
    for (int i = 0; i < FIGURE_COUNT; i++)
        put_figure(a, in, (enum figure_id)i, &o->figures[i]);
}

/* All three or none: with the rows each follows from the other two. */
static void put_file(struct arena *a, struct json *j, const struct evidence *v)
{
    int64_t k = v->policy->k_min;
    bool hidden = (v->opted_out && v->opted_out < k) || (v->rejected && v->rejected < k);
    const struct line lines[] = {
        {S("in_file"), {v->in_file, false}}, {S("opted_out_before_search"), {v->opted_out, false}}, {S("rejected"), {v->rejected, false}}};
    for (int i = 0; i < COUNT(lines); i++)
        put_shown(a, j, lines[i].name, hidden ? (struct shown){0, true} : lines[i].value);
}

struct json *evidence_json(struct arena *a, const struct evidence *v, const struct alternative *all, int count)
{
    struct json *j = js_object(a), *list;
    js_put_bool(a, j, S("synthetic"), v->synthetic);
    js_put_text(a, j, S("label"), v->label);
    js_put_bool(a, j, S("fresh"), v->fresh);
    js_put_text(a, j, S("policy"), v->policy->id);
    js_put_text(a, j, S("policy_hash"), hex_print(a, v->policy->hash.at, sizeof v->policy->hash.at));
    js_put_int(a, j, S("hidden_below"), v->policy->k_min);
    put_file(a, j, v);
    list = js_put(a, j, S("alternatives"), js_list(a));
    for (int i = 0; i < count; i++) {
        struct json *one = js_put(a, list, S(""), js_object(a));
        js_put_text(a, one, S("settings"), name_of(all[i].settings));
        struct json *schemes = js_put(a, one, S("schemes"), js_list(a));
        for (int k = 0; k < v->scheme_count; k++)
            put_outcome(a, schemes, &all[i].schemes[k]);
    }
    int n;
    const struct without *w = evidence_without(&n);
    struct json *without = js_put(a, j, S("not_available"), js_object(a));
    for (int i = 0; i < n; i++)
        js_put_text(a, without, str_of(w[i].metric), str_of(missing_name(w[i].missing)));
    return j;
}

/* ---- CSV: a line for each count and figure -------------------------------------------------------------- */

static void csv_start(struct buf *out, struct str settings, struct str scheme, const char *kind, struct str name)
{
    buf_csv(out, settings, ';');
    buf_char(out, ';');
    buf_csv(out, scheme, ';');
    buf_print(out, ";%s;" STR_FMT ";", kind, STR_ARG(name));
}

static void csv_count(struct buf *out, struct str settings, struct str scheme, const char *kind, struct line l)
{
    csv_start(out, settings, scheme, kind, l.name);
    if (l.value.hidden)
        buf_print(out, "people;;;;;;;%s\n", missing_name(MISSING_SMALL));
    else
        buf_print(out, "people;%lld;1;%lld;1;0;0;\n", (long long)l.value.n, (long long)l.value.n);
}

static void csv_figure(struct buf *out, struct str settings, struct str scheme, enum figure_id id, const struct figure *f)
{
    csv_start(out, settings, scheme, "figure", str_of(figure_name(id)));
    if (f->missing)
        buf_print(out, "%s;;;;;;;%s\n", unit_name(figure_unit(id)), missing_name(f->missing));
    else
        buf_print(out, "%s;%lld;%lld;%lld;%lld;%d;%d;\n", unit_name(figure_unit(id)), (long long)f->low.of, (long long)f->low.in,
                  (long long)f->high.of, (long long)f->high.in, f->low_open, f->high_open);
}

static void csv_outcome(struct buf *out, struct str settings, const struct outcome *o)
{
    struct line lines[FUNNEL_LINES];
    funnel_lines(o, lines);
    for (int i = 0; i < FUNNEL_LINES; i++)
        csv_count(out, settings, o->scheme, "funnel", lines[i]);
    for (int i = 0; i < REFUSAL_COUNT; i++)
        csv_count(out, settings, o->scheme, "reason", (struct line){str_of(refusal_name((enum refusal)i)), o->reasons[i]});
    for (int i = 0; i < FIGURE_COUNT; i++)
        csv_figure(out, settings, o->scheme, (enum figure_id)i, &o->figures[i]);
}

void evidence_csv(const struct evidence *v, const struct alternative *all, int count, struct buf *out)
{
    if (v->synthetic)
        buf_print(out, "# " STR_FMT "\n", STR_ARG(v->label));
    buf_add(out, S("settings;scheme;kind;name;unit;low_numerator;low_denominator;high_numerator;high_denominator;"
                   "low_open;high_open;missing\n"));
    for (int i = 0; i < count; i++)
        for (int k = 0; k < v->scheme_count; k++)
            csv_outcome(out, name_of(all[i].settings), &all[i].schemes[k]);
}
