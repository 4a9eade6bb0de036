/* SPDX-License-Identifier: EUPL-1.2 */
/* needs.c: needs.def as names and words, and from which rung each stands in the way. Not whether it is met (mag.c). */
#include "workspace.h"

static const struct { const char *name, *requirement; int from; struct phrase words[2]; } needs[] = {
#define WORDS(text) {(text), (ptrdiff_t)sizeof(text) - 1}
#define NEED(code, name, from, requirement, met_nl, met_en, open_nl, open_en) \
    {name, requirement, from, {{WORDS(met_nl), WORDS(met_en)}, {WORDS(open_nl), WORDS(open_en)}}},
#include "app/needs.def"
#undef NEED
#undef WORDS
};

const char *need_name(enum need n)
{
    return needs[n].name;
}

const char *need_requirement(enum need n)
{
    return needs[n].requirement;
}

struct phrase need_words(enum need n, bool open)
{
    return needs[n].words[open];
}

bool need_is_counted(enum need n)
{
    return str_ends(needs[n].words[1].nl, S(":"));
}

const char *may_name(enum may m)
{
    static const char *const names[] = {"yes", "if", "later", "no"};
    return names[m];
}

bool mag_is_open(const struct mag_scheme *s, enum need n, int rung)
{
    if (rung < needs[n].from)
        return false;
    return n == NEED_SCHEME ? s->policy_rung < rung : s->open[n] > 0;
}
