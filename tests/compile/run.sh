#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# run.sh: proves that a permit or a clearance cannot be made outside gate.c: forging one does not
# compile (INV-1, INV-2). Not a test of what the gate decides: that is gate_test.
# Usage: tests/compile/run.sh [compiler …], from the root; default gcc. Prints TAP.
[ $# -gt 0 ] || set -- gcc
file=tests/compile/forge_clearance.c n=0 bad=0
for cc in "$@"; do
    for forge in 0 1 2 3 4 5 6 7 8 9; do
        n=$((n + 1)) ok=0
        said=$(LC_ALL=C "$cc" -std=c17 -D_GNU_SOURCE -Wall -Wextra -Isrc -DFORGE=$forge -fsyntax-only $file 2>&1)
        rc=$?
        if [ $forge -eq 0 ]; then
            name="honest use compiles"
            [ $rc -eq 0 ] && [ -z "$said" ] && ok=1
        else
            name="forgery $forge does not compile"
            # The type must be the reason of every error: nothing else may be wrong with it.
            errors=$(printf '%s\n' "$said" | grep -c 'error:')
            types=$(printf '%s\n' "$said" | grep 'error:' |
                grep -cE "incomplete|undefined type|storage size of .* isn't known|invalid use of undefined")
            [ $rc -ne 0 ] && [ "$errors" -gt 0 ] && [ "$errors" -eq "$types" ] && ok=1
        fi
        if [ $ok -eq 1 ]; then echo "ok $n - $name ($cc)"; else
            echo "not ok $n - $name ($cc)"; printf '%s\n' "$said" | sed 's/^/# /'; bad=1; fi
    done
done
# Only gate.c knows what is inside.
n=$((n + 1))
if [ "$(grep -lE '^struct (permit|clearance) \{' src/*/*.[ch])" = src/gate/gate.c ]; then
    echo "ok $n - only gate.c defines them"
else
    echo "not ok $n - only gate.c defines them"; bad=1
fi
echo "1..$n"
exit $bad
