/* SPDX-License-Identifier: EUPL-1.2 */
/* object.c: C that the program wrote becomes code that it calls: compiled by the system's cc, kept under
 * the hash of its source, loaded only from a folder and a file that nobody else can write. Not the C.
 */
#include "store/store.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

static const char *const flags[] = {
    "-O3", "-march=native", "-fwrapv", "-fno-math-errno", "-shared", "-fPIC", "-w",
#if defined(__x86_64__)
    "-mprefer-vector-width=512",
#endif
};

bool program_run(const char *const *words, const char *out, bool *done, struct err *e)
{
    posix_spawn_file_actions_t to;
    posix_spawn_file_actions_init(&to);
    posix_spawn_file_actions_addopen(&to, 1, out, O_WRONLY | O_CREAT | O_TRUNC, S_IRUSR | S_IWUSR);
    posix_spawn_file_actions_addopen(&to, 2, "/dev/null", O_WRONLY, 0);
    pid_t pid;
    int status = -1, failed = posix_spawnp(&pid, words[0], &to, NULL, (char *const *)(uintptr_t)words, environ);
    posix_spawn_file_actions_destroy(&to);
    if (failed)
        return fail(e, ERR_FILE, "the program %s cannot be started: %s; install it, or go on without", words[0], strerror(failed));
    while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
        continue;
    *done = WIFEXITED(status) && WEXITSTATUS(status) == 0;
    return true;
}

/* What cc says goes nowhere: the source is ours, and what it is about is in the file. */
static bool run_cc(const char *source, const char *object, struct err *e)
{
    const char *words[COUNT(flags) + 5] = {"cc"};
    int count = 1;
    bool done;
    for (int i = 0; i < COUNT(flags); i++)
        words[count++] = flags[i];
    words[count++] = "-o";
    words[count++] = object;
    words[count] = source;
    if (!program_run(words, "/dev/null", &done, e))
        return false;
    return done || fail_at(e, ERR_FILE, source, 0, 0, "the C compiler refused the law; run cc -c on this file to see why");
}

/* Ours, and not to be written by anybody else: whoever can write it runs as this program. */
static bool is_safe(const char *path, struct err *e)
{
    struct stat s;
    if (lstat(path, &s) != 0)
        return fail_at(e, ERR_FILE, path, 0, 0, "cannot look at it: %s", strerror(errno));
    if (s.st_uid != geteuid() || (s.st_mode & (S_IWGRP | S_IWOTH)) || S_ISLNK(s.st_mode))
        return fail_at(e, ERR_FILE, path, 0, 0, "others could have written this; give it to this user only (chmod go-w), or remove it");
    return true;
}

static bool make_object(struct arena tmp, struct str folder, struct str name, struct str source, struct err *e)
{
    struct str c = str_format(&tmp, STR_FMT "/" STR_FMT ".c", STR_ARG(folder), STR_ARG(name));
    char *part = str_z(&tmp, str_format(&tmp, STR_FMT "/" STR_FMT ".%d.part", STR_ARG(folder), STR_ARG(name), (int)getpid()));
    char *object = str_z(&tmp, str_format(&tmp, STR_FMT "/" STR_FMT ".so", STR_ARG(folder), STR_ARG(name)));
    if (!file_write(c, source, e) || !run_cc(str_z(&tmp, c), part, e))
        return false;
    if (chmod(part, S_IRUSR | S_IXUSR) != 0 || rename(part, object) != 0)
        return fail_at(e, ERR_FILE, object, 0, 0, "cannot put it in place: %s", strerror(errno));
    return true;
}

bool object_load(struct arena tmp, struct str folder, struct str source, const char *symbol, void **function, struct err *e)
{
    struct hash hash = hash_of(source);
    struct str name = hex_print(&tmp, hash.at, sizeof hash.at);
    char *object = str_z(&tmp, str_format(&tmp, STR_FMT "/" STR_FMT ".so", STR_ARG(folder), STR_ARG(name)));
    if (!folder_make(folder, e) || !is_safe(str_z(&tmp, folder), e))
        return false;
    if (!path_exists(str_of(object)) && !make_object(tmp, folder, name, source, e))
        return false;
    if (!is_safe(object, e))
        return false;
    void *loaded = dlopen(object, RTLD_NOW | RTLD_LOCAL);
    *function = loaded ? dlsym(loaded, symbol) : NULL;
    if (!*function)
        return fail_at(e, ERR_FILE, object, 0, 0, "cannot be loaded; remove it, and it is made again");
    return true;
}
