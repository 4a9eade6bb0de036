/* SPDX-License-Identifier: EUPL-1.2 */
/* arena.c: memory by lifespan: one region of address space, one bump pointer.
 * Not a general allocator: nothing is freed by itself.
 */
#include "base.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

/* Where this thread falls back to instead of ending the process: arena_try. */
struct net { jmp_buf back; struct err *e; };
static _Thread_local struct net *net;

static void give_up(const char *what, long long bytes)
{
    if (net) {
        fail(net->e, ERR_LIMIT, "%s (%lld bytes); give less at a time", what, bytes);
        longjmp(net->back, 1);
    }
    fprintf(stderr, "hoort: %s (%lld bytes); split the input or raise the ceiling in base/limits.h\n",
            what, bytes);
    exit(1);
}

struct arena arena_open(int64_t ceiling_bytes)
{
    void *at = mmap(NULL, (size_t)ceiling_bytes, PROT_READ | PROT_WRITE,
                    MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (at == MAP_FAILED)
        give_up("no address space for an arena", (long long)ceiling_bytes);
    /* Touching a fresh 4 KiB page costs more than computing on it. */
    madvise(at, (size_t)ceiling_bytes, MADV_HUGEPAGE);
    return (struct arena){(char *)at, (char *)at + ceiling_bytes};
}

void arena_close(struct arena *a, int64_t ceiling_bytes, char *start)
{
    assert(start + ceiling_bytes == a->end);
    munmap(start, (size_t)ceiling_bytes);
    *a = (struct arena){NULL, NULL};
}

void *arena_take_raw(struct arena *a, int64_t size, int64_t align, int64_t count)
{
    assert(size > 0 && count >= 0 && align > 0 && (align & (align - 1)) == 0);
    int64_t padding = (int64_t)(-(uintptr_t)a->at & (uintptr_t)(align - 1));
    int64_t room = a->end - a->at - padding;
    if (room < 0 || count > room / size)
        give_up("an arena reached its ceiling", (long long)size * (long long)count);
    char *at = a->at + padding;
    a->at = at + size * count;
    return at;
}

void *arena_take(struct arena *a, int64_t size, int64_t align, int64_t count)
{
    void *at = arena_take_raw(a, size, align, count);
    return memset(at, 0, (size_t)(size * count));
}

bool arena_try(bool (*work)(void *ctx, struct err *e), void *ctx, struct err *e)
{
    struct net mine = {.e = e}, *const before = net;
    if (setjmp(mine.back)) {
        net = before;
        return false;
    }
    net = &mine;
    bool ok = work(ctx, e);
    net = before;
    return ok;
}
