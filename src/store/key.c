/* SPDX-License-Identifier: EUPL-1.2 */
/* key.c: the only places where the world's time and chance come in: the clock, and keys in
 * files that only their owner can read. Not what keys are used for (base/crypt.c).
 */
#include "store/disk.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { HEX_BYTES = 64, SCRATCH_BYTES = 4096, DAY_S = 24 * 60 * 60 };

/* ---- clock ----------------------------------------------------------------------------------- */

int64_t clock_steady_ns(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

int64_t clock_ms(void)
{
    struct timespec now;
    int failed = clock_gettime(CLOCK_REALTIME, &now);
    assert(!failed);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Directive 2000/84/EC: summer time begins and ends on the last Sunday of March and October,
 * at 01:00 UTC. Written out, because a machine may lack the zone data. In seconds UTC. */
static int64_t last_sunday(int year, int month)
{
    int32_t day;
    bool ok = date_from_civil(year, month, 31, &day);
    assert(ok);
    return (int64_t)(day - (date_weekday(day) + 1) % 7) * DAY_S + 3600;
}

static int64_t floor_days(int64_t seconds)
{
    return seconds / DAY_S - (seconds % DAY_S < 0);
}

int32_t clock_day(int64_t at_ms)
{
    int64_t at_s = at_ms / 1000 - (at_ms % 1000 < 0);
    int year, month, day;
    date_civil((int32_t)floor_days(at_s), &year, &month, &day);
    bool summer = at_s >= last_sunday(year, 3) && at_s < last_sunday(year, 10);
    return (int32_t)floor_days(at_s + (summer ? 2 : 1) * 3600);
}

int32_t clock_today(void)
{
    return clock_day(clock_ms());
}

/* ---- keys ------------------------------------------------------------------------------------ */

bool random_bytes(void *out, int64_t len, struct err *e)
{
    for (int64_t have = 0; have < len;) {
        ssize_t n = getrandom((char *)out + have, (size_t)(len - have), 0);
        if (n < 0 && errno != EINTR)
            return fail(e, ERR_FILE, "the system gives no random numbers (%s); nothing was made", strerror(errno));
        have += n > 0 ? n : 0;
    }
    return true;
}

/* Written by link(2): if another process was first, its key stands and is read instead. */
static bool make_key(struct str path, struct err *e)
{
    struct key key;
    if (!random_bytes(key.at, sizeof key.at, e))
        return false;
    struct arena tmp = arena_open(SCRATCH_BYTES);
    char *start = tmp.at;
    struct str hex = hex_print(&tmp, key.at, sizeof key.at);
    key_wipe(&key);
    bool existed, ok = file_write_mode(path, hex, 0600, false, &existed, e);
    explicit_bzero(start, SCRATCH_BYTES);
    arena_close(&tmp, SCRATCH_BYTES, start);
    return ok;
}

/* 64 hex digits and at most a line end; anything else is refused without repeating it. */
static bool read_hex(int fd, const char *path, unsigned char out[32], struct err *e)
{
    char text[HEX_BYTES + 3];
    ssize_t n = read(fd, text, sizeof text);
    bool ok = n >= 0 && hex_parse(str_trim((struct str){text, n}), out, 32);
    explicit_bzero(text, sizeof text);
    if (n < 0)
        return disk_fail(e, path, "read it", errno);
    return ok || fail_at(e, ERR_FILE, path, 0, 0, "is not a key: %d hexadecimal digits are expected; restore it "
                         "from the backup, do not make a new one over it", HEX_BYTES);
}

static bool check_private(int fd, const char *path, struct err *e)
{
    struct stat st;
    if (fstat(fd, &st))
        return disk_fail(e, path, "read it", errno);
    if (!S_ISREG(st.st_mode))
        return fail_at(e, ERR_FILE, path, 0, 0, "is not a regular file; a key stands in a file of its own");
    if (st.st_mode & 077)
        return fail_at(e, ERR_FILE, path, 0, 0, "other users can reach this key (mode %03o); run chmod 600 on it, and "
                       "replace the key if they may have read it", (unsigned)st.st_mode & 0777);
    return true;
}

bool key_file(struct str path, bool make, struct key *out, struct err *e)
{
    char z[LIMIT_PATH];
    if (!path_z(path, z, e))
        return false;
    int fd = open(z, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0 && errno == ENOENT && make) {
        if (!make_key(path, e))
            return false;
        fd = open(z, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    }
    if (fd < 0)
        return disk_fail(e, z, "open the key", errno);
    bool ok = check_private(fd, z, e) && read_hex(fd, z, out->at, e);
    close(fd);
    return ok;
}

bool public_key_file(struct str path, struct public_key *out, struct err *e)
{
    char z[LIMIT_PATH];
    if (!path_z(path, z, e))
        return false;
    int fd = open(z, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0)
        return disk_fail(e, z, "open the public key", errno);
    bool ok = read_hex(fd, z, out->at, e);
    close(fd);
    return ok;
}

bool public_key_write(struct str path, struct public_key key, struct err *e)
{
    struct arena tmp = arena_open(SCRATCH_BYTES);
    char *start = tmp.at;
    struct str line = str_format(&tmp, STR_FMT "\n", STR_ARG(hex_print(&tmp, key.at, sizeof key.at)));
    bool ok = file_write_mode(path, line, 0644, true, &(bool){false}, e);
    arena_close(&tmp, SCRATCH_BYTES, start);
    return ok;
}
