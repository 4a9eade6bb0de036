/* SPDX-License-Identifier: EUPL-1.2 */
/* files.c: which file of a folder of laws is what, by its name, and all of them to a checked set.
 * Not the getting of bytes.
 */
#include "law/reader.h"

static const struct str law_ending = {".yaml", 5}, sidecar_ending = {".bind.yaml", 10}, dictionary = {"facts.yaml", 10};

bool law_file_is_sidecar(struct str path)
{
    return str_ends(path, sidecar_ending);
}

struct str law_file_sidecar(struct arena *a, struct str path)
{
    struct str stem = str_ends(path, law_ending) ? str_slice(path, 0, path.len - law_ending.len) : path;
    return str_format(a, STR_FMT STR_FMT, STR_ARG(stem), STR_ARG(sidecar_ending));
}

static bool is_dictionary(struct str path)
{
    return str_ends(path, dictionary) && (path.len == dictionary.len || path.at[path.len - dictionary.len - 1] == '/');
}

struct sorting {
    struct arena *a;
    const struct law_file *files;
    struct str_map at;               /* path to its place in files, plus one */
    struct facts facts;
    bool have_facts;
    struct faults *faults;
};

static const struct law_file *file_at(const struct sorting *s, struct str path)
{
    int64_t at;
    return str_map_get(&s->at, path, &at) ? &s->files[at - 1] : NULL;
}

static void read_dictionary(struct sorting *s, const struct law_file *file)
{
    if (s->have_facts)
        faults_add(s->faults, file->path, 0, 0, "a second dictionary of facts; keep one facts.yaml");
    else
        s->facts = facts_read(s->a, file->path, file->bytes, s->faults);
    s->have_facts = true;
}

static struct law *read_with_sidecar(struct sorting *s, const struct law_file *file)
{
    struct law *law = law_read(s->a, file->path, file->bytes, s->faults);
    const struct law_file *sidecar = file_at(s, law_file_sidecar(s->a, file->path));
    if (law && sidecar)
        law_read_sidecar(s->a, law, sidecar->path, sidecar->bytes, s->faults);
    return law;
}

static void check_sidecar(struct sorting *s, const struct law_file *file)
{
    struct str stem = str_slice(file->path, 0, file->path.len - sidecar_ending.len);
    if (!file_at(s, str_format(s->a, STR_FMT STR_FMT, STR_ARG(stem), STR_ARG(law_ending))))
        faults_add(s->faults, file->path, 0, 0, "stands beside no law; name it after the law's file, or bring that along");
}

struct law_set law_files_read(struct arena *a, const struct law_file *files, int count, struct faults *f, struct faults *missing)
{
    struct law *list = NULL, **end = &list;
    struct sorting s = {.a = a, .files = files, .at = str_map_open(a, count), .faults = f};
    bool found;
    for (int i = 0; i < count; i++)
        *str_map_put(&s.at, files[i].path, &found) = i + 1;
    for (int i = 0; i < count; i++) {
        if (is_dictionary(files[i].path)) {
            read_dictionary(&s, &files[i]);
        } else if (law_file_is_sidecar(files[i].path)) {
            check_sidecar(&s, &files[i]);
        } else {
            *end = read_with_sidecar(&s, &files[i]);
            end = *end ? &(*end)->next : end;
        }
    }
    return law_set_make(a, list, s.facts, f, missing);
}
