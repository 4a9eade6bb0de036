/* SPDX-License-Identifier: EUPL-1.2 */
/* synth.h: the model behind synthetic people: homes with persons, and what money they have.
 * Whole numbers only: the same seed gives the same bytes on every machine. Not aware of any law:
 * who takes up an allowance is drawn from chances and rough thresholds.
 */
#ifndef HOORT_PEOPLE_SYNTH_H
#define HOORT_PEOPLE_SYNTH_H

#include "people/people.h"

enum home_kind { HOME_SINGLE, HOME_COUPLE, HOME_FAMILY, HOME_ONE_PARENT };
enum living { LIVES_NOWHERE, LIVES_WAGE, LIVES_BUSINESS, LIVES_STUDY, LIVES_BENEFIT, LIVES_PENSION };
enum { HOME_PERSONS = 8 };

struct synth_person {
    uint32_t bsn;
    int age;
    int32_t birth;
    enum living living;
    int rank;                        /* place in the distribution of incomes, 0..9999 */
    int64_t income, wage, foreign, wealth;     /* cents; wage and foreign 0 = geen */
    bool assessed, settled, insured, takes_up;
    bool income_empty, wealth_empty, insured_empty, takes_empty, birth_empty, birth_part, partner_empty;
    bool investigated, deceased, secret, guardian;
    const char *surname;
    char initials[3];
};

struct synth_home {
    enum home_kind kind;
    uint64_t seed;                   /* of the town */
    int64_t number;                  /* of the household, 1.. */
    int count;                       /* persons; the first one or two are the adults */
    bool couple;                     /* persons 0 and 1 are partners */
    bool partner_missing;            /* person 1 lives, but has no row in the file */
    bool moved, rents, rent_empty;
    int64_t rent;                    /* cents a month; 0 = geen */
    struct synth_person at[HOME_PERSONS];
};

/* Bounds that keep dates and BSNs within what can be written. */
MUST_USE bool synth_check(struct synth s, struct err *e);
/* "# synthetisch: zaad 7, 100000 inwoners, peildatum 2025-07-01\n" */
struct str synth_label(struct arena *a, struct synth s, int64_t rows, const char *of);
/* true in `per_ten_thousand` of ten thousand rolls */
bool synth_chance(struct dice *d, int per_ten_thousand);
/* Tenure, incomes, wealth, insurance and take-up for a home whose kind, count and ages are set. */
void synth_money(struct dice *d, struct synth_home *home);

/* A curve by name and rank (0..9999). */
enum synth_curve {
#define CURVE(name, p0, p10, p25, p50, p75, p90, p99, p100) CURVE_##name,
#include "people/synth.def"
    CURVE_COUNT
};
enum {
#define CHANCE(name, per_ten_thousand) CHANCE_##name = per_ten_thousand,
#include "people/synth.def"
};
int64_t synth_curve_at(enum synth_curve c, int rank);

/* ---- columns (synth_write.c) ---- */
struct synth_out { struct arena *a; char *at, *start, *end; };
struct synth_columns;
/* Those columns of the model that the dictionary has; `money_only` for people who exist already. */
struct synth_columns *synth_columns_make(struct arena *a, const struct facts *facts, bool money_only);
void synth_write_heads(const struct synth_columns *columns, struct synth_out *out);
void synth_write_row(const struct synth_columns *columns, const struct synth_home *home, int person,
                     struct synth_out *out);
void synth_put(struct synth_out *out, struct str s);
void synth_put_number(struct synth_out *out, int64_t n);
void synth_put_amount(struct synth_out *out, int64_t cents);
void synth_put_bool(struct synth_out *out, bool truth);
void synth_put_none(struct synth_out *out); /* known that there is none */
void synth_put_bsn(struct synth_out *out, uint32_t bsn);

/* ---- what the schemes ask (synth_rights.c) ---- */
struct synth_who { const struct synth_home *home; const struct synth_person *p; int i; };
typedef void synth_cell(struct synth_out *out, struct synth_who w, const struct fact *f);
/* How a fact is written, if it is one of these; else NULL. */
synth_cell *synth_right(const struct fact *f, bool money_only);
/* Room for this many rows; close gives the bytes. */
struct synth_out synth_out_open(struct arena *a, const struct synth_columns *columns, int64_t rows);
struct str synth_out_close(struct synth_out *out);

#endif
