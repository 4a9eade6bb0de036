/* SPDX-License-Identifier: EUPL-1.2 */
/* words.c: whose a fact or an outcome is, and how that reads. Not what is known about them. */
#include "plan/plan.h"

#define SAYS(nl, en) {{nl, sizeof nl - 1}, {en, sizeof en - 1}}

struct phrase plan_whose(struct arena *a, const struct plan *p, int path)
{
    static const struct phrase none = {{NULL, 0}, {NULL, 0}}, yours = SAYS("uw partner", "your partner"),
                               theirs = SAYS("de partner", "the partner");
    if (!p || path <= 0 || path >= p->path_count)
        return none;
    const struct fact *relation = p->paths[path].relation;
    struct phrase of = plan_whose(a, p, p->paths[path].parent);
    struct phrase each = relation->each_label.nl.len ? relation->each_label : relation->label;
    struct phrase who = relation->type == FACT_PEOPLE ? each : of.nl.len ? theirs : yours;
    if (!of.nl.len)
        return who;
    return (struct phrase){str_format(a, STR_FMT " van " STR_FMT, STR_ARG(who.nl), STR_ARG(of.nl)),
                           str_format(a, STR_FMT " of " STR_FMT, STR_ARG(who.en), STR_ARG(of.en))};
}

/* "uw huur" is the resident's; of somebody else it is "huur". */
static struct str not_yours(struct str label, struct str yours)
{
    return str_starts(label, yours) ? str_slice(label, yours.len, label.len) : label;
}

struct phrase plan_words(struct arena *a, const struct plan *p, struct phrase label, int path)
{
    struct phrase whose = plan_whose(a, p, path);
    if (!whose.nl.len)
        return label;
    struct str nl = not_yours(label.nl, S("uw ")), en = not_yours(label.en, S("your "));
    return (struct phrase){str_format(a, STR_FMT " (" STR_FMT ")", STR_ARG(nl), STR_ARG(whose.nl)),
                           str_format(a, STR_FMT " (" STR_FMT ")", STR_ARG(en), STR_ARG(whose.en))};
}
