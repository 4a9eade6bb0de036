/* SPDX-License-Identifier: EUPL-1.2 */
/* http.c: sockets, through libmicrohttpd; the only file that knows it. A request becomes a
 * struct request, a struct reply becomes bytes. Not the deciding what to answer (visit.c).
 *
 * One thread waits (epoll) and answers. Handlers use the disk and so hold it up: good enough
 * for one desk on loopback; a pool needs an app for each thread. The lock is there so that
 * such a pool can't forget it.
 */
#include "web/visit.h"

#include <arpa/inet.h>
#include <errno.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <poll.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>

/* A body that is coming in. */
struct upload {
    bool taken, large;
    int64_t began_ns;
    ptrdiff_t len;
    int64_t seen;                    /* also of what was too much */
    char *bytes;                     /* LIMIT_WEB_FORM_BYTES */
};

/* One who follows a session: waits, without holding up anybody, until there is something to say. */
struct stream {
    struct server *server;
    struct MHD_Connection *c;        /* NULL: free */
    char session[17];
    bool phases, waiting;
    int64_t latest, said, said_ns;   /* the number now, the last one that was told, and when */
    char out[40];
    int len, at;
};

struct server {
    struct stream streams[LIMIT_WEB_STREAMS];
    bool ending;
    struct site site;
    struct arena arena;              /* of requests, one after the other */
    pthread_mutex_t lock;
    struct upload uploads[LIMIT_WEB_CONNECTIONS];
};

/* ---- addresses -------------------------------------------------------------------------------- */

struct address {
    bool six;
    struct sockaddr_in four_at;
    struct sockaddr_in6 six_at;
};

/* "127.0.0.1:8080": numeric, or localhost; loopback only. */
static bool address_read(struct arena tmp, struct str listen, struct address *out, struct err *e)
{
    ptrdiff_t colon = listen.len - 1;
    while (colon > 0 && listen.at[colon] != ':')
        colon--;
    int64_t port;
    if (colon <= 0 || !str_to_int64(str_slice(listen, colon + 1, listen.len), &port) || port < 0 || port > 65535)
        return fail(e, ERR_USAGE, "\"" STR_FMT "\" is no address to listen on; write it as 127.0.0.1:8080", STR_ARG(listen));
    struct str host = str_slice(listen, 0, colon);
    if (str_eq(host, S("localhost")))
        host = S("127.0.0.1");
    *out = (struct address){.six = str_eq(host, S("[::1]"))};
    out->six_at = (struct sockaddr_in6){.sin6_family = AF_INET6, .sin6_port = htons((uint16_t)port), .sin6_addr = in6addr_loopback};
    out->four_at = (struct sockaddr_in){.sin_family = AF_INET, .sin_port = htons((uint16_t)port)};
    if (out->six)
        return true;
    if (inet_pton(AF_INET, str_z(&tmp, host), &out->four_at.sin_addr) != 1 || host.len < 4 || !str_starts(host, S("127.")))
        return fail(e, ERR_USAGE, "\"" STR_FMT "\" is not this machine itself; listen on 127.0.0.1, [::1] or localhost and put "
                                  "a server with access control in front", STR_ARG(listen));
    return true;
}

/* ---- replies ----------------------------------------------------------------------------------- */

static void head(struct MHD_Response *out, const char *name, const char *value)
{
    if (value && value[0])
        (void)MHD_add_response_header(out, name, value);
}

static void safe_heads(struct MHD_Response *out, bool https)
{
    if (https)
        head(out, "Strict-Transport-Security", "max-age=31536000");
    head(out, "Content-Security-Policy",
         "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; font-src 'self'; form-action 'self'; "
         "frame-ancestors 'none'; base-uri 'none'");
    head(out, "X-Content-Type-Options", "nosniff");
    head(out, "X-Frame-Options", "DENY");
    head(out, "Referrer-Policy", "same-origin"); /* with no-referrer a browser hides where our own forms come from */
    head(out, "Cross-Origin-Opener-Policy", "same-origin");
    head(out, "Cross-Origin-Resource-Policy", "same-origin");
    head(out, "Permissions-Policy", "camera=(), geolocation=(), microphone=()");
}

