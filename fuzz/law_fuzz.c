/* SPDX-License-Identifier: EUPL-1.2 */
/* law_fuzz.c: any bytes as a law, as its sidecar and as a dictionary of facts: no crash, no
 * reading past the end, no endless work; and what read without a fault can be printed.
 * Not a test of what is accepted: tests/law.
 */
#include "law/law.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char basis[] =
    "$id: a\nregulatory_layer: WET\npublication_date: '2024-01-01'\nbwb_id: BWBR0000001\nurl: https://example.nl\n"
    "articles:\n- number: '1'\n  text: t\n  url: https://example.nl\n  machine_readable:\n    execution:\n"
    "      input: [{name: i, type: amount, source: {}}]\n      output: [{name: o, type: boolean}]\n"
    "      actions: [{output: o, value: true}]\n";

static void print_all(const struct law *law, struct arena *a)
{
    struct buf out = buf_open(a, 16 << 20);
    law_print(law, &out);
    assert(out.len > 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct arena boot;
    if (!boot.at)
        boot = arena_open(LIMIT_ARENA_BOOT);
    struct arena a = boot;
    struct str bytes = {(const char *)data, (ptrdiff_t)size};
    struct faults f = faults_open(&a), clean = faults_open(&a), missing = faults_open(&a);
    struct law *law = law_read(&a, S("fuzz.yaml"), bytes, &f);
    assert(law || f.count > 0);
    if (law && f.count == 0)
        print_all(law, &a);
    struct law *known = law_read(&a, S("basis.yaml"), str_of(basis), &clean);
    assert(known && clean.count == 0);
    law_read_sidecar(&a, known, S("fuzz.bind.yaml"), bytes, &f);
    struct facts facts = facts_read(&a, S("fuzz.facts.yaml"), bytes, &f);
    known->next = law;
    law_set_make(&a, known, facts, &f, &missing);
    return 0;
}
