/* SPDX-License-Identifier: EUPL-1.2 */
/* yaml.c: the strict part of YAML that laws need, with a place for every node; the one
 * file that includes libyaml. Not a general YAML reader: anchors, aliases, tags and
 * further documents are faults, because a law must read the same to everyone.
 */
#include "base.h"

#include <string.h>
#include <yaml.h>

struct reader {
    struct arena *a;
    struct str file;
    struct faults *f;
    yaml_parser_t parser;
    int nodes;
};

static void fault_at(struct reader *r, yaml_mark_t mark, const char *text)
{
    faults_add(r->f, r->file, (int)mark.line + 1, (int)mark.column + 1, "%s", text);
}

static bool next_event(struct reader *r, yaml_event_t *event)
{
    if (yaml_parser_parse(&r->parser, event))
        return true;
    yaml_mark_t at = r->parser.problem_mark;
    /* Encoding errors have an offset and no mark; the context mark is the nearest place. */
    faults_add(r->f, r->file, (int)at.line + 1, (int)at.column + 1, "%s%s%s; mend the YAML",
               r->parser.problem ? r->parser.problem : "unreadable",
               r->parser.context ? " " : "", r->parser.context ? r->parser.context : "");
    return false;
}

static struct yaml *node_new(struct reader *r, enum yaml_kind kind, yaml_mark_t mark)
{
    struct yaml *y = arena_new(r->a, struct yaml, 1);
    y->kind = kind;
    y->line = (int)mark.line + 1;
    y->column = (int)mark.column + 1;
    return y;
}

static struct yaml *read_node(struct reader *r, yaml_event_t *event, int depth);

static bool has_property(struct reader *r, const yaml_event_t *event, const yaml_char_t *anchor,
                         const yaml_char_t *tag)
{
    if (anchor)
        fault_at(r, event->start_mark, "an anchor (&); write the value out where it is used");
    if (tag)
        fault_at(r, event->start_mark, "a tag (!); remove it");
    return anchor || tag;
}

static struct yaml *read_scalar(struct reader *r, const yaml_event_t *event)
{
    has_property(r, event, event->data.scalar.anchor, event->data.scalar.tag);
    struct yaml *y = node_new(r, YAML_SCALAR, event->start_mark);
    y->plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
    struct str text = {(const char *)event->data.scalar.value, (ptrdiff_t)event->data.scalar.length};
    if (!str_is_utf8(text))
        fault_at(r, event->start_mark, "text with a NUL or broken UTF-8; save the file as UTF-8");
    y->text = str_copy(r->a, text);
    return y;
}

static struct yaml *read_list(struct reader *r, const yaml_event_t *start, int depth)
{
    has_property(r, start, start->data.sequence_start.anchor, start->data.sequence_start.tag);
    struct yaml *list = node_new(r, YAML_LIST, start->start_mark), **end = &list->first;
    yaml_event_t event;
    while (next_event(r, &event)) {
        if (event.type == YAML_SEQUENCE_END_EVENT) {
            yaml_event_delete(&event);
            return list;
        }
        *end = read_node(r, &event, depth + 1);
        if (!*end)
            return NULL;
        end = &(*end)->next;
        list->count++;
    }
    return NULL;
}

/* Short maps are looked through; long ones (a hostile file) get an index, or each key would cost
 * all keys before it. */
#define SHORT_MAP 16

static bool is_double(struct reader *r, const struct yaml *map, struct str_map *index, struct str key)
{
    bool found;
    if (map->count < SHORT_MAP)
        return yaml_get(map, key) != NULL;
    if (!index->slots) {
        *index = str_map_open(r->a, 4 * SHORT_MAP);
        for (const struct yaml *y = map->first; y; y = y->next)
            str_map_put(index, y->key, &found);
    }
    str_map_put(index, key, &found);
    return found;
}

/* A duplicate key is a fault, and its value is read all the same, for the faults in it. */
static struct yaml *read_entry(struct reader *r, const struct yaml *map, struct str_map *index,
                               yaml_event_t *key_event, int depth)
{
    yaml_mark_t at = key_event->start_mark;
    struct yaml *key = read_node(r, key_event, depth + 1);
    if (!key)
        return NULL;
    if (key->kind != YAML_SCALAR) {
        fault_at(r, at, "a key that is a list or a map; use a plain word");
        key->text = S("");
    }
    if (is_double(r, map, index, key->text))
        faults_add(r->f, r->file, key->line, key->column,
                   "the key '" STR_FMT "' stands here twice; keep one", STR_ARG(key->text));
    yaml_event_t event;
    if (!next_event(r, &event))
        return NULL;
    struct yaml *value = read_node(r, &event, depth + 1);
    if (!value)
        return NULL;
    value->key = key->text;
    value->key_line = key->line;
    value->key_column = key->column;
    return value;
}

