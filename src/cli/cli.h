/* SPDX-License-Identifier: EUPL-1.2 */
/* cli.h: what the verbs of the command line share. Not a door: nothing includes cli/. */
#ifndef HOORT_CLI_CLI_H
#define HOORT_CLI_CLI_H

#include "app/app.h"

#include <stdio.h>

enum option {
#define OPTION(code, name, value, doc) OPT_##code,
#include "cli/options.def"
#undef OPTION
    OPTION_COUNT
};

#define ARGS_MAX 256

struct args {
    struct arena *a;
    struct str words[ARGS_MAX];      /* positional */
    int count;
    struct str value[OPTION_COUNT];  /* the last one given; at = NULL if not given */
    struct str params[ARGS_MAX];     /* every --param, or every --set */
    int param_count;
    struct str program;              /* folder of the executable */
};

/* A verb returns the exit code: 0 done, 1 refused by the world, 2 usage. */
typedef int verb(struct args *args);
#define VERB(function, words, positional, doc, options) verb function;
#include "cli/verbs.def"
#undef VERB

bool given(const struct args *args, enum option o);
/* False and a message when the option is not what it should be. */
bool arg_date(const struct args *args, enum option o, int32_t fallback, int32_t *out);
bool arg_number(const struct args *args, enum option o, int64_t fallback, int64_t min, int64_t max, int64_t *out);
bool arg_lang(const struct args *args, struct str *out);
bool arg_needed(const struct args *args, enum option o);
int usage(const char *format, ...) PRINTF(1, 2);          /* prints, returns 2 */
int refused(const struct err *e);                         /* prints "file:line:column: text", returns 1, or 2 for ERR_USAGE */
int print_buf(const struct buf *b);                       /* to standard output; 0, or 1 if that fails */
int close_output(bool ok);                                /* flushes; 0, or 1 with a message */
int print_value(struct args *args, const struct json *j);  /* the same, of one value */
void put_faults(struct arena *a, struct json *to, struct str name, const struct faults *faults);
bool run_json(struct args *args, struct app *app, const struct app_run *run, struct err *e); /* prints the run */
/* To --out, or standard output. */
int write_out(struct args *args, struct str bytes);

/* Shipped files: what the option says (OPTION_COUNT = no option), else beside the program's folder, else where Debian has them. */
struct str shipped(struct args *args, enum option o, const char *name);
MUST_USE bool load_laws(struct args *args, struct law_set *out);   /* prints its own errors */
bool print_law_faults(struct args *args, const struct faults *faults); /* on standard error; true if there are none */
void put_faults(struct arena *a, struct json *to, struct str name, const struct faults *faults); /* a list of them */
/* The laws, and the residents that the options name. Prints its own errors; 0, or the exit code. */
struct subject { struct law_set laws; struct people_files files; struct app_people people; int32_t date; };
int read_subject(struct args *args, struct subject *s);
struct app_options workspace_options(struct args *args, struct str workspace);
struct progress progress_bar(void);                       /* on standard error, only on a terminal */
void progress_clear(void);

/* "1.234.567" (nl) or "1,234,567" (en) */
struct str grouped(struct arena *a, int64_t n, struct str lang);
struct str euros(struct arena *a, int64_t cents, struct str lang);   /* whole euros, "€ 1.234" */

#endif
