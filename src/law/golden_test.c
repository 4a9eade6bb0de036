/* SPDX-License-Identifier: EUPL-1.2 */
/* golden_test.c: the law reader against folders of files: tests/law/bad with the exact
 * faults, tests/law/good without any, our own laws/, and the government's corpus where it
 * is at hand. HOORT_BLESS=1 rewrites the .want files; the diff is justified in the commit.
 *   x.yaml        a law                      x.bind.yaml   a sidecar to good/basis.yaml
 *   x.facts.yaml  a dictionary of facts      x.set/        laws together (with facts.yaml)
 */
#include "law/law.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define BAD "tests/law/bad"
#define GOOD "tests/law/good"
#define CORPUS "../shared/corpus/regelrecht/regulation"

static struct arena boot;

static bool is_folder(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

static struct str read_file(struct arena *a, const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        return (struct str){NULL, 0};
    fseek(file, 0, SEEK_END);
    long len = ftell(file);
    rewind(file);
    char *at = arena_new_raw(a, char, len + 1);
    size_t got = fread(at, 1, (size_t)len, file);
    fclose(file);
    return (struct str){at, (ptrdiff_t)got};
}

static const char *join(struct arena *a, const char *folder, const char *name)
{
    return str_z(a, str_format(a, "%s/%s", folder, name));
}

static bool ends(const char *name, const char *end)
{
    return str_ends(str_of(name), str_of(end));
}

/* The names in a folder, sorted, so that runs are alike; hidden ones left out. */
static const char **list_names(struct arena *a, const char *folder, int *count)
{
    struct dirent **entries;
    int n = scandir(folder, &entries, NULL, alphasort);
    const char **names = arena_new(a, const char *, n > 0 ? n : 0);
    *count = 0;
    for (int i = 0; i < n; i++) {
        if (entries[i]->d_name[0] != '.')
            names[(*count)++] = str_z(a, str_of(entries[i]->d_name));
        free(entries[i]);
    }
    if (n >= 0)
        free(entries);
    return names;
}

/* Every .yaml below the folder that is no scenario or oracle. */
static void list_files(struct arena *a, const char *folder, const char **paths, int *count, int max)
{
    int n;
    const char **names = list_names(a, folder, &n);
    for (int i = 0; i < n; i++) {
        const char *path = join(a, folder, names[i]);
        if (ends(path, "/scenarios") || ends(path, "/oracles"))
            continue;
        if (is_folder(path))
            list_files(a, path, paths, count, max);
        else if (ends(path, ".yaml") && *count < max)
            paths[(*count)++] = path;
    }
}

static struct str base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return str_of(slash ? slash + 1 : path);
}

/* ---- what one case says --------------------------------------------------------------------- */
static struct facts good_facts(struct arena *a, struct faults *f)
{
    return facts_read(a, S("facts.yaml"), read_file(a, GOOD "/facts.yaml"), f);
}

static void run_sidecar(struct arena *a, const char *path, struct faults *f, struct faults *missing)
{
    struct law *law = law_read(a, S("basis.yaml"), read_file(a, GOOD "/basis.yaml"), f);
    assert_non_null(law);
    law_read_sidecar(a, law, base_name(path), read_file(a, path), f);
    law_set_make(a, law, good_facts(a, f), f, missing);
}

static struct law_set run_folder(struct arena *a, const char *folder, struct faults *f, struct faults *missing)
{
    const char *paths[2000];
    int count = 0;
    struct law *list = NULL, *law = NULL;
    struct facts facts = {0};
    list_files(a, folder, paths, &count, (int)COUNT(paths));
    assert_true(count < COUNT(paths));
    for (int i = 0; i < count; i++) {
        struct str bytes = read_file(a, paths[i]), name = base_name(paths[i]);
        if (ends(paths[i], "/facts.yaml")) {
            facts = facts_read(a, name, bytes, f);
        } else if (!ends(paths[i], ".bind.yaml")) {
            const char *beside = str_z(a, str_format(a, "%.*s.bind.yaml", (int)strlen(paths[i]) - 5, paths[i]));
            law = law_read(a, str_of(paths[i] + strlen(folder) + 1), bytes, f);
            if (!law)
                continue;
            struct str sidecar = read_file(a, beside);
            if (sidecar.at)
                law_read_sidecar(a, law, str_of(beside + strlen(folder) + 1), sidecar, f);
            law->next = list;
            list = law;
        }
    }
    return law_set_make(a, list, facts, f, missing);
}

static struct str outcome(struct arena *a, const char *path)
{
    struct faults f = faults_open(a), missing = faults_open(a);
    struct buf out = buf_open(a, 1 << 20);
    if (is_folder(path))
        run_folder(a, path, &f, &missing);
    else if (ends(path, ".bind.yaml"))
        run_sidecar(a, path, &f, &missing);
    else if (ends(path, "facts.yaml"))
        facts_read(a, base_name(path), read_file(a, path), &f);
    else
        law_read(a, base_name(path), read_file(a, path), &f);
    faults_print(&f, &out);
    if (is_folder(path) && missing.count) {
        buf_add(&out, S("missing:\n"));
        faults_print(&missing, &out);
    }
    return buf_str(&out);
}

