/* SPDX-License-Identifier: EUPL-1.2 */
/* decision_form.c: a decision as a form, and back. Fields of a dilemma are d.<id>.…, of a measure m.<id>.…; the field
 * without a tail says that it is on the form. Not what a decision lacks (room/).
 */
#include "web/decision.h"

static const struct phrase nobody;   /* a hint or subject that is not there */

/* ---- one field ---------------------------------------------------------------------------------------- */

static const struct html *beside(struct visit *v, struct str mine, const struct str *other)
{
    bool differs = other && !str_eq(str_trim(mine), str_trim(*other));
    return differs ? page_decision_other(v->a, v->lang, *other) : html_list_done(html_list_open(v->a));
}

static const struct html *line(struct visit *v, struct str name, enum word label, enum word hint, int max, struct str mine,
                               const struct str *other)
{
    return page_form_line(v->a, v->lang, name, word(label), nobody, word(hint), max, mine, false, NULL, beside(v, mine, other));
}

static const struct html *area(struct visit *v, struct str name, enum word label, enum word hint, struct phrase about, int max,
                               struct str mine, const struct str *other)
{
    return page_form_text(v->a, v->lang, name, word(label), about, word(hint), max, mine, false, NULL, beside(v, mine, other));
}

static struct str day_text(struct visit *v, int32_t day)
{
    return day == INT32_MIN ? S("") : date_print(v->a, day);
}

static const struct html *day(struct visit *v, struct str name, enum word label, enum word hint, struct phrase about,
                              int32_t mine, const int32_t *other)
{
    struct str shown = day_text(v, mine), theirs = other ? day_text(v, *other) : S("");
    return page_form_day(v->a, v->lang, name, word(label), about, word(hint), shown, NULL, beside(v, shown, other ? &theirs : NULL));
}

static struct str field(struct visit *v, char kind, struct str id, const char *tail)
{
    return str_format(v->a, "%c." STR_FMT "%s", kind, STR_ARG(id), tail);
}

/* ---- dilemmas ------------------------------------------------------------------------------------------- */

static const struct html *anchors(struct visit *v, const struct deciding *d, const struct dilemma *x, const struct decided *c)
{
    struct spread s = {.answered = 0};
    struct html_list *all = html_list_open(v->a);
    if (d->session && room_dilemma(d->session->room, c->dilemma))
        s = room_spread(d->session->room, c->dilemma, 2, NULL);
    for (int i = 0; x && i < ANCHORS; i++)
        html_list_add(all, page_decision_anchor(v->a, v->lang, field(v, 'd', c->dilemma, ".anchor"), i + 1, x->anchors[i].text,
                                                c->anchor == i + 1, s.answered > 0, s.count[i], s.fences[i]));
    return html_list_done(all);
}

static const struct decided *choice_on(const struct decision *d, struct str id)
{
    for (const struct decided *c = d ? d->choices : NULL; c; c = c->next)
        if (str_eq(c->dilemma, id))
            return c;
    return NULL;
}

static const struct html *their_anchor(struct visit *v, const struct dilemma *x, const struct decided *c, const struct decided *o)
{
    struct phrase none = word(WORD_decision_no_choice);
    if (!o || o->anchor == c->anchor)
        return html_list_done(html_list_open(v->a));
    bool known = x && o->anchor >= 1 && o->anchor <= ANCHORS;
    return page_decision_other(v->a, v->lang, phrase_in(v->lang, known ? x->anchors[o->anchor - 1].text : none));
}

