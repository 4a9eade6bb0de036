/* SPDX-License-Identifier: EUPL-1.2 */
/* bench.h: what the two files that measure share. Private to app/. */
#ifndef HOORT_APP_BENCH_H
#define HOORT_APP_BENCH_H

#include "workspace.h"

/* Rows a second by others on the same columns, each outcome the same as ours (bench/peers.py). */
struct peer_times { double numpy, sqlite; };
MUST_USE bool bench_peers(struct arena tmp, struct str script, const struct findings *f, const struct table *t,
                          struct peer_times *out, struct err *e);

#endif