static enum MHD_Result send_reply(struct MHD_Connection *c, struct arena *a, const struct site *site, const struct reply *r, bool close)
{
    struct MHD_Response *out = MHD_create_response_from_buffer((size_t)r->body.len, (void *)(uintptr_t)r->body.at,
                                                               MHD_RESPMEM_MUST_COPY);
    if (!out)
        return MHD_NO;
    head(out, "Content-Type", r->type);
    head(out, "Allow", r->allow);
    head(out, "Cache-Control", r->forever ? "public, max-age=31536000, immutable" : "no-store");
    if (r->download.len)
        head(out, "Content-Disposition", str_z(a, str_format(a, "attachment; filename=\"" STR_FMT "\"", STR_ARG(r->download))));
    if (r->see_other.len)
        head(out, "Location", str_z(a, r->see_other));
    for (int i = 0; i < r->cookie_count; i++)
        head(out, "Set-Cookie", str_z(a, r->cookies[i]));
    /* A body that was not read must not be taken for the next request. */
    if (close)
        head(out, "Connection", "close");
    safe_heads(out, site->origin.len > 0);
    enum MHD_Result sent = MHD_queue_response(c, (unsigned)r->status, out);
    MHD_destroy_response(out);
    return sent;
}

/* ---- server-sent events ---------------------------------------------------------------------------- */

enum { BEAT_S = 10 };                /* of silence before a sign of life: who is gone is noticed by it */

static bool has_something_to_say(const struct stream *s)
{
    return s->latest != s->said || clock_steady_ns() - s->said_ns >= BEAT_S * 1000000000LL;
}

static ssize_t stream_read(void *cls, uint64_t pos, char *to, size_t max)
{
    (void)pos;
    struct stream *s = cls;
    ssize_t n = 0;
    pthread_mutex_lock(&s->server->lock);
    if (s->at == s->len && has_something_to_say(s)) {
        s->len = s->latest != s->said ? snprintf(s->out, sizeof s->out, "data: %lld\n\n", (long long)s->latest)
                                      : snprintf(s->out, sizeof s->out, ":\n\n");
        s->at = 0;
        s->said = s->latest;
        s->said_ns = clock_steady_ns();
    }
    if (s->server->ending) {
        n = MHD_CONTENT_READER_END_OF_STREAM;
    } else if (s->at < s->len) {
        n = s->len - s->at < (int)max ? s->len - s->at : (ssize_t)max;
        memcpy(to, s->out + s->at, (size_t)n);
        s->at += (int)n;
    } else {
        s->waiting = true;
        MHD_suspend_connection(s->c);
    }
    pthread_mutex_unlock(&s->server->lock);
    return n;
}

/* Called without the lock, when the connection is gone or the server ends. */
static void stream_free(void *cls)
{
    struct stream *s = cls;
    s->c = NULL;
}

/* Under the lock. */
static void streams_wake(struct server *server)
{
    for (int i = 0; i < LIMIT_WEB_STREAMS; i++) {
        struct stream *s = &server->streams[i];
        if (s->c && s->waiting && (server->ending || has_something_to_say(s))) {
            s->waiting = false;
            MHD_resume_connection(s->c);
        }
    }
}

static void streams_tell(struct server *server, const struct reply *r)
{
    for (int i = 0; i < LIMIT_WEB_STREAMS; i++)
        if (server->streams[i].c && str_eq(str_of(server->streams[i].session), r->touched))
            server->streams[i].latest = server->streams[i].phases ? r->phase : r->acts;
    streams_wake(server);
}

static struct stream *stream_take(struct server *server, struct MHD_Connection *c, const struct reply *r)
{
    for (int i = 0; i < LIMIT_WEB_STREAMS; i++)
        if (!server->streams[i].c) {
            struct stream *s = &server->streams[i];
            *s = (struct stream){.server = server, .c = c, .phases = r->stream_phases, .said = -1,
                                 .latest = r->stream_phases ? r->phase : r->acts};
            snprintf(s->session, sizeof s->session, STR_FMT, STR_ARG(r->stream));
            return s;
        }
    return NULL;
}

