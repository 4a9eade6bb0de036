/* SPDX-License-Identifier: EUPL-1.2 */
/* receipt.c: what somebody can keep of one outcome and hold against a later evaluation: laws, engine, the
 * facts behind a salt, the outcome, the trace. It says nothing about a person to who has not got the facts.
 */
#include "program.h"

#define MARK "hoort-receipt-1"

struct people_at { const int32_t *rows; int32_t count; }; /* on a path: one, nobody, or a list */

static struct people_at people_on(struct arena *a, const struct binding_set *b, const struct relation_path *path, struct people_at from)
{
    const struct column *c = table_find(b->table, path->relation->name);
    struct people_at out = {NULL, 0};
    if (!c || from.count != 1 || from.rows[0] < 0 || from.rows[0] >= b->table->rows || column_state(c, from.rows[0]) != CELL_PRESENT)
        return out;
    if (c->type == COLUMN_PEOPLE) {
        out.rows = column_people(c, from.rows[0], &out.count);
        return out;
    }
    int32_t *one = arena_new(a, int32_t, 1);
    *one = (int32_t)column_int(c, from.rows[0]);
    return (struct people_at){one, 1};
}

/* Who it is differs between files; that there is somebody, and how many, does not. */
static void seal_fact(struct buf *out, const struct binding_set *b, int fact, int32_t row)
{
    const struct plan_fact *f = &b->plan->facts[fact];
    const struct column *c = b->sources[fact].column;
    buf_print(out, "%d %td " STR_FMT " ", f->path, f->fact->name.len, STR_ARG(f->fact->name));
    if (!c || row < 0 || row >= b->table->rows) {
        buf_add(out, S("nobody\n"));
        return;
    }
    buf_print(out, "%d %d %td " STR_FMT " ", source_state(&b->sources[fact], row), c->as_of, c->source.len, STR_ARG(c->source));
    int32_t count;
    if (c->type == COLUMN_TEXT) {
        buf_print(out, "%td ", column_text(c, row).len);
        buf_add(out, column_text(c, row));
    } else if (c->type == COLUMN_PEOPLE) {
        column_people(c, row, &count);
        buf_print(out, "%d", count);
    } else if (c->type != COLUMN_PERSON) {
        buf_print(out, "%lld", (long long)column_int(c, row));
    }
    buf_char(out, '\n');
}

/* The salt goes first, so that nobody can find an income by trying all incomes without it. */
struct hash eval_commit(struct arena tmp, const struct binding_set *b, int64_t row, struct hash salt)
{
    struct buf out = buf_open(&tmp, LIMIT_JSON_BYTES);
    const struct plan *p = b->plan;
    struct people_at *at = arena_new(&tmp, struct people_at, p->path_count);
    const int32_t self = (int32_t)row;
    at[0] = (struct people_at){&self, 1};
    for (int path = 1; path < p->path_count; path++)
        at[path] = people_on(&tmp, b, &p->paths[path], at[p->paths[path].parent]);
    for (int i = 0; i < p->fact_count; i++)
        for (int32_t k = 0; k < at[p->facts[i].path].count; k++)
            seal_fact(&out, b, i, at[p->facts[i].path].rows[k]);
    assert(!out.over);
    return hash_chain(salt, buf_str(&out));
}

struct receipt eval_receipt(struct arena tmp, const struct binding_set *b, int64_t row, const struct explanation *x, struct hash salt)
{
    return (struct receipt){
        .engine = S("hoort " HOORT_VERSION), .scheme = b->plan->scheme, .date = b->plan->date, .laws = b->plan->laws->hash,
        .plan = b->plan->hash, .salt = salt, .facts = eval_commit(tmp, b, row, salt), .trace = eval_digest(tmp, x),
        .verdict = x->result.verdict, .amount_state = x->result.amount_state, .amount_cents = x->result.amount_cents,
    };
}

/* ---- as JSON ------------------------------------------------------------------------------------------------- */

static const struct { const char *key; size_t at; } hashes[] = {
    {"laws", offsetof(struct receipt, laws)},   {"plan", offsetof(struct receipt, plan)},
    {"salt", offsetof(struct receipt, salt)},   {"facts", offsetof(struct receipt, facts)},
    {"trace", offsetof(struct receipt, trace)},
};

struct json *receipt_json(struct arena *a, const struct receipt *r)
{
    struct json *j = js_object(a);
    js_put_text(a, j, S("format"), S(MARK));
    js_put_text(a, j, S("engine"), r->engine);
    js_put_text(a, j, S("scheme"), r->scheme);
    js_put_text(a, j, S("date"), date_print(a, r->date));
    js_put_text(a, j, S("verdict"), str_of(verdict_name(r->verdict)));
    js_put_text(a, j, S("amount_state"), str_of(cell_state_name(r->amount_state)));
    js_put_int(a, j, S("amount_cents"), r->amount_cents);
    for (int i = 0; i < COUNT(hashes); i++)
        js_put_text(a, j, str_of(hashes[i].key), hex_print(a, (const char *)r + hashes[i].at, sizeof(struct hash)));
    return j;
}

static bool text_at(const struct json *j, const char *key, struct str *out)
{
    const struct json *member = js_get(j, str_of(key));
    *out = member && member->kind == JS_TEXT ? member->text : S("");
    return out->len > 0;
}

static bool verdict_of(struct str name, enum verdict *out)
{
    for (int v = VERDICT_NO; v <= VERDICT_FAULTY; v++) {
        *out = (enum verdict)v;
        if (str_eq(name, str_of(verdict_name(*out))))
            return true;
    }
    return false;
}

static bool state_of(struct str name, enum cell_state *out)
{
    for (int s = CELL_PRESENT; s <= CELL_FAULTY; s++) {
        *out = (enum cell_state)s;
        if (str_eq(name, str_of(cell_state_name(*out))))
            return true;
    }
    return false;
}

bool receipt_read(struct arena *a, struct str file, struct str bytes, struct receipt *out, struct err *e)
{
    struct json *j;
    struct str format, date, verdict, state, hex;
    if (!js_read(a, file, bytes, &j, e))
        return false;
    const struct json *cents = js_get(j, S("amount_cents"));
    *out = (struct receipt){.amount_cents = cents && cents->kind == JS_INT ? cents->number : 0};
    bool ok = text_at(j, "format", &format) && str_eq(format, S(MARK)) && text_at(j, "engine", &out->engine) &&
              text_at(j, "scheme", &out->scheme) && text_at(j, "date", &date) && date_parse(date, &out->date) &&
              text_at(j, "verdict", &verdict) && verdict_of(verdict, &out->verdict) &&
              text_at(j, "amount_state", &state) && state_of(state, &out->amount_state) && cents && cents->kind == JS_INT;
    for (int i = 0; i < COUNT(hashes); i++)
        ok = ok && text_at(j, hashes[i].key, &hex) && hex_parse(hex, (char *)out + hashes[i].at, sizeof(struct hash));
    if (ok)
        return true;
    struct arena tmp = *a;
    return fail_at(e, ERR_FACTS, str_z(&tmp, file), 0, 0, "this is no receipt of an outcome; hoort explain --receipt FILE makes one");
}

const char *receipt_difference(const struct receipt *was, const struct receipt *now)
{
    if (!hash_eq(was->laws, now->laws) || !hash_eq(was->plan, now->plan))
        return "laws";
    if (!hash_eq(was->facts, now->facts))
        return "facts";
    if (was->verdict != now->verdict || was->amount_state != now->amount_state || was->amount_cents != now->amount_cents)
        return "outcome";
    if (!hash_eq(was->trace, now->trace))
        return "trace";
    return NULL;
}
