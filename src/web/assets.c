/* SPDX-License-Identifier: EUPL-1.2 */
/* assets.c: style sheet, fonts and script, read when the server starts; afterwards no request reaches
 * the disk. Not a file server: what is not in the list is not there.
 */
#include "web/visit.h"

static const char *type_of(struct str name)
{
    if (str_ends(name, S(".css")))
        return "text/css; charset=utf-8";
    if (str_ends(name, S(".woff2")))
        return "font/woff2";
    if (str_ends(name, S(".js")))
        return "text/javascript; charset=utf-8";
    return NULL;
}

static struct str base_name(struct str path)
{
    for (ptrdiff_t i = path.len; i > 0; i--)
        if (path.at[i - 1] == '/')
            return str_slice(path, i, path.len);
    return path;
}

static bool add(struct arena *a, struct str path, struct assets *out, struct hash *all, struct err *e)
{
    struct asset asset = {.name = base_name(path), .type = type_of(path)};
    if (out->count == LIMIT_ASSETS)
        return fail(e, ERR_LIMIT, "more than %d style sheets and fonts; take some out of the folder", LIMIT_ASSETS);
    if (!file_read(a, path, LIMIT_ASSET_BYTES, &asset.bytes, e))
        return false;
    *all = hash_chain(hash_chain(*all, asset.name), asset.bytes);
    out->at[out->count++] = asset;
    return true;
}

bool assets_read(struct arena *a, struct str folder, struct assets *out, struct err *e)
{
    static const struct str kinds[] = {{".css", 4}, {".woff2", 6}, {".js", 3}};
    struct hash all = {0};
    *out = (struct assets){0};
    for (int k = 0; k < COUNT(kinds); k++) {
        struct paths paths;
        if (!folder_list(a, folder, kinds[k], &paths, e))
            return false;
        for (int i = 0; i < paths.count; i++)
            if (!add(a, paths.at[i], out, &all, e))
                return false;
    }
    out->hash = hex_print(a, all.at, 8);
    for (int i = 0; i < out->count; i++)
        if (str_eq(out->at[i].name, S("hoort.css")))
            return true;
    return fail_at(e, ERR_FILE, str_z(a, folder), 0, 0, "there is no hoort.css in it; run `make assets` and name the folder that it fills");
}

bool static_file(struct visit *v, struct reply *r, struct err *e)
{
    (void)e;
    const struct assets *assets = v->site->assets;
    for (int i = 0; i < assets->count; i++)
        if (str_eq(v->target.params[0], assets->hash) && str_eq(v->target.params[1], assets->at[i].name)) {
            r->body = assets->at[i].bytes;
            r->type = assets->at[i].type;
            r->forever = true;
            return true;
        }
    reply_missing(v, r, word(WORD_no_such_file));
    return true;
}
