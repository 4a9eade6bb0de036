/* SPDX-License-Identifier: EUPL-1.2 */
/* method.c: the verbs about the content of the method: check and show. */
#include "cli.h"

static const struct { const char *name; size_t at; } counts[] = {
#define PART(name, one) {#name, offsetof(struct library, one##_count)},
    PART(values, value) PART(tensions, tension) PART(signals, signal) PART(dilemmas, dilemma) PART(roles, role)
    PART(rungs, rung) PART(measures, measure) PART(data, data) PART(quantities, quantity) PART(metrics, metric)
    PART(formats, format) PART(sources, source)
#undef PART
};

static int count_of(const struct library *l, ptrdiff_t i)
{
    return *(const int *)((const char *)l + counts[i].at);
}

int cli_method_check(struct args *args)
{
    struct arena *a = args->a;
    struct library l;
    struct faults faults = faults_open(a);
    struct err e;
    struct str own = args->count ? args->words[0] : S("");
    if (!app_library(a, shipped(args, OPT_METHOD, "method"), own, &l, &faults, &e))
        return refused(&e);
    struct buf out = buf_open(a, 16 << 20);
    if (given(args, OPT_JSON)) {
        struct json *j = js_object(a);
        for (ptrdiff_t i = 0; i < COUNT(counts); i++)
            js_put_int(a, j, str_of(counts[i].name), count_of(&l, i));
        put_faults(a, j, S("faults"), &faults);
        js_pretty(j, &out);
    } else {
        faults_print(&faults, &out);
        for (ptrdiff_t i = 0; i < COUNT(counts); i++)
            buf_print(&out, "%d %s, ", count_of(&l, i), counts[i].name);
        buf_print(&out, "%d faults\n", faults.count);
    }
    int code = print_buf(&out);
    return code ? code : faults.count > 0;
}

int cli_method_show(struct args *args)
{
    struct arena *a = args->a;
    struct library l;
    struct faults faults = faults_open(a);
    struct err e;
    struct str lang, near, own = given(args, OPT_OWN) ? args->value[OPT_OWN] : S("");
    if (!arg_lang(args, &lang))
        return 2;
    if (!app_library(a, shipped(args, OPT_METHOD, "method"), own, &l, &faults, &e))
        return refused(&e);
    if (!print_law_faults(args, &faults))
        return 1;
    struct buf out = buf_open(a, 16 << 20);
    if (library_show(&l, args->words[0], lang, &out, &near))
        return print_buf(&out);
    if (near.len)
        fail(&e, ERR_METHOD, "there is no '" STR_FMT "'; did you mean '" STR_FMT "'?", STR_ARG(args->words[0]), STR_ARG(near));
    else
        fail(&e, ERR_METHOD, "there is no '" STR_FMT "'; the ids stand in the YAML files of --method", STR_ARG(args->words[0]));
    return refused(&e);
}
