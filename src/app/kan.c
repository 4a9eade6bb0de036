/* SPDX-License-Identifier: EUPL-1.2 */
/* kan.c: of each scheme who is certainly entitled, possibly, and not, between which amounts, and which facts would settle the
 * others. Who is not settled by what is known is looked at one by one, all of them or a sample that says so. Not who may
 * be read (kan_people.c), and nothing that may reach a resident: that is the gate's.
 */
#include "workspace.h"

struct worker {
    struct app *app;
    struct kan_keep *keep;
    const struct plan *plan;
    const struct binding_set *b;
    const struct findings *f;
    const struct column *joint;      /* who claims with whom; NULL: everybody alone */
    bool *out_of;                    /* rows that opted out of this scheme */
    struct kan_scheme *s;
    int64_t k;                       /* smaller counts are hidden */
    int64_t cents;                   /* of who is certain, a year */
    int64_t settled[4];              /* by certainty, on what is known alone */
    int64_t *open, open_count;       /* rows that are not settled, the amount of who is entitled included */
    int64_t open_yes;                /* of these: entitled, and only the amount is open */
    /* of the sample */
    int64_t seen[4];
    int64_t low_sum, high_sum;       /* whole euros a year */
    int128 low_squares, high_squares;
    int64_t *first, *settles;        /* by place in the dictionary */
};

static bool holds(const struct str *list, int count, struct str s)
{
    for (int i = 0; i < count; i++)
        if (str_eq(list[i], s))
            return true;
    return false;
}

/* ---- who counts ---------------------------------------------------------------------------------------------- */

static void find_opted_out(struct arena *a, struct worker *w)
{
    w->out_of = arena_new(a, bool, w->f->rows);
    for (int64_t i = 0; i < w->keep->opt_outs.count; i++) {
        const struct opt_out *o = &w->keep->opt_outs.at[i];
        int64_t row = !o->scheme.len || str_eq(o->scheme, w->s->scheme->id) ? table_row_of(&w->keep->people.table, o->who) : -1;
        if (row >= 0)
            w->out_of[row] = true;
    }
}

/* A joint claim is counted at the lower of two rows that name each other and may both be entitled. */
static bool counts_elsewhere(const struct worker *w, int64_t row)
{
    if (!w->joint || column_state(w->joint, row) != CELL_PRESENT)
        return false;
    int64_t partner = column_int(w->joint, row);
    if (partner < 0 || partner >= row || w->out_of[partner] || column_state(w->joint, partner) != CELL_PRESENT)
        return false;
    enum verdict v = (enum verdict)w->f->verdict[partner];
    return column_int(w->joint, partner) == row && (v == VERDICT_YES || v == VERDICT_UNKNOWN);
}

static int64_t a_year(const struct worker *w, int64_t cents)
{
    return w->s->scheme->monthly ? cents * 12 : cents;
}

static void take_row(struct worker *w, int64_t row)
{
    static const enum certainty of[] = {[VERDICT_NO] = CERTAINTY_EXCLUDED, [VERDICT_YES] = CERTAINTY_CERTAIN,
                                        [VERDICT_FAULTY] = CERTAINTY_FAULTY};
    enum verdict v = (enum verdict)w->f->verdict[row];
    bool amount_open = v == VERDICT_YES && w->s->has_amount && w->f->amount_state[row] == CELL_UNKNOWN;
    w->s->residents++;
    if (v == VERDICT_UNKNOWN || amount_open) {
        w->open[w->open_count++] = row;
        w->open_yes += amount_open;
        return;
    }
    w->settled[of[v]]++;
    if (v == VERDICT_YES && w->f->amount_state[row] == CELL_PRESENT && !counts_elsewhere(w, row))
        w->cents += a_year(w, w->f->amount_cents[row]);
}

static void take_rows(struct arena *a, struct worker *w)
{
    w->open = arena_new_raw(a, int64_t, w->f->rows);
    for (int64_t row = 0; row < w->f->rows; row++)
        if (!w->out_of[row])
            take_row(w, row);
}

