/* SPDX-License-Identifier: EUPL-1.2 */
/* gherkin.c: the lines of a file of scenarios, and what they make up: tags, blocks, steps, doc strings.
 * Not the words and cells of a line (words.c), what a step means (steps.c), nor examples (examples.c).
 */
#include "gherkin.h"

enum place { AT_START, IN_FEATURE, IN_BACKGROUND, IN_SCENARIO, IN_EXAMPLES };

struct steps { struct scenario_step *first, *last; };

struct reading {
    struct arena *a;
    struct faults *f;
    struct feature out;
    struct scenario **end;
    const struct dialect *words;
    struct filler filler;
    int64_t room;
    int steps_left;
    struct str text;                 /* the line, without blanks at the ends */
    int line, column;
    enum place place;
    bool began, under_rule, outline, past; /* began: a step was seen, so no more description; past: a ceiling was hit */
    struct str rule;
    struct tag *feature_tags, *rule_tags, *tags; /* tags: of what comes next */
    int tag_line;
    struct steps of_feature, of_rule, steps; /* of Background twice, and what is being read */
    struct scenario now;
    struct examples *examples, *last_examples;
    struct table_row **rows_end;     /* where a row goes; NULL = no table may stand here */
    struct str fence;                /* within a doc string: what closes it */
    int fence_line, fence_column;
    struct buf doc;
};

#define WRONG(r, ...) faults_add((r)->f, (r)->out.file, (r)->line, (r)->column, __VA_ARGS__)

/* ---- tags -------------------------------------------------------------------------------------- */

static struct tag *tags_join(struct arena *a, const struct tag *first, struct tag *then)
{
    struct tag *out = then, **end = &out;
    for (; first; first = first->next) {
        struct tag *t = arena_new(a, struct tag, 1);
        *t = (struct tag){first->text, then};
        *end = t;
        end = &t->next;
    }
    return out;
}

bool scenario_has_tag(const struct scenario *s, struct str tag)
{
    for (const struct tag *t = s->tags; t; t = t->next)
        if (str_eq(t->text, tag))
            return true;
    return false;
}

static void read_tags(struct reading *r)
{
    for (struct str rest = r->text; rest.len;) {
        struct str word = str_until(rest, ' ', &rest);
        rest = rest.at ? str_trim(rest) : rest;
        if (word.len && word.at[0] == '#')
            break;
        if (word.len < 2 || word.at[0] != '@') {
            WRONG(r, "'" STR_FMT "' is no tag; a tag starts with @", STR_ARG(word));
            return;
        }
        struct tag *t = arena_new(r->a, struct tag, 1);
        *t = (struct tag){word, r->tags};
        r->tags = t;
    }
    r->tag_line = r->line;
}

static struct tag *take_tags(struct reading *r, struct tag *above)
{
    struct tag *tags = tags_join(r->a, r->tags, above);
    r->tags = NULL;
    return tags;
}

/* ---- scenarios ------------------------------------------------------------------------------------ */

static bool take_step(struct reading *r)
{
    if (r->steps_left-- > 0)
        return true;
    if (!r->past)
        faults_add(r->f, r->out.file, r->now.line ? r->now.line : r->line, 1, "more than %d steps, examples written out; split the file",
                   LIMIT_GHERKIN_STEPS);
    r->past = true;
    return false;
}

static void copy_steps(struct reading *r, const struct scenario_step *from, struct scenario_step ***end)
{
    for (; from && take_step(r); from = from->next) {
        struct scenario_step *s = arena_new(r->a, struct scenario_step, 1);
        *s = *from;
        s->next = NULL;
        **end = s;
        *end = &s->next;
    }
}

static void add_scenario(struct reading *r, struct str name, struct tag *tags, int example_line, struct scenario_step *own)
{
    struct scenario *s = arena_new(r->a, struct scenario, 1);
    *s = r->now;
    s->name = name;
    s->tags = tags;
    s->example_line = example_line;
    struct scenario_step **end = &s->steps;
    copy_steps(r, r->of_feature.first, &end);
    copy_steps(r, r->of_rule.first, &end);
    *end = own;
    for (struct scenario_step *at = own; at && take_step(r); at = at->next)
        step_understand(r->out.file, at, r->f);
    *r->end = s;
    r->end = &s->next;
    r->out.count++;
}

