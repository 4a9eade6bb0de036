/* SPDX-License-Identifier: EUPL-1.2 */
/* law.h: laws as the government writes them (regelrecht YAML) and what stands beside
 * them (sidecars, dictionary of facts), read strictly, with every fault at once.
 * Not here: what a law yields for somebody (plan/, eval/), and any law by name.
 */
#ifndef HOORT_LAW_H
#define HOORT_LAW_H

#include "base/base.h"

/* ---- expressions ----------------------------------------------------------------- */
enum law_op {
#define OP(code, shape, type, rule, doc) OP_##code,
#include "law/ops.def"
#undef OP
    OP_COUNT
};

enum op_shape {
    SHAPE_VALUES, SHAPE_CONDITIONS, SHAPE_COMPARE, SHAPE_UNARY, SHAPE_ROUNDING, SHAPE_IF, SHAPE_IN,
    SHAPE_LIST, SHAPE_FOREACH, SHAPE_AGE, SHAPE_DATE_ADD, SHAPE_DATE, SHAPE_WEEKDAY, SHAPE_DATE_DIFF
};

const char *law_op_name(enum law_op op);          /* "ADD"; static */
const char *law_op_doc(enum law_op op);
enum op_shape law_op_shape(enum law_op op);
bool law_op_find(struct str name, enum law_op *op);

enum value_type { TYPE_ANY, TYPE_STRING, TYPE_NUMBER, TYPE_BOOLEAN, TYPE_AMOUNT, TYPE_OBJECT, TYPE_ARRAY, TYPE_DATE };
enum value_unit { UNIT_NONE, UNIT_EURO, UNIT_EUROCENT, UNIT_RATIO, UNIT_PERCENTAGE, UNIT_YEARS, UNIT_WEEKS, UNIT_MONTHS, UNIT_DAYS };

enum literal_kind { LITERAL_NULL, LITERAL_BOOL, LITERAL_NUMBER, LITERAL_TEXT, LITERAL_LIST };
struct literal {
    enum literal_kind kind;
    bool truth;
    struct rational number;
    struct str text;                 /* dates are text too: YYYY-MM-DD */
    struct literal *first, *next;    /* items of a list */
    int count;
};

/* A reference from a rule to the text it stands on; all fields may be empty. */
struct legal_basis {
    struct str law, bwb_id, article, paragraph, sentence, url, juriconnect, explanation;
};

enum expr_kind { EXPR_LITERAL, EXPR_REFERENCE, EXPR_OPERATION };
enum each_combine { EACH_LIST, EACH_ADD, EACH_OR, EACH_AND, EACH_MIN, EACH_MAX }; /* LIST: the results as they are */
enum date_unit { IN_DAYS, IN_MONTHS, IN_YEARS };

struct expr {
    enum expr_kind kind;
    int line, column;
    struct literal literal;
    struct str name;                 /* of a reference, without $ and without properties */
    struct str property;             /* "year" in $referencedate.year; empty if none */
    enum law_op op;
    int count;                       /* operands */
    struct expr *first, *next;       /* operands in the order of ops.def */
    int precision;                   /* ROUND CEIL FLOOR: decimals, may be negative */
    enum date_unit unit;             /* DATE_DIFF */
    struct str as;                   /* FOREACH: what an item is called in filter and body */
    enum each_combine combine;       /* FOREACH */
    bool has_default;                /* IF: false = the default is a null we put there */
    const struct legal_basis *basis; /* NULL if none */
};

/* ---- articles -------------------------------------------------------------------- */
struct field {                       /* parameter, input or output */
    struct str name, description;
    int line, column;
    enum value_type type;
    enum value_unit unit;
    bool required;                   /* parameters: true where the law does not say */
    bool nullable;                   /* may be absent; only where the law checks that: law.nulls_declared */
    bool has_min, has_max;
    struct rational min, max;
    const struct legal_basis *basis;
    /* inputs only: where it comes from */
    bool external;                   /* source: {} : a fact, bound by the sidecar */
    struct str source_law;           /* empty: the same law */
    struct str source_output;        /* the output asked for; defaults to the input's name */
    struct argument *arguments;      /* parameters passed on */
    struct field *next;
};

struct argument {                    /* bsn: $partner_bsn */
    struct str name;
    struct expr *value;              /* a reference or a literal text */
    struct argument *next;
};

