#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# run.sh: the library as it is installed: what it exports, that C and C++ take its header, that the manual has every
# function, and that the example says what it should with either library and with the installed laws. Prints TAP and
# a closing line; HOORT_BLESS=1 rewrites examples/eligible.want. B = the build folder. What the functions do is held in src/embed.
set -u
root=$(cd "$(dirname "$0")/../.." && pwd)
cd "$root" || exit 1
export LC_ALL=C.UTF-8
B=${B:-build}
place=$(mktemp -d) || exit 1
trap 'rm -rf "$place"' EXIT
n=0 passed=0 failed=0
says() { # says WHAT COMMAND...
    n=$((n + 1))
    local what=$1
    shift
    if "$@" >"$place/log" 2>&1; then
        echo "ok $n - $what"
        passed=$((passed + 1))
    else
        echo "not ok $n - $what"
        sed 's/^/# /' "$place/log"
        failed=$((failed + 1))
    fi
}
same() { diff "$1" "$2"; }

make -s B="$B" PREFIX=/usr DESTDIR="$place/to" install >"$place/log" 2>&1 ||
    { sed 's/^/# /' "$place/log"; echo "not ok 1 - it is installed"; exit 1; }
to=$place/to/usr
export PKG_CONFIG_PATH=$to/lib/pkgconfig PKG_CONFIG_SYSROOT_DIR=$place/to LD_LIBRARY_PATH=$to/lib
read -ra flags < <(pkg-config --cflags hoort)
read -ra shared < <(pkg-config --libs hoort)
read -ra static < <(PKG_CONFIG_SYSROOT_DIR='' pkg-config --static --libs yaml-0.1 jansson libsodium)

# ---- what it exports ----------------------------------------------------------------------------------------
grep -oE '\bhoort_[a-z_]+\(' include/hoort.h | tr -d '(' | sort -u >"$place/declared"
nm -D --defined-only "$to/lib/libhoort.so.0" | awk '{ print $3 }' | sort >"$place/shared"
nm -g --defined-only "$to/lib/libhoort.a" | awk 'NF == 3 { print $3 }' | sort >"$place/static"
says "the header declares functions" test -s "$place/declared"
says "the shared library exports them and nothing else" same "$place/declared" "$place/shared"
says "so does the static library" same "$place/declared" "$place/static"
soname=$(objdump -p "$to/lib/libhoort.so.0" | awk '$1 == "SONAME" { print $2 }')
says "its soname is libhoort.so.0" test "$soname" = libhoort.so.0
needed=$(objdump -p "$to/lib/libhoort.so.0" | awk '$1 == "NEEDED" && $2 ~ /sqlite|microhttpd/')
says "it brings no database and no web server" test -z "$needed"

# ---- header and manual --------------------------------------------------------------------------------------
strict=(-Wall -Wextra -Werror -pedantic -fsyntax-only "${flags[@]}")
says "the header is C99" gcc -std=c99 "${strict[@]}" -x c "$to/include/hoort.h"
says "the header is C++ to clang" clang++ -std=c++11 "${strict[@]}" -x c++ "$to/include/hoort.h"
grep -oE '\bhoort_[a-z_]+\(' docs/hoort.3 | tr -d '(' | sort -u >"$place/described"
says "the manual describes every function and no other" same "$place/declared" "$place/described"

# ---- the example --------------------------------------------------------------------------------------------
strict=(-std=c99 -Wall -Wextra -Werror -pedantic "${flags[@]}")
says "the example builds with the shared library" gcc "${strict[@]}" examples/eligible.c "${shared[@]}" -o "$place/shared_eligible"
says "the example builds with the static library" gcc "${strict[@]}" examples/eligible.c "$to/lib/libhoort.a" "${static[@]}" \
    -o "$place/static_eligible"
for kind in shared static; do
    "$place/${kind}_eligible" "$to/share/hoort/laws" >"$place/got" 2>&1
    says "with the $kind library it ends well" test $? -eq 0
    [ -n "${HOORT_BLESS:-}" ] && cp "$place/got" examples/eligible.want
    says "with the $kind library it says who is entitled and why" same examples/eligible.want "$place/got"
done
"$place/shared_eligible" "$place/nowhere" >"$place/got" 2>&1
says "where there are no laws it says so" test $? -eq 1 -a "$(grep -c 'nowhere: cannot list the folder' "$place/got")" = 1

# ---- the program as installed ---------------------------------------------------------------------------------
(cd "$place" && "$to/bin/hoort" law list) >"$place/got" 2>&1
says "the installed program finds the installed laws" grep -q zorgtoeslag "$place/got"
says "the installed laws are the shipped ones" diff -r laws "$to/share/hoort/laws"
says "so are the method and the pages of the manual" bash -c "diff -r method '$to/share/hoort/method' &&
    diff docs/hoort.1 '$to/share/man/man1/hoort.1' && diff docs/hoort.3 '$to/share/man/man3/hoort.3'"

[ -n "${TALLY:-}" ] && printf '%s %s 0\n' "$passed" "$failed" >>"$TALLY"
echo "1..$n"
echo "$passed passed, $failed failed, 0 skipped"
[ "$failed" -eq 0 ]
