/* SPDX-License-Identifier: EUPL-1.2 */
/* pack_tests.c: which scenario and which government amount counts for which row of the pack. Not the running of them. */
#include "pack.h"

/* What a scenario or a case is about. */
struct about {
    struct str folder;               /* above scenarios/ or oracles/; empty if it stands in none */
    int year;                        /* INT32_MAX: it has no date */
    struct str outputs;              /* with commas between them */
    struct pack_count one;
    const struct oracle_case *oracle; /* NULL: a scenario */
};

static struct str folder_above(struct str path, struct str name)
{
    for (ptrdiff_t at = path.len - name.len; at >= 0; at--)
        if (str_starts(str_slice(path, at, path.len), name))
            return str_slice(path, 0, at);
    return S("");
}

static bool stands_in(const struct law *law, struct str folder)
{
    return folder.len && str_starts(law->file, folder) && law->file.len > folder.len && law->file.at[folder.len] == '/' &&
           str_find(str_slice(law->file, folder.len + 1, law->file.len), S("/")) < 0;
}

/* The law in the folder that the test stands beside: the one that the folder is named after, else the first. */
static const struct law *owner(const struct law_set *laws, struct str folder)
{
    const struct law *first = NULL;
    for (const struct law *law = laws->first; law; law = law->next) {
        if (!stands_in(law, folder))
            continue;
        if (str_ends(folder, law->id))
            return law;
        first = first ? first : law;
    }
    return first;
}

static bool asks(struct str outputs, struct str output)
{
    for (struct str rest = outputs; rest.at && output.len;)
        if (str_eq(str_trim(str_until(rest, ',', &rest)), output))
            return true;
    return false;
}

static bool asks_scheme(const struct about *t, const struct scheme *s)
{
    return asks(t->outputs, s->entitled) || asks(t->outputs, s->amount);
}

/* Of several schemes of one law: whose outcome is asked, or all when it is nobody's. */
static bool concerns(const struct about *t, const struct scheme *s)
{
    if (asks_scheme(t, s))
        return true;
    for (const struct scheme *other = s->law->scheme; other; other = other->next)
        if (asks_scheme(t, other))
            return false;
    return true;
}

/* The row of its year; what lies before the first row or after the last counts with that one. */
static bool covers(const struct pack_row *before, const struct pack_row *row, int year)
{
    bool first = !pack_same_scheme(before, row), last = !pack_same_scheme(row, row->next);
    return (first || year >= row->year) && (last || year < row->next->year);
}

static void count_add(struct pack_count *to, struct pack_count one)
{
    to->all += one.all;
    to->passed += one.passed;
    to->failed += one.failed;
    to->skipped += one.skipped;
}

static void source_add(struct arena *a, struct pack_row *row, const struct oracle_case *c)
{
    struct pack_source **at = &row->sources;
    while (*at && !str_eq((*at)->document, c->document))
        at = &(*at)->next;
    if (!*at) {
        *at = arena_new(a, struct pack_source, 1);
        (*at)->document = c->document;
        row->source_count++;
    }
    (*at)->cases++;
}

static void count_for(struct arena *a, struct pack_row *row, const struct about *t)
{
    count_add(t->oracle ? &row->oracles : &row->scenarios, t->one);
    if (!t->oracle)
        return;
    source_add(a, row, t->oracle);
    for (struct pack_source *s = row->sources; s; s = s->next)
        s->failed += t->one.failed && str_eq(s->document, t->oracle->document);
}

static void count_test(struct arena *a, const struct law_set *laws, struct pack *out, const struct about *t)
{
    const struct law *law = owner(laws, t->folder);
    bool counted = false;
    count_add(t->oracle ? &out->oracles : &out->scenarios, t->one);
    for (struct pack_row *row = out->schemes, *before = NULL; row && law; before = row, row = row->next)
        if (str_eq(row->law->id, law->id) && covers(before, row, t->year) && concerns(t, row->scheme)) {
            count_for(a, row, t);
            counted = true;
        }
    for (struct pack_row *row = out->laws; row && law && !counted; row = row->next)
        if (str_eq(row->law->id, law->id)) {
            count_for(a, row, t);
            counted = true;
        }
    if (!counted)
        count_add(&out->loose, t->one);
}

static struct about about_scenario(struct arena *a, const struct scenario_done *d, bool ran)
{
    struct about t = {.folder = folder_above(d->feature->file, S("/scenarios/")), .year = INT32_MAX};
    t.one = (struct pack_count){1, d->result.passed, ran && !d->skipped && !d->result.passed, d->skipped};
    for (const struct scenario_step *s = d->scenario->steps; s; s = s->next) {
        int32_t date;
        if (s->rule == RULE_DATE && date_parse(s->values[0], &date))
            t.year = year_of(date);
        if (s->rule == RULE_EVALUATE || s->rule == RULE_EVALUATE_MANY)
            t.outputs = t.outputs.len ? str_format(a, STR_FMT "," STR_FMT, STR_ARG(t.outputs), STR_ARG(s->values[0])) : s->values[0];
    }
    return t;
}

/* Documents over all cases, each once. */
static int documents(struct arena tmp, const struct oracle_case *c, int cases)
{
    struct str_map seen = str_map_open(&tmp, cases);
    int count = 0;
    for (bool found; c; c = c->next) {
        str_map_put(&seen, c->document, &found);
        count += !found;
    }
    return count;
}

void pack_count_tests(struct arena *a, const struct law_set *laws, struct pack *out)
{
    for (const struct oracle_case *c = out->tests.oracles.first; c; c = c->next) {
        struct about t = {.folder = folder_above(c->file, S("/oracles/")), .year = year_of(c->date), .outputs = c->output, .oracle = c};
        t.one = (struct pack_count){1, c->passed, out->ran && !c->passed, 0};
        count_test(a, laws, out, &t);
    }
    for (const struct scenario_done *d = out->tests.scenarios.first; d; d = d->next) {
        struct about t = about_scenario(a, d, out->ran);
        count_test(a, laws, out, &t);
    }
    out->source_count = documents(*a, out->tests.oracles.first, out->oracles.all + 1);
}
