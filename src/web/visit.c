/* SPDX-License-Identifier: EUPL-1.2 */
/* visit.c: from a request to a reply: is it allowed, which handler, and what a visitor reads
 * when it goes wrong. Not the pages' figures: each page has its own file.
 */
#include "web/visit.h"

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

static const struct html *navigation(struct visit *v)
{
    static const struct { enum route route; enum word words; } items[] = {
        {ROUTE_OVERVIEW, WORD_nav_overview}, {ROUTE_KAN, WORD_nav_kan}, {ROUTE_MAG, WORD_nav_mag}, {ROUTE_POLICY, WORD_nav_policy},
        {ROUTE_ACCOUNT, WORD_nav_account},   {ROUTE_SCHEMES, WORD_nav_schemes},
        {ROUTE_LAWS, WORD_nav_laws},         {ROUTE_BREAKPOINTS, WORD_nav_breakpoints},
        {ROUTE_METHOD, WORD_nav_method}};
    struct html_list *l = html_list_open(v->a);
    for (int i = 0; i < COUNT(items); i++)
        html_list_add(l, page_nav_item(v->a, v->lang, visit_path(v, items[i].route, S(""), S("")),
                                       v->target.route == items[i].route, word(items[i].words)));
    return html_list_done(l);
}

/* Pages with a form, whose fields stand in the address. */
static bool has_form(enum route route)
{
    return route == ROUTE_BREAKPOINTS || route == ROUTE_KAN || route == ROUTE_KAN_CSV || route == ROUTE_MAG || route == ROUTE_MAG_CSV;
}

static struct str in_other_language(const struct visit *v)
{
    struct str path = route_path(v->a, v->lang == LANG_NL ? LANG_EN : LANG_NL, v->target.route, v->target.params[0],
                                 v->target.params[1]);
    if (!has_form(v->target.route))
        return v->from ? str_format(v->a, STR_FMT "?vanaf=%d", STR_ARG(path), (int)v->from) : path;
    struct buf b = buf_open(v->a, LIMIT_WEB_HEADER_BYTES);
    buf_add(&b, path);
    for (int i = 0; i < v->field_count; i++)
        buf_print(&b, "%s" STR_FMT "=" STR_FMT, i ? "&" : "?", STR_ARG(v->fields[i].name), STR_ARG(v->fields[i].value));
    return buf_str(&b);
}

void reply_page(struct visit *v, struct reply *r, struct phrase title, struct str label, const struct html *content)
{
    struct str css = visit_path(v, ROUTE_STATIC, v->site->assets->hash, S("hoort.css"));
    const struct html *page = page_layout(v->a, v->lang, title, css, in_other_language(v), navigation(v),
                                          visit_path(v, ROUTE_OVERVIEW, S(""), S("")), label, content);
    r->type = "text/html; charset=utf-8";
    r->body = html_bytes(page);
    if (r->body.len == 0) {              /* past LIMIT_PAGE_BYTES: say so rather than show half of it */
        r->status = 500;
        r->body = html_bytes(page_layout(v->a, v->lang, word(WORD_too_large), css, in_other_language(v), navigation(v),
                                         S("/"), label, page_problem(v->a, v->lang, word(WORD_too_large), word(WORD_too_large_remedy),
                                                                     S(""), visit_path(v, ROUTE_OVERVIEW, S(""), S("")))));
    }
}

static void reply_problem(struct visit *v, struct reply *r, int status, struct phrase title, struct phrase remedy, struct str detail)
{
    r->status = status;
    r->download = (struct str){0};
    reply_page(v, r, title, S(""), page_problem(v->a, v->lang, title, remedy, detail, visit_path(v, ROUTE_OVERVIEW, S(""), S(""))));
}

void reply_missing(struct visit *v, struct reply *r, struct phrase what)
{
    reply_problem(v, r, 404, what, word(WORD_not_found_remedy), S(""));
}

