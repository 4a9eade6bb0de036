/* SPDX-License-Identifier: EUPL-1.2 */
/* print.c: a plan in words, a step a line, for people who check it. Not a format to read back. */
#include "plan/plan.h"

static void print_step(const struct plan *p, int i, struct buf *out)
{
    static const char *const names[] = {
        [STEP_FACT] = "fact", [STEP_CONSTANT] = "constant", [STEP_SCALE] = "scale", [STEP_ADD] = "add",
        [STEP_SUBTRACT] = "subtract", [STEP_MULTIPLY] = "multiply", [STEP_MIN] = "min", [STEP_MAX] = "max",
        [STEP_ROUND] = "round", [STEP_AND] = "and", [STEP_OR] = "or", [STEP_NOT] = "not", [STEP_EQUAL] = "equal",
        [STEP_LESS] = "less", [STEP_LESS_EQUAL] = "less or equal", [STEP_IS_ABSENT] = "is absent",
        [STEP_SELECT] = "select", [STEP_AT_PERSON] = "at person", [STEP_AGE] = "age", [STEP_MONTHS] = "months",
        [STEP_DAYS_BETWEEN] = "days", [STEP_WEEKDAY] = "weekday", [STEP_DATE_ADD] = "date add",
        [STEP_DATE_PART] = "date part", [STEP_ITEM] = "item", [STEP_EACH] = "each",
    };
    static const char *const combines[] = {"list", "ADD", "OR", "AND", "MIN", "MAX"};
    const struct step *s = &p->steps[i];
    buf_print(out, "%4d  %-13s", i, names[s->kind]);
    if (s->kind == STEP_FACT)
        buf_print(out, " " STR_FMT " of person %d", STR_ARG(p->facts[s->fact].fact->name), p->facts[s->fact].path);
    if (s->kind == STEP_EACH)
        buf_print(out, " of " STR_FMT " (%s)", STR_ARG(p->facts[s->fact].fact->name), combines[s->combine]);
    if (s->kind == STEP_CONSTANT && s->absent)
        buf_add(out, S(" none"));
    if (s->kind == STEP_CONSTANT && !s->absent)
        buf_print(out, " %lld", (long long)s->value);
    const int operands[] = {s->a, s->b, s->c};
    for (int k = 0; k < 3; k++)
        if (operands[k] >= 0)
            buf_print(out, " r%d", operands[k]);
    if (s->factor)
        buf_print(out, " by %lld", (long long)s->factor);
    if (s->type == REG_NUMBER)
        buf_print(out, "   in 1/%lld, %lld to %lld", (long long)s->den, (long long)s->low, (long long)s->high);
    buf_char(out, '\n');
}

void plan_print(const struct plan *p, struct buf *out)
{
    struct arena tmp = *out->a;
    struct str date = date_print(&tmp, p->date);
    buf_print(out, STR_FMT " on " STR_FMT ": %d steps, %d facts", STR_ARG(p->about ? p->scheme : p->output),
              STR_ARG(date), p->step_count, p->fact_count);
    if (!p->kernels)
        buf_print(out, "; by the reference interpreter, because of " STR_FMT, STR_ARG(p->why));
    buf_char(out, '\n');
    for (const struct note *n = p->reads; n; n = n->next)
        buf_print(out, "  reads " STR_FMT "\n", STR_ARG(n->text));
    for (int i = 0; i < p->step_count; i++)
        print_step(p, i, out);
    if (p->about)
        buf_print(out, "entitled r%d, amount r%d\n", p->entitled, p->amount);
    else
        buf_print(out, "result r%d\n", p->result);
}
