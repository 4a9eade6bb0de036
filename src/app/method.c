/* SPDX-License-Identifier: EUPL-1.2 */
/* method.c: the content of the method from disk: the shipped folder and, over it, an organisation's own.
 * Not its meaning (method/).
 */
#include "workspace.h"

struct collector {
    struct arena *a;
    struct library_file *files;
    int count;
    struct err *e;
};

/* The .yaml files of one folder; not those in folders inside it, which are letters and the like. */
static bool collect(struct collector *c, struct str folder, bool own)
{
    struct paths paths;
    while (folder.len > 1 && folder.at[folder.len - 1] == '/')
        folder = str_slice(folder, 0, folder.len - 1);
    if (!folder_list(c->a, folder, S(".yaml"), &paths, c->e))
        return false;
    for (int i = 0; i < paths.count; i++) {
        struct str name = str_slice(paths.at[i], folder.len + 1, paths.at[i].len);
        if (str_find(name, S("/")) >= 0)
            continue;
        if (c->count == LIMIT_METHOD_FILES)
            return fail_at(c->e, ERR_LIMIT, str_z(c->a, folder), 0, 0, "more than %d files; the method has nine", LIMIT_METHOD_FILES);
        struct library_file *file = &c->files[c->count++];
        *file = (struct library_file){.path = paths.at[i], .own = own};
        if (!file_read(c->a, file->path, LIMIT_YAML_BYTES, &file->bytes, c->e))
            return false;
    }
    return true;
}

bool app_library(struct arena *a, struct str method, struct str own, struct library *out, struct faults *faults, struct err *e)
{
    struct collector c = {.a = a, .files = arena_new(a, struct library_file, LIMIT_METHOD_FILES), .e = e};
    if (!collect(&c, method, false))
        return false;
    if (!c.count)
        return fail_at(e, ERR_FILE, str_z(a, method), 0, 0, "no content of the method (*.yaml) in this folder; see --method");
    if (own.len && !collect(&c, own, true))
        return false;
    library_read(a, c.files, c.count, out, faults);
    return true;
}

bool app_workspace_library(struct arena *a, struct app *app, struct library *out, struct faults *faults, struct err *e)
{
    struct str own = work_path(a, &app->options, "method");
    return app_library(a, app->options.method, path_is_folder(own) ? own : S(""), out, faults, e);
}