static const struct html *choice(struct visit *v, const struct deciding *d, const struct decided *c, const struct decision *other)
{
    const struct dilemma *x = deciding_dilemma(d, c->dilemma);
    const struct decided *o = choice_on(other, c->dilemma);
    struct phrase name = deciding_dilemma_name(d, c->dilemma);
    struct html_list *texts = html_list_open(v->a);
    html_list_add(texts, area(v, field(v, 'd', c->dilemma, ".why"), WORD_decision_why_choice, WORD_decision_why_choice_hint, name,
                              LIMIT_POLICY_TEXT, c->why, o ? &o->why : NULL));
    html_list_add(texts, area(v, field(v, 'd', c->dilemma, ".alternatives"), WORD_decision_alternatives,
                              WORD_decision_alternatives_hint, name, LIMIT_POLICY_TEXT, c->alternatives, o ? &o->alternatives : NULL));
    html_list_add(texts, area(v, field(v, 'd', c->dilemma, ".dissent"), WORD_decision_dissent, WORD_decision_dissent_hint, name,
                              LIMIT_POLICY_TEXT * 4, c->dissent, o ? &o->dissent : NULL));
    const struct phrase none = {S(""), S("")};
    return page_decision_dilemma(v->a, v->lang, field(v, 'd', c->dilemma, ""), name, x ? x->pole[0] : none, x ? x->pole[1] : none,
                                 anchors(v, d, x, c), their_anchor(v, x, c, o), html_list_done(texts), other && !o);
}

static const struct html *more_dilemmas(struct visit *v, const struct deciding *d, const struct decision *x)
{
    struct html_list *all = html_list_open(v->a);
    for (const struct dilemma *l = d->shelf.l->dilemmas; l; l = l->next)
        if (!choice_on(x, l->id))
            html_list_add(all, page_form_option(v->a, v->lang, l->id, l->question, false));
    return html_list_done(all);
}

/* What somebody else added stands on the form as well: saving this form does not drop it. */
static const struct html *choices(struct visit *v, const struct deciding *d, const struct decision *x, const struct decision *other)
{
    struct html_list *all = html_list_open(v->a);
    for (const struct decided *c = x->choices; c; c = c->next)
        html_list_add(all, choice(v, d, c, other));
    for (const struct decided *c = other ? other->choices : NULL; c; c = c->next)
        if (!choice_on(x, c->dilemma))
            html_list_add(all, choice(v, d, c, other));
    return html_list_done(all);
}

/* ---- measures -------------------------------------------------------------------------------------------- */

static const struct taken_measure *taken(const struct decision *d, struct str id)
{
    for (const struct taken_measure *m = d ? d->measures : NULL; m; m = m->next)
        if (str_eq(m->measure, id))
            return m;
    return NULL;
}

static const struct html *measure(struct visit *v, const struct deciding *d, const struct taken_measure *m,
                                  const struct decision *other)
{
    const struct measure *x = library_measure(d->shelf.l, m->measure);
    const struct taken_measure *o = taken(other, m->measure);
    const struct phrase bare = {m->measure, m->measure}, name = x ? x->name : bare, nothing = {S(""), S("")};
    struct html_list *all = html_list_open(v->a);
    struct str id = m->measure;
    html_list_add(all, page_form_line(v->a, v->lang, field(v, 'm', id, ".owner"), word(WORD_decision_owner), nobody, nobody,
                                      LIMIT_POLICY_NAME, m->owner, false, NULL, beside(v, m->owner, o ? &o->owner : NULL)));
    html_list_add(all, day(v, field(v, 'm', id, ".due"), WORD_decision_due, WORD_decision_due_hint, name, m->due, o ? &o->due : NULL));
    html_list_add(all, day(v, field(v, 'm', id, ".done"), WORD_decision_done, WORD_decision_done_hint, name, m->done, o ? &o->done : NULL));
    html_list_add(all, page_form_text(v->a, v->lang, field(v, 'm', id, ".evidence"), word(WORD_decision_evidence), name,
                                      x ? x->evidence : nobody, LIMIT_POLICY_TEXT, m->evidence, false, NULL,
                                      beside(v, m->evidence, o ? &o->evidence : NULL)));
    return page_decision_measure(v->a, v->lang, field(v, 'm', id, ""), name, x ? x->what : nothing, x && x->condition,
                                 html_list_done(all), other && !o);
}

static bool is_condition(const struct deciding *d, struct str id)
{
    const struct measure *x = library_measure(d->shelf.l, id);
    return x && x->condition;
}

static void add_measures(struct visit *v, struct html_list *all, const struct deciding *d, const struct decision *x,
                         const struct decision *other, bool condition)
{
    for (const struct taken_measure *m = x->measures; m; m = m->next)
        if (is_condition(d, m->measure) == condition)
            html_list_add(all, measure(v, d, m, other));
    for (const struct taken_measure *m = other ? other->measures : NULL; m; m = m->next)
        if (!taken(x, m->measure) && is_condition(d, m->measure) == condition)
            html_list_add(all, measure(v, d, m, other));
}

