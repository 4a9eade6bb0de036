/* SPDX-License-Identifier: EUPL-1.2 */
/* choice.c: from the address of the evidence page to dials, and back. */
#include "web/choice.h"

struct str setting_value(struct str setting)
{
    struct str value;
    (void)str_until(setting, '=', &value);
    return value;
}

/* ---- settings in an address ------------------------------------------------------------------------------- */

struct str choice_plain(struct arena *a, struct str settings)
{
    struct buf b = buf_open(a, LIMIT_WEB_HEADER_BYTES);
    for (ptrdiff_t i = 0; i < settings.len; i++)
        buf_char(&b, settings.at[i] == '=' ? '.' : settings.at[i] == ',' ? '-' : settings.at[i]);
    return buf_str(&b);
}

/* The last dot of each is the "=": a name may hold one too. */
static struct str settings_of(struct arena *a, struct str plain)
{
    struct buf b = buf_open(a, LIMIT_WEB_HEADER_BYTES);
    for (struct str rest = plain; rest.at && plain.len;) {
        struct str one = str_until(rest, '-', &rest);
        ptrdiff_t dot = one.len;
        while (dot > 0 && one.at[dot - 1] != '.')
            dot--;
        buf_print(&b, "%s" STR_FMT "=" STR_FMT, b.len ? "," : "", STR_ARG(str_slice(one, 0, dot ? dot - 1 : one.len)),
                  STR_ARG(str_slice(one, dot ? dot : one.len, one.len)));
    }
    return buf_str(&b);
}

/* The dials of the variant that stand elsewhere than in the policy. */
static struct str difference(struct arena *a, const struct dial_now *signed_, const struct policy *variant)
{
    struct buf b = buf_open(a, LIMIT_WEB_HEADER_BYTES);
    int count;
    const struct dial_now *now = dials_now(a, variant, &count);
    for (int i = 0; i < count; i++)
        if (!str_eq(now[i].setting, signed_[i].setting))
            buf_print(&b, "%s" STR_FMT, b.len ? "," : "", STR_ARG(now[i].setting));
    return buf_str(&b);
}

/* ---- the fields ----------------------------------------------------------------------------------------------- */

static const char *const others[] = {"regeling", "vers", "naast1", "naast2", "naast3", "bewaar", "weg", "x", "y", "draai", "draai2"};
static const char *const asides[ASIDE_MAX] = {"naast1", "naast2", "naast3"};
static const char *const sweeps[SWEEPS] = {"draai", "draai2"};

static int find_dial(const struct choice *c, struct str name)
{
    for (int i = 0; i < c->dial_count; i++)
        if (str_eq(c->signed_[i].name, name))
            return i;
    return SWEEP_NONE;
}

static bool is_other(struct str name)
{
    for (int i = 0; i < COUNT(others); i++)
        if (str_eq(str_of(others[i]), name))
            return true;
    return false;
}

/* A field that nobody reads is a mistake in an address that somebody was given. */
static bool check_fields(const struct visit *v, const struct choice *c, struct err *why)
{
    for (int i = 0; i < v->field_count; i++) {
        struct str name = v->fields[i].name, shown = str_slice(name, 0, name.len < 40 ? name.len : 40);
        if (find_dial(c, name) == SWEEP_NONE && !is_other(name))
            return fail(why, ERR_USAGE, "there is no field '" STR_FMT "'; open the page without an address of your own", STR_ARG(shown));
        for (int k = 0; k < i; k++)
            if (str_eq(v->fields[k].name, name))
                return fail(why, ERR_USAGE, "the field '" STR_FMT "' is there twice; leave one out", STR_ARG(shown));
    }
    return true;
}

static bool one_of(struct str name, struct str value, struct err *why)
{
    return fail(why, ERR_USAGE, "the field '" STR_FMT "' can't be '" STR_FMT "'; choose from the list", STR_ARG(name),
                STR_ARG(str_slice(value, 0, value.len < 40 ? value.len : 40)));
}

