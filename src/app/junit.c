/* SPDX-License-Identifier: EUPL-1.2 */
/* junit.c: what was tested, as JUnit XML: a suite for each file. Not the testing. */
#include "workspace.h"

/* XML knows no control characters, in no spelling: they become question marks. */
static void put(struct buf *out, struct str s)
{
    for (ptrdiff_t i = 0; i < s.len; i++) {
        bool control = (unsigned char)s.at[i] < ' ' && s.at[i] != '\n' && s.at[i] != '\t';
        bool none = i + 2 < s.len && s.at[i] == '\xEF' && s.at[i + 1] == '\xBF' && (unsigned char)s.at[i + 2] >= 0xBE;
        buf_html(out, control || none ? S("?") : str_slice(s, i, i + 1));
        i += none ? 2 : 0;
    }
}

static void put_seconds(struct buf *out, int64_t ns)
{
    buf_print(out, " time=\"%lld.%06lld\"", (long long)(ns / 1000000000), (long long)(ns % 1000000000 / 1000));
}

static void open_suite(struct buf *out, struct str name, int tests, int failures, int skipped, int64_t ns)
{
    buf_add(out, S("  <testsuite name=\""));
    put(out, name);
    buf_print(out, "\" tests=\"%d\" failures=\"%d\" errors=\"0\" skipped=\"%d\"", tests, failures, skipped);
    put_seconds(out, ns);
    buf_add(out, S(">\n"));
}

static void open_case(struct buf *out, struct str suite, struct str name, struct str file, int line, int64_t ns)
{
    buf_add(out, S("    <testcase classname=\""));
    put(out, suite);
    buf_add(out, S("\" name=\""));
    put(out, name);
    buf_add(out, S("\" file=\""));
    put(out, file);
    buf_print(out, "\" line=\"%d\"", line);
    put_seconds(out, ns);
}

static void put_failure(struct buf *out, struct str file, int line, struct str message, struct str expected, struct str got)
{
    buf_add(out, S(">\n      <failure message=\""));
    put(out, message);
    buf_add(out, S("\">"));
    put(out, file);
    buf_print(out, ":%d\nexpected: ", line);
    put(out, expected);
    buf_add(out, S("\ngot: "));
    put(out, got);
    buf_add(out, S("</failure>\n    </testcase>\n"));
}

static const struct oracle_case *oracle_suite(const struct oracle_case *first, struct buf *out)
{
    int tests = 0, failures = 0;
    int64_t ns = 0;
    const struct oracle_case *end = first;
    for (; end && str_eq(end->file, first->file); end = end->next) {
        tests++;
        failures += !end->passed;
        ns += end->took_ns;
    }
    open_suite(out, first->file, tests, failures, 0, ns);
    for (const struct oracle_case *c = first; c != end; c = c->next) {
        open_case(out, c->file, c->id, c->file, c->line, c->took_ns);
        if (c->passed)
            buf_add(out, S("/>\n"));
        else
            put_failure(out, c->file, c->line, c->output, c->expected, c->got);
    }
    buf_add(out, S("  </testsuite>\n"));
    return end;
}

static void put_scenario(const struct scenario_done *d, struct buf *out)
{
    const struct scenario_step *failed = d->result.failed;
    open_case(out, d->feature->name, d->scenario->name, d->feature->file,
              d->scenario->example_line ? d->scenario->example_line : d->scenario->line, d->took_ns);
    if (d->skipped)
        buf_add(out, S(">\n      <skipped/>\n    </testcase>\n"));
    else if (failed)
        put_failure(out, d->feature->file, failed->line, failed->text, d->result.expected, d->result.got);
    else
        buf_add(out, S("/>\n"));
}

static const struct scenario_done *scenario_suite(const struct scenario_done *first, struct buf *out)
{
    int tests = 0, failures = 0, skipped = 0;
    int64_t ns = 0;
    const struct scenario_done *end = first;
    for (; end && end->feature == first->feature; end = end->next) {
        tests++;
        failures += end->result.failed != NULL;
        skipped += end->skipped;
        ns += end->took_ns;
    }
    open_suite(out, first->feature->file, tests, failures, skipped, ns);
    for (const struct scenario_done *d = first; d != end; d = d->next)
        put_scenario(d, out);
    buf_add(out, S("  </testsuite>\n"));
    return end;
}

static void faults_suite(const struct faults *f, struct buf *out)
{
    open_suite(out, S("files that could not be read as scenarios"), f->count, f->count, 0, 0);
    for (const struct fault *at = f->first; at; at = at->next) {
        open_case(out, at->file, S("read"), at->file, at->line, 0);
        put_failure(out, at->file, at->line, at->text, S("a file of scenarios"), at->text);
    }
    buf_add(out, S("  </testsuite>\n"));
}

void app_junit(const struct law_tests *tests, struct buf *out)
{
    buf_add(out, S("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n"));
    for (const struct oracle_case *c = tests->oracles.first; c;)
        c = oracle_suite(c, out);
    for (const struct scenario_done *d = tests->scenarios.first; d;)
        d = scenario_suite(d, out);
    if (tests->scenarios.faults.count)
        faults_suite(&tests->scenarios.faults, out);
    buf_add(out, S("</testsuites>\n"));
}
