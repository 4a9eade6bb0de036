/* SPDX-License-Identifier: EUPL-1.2 */
/* outreach.h: what reaches a resident: letters, and only for a clearance (INV-1). Not the
 * deciding (gate/), not the sending (a print street, later channels).
 */
#ifndef HOORT_OUTREACH_H
#define HOORT_OUTREACH_H

#include "gate/gate.h"

/* A letter template: text in named parts, `== part ==` on a line of its own, placeholders
 * {like_this}. Which parts and placeholders a letter must have, and which words it may not have,
 * stands in elements.def. Its head, `== meta ==`, names the template, its version, language, rung,
 * and the columns of the table that make up name and address ("straat huisnummer"; a column
 * followed by ? may be empty). */
struct template;

/* Reads and lints. A template that lacks a mandatory element is refused (NULL), all faults at
 * once. `file` and `bytes` are borrowed for as long as the template. */
struct template *template_read(struct arena *a, struct str file, struct str bytes, struct faults *f);
/* Long sentences and difficult words, for the writer; never a reason to refuse. */
void template_hints(const struct template *t, struct faults *hints);
struct str template_name(const struct template *t);
struct str template_lang(const struct template *t);    /* "nl" or "en" */
int template_rung(const struct template *t);

/* What the organisation fills in, in the language of the template; every field is mandatory. */
struct sender {
    struct str organisation, department, phone, website, postal_address, privacy_contact, opt_out_text;
};
/* From JSON: an object with exactly these members, all text. */
MUST_USE bool sender_read(struct arena *a, struct str file, struct str bytes, struct sender *out, struct err *e);

/* What all letters of one scheme in one run share. */
struct mailing {
    const struct template *template;
    const struct sender *sender;
    const struct scheme *scheme;     /* its name, who decides, how to apply */
    const struct facts *facts;       /* the dictionary: labels of what else was read */
    struct key id_key;               /* letter ids can't be computed, or traced back, without it */
    int32_t today;
};

struct letter {
    struct str id;                   /* opaque: no BSN, no pseudonym in it */
    struct pseudonym who;            /* for the account; stands in no letter and no batch */
    struct str scheme, lang;         /* scheme: id */
    struct str name, address1, address2; /* as printed in the window */
    struct str text;                 /* the whole letter, plain UTF-8, lines of at most 80 columns */
    int64_t amount_cents;            /* a year, as cleared */
    struct str template, version;
    struct str greeting, scheme_name, amount, reasons, data, apply; /* as they read in the letter */
};

/* A letter for a clearance. `x` is the explanation of the same resident: its facts, with their
 * sources, are named in the letter. Fails when a placeholder has no value, the address is missing,
 * or scheme, rung, outcome or amount are not those that were cleared. Messages name the line in
 * the file of people, never the resident. A letter about synthetic people says so in its first line. */
MUST_USE bool letter_write(struct arena *a, const struct clearance *c, const struct mailing *m,
                           const struct table *t, const struct explanation *x, struct letter *out, struct err *e);

/* One print batch. `csv` is batch.csv (UTF-8 with BOM, ';', RFC 4180, one row a letter); `text` is
 * letters.txt (the letters in that order, a form feed between them); `manifest` names the SHA-256 of
 * both and of each letter, counts, policy hash, run, and whether it is synthetic. At most
 * LIMIT_BATCH_LETTERS, of different ids. */
struct batch { struct str csv, text, manifest; };
struct batch batch_make(struct arena *a, struct str run, const struct policy *policy, bool synthetic,
                        const struct letter *letters, int64_t count);

#endif
