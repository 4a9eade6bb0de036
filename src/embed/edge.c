/* SPDX-License-Identifier: EUPL-1.2 */
/* edge.c: what every door of the library needs: homes of handles, refusals, and enums that go in and out. */
#include "embed.h"

#include <stdio.h>

/* ---- homes ------------------------------------------------------------------------------------------------ */

void home_open(struct home *h, int64_t bytes)
{
    struct arena a = arena_open(bytes);
    *h = (struct home){.a = a, .start = a.at, .bytes = bytes};
    h->users = arena_new(&h->a, int, 1);
    *h->users = 1;
}

void home_close(struct home *h)
{
    struct home gone = *h; /* which may be where *h is */
    if (gone.start)
        arena_close(&gone.a, gone.bytes, gone.start);
}

void home_use(const struct home *h)
{
    __atomic_add_fetch(h->users, 1, __ATOMIC_RELAXED);
}

bool home_leave(struct home *h)
{
    return __atomic_sub_fetch(h->users, 1, __ATOMIC_ACQ_REL) == 0;
}

/* ---- refusals ----------------------------------------------------------------------------------------------- */

static enum hoort_code code_of(enum err_code code)
{
    switch (code) {
    case ERR_NONE: return HOORT_DONE;
    case ERR_USAGE: return HOORT_MISUSE;
    case ERR_FILE: return HOORT_FILE;
    case ERR_LIMIT: return HOORT_LIMIT;
    case ERR_PLAN: return HOORT_PLAN;
    default: return HOORT_LAW;
    }
}

/* What a caller passed may stand in a message, and was cut where the message was full. */
static void make_printable(char *text)
{
    bool utf8 = str_is_utf8(str_of(text));
    for (unsigned char *c = (unsigned char *)text; *c; c++)
        if (*c < 0x20 || *c == 0x7f || (*c > 0x7f && !utf8))
            *c = '?';
}

bool refuse(struct hoort_error *to, const struct err *e)
{
    if (!to)
        return false;
    *to = (struct hoort_error){.code = code_of(e->code), .line = e->line, .column = e->column};
    snprintf(to->file, sizeof to->file, "%s", e->file);
    snprintf(to->text, sizeof to->text, "%s", e->text);
    make_printable(to->file);
    make_printable(to->text);
    return false;
}

bool misuse(struct hoort_error *to, const char *format, ...)
{
    struct err e = {.code = ERR_USAGE};
    va_list args;
    va_start(args, format);
    vsnprintf(e.text, sizeof e.text, format, args);
    va_end(args);
    return refuse(to, &e);
}

bool attempt(bool (*work)(void *ctx, struct err *e), void *ctx, struct hoort_error *to)
{
    struct err e = {0};
    return arena_try(work, ctx, &e) || refuse(to, &e);
}

/* ---- enums -------------------------------------------------------------------------------------------------- */

/* INV-3: outside, what is 0 is unknown; nobody makes a fact by forgetting to say what it is. */
_Static_assert(HOORT_UNKNOWN == 0, "a zeroed cell is unknown");
_Static_assert((int)HOORT_NO == VERDICT_NO && (int)HOORT_YES == VERDICT_YES && (int)HOORT_OPEN == VERDICT_UNKNOWN &&
               (int)HOORT_BROKEN == VERDICT_FAULTY, "verdicts go out as they are");

enum hoort_state state_out(enum cell_state s)
{
    static const enum hoort_state out[] = {
        [CELL_PRESENT] = HOORT_PRESENT, [CELL_UNKNOWN] = HOORT_UNKNOWN, [CELL_ABSENT] = HOORT_ABSENT, [CELL_FAULTY] = HOORT_FAULTY,
    };
    return out[s];
}

enum cell_state state_in(uint8_t s)
{
    static const enum cell_state in[] = {
        [HOORT_PRESENT] = CELL_PRESENT, [HOORT_UNKNOWN] = CELL_UNKNOWN, [HOORT_ABSENT] = CELL_ABSENT, [HOORT_FAULTY] = CELL_FAULTY,
    };
    assert(s < COUNT(in));
    return in[s];
}

enum hoort_type type_out(enum fact_type t)
{
    switch (t) {
    case FACT_BOOLEAN: return HOORT_BOOLEAN;
    case FACT_AMOUNT: return HOORT_AMOUNT;
    case FACT_NUMBER: return HOORT_NUMBER;
    case FACT_DATE: return HOORT_DATE;
    case FACT_TEXT: return HOORT_TEXT;
    case FACT_PERSON: return HOORT_PERSON;
    case FACT_PEOPLE: return HOORT_PEOPLE;
    }
    assert(0 && "a type of fact");
    return HOORT_TEXT;
}

/* ---- small doors --------------------------------------------------------------------------------------------- */

int hoort_version_number(void)
{
    return HOORT_VERSION_NUMBER;
}

const char *hoort_version(void)
{
    return HOORT_VERSION;
}

bool hoort_date(const char *iso, int32_t *day)
{
    int32_t parsed;
    if (!iso || !day || !date_parse(str_of(iso), &parsed))
        return false;
    *day = parsed;
    return true;
}
