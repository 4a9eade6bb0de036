/* SPDX-License-Identifier: EUPL-1.2 */
/* limits.h: the named ceiling of every input, buffer and loop over input.
 * Not a tuning file: a ceiling is hit by hostile or broken input only, and
 * hitting one is an error with a place and a remedy, never a crash.
 */
#ifndef HOORT_LIMITS_H
#define HOORT_LIMITS_H

#define LIMIT_ERR_TEXT 768              /* bytes of one error message */
#define LIMIT_ERR_FILE 256              /* bytes of a file name in an error */
#define LIMIT_FAULTS 200                /* faults reported in one go */
#define LIMIT_FORMAT 8192               /* bytes of one formatted piece of text */

#define LIMIT_ARENA_BOOT (1LL << 30)    /* bytes of address space, touched only when used */
#define LIMIT_ARENA_FACTS (64LL << 30)  /* a country of residents */
#define LIMIT_ARENA_REQUEST (256LL << 20)
#define LIMIT_BUF (2LL << 30)           /* bytes one growing buffer may hold */

#define LIMIT_YAML_BYTES (4 << 20)      /* one law or sidecar */
#define LIMIT_YAML_DEPTH 100
#define LIMIT_YAML_NODES 400000
#define LIMIT_JSON_BYTES (8 << 20)      /* one policy or request body */
#define LIMIT_JSON_DEPTH 32

#define LIMIT_LAWS 4000                 /* law versions in one set */
#define LIMIT_EXPR_DEPTH 100            /* nesting of operations in a law */
#define LIMIT_LIST_ITEMS 1000           /* items of one list in a law */
#define LIMIT_REFERENCE_DEPTH 32        /* references followed from one output */
#define LIMIT_RELATION_PATH 3           /* partner of a child of …: steps between people */
#define LIMIT_PLAN_STEPS 20000          /* operations of one plan */

#define LIMIT_COLUMNS 300               /* columns of one file of people */
#define LIMIT_LINE_BYTES (1 << 20)      /* one line of CSV */
#define LIMIT_CELL_BYTES (64 << 10)     /* one cell of CSV */
#define LIMIT_CSV_BYTES (16LL << 30)    /* one file of people */
#define LIMIT_RESIDENTS 20000000        /* the Netherlands, and a bit */
#define LIMIT_CENTS 100000000000000LL   /* a trillion euro: no amount of one person is larger */

#endif