static bool read_dials(struct visit *v, struct choice *c, struct err *why)
{
    for (int i = 0; i < c->dial_count; i++) {
        struct str sent = visit_field(v, c->signed_[i].name);
        if (sent.at && !str_eq(sent, setting_value(c->signed_[i].setting)) &&
            !dials_set(c->variant, str_format(v->a, STR_FMT "=" STR_FMT, STR_ARG(c->signed_[i].name), STR_ARG(sent)), why))
            return false;
    }
    c->chosen = dials_now(v->a, c->variant, &c->dial_count);
    c->settings = difference(v->a, c->signed_, c->variant);
    return true;
}

static void add_aside(struct choice *c, struct str settings)
{
    for (int i = 0; i < c->aside_count; i++)
        if (str_eq(c->aside[i], settings))
            return;
    if (settings.len && c->aside_count < ASIDE_MAX)
        c->aside[c->aside_count++] = settings;
}

/* What was beside, without what is taken away, with what is added now. */
static bool read_asides(struct visit *v, struct choice *c, struct err *why)
{
    struct str away = visit_field(v, S("weg")), add = visit_field(v, S("bewaar"));
    int64_t number = 0;
    if (away.at && (!str_to_int64(away, &number) || number < 1 || number > ASIDE_MAX))
        return one_of(S("weg"), away, why);
    if (add.at && !str_eq(add, S("ja")))
        return one_of(S("bewaar"), add, why);
    for (int i = 0; i < ASIDE_MAX; i++) {
        struct policy *p = policy_variant(v->a, c->evidence->policy);
        struct str plain = visit_field(v, str_of(asides[i]));
        if (!plain.len)
            continue;
        if (!dials_set(p, settings_of(v->a, plain), why))
            return false;
        if (i + 1 != number)
            add_aside(c, difference(v->a, c->signed_, p));
    }
    if (add.at)
        add_aside(c, c->settings);
    return true;
}

static bool read_scheme(struct visit *v, struct choice *c, struct err *why)
{
    struct str sent = visit_field(v, S("regeling"));
    for (int i = 0; i < c->evidence->scheme_count; i++)
        if (!sent.at || str_eq(sent, c->evidence->schemes[i].plan->scheme)) {
            c->scheme = i;
            return true;
        }
    return one_of(S("regeling"), sent, why);
}

static bool read_figure(struct visit *v, struct str name, enum figure_id usual, enum figure_id *out, struct err *why)
{
    struct str sent = visit_field(v, name);
    *out = usual;
    for (int i = 0; sent.at && i < FIGURE_COUNT; i++)
        if (str_eq(sent, str_of(figure_name((enum figure_id)i)))) {
            *out = (enum figure_id)i;
            return true;
        }
    return !sent.at || one_of(name, sent, why);
}

static bool read_sweeps(struct visit *v, struct choice *c, struct err *why)
{
    for (int i = 0; i < SWEEPS; i++) {
        struct str sent = visit_field(v, str_of(sweeps[i]));
        if (sent.at)
            c->sweep[i] = find_dial(c, sent);
        if (sent.len && c->sweep[i] == SWEEP_NONE)
            return one_of(str_of(sweeps[i]), sent, why);
    }
    if (c->sweep[0] == SWEEP_NONE) {             /* one dial is the first, whichever field it stood in */
        c->sweep[0] = c->sweep[1];
        c->sweep[1] = SWEEP_NONE;
    }
    if (c->sweep[0] == c->sweep[1])
        c->sweep[1] = SWEEP_NONE;
    return true;
}

bool choice_is_fresh(const struct visit *v)
{
    return !str_eq(visit_field(v, S("vers")), S("nee"));
}

static struct choice choice_usual(struct visit *v, const struct evidence *e)
{
    struct choice c = {.evidence = e, .fresh = e->fresh, .across = FIGURE_SEARCH_RATIO, .up = FIGURE_REACHED_PEOPLE,
                       .sweep = {0, SWEEP_NONE}, .variant = policy_variant(v->a, e->policy)};
    c.signed_ = c.chosen = dials_now(v->a, e->policy, &c.dial_count);
    return c;
}

