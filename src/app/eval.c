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
    buf_print(out, ";%d;", t->line[i]);
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
static void put_rows(const struct findings *f, const struct app_people *people, struct buf *out)
{
    const struct people_fault *fault = people->persons.faults;
    for (int64_t i = 0; i <= people->table.rows; i++) {
        int32_t line = i < people->table.rows ? people->table.line[i] : INT32_MAX;
        for (; fault && fault->line <= line; fault = fault->next) {
            if (!fault->rejected)
                continue;
            buf_add(out, f->plan->scheme);
            buf_print(out, ";%d;;unusable;;;;", fault->line);
            buf_csv(out, fault->what, ';');
            buf_char(out, '\n');
        }
        if (i == people->table.rows)
            break;
        buf_add(out, f->plan->scheme);
        put_row(f, &people->table, i, out);
    }
}

/* `rights`: of each resident, how many schemes entitle them. */
static void count(const struct findings *f, struct eval_scheme *s, uint8_t *rights)
{
    for (int64_t i = 0; i < f->rows; i++) {
        const bool entitled = f->verdict[i] == VERDICT_YES;
        s->verdicts[f->verdict[i]]++;
        rights[i] += entitled;
    }
}

static bool eval_scheme(struct arena tmp, const struct app_people *people, struct eval_scheme *s, uint8_t *rights,
                        struct progress progress, struct buf *csv, struct err *e)
{
    struct findings f = findings_open(&tmp, s->plan, people->table.rows);
    evaluate(&tmp, eval_bind(&tmp, s->plan, &people->table), &f, progress);
    put_rows(&f, people, csv);
    count(&f, s, rights);
    return !csv->over || fail(e, ERR_LIMIT, "the result is larger than %lld bytes; evaluate a part of the people, or one scheme "
                              "at a time", (long long)csv->max);
}

/* Of a scheme that no regulation fills on that day (no by-law, no amount yet) there is no outcome for anybody;
 * the others have theirs, and the reason is told. */
static bool plans_of_all(struct arena *a, const struct law_set *laws, int32_t date, const struct plan **plans, int *count,
                         struct note **without, struct err *e)
{
    for (const struct scheme *s = NULL; (s = law_next_scheme(laws, s, date));) {
        struct plan *p;
        if (*count == LIMIT_LAWS)
            return fail(e, ERR_LIMIT, "more than %d schemes; choose one", LIMIT_LAWS);
        if (plan_make(a, laws, s->id, date, &p, e)) {
            plans[(*count)++] = p;
        } else {
            *without = arena_new(a, struct note, 1);
            (*without)->text = str_format(a, STR_FMT ": %s", STR_ARG(s->id), e->text);
            without = &(*without)->next;
        }
    }
    return *count > 0 || fail(e, ERR_LAW, "no scheme is in force on that date; give another --date, or other --laws");
}

bool plans_of(struct arena *a, const struct law_set *laws, struct str scheme, int32_t date, const struct plan ***out, int *count,
              struct note **without, struct err *e)
{
    const struct plan **plans = arena_new(a, const struct plan *, scheme.len ? 1 : LIMIT_LAWS);
    struct plan *p;
    *out = plans;
    *count = 0;
    *without = NULL;
    if (!scheme.len)
        return plans_of_all(a, laws, date, plans, count, without, e);
    if (!plan_make(a, laws, scheme, date, &p, e))
        return false;
    plans[(*count)++] = p;
    return true;
}

bool app_eval(struct arena *a, const struct law_set *laws, const struct app_people *people, struct str scheme,
              int32_t date, struct progress progress, struct buf *csv, struct eval_result *out, struct err *e)
{
    const struct plan **plans;
    *out = (struct eval_result){.rows = people->table.rows};
    if (!plans_of(a, laws, scheme, date, &plans, &out->scheme_count, &out->without, e))
        return false;
    out->schemes = arena_new(a, struct eval_scheme, out->scheme_count);
    uint8_t *rights = arena_new(a, uint8_t, people->table.rows);
    buf_add(csv, S("scheme;line;who;entitled;amount_cents;amount_state;missing;unusable_because\n"));
    for (int k = 0; k < out->scheme_count; k++) {
        out->schemes[k].plan = plans[k];
        if (!eval_scheme(*a, people, &out->schemes[k], rights, progress, csv, e))
            return false;
    }
    for (int64_t i = 0; i < people->table.rows; i++)
        out->rights[rights[i] < RIGHTS_COUNTED ? rights[i] : RIGHTS_COUNTED - 1]++;
    for (const struct people_fault *fault = people->persons.faults; fault; fault = fault->next)
        out->unusable += fault->rejected;
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
