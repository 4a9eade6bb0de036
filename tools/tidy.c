/* SPDX-License-Identifier: EUPL-1.2 */
/* tidy.c: the law of the house, held against every file: `tidy ROOT` prints all findings as
 * "file:line: rule: what; what to do" and ends with 1 if there is any; `tidy --rules` lists
 * the rules. Not a compiler and not a formatter: it reads words, text literals and lines.
 * Its own tests stand in tests/tidy; tools/tidy_test.sh runs them.
 */
#include <ctype.h>
#include <dirent.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/mman.h>
#include <sys/stat.h>

#define COUNT(array) ((int)(sizeof(array) / sizeof *(array)))

/* ---- the lists: what is banned, by whom, and what is allowed all the same --------------- */

#define RULES(X)                                                                             \
    X(LAYER, "layer", "a module includes what is not under it, or is not in src/LAYERS")     \
    X(DOOR, "door", "another module's file is included that is not its door")                \
    X(EXTERNAL, "external", "a library's header is included by more than one file")          \
    X(PURE, "pure", "a pure module reaches for the world")                                   \
    X(BANNED, "banned", "a call that the house has something better for")                    \
    X(FLOAT, "float", "floating point where money may pass")                                 \
    X(LAW, "law", "a law is named in src/ or include/")                                      \
    X(SQL, "sql", "SQL stands in C")                                                         \
    X(INVARIANT, "invariant", "a promise without assertion, test or page")                   \
    X(HEAD, "head", "a file does not say what it is")                                        \
    X(LINE, "line", "a line over 140 columns")                                               \
    X(BLANK, "blank", "blanks at the end of a line")                                         \
    X(TAB, "tab", "a tab in C")                                                              \
    X(SIZE, "size", "a file over 1000 lines or a function over 70")                          \
    X(TYPEDEF, "typedef", "a struct hides behind a typedef")                                 \
    X(LATER, "later", "a note to do it later")                                               \
    X(PLACE, "place", "a path of one machine")                                               \
    X(ALLOW, "allow", "an exception in this table that nothing needs any more")

enum rule {
#define RULE(code, name, what) RULE_##code,
    RULES(RULE)
#undef RULE
    RULE_COUNT
};

static const struct { const char *name, *what; } rule_list[] = {
#define RULE(code, name, what) {name, what},
    RULES(RULE)
#undef RULE
};

/* Exceptions. A path is a file, a beginning of paths, or after '*' an end; "*" as word means every word. */
static struct { enum rule rule; const char *path, *word, *reason; bool used; } allowed[] = {
    {RULE_PURE, "src/base/arena.c", "fprintf", "the last words of a process that has no memory left", false},
    {RULE_PURE, "src/base/arena.c", "sys/mman.h", "address space is where arenas come from", false},
    {RULE_BANNED, "src/base/arena.c", "setjmp", "who embeds us must survive an arena that is full", false},
    {RULE_BANNED, "src/base/arena.c", "longjmp", "the same", false},
    {RULE_PURE, "src/eval/", "pthread.h", "disjoint ranges of rows may run on different threads", false},
    {RULE_BANNED, "*_test.c", "system", "tests clean up the folders they made", false},
    {RULE_BANNED, "*_test.c", "free", "scandir and the like hand memory to tests", false},
    {RULE_FLOAT, "src/eval/kernels", "*", "exact division below 2^53, proved where it stands", false},
    {RULE_FLOAT, "src/eval/compiled_prelude", "*", "the same", false},
    {RULE_FLOAT, "src/base/base.h", "*", "dice for statistics only; never money", false},
    {RULE_FLOAT, "src/base/dice.c", "*", "dice for statistics only; never money", false},
    {RULE_FLOAT, "src/people/synth", "*", "a synthetic municipality is drawn from distributions", false},
    {RULE_FLOAT, "src/app/app.h", "double", "the ratios that bench gives back", false},
    {RULE_FLOAT, "src/app/bench", "*", "seconds and ratios of a measurement", false},
    {RULE_FLOAT, "src/cli/", "*", "seconds and shares for people to read", false},
};

