/* SPDX-License-Identifier: EUPL-1.2 */
/* folder.c: the files under a folder, in an order that does not depend on the disk.
 * Not for opening them: that is file.c.
 */
#include "store/disk.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

struct listing {
    struct arena *a;
    struct str suffix;
    struct str *at;
    int64_t count, room;
};

static void listing_add(struct listing *l, struct str path)
{
    if (l->count == l->room) {
        int64_t room = l->room ? l->room * 2 : 64;
        struct str *at = arena_new(l->a, struct str, room);
        if (l->count)
            memcpy(at, l->at, (size_t)l->count * sizeof *at);
        l->at = at;
        l->room = room;
    }
    l->at[l->count++] = str_copy(l->a, path);
}

static bool walk(struct listing *l, struct str folder, int depth, struct err *e);

/* One name in a folder: a file is added, a folder entered, anything else left alone. */
static bool visit(struct listing *l, struct str folder, const char *name, int depth, struct err *e)
{
    if (name[0] == '.')
        return true;
    const char *slash = str_ends(folder, S("/")) ? "" : "/";
    struct str path = str_format(l->a, STR_FMT "%s%s", STR_ARG(folder), slash, name);
    char z[LIMIT_PATH];
    struct stat own, meant;
    if (!path_z(path, z, e))
        return false;
    if (lstat(z, &own) || stat(z, &meant))
        return true; /* gone since, or a link to nowhere */
    if (S_ISDIR(own.st_mode))
        return walk(l, path, depth + 1, e);
    if (!S_ISREG(meant.st_mode) || !str_ends(path, l->suffix))
        return true;
    if (l->count == LIMIT_FOLDER_FILES)
        return fail_at(e, ERR_LIMIT, z, 0, 0, "more than %d files in this folder; name a smaller one",
                       LIMIT_FOLDER_FILES);
    listing_add(l, path);
    return true;
}

static bool walk(struct listing *l, struct str folder, int depth, struct err *e)
{
    char z[LIMIT_PATH];
    if (!path_z(folder, z, e))
        return false;
    if (depth > LIMIT_FOLDER_DEPTH)
        return fail_at(e, ERR_LIMIT, z, 0, 0, "folders are nested deeper than %d; name a smaller one",
                       LIMIT_FOLDER_DEPTH);
    DIR *dir = opendir(z);
    if (!dir)
        return disk_fail(e, z, "list the folder", errno);
    bool ok = true;
    for (struct dirent *d; ok && (errno = 0, d = readdir(dir));)
        ok = visit(l, folder, d->d_name, depth, e);
    if (ok && errno)
        ok = disk_fail(e, z, "list the folder", errno);
    closedir(dir);
    return ok;
}

static int by_bytes(const void *a, const void *b)
{
    return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

bool folder_list(struct arena *a, struct str folder, struct str suffix, struct paths *out, struct err *e)
{
    struct listing l = {.a = a, .suffix = suffix};
    if (!walk(&l, folder, 0, e))
        return false;
    if (l.count)
        qsort(l.at, (size_t)l.count, sizeof *l.at, by_bytes);
    *out = (struct paths){l.at, (int)l.count};
    return true;
}
