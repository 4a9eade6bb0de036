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
    *out = (struct overview){0};
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
    static char answer[1 << 16];
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
    enum { TOO_LARGE = LIMIT_WEB_FORM_BYTES + (36 << 10), ENDLESS = LIMIT_WEB_FORM_BYTES * 16 + (76 << 10) };
    static char text[ENDLESS];
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
    has(answer, "256 kilobyte");
    /* Not said: let through, and then refused. */
    head = snprintf(text, sizeof text, "POST /inloggen HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nConnection: close\r\n" KNOWN FORM
                    "Transfer-Encoding: chunked\r\n\r\n%x\r\n", server.port, TOO_LARGE);
    memset(text + head, 'a', TOO_LARGE);
    memcpy(text + head + TOO_LARGE, "\r\n0\r\n\r\n", 7);
    assert_int_equal(status(speak(text, (size_t)head + TOO_LARGE + 7)), 413);
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
    char many[4 * (LIMIT_WEB_QUERY_FIELDS + 1) + 64];
    int at = snprintf(many, sizeof many, "/knikpunten?");
    for (int i = 0; i <= LIMIT_WEB_QUERY_FIELDS; i++)
        at += snprintf(many + at, sizeof many - (size_t)at, "a=1&");
    assert_int_equal(status(ask("GET", many, "")), 400);
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
        cmocka_unit_test(files_have_their_hash_in_the_address),
        cmocka_unit_test(bad_addresses_and_folders_are_refused),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
