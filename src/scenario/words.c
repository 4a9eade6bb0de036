/* SPDX-License-Identifier: EUPL-1.2 */
/* words.c: what stands on one line of a file of scenarios: a keyword, in two languages, or the cells
 * of a row. Not what the lines make up (gherkin.c).
 */
#include "gherkin.h"

struct dialect {
    struct str code;
    struct str words[KEY_COUNT][3];  /* more than one where the language has more */
};

static const struct dialect dialects[] = {
    {{"en", 2},
     {[KEY_FEATURE] = {{"Feature", 7}}, [KEY_RULE] = {{"Rule", 4}}, [KEY_BACKGROUND] = {{"Background", 10}},
      [KEY_SCENARIO] = {{"Scenario", 8}, {"Example", 7}}, [KEY_OUTLINE] = {{"Scenario Outline", 16}, {"Scenario Template", 17}},
      [KEY_EXAMPLES] = {{"Examples", 8}, {"Scenarios", 9}}, [KEY_GIVEN] = {{"Given", 5}}, [KEY_WHEN] = {{"When", 4}},
      [KEY_THEN] = {{"Then", 4}}, [KEY_AND] = {{"And", 3}}, [KEY_BUT] = {{"But", 3}}}},
    {{"nl", 2},
     {[KEY_FEATURE] = {{"Functionaliteit", 15}}, [KEY_RULE] = {{"Regel", 5}}, [KEY_BACKGROUND] = {{"Achtergrond", 11}},
      [KEY_SCENARIO] = {{"Scenario", 8}, {"Voorbeeld", 9}}, [KEY_OUTLINE] = {{"Abstract Scenario", 17}},
      [KEY_EXAMPLES] = {{"Voorbeelden", 11}}, [KEY_GIVEN] = {{"Gegeven", 7}, {"Stel", 4}}, [KEY_WHEN] = {{"Als", 3}, {"Wanneer", 7}},
      [KEY_THEN] = {{"Dan", 3}}, [KEY_AND] = {{"En", 2}}, [KEY_BUT] = {{"Maar", 4}}}},
};

const struct dialect *dialect_find(struct str code)
{
    for (int i = 0; i < COUNT(dialects); i++)
        if (str_eq(dialects[i].code, code))
            return &dialects[i];
    return NULL;
}

enum keyword keyword_find(const struct dialect *d, struct str text, struct str *rest)
{
    struct str after, head = str_until(text, ':', &after);
    for (int k = 0; k < KEY_COUNT; k++)
        for (int i = 0; i < COUNT(d->words[k]); i++) {
            struct str word = d->words[k][i];
            bool block = k < KEY_GIVEN;
            if (!word.len || (block && (!after.at || !str_eq(head, word))))
                continue;
            if (!block && !(str_starts(text, word) && text.len > word.len && text.at[word.len] == ' '))
                continue;
            *rest = block ? str_trim(after) : str_trim(str_slice(text, word.len, text.len));
            return (enum keyword)k;
        }
    return KEY_NONE;
}

/* The cell up to the next bar, in which \| \\ and \n stand for a bar, a backslash and a new line. */
static struct str read_cell(struct arena *a, struct str *rest, bool *closed)
{
    ptrdiff_t n = 0;
    *closed = false;
    while (n < rest->len && rest->at[n] != '|')
        n += rest->at[n] == '\\' && n + 1 < rest->len ? 2 : 1;
    *closed = n < rest->len;
    struct str raw = str_trim(str_slice(*rest, 0, n));
    *rest = str_slice(*rest, *closed ? n + 1 : n, rest->len);
    if (str_find(raw, S("\\")) < 0)
        return raw;
    struct buf b = buf_open(a, raw.len);
    for (ptrdiff_t i = 0; i < raw.len; i++) {
        char c = raw.at[i], next = i + 1 < raw.len ? raw.at[i + 1] : 0;
        bool escape = c == '\\' && (next == '|' || next == '\\' || next == 'n');
        buf_char(&b, escape ? next == 'n' ? '\n' : next : c);
        i += escape;
    }
    return buf_str(&b);
}

static ptrdiff_t blanks(struct str s)
{
    ptrdiff_t n = 0;
    while (n < s.len && (s.at[n] == ' ' || s.at[n] == '\t'))
        n++;
    return n;
}

struct table_row *row_read(struct arena *a, struct str file, struct str text, int line, int column, struct faults *f)
{
    struct table_row *row = arena_new(a, struct table_row, 1);
    struct str rest = str_slice(text, 1, text.len);
    struct str cells[LIMIT_GHERKIN_CELLS];
    int columns[LIMIT_GHERKIN_CELLS];
    bool closed = true;
    row->line = line;
    while (rest.len && closed && row->count < LIMIT_GHERKIN_CELLS) {
        columns[row->count] = column + (int)(rest.at - text.at + blanks(rest));
        cells[row->count] = read_cell(a, &rest, &closed);
        row->count += closed;
    }
    if (!closed || !row->count)
        faults_add(f, file, line, column, "a row ends with a bar; close it");
    else if (rest.len)
        faults_add(f, file, line, column, "more than %d cells in a row; split the table", LIMIT_GHERKIN_CELLS);
    row->cells = arena_new(a, struct str, row->count);
    row->columns = arena_new(a, int, row->count);
    for (int i = 0; i < row->count; i++) {
        row->cells[i] = cells[i];
        row->columns[i] = columns[i];
    }
    return row;
}
