/* SPDX-License-Identifier: EUPL-1.2 */
/* json.c: what was found, for programs: whole numbers, dates as YYYY-MM-DD, slopes as text. Not for people (text.c). */
#include "look.h"

static bool is_day(const struct breaks *b)
{
    return !b->fact || b->fact->type == FACT_DATE;
}

static void put_value(struct arena *a, const struct breaks *b, struct json *to, struct str key, int64_t value)
{
    if (is_day(b))
        js_put_text(a, to, key, date_print(a, (int32_t)value));
    else
        js_put_int(a, to, key, value);
}

static void put_values(struct arena *a, const struct breaks *b, struct json *to, struct str key, const int64_t *values, int count)
{
    struct json *list = js_put(a, to, key, js_list(a));
    for (int i = 0; i < count; i++)
        put_value(a, b, list, S(""), values[i]);
}

static void put_jumps(struct arena *a, const struct breaks *b, struct json *to, const struct break_jumps *jumps)
{
    struct json *list = js_put(a, to, S("jumps"), js_list(a));
    for (int i = 0; i < jumps->count; i++) {
        struct json *j = js_put(a, list, S(""), js_object(a));
        put_value(a, b, j, S("at"), jumps->at[i].at);
        js_put_int(a, j, S("cents"), jumps->at[i].cents);
    }
}

static void put_piece(struct arena *a, const struct breaks *b, struct json *list, const struct break_piece *p)
{
    struct json *j = js_put(a, list, S(""), js_object(a));
    put_value(a, b, j, S("from"), p->from);
    put_value(a, b, j, S("to"), p->to);
    js_put_text(a, j, S("entitled"), str_of(break_kind_name((enum break_kind)p->at.kind)));
    js_put_text(a, j, S("amount_state"), str_of(cell_state_name((enum cell_state)p->at.state)));
    if (p->at.state != CELL_PRESENT)
        return;
    js_put_int(a, j, S("cents"), p->at.cents);
    if (!p->unit)
        return;
    js_put_int(a, j, S("last_cents"), p->last_cents);
    js_put_int(a, j, S("unit"), p->unit);
    js_put_int(a, j, S("num"), p->num);
    js_put_int(a, j, S("den"), p->den);
    js_put_int(a, j, S("offset"), p->offset);
}

static void put_scheme(struct arena *a, const struct breaks *b, struct json *list, const struct break_scheme *s)
{
    struct json *j = js_put(a, list, S(""), js_object(a));
    js_put_text(a, j, S("scheme"), s->scheme->id);
    js_put_text(a, j, S("amount_period"), s->scheme->monthly ? S("month") : S("year"));
    js_put_bool(a, j, S("exact"), s->exact);
    if (s->why.len)
        js_put_text(a, j, S("why"), s->why);
    js_put_int(a, j, S("values"), s->values);
    put_values(a, b, j, S("starts"), s->starts, s->start_count);
    put_values(a, b, j, S("stops"), s->stops, s->stop_count);
    put_jumps(a, b, j, &s->jumps);
    struct json *pieces = js_put(a, j, S("pieces"), js_list(a));
    for (int i = 0; i < s->pieces.count; i++)
        put_piece(a, b, pieces, &s->pieces.at[i]);
}

static void put_sum(struct arena *a, const struct breaks *b, struct json *to, const struct break_sum *s)
{
    put_value(a, b, to, S("from"), s->from);
    put_value(a, b, to, S("to"), s->to);
    js_put_text(a, to, S("entitled"), str_of(break_kind_name(s->kind)));
    if (s->kind == BREAK_UNKNOWN)
        return;
    js_put_int(a, to, S("cents"), s->cents);
    js_put_int(a, to, S("last_cents"), s->last_cents);
    if (s->slope.num)
        js_put_text(a, to, S("cents_per_step"), rational_print(a, s->slope));
    if (s->slope.num && b->fact && b->fact->type == FACT_AMOUNT)
        js_put_text(a, to, S("percent"), rational_print(a, s->percent));
}

struct json *breaks_json(struct arena *a, const struct breaks *b)
{
    struct json *j = js_object(a);
    js_put_text(a, j, S("fact"), b->fact ? b->fact->name : S("referencedate"));
    if (b->relation)
        js_put_text(a, j, S("of"), b->relation->name);
    put_value(a, b, j, S("from"), b->from);
    put_value(a, b, j, S("to"), b->to);
    js_put_int(a, j, S("step"), b->step);
    if (b->fact)
        js_put_text(a, j, S("date"), date_print(a, b->date));
    js_put_bool(a, j, S("exact"), b->exact);
    struct json *schemes = js_put(a, j, S("schemes"), js_list(a));
    for (int i = 0; i < b->scheme_count; i++)
        put_scheme(a, b, schemes, &b->schemes[i]);
    struct json *together = js_put(a, j, S("together"), js_object(a));
    struct json *pieces = js_put(a, together, S("pieces"), js_list(a));
    for (int i = 0; i < b->sum_count; i++)
        put_sum(a, b, js_put(a, pieces, S(""), js_object(a)), &b->sums[i]);
    put_jumps(a, b, together, &b->jumps);
    if (b->lowest >= 0)
        put_sum(a, b, js_put(a, together, S("steepest"), js_object(a)), &b->sums[b->lowest]);
    return j;
}
