/* SPDX-License-Identifier: EUPL-1.2 */
/* sidecar.c: what stands beside a law: which fact feeds which input, what a resident
 * reads, what the law allows an executor to do. Not rules and not amounts: those are law.
 * Whether the names lead somewhere is seen when the set is made (set.c).
 */
#include "law/reader.h"

LOCAL_WORDS(words_amount_period, {"year", 0}, {"month", 0});

LOCAL_KEYS(shape_bind, "a bind", NEED_TEXT("article"), NEED_FORM("input", NAME), MAY_FORM("property", NAME),
           NEED_FORM("fact", NAME));
LOCAL_KEYS(shape_phrase, "a phrase", NEED_TEXT("nl"), NEED_TEXT("en"));
LOCAL_KEYS(shape_sentence, "a sentence", NEED_TEXT("article"), NEED_FORM("output", SLUG),
           MAY("when_true", MAP, .shape = &shape_phrase), MAY("when_false", MAP, .shape = &shape_phrase),
           MAY("unknown", MAP, .shape = &shape_phrase));
LOCAL_KEYS(shape_label, "a label", NEED_FORM("name", NAME), NEED_TEXT("nl"), NEED_TEXT("en"));
LOCAL_KEYS(shape_apply, "an apply", NEED_TEXT("nl"), NEED_TEXT("en"), NEED_FORM("url", URI));
LOCAL_KEYS(shape_ceiling, "a ceiling", NEED("rung", INT, .min = 0, .max = 8), MAY_FORM("from", DATE),
           MAY_FORM("until", DATE), MAY_FORM("if", SLUG), NEED_TEXT("source"));
LOCAL_KEYS(shape_scheme, "a scheme", NEED_FORM("id", SLUG), NEED("name", MAP, .shape = &shape_phrase),
           NEED_TEXT("executor"), NEED_FORM("entitled", SLUG), MAY_FORM("amount", SLUG),
           MAY("amount_period", WORD, .words = &words_amount_period), MAY_FORM("take_up", NAME),
           MAY_FORM("joint_with", NAME),
           NEED("apply", MAP, .shape = &shape_apply), MAY("ceiling", LIST, .shape = &shape_ceiling),
           MAY("unverified", TEXTS, PLAIN));
LOCAL_KEYS(shape_sidecar, "a sidecar", MAY("bind", LIST, .shape = &shape_bind),
           MAY("sentences", LIST, .shape = &shape_sentence), MAY("labels", LIST, .shape = &shape_label),
           MAY("scheme", MAP, .shape = &shape_scheme),
           MAY("schemes", LIST, .shape = &shape_scheme));

static struct phrase phrase_read(const struct yaml *owner, const char *key)
{
    const struct yaml *y = yaml_get(owner, str_of(key));
    return (struct phrase){get_text(y, "nl"), get_text(y, "en")};
}

static void bindings_read(struct reader *r, const struct yaml *root, struct law *law)
{
    struct binding **end = &law->bindings;
    for (const struct yaml *y = get_list(root, "bind"); y; y = y->next) {
        struct str article = get_text(y, "article"), input = get_text(y, "input"), property = get_text(y, "property");
        if (input.len && law_property(law, article, input, property))
            fault(r, y, "input '%s' of article %s is bound twice%s%s; keep one", show(r->f, input), show(r->f, article),
                  property.len ? ", by its property " : "", show(r->f, property));
        struct binding *binding = arena_new(r->a, struct binding, 1);
        *binding = (struct binding){.article = article, .input = input, .fact = get_text(y, "fact"),
                                    .property = property,
                                    .line = y->line, .column = y->column};
        *end = binding;
        end = &binding->next;
    }
}

static void sentences_read(struct reader *r, const struct yaml *root, struct law *law)
{
    struct sentence **end = &law->sentences;
    for (const struct yaml *y = get_list(root, "sentences"); y; y = y->next) {
        struct str article = get_text(y, "article"), output = get_text(y, "output");
        if (output.len && law_sentence(law, article, output))
            fault(r, y, "output '%s' of article %s has two sentences; keep one",
                  show(r->f, output), show(r->f, article));
        if (!yaml_get(y, S("when_true")) && !yaml_get(y, S("when_false")) && !yaml_get(y, S("unknown")))
            fault(r, y, "a sentence that says nothing; add when_true, when_false or unknown");
        struct sentence *sentence = arena_new(r->a, struct sentence, 1);
        *sentence = (struct sentence){
            .article = article, .output = output, .when_true = phrase_read(y, "when_true"),
            .when_false = phrase_read(y, "when_false"), .unknown = phrase_read(y, "unknown"),
            .line = y->line, .column = y->column};
        *end = sentence;
        end = &sentence->next;
    }
}

static void labels_read(struct reader *r, const struct yaml *root, struct law *law)
{
    struct label **end = &law->labels;
    for (const struct yaml *y = get_list(root, "labels"); y; y = y->next) {
        struct str name = get_text(y, "name");
        if (name.len && law_label(law, name).nl.len)
            fault(r, y, "'%s' has two labels; keep one", show(r->f, name));
        struct label *label = arena_new(r->a, struct label, 1);
        *label = (struct label){.name = name, .words = {get_text(y, "nl"), get_text(y, "en")}, .line = y->line, .column = y->column};
        *end = label;
        end = &label->next;
    }
}

