/* SPDX-License-Identifier: EUPL-1.2 */
/* library.h: the content of the method as data: values, tensions, dilemmas, roles, rungs, measures, metrics
 * and formats of sessions, read from the YAML files in method/. Part of the door method.h. Not a session, not the
 * working out of metrics or signals.
 *
 * An organisation's own folder lies over the shipped one: the same file names, any of them. An entry with
 * an id that is known replaces the whole entry, in its place; a new id comes at the end. References are
 * checked after that, so that own content may lean on shipped content and the other way round.
 */
#ifndef HOORT_METHOD_LIBRARY_H
#define HOORT_METHOD_LIBRARY_H

#include "base/base.h"

struct method_place { struct str file; int line, column; bool own; };  /* own: of the folder that lies over it */
struct names { struct str id; struct names *next; };           /* references, in order; all lead somewhere */

struct method_source {
    struct str id, author, title, url;
    struct str brief;                /* a short name by which people know it; else empty */
    int year;                        /* 0: not given */
    struct method_place place;
    struct method_source *next;
};

struct method_value {
    struct str id;
    struct phrase name, meaning, example;
    struct names *from;              /* sources, or "own" */
    struct method_place place;
    struct method_value *next;
};

struct tension {                     /* two values that pull apart when both were picked */
    struct str one, other;
    struct phrase why;
    struct str dilemma;
    struct method_place place;
    struct tension *next;
};
struct signal {                      /* what in the case itself points to dilemmas; names of signals.def */
    struct str id;
    struct phrase why;
    struct names *dilemmas;
    struct method_place place;
    struct signal *next;
};

/* The policy's field and its value, as text; a later one is not in the policy yet (fields.def). */
struct setting { struct str field, value; bool later; struct setting *next; };
#define ANCHORS 5
struct anchor { struct phrase text; struct setting *settings; };
struct method_argument { int pole; struct phrase text; struct names *sources; struct method_argument *next; };
struct dilemma {
    struct str id;
    struct phrase pole[2], question;
    struct names *values[2];
    struct anchor anchors[ANCHORS];  /* from the first pole to the second */
    struct method_argument *arguments;
    struct names *stakeholders, *dial, *metrics;
    struct method_place place;
    struct dilemma *next;
};

enum role_side { SIDE_RESIDENT, SIDE_ORGANISATION, SIDE_OUTSIDE };
struct role {
    struct str id;
    struct phrase name, card, cares, fears;
    enum role_side side;
    bool empty_chair;                /* its card lies on a chair when nobody can speak for it */
    bool must_be_heard;              /* no session closes without this view */
    struct method_place place;
    struct role *next;
};

#define RUNGS 9
struct rung {
    struct str id;                   /* "rung_3" */
    int number;
    struct phrase name, what, example, decides;
    struct names *sources;
    struct method_place place;
    struct rung *next;
};

struct measure {                     /* what no machine can do */
    struct str id;
    struct phrase name, what, evidence;
    struct names *dilemmas;
    bool condition;                  /* the service does not start without it */
    struct str owner;                /* a role */
    struct method_place place;
    struct measure *next;
};

struct data_kind { struct str id; struct phrase name, from; struct method_place place; struct data_kind *next; };
struct quantity {
    struct str id;
    struct phrase name;
    struct str unit;
    struct names *data;
    struct method_place place;
    struct quantity *next;
};

/* Arithmetic over quantities: '+', '-', '*', '/', or 'q' (a quantity) or 'n' (a number). */
struct formula {
    char kind;
    struct rational number;
    const struct quantity *quantity;
    const struct formula *left, *right;
};
struct metric {
    struct str id;
    struct phrase name, words, unavailable;  /* words: the formula as people say it */
    struct str value, unit;
    struct str expression;           /* or empty, and then the computation of computations.def */
    const struct formula *formula;
    struct str computation;
    struct names *needs;             /* kinds of data; of an expression: those of its quantities */
    struct names *sources;
    struct method_place place;
    struct metric *next;
};

struct method_step { struct str id; struct phrase name, read; int minutes; struct method_step *next; }; /* id and name of steps.def */
struct format {
    struct str id;
    struct phrase name, what;
    int minutes, people_min, people_max;
    struct method_step *steps;
    struct method_place place;
    struct format *next;
};

struct library {
    struct method_source *sources;
    struct method_value *values;
    struct tension *tensions;
    struct signal *signals;
    struct dilemma *dilemmas;
    struct role *roles;
    struct rung *rungs;
    struct measure *measures;
    struct data_kind *data;
    struct quantity *quantities;
    struct metric *metrics;
    struct format *formats;
    int source_count, value_count, tension_count, signal_count, dilemma_count, role_count, rung_count, measure_count,
        data_count, quantity_count, metric_count, format_count;
};

/* Whether a file with this name (no folder) belongs to the library: "values.yaml", … */
bool library_is_part(struct str name);
/* Files in any order, the shipped before the own ones; `name` is the part of the path after the last '/'.
 * Every fault at once. With faults the library may be shown, but nothing may be decided with it. */
struct library_file { struct str path, bytes; bool own; };
void library_read(struct arena *a, const struct library_file *files, int count, struct library *out, struct faults *f);

/* NULL if there is none. A rung also answers to its number alone. */
const struct method_source *library_source(const struct library *l, struct str id);
const struct method_value *library_value(const struct library *l, struct str id);
const struct dilemma *library_dilemma(const struct library *l, struct str id);
const struct role *library_role(const struct library *l, struct str id);
const struct rung *library_rung(const struct library *l, struct str id);
const struct measure *library_measure(const struct library *l, struct str id);
const struct metric *library_metric(const struct library *l, struct str id);
const struct format *library_format(const struct library *l, struct str id);

/* A value, dilemma, role, rung, measure, metric or format as people read it, in "nl" or "en"; all entries of
 * that id. False if there is none; then the nearest id, or nothing, is in *near. */
bool library_show(const struct library *l, struct str id, struct str lang, struct buf *out, struct str *near);
/* How a setting reads: "search.ratio_max = 10". */
void setting_print(const struct setting *s, struct buf *out);
/* What a field that the policy lacks would hold; empty for others. */
struct phrase field_meaning(struct str field);

#endif
