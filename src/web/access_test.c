/* SPDX-License-Identifier: EUPL-1.2 */
/* access_test.c: forms that change something, and who may: bodies, tokens, sessions, every route
 * with every role.
 */
#include "server_test.h"

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

/* ---- who may ------------------------------------------------------------------------------------------- */

#define LOGGED_IN "Cookie: hoort_sessie=" SESSION "; hoort_bezoek=" VISIT "\r\n"

static void sit(bool closed, uint32_t roles)
{
    memset(&sits, 0, sizeof sits);
    sits.closed = closed;
    sits.roles = roles;
}

static int open_again(void **s)
{
    (void)s;
    sit(false, 0);
    return 0;
}

/* The token of the forms on one's own account's page. */
static const char *own_token(const char *cookies)
{
    static char token[33];
    const char *at = strstr(ask("GET", "/wachtwoord", cookies), "name=\"csrf\" value=\"");
    assert_non_null(at);
    snprintf(token, sizeof token, "%s", at + strlen("name=\"csrf\" value=\""));
    return token;
}

static void nobody_is_asked_to_log_in(void **s)
{
    (void)s;
    sit(true, 0);
    const char *answer = ask("GET", "/beleid", "");
    assert_int_equal(status(answer), 303);
    has(answer, "Location: /inloggen?naar=/beleid\r\n");
    has(ask("GET", "/en/", ""), "Location: /en/login?naar=/en/\r\n");
    answer = ask("GET", "/inloggen?naar=/beleid", "");
    assert_int_equal(status(answer), 200);
    has(answer, "name=\"naar\" value=\"/beleid\"");
    assert_null(strstr(answer, "U bent uitgelogd"));
    assert_null(strstr(answer, "wie dit adres bereikt"));
    assert_null(strstr(answer, "href=\"/beleid\"")); /* nor is a page named that is not for them */
    has(ask("GET", "/inloggen?naar=//evil.example", ""), "name=\"naar\" value=\"/\"");
    has(ask("GET", "/inloggen", LOGGED_IN), "U bent uitgelogd");
    answer = post_token("/gebruikers", KNOWN FORM, token_for(KNOWN), "&naam=x");
    assert_int_equal(status(answer), 403);
    has(answer, "U bent niet ingelogd");
    assert_int_equal(sits.changed, 0);
    assert_int_equal(status(ask("GET", "/gezond", "")), 200);
}

static void a_login_begins_a_session(void **s)
{
    (void)s;
    sit(true, ROLE_BIT(ROLE_auditor));
    char token[33];
    snprintf(token, sizeof token, "%s", token_for(KNOWN));
    const char *answer = post_token("/inloggen", KNOWN FORM, token, "&naam=%3Canna%3E&wachtwoord=geheim-woord&naar=/beleid");
    assert_int_equal(status(answer), 403);
    has(answer, "horen niet bij elkaar");
    has(answer, "value=\"&lt;anna&gt;\"");
    assert_null(strstr(answer, "geheim-woord"));
    assert_null(strstr(answer, "hoort_sessie"));
    answer = post_token("/inloggen", KNOWN FORM, token, "&naam=anna&wachtwoord=wacht");
    assert_int_equal(status(answer), 429);
    has(answer, "Wacht 32 seconden");
    has(post_token("/inloggen", KNOWN FORM, token, "&naam=anna&wachtwoord=dicht"), "Dit account is geblokkeerd");
    answer = post_token("/inloggen", KNOWN FORM, token, "&naam=anna&wachtwoord=goed&naar=/beleid");
    assert_int_equal(status(answer), 303);
    has(answer, "Location: /beleid\r\n");
    has(answer, "Set-Cookie: hoort_sessie=" SESSION "; Path=/; HttpOnly; SameSite=Strict\r\n");
    assert_true(str_eq(sits.address, S("127.0.0.1")));
    const char *page = ask("GET", "/", LOGGED_IN);
    assert_int_equal(status(page), 200);
    has(page, ">anna</a>");
    has(page, "action=\"/uitloggen\"");
    assert_null(strstr(page, "hoort_sessie")); /* the token is in the cookie and nowhere else */
    assert_null(strstr(page, SESSION));
}

