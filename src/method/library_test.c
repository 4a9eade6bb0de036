/* SPDX-License-Identifier: EUPL-1.2 */
/* library_test.c: the shipped content of the method is whole; own content lies over it; every fault is named
 * with its place. Each folder of tests/method/library is own content laid over method/, with `want`: the
 * faults, and what its `show` names. HOORT_BLESS=1 rewrites every want.
 */
#include "method/parts.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CASES "tests/method/library"

static struct arena boot;

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

struct folder { struct library_file files[LIMIT_METHOD_FILES]; int count; };

/* Files are named by the last part of their path, so that a want reads the same everywhere. */
static void add_folder(struct arena *a, struct folder *to, const char *folder, bool own)
{
    struct dirent **entries;
    int n = scandir(folder, &entries, NULL, alphasort);
    assert_true(n >= 0);
    for (int i = 0; i < n; i++) {
        struct str name = str_copy(a, str_of(entries[i]->d_name));
        free(entries[i]);
        if (!str_ends(name, S(".yaml")))
            continue;
        assert_true(to->count < LIMIT_METHOD_FILES);
        to->files[to->count++] = (struct library_file){
            .path = name, .bytes = slurp(a, str_z(a, str_format(a, "%s/" STR_FMT, folder, STR_ARG(name)))), .own = own};
    }
    free(entries);
}

static struct library read_over(struct arena *a, const char *own, struct faults *f)
{
    struct folder files = {.count = 0};
    struct library l;
    add_folder(a, &files, "method", false);
    if (own)
        add_folder(a, &files, own, true);
    library_read(a, files.files, files.count, &l, f);
    return l;
}

/* The shipped content with one own file of these bytes. */
static struct library read_with(struct arena *a, const char *name, struct str bytes, struct faults *f)
{
    struct folder files = {.count = 0};
    struct library l;
    add_folder(a, &files, "method", false);
    files.files[files.count++] = (struct library_file){.path = str_of(name), .bytes = bytes, .own = true};
    library_read(a, files.files, files.count, &l, f);
    return l;
}

/* ---- what is shipped -------------------------------------------------------------------------------- */

static void test_shipped_is_whole(void **state)
{
    (void)state;
    struct arena a = boot;
    struct faults f = faults_open(&a);
    struct library l = read_over(&a, NULL, &f);
    struct buf text = buf_open(&a, 1 << 20);
    faults_print(&f, &text);
    if (f.count)
        fail_msg(STR_FMT, STR_ARG(buf_str(&text)));
    assert_int_equal(l.dilemma_count, 16);
    assert_int_equal(l.rung_count, RUNGS);
    int heard = 0;
    for (const struct role *r = l.roles; r; r = r->next)
        heard += r->must_be_heard;
    assert_int_equal(heard, 2);
    for (const struct rung *r = l.rungs; r; r = r->next)
        assert_ptr_equal(library_rung(&l, str_format(&a, "%d", r->number)), r);
}

static bool computation_is_used(const struct library *l, struct str name)
{
    for (const struct metric *m = l->metrics; m; m = m->next)
        if (str_eq(m->computation, name))
            return true;
    return false;
}

static bool signal_is_used(const struct library *l, struct str name)
{
    for (const struct signal *s = l->signals; s; s = s->next)
        if (str_eq(s->id, name))
            return true;
    return false;
}

static bool field_is_used(const struct library *l, struct str path)
{
    for (const struct dilemma *d = l->dilemmas; d; d = d->next)
        for (const struct names *n = d->dial; n; n = n->next)
            if (str_eq(n->id, path))
                return true;
    return false;
}

/* No name stands in a list of the code that nothing in the content uses. */
static void test_every_known_name_is_used(void **state)
{
    (void)state;
    struct arena a = boot;
    struct faults f = faults_open(&a);
    struct library l = read_over(&a, NULL, &f);
#define COMPUTATION(name, doc)                \
    if (!computation_is_used(&l, S(name)))    \
        fail_msg("no metric uses %s", name);
#include "method/computations.def"
#undef COMPUTATION
#define SIGNAL(name, doc)                     \
    if (!signal_is_used(&l, S(name)))         \
        fail_msg("no tension uses %s", name);
#include "method/signals.def"
#undef SIGNAL
#define FIELD(path, kind, min, max, words)    \
    if (!field_is_used(&l, S(path)))          \
        fail_msg("no dial turns %s", path);
#define LATER(path, nl, en)                   \
    if (!field_is_used(&l, S(path)))          \
        fail_msg("no dial turns %s", path);
#include "method/fields.def"
}

/* ---- the fields are those of the policy ------------------------------------------------------------------ */

