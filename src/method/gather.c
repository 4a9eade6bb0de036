/* SPDX-License-Identifier: EUPL-1.2 */
/* gather.c: files of the method's content to entries, each held against its shape, the own ones laid over
 * the shipped ones. What the entries mean, and whether they lead somewhere: build.c.
 */
#include "method/parts.h"

#define PARTS_IN_A_FILE 3
static const struct file_kind {
    struct str name;
    struct { struct str key; enum part part; const char *id; } lists[PARTS_IN_A_FILE];
} file_kinds[] = {
    {S("sources.yaml"), {{S("sources"), PART_SOURCE, "id"}}},
    {S("values.yaml"), {{S("values"), PART_VALUE, "id"}}},
    {S("tensions.yaml"), {{S("tensions"), PART_TENSION, "between"}, {S("signals"), PART_SIGNAL, "signal"}}},
    {S("dilemmas.yaml"), {{S("dilemmas"), PART_DILEMMA, "id"}}},
    {S("roles.yaml"), {{S("roles"), PART_ROLE, "id"}}},
    {S("rungs.yaml"), {{S("rungs"), PART_RUNG, "number"}}},
    {S("measures.yaml"), {{S("measures"), PART_MEASURE, "id"}}},
    {S("metrics.yaml"),
     {{S("data"), PART_DATA, "id"}, {S("quantities"), PART_QUANTITY, "id"}, {S("metrics"), PART_METRIC, "id"}}},
    {S("formats.yaml"), {{S("formats"), PART_FORMAT, "id"}}},
};

static struct str base_name(struct str path)
{
    for (ptrdiff_t i = path.len; i > 0; i--)
        if (path.at[i - 1] == '/')
            return str_slice(path, i, path.len);
    return path;
}

static const struct file_kind *kind_find(struct str name)
{
    for (ptrdiff_t i = 0; i < COUNT(file_kinds); i++)
        if (str_eq(file_kinds[i].name, name))
            return &file_kinds[i];
    return NULL;
}

bool library_is_part(struct str name)
{
    return kind_find(name) != NULL;
}

struct reader piece_reader(const struct gather *g, const struct piece *p)
{
    return (struct reader){.a = g->a, .file = p->place.file, .f = g->f};
}

bool part_has(const struct gather *g, enum part part, struct str id)
{
    int64_t at;
    return str_map_get(&g->at[part], id, &at);
}

struct str part_near(const struct gather *g, enum part part, struct str id)
{
    struct str *all = arena_new(g->a, struct str, g->count[part]);
    int n = 0;
    for (const struct piece *p = g->first[part]; p; p = p->next)
        all[n++] = p->id;
    return nearest(id, all, n);
}

/* ---- texts ---------------------------------------------------------------------------------------- */

static int words_in(struct str text)
{
    int n = 0;
    for (ptrdiff_t i = 0; i < text.len; i++)
        n += text.at[i] != ' ' && (i == 0 || text.at[i - 1] == ' ');
    return n;
}

static void check_text(struct reader *r, const struct yaml *y)
{
    if (y->text.len > LIMIT_METHOD_TEXT)
        fault(r, y, "a text of %lld bytes and %d is the most; shorten it", (long long)y->text.len, LIMIT_METHOD_TEXT);
    for (ptrdiff_t i = 0; i < y->text.len; i++)
        if ((unsigned char)y->text.at[i] < ' ' || y->text.at[i] == 0x7f) {
            fault(r, y, "a text with a control character; keep it on one line");
            return;
        }
}

/* Every text there is; and where both languages say the same, one of them was not translated. Names of one
 * or two words may be alike. */
static void check_texts(struct reader *r, const struct yaml *y)
{
    if (y->kind == YAML_SCALAR)
        check_text(r, y);
    for (const struct yaml *child = y->first; child; child = child->next)
        check_texts(r, child);
    const struct yaml *nl = yaml_get(y, S("nl")), *en = yaml_get(y, S("en"));
    if (nl && en && nl->kind == YAML_SCALAR && en->kind == YAML_SCALAR && words_in(nl->text) > 2 && str_eq(nl->text, en->text))
        fault(r, en, "the English is the Dutch; translate it");
}

/* ---- entries ---------------------------------------------------------------------------------------- */

