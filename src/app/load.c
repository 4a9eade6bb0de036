/* SPDX-License-Identifier: EUPL-1.2 */
/* load.c: files of people to a table, always under a permit (INV-2), and evaluation on every
 * processor. Not the reading of a format (people/).
 */
#include "workspace.h"

#include <pthread.h>
#include <string.h>
#include <unistd.h>

static bool read_persons(struct arena *a, const struct permit *permit, const struct people_source *from,
                         struct app_people *out, struct err *e)
{
    if (people_is_lo3(from->bytes))
        return people_read_lo3(a, permit, from, &out->table, &out->persons, e);
    return people_read_csv(a, permit, from, &out->table, &out->persons, e);
}

bool people_from_files(struct arena *a, const struct permit *permit, const struct people_files *files,
                       struct people_keys keys, struct app_people *out, struct err *e)
{
    *out = (struct app_people){.joined = files->facts.len > 0};
    struct people_source from = {.file = files->persons, .as_of = files->as_of, .pseudonym_key = keys.key,
                                 .purpose = keys.purpose};
    if (!file_read(a, from.file, LIMIT_CSV_BYTES, &from.bytes, e) || !read_persons(a, permit, &from, out, e))
        return false;
    if (!out->joined)
        return true;
    from.file = files->facts;
    return file_read(a, from.file, LIMIT_CSV_BYTES, &from.bytes, e) &&
           people_join_csv(a, permit, &from, &out->table, &out->facts, e);
}

/* Declared test data have no policy, and so no purpose and no secret key either: their
 * pseudonyms hide nobody. */
static struct people_keys rehearsal_keys(void)
{
    return (struct people_keys){.purpose = S("rehearsal")};
}

bool app_people(struct arena *a, const struct law_set *laws, const struct people_files *files, int32_t today,
                struct progress progress, struct app_people *out, struct err *e)
{
    report(progress, "reading people", 0, 1);
    const struct permit *permit;
    struct people_keys keys = rehearsal_keys();
    if (files->test_data) {
        permit = gate_permit_rehearsal(a, laws, today);
    } else {
        struct policy *policy;
        struct public_key trusted;
        struct str bytes;
        if (!files->policy.len)
            return fail(e, ERR_GATE, "facts of residents are read under a signed policy only: give --policy FILE and "
                        "--trust KEY, or --test-data when no real resident is in the file");
        if (!file_read(a, files->policy, LIMIT_JSON_BYTES, &bytes, e) ||
            !policy_read(a, files->policy, bytes, &policy, e) || !public_key_file(files->trusted, &trusted, e) ||
            !gate_permit(a, policy, trusted, laws, today, NULL, NULL, &permit, e))
            return false;
        keys.purpose = policy->purpose;
    }
    bool ok = people_from_files(a, permit, files, keys, out, e);
    report(progress, "reading people", 1, 1);
    return ok;
}

bool workspace_permit(struct arena *a, struct app *app, const struct permit **out, struct err *e)
{
    struct opt_outs *o = arena_new(a, struct opt_outs, 1);
    struct names *done;
    return store_opt_outs(a, app->store, o, e) && conditions_done(a, app, app->policy, &done, e) &&
           gate_permit(a, app->policy, app->trusted, &app->laws, app->options.today, o, done, out, e);
}

bool workspace_people(struct arena *a, struct app *app, const struct permit *permit, struct app_people *out,
                      struct err *e)
{
    struct str facts = work_path(a, &app->options, "facts.csv");
    struct people_files files = {.persons = work_path(a, &app->options, "people.csv"),
                                 .facts = path_exists(facts) ? facts : S(""), .as_of = app->options.today};
    return people_from_files(a, permit, &files, (struct people_keys){app->pseudonym_key, app->policy->purpose}, out, e);
}

/* ---- every processor ------------------------------------------------------------------------------------- */

#define THREADS_MAX 64
#define CHUNK_MIN 8192               /* rows that a thread takes at a time: few enough to share, */
#define CHUNK_MAX 131072             /* and enough to pay for getting ready */

struct work {
    const struct binding_set *b;
    struct findings *f;
    int64_t next, chunk;             /* first row that nobody took yet, atomic; how many to take */
    struct arena scratch[THREADS_MAX];
    int threads;
    bool missing;
};
struct worker { struct work *work; int number; pthread_t thread; };

/* Takes the next rows; false when there are none. Ranges never meet, so findings need no lock. */
static bool take(struct work *w, int number)
{
    int64_t from = __atomic_fetch_add(&w->next, w->chunk, __ATOMIC_RELAXED);
    if (from >= w->f->rows)
        return false;
    int64_t to = from + w->chunk < w->f->rows ? from + w->chunk : w->f->rows;
    if (w->missing)
        eval_missing(w->scratch[number], w->b, from, to, w->f);
    else
        eval_rows(w->scratch[number], w->b, from, to, w->f);
    return true;
}

static void *work_on(void *ctx)
{
    struct worker *me = ctx;
    while (take(me->work, me->number)) {
    }
    return NULL;
}

static void all_rows(struct work *w, const char *what, struct progress progress)
{
    struct worker workers[THREADS_MAX];
    int started = 1;
    w->next = 0;
    for (; started < w->threads; started++) {
        workers[started] = (struct worker){w, started, 0};
        if (pthread_create(&workers[started].thread, NULL, work_on, &workers[started]))
            break; /* fewer threads, the same answer */
    }
    while (take(w, 0))
        report(progress, what, w->next < w->f->rows ? w->next : w->f->rows, w->f->rows);
    for (int i = 1; i < started; i++)
        pthread_join(workers[i].thread, NULL);
    report(progress, what, w->f->rows, w->f->rows);
}

static void every_processor(struct arena *a, const struct binding_set *b, struct findings *f, bool missing, struct progress progress)
{
    struct arena tmp = *a;
    struct work *w = arena_new(&tmp, struct work, 1);
    char *starts[THREADS_MAX];
    const long processors = sysconf(_SC_NPROCESSORS_ONLN);
    *w = (struct work){.b = b, .f = f};
    w->threads = processors < 1 ? 1 : processors > THREADS_MAX ? THREADS_MAX : (int)processors;
    w->chunk = f->rows / (8 * w->threads);
    w->chunk = w->chunk < CHUNK_MIN ? CHUNK_MIN : w->chunk > CHUNK_MAX ? CHUNK_MAX : w->chunk;
    for (int i = 0; i < w->threads; i++) {
        w->scratch[i] = arena_open(LIMIT_ARENA_SCRATCH);
        starts[i] = w->scratch[i].at;
    }
    all_rows(w, "evaluating", progress);
    w->missing = missing;
    if (missing)
        all_rows(w, "finding what is missing", progress);
    for (int i = 0; i < w->threads; i++)
        arena_close(&w->scratch[i], LIMIT_ARENA_SCRATCH, starts[i]);
}

void evaluate(struct arena *a, const struct binding_set *b, struct findings *f, struct progress progress)
{
    every_processor(a, b, f, true, progress);
}

void evaluate_only(struct arena *a, const struct binding_set *b, struct findings *f)
{
    every_processor(a, b, f, false, (struct progress){0});
}
