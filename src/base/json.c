/* SPDX-License-Identifier: EUPL-1.2 */
/* json.c: strict JSON in an arena, canonical and pretty printing; the one file that
 * includes jansson. Not for fractions: money and counts are whole numbers.
 */
#include "base.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

static struct json *js_new(struct arena *a, enum js_kind kind)
{
    struct json *j = arena_new(a, struct json, 1);
    j->kind = kind;
    return j;
}

struct json *js_object(struct arena *a)
{
    return js_new(a, JS_OBJECT);
}

struct json *js_list(struct arena *a)
{
    return js_new(a, JS_LIST);
}

struct json *js_put(struct arena *a, struct json *parent, struct str key, struct json *child)
{
    assert(parent->kind == JS_OBJECT || parent->kind == JS_LIST);
    assert(!child->next);
    if (parent->kind == JS_OBJECT)
        child->key = str_copy(a, key);
    if (parent->last)
        parent->last->next = child;
    else
        parent->first = child;
    parent->last = child;
    parent->count++;
    return child;
}

struct json *js_put_text(struct arena *a, struct json *parent, struct str key, struct str text)
{
    struct json *j = js_new(a, JS_TEXT);
    j->text = str_copy(a, text);
    return js_put(a, parent, key, j);
}

struct json *js_put_int(struct arena *a, struct json *parent, struct str key, int64_t number)
{
    struct json *j = js_new(a, JS_INT);
    j->number = number;
    return js_put(a, parent, key, j);
}

struct json *js_put_bool(struct arena *a, struct json *parent, struct str key, bool truth)
{
    struct json *j = js_new(a, JS_BOOL);
    j->truth = truth;
    return js_put(a, parent, key, j);
}

struct json *js_get(const struct json *object, struct str key)
{
    if (!object || object->kind != JS_OBJECT)
        return NULL;
    for (struct json *j = object->first; j; j = j->next)
        if (str_eq(j->key, key))
            return j;
    return NULL;
}

/* ---- reading ---------------------------------------------------------------- */

struct reader {
    struct arena *a;
    const char *file;
    struct err *e;
};

static struct json *convert(struct reader *r, json_t *from, int depth);

static bool convert_members(struct reader *r, json_t *from, int depth, struct json *into)
{
    const char *key;
    json_t *value;
    json_object_foreach(from, key, value) {
        struct json *child = convert(r, value, depth + 1);
        if (!child)
            return false;
        js_put(r->a, into, str_of(key), child);
    }
    return true;
}

static bool convert_items(struct reader *r, json_t *from, int depth, struct json *into)
{
    size_t i;
    json_t *value;
    json_array_foreach(from, i, value) {
        struct json *child = convert(r, value, depth + 1);
        if (!child)
            return false;
        js_put(r->a, into, S(""), child);
    }
    return true;
}

static struct json *convert_scalar(struct reader *r, json_t *from)
{
    if (json_is_string(from)) {
        struct json *j = js_new(r->a, JS_TEXT);
        struct str text = {json_string_value(from), (ptrdiff_t)json_string_length(from)};
        j->text = str_copy(r->a, text);
        return j;
    }
    if (json_is_integer(from)) {
        struct json *j = js_new(r->a, JS_INT);
        j->number = json_integer_value(from);
        return j;
    }
    if (json_is_boolean(from)) {
        struct json *j = js_new(r->a, JS_BOOL);
        j->truth = json_is_true(from);
        return j;
    }
    if (json_is_null(from))
        return js_new(r->a, JS_NULL);
    fail_at(r->e, ERR_JSON, r->file, 0, 0,
            "the number %g has a fraction; write whole numbers (euros as eurocents)",
            json_real_value(from));
    return NULL;
}

static struct json *convert(struct reader *r, json_t *from, int depth)
{
    if (depth > LIMIT_JSON_DEPTH) {
        fail_at(r->e, ERR_JSON, r->file, 0, 0, "nested deeper than %d; flatten it", LIMIT_JSON_DEPTH);
        return NULL;
    }
    if (json_is_object(from)) {
        struct json *j = js_object(r->a);
        return convert_members(r, from, depth, j) ? j : NULL;
    }
    if (json_is_array(from)) {
        struct json *j = js_list(r->a);
        return convert_items(r, from, depth, j) ? j : NULL;
    }
    return convert_scalar(r, from);
}

bool js_read(struct arena *a, struct str file, struct str bytes, struct json **out, struct err *e)
{
    struct reader r = {a, str_z(a, file), e};
    if (bytes.len > LIMIT_JSON_BYTES)
        return fail_at(e, ERR_LIMIT, r.file, 0, 0, "larger than %d bytes", LIMIT_JSON_BYTES);
    json_error_t error;
    json_t *root = json_loadb(bytes.len ? bytes.at : "", (size_t)bytes.len,
                              JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &error);
    if (!root)
        return fail_at(e, ERR_JSON, r.file, error.line, error.column > 0 ? error.column : 1, "%s", error.text);
    struct json *j = convert(&r, root, 0);
    json_decref(root);
    if (!j)
        return false;
    *out = j;
    return true;
}

/* ---- writing ---------------------------------------------------------------- */

static int by_key(const void *x, const void *y)
{
    const struct json *const *a = x, *const *b = y;
    return str_cmp((*a)->key, (*b)->key);
}

static void write_scalar(const struct json *j, struct buf *out)
{
    switch (j->kind) {
    case JS_NULL: buf_add(out, S("null")); break;
    case JS_BOOL: buf_add(out, j->truth ? S("true") : S("false")); break;
    case JS_INT: buf_print(out, "%lld", (long long)j->number); break;
    case JS_TEXT: buf_json(out, j->text); break;
    case JS_LIST:
    case JS_OBJECT: assert(0 && "a scalar"); break;
    }
}

void js_canonical(const struct json *j, struct buf *out)
{
    if (j->kind != JS_OBJECT && j->kind != JS_LIST) {
        write_scalar(j, out);
        return;
    }
    bool object = j->kind == JS_OBJECT;
    const struct json **order = arena_new_raw(out->a, const struct json *, j->count);
    int n = 0;
    for (const struct json *child = j->first; child; child = child->next)
        order[n++] = child;
    if (object)
        qsort(order, (size_t)n, sizeof *order, by_key);
    buf_char(out, object ? '{' : '[');
    for (int i = 0; i < n; i++) {
        if (i)
            buf_char(out, ',');
        if (object) {
            buf_json(out, order[i]->key);
            buf_char(out, ':');
        }
        js_canonical(order[i], out);
    }
    buf_char(out, object ? '}' : ']');
}

static void indent(struct buf *out, int depth)
{
    buf_char(out, '\n');
    for (int i = 0; i < depth; i++)
        buf_add(out, S("  "));
}

static void pretty(const struct json *j, struct buf *out, int depth)
{
    if (j->kind != JS_OBJECT && j->kind != JS_LIST) {
        write_scalar(j, out);
        return;
    }
    bool object = j->kind == JS_OBJECT;
    buf_char(out, object ? '{' : '[');
    for (const struct json *child = j->first; child; child = child->next) {
        indent(out, depth + 1);
        if (object) {
            buf_json(out, child->key);
            buf_add(out, S(": "));
        }
        pretty(child, out, depth + 1);
        if (child->next)
            buf_char(out, ',');
    }
    if (j->first)
        indent(out, depth);
    buf_char(out, object ? '}' : ']');
}

void js_pretty(const struct json *j, struct buf *out)
{
    pretty(j, out, 0);
    buf_char(out, '\n');
}
