/* SPDX-License-Identifier: EUPL-1.2 */
/* eval.c: whom the laws entitle, as a CSV, and why, for one resident. Not under the gate: nothing
 * of this may reach a resident; that is run.c.
 */
#include "workspace.h"

static void put_missing(const struct plan *p, uint64_t missing, struct buf *out)
{
    bool first = true;
    for (int i = 0; i < p->fact_count && i < 64; i++) {
        if (!(missing >> i & 1))
            continue;
        if (!first)
            buf_char(out, ' ');
        first = false;
        /* Whose fact: "partner.verzamelinkomen". */
        for (int path = p->facts[i].path; path > 0; path = p->paths[path].parent)
            buf_print(out, STR_FMT ".", STR_ARG(p->paths[path].relation->name));
        buf_add(out, p->facts[i].fact->name);
    }
}

static void put_row(const struct findings *f, const struct table *t, int64_t i, struct buf *out)
{
    static const char hex[] = "0123456789abcdef";
    buf_print(out, "%d;", t->line[i]);
    for (int k = 0; k < (int)sizeof t->who[i].at; k++) {
        buf_char(out, hex[t->who[i].at[k] >> 4]);
        buf_char(out, hex[t->who[i].at[k] & 15]);
    }
    buf_print(out, ";%s;", verdict_name((enum verdict)f->verdict[i]));
    if (f->amount_state[i] == CELL_PRESENT)
        buf_print(out, "%lld", (long long)f->amount_cents[i]);
    buf_print(out, ";%s;", cell_state_name((enum cell_state)f->amount_state[i]));
    put_missing(f->plan, f->missing[i], out);
    buf_add(out, S(";\n"));
}

/* Rows of the table and rows that were rejected, by line in the file of people. */
static void put_rows(const struct findings *f, const struct app_people *people, struct buf *out, struct eval_result *r)
{
    const struct people_fault *fault = people->persons.faults;
    for (int64_t i = 0; i <= people->table.rows; i++) {
        int32_t line = i < people->table.rows ? people->table.line[i] : INT32_MAX;
        for (; fault && fault->line <= line; fault = fault->next) {
            if (!fault->rejected)
                continue;
            buf_print(out, "%d;;unusable;;;;", fault->line);
            buf_csv(out, fault->what, ';');
            buf_char(out, '\n');
            r->unusable++;
        }
        if (i == people->table.rows)
            break;
        put_row(f, &people->table, i, out);
        r->verdicts[f->verdict[i]]++;
        r->rows++;
    }
}

bool app_eval(struct arena *a, const struct law_set *laws, const struct app_people *people, struct str scheme,
              int32_t date, struct progress progress, struct buf *csv, struct eval_result *out, struct err *e)
{
    struct plan *plan;
    *out = (struct eval_result){0};
    if (!plan_make(a, laws, scheme, date, &plan, e))
        return false;
    out->plan = plan;
    struct findings f = findings_open(a, plan, people->table.rows);
    evaluate(a, eval_bind(a, plan, &people->table), &f, progress);
    buf_add(csv, S("line;who;entitled;amount_cents;amount_state;missing;unusable_because\n"));
    put_rows(&f, people, csv, out);
    if (csv->over)
        return fail(e, ERR_LIMIT, "the result is larger than %lld bytes; evaluate a part of the people",
                    (long long)csv->max);
    return true;
}

bool people_row(const struct app_people *people, const struct people_files *files, struct str who, int64_t *row,
                struct err *e)
{
    struct pseudonym p;
    if (who.len == 9 && files->test_data)
        p = pseudonym_of((struct key){{0}}, S("rehearsal"), who);
    else if (!hex_parse(who, p.at, sizeof p.at))
        return fail(e, ERR_USAGE, "name a resident by pseudonym (32 hex digits), or by BSN with --test-data");
    *row = table_row_of(&people->table, p);
    return *row >= 0 || fail(e, ERR_FACTS, "nobody in the file has that pseudonym or BSN; hoort eval lists them");
}

bool app_explain(struct arena *a, const struct law_set *laws, const struct app_people *people,
                 const struct people_files *files, struct str who, struct str scheme, int32_t date,
                 struct why *out, struct err *e)
{
    int64_t row = -1;
    struct plan *p;
    if (!people_row(people, files, who, &row, e) || !plan_make(a, laws, scheme, date, &p, e))
        return false;
    const struct binding_set *b = eval_bind(a, p, &people->table);
    *out = (struct why){.plan = p, .explanation = eval_explain(a, b, row)};
    out->outlook = outlook_of(a, b, row, &out->explanation.result);
    return true;
}
