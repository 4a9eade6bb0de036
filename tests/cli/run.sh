#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# run.sh: the command line against what it is known to say. Each folder CASE has `cmd` (a few lines of
# shell) and `want`: exit code, standard output, standard error, and the files that were left. Prints
# TAP. HOORT = the program; HOORT_BLESS=1 rewrites every `want` (read the diff); words = only these
# cases. A case runs in an empty folder with its own files, laws/ and method/, so that messages name
# relative paths. Whole runs of a workspace stand in tests/app.
set -u
root=$(cd "$(dirname "$0")/../.." && pwd)
HOORT=$(realpath "${HOORT:-$root/build/hoort}")
export HOORT LC_ALL=C.UTF-8 TZ=Europe/Amsterdam
[ -x "$HOORT" ] || { echo "not ok 1 - there is no program at HOORT; build it first"; exit 1; }
place=$(mktemp -d) || exit 1
trap 'rm -rf "$place"' EXIT

hoort() { "$HOORT" "$@"; }
export -f hoort
# Two test persons that the cases share, with what the healthcare allowance asks.
town() {
    cat <<'CSV'
bsn;partner_bsn;geboortedatum;verzamelinkomen;belastbaar_loon;buitenlands_inkomen;rendementsgrondslag;verzekerd_zvw
999993653;geen;1980-05-01;18000;geen;geen;0;ja
999990639;geen;1980-05-01;90000;geen;geen;0;ja
CSV
}
export -f town

look() { (cd "$1" && find . -type f ! -path './laws/*' ! -path './method/*' | sort); }

result() { # result CASE FOLDER: runs it, prints what `want` holds
    local code
    (cd "$2" && bash -u ./cmd >"$place/out" 2>"$place/err" </dev/null)
    code=$?
    echo "exit $code"
    echo "--- stdout"; cat "$place/out"
    echo "--- stderr"; cat "$place/err"
    echo "--- left"; look "$2" | comm -13 "$place/before" -
}

n=0 failed=0
for dir in "$root"/tests/cli/*/; do
    name=${dir%/}; name=${name##*/}
    [ $# -eq 0 ] || [[ " $* " == *" $name "* ]] || continue
    n=$((n + 1))
    at=$place/at
    rm -rf "$at"; mkdir "$at"
    cp -r "$dir". "$at"; rm -f "$at/want"
    ln -s "$root/laws" "$at/laws"; ln -s "$root/method" "$at/method"
    look "$at" >"$place/before"
    result "$name" "$at" >"$place/got"
    chmod -R u+rwx "$at" 2>/dev/null
    [ -n "${HOORT_BLESS:-}" ] && cp "$place/got" "$dir/want"
    if grep -qF -e "$place" -e "$root" "$place/got"; then
        echo "not ok $n - $name: a path of this machine is shown"; failed=1
    elif cmp -s "$place/got" "$dir/want"; then
        echo "ok $n - $name"
    else
        echo "not ok $n - $name"; failed=1
        diff "$dir/want" "$place/got" | sed 's/^/# /' | head -40
    fi
done
# The list of commands in the docs is what the program says of itself.
if [ $# -eq 0 ]; then
    n=$((n + 1))
    { cat "$root/tests/cli/commands.head"; echo '```'; "$HOORT" --help; echo '```'; } >"$place/commands.md"
    [ -n "${HOORT_BLESS:-}" ] && cp "$place/commands.md" "$root/docs/commands.md"
    if cmp -s "$place/commands.md" "$root/docs/commands.md"; then
        echo "ok $n - docs/commands.md is what hoort --help says"
    else
        echo "not ok $n - docs/commands.md is what hoort --help says: run with HOORT_BLESS=1"; failed=1
    fi
fi
echo "1..$n"
exit $failed
