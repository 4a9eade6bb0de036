/* SPDX-License-Identifier: EUPL-1.2 */
/* template.c: a letter template from bytes: its head and its parts. What a template must hold is
 * checked in lint.c; what it becomes is letter.c.
 */
#include "outreach/template.h"

#define WORDS(text) {(text), (ptrdiff_t)sizeof(text) - 1}
const struct part_rule part_rules[PART_COUNT] = {
#define PART(code, name, when, layout, places, what) {WORDS(name), WORDS(places), WORDS(what), when, layout},
#include "outreach/elements.def"
};
const struct place_rule place_rules[PLACE_COUNT] = {
#define PLACE(code, name, shape, what) {WORDS(name), shape},
#include "outreach/elements.def"
};
static const struct str meta_names[META_COUNT] = {
    WORDS("template"), WORDS("version"), WORDS("lang"), WORDS("scheme-rung"),
    WORDS("name"), WORDS("address1"), WORDS("address2"),
};

/* ---- placeholders ----------------------------------------------------------------------------- */

static ptrdiff_t name_end(struct str s)
{
    ptrdiff_t i = 1;
    while (i < s.len && ((s.at[i] >= 'a' && s.at[i] <= 'z') || (s.at[i] >= '0' && s.at[i] <= '9') || s.at[i] == '_'))
        i++;
    return i > 1 && i < s.len && s.at[i] == '}' ? i : -1;
}

bool piece_next(struct str *rest, struct piece *out)
{
    struct str s = *rest;
    if (s.len == 0)
        return false;
    ptrdiff_t i = 0;
    while (i < s.len && s.at[i] != '{' && s.at[i] != '}')
        i++;
    if (i > 0) {
        *out = (struct piece){.text = str_slice(s, 0, i)};
        *rest = str_slice(s, i, s.len);
        return true;
    }
    ptrdiff_t end = s.at[0] == '{' ? name_end(s) : -1;
    *out = end < 0 ? (struct piece){.broken = true, .text = str_slice(s, 0, 1)}
                   : (struct piece){.is_place = true, .text = str_slice(s, 1, end)};
    *rest = str_slice(s, end < 0 ? 1 : end + 1, s.len);
    return true;
}

bool place_find(struct str name, enum place *out)
{
    for (int i = 0; i < PLACE_COUNT; i++)
        if (str_eq(name, place_rules[i].name)) {
            *out = (enum place)i;
            return true;
        }
    return false;
}

bool text_holds_place(struct str text, struct str name)
{
    struct piece p;
    while (piece_next(&text, &p))
        if (p.is_place && str_eq(p.text, name))
            return true;
    return false;
}

/* ---- reading ---------------------------------------------------------------------------------- */

struct reader {
    struct template *t;
    struct faults *f;
    struct str rest;                 /* what is still to be read */
    int line;                        /* of the line at the front of rest */
};

static struct str read_line(struct reader *r)
{
    struct str after, line = str_until(r->rest, '\n', &after);
    r->rest = after;
    r->line++;
    return str_ends(line, S("\r")) ? str_slice(line, 0, line.len - 1) : line;
}

/* "== name ==" and nothing else on the line. */
static bool is_heading(struct str line, struct str *name)
{
    line = str_trim(line);
    if (line.len < 5 || !str_starts(line, S("==")) || !str_ends(line, S("==")))
        return false;
    *name = str_trim(str_slice(line, 2, line.len - 2));
    return true;
}

static void read_meta(struct reader *r, struct str line)
{
    struct str value, key = str_trim(str_until(line, ':', &value));
    if (str_trim(line).len == 0)
        return;
    for (int i = 0; i < META_COUNT; i++) {
        if (!str_eq(key, meta_names[i]))
            continue;
        if (r->t->meta[i].len)
            faults_add(r->f, r->t->file, r->line, 1, "'" STR_FMT "' stands in the head twice; keep one", STR_ARG(key));
        r->t->meta[i] = str_trim(value);
        return;
    }
    faults_add(r->f, r->t->file, r->line, 1, "the head does not know '" STR_FMT "'; it has template, version, lang, "
               "scheme-rung, name, address1 and address2", STR_ARG(str_slice(key, 0, key.len < 40 ? key.len : 40)));
}

static bool part_find(struct str name, enum part_kind *out)
{
    for (int i = 0; i < PART_COUNT; i++)
        if (str_eq(name, part_rules[i].name)) {
            *out = (enum part_kind)i;
            return true;
        }
    return false;
}