static struct yaml *read_map(struct reader *r, const yaml_event_t *start, int depth)
{
    has_property(r, start, start->data.mapping_start.anchor, start->data.mapping_start.tag);
    struct yaml *map = node_new(r, YAML_MAP, start->start_mark), **end = &map->first;
    struct str_map index = {.slots = 0};
    yaml_event_t event;
    while (next_event(r, &event)) {
        if (event.type == YAML_MAPPING_END_EVENT) {
            yaml_event_delete(&event);
            return map;
        }
        *end = read_entry(r, map, &index, &event, depth);
        if (!*end)
            return NULL;
        end = &(*end)->next;
        map->count++;
    }
    return NULL;
}

static struct yaml *read_by_kind(struct reader *r, yaml_event_t *event, int depth)
{
    switch (event->type) {
    case YAML_SCALAR_EVENT: return read_scalar(r, event);
    case YAML_SEQUENCE_START_EVENT: return read_list(r, event, depth);
    case YAML_MAPPING_START_EVENT: return read_map(r, event, depth);
    case YAML_ALIAS_EVENT: {
        fault_at(r, event->start_mark, "an alias (*); write the value out");
        struct yaml *y = node_new(r, YAML_SCALAR, event->start_mark);
        y->text = S("");
        return y;
    }
    default:
        fault_at(r, event->start_mark, "unexpected end; complete the YAML");
        return NULL;
    }
}

/* Takes the event over and frees it. */
static struct yaml *read_node(struct reader *r, yaml_event_t *event, int depth)
{
    struct yaml *y = NULL;
    if (depth > LIMIT_YAML_DEPTH)
        fault_at(r, event->start_mark, "nested too deeply; flatten it");
    else if (++r->nodes > LIMIT_YAML_NODES)
        fault_at(r, event->start_mark, "too many values in one file; split it");
    else
        y = read_by_kind(r, event, depth);
    yaml_event_delete(event);
    return y;
}

static struct yaml *read_document(struct reader *r)
{
    yaml_event_t event;
    struct yaml *root = NULL;
    while (next_event(r, &event)) {
        yaml_event_type_t type = event.type;
        if (type == YAML_STREAM_END_EVENT) {
            yaml_event_delete(&event);
            return root;
        }
        if (type == YAML_DOCUMENT_START_EVENT && root)
            fault_at(r, event.start_mark, "a second document; one law a file");
        if (type == YAML_STREAM_START_EVENT || type == YAML_DOCUMENT_START_EVENT ||
            type == YAML_DOCUMENT_END_EVENT) {
            yaml_event_delete(&event);
            continue;
        }
        struct yaml *read = read_node(r, &event, 0);
        if (!read)
            return root;
        if (!root)
            root = read;
    }
    return root;
}

struct yaml *yaml_read(struct arena *a, struct str file, struct str bytes, struct faults *f)
{
    struct reader r = {.a = a, .file = str_copy(a, file), .f = f};
    if (bytes.len > LIMIT_YAML_BYTES) {
        faults_add(f, r.file, 0, 0, "larger than %d bytes; split it", LIMIT_YAML_BYTES);
        return NULL;
    }
    if (!yaml_parser_initialize(&r.parser))
        return NULL;
    int before = f->count;
    yaml_parser_set_encoding(&r.parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&r.parser, (const unsigned char *)(bytes.len ? bytes.at : ""), (size_t)bytes.len);
    struct yaml *root = read_document(&r);
    yaml_parser_delete(&r.parser);
    if (!root && f->count == before)
        faults_add(f, r.file, 1, 1, "the file is empty; fill it or remove it");
    return root;
}

struct yaml *yaml_get(const struct yaml *map, struct str key)
{
    if (!map || map->kind != YAML_MAP)
        return NULL;
    for (struct yaml *y = map->first; y; y = y->next)
        if (str_eq(y->key, key))
            return y;
    return NULL;
}

bool yaml_is_null(const struct yaml *y)
{
    return y->kind == YAML_SCALAR && y->plain &&
           (y->text.len == 0 || str_eq(y->text, S("null")) || str_eq(y->text, S("~")));
}

bool yaml_bool(const struct yaml *y, bool *out)
{
    if (y->kind != YAML_SCALAR || !y->plain)
        return false;
    *out = str_eq(y->text, S("true"));
    return *out || str_eq(y->text, S("false"));
}

bool yaml_number(const struct yaml *y, struct rational *out)
{
    return y->kind == YAML_SCALAR && y->plain && rational_parse(y->text, out);
}

bool yaml_int(const struct yaml *y, int64_t *out)
{
    return y->kind == YAML_SCALAR && y->plain && str_to_int64(y->text, out);
}
