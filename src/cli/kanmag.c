/* SPDX-License-Identifier: EUPL-1.2 */
/* kanmag.c: the verbs `can` (of whom could we know that they are entitled) and `may` (what may we do on a day) of a
 * workspace. Not the working out (app/).
 */
#include "cli.h"

struct sheet { struct args *args; struct arena *a; struct str lang; bool en; int32_t day; struct str scheme; };

static bool sheet_open(struct args *args, struct sheet *s)
{
    *s = (struct sheet){.args = args, .a = args->a, .scheme = given(args, OPT_SCHEME) ? args->value[OPT_SCHEME] : S("")};
    if (!arg_lang(args, &s->lang) || !arg_date(args, OPT_DATE, clock_today(), &s->day))
        return false;
    s->en = str_eq(s->lang, S("en"));
    if (given(args, OPT_JSON) && given(args, OPT_CSV)) {
        usage("--json or --csv, not both");
        return false;
    }
    return true;
}

static struct str in_lang(const struct sheet *s, struct phrase p)
{
    return s->en ? p.en : p.nl;
}

static const char *say(const struct sheet *s, const char *nl, const char *en)
{
    return s->en ? en : nl;
}

/* ---- may ------------------------------------------------------------------------------------------------------- */

static const char *may_short(const struct sheet *s, enum may m)
{
    static const char *const nl[] = {"mag", "mag als", "later", "niet"}, *const en[] = {"may", "may if", "later", "no"};
    return s->en ? en[m] : nl[m];
}

static void print_needs(const struct sheet *s, const struct mag_scheme *x, struct buf *out)
{
    for (int n = 0; n < NEED_COUNT; n++) {
        if (!mag_is_open(x, (enum need)n, 3))
            continue;
        buf_print(out, "    - " STR_FMT, STR_ARG(in_lang(s, need_words((enum need)n, true))));
        if (need_is_counted((enum need)n))
            buf_print(out, " %d", x->open[n]);
        buf_print(out, " (%s)\n", need_requirement((enum need)n));
    }
}

static void print_may(const struct sheet *s, const struct mag *m, struct buf *out)
{
    buf_print(out, "%s " STR_FMT "\n", say(s, "Wat mag op", "What may be done on"), STR_ARG(date_words(s->a, m->day, s->en)));
    if (m->assumed)
        buf_print(out, "%s " STR_FMT "\n", say(s, "Alsof al geldt:", "As if in force:"), STR_ARG(in_lang(s, m->assumed->name)));
    for (int i = 0; i < m->scheme_count; i++) {
        const struct mag_scheme *x = &m->schemes[i];
        buf_print(out, "\n" STR_FMT "\n ", STR_ARG(in_lang(s, x->scheme->name)));
        for (int rung = 0; rung < RUNGS; rung++)
            buf_print(out, " %d %s%s", rung, may_short(s, x->may[rung]), rung < RUNGS - 1 ? " |" : "\n");
        buf_print(out, "  %s " STR_FMT "\n", say(s, "bron:", "source:"),
                  STR_ARG(x->counts ? x->counts->source : str_of(say(s, "geen gevonden", "none found"))));
        print_needs(s, x, out);
    }
}

int cli_may(struct args *args)
{
    struct sheet s;
    struct app *app;
    struct mag m;
    struct err e;
    if (!sheet_open(args, &s))
        return 2;
    if (!app_open(s.a, workspace_options(args, args->words[0]), &app, &e))
        return refused(&e);
    bool ok = app_mag(s.a, app, &s.scheme, s.scheme.len > 0, s.day, given(args, OPT_ASSUME) ? args->value[OPT_ASSUME] : S(""), &m, &e);
    struct buf out = buf_open(s.a, LIMIT_BUF);
    int code = ok ? 0 : refused(&e);
    if (ok && given(args, OPT_JSON)) {
        code = print_value(args, app_mag_json(s.a, &m));
    } else if (ok) {
        if (given(args, OPT_CSV))
            app_mag_csv(&m, &out);
        else
            print_may(&s, &m, &out);
        code = print_buf(&out);
    }
    app_close(app);
    return code;
}

/* ---- can ------------------------------------------------------------------------------------------------------------ */

static struct str count_words(const struct sheet *s, struct kan_count c)
{
    if (c.hidden)
        return str_of(say(s, "enkele", "a few"));
    if (c.low == c.high)
        return grouped(s->a, c.n, s->lang);
    return str_format(s->a, "%s " STR_FMT " (" STR_FMT " %s " STR_FMT ")", say(s, "ongeveer", "about"),
                      STR_ARG(grouped(s->a, c.n, s->lang)), STR_ARG(grouped(s->a, c.low, s->lang)), say(s, "tot", "to"),
                      STR_ARG(grouped(s->a, c.high, s->lang)));
}

