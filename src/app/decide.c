/* SPDX-License-Identifier: EUPL-1.2 */
/* decide.c: decisions of a workspace: drafts from a session, the policy that one means, approval by two, and the
 * signed policy in force. Not what a decision means (room/), nor what a policy lets in (gate/).
 *
 * The new policy stands in policy.json.next before the commit and becomes policy.json after it. Killed before the
 * commit, the old policy holds; killed after it, opening finishes (policy_recover).
 */
#include "workspace.h"

#include <unistd.h>

/* ---- drafts ------------------------------------------------------------------------------------------ */

static bool read_approval(struct arena *a, const struct stored_record *stored, struct app_decision *d)
{
    for (const struct approval *x = d->approvals; x; x = x->next)
        if (str_eq(x->by, stored->actor))
            return false;
    struct approval *x = arena_new(a, struct approval, 1);
    *x = (struct approval){stored->actor, stored->at_ms, d->approvals};
    d->approvals = x;
    d->approval_count++;
    return true;
}

bool app_decision(struct arena *a, struct app *app, struct str case_id, struct app_decision *out, bool *found, struct err *e)
{
    struct stored_record *all;
    int64_t count;
    *out = (struct app_decision){.approval_count = 0};
    if (!store_record_newest(a, app->store, S("decision"), case_id, &out->version, found, e))
        return false;
    if (!*found)
        return true;
    if (!decision_read(a, out->version.body, &out->decision, e) ||
        !store_records(a, app->store, S("approval"), out->version.hash, false, LIMIT_CASES, &all, &count, e))
        return false;
    for (int64_t i = 0; i < count; i++)
        read_approval(a, &all[i], out);
    return true;
}

static struct str dissent_of(struct arena *a, const struct room *r, struct str dilemma)
{
    struct buf b = buf_open(a, LIMIT_POLICY_TEXT * 4);
    for (int i = 0; i < r->people_count; i++) {
        const struct held *h = person_held(r->people[i], dilemma);
        if (h && h->dissent.len)
            buf_print(&b, "%s" STR_FMT ": " STR_FMT, b.len ? "\n" : "", STR_ARG(r->people[i]->role->name.nl), STR_ARG(h->dissent));
    }
    return buf_str(&b);
}

static void draft_choices(struct arena *a, const struct room *r, struct decision *out)
{
    struct decided **end = &out->choices;
    for (int i = 0; i < r->table_count; i++, end = &(*end)->next) {
        *end = arena_new(a, struct decided, 1);
        (*end)->dilemma = str_copy(a, r->table[i]->id);
        (*end)->dissent = dissent_of(a, r, r->table[i]->id);
    }
}

static void draft_measures(struct arena *a, const struct room *r, struct decision *out)
{
    struct taken_measure **end = &out->measures;
    for (const struct names *n = r->measures; n; n = n->next, end = &(*end)->next) {
        const struct measure *m = library_measure(r->library, n->id);
        *end = arena_new(a, struct taken_measure, 1);
        **end = (struct taken_measure){.measure = str_copy(a, n->id), .due = INT32_MIN, .done = INT32_MIN};
        const struct role *owner = m ? library_role(r->library, m->owner) : NULL;
        (*end)->owner = owner ? str_copy(a, owner->name.nl) : S("");
    }
}

bool app_decision_start(struct arena *a, struct app *app, struct str case_id, const struct app_session *s, struct decision *out,
                        struct err *e)
{
    struct app_case c;
    struct stored_record record;
    bool found;
    *out = (struct decision){.from = app->options.today, .until = INT32_MIN, .review_on = INT32_MIN};
    if (!app_case(a, app, case_id, &c, &found, e))
        return false;
    if (!found)
        return fail(e, ERR_STORE, "there is no case '" STR_FMT "'", STR_ARG(case_id));
    out->id = c.record.id;
    out->case_hash = s ? str_copy(a, s->stored.case_hash) : c.version.hash;
    out->title = c.record.text[CASE_TITLE];
    if (!s)
        return true;
    if (!s->room->closed)
        return fail(e, ERR_GATE, "the session is still open; close it before the decision");
    if (!store_record_newest(a, app->store, S("session"), s->stored.id, &record, &found, e))
        return false;
    if (!found)
        return fail(e, ERR_STORE, "the closed session has no record; restore the backup");
    out->session_hash = record.hash;
    draft_choices(a, s->room, out);
    draft_measures(a, s->room, out);
    return true;
}

