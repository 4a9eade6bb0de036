/* SPDX-License-Identifier: EUPL-1.2 */
/* build.c: entries to the library, and every name in them that leads nowhere or says what can't be. Lenient
 * where a shape was broken: that fault was given already.
 */
#include "method/parts.h"

/* One entry being read: its node, and whose faults they are. */
struct entry { struct gather *g; struct reader r; const struct piece *p; const struct yaml *y; };

static struct phrase phrase(const struct yaml *owner, const char *key)
{
    const struct yaml *y = yaml_get(owner, str_of(key));
    return (struct phrase){get_text(y, "nl"), get_text(y, "en")};
}

static void leads_nowhere(struct entry *e, const struct yaml *y, const char *what, struct str near)
{
    if (near.len)
        fault(&e->r, y, "there is no %s '%s'; did you mean '" STR_FMT "'?", what, show(e->g->f, y->text), STR_ARG(near));
    else
        fault(&e->r, y, "there is no %s '%s'; add it or correct the name", what, show(e->g->f, y->text));
}

static const char *const part_words[PART_COUNT] = {
    [PART_SOURCE] = "source", [PART_VALUE] = "value", [PART_TENSION] = "tension", [PART_SIGNAL] = "signal",
    [PART_DILEMMA] = "dilemma", [PART_ROLE] = "role", [PART_RUNG] = "rung", [PART_MEASURE] = "measure",
    [PART_DATA] = "kind of data", [PART_QUANTITY] = "quantity", [PART_METRIC] = "metric", [PART_FORMAT] = "format",
};

/* Whether the text at y names an entry; `own` does where a source is meant: our own reasoning. */
static bool check_name(struct entry *e, const struct yaml *y, enum part part)
{
    if (!y || y->kind != YAML_SCALAR)
        return false;
    if ((part == PART_SOURCE && str_eq(y->text, S("own"))) || part_has(e->g, part, y->text))
        return true;
    leads_nowhere(e, y, part_words[part], e->g->f->count < LIMIT_FAULTS ? part_near(e->g, part, y->text) : S(""));
    return false;
}

static void add_name(struct gather *g, struct names ***end, struct str id)
{
    **end = arena_new(g->a, struct names, 1);
    (**end)->id = id;
    *end = &(**end)->next;
}

static bool is_named_before(const struct yaml *list, const struct yaml *item)
{
    for (const struct yaml *y = list->first; y != item; y = y->next)
        if (y->kind == YAML_SCALAR && str_eq(y->text, item->text))
            return true;
    return false;
}

/* A list of names that all lead to entries of that part; at least `least`, none twice. */
static struct names *read_names(struct entry *e, const struct yaml *owner, const char *key, enum part part, int least)
{
    struct names *first = NULL, **end = &first;
    const struct yaml *list = yaml_get(owner, str_of(key));
    if (!list || list->kind != YAML_LIST || list->count > LIMIT_LIST_ITEMS)
        return NULL;
    if (list->count < least)
        fault(&e->r, list, "'%s' is empty; name at least %d", key, least);
    for (const struct yaml *y = list->first; y; y = y->next) {
        if (!check_name(e, y, part))
            continue;
        if (is_named_before(list, y))
            fault(&e->r, y, "'%s' stands in '%s' twice; keep one", show(e->g->f, y->text), key);
        else
            add_name(e->g, &end, y->text);
    }
    return first;
}

static bool has_name(const struct names *n, struct str id)
{
    for (; n; n = n->next)
        if (str_eq(n->id, id))
            return true;
    return false;
}

/* ---- one reader an entry ------------------------------------------------------------------------------ */

static void read_source(struct entry *e, struct method_source *x)
{
    x->author = get_text(e->y, "author");
    x->title = get_text(e->y, "title");
    x->url = get_text(e->y, "url");
    x->brief = get_text(e->y, "short");
    x->year = (int)get_int(e->y, "year", 0);
    if (!str_starts(x->url, S("https://")))
        fault(&e->r, yaml_get(e->y, S("url")) ? yaml_get(e->y, S("url")) : e->y, "an address must begin with https://");
}

static void read_value(struct entry *e, struct method_value *x)
{
    x->name = phrase(e->y, "name");
    x->meaning = phrase(e->y, "meaning");
    x->example = phrase(e->y, "example");
    x->from = read_names(e, e->y, "from", PART_SOURCE, 1);
}

