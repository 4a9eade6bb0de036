/* SPDX-License-Identifier: EUPL-1.2 */
/* value.h: the text of one cell -> a value with a state, or the class of what is wrong.
 * Exact and never guessing: what can be read in two ways is faulty. Not aware of files or permits.
 */
#ifndef HOORT_PEOPLE_VALUE_H
#define HOORT_PEOPLE_VALUE_H

#include "law/law.h"
#include "table/table.h"

enum flaw {
#define FLAW(code, effect, text) code,
#include "people/faults.def"
#undef FLAW
    FLAW_COUNT
};
enum flaw_effect { ROW, FAULTY, UNKNOWN, NOTE };
enum flaw_effect flaw_effect(enum flaw f);
const char *flaw_text(enum flaw f);            /* static; what, then the remedy */
enum cell_state flaw_state(enum flaw f);       /* what a cell with this flaw becomes */

struct value {
    int64_t at;                  /* cents, number, days, 0 or 1, BSN of a person; 0 unless present */
    uint8_t state;               /* enum cell_state */
    uint8_t flaw;                /* enum flaw */
};

struct value value_flawed(enum flaw f);
/* Blanks at the ends must be gone. Empty = unknown, `geen` = absent. Not for texts. */
struct value value_read(struct str s, const struct fact *fact);
struct value value_amount(struct str s);
struct value value_bsn(struct str s, bool *zero_added);   /* flaws: FLAW_BSN_*; eight digits get a zero */
struct value value_person(struct str s);                  /* a BSN that stands for somebody else; flaws: FLAW_PERSON_* */
/* A date of whole parts; parts that are 0 make it unknown. */
struct value value_date(int year, int month, int day);
bool value_is_absent(struct str s);                       /* geen, in any case */

/* A BSN as nine digits. */
struct bsn_text { char at[9]; };
struct bsn_text bsn_print(uint32_t bsn);

#endif
