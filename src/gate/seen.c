/* SPDX-License-Identifier: EUPL-1.2 */
/* seen.c: what no dial of the policy changes about a row, looked at once: so that deciding again under
 * other dials (reasons.c) takes milliseconds for a city. Not the dials.
 */
#include "gate/look.h"

#include <string.h>

/* ---- the row by itself --------------------------------------------------------------------- */

/* L5: an opt-out comes before everything else, also before how we would have judged. */
static bool opted_out(const struct look *l, int64_t row)
{
    return look_opted_out(l, row);
}

/* L10: impossible facts lead neither to a letter nor to a "no". */
static bool faulty(const struct look *l, int64_t row)
{
    int64_t cents;
    enum verdict v = (enum verdict)l->f->verdict[row];
    if (v == VERDICT_YES)
        return l->f->amount_state[row] == CELL_FAULTY ||
               (l->f->amount_state[row] == CELL_PRESENT && !look_amount(l, row, &cents));
    return v != VERDICT_NO && v != VERDICT_UNKNOWN;
}

static bool not_entitled(const struct look *l, int64_t row)
{
    return l->f->verdict[row] == VERDICT_NO;
}

/* L10: "certain" is all that a policy can ask so far; a right of unknown size is not certain. */
static bool uncertain(const struct look *l, int64_t row)
{
    int64_t cents;
    assert(l->chosen->certain_only);
    return l->f->verdict[row] != VERDICT_YES || !look_amount(l, row, &cents);
}

static bool using(const struct look *l, int64_t row)
{
    return look_use(l, row) == TRUTH_YES;
}

static bool use_unknown(const struct look *l, int64_t row)
{
    return look_use(l, row) == TRUTH_UNKNOWN;
}

/* In the order of refusals.def. */
static const struct { enum refusal reason; bool (*holds)(const struct look *l, int64_t row); } checks[] = {
    {REFUSED_OPTED_OUT, opted_out},       {REFUSED_FAULTY, faulty}, {REFUSED_NOT_ENTITLED, not_entitled},
    {REFUSED_UNCERTAIN, uncertain},       {REFUSED_USING, using},   {REFUSED_USE_UNKNOWN, use_unknown},
};

static uint8_t first_reason(const struct look *l, int64_t row)
{
    for (int i = 0; i < COUNT(checks); i++)
        if (checks[i].holds(l, row))
            return (uint8_t)checks[i].reason;
    return NO_REASON;
}

static bool is_settled(const struct look *l, int64_t row)
{
    return l->settled && column_state(l->settled, row) == CELL_PRESENT && column_int(l->settled, row);
}

/* ---- letters before, lots, cells ------------------------------------------------------------- */

static uint8_t letters_to(const struct look *l, int64_t row)
{
    int64_t n = row < 0 ? 0 : contact_index_count(&l->contacts, l->t->who[row], l->today, 365);
    return (uint8_t)(n < UINT8_MAX ? n : UINT8_MAX);
}

static int32_t quiet_of(const struct look *l, int64_t row)
{
    return row < 0 ? INT32_MAX : contact_index_quiet(&l->contacts, l->t->who[row], l->today);
}

/* Bytes in a fixed order, so that every machine draws the same. */
static uint64_t stream_of(struct pseudonym who)
{
    uint64_t stream = 0;
    for (int i = 0; i < 8; i++)
        stream = stream << 8 | who.at[i];
    return stream;
}

/* The smaller pseudonym draws for a couple: rows move between deliveries, pseudonyms don't. */
static void draw_lots(const struct look *l, struct candidate *c)
{
    struct pseudonym who = l->t->who[c->row];
    if (c->partner >= 0 && memcmp(l->t->who[c->partner].at, who.at, sizeof who.at) < 0)
        who = l->t->who[c->partner];
    struct dice d = dice_open(l->policy->seed, stream_of(who));
    c->control = (uint16_t)dice_below(&d, 1000);
    c->sample = (uint16_t)dice_below(&d, 1000);
    c->order = dice_roll(&d);
}

