/* SPDX-License-Identifier: EUPL-1.2 */
/* literal.c: values that are written out: numbers, texts, true, false, null, lists of them.
 * What two YAML readers would read in two ways is a fault. Not references: expr.c.
 */
#include "law/reader.h"

static void literal_scalar(struct reader *r, const struct yaml *y, struct literal *out)
{
    out->text = y->text;
    if (yaml_bool(y, &out->truth)) {
        out->kind = LITERAL_BOOL;
    } else if (scalar_number(y, &out->number)) {
        out->kind = LITERAL_NUMBER;
    } else if (yaml_is_null(y)) {
        out->kind = LITERAL_NULL;
        if (y->text.len == 0)
            fault(r, y, "nothing stands here; write the value, or null where the law knows that there is none");
    } else {
        out->kind = LITERAL_TEXT;
        if (scalar_is_doubtful(y))
            fault(r, y, "'%s' reads as one thing here and as another there; write a plain decimal "
                  "number, true, false or null, or put it in quotes", show(r->f, y->text));
        else if (str_starts(y->text, S("$")))
            fault(r, y, "'%s' is a reference and here must stand a value; write the value out",
                  show(r->f, y->text));
    }
}

void literal_read(struct reader *r, const struct yaml *y, struct literal *out)
{
    if (y->kind == YAML_SCALAR) {
        literal_scalar(r, y, out);
        return;
    }
    if (y->kind == YAML_MAP) {
        fault(r, y, "a map is no value; write a number, a text, true, false, null or a list");
        return;
    }
    if (y->count > LIMIT_LIST_ITEMS)
        fault(r, y, "a list of %d items and %d is the most; split it", y->count, LIMIT_LIST_ITEMS);
    out->kind = LITERAL_LIST;
    struct literal **end = &out->first;
    for (const struct yaml *item = y->first; item; item = item->next) {
        *end = arena_new(r->a, struct literal, 1);
        if (item->kind == YAML_SCALAR)
            literal_scalar(r, item, *end);
        else
            fault(r, item, "an item of a list must be a single value; write it out");
        end = &(*end)->next;
        out->count++;
    }
}
