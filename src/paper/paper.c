/* SPDX-License-Identifier: EUPL-1.2 */
/* paper.c: papers of a decision in whole sentences. Not the record for the register (register.c). */
#include "paper/paper.h"

#include <stdio.h>

struct writer {
    struct arena *a;
    bool nl;
    const struct paper_input *in;
    struct paper_line *first, **end;
};

static void put(struct writer *w, enum paper_kind kind, struct str text)
{
    if (str_trim(text).len == 0)
        return;
    *w->end = arena_new(w->a, struct paper_line, 1);
    **w->end = (struct paper_line){.kind = kind, .text = str_trim(text)};
    w->end = &(*w->end)->next;
}

/* Both languages take the same values in the same order; what people wrote may be long, and is never cut short. */
static void say(struct writer *w, enum paper_kind kind, const char *nl, const char *en, ...)
    __attribute__((format(printf, 3, 5), format(printf, 4, 5)));
static void say(struct writer *w, enum paper_kind kind, const char *nl, const char *en, ...)
{
    va_list args, again;
    va_start(args, en);
    va_copy(again, args);
    int len = w->nl ? vsnprintf(NULL, 0, nl, args) : vsnprintf(NULL, 0, en, args);
    va_end(args);
    assert(len >= 0);
    char *at = arena_new_raw(w->a, char, len + 1);
    len = w->nl ? vsnprintf(at, (size_t)len + 1, nl, again) : vsnprintf(at, (size_t)len + 1, en, again);
    va_end(again);
    put(w, kind, (struct str){at, len});
}

static void head(struct writer *w, const char *nl, const char *en)
{
    put(w, PAPER_HEADING, str_of(w->nl ? nl : en));
}

static void text(struct writer *w, const char *nl, const char *en)
{
    put(w, PAPER_TEXT, str_of(w->nl ? nl : en));
}

static struct str in(const struct writer *w, struct phrase p)
{
    return w->nl ? p.nl : p.en;
}

static struct str day(struct writer *w, int32_t date)
{
    if (date == INT32_MIN)
        return w->nl ? S("een dag die nog niet is gekozen") : S("a day that is not chosen yet");
    return date_words(w->a, date, !w->nl);
}

static const struct dilemma *dilemma_of(const struct paper_input *x, struct str id)
{
    const struct dilemma *d = x->room ? room_dilemma(x->room, id) : NULL;
    return d ? d : library_dilemma(x->library, id);
}

static struct str sentence_of(struct writer *w, const struct decided *c)
{
    const struct dilemma *d = dilemma_of(w->in, c->dilemma);
    bool chosen = d && c->anchor >= 1 && c->anchor <= ANCHORS;
    return chosen ? in(w, d->anchors[c->anchor - 1].text) : w->nl ? S("Er is nog geen keuze.") : S("There is no choice yet.");
}

static struct str question_of(struct writer *w, const struct decided *c)
{
    const struct dilemma *d = dilemma_of(w->in, c->dilemma);
    return d ? in(w, d->question) : c->dilemma;
}

static struct str measure_name(struct writer *w, struct str id)
{
    const struct measure *m = library_measure(w->in->library, id);
    return m ? in(w, m->name) : id;
}

static struct str scheme_words(struct writer *w, struct str id)
{
    const struct scheme *s = w->in->laws ? law_scheme(w->in->laws, id, w->in->decision->from) : NULL;
    return s && s->name.nl.len && s->name.en.len ? in(w, s->name) : id;
}

/* "the one, the other and the third" */
static struct str schemes_words(struct writer *w)
{
    struct buf b = buf_open(w->a, LIMIT_POLICY_TEXT);
    for (const struct names *n = w->in->case_->schemes; n; n = n->next) {
        const char *glue = b.len == 0 ? "" : n->next ? ", " : w->nl ? " en " : " and ";
        buf_print(&b, "%s" STR_FMT, glue, STR_ARG(scheme_words(w, n->id)));
    }
    return buf_str(&b);
}

/* ---- parts that more papers have -------------------------------------------------------------------------- */

static void say_no(struct writer *w)
{
    if (w->in->decision->no)
        text(w, "Dit besluit is een nee: wij doen dit niet.", "This decision is a no: we do not do this.");
}

