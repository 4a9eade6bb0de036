/* SPDX-License-Identifier: EUPL-1.2 */
/* cases.c: the pages of cases: all of them, one with its seven stops, and the form in which people say what it is.
 * Not a session (console.c), nor the decision.
 */
#include "web/rooms.h"

/* ---- where a case is ---------------------------------------------------------------------------------------- */

enum stage { STAGE_TALK, STAGE_TALKING, STAGE_DECIDE, STAGE_SIGN, STAGE_SERVE };
struct standing {
    enum stage stage;
    struct stored_session *sessions;
    int64_t count;
    struct str open_session;         /* id; empty: none is open */
    bool held, decided, in_force, signed_, ran;
};

/* What the workspace does today, the same for all cases of a page. */
struct service { struct shelf shelf; struct str decision_hash; bool ran; };

static bool service_open(struct visit *v, struct service *s, struct err *e)
{
    struct policy_view p;
    struct overview o;
    if (!shelf_open(v, &s->shelf, e) || !app_policy(v->a, v->site->app, &p, e) || !app_overview(v->a, v->site->app, &o, e))
        return false;
    s->decision_hash = p.policy->decision_hash;
    s->ran = o.any && str_eq(o.run.policy_hash, hex_print(v->a, p.policy->hash.at, sizeof p.policy->hash.at));
    return true;
}

/* A closed session has a record: none is played back for it. */
static bool sessions_of(struct visit *v, struct str id, struct standing *p, struct err *e)
{
    struct str hash;
    if (!app_sessions(v->a, v->site->app, id, &p->sessions, &p->count, e))
        return false;
    for (int64_t i = 0; i < p->count; i++) {
        if (!app_session_hash(v->a, v->site->app, p->sessions[i].id, &hash, e))
            return false;
        if (hash.len)
            p->held = true;
        else if (!p->open_session.len)       /* the newest comes first */
            p->open_session = p->sessions[i].id;
    }
    return true;
}

static bool standing_of(struct visit *v, const struct service *now, struct str id, struct standing *p, struct err *e)
{
    struct app_decision d;
    *p = (struct standing){.count = 0};
    if (!sessions_of(v, id, p, e) || !app_decision(v->a, v->site->app, id, &d, &p->decided, e))
        return false;
    p->signed_ = p->decided && d.approval_count >= 2;
    p->in_force = p->signed_ && str_eq(now->decision_hash, d.version.hash);
    p->ran = p->in_force && now->ran;
    p->stage = p->signed_           ? STAGE_SERVE
               : p->decided          ? STAGE_SIGN
               : p->open_session.len ? STAGE_TALKING
               : p->held             ? STAGE_DECIDE
                                     : STAGE_TALK;
    return true;
}

static struct phrase stage_name(enum stage s)
{
    static const enum word words[] = {WORD_stop_should, WORD_stop_should, WORD_stop_decision, WORD_stop_decision, WORD_stop_service};
    return word(words[s]);
}

static struct phrase kind_words(enum case_kind k)
{
    static const enum word words[] = {WORD_kind_considered, WORD_kind_running, WORD_kind_stopped};
    return word(words[k]);
}

/* ---- all of them --------------------------------------------------------------------------------------------- */

static struct str for_who_may(const struct visit *v, enum route route, struct str id)
{
    return visit_may(v, route) ? visit_path(v, route, id, S("")) : S("");
}

bool page_of_cases(struct visit *v, struct reply *r, struct err *e)
{
    struct app_case *all;
    int64_t count;
    struct service now;
    struct html_list *items = html_list_open(v->a);
    if (!service_open(v, &now, e) || !app_cases(v->a, v->site->app, &all, &count, e))
        return false;
    for (int64_t i = 0; i < count; i++) {
        struct standing p;
        const struct case_record *c = &all[i].record;
        if (!standing_of(v, &now, c->id, &p, e))
            return false;
        html_list_add(items, page_cases_item(v->a, v->lang, visit_path(v, ROUTE_CASE, c->id, S("")), c->text[CASE_TITLE],
                                             c->text[CASE_QUESTION], kind_words(c->kind), stage_name(p.stage)));
    }
    struct phrase title = word(WORD_cases_title);
    reply_page(v, r, title, now.shelf.label,
               page_cases(v->a, v->lang, title, count ? html_list_done(items) : NULL, for_who_may(v, ROUTE_CASE_NEW, S(""))));
    return true;
}