/* One scenario for each row; a row with a fault speaks for the rest. */
static void add_examples(struct reading *r)
{
    for (const struct examples *x = r->examples; x; x = x->next) {
        check_examples(&r->filler, x, r->now.name, r->steps.first);
        int before = r->f->count;
        for (const struct table_row *row = x->rows ? x->rows->next : NULL; row && r->f->count == before && !r->past; row = row->next)
            add_scenario(r, fill_text(&r->filler, x, row, r->now.name), tags_join(r->a, x->tags, r->now.tags), row->line,
                         fill_steps(&r->filler, x, row, r->steps.first));
    }
}

static void check_scenario(struct reading *r)
{
    bool asserts = false;
    for (const struct scenario_step *s = r->steps.first; s; s = s->next)
        asserts = asserts || s->word == WORD_THEN;
    if (!asserts)
        faults_add(r->f, r->out.file, r->now.line, r->now.column, "the scenario expects nothing; add a Then");
    if (r->outline && !r->examples)
        faults_add(r->f, r->out.file, r->now.line, r->now.column, "an outline without Examples; add a table, or make it a Scenario");
}

/* What was being read is whole. */
static void finish(struct reading *r)
{
    if (r->place == IN_BACKGROUND) {
        for (struct scenario_step *s = r->steps.first; s && take_step(r); s = s->next)
            step_understand(r->out.file, s, r->f);
        *(r->under_rule ? &r->of_rule : &r->of_feature) = r->steps;
    }
    if (r->place >= IN_SCENARIO) {
        check_scenario(r);
        if (r->examples)
            add_examples(r);
        else if (!r->outline)
            add_scenario(r, r->now.name, r->now.tags, 0, r->steps.first);
    }
    r->steps = (struct steps){NULL, NULL};
    r->examples = r->last_examples = NULL;
    r->rows_end = NULL;
    r->began = false;
}

/* ---- blocks ----------------------------------------------------------------------------------------- */

static void open_feature(struct reading *r, struct str name)
{
    if (r->place != AT_START) {
        WRONG(r, "a second feature; one file has one");
        return;
    }
    r->out.name = name;
    r->out.line = r->line;
    r->feature_tags = take_tags(r, NULL);
    r->place = IN_FEATURE;
}

static void open_rule(struct reading *r, struct str name)
{
    finish(r);
    r->rule = name;
    r->under_rule = true;
    r->rule_tags = take_tags(r, r->feature_tags);
    r->of_rule = (struct steps){NULL, NULL};
    r->place = IN_FEATURE;
}

static void open_background(struct reading *r)
{
    bool late = r->place != IN_FEATURE;
    finish(r);
    if (late)
        WRONG(r, "a Background comes once, before the first scenario; move it up");
    if (r->tags)
        WRONG(r, "a Background has no tags; remove them");
    r->tags = NULL;
    r->place = IN_BACKGROUND;
}

static void open_scenario(struct reading *r, struct str name, bool outline)
{
    finish(r);
    if (!name.len)
        WRONG(r, "a scenario without a name; say what it shows");
    r->now = (struct scenario){.name = name, .rule = r->rule, .line = r->line, .column = r->column};
    r->now.tags = take_tags(r, r->under_rule ? r->rule_tags : r->feature_tags);
    r->outline = outline;
    r->place = IN_SCENARIO;
}

static void open_examples(struct reading *r)
{
    if (r->place < IN_SCENARIO) {
        WRONG(r, "Examples without a scenario above them");
        return;
    }
    struct examples *x = arena_new(r->a, struct examples, 1);
    *x = (struct examples){.line = r->line, .column = r->column, .tags = take_tags(r, NULL)};
    *(r->examples ? &r->last_examples->next : &r->examples) = x;
    r->last_examples = x;
    r->rows_end = &x->rows;
    r->place = IN_EXAMPLES;
    r->began = false;
}

