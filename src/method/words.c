/* SPDX-License-Identifier: EUPL-1.2 */
/* words.c: a policy in whole sentences, Dutch and English, every field of it: what people read
 * is all that the machine obeys. Not a page and not a letter: lines of plain text.
 */
#include "method/method.h"

#include <stdio.h>

struct words {
    struct arena *a;
    bool nl;
    struct policy_line *first, **last;
};

static void line(struct words *w, bool heading, struct str text)
{
    struct policy_line *l = arena_new(w->a, struct policy_line, 1);
    *l = (struct policy_line){.heading = heading, .text = text};
    *w->last = l;
    w->last = &l->next;
}

static void head(struct words *w, const char *nl, const char *en)
{
    line(w, true, str_of(w->nl ? nl : en));
}

/* Both languages take the same values in the same order. */
static void say(struct words *w, const char *nl, const char *en, ...)
    __attribute__((format(printf, 2, 4), format(printf, 3, 4)));
static void say(struct words *w, const char *nl, const char *en, ...)
{
    char text[LIMIT_FORMAT];
    va_list args;
    va_start(args, en);
    int len = w->nl ? vsnprintf(text, sizeof text, nl, args) : vsnprintf(text, sizeof text, en, args);
    va_end(args);
    assert(len >= 0 && len < LIMIT_FORMAT);
    line(w, false, str_copy(w->a, (struct str){text, len}));
}

/* ---- numbers and days as people write them ---------------------------------------------- */

static const char *count(struct words *w, int64_t n)
{
    return str_z(w->a, number_words(w->a, n, !w->nl));
}

static const char *euros(struct words *w, int64_t cents)
{
    const char *whole = count(w, cents / 100);
    struct str text = cents % 100 ? str_format(w->a, "€%s%s%c%02d", w->nl ? " " : "", whole, w->nl ? ',' : '.',
                                               (int)(cents % 100))
                                  : str_format(w->a, "€%s%s", w->nl ? " " : "", whole);
    return str_z(w->a, text);
}

static const char *day(struct words *w, int32_t date)
{
    return str_z(w->a, date_words(w->a, date, !w->nl));
}

/* ---- the fields ------------------------------------------------------------------------- */

static void say_what(struct words *w, const struct policy *p)
{
    line(w, true, p->title);
    say(w, "Dit is beleid " STR_FMT " van " STR_FMT ".", "This is policy " STR_FMT " of " STR_FMT ".",
        STR_ARG(p->id), STR_ARG(p->organisation));
    head(w, "Waarvoor", "What for");
    line(w, false, p->purpose_text);
    say(w, "De code van dit doel is " STR_FMT ". De gegevens worden voor niets anders gebruikt.",
        "The code of this purpose is " STR_FMT ". The data are used for nothing else.", STR_ARG(p->purpose));
    head(w, "Wanneer", "When");
    say(w, "Dit beleid geldt van %s tot en met %s.", "This policy is in force from %s up to and including %s.",
        day(w, p->from), day(w, p->until));
}

static void say_rung(struct words *w, const struct policy_scheme *s)
{
    static const struct { const char *nl, *en;
    } rungs[] = {
        {"wij doen niets uit onszelf", "we do nothing on our own initiative"},
        {"wij geven algemene informatie", "we give general information"},
        {"wij geven informatie aan groepen", "we give information to groups"},
        {"wij laten een inwoner weten dat er misschien recht is", "we tell a resident that there may be a right"},
        {"wij geven persoonlijk advies of hulp", "we give personal advice or help"},
        {"wij sturen een aanvraag die al is ingevuld", "we send a pre-filled application"},
        {"wij doen een aanbod dat de inwoner alleen hoeft te bevestigen",
         "we make an offer that the resident only confirms"},
        {"wij kennen toe, en de inwoner mag weigeren", "we award, and the resident may refuse"},
        {"wij kennen vanzelf toe en verlengen vanzelf", "we award and renew automatically"},
    };
    assert(s->rung >= 0 && s->rung < COUNT(rungs));
    say(w, "Regeling " STR_FMT ": %s (trede %d van 8).", "Scheme " STR_FMT ": %s (rung %d of 8).", STR_ARG(s->scheme),
        w->nl ? rungs[s->rung].nl : rungs[s->rung].en, s->rung);
}

