/* SPDX-License-Identifier: EUPL-1.2 */
/* form.h: inside src/web: what a browser sends besides a path: the body of a form, and cookies.
 * Pure functions over bytes; what does not fit is refused whole. Not what a field means.
 */
#ifndef HOORT_WEB_FORM_H
#define HOORT_WEB_FORM_H

#include "base/base.h"

struct web_field { struct str name, value; };
struct web_form { struct web_field at[LIMIT_WEB_FIELDS]; int count; };

/* application/x-www-form-urlencoded, decoded into the arena. False: a % without two hex digits, a control byte other
 * than tab and line end (which becomes \n), no UTF-8, a field without a name, one sent twice, more than
 * LIMIT_WEB_FIELDS, or more than LIMIT_WEB_FORM_BYTES. */
bool form_read(struct arena *a, struct str body, struct web_form *out);
/* at = NULL if it was not sent; a field that was sent empty has at. */
struct str form_value(const struct web_form *form, struct str name);
/* Whether a Content-Type names such a form, in UTF-8. */
bool form_is_type(struct str content_type);

/* The value of a cookie that must be `digits` lower-case hex digits; empty when it is not there, is
 * anything else, or is there twice. */
struct str cookie_hex(struct str header, struct str name, ptrdiff_t digits);

#endif
