/* SPDX-License-Identifier: EUPL-1.2 */
/* disk.h: what the files of store/ share about paths and the system's refusals. Not a door.
 */
#ifndef HOORT_STORE_DISK_H
#define HOORT_STORE_DISK_H

#include "store/store.h"

/* A 0-terminated copy; refuses empty, too long and paths with a 0 byte. */
MUST_USE bool path_z(struct str path, char z[LIMIT_PATH], struct err *e);
/* "cannot <verb>: <what the system says>; <what to do>", about the file. Returns false. */
bool disk_fail(struct err *e, const char *path, const char *verb, int system_error);
/* file_write for a new file of this mode; `may_replace` false: EEXIST is the caller's (*existed). */
MUST_USE bool file_write_mode(struct str path, struct str bytes, unsigned mode, bool may_replace, bool *existed,
                              struct err *e);

#endif