/* ---- the form --------------------------------------------------------------------------------------------------- */

static struct str scheme_field(struct visit *v, struct str id)
{
    return str_format(v->a, "scheme-" STR_FMT, STR_ARG(id));
}

static int32_t day_sent(const struct visit *v, const char *name)
{
    int32_t day = INT32_MIN;
    struct str text = visit_form(v, str_of(name));
    return text.len && date_parse(text, &day) ? day : INT32_MIN;
}

static struct case_record sent_case(struct visit *v, const struct law_set *laws)
{
    int64_t rung = -1;
    struct case_record c = {.id = v->target.params[0], .stopped_on = day_sent(v, "stopped_on"), .review_on = day_sent(v, "review_on")};
    for (int i = 0; i < CASE_TEXT_COUNT; i++) {
        struct str text = visit_form(v, case_field((enum case_text)i)->name);
        c.text[i] = text.at ? str_trim(text) : S("");
    }
    if (!case_kind_find(visit_form(v, S("kind")), &c.kind))
        c.kind = CASE_CONSIDERED;
    c.rung = str_to_int64(visit_form(v, S("rung")), &rung) && rung >= 0 && rung < RUNGS ? (int)rung : -1;
    struct names **end = &c.schemes;
    for (const struct scheme *s = NULL; (s = law_next_scheme(laws, s, app_today(v->site->app)));)
        if (visit_form(v, scheme_field(v, s->id)).at) {
            *end = arena_new(v->a, struct names, 1);
            (*end)->id = s->id;
            end = &(*end)->next;
        }
    return c;
}

static struct phrase field_label(struct str field)
{
    for (int i = 0; i < CASE_TEXT_COUNT; i++)
        if (str_eq(field, case_field((enum case_text)i)->name))
            return case_field((enum case_text)i)->label;
    if (str_eq(field, S("review_on")))
        return word(WORD_case_review_on);
    return str_eq(field, S("schemes")) ? word(WORD_case_schemes_legend) : word(WORD_case_rung_word);
}

static const struct phrase none;         /* a hint or subject that is not there */

static const struct html *problem_of(struct visit *v, const struct lacks *l, struct str field)
{
    for (const struct lack *x = l->first; x; x = x->next)
        if (str_eq(x->field, field)) {
            struct phrase label = field_label(field), words = lack_words(x->kind);
            return page_form_problem(v->a, v->lang, phrase_join(v->a, label, words));
        }
    return NULL;
}

static const struct html *text_field(struct visit *v, const struct case_record *c, enum case_text t, const struct lacks *l)
{
    const struct case_field *f = case_field(t);
    bool line = f->max <= 300;
    return (line ? page_form_line : page_form_text)(v->a, v->lang, f->name, f->label, none, f->hint, f->max, c->text[t], !f->needed,
                                                    problem_of(v, l, f->name), NULL);
}

static const struct html *day_field(struct visit *v, const char *name, enum word label, int32_t day, const struct lacks *l)
{
    return page_form_day(v->a, v->lang, str_of(name), word(label), none, none, day == INT32_MIN ? S("") : date_print(v->a, day),
                         problem_of(v, l, str_of(name)), NULL);
}

static bool has_name(const struct names *n, struct str id)
{
    for (; n; n = n->next)
        if (str_eq(n->id, id))
            return true;
    return false;
}

static const struct html *scheme_checks(struct visit *v, const struct law_set *laws, const struct case_record *c,
                                        const struct lacks *l)
{
    struct html_list *items = html_list_open(v->a);
    for (const struct scheme *s = NULL; (s = law_next_scheme(laws, s, app_today(v->site->app)));)
        html_list_add(items, page_form_check(v->a, v->lang, scheme_field(v, s->id), s->name, has_name(c->schemes, s->id)));
    return page_form_choices(v->a, v->lang, word(WORD_case_schemes_legend), none,
                             html_list_done(items), problem_of(v, l, S("schemes")));
}

static const struct html *kind_radios(struct visit *v, const struct case_record *c)
{
    struct html_list *items = html_list_open(v->a);
    for (int k = CASE_CONSIDERED; k <= CASE_STOPPED; k++) {
        struct str name = str_of(case_kind_name((enum case_kind)k));
        html_list_add(items, page_form_radio(v->a, v->lang, S("kind"), str_format(v->a, "kind-" STR_FMT, STR_ARG(name)), name,
                                             kind_words((enum case_kind)k), (int)c->kind == k));
    }
    return page_form_choices(v->a, v->lang, word(WORD_case_kind_legend), none,
                             html_list_done(items), NULL);
}

