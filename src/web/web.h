/* SPDX-License-Identifier: EUPL-1.2 */
/* web.h: the pages, served. The door of src/web. Not a source of figures: app/ is.
 *
 * What can be asked for, and by whom, stands in routes.def and nowhere else. Only loopback
 * addresses are listened on and only requests that name one as their host are answered, so that
 * another site cannot reach in through a visitor's browser. For a network, put a server with
 * TLS in front and name its address as `site`.
 */
#ifndef HOORT_WEB_H
#define HOORT_WEB_H

#include "app/app.h"

struct web_place {
    struct str listen;               /* "127.0.0.1:8080", "[::1]:8080" or "localhost:8080"; port 0 = any free one */
    struct str assets;               /* folder with style sheet and fonts, as `make assets` builds them */
    struct str site;                 /* "https://hoort.example.nl" of the server in front, which alone reaches us; or empty.
                                      * Then cookies are for https only, and its X-Forwarded-For is believed. */
};

/* Serves until *stop is not 0; a signal handler may set it (it is looked at five times a second).
 *   ready    called once, when requests are answered; url is like "http://127.0.0.1:8080/"; may be NULL
 * Requests are handled one at a time, because struct app is for one thread; nobody else may use
 * `app` before this returns. Fails with ERR_USAGE (address), ERR_FILE (assets), ERR_WEB (port taken). */
MUST_USE bool web_serve(struct arena *a, struct app *app, const struct web_place *place, volatile int *stop,
                        void (*ready)(void *ctx, const char *url), void *ctx, struct err *e);

#endif
