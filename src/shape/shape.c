/* SPDX-License-Identifier: EUPL-1.2 */
/* shape.c: holds an object against the table of its keys and names every fault with a
 * place and a remedy. Not the tables themselves: those stand with who reads the files.
 */
#include "shape/shape.h"

#include <stdio.h>

PRINTF(4, 0) static void fault_args(struct reader *r, int line, int column, const char *format,
                                    va_list args)
{
    char text[LIMIT_ERR_TEXT];
    vsnprintf(text, sizeof text, format, args);
    faults_add(r->f, r->file, line, column, "%s", text);
}

void fault(struct reader *r, const struct yaml *y, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    fault_args(r, y->line, y->column, format, args);
    va_end(args);
}

void fault_key(struct reader *r, const struct yaml *y, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    fault_args(r, y->key_line, y->key_column, format, args);
    va_end(args);
}

void fault_on(struct reader *r, int line, int column, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    fault_args(r, line, column, format, args);
    va_end(args);
}

/* Faults past LIMIT_FAULTS are only counted, so they take no memory either. */
const char *show(struct faults *f, struct str s)
{
    char text[SHOW_MAX + 4];
    if (f->count >= LIMIT_FAULTS)
        return "";
    ptrdiff_t len = s.len < SHOW_MAX ? s.len : SHOW_MAX;
    while (len > 0 && len < s.len && ((unsigned char)s.at[len] & 0xc0) == 0x80)
        len--;
    for (ptrdiff_t i = 0; i < len; i++)
        text[i] = (unsigned char)s.at[i] < 0x20 || s.at[i] == 0x7f ? ' ' : s.at[i];
    snprintf(text + len, sizeof text - (size_t)len, "%s", len < s.len ? "..." : "");
    return str_z(f->a, str_of(text));
}

struct fault *faults_last(const struct faults *f)
{
    struct fault *last = f->first;
    while (last && last->next)
        last = last->next;
    return last;
}

static bool stands_before(const struct fault *a, const struct fault *b)
{
    return a->line != b->line ? a->line < b->line : a->column < b->column;
}

/* Insertion: at most LIMIT_FAULTS are kept. Stable, so that one place keeps its order. */
void faults_sort(struct faults *f, struct fault *before)
{
    struct fault *rest = before ? before->next : f->first, *sorted = NULL;
    while (rest) {
        struct fault *one = rest, **at = &sorted;
        rest = rest->next;
        while (*at && !stands_before(one, *at))
            at = &(*at)->next;
        one->next = *at;
        *at = one;
    }
    if (before)
        before->next = sorted;
    else
        f->first = sorted;
    struct fault *last = faults_last(f);
    if (last)
        f->last = &last->next;
}

int word_find(const struct words *words, struct str word)
{
    for (int i = 0; i < words->count; i++)
        if (str_eq(word, str_of(words->at[i].at)))
            return i;
    return -1;
}

#define NEAR_WORDS 64

static struct str nearest_word(struct str word, const struct words *words)
{
    struct str among[NEAR_WORDS];
    assert(words->count <= NEAR_WORDS);
    for (int i = 0; i < words->count; i++)
        among[i] = str_of(words->at[i].at);
    return nearest(word, among, words->count);
}

static struct str nearest_key(struct str word, const struct shape *shape)
{
    struct str among[NEAR_WORDS];
    assert(shape->count <= NEAR_WORDS);
    for (int i = 0; i < shape->count; i++)
        among[i] = str_of(shape->keys[i].name);
    return nearest(word, among, shape->count);
}

static void unknown_key(struct reader *r, const struct yaml *y, const struct shape *shape)
{
    const char *key = show(r->f, y->key);
    struct str near = nearest_key(y->key, shape);
    if (near.len)
        fault_key(r, y, "unknown key '%s' in %s; did you mean '" STR_FMT "'?", key,
                  shape->what, STR_ARG(near));
    else
        fault_key(r, y, "unknown key '%s' in %s; remove it", key, shape->what);
}

