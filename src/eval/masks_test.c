/* SPDX-License-Identifier: EUPL-1.2 */
/* masks_test.c: symbolic truths keep their meaning while they are simplified: thousands made by dice, each
 * held against plain evaluation for everything that its leaves can be.
 */
#include "laws_test.h"

#include "compiled.h"

static struct arena boot;

#define FACTS 2                      /* leaves: two facts in three states each, three registers */
#define REGISTERS 3
#define WORLDS (3 * 3 * 8)

struct world { int state[FACTS]; bool truth[REGISTERS]; };

static struct world world_of(int k)
{
    struct world w = {{k % 3, k / 3 % 3}, {false}};
    for (int i = 0; i < REGISTERS; i++)
        w.truth[i] = k / 9 >> i & 1;
    return w;
}

static bool holds(const struct masks *m, int mask, const struct world *w)
{
    const struct mask at = m->at[mask];
    switch (at.kind) {
    case MASK_NO: return false;
    case MASK_YES: return true;
    case MASK_ABSENT: return w->state[at.reg] == CELL_ABSENT;
    case MASK_UNKNOWN: return w->state[at.reg] == CELL_UNKNOWN;
    case MASK_REGISTER: return w->truth[at.reg];
    case MASK_NOT: return !holds(m, at.a, w);
    case MASK_AND: return holds(m, at.a, w) && holds(m, at.b, w);
    case MASK_OR: return holds(m, at.a, w) || holds(m, at.b, w);
    default: break;
    }
    fail_msg("a leaf that this test does not make");
    return false;
}

struct made { int mask; bool want[WORLDS]; };

static struct made leaf(struct masks *m, struct dice *d)
{
    static const enum mask_kind kinds[] = {MASK_ABSENT, MASK_UNKNOWN, MASK_REGISTER};
    const enum mask_kind kind = kinds[dice_below(d, COUNT(kinds))];
    const int reg = (int)dice_below(d, kind == MASK_REGISTER ? REGISTERS : FACTS);
    struct made out = {.mask = dice_below(d, 12) ? mask_of(m, kind, reg) : (int)dice_below(d, 2)};
    for (int k = 0; k < WORLDS; k++) {
        struct world w = world_of(k);
        out.want[k] = holds(m, out.mask, &w);
    }
    return out;
}

static struct made formula(struct masks *m, struct dice *d, int depth)
{
    if (depth == 0 || dice_below(d, 5) == 0)
        return leaf(m, d);
    struct made a = formula(m, d, depth - 1), b = formula(m, d, depth - 1), c = formula(m, d, depth - 1), out;
    const int which = (int)dice_below(d, 4);
    out.mask = which == 0 ? mask_and(m, a.mask, b.mask) : which == 1 ? mask_or(m, a.mask, b.mask)
             : which == 2 ? mask_not(m, a.mask) : mask_choose(m, a.mask, b.mask, c.mask);
    for (int k = 0; k < WORLDS; k++)
        out.want[k] = which == 0 ? a.want[k] && b.want[k] : which == 1 ? a.want[k] || b.want[k]
                    : which == 2 ? !a.want[k] : a.want[k] ? b.want[k] : c.want[k];
    return out;
}

static void test_meaning_stays(void **s)
{
    (void)s;
    for (uint64_t seed = 0; seed < 20000; seed++) {
        struct arena tmp = boot;
        struct masks m = masks_open(&tmp);
        struct dice d = dice_open(seed, 7);
        struct made one = formula(&m, &d, 1 + (int)(seed % 4));
        assert_false(m.full);
        for (int k = 0; k < WORLDS; k++) {
            struct world w = world_of(k);
            if (holds(&m, one.mask, &w) != one.want[k])
                fail_msg("seed %llu, world %d", (unsigned long long)seed, k);
        }
    }
}

/* What C would otherwise work out for every resident falls away. */
static void test_falls_away(void **s)
{
    (void)s;
    struct arena tmp = boot;
    struct masks m = masks_open(&tmp);
    const int absent = mask_of(&m, MASK_ABSENT, 0), unknown = mask_of(&m, MASK_UNKNOWN, 0), r = mask_of(&m, MASK_REGISTER, 1);
    assert_int_equal(mask_choose(&m, absent, MASK_NO, absent), MASK_NO); /* asked for first, so never missing */
    assert_int_equal(mask_choose(&m, mask_not(&m, absent), absent, MASK_NO), MASK_NO);
    assert_int_equal(mask_choose(&m, mask_and(&m, r, mask_not(&m, absent)), absent, MASK_NO), MASK_NO);
    assert_int_equal(mask_and(&m, absent, unknown), MASK_NO);            /* a cell has one state */
    assert_int_equal(mask_and(&m, unknown, mask_not(&m, absent)), unknown);
    assert_int_equal(mask_or(&m, r, mask_and(&m, r, unknown)), r);
    assert_int_equal(mask_or(&m, r, mask_not(&m, r)), MASK_YES);
    assert_int_equal(mask_not(&m, mask_not(&m, mask_and(&m, r, unknown))), mask_and(&m, unknown, r));
}

static void test_too_many(void **s)
{
    (void)s;
    struct arena tmp = boot;
    struct masks m = masks_open(&tmp);
    int all = MASK_NO;
    for (int i = 0; i < LIMIT_PLAN_STEPS && !m.full; i++)
        all = mask_or(&m, all, mask_of(&m, MASK_REGISTER, i));
    assert_true(m.full); /* said, and not a crash */
}

int main(void)
{
    boot = arena_open(LIMIT_ARENA_BOOT);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_meaning_stays), cmocka_unit_test(test_falls_away), cmocka_unit_test(test_too_many),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