static void print_facts(const struct sheet *s, const struct kan_scheme *x, struct buf *out)
{
    for (int i = 0; i < x->fact_count; i++) {
        const struct kan_fact *f = &x->facts[i];
        if (!f->first.n && !f->first.hidden)
            continue;
        buf_print(out, "    - " STR_FMT " [" STR_FMT "]: %s " STR_FMT ", %s " STR_FMT "\n", STR_ARG(in_lang(s, f->fact->label)),
                  STR_ARG(f->fact->source), say(s, "kan beslissen voor", "may settle"), STR_ARG(count_words(s, f->first)),
                  say(s, "beslist zeker voor", "settles for certain"), STR_ARG(count_words(s, f->settles)));
    }
}

static void print_counted(const struct sheet *s, const struct kan_scheme *x, struct buf *out)
{
    static const char *const nl[] = {"zeker", "misschien", "zeker niet", "klopt niet"},
                      *const en[] = {"certain", "possible", "certainly not", "not right"};
    for (int c = 0; c < 4; c++)
        buf_print(out, "%s%s " STR_FMT, c ? ", " : "  ", s->en ? en[c] : nl[c], STR_ARG(count_words(s, x->parts[c])));
    buf_add(out, S("\n"));
    if (!x->undecided.hidden && x->sampled < x->undecided.n)
        buf_print(out, "  %s: %lld %s %lld\n", say(s, "steekproef van wie iets ontbreekt", "sample of those of whom something is missing"),
                  (long long)x->sampled, say(s, "van", "of"), (long long)x->undecided.n);
    if (x->has_amount && !x->amount_hidden)
        buf_print(out, "  " STR_FMT " %s " STR_FMT " %s\n", STR_ARG(euros(s->a, x->low_cents, s->lang)), say(s, "tot", "to"),
                  STR_ARG(x->bounded ? euros(s->a, x->high_cents, s->lang) : str_of(say(s, "onbekend", "unknown"))),
                  say(s, "per jaar", "a year"));
    if (x->bylaw_count)
        buf_print(out, "  %s " STR_FMT "\n", say(s, "in een gemeente waarvan hier geen verordening is:",
                                                  "in a municipality whose by-law is not here:"),
                  STR_ARG(count_words(s, x->without_bylaw)));
    print_facts(s, x, out);
}

static void print_can(const struct sheet *s, const struct kan *k, struct buf *out)
{
    buf_print(out, "%s " STR_FMT "\n",
              say(s, "Van wie wij kunnen weten dat zij recht hebben, op", "Of whom we could know that they are entitled, on"),
              STR_ARG(date_words(s->a, k->day, s->en)));
    if (k->synthetic)
        buf_print(out, "%s: " STR_FMT "\n", say(s, "VERZONNEN MENSEN", "MADE-UP PEOPLE"), STR_ARG(k->label));
    for (int i = 0; i < k->scheme_count; i++) {
        const struct kan_scheme *x = k->schemes[i];
        buf_print(out, "\n" STR_FMT "\n", STR_ARG(in_lang(s, x->scheme->name)));
        if (x->state == KAN_NOT_ALLOWED)
            buf_print(out, "  %s\n", say(s, "niet bekeken: het beleid noemt deze regeling niet",
                                         "not looked at: the policy does not name this scheme"));
        else if (x->state == KAN_NO_OUTCOME)
            buf_print(out, "  %s " STR_FMT "\n", say(s, "geen uitkomst:", "no outcome:"), STR_ARG(x->why));
        else
            print_counted(s, x, out);
    }
}

int cli_can(struct args *args)
{
    struct sheet s;
    struct app *app;
    struct kan k;
    struct err e;
    if (!sheet_open(args, &s))
        return 2;
    if (!app_open(s.a, workspace_options(args, args->words[0]), &app, &e))
        return refused(&e);
    bool ok = app_kan(s.a, app, &s.scheme, s.scheme.len > 0, s.day, &k, &e);
    struct buf out = buf_open(s.a, LIMIT_BUF);
    progress_clear();
    int code = ok ? 0 : refused(&e);
    if (ok && given(args, OPT_JSON)) {
        code = print_value(args, app_kan_json(s.a, &k));
    } else if (ok) {
        if (given(args, OPT_CSV))
            app_kan_csv(&k, &out);
        else
            print_can(&s, &k, &out);
        code = print_buf(&out);
    }
    app_close(app);
    return code;
}
