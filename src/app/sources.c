/* SPDX-License-Identifier: EUPL-1.2 */
/* sources.c: what a file of government amounts says of its sources in its comments, so that a column may hold a word:
 * "# word: the document, where it is published, when it was read", and on from there while lines are indented. Not the
 * cases (oracle.c).
 */
#include "workspace.h"

static bool is_word(struct str s)
{
    for (ptrdiff_t i = 0; i < s.len; i++)
        if (s.at[i] == ' ' || s.at[i] == '"')
            return false;
    return s.len > 0;
}

/* `open` is what the line before told of; NULL if nothing. */
static struct cited *read_line(struct arena *a, struct str line, struct cited *open, struct cited ***end)
{
    struct str text = str_slice(line, 1, line.len), rest, word = str_until(str_trim(text), ':', &rest);
    bool indented = str_starts(text, S("  ")) || str_starts(text, S("\t"));
    if (indented && open)
        open->text = str_format(a, STR_FMT " " STR_FMT, STR_ARG(open->text), STR_ARG(str_trim(text)));
    if (indented)
        return open;
    if (!rest.at || !is_word(word))
        return NULL;
    struct cited *found = arena_new(a, struct cited, 1);
    *found = (struct cited){.word = word, .text = str_trim(rest)};
    **end = found;
    *end = &found->next;
    return found;
}

struct cited *sources_read(struct arena *a, struct str bytes)
{
    struct cited *first = NULL, **end = &first, *open = NULL;
    for (struct str rest = bytes; rest.at && rest.len;) {
        struct str line = str_until(rest, '\n', &rest);
        open = str_starts(line, S("#")) ? read_line(a, line, open, &end) : NULL;
    }
    return first;
}

struct str source_words(const struct cited *list, struct str word)
{
    for (; list; list = list->next)
        if (str_eq(list->word, word))
            return list->text;
    return word;
}
