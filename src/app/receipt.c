/* SPDX-License-Identifier: EUPL-1.2 */
/* receipt.c: the receipt of one outcome, after single and bulk evaluation have come to the same. */
#include "workspace.h"

static bool bulk_agrees(struct arena tmp, const struct binding_set *b, const struct table *t, int64_t row,
                        const struct explanation *x, const struct plan *p)
{
    struct findings f = findings_open(&tmp, p, t->rows);
    eval_rows(tmp, b, row, row + 1, &f);
    return f.verdict[row] == x->result.verdict && f.amount_cents[row] == x->result.amount_cents &&
           f.amount_state[row] == x->result.amount_state;
}

bool app_receipt(struct arena tmp, const struct law_set *laws, const struct app_question *q, const struct hash *salt,
                 struct receipt *out, struct err *e)
{
    int64_t row;
    struct plan *p;
    struct hash fresh;
    if (!salt && !random_bytes(fresh.at, sizeof fresh.at, e))
        return false;
    if (!people_row(q->people, q->files, q->who, &row, e) || !plan_make(&tmp, laws, q->scheme, q->date, &p, e))
        return false;
    const struct binding_set *b = eval_bind(&tmp, p, &q->people->table);
    const struct explanation x = eval_explain(&tmp, b, row);
    if (!bulk_agrees(tmp, b, &q->people->table, row, &x, p)) /* INV-9 */
        return fail(e, ERR_PLAN, "this resident's explanation and the bulk evaluation do not come to the same. Please report this");
    *out = eval_receipt(tmp, b, row, &x, salt ? *salt : fresh);
    out->scheme = q->scheme; /* outlives the plan */
    return true;
}
