/* SPDX-License-Identifier: EUPL-1.2 */
/* breakpoints.c: the verb `law breakpoints`: a table, JSON or a plot. Not the walk (breakpoints/). */
#include "cli.h"

static struct str or_empty(const struct args *args, enum option o)
{
    return given(args, o) ? args->value[o] : S("");
}

static bool one_resident(const struct args *args)
{
    if (!given(args, OPT_PEOPLE) && !given(args, OPT_RESIDENT))
        return true;
    if (args->param_count) {
        usage("a resident of a file (--people, --resident) or one by hand (--param), not both");
        return false;
    }
    return arg_needed(args, OPT_PEOPLE) && arg_needed(args, OPT_RESIDENT);
}

static bool draw(struct args *args, const struct breaks *b, bool english)
{
    struct err e;
    struct buf svg = buf_open(args->a, LIMIT_BREAKS_SVG);
    if (!given(args, OPT_SVG))
        return true;
    breaks_svg(args->a, b, S("breakpoints"), english, &svg);
    if (!svg.over && file_write(args->value[OPT_SVG], buf_str(&svg), &e))
        return true;
    if (svg.over)
        fail(&e, ERR_LIMIT, "the plot is too long; walk a shorter range");
    refused(&e);
    return false;
}

int cli_law_breakpoints(struct args *args)
{
    struct subject *s = arena_new(args->a, struct subject, 1);
    struct breaks_wish wish = {.facts = args->params, .fact_count = args->param_count};
    struct breaks found;
    struct str lang;
    struct err e;
    if (!arg_needed(args, OPT_FACT) || !one_resident(args) || !arg_lang(args, &lang) ||
        !arg_date(args, OPT_DATE, clock_today(), &wish.date))
        return 2;
    if (given(args, OPT_PEOPLE)) {
        int code = read_subject(args, s);
        if (code)
            return code;
        wish.people = &s->people;
        wish.files = &s->files;
        wish.who = args->value[OPT_RESIDENT];
    } else if (!load_laws(args, &s->laws)) {
        return 1;
    }
    wish.fact = args->value[OPT_FACT];
    wish.from = or_empty(args, OPT_FROM);
    wish.to = or_empty(args, OPT_TO);
    wish.step = or_empty(args, OPT_STEP);
    wish.scheme = or_empty(args, OPT_SCHEME);
    if (!app_breakpoints(args->a, &s->laws, &wish, &found, &e))
        return refused(&e);
    bool english = str_eq(lang, S("en"));
    if (!draw(args, &found, english))
        return 1;
    if (given(args, OPT_JSON))
        return print_value(args, breaks_json(args->a, &found));
    struct buf out = buf_open(args->a, 64 << 20);
    breaks_text(args->a, &found, english, &out);
    return print_buf(&out);
}
