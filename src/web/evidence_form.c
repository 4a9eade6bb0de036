/* SPDX-License-Identifier: EUPL-1.2 */
/* evidence_form.c: the dials of the evidence page as a form: what can slide slides, the rest is a list; each with the
 * dilemmas that turn it. Not the reading of what was sent (choice.c).
 */
#include "web/weighed.h"

/* An exclusion is named by why it is one, as the policy says it. */
struct phrase dial_title(const struct dial_now *d)
{
    return d->exclusion ? d->exclusion->why : dial_words(d->dial);
}

static struct phrase value_phrase(struct visit *v, const struct dial_now *d, struct str value)
{
    return (struct phrase){dial_value_words(v->a, d->kind, value, false), dial_value_words(v->a, d->kind, value, true)};
}

const struct html *settings_items(struct visit *v, const struct choice *c, struct str settings)
{
    struct html_list *all = html_list_open(v->a);
    for (struct str rest = settings; rest.at && settings.len;) {
        struct str value, name = str_until(str_until(rest, ',', &rest), '=', &value);
        for (int i = 0; i < c->dial_count; i++)
            if (str_eq(c->signed_[i].name, name))
                html_list_add(all, page_ev_setting(v->a, v->lang, dial_title(&c->signed_[i]),
                                                   phrase_in(v->lang, value_phrase(v, &c->signed_[i], value))));
    }
    return html_list_done(all);
}

/* ---- what a dial is about ------------------------------------------------------------------------------------ */

static bool turns(const struct dilemma *d, const char *field)
{
    for (const struct names *n = d->dial; n; n = n->next)
        if (str_eq(n->id, str_of(field)))
            return true;
    return false;
}

static const struct html *dilemmas_of(struct visit *v, const struct library *l, enum dial dial)
{
    struct html_list *all = html_list_open(v->a);
    struct str to = visit_path(v, ROUTE_METHOD_DILEMMAS, S(""), S(""));
    for (const struct dilemma *d = l->dilemmas; d; d = d->next)
        if (turns(d, dial_field(dial)))
            html_list_add(all, page_ev_link(v->a, v->lang, str_format(v->a, STR_FMT "#" STR_FMT, STR_ARG(to), STR_ARG(d->id)),
                                            d->question));
    return html_list_done(all);
}

static struct phrase metric_name(const struct library *l, struct str id)
{
    const struct metric *m = library_metric(l, id);
    return m ? m->name : (struct phrase){id, id};
}

static const struct html *metrics_of(struct visit *v, const struct library *l, enum dial dial)
{
    struct html_list *all = html_list_open(v->a);
    for (struct str rest = str_of(dial_metrics(dial)); rest.len;) {
        struct phrase name = metric_name(l, str_until(rest, ' ', &rest));
        html_list_add(all, page_ev_name(v->a, v->lang, name, rest.len > 0));
    }
    return html_list_done(all);
}

static const struct html *about(struct visit *v, const struct library *l, const struct dial_now *d)
{
    return page_ev_about(v->a, v->lang, d->name, dial_title(d), dilemmas_of(v, l, d->dial), metrics_of(v, l, d->dial));
}

/* ---- one dial -------------------------------------------------------------------------------------------------- */

static int64_t number_of(struct str setting)
{
    int64_t n = 0;
    bool read = str_to_int64(setting_value(setting), &n);
    assert(read);
    return n;
}

