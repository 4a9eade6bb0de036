/* SPDX-License-Identifier: EUPL-1.2 */
/* login.c: what names and passwords must be, how long a session stands, how long to wait. */
#include "desk/desk.h"

#include <string.h>

static bool is_name_char(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

bool user_name_check(struct str name, struct err *e)
{
    bool right = name.len >= 2 && name.len <= LIMIT_USER_NAME && is_name_char(name.at[0]);
    for (ptrdiff_t i = 0; right && i < name.len; i++)
        right = is_name_char(name.at[i]) || (name.at[i] && strchr("._-@", name.at[i]));
    return right || fail(e, ERR_USER, "a name is 2 to %d small letters, digits and . _ - @, and begins with a letter or digit",
                         LIMIT_USER_NAME);
}

static int characters(struct str s)
{
    int n = 0;
    for (ptrdiff_t i = 0; i < s.len; i++)
        n += ((unsigned char)s.at[i] & 0xc0) != 0x80;
    return n;
}

static int different_bytes(struct str s)
{
    bool seen[256] = {0};
    int n = 0;
    for (ptrdiff_t i = 0; i < s.len; i++) {
        n += !seen[(unsigned char)s.at[i]];
        seen[(unsigned char)s.at[i]] = true;
    }
    return n;
}

bool password_check(struct str password, struct str name, struct err *e)
{
    if (password.len > LIMIT_PASSWORD)
        return fail(e, ERR_USER, "this password is over %d bytes; choose a shorter one", LIMIT_PASSWORD);
    if (characters(password) < LIMIT_PASSWORD_LEAST)
        return fail(e, ERR_USER, "a password has at least %d characters; a few words in a row are easy to remember",
                    LIMIT_PASSWORD_LEAST);
    bool plain = str_is_utf8(password);
    for (ptrdiff_t i = 0; i < password.len; i++)
        plain &= (unsigned char)password.at[i] >= ' ' && password.at[i] != 0x7f;
    if (!plain)
        return fail(e, ERR_USER, "this password has something in it that is no character; type another");
    if (different_bytes(password) < 5 || (name.len >= 4 && str_find(password, name) >= 0))
        return fail(e, ERR_USER, "this password is easy to guess; choose one without your name and with more than a few different "
                                 "characters");
    return true;
}

/* A clock that was set back a little ends no session; one that was set back far does. */
enum { CLOCK_SLACK_MS = 5 * 60 * 1000 };

bool session_stands(int64_t began_ms, int64_t seen_ms, int64_t now_ms)
{
    return now_ms >= began_ms - CLOCK_SLACK_MS && now_ms >= seen_ms - CLOCK_SLACK_MS && now_ms - began_ms < SESSION_MS &&
           now_ms - seen_ms < SESSION_IDLE_MS;
}

/* ---- after a wrong password ------------------------------------------------------------------------- */

enum { FORGET_MS = 3600 * 1000 };
static const struct { int64_t free, longest_ms; } patience[] = {
    [THROTTLE_NAME] = {5, 60 * 1000}, [THROTTLE_ADDRESS] = {20, 60 * 1000}};

/* Names are kept as hashes: the table holds no text that somebody typed, and each takes the same room. */
static struct hash key_of(enum throttle_kind kind, struct str of)
{
    struct hash h = hash_of(of);
    return hash_chain(h, kind == THROTTLE_NAME ? S("name") : S("address"));
}

static int find(const struct throttle *t, struct hash of)
{
    for (int i = 0; i < t->count; i++)
        if (memcmp(t->at[i].of.at, of.at, sizeof of.at) == 0)
            return i;
    return -1;
}

int64_t throttle_wait_ms(const struct throttle *t, enum throttle_kind kind, struct str of, int64_t now_ms)
{
    int i = find(t, key_of(kind, of));
    if (i < 0 || t->at[i].failures < patience[kind].free || now_ms - t->at[i].last_ms >= FORGET_MS)
        return 0;
    int64_t more = t->at[i].failures - patience[kind].free, wait = more < 20 ? 1000LL << more : patience[kind].longest_ms;
    int64_t left = t->at[i].last_ms + (wait < patience[kind].longest_ms ? wait : patience[kind].longest_ms) - now_ms;
    return left < 0 ? 0 : left < patience[kind].longest_ms ? left : patience[kind].longest_ms;
}

/* The place for one more: a new one, or that of who was quiet longest. */
static int make_room(struct throttle *t)
{
    if (t->count < COUNT(t->at))
        return t->count++;
    int quiet = 0;
    for (int i = 1; i < t->count; i++)
        if (t->at[i].last_ms < t->at[quiet].last_ms)
            quiet = i;
    return quiet;
}

void throttle_failed(struct throttle *t, enum throttle_kind kind, struct str of, int64_t now_ms)
{
    struct hash key = key_of(kind, of);
    int i = find(t, key);
    bool anew = i < 0 || now_ms - t->at[i].last_ms >= FORGET_MS;
    if (i < 0)
        i = make_room(t);
    t->at[i].of = key;
    t->at[i].failures = anew ? 1 : t->at[i].failures + 1;
    t->at[i].last_ms = now_ms;
}

void throttle_passed(struct throttle *t, enum throttle_kind kind, struct str of)
{
    int i = find(t, key_of(kind, of));
    if (i < 0)
        return;
    t->at[i].failures = kind == THROTTLE_NAME ? 0 : t->at[i].failures / 2;
    if (t->at[i].failures == 0)
        t->at[i] = t->at[--t->count];
}
