/* SPDX-License-Identifier: EUPL-1.2 */
/* formula.c: arithmetic over quantities, from text to a tree: + - * / ( ), decimal numbers, names. Not the
 * working out: that is for who has the quantities.
 */
#include "method/parts.h"

struct parser {
    struct arena *a;
    struct str rest;
    const struct quantity *quantities;
    const char *why;                 /* the first thing that was wrong */
    int depth;
};

static const struct formula *wrong(struct parser *p, const char *why)
{
    if (!p->why)
        p->why = why;
    return NULL;
}

static void skip(struct parser *p)
{
    while (p->rest.len && p->rest.at[0] == ' ')
        p->rest = str_slice(p->rest, 1, p->rest.len);
}

/* The next character that is no blank; 0 at the end. */
static char peek(struct parser *p)
{
    skip(p);
    return p->rest.len ? p->rest.at[0] : 0;
}

static bool is_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
}

static struct str word(struct parser *p)
{
    ptrdiff_t n = 0;
    while (n < p->rest.len && is_word(p->rest.at[n]))
        n++;
    struct str got = str_slice(p->rest, 0, n);
    p->rest = str_slice(p->rest, n, p->rest.len);
    return got;
}

static const struct formula *node(struct parser *p, struct formula value)
{
    struct formula *at = arena_new(p->a, struct formula, 1);
    *at = value;
    return at;
}

static const struct formula *sum(struct parser *p);

static const struct formula *leaf(struct parser *p)
{
    char c = peek(p);
    if (c == '(') {
        p->rest = str_slice(p->rest, 1, p->rest.len);
        const struct formula *inside = ++p->depth > LIMIT_FORMULA_DEPTH ? wrong(p, "has too many parentheses inside each other") : sum(p);
        p->depth--;
        if (inside && peek(p) != ')')
            return wrong(p, "has a parenthesis that does not close");
        if (inside)
            p->rest = str_slice(p->rest, 1, p->rest.len);
        return inside;
    }
    if (!is_word(c))
        return wrong(p, "needs a quantity or a number here");
    struct str got = word(p);
    struct formula number = {.kind = 'n'};
    if (rational_parse(got, &number.number))
        return node(p, number);
    for (const struct quantity *q = p->quantities; q; q = q->next)
        if (str_eq(q->id, got))
            return node(p, (struct formula){.kind = 'q', .quantity = q});
    return wrong(p, str_z(p->a, str_format(p->a, "names '" STR_FMT "', which is no quantity; add it to 'quantities' or correct the name",
                                           (int)(got.len < SHOW_MAX ? got.len : SHOW_MAX), got.at)));
}

static const struct formula *product(struct parser *p)
{
    const struct formula *left = leaf(p);
    while (left && (peek(p) == '*' || peek(p) == '/')) {
        char kind = p->rest.at[0];
        p->rest = str_slice(p->rest, 1, p->rest.len);
        const struct formula *right = leaf(p);
        left = right ? node(p, (struct formula){.kind = kind, .left = left, .right = right}) : NULL;
    }
    return left;
}

static const struct formula *sum(struct parser *p)
{
    const struct formula *left = product(p);
    while (left && (peek(p) == '+' || peek(p) == '-')) {
        char kind = p->rest.at[0];
        p->rest = str_slice(p->rest, 1, p->rest.len);
        const struct formula *right = product(p);
        left = right ? node(p, (struct formula){.kind = kind, .left = left, .right = right}) : NULL;
    }
    return left;
}

const struct formula *formula_read(struct arena *a, struct str text, const struct quantity *quantities, const char **why)
{
    struct parser p = {.a = a, .rest = text, .quantities = quantities};
    const struct formula *f = sum(&p);
    if (f && peek(&p))
        f = wrong(&p, "goes on after its end; put + - * or / between");
    *why = p.why;
    return f;
}