static void a_session_has_its_own_token(void **s)
{
    (void)s;
    sit(true, ROLE_BIT(ROLE_admin));
    char visit[33], own[33];
    sits.roles = 0;
    snprintf(visit, sizeof visit, "%s", token_for(KNOWN));
    sits.roles = ROLE_BIT(ROLE_admin);
    snprintf(own, sizeof own, "%s", own_token(LOGGED_IN));
    assert_string_not_equal(visit, own);
    assert_int_equal(status(post_token("/gebruikers", LOGGED_IN FORM, visit, "&naam=bo")), 403);
    assert_int_equal(status(post_token("/gebruikers",
        "Cookie: hoort_sessie=" OTHER_SESSION "; hoort_bezoek=" VISIT "\r\n" FORM, own, "")), 403);
    assert_int_equal(sits.changed, 0);
    assert_int_equal(status(post_token("/gebruikers", LOGGED_IN FORM, own,
        "&naam=bo&rol.auditor=ja&rol.admin=ja&rol.caseworker=nee")), 303);
    assert_int_equal(sits.changed, 1);
    assert_string_equal(sits.actor, "admin 0123456789abcdef");
    assert_int_equal(sits.roles_sent, ROLE_BIT(ROLE_auditor) | ROLE_BIT(ROLE_admin));
    const char *answer = post_token("/gebruikers/blokkeren", LOGGED_IN FORM, own, "&naam=weg&blokkeren=ja");
    assert_int_equal(status(answer), 409);
    has(answer, "there is no account with this &lt;name&gt;");
    assert_int_equal(status(post_token("/gebruikers/blokkeren", LOGGED_IN FORM, own, "&naam=bo")), 409);
    answer = post_token("/en/logout", LOGGED_IN FORM, own, "");
    assert_int_equal(status(answer), 303);
    has(answer, "Location: /en/login\r\n");
    has(answer, "Set-Cookie: hoort_sessie=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0\r\n");
    has(answer, "Set-Cookie: hoort_bezoek=; ");
    assert_int_equal(sits.ended, 1);
}

static void a_password_is_changed_by_who_knows_it(void **s)
{
    (void)s;
    sit(true, ROLE_BIT(ROLE_auditor));
    char own[33];
    snprintf(own, sizeof own, "%s", own_token(LOGGED_IN));
    static const struct { const char *form, *words; int status; } cases[] = {
        {"&nu=goed&nieuw=een+lang+wachtwoord&nogmaals=een+ander+wachtwoord", "niet gelijk", 403},
        {"&nu=goed&nieuw=kort&nogmaals=kort", "minstens 12", 403},
        {"&nu=goed&nieuw=annaannaanna&nogmaals=annaannaanna", "minstens 12", 403},
        {"&nu=fout&nieuw=een+lang+wachtwoord&nogmaals=een+lang+wachtwoord", "van nu klopt niet", 403},
        {"&nu=wacht&nieuw=een+lang+wachtwoord&nogmaals=een+lang+wachtwoord", "Wacht 32", 403},
        {"", "minstens 12", 403}};
    for (int i = 0; i < COUNT(cases); i++) {
        const char *answer = post_token("/wachtwoord", LOGGED_IN FORM, own, cases[i].form);
        assert_int_equal(status(answer), cases[i].status);
        has(answer, cases[i].words);
    }
    assert_int_equal(sits.changed, 0);
    const char *answer = post_token("/wachtwoord", LOGGED_IN FORM, own, "&nu=goed&nieuw=een+lang+wachtwoord&nogmaals=een+lang+wachtwoord");
    assert_int_equal(status(answer), 303);
    has(answer, "hoort_sessie=; ");
    assert_string_equal(sits.name, "anna");
}

static const char *const first_of[ROUTE_COUNT] = {
    [ROUTE_REASON] = "zorgtoeslag", [ROUTE_RESIDENT] = "00112233445566778899aabbccddeeff",
    [ROUTE_LAW] = "wet_op_iets", [ROUTE_STATIC] = "0123456789abcdef",
    [ROUTE_CASE] = "proef", [ROUTE_CASE_EDIT] = "proef", [ROUTE_CASE_EDIT_SEND] = "proef", [ROUTE_SESSION_OPEN] = "proef",
    [ROUTE_CONSOLE] = "0123456789abcdef", [ROUTE_CONSOLE_SEND] = "0123456789abcdef", [ROUTE_SCREEN] = "0123456789abcdef",
    [ROUTE_REPORT] = "0123456789abcdef", [ROUTE_PAPER] = "0123456789abcdef", [ROUTE_SESSION_EVENTS] = "0123456789abcdef",
    [ROUTE_DECISION] = "proef", [ROUTE_DECISION_SAVE] = "proef", [ROUTE_DECISION_APPROVE] = "proef", [ROUTE_DECISION_FILE] = "proef",
    [ROUTE_ASSURE] = "proef", [ROUTE_ASSURE_SEND] = "proef", [ROUTE_PAPER_DOCUMENT] = "proef", [ROUTE_PAPER_COUNCIL] = "proef",
    [ROUTE_PAPER_RESIDENT] = "proef", [ROUTE_PAPER_INSTRUCTION] = "proef", [ROUTE_PAPER_REGISTER] = "proef",
    [ROUTE_PAPER_REGISTER_FILE] = "proef",
    [ROUTE_SEAT] = "0123456789abcdef", [ROUTE_SEAT_SEND] = "0123456789abcdef", [ROUTE_SEAT_EVENTS] = "0123456789abcdef"};
