/* SPDX-License-Identifier: EUPL-1.2 */
/* read.c: one law version from bytes: the document, its articles, their fields and rules.
 * The tables in shapes.c have judged the shape before; here what they approved is built,
 * and what a table cannot say is checked. Not here: names (names.c), expressions (expr.c).
 */
#include "law/reader.h"

const char *law_layer_name(enum law_layer layer)
{
    assert(layer < LAYER_COUNT);
    return words_layer.at[layer].at;
}

/* A struct of this type, in this list, made from that map; fields the place too. */
#define ITEM_NEW(r, type, y) item_place_##type(arena_new((r)->a, struct type, 1), y)
#define PLACED(type) \
    static struct type *item_place_##type(struct type *item, const struct yaml *y) \
    { \
        item->line = y->line; \
        item->column = y->column; \
        return item; \
    }
PLACED(field)
PLACED(action)
PLACED(open_term)
PLACED(implements)
PLACED(untranslatable)
PLACED(hook)
PLACED(override)
PLACED(article)

static bool get_number(const struct yaml *map, const char *key, struct rational *out)
{
    const struct yaml *y = yaml_get(map, str_of(key));
    return y && scalar_number(y, out);
}

/* ---- fields ----------------------------------------------------------------------------- */
static enum value_type type_read(const struct yaml *y)
{
    return (enum value_type)(get_word(y, "type", &words_type) + 1);
}

static enum value_unit unit_read(const struct yaml *y)
{
    const struct yaml *spec = yaml_get(y, S("type_spec"));
    return (enum value_unit)(get_word(spec, "unit", &words_unit) + 1);
}

static void range_read(struct reader *r, const struct yaml *y, struct field *field)
{
    const struct yaml *spec = yaml_get(y, S("type_spec"));
    int order;
    field->has_min = get_number(spec, "min", &field->min);
    field->has_max = get_number(spec, "max", &field->max);
    if (field->has_min && field->has_max && rational_compare(field->min, field->max, &order) && order > 0)
        fault(r, spec, "'min' is above 'max'; swap them");
}

static struct argument *arguments_read(struct reader *r, const struct yaml *source)
{
    const struct yaml *map = yaml_get(source, S("parameters"));
    struct argument *first = NULL, **end = &first;
    for (const struct yaml *y = map && map->kind == YAML_MAP ? map->first : NULL; y; y = y->next) {
        *end = arena_new(r->a, struct argument, 1);
        (*end)->name = y->key;
        (*end)->value = expr_read_argument(r, y);
        end = &(*end)->next;
    }
    return first;
}

static void source_read(struct reader *r, const struct yaml *y, struct field *input)
{
    const struct yaml *source = yaml_get(y, S("source"));
    if (!source || source->kind != YAML_MAP)
        return;
    input->source_law = get_text(source, "regulation");
    input->source_output = get_text(source, "output");
    input->arguments = arguments_read(r, source);
    input->external = input->source_law.len == 0 && input->source_output.len == 0;
    if (input->external && input->arguments)
        fault(r, source, "a source with parameters but nothing to pass them to; add an output or a regulation");
    if (!input->external && input->source_output.len == 0)
        input->source_output = input->name;
}

static struct field *fields_read(struct reader *r, const struct yaml *execution, const char *key, bool sourced)
{
    struct field *first = NULL, **end = &first;
    for (const struct yaml *y = get_list(execution, key); y; y = y->next) {
        struct field *field = ITEM_NEW(r, field, y);
        field->name = get_text(y, "name");
        field->description = get_text(y, "description");
        field->type = type_read(y);
        field->unit = unit_read(y);
        field->required = get_bool(y, "required", true);
        field->nullable = get_bool(y, "nullable", false);
        field->basis = legal_basis_read(r, y);
        range_read(r, y, field);
        if (sourced)
            source_read(r, y, field);
        *end = field;
        end = &field->next;
    }
    return first;
}

/* ---- definitions ------------------------------------------------------------------------- */
static bool literal_has_type(const struct literal *value, enum value_type type)
{
    switch (type) {
    case TYPE_ANY: return true;
    case TYPE_STRING: return value->kind == LITERAL_TEXT;
    case TYPE_NUMBER: case TYPE_AMOUNT: return value->kind == LITERAL_NUMBER;
    case TYPE_BOOLEAN: return value->kind == LITERAL_BOOL;
    case TYPE_ARRAY: return value->kind == LITERAL_LIST;
    case TYPE_DATE: return value->kind == LITERAL_TEXT && form_fits(FORM_DATE, value->text);
    case TYPE_OBJECT: return false;
    }
    return false;
}

