/* SPDX-License-Identifier: EUPL-1.2 */
/* svg.c: what was found as a plot: amounts of a year above, what one euro more costs below. Lengths are shares of the
 * width across and em down, so that words keep their size on a small screen; lines differ in dashes, not in colour,
 * and take the colour of the text around them. The numbers stand in a table beside it (text.c, web/), not here.
 */
#include "look.h"

#define WIDE 10000                   /* of a plot in its own measure */
#define HIGH 1000

struct plot {
    struct arena *a;
    const struct breaks *b;
    bool english;
    struct str id;
    struct buf *out;
    int top;                         /* in tenths of an em: where the next thing comes */
    int64_t low, high;               /* of the panel */
    int64_t last_x, last_y;          /* where the pen is; last_x < 0: up */
};

static struct str say(const struct plot *p, struct str nl, struct str en)
{
    return p->english ? en : nl;
}

static int64_t x_of(const struct plot *p, int64_t value)
{
    int64_t span = p->b->to - p->b->from;
    return span ? (int64_t)((int128)(value - p->b->from) * WIDE / span) : 0;
}

static int64_t y_of(const struct plot *p, int64_t v)
{
    return HIGH - (int64_t)((int128)(v - p->low) * HIGH / (p->high - p->low));
}

static void words(struct plot *p, const char *x, const char *anchor, int tenths, struct str s)
{
    buf_print(p->out, "<text class=\"hoort-chart__words\" fill=\"currentColor\" x=\"%s\" y=\"%d.%dem\" text-anchor=\"%s\">", x,
              tenths / 10, tenths % 10, anchor);
    buf_html(p->out, s);
    buf_add(p->out, S("</text>\n"));
}

/* ---- lines -------------------------------------------------------------------------------------------------- */

#define DASHES 5
static const char *const dashes[DASHES] = {"", "7 3", "2 3", "9 3 2 3", "1 4"};

static void open_path(struct plot *p, int dash, const char *wide)
{
    buf_print(p->out, "<path fill=\"none\" stroke=\"currentColor\" stroke-width=\"%s\" stroke-dasharray=\"%s\" "
              "vector-effect=\"non-scaling-stroke\" d=\"", wide, dashes[dash % DASHES][0] ? dashes[dash % DASHES] : "none");
    p->last_x = -1;
}

static void draw_to(struct plot *p, int64_t value, int64_t height)
{
    int64_t x = x_of(p, value), y = y_of(p, height);
    if (p->last_x == x && p->last_y == y)
        return;
    buf_print(p->out, "%s%lld %lld", p->last_x < 0 ? "M" : "L", (long long)x, (long long)y);
    p->last_x = x;
    p->last_y = y;
}

static void close_path(struct plot *p)
{
    buf_add(p->out, S("\"/>\n"));
}

static void sum_line(struct plot *p)
{
    open_path(p, 0, "2.5");
    for (int i = 0; i < p->b->sum_count; i++) {
        const struct break_sum *s = &p->b->sums[i];
        if (s->kind == BREAK_UNKNOWN) {
            p->last_x = -1;
            continue;
        }
        draw_to(p, s->from, s->cents);
        draw_to(p, s->to, s->last_cents);
    }
    close_path(p);
}

static void scheme_line(struct plot *p, const struct break_scheme *s, int dash)
{
    int64_t times = times_a_year(s);
    open_path(p, dash, "1.5");
    for (int i = 0; i < s->pieces.count; i++) {
        const struct break_piece *piece = &s->pieces.at[i];
        bool right = piece->at.kind == BREAK_YES;
        if (piece->at.kind == BREAK_UNKNOWN || piece->at.kind == BREAK_FAULTY || (right && piece->at.state != CELL_PRESENT)) {
            p->last_x = -1;
            continue;
        }
        draw_to(p, piece->from, right ? times * piece->at.cents : 0);
        draw_to(p, piece->to, right ? times * piece->last_cents : 0);
    }
    close_path(p);
}

static int64_t hundredths(const struct break_sum *s)
{
    return (int64_t)(s->percent.num * 100 / s->percent.den);
}

static void pressure_line(struct plot *p)
{
    open_path(p, 0, "2.5");
    for (int i = 0; i < p->b->sum_count; i++) {
        draw_to(p, p->b->sums[i].from, hundredths(&p->b->sums[i]));
        draw_to(p, p->b->sums[i].to, hundredths(&p->b->sums[i]));
    }
    close_path(p);
    open_path(p, 2, "1.5");
    for (int i = 0; i < p->b->jumps.count; i++) {
        draw_to(p, p->b->jumps.at[i].at, p->low);
        draw_to(p, p->b->jumps.at[i].at, p->high);
        p->last_x = -1;
    }
    close_path(p);
}

