/* SPDX-License-Identifier: EUPL-1.2 */
/* explain.c: why, for one resident: the reference interpreter's trace, its digest, and the few
 * sentences that carry the outcome. Never computed in bulk.
 */
#include "reference.h"

struct explanation eval_explain(struct arena *a, const struct binding_set *b, int64_t row)
{
    struct answer entitled = reference_output(a, b, row, b->plan->about->entitled, true);
    struct answer amount = reference_output(a, b, row, b->plan->about->amount, true);
    struct explanation x = {.result = one_of_answers(&entitled, &amount), .entitled = entitled.trace,
                            .amount = amount.trace};
    return x;
}

/* ---- digest -------------------------------------------------------------------------------------------------- */

/* Seven bits a byte; the last has its top bit clear. */
static void seal_number(struct buf *out, uint32_t n)
{
    char bytes[5];
    int len = 0;
    for (; n > 127; n >>= 7)
        bytes[len++] = (char)(n | 128);
    bytes[len++] = (char)n;
    buf_add(out, (struct str){bytes, len});
}

static void seal(struct buf *out, struct str s)
{
    seal_number(out, (uint32_t)s.len);
    buf_add(out, s);
}

/* All that carries the outcome, each text with its length before it; not the sentences, which say the same
 * in words, nor texts of the law, whose files have hashes of their own. */
static void seal_trace(const struct trace *t, struct buf *out)
{
    seal_number(out, (uint32_t)t->kind << 2 | (uint32_t)t->state);
    seal_number(out, (uint32_t)t->count);
    seal(out, t->name);
    seal(out, t->value);
    seal(out, t->law);
    seal(out, t->article);
    if (t->kind == TRACE_FACT) {
        seal_number(out, (uint32_t)t->path);
        seal_number(out, (uint32_t)t->as_of);
        seal(out, t->source);
    }
    for (const struct trace *child = t->first; child; child = child->next)
        seal_trace(child, out);
}

struct hash eval_digest(struct arena tmp, const struct explanation *x)
{
    struct buf out = buf_open(&tmp, LIMIT_JSON_BYTES);
    seal_trace(x->entitled, &out);
    if (x->amount)
        seal_trace(x->amount, &out);
    assert(!out.over);
    return hash_of(buf_str(&out));
}

static const char *kind_name(enum trace_kind k)
{
    static const char *const names[] = {"output", "operation", "fact", "value"};
    return names[k];
}

static void put_text(struct arena *a, struct json *j, const char *key, struct str text)
{
    if (text.len)
        js_put_text(a, j, str_of(key), text);
}

struct json *trace_json(struct arena *a, const struct trace *t)
{
    struct json *j = js_object(a);
    js_put_text(a, j, S("kind"), str_of(kind_name(t->kind)));
    js_put_text(a, j, S("name"), t->name);
    put_text(a, j, "label_nl", t->label.nl);
    put_text(a, j, "label_en", t->label.en);
    put_text(a, j, "law", t->law);
    put_text(a, j, "article", t->article);
    if (t->basis) {
        put_text(a, j, "basis_law", t->basis->law);
        put_text(a, j, "basis_article", t->basis->article);
        put_text(a, j, "basis_paragraph", t->basis->paragraph);
    }
    if (t->kind == TRACE_FACT || t->path)
        js_put_int(a, j, S("person"), t->path);
    if (t->kind == TRACE_FACT) {
        put_text(a, j, "source", t->source);
        if (t->as_of != INT32_MIN)
            js_put_text(a, j, S("as_of"), date_print(a, t->as_of));
    }
    js_put_text(a, j, S("state"), str_of(cell_state_name(t->state)));
    put_text(a, j, "value", t->value);
    put_text(a, j, "nl", t->sentence.nl);
    put_text(a, j, "en", t->sentence.en);
    struct json *children = t->first ? js_list(a) : NULL;
    for (const struct trace *child = t->first; child; child = child->next)
        js_put(a, children, S(""), trace_json(a, child));
    if (children)
        js_put(a, j, S("because"), children);
    return j;
}

static void print_at(const struct trace *t, int depth, struct buf *out)
{
    for (int i = 0; i < depth; i++)
        buf_add(out, S("  "));
    buf_add(out, t->name);
    buf_add(out, t->state == CELL_PRESENT ? S(" = ") : S(": "));
    buf_add(out, t->state == CELL_PRESENT ? t->value : str_of(cell_state_name(t->state)));
    if (t->kind == TRACE_FACT) {
        buf_print(out, "   [%s" STR_FMT, t->path ? "of the partner or other person; " : "", STR_ARG(t->source));
        struct arena tmp = *out->a;
        if (t->as_of != INT32_MIN) {
            struct str on = date_print(&tmp, t->as_of);
            buf_print(out, ", " STR_FMT, STR_ARG(on));
        }
        buf_char(out, ']');
    }
    if (t->law.len)
        buf_print(out, "   (" STR_FMT " art. " STR_FMT ")", STR_ARG(t->law), STR_ARG(t->article));
    if (t->basis && t->basis->article.len)
        buf_print(out, "   <" STR_FMT " art. " STR_FMT "%s" STR_FMT ">", STR_ARG(t->basis->law),
                  STR_ARG(t->basis->article), t->basis->paragraph.len ? " lid " : "", STR_ARG(t->basis->paragraph));
    buf_char(out, '\n');
    for (const struct trace *child = t->first; child; child = child->next)
        print_at(child, depth + 1, out);
}

