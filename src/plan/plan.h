/* SPDX-License-Identifier: EUPL-1.2 */
/* plan.h: from laws, a date and an output to a typed list of steps on numbers: which facts
 * are read, along which relation, and what is done with them. Not the doing (eval/).
 */
#ifndef HOORT_PLAN_H
#define HOORT_PLAN_H

#include "law/law.h"

/* A person seen from the resident: 0 = the resident, else a step further (partner), or each person of a list. */
struct relation_path {
    int parent;                      /* index of the path this one starts from; -1 for the resident */
    const struct fact *relation;     /* FACT_PERSON or FACT_PEOPLE; NULL for the resident */
    int person;                      /* register with the row of that person; -1 for the resident and for a list */
};

struct plan_fact {                   /* a fact about a person on a path */
    const struct fact *fact;
    int path;
};

/* What a case by hand says, beside the sidecars: parameters of the article that is asked, and inputs
 * that come from outside (source: {}). What a law derives cannot be given. */
struct given_parameter {
    struct str name;
    const struct fact *fact;         /* a column of the resident; NULL: the constant */
    struct literal constant;
    struct given_parameter *next;
};
struct given_input {                 /* goes before the sidecar's binding */
    const struct law *law;
    struct str article, input;
    struct str property;             /* of each person in the list that the input is; empty: of the input itself */
    const struct fact *fact;
    struct given_input *next;
};
struct given {
    struct given_parameter *parameters;
    struct given_input *inputs;
    bool about_somebody;             /* whether the case has a resident to be asked about */
};

/* What a step does. Registers are numbered by step. Numbers are integers over a fixed
 * denominator that is known here, so that kernels need no fractions; booleans are 0 or 1;
 * dates are days; texts are numbers in the plan's list of texts; persons are rows. */
enum step_kind {
    STEP_FACT,        /* load plan_fact `fact` */
    STEP_CONSTANT,    /* number, boolean, date or text; state present, or absent for null */
    STEP_SCALE,       /* a * factor: to another denominator */
    STEP_ADD, STEP_SUBTRACT, STEP_MULTIPLY, STEP_MIN, STEP_MAX,
    STEP_ROUND,       /* a / factor, rounded by mode, times scale_after */
    STEP_AND, STEP_OR, STEP_NOT,
    STEP_EQUAL,       /* rule IDENTITY: none equals none */
    STEP_LESS, STEP_LESS_EQUAL,
    STEP_IS_ABSENT,   /* EQUALS null */
    STEP_SELECT,      /* a ? b : c, branch rule of IF */
    STEP_AT_PERSON,   /* a, but absent/unknown/faulty where the person in b is */
    STEP_AGE,         /* complete years from a to b */
    STEP_MONTHS,      /* complete months from a to b, divided by factor (12 = years) towards zero */
    STEP_DAYS_BETWEEN, STEP_WEEKDAY,
    STEP_DATE_ADD,    /* date a + (constant) years, months, days */
    STEP_DATE_PART,   /* year, month or day of a */
    STEP_ITEM,        /* a person of list `path`: present, or somebody of whom nothing is known */
    STEP_EACH         /* a of each person of list `path` for whom b holds (-1: of all), together by `combine` */
};

enum register_type { REG_BOOLEAN, REG_NUMBER, REG_DATE, REG_TEXT, REG_PERSON };

struct step {
    enum step_kind kind;
    enum register_type type;
    int a, b, c;                     /* registers; -1 = none */
    int fact;                        /* STEP_FACT: index in plan->facts */
    int64_t value;                   /* STEP_CONSTANT */
    bool absent;                     /* STEP_CONSTANT: null */
    int64_t factor, scale_after;     /* STEP_SCALE, STEP_ROUND */
    enum round_mode mode;
    int32_t years, months, days;     /* STEP_DATE_ADD */
    int part;                        /* STEP_DATE_PART: 0 year 1 month 2 day */
    int path;                        /* STEP_ITEM, STEP_EACH: whose persons; `fact` is the list */
    enum each_combine combine;       /* STEP_EACH */
    int64_t den;                     /* the denominator of a number */
    int64_t low, high;               /* every present value lies within, in units of 1/den */
};

/* Whether two steps do the same with the same registers. */
bool step_same(const struct step *x, const struct step *y);

struct plan {
    struct str scheme;               /* id; empty for a single output */
    int32_t date;
    const struct law_set *laws;
    const struct scheme *about;      /* NULL for a single output */
    const struct law *law;           /* the version that has the outputs */
    struct str output;               /* the single output; empty for a scheme */
    const struct given *given;       /* NULL but for plan_case */
    struct relation_path *paths;
    int path_count;
    struct plan_fact *facts;
    int fact_count;
    struct step *steps;
    int step_count;
    struct str *texts;
    int text_count;
    int entitled, amount;            /* registers; amount has den 1: eurocents. -1 for a single output */
    int result;                      /* register of the single output; -1 for a scheme */
    struct note *reads;              /* law versions used, "id 2025-01-01" */
    struct hash hash;                /* of law hashes, scheme, date */
    bool kernels;                    /* false: steps cannot do it (`why` says where): the reference does */
    bool over_people;                /* steps go over lists of persons (STEP_EACH) */
    struct str why;
};

