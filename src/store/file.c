/* SPDX-License-Identifier: EUPL-1.2 */
/* file.c: files read whole and written whole or not at all; folders made and listed.
 * Not for keys (key.c) or the database (sqlite.c).
 */
#include "store/disk.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

bool path_z(struct str path, char z[LIMIT_PATH], struct err *e)
{
    if (path.len == 0)
        return fail(e, ERR_FILE, "a path is empty; name a file or folder");
    if (path.len >= LIMIT_PATH - 32) /* room for a temporary name beside it */
        return fail(e, ERR_LIMIT, "a path is longer than %d bytes; use a shorter one", LIMIT_PATH - 32);
    if (memchr(path.at, 0, (size_t)path.len))
        return fail(e, ERR_FILE, "a path has a zero byte in it; name a file or folder");
    memcpy(z, path.at, (size_t)path.len);
    z[path.len] = 0;
    return true;
}

static const char *remedy(int system_error)
{
    switch (system_error) {
    case ENOENT: return "check the path";
    case EACCES: case EPERM: return "give this user the right to it, or choose another place";
    case EROFS: return "this disk is read-only; choose another place";
    case ENOSPC: case EDQUOT: return "make room on the disk and run again";
    case EISDIR: case ENOTDIR: return "a folder and a file are mixed up; check the path";
    case EMFILE: case ENFILE: return "close other programs or raise the limit of open files";
    default: return "check the disk and the path";
    }
}

bool disk_fail(struct err *e, const char *path, const char *verb, int system_error)
{
    return fail_at(e, ERR_FILE, path, 0, 0, "cannot %s: %s; %s", verb, strerror(system_error), remedy(system_error));
}

/* ---- reading -------------------------------------------------------------------------------- */

static bool read_open(int fd, const char *path, int64_t max_bytes, struct str *out, struct err *e)
{
    struct stat st;
    if (fstat(fd, &st))
        return disk_fail(e, path, "read it", errno);
    if (!S_ISREG(st.st_mode))
        return fail_at(e, ERR_FILE, path, 0, 0, "is not a regular file; name a file");
    if (st.st_size > max_bytes)
        return fail_at(e, ERR_LIMIT, path, 0, 0, "is %lld bytes, more than the %lld that are read; split it",
                       (long long)st.st_size, (long long)max_bytes);
    *out = (struct str){NULL, 0};
    if (st.st_size == 0)
        return true;
    void *at = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
    if (at == MAP_FAILED)
        return disk_fail(e, path, "read it", errno);
    *out = (struct str){at, (ptrdiff_t)st.st_size};
    return true;
}

bool file_read(struct arena *a, struct str path, int64_t max_bytes, struct str *out, struct err *e)
{
    (void)a; /* the mapping lives as long as the process, so as long as any arena */
    char z[LIMIT_PATH];
    if (!path_z(path, z, e))
        return false;
    /* NONBLOCK: a pipe in the place of a file must not hang us; it is refused as not regular. */
    int fd = open(z, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0)
        return disk_fail(e, z, "open it", errno);
    bool ok = read_open(fd, z, max_bytes, out, e);
    close(fd);
    return ok;
}

void file_forget(struct str bytes)
{
    if (bytes.len)
        munmap((void *)(uintptr_t)bytes.at, (size_t)bytes.len);
}

/* ---- writing -------------------------------------------------------------------------------- */

static bool write_all(int fd, struct str bytes)
{
    while (bytes.len > 0) {
        ssize_t n = write(fd, bytes.at, (size_t)bytes.len);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return false;
        bytes = str_slice(bytes, n, bytes.len);
    }
    return fsync(fd) == 0;
}

