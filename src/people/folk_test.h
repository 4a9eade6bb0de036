/* SPDX-License-Identifier: EUPL-1.2 */
/* folk_test.h: what the tests of people share: files, permits, and a table as text. Nobody in it
 * exists. Not for anything but tests.
 */
#ifndef HOORT_PEOPLE_FOLK_TEST_H
#define HOORT_PEOPLE_FOLK_TEST_H

#include "people/people.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define UNUSED __attribute__((unused))

static const struct key test_key = {{4, 5, 6}};

UNUSED static int32_t on(const char *iso)
{
    int32_t day;
    assert_true(date_parse(str_of(iso), &day));
    return day;
}

UNUSED static bool slurp(struct arena *a, const char *path, struct str *out)
{
    FILE *f = fopen(path, "rb");
    if (!f)
        return false;
    fseek(f, 0, SEEK_END);
    long len = ftell(f);
    rewind(f);
    char *at = arena_new_raw(a, char, len + 1);
    *out = (struct str){at, (ptrdiff_t)fread(at, 1, (size_t)len, f)};
    fclose(f);
    assert_int_equal(out->len, len);
    return true;
}

/* ---- permits ------------------------------------------------------------------------------------ */

struct folk {
    struct arena *a;
    struct law_set set;
    struct ceiling ceiling;
    struct scheme scheme;
    struct law law;
    struct opt_outs outs;
    const struct permit *permit;
    struct table t;
    struct people_report report;
    struct err e;
};

/* The dictionary that the product ships, and a permit to read all of it. */
UNUSED static struct folk *folk_open(struct arena *a)
{
    struct folk *w = arena_new(a, struct folk, 1);
    struct faults f = faults_open(a);
    struct str bytes;
    w->a = a;
    memset(&w->t, 0x5a, sizeof w->t); /* a reader is given any table, and must not look before it made one */
    assert_true(slurp(a, "laws/facts.yaml", &bytes));
    w->set.facts = facts_read(a, S("laws/facts.yaml"), bytes, &f);
    assert_int_equal(f.count, 0);
    w->permit = gate_permit_rehearsal(a, &w->set, on("2025-07-01"));
    return w;
}

UNUSED static void policy_facts(struct buf *out, const struct facts *facts, const char *const *names, int days)
{
    for (int i = 0; names[i]; i++) {
        const struct fact *f = facts_find(facts, str_of(names[i]));
        assert_non_null(f);
        buf_print(out, "%s{\"fact\": \"%s\", \"source\": ", i ? ", " : "", names[i]);
        buf_json(out, f->source);
        buf_print(out, ", \"ground\": \"proef\", \"max_age\": %d}", days);
    }
}

UNUSED static struct str policy_text(struct arena *a, const struct facts *facts, const char *const *names, int days)
{
    struct buf out = buf_open(a, 1 << 16);
    buf_add(&out, S("{\"policy\": {\"id\": \"proef\", \"title\": \"Proef\", \"organisation\": \"Voorbeeld\", "
                    "\"purpose\": \"wijzen_op_recht\", \"purpose_text\": \"Wij wijzen mensen op een recht.\", "
                    "\"in_force\": {\"from\": \"2025-01-01\", \"until\": \"2025-12-31\"}, \"schemes\": [{\"scheme\": "
                    "\"proef\", \"rung\": 3, \"certainty_min\": \"certain\", \"amount_min\": 0, \"timing\": \"estimated\"}],"
                    "\"facts\": ["));
    policy_facts(&out, facts, names, days);
    buf_add(&out, S("], \"search\": {\"ratio_max\": 0}, \"exclude\": [], \"contact\": {\"channel\": \"print\", "
                    "\"per_year_max\": 2, \"quiet_days\": 180}, \"stigma\": {\"k_min\": 1, \"fact\": \"postcode\", "
                    "\"chars\": 4}, \"review\": {\"sample_per_mille\": 0}, \"phase_in\": {\"control_per_mille\": 0, "
                    "\"seed\": 7}, \"budget\": {\"letters_max\": 0}, \"retention\": {\"selected_days\": 365, "
                    "\"not_selected_days\": 30}, \"assessed\": {\"dpia_hash\": \""));
    for (int i = 0; i < 64; i++)
        buf_char(&out, '1');
    buf_add(&out, S("\", \"iama_hash\": \""));
    for (int i = 0; i < 64; i++)
        buf_char(&out, '2');
    buf_add(&out, S("\"}, \"decided\": {\"decision_hash\": \""));
    for (int i = 0; i < 64; i++)
        buf_char(&out, '3');
    buf_add(&out, S("\", \"by\": \"college\", \"mandate\": \"proef\"}, \"publication\": \"Alleen voor de toets.\"}}"));
    return buf_str(&out);
}

