/* SPDX-License-Identifier: EUPL-1.2 */
/* pages.c: compiles pages (HTML with typed holes) into escaping C functions. Runs when the
 * program is built. Not a template engine at run time: nothing is parsed while serving.
 *
 *   pages OUT.h OUT.c TEXT.def FILE.html…
 *
 * A file holds pages; each begins with a comment that declares its fields:
 *
 *   <!-- page greeting: what it is for
 *     name  str
 *     late  bool
 *   -->
 *   <p>{{t.hello}} {{name}}{{if late}}, {{t.sorry}}{{else}}.{{end}}</p>
 *
 * and becomes  const struct html *page_greeting(struct arena *, enum lang, struct str name,
 * bool late): one parameter a field, so that a forgotten field does not compile. {{t.id}} is a
 * text of text.def in the language asked for; it may hold {field} and {field?one:many}.
 * {{lang}} is "nl" or "en". Everything is escaped; only the type `html`, which only the
 * generated file can make, goes in as it is. Every error has a file, a line and a remedy.
 */
#include "base/base.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MAX_FIELDS 40
#define MAX_DEPTH 64
#define MAX_TEXTS 2000
#define MAX_SOURCE (1 << 20)

struct type { const char *name, *c; bool attribute, testable, number; };
static const struct type types[] = {
    {"str", "struct str ", true, true, false},      {"phrase", "struct phrase ", true, true, false},
    {"count", "int64_t ", true, true, true},        {"whole", "int64_t ", true, true, true},
    {"cents", "int64_t ", true, true, true},        {"euros", "int64_t ", true, true, true},
    {"date", "int32_t ", true, false, false},       {"moment", "int64_t ", true, false, false},
        {"permille", "int64_t ", true, false, false},
    {"tenths", "int64_t ", true, false, false},     {"html", "const struct html *", false, true, false},
    {"bool", "bool ", false, true, false},          {"link", "struct str ", true, true, false},
    {"url", "struct str ", true, true, false},      {"svg", "struct svg ", false, false, false},
};

struct field { struct str name; const struct type *type; int line; bool used; };
struct text { struct str id, words[2]; int line; bool used; };

/* Where in the HTML we are, so that a hole can be judged by its surroundings. */
enum place { IN_TEXT, IN_TAG, IN_VALUE };

struct compiler {
    struct arena *a;
    struct buf head, code, literal;
    struct text *texts;
    int text_count;
    int errors;
    struct str file, src;
    ptrdiff_t at;
    int line;
    struct field fields[MAX_FIELDS];
    int field_count;
    enum place place;
    struct str attribute, value_so_far;
    struct str open[MAX_DEPTH];         /* elements that are open */
    int depth;
    int ifs[MAX_DEPTH], if_depth, indent;
};

static void wrong(struct compiler *c, struct str file, int line, const char *what, struct str name, const char *remedy)
{
    fprintf(stderr, STR_FMT ":%d: %s " STR_FMT "; %s\n", STR_ARG(file), line, what, STR_ARG(name), remedy);
    c->errors++;
}

static void wrong_here(struct compiler *c, const char *what, struct str name, const char *remedy)
{
    wrong(c, c->file, c->line, what, name, remedy);
}

static bool is_name(char ch)
{
    return (ch >= 'a' && ch <= 'z') || (ch >= '0' && ch <= '9') || ch == '_';
}

static struct str read_all(struct arena *a, const char *path)
{
    FILE *f = fopen(path, "rb");
    char *bytes = arena_new_raw(a, char, MAX_SOURCE);
    size_t len = f ? fread(bytes, 1, MAX_SOURCE, f) : 0;
    if (!f || len == MAX_SOURCE) {
        fprintf(stderr, "%s:0: cannot be read or is larger than %d bytes; look at the path\n", path, MAX_SOURCE);
        exit(1);
    }
    fclose(f);
    return (struct str){bytes, (ptrdiff_t)len};
}