/* A tension has no name but its two values. */
static struct str pair_id(struct gather *g, const struct yaml *between)
{
    if (between->kind != YAML_LIST || between->count != 2 || between->first->kind != YAML_SCALAR ||
        between->first->next->kind != YAML_SCALAR)
        return S("");
    struct str one = between->first->text, other = between->first->next->text;
    bool swap = str_cmp(one, other) > 0;
    return str_format(g->a, STR_FMT "+" STR_FMT, STR_ARG(swap ? other : one), STR_ARG(swap ? one : other));
}

static struct str id_of(struct gather *g, const struct yaml *y, const char *key)
{
    const struct yaml *id = yaml_get(y, str_of(key));
    if (!id)
        return S("");
    return str_eq(str_of(key), S("between")) ? pair_id(g, id) : id->kind == YAML_SCALAR ? id->text : S("");
}

/* Known in the same layer: a fault. Known in the layer under it: replaced where it stands. */
static void put(struct gather *g, enum part part, struct piece piece)
{
    bool found;
    int64_t *at = str_map_put(&g->at[part], piece.id, &found);
    if (found) {
        struct piece *old = g->first[part];
        for (int64_t i = 1; i < *at; i++)
            old = old->next;
        struct reader r = piece_reader(g, &piece);
        if (old->place.own == piece.place.own) {
            fault(&r, piece.y, "'%s' stands at line %d of " STR_FMT " too; keep one", show(g->f, piece.id), old->place.line,
                  STR_ARG(old->place.file));
            return;
        }
        piece.next = old->next;
        *old = piece;
        return;
    }
    *at = ++g->count[part];
    struct piece *p = arena_new(g->a, struct piece, 1);
    *p = piece;
    *g->end[part] = p;
    g->end[part] = &p->next;
}

static void read_list(struct gather *g, struct reader *r, const struct yaml *list, enum part part, const char *key, bool own)
{
    if (list->kind != YAML_LIST) {
        fault(r, list, "must be a list; write each entry on a line with a dash");
        return;
    }
    for (const struct yaml *y = list->first; y; y = y->next) {
        if (!shape_check(r, y, part_shape[part]))
            continue;
        check_texts(r, y);
        struct str id = id_of(g, y, key);
        if (!id.len && yaml_get(y, str_of(key)))
            fault(r, y, "needs a name under '%s'%s", key, part == PART_TENSION ? ": two values" : "");
        else if (id.len && g->count[part] >= LIMIT_METHOD_ENTRIES)
            fault(r, y, "more than %d of these; drop some", LIMIT_METHOD_ENTRIES);
        else if (id.len)
            put(g, part, (struct piece){y, id, {r->file, y->line, y->column, own}, NULL});
    }
}

static void read_file(struct gather *g, const struct library_file *file)
{
    const struct file_kind *kind = kind_find(base_name(file->path));
    struct reader r = {.a = g->a, .file = str_copy(g->a, file->path), .f = g->f};
    if (!kind) {
        faults_add(g->f, r.file, 0, 0, "is no part of the method; name it values.yaml, dilemmas.yaml, … or take it away");
        return;
    }
    struct fault *before = faults_last(g->f);
    const struct yaml *root = yaml_read(g->a, r.file, file->bytes, g->f);
    if (root && root->kind != YAML_MAP)
        fault(&r, root, "here must stand '" STR_FMT ":' and a list", STR_ARG(kind->lists[0].key));
    for (const struct yaml *y = root && root->kind == YAML_MAP ? root->first : NULL; y; y = y->next) {
        int i = 0;
        while (i < PARTS_IN_A_FILE && (!kind->lists[i].id || !str_eq(kind->lists[i].key, y->key)))
            i++;
        if (i == PARTS_IN_A_FILE)
            fault_key(&r, y, "unknown key '%s' in " STR_FMT "; remove it", show(g->f, y->key), STR_ARG(kind->name));
        else
            read_list(g, &r, y, kind->lists[i].part, kind->lists[i].id, file->own);
    }
    faults_sort(g->f, before);
}

void library_read(struct arena *a, const struct library_file *files, int count, struct library *out, struct faults *f)
{
    struct gather *g = arena_new(a, struct gather, 1);
    g->a = a;
    g->f = f;
    for (int i = 0; i < PART_COUNT; i++) {
        g->end[i] = &g->first[i];
        g->at[i] = str_map_open(a, 64);
    }
    for (int own = 0; own < 2; own++)
        for (int i = 0; i < count; i++)
            if (files[i].own == (own == 1))
                read_file(g, &files[i]);
    library_build(g, out);
}
