/* SPDX-License-Identifier: EUPL-1.2 */
/* console.c: the facilitator's page: agenda with clock, what to read aloud, who is in, what this step needs; and the
 * acts behind its buttons. Not the screen for the room (screen.c), nor the telephones (seat.c).
 */
#include "web/rooms.h"

struct desk { struct visit *v; const struct app_session *s; const struct room *r; struct str action; };

static const struct phrase nothing;

struct str join_address(struct visit *v, const struct app_session *s)
{
    struct str base = v->site->origin.len ? v->site->origin : str_format(v->a, "http://127.0.0.1:%d", v->site->port);
    return str_format(v->a, STR_FMT STR_FMT "?code=" STR_FMT, STR_ARG(base), STR_ARG(visit_path(v, ROUTE_JOIN, S(""), S(""))),
                      STR_ARG(s->stored.code));
}

/* ---- parts ---------------------------------------------------------------------------------------------------- */

static const struct html *agenda(const struct desk *d)
{
    int place = 0;
    struct html_list *l = html_list_open(d->v->a);
    for (const struct method_step *s = d->r->format->steps; s; s = s->next, place++)
        html_list_add(l, page_console_step(d->v->a, d->v->lang, d->action, d->v->csrf, place, s->name, place == d->r->step));
    return html_list_done(l);
}

static const struct html *people(const struct desk *d)
{
    struct html_list *l = html_list_open(d->v->a);
    for (const struct role *x = d->r->library->roles; x; x = x->next) {
        int count = 0, paper = 0;
        for (int i = 0; i < d->r->people_count; i++) {
            count += d->r->people[i]->role == x;
            paper += d->r->people[i]->role == x && d->r->people[i]->paper;
        }
        if (count)
            html_list_add(l, page_console_person(d->v->a, d->v->lang, x->name, count, paper));
    }
    return d->r->people_count ? html_list_done(l) : NULL;
}

static struct phrase value_name(const struct room *r, struct str id)
{
    const struct method_value *v = id.len ? library_value(r->library, id) : NULL;
    return v ? v->name : nothing;
}

static const struct html *suggestion(const struct desk *d, const struct suggestion *s)
{
    struct html_list *l = html_list_open(d->v->a);
    for (const struct suggestion_reason *x = s->reasons; x; x = x->next)
        html_list_add(l, page_console_reason(d->v->a, d->v->lang, x->why, value_name(d->r, x->names[0]), x->one,
                                             value_name(d->r, x->names[1]), x->other));
    return page_console_suggestion(d->v->a, d->v->lang, d->action, d->v->csrf, s->dilemma->id, s->dilemma->question,
                                   s->reasons ? html_list_done(l) : NULL, room_dilemma(d->r, s->dilemma->id) != NULL);
}

static struct names *signals_of(const struct desk *d, struct err *e)
{
    struct app_case c;
    struct names *signals = NULL;
    bool found;
    if (!app_case(d->v->a, d->v->site->app, d->s->stored.case_id, &c, &found, e) || !found ||
        !app_case_signals(d->v->a, d->v->site->app, &c.record, &signals, e))
        return NULL;
    return signals;
}

static const struct html *dilemmas_panel(const struct desk *d)
{
    int count;
    struct err e;
    struct html_list *all = html_list_open(d->v->a), *l = html_list_open(d->v->a), *rest = html_list_open(d->v->a);
    struct suggestion *s = room_suggest(d->v->a, d->r, signals_of(d, &e), &count);
    const struct html *values = room_value_list(d->v, d->r);
    for (int i = 0; i < count; i++)
        html_list_add(l, suggestion(d, &s[i]));
    for (const struct dilemma *x = d->r->library->dilemmas; x; x = x->next)
        html_list_add(rest, suggestion(d, &(struct suggestion){.dilemma = x}));
    if (values) {
        html_list_add(all, page_console_heading(d->v->a, d->v->lang, word(WORD_console_values)));
        html_list_add(all, page_console_list(d->v->a, d->v->lang, values));
    }
    if (count) {
        html_list_add(all, page_console_heading(d->v->a, d->v->lang, word(WORD_console_suggested)));
        html_list_add(all, page_console_list(d->v->a, d->v->lang, html_list_done(l)));
    }
    html_list_add(all, page_console_fold(d->v->a, d->v->lang, word(WORD_console_all_dilemmas),
                                         page_console_list(d->v->a, d->v->lang, html_list_done(rest))));
    return html_list_done(all);
}

/* What this step shows and does not ask the facilitator to type in: it is replaced as people answer. */
static const struct html *panel(const struct desk *d)
{
    struct html_list *l = html_list_open(d->v->a);
    if (room_is_choosing(d->r))
        return dilemmas_panel(d);
    if (d->r->step > 0)
        room_stands(d->v, d->r, l);
    return html_list_done(l);
}