/* A by-law counts for who lives there; of the others the scheme can say nothing (or what the law says without one). */
static void count_places(struct worker *w)
{
    const struct fact *where = w->app->laws.facts.municipality;
    const struct column *c = where ? table_find(&w->keep->people.table, where->name) : NULL;
    struct str codes[LIMIT_KAN_BYLAWS];
    int count = 0;
    for (const struct note *n = w->plan->reads; n; n = n->next)
        for (const struct law *law = w->app->laws.first; law && count < LIMIT_KAN_BYLAWS; law = law->next) {
            struct str rest;
            if (law->gemeente_code.len && str_eq(str_until(n->text, ' ', &rest), law->id) && !holds(codes, count, law->gemeente_code))
                codes[count++] = law->gemeente_code;
        }
    w->s->bylaw_count = count;
    for (int64_t row = 0; row < w->f->rows && c && count; row++)
        w->s->without_bylaw.n += !w->out_of[row] && column_state(c, row) == CELL_PRESENT && !holds(codes, count, column_text(c, row));
    w->s->without_bylaw.low = w->s->without_bylaw.high = w->s->without_bylaw.n;
}

/* ---- one by one ------------------------------------------------------------------------------------------------ */

/* The first n of a shuffle that is the same each time. */
static int64_t draw_sample(struct worker *w)
{
    struct dice dice = dice_open(20261, (uint64_t)w->open_count);
    int64_t n = w->open_count < LIMIT_KAN_SAMPLE ? w->open_count : LIMIT_KAN_SAMPLE;
    for (int64_t i = 0; i < n && n < w->open_count; i++) {
        int64_t other = i + dice_below(&dice, w->open_count - i), row = w->open[i];
        w->open[i] = w->open[other];
        w->open[other] = row;
    }
    return n;
}

static void add_amount(struct worker *w, int64_t row, const struct bounds *b)
{
    bool any = (b->certainty == CERTAINTY_CERTAIN || b->certainty == CERTAINTY_POSSIBLE) && !counts_elsewhere(w, row);
    int64_t low = any && b->certainty == CERTAINTY_CERTAIN ? a_year(w, b->low_cents) / 100 : 0;
    int64_t high = any ? (a_year(w, b->high_cents) + 99) / 100 : 0;
    w->s->bounded &= !any || b->counted;
    w->low_sum += low;
    w->high_sum += high;
    w->low_squares += (int128)low * low;
    w->high_squares += (int128)high * high;
}

static void ask(struct arena tmp, struct worker *w, int64_t row, const struct bounds *b)
{
    struct question q = certainty_question_of(&tmp, w->b, row, b);
    if (q.ask_count != 1)
        return;
    int fact = w->plan->facts[q.ask[0]].fact->index;
    w->first[fact]++;
    w->settles[fact] += q.settles;
}

static void look_at_each(struct arena tmp, struct worker *w)
{
    w->s->sampled = draw_sample(w);
    for (int64_t i = 0; i < w->s->sampled; i++) {
        if (i % 16 == 0)
            report(w->app->options.progress, "looking at the undecided", i, w->s->sampled);
        struct bounds b = certainty_bounds(tmp, w->b, w->open[i]);
        w->seen[b.certainty]++;
        add_amount(w, w->open[i], &b);
        if (b.certainty == CERTAINTY_POSSIBLE || (b.certainty == CERTAINTY_CERTAIN && b.low_cents < b.high_cents))
            ask(tmp, w, w->open[i], &b);
    }
    report(w->app->options.progress, "looking at the undecided", w->s->sampled, w->s->sampled);
}

/* ---- what is shown ------------------------------------------------------------------------------------------------ */

/* The rest of the undecided is possible, so that the parts are the whole. */
static void put_parts(struct worker *w)
{
    struct kan_count *parts = w->s->parts;
    int64_t rest = w->open_count;
    for (int c = 0; c < 4; c++)
        parts[c] = kan_estimate(w->seen[c], w->s->sampled, w->open_count);
    for (int c = 0; c < 4; c++)
        if (c != CERTAINTY_POSSIBLE) {
            parts[c].n = parts[c].n < rest ? parts[c].n : rest;
            rest -= parts[c].n;
        }
    parts[CERTAINTY_POSSIBLE].n = rest;
    for (int c = 0; c < 4; c++) {
        parts[c].low += w->settled[c];
        parts[c].n += w->settled[c];
        parts[c].high += w->settled[c];
    }
    w->s->undecided = (struct kan_count){.n = w->open_count, .low = w->open_count, .high = w->open_count};
}

