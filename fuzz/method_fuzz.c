/* SPDX-License-Identifier: EUPL-1.2 */
/* method_fuzz.c: any bytes as each file of the method's content, under a small whole library and over it: no
 * crash, no endless work; and whatever was read can be shown. Not a test of what is accepted: tests/method.
 */
#include "method/method.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *const names[] = {"sources.yaml", "values.yaml", "tensions.yaml", "dilemmas.yaml", "roles.yaml",
                                    "rungs.yaml", "measures.yaml", "metrics.yaml", "formats.yaml", "other.yaml"};

static const char base_values[] =
    "values:\n- {id: v, name: {nl: a, en: b}, meaning: {nl: a, en: b}, example: {nl: a, en: b}, from: [own]}\n";
static const char base_metrics[] =
    "data:\n- {id: d, name: {nl: a, en: b}, from: {nl: a, en: b}}\n"
    "quantities:\n- {id: q, name: {nl: a, en: b}, unit: people, data: [d]}\n"
    "metrics:\n- {id: m, name: {nl: a, en: b}, value: v, formula: {nl: a, en: b}, expression: q / q, unit: ratio,"
    " unavailable: {nl: a, en: b}}\n";

static void show_all(struct arena a, const struct library *l)
{
    struct buf out = buf_open(&a, LIMIT_BUF);
    struct str near;
    for (const struct method_value *x = l->values; x; x = x->next)
        assert(library_show(l, x->id, S("nl"), &out, &near));
    for (const struct dilemma *x = l->dilemmas; x; x = x->next)
        assert(library_show(l, x->id, S("en"), &out, &near));
    for (const struct metric *x = l->metrics; x; x = x->next)
        assert(library_show(l, x->id, S("nl"), &out, &near));
    for (const struct format *x = l->formats; x; x = x->next)
        assert(library_show(l, x->id, S("en"), &out, &near));
    library_show(l, S("3"), S("nl"), &out, &near);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct arena boot;
    if (!boot.at)
        boot = arena_open(LIMIT_ARENA_BOOT);
    struct arena a = boot;
    struct library_file files[2 + COUNT(names)] = {{.path = S("values.yaml"), .bytes = str_of(base_values)},
                                                   {.path = S("metrics.yaml"), .bytes = str_of(base_metrics)}};
    for (int i = 0; i < COUNT(names); i++)
        files[2 + i] = (struct library_file){.path = str_of(names[i]), .bytes = {(const char *)data, (ptrdiff_t)size}, .own = true};
    struct faults f = faults_open(&a);
    struct library l;
    library_read(&a, files, COUNT(files), &l, &f);
    assert(f.count > 0); /* other.yaml is no part, and no ladder is whole */
    show_all(a, &l);
    return 0;
}