static void read_tension(struct entry *e, struct tension *x)
{
    const struct yaml *between = yaml_get(e->y, S("between"));
    const struct yaml *one = between->first, *other = one->next;
    if (str_eq(one->text, other->text))
        fault(&e->r, other, "a value does not pull apart from itself; name two");
    if (check_name(e, one, PART_VALUE))
        x->one = one->text;
    if (check_name(e, other, PART_VALUE))
        x->other = other->text;
    x->why = phrase(e->y, "why");
    if (check_name(e, yaml_get(e->y, S("dilemma")), PART_DILEMMA))
        x->dilemma = get_text(e->y, "dilemma");
}

static void read_signal(struct entry *e, struct signal *x)
{
    const struct yaml *name = yaml_get(e->y, S("signal"));
    if (!signal_is_known(x->id))
        leads_nowhere(e, name, "signal in signals.def", signal_near(x->id));
    x->why = phrase(e->y, "why");
    x->dilemmas = read_names(e, e->y, "dilemmas", PART_DILEMMA, 1);
}

/* What the policy takes today stands under `set`, what it does not yet under `later`. */
static void read_setting(struct entry *e, const struct yaml *y, struct dilemma *x, struct setting *s)
{
    const struct yaml *field = yaml_get(y, S("field")), *value = yaml_get(y, S("value"));
    const char *why = "";
    if (!field || !value || field->kind != YAML_SCALAR)
        return;
    s->field = field->text;
    s->value = value->kind == YAML_SCALAR ? value->text : S("");
    bool takes = field_takes(e->g->a, s->field, value, &why);
    if (!field_is_known(s->field))
        leads_nowhere(e, field, "field in fields.def", field_near(s->field));
    else if (!has_name(x->dial, s->field))
        fault(&e->r, field, "'%s' is not in the dial of this dilemma; add it there", show(e->g->f, s->field));
    else if (value->kind != YAML_SCALAR || !s->value.len)
        fault(&e->r, value, "the value of '%s' must be one number or word", show(e->g->f, s->field));
    else if (!s->later && !takes)
        fault(&e->r, value, "'%s' %s", show(e->g->f, s->field), why);
    else if (s->later && takes)
        fault(&e->r, field, "the policy takes '%s' with this value today; move it to 'set'", show(e->g->f, s->field));
}

static void read_settings(struct entry *e, const struct yaml *anchor, const char *key, struct dilemma *x, struct setting **end)
{
    while (*end)
        end = &(*end)->next;
    for (const struct yaml *y = get_list(anchor, key); y; y = y->next) {
        if (y->kind != YAML_MAP)
            continue;
        *end = arena_new(e->g->a, struct setting, 1);
        (*end)->later = str_eq(str_of(key), S("later"));
        read_setting(e, y, x, *end);
        end = &(*end)->next;
    }
}

/* An anchor is a thing that an organisation does: a sentence, from its capital to its full stop. */
static void check_sentence(struct entry *e, const struct yaml *anchor, struct phrase text)
{
    const struct str both[] = {text.nl, text.en};
    for (int i = 0; i < 2; i++)
        if (both[i].len && !str_ends(both[i], S(".")) && !str_ends(both[i], S("!")))
            fault(&e->r, anchor, "an anchor is a whole sentence; end it with a full stop");
}

static void read_anchors(struct entry *e, struct dilemma *x)
{
    const struct yaml *list = yaml_get(e->y, S("anchors"));
    int i = 0;
    if (list && list->kind == YAML_LIST && list->count != ANCHORS)
        fault(&e->r, list, "%d anchors; write %d, from the first pole to the second", list->count, ANCHORS);
    for (const struct yaml *y = get_list(e->y, "anchors"); y && i < ANCHORS; y = y->next, i++) {
        if (y->kind != YAML_MAP)
            continue;
        x->anchors[i].text = phrase(y, "text");
        check_sentence(e, y, x->anchors[i].text);
        read_settings(e, y, "set", x, &x->anchors[i].settings);
        read_settings(e, y, "later", x, &x->anchors[i].settings);
    }
}

