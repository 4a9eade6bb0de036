/* SPDX-License-Identifier: EUPL-1.2 */
/* figures.c: one small function for each figure of figures.def, with the counts of people that stand behind it,
 * for none of them may be too small to show. Not the counting itself (gate/), nor the lists (evidence.c).
 */
#include "evidence/figures.h"

bool is_small(const struct counted *c, int64_t n)
{
    return n > 0 && n < c->k;
}

static struct figure none(enum missing why)
{
    return (struct figure){.missing = why};
}

/* From low to high, if none of the groups of people behind it is too small. */
#define BETWEEN(c, low, high, ...)                                            \
    between((c), (low), (high), (const int64_t[]){__VA_ARGS__},               \
            (int)(sizeof((const int64_t[]){__VA_ARGS__}) / sizeof(int64_t)))
static struct figure between(const struct counted *c, struct ratio low, struct ratio high, const int64_t *people, int count)
{
    if (low.in <= 0 || high.in <= 0)
        return none(MISSING_NOBODY);
    for (int i = 0; i < count; i++)
        if (is_small(c, people[i]))
            return none(MISSING_SMALL);
    return (struct figure){.low = low, .high = high};
}

/* What a list hides counts as one person: then no figure shows it, nor a sum from which it would follow. */
static int64_t part(struct shown s, int64_t n)
{
    return s.hidden ? 1 : n;
}

static struct ratio count_of(int64_t n)
{
    return (struct ratio){n, 1};
}

/* ---- about letters: none without ------------------------------------------------------------------ */

static int64_t letter_count(const struct counted *c)
{
    return c->blocked ? 0 : c->w->counts[REFUSED_NOT];
}

static int64_t letters_part(const struct counted *c)
{
    return part(c->o->reasons[REFUSED_NOT], letter_count(c));
}

static enum missing letters_missing(const struct counted *c)
{
    if (c->blocked)
        return MISSING_BLOCKED;
    return letter_count(c) ? MISSING_NOT : MISSING_NO_LETTERS;
}

static struct figure letters(const struct counted *c)
{
    int64_t n = letter_count(c);
    return BETWEEN(c, count_of(n), count_of(n), letters_part(c));
}

static struct figure search_ratio(const struct counted *c)
{
    /* What stops the run for its ratio is exactly this number. */
    int64_t n = c->w->block == BLOCK_RATIO ? c->w->counts[REFUSED_NOT] : letter_count(c);
    struct ratio r = {c->f.searched, n};
    return n ? BETWEEN(c, r, r, n, letters_part(c), c->f.searched) : none(letters_missing(c));
}

static struct figure smallest_cell(const struct counted *c)
{
    if (letters_missing(c))
        return none(letters_missing(c));
    if (!policy_fact_find(c->v->policy, c->v->policy->k_fact))
        return none(MISSING_NOT_READ);
    return BETWEEN(c, count_of(c->w->smallest_cell), count_of(c->w->smallest_cell), c->w->smallest_cell);
}

/* Who gets a letter is certainly entitled on what is known. An income that is not settled may still change. */
static struct figure precision(const struct counted *c)
{
    int64_t n = letter_count(c), sure = c->f.settled_known ? c->w->settled : 0;
    if (!n)
        return none(letters_missing(c));
    return BETWEEN(c, ((struct ratio){sure, n}), ((struct ratio){n, n}), letters_part(c), sure, n - sure);
}

static struct figure settled_share(const struct counted *c)
{
    struct ratio r = {c->w->settled, letter_count(c)};
    if (!r.in)
        return none(letters_missing(c));
    return c->f.settled_known ? BETWEEN(c, r, r, letters_part(c), r.of, r.in - r.of) : none(MISSING_NOT_READ);
}

/* ---- about who is entitled ---------------------------------------------------------------------------- */

static int64_t reached(const struct counted *c)
{
    return c->blocked ? 0 : c->w->reached;
}