bool app_decision_session(struct arena *a, struct app *app, const struct decision *d, const struct app_session **out,
                          struct err *e)
{
    struct stored_record record;
    bool found;
    *out = NULL;
    if (d->session_hash.len == 0)
        return true;
    if (!store_record_by_hash(a, app->store, d->session_hash, &record, &found, e))
        return false;
    return found ? app_session(app, record.id, out, e)
                 : fail(e, ERR_STORE, "the session that the decision started from is gone; restore the backup");
}

/* Without people there is nobody to be hurt by a trial either. */
static bool made_up(struct arena tmp, const struct app *app, const char *name, bool *out, struct err *e)
{
    struct str path = work_path(&tmp, &app->options, name), bytes;
    *out = true;
    if (!path_exists(path))
        return true;
    if (!file_read(&tmp, path, LIMIT_CSV_BYTES, &bytes, e))
        return false;
    *out = str_starts(bytes, S("# synthetisch"));
    file_forget(bytes);
    return true;
}

bool app_is_trial(struct arena *a, struct app *app, bool *out, struct err *e)
{
    struct overview o;
    bool people, facts;
    if (!app_overview(a, app, &o, e) || !made_up(*a, app, "people.csv", &people, e) || !made_up(*a, app, "facts.csv", &facts, e))
        return false;
    *out = people && facts && (!o.any || o.run.synthetic);
    return true;
}

bool app_decision_save(struct arena *a, struct app *app, const struct decision *d, struct str previous, struct str actor,
                       bool *stale, struct err *e)
{
    struct stored_record r = {.kind = S("decision"), .id = d->id, .previous = previous, .body = decision_write(a, d)};
    return record_save(a, app, &r, ACTION_DECISION_SAVED, actor, stale, e);
}

/* ---- the file that the policy is made from: today's policy, for the schemes of the case ------------------- */

static bool is_scheme_of(const struct case_record *c, struct str id)
{
    for (const struct names *n = c->schemes; n; n = n->next)
        if (str_eq(n->id, id))
            return true;
    return false;
}

static struct json *copied(struct arena *a, const struct json *j)
{
    struct json *copy = arena_new(a, struct json, 1);
    *copy = *j;
    copy->next = NULL;
    return copy;
}

static struct json *item_with(const struct json *list, const char *member, struct str value)
{
    for (struct json *x = list ? list->first : NULL; x; x = x->next) {
        const struct json *m = js_get(x, str_of(member));
        if (m && m->kind == JS_TEXT && str_eq(m->text, value))
            return x;
    }
    return NULL;
}

static struct json *schemes_of(struct arena *a, const struct json *before, const struct case_record *c)
{
    struct json *list = js_list(a);
    for (const struct names *n = c->schemes; n; n = n->next) {
        const struct json *known = item_with(before, "scheme", n->id);
        struct json *s = js_put(a, list, S(""), known ? copied(a, known) : js_object(a));
        if (known)
            continue;
        js_put_text(a, s, S("scheme"), n->id);
        js_put_int(a, s, S("rung"), c->rung);
        js_put_text(a, s, S("certainty_min"), S("certain"));
        js_put_int(a, s, S("amount_min"), 0);
        js_put_text(a, s, S("timing"), S("estimated"));
    }
    return list;
}

enum { DAYS_NEW_FACT = 400 };        /* how old a fact may be that the case adds; the decision maker sees and changes it */