/* ---- text.def ---------------------------------------------------------------------------- */

/* One or more C string literals, with blanks between, from s[*i] on. */
static bool read_literal(struct compiler *c, struct str s, ptrdiff_t *i, int *line, struct str *out)
{
    struct buf b = buf_open(c->a, LIMIT_FORMAT);
    bool any = false;
    for (;; (*i)++) {
        while (*i < s.len && strchr(" \n\t", s.at[*i]))
            *line += s.at[(*i)++] == '\n';
        if (*i >= s.len || s.at[*i] != '"')
            break;
        for ((*i)++; *i < s.len && s.at[*i] != '"'; (*i)++) {
            if (s.at[*i] == '\\')
                (*i)++;
            buf_char(&b, s.at[*i]);
        }
        any = true;
    }
    *out = buf_str(&b);
    return any;
}

static void read_texts(struct compiler *c, struct str file, struct str s)
{
    int line = 1;
    for (ptrdiff_t i = 0; i < s.len; i++) {
        line += s.at[i] == '\n';
        bool start = i == 0 || s.at[i - 1] == '\n';
        if (!start || !str_starts(str_slice(s, i, s.len), S("TEXT(")))
            continue;
        struct text t = {.line = line};
        ptrdiff_t from = i += 5;
        while (i < s.len && is_name(s.at[i]))
            i++;
        t.id = str_slice(s, from, i);
        bool fine = i < s.len && s.at[i++] == ',' && read_literal(c, s, &i, &line, &t.words[0]) && i < s.len &&
                    s.at[i++] == ',' && read_literal(c, s, &i, &line, &t.words[1]) && i < s.len && s.at[i] == ')';
        for (int k = 0; k < c->text_count; k++)
            if (str_eq(c->texts[k].id, t.id))
                wrong(c, file, t.line, "the text is there twice:", t.id, "give one of them another name");
        if (!fine || c->text_count == MAX_TEXTS)
            wrong(c, file, t.line, "not TEXT(id, \"Dutch\", \"English\"):", t.id, "write it so");
        else
            c->texts[c->text_count++] = t;
    }
}

/* ---- writing C ---------------------------------------------------------------------------- */

static void c_string(struct buf *b, struct str s)
{
    buf_add(b, S("S(\""));
    for (ptrdiff_t i = 0; i < s.len; i++) {
        if (s.at[i] == '"' || s.at[i] == '\\')
            buf_char(b, '\\');
        if (s.at[i] == '\n')
            buf_add(b, S("\\n"));
        else if (s.at[i] == '?')
            buf_add(b, S("\\?"));       /* no trigraphs */
        else
            buf_char(b, s.at[i]);
    }
    buf_add(b, S("\")"));
}

static void start_line(struct compiler *c)
{
    for (int i = 0; i <= c->indent; i++)
        buf_add(&c->code, S("    "));
}

/* Literal HTML is gathered and written as one piece. */
static void flush(struct compiler *c)
{
    if (c->literal.len == 0)
        return;
    start_line(c);
    buf_add(&c->code, S("buf_add(&out, "));
    c_string(&c->code, buf_str(&c->literal));
    buf_add(&c->code, S(");\n"));
    c->literal.len = 0;
}

static struct field *field_of(struct compiler *c, struct str name)
{
    for (int i = 0; i < c->field_count; i++)
        if (str_eq(c->fields[i].name, name)) {
            c->fields[i].used = true;
            return &c->fields[i];
        }
    wrong_here(c, "a field that is not declared:", name, "declare it in the comment that opens the page, or mend the name");
    return NULL;
}

static bool is_address(struct str attribute)
{
    return str_eq(attribute, S("href")) || str_eq(attribute, S("src")) || str_eq(attribute, S("action")) ||
           str_eq(attribute, S("formaction"));
}

