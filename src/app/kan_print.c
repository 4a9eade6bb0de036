/* SPDX-License-Identifier: EUPL-1.2 */
/* kan_print.c: what can be known, for machines: the same figures as JSON and as CSV. Not the words for people (web/, cli/). */
#include "workspace.h"

static const char *state_name(enum kan_state s)
{
    static const char *const names[] = {"counted", "no_outcome", "not_in_policy"};
    return names[s];
}

static void put_count(struct arena *a, struct json *to, const char *name, struct kan_count c)
{
    struct json *j = js_put(a, to, str_of(name), js_object(a));
    js_put_bool(a, j, S("hidden"), c.hidden);
    if (c.hidden)
        return;
    js_put_int(a, j, S("n"), c.n);
    js_put_int(a, j, S("low"), c.low);
    js_put_int(a, j, S("high"), c.high);
}

static void put_fact(struct arena *a, struct json *to, const struct kan_fact *f)
{
    struct json *j = js_put(a, to, S(""), js_object(a));
    js_put_text(a, j, S("fact"), f->fact->name);
    js_put_text(a, j, S("source"), f->fact->source);
    js_put_text(a, j, S("ground"), f->fact->ground);
    js_put_bool(a, j, S("delivered"), f->delivered);
    js_put_bool(a, j, S("allowed"), f->allowed);
    js_put_bool(a, j, S("too_old"), f->too_old);
    js_put_text(a, j, S("as_of"), f->as_of == INT32_MIN ? S("") : date_print(a, f->as_of));
    js_put_int(a, j, S("max_age_days"), f->max_age_days);
    put_count(a, j, "unknown", f->unknown);
    put_count(a, j, "ask_first", f->first);
    put_count(a, j, "settles", f->settles);
}

static void put_scheme(struct arena *a, struct json *to, const struct kan_scheme *s)
{
    struct json *j = js_put(a, to, S(""), js_object(a)), *list;
    js_put_text(a, j, S("scheme"), s->scheme->id);
    js_put_text(a, j, S("state"), str_of(state_name(s->state)));
    list = js_put(a, j, S("unverified"), js_list(a));
    for (const struct note *n = s->scheme->unverified; n; n = n->next)
        js_put_text(a, list, S(""), n->text);
    if (s->why.len)
        js_put_text(a, j, S("because"), s->why);
    if (s->state != KAN_COUNTED)
        return;
    js_put_int(a, j, S("residents"), s->residents);
    for (int c = 0; c < 4; c++)
        put_count(a, j, certainty_name((enum certainty)c), s->parts[c]);
    put_count(a, j, "undecided", s->undecided);
    if (s->bylaw_count)
        put_count(a, j, "without_bylaw", s->without_bylaw);
    js_put_int(a, j, S("sampled"), s->undecided.hidden ? 0 : s->sampled);
    if (s->has_amount && !s->amount_hidden) {
        js_put_int(a, j, S("low_cents_year"), s->low_cents);
        if (s->bounded)
            js_put_int(a, j, S("high_cents_year"), s->high_cents);
    }
    list = js_put(a, j, S("facts"), js_list(a));
    for (int i = 0; i < s->fact_count; i++)
        put_fact(a, list, &s->facts[i]);
}

struct json *app_kan_json(struct arena *a, const struct kan *k)
{
    struct json *j = js_object(a), *list;
    js_put_text(a, j, S("day"), date_print(a, k->day));
    js_put_bool(a, j, S("synthetic"), k->synthetic);
    js_put_text(a, j, S("label"), k->label);
    js_put_int(a, j, S("residents"), k->residents);
    js_put_int(a, j, S("hidden_below"), k->k);
    list = js_put(a, j, S("schemes"), js_list(a));
    for (int i = 0; i < k->scheme_count; i++)
        put_scheme(a, list, k->schemes[i]);
    return j;
}

/* ---- CSV: one table, a row a figure; a hidden figure is empty ---------------------------------------------------- */

struct csv { const struct kan *k; struct buf *out; struct str day; };

static void row(const struct csv *c, const struct kan_scheme *s, const char *kind, struct str what, struct kan_count n)
{
    buf_print(c->out, STR_FMT ";" STR_FMT ";%s;" STR_FMT ";", STR_ARG(c->day), STR_ARG(s->scheme->id), kind, STR_ARG(what));
    if (n.hidden)
        buf_add(c->out, S(";;"));
    else
        buf_print(c->out, "%lld;%lld;%lld", (long long)n.n, (long long)n.low, (long long)n.high);
    buf_char(c->out, ';');
    buf_csv(c->out, c->k->synthetic ? c->k->label : S(""), ';');
    buf_char(c->out, '\n');
}

static void amounts(const struct csv *c, const struct kan_scheme *s)
{
    if (!s->has_amount)
        return;
    row(c, s, "cents_year", S("low"), (struct kan_count){s->low_cents, s->low_cents, s->low_cents, s->amount_hidden});
    row(c, s, "cents_year", S("high"), (struct kan_count){s->high_cents, s->high_cents, s->high_cents, s->amount_hidden || !s->bounded});
}

static void scheme_rows(const struct csv *c, const struct kan_scheme *s)
{
    for (int i = 0; i < 4; i++)
        row(c, s, "residents", str_of(certainty_name((enum certainty)i)), s->parts[i]);
    row(c, s, "residents", S("undecided"), s->undecided);
    row(c, s, "residents", S("sampled"), (struct kan_count){s->sampled, s->sampled, s->sampled, s->undecided.hidden});
    if (s->bylaw_count)
        row(c, s, "residents", S("without_bylaw"), s->without_bylaw);
    amounts(c, s);
    for (int i = 0; i < s->fact_count; i++) {
        row(c, s, "unknown", s->facts[i].fact->name, s->facts[i].unknown);
        row(c, s, "ask_first", s->facts[i].fact->name, s->facts[i].first);
        row(c, s, "settles", s->facts[i].fact->name, s->facts[i].settles);
    }
}

void app_kan_csv(const struct kan *k, struct buf *out)
{
    char scratch[64];
    struct arena tmp = {scratch, scratch + sizeof scratch};
    struct csv c = {k, out, date_print(&tmp, k->day)};
    buf_add(out, S("day;scheme;kind;what;n;low;high;synthetic\n"));
    for (int i = 0; i < k->scheme_count; i++) {
        const struct kan_scheme *s = k->schemes[i];
        if (s->state == KAN_COUNTED)
            scheme_rows(&c, s);
        else
            row(&c, s, state_name(s->state), S(""), (struct kan_count){.hidden = true});
    }
}