/* ---- what the facilitator types in --------------------------------------------------------------------------------- */

static void chairs(const struct desk *d, struct html_list *l)
{
    html_list_add(l, page_console_heading(d->v->a, d->v->lang, word(WORD_console_chairs)));
    for (const struct role *x = d->r->library->roles; x; x = x->next) {
        const struct chair *c = room_chair(d->r, x->id);
        bool sits = false;
        for (int i = 0; i < d->r->people_count; i++)
            sits |= d->r->people[i]->role == x;
        if ((x->must_be_heard || x->empty_chair) && !sits)
            html_list_add(l, page_console_form(d->v->a, d->v->lang, d->action, d->v->csrf, S("chair"), x->id,
                                               str_format(d->v->a, "stoel-" STR_FMT, STR_ARG(x->id)), x->name,
                                               x->must_be_heard ? word(WORD_console_chair_hint) : nothing, c ? c->text : S(""),
                                               word(WORD_console_keep), 2));
    }
}

static bool is_agreed(const struct room *r, struct str id)
{
    for (const struct names *n = r->measures; n; n = n->next)
        if (str_eq(n->id, id))
            return true;
    return false;
}

static void measures(const struct desk *d, struct html_list *l)
{
    struct html_list *items = html_list_open(d->v->a);
    for (const struct measure *m = d->r->library->measures; m; m = m->next) {
        bool on = is_agreed(d->r, m->id);
        html_list_add(items, page_console_tile(d->v->a, d->v->lang, m->name, on,
                                               page_console_button(d->v->a, d->v->lang, d->action, d->v->csrf, S("measure"), m->id, !on,
                                                                   word(on ? WORD_console_disagree : WORD_console_agree), m->name)));
    }
    html_list_add(l, page_console_heading(d->v->a, d->v->lang, word(WORD_console_measures)));
    html_list_add(l, page_console_list(d->v->a, d->v->lang, html_list_done(items)));
}

static void paper(const struct desk *d, struct html_list *l)
{
    struct html_list *who = html_list_open(d->v->a);
    bool any = false;
    html_list_add(l, page_console_heading(d->v->a, d->v->lang, word(WORD_console_paper_title)));
    html_list_add(l, page_console_paper_join(d->v->a, d->v->lang, d->action, d->v->csrf, role_options(d->v, d->r->library)));
    for (int i = 0; i < d->r->people_count; i++)
        if (d->r->people[i]->paper) {
            const struct person *p = d->r->people[i];
            struct phrase words = {str_format(d->v->a, "%d: " STR_FMT, p->number, STR_ARG(p->role->name.nl)),
                                   str_format(d->v->a, "%d: " STR_FMT, p->number, STR_ARG(p->role->name.en))};
            html_list_add(who, page_form_option(d->v->a, d->v->lang, str_format(d->v->a, "%d", p->number), words, false));
            any = true;
        }
    if (any && d->r->table_count)
        html_list_add(l, page_console_paper(d->v->a, d->v->lang, d->action, d->v->csrf, html_list_done(who), table_options(d->v, d->r)));
}

static const struct html *tools(const struct desk *d)
{
    struct html_list *l = html_list_open(d->v->a);
    struct visit *v = d->v;
    if (d->r->closed) {
        html_list_add(l, page_console_heading(v->a, v->lang, word(WORD_console_closed)));
        return html_list_done(l);
    }
    if (room_step_is(d->r, "dilemmas"))
        html_list_add(l, page_console_form(v->a, v->lang, d->action, v->csrf, S("own"), S(""), S("eigen"), word(WORD_console_own),
                                           word(WORD_console_own_hint), S(""), word(WORD_console_put), 8));
    if (room_step_is(d->r, "evidence"))
        for (int i = 0; i < d->r->table_count; i++)
            html_list_add(l, page_console_tile(v->a, v->lang, d->r->table[i]->question, room_was_shown(d->r, d->r->table[i]->id),
                                               page_console_button(v->a, v->lang, d->action, v->csrf, S("evidence"), d->r->table[i]->id, 1,
                                                                   word(WORD_room_does_show), d->r->table[i]->question)));
    if (room_step_is(d->r, "empty_chairs") || room_step_is(d->r, "close"))
        chairs(d, l);
    if (room_step_is(d->r, "measures") || room_step_is(d->r, "close"))
        measures(d, l);
    if (room_step_is(d->r, "close")) {
        html_list_add(l, page_console_heading(v->a, v->lang, word(WORD_console_close)));
        html_list_add(l, page_screen_line(v->a, v->lang, word(WORD_console_close_line)));
        html_list_add(l, page_console_button(v->a, v->lang, d->action, v->csrf, S("closed"), S(""), 1, word(WORD_console_close), nothing));
    }
    html_list_add(l, page_console_form(v->a, v->lang, d->action, v->csrf, S("note"), S(""), S("aantekeningen"), word(WORD_console_notes),
                                       word(WORD_console_notes_hint), d->r->notes, word(WORD_console_keep), 3));
    paper(d, l);
    return html_list_done(l);
}