static void unknown_parts(struct plot *p)
{
    for (int i = 0; i < p->b->sum_count; i++) {
        const struct break_sum *s = &p->b->sums[i];
        int64_t x = x_of(p, s->from);
        if (s->kind == BREAK_UNKNOWN)
            buf_print(p->out, "<rect x=\"%lld\" y=\"0\" width=\"%lld\" height=\"%d\" fill=\"url(#" STR_FMT "-unknown)\"/>\n",
                      (long long)x, (long long)(x_of(p, s->to) - x), HIGH, STR_ARG(p->id));
    }
}

/* ---- panels -------------------------------------------------------------------------------------------------- */

static void head(struct plot *p, struct str title, struct str top)
{
    words(p, "0", "start", p->top + 12, title);
    words(p, "100%", "end", p->top + 12, str_format(p->a, p->english ? "top: " STR_FMT : "boven: " STR_FMT, STR_ARG(top)));
    p->top += 20;
}

static void open_panel(struct plot *p, int tenths)
{
    buf_print(p->out, "<svg x=\"0\" y=\"%d.%dem\" width=\"100%%\" height=\"%d.%dem\" viewBox=\"0 0 %d %d\" preserveAspectRatio=\"none\" "
              "overflow=\"visible\">\n", p->top / 10, p->top % 10, tenths / 10, tenths % 10, WIDE, HIGH);
    for (int i = 0; i <= 2; i++)
        buf_print(p->out, "<path fill=\"none\" stroke=\"currentColor\" stroke-opacity=\"0.35\" vector-effect=\"non-scaling-stroke\" "
                  "d=\"M0 %dL%d %d\"/>\n", HIGH * i / 2, WIDE, HIGH * i / 2);
}

static void close_panel(struct plot *p, int tenths)
{
    const struct breaks *b = p->b;
    buf_add(p->out, S("</svg>\n"));
    p->top += tenths + 14;
    words(p, "0", "start", p->top, breaks_value(p->a, b, b->from, p->english));
    words(p, "100%", "end", p->top, breaks_value(p->a, b, b->to, p->english));
    p->top += 16;
}

/* 1, 2 or 5 times a power of ten: the first that is enough. */
static int64_t round_up(int64_t v)
{
    for (int64_t ten = 1;; ten *= 10)
        for (int k = 1; k <= 5; k = k == 1 ? 2 : k == 2 ? 5 : 6)
            if (ten * k >= v)
                return ten * k;
}

static void amounts(struct plot *p)
{
    const struct breaks *b = p->b;
    p->low = 0;
    p->high = 100;
    for (int i = 0; i < b->sum_count; i++) {
        int64_t most = b->sums[i].cents > b->sums[i].last_cents ? b->sums[i].cents : b->sums[i].last_cents;
        p->high = most > p->high ? most : p->high;
    }
    p->high = round_up(p->high);
    head(p, say(p, S("Bedrag per jaar"), S("Amount a year")), breaks_cents(p->a, p->high, p->english));
    open_panel(p, 120);
    unknown_parts(p);
    for (int i = 0; b->scheme_count > 1 && i < b->scheme_count; i++)
        scheme_line(p, &b->schemes[i], i + 1);
    sum_line(p);
    close_panel(p, 120);
}

static void pressure(struct plot *p)
{
    int64_t most = 100, least = 0;
    for (int i = 0; i < p->b->sum_count; i++) {
        int64_t h = hundredths(&p->b->sums[i]);
        most = h > most ? h : most;
        least = h < least ? h : least;
    }
    p->high = round_up(most > -least ? most : -least);
    p->low = least < 0 ? -p->high : 0;
    head(p, say(p, S("Wat een euro meer kost"), S("What one euro more costs")),
         breaks_percent(p->a, rational_of(p->high / 100), p->english));
    open_panel(p, 60);
    pressure_line(p);
    close_panel(p, 60);
}

/* ---- what the lines are ------------------------------------------------------------------------------------------ */

