/* SPDX-License-Identifier: EUPL-1.2 */
/* letter.c: one letter, for one clearance. INV-1: there is no other way to a letter than the
 * clearance in letter_write's hands, and only the gate makes one.
 */
#include "outreach/values.h"

#include <string.h>

enum { ID_BYTES = 10, ID_GROUP = 4 };

/* ---- is this the letter that was cleared? --------------------------------------------------------- */

static bool check_cleared(const struct clearance *c, const struct mailing *m, const struct explanation *x, struct err *e)
{
    if (!str_eq(clearance_scheme(c), m->scheme->id))
        return fail(e, ERR_LETTER, "the clearance is for '" STR_FMT "' and the letter about '" STR_FMT "'; a clearance holds "
                    "for one scheme", STR_ARG(clearance_scheme(c)), STR_ARG(m->scheme->id));
    if (clearance_rung(c) != m->template->rung)
        return fail(e, ERR_LETTER, "the policy chose rung %d and the template " STR_FMT " is for rung %d; use a template "
                    "of that rung", clearance_rung(c), STR_ARG(m->template->file), m->template->rung);
    int64_t year = x->result.amount_cents * (m->scheme->monthly ? 12 : 1);
    if (x->result.verdict != VERDICT_YES || x->result.amount_state != CELL_PRESENT || year != clearance_amount_cents(c))
        return fail(e, ERR_LETTER, "the explanation has another outcome than was cleared; evaluate and explain with the "
                    "same laws and facts");
    return true;
}

/* Keyed, so that nobody who reads the account can compute it. The same letter has the same id. */
static struct str letter_id(struct arena *a, const struct clearance *c, const struct mailing *m)
{
    struct pseudonym who = clearance_who(c);
    struct hash policy = clearance_policy(c)->hash;
    struct buf of = buf_open(a, 1024), out = buf_open(a, 64);
    buf_add(&of, (struct str){(const char *)policy.at, sizeof policy.at});
    buf_add(&of, (struct str){(const char *)who.at, sizeof who.at});
    buf_print(&of, "%d ", m->today);
    buf_add(&of, clearance_scheme(c));
    struct pseudonym id = pseudonym_of(m->id_key, S("letter"), buf_str(&of));
    struct str hex = hex_print(a, id.at, ID_BYTES);
    for (ptrdiff_t i = 0; i < hex.len; i++) {
        if (i > 0 && i % ID_GROUP == 0)
            buf_char(&out, '-');
        buf_char(&out, hex.at[i]);
    }
    assert(!of.over && out.len == 2 * ID_BYTES + 2 * ID_BYTES / ID_GROUP - 1);
    return buf_str(&out);
}

/* ---- values --------------------------------------------------------------------------------------- */

static void put_shared(struct arena *a, const struct mailing *m, struct str *v)
{
    const struct sender *s = m->sender;
    bool english = m->template->english;
    v[PLACE_ORGANISATION] = text_clean(a, s->organisation);
    v[PLACE_DEPARTMENT] = text_clean(a, s->department);
    v[PLACE_PHONE] = text_clean(a, s->phone);
    v[PLACE_WEBSITE] = text_clean(a, s->website);
    v[PLACE_POSTAL] = text_clean(a, s->postal_address);
    v[PLACE_PRIVACY] = text_clean(a, s->privacy_contact);
    v[PLACE_OPT_OUT] = text_clean(a, s->opt_out_text);
    v[PLACE_DATE] = date_words(a, m->today, english);
    v[PLACE_SCHEME] = text_clean(a, english ? m->scheme->name.en : m->scheme->name.nl);
    v[PLACE_EXECUTOR] = text_clean(a, m->scheme->executor);
    v[PLACE_APPLY] = text_clean(a, english ? m->scheme->apply.en : m->scheme->apply.nl);
    v[PLACE_APPLY_URL] = text_clean(a, m->scheme->url);
}

static bool put_personal(struct arena *a, const struct clearance *c, const struct mailing *m, const struct table *t,
                         const struct explanation *x, struct str *v, struct err *e)
{
    const struct str *meta = m->template->meta;
    bool english = m->template->english;
    int64_t row = clearance_row(c);
    v[PLACE_LETTER_ID] = letter_id(a, c, m);
    v[PLACE_AMOUNT] = amount_words(a, clearance_amount_cents(c), english);
    if (v[PLACE_AMOUNT].len == 0)
        return fail(e, ERR_LETTER, "an amount below one euro a year is nothing to write about; raise amount_min in the "
                    "policy");
    return address_line(a, t, row, meta[META_NAME], &v[PLACE_NAME], e) &&
           address_line(a, t, row, meta[META_ADDRESS1], &v[PLACE_ADDRESS1], e) &&
           address_line(a, t, row, meta[META_ADDRESS2], &v[PLACE_ADDRESS2], e) &&
           reason_lines(a, x, english, &v[PLACE_REASONS], e) && data_lines(a, x, english, &v[PLACE_DATA_LINES], e) &&
           other_data_lines(a, x, m->facts, t, row, english, &v[PLACE_OTHER_DATA], e);
}

