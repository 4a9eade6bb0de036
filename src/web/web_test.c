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