static enum MHD_Result send_stream(struct server *server, struct MHD_Connection *c, const struct reply *r)
{
    struct stream *s = stream_take(server, c, r);
    if (!s)
        return MHD_NO;               /* full: the browser tries again by itself */
    struct MHD_Response *out = MHD_create_response_from_callback(MHD_SIZE_UNKNOWN, 1024, stream_read, s, stream_free);
    if (!out) {
        s->c = NULL;
        return MHD_NO;
    }
    head(out, "Content-Type", r->type);
    head(out, "Cache-Control", "no-store");
    head(out, "X-Accel-Buffering", "no"); /* the server in front must not save it up */
    safe_heads(out, server->site.origin.len > 0);
    enum MHD_Result sent = MHD_queue_response(c, 200, out);
    MHD_destroy_response(out);
    return sent;
}

/* ---- requests ----------------------------------------------------------------------------------- */

static struct str header(struct MHD_Connection *c, enum MHD_ValueKind kind, const char *name)
{
    return str_of(MHD_lookup_connection_value(c, kind, name));
}

static enum MHD_Result add_field(void *cls, enum MHD_ValueKind kind, const char *name, const char *value)
{
    (void)kind;
    struct request *q = cls;
    if (q->field_count < LIMIT_WEB_QUERY_FIELDS)
        q->fields[q->field_count] = (struct query_field){str_of(name), str_of(value)};
    q->field_count += q->field_count <= LIMIT_WEB_QUERY_FIELDS;
    return MHD_YES;
}

