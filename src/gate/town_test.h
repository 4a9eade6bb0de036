/* SPDX-License-Identifier: EUPL-1.2 */
/* town_test.h: towns made by hand for the gate's tests, and a policy whose dials turn. Nobody in
 * them exists. Not for anything but tests.
 */
#ifndef HOORT_GATE_TOWN_TEST_H
#define HOORT_GATE_TOWN_TEST_H

#include "gate/gate.h"

#include <stdio.h>
#include <string.h>

#define UNUSED __attribute__((unused))

static const struct key seed = {{1, 2, 3}};

UNUSED static int32_t on(const char *iso)
{
    int32_t day;
    assert(date_parse(str_of(iso), &day));
    return day;
}

/* ---- a town ------------------------------------------------------------------------------------ */

struct town {
    struct arena *a;
    struct str policy;
    struct fact facts[7];
    struct ceiling ceiling;
    struct note note;
    struct scheme scheme;
    struct law law;
    struct law_set set;
    struct plan plan;
    struct table t;
    struct findings f;
    struct opt_outs outs;
    struct names *done;              /* measures recorded as done */
    struct contacts contacts;
    int32_t today;
    struct column *partner, *overleden, *geheim, *definitief, *gebruik, *postcode;
    struct gate_result r;
    struct err e;
};

UNUSED static struct pseudonym person(int64_t n)
{
    struct pseudonym p = {{0}};
    for (int i = 0; i < 8; i++)
        p.at[i] = (unsigned char)((uint64_t)n * 0x9e3779b97f4a7c15u >> 8 * i);
    memcpy(p.at + 8, &n, sizeof n);
    return p;
}

UNUSED static void set_bool(struct column *c, int64_t row, bool value)
{
    ((uint8_t *)c->cells)[row] = value;
    c->states[row] = CELL_PRESENT;
}

UNUSED static void set_state(struct column *c, int64_t row, enum cell_state state)
{
    memset((char *)c->cells + row * column_bytes(c), 0, (size_t)column_bytes(c));
    c->states[row] = (uint8_t)state;
}

UNUSED static void set_text(struct column *c, int64_t row, struct str value)
{
    column_put_text(c, row, value);
    c->states[row] = CELL_PRESENT;
}

UNUSED static void set_person(struct column *c, int64_t row, int64_t value)
{
    ((int32_t *)c->cells)[row] = (int32_t)value;
    c->states[row] = CELL_PRESENT;
}

UNUSED static void marry(struct town *w, int64_t a, int64_t b)
{
    set_person(w->partner, a, b);
    set_person(w->partner, b, a);
}

UNUSED static void make_facts(struct town *w)
{
    static const struct { const char *name, *source; enum fact_type type; } known[] = {
        {"partner", "BRP", FACT_PERSON}, {"overleden", "BRP", FACT_BOOLEAN}, {"geheim", "BRP", FACT_BOOLEAN},
        {"definitief", "Belastingdienst", FACT_BOOLEAN}, {"gebruik", "Uitvoerder", FACT_BOOLEAN},
        {"postcode", "BRP", FACT_TEXT}, {"inkomen", "Belastingdienst", FACT_AMOUNT},
    };
    for (int i = 0; i < COUNT(known); i++) {
        w->facts[i] = (struct fact){.name = str_of(known[i].name),
                                    .source = str_of(known[i].source),
                                    .type = known[i].type,
                                    .sensitivity = 2,
                                    .cost = 1,
                                    .index = i};
        w->facts[i].next = i + 1 < COUNT(known) ? &w->facts[i + 1] : NULL;
    }
}

UNUSED static void make_laws(struct town *w)
{
    w->ceiling = (struct ceiling){.rung = 4, .from = on("2020-01-01"), .until = INT32_MAX, .source = S("art. 14 van de Voorbeeldwet")};
    w->note = (struct note){S("bedrag niet nagezien"), NULL};
    w->scheme = (struct scheme){.id = S("proef"), .take_up = S("gebruik"), .ceilings = &w->ceiling, .law = &w->law};
    w->law = (struct law){
        .id = S("voorbeeldwet"), .has_valid_from = true, .valid_from = on("2020-01-01"), .scheme = &w->scheme};
    w->set = (struct law_set){.first = &w->law, .count = 1, .facts = {.first = w->facts, .count = 7}, .hash = {{42}}};
    w->plan = (struct plan){
        .scheme = S("proef"), .date = on("2026-06-01"), .laws = &w->set, .about = &w->scheme, .law = &w->law};
}