static void open_block(struct reading *r, enum keyword k, struct str name)
{
    if (r->place == AT_START && k != KEY_FEATURE) {
        WRONG(r, "a file starts with a Feature; add one");
        return;
    }
    switch (k) {
    case KEY_FEATURE: open_feature(r, name); break;
    case KEY_RULE: open_rule(r, name); break;
    case KEY_BACKGROUND: open_background(r); break;
    case KEY_SCENARIO: open_scenario(r, name, false); break;
    case KEY_OUTLINE: open_scenario(r, name, true); break;
    case KEY_EXAMPLES: open_examples(r); break;
    default: assert(0 && "a keyword of a block");
    }
}

/* ---- steps, tables, doc strings --------------------------------------------------------------------------- */

static void add_step(struct reading *r, enum keyword k, struct str text)
{
    const struct scenario_step *before = r->steps.last;
    if (r->place == IN_EXAMPLES) {
        WRONG(r, "a step after Examples; steps come before them");
        return;
    }
    if ((k == KEY_AND || k == KEY_BUT) && !before)
        WRONG(r, "And and But follow a step; start with Given, When or Then");
    struct scenario_step *s = arena_new(r->a, struct scenario_step, 1);
    *s = (struct scenario_step){.text = text, .line = r->line, .column = r->column};
    s->word = k == KEY_WHEN ? WORD_WHEN : k == KEY_THEN ? WORD_THEN : k == KEY_GIVEN || !before ? WORD_GIVEN : before->word;
    if (r->place == IN_BACKGROUND && s->word != WORD_GIVEN)
        WRONG(r, "a Background only gives; asking and expecting belong to a scenario");
    *(before ? &r->steps.last->next : &r->steps.first) = s;
    r->steps.last = s;
    r->rows_end = &s->rows;
    r->began = true;
}

/* Rows of one table all have as many cells as its first. */
static void add_row(struct reading *r)
{
    if (!r->rows_end) {
        WRONG(r, "a table here belongs to nothing; it stands under a step or Examples");
        return;
    }
    struct scenario_step *step = r->place == IN_EXAMPLES ? NULL : r->steps.last;
    struct examples *x = r->last_examples;
    int *count = step ? &step->row_count : &x->row_count;
    if (++*count > LIMIT_GHERKIN_ROWS) {
        if (*count == LIMIT_GHERKIN_ROWS + 1)
            WRONG(r, "more than %d rows in a table; split it", LIMIT_GHERKIN_ROWS);
        return;
    }
    struct table_row *row = row_read(r->a, r->out.file, r->text, r->line, r->column, r->f);
    const struct table_row *first = step ? step->rows : x->rows;
    if (first && first->count != row->count)
        WRONG(r, "%d cells where the first row has %d; make them equal", row->count, first->count);
    *r->rows_end = row;
    r->rows_end = &row->next;
    r->began = true;
}

static void open_doc(struct reading *r, struct str fence)
{
    struct scenario_step *s = r->steps.last;
    if (r->place == IN_EXAMPLES || !s || s->has_doc || s->rows)
        WRONG(r, "a text here belongs to no step; it stands under one, once");
    r->fence = fence;
    r->fence_line = r->line;
    r->fence_column = r->column;
    r->doc = buf_open(r->a, LIMIT_GHERKIN_BYTES);
}

/* `whole` is the line with its blanks: those before the column of the fence are not part of the text. */
static void doc_line(struct reading *r, struct str whole)
{
    if (str_eq(r->text, r->fence)) {
        struct scenario_step *s = r->steps.last;
        if (s && r->place != IN_EXAMPLES) {
            s->has_doc = true;
            s->doc = buf_str(&r->doc);
        }
        r->fence = (struct str){NULL, 0};
        r->rows_end = NULL;
        return;
    }
    ptrdiff_t from = 0;
    while (from < whole.len && from < r->fence_column - 1 && whole.at[from] == ' ')
        from++;
    if (r->line > r->fence_line + 1)
        buf_char(&r->doc, '\n');
    buf_add(&r->doc, str_slice(whole, from, whole.len));
}

/* ---- lines -------------------------------------------------------------------------------------------------- */