static struct definition *definition_read(struct reader *r, const struct yaml *y)
{
    struct definition *d = arena_new(r->a, struct definition, 1);
    d->name = y->key;
    d->line = y->key_line;
    d->column = y->key_column;
    if (y->kind != YAML_MAP) {
        literal_read(r, y, &d->value);
        return d;
    }
    shape_check(r, y, &shape_definition);
    const struct yaml *value = yaml_get(y, S("value"));
    if (!value)
        return d;
    literal_read(r, value, &d->value);
    d->type = type_read(y);
    d->unit = unit_read(y);
    if (d->value.kind != LITERAL_NULL && !literal_has_type(&d->value, d->type))
        fault(r, value, "the value is no %s; mend the value or the type", words_type.at[d->type - 1].at);
    return d;
}

static struct definition *definitions_read(struct reader *r, const struct yaml *machine)
{
    const struct yaml *map = yaml_get(machine, S("definitions"));
    struct definition *first = NULL, **end = &first;
    for (const struct yaml *y = map && map->kind == YAML_MAP ? map->first : NULL; y; y = y->next) {
        *end = definition_read(r, y);
        end = &(*end)->next;
    }
    return first;
}

/* ---- actions, open terms and the rest of an article ----------------------------------------- */
static struct action *actions_read(struct reader *r, const struct yaml *owner)
{
    struct action *first = NULL, **end = &first;
    for (const struct yaml *y = get_list(owner, "actions"); y; y = y->next) {
        if (y->kind != YAML_MAP)
            continue;
        struct action *action = ITEM_NEW(r, action, y);
        action->output = get_text(y, "output");
        action->value = expr_read_action(r, y);
        action->basis = legal_basis_read(r, y);
        *end = action;
        end = &action->next;
    }
    return first;
}

static struct open_term *open_terms_read(struct reader *r, const struct yaml *machine)
{
    struct open_term *first = NULL, **end = &first;
    for (const struct yaml *y = get_list(machine, "open_terms"); y; y = y->next) {
        struct open_term *term = ITEM_NEW(r, open_term, y);
        term->id = get_text(y, "id");
        term->description = get_text(y, "description");
        term->delegated_to = get_text(y, "delegated_to");
        term->delegation_type = get_text(y, "delegation_type");
        term->legal_basis = get_text(y, "legal_basis");
        term->type = type_read(y);
        term->required = get_bool(y, "required", true);
        term->defaults = actions_read(r, yaml_get(y, S("default")));
        *end = term;
        end = &term->next;
    }
    return first;
}

static struct implements *implements_read(struct reader *r, const struct yaml *machine)
{
    struct implements *first = NULL, **end = &first;
    for (const struct yaml *y = get_list(machine, "implements"); y; y = y->next) {
        struct implements *one = ITEM_NEW(r, implements, y);
        one->law = get_text(y, "law");
        one->article = get_text(y, "article");
        one->open_term = get_text(y, "open_term");
        *end = one;
        end = &one->next;
    }
    return first;
}

static struct untranslatable *untranslatables_read(struct reader *r, const struct yaml *machine)
{
    struct untranslatable *first = NULL, **end = &first;
    for (const struct yaml *y = get_list(machine, "untranslatables"); y; y = y->next) {
        struct untranslatable *one = ITEM_NEW(r, untranslatable, y);
        one->construct = get_text(y, "construct");
        one->reason = get_text(y, "reason");
        one->suggestion = get_text(y, "suggestion");
        one->excerpt = get_text(y, "legal_text_excerpt");
        one->accepted = get_bool(y, "accepted", false);
        *end = one;
        end = &one->next;
    }
    return first;
}

static struct hook *hooks_read(struct reader *r, const struct yaml *machine)
{
    struct hook *first = NULL, **end = &first;
    for (const struct yaml *y = get_list(machine, "hooks"); y; y = y->next) {
        const struct yaml *to = yaml_get(y, S("applies_to"));
        struct str stage = get_text(to, "stage");
        *end = ITEM_NEW(r, hook, y);
        (*end)->before = str_eq(get_text(y, "hook_point"), S("pre_actions"));
        (*end)->legal_character = get_text(to, "legal_character");
        (*end)->decision_type = get_text(to, "decision_type");
        (*end)->stage = stage.len ? stage : S("BESLUIT");
        end = &(*end)->next;
    }
    return first;
}

