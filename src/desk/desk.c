/* SPDX-License-Identifier: EUPL-1.2 */
/* desk.c: roles by name and in words. */
#include "desk/desk.h"

static const char *const names[] = {
#define ROLE(id, nl, en) #id,
#include "desk/roles.def"
#undef ROLE
};

#define WORDS(text) {(text), (ptrdiff_t)sizeof(text) - 1}
static const struct phrase words[] = {
#define ROLE(id, nl, en) {WORDS(nl), WORDS(en)},
#include "desk/roles.def"
#undef ROLE
};

const char *role_name(enum desk_role r)
{
    assert(r >= 0 && r < ROLE_COUNT);
    return names[r];
}

struct phrase role_words(enum desk_role r)
{
    assert(r >= 0 && r < ROLE_COUNT);
    return words[r];
}

static bool role_find(struct str name, enum desk_role *out)
{
    for (int i = 0; i < ROLE_COUNT; i++)
        if (str_eq(str_of(names[i]), name)) {
            *out = (enum desk_role)i;
            return true;
        }
    return false;
}

bool roles_read(struct str list, uint32_t *out, struct err *e)
{
    uint32_t roles = 0;
    for (struct str rest = list; rest.at;) {
        enum desk_role r;
        struct str name = str_trim(str_until(rest, ',', &rest));
        if (!role_find(name, &r))
            return fail(e, ERR_USAGE, "there is no role '" STR_FMT "'; the roles are project_leader, facilitator, "
                                      "policy_officer, privacy_officer, decision_maker, caseworker, auditor and admin",
                        STR_ARG(str_slice(name, 0, name.len > 40 ? 40 : name.len)));
        if (roles & ROLE_BIT(r))
            return fail(e, ERR_USAGE, "the role %s is named twice; name it once", names[r]);
        roles |= ROLE_BIT(r);
    }
    *out = roles;
    return roles != 0 || fail(e, ERR_USAGE, "an account needs a role; name one or more, with commas");
}

struct str roles_print(struct arena *a, uint32_t roles)
{
    struct buf b = buf_open(a, LIMIT_ERR_TEXT);
    for (int i = 0; i < ROLE_COUNT; i++)
        if (roles & ROLE_BIT(i))
            buf_print(&b, "%s%s", b.len ? "," : "", names[i]);
    return buf_str(&b);
}

struct phrase roles_words(struct arena *a, uint32_t roles)
{
    struct buf nl = buf_open(a, LIMIT_ERR_TEXT), en = buf_open(a, LIMIT_ERR_TEXT);
    for (int i = 0; i < ROLE_COUNT; i++)
        if (roles & ROLE_BIT(i)) {
            buf_print(&nl, "%s" STR_FMT, nl.len ? ", " : "", STR_ARG(words[i].nl));
            buf_print(&en, "%s" STR_FMT, en.len ? ", " : "", STR_ARG(words[i].en));
        }
    return (struct phrase){buf_str(&nl), buf_str(&en)};
}
