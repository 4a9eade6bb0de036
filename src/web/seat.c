/* SPDX-License-Identifier: EUPL-1.2 */
/* seat.c: a participant: joining with a code, and on the telephone one question at a time. No account, no name: a key
 * in a cookie says which seat. What is sent twice is kept once; what comes too late is refused with the reason.
 */
#include "web/rooms.h"

struct seat { struct visit *v; const struct app_session *s; const struct room *r; struct person *p; struct str action; };

enum { SEAT_SECONDS = 24 * 3600 };

/* ---- joining ------------------------------------------------------------------------------------------------- */

static bool show_join(struct visit *v, struct reply *r, struct str code, struct phrase problem, struct err *e)
{
    struct shelf s;
    struct phrase title = word(WORD_join_title);
    if (!shelf_open_whole(v, &s, e))
        return false;
    reply_page(v, r, title, S(""),
               page_join(v->a, v->lang, title, visit_path(v, ROUTE_JOIN_SEND, S(""), S("")), v->csrf, code, role_options(v, s.l),
                         problem.nl.len ? page_form_refused(v->a, v->lang, problem) : NULL));
    return true;
}

bool page_of_join(struct visit *v, struct reply *r, struct err *e)
{
    struct str code = visit_field(v, S("code"));
    return show_join(v, r, code.at ? code : S(""), (struct phrase){{NULL, 0}, {NULL, 0}}, e);
}

static struct str small_letters(struct arena *a, struct str s)
{
    char *at = str_z(a, s);
    for (char *c = at; *c; c++)
        *c = *c >= 'A' && *c <= 'Z' ? (char)(*c + 32) : *c;
    return str_of(at);
}

bool join_send(struct visit *v, struct reply *r, struct err *e)
{
    const struct app_session *s;
    struct str code = small_letters(v->a, form_text(v, "code")), key;
    enum no no;
    if (!app_session_of_code(v->site->app, code.len ? code : S("-"), &s, e))
        return false;
    if (!s) {
        r->status = 404;
        return show_join(v, r, code, word(WORD_join_wrong), e);
    }
    struct str there = visit_path(v, ROUTE_SEAT, s->stored.id, S(""));
    if (app_seat(*v->a, s, v->participant)) {    /* sits there already: a second seat would count twice */
        reply_see_other(v, r, there);
        return true;
    }
    if (!app_session_join(v->a, v->site->app, s, form_text(v, "rol"), &key, &no, e))
        return false;
    if (no) {
        r->status = 409;
        return show_join(v, r, code, no_words(no), e);
    }
    reply_touched(r, s);
    reply_cookie(v, r, S("hoort_plek"), key, SEAT_SECONDS);
    reply_see_other(v, r, there);
    return true;
}

/* ---- what a seat shows ----------------------------------------------------------------------------------------- */

static bool picked(const struct person *p, struct str id)
{
    for (const struct names *n = p->values; n; n = n->next)
        if (str_eq(n->id, id))
            return true;
    return false;
}

static const struct html *saved(struct visit *v, enum word w)
{
    return page_seat_saved(v->a, v->lang, word(w));
}

static const struct html *values(const struct seat *s)
{
    struct visit *v = s->v;
    struct html_list *items = html_list_open(v->a);
    for (const struct method_value *x = s->r->library->values; x; x = x->next)
        html_list_add(items, page_seat_value(v->a, v->lang, x->id, x->name, x->meaning, picked(s->p, x->id)));
    return page_seat_values(v->a, v->lang, s->action, v->csrf, room_values_max(s->r), html_list_done(items), s->p->reason,
                            s->p->value_count ? saved(v, WORD_seat_saved) : NULL);
}

static struct str dilemma_path(const struct seat *s, struct str id)
{
    return str_format(s->v->a, STR_FMT "?dilemma=" STR_FMT, STR_ARG(visit_path(s->v, ROUTE_SEAT, s->s->stored.id, S(""))), STR_ARG(id));
}

