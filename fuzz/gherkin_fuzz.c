/* SPDX-License-Identifier: EUPL-1.2 */
/* gherkin_fuzz.c: any bytes as a file of scenarios: no crash, no reading past the end, no endless
 * work; and what read without a fault can be run against a law. Not a test of what is accepted:
 * src/scenario.
 */
#include "scenario/scenario.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char law_text[] =
    "$id: wet\nregulatory_layer: WET\npublication_date: '2024-01-01'\nbwb_id: BWBR0000001\nurl: https://example.nl\n"
    "articles:\n- number: '1'\n  text: t\n  url: https://example.nl\n  machine_readable:\n    execution:\n"
    "      parameters: [{name: bsn, type: string}, {name: p, type: number}, {name: t, type: string}, \n"
    "        {name: d, type: date}]\n"
    "      input: [{name: i, type: amount, source: {}}, {name: b, type: boolean, source: {}}, \n"
    "        {name: partner_bsn, type: string, source: {}},\n"
    "        {name: van, type: number, source: {regulation: wet, output: o, parameters: {bsn: $partner_bsn, p: $p}}}]\n"
    "      output: [{name: o, type: number}, {name: v, type: number}, {name: w, type: boolean}, {name: x, type: date}]\n"
    "      actions: [{output: o, value: {operation: ADD, values: [$i, $p]}}, {output: v, value: $van},\n"
    "        {output: w, value: {operation: AND, conditions: [$b, {operation: EQUALS, subject: $t, value: huur}]}},\n"
    "        {output: x, value: $d}]\n";

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct arena boot;
    static struct law_set laws;
    if (!boot.at) {
        boot = arena_open(LIMIT_ARENA_BOOT);
        struct faults f = faults_open(&boot), missing = faults_open(&boot);
        struct law *law = law_read(&boot, S("wet.yaml"), str_of(law_text), &f);
        assert(law && f.count == 0);
        laws = law_set_make(&boot, law, (struct facts){0}, &f, &missing);
    }
    struct arena a = boot;
    struct faults f = faults_open(&a);
    struct feature feature = feature_read(&a, S("fuzz.feature"), (struct str){(const char *)data, (ptrdiff_t)size}, &f);
    assert(feature.first || f.count > 0);
    int outputs = 0;                 /* each is a plan: enough of them is enough */
    for (const struct scenario *s = feature.first; s && f.count == 0 && outputs < 500; s = s->next) {
        struct arena tmp = a;
        struct scenario_result r = scenario_run(&tmp, &laws, s);
        assert(r.passed == !r.failed);
        outputs += r.outputs;
    }
    return 0;
}