/* The first `chars` characters; a shorter text is a group of its own. */
static struct str cell_of(const struct look *l, int64_t row)
{
    struct str text = l->cell ? column_text(l->cell, row) : S("");
    ptrdiff_t end = 0;
    for (int chars = 0; end < text.len; end++)
        if ((text.at[end] & 0xc0) != 0x80 && chars++ == l->policy->k_chars)
            break;
    return str_slice(text, 0, end);
}

static int32_t cell_number(const struct look *l, int64_t row, struct str_map *cells, int64_t *count)
{
    struct str cell = cell_of(l, row);
    bool found;
    if (!cell.len)
        return 0;
    int64_t *number = str_map_put(cells, cell, &found);
    if (!found)
        *number = ++*count;
    return (int32_t)*number;
}

static struct candidate candidate_of(const struct look *l, int64_t row)
{
    struct candidate c = {.row = (int32_t)row, .partner = (int32_t)look_partner(l, row)};
    int32_t own = quiet_of(l, row), other = quiet_of(l, c.partner);
    bool known = look_amount(l, row, &c.cents_year);
    assert(known);
    c.quiet = own < other ? own : other;
    c.letters = letters_to(l, row);
    c.partner_letters = letters_to(l, c.partner);
    draw_lots(l, &c);
    return c;
}

/* ---- sums -------------------------------------------------------------------------------------- */

/* Whether the row stands for a joint claim in the sums: the lower one does, if it was counted at all. */
static bool is_counted(const struct look *l, int64_t row)
{
    int64_t partner = look_partner(l, row), cents;
    bool lower = partner >= 0 && partner < row && l->f->verdict[partner] == VERDICT_YES;
    return !(lower && look_amount(l, partner, &cents) && !look_opted_out(l, partner));
}

static bool add_cents(int64_t *sum, int64_t cents, struct err *e)
{
    return !__builtin_add_overflow(*sum, cents, sum) ||
           fail(e, ERR_LIMIT, "the amounts of all residents do not fit in one sum; clear them in parts");
}

static bool sum_entitled(const struct look *l, int64_t row, struct gate_funnel *f, struct err *e)
{
    int64_t cents = 0, counted = look_amount(l, row, &cents) && is_counted(l, row) ? cents : 0;
    enum truth use = look_use(l, row);
    f->entitled++;
    f->using += use == TRUTH_YES;
    f->not_using += use == TRUTH_NO;
    f->use_unknown += use == TRUTH_UNKNOWN;
    return add_cents(&f->entitled_cents_year, counted, e) &&
           add_cents(&f->not_using_cents_year, use == TRUTH_NO ? counted : 0, e) &&
           add_cents(&f->use_unknown_cents_year, use == TRUTH_UNKNOWN ? counted : 0, e);
}

static bool sum_row(const struct seen *s, int64_t row, struct gate_funnel *f, struct err *e)
{
    const struct look *l = s->l;
    if (s->first[row] == REFUSED_OPTED_OUT)
        return true;
    f->searched++;
    switch (l->f->verdict[row]) {
    case VERDICT_YES:
        return sum_entitled(l, row, f, e);
    case VERDICT_NO:
        f->not_entitled++;
        return true;
    case VERDICT_UNKNOWN:
        f->undecided++;
        f->undecided_not_using += look_use(l, row) != TRUTH_YES;
        return true;
    default:
        f->faulty++;
        return true;
    }
}

/* ---- all rows ------------------------------------------------------------------------------------- */

static void see_rows(struct seen *s)
{
    const struct look *l = s->l;
    for (int64_t i = 0; i < l->t->rows; i++) {
        int64_t partner = look_partner(l, i);
        s->first[i] = first_reason(l, i);
        s->settled[i] = s->first[i] > REFUSED_UNSETTLED && is_settled(l, i) && (partner < 0 || is_settled(l, partner));
        s->candidate_count += s->first[i] == NO_REASON;
    }
}