/* The one that was asked for, else the first without an answer, else the first. */
static int which(const struct seat *s, int round)
{
    struct str asked = visit_field(s->v, S("dilemma"));
    for (int i = 0; i < s->r->table_count && asked.len; i++)
        if (str_eq(s->r->table[i]->id, asked))
            return i;
    for (int i = 0; i < s->r->table_count; i++)
        if (!person_position(s->p, s->r->table[i]->id, round)->anchor)
            return i;
    return 0;
}

static const struct html *other_dilemmas(const struct seat *s, int round, int here)
{
    struct html_list *items = html_list_open(s->v->a);
    for (int i = 0; i < s->r->table_count; i++)
        if (i != here)
            html_list_add(items, page_seat_link(s->v->a, s->v->lang, dilemma_path(s, s->r->table[i]->id), s->r->table[i]->question,
                                                person_position(s->p, s->r->table[i]->id, round)->anchor > 0));
    return s->r->table_count > 1 ? page_seat_links(s->v->a, s->v->lang, html_list_done(items)) : NULL;
}

static bool all_done(const struct seat *s, int round)
{
    for (int i = 0; i < s->r->table_count; i++)
        if (!person_position(s->p, s->r->table[i]->id, round)->anchor)
            return false;
    return true;
}

static const struct html *position(const struct seat *s, int round)
{
    struct visit *v = s->v;
    int here = which(s, round);
    const struct dilemma *d = s->r->table[here];
    const struct position *now = person_position(s->p, d->id, round);
    struct html_list *anchors = html_list_open(v->a);
    for (int i = 0; i < ANCHORS; i++)
        html_list_add(anchors, page_seat_anchor(v->a, v->lang, i + 1, d->anchors[i].text, now->anchor == i + 1));
    const struct html *kept = all_done(s, round) ? saved(v, WORD_seat_all_saved) : now->anchor ? saved(v, WORD_seat_saved) : NULL;
    return page_seat_position(v->a, v->lang, s->action, v->csrf, d->id, round, here + 1, s->r->table_count, d->question, d->pole[0],
                              d->pole[1], html_list_done(anchors), now->fence, now->why, kept, other_dilemmas(s, round, here));
}

static const struct html *say(const struct seat *s, const char *act, bool anchors, enum word label)
{
    return page_seat_say(s->v->a, s->v->lang, s->action, s->v->csrf, str_of(act), table_options(s->v, s->r), anchors, word(label),
                         visit_field(s->v, S("bewaard")).len ? saved(s->v, WORD_seat_saved) : NULL);
}

static const struct html *content(const struct seat *s)
{
    int round = room_round(s->r);
    if (s->r->closed)
        return page_screen_line(s->v->a, s->v->lang, word(WORD_seat_closed));
    if (room_step_is(s->r, "values"))
        return values(s);
    if (round && s->r->table_count)
        return position(s, round);
    if (s->r->table_count && (room_step_is(s->r, "reveal") || room_step_is(s->r, "arguments") || room_step_is(s->r, "evidence")))
        return say(s, "argument", true, WORD_seat_argument);
    if (s->r->table_count && (room_step_is(s->r, "dissent") || room_step_is(s->r, "close")))
        return say(s, "dissent", false, WORD_seat_dissent);
    return page_seat_wait(s->v->a, s->v->lang, room_step(s->r)->name);
}

static void show(const struct seat *s, struct reply *r, enum no no)
{
    struct visit *v = s->v;
    const struct role *role = s->p->role;
    struct phrase title = word(WORD_seat_title);
    reply_page(v, r, title, S(""),
               page_seat(v->a, v->lang, title, visit_path(v, ROUTE_SEAT_EVENTS, s->s->stored.id, S("")), s->r->phase, role->name,
                         role->card, role->cares,
                         role->fears, content(s), no ? page_form_refused(v->a, v->lang, no_words(no)) : NULL,
                         visit_path(v, ROUTE_SEAT, s->s->stored.id, S("")), word(WORD_seat_lost)));
}