static const struct html *rung_options(struct visit *v, const struct library *l, int chosen)
{
    struct html_list *items = html_list_open(v->a);
    for (const struct rung *x = l->rungs; x; x = x->next) {
        struct phrase words = {str_format(v->a, "%d: " STR_FMT, x->number, STR_ARG(x->name.nl)),
                               str_format(v->a, "%d: " STR_FMT, x->number, STR_ARG(x->name.en))};
        html_list_add(items, page_form_option(v->a, v->lang, str_format(v->a, "%d", x->number), words, x->number == chosen));
    }
    return html_list_done(items);
}

static const struct html *lacks_list(struct visit *v, const struct lacks *l)
{
    struct html_list *items = html_list_open(v->a);
    for (const struct lack *x = l->first; x; x = x->next)
        html_list_add(items, page_form_lack(v->a, v->lang, str_eq(x->field, S("schemes")) ? S("") : x->field, field_label(x->field),
                                            lack_words(x->kind)));
    return page_form_lacks(v->a, v->lang, word(WORD_form_lacks_title), html_list_done(items));
}

/* problem: NULL, what is missing, or that somebody was first. */
static bool show_form(struct visit *v, struct reply *r, enum route action, const struct case_record *c, struct str previous,
                      const struct lacks *lacks, const struct html *problem, struct err *e)
{
    struct shelf s;
    struct html_list *fields = html_list_open(v->a), *stopped = html_list_open(v->a);
    if (!shelf_open_whole(v, &s, e))
        return false;
    for (int i = 0; i < CASE_TEXT_COUNT; i++)
        html_list_add(i >= CASE_STOPPED_WHY ? stopped : fields, text_field(v, c, (enum case_text)i, lacks));
    html_list_add(stopped, day_field(v, "stopped_on", WORD_case_stopped_on, c->stopped_on, lacks));
    html_list_add(stopped, day_field(v, "review_on", WORD_case_review_on, c->review_on, lacks));
    struct phrase title = word(WORD_case_new_title);
    reply_page(v, r, title, s.label,
               page_case_form(v->a, v->lang, title, visit_path(v, action, v->target.params[0], S("")), v->csrf, previous, problem,
                              html_list_done(fields), kind_radios(v, c), scheme_checks(v, s.laws, c, lacks),
                              rung_options(v, s.l, c->rung),
                              html_list_done(stopped)));
    return true;
}

bool page_of_new_case(struct visit *v, struct reply *r, struct err *e)
{
    struct case_record empty = {.rung = 3, .stopped_on = INT32_MIN, .review_on = INT32_MIN};
    struct lacks nothing = lacks_open(v->a);
    return show_form(v, r, ROUTE_CASE_NEW_SEND, &empty, S(""), &nothing, NULL, e);
}

/* What was sent is kept; or the form again, with every word that was typed. */
static bool keep(struct visit *v, struct reply *r, enum route action, struct case_record *c, struct err *e)
{
    struct lacks lacks = lacks_open(v->a);
    bool stale;
    struct str previous = visit_form(v, S("previous")).at ? visit_form(v, S("previous")) : S("");
    if (!app_case_save(v->a, v->site->app, c, previous, visit_actor(v), &lacks, &stale, e))
        return false;
    if (!lacks.count && !stale) {
        reply_see_other(v, r, visit_path(v, ROUTE_CASE, c->id, S("")));
        return true;
    }
    r->status = stale ? 409 : 422;
    const struct html *problem = lacks.count ? lacks_list(v, &lacks)
                                             : page_form_stale(v->a, v->lang, visit_path(v, ROUTE_CASE, c->id, S("")));
    struct app_case now;
    bool found;
    if (stale && !app_case(v->a, v->site->app, c->id, &now, &found, e))
        return false;
    return show_form(v, r, action, c, stale && found ? now.version.hash : previous, &lacks, problem, e);
}

bool case_new_send(struct visit *v, struct reply *r, struct err *e)
{
    struct shelf s;
    if (!shelf_open(v, &s, e))
        return false;
    struct case_record c = sent_case(v, s.laws);
    return app_case_id(v->a, v->site->app, c.text[CASE_TITLE], &c.id, e) && keep(v, r, ROUTE_CASE_NEW_SEND, &c, e);
}