static void check_form(struct reader *r, const struct yaml *y, const char *name, enum form form)
{
    const char *shown = show(r->f, y->kind == YAML_SCALAR ? y->text : S(""));
    if (y->kind != YAML_SCALAR || yaml_is_null(y))
        fault(r, y, "'%s' must be text; write %s", name, form_words(form));
    else if (!scalar_is_text(y) && form_fits(form, y->text))
        fault(r, y, "'%s' must be text and %s is not; put quotes around it", name, shown);
    else if (!form_fits(form, y->text))
        fault(r, y, "'%s' does not fit '%s'; write %s", shown, name, form_words(form));
}

void since_check(struct reader *r, const struct yaml *y, bool at_key, const char *name, int since)
{
    if (since <= r->schema)
        return;
    fault_on(r, at_key ? y->key_line : y->line, at_key ? y->key_column : y->column,
             "'%s' came with schema " SCHEMA_FMT " and this file declares " SCHEMA_FMT "; raise $schema", name,
             SCHEMA_ARG(since), SCHEMA_ARG(r->schema));
}

static void check_word(struct reader *r, const struct yaml *y, const char *name, const struct words *words)
{
    struct str text = y->kind == YAML_SCALAR ? y->text : S("");
    int at = word_find(words, text);
    if (at >= 0) {
        since_check(r, y, false, words->at[at].at, words->at[at].since);
        return;
    }
    struct str near = nearest_word(text, words);
    const char *shown = show(r->f, text);
    if (near.len) {
        fault(r, y, "'%s' does not fit '%s'; did you mean '" STR_FMT "'?", shown, name, STR_ARG(near));
        return;
    }
    if (r->f->count >= LIMIT_FAULTS) {
        r->f->count++;
        return;
    }
    struct buf all = buf_open(r->a, LIMIT_ERR_TEXT / 2);
    for (int i = 0; i < words->count; i++)
        buf_print(&all, "%s%s", i ? ", " : "", words->at[i].at);
    fault(r, y, "'%s' does not fit '%s'; write one of " STR_FMT, shown, name, STR_ARG(buf_str(&all)));
}

static void check_int(struct reader *r, const struct yaml *y, const struct shape_key *key)
{
    int64_t whole;
    struct rational number;
    if (!yaml_int(y, &whole) || !scalar_number(y, &number))
        fault(r, y, "'%s' must be a whole number, without quotes", key->name);
    else if ((key->min || key->max) && (whole < key->min || whole > key->max))
        fault(r, y, "'%s' is %lld; write a whole number from %lld to %lld", key->name, (long long)whole,
              (long long)key->min, (long long)key->max);
}

static void check_list(struct reader *r, const struct yaml *y, const struct shape_key *key)
{
    if (y->kind != YAML_LIST) {
        fault(r, y, "'%s' must be a list; write each item on a line with a dash", key->name);
        return;
    }
    if (y->count > LIMIT_LIST_ITEMS)
        fault(r, y, "'%s' has %d items and %d is the most; split it", key->name, y->count, LIMIT_LIST_ITEMS);
    for (const struct yaml *item = y->first; item; item = item->next) {
        if (key->kind == KEY_TEXTS)
            check_form(r, item, key->name, FORM_TEXT);
        else if (key->shape)
            shape_check(r, item, key->shape);
    }
}

static void check_map(struct reader *r, const struct yaml *y, const struct shape_key *key)
{
    if (key->kind == KEY_MAP) {
        shape_check(r, y, key->shape);
        return;
    }
    if (y->kind != YAML_MAP) {
        fault(r, y, "'%s' must be a map; write 'name: value' on the lines below it", key->name);
        return;
    }
    if (y->count > LIMIT_LIST_ITEMS)
        fault(r, y, "'%s' has %d entries and %d is the most; split it", key->name, y->count, LIMIT_LIST_ITEMS);
    for (const struct yaml *entry = y->first; entry; entry = entry->next) {
        if (!form_fits(FORM_NAME, entry->key))
            fault_key(r, entry, "'%s' is no name; write %s", show(r->f, entry->key),
                      form_words(FORM_NAME));
        if (key->kind == KEY_TEXT_MAP)
            check_form(r, entry, key->name, FORM_TEXT);
    }
}