/* ---- words that more than one page uses ---------------------------------------------------------------- */

struct phrase scheme_name(const struct law_set *laws, struct str scheme, int32_t on)
{
    const struct scheme *s = laws ? law_scheme(laws, scheme, on) : NULL;
    return s && s->name.nl.len && s->name.en.len ? s->name : (struct phrase){scheme, scheme};
}

struct str run_label(const struct stored_run *run)
{
    if (!run->synthetic)
        return S("");
    return run->label.len ? run->label : S("synthetic");
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
    for (int i = 0; i < q->field_count && q->field_count <= LIMIT_WEB_FIELDS; i++)
        if (!is_plain(q->fields[i].name) || !is_plain(q->fields[i].value))
            return false;
    return q->field_count <= LIMIT_WEB_FIELDS;
}

/* ---- from route to handler ------------------------------------------------------------------------------- */

static bool handle(struct visit *v, struct reply *r, struct err *e)
{
    switch (v->target.route) {
#define ROUTE(id, method, nl, en, handler, role, doc) case ROUTE_##id: return handler(v, r, e);
#include "web/routes.def"
#undef ROUTE
    default: return fail(e, ERR_WEB, "a route without a handler");
    }
}

/* What is wrong with a request before any page is asked for; 0 if nothing. */
static int refused_status(const struct site *site, const struct request *q)
{
    if (!host_is_ours(q->host, site->port))
        return 400;
    if (q->path.len > LIMIT_WEB_URL)
        return 414;
    if (q->headers > LIMIT_WEB_HEADERS)
        return 431;
    if (!str_eq(q->method, S("GET")) && !str_eq(q->method, S("HEAD")))
        return 405;
    return q->has_body ? 413 : 0;
}

static void reply_refused(struct visit *v, struct reply *r, int status)
{
    switch (status) {
    case 400: reply_problem(v, r, 400, word(WORD_wrong_host), word(WORD_wrong_host_remedy), S("")); break;
    case 405:
        r->allow = "GET, HEAD";
        reply_problem(v, r, 405, word(WORD_wrong_method), word(WORD_wrong_method_remedy), S(""));
        break;
    default: reply_problem(v, r, status, word(WORD_request_large), word(WORD_request_large_remedy), S("")); break;
    }
}

struct reply visit_answer(struct arena *a, const struct site *site, const struct request *q)
{
    struct reply r = {.status = 200, .allow = "", .type = "text/plain; charset=utf-8"};
    struct visit v = {.a = a, .site = site};
    bool found = q->path.len <= LIMIT_WEB_URL && route_find(q->path, &v.target);
    v.lang = found ? v.target.lang : str_starts(q->path, S("/en/")) ? LANG_EN : LANG_NL;
    int refused = refused_status(site, q);
    if (refused) {
        v.target = (struct target){.lang = v.lang};
        reply_refused(&v, &r, refused);
    } else if (!found) {
        v.target = (struct target){.lang = v.lang};
        reply_missing(&v, &r, word(WORD_not_found));
    } else if (q->from.len && (!str_to_int64(q->from, &v.from) || v.from < 0 || v.from > LIMIT_RESIDENTS)) {
        v.from = 0;
        reply_problem(&v, &r, 400, word(WORD_wrong_number), word(WORD_wrong_number_remedy), S(""));
    } else if (has_form(v.target.route) && !fields_are_plain(q)) {
        reply_problem(&v, &r, 400, word(WORD_wrong_field), word(WORD_wrong_field_remedy), S(""));
    } else {
        struct err e = {0};
        v.fields = q->fields;
        v.field_count = q->field_count > LIMIT_WEB_FIELDS ? 0 : q->field_count;
        if (!handle(&v, &r, &e))
            reply_problem(&v, &r, 500, word(WORD_went_wrong), word(WORD_went_wrong_remedy), str_of(e.text));
    }
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
