/* SPDX-License-Identifier: EUPL-1.2 */
/* names.c: the names that the content of the method may use because code knows them: fields of the policy,
 * signals, computations, steps. The lists are the .def files; this only looks things up.
 */
#include "method/parts.h"

#define NUMBER 'n'
#define WORD 'w'
#define LIST 'l'
static const struct field { struct str path; char kind; int64_t min, max; struct str words; } fields[] = {
#define FIELD(path, kind, min, max, words) {{path, sizeof path - 1}, kind, min, max, {words, sizeof words - 1}},
#include "method/fields.def"
};
static const struct later { struct str path; struct phrase meaning; } laters[] = {
#define LATER(path, nl, en) {{path, sizeof path - 1}, {{nl, sizeof nl - 1}, {en, sizeof en - 1}}},
#include "method/fields.def"
};
#define NAME(name, doc) {name, sizeof name - 1},
static const struct str signals[] = {
#define SIGNAL NAME
#include "method/signals.def"
#undef SIGNAL
};
static const struct str computations[] = {
#define COMPUTATION NAME
#include "method/computations.def"
#undef COMPUTATION
};
static const struct { struct str id; struct phrase name; } steps[] = {
#define STEP(id, nl, en) {{id, sizeof id - 1}, {{nl, sizeof nl - 1}, {en, sizeof en - 1}}},
#include "method/steps.def"
#undef STEP
};

static bool is_among(const struct str *names, ptrdiff_t count, struct str name)
{
    for (ptrdiff_t i = 0; i < count; i++)
        if (str_eq(names[i], name))
            return true;
    return false;
}

bool signal_is_known(struct str name)
{
    return is_among(signals, COUNT(signals), name);
}

bool computation_is_known(struct str name)
{
    return is_among(computations, COUNT(computations), name);
}

struct str signal_near(struct str name)
{
    return nearest(name, signals, (int)COUNT(signals));
}

struct str computation_near(struct str name)
{
    return nearest(name, computations, (int)COUNT(computations));
}

bool step_find(struct str name, struct phrase *out)
{
    for (ptrdiff_t i = 0; i < COUNT(steps); i++)
        if (str_eq(steps[i].id, name)) {
            *out = steps[i].name;
            return true;
        }
    return false;
}

static const struct field *field_today(struct str path)
{
    for (ptrdiff_t i = 0; i < COUNT(fields); i++)
        if (str_eq(fields[i].path, path))
            return &fields[i];
    return NULL;
}

struct phrase field_meaning(struct str path)
{
    for (ptrdiff_t i = 0; i < COUNT(laters); i++)
        if (str_eq(laters[i].path, path))
            return laters[i].meaning;
    return (struct phrase){S(""), S("")};
}

bool field_is_known(struct str path)
{
    return field_today(path) || field_meaning(path).nl.len > 0;
}

struct str field_near(struct str path)
{
    struct str all[COUNT(fields) + COUNT(laters)];
    for (ptrdiff_t i = 0; i < COUNT(fields); i++)
        all[i] = fields[i].path;
    for (ptrdiff_t i = 0; i < COUNT(laters); i++)
        all[COUNT(fields) + i] = laters[i].path;
    return nearest(path, all, (int)COUNT(all));
}

bool field_takes(struct arena *a, struct str path, const struct yaml *value, const char **why)
{
    const struct field *field = field_today(path);
    int64_t number;
    if (!field) {
        *why = "is not in the policy yet; put it under 'later'";
        return false;
    }
    if (field->kind == LIST) {
        *why = "is a list in the policy, so that an anchor can't set it; name it in 'dial' only";
        return false;
    }
    if (field->kind == NUMBER) {
        if (yaml_int(value, &number) && number >= field->min && number <= field->max)
            return true;
        *why = str_z(a, str_format(a, "takes a whole number from %lld to %lld", (long long)field->min, (long long)field->max));
        return false;
    }
    for (struct str rest = field->words; rest.len && value->kind == YAML_SCALAR;)
        if (str_eq(str_until(rest, '|', &rest), value->text))
            return true;
    *why = str_z(a, str_format(a, "takes " STR_FMT, STR_ARG(field->words)));
    return false;
}