bool choice_read(struct visit *v, const struct evidence *e, struct choice *out, struct err *why)
{
    struct choice c = choice_usual(v, e);
    struct str fresh = visit_field(v, S("vers"));
    *out = c;
    if (fresh.at && !str_eq(fresh, S("ja")) && !str_eq(fresh, S("nee")))
        return one_of(S("vers"), fresh, why);
    if (!check_fields(v, &c, why) || !read_dials(v, &c, why) || !read_asides(v, &c, why) || !read_scheme(v, &c, why) ||
        !read_figure(v, S("x"), c.across, &c.across, why) || !read_figure(v, S("y"), c.up, &c.up, why) ||
        !read_sweeps(v, &c, why))
        return false;
    *out = c;
    return true;
}

/* ---- back ------------------------------------------------------------------------------------------------------- */

static void put(struct buf *b, struct str name, struct str value)
{
    bool first = true;
    for (int64_t i = 0; i < b->len; i++)
        first &= b->at[i] != '?';
    buf_print(b, "%c" STR_FMT "=" STR_FMT, first ? '?' : '&', STR_ARG(name), STR_ARG(value));
}

static struct str dial_or_none(const struct choice *c, int dial)
{
    return dial == SWEEP_NONE ? S("") : c->signed_[dial].name;
}

struct str choice_path(struct visit *v, const struct choice *c, enum route route)
{
    const struct choice usual = choice_usual(v, c->evidence);
    struct buf b = buf_open(v->a, LIMIT_WEB_HEADER_BYTES);
    buf_add(&b, visit_path(v, route, S(""), S("")));
    if (c->scheme)
        put(&b, S("regeling"), c->evidence->schemes[c->scheme].plan->scheme);
    if (!c->fresh)
        put(&b, S("vers"), S("nee"));
    for (int i = 0; i < c->dial_count; i++)
        if (!str_eq(c->chosen[i].setting, c->signed_[i].setting))
            put(&b, c->chosen[i].name, setting_value(c->chosen[i].setting));
    for (int i = 0; i < c->aside_count; i++)
        put(&b, str_of(asides[i]), choice_plain(v->a, c->aside[i]));
    if (c->across != usual.across)
        put(&b, S("x"), str_of(figure_name(c->across)));
    if (c->up != usual.up)
        put(&b, S("y"), str_of(figure_name(c->up)));
    for (int i = 0; i < SWEEPS; i++)
        if (c->sweep[i] != usual.sweep[i])
            put(&b, str_of(sweeps[i]), dial_or_none(c, c->sweep[i]));
    return buf_str(&b);
}

/* ---- the points of the frontier ------------------------------------------------------------------------------------ */

/* The settings of a dial around where it stands now; none for no dial, which is one point. */
static struct str *settings_around(struct visit *v, const struct choice *c, int dial, int *count)
{
    struct str *all = NULL;
    struct err e;
    *count = 0;
    if (dial != SWEEP_NONE && !dial_settings(v->a, c->variant, c->signed_[dial].name, &all, count, &e))
        *count = 0;
    return all;
}

static struct choice_point point_of(struct visit *v, const struct choice *c, const struct str set[SWEEPS])
{
    struct choice_point p = {0};
    struct policy *variant = policy_variant(v->a, c->evidence->policy);
    struct err e;
    bool done = dials_set(variant, c->settings, &e);
    for (int i = 0; i < SWEEPS; i++) {
        done = done && (!set[i].len || dials_set(variant, set[i], &e));
        p.values[i] = setting_value(set[i]);
    }
    assert(done);                    /* each was read before, and dials do not lean on each other */
    p.settings = difference(v->a, c->signed_, variant);
    p.chosen = str_eq(p.settings, c->settings);
    return p;
}

struct choice_point *choice_points(struct visit *v, const struct choice *c, int *count)
{
    int n[SWEEPS];
    struct str *set[SWEEPS];
    for (int i = 0; i < SWEEPS; i++)
        set[i] = settings_around(v, c, c->sweep[i], &n[i]);
    int seconds = n[1] ? n[1] : 1;
    struct choice_point *all = arena_new(v->a, struct choice_point, LIMIT_EVIDENCE_SWEEP);
    *count = 0;
    for (int k = 0; k < seconds; k++)
        for (int i = 0; i < n[0] && *count < LIMIT_EVIDENCE_SWEEP; i++)
            all[(*count)++] = point_of(v, c, (const struct str[SWEEPS]){set[0][i], n[1] ? set[1][k] : S("")});
    return all;
}