/* ---- the page ------------------------------------------------------------------------------------------------------ */

static void show(struct visit *v, struct reply *r, const struct app_session *s, enum no no)
{
    struct desk d = {v, s, s->room, visit_path(v, ROUTE_CONSOLE_SEND, s->stored.id, S(""))};
    const struct method_step *step = room_step(s->room);
    struct str address = join_address(v, s);
    struct phrase title = word(WORD_console_title);
    struct phrase refused = phrase_join(v->a, word(WORD_console_refused), no_words(no));
    const struct html *problem = no ? page_form_refused(v->a, v->lang, refused) : NULL;
    bool asks = room_round(s->room) || room_step_is(s->room, "values");
    reply_page(v, r, title, S(""),
               page_console(v->a, v->lang, title, s->room->format->name,
                            visit_path(v, ROUTE_SESSION_EVENTS, s->stored.id, S("")), s->room->acts,
                            step->name, step->read, step->minutes, s->room->step_at_ms ? s->room->step_at_ms : s->stored.at_ms,
                            agenda(&d), s->stored.code, address, qr_svg(v, address), people(&d), s->room->people_count,
                            room_answered(s->room), asks, panel(&d), tools(&d), problem,
                            visit_path(v, ROUTE_SCREEN, s->stored.id, S("")), visit_path(v, ROUTE_REPORT, s->stored.id, S("")),
                            visit_path(v, ROUTE_PAPER, s->stored.id, S("")), visit_path(v, ROUTE_CASE, s->stored.case_id, S(""))));
}

bool page_of_console(struct visit *v, struct reply *r, struct err *e)
{
    const struct app_session *s;
    if (!session_here(v, r, &s, e))
        return false;
    if (s)
        show(v, r, s, NO_NOT);
    return true;
}

int form_int(const struct visit *v, const char *name)
{
    int64_t n = 0;
    struct str text = visit_form(v, str_of(name));
    return text.len && str_to_int64(text, &n) && n >= 0 && n <= 1000 ? (int)n : 0;
}

struct str form_text(const struct visit *v, const char *name)
{
    struct str text = visit_form(v, str_of(name));
    return text.at ? str_trim(text) : S("");
}

/* Works the figures out, keeps them by their hash, and says in the session that everybody saw them. */
static bool show_evidence(struct visit *v, const struct app_session *s, struct str dilemma, enum no *no, struct err *e)
{
    const struct dilemma *d = room_dilemma(s->room, dilemma);
    const struct html *figures;
    struct str record, hash;
    *no = d ? NO_NOT : NO_DILEMMA;
    if (!d)
        return true;
    if (!room_evidence(v, d, &figures, &record, e) ||
        !app_evidence_keep(v->a, v->site->app, s->stored.id, record, visit_actor(v), &hash, e))
        return false;
    struct act act = {.kind = ACT_SHOWN, .by_host = true, .subject = dilemma, .text = hash};
    return app_session_do(v->site->app, s, act, visit_actor(v), no, e);
}

bool console_send(struct visit *v, struct reply *r, struct err *e)
{
    const struct app_session *s;
    enum no no = NO_STEP_UNKNOWN;
    struct act act = {.by_host = true, .subject = form_text(v, "subject"), .text = form_text(v, "text"), .who = form_int(v, "who"),
                      .choice = form_int(v, "choice"), .round = form_int(v, "round"), .fence = form_text(v, "fence").len > 0};
    if (!session_here(v, r, &s, e))
        return false;
    if (!s)
        return true;
    bool figures = str_eq(form_text(v, "doe"), S("evidence"));
    if (figures && !show_evidence(v, s, act.subject, &no, e))
        return false;
    bool known = !figures && act_find(form_text(v, "doe"), &act.kind) && act.kind != ACT_SHOWN;
    if (known && act.kind == ACT_JOINED)
        act.text = S("");                /* on paper: no telephone has a key to this seat */
    if (known && !app_session_do(v->site->app, s, act, visit_actor(v), &no, e))
        return false;
    reply_touched(r, s);
    if (!no)
        reply_see_other(v, r, visit_path(v, ROUTE_CONSOLE, s->stored.id, S("")));
    else {
        r->status = 409;
        show(v, r, s, no);
    }
    return true;
}
