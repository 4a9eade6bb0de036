/* SPDX-License-Identifier: EUPL-1.2 */
/* rooms.c: what the pages of sessions share: the session of an address, and what the room said as people read it. No
 * names: people stand here by the role on their card.
 */
#include "web/rooms.h"

struct phrase phrase_join(struct arena *a, struct phrase first, struct phrase second)
{
    return (struct phrase){str_format(a, STR_FMT " " STR_FMT, STR_ARG(first.nl), STR_ARG(second.nl)),
                           str_format(a, STR_FMT " " STR_FMT, STR_ARG(first.en), STR_ARG(second.en))};
}

bool session_here(struct visit *v, struct reply *r, const struct app_session **out, struct err *e)
{
    if (!app_session(v->site->app, v->target.params[0], out, e))
        return false;
    if (!*out)
        reply_missing(v, r, word(WORD_no_such_session));
    return true;
}

/* ---- positions ---------------------------------------------------------------------------------------------- */

/* "2 (1 grens)" of one role at one anchor in one round; empty for nobody. */
static struct str cell(struct visit *v, const struct spread *s, int anchor)
{
    if (!s->count[anchor])
        return S("");
    if (!s->fences[anchor])
        return str_format(v->a, "%d", s->count[anchor]);
    return str_format(v->a, "%d (%d " STR_FMT ")", s->count[anchor], s->fences[anchor],
                      STR_ARG(phrase_in(v->lang, word(s->fences[anchor] == 1 ? WORD_room_fence : WORD_room_fences))));
}

static const struct html *row(struct visit *v, const struct room *r, const struct dilemma *d, const struct role *role)
{
    struct html_list *cells = html_list_open(v->a);
    int newest = room_revealed(r);
    struct spread one = room_spread(r, d->id, 1, role), two = room_spread(r, d->id, 2, role);
    if (!one.answered && !two.answered)
        return NULL;
    for (int i = 0; i < ANCHORS; i++)
        html_list_add(cells, page_room_cell(v->a, v->lang, cell(v, &one, i), newest == 2, cell(v, &two, i)));
    struct phrase all = word(WORD_room_all);
    return page_room_row(v->a, v->lang, role ? role->name : all, role == NULL, html_list_done(cells));
}

static const struct html *rows(struct visit *v, const struct room *r, const struct dilemma *d)
{
    struct html_list *l = html_list_open(v->a);
    for (const struct role *x = r->library->roles; x; x = x->next) {
        const struct html *one = row(v, r, d, x);
        if (one)
            html_list_add(l, one);
    }
    const struct html *all = row(v, r, d, NULL);
    if (all)
        html_list_add(l, all);
    return html_list_done(l);
}

static const struct html *scale(struct visit *v, const struct dilemma *d)
{
    struct html_list *l = html_list_open(v->a);
    for (int i = 0; i < ANCHORS; i++)
        html_list_add(l, page_room_anchor(v->a, v->lang, d->anchors[i].text));
    return html_list_done(l);
}

/* Five anchors with the marks of who stood there, a row for each role; nothing of a round that is not revealed. */
static const struct html *positions(struct visit *v, const struct room *r, const struct dilemma *d)
{
    int newest = room_revealed(r);
    struct spread last = room_spread(r, d->id, newest ? newest : 1, NULL);
    bool shown = newest && last.answered;
    return page_room_dilemma(v->a, v->lang, d->id, d->question, d->pole[0], d->pole[1], scale(v, d), shown,
                             shown ? positions_svg(v, r, d) : (struct svg){S("")}, shown ? rows(v, r, d) : NULL, newest == 2,
                             room_shifted(r, d->id), room_spread(r, d->id, 2, NULL).answered);
}

/* ---- values and arguments -------------------------------------------------------------------------------------- */

const struct html *room_value_list(struct visit *v, const struct room *r)
{
    int count;
    struct picked *all = room_picked(v->a, r, &count);
    struct html_list *l = html_list_open(v->a);
    for (int i = 0; i < count; i++)
        html_list_add(l, page_room_value(v->a, v->lang, all[i].value->name, all[i].value->meaning, all[i].count,
                                         r->people_count ? all[i].count * 1000 / r->people_count : 0));
    return count ? html_list_done(l) : NULL;
}

static const struct html *arguments(struct visit *v, const struct room *r, const struct dilemma *d)
{
    struct html_list *l = html_list_open(v->a);
    bool any = false;
    for (const struct said *s = r->arguments; s; s = s->next)
        if (str_eq(s->dilemma, d->id)) {
            html_list_add(l, page_room_argument(v->a, v->lang, room_person(r, s->who)->role->name, s->anchor, s->text));
            any = true;
        }
    return any ? html_list_done(l) : NULL;
}

bool room_was_shown(const struct room *r, struct str dilemma)
{
    for (const struct shown_hash *s = r->shown; s; s = s->next)
        if (str_eq(s->dilemma, dilemma))
            return true;
    return false;
}

/* The figures again: what was kept by its hash is what was shown then, under the policy and people of that day. */
static const struct html *figures(struct visit *v, const struct dilemma *d)
{
    const struct html *out;
    struct str record;
    struct err why;
    return room_evidence(v, d, &out, &record, &why) ? out : page_screen_line(v->a, v->lang, word(WORD_room_does_not));
}

void room_stands(struct visit *v, const struct room *r, struct html_list *out)
{
    for (int i = 0; i < r->table_count; i++) {
        const struct dilemma *d = r->table[i];
        const struct html *said = arguments(v, r, d);
        html_list_add(out, positions(v, r, d));
        if (room_was_shown(r, d->id))
            html_list_add(out, figures(v, d));
        if (said)
            html_list_add(out, page_screen_arguments(v->a, v->lang, d->question, said));
    }
}

/* ---- lists ----------------------------------------------------------------------------------------------------- */

const struct html *role_options(struct visit *v, const struct library *l)
{
    struct html_list *items = html_list_open(v->a);
    for (const struct role *x = l->roles; x; x = x->next)
        html_list_add(items, page_form_option(v->a, v->lang, x->id, x->name, false));
    return html_list_done(items);
}

const struct html *table_options(struct visit *v, const struct room *r)
{
    struct html_list *items = html_list_open(v->a);
    for (int i = 0; i < r->table_count; i++)
        html_list_add(items, page_form_option(v->a, v->lang, r->table[i]->id, r->table[i]->question, false));
    return html_list_done(items);
}

bool room_is_choosing(const struct room *r)
{
    return room_step_is(r, "case") || room_step_is(r, "values") || room_step_is(r, "dilemmas");
}
