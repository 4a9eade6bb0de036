/* SPDX-License-Identifier: EUPL-1.2 */
/* law_list.c: the verb `law list`: the pack of laws as tables of text and as JSON. Not the counting (app/). */
#include "cli.h"

/* ---- tables of text ------------------------------------------------------------------------------------ */
#define COLUMNS_MAX 9

struct sheet {                       /* cells row by row; the last column is not padded */
    struct arena *a;
    int columns, wide[COLUMNS_MAX], count, room;
    struct str *cells;
};

static int letters(struct str s)
{
    int n = 0;
    for (ptrdiff_t i = 0; i < s.len; i++)
        n += ((unsigned char)s.at[i] & 0xc0) != 0x80;
    return n;
}

static struct sheet sheet_open(struct arena *a, int columns, const char *const heads[])
{
    struct sheet t = {.a = a, .columns = columns, .room = 64 * columns, .cells = arena_new(a, struct str, 64 * columns)};
    for (; t.count < columns; t.count++) {
        t.cells[t.count] = str_of(heads[t.count]);
        t.wide[t.count] = letters(t.cells[t.count]);
    }
    return t;
}

static void sheet_add(struct sheet *t, struct str cell)
{
    if (t->count == t->room) {
        struct str *more = arena_new(t->a, struct str, 2 * t->room);
        for (int i = 0; i < t->count; i++)
            more[i] = t->cells[i];
        t->cells = more;
        t->room *= 2;
    }
    int column = t->count % t->columns;
    t->wide[column] = letters(cell) > t->wide[column] ? letters(cell) : t->wide[column];
    t->cells[t->count++] = cell;
}

static void sheet_print(const struct sheet *t, struct buf *out)
{
    for (int i = 0; i < t->count; i++) {
        int column = i % t->columns;
        buf_print(out, "  " STR_FMT, STR_ARG(t->cells[i]));
        for (int n = letters(t->cells[i]); n < t->wide[column] && column < t->columns - 1; n++)
            buf_char(out, ' ');
        if (column < t->columns - 1)
            continue;
        while (out->at[out->len - 1] == ' ')
            out->len--;
        buf_char(out, '\n');
    }
}

/* ---- in words -------------------------------------------------------------------------------------------- */
struct lister { struct arena *a; const struct law_set *laws; const struct pack *pack; int32_t on; bool notes; struct buf *out; };

static struct str tested(const struct lister *l, struct pack_count n)
{
    struct str skipped = n.skipped ? str_format(l->a, ", %d skipped", n.skipped) : S("");
    if (!l->pack->ran || !n.all)
        return str_format(l->a, "%d" STR_FMT, n.all, STR_ARG(skipped));
    if (!n.failed)
        return str_format(l->a, "%d passed" STR_FMT, n.passed, STR_ARG(skipped));
    return str_format(l->a, "%d passed, %d FAILED" STR_FMT, n.passed, n.failed, STR_ARG(skipped));
}

static struct str oracles(const struct lister *l, const struct pack_row *row)
{
    if (!row->oracles.all)
        return S("0");
    return str_format(l->a, STR_FMT " (%d source%s)", STR_ARG(tested(l, row->oracles)), row->source_count,
                      row->source_count == 1 ? "" : "s");
}

static struct str from_words(const struct lister *l, const struct law *law)
{
    return law->has_valid_from ? date_print(l->a, law->valid_from) : S("always");
}

static bool new_scheme(const struct pack_row *row, const struct pack_row *before)
{
    return !before || !str_eq(before->scheme->id, row->scheme->id);
}

static void add_scheme_row(const struct lister *l, struct sheet *t, const struct pack_row *row, const struct pack_row *before)
{
    sheet_add(t, new_scheme(row, before) ? row->scheme->id : S(""));
    sheet_add(t, str_format(l->a, "%d", row->year));
    sheet_add(t, from_words(l, row->law));
    sheet_add(t, str_format(l->a, "%d of %d", row->with_rules, row->articles));
    sheet_add(t, tested(l, row->scenarios));
    sheet_add(t, oracles(l, row));
    sheet_add(t, str_format(l->a, "%d", row->unverified));
    sheet_add(t, row->ceiling ? str_format(l->a, "%d", row->ceiling->rung) : S("none: 0"));
    sheet_add(t, row->kernels ? S("yes") : row->planned ? S("no") : S("no plan"));
}