static void say_period(struct writer *w)
{
    const struct decision *d = w->in->decision;
    say(w, PAPER_TEXT, "Dit geldt van " STR_FMT " tot en met " STR_FMT ". Op " STR_FMT " kijken wij of het nog goed is.",
        "This holds from " STR_FMT " to " STR_FMT ". On " STR_FMT " we look whether it is still right.", STR_ARG(day(w, d->from)),
        STR_ARG(day(w, d->until)), STR_ARG(day(w, d->review_on)));
}

static void say_group(struct writer *w)
{
    const struct room *r = w->in->room;
    if (!r) {
        text(w, "Voor dit besluit is geen groep gehoord.", "No group was heard for this decision.");
        return;
    }
    say(w, PAPER_TEXT, "Aan het gesprek deden %d mensen mee. Zij spraken vanuit een rol.",
        "%d people took part in the session. They spoke from a role.", r->people_count);
}

static void say_roles(struct writer *w)
{
    const struct room *r = w->in->room;
    for (const struct role *x = r ? r->library->roles : NULL; x; x = x->next) {
        int count = 0;
        for (int i = 0; i < r->people_count; i++)
            count += str_eq(r->people[i]->role->id, x->id);
        if (count)
            say(w, PAPER_ITEM, STR_FMT ": %d", STR_FMT ": %d", STR_ARG(in(w, x->name)), count);
    }
    for (const struct chair *c = r ? r->chairs : NULL; c; c = c->next)
        say(w, PAPER_ITEM, "Lege stoel voor: " STR_FMT ". Namens deze rol is gezegd: " STR_FMT,
            "Empty chair for: " STR_FMT ". What was said for this role: " STR_FMT, STR_ARG(in(w, c->role->name)), STR_ARG(c->text));
}

static void say_measures(struct writer *w, bool conditions)
{
    for (const struct taken_measure *m = w->in->decision->measures; m; m = m->next) {
        const struct measure *x = library_measure(w->in->library, m->measure);
        if ((x && x->condition) != conditions)
            continue;
        struct str what = x ? in(w, x->what) : S(""), who = m->owner.len ? m->owner : w->nl ? S("nog niemand") : S("nobody yet");
        say(w, PAPER_ITEM, STR_FMT ". " STR_FMT " Wie dit regelt: " STR_FMT ". Klaar op " STR_FMT ".",
            STR_FMT ". " STR_FMT " Who sees to it: " STR_FMT ". Done by " STR_FMT ".", STR_ARG(measure_name(w, m->measure)),
            STR_ARG(what), STR_ARG(who), STR_ARG(day(w, m->due)));
        if (m->done != INT32_MIN)
            say(w, PAPER_ITEM, "Klaar sinds " STR_FMT ". Dit blijkt uit: " STR_FMT, "Done since " STR_FMT ". This shows it: " STR_FMT,
                STR_ARG(day(w, m->done)), STR_ARG(m->evidence));
    }
}

static bool has_measures(const struct writer *w, bool conditions)
{
    for (const struct taken_measure *m = w->in->decision->measures; m; m = m->next) {
        const struct measure *x = library_measure(w->in->library, m->measure);
        if ((x && x->condition) == conditions)
            return true;
    }
    return false;
}

static void say_all_measures(struct writer *w)
{
    if (has_measures(w, true)) {
        head(w, "Wat eerst klaar moet zijn", "What must be done first");
        text(w, "Zonder deze maatregelen begint de dienst niet.", "The service does not start without these measures.");
        say_measures(w, true);
    }
    if (has_measures(w, false)) {
        head(w, "Wat er verder geregeld wordt", "What else is seen to");
        say_measures(w, false);
    }
}

/* ---- the whole document ------------------------------------------------------------------------------------- */

static void say_case(struct writer *w)
{
    const struct case_record *c = w->in->case_;
    for (int i = 0; i < CASE_TEXT_COUNT; i++) {
        if (i == CASE_TITLE || str_trim(c->text[i]).len == 0)
            continue;
        put(w, PAPER_SMALL_HEADING, in(w, case_field((enum case_text)i)->label));
        put(w, PAPER_TEXT, c->text[i]);
    }
    say(w, PAPER_TEXT, "Het gaat om: " STR_FMT ".", "It is about: " STR_FMT ".", STR_ARG(schemes_words(w)));
}

