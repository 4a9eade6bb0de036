/* SPDX-License-Identifier: EUPL-1.2 */
/* trace_test.c: pieces made of amounts written by hand or by dice say every one of these amounts again, and are few
 * where there is a line. Not about laws (walk_test.c).
 */
#include "trace.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <cmocka.h>

static struct arena boot;

static struct break_outcome yes(int64_t cents)
{
    return (struct break_outcome){BREAK_YES, CELL_PRESENT, cents};
}

static int64_t floor_of(int64_t a, int64_t b)
{
    return a / b - (a % b < 0);
}

/* Every outcome again, from pieces that meet and cover all. Returns how many pieces. */
static int check(struct arena tmp, const struct break_outcome *o, int64_t count, int64_t from, int64_t step)
{
    struct tracer *t = arena_new(&tmp, struct tracer, 1);
    trace_open(t, &tmp, from, step);
    for (int64_t i = 0; i < count; i++)
        trace_put(t, i, o[i]);
    trace_close(t, count);
    assert_false(t->over);
    int k = 0;
    assert_int_equal(t->out[0].from, from);
    for (int64_t i = 0; i < count; i++) {
        int64_t v = from + i * step;
        if (v > t->out[k].to)
            assert_int_equal(t->out[++k].from, v);
        const struct break_piece *p = &t->out[k];
        assert_int_equal(p->at.kind, o[i].kind);
        assert_int_equal(p->at.state, o[i].state);
        if (break_piece_cents(p, step, v) != o[i].cents)
            fail_msg("at %lld: %lld, not %lld", (long long)v, (long long)break_piece_cents(p, step, v), (long long)o[i].cents);
    }
    assert_int_equal(k, t->pieces - 1);
    assert_int_equal(t->out[k].to, from + (count - 1) * step);
    assert_int_equal(t->out[k].last_cents, o[count - 1].cents);
    return t->pieces;
}

static void test_plateau_slope_and_cliff(void **s)
{
    (void)s;
    struct arena tmp = boot;
    int64_t n = 200000;
    struct break_outcome *o = arena_new(&tmp, struct break_outcome, n);
    for (int64_t i = 0; i < n; i++) {
        int64_t over = i > 30000 ? i - 30000 : 0;
        o[i] = i < 150000 ? yes(100 * floor_of(300000 - over * 1373 / 1000, 100)) : (struct break_outcome){BREAK_NO, CELL_PRESENT, 0};
    }
    assert_int_equal(check(tmp, o, n, 0, 1), 3);
    assert_int_equal(check(tmp, o, n, -500, 7), 3);
}

static void test_rate_of_the_law_is_found(void **s)
{
    (void)s;
    struct arena tmp = boot;
    struct tracer *t = arena_new(&tmp, struct tracer, 1);
    trace_open(t, &tmp, 0, 1);
    for (int64_t i = 0; i < 1000000; i++)
        trace_put(t, i, yes(100 * floor_of(20000000 - i * 1373 / 100, 1000)));
    trace_close(t, 1000000);
    assert_int_equal(t->pieces, 1);
    const struct break_piece *p = &t->out[0];
    assert_int_equal(p->unit, 100);
    assert_true((int128)p->num * p->unit * 10000 == (int128)p->den * -13730); /* 1.373 eurocents a cent */
}

/* Steeper than a unit a value, and a first stair that is two units high. */
static void test_steep_lines(void **s)
{
    (void)s;
    struct arena tmp = boot;
    int64_t n = 5000;
    struct break_outcome *o = arena_new(&tmp, struct break_outcome, n);
    for (int64_t slope = 3; slope < 400; slope += 13) {
        for (int64_t i = 0; i < n; i++)
            o[i] = yes(12 * floor_of(i * slope + 57, 100));
        assert_true(check(tmp, o, n, 10, 1) <= 3);
    }
}

static void test_stairs_are_no_line(void **s)
{
    (void)s;
    struct arena tmp = boot;
    struct break_outcome o[700];
    for (int i = 0; i < 700; i++)
        o[i] = yes(i < 300 ? 0 : i < 400 ? 57 : i < 650 ? 113 : 400);
    assert_int_equal(check(tmp, o, 700, 0, 1), 4);
}

static struct break_outcome random_outcome(struct dice *d)
{
    static const uint8_t states[] = {CELL_ABSENT, CELL_UNKNOWN, CELL_FAULTY};
    if (dice_below(d, 4))
        return yes(dice_below(d, 20) * 25 - 100);
    return (struct break_outcome){(uint8_t)dice_below(d, 5), states[dice_below(d, 3)], 0};
}

static void test_dice(void **s)
{
    (void)s;
    struct dice d = dice_open(7, 0);
    for (int round = 0; round < 3000; round++) {
        struct arena tmp = boot;
        int64_t n = 1 + dice_below(&d, 600);
        struct break_outcome *o = arena_new(&tmp, struct break_outcome, n);
        for (int64_t i = 0; i < n;) {
            struct break_outcome start = random_outcome(&d);
            int64_t unit = 1 + dice_below(&d, 200), num = dice_below(&d, 300) - 150, den = 1 + dice_below(&d, 90);
            bool sloped = start.state == CELL_PRESENT && dice_below(&d, 2);
            for (int64_t k = 1 + dice_below(&d, 150), x = 0; k-- > 0 && i < n; i++, x++) {
                o[i] = start;
                o[i].cents += sloped ? unit * floor_of(num * x + den / 2, den) : 0;
            }
        }
        check(tmp, o, n, dice_below(&d, 1000) - 500, 1 + dice_below(&d, 3));
    }
}

/* Places that were left out lie within the piece before them. */
static void test_gaps(void **s)
{
    (void)s;
    struct arena tmp = boot;
    struct tracer *t = arena_new(&tmp, struct tracer, 1);
    trace_open(t, &tmp, 100, 10);
    trace_put(t, 0, yes(5));
    trace_put(t, 40, yes(5));
    trace_put(t, 41, yes(9));
    trace_put(t, 60, yes(70));
    trace_close(t, 90);
    assert_int_equal(t->pieces, 3);
    assert_int_equal(t->out[0].to, 500);
    assert_int_equal(t->out[1].from, 510);
    assert_int_equal(t->out[1].to, 690);
    assert_int_equal(t->out[2].to, 990);
}

static void test_too_many_pieces(void **s)
{
    (void)s;
    struct arena tmp = boot;
    struct tracer *t = arena_new(&tmp, struct tracer, 1);
    trace_open(t, &tmp, 0, 1);
    for (int64_t i = 0; i < 3LL * LIMIT_BREAKS_PIECES; i++)
        trace_put(t, i, (struct break_outcome){(uint8_t)(i & 1), CELL_PRESENT, 0});
    trace_close(t, 3LL * LIMIT_BREAKS_PIECES);
    assert_true(t->over);
}

int main(void)
{
    boot = arena_open(LIMIT_ARENA_BOOT);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_plateau_slope_and_cliff), cmocka_unit_test(test_rate_of_the_law_is_found),
        cmocka_unit_test(test_steep_lines), cmocka_unit_test(test_stairs_are_no_line), cmocka_unit_test(test_dice),
        cmocka_unit_test(test_gaps), cmocka_unit_test(test_too_many_pieces),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