/* What a law that is not in force yet would make of the ceiling: nobody knows from when. */
static struct ceiling *waiting_read(struct reader *r, const struct yaml *scheme)
{
    struct ceiling *first = NULL, **end = &first;
    for (const struct yaml *y = get_list(scheme, "ceiling"); y; y = y->next) {
        if (!yaml_get(y, S("if")))
            continue;
        if (yaml_get(y, S("from")) || yaml_get(y, S("until")))
            fault(r, y, "a ceiling that waits for a law has no dates yet; remove 'if', or 'from' and 'until'");
        for (const struct ceiling *other = first; other; other = other->next)
            if (str_eq(other->waits_for, get_text(y, "if")))
                fault(r, y, "two ceilings wait for '%s'; keep one", show(r->f, other->waits_for));
        *end = arena_new(r->a, struct ceiling, 1);
        **end = (struct ceiling){.rung = (int)get_int(y, "rung", 0), .from = INT32_MAX, .until = INT32_MIN,
                                 .waits_for = get_text(y, "if"), .source = get_text(y, "source")};
        end = &(*end)->next;
    }
    return first;
}

/* Periods of the ceiling exclude each other, so that one date has one ceiling. */
static struct ceiling *ceilings_read(struct reader *r, const struct yaml *scheme)
{
    struct ceiling *first = NULL, **end = &first;
    for (const struct yaml *y = get_list(scheme, "ceiling"); y; y = y->next) {
        if (yaml_get(y, S("if")))
            continue;
        if (!yaml_get(y, S("from")))
            fault(r, y, "a ceiling without a start; add 'from', or 'if' with the law that it waits for");
        struct ceiling *ceiling = arena_new(r->a, struct ceiling, 1);
        ceiling->rung = (int)get_int(y, "rung", 0);
        ceiling->source = get_text(y, "source");
        ceiling->until = INT32_MAX;
        if (!date_parse(get_text(y, "from"), &ceiling->from))
            continue;
        date_parse(get_text(y, "until"), &ceiling->until);
        if (ceiling->until < ceiling->from)
            fault(r, y, "'until' lies before 'from'; mend one of them");
        for (const struct ceiling *other = first; other; other = other->next)
            if (ceiling->from <= other->until && other->from <= ceiling->until) {
                fault(r, y, "the period of this ceiling overlaps an earlier one; end the earlier one with 'until'");
                break;
            }
        *end = ceiling;
        end = &ceiling->next;
    }
    return first;
}

static struct note *notes_read(struct reader *r, const struct yaml *scheme, const char *key)
{
    struct note *first = NULL, **end = &first;
    for (const struct yaml *y = get_list(scheme, key); y; y = y->next) {
        if (y->kind != YAML_SCALAR)
            continue;
        *end = arena_new(r->a, struct note, 1);
        (*end)->text = y->text;
        end = &(*end)->next;
    }
    return first;
}

static struct scheme *scheme_read(struct reader *r, const struct yaml *y, struct law *law)
{
    if (!yaml_get(y, S("amount")) != !yaml_get(y, S("amount_period")))
        fault(r, y, "'amount' and 'amount_period' go together; add the other");
    struct scheme *scheme = arena_new(r->a, struct scheme, 1);
    *scheme = (struct scheme){
        .id = get_text(y, "id"), .executor = get_text(y, "executor"), .entitled = get_text(y, "entitled"),
        .amount = get_text(y, "amount"), .take_up = get_text(y, "take_up"),
        .joint_with = get_text(y, "joint_with"),
        .url = get_text(yaml_get(y, S("apply")), "url"), .name = phrase_read(y, "name"),
        .apply = phrase_read(y, "apply"), .monthly = str_eq(get_text(y, "amount_period"), S("month")),
        .ceilings = ceilings_read(r, y), .waiting = waiting_read(r, y), .unverified = notes_read(r, y, "unverified"), .law = law,
        .line = y->line, .column = y->column};
    return scheme;
}

/* One law may grant several things: `scheme` is the only one, `schemes` are a list. */
static void schemes_read(struct reader *r, const struct yaml *root, struct law *law)
{
    const struct yaml *one = yaml_get(root, S("scheme"));
    struct scheme **end = &law->scheme;
    if (one && yaml_get(root, S("schemes")))
        fault(r, one, "'scheme' and 'schemes' both; put this one into the list");
    if (one && one->kind == YAML_MAP) {
        *end = scheme_read(r, one, law);
        end = &(*end)->next;
    }
    for (const struct yaml *y = get_list(root, "schemes"); y; y = y->next) {
        if (y->kind != YAML_MAP)
            continue;
        *end = scheme_read(r, y, law);
        end = &(*end)->next;
    }
}

void law_read_sidecar(struct arena *a, struct law *law, struct str file, struct str bytes, struct faults *f)
{
    struct reader r = {.a = a, .file = str_copy(a, file), .f = f, .schema = SCHEMA_NEWEST};
    struct fault *before = faults_last(f);
    const struct yaml *root = yaml_read(a, file, bytes, f);
    law->sidecar_file = r.file;
    law->sidecar_hash = hash_of(bytes);
    if (root && shape_check(&r, root, &shape_sidecar)) {
        bindings_read(&r, root, law);
        sentences_read(&r, root, law);
        labels_read(&r, root, law);
        schemes_read(&r, root, law);
    }
    faults_sort(f, before);
}
