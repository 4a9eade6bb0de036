/* SPDX-License-Identifier: EUPL-1.2 */
/* run.c: the whole loop under a workspace's policy: permit, facts, evaluation, gate, letters,
 * account. What is written stands in one transaction; letters become visible after it.
 */
#include "workspace.h"

#include <stdio.h>

struct run {
    struct arena *a;
    struct app *app;
    struct stored_run stored;
    struct contacts contacts;
    struct mailing mailing;          /* template, sender; the scheme changes */
    struct sender sender;
    struct arena scratch;            /* one letter with its explanation at a time */
    struct letter *letters;
    int64_t letter_count, letter_room, unwritten;
    struct err letter_problem;       /* of the last letter that could not be written */
    struct err *e;
};

static struct str hex_of(struct arena *a, const void *at, ptrdiff_t len)
{
    return hex_print(a, at, len);
}

/* Named by day and by what went in, so that two runs never share a folder. */
static struct str run_id(struct arena *a, const struct app *app, struct hash facts, int64_t at_ms)
{
    struct arena tmp = *a;
    struct str name = str_format(&tmp, "%lld " STR_FMT, (long long)at_ms, STR_ARG(hex_of(&tmp, facts.at, 32)));
    struct hash h = hash_chain(app->policy->hash, name);
    char short_[9];
    snprintf(short_, sizeof short_, "%02x%02x%02x%02x", h.at[0], h.at[1], h.at[2], h.at[3]);
    int y, m, d;
    date_civil(app->options.today, &y, &m, &d);
    return str_format(a, "%04d-%02d-%02d-%s", y, m, d, short_);
}

static bool note(struct run *r, enum account_action action, struct str object, struct str result)
{
    struct account_line line = {.action = action, .actor = S("hoort run"), .object = object, .result = result,
                                .run = r->stored.id, .policy = r->stored.policy_hash};
    return account_add(r->app, line, r->e);
}

static bool start(struct run *r, const struct app_people *people)
{
    struct arena *a = r->a;
    struct app *app = r->app;
    int64_t now = clock_ms();
    struct hash facts = table_hash(&people->table);
    r->stored = (struct stored_run){
        .id = run_id(a, app, facts, now), .label = people->table.label, .policy_id = app->policy->id,
        .policy_hash = hex_of(a, app->policy->hash.at, 32), .laws_hash = hex_of(a, app->laws.hash.at, 32),
        .facts_hash = hex_of(a, facts.at, 32), .synthetic = people->table.synthetic, .on = app->options.today,
        .at_ms = now, .residents = people->persons.rows_read, .opted_out = people->persons.rows_opted_out,
        .rejected = people->persons.rows_rejected};
    struct buf schemes = buf_open(a, 4096);
    for (const struct policy_scheme *s = app->policy->schemes; s; s = s->next)
        buf_print(&schemes, "%s" STR_FMT, schemes.len ? " " : "", STR_ARG(s->scheme));
    r->stored.schemes = buf_str(&schemes);
    return store_run_add(app->store, &r->stored, r->e) && note(r, ACTION_RUN_STARTED, r->stored.laws_hash, S("ok")) &&
           note(r, ACTION_FACTS_READ, r->stored.facts_hash, str_format(a, "%lld residents", (long long)people->table.rows)) &&
           (people->persons.rows_opted_out == 0 ||
            note(r, ACTION_OPTED_OUT, S(""), str_format(a, "%lld residents", (long long)people->persons.rows_opted_out)));
}

/* Two lines a resident: what was assessed, and what the gate said. */
static bool keep_row(struct run *r, const struct table *t, const struct findings *f, const struct gate_result *g, int64_t i)
{
    struct arena tmp = *r->a;
    struct str who = hex_of(&tmp, t->who[i].at, sizeof t->who[i].at);
    enum refusal reason = (enum refusal)g->reason[i];
    struct stored_outcome o = {.run = r->stored.id, .scheme = f->plan->scheme, .who = t->who[i],
                               .verdict = (enum verdict)f->verdict[i], .amount_state = (enum cell_state)f->amount_state[i],
                               .amount_cents = f->amount_cents[i], .missing = f->missing[i], .reason = reason};
    return store_outcome_add(r->app->store, &o, r->e) &&
           note(r, ACTION_ASSESSED, who, str_of(verdict_name(o.verdict))) &&
           note(r, reason == REFUSED_NOT ? ACTION_CLEARED : ACTION_REFUSED, who, str_of(refusal_name(reason)));
}

static bool keep_rows(struct run *r, const struct table *t, const struct findings *f, const struct gate_result *g)
{
    for (int64_t i = 0; i < t->rows; i++) {
        if (i % 4096 == 0)
            report(r->app->options.progress, "writing the account", i, t->rows);
        if (!keep_row(r, t, f, g, i))
            return false;
    }
    report(r->app->options.progress, "writing the account", t->rows, t->rows);
    return true;
}

