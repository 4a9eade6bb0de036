/* SPDX-License-Identifier: EUPL-1.2 */
/* account.c: makes, chains and checks the lines of the account; signs and reads its head.
 * Not where they are kept (store/).
 */
#include "account/account.h"

static const char *const names[] = {
#define ACTION(code, name, nl, en) name,
#include "account/actions.def"
#undef ACTION
};

#define WORDS(text) {(text), (ptrdiff_t)sizeof(text) - 1}
static const struct phrase words[] = {
#define ACTION(code, name, nl, en) {WORDS(nl), WORDS(en)},
#include "account/actions.def"
#undef ACTION
};

const char *action_name(enum account_action a)
{
    assert(a >= 0 && a < ACTION_COUNT);
    return names[a];
}

struct phrase action_words(enum account_action a)
{
    assert(a >= 0 && a < ACTION_COUNT);
    return words[a];
}

bool action_find(struct str name, enum account_action *out)
{
    for (int i = 0; i < ACTION_COUNT; i++) {
        if (str_eq(str_of(names[i]), name)) {
            *out = (enum account_action)i;
            return true;
        }
    }
    return false;
}

/* ---- one line ----------------------------------------------------------------------------- */

static bool is_plain(struct str s)
{
    for (ptrdiff_t i = 0; i < s.len; i++)
        if ((unsigned char)s.at[i] < ' ' || s.at[i] == '"' || s.at[i] == '\\' || s.at[i] == '<')
            return false;
    return true;
}

/* Nearly all texts are names and hexadecimal, which need no escapes: one copy then. */
static void add_text(struct buf *out, struct str key, struct str text)
{
    buf_add(out, key);
    if (!is_plain(text)) {
        buf_json(out, text);
        return;
    }
    buf_char(out, '"');
    buf_add(out, text);
    buf_char(out, '"');
}

static void add_number(struct buf *out, struct str key, int64_t n)
{
    char digits[24];
    int at = (int)sizeof digits;
    uint64_t left = n < 0 ? -(uint64_t)n : (uint64_t)n;
    do
        digits[--at] = (char)('0' + left % 10);
    while (left /= 10);
    if (n < 0)
        digits[--at] = '-';
    buf_add(out, key);
    buf_add(out, (struct str){digits + at, (int)sizeof digits - at});
}

/* Written in the order of the keys; account_test holds it against js_canonical. */
void account_canonical(const struct account_line *line, struct buf *out)
{
    add_text(out, S("{\"action\":"), str_of(action_name(line->action)));
    add_text(out, S(",\"actor\":"), line->actor);
    add_number(out, S(",\"at_ms\":"), line->at_ms);
    add_text(out, S(",\"object\":"), line->object);
    add_text(out, S(",\"policy\":"), line->policy);
    add_text(out, S(",\"result\":"), line->result);
    add_text(out, S(",\"run\":"), line->run);
    add_number(out, S(",\"seq\":"), line->seq);
    buf_char(out, '}');
}

void account_chain(struct arena tmp, struct account_head *head, struct account_line *line)
{
    line->seq = head->seq + 1;
    line->previous = head->hash;
    struct buf canonical = buf_open(&tmp, LIMIT_ACCOUNT_LINE);
    account_canonical(line, &canonical);
    assert(!canonical.over);
    line->hash = hash_chain(line->previous, buf_str(&canonical));
    /* INV-6: the next line can only follow this one. */
    assert(line->seq > 0 && line->seq == head->seq + 1 && hash_eq(line->previous, head->hash));
    *head = (struct account_head){line->seq, line->hash};
}

bool account_check_line(struct arena tmp, struct account_check *c, const struct account_line *line, struct err *e)
{
    long long want = (long long)c->head.seq + 1, got = (long long)line->seq;
    /* INV-6: numbered without a gap, each following the one before, each unchanged. */
    if (got != want)
        return fail(e, ERR_ACCOUNT, "line %lld is not where it should be: line %lld was found there; "
                    "a line was removed, added or moved", want, got);
    if (line->action < 0 || line->action >= ACTION_COUNT)
        return fail(e, ERR_ACCOUNT, "line %lld has an action that does not exist; it was changed", got);
    if (!hash_eq(line->previous, c->head.hash))
        return fail(e, ERR_ACCOUNT, "line %lld does not follow line %lld as it stands; one of them was replaced", got,
                    got - 1);
    struct buf canonical = buf_open(&tmp, LIMIT_ACCOUNT_LINE);
    account_canonical(line, &canonical);
    if (canonical.over)
        return fail(e, ERR_ACCOUNT, "line %lld is larger than %d bytes; it was changed", got, LIMIT_ACCOUNT_LINE);
    if (!hash_eq(hash_chain(line->previous, buf_str(&canonical)), line->hash))
        return fail(e, ERR_ACCOUNT, "line %lld was changed after it was written", got);
    c->head = (struct account_head){line->seq, line->hash};
    c->count++;
    return true;
}

