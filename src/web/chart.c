/* SPDX-License-Identifier: EUPL-1.2 */
/* chart.c: a funnel as bars, spans under each other, points against two axes: each with its own pattern or shape and
 * its words, so that colour carries nothing alone. The table beside the plot is the page's.
 */
#include "web/chart.h"

#define BAR_TENTHS 34                /* from one bar to the next, in tenths of an em */

int64_t chart_share(int64_t count, int64_t longest)
{
    if (count <= 0 || longest <= 0)
        return 0;
    int64_t share = (int64_t)((int128)count * 1000 / longest);
    return share < 4 ? 4 : share > 1000 ? 1000 : share;
}

static const struct html *bar(struct arena *a, enum lang lang, struct str id, const struct chart_bar *b, int place,
                              int64_t longest)
{
    int64_t top = place * BAR_TENTHS, width = chart_share(b->count, longest);
    int64_t possible = chart_share(b->possible, longest);
    if (width + possible > 1000)
        possible = 1000 - width;
    return page_chart_bar(a, lang, b->label, b->count, top + 13, top + 18, width,
                          str_format(a, "url(#" STR_FMT "-%d)", STR_ARG(id), place % 4),
                          possible > 0, width, possible, str_format(a, "url(#" STR_FMT "-p)", STR_ARG(id)),
                          b->possible_label, b->possible, b->hidden);
}

const struct html *chart_funnel(struct arena *a, enum lang lang, struct str id, struct phrase title,
                                struct phrase describe, struct str label, const struct chart_bar *bars, int count)
{
    int64_t longest = 0;
    for (int i = 0; i < count; i++)
        if (bars[i].count + bars[i].possible > longest)
            longest = bars[i].count + bars[i].possible;
    struct html_list *all = html_list_open(a);
    for (int i = 0; i < count; i++)
        html_list_add(all, bar(a, lang, id, &bars[i], i, longest));
    int64_t bottom = count * BAR_TENTHS + (label.len ? 22 : 4);
    return page_chart(a, lang, id, title, describe, bottom, html_list_done(all), label, bottom - 6);
}

/* ---- spans ------------------------------------------------------------------------------------------------- */

#define EDGE 20                      /* thousandths of the width at both ends, for what sticks out of a line */

static int64_t along(int64_t value, int64_t from, int64_t to, int64_t first, int64_t last)
{
    int64_t clamped = value < from ? from : value > to ? to : value;
    return to <= from ? (first + last) / 2 : first + (int64_t)((int128)(clamped - from) * (last - first) / (to - from));
}

static const struct html *span(struct arena *a, enum lang lang, const struct chart_span *s, int place, int64_t most)
{
    int64_t top = place * BAR_TENTHS, low = along(s->low, 0, most, EDGE, 1000 - EDGE), high = along(s->high, 0, most, EDGE, 1000 - EDGE);
    int64_t end = s->high_open ? 1000 - EDGE : high, start = s->low_open ? EDGE : low;
    return page_chart_span(a, lang, s->name, s->words, top + 13, s->known, top + 22, EDGE, 1000 - EDGE, start, end,
                           s->low_open || s->high_open, low, high, top + 19, top + 25, s->low == s->high);
}

const struct html *chart_spans(struct arena *a, enum lang lang, struct str id, struct phrase title, struct phrase describe,
                               struct str label, const struct chart_span *spans, int count, int64_t most)
{
    struct html_list *all = html_list_open(a);
    for (int i = 0; i < count; i++)
        html_list_add(all, span(a, lang, &spans[i], i, most));
    int64_t bottom = count * BAR_TENTHS + (label.len ? 22 : 4);
    return page_chart_spans(a, lang, id, title, describe, bottom, html_list_done(all), label, bottom - 6);
}

/* ---- points -------------------------------------------------------------------------------------------------- */

enum { TOP = 45, BOTTOM = 240, LEFT = 40, RIGHT = 940, WIDTH_PX = 640, EM_PX = 16 };
enum { WORDS_MAX = 512, PLACES = 6 };