static void read_comment(struct reading *r)
{
    struct str value, name = str_trim(str_until(str_slice(r->text, 1, r->text.len), ':', &value));
    if (!value.at || !str_eq(name, S("language")) || r->place != AT_START)
        return;
    const struct dialect *d = dialect_find(str_trim(value));
    if (d)
        r->words = d;
    else
        WRONG(r, "the language '" STR_FMT "' is not known here; write en or nl", STR_ARG(str_trim(value)));
}

static void other_line(struct reading *r)
{
    if (r->began)
        WRONG(r, "this is no step, table or comment; start it with a keyword, or with # if it is for people");
    else if (r->place == AT_START)
        WRONG(r, "a file starts with a Feature; add one");
}

static void read_words(struct reading *r)
{
    struct str rest;
    enum keyword k = keyword_find(r->words, r->text, &rest);
    bool step = k >= KEY_GIVEN && k < KEY_NONE;
    if (r->tags && (step || k == KEY_NONE))
        faults_add(r->f, r->out.file, r->tag_line, 1, "tags that belong to nothing; put them above a scenario");
    if (step || k == KEY_NONE)
        r->tags = NULL;
    if (k == KEY_NONE || (step && (r->place == IN_FEATURE || r->place == AT_START)))
        other_line(r); /* in the description of a feature, "Als inwoner" is no step */
    else if (step)
        add_step(r, k, rest);
    else
        open_block(r, k, rest);
}

static void read_line(struct reading *r, struct str whole)
{
    r->text = str_trim(whole);
    r->column = r->text.len ? (int)(r->text.at - whole.at) + 1 : 1;
    if (r->fence.len) {
        doc_line(r, whole);
        return;
    }
    if (!r->text.len)
        return;
    switch (r->text.at[0]) {
    case '#': read_comment(r); break;
    case '@': read_tags(r); break;
    case '|': add_row(r); break;
    case '"':
    case '`':
        if (str_eq(r->text, S("\"\"\"")) || str_eq(r->text, S("```")))
            open_doc(r, r->text);
        else
            other_line(r);
        break;
    default: read_words(r);
    }
}

/* The first line that is no UTF-8, or has a NUL; 0 if all are. */
static bool is_text(struct reading *r, struct str bytes)
{
    if (bytes.len > LIMIT_GHERKIN_BYTES) {
        faults_add(r->f, r->out.file, 1, 1, "more than %d bytes; split the file", LIMIT_GHERKIN_BYTES);
        return false;
    }
    int line = 1;
    for (struct str rest = bytes; rest.at && rest.len; line++)
        if (!str_is_utf8(str_until(rest, '\n', &rest))) {
            faults_add(r->f, r->out.file, line, 1, "this line is not UTF-8 text, or has a NUL; save the file as UTF-8");
            return false;
        }
    return true;
}

static void read_end(struct reading *r)
{
    if (r->fence.len)
        faults_add(r->f, r->out.file, r->fence_line, r->fence_column, "this text is never closed; close it with the same three signs");
    if (r->tags)
        faults_add(r->f, r->out.file, r->tag_line, 1, "tags that belong to nothing; put them above a scenario");
    finish(r);
    if (!r->out.count && !r->f->count)
        faults_add(r->f, r->out.file, 1, 1, "no scenario in the file; add one, or remove it");
}

struct feature feature_read(struct arena *a, struct str file, struct str bytes, struct faults *f)
{
    struct reading r = {.a = a, .f = f, .out = {.file = file}, .words = dialect_find(S("en")), .steps_left = LIMIT_GHERKIN_STEPS,
                        .room = LIMIT_GHERKIN_FILLED};
    r.filler = (struct filler){a, file, f, &r.room};
    r.end = &r.out.first;
    finish(&r);
    if (!is_text(&r, bytes))
        return r.out;
    if (str_starts(bytes, S("\xEF\xBB\xBF")))
        bytes = str_slice(bytes, 3, bytes.len);
    for (struct str rest = bytes; rest.at && rest.len && !r.past;) {
        r.line++;
        read_line(&r, str_until(rest, '\n', &rest));
    }
    read_end(&r);
    return r.out;
}
