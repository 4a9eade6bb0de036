/* SPDX-License-Identifier: EUPL-1.2 */
/* visit.c: from a request to a reply: is it allowed, which handler, and what a visitor reads
 * when it goes wrong. Not the pages' figures: each page has its own file.
 */
#include "web/visit.h"

#include <string.h>

/* ---- is it for us -------------------------------------------------------------------------------- */

bool host_is_ours(struct str host, int port)
{
    static const struct str names[] = {{"localhost", 9}, {"127.0.0.1", 9}, {"[::1]", 5}};
    for (int i = 0; i < COUNT(names); i++) {
        if (!str_starts(host, names[i]))
            continue;
        struct str rest = str_slice(host, names[i].len, host.len);
        int64_t said = 80;
        if (rest.len && (rest.at[0] != ':' || !str_to_int64(str_slice(rest, 1, rest.len), &said)))
            return false;
        return said == port;
    }
    return false;
}

/* ---- frames --------------------------------------------------------------------------------------- */

struct str visit_path(const struct visit *v, enum route route, struct str first, struct str second)
{
    return route_path(v->a, v->lang, route, first, second);
}

/* The desk's menu has no place on a telephone in a session, nor on the screen of the room. */
static bool has_menu(enum route route)
{
    return !(route_may(route) & MAY_PARTICIPANT) && route != ROUTE_JOIN && route != ROUTE_JOIN_SEND && route != ROUTE_SCREEN;
}

static const struct html *navigation(struct visit *v)
{
    if (!has_menu(v->target.route))
        return NULL;
    static const struct { enum route route; enum word words; } items[] = {
        {ROUTE_OVERVIEW, WORD_nav_overview}, {ROUTE_CASES, WORD_nav_cases}, {ROUTE_KAN, WORD_nav_kan}, {ROUTE_MAG, WORD_nav_mag},
        {ROUTE_POLICY, WORD_nav_policy}, {ROUTE_EVIDENCE, WORD_nav_evidence}, {ROUTE_ACCOUNT, WORD_nav_account},
        {ROUTE_SCHEMES, WORD_nav_schemes}, {ROUTE_LAWS, WORD_nav_laws}, {ROUTE_BREAKPOINTS, WORD_nav_breakpoints},
        {ROUTE_METHOD, WORD_nav_method}, {ROUTE_USERS, WORD_nav_users}};
    struct html_list *l = html_list_open(v->a);
    for (int i = 0; i < COUNT(items); i++)
        if (visit_may(v, items[i].route))
            html_list_add(l, page_nav_item(v->a, v->lang, visit_path(v, items[i].route, S(""), S("")),
                                           v->target.route == items[i].route, word(items[i].words)));
    return html_list_done(l);
}

/* Pages with a form, whose fields stand in the address. */
static bool has_form(enum route route)
{
    switch ((int)route) {
    case ROUTE_BREAKPOINTS: case ROUTE_KAN: case ROUTE_KAN_CSV: case ROUTE_MAG: case ROUTE_MAG_CSV: case ROUTE_EVIDENCE:
    case ROUTE_EVIDENCE_CSV: case ROUTE_JOIN: case ROUTE_SEAT: return true;
    default: return false;
    }
}

struct str with_fields(const struct visit *v, struct str path)
{
    struct buf b = buf_open(v->a, LIMIT_WEB_HEADER_BYTES);
    buf_add(&b, path);
    for (int i = 0; i < v->field_count; i++)
        buf_print(&b, "%s" STR_FMT "=" STR_FMT, i ? "&" : "?", STR_ARG(v->fields[i].name), STR_ARG(v->fields[i].value));
    return buf_str(&b);
}

static struct str in_other_language(const struct visit *v)
{
    enum lang other = v->lang == LANG_NL ? LANG_EN : LANG_NL;
    struct str path = route_path(v->a, other, v->target.route, v->target.params[0], v->target.params[1]);
    struct target there;
    /* What a form was sent to may have no page of its own. */
    if (route_method(v->target.route) == ROUTE_BY_POST && !route_find(ROUTE_BY_GET, path, &there))
        return route_path(v->a, other, ROUTE_OVERVIEW, S(""), S(""));
    if (has_form(v->target.route))
        return with_fields(v, path);
    return v->from ? str_format(v->a, STR_FMT "?vanaf=%d", STR_ARG(path), (int)v->from) : path;
}

