/* SPDX-License-Identifier: EUPL-1.2 */
/* users.c: the verbs about accounts of the desk. A password is never a word of the command
 * line, which others on the machine can see.
 */
#include "cli.h"

#include <string.h>
#include <termios.h>
#include <unistd.h>

/* One line, without its end; false at the end of the input, or when it is longer than a password may be. */
static bool read_line(char line[LIMIT_PASSWORD + 3], struct str *out)
{
    if (!fgets(line, LIMIT_PASSWORD + 3, stdin))
        return false;
    struct str s = str_of(line);
    while (s.len && (s.at[s.len - 1] == '\n' || s.at[s.len - 1] == '\r'))
        s.len--;
    *out = s;
    return true;
}

/* On a terminal: asked for, and not shown. */
static bool ask(const char *words, char line[LIMIT_PASSWORD + 3], struct str *out)
{
    struct termios before, quiet;
    bool terminal = isatty(STDIN_FILENO) && tcgetattr(STDIN_FILENO, &before) == 0;
    if (terminal) {
        quiet = before;
        quiet.c_lflag &= (tcflag_t)~ECHO;
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
        fprintf(stderr, "%s: ", words);
        fflush(stderr);
    }
    bool ok = read_line(line, out);
    if (terminal) {
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
        fputc('\n', stderr);
    }
    return ok;
}

static bool read_password(struct args *args, struct str *out, struct err *e)
{
    char first[LIMIT_PASSWORD + 3], second[LIMIT_PASSWORD + 3];
    struct str one, two;
    bool ok = ask("password", first, &one);
    if (!ok)
        return fail(e, ERR_USER, "no password was given; type it, or send it to standard input");
    bool same = !isatty(STDIN_FILENO) || (ask("once more", second, &two) && str_eq(one, two));
    *out = str_copy(args->a, one);
    explicit_bzero(first, sizeof first);
    explicit_bzero(second, sizeof second);
    return same || fail(e, ERR_USER, "the two passwords are not the same; nothing was changed");
}

enum user_act { ADD, ROLES, PASSWORD, BLOCK, UNBLOCK };

static bool act_on(struct app *app, enum user_act act, struct str name, uint32_t roles, struct str password, struct err *e)
{
    struct str actor = S("hoort user");
    switch (act) {
    case ADD: return app_user_add(app, name, roles, password, actor, e);
    case ROLES: return app_user_roles(app, name, roles, actor, e);
    case PASSWORD: return app_user_password(app, name, password, actor, e);
    case BLOCK: return app_user_block(app, name, true, actor, e);
    case UNBLOCK: return app_user_block(app, name, false, actor, e);
    default: return fail(e, ERR_USAGE, "no such act");
    }
}

/* Name and password are looked at first, so that a typist hears at once. */
static int change(struct args *args, enum user_act act, const char *said)
{
    struct app *app;
    struct err e;
    uint32_t roles = 0;
    struct str name = args->words[0], password = {NULL, 0};
    if ((act == ADD || act == ROLES) && !arg_needed(args, OPT_ROLE))
        return 2;
    if ((given(args, OPT_ROLE) && !roles_read(args->value[OPT_ROLE], &roles, &e)) || !user_name_check(name, &e) ||
        !app_open(args->a, workspace_options(args, args->words[1]), &app, &e))
        return refused(&e);
    bool ok = ((act != ADD && act != PASSWORD) || (read_password(args, &password, &e) && password_check(password, name, &e))) &&
              act_on(app, act, name, roles, password, &e);
    if (password.len)
        explicit_bzero((void *)(uintptr_t)password.at, (size_t)password.len);
    app_close(app);
    if (!ok)
        return refused(&e);
    puts(said);
    return close_output(true);
}

int cli_user_add(struct args *args)
{
    return change(args, ADD, "the account is made; from now on the pages ask who is there");
}

int cli_user_role(struct args *args)
{
    return change(args, ROLES, "the account has these roles now, and is logged out");
}

int cli_user_password(struct args *args)
{
    return change(args, PASSWORD, "the account has another password now, and is logged out");
}

int cli_user_block(struct args *args)
{
    return change(args, BLOCK, "the account is blocked, and is logged out");
}

int cli_user_unblock(struct args *args)
{
    return change(args, UNBLOCK, "the account is blocked no longer");
}

static int print_users(struct args *args, const struct desk_user *users, int64_t count)
{
    struct arena *a = args->a;
    struct json *list = js_list(a);
    for (int64_t i = 0; i < count; i++) {
        const struct desk_user *u = &users[i];
        struct str roles = roles_print(a, u->roles);
        struct json *j = js_put(a, list, S(""), js_object(a));
        js_put_text(a, j, S("name"), u->name);
        js_put_text(a, j, S("roles"), roles);
        js_put_bool(a, j, S("blocked"), u->blocked);
        js_put_int(a, j, S("added_ms"), u->added_ms);
        js_put_text(a, j, S("code"), u->code);
        if (!given(args, OPT_JSON))
            printf(STR_FMT "  " STR_FMT "  " STR_FMT "%s\n", STR_ARG(u->code), STR_ARG(u->name), STR_ARG(roles),
                   u->blocked ? "  blocked" : "");
    }
    return given(args, OPT_JSON) ? print_value(args, list) : close_output(true);
}

int cli_user_list(struct args *args)
{
    struct app *app;
    struct err e;
    struct desk_user *users;
    int64_t count;
    if (!app_open(args->a, workspace_options(args, args->words[0]), &app, &e))
        return refused(&e);
    bool ok = app_users(args->a, app, &users, &count, &e);
    app_close(app);
    return ok ? print_users(args, users, count) : refused(&e);
}
