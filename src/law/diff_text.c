/* SPDX-License-Identifier: EUPL-1.2 */
/* diff_text.c: what changed, as a policy officer reads it, in Dutch and in English: amounts with their unit, what was
 * and what is, the difference and the percentage. Not the finding (diff.c), not JSON (diff_json.c).
 */
#include "law/diff.h"

struct writer { struct arena *a; bool english; struct buf *out; };

#define SAY(w, nl, en) ((w)->english ? S(en) : S(nl))

/* ---- numbers ------------------------------------------------------------------------------------ */
/* "1.234,50" with at least so many decimals; a fraction without end stays one. */
static struct str number_say(struct arena *a, struct rational r, int decimals, bool english)
{
    struct str rest, shown = rational_print(a, r), whole = str_until(shown, '.', &rest);
    bool minus = str_starts(whole, S("-"));
    int64_t n;
    if (!str_to_int64(minus ? str_slice(whole, 1, whole.len) : whole, &n))
        return shown;
    struct buf b = buf_open(a, 128);
    buf_add(&b, minus ? S("-") : S(""));
    buf_add(&b, number_words(a, n, english));
    buf_add(&b, !rest.len && !decimals ? S("") : english ? S(".") : S(","));
    buf_add(&b, rest);
    for (ptrdiff_t i = rest.len; i < decimals; i++)
        buf_char(&b, '0');
    return buf_str(&b);
}

static struct str euro_say(struct arena *a, struct rational euros, bool english)
{
    bool minus = euros.num < 0;
    euros.num = minus ? -euros.num : euros.num;
    return str_format(a, "%s%s" STR_FMT, minus ? "-" : "", english ? "€" : "€\u00a0",
                      STR_ARG(number_say(a, euros, rational_is_whole(euros) ? 0 : 2, english)));
}

static struct str unit_say(struct arena *a, struct rational r, enum value_unit unit, bool english)
{
    static const struct phrase words[] = {[UNIT_YEARS] = {{"jaar", 4}, {"years", 5}}, [UNIT_WEEKS] = {{"weken", 5}, {"weeks", 5}},
                                          [UNIT_MONTHS] = {{"maanden", 7}, {"months", 6}}, [UNIT_DAYS] = {{"dagen", 5}, {"days", 4}}};
    struct rational other;
    struct str plain = number_say(a, r, 0, english);
    switch (unit) {
    case UNIT_EURO: return euro_say(a, r, english);
    case UNIT_EUROCENT: return rational_divide(r, rational_of(100), &other) ? euro_say(a, other, english) : plain;
    case UNIT_PERCENTAGE: return str_format(a, english ? STR_FMT "%%" : STR_FMT "\u00a0%%", STR_ARG(plain));
    case UNIT_RATIO: return rational_multiply(r, rational_of(100), &other) ? unit_say(a, other, UNIT_PERCENTAGE, english) : plain;
    case UNIT_NONE: return plain;
    default: return str_format(a, STR_FMT " " STR_FMT, STR_ARG(plain), STR_ARG(english ? words[unit].en : words[unit].nl));
    }
}

struct str definition_words(struct arena *a, const struct definition *d, bool english)
{
    if (d->value.kind == LITERAL_NUMBER)
        return unit_say(a, d->value.number, d->unit, english);
    const struct expr value = {.kind = EXPR_LITERAL, .literal = d->value};
    struct buf b = buf_open(a, LIMIT_YAML_BYTES);
    expr_print(&value, &b);
    return buf_str(&b);
}

bool change_measure(const struct law_change *c, struct rational *difference, struct rational *percent, bool *in_percent)
{
    const struct definition *old = c->old, *now = c->now;
    struct rational part;
    *in_percent = false;
    if (!old || !now || old->unit != now->unit || old->value.kind != LITERAL_NUMBER || now->value.kind != LITERAL_NUMBER ||
        !rational_subtract(now->value.number, old->value.number, difference))
        return false;
    *in_percent = rational_divide(*difference, old->value.number, &part) && rational_multiply(part, rational_of(100), &part) &&
                  rational_round(part, 2, ROUND_HALF_AWAY, percent);
    if (*in_percent && old->value.number.num < 0)
        percent->num = -percent->num; /* more is more, below zero too */
    return true;
}

/* A difference has its sign in front, also when it is more. */
static struct str signed_say(struct arena *a, struct rational r, struct str shown)
{
    return r.num > 0 ? str_format(a, "+" STR_FMT, STR_ARG(shown)) : shown;
}

/* Between two percentages: how many points. */
static struct str points_say(struct arena *a, struct rational r, enum value_unit unit, bool english)
{
    if (unit == UNIT_RATIO && !rational_multiply(r, rational_of(100), &r))
        return S("");
    return str_format(a, STR_FMT "%s", STR_ARG(number_say(a, r, 0, english)), english ? " percentage points" : " procentpunt");
}

