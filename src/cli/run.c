/* SPDX-License-Identifier: EUPL-1.2 */
/* run.c: the verbs that run a workspace: demo, run, serve, optout, account. */
#include "cli.h"
#include "web/web.h"

#include <signal.h>

/* ---- the summary that a project leader reads ------------------------------------------------------------------------ */

struct summary { struct arena *a; struct buf *out; struct str lang; bool en; };

static struct str words(const struct summary *s, struct phrase p)
{
    return s->en ? p.en : p.nl;
}

/* Bytes are not columns: a letter with an accent takes two. */
static int columns(struct str s)
{
    int n = 0;
    for (ptrdiff_t i = 0; i < s.len; i++)
        n += ((unsigned char)s.at[i] & 0xc0) != 0x80;
    return n;
}

static void row(const struct summary *s, struct phrase what, struct str value)
{
    struct str text = words(s, what);
    buf_print(s->out, "  " STR_FMT "%*s %14s\n", STR_ARG(text), 66 - columns(text) > 0 ? 66 - columns(text) : 0, "",
              str_z(s->a, value));
}

static void number(const struct summary *s, struct phrase what, int64_t n)
{
    row(s, what, grouped(s->a, n, s->lang));
}

#define P(nl, en) ((struct phrase){S(nl), S(en)})

static void print_funnel(const struct summary *s, const struct stored_scheme *f, const struct stored_run *run)
{
    number(s, P("Inwoners in het bestand", "Residents in the file"), run->residents);
    number(s, P("- vóór het zoeken verwijderd, want afgemeld", "- removed before the search, because they opted out"), run->opted_out);
    number(s, P("- niet bruikbaar (fout BSN, dubbel …)", "- not usable (wrong BSN, double …)"), run->rejected);
    number(s, P("Doorzocht", "Searched"), f->searched);
    number(s, P("Heeft waarschijnlijk recht", "Probably entitled"), f->entitled);
    number(s, P("Waarvan nog zonder de regeling", "Of whom without the scheme"), f->not_using);
    number(s, P("Vrijgegeven voor een brief", "Cleared for a letter"), f->cleared);
    buf_print(s->out, "\n  %s\n", s->en ? "Not cleared, with one reason for each resident:"
                                       : "Niet vrijgegeven, met één reden per inwoner:");
    for (int r = REFUSED_NOT + 1; r < REFUSAL_COUNT; r++)
        if (f->counts[r])
            number(s, refusal_words((enum refusal)r), f->counts[r]);
    buf_add(s->out, S("\n"));
    row(s, P("Bedrag per jaar waar rechthebbenden zonder de regeling op wachten",
             "Euros a year that entitled residents without the scheme miss"), euros(s->a, f->not_using_cents, s->lang));
    row(s, P("Waarvan in de vrijgegeven brieven", "Of which in the cleared letters"), euros(s->a, f->cleared_cents, s->lang));
}

static bool print_account(const struct summary *s, struct app *app, struct err *e)
{
    struct account_view v;
    if (!app_account(s->a, app, &v, e))
        return false;
    if (!v.verified) {
        *e = v.problem;
        return false;
    }
    buf_print(s->out, s->en ? "\nThe account has " STR_FMT " lines and is whole.\n"
                            : "\nDe verantwoording heeft " STR_FMT " regels en klopt.\n",
              STR_ARG(grouped(s->a, v.lines, s->lang)));
    return true;
}

static bool print_summary(struct args *args, struct app *app, const struct app_run *run, struct str lang, struct err *e)
{
    struct overview o;
    struct buf out = buf_open(args->a, 1 << 20);
    struct summary s = {args->a, &out, lang, str_eq(lang, S("en"))};
    if (!app_overview(args->a, app, &o, e))
        return false;
    buf_print(&out, "\n%s " STR_FMT "\n", s.en ? "Search" : "Zoektocht", STR_ARG(o.run.id));
    if (o.run.synthetic)
        buf_print(&out, "%s (" STR_FMT ")\n", s.en ? "SYNTHETIC PEOPLE: nobody in here exists"
                                                   : "SYNTHETISCHE MENSEN: niemand hierin bestaat",
                  STR_ARG(o.run.label));
    for (int64_t i = 0; i < o.scheme_count; i++) {
        const struct scheme *scheme = law_scheme(o.laws, o.schemes[i].scheme, o.run.on);
        buf_print(&out, "\n%s: " STR_FMT "\n", s.en ? "Scheme" : "Regeling",
                  STR_ARG(scheme ? words(&s, scheme->name) : o.schemes[i].scheme));
        for (const struct note *n = scheme ? scheme->unverified : NULL; n; n = n->next)
            buf_print(&out, "  %s: " STR_FMT "\n", s.en ? "Not verified" : "Niet nagekeken", STR_ARG(n->text));
        print_funnel(&s, &o.schemes[i], &o.run);
    }
    if (run->folder.len)
        buf_print(&out, "\n%s: " STR_FMT "/letters.txt, batch.csv, manifest.json\n", s.en ? "Letters" : "Brieven", STR_ARG(run->folder));
    if (run->unwritten)
        buf_print(&out, s.en ? "%lld letters could not be written; the last because: %s\n"
                             : "%lld brieven konden niet worden gemaakt; de laatste omdat: %s\n",
                  (long long)run->unwritten, run->problem.text);
    return print_account(&s, app, e) && (print_buf(&out) == 0 || fail(e, ERR_FILE, "the run stands, but its summary could not be printed"));
}

/* ---- serve ------------------------------------------------------------------------------------------------------------- */

static volatile int stop;

static void on_signal(int number_)
{
    (void)number_;
    stop = 1;
}

