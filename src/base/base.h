/* SPDX-License-Identifier: EUPL-1.2 */
/* base.h: the ground that everything stands on: memory, text, errors, dates,
 * exact numbers, YAML, JSON, hashes and signatures.
 * Not here: files, clock, randomness (store/), anything about law or people.
 *
 * Conventions of the whole house:
 *   struct arena *a     the result lives in that arena
 *   struct arena tmp    scratch by value: gone when the function returns
 *   MUST_USE bool f(…, struct err *e)   false = refused by the world, e says why
 *   assert              a bug of ours; on in production
 */
#ifndef HOORT_BASE_H
#define HOORT_BASE_H

#include <assert.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "limits.h"

#define MUST_USE __attribute__((warn_unused_result))
#define PRINTF(fmt, args) __attribute__((format(printf, fmt, args)))
#define COUNT(array) ((ptrdiff_t)(sizeof(array) / sizeof *(array)))

/* As in publiccode.yml. */
#define HOORT_VERSION "0.1.0"

/* ---- errors: caller-owned, one sentence with place and remedy ------------- */
enum err_code {
#define ERR(code, name, meaning) code,
#include "err.def"
#undef ERR
    ERR_CODE_COUNT
};

struct err {
    enum err_code code;
    int line, column;              /* 1-based; 0 = not about a place */
    char file[LIMIT_ERR_FILE];     /* "" = not about a file */
    char text[LIMIT_ERR_TEXT];     /* what; what to do. UTF-8, no newline */
};

/* Both fill *e and return false, so that `return fail(e, …)` reads as one thing. */
bool fail(struct err *e, enum err_code code, const char *format, ...) PRINTF(3, 4);
bool fail_at(struct err *e, enum err_code code, const char *file, int line, int column,
             const char *format, ...) PRINTF(6, 7);
const char *err_name(enum err_code code);     /* "law", "csv", … static */
const char *err_meaning(enum err_code code);  /* static */

/* ---- arenas ---------------------------------------------------------------
 * A region of address space with a bump pointer. Copies of the struct are
 * scratch: what is taken from the copy is forgotten with the copy. Reaching the
 * ceiling ends the process with a message (inputs are bounded long before). */
struct arena {
    char *at, *end;
};

struct arena arena_open(int64_t ceiling_bytes);      /* never fails: ends the process instead */
void arena_close(struct arena *a, int64_t ceiling_bytes, char *start); /* start = at just after open */
/* Does work() for whoever must survive an arena that reaches its ceiling, or lack of address space: false and
 * ERR_LIMIT instead of an ended process. What work() opened is still the caller's to close. */
MUST_USE bool arena_try(bool (*work)(void *ctx, struct err *e), void *ctx, struct err *e);
void *arena_take(struct arena *a, int64_t size, int64_t align, int64_t count); /* zeroed */
void *arena_take_raw(struct arena *a, int64_t size, int64_t align, int64_t count); /* not zeroed */
#define arena_new(a, type, count) \
    ((type *)arena_take((a), (int64_t)sizeof(type), (int64_t)_Alignof(type), (count)))
#define arena_new_raw(a, type, count) \
    ((type *)arena_take_raw((a), (int64_t)sizeof(type), (int64_t)_Alignof(type), (count)))

/* ---- text with a length ---------------------------------------------------- */
struct str {
    const char *at;    /* UTF-8, not 0-terminated, may be NULL when len is 0 */
    ptrdiff_t len;
};

#define S(literal) ((struct str){(literal), (ptrdiff_t)sizeof(literal) - 1})
#define STR_FMT "%.*s"                                   /* printf("" STR_FMT, STR_ARG(s)) */
#define STR_ARG(s) (int)(s).len, ((s).len ? (s).at : "")

struct str str_of(const char *zero_terminated);          /* borrows */
bool str_eq(struct str a, struct str b);
int str_cmp(struct str a, struct str b);                 /* bytes, then length */
bool str_starts(struct str s, struct str prefix);
bool str_ends(struct str s, struct str suffix);
struct str str_slice(struct str s, ptrdiff_t from, ptrdiff_t to);
struct str str_trim(struct str s);                       /* ASCII blanks at both ends */
/* Up to the first `sep`; *rest is what follows it, {NULL, 0} at the end. */
struct str str_until(struct str s, char sep, struct str *rest);
ptrdiff_t str_find(struct str s, struct str what);       /* offset or -1 */
struct str str_copy(struct arena *a, struct str s);
char *str_z(struct arena *a, struct str s);              /* 0-terminated copy */
struct str str_format(struct arena *a, const char *format, ...) PRINTF(2, 3);
bool str_to_int64(struct str s, int64_t *out);           /* optional '-', digits; false on overflow or rest */
bool str_is_utf8(struct str s);                          /* no overlong, surrogate or NUL bytes */