static void measure(struct writer *w, const struct law_change *c)
{
    struct rational difference, percent;
    bool in_percent, points = c->now && (c->now->unit == UNIT_PERCENTAGE || c->now->unit == UNIT_RATIO);
    if (!change_measure(c, &difference, &percent, &in_percent))
        return;
    struct str shown = points ? points_say(w->a, difference, c->now->unit, w->english)
                              : unit_say(w->a, difference, c->now->unit, w->english);
    buf_print(w->out, "   " STR_FMT, STR_ARG(signed_say(w->a, difference, shown)));
    if (in_percent)
        buf_print(w->out, " (" STR_FMT ")", STR_ARG(signed_say(w->a, percent, unit_say(w->a, percent, UNIT_PERCENTAGE, w->english))));
}

/* ---- one change ----------------------------------------------------------------------------------- */
static void lead(struct writer *w, const struct law_change *c)
{
    buf_add(w->out, S("  "));
    if (c->article.len)
        buf_print(w->out, STR_FMT " " STR_FMT, STR_ARG(SAY(w, "artikel", "article")), STR_ARG(c->article));
    buf_add(w->out, c->article.len && c->name.len ? S(", ") : S(""));
    buf_add(w->out, c->name);
}

static struct str kind_say(const struct writer *w, enum change_kind kind)
{
    return kind == CHANGE_NEW ? SAY(w, "nieuw", "new") : kind == CHANGE_GONE ? SAY(w, "vervallen", "gone") : SAY(w, "gewijzigd", "changed");
}

static void print_definition(struct writer *w, const struct law_change *c)
{
    buf_add(w->out, S(": "));
    if (c->kind != CHANGE_OTHER)
        buf_print(w->out, STR_FMT ", ", STR_ARG(kind_say(w, c->kind)));
    if (c->old)
        buf_add(w->out, definition_words(w->a, c->old, w->english));
    buf_add(w->out, c->old && c->now ? S(" → ") : S(""));
    if (c->now)
        buf_add(w->out, definition_words(w->a, c->now, w->english));
    if (c->old && c->now)
        measure(w, c);
    buf_char(w->out, '\n');
}

static void print_text(struct writer *w, const struct law_change *c)
{
    buf_add(w->out, S("\n"));
    for (const struct text_edit *x = c->edits; x; x = x->next) {
        buf_print(w->out, "    %s" STR_FMT, x->opens ? "" : "… ", STR_ARG(x->lead));
        if (x->gone.len)
            buf_print(w->out, "%s[" STR_FMT ": " STR_FMT "]", x->lead.len ? " " : "", STR_ARG(SAY(w, "weg", "gone")), STR_ARG(x->gone));
        if (x->came.len)
            buf_print(w->out, "%s[" STR_FMT ": " STR_FMT "]", x->lead.len || x->gone.len ? " " : "", STR_ARG(SAY(w, "nieuw", "new")),
                      STR_ARG(x->came));
        buf_print(w->out, "%s" STR_FMT "%s\n", x->tail.len ? " " : "", STR_ARG(x->tail), x->closes ? "" : " …");
    }
}

static void print_change(struct writer *w, const struct law_change *c)
{
    bool itself = c->part == CHANGED_UNVERIFIED; /* its name is all it says */
    if (!itself)
        lead(w, c);
    if (c->part == CHANGED_DEFINITION) {
        print_definition(w, c);
    } else if (c->part == CHANGED_TEXT) {
        print_text(w, c);
    } else if (itself) {
        buf_print(w->out, "  " STR_FMT ": " STR_FMT "\n", STR_ARG(kind_say(w, c->kind)), STR_ARG(c->name));
    } else if (c->kind != CHANGE_OTHER) {
        const struct str words = c->kind == CHANGE_NEW ? c->after : c->before;
        buf_print(w->out, ": " STR_FMT "%s" STR_FMT "\n", STR_ARG(kind_say(w, c->kind)), words.len ? ", " : "", STR_ARG(words));
    } else {
        buf_print(w->out, "\n    " STR_FMT STR_FMT "\n    " STR_FMT STR_FMT "\n", STR_ARG(SAY(w, "was:   ", "was: ")), STR_ARG(c->before),
                  STR_ARG(SAY(w, "wordt: ", "is:  ")), STR_ARG(c->after));
    }
}

/* ---- all of them --------------------------------------------------------------------------------- */
static void print_version(struct writer *w, const struct law *law)
{
    buf_add(w->out, law->id);
    if (law->has_valid_from)
        buf_print(w->out, " " STR_FMT, STR_ARG(date_print(w->a, law->valid_from)));
}

void law_diff_print(struct arena *a, const struct law_diff *d, bool english, struct buf *out)
{
    struct writer w = {a, english, out};
    buf_print(out, STR_FMT "\n", STR_ARG(d->after->name));
    print_version(&w, d->before);
    buf_add(out, S(" → "));
    print_version(&w, d->after);
    if (!d->count)
        buf_print(out, "\n\n" STR_FMT "\n", STR_ARG(SAY(&w, "Geen verschil.", "No difference.")));
    else
        buf_print(out, "\n%d " STR_FMT "\n", d->count,
                  STR_ARG(d->count == 1 ? SAY(&w, "wijziging", "change") : SAY(&w, "wijzigingen", "changes")));
    for (const struct law_change *c = d->first, *before = NULL; c; before = c, c = c->next) {
        struct phrase heading = change_part_heading(c->part);
        if (!before || before->part != c->part)
            buf_print(out, "\n" STR_FMT "\n", STR_ARG(english ? heading.en : heading.nl));
        print_change(&w, c);
    }
}
