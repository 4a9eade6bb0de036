#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# test.sh: runs cmocka test programs and adds up what they say.
# Not a test framework: a program that fails or is silent counts as one failure.
# A test program may print "skipped: reason" lines, which are counted.
passed=0 failed=0 skipped=0
for t in "$@"; do
    out=$(CMOCKA_MESSAGE_OUTPUT=TAP "$t" 2>&1) || bad=1
    p=$(printf '%s\n' "$out" | grep -c '^ok ')
    f=$(printf '%s\n' "$out" | grep -c '^not ok ')
    s=$(printf '%s\n' "$out" | grep -ciE '^ok .*# *skip|^skipped: ')
    if [ -n "${bad:-}" ] && [ "$f" -eq 0 ] || [ "$((p + f))" -eq 0 ]; then f=$((f + 1)); fi
    if [ "$f" -gt 0 ]; then printf '%s\n' "--- $t" "$out"; fi
    [ "$s" -gt 0 ] && printf '%s\n' "$out" | grep -iE '^skipped: '
    passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s)) bad=
done
[ -n "${TALLY:-}" ] && printf '%s %s %s\n' "$passed" "$failed" "$skipped" >>"$TALLY"
printf '%s passed, %s failed, %s skipped\n' "$passed" "$failed" "$skipped"
[ "$failed" -eq 0 ]
