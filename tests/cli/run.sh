#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# run.sh: the command line against what it is known to say. Each folder CASE has `cmd` (a few lines of
# shell) and `want`: exit code, standard output, standard error, and the files that were left. Prints
# TAP and a closing line; honours TALLY like tools/test.sh. HOORT = the program; HOORT_BLESS=1 rewrites
# every `want` (read the diff); words = only these cases. A case runs in an empty folder with its own
# files, laws/ and method/, so that messages name relative paths. laws/ has one scheme and what it leans on, so that a
# law more changes no case. Whole runs stand in tests/app.
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

mkdir -p "$place/laws/nl/wet" "$place/laws/nl/ministeriele_regeling"
cp "$root/laws/facts.yaml" "$place/laws"
cp -r "$root"/laws/nl/wet/{wet_op_de_zorgtoeslag,algemene_wet_inkomensafhankelijke_regelingen,wet_minimumloon_en_minimumvakantiebijslag} \
    "$place/laws/nl/wet"
cp -r "$root/laws/nl/ministeriele_regeling/regeling_standaardpremie" "$place/laws/nl/ministeriele_regeling"

look() { (cd "$1" && find . -type f ! -path './laws/*' ! -path './method/*' | sort); }

run_case() { # run_case NAME: runs it in $place/NAME/at; what `want` should hold goes to $place/NAME/got
    local dir=$root/tests/cli/$1 my=$place/$1 at=$place/$1/at code
    mkdir "$my"
    cp -r "$dir" "$at"
    rm -f "$at/want"
    ln -s "$place/laws" "$root/method" "$at"
    look "$at" >"$my/before"
    (cd "$at" && bash -u ./cmd >"$my/out" 2>"$my/err" </dev/null)
    code=$?
    {
        printf 'exit %s\n--- stdout\n' $code
        cat "$my/out"
        echo "--- stderr"
        cat "$my/err"
        echo "--- left"
        look "$at" | comm -13 "$my/before" -
    } >"$my/got"
}

names=()
for dir in "$root"/tests/cli/*/; do
    dir=${dir%/}
    name=${dir##*/}
    [ $# -eq 0 ] || [[ " $* " == *" $name "* ]] || continue
    names+=("$name")
    while [ "$(jobs -rp | wc -l)" -ge "$(nproc)" ]; do wait -n; done
    run_case "$name" &
done
wait

n=0 passed=0 failed=0
result() { # result PASSED NAME
    n=$((n + 1))
    if [ "$1" = yes ]; then echo "ok $n - $2"; passed=$((passed + 1)); else echo "not ok $n - $2"; failed=$((failed + 1)); fi
}
for name in ${names[@]+"${names[@]}"}; do
    want=$root/tests/cli/$name/want got=$place/$name/got
    [ -n "${HOORT_BLESS:-}" ] && cp "$got" "$want"
    if grep -qF -e "$place" -e "$root" "$got"; then
        result no "$name: a path of this machine is shown"
    elif cmp -s "$got" "$want"; then
        result yes "$name"
    else
        result no "$name"
        diff "$want" "$got" | sed 's/^/# /' | head -40
    fi
done
# The list of commands in the docs, and the page of the manual, are what the program says of itself.
page() { # page FILE: as it should be on standard input
    local same=no
    cat >"$place/page"
    [ -n "${HOORT_BLESS:-}" ] && cp "$place/page" "$root/$1"
    cmp -s "$place/page" "$root/$1" && same=yes
    result $same "$1 is what hoort --help says (HOORT_BLESS=1 rewrites it)"
}
if [ $# -eq 0 ]; then
    here=$root/tests/cli
    page docs/commands.md < <(cat "$here/commands.head"; echo '```'; "$HOORT" --help; echo '```')
    page docs/hoort.1 < <(cat "$here/hoort.1.head"; "$HOORT" --help | awk -f "$root/tools/man.awk"; cat "$here/hoort.1.tail")
fi
[ -n "${TALLY:-}" ] && printf '%s %s 0\n' "$passed" "$failed" >>"$TALLY"
echo "1..$n"
echo "$passed passed, $failed failed, 0 skipped"
[ "$failed" -eq 0 ]
