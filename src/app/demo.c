/* SPDX-License-Identifier: EUPL-1.2 */
/* demo.c: makes a workspace that needs nobody's data: keys, the example policy, signed, and a
 * synthetic municipality. Not a run (run.c), and never over a workspace with other people in it.
 */
#include "workspace.h"

static bool make_keys(struct arena *a, const struct app_options *o, struct err *e)
{
    static const char *const names[] = {"keys/pseudonym.key", "keys/account.key", "keys/letter.key", "keys/policy.key"};
    struct key key = {{0}};
    if (!folder_make(work_path(a, o, "keys"), e))
        return false;
    for (int i = 0; i < COUNT(names); i++)
        if (!key_file(work_path(a, o, names[i]), true, &key, e))
            return false;
    /* The last one is the key of whoever decides; here it lies beside the rest, because it is a demo. */
    bool ok = public_key_write(work_path(a, o, "keys/policy.pub"), sign_public(key), e);
    if (ok && key_file(work_path(a, o, "keys/account.key"), false, &key, e))
        ok = public_key_write(work_path(a, o, "keys/account.pub"), sign_public(key), e);
    key_wipe(&key);
    return ok;
}

static void set_day(struct arena *a, struct json *period, struct str member, int year, int month, int day)
{
    int32_t date;
    struct json *j = js_get(period, member);
    bool ok = date_from_civil(year, month, day, &date);
    assert(ok);
    if (j)
        j->text = date_print(a, date);
}

bool example_policy(struct arena *a, struct str method, int32_t today, struct key key, struct str *out, struct err *e)
{
    struct str from = str_format(a, STR_FMT "/policy-example.json", STR_ARG(method)), bytes;
    struct json *file;
    if (!file_read(a, from, LIMIT_JSON_BYTES, &bytes, e) || !js_read(a, from, bytes, &file, e))
        return false;
    struct json *period = js_get(js_get(file, S("policy")), S("in_force"));
    int year, month, day;
    date_civil(today, &year, &month, &day);
    set_day(a, period, S("from"), year, 1, 1);
    set_day(a, period, S("until"), year, 12, 31);
    struct buf text = buf_open(a, LIMIT_JSON_BYTES);
    js_pretty(file, &text);
    return policy_sign(a, from, buf_str(&text), key, S("college van B en W (voorbeeld)"), out, e);
}

static bool sign_policy(struct arena *a, const struct app_options *o, struct err *e)
{
    struct str signed_;
    struct key key = {{0}};
    bool ok = key_file(work_path(a, o, "keys/policy.key"), false, &key, e) &&
              example_policy(a, o->method, o->today, key, &signed_, e) &&
              file_write(work_path(a, o, "policy.json"), signed_, e);
    key_wipe(&key);
    return ok;
}

static bool make_people(struct arena *a, const struct app_options *o, int64_t residents, uint64_t seed, struct str *csv,
                        struct err *e)
{
    struct law_set laws;
    report(o->progress, "making a synthetic municipality", 0, residents);
    bool ok = laws_or_fail(a, o->laws, &laws, e) &&
              people_synth(a, (struct synth){residents, seed, o->today}, &laws.facts, csv, e);
    report(o->progress, "making a synthetic municipality", residents, residents);
    return ok;
}

/* A folder with people that the demo did not make is left alone. */
static bool is_free(struct arena tmp, const struct app_options *o, const char *name, struct err *e)
{
    struct str path = work_path(&tmp, o, name), bytes;
    if (!path_exists(path))
        return true;
    if (!file_read(&tmp, path, LIMIT_CSV_BYTES, &bytes, e))
        return false;
    return str_starts(bytes, S("# synthetisch")) ||
           fail_at(e, ERR_FILE, str_z(&tmp, path), 0, 0,
                   "this file has people that are not synthetic; give the demo a folder of its own");
}

/* Whatever can be refused is refused before the first file is written. */
static bool prepare(struct arena *a, const struct app_options *o, int64_t residents, uint64_t seed, struct err *e)
{
    struct str from = str_format(a, STR_FMT "/sender-example.json", STR_ARG(o->method)), sender, people;
    return is_free(*a, o, "people.csv", e) && is_free(*a, o, "facts.csv", e) &&
           file_read(a, from, LIMIT_JSON_BYTES, &sender, e) && make_people(a, o, residents, seed, &people, e) &&
           folder_make(o->workspace, e) && make_keys(a, o, e) && sign_policy(a, o, e) &&
           file_write(work_path(a, o, "sender.json"), sender, e) && file_write(work_path(a, o, "people.csv"), people, e);
}

bool app_demo_prepare(struct arena *a, struct app_options o, int64_t residents, uint64_t seed, struct err *e)
{
    (void)a; /* people as text are as large as all that follows: they get an arena of their own */
    struct arena own = arena_open(LIMIT_ARENA_FACTS);
    char *start = own.at;
    bool ok = prepare(&own, &o, residents, seed, e);
    arena_close(&own, LIMIT_ARENA_FACTS, start);
    return ok;
}