/* Everybody is single, alive, entitled to 1000 euros, and does not use it. */
UNUSED static void fill(struct town *w)
{
    for (int64_t i = 0; i < w->t.rows; i++) {
        w->t.who[i] = person(i);
        set_state(w->partner, i, CELL_ABSENT);
        set_bool(w->overleden, i, false);
        set_bool(w->geheim, i, false);
        set_bool(w->definitief, i, true);
        set_bool(w->gebruik, i, false);
        set_text(w->postcode, i, S("1234AB"));
        w->f.verdict[i] = VERDICT_YES;
        w->f.amount_cents[i] = 100000;
    }
}

UNUSED static struct town *town_open(struct arena *a, int64_t rows, struct str policy)
{
    struct town *w = arena_new(a, struct town, 1);
    w->a = a;
    w->policy = policy;
    w->today = on("2026-06-01");
    make_facts(w);
    make_laws(w);
    w->t = table_open(a, rows);
    w->partner = table_add(&w->t, S("partner"), COLUMN_PERSON);
    w->overleden = table_add(&w->t, S("overleden"), COLUMN_BOOLEAN);
    w->geheim = table_add(&w->t, S("geheim"), COLUMN_BOOLEAN);
    w->definitief = table_add(&w->t, S("definitief"), COLUMN_BOOLEAN);
    w->gebruik = table_add(&w->t, S("gebruik"), COLUMN_BOOLEAN);
    w->postcode = table_add(&w->t, S("postcode"), COLUMN_TEXT);
    w->f = (struct findings){.plan = &w->plan, .rows = rows, .verdict = arena_new(a, uint8_t, rows),
                             .amount_cents = arena_new(a, int64_t, rows), .amount_state = arena_new(a, uint8_t, rows),
                             .missing = arena_new(a, uint64_t, rows)};
    fill(w);
    return w;
}

/* The policy's text with `from` changed to `to`: what people sign is what is tested. */
UNUSED static void dial(struct town *w, const char *from, const char *to)
{
    ptrdiff_t at = str_find(w->policy, str_of(from));
    assert(at >= 0);
    struct buf out = buf_open(w->a, 1 << 20);
    buf_add(&out, str_slice(w->policy, 0, at));
    buf_add(&out, str_of(to));
    buf_add(&out, str_slice(w->policy, at + (ptrdiff_t)strlen(from), w->policy.len));
    w->policy = buf_str(&out);
}

UNUSED static const struct policy *signed_policy(struct town *w)
{
    struct str file;
    struct policy *p = NULL;
    struct err e;
    bool ok = policy_sign(w->a, S("p"), w->policy, seed, S("college"), &file, &e) &&
              policy_read(w->a, S("p"), file, &p, &e);
    assert(ok);
    return p;
}

UNUSED static bool permitted(struct town *w, const struct permit **out)
{
    return gate_permit(w->a, signed_policy(w), sign_public(seed), &w->set, w->today, &w->outs, w->done, out, &w->e);
}

/* ---- towns of which claims are joint, and towns at random ---------------------------------------------------- */

UNUSED static struct str slurp(struct arena *a, const char *path)
{
    FILE *f = fopen(path, "rb");
    assert(f);
    char *at = arena_new_raw(a, char, 1 << 20);
    size_t len = fread(at, 1, 1 << 20, f);
    fclose(f);
    return (struct str){at, (ptrdiff_t)len};
}

UNUSED static struct town *joint(struct arena *a, int64_t rows)
{
    struct town *w = town_open(a, rows, slurp(a, "tests/gate/policy.json"));
    w->scheme.joint_with = S("partner");
    return w;
}

UNUSED static void scatter(struct town *w, struct dice *d)
{
    static const char *const codes[] = {"1111AA", "1112AB", "1113", "1114ZZ", "12"};
    for (int64_t i = 0; i < w->t.rows; i++) {
        w->f.verdict[i] = (uint8_t)(dice_below(d, 3) ? VERDICT_YES : dice_below(d, 4));
        w->f.amount_cents[i] = dice_below(d, 100000);
        w->f.amount_state[i] = (uint8_t)(dice_below(d, 20) ? CELL_PRESENT : dice_below(d, 4));
        set_text(w->postcode, i, str_of(codes[dice_below(d, COUNT(codes))]));
        struct column *const all[] = {w->overleden, w->geheim, w->definitief, w->gebruik};
        for (int k = 0; k < COUNT(all); k++) {
            set_bool(all[k], i, dice_below(d, 10) == 0 ? k != 2 : k == 2);
            if (dice_below(d, 15) == 0)
                set_state(all[k], i, (enum cell_state)(1 + dice_below(d, 3)));
        }
        if (dice_below(d, 2))
            set_person(w->partner, i, dice_below(d, w->t.rows));
        if (i % 4 == 0 && i)
            marry(w, i, i - 1);
    }
}

#endif
