/* SPDX-License-Identifier: EUPL-1.2 */
/* cell.c: one fact of one person, as the kernels load it. Not for bulk: those read columns. */
#include "program.h"

const struct plan *eval_plan(const struct binding_set *b)
{
    return b->plan;
}

int64_t eval_row_count(const struct binding_set *b)
{
    return b->table->rows;
}

const struct column *eval_column(const struct binding_set *b, int fact)
{
    return b->sources[fact].column;
}

struct fact_cell eval_cell(const struct binding_set *b, int fact, int64_t row)
{
    const struct source *src = &b->sources[fact];
    assert(row >= 0 && row < b->table->rows);
    if (!src->column)
        return (struct fact_cell){CELL_UNKNOWN, 0};
    enum cell_state state = source_state(src, row);
    if (state != CELL_PRESENT)
        return (struct fact_cell){state, 0}; /* INV-3 */
    if (src->column->type == COLUMN_PEOPLE)
        return (struct fact_cell){state, 0}; /* who is in it: column_people */
    return (struct fact_cell){state, src->codes ? src->codes[((const int32_t *)src->cells)[row]] : column_int(src->column, row)};
}