static void read_arguments(struct entry *e, struct dilemma *x)
{
    struct method_argument **end = &x->arguments;
    int by_pole[3] = {0};
    for (const struct yaml *y = get_list(e->y, "arguments"); y; y = y->next) {
        if (y->kind != YAML_MAP)
            continue;
        *end = arena_new(e->g->a, struct method_argument, 1);
        int pole = (int)get_int(y, "pole", 0);
        **end = (struct method_argument){.pole = pole == 2 ? 2 : 1, .text = phrase(y, "text"),
                                         .sources = read_names(e, y, "sources", PART_SOURCE, 1)};
        by_pole[(*end)->pole]++;
        end = &(*end)->next;
    }
    for (int pole = 1; pole <= 2; pole++)
        if (!by_pole[pole])
            fault(&e->r, e->y, "no argument for pole %d; both sides are heard", pole);
}

static void read_dial(struct entry *e, struct dilemma *x)
{
    struct names **end = &x->dial;
    const struct yaml *list = yaml_get(e->y, S("dial"));
    for (const struct yaml *y = get_list(e->y, "dial"); y && list->count <= LIMIT_LIST_ITEMS; y = y->next) {
        if (y->kind != YAML_SCALAR)
            continue;
        if (!field_is_known(y->text))
            leads_nowhere(e, y, "field in fields.def", field_near(y->text));
        else if (is_named_before(list, y))
            fault(&e->r, y, "'%s' stands in 'dial' twice; keep one", show(e->g->f, y->text));
        else
            add_name(e->g, &end, y->text);
    }
    if (list && list->kind == YAML_LIST && !list->count)
        fault(&e->r, list, "'dial' is empty; a dilemma that turns nothing decides nothing");
}

static void read_dilemma(struct entry *e, struct dilemma *x)
{
    x->pole[0] = phrase(e->y, "pole_1");
    x->pole[1] = phrase(e->y, "pole_2");
    x->question = phrase(e->y, "question");
    x->values[0] = read_names(e, e->y, "values_1", PART_VALUE, 1);
    x->values[1] = read_names(e, e->y, "values_2", PART_VALUE, 1);
    for (const struct names *n = x->values[0]; n; n = n->next)
        if (has_name(x->values[1], n->id))
            fault(&e->r, e->y, "'%s' stands on both sides; a value pulls one way", show(e->g->f, n->id));
    read_dial(e, x);
    read_anchors(e, x);
    read_arguments(e, x);
    x->stakeholders = read_names(e, e->y, "stakeholders", PART_ROLE, 1);
    x->metrics = read_names(e, e->y, "metrics", PART_METRIC, 1);
}

static void read_role(struct entry *e, struct role *x)
{
    int side = get_word(e->y, "side", &words_side);
    x->name = phrase(e->y, "name");
    x->card = phrase(e->y, "card");
    x->cares = phrase(e->y, "cares");
    x->fears = phrase(e->y, "fears");
    x->side = side < 0 ? SIDE_OUTSIDE : (enum role_side)side;
    x->empty_chair = get_bool(e->y, "empty_chair", false);
    x->must_be_heard = get_bool(e->y, "must_be_heard", false);
    if (x->must_be_heard && !x->empty_chair)
        fault(&e->r, e->y, "'%s' must be heard, so it needs a chair when nobody can speak for it; set 'empty_chair'",
              show(e->g->f, x->id));
}

static void read_rung(struct entry *e, struct rung *x)
{
    x->number = (int)get_int(e->y, "number", 0);
    x->id = str_format(e->g->a, "rung_%d", x->number);
    x->name = phrase(e->y, "name");
    x->what = phrase(e->y, "what");
    x->example = phrase(e->y, "example");
    x->decides = phrase(e->y, "decides");
    x->sources = read_names(e, e->y, "sources", PART_SOURCE, 0);
}

static void read_measure(struct entry *e, struct measure *x)
{
    x->name = phrase(e->y, "name");
    x->what = phrase(e->y, "what");
    x->evidence = phrase(e->y, "evidence");
    x->dilemmas = read_names(e, e->y, "dilemmas", PART_DILEMMA, 1);
    x->condition = get_bool(e->y, "condition", false);
    if (check_name(e, yaml_get(e->y, S("owner")), PART_ROLE))
        x->owner = get_text(e->y, "owner");
}

static void read_data(struct entry *e, struct data_kind *x)
{
    x->name = phrase(e->y, "name");
    x->from = phrase(e->y, "from");
}

