#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# check.sh: what `make check` runs: one line a step with its time and counts, the log of a step that
# failed, and as last line the sum. A step that could not run counts as a failure, never as silence.
# Not for work in progress: that is `make test-MODULE`. STEPS="tidy law" runs only these.
set -u
cd "$(dirname "$0")/.." || exit 1
unset MAKEFLAGS MFLAGS MAKELEVEL TALLY
export LC_ALL=C.UTF-8 CI=${CI:-}
logs=build/check jobs=$(nproc) fuzz_seconds=${FUZZ_SECONDS:-3}
passed=0 failed=0 skipped=0
mkdir -p "$logs"

# From what a step wrote: the tally of tools/test.sh, else its closing line, else TAP, else nothing.
counts() { # counts LOG TALLY
    if [ -s "$2" ]; then
        awk '{ p += $1; f += $2; s += $3 } END { print p + 0, f + 0, s + 0 }' "$2"
    elif grep -qE '^[0-9]+ passed, [0-9]+ failed' "$1"; then
        grep -E '^[0-9]+ passed, [0-9]+ failed' "$1" | awk '{ p += $1; f += $3; s += $5 } END { print p, f, s + 0 }'
    else
        awk '/^not ok /{ f++; next } /^ok .*# *(skip|SKIP)/{ s++ } /^ok /{ p++ } END { print p + 0, f + 0, s + 0 }' "$1"
    fi
}

step() { # step NAME COMMAND...
    local name=$1 log=$logs/$1.log tally=$logs/$1.tally start=$SECONDS status p f s
    shift
    [[ -n ${STEPS:-} && " $STEPS " != *" $name "* ]] && return
    : >"$tally"
    TALLY=$PWD/$tally "$@" >"$log" 2>&1 </dev/null
    status=$?
    read -r p f s < <(counts "$log" "$tally")
    if [ $((p + f)) -eq 0 ] && [ $status -eq 0 ]; then
        echo "check: $name ran no test; add one" >>"$log"
        f=1
    elif [ $status -ne 0 ] && [ "$f" -eq 0 ]; then
        f=1
    fi
    printf '%-9s %4d s  %s passed, %s failed, %s skipped\n' "$name" $((SECONDS - start)) "$p" "$f" "$s"
    grep -hiE '^skipped: ' "$log" | sort -u | sed 's/^/          /'
    if [ "$f" -gt 0 ]; then
        grep -hE '^not ok |: error: |^\[  FAILED|ERROR: |runtime error: |^make.*\*\*\*' "$log" | head -40 |
            cut -c1-300 | sed 's/^/    /'
        echo "    … the end of $log:"
        tail -n 15 "$log" | cut -c1-300 | sed 's/^/    /'
    fi
    passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
}

needs() { # needs FILE...: says what is missing
    local file status=0
    for file; do
        [ -e "$file" ] || { echo "check: $file is missing; add it, or take the step out of tools/check.sh"; status=1; }
    done
    return $status
}

says() { # says WHAT COMMAND...: one line of TAP
    local what=$1
    shift
    if "$@"; then echo "ok - $what"; else echo "not ok - $what"; return 1; fi
}

deps_step() {
    says "all that is needed is there" tools/deps.sh check
}

# All modules' tests and the program, in a build folder of their own.
build_step() { # build_step FOLDER VARIABLES...
    local folder=$1 modules module targets=() status=0
    shift
    read -ra modules < <(sed -n 's/^\(pure\|io\) *//p' src/LAYERS | tr '\n' ' ')
    for module in "${modules[@]}"; do
        targets+=("test-$module")
        compgen -G "src/$module/*_test.c" >/dev/null && continue
        echo "not ok - module $module has no test; add one"
        echo "0 1 0" >>"$TALLY"
    done
    make -k -j"$jobs" B="$folder" "$@" all "${targets[@]}" || status=1
    return $status
}

# clang builds all of it, warnings being faults; its tests run where its arithmetic could differ from that of gcc.
clang_step() {
    local targets=() test
    for test in src/*/*_test.c; do targets+=("build-clang/${test#src/}"); done
    targets[${#targets[@]}]=all
    make -k -j"$jobs" B=build-clang CC=clang "${targets[@]//_test.c/_test}" || return 1
    make -k -j"$jobs" B=build-clang CC=clang test-base test-table test-plan test-eval test-certainty
}

sanitized_step() {
    export ASAN_OPTIONS=detect_stack_use_after_return=1:strict_string_checks=1:allocator_may_return_null=0
    export UBSAN_OPTIONS=print_stacktrace=1
    build_step build-asan CC=gcc OPT=-O1 \
        SAN='-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer'
}

# The rules of the house on the house itself, and the tests of who holds them.
tidy_step() {
    make build/tidy || return 1
    tools/tidy_test.sh build/tidy
    local status=$?
    says "the house is in order" build/tidy . || status=1
    return $status
}

script_step() { # script_step FILE
    needs "$1" && bash "$1"
}

law_step() {
    needs build/hoort laws || return 1
    build/hoort law check laws && echo "law check: no faults" && build/hoort law test laws
}

# A few seconds a target: enough to see that each still stands; `make fuzz` is for longer.
fuzz_step() {
    make -j"$jobs" fuzz FUZZ_SECONDS="$fuzz_seconds"
}

# The first thing that anybody does, in a place of its own, and then the account of it.
demo_step() {
    needs build/hoort || return 1
    local place=$logs/demo status=0
    rm -rf "$place"
    says "the whole loop runs" build/hoort demo "$place" || status=1
    says "its account verifies" build/hoort account verify "$place" || status=1
    return $status
}

# Scripts that use the program as people do.
command_step() { # command_step FILE
    needs build/hoort "$1" && HOORT=$PWD/build/hoort bash "$1"
}

browser_step() {
    make test-browser
}

start=$SECONDS
step deps deps_step
step gcc build_step build CC=gcc
step clang clang_step
step sanitize sanitized_step
step tidy tidy_step
step compile script_step tests/compile/run.sh
step law law_step
step fuzz fuzz_step
step demo demo_step
step commands command_step tests/cli/run.sh
step library command_step tests/embed/run.sh
step whole command_step tests/app/run.sh
step browser browser_step
echo "all       $((SECONDS - start)) s"
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
