/* SPDX-License-Identifier: EUPL-1.2 */
/* screen.c: what everybody in the room sees, large and without controls; the report afterwards; and the forms for who
 * takes part on paper. By role, never by name.
 */
#include "web/rooms.h"

struct show { struct visit *v; const struct app_session *s; const struct room *r; struct html_list *out; };

static void heading(const struct show *x, enum word w)
{
    html_list_add(x->out, page_console_heading(x->v->a, x->v->lang, word(w)));
}

/* ---- parts ---------------------------------------------------------------------------------------------------- */

static void join(const struct show *x)
{
    struct str address = join_address(x->v, x->s);
    html_list_add(x->out, page_screen_join(x->v->a, x->v->lang, x->s->stored.code, address, qr_svg(x->v, address), x->r->people_count));
}

static void values(const struct show *x)
{
    const struct html *list = room_value_list(x->v, x->r);
    if (list)
        html_list_add(x->out, page_screen_list(x->v->a, x->v->lang, list));
}

static void chairs(const struct show *x)
{
    struct html_list *l = html_list_open(x->v->a);
    for (const struct chair *c = x->r->chairs; c; c = c->next)
        if (c->text.len)
            html_list_add(l, page_screen_quote(x->v->a, x->v->lang, c->role->name, c->text));
    html_list_add(x->out, page_screen_list(x->v->a, x->v->lang, html_list_done(l)));
}

static void dissent(const struct show *x)
{
    struct html_list *l = html_list_open(x->v->a);
    for (int i = 0; i < x->r->people_count; i++)
        for (const struct held *h = x->r->people[i]->held; h; h = h->next)
            if (h->dissent.len)
                html_list_add(l, page_screen_quote(x->v->a, x->v->lang, x->r->people[i]->role->name, h->dissent));
    html_list_add(x->out, page_screen_list(x->v->a, x->v->lang, html_list_done(l)));
}

static void measures(const struct show *x)
{
    struct html_list *l = html_list_open(x->v->a);
    for (const struct names *n = x->r->measures; n; n = n->next) {
        const struct measure *m = library_measure(x->r->library, n->id);
        if (m)
            html_list_add(l, page_item(x->v->a, x->v->lang, m->name));
    }
    html_list_add(x->out, page_policy_list(x->v->a, x->v->lang, html_list_done(l)));
}

/* ---- the screen -------------------------------------------------------------------------------------------------- */

static void count(const struct show *x)
{
    html_list_add(x->out, page_screen_count(x->v->a, x->v->lang, room_answered(x->r), x->r->people_count));
}

/* In the silence of a round the dilemmas stand there without anybody's mark: nobody follows another. */
static enum word fill(const struct show *x)
{
    if (x->r->closed) {
        room_stands(x->v, x->r, x->out);
        return WORD_screen_title_done;
    }
    if (room_step_is(x->r, "welcome")) {
        join(x);
        return WORD_screen_title_join;
    }
    if (room_is_choosing(x->r)) {
        if (room_step_is(x->r, "values"))
            count(x);
        else
            values(x);
        room_stands(x->v, x->r, x->out);
        return WORD_screen_title_values;
    }
    if (room_step_is(x->r, "empty_chairs")) {
        chairs(x);
        return WORD_screen_title_chairs;
    }
    if (room_step_is(x->r, "dissent")) {
        dissent(x);
        return WORD_screen_title_dissent;
    }
    if (room_round(x->r))
        count(x);
    if (room_step_is(x->r, "measures"))
        measures(x);
    room_stands(x->v, x->r, x->out);
    return room_round(x->r) ? WORD_screen_title_silence : WORD_screen_title_stand;
}

bool page_of_screen(struct visit *v, struct reply *r, struct err *e)
{
    const struct app_session *s;
    if (!session_here(v, r, &s, e))
        return false;
    if (!s)
        return true;
    struct show x = {v, s, s->room, html_list_open(v->a)};
    struct phrase title = word(fill(&x));
    reply_page(v, r, title, S(""),
               page_screen(v->a, v->lang, title, visit_path(v, ROUTE_SESSION_EVENTS, s->stored.id, S("")), s->room->acts,
                           room_step(s->room)->name,
                           html_list_done(x.out)));
    return true;
}

/* ---- the report ---------------------------------------------------------------------------------------------------- */

static void report(const struct show *x)
{
    heading(x, WORD_report_values);
    values(x);
    room_stands(x->v, x->r, x->out);
    heading(x, WORD_report_dissent);
    dissent(x);
    heading(x, WORD_report_chairs);
    chairs(x);
    heading(x, WORD_report_measures);
    measures(x);
    if (x->r->notes.len) {
        heading(x, WORD_report_notes);
        html_list_add(x->out, page_screen_line(x->v->a, x->v->lang, (struct phrase){x->r->notes, x->r->notes}));
    }
}

bool page_of_report(struct visit *v, struct reply *r, struct err *e)
{
    const struct app_session *s;
    struct app_case c;
    struct str hash;
    bool found;
    if (!session_here(v, r, &s, e))
        return false;
    if (!s)
        return true;
    if (!app_case(v->a, v->site->app, s->stored.case_id, &c, &found, e) || !app_session_hash(v->a, v->site->app, s->stored.id, &hash, e))
        return false;
    struct show x = {v, s, s->room, html_list_open(v->a)};
    struct phrase title = word(WORD_report_title);
    report(&x);
    reply_page(v, r, title, S(""),
               page_report(v->a, v->lang, title, found ? c.record.text[CASE_TITLE] : S(""), s->stored.at_ms, s->room->people_count,
                           s->room->closed, str_slice(hash, 0, 16), html_list_done(x.out),
                           visit_path(v, ROUTE_CASE, s->stored.case_id, S(""))));
    return true;
}

/* ---- on paper ------------------------------------------------------------------------------------------------------- */

bool page_of_paper_forms(struct visit *v, struct reply *r, struct err *e)
{
    const struct app_session *s;
    if (!session_here(v, r, &s, e))
        return false;
    if (!s)
        return true;
    struct html_list *sheets = html_list_open(v->a), *values = html_list_open(v->a);
    for (const struct method_value *x = s->room->library->values; x; x = x->next)
        html_list_add(values, page_sheet_value(v->a, v->lang, x->name, x->meaning));
    for (int i = 0; i < s->room->table_count; i++) {
        const struct dilemma *d = s->room->table[i];
        struct html_list *anchors = html_list_open(v->a);
        for (int k = 0; k < ANCHORS; k++)
            html_list_add(anchors, page_sheet_anchor(v->a, v->lang, d->anchors[k].text));
        html_list_add(sheets, page_sheet_dilemma(v->a, v->lang, d->id, d->question, d->pole[0], d->pole[1], html_list_done(anchors)));
    }
    struct phrase title = word(WORD_sheet_title);
    reply_page(v, r, title, S(""),
               page_sheets(v->a, v->lang, title, room_values_max(s->room), html_list_done(values), html_list_done(sheets),
                          visit_path(v, ROUTE_CONSOLE, s->stored.id, S(""))));
    return true;
}
