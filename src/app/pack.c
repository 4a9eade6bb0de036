/* SPDX-License-Identifier: EUPL-1.2 */
/* pack.c: an overview of all laws: a row for each scheme and year, one for each law that they lean on. Not how it reads
 * (cli/, web/, docs/schemes.md), nor which test counts where (pack_tests.c).
 */
#include "pack.h"

int year_of(int32_t date)
{
    int year, month, day;
    date_civil(date, &year, &month, &day);
    return year;
}

bool pack_same_scheme(const struct pack_row *one, const struct pack_row *other)
{
    return one && other && one->scheme && other->scheme && str_eq(one->scheme->id, other->scheme->id);
}

struct packer {
    struct arena *a;
    const struct law_set *laws;
    int32_t on;
    struct arena scratch;            /* for plans, each forgotten after its row */
    struct pack *out;
};

static void count_law(struct pack_row *row)
{
    for (const struct article *x = row->law->articles; x; x = x->next) {
        row->articles++;
        row->with_rules += x->machine_readable;
    }
    for (const struct note *n = row->scheme ? row->scheme->unverified : NULL; n; n = n->next)
        row->unverified++;
}

/* ---- a scheme in a year ---------------------------------------------------------------------------- */

/* The law of a note "id 2025-01-01". */
static const struct law *law_of_note(const struct law_set *laws, struct str note)
{
    struct str day, id = str_until(note, ' ', &day);
    int32_t from = 0;
    bool dated = date_parse(day, &from);
    for (const struct law *law = laws->first; law; law = law->next)
        if (str_eq(law->id, id) && (dated ? law->has_valid_from && law->valid_from == from : !law->has_valid_from))
            return law;
    return NULL;
}

static void read_plan(struct packer *p, const struct plan *plan, struct pack_row *row)
{
    struct note **end = &row->reads;
    int count = 0;
    for (const struct note *n = plan->reads; n; n = n->next, count++) {
        *end = arena_new(p->a, struct note, 1);
        (*end)->text = str_copy(p->a, n->text);
        end = &(*end)->next;
    }
    row->bylaws = arena_new(p->a, const struct law *, count + 1);
    for (const struct note *n = row->reads; n; n = n->next) {
        const struct law *law = law_of_note(p->laws, n->text);
        int at = law && law->gemeente_code.len ? row->bylaw_count++ : -1;
        for (; at > 0 && str_cmp(law->gemeente_code, row->bylaws[at - 1]->gemeente_code) < 0; at--)
            row->bylaws[at] = row->bylaws[at - 1]; /* in order of place */
        if (at >= 0)
            row->bylaws[at] = law;
    }
}

static void plan_row(struct packer *p, struct pack_row *row)
{
    struct arena tmp = p->scratch;
    struct plan *plan;
    struct err e = {0};
    row->planned = plan_make(&tmp, p->laws, row->scheme->id, row->on, &plan, &e);
    if (row->planned)
        read_plan(p, plan, row);
    row->kernels = row->planned && plan->kernels;
    row->why = row->kernels ? S("") : str_copy(p->a, row->planned ? plan->why : str_of(e.text));
}

/* Whether something that counts then is new that year. */
static bool is_new(const struct packer *p, const struct pack_row *row)
{
    if (row->law->has_valid_from && year_of(row->law->valid_from) == row->year)
        return true;
    for (const struct note *n = row->reads; n; n = n->next) {
        const struct law *law = law_of_note(p->laws, n->text);
        if (law && law->has_valid_from && year_of(law->valid_from) == row->year)
            return true;
    }
    return false;
}

/* A day in the year on which the scheme is there: the day asked, the last, that on which it starts. */
static const struct scheme *scheme_in_year(const struct packer *p, struct str id, int year, int32_t *on)
{
    int32_t last;
    bool there = date_from_civil(year, 12, 31, &last);
    *on = there && year_of(p->on) == year ? p->on : last;
    const struct scheme *s = there ? law_scheme(p->laws, id, *on) : NULL;
    for (const struct law *law = p->laws->first; law && !s && there; law = law->next)
        for (int end = 0; end < 2 && !s; end++) {
            *on = end ? law->valid_to : law->valid_from;
            bool in_year = (end ? law->has_valid_to : law->has_valid_from) && year_of(*on) == year;
            s = in_year && law->scheme ? law_scheme(p->laws, id, *on) : NULL;
        }
    return s;
}

static void years_span(const struct law_set *laws, int *first, int *last)
{
    *first = INT32_MAX;
    *last = INT32_MIN;
    for (const struct law *law = laws->first; law; law = law->next) {
        int year = law->has_valid_from ? year_of(law->valid_from) : 0;
        *first = year && year < *first ? year : *first;
        *last = year && year > *last ? year : *last;
    }
}

/* By id, then year. */
static void add_scheme_row(struct pack *out, struct pack_row *row)
{
    struct pack_row **at = &out->schemes;
    while (*at && str_cmp((*at)->scheme->id, row->scheme->id) <= 0)
        at = &(*at)->next;
    row->next = *at;
    *at = row;
}

static bool is_listed(const struct pack *out, struct str id)
{
    for (const struct pack_row *row = out->schemes; row; row = row->next)
        if (str_eq(row->scheme->id, id))
            return true;
    return false;
}