/* The folder's own entry is on disk only after the folder is synced. */
static void sync_folder_of(const char *path)
{
    char folder[LIMIT_PATH];
    snprintf(folder, sizeof folder, "%s", path);
    char *slash = strrchr(folder, '/');
    if (slash == folder)
        slash[1] = 0;
    else if (slash)
        *slash = 0;
    int fd = open(slash ? folder : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return; /* a folder that may be written but not read: the rename itself stands */
    fsync(fd);
    close(fd);
}

/* The temporary file in its final place, replacing or not. */
static bool put_in_place(const char *temp, const char *path, bool may_replace, bool *existed, struct err *e)
{
    if (may_replace)
        return rename(temp, path) == 0 || disk_fail(e, path, "put it in place", errno);
    int system_error = link(temp, path) ? errno : 0;
    unlink(temp);
    *existed = system_error == EEXIST;
    return system_error == 0 || *existed || disk_fail(e, path, "put it in place", system_error);
}

static unsigned mode_kept(const char *path, unsigned mode)
{
    struct stat st;
    return lstat(path, &st) == 0 && S_ISREG(st.st_mode) ? st.st_mode & 0777 : mode;
}

bool file_write_mode(struct str path, struct str bytes, unsigned mode, bool may_replace, bool *existed,
                     struct err *e)
{
    char z[LIMIT_PATH], temp[LIMIT_PATH + 16];
    if (!path_z(path, z, e))
        return false;
    if (path_is_folder(path))
        return disk_fail(e, z, "write it", EISDIR);
    snprintf(temp, sizeof temp, "%s.XXXXXX", z);
    int fd = mkostemp(temp, O_CLOEXEC);
    if (fd < 0)
        return disk_fail(e, z, "write it", errno);
    bool written = fchmod(fd, may_replace ? mode_kept(z, mode) : mode) == 0 && write_all(fd, bytes);
    int system_error = errno;
    close(fd);
    bool ok = written ? put_in_place(temp, z, may_replace, existed, e) : disk_fail(e, z, "write it", system_error);
    if (!ok)
        unlink(temp);
    else
        sync_folder_of(z);
    return ok;
}

bool file_write(struct str path, struct str bytes, struct err *e)
{
    return file_write_mode(path, bytes, 0600, true, &(bool){false}, e);
}

/* ---- folders -------------------------------------------------------------------------------- */

bool folder_make(struct str path, struct err *e)
{
    char z[LIMIT_PATH];
    if (!path_z(path, z, e))
        return false;
    for (char *at = z + 1; ; at++) {
        if (*at != '/' && *at != 0)
            continue;
        char kept = *at;
        *at = 0;
        if (mkdir(z, 0700) && errno != EEXIST)
            return disk_fail(e, z, "make the folder", errno);
        *at = kept;
        if (!kept)
            break;
    }
    return path_is_folder(path) || disk_fail(e, z, "make the folder", ENOTDIR);
}

static bool path_mode(struct str path, mode_t *mode)
{
    char z[LIMIT_PATH];
    struct err ignored;
    struct stat st;
    if (!path_z(path, z, &ignored) || stat(z, &st))
        return false;
    *mode = st.st_mode;
    return true;
}

struct hash path_stamp(struct str path)
{
    char z[LIMIT_PATH];
    struct err ignored;
    struct stat st = {0};
    if (!path_z(path, z, &ignored) || stat(z, &st))
        return (struct hash){0};
    const int64_t what[] = {(int64_t)st.st_dev, (int64_t)st.st_ino, (int64_t)st.st_size, (int64_t)st.st_mtim.tv_sec,
                            (int64_t)st.st_mtim.tv_nsec, (int64_t)st.st_ctim.tv_sec, (int64_t)st.st_ctim.tv_nsec};
    return hash_of((struct str){(const char *)what, sizeof what});
}

bool path_exists(struct str path)
{
    mode_t mode;
    return path_mode(path, &mode);
}

bool path_is_folder(struct str path)
{
    mode_t mode;
    return path_mode(path, &mode) && S_ISDIR(mode);
}

bool path_rename(struct str from, struct str to, struct err *e)
{
    char old[LIMIT_PATH], new[LIMIT_PATH];
    if (!path_z(from, old, e) || !path_z(to, new, e))
        return false;
    return rename(old, new) == 0 || disk_fail(e, old, "rename the folder", errno);
}