static const char *const second_of[ROUTE_COUNT] = {
    [ROUTE_REASON] = "not_entitled", [ROUTE_RESIDENT] = "zorgtoeslag", [ROUTE_LAW] = "2025-01-01", [ROUTE_STATIC] = "hoort.css"};

/* Who may, as it was meant, of what would hurt most; the rest is held against the list itself. */
static uint32_t meant_for(enum route r)
{
    switch (r) {
    case ROUTE_RESIDENT: case ROUTE_REASON:
        return ROLE_BIT(ROLE_caseworker) | ROLE_BIT(ROLE_privacy_officer) | ROLE_BIT(ROLE_auditor);
    case ROUTE_USERS: case ROUTE_USER_ADD: case ROUTE_USER_ROLES: case ROUTE_USER_BLOCK: return ROLE_BIT(ROLE_admin);
    case ROUTE_STATIC: case ROUTE_LOGIN: case ROUTE_LOGIN_SEND: case ROUTE_LOGOUT: return MAY_ANYONE;
    case ROUTE_JOIN: case ROUTE_JOIN_SEND: return MAY_ANYONE;
    case ROUTE_SEAT: case ROUTE_SEAT_SEND: case ROUTE_SEAT_EVENTS: return MAY_PARTICIPANT;
    case ROUTE_CONSOLE: case ROUTE_CONSOLE_SEND: case ROUTE_SESSION_OPEN:
        return ROLE_BIT(ROLE_project_leader) | ROLE_BIT(ROLE_facilitator);
    case ROUTE_HEALTH: return MAY_MONITOR;
    default: return route_may(r);
    }
}

static void every_route_with_every_role(void **s)
{
    (void)s;
    char token[33];
    int refused = 0, let_in = 0;
    for (int role = 0; role <= ROLE_COUNT; role++) {
        uint32_t roles = role < ROLE_COUNT ? ROLE_BIT(role) : 0; /* the last: nobody */
        sit(true, roles);
        snprintf(token, sizeof token, "%s", roles ? own_token(LOGGED_IN) : token_for(KNOWN));
        for (int r = 0; r < ROUTE_COUNT; r++) {
            struct arena tmp = server.a;
            uint32_t may = meant_for((enum route)r);
            bool post = route_method((enum route)r) == ROUTE_BY_POST, wanted = (may & roles) || (may & (MAY_ANYONE | MAY_MONITOR));
            const char *path = str_z(&tmp, route_path(&tmp, LANG_NL, (enum route)r, str_of(first_of[r]), str_of(second_of[r])));
            const char *cookies = roles ? LOGGED_IN : KNOWN;
            const char *answer = post ? post_token(path, roles ? LOGGED_IN FORM : KNOWN FORM, token, "") : ask("GET", path, cookies);
            bool kept_out = strstr(answer, "Dit mag niet met uw rol") || strstr(answer, "U bent niet ingelogd") ||
                            strstr(answer, "U doet nog niet mee") || strstr(answer, "Location: /inloggen?naar=/");
            if (kept_out == wanted)
                fail_msg("%s %s as %s: %d", post ? "POST" : "GET", path, roles ? role_name((enum desk_role)role) : "nobody",
                    status(answer));
            if (kept_out && roles)
                assert_int_equal(status(answer), 403);
            refused += kept_out;
            let_in += !kept_out;
        }
    }
    assert_true(refused > ROUTE_COUNT && let_in > ROUTE_COUNT);
}

static void when_accounts_cannot_be_read_nobody_gets_in(void **s)
{
    (void)s;
    sit(true, ROLES_ALL);
    sits.broken = true;
    const char *answer = ask("GET", "/gebruikers", LOGGED_IN);
    assert_int_equal(status(answer), 500);
    has(answer, "no accounts can be read");
    assert_null(strstr(answer, "&lt;anna&gt;"));
    assert_null(strstr(answer, "wie dit adres bereikt")); /* nor is it open */
}

