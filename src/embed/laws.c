/* SPDX-License-Identifier: EUPL-1.2 */
/* laws.c: the laws that a caller brings, or that lie in a folder, and what is wrong with them. */
#include "embed.h"
#include "store/store.h"

#include <string.h>

#define FILES_MAX (2 * LIMIT_LAWS)
#define HOME_BYTES (256LL << 20)     /* of address space, for a set without a file */
#define HOME_BYTES_A_BYTE 1024       /* what is read takes so many times its size at most, and touches far less */

struct reading {
    const struct hoort_file *given;
    struct law_file *files;
    size_t count;
    const char *folder;
    struct home own;                 /* of the listing of a folder */
    struct hoort_laws *out;
    struct home home;
};

static int64_t home_bytes(const struct reading *r)
{
    int64_t bytes = HOME_BYTES;
    for (size_t i = 0; i < r->count; i++) /* a file that is larger is a fault and not read */
        bytes += r->files[i].bytes.len > LIMIT_YAML_BYTES ? 0 : (int64_t)r->files[i].bytes.len * HOME_BYTES_A_BYTE;
    return bytes < LIMIT_ARENA_FACTS ? bytes : LIMIT_ARENA_FACTS;
}

static struct hoort_fault *put_faults(struct arena *a, const struct faults *from, bool missing, struct hoort_fault *to)
{
    for (const struct fault *f = from->first; f; f = f->next)
        *to++ = (struct hoort_fault){missing, f->line, f->column, str_z(a, f->file), str_z(a, f->text)};
    return to;
}

static bool read_laws(void *ctx, struct err *e)
{
    (void)e;
    struct reading *r = ctx;
    home_open(&r->home, home_bytes(r));
    struct arena *a = &r->home.a;
    struct hoort_laws *laws = arena_new(a, struct hoort_laws, 1);
    struct faults faults = faults_open(a), missing = faults_open(a);
    for (size_t i = 0; i < r->count; i++) /* paths stand in faults and hashes for as long as the laws */
        r->files[i].path = str_copy(a, r->files[i].path);
    laws->set = law_files_read(a, r->files, (int)r->count, &faults, &missing);
    laws->clean = faults.count == 0;
    laws->faults = arena_new(a, struct hoort_fault, 2 * LIMIT_FAULTS);
    struct hoort_fault *end = put_faults(a, &faults, false, laws->faults);
    laws->fault_count = (size_t)(put_faults(a, &missing, true, end) - laws->faults);
    laws->home = r->home;
    r->out = laws;
    return true;
}

static bool take_given(void *ctx, struct err *e)
{
    struct reading *r = ctx;
    home_open(&r->own, HOME_BYTES);
    r->files = arena_new(&r->own.a, struct law_file, FILES_MAX);
    for (size_t i = 0; i < r->count; i++)
        r->files[i] = (struct law_file){str_of(r->given[i].path), {r->given[i].bytes, (ptrdiff_t)r->given[i].size}};
    return read_laws(ctx, e);
}

bool hoort_laws_read(const struct hoort_file *files, size_t count, struct hoort_laws **out, struct hoort_error *e)
{
    struct reading r = {.given = files, .count = count};
    if (!out)
        return misuse(e, "there is no place for the laws; pass the address of a handle");
    *out = NULL;
    if (!files && count)
        return misuse(e, "there are no files; pass an array of them");
    if (count > FILES_MAX)
        return refuse(e, &(struct err){.code = ERR_LIMIT, .text = "more files than one set may have; read a part of them"});
    for (size_t i = 0; i < count; i++)
        if (!files[i].path || !files[i].path[0] || (!files[i].bytes && files[i].size) || files[i].size > PTRDIFF_MAX)
            return misuse(e, "file %zu of %zu has no path or no bytes; give both", i + 1, count);
    bool ok = attempt(take_given, &r, e);
    home_close(&r.own);
    if (!ok)
        home_close(&r.home);
    *out = ok ? r.out : NULL;
    return ok;
}

/* ---- a folder ------------------------------------------------------------------------------------------------ */

static bool take_folder(void *ctx, struct err *e)
{
    struct reading *r = ctx;
    struct paths paths;
    home_open(&r->own, HOME_BYTES);
    r->files = arena_new(&r->own.a, struct law_file, FILES_MAX);
    if (!folder_list(&r->own.a, str_of(r->folder), S(".yaml"), &paths, e))
        return false;
    if (paths.count > FILES_MAX)
        return fail_at(e, ERR_LIMIT, r->folder, 0, 0, "more than %d files; read a part of them", FILES_MAX);
    for (; r->count < (size_t)paths.count; r->count++) {
        struct law_file *file = &r->files[r->count];
        file->path = paths.at[r->count];
        if (!file_read(&r->own.a, file->path, LIMIT_YAML_BYTES, &file->bytes, e))
            return false;
    }
    return read_laws(ctx, e);
}

bool hoort_laws_read_folder(const char *folder, struct hoort_laws **out, struct hoort_error *e)
{
    struct reading r = {.folder = folder};
    if (!out)
        return misuse(e, "there is no place for the laws; pass the address of a handle");
    *out = NULL;
    if (!folder)
        return misuse(e, "there is no folder; name one");
    bool ok = attempt(take_folder, &r, e);
    for (size_t i = 0; i < r.count; i++)
        file_forget(r.files[i].bytes);
    home_close(&r.own);
    if (!ok)
        home_close(&r.home);
    *out = ok ? r.out : NULL;
    return ok;
}

/* ---- looking, leaving ------------------------------------------------------------------------------------------ */

size_t hoort_laws_fault_count(const struct hoort_laws *laws)
{
    return laws ? laws->fault_count : 0;
}

bool hoort_laws_fault(const struct hoort_laws *laws, size_t index, struct hoort_fault *out)
{
    if (!laws || !out || index >= laws->fault_count)
        return false;
    *out = laws->faults[index];
    return true;
}

void laws_leave(const struct hoort_laws *laws)
{
    struct home home = laws->home;
    if (home_leave(&home))
        home_close(&home);
}

void hoort_laws_free(struct hoort_laws *laws)
{
    if (laws)
        laws_leave(laws);
}
