/* SPDX-License-Identifier: EUPL-1.2 */
/* evidence.c: the verb that tells what a policy does to people, in numbers: sentences first, then the alternatives
 * side by side, then what could not be known. Not the counting (evidence/).
 */
#include "cli.h"

enum { ALTERNATIVES_MAX = 64, BESIDE = 4 };

struct page {
    struct arena *a;
    struct buf *out;
    struct str lang;
    bool en;
    const struct evidence *v;
    struct alternative all[ALTERNATIVES_MAX];    /* the policy itself first */
    int count;
};

/* ---- values as people read them ------------------------------------------------------------------------ */

static struct str value(const struct page *p, enum figure_id id, const struct figure *f)
{
    return figure_in_words(p->a, id, f, p->en);
}

static struct str count_words(const struct page *p, struct shown s)
{
    return s.hidden ? str_of(p->en ? "a few" : "enkele") : grouped(p->a, s.n, p->lang);
}

/* ---- sentences ------------------------------------------------------------------------------------------- */

static void sentence(const struct page *p, const char *nl, const char *en, ...) PRINTF(2, 4) PRINTF(3, 4);
static void sentence(const struct page *p, const char *nl, const char *en, ...)
{
    va_list args;
    char text[1024];
    va_start(args, en);
    vsnprintf(text, sizeof text, p->en ? en : nl, args);
    va_end(args);
    buf_print(p->out, "  %s\n", text);
}

#define Z(s) str_z(p->a, (s))
#define VALUE(id) Z(value(p, (id), &o->figures[id]))

static void say_block(const struct page *p, const struct outcome *o)
{
    if (o->block == BLOCK_RUNG)
        sentence(p, "Op deze trede benaderen wij niemand persoonlijk: er gaat geen brief uit.",
                 "On this rung nobody is approached in person: no letter goes out.");
    else if (o->block == BLOCK_CEILING)
        sentence(p, "De wet staat deze trede (nog) niet toe: er gaat geen brief uit.",
                 "The law does not (yet) allow this rung: no letter goes out.");
    else if (o->block == BLOCK_RATIO)
        sentence(p, "Er worden te veel inwoners doorzocht per brief: er gaat geen brief uit.",
                 "Too many residents are searched for each letter: no letter goes out.");
    else if (o->run_blocked)
        sentence(p, "Een andere regeling houdt de zoektocht tegen: er gaat geen brief uit.",
                 "Another scheme stops the search: no letter goes out.");
}

static bool there(const struct outcome *o, enum figure_id id)
{
    return o->figures[id].missing == MISSING_NOT;
}

static void say_people(const struct page *p, const struct outcome *o)
{
    sentence(p, "Wij doorzoeken %s inwoners. Van hen hebben er %s recht, en daarvan gebruiken er %s de regeling niet.",
             "We search %s residents. Of them %s are entitled, of whom %s do not use the scheme.", Z(count_words(p, o->searched)),
             Z(count_words(p, o->entitled)), Z(count_words(p, o->not_using)));
    if (o->undecided.n || o->undecided.hidden)
        sentence(p, "Van %s inwoners is niet zeker of zij recht hebben, want er ontbreekt een gegeven.",
                 "Of %s residents it is not certain whether they are entitled, because a fact is missing.",
                 Z(count_words(p, o->undecided)));
    if (o->use_unknown.n || o->use_unknown.hidden)
        sentence(p, "Van %s inwoners met recht is niet bekend of zij de regeling gebruiken.",
                 "Of %s entitled residents it is not known whether they use the scheme.", Z(count_words(p, o->use_unknown)));
}

static void say_letters(const struct page *p, const struct outcome *o)
{
    if (there(o, FIGURE_LETTERS))
        sentence(p, "Brieven die uitgaan: %s.", "Letters that go out: %s.", VALUE(FIGURE_LETTERS));
    if (there(o, FIGURE_SEARCH_RATIO))
        sentence(p, "Voor elke brief doorzoeken wij %s inwoners.", "For each letter we search %s residents.",
                 VALUE(FIGURE_SEARCH_RATIO));
    if (there(o, FIGURE_REACHED_PEOPLE))
        sentence(p, "Wij bereiken %s van de mensen met recht die de regeling niet gebruiken.",
                 "We reach %s of the entitled who do not use the scheme.", VALUE(FIGURE_REACHED_PEOPLE));
    if (there(o, FIGURE_MISSED_EUROS))
        sentence(p, "Per jaar blijft %s liggen.", "A year, %s stays unclaimed.", VALUE(FIGURE_MISSED_EUROS));
    if (there(o, FIGURE_NONTARGET_SHARE) && there(o, FIGURE_FACTS))
        sentence(p, "Wij lezen %s gegevens van iedere inwoner. Van hen heeft %s geen recht.",
                 "We read %s facts of each resident. Of them %s are not entitled.", VALUE(FIGURE_FACTS), VALUE(FIGURE_NONTARGET_SHARE));
    if (there(o, FIGURE_CASEWORKER))
        sentence(p, "Een medewerker kijkt eerst naar %s inwoners.", "A caseworker looks first at %s residents.",
                 VALUE(FIGURE_CASEWORKER));
}

