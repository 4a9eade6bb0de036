/* SPDX-License-Identifier: EUPL-1.2 */
/* qr.c: an address as a QR code, for a telephone to read from a screen or from paper; through libqrencode, the only
 * file that knows it.
 */
#include "web/rooms.h"

#include <qrencode.h>

struct svg qr_svg(struct visit *v, struct str address)
{
    QRcode *code = QRcode_encodeString8bit(str_z(v->a, address), 0, QR_ECLEVEL_M);
    if (!code)                           /* too long, or no memory: the address stands beside it in letters */
        return (struct svg){S("")};
    enum { QUIET = 4 };
    int side = code->width + 2 * QUIET;
    struct buf out = buf_open(v->a, LIMIT_PAGE_BYTES);
    buf_print(&out, "<svg class=\"hoort-qr\" viewBox=\"0 0 %d %d\" aria-hidden=\"true\" shape-rendering=\"crispEdges\">"
                    "<rect width=\"%d\" height=\"%d\" fill=\"#fff\"/><path fill=\"#000\" d=\"", side, side, side, side);
    for (int y = 0; y < code->width; y++)
        for (int x = 0; x < code->width; x++)
            if (code->data[y * code->width + x] & 1)
                buf_print(&out, "M%d %dh1v1h-1z", x + QUIET, y + QUIET);
    buf_add(&out, S("\"/></svg>"));
    QRcode_free(code);
    return (struct svg){out.over ? S("") : buf_str(&out)};
}