struct definition {
    struct str name;
    int line, column;
    struct literal value;
    enum value_type type;            /* TYPE_ANY where the law does not say */
    enum value_unit unit;
    struct definition *next;
};

struct action {
    struct str output;
    int line, column;
    struct expr *value;              /* inline operations are read into the same shape */
    const struct legal_basis *basis;
    struct action *next;
};

struct open_term {
    struct str id, description, delegated_to, delegation_type, legal_basis;
    int line, column;
    enum value_type type;
    bool required;                   /* true where the law does not say */
    struct action *defaults;
    struct open_term *next;
};

struct implements {
    struct str law, article, open_term;
    int line, column;
    struct implements *next;
};

struct untranslatable {
    struct str construct, reason, suggestion, excerpt;
    bool accepted;
    int line, column;
    struct untranslatable *next;
};

struct hook {                        /* this article reacts to every article that decides such a thing */
    bool before;                     /* pre_actions: before its rules; else after them */
    struct str legal_character, decision_type, stage; /* no decision_type: any; stage BESLUIT where the law names none */
    int line, column;
    struct hook *next;
};

struct override {                    /* this article replaces an output of another: lex specialis */
    struct str law, article, output;
    int line, column;
    struct override *next;
};

/* Read but not run: procedures, counted, so that we can say so. */
struct article {
    struct str number, text, url;
    int line, column;
    bool machine_readable;
    struct str legal_character, decision_type, competent_authority;
    struct definition *definitions;
    struct field *parameters, *inputs, *outputs;
    struct action *actions;
    struct open_term *open_terms;
    struct implements *implements;
    struct untranslatable *untranslatables;
    struct hook *hooks;
    struct override *overrides;
    struct article *next;
};

/* ---- what stands beside a law: sidecars ---------------------------------------------- */
struct binding {                     /* an external input takes its value from a fact */
    struct str article, input, fact;
    struct str property;             /* of each person in the list that the input is; empty: of the input itself */
    int line, column;
    struct binding *next;
};

struct sentence {                    /* B1 words for what an output says */
    struct str article, output;
    struct phrase when_true, when_false, unknown; /* empty where there is none */
    int line, column;
    struct sentence *next;
};

struct label {                       /* how a name reads, in whatever article: output, input, open term, definition, item of a list */
    struct str name;
    struct phrase words;
    int line, column;
    struct label *next;
};

struct ceiling {                     /* the highest rung that is lawful in a period */
    int rung;                        /* 0..8 */
    int32_t from, until;             /* until: inclusive; INT32_MAX = open */
    struct str waits_for;            /* a law that is not in force yet (struct coming), and then no dates; empty: none */
    struct str source;
    struct ceiling *next;
};

struct note { struct str text; struct note *next; };

struct scheme {
    struct str id, executor, entitled, amount, take_up, url;
    struct phrase name, apply;
    bool monthly;                    /* amount_period: month; otherwise year */
    struct ceiling *ceilings;
    struct ceiling *waiting;         /* those that wait for a law: never lawful today, so no permit looks at them */
    struct note *unverified;         /* amounts without an official source */
    struct str joint_with;           /* person fact: both claim together, one letter; empty if not */
    struct law *law;                 /* the version it stands beside */
    int line, column;
    struct scheme *next;             /* of the same law */
};

/* ---- a law version -------------------------------------------------------------------- */
enum law_layer { /* fixed rank for delegation, highest first */
    LAYER_GRONDWET, LAYER_VERDRAG, LAYER_EU_VERORDENING, LAYER_EU_RICHTLIJN, LAYER_WET, LAYER_AMVB,
    LAYER_KONINKLIJK_BESLUIT, LAYER_MINISTERIELE_REGELING, LAYER_PROVINCIALE_VERORDENING,
    LAYER_WATERSCHAPS_VERORDENING, LAYER_GEMEENTELIJKE_VERORDENING, LAYER_BELEIDSREGEL,
    LAYER_UITVOERINGSBELEID, LAYER_COUNT
};
const char *law_layer_name(enum law_layer layer);

