/* SPDX-License-Identifier: EUPL-1.2 */
/* sign.c: signs a policy and checks that it counts: signed by the trusted key, unchanged, in
 * force. Not a keeper of keys: they are arguments.
 */
#include "method/method.h"

/* {"by": role, "policy": {…}}, canonical: what the signature stands under. */
static struct str signed_text(struct arena *a, struct str by, struct str canonical)
{
    struct buf out = buf_open(a, LIMIT_BUF);
    buf_add(&out, S("{\"by\":"));
    buf_json(&out, by);
    buf_add(&out, S(",\"policy\":"));
    buf_add(&out, canonical);
    buf_char(&out, '}');
    assert(!out.over);
    return buf_str(&out);
}

static bool key_eq(struct public_key a, struct public_key b)
{
    return str_eq((struct str){(const char *)a.at, sizeof a.at}, (struct str){(const char *)b.at, sizeof b.at});
}

static bool check_signature(struct arena tmp, const struct policy *p, struct public_key trusted, struct err *e)
{
    if (!p->is_signed)
        return fail(e, ERR_POLICY, "policy '" STR_FMT "' is not signed; have it signed by who may decide",
                    STR_ARG(p->id));
    if (!key_eq(p->signed_key, trusted))
        return fail(e, ERR_POLICY, "policy '" STR_FMT "' is signed by another key than the trusted one; "
                    "have it signed by who may decide", STR_ARG(p->id));
    if (!sign_verify(trusted, signed_text(&tmp, p->signed_by, p->canonical), p->signature))
        return fail(e, ERR_POLICY, "policy '" STR_FMT "' was changed after it was signed; "
                    "restore it or have it signed again", STR_ARG(p->id));
    return true;
}

static bool check_in_force(struct arena tmp, const struct policy *p, int32_t today, struct err *e)
{
    if (today < p->from)
        return fail(e, ERR_POLICY,
                    "policy '" STR_FMT "' is not in force yet: it starts on " STR_FMT "; wait until then",
                    STR_ARG(p->id), STR_ARG(date_print(&tmp, p->from)));
    if (today > p->until)
        return fail(e, ERR_POLICY,
                    "policy '" STR_FMT "' is no longer in force: it ended on " STR_FMT "; decide again",
                    STR_ARG(p->id), STR_ARG(date_print(&tmp, p->until)));
    return true;
}

bool policy_check(const struct policy *p, struct public_key trusted, int32_t today, struct err *e)
{
    int64_t room = p->canonical.len * 4 + (64 << 10);
    struct arena tmp = arena_open(room);
    char *start = tmp.at;
    /* INV-7: what is checked is what was read. */
    assert(hash_eq(hash_of(p->canonical), p->hash));
    bool ok = check_signature(tmp, p, trusted, e) && check_in_force(tmp, p, today, e);
    arena_close(&tmp, room, start);
    return ok;
}

bool policy_sign(struct arena *a, struct str file, struct str bytes, struct key seed, struct str by,
                 struct str *signed_file, struct err *e)
{
    struct policy *p;
    struct json *root;
    if (!policy_read(a, file, bytes, &p, e) || !js_read(a, file, bytes, &root, e))
        return false;
    struct public_key key = sign_public(seed);
    struct signature value = sign_bytes(seed, signed_text(a, by, p->canonical));
    struct json *policy = js_get(root, S("policy")), *top = js_object(a);
    policy->next = NULL;             /* leaves the file that it came from, and its old signature */
    js_put(a, top, S("policy"), policy);
    struct json *signature = js_put(a, top, S("signature"), js_object(a));
    js_put_text(a, signature, S("algorithm"), S("ed25519"));
    js_put_text(a, signature, S("key"), hex_print(a, key.at, sizeof key.at));
    js_put_text(a, signature, S("by"), by);
    js_put_text(a, signature, S("value"), hex_print(a, value.at, sizeof value.at));
    struct buf out = buf_open(a, LIMIT_BUF);
    js_pretty(top, &out);
    assert(!out.over);
    *signed_file = buf_str(&out);
    /* The role is checked like everything else that people write: by reading it. */
    return policy_read(a, file, *signed_file, &p, e);
}
