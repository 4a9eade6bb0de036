/* SPDX-License-Identifier: EUPL-1.2 */
/* args.c: the words on the command line, checked against options.def. Not the doing. */
#include "cli.h"

#include <string.h>
#include <unistd.h>

bool given(const struct args *args, enum option o)
{
    return args->value[o].at != NULL;
}

int usage(const char *format, ...)
{
    va_list list;
    va_start(list, format);
    fputs("hoort: ", stderr);
    vfprintf(stderr, format, list);
    fputs("; see hoort --help\n", stderr);
    va_end(list);
    return 2;
}

int refused(const struct err *e)
{
    progress_clear();
    fputs("hoort: ", stderr);
    if (e->file[0])
        fprintf(stderr, "%s:", e->file);
    if (e->line)
        fprintf(stderr, "%d:%d:", e->line, e->column);
    fprintf(stderr, "%s%s\n", e->file[0] ? " " : "", e->text);
    return e->code == ERR_USAGE ? 2 : 1;
}

/* What could not be printed must not look like an answer. */
int close_output(bool ok)
{
    if (fflush(stdout) == 0 && ok && !ferror(stdout))
        return 0;
    fputs("hoort: standard output could not be written; make room, or write elsewhere\n", stderr);
    return 1;
}

int print_buf(const struct buf *b)
{
    if (b->over) {
        fputs("hoort: the answer is too long; ask for less\n", stderr);
        return 1;
    }
    size_t n = (size_t)b->len;
    return close_output(n == 0 || fwrite(b->at, 1, n, stdout) == n);
}

int print_value(struct args *args, const struct json *j)
{
    struct buf out = buf_open(args->a, LIMIT_BUF);
    js_pretty(j, &out);
    return print_buf(&out);
}

int write_out(struct args *args, struct str bytes)
{
    struct err e;
    if (!given(args, OPT_OUT)) {
        struct buf b = {.at = (char *)(uintptr_t)bytes.at, .len = bytes.len};
        return print_buf(&b);
    }
    return file_write(args->value[OPT_OUT], bytes, &e) ? 0 : refused(&e);
}

static const char *option_name(enum option o)
{
    static const char *const names[] = {
#define OPTION(code, name, value, doc) name,
#include "cli/options.def"
#undef OPTION
    };
    return names[o];
}

bool arg_date(const struct args *args, enum option o, int32_t fallback, int32_t *out)
{
    *out = fallback;
    if (!given(args, o) || date_parse(args->value[o], out))
        return true;
    usage("--%s needs a date that exists, as YYYY-MM-DD", option_name(o));
    return false;
}

bool arg_number(const struct args *args, enum option o, int64_t fallback, int64_t min, int64_t max, int64_t *out)
{
    *out = fallback;
    if (!given(args, o) || (str_to_int64(args->value[o], out) && *out >= min && *out <= max))
        return true;
    usage("--%s needs a whole number from %lld to %lld", option_name(o), (long long)min, (long long)max);
    return false;
}

bool arg_lang(const struct args *args, struct str *out)
{
    *out = given(args, OPT_LANG) ? args->value[OPT_LANG] : S("nl");
    if (str_eq(*out, S("nl")) || str_eq(*out, S("en")))
        return true;
    usage("--lang is nl or en");
    return false;
}

bool arg_needed(const struct args *args, enum option o)
{
    if (given(args, o))
        return true;
    usage("--%s is needed here", option_name(o));
    return false;
}

struct str shipped(struct args *args, enum option o, const char *name)
{
    if (o < OPTION_COUNT && given(args, o))
        return args->value[o];
    /* build/hoort stands beside laws/ and method/; build/web beside the program itself. */
    const char *const places[] = {"../", "", "../share/hoort/"};
    for (int i = 0; i < COUNT(places); i++) {
        struct str path = str_format(args->a, STR_FMT "/%s%s", STR_ARG(args->program), places[i], name);
        if (path_is_folder(path))
            return path;
    }
    return str_of(name);
}

bool print_law_faults(struct args *args, const struct faults *faults)
{
    if (!faults->count)
        return true;
    struct buf text = buf_open(args->a, 1 << 20);
    faults_print(faults, &text);
    fprintf(stderr, STR_FMT, STR_ARG(buf_str(&text)));
    return false;
}

bool load_laws(struct args *args, struct law_set *out)
{
    struct arena *a = args->a;
    struct str path = shipped(args, OPT_LAWS, "laws");
    struct faults faults = faults_open(a), missing = faults_open(a);
    struct err e;
    if (!app_laws(a, &path, 1, out, &faults, &missing, &e)) {
        refused(&e);
        return false;
    }
    return print_law_faults(args, &faults);
}

struct app_options workspace_options(struct args *args, struct str workspace)
{
    return (struct app_options){.workspace = workspace, .laws = shipped(args, OPT_LAWS, "laws"),
                                .method = shipped(args, OPT_METHOD, "method"), .today = clock_today(),
                                .progress = progress_bar()};
}

/* ---- numbers for people ------------------------------------------------------------------------------------ */

struct str grouped(struct arena *a, int64_t n, struct str lang)
{
    return number_words(a, n, str_eq(lang, S("en")));
}

struct str euros(struct arena *a, int64_t cents, struct str lang)
{
    struct str whole = grouped(a, cents / 100, lang);
    return str_format(a, str_eq(lang, S("en")) ? "€" STR_FMT : "€ " STR_FMT, STR_ARG(whole));
}

/* ---- progress --------------------------------------------------------------------------------------------------- */

static bool bar_is_shown;

void progress_clear(void)
{
    if (bar_is_shown)
        fputs("\r\033[K", stderr);
    bar_is_shown = false;
}

static void draw_bar(void *ctx, const char *what, int64_t done, int64_t total)
{
    (void)ctx;
    int percent = total > 0 ? (int)(done * 100 / total) : 100;
    char bar[31];
    memset(bar, ' ', 30);
    memset(bar, '=', (size_t)(percent * 30 / 100));
    bar[30] = 0;
    fprintf(stderr, "\r\033[K%-28s [%s] %3d %%", what, bar, percent);
    bar_is_shown = true;
    fflush(stderr);
}

struct progress progress_bar(void)
{
    return (struct progress){isatty(STDERR_FILENO) ? draw_bar : NULL, NULL};
}
