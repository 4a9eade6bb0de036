/* SPDX-License-Identifier: EUPL-1.2 */
/* synth.c: a synthetic municipality, households first: who lives together and how old they are, with
 * deliberate faults. Money is in synth_money.c, cells in synth_write.c, constants in synth.def.
 * Not a copy of real people: BSNs are test numbers, names and addresses are thrown together.
 */
#include "people/synth.h"

static const struct { const char *text; } surnames[] = {
#define SURNAME(text) {text},
#include "people/synth_words.def"
};

/* ---- BSNs -------------------------------------------------------------------------------------
 * All numbers from 900000000 that pass the elfproef, in order: nine in ten sets of eight digits have
 * exactly one ninth digit. About nine million of them. */
enum { BSN_FIRST_EIGHT = 90000000, BSN_LAST_EIGHT = 99999999, SYNTH_RESIDENTS_MAX = 9000000 };

static uint32_t next_bsn(uint32_t *eight)
{
    for (;;) {
        assert(*eight <= BSN_LAST_EIGHT);
        uint32_t digits = *eight, sum = 0;
        for (uint32_t weight = 2; weight <= 9; weight++, digits /= 10)
            sum += weight * (digits % 10);
        uint32_t eights = (*eight)++;
        if (sum % 11 != 10)              /* the ninth digit counts for minus one */
            return eights * 10 + sum % 11;
    }
}

/* ---- homes ------------------------------------------------------------------------------------- */

static enum home_kind draw_kind(struct dice *d)
{
    int64_t roll = dice_below(d, 10000);
    if (roll < CHANCE_SINGLE)
        return HOME_SINGLE;
    if (roll < CHANCE_SINGLE + CHANCE_COUPLE)
        return HOME_COUPLE;
    return roll < CHANCE_SINGLE + CHANCE_COUPLE + CHANCE_FAMILY ? HOME_FAMILY : HOME_ONE_PARENT;
}

static int draw_children(struct dice *d, enum home_kind kind)
{
    int64_t roll = dice_below(d, 100);
    if (kind == HOME_FAMILY)
        return roll < 40 ? 1 : roll < 82 ? 2 : roll < 95 ? 3 : 4;
    return roll < 61 ? 1 : roll < 91 ? 2 : 3;
}

static int clamp(int64_t n, int low, int high)
{
    return (int)(n < low ? low : n > high ? high : n);
}

/* Children are born when their youngest parent is 20 to 42, live at home until 26, and differ one to four years. */
static void draw_child_ages(struct dice *d, struct synth_home *h)
{
    int first = h->couple ? 2 : 1, parent = h->at[0].age;
    if (h->couple && h->at[1].age < parent)
        parent = h->at[1].age;
    int oldest = clamp(parent - 22 - dice_below(d, 15), 0, 26);
    for (int i = first; i < h->count; i++) {
        h->at[i].age = oldest;
        oldest = clamp(oldest - 1 - dice_below(d, 4), clamp(parent - 45, 0, 26), 26);
    }
}

static void draw_ages(struct dice *d, struct synth_home *h)
{
    static const enum synth_curve curves[] = {CURVE_AGE_SINGLE, CURVE_AGE_COUPLE, CURVE_AGE_FAMILY,
                                              CURVE_AGE_ONE_PARENT};
    h->at[0].age = (int)synth_curve_at(curves[h->kind], (int)dice_below(d, 10000));
    if (h->couple)
        h->at[1].age = clamp(h->at[0].age - 5 + dice_below(d, 9), 19, 103);
    draw_child_ages(d, h);
}

static void draw_names(struct dice *d, struct synth_home *h)
{
    const char *family = surnames[dice_below(d, COUNT(surnames))].text;
    for (int i = 0; i < h->count; i++) {
        struct synth_person *p = &h->at[i];
        bool own = h->couple && i == 1;
        p->surname = own ? surnames[dice_below(d, COUNT(surnames))].text : family;
        p->initials[0] = "ABCDEFGHIJKLMNOPRSTVWYZ"[dice_below(d, 23)];
        p->initials[1] = dice_below(d, 3) ? 0 : "ACEHJLMPRSW"[dice_below(d, 11)];
    }
}

/* ---- deliberate faults ------------------------------------------------------------------------- */

