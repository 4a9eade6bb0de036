/* SPDX-License-Identifier: EUPL-1.2 */
/* shipped_test.h: the shipped laws, read without the layers above, for tests of eval/ and of what
 * stands on it. Included once by a test program; not a test itself.
 */
#ifndef HOORT_EVAL_SHIPPED_TEST_H
#define HOORT_EVAL_SHIPPED_TEST_H

#include "laws_test.h"

#include <dirent.h>

static inline struct str slurp(struct arena *a, const char *path)
{
    FILE *f = fopen(path, "rb");
    assert_non_null(f);
    char *at = arena_new_raw(a, char, LIMIT_YAML_BYTES);
    size_t n = fread(at, 1, LIMIT_YAML_BYTES, f);
    fclose(f);
    return (struct str){at, (ptrdiff_t)n};
}

static inline void read_folder(struct arena *a, const char *folder, struct law **list, struct facts *facts, struct faults *f)
{
    DIR *d = opendir(folder);
    assert_non_null(d);
    for (struct dirent *at = readdir(d); at; at = readdir(d)) {
        if (at->d_name[0] == '.')
            continue;
        char *path = str_z(a, str_format(a, "%s/%s", folder, at->d_name));
        struct str name = str_of(path);
        DIR *sub = opendir(path);
        if (sub) {
            closedir(sub);
            read_folder(a, path, list, facts, f);
        } else if (str_ends(name, S("facts.yaml"))) {
            *facts = facts_read(a, name, slurp(a, path), f);
        } else if (str_ends(name, S(".yaml")) && !str_ends(name, S(".bind.yaml"))) {
            struct law *law = law_read(a, name, slurp(a, path), f);
            struct str side = str_format(a, STR_FMT ".bind.yaml", STR_ARG(str_slice(name, 0, name.len - 5)));
            FILE *there = fopen(str_z(a, side), "rb");
            if (there) {
                fclose(there);
                law_read_sidecar(a, law, side, slurp(a, str_z(a, side)), f);
            }
            law->next = *list;
            *list = law;
        }
    }
    closedir(d);
}

static inline struct law_set shipped_laws(struct arena *a)
{
    struct law *list = NULL;
    struct facts facts = {0};
    struct faults f = faults_open(a), missing = faults_open(a);
    read_folder(a, "laws", &list, &facts, &f);
    struct law_set laws = law_set_make(a, list, facts, &f, &missing);
    no_faults(*a, &f, S("laws"));
    no_faults(*a, &missing, S("laws"));
    return laws;
}

#endif