static void put_amounts(struct worker *w)
{
    int64_t n = w->s->sampled, all = w->open_count;
    int64_t low = n ? (int64_t)((int128)w->low_sum * all / n) : 0, high = n ? (int64_t)(((int128)w->high_sum * all + n - 1) / n) : 0;
    low -= kan_margin(w->low_sum, w->low_squares, n, all);
    high += kan_margin(w->high_sum, w->high_squares, n, all);
    w->s->low_cents = w->cents + (low > w->low_sum ? low : w->low_sum) * 100;
    w->s->high_cents = w->cents + high * 100;
}

static void hide_one(int64_t k, struct kan_count *c, int64_t all)
{
    struct shown part, rest;
    shown_parts(k, (const int64_t[]){c->n, all - c->n}, (struct shown *[]){&part, &rest}, 2);
    if (part.hidden)
        *c = (struct kan_count){.hidden = true};
}

/* Of real residents nothing small, nor what would give it away (as evidence/). */
static void hide(struct worker *w)
{
    struct kan_scheme *s = w->s;
    struct shown shown[4];
    int64_t all = s->undecided.n;
    shown_parts(w->k, (const int64_t[]){s->parts[0].n, s->parts[1].n, s->parts[2].n, s->parts[3].n},
                (struct shown *[]){&shown[0], &shown[1], &shown[2], &shown[3]}, 4);
    for (int i = 0; i < 4; i++) {
        if (!shown[i].hidden)
            continue;
        s->parts[i] = (struct kan_count){.hidden = true};
        s->amount_hidden |= s->has_amount;
    }
    if (s->amount_hidden)
        s->low_cents = s->high_cents = 0;
    for (int i = 0; i < s->fact_count; i++) {
        hide_one(w->k, &s->facts[i].unknown, s->residents);
        hide_one(w->k, &s->facts[i].first, all);
        hide_one(w->k, &s->facts[i].settles, all);
    }
    hide_one(w->k, &s->undecided, s->residents);
    hide_one(w->k, &s->without_bylaw, s->residents);
}

/* ---- facts ---------------------------------------------------------------------------------------------------------- */

static struct kan_fact fact_of(const struct worker *w, const struct fact *fact)
{
    const struct column *c = table_find(&w->keep->people.table, fact->name);
    const struct policy_fact *p = policy_fact_find(w->app->policy, fact->name);
    struct kan_fact f = {.fact = fact, .delivered = c != NULL, .allowed = w->keep->synthetic || p, .as_of = c ? c->as_of : INT32_MIN,
                         .too_old = c && c->too_old, .max_age_days = p ? p->max_age_days : 0};
    for (int64_t row = 0; row < w->f->rows; row++)
        f.unknown.n += !w->out_of[row] && (!c || column_state(c, row) == CELL_UNKNOWN);
    f.unknown.low = f.unknown.high = f.unknown.n;
    f.first = kan_estimate(w->first[fact->index], w->s->sampled, w->open_count);
    f.settles = kan_estimate(w->settles[fact->index], w->s->sampled, w->open_count);
    return f;
}

static bool comes_before(const struct kan_fact *one, const struct kan_fact *other)
{
    if (one->settles.n != other->settles.n)
        return one->settles.n > other->settles.n;
    return one->first.n != other->first.n ? one->first.n > other->first.n : one->unknown.n > other->unknown.n;
}

/* Each fact once, whosever it is; who settles most first. */
static void put_facts(struct worker *w)
{
    for (int i = 0; i < w->plan->fact_count; i++) {
        const struct fact *fact = w->plan->facts[i].fact;
        bool seen = false;
        for (int k = 0; k < i; k++)
            seen |= w->plan->facts[k].fact == fact;
        if (seen)
            continue;
        struct kan_fact f = fact_of(w, fact);
        int at = w->s->fact_count++;
        for (; at > 0 && comes_before(&f, &w->s->facts[at - 1]); at--)
            w->s->facts[at] = w->s->facts[at - 1];
        w->s->facts[at] = f;
    }
}

