/* SPDX-License-Identifier: EUPL-1.2 */
/* text.c: what was found, as tables of text for people, in Dutch and in English. Not HTML (web/), not JSON. */
#include "look.h"

struct writer { struct arena *a; const struct breaks *b; bool english; struct buf *out; };

static struct str say(const struct writer *w, struct phrase p)
{
    return w->english ? p.en : p.nl;
}

#define SAY(nl, en) say(w, (struct phrase){S(nl), S(en)})

struct str breaks_cents(struct arena *a, int64_t cents, bool english)
{
    uint64_t size = cents < 0 ? -(uint64_t)cents : (uint64_t)cents;
    struct str whole = number_words(a, (int64_t)(size / 100), english);
    int rest = (int)(size % 100);
    const char *minus = cents < 0 ? "-" : "";
    return english ? str_format(a, "%s€" STR_FMT ".%02d", minus, STR_ARG(whole), rest)
                   : str_format(a, "€\u00a0%s" STR_FMT ",%02d", minus, STR_ARG(whole), rest);
}

struct str breaks_value(struct arena *a, const struct breaks *b, int64_t value, bool english)
{
    if (!b->fact || b->fact->type == FACT_DATE)
        return date_words(a, (int32_t)value, english);
    return b->fact->type == FACT_AMOUNT ? breaks_cents(a, value, english) : number_words(a, value, english);
}

struct str breaks_percent(struct arena *a, struct rational percent, bool english)
{
    struct str s = rational_print(a, percent);
    char *at = str_z(a, s);
    for (ptrdiff_t i = 0; i < s.len && !english; i++)
        if (at[i] == '.')
            at[i] = ',';
    return str_format(a, english ? "%s%%" : "%s\u00a0%%", at);
}

/* Columns of text: letters, not bytes, so that the euro sign is one wide. */
static void cell(struct writer *w, struct str s, int wide)
{
    int letters = 0;
    for (ptrdiff_t i = 0; i < s.len; i++)
        letters += ((unsigned char)s.at[i] & 0xc0) != 0x80;
    buf_add(w->out, s);
    for (; letters < wide; letters++)
        buf_char(w->out, ' ');
}

static struct str value(const struct writer *w, int64_t v)
{
    return breaks_value(w->a, w->b, v, w->english);
}

static struct str cents(const struct writer *w, int64_t v)
{
    return breaks_cents(w->a, v, w->english);
}

static struct str kind(const struct writer *w, enum break_kind k)
{
    static const struct phrase words[] = {{{"nee", 3}, {"no", 2}}, {{"ja", 2}, {"yes", 3}}, {{"onbekend", 8}, {"unknown", 7}},
                                          {{"fout", 4}, {"faulty", 6}}, {{"geen regeling", 13}, {"no scheme", 9}}};
    return say(w, words[k]);
}

static void head(struct writer *w)
{
    buf_add(w->out, S("  "));
    cell(w, SAY("van", "from"), 20);
    cell(w, SAY("tot en met", "up to and including"), 21);
    cell(w, SAY("recht", "right"), 15);
    cell(w, SAY("bedrag eerst", "amount first"), 16);
    cell(w, SAY("bedrag laatst", "amount last"), 16);
}

static void row(struct writer *w, int64_t from, int64_t to, enum break_kind k, bool known, int64_t first, int64_t last)
{
    buf_add(w->out, S("  "));
    cell(w, value(w, from), 20);
    cell(w, value(w, to), 21);
    cell(w, kind(w, k), 15);
    cell(w, known ? cents(w, first) : S(""), 16);
    cell(w, known && last != first ? cents(w, last) : S(""), 16);
}

static void end_row(struct writer *w)
{
    while (w->out->len && w->out->at[w->out->len - 1] == ' ')
        w->out->len--;
    buf_char(w->out, '\n');
}

/* "  stops after €20,000.00\n" */
static void line(struct writer *w, struct phrase what, int64_t at)
{
    buf_add(w->out, say(w, what));
    buf_add(w->out, value(w, at));
}

#define LINE(nl, en, at) line(w, (struct phrase){S(nl), S(en)}, at)