static struct override *overrides_read(struct reader *r, const struct yaml *machine)
{
    struct override *first = NULL, **end = &first;
    for (const struct yaml *y = get_list(machine, "overrides"); y; y = y->next) {
        *end = ITEM_NEW(r, override, y);
        (*end)->law = get_text(y, "law");
        (*end)->article = get_text(y, "article");
        (*end)->output = get_text(y, "output");
        end = &(*end)->next;
    }
    return first;
}

static int list_count(const struct yaml *map, const char *key)
{
    const struct yaml *y = yaml_get(map, str_of(key));
    return y && y->kind == YAML_LIST ? y->count : 0;
}

/* '#output' or the name of a body. */
static struct str authority_read(const struct yaml *owner)
{
    const struct yaml *y = yaml_get(owner, S("competent_authority"));
    return y && y->kind == YAML_MAP ? get_text(y, "name") : get_text(owner, "competent_authority");
}

static void machine_read(struct reader *r, const struct yaml *machine, struct article *article)
{
    const struct yaml *execution = yaml_get(machine, S("execution"));
    const struct yaml *produces = yaml_get(execution, S("produces"));
    article->machine_readable = true;
    article->legal_character = get_text(produces, "legal_character");
    article->decision_type = get_text(produces, "decision_type");
    article->competent_authority = authority_read(machine);
    article->definitions = definitions_read(r, machine);
    article->parameters = fields_read(r, execution, "parameters", false);
    article->inputs = fields_read(r, execution, "input", true);
    article->outputs = fields_read(r, execution, "output", false);
    article->actions = actions_read(r, execution);
    article->open_terms = open_terms_read(r, machine);
    article->implements = implements_read(r, machine);
    article->untranslatables = untranslatables_read(r, machine);
    article->hooks = hooks_read(r, machine);
    article->overrides = overrides_read(r, machine);
}

static void articles_read(struct reader *r, const struct yaml *root, struct law *law)
{
    struct article **end = &law->articles;
    for (const struct yaml *y = get_list(root, "articles"); y; y = y->next) {
        struct article *article = ITEM_NEW(r, article, y);
        const struct yaml *machine = yaml_get(y, S("machine_readable"));
        article->number = get_text(y, "number");
        article->text = get_text(y, "text");
        article->url = get_text(y, "url");
        if (machine && machine->kind == YAML_MAP)
            machine_read(r, machine, article);
        *end = article;
        end = &article->next;
        law->article_count++;
    }
}

/* ---- the head of the document ---------------------------------------------------------------- */
/* "0.5.7" to 507, of the versions there are; 0 if it is none of them. */
static int schema_number(struct str s)
{
    if (s.len != 5 || s.at[0] != '0' || s.at[1] != '.' || s.at[3] != '.' || s.at[2] < '0' || s.at[2] > '9' ||
        s.at[4] < '0' || s.at[4] > '9')
        return 0;
    int version = 100 * (s.at[2] - '0') + s.at[4] - '0';
    return version == SCHEMA_NEWEST || (version >= SCHEMA_OLDEST && version <= SCHEMA_LAST_0_5) ? version : 0;
}

/* The version in …/schema/v0.5.7/schema.json; the newest where the file does not say. */
static int schema_read(struct reader *r, const struct yaml *root)
{
    const struct yaml *y = yaml_get(root, S("$schema"));
    if (!y || y->kind != YAML_SCALAR)
        return SCHEMA_NEWEST;
    struct str s = y->text, before = S("/schema/v"), after = S("/schema.json");
    ptrdiff_t cut = str_ends(s, after) ? s.len - after.len : 0;
    int version = cut > 5 && str_ends(str_slice(s, 0, cut - 5), before) ? schema_number(str_slice(s, cut - 5, cut)) : 0;
    r->declared = version > 0;
    if (version)
        return version;
    fault(r, y, "'$schema' names no version that is read here; write the address of " SCHEMA_FMT " to " SCHEMA_FMT " or "
          SCHEMA_FMT, SCHEMA_ARG(SCHEMA_OLDEST), SCHEMA_ARG(SCHEMA_LAST_0_5), SCHEMA_ARG(SCHEMA_NEWEST));
    return SCHEMA_NEWEST;
}

