/* SPDX-License-Identifier: EUPL-1.2 */
/* place_test.h: a folder for a test, workspaces in it, and policies with other dials. Not for
 * anything but tests. Paths are those of the repository: run from its top.
 */
#ifndef HOORT_APP_PLACE_TEST_H
#define HOORT_APP_PLACE_TEST_H

#include "workspace.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define UNUSED __attribute__((unused))

static struct arena boot;
static char place[] = "/tmp/hoort-app-XXXXXX";
static struct err e;

static inline void ok(bool done)
{
    if (!done)
        fail_msg("%s:%d: %s", e.file, e.line, e.text);
}

UNUSED static void refused(bool done, enum err_code code, const char *word)
{
    assert_false(done);
    assert_int_equal(e.code, code);
    if (!strstr(e.text, word))
        fail_msg("\"%s\" is not in \"%s\"", word, e.text);
}

UNUSED static struct str in_place(const char *name)
{
    return str_format(&boot, "%s/%s", place, name);
}

UNUSED static struct str under(struct str folder, const char *name)
{
    return str_format(&boot, STR_FMT "/%s", STR_ARG(folder), name);
}

UNUSED static struct str bytes_of(struct str path)
{
    struct str mapped;
    ok(file_read(&boot, path, LIMIT_CSV_BYTES, &mapped, &e));
    return str_copy(&boot, mapped);
}

UNUSED static void copy_file(struct str from, struct str to)
{
    ok(file_write(to, bytes_of(from), &e));
}

/* The laws that we ship, in a folder of their own, to which a test adds. */
UNUSED static struct str copy_laws(const char *name)
{
    struct paths files;
    struct str to = in_place(name);
    ok(folder_list(&boot, S("laws"), S(".yaml"), &files, &e) && folder_make(to, &e));
    for (int i = 0; i < files.count; i++) {
        struct str folder = str_format(&boot, STR_FMT "/" STR_FMT, STR_ARG(to), STR_ARG(files.at[i]));
        ptrdiff_t at = folder.len;
        while (folder.at[at - 1] != '/')
            at--;
        ok(folder_make(str_slice(folder, 0, at - 1), &e));
        copy_file(files.at[i], folder);
    }
    return under(to, "laws");
}

UNUSED static int32_t day(const char *iso)
{
    int32_t d;
    assert_true(date_parse(str_of(iso), &d));
    return d;
}

/* ---- a workspace ---------------------------------------------------------------------------------- */

UNUSED static struct app_options options_of(const char *name)
{
    return (struct app_options){.workspace = in_place(name), .laws = S("laws"), .method = S("method"),
                                .today = day("2026-03-02")};
}

UNUSED static struct app_options prepared(const char *name, int64_t residents)
{
    struct app_options o = options_of(name);
    ok(app_demo_prepare(&boot, o, residents, 1, &e));
    return o;
}

UNUSED static struct app *opened(struct app_options o)
{
    struct app *app;
    ok(app_open(&boot, o, &app, &e));
    return app;
}

/* Opens, runs, closes; what came of it is in *o. False: refused, nothing in *o. */
UNUSED static bool run_once(struct app_options options, struct app_run *run, struct overview *o)
{
    struct app *app = opened(options);
    bool done = app_run(&boot, app, run, &e);
    if (done)
        ok(app_overview(&boot, app, o, &e));
    app_close(app);
    return done;
}

UNUSED static struct account_view account_of(struct app_options options)
{
    struct account_view v;
    struct app *app = opened(options);
    ok(app_account(&boot, app, &v, &e));
    app_close(app);
    return v;
}

/* The workspace's policy with one text replaced (from = NULL: as it is), signed anew by the demo's key. */
UNUSED static void set_policy(struct app_options o, const char *from, const char *to)
{
    struct str path = work_path(&boot, &o, "policy.json"), signed_, text = bytes_of(path);
    struct key key;
    struct json *j;
    ok(js_read(&boot, path, text, &j, &e));
    struct buf out = buf_open(&boot, LIMIT_JSON_BYTES), unsigned_ = buf_open(&boot, LIMIT_JSON_BYTES);
    js_canonical(js_get(j, S("policy")), &out);
    struct str policy = buf_str(&out);
    ptrdiff_t at = from ? str_find(policy, str_of(from)) : 0;
    if (at < 0)
        fail_msg("\"%s\" is not in the policy", from);
    buf_add(&unsigned_, S("{\"policy\":"));
    buf_add(&unsigned_, str_slice(policy, 0, at));
    buf_add(&unsigned_, str_of(from ? to : ""));
    buf_add(&unsigned_, str_slice(policy, at + (from ? (ptrdiff_t)strlen(from) : 0), policy.len));
    buf_add(&unsigned_, S("}"));
    ok(key_file(work_path(&boot, &o, "keys/policy.key"), false, &key, &e) &&
       policy_sign(&boot, path, buf_str(&unsigned_), key, S("college (proef)"), &signed_, &e) && file_write(path, signed_, &e));
}

/* One hash of every file of the workspace, by name: the same when nothing was written. */
UNUSED static struct hash folder_hash(struct app_options o)
{
    struct paths files;
    struct hash h = {{0}};
    ok(folder_list(&boot, o.workspace, S(""), &files, &e));
    for (int i = 0; i < files.count; i++)
        h = hash_chain(hash_chain(h, files.at[i]), bytes_of(files.at[i]));
    return h;
}

/* ---- the folder ------------------------------------------------------------------------------------- */

static int remove_one(const char *path, const struct stat *st, int kind, struct FTW *where)
{
    (void)st, (void)kind, (void)where;
    return remove(path);
}

UNUSED static int make_place(void **state)
{
    (void)state;
    boot = arena_open(LIMIT_ARENA_FACTS);
    return mkdtemp(place) ? 0 : -1;
}

UNUSED static int drop_place(void **state)
{
    (void)state;
    return nftw(place, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

#endif
