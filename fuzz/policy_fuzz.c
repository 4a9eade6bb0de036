/* SPDX-License-Identifier: EUPL-1.2 */
/* policy_fuzz.c: any bytes as a policy: refused with one line, or read, put into words and read
 * back the same. Seeds in fuzz/corpus/policy. Not part of the product.
 */
#include "method/method.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static struct arena boot;

static void must(bool ok)
{
    if (!ok)
        abort();
}

/* What was accepted is the same policy when read from its canonical form. */
static void read_back(struct arena a, const struct policy *p)
{
    struct buf file = buf_open(&a, LIMIT_BUF);
    struct policy *again;
    struct err e;
    buf_add(&file, S("{\"policy\":"));
    buf_add(&file, p->canonical);
    buf_char(&file, '}');
    must(policy_read(&a, S("again"), buf_str(&file), &again, &e));
    must(hash_eq(p->hash, again->hash) && str_eq(p->canonical, again->canonical));
}

/* Signed by us it counts in its time, and for nobody else's key. */
static void sign_and_check(struct arena a, struct str bytes)
{
    struct key seed = {{7}}, other = {{8}};
    struct str file;
    struct policy *p;
    struct err e;
    must(policy_sign(&a, S("f"), bytes, seed, S("college"), &file, &e));
    must(policy_read(&a, S("f"), file, &p, &e));
    must(policy_check(p, sign_public(seed), p->until, &e));
    must(!policy_check(p, sign_public(other), p->until, &e));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    if (!boot.at)
        boot = arena_open(LIMIT_ARENA_REQUEST);
    struct arena a = boot;
    struct str text = {(const char *)bytes, (ptrdiff_t)len};
    struct err e = {.code = ERR_NONE};
    struct policy *p;
    if (!policy_read(&a, S("fuzz"), text, &p, &e)) {
        must(e.code != ERR_NONE && e.text[0]);
        return 0;
    }
    must(policy_words(&a, p, S("nl")) && policy_words(&a, p, S("en")));
    read_back(a, p);
    sign_and_check(a, text);
    return 0;
}
