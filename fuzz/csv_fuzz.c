/* SPDX-License-Identifier: EUPL-1.2 */
/* csv_fuzz.c: any bytes through the readers of people, as persons, as person lists and as a second
 * file that is joined. Not for speed: each input gets a table of its own.
 */
#include "people/people.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct fact known[] = {
    {.name = {"partner", 7}, .type = FACT_PERSON, .next = &known[1]},
    {.name = {"geboortedatum", 13}, .type = FACT_DATE, .index = 1, .next = &known[2]},
    {.name = {"overleden", 9}, .type = FACT_BOOLEAN, .index = 2, .next = &known[3]},
    {.name = {"huur", 4}, .type = FACT_AMOUNT, .index = 3, .min = -100000, .max = 1000000, .next = &known[4]},
    {.name = {"kinderen", 8}, .type = FACT_PEOPLE, .index = 4, .next = &known[5]},
    {.name = {"naam", 4}, .type = FACT_TEXT, .index = 5, .next = &known[6]},
    {.name = {"straat", 6}, .type = FACT_TEXT, .index = 6, .next = &known[7]},
    {.name = {"huisnummer", 10}, .type = FACT_TEXT, .index = 7},
};

/* What must hold for whatever was read. */
static void check(const struct table *t, const struct people_report *r)
{
    assert(r->rows_read >= r->rows_kept + r->rows_opted_out);
    for (int k = 0; k < t->column_count; k++) {
        const struct column *c = &t->columns[k];
        for (int64_t i = 0; i < t->rows; i++) {
            assert(column_state(c, i) <= CELL_FAULTY);
            if (c->type == COLUMN_PERSON && column_state(c, i) == CELL_PRESENT)
                assert(column_int(c, column_int(c, i)) == i);
            int32_t count = 0;
            const int32_t *people = c->type == COLUMN_PEOPLE ? column_people(c, i, &count) : NULL;
            for (int32_t n = 0; n < count; n++)
                assert(people[n] != i && people[n] >= PERSON_UNSEEN && people[n] < t->rows);
            if (c->type == COLUMN_TEXT)
                assert(str_is_utf8(column_text(c, i)));
        }
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena a = arena_open(LIMIT_ARENA_REQUEST);
    char *start = a.at;
    struct law_set set = {.facts = {.first = known, .count = COUNT(known)}};
    const struct permit *permit = gate_permit_rehearsal(&a, &set, 20000);
    struct people_source from = {.file = S("x.csv"), .bytes = {(const char *)data, (ptrdiff_t)size}, .as_of = 20000,
                                 .purpose = S("proef")};
    struct people_report report;
    struct table t;
    struct err e;
    struct str csv;
    if (people_read_lo3(&a, permit, &from, &t, &report, &e))
        check(&t, &report);
    bool fine = people_read_csv(&a, permit, &from, &t, &report, &e);
    if (fine)
        check(&t, &report);
    /* The same bytes joined to persons, whose columns are then there already, and to nobody's columns. */
    struct people_source two = from;
    two.bytes = S("bsn\n900000004\n900000016\n900000028\n");
    if (people_read_csv(&a, permit, &two, &t, &report, &e) && people_join_csv(&a, permit, &from, &t, &report, &e))
        check(&t, &report);
    bool made = people_synth_facts(&a, (struct synth){0, 7, 20000}, &set.facts, from.file, from.bytes, &csv, &e);
    assert(!made || csv.len > 0);
    arena_close(&a, LIMIT_ARENA_REQUEST, start);
    return 0;
}
