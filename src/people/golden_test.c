/* SPDX-License-Identifier: EUPL-1.2 */
/* golden_test.c: files of people in tests/people/{good,bad}: what each gives stands beside it in
 * .want: the report, every fault, every cell. x.join.csv is joined to x.csv. HOORT_BLESS=1 rewrites
 * the .want files; the difference is justified in the commit.
 */
#include "people/folk_test.h"

#include <dirent.h>

static struct arena boot;

static void print_report(struct buf *out, const struct people_report *r)
{
    buf_print(out, "encoding " STR_FMT ", separator %s\n", STR_ARG(r->encoding),
              r->separator == '\t' ? "tab" : r->separator == ';' ? ";" : ",");
    buf_print(out, "rows: %lld read, %lld kept, %lld rejected, %lld opted out, %lld unmatched\n",
              (long long)r->rows_read, (long long)r->rows_kept, (long long)r->rows_rejected,
              (long long)r->rows_opted_out, (long long)r->unmatched);
    buf_print(out, "cells faulty: %lld, partners dangling: %lld\n", (long long)r->cells_faulty,
              (long long)r->partners_dangling);
    for (int i = 0; i < r->not_read_count; i++)
        buf_print(out, "not read: " STR_FMT "\n", STR_ARG(r->not_read[i]));
    for (const struct people_fault *f = r->faults; f; f = f->next)
        buf_print(out, "%d:%d: " STR_FMT "%s\n", f->line, f->column, STR_ARG(f->what),
                  f->rejected ? " [rejected]" : "");
}

static void print_table(struct arena *a, struct buf *out, const struct table *t)
{
    buf_print(out, "table: %lld rows%s%s" STR_FMT "\n", (long long)t->rows, t->synthetic ? ", synthetic" : "",
              t->label.len ? ", label: " : "", STR_ARG(t->label));
    for (int64_t i = 0; i < t->rows; i++) {
        buf_print(out, "line %d\n", t->line[i]);
        for (int k = 0; k < t->column_count; k++) {
            const struct column *c = &t->columns[k];
            buf_print(out, "  " STR_FMT ": ", STR_ARG(c->name));
            if (column_state(c, i) == CELL_PRESENT)
                print_value(a, out, t, c, i);
            else
                buf_add(out, str_of(cell_state_name(column_state(c, i))));
            buf_char(out, '\n');
        }
    }
}

static void put_error(struct buf *out, const struct err *e)
{
    buf_print(out, "error %s: %s:%d:%d: %s\n", err_name(e->code), e->file, e->line, e->column, e->text);
}

static struct str outcome(struct folk *w, struct str bytes, bool joins, struct str join)
{
    struct buf out = buf_open(w->a, 1 << 20);
    if (!folk_read(w, bytes)) {
        put_error(&out, &w->e);
        return buf_str(&out);
    }
    print_report(&out, &w->report);
    if (joins) {
        buf_add(&out, S("joined:\n"));
        if (folk_join(w, join))
            print_report(&out, &w->report);
        else
            put_error(&out, &w->e);
    }
    check_cells(&w->t);
    print_table(w->a, &out, &w->t);
    return buf_str(&out);
}

static void bless(const char *path, struct str text)
{
    FILE *f = fopen(path, "wb");
    assert_non_null(f);
    fwrite(text.at, 1, (size_t)text.len, f);
    fclose(f);
}

static void check_file(const char *folder, const char *name, int len)
{
    struct arena tmp = boot;
    char path[LIMIT_PATH], joined[LIMIT_PATH], wanted[LIMIT_PATH];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    snprintf(joined, sizeof joined, "%s/%.*s.join.csv", folder, len, name);
    snprintf(wanted, sizeof wanted, "%s/%.*s.want", folder, len, name);
    struct folk *w = folk_open(&tmp);
    struct str bytes, join = S(""), want = S("");
    assert_true(slurp(&tmp, path, &bytes));
    bool joins = slurp(&tmp, joined, &join);
    struct str got = outcome(w, bytes, joins, join);
    if (getenv("HOORT_BLESS"))
        bless(wanted, got);
    if (!slurp(&tmp, wanted, &want))
        fail_msg("%s is not there; make it with HOORT_BLESS=1", wanted);
    if (!str_eq(got, want))
        fail_msg("%s gives\n" STR_FMT "\nand not\n" STR_FMT, path, STR_ARG(got), STR_ARG(want));
}

static void check_folder(const char *folder, int files_min)
{
    struct dirent **list;
    int files = 0, count = scandir(folder, &list, NULL, alphasort);
    assert_true(count > 0);
    for (int i = 0; i < count; i++) {
        struct str name = str_of(list[i]->d_name);
        if (str_ends(name, S(".csv")) && !str_ends(name, S(".join.csv"))) {
            check_file(folder, list[i]->d_name, (int)name.len - 4);
            files++;
        }
        free(list[i]);
    }
    free(list);
    assert_true(files >= files_min);
}

static void test_good(void **s) { (void)s; check_folder("tests/people/good", 8); }
static void test_bad(void **s) { (void)s; check_folder("tests/people/bad", 25); }

int main(void)
{
    boot = arena_open(LIMIT_ARENA_REQUEST);
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_good), cmocka_unit_test(test_bad)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