/* geheim_adres -> geheim adres: the name in the file, as people read it. */
static struct str plain(struct words *w, struct str name)
{
    char *at = str_z(w->a, name);
    for (ptrdiff_t i = 0; i < name.len; i++)
        at[i] = at[i] == '_' ? ' ' : at[i];
    return (struct str){at, name.len};
}

static void say_scheme(struct words *w, const struct policy_scheme *s)
{
    say_rung(w, s);
    assert(s->certain_only);
    say(w, "Wij doen dit alleen als het recht zeker is.", "We do this only when the right is certain.");
    say(w, "Wij doen dit alleen bij een bedrag van minstens %s per jaar.",
        "We do this only for an amount of at least %s a year.", euros(w, s->amount_min_cents));
    if (s->settled_only)
        say(w, "Wij doen dit alleen als het inkomen vaststaat, ook dat van de partner bij een aanvraag samen. "
               "Dat lezen wij in het gegeven \"" STR_FMT "\".",
            "We do this only when the income is settled, the partner's too when they apply together. "
            "We read that in the fact \"" STR_FMT "\".", STR_ARG(plain(w, s->settled_fact)));
    else
        say(w, "Wij doen dit ook als het inkomen nog een schatting is.",
            "We do this also when the income is still an estimate.");
}

static bool same_terms(const struct policy_fact *x, const struct policy_fact *y)
{
    return str_eq(x->source, y->source) && str_eq(x->ground, y->ground) && x->max_age_days == y->max_age_days;
}

/* Facts with the same source, ground and age stand in one sentence, at the first of them. */
static struct str names_like(struct words *w, const struct policy *p, const struct policy_fact *f)
{
    struct buf names = buf_open(w->a, LIMIT_FORMAT / 2);
    for (const struct policy_fact *x = p->facts; x; x = x->next) {
        if (!same_terms(x, f))
            continue;
        if (x != f && !names.len)
            return S("");
        buf_print(&names, "%s" STR_FMT, names.len ? ", " : "", STR_ARG(plain(w, x->fact)));
    }
    return buf_str(&names);
}

static void say_facts(struct words *w, const struct policy *p)
{
    head(w, "Welke gegevens wij lezen", "Which data we read");
    say(w, "Wij lezen deze gegevens, en geen andere.", "We read these data, and no others.");
    for (const struct policy_fact *f = p->facts; f; f = f->next) {
        struct str names = names_like(w, p, f);
        if (names.len)
            say(w,
                "Gegevens: " STR_FMT ". Bron: " STR_FMT
                ". Hoogstens %s dagen oud, anders tellen zij als onbekend. Grond: " STR_FMT,
                "Data: " STR_FMT ". Source: " STR_FMT
                ". At most %s days old, otherwise they count as unknown. Ground: " STR_FMT,
                STR_ARG(names), STR_ARG(f->source), count(w, f->max_age_days), STR_ARG(f->ground));
    }
}

static void say_exclusion(struct words *w, const struct policy_exclusion *x)
{
    const char *then_nl =
        x->treatment == TREAT_EXCLUDE ? "dan benaderen wij deze inwoner niet" : "dan kijkt eerst een medewerker";
    const char *then_en =
        x->treatment == TREAT_EXCLUDE ? "then we do not approach this resident" : "then a caseworker looks first";
    say(w, "Is het gegeven \"" STR_FMT "\" waar%s, %s. Reden: " STR_FMT,
        "If the fact \"" STR_FMT "\" is true%s, %s. Reason: " STR_FMT, STR_ARG(plain(w, x->fact)),
        !x->also_unknown ? ""
        : w->nl          ? " of niet bekend"
                         : " or not known",
        w->nl ? then_nl : then_en, STR_ARG(w->nl ? x->why.nl : x->why.en));
}