/* The same words in both languages of the screens and letters. */
struct phrase {
    struct str nl, en;
};

/* A map from text to a small integer: names to columns, BSN to rows. */
struct str_map {
    struct arena *a;
    struct str *keys;
    int64_t *values;
    int64_t slots, used;
};
struct str_map str_map_open(struct arena *a, int64_t expected);
/* Returns the place of the value; *found says whether it was there. New values are 0. */
int64_t *str_map_put(struct str_map *m, struct str key, bool *found); /* key is borrowed */
bool str_map_get(const struct str_map *m, struct str key, int64_t *value);

/* ---- growing output -------------------------------------------------------
 * Grows in its arena up to a ceiling; past it `over` is set and the rest is
 * dropped, so that callers check once, at the end. */
struct buf {
    struct arena *a;
    char *at;
    int64_t len, cap, max;
    bool over;
};

struct buf buf_open(struct arena *a, int64_t max_bytes);
void buf_add(struct buf *b, struct str s);
void buf_char(struct buf *b, char c);
void buf_print(struct buf *b, const char *format, ...) PRINTF(2, 3);
void buf_html(struct buf *b, struct str s);        /* escaped for text and attributes */
void buf_csv(struct buf *b, struct str s, char separator); /* RFC 4180 quoting; formulas defused */
void buf_json(struct buf *b, struct str s);        /* quoted and escaped */
struct str buf_str(const struct buf *b);

/* ---- faults: everything that is wrong, in one go --------------------------- */
struct fault {
    struct str file, text;
    int line, column;
    struct fault *next;
};

struct faults {
    struct arena *a;
    struct fault *first, **last;
    int count;                 /* all of them; only LIMIT_FAULTS are kept */
};

struct faults faults_open(struct arena *a);
void faults_add(struct faults *f, struct str file, int line, int column,
                const char *format, ...) PRINTF(5, 6);
/* "file:line:column: what; what to do" per line, and how many more there are. */
void faults_print(const struct faults *f, struct buf *out);

/* ---- dates: whole days since 1970-01-01, proleptic Gregorian ---------------- */
bool date_from_civil(int year, int month, int day, int32_t *out); /* 1..9999; false if no such date */
void date_civil(int32_t date, int *year, int *month, int *day);
bool date_parse(struct str iso, int32_t *out);     /* exactly YYYY-MM-DD */
struct str date_print(struct arena *a, int32_t date);
bool date_add(int32_t date, int64_t years, int64_t months, int64_t days, int32_t *out);
int date_age(int32_t birth, int32_t at);           /* complete years; 29 Feb completes on 28 Feb */
int date_months_between(int32_t from, int32_t to); /* complete months, signed */
int date_weekday(int32_t date);                    /* 0 = Monday */

/* ---- as people write them: "1.234.567" or "1,234,567", "1 januari 2025" or "1 January 2025" ---- */
struct str number_words(struct arena *a, int64_t n, bool english);
struct str date_words(struct arena *a, int32_t date, bool english);

/* ---- exact numbers --------------------------------------------------------
 * num/den in lowest terms, den > 0. The operations return false on overflow and
 * on division by zero; *out is then untouched. */
__extension__ typedef __int128 int128;
struct rational {
    int128 num, den;
};

enum round_mode { ROUND_HALF_AWAY, ROUND_UP, ROUND_DOWN }; /* nearest, to +inf, to -inf */

struct rational rational_of(int64_t whole);
MUST_USE bool rational_make(int128 num, int128 den, struct rational *out);
MUST_USE bool rational_parse(struct str decimal, struct rational *out); /* "-12.5", "0.04273" */
MUST_USE bool rational_add(struct rational a, struct rational b, struct rational *out);
MUST_USE bool rational_subtract(struct rational a, struct rational b, struct rational *out);
MUST_USE bool rational_multiply(struct rational a, struct rational b, struct rational *out);
MUST_USE bool rational_divide(struct rational a, struct rational b, struct rational *out);
MUST_USE bool rational_compare(struct rational a, struct rational b, int *out); /* -1 0 1 */
MUST_USE bool rational_round(struct rational a, int decimals, enum round_mode mode,
                             struct rational *out); /* decimals -18..18 */
bool rational_is_whole(struct rational a);
struct str rational_print(struct arena *a, struct rational r); /* decimal if finite, else n/d */

/* ---- YAML: strict, bounded, with places -------------------------------------
 * No anchors, aliases, tags, multiple documents or duplicate keys: each is a
 * fault. Scalars stay text; `plain` says that it was not quoted. */
