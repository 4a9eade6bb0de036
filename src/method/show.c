/* SPDX-License-Identifier: EUPL-1.2 */
/* show.c: an entry of the library as lines of text, in Dutch or in English. Not its page (web/).
 */
#include "method/parts.h"

struct shower { const struct library *l; bool nl; struct buf *out; };

static struct str say(const struct shower *s, struct phrase p)
{
    return s->nl ? p.nl : p.en;
}

#define WORDS(s, nl_text, en_text) ((s)->nl ? (nl_text) : (en_text))

static void head(const struct shower *s, const char *nl, const char *en, struct phrase name, struct str id)
{
    buf_print(s->out, "%s: " STR_FMT " (" STR_FMT ")\n", WORDS(s, nl, en), STR_ARG(say(s, name)), STR_ARG(id));
}

static void line(const struct shower *s, const char *nl, const char *en, struct phrase text)
{
    buf_print(s->out, "  %s: " STR_FMT "\n", WORDS(s, nl, en), STR_ARG(say(s, text)));
}

/* A list of names, each as people read it; `of` gives the name of an id. */
static void list(const struct shower *s, const char *nl, const char *en, const struct names *n,
                 struct phrase (*of)(const struct library *l, struct str id))
{
    if (!n)
        return;
    buf_print(s->out, "  %s: ", WORDS(s, nl, en));
    for (; n; n = n->next)
        buf_print(s->out, STR_FMT "%s", STR_ARG(say(s, of(s->l, n->id))), n->next ? "; " : "\n");
}

static struct phrase plain(struct str id)
{
    return (struct phrase){id, id};
}

static struct phrase value_name(const struct library *l, struct str id)
{
    const struct method_value *x = library_value(l, id);
    return x ? x->name : plain(id);
}

static struct phrase role_name(const struct library *l, struct str id)
{
    const struct role *x = library_role(l, id);
    return x ? x->name : plain(id);
}

static struct phrase metric_name(const struct library *l, struct str id)
{
    const struct metric *x = library_metric(l, id);
    return x ? x->name : plain(id);
}

static struct phrase dilemma_question(const struct library *l, struct str id)
{
    const struct dilemma *x = library_dilemma(l, id);
    return x ? x->question : plain(id);
}

static struct phrase data_name(const struct library *l, struct str id)
{
    for (const struct data_kind *x = l->data; x; x = x->next)
        if (str_eq(x->id, id))
            return x->name;
    return plain(id);
}

static struct phrase field_name(const struct library *l, struct str id)
{
    (void)l;
    return plain(id);
}

static void sources(const struct shower *s, const struct names *n)
{
    for (; n; n = n->next) {
        const struct method_source *x = library_source(s->l, n->id);
        if (!x) {
            buf_print(s->out, "      %s\n", WORDS(s, "eigen redenering", "our own reasoning"));
            continue;
        }
        buf_print(s->out, "      " STR_FMT ", " STR_FMT, STR_ARG(x->author), STR_ARG(x->title));
        if (x->year)
            buf_print(s->out, " (%d)", x->year);
        buf_print(s->out, ", " STR_FMT "\n", STR_ARG(x->url));
    }
}

static void source_heading(const struct shower *s)
{
    buf_print(s->out, "  %s:\n", WORDS(s, "komt van", "from"));
}

static void show_value(const struct shower *s, const struct method_value *x)
{
    head(s, "Waarde", "Value", x->name, x->id);
    line(s, "betekent", "means", x->meaning);
    line(s, "bijvoorbeeld", "for example", x->example);
    source_heading(s);
    sources(s, x->from);
}

void setting_print(const struct setting *s, struct buf *out)
{
    buf_print(out, STR_FMT " = " STR_FMT, STR_ARG(s->field), STR_ARG(s->value));
}

static void anchor(const struct shower *s, const struct anchor *a, int number)
{
    buf_print(s->out, "  %d. " STR_FMT "\n", number, STR_ARG(say(s, a->text)));
    for (const struct setting *x = a->settings; x; x = x->next) {
        buf_print(s->out, "      %s", x->later ? WORDS(s, "later: ", "later: ") : "");
        setting_print(x, s->out);
        if (x->later && field_meaning(x->field).nl.len)
            buf_print(s->out, " (" STR_FMT ")", STR_ARG(say(s, field_meaning(x->field))));
        buf_add(s->out, S("\n"));
    }
}

static void arguments(const struct shower *s, const struct dilemma *d, int pole)
{
    buf_print(s->out, "  %s " STR_FMT ":\n", WORDS(s, "voor", "for"), STR_ARG(say(s, d->pole[pole - 1])));
    for (const struct method_argument *x = d->arguments; x; x = x->next)
        if (x->pole == pole) {
            buf_print(s->out, "    - " STR_FMT "\n", STR_ARG(say(s, x->text)));
            sources(s, x->sources);
        }
}

