/* SPDX-License-Identifier: EUPL-1.2 */
/* act.c: what may be done in a session and when, and the doing of it. Not what the room said, counted (tally.c). */
#include "room/parts.h"

struct room *room_open(struct arena *a, const struct library *library, const struct format *format)
{
    struct room *r = arena_new(a, struct room, 1);
    *r = (struct room){.a = a, .library = library, .format = format};
    r->arguments_end = &r->arguments;
    for (const struct method_step *s = format->steps; s; s = s->next)
        r->step_count++;
    return r;
}

/* ---- finding ---------------------------------------------------------------------------------------- */

static const struct method_step *step_at(const struct room *r, int place)
{
    const struct method_step *s = r->format->steps;
    while (s && place-- > 0)
        s = s->next;
    return s;
}

const struct method_step *room_step(const struct room *r)
{
    return step_at(r, r->step);
}

bool room_step_is(const struct room *r, const char *id)
{
    return str_eq(room_step(r)->id, str_of(id));
}

const struct dilemma *room_dilemma(const struct room *r, struct str id)
{
    for (int i = 0; i < r->table_count; i++)
        if (str_eq(r->table[i]->id, id))
            return r->table[i];
    return NULL;
}

struct person *room_person(const struct room *r, int number)
{
    return number >= 1 && number <= r->people_count ? r->people[number - 1] : NULL;
}

struct person *room_person_of(const struct room *r, struct str key)
{
    for (int i = 0; i < r->people_count && key.len; i++)
        if (str_eq(r->people[i]->key, key))
            return r->people[i];
    return NULL;
}

const struct held *person_held(const struct person *p, struct str dilemma)
{
    for (const struct held *h = p->held; h; h = h->next)
        if (str_eq(h->dilemma, dilemma))
            return h;
    return NULL;
}

const struct position *person_position(const struct person *p, struct str dilemma, int round)
{
    static const struct position none;
    const struct held *h = person_held(p, dilemma);
    return h && round >= 1 && round <= 2 ? &h->round[round - 1] : &none;
}

const struct chair *room_chair(const struct room *r, struct str role)
{
    for (const struct chair *c = r->chairs; c; c = c->next)
        if (str_eq(c->role->id, role))
            return c->text.len ? c : NULL;
    return NULL;
}

static int role_taken(const struct room *r, const struct role *role)
{
    int n = 0;
    for (int i = 0; i < r->people_count; i++)
        n += r->people[i]->role == role;
    return n;
}

const struct role *room_role_wanted(const struct room *r)
{
    const struct role *best = NULL;
    for (const struct role *x = r->library->roles; x; x = x->next)
        if (x->must_be_heard && role_taken(r, x) == 0)
            return x;
    for (const struct role *x = r->library->roles; x; x = x->next)
        if (!best || role_taken(r, x) < role_taken(r, best))
            best = x;
    return best;
}

const struct role *room_unheard(const struct room *r, const struct role *after)
{
    for (const struct role *x = after ? after->next : r->library->roles; x; x = x->next)
        if (x->must_be_heard && role_taken(r, x) == 0 && !room_chair(r, x->id))
            return x;
    return NULL;
}

static int place_of(const struct room *r, struct str step)
{
    int place = 0;
    for (const struct method_step *s = r->format->steps; s; s = s->next, place++)
        if (str_eq(s->id, step))
            return place;
    return -1;
}

int room_round(const struct room *r)
{
    return r->closed ? 0 : room_step_is(r, "position_1") ? 1 : room_step_is(r, "position_2") ? 2 : 0;
}

int room_revealed(const struct room *r)
{
    int first = place_of(r, S("position_1")), second = place_of(r, S("position_2"));
    if (r->closed || (second >= 0 && r->step > second))
        return second >= 0 ? 2 : 1;
    return first >= 0 && r->step > first ? 1 : 0;
}

/* In a short session each picks three, else five: what the steps read aloud say. */
int room_values_max(const struct room *r)
{
    return r->format->minutes < 60 ? 3 : 5;
}

/* ---- whether ------------------------------------------------------------------------------------------ */

bool text_is_plain(struct str s)
{
    for (ptrdiff_t i = 0; i < s.len; i++)
        if (((unsigned char)s.at[i] < ' ' && s.at[i] != '\n') || s.at[i] == 0x7f)
            return false;
    return str_is_utf8(s);
}

static enum no who_may(const struct room *r, const struct act *act)
{
    const struct person *p = room_person(r, act->who);
    switch (act_by(act->kind)) {
    case BY_ANYONE: return NO_NOT;
    case BY_HOST: return act->by_host ? NO_NOT : NO_OTHER;
    case BY_PERSON: break;
    }
    if (!p)
        return NO_PERSON;
    if (act->by_host != p->paper)    /* nobody answers for somebody with a telephone of their own */
        return NO_OTHER;
    return act->by_host || act_in_step(act->kind, room_step(r)->id) ? NO_NOT : NO_STEP;
}

static bool has_value(const struct person *p, struct str id)
{
    for (const struct names *n = p->values; n; n = n->next)
        if (str_eq(n->id, id))
            return true;
    return false;
}