/* Whether a value of this type may stand here. */
static void check_place(struct compiler *c, struct field *f)
{
    bool address = str_eq(str_of(f->type->name), S("link")) || str_eq(str_of(f->type->name), S("url"));
    if (str_eq(str_of(f->type->name), S("bool")))
        wrong_here(c, "a bool has no text:", f->name, "use it in {{if …}}");
    if (c->place == IN_TAG)
        wrong_here(c, "a hole inside a tag but outside quotes:", f->name, "put it between double quotes");
    if (c->place != IN_VALUE)
        return;
    if (!f->type->attribute)
        wrong_here(c, "HTML inside an attribute:", f->name, "give the field another type");
    if (is_address(c->attribute) && !(address && c->value_so_far.len == 0) && !str_starts(c->value_so_far, S("#")))
        wrong_here(c, "an address of a type that is not checked:", f->name, "declare it as link or url, and let it be the whole value");
}

static void write_field(struct compiler *c, struct field *f)
{
    flush(c);
    start_line(c);
    if (str_eq(str_of(f->type->name), S("html")))
        buf_print(&c->code, "buf_add(&out, html_bytes(" STR_FMT "));\n", STR_ARG(f->name));
    else
        buf_print(&c->code, "write_%s(&out, lang, " STR_FMT ");\n", f->type->name, STR_ARG(f->name));
}

/* ---- texts with holes ---------------------------------------------------------------------- */

/* {field} or {field?one:many} */
static void text_hole(struct compiler *c, struct text *t, struct str hole)
{
    struct str rest, name = str_until(hole, '?', &rest);
    struct field *f = field_of(c, name);
    if (!f)
        return;
    if (rest.len) {
        struct str many, one = str_until(rest, ':', &many);
        if (!f->type->number)
            wrong_here(c, "one or many of something that is no number:", name, "use a count");
        flush(c);
        start_line(c);
        buf_print(&c->code, "write_str(&out, lang, " STR_FMT " == 1 ? ", STR_ARG(name));
        c_string(&c->code, one);
        buf_add(&c->code, S(" : "));
        c_string(&c->code, many);
        buf_add(&c->code, S(");\n"));
        return;
    }
    if (!f->type->attribute)
        wrong_here(c, "not a type that a text may hold, in", t->id, "put it outside the text");
    write_field(c, f);
}

static void text_words(struct compiler *c, struct text *t, struct str words)
{
    for (ptrdiff_t i = 0; i < words.len; i++) {
        if (words.at[i] != '{') {
            buf_html(&c->literal, str_slice(words, i, i + 1));
            continue;
        }
        ptrdiff_t end = str_find(str_slice(words, i, words.len), S("}"));
        if (end < 0) {
            wrong_here(c, "{ without } in text", t->id, "close it");
            return;
        }
        text_hole(c, t, str_slice(words, i + 1, i + end));
        i += end;
    }
}

static void write_text(struct compiler *c, struct str id)
{
    struct text *t = NULL;
    for (int i = 0; i < c->text_count; i++)
        if (str_eq(c->texts[i].id, id))
            t = &c->texts[i];
    if (!t) {
        wrong_here(c, "a text that is not there:", id, "add it to text.def");
        return;
    }
    t->used = true;
    if (c->place == IN_TAG)
        wrong_here(c, "a text inside a tag but outside quotes:", id, "put it between double quotes");
    flush(c);
    start_line(c);
    buf_add(&c->code, S("if (lang == LANG_NL) {\n"));
    c->indent++;
    text_words(c, t, t->words[0]);
    flush(c);
    c->indent--;
    start_line(c);
    buf_add(&c->code, S("} else {\n"));
    c->indent++;
    text_words(c, t, t->words[1]);
    flush(c);
    c->indent--;
    start_line(c);
    buf_add(&c->code, S("}\n"));
}

/* ---- holes: {{…}} ---------------------------------------------------------------------------- */