/* ---- links: where a name leads, decided once for plan and reference alike --------------------- */
/* A by-law that fills a term for who lives there. */
struct bylaw {
    struct str code;
    const struct law *law;
    const struct article *article;
    const struct bylaw *next;
};

enum link_kind { LINK_FACT, LINK_OUTPUT };
struct link {
    enum link_kind kind;
    const struct fact *fact;         /* LINK_FACT */
    const struct law *law;           /* LINK_OUTPUT */
    const struct article *article;
    struct str output;
    const struct bylaw *bylaws;      /* of an open term: who lives there has these instead; NULL if nobody */
};

struct linker {                      /* what is needed to follow a link */
    const struct law_set *laws;
    int32_t date;
    struct arena *a;                 /* for sentences in errors */
    const struct given *given;       /* NULL: facts come by the sidecars alone */
    const struct law *asked;         /* the law whose output is asked: what it replaces, it replaces everywhere */
};

/* The fact of each person in an input's list that $item.property means; NULL if none is bound to it. */
const struct fact *link_property(const struct law_set *laws, const struct given *given, const struct law *law,
                                 const struct article *article, const struct field *input, struct str property);
/* Where an input of an article comes from. */
MUST_USE bool link_input(const struct linker *l, const struct law *law, const struct article *article,
                         const struct field *input, struct link *out, struct err *e);
/* What fills an open term on the date: the output of a lower regulation, by layer as delegated,
 * lex superior, then lex posterior; by-laws count for their own municipality only (out->bylaws).
 * out->article NULL = for everybody else the term's own default applies; a required term without one
 * is then faulty for them, and refused if there are no by-laws either. */
MUST_USE bool link_open_term(const struct linker *l, const struct law *law, const struct article *article,
                             const struct open_term *term, struct link *out, struct err *e);
/* The reaction (hook) before or after such a decision as the article makes that has an output of this name;
 * out->article NULL if none. Of several the higher law, then the newer. */
MUST_USE bool link_hook(const struct linker *l, const struct article *article, bool before, struct str name,
                        struct link *out, struct err *e);
/* An output that no article of the law has, but that follows on what one of them decides; *decides NULL if none. */
MUST_USE bool link_reaction(const struct linker *l, const struct law *law, struct str output,
                            const struct article **decides, struct link *out, struct err *e);
/* What the law that is asked puts in the place of this output; out->article NULL if nothing. */
MUST_USE bool link_override(const struct linker *l, const struct law *law, const struct article *article,
                            struct str output, struct link *out, struct err *e);
/* What a call gives the article that is called, by the names of its parameters. */
enum passing {
    PASS_NAMED,                      /* what the call names: another law */
    PASS_OWN,                        /* and the caller's own parameters: the same law, or what fills its term */
    PASS_ALL                         /* and what the caller offers: a reaction, a replacement */
};
/* An input, open term or output of the article, which what belongs to it may take as parameter. */
bool link_offers(const struct article *article, struct str name);
/* The parameter of an article that stands for the person whom it is about; NULL if none. */
const struct field *link_person(const struct article *article);
const struct given_parameter *given_find(const struct given *given, struct str name); /* given may be NULL */
/* Whether the article is asked even about somebody who is absent: its law says that the person is nullable. */
bool link_decides_about_nobody(const struct law *law, const struct article *article);
/* The parameter that names a municipality; NULL if none. Given no value, it is where the person lives. */
const struct field *link_municipality(const struct article *article);
const struct open_term *open_term_find(const struct article *article, struct str id);
const struct definition *definition_find(const struct article *article, struct str name);
const struct action *law_action_find(const struct action *list, struct str output);

/* Compiles a scheme on a date. Refuses, with the path of laws walked, what does not lead to
 * the output: missing laws, true circles, unbound inputs, types that do not fit. */
MUST_USE bool plan_make(struct arena *a, const struct law_set *laws, struct str scheme, int32_t date,
                        struct plan **out, struct err *e);
/* Compiles one output of a law, whatever its type: for cases by hand and for oracles. */
MUST_USE bool plan_output(struct arena *a, const struct law_set *laws, struct str law, struct str output,
                          int32_t date, struct plan **out, struct err *e);
/* The same, of a case whose parameters and facts are given. */
MUST_USE bool plan_case(struct arena *a, const struct law_set *laws, struct str law, struct str output, int32_t date,
                        const struct given *given, struct plan **out, struct err *e);
/* The steps, for people. */
void plan_print(const struct plan *p, struct buf *out);
/* In words: who the person at the end of a path is ("uw partner", "een kind"; empty for the resident), and what something about
 * them is called: "uw huur" reads "huur (uw partner)". */
struct phrase plan_whose(struct arena *a, const struct plan *p, int path);
struct phrase plan_words(struct arena *a, const struct plan *p, struct phrase label, int path);

#endif
