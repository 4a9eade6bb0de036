/* SPDX-License-Identifier: EUPL-1.2 */
/* law_diff.c: the verb `law diff`. Not the comparing (law/). */
#include "cli.h"

/* ID@DATE is the version of a law on that day; anything else is a file. */
struct sides { struct args *args; struct law_set laws; bool loaded; };

static int version_on_day(struct sides *s, struct str id, struct str day, const struct law **out)
{
    struct str why;
    struct err e;
    int32_t on;
    if (!date_parse(day, &on))
        return usage("'" STR_FMT "' is no date; write ID@YYYY-MM-DD, or the path of a file", STR_ARG(day));
    if (!s->loaded && !load_laws(s->args, &s->laws))
        return 1;
    s->loaded = true;
    *out = law_in_force(&s->laws, id, on, &why, s->args->a);
    if (*out)
        return 0;
    fail(&e, ERR_LAW, STR_FMT, STR_ARG(why));
    return refused(&e);
}

/* 0, or the exit code. */
static int version_of(struct sides *s, struct str word, const struct law **out)
{
    struct faults faults = faults_open(s->args->a);
    struct err e;
    struct str day, id = str_until(word, '@', &day);
    if (day.at && !path_exists(word))
        return version_on_day(s, id, day, out);
    if (!app_law_file(s->args->a, word, out, &faults, &e))
        return refused(&e);
    return print_law_faults(s->args, &faults) && *out ? 0 : 1;
}

int cli_law_diff(struct args *args)
{
    struct sides s = {.args = args};
    const struct law *old, *now;
    struct str lang;
    if (!arg_lang(args, &lang))
        return 2;
    int code = version_of(&s, args->words[0], &old);
    code = code ? code : version_of(&s, args->words[1], &now);
    if (code)
        return code;
    struct law_diff d = law_diff(args->a, old, now);
    if (given(args, OPT_JSON))
        return print_value(args, law_diff_json(args->a, &d));
    struct buf out = buf_open(args->a, LIMIT_BUF);
    law_diff_print(args->a, &d, str_eq(lang, S("en")), &out);
    return print_buf(&out);
}
