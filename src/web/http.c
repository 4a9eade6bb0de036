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

struct server {
    struct site site;
    struct arena arena;              /* of requests, one after the other */
    pthread_mutex_t lock;
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

static void safe_heads(struct MHD_Response *out)
{
    head(out, "Content-Security-Policy",
         "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; font-src 'self'; form-action 'self'; "
         "frame-ancestors 'none'; base-uri 'none'");
    head(out, "X-Content-Type-Options", "nosniff");
    head(out, "X-Frame-Options", "DENY");
    head(out, "Referrer-Policy", "no-referrer");
    head(out, "Cross-Origin-Opener-Policy", "same-origin");
    head(out, "Cross-Origin-Resource-Policy", "same-origin");
    head(out, "Permissions-Policy", "camera=(), geolocation=(), microphone=()");
}

static enum MHD_Result send_reply(struct MHD_Connection *c, struct arena *a, const struct reply *r, bool close)
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
    /* A body that was not read must not be taken for the next request. */
    if (close)
        head(out, "Connection", "close");
    safe_heads(out);
    enum MHD_Result sent = MHD_queue_response(c, (unsigned)r->status, out);
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
    if (q->field_count < LIMIT_WEB_FIELDS)
        q->fields[q->field_count] = (struct query_field){str_of(name), str_of(value)};
    q->field_count += q->field_count <= LIMIT_WEB_FIELDS;
    return MHD_YES;
}

static enum MHD_Result on_request(void *cls, struct MHD_Connection *c, const char *url, const char *method,
                                  const char *version, const char *upload, size_t *upload_size, void **seen)
{
    (void)version, (void)upload, (void)upload_size;
    static char once;
    struct server *server = cls;
    struct str length = header(c, MHD_HEADER_KIND, "Content-Length");
    struct request request = {
        .method = str_of(method), .path = str_of(url),
        .host = header(c, MHD_HEADER_KIND, "Host"),
        .from = header(c, MHD_GET_ARGUMENT_KIND, "vanaf"),
        .has_body = (length.len && !str_eq(length, S("0"))) || header(c, MHD_HEADER_KIND, "Transfer-Encoding").len,
        .headers = MHD_get_connection_values(c, MHD_HEADER_KIND, NULL, NULL),
    };
    MHD_get_connection_values(c, MHD_GET_ARGUMENT_KIND, add_field, &request);
    /* The library calls twice; answering at the first call would end the connection. A body is
     * never waited for. */
    if (!*seen && !request.has_body) {
        *seen = &once;
        return MHD_YES;
    }
    pthread_mutex_lock(&server->lock);
    struct arena tmp = server->arena;
    struct reply reply = visit_answer(&tmp, &server->site, &request);
    enum MHD_Result sent = send_reply(c, &tmp, &reply, request.has_body || reply.status >= 400);
    pthread_mutex_unlock(&server->lock);
    return sent;
}

/* Paths are taken as they come: nothing here needs %-codes, so none are read. */
static size_t no_decoding(void *cls, struct MHD_Connection *c, char *s)
{
    (void)cls, (void)c;
    return strlen(s);
}

static struct MHD_Daemon *start(struct server *server, const struct address *at, struct err *e)
{
    unsigned flags = MHD_USE_EPOLL_INTERNAL_THREAD | MHD_USE_ITC | (at->six ? (unsigned)MHD_USE_IPv6 : 0);
    const struct sockaddr *sock = at->six ? (const void *)&at->six_at : (const void *)&at->four_at;
    errno = 0;
    struct MHD_Daemon *d = MHD_start_daemon(
        flags, 0, NULL, NULL, on_request, server, MHD_OPTION_SOCK_ADDR, sock, MHD_OPTION_UNESCAPE_CALLBACK, no_decoding, NULL,
        MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)LIMIT_WEB_HEADER_BYTES, MHD_OPTION_CONNECTION_LIMIT,
        (unsigned)LIMIT_WEB_CONNECTIONS, MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)LIMIT_WEB_SECONDS,
        MHD_OPTION_STRICT_FOR_CLIENT, 1, MHD_OPTION_END);
    if (!d)
        fail(e, ERR_WEB, "cannot listen: %s; choose another port, or 0 for any free one", errno ? strerror(errno) : "no reason given");
    return d;
}

bool web_serve(struct arena *a, struct app *app, struct str listen, struct str assets_folder, volatile int *stop,
               void (*ready)(void *ctx, const char *url), void *ctx, struct err *e)
{
    struct address at;
    struct assets *assets = arena_new(a, struct assets, 1);
    struct server *server = arena_new(a, struct server, 1);
    if (!address_read(*a, listen, &at, e) || !assets_read(a, assets_folder, assets, e))
        return false;
    server->arena = arena_open(LIMIT_ARENA_REQUEST);
    char *arena_start = server->arena.at;
    server->site = (struct site){.app = app, .assets = assets};
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
    while (d && !*stop)
        poll(NULL, 0, 200);
    if (d)
        MHD_stop_daemon(d);
    pthread_mutex_destroy(&server->lock);
    arena_close(&server->arena, LIMIT_ARENA_REQUEST, arena_start);
    return d != NULL;
}
