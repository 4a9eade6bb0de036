/* SPDX-License-Identifier: EUPL-1.2 */
/* lint.c: holds a template against elements.def: everything that is wrong, in one go. The checks
 * are of words and places; that a letter is kind and clear stays the work of people.
 */
#include "outreach/template.h"

enum { SENTENCE_WORDS = 20, OPT_OUT_LEVELS = 2 };

struct say { enum part_kind part; const char *lang, *words, *what; };
static const struct say says[] = {
#define SAYS(part, lang, words, what) {part, lang, words, what},
#include "outreach/elements.def"
};
static const struct say firsts[] = {
#define FIRST(part, lang, words, what) {part, lang, words, what},
#include "outreach/elements.def"
};
static const struct { const char *lang, *words, *unless, *why; } nevers[] = {
#define NEVER(lang, words, unless, why) {lang, words, unless, why},
#include "outreach/elements.def"
};
static const struct { const char *lang, *word, *better; } plains[] = {
#define PLAIN(lang, word, better) {lang, word, better},
#include "outreach/elements.def"
};

static const struct part *part_of(const struct template *t, enum part_kind kind)
{
    for (int i = 0; i < t->part_count; i++)
        if (t->parts[i].kind == kind)
            return &t->parts[i];
    return NULL;
}

/* The line in the file where a piece of a part's text begins. */
static int line_of(const struct part *p, struct str piece)
{
    int line = p->line;
    for (const char *c = p->text.at; c && c < piece.at; c++)
        line += *c == '\n';
    return line;
}

static bool speaks(const struct template *t, const char *lang)
{
    return str_eq(t->meta[META_LANG], str_of(lang));
}

/* ---- parts ------------------------------------------------------------------------------------ */

static void check_presence(const struct template *t, struct faults *f)
{
    for (int i = 0; i < PART_COUNT; i++) {
        const struct part_rule *rule = &part_rules[i];
        const struct part *p = part_of(t, (enum part_kind)i);
        bool award = t->rung >= 7;
        if (p && rule->when == AWARD && !award)
            faults_add(f, t->file, p->line, 1, "'" STR_FMT "' belongs to awards only: there is no decision here to object "
                       "to; remove it", STR_ARG(rule->name));
        if (rule->when == OPTIONAL || (rule->when == AWARD && !award))
            continue;
        if (!p)
            faults_add(f, t->file, 0, 0, "the part '" STR_FMT "' is missing (" STR_FMT "); add == " STR_FMT " ==",
                       STR_ARG(rule->name), STR_ARG(rule->what), STR_ARG(rule->name));
        else if (str_trim(p->text).len == 0)
            faults_add(f, t->file, p->line, 1, "the part '" STR_FMT "' is empty; write " STR_FMT,
                       STR_ARG(rule->name), STR_ARG(rule->what));
    }
}

static void check_required_places(const struct template *t, const struct part *p, struct faults *f)
{
    const struct part_rule *rule = &part_rules[p->kind];
    struct str left = rule->places;
    while (left.len) {
        struct str rest, name = str_until(left, ' ', &rest);
        if (!text_holds_place(p->text, name))
            faults_add(f, t->file, p->line, 1, "the part '" STR_FMT "' lacks {" STR_FMT "}; it says " STR_FMT,
                       STR_ARG(rule->name), STR_ARG(name), STR_ARG(rule->what));
        left = rest;
    }
}

/* A list stands alone on its line, in a part that is wrapped. */
static bool stands_alone(const struct part *p, struct str name)
{
    ptrdiff_t from = name.at - 1 - p->text.at, to = from + name.len + 2;
    bool begins = from == 0 || p->text.at[from - 1] == '\n';
    bool ends = to == p->text.len || p->text.at[to] == '\n';
    return begins && ends && part_rules[p->kind].layout == FLOW;
}

static void check_pieces(const struct template *t, const struct part *p, struct faults *f)
{
    struct piece piece;
    struct str rest = p->text;
    while (piece_next(&rest, &piece)) {
        enum place place;
        int line = line_of(p, piece.text);
        if (piece.broken)
            faults_add(f, t->file, line, 1, "a brace that belongs to no placeholder; write {name}, or leave braces out");
        else if (piece.is_place && !place_find(piece.text, &place))
            faults_add(f, t->file, line, 1, "no placeholder is called {" STR_FMT "}; the list stands in elements.def",
                       STR_ARG(str_slice(piece.text, 0, piece.text.len < 40 ? piece.text.len : 40)));
        else if (piece.is_place && place_rules[place].shape == BLOCK && !stands_alone(p, piece.text))
            faults_add(f, t->file, line, 1, "{" STR_FMT "} becomes a list; put it alone on a line", STR_ARG(piece.text));
    }
}