static void hole_if(struct compiler *c, struct str name)
{
    struct field *f = field_of(c, name);
    flush(c);
    start_line(c);
    if (f && !f->type->testable)
        wrong_here(c, "{{if}} on a type that is always there:", name, "use a bool");
    const char *type = f ? f->type->name : "bool";
    const char *tail = strcmp(type, "phrase") == 0 ? ".nl.len" : strcmp(f ? f->type->c : "", "struct str ") == 0 ? ".len" : "";
    bool html = strcmp(type, "html") == 0;
    buf_print(&c->code, "if (%s" STR_FMT "%s%s) {\n", html ? "html_bytes(" : "", STR_ARG(name), tail, html ? ").len" : "");
    if (c->if_depth < MAX_DEPTH)
        c->ifs[c->if_depth] = c->depth;
    c->if_depth++;
    c->indent++;
}

static void hole_else_end(struct compiler *c, bool is_else)
{
    if (c->if_depth == 0 || c->if_depth > MAX_DEPTH) {
        wrong_here(c, "{{else}} or {{end}} without", S("{{if}}"), "take it out");
        return;
    }
    if (c->ifs[c->if_depth - 1] != c->depth)
        wrong_here(c, "a branch that opens or closes an element but not both:", S("{{if}}"), "close it in the same branch");
    flush(c);
    c->indent--;
    start_line(c);
    buf_add(&c->code, is_else ? S("} else {\n") : S("}\n"));
    if (is_else)
        c->indent++;
    else
        c->if_depth--;
}

static void hole(struct compiler *c, struct str inside)
{
    inside = str_trim(inside);
    if (str_starts(inside, S("t."))) {
        write_text(c, str_slice(inside, 2, inside.len));
    } else if (str_eq(inside, S("lang"))) {
        flush(c);
        start_line(c);
        buf_add(&c->code, S("buf_add(&out, lang_name(lang));\n"));
    } else if (str_starts(inside, S("if "))) {
        hole_if(c, str_trim(str_slice(inside, 3, inside.len)));
    } else if (str_eq(inside, S("else")) || str_eq(inside, S("end"))) {
        hole_else_end(c, inside.len == 4);
    } else {
        struct field *f = field_of(c, inside);
        if (f) {
            check_place(c, f);
            write_field(c, f);
        }
    }
    if (c->place == IN_VALUE && c->value_so_far.len == 0)
        c->value_so_far = S("?");       /* something stands there */
}

/* ---- HTML ------------------------------------------------------------------------------------ */

static bool is_void(struct str element)
{
    static const char *const names[] = {"meta", "link", "br", "hr", "img", "input", "wbr", "col"};
    for (ptrdiff_t i = 0; i < COUNT(names); i++)
        if (str_eq(element, str_of(names[i])))
            return true;
    return false;
}

/* A script is a file of ours and nothing else: its address is a hole, and there is nothing in it. */
static bool is_our_script(struct str tag)
{
    struct str rest, head = str_until(tag, '>', &rest);
    return str_starts(head, S("script type=\"module\" src=\"{{")) && str_ends(head, S("}}\"")) && str_starts(rest, S("</script>"));
}

/* At "<": an opening or closing tag. The name is written by the main loop. */
static void tag_starts(struct compiler *c)
{
    struct str rest = str_slice(c->src, c->at + 1, c->src.len);
    bool closing = str_starts(rest, S("/"));
    ptrdiff_t from = closing, len = from;
    while (len < rest.len && ((rest.at[len] | 32) >= 'a' && (rest.at[len] | 32) <= 'z' ? true : is_name(rest.at[len])))
        len++;
    struct str name = str_slice(rest, from, len);
    c->place = IN_TAG;
    c->attribute = (struct str){0};
    if (str_starts(rest, S("!")))
        return;
    if (str_eq(name, S("style")) || (str_eq(name, S("script")) && !closing && !is_our_script(rest)))
        wrong_here(c, "an element that the pages do without:", name, "put it in web/pages.css, or leave it out");
    if (closing && (c->depth == 0 || !str_eq(c->open[c->depth - 1], name)))
        wrong_here(c, "closes what is not open:", name, "close elements in the order in which they were opened");
    else if (closing)
        c->depth--;
    else if (!is_void(name) && c->depth < MAX_DEPTH)
        c->open[c->depth++] = name;
}