/* Behind a server of our own, who asks is the last that it put into X-Forwarded-For. */
static struct str address_of(struct arena *a, struct MHD_Connection *c, const struct site *site, struct str forwarded)
{
    char text[INET6_ADDRSTRLEN] = "";
    const union MHD_ConnectionInfo *info = MHD_get_connection_info(c, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
    if (site->origin.len && forwarded.len) {
        ptrdiff_t at = forwarded.len;
        while (at > 0 && forwarded.at[at - 1] != ',')
            at--;
        struct str last = str_trim(str_slice(forwarded, at, forwarded.len));
        return str_slice(last, 0, last.len < INET6_ADDRSTRLEN ? last.len : INET6_ADDRSTRLEN);
    }
    if (info && info->client_addr->sa_family == AF_INET)
        inet_ntop(AF_INET, &((const struct sockaddr_in *)(const void *)info->client_addr)->sin_addr, text, sizeof text);
    else if (info && info->client_addr->sa_family == AF_INET6)
        inet_ntop(AF_INET6, &((const struct sockaddr_in6 *)(const void *)info->client_addr)->sin6_addr, text, sizeof text);
    return str_copy(a, str_of(text));
}

static struct request request_of(struct arena *a, struct MHD_Connection *c, const struct site *site, const char *url,
                                 const char *method)
{
    int64_t said = 0;
    struct str length = header(c, MHD_HEADER_KIND, "Content-Length"), forwarded = header(c, MHD_HEADER_KIND, "X-Forwarded-For");
    struct request q = {
        .method = str_of(method), .path = str_of(url),
        .host = header(c, MHD_HEADER_KIND, "Host"),
        .from = header(c, MHD_GET_ARGUMENT_KIND, "vanaf"),
        .has_body = (length.len && !str_eq(length, S("0"))) || header(c, MHD_HEADER_KIND, "Transfer-Encoding").len,
        .body_is_large = length.len && (!str_to_int64(length, &said) || said > LIMIT_WEB_FORM_BYTES),
        .content_type = header(c, MHD_HEADER_KIND, "Content-Type"), .cookies = header(c, MHD_HEADER_KIND, "Cookie"),
        .origin = header(c, MHD_HEADER_KIND, "Origin"), .fetch_site = header(c, MHD_HEADER_KIND, "Sec-Fetch-Site"),
        .address = address_of(a, c, site, forwarded), .from_outside = forwarded.len > 0,
        .headers = MHD_get_connection_values(c, MHD_HEADER_KIND, NULL, NULL),
    };
    MHD_get_connection_values(c, MHD_GET_ARGUMENT_KIND, add_field, &q);
    return q;
}

/* ---- bodies -------------------------------------------------------------------------------------- */

static struct upload *upload_take(struct server *server)
{
    for (int i = 0; i < COUNT(server->uploads); i++)
        if (!server->uploads[i].taken) {
            struct upload *u = &server->uploads[i];
            *u = (struct upload){.taken = true, .began_ns = clock_steady_ns(), .bytes = u->bytes};
            return u;
        }
    return NULL;
}

/* What is too much is not kept, but let through for a while, so that the sender hears why. */
static bool upload_add(struct upload *u, const char *bytes, size_t len)
{
    ptrdiff_t room = LIMIT_WEB_FORM_BYTES - u->len, more = (ptrdiff_t)len < room ? (ptrdiff_t)len : room;
    memcpy(u->bytes + u->len, bytes, (size_t)more);
    u->len += more;
    u->large |= more < (ptrdiff_t)len;
    u->seen += (int64_t)len;
    return u->seen <= LIMIT_WEB_FORM_BYTES * 16LL && clock_steady_ns() - u->began_ns <= LIMIT_WEB_SECONDS * 1000000000LL;
}

static void on_end(void *cls, struct MHD_Connection *c, void **seen, enum MHD_RequestTerminationCode why)
{
    (void)cls, (void)c, (void)why;
    struct upload *u = *seen;
    if (!u || !u->bytes)
        return;
    explicit_bzero(u->bytes, (size_t)u->len); /* a password may have been in it */
    u->taken = false;
}

/* ---- the answer ----------------------------------------------------------------------------------- */

static enum MHD_Result answer(struct server *server, struct MHD_Connection *c, const char *url, const char *method,
                              const struct upload *upload)
{
    pthread_mutex_lock(&server->lock);
    struct arena tmp = server->arena;
    char *start = tmp.at;
    struct request q = request_of(&tmp, c, &server->site, url, method);
    if (upload) {
        q.body = (struct str){upload->bytes, upload->len};
        q.body_is_large |= upload->large;
    }
    struct reply reply = visit_answer(&tmp, &server->site, &q);
    bool shut = (q.has_body && !upload) || reply.status >= 400;
    enum MHD_Result sent = reply.stream.len ? send_stream(server, c, &reply) : send_reply(c, &tmp, &server->site, &reply, shut);
    if (reply.touched.len && !reply.stream.len)
        streams_tell(server, &reply);
    if (upload)
        explicit_bzero(start, (size_t)(tmp.at - start));
    pthread_mutex_unlock(&server->lock);
    return sent;
}

static bool has_or_wants_body(struct server *server, struct MHD_Connection *c, const char *url, const char *method, bool *wants)
{
    pthread_mutex_lock(&server->lock);
    struct arena tmp = server->arena;
    struct request q = request_of(&tmp, c, &server->site, url, method);
    *wants = q.has_body && visit_wants_body(&server->site, &q);
    pthread_mutex_unlock(&server->lock);
    return q.has_body;
}

/* The library calls once for the head, once for each piece of a body, and once at the end. */
static enum MHD_Result on_request(void *cls, struct MHD_Connection *c, const char *url, const char *method,
                                  const char *version, const char *bytes, size_t *len, void **seen)
{
    (void)version;
    static struct upload nothing;    /* of a request without a body */
    struct server *server = cls;
    struct upload *u = *seen;
    if (!u) {
        bool wants, has = has_or_wants_body(server, c, url, method, &wants);
        if (has && !wants)
            return answer(server, c, url, method, NULL); /* now: its body is never waited for */
        *seen = has ? upload_take(server) : &nothing;
        return *seen ? MHD_YES : MHD_NO;
    }
    if (*len) {
        bool goes_on = u->bytes && upload_add(u, bytes, *len);
        *len = 0;
        return goes_on ? MHD_YES : MHD_NO;
    }
    return answer(server, c, url, method, u->bytes ? u : NULL);
}

/* Paths are taken as they come: nothing here needs %-codes, so none are read. */
static size_t no_decoding(void *cls, struct MHD_Connection *c, char *s)
{
    (void)cls, (void)c;
    return strlen(s);
}

static struct MHD_Daemon *start(struct server *server, const struct address *at, struct err *e)
{
    unsigned flags = MHD_USE_EPOLL_INTERNAL_THREAD | MHD_USE_ITC | MHD_ALLOW_SUSPEND_RESUME | (at->six ? (unsigned)MHD_USE_IPv6 : 0);
    const struct sockaddr *sock = at->six ? (const void *)&at->six_at : (const void *)&at->four_at;
    errno = 0;
    struct MHD_Daemon *d = MHD_start_daemon(
        flags, 0, NULL, NULL, on_request, server, MHD_OPTION_SOCK_ADDR, sock, MHD_OPTION_UNESCAPE_CALLBACK, no_decoding, NULL,
        MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)LIMIT_WEB_HEADER_BYTES, MHD_OPTION_CONNECTION_LIMIT,
        (unsigned)LIMIT_WEB_CONNECTIONS, MHD_OPTION_PER_IP_CONNECTION_LIMIT, (unsigned)LIMIT_WEB_CONNECTIONS_OF_ONE,
        MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)LIMIT_WEB_SECONDS, MHD_OPTION_NOTIFY_COMPLETED, on_end, NULL,
        MHD_OPTION_STRICT_FOR_CLIENT, 1, MHD_OPTION_END);
    if (!d)
        fail(e, ERR_WEB, "cannot listen: %s; choose another port, or 0 for any free one", errno ? strerror(errno) : "no reason given");
    return d;
}

