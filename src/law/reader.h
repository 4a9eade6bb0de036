/* SPDX-License-Identifier: EUPL-1.2 */
/* reader.h: what the files of this module share while they read: the tables of shapes,
 * expressions and names. Not for other modules: the door is law.h.
 */
#ifndef HOORT_LAW_READER_H
#define HOORT_LAW_READER_H

#include "law/law.h"
#include "shape/shape.h"

#define SCHEMA_OLDEST 500
#define SCHEMA_NEWEST 600
#define SCHEMA_LAST_0_5 509
#define SCHEMA_NULLABLE 508    /* since then a field that is not nullable is never absent */
extern const struct words words_layer, words_type, words_unit, words_combine;
extern const struct shape shape_law, shape_definition, shape_legal_basis;
extern const struct shape *const shape_operation[];           /* by enum op_shape */

/* ---- expressions (expr.c) and names (names.c) ---------------------------------------------- */
bool op_read(struct reader *r, const struct yaml *y, enum law_op *op); /* of its key `operation` */
struct expr *expr_read(struct reader *r, const struct yaml *y);
struct expr *expr_read_action(struct reader *r, const struct yaml *action); /* inline or value */
struct expr *expr_read_argument(struct reader *r, const struct yaml *y);
void literal_read(struct reader *r, const struct yaml *y, struct literal *out);
const struct legal_basis *legal_basis_read(struct reader *r, const struct yaml *owner);
void names_check(struct reader *r, struct law *law);
void kinds_check(struct reader *r, const struct law *law);     /* types, units and absence (kinds.c) */
/* '#output' becomes the text that the law gives it, if it is a plain text. */
struct str name_resolve(const struct law *law, struct str name);

#endif
