/* SPDX-License-Identifier: EUPL-1.2 */
/* room_evidence.c: what each of the five sentences of a dilemma would do to the workspace's people, for a group that is
 * deciding; what was shown is kept by its hash. The figures are evidence/'s; an anchor's settings are dials where a dial
 * turns that field. Not the page with sliders (evidence.c).
 */
#include "web/rooms.h"

/* "amount_min=120,k_min=10": of what the anchor sets, that which a dial turns; *all: nothing was left out. */
static struct str settings_of(struct arena *a, const struct anchor *anchor, bool *all)
{
    struct buf b = buf_open(a, LIMIT_POLICY_TEXT);
    *all = true;
    for (const struct setting *s = anchor->settings; s; s = s->next) {
        int d = 0;
        int64_t n;
        while (d < DIAL_COUNT && (s->later || !str_eq(str_of(dial_field((enum dial)d)), s->field)))
            d++;
        if (d == DIAL_COUNT) {
            *all &= str_eq(s->field, S("schemes.certainty_min"));    /* has one value only */
            continue;
        }
        bool euros = d == DIAL_AMOUNT_MIN && str_to_int64(s->value, &n);
        struct str value = euros ? str_format(a, "%lld", (long long)(n / 100)) : s->value;
        buf_print(&b, "%s%s=" STR_FMT, b.len ? "," : "", dial_name((enum dial)d), STR_ARG(value));
    }
    return buf_str(&b);
}

static const struct html *shown_words(struct visit *v, struct shown n)
{
    return page_evidence_shown(v->a, v->lang, n.n, n.hidden);
}

static const struct html *anchor_row(struct visit *v, const struct dilemma *d, int i, const struct outcome *o, bool all)
{
    return page_evidence_anchor(v->a, v->lang, i + 1, d->anchors[i].text, shown_words(v, o->searched), shown_words(v, o->not_using),
                                shown_words(v, o->reached), o->run_blocked, !all);
}

struct sentences { struct alternative all[ANCHORS]; bool whole[ANCHORS]; const struct evidence *evidence; };

static bool weigh(struct visit *v, const struct dilemma *d, struct sentences *s, struct err *e)
{
    const struct app_evidence *kept;
    struct str settings[ANCHORS];
    for (int i = 0; i < ANCHORS; i++)
        settings[i] = settings_of(v->a, &d->anchors[i], &s->whole[i]);
    if (!app_evidence_kept(v->site->app, true, &kept, e))
        return false;
    s->evidence = app_evidence_of(kept);
    return app_evidence_weigh_all(v->a, kept, settings, ANCHORS, s->all, e);
}

bool room_evidence(struct visit *v, const struct dilemma *d, const struct html **out, struct str *record, struct err *e)
{
    struct sentences s;
    struct html_list *l = html_list_open(v->a);
    if (!weigh(v, d, &s, e))
        return false;
    for (int k = 0; k < s.evidence->scheme_count; k++) {
        struct html_list *rows = html_list_open(v->a);
        for (int i = 0; i < ANCHORS; i++)
            html_list_add(rows, anchor_row(v, d, i, &s.all[i].schemes[k], s.whole[i]));
        struct str scheme = s.evidence->schemes[k].plan->scheme;
        struct str id = str_format(v->a, "gevolgen-" STR_FMT "-" STR_FMT, STR_ARG(d->id), STR_ARG(scheme));
        html_list_add(l, page_evidence_of_dilemma(v->a, v->lang, id, s.evidence->schemes[k].plan->about->name, d->question,
                                                  html_list_done(rows), s.evidence->synthetic));
    }
    struct buf b = buf_open(v->a, LIMIT_RECORD_BYTES);
    js_canonical(evidence_json(v->a, s.evidence, s.all, ANCHORS), &b);
    *record = buf_str(&b);
    *out = html_list_done(l);
    return !b.over || fail(e, ERR_LIMIT, "the figures are too large to keep; take fewer schemes");
}