static void say_ready(void *ctx, const char *url)
{
    (void)ctx;
    printf("\nDe pagina's staan op %s (Ctrl-C stopt). The pages are at %s (Ctrl-C stops).\n", url, url);
    fflush(stdout);
}

static int serve(struct args *args, struct app *app)
{
    struct err e;
    struct web_place place = {.listen = given(args, OPT_LISTEN) ? args->value[OPT_LISTEN] : S("127.0.0.1:8080"),
                              .assets = shipped(args, OPTION_COUNT, "assets"), .site = args->value[OPT_SITE]};
    struct sigaction act = {.sa_handler = on_signal};
    sigaction(SIGINT, &act, NULL);
    sigaction(SIGTERM, &act, NULL);
    return web_serve(args->a, app, &place, &stop, say_ready, NULL, &e) ? 0 : refused(&e);
}

int cli_serve(struct args *args)
{
    struct app *app;
    struct err e;
    if (!app_open(args->a, workspace_options(args, args->words[0]), &app, &e))
        return refused(&e);
    int code = serve(args, app);
    app_close(app);
    return code;
}

/* ---- run, demo ------------------------------------------------------------------------------------------------------------ */

static int run_and_tell(struct args *args, struct app *app, struct str lang)
{
    struct app_run run;
    struct err e;
    if (!app_run(args->a, app, &run, &e))
        return refused(&e);
    progress_clear();
    bool ok = given(args, OPT_JSON) ? run_json(args, app, &run, &e) : print_summary(args, app, &run, lang, &e);
    return ok ? 0 : refused(&e);
}

int cli_run(struct args *args)
{
    struct app *app;
    struct err e;
    struct str lang;
    if (!arg_lang(args, &lang))
        return 2;
    if (!app_open(args->a, workspace_options(args, args->words[0]), &app, &e))
        return refused(&e);
    int code = run_and_tell(args, app, lang);
    app_close(app);
    return code;
}

int cli_demo(struct args *args)
{
    struct app *app;
    struct err e;
    struct str lang;
    int64_t residents, seed;
    struct str folder = args->count ? args->words[0] : S("hoort-demo");
    if (!arg_lang(args, &lang) || !arg_number(args, OPT_RESIDENTS, 100000, 1, LIMIT_RESIDENTS, &residents) ||
        !arg_number(args, OPT_SEED, 1, 0, INT64_MAX, &seed))
        return 2;
    struct app_options o = workspace_options(args, folder);
    if (!app_demo_prepare(args->a, o, residents, (uint64_t)seed, &e) || !app_open(args->a, o, &app, &e))
        return refused(&e);
    int code = run_and_tell(args, app, lang);
    if (code == 0 && given(args, OPT_SERVE))
        code = serve(args, app);
    app_close(app);
    return code;
}

/* ---- opt-outs, account ------------------------------------------------------------------------------------------------------- */

/* What stands on a command line, others on the machine can see: so the number may come in by hand. */
static struct str read_bsn(struct args *args)
{
    char line[64];
    if (given(args, OPT_BSN))
        return args->value[OPT_BSN];
    return fgets(line, sizeof line, stdin) ? str_copy(args->a, str_trim(str_of(line))) : S("");
}

int cli_optout_add(struct args *args)
{
    struct app *app;
    struct err e;
    struct str bsn = read_bsn(args);
    if (!app_open(args->a, workspace_options(args, args->words[0]), &app, &e))
        return refused(&e);
    bool ok = app_opt_out(args->a, app, bsn, given(args, OPT_SCHEME) ? args->value[OPT_SCHEME] : S(""), &e);
    app_close(app);
    if (!ok)
        return refused(&e);
    puts("recorded; the next run removes this person before it searches");
    return close_output(true);
}

int cli_optout_list(struct args *args)
{
    struct app *app;
    struct err e;
    struct opt_outs o;
    if (!app_open(args->a, workspace_options(args, args->words[0]), &app, &e))
        return refused(&e);
    bool ok = app_opt_outs(args->a, app, &o, &e);
    for (int64_t i = 0; ok && i < o.count; i++)
        printf(STR_FMT " " STR_FMT "\n", STR_ARG(hex_print(args->a, o.at[i].who.at, 16)),
               STR_ARG(o.at[i].scheme.len ? o.at[i].scheme : S("never search")));
    app_close(app);
    return ok ? close_output(true) : refused(&e);
}

static int print_verified(struct args *args, const struct account_view *v)
{
    struct json *j = js_object(args->a);
    js_put_int(args->a, j, S("lines"), v->lines);
    js_put_text(args->a, j, S("head"), hex_print(args->a, v->head.at, 32));
    struct json *actions = js_put(args->a, j, S("actions"), js_object(args->a));
    for (int i = 0; i < ACTION_COUNT; i++)
        if (v->by_action[i])
            js_put_int(args->a, actions, str_of(action_name((enum account_action)i)), v->by_action[i]);
    return print_value(args, j);
}

int cli_account_verify(struct args *args)
{
    struct app *app;
    struct err e;
    struct account_view v;
    if (!app_open(args->a, workspace_options(args, args->words[0]), &app, &e))
        return refused(&e);
    bool ok = app_account(args->a, app, &v, &e);
    app_close(app);
    if (!ok)
        return refused(&e);
    if (!v.verified)
        return refused(&v.problem);
    if (given(args, OPT_JSON))
        return print_verified(args, &v);
    printf("%lld lines, unbroken, up to the signed head " STR_FMT "\n", (long long)v.lines, STR_ARG(hex_print(args->a, v.head.at, 32)));
    return close_output(true);
}
