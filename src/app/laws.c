/* SPDX-License-Identifier: EUPL-1.2 */
/* laws.c: law files, sidecars and the dictionary of facts from disk to a checked set. Not their
 * meaning.
 */
#include "workspace.h"

struct loader {
    struct arena *a;
    struct law_file *files;
    int count;
    struct err *e;
};

static bool load_file(struct loader *l, struct str path)
{
    if (l->count == 2 * LIMIT_LAWS)
        return fail_at(l->e, ERR_LIMIT, str_z(l->a, path), 0, 0, "more than %d files; load a part", 2 * LIMIT_LAWS);
    struct law_file *file = &l->files[l->count++];
    file->path = path;
    return file_read(l->a, path, LIMIT_YAML_BYTES, &file->bytes, l->e);
}

/* A single file brings its sidecar. */
static bool load_path(struct loader *l, struct str path)
{
    struct paths files;
    if (!path_is_folder(path)) {
        struct str sidecar = law_file_sidecar(l->a, path);
        bool alone = law_file_is_sidecar(path) || !path_exists(sidecar);
        return load_file(l, path) && (alone || load_file(l, sidecar));
    }
    if (!folder_list(l->a, path, S(".yaml"), &files, l->e))
        return false;
    for (int i = 0; i < files.count; i++)
        if (!load_file(l, files.at[i]))
            return false;
    return true;
}

bool app_laws(struct arena *a, struct str const *paths, int count, struct law_set *out, struct faults *faults,
              struct faults *missing, struct err *e)
{
    struct loader l = {.a = a, .files = arena_new(a, struct law_file, 2 * LIMIT_LAWS), .e = e};
    for (int i = 0; i < count; i++)
        if (!load_path(&l, paths[i]))
            return false;
    *out = law_files_read(a, l.files, l.count, faults, missing);
    return true;
}

bool app_law_file(struct arena *a, struct str path, const struct law **out, struct faults *faults, struct err *e)
{
    struct str bytes, sidecar = law_file_sidecar(a, path);
    if (!file_read(a, path, LIMIT_YAML_BYTES, &bytes, e))
        return false;
    struct law *law = law_read(a, path, bytes, faults);
    if (law && path_exists(sidecar)) {
        if (!file_read(a, sidecar, LIMIT_YAML_BYTES, &bytes, e))
            return false;
        law_read_sidecar(a, law, sidecar, bytes, faults);
    }
    *out = law;
    return true;
}

bool laws_or_fail(struct arena *a, struct str folder, struct law_set *out, struct err *e)
{
    struct faults faults = faults_open(a), missing = faults_open(a);
    if (!app_laws(a, &folder, 1, out, &faults, &missing, e))
        return false;
    const struct fault *first = faults.first ? faults.first : missing.first;
    if (!first)
        return true;
    return fail_at(e, ERR_LAW, str_z(a, first->file), first->line, first->column,
                   STR_FMT " (%d faults in all; see hoort law check)", STR_ARG(first->text),
                   faults.count + missing.count);
}