/* ---- words ------------------------------------------------------------------------------------ */

static void check_says(const struct template *t, struct faults *f)
{
    for (int i = 0; i < COUNT(says); i++) {
        const struct part *p = part_of(t, says[i].part);
        if (p && speaks(t, says[i].lang) && !text_says(p->text, str_of(says[i].words)))
            faults_add(f, t->file, p->line, 1, "the part '" STR_FMT "' does not say %s; add it",
                       STR_ARG(part_rules[p->kind].name), says[i].what);
    }
}

/* Who, what, why me, and an honest "may": all in the first sentence. */
static void check_opening(const struct template *t, struct faults *f)
{
    struct str first;
    const struct part *p = part_of(t, PART_OPENING);
    struct str rest = p ? p->text : S("");
    if (!p || !sentence_next(&rest, &first))
        return;
    for (int i = 0; i < COUNT(firsts); i++)
        if (speaks(t, firsts[i].lang) && !text_says(first, str_of(firsts[i].words)))
            faults_add(f, t->file, p->line, 1, "the first sentence of the opening does not say %s; add it", firsts[i].what);
    if (!text_holds_place(first, S("organisation")) || !text_holds_place(first, S("scheme")))
        faults_add(f, t->file, p->line, 1, "the first sentence of the opening does not say who writes and what about; put "
                   "{organisation} and {scheme} in it");
    for (int i = 0; i < t->part_count && &t->parts[i] != p; i++)
        if (t->parts[i].kind > PART_OPENING)
            faults_add(f, t->file, t->parts[i].line, 1, "the part '" STR_FMT "' stands before the opening; a letter opens "
                       "with who writes and why", STR_ARG(part_rules[t->parts[i].kind].name));
}

static void check_levels(const struct template *t, struct faults *f)
{
    const struct part *p = part_of(t, PART_OPT_OUT);
    int levels = 0;
    for (struct str rest = p ? p->text : S(""), after; rest.len; rest = after)
        levels += str_starts(str_until(rest, '\n', &after), S("- "));
    if (p && levels < OPT_OUT_LEVELS)
        faults_add(f, t->file, p->line, 1, "opting out has levels (never search, search but do not write); list at least "
                   "%d of them, each on a line that begins with \"- \"", OPT_OUT_LEVELS);
}

static void check_sentences(const struct template *t, const struct part *p, struct faults *f)
{
    struct str sentence, rest = p->text;
    while (sentence_next(&rest, &sentence))
        for (int i = 0; i < COUNT(nevers); i++)
            if (speaks(t, nevers[i].lang) && text_says(sentence, str_of(nevers[i].words)) &&
                !text_says(sentence, str_of(nevers[i].unless)))
                faults_add(f, t->file, line_of(p, sentence), 1, "a sentence in '" STR_FMT "' %s",
                           STR_ARG(part_rules[p->kind].name), nevers[i].why);
}

void template_lint(const struct template *t, struct faults *f)
{
    check_presence(t, f);
    for (int i = 0; i < t->part_count; i++) {
        check_required_places(t, &t->parts[i], f);
        check_pieces(t, &t->parts[i], f);
        check_sentences(t, &t->parts[i], f);
    }
    check_opening(t, f);
    check_says(t, f);
    check_levels(t, f);
}

/* ---- hints: for the writer, never a refusal ---------------------------------------------------- */

void template_hints(const struct template *t, struct faults *hints)
{
    for (int i = 0; i < t->part_count; i++) {
        const struct part *p = &t->parts[i];
        struct str sentence, rest = part_rules[p->kind].layout == FLOW ? p->text : S("");
        while (sentence_next(&rest, &sentence)) {
            int words = sentence_words(sentence), line = line_of(p, sentence);
            if (words > SENTENCE_WORDS)
                faults_add(hints, t->file, line, 1, "a sentence of %d words; make two of it (at most %d reads easily)",
                           words, SENTENCE_WORDS);
            for (int k = 0; k < COUNT(plains); k++)
                if (speaks(t, plains[k].lang) && text_says(sentence, str_of(plains[k].word)))
                    faults_add(hints, t->file, line, 1, "\"%s\" is a difficult word; try \"%s\"", plains[k].word,
                               plains[k].better);
        }
    }
}
