/* SPDX-License-Identifier: EUPL-1.2 */
/* count.c: the same small work each time, for tools/instructions.sh to count its instructions: plans of two schemes (one
 * over lists of children), bound to residents by dice, evaluated, explained. Not a part of the program. CSV is
 * not in it: its reader wants more address space than valgrind has.
 */
#include "app/workspace.h"

#include <stdio.h>

#define ROWS 4096
#define TRACES 64

static int64_t some_value(struct dice *d, const struct fact *f, int64_t row)
{
    switch (f->type) {
    case FACT_BOOLEAN: return dice_below(d, 4) > 0;
    case FACT_DATE: return dice_below(d, 32000) - 12000;
    case FACT_PERSON: return row ^ 1;
    default: return f->min + dice_below(d, f->max - f->min < 6000000 ? f->max - f->min + 1 : 6000000);
    }
}

/* One in four has up to three children. */
static void put_lists(struct arena *a, struct dice *d, struct column *c)
{
    int32_t *people = arena_new(a, int32_t, 3 * ROWS), *ends = c->cells, count = 0;
    for (int64_t i = 0; i < ROWS; i++) {
        c->states[i] = dice_below(d, 64) ? CELL_PRESENT : CELL_UNKNOWN;
        for (int64_t k = i % 4 || c->states[i] ? 0 : dice_below(d, 4); k > 0; k--)
            people[count++] = (int32_t)((i + k) % ROWS);
        ends[i] = count;
    }
    column_set_people(c, ROWS, people);
}

static void put_fact(struct arena *a, struct table *t, const struct fact *f)
{
    struct dice d = dice_open(1, (uint64_t)t->column_count);
    struct column *c = table_add(t, f->name, column_of_fact(f->type));
    if (f->type == FACT_PEOPLE) {
        put_lists(a, &d, c);
        return;
    }
    for (int64_t i = 0; i < ROWS; i++) {
        c->states[i] = dice_below(&d, 32) ? CELL_PRESENT : (uint8_t)(1 + dice_below(&d, 3));
        if (f->type == FACT_PERSON && i % 8 > 3)
            c->states[i] = CELL_ABSENT;
        if (c->states[i] == CELL_PRESENT && f->type == FACT_TEXT)
            column_put_text(c, i, dice_below(&d, 2) ? S("huur") : S("dagopvang"));
        else if (c->states[i] == CELL_PRESENT)
            column_put(c, i, some_value(&d, f, i));
    }
}

static bool work(struct arena tmp, const struct law_set *laws, struct str scheme, int32_t date, int64_t *entitled, struct err *e)
{
    struct plan *p;
    struct table t = table_open(&tmp, ROWS);
    if (!plan_make(&tmp, laws, scheme, date, &p, e))
        return false;
    for (int i = 0; i < p->fact_count; i++)
        if (!table_find(&t, p->facts[i].fact->name))
            put_fact(&tmp, &t, p->facts[i].fact);
    table_narrow(&t);
    const struct binding_set *b = eval_bind(&tmp, p, &t);
    struct findings f = findings_open(&tmp, p, ROWS);
    eval_rows(tmp, b, 0, ROWS, &f);
    for (int64_t i = 0; i < ROWS; i++)
        *entitled += f.verdict[i] == VERDICT_YES;
    for (int64_t i = 0; i < TRACES; i++) {
        struct arena own = tmp;
        eval_explain(&own, b, i);
    }
    return true;
}

int main(void)
{
    struct arena boot = arena_open(LIMIT_ARENA_BOOT);
    struct law_set laws;
    struct err e;
    int32_t date;
    int64_t entitled = 0;
    if (!date_parse(S("2026-06-01"), &date) || !laws_or_fail(&boot, S("laws"), &laws, &e) ||
        !work(boot, &laws, S("zorgtoeslag"), date, &entitled, &e) || !work(boot, &laws, S("kindgebonden_budget"), date, &entitled, &e)) {
        fprintf(stderr, "%s: %s\n", e.file, e.text);
        return 1;
    }
    printf("%lld entitled\n", (long long)entitled);
    return entitled == 0;            /* then nothing much was worked out */
}
