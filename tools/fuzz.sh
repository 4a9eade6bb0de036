#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# fuzz.sh: runs every fuzz target for some seconds, in TAP: `fuzz.sh FOLDER SECONDS`. What it finds to
# be interesting is kept in FOLDER/corpus, what it breaks in FOLDER/broken. Not the building: `make fuzz`.
folder=${1:?"usage: fuzz.sh FOLDER SECONDS"} seconds=${2:-60}
n=0 failed=0
for target in "$folder"/fuzz/*; do
    name=$(basename "$target")
    if [ ! -f "$target" ] || [ ! -x "$target" ]; then continue; fi
    n=$((n + 1))
    mkdir -p "$folder/corpus/$name" "$folder/broken"
    set -- "$folder/corpus/$name"
    seeds=fuzz/corpus/${name%_fuzz} # law_fuzz starts from fuzz/corpus/law
    [ -d "$seeds" ] && set -- "$@" "$seeds"
    if "$target" -max_total_time="$seconds" -max_len=65536 -timeout=20 -rss_limit_mb=3000 -print_final_stats=1 \
        -artifact_prefix="$folder/broken/$name-" "$@" >"$folder/$name.log" 2>&1; then
        echo "ok $n - $name, $(sed -n 's/^stat::number_of_executed_units: *//p' "$folder/$name.log") inputs"
    else
        echo "not ok $n - $name; see $folder/$name.log and $folder/broken"
        tail -n 30 "$folder/$name.log" | sed 's/^/# /'
        failed=$((failed + 1))
    fi
done
echo "1..$n"
[ "$n" -gt 0 ] && [ "$failed" -eq 0 ]