#define LAYER_BIT(name) (1u << LAYER_##name)
/* Which layers must have which identifier. */
static void identifiers_check(struct reader *r, const struct yaml *root, const struct law *law)
{
    static const struct { unsigned layers; const char *key; } rules[] = {
        {LAYER_BIT(WET) | LAYER_BIT(AMVB) | LAYER_BIT(MINISTERIELE_REGELING) | LAYER_BIT(GRONDWET), "bwb_id"},
        {LAYER_BIT(EU_VERORDENING) | LAYER_BIT(EU_RICHTLIJN), "celex_nummer"},
        {LAYER_BIT(VERDRAG), "tractatenblad_id"},
        {LAYER_BIT(GEMEENTELIJKE_VERORDENING), "gemeente_code"},
        {LAYER_BIT(PROVINCIALE_VERORDENING), "provincie_code"},
        {LAYER_BIT(WATERSCHAPS_VERORDENING), "waterschap_code"},
        {LAYER_BIT(GEMEENTELIJKE_VERORDENING) | LAYER_BIT(PROVINCIALE_VERORDENING) |
         LAYER_BIT(WATERSCHAPS_VERORDENING), "officiele_titel"},
    };
    if (get_word(root, "regulatory_layer", &words_layer) < 0)
        return;
    for (int i = 0; i < COUNT(rules); i++)
        if (rules[i].layers >> law->layer & 1u && !yaml_get(root, str_of(rules[i].key)))
            fault(r, root, "the layer %s needs '%s'; add it", law_layer_name(law->layer), rules[i].key);
}

static void dates_read(struct reader *r, const struct yaml *root, struct law *law)
{
    date_parse(get_text(root, "publication_date"), &law->published);
    law->has_valid_from = date_parse(get_text(root, "valid_from"), &law->valid_from);
    law->has_valid_to = date_parse(get_text(root, "valid_to"), &law->valid_to);
    if (law->has_valid_from && law->has_valid_to && law->valid_to < law->valid_from)
        fault(r, yaml_get(root, S("valid_to")), "'valid_to' lies before 'valid_from'; mend one of them");
}

static void head_read(struct reader *r, const struct yaml *root, struct law *law)
{
    int layer = get_word(root, "regulatory_layer", &words_layer);
    law->id = get_text(root, "$id");
    law->name = get_text(root, "name");
    law->bwb_id = get_text(root, "bwb_id");
    law->url = get_text(root, "url");
    law->gemeente_code = get_text(root, "gemeente_code");
    law->region = get_text(root, "provincie_code");
    if (!law->region.len)
        law->region = get_text(root, "waterschap_code");
    law->title = get_text(root, "officiele_titel");
    law->layer = layer < 0 ? LAYER_WET : (enum law_layer)layer;
    law->procedures = list_count(root, "procedure");
    dates_read(r, root, law);
    identifiers_check(r, root, law);
}

/* The name that people read: what '#output' says, else the title, else the id. */
static void names_resolve(struct law *law)
{
    law->name = name_resolve(law, law->name);
    if (law->name.len == 0)
        law->name = law->title.len ? law->title : law->id;
    for (struct article *article = law->articles; article; article = article->next)
        article->competent_authority = name_resolve(law, article->competent_authority);
}

/* '#output' at the root leads to an output of this law. */
static void anchors_check(struct reader *r, const struct yaml *root, const struct law *law)
{
    static const char *const keys[] = {"name", "competent_authority", "valid_from"};
    for (int i = 0; i < COUNT(keys); i++) {
        struct str s = get_text(root, keys[i]);
        if (str_starts(s, S("#")) && !law_article_of_output(law, str_slice(s, 1, s.len)))
            fault(r, yaml_get(root, str_of(keys[i])), "'%s' leads to no output of this law; mend the name",
                  show(r->f, s));
    }
}

struct law *law_read(struct arena *a, struct str file, struct str bytes, struct faults *f)
{
    struct reader r = {.a = a, .file = str_copy(a, file), .f = f};
    struct fault *before = faults_last(f);
    struct law *law = NULL;
    const struct yaml *root = yaml_read(a, file, bytes, f);
    if (root) {
        r.schema = schema_read(&r, root);
        if (shape_check(&r, root, &shape_law)) {
            law = arena_new(a, struct law, 1);
            law->file = r.file;
            law->hash = hash_of(bytes);
            law->nulls_declared = r.declared && r.schema >= SCHEMA_NULLABLE;
            head_read(&r, root, law);
            articles_read(&r, root, law);
            names_check(&r, law);
            anchors_check(&r, root, law);
            if (law->nulls_declared && faults_last(f) == before) /* on what reads well */
                kinds_check(&r, law);
            names_resolve(law);
        }
    }
    faults_sort(f, before);
    return law;
}
