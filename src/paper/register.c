/* SPDX-License-Identifier: EUPL-1.2 */
/* register.c: the record for the Algorithm Register, field by field, with what is too long or missing. Nothing is cut short and
 * nothing made up: who to write to does not stand in a decision, so that a person fills it in. */
#include "paper/paper.h"

static const struct { struct str name; int max; bool needed; } known[] = {
#define REGISTER(name, max, needed) {{name, sizeof name - 1}, max, needed},
#include "paper/fields.def"
#undef REGISTER
};

struct texts {
    struct arena *a;
    const struct paper_input *in;
    struct str by_name[COUNT(known)];
};

static void set(struct texts *t, const char *name, struct str text)
{
    for (int i = 0; i < COUNT(known); i++)
        if (str_eq(known[i].name, str_of(name)))
            t->by_name[i] = text;
}

/* The register knows no line breaks. */
static struct str one_line(struct arena *a, struct str s)
{
    char *at = str_z(a, str_trim(s));
    for (char *c = at; *c; c++)
        *c = *c == '\n' || *c == '\t' ? ' ' : *c;
    return str_of(at);
}

static int characters(struct str s)
{
    int n = 0;
    for (ptrdiff_t i = 0; i < s.len; i++)
        n += ((unsigned char)s.at[i] & 0xc0) != 0x80;
    return n;
}

static struct str month(struct arena *a, int32_t date)
{
    return date == INT32_MIN ? S("") : str_slice(date_print(a, date), 0, 7);
}

/* ---- the longer texts -------------------------------------------------------------------------------------- */

static void add(struct buf *b, struct str text)
{
    if (str_trim(text).len)
        buf_print(b, "%s" STR_FMT, b->len ? " " : "", STR_ARG(str_trim(text)));
}

static struct str proportionality(struct texts *t)
{
    struct buf b = buf_open(t->a, LIMIT_RECORD_BYTES);
    for (const struct decided *c = t->in->decision->choices; c; c = c->next) {
        const struct dilemma *d = t->in->room ? room_dilemma(t->in->room, c->dilemma) : NULL;
        d = d ? d : library_dilemma(t->in->library, c->dilemma);
        if (d && c->anchor >= 1 && c->anchor <= ANCHORS)
            add(&b, d->anchors[c->anchor - 1].text.nl);
        add(&b, c->why);
        add(&b, c->alternatives);
    }
    return buf_str(&b);
}

static struct str risks(struct texts *t)
{
    struct buf b = buf_open(t->a, LIMIT_RECORD_BYTES);
    for (const struct decided *c = t->in->decision->choices; c; c = c->next)
        add(&b, c->dissent);
    for (const struct taken_measure *m = t->in->decision->measures; m; m = m->next) {
        const struct measure *x = library_measure(t->in->library, m->measure);
        if (x)
            add(&b, x->what.nl);
    }
    return buf_str(&b);
}

static struct str people(struct texts *t)
{
    const struct policy *p = t->in->policy;
    struct buf b = buf_open(t->a, LIMIT_RECORD_BYTES);
    add(&b, S("Een medewerker neemt geen besluit over recht: dat doet de uitvoerder van de regeling."));
    if (p->sample_per_mille)
        buf_print(&b, " Van iedere 1.000 brieven houdt een medewerker er ongeveer %d tegen om ze eerst na te kijken.", p->sample_per_mille);
    for (const struct policy_exclusion *x = p->exclusions; x; x = x->next)
        if (x->treatment == TREAT_HUMAN)
            add(&b, x->why.nl);
    return buf_str(&b);
}

