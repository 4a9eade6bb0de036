/* SPDX-License-Identifier: EUPL-1.2 */
/* err.c: errors that the caller owns, and lists of faults.
 * Not for bugs of ours: those are asserts.
 */
#include "base.h"

#include <stdio.h>
#include <string.h>

static const char *const names[] = {
#define ERR(code, name, meaning) name,
#include "err.def"
#undef ERR
};
static const char *const meanings[] = {
#define ERR(code, name, meaning) meaning,
#include "err.def"
#undef ERR
};

const char *err_name(enum err_code code)
{
    assert(code < ERR_CODE_COUNT);
    return names[code];
}

const char *err_meaning(enum err_code code)
{
    assert(code < ERR_CODE_COUNT);
    return meanings[code];
}

static void fill(struct err *e, enum err_code code, const char *file, int line, int column,
                 const char *format, va_list args) PRINTF(6, 0);

static void fill(struct err *e, enum err_code code, const char *file, int line, int column,
                 const char *format, va_list args)
{
    e->code = code;
    e->line = line;
    e->column = column;
    snprintf(e->file, sizeof e->file, "%s", file);
    vsnprintf(e->text, sizeof e->text, format, args);
}

bool fail(struct err *e, enum err_code code, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    fill(e, code, "", 0, 0, format, args);
    va_end(args);
    return false;
}

bool fail_at(struct err *e, enum err_code code, const char *file, int line, int column,
             const char *format, ...)
{
    va_list args;
    va_start(args, format);
    fill(e, code, file, line, column, format, args);
    va_end(args);
    return false;
}

struct faults faults_open(struct arena *a)
{
    return (struct faults){.a = a};
}

void faults_add(struct faults *f, struct str file, int line, int column, const char *format, ...)
{
    f->count++;
    if (f->count > LIMIT_FAULTS)
        return;
    char text[LIMIT_ERR_TEXT];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    struct fault *fault = arena_new(f->a, struct fault, 1);
    *fault = (struct fault){.file = file, .text = str_copy(f->a, str_of(text)), .line = line, .column = column};
    if (f->first)
        *f->last = fault;
    else
        f->first = fault;
    f->last = &fault->next;
}

void faults_print(const struct faults *f, struct buf *out)
{
    for (const struct fault *at = f->first; at; at = at->next) {
        buf_add(out, at->file);
        if (at->line > 0)
            buf_print(out, ":%d:%d", at->line, at->column);
        buf_print(out, ": " STR_FMT "\n", STR_ARG(at->text));
    }
    if (f->count > LIMIT_FAULTS)
        buf_print(out, "and %d more faults\n", f->count - LIMIT_FAULTS);
}
