/* SPDX-License-Identifier: EUPL-1.2 */
/* emit.h: steps of a plan, one by one: shared where the same, folded where constant, with the
 * range that proves that 64 bits are enough. Private to plan/. Not aware of laws.
 */
#ifndef HOORT_PLAN_EMIT_H
#define HOORT_PLAN_EMIT_H

#include "plan/plan.h"

struct emitter {
    struct arena *a;
    struct plan *p;                  /* steps, facts, paths and texts grow here */
};

struct emitter emitter_open(struct arena *a, struct plan *p);

int emit_number(struct emitter *m, struct rational value);
int emit_boolean(struct emitter *m, bool truth);
int emit_date(struct emitter *m, int32_t date);
int emit_text(struct emitter *m, struct str text);
int emit_self(struct emitter *m);                                  /* the resident: always there */
int emit_none(struct emitter *m, enum register_type type);        /* null of a type */
int emit_faulty(struct emitter *m, enum register_type type);      /* the law leads nowhere here */
int emit_fact(struct emitter *m, const struct fact *fact, int path);
/* The persons of a list, from a path: index in plan->paths. Nobody in particular: its `person` is -1. */
int emit_people(struct emitter *m, int parent, const struct fact *list);
int emit_path(struct emitter *m, int parent, const struct fact *relation); /* index in plan->paths */

int emit_add(struct emitter *m, int a, int b);
int emit_subtract(struct emitter *m, int a, int b);
int emit_multiply(struct emitter *m, int a, int b);
int emit_divide(struct emitter *m, int a, int b);
int emit_extreme(struct emitter *m, bool largest, int a, int b);
int emit_round(struct emitter *m, int a, int decimals, enum round_mode mode);
int emit_and(struct emitter *m, int a, int b);
int emit_or(struct emitter *m, int a, int b);
int emit_not(struct emitter *m, int a);
int emit_equal(struct emitter *m, int a, int b);                   /* same register type */
int emit_less(struct emitter *m, int a, int b, bool or_equal);
int emit_is_absent(struct emitter *m, int a);
int emit_select(struct emitter *m, int condition, int yes, int no);
int emit_at_person(struct emitter *m, int a, int person);
int emit_age(struct emitter *m, int birth, int at);
int emit_months(struct emitter *m, int from, int to, int divided_by);
int emit_days(struct emitter *m, int from, int to);
int emit_weekday(struct emitter *m, int date);
int emit_date_add(struct emitter *m, int date, int years, int months, int weeks, int days); /* registers */
int emit_date_of(struct emitter *m, int year, int month, int day);
int emit_date_part(struct emitter *m, int date, int part);

/* The most (or least) that a number can be. */
struct rational emit_bound(const struct emitter *m, int reg, bool high);

int emit_item(struct emitter *m, int path);
/* `body` of each person of the list whose path this is, for whom `in` holds (-1: of all), together. */
int emit_each(struct emitter *m, int path, int in, int body, enum each_combine combine);

/* The kernels can't do this plan; the first reason is kept. Returns a register of the type,
 * so that compiling can go on and find what else is wrong. */
int emit_give_up(struct emitter *m, enum register_type type, const char *why);

#endif