static void check_authority(struct reader *r, const struct yaml *y, const struct shape_key *key)
{
    if (y->kind == YAML_MAP)
        shape_check(r, y, key->shape);
    else if (y->kind != YAML_SCALAR || y->text.len < 2 || y->text.at[0] != '#')
        fault(r, y, "'%s' must be '#output' or a map with a name", key->name);
}

static void check_value(struct reader *r, const struct yaml *y, const struct shape_key *key)
{
    bool truth;
    struct rational number;
    switch (key->kind) {
    case KEY_ANY: break;
    case KEY_FORM: check_form(r, y, key->name, key->form); break;
    case KEY_WORD: check_word(r, y, key->name, key->words); break;
    case KEY_BOOL:
        if (!yaml_bool(y, &truth))
            fault(r, y, "'%s' must be true or false, without quotes", key->name);
        break;
    case KEY_INT: check_int(r, y, key); break;
    case KEY_NUMBER:
        if (!scalar_number(y, &number))
            fault(r, y, "'%s' must be a decimal number, without quotes", key->name);
        break;
    case KEY_LIST: case KEY_TEXTS: check_list(r, y, key); break;
    case KEY_MAP: case KEY_TEXT_MAP: case KEY_FREE_MAP: check_map(r, y, key); break;
    case KEY_AUTHORITY: check_authority(r, y, key); break;
    }
}

static const struct shape_key *key_find(const struct shape *shape, struct str name)
{
    for (int i = 0; i < shape->count; i++)
        if (str_eq(name, str_of(shape->keys[i].name)))
            return &shape->keys[i];
    return NULL;
}

bool shape_check(struct reader *r, const struct yaml *y, const struct shape *shape)
{
    if (y->kind != YAML_MAP) {
        fault(r, y, "here must stand %s: a map of keys", shape->what);
        return false;
    }
    for (const struct yaml *entry = y->first; entry; entry = entry->next) {
        const struct shape_key *key = key_find(shape, entry->key);
        if (!key) {
            unknown_key(r, entry, shape);
            continue;
        }
        since_check(r, entry, true, key->name, key->since);
        check_value(r, entry, key);
    }
    for (int i = 0; i < shape->count; i++)
        if (shape->keys[i].required && !yaml_get(y, str_of(shape->keys[i].name)))
            fault(r, y, "%s without '%s'; add it", shape->what, shape->keys[i].name);
    return true;
}

struct str get_text(const struct yaml *map, const char *key)
{
    const struct yaml *y = yaml_get(map, str_of(key));
    return y && y->kind == YAML_SCALAR && !yaml_is_null(y) ? y->text : S("");
}

bool get_bool(const struct yaml *map, const char *key, bool otherwise)
{
    const struct yaml *y = yaml_get(map, str_of(key));
    bool truth;
    return y && yaml_bool(y, &truth) ? truth : otherwise;
}

int64_t get_int(const struct yaml *map, const char *key, int64_t otherwise)
{
    const struct yaml *y = yaml_get(map, str_of(key));
    int64_t whole;
    return y && yaml_int(y, &whole) ? whole : otherwise;
}

int get_word(const struct yaml *map, const char *key, const struct words *words)
{
    return word_find(words, get_text(map, key));
}

const struct yaml *get_list(const struct yaml *map, const char *key)
{
    const struct yaml *y = yaml_get(map, str_of(key));
    return y && y->kind == YAML_LIST ? y->first : NULL;
}