/* ---- tables ------------------------------------------------------------------------------------------------ */

static int columns(struct str s)
{
    int n = 0;
    for (ptrdiff_t i = 0; i < s.len; i++)
        n += ((unsigned char)s.at[i] & 0xc0) != 0x80;
    return n;
}

static void left(const struct page *p, struct str s, int width)
{
    int n = columns(s);
    buf_print(p->out, STR_FMT "%*s", STR_ARG(s), n < width ? width - n : 0, "");
}

static void right(const struct page *p, struct str s, int width)
{
    int n = columns(s);
    buf_print(p->out, "  %*s" STR_FMT, n < width ? width - n : 0, "", STR_ARG(s));
}

static struct str heading(const struct page *p, int alternative)
{
    if (!alternative)
        return str_of(p->en ? "the policy" : "het beleid");
    return str_format(p->a, "[%d]", alternative);
}

/* Figures, then the reasons that anybody has. */
enum { ROWS = FIGURE_COUNT + REFUSAL_COUNT };

static struct str row_name(const struct page *p, int row)
{
    struct phrase w = row < FIGURE_COUNT ? figure_title((enum figure_id)row)
                                         : refusal_words((enum refusal)(row - FIGURE_COUNT));
    return p->en ? w.en : w.nl;
}

static struct str cell(const struct page *p, int scheme, int row, int alternative)
{
    const struct outcome *o = &p->all[alternative].schemes[scheme];
    if (row < FIGURE_COUNT)
        return value(p, (enum figure_id)row, &o->figures[row]);
    struct shown s = o->reasons[row - FIGURE_COUNT];
    return s.hidden ? S("*") : grouped(p->a, s.n, p->lang);
}

static bool is_row(const struct page *p, int scheme, int row)
{
    if (row < FIGURE_COUNT)
        return true;
    for (int i = 0; i < p->count && row > FIGURE_COUNT; i++) {      /* who is cleared is counted above */
        struct shown s = p->all[i].schemes[scheme].reasons[row - FIGURE_COUNT];
        if (s.n || s.hidden)
            return true;
    }
    return false;
}

static int widest(const struct page *p, int scheme, int alternative)
{
    int most = columns(heading(p, alternative));
    for (int row = 0; row < ROWS; row++) {
        int n = is_row(p, scheme, row) ? columns(cell(p, scheme, row, alternative)) : 0;
        most = n > most ? n : most;
    }
    return most;
}

static void print_row(const struct page *p, int scheme, int row, int names, const int *width, int from, int to)
{
    buf_add(p->out, S("  "));
    left(p, row < 0 ? S("") : row_name(p, row), names);
    for (int i = from; i < to; i++)
        right(p, row < 0 ? heading(p, i) : cell(p, scheme, row, i), width[i]);
    buf_add(p->out, S("\n"));
}

/* As many alternatives as fit beside each other; the others below. */
static void table(const struct page *p, int scheme, int from, int to)
{
    int width[ALTERNATIVES_MAX], names = 0;
    bool told = false;
    for (int row = 0; row < ROWS; row++)
        names = columns(row_name(p, row)) > names ? columns(row_name(p, row)) : names;
    for (int i = from; i < to; i++)
        width[i] = widest(p, scheme, i);
    buf_add(p->out, S("\n"));
    print_row(p, scheme, -1, names, width, from, to);
    for (int row = 0; row < ROWS; row++) {
        if (!is_row(p, scheme, row))
            continue;
        if (row > FIGURE_COUNT && !told)
            buf_print(p->out, "  %s:\n", p->en ? "No letter, with one reason for each resident" : "Geen brief, met één reden per inwoner");
        told = row > FIGURE_COUNT;
        print_row(p, scheme, row, names, width, from, to);
    }
}

static void legend(const struct page *p)
{
    buf_add(p->out, S("\n"));
    for (int i = 1; i < p->count; i++)
        sentence(p, "[%d] %s", "[%d] %s", i, Z(p->all[i].settings));
    sentence(p, "- is niet bekend; * is kleiner dan %d, of zou iets verraden dat zo klein is.",
             "- is not known; * is below %d, or would give away something that small.", p->v->policy->k_min);
}

/* ---- what could not be known ------------------------------------------------------------------------------- */

/* The library says it in full; without one its ids must do. */
static struct str metric_name(const struct page *p, const struct library *l, const char *id)
{
    const struct metric *m = library_metric(l, str_of(id));
    return !m ? str_of(id) : p->en ? m->name.en : m->name.nl;
}

