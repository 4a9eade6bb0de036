/* SPDX-License-Identifier: EUPL-1.2 */
/* governance.c: the two pages by which others can check us: the policy and the account. Not
 * their checking: method/ and account/ do that.
 */
#include "web/visit.h"

const struct html *policy_lines(struct visit *v, const struct policy_line *line)
{
    struct html_list *all = html_list_open(v->a);
    while (line) {
        if (line->heading) {
            html_list_add(all, page_policy_heading(v->a, v->lang, line->text));
            line = line->next;
        }
        struct html_list *items = html_list_open(v->a);
        bool any = false;
        for (; line && !line->heading; line = line->next, any = true)
            html_list_add(items, page_item(v->a, v->lang, (struct phrase){line->text, line->text}));
        if (any)
            html_list_add(all, page_policy_list(v->a, v->lang, html_list_done(items)));
    }
    return html_list_done(all);
}

bool page_of_policy(struct visit *v, struct reply *r, struct err *e)
{
    struct policy_view p;
    struct str label;
    if (!visit_label(v, &label, e) || !app_policy(v->a, v->site->app, &p, e))
        return false;
    struct phrase title = word(WORD_policy_title);
    reply_page(v, r, title, label,
               page_policy(v->a, v->lang, title, p.policy->title, p.in_order, str_of(p.problem.text), p.policy->from,
                           p.policy->until, p.policy->is_signed ? p.policy->signed_by : S(""), p.policy->decided_by,
                           hex_print(v->a, p.policy->hash.at, sizeof p.policy->hash.at),
                           policy_lines(v, v->lang == LANG_NL ? p.nl : p.en)));
    return true;
}

/* ---- account ---------------------------------------------------------------------------------------- */

/* Results are names from the .def lists; what is not in them is shown as it is. */
static struct phrase result_words(struct visit *v, struct str result)
{
    static const struct { struct str name; enum word words; } plain[] = {
        {{"ok", 2}, WORD_result_ok}, {{"wrong", 5}, WORD_result_wrong}, {{"blocked", 7}, WORD_result_blocked}};
    uint32_t roles;
    struct err none;
    for (int i = 0; i < COUNT(plain); i++)
        if (str_eq(result, plain[i].name))
            return word(plain[i].words);
    if (roles_read(result, &roles, &none))
        return roles_words(v->a, roles);
    for (int i = 0; i < REFUSAL_COUNT; i++)
        if (str_eq(result, str_of(refusal_name((enum refusal)i))))
            return refusal_words((enum refusal)i);
    for (int i = VERDICT_NO; i <= VERDICT_FAULTY; i++)
        if (str_eq(result, str_of(verdict_name((enum verdict)i))))
            return verdict_words((enum verdict)i);
    return (struct phrase){result, result};
}

static const struct html *counts(struct visit *v, const struct account_view *x)
{
    struct html_list *rows = html_list_open(v->a);
    for (int i = 0; i < ACTION_COUNT; i++)
        if (x->by_action[i])
            html_list_add(rows, page_account_count(v->a, v->lang, action_words((enum account_action)i), x->by_action[i]));
    return html_list_done(rows);
}

static const struct html *last(struct visit *v, const struct account_view *x)
{
    struct html_list *rows = html_list_open(v->a);
    for (int i = 0; i < x->last_count; i++) {
        const struct account_line *l = &x->last[i];
        struct str object = l->object.len > 12 ? str_format(v->a, STR_FMT "…", STR_ARG(str_slice(l->object, 0, 12))) : l->object;
        html_list_add(rows, page_account_row(v->a, v->lang, l->seq, l->at_ms, action_words(l->action), object,
                                             result_words(v, l->result), l->actor));
    }
    return html_list_done(rows);
}

bool page_of_account(struct visit *v, struct reply *r, struct err *e)
{
    struct account_view x;
    struct str label;
    if (!visit_label(v, &label, e) || !app_account(v->a, v->site->app, &x, e))
        return false;
    struct phrase title = word(WORD_account_title);
    reply_page(v, r, title, label,
               page_account(v->a, v->lang, title, x.verified, x.head_signed, str_of(x.problem.text), x.lines,
                            hex_print(v->a, x.head.at, sizeof x.head.at), counts(v, &x), x.last_count, last(v, &x)));
    return true;
}
