/* SPDX-License-Identifier: EUPL-1.2 */
/* policy.c: bytes -> struct policy, strictly: every member known, present and in range, or a
 * refusal with its path. Not the signature's check (sign.c), not the words (words.c).
 */
#include "method/method.h"

#include <stdio.h>
#include <string.h>

/* The first refusal counts; after it every getter is silent and yields nothing. */
struct reader {
    struct arena *a;
    const char *file;
    struct err *e;
    bool ok;
};

struct place {                       /* an object of the file and the path to it */
    const struct json *object;
    struct str path;
};

static void refuse(struct reader *r, struct str path, const char *name, const char *format, ...) PRINTF(4, 5);
static void refuse(struct reader *r, struct str path, const char *name, const char *format, ...)
{
    if (!r->ok)
        return;
    char text[LIMIT_ERR_TEXT / 2];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    const char *dot = path.len && *name ? "." : "";
    r->ok = fail_at(r->e, ERR_POLICY, r->file, 0, 0, STR_FMT "%s%s: %s", STR_ARG(path), dot, name, text);
}

/* What a stranger wrote, fit for one line of a message. */
static char *shown(struct arena *a, struct str text)
{
    char *at = str_z(a, str_slice(text, 0, text.len < LIMIT_POLICY_CODE ? text.len : LIMIT_POLICY_CODE));
    for (char *c = at; *c; c++)
        if ((unsigned char)*c < ' ' || (unsigned char)*c >= 0x7f)
            *c = '?';
    return at;
}

/* ---- members --------------------------------------------------------------------------- */

static bool is_named(const char *const *names, int count, struct str name)
{
    for (int i = 0; i < count; i++)
        if (str_eq(str_of(names[i]), name))
            return true;
    return false;
}

/* Exactly these members: the first `needed` must be there, the others may. */
static void members(struct reader *r, struct place at, const char *const *names, int needed, int count)
{
    for (const struct json *m = at.object->first; m; m = m->next)
        if (!is_named(names, count, m->key))
            refuse(r, at.path, shown(r->a, m->key), "is not known here; correct the name or leave it out");
    for (int i = 0; i < needed; i++)
        if (!js_get(at.object, str_of(names[i])))
            refuse(r, at.path, names[i], "is missing; add it");
}

static const struct json *member(struct reader *r, struct place at, const char *name, enum js_kind kind)
{
    static const char *const kinds[] = {"null", "true or false", "a whole number", "a text", "a list", "an object"};
    const struct json *j = js_get(at.object, str_of(name));
    if (!j)
        refuse(r, at.path, name, "is missing; add it");
    else if (j->kind != kind)
        refuse(r, at.path, name, "must be %s", kinds[kind]);
    return r->ok ? j : NULL;
}

static struct str path_of(struct reader *r, struct str path, const char *name)
{
    return str_format(r->a, STR_FMT "%s%s", STR_ARG(path), path.len ? "." : "", name);
}

/* An object inside `at`, with exactly the members that are named. */
#define OBJECT(r, at, name, ...)                                                   \
    object((r), (at), (name), (const char *const[]){__VA_ARGS__},                  \
           (int)(sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *)))
static struct place object(struct reader *r, struct place at, const char *name, const char *const *names, int count)
{
    struct place in = {member(r, at, name, JS_OBJECT), path_of(r, at.path, name)};
    if (in.object)
        members(r, in, names, count, count);
    return in;
}

/* ---- values ---------------------------------------------------------------------------- */

static struct str text_max(struct reader *r, struct place at, const char *name, int max)
{
    const struct json *j = member(r, at, name, JS_TEXT);
    if (!j)
        return S("");
    if (j->text.len == 0 || str_trim(j->text).len != j->text.len)
        refuse(r, at.path, name, "must not be empty, nor begin or end with a blank");
    if (j->text.len > max)
        refuse(r, at.path, name, "is longer than %d bytes; shorten it", max);
    for (ptrdiff_t i = 0; i < j->text.len; i++)
        if ((unsigned char)j->text.at[i] < ' ' || j->text.at[i] == 0x7f)
            refuse(r, at.path, name, "holds a control character; keep it on one line");
    return r->ok ? j->text : S("");
}

