/* SPDX-License-Identifier: EUPL-1.2 */
/* decision.h: inside src/web: what the pages of one decision share. */
#ifndef HOORT_WEB_DECISION_H
#define HOORT_WEB_DECISION_H

#include "web/shelf.h"

/* The records that every page of a decision starts from. */
struct deciding {
    struct str id;                   /* of the case */
    struct app_case case_;
    struct app_decision now;         /* the newest version; only if `any` */
    bool any, signed_;               /* signed_: the workspace's policy came from exactly this version */
    const struct app_session *session; /* that it started from; NULL: none */
    struct shelf shelf;
};
/* *found: there is such a case; if not, the reply is a page that says so. */
MUST_USE bool deciding_open(struct visit *v, struct reply *r, struct deciding *d, bool *found, struct err *e);
/* From the table of the session, else from the library; NULL: of neither. */
const struct dilemma *deciding_dilemma(const struct deciding *d, struct str id);
struct phrase deciding_dilemma_name(const struct deciding *d, struct str id);

/* The form of a decision. other: what somebody else saved meanwhile, shown beside what differs; NULL: nobody. */
const struct html *decision_form(struct visit *v, const struct deciding *d, const struct decision *x, const struct decision *other,
                                 struct str previous);
/* What was sent. Where a day cannot be read, the day stays unknown and *wrong is that text. */
void decision_of_form(struct visit *v, struct decision *out, struct str *wrong);

/* Whoever approved, in words: a trial's role, the desk, or the name of an account. */
struct phrase approver_words(struct visit *v, struct str by);
/* The ways to all papers of the decision. */
const struct html *paper_links(struct visit *v, struct str case_id);

#endif