/* The seat of this telephone in the session of the address; p NULL when it has none: the reply says so then. */
static bool seat_here(struct visit *v, struct reply *r, struct seat *out, struct err *e)
{
    *out = (struct seat){.v = v};
    if (!session_here(v, r, &out->s, e))
        return false;
    if (!out->s)
        return true;
    out->r = out->s->room;
    out->p = app_seat(*v->a, out->s, v->participant);
    out->action = visit_path(v, ROUTE_SEAT_SEND, out->s->stored.id, S(""));
    if (!out->p)
        reply_refuse(v, r, 403, word(WORD_seat_not_here), word(WORD_seat_not_here_remedy), S(""));
    return true;
}

bool page_of_seat(struct visit *v, struct reply *r, struct err *e)
{
    struct seat s;
    if (!seat_here(v, r, &s, e))
        return false;
    if (s.p)
        show(&s, r, NO_NOT);
    return true;
}

/* ---- what a seat says -------------------------------------------------------------------------------------------- */

static bool act_of(const struct seat *s, struct act act, enum no *no, struct err *e)
{
    act.who = s->p->number;
    return app_session_do(s->v->site->app, s->s, act, S("participant"), no, e);
}

/* The whole list at once: first what is off, so that the most is never passed on the way. */
static bool send_values(const struct seat *s, enum no *no, struct err *e)
{
    for (int on = 0; on <= 1; on++)
        for (const struct method_value *x = s->r->library->values; x; x = x->next) {
            bool want = visit_form(s->v, str_format(s->v->a, "v-" STR_FMT, STR_ARG(x->id))).at != NULL;
            if (want != (on == 1) || want == picked(s->p, x->id))
                continue;
            if (!act_of(s, (struct act){.kind = ACT_VALUE, .subject = x->id, .choice = on}, no, e))
                return false;
            if (*no)
                return true;
        }
    struct str why = form_text(s->v, "text");
    return str_eq(why, s->p->reason) || act_of(s, (struct act){.kind = ACT_REASON, .text = why}, no, e);
}

static bool send_act(const struct seat *s, struct str what, enum no *no, struct err *e)
{
    struct act act = {.subject = form_text(s->v, "subject"), .text = form_text(s->v, "text"), .choice = form_int(s->v, "choice"),
                      .round = form_int(s->v, "round"), .fence = form_text(s->v, "fence").len > 0};
    if (str_eq(what, S("values")))
        return send_values(s, no, e);
    bool known = act_find(what, &act.kind) && (act.kind == ACT_POSITION || act.kind == ACT_ARGUMENT || act.kind == ACT_DISSENT);
    if (act.kind == ACT_POSITION && known) {     /* the same again is no act */
        const struct position *now = person_position(s->p, act.subject, act.round);
        if (now->anchor == act.choice && now->fence == act.fence && str_eq(now->why, act.text) && room_round(s->r) == act.round)
            return true;
    }
    *no = NO_STEP;
    return !known || act_of(s, act, no, e);
}

bool seat_send(struct visit *v, struct reply *r, struct err *e)
{
    struct seat s;
    enum no no = NO_NOT;
    struct str what = form_text(v, "doe");
    if (!seat_here(v, r, &s, e))
        return false;
    if (!s.p)
        return true;
    if (!send_act(&s, what, &no, e))
        return false;
    reply_touched(r, s.s);
    if (no) {
        r->status = 409;
        show(&s, r, no);
        return true;
    }
    struct str there = visit_path(v, ROUTE_SEAT, s.s->stored.id, S(""));
    bool says = str_eq(what, S("argument")) || str_eq(what, S("dissent"));
    reply_see_other(v, r, says ? str_format(v->a, STR_FMT "?bewaard=ja", STR_ARG(there)) : there);
    return true;
}

/* ---- server-sent events -------------------------------------------------------------------------------------------- */

bool seat_events(struct visit *v, struct reply *r, struct err *e)
{
    struct seat s;
    if (!seat_here(v, r, &s, e))
        return false;
    if (s.p)
        reply_stream(r, s.s, true);
    return true;
}

bool session_events(struct visit *v, struct reply *r, struct err *e)
{
    const struct app_session *s;
    if (!session_here(v, r, &s, e))
        return false;
    if (s)
        reply_stream(r, s, false);
    return true;
}