struct fact_wish { bool by_law, wanted; };

/* What any scheme reads is by_law; what a scheme of the case reads is wanted. */
static struct fact_wish *facts_wanted(struct arena *a, struct app *app, const struct case_record *c)
{
    struct fact_wish *all = arena_new(a, struct fact_wish, app->laws.facts.count + 1);
    for (const struct scheme *s = NULL; (s = law_next_scheme(&app->laws, s, app->options.today));) {
        struct plan *plan;
        struct err ignored;
        if (!plan_make(a, &app->laws, s->id, app->options.today, &plan, &ignored))
            continue;
        for (int i = 0; i < plan->fact_count; i++) {
            all[plan->facts[i].fact->index].by_law = true;
            all[plan->facts[i].fact->index].wanted |= is_scheme_of(c, s->id);
        }
        const struct fact *use = facts_find(&app->laws.facts, s->take_up);
        if (use) {
            all[use->index].by_law = true;
            all[use->index].wanted |= is_scheme_of(c, s->id);
        }
    }
    return all;
}

static void mark(struct app *app, struct fact_wish *all, const struct json *list, const char *member)
{
    for (const struct json *x = list ? list->first : NULL; x; x = x->next) {
        const struct json *m = js_get(x, str_of(member));
        const struct fact *f = m && m->kind == JS_TEXT ? facts_find(&app->laws.facts, m->text) : NULL;
        if (f)
            all[f->index].wanted = true;
    }
}

/* Facts that only schemes outside the case read are left out; what is missing is added as the dictionary has it. */
static struct json *facts_of(struct arena *a, struct app *app, const struct json *policy, const struct json *schemes,
                             const struct case_record *c)
{
    const struct json *before = js_get(policy, S("facts"));
    struct fact_wish *all = facts_wanted(a, app, c);
    struct json *list = js_list(a);
    mark(app, all, js_get(policy, S("exclude")), "fact");
    mark(app, all, schemes, "settled_fact");
    for (const struct json *x = before->first; x; x = x->next) {
        const struct json *name = js_get(x, S("fact"));
        const struct fact *f = name ? facts_find(&app->laws.facts, name->text) : NULL;
        if (!f || !all[f->index].by_law || all[f->index].wanted)
            js_put(a, list, S(""), copied(a, x));
    }
    for (const struct fact *f = app->laws.facts.first; f; f = f->next) {
        if (!all[f->index].wanted || item_with(before, "fact", f->name))
            continue;
        struct json *x = js_put(a, list, S(""), js_object(a));
        js_put_text(a, x, S("fact"), f->name);
        js_put_text(a, x, S("source"), f->source);
        js_put_text(a, x, S("ground"), f->ground);
        js_put_int(a, x, S("max_age"), DAYS_NEW_FACT);
    }
    return list;
}

static struct str purpose_of(struct arena *a, struct str id)
{
    char *at = str_z(a, id);
    for (char *c = at; *c; c++)
        *c = *c == '-' ? '_' : *c;
    return str_of(at);
}

/* Another set of schemes is another purpose, and so other pseudonyms. */
static bool same_schemes(const struct policy *p, const struct case_record *c)
{
    int n = 0, m = 0;
    for (const struct policy_scheme *s = p->schemes; s; s = s->next, n++)
        if (!is_scheme_of(c, s->scheme))
            return false;
    for (const struct names *x = c->schemes; x; x = x->next)
        m++;
    return n == m;
}

/* A policy has each text on one line. */
static struct str one_line(struct arena *a, struct str s)
{
    char *at = str_z(a, s);
    for (char *c = at; *c; c++)
        *c = *c == '\n' ? ' ' : *c;
    return str_of(at);
}

