/* SPDX-License-Identifier: EUPL-1.2 */
/* dials.c: turning the dials of dials.def in a variant of a policy, and the settings of each. Not what they do. */
#include "evidence/evidence.h"

static const struct {
    const char *name, *field, *settings, *metrics;
    enum dial_kind kind;
    int64_t min, max;
    struct phrase words;
} dials[] = {
#define WORDS(text) {(text), (ptrdiff_t)sizeof(text) - 1}
#define DIAL(code, name, field, kind, min, max, settings, metrics, nl, en) \
    {name, field, settings, metrics, kind, min, max, {WORDS(nl), WORDS(en)}},
#include "evidence/dials.def"
#undef DIAL
};

const char *dial_name(enum dial d)
{
    assert(d < DIAL_COUNT);
    return dials[d].name;
}

const char *dial_field(enum dial d)
{
    assert(d < DIAL_COUNT);
    return dials[d].field;
}

const char *dial_metrics(enum dial d)
{
    assert(d < DIAL_COUNT);
    return dials[d].metrics;
}

struct phrase dial_words(enum dial d)
{
    assert(d < DIAL_COUNT);
    return dials[d].words;
}

/* ---- which -------------------------------------------------------------------------------------------- */

struct turn { enum dial dial; struct str name; struct policy_exclusion *exclusion; };

static bool unknown_dial(struct str name, struct err *e)
{
    char list[LIMIT_ERR_TEXT / 2];
    struct buf out = {.at = list, .cap = sizeof list, .max = sizeof list};
    for (int i = 0; i < DIAL_COUNT; i++)
        buf_print(&out, "%s%s%s", i ? ", " : "", dials[i].name, i == DIAL_EXCLUDE ? ".FACT" : "");
    return fail(e, ERR_POLICY, "there is no dial '" STR_FMT "'; the dials are " STR_FMT,
                STR_ARG(str_slice(name, 0, name.len < 40 ? name.len : 40)), STR_ARG(buf_str(&out)));
}

static bool find_exclusion(const struct policy *p, struct str fact, struct turn *t, struct err *e)
{
    for (struct policy_exclusion *x = p->exclusions; x; x = x->next)
        if (str_eq(x->fact, fact)) {
            t->exclusion = x;
            return true;
        }
    return fail(e, ERR_POLICY, "the policy has no exclusion on '" STR_FMT "'; exclude.FACT names one that it has",
                STR_ARG(str_slice(fact, 0, fact.len < 40 ? fact.len : 40)));
}

static bool find_dial(const struct policy *p, struct str name, struct turn *t, struct err *e)
{
    struct str fact = {NULL, 0}, first = str_until(name, '.', &fact);
    *t = (struct turn){.name = name};
    for (int i = 0; i < DIAL_COUNT; i++)
        if (str_eq(first, str_of(dials[i].name)) && (fact.len > 0) == (i == DIAL_EXCLUDE)) {
            t->dial = (enum dial)i;
            return i != DIAL_EXCLUDE || find_exclusion(p, fact, t, e);
        }
    return unknown_dial(name, e);
}

/* ---- get and set ------------------------------------------------------------------------------------------ */

/* Every policy has a scheme. Where schemes differ, the first. */
static int64_t get(const struct policy *p, const struct turn *t)
{
    switch (t->dial) {
    case DIAL_AMOUNT_MIN: return p->schemes->amount_min_cents / 100;
    case DIAL_TIMING: return !p->schemes->settled_only;
    case DIAL_RUNG: return p->schemes->rung;
    case DIAL_EXCLUDE: return t->exclusion->treatment;
    case DIAL_K_MIN: return p->k_min;
    case DIAL_SAMPLE: return p->sample_per_mille;
    case DIAL_CONTROL: return p->control_per_mille;
    case DIAL_RATIO_MAX: return p->search_ratio_max;
    case DIAL_LETTERS_MAX: return p->letters_max;
    case DIAL_QUIET_DAYS: return p->quiet_days;
    case DIAL_PER_YEAR: return p->contacts_per_year_max;
    case DIAL_COUNT: break;
    }
    assert(false);
    return 0;
}

/* What a signed policy could not say, a dial can't either: policy_read asks for the fact too. */
static bool check_facts(const struct policy *p, const struct turn *t, int64_t value, struct err *e)
{
    if (t->dial == DIAL_TIMING && value == 0)
        for (const struct policy_scheme *s = p->schemes; s; s = s->next)
            if (!s->settled_fact.len)
                return fail(e, ERR_POLICY, "the policy names no settled_fact for '" STR_FMT "'; timing=settled can't be tried",
                            STR_ARG(s->scheme));
    if (t->dial == DIAL_K_MIN && value > 1 && !policy_fact_find(p, p->k_fact))
        return fail(e, ERR_POLICY, "the fact of the policy's stigma rule may not be read; k_min can't be tried");
    return true;
}

static void set_scheme(struct policy_scheme *s, enum dial dial, int64_t value)
{
    if (dial == DIAL_AMOUNT_MIN)
        s->amount_min_cents = value * 100;
    else if (dial == DIAL_TIMING)
        s->settled_only = value == 0;
    else
        s->rung = (int)value;
}

