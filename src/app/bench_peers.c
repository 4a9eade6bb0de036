/* SPDX-License-Identifier: EUPL-1.2 */
/* bench_peers.c: hands the very columns that were measured to a script that does the same law by other
 * means, and takes its time only if every outcome is the same. Not the script (bench/peers.py).
 */
#include "bench.h"

#include <stdlib.h>

static struct str place_of(struct arena *a, const char *folder, struct str name, const char *what)
{
    return str_format(a, "%s/" STR_FMT "%s", folder, STR_ARG(name), what);
}

/* A peer gets truths and states apart, as it would keep them itself. */
static const char *cells_of(struct arena *a, const struct column *c, int64_t rows)
{
    if (c->states)
        return c->cells;
    char *truths = arena_new_raw(a, char, rows);
    for (int64_t row = 0; row < rows; row++)
        truths[row] = (char)column_int(c, row);
    return truths;
}

static const char *states_of(struct arena *a, const struct column *c, int64_t rows)
{
    char *states = arena_new_raw(a, char, rows);
    for (int64_t row = 0; row < rows; row++)
        states[row] = (char)column_state(c, row);
    return states;
}

static bool hand_over(struct arena tmp, const char *folder, const struct plan *p, const struct table *t, struct err *e)
{
    struct str about = str_format(&tmp, "%lld\n" STR_FMT "\n", (long long)t->rows, STR_ARG(date_print(&tmp, p->date)));
    if (!file_write(place_of(&tmp, folder, S("meta"), ""), about, e))
        return false;
    for (int i = 0; i < t->column_count; i++) {
        const struct column *c = &t->columns[i];
        struct arena own = tmp;
        const struct str cells = {cells_of(&own, c, t->rows), t->rows * column_bytes(c)};
        const struct str states = {states_of(&own, c, t->rows), t->rows};
        if (!file_write(place_of(&own, folder, c->name, ".cells"), cells, e) ||
            !file_write(place_of(&own, folder, c->name, ".states"), states, e))
            return false;
    }
    return true;
}

/* "numpy 10000000 2.25\nsqlite 1000000 1.5\n": a line for each place, in rows a second. */
static bool read_times(struct str text, double *const *places, int count)
{
    struct str rest = text;
    for (int k = 0; k < count; k++) {
        int64_t rows;
        struct rational seconds;
        struct str name = str_until(rest, ' ', &rest), of = str_until(rest, ' ', &rest), took = str_until(rest, '\n', &rest);
        if (!name.len || !str_to_int64(of, &rows) || !rational_parse(took, &seconds) || seconds.num <= 0)
            return false;
        *places[k] = (double)rows * (double)seconds.den / (double)seconds.num;
    }
    return true;
}

static bool same_outcomes(struct arena tmp, const char *folder, const struct findings *f, struct err *e)
{
    struct str verdict, amount;
    if (!file_read(&tmp, place_of(&tmp, folder, S("numpy"), ".verdict"), f->rows, &verdict, e) ||
        !file_read(&tmp, place_of(&tmp, folder, S("numpy"), ".amount"), 8 * f->rows, &amount, e))
        return false;
    const struct str ours = {(const char *)f->verdict, f->rows}, cents = {(const char *)f->amount_cents, 8 * f->rows};
    if (str_eq(verdict, ours) && str_eq(amount, cents))
        return true;
    for (int64_t i = 0; i < f->rows && verdict.len == f->rows && amount.len == 8 * f->rows; i++) {
        const int64_t theirs = ((const int64_t *)(const void *)amount.at)[i];
        if (verdict.at[i] != ours.at[i] || theirs != f->amount_cents[i])
            return fail(e, ERR_FACTS, "another outcome for row %lld: theirs %d %lld, ours %d %lld", (long long)i, verdict.at[i],
                        (long long)theirs, ours.at[i], (long long)f->amount_cents[i]);
    }
    return fail(e, ERR_FACTS, "not as many outcomes as residents");
}

static bool measure(struct arena tmp, const char *folder, struct str script, const char *what, double *const *places, int count,
                    struct err *e)
{
    char *answers = str_z(&tmp, place_of(&tmp, folder, S("answers"), ""));
    const char *const words[] = {"/usr/bin/python3", str_z(&tmp, script), what, NULL};
    struct str text;
    bool done;
    if (!program_run(words, answers, &done, e) || !file_read(&tmp, str_of(answers), LIMIT_JSON_BYTES, &text, e))
        return false;
    return (done && read_times(text, places, count)) ||
           fail(e, ERR_FILE, "the script ended with an error; run it by hand (python3-numpy and python3-pandas are needed)");
}

bool bench_peers(struct arena tmp, struct str script, const struct findings *f, const struct table *t, struct peer_times *out,
                 struct err *e)
{
    char folder[] = "/tmp/hoort-peers-XXXXXX";
    double *const places[] = {&out->numpy, &out->sqlite};
    if (!mkdtemp(folder))
        return fail(e, ERR_FILE, "there is no room in /tmp");
    bool ok = hand_over(tmp, folder, f->plan, t, e) && measure(tmp, folder, script, folder, places, COUNT(places), e) &&
              same_outcomes(tmp, folder, f, e);
    folder_remove(tmp, str_of(folder));
    return ok;
}

bool bench_csv_peer(struct arena tmp, struct str script, struct str csv, double *rows, struct err *e)
{
    char folder[] = "/tmp/hoort-peers-XXXXXX";
    if (!mkdtemp(folder))
        return fail(e, ERR_FILE, "there is no room in /tmp");
    struct str file = place_of(&tmp, folder, S("people"), ".csv");
    bool ok = file_write(file, csv, e) && measure(tmp, folder, script, str_z(&tmp, file), &rows, 1, e);
    folder_remove(tmp, str_of(folder));
    return ok;
}