static struct str sentence(struct reader *r, struct place at, const char *name)
{
    return text_max(r, at, name, LIMIT_POLICY_TEXT);
}

static struct str short_text(struct reader *r, struct place at, const char *name)
{
    return text_max(r, at, name, LIMIT_POLICY_NAME);
}

/* A name for machines: small letters, digits, _ and -. */
static bool is_code(struct str text)
{
    for (ptrdiff_t i = 0; i < text.len; i++) {
        char c = text.at[i];
        if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-'))
            return false;
    }
    return text.len <= LIMIT_POLICY_CODE;
}

static struct str code(struct reader *r, struct place at, const char *name)
{
    struct str text = text_max(r, at, name, LIMIT_POLICY_CODE);
    if (!is_code(text))
        refuse(r, at.path, name, "may hold only small letters, digits, _ and -");
    return text;
}

static int64_t number(struct reader *r, struct place at, const char *name, int64_t min, int64_t max)
{
    const struct json *j = member(r, at, name, JS_INT);
    if (!j)
        return min;
    if (j->number < min || j->number > max)
        refuse(r, at.path, name, "is %lld; it must lie between %lld and %lld", (long long)j->number, (long long)min,
               (long long)max);
    return j->number;
}

static int number_int(struct reader *r, struct place at, const char *name, int min, int max)
{
    return (int)number(r, at, name, min, max);
}

static int32_t date(struct reader *r, struct place at, const char *name)
{
    int32_t day = 0;
    const struct json *j = member(r, at, name, JS_TEXT);
    if (j && !date_parse(j->text, &day))
        refuse(r, at.path, name, "is no date; write it as YYYY-MM-DD");
    return day;
}

/* One of two words: whether it is the first. */
static bool is_first(struct reader *r, struct place at, const char *name, const char *first, const char *second)
{
    const struct json *j = member(r, at, name, JS_TEXT);
    if (!j)
        return false;
    bool is = str_eq(j->text, str_of(first));
    if (!is && !str_eq(j->text, str_of(second)))
        refuse(r, at.path, name, "must be \"%s\" or \"%s\"", first, second);
    return is;
}

/* The only word that is possible so far. */
static struct str only_word(struct reader *r, struct place at, const char *name, const char *word)
{
    const struct json *j = member(r, at, name, JS_TEXT);
    if (j && !str_eq(j->text, str_of(word)))
        refuse(r, at.path, name, "must be \"%s\"; nothing else is possible yet", word);
    return str_of(word);
}

static struct str hex(struct reader *r, struct place at, const char *name, void *bytes, int count)
{
    const struct json *j = member(r, at, name, JS_TEXT);
    if (!j)
        return S("");
    bool lower = true;
    for (ptrdiff_t i = 0; i < j->text.len; i++)
        lower &= !(j->text.at[i] >= 'A' && j->text.at[i] <= 'F');
    if (!lower || !hex_parse(j->text, bytes, count))
        refuse(r, at.path, name, "must be %d digits 0-9 and a-f", count * 2);
    return j->text;
}

static struct str hash_text(struct reader *r, struct place at, const char *name)
{
    struct hash h;
    return hex(r, at, name, h.at, sizeof h.at);
}

/* ---- lists ----------------------------------------------------------------------------- */

static const struct json *list(struct reader *r, struct place at, const char *name, int min)
{
    const struct json *j = member(r, at, name, JS_LIST);
    if (j && (j->count < min || j->count > LIMIT_POLICY_ITEMS))
        refuse(r, at.path, name, "has %d items; it must have %d to %d", j->count, min, LIMIT_POLICY_ITEMS);
    return r->ok ? j->first : NULL;
}

static struct place item(struct reader *r, struct place at, const char *name, int i, const struct json *j)
{
    struct place in = {j, str_format(r->a, STR_FMT ".%s[%d]", STR_ARG(at.path), name, i)};
    if (j->kind != JS_OBJECT)
        refuse(r, in.path, "", "must be an object");
    return in;
}

