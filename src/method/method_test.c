/* SPDX-License-Identifier: EUPL-1.2 */
/* method_test.c: a policy is read strictly, counts only when signed, unchanged and in force, and
 * its words are the whole of it. Goldens in tests/method/{good,bad}; HOORT_BLESS=1 rewrites *.want.
 */
#include "method/method.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct arena boot;
static const struct key seed = {{1, 2, 3}}, other = {{9}};

static struct str slurp(struct arena *a, const char *path)
{
    FILE *f = fopen(path, "rb");
    if (!f)
        return (struct str){NULL, 0};
    char *at = arena_new_raw(a, char, 1 << 20);
    size_t len = fread(at, 1, 1 << 20, f);
    fclose(f);
    return (struct str){at, (ptrdiff_t)len};
}

static struct policy *read_ok(struct arena *a, struct str bytes)
{
    struct policy *p = NULL;
    struct err e;
    if (!policy_read(a, S("p.json"), bytes, &p, &e))
        fail_msg("%s", e.text);
    return p;
}

static struct str sign_ok(struct arena *a, struct str bytes, struct key with)
{
    struct str out;
    struct err e;
    if (!policy_sign(a, S("p.json"), bytes, with, S("college"), &out, &e))
        fail_msg("%s", e.text);
    return out;
}

/* `bytes` with the first `from` replaced by `to`. */
static struct str swapped(struct arena *a, struct str bytes, const char *from, const char *to)
{
    ptrdiff_t at = str_find(bytes, str_of(from));
    assert_true(at >= 0);
    struct str after = str_slice(bytes, at + (ptrdiff_t)strlen(from), bytes.len);
    struct buf out = buf_open(a, 1 << 20);
    buf_add(&out, str_slice(bytes, 0, at));
    buf_add(&out, str_of(to));
    buf_add(&out, after);
    return buf_str(&out);
}

static int32_t on(const char *iso)
{
    int32_t day;
    assert_true(date_parse(str_of(iso), &day));
    return day;
}

/* ---- goldens ------------------------------------------------------------------------------- */

static void hold(const char *path, struct str got)
{
    struct arena tmp = boot;
    if (getenv("HOORT_BLESS")) {
        FILE *f = fopen(path, "wb");
        assert_non_null(f);
        assert_int_equal(fwrite(got.at, 1, (size_t)got.len, f), got.len);
        fclose(f);
        return;
    }
    struct str want = slurp(&tmp, path);
    if (!str_eq(got, want))
        fail_msg("%s\n got: %s\nwant: %s", path, str_z(&tmp, got), str_z(&tmp, want));
}

static struct str words_of(struct arena *a, const struct policy *p, struct str lang)
{
    struct buf out = buf_open(a, 1 << 20);
    for (const struct policy_line *l = policy_words(a, p, lang); l; l = l->next) {
        buf_add(&out, l->heading ? S("\n# ") : S(""));
        buf_add(&out, l->text);
        buf_char(&out, '\n');
    }
    return buf_str(&out);
}

static struct str outcome(struct arena *a, const char *name, struct str bytes, bool want_ok)
{
    struct err e = {.code = ERR_NONE};
    struct policy *p;
    bool ok = policy_read(a, str_of(name), bytes, &p, &e);
    if (ok != want_ok)
        fail_msg("%s: %s", name, ok ? "was accepted" : e.text);
    if (!ok) {
        assert_true(str_is_utf8(str_of(e.text)));
        assert_null(strchr(e.text, '\n'));
        return str_format(a, "%s:%d:%d: %s: %s\n", e.file, e.line, e.column, err_name(e.code), e.text);
    }
    struct str nl = words_of(a, p, S("nl")), en = words_of(a, p, S("en"));
    struct buf out = buf_open(a, 1 << 20);
    buf_add(&out, p->canonical);
    buf_char(&out, '\n');
    buf_add(&out, nl);
    buf_add(&out, en);
    return buf_str(&out);
}

static int each_file(const char *folder, bool want_ok)
{
    DIR *d = opendir(folder);
    assert_non_null(d);
    int count = 0;
    for (struct dirent *f; (f = readdir(d));) {
        struct arena tmp = boot;
        if (!str_ends(str_of(f->d_name), S(".json")))
            continue;
        char *path = str_z(&tmp, str_format(&tmp, "%s/%s", folder, f->d_name));
        struct str got = outcome(&tmp, f->d_name, slurp(&tmp, path), want_ok);
        hold(str_z(&tmp, str_format(&tmp, "%.*s.want", (int)strlen(path) - 5, path)), got);
        count++;
    }
    closedir(d);
    return count;
}

static void test_good(void **s)
{
    (void)s;
    assert_true(each_file("tests/method/good", true) >= 2);
}

static void test_bad(void **s)
{
    (void)s;
    assert_true(each_file("tests/method/bad", false) >= 20);
}