struct law {
    struct str file;                 /* as given by the caller; in messages and hashes */
    struct hash hash;                /* of the file's bytes */
    struct str id, name, bwb_id, url, title;
    struct str gemeente_code;        /* of a by-law: for who lives there; empty = for everybody */
    struct str region;               /* likewise the code of a province or a water board */
    enum law_layer layer;
    int32_t published;
    bool has_valid_from, has_valid_to;
    int32_t valid_from, valid_to;    /* valid_to inclusive */
    bool nulls_declared;             /* it declares a schema with `nullable`: what is not so is never absent */
    struct article *articles;
    int article_count, procedures;
    struct binding *bindings;        /* from the sidecar; NULL without one */
    struct sentence *sentences;
    struct label *labels;
    struct scheme *scheme;           /* the first of the schemes beside it; NULL if the law is no scheme */
    struct str sidecar_file;
    struct hash sidecar_hash;        /* zero without a sidecar */
    struct law *next;
};

/* One law version from bytes. NULL only when there was nothing to build on; faults tell
 * everything that is wrong, with line and column. Strict: unknown keys, malformed
 * operations, wrong types and missing required keys are faults. */
struct law *law_read(struct arena *a, struct str file, struct str bytes, struct faults *f);

/* The sidecar (<valid-from>.bind.yaml) of a law that was read. */
void law_read_sidecar(struct arena *a, struct law *law, struct str file, struct str bytes, struct faults *f);

/* ---- facts: the dictionary of what can be known about a resident ---------------------- */
enum fact_type { FACT_BOOLEAN, FACT_AMOUNT, FACT_NUMBER, FACT_DATE, FACT_TEXT, FACT_PERSON, FACT_PEOPLE };
/* Of which synthetic people (people/) a truth value may be true. Taking: those whose household takes up allowances. */
enum synthetic {
    SYNTHETIC_NOBODY, SYNTHETIC_EVERYBODY, SYNTHETIC_ADULTS, SYNTHETIC_MINORS, SYNTHETIC_UNDER_13, SYNTHETIC_UNDER_27,
    SYNTHETIC_AT_HOME, SYNTHETIC_COUPLES, SYNTHETIC_FIRST_PARENTS, SYNTHETIC_PARENTS_TAKING, SYNTHETIC_TENANTS,
    SYNTHETIC_TENANTS_TAKING, SYNTHETIC_TAKING, SYNTHETIC_WORKING, SYNTHETIC_STUDENTS, SYNTHETIC_PENSIONERS,
    SYNTHETIC_ASSISTANCE, SYNTHETIC_INSURED_BENEFIT
};

struct fact {
    struct str name, source, ground;
    enum fact_type type;
    int64_t min, max;                /* of amounts (eurocents) and numbers: outside = faulty */
    int sensitivity, cost;           /* 1..5 */
    struct phrase label;             /* as it reads in a letter: "uw verzamelinkomen" */
    struct str each;                 /* of a list of persons: what one of them is called in a case by hand; empty: nothing */
    struct phrase each_label;        /* and in words: "een kind" */
    bool has_synthetic;              /* a truth value that synthetic people have: true for so many of those, false for others */
    enum synthetic synthetic;
    int per_ten_thousand;
    int index;                       /* place in the dictionary, 0.. */
    int line, column;
    struct fact *next;
};
/* What a ground says of itself, in words that the dictionary keeps to: "geen … grond gevonden", "niet nagezien",
 * "een eigen afweging". A ground that says several is the first of these. */
enum ground { GROUND_NONE, GROUND_UNCHECKED, GROUND_WEIGH, GROUND_NAMED };
enum ground fact_ground(const struct fact *fact);

struct coming {                      /* a law that is not in force yet, which ceilings may wait for */
    struct str id, source;
    struct phrase name, state, changes; /* how far it has come; what it would change beside the rungs */
    int line, column;
    struct coming *next;
};
struct facts {
    struct fact *first;
    int count;
    struct coming *coming;
    struct hash hash;
    const struct fact *municipality; /* the text that says where somebody lives, as by-laws do: GM0384; NULL if none */
};

struct facts facts_read(struct arena *a, struct str file, struct str bytes, struct faults *f);
const struct fact *facts_find(const struct facts *facts, struct str name); /* NULL if not there */
const struct coming *facts_coming(const struct facts *facts, struct str id); /* NULL if not there */
const struct fact *facts_each(const struct facts *facts, struct str word); /* the list of which one is called so; NULL if none */

/* ---- a set of laws ---------------------------------------------------------------------- */
struct law_set {
    struct law *first;               /* by id, then valid_from; document order does not matter */
    int count;
    struct facts facts;
    struct hash hash;                /* of all file hashes in order: the same laws, the same hash */
};

