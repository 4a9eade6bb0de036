/* SPDX-License-Identifier: EUPL-1.2 */
/* index.c: opt-outs and earlier letters, found by pseudonym without walking a list.
 * Not a general map: pseudonyms are keyed hashes, so their first bytes spread by themselves.
 */
#include "gate/look.h"

#include <string.h>

static int64_t slot_of(struct pseudonym who, int64_t slots)
{
    uint64_t first;
    memcpy(&first, who.at, sizeof first);
    /* Mixed all the same: tests and other makers of pseudonyms may number people 1, 2, 3. */
    return (int64_t)((first * 0x9e3779b97f4a7c15u) >> 20) & (slots - 1);
}

static bool is_same(struct pseudonym a, struct pseudonym b)
{
    return memcmp(a.at, b.at, sizeof a.at) == 0;
}

static int64_t slots_for(int64_t items)
{
    int64_t slots = 16;
    while (slots < items * 2)
        slots *= 2;
    return slots;
}

/* Where this opt-out stands, or the free slot where it belongs. */
static int64_t opt_slot(const struct opt_index *index, struct pseudonym who, struct str scheme)
{
    int64_t at = slot_of(who, index->count);
    while (index->slots[at] && !(is_same(index->slots[at]->who, who) && str_eq(index->slots[at]->scheme, scheme)))
        at = (at + 1) & (index->count - 1);
    return at;
}

struct opt_index opt_index_make(struct arena *a, const struct opt_outs *from)
{
    int64_t count = from ? from->count : 0;
    struct opt_index index = {.count = slots_for(count), .any = count > 0};
    index.slots = arena_new(a, const struct opt_out *, index.count);
    for (int64_t i = 0; i < count; i++)
        index.slots[opt_slot(&index, from->at[i].who, from->at[i].scheme)] = &from->at[i];
    return index;
}

bool opt_index_has(const struct opt_index *index, struct pseudonym who, struct str scheme)
{
    return index->any && index->slots[opt_slot(index, who, scheme)] != NULL;
}

struct contact_index contact_index_make(struct arena *a, const struct contacts *from)
{
    int64_t count = from ? from->count : 0;
    assert(count < INT32_MAX);
    struct contact_index index = {.count = slots_for(count), .at = count ? from->at : NULL};
    index.heads = arena_new(a, int32_t, index.count);
    index.next = arena_new_raw(a, int32_t, count);
    for (int64_t i = 0; i < count; i++) {          /* numbered from 1: 0 = none */
        int64_t slot = slot_of(from->at[i].who, index.count);
        index.next[i] = index.heads[slot];
        index.heads[slot] = (int32_t)(i + 1);
    }
    return index;
}

int64_t contact_index_count(const struct contact_index *index, struct pseudonym who, int32_t today, int days)
{
    int64_t found = 0;
    for (int32_t i = index->heads[slot_of(who, index->count)]; i; i = index->next[i - 1])
        if (is_same(index->at[i - 1].who, who) && (int64_t)today - index->at[i - 1].on < days)
            found++;
    return found;
}

int32_t contact_index_quiet(const struct contact_index *index, struct pseudonym who, int32_t today)
{
    int64_t least = INT32_MAX;
    for (int32_t i = index->heads[slot_of(who, index->count)]; i; i = index->next[i - 1]) {
        int64_t days = (int64_t)today - index->at[i - 1].on;
        if (is_same(index->at[i - 1].who, who) && days < least)
            least = days;
    }
    return (int32_t)(least < INT32_MIN ? INT32_MIN : least);
}