/* Every single member of a good policy is needed, and nothing beside it is accepted. */
static void prune(struct json *root, struct json *at)
{
    for (struct json **link = &at->first; *link; link = &(*link)->next) {
        struct json *gone = *link;
        struct arena tmp = boot;
        struct err e;
        struct policy *p;
        if (at->kind == JS_OBJECT && !str_eq(gone->key, S("signature"))) {
            *link = gone->next;
            struct buf out = buf_open(&tmp, 1 << 20);
            js_canonical(root, &out);
            assert_false(policy_read(&tmp, S("p"), buf_str(&out), &p, &e));
            assert_true(e.code == ERR_POLICY);
            *link = gone;
        }
        prune(root, gone);
    }
}

static void test_every_member_is_needed(void **s)
{
    (void)s;
    struct arena a = boot;
    struct json *root;
    struct err e;
    assert_true(js_read(&a, S("p"), slurp(&a, "tests/method/good/small.json"), &root, &e));
    struct arena keep = boot;
    boot = a;                         /* prune's scratch lies behind the tree */
    prune(root, root);
    boot = keep;
}

/* Every character of the file counts: flipping one either is refused or makes another policy. */
static void test_every_byte_counts(void **s)
{
    (void)s;
    struct arena a = boot;
    struct str good = slurp(&a, "tests/method/good/small.json");
    struct policy *p = read_ok(&a, good), *q;
    char *bytes = str_z(&a, good);
    struct err e;
    for (ptrdiff_t i = 0; i < good.len; i++) {
        struct arena tmp = a;
        if (strchr(" \n", bytes[i]))
            continue;
        char was = bytes[i];
        bytes[i] = was == 'x' ? 'y' : 'x';
        if (policy_read(&tmp, S("p"), (struct str){bytes, good.len}, &q, &e))
            assert_false(hash_eq(p->hash, q->hash));
        bytes[i] = was;
    }
}

/* ---- signatures: INV-7 ------------------------------------------------------------------------- */

static void refused(const struct policy *p, struct public_key key, const char *day, const char *words)
{
    struct err e = {.code = ERR_NONE};
    assert_false(policy_check(p, key, on(day), &e));
    assert_int_equal(e.code, ERR_POLICY);
    if (!strstr(e.text, words))
        fail_msg("'%s' lacks '%s'", e.text, words);
}

static void accepted(const struct policy *p, const char *day)
{
    struct err e;
    if (!policy_check(p, sign_public(seed), on(day), &e))
        fail_msg("%s", e.text);
}

static void test_signed(void **s)          /* INV-7 */
{
    (void)s;
    struct arena a = boot;
    struct str bytes = slurp(&a, "tests/method/good/small.json");
    struct policy *plain = read_ok(&a, bytes), *p = read_ok(&a, sign_ok(&a, bytes, seed));
    refused(plain, sign_public(seed), "2026-06-01", "not signed");
    assert_true(p->is_signed && hash_eq(p->hash, plain->hash));
    assert_true(str_eq(p->signed_by, S("college")));
    accepted(p, "2026-01-01");
    accepted(p, "2026-12-31");
    refused(p, sign_public(seed), "2025-12-31", "not in force yet");
    refused(p, sign_public(seed), "2027-01-01", "no longer in force");
    refused(p, sign_public(other), "2026-06-01", "another key");
    refused(read_ok(&a, sign_ok(&a, bytes, other)), sign_public(seed), "2026-06-01", "another key");
}

static void test_changed(void **s)         /* INV-7 */
{
    (void)s;
    struct arena a = boot;
    struct str file = sign_ok(&a, slurp(&a, "tests/method/good/small.json"), seed);
    struct public_key key = sign_public(seed);
    refused(read_ok(&a, swapped(&a, file, "\"rung\": 3", "\"rung\": 4")), key, "2026-06-01", "changed");
    refused(read_ok(&a, swapped(&a, file, "2026-12-31", "2027-12-31")), key, "2026-06-01", "changed");
    refused(read_ok(&a, swapped(&a, file, "Artikel 1 ", "Artikel 9 ")), key, "2026-06-01", "changed");
    refused(read_ok(&a, swapped(&a, file, "\"by\": \"college\",\n    \"value\"", "\"by\": \"raad\",\n    \"value\"")),
            key, "2026-06-01", "changed");
    /* Another key's bytes in the file do not make it trusted, nor another signature. */
    char *z = str_z(&a, file), *value = strstr(z, "\"value\": \"");
    assert_non_null(value);
    value[10] = value[10] == '0' ? '1' : '0';
    refused(read_ok(&a, str_of(z)), key, "2026-06-01", "changed");
}

static void test_layout_does_not_matter(void **s)
{
    (void)s;
    struct arena a = boot;
    struct str file = sign_ok(&a, slurp(&a, "tests/method/good/small.json"), seed);
    struct json *root;
    struct err e;
    assert_true(js_read(&a, S("p"), file, &root, &e));
    struct buf out = buf_open(&a, 1 << 20);
    js_canonical(root, &out);
    accepted(read_ok(&a, buf_str(&out)), "2026-06-01");
    accepted(read_ok(&a, sign_ok(&a, file, seed)), "2026-06-01");   /* signing again replaces */
    assert_true(str_eq(sign_ok(&a, file, seed), file));
}