static bool base_of(struct arena *a, struct app *app, const struct case_record *c, struct str *out, struct err *e)
{
    struct json *file = js_object(a), *policy = js_put(a, file, S("policy"), js_object(a)), *before;
    if (!js_read(a, S("policy.json"), app->policy->canonical, &before, e))
        return false;
    struct json *schemes = schemes_of(a, js_get(before, S("schemes")), c);
    bool same = same_schemes(app->policy, c);
    for (const struct json *m = before->first; m; m = m->next) {
        if (str_eq(m->key, S("schemes")))
            js_put(a, policy, m->key, schemes);
        else if (str_eq(m->key, S("facts")))
            js_put(a, policy, m->key, facts_of(a, app, before, schemes, c));
        else if (str_eq(m->key, S("organisation")))
            js_put_text(a, policy, m->key, one_line(a, c->text[CASE_ORGANISATION]));
        else if (str_eq(m->key, S("purpose")) && !same)
            js_put_text(a, policy, m->key, purpose_of(a, c->id));
        else if (str_eq(m->key, S("purpose_text")) && !same)
            js_put_text(a, policy, m->key, one_line(a, c->text[CASE_QUESTION]));
        else
            js_put(a, policy, m->key, copied(a, m));
    }
    struct buf b = buf_open(a, LIMIT_JSON_BYTES);
    js_canonical(file, &b);
    *out = buf_str(&b);
    return true;
}

/* ---- what signing would mean ------------------------------------------------------------------------------- */

static bool blocks(const struct conflict *c)
{
    for (; c; c = c->next)
        if (c->blocks)
            return true;
    return false;
}

static bool make_policy(struct arena *a, struct app *app, const struct app_decision *d, const struct library *l,
                        struct proposal *out, struct err *e)
{
    struct stored_record stored;
    struct case_record c;
    struct str base;
    struct policy *policy;
    bool found;
    if (!store_record_by_hash(a, app->store, d->decision.case_hash, &stored, &found, e))
        return false;
    if (!found)
        return fail(e, ERR_STORE, "the case that was decided on is gone; restore the backup");
    if (!case_read(a, stored.body, &c, e) || !base_of(a, app, &c, &base, e))
        return false;
    struct err *why = &out->problem;
    out->made = decision_policy(a, &d->decision, d->version.hash, l, &app->laws, base, &out->file, &out->conflicts, why) &&
                policy_read(a, S("policy.json"), out->file, &policy, why);
    if (!out->made)
        return true;
    out->policy = policy;
    out->nl = policy_words(a, policy, S("nl"));
    out->en = policy_words(a, policy, S("en"));
    out->changes_nl = policy_changes(a, policy_words(a, app->policy, S("nl")), out->nl);
    out->changes_en = policy_changes(a, policy_words(a, app->policy, S("en")), out->en);
    return true;
}

bool app_proposal(struct arena *a, struct app *app, const struct app_decision *d, struct proposal *out, struct err *e)
{
    struct library *library = arena_new(a, struct library, 1);
    struct faults faults = faults_open(a);
    *out = (struct proposal){.lacks = lacks_open(a)};
    if (!app_workspace_library(a, app, library, &faults, e))
        return false;
    if (faults.count)
        return fail(e, ERR_METHOD, "the content of the method has faults; hoort method check names them");
    decision_check(&d->decision, library, app->options.today, &out->lacks);
    if (d->decision.from != INT32_MIN && d->decision.until != INT32_MIN && !make_policy(a, app, d, library, out, e))
        return false;
    out->may_sign = out->made && out->lacks.count == 0 && !blocks(out->conflicts);
    return true;
}

/* ---- approval and signature ----------------------------------------------------------------------------------- */