static int64_t common(int64_t a, int64_t b)
{
    while (b) {
        int64_t rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

struct slide { int64_t least, most, step; };

/* From the least to the most setting, in steps that reach all of them and where the dial stands. */
static struct slide slide_of(struct str const *settings, int count)
{
    struct slide s = {number_of(settings[0]), number_of(settings[0]), 0};
    for (int i = 1; i < count; i++) {
        int64_t n = number_of(settings[i]);
        s.least = n < s.least ? n : s.least;
        s.most = n > s.most ? n : s.most;
    }
    for (int i = 0; i < count; i++)
        s.step = common(number_of(settings[i]) - s.least, s.step);
    return s;
}

static struct phrase option_words(struct visit *v, const struct library *l, const struct dial_now *d, struct str value)
{
    const struct rung *rung = d->dial == DIAL_RUNG ? library_rung(l, value) : NULL;
    if (!rung)
        return value_phrase(v, d, value);
    return (struct phrase){str_format(v->a, STR_FMT ": " STR_FMT, STR_ARG(value), STR_ARG(rung->name.nl)),
                           str_format(v->a, STR_FMT ": " STR_FMT, STR_ARG(value), STR_ARG(rung->name.en))};
}

static const struct html *options(struct visit *v, const struct library *l, const struct dial_now *d, struct str const *settings,
                                  int count)
{
    struct html_list *all = html_list_open(v->a);
    for (int i = 0; i < count; i++)
        html_list_add(all, page_ev_option(v->a, v->lang, setting_value(settings[i]), option_words(v, l, d, setting_value(settings[i])),
                                          str_eq(settings[i], d->setting)));
    return html_list_done(all);
}

static bool slides(const struct dial_now *d, int count)
{
    return (d->kind == NUMBER_PLAIN || d->kind == NUMBER_EUROS) && d->dial != DIAL_RUNG && count > 1;
}

static const struct html *control(struct visit *v, const struct choice *c, const struct library *l, const struct dial_now *d)
{
    struct str *settings, value = setting_value(d->setting);
    int count;
    struct err e;
    bool found = dial_settings(v->a, c->variant, d->name, &settings, &count, &e);
    assert(found);                   /* it is one of the policy's own dials */
    if (!slides(d, count))
        return page_ev_select(v->a, v->lang, d->name, dial_title(d), options(v, l, d, settings, count), about(v, l, d));
    struct slide s = slide_of(settings, count);
    return page_ev_range(v->a, v->lang, d->name, dial_title(d), value, phrase_in(v->lang, value_phrase(v, d, value)), s.least, s.most,
                         s.step, about(v, l, d));
}

/* ---- the form ---------------------------------------------------------------------------------------------------- */

enum { FIRST, MORE, EXCLUSIONS, GROUPS };

static int group_of(enum dial d)
{
    switch (d) {
    case DIAL_AMOUNT_MIN:
    case DIAL_TIMING:
    case DIAL_RUNG:
    case DIAL_K_MIN: return FIRST;
    case DIAL_EXCLUDE: return EXCLUSIONS;
    default: return MORE;
    }
}

struct dials_form dials_form(struct visit *v, const struct choice *c, const struct library *l)
{
    struct html_list *all[GROUPS];
    bool turned[GROUPS] = {false};
    for (int i = 0; i < GROUPS; i++)
        all[i] = html_list_open(v->a);
    for (int i = 0; i < c->dial_count; i++) {
        int group = group_of(c->chosen[i].dial);
        html_list_add(all[group], control(v, c, l, &c->chosen[i]));
        turned[group] |= !str_eq(c->chosen[i].setting, c->signed_[i].setting);
    }
    return (struct dials_form){html_list_done(all[FIRST]), html_list_done(all[MORE]), html_list_done(all[EXCLUSIONS]),
                               turned[MORE] || !c->fresh, turned[EXCLUSIONS]};
}

const struct html *beside_part(struct visit *v, const struct choice *c)
{
    struct html_list *rows = html_list_open(v->a);
    bool is_there = false;
    for (int i = 0; i < c->aside_count; i++) {
        struct str letter = str_format(v->a, "%c", 'A' + i);
        is_there |= str_eq(c->aside[i], c->settings);
        html_list_add(rows, page_ev_aside(v->a, v->lang, i + 1, (struct phrase){letter, letter}, choice_plain(v->a, c->aside[i]),
                                          settings_items(v, c, c->aside[i])));
    }
    bool is_full = c->aside_count == ASIDE_MAX;
    return page_ev_beside(v->a, v->lang, html_list_done(rows), c->settings.len && !is_there && !is_full, is_full);
}
