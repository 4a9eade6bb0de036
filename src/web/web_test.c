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
    server.served = web_serve(&server.a, NULL, S("127.0.0.1:0"), str_of(server.folder), &server.stop, ready, &server, &server.e);
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
        has(answer, "Content-Security-Policy: default-src 'none'; style-src 'self'; font-src 'self'; form-action 'self'; "
                    "frame-ancestors 'none'; base-uri 'none'\r\n");
        has(answer, "X-Content-Type-Options: nosniff\r\n");
        has(answer, "X-Frame-Options: DENY\r\n");
        has(answer, "Referrer-Policy: no-referrer\r\n");
        has(answer, "Cache-Control: no-store\r\n");
        assert_null(strstr(answer, "Set-Cookie"));
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

static void only_reads(void **s)
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
    path[8] = path[8] == '0' ? '1' : '0';
    assert_int_equal(status(ask("GET", path, "")), 404);
    assert_int_equal(status(ask("GET", "/static/0123456789abcdef/secret.key", "")), 404);
    assert_int_equal(status(ask("GET", "/static/0123456789abcdef/..", "")), 404);
}

static void bad_addresses_and_folders_are_refused(void **s)
{
    (void)s;
    static const char *const wrong[] = {"0.0.0.0:80", "192.168.1.1:80", "example.nl:80", "127.0.0.1", ":80",
                                        "127.0.0.1:65536", "127.1:80", ""};
    volatile int at_once = 1;
    for (int i = 0; i < COUNT(wrong); i++) {
        struct err e = {0};
        assert_false(web_serve(&server.a, NULL, str_of(wrong[i]), str_of(server.folder), &at_once, NULL, NULL, &e));
        assert_int_equal(e.code, ERR_USAGE);
    }
    struct err e = {0};
    assert_false(web_serve(&server.a, NULL, S("127.0.0.1:0"), S("src/web/pages"), &at_once, NULL, NULL, &e));
    assert_int_equal(e.code, ERR_FILE);
    assert_non_null(strstr(e.text, "make assets"));
    char taken[32];
    snprintf(taken, sizeof taken, "127.0.0.1:%d", server.port);
    assert_false(web_serve(&server.a, NULL, str_of(taken), str_of(server.folder), &at_once, NULL, NULL, &e));
    assert_int_equal(e.code, ERR_WEB);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(answers_in_two_languages),
        cmocka_unit_test(every_answer_has_safe_heads),
        cmocka_unit_test(says_what_to_do_when_it_goes_wrong),
        cmocka_unit_test(errors_are_escaped),
        cmocka_unit_test(the_method_is_escaped_and_says_its_faults),
        cmocka_unit_test(only_reads),
        cmocka_unit_test(a_body_is_refused_and_ends_the_connection),
        cmocka_unit_test(only_our_own_host),
        cmocka_unit_test(too_much_is_refused),
        cmocka_unit_test(paths_are_taken_as_they_come),
        cmocka_unit_test(a_day_and_a_scheme_are_asked),
        cmocka_unit_test(files_have_their_hash_in_the_address),
        cmocka_unit_test(bad_addresses_and_folders_are_refused),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