static bool case_here(struct visit *v, struct reply *r, struct app_case *c, bool *found, struct err *e)
{
    if (!app_case(v->a, v->site->app, v->target.params[0], c, found, e))
        return false;
    if (!*found)
        reply_missing(v, r, word(WORD_no_such_case));
    return true;
}

bool page_of_case_edit(struct visit *v, struct reply *r, struct err *e)
{
    struct app_case c;
    bool found;
    struct lacks nothing = lacks_open(v->a);
    if (!case_here(v, r, &c, &found, e))
        return false;
    return !found || show_form(v, r, ROUTE_CASE_EDIT_SEND, &c.record, c.version.hash, &nothing, NULL, e);
}

bool case_edit_send(struct visit *v, struct reply *r, struct err *e)
{
    struct app_case c;
    bool found;
    struct shelf s;
    if (!shelf_open(v, &s, e) || !case_here(v, r, &c, &found, e))
        return false;
    if (!found)
        return true;
    struct case_record sent = sent_case(v, s.laws);
    return keep(v, r, ROUTE_CASE_EDIT_SEND, &sent, e);
}

/* ---- one case ---------------------------------------------------------------------------------------------------- */

static struct str schemes_asked(struct visit *v, enum route route, const struct case_record *c)
{
    return str_format(v->a, STR_FMT "?regeling=" STR_FMT, STR_ARG(visit_path(v, route, S(""), S(""))), STR_ARG(c->schemes->id));
}

static void add_stop(struct visit *v, struct html_list *l, enum word name, enum word words, struct str path, bool here, bool done)
{
    html_list_add(l, page_case_stop(v->a, v->lang, word(name), word(words), path, here, done));
}

static const struct html *stops(struct visit *v, const struct app_case *c, const struct standing *p)
{
    struct html_list *l = html_list_open(v->a);
    struct str id = c->record.id, talk = p->open_session.len ? visit_path(v, ROUTE_CONSOLE, p->open_session, S("")) : S("");
    enum word talked = p->open_session.len ? WORD_stop_should_open : p->held ? WORD_stop_should_done : WORD_stop_should_none;
    enum word decided = p->in_force ? WORD_stop_decision_signed : p->signed_ ? WORD_stop_decision_other
                        : p->decided ? WORD_stop_decision_draft : p->held ? WORD_stop_decision_none : WORD_stop_decision_wait;
    enum word serves = p->ran ? WORD_stop_service_ran : p->in_force ? WORD_stop_service_ready : WORD_stop_service_wait;
    add_stop(v, l, WORD_stop_question, WORD_stop_question_done, for_who_may(v, ROUTE_CASE_EDIT, id), false, true);
    add_stop(v, l, WORD_stop_can, WORD_stop_can_words, schemes_asked(v, ROUTE_KAN, &c->record), false, false);
    add_stop(v, l, WORD_stop_may, WORD_stop_may_words, schemes_asked(v, ROUTE_MAG, &c->record), false, false);
    add_stop(v, l, WORD_stop_should, talked, talk, p->stage <= STAGE_TALKING, p->held);
    add_stop(v, l, WORD_stop_decision, decided, visit_path(v, ROUTE_DECISION, id, S("")),
             p->stage == STAGE_DECIDE || p->stage == STAGE_SIGN, p->signed_);
    add_stop(v, l, WORD_stop_service, serves, p->in_force ? visit_path(v, ROUTE_OVERVIEW, S(""), S("")) : S(""),
             p->stage == STAGE_SERVE, p->ran);
    add_stop(v, l, WORD_stop_account, WORD_stop_account_words, for_who_may(v, ROUTE_ACCOUNT, S("")), false, false);
    return html_list_done(l);
}

static const struct html *session_items(struct visit *v, const struct standing *p, struct err *e)
{
    struct html_list *l = html_list_open(v->a);
    for (int64_t i = 0; i < p->count; i++) {
        const struct app_session *s;
        if (!app_session(v->site->app, p->sessions[i].id, &s, e) || !s)
            return NULL;
        html_list_add(l, page_case_session(v->a, v->lang, visit_path(v, ROUTE_CONSOLE, s->stored.id, S("")), s->stored.at_ms,
                                           s->room->format->name, s->room->people_count, s->room->closed,
                                           visit_path(v, ROUTE_REPORT, s->stored.id, S(""))));
    }
    return html_list_done(l);
}

