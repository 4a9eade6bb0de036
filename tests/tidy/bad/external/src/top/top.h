/* SPDX-License-Identifier: EUPL-1.2 */
/* top.h: leaks a library. */
#include <curl/curl.h>
int top_one(void);