static void in_tag(struct compiler *c, char ch)
{
    if (ch == '>') {
        if (c->at && c->src.at[c->at - 1] == '/' && c->depth && !is_void(c->open[c->depth - 1]))
            c->depth--;                 /* <path/> in SVG */
        c->place = IN_TEXT;
    } else if (ch == '=') {
        ptrdiff_t from = c->at;
        while (from > 0 && (is_name((char)(c->src.at[from - 1] | 32)) || c->src.at[from - 1] == '-'))
            from--;
        c->attribute = str_slice(c->src, from, c->at);
        if (c->at + 1 >= c->src.len || c->src.at[c->at + 1] != '"')
            wrong_here(c, "a value without double quotes:", c->attribute, "put double quotes around it");
        if (str_starts(c->attribute, S("on")) || str_eq(c->attribute, S("style")))
            wrong_here(c, "an attribute that the browser is told to refuse:", c->attribute, "use a class");
    } else if (ch == '"') {
        c->place = IN_VALUE;
        c->value_so_far = (struct str){0};
    }
}

static void literal_char(struct compiler *c, char ch)
{
    if (c->place == IN_TEXT && ch == '<')
        tag_starts(c);
    else if (c->place == IN_TAG)
        in_tag(c, ch);
    else if (c->place == IN_VALUE && ch == '"')
        c->place = IN_TAG;
    else if (c->place == IN_VALUE && c->value_so_far.len == 0)
        c->value_so_far = str_slice(c->src, c->at, c->at + 1);
    if (ch == '\n') {
        c->line++;
        /* Indentation is for the reader of the source. */
        while (c->at + 1 < c->src.len && (c->src.at[c->at + 1] == ' ' || c->src.at[c->at + 1] == '\t'))
            c->at++;
    }
    buf_char(&c->literal, ch);
}

static void body(struct compiler *c)
{
    while (c->at < c->src.len) {
        struct str rest = str_slice(c->src, c->at, c->src.len);
        if (str_starts(rest, S("<!-- page ")))
            return;
        if (str_starts(rest, S("{{"))) {
            ptrdiff_t end = str_find(rest, S("}}"));
            if (end < 0 || memchr(rest.at, '\n', (size_t)end)) {
                wrong_here(c, "{{ without }} on the same line", S(""), "close it");
                c->at += 2;
                continue;
            }
            hole(c, str_slice(rest, 2, end));
            c->at += end + 2;
        } else if (str_starts(rest, S("<!--"))) {
            ptrdiff_t end = str_find(rest, S("-->"));
            for (ptrdiff_t i = 0; i < (end < 0 ? 0 : end); i++)
                c->line += rest.at[i] == '\n';
            c->at += end < 0 ? rest.len : end + 3;
        } else {
            literal_char(c, c->src.at[c->at]);
            c->at++;
        }
    }
}

/* ---- pages ------------------------------------------------------------------------------------ */

static void declare(struct compiler *c, struct str line)
{
    struct str rest, name = str_until(line, ' ', &rest), type = str_trim(rest);
    static const char *const taken[] = {"a", "lang", "out", "signed", "int", "for", "if", "default", "static", "switch",
                                        "case", "long", "short", "char", "double", "auto", "const", "return", "while"};
    for (ptrdiff_t i = 0; i < COUNT(taken); i++)
        if (str_eq(name, str_of(taken[i])))
            wrong_here(c, "a name that C or the compiler keeps for itself:", name, "choose another");
    for (int i = 0; i < c->field_count; i++)
        if (str_eq(c->fields[i].name, name))
            wrong_here(c, "declared twice:", name, "take one out");
    for (ptrdiff_t i = 0; i < COUNT(types); i++)
        if (str_eq(type, str_of(types[i].name)) && c->field_count < MAX_FIELDS) {
            c->fields[c->field_count++] = (struct field){name, &types[i], c->line, false};
            return;
        }
    wrong_here(c, "not a type (or too many fields):", type, "see the list at the head of tools/pages.c");
}