static struct policy_scheme *read_scheme(struct reader *r, struct place at, const struct policy_scheme *before)
{
    static const char *const names[] = {"scheme", "rung", "certainty_min", "amount_min", "timing", "settled_fact"};
    struct policy_scheme *s = arena_new(r->a, struct policy_scheme, 1);
    members(r, at, names, COUNT(names) - 1, COUNT(names));
    s->scheme = code(r, at, "scheme");
    s->rung = number_int(r, at, "rung", 0, 8);
    only_word(r, at, "certainty_min", "certain");
    s->certain_only = true;
    s->amount_min_cents = number(r, at, "amount_min", 0, LIMIT_CENTS);
    s->settled_only = is_first(r, at, "timing", "settled", "estimated");
    if (s->settled_only)
        s->settled_fact = code(r, at, "settled_fact");
    else if (js_get(at.object, S("settled_fact")))
        refuse(r, at.path, "settled_fact", "means nothing when timing is \"estimated\"; leave it out");
    for (; before; before = before->next)
        if (str_eq(before->scheme, s->scheme))
            refuse(r, at.path, "scheme", "stands in the list twice; keep one");
    return s;
}

static void read_schemes(struct reader *r, struct place at, struct policy *p)
{
    struct policy_scheme **last = &p->schemes;
    int i = 0;
    for (const struct json *j = list(r, at, "schemes", 1); j && r->ok; j = j->next) {
        struct place in = item(r, at, "schemes", i++, j);
        if (!r->ok)
            return;
        *last = read_scheme(r, in, p->schemes);
        last = &(*last)->next;
    }
}

static struct policy_fact *read_fact(struct reader *r, struct place at, const struct policy_fact *before)
{
    static const char *const names[] = {"fact", "source", "ground", "max_age"};
    struct policy_fact *f = arena_new(r->a, struct policy_fact, 1);
    members(r, at, names, COUNT(names), COUNT(names));
    f->fact = code(r, at, "fact");
    f->source = short_text(r, at, "source");
    f->ground = sentence(r, at, "ground");
    f->max_age_days = number_int(r, at, "max_age", 1, 36600);
    for (; before; before = before->next)
        if (str_eq(before->fact, f->fact))
            refuse(r, at.path, "fact", "stands in the list twice; keep one");
    return f;
}

static void read_facts(struct reader *r, struct place at, struct policy *p)
{
    struct policy_fact **last = &p->facts;
    int i = 0;
    for (const struct json *j = list(r, at, "facts", 1); j && r->ok; j = j->next) {
        struct place in = item(r, at, "facts", i++, j);
        if (!r->ok)
            return;
        *last = read_fact(r, in, p->facts);
        last = &(*last)->next;
    }
}

static struct policy_exclusion *read_exclusion(struct reader *r, struct place at,
                                               const struct policy_exclusion *before)
{
    static const char *const names[] = {"fact", "treatment", "when", "why"};
    struct policy_exclusion *x = arena_new(r->a, struct policy_exclusion, 1);
    members(r, at, names, COUNT(names), COUNT(names));
    x->fact = code(r, at, "fact");
    x->treatment = is_first(r, at, "treatment", "exclude", "human") ? TREAT_EXCLUDE : TREAT_HUMAN;
    x->also_unknown = is_first(r, at, "when", "true_or_unknown", "true");
    struct place why = OBJECT(r, at, "why", "nl", "en");
    x->why.nl = sentence(r, why, "nl");
    x->why.en = sentence(r, why, "en");
    for (; before; before = before->next)
        if (str_eq(before->fact, x->fact))
            refuse(r, at.path, "fact", "stands in the list twice; keep one");
    return x;
}

static void read_exclusions(struct reader *r, struct place at, struct policy *p)
{
    struct policy_exclusion **last = &p->exclusions;
    int i = 0;
    for (const struct json *j = list(r, at, "exclude", 0); j && r->ok; j = j->next) {
        struct place in = item(r, at, "exclude", i++, j);
        if (!r->ok)
            return;
        *last = read_exclusion(r, in, p->exclusions);
        last = &(*last)->next;
    }
}

