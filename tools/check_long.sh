#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# check_long.sh: what `make check-long` runs: every test that does more when HOORT_LONG is set (random laws against
# the reference, and their like), and each fuzz target for FUZZ_SECONDS (600). Prints what it is at, what failed, and
# as last line the sum. Not part of `make check`, which runs the short forms of the same; it takes an hour or so.
set -u
cd "$(dirname "$0")/.." || exit 1
unset MAKEFLAGS MFLAGS MAKELEVEL
export LC_ALL=C.UTF-8 TALLY=$PWD/build/check-long.tally
seconds=${FUZZ_SECONDS:-600} start=$SECONDS broken=0
mkdir -p build
: >"$TALLY"

at() { printf '%6d s  %s\n' $((SECONDS - start)) "$*"; }

for source in $(grep -l '"HOORT_LONG"' src/*/*_test.c); do
    test=build/${source#src/}
    test=${test%.c}
    at "$source, the long form"
    if make -s B=build "$test"; then
        HOORT_LONG=1 tools/test.sh "$test"
    else
        at "$source could not be built"
        broken=$((broken + 1))
    fi
done
at "instructions, beside what bench/count.txt states"
if make -s B=build build/count && tools/instructions.sh build/count bench/count.txt >build/check-long.count; then
    :
fi
cat build/check-long.count
grep -q '^ok \|^skipped' build/check-long.count || broken=$((broken + 1)) # not even built or run
at "fuzz: $(ls fuzz/*.c | wc -l) targets, $seconds s each"
make -s fuzz FUZZ_SECONDS="$seconds" | tee build/check-long.fuzz
[ "${PIPESTATUS[0]}" -eq 0 ] || grep -q '^not ok' build/check-long.fuzz || broken=$((broken + 1)) # not even built
awk '/^ok /{ p++ } /^not ok /{ f++ } /^skipped/{ s++ } END { print p + 0, f + 0, s + 0 }' \
    build/check-long.fuzz build/check-long.count >>"$TALLY"
at "done"
awk -v broken=$broken '{ p += $1; f += $2; s += $3 }
    END { printf "%d passed, %d failed, %d skipped\n", p, f + broken, s; exit f + broken > 0 }' "$TALLY"
