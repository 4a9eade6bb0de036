/* SPDX-License-Identifier: EUPL-1.2 */
/* shape.h: which keys an object of a YAML file may have and of what form: tables, held against
 * the tree that base/ reads, every fault with a place and a remedy. Not what a file means: that
 * is for whoever declares the tables (law/, method/). Only their .c files and private headers
 * include this door: its names are short, as those of a language.
 */
#ifndef HOORT_SHAPE_H
#define HOORT_SHAPE_H

#include "base/base.h"

struct reader {
    struct arena *a;       /* faults may live here too: take no scratch copy of it */
    struct str file;
    struct faults *f;
    int schema;            /* the version that the file declares: 507 is v0.5.7, 600 is v0.6.0 */
    bool declared;         /* it does declare one; else what the newest has may stand in it */
};

#define SCHEMA_FMT "v0.%d.%d"
#define SCHEMA_ARG(version) (version) / 100, (version) % 100
/* Whether the file may have what came with that version; a fault at y if not. */
void since_check(struct reader *r, const struct yaml *y, bool at_key, const char *name, int since);

void fault(struct reader *r, const struct yaml *y, const char *format, ...) PRINTF(3, 4);
void fault_key(struct reader *r, const struct yaml *y, const char *format, ...) PRINTF(3, 4); /* at its key */
void fault_on(struct reader *r, int line, int column, const char *format, ...) PRINTF(4, 5);
/* Fit to stand in a message: at most SHOW_MAX bytes, whole characters, nothing that moves a
 * cursor. Lives as long as the faults. */
const char *show(struct faults *f, struct str s);
#define SHOW_MAX 120
/* Puts the faults after `before` (NULL: all) in the order of the document. */
void faults_sort(struct faults *f, struct fault *before);
struct fault *faults_last(const struct faults *f);

/* ---- the forms a scalar may have (scalar.c) ---------------------------------------------- */
enum form {
    FORM_TEXT, FORM_DATE, FORM_START, FORM_URI, FORM_BWB, FORM_GEMEENTE, FORM_PROVINCIE, FORM_WATERSCHAP,
    FORM_JURICONNECT, FORM_SLUG, FORM_NAME, FORM_REFERENCE, FORM_ITEM, FORM_UUID, FORM_COUNT
};
bool form_fits(enum form form, struct str s);
const char *form_words(enum form form);           /* "a date like 2025-01-31" */
/* Plain words that one YAML reader takes for a number or truth value and another for text. */
bool scalar_is_doubtful(const struct yaml *y);
bool scalar_is_text(const struct yaml *y);        /* quoted, or plain and nothing else */
bool scalar_number(const struct yaml *y, struct rational *out); /* plain, decimal, no leading zeros */
/* The nearest of the words, for "did you mean"; {NULL, 0} if none is near. */
struct str nearest(struct str word, const struct str *among, int count);

/* ---- shapes: which keys an object has (shape.c) -------------------------------------------  */
struct word { const char *at; int since; };        /* of an enumeration; since that schema */
struct words { const struct word *at; int count; };

enum key_kind {
    KEY_ANY,         /* read by somebody else */
    KEY_FORM,        /* a scalar of key.form */
    KEY_WORD,        /* one of key.words */
    KEY_BOOL, KEY_INT, KEY_NUMBER,
    KEY_MAP,         /* of key.shape */
    KEY_LIST,        /* of maps of key.shape, or of anything */
    KEY_TEXTS,       /* a list of texts */
    KEY_TEXT_MAP,    /* names to texts */
    KEY_FREE_MAP,    /* names to anything */
    KEY_AUTHORITY    /* '#output', or a map of key.shape */
};

struct shape;
struct shape_key {
    const char *name;
    enum key_kind kind;
    bool required;
    int since;                       /* that schema: 508 is v0.5.8; 0 = always */
    enum form form;
    const struct words *words;
    const struct shape *shape;
    int64_t min, max;                /* of KEY_INT; both 0 = any */
};
struct shape { const char *what; const struct shape_key *keys; int count; };

/* Tables: KEYS and WORDS for the module, LOCAL_ ones for a file. NEED: required. MAY: optional. */
#define KEYS(shape_name, what_text, ...) \
    static const struct shape_key shape_name##_keys[] = {__VA_ARGS__}; \
    const struct shape shape_name = {what_text, shape_name##_keys, (int)COUNT(shape_name##_keys)}
#define LOCAL_WORDS(name, ...) \
    static const struct word name##_list[] = {__VA_ARGS__}; \
    static const struct words name = {name##_list, (int)COUNT(name##_list)}
#define LOCAL_KEYS(shape_name, what_text, ...) \
    static const struct shape_key shape_name##_keys[] = {__VA_ARGS__}; \
    static const struct shape shape_name = {what_text, shape_name##_keys, (int)COUNT(shape_name##_keys)}

#define NEED(name_text, kind_code, ...) {.name = name_text, .kind = KEY_##kind_code, .required = true, __VA_ARGS__}
#define MAY(name_text, kind_code, ...) {.name = name_text, .kind = KEY_##kind_code, __VA_ARGS__}
#define PLAIN .since = 0
#define NEED_TEXT(name_text) NEED(name_text, FORM, .form = FORM_TEXT)
#define MAY_TEXT(name_text) MAY(name_text, FORM, .form = FORM_TEXT)
#define MAY_FORM(name_text, code) MAY(name_text, FORM, .form = FORM_##code)
#define NEED_FORM(name_text, code) NEED(name_text, FORM, .form = FORM_##code)

/* Every fault in y against the shape: unknown, missing and newer keys, wrong kinds, and so
 * on downwards. False if y is no map at all. */
bool shape_check(struct reader *r, const struct yaml *y, const struct shape *shape);
int word_find(const struct words *words, struct str word);   /* index or -1 */

/* ---- reading what a shape has approved: lenient, faults were given already ----------------- */
struct str get_text(const struct yaml *map, const char *key);  /* empty if not there */
bool get_bool(const struct yaml *map, const char *key, bool otherwise);
int64_t get_int(const struct yaml *map, const char *key, int64_t otherwise);
int get_word(const struct yaml *map, const char *key, const struct words *words); /* -1 if none */
const struct yaml *get_list(const struct yaml *map, const char *key); /* first item or NULL */

#endif