/* ---- golden files ----------------------------------------------------------------------------- */
static bool bless(void)
{
    const char *value = getenv("HOORT_BLESS");
    return value && strcmp(value, "1") == 0;
}

static void write_file(const char *path, struct str text)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(text.at ? text.at : "", 1, (size_t)text.len, file), text.len);
    assert_int_equal(fclose(file), 0);
}

static bool matches(struct arena *a, const char *want_path, struct str got)
{
    if (bless())
        write_file(want_path, got);
    struct str want = read_file(a, want_path);
    if (want.at && str_eq(want, got))
        return true;
    printf("# %s\n# --- want\n" STR_FMT "# --- got\n" STR_FMT, want_path, STR_ARG(want), STR_ARG(got));
    return false;
}

static bool bad_case(struct arena tmp, const char *path)
{
    struct str got = outcome(&tmp, path);
    if (got.len == 0)
        printf("# %s has no fault\n", path);
    return (got.len > 0) & matches(&tmp, str_z(&tmp, str_format(&tmp, "%s.want", path)), got);
}

static void test_bad_files_have_exactly_these_faults(void **s)
{
    (void)s;
    int n, cases = 0, failed = 0;
    struct arena all = boot;
    const char **names = list_names(&all, BAD, &n);
    for (int i = 0; i < n; i++) {
        struct arena tmp = all;
        const char *path = join(&tmp, BAD, names[i]);
        if (!ends(path, ".yaml") && !ends(path, ".set"))
            continue;
        cases++;
        failed += !bad_case(tmp, path);
    }
    assert_true(cases >= 25);
    assert_int_equal(failed, 0);
}

static void test_good_files_have_no_faults(void **s)
{
    (void)s;
    const char *paths[100];
    int count = 0, failed = 0;
    struct arena tmp = boot;
    list_files(&tmp, GOOD, paths, &count, (int)COUNT(paths));
    assert_true(count >= 5);
    for (int i = 0; i < count; i++) {
        struct str got = outcome(&tmp, paths[i]);
        failed += got.len > 0;
        printf(got.len ? "# " STR_FMT : "" STR_FMT, STR_ARG(got));
    }
    assert_int_equal(failed, 0);
}

static void test_a_law_in_words(void **s)
{
    (void)s;
    struct arena tmp = boot;
    struct faults f = faults_open(&tmp);
    struct law *law = law_read(&tmp, S("basis.yaml"), read_file(&tmp, GOOD "/basis.yaml"), &f);
    struct buf out = buf_open(&tmp, 1 << 20);
    law_print(law, &out);
    assert_true(matches(&tmp, GOOD "/basis.words.want", buf_str(&out)));
}

/* ---- whole folders of law ----------------------------------------------------------------------- */
static void test_our_own_laws_are_clean(void **s)
{
    (void)s;
    struct arena tmp = boot;
    if (!is_folder("laws")) {
        printf("skipped: laws/ is not here\n");
        return;
    }
    struct faults f = faults_open(&tmp), missing = faults_open(&tmp);
    struct law_set set = run_folder(&tmp, "laws", &f, &missing);
    struct buf out = buf_open(&tmp, 1 << 20);
    faults_print(&f, &out);
    faults_print(&missing, &out);
    printf(out.len ? "# " STR_FMT : "" STR_FMT, STR_ARG(buf_str(&out)));
    assert_int_equal(out.len, 0);
    assert_true(set.count > 0);
}

static void test_the_corpus_loads(void **s)
{
    (void)s;
    struct arena tmp = boot;
    if (!is_folder(CORPUS)) {
        printf("skipped: the regelrecht corpus is not beside the repository\n");
        return;
    }
    struct faults f = faults_open(&tmp), missing = faults_open(&tmp);
    struct law_set set = run_folder(&tmp, CORPUS, &f, &missing);
    struct buf out = buf_open(&tmp, 1 << 20);
    faults_print(&f, &out);
    faults_print(&missing, &out);
    printf(out.len ? "# " STR_FMT : "" STR_FMT, STR_ARG(buf_str(&out)));
    assert_int_equal(out.len, 0);
    assert_int_equal(set.count, 26);
}

int main(void)
{
    boot = arena_open(LIMIT_ARENA_BOOT);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_bad_files_have_exactly_these_faults), cmocka_unit_test(test_good_files_have_no_faults),
        cmocka_unit_test(test_a_law_in_words), cmocka_unit_test(test_our_own_laws_are_clean),
        cmocka_unit_test(test_the_corpus_loads),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