const char *chart_shape(int series)
{
    static const char *const shapes[] = {
        "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0Z", "M-5-5h10v10h-10Z",           "M0-6L6 5H-6Z",
        "M-6 0L0-6L6 0L0 6Z",                   "M-6-5H6L0 6Z",               "M-2-6h4v4h4v4h-4v4h-4v-4h-4v-4h4Z",
        "M-6-6L-3-6L0-3L3-6L6-6L6-3L3 0L6 3L6 6L3 6L0 3L-3 6L-6 6L-6 3L-3 0L-6-3Z",
        "M-6 0L-3-5H3L6 0L3 5H-3Z"};
    return shapes[series % COUNT(shapes)];
}

/* Where a point's words may stand, from its middle. */
static const struct { int dx, dy; const char *anchor; } places[PLACES] = {
    {10, 5, "start"}, {-10, 5, "end"}, {0, -11, "middle"}, {0, 22, "middle"}, {9, -9, "start"}, {9, 19, "start"}};

struct box { int64_t left, top, right, bottom; };
struct taken { struct box at[2 * WORDS_MAX]; int count; };

static bool is_free(const struct taken *t, struct box b)
{
    if (b.left < 0 || b.right > WIDTH_PX)
        return false;
    for (int i = 0; i < t->count; i++)
        if (b.left < t->at[i].right && t->at[i].left < b.right && b.top < t->at[i].bottom && t->at[i].top < b.bottom)
            return false;
    return true;
}

static void take(struct taken *t, struct box b)
{
    if (t->count < COUNT(t->at))
        t->at[t->count++] = b;
}

/* Away from the ring of the chosen point. */
static int64_t reach(int place, bool chosen)
{
    return places[place].dx + (chosen ? places[place].dx > 0 ? 5 : places[place].dx < 0 ? -5 : 0 : 0);
}

static struct box words_box(int64_t x, int64_t y, int place, bool chosen, struct str words)
{
    int64_t wide = 0;
    for (ptrdiff_t i = 0; i < words.len; i++)
        wide += ((unsigned char)words.at[i] & 0xc0) == 0x80 ? 0 : 9;
    int64_t left = x + reach(place, chosen) - (places[place].anchor[0] == 'e' ? wide : places[place].anchor[0] == 'm' ? wide / 2 : 0);
    return (struct box){left, y + places[place].dy - 13, left + wide, y + places[place].dy + 3};
}

/* The first place that is free, or -1. */
static int place_words(struct taken *t, int64_t x, int64_t y, bool chosen, struct str words)
{
    for (int i = 0; i < PLACES && words.len; i++) {
        struct box b = words_box(x, y, i, chosen, words);
        if (!is_free(t, b))
            continue;
        take(t, b);
        return i;
    }
    return -1;
}

struct drawn { int64_t x[3], y[3]; };    /* low, middle, high; thousandths across, tenths of an em down */

static struct drawn draw(const struct chart_axis axes[2], const struct chart_point *p)
{
    struct drawn d;
    const int64_t x[] = {p->low[0], p->low[0] + (p->high[0] - p->low[0]) / 2, p->high[0]};
    const int64_t y[] = {p->low[1], p->low[1] + (p->high[1] - p->low[1]) / 2, p->high[1]};
    for (int i = 0; i < 3; i++) {
        d.x[i] = along(x[i], axes[0].from, axes[0].to, LEFT + EDGE, RIGHT);
        d.y[i] = along(y[i], axes[1].from, axes[1].to, BOTTOM - 10, TOP + 10);
    }
    return d;
}

static const struct html *point(struct arena *a, enum lang lang, const struct drawn *d, const struct chart_point *p,
                                const struct drawn *before, bool said_before, struct taken *t)
{
    struct str words = said_before ? S("") : p->words;
    int64_t x = d->x[1] * WIDTH_PX / 1000, y = d->y[1] * EM_PX / 10;
    int place = place_words(t, x, y, p->chosen, words);
    bool said = place >= 0;
    return page_chart_point(a, lang, before != NULL, before ? before->x[1] : 0, before ? before->y[1] : 0, d->x[1], d->y[1],
                            d->x[0] != d->x[2] || d->y[0] != d->y[2], d->x[0], d->x[2], d->y[0], d->y[2],
                            str_of(chart_shape(p->series)), p->chosen, said ? words : S(""), said ? reach(place, p->chosen) : 0,
                            said ? places[place].dy : 0, str_of(said ? places[place].anchor : "start"));
}

