/* SPDX-License-Identifier: EUPL-1.2 */
/* ops.c: the operations that there are, by name, and the remedy for those that there are
 * not. Made from ops.def; not what an operation does (eval/).
 */
#include "law/reader.h"

#define OP(code, shape, type, rule, doc) {#code, doc, SHAPE_##shape},
static const struct { const char *name, *doc; enum op_shape shape; } ops[] = {
#include "law/ops.def"
};
#undef OP

const char *law_op_name(enum law_op op)
{
    assert(op < OP_COUNT);
    return ops[op].name;
}

const char *law_op_doc(enum law_op op)
{
    assert(op < OP_COUNT);
    return ops[op].doc;
}

enum op_shape law_op_shape(enum law_op op)
{
    assert(op < OP_COUNT);
    return ops[op].shape;
}

bool law_op_find(struct str name, enum law_op *op)
{
    for (int i = 0; i < OP_COUNT; i++) {
        if (!str_eq(name, str_of(ops[i].name)))
            continue;
        *op = (enum law_op)i;
        return true;
    }
    return false;
}

/* What upstream has under other names or only later, with what to write instead. */
static const char *remedy_for(struct str name)
{
    static const struct { const char *name, *remedy; } known[] = {
        {"NOT_EQUALS", "write NOT around EQUALS"}, {"NOT_IN", "write NOT around IN"},
        {"IS_NULL", "write EQUALS with value: null"}, {"NOT_NULL", "write NOT around EQUALS with value: null"},
        {"SWITCH", "write IF"}, {"IF_THEN_ELSE", "write IF"}, {"CONCAT", "texts cannot be joined; write the whole text"},
    };
    for (int i = 0; i < COUNT(known); i++)
        if (str_eq(name, str_of(known[i].name)))
            return known[i].remedy;
    return NULL;
}

static void unknown_operation(struct reader *r, const struct yaml *at, struct str name)
{
    struct str names[OP_COUNT];
    const char *shown = show(r->f, name);
    for (int i = 0; i < OP_COUNT; i++)
        names[i] = str_of(ops[i].name);
    const char *remedy = remedy_for(name);
    struct str near = nearest(name, names, OP_COUNT);
    if (remedy)
        fault(r, at, "unknown operation '%s'; %s", shown, remedy);
    else if (near.len)
        fault(r, at, "unknown operation '%s'; did you mean '" STR_FMT "'?", shown, STR_ARG(near));
    else
        fault(r, at, "unknown operation '%s'; see docs/operations.md for the ones there are", shown);
}

bool op_read(struct reader *r, const struct yaml *y, enum law_op *op)
{
    const struct yaml *at = yaml_get(y, S("operation"));
    if (!at) {
        fault(r, y, "a map without 'operation' is no value; add it, or write a single value");
        return false;
    }
    struct str name = at->kind == YAML_SCALAR ? at->text : S("");
    if (!law_op_find(name, op)) {
        unknown_operation(r, at, name);
        return false;
    }
    int since = *op == OP_DATE_DIFF ? 504 : law_op_shape(*op) == SHAPE_ROUNDING ? 505 : *op == OP_FOREACH ? 507 : 0;
    since_check(r, at, false, ops[*op].name, since);
    return true;
}
