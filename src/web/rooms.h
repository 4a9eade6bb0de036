/* SPDX-License-Identifier: EUPL-1.2 */
/* rooms.h: inside src/web: what the pages of cases, sessions and decisions share. */
#ifndef HOORT_WEB_ROOMS_H
#define HOORT_WEB_ROOMS_H

#include "web/shelf.h"

struct phrase phrase_join(struct arena *a, struct phrase first, struct phrase second);  /* with a blank between */

/* The session of the address; *out NULL when there is none: the reply says so then. */
MUST_USE bool session_here(struct visit *v, struct reply *r, const struct app_session **out, struct err *e);

/* Choices of a list: the cards, the dilemmas on the table. */
const struct html *role_options(struct visit *v, const struct library *l);
const struct html *table_options(struct visit *v, const struct room *r);
/* A step in which the values and dilemmas are what is on the table, rather than positions. */
bool room_is_choosing(const struct room *r);

/* ---- what a room said, for screen, report and decision --------------------------------------------------- */
struct svg positions_svg(struct visit *v, const struct room *r, const struct dilemma *d);
const struct html *room_value_list(struct visit *v, const struct room *r);
/* Each dilemma on the table with its positions, arguments and, where it was shown, what its sentences would do. */
void room_stands(struct visit *v, const struct room *r, struct html_list *out);

/* An address as a QR code; nothing when it does not fit. */
struct svg qr_svg(struct visit *v, struct str address);
/* Where a telephone joins: "https://…/meedoen?code=…". */
struct str join_address(struct visit *v, const struct app_session *s);

/* A field of a form: trimmed, empty when not sent; a small whole number, 0 when it is none. */
struct str form_text(const struct visit *v, const char *name);
int form_int(const struct visit *v, const char *name);

/* What each of the five sentences does, scheme by scheme, under the policy in force; record: the same figures, to keep. */
MUST_USE bool room_evidence(struct visit *v, const struct dilemma *d, const struct html **out, struct str *record, struct err *e);
bool room_was_shown(const struct room *r, struct str dilemma);

#endif
