/* SPDX-License-Identifier: EUPL-1.2 */
/* facts.c: the dictionary of what can be known about a resident: type, believable range,
 * holder, ground, sensitivity and cost. Not the facts of anybody: those are table/.
 */
#include "law/reader.h"

/* In the order of enum fact_type. */
LOCAL_WORDS(words_fact_type, {"boolean", 0}, {"amount", 0}, {"number", 0}, {"date", 0}, {"text", 0}, {"person", 0},
            {"people", 0});
/* In the order of enum synthetic. */
LOCAL_WORDS(words_synthetic, {"nobody", 0}, {"everybody", 0}, {"adults", 0}, {"minors", 0}, {"under_13", 0},
            {"under_27", 0}, {"at_home", 0}, {"couples", 0}, {"first_parents", 0}, {"parents_taking", 0},
            {"tenants", 0}, {"tenants_taking", 0}, {"taking", 0}, {"working", 0}, {"students", 0}, {"pensioners", 0},
            {"assistance", 0}, {"insured_benefit", 0});
LOCAL_KEYS(shape_synthetic, "a share of synthetic people", NEED("who", WORD, .words = &words_synthetic),
           NEED("per_ten_thousand", INT, .min = 0, .max = 10000));
LOCAL_KEYS(shape_label, "a label", NEED_TEXT("nl"), NEED_TEXT("en"));
LOCAL_KEYS(shape_fact, "a fact", NEED_FORM("name", NAME), NEED("type", WORD, .words = &words_fact_type),
           MAY("min", INT, .min = -LIMIT_CENTS, .max = LIMIT_CENTS),
           MAY("max", INT, .min = -LIMIT_CENTS, .max = LIMIT_CENTS), NEED_TEXT("source"), NEED_TEXT("ground"),
           NEED("sensitivity", INT, .min = 1, .max = 5), NEED("cost", INT, .min = 1, .max = 5),
           MAY("municipality", BOOL, PLAIN), MAY_FORM("each", NAME), MAY("each_label", MAP, .shape = &shape_label),
           MAY("synthetic", MAP, .shape = &shape_synthetic), NEED("label", MAP, .shape = &shape_label));
LOCAL_KEYS(shape_coming, "a law that is not in force yet", NEED_FORM("id", SLUG), NEED("name", MAP, .shape = &shape_label),
           NEED("state", MAP, .shape = &shape_label), NEED("changes", MAP, .shape = &shape_label), NEED_TEXT("source"));
LOCAL_KEYS(shape_facts, "a dictionary of facts", NEED("facts", LIST, .shape = &shape_fact),
           MAY("coming", LIST, .shape = &shape_coming));

static void range_read(struct reader *r, const struct yaml *y, struct fact *fact)
{
    bool counted = fact->type == FACT_AMOUNT || fact->type == FACT_NUMBER;
    const struct yaml *min = yaml_get(y, S("min")), *max = yaml_get(y, S("max"));
    if (!counted && (min || max)) {
        fault_key(r, min ? min : max, "a range on a fact that is no amount or number; remove it");
        return;
    }
    if (!counted)
        return;
    int64_t most = fact->type == FACT_AMOUNT ? LIMIT_FACT_CENTS : LIMIT_FACT_NUMBER;
    fact->min = get_int(y, "min", fact->type == FACT_AMOUNT ? -most : 0);
    fact->max = get_int(y, "max", most);
    if (fact->min > fact->max)
        fault(r, y, "the least value (%lld) is above the most (%lld); mend 'min' or 'max'", (long long)fact->min,
              (long long)fact->max);
}

static struct fact *fact_read(struct reader *r, const struct yaml *y, int index)
{
    struct fact *fact = arena_new(r->a, struct fact, 1);
    int type = get_word(y, "type", &words_fact_type);
    const struct yaml *label = yaml_get(y, S("label"));
    *fact = (struct fact){
        .name = get_text(y, "name"), .source = get_text(y, "source"), .ground = get_text(y, "ground"),
        .type = type < 0 ? FACT_TEXT : (enum fact_type)type,
        .sensitivity = (int)get_int(y, "sensitivity", 5), .cost = (int)get_int(y, "cost", 5),
        .label = {get_text(label, "nl"), get_text(label, "en")}, .index = index,
        .line = y->line, .column = y->column};
    if (type >= 0)
        range_read(r, y, fact);
    return fact;
}

/* Only a list has persons, and a word is that of one list. `partner` is taken: by the partner. */
static void each_read(struct reader *r, const struct yaml *y, struct fact *fact, const struct facts *facts)
{
    const struct yaml *key = yaml_get(y, S("each")), *label = yaml_get(y, S("each_label"));
    if (label && fact->type != FACT_PEOPLE)
        fault_key(r, label, "only a list of persons has a label of each; make '%s' one (type: people), or remove the key",
                  show(r->f, fact->name));
    fact->each_label = (struct phrase){get_text(label, "nl"), get_text(label, "en")};
    const struct fact *other = key ? facts_each(facts, get_text(y, "each")) : NULL;
    if (!key)
        return;
    fact->each = get_text(y, "each");
    if (fact->type != FACT_PEOPLE)
        fault_key(r, key, "only a list of persons has each of them; make '%s' one (type: people), or remove the key",
                  show(r->f, fact->name));
    else if (other || str_eq(fact->each, S("partner")))
        fault_key(r, key, "each '%s' is of '%s' already; take another word", show(r->f, fact->each),
                  show(r->f, other ? other->name : fact->each));
}

