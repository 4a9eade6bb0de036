#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# run.sh: a synthetic town, the real program serving it, and every page in a real browser.
# Prints TAP and a closing line; honours TALLY like tools/test.sh. HOORT is the program.
# With URL set, that server is tested instead and nothing is started; with DECIDED, one with a case and nothing decided.
set -u
here=$(cd "$(dirname "$0")" && pwd)
hoort=${HOORT:-build/hoort} dir=$(mktemp -d) server=
finish() {
    for one in $server; do kill "$one" 2>/dev/null && wait "$one" 2>/dev/null; done
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
# Serves a folder; the address is then in $address.
serve() {
    "$hoort" serve "$1" --listen 127.0.0.1:0 >"$dir/said" 2>&1 &
    last=$!
    server="$server $last"
    for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
        address=$(grep -o 'http://127\.0\.0\.1:[0-9]*' "$dir/said" | head -n 1)
        [ -n "$address" ] && return
        kill -0 "$last" 2>/dev/null || broken "the server stopped"
        sleep 0.5
    done
    broken "the server names no address"
}
decided=${DECIDED:-}
if [ -z "${URL:-}" ]; then
    "$hoort" demo "$dir/town" --residents 2000 >"$dir/said" 2>&1 || broken "the demo does not run"
    HOORT_TOWN="$dir/case" "${CASE:-build/web/decision_test}" >"$dir/said" 2>&1 || broken "there is no case"
    serve "$dir/town"
    URL=$address
    serve "$dir/case"
    decided=$address
fi
node "$here/pages.mjs" "$URL" >"$dir/tap" 2>&1
status=$?
if [ -n "$decided" ]; then
    node "$here/decision.mjs" "$decided" >>"$dir/tap" 2>&1 || status=1
fi
cat "$dir/tap"
passed=$(grep -c '^ok ' "$dir/tap") failed=$(grep -c '^not ok ' "$dir/tap")
# A browser that dies half-way may not look like a success.
if [ "$status" -ne 0 ] && [ "$failed" -eq 0 ] || [ "$passed" -eq 0 ]; then failed=$((failed + 1)); fi
tally "$passed" "$failed" 0
[ "$failed" -eq 0 ]
