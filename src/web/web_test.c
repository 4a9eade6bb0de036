/* SPDX-License-Identifier: EUPL-1.2 */
/* web_test.c: a real server on a free port of 127.0.0.1, spoken to with raw bytes: which
 * requests are answered at all, and with which heads.
 */
#include "web/visit.h"

#include <arpa/inet.h>
#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>
#include <cmocka.h>

/* The pages' own tests run in a browser against the real program; here the figures are made up. */
static bool store_answers = true;
bool app_overview(struct arena *a, struct app *app, struct overview *out, struct err *e)
{
    (void)a, (void)app;
    static struct law_set no_laws;
    *out = (struct overview){.laws = &no_laws};
    return store_answers || (fail)(e, ERR_STORE, "the <store> is \"locked\"; try again");
}
bool app_resident(struct arena *a, struct app *app, struct str scheme, struct pseudonym who, struct str actor,
                  struct resident_view *out, bool *found, struct err *e)
{
    (void)a, (void)app, (void)scheme, (void)who, (void)actor, (void)out, (void)e;
    *found = false;
    return true;
}
bool app_examples(struct arena *a, struct app *app, struct str scheme, enum refusal reason, int64_t offset, int64_t limit,
                  struct stored_outcome **out, int64_t *count, struct err *e)
{
    (void)a, (void)app, (void)scheme, (void)reason, (void)offset, (void)limit, (void)out, (void)e;
    *count = 0;
    return true;
}
bool app_policy(struct arena *a, struct app *app, struct policy_view *out, struct err *e)
{
    (void)a, (void)app, (void)out;
    return (fail)(e, ERR_POLICY, "none");
}
bool app_account(struct arena *a, struct app *app, struct account_view *out, struct err *e)
{
    (void)a, (void)app, (void)out;
    return (fail)(e, ERR_ACCOUNT, "none");
}

bool app_breakpoints(struct arena *a, const struct law_set *laws, const struct breaks_wish *wish, struct breaks *out, struct err *e)
{
    (void)a, (void)laws, (void)wish, (void)out;
    return (fail)(e, ERR_FACTS, "none");
}
struct breaks_fact *app_breaks_facts(struct arena *a, const struct law_set *laws, struct str scheme, int32_t date, int *count)
{
    (void)a, (void)laws, (void)scheme, (void)date;
    *count = 0;
    return NULL;
}

static bool method_is_fine = true;
bool app_workspace_library(struct arena *a, struct app *app, struct library *out, struct faults *faults, struct err *e)
{
    (void)app, (void)e;
    static const char values[] =
        "values:\n- {id: a, name: {nl: '<i>naam</i>', en: n}, meaning: {nl: b, en: b}, example: {nl: c, en: c}, from: [x, own]}\n";
    static const char sources[] = "sources:\n- {id: x, author: '<b>wie</b>', title: t, url: 'https://example.nl/?a=\"'}\n";
    const struct library_file files[] = {{S("values.yaml"), str_of(values), true}, {S("sources.yaml"), str_of(sources), true}};
    struct faults found = faults_open(a);
    library_read(a, files, 2, out, &found);
    if (!method_is_fine)
        faults_add(faults, S("values.yaml"), 3, 4, "a <fault>; mend it");
    return true;
}

bool app_schemes(struct app *app, int32_t on, const struct pack **out, struct err *e)
{
    (void)app, (void)on, (void)out;
    return (fail)(e, ERR_LAW, "none");
}