/* A permit of a signed policy that reads these facts, no older than `days`, on 2025-07-01. */
UNUSED static void folk_policy(struct folk *w, const char *const *names, int days)
{
    struct str file;
    struct policy *p = NULL;
    w->ceiling = (struct ceiling){.rung = 4, .from = on("2020-01-01"), .until = INT32_MAX, .source = S("proef")};
    w->scheme = (struct scheme){.id = S("proef"), .ceilings = &w->ceiling, .law = &w->law};
    w->law = (struct law){.id = S("voorbeeldwet"), .has_valid_from = true, .valid_from = on("2020-01-01"),
                          .scheme = &w->scheme};
    w->set.first = &w->law;
    w->set.count = 1;
    struct str text = policy_text(w->a, &w->set.facts, names, days);
    if (!policy_sign(w->a, S("p"), text, test_key, S("college"), &file, &w->e) ||
        !policy_read(w->a, S("p"), file, &p, &w->e) ||
        !gate_permit(w->a, p, sign_public(test_key), &w->set, on("2025-07-01"), &w->outs, NULL, &w->permit, &w->e))
        fail_msg("%s", w->e.text);
}

UNUSED static struct people_source source_of(struct str file, struct str bytes)
{
    return (struct people_source){.file = file, .bytes = bytes, .as_of = on("2025-06-30"), .pseudonym_key = test_key,
                                  .purpose = S("wijzen_op_recht")};
}

UNUSED static bool folk_read(struct folk *w, struct str bytes)
{
    struct people_source from = source_of(S("people.csv"), bytes);
    return (people_is_lo3(bytes) ? people_read_lo3 : people_read_csv)(w->a, w->permit, &from, &w->t, &w->report,
                                                                       &w->e);
}

UNUSED static void folk_must_read(struct folk *w, struct str bytes)
{
    if (!folk_read(w, bytes))
        fail_msg("line %d: %s", w->e.line, w->e.text);
}

UNUSED static bool folk_join(struct folk *w, struct str bytes)
{
    struct people_source from = source_of(S("facts.csv"), bytes);
    return people_join_csv(w->a, w->permit, &from, &w->t, &w->report, &w->e);
}

/* ---- cells ---------------------------------------------------------------------------------------- */

UNUSED static const struct column *column_of(const struct folk *w, const char *name)
{
    const struct column *c = table_find(&w->t, str_of(name));
    if (!c)
        fail_msg("there is no column %s", name);
    return c;
}

UNUSED static int64_t row_at(const struct folk *w, int32_t line)
{
    for (int64_t i = 0; i < w->t.rows; i++)
        if (w->t.line[i] == line)
            return i;
    fail_msg("no row of line %d", line);
    return -1;
}

UNUSED static void print_value(struct arena *a, struct buf *out, const struct table *t, const struct column *c,
                               int64_t row)
{
    int64_t at = c->type == COLUMN_TEXT || c->type == COLUMN_PEOPLE ? 0 : column_int(c, row);
    int32_t count = 0;
    const int32_t *people = c->type == COLUMN_PEOPLE ? column_people(c, row, &count) : NULL;
    switch (c->type) {
    case COLUMN_TEXT: buf_json(out, column_text(c, row)); return;
    case COLUMN_DATE: buf_add(out, date_print(a, (int32_t)at)); return;
    case COLUMN_BOOLEAN: buf_add(out, at ? S("true") : S("false")); return;
    case COLUMN_PERSON: buf_print(out, "line %d", (int)t->line[at]); return;
    case COLUMN_AMOUNT:
    case COLUMN_NUMBER: buf_print(out, "%lld", (long long)at); return;
    case COLUMN_PEOPLE:
        for (int32_t i = 0; i < count; i++)
            buf_print(out, "%sline %d", i ? ", " : "", people[i] == PERSON_UNSEEN ? -1 : (int)t->line[people[i]]);
        return;
    }
}

/* INV-3: a cell that is not present carries no value at all. */
UNUSED static void check_cells(const struct table *t)
{
    static const char zero[sizeof(struct str)];
    for (int k = 0; k < t->column_count; k++) {
        const struct column *c = &t->columns[k];
        size_t bytes = (size_t)column_bytes(c);
        bool ranged = c->type == COLUMN_AMOUNT || c->type == COLUMN_NUMBER;
        for (int64_t i = 0; i < t->rows; i++) {
            int32_t count = 0;
            assert_true(column_state(c, i) <= CELL_FAULTY);
            if (c->type == COLUMN_PEOPLE)
                column_people(c, i, &count); /* asserts that nobody is in a list that is not present */
            else if (column_state(c, i) != CELL_PRESENT && c->type == COLUMN_BOOLEAN)
                assert_int_equal(TRUTH_VALUE(((const uint8_t *)c->cells)[i]), 0);
            else if (column_state(c, i) != CELL_PRESENT)
                assert_memory_equal((const char *)c->cells + i * (int64_t)bytes, zero, bytes);
            else if (ranged)
                assert_true(c->min <= column_int(c, i) && column_int(c, i) <= c->max);
        }
    }
}

#endif
