/* SPDX-License-Identifier: EUPL-1.2 */
/* oracle.c: cases with a known answer, run through the same plan as residents: amounts that the
 * government published (oracles/ beside a law), and single cases by hand. Both become a small file
 * of people (case.c). Not scenarios in sentences (scenarios.c).
 *
 * An oracle file: `#` comments with the sources, then comma-separated columns without quotes:
 * id, date, output, expected, match, facts of the applicant, partner (ja, nee or empty =
 * unknown; by whichever law), partner.<fact>…, kind1.<fact>…, kind2.<fact>…, source. Amounts in eurocents.
 *
 * kindN: the N-th of the applicant's list of which one is called `kind` (`each` in the dictionary of facts). Who
 * has a cell in kindN.… is in the list, and what is empty of them is unknown; who has none is not there. Nobody
 * there: it is known that there is nobody, unless a column by the list's own name says otherwise (`kinderen`,
 * empty = unknown).
 */
#include "case.h"

struct cells { struct str at[CASE_FACTS_MAX]; int count; };

static struct cells split(struct str line)
{
    struct cells c = {.count = 0};
    struct str rest = line;
    do {
        if (c.count == CASE_FACTS_MAX)
            break;
        c.at[c.count++] = str_trim(str_until(rest, ',', &rest));
    } while (rest.at);
    return c;
}

/* ---- one case by hand -------------------------------------------------------------------------------------- */

static bool read_params(const struct facts *facts, struct str const *params, int count, struct person_case *out, struct err *e)
{
    *out = (struct person_case){.partner = PARTNER_NO};
    for (int i = 0; i < count; i++) {
        struct str value, name = str_until(params[i], '=', &value);
        if (i == CASE_FACTS_MAX || !name.len || !value.at)
            return fail(e, ERR_USAGE, "at most %d facts, each as name=value (name= is unknown, name=geen is none)", CASE_FACTS_MAX);
        if (str_starts(name, S("partner.")))
            out->partner = PARTNER_YES;
        if (!case_add(out, facts, name, value, e))
            return false;
    }
    return true;
}

bool case_table(struct arena *a, const struct law_set *laws, struct str const *params, int count, int32_t date,
                struct table *out, struct err *e)
{
    struct person_case person;
    return read_params(&laws->facts, params, count, &person, e) && table_of_case(a, laws, &person, false, date, out, e);
}

bool app_law_run(struct arena *a, const struct law_set *laws, const struct law_case *c, struct answer *out,
                 const struct plan **plan, struct err *e)
{
    struct table *t = arena_new(a, struct table, 1);
    struct person_case person;
    struct plan *p;
    if (!read_params(&laws->facts, c->facts, c->fact_count, &person, e) || !plan_output(a, laws, c->law, c->output, c->date, &p, e) ||
        !table_of_case(a, laws, &person, false, c->date, t, e))
        return false;
    *plan = p;
    *out = eval_output(a, eval_bind(a, p, t), 0, true);
    return true;
}

/* ---- government amounts ---------------------------------------------------------------------------------------- */

struct oracle {
    struct arena *a;
    const struct law_set *laws;
    bool run;                        /* or only read */
    struct str file, law;
    const struct cited *sources;
    struct cells head;
    struct oracle_report *report;
    struct oracle_case **end;
    struct err *e;
};

static bool at_line(struct oracle *o, int line, const char *text)
{
    return fail_at(o->e, ERR_CSV, str_z(o->a, o->file), line, 1, "%s", text);
}

static int column(const struct oracle *o, struct str name)
{
    for (int i = 0; i < o->head.count; i++)
        if (str_eq(o->head.at[i], name))
            return i;
    return -1;
}

/* How a published figure compares with the law's amount; the file says why. month_euro_down: a twelfth of the law's
 * amount of a year, down to whole euros. euro_down: the law's amount, down to whole euros. cent_round: it, to a whole
 * cent. exact: as it stands. */
static bool matches(struct arena *a, struct str rule, const struct answer *got, struct str expected, struct str *shown)
{
    *shown = got->state == CELL_PRESENT ? got->value : str_of(cell_state_name(got->state));
    struct rational r = got->number;
    if (got->state != CELL_PRESENT || got->type != REG_NUMBER)
        return str_eq(*shown, expected);
    bool ok = true;
    if (str_eq(rule, S("month_euro_down")))
        ok = rational_divide(r, rational_of(12), &r) && rational_round(r, -2, ROUND_DOWN, &r);
    else if (str_eq(rule, S("euro_down")))
        ok = rational_round(r, -2, ROUND_DOWN, &r);
    else if (str_eq(rule, S("cent_round")))
        ok = rational_round(r, 0, ROUND_HALF_AWAY, &r);
    else
        ok = str_eq(rule, S("exact"));
    *shown = rational_print(a, r);
    return ok && str_eq(*shown, expected);
}

static bool read_facts(const struct oracle *o, const struct cells *row, struct person_case *out)
{
    *out = (struct person_case){.partner = PARTNER_UNKNOWN};
    for (int i = column(o, S("match")) + 1; i < column(o, S("source")); i++) {
        struct str name = o->head.at[i], value = row->at[i];
        if (str_eq(name, S("partner")))
            out->partner = str_eq(value, S("ja")) ? PARTNER_YES : str_eq(value, S("nee")) ? PARTNER_NO : PARTNER_UNKNOWN;
        else if ((value.len || !case_is_of_list(&o->laws->facts, name)) && !case_add(out, &o->laws->facts, name, value, o->e))
            return false;
    }
    return true;
}

