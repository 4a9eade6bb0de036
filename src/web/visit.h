/* SPDX-License-Identifier: EUPL-1.2 */
/* visit.h: inside src/web: one request from path to reply. No socket here (http.c), no
 * figures (app/).
 */
#ifndef HOORT_WEB_VISIT_H
#define HOORT_WEB_VISIT_H

#include "desk/desk.h"
#include "pages.h"
#include "web/form.h"
#include "web/web.h"

enum route {
#define ROUTE(id, method, nl, en, handler, may, doc) ROUTE_##id,
#include "web/routes.def"
#undef ROUTE
    ROUTE_COUNT
};
#define ROUTE_PARAMS 2

enum route_method { ROUTE_BY_GET, ROUTE_BY_POST };

/* Finds the route of a path, its language and the values of its {…}. No decoding: a path with
 * a % in it has no route. */
struct target { enum route route; enum lang lang; struct str params[ROUTE_PARAMS]; };
bool route_find(enum route_method method, struct str path, struct target *out);
enum route_method route_method(enum route route);
uint32_t route_may(enum route route);    /* roles of desk.h, or MAY_… */
/* The path of a route; the params must fit their patterns (else the page would not be found). */
struct str route_path(struct arena *a, enum lang lang, enum route route, struct str first, struct str second);

/* ---- style sheet, fonts and script, read once ------------------------------------------------------- */
struct asset { struct str name, bytes; const char *type; };
struct assets {
    struct asset at[LIMIT_ASSETS];
    int count;
    struct str hash;                 /* 16 hex digits over all names and bytes: part of each address */
};
MUST_USE bool assets_read(struct arena *a, struct str folder, struct assets *out, struct err *e);

/* ---- one request ------------------------------------------------------------------------------ */
struct query_field { struct str name, value; };

struct request {
    struct str method, path, host;
    struct str from;                 /* ?vanaf=; empty if none */
    struct query_field fields[LIMIT_WEB_QUERY_FIELDS];
    int field_count;                 /* LIMIT_WEB_QUERY_FIELDS + 1: more than fit */
    bool has_body, body_is_large;    /* large: said to be, or seen to be, over LIMIT_WEB_FORM_BYTES */
    struct str body;                 /* not there yet when visit_wants_body is asked */
    struct str content_type, cookies, origin, fetch_site;
    struct str address;              /* of who asks, as far as we can know */
    bool from_outside;               /* passed on by the server in front of us */
    int headers;
};

struct reply {
    int status;
    const char *type, *allow;        /* allow: "" but for 405 */
    struct str body, download;       /* download: file name, or empty */
    struct str see_other;            /* path of 303, or empty */
    struct str cookies[LIMIT_WEB_COOKIES];
    int cookie_count;
    struct str stream;               /* id of a session whose events follow, as long as both live; or empty */
    bool stream_phases;              /* only those after which a participant has something else to do */
    struct str touched;              /* id of the session that was changed, or whose events follow */
    int64_t acts, phase;             /* of that session now */
    bool forever;                    /* may be kept by the browser: its address has its hash */
};

struct site {
    struct app *app;
    const struct assets *assets;
    int port;
    struct str origin;               /* https://name, of the server in front; empty if there is none */
    struct key key;                  /* of this process: the tokens in forms */
};

struct visitor {
    struct str name;                 /* of the account; empty in open mode, and for who did not log in */
    struct str code;                 /* 16 hex digits: what the account says of this person; two acts of two people differ */
    uint32_t roles;                  /* of desk.h; all of them in open mode */
};

struct visit {
    struct arena *a;                 /* of this request */
    const struct site *site;
    struct target target;
    enum lang lang;
    int64_t from;
    const struct query_field *fields; /* of plain characters */
    int field_count;
    const struct web_form *form;     /* of a POST whose token was right; NULL of a GET */
    bool open;                       /* the workspace has no accounts: whoever asks is the desk */
    struct visitor user;
    struct str participant;          /* 32 hex digits of cookie hoort_plek, or empty; nobody looked whether it is known */
    struct str csrf;                 /* for the hidden field "csrf" of each form that is sent by POST */
    struct str address, session;     /* session: the token; empty for who did not log in */
    bool was_logged_in;              /* the browser has a session that stands no longer */
    int64_t now_ms;
    struct str new_visit;            /* cookie to set with the page: the browser had none */
};
/* What a form's field holds; at = NULL if it was not sent. */
struct str visit_field(const struct visit *v, struct str name);
struct str visit_form(const struct visit *v, struct str name);
/* Whether who asks may open the route. */
bool visit_may(const struct visit *v, enum route route);

/* Who did it, for the account: the role by which this page is theirs and their code, "caseworker 0123456789abcdef"; "desk"
 * in open mode, "participant", or "web". */
struct str visit_actor(const struct visit *v);

/* Whether the body of this request is worth waiting for; if not, visit_answer says why. */
bool visit_wants_body(const struct site *site, const struct request *request);
/* Always gives a reply; errors become pages that say what to do. */
struct reply visit_answer(struct arena *a, const struct site *site, const struct request *request);
/* Whether this Host header names the machine itself, on our port (no port = 80). */
bool host_is_ours(struct str host, int port);

/* Handlers; false = e becomes a page with status 500. */
#define ROUTE(id, method, nl, en, handler, may, doc) \
    MUST_USE bool handler(struct visit *v, struct reply *r, struct err *e);
#include "web/routes.def"
#undef ROUTE

/* ---- for handlers ------------------------------------------------------------------------------ */
/* Puts a page in its frame. `label` names synthetic data; empty for residents' own. */
void reply_page(struct visit *v, struct reply *r, struct phrase title, struct str label, const struct html *content);
void reply_missing(struct visit *v, struct reply *r, struct phrase what);   /* 404 with a way back */
/* A page that says what is wrong and what to do; detail may be empty. */
void reply_refuse(struct visit *v, struct reply *r, int status, struct phrase title, struct phrase remedy, struct str detail);
void reply_see_other(struct visit *v, struct reply *r, struct str path);    /* 303, within this site only */
/* HttpOnly, SameSite=Strict, for the whole site, Secure behind https. The value: letters and digits only; an age of 0
 * takes it away, below 0 it goes with the browser. */
void reply_cookie(struct visit *v, struct reply *r, struct str name, struct str value, int64_t max_age_s);
/* Server-sent events of a session: a number at each act, or at each change of what participants can do. */
void reply_stream(struct reply *r, const struct app_session *s, bool phases);
/* Tells those who follow the session. */
void reply_touched(struct reply *r, const struct app_session *s);
struct str visit_path(const struct visit *v, enum route route, struct str first, struct str second);
struct str with_fields(const struct visit *v, struct str path);     /* the same question at another path */
struct str law_path(struct visit *v, const struct law *law);    /* of the page of a version; empty if it has no start */

/* The scheme's name in a language, from the laws of a run; its id where it has none. */
struct phrase scheme_name(const struct law_set *laws, struct str scheme, int32_t on);
/* The label to show with figures; empty for residents' own data. */
struct str data_label(bool synthetic, struct str label);
struct str overview_label(const struct overview *o);     /* of the last run */
MUST_USE bool visit_label(struct visit *v, struct str *out, struct err *e);
struct phrase verdict_words(enum verdict v);
/* Headings with the list of sentences under each. */
const struct html *policy_lines(struct visit *v, const struct policy_line *line);

#endif