/* An explanation takes a hundred times the room of its letter: only the letter is kept. */
static void keep_letter(struct run *r, struct letter letter)
{
    struct str *const texts[] = {&letter.id, &letter.scheme, &letter.lang, &letter.name, &letter.address1, &letter.address2,
                                 &letter.text, &letter.template, &letter.version, &letter.greeting, &letter.scheme_name,
                                 &letter.amount, &letter.reasons, &letter.data, &letter.apply};
    for (int i = 0; i < COUNT(texts); i++)
        *texts[i] = str_copy(r->a, *texts[i]);
    r->letters[r->letter_count++] = letter;
}

static bool write_letter(struct run *r, const struct table *t, const struct binding_set *b, const struct clearance *c)
{
    struct arena tmp = r->scratch;
    struct explanation x = eval_explain(&tmp, b, clearance_row(c));
    /* INV-9: what the letter explains is what was cleared. */
    assert(x.result.verdict == VERDICT_YES);
    struct pseudonym p = clearance_who(c);
    struct str who = hex_of(&tmp, p.at, sizeof p.at);
    struct letter letter;
    /* One resident without an address must not keep the letters of all others. */
    if (!letter_write(&tmp, c, &r->mailing, t, &x, &letter, &r->letter_problem)) {
        r->unwritten++;
        return note(r, ACTION_LETTER_FAILED, who, S("no_letter"));
    }
    keep_letter(r, letter);
    return store_contact_add(r->app->store, p, clearance_scheme(c), r->app->options.today, r->e) &&
           note(r, ACTION_LETTER_WRITTEN, who, letter.id);
}

static bool write_letters(struct run *r, const struct table *t, const struct binding_set *b, const struct gate_result *g)
{
    int64_t count = g->counts[REFUSED_NOT];
    if (r->letter_count + count > r->letter_room)
        return fail(r->e, ERR_LIMIT, "more letters than there are residents; report this");
    for (int64_t i = 0; i < count; i++) {
        if (i % 64 == 0)
            report(r->app->options.progress, "writing letters", i, count);
        if (!write_letter(r, t, b, g->cleared[i]))
            return false;
    }
    report(r->app->options.progress, "writing letters", count, count);
    return true;
}

static bool keep_scheme(struct run *r, const struct findings *f, const struct gate_result *g, int64_t letters)
{
    struct stored_scheme s = {.run = r->stored.id, .scheme = f->plan->scheme, .searched = g->funnel.searched,
                              .entitled = g->funnel.entitled, .not_using = g->funnel.not_using, .cleared = g->counts[REFUSED_NOT],
                              .letters = letters, .entitled_cents = g->funnel.entitled_cents_year,
                              .not_using_cents = g->funnel.not_using_cents_year, .cleared_cents = g->cleared_cents_year};
    for (int64_t i = 0; i < f->rows; i++) {
        s.unknown += f->verdict[i] == VERDICT_UNKNOWN;
        s.faulty += f->verdict[i] == VERDICT_FAULTY;
    }
    for (int k = 0; k < REFUSAL_COUNT; k++)
        s.counts[k] = g->counts[k];
    return store_scheme_add(r->app->store, &s, r->e);
}

static bool run_scheme(struct run *r, const struct permit *permit, const struct table *t, struct str scheme)
{
    struct app *app = r->app;
    struct plan *plan;
    struct gate_result g;
    /* Contacts anew for each scheme: a letter of this run counts for the next scheme too. */
    if (!plan_make(r->a, &app->laws, scheme, app->options.today, &plan, r->e) ||
        !store_contacts(r->a, app->store, app->options.today - 366, &r->contacts, r->e))
        return false;
    r->mailing.scheme = plan->about;
    struct binding_set *b = eval_bind(r->a, plan, t);
    struct findings f = findings_open(r->a, plan, t->rows);
    evaluate(r->a, b, &f, app->options.progress);
    int64_t before = r->letter_count;
    return gate_clear(r->a, permit, t, &f, &r->contacts, &g, r->e) && keep_rows(r, t, &f, &g) &&
           write_letters(r, t, b, &g) && keep_scheme(r, &f, &g, r->letter_count - before);
}

static bool run_schemes(struct run *r, const struct permit *permit, const struct table *t)
{
    for (const struct policy_scheme *s = r->app->policy->schemes; s; s = s->next)
        if (s->rung >= 3 && !run_scheme(r, permit, t, s->scheme))
            return false;
    return true;
}

