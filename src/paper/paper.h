/* SPDX-License-Identifier: EUPL-1.2 */
/* paper.h: what comes out of the records of one decision, for those who read it: the whole document, a page for the council,
 * a text for residents, an instruction for who carries it out, and the record for the Algorithm Register. Pure; each says only
 * what stands in the records. Not the pages (web/).
 */
#ifndef HOORT_PAPER_H
#define HOORT_PAPER_H

#include "room/room.h"

struct paper_approval { struct str by; int32_t on; struct paper_approval *next; };
struct paper_input {
    const struct case_record *case_;
    const struct decision *decision;
    struct str decision_hash;
    const struct room *room;         /* the session that it started from; NULL: none */
    const struct library *library;
    const struct policy *policy;     /* that it means; NULL: none yet */
    bool in_force;                   /* that policy is signed and holds today */
    const struct law_set *laws;
    const struct paper_approval *approvals;
};

enum paper { PAPER_DOCUMENT, PAPER_COUNCIL, PAPER_RESIDENT, PAPER_INSTRUCTION, PAPER_COUNT };
enum paper_kind { PAPER_HEADING, PAPER_SMALL_HEADING, PAPER_TEXT, PAPER_ITEM };
struct paper_line { enum paper_kind kind; struct str text; struct paper_line *next; };
/* lang "nl" or "en"; what people wrote themselves stays in their language. */
struct paper_line *paper_write(struct arena *a, const struct paper_input *in, enum paper which, struct str lang);

/* A field of publication standard 1.0 of the Algorithm Register (document 1.0.10, 29 November 2024). Dutch: the register has
 * no other language. Lengths are in characters; the register knows no line breaks. */
struct register_field { struct str name, text; int max; bool needed, missing, too_long; struct register_field *next; };
/* Without a policy, or of a no, there is nothing to register: NULL. */
struct register_field *paper_register(struct arena *a, const struct paper_input *in);
struct str paper_register_json(struct arena *a, const struct register_field *fields);    /* pretty; nothing is cut short */

#endif
