/* SPDX-License-Identifier: EUPL-1.2 */
/* positions.c: where people stand on one dilemma, as a plot: a row for each role, hollow marks for the first round,
 * filled ones for the second, a line between the two of one person, a bar beside who said: this is a limit. The table
 * beside it says the same.
 */
#include "web/rooms.h"

enum { LEFT = 20, STEP = 140, ROLE_TOP = 26, ROW = 30, RADIUS = 8, WIDE = LEFT * 2 + STEP * (ANCHORS - 1) + 40 };

struct pen { struct visit *v; struct buf *out; const struct room *r; const struct dilemma *d; int newest, y; };

static int across(int anchor, int nth)
{
    return LEFT + 20 + (anchor - 1) * STEP + nth * (RADIUS * 2 + 4);
}

static void mark(struct pen *p, int x, bool filled, bool fence)
{
    buf_print(p->out, "<circle class=\"hoort-dot%s\" cx=\"%d\" cy=\"%d\" r=\"%d\"/>", filled ? " hoort-dot--filled" : "", x, p->y, RADIUS);
    if (fence)
        buf_print(p->out, "<rect class=\"hoort-dot__limit\" x=\"%d\" y=\"%d\" width=\"4\" height=\"%d\"/>", x - RADIUS - 6,
                  p->y - RADIUS - 3, RADIUS * 2 + 6);
}

/* Who stands on the same sentence stands beside, not on top. */
static void person(struct pen *p, const struct person *who, int *first, int *second)
{
    const struct position *one = person_position(who, p->d->id, 1), *two = person_position(who, p->d->id, 2);
    int x1 = one->anchor ? across(one->anchor, first[one->anchor - 1]++) : 0;
    bool later = p->newest == 2 && two->anchor;
    int x2 = later ? across(two->anchor, second[two->anchor - 1]++) : 0;
    if (x1 && x2 && x1 != x2)
        buf_print(p->out, "<line class=\"hoort-dot__line\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>", x1, p->y, x2, p->y);
    if (x1)
        mark(p, x1, false, one->fence && !later);
    if (x2)
        mark(p, x2, true, two->fence);
}

static bool has_stood(const struct pen *p, const struct role *role)
{
    return room_spread(p->r, p->d->id, 1, role).answered || room_spread(p->r, p->d->id, 2, role).answered;
}

static void role(struct pen *p, const struct role *role)
{
    int first[ANCHORS] = {0}, second[ANCHORS] = {0};
    p->y += ROLE_TOP;
    buf_print(p->out, "<text class=\"hoort-dot__role\" x=\"%d\" y=\"%d\">", LEFT, p->y);
    buf_html(p->out, phrase_in(p->v->lang, role->name));
    buf_add(p->out, S("</text>"));
    p->y += ROW - 8;
    for (int i = 0; i < p->r->people_count; i++)
        if (p->r->people[i]->role == role)
            person(p, p->r->people[i], first, second);
    p->y += 10;
}

struct svg positions_svg(struct visit *v, const struct room *r, const struct dilemma *d)
{
    int rows = 0;
    struct buf out = buf_open(v->a, LIMIT_PAGE_BYTES);
    struct pen p = {.v = v, .out = &out, .r = r, .d = d, .newest = room_revealed(r), .y = 24};
    for (const struct role *x = r->library->roles; x; x = x->next)
        rows += has_stood(&p, x);
    int high = 40 + rows * (ROLE_TOP + ROW + 2);
    buf_print(&out, "<svg class=\"hoort-dots\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"", WIDE, high);
    buf_html(&out, phrase_in(v->lang, d->question));
    buf_add(&out, S("\">"));
    for (int i = 1; i <= ANCHORS; i++) {
        buf_print(&out, "<line class=\"hoort-dot__rule\" x1=\"%d\" y1=\"30\" x2=\"%d\" y2=\"%d\"/>", across(i, 0), across(i, 0), high);
        buf_print(&out, "<text class=\"hoort-dot__anchor\" x=\"%d\" y=\"22\">%d</text>", across(i, 0), i);
    }
    for (const struct role *x = r->library->roles; x; x = x->next)
        if (has_stood(&p, x))
            role(&p, x);
    buf_add(&out, S("</svg>"));
    return (struct svg){out.over ? S("") : buf_str(&out)};
}