static void say_spread(struct writer *w, const struct dilemma *d, int round)
{
    struct spread s = room_spread(w->in->room, d->id, round, NULL);
    if (!s.answered)
        return;
    say(w, PAPER_TEXT, "Ronde %d: waar stond de groep?", "Round %d: where did the group stand?", round);
    for (int i = 0; i < ANCHORS; i++) {
        struct str limit = s.fences[i] == 0 ? S("")
                         : w->nl ? str_format(w->a, " Voor %d van hen is dit een grens.", s.fences[i])
                                 : str_format(w->a, " For %d of them this is a limit.", s.fences[i]);
        say(w, PAPER_ITEM, STR_FMT " – %d." STR_FMT, STR_FMT " – %d." STR_FMT, STR_ARG(in(w, d->anchors[i].text)), s.count[i],
            STR_ARG(limit));
    }
}

static void say_part(struct writer *w, const char *nl, const char *en, struct str what)
{
    if (str_trim(what).len == 0)
        return;
    put(w, PAPER_SMALL_HEADING, str_of(w->nl ? nl : en));
    put(w, PAPER_TEXT, what);
}

static void say_choice(struct writer *w, const struct decided *c)
{
    const struct dilemma *d = dilemma_of(w->in, c->dilemma);
    put(w, PAPER_HEADING, question_of(w, c));
    if (d && w->in->room && room_dilemma(w->in->room, c->dilemma)) {
        say_spread(w, d, 1);
        say_spread(w, d, 2);
        int moved = room_shifted(w->in->room, c->dilemma);
        say(w, PAPER_TEXT, "Tussen de rondes veranderden er %d van plaats.", "Between the rounds %d changed position.", moved);
    }
    say_part(w, "De keuze", "The choice", sentence_of(w, c));
    say_part(w, "Waarom", "Why", c->why);
    say_part(w, "Wat ook is overwogen", "What was considered too", c->alternatives);
    say_part(w, "Wie het er niet mee eens was", "Who disagreed", c->dissent);
}

static void say_policy(struct writer *w)
{
    head(w, "Het beleid in woorden", "The policy in words");
    if (!w->in->policy)
        text(w, "Uit dit besluit komt nog geen beleid.", "No policy comes out of this decision yet.");
    for (const struct policy_line *l = w->in->policy ? policy_words(w->a, w->in->policy, w->nl ? S("nl") : S("en")) : NULL; l; l = l->next)
        put(w, l->heading ? PAPER_SMALL_HEADING : PAPER_ITEM, l->text);
}

static void say_hash(struct writer *w, const char *nl, const char *en, struct str hash)
{
    if (hash.len)
        say(w, PAPER_ITEM, STR_FMT ": " STR_FMT, STR_FMT ": " STR_FMT, STR_ARG(str_of(w->nl ? nl : en)), STR_ARG(hash));
}

static void say_marks(struct writer *w)
{
    const struct decision *d = w->in->decision;
    const struct policy *p = w->in->policy;
    head(w, "Kenmerken", "Marks");
    text(w, "Met deze kenmerken kan iedereen nagaan of de stukken zijn veranderd.",
         "With these marks anybody can check whether the records were changed.");
    say_hash(w, "De zaak", "The case", d->case_hash);
    say_hash(w, "Het gesprek", "The session", d->session_hash);
    say_hash(w, "Het besluit", "The decision", w->in->decision_hash);
    say_hash(w, "Het beleid", "The policy", p ? hex_print(w->a, p->hash.at, sizeof p->hash.at) : S(""));
    head(w, "Goedgekeurd", "Approved");
    if (!w->in->approvals)
        text(w, "Nog niemand heeft deze versie goedgekeurd.", "Nobody has approved this version yet.");
    for (const struct paper_approval *x = w->in->approvals; x; x = x->next)
        say(w, PAPER_ITEM, STR_FMT ", op " STR_FMT, STR_FMT ", on " STR_FMT, STR_ARG(x->by), STR_ARG(day(w, x->on)));
}

