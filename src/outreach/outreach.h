/* SPDX-License-Identifier: EUPL-1.2 */
/* outreach.h: what reaches a resident: letters, and only for a clearance. Not the deciding
 * (gate/), not the sending (a print street, later channels).
 */
#ifndef HOORT_OUTREACH_H
#define HOORT_OUTREACH_H

#include "gate/gate.h"

/* A letter template: text in named parts, `== part ==` on a line of its own, placeholders
 * {like_this}. Which parts and placeholders a letter must have stands in elements.def. */
struct template;

/* Reads and lints. A template that lacks a mandatory element is refused, all faults at once. */
struct template *template_read(struct arena *a, struct str file, struct str bytes, struct faults *f);

/* What the organisation fills in; every field is mandatory. */
struct sender {
    struct str organisation, department, phone, website, postal_address, privacy_contact, opt_out_text;
};

struct letter {
    struct str id;                   /* opaque: no BSN, no pseudonym in it */
    struct pseudonym who;
    struct str scheme, lang;
    struct str name, address1, address2; /* as printed in the window */
    struct str text;                 /* the whole letter, plain UTF-8 */
    int64_t amount_cents;
};

/* A letter for a clearance. `x` is the explanation of the same resident: its facts, with their
 * sources, are named in the letter. Fails when a placeholder has no value or the address is missing. */
MUST_USE bool letter_write(struct arena *a, const struct clearance *c, const struct template *template,
                           const struct sender *sender, const struct table *t, const struct explanation *x,
                           int32_t today, struct letter *out, struct err *e);

/* One print batch: CSV (UTF-8 with BOM, ';', RFC 4180, one row a letter) and a manifest with the
 * SHA-256 of each file, counts, policy hash, run, and whether it is synthetic. */
struct batch { struct str csv, manifest; };
struct batch batch_make(struct arena *a, struct str run, const struct policy *policy, bool synthetic,
                        const struct letter *letters, int64_t count);

#endif
