/* SPDX-License-Identifier: EUPL-1.2 */
/* parts.h: what the files of room/ share. Private to room/: the door is room.h. */
#ifndef HOORT_ROOM_PARTS_H
#define HOORT_ROOM_PARTS_H

#include "room/room.h"

enum act_by { BY_ANYONE, BY_HOST, BY_PERSON };
enum act_by act_by(enum act_kind k);
bool act_in_step(enum act_kind k, struct str step);

/* ---- reading a record back: what we wrote ourselves, so that anything else is damage --------------------- */
struct record_reader { const char *what; struct err *e; bool ok; };
struct str record_text(struct record_reader *r, const struct json *object, const char *name);
int64_t record_int(struct record_reader *r, const struct json *object, const char *name);
int32_t record_date(struct record_reader *r, const struct json *object, const char *name); /* empty: INT32_MIN */
const struct json *record_list(struct record_reader *r, const struct json *object, const char *name); /* its first item */
const struct json *record_open(struct arena *a, struct record_reader *r, struct str bytes, const char *member);
void record_put_date(struct arena *a, struct json *object, const char *name, int32_t date);
struct str record_close(struct arena *a, const char *member, struct json *object);   /* canonical */

/* One line or more of what a person wrote: no control characters but the end of a line. */
bool text_is_plain(struct str s);

#endif