void trace_print(const struct trace *t, struct buf *out)
{
    print_at(t, 0, out);
}

/* ---- reasons ------------------------------------------------------------------------------------------------ */

struct reasons { struct phrase *at; int count, max; };

static void add_reason(struct reasons *r, struct phrase p)
{
    for (int i = 0; i < r->count; i++)
        if (str_eq(r->at[i].nl, p.nl))
            return;
    if (p.nl.len && r->count < r->max)
        r->at[r->count++] = p;
}

/* A condition carries the outcome when it came out the same way: all of the true ones for a yes,
 * the false one for a no, the silent ones for "we don't know". Under NOT it is the other way around. */
static bool carries(const struct trace *t, const struct trace *root, bool denied)
{
    if (root->state != CELL_PRESENT)
        return t->state != CELL_PRESENT;
    bool yes = str_eq(root->value, S("true")) != denied;
    return t->state == CELL_PRESENT && str_eq(t->value, yes ? S("true") : S("false"));
}

static bool is_operation(const struct trace *t, const char *name)
{
    return t->kind == TRACE_OPERATION && str_eq(t->name, str_of(name));
}

static bool is_named(const struct trace *t)
{
    return t->kind == TRACE_OUTPUT && t->sentence.nl.len > 0;
}

/* Whether a condition came out so by conditions that have sentences of their own, which say more than that it did. */
static bool is_told_by_parts(const struct trace *t, const struct trace *root, bool denied)
{
    const struct trace *inside = trace_inside(t);
    int told = 0;
    if (inside == t || !(is_operation(inside, "AND") || is_operation(inside, "OR")))
        return false;
    for (const struct trace *part = inside->first; part; part = part->next) {
        bool not = is_operation(part, "NOT") && part->first;
        const struct trace *one = not ? part->first : part;
        if (!carries(one, root, denied != not))
            continue;
        if (!is_named(one))
            return false;
        told++;
    }
    return told > 0;
}

/* What is looked for. */
struct search { const struct trace *root; bool yes, only_denied, only_plain; };

static void collect(struct reasons *r, const struct search *s, const struct trace *t, bool denied, bool inner, int depth)
{
    for (const struct trace *child = t->first; child; child = child->next) {
        bool carrier = is_named(child) && carries(child, s->root, denied);
        if (carrier && !(s->yes && inner) && is_told_by_parts(child, s->root, denied))
            collect(r, s, child, denied, true, 0);
        else if (carrier && !(denied ? s->only_plain : s->only_denied))
            add_reason(r, child->sentence);
        else if (depth < 3 && !is_named(child))
            collect(r, s, child, denied != is_operation(child, "NOT"), inner, depth + 1);
    }
}

/* Of a yes first what is so, then what fortunately is not so, and no deeper than the parts of a condition. Of a no and of
 * "we don't know" all that made it so, as deep as there are sentences. */
struct phrase *eval_reasons(struct arena *a, const struct explanation *x, int max, int *count)
{
    struct reasons r = {arena_new(a, struct phrase, max), 0, max};
    const struct trace *root = x->entitled;
    bool yes = root->state == CELL_PRESENT && str_eq(root->value, S("true"));
    collect(&r, &(struct search){root, yes, .only_plain = yes}, root, false, false, 0);
    if (yes)
        collect(&r, &(struct search){root, yes, .only_denied = true}, root, false, false, 0);
    if (r.count == 0)
        add_reason(&r, root->sentence);
    *count = r.count;
    return r.at;
}

struct json *explanation_json(struct arena *a, const struct plan *p, const struct explanation *x, int max, struct json *outlook)
{
    struct json *j = js_object(a);
    int count;
    js_put_text(a, j, S("scheme"), p->scheme);
    js_put_text(a, j, S("verdict"), str_of(verdict_name(x->result.verdict)));
    js_put_text(a, j, S("amount_state"), str_of(cell_state_name(x->result.amount_state)));
    if (x->result.amount_state == CELL_PRESENT)
        js_put_int(a, j, S("amount_cents"), x->result.amount_cents);
    const struct phrase *reasons = eval_reasons(a, x, max, &count);
    struct json *list = js_put(a, j, S("reasons"), js_list(a));
    for (int i = 0; i < count; i++) {
        struct json *reason = js_put(a, list, S(""), js_object(a));
        js_put_text(a, reason, S("nl"), reasons[i].nl);
        js_put_text(a, reason, S("en"), reasons[i].en);
    }
    if (outlook)
        js_put(a, j, S("outlook"), outlook);
    js_put(a, j, S("entitled"), trace_json(a, x->entitled));
    if (x->amount)
        js_put(a, j, S("amount"), trace_json(a, x->amount));
    return j;
}