static void say_who_not(struct words *w, const struct policy *p)
{
    head(w, "Wie wij niet zomaar benaderen", "Whom we do not simply approach");
    say(w, "Wie zich heeft afgemeld, zoeken wij niet op en benaderen wij niet.",
        "Whoever has opted out is not looked up or approached.");
    for (const struct policy_exclusion *x = p->exclusions; x; x = x->next)
        say_exclusion(w, x);
    say(w,
        "Vragen partners samen aan, en moet een medewerker eerst naar een van hen kijken, dan wachten wij met "
        "beiden.",
        "When partners apply together and a caseworker has to look at one of them first, we wait with both.");
    if (!p->exclusions)
        say(w, "Verder sluit dit beleid niemand uit.", "Beyond that this policy excludes nobody.");
}

static void say_search(struct words *w, const struct policy *p)
{
    head(w, "Hoeveel mensen wij bekijken", "How many people we look at");
    if (p->search_ratio_max)
        say(w,
            "Voor iedere brief bekijken wij de gegevens van hoogstens %s inwoners. Zijn het er meer, dan gaat er "
            "geen brief uit.",
            "For each letter we look at the data of at most %s residents. If it takes more, no letter goes out.",
            count(w, p->search_ratio_max));
    else
        say(w, "Dit beleid stelt geen grens aan het aantal inwoners dat wij bekijken.",
            "This policy sets no limit to the number of residents that we look at.");
}

static void say_contact(struct words *w, const struct policy *p)
{
    head(w, "Hoe en hoe vaak", "How and how often");
    assert(str_eq(p->channel, S("print")));
    say(w, "Wij sturen een brief op papier.", "We send a letter on paper.");
    say(w, "Een inwoner krijgt hoogstens %d brieven in 365 dagen.", "A resident gets at most %d letters in 365 days.",
        p->contacts_per_year_max);
    say(w, "Tussen twee brieven zitten minstens %d dagen.", "There are at least %d days between two letters.",
        p->quiet_days);
    say(w, "Vragen partners samen aan, dan gaat er één brief naar hen, en tellen de brieven aan allebei mee.",
        "When partners apply together one letter goes to them, and the letters to both of them count.");
    if (p->letters_max)
        say(w,
            "Er gaan per regeling en per keer hoogstens %s brieven uit. Zijn er meer mensen, dan beslist een loting.",
            "At most %s letters go out for each scheme and each time. If there are more people, lots are drawn.",
            count(w, p->letters_max));
    else
        say(w, "Er is geen grens aan het aantal brieven.", "There is no limit to the number of letters.");
}

static void say_stigma(struct words *w, const struct policy *p)
{
    head(w, "Geen kleine groepen", "No small groups");
    if (p->k_min > 1)
        say(w,
            "Wij schrijven alleen in een groep waarin minstens %d mensen een brief krijgen. "
            "De groep is de eerste %d tekens van het gegeven " STR_FMT ".",
            "We write only in a group in which at least %d people get a letter. "
            "The group is the first %d characters of the fact " STR_FMT ".",
            p->k_min, p->k_chars, STR_ARG(p->k_fact));
    else
        say(w, "Er geldt geen kleinste groep (eerste %d tekens van het gegeven " STR_FMT ").",
            "No smallest group applies (first %d characters of the fact " STR_FMT ").", p->k_chars,
            STR_ARG(p->k_fact));
}