/* ---- the other members ------------------------------------------------------------------- */

static void read_force(struct reader *r, struct place at, struct policy *p)
{
    struct place in = OBJECT(r, at, "in_force", "from", "until");
    p->from = date(r, in, "from");
    p->until = date(r, in, "until");
    if (p->until < p->from)
        refuse(r, in.path, "until", "lies before from");
    if ((int64_t)p->until - p->from >= LIMIT_POLICY_DAYS)
        refuse(r, in.path, "until", "lies more than three years after from; decide again by then");
}

static void read_limits(struct reader *r, struct place at, struct policy *p)
{
    struct place in = OBJECT(r, at, "search", "ratio_max");
    p->search_ratio_max = number(r, in, "ratio_max", 0, LIMIT_RESIDENTS);
    in = OBJECT(r, at, "contact", "channel", "per_year_max", "quiet_days");
    p->channel = only_word(r, in, "channel", "print");
    p->contacts_per_year_max = number_int(r, in, "per_year_max", 1, 52);
    p->quiet_days = number_int(r, in, "quiet_days", 0, 3660);
    in = OBJECT(r, at, "stigma", "k_min", "fact", "chars");
    p->k_min = number_int(r, in, "k_min", 1, 100000);
    p->k_fact = code(r, in, "fact");
    p->k_chars = number_int(r, in, "chars", 1, LIMIT_POLICY_CODE);
    in = OBJECT(r, at, "review", "sample_per_mille");
    p->sample_per_mille = number_int(r, in, "sample_per_mille", 0, 1000);
    in = OBJECT(r, at, "phase_in", "control_per_mille", "seed");
    p->control_per_mille = number_int(r, in, "control_per_mille", 0, 1000);
    p->seed = (uint64_t)number(r, in, "seed", 0, INT64_MAX);
    in = OBJECT(r, at, "budget", "letters_max");
    p->letters_max = number(r, in, "letters_max", 0, LIMIT_RESIDENTS);
}

static void read_duties(struct reader *r, struct place at, struct policy *p)
{
    struct place in = OBJECT(r, at, "retention", "selected_days", "not_selected_days");
    p->keep_selected_days = number_int(r, in, "selected_days", 1, 3660);
    p->keep_not_selected_days = number_int(r, in, "not_selected_days", 0, 3660);
    if (p->keep_not_selected_days > p->keep_selected_days) /* L6 */
        refuse(r, in.path, "not_selected_days", "is longer than selected_days; who is not selected is kept shorter");
    in = OBJECT(r, at, "assessed", "dpia_hash", "iama_hash");
    p->dpia_hash = hash_text(r, in, "dpia_hash");
    p->iama_hash = hash_text(r, in, "iama_hash");
    in = OBJECT(r, at, "decided", "decision_hash", "by", "mandate");
    p->decision_hash = hash_text(r, in, "decision_hash");
    p->decided_by = short_text(r, in, "by");
    p->mandate = short_text(r, in, "mandate");
}

/* A rule may only look at what the policy allows to be read (L4). */
static void needs_fact(struct reader *r, const struct policy *p, struct str fact, const char *where)
{
    if (r->ok && !policy_fact_find(p, fact))
        refuse(r, S("policy"), where, "the fact '%s' is not in policy.facts; add it there with its source and ground",
               shown(r->a, fact));
}

static void check_needs(struct reader *r, const struct policy *p)
{
    for (const struct policy_scheme *s = p->schemes; s; s = s->next)
        if (s->settled_only)
            needs_fact(r, p, s->settled_fact, "schemes");
    for (const struct policy_exclusion *x = p->exclusions; x; x = x->next)
        needs_fact(r, p, x->fact, "exclude");
    if (p->k_min > 1)
        needs_fact(r, p, p->k_fact, "stigma");
}

static void read_signature(struct reader *r, struct place root, struct policy *p)
{
    if (!js_get(root.object, S("signature")))
        return;
    struct place in = OBJECT(r, root, "signature", "algorithm", "key", "by", "value");
    only_word(r, in, "algorithm", "ed25519");
    hex(r, in, "key", p->signed_key.at, sizeof p->signed_key.at);
    p->signed_by = short_text(r, in, "by");
    hex(r, in, "value", p->signature.at, sizeof p->signature.at);
    p->is_signed = true;
}