static bool write_batch(struct run *r, struct str folder)
{
    struct arena *a = r->a;
    struct batch batch = batch_make(a, r->stored.id, r->app->policy, r->stored.synthetic, r->letters, r->letter_count);
    struct sha256 sum = sha256_of(batch.csv);
    return folder_make(folder, r->e) &&
           file_write(str_format(a, STR_FMT "/letters.txt", STR_ARG(folder)), batch.text, r->e) &&
           file_write(str_format(a, STR_FMT "/batch.csv", STR_ARG(folder)), batch.csv, r->e) &&
           file_write(str_format(a, STR_FMT "/manifest.json", STR_ARG(folder)), batch.manifest, r->e) &&
           note(r, ACTION_BATCH_WRITTEN, hex_of(a, sum.at, 32), str_format(a, "%lld letters", (long long)r->letter_count));
}

static bool read_template(struct run *r)
{
    struct arena *a = r->a;
    struct str path = str_format(a, STR_FMT "/letters/signal.nl.txt", STR_ARG(r->app->options.method)), bytes;
    struct faults f = faults_open(a);
    if (!file_read(a, path, LIMIT_YAML_BYTES, &bytes, r->e))
        return false;
    r->mailing.template = template_read(a, path, bytes, &f);
    if (!f.first)
        return true;
    return fail_at(r->e, ERR_LETTER, str_z(a, f.first->file), f.first->line, f.first->column, STR_FMT " (%d faults in all)",
                   STR_ARG(f.first->text), f.count);
}

static bool read_sender(struct run *r)
{
    struct str path = work_path(r->a, &r->app->options, "sender.json"), bytes;
    return file_read(r->a, path, LIMIT_JSON_BYTES, &bytes, r->e) && sender_read(r->a, path, bytes, &r->sender, r->e);
}

static bool prepare_mailing(struct run *r)
{
    r->mailing.sender = &r->sender;
    r->mailing.today = r->app->options.today;
    r->mailing.facts = &r->app->laws.facts;
    return read_template(r) && read_sender(r) &&
           key_file(work_path(r->a, &r->app->options, "keys/letter.key"), false, &r->mailing.id_key, r->e);
}

static int64_t schemes_with_letters(const struct policy *policy)
{
    int64_t n = 0;
    for (const struct policy_scheme *s = policy->schemes; s; s = s->next)
        n += s->rung >= 3;
    return n;
}

/* Inside the transaction from the first fact on: nobody else writes, so an opt-out or a letter of
 * another process is either seen here or comes after this run. */
static bool search(struct run *r, struct app_people *people)
{
    struct app *app = r->app;
    const struct permit *permit;
    report(app->options.progress, "reading people", 0, 1);
    if (!workspace_permit(r->a, app, &permit, r->e) || !workspace_people(r->a, app, permit, people, r->e))
        return false;
    report(app->options.progress, "reading people", 1, 1);
    r->letter_room = people->table.rows * schemes_with_letters(app->policy);
    r->letters = arena_new_raw(r->a, struct letter, r->letter_room);
    return start(r, people) && run_schemes(r, permit, &people->table);
}

/* Letters may be printed only when the account has them: first the commit, then the name. */
static bool publish(struct run *r, struct str ready)
{
    struct str part = str_format(r->a, STR_FMT ".part", STR_ARG(ready));
    int lock;
    if (!workspace_lock(*r->a, r->app, &lock, r->e))
        return false;
    bool ok = write_batch(r, part) && note(r, ACTION_RUN_ENDED, r->stored.facts_hash, S("ok")) &&
              account_commit(r->app, r->e);
    if (ok)
        ok = path_rename(part, ready, r->e);
    else
        folder_remove(*r->a, part);
    workspace_unlock(lock);
    return ok;
}

static bool run(struct run *r, struct app_run *out)
{
    struct app_people *people = arena_new(r->a, struct app_people, 1);
    if (!search(r, people))
        return false;
    struct str ready = str_format(r->a, STR_FMT "/runs/" STR_FMT, STR_ARG(r->app->options.workspace), STR_ARG(r->stored.id));
    if (!publish(r, ready))
        return false;
    *out = (struct app_run){r->stored.id, ready, r->letter_count, r->unwritten, r->letter_problem};
    r->app->people = people;
    return true;
}

bool app_run(struct arena *a, struct app *app, struct app_run *out, struct err *e)
{
    struct run r = {.a = a, .app = app, .e = e};
    if (!prepare_mailing(&r) || !store_begin(app->store, e))
        return false;
    r.scratch = arena_open(LIMIT_ARENA_REQUEST);
    char *start_of_scratch = r.scratch.at;
    bool ok = run(&r, out);
    if (!ok)
        store_rollback(app->store);
    arena_close(&r.scratch, LIMIT_ARENA_REQUEST, start_of_scratch);
    return ok;
}