static void say_lots(struct words *w, const struct policy *p)
{
    head(w, "Controleren en meten", "Checking and measuring");
    say(w, "Van iedere 1.000 brieven houdt een medewerker er ongeveer %d tegen om ze eerst na te kijken.",
        "Of every 1,000 letters a caseworker holds back about %d to check them first.", p->sample_per_mille);
    say(w, "Van iedere 1.000 mensen wachten er ongeveer %d, zodat wij het effect kunnen meten.",
        "Of every 1,000 people about %d wait, so that we can measure the effect.", p->control_per_mille);
    say(w, "Wie dat zijn, beslist een loting met het startgetal %lld. Wie het nadoet, krijgt dezelfde uitkomst.",
        "Who they are is drawn by lot with the seed %lld. Whoever repeats it gets the same outcome.",
        (long long)p->seed);
}

static void say_duties(struct words *w, const struct policy *p)
{
    head(w, "Bewaren", "Keeping");
    say(w, "Gegevens van mensen die wij benaderen, bewaren wij %d dagen. Gegevens van anderen bewaren wij %d dagen.",
        "Data of people whom we approach are kept for %d days. Data of others are kept for %d days.",
        p->keep_selected_days, p->keep_not_selected_days);
    head(w, "Getoetst en besloten", "Assessed and decided");
    say(w, "De privacytoets (DPIA) heeft kenmerk " STR_FMT ".", "The privacy assessment (DPIA) has hash " STR_FMT ".",
        STR_ARG(p->dpia_hash));
    say(w, "De mensenrechtentoets (IAMA) heeft kenmerk " STR_FMT ".",
        "The human rights assessment (IAMA) has hash " STR_FMT ".", STR_ARG(p->iama_hash));
    say(w, "Besloten door: " STR_FMT ". Mandaat: " STR_FMT ". Het besluit heeft kenmerk " STR_FMT ".",
        "Decided by: " STR_FMT ". Mandate: " STR_FMT ". The decision has hash " STR_FMT ".", STR_ARG(p->decided_by),
        STR_ARG(p->mandate), STR_ARG(p->decision_hash));
    head(w, "Openbaar", "Published");
    line(w, false, p->publication);
}

static void say_conditions(struct words *w, const struct policy *p)
{
    if (p->conditions)
        head(w, "Voorwaarden vooraf", "Conditions beforehand");
    for (const struct names *n = p->conditions; n; n = n->next)
        say(w, "Wij beginnen pas als de maatregel " STR_FMT " klaar is, en vastligt waaruit dat blijkt.",
            "We only start when the measure " STR_FMT " is done, and what shows it is recorded.", STR_ARG(n->id));
}

static void say_signature(struct words *w, const struct policy *p)
{
    head(w, "Handtekening", "Signature");
    say(w, "Dit beleid heeft kenmerk " STR_FMT ".", "This policy has hash " STR_FMT ".",
        STR_ARG(hex_print(w->a, p->hash.at, sizeof p->hash.at)));
    if (p->is_signed)
        say(w, "Er staat een handtekening onder van " STR_FMT ", met sleutel " STR_FMT ".",
            "It bears a signature of " STR_FMT ", with key " STR_FMT ".", STR_ARG(p->signed_by),
            STR_ARG(hex_print(w->a, p->signed_key.at, sizeof p->signed_key.at)));
    else
        say(w, "Het is niet ondertekend. Zonder handtekening mag er niets mee gebeuren.",
            "It is not signed. Without a signature nothing may be done with it.");
}

struct policy_line *policy_words(struct arena *a, const struct policy *p, struct str lang)
{
    assert(str_eq(lang, S("nl")) || str_eq(lang, S("en")));
    struct words w = {.a = a, .nl = str_eq(lang, S("nl"))};
    w.last = &w.first;
    say_what(&w, p);
    head(&w, "Welke regelingen, en hoe ver wij gaan", "Which schemes, and how far we go");
    for (const struct policy_scheme *s = p->schemes; s; s = s->next)
        say_scheme(&w, s);
    say_facts(&w, p);
    say_search(&w, p);
    say_who_not(&w, p);
    say_contact(&w, p);
    say_stigma(&w, p);
    say_lots(&w, p);
    say_duties(&w, p);
    say_conditions(&w, p);
    say_signature(&w, p);
    return w.first;
}
