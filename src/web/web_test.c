/* SPDX-License-Identifier: EUPL-1.2 */
/* web_test.c: a real server on a free port of 127.0.0.1, spoken to with raw bytes: which
 * requests are answered at all, and with which heads.
 */
#include "server_test.h"

#include <stdlib.h>

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
        cmocka_unit_test(only_our_own_host),
        cmocka_unit_test(too_much_is_refused),
        cmocka_unit_test(paths_are_taken_as_they_come),
        cmocka_unit_test(files_have_their_hash_in_the_address),
        cmocka_unit_test(bad_addresses_and_folders_are_refused),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