/* Orders the laws, checks what crosses files: the same version twice, bindings to unknown
 * inputs or facts, references to laws or outputs that are not in the set (`missing`, so that
 * a caller may load a part of the corpus on purpose and still see it), by-laws that implement
 * a term that does not exist. */
struct law_set law_set_make(struct arena *a, struct law *list, struct facts facts, struct faults *f,
                            struct faults *missing);
/* Adds a note for each name and each yes or no that an explanation has no words for, with the law's line. */
void law_unsaid(const struct law_set *set, struct faults *f);

/* Files as they lie in a folder of laws, in any order: facts.yaml is the dictionary, x.bind.yaml the sidecar of
 * x.yaml, all others are laws. The bytes are needed only for as long as this takes. */
struct law_file { struct str path, bytes; };
struct law_set law_files_read(struct arena *a, const struct law_file *files, int count, struct faults *f, struct faults *missing);
bool law_file_is_sidecar(struct str path);
struct str law_file_sidecar(struct arena *a, struct str path); /* of the law in x.yaml: x.bind.yaml */

/* The version of a law in force on a date; NULL and a sentence in *why if there is none. */
const struct law *law_in_force(const struct law_set *set, struct str id, int32_t on, struct str *why, struct arena *a);
const struct article *law_article(const struct law *law, struct str number);
const struct article *law_article_of_output(const struct law *law, struct str output); /* NULL if none */
const struct field *field_find(const struct field *list, struct str name);
const struct binding *law_binding(const struct law *law, struct str article, struct str input);
/* The fact of each person that $item.property means, where the items come from this input; NULL if none. */
const struct binding *law_property(const struct law *law, struct str article, struct str input, struct str property);
const struct sentence *law_sentence(const struct law *law, struct str article, struct str output);
struct phrase law_label(const struct law *law, struct str name);   /* empty if the sidecar has none */
/* Whether an input asks about somebody or something else than the article itself is about (bsn: $partner_bsn). */
bool field_asks_another(const struct field *input);
/* The scheme with this id beside this version; NULL if none. */
const struct scheme *law_own_scheme(const struct law *law, struct str id);
/* The scheme with this id in force on a date; NULL if none. */
const struct scheme *law_scheme(const struct law_set *set, struct str id, int32_t on);
/* The scheme after `after` (NULL: the first) that is in force on a date; NULL if there is no more. */
const struct scheme *law_next_scheme(const struct law_set *set, const struct scheme *after, int32_t on);
/* The legal ceiling on a date; NULL if the sidecar names none for that date (then: rung 0). */
const struct ceiling *scheme_ceiling(const struct scheme *scheme, int32_t on);

/* A law for people: articles, definitions, outputs with their rules in words. */
void law_print(const struct law *law, struct buf *out);
/* An expression in one line: "MAX(0, $standaardpremie - $normpremie)". */
void expr_print(const struct expr *e, struct buf *out);
/* A parameter, input or output in one line: "partner_bsn: string, a fact". */
void field_print(const struct field *field, struct buf *out);
const char *value_unit_word(enum value_unit unit);      /* " eurocent", with its blank; "" if none */
const char *value_type_word(enum value_type type);     /* "amount" */

/* ---- what changed between two versions, for who keeps policies in step with laws -------------------- */
enum change_part {
#define PART(code, json, nl, en) CHANGED_##code,
#include "law/parts.def"
#undef PART
    CHANGED_COUNT
};
enum change_kind { CHANGE_NEW, CHANGE_GONE, CHANGE_OTHER };
struct text_edit {                   /* words of an article's text that made place for others */
    struct str lead, gone, came, tail;
    bool opens, closes;              /* lead is where the text starts, tail where it ends */
    struct text_edit *next;
};
struct law_change {
    enum change_kind kind;
    enum change_part part;
    struct str article;              /* empty: of the law as a whole, or of its scheme */
    struct str name;
    struct str before, after;        /* in the words of law_print; empty where there is none */
    const struct definition *old, *now; /* of CHANGED_DEFINITION */
    struct text_edit *edits;         /* of CHANGED_TEXT */
    struct law_change *next;
};
/* In the order of parts.def. */
struct law_diff { const struct law *before, *after; struct law_change *first; int count; };
struct law_diff law_diff(struct arena *a, const struct law *before, const struct law *after);
void law_diff_print(struct arena *a, const struct law_diff *d, bool english, struct buf *out);
struct json *law_diff_json(struct arena *a, const struct law_diff *d);

#endif