/* A part begins; NULL (with a fault) when it is unknown or a second one. */
static struct part *part_open(struct reader *r, struct str name)
{
    struct template *t = r->t;
    enum part_kind kind;
    if (!part_find(name, &kind)) {
        faults_add(r->f, t->file, r->line, 1, "no part is called '" STR_FMT "'; put other text under == extra ==",
                   STR_ARG(str_slice(name, 0, name.len < 40 ? name.len : 40)));
        return NULL;
    }
    for (int i = 0; i < t->part_count; i++)
        if (t->parts[i].kind == kind && kind != PART_EXTRA) {
            faults_add(r->f, t->file, r->line, 1, "the part '" STR_FMT "' is there twice; make it one", STR_ARG(name));
            return NULL;
        }
    if (t->part_count == LIMIT_TEMPLATE_PARTS) {
        faults_add(r->f, t->file, r->line, 1, "more than %d parts; join some", LIMIT_TEMPLATE_PARTS);
        return NULL;
    }
    struct part *p = &t->parts[t->part_count++];
    *p = (struct part){.kind = kind, .line = r->line + 1};
    return p;
}

static void read_parts(struct reader *r, struct arena *a)
{
    bool in_meta = false;
    struct part *part = NULL;
    struct buf text = buf_open(a, LIMIT_TEMPLATE_BYTES);
    while (r->rest.len) {
        struct str name, line = read_line(r);
        bool heading = is_heading(line, &name);
        if (heading && part)
            part->text = buf_str(&text);
        if (heading) {
            in_meta = str_eq(name, S("meta"));
            part = in_meta ? NULL : part_open(r, name);
            r->t->meta_line = in_meta ? r->line : r->t->meta_line;
            text = buf_open(a, LIMIT_TEMPLATE_BYTES);
        } else if (in_meta) {
            read_meta(r, line);
        } else if (part) {
            buf_add(&text, line);
            buf_char(&text, '\n');
        } else if (r->t->meta_line == 0 && r->t->part_count == 0 && str_trim(line).len && line.at[0] != '#') {
            faults_add(r->f, r->t->file, r->line, 1, "text before the first part; a template begins with == meta ==");
        }
    }
    if (part)
        part->text = buf_str(&text);
}

static bool is_text(struct str bytes)
{
    for (ptrdiff_t i = 0; i < bytes.len; i++)
        if ((unsigned char)bytes.at[i] < ' ' && bytes.at[i] != '\n' && bytes.at[i] != '\r')
            return false;
    return str_is_utf8(bytes);
}

static void check_meta(struct template *t, struct faults *f)
{
    int64_t rung = -1;
    int line = t->meta_line ? t->meta_line : 1;
    for (int i = 0; i < META_COUNT; i++)
        if (t->meta[i].len == 0)
            faults_add(f, t->file, line, 1, "the head lacks '" STR_FMT "'; add it under == meta ==",
                       STR_ARG(meta_names[i]));
    if (t->meta[META_RUNG].len && (!str_to_int64(t->meta[META_RUNG], &rung) || rung < 3 || rung > 8))
        faults_add(f, t->file, line, 1, "scheme-rung is not a rung at which somebody is written to; use 3 to 8");
    t->rung = (int)rung;
    t->english = str_eq(t->meta[META_LANG], S("en"));
    if (t->meta[META_LANG].len && !t->english && !str_eq(t->meta[META_LANG], S("nl")))
        faults_add(f, t->file, line, 1, "lang is not a language that can be checked; use nl or en");
}

struct template *template_read(struct arena *a, struct str file, struct str bytes, struct faults *f)
{
    struct template *t = arena_new(a, struct template, 1);
    t->file = file;
    int before = f->count;
    if (bytes.len > LIMIT_TEMPLATE_BYTES) {
        faults_add(f, file, 0, 0, "a template is at most %d bytes; shorten it", LIMIT_TEMPLATE_BYTES);
        return NULL;
    }
    if (!is_text(bytes)) {
        faults_add(f, file, 0, 0, "a template is plain UTF-8 text without tabs or other control characters; save it as that");
        return NULL;
    }
    struct reader r = {.t = t, .f = f, .rest = bytes};
    if (str_starts(bytes, S("\xef\xbb\xbf")))
        r.rest = str_slice(bytes, 3, bytes.len);
    read_parts(&r, a);
    check_meta(t, f);
    template_lint(t, f);
    return f->count == before ? t : NULL;
}

struct str template_name(const struct template *t) { return t->meta[META_TEMPLATE]; }
struct str template_lang(const struct template *t) { return t->meta[META_LANG]; }
int template_rung(const struct template *t) { return t->rung; }
