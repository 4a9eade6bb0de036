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

#define LIMIT_ARENA_SCRATCH (256LL << 20)        /* of one thread that evaluates: room for the largest plan */
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
#define LIMIT_DIFF_CELLS (8 << 20)      /* words of an old text times words of a new one; beyond, all of it is other */
#define LIMIT_EXPR_DEPTH 100            /* nesting of operations in a law */
#define LIMIT_LIST_ITEMS 1000           /* items of one list in a law */
#define LIMIT_SAYABLE_CENTS 100000000LL /* a bound on an amount above it is no answer: a million euro */
#define LIMIT_FACT_CENTS 100000000000LL /* believable amounts, unless the dictionary says other: a billion euro */
#define LIMIT_FACT_NUMBER 1000000       /* believable numbers, likewise */
#define LIMIT_LIST_PEOPLE (1 << 20)     /* persons in one list; a longer one is faulty */
#define LIMIT_EACH_ITEMS 20000          /* items that the FOREACHs of one plan write out */
#define LIMIT_REFERENCE_DEPTH 32        /* references followed from one output */
#define LIMIT_RELATION_PATH 3           /* partner of a child of …: steps between people */
#define LIMIT_LAW_C_BYTES (8 << 20)              /* a plan as C */
#define LIMIT_PLAN_STEPS 20000          /* operations of one plan */
#define LIMIT_CERTAINTY_CASES 500       /* into which the missing facts of one resident are split */
#define LIMIT_CERTAINTY_CELLS 1024      /* facts of one resident and the persons in their lists, each by itself */
#define LIMIT_CERTAINTY_TRIES 20000     /* combinations of answers tried to see whether a set of facts may settle it */
#define LIMIT_KAN_BYLAWS 400            /* municipalities whose by-laws one scheme leans on */
#define LIMIT_KAN_SAMPLE 200            /* undecided residents of one scheme that are looked at one by one; of more a sample */
#define LIMIT_KAN_KEPT 500              /* schemes and days whose figures are kept */
#define LIMIT_CERTAINTY_STAGES 20000    /* different things read so far, for which a next fact is remembered */

#define LIMIT_GHERKIN_BYTES (1 << 20)   /* one file of scenarios */
#define LIMIT_GHERKIN_STEPS 20000       /* steps of one file, examples written out */
#define LIMIT_GHERKIN_FILLED (32 << 20) /* bytes of one file's tables and texts, examples written out */
#define LIMIT_GHERKIN_ROWS 1000         /* rows of one table */
#define LIMIT_GHERKIN_CELLS 100         /* cells of one row */

#define LIMIT_BREAKS_VALUES 200000000   /* values of one fact that are walked */
#define LIMIT_BREAKS_DAYS 1500          /* days that are walked, each with plans of its own */
#define LIMIT_BREAKS_SLOW 4096          /* values that the reference interpreter walks one by one */
#define LIMIT_BREAKS_PIECES 20000       /* pieces of one scheme */
#define LIMIT_BREAKS_PERSONS 16         /* who may stand around one resident */
#define LIMIT_BREAKS_SCHEMES 64
#define LIMIT_BREAKS_BYTES (64 << 20)   /* of memory for the walk itself */
#define LIMIT_BREAKS_SVG (1 << 20)      /* bytes of one plot */

#define LIMIT_COLUMNS 300               /* columns of one file of people */
#define LIMIT_PEOPLE_LIST 100           /* persons in one cell: children, housemates */
#define LIMIT_LINE_BYTES (1 << 20)      /* one line of CSV */
#define LIMIT_CELL_BYTES (64 << 10)     /* one cell of CSV */
#define LIMIT_CSV_BYTES (16LL << 30)    /* one file of people */
#define LIMIT_RESIDENTS 20000000        /* the Netherlands, and a bit */
#define LIMIT_DATE_FIRST (-62091)        /* 1800-01-01: a fact before it is faulty */
#define LIMIT_DATE_LAST 84370            /* 2200-12-31: a fact after it is faulty */
#define LIMIT_CENTS 100000000000000LL   /* a trillion euro: no amount of one person is larger */

#define LIMIT_PATH 4096                 /* bytes of one path, with its closing 0 */
#define LIMIT_FOLDER_FILES 100000       /* files listed under one folder */
#define LIMIT_FOLDER_DEPTH 32           /* folders inside folders */
#define LIMIT_STORE_WAIT_MS 1000        /* how long a writer waits for another hoort */
#define LIMIT_STORE_TEXT (1 << 16)      /* bytes of one text in the database */