/* Municipalities with a by-law of their own, each once; and why kernels or a plan are not there. */
static void print_remarks(const struct lister *l, const struct pack_row *row)
{
    struct buf places = buf_open(l->a, LIMIT_BUF);
    int count = 0;
    for (int i = 0; i < row->bylaw_count; i++) {
        bool twice = i && str_eq(row->bylaws[i - 1]->gemeente_code, row->bylaws[i]->gemeente_code);
        count += !twice;
        if (!twice)
            buf_print(&places, " " STR_FMT, STR_ARG(row->bylaws[i]->gemeente_code));
    }
    if (count)
        buf_print(l->out, "  " STR_FMT " %d: by-laws of %d %s:" STR_FMT "\n", STR_ARG(row->scheme->id), row->year, count,
                  count == 1 ? "municipality" : "municipalities", STR_ARG(buf_str(&places)));
    int year, month, day;
    date_civil(row->on, &year, &month, &day);
    if (row->on != l->on && (month != 12 || day != 31))
        buf_print(l->out, "  " STR_FMT " %d: as it is on " STR_FMT ", the last day with all that it leans on\n", STR_ARG(row->scheme->id),
                  row->year, STR_ARG(date_print(l->a, row->on)));
    if (!row->kernels)
        buf_print(l->out, "  " STR_FMT " %d: %s: " STR_FMT "\n", STR_ARG(row->scheme->id), row->year,
                  row->planned ? "no kernels" : "no plan", STR_ARG(row->why));
}

static void print_schemes(const struct lister *l)
{
    static const char *const heads[] = {"scheme", "year", "from", "articles", "scenarios", "government amounts",
                                        "unverified", "rung", "kernels"};
    struct sheet t = sheet_open(l->a, COUNT(heads), heads);
    for (const struct pack_row *row = l->pack->schemes, *before = NULL; row; before = row, row = row->next)
        add_scheme_row(l, &t, row, before);
    buf_print(l->out, "Schemes (articles with rules; legal ceiling on " STR_FMT ", or the last day of another year)\n",
              STR_ARG(date_print(l->a, l->on)));
    sheet_print(&t, l->out);
    for (const struct pack_row *row = l->pack->schemes; row; row = row->next)
        print_remarks(l, row);
}

static struct str versions_words(const struct lister *l, struct str id)
{
    struct str all = S("");
    for (const struct law *law = l->laws->first; law; law = law->next)
        if (str_eq(law->id, id))
            all = all.len ? str_format(l->a, STR_FMT ", " STR_FMT, STR_ARG(all), STR_ARG(from_words(l, law))) : from_words(l, law);
    return all;
}

static void print_laws(const struct lister *l, bool of_places)
{
    static const char *const heads[] = {"law", "", "articles", "scenarios", "government amounts", "from"};
    struct sheet t = sheet_open(l->a, COUNT(heads), heads);
    if (of_places)
        t.cells[1] = S("of");
    for (const struct pack_row *row = l->pack->laws; row; row = row->next) {
        if ((row->law->gemeente_code.len > 0) != of_places)
            continue;
        sheet_add(&t, row->law->id);
        sheet_add(&t, of_places ? row->law->gemeente_code : str_of(law_layer_name(row->law->layer)));
        sheet_add(&t, str_format(l->a, "%d of %d", row->with_rules, row->articles));
        sheet_add(&t, tested(l, row->scenarios));
        sheet_add(&t, oracles(l, row));
        sheet_add(&t, versions_words(l, row->law->id));
    }
    if (t.count == t.columns)
        return;
    buf_add(l->out, of_places ? S("\nBy-laws of municipalities\n") : S("\nLaws that they lean on\n"));
    sheet_print(&t, l->out);
}

/* The text of one that stands with the year before too is not said again. */
static bool said_before(const struct pack_row *before, const struct pack_row *row, const struct note *n)
{
    const struct note *at = before && str_eq(before->scheme->id, row->scheme->id) ? before->scheme->unverified : NULL;
    while (at && !str_eq(at->text, n->text))
        at = at->next;
    return at != NULL;
}

