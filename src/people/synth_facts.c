/* SPDX-License-Identifier: EUPL-1.2 */
/* synth_facts.c: synthetic money for people who exist in a file: official test lists, mostly. Each
 * person's dice hang on the seed and the BSN, so that the order of the file does not matter.
 * Not a way to add invented money to real people: the result is labelled synthetic, and so is a
 * table that it is joined to.
 */
#include "people/csv.h"
#include "people/intake.h"
#include "people/lo3.h"
#include "people/people.h"
#include "people/synth.h"

enum { AGE_WHEN_UNKNOWN = 45 };

struct known { uint32_t bsn, partner; int age; };      /* partner: BSN, 0 = none */
struct crowd {
    struct known *at;
    int64_t count;
    struct bsn_map map;                                /* BSN -> place in `at` */
};

static void add(struct crowd *c, struct value bsn, struct value birth, struct value partner, int32_t on)
{
    bool found;
    if (bsn.flaw)
        return;
    int32_t *place = bsn_map_put(&c->map, (uint32_t)bsn.at, &found);
    if (found)
        return;
    int age = birth.state == CELL_PRESENT ? date_age((int32_t)birth.at, on) : AGE_WHEN_UNKNOWN;
    *place = (int32_t)c->count;
    c->at[c->count++] = (struct known){
        .bsn = (uint32_t)bsn.at,
        .partner = partner.state == CELL_PRESENT ? (uint32_t)partner.at : 0,
        .age = age < 0 ? 0 : age,
    };
}

static bool crowd_open(struct arena *a, const struct scan *scan, struct crowd *c, struct err *e)
{
    int64_t rows = scan_rows_max(scan);
    if (rows > LIMIT_RESIDENTS)
        return fail_at(e, ERR_LIMIT, scan->file, 0, 0, "more than %d rows; split the file", LIMIT_RESIDENTS);
    *c = (struct crowd){.at = arena_new_raw(a, struct known, rows), .map = bsn_map_open(a, rows)};
    return true;
}

static struct value cell_value(const struct csv *csv, int at, enum fact_type type)
{
    const struct fact as = {.type = type};
    return at < 0 ? (struct value){0, CELL_UNKNOWN, FLAW_NONE} : value_read(cell_bytes(csv->cells[at]), &as);
}

static bool crowd_csv(struct arena *a, struct str file, struct str bytes, int32_t on, struct crowd *c, struct err *e)
{
    struct csv *csv = arena_new(a, struct csv, 1);
    struct row row;
    enum flaw flaw;
    bool zero_added = false;
    if (!csv_open(a, file, bytes, csv, e) || !crowd_open(a, &csv->scan, c, e))
        return false;
    int birth = csv_find(csv, S("geboortedatum")), partner = csv_find(csv, S("partner_bsn"));
    while (csv_next(csv, &row, &flaw, e))
        if (flaw == FLAW_NONE)
            add(c, value_bsn(cell_bytes(csv->cells[csv->bsn_at]), &zero_added), cell_value(csv, birth, FACT_DATE),
                cell_value(csv, partner, FACT_PERSON), on);
    return e->code == ERR_NONE;
}

static bool crowd_lo3(struct arena *a, struct str file, struct str bytes, int32_t on, struct crowd *c, struct err *e)
{
    struct lo3 *lo3 = arena_new(a, struct lo3, 1);
    struct lo3_list *list = arena_new(a, struct lo3_list, 1);
    bool zero_added = false;
    if (!lo3_open(a, file, bytes, lo3, e) || !crowd_open(a, &lo3->scan, c, e))
        return false;
    while (lo3_next(lo3, list, e))
        if (!list->broken)
            add(c, value_bsn(lo3_get(lo3, list, LO3_BSN), &zero_added), lo3_birth(lo3, list), lo3_partner(list), on);
    return e->code == ERR_NONE;
}

/* The home of a person, as far as money goes: alone, or with a partner who says the same. Children at
 * home are not known here, and do not matter to the model of money. */
static struct synth_home home_of(const struct crowd *c, const struct known *p, uint64_t seed, int *which)
{
    int32_t other = p->partner ? bsn_map_get(&c->map, p->partner) : PERSON_NO_ROW;
    bool couple = other >= 0 && c->at[other].partner == p->bsn && p->partner != p->bsn;
    const struct known *first = couple && c->at[other].bsn < p->bsn ? &c->at[other] : p;
    const struct known *second = first == p && couple ? &c->at[other] : p;
    struct dice d = dice_open(seed, first->bsn);
    struct synth_home h = {.seed = seed, .kind = couple ? HOME_COUPLE : HOME_SINGLE, .count = couple ? 2 : 1, .couple = couple};
    h.at[0] = (struct synth_person){.bsn = first->bsn, .age = first->age};
    if (couple)
        h.at[1] = (struct synth_person){.bsn = second->bsn, .age = second->age};
    synth_money(&d, &h);
    *which = first == p ? 0 : 1;
    return h;
}

bool people_synth_facts(struct arena *a, struct synth s, const struct facts *facts, struct str persons_file,
                        struct str persons_bytes, struct str *csv, struct err *e)
{
    struct crowd crowd;
    s.residents = 1;                     /* how many follows from the file */
    bool lo3 = people_is_lo3(persons_bytes);
    if (!synth_check(s, e) || !(lo3 ? crowd_lo3(a, persons_file, persons_bytes, s.on, &crowd, e) :
                                      crowd_csv(a, persons_file, persons_bytes, s.on, &crowd, e)))
        return false;
    if (crowd.count == 0)
        return fail_at(e, ERR_CSV, str_z(a, persons_file), 0, 0, "no person with a valid BSN; check the column of BSNs");
    const struct synth_columns *columns = synth_columns_make(a, facts, true);
    struct str label = synth_label(a, s, crowd.count, "personen uit een bestand");
    struct synth_out out = synth_out_open(a, columns, crowd.count);
    synth_put(&out, label);
    synth_write_heads(columns, &out);
    for (int64_t i = 0; i < crowd.count; i++) {
        int which;
        struct synth_home h = home_of(&crowd, &crowd.at[i], s.seed, &which);
        synth_write_row(columns, &h, which, &out);
    }
    *csv = synth_out_close(&out);
    return true;
}