/* What lies under each other needs the same words once. */
static bool is_said(const struct chart_point *points, const struct drawn *d, const struct html **made, int count, int i)
{
    for (int k = 0; k < count; k++)
        if (made[k] && d[k].x[1] == d[i].x[1] && d[k].y[1] == d[i].y[1] && str_eq(points[k].words, points[i].words))
            return true;
    return false;
}

/* The chosen point last, on top of the others, but its words get the first choice of room. */
static const struct html *all_points(struct arena *a, enum lang lang, const struct chart_axis axes[2],
                                     const struct chart_point *points, int count)
{
    struct taken *t = arena_new(a, struct taken, 1);
    struct drawn *d = arena_new(a, struct drawn, count);
    const struct html **made = arena_new(a, const struct html *, count);
    struct html_list *all = html_list_open(a);
    for (int i = 0; i < count; i++) {
        d[i] = draw(axes, &points[i]);
        int64_t x = d[i].x[1] * WIDTH_PX / 1000, y = d[i].y[1] * EM_PX / 10;
        take(t, (struct box){x - 6, y - 6, x + 6, y + 6});
    }
    for (int pass = 0; pass < 2; pass++)
        for (int i = 0; i < count; i++)
            if (points[i].chosen == !pass)
                made[i] = point(a, lang, &d[i], &points[i], i && points[i - 1].series == points[i].series ? &d[i - 1] : NULL,
                                is_said(points, d, made, count, i), t);
    for (int pass = 0; pass < 2; pass++)
        for (int i = 0; i < count; i++)
            if (points[i].chosen == pass)
                html_list_add(all, made[i]);
    return html_list_done(all);
}

const struct html *chart_points(struct arena *a, enum lang lang, struct str id, struct phrase title, struct phrase describe,
                                struct str label, const struct chart_axis axes[2], const struct chart_point *points, int count)
{
    int shown = count < WORDS_MAX ? count : WORDS_MAX;
    return page_chart_points(a, lang, id, title, describe, LEFT, RIGHT + EDGE, TOP, BOTTOM, axes[0].name, axes[1].name,
                             axes[0].from_words, axes[0].to_words, axes[1].from_words, axes[1].to_words,
                             all_points(a, lang, axes, points, shown), label);
}

/* ---- bars in parts -------------------------------------------------------------------------------------------- */

enum { STACK_TENTHS = 48 };

static const struct html *stack(struct arena *a, enum lang lang, struct str id, const struct chart_stack *b, int place)
{
    /* Filled, striped, empty, dotted: told apart without colour. */
    static const char patterns[] = {'0', 'p', 0, '3'};
    struct html_list *parts = html_list_open(a), *words = html_list_open(a);
    int64_t all = 0, top = place * STACK_TENTHS, before = 0;
    bool first = true;
    for (int i = 0; i < COUNT(b->parts); i++)
        all += b->parts[i].count;
    for (int i = 0; i < COUNT(b->parts); i++) {
        const struct chart_part *p = &b->parts[i];
        int64_t from = all ? (int64_t)((int128)before * 1000 / all) : 0, width = chart_share(p->count, all);
        before += p->count;
        if (from + width > 1000)
            from = 1000 - width;
        struct str fill = patterns[i] ? str_format(a, "url(#" STR_FMT "-%c)", STR_ARG(id), patterns[i]) : S("none");
        if (width)
            html_list_add(parts, page_chart_part(a, lang, from, top + 28, width, fill));
        if (!p->text.len)
            continue;
        html_list_add(words, page_chart_part_words(a, lang, first, p->text, p->label));
        first = false;
    }
    return page_chart_stack(a, lang, b->label, top + 10, top + 23, html_list_done(words), html_list_done(parts));
}

const struct html *chart_stacks(struct arena *a, enum lang lang, struct str id, struct phrase title, struct phrase describe,
                                struct str label, const struct chart_stack *bars, int count)
{
    struct html_list *all = html_list_open(a);
    for (int i = 0; i < count; i++)
        html_list_add(all, stack(a, lang, id, &bars[i], i));
    int64_t bottom = count * STACK_TENTHS + (label.len ? 22 : 4);
    return page_chart(a, lang, id, title, describe, bottom, html_list_done(all), label, bottom - 6);
}
