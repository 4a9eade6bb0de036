/* SPDX-License-Identifier: EUPL-1.2 */
/* people.h: bytes of people -> a table, under a permit; and synthetic people -> bytes.
 * Not a database client; not aware of any law: the dictionary of facts says what a column is.
 *
 * CSV of people: UTF-8 (BOM allowed) or Windows-1252 (detected, and said), RFC 4180, separator
 * ; , or tab (detected), a header of fact names plus `bsn`, `partner_bsn` (for the fact of type
 * person called `partner`: every fact f of a person is read from the column f_bsn; one of people, a list, is too,
 * with a blank between the BSNs). A cell that is
 * empty is unknown; `geen` is absent. Amounts are euros with one or two optional decimals after a
 * point or comma ("1234,50"), thousands marked only where that leaves one reading ("1.234,50",
 * "1.234.567"; "1.234" is faulty); booleans ja/nee; dates YYYY-MM-DD, unknown when a part is 00.
 * BSNs have nine digits; eight get a leading zero when the elfproef then holds, and that is said.
 * Lines that begin with # may stand at the top. A `partner` must be mutual: what two rows contradict
 * is faulty, what the other row does not confirm is unknown. Who stands in a list and has no row is somebody
 * of whom nothing is known.
 */
#ifndef HOORT_PEOPLE_H
#define HOORT_PEOPLE_H

#include "gate/gate.h"

/* Why a row or a cell did not come in. The value itself is never repeated. */
struct people_fault {
    int32_t line, column;            /* column 1-based; 0 = the row */
    struct str what;                 /* "BSN fails the elfproef; check the digits" */
    bool rejected;                   /* the row is out; otherwise one cell became faulty or unknown */
    struct people_fault *next;
};

struct people_report {
    struct str file, encoding;       /* "UTF-8", "UTF-8 with BOM", "Windows-1252" */
    char separator;
    int64_t rows_read, rows_kept, rows_rejected, rows_opted_out, cells_faulty;
    int64_t partners_dangling, unmatched; /* joins: rows of the second file without a person */
    struct people_fault *faults;     /* the first LIMIT_FAULTS */
    int64_t fault_count;
    struct str *not_read;            /* columns that the permit does not allow or the dictionary does not know */
    int not_read_count;
};

struct people_source {
    struct str file, bytes;
    int32_t as_of;                   /* date of the delivery */
    struct key pseudonym_key;
    struct str purpose;              /* of the pseudonyms */
    bool synthetic;                  /* labelled synthetic by the file's first line "# synthetisch …" or the caller */
};

/* Persons from CSV. Duplicate BSNs: every row after the first is rejected. Fails only when
 * nothing can be used (no header, no bsn column, not text, over a ceiling): nothing half-read. */
MUST_USE bool people_read_csv(struct arena *a, const struct permit *permit, const struct people_source *from,
                              struct table *out, struct people_report *report, struct err *e);

/* Persons from the LO3 person-list extract (element numbers as heads, ';', a blank first column
 * = a further historical row of the person above). Every person list gives a row of the table
 * or a fault that says why not. */
MUST_USE bool people_read_lo3(struct arena *a, const struct permit *permit, const struct people_source *from,
                              struct table *out, struct people_report *report, struct err *e);
/* Whether bytes look like LO3 (first head is empty, second 01.01.10). */
bool people_is_lo3(struct str bytes);

/* Whether the file says of itself that its people are made up, as people_synth writes it; reads nothing about anybody. */
bool people_are_synthetic(struct str bytes);

/* Adds the columns of a second CSV (bsn + facts) to a table that was read with the same key and purpose. */
MUST_USE bool people_join_csv(struct arena *a, const struct permit *permit, const struct people_source *from,
                              struct table *t, struct people_report *report, struct err *e);

/* A synthetic municipality of about `residents` people in households, as CSV bytes. Same seed, same bytes. */
struct synth { int64_t residents; uint64_t seed; int32_t on; };
MUST_USE bool people_synth(struct arena *a, struct synth s, const struct facts *facts, struct str *csv, struct err *e);
/* Synthetic incomes, wealth, insurance and take-up for persons that exist in a CSV or LO3 file: a second CSV. */
MUST_USE bool people_synth_facts(struct arena *a, struct synth s, const struct facts *facts, struct str persons_file,
                                 struct str persons_bytes, struct str *csv, struct err *e);

#endif
