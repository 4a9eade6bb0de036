/* SPDX-License-Identifier: EUPL-1.2 */
/* laws_test.h: what the tests of eval/ share: laws from text, a table to fill, and the comparison of
 * kernels of every level with the reference. Included once by a test program; not a test itself.
 */
#ifndef HOORT_EVAL_LAWS_TEST_H
#define HOORT_EVAL_LAWS_TEST_H

#include "program.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#define FACT_TAIL ", source: BRP, ground: wet, sensitivity: 1, cost: 1, label: {nl: n, en: e}}\n"

static const enum column_type columns_of[] = {
    [FACT_BOOLEAN] = COLUMN_BOOLEAN, [FACT_AMOUNT] = COLUMN_AMOUNT, [FACT_NUMBER] = COLUMN_NUMBER,
    [FACT_DATE] = COLUMN_DATE, [FACT_TEXT] = COLUMN_TEXT, [FACT_PERSON] = COLUMN_PERSON,
    [FACT_PEOPLE] = COLUMN_PEOPLE,
};

static inline void no_faults(struct arena tmp, const struct faults *f, struct str text)
{
    struct buf out = buf_open(&tmp, 100000);
    faults_print(f, &out);
    if (f->count) {
        fprintf(stderr, STR_FMT "\n" STR_FMT, STR_ARG(text), STR_ARG(buf_str(&out)));
        fail_msg("%d faults", f->count);
    }
}

static inline struct law *law_from(struct arena *a, struct str file, struct str law, struct str sidecar)
{
    struct faults f = faults_open(a);
    struct law *out = law_read(a, file, law, &f);
    no_faults(*a, &f, law);
    law_read_sidecar(a, out, str_format(a, STR_FMT ".bind", STR_ARG(file)), sidecar, &f);
    no_faults(*a, &f, sidecar);
    return out;
}

static inline struct facts facts_from(struct arena *a, struct str text)
{
    struct faults f = faults_open(a);
    struct facts facts = facts_read(a, S("facts.yaml"), text, &f);
    no_faults(*a, &f, text);
    return facts;
}

static inline struct law_set set_from(struct arena *a, struct law *list, struct facts facts)
{
    struct faults f = faults_open(a), missing = faults_open(a);
    struct law_set set = law_set_make(a, list, facts, &f, &missing);
    no_faults(*a, &f, S(""));
    no_faults(*a, &missing, S(""));
    return set;
}

static inline int32_t day(const char *iso)
{
    int32_t out;
    assert_true(date_parse(str_of(iso), &out));
    return out;
}

static inline void put_cell(struct column *c, int64_t row, int64_t v, struct str text)
{
    switch (c->type) {
    case COLUMN_BOOLEAN: ((uint8_t *)c->cells)[row] = (uint8_t)v; break;
    case COLUMN_AMOUNT:
    case COLUMN_NUMBER: ((int64_t *)c->cells)[row] = v; break;
    case COLUMN_DATE:
    case COLUMN_PERSON: ((int32_t *)c->cells)[row] = (int32_t)v; break;
    case COLUMN_TEXT: column_put_text(c, row, text); break;
    case COLUMN_PEOPLE: fail_msg("lists are put whole");
    }
    c->states[row] = CELL_PRESENT;
}

/* ---- kernels of every level ---------------------------------------------------------------------- */

static inline int levels(kernels **out)
{
    int n = 0;
    out[n++] = kernels_base;
#if defined(__x86_64__)
    if (kernels_best() == kernels_v3 || kernels_best() == kernels_v4)
        out[n++] = kernels_v3;
    if (kernels_best() == kernels_v4)
        out[n++] = kernels_v4;
#endif
    return n;
}

static inline void rows_by(kernels *batch, struct arena tmp, const struct binding_set *b, int64_t *values,
                           uint8_t *states)
{
    struct program p = program_open(&tmp, b);
    int reg = b->plan->result;
    const struct step *s = &b->plan->steps[reg];
    for (int64_t at = 0; at < b->table->rows; at += p.lanes) {
        int n = (int)(b->table->rows - at < p.lanes ? b->table->rows - at : p.lanes);
        batch(&p, at, n, NULL);
        const struct lane *r = &p.lanes_of[reg];
        for (int i = 0; i < n; i++) {
            states[at + i] = r->s[i];
            values[at + i] = s->kind == STEP_CONSTANT ? s->value : s->type == REG_BOOLEAN ? r->b[i] : r->v[i];
        }
    }
}

static inline bool same_answer(const struct plan *p, int64_t value, enum cell_state state, const struct answer *want)
{
    const struct step *s = &p->steps[p->result];
    struct rational got;
    int32_t date;
    if (state != want->state || state != CELL_PRESENT)
        return state == want->state;
    switch (s->type) {
    case REG_NUMBER:
        return rational_make(value, s->den, &got) && got.num == want->number.num && got.den == want->number.den;
    case REG_BOOLEAN: return value == want->truth;
    case REG_DATE: return date_parse(want->value, &date) && date == value;
    case REG_TEXT:
        for (int i = 0; i < p->text_count; i++)
            if (str_eq(p->texts[i], want->value))
                return value == i;
        return value == -1;
    case REG_PERSON: break;
    }
    return true;
}

/* First row where a level of kernels and the answers differ, or -1; what they say goes to *says. */
static inline int64_t first_difference(struct arena *a, const struct binding_set *b, const struct answer *want,
                                       struct str *says)
{
    kernels *level[3];
    struct arena tmp = *a;
    int64_t rows = b->table->rows, *values = arena_new(&tmp, int64_t, rows);
    uint8_t *states = arena_new(&tmp, uint8_t, rows);
    for (int k = levels(level); k-- > 0;) {
        rows_by(level[k], tmp, b, values, states);
        for (int64_t i = 0; i < rows; i++)
            if (!same_answer(b->plan, values[i], (enum cell_state)states[i], &want[i])) {
                *says = str_format(a, "row %lld, level %d: %s %lld/%lld, reference %s " STR_FMT, (long long)i, k,
                                   cell_state_name((enum cell_state)states[i]), (long long)values[i],
                                   (long long)b->plan->steps[b->plan->result].den, cell_state_name(want[i].state),
                                   STR_ARG(want[i].value));
                return i;
            }
    }
    return -1;
}

#endif
