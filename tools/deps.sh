#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# deps.sh: installs what a fresh Debian 12 or 13 lacks: `deps.sh run` to build and run,
# `deps.sh check` (the default) to test as well, `deps.sh bench` to measure beside others. Silent and without network when all is there.
# Not for other systems: there it says what to install, and stops.
set -u
group=${1:-check}
root=$(cd "$(dirname "$0")/.." && pwd)
missing=
want() { missing="$missing $*"; }
command_or() { command -v "$1" >/dev/null 2>&1 || want "$2"; }
library_or() { pkg-config --exists "$1" 2>/dev/null || want "$2"; }

# The runtime of clang's sanitizers and fuzzer is a package of its own, named after the version.
clang_runtime() {
    fuzzer=$(clang -print-runtime-dir 2>/dev/null)/libclang_rt.fuzzer-$(uname -m).a
    other=$(clang -print-file-name="libclang_rt.fuzzer-$(uname -m).a" 2>/dev/null)
    { [ -f "$fuzzer" ] || [ -f "$other" ]; } && return
    version=$(clang -dumpversion 2>/dev/null | cut -d. -f1)
    [ -n "$version" ] ||
        version=$(apt-cache depends clang 2>/dev/null | sed -n 's/.*clang-\([0-9][0-9]*\)$/\1/p' | head -1)
    [ -n "$version" ] && want "libclang-rt-$version-dev"
}

look() {
    missing=
    command_or gcc gcc
    command_or make make
    command_or git git
    command_or pkg-config pkg-config
    library_or yaml-0.1 libyaml-dev
    library_or jansson libjansson-dev
    library_or libsodium libsodium-dev
    library_or sqlite3 libsqlite3-dev
    library_or libmicrohttpd libmicrohttpd-dev
    library_or libqrencode libqrencode-dev
    if [ -f "$root/web/package-lock.json" ]; then
        command_or node nodejs
        command_or npm npm
    fi
    if [ "$group" = bench ]; then
        [ -e /usr/lib/python3/dist-packages/numpy ] || want python3-numpy
        [ -e /usr/lib/python3/dist-packages/pandas ] || want python3-pandas
        command_or valgrind valgrind
    fi
    [ "$group" = check ] || return 0
    command_or clang clang
    clang_runtime
    library_or cmocka libcmocka-dev
    command_or sqlite3 sqlite3
    command_or script bsdutils
    command_or node nodejs
    command_or npm npm
    command -v chromium >/dev/null 2>&1 || command -v google-chrome >/dev/null 2>&1 || want chromium
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi
}

install_missing() {
    if ! command -v apt-get >/dev/null 2>&1 || { [ "$(id -u)" -ne 0 ] && ! sudo -n true 2>/dev/null; }; then
        echo "deps: please install:$missing" >&2
        exit 1
    fi
    echo "deps: installing$missing" >&2
    log=$(mktemp)
    as_root apt-get update -q >"$log" 2>&1 || true # an old list may still do
    look                                           # names of packages may be known only now
    # shellcheck disable=SC2086
    if ! as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -qy --no-install-recommends $missing >>"$log" 2>&1; then
        tail -20 "$log" >&2
        echo "deps: could not install$missing; install them by hand" >&2
        exit 1
    fi
    rm -f "$log"
}

# What comes from npm, exactly as locked; no script of a package runs, no browser is downloaded.
npm_packages() { # npm_packages FOLDER
    lock=$root/$1/package-lock.json done=$root/$1/node_modules/.package-lock.json
    [ -f "$lock" ] || return 0
    [ -n "$(find "$done" -newer "$lock" 2>/dev/null)" ] && return 0
    echo "deps: installing the packages of $1/package-lock.json" >&2
    if ! npm ci --prefix "$root/$1" --ignore-scripts --no-audit --no-fund --loglevel=error >&2; then
        echo "deps: npm ci failed in $1; see above" >&2
        exit 1
    fi
    touch "$done"
}

case $group in run | check | bench) ;; *) echo "usage: deps.sh [run|check|bench]" >&2; exit 2 ;; esac
look
[ -z "$missing" ] || install_missing
look
[ -z "$missing" ] || { echo "deps: still lacking$missing" >&2; exit 1; }
npm_packages web
[ "$group" != check ] || npm_packages tests/browser
