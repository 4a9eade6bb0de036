/* SPDX-License-Identifier: EUPL-1.2 */
/* chart.c: a funnel as bars: each with its own pattern and its words, so that colour carries
 * nothing alone. The table beside the plot is the page's.
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
                          b->possible_label, b->possible);
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