/* Exclusion by exclusion, for a column is read at once; rows * words. */
static const uint64_t *see_exclusions(struct arena *a, const struct seen *s)
{
    const struct look *l = s->l;
    uint64_t *bits = arena_new(a, uint64_t, l->t->rows * s->words);
    for (int x = 0; x < l->exclusion_count; x++)
        for (int64_t i = 0; i < l->t->rows; i++)
            if (look_excluded(&l->exclusions[x], i))
                bits[i * s->words + x / 64] |= (uint64_t)1 << x % 64;
    return bits;
}

static bool is_of_kind(const struct seen *s, int64_t kind, int64_t row, const uint64_t *bits)
{
    return s->kinds[kind].first == s->first[row] && s->kinds[kind].settled == s->settled[row] &&
           !memcmp(&s->exclusions[kind * s->words], bits, sizeof *bits * (size_t)s->words);
}

/* What tells kinds apart, as bytes: the words of the row's exclusions after one for the rest. */
static struct str kind_key(const struct seen *s, int64_t row, const uint64_t *bits, uint64_t *key)
{
    key[0] = (uint64_t)s->first[row] << 1 | s->settled[row];
    memcpy(key + 1, bits, sizeof *bits * (size_t)s->words);
    return (struct str){(const char *)key, (ptrdiff_t)sizeof *key * (s->words + 1)};
}

static uint32_t add_kind(struct seen *s, int64_t row, const uint64_t *bits)
{
    s->kinds[s->kind_count] = (struct kind){s->first[row], s->settled[row]};
    memcpy(&s->exclusions[s->kind_count * s->words], bits, sizeof *bits * (size_t)s->words);
    return (uint32_t)s->kind_count++;
}

/* There is room for as many kinds as rows; what is not touched costs nothing. */
static void see_kinds(struct arena tmp, struct seen *s, const uint64_t *bits)
{
    uint64_t *buffer = arena_new_raw(&tmp, uint64_t, s->words + 1);
    struct str_map numbers = str_map_open(&tmp, 1024);
    for (int64_t i = 0; i < s->l->t->rows; i++) {
        const uint64_t *own = bits + i * s->words;
        int64_t number;
        bool found;
        if (i && is_of_kind(s, s->kind[i - 1], i, own)) {      /* as the row before, most often */
            s->kind[i] = s->kind[i - 1];
            continue;
        }
        struct str key = kind_key(s, i, own, buffer);
        if (!str_map_get(&numbers, key, &number))
            *str_map_put(&numbers, str_copy(&tmp, key), &found) = number = add_kind(s, i, own);
        s->kind[i] = (uint32_t)number;
    }
}

static void see_candidates(struct arena *a, struct seen *s)
{
    s->candidates = arena_new_raw(a, struct candidate, s->candidate_count);
    struct arena tmp = *a;
    struct str_map cells = str_map_open(&tmp, 1024);
    int64_t k = 0;
    for (int64_t i = 0; i < s->l->t->rows; i++) {
        if (s->first[i] != NO_REASON)
            continue;
        s->candidates[k] = candidate_of(s->l, i);
        s->candidates[k++].cell = cell_number(s->l, i, &cells, &s->cell_count);
    }
    assert(k == s->candidate_count);
}

bool seen_open(struct arena *a, const struct look *l, struct seen *out, struct err *e)
{
    int64_t rows = l->t->rows;
    for (int i = 1; i < COUNT(checks); i++)
        assert(checks[i - 1].reason < checks[i].reason);
    struct seen s = {.l = l, .words = (l->exclusion_count + 63) / 64};
    s.first = arena_new_raw(a, uint8_t, rows);
    s.settled = arena_new_raw(a, bool, rows);
    s.kind = arena_new_raw(a, uint32_t, rows);
    s.kinds = arena_new_raw(a, struct kind, rows);
    s.exclusions = arena_new_raw(a, uint64_t, rows * s.words);
    see_rows(&s);
    struct arena tmp = *a;
    const uint64_t *bits = see_exclusions(&tmp, &s);
    see_kinds(tmp, &s, bits);
    see_candidates(a, &s);
    s.funnel.settled_known = l->settled != NULL;
    for (int64_t i = 0; i < rows; i++)
        if (!sum_row(&s, i, &s.funnel, e))
            return false;
    *out = s;
    return true;
}