/* Empty if there is no such file: a page needs its script less than nothing. */
static struct str asset_path(struct visit *v, struct str name)
{
    const struct assets *all = v->site->assets;
    for (int i = 0; i < all->count; i++)
        if (str_eq(all->at[i].name, name))
            return visit_path(v, ROUTE_STATIC, all->hash, name);
    return S("");
}

/* Who is logged in, and the way out. */
static const struct html *who_bar(struct visit *v)
{
    if (!v->user.name.len)
        return NULL;
    return page_who(v->a, v->lang, v->user.name, visit_path(v, ROUTE_PASSWORD, S(""), S("")), visit_path(v, ROUTE_LOGOUT, S(""), S("")),
                    v->csrf);
}

void reply_page(struct visit *v, struct reply *r, struct phrase title, struct str label, const struct html *content)
{
    struct str css = asset_path(v, S("hoort.css")), script = asset_path(v, S("live.js"));
    const struct html *page = page_layout(v->a, v->lang, title, css, script, in_other_language(v), navigation(v),
                                          visit_path(v, ROUTE_OVERVIEW, S(""), S("")), label, content, v->open, who_bar(v));
    r->type = "text/html; charset=utf-8";
    r->body = html_bytes(page);
    if (r->body.len == 0) {              /* past LIMIT_PAGE_BYTES: say so rather than show half of it */
        r->status = 500;
        r->body = html_bytes(page_layout(v->a, v->lang, word(WORD_too_large), css, script, in_other_language(v), navigation(v),
                                         S("/"), label, page_problem(v->a, v->lang, word(WORD_too_large), word(WORD_too_large_remedy),
                                                                     S(""), visit_path(v, ROUTE_OVERVIEW, S(""), S(""))),
                                         v->open, who_bar(v)));
    }
}

void reply_refuse(struct visit *v, struct reply *r, int status, struct phrase title, struct phrase remedy, struct str detail)
{
    r->status = status;
    r->download = (struct str){0};
    reply_page(v, r, title, S(""), page_problem(v->a, v->lang, title, remedy, detail, visit_path(v, ROUTE_OVERVIEW, S(""), S(""))));
}

void reply_missing(struct visit *v, struct reply *r, struct phrase what)
{
    reply_refuse(v, r, 404, what, word(WORD_not_found_remedy), S(""));
}

void reply_see_other(struct visit *v, struct reply *r, struct str path)
{
    (void)v;
    bool inside = str_starts(path, S("/")) && !str_starts(path, S("//")) && !str_starts(path, S("/\\"));
    assert(inside && "a form leads to another page of this site");
    for (ptrdiff_t i = 0; i < path.len; i++)
        assert(path.at[i] > ' ' && path.at[i] < 0x7f);
    r->status = 303;
    r->type = "text/plain; charset=utf-8";
    r->body = S("");
    r->see_other = path;
}

void reply_touched(struct reply *r, const struct app_session *s)
{
    r->touched = s->stored.id;
    r->acts = s->room->acts;
    r->phase = s->room->phase;
}

void reply_stream(struct reply *r, const struct app_session *s, bool phases)
{
    reply_touched(r, s);
    r->type = "text/event-stream";
    r->stream = s->stored.id;
    r->stream_phases = phases;
}

/* ---- cookies --------------------------------------------------------------------------------------------- */

/* Behind https the browser itself holds to it that nobody else may set them: __Host-. */
static struct str cookie_name(struct arena *a, const struct site *site, struct str name)
{
    return site->origin.len ? str_format(a, "__Host-" STR_FMT, STR_ARG(name)) : name;
}

void reply_cookie(struct visit *v, struct reply *r, struct str name, struct str value, int64_t max_age_s)
{
    for (ptrdiff_t i = 0; i < value.len; i++)
        assert((value.at[i] >= '0' && value.at[i] <= '9') || (value.at[i] >= 'a' && value.at[i] <= 'z'));
    assert(r->cookie_count < LIMIT_WEB_COOKIES);
    struct str age = max_age_s < 0 ? S("") : str_format(v->a, "; Max-Age=%lld", (long long)max_age_s);
    r->cookies[r->cookie_count++] =
        str_format(v->a, STR_FMT "=" STR_FMT "; Path=/; HttpOnly; SameSite=Strict" STR_FMT "%s",
                   STR_ARG(cookie_name(v->a, v->site, name)), STR_ARG(value), STR_ARG(age), v->site->origin.len ? "; Secure" : "");
}

static struct str cookie(struct visit *v, const struct request *q, struct str name, ptrdiff_t digits)
{
    return cookie_hex(q->cookies, cookie_name(v->a, v->site, name), digits);
}

/* ---- words that more than one page uses ---------------------------------------------------------------- */