static bool run_case(struct oracle *o, const struct cells *row, struct oracle_case *c)
{
    struct arena tmp = *o->a; /* a case's table and plan are forgotten; what is kept is copied */
    int64_t start = clock_steady_ns();
    struct person_case person;
    struct table t;
    struct plan *plan;
    if (!read_facts(o, row, &person) || !table_of_case(&tmp, o->laws, &person, true, c->date, &t, o->e) ||
        !plan_output(&tmp, o->laws, o->law, c->output, c->date, &plan, o->e)) {
        char why[LIMIT_ERR_TEXT];
        struct str text = str_copy(&tmp, str_of(o->e->text));
        for (ptrdiff_t i = 0; i <= text.len; i++)
            why[i] = i < text.len ? text.at[i] : 0;
        return at_line(o, c->line, why);
    }
    struct answer got = eval_output(&tmp, eval_bind(&tmp, plan, &t), 0, false);
    struct str shown;
    c->took_ns = clock_steady_ns() - start;
    c->passed = matches(&tmp, row->at[column(o, S("match"))], &got, c->expected, &shown);
    char kept[128];
    ptrdiff_t len = shown.len < (ptrdiff_t)sizeof kept ? shown.len : (ptrdiff_t)sizeof kept;
    for (ptrdiff_t i = 0; i < len; i++)
        kept[i] = shown.at[i];
    c->got = str_copy(o->a, (struct str){kept, len}); /* from here on `tmp` is overwritten */
    o->report->passed += c->passed;
    o->report->failed += !c->passed;
    return true;
}

static bool add_case(struct oracle *o, const struct cells *row, int line)
{
    struct oracle_case *c = arena_new(o->a, struct oracle_case, 1);
    *c = (struct oracle_case){.file = o->file, .line = line, .id = row->at[column(o, S("id"))],
                              .output = row->at[column(o, S("output"))], .source = row->at[column(o, S("source"))],
                              .expected = row->at[column(o, S("expected"))]};
    c->document = source_words(o->sources, c->source);
    if (!date_parse(row->at[column(o, S("date"))], &c->date))
        return at_line(o, line, "the date is not YYYY-MM-DD");
    *o->end = c;
    o->end = &c->next;
    return !o->run || run_case(o, row, c);
}

static bool check_head(struct oracle *o, int line)
{
    static const struct str needed[] = {{"id", 2}, {"date", 4}, {"output", 6}, {"expected", 8}, {"match", 5}, {"source", 6}};
    for (int i = 0; i < COUNT(needed); i++)
        if (column(o, needed[i]) < 0)
            return at_line(o, line, "the head needs the columns id, date, output, expected, match, … , source");
    return true;
}

static bool run_file(struct oracle *o)
{
    struct str bytes, rest;
    if (!file_read(o->a, o->file, LIMIT_YAML_BYTES, &bytes, o->e))
        return false;
    o->head.count = 0;
    o->sources = sources_read(o->a, bytes);
    int line = 0;
    for (rest = bytes; rest.at && rest.len;) {
        struct str text = str_trim(str_until(rest, '\n', &rest));
        line++;
        if (!text.len || text.at[0] == '#')
            continue;
        if (str_find(text, S("\"")) >= 0)
            return at_line(o, line, "a quote; oracle files are plain, without quotes");
        struct cells row = split(text);
        if (!o->head.count) {
            o->head = row;
            if (!check_head(o, line))
                return false;
        } else if (row.count != o->head.count) {
            return at_line(o, line, "not as many cells as the head has columns");
        } else if (!add_case(o, &row, line)) {
            return false;
        }
    }
    return o->head.count > 0 || at_line(o, line, "the file is empty; add cases or remove it");
}

/* laws/nl/wet/<law>/oracles/2025.csv: the folder above is the law's id. */
static struct str law_of_path(struct str path)
{
    ptrdiff_t at = str_find(path, S("/oracles/"));
    struct str before = at < 0 ? path : str_slice(path, 0, at);
    ptrdiff_t from = before.len;
    while (from > 0 && before.at[from - 1] != '/')
        from--;
    return str_slice(before, from, before.len);
}

static bool run_path(struct oracle *o, struct str path)
{
    struct paths files = {&path, 1};
    if (path_is_folder(path) && !folder_list(o->a, path, S(".csv"), &files, o->e))
        return false;
    for (int i = 0; i < files.count; i++) {
        if (str_find(files.at[i], S("/oracles/")) < 0)
            continue;
        o->file = files.at[i];
        o->law = law_of_path(o->file);
        o->report->files++;
        if (!run_file(o))
            return false;
    }
    return true;
}

bool law_tests(struct arena *a, const struct law_set *laws, struct str const *paths, int count, bool run,
               struct law_tests *out, struct err *e)
{
    *out = (struct law_tests){0};
    struct oracle o = {.a = a, .laws = laws, .run = run, .report = &out->oracles, .end = &out->oracles.first, .e = e};
    for (int i = 0; i < count; i++)
        if (!run_path(&o, paths[i]))
            return false;
    return run_scenarios(a, laws, paths, count, run, &out->scenarios, e);
}

bool app_law_test(struct arena *a, const struct law_set *laws, struct str const *paths, int count,
                  struct law_tests *out, struct err *e)
{
    if (!law_tests(a, laws, paths, count, true, out, e))
        return false;
    return out->oracles.files + out->scenarios.files > 0 ||
           fail(e, ERR_FILE, "no oracles/*.csv and no *.feature under the paths given; nothing was tested");
}