static void say_unknown(const struct page *p, const struct library *l)
{
    int count;
    const struct without *w = evidence_without(&count);
    buf_print(p->out, "\n%s\n", p->en ? "What could not be known" : "Wat niet te weten was");
    for (int m = MISSING_NOT + 1; m < MISSING_COUNT; m++) {
        struct phrase why = missing_words((enum missing)m);
        bool any = false;
        for (int i = 0; i < count; i++)
            if ((int)w[i].missing == m) {
                struct str name = metric_name(p, l, w[i].metric);
                if (!any)
                    buf_print(p->out, "  " STR_FMT ":\n", STR_ARG(p->en ? why.en : why.nl));
                buf_print(p->out, "    " STR_FMT "\n", STR_ARG(name));
                any = true;
            }
        for (int f = 0; f < FIGURE_COUNT; f++)
            for (int k = 0; k < p->v->scheme_count; k++)
                if ((int)p->all[0].schemes[k].figures[f].missing == m) {
                    struct phrase name = figure_title((enum figure_id)f);
                    if (!any)
                        buf_print(p->out, "  " STR_FMT ":\n", STR_ARG(p->en ? why.en : why.nl));
                    buf_print(p->out, "    " STR_FMT "\n", STR_ARG(p->en ? name.en : name.nl));
                    any = true;
                    break;
                }
    }
}

/* ---- the verb -------------------------------------------------------------------------------------------------- */

static void say_scheme(const struct page *p, int k)
{
    const struct outcome *o = &p->all[0].schemes[k];
    const struct scheme *about = p->v->schemes[k].plan->about;
    buf_print(p->out, "\n%s: " STR_FMT "\n", p->en ? "Scheme" : "Regeling", STR_ARG(p->en ? about->name.en : about->name.nl));
    for (const struct note *n = about->unverified; n; n = n->next)
        buf_print(p->out, "  %s: " STR_FMT "\n", p->en ? "Not verified" : "Niet nagekeken", STR_ARG(n->text));
    say_block(p, o);
    say_people(p, o);
    say_letters(p, o);
    for (int i = 0; i < p->count; i += BESIDE)
        table(p, k, i, i + BESIDE < p->count ? i + BESIDE : p->count);
}

static void say_all(const struct page *p, const struct library *l)
{
    buf_print(p->out, "\n%s: " STR_FMT " (" STR_FMT ")\n", p->en ? "Policy" : "Beleid", STR_ARG(p->v->policy->title),
              STR_ARG(p->v->policy->id));
    if (p->v->synthetic)
        buf_print(p->out, "%s (" STR_FMT ")\n", p->en ? "SYNTHETIC PEOPLE: nobody in here exists"
                                                      : "SYNTHETISCHE MENSEN: niemand hierin bestaat", STR_ARG(p->v->label));
    if (p->v->fresh)
        buf_print(p->out, "%s\n", p->en ? "As if nobody had been written to before." : "Alsof nog niemand eerder een brief kreeg.");
    for (int k = 0; k < p->v->scheme_count; k++)
        say_scheme(p, k);
    legend(p);
    say_unknown(p, l);
}

static bool add_alternative(struct args *args, struct page *p, const struct app_evidence *v, struct str settings, struct err *e)
{
    if (p->count == ALTERNATIVES_MAX)
        return fail(e, ERR_USAGE, "more than %d alternatives; ask for fewer", ALTERNATIVES_MAX - 1);
    return app_evidence_weigh(args->a, v, settings, &p->all[p->count++], e);
}

static bool weigh(struct args *args, struct page *p, const struct app_evidence *v, struct err *e)
{
    struct str *settings = NULL;
    int count = 0;
    p->v = app_evidence_of(v);
    if (!add_alternative(args, p, v, S(""), e))
        return false;
    for (int i = 0; i < args->param_count; i++)
        if (!add_alternative(args, p, v, args->params[i], e))
            return false;
    if (given(args, OPT_SWEEP) && !dial_settings(args->a, p->v->policy, args->value[OPT_SWEEP], &settings, &count, e))
        return false;
    for (int i = 0; i < count; i++)
        if (!add_alternative(args, p, v, settings[i], e))
            return false;
    return true;
}

static int print_page(struct args *args, struct app *app, struct page *p)
{
    struct library l = {0};
    struct faults faults = faults_open(args->a);
    struct err e;
    if (given(args, OPT_JSON))
        return print_value(args, evidence_json(args->a, p->v, p->all, p->count));
    if (given(args, OPT_CSV))
        evidence_csv(p->v, p->all, p->count, p->out);
    else if (app_workspace_library(args->a, app, &l, &faults, &e))
        say_all(p, &l);
    else
        return refused(&e);
    return print_buf(p->out);
}

int cli_evidence(struct args *args)
{
    struct app *app;
    struct app_evidence *v;
    struct err e;
    struct buf out = buf_open(args->a, LIMIT_BUF);
    struct page *p = arena_new(args->a, struct page, 1);
    p->a = args->a;
    p->out = &out;
    if (!arg_lang(args, &p->lang))
        return 2;
    if (given(args, OPT_JSON) && given(args, OPT_CSV))
        return usage("--json or --csv, not both");
    p->en = str_eq(p->lang, S("en"));
    struct evidence_wish wish = {.staged = given(args, OPT_STAGED), .fresh = given(args, OPT_FRESH)};
    if (!app_open(args->a, workspace_options(args, args->words[0]), &app, &e))
        return refused(&e);
    bool ok = app_evidence_open(args->a, app, wish, &v, &e) && weigh(args, p, v, &e);
    progress_clear();
    int code = ok ? print_page(args, app, p) : refused(&e);
    app_close(app);
    return code;
}
