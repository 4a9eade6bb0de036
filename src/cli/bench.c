/* SPDX-License-Identifier: EUPL-1.2 */
/* bench.c: prints what app_bench measured. */
#include "cli.h"

static void print_rows_json(struct args *args, const struct bench *b)
{
    puts("[");
    for (int i = 0; i < b->count; i++) {
        const struct bench_row *r = &b->rows[i];
        struct buf name = buf_open(args->a, 4096);
        buf_json(&name, str_of(r->name));
        printf("  {\"name\": " STR_FMT ", \"value\": %.4g, \"unit\": \"%s\"", STR_ARG(buf_str(&name)), r->value, r->unit);
        if (r->peer)
            printf(", \"peer\": \"%s\", \"peer_value\": %.4g, \"ratio\": %.4g", r->peer, r->peer_value, r->value / r->peer_value);
        printf("}%s\n", i + 1 < b->count ? "," : "");
    }
    puts("]");
}

static void print_table(const struct bench *b)
{
    for (int i = 0; i < b->count; i++) {
        const struct bench_row *r = &b->rows[i];
        printf("%-40s %12.4g %-18s", r->name, r->value, r->unit);
        if (r->peer)
            printf(" %10.3g x %s (%.4g)", r->value / r->peer_value, r->peer, r->peer_value);
        putchar('\n');
    }
    if (b->notice[0])
        printf("%s\n", b->notice);
}

int cli_bench(struct args *args)
{
    struct law_set set;
    struct err e;
    struct bench b;
    int64_t rows;
    if (!arg_needed(args, OPT_SCHEME) || !arg_number(args, OPT_ROWS, 10000000, 1, LIMIT_RESIDENTS, &rows))
        return 2;
    if (!load_laws(args, &set))
        return 1;
    const struct bench_wish wish = {args->value[OPT_SCHEME], clock_today(), rows, args->value[OPT_PEERS],
                                    shipped(args, OPT_METHOD, "method")};
    if (!app_bench(args->a, &set, wish, &b, &e))
        return refused(&e);
    if (given(args, OPT_JSON))
        print_rows_json(args, &b);
    else
        print_table(&b);
    return 0;
}
