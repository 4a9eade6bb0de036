/* SPDX-License-Identifier: EUPL-1.2 */
/* route.c: paths to routes and back. Strict: what does not fit its pattern has no route. Not
 * the doing.
 */
#include "web/visit.h"

#include <string.h>

/* The words of the column "who may". */
#define A_ROLE(id) id = (int)ROLE_BIT(ROLE_##id)
enum admitted {
    anyone = (int)MAY_ANYONE, participant = (int)MAY_PARTICIPANT, monitor = (int)MAY_MONITOR, desk = (int)ROLES_ALL,
    A_ROLE(project_leader), A_ROLE(facilitator), A_ROLE(policy_officer), A_ROLE(privacy_officer), A_ROLE(decision_maker),
    A_ROLE(caseworker), A_ROLE(auditor), A_ROLE(admin),
};

static const struct { struct str path[2]; enum route_method method; uint32_t may; } patterns[] = {
#define ROUTE(id, method, nl, en, handler, may, doc) {{{nl, sizeof nl - 1}, {en, sizeof en - 1}}, ROUTE_BY_##method, (uint32_t)(may)},
#include "web/routes.def"
#undef ROUTE
};

uint32_t route_may(enum route route)
{
    return patterns[route].may;
}

enum route_method route_method(enum route route)
{
    return patterns[route].method;
}

static bool all_of(struct str s, const char *allowed)
{
    for (ptrdiff_t i = 0; i < s.len; i++)
        if (s.at[i] == 0 || !strchr(allowed, s.at[i]))
            return false;
    return s.len > 0;
}

#define SMALL "abcdefghijklmnopqrstuvwxyz0123456789"

/* Whether a value fits the {kind} of the pattern. */
static bool fits(struct str kind, struct str value)
{
    int32_t date;
    if (str_eq(kind, S("{who}")))
        return value.len == 32 && all_of(value, "0123456789abcdef");
    if (str_eq(kind, S("{hash}")))
        return value.len == 16 && all_of(value, "0123456789abcdef");
    if (str_eq(kind, S("{date}")))
        return date_parse(value, &date);
    if (str_eq(kind, S("{file}")))
        return value.len <= 64 && all_of(value, SMALL "-.") && str_find(value, S("..")) < 0;
    return value.len <= 128 && all_of(value, SMALL "_-");
}

static bool match(struct str pattern, struct str path, struct target *out)
{
    int params = 0;
    struct target found = {0};
    while (pattern.len && path.len) {
        struct str want_rest, have_rest, want = str_until(pattern, '/', &want_rest), have = str_until(path, '/', &have_rest);
        if (str_starts(want, S("{"))) {
            if (!fits(want, have))
                return false;
            assert(params < ROUTE_PARAMS);
            found.params[params++] = have;
        } else if (!str_eq(want, have)) {
            return false;
        }
        /* "a" and "a/" differ: the rest of the first is NULL. */
        if ((want_rest.at == NULL) != (have_rest.at == NULL))
            return false;
        pattern = want_rest;
        path = have_rest;
    }
    if (pattern.len || path.len)
        return false;
    *out = found;
    return true;
}

bool route_find(enum route_method method, struct str path, struct target *out)
{
    for (int r = 0; r < ROUTE_COUNT; r++)
        for (int lang = 0; lang < 2; lang++)
            if (patterns[r].method == method && patterns[r].path[lang].len && match(patterns[r].path[lang], path, out)) {
                out->route = (enum route)r;
                out->lang = (enum lang)lang;
                return true;
            }
    return false;
}

struct str route_path(struct arena *a, enum lang lang, enum route route, struct str first, struct str second)
{
    struct str pattern = patterns[route].path[lang], values[ROUTE_PARAMS] = {first, second};
    if (pattern.len == 0)
        pattern = patterns[route].path[LANG_NL];
    struct buf b = buf_open(a, LIMIT_WEB_URL);
    int params = 0;
    for (ptrdiff_t i = 0; i < pattern.len; i++) {
        if (pattern.at[i] == '{') {
            assert(params < ROUTE_PARAMS);
            buf_add(&b, values[params++]);
            while (pattern.at[i] != '}')
                i++;
        } else {
            buf_char(&b, pattern.at[i]);
        }
    }
    return buf_str(&b);
}
