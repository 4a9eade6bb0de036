/* SPDX-License-Identifier: EUPL-1.2 */
/* crypt.c: hashes, pseudonyms and signatures; the one file that includes libsodium.
 * Not a source of randomness: keys come in as arguments.
 */
#include "base.h"

#include <sodium.h>
#include <string.h>

static const unsigned char *bytes_of(struct str s)
{
    return (const unsigned char *)(s.len ? s.at : "");
}

struct hash hash_of(struct str bytes)
{
    struct hash h;
    crypto_generichash(h.at, sizeof h.at, bytes_of(bytes), (size_t)bytes.len, NULL, 0);
    return h;
}

struct hash hash_chain(struct hash previous, struct str bytes)
{
    struct hash h;
    crypto_generichash_state state;
    crypto_generichash_init(&state, NULL, 0, sizeof h.at);
    crypto_generichash_update(&state, previous.at, sizeof previous.at);
    crypto_generichash_update(&state, bytes_of(bytes), (size_t)bytes.len);
    crypto_generichash_final(&state, h.at, sizeof h.at);
    return h;
}

struct sha256 sha256_of(struct str bytes)
{
    struct sha256 h;
    crypto_hash_sha256(h.at, bytes_of(bytes), (size_t)bytes.len);
    return h;
}

bool hash_eq(struct hash a, struct hash b)
{
    return sodium_memcmp(a.at, b.at, sizeof a.at) == 0;
}

struct pseudonym pseudonym_of(struct key key, struct str purpose, struct str bsn)
{
    /* The purpose is hashed in front with its length, so that "ab"+"c" is not "a"+"bc". */
    struct pseudonym p;
    uint64_t len = (uint64_t)purpose.len;
    crypto_generichash_state state;
    crypto_generichash_init(&state, key.at, sizeof key.at, sizeof p.at);
    crypto_generichash_update(&state, (const unsigned char *)&len, sizeof len);
    crypto_generichash_update(&state, bytes_of(purpose), (size_t)purpose.len);
    crypto_generichash_update(&state, bytes_of(bsn), (size_t)bsn.len);
    crypto_generichash_final(&state, p.at, sizeof p.at);
    return p;
}

static void key_pair(struct key seed, unsigned char public_[crypto_sign_PUBLICKEYBYTES],
                     unsigned char secret[crypto_sign_SECRETKEYBYTES])
{
    crypto_sign_seed_keypair(public_, secret, seed.at);
}

struct public_key sign_public(struct key seed)
{
    struct public_key p;
    unsigned char secret[crypto_sign_SECRETKEYBYTES];
    key_pair(seed, p.at, secret);
    sodium_memzero(secret, sizeof secret);
    return p;
}

struct signature sign_bytes(struct key seed, struct str bytes)
{
    struct signature s;
    unsigned char public_[crypto_sign_PUBLICKEYBYTES], secret[crypto_sign_SECRETKEYBYTES];
    key_pair(seed, public_, secret);
    crypto_sign_detached(s.at, NULL, bytes_of(bytes), (unsigned long long)bytes.len, secret);
    sodium_memzero(secret, sizeof secret);
    return s;
}

bool sign_verify(struct public_key key, struct str bytes, struct signature s)
{
    return crypto_sign_verify_detached(s.at, bytes_of(bytes), (unsigned long long)bytes.len, key.at) == 0;
}

void key_wipe(struct key *key)
{
    sodium_memzero(key, sizeof *key);
}

bool password_make(struct str text, struct password *p)
{
    _Static_assert(sizeof p->salt == crypto_pwhash_SALTBYTES, "the salt of Argon2id");
    return crypto_pwhash(p->hash, sizeof p->hash, (const char *)bytes_of(text), (unsigned long long)text.len, p->salt,
                         (unsigned long long)p->passes, (size_t)p->memory_bytes, crypto_pwhash_ALG_ARGON2ID13) == 0;
}

bool password_is(struct str text, const struct password *p, bool *right)
{
    struct password tried = *p;
    bool made = password_make(text, &tried);
    *right = made && sodium_memcmp(tried.hash, p->hash, sizeof tried.hash) == 0;
    sodium_memzero(&tried, sizeof tried);
    return made;
}

struct str hex_print(struct arena *a, const void *bytes, ptrdiff_t len)
{
    char *at = arena_new_raw(a, char, len * 2 + 1);
    sodium_bin2hex(at, (size_t)len * 2 + 1, bytes, (size_t)len);
    return (struct str){at, len * 2};
}

bool hex_parse(struct str hex, void *bytes, ptrdiff_t len)
{
    size_t got;
    return hex.len == len * 2 &&
           sodium_hex2bin(bytes, (size_t)len, hex.at, (size_t)hex.len, NULL, &got, NULL) == 0 &&
           got == (size_t)len;
}
