#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# tidy_test.sh: runs the house rules checker over small houses, in TAP: `tidy_test.sh TIDY`.
# tests/tidy/good/<case>/ must give no finding; tests/tidy/bad/<case>/ must give exactly what
# <case>.want says, and every rule must have a case of its name. With BLESS=1 it writes the
# .want files instead; read the diff. Not for the project itself: that is `make tidy`.
tidy=${1:?"usage: tidy_test.sh TIDY"}
cases=$(dirname "$0")/../tests/tidy
n=0 failed=0
say() { # say STATUS NAME
    n=$((n + 1))
    if [ "$1" = 0 ]; then echo "ok $n - $2"; else echo "not ok $n - $2"; failed=$((failed + 1)); fi
}
quoted() { printf '%s\n' "$1" | sed 's/^/# /'; }

for tree in "$cases"/good/*/; do
    got=$("$tidy" "$tree" 2>/dev/null)
    status=$?
    [ "$status" -eq 0 ] && [ -z "$got" ]
    say $? "good/$(basename "$tree")"
    [ -z "$got" ] || quoted "$got"
done
for tree in "$cases"/bad/*/; do
    want=${tree%/}.want
    got=$("$tidy" "$tree" 2>/dev/null)
    status=$?
    [ -n "${BLESS:-}" ] && printf '%s\n' "$got" >"$want"
    difference=$(printf '%s\n' "$got" | diff -u "$want" - 2>&1)
    [ "$status" -eq 1 ] && [ -z "$difference" ]
    say $? "bad/$(basename "$tree")"
    [ -z "$difference" ] || quoted "$difference"
done
for rule in $("$tidy" --rules | cut -f1); do
    grep -qs ": $rule: " "$cases/bad/$rule.want"
    say $? "rule $rule has a case"
done
"$tidy" >/dev/null 2>&1
[ $? -eq 2 ]
say $? "no argument is a usage error"
"$tidy" "$cases/nowhere" >/dev/null 2>&1
[ $? -eq 2 ]
say $? "a root that is not there is an error, not an empty house"
echo "1..$n"
[ "$failed" -eq 0 ]
