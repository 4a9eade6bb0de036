/* SPDX-License-Identifier: EUPL-1.2 */
/* commit.c: the moment at which what was done becomes true: database, signed head and letters
 * together, and what a process that was killed left behind. Not what is done (run.c, views.c).
 *
 *   1 lock the workspace's folder
 *   2 letters to runs/<id>.part, the head as it will be, signed, to account.head.next
 *   3 commit
 *   4 account.head.next becomes account.head, runs/<id>.part becomes runs/<id>
 * Killed before 3: nothing happened, and opening removes 2. Killed after 3: it happened, and
 * opening does 4. Lines that another program added are never signed for.
 */
#include "workspace.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

/* ---- one at a time --------------------------------------------------------------------------------- */

/* The folder itself is the lock: it goes with the process, and leaves no file behind. */
bool workspace_lock(struct arena tmp, const struct app *app, int *lock, struct err *e)
{
    char *folder = str_z(&tmp, app->options.workspace);
    *lock = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (*lock >= 0 && flock(*lock, LOCK_EX) == 0)
        return true;
    int why = errno;
    workspace_unlock(*lock);
    return fail_at(e, ERR_FILE, folder, 0, 0, "cannot lock the folder: %s; give this user the right to read it",
                   strerror(why));
}

void workspace_unlock(int lock)
{
    if (lock >= 0)
        close(lock);
}

/* ---- commit ---------------------------------------------------------------------------------------- */

static bool sign_next(struct arena tmp, struct app *app, struct str next, struct err *e)
{
    struct account_head head;
    return store_account_head(app->store, &head, e) &&
           file_write(next, account_head_sign(&tmp, head, app->account_key), e);
}

static void remove_file(struct arena tmp, struct str path)
{
    unlink(str_z(&tmp, path)); /* gone already is as good */
}

bool account_commit(struct app *app, struct err *e)
{
    struct arena tmp = *app->a;
    struct str next = work_path(&tmp, &app->options, "account.head.next");
    if (!sign_next(tmp, app, next, e)) {
        store_rollback(app->store);
        return false;
    }
    if (!store_commit(app->store, e)) {
        remove_file(tmp, next);
        return false;
    }
    /* It happened, whatever becomes of the name: opening gives it, so this is no failure. */
    struct err ignored;
    bool named = path_rename(next, work_path(&tmp, &app->options, "account.head"), &ignored);
    (void)named;
    return true;
}

bool account_act(struct app *app, struct account_line line, struct err *e)
{
    int lock;
    if (!account_add(app, line, e) || !workspace_lock(*app->a, app, &lock, e)) {
        store_rollback(app->store);
        return false;
    }
    bool ok = account_commit(app, e);
    workspace_unlock(lock);
    return ok;
}

/* ---- what a killed process left -------------------------------------------------------------------- */

static int remove_one(const char *path, const struct stat *st, int kind, struct FTW *where)
{
    (void)st, (void)kind, (void)where;
    return remove(path) && errno != ENOENT;
}

void folder_remove(struct arena tmp, struct str path)
{
    nftw(str_z(&tmp, path), remove_one, 16, FTW_DEPTH | FTW_PHYS); /* what stays is seen at the next opening */
}

/* The signed head is that of the database, or of a transaction that never was. */
static bool finish_head(struct arena tmp, struct app *app, struct err *e)
{
    struct str next = work_path(&tmp, &app->options, "account.head.next"), bytes;
    struct account_head signed_, stored;
    struct err unsigned_;
    if (!path_exists(next))
        return true;
    if (!file_read(&tmp, next, LIMIT_JSON_BYTES, &bytes, e) || !store_account_head(app->store, &stored, e))
        return false;
    bool committed = account_head_read(&tmp, next, bytes, sign_public(app->account_key), &signed_, &unsigned_) &&
                     signed_.seq == stored.seq && hash_eq(signed_.hash, stored.hash);
    if (committed)
        return path_rename(next, work_path(&tmp, &app->options, "account.head"), e);
    remove_file(tmp, next);
    return true;
}

/* A head that was being written: account.head.next.XXXXXX. */
static bool drop_temporary(struct arena tmp, struct app *app, struct str name, struct err *e)
{
    (void)e;
    if (str_starts(name, S("account.head.next.")))
        remove_file(tmp, str_format(&tmp, STR_FMT "/" STR_FMT, STR_ARG(app->options.workspace), STR_ARG(name)));
    return true;
}

static bool run_is_kept(struct arena tmp, struct app *app, struct str id, bool *kept, struct err *e)
{
    struct stored_run *runs;
    int64_t count;
    *kept = false;
    if (!store_runs(&tmp, app->store, &runs, &count, e))
        return false;
    for (int64_t i = 0; i < count; i++)
        *kept |= str_eq(runs[i].id, id);
    return true;
}

/* Letters of a run that the account knows become visible; others never were. */
static bool finish_letters(struct arena tmp, struct app *app, struct str name, struct err *e)
{
    const struct str ending = S(".part");
    bool kept;
    if (!str_ends(name, ending))
        return true;
    struct str id = str_slice(name, 0, name.len - ending.len);
    struct str ready = str_format(&tmp, STR_FMT "/runs/" STR_FMT, STR_ARG(app->options.workspace), STR_ARG(id));
    struct str part = str_format(&tmp, STR_FMT ".part", STR_ARG(ready));
    if (!run_is_kept(tmp, app, id, &kept, e))
        return false;
    if (kept)
        return path_rename(part, ready, e);
    folder_remove(tmp, part);
    return true;
}

typedef bool on_name(struct arena tmp, struct app *app, struct str name, struct err *e);

static bool each_name(struct arena tmp, struct app *app, struct str folder, on_name *each, struct err *e)
{
    DIR *dir = opendir(str_z(&tmp, folder));
    bool ok = true;
    for (struct dirent *d; dir && ok && (d = readdir(dir));)
        ok = each(tmp, app, str_of(d->d_name), e);
    if (dir)
        closedir(dir);
    return ok; /* no such folder: nothing was left in it */
}

bool workspace_recover(struct app *app, struct err *e)
{
    struct arena tmp = *app->a;
    struct str runs = work_path(&tmp, &app->options, "runs");
    int lock;
    if (!workspace_lock(tmp, app, &lock, e))
        return false;
    bool ok = finish_head(tmp, app, e) && each_name(tmp, app, app->options.workspace, drop_temporary, e) &&
              each_name(tmp, app, runs, finish_letters, e);
    workspace_unlock(lock);
    return ok;
}