/* Entitled and perhaps without the scheme: nobody knows whether they use it, or whether they are entitled. */
static int64_t perhaps(const struct counted *c)
{
    return c->f.use_unknown + c->f.undecided_not_using;
}

/* The groups behind who is reached and who is not: each stands in a list, or follows from one. */
#define PEOPLE(c)                                                                                         \
    part((c)->o->reached, reached(c)), part((c)->o->not_using, (c)->f.not_using),                          \
    (c)->f.not_using - reached(c), part((c)->o->use_unknown, (c)->f.use_unknown),                          \
    part((c)->o->undecided, (c)->f.undecided), (c)->f.undecided_not_using,                                 \
    (c)->f.undecided - (c)->f.undecided_not_using

static struct figure reached_people(const struct counted *c)
{
    int64_t n = reached(c), sure = c->f.not_using, most = sure + perhaps(c);
    if (!sure && !most)
        return none(MISSING_NOBODY);
    if (!sure)
        return none(c->blocked ? MISSING_BLOCKED : MISSING_NO_LETTERS);
    return BETWEEN(c, ((struct ratio){n, most}), ((struct ratio){n, sure}), PEOPLE(c));
}

static struct figure not_reached(const struct counted *c)
{
    int64_t left = c->f.not_using - reached(c);
    return BETWEEN(c, count_of(left), count_of(left + perhaps(c)), PEOPLE(c));
}

static int64_t letter_cents(const struct counted *c)
{
    return c->blocked ? 0 : c->w->cleared_cents_year;
}

static struct figure reached_euros(const struct counted *c)
{
    int64_t cents = letter_cents(c), sure = c->f.not_using_cents_year, most = sure;
    if (sure <= 0 || __builtin_add_overflow(sure, c->f.use_unknown_cents_year, &most))
        return none(MISSING_NOBODY);
    struct figure f = BETWEEN(c, ((struct ratio){cents, most}), ((struct ratio){cents, sure}), letters_part(c),
                              PEOPLE(c));
    f.low_open = !f.missing && c->f.undecided_not_using > 0;
    return f;
}

static struct figure missed_euros(const struct counted *c)
{
    int64_t left = c->f.not_using_cents_year - letter_cents(c), most = left;
    if (__builtin_add_overflow(left, c->f.use_unknown_cents_year, &most))
        return none(MISSING_NOBODY);
    struct figure f = BETWEEN(c, count_of(left), count_of(most), letters_part(c), PEOPLE(c));
    f.high_open = !f.missing && c->f.undecided_not_using > 0;
    return f;
}

/* ---- about who was searched ------------------------------------------------------------------------------ */

static struct figure nontarget_share(const struct counted *c)
{
    int64_t sure = c->f.not_entitled, most = sure + c->f.undecided + c->f.faulty;
    return BETWEEN(c, ((struct ratio){sure, c->f.searched}), ((struct ratio){most, c->f.searched}), c->f.searched,
                   part(c->o->not_entitled, sure), part(c->o->undecided, c->f.undecided), part(c->o->faulty, c->f.faulty),
                   part(c->o->entitled, c->f.entitled));
}

static struct figure of_everybody(const struct counted *c, int64_t facts, int64_t people)
{
    struct ratio r = {facts, people};
    return BETWEEN(c, r, r, people);
}

/* A run reads the same of everybody: all that the policy allows and was delivered. */
static struct figure nontarget_facts(const struct counted *c)
{
    struct ratio r = {c->v->facts * c->f.not_entitled, c->f.not_entitled};
    return BETWEEN(c, r, r, part(c->o->not_entitled, c->f.not_entitled));
}

static struct figure facts(const struct counted *c)
{
    return of_everybody(c, c->v->facts * c->v->rows, c->v->rows);
}

static struct figure facts_weighted(const struct counted *c)
{
    return of_everybody(c, c->v->weighted * c->v->rows, c->v->rows);
}