enum yaml_kind { YAML_SCALAR, YAML_LIST, YAML_MAP };
struct yaml {
    enum yaml_kind kind;
    bool plain;
    int line, column;              /* 1-based */
    int count;                     /* items or entries */
    struct str text;               /* of a scalar */
    struct str key;                /* when this is an entry of a map */
    int key_line, key_column;
    struct yaml *first, *next;
};

/* NULL when nothing could be read; faults tell. `file` names the source in faults. */
struct yaml *yaml_read(struct arena *a, struct str file, struct str bytes, struct faults *f);
struct yaml *yaml_get(const struct yaml *map, struct str key);  /* NULL if not a map or not there */
bool yaml_is_null(const struct yaml *y);                        /* plain null, ~ or empty */
bool yaml_bool(const struct yaml *y, bool *out);                /* plain true or false */
bool yaml_number(const struct yaml *y, struct rational *out);   /* plain decimal number */
bool yaml_int(const struct yaml *y, int64_t *out);

/* ---- JSON: strict, integers only (money!), bounded --------------------------
 * js_ and not json_: jansson owns that prefix. */
enum js_kind { JS_NULL, JS_BOOL, JS_INT, JS_TEXT, JS_LIST, JS_OBJECT };
struct json {
    enum js_kind kind;
    bool truth;
    int64_t number;
    struct str text;
    struct str key;                /* when this is a member of an object */
    int count;
    struct json *first, *last, *next;
};

MUST_USE bool js_read(struct arena *a, struct str file, struct str bytes, struct json **out,
                        struct err *e); /* refuses duplicate keys, fractions, bad UTF-8 */
struct json *js_get(const struct json *object, struct str key); /* NULL if not there */
/* Builders; the key is ignored when the parent is a list. Each returns the child. */
struct json *js_object(struct arena *a);
struct json *js_list(struct arena *a);
struct json *js_put(struct arena *a, struct json *parent, struct str key, struct json *child);
struct json *js_put_text(struct arena *a, struct json *parent, struct str key, struct str text);
struct json *js_put_int(struct arena *a, struct json *parent, struct str key, int64_t number);
struct json *js_put_bool(struct arena *a, struct json *parent, struct str key, bool truth);
/* Canonical: members sorted by key bytes, no blanks. What is hashed and signed. */
void js_canonical(const struct json *j, struct buf *out);
void js_pretty(const struct json *j, struct buf *out); /* order kept, two blanks, for people */

/* ---- hashes, pseudonyms, signatures (libsodium) ------------------------------ */
struct hash { unsigned char at[32]; };          /* BLAKE2b-256 */
struct key { unsigned char at[32]; };           /* secret: never printed, never logged */
struct public_key { unsigned char at[32]; };    /* Ed25519 */
struct signature { unsigned char at[64]; };
struct pseudonym { unsigned char at[16]; };     /* keyed BLAKE2b of a BSN, per purpose */
struct sha256 { unsigned char at[32]; };

struct hash hash_of(struct str bytes);
struct hash hash_chain(struct hash previous, struct str bytes); /* of previous || bytes */
struct sha256 sha256_of(struct str bytes);
bool hash_eq(struct hash a, struct hash b);
struct pseudonym pseudonym_of(struct key key, struct str purpose, struct str bsn);
struct public_key sign_public(struct key seed);
struct signature sign_bytes(struct key seed, struct str bytes);
bool sign_verify(struct public_key key, struct str bytes, struct signature s);
void key_wipe(struct key *key);
/* Argon2id of a password; salt, passes and bytes are kept with it, so that they may grow later. False: the machine has
 * not that much memory at the moment. */
struct password { unsigned char salt[16], hash[32]; int64_t passes, memory_bytes; };
MUST_USE bool password_make(struct str text, struct password *p);  /* fills hash; takes the rest as given */
/* *right in the same time whichever it is; false as above. */
MUST_USE bool password_is(struct str text, const struct password *p, bool *right);
struct str hex_print(struct arena *a, const void *bytes, ptrdiff_t len);   /* lower case */
bool hex_parse(struct str hex, void *bytes, ptrdiff_t len);                /* exactly len bytes */

/* ---- BSN ---------------------------------------------------------------------- */
bool bsn_is_valid(struct str digits);           /* nine digits that pass the elfproef, not all zero */

/* ---- randomness that can be replayed ------------------------------------------
 * SplitMix64 keyed by a seed and a counter: the same seed gives the same town. */
struct dice { uint64_t state; };
struct dice dice_open(uint64_t seed, uint64_t stream);
uint64_t dice_roll(struct dice *d);
int64_t dice_below(struct dice *d, int64_t n);         /* 0 .. n-1, n > 0, no modulo bias */

#endif