static bool approve(struct arena *a, struct app *app, const struct app_decision *d, struct str by, struct err *e)
{
    struct stored_record newest;
    bool found, stale;
    struct json *j = js_object(a);
    struct buf body = buf_open(a, LIMIT_STORE_TEXT);
    js_put_text(a, j, S("decision"), d->version.hash);
    js_put_text(a, j, S("by"), by);
    js_canonical(j, &body);
    if (!store_record_newest(a, app->store, S("approval"), d->version.hash, &newest, &found, e))
        return false;
    struct stored_record r = {.kind = S("approval"), .id = d->version.hash, .previous = found ? newest.hash : S(""),
                              .body = buf_str(&body)};
    return record_save(a, app, &r, ACTION_DECISION_APPROVED, by, &stale, e) &&
           (!stale || fail(e, ERR_STORE, "somebody else approved at the same moment; try again"));
}

static bool put_in_force(struct arena *a, struct app *app, const struct app_decision *d, struct str signed_, struct err *e)
{
    struct str next = work_path(a, &app->options, "policy.json.next"), path = work_path(a, &app->options, "policy.json");
    struct stored_record newest, r = {.kind = S("policy"), .id = d->decision.id, .body = signed_};
    struct policy *policy;
    bool found, stale;
    if (!policy_read(a, path, signed_, &policy, e) || !policy_check(policy, app->trusted, policy->from, e) ||
        !store_record_newest(a, app->store, r.kind, r.id, &newest, &found, e) || !file_write(next, signed_, e))
        return false;
    r.previous = found ? newest.hash : S("");
    if (!record_save(a, app, &r, ACTION_POLICY_SIGNED, S("decision"), &stale, e) || stale) {
        unlink(str_z(a, next));
        return !stale ? false : fail(e, ERR_STORE, "another policy was signed for this case at the same moment; try again");
    }
    return path_rename(next, path, e) && workspace_policy(app, e);
}

/* The policy of a transaction that was committed gets its name; one that never was is removed. */
bool policy_recover(struct app *app, struct err *e)
{
    struct arena tmp = *app->a;
    struct str next = work_path(&tmp, &app->options, "policy.json.next"), bytes;
    struct stored_record stored;
    bool kept;
    if (!path_exists(next))
        return true;
    if (!file_read(&tmp, next, LIMIT_JSON_BYTES, &bytes, e))
        return false;
    struct hash h = hash_of(bytes);
    if (!store_record_by_hash(&tmp, app->store, hex_print(&tmp, h.at, sizeof h.at), &stored, &kept, e))
        return false;
    if (!kept) {
        unlink(str_z(&tmp, next));
        return true;
    }
    return path_rename(next, work_path(&tmp, &app->options, "policy.json"), e) && workspace_policy(app, e);
}

static bool sign(struct arena *a, struct app *app, const struct app_decision *d, const struct proposal *p, enum approved *out,
                 struct err *e)
{
    struct str path = work_path(a, &app->options, "keys/policy.key"), signed_;
    struct key key;
    *out = APPROVED_NO_KEY;
    if (!path_exists(path))
        return true;
    if (!key_file(path, false, &key, e))
        return false;
    bool ok = policy_sign(a, S("policy.json"), p->file, key, d->decision.decided_by, &signed_, e);
    key_wipe(&key);
    *out = APPROVED_SIGNED;
    return ok && put_in_force(a, app, d, signed_, e);
}

bool app_decision_approve(struct arena *a, struct app *app, struct str case_id, struct str hash, struct str by,
                          enum approved *out, struct err *e)
{
    struct app_decision d;
    struct proposal p;
    bool found;
    *out = APPROVED_STALE;
    if (!app_decision(a, app, case_id, &d, &found, e))
        return false;
    if (!found || !str_eq(d.version.hash, hash))
        return true;
    *out = APPROVED_SAME;
    for (const struct approval *x = d.approvals; x; x = x->next)
        if (str_eq(x->by, by))
            return true;
    if (!app_proposal(a, app, &d, &p, e))
        return false;
    *out = APPROVED_NOT_READY;
    if (!p.may_sign)
        return true;
    *out = APPROVED_ONCE;
    return approve(a, app, &d, by, e) && (d.approval_count == 0 || sign(a, app, &d, &p, out, e));
}