/* The last day before `on` in its year on which some law ends; INT32_MIN if there is none. */
static int32_t ends_before(const struct law_set *laws, int32_t on)
{
    int32_t last = INT32_MIN;
    for (const struct law *law = laws->first; law; law = law->next)
        if (law->has_valid_to && law->valid_to < on && law->valid_to > last && year_of(law->valid_to) == year_of(on))
            last = law->valid_to;
    return last;
}

static struct pack_row *scheme_row(struct packer *p, const struct scheme *s, int year, int32_t on)
{
    struct pack_row *row = arena_new(p->a, struct pack_row, 1);
    *row = (struct pack_row){.law = s->law, .scheme = s, .year = year, .on = on, .ceiling = scheme_ceiling(s, on), .versions = 1};
    plan_row(p, row);
    count_law(row);
    return row;
}

/* What a scheme leans on may end within a year (a half-year's amounts): then the last day on which it has a plan. */
static struct pack_row *row_with_plan(struct packer *p, const struct scheme *s, int year, int32_t on)
{
    struct pack_row *first = scheme_row(p, s, year, on), *row = first;
    while (!row->planned && year != year_of(p->on) && (on = ends_before(p->laws, on)) != INT32_MIN) {
        const struct scheme *then = law_scheme(p->laws, s->id, on);
        row = then ? scheme_row(p, then, year, on) : row;
    }
    return row->planned ? row : first;
}

static void scheme_rows(struct packer *p, struct str id)
{
    int first, last;
    years_span(p->laws, &first, &last);
    for (int year = first; year <= last; year++) {
        int32_t on;
        const struct scheme *s = scheme_in_year(p, id, year, &on);
        struct pack_row *row = s ? row_with_plan(p, s, year, on) : NULL;
        if (row && is_new(p, row))
            add_scheme_row(p->out, row);
    }
    p->out->scheme_count += is_listed(p->out, id);
}

/* ---- the laws that schemes lean on ---------------------------------------------------------------------- */

/* National laws first, in rank; then by-laws by municipality. */
static bool comes_before(const struct law *one, const struct law *other)
{
    int by_place = str_cmp(one->gemeente_code, other->gemeente_code);
    if (by_place)
        return by_place < 0;
    return one->layer != other->layer ? one->layer < other->layer : str_cmp(one->id, other->id) < 0;
}

static void add_law_row(struct packer *p, const struct law *first, const struct law *newest, int versions)
{
    struct str why;
    struct arena tmp = p->scratch;
    struct pack_row *row = arena_new(p->a, struct pack_row, 1), **at = &p->out->laws;
    const struct law *law = law_in_force(p->laws, first->id, p->on, &why, &tmp);
    *row = (struct pack_row){.law = law ? law : newest, .on = p->on, .versions = versions};
    count_law(row);
    while (*at && !comes_before(row->law, (*at)->law))
        at = &(*at)->next;
    row->next = *at;
    *at = row;
    p->out->law_count++;
}

static void all_rows(struct packer *p)
{
    for (const struct law *law = p->laws->first, *after; law; law = after) {
        const struct law *newest = law;
        bool is_scheme = false;
        int versions = 0;
        for (after = law; after && str_eq(after->id, law->id); after = after->next) {
            versions++;
            newest = after;
            is_scheme |= after->scheme != NULL;
            for (const struct scheme *s = after->scheme; s; s = s->next)
                if (!is_listed(p->out, s->id))
                    scheme_rows(p, s->id);
        }
        if (!is_scheme)
            add_law_row(p, law, newest, versions);
    }
}

/* ---- where the tests lie ----------------------------------------------------------------------------------- */

/* Of a file, the folder that it is in. */
static struct str folder_of(struct str path)
{
    ptrdiff_t end = path.len;
    if (path_is_folder(path))
        return path;
    while (end > 0 && path.at[end - 1] != '/')
        end--;
    return end > 1 ? str_slice(path, 0, end - 1) : end ? S("/") : S(".");
}

static bool lies_in(struct str path, struct str folder)
{
    bool whole = path.len == folder.len || str_ends(folder, S("/")) || (path.len > folder.len && path.at[folder.len] == '/');
    return str_starts(path, folder) && whole;
}

/* Each once, and none that lies in another. */
static int folders_of(struct str const *paths, int count, struct str *out)
{
    int n = 0;
    for (int i = 0; i < count; i++) {
        struct str folder = folder_of(paths[i]);
        bool seen = false;
        for (int k = 0; k < count && !seen; k++) {
            struct str other = folder_of(paths[k]);
            seen = k != i && lies_in(folder, other) && (k < i || !str_eq(folder, other));
        }
        if (!seen)
            out[n++] = folder;
    }
    return n;
}

bool app_pack(struct arena *a, const struct law_set *laws, struct str const *paths, int count, int32_t on, bool run,
              struct pack *out, struct err *e)
{
    *out = (struct pack){.ran = run};
    struct str *folders = arena_new(a, struct str, count + 1);
    if (!law_tests(a, laws, folders, folders_of(paths, count, folders), run, &out->tests, e))
        return false;
    struct packer p = {.a = a, .laws = laws, .on = on, .scratch = arena_open(LIMIT_ARENA_SCRATCH), .out = out};
    char *start = p.scratch.at;
    all_rows(&p);
    arena_close(&p.scratch, LIMIT_ARENA_SCRATCH, start);
    pack_count_tests(a, laws, out);
    return true;
}