/* The opening comment: name, purpose, fields. Returns the name. */
static struct str declarations(struct compiler *c)
{
    struct str rest = str_slice(c->src, c->at, c->src.len);
    ptrdiff_t end = str_find(rest, S("-->"));
    if (end < 0) {
        wrong_here(c, "a comment without", S("-->"), "close it");
        end = rest.len - 3;
    }
    struct str lines, first = str_until(str_slice(rest, 10, end), '\n', &lines), doc;
    struct str name = str_trim(str_until(first, ':', &doc));
    if (str_trim(doc).len == 0)
        wrong_here(c, "a page that does not say what it is for:", name, "write `page name: what it is for`");
    c->field_count = 0;
    int opened = c->line;
    while (lines.len) {
        c->line++;
        struct str line = str_trim(str_until(lines, '\n', &lines));
        if (line.len)
            declare(c, line);
    }
    c->line = opened;
    /* The newline after the comment is not part of the page. */
    ptrdiff_t after = c->at + end + 3;
    after += after < c->src.len && c->src.at[after] == '\n';
    for (; c->at < after; c->at++)
        c->line += c->src.at[c->at] == '\n';
    buf_print(&c->head, "/* " STR_FMT ": " STR_FMT " */\n", STR_ARG(name), STR_ARG(str_trim(doc)));
    return name;
}

static void signature(struct compiler *c, struct buf *out, struct str name)
{
    buf_print(out, "const struct html *page_" STR_FMT "(struct arena *a, enum lang lang", STR_ARG(name));
    for (int i = 0; i < c->field_count; i++)
        buf_print(out, ", %s" STR_FMT, c->fields[i].type->c, STR_ARG(c->fields[i].name));
    buf_add(out, S(")"));
}

static void page(struct compiler *c)
{
    struct str name = declarations(c);
    signature(c, &c->head, name);
    buf_add(&c->head, S(";\n"));
    signature(c, &c->code, name);
    buf_add(&c->code, S("\n{\n    struct buf out = buf_open(a, LIMIT_PAGE_BYTES);\n    (void)lang;\n"));
    c->literal.len = 0;
    c->depth = c->if_depth = c->indent = 0;
    c->place = IN_TEXT;
    body(c);
    while (c->literal.len && strchr(" \n", c->literal.at[c->literal.len - 1]))
        c->literal.len--;               /* keep one newline between pieces */
    buf_char(&c->literal, '\n');
    flush(c);
    buf_add(&c->code, S("    return html_made(a, &out);\n}\n\n"));
    if (c->depth)
        wrong_here(c, "never closed:", c->open[c->depth - 1], "close it before the page ends");
    if (c->if_depth)
        wrong_here(c, "{{if}} without {{end}} in page", name, "add {{end}}");
    for (int i = 0; i < c->field_count; i++)
        if (!c->fields[i].used)
            wrong(c, c->file, c->fields[i].line, "declared but never used:", c->fields[i].name, "use it or take it out");
}

static void file(struct compiler *c, const char *path)
{
    c->file = str_of(path);
    c->src = read_all(c->a, path);
    c->at = 0;
    c->line = 1;
    if (str_find(c->src, S("SPDX-License-Identifier: EUPL-1.2")) < 0)
        wrong_here(c, "no licence line in", c->file, "begin with <!-- SPDX-License-Identifier: EUPL-1.2 -->");
    ptrdiff_t first = str_find(c->src, S("<!-- page "));
    if (first < 0) {
        wrong_here(c, "no page in", c->file, "open one with <!-- page name: what it is for");
        return;
    }
    for (; c->at < first; c->at++)
        c->line += c->src.at[c->at] == '\n';
    while (c->at < c->src.len)
        page(c);
}