/* The member of the example policy at "contact.quiet_days"; of a list, its first item's. */
static struct json *member_at(struct json *root, struct str path)
{
    struct json *at = js_get(root, S("policy"));
    while (at && path.len) {
        if (at->kind == JS_LIST)
            at = at->first;
        at = js_get(at, str_until(path, '.', &path));
    }
    return at;
}

/* What policy_read says of the example with this value there: empty, or its message. */
static struct str said(struct arena *a, struct str path, struct json value)
{
    struct json *root;
    struct err e = {.code = ERR_NONE};
    struct policy *p;
    struct buf out = buf_open(a, 1 << 20);
    assert_true(js_read(a, S("p.json"), slurp(a, "method/policy-example.json"), &root, &e));
    struct json *at = member_at(root, path);
    if (!at)
        fail_msg("the policy has no " STR_FMT, STR_ARG(path));
    at->kind = value.kind;
    at->number = value.number;
    at->text = value.text;
    js_pretty(root, &out);
    return policy_read(a, S("p.json"), buf_str(&out), &p, &e) ? S("") : str_copy(a, str_of(e.text));
}

static struct str said_number(struct arena *a, struct str path, int64_t number)
{
    return said(a, path, (struct json){.kind = JS_INT, .number = number});
}

static void check_number(struct arena *a, struct str path, int64_t min, int64_t max)
{
    struct str between = S("must lie between");
    assert_true(str_find(said_number(a, path, min), between) < 0);
    assert_true(str_find(said_number(a, path, max), between) < 0);
    assert_true(str_find(said_number(a, path, min - 1), between) >= 0);
    assert_true(str_find(said_number(a, path, max + 1), between) >= 0);
}

/* A word is refused for what it is, and not, as timing may be, for what stands beside it. */
static bool word_is_taken(struct arena *a, struct str path, struct str value)
{
    struct str text = said(a, path, (struct json){.kind = JS_TEXT, .text = value});
    return str_find(text, S("must be \"")) < 0;
}

static void check_words(struct arena *a, struct str path, struct str words)
{
    while (words.len)
        assert_true(word_is_taken(a, path, str_until(words, '|', &words)));
    assert_false(word_is_taken(a, path, S("nonsense")));
}

static void test_fields_are_the_policys(void **state)
{
    (void)state;
    struct arena a = boot;
#define NUMBER(path, min, max, words) check_number(&a, path, min, max)
#define WORD(path, min, max, words) check_words(&a, path, S(words))
#define LIST(path, min, max, words) assert_true(str_find(said(&a, path, (struct json){.kind = JS_BOOL}), S("must be")) >= 0)
#define FIELD(path, kind, min, max, words) kind(S(path), min, max, words);
#include "method/fields.def"
}

static void test_later_fields_are_not(void **state)
{
    (void)state;
    struct arena a = boot;
    struct json *root;
    struct err e;
    assert_true(js_read(&a, S("p.json"), slurp(&a, "method/policy-example.json"), &root, &e));
#define LATER(path, nl, en)                     \
    if (member_at(root, S(path)))               \
        fail_msg("%s is in the policy now", path);
#include "method/fields.def"
}

/* ---- formulas ---------------------------------------------------------------------------------------------- */

static struct str shape_of(struct arena *a, const struct formula *f)
{
    if (f->kind == 'q')
        return f->quantity->id;
    if (f->kind == 'n')
        return rational_print(a, f->number);
    struct str left = shape_of(a, f->left), right = shape_of(a, f->right);
    return str_format(a, "(" STR_FMT "%c" STR_FMT ")", STR_ARG(left), f->kind, STR_ARG(right));
}

static void check_formula(const char *text, const char *want)
{
    struct arena a = boot;
    struct quantity y = {.id = S("y")}, x = {.id = S("x"), .next = &y};
    const char *why = NULL;
    const struct formula *f = formula_read(&a, str_of(text), &x, &why);
    struct str got = f ? shape_of(&a, f) : str_of(why);
    if (!str_eq(got, str_of(want)))
        fail_msg("%s: " STR_FMT ", should be %s", text, STR_ARG(got), want);
}

static void test_formulas(void **state)
{
    (void)state;
    check_formula("x / y", "(x/y)");
    check_formula("1000*x/y", "((1000*x)/y)");
    check_formula("x - y - x", "((x-y)-x)");
    check_formula("x - (y + 2.5) * x", "(x-((y+2.5)*x))");
    check_formula("", "needs a quantity or a number here");
    check_formula("x +", "needs a quantity or a number here");
    check_formula("(x", "has a parenthesis that does not close");
    check_formula("x y", "goes on after its end; put + - * or / between");
    check_formula("z / x", "names 'z', which is no quantity; add it to 'quantities' or correct the name");
    struct arena a = boot;
    struct buf deep = buf_open(&a, 1 << 20);
    for (int i = 0; i < 100000; i++)
        buf_char(&deep, '(');
    buf_char(&deep, 0);
    check_formula(deep.at, "has too many parentheses inside each other");
}