struct phrase scheme_name(const struct law_set *laws, struct str scheme, int32_t on)
{
    const struct scheme *s = laws ? law_scheme(laws, scheme, on) : NULL;
    return s && s->name.nl.len && s->name.en.len ? s->name : (struct phrase){scheme, scheme};
}

struct str data_label(bool synthetic, struct str label)
{
    if (!synthetic)
        return S("");
    return label.len ? label : S("synthetic");
}

struct str overview_label(const struct overview *o)
{
    return o->any ? data_label(o->run.synthetic, o->run.label) : S("");
}

bool visit_label(struct visit *v, struct str *out, struct err *e)
{
    struct overview o;
    if (!app_overview(v->a, v->site->app, &o, e))
        return false;
    *out = overview_label(&o);
    return true;
}

struct phrase verdict_words(enum verdict verdict)
{
    static const enum word words[] = {WORD_verdict_no, WORD_verdict_yes, WORD_verdict_unknown, WORD_verdict_faulty};
    return word(words[verdict]);
}

/* ---- what was asked ----------------------------------------------------------------------------------------- */

struct str visit_field(const struct visit *v, struct str name)
{
    for (int i = 0; i < v->field_count; i++)
        if (str_eq(v->fields[i].name, name))
            return v->fields[i].value.at ? v->fields[i].value : S("");
    return (struct str){NULL, 0};
}

struct str visit_form(const struct visit *v, struct str name)
{
    return form_value(v->form, name);
}

static bool is_plain(struct str s)
{
    for (ptrdiff_t i = 0; i < s.len; i++) {
        char c = s.at[i];
        bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (!letter && c != '_' && c != '-' && c != '.' && c != ',')
            return false;
    }
    return true;
}

static bool fields_are_plain(const struct request *q)
{
    for (int i = 0; i < q->field_count && q->field_count <= LIMIT_WEB_QUERY_FIELDS; i++)
        if (!is_plain(q->fields[i].name) || !is_plain(q->fields[i].value))
            return false;
    return q->field_count <= LIMIT_WEB_QUERY_FIELDS;
}

/* ---- from route to handler ------------------------------------------------------------------------------- */

static bool handle(struct visit *v, struct reply *r, struct err *e)
{
    switch (v->target.route) {
#define ROUTE(id, method, nl, en, handler, may, doc) case ROUTE_##id: return handler(v, r, e);
#include "web/routes.def"
#undef ROUTE
    default: return fail(e, ERR_WEB, "a route without a handler");
    }
}

/* ---- is it allowed ------------------------------------------------------------------------------------- */

static bool host_is_known(const struct site *site, struct str host)
{
    return host_is_ours(host, site->port) ||
           (site->origin.len && str_eq(host, str_slice(site->origin, S("https://").len, site->origin.len)));
}

/* A browser says where a form came from; another program need not. The token in the form is what counts. */
static bool is_from_our_pages(const struct site *site, const struct request *q)
{
    struct str http = S("http://");
    bool ours = q->origin.len == 0 || (site->origin.len && str_eq(q->origin, site->origin)) ||
                (str_starts(q->origin, http) && str_eq(str_slice(q->origin, http.len, q->origin.len), q->host) &&
                 host_is_ours(q->host, site->port));
    return ours && (q->fetch_site.len == 0 || str_eq(q->fetch_site, S("same-origin")) || str_eq(q->fetch_site, S("none")));
}

/* What is wrong with a request, as its head says; 0 if nothing. 404 leaves *t as it is. */
static int head_status(const struct site *site, const struct request *q, struct target *t)
{
    bool post = str_eq(q->method, S("POST"));
    struct target other;
    if (!host_is_known(site, q->host))
        return 400;
    if (q->path.len > LIMIT_WEB_URL)
        return 414;
    if (q->headers > LIMIT_WEB_HEADERS)
        return 431;
    if (!post && !str_eq(q->method, S("GET")) && !str_eq(q->method, S("HEAD")))
        return 405;
    if (!route_find(post ? ROUTE_BY_POST : ROUTE_BY_GET, q->path, t))
        return route_find(post ? ROUTE_BY_GET : ROUTE_BY_POST, q->path, &other) ? 405 : 404;
    if (post ? q->body_is_large : q->has_body)
        return 413;
    if (post && q->has_body && !form_is_type(q->content_type))
        return 415;
    return post && !is_from_our_pages(site, q) ? 403 : 0;
}

bool visit_wants_body(const struct site *site, const struct request *q)
{
    struct target t;
    return str_eq(q->method, S("POST")) && head_status(site, q, &t) == 0;
}

