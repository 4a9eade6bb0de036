/* SPDX-License-Identifier: EUPL-1.2 */
/* papers.c: what comes out of the records of one decision, as pages and files. Not what it says (paper/).
 */
#include "paper/paper.h"
#include "web/decision.h"

/* ---- the records, for paper/ ------------------------------------------------------------------------------ */

static const struct paper_approval *approvals(struct visit *v, const struct app_decision *d)
{
    struct paper_approval *first = NULL;
    enum { DAY_MS = 24 * 60 * 60 * 1000 };
    for (const struct approval *x = d->approvals; x; x = x->next) {
        struct paper_approval *p = arena_new(v->a, struct paper_approval, 1);
        *p = (struct paper_approval){phrase_in(v->lang, approver_words(v, x->by)), (int32_t)(x->at_ms / DAY_MS), first};
        first = p;
    }
    return first;
}

/* In force: the workspace's policy came from exactly this version of the decision, and is in order. The case: as it was when
 * it was decided on. */
static bool collect(struct visit *v, struct reply *r, struct deciding *d, struct paper_input *out, bool *found, struct err *e)
{
    struct app *app = v->site->app;
    struct policy_view now;
    struct overview o;
    struct proposal p;
    if (!deciding_open(v, r, d, found, e) || !*found)
        return !*found;
    if (!d->any) {
        reply_refuse(v, r, 404, word(WORD_decision_none_yet), word(WORD_decision_none_yet_remedy), S(""));
        *found = false;
        return true;
    }
    if (!app_proposal(v->a, app, &d->now, &p, e) || !app_policy(v->a, app, &now, e) || !app_overview(v->a, app, &o, e))
        return false;
    bool ours = str_eq(now.policy->decision_hash, d->now.version.hash);
    *out = (struct paper_input){.case_ = &d->case_.record, .decision = &d->now.decision, .decision_hash = d->now.version.hash,
                                .room = d->session ? d->session->room : NULL, .library = d->shelf.l,
                                .policy = ours ? now.policy : p.made ? p.policy : NULL, .in_force = ours && now.in_order,
                                .laws = o.laws, .approvals = approvals(v, &d->now)};
    return true;
}

/* ---- pages of text ------------------------------------------------------------------------------------------ */

static const struct html *lines(struct visit *v, const struct paper_line *l)
{
    struct html_list *all = html_list_open(v->a);
    while (l) {
        struct html_list *items = html_list_open(v->a);
        bool any = false;
        for (; l && l->kind == PAPER_ITEM; l = l->next, any = true)
            html_list_add(items, page_paper_item(v->a, v->lang, l->text));
        if (any)
            html_list_add(all, page_policy_list(v->a, v->lang, html_list_done(items)));
        if (!l)
            break;
        html_list_add(all, l->kind == PAPER_HEADING         ? page_policy_heading(v->a, v->lang, l->text)
                           : l->kind == PAPER_SMALL_HEADING ? page_paper_small(v->a, v->lang, l->text)
                                                            : page_paper_text(v->a, v->lang, l->text));
        l = l->next;
    }
    return html_list_done(all);
}

static const struct { enum route route; enum paper paper; enum word title, line; } papers[] = {
    {ROUTE_PAPER_DOCUMENT, PAPER_DOCUMENT, WORD_paper_document, WORD_paper_document_line},
    {ROUTE_PAPER_COUNCIL, PAPER_COUNCIL, WORD_paper_council, WORD_paper_council_line},
    {ROUTE_PAPER_RESIDENT, PAPER_RESIDENT, WORD_paper_resident, WORD_paper_resident_line},
    {ROUTE_PAPER_INSTRUCTION, PAPER_INSTRUCTION, WORD_paper_instruction, WORD_paper_instruction_line}};

bool page_of_paper(struct visit *v, struct reply *r, struct err *e)
{
    struct deciding d;
    struct paper_input in;
    bool found;
    int which = 0;
    if (!collect(v, r, &d, &in, &found, e) || !found)
        return !found;
    while (papers[which].route != v->target.route)
        which++;
    const struct paper_line *text = paper_write(v->a, &in, papers[which].paper, lang_name(v->lang));
    reply_page(v, r, word(papers[which].title), d.shelf.label,
               page_paper(v->a, v->lang, in.decision->title, word(papers[which].title), word(papers[which].line), in.in_force,
                          lines(v, text), visit_path(v, ROUTE_DECISION, d.id, S(""))));
    return true;
}

const struct html *paper_links(struct visit *v, struct str case_id)
{
    struct html_list *all = html_list_open(v->a);
    for (int i = 0; i < COUNT(papers); i++)
        html_list_add(all, page_paper_link(v->a, v->lang, visit_path(v, papers[i].route, case_id, S("")), word(papers[i].title)));
    html_list_add(all, page_paper_link(v->a, v->lang, visit_path(v, ROUTE_PAPER_REGISTER, case_id, S("")), word(WORD_paper_register)));
    html_list_add(all, page_paper_link(v->a, v->lang, visit_path(v, ROUTE_ASSURE, case_id, S("")), word(WORD_assure_title)));
    return page_paper_links(v->a, v->lang, html_list_done(all));
}

/* ---- the register --------------------------------------------------------------------------------------------- */

/* *found: there is something to register. */
static bool fields_of(struct visit *v, struct reply *r, struct deciding *d, struct register_field **out, bool *found, struct err *e)
{
    struct paper_input in;
    if (!collect(v, r, d, &in, found, e) || !*found)
        return !*found;
    *out = paper_register(v->a, &in);
    *found = *out != NULL;
    if (!*out)
        reply_refuse(v, r, 404, word(WORD_register_nothing), word(WORD_register_nothing_remedy), S(""));
    return true;
}

bool page_of_register(struct visit *v, struct reply *r, struct err *e)
{
    struct deciding d;
    struct register_field *fields;
    bool found;
    int wrong = 0;
    if (!fields_of(v, r, &d, &fields, &found, e) || !found)
        return !found;
    struct html_list *rows = html_list_open(v->a);
    for (const struct register_field *f = fields; f; f = f->next) {
        wrong += f->missing || f->too_long;
        html_list_add(rows, page_register_row(v->a, v->lang, f->name, f->text, f->max, f->missing, f->too_long));
    }
    struct phrase title = word(WORD_paper_register);
    reply_page(v, r, title, d.shelf.label,
               page_register(v->a, v->lang, title, d.now.decision.title, wrong, html_list_done(rows),
                             visit_path(v, ROUTE_PAPER_REGISTER_FILE, d.id, S("")), visit_path(v, ROUTE_DECISION, d.id, S(""))));
    return true;
}

bool file_of_register(struct visit *v, struct reply *r, struct err *e)
{
    struct deciding d;
    struct register_field *fields;
    bool found;
    if (!fields_of(v, r, &d, &fields, &found, e) || !found)
        return !found;
    r->type = "application/json; charset=utf-8";
    r->body = paper_register_json(v->a, fields);
    r->download = str_format(v->a, STR_FMT ".register.json", STR_ARG(d.id));
    return true;
}