static void show_dilemma(const struct shower *s, const struct dilemma *x)
{
    buf_print(s->out, "%s: " STR_FMT " <-> " STR_FMT " (" STR_FMT ")\n", WORDS(s, "Dilemma", "Dilemma"),
              STR_ARG(say(s, x->pole[0])), STR_ARG(say(s, x->pole[1])), STR_ARG(x->id));
    line(s, "vraag", "question", x->question);
    list(s, "waarden aan de ene kant", "values on one side", x->values[0], value_name);
    list(s, "waarden aan de andere kant", "values on the other side", x->values[1], value_name);
    for (int i = 0; i < ANCHORS; i++)
        anchor(s, &x->anchors[i], i + 1);
    arguments(s, x, 1);
    arguments(s, x, 2);
    list(s, "wie dit raakt", "whom this affects", x->stakeholders, role_name);
    list(s, "schuif", "dial", x->dial, field_name);
    list(s, "te zien aan", "shows in", x->metrics, metric_name);
}

static void show_role(const struct shower *s, const struct role *x)
{
    head(s, "Rol", "Role", x->name, x->id);
    line(s, "kaart", "card", x->card);
    line(s, "belangrijk voor u", "what you care about", x->cares);
    line(s, "uw zorg", "what you fear", x->fears);
    if (x->must_be_heard)
        buf_print(s->out, "  %s\n", WORDS(s, "Zonder deze stem sluit geen sessie.", "No session closes without this voice."));
    else if (x->empty_chair)
        buf_print(s->out, "  %s\n", WORDS(s, "Is niemand er voor deze persoon? Dan ligt de kaart op een lege stoel.",
                                          "Is nobody there for this person? Then the card lies on an empty chair."));
}

static void show_rung(const struct shower *s, const struct rung *x)
{
    buf_print(s->out, "%s %d: " STR_FMT " (" STR_FMT ")\n", WORDS(s, "Trede", "Rung"), x->number, STR_ARG(say(s, x->name)),
              STR_ARG(x->id));
    line(s, "wat", "what", x->what);
    line(s, "bijvoorbeeld", "for example", x->example);
    line(s, "wie beslist", "who decides", x->decides);
    if (x->sources)
        source_heading(s);
    sources(s, x->sources);
}

static void show_measure(const struct shower *s, const struct measure *x)
{
    head(s, "Maatregel", "Measure", x->name, x->id);
    line(s, "wat", "what", x->what);
    list(s, "hoort bij", "belongs to", x->dilemmas, dilemma_question);
    line(s, "van wie", "whose", role_name(s->l, x->owner));
    line(s, "blijkt uit", "shows in", x->evidence);
    if (x->condition)
        buf_print(s->out, "  %s\n", WORDS(s, "Zonder deze maatregel begint de dienst niet.",
                                          "The service does not start without this measure."));
}

static void show_metric(const struct shower *s, const struct metric *x)
{
    head(s, "Maat", "Metric", x->name, x->id);
    line(s, "waarde", "value", value_name(s->l, x->value));
    line(s, "hoe", "how", x->words);
    buf_print(s->out, "  %s: " STR_FMT "\n", x->formula ? WORDS(s, "formule", "formula") : WORDS(s, "berekening", "computation"),
              STR_ARG(x->formula ? x->expression : x->computation));
    list(s, "nodig", "needs", x->needs, data_name);
    line(s, "niet te weten", "cannot be known", x->unavailable);
    if (x->sources)
        source_heading(s);
    sources(s, x->sources);
}

static void show_format(const struct shower *s, const struct format *x)
{
    head(s, "Vorm", "Format", x->name, x->id);
    line(s, "waarvoor", "what for", x->what);
    buf_print(s->out, "  %d %s, %d-%d %s\n", x->minutes, WORDS(s, "minuten", "minutes"), x->people_min, x->people_max,
              WORDS(s, "mensen", "people"));
    for (const struct method_step *step = x->steps; step; step = step->next)
        buf_print(s->out, "  %3d  " STR_FMT "\n       " STR_FMT "\n", step->minutes, STR_ARG(say(s, step->name)),
                  STR_ARG(say(s, step->read)));
}

static struct str near_id(const struct library *l, struct str id)
{
    struct str best = S("");
#define TRY(list, type)                                    \
    for (const struct type *x = l->list; x; x = x->next)   \
        if (!best.len)                                     \
            best = nearest(id, &x->id, 1);
    TRY(dilemmas, dilemma)
    TRY(values, method_value)
    TRY(roles, role)
    TRY(metrics, metric)
    TRY(measures, measure)
    TRY(formats, format)
#undef TRY
    return best;
}

bool library_show(const struct library *l, struct str id, struct str lang, struct buf *out, struct str *near)
{
    struct shower s = {l, str_eq(lang, S("nl")), out};
    int64_t before = out->len;
#define SHOW(find, show, type)                             \
    {                                                      \
        const struct type *x = find(l, id);                \
        if (x && out->len > before)                        \
            buf_add(out, S("\n"));                         \
        if (x)                                             \
            show(&s, x);                                   \
    }
    SHOW(library_value, show_value, method_value)
    SHOW(library_dilemma, show_dilemma, dilemma)
    SHOW(library_role, show_role, role)
    SHOW(library_rung, show_rung, rung)
    SHOW(library_measure, show_measure, measure)
    SHOW(library_metric, show_metric, metric)
    SHOW(library_format, show_format, format)
#undef SHOW
    *near = out->len > before ? S("") : near_id(l, id);
    return out->len > before;
}