/* A town of made-up figures under the policy of the example; who may be read is for the tests to say. */
static enum err_code evidence_refused;
static struct evidence town;
static struct evidence_scheme town_scheme;
bool app_evidence_kept(struct app *app, bool fresh, const struct app_evidence **out, struct err *e)
{
    (void)app;
    static struct arena own;
    static struct plan plan;
    static struct scheme about = {.name = {{"<b>toeslag</b>", 14}, {"<b>benefit</b>", 14}}};
    static struct policy *policy;
    struct str bytes;
    if (evidence_refused)
        return (fail)(e, evidence_refused, "not <now>");
    if (!policy) {
        own = arena_open(LIMIT_ARENA_BOOT);
        FILE *f = fopen("method/policy-example.json", "rb");
        char *at = arena_new_raw(&own, char, 1 << 20);
        bytes = (struct str){at, f ? (ptrdiff_t)fread(at, 1, 1 << 20, f) : 0};
        if (!f || fclose(f) || !policy_read(&own, S("x"), bytes, &policy, e))
            return false;
    }
    plan.scheme = S("zorgtoeslag");
    plan.about = &about;
    town_scheme.plan = &plan;
    town = (struct evidence){.policy = policy, .rows = 2000, .schemes = &town_scheme, .scheme_count = 1, .synthetic = true,
                             .label = S("<i>town</i>"), .fresh = fresh};
    *out = (const void *)&town;
    return true;
}
const struct evidence *app_evidence_of(const struct app_evidence *v)
{
    return (const void *)v;
}
bool app_evidence_weigh_all(struct arena *a, const struct app_evidence *v, struct str const *settings, int count,
                            struct alternative *out, struct err *e)
{
    (void)v, (void)e;
    for (int i = 0; i < count; i++) {
        struct outcome *o = arena_new(a, struct outcome, 1);
        int64_t n = 100 + settings[i].len;
        *o = (struct outcome){.scheme = S("zorgtoeslag"), .searched = {2000, false}, .entitled = {1240, false},
                              .not_using = {1000, false}, .reached = {0, true}, .reasons = {[REFUSED_NOT] = {n, false}}};
        for (int f = 0; f < FIGURE_COUNT; f++)
            o->figures[f] = (struct figure){.low = {n, 2000}, .high = {n, 1000}};
        o->figures[FIGURE_SMALLEST_CELL] = (struct figure){.missing = MISSING_SMALL};
        out[i] = (struct alternative){settings[i], o};
    }
    return true;
}
/* Days and schemes as they are asked; nothing is known but "proef". */
static struct scheme proef = {.id = {"proef", 5}, .executor = {"<b>wie</b>", 10}, .name = {{"proef", 5}, {"trial", 5}}};
int32_t app_today(const struct app *app)
{
    (void)app;
    return 20000;
}
static bool is_asked(struct str const *schemes, int count, struct err *e)
{
    return !count || str_eq(schemes[0], S("proef")) || (fail)(e, ERR_FACTS, "there is no scheme <x>");
}
bool app_mag(struct arena *a, struct app *app, struct str const *schemes, int count, int32_t on, struct str assumed,
             struct mag *out, struct err *e)
{
    (void)app;
    if (!is_asked(schemes, count, e))
        return false;
    if (assumed.len)
        return (fail)(e, ERR_LAW, "no such law");
    *out = (struct mag){.day = on, .schemes = arena_new(a, struct mag_scheme, 1), .scheme_count = 1};
    out->schemes[0] = (struct mag_scheme){.scheme = &proef, .open = {[NEED_VERIFIED] = 1},
                                          .may = {MAY_YES, MAY_YES, MAY_YES, MAY_IF, MAY_LATER, MAY_NOT, MAY_NOT, MAY_NOT, MAY_NOT}};
    return true;
}
void app_mag_csv(const struct mag *m, struct buf *out)
{
    (void)m;
    buf_add(out, S("day;assumed\n"));
}
static bool policy_allows = true;
bool app_kan(struct arena *a, struct app *app, struct str const *schemes, int count, int32_t on, struct kan *out, struct err *e)
{
    static struct kan_scheme counted;
    (void)app;
    if (!is_asked(schemes, count, e))
        return false;
    if (!policy_allows)
        return (fail)(e, ERR_GATE, "the policy <ended>");
    counted = (struct kan_scheme){.scheme = &proef, .state = KAN_COUNTED, .residents = 5, .undecided = {.hidden = true},
                                  .parts = {{3, 3, 3, false}, {.hidden = true}, {.hidden = true}, {.n = 0}}};
    *out = (struct kan){.day = on, .residents = 5, .k = 5, .schemes = arena_new(a, const struct kan_scheme *, 1), .scheme_count = 1};
    out->schemes[0] = &counted;
    return true;
}
void app_kan_csv(const struct kan *k, struct buf *out)
{
    (void)k;
    buf_add(out, S("day;scheme\n"));
}

/* ---- a server for all tests --------------------------------------------------------------------- */

static struct {
    pthread_t thread;
    pthread_mutex_t lock;
    pthread_cond_t known;
    struct arena a;
    volatile int stop;
    int port;
    bool served;
    struct err e;
    char folder[64];
} server;

static void ready(void *ctx, const char *url)
{
    assert_ptr_equal(ctx, &server);
    pthread_mutex_lock(&server.lock);
    int64_t port = 0;
    struct str at = str_of(url);
    assert_true(str_starts(at, S("http://127.0.0.1:")) && str_ends(at, S("/")));
    assert_true(str_to_int64(str_slice(at, 17, at.len - 1), &port));
    server.port = (int)port;
    pthread_cond_signal(&server.known);
    pthread_mutex_unlock(&server.lock);
}

static void *serve(void *unused)
{
    (void)unused;
    struct web_place place = {.listen = S("127.0.0.1:0"), .assets = str_of(server.folder)};
    server.served = web_serve(&server.a, NULL, &place, &server.stop, ready, &server, &server.e);
    return NULL;
}

static void put_file(const char *name, const char *text)
{
    char path[128];
    snprintf(path, sizeof path, "%s/%s", server.folder, name);
    FILE *f = fopen(path, "w");
    assert_non_null(f);
    fputs(text, f);
    fclose(f);
}

static int start(void **s)
{
    (void)s;
    snprintf(server.folder, sizeof server.folder, "/tmp/hoort-web-test-XXXXXX");
    assert_non_null(mkdtemp(server.folder));
    put_file("hoort.css", "body{}");
    put_file("live.js", "1;");
    put_file("secret.key", "never");
    server.a = arena_open(LIMIT_ARENA_BOOT);
    pthread_mutex_init(&server.lock, NULL);
    pthread_cond_init(&server.known, NULL);
    pthread_mutex_lock(&server.lock);
    assert_int_equal(pthread_create(&server.thread, NULL, serve, NULL), 0);
    while (server.port == 0)
        pthread_cond_wait(&server.known, &server.lock);
    pthread_mutex_unlock(&server.lock);
    return 0;
}

static int stop(void **s)
{
    (void)s;
    server.stop = 1;
    pthread_join(server.thread, NULL);
    char path[128];
    snprintf(path, sizeof path, "%s/hoort.css", server.folder);
    unlink(path);
    snprintf(path, sizeof path, "%s/live.js", server.folder);
    unlink(path);
    snprintf(path, sizeof path, "%s/secret.key", server.folder);
    unlink(path);
    rmdir(server.folder);
    return server.served ? 0 : -1;
}

