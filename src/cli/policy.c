/* SPDX-License-Identifier: EUPL-1.2 */
/* policy.c: the verbs about a policy: show, sign, verify. */
#include "cli.h"

static bool read_policy(struct args *args, struct str *bytes, struct policy **out, struct err *e)
{
    return file_read(args->a, args->words[0], LIMIT_JSON_BYTES, bytes, e) &&
           policy_read(args->a, args->words[0], *bytes, out, e);
}

int cli_policy_show(struct args *args)
{
    struct str bytes, lang;
    struct policy *p;
    struct err e;
    if (!arg_lang(args, &lang))
        return 2;
    if (!read_policy(args, &bytes, &p, &e))
        return refused(&e);
    struct buf out = buf_open(args->a, 1 << 20);
    for (const struct policy_line *l = policy_words(args->a, p, lang); l; l = l->next)
        buf_print(&out, "%s" STR_FMT "\n", l->heading ? "\n" : "  ", STR_ARG(l->text));
    return print_buf(&out);
}

int cli_policy_sign(struct args *args)
{
    struct str bytes, made;
    struct key key;
    struct err e;
    if (!arg_needed(args, OPT_KEY) || !arg_needed(args, OPT_BY))
        return 2;
    bool ok = file_read(args->a, args->words[0], LIMIT_JSON_BYTES, &bytes, &e) &&
              key_file(args->value[OPT_KEY], true, &key, &e);
    if (!ok)
        return refused(&e);
    struct public_key public_ = sign_public(key);
    ok = policy_sign(args->a, args->words[0], bytes, key, args->value[OPT_BY], &made, &e);
    key_wipe(&key);
    if (!ok)
        return refused(&e);
    fprintf(stderr, "public key " STR_FMT ": give it to who must trust this policy\n", STR_ARG(hex_print(args->a, public_.at, 32)));
    return write_out(args, made);
}

int cli_policy_verify(struct args *args)
{
    struct str bytes;
    struct policy *p;
    struct public_key trusted;
    struct err e;
    int32_t on;
    if (!arg_needed(args, OPT_TRUST) || !arg_date(args, OPT_DATE, clock_today(), &on))
        return 2;
    if (!read_policy(args, &bytes, &p, &e) || !public_key_file(args->value[OPT_TRUST], &trusted, &e) ||
        !policy_check(p, trusted, on, &e))
        return refused(&e);
    printf("signed by " STR_FMT ", unchanged, and in force until " STR_FMT "\nhash " STR_FMT "\n", STR_ARG(p->signed_by),
           STR_ARG(date_print(args->a, p->until)), STR_ARG(hex_print(args->a, p->hash.at, 32)));
    return close_output(true);
}