static void test_sign_refuses(void **s)
{
    (void)s;
    struct arena a = boot;
    struct str out;
    struct err e;
    assert_false(policy_sign(&a, S("p"), S("{}"), seed, S("college"), &out, &e));
    assert_false(policy_sign(&a, S("p"), slurp(&a, "tests/method/good/small.json"), seed, S(""), &out, &e));
    assert_false(policy_sign(&a, S("p"), slurp(&a, "tests/method/good/small.json"), seed, S("a\nb"), &out, &e));
}

/* ---- the example and the words ------------------------------------------------------------------- */

static void test_example(void **s)
{
    (void)s;
    struct arena a = boot;
    struct policy *p = read_ok(&a, slurp(&a, "method/policy-example.json"));
    assert_false(p->is_signed);
    const struct policy_scheme *scheme = p->schemes;
    assert_true(scheme && !scheme->next && scheme->rung == 3 && scheme->amount_min_cents == 12000);
    assert_true(scheme->settled_only && policy_fact_find(p, scheme->settled_fact));
    assert_ptr_equal(policy_scheme_find(p, scheme->scheme), scheme);
    assert_null(policy_scheme_find(p, S("nothing")));
    assert_null(policy_fact_find(p, S("nothing")));
    assert_int_equal(p->k_min, 5);
    assert_int_equal(p->control_per_mille, 100);
    assert_int_equal(p->sample_per_mille, 20);
}

/* What people read is the whole policy: another value of any field gives other words. */
static void test_words_are_complete(void **s)
{
    (void)s;
    struct arena a = boot;
    static const char *const changes[][2] = {
        {"\"klein\"", "\"groot\""},
        {"Klein beleid", "Groot beleid"},
        {"Gemeente Voorbeeld", "Gemeente Anders"},
        {"wijzen_op_recht", "anders"},
        {"Wij wijzen mensen", "Wij wijzen anderen"},
        {"2026-01-01", "2026-01-02"},
        {"2026-12-31", "2026-12-30"},
        {"zorgtoeslag", "anders"},
        {"\"rung\": 3", "\"rung\": 2"},
        {"12050", "12051"},
        {"\"estimated\"", "\"settled\", \"settled_fact\": \"overleden\""},
        {"\"settled_fact\": \"inkomen_definitief\"", "\"settled_fact\": \"overleden\""},
        {"Belastingdienst", "BRP"},
        {"Artikel 1", "Artikel 9"},
        {"\"max_age\": 730", "\"max_age\": 731"},
        {"\"ratio_max\": 100", "\"ratio_max\": 101"},
        {"\"treatment\": \"exclude\"", "\"treatment\": \"human\""},
        {"\"when\": \"true\"", "\"when\": \"true_or_unknown\""},
        {"\"Overleden.\"", "\"Gestorven.\""},
        {"\"per_year_max\": 2", "\"per_year_max\": 3"},
        {"\"quiet_days\": 180", "\"quiet_days\": 181"},
        {"\"k_min\": 5", "\"k_min\": 6"},
        {"\"chars\": 4", "\"chars\": 5"},
        {"\"fact\": \"postcode\",\n      \"chars\"", "\"fact\": \"overleden\",\n      \"chars\""},
        {"\"sample_per_mille\": 20", "\"sample_per_mille\": 21"},
        {"\"control_per_mille\": 100", "\"control_per_mille\": 101"},
        {"\"seed\": 7", "\"seed\": 8"},
        {"\"letters_max\": 12500", "\"letters_max\": 0"},
        {"\"selected_days\": 365", "\"selected_days\": 366"},
        {"\"not_selected_days\": 30", "\"not_selected_days\": 31"},
        {"11111", "aaaaa"},
        {"22222", "aaaaa"},
        {"33333", "aaaaa"},
        {"\"by\": \"college\"", "\"by\": \"raad\""},
        {"mandaatbesluit", "besluit"},
        {"is een voorbeeld", "is openbaar"},
    };
    struct str good = slurp(&a, "tests/method/good/small.json");
    struct policy *p = read_ok(&a, good);
    for (int i = 0; i < COUNT(changes); i++) {
        struct arena tmp = a;
        struct policy *q = read_ok(&tmp, swapped(&tmp, good, changes[i][0], changes[i][1]));
        q->hash = p->hash;            /* the printed hash would differ by itself */
        if (str_eq(words_of(&tmp, p, S("nl")), words_of(&tmp, q, S("nl"))))
            fail_msg("no Dutch word about %s", changes[i][0]);
        if (i != 18 && str_eq(words_of(&tmp, p, S("en")), words_of(&tmp, q, S("en"))))
            fail_msg("no English word about %s", changes[i][0]);
    }
}

int main(void)
{
    boot = arena_open(LIMIT_ARENA_REQUEST);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_good), cmocka_unit_test(test_bad),
        cmocka_unit_test(test_every_member_is_needed), cmocka_unit_test(test_every_byte_counts),
        cmocka_unit_test(test_signed), cmocka_unit_test(test_changed),
        cmocka_unit_test(test_layout_does_not_matter), cmocka_unit_test(test_sign_refuses),
        cmocka_unit_test(test_example), cmocka_unit_test(test_words_are_complete),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