static const struct html *said(struct visit *v, const struct case_record *c, const struct law_set *laws)
{
    struct html_list *l = html_list_open(v->a);
    struct buf names = buf_open(v->a, LIMIT_POLICY_TEXT);
    for (int i = CASE_ORGANISATION; i < CASE_TEXT_COUNT; i++)
        if (c->text[i].len)
            html_list_add(l, page_case_fact(v->a, v->lang, case_field((enum case_text)i)->label, c->text[i]));
    for (const struct names *n = c->schemes; n; n = n->next)
        buf_print(&names, "%s" STR_FMT, names.len ? ", " : "",
                  STR_ARG(phrase_in(v->lang, scheme_name(laws, n->id, app_today(v->site->app)))));
    html_list_add(l, page_case_fact(v->a, v->lang, word(WORD_case_schemes_label), buf_str(&names)));
    html_list_add(l, page_case_fact(v->a, v->lang, word(WORD_case_rung_word), str_format(v->a, "%d", c->rung)));
    if (c->review_on != INT32_MIN)
        html_list_add(l, page_case_fact(v->a, v->lang, word(WORD_case_review_on),
                                        date_words(v->a, c->review_on, v->lang == LANG_EN)));
    return html_list_done(l);
}

static const struct html *format_options(struct visit *v, const struct library *l)
{
    struct html_list *items = html_list_open(v->a);
    for (const struct format *f = l->formats; f; f = f->next)
        html_list_add(items, page_form_option(v->a, v->lang, f->id, f->name, str_eq(f->id, S("session"))));
    return html_list_done(items);
}

struct next { struct str path; struct phrase words; };
static struct next next_of(struct visit *v, const struct app_case *c, const struct standing *p)
{
    struct str decision = visit_path(v, ROUTE_DECISION, c->record.id, S(""));
    switch (p->stage) {
    case STAGE_TALKING: return (struct next){visit_path(v, ROUTE_CONSOLE, p->open_session, S("")), word(WORD_next_console)};
    case STAGE_TALK: return (struct next){S("#sessies"), word(WORD_next_session)};
    case STAGE_DECIDE: return (struct next){decision, word(WORD_next_decide)};
    case STAGE_SIGN: return (struct next){decision, word(WORD_next_sign)};
    case STAGE_SERVE: break;
    }
    return (struct next){visit_path(v, ROUTE_OVERVIEW, S(""), S("")), word(WORD_next_overview)};
}

bool page_of_case(struct visit *v, struct reply *r, struct err *e)
{
    struct app_case c;
    struct standing p;
    struct service now;
    bool found, may = visit_may(v, ROUTE_SESSION_OPEN);
    if (!case_here(v, r, &c, &found, e) || (found && !(service_open(v, &now, e) && standing_of(v, &now, c.record.id, &p, e))))
        return false;
    if (!found)
        return true;
    const struct html *sessions = session_items(v, &p, e);
    if (!sessions)
        return false;
    struct stored_record *versions;
    int64_t count;
    if (!app_case_versions(v->a, v->site->app, c.record.id, &versions, &count, e))
        return false;
    struct next next = next_of(v, &c, &p);
    struct str name = c.record.text[CASE_TITLE];
    reply_page(v, r, (struct phrase){name, name}, now.shelf.label,
               page_case(v->a, v->lang, name, c.record.text[CASE_QUESTION], kind_words(c.record.kind), stops(v, &c, &p),
                         next.path, next.words, said(v, &c.record, now.shelf.laws), p.count ? sessions : NULL,
                         may ? visit_path(v, ROUTE_SESSION_OPEN, c.record.id, S("")) : S(""), format_options(v, now.shelf.l), v->csrf,
                         for_who_may(v, ROUTE_CASE_EDIT, c.record.id), str_slice(c.version.hash, 0, 16), count));
    return true;
}

bool session_open_send(struct visit *v, struct reply *r, struct err *e)
{
    struct app_case c;
    bool found;
    struct stored_session s;
    struct str format = visit_form(v, S("vorm"));
    struct shelf shelf;
    if (!shelf_open_whole(v, &shelf, e) || !case_here(v, r, &c, &found, e))
        return false;
    if (!found)
        return true;
    if (!library_format(shelf.l, format.at ? format : S(""))) {
        reply_missing(v, r, word(WORD_no_such_format));
        return true;
    }
    if (!app_session_open(v->a, v->site->app, c.record.id, format, visit_actor(v), &s, e))
        return false;
    reply_see_other(v, r, visit_path(v, ROUTE_CONSOLE, s.id, S("")));
    return true;
}
