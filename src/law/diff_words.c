/* SPDX-License-Identifier: EUPL-1.2 */
/* diff_words.c: which words of a text changed: the longest common row of words stays, the rest came or went. Not for
 * anything but texts of articles.
 */
#include "law/diff.h"

#define CONTEXT 6                    /* words on either side */
#define BRIDGE 2                     /* so few equal words between two edits make them one */

struct words { struct str *at; int count; };

static struct words words_of(struct arena *a, struct str text)
{
    struct words w = {arena_new(a, struct str, text.len / 2 + 1), 0};
    for (ptrdiff_t i = 0; i < text.len;) {
        ptrdiff_t from = i;
        while (i < text.len && text.at[i] != ' ' && text.at[i] != '\n')
            i++;
        if (i > from)
            w.at[w.count++] = str_slice(text, from, i);
        else
            i++;
    }
    return w;
}

/* The text from word `from` up to word `to`, with single blanks. */
static struct str join(struct arena *a, const struct words *w, int from, int to)
{
    struct buf b = buf_open(a, LIMIT_YAML_BYTES);
    for (int i = from < 0 ? 0 : from; i < to && i < w->count; i++) {
        buf_add(&b, b.len ? S(" ") : S(""));
        buf_add(&b, w->at[i]);
    }
    return buf_str(&b);
}

/* Words [from, to) of each text that are not the same. */
struct gap { int from[2], to[2]; };
struct gaps { struct gap *at; int count; };

static void gap_add(struct gaps *g, struct gap x)
{
    struct gap *last = g->count ? &g->at[g->count - 1] : NULL;
    if (last && x.from[0] - last->to[0] <= BRIDGE && x.from[1] - last->to[1] <= BRIDGE) {
        last->to[0] = x.to[0];
        last->to[1] = x.to[1];
    } else {
        g->at[g->count++] = x;
    }
}

/* longest[i][j]: of the words after i and j, how many can stay. */
static uint16_t *longest_of(struct arena *tmp, const struct words w[2], struct gap in)
{
    int rows = in.to[0] - in.from[0], columns = in.to[1] - in.from[1], wide = columns + 1;
    uint16_t *longest = arena_new(tmp, uint16_t, (int64_t)(rows + 1) * wide);
    for (int i = rows - 1; i >= 0; i--)
        for (int j = columns - 1; j >= 0; j--) {
            uint16_t down = longest[(i + 1) * wide + j], right = longest[i * wide + j + 1];
            bool same = str_eq(w[0].at[in.from[0] + i], w[1].at[in.from[1] + j]);
            longest[i * wide + j] = same ? (uint16_t)(longest[(i + 1) * wide + j + 1] + 1) : down > right ? down : right;
        }
    return longest;
}

static void gaps_within(struct arena *tmp, const struct words w[2], struct gap in, struct gaps *out)
{
    int rows = in.to[0] - in.from[0], columns = in.to[1] - in.from[1], wide = columns + 1;
    if ((int64_t)(rows + 1) * wide > LIMIT_DIFF_CELLS || rows > UINT16_MAX) {
        gap_add(out, in);
        return;
    }
    const uint16_t *longest = longest_of(tmp, w, in);
    for (int i = 0, j = 0; i < rows || j < columns;) {
        if (i < rows && j < columns && str_eq(w[0].at[in.from[0] + i], w[1].at[in.from[1] + j])) {
            i++, j++;
            continue;
        }
        bool gone = j == columns || (i < rows && longest[(i + 1) * wide + j] >= longest[i * wide + j + 1]);
        struct gap one = {{in.from[0] + i, in.from[1] + j}, {in.from[0] + i + gone, in.from[1] + j + !gone}};
        gap_add(out, one);
        i += gone, j += !gone;
    }
}

struct text_edit *text_edits(struct arena *a, struct str before, struct str after)
{
    struct words w[2] = {words_of(a, before), words_of(a, after)};
    struct gap in = {{0, 0}, {w[0].count, w[1].count}};
    struct gaps gaps = {arena_new(a, struct gap, w[0].count + w[1].count + 1), 0};
    struct text_edit *first = NULL, **end = &first;
    while (in.from[0] < in.to[0] && in.from[1] < in.to[1] && str_eq(w[0].at[in.from[0]], w[1].at[in.from[1]]))
        in.from[0]++, in.from[1]++;
    while (in.from[0] < in.to[0] && in.from[1] < in.to[1] && str_eq(w[0].at[in.to[0] - 1], w[1].at[in.to[1] - 1]))
        in.to[0]--, in.to[1]--;
    struct arena tmp = *a;           /* the table is forgotten */
    gaps_within(&tmp, w, in, &gaps);
    for (int i = 0; i < gaps.count; i++) {
        struct gap *g = &gaps.at[i];
        struct text_edit *edit = arena_new(a, struct text_edit, 1);
        *edit = (struct text_edit){
            .lead = join(a, &w[0], g->from[0] - CONTEXT, g->from[0]), .gone = join(a, &w[0], g->from[0], g->to[0]),
            .came = join(a, &w[1], g->from[1], g->to[1]), .tail = join(a, &w[0], g->to[0], g->to[0] + CONTEXT),
            .opens = g->from[0] <= CONTEXT, .closes = g->to[0] + CONTEXT >= w[0].count};
        *end = edit;
        end = &edit->next;
    }
    return first;
}
