/* SPDX-License-Identifier: EUPL-1.2 */
/* server_test.h: a real server on a free port of 127.0.0.1, spoken to with raw bytes, over figures
 * that are made up and a desk of which the test says who sits at it. Not for anything but tests.
 */
#ifndef HOORT_WEB_SERVER_TEST_H
#define HOORT_WEB_SERVER_TEST_H

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

#define UNUSED __attribute__((unused))

/* The pages' own tests run in a browser against the real program; here the figures are made up. */
UNUSED static bool store_answers = true;
bool app_overview(struct arena *a, struct app *app, struct overview *out, struct err *e)
{
    static const struct law_set no_laws;
    (void)a, (void)app;
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

UNUSED static bool method_is_fine = true;
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

/* No case, session or decision is there; what is sent is taken and forgotten. */
bool app_cases(struct arena *a, struct app *app, struct app_case **out, int64_t *count, struct err *e)
{
    (void)a, (void)app, (void)out, (void)e;
    *count = 0;
    return true;
}
bool app_case(struct arena *a, struct app *app, struct str id, struct app_case *out, bool *found, struct err *e)
{
    (void)a, (void)app, (void)id, (void)e;
    *out = (struct app_case){.version = {.at_ms = 0}};
    *found = false;
    return true;
}
bool app_case_id(struct arena *a, struct app *app, struct str title, struct str *out, struct err *e)
{
    (void)a, (void)app, (void)title, (void)e;
    *out = S("proef");
    return true;
}
bool app_case_save(struct arena *a, struct app *app, const struct case_record *c, struct str previous, struct str actor,
                   struct lacks *lacks, bool *stale, struct err *e)
{
    (void)a, (void)app, (void)previous, (void)actor, (void)e;
    case_check(c, lacks);
    *stale = false;
    return true;
}
bool app_case_versions(struct arena *a, struct app *app, struct str id, struct stored_record **out, int64_t *count, struct err *e)
{
    (void)a, (void)app, (void)id, (void)out, (void)e;
    *count = 0;
    return true;
}
bool app_case_signals(struct arena *a, struct app *app, const struct case_record *c, struct names **out, struct err *e)
{
    (void)a, (void)app, (void)c, (void)e;
    *out = NULL;
    return true;
}
bool app_session(struct app *app, struct str id, const struct app_session **out, struct err *e)
{
    (void)app, (void)id, (void)e;
    *out = NULL;
    return true;
}
bool app_session_of_code(struct app *app, struct str code, const struct app_session **out, struct err *e)
{
    return app_session(app, code, out, e);
}
bool app_sessions(struct arena *a, struct app *app, struct str case_id, struct stored_session **out, int64_t *count, struct err *e)
{
    (void)a, (void)app, (void)case_id, (void)out, (void)e;
    *count = 0;
    return true;
}
bool app_session_open(struct arena *a, struct app *app, struct str case_id, struct str format, struct str actor,
                      struct stored_session *out, struct err *e)
{
    (void)a, (void)app, (void)case_id, (void)format, (void)actor, (void)out;
    return (fail)(e, ERR_STORE, "none");
}
bool app_session_hash(struct arena *a, struct app *app, struct str id, struct str *out, struct err *e)
{
    (void)a, (void)app, (void)id, (void)out;
    return (fail)(e, ERR_STORE, "none");
}
bool app_session_do(struct app *app, const struct app_session *s, struct act act, struct str actor, enum no *no, struct err *e)
{
    (void)app, (void)s, (void)act, (void)actor, (void)no;
    return (fail)(e, ERR_STORE, "none");
}
bool app_session_join(struct arena *a, struct app *app, const struct app_session *s, struct str role, struct str *key,
                      enum no *no, struct err *e)
{
    (void)a, (void)app, (void)s, (void)role, (void)key, (void)no;
    return (fail)(e, ERR_STORE, "none");
}
struct person *app_seat(struct arena tmp, const struct app_session *s, struct str key)
{
    (void)tmp, (void)s, (void)key;
    return NULL;
}
bool app_decision(struct arena *a, struct app *app, struct str case_id, struct app_decision *out, bool *found, struct err *e)
{
    (void)a, (void)app, (void)case_id, (void)e;
    *out = (struct app_decision){.approval_count = 0};
    *found = false;
    return true;
}

/* ---- a desk of which the test says who sits at it ------------------------------------------------ */

#define SESSION "a0a1a2a3a4a5a6a7a8a9aaabacadaeaf00112233445566778899aabbccddeeff"
#define OTHER_SESSION "b0a1a2a3a4a5a6a7a8a9aaabacadaeaf00112233445566778899aabbccddeeff"

static struct {
    bool closed;                     /* there are accounts */
    uint32_t roles;                  /* of whoever has a session */
    bool broken;
    int ended, changed;              /* sessions, accounts */
    uint32_t roles_sent;
    struct str address;
    char actor[64], name[64];
} sits;

bool app_desk_is_open(struct app *app, bool *open, struct err *e)
{
    (void)app;
    *open = !sits.closed;
    return !sits.broken || (fail)(e, ERR_STORE, "no accounts can be read");
}
bool app_user_session(struct arena *a, struct app *app, struct str token, int64_t now_ms, struct desk_user *out, bool *found, struct err *e)
{
    (void)a, (void)app, (void)e;
    assert(now_ms > 0);
    *found = sits.roles && (str_eq(token, S(SESSION)) || str_eq(token, S(OTHER_SESSION)));
    *out = (struct desk_user){.name = S("anna"), .code = S("0123456789abcdef"), .roles = sits.roles};
    return true;
}
static void judge(const struct login_try *t, struct login *out)
{
    *out = (struct login){.result = str_eq(t->password, S("goed")) ? LOGIN_DONE : str_eq(t->password, S("dicht")) ? LOGIN_BLOCKED :
                                    str_eq(t->password, S("wacht")) ? LOGIN_WAIT : LOGIN_WRONG, .wait_s = 32, .token = S(SESSION)};
}
bool app_login(struct arena *a, struct app *app, const struct login_try *t, struct login *out, struct err *e)
{
    (void)a, (void)app, (void)e;
    sits.address = str_eq(t->address, S("127.0.0.1")) ? S("127.0.0.1") : S("other");
    judge(t, out);
    return true;
}
bool app_password_is(struct app *app, const struct login_try *t, struct login *out, struct err *e)
{
    (void)app, (void)e;
    judge(t, out);
    return true;
}
bool app_logout(struct app *app, struct str token, struct err *e)
{
    (void)app, (void)e;
    sits.ended += str_eq(token, S(SESSION));
    return true;
}
bool app_users(struct arena *a, struct app *app, struct desk_user **out, int64_t *count, struct err *e)
{
    (void)app, (void)e;
    *out = arena_new(a, struct desk_user, 2);
    (*out)[0] = (struct desk_user){.name = S("<anna>"), .code = S("0123456789abcdef"), .roles = ROLE_BIT(ROLE_admin)};
    (*out)[1] = (struct desk_user){.name = S("bo"), .code = S("1123456789abcdef"), .roles = ROLE_BIT(ROLE_auditor), .blocked = true};
    *count = sits.closed ? 2 : 0;
    return true;
}
static bool note(struct str name, uint32_t roles, struct str actor, struct err *e)
{
    snprintf(sits.actor, sizeof sits.actor, STR_FMT, STR_ARG(actor));
    snprintf(sits.name, sizeof sits.name, STR_FMT, STR_ARG(name));
    sits.roles_sent = roles;
    sits.changed++;
    return !str_eq(name, S("weg")) || (fail)(e, ERR_USER, "there is no account with this <name>");
}
bool app_user_add(struct app *app, struct str name, uint32_t roles, struct str password, struct str actor, struct err *e)
{
    (void)app, (void)password;
    return note(name, roles, actor, e);
}
bool app_user_password(struct app *app, struct str name, struct str password, struct str actor, struct err *e)
{
    (void)app, (void)password;
    return note(name, 0, actor, e);
}
bool app_user_roles(struct app *app, struct str name, uint32_t roles, struct str actor, struct err *e)
{
    (void)app;
    return note(name, roles, actor, e);
}
bool app_user_block(struct app *app, struct str name, bool blocked, struct str actor, struct err *e)
{
    (void)app;
    return note(name, blocked, actor, e);
}

/* Of a case that is not there nothing more is ever asked. */
#define NEVER(name, ...)                        \
    bool name(__VA_ARGS__)                      \
    {                                           \
        return (fail)(e, ERR_STORE, "none");    \
    }
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-parameter"
NEVER(app_evidence_keep, struct arena *a, struct app *app, struct str session, struct str body, struct str actor, struct str *hash,
      struct err *e)
NEVER(app_decision_start, struct arena *a, struct app *app, struct str case_id, const struct app_session *s, struct decision *out,
      struct err *e)
NEVER(app_decision_save, struct arena *a, struct app *app, const struct decision *d, struct str previous, struct str actor,
      bool *stale, struct err *e)
NEVER(app_decision_session, struct arena *a, struct app *app, const struct decision *d, const struct app_session **out, struct err *e)
NEVER(app_is_trial, struct arena *a, struct app *app, bool *out, struct err *e)
NEVER(app_proposal, struct arena *a, struct app *app, const struct app_decision *d, struct proposal *out, struct err *e)
NEVER(app_decision_approve, struct arena *a, struct app *app, struct str case_id, struct str hash, struct str by, enum approved *out,
      struct err *e)
NEVER(app_assured, struct arena *a, struct app *app, const struct decision *d, struct assured **out, struct err *e)
NEVER(app_measure_save, struct arena *a, struct app *app, const struct measure_state *m, struct str previous, struct str actor,
      struct lacks *lacks, bool *stale, struct err *e)
NEVER(app_reviews, struct arena *a, struct app *app, struct str case_id, struct app_review **out, int64_t *count, struct err *e)
NEVER(app_review_save, struct arena *a, struct app *app, const struct review *x, struct str previous, struct str actor,
      struct lacks *lacks, bool *stale, struct err *e)
#pragma GCC diagnostic pop

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

UNUSED static int start(void **s)
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

UNUSED static int stop(void **s)
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
UNUSED static const char *speak(const char *bytes, size_t len)
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
UNUSED static const char *ask(const char *method, const char *path, const char *heads)
{
    char text[4096];
    int n = snprintf(text, sizeof text, "%s %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nConnection: close\r\n%s\r\n", method, path,
                     server.port, heads);
    assert_true(n > 0 && n < (int)sizeof text);
    return speak(text, (size_t)n);
}

UNUSED static int status(const char *answer)
{
    struct str s = str_of(answer);
    int64_t code = 0;
    /* 0 for no answer at all. */
    if (s.len < 12 || !str_starts(s, S("HTTP/1.1 ")) || !str_to_int64(str_slice(s, 9, 12), &code))
        return 0;
    return (int)code;
}

UNUSED static void has(const char *answer, const char *what)
{
    if (!strstr(answer, what))
        fail_msg("no \"%s\" in:\n%s", what, answer);
}

#endif
