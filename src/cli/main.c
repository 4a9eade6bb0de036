/* SPDX-License-Identifier: EUPL-1.2 */
/* main.c: hoort: finds the verb, reads its options, runs it. Not the verbs themselves. */
#include "cli.h"

#include <string.h>
#include <unistd.h>

#define O(code) (1ULL << OPT_##code)

struct verb_row {
    verb *run;
    struct str words, positional, doc;
    uint64_t options;
};
static const struct verb_row verbs[] = {
#define VERB(function, words, positional, doc, options) \
    {function, {words, sizeof words - 1}, {positional, sizeof positional - 1}, {doc, sizeof doc - 1}, options},
#include "cli/verbs.def"
#undef VERB
};

static const struct { struct str name, value, doc; } options[] = {
#define OPTION(code, name, value, doc) {{name, sizeof name - 1}, {value, sizeof value - 1}, {doc, sizeof doc - 1}},
#include "cli/options.def"
#undef OPTION
};
_Static_assert(OPTION_COUNT <= 64, "an option is a bit");

static void print_verb(const struct verb_row *v, FILE *to)
{
    fprintf(to, "hoort " STR_FMT "%s" STR_FMT "\n    " STR_FMT "\n", STR_ARG(v->words), v->positional.len ? " " : "",
            STR_ARG(v->positional), STR_ARG(v->doc));
    for (int o = 0; o < OPTION_COUNT; o++)
        if (v->options >> o & 1)
            fprintf(to, "    --" STR_FMT " " STR_FMT "%*s" STR_FMT "\n", STR_ARG(options[o].name), STR_ARG(options[o].value),
                    (int)(24 - options[o].name.len - options[o].value.len), "", STR_ARG(options[o].doc));
}

static int help(const struct verb_row *v)
{
    puts("hoort: who is entitled (kan), what is lawful (mag), and what was decided (hoort).\n");
    for (int i = 0; i < COUNT(verbs); i++)
        if (!v || v == &verbs[i])
            print_verb(&verbs[i], stdout);
    puts("\nExit: 0 done, 1 refused by the world, 2 the command line was not understood.");
    return close_output(true);
}

/* The verb whose words open the command line; the longest wins. */
static const struct verb_row *find_verb(int argc, char **argv, int *used)
{
    const struct verb_row *best = NULL;
    for (int i = 0; i < COUNT(verbs); i++) {
        struct str rest, second, first = str_until(verbs[i].words, ' ', &rest);
        second = rest;
        int words = second.len ? 2 : 1;
        if (argc <= words || !str_eq(str_of(argv[1]), first) || (words == 2 && !str_eq(str_of(argv[2]), second)))
            continue;
        if (!best || words > *used) {
            best = &verbs[i];
            *used = words;
        }
    }
    return best;
}

static int option_find(struct str name)
{
    for (int o = 0; o < OPTION_COUNT; o++)
        if (str_eq(options[o].name, name))
            return o;
    return -1;
}

static int read_option(struct args *args, const struct verb_row *v, int argc, char **argv, int *at)
{
    struct str value, name = str_until(str_slice(str_of(argv[*at]), 2, (ptrdiff_t)strlen(argv[*at])), '=', &value);
    int o = option_find(name);
    if (o == OPT_HELP) {
        args->value[o] = S("yes");
        return 0;
    }
    if (o < 0 || !(v->options >> o & 1))
        return usage("'" STR_FMT "' has no option --" STR_FMT, STR_ARG(v->words), STR_ARG(name));
    bool takes = options[o].value.len > 0;
    if (!takes && value.at)
        return usage("--" STR_FMT " takes no value", STR_ARG(name));
    if (takes && !value.at) {
        if (++*at >= argc)
            return usage("--" STR_FMT " needs " STR_FMT, STR_ARG(name), STR_ARG(options[o].value));
        value = str_of(argv[*at]);
    }
    args->value[o] = takes ? value : S("yes");
    if (o == OPT_PARAM || o == OPT_SET)
        args->params[args->param_count++] = value;
    return 0;
}

static int read_args(struct args *args, const struct verb_row *v, int from, int argc, char **argv)
{
    if (argc >= ARGS_MAX)
        return usage("more than %d words", ARGS_MAX);
    for (int i = from; i < argc; i++) {
        int code = 0;
        if (str_starts(str_of(argv[i]), S("--")))
            code = read_option(args, v, argc, argv, &i);
        else if (argv[i][0] == '-' && argv[i][1])
            code = usage("options have two dashes, so '%s' is none", argv[i]);
        else
            args->words[args->count++] = str_of(argv[i]);
        if (code)
            return code;
    }
    bool many = str_ends(v->positional, S("…]")) || str_ends(v->positional, S("…"));
    bool optional = str_starts(v->positional, S("["));
    int words = v->positional.len > 0;
    for (ptrdiff_t i = 0; i < v->positional.len; i++)
        words += v->positional.at[i] == ' ';
    int most = many ? ARGS_MAX : words;
    if (args->count > most)
        return usage("'" STR_FMT "' does not know what to do with '" STR_FMT "'", STR_ARG(v->words), STR_ARG(args->words[most]));
    if (!optional && args->count < words && !given(args, OPT_HELP))
        return usage("'" STR_FMT "' needs " STR_FMT, STR_ARG(v->words), STR_ARG(v->positional));
    return 0;
}

static struct str program_folder(struct arena *a)
{
    char path[4096];
    ptrdiff_t n = readlink("/proc/self/exe", path, sizeof path);
    while (n > 0 && path[n - 1] != '/')
        n--;
    return n > 1 ? str_copy(a, (struct str){path, n - 1}) : S(".");
}

int main(int argc, char **argv)
{
    struct arena boot = arena_open(LIMIT_ARENA_FACTS);
    struct args *args = arena_new(&boot, struct args, 1);
    int used = 0;
    const struct verb_row *v = find_verb(argc, argv, &used);
    if (argc < 2 || str_eq(str_of(argv[1]), S("--help")) || str_eq(str_of(argv[1]), S("help")))
        return help(NULL);
    if (!v)
        return usage("there is no verb '%s'", argv[1]);
    args->a = &boot;
    args->program = program_folder(&boot);
    int code = read_args(args, v, used + 1, argc, argv);
    if (code)
        return code;
    if (given(args, OPT_HELP))
        return help(v);
    code = v->run(args);
    progress_clear();
    return code;
}
