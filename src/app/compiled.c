/* SPDX-License-Identifier: EUPL-1.2 */
/* compiled.c: the law as C, made, loaded and held against the kernels before it may do anything. */
#include "workspace.h"

#define SAMPLE_ROWS 20000            /* of the very residents: a difference in one of them refuses the C */
#define SYMBOL "law_rows"

bool app_law_c(const struct plan *p, struct buf *out, struct err *e)
{
    struct str why;
    eval_write_c_head(out);
    if (!eval_write_c(p, S(SYMBOL), out, &why))
        return fail(e, ERR_PLAN, "this law cannot become C, because of " STR_FMT "; it runs without", STR_ARG(why));
    if (out->over)
        return fail(e, ERR_LIMIT, "the law as C is larger than %d bytes; split the scheme", LIMIT_LAW_C_BYTES);
    return true;
}

static bool agree(const struct findings *x, const struct findings *y, int64_t rows)
{
    for (int64_t i = 0; i < rows; i++)
        if (x->verdict[i] != y->verdict[i] || x->amount_cents[i] != y->amount_cents[i] || x->amount_state[i] != y->amount_state[i])
            return false;
    return true;
}

bool law_to_c(struct arena tmp, struct binding_set *b, const struct plan *p, const struct table *t, struct str folder,
              struct err *e)
{
    struct buf source = buf_open(&tmp, LIMIT_LAW_C_BYTES);
    const int64_t rows = t->rows < SAMPLE_ROWS ? t->rows : SAMPLE_ROWS;
    void *function;
    if (!app_law_c(p, &source, e) || !object_load(tmp, folder, buf_str(&source), SYMBOL, &function, e))
        return false;
    struct findings kernels = findings_open(&tmp, p, t->rows), c = findings_open(&tmp, p, t->rows);
    eval_rows(tmp, b, 0, rows, &kernels);
    if (!eval_use_c(b, (eval_c *)(uintptr_t)function))
        return fail(e, ERR_FACTS, "a column that the law reads was not delivered, so nobody can be worked out by the law as C");
    eval_rows(tmp, b, 0, rows, &c);
    if (agree(&kernels, &c, rows))
        return true;
    bool kernels_again = eval_use_c(b, NULL); /* INV-9 */
    assert(kernels_again);
    return fail(e, ERR_PLAN, "the law as C differs from the kernels on these residents; it was not used. Please report this");
}
