/* SPDX-License-Identifier: EUPL-1.2 */
/* diff_json.c: what changed, for other programs. Numbers that may have decimals are text, exact. */
#include "law/diff.h"

static const struct { struct str json; struct phrase heading; } parts[] = {
#define PART(code, json, nl, en) {{json, sizeof json - 1}, {{nl, sizeof nl - 1}, {en, sizeof en - 1}}},
#include "law/parts.def"
#undef PART
};

struct str change_part_json(enum change_part part)
{
    return parts[part].json;
}

struct phrase change_part_heading(enum change_part part)
{
    return parts[part].heading;
}

static void put_some(struct arena *a, struct json *to, struct str name, struct str text)
{
    if (text.len)
        js_put_text(a, to, name, text);
}

static void put_measure(struct arena *a, const struct law_change *c, struct json *to)
{
    static const struct str units[] = {{"", 0}, {"euro", 4}, {"eurocent", 8}, {"ratio", 5}, {"percentage", 10}, {"years", 5},
                                       {"weeks", 5}, {"months", 6}, {"days", 4}};
    struct rational difference, percent;
    bool in_percent;
    put_some(a, to, S("unit"), units[c->now ? c->now->unit : c->old->unit]);
    if (!change_measure(c, &difference, &percent, &in_percent))
        return;
    js_put_text(a, to, S("old"), rational_print(a, c->old->value.number));
    js_put_text(a, to, S("new"), rational_print(a, c->now->value.number));
    js_put_text(a, to, S("difference"), rational_print(a, difference));
    if (in_percent)
        js_put_text(a, to, S("percent"), rational_print(a, percent));
}

static void put_edits(struct arena *a, const struct text_edit *x, struct json *to)
{
    struct json *list = js_put(a, to, S("edits"), js_list(a));
    for (; x; x = x->next) {
        struct json *j = js_put(a, list, S(""), js_object(a));
        js_put_text(a, j, S("lead"), x->lead);
        js_put_text(a, j, S("gone"), x->gone);
        js_put_text(a, j, S("came"), x->came);
        js_put_text(a, j, S("tail"), x->tail);
    }
}

static void put_change(struct arena *a, const struct law_change *c, struct json *list)
{
    static const struct str kinds[] = {{"new", 3}, {"gone", 4}, {"changed", 7}};
    struct json *j = js_put(a, list, S(""), js_object(a));
    js_put_text(a, j, S("part"), change_part_json(c->part));
    js_put_text(a, j, S("kind"), kinds[c->kind]);
    put_some(a, j, S("article"), c->article);
    if (c->part != CHANGED_UNVERIFIED)
        put_some(a, j, S("name"), c->name);
    if (c->part == CHANGED_TEXT) {
        put_edits(a, c->edits, j);
        return;
    }
    put_some(a, j, S("before"), c->before);
    put_some(a, j, S("after"), c->after);
    if (c->part == CHANGED_DEFINITION)
        put_measure(a, c, j);
}

static void put_version(struct arena *a, const struct law *law, struct str name, struct json *to)
{
    struct json *j = js_put(a, to, name, js_object(a));
    js_put_text(a, j, S("id"), law->id);
    put_some(a, j, S("valid_from"), law->has_valid_from ? date_print(a, law->valid_from) : S(""));
    js_put_text(a, j, S("file"), law->file);
    js_put_text(a, j, S("hash"), hex_print(a, law->hash.at, sizeof law->hash.at));
}

struct json *law_diff_json(struct arena *a, const struct law_diff *d)
{
    struct json *j = js_object(a);
    put_version(a, d->before, S("old"), j);
    put_version(a, d->after, S("new"), j);
    js_put_int(a, j, S("count"), d->count);
    struct json *list = js_put(a, j, S("changes"), js_list(a));
    for (const struct law_change *c = d->first; c; c = c->next)
        put_change(a, c, list);
    return j;
}