/* Each source once, in the order of the policy. */
static struct str sources(struct texts *t)
{
    struct buf b = buf_open(t->a, LIMIT_RECORD_BYTES);
    for (const struct policy_fact *f = t->in->policy->facts; f; f = f->next) {
        const struct policy_fact *before = t->in->policy->facts;
        while (before != f && !str_eq(before->source, f->source))
            before = before->next;
        if (before != f)
            continue;
        buf_print(&b, "%s" STR_FMT ":", b.len ? ". " : "", STR_ARG(f->source));
        for (const struct policy_fact *g = f; g; g = g->next) {
            const struct fact *fact = t->in->laws ? facts_find(&t->in->laws->facts, g->fact) : NULL;
            struct str name = fact && fact->label.nl.len ? fact->label.nl : g->fact;
            if (str_eq(g->source, f->source))
                buf_print(&b, "%s" STR_FMT, g == f ? " " : ", ", STR_ARG(name));
        }
    }
    if (b.len)
        buf_char(&b, '.');
    return buf_str(&b);
}

/* ---- field by field ------------------------------------------------------------------------------------------- */

static void fill(struct texts *t)
{
    const struct decision *d = t->in->decision;
    const struct policy *p = t->in->policy;
    const struct case_record *c = t->in->case_;
    set(t, "name", d->title);
    set(t, "description_short", c->text[CASE_QUESTION]);
    set(t, "organization", c->text[CASE_ORGANISATION]);
    set(t, "category", S("Sociale zekerheid"));
    set(t, "status", t->in->in_force ? S("In gebruik") : S("In ontwikkeling"));
    set(t, "begin_date", month(t->a, d->from));
    set(t, "end_date", month(t->a, d->until));
    set(t, "publication_category", S("Impactvolle algoritmes"));
    set(t, "goal", str_format(t->a, STR_FMT " " STR_FMT, STR_ARG(p->purpose_text), STR_ARG(str_trim(d->why))));
    set(t, "proportionality", proportionality(t));
    set(t, "human_intervention", people(t));
    set(t, "risks", risks(t));
    set(t, "lawful_basis", c->text[CASE_GROUND]);
    set(t, "impacttoetsen", str_format(t->a, "DPIA met kenmerk " STR_FMT ". IAMA met kenmerk " STR_FMT ".", STR_ARG(p->dpia_hash),
                                       STR_ARG(p->iama_hash)));
    set(t, "source_data", sources(t));
    set(t, "methods_and_models", S("De regels van de wet, artikel voor artikel als rekenregels. Het is geen zelflerend of statistisch "
                                   "model. Ontbreekt een gegeven, dan is de uitkomst onbekend en krijgt niemand bericht. Wie "
                                   "bericht krijgt, hangt af van het ondertekende beleid; elke uitkomst heeft een uitleg per artikel."));
    set(t, "lang", S("nld"));
    set(t, "standard_version", S("1.0"));
    set(t, "source_id", d->id);
}

struct register_field *paper_register(struct arena *a, const struct paper_input *in)
{
    struct texts t = {.a = a, .in = in};
    struct register_field *first = NULL, **end = &first;
    if (in->decision->no || !in->policy)
        return NULL;
    fill(&t);
    for (int i = 0; i < COUNT(known); i++) {
        struct str text = one_line(a, t.by_name[i].at ? t.by_name[i] : S(""));
        *end = arena_new(a, struct register_field, 1);
        **end = (struct register_field){.name = known[i].name, .text = text, .max = known[i].max, .needed = known[i].needed,
                                        .missing = known[i].needed && text.len == 0, .too_long = characters(text) > known[i].max};
        end = &(*end)->next;
    }
    return first;
}

struct str paper_register_json(struct arena *a, const struct register_field *f)
{
    struct json *j = js_object(a);
    for (; f; f = f->next) {
        if (f->text.len == 0)
            continue;
        if (str_eq(f->name, S("category")))
            js_put_text(a, js_put(a, j, f->name, js_list(a)), S(""), f->text);
        else
            js_put_text(a, j, f->name, f->text);
    }
    struct buf b = buf_open(a, LIMIT_JSON_BYTES);
    js_pretty(j, &b);
    return buf_str(&b);
}