static const char *allowed_at(struct str path)
{
    struct target t;
    bool get = route_find(ROUTE_BY_GET, path, &t), post = route_find(ROUTE_BY_POST, path, &t);
    return get && post ? "GET, HEAD, POST" : post ? "POST" : "GET, HEAD";
}

static void reply_refused(struct visit *v, struct reply *r, const struct request *q, int status)
{
    bool post = str_eq(q->method, S("POST"));
    enum word title = WORD_request_large, remedy = WORD_request_large_remedy;
    switch (status) {
    case 400: title = WORD_wrong_host; remedy = WORD_wrong_host_remedy; break;
    case 403: title = WORD_form_elsewhere; remedy = WORD_form_elsewhere_remedy; break;
    case 404: title = WORD_not_found; remedy = WORD_not_found_remedy; break;
    case 405:
        r->allow = q->path.len <= LIMIT_WEB_URL ? allowed_at(q->path) : "GET, HEAD";
        title = WORD_wrong_method;
        remedy = WORD_wrong_method_remedy;
        break;
    case 413: title = post ? WORD_form_large : title; remedy = post ? WORD_form_large_remedy : remedy; break;
    case 415: title = WORD_form_type; remedy = WORD_form_type_remedy; break;
    default: break;
    }
    reply_refuse(v, r, status, word(title), word(remedy), S(""));
}

/* ---- who asks --------------------------------------------------------------------------------------------- */

enum { VISIT_DIGITS = 32, SESSION_DIGITS = 64 };

/* The token of the forms that are shown to this browser: of this process and of the cookie that only it has. */
static struct str token_of(struct visit *v, struct str cookie_value)
{
    struct pseudonym p = pseudonym_of(v->site->key, S("csrf"), cookie_value);
    return hex_print(v->a, p.at, sizeof p.at);
}

static bool log_in_by_cookie(struct visit *v, struct err *e)
{
    struct desk_user u;
    bool found = false;
    if (v->session.len && !app_user_session(v->a, v->site->app, v->session, v->now_ms, &u, &found, e))
        return false;
    v->was_logged_in = v->session.len && !found;
    if (found)
        v->user = (struct visitor){u.name, u.code, u.roles};
    else
        v->session = S("");
    return true;
}

static bool who_asks(struct visit *v, const struct request *q, struct err *e)
{
    unsigned char fresh[VISIT_DIGITS / 2];
    struct str visit_id = cookie(v, q, S("hoort_bezoek"), VISIT_DIGITS);
    if (!visit_id.len) {
        if (!random_bytes(fresh, sizeof fresh, e))
            return false;
        visit_id = v->new_visit = hex_print(v->a, fresh, sizeof fresh);
    }
    v->now_ms = clock_ms();
    v->participant = cookie(v, q, S("hoort_plek"), 32);
    v->session = cookie(v, q, S("hoort_sessie"), SESSION_DIGITS);
    if (!app_desk_is_open(v->site->app, &v->open, e))
        return false;
    if (v->open)
        v->user = (struct visitor){.roles = ROLES_ALL};
    else if (!log_in_by_cookie(v, e))
        return false;
    v->csrf = token_of(v, v->user.name.len ? v->session : visit_id);
    return true;
}

/* In constant time, by comparing hashes. */
static bool token_is_right(const struct visit *v, const struct web_form *form)
{
    return hash_eq(hash_of(form_value(form, S("csrf"))), hash_of(v->csrf));
}

bool visit_may(const struct visit *v, enum route route)
{
    uint32_t may = route_may(route);
    return (may & (MAY_ANYONE | MAY_MONITOR)) || (may & v->user.roles & ROLES_ALL) ||
           ((may & MAY_PARTICIPANT) && v->participant.len);
}

struct str visit_actor(const struct visit *v)
{
    uint32_t roles = v->user.roles & route_may(v->target.route) & ROLES_ALL;
    if (v->open)
        return S("desk");
    for (int i = 0; i < ROLE_COUNT && v->user.name.len; i++)
        if (roles & ROLE_BIT(i))
            return str_format(v->a, "%s " STR_FMT, role_name((enum desk_role)i), STR_ARG(v->user.code));
    return v->participant.len ? S("participant") : S("web");
}