static const struct { const char *never, *use; } banned_calls[] = {
    {"strcpy", "str_copy"},           {"strcat", "buf_add"},            {"strncpy", "str_copy"},
    {"strncat", "buf_add"},           {"stpcpy", "str_copy"},           {"sprintf", "str_format or snprintf"},
    {"vsprintf", "vsnprintf"},        {"gets", "file_read"},            {"strtok", "str_until"},
    {"strtok_r", "str_until"},        {"atoi", "str_to_int64"},         {"atol", "str_to_int64"},
    {"atoll", "str_to_int64"},        {"atof", "rational_parse"},       {"strtol", "str_to_int64"},
    {"strtoll", "str_to_int64"},      {"strtoul", "str_to_int64"},      {"strtoull", "str_to_int64"},
    {"strtod", "rational_parse"},     {"strtof", "rational_parse"},     {"malloc", "arena_new"},
    {"calloc", "arena_new"},          {"realloc", "an arena or a buf"}, {"free", "an arena"},
    {"strdup", "str_copy"},           {"strndup", "str_copy"},          {"asprintf", "str_format"},
    {"vasprintf", "str_format"},      {"alloca", "an arena by value"},  {"scanf", "str_until and str_to_int64"},
    {"sscanf", "str_until and str_to_int64"}, {"fscanf", "str_until and str_to_int64"},
    {"vsscanf", "str_until and str_to_int64"}, {"system", "a function of ours"}, {"popen", "a function of ours"},
    {"longjmp", "return false"},      {"setjmp", "return false"},
};

static const char *const pure_calls[] = {
    "fopen", "fdopen", "freopen", "fclose", "fread", "fwrite", "fgets", "fputs", "fputc", "puts", "putchar",
    "getchar", "open", "openat", "close", "read", "write", "pread", "pwrite", "stat", "opendir", "unlink",
    "rename", "printf", "fprintf", "vprintf", "vfprintf", "dprintf", "perror", "syslog", "time",
    "clock_gettime", "gettimeofday", "clock", "localtime", "localtime_r", "gmtime", "sleep", "usleep",
    "nanosleep", "rand", "srand", "random", "srandom", "rand_r", "drand48", "getrandom", "getentropy",
    "arc4random", "randombytes_buf", "randombytes_random", "randombytes", "getenv", "secure_getenv",
    "setenv", "socket", "connect", "bind", "listen", "accept", "recv", "send", "getaddrinfo",
};

static const char *const pure_headers[] = {
    "sys/socket.h", "netinet/in.h", "netinet/tcp.h", "arpa/inet.h", "netdb.h", "sys/un.h", "poll.h",
    "sys/epoll.h", "time.h", "sys/time.h", "fcntl.h", "unistd.h", "dirent.h", "sys/stat.h", "sys/mman.h",
    "sys/random.h", "sys/types.h", "syslog.h", "signal.h", "pthread.h", "threads.h", "locale.h", "sqlite3.h",
    "microhttpd.h", "spawn.h", "sys/wait.h",
};

/* What every C library here has; any other <header> is a library of somebody else. */
static const char *const system_headers[] = {
    "assert.h", "ctype.h", "dirent.h", "errno.h", "fcntl.h", "float.h", "getopt.h", "immintrin.h", "inttypes.h",
    "limits.h", "locale.h", "math.h", "netdb.h", "poll.h", "pthread.h", "pwd.h", "sched.h", "setjmp.h",
    "signal.h", "spawn.h", "stdalign.h", "stdarg.h", "stdatomic.h", "stdbool.h", "stddef.h", "stdint.h",
    "stdio.h", "stdlib.h", "stdnoreturn.h", "string.h", "strings.h", "syslog.h", "termios.h", "threads.h",
    "time.h", "unistd.h", "wchar.h", "x86intrin.h", "cpuid.h", "fnmatch.h", "ftw.h", "glob.h", "libgen.h",
};
static const char *const system_folders[] = {"sys/", "arpa/", "netinet/", "linux/"};

static const char *const sql_words[] = {
    "SELECT ", "INSERT INTO", "INSERT OR ", "DELETE FROM", "CREATE TABLE", "CREATE INDEX", "DROP TABLE",
    "ALTER TABLE",
};

/* Split, so that this file does not find itself. */
static const char *const later_words[] = {"TO" "DO", "FIX" "ME", "XX" "X"};
static const char *const machine_paths[] = {"/wo" "rk/", "/ho" "me/", "/ro" "ot/"};

/* Folders that hold no source of ours: made, fetched, or wrong on purpose. */
static const char *const skipped_folders[] = {".git", "build", "node_modules", "good", "bad", "golden", "corpus"};

enum { LINE_COLUMNS_MAX = 140, FILE_LINES_MAX = 1000, FUNCTION_LINES_MAX = 70, HEAD_LINES = 12 };
enum { FILE_BYTES_MAX = 8 << 20, FILES_MAX = 20000, FINDINGS_MAX = 20000, NAMES_MAX = 4000, MODULES_MAX = 64 };
#define POOL_BYTES (1LL << 30)

/* ---- memory, files, findings ------------------------------------------------------------- */

struct file {
    const char *path;        /* from the root, "src/base/arena.c" */
    const char *text;        /* 0-terminated */
    long len;
    char *code, *literals;   /* C only: the text with all but code, or all but literals, blanked */
};

struct finding { const char *path, *text; int line; enum rule rule; };
struct module { const char *name; int level, line; bool pure, on_disk; };
struct name { const char *text; };