static void spoil_person(struct dice *d, struct synth_person *p, bool alone)
{
    p->birth_empty = synth_chance(d, CHANCE_BIRTH_EMPTY);
    p->birth_part = synth_chance(d, CHANCE_BIRTH_PART);
    p->investigated = synth_chance(d, CHANCE_INVESTIGATED);
    p->secret = synth_chance(d, CHANCE_SECRET_ADDRESS);
    p->guardian = p->age >= 18 && synth_chance(d, CHANCE_GUARDIAN);
    /* Those who died stay in an extract for a while; a couple's partner would have become single. */
    p->deceased = alone && p->age >= 60 && synth_chance(d, CHANCE_DECEASED_OLD);
}

static void spoil_home(struct dice *d, struct synth_home *h)
{
    h->moved = synth_chance(d, CHANCE_MOVED_ABROAD);
    h->partner_missing = h->kind == HOME_COUPLE && synth_chance(d, CHANCE_PARTNER_MISSING);
    bool empty = h->couple && synth_chance(d, CHANCE_PARTNER_EMPTY);
    for (int i = 0; i < h->count; i++) {
        h->at[i].partner_empty = empty;
        spoil_person(d, &h->at[i], h->kind == HOME_SINGLE);
    }
}

static int32_t birth_of(struct dice *d, int age, int32_t on)
{
    int32_t birthday, earlier;
    if (!date_add(on, -age, 0, 0, &birthday) || !date_add(on, -age - 1, 0, 0, &earlier))
        return on;
    /* After the birthday that would make them a year older. */
    return (int32_t)(birthday - dice_below(d, birthday - earlier));
}

/* ---- a town -------------------------------------------------------------------------------------- */

static struct synth_home draw_home(struct synth s, int64_t number, int64_t room, uint32_t *eight)
{
    struct dice d = dice_open(s.seed, (uint64_t)number);
    struct synth_home h = {.seed = s.seed, .number = number, .kind = draw_kind(&d)};
    int children = h.kind >= HOME_FAMILY ? draw_children(&d, h.kind) : 0;
    h.couple = h.kind == HOME_COUPLE || h.kind == HOME_FAMILY;
    h.count = (h.couple ? 2 : 1) + children;
    if (h.count > room) {                /* the last home of the town */
        h.kind = HOME_SINGLE;
        h.couple = false;
        h.count = 1;
    }
    draw_ages(&d, &h);
    draw_names(&d, &h);
    spoil_home(&d, &h);
    synth_money(&d, &h);
    for (int i = 0; i < h.count; i++) {
        h.at[i].bsn = next_bsn(eight);
        h.at[i].birth = birth_of(&d, h.at[i].age, s.on);
    }
    return h;
}

bool synth_check(struct synth s, struct err *e)
{
    if (s.residents < 1 || s.residents > SYNTH_RESIDENTS_MAX)
        return fail(e, ERR_LIMIT, "%lld residents; ask for 1 to %d", (long long)s.residents, SYNTH_RESIDENTS_MAX);
    int32_t first, last;
    bool known = date_from_civil(1950, 1, 1, &first) && date_from_civil(2150, 1, 1, &last);
    if (!known || s.on < first || s.on > last)
        return fail(e, ERR_USAGE, "the date of a synthetic town must lie between 1950 and 2150; choose another");
    return true;
}

struct str synth_label(struct arena *a, struct synth s, int64_t rows, const char *of)
{
    struct str on = date_print(a, s.on);
    return str_format(a, "# synthetisch: zaad %llu, %lld %s, peildatum " STR_FMT "\n", (unsigned long long)s.seed,
                      (long long)rows, of, STR_ARG(on));
}

bool people_synth(struct arena *a, struct synth s, const struct facts *facts, struct str *csv, struct err *e)
{
    if (!synth_check(s, e))
        return false;
    const struct synth_columns *columns = synth_columns_make(a, facts, false);
    uint32_t eight = BSN_FIRST_EIGHT;
    struct str label = synth_label(a, s, s.residents, "inwoners");
    int64_t rows = 0;
    struct synth_out out = synth_out_open(a, columns, s.residents);
    synth_put(&out, label);
    synth_write_heads(columns, &out);
    for (int64_t number = 1; rows < s.residents; number++) {
        struct synth_home h = draw_home(s, number, s.residents - rows, &eight);
        for (int i = 0; i < h.count; i++) {
            if (h.partner_missing && i == 1)
                continue;
            synth_write_row(columns, &h, i, &out);
            rows++;
        }
    }
    *csv = synth_out_close(&out);
    return true;
}
