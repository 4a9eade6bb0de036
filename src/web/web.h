/* SPDX-License-Identifier: EUPL-1.2 */
/* web.h: the pages, served. The door of src/web. Not a source of figures: app/ is.
 *
 * What can be asked for stands in routes.def and nowhere else. Only loopback addresses are
 * listened on and only requests that name one as their host are answered, so that another
 * site cannot reach in through a visitor's browser. Put nginx in front for a network, with
 * access control: this server knows no users yet.
 */
#ifndef HOORT_WEB_H
#define HOORT_WEB_H

#include "app/app.h"

/* Serves until *stop is not 0; a signal handler may set it (it is looked at five times a second).
 *   listen   "127.0.0.1:8080", "[::1]:8080" or "localhost:8080"; port 0 = any free one
 *   assets_folder   style sheet and fonts, as `make assets` builds them
 *   ready    called once, when requests are answered; url is like "http://127.0.0.1:8080/"; may be NULL
 * Requests are handled one at a time, because struct app is for one thread; nobody else may use
 * `app` before this returns. Fails with ERR_USAGE (address), ERR_FILE (assets), ERR_WEB (port taken). */
MUST_USE bool web_serve(struct arena *a, struct app *app, struct str listen, struct str assets_folder,
                        volatile int *stop, void (*ready)(void *ctx, const char *url), void *ctx, struct err *e);

#endif
