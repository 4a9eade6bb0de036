/* SPDX-License-Identifier: EUPL-1.2 */
/* examples.c: <name> in the steps of an outline becomes the cell under that name. Not the reading
 * of either (gherkin.c).
 */
#include "gherkin.h"

int row_find(const struct table_row *head, struct str name)
{
    for (int i = 0; head && i < head->count; i++)
        if (str_eq(head->cells[i], name))
            return i;
    return -1;
}

/* The next <name> of a text: its name, and where it starts. */
static bool next_place(struct str text, ptrdiff_t from, ptrdiff_t *start, struct str *name)
{
    for (ptrdiff_t i = from; i < text.len; i++) {
        if (text.at[i] != '<')
            continue;
        ptrdiff_t end = i + 1;
        while (end < text.len && text.at[end] != '>' && text.at[end] != '<' && text.at[end] != ' ')
            end++;
        if (end < text.len && text.at[end] == '>' && end > i + 1) {
            *start = i;
            *name = str_slice(text, i + 1, end);
            return true;
        }
    }
    return false;
}

static void check_text(const struct filler *w, const struct examples *x, const struct scenario_step *s, struct str text,
                       bool *used)
{
    ptrdiff_t at;
    struct str name;
    for (ptrdiff_t from = 0; next_place(text, from, &at, &name); from = at + name.len + 2) {
        int i = row_find(x->rows, name);
        if (i >= 0)
            used[i] = true;
        else if (s)
            faults_add(w->f, w->file, s->line, s->column, "the examples have no column '" STR_FMT "'; add it, or mend the name",
                       STR_ARG(name));
    }
}

static void check_head(const struct filler *w, const struct examples *x, const bool *used)
{
    for (int i = 0; i < x->rows->count; i++) {
        if (row_find(x->rows, x->rows->cells[i]) < i)
            faults_add(w->f, w->file, x->rows->line, x->rows->columns[i], "a second column '" STR_FMT "'; keep one",
                       STR_ARG(x->rows->cells[i]));
        else if (!used[i])
            faults_add(w->f, w->file, x->rows->line, x->rows->columns[i], "no step uses <" STR_FMT ">; remove the column",
                       STR_ARG(x->rows->cells[i]));
    }
}

void check_examples(const struct filler *w, const struct examples *x, struct str name, const struct scenario_step *steps)
{
    bool used[LIMIT_GHERKIN_CELLS] = {false};
    if (!x->rows || !x->rows->next) {
        faults_add(w->f, w->file, x->line, x->column, "Examples without an example; add a head and a row");
        return;
    }
    check_text(w, x, NULL, name, used);
    for (const struct scenario_step *s = steps; s; s = s->next) {
        check_text(w, x, s, s->text, used);
        check_text(w, x, s, s->doc, used);
        for (const struct table_row *row = s->rows; row; row = row->next)
            for (int i = 0; i < row->count; i++)
                check_text(w, x, s, row->cells[i], used);
    }
    check_head(w, x, used);
}

static void spend(const struct filler *w, const struct table_row *row, int64_t bytes)
{
    *w->room -= bytes;
    if (*w->room >= 0)
        return;
    *w->room = 0;
    faults_add(w->f, w->file, row->line, 1, "the examples written out are more than %d bytes; split the file", LIMIT_GHERKIN_FILLED);
}

struct str fill_text(const struct filler *w, const struct examples *x, const struct table_row *row, struct str text)
{
    ptrdiff_t at, from = 0;
    struct str name;
    if (*w->room == 0 || !next_place(text, 0, &at, &name))
        return text;
    struct buf b = buf_open(w->a, *w->room);
    for (; next_place(text, from, &at, &name); from = at + name.len + 2) {
        int i = row_find(x->rows, name);
        buf_add(&b, str_slice(text, from, at));
        buf_add(&b, i >= 0 && i < row->count ? row->cells[i] : str_slice(text, at, at + name.len + 2));
    }
    buf_add(&b, str_slice(text, from, text.len));
    spend(w, row, b.over ? *w->room + 1 : b.len);
    return buf_str(&b);
}

static struct table_row *fill_rows(const struct filler *w, const struct examples *x, const struct table_row *row,
                                   const struct table_row *from)
{
    struct table_row *out = NULL, **end = &out;
    for (; from && *w->room > 0; from = from->next) {
        struct table_row *made = arena_new(w->a, struct table_row, 1);
        *made = *from;
        made->next = NULL;
        made->cells = arena_new(w->a, struct str, from->count);
        spend(w, row, from->count * (int64_t)sizeof(struct str));
        for (int i = 0; i < from->count; i++)
            made->cells[i] = fill_text(w, x, row, from->cells[i]);
        *end = made;
        end = &made->next;
    }
    return out;
}

struct scenario_step *fill_steps(const struct filler *w, const struct examples *x, const struct table_row *row,
                                 const struct scenario_step *steps)
{
    struct scenario_step *out = NULL, **end = &out;
    for (; steps && *w->room > 0; steps = steps->next) {
        struct scenario_step *made = arena_new(w->a, struct scenario_step, 1);
        *made = *steps;
        made->next = NULL;
        made->text = fill_text(w, x, row, steps->text);
        made->doc = fill_text(w, x, row, steps->doc);
        made->rows = fill_rows(w, x, row, steps->rows);
        *end = made;
        end = &made->next;
    }
    return out;
}