static void document(struct writer *w)
{
    const struct decision *d = w->in->decision;
    head(w, "De vraag", "The question");
    say_case(w);
    head(w, "Het besluit", "The decision");
    say_no(w);
    put(w, PAPER_TEXT, d->why);
    say(w, PAPER_TEXT, "Besloten door: " STR_FMT ". Mandaat: " STR_FMT ".", "Decided by: " STR_FMT ". Mandate: " STR_FMT ".",
        STR_ARG(d->decided_by), STR_ARG(d->mandate));
    say_period(w);
    say_part(w, "Bekendmaking", "Publication", d->publication);
    head(w, "De groep", "The group");
    say_group(w);
    say_roles(w);
    for (const struct decided *c = d->choices; c; c = c->next)
        say_choice(w, c);
    say_all_measures(w);
    say_policy(w);
    say_marks(w);
}

/* ---- one screen for the council -------------------------------------------------------------------------------- */

static void council(struct writer *w)
{
    const struct decision *d = w->in->decision;
    put(w, PAPER_TEXT, w->in->case_->text[CASE_QUESTION]);
    head(w, "Wat besluiten wij?", "What do we decide?");
    say_no(w);
    for (const struct decided *c = d->no ? NULL : d->choices; c; c = c->next)
        put(w, PAPER_ITEM, sentence_of(w, c));
    head(w, "Waarom?", "Why?");
    put(w, PAPER_TEXT, d->why);
    head(w, "Wie dacht mee?", "Who helped to think?");
    say_group(w);
    head(w, "Wie was het er niet mee eens?", "Who disagreed?");
    bool any = false;
    for (const struct decided *c = d->choices; c; c = c->next) {
        put(w, PAPER_ITEM, c->dissent);
        any |= str_trim(c->dissent).len > 0;
    }
    if (!any)
        text(w, "Er staat geen andere mening in het besluit.", "The decision holds no other opinion.");
    if (has_measures(w, true)) {
        head(w, "Wat moet eerst klaar zijn?", "What must be done first?");
        for (const struct taken_measure *m = d->measures; m; m = m->next) {
            const struct measure *x = library_measure(w->in->library, m->measure);
            if (x && x->condition)
                put(w, PAPER_ITEM, in(w, x->name));
        }
    }
    head(w, "Tot wanneer?", "Until when?");
    say_period(w);
}

/* ---- for residents ------------------------------------------------------------------------------------------------ */

static void say_facts(struct writer *w)
{
    head(w, "Welke gegevens gebruiken wij?", "Which data do we use?");
    for (const struct policy_fact *f = w->in->policy->facts; f; f = f->next) {
        const struct fact *known = w->in->laws ? facts_find(&w->in->laws->facts, f->fact) : NULL;
        struct str name = known && known->label.nl.len && known->label.en.len ? in(w, known->label) : f->fact;
        say(w, PAPER_ITEM, STR_FMT " (van: " STR_FMT ")", STR_FMT " (from: " STR_FMT ")", STR_ARG(name), STR_ARG(f->source));
    }
    say(w, PAPER_TEXT, "Schrijven wij u? Dan bewaren wij uw gegevens %d dagen. Anders %d dagen.",
        "Do we write to you? Then we keep your data for %d days. Else for %d days.", w->in->policy->keep_selected_days,
        w->in->policy->keep_not_selected_days);
}