static void the_first_account_is_not_made_by_a_visitor(void **s)
{
    (void)s;
    sit(false, 0);
    const char *answer = post_token("/gebruikers", KNOWN FORM, token_for(KNOWN), "&naam=ik&rol.admin=ja&wachtwoord=een+lang+wachtwoord");
    assert_int_equal(status(answer), 409);
    has(answer, "hoort user add");
    assert_int_equal(sits.changed, 0);
    has(ask("GET", "/gebruikers", ""), "hoort user add");
}

/* Without sockets: as behind a server with TLS. */
static void behind_https(void **s)
{
    (void)s;
    sit(true, ROLE_BIT(ROLE_auditor));
    static struct assets assets = {.hash = {"0123456789abcdef", 16}};
    struct arena tmp = server.a;
    struct site site = {.assets = &assets, .port = 8080, .origin = S("https://hoort.example.nl"), .key = {{7}}};
    struct request q = {.method = S("GET"), .path = S("/inloggen"), .host = S("hoort.example.nl"), .from_outside = true};
    struct reply r = visit_answer(&tmp, &site, &q);
    assert_int_equal(r.status, 200);
    assert_int_equal(r.cookie_count, 1);
    assert_true(str_starts(r.cookies[0], S("__Host-hoort_bezoek=")) && str_ends(r.cookies[0],
        S("; Path=/; HttpOnly; SameSite=Strict; Secure")));
    struct str id = str_slice(r.cookies[0], 20, 52);
    ptrdiff_t at = str_find(r.body, S("name=\"csrf\" value=\""));
    q.method = S("POST");
    q.content_type = S("application/x-www-form-urlencoded");
    q.has_body = true;
    q.body = str_format(&tmp, "csrf=" STR_FMT "&wachtwoord=goed", STR_ARG(str_slice(r.body, at + 19, at + 51)));
    q.cookies = str_format(&tmp, "__Host-hoort_bezoek=" STR_FMT, STR_ARG(id));
    q.origin = S("https://hoort.example.nl");
    assert_true(visit_wants_body(&site, &q));
    r = visit_answer(&tmp, &site, &q);
    assert_int_equal(r.status, 303);
    assert_true(str_starts(r.cookies[0], S("__Host-hoort_sessie=" SESSION)) && str_ends(r.cookies[0], S("; Secure")));
    q.origin = S("http://hoort.example.nl");
    assert_false(visit_wants_body(&site, &q));
    assert_int_equal(visit_answer(&tmp, &site, &q).status, 403);
    q.origin = site.origin;
    q.cookies = str_format(&tmp, "hoort_bezoek=" STR_FMT, STR_ARG(id)); /* a cookie that another host could have set */
    assert_int_equal(visit_answer(&tmp, &site, &q).status, 403);
    struct request from_here = {.method = S("GET"), .path = S("/gezond"), .host = S("127.0.0.1:8080")};
    assert_int_equal(visit_answer(&tmp, &site, &from_here).status, 200);
    from_here.from_outside = true;
    assert_int_equal(visit_answer(&tmp, &site, &from_here).status, 404);
    q.host = S("evil.example");
    assert_int_equal(visit_answer(&tmp, &site, &q).status, 400);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_form_needs_its_token),
        cmocka_unit_test(a_form_of_another_site_is_refused),
        cmocka_unit_test(a_form_leads_to_our_own_pages_only),
        cmocka_unit_test(crooked_forms_are_refused),
        cmocka_unit_test(large_and_chunked_bodies),
        cmocka_unit_test(a_body_that_stops_holds_nobody_up),
        cmocka_unit_test(open_mode_is_said),
        cmocka_unit_test_teardown(nobody_is_asked_to_log_in, open_again),
        cmocka_unit_test_teardown(a_login_begins_a_session, open_again),
        cmocka_unit_test_teardown(a_session_has_its_own_token, open_again),
        cmocka_unit_test_teardown(a_password_is_changed_by_who_knows_it, open_again),
        cmocka_unit_test_teardown(every_route_with_every_role, open_again),
        cmocka_unit_test_teardown(when_accounts_cannot_be_read_nobody_gets_in, open_again),
        cmocka_unit_test_teardown(the_first_account_is_not_made_by_a_visitor, open_again),
        cmocka_unit_test_teardown(behind_https, open_again),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
