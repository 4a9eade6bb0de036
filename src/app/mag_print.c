/* SPDX-License-Identifier: EUPL-1.2 */
/* mag_print.c: what may run, for machines: the same rows as JSON and as CSV. Not the words for people (web/, cli/). */
#include "workspace.h"

static const char *ground_name(enum ground g)
{
    static const char *const names[] = {"none_found", "not_checked", "to_weigh", "named"};
    return names[g];
}

static void put_ceiling(struct arena *a, struct json *to, const char *key, const struct ceiling *c)
{
    if (!c)
        return;
    struct json *j = js_put(a, to, str_of(key), js_object(a));
    js_put_int(a, j, S("rung"), c->rung);
    if (c->waits_for.len)
        js_put_text(a, j, S("if"), c->waits_for);
    else
        js_put_text(a, j, S("from"), date_print(a, c->from));
    if (!c->waits_for.len && c->until != INT32_MAX)
        js_put_text(a, j, S("until"), date_print(a, c->until));
    js_put_text(a, j, S("source"), c->source);
}

static void put_scheme(struct arena *a, struct json *to, const struct mag_scheme *s)
{
    struct json *j = js_put(a, to, S(""), js_object(a)), *list;
    js_put_text(a, j, S("scheme"), s->scheme->id);
    js_put_text(a, j, S("executor"), s->scheme->executor);
    put_ceiling(a, j, "ceiling", s->today);
    if (s->counts != s->today)
        put_ceiling(a, j, "ceiling_assumed", s->counts);
    list = js_put(a, j, S("rungs"), js_list(a));
    for (int rung = 0; rung < RUNGS; rung++) {
        struct json *one = js_put(a, list, S(""), js_object(a));
        js_put_int(a, one, S("rung"), rung);
        js_put_text(a, one, S("may"), str_of(may_name(s->may[rung])));
        put_ceiling(a, one, "then", s->then[rung]);
        struct json *open = s->may[rung] == MAY_IF ? js_put(a, one, S("open"), js_list(a)) : NULL;
        for (int n = 0; n < NEED_COUNT && open; n++)
            if (mag_is_open(s, (enum need)n, rung))
                js_put_text(a, open, S(""), str_of(need_name((enum need)n)));
    }
    list = js_put(a, j, S("open"), js_object(a));
    for (int n = 0; n < NEED_COUNT; n++)
        js_put_int(a, list, str_of(need_name((enum need)n)), s->open[n]);
    if (s->why.len)
        js_put_text(a, j, S("no_outcome_because"), s->why);
}

static void put_fact(struct arena *a, struct json *to, const struct mag_fact *f)
{
    struct json *j = js_put(a, to, S(""), js_object(a)), *list;
    js_put_text(a, j, S("fact"), f->fact->name);
    js_put_text(a, j, S("source"), f->fact->source);
    js_put_text(a, j, S("ground"), str_of(ground_name(f->ground)));
    js_put_text(a, j, S("ground_says"), f->fact->ground);
    js_put_int(a, j, S("sensitivity"), f->fact->sensitivity);
    js_put_bool(a, j, S("in_policy"), f->policy != NULL);
    list = js_put(a, j, S("schemes"), js_list(a));
    for (int i = 0; i < f->scheme_count; i++)
        js_put_text(a, list, S(""), f->schemes[i]->id);
}

static void put_coming(struct arena *a, struct json *to, const struct coming *c)
{
    struct json *j = js_put(a, to, S(""), js_object(a));
    js_put_text(a, j, S("id"), c->id);
    js_put_text(a, j, S("name"), c->name.en);
    js_put_text(a, j, S("state"), c->state.en);
    js_put_text(a, j, S("changes"), c->changes.en);
    js_put_text(a, j, S("source"), c->source);
}

struct json *app_mag_json(struct arena *a, const struct mag *m)
{
    struct json *j = js_object(a), *list;
    js_put_text(a, j, S("day"), date_print(a, m->day));
    js_put_text(a, j, S("assumed"), m->assumed ? m->assumed->id : S(""));
    list = js_put(a, j, S("schemes"), js_list(a));
    for (int i = 0; i < m->scheme_count; i++)
        put_scheme(a, list, &m->schemes[i]);
    list = js_put(a, j, S("facts"), js_list(a));
    for (int i = 0; i < m->fact_count; i++)
        put_fact(a, list, &m->facts[i]);
    list = js_put(a, j, S("coming"), js_list(a));
    for (const struct coming *c = m->coming; c; c = c->next)
        put_coming(a, list, c);
    return j;
}

static void csv_row(struct arena tmp, const struct mag *m, const struct mag_scheme *s, int rung, struct buf *out)
{
    const struct ceiling *c = s->then[rung] ? s->then[rung] : s->counts;
    bool first = true;
    buf_print(out, STR_FMT ";" STR_FMT ";" STR_FMT ";%d;%s;", STR_ARG(date_print(&tmp, m->day)),
              STR_ARG(m->assumed ? m->assumed->id : S("")), STR_ARG(s->scheme->id), rung, may_name(s->may[rung]));
    for (int n = 0; n < NEED_COUNT && s->may[rung] == MAY_IF; n++)
        if (mag_is_open(s, (enum need)n, rung)) {
            buf_print(out, "%s%s", first ? "" : " ", need_name((enum need)n));
            first = false;
        }
    buf_print(out, ";%d;", c ? c->rung : 0);
    if (c && !c->waits_for.len)
        buf_add(out, date_print(&tmp, c->from));
    buf_char(out, ';');
    if (c && !c->waits_for.len && c->until != INT32_MAX)
        buf_add(out, date_print(&tmp, c->until));
    buf_print(out, ";" STR_FMT ";", STR_ARG(c ? c->waits_for : S("")));
    buf_csv(out, c ? c->source : S(""), ';');
    buf_char(out, '\n');
}

void app_mag_csv(const struct mag *m, struct buf *out)
{
    char scratch[1024];
    buf_add(out, S("day;assumed;scheme;rung;may;open;ceiling;from;until;if;source\n"));
    for (int i = 0; i < m->scheme_count; i++)
        for (int rung = 0; rung < RUNGS; rung++)
            csv_row((struct arena){scratch, scratch + sizeof scratch}, m, &m->schemes[i], rung, out);
}
