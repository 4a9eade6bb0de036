/* SPDX-License-Identifier: EUPL-1.2 */
/* certain.c: how many facts it takes to know whom the laws entitle, beside reading them all. A report
 * on people who were read already; it reads nobody anew. And what can be said of who is not known.
 */
#include "workspace.h"

static struct source_reading *source_of(struct staged_report *r, struct str source)
{
    for (int i = 0; i < r->source_count; i++)
        if (str_eq(r->sources[i].source, source))
            return &r->sources[i];
    r->sources[r->source_count] = (struct source_reading){.source = source};
    return &r->sources[r->source_count++];
}

static void add_sources(struct arena *a, struct staged_report *r)
{
    const struct plan *p = r->plan;
    r->sources = arena_new(a, struct source_reading, p->fact_count);
    for (int i = 0; i < p->fact_count; i++) {
        struct source_reading *s = source_of(r, p->facts[i].fact->source);
        s->read += r->reading.read[i];
        s->naive += r->reading.naive[i];
    }
}

/* INV-12: in stages or at once, the same verdict and amount. */
static void check_same(const struct findings *all, const struct findings *staged)
{
    for (int64_t i = 0; i < all->rows; i++) {
        assert(all->verdict[i] == staged->verdict[i]);
        assert(all->verdict[i] != VERDICT_YES || (all->amount_state[i] == staged->amount_state[i] &&
                                                  all->amount_cents[i] == staged->amount_cents[i]));
    }
}

#define STRIDE 4096                  /* residents between two reports of progress */

bool app_staged(struct arena *a, const struct law_set *laws, const struct app_people *people, struct str scheme, int32_t date,
                struct progress progress, struct staged_report *out, struct err *e)
{
    struct plan *plan;
    *out = (struct staged_report){0};
    if (!plan_make(a, laws, scheme, date, &plan, e))
        return false;
    out->plan = plan;
    out->reading = reading_open(a, plan);
    const int64_t rows = people->table.rows;
    const struct binding_set *b = eval_bind(a, plan, &people->table);
    struct findings all = findings_open(a, plan, rows), staged = findings_open(a, plan, rows);
    struct stages *stages = certainty_stages(a, b);
    evaluate(a, b, &all, progress);
    for (int64_t from = 0; from < rows; from += STRIDE) {
        int64_t to = from + STRIDE < rows ? from + STRIDE : rows;
        certainty_read(*a, stages, from, to, &staged, &out->reading);
        report(progress, "reading in stages", to, rows);
    }
    check_same(&all, &staged);
    add_sources(a, out);
    return true;
}

struct outlook outlook_of(struct arena *a, const struct binding_set *b, int64_t row, const struct one *one)
{
    bool unknown = one->verdict == VERDICT_UNKNOWN || (one->verdict == VERDICT_YES && one->amount_state == CELL_UNKNOWN);
    return unknown ? certainty_outlook(a, b, row) : (struct outlook){0};
}
