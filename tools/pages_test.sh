#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# pages_test.sh: the page compiler says no to what is wrong, with file, line and remedy, and what
# it makes of a good page escapes. Prints TAP. PAGES_TOOL is the compiler; CC compiles its output.
set -u
tool=${PAGES_TOOL:-build/tools/pages} dir=$(mktemp -d) n=0 bad=0
trap 'rm -rf "$dir"' EXIT
say() { n=$((n + 1)); if [ "$1" -eq 0 ]; then echo "ok $n - $2"; else echo "not ok $n - $2"; bad=1; fi; }

# Every page in tests/pages/bad is refused; the first line of its .want is what is said.
for page in tests/pages/bad/*.html; do
    texts=tests/pages/text.def
    [ -f "${page%.html}.def" ] && texts=${page%.html}.def
    "$tool" "$dir/p.h" "$dir/p.c" "$texts" "$page" 2>"$dir/said"
    status=$?
    [ "$status" -eq 1 ] && diff "${page%.html}.want" "$dir/said" && [ ! -e "$dir/p.c" ]
    say $? "refused: $(basename "$page")"
done

# A good page is compiled to the C that stands beside it.
for page in tests/pages/good/*.html; do
    rm -f "$dir/p.h" "$dir/p.c"
    "$tool" "$dir/p.h" "$dir/p.c" tests/pages/text.def "$page" && sed -n '/page_/,$p' "$dir/p.c" >"$dir/got" &&
        diff "${page%.html}.want" "$dir/got"
    say $? "compiled: $(basename "$page")"
done

# Only the generated file can make HTML, and a forgotten field does not compile.
compiles() {
    printf '%s\n' "$1" >"$dir/try.c"
    ${CC:-cc} -std=c17 -D_GNU_SOURCE -Isrc -I"$dir" -Werror -c "$dir/try.c" -o "$dir/try.o" 2>/dev/null
}
head='#include "p.h"
const struct html *f(struct arena *a); const struct html *f(struct arena *a)'
compiles "$head { return page_greeting(a, LANG_NL, S(\"x\"), true, 1, S(\"/\")); }"
say $? "every field given: compiles"
compiles "$head { return page_greeting(a, LANG_NL, S(\"x\"), true, 1); }"
[ $? -ne 0 ]; say $? "a field forgotten: does not compile"
compiles "$head { struct html h = {S(\"<b>\")}; (void)a; return &h; }"
[ $? -ne 0 ]; say $? "forged HTML: does not compile"
echo "1..$n"
exit $bad