static void set(struct policy *p, const struct turn *t, int64_t value)
{
    switch (t->dial) {
    case DIAL_AMOUNT_MIN:
    case DIAL_TIMING:
    case DIAL_RUNG:
        for (struct policy_scheme *s = p->schemes; s; s = s->next)
            set_scheme(s, t->dial, value);
        break;
    case DIAL_EXCLUDE: t->exclusion->treatment = (enum treatment)value; break;
    case DIAL_K_MIN: p->k_min = (int)value; break;
    case DIAL_SAMPLE: p->sample_per_mille = (int)value; break;
    case DIAL_CONTROL: p->control_per_mille = (int)value; break;
    case DIAL_RATIO_MAX: p->search_ratio_max = value; break;
    case DIAL_LETTERS_MAX: p->letters_max = value; break;
    case DIAL_QUIET_DAYS: p->quiet_days = (int)value; break;
    case DIAL_PER_YEAR: p->contacts_per_year_max = (int)value; break;
    case DIAL_COUNT: break;
    }
}

/* ---- in words ------------------------------------------------------------------------------------------------ */

static const char *const *words_of(enum dial_kind kind)
{
    static const char *const timing[] = {"settled", "estimated"}, *const treatment[] = {"exclude", "human"};
    return kind == WORD_TIMING ? timing : kind == WORD_TREATMENT ? treatment : NULL;
}

static bool read_value(const struct turn *t, struct str text, int64_t *value, struct err *e)
{
    const char *const *words = words_of(dials[t->dial].kind);
    for (int i = 0; words && i < 2; i++)
        if (str_eq(text, str_of(words[i]))) {
            *value = i;
            return true;
        }
    if (words)
        return fail(e, ERR_POLICY, "the dial " STR_FMT " is %s or %s", STR_ARG(t->name), words[0], words[1]);
    return (str_to_int64(text, value) && *value >= dials[t->dial].min && *value <= dials[t->dial].max) ||
           fail(e, ERR_POLICY, "the dial " STR_FMT " needs a whole number from %lld to %lld", STR_ARG(t->name),
                (long long)dials[t->dial].min, (long long)dials[t->dial].max);
}

static bool set_one(struct policy *p, struct str setting, struct err *e)
{
    struct str value = {NULL, 0}, name = str_until(setting, '=', &value);
    struct turn t;
    int64_t n;
    if (!find_dial(p, str_trim(name), &t, e) || !read_value(&t, str_trim(value), &n, e) || !check_facts(p, &t, n, e))
        return false;
    set(p, &t, n);
    return true;
}

bool dials_set(struct policy *variant, struct str settings, struct err *e)
{
    assert(!variant->is_signed);                                                           /* INV-13 */
    for (struct str rest = settings; rest.at && settings.len;)
        if (!set_one(variant, str_until(rest, ',', &rest), e))
            return false;
    return true;
}

/* No limit is the most. */
static bool is_less(const struct turn *t, int64_t a, int64_t b)
{
    bool limit = dials[t->dial].kind == NUMBER_LIMIT;
    return limit && (!a || !b) ? a && !b : a < b;
}

static struct str print_setting(struct arena *a, const struct turn *t, int64_t value)
{
    const char *const *words = words_of(dials[t->dial].kind);
    if (words)
        return str_format(a, STR_FMT "=%s", STR_ARG(t->name), words[value]);
    return str_format(a, STR_FMT "=%lld", STR_ARG(t->name), (long long)value);
}

static struct dial_now now(struct arena *a, const struct policy *p, const struct turn *t)
{
    return (struct dial_now){t->dial, dials[t->dial].kind, t->name, print_setting(a, t, get(p, t)), t->exclusion};
}

struct dial_now *dials_now(struct arena *a, const struct policy *p, int *count)
{
    int exclusions = 0, n = 0;
    for (const struct policy_exclusion *x = p->exclusions; x; x = x->next)
        exclusions++;
    struct dial_now *all = arena_new(a, struct dial_now, DIAL_COUNT + exclusions);
    for (int i = 0; i < DIAL_COUNT; i++) {
        if (i != DIAL_EXCLUDE)
            all[n++] = now(a, p, &(struct turn){(enum dial)i, str_of(dials[i].name), NULL});
        for (struct policy_exclusion *x = i == DIAL_EXCLUDE ? p->exclusions : NULL; x; x = x->next)
            all[n++] = now(a, p, &(struct turn){DIAL_EXCLUDE, str_format(a, "exclude." STR_FMT, STR_ARG(x->fact)), x});
    }
    *count = n;
    return all;
}

enum { SETTINGS_MAX = 32 };

bool dial_settings(struct arena *a, const struct policy *p, struct str name, struct str **out, int *count, struct err *e)
{
    struct turn t;
    int64_t values[SETTINGS_MAX], own;
    int n = 0;
    if (!find_dial(p, name, &t, e))
        return false;
    own = get(p, &t);
    bool placed = false;
    for (struct str rest = str_of(dials[t.dial].settings); rest.len;) {
        int64_t value = 0;
        bool read = read_value(&t, str_until(rest, ' ', &rest), &value, e);
        assert(read && n + 1 < SETTINGS_MAX);
        if (!placed && !is_less(&t, value, own)) {
            values[n++] = own;
            placed = true;
            if (value == own)
                continue;
        }
        if (check_facts(p, &t, value, e))          /* what can't be tried is left out */
            values[n++] = value;
    }
    if (!placed)
        values[n++] = own;
    *out = arena_new(a, struct str, n);
    for (int i = 0; i < n; i++)
        (*out)[i] = print_setting(a, &t, values[i]);
    *count = n;
    return true;
}