static struct str text_code(struct reader *r, struct str path, const struct json *j)
{
    bool fits = j->kind == JS_TEXT && j->text.len && is_code(j->text);
    if (!fits)
        refuse(r, path, "conditions", "holds the ids of measures only: small letters, digits, _ and -");
    return fits ? j->text : S("");
}

/* The one member that may be left out: then there is nothing to wait for. */
static void read_conditions(struct reader *r, struct place at, struct policy *p)
{
    struct names **end = &p->conditions;
    if (!r->ok || !js_get(at.object, S("conditions")))
        return;
    for (const struct json *j = list(r, at, "conditions", 0); j && r->ok; j = j->next) {
        struct str id = text_code(r, at.path, j);
        for (const struct names *n = p->conditions; n; n = n->next)
            if (str_eq(n->id, id))
                refuse(r, at.path, "conditions", "names '%s' twice; keep one", shown(r->a, id));
        *end = arena_new(r->a, struct names, 1);
        (*end)->id = id;
        end = &(*end)->next;
    }
}

static void read_policy(struct reader *r, struct place root, struct policy *p)
{
    static const char *const names[] = {"id", "title", "organisation", "purpose", "purpose_text", "in_force", "schemes", "facts",
                                        "search", "exclude", "contact", "stigma", "review", "phase_in", "budget", "retention",
                                        "assessed", "decided", "publication", "conditions"};
    const struct json *object = member(r, root, "policy", JS_OBJECT);
    struct place at = {object ? object : js_object(r->a), S("policy")};
    if (object)
        members(r, at, names, COUNT(names) - 1, COUNT(names));
    p->id = code(r, at, "id");
    p->title = short_text(r, at, "title");
    p->organisation = short_text(r, at, "organisation");
    p->purpose = code(r, at, "purpose");
    p->purpose_text = sentence(r, at, "purpose_text");
    read_force(r, at, p);
    read_schemes(r, at, p);
    read_facts(r, at, p);
    read_exclusions(r, at, p);
    read_limits(r, at, p);
    read_duties(r, at, p);
    p->publication = sentence(r, at, "publication");
    read_conditions(r, at, p);
    check_needs(r, p);
}

static bool freeze(struct arena *a, const struct json *policy, struct policy *p, struct err *e)
{
    struct buf canonical = buf_open(a, LIMIT_BUF);
    js_canonical(policy, &canonical);
    if (canonical.over)
        return fail(e, ERR_LIMIT, "the policy's canonical form is too large; shorten it");
    p->canonical = buf_str(&canonical);
    p->hash = hash_of(p->canonical);
    return true;
}

bool policy_read(struct arena *a, struct str file, struct str bytes, struct policy **out, struct err *e)
{
    static const char *const names[] = {"policy", "signature"};
    struct json *root;
    if (!js_read(a, file, bytes, &root, e))
        return false;
    struct reader r = {a, str_z(a, file), e, true};
    if (root->kind != JS_OBJECT)
        return fail_at(e, ERR_POLICY, r.file, 0, 0, "a policy file is one object {\"policy\": …, \"signature\": …}");
    struct place top = {root, S("")};
    struct policy *p = arena_new(a, struct policy, 1);
    members(&r, top, names, 1, COUNT(names));
    read_policy(&r, top, p);
    read_signature(&r, top, p);
    if (!r.ok || !freeze(a, js_get(root, S("policy")), p, e))
        return false;
    *out = p;
    return true;
}

const struct policy_scheme *policy_scheme_find(const struct policy *p, struct str scheme)
{
    for (const struct policy_scheme *s = p->schemes; s; s = s->next)
        if (str_eq(s->scheme, scheme))
            return s;
    return NULL;
}

const struct policy_fact *policy_fact_find(const struct policy *p, struct str fact)
{
    for (const struct policy_fact *f = p->facts; f; f = f->next)
        if (str_eq(f->fact, fact))
            return f;
    return NULL;
}