bool account_check_finish(const struct account_check *c, const struct account_head *signed_head, struct err *e)
{
    if (!signed_head)
        return true;
    long long have = (long long)c->head.seq, want = (long long)signed_head->seq;
    if (have < want)
        return fail(e, ERR_ACCOUNT,
                    "the account ends at line %lld, but line %lld was signed for: the tail was cut off", have, want);
    if (have > want)
        return fail(e, ERR_ACCOUNT, "the account ends at line %lld, but only line %lld was signed for: "
                    "lines were added, or the last run did not finish", have, want);
    if (!hash_eq(c->head.hash, signed_head->hash))
        return fail(e, ERR_ACCOUNT, "line %lld is not the one that was signed for: the account was rewritten", have);
    return true;
}

/* ---- the signed head ------------------------------------------------------------------------ */

static struct json *head_json(struct arena *a, struct account_head head)
{
    struct json *j = js_object(a);
    js_put_int(a, j, S("seq"), head.seq);
    js_put_text(a, j, S("hash"), hex_print(a, head.hash.at, sizeof head.hash.at));
    return j;
}

/* {"account": {"hash": …, "seq": …}}: named, so that a signature over something else that looks
 * alike can't stand in for it. */
static struct str head_text(struct arena *a, struct account_head head)
{
    struct json *top = js_object(a);
    js_put(a, top, S("account"), head_json(a, head));
    struct buf out = buf_open(a, LIMIT_ACCOUNT_LINE);
    js_canonical(top, &out);
    assert(!out.over);
    return buf_str(&out);
}

struct str account_head_sign(struct arena *a, struct account_head head, struct key seed)
{
    struct public_key key = sign_public(seed);
    struct signature value = sign_bytes(seed, head_text(a, head));
    struct json *top = js_object(a);
    js_put(a, top, S("account"), head_json(a, head));
    struct json *signature = js_put(a, top, S("signature"), js_object(a));
    js_put_text(a, signature, S("algorithm"), S("ed25519"));
    js_put_text(a, signature, S("key"), hex_print(a, key.at, sizeof key.at));
    js_put_text(a, signature, S("value"), hex_print(a, value.at, sizeof value.at));
    struct buf out = buf_open(a, LIMIT_ACCOUNT_LINE);
    js_pretty(top, &out);
    assert(!out.over);
    return buf_str(&out);
}

static bool get_hex(const struct json *in, struct str name, void *bytes, ptrdiff_t len)
{
    const struct json *j = js_get(in, name);
    return j && j->kind == JS_TEXT && hex_parse(j->text, bytes, len);
}

/* The shape only: two objects with these members and no others. */
static bool head_parse(const struct json *top, struct account_head *head, struct public_key *key,
                       struct signature *value)
{
    const struct json *account = js_get(top, S("account")), *signature = js_get(top, S("signature"));
    if (!account || !signature || top->count != 2 || account->count != 2 || signature->count != 3)
        return false;
    const struct json *seq = js_get(account, S("seq")), *algorithm = js_get(signature, S("algorithm"));
    if (!seq || seq->kind != JS_INT || seq->number < 0 || !algorithm || !str_eq(algorithm->text, S("ed25519")))
        return false;
    head->seq = seq->number;
    return get_hex(account, S("hash"), head->hash.at, sizeof head->hash.at) &&
           get_hex(signature, S("key"), key->at, sizeof key->at) &&
           get_hex(signature, S("value"), value->at, sizeof value->at);
}

bool account_head_read(struct arena *a, struct str file, struct str bytes, struct public_key key,
                       struct account_head *out, struct err *e)
{
    struct json *top;
    if (!js_read(a, file, bytes, &top, e))
        return false;
    const char *name = str_z(a, file);
    struct account_head head;
    struct public_key signed_key;
    struct signature value;
    if (!head_parse(top, &head, &signed_key, &value))
        return fail_at(e, ERR_ACCOUNT, name, 0, 0, "is no signed head of an account; restore it from a copy");
    if (!str_eq((struct str){(const char *)key.at, sizeof key.at},
                (struct str){(const char *)signed_key.at, sizeof signed_key.at}))
        return fail_at(e, ERR_ACCOUNT, name, 0, 0, "the head is signed by another key than the account's");
    if (!sign_verify(key, head_text(a, head), value))
        return fail_at(e, ERR_ACCOUNT, name, 0, 0, "the head was changed after it was signed");
    *out = head;
    return true;
}