static void synthetic_read(struct reader *r, const struct yaml *y, struct fact *fact)
{
    const struct yaml *share = yaml_get(y, S("synthetic"));
    int who = share ? get_word(share, "who", &words_synthetic) : -1;
    if (share && fact->type != FACT_BOOLEAN)
        fault_key(r, share, "a share of people for whom '%s' is true, and it is no yes or no; remove the key", show(r->f, fact->name));
    fact->has_synthetic = who >= 0;
    fact->synthetic = who < 0 ? SYNTHETIC_NOBODY : (enum synthetic)who;
    fact->per_ten_thousand = (int)get_int(share, "per_ten_thousand", 0);
}

/* At most one fact says where somebody lives, and it is a text. */
static void municipality_read(struct reader *r, const struct yaml *y, const struct fact *fact, struct facts *facts)
{
    if (!get_bool(y, "municipality", false))
        return;
    if (fact->type != FACT_TEXT)
        fault_key(r, yaml_get(y, S("municipality")), "a municipality is a text (GM0384); make '%s' one, or mark another",
                  show(r->f, fact->name));
    else if (facts->municipality)
        fault_key(r, yaml_get(y, S("municipality")), "'%s' says where somebody lives too; keep one",
                  show(r->f, facts->municipality->name));
    else
        facts->municipality = fact;
}

static void facts_build(struct reader *r, const struct yaml *root, struct facts *facts)
{
    struct fact **end = &facts->first;
    struct str_map names = str_map_open(r->a, 64);
    for (const struct yaml *y = get_list(root, "facts"); y; y = y->next) {
        struct fact *fact = fact_read(r, y, facts->count);
        bool found;
        municipality_read(r, y, fact, facts);
        each_read(r, y, fact, facts);
        synthetic_read(r, y, fact);
        int64_t *line = str_map_put(&names, fact->name, &found);
        if (found && fact->name.len)
            fault(r, y, "the fact '%s' stands at line %lld too; keep one", show(r->f, fact->name),
                  (long long)*line);
        *line = y->line;
        *end = fact;
        end = &fact->next;
        facts->count++;
    }
    if (facts->count > LIMIT_COLUMNS)
        fault(r, root, "%d facts and %d is the most; drop what no law or letter uses", facts->count, LIMIT_COLUMNS);
}

static struct phrase words_of(const struct yaml *owner, const char *key)
{
    const struct yaml *y = yaml_get(owner, str_of(key));
    return (struct phrase){get_text(y, "nl"), get_text(y, "en")};
}

static void coming_read(struct reader *r, const struct yaml *root, struct facts *facts)
{
    struct coming **end = &facts->coming;
    for (const struct yaml *y = get_list(root, "coming"); y; y = y->next) {
        if (facts_coming(facts, get_text(y, "id")))
            fault(r, y, "the coming law '%s' stands there twice; keep one", show(r->f, get_text(y, "id")));
        *end = arena_new(r->a, struct coming, 1);
        **end = (struct coming){.id = get_text(y, "id"), .source = get_text(y, "source"), .name = words_of(y, "name"),
                                .state = words_of(y, "state"), .changes = words_of(y, "changes"),
                                .line = y->line, .column = y->column};
        end = &(*end)->next;
    }
}

struct facts facts_read(struct arena *a, struct str file, struct str bytes, struct faults *f)
{
    struct reader r = {.a = a, .file = str_copy(a, file), .f = f, .schema = SCHEMA_NEWEST};
    struct facts facts = {.hash = hash_of(bytes)};
    struct fault *before = faults_last(f);
    const struct yaml *root = yaml_read(a, file, bytes, f);
    if (root && shape_check(&r, root, &shape_facts)) {
        facts_build(&r, root, &facts);
        coming_read(&r, root, &facts);
    }
    faults_sort(f, before);
    return facts;
}

const struct fact *facts_find(const struct facts *facts, struct str name)
{
    for (const struct fact *fact = facts->first; fact; fact = fact->next)
        if (str_eq(fact->name, name))
            return fact;
    return NULL;
}

const struct fact *facts_each(const struct facts *facts, struct str word)
{
    for (const struct fact *fact = facts->first; fact; fact = fact->next)
        if (fact->each.len && str_eq(fact->each, word))
            return fact;
    return NULL;
}

const struct coming *facts_coming(const struct facts *facts, struct str id)
{
    for (const struct coming *coming = facts->coming; coming; coming = coming->next)
        if (str_eq(coming->id, id))
            return coming;
    return NULL;
}

enum ground fact_ground(const struct fact *fact)
{
    static const struct { enum ground ground; const char *words; } says[] = {
        {GROUND_NONE, "een wettelijke grond gevonden"},    /* geen, Geen */
        {GROUND_NONE, "een grond gevonden"},
        {GROUND_UNCHECKED, "niet nagezien"},
        {GROUND_WEIGH, "een eigen afweging"},
    };
    for (int i = 0; i < COUNT(says); i++)
        if (str_find(fact->ground, str_of(says[i].words)) >= 0)
            return says[i].ground;
    return GROUND_NAMED;
}