static struct figure nontarget_needed(const struct counted *c)
{
    /* Who opted out of the scheme is in this denominator, and not in the list. */
    const struct needed *n = &c->s->needed;
    struct ratio r = {n->facts_not_entitled, n->not_entitled};
    return n->known ? BETWEEN(c, r, r, r.in, part(c->o->not_entitled, r.in), r.in - c->f.not_entitled) : none(MISSING_STAGED);
}

static struct figure facts_needed(const struct counted *c)
{
    return c->s->needed.known ? of_everybody(c, c->s->needed.facts, c->v->rows) : none(MISSING_STAGED);
}

static struct figure needed_weighted(const struct counted *c)
{
    return c->s->needed.known ? of_everybody(c, c->s->needed.weighted, c->v->rows) : none(MISSING_STAGED);
}

static struct figure caseworker(const struct counted *c)
{
    const int64_t *n = c->w->counts;
    int64_t all = n[REFUSED_HUMAN] + n[REFUSED_JOINT_HUMAN] + n[REFUSED_SAMPLE];
    if (c->blocked)
        return none(MISSING_BLOCKED);
    const struct shown *o = c->o->reasons;
    return BETWEEN(c, count_of(all), count_of(all), part(o[REFUSED_HUMAN], n[REFUSED_HUMAN]),
                   part(o[REFUSED_JOINT_HUMAN], n[REFUSED_JOINT_HUMAN]), part(o[REFUSED_SAMPLE], n[REFUSED_SAMPLE]));
}

/* Of any search, and of this scheme. */
static struct figure opted_out(const struct counted *c)
{
    struct ratio r = {c->v->opted_out + c->w->counts[REFUSED_OPTED_OUT], c->v->in_file - c->v->rejected};
    return BETWEEN(c, r, r, c->v->opted_out, part(c->o->reasons[REFUSED_OPTED_OUT], c->w->counts[REFUSED_OPTED_OUT]), r.in,
                   r.in - r.of);
}

/* ---- the list ---------------------------------------------------------------------------------------------- */

static const struct {
    const char *name, *metric;
    enum figure_in unit;
    struct figure (*work)(const struct counted *c);
    struct phrase words;
} list[] = {
#define WORDS(text) {(text), (ptrdiff_t)sizeof(text) - 1}
#define FIGURE(code, name, metric, unit, work, nl, en) {name, metric, unit, work, {WORDS(nl), WORDS(en)}},
#include "evidence/figures.def"
#undef FIGURE
};

struct figure figure_work(const struct counted *c, enum figure_id id)
{
    struct figure f = list[id].work(c);
    assert(f.missing ? !f.low.in && !f.high.in : f.low.in > 0 && f.high.in > 0);
    return f;
}

const char *figure_name(enum figure_id f)
{
    assert(f < FIGURE_COUNT);
    return list[f].name;
}

const char *figure_metric(enum figure_id f)
{
    assert(f < FIGURE_COUNT);
    return list[f].metric;
}

enum figure_in figure_unit(enum figure_id f)
{
    assert(f < FIGURE_COUNT);
    return list[f].unit;
}

struct phrase figure_title(enum figure_id f)
{
    assert(f < FIGURE_COUNT);
    return list[f].words;
}

const char *unit_name(enum figure_in u)
{
    static const char *const names[] = {"share", "people", "letters", "cents", "ratio", "facts"};
    assert((int)u < COUNT(names));
    return names[u];
}

static const struct { const char *name; struct phrase words; } reasons[] = {
#define MISSING(code, name, nl, en) {name, {WORDS(nl), WORDS(en)}},
#include "evidence/missing.def"
#undef MISSING
};

const char *missing_name(enum missing m)
{
    assert(m < MISSING_COUNT);
    return reasons[m].name;
}

struct phrase missing_words(enum missing m)
{
    assert(m < MISSING_COUNT);
    return reasons[m].words;
}

const struct without *evidence_without(int *count)
{
    static const struct without all[] = {
#define WITHOUT(metric, missing) {metric, missing},
#include "evidence/without.def"
#undef WITHOUT
    };
    *count = (int)COUNT(all);
    return all;
}