/* "https://name" or "https://name:port", of the server in front. */
static bool origin_read(struct str site, struct str *out, struct err *e)
{
    struct str https = S("https://"), name = str_slice(site, https.len < site.len ? https.len : site.len, site.len);
    bool right = site.len == 0 || (str_starts(site, https) && name.len > 0 && name.len <= 255);
    for (ptrdiff_t i = 0; right && i < name.len; i++) {
        char c = name.at[i];
        right = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == ':';
    }
    *out = site;
    return right || fail(e, ERR_USAGE, "\"" STR_FMT "\" is no address of a site; write it as https://hoort.example.nl, in small "
                                       "letters and without a path", STR_ARG(site));
}

static bool server_make(struct arena *a, struct app *app, const struct web_place *place, struct server **out, struct err *e)
{
    struct assets *assets = arena_new(a, struct assets, 1);
    struct server *server = arena_new(a, struct server, 1);
    char *bodies = arena_new_raw(a, char, (int64_t)LIMIT_WEB_CONNECTIONS * LIMIT_WEB_FORM_BYTES);
    for (int i = 0; i < COUNT(server->uploads); i++)
        server->uploads[i].bytes = bodies + (ptrdiff_t)i * LIMIT_WEB_FORM_BYTES;
    server->site = (struct site){.app = app, .assets = assets};
    *out = server;
    return origin_read(place->site, &server->site.origin, e) && assets_read(a, place->assets, assets, e) &&
           random_bytes(server->site.key.at, sizeof server->site.key.at, e);
}

bool web_serve(struct arena *a, struct app *app, const struct web_place *place, volatile int *stop,
               void (*ready)(void *ctx, const char *url), void *ctx, struct err *e)
{
    struct address at;
    struct server *server;
    if (!address_read(*a, place->listen, &at, e) || !server_make(a, app, place, &server, e))
        return false;
    server->arena = arena_open(LIMIT_ARENA_REQUEST);
    char *arena_start = server->arena.at;
    pthread_mutex_init(&server->lock, NULL);
    pthread_mutex_lock(&server->lock);   /* no answer before the port is known */
    struct MHD_Daemon *d = start(server, &at, e);
    if (d)
        server->site.port = MHD_get_daemon_info(d, MHD_DAEMON_INFO_BIND_PORT)->port;
    pthread_mutex_unlock(&server->lock);
    if (d && ready) {
        char url[64];
        snprintf(url, sizeof url, "http://%s:%d/", at.six ? "[::1]" : "127.0.0.1", server->site.port);
        ready(ctx, url);
    }
    while (d && !*stop) {
        poll(NULL, 0, 200);
        pthread_mutex_lock(&server->lock);
        streams_wake(server);
        pthread_mutex_unlock(&server->lock);
    }
    pthread_mutex_lock(&server->lock);
    server->ending = true;
    streams_wake(server);
    pthread_mutex_unlock(&server->lock);
    if (d)
        MHD_stop_daemon(d);
    pthread_mutex_destroy(&server->lock);
    key_wipe(&server->site.key);
    arena_close(&server->arena, LIMIT_ARENA_REQUEST, arena_start);
    return d != NULL;
}