static const struct html *measures(struct visit *v, const struct deciding *d, const struct decision *x, const struct decision *other)
{
    struct html_list *all = html_list_open(v->a);
    add_measures(v, all, d, x, other, true);
    add_measures(v, all, d, x, other, false);
    return html_list_done(all);
}

static const struct html *more_measures(struct visit *v, const struct deciding *d, const struct decision *x)
{
    struct html_list *all = html_list_open(v->a);
    for (const struct measure *m = d->shelf.l->measures; m; m = m->next)
        if (!taken(x, m->id))
            html_list_add(all, page_form_option(v->a, v->lang, m->id, m->name, false));
    return html_list_done(all);
}

/* ---- the whole form ------------------------------------------------------------------------------------------ */

struct head { const char *name; enum word label, hint; int max; bool lines; };
static const struct head texts[] = {
    {"title", WORD_decision_f_title, WORD_decision_f_title_hint, LIMIT_POLICY_NAME, false},
    {"why", WORD_decision_f_why, WORD_decision_f_why_hint, LIMIT_POLICY_TEXT, true},
    {"decided_by", WORD_decision_f_by, WORD_decision_f_by_hint, LIMIT_POLICY_NAME, false},
    {"mandate", WORD_decision_f_mandate, WORD_decision_f_mandate_hint, LIMIT_POLICY_NAME, false},
    {"publication", WORD_decision_f_publication, WORD_decision_f_publication_hint, LIMIT_POLICY_TEXT, false}};
static const struct head days[] = {
    {"from", WORD_decision_f_from, WORD_decision_f_from_hint, 0, false},
    {"until", WORD_decision_f_until, WORD_decision_f_until_hint, 0, false},
    {"review_on", WORD_decision_f_review, WORD_decision_f_review_hint, 0, false}};

static const struct html *heads(struct visit *v, const struct decision *x, const struct decision *o)
{
    const struct phrase none = {S(""), S("")};
    const struct str mine[] = {x->title, x->why, x->decided_by, x->mandate, x->publication};
    const struct str *theirs[] = {o ? &o->title : NULL, o ? &o->why : NULL, o ? &o->decided_by : NULL, o ? &o->mandate : NULL,
                                  o ? &o->publication : NULL};
    const int32_t my_days[] = {x->from, x->until, x->review_on};
    const int32_t *their_days[] = {o ? &o->from : NULL, o ? &o->until : NULL, o ? &o->review_on : NULL};
    struct html_list *all = html_list_open(v->a);
    for (int i = 0; i < COUNT(texts); i++) {
        const struct head *h = &texts[i];
        html_list_add(all, h->lines ? area(v, str_of(h->name), h->label, h->hint, none, h->max, mine[i], theirs[i])
                                    : line(v, str_of(h->name), h->label, h->hint, h->max, mine[i], theirs[i]));
    }
    for (int i = 0; i < COUNT(days); i++)
        html_list_add(all, day(v, str_of(days[i].name), days[i].label, days[i].hint, none, my_days[i], their_days[i]));
    return html_list_done(all);
}

const struct html *decision_form(struct visit *v, const struct deciding *d, const struct decision *x,
                                 const struct decision *other, struct str previous)
{
    return page_decision_form(v->a, v->lang, visit_path(v, ROUTE_DECISION_SAVE, d->id, S("")), v->csrf, previous,
                              heads(v, x, other), x->no, other && other->no != x->no, choices(v, d, x, other),
                              more_dilemmas(v, d, x), measures(v, d, x, other), more_measures(v, d, x));
}

/* ---- and back --------------------------------------------------------------------------------------------- */

static struct str sent(struct visit *v, struct str name)
{
    struct str s = visit_form(v, name);
    return s.at ? s : S("");
}

static int32_t day_sent(struct visit *v, struct str name, struct str *wrong)
{
    int32_t day = INT32_MIN;
    struct str text = str_trim(sent(v, name));
    if (text.len && !date_parse(text, &day)) {
        *wrong = text;
        return INT32_MIN;
    }
    return day;
}

