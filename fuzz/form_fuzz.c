/* SPDX-License-Identifier: EUPL-1.2 */
/* form_fuzz.c: any bytes as the body of a form and as a header of cookies: no crash; and what was read keeps its
 * promises: each field has a name, once, in UTF-8, without control characters. Not what is accepted: form_test.c.
 */
#include "web/form.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void hold(const struct web_form *f)
{
    assert(f->count <= LIMIT_WEB_FIELDS);
    for (int i = 0; i < f->count; i++) {
        const struct web_field *x = &f->at[i];
        assert(x->name.len && x->value.at && str_is_utf8(x->name) && str_is_utf8(x->value));
        assert(form_value(f, x->name).at == x->value.at);
        for (ptrdiff_t j = 0; j < x->value.len; j++)
            assert((unsigned char)x->value.at[j] >= ' ' || x->value.at[j] == '\t' || x->value.at[j] == '\n');
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct arena boot;
    if (!boot.at)
        boot = arena_open(LIMIT_ARENA_BOOT);
    struct arena a = boot;
    struct str bytes = {(const char *)data, (ptrdiff_t)size};
    struct web_form f;
    if (form_read(&a, bytes, &f))
        hold(&f);
    form_is_type(bytes);
    struct str token = cookie_hex(bytes, S("hoort_bezoek"), 32);
    assert(token.len == 0 || token.len == 32);
    for (ptrdiff_t i = 0; i < token.len; i++)
        assert((token.at[i] >= '0' && token.at[i] <= '9') || (token.at[i] >= 'a' && token.at[i] <= 'f'));
    return 0;
}
