/* SPDX-License-Identifier: EUPL-1.2 */
/* names.c: the lists of this module by name: acts, refusals, kinds of case and their fields. */
#include "room/parts.h"

static const struct { const char *name; enum act_by by; struct str steps; } acts[] = {
#define ACT(code, name, by, steps, doc) {name, by, {steps, sizeof steps - 1}},
#include "room/acts.def"
#undef ACT
};
static const struct phrase refusals[] = {
    {{"", 0}, {"", 0}},
#define NO(code, nl, en) {{nl, sizeof nl - 1}, {en, sizeof en - 1}},
#include "room/refusals.def"
#undef NO
};
static const struct case_field fields[] = {
#define CASE_TEXT(code, name, max, needed, nl, en, hint_nl, hint_en) \
    {{name, sizeof name - 1}, max, needed, {{nl, sizeof nl - 1}, {en, sizeof en - 1}}, \
     {{hint_nl, sizeof hint_nl - 1}, {hint_en, sizeof hint_en - 1}}},
#include "room/case.def"
#undef CASE_TEXT
};
static const struct phrase lacks[] = {
#define LACK(code, nl, en) {{nl, sizeof nl - 1}, {en, sizeof en - 1}},
#include "room/lacks.def"
#undef LACK
};
static const char *const kinds[] = {"considered", "running", "stopped"};

const char *act_name(enum act_kind k)
{
    assert(k < ACT_COUNT);
    return acts[k].name;
}

bool act_find(struct str name, enum act_kind *out)
{
    for (int i = 0; i < ACT_COUNT; i++)
        if (str_eq(name, str_of(acts[i].name))) {
            *out = (enum act_kind)i;
            return true;
        }
    return false;
}

enum act_by act_by(enum act_kind k)
{
    return acts[k].by;
}

bool act_in_step(enum act_kind k, struct str step)
{
    if (acts[k].steps.len == 0)
        return true;
    for (struct str rest = acts[k].steps; rest.len;)
        if (str_eq(str_until(rest, ' ', &rest), step))
            return true;
    return false;
}

struct phrase no_words(enum no n)
{
    assert(n < NO_COUNT);
    return refusals[n];
}

const char *case_kind_name(enum case_kind k)
{
    return kinds[k];
}

bool case_kind_find(struct str name, enum case_kind *out)
{
    for (int i = 0; i < COUNT(kinds); i++)
        if (str_eq(name, str_of(kinds[i]))) {
            *out = (enum case_kind)i;
            return true;
        }
    return false;
}

const struct case_field *case_field(enum case_text t)
{
    assert(t < CASE_TEXT_COUNT);
    return &fields[t];
}

/* ---- what is missing ----------------------------------------------------------------------------------- */

struct phrase lack_words(enum lack_kind k)
{
    assert(k < LACK_COUNT);
    return lacks[k];
}

struct lacks lacks_open(struct arena *a)
{
    return (struct lacks){.a = a};
}

void lacks_add(struct lacks *l, struct str field, enum lack_kind kind)
{
    struct lack **end = &l->first;       /* a handful: the struct may be copied, so it keeps no pointer into itself */
    while (*end)
        end = &(*end)->next;
    *end = arena_new(l->a, struct lack, 1);
    **end = (struct lack){field, kind, NULL};
    l->count++;
}

bool lacks_has(const struct lacks *l, struct str field)
{
    for (const struct lack *x = l->first; x; x = x->next)
        if (str_eq(x->field, field))
            return true;
    return false;
}