/* The id in a field d.<id>; empty for other fields, and where a tail follows. */
static struct str id_in(struct str name, const char *kind)
{
    if (!str_starts(name, str_of(kind)))
        return S("");
    struct str id = str_slice(name, 2, name.len);
    bool plain = id.len > 0 && id.len <= LIMIT_POLICY_CODE;
    for (ptrdiff_t i = 0; i < id.len; i++)
        plain &= (id.at[i] >= 'a' && id.at[i] <= 'z') || (id.at[i] >= '0' && id.at[i] <= '9') || id.at[i] == '_';
    return plain ? id : S("");
}

static struct decided *choice_sent(struct visit *v, struct str id)
{
    struct decided *c = arena_new(v->a, struct decided, 1);
    int64_t anchor = 0;
    struct str text = sent(v, field(v, 'd', id, ".anchor"));
    *c = (struct decided){.dilemma = id, .why = sent(v, field(v, 'd', id, ".why")),
                          .alternatives = sent(v, field(v, 'd', id, ".alternatives")),
                          .dissent = sent(v, field(v, 'd', id, ".dissent"))};
    if (str_to_int64(text, &anchor) && anchor >= 1 && anchor <= ANCHORS)
        c->anchor = (int)anchor;
    return c;
}

static struct taken_measure *measure_sent(struct visit *v, struct str id, struct str *wrong)
{
    struct taken_measure *m = arena_new(v->a, struct taken_measure, 1);
    *m = (struct taken_measure){.measure = id, .owner = sent(v, field(v, 'm', id, ".owner")),
                                .evidence = sent(v, field(v, 'm', id, ".evidence")),
                                .due = day_sent(v, field(v, 'm', id, ".due"), wrong),
                                .done = day_sent(v, field(v, 'm', id, ".done"), wrong)};
    return m;
}

static void lists_sent(struct visit *v, struct decision *out, struct str *wrong)
{
    struct decided **c = &out->choices;
    struct taken_measure **m = &out->measures;
    for (int i = 0; i < v->form->count; i++) {
        struct str dilemma = id_in(v->form->at[i].name, "d."), measure_id = id_in(v->form->at[i].name, "m.");
        if (dilemma.len && !visit_form(v, field(v, 'd', dilemma, ".away")).at) {
            *c = choice_sent(v, dilemma);
            c = &(*c)->next;
        }
        if (measure_id.len && !visit_form(v, field(v, 'm', measure_id, ".away")).at) {
            *m = measure_sent(v, measure_id, wrong);
            m = &(*m)->next;
        }
    }
}

static void added(struct visit *v, struct decision *out)
{
    struct str dilemma = id_in(str_format(v->a, "d." STR_FMT, STR_ARG(sent(v, S("add_dilemma")))), "d.");
    struct str id = id_in(str_format(v->a, "m." STR_FMT, STR_ARG(sent(v, S("add_measure")))), "m.");
    struct decided **c = &out->choices;
    struct taken_measure **m = &out->measures;
    while (*c)
        c = &(*c)->next;
    while (*m)
        m = &(*m)->next;
    if (dilemma.len && !choice_on(out, dilemma)) {
        *c = arena_new(v->a, struct decided, 1);
        (*c)->dilemma = dilemma;
    }
    if (id.len && !taken(out, id)) {
        *m = arena_new(v->a, struct taken_measure, 1);
        **m = (struct taken_measure){.measure = id, .due = INT32_MIN, .done = INT32_MIN};
    }
}

void decision_of_form(struct visit *v, struct decision *out, struct str *wrong)
{
    *wrong = S("");
    *out = (struct decision){.no = str_eq(sent(v, S("no")), S("1")), .title = sent(v, S("title")), .why = sent(v, S("why")),
                             .decided_by = sent(v, S("decided_by")), .mandate = sent(v, S("mandate")),
                             .publication = sent(v, S("publication"))};
    out->from = day_sent(v, S("from"), wrong);
    out->until = day_sent(v, S("until"), wrong);
    out->review_on = day_sent(v, S("review_on"), wrong);
    lists_sent(v, out, wrong);
    added(v, out);
}