static bool was_answered(const struct room *r, struct str dilemma)
{
    for (int i = 0; i < r->people_count; i++)
        if (person_position(r->people[i], dilemma, 1)->anchor || person_position(r->people[i], dilemma, 2)->anchor)
            return true;
    return false;
}

static enum no kept_may(const struct room *r, const struct act *act)
{
    bool there = room_dilemma(r, act->subject) != NULL;
    if (act->choice && !there && !library_dilemma(r->library, act->subject))
        return NO_DILEMMA;
    if (act->choice && !there && r->table_count == LIMIT_ROOM_TABLE)
        return NO_MANY_DILEMMAS;
    return !act->choice && there && was_answered(r, act->subject) ? NO_ANSWERED : NO_NOT;
}

#define OWN_LINES (3 + ANCHORS)
static enum no own_may(const struct room *r, const struct act *act)
{
    int lines = 0;
    for (struct str rest = act->text; rest.len; lines++)
        if (str_trim(str_until(rest, '\n', &rest)).len == 0)
            return NO_OWN;
    if (lines != OWN_LINES)
        return NO_OWN;
    return r->table_count == LIMIT_ROOM_TABLE ? NO_MANY_DILEMMAS : NO_NOT;
}

static enum no position_may(const struct room *r, const struct act *act)
{
    if (act->round < 1 || act->round > 2 || (!act->by_host && act->round != room_round(r)))
        return NO_ROUND;
    if (!room_dilemma(r, act->subject))
        return NO_DILEMMA;
    return act->choice < 1 || act->choice > ANCHORS ? NO_ANCHOR : NO_NOT;
}

static enum no argument_may(const struct room *r, const struct act *act)
{
    if (!room_dilemma(r, act->subject))
        return NO_DILEMMA;
    if (act->choice < 1 || act->choice > ANCHORS)
        return NO_ANCHOR;
    return str_trim(act->text).len ? NO_NOT : NO_TEXT_EMPTY;
}

static enum no value_may(const struct room *r, const struct act *act)
{
    const struct person *p = room_person(r, act->who);
    if (!library_value(r->library, act->subject))
        return NO_VALUE;
    bool more = act->choice && !has_value(p, act->subject);
    return more && p->value_count >= room_values_max(r) ? NO_MANY_VALUES : NO_NOT;
}

static enum no step_may(const struct room *r, const struct act *act)
{
    if (act->choice < 0 || act->choice >= r->step_count)
        return NO_STEP_UNKNOWN;
    bool first = str_eq(step_at(r, act->choice)->id, S("position_1"));
    return first && r->table_count == 0 ? NO_TABLE_EMPTY : NO_NOT;
}

static enum no joined_may(const struct room *r, const struct act *act)
{
    if (r->people_count == LIMIT_ROOM_PEOPLE)
        return NO_FULL;
    if (!act->by_host && act->text.len == 0)
        return NO_PERSON;
    return library_role(r->library, act->subject) ? NO_NOT : NO_ROLE;
}

static enum no what_may(const struct room *r, const struct act *act)
{
    switch (act->kind) {
    case ACT_JOINED: return joined_may(r, act);
    case ACT_STEP: return step_may(r, act);
    case ACT_VALUE: return value_may(r, act);
    case ACT_KEPT: return kept_may(r, act);
    case ACT_OWN: return own_may(r, act);
    case ACT_POSITION: return position_may(r, act);
    case ACT_ARGUMENT: return argument_may(r, act);
    case ACT_CHAIR: return library_role(r->library, act->subject) ? NO_NOT : NO_ROLE;
    case ACT_DISSENT:
    case ACT_SHOWN: return room_dilemma(r, act->subject) ? NO_NOT : NO_DILEMMA;
    case ACT_MEASURE: return library_measure(r->library, act->subject) ? NO_NOT : NO_MEASURE;
    case ACT_CLOSED: return room_unheard(r, NULL) ? NO_UNHEARD : NO_NOT;
    case ACT_REASON:
    case ACT_NOTE: return NO_NOT;
    case ACT_COUNT: break;
    }
    assert(false && "an act without a rule");
    return NO_STEP;
}

enum no room_allows(const struct room *r, const struct act *act)
{
    if (r->closed)
        return NO_CLOSED;
    int most = act->kind == ACT_OWN ? OWN_LINES * LIMIT_ROOM_TEXT : LIMIT_ROOM_TEXT;
    if (act->text.len > most || !text_is_plain(act->text) || r->acts >= LIMIT_ROOM_ACTS)
        return NO_TEXT_LONG;
    enum no who = who_may(r, act);
    return who ? who : what_may(r, act);
}

/* ---- doing -------------------------------------------------------------------------------------------- */

static void names_set(struct arena *a, struct names **list, struct str id, bool in, int *count)
{
    while (*list && !str_eq((*list)->id, id))
        list = &(*list)->next;
    if (in && !*list) {
        *list = arena_new(a, struct names, 1);
        (*list)->id = str_copy(a, id);
        *count += 1;
    } else if (!in && *list) {
        *list = (*list)->next;
        *count -= 1;
    }
}