/* Sends bytes and reads until the other side closes; the answer stays valid until the next call. */
static const char *speak(const char *bytes, size_t len)
{
    static char answer[1 << 19];
    int sock = socket(AF_INET, SOCK_STREAM, 0);
    struct sockaddr_in at = {.sin_family = AF_INET, .sin_port = htons((uint16_t)server.port),
                             .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    assert_int_equal(connect(sock, (struct sockaddr *)&at, sizeof at), 0);
    size_t have = 0;
    for (size_t sent = 0; sent < len;) {
        ssize_t n = send(sock, bytes + sent, len - sent, MSG_NOSIGNAL);
        if (n <= 0)
            break;
        sent += (size_t)n;
    }
    for (ssize_t n = 1; n > 0 && have + 1 < sizeof answer; have += n > 0 ? (size_t)n : 0)
        n = recv(sock, answer + have, sizeof answer - 1 - have, 0);
    answer[have] = 0;
    close(sock);
    return answer;
}

/* METHOD path with our own host and further head lines. */
static const char *ask(const char *method, const char *path, const char *heads)
{
    char text[4096];
    int n = snprintf(text, sizeof text, "%s %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nConnection: close\r\n%s\r\n", method, path,
                     server.port, heads);
    assert_true(n > 0 && n < (int)sizeof text);
    return speak(text, (size_t)n);
}

static int status(const char *answer)
{
    struct str s = str_of(answer);
    int64_t code = 0;
    /* 0 for no answer at all. */
    if (s.len < 12 || !str_starts(s, S("HTTP/1.1 ")) || !str_to_int64(str_slice(s, 9, 12), &code))
        return 0;
    return (int)code;
}

static void has(const char *answer, const char *what)
{
    if (!strstr(answer, what))
        fail_msg("no \"%s\" in:\n%s", what, answer);
}

/* ---- what is answered ------------------------------------------------------------------------------ */

static void answers_in_two_languages(void **s)
{
    (void)s;
    const char *nl = ask("GET", "/", "");
    assert_int_equal(status(nl), 200);
    has(nl, "<html lang=\"nl\"");
    has(nl, "Er is nog niet gezocht");
    const char *en = ask("GET", "/en/", "");
    has(en, "<html lang=\"en\"");
    has(en, "No search has been done yet");
    has(en, "hreflang=\"nl\"");
}

static void every_answer_has_safe_heads(void **s)
{
    (void)s;
    static const char *const paths[] = {"/", "/weg", "/overzicht.csv", "/gezond", "/beleid"};
    for (int i = 0; i < COUNT(paths); i++) {
        const char *answer = ask("GET", paths[i], "");
        has(answer, "Content-Security-Policy: default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; "
                    "font-src 'self'; form-action 'self'; "
                    "frame-ancestors 'none'; base-uri 'none'\r\n");
        has(answer, "X-Content-Type-Options: nosniff\r\n");
        has(answer, "X-Frame-Options: DENY\r\n");
        has(answer, "Referrer-Policy: same-origin\r\n");
        has(answer, "Cache-Control: no-store\r\n");
        /* A page brings the cookie that its forms need; a file doesn't. */
        assert_int_equal(strstr(answer, "Set-Cookie: hoort_bezoek=") != NULL, strstr(answer, "text/html") != NULL);
        assert_null(strstr(ask("GET", paths[i], "Cookie: hoort_bezoek=00112233445566778899aabbccddeeff\r\n"), "Set-Cookie"));
    }
}

static void says_what_to_do_when_it_goes_wrong(void **s)
{
    (void)s;
    const char *missing = ask("GET", "/weg", "");
    assert_int_equal(status(missing), 404);
    has(missing, "Deze pagina is er niet");
    has(missing, "begin bij het overzicht");
    missing = ask("GET", "/en/gone", "");
    assert_int_equal(status(missing), 404);
    has(missing, "This page is not there");
    const char *broken = ask("GET", "/en/account", "");
    assert_int_equal(status(broken), 500);
    has(broken, "Something went wrong");
}

static void errors_are_escaped(void **s)
{
    (void)s;
    store_answers = false;
    const char *answer = ask("GET", "/", "");
    assert_int_equal(status(answer), 500);
    has(answer, "the &lt;store&gt; is &quot;locked&quot;; try again");
    assert_null(strstr(answer, "<store>"));
    assert_int_equal(status(ask("GET", "/gezond", "")), 503);
    store_answers = true;
    assert_int_equal(status(ask("GET", "/gezond", "")), 200);
}

static void the_method_is_escaped_and_says_its_faults(void **s)
{
    (void)s;
    static const char *const paths[] = {"/methode", "/methode/dilemmas", "/methode/rollen", "/methode/waarden", "/methode/ladder"};
    for (int i = 0; i < COUNT(paths); i++)
        assert_null(strstr(ask("GET", paths[i], ""), "hoort method check"));
    const char *values = ask("GET", "/methode/waarden", "");
    assert_int_equal(status(values), 200);
    has(values, "&lt;i&gt;naam&lt;/i&gt;");
    assert_null(strstr(values, "<i>"));
    has(ask("GET", "/methode", ""), "1 onderdeel is van uw eigen organisatie");
    method_is_fine = false;
    for (int i = 0; i < COUNT(paths); i++)
        has(ask("GET", paths[i], ""), "values.yaml:3:4: a &lt;fault&gt;; mend it");
    method_is_fine = true;
}

static void other_methods_are_refused(void **s)
{
    (void)s;
    static const char *const methods[] = {"POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "get", "BREW"};
    for (int i = 0; i < COUNT(methods); i++) {
        const char *answer = ask(methods[i], "/", "");
        assert_int_equal(status(answer), 405);
        has(answer, "Allow: GET, HEAD\r\n");
        has(answer, "Dit kan hier niet");
    }
    const char *head = ask("HEAD", "/", "");
    assert_int_equal(status(head), 200);
    assert_null(strstr(head, "<html"));
}

static void a_body_is_refused_and_ends_the_connection(void **s)
{
    (void)s;
    /* What follows must not be taken for a second request. */
    const char *answer = ask("GET", "/", "Content-Length: 37\r\n\r\nGET /gezond HTTP/1.1\r\nHost: x\r\n");
    assert_int_equal(status(answer), 413);
    has(answer, "Connection: close");
    assert_null(strstr(answer + 12, "HTTP/1.1 "));
    assert_int_equal(status(ask("POST", "/", "Content-Length: 5\r\n\r\nhello")), 405);
    assert_int_equal(status(ask("GET", "/", "Transfer-Encoding: chunked\r\n\r\n0\r\n")), 413);
}

/* ---- forms -------------------------------------------------------------------------------------------- */

#define VISIT "00112233445566778899aabbccddeeff"
#define KNOWN "Cookie: hoort_bezoek=" VISIT "\r\n"
#define FORM "Content-Type: application/x-www-form-urlencoded\r\n"

/* The token of the forms on the login page, for a visit. */
static const char *token_for(const char *cookies)
{
    static char token[33];
    const char *at = strstr(ask("GET", "/inloggen", cookies), "name=\"csrf\" value=\"");
    assert_non_null(at);
    snprintf(token, sizeof token, "%s", at + strlen("name=\"csrf\" value=\""));
    return token;
}

static const char *post(const char *path, const char *heads, const char *body)
{
    char text[4096];
    int n = snprintf(text, sizeof text, "%sContent-Length: %zu\r\n\r\n%s", heads, strlen(body), body);
    assert_true(n > 0 && n < (int)sizeof text);
    return ask("POST", path, text);
}

static const char *post_token(const char *path, const char *heads, const char *token, const char *more)
{
    char body[2048];
    snprintf(body, sizeof body, "csrf=%s%s", token, more);
    return post(path, heads, body);
}

static void a_form_needs_its_token(void **s)
{
    (void)s;
    char token[33];
    snprintf(token, sizeof token, "%s", token_for(KNOWN));
    const char *answer = post_token("/inloggen", KNOWN FORM, token, "&naar=/beleid");
    assert_int_equal(status(answer), 303);
    has(answer, "Location: /beleid\r\n");
    assert_int_equal(status(post("/inloggen", KNOWN FORM, "naar=/beleid")), 403);
    assert_int_equal(status(post("/inloggen", KNOWN FORM, "")), 403);
    answer = post_token("/en/login", KNOWN FORM, "00000000000000000000000000000000", "");
    assert_int_equal(status(answer), 403);
    has(answer, "load the page again and send the form once more");
    /* Another browser's token, and a browser that sends no cookie, or two. */
    assert_int_equal(status(post_token("/inloggen", "Cookie: hoort_bezoek=ff112233445566778899aabbccddeeff\r\n" FORM, token, "")), 403);
    assert_int_equal(status(post_token("/inloggen", FORM, token, "")), 403);
    assert_int_equal(status(post_token("/inloggen", "Cookie: hoort_bezoek=" VISIT "; hoort_bezoek=" VISIT "\r\n" FORM, token, "")), 403);
    token[0] = token[0] == '0' ? '1' : '0';
    assert_int_equal(status(post_token("/inloggen", KNOWN FORM, token, "")), 403);
}

static void a_form_of_another_site_is_refused(void **s)
{
    (void)s;
    char token[33], heads[512];
    snprintf(token, sizeof token, "%s", token_for(KNOWN));
    static const struct { const char *head; int status; } cases[] = {
        {"Origin: http://127.0.0.1:%d\r\nSec-Fetch-Site: same-origin\r\n", 303}, {"Sec-Fetch-Site: none\r\n", 303},
        {"Origin: http://localhost:%d\r\n", 403}, {"Origin: https://127.0.0.1:%d\r\n", 403}, {"Origin: http://evil.example\r\n", 403},
        {"Origin: null\r\n", 403}, {"Sec-Fetch-Site: cross-site\r\n", 403}, {"Sec-Fetch-Site: same-site\r\n", 403},
        {"Origin: http://127.0.0.1:%d.evil.example\r\n", 403}};
    for (int i = 0; i < COUNT(cases); i++) {
        struct arena tmp = server.a;
        const char *head = strstr(cases[i].head, "%d") ? str_z(&tmp, str_format(&tmp, STR_FMT "%d%s",
            STR_ARG(str_slice(str_of(cases[i].head), 0, str_find(str_of(cases[i].head), S("%d")))), server.port,
            strstr(cases[i].head, "%d") + 2)) : cases[i].head;
        snprintf(heads, sizeof heads, KNOWN FORM "%s", head);
        int got = status(post_token("/inloggen", heads, token, ""));
        if (got != cases[i].status)
            fail_msg("%s: %d", cases[i].head, got);
    }
}

static void a_form_leads_to_our_own_pages_only(void **s)
{
    (void)s;
    char token[33];
    snprintf(token, sizeof token, "%s", token_for(KNOWN));
    static const char *const elsewhere[] = {"//evil.example", "https://evil.example/", "/\\evil.example", "/weg", "", "/inloggen",
                                            "/%0d%0aSet-Cookie:a=b", "/static/0123456789abcdef/hoort.css"};
    for (int i = 0; i < COUNT(elsewhere); i++) {
        char more[128];
        snprintf(more, sizeof more, "&naar=%s", elsewhere[i]);
        const char *answer = post_token("/inloggen", KNOWN FORM, token, more);
        assert_int_equal(status(answer), 303);
        has(answer, "Location: /\r\n");
        assert_null(strstr(answer, "Set-Cookie: a=b"));
    }
}

static void crooked_forms_are_refused(void **s)
{
    (void)s;
    static const struct { const char *heads, *body; int status; } cases[] = {
        {KNOWN FORM, "a=%", 400}, {KNOWN FORM, "a=%4", 400}, {KNOWN FORM, "a=%zz", 400}, {KNOWN FORM, "a=%ff", 400},
        {KNOWN FORM, "a=%00", 400}, {KNOWN FORM, "a=%c0%80", 400}, {KNOWN FORM, "=b", 400}, {KNOWN FORM, "a=1&a=2", 400},
        {KNOWN FORM, "a=\x01", 400}, {KNOWN FORM, "a=%ed%a0%80", 400},
        {KNOWN "Content-Type: multipart/form-data; boundary=x\r\n", "--x", 415},
        {KNOWN "Content-Type: application/json\r\n", "{}", 415},
        {KNOWN "Content-Type: text/plain\r\n", "a=b", 415}, {KNOWN, "a=b", 415},
        {KNOWN "Content-Type: application/x-www-form-urlencoded; charset=latin1\r\n", "a=b", 415}};
    for (int i = 0; i < COUNT(cases); i++) {
        const char *answer = post("/inloggen", cases[i].heads, cases[i].body);
        if (status(answer) != cases[i].status)
            fail_msg("%s: %d", cases[i].body, status(answer));
        has(answer, "Er is niets bewaard");
    }
    char many[16 * (LIMIT_WEB_FIELDS + 1)];
    int at = 0;
    for (int i = 0; i <= LIMIT_WEB_FIELDS; i++)
        at += snprintf(many + at, sizeof many - (size_t)at, "a%d=1&", i);
    assert_int_equal(status(post("/inloggen", KNOWN FORM, many)), 400);
}

/* The rest of a request whose head was sent: as a browser does it, or as a sender that does not stop. */
static void large_and_chunked_bodies(void **s)
{
    (void)s;
    static char text[1100 << 10];
    char token[33];
    snprintf(token, sizeof token, "%s", token_for(KNOWN));
    int head = snprintf(text, sizeof text, "POST /inloggen HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nConnection: close\r\n" KNOWN FORM
                        "Transfer-Encoding: chunked\r\n\r\n25\r\ncsrf=%s\r\nD\r\n&naar=/beleid\r\n0\r\n\r\n", server.port, token);
    const char *answer = speak(text, (size_t)head);
    assert_int_equal(status(answer), 303);
    has(answer, "Location: /beleid\r\n");
    /* Said to be too large: refused before it comes. */
    head = snprintf(text, sizeof text, "POST /inloggen HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n" KNOWN FORM "Content-Length: %d\r\n\r\n",
                    server.port, LIMIT_WEB_FORM_BYTES + 1);
    answer = speak(text, (size_t)head);
    assert_int_equal(status(answer), 413);
    has(answer, "64 kilobyte");
    /* Not said: let through, and then refused. */
    head = snprintf(text, sizeof text, "POST /inloggen HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nConnection: close\r\n" KNOWN FORM
                    "Transfer-Encoding: chunked\r\n\r\n%x\r\n", server.port, 100 << 10);
    memset(text + head, 'a', 100 << 10);
    memcpy(text + head + (100 << 10), "\r\n0\r\n\r\n", 7);
    assert_int_equal(status(speak(text, (size_t)head + (100 << 10) + 7)), 413);
    /* Nor endlessly: the connection ends. */
    head = snprintf(text, sizeof text, "POST /inloggen HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n" KNOWN FORM "Transfer-Encoding: chunked\r\n\r\n"
                    "7fffffff\r\n", server.port);
    memset(text + head, 'a', sizeof text - (size_t)head);
    assert_int_equal(status(speak(text, sizeof text)), 0);
    /* Exactly what may be is read whole: its token is wrong, not its size. */
    head = snprintf(text, sizeof text, "POST /inloggen HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nConnection: close\r\n" KNOWN FORM
                    "Content-Length: %d\r\n\r\na=", server.port, LIMIT_WEB_FORM_BYTES);
    memset(text + head, 'a', LIMIT_WEB_FORM_BYTES - 2);
    assert_int_equal(status(speak(text, (size_t)head + LIMIT_WEB_FORM_BYTES - 2)), 403);
    assert_int_equal(status(ask("GET", "/gezond", "")), 200);
}

static void a_body_that_stops_holds_nobody_up(void **s)
{
    (void)s;
    int sock = socket(AF_INET, SOCK_STREAM, 0);
    struct sockaddr_in at = {.sin_family = AF_INET, .sin_port = htons((uint16_t)server.port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    char text[512];
    assert_int_equal(connect(sock, (struct sockaddr *)&at, sizeof at), 0);
    int n = snprintf(text, sizeof text, "POST /inloggen HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n" KNOWN FORM
                     "Content-Length: 100\r\n\r\ncsrf=", server.port);
    assert_int_equal(send(sock, text, (size_t)n, MSG_NOSIGNAL), n);
    assert_int_equal(status(ask("GET", "/gezond", "")), 200);
    close(sock);
    assert_int_equal(status(ask("GET", "/gezond", "")), 200);
}

static void open_mode_is_said(void **s)
{
    (void)s;
    has(ask("GET", "/", ""), "Er zijn nog geen accounts: wie dit adres bereikt, mag alles.");
    has(ask("GET", "/en/policies", ""), "There are no accounts yet: whoever reaches this address may do everything.");
    const char *login = ask("GET", "/inloggen", "");
    has(login, "U hoeft niet in te loggen");
}

static void only_our_own_host(void **s)
{
    (void)s;
    static const char *const wrong[] = {"evil.example", "127.0.0.1", "127.0.0.1:1", "localhost.evil.example",
                                        "127.0.0.1.evil:80", ""};
    char text[256];
    for (int i = 0; i < COUNT(wrong); i++) {
        int n = snprintf(text, sizeof text, "GET / HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n", wrong[i]);
        const char *answer = speak(text, (size_t)n);
        assert_int_equal(status(answer), 400);
        has(answer, "Dit adres hoort niet bij deze server");
    }
    int n = snprintf(text, sizeof text, "GET /gezond HTTP/1.1\r\nHost: localhost:%d\r\nConnection: close\r\n\r\n", server.port);
    assert_int_equal(status(speak(text, (size_t)n)), 200);
    assert_true(host_is_ours(S("[::1]:8080"), 8080));
    assert_true(host_is_ours(S("localhost"), 80));
    assert_false(host_is_ours(S("[::1]8080"), 8080));
    assert_false(host_is_ours(S("localhost:"), 80));
    assert_false(host_is_ours(S("127.0.0.1:-8080"), 8080));
}

static void too_much_is_refused(void **s)
{
    (void)s;
    static char path[LIMIT_WEB_URL + 20], heads[LIMIT_WEB_HEADERS * 16], text[64 << 10];
    memset(path, 'a', sizeof path - 1);
    path[0] = '/';
    assert_int_equal(status(ask("GET", path, "")), 414);
    for (int i = 0, len = 0; i < LIMIT_WEB_HEADERS; i++)
        len += snprintf(heads + len, sizeof heads - (size_t)len, "X-%d: y\r\n", i);
    assert_int_equal(status(ask("GET", "/", heads)), 431);
    /* Larger than a connection may be: the library itself says no. */
    int n = snprintf(text, sizeof text, "GET / HTTP/1.1\r\nHost: localhost\r\nX: ");
    memset(text + n, 'x', sizeof text - (size_t)n);
    int code = status(speak(text, sizeof text));
    assert_true(code == 0 || code == 431 || code == 413);
    /* Not HTTP at all: no answer or an error, and the server lives on. */
    speak("\x16\x03\x01\x02\0\x01\0", 7);
    speak("GET\r\n\r\n", 7);
    assert_int_equal(status(ask("GET", "/gezond", "")), 200);
}

static void paths_are_taken_as_they_come(void **s)
{
    (void)s;
    static const char *const none[] = {"/%62eleid", "/beleid/", "//beleid", "/./beleid", "/static/../beleid", "/BELEID", "/en",
                                       "/en/beleid", "/weigering/zorgtoeslag", "/weigering/a%00b/cleared", "/inwoner/xyz/zorgtoeslag"};
    for (int i = 0; i < COUNT(none); i++)
        assert_int_equal(status(ask("GET", none[i], "")), 404);
    assert_int_equal(status(ask("GET", "/weigering/zorgtoeslag/cleared?vanaf=-1", "")), 400);
    assert_int_equal(status(ask("GET", "/weigering/zorgtoeslag/cleared?vanaf=1e9", "")), 400);
    assert_int_equal(status(ask("GET", "/?vanaf=99999999999999999999", "")), 400);
    static const char *const crooked[] = {"/knikpunten?tot=1%2C5", "/knikpunten?langs=<b>", "/en/breakpoints?a%00=1",
                                          "/knikpunten?tot=1+1"};
    for (int i = 0; i < COUNT(crooked); i++)
        assert_int_equal(status(ask("GET", crooked[i], "")), 400);
    char many[600];
    int at = snprintf(many, sizeof many, "/knikpunten?");
    for (int i = 0; i <= LIMIT_WEB_FIELDS; i++)
        at += snprintf(many + at, sizeof many - (size_t)at, "a=1&");
    assert_int_equal(status(ask("GET", many, "")), 400);
}

/* ---- evidence ------------------------------------------------------------------------------------------ */

static void evidence_says_what_a_choice_does(void **s)
{
    (void)s;
    const char *page = ask("GET", "/gevolgen", "");
    assert_int_equal(status(page), 200);
    has(page, "Van de 1.000 mensen die recht hebben op &lt;b&gt;toeslag&lt;/b&gt; en die niet gebruiken, bereikt u er enkele.");
    has(page, "te weinig om te laten zien");
    has(page, "De knoppen staan zoals in het beleid dat is ondertekend.");
    has(page, "&lt;i&gt;town&lt;/i&gt;");
    has(page, "type=\"range\" min=\"0\" max=\"1440\" step=\"60\" value=\"120\"");
    has(page, "<option value=\"settled\" selected>");
    has(page, "name=\"exclude.geheim_adres\"");
    has(page, "data-live-address=\"/gevolgen\"");
    has(page, "href=\"/gevolgen.csv\"");
    assert_null(strstr(page, "name=\"bewaar\""));              /* there is nothing to keep yet */
    page = ask("GET", "/en/evidence?amount_min=240&vers=nee&control=100", "");
    has(page, "Letters that were sent before are counted.");
    has(page, "Smallest amount a year that we write about, in euros: €240");
    has(page, "name=\"bewaar\"");
    has(page, "data-live-address=\"/en/evidence?vers=nee&amp;amount_min=240\"");   /* what stands as signed is not said */
    has(page, "href=\"/gevolgen?amount_min=240&amp;vers=nee&amp;control=100\"");   /* the other language asks the same */
}

static void evidence_keeps_alternatives_in_the_address(void **s)
{
    (void)s;
    const char *page = ask("GET", "/gevolgen?k_min=10&exclude.in_onderzoek=exclude&bewaar=ja", "");
    has(page, "naast1=exclude.in_onderzoek.exclude-k_min.10\"");
    has(page, "<input type=\"hidden\" name=\"naast1\" value=\"exclude.in_onderzoek.exclude-k_min.10\"");
    assert_null(strstr(page, "name=\"bewaar\""));              /* it is there already */
    page = ask("GET", "/gevolgen?naast1=k_min.10&naast2=rung.2&naast3=control.0&amount_min=240", "");
    has(page, "Er staan er al drie naast.");
    page = ask("GET", "/gevolgen?naast1=k_min.10&naast2=rung.2&naast3=control.0&amount_min=240&weg=2&bewaar=ja", "");
    has(page, "naast1=k_min.10&amp;naast2=control.0&amp;naast3=amount_min.240\"");
    page = ask("GET", "/gevolgen?naast1=k_min.5", "");           /* the policy itself needs no keeping */
    has(page, "data-live-address=\"/gevolgen\"");
    page = ask("GET", "/gevolgen?draai=timing&draai2=k_min&x=letters&y=facts_per_resident", "");
    has(page, "data-live-address=\"/gevolgen?x=letters&amp;y=facts_per_resident&amp;draai=timing&amp;draai2=k_min\"");
    has(page, "hoort-chart__ring");
}

static void evidence_refuses_what_is_no_choice(void **s)
{
    (void)s;
    static const char *const wrong[] = {
        "nothing=1", "amount_min=-1", "amount_min=100001", "amount_min=", "amount_min=1.5", "amount_min=240,k_min.1", "k_min=0",
        "k_min=99999999999999999999", "timing=soon", "rung=9", "exclude=human", "exclude.naam=human", "exclude.geheim_adres=maybe",
        "amount_min=60&amount_min=60", "naast1=nothing.1", "naast1=amount_min", "naast2=k_min.0", "naast1=-", "regeling=huurtoeslag",
        "regeling=",
        "vers=misschien", "x=score", "y=", "draai=score", "draai2=exclude", "weg=4", "weg=0", "weg=x", "bewaar=nee", "vanaf=1"};
    char path[200];
    for (int i = 0; i < COUNT(wrong); i++) {
        snprintf(path, sizeof path, "/gevolgen?%s", wrong[i]);
        const char *page = ask("GET", path, "");
        if (status(page) != 400)
            fail_msg("%s: %d", path, status(page));
        has(page, "role=\"alert\"");
        has(page, "Zo kunnen wij het niet uitrekenen.");
        has(page, "name=\"k_min\"");                            /* the form is there to go on with */
        snprintf(path, sizeof path, "/en/evidence.csv?%s", wrong[i]);
        assert_int_equal(status(ask("GET", path, "")), 400);
    }
    static const char *const crooked[] = {"amount_min=<script>alert(1)</script>", "amount_min=%3Cscript%3E", "<b>=1", "naast1=a%00b",
                                          "amount_min=1;k_min=2", "naast1=\"onload="};
    for (int i = 0; i < COUNT(crooked); i++) {
        snprintf(path, sizeof path, "/gevolgen?%s", crooked[i]);
        const char *page = ask("GET", path, "");
        assert_int_equal(status(page), 400);
        assert_null(strstr(page, "<script>"));
    }
    char many[1200];
    int at = snprintf(many, sizeof many, "/gevolgen?");
    for (int i = 0; i < 100; i++)
        at += snprintf(many + at, sizeof many - (size_t)at, "k_min=%d&", i);
    assert_int_equal(status(ask("GET", many, "")), 400);
}

static void evidence_says_so_when_nobody_may_be_read(void **s)
{
    (void)s;
    evidence_refused = ERR_POLICY;
    const char *page = ask("GET", "/gevolgen", "");
    assert_int_equal(status(page), 403);
    has(page, "Onder dit beleid mogen wij nu niemands gegevens lezen");
    has(page, "not &lt;now&gt;");
    assert_int_equal(status(ask("GET", "/gevolgen.csv", "")), 403);
    evidence_refused = ERR_FILE;
    assert_int_equal(status(ask("GET", "/gevolgen", "")), 500);
    evidence_refused = ERR_NONE;
}

static void evidence_gives_the_same_as_a_file(void **s)
{
    (void)s;
    const char *file = ask("GET", "/gevolgen.csv?k_min=10&naast1=rung.2&draai=control&draai2=timing", "");
    assert_int_equal(status(file), 200);
    has(file, "Content-Type: text/csv; charset=utf-8\r\n");
    has(file, "attachment; filename=\"gevolgen.csv\"");
    has(file, "# <i>town</i>\n");
    has(file, "\npolicy;zorgtoeslag;funnel;searched;people;2000;1;2000;1;0;0;\n");
    has(file, "\nk_min=10;zorgtoeslag;funnel;reached;people;;;;;;;small_cell\n");
    has(file, "\nrung=2;zorgtoeslag;");
    has(file, "\ntiming=estimated,k_min=10,control=200;zorgtoeslag;");    /* a point of the frontier, around the choice */
}

static void a_day_and_a_scheme_are_asked(void **s)
{
    (void)s;
    const char *answer = ask("GET", "/mag?dag=2026-07-01&regeling=proef", "");
    assert_int_equal(status(answer), 200);
    has(answer, "1 juli 2026");
    has(answer, "mag als");
    has(answer, "&lt;b&gt;wie&lt;/b&gt;");
    has(answer, "/en/may?dag=2026-07-01&amp;regeling=proef");        /* the other language asks the same */
    answer = ask("GET", "/en/can", "");
    assert_int_equal(status(answer), 200);
    has(answer, "4 October 2024");                                  /* the day that the workspace was opened */
    has(answer, "too small to show");
    has(answer, "These are data of real residents");
    has(ask("GET", "/kan.csv?regeling=proef", ""), "attachment; filename=\"kan.csv\"");
    has(ask("GET", "/en/may.csv", ""), "day;assumed");
    static const char *const wrong[] = {"/mag?dag=2026-02-30", "/mag?dag=morgen", "/en/can?dag=1", "/kan?regeling=onbekend",
                                        "/kan.csv?regeling=onbekend", "/mag?als=wet_ooit", "/mag.csv?dag=x", "/kan?dag=<b>",
                                        "/mag?regeling=a%00b", "/kan?dag=2026-07-01&regeling=a+b"};
    for (int i = 0; i < COUNT(wrong); i++)
        assert_int_equal(status(ask("GET", wrong[i], "")), 400);
    has(ask("GET", "/kan?regeling=onbekend", ""), "&lt;x&gt;");
    policy_allows = false;
    answer = ask("GET", "/kan", "");
    policy_allows = true;
    assert_int_equal(status(answer), 403);
    has(answer, "the policy &lt;ended&gt;");
}

static void files_have_their_hash_in_the_address(void **s)
{
    (void)s;
    const char *page = ask("GET", "/", ""), *at = strstr(page, "/static/");
    assert_non_null(at);
    char path[64];
    snprintf(path, sizeof path, "%.34s", at);
    assert_string_equal(path + 24, "/hoort.css");
    const char *css = ask("GET", path, "");
    assert_int_equal(status(css), 200);
    has(css, "Content-Type: text/css; charset=utf-8\r\n");
    has(css, "Cache-Control: public, max-age=31536000, immutable\r\n");
    has(css, "body{}");
    snprintf(path, sizeof path, "%.24s/live.js", at = strstr(ask("GET", "/en/", ""), "/static/"));
    assert_non_null(strstr(at, "<script type=\"module\" src=\"/static/"));
    const char *script = ask("GET", path, "");
    assert_int_equal(status(script), 200);
    has(script, "Content-Type: text/javascript; charset=utf-8\r\n");
    snprintf(path, sizeof path, "%.24s/hoort.css", strstr(ask("GET", "/", ""), "/static/"));
    path[8] = path[8] == '0' ? '1' : '0';
    assert_int_equal(status(ask("GET", path, "")), 404);
    assert_int_equal(status(ask("GET", "/static/0123456789abcdef/secret.key", "")), 404);
    assert_int_equal(status(ask("GET", "/static/0123456789abcdef/..", "")), 404);
}

static bool refused_at(struct str listen, struct str assets, const char *site, struct err *e)
{
    volatile int at_once = 1;
    struct arena tmp = server.a;
    struct web_place place = {.listen = listen, .assets = assets, .site = str_of(site)};
    return !web_serve(&tmp, NULL, &place, &at_once, NULL, NULL, e);
}

static void bad_addresses_and_folders_are_refused(void **s)
{
    (void)s;
    static const char *const wrong[] = {"0.0.0.0:80", "192.168.1.1:80", "example.nl:80", "127.0.0.1", ":80",
                                        "127.0.0.1:65536", "127.1:80", ""};
    for (int i = 0; i < COUNT(wrong); i++) {
        struct err e = {0};
        assert_true(refused_at(str_of(wrong[i]), str_of(server.folder), "", &e));
        assert_int_equal(e.code, ERR_USAGE);
    }
    struct err e = {0};
    assert_true(refused_at(S("127.0.0.1:0"), S("src/web/pages"), "", &e));
    assert_int_equal(e.code, ERR_FILE);
    assert_non_null(strstr(e.text, "make assets"));
    char taken[32];
    snprintf(taken, sizeof taken, "127.0.0.1:%d", server.port);
    assert_true(refused_at(str_of(taken), str_of(server.folder), "", &e));
    assert_int_equal(e.code, ERR_WEB);
    static const char *const sites[] = {"http://hoort.example.nl", "https://", "https://hoort.example.nl/", "https://Hoort.example.nl",
                                        "hoort.example.nl", "https://a\r\nb", "https"};
    for (int i = 0; i < COUNT(sites); i++) {
        assert_true(refused_at(S("127.0.0.1:0"), str_of(server.folder), sites[i], &e));
        assert_int_equal(e.code, ERR_USAGE);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(answers_in_two_languages),
        cmocka_unit_test(every_answer_has_safe_heads),
        cmocka_unit_test(says_what_to_do_when_it_goes_wrong),
        cmocka_unit_test(errors_are_escaped),
        cmocka_unit_test(the_method_is_escaped_and_says_its_faults),
        cmocka_unit_test(other_methods_are_refused),
        cmocka_unit_test(a_body_is_refused_and_ends_the_connection),
        cmocka_unit_test(a_form_needs_its_token),
        cmocka_unit_test(a_form_of_another_site_is_refused),
        cmocka_unit_test(a_form_leads_to_our_own_pages_only),
        cmocka_unit_test(crooked_forms_are_refused),
        cmocka_unit_test(large_and_chunked_bodies),
        cmocka_unit_test(a_body_that_stops_holds_nobody_up),
        cmocka_unit_test(open_mode_is_said),
        cmocka_unit_test(only_our_own_host),
        cmocka_unit_test(too_much_is_refused),
        cmocka_unit_test(paths_are_taken_as_they_come),
        cmocka_unit_test(evidence_says_what_a_choice_does),
        cmocka_unit_test(evidence_keeps_alternatives_in_the_address),
        cmocka_unit_test(evidence_refuses_what_is_no_choice),
        cmocka_unit_test(evidence_says_so_when_nobody_may_be_read),
        cmocka_unit_test(evidence_gives_the_same_as_a_file),
        cmocka_unit_test(a_day_and_a_scheme_are_asked),
        cmocka_unit_test(files_have_their_hash_in_the_address),
        cmocka_unit_test(bad_addresses_and_folders_are_refused),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