static void key(struct plot *p, int dash, const char *wide, struct str s)
{
    buf_print(p->out, "<svg x=\"0\" y=\"%d.%dem\" width=\"2.5em\" height=\"1em\" viewBox=\"0 0 %d %d\" preserveAspectRatio=\"none\">\n",
              p->top / 10, p->top % 10, WIDE, HIGH);
    open_path(p, dash, wide);
    buf_print(p->out, "M0 %dL%d %d", HIGH / 2, WIDE, HIGH / 2);
    close_path(p);
    buf_add(p->out, S("</svg>\n"));
    words(p, "3em", "start", p->top + 9, s);
    p->top += 16;
}

static bool any_unknown(const struct breaks *b)
{
    for (int i = 0; i < b->sum_count; i++)
        if (b->sums[i].kind == BREAK_UNKNOWN)
            return true;
    return false;
}

static void keys(struct plot *p, bool money)
{
    const struct breaks *b = p->b;
    key(p, 0, "2.5", b->scheme_count > 1 ? say(p, S("alle regelingen samen"), S("all schemes together"))
                                         : say(p, b->schemes[0].scheme->name.nl, b->schemes[0].scheme->name.en));
    for (int i = 0; b->scheme_count > 1 && i < b->scheme_count; i++)
        key(p, i + 1, "1.5", say(p, b->schemes[i].scheme->name.nl, b->schemes[i].scheme->name.en));
    if (money && b->jumps.count)
        key(p, 2, "1.5", say(p, S("onder: hier springt het bedrag"), S("below: here the amount jumps")));
    if (!any_unknown(b))
        return;
    buf_print(p->out, "<rect x=\"0\" y=\"%d.%dem\" width=\"2.5em\" height=\"1em\" fill=\"url(#" STR_FMT "-unknown)\"/>\n", p->top / 10,
              p->top % 10, STR_ARG(p->id));
    words(p, "3em", "start", p->top + 9, say(p, S("niet bekend"), S("not known")));
    p->top += 16;
}

static void describe(struct plot *p, bool money)
{
    const struct breaks *b = p->b;
    struct str label = b->fact ? say(p, b->fact->label.nl, b->fact->label.en) : say(p, S("de datum"), S("the date"));
    struct str from = breaks_value(p->a, b, b->from, p->english), to = breaks_value(p->a, b, b->to, p->english);
    buf_print(p->out, "<title id=\"" STR_FMT "-title\">", STR_ARG(p->id));
    buf_html(p->out, say(p, S("Waar u recht op hebt, langs "), S("What you are entitled to, along ")));
    buf_html(p->out, label);
    buf_print(p->out, "</title>\n<desc id=\"" STR_FMT "-desc\">", STR_ARG(p->id));
    buf_html(p->out, str_format(p->a, p->english ? "From " STR_FMT " to " STR_FMT "; %d jumps. The numbers stand in the table."
                                                 : "Van " STR_FMT " tot " STR_FMT "; %d sprongen. De getallen staan in de tabel.",
                                STR_ARG(from), STR_ARG(to), b->jumps.count));
    if (money && b->lowest >= 0) {
        struct str most = breaks_percent(p->a, b->sums[b->lowest].percent, p->english);
        buf_html(p->out, str_format(p->a, p->english ? " At most " STR_FMT " of one euro more is lost."
                                                     : " Van een euro meer gaat hoogstens " STR_FMT " verloren.", STR_ARG(most)));
    }
    buf_add(p->out, S("</desc>\n"));
}

void breaks_svg(struct arena *a, const struct breaks *b, struct str id, bool english, struct buf *out)
{
    struct buf inner = buf_open(a, out->max);
    struct plot p = {.a = a, .b = b, .english = english, .id = id, .out = &inner};
    bool money = b->fact && b->fact->type == FACT_AMOUNT;
    describe(&p, money);
    buf_print(&inner, "<defs><pattern id=\"" STR_FMT "-unknown\" width=\"%d\" height=\"%d\" patternUnits=\"userSpaceOnUse\">"
              "<path d=\"M0 0L%d %d\" stroke=\"currentColor\" stroke-width=\"8\"/></pattern></defs>\n",
              STR_ARG(id), WIDE / 50, HIGH / 10, WIDE / 50, HIGH / 10);
    amounts(&p);
    if (money)
        pressure(&p);
    keys(&p, money);
    buf_print(out, "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"hoort-chart\" role=\"img\" "
              "aria-labelledby=\"" STR_FMT "-title " STR_FMT "-desc\" width=\"100%%\" height=\"%d.%dem\" font-family=\"sans-serif\">\n",
              STR_ARG(id), STR_ARG(id), p.top / 10, p.top % 10);
    buf_add(out, buf_str(&inner));
    buf_add(out, S("</svg>\n"));
    out->over |= inner.over;
}