static void read_quantity(struct entry *e, struct quantity *x)
{
    x->name = phrase(e->y, "name");
    x->unit = get_text(e->y, "unit");
    x->data = read_names(e, e->y, "data", PART_DATA, 1);
}

/* What an expression needs is what its quantities need. */
static void add_needs(struct gather *g, const struct formula *f, struct names **needs)
{
    if (!f)
        return;
    for (const struct names *n = f->kind == 'q' ? f->quantity->data : NULL; n; n = n->next) {
        struct names **end = needs;
        while (*end && !str_eq((*end)->id, n->id))
            end = &(*end)->next;
        if (!*end)
            add_name(g, &end, n->id);
    }
    add_needs(g, f->left, needs);
    add_needs(g, f->right, needs);
}

static void read_expression(struct entry *e, struct metric *x, const struct quantity *quantities)
{
    const struct yaml *y = yaml_get(e->y, S("expression"));
    const char *why;
    x->expression = get_text(e->y, "expression");
    x->formula = formula_read(e->g->a, x->expression, quantities, &why);
    if (!x->formula)
        fault(&e->r, y, "the expression %s", why);
    if (yaml_get(e->y, S("needs")))
        fault_key(&e->r, yaml_get(e->y, S("needs")), "what an expression needs, its quantities say; remove 'needs'");
    add_needs(e->g, x->formula, &x->needs);
}

static void read_computation(struct entry *e, struct metric *x)
{
    x->computation = get_text(e->y, "computation");
    if (!computation_is_known(x->computation))
        leads_nowhere(e, yaml_get(e->y, S("computation")), "computation in computations.def", computation_near(x->computation));
    if (!yaml_get(e->y, S("needs")))
        fault(&e->r, e->y, "a computation needs data; name them under 'needs'");
    x->needs = read_names(e, e->y, "needs", PART_DATA, 1);
}

static void read_metric(struct entry *e, struct metric *x, const struct quantity *quantities)
{
    bool expression = get_text(e->y, "expression").len, computation = get_text(e->y, "computation").len;
    x->name = phrase(e->y, "name");
    x->words = phrase(e->y, "formula");
    x->unavailable = phrase(e->y, "unavailable");
    x->unit = get_text(e->y, "unit");
    x->sources = read_names(e, e->y, "sources", PART_SOURCE, 0);
    if (check_name(e, yaml_get(e->y, S("value")), PART_VALUE))
        x->value = get_text(e->y, "value");
    if (expression == computation)
        fault(&e->r, e->y, "a metric has either an expression or a computation; %s", expression ? "keep one" : "add one");
    else if (expression)
        read_expression(e, x, quantities);
    else
        read_computation(e, x);
}

static void read_step(struct entry *e, const struct yaml *y, struct method_step *s)
{
    s->id = get_text(y, "step");
    s->minutes = (int)get_int(y, "minutes", 0);
    s->read = phrase(y, "read");
    if (s->id.len && !step_find(s->id, &s->name))
        leads_nowhere(e, yaml_get(y, S("step")), "step in steps.def", S(""));
}

static void read_format(struct entry *e, struct format *x)
{
    struct method_step **end = &x->steps;
    int minutes = 0;
    bool chairs = false;
    x->name = phrase(e->y, "name");
    x->what = phrase(e->y, "what");
    x->minutes = (int)get_int(e->y, "minutes", 0);
    x->people_min = (int)get_int(e->y, "people_min", 0);
    x->people_max = (int)get_int(e->y, "people_max", 0);
    for (const struct yaml *y = get_list(e->y, "steps"); y; y = y->next) {
        if (y->kind != YAML_MAP)
            continue;
        *end = arena_new(e->g->a, struct method_step, 1);
        read_step(e, y, *end);
        minutes += (*end)->minutes > 0 && (*end)->minutes <= 480 ? (*end)->minutes : 0;
        chairs |= str_eq((*end)->id, S("empty_chairs"));
        end = &(*end)->next;
    }
    if (minutes != x->minutes)
        fault(&e->r, e->y, "the steps take %d minutes and 'minutes' says %d; make them agree", minutes, x->minutes);
    if (!chairs)
        fault(&e->r, e->y, "no step for the empty chairs; no session closes without those who are not there");
    if (x->people_max < x->people_min)
        fault(&e->r, e->y, "'people_max' is below 'people_min'; mend one of them");
}

