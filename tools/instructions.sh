#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# instructions.sh: how many instructions the hot parts take on a small fixed input (bench/count.c), by callgrind: the same
# on a busy machine, so that what became slower is seen. `instructions.sh PROGRAM` prints "part count" lines;
# `instructions.sh PROGRAM FILE` is a test in TAP: no part takes 5 per cent more than the file states. Without
# valgrind nothing is counted. Not about time, nor about memory.
set -eu
cd "$(dirname "$0")/.."
program=${1:?"usage: instructions.sh PROGRAM [FILE]"} stated=${2:-}
command -v valgrind >/dev/null || { echo "skipped: valgrind is not installed, no instructions are counted"; exit 0; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
valgrind --tool=callgrind --callgrind-out-file="$work/out" "$program" >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
callgrind_annotate --inclusive=yes --threshold=100 "$work/out" >"$work/all"
for part in plan_make eval_bind eval_rows eval_explain; do
    awk -v part=$part '{ gsub(/,/, "", $1) } $0 ~ "[:/]" part "( |$|\\047)" && $1 > most { most = $1 }
        END { printf "%s %d\n", part, most }' "$work/all"
done >"$work/counts"
[ -n "$stated" ] || { cat "$work/counts"; exit 0; }
awk 'NR == FNR { if ($1 !~ /^#/) { want[$1] = $2; n++ } next }
     { seen++; good = $2 > 0 && ($1 in want) && $2 <= want[$1] * 1.05
       printf "%s %d - %s: %d instructions, stated %d\n", good ? "ok" : "not ok", seen, $1, $2, want[$1]; bad += !good }
     END { if (seen != n) { printf "not ok %d - %d parts are stated\n", ++seen, n; bad++ }
           print "1.." seen; exit bad > 0 }' "$stated" "$work/counts"