static void jumps(struct writer *w, const struct break_jumps *j)
{
    for (int i = 0; i < j->count; i++) {
        LINE("  springt bij ", "  jumps at ", j->at[i].at);
        buf_add(w->out, S(": "));
        buf_add(w->out, cents(w, j->at[i].cents < 0 ? -j->at[i].cents : j->at[i].cents));
        buf_add(w->out, j->at[i].cents < 0 ? SAY(" minder\n", " less\n") : SAY(" meer\n", " more\n"));
    }
}

static void stairs(struct writer *w, const struct break_piece *p)
{
    if (!p->unit)
        return;
    buf_add(w->out, number_words(w->a, p->stairs - 1, w->english));
    buf_add(w->out, SAY(" treden van ", " steps of "));
    buf_add(w->out, cents(w, p->unit));
}

static void scheme(struct writer *w, const struct break_scheme *s)
{
    buf_char(w->out, '\n');
    buf_add(w->out, say(w, s->scheme->name));
    buf_add(w->out, s->scheme->monthly ? SAY(" (per maand)\n  ", " (a month)\n  ") : SAY(" (per jaar)\n  ", " (a year)\n  "));
    buf_add(w->out, s->exact ? SAY("precies, uitgerekende waarden: ", "exact, values worked out: ")
                             : SAY("NIET precies, uitgerekende waarden: ", "NOT exact, values worked out: "));
    buf_add(w->out, number_words(w->a, s->values, w->english));
    buf_char(w->out, '\n');
    if (s->why.len)
        buf_print(w->out, "  " STR_FMT "\n", STR_ARG(s->why));
    head(w);
    end_row(w);
    for (int i = 0; i < s->pieces.count; i++) {
        const struct break_piece *p = &s->pieces.at[i];
        row(w, p->from, p->to, (enum break_kind)p->at.kind, p->at.state == CELL_PRESENT, p->at.cents, p->last_cents);
        stairs(w, p);
        end_row(w);
    }
    for (int i = 0; i < s->start_count; i++) {
        LINE("  begint bij ", "  starts at ", s->starts[i]);
        buf_char(w->out, '\n');
    }
    for (int i = 0; i < s->stop_count; i++) {
        LINE("  stopt na ", "  stops after ", s->stops[i]);
        buf_char(w->out, '\n');
    }
    jumps(w, &s->jumps);
}

static void together(struct writer *w)
{
    const struct breaks *b = w->b;
    bool money = b->fact && b->fact->type == FACT_AMOUNT;
    buf_add(w->out, SAY("\nalle regelingen samen (per jaar)\n", "\nall schemes together (a year)\n"));
    head(w);
    buf_add(w->out, money ? SAY("minder per euro meer", "less per euro more") : S(""));
    end_row(w);
    for (int i = 0; i < b->sum_count; i++) {
        const struct break_sum *s = &b->sums[i];
        row(w, s->from, s->to, s->kind, s->kind != BREAK_UNKNOWN, s->cents, s->last_cents);
        if (money && s->slope.num)
            buf_add(w->out, breaks_percent(w->a, s->percent, w->english));
        end_row(w);
    }
    jumps(w, &b->jumps);
    if (!money || b->lowest < 0)
        return;
    const struct break_sum *s = &b->sums[b->lowest];
    buf_add(w->out, SAY("  hoogste druk: ", "  highest pressure: "));
    buf_add(w->out, breaks_percent(w->a, s->percent, w->english));
    LINE(" van elke euro meer, van ", " of each euro more, from ", s->from);
    LINE(" tot en met ", " up to and including ", s->to);
    buf_char(w->out, '\n');
}

void breaks_text(struct arena *a, const struct breaks *b, bool english, struct buf *out)
{
    struct writer w = {a, b, english, out};
    buf_add(out, english ? S("Along ") : S("Langs "));
    buf_add(out, b->fact ? say(&w, b->fact->label) : english ? S("the date") : S("de datum"));
    if (b->relation)
        buf_print(out, english ? " of " STR_FMT : " van " STR_FMT, STR_ARG(b->relation->name));
    line(&w, (struct phrase){S(" van "), S(" from ")}, b->from);
    line(&w, (struct phrase){S(" tot en met "), S(" up to and including ")}, b->to);
    if (b->fact) {
        buf_add(out, english ? S(", laws of ") : S(", wetten van "));
        buf_add(out, date_words(a, b->date, english));
    }
    buf_char(out, '\n');
    for (int i = 0; i < b->scheme_count; i++)
        scheme(&w, &b->schemes[i]);
    together(&w);
}