/* ---- filling -------------------------------------------------------------------------------------- */

/* One pass: a value that looks like a placeholder stays what it is. */
static bool fill(struct str text, const struct str *values, struct buf *out, struct err *e)
{
    struct piece p;
    while (piece_next(&text, &p)) {
        enum place place;
        assert(!p.broken && "the linter let a broken placeholder through");
        if (!p.is_place) {
            buf_add(out, p.text);
            continue;
        }
        bool known = place_find(p.text, &place);
        assert(known && "the linter let an unknown placeholder through");
        if (values[place].len == 0)
            return fail(e, ERR_LETTER, "{" STR_FMT "} has no value in this language; fill it in where the scheme or the "
                        "sender is described", STR_ARG(p.text));
        buf_add(out, place_rules[place].shape == BLOCK ? str_trim(values[place]) : values[place]);
    }
    return true;
}

/* Nobody should be able to mistake a rehearsal for the real thing. */
static void mark_synthetic(const struct template *t, struct buf *out)
{
    text_wrap(t->english ? S("SPECIMEN: this letter is about people who do not exist. Do not send it.")
                         : S("VOORBEELD: deze brief gaat over mensen die niet bestaan. Niet versturen."), FLOW, out);
    buf_char(out, '\n');
}

static bool write_text(struct arena *a, const struct template *t, bool synthetic, const struct str *values,
                       struct str *text, struct err *e)
{
    struct buf out = buf_open(a, LIMIT_LETTER_BYTES);
    if (synthetic)
        mark_synthetic(t, &out);
    for (int i = 0; i < t->part_count; i++) {
        const struct part *p = &t->parts[i];
        struct buf filled = buf_open(a, LIMIT_LETTER_BYTES);
        if (!fill(str_trim(p->text), values, &filled, e))
            return false;
        if (i > 0)
            buf_char(&out, '\n');
        text_wrap(buf_str(&filled), part_rules[p->kind].layout, &out);
        out.over |= filled.over;
    }
    *text = buf_str(&out);
    return !out.over || fail(e, ERR_LIMIT, "a letter became longer than %d bytes; shorten the template", LIMIT_LETTER_BYTES);
}

static bool write_greeting(struct arena *a, const struct template *t, const struct str *values, struct str *out,
                           struct err *e)
{
    struct buf filled = buf_open(a, LIMIT_LETTER_BYTES);
    for (int i = 0; i < t->part_count; i++)
        if (t->parts[i].kind == PART_GREETING && !fill(str_trim(t->parts[i].text), values, &filled, e))
            return false;
    *out = text_clean(a, buf_str(&filled));
    return true;
}

bool letter_write(struct arena *a, const struct clearance *c, const struct mailing *m, const struct table *t,
                  const struct explanation *x, struct letter *out, struct err *e)
{
    assert(c && "INV-1: only a clearance becomes a letter");
    struct str v[PLACE_COUNT] = {{0}};
    if (!check_cleared(c, m, x, e) || !sender_check(m->sender, e))
        return false;
    int64_t row = clearance_row(c);
    struct pseudonym who = clearance_who(c);
    assert(row < t->rows && memcmp(t->who[row].at, who.at, sizeof who.at) == 0 && "INV-1: the clearance is of this table");
    assert(m->facts && "the letter names all facts that were read");
    put_shared(a, m, v);
    if (!put_personal(a, c, m, t, x, v, e))
        return false;
    *out = (struct letter){
        .id = v[PLACE_LETTER_ID], .who = who, .scheme = clearance_scheme(c), .lang = m->template->meta[META_LANG],
        .name = v[PLACE_NAME], .address1 = v[PLACE_ADDRESS1], .address2 = v[PLACE_ADDRESS2],
        .amount_cents = clearance_amount_cents(c), .template = m->template->meta[META_TEMPLATE],
        .version = m->template->meta[META_VERSION], .scheme_name = v[PLACE_SCHEME], .amount = v[PLACE_AMOUNT],
        .reasons = v[PLACE_REASONS], .data = v[PLACE_DATA_LINES], .apply = v[PLACE_APPLY],
    };
    return write_greeting(a, m->template, v, &out->greeting, e) &&
           write_text(a, m->template, t->synthetic, v, &out->text, e);
}