static void print_unverified(const struct lister *l)
{
    buf_add(l->out, S("\nNot verified\n"));
    for (const struct pack_row *row = l->pack->schemes, *before = NULL; row; before = row, row = row->next)
        for (const struct note *n = row->scheme->unverified; n; n = n->next)
            if (!said_before(before, row, n))
                buf_print(l->out, "  " STR_FMT " %d: " STR_FMT "\n", STR_ARG(row->scheme->id), row->year, STR_ARG(n->text));
}

static void print_total(const struct lister *l)
{
    const struct pack *p = l->pack;
    buf_print(l->out, "\n%d scheme%s, %d other laws, %d law versions; %d scenarios, %d government amounts from %d sources\n",
              p->scheme_count, p->scheme_count == 1 ? "" : "s", p->law_count, l->laws->count, p->scenarios.all,
              p->oracles.all, p->source_count);
    if (p->loose.all)
        buf_print(l->out, "beside no law: %d of these tests\n", p->loose.all);
    if (p->ran)
        buf_print(l->out, "%d passed, %d failed, %d skipped\n", p->scenarios.passed + p->oracles.passed,
                  p->scenarios.failed + p->oracles.failed, p->scenarios.skipped);
}

/* ---- as JSON ------------------------------------------------------------------------------------------------ */
static void put_count(const struct lister *l, struct json *to, struct str name, struct pack_count n, const struct pack_row *row)
{
    struct json *j = js_put(l->a, to, name, js_object(l->a));
    js_put_int(l->a, j, S("all"), n.all);
    if (l->pack->ran) {
        js_put_int(l->a, j, S("passed"), n.passed);
        js_put_int(l->a, j, S("failed"), n.failed);
    }
    js_put_int(l->a, j, S("skipped"), n.skipped);
    struct json *list = row ? js_put(l->a, j, S("sources"), js_list(l->a)) : NULL;
    for (const struct pack_source *s = row ? row->sources : NULL; s; s = s->next) {
        struct json *one = js_put(l->a, list, S(""), js_object(l->a));
        js_put_text(l->a, one, S("document"), s->document);
        js_put_int(l->a, one, S("cases"), s->cases);
        if (l->pack->ran)
            js_put_int(l->a, one, S("failed"), s->failed);
    }
}

static void put_law(const struct lister *l, struct json *j, const struct pack_row *row)
{
    js_put_text(l->a, j, S("law"), row->law->id);
    js_put_text(l->a, j, S("layer"), str_of(law_layer_name(row->law->layer)));
    if (row->law->gemeente_code.len)
        js_put_text(l->a, j, S("municipality"), row->law->gemeente_code);
    js_put_text(l->a, j, S("file"), row->law->file);
    js_put_text(l->a, j, S("valid_from"), from_words(l, row->law));
    js_put_int(l->a, j, S("articles"), row->articles);
    js_put_int(l->a, j, S("articles_with_rules"), row->with_rules);
    put_count(l, j, S("scenarios"), row->scenarios, NULL);
    put_count(l, j, S("oracles"), row->oracles, row);
}

static void put_notes(const struct lister *l, struct json *to, struct str name, const struct note *n)
{
    struct json *list = js_put(l->a, to, name, js_list(l->a));
    for (; n; n = n->next)
        js_put_text(l->a, list, S(""), n->text);
}

static void put_ceiling(const struct lister *l, struct json *to, const struct ceiling *c)
{
    struct json *j = js_put(l->a, to, S("ceiling"), js_object(l->a));
    js_put_int(l->a, j, S("rung"), c ? c->rung : 0);
    if (!c)
        return;
    js_put_text(l->a, j, S("from"), date_print(l->a, c->from));
    if (c->until != INT32_MAX)
        js_put_text(l->a, j, S("until"), date_print(l->a, c->until));
    js_put_text(l->a, j, S("source"), c->source);
}