/* ---- a scheme on a day ------------------------------------------------------------------------------------------------ */

static void count_scheme(struct arena tmp, struct worker *w)
{
    struct findings f = findings_open(&tmp, w->plan, w->keep->people.table.rows);
    struct binding_set *b = eval_bind(&tmp, w->plan, &w->keep->people.table);
    evaluate_only(&tmp, b, &f);
    w->b = b;
    w->f = &f;
    w->s->state = KAN_COUNTED;
    w->s->bounded = true;
    w->s->has_amount = w->plan->amount >= 0 && w->s->scheme->amount.len > 0;
    w->joint = w->s->scheme->joint_with.len ? table_find(&w->keep->people.table, w->s->scheme->joint_with) : NULL;
    w->first = arena_new(&tmp, int64_t, w->app->laws.facts.count);
    w->settles = arena_new(&tmp, int64_t, w->app->laws.facts.count);
    find_opted_out(&tmp, w);
    take_rows(&tmp, w);
    count_places(w);
    look_at_each(tmp, w);
    put_parts(w);
    put_amounts(w);
    put_facts(w);
    if (w->k > 1)
        hide(w);
}

static const struct kan_scheme *work_out(struct app *app, struct kan_keep *keep, const struct scheme *scheme, int32_t day)
{
    struct kan_kept *kept = arena_new(&keep->a, struct kan_kept, 1);
    *kept = (struct kan_kept){.day = day, .scheme = {.scheme = scheme}, .next = keep->first};
    kept->scheme.facts = arena_new(&keep->a, struct kan_fact, app->laws.facts.count);
    struct worker w = {.app = app, .keep = keep, .s = &kept->scheme, .k = keep->synthetic ? 0 : app->policy->k_min};
    struct arena tmp = arena_open(LIMIT_ARENA_FACTS);
    char *start = tmp.at;
    struct plan *plan;
    struct err why = {0};
    if (!keep->synthetic && !policy_scheme_find(app->policy, scheme->id)) {
        kept->scheme.state = KAN_NOT_ALLOWED;
    } else if (!plan_make(&tmp, &app->laws, scheme->id, day, &plan, &why)) {
        kept->scheme.state = KAN_NO_OUTCOME;
        kept->scheme.why = str_copy(&keep->a, str_of(why.text));
    } else {
        w.plan = plan;
        count_scheme(tmp, &w);
    }
    arena_close(&tmp, LIMIT_ARENA_FACTS, start);
    keep->first = kept;
    keep->count++;
    return &kept->scheme;
}

static const struct kan_scheme *kept_of(const struct kan_keep *keep, const struct scheme *scheme, int32_t day)
{
    for (const struct kan_kept *k = keep->first; k; k = k->next)
        if (k->day == day && k->scheme.scheme == scheme)
            return &k->scheme;
    return NULL;
}

bool app_kan(struct arena *a, struct app *app, struct str const *schemes, int count, int32_t day, struct kan *out, struct err *e)
{
    struct kan_keep *keep;
    const struct scheme **list;
    *out = (struct kan){.day = day};
    if (!app_schemes_on(a, app, schemes, count, day, &list, &out->scheme_count, e) || !kan_people(app, &keep, e))
        return false;
    out->synthetic = keep->synthetic;
    out->label = keep->people.table.label;
    out->residents = keep->people.table.rows;
    out->opted_out = keep->people.persons.rows_opted_out;
    out->rejected = keep->people.persons.rows_rejected;
    out->k = keep->synthetic ? 0 : app->policy->k_min;
    out->schemes = arena_new(a, const struct kan_scheme *, out->scheme_count);
    for (int i = 0; i < out->scheme_count; i++) {
        out->schemes[i] = kept_of(keep, list[i], day);
        if (!out->schemes[i])
            out->schemes[i] = work_out(app, keep, list[i], day);
    }
    return true;
}
