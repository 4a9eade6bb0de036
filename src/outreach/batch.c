/* SPDX-License-Identifier: EUPL-1.2 */
/* batch.c: letters for a print street: one row each, and a manifest that proves what was in it.
 * Not the writing of files (store/), not the merging of pages (the print street).
 */
#include "outreach/outreach.h"

enum { SEPARATOR = ';' };

static const char *const columns[] = {
    "briefId", "aanhef", "adresregel1", "adresregel2", "adresregel3", "land", "taal", "template", "versie",
    "regeling", "bedrag", "aanvragen", "redenen", "gegevens",
};

/* buf_csv lets "-1…" through as a number; only a number is one. */
static bool looks_negative_but_is_no_number(struct str s)
{
    struct rational ignored;
    return s.len > 1 && s.at[0] == '-' && s.at[1] >= '0' && s.at[1] <= '9' && !rational_parse(s, &ignored);
}

static void add_cell(struct arena *a, struct str cell, struct buf *out)
{
    if (looks_negative_but_is_no_number(cell))
        cell = str_format(a, "'" STR_FMT, STR_ARG(cell));
    buf_csv(out, cell, SEPARATOR);
}

/* A list without its dashes, one item a line: a cell is no letter. */
static struct str undashed(struct arena *a, struct str list)
{
    struct buf out = buf_open(a, LIMIT_LETTER_BYTES);
    for (struct str rest; list.len; list = rest) {
        struct str line = str_until(list, '\n', &rest);
        if (out.len && line.len)
            buf_char(&out, '\n');
        buf_add(&out, str_starts(line, S("- ")) ? str_slice(line, 2, line.len) : line);
    }
    return buf_str(&out);
}

static void add_row(struct arena tmp, const struct letter *l, struct buf *out)
{
    const struct str cells[] = {
        l->id, l->greeting, l->name, l->address1, l->address2, S("Nederland"), l->lang, l->template, l->version,
        l->scheme_name, l->amount, l->apply, undashed(&tmp, l->reasons), undashed(&tmp, l->data),
    };
    static_assert(COUNT(cells) == COUNT(columns), "a cell a column");
    for (int i = 0; i < COUNT(cells); i++) {
        if (i > 0)
            buf_char(out, SEPARATOR);
        add_cell(&tmp, cells[i], out);
    }
    buf_add(out, S("\r\n"));
}

static struct str make_csv(struct arena *a, const struct letter *letters, int64_t count)
{
    struct arena tmp = arena_open(LIMIT_ARENA_REQUEST);
    char *start = tmp.at;
    struct buf out = buf_open(a, LIMIT_BUF);
    buf_add(&out, S("\xef\xbb\xbf"));
    for (int i = 0; i < COUNT(columns); i++)
        buf_print(&out, "%s%s", i ? ";" : "", columns[i]);
    buf_add(&out, S("\r\n"));
    for (int64_t i = 0; i < count; i++)
        add_row(tmp, &letters[i], &out);
    arena_close(&tmp, LIMIT_ARENA_REQUEST, start);
    assert(!out.over);
    return buf_str(&out);
}

/* As a printer takes them. */
static struct str join_letters(struct arena *a, const struct letter *letters, int64_t count)
{
    struct buf out = buf_open(a, LIMIT_BUF);
    for (int64_t i = 0; i < count; i++) {
        if (i > 0)
            buf_char(&out, '\f');
        buf_add(&out, letters[i].text);
    }
    assert(!out.over);
    return buf_str(&out);
}

/* A member of the list: what it is called, and what its bytes hash to. */
static void add_proof(struct arena *a, struct json *list, struct str key, struct str name, struct str bytes)
{
    struct sha256 sum = sha256_of(bytes);
    struct json *proof = js_put(a, list, S(""), js_object(a));
    js_put_text(a, proof, key, name);
    js_put_int(a, proof, S("bytes"), bytes.len);
    js_put_text(a, proof, S("sha256"), hex_print(a, sum.at, sizeof sum.at));
}

/* Letters by scheme or language: small numbers of names, in the order in which they come. */
static void count_by(struct arena *a, struct json *counts, struct str key)
{
    struct json *n = js_get(counts, key);
    if (n)
        n->number++;
    else
        js_put_int(a, counts, key, 1);
}

static void add_counts(struct arena *a, struct json *manifest, const struct letter *letters, int64_t count)
{
    struct json *by_scheme = js_object(a), *by_language = js_object(a);
    for (int64_t i = 0; i < count; i++) {
        count_by(a, by_scheme, letters[i].scheme);
        count_by(a, by_language, letters[i].lang);
    }
    js_put_int(a, manifest, S("letters"), count);
    js_put(a, manifest, S("letters_by_scheme"), by_scheme);
    js_put(a, manifest, S("letters_by_language"), by_language);
}

static void assert_different(struct arena tmp, const struct letter *letters, int64_t count)
{
    struct str_map seen = str_map_open(&tmp, count);
    for (int64_t i = 0; i < count; i++) {
        bool found;
        str_map_put(&seen, letters[i].id, &found);
        assert(letters[i].id.len && !found && "one letter, one id");
    }
}

static struct str make_manifest(struct arena *a, struct str run, const struct policy *policy, bool synthetic,
                                const struct letter *letters, int64_t count, const struct batch *b)
{
    struct json *manifest = js_object(a), *files = js_list(a), *proofs = js_list(a);
    js_put_text(a, manifest, S("format"), S("hoort-print-batch-1"));
    js_put_text(a, manifest, S("run"), run);
    js_put_bool(a, manifest, S("synthetic"), synthetic);
    js_put_text(a, manifest, S("policy"), policy->id);
    js_put_text(a, manifest, S("policy_hash"), hex_print(a, policy->hash.at, sizeof policy->hash.at));
    add_counts(a, manifest, letters, count);
    add_proof(a, files, S("name"), S("batch.csv"), b->csv);
    add_proof(a, files, S("name"), S("letters.txt"), b->text);
    js_put(a, manifest, S("files"), files);
    for (int64_t i = 0; i < count; i++)
        add_proof(a, proofs, S("briefId"), letters[i].id, letters[i].text);
    js_put(a, manifest, S("letter_texts"), proofs);
    struct buf out = buf_open(a, LIMIT_BUF);
    js_pretty(manifest, &out);
    assert(!out.over);
    return buf_str(&out);
}

struct batch batch_make(struct arena *a, struct str run, const struct policy *policy, bool synthetic,
                        const struct letter *letters, int64_t count)
{
    static_assert((int64_t)LIMIT_BATCH_LETTERS * (LIMIT_LETTER_BYTES + 1) < LIMIT_BUF, "a batch fits");
    assert(count >= 0 && count <= LIMIT_BATCH_LETTERS);
    assert_different(*a, letters, count);
    struct batch b = {.csv = make_csv(a, letters, count), .text = join_letters(a, letters, count)};
    b.manifest = make_manifest(a, run, policy, synthetic, letters, count, &b);
    return b;
}