static void put_scheme_year(const struct lister *l, struct json *list, const struct pack_row *row)
{
    struct json *j = js_put(l->a, list, S(""), js_object(l->a));
    js_put_int(l->a, j, S("year"), row->year);
    js_put_text(l->a, j, S("on"), date_print(l->a, row->on));
    put_law(l, j, row);
    put_ceiling(l, j, row->ceiling);
    put_notes(l, j, S("unverified"), row->scheme->unverified);
    js_put_bool(l->a, j, S("planned"), row->planned);
    js_put_bool(l->a, j, S("kernels"), row->kernels);
    if (!row->kernels)
        js_put_text(l->a, j, S("why"), row->why);
    put_notes(l, j, S("reads"), row->reads);
    struct json *bylaws = js_put(l->a, j, S("bylaws"), js_list(l->a));
    for (int i = 0; i < row->bylaw_count; i++) {
        struct json *one = js_put(l->a, bylaws, S(""), js_object(l->a));
        js_put_text(l->a, one, S("municipality"), row->bylaws[i]->gemeente_code);
        js_put_text(l->a, one, S("law"), row->bylaws[i]->id);
    }
}

static struct json *put_scheme(const struct lister *l, struct json *list, const struct scheme *s)
{
    struct json *j = js_put(l->a, list, S(""), js_object(l->a));
    js_put_text(l->a, j, S("scheme"), s->id);
    js_put_text(l->a, j, S("name_nl"), s->name.nl);
    js_put_text(l->a, j, S("name_en"), s->name.en);
    js_put_text(l->a, j, S("executor"), s->executor);
    return js_put(l->a, j, S("years"), js_list(l->a));
}

static struct json *pack_json(const struct lister *l)
{
    const struct pack *p = l->pack;
    struct json *j = js_object(l->a), *years = NULL;
    js_put_text(l->a, j, S("on"), date_print(l->a, l->on));
    js_put_bool(l->a, j, S("ran"), p->ran);
    js_put_int(l->a, j, S("law_versions"), l->laws->count);
    put_count(l, j, S("scenarios"), p->scenarios, NULL);
    put_count(l, j, S("oracles"), p->oracles, NULL);
    js_put_int(l->a, j, S("sources"), p->source_count);
    js_put_int(l->a, j, S("beside_no_law"), p->loose.all);
    struct json *schemes = js_put(l->a, j, S("schemes"), js_list(l->a)), *laws = js_put(l->a, j, S("laws"), js_list(l->a));
    for (const struct pack_row *row = p->schemes, *before = NULL; row; before = row, row = row->next) {
        years = new_scheme(row, before) ? put_scheme(l, schemes, row->scheme) : years;
        put_scheme_year(l, years, row);
    }
    for (const struct pack_row *row = p->laws; row; row = row->next) {
        struct json *one = js_put(l->a, laws, S(""), js_object(l->a));
        put_law(l, one, row);
        js_put_int(l->a, one, S("versions"), row->versions);
    }
    put_faults(l->a, j, S("faults"), &p->tests.scenarios.faults);
    return j;
}

/* ---- the verb --------------------------------------------------------------------------------------------------- */
static bool laws_of_words(struct args *args, struct law_set *out)
{
    if (args->count) {
        struct faults faults = faults_open(args->a), missing = faults_open(args->a);
        struct err e;
        if (app_laws(args->a, args->words, args->count, out, &faults, &missing, &e))
            return print_law_faults(args, &faults);
        refused(&e);
        return false;
    }
    return load_laws(args, out);
}

static void print_pack(const struct lister *l)
{
    if (l->pack->schemes)
        print_schemes(l);
    print_laws(l, false);
    print_laws(l, true);
    if (l->notes)
        print_unverified(l);
    print_total(l);
    faults_print(&l->pack->tests.scenarios.faults, l->out);
}

int cli_law_list(struct args *args)
{
    struct law_set set;
    struct pack pack;
    struct err e;
    struct str all = shipped(args, OPT_LAWS, "laws");
    struct buf out = buf_open(args->a, 16 << 20);
    struct lister l = {args->a, &set, &pack, 0, given(args, OPT_UNVERIFIED), &out};
    if (!arg_date(args, OPT_DATE, clock_today(), &l.on))
        return 2;
    if (!laws_of_words(args, &set))
        return 1;
    if (!app_pack(args->a, &set, args->count ? args->words : &all, args->count ? args->count : 1, l.on, given(args, OPT_TEST),
                  &pack, &e))
        return refused(&e);
    if (given(args, OPT_JSON))
        js_pretty(pack_json(&l), &out);
    else
        print_pack(&l);
    int code = print_buf(&out);
    return code ? code : pack.scenarios.failed + pack.oracles.failed + pack.tests.scenarios.faults.count > 0;
}
