/* SPDX-License-Identifier: EUPL-1.2 */
/* steps.c: which rule of steps.def a step is, and what its pattern catches. Not the doing (run.c). */
#include "gherkin.h"

static const struct rule {
    enum step_word word;
    struct str pattern;
    enum step_table table;
    const char *doc;
} rules[] = {
#define RULE(code, word, pattern, table, doc) {WORD_##word, {pattern, sizeof pattern - 1}, TABLE_##table, doc},
#include "scenario/steps.def"
#undef RULE
};

const char *step_pattern(enum step_rule rule)
{
    return rules[rule].pattern.at;
}

const char *step_doc(enum step_rule rule)
{
    return rules[rule].doc;
}

enum step_word step_word(enum step_rule rule)
{
    return rules[rule].word;
}

/* ---- patterns ----------------------------------------------------------------------------------- */

static ptrdiff_t number_length(struct str s)
{
    ptrdiff_t n = 0;
    while (n < s.len && ((s.at[n] >= '0' && s.at[n] <= '9') || s.at[n] == '.' || (n == 0 && s.at[n] == '-')))
        n++;
    struct rational r;
    return rational_parse(str_slice(s, 0, n), &r) ? n : -1;
}

/* Up to the closing quote, which stays. */
static ptrdiff_t text_length(struct str s)
{
    for (ptrdiff_t n = 0; n < s.len; n++)
        if (s.at[n] == '"')
            return n;
    return -1;
}

static bool catches(struct str pattern, struct str text, struct str *values)
{
    int count = 0;
    ptrdiff_t at = 0;
    for (ptrdiff_t i = 0; i < pattern.len; i++) {
        if (pattern.at[i] != '{') {
            if (at == text.len || text.at[at++] != pattern.at[i])
                return false;
            continue;
        }
        bool quoted = i > 0 && pattern.at[i - 1] == '"';
        struct str rest = str_slice(text, at, text.len);
        ptrdiff_t len = quoted ? text_length(rest) : number_length(rest);
        if (len < 0)
            return false;
        assert(count < STEP_VALUES_MAX);
        values[count++] = str_slice(rest, 0, len);
        at += len;
        while (pattern.at[i] != '}')
            i++;
    }
    return at == text.len;
}

/* ---- the nearest rule, for who made a typing error ----------------------------------------------------- */

static struct str next_word(struct str *rest)
{
    struct str word = str_until(str_trim(*rest), ' ', rest);
    return word.len && (word.at[0] == '"' || word.at[0] == '{') ? S("\"") : word;
}

/* How many words of a step stand in the pattern too, less what is left over. */
static int likeness(struct str text, struct str pattern)
{
    int score = 0;
    for (struct str left = text; left.len;) {
        struct str word = next_word(&left), in = pattern;
        bool found = false;
        while (in.len && !found)
            found = str_eq(next_word(&in), word);
        score += !word.len ? 0 : found ? 2 : -1;
    }
    for (struct str left = pattern; left.len;)
        score -= next_word(&left).len > 0;
    return score;
}

static enum step_rule nearest_rule(enum step_word word, struct str text)
{
    int best = -1, most = 0;
    for (int i = 0; i < RULE_COUNT; i++) {
        int score = likeness(text, rules[i].pattern);
        if (rules[i].word == word && (best < 0 || score > most)) {
            best = i;
            most = score;
        }
    }
    return (enum step_rule)best;
}

/* ---- what must stand under a step ------------------------------------------------------------------------ */

static void check_table(struct str file, const struct scenario_step *s, struct faults *f)
{
    enum step_table want = rules[s->rule].table;
    if (s->has_doc)
        faults_add(f, file, s->line, s->column, "this step takes no text below it; remove it");
    if (want == TABLE_NONE && s->rows)
        faults_add(f, file, s->rows->line, 1, "this step takes no table; remove it");
    if (want != TABLE_NONE && !s->rows)
        faults_add(f, file, s->line, s->column, "this step needs a table below it; add one");
    if (want == TABLE_PAIRS && s->rows && s->rows->count != 2)
        faults_add(f, file, s->rows->line, 1, "each row here is a name and a value: two cells");
}

void step_understand(struct str file, struct scenario_step *s, struct faults *f)
{
    for (int i = 0; i < RULE_COUNT; i++)
        if (rules[i].word == s->word && catches(rules[i].pattern, s->text, s->values)) {
            s->rule = (enum step_rule)i;
            check_table(file, s, f);
            return;
        }
    faults_add(f, file, s->line, s->column, "no step reads '" STR_FMT "'; the nearest is: " STR_FMT, STR_ARG(s->text),
               STR_ARG(rules[nearest_rule(s->word, s->text)].pattern));
}