static struct file files[FILES_MAX];
static int file_count;
static struct finding findings[FINDINGS_MAX];
static int finding_count;
static struct module modules[MODULES_MAX];
static int module_count;
static struct name law_names[NAMES_MAX];
static int law_name_count;

static void give_up(const char *what, const char *about)
{
    fprintf(stderr, "tidy: %s: %s\n", about, what);
    exit(2);
}

static char *take(long bytes)
{
    static char *at, *end;
    if (!at) {
        at = mmap(NULL, (size_t)POOL_BYTES, PROT_READ | PROT_WRITE,
                  MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        if (at == MAP_FAILED)
            give_up("no address space", "memory");
        end = at + POOL_BYTES;
    }
    if (bytes > end - at)
        give_up("the repository is larger than this program expects; raise POOL_BYTES", "memory");
    char *result = at;
    at += bytes;
    return result;
}

static const char *copy(const char *text, long len)
{
    char *to = take(len + 1);
    memcpy(to, text, (size_t)len);
    to[len] = 0;
    return to;
}

__attribute__((format(printf, 1, 2))) static const char *format(const char *pattern, ...)
{
    char line[2048];
    va_list list;
    va_start(list, pattern);
    int len = vsnprintf(line, sizeof line, pattern, list);
    va_end(list);
    return copy(line, len < (int)sizeof line ? len : (int)sizeof line - 1);
}

static bool starts(const char *text, const char *prefix)
{
    return strncmp(text, prefix, strlen(prefix)) == 0;
}

static bool ends(const char *text, const char *suffix)
{
    size_t a = strlen(text), b = strlen(suffix);
    return a >= b && strcmp(text + a - b, suffix) == 0;
}

static bool listed(const char *const *list, int count, const char *word)
{
    for (int i = 0; i < count; i++)
        if (strcmp(list[i], word) == 0)
            return true;
    return false;
}

static bool is_word(int c)
{
    return isalnum((unsigned char)c) || c == '_';
}

static int line_of(const struct file *f, long at)
{
    int line = 1;
    for (long i = 0; i < at; i++)
        line += f->text[i] == '\n';
    return line;
}

static bool is_allowed(enum rule rule, const char *path, const char *word)
{
    bool yes = false;
    for (int i = 0; i < COUNT(allowed); i++) {
        const char *where = allowed[i].path;
        bool whole = ends(where, ".c") || ends(where, ".h");
        bool here = *where == '*' ? ends(path, where + 1) : whole ? strcmp(where, path) == 0 : starts(path, where);
        bool it = strcmp(allowed[i].word, "*") == 0 || (word && strcmp(allowed[i].word, word) == 0);
        if (allowed[i].rule == rule && here && it)
            yes = allowed[i].used = true;
    }
    return yes;
}

__attribute__((format(printf, 4, 5))) static void found(const char *path, int line, enum rule rule,
                                                        const char *pattern, ...)
{
    char text[1024];
    va_list list;
    va_start(list, pattern);
    vsnprintf(text, sizeof text, pattern, list);
    va_end(list);
    if (finding_count == FINDINGS_MAX)
        give_up("too many findings; mend these first", path);
    findings[finding_count++] = (struct finding){path, copy(text, (long)strlen(text)), line, rule};
}

/* ---- reading ------------------------------------------------------------------------------- */

/* Blanks comments out of both views, literals out of `code` and code out of `literals`. */
static void split_views(struct file *f)
{
    enum { CODE, LINE, BLOCK, TEXT, CHARACTER } in = CODE;
    f->code = (char *)copy(f->text, f->len);
    f->literals = (char *)copy(f->text, f->len);
    for (long i = 0; i < f->len; i++) {
        char c = f->text[i], next = f->text[i + 1];
        bool quote = (in == TEXT && c == '"') || (in == CHARACTER && c == '\'');
        if (c == '\n') {
            in = in == BLOCK ? BLOCK : CODE;
            continue;
        }
        if (in == CODE && c == '/' && (next == '/' || next == '*')) {
            in = next == '/' ? LINE : BLOCK;
            f->code[i] = f->literals[i] = ' ';
            f->code[i + 1] = f->literals[i + 1] = ' ';
            i++;
            continue;
        }
        if (in != TEXT || quote)
            f->literals[i] = ' ';
        if (in != CODE)
            f->code[i] = ' ';
        if (in == BLOCK && c == '*' && next == '/') {
            f->code[i + 1] = f->literals[i + 1] = ' ';
            in = CODE;
            i++;
        } else if ((in == TEXT || in == CHARACTER) && c == '\\' && next != '\n' && next) {
            f->code[i + 1] = ' ';
            if (in == CHARACTER)
                f->literals[i + 1] = ' ';
            i++;
        } else if (quote) {
            in = CODE;
        } else if (in == CODE && c == '"') {
            in = TEXT;
        } else if (in == CODE && c == '\'' && !(i && isdigit((unsigned char)f->text[i - 1]))) {
            in = CHARACTER;
        }
    }
}

static bool is_c(const char *path)
{
    return ends(path, ".c") || ends(path, ".h") || ends(path, ".def") || ends(path, ".inc");
}

static bool is_test(const char *path)
{
    return ends(path, "_test.c") || ends(path, "_test.h") || starts(path, "tests/") || starts(path, "fuzz/");
}

static bool is_text(const char *path)
{
    static const char *const kinds[] = {".c", ".h", ".def", ".inc", ".sh", ".mk", ".awk", ".js", ".mjs", ".html",
                                        ".css", ".sql", ".md", ".yaml", ".yml", ".txt", ".feature", ".service",
                                        ".csv", ".json"};
    const char *base = strrchr(path, '/') ? strrchr(path, '/') + 1 : path;
    for (int i = 0; i < COUNT(kinds); i++)
        if (ends(base, kinds[i]))
            return !ends(base, "package-lock.json");
    return strcmp(base, "Makefile") == 0 || strcmp(base, "LAYERS") == 0 || starts(path, ".ci/");
}

static void read_one(const char *root, const char *path, long bytes)
{
    if (!is_text(path) || bytes > FILE_BYTES_MAX)
        return;
    if (file_count == FILES_MAX)
        give_up("more files than this program expects; raise FILES_MAX", path);
    const char *whole = format("%s/%s", root, path);
    FILE *in = fopen(whole, "rb");
    if (!in)
        give_up("cannot be read", whole);
    char *text = take(bytes + 2); /* two zeros: looking one ahead is always allowed */
    long len = (long)fread(text, 1, (size_t)bytes, in);
    fclose(in);
    text[len] = text[len + 1] = 0;
    struct file *f = &files[file_count++];
    *f = (struct file){copy(path, (long)strlen(path)), text, len, NULL, NULL};
    if (is_c(path))
        split_views(f);
}

static void walk(const char *root, const char *folder)
{
    DIR *dir = opendir(*folder ? format("%s/%s", root, folder) : root);
    if (!dir)
        give_up("cannot be read", *folder ? folder : root);
    for (struct dirent *d; (d = readdir(dir));) {
        if (strcmp(d->d_name, ".") == 0 || strcmp(d->d_name, "..") == 0 || starts(d->d_name, "build-"))
            continue;
        const char *path = *folder ? format("%s/%s", folder, d->d_name) : format("%s", d->d_name);
        struct stat s;
        if (lstat(format("%s/%s", root, path), &s) != 0)
            continue; /* a file that went away while we looked */
        if (S_ISDIR(s.st_mode) && !listed(skipped_folders, COUNT(skipped_folders), d->d_name))
            walk(root, path);
        if (S_ISREG(s.st_mode))
            read_one(root, path, (long)s.st_size);
    }
    closedir(dir);
}

/* ---- layers, doors, libraries ---------------------------------------------------------------- */

static struct module *module_find(const char *name)
{
    for (int i = 0; i < module_count; i++)
        if (strcmp(modules[i].name, name) == 0)
            return &modules[i];
    return NULL;
}

static const char *module_of(const char *path) /* "src/m/x.c" -> "m", else NULL */
{
    if (!starts(path, "src/") || !strchr(path + 4, '/'))
        return NULL;
    return copy(path + 4, strchr(path + 4, '/') - (path + 4));
}

static void layer_line(const char *line, int number, int *level)
{
    char words[512];
    snprintf(words, sizeof words, "%s", line);
    bool first = true, pure = false;
    for (char *at = words; *(at += strspn(at, " \t"));) {
        size_t len = strcspn(at, " \t\r");
        char *next = at + len + (at[len] != 0);
        at[len] = 0;
        if (first && *at == '#')
            return;
        if (first) {
            pure = strcmp(at, "pure") == 0;
            if (!pure && strcmp(at, "io") != 0)
                found("src/LAYERS", number, RULE_LAYER, "a line begins with neither pure nor io; say which it is");
            ++*level;
        } else if (module_count < MODULES_MAX) {
            modules[module_count++] = (struct module){copy(at, (long)len), *level, number, pure, false};
        }
        first = false;
        at = next;
    }
}

static void read_layers(void)
{
    for (int i = 0; i < file_count; i++) {
        if (strcmp(files[i].path, "src/LAYERS") != 0)
            continue;
        int number = 0, level = 0;
        for (const char *at = files[i].text; *at; at += strcspn(at, "\n"), at += *at == '\n')
            layer_line(copy(at, (long)strcspn(at, "\n")), ++number, &level);
        return;
    }
    found("src/LAYERS", 1, RULE_LAYER, "is missing; write down who may include whom");
}

static void check_modules(void)
{
    const char *last = "";
    for (int i = 0; i < file_count; i++) {
        const char *name = module_of(files[i].path);
        struct module *m = name ? module_find(name) : NULL;
        if (m)
            m->on_disk = true;
        if (name && !m && strcmp(name, last) != 0)
            found(files[i].path, 1, RULE_LAYER,
                  "module %s is not in src/LAYERS; add it on the line of its layer", name);
        last = name ? name : last;
    }
    for (int i = 0; i < module_count; i++)
        if (!modules[i].on_disk)
            found("src/LAYERS", modules[i].line, RULE_LAYER,
                  "module %s has no files in src/%s; add them or remove the name", modules[i].name, modules[i].name);
}

static void check_own_include(const struct file *f, int line, const char *what)
{
    const char *slash = strchr(what, '/'), *mine = module_of(f->path);
    if (!slash || !mine)
        return;
    const char *name = copy(what, slash - what);
    struct module *from = module_find(mine), *to = module_find(name);
    if (strcmp(name, mine) == 0 || !from)
        return;
    if (!to)
        found(f->path, line, RULE_LAYER, "\"%s\" is of no module in src/LAYERS; include a module's door", what);
    else if (to->level >= from->level)
        found(f->path, line, RULE_LAYER,
              "%s may not include %s, which is not under it; move the code or the line in src/LAYERS", mine, name);
    bool shared = is_test(f->path) && ends(what, "_test.h"); /* what tests share is no way into a module */
    if (!shared && strcmp(what, format("%s/%s.h", name, name)) != 0)
        found(f->path, line, RULE_DOOR, "\"%s\" is a second door; include \"%s/%s.h\"", what, name, name);
}

static bool is_external(const char *header)
{
    for (int i = 0; i < COUNT(system_folders); i++)
        if (starts(header, system_folders[i]))
            return false;
    return !listed(system_headers, COUNT(system_headers), header);
}

static struct { const char *header; const struct file *by; } externals[256];
static int external_count;

static void check_external(const struct file *f, int line, const char *header)
{
    if (strcmp(header, "cmocka.h") == 0 && !is_test(f->path))
        found(f->path, line, RULE_EXTERNAL, "<cmocka.h> is for tests; move the test to a file x_test.c");
    if (is_test(f->path) || !is_external(header) || strcmp(header, "cmocka.h") == 0)
        return;
    if (ends(f->path, ".h"))
        found(f->path, line, RULE_EXTERNAL, "<%s> in a header leaks a library; include it in one .c file", header);
    for (int i = 0; i < external_count; i++) {
        if (strcmp(externals[i].header, header) != 0)
            continue;
        if (externals[i].by != f)
            found(f->path, line, RULE_EXTERNAL,
                  "<%s> is included by %s too; let one file talk to the library", header, externals[i].by->path);
        return;
    }
    if (external_count < COUNT(externals)) {
        externals[external_count].header = header;
        externals[external_count++].by = f;
    }
}

static bool is_pure(const char *path)
{
    const char *name = module_of(path);
    struct module *m = name ? module_find(name) : NULL;
    return m && m->pure && !is_test(path);
}

/* What callers of the library get to see: the one header, and programs that know nothing else of us. */
static bool is_installed(const char *path)
{
    return starts(path, "include/") || starts(path, "examples/");
}

static void check_installed_include(const struct file *f, int line, const char *what, bool quoted)
{
    if (starts(f->path, "src/") && strcmp(what, "hoort.h") == 0 && !starts(f->path, "src/embed/"))
        found(f->path, line, RULE_DOOR, "hoort.h is for callers of the library; include a module's door");
    if (!is_installed(f->path))
        return;
    if (quoted)
        found(f->path, line, RULE_DOOR, "\"%s\" is not installed; include <hoort.h> and headers of the C library only", what);
    else if (strcmp(what, "hoort.h") != 0 && is_external(what))
        found(f->path, line, RULE_EXTERNAL, "<%s> is not every caller's; keep the library behind hoort.h", what);
}

static void check_include(const struct file *f, int line, const char *at)
{
    at += strspn(at, " \t");
    if (*at != '"' && *at != '<')
        return;
    const char *what = copy(at + 1, (long)strcspn(at + 1, "\">\n"));
    check_installed_include(f, line, what, *at == '"');
    if (*at == '"')
        check_own_include(f, line, what);
    else if (starts(f->path, "src/"))
        check_external(f, line, what);
    if (*at == '<' && is_pure(f->path) && listed(pure_headers, COUNT(pure_headers), what) &&
        !is_allowed(RULE_PURE, f->path, what))
        found(f->path, line, RULE_PURE, "<%s> in a pure module; let an io module do it and pass the result", what);
}

static void check_includes(const struct file *f)
{
    int line = 1;
    for (long i = 0; i < f->len; i++) {
        if (i == 0 || f->text[i - 1] == '\n') {
            long at = i + (long)strspn(f->code + i, " \t");
            if (f->code[at] == '#') {
                at += 1 + (long)strspn(f->code + at + 1, " \t");
                if (starts(f->code + at, "include"))
                    check_include(f, line, f->text + at + 7);
            }
        }
        line += f->text[i] == '\n';
    }
}

/* ---- words: calls, floats, typedefs ------------------------------------------------------------ */

static void check_call(const struct file *f, int line, const char *word)
{
    for (int i = 0; i < COUNT(banned_calls); i++)
        if (strcmp(banned_calls[i].never, word) == 0 && !is_allowed(RULE_BANNED, f->path, word))
            found(f->path, line, RULE_BANNED, "%s is banned; use %s", word, banned_calls[i].use);
    if (is_pure(f->path) && listed(pure_calls, COUNT(pure_calls), word) && !is_allowed(RULE_PURE, f->path, word))
        found(f->path, line, RULE_PURE, "%s in a pure module; take what it gives as an argument", word);
}

static void check_words(const struct file *f)
{
    const char *before = "";
    bool ours = starts(f->path, "src/") && !is_test(f->path);
    int line = 1;
    for (const char *at = f->code; *at;) {
        if (!is_word(*at)) {
            line += *at++ == '\n';
            continue;
        }
        const char *start = at;
        while (is_word(*at))
            at++;
        const char *word = copy(start, at - start), *next = at + strspn(at, " \t\n");
        bool member = start > f->code + 1 && (start[-1] == '.' || (start[-1] == '>' && start[-2] == '-'));
        if (*next == '(' && !member)
            check_call(f, line, word);
        bool is_float = strcmp(word, "double") == 0 || strcmp(word, "float") == 0;
        if (ours && is_float && !is_allowed(RULE_FLOAT, f->path, word))
            found(f->path, line, RULE_FLOAT,
                  "%s where money may pass; use int64_t eurocents or struct rational", word);
        /* A typedef of a function that returns a struct hides no struct. */
        bool hides = strcmp(before, "typedef") == 0 && !memchr(at, '(', strcspn(at, ";{"));
        if (hides && (strcmp(word, "struct") == 0 || strcmp(word, "union") == 0))
            found(f->path, line, RULE_TYPEDEF, "typedef of a %s; use its tag", word);
        before = word;
    }
}

/* ---- literals and laws --------------------------------------------------------------------------- */

static void check_sql(const struct file *f)
{
    for (int i = 0; i < COUNT(sql_words); i++)
        for (const char *at = f->literals; (at = strstr(at, sql_words[i])); at++)
            if (at == f->literals || !is_word(at[-1]))
                found(f->path, line_of(f, at - f->literals), RULE_SQL,
                      "SQL in C; give it a name in a file of sql/ and use the name");
    for (const char *at = f->literals; (at = strstr(at, "UPDATE ")); at++) {
        const char *set = strstr(at, " SET "), *end = strchr(at, '\n');
        if (set && (!end || set < end))
            found(f->path, line_of(f, at - f->literals), RULE_SQL,
                  "SQL in C; give it a name in a file of sql/ and use the name");
    }
}

static void law_name_add(const char *at)
{
    at += strspn(at, " \t'\"");
    long len = (long)strcspn(at, " \t'\"\r\n#");
    const char *name = copy(at, len);
    for (int i = 0; i < law_name_count; i++)
        if (strcmp(law_names[i].text, name) == 0)
            return;
    if (len > 0 && law_name_count < NAMES_MAX)
        law_names[law_name_count++].text = name;
}

/* `$id: x` of a law, and `id: x` under `scheme:` of a sidecar. */
static void read_law_names(const struct file *f)
{
    bool scheme = false;
    for (const char *at = f->text; *at; at += strcspn(at, "\n"), at += *at == '\n') {
        const char *inner = at + strspn(at, " \t");
        if (starts(at, "$id:"))
            law_name_add(at + 4);
        if (scheme && inner > at && starts(inner, "id:"))
            law_name_add(inner + 3);
        if (inner == at && *at != '\n' && *at != '#')
            scheme = starts(at, "scheme:");
    }
}

static void check_laws(const struct file *f)
{
    for (int i = 0; i < law_name_count; i++) {
        size_t len = strlen(law_names[i].text);
        for (const char *at = f->text; (at = strcasestr(at, law_names[i].text)); at += len) {
            /* A short name is found as a word only, a long one inside words too. */
            bool inside = (at > f->text && is_word(at[-1])) || is_word(at[len]);
            if (len >= 8 || !inside)
                found(f->path, line_of(f, at - f->text), RULE_LAW,
                      "names the law or scheme %s; say it in laws/ or in the sidecar", law_names[i].text);
        }
    }
}

/* ---- invariants ------------------------------------------------------------------------------------ */

enum { INVARIANTS_MAX = 100 };
static struct promise { int page, code, test; } promises[INVARIANTS_MAX];

static void read_promises(const struct file *f)
{
    bool page = strcmp(f->path, "docs/INVARIANTS.md") == 0, test = is_test(f->path);
    bool source = starts(f->path, "src/") && !test;
    for (const char *at = f->text; (at = strstr(at, "INV-")); at++) {
        int number = 0;
        for (const char *digit = at + 4; isdigit((unsigned char)*digit) && number < INVARIANTS_MAX; digit++)
            number = number * 10 + (*digit - '0');
        if (number < 1 || number >= INVARIANTS_MAX || (at > f->text && is_word(at[-1])))
            continue;
        struct promise *p = &promises[number];
        int line = line_of(f, at - f->text);
        p->page = page && !p->page ? line : p->page;
        p->code += source;
        p->test += test;
        if (source || test)
            found(f->path, line, RULE_INVARIANT, "%d", number); /* sorted out below */
    }
}

/* Now that the page is read: keep only mentions of promises that the page does not make. */
static void check_promises(int from)
{
    int kept = from;
    for (int i = from; i < finding_count; i++) {
        int number = 0;
        for (const char *digit = findings[i].text; *digit; digit++)
            number = number * 10 + (*digit - '0');
        if (promises[number].page)
            continue;
        findings[kept] = findings[i];
        findings[kept++].text = format("INV-%d is not in docs/INVARIANTS.md; write the promise down", number);
    }
    finding_count = kept;
    for (int n = 1; n < INVARIANTS_MAX; n++) {
        if (promises[n].page && !promises[n].code)
            found("docs/INVARIANTS.md", promises[n].page, RULE_INVARIANT,
                  "INV-%d is asserted nowhere in src/; assert it and name it there", n);
        if (promises[n].page && !promises[n].test)
            found("docs/INVARIANTS.md", promises[n].page, RULE_INVARIANT,
                  "INV-%d is in no test; write one and name it there", n);
    }
}

/* ---- form: heads, lines, sizes ---------------------------------------------------------------------- */

static bool has_head(const char *path)
{
    static const char *const kinds[] = {".c", ".h", ".def", ".inc", ".sh", ".mk", ".awk", ".js", ".mjs", ".html",
                                        ".css", ".sql"};
    for (int i = 0; i < COUNT(kinds); i++)
        if (ends(path, kinds[i]))
            return true;
    return ends(path, "Makefile");
}

static void check_head(const struct file *f)
{
    const char *base = strrchr(f->path, '/') ? strrchr(f->path, '/') + 1 : f->path, *end = f->text;
    for (int i = 0; i < HEAD_LINES && *end; i++)
        end += strcspn(end, "\n"), end += *end == '\n';
    const char *head = copy(f->text, end - f->text);
    if (!strstr(head, "SPDX-License-Identifier: EUPL-1.2"))
        found(f->path, 1, RULE_HEAD, "no licence line; begin with SPDX-License-Identifier: EUPL-1.2 in a comment");
    if (ends(base, ".html")) /* a page's name is also that of its function: "page start: …" */
        base = copy(base, (long)strlen(base) - 5);
    if (!strstr(head, format("%s:", base)))
        found(f->path, 1, RULE_HEAD, "the head does not begin with its name; write \"%s: what it is for\"", base);
}

static int columns_of(const char *line, long len)
{
    int columns = 0;
    for (long i = 0; i < len; i++)
        columns += ((unsigned char)line[i] & 0xc0) != 0x80; /* bytes that begin a UTF-8 character */
    return columns;
}

static void check_line(const struct file *f, const char *at, long len, int line)
{
    bool prose = ends(f->path, ".def") || ends(f->path, ".html"); /* sentences in two languages, unbroken */
    if (has_head(f->path) && !prose && columns_of(at, len) > LINE_COLUMNS_MAX)
        found(f->path, line, RULE_LINE,
              "%d columns; break the line before %d", columns_of(at, len), LINE_COLUMNS_MAX);
    if (len && (at[len - 1] == ' ' || at[len - 1] == '\t' || at[len - 1] == '\r'))
        found(f->path, line, RULE_BLANK, "ends in blanks; remove them");
    if (is_c(f->path) && memchr(at, '\t', (size_t)len))
        found(f->path, line, RULE_TAB, "a tab; use four blanks");
}

static void check_lines(const struct file *f)
{
    int line = 0, opened = 0;
    bool sized = is_c(f->path) && (starts(f->path, "src/") || starts(f->path, "tools/") || is_installed(f->path));
    for (const char *at = f->text; *at; at += *at == '\n') {
        long len = (long)strcspn(at, "\n");
        check_line(f, at, len, ++line);
        if (*at == '{')
            opened = line;
        if (*at == '}' && opened && sized && line - opened + 1 > FUNCTION_LINES_MAX)
            found(f->path, opened, RULE_SIZE,
                  "a function of %d lines; split it (%d at most)", line - opened + 1, FUNCTION_LINES_MAX);
        if (*at == '}')
            opened = 0;
        at += len;
    }
    if (sized && line > FILE_LINES_MAX)
        found(f->path, line, RULE_SIZE, "%d lines; split the file (%d at most)", line, FILE_LINES_MAX);
}

static void check_notes(const struct file *f)
{
    for (int i = 0; i < COUNT(later_words); i++) {
        size_t len = strlen(later_words[i]);
        for (const char *at = f->text; (at = strstr(at, later_words[i])); at += len)
            if (!(at > f->text && is_word(at[-1])) && !is_word(at[len]))
                found(f->path, line_of(f, at - f->text), RULE_LATER,
                      "%s; do it now or make it an issue", later_words[i]);
    }
    for (int i = 0; i < COUNT(machine_paths); i++)
        for (const char *at = f->text; (at = strstr(at, machine_paths[i])); at++)
            if (at == f->text || !(is_word(at[-1]) || strchr(".-}~", at[-1])))
                found(f->path, line_of(f, at - f->text), RULE_PLACE,
                      "%s is a place on one machine; use a path from the root of the project", machine_paths[i]);
}

/* ---- all of it ------------------------------------------------------------------------------------------ */

static bool is_data(const char *path)
{
    return starts(path, "laws/") || ends(path, ".csv") || ends(path, ".json") || ends(path, ".want");
}

static void check_file(const struct file *f)
{
    bool ours = starts(f->path, "src/") && !is_test(f->path);
    if (f->code) {
        check_includes(f);
        check_words(f);
    }
    if (f->literals && ours)
        check_sql(f);
    if ((ours && (is_c(f->path) || ends(f->path, ".html"))) || starts(f->path, "include/"))
        check_laws(f);
    if (has_head(f->path))
        check_head(f);
    if (!is_data(f->path))
        check_lines(f);
    if (!ends(f->path, ".csv"))
        check_notes(f);
}

static void check_allowed(void)
{
    for (int i = 0; i < COUNT(allowed); i++)
        for (int j = 0; j < file_count && !allowed[i].used; j++)
            if (strcmp(allowed[i].word, "*") != 0 && strcmp(files[j].path, allowed[i].path) == 0)
                found(files[j].path, 1, RULE_ALLOW,
                      "%s is allowed here and not used; remove it from the table in tools/tidy.c", allowed[i].word);
}

static int by_place(const void *a, const void *b)
{
    const struct finding *x = a, *y = b;
    int order = strcmp(x->path, y->path);
    if (!order)
        order = x->line - y->line;
    if (!order)
        order = (int)x->rule - (int)y->rule;
    return order ? order : strcmp(x->text, y->text);
}

static int by_path(const void *a, const void *b)
{
    return strcmp(((const struct file *)a)->path, ((const struct file *)b)->path);
}

static void check_all(const char *root)
{
    walk(root, "");
    qsort(files, (size_t)file_count, sizeof *files, by_path);
    read_layers();
    check_modules();
    for (int i = 0; i < file_count; i++)
        if (starts(files[i].path, "laws/"))
            read_law_names(&files[i]);
    for (int i = 0; i < file_count; i++)
        check_file(&files[i]);
    int from = finding_count;
    for (int i = 0; i < file_count; i++)
        if (!ends(files[i].path, ".md") || strcmp(files[i].path, "docs/INVARIANTS.md") == 0)
            read_promises(&files[i]);
    check_promises(from);
    check_allowed();
    qsort(findings, (size_t)finding_count, sizeof *findings, by_place);
}

int main(int argc, char **argv)
{
    if (argc == 2 && strcmp(argv[1], "--rules") == 0) {
        for (int i = 0; i < RULE_COUNT; i++)
            printf("%s\t%s\n", rule_list[i].name, rule_list[i].what);
        return 0;
    }
    if (argc != 2 || argv[1][0] == '-') {
        fprintf(stderr, "usage: tidy ROOT | --rules\n");
        return 2;
    }
    check_all(argv[1]);
    for (int i = 0; i < finding_count; i++)
        printf("%s:%d: %s: %s\n", findings[i].path, findings[i].line, rule_list[findings[i].rule].name,
               findings[i].text);
    fprintf(stderr, "tidy: %d files, %d findings\n", file_count, finding_count);
    return finding_count > 0;
}
