/* SPDX-License-Identifier: EUPL-1.2 */
/* kan_people.c: whose facts may be looked at to say what can be known, read once and kept. Made-up people under a rehearsal
 * permit, for nobody is in there; residents' own under the signed policy only, with a line in the account (INV-2).
 */
#include "workspace.h"

static bool says_synthetic(struct str path, bool *out, struct err *e)
{
    struct arena none = {0};
    struct str bytes;
    if (!file_read(&none, path, LIMIT_CSV_BYTES, &bytes, e))
        return false;
    *out = people_are_synthetic(bytes);
    file_forget(bytes);
    return true;
}

/* Both files, for what is joined to real residents is about real residents. */
static bool are_synthetic(struct app *app, bool *out, struct err *e)
{
    struct arena tmp = *app->a;
    struct str facts = work_path(&tmp, &app->options, "facts.csv");
    bool also = true;
    if (!says_synthetic(work_path(&tmp, &app->options, "people.csv"), out, e) ||
        (path_exists(facts) && !says_synthetic(facts, &also, e)))
        return false;
    *out = *out && also;
    return true;
}

static bool read_synthetic(struct app *app, struct kan_keep *k, struct err *e)
{
    const struct permit *permit = gate_permit_rehearsal(&k->a, &app->laws, app->options.today);
    struct str facts = work_path(&k->a, &app->options, "facts.csv");
    struct people_files files = {.persons = work_path(&k->a, &app->options, "people.csv"),
                                 .facts = path_exists(facts) ? facts : S(""), .as_of = app->options.today};
    if (!people_from_files(&k->a, permit, &files, (struct people_keys){.purpose = S("rehearsal")}, &k->people, e))
        return false;
    assert(k->people.table.synthetic); /* INV-2: the files said so before anything in them was read */
    return true;
}

static bool read_residents(struct app *app, struct kan_keep *k, struct err *e)
{
    struct account_line line = {.action = ACTION_FACTS_READ, .actor = S("hoort can")};
    const struct permit *permit;
    if (!store_begin(app->store, e))
        return false;
    if (!workspace_permit(&k->a, app, &permit, e) || !workspace_people(&k->a, app, permit, &k->people, e) ||
        !store_opt_outs(&k->a, app->store, &k->opt_outs, e)) {
        store_rollback(app->store);
        return false;
    }
    struct hash facts = table_hash(&k->people.table);
    line.object = hex_print(&k->a, facts.at, sizeof facts.at);
    line.policy = hex_print(&k->a, app->policy->hash.at, sizeof app->policy->hash.at);
    line.result = str_format(&k->a, "%lld residents, counted only", (long long)k->people.table.rows);
    return account_act(app, line, e);
}

void kan_forget(struct app *app)
{
    struct arena a;
    char *start;
    if (!app->kan)
        return;
    a = app->kan->a;
    start = app->kan->start;
    app->kan = NULL;
    arena_close(&a, LIMIT_ARENA_FACTS, start);
}

/* Another one when people came or went, or somebody opted out. */
static bool stamp_now(struct app *app, struct hash *out, struct err *e)
{
    struct arena tmp = *app->a;
    struct opt_outs opt_outs;
    if (!store_opt_outs(&tmp, app->store, &opt_outs, e))
        return false;
    struct hash people = path_stamp(work_path(&tmp, &app->options, "people.csv"));
    struct hash facts = path_stamp(work_path(&tmp, &app->options, "facts.csv"));
    *out = hash_chain(hash_chain(people, (struct str){(const char *)facts.at, sizeof facts.at}),
                      (struct str){(const char *)&opt_outs.count, sizeof opt_outs.count});
    return true;
}

bool kan_people(struct app *app, struct kan_keep **out, struct err *e)
{
    struct hash stamp;
    bool synthetic;
    if (!stamp_now(app, &stamp, e))
        return false;
    if (app->kan && (!hash_eq(app->kan->stamp, stamp) || app->kan->count >= LIMIT_KAN_KEPT))
        kan_forget(app);
    if (!app->kan) {
        if (!are_synthetic(app, &synthetic, e))
            return false;
        struct arena a = arena_open(LIMIT_ARENA_FACTS);
        char *start = a.at;
        struct kan_keep *k = arena_new(&a, struct kan_keep, 1);
        *k = (struct kan_keep){.a = a, .start = start, .stamp = stamp, .synthetic = synthetic};
        app->kan = k;
        report(app->options.progress, "reading people", 0, 1);
        if (!(synthetic ? read_synthetic(app, k, e) : read_residents(app, k, e))) {
            kan_forget(app);
            return false;
        }
        report(app->options.progress, "reading people", 1, 1);
    }
    *out = app->kan;
    return true;
}