static void reply_not_for_you(struct visit *v, struct reply *r)
{
    uint32_t may = route_may(v->target.route);
    if (may & MAY_PARTICIPANT) {
        reply_refuse(v, r, 403, word(WORD_not_joined), word(WORD_not_joined_remedy), S(""));
        return;
    }
    if (!v->user.name.len && route_method(v->target.route) == ROUTE_BY_GET) {
        struct str to = route_path(v->a, v->lang, v->target.route, v->target.params[0], v->target.params[1]);
        struct str login = visit_path(v, ROUTE_LOGIN, S(""), S(""));
        reply_see_other(v, r, str_format(v->a, STR_FMT "?naar=" STR_FMT, STR_ARG(login), STR_ARG(to)));
        return;
    }
    if (!v->user.name.len) {
        reply_refuse(v, r, 403, word(WORD_not_logged_in), word(WORD_not_logged_in_remedy), S(""));
        return;
    }
    struct phrase roles = roles_words(v->a, may & ROLES_ALL), remedy = word(WORD_not_your_role_remedy);
    remedy.nl = str_format(v->a, STR_FMT " " STR_FMT ".", STR_ARG(remedy.nl), STR_ARG(roles.nl));
    remedy.en = str_format(v->a, STR_FMT " " STR_FMT ".", STR_ARG(remedy.en), STR_ARG(roles.en));
    reply_refuse(v, r, 403, word(WORD_not_your_role), remedy, S(""));
}

/* ---- the answer --------------------------------------------------------------------------------------------- */

/* Of a request whose head is in order: its form, its token, its role, its query; then its handler. */
static void answer(struct visit *v, struct reply *r, const struct request *q)
{
    struct err e = {0};
    struct web_form *form = arena_new(v->a, struct web_form, 1);
    bool post = route_method(v->target.route) == ROUTE_BY_POST;
    if (post && !form_read(v->a, q->body, form)) {
        reply_refuse(v, r, 400, word(WORD_form_broken), word(WORD_form_broken_remedy), S(""));
    } else if (post && !token_is_right(v, form)) {
        reply_refuse(v, r, 403, word(WORD_form_stale), word(WORD_form_stale_remedy), S(""));
    } else if (route_may(v->target.route) == MAY_MONITOR && q->from_outside) {
        reply_missing(v, r, word(WORD_not_found));
    } else if (!visit_may(v, v->target.route)) {
        reply_not_for_you(v, r);
    } else if (q->from.len && (!str_to_int64(q->from, &v->from) || v->from < 0 || v->from > LIMIT_RESIDENTS)) {
        v->from = 0;
        reply_refuse(v, r, 400, word(WORD_wrong_number), word(WORD_wrong_number_remedy), S(""));
    } else if (has_form(v->target.route) && !fields_are_plain(q)) {
        reply_refuse(v, r, 400, word(WORD_wrong_field), word(WORD_wrong_field_remedy), S(""));
    } else {
        v->form = post ? form : NULL;
        v->fields = q->fields;
        v->field_count = q->field_count > LIMIT_WEB_QUERY_FIELDS ? 0 : q->field_count;
        if (!handle(v, r, &e))
            reply_refuse(v, r, 500, word(WORD_went_wrong), word(WORD_went_wrong_remedy), str_of(e.text));
    }
}

struct reply visit_answer(struct arena *a, const struct site *site, const struct request *q)
{
    struct reply r = {.status = 200, .allow = "", .type = "text/plain; charset=utf-8"};
    struct visit v = {.a = a, .site = site, .address = q->address};
    struct err e = {0};
    int refused = head_status(site, q, &v.target);
    bool found = refused == 0 || (q->path.len <= LIMIT_WEB_URL && route_find(ROUTE_BY_GET, q->path, &v.target));
    v.lang = found ? v.target.lang : str_starts(q->path, S("/en/")) ? LANG_EN : LANG_NL;
    bool known = refused == 400 || who_asks(&v, q, &e); /* to another's address not even the menu is told */
    if (refused || !known)
        v.target = (struct target){.lang = v.lang};
    if (refused)
        reply_refused(&v, &r, q, refused);
    else if (!known)
        reply_refuse(&v, &r, 500, word(WORD_went_wrong), word(WORD_went_wrong_remedy), str_of(e.text));
    else
        answer(&v, &r, q);
    if (v.new_visit.len && (str_starts(str_of(r.type), S("text/html"))))
        reply_cookie(&v, &r, S("hoort_bezoek"), v.new_visit, -1);
    return r;
}

bool health(struct visit *v, struct reply *r, struct err *e)
{
    struct overview o;
    if (!app_overview(v->a, v->site->app, &o, e)) {
        r->status = 503;
        r->body = S("the store does not answer\n");
        return true;
    }
    r->body = S("ok\n");
    return true;
}