#define LIMIT_TEMPLATE_BYTES (64 << 10) /* one letter template */
#define LIMIT_TEMPLATE_PARTS 64
#define LIMIT_LETTER_BYTES (10 << 10)   /* one letter; times LIMIT_BATCH_LETTERS fits in LIMIT_BUF */
#define LIMIT_ADDRESS_BYTES 240         /* one line in the window of an envelope */
#define LIMIT_SENDER_BYTES 2000         /* one text that the organisation fills in */
#define LIMIT_LETTER_FACTS 64           /* facts named in one letter */
#define LIMIT_LETTER_REASONS 3
#define LIMIT_BATCH_LETTERS 200000      /* letters in one print batch */

#define LIMIT_POLICY_ITEMS 200          /* schemes, facts or exclusions in one policy */
#define LIMIT_POLICY_TEXT 2000          /* bytes of one sentence in a policy */
#define LIMIT_POLICY_NAME 300           /* bytes of a source, a role, a mandate in a policy */
#define LIMIT_POLICY_CODE 64            /* bytes of an id, a fact's name, a purpose */
#define LIMIT_POLICY_DAYS 1096          /* a policy ends within three years, and is decided anew */
#define LIMIT_METHOD_FILES 64           /* files of the method's content, the own ones included */
#define LIMIT_METHOD_ENTRIES 1000       /* values, or dilemmas, or …, in all those files */
#define LIMIT_METHOD_TEXT 600           /* bytes of one text in them, in one language */
#define LIMIT_FORMULA_DEPTH 32          /* parentheses inside each other in a formula */
#define LIMIT_ROOM_PEOPLE 250           /* participants of one session */
#define LIMIT_ROOM_TABLE 6              /* dilemmas on the table at once */
#define LIMIT_ROOM_TEXT 1000            /* bytes of one thing that somebody says in a session */
#define LIMIT_ROOM_ACTS 50000           /* of one session */
#define LIMIT_ARENA_SESSION (256LL << 20)  /* of one live session */
#define LIMIT_SESSIONS_OPEN 16          /* in memory at once; others are played back when asked for */
#define LIMIT_CASES 500                 /* on one page */
#define LIMIT_RECORD_BYTES (4 << 20)    /* one case, session or decision as it is kept */
#define LIMIT_ACCOUNT_LINE (16 << 10)   /* bytes of one line of the account, canonical */

#define LIMIT_EVIDENCE_SWEEP 256        /* settings of two dials together on one page */
#define LIMIT_EVIDENCE_KEPT 512         /* outcomes of settings that are kept: those of the last pages */
#define LIMIT_EVIDENCE_KEY 480          /* bytes of settings whose outcomes are kept */

#define LIMIT_PAGE_BYTES (8 << 20)      /* one page, or one part of it */
#define LIMIT_PAGE_ROWS 50              /* residents on one page of examples */
#define LIMIT_TRACE_DEPTH 100           /* nesting of an explanation on a page */
#define LIMIT_WEB_URL 1024              /* bytes of a request's path */
#define LIMIT_WEB_QUERY_FIELDS 64       /* fields of a form in an address */
#define LIMIT_WEB_FIELDS 256            /* fields of a form in a body: a decision has four for each dilemma and measure */
#define LIMIT_WEB_FORM_BYTES (256 << 10) /* the body of a form, as sent */
#define LIMIT_WEB_HEADERS 64            /* header lines of a request */
#define LIMIT_WEB_HEADER_BYTES (16 << 10) /* request line and headers of one connection */
#define LIMIT_WEB_CONNECTIONS 640       /* a session of 250 holds one each, and asks beside it */
#define LIMIT_WEB_STREAMS 520            /* of them that wait for what happens in a session */
#define LIMIT_WEB_CONNECTIONS_OF_ONE 600 /* of one address; a server in front is one address */
#define LIMIT_WEB_SECONDS 15            /* of silence, or over one body, before a connection is closed */
#define LIMIT_WEB_COOKIES 4             /* set by one reply */
#define LIMIT_USER_NAME 64              /* bytes of the name of an account */
#define LIMIT_PASSWORD_LEAST 12         /* characters of a password */
#define LIMIT_PASSWORD 256              /* bytes of one */
#define LIMIT_USERS 1000                /* accounts of one workspace */
#define LIMIT_THROTTLE 1024             /* names and addresses whose failures are remembered */
#define LIMIT_ASSETS 32                 /* style sheets and fonts */
#define LIMIT_ASSET_BYTES (1 << 20)

#endif