static void resident(struct writer *w)
{
    const struct case_record *c = w->in->case_;
    if (w->in->decision->no || !w->in->policy) {
        say(w, PAPER_TEXT, STR_FMT " zoekt niet naar inwoners die misschien recht hebben op " STR_FMT ".",
            STR_FMT " does not search for residents who may be entitled to " STR_FMT ".", STR_ARG(c->text[CASE_ORGANISATION]),
            STR_ARG(schemes_words(w)));
        put(w, PAPER_TEXT, w->in->decision->why);
        return;
    }
    say(w, PAPER_TEXT, STR_FMT " zoekt inwoners die misschien recht hebben op " STR_FMT ", en die dat niet gebruiken.",
        STR_FMT " searches for residents who may be entitled to " STR_FMT " and do not use it.", STR_ARG(c->text[CASE_ORGANISATION]),
        STR_ARG(schemes_words(w)));
    head(w, "Waarom doen wij dit?", "Why do we do this?");
    put(w, PAPER_TEXT, w->in->decision->why);
    head(w, "Wat doen wij, en wat niet?", "What do we do, and what not?");
    for (const struct decided *x = w->in->decision->choices; x; x = x->next)
        put(w, PAPER_ITEM, sentence_of(w, x));
    text(w, "Krijgt u een brief? U bent tot niets verplicht. De uitvoerder van de regeling beslist of u recht hebt.",
         "Do you get a letter? You need not do anything. The executor of the scheme decides whether you are entitled.");
    say_facts(w);
    head(w, "Wilt u dit niet?", "Do you not want this?");
    text(w, "U kunt vragen om niet naar u te zoeken. Dat verandert niets aan uw rechten.",
         "You can ask us not to search for you. It changes nothing about your rights.");
    head(w, "Tot wanneer?", "Until when?");
    say_period(w);
    say_part(w, "Waar staat dit?", "Where does this stand?", w->in->decision->publication);
}

/* ---- for who carries it out ---------------------------------------------------------------------------------------- */

static void say_exclusions(struct writer *w)
{
    const struct policy *p = w->in->policy;
    if (!p->exclusions)
        return;
    head(w, "Wie schrijven wij niet zomaar?", "To whom do we not just write?");
    for (const struct policy_exclusion *x = p->exclusions; x; x = x->next)
        say(w, PAPER_ITEM, STR_FMT " %s", STR_FMT " %s", STR_ARG(in(w, x->why)),
            x->treatment == TREAT_HUMAN ? (w->nl ? "Kijk zelf en beslis per persoon." : "Look yourself and decide for each person.")
                                        : (w->nl ? "Niet schrijven." : "Do not write."));
}

static void instruction(struct writer *w)
{
    if (w->in->decision->no || !w->in->policy) {
        text(w, "Er is niets uit te voeren: dit besluit laat niemand toe.", "There is nothing to carry out: this decision lets nobody in.");
        return;
    }
    say(w, PAPER_TEXT, "Deze instructie hoort bij het besluit “" STR_FMT "” van " STR_FMT ".",
        "This instruction belongs to the decision “" STR_FMT "” of " STR_FMT ".", STR_ARG(w->in->decision->title),
        STR_ARG(w->in->decision->decided_by));
    if (has_measures(w, true)) {
        head(w, "1. Begin niet voordat dit klaar is", "1. Do not start before this is done");
        say_measures(w, true);
    } else {
        head(w, "1. Begin", "1. Start");
        text(w, "Er zijn geen voorwaarden vooraf.", "There are no conditions beforehand.");
    }
    head(w, "2. Zo werken wij", "2. This is how we work");
    for (const struct decided *c = w->in->decision->choices; c; c = c->next) {
        put(w, PAPER_ITEM, sentence_of(w, c));
        say(w, PAPER_ITEM, "Waarom: " STR_FMT, "Why: " STR_FMT, STR_ARG(c->why));
    }
    say_exclusions(w);
    head(w, "3. Kijk zelf na", "3. Check yourself");
    say(w, PAPER_TEXT, "Van iedere 1.000 brieven houdt u er ongeveer %d tegen om ze eerst na te kijken.",
        "Of every 1,000 letters you hold back about %d to check them first.", w->in->policy->sample_per_mille);
    text(w, "Twijfelt u? Schrijf dan niet, en leg het voor aan uw teamleider.", "In doubt? Then do not write, and ask your team leader.");
    if (has_measures(w, false)) {
        head(w, "4. Dit loopt ernaast", "4. This goes on beside it");
        say_measures(w, false);
    }
    head(w, "Tot wanneer?", "Until when?");
    say_period(w);
}

struct paper_line *paper_write(struct arena *a, const struct paper_input *input, enum paper which, struct str lang)
{
    static void (*const papers[])(struct writer *) = {
        [PAPER_DOCUMENT] = document, [PAPER_COUNCIL] = council, [PAPER_RESIDENT] = resident, [PAPER_INSTRUCTION] = instruction};
    struct writer w = {.a = a, .nl = str_eq(lang, S("nl")), .in = input};
    w.end = &w.first;
    papers[which](&w);
    return w.first;
}
