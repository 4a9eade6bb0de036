#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# run.sh: a synthetic town, the real program serving it, every page in a real browser, and then again with accounts.
# Prints TAP and a closing line; honours TALLY like tools/test.sh. HOORT is the program.
# With URL set, that server is tested instead and nothing is started.
set -u
here=$(cd "$(dirname "$0")" && pwd)
hoort=${HOORT:-build/hoort} dir=$(mktemp -d) server=
finish() {
    [ -n "$server" ] && kill "$server" 2>/dev/null && wait "$server" 2>/dev/null
    rm -rf "$dir"
}
trap finish EXIT
trap 'exit 1' INT TERM

tally() {
    [ -n "${TALLY:-}" ] && printf '%s %s %s\n' "$1" "$2" "$3" >>"$TALLY"
    printf '%s passed, %s failed, %s skipped\n' "$1" "$2" "$3"
}
broken() { printf 'not ok 1 - %s\n' "$1"; [ -f "$dir/said" ] && cat "$dir/said"; tally 0 1 0; exit 1; }

if ! [ -x "${CHROMIUM:-/usr/bin/chromium}" ]; then
    echo "skipped: no Chromium at ${CHROMIUM:-/usr/bin/chromium}; install the package chromium"
    tally 0 0 1
    exit 0
fi
serve() { # serve FOLDER: URL is where it is
    "$hoort" serve "$1" --listen 127.0.0.1:0 >"$dir/said" 2>&1 &
    server=$! URL=
    for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
        URL=$(grep -o 'http://127\.0\.0\.1:[0-9]*' "$dir/said" | head -n 1)
        [ -n "$URL" ] && return
        kill -0 "$server" 2>/dev/null || broken "the server stopped"
        sleep 0.5
    done
    broken "the server names no address"
}
passed=0 failed=0
look() { # look SCRIPT WORDS: runs it, and adds up what it says
    node "$here/$1" "$URL" "$2" >"$dir/tap" 2>&1
    status=$?
    cat "$dir/tap"
    p=$(grep -c '^ok ' "$dir/tap") f=$(grep -c '^not ok ' "$dir/tap")
    # A browser that dies half-way may not look like a success.
    if [ "$status" -ne 0 ] && [ "$f" -eq 0 ] || [ "$p" -eq 0 ]; then f=$((f + 1)); fi
    passed=$((passed + p)) failed=$((failed + f))
}

if [ -n "${URL:-}" ]; then
    look pages.mjs ""
else
    "$hoort" demo "$dir/town" --residents 2000 >"$dir/said" 2>&1 || broken "the demo does not run"
    serve "$dir/town"
    look pages.mjs ""
    look room.mjs ""
    kill "$server" && wait "$server" 2>/dev/null
    HOORT_TOWN="$dir/case" "${CASE:-build/web/decision_test}" >"$dir/said" 2>&1 || broken "there is no case"
    serve "$dir/case"
    look decision.mjs ""
    kill "$server" && wait "$server" 2>/dev/null
    for user in "anna --role admin,auditor" "bo --role caseworker"; do
        # shellcheck disable=SC2086 # name and roles
        echo "paarden eten geen batterij" | "$hoort" user add $user "$dir/town" >"$dir/said" 2>&1 || broken "no account is made"
    done
    serve "$dir/town"
    look desk.mjs "paarden eten geen batterij"
fi
tally "$passed" "$failed" 0
[ "$failed" -eq 0 ]