static struct held *held_of(struct room *r, struct person *p, struct str dilemma)
{
    struct held **h = &p->held;
    while (*h && !str_eq((*h)->dilemma, dilemma))
        h = &(*h)->next;
    if (!*h) {
        *h = arena_new(r->a, struct held, 1);
        (*h)->dilemma = str_copy(r->a, dilemma);
    }
    return *h;
}

static void take_joined(struct room *r, const struct act *act)
{
    struct person *p = arena_new(r->a, struct person, 1);
    *p = (struct person){.number = r->people_count + 1, .role = library_role(r->library, act->subject),
                         .key = str_copy(r->a, act->text), .paper = act->text.len == 0};
    r->people[r->people_count++] = p;
}

static void take_kept(struct room *r, const struct act *act)
{
    int i = 0;
    while (i < r->table_count && !str_eq(r->table[i]->id, act->subject))
        i++;
    if (act->choice && i == r->table_count) {
        r->table[r->table_count++] = library_dilemma(r->library, act->subject);
    } else if (!act->choice && i < r->table_count) {
        r->table_count--;
        for (; i < r->table_count; i++)
            r->table[i] = r->table[i + 1];
    }
}

static struct phrase next_line(struct room *r, struct str *rest)
{
    struct str line = str_copy(r->a, str_trim(str_until(*rest, '\n', rest)));
    return (struct phrase){line, line};
}

/* A dilemma of the group itself: it sets nothing, people must see to it. */
static void take_own(struct room *r, const struct act *act)
{
    struct dilemma *d = arena_new(r->a, struct dilemma, 1);
    struct str rest = act->text;
    d->id = str_format(r->a, "own_%d", ++r->own_count);
    d->question = next_line(r, &rest);
    d->pole[0] = next_line(r, &rest);
    d->pole[1] = next_line(r, &rest);
    for (int i = 0; i < ANCHORS; i++)
        d->anchors[i].text = next_line(r, &rest);
    r->table[r->table_count++] = d;
}

static void take_argument(struct room *r, const struct act *act)
{
    struct said *s = arena_new(r->a, struct said, 1);
    *s = (struct said){.dilemma = str_copy(r->a, act->subject), .who = act->who, .anchor = act->choice,
                       .text = str_copy(r->a, str_trim(act->text))};
    *r->arguments_end = s;
    r->arguments_end = &s->next;
}

static void take_chair(struct room *r, const struct act *act)
{
    struct chair **c = &r->chairs;
    while (*c && !str_eq((*c)->role->id, act->subject))
        c = &(*c)->next;
    if (!*c)
        *c = arena_new(r->a, struct chair, 1);
    (*c)->role = library_role(r->library, act->subject);
    (*c)->text = str_copy(r->a, str_trim(act->text));
}

static void take_shown(struct room *r, const struct act *act)
{
    struct shown_hash **s = &r->shown;
    while (*s && !(str_eq((*s)->dilemma, act->subject) && str_eq((*s)->hash, act->text)))
        s = &(*s)->next;
    if (*s)
        return;
    *s = arena_new(r->a, struct shown_hash, 1);
    (*s)->dilemma = str_copy(r->a, act->subject);
    (*s)->hash = str_copy(r->a, act->text);
}

static void take(struct room *r, const struct act *act)
{
    int ignored = 0;
    struct person *p = act_by(act->kind) == BY_PERSON ? room_person(r, act->who) : NULL;
    switch (act->kind) {
    case ACT_JOINED: take_joined(r, act); break;
    case ACT_STEP:
        r->step = act->choice;
        r->step_at_ms = act->at_ms;
        break;
    case ACT_VALUE: names_set(r->a, &p->values, act->subject, act->choice != 0, &p->value_count); break;
    case ACT_REASON: p->reason = str_copy(r->a, str_trim(act->text)); break;
    case ACT_KEPT: take_kept(r, act); break;
    case ACT_OWN: take_own(r, act); break;
    case ACT_POSITION:
        held_of(r, p, act->subject)->round[act->round - 1] =
            (struct position){act->choice, act->fence, str_copy(r->a, str_trim(act->text))};
        break;
    case ACT_ARGUMENT: take_argument(r, act); break;
    case ACT_CHAIR: take_chair(r, act); break;
    case ACT_DISSENT: held_of(r, p, act->subject)->dissent = str_copy(r->a, str_trim(act->text)); break;
    case ACT_SHOWN: take_shown(r, act); break;
    case ACT_MEASURE: names_set(r->a, &r->measures, act->subject, act->choice != 0, &ignored); break;
    case ACT_NOTE: r->notes = str_copy(r->a, act->text); break;
    case ACT_CLOSED: r->closed = true; break;
    case ACT_COUNT: break;
    }
}

enum no room_take(struct room *r, const struct act *act)
{
    enum no refused = room_allows(r, act);
    if (refused)
        return refused;
    take(r, act);
    r->acts++;
    r->phase += act->kind == ACT_STEP || act->kind == ACT_KEPT || act->kind == ACT_OWN || act->kind == ACT_CLOSED;
    r->last_at_ms = act->at_ms;
    return NO_NOT;
}
