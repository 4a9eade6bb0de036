/* SPDX-License-Identifier: EUPL-1.2 */
/* bench.h: what the two files that measure share. Private to app/. */
#ifndef HOORT_APP_BENCH_H
#define HOORT_APP_BENCH_H

#include "workspace.h"

/* Milliseconds of processor time in which the evidence about a table of residents is there again after one dial of
 * the example policy moved: nineteen of twenty moves take no more than this. */
MUST_USE bool bench_dials(struct arena tmp, const struct law_set *laws, struct str method, int32_t today, const struct table *t,
                          double *milliseconds, struct err *e);
/* Rows a second of the same CSV into a table, by pandas (bench/peers.py). */
MUST_USE bool bench_csv_peer(struct arena tmp, struct str script, struct str csv, double *rows, struct err *e);
double bench_seconds(void);          /* of this thread's processor time: what others do on a shared machine is not in it */

/* Rows a second by others on the same columns, each outcome the same as ours (bench/peers.py). */
struct peer_times { double numpy, sqlite; };
MUST_USE bool bench_peers(struct arena tmp, struct str script, const struct findings *f, const struct table *t,
                          struct peer_times *out, struct err *e);

#endif
