/* SPDX-License-Identifier: EUPL-1.2 */
/* laws.c: law files, sidecars and the dictionary of facts from disk to a checked set. Not their
 * meaning.
 */
#include "workspace.h"

struct loader {
    struct arena *a;
    struct law *list, **end;
    struct facts facts;
    bool have_facts;
    struct faults *faults;
    struct err *e;
};

static const struct str law_ending = {".yaml", 5}, sidecar_ending = {".bind.yaml", 10}, dictionary = {"facts.yaml", 10};

static struct str base_name(struct str path)
{
    ptrdiff_t at = path.len;
    while (at > 0 && path.at[at - 1] != '/')
        at--;
    return str_slice(path, at, path.len);
}

static bool load_law(struct loader *l, struct str path)
{
    struct str bytes;
    if (!file_read(l->a, path, LIMIT_YAML_BYTES, &bytes, l->e))
        return false;
    struct law *law = law_read(l->a, path, bytes, l->faults);
    struct str sidecar = str_format(l->a, STR_FMT STR_FMT, STR_ARG(str_slice(path, 0, path.len - law_ending.len)),
                                    STR_ARG(sidecar_ending));
    if (law && path_exists(sidecar)) {
        if (!file_read(l->a, sidecar, LIMIT_YAML_BYTES, &bytes, l->e))
            return false;
        law_read_sidecar(l->a, law, sidecar, bytes, l->faults);
    }
    if (law) {
        *l->end = law;
        l->end = &law->next;
    }
    return true;
}

static bool load_dictionary(struct loader *l, struct str path)
{
    struct str bytes;
    if (l->have_facts)
        return fail_at(l->e, ERR_LAW, str_z(l->a, path), 0, 0, "a second dictionary of facts; keep one facts.yaml");
    if (!file_read(l->a, path, LIMIT_YAML_BYTES, &bytes, l->e))
        return false;
    l->have_facts = true;
    l->facts = facts_read(l->a, path, bytes, l->faults);
    return true;
}

static bool load_file(struct loader *l, struct str path)
{
    if (str_eq(base_name(path), dictionary))
        return load_dictionary(l, path);
    if (str_ends(path, sidecar_ending))
        return true; /* read with its law */
    return load_law(l, path);
}

static bool load_path(struct loader *l, struct str path)
{
    struct paths files;
    if (!path_is_folder(path))
        return load_file(l, path);
    if (!folder_list(l->a, path, law_ending, &files, l->e))
        return false;
    if (files.count > LIMIT_LAWS)
        return fail_at(l->e, ERR_LIMIT, str_z(l->a, path), 0, 0, "more than %d files; load a part", LIMIT_LAWS);
    for (int i = 0; i < files.count; i++)
        if (!load_file(l, files.at[i]))
            return false;
    return true;
}

bool app_laws(struct arena *a, struct str const *paths, int count, struct law_set *out, struct faults *faults,
              struct faults *missing, struct err *e)
{
    struct loader l = {.a = a, .faults = faults, .e = e};
    l.end = &l.list;
    for (int i = 0; i < count; i++)
        if (!load_path(&l, paths[i]))
            return false;
    *out = law_set_make(a, l.list, l.facts, faults, missing);
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
