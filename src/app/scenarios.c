/* SPDX-License-Identifier: EUPL-1.2 */
/* scenarios.c: files of scenarios from disk, run one by one, with the time that each took. Not what
 * a scenario means (scenario/), nor how it is shown (cli/, junit.c).
 */
#include "workspace.h"

struct runner {
    struct arena *a;
    const struct law_set *laws;
    bool run;                        /* or only read */
    struct scenario_report *out;
    struct scenario_done **end;
    struct err *e;
};

/* What a scratch must not take with it; longer than a screen is cut, between signs. */
struct kept { char at[LIMIT_ERR_TEXT]; ptrdiff_t len; };

static void keep(struct kept *k, struct str s)
{
    k->len = s.len < (ptrdiff_t)sizeof k->at ? s.len : (ptrdiff_t)sizeof k->at;
    while (k->len < s.len && k->len > 0 && ((unsigned char)s.at[k->len] & 0xC0) == 0x80)
        k->len--;
    for (ptrdiff_t i = 0; i < k->len; i++)
        k->at[i] = s.at[i];
}

static struct scenario_result run_one(struct arena *a, const struct law_set *laws, const struct scenario *s)
{
    struct arena tmp = *a; /* tables and plans are forgotten */
    struct scenario_result r = scenario_run(&tmp, laws, s);
    struct kept expected, got;
    keep(&expected, r.expected);
    keep(&got, r.got);
    r.expected = str_copy(a, (struct str){expected.at, expected.len});
    r.got = str_copy(a, (struct str){got.at, got.len});
    return r;
}

static void add(struct runner *r, const struct feature *feature, const struct scenario *s)
{
    struct scenario_done *d = arena_new(r->a, struct scenario_done, 1);
    *d = (struct scenario_done){.feature = feature, .scenario = s, .skipped = scenario_has_tag(s, S("@wip"))};
    int64_t start = clock_steady_ns();
    if (!d->skipped && r->run)
        d->result = run_one(r->a, r->laws, s);
    d->took_ns = clock_steady_ns() - start;
    *r->end = d;
    r->end = &d->next;
    r->out->skipped += d->skipped;
    r->out->passed += d->result.passed;
    r->out->failed += r->run && !d->skipped && !d->result.passed;
    r->out->outputs += d->result.outputs;
    r->out->by_kernels += d->result.by_kernels;
}

static bool run_file(struct runner *r, struct str path)
{
    struct str bytes;
    if (!file_read(r->a, path, LIMIT_GHERKIN_BYTES, &bytes, r->e))
        return false;
    struct feature *feature = arena_new(r->a, struct feature, 1);
    int before = r->out->faults.count;
    *feature = feature_read(r->a, path, bytes, &r->out->faults);
    r->out->files++;
    r->out->failed += r->out->faults.count > before; /* of a file with a fault, nothing is run */
    for (const struct scenario *s = feature->first; s && r->out->faults.count == before; s = s->next)
        add(r, feature, s);
    return true;
}

bool run_scenarios(struct arena *a, const struct law_set *laws, struct str const *paths, int count, bool run,
                   struct scenario_report *out, struct err *e)
{
    *out = (struct scenario_report){.faults = faults_open(a)};
    struct runner r = {a, laws, run, out, &out->first, e};
    for (int k = 0; k < count; k++) {
        struct str path = paths[k];
        struct paths files = {&path, str_ends(path, S(".feature"))};
        if (path_is_folder(path) && !folder_list(a, path, S(".feature"), &files, e))
            return false;
        for (int i = 0; i < files.count; i++)
            if (!run_file(&r, files.at[i]))
                return false;
    }
    return true;
}