static const char prelude[] =
    "/* Made by tools/pages.c from src/web/pages and src/web/text.def: do not change it here. */\n"
    "#include \"pages.h\"\n\n"
    "/* Known in this file only: nobody else can call bytes HTML. */\n"
    "struct html { struct str bytes; };\n"
    "struct html_list { struct arena *a; struct buf all; };\n\n"
    "struct str html_bytes(const struct html *h)\n{\n    return h ? h->bytes : (struct str){0};\n}\n\n"
    "static const struct html *html_made(struct arena *a, const struct buf *out)\n{\n"
    "    struct html *h = arena_new(a, struct html, 1);\n    h->bytes = out->over ? (struct str){0} : buf_str(out);\n"
    "    return h;\n}\n\n"
    "struct html_list *html_list_open(struct arena *a)\n{\n"
    "    struct html_list *l = arena_new(a, struct html_list, 1);\n    l->a = a;\n"
    "    l->all = buf_open(a, LIMIT_PAGE_BYTES);\n    return l;\n}\n\n"
    "void html_list_add(struct html_list *l, const struct html *h)\n{\n    buf_add(&l->all, html_bytes(h));\n}\n\n"
    "const struct html *html_list_done(struct html_list *l)\n{\n    return html_made(l->a, &l->all);\n}\n\n";

static const char head_prelude[] =
    "/* Made by tools/pages.c from src/web/pages and src/web/text.def: do not change it here. */\n"
    "#ifndef HOORT_PAGES_H\n#define HOORT_PAGES_H\n#include \"web/write.h\"\n\n"
    "struct html;                         /* escaped HTML; only pages make it */\n"
    "struct html_list;                    /* pieces one after the other */\n"
    "struct str html_bytes(const struct html *h); /* NULL gives nothing; empty also past LIMIT_PAGE_BYTES */\n"
    "struct html_list *html_list_open(struct arena *a);\n"
    "void html_list_add(struct html_list *l, const struct html *h);\n"
    "const struct html *html_list_done(struct html_list *l);\n\n";

static void write_out(const char *path, const struct buf *b)
{
    FILE *f = fopen(path, "wb");
    if (!f || fwrite(b->at, 1, (size_t)b->len, f) != (size_t)b->len || fclose(f)) {
        fprintf(stderr, "%s:0: cannot be written; look at the path\n", path);
        exit(1);
    }
}

int main(int count, char **words)
{
    if (count < 5) {
        fprintf(stderr, "usage: pages OUT.h OUT.c TEXT.def FILE.html...\n");
        return 2;
    }
    struct arena a = arena_open(LIMIT_ARENA_BOOT);
    struct compiler c = {.a = &a, .head = buf_open(&a, MAX_SOURCE), .code = buf_open(&a, 8 * MAX_SOURCE),
                         .literal = buf_open(&a, MAX_SOURCE), .texts = arena_new(&a, struct text, MAX_TEXTS)};
    buf_add(&c.head, S(head_prelude));
    buf_add(&c.code, S(prelude));
    struct str text_file = str_of(words[3]);
    read_texts(&c, text_file, read_all(&a, words[3]));
    for (int i = 4; i < count; i++)
        file(&c, words[i]);
    for (int i = 0; i < c.text_count; i++)
        if (!c.texts[i].used)
            wrong(&c, text_file, c.texts[i].line, "a text that no page uses:", c.texts[i].id, "use it or take it out");
    buf_add(&c.head, S("\n#endif\n"));
    if (c.errors)
        return 1;
    write_out(words[1], &c.head);
    write_out(words[2], &c.code);
    return 0;
}