/* ---- own content ----------------------------------------------------------------------------------------------- */

static void test_own_entry_takes_the_place(void **state)
{
    (void)state;
    struct arena a = boot;
    struct faults f = faults_open(&a);
    struct library before = read_over(&a, NULL, &f);
    struct library l = read_with(&a, "values.yaml",
                                 S("values:\n"
                                   "  - id: privacy\n    name: {nl: Ons eigen woord, en: Our own word}\n"
                                   "    meaning: {nl: Iets van ons., en: Something of ours.}\n"
                                   "    example: {nl: Zo gaat het hier., en: This is how it goes here.}\n    from: [own]\n"
                                   "  - id: neighbours\n    name: {nl: Buren, en: Neighbours}\n"
                                   "    meaning: {nl: Buren helpen., en: Neighbours help.}\n"
                                   "    example: {nl: Een buur belt aan., en: A neighbour rings.}\n    from: [own]\n"), &f);
    const struct method_value *last = l.values, *was = before.values, *is = l.values;
    assert_int_equal(f.count, 0);
    assert_int_equal(l.value_count, before.value_count + 1);
    for (; was && !str_eq(was->id, S("privacy")); was = was->next, is = is->next)
        assert_true(str_eq(was->id, is->id));
    assert_true(str_eq(is->id, S("privacy")) && is->place.own && str_eq(is->name.en, S("Our own word")));
    while (last->next)
        last = last->next;
    assert_true(str_eq(last->id, S("neighbours")));
}

static void test_too_many_entries(void **state)
{
    (void)state;
    struct arena a = boot;
    struct faults f = faults_open(&a);
    struct buf file = buf_open(&a, LIMIT_BUF);
    buf_add(&file, S("sources:\n"));
    for (int i = 0; i < LIMIT_METHOD_ENTRIES; i++)
        buf_print(&file, "  - {id: s%d, author: a, title: t, url: 'https://example.nl'}\n", i);
    struct library l = read_with(&a, "sources.yaml", buf_str(&file), &f);
    assert_int_equal(l.source_count, LIMIT_METHOD_ENTRIES);
    assert_true(f.count > 0 && str_find(f.first->text, S("more than 1000")) >= 0);
}

/* ---- goldens ----------------------------------------------------------------------------------------------------- */

static struct str outcome(struct arena *a, const char *folder)
{
    struct faults f = faults_open(a);
    struct buf out = buf_open(a, 1 << 20);
    struct library l = read_over(a, folder, &f);
    struct str rest = slurp(a, str_z(a, str_format(a, "%s/show", folder))), near;
    faults_print(&f, &out);
    while (rest.len) {
        struct str id = str_until(rest, '\n', &rest);
        library_show(&l, id, S("nl"), &out, &near);
        library_show(&l, id, S("en"), &out, &near);
    }
    return buf_str(&out);
}

static void check_golden(struct arena *a, const char *name)
{
    const char *folder = str_z(a, str_format(a, CASES "/%s", name)), *path = str_z(a, str_format(a, "%s/want", folder));
    struct str got = outcome(a, folder);
    if (getenv("HOORT_BLESS")) {
        FILE *f = fopen(path, "wb");
        assert_non_null(f);
        fwrite(got.at, 1, (size_t)got.len, f);
        fclose(f);
    }
    struct str want = slurp(a, path);
    if (!str_eq(got, want))
        fail_msg("%s:\n" STR_FMT "should be:\n" STR_FMT, name, STR_ARG(got), STR_ARG(want));
    bool bad = str_starts(str_of(name), S("bad-"));
    assert_int_equal(bad, str_find(got, S(".yaml:")) >= 0);
}

static void test_goldens(void **state)
{
    (void)state;
    struct dirent **entries;
    int n = scandir(CASES, &entries, NULL, alphasort), cases = 0;
    assert_true(n > 0);
    for (int i = 0; i < n; i++) {
        struct arena a = boot;
        if (entries[i]->d_name[0] != '.') {
            check_golden(&a, entries[i]->d_name);
            cases++;
        }
        free(entries[i]);
    }
    free(entries);
    assert_true(cases > 5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_shipped_is_whole), cmocka_unit_test(test_every_known_name_is_used),
        cmocka_unit_test(test_fields_are_the_policys), cmocka_unit_test(test_later_fields_are_not),
        cmocka_unit_test(test_formulas), cmocka_unit_test(test_own_entry_takes_the_place),
        cmocka_unit_test(test_too_many_entries), cmocka_unit_test(test_goldens),
    };
    boot = arena_open(LIMIT_ARENA_BOOT);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