/* ---- all of them ------------------------------------------------------------------------------------------ */

/* A list of the library out of the pieces of its part; `read` as read_x(e, x, …). */
#define BUILD(type, part, list, counted, ...)                                                             \
    do {                                                                                                  \
        struct type **end = &out->list;                                                                   \
        for (const struct piece *p = g->first[part]; p; p = p->next) {                                    \
            struct entry e = {g, piece_reader(g, p), p, p->y};                                            \
            struct type *x = arena_new(g->a, struct type, 1);                                             \
            x->place = p->place;                                                                          \
            __VA_ARGS__;                                                                                  \
            *end = x;                                                                                     \
            end = &x->next;                                                                               \
            out->counted++;                                                                               \
        }                                                                                                 \
    } while (0)

/* Both values of a tension stand in its dilemma, on opposite sides. */
static void check_tension(struct gather *g, const struct library *l, const struct piece *p, const struct tension *t)
{
    const struct dilemma *d = library_dilemma(l, t->dilemma);
    struct reader r = piece_reader(g, p);
    if (!d || !t->one.len || !t->other.len)
        return;
    bool there = has_name(d->values[0], t->one) && has_name(d->values[1], t->other);
    bool back = has_name(d->values[1], t->one) && has_name(d->values[0], t->other);
    if (!there && !back)
        fault(&r, p->y, "these values do not stand on opposite sides of '%s'; add them there, or name another dilemma",
              show(g->f, d->id));
}

static void check_tensions(struct gather *g, const struct library *l)
{
    const struct tension *t = l->tensions;
    for (const struct piece *p = g->first[PART_TENSION]; p && t; p = p->next, t = t->next)
        check_tension(g, l, p, t);
}

/* The ladder is whole, and the two whom nobody hears by themselves are among the roles. */
static void check_whole(struct gather *g, const struct library *l)
{
    static const char *const heard[] = {"refuser", "searched_not_contacted"};
    for (int i = 0; i < RUNGS; i++)
        if (!part_has(g, PART_RUNG, str_format(g->a, "%d", i)))
            faults_add(g->f, S("rungs.yaml"), 0, 0, "rung %d is missing; the ladder goes from 0 to %d", i, RUNGS - 1);
    for (ptrdiff_t i = 0; i < COUNT(heard); i++) {
        const struct role *role = library_role(l, str_of(heard[i]));
        if (!role)
            faults_add(g->f, S("roles.yaml"), 0, 0, "the role '%s' is missing; no session closes without it", heard[i]);
        else if (!role->must_be_heard)
            faults_add(g->f, role->place.file, role->place.line, role->place.column,
                       "'%s' must be heard, always; set 'must_be_heard: true'", heard[i]);
    }
}

void library_build(struct gather *g, struct library *out)
{
    *out = (struct library){0};
    BUILD(method_source, PART_SOURCE, sources, source_count, x->id = p->id; read_source(&e, x));
    BUILD(method_value, PART_VALUE, values, value_count, x->id = p->id; read_value(&e, x));
    BUILD(tension, PART_TENSION, tensions, tension_count, read_tension(&e, x));
    BUILD(signal, PART_SIGNAL, signals, signal_count, x->id = p->id; read_signal(&e, x));
    BUILD(dilemma, PART_DILEMMA, dilemmas, dilemma_count, x->id = p->id; read_dilemma(&e, x));
    BUILD(role, PART_ROLE, roles, role_count, x->id = p->id; read_role(&e, x));
    BUILD(rung, PART_RUNG, rungs, rung_count, read_rung(&e, x));
    BUILD(measure, PART_MEASURE, measures, measure_count, x->id = p->id; read_measure(&e, x));
    BUILD(data_kind, PART_DATA, data, data_count, x->id = p->id; read_data(&e, x));
    BUILD(quantity, PART_QUANTITY, quantities, quantity_count, x->id = p->id; read_quantity(&e, x));
    BUILD(metric, PART_METRIC, metrics, metric_count, x->id = p->id; read_metric(&e, x, out->quantities));
    BUILD(format, PART_FORMAT, formats, format_count, x->id = p->id; read_format(&e, x));
    check_tensions(g, out);
    check_whole(g, out);
}
