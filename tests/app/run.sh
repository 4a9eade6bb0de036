#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# run.sh: the program from outside, where the world is hard on it: a database changed by another
# program, kill -9, a full disk, a folder that may not be written, a terminal. Prints TAP and a
# closing line; honours TALLY like tools/test.sh. HOORT = the program. What goes on inside a run
# stands in src/app/app_test.c, single messages in tests/cli.
set -u
root=$(cd "$(dirname "$0")/../.." && pwd)
HOORT=$(realpath "${HOORT:-$root/build/hoort}")
export LC_ALL=C.UTF-8 TZ=Europe/Amsterdam
place=$(mktemp -d) || exit 1
mounted=
finish() { [ -n "$mounted" ] && umount "$mounted"; chmod -R u+rwx "$place" 2>/dev/null; rm -rf "$place"; }
trap finish EXIT
cd "$place" || exit 1
ln -s "$root/laws" laws; ln -s "$root/method" method

n=0 passed=0 failed=0 skipped=0
test_() { # test_ NAME COMMAND...: one line of TAP
    local name=$1
    shift
    n=$((n + 1))
    if "$@" >log 2>&1; then echo "ok $n - $name"; passed=$((passed + 1))
    else echo "not ok $n - $name"; sed 's/^/# /' log | tail -15; failed=$((failed + 1)); fi
}
skip() { echo "skipped: $1"; skipped=$((skipped + 1)); }
hoort() { "$HOORT" "$@"; }
work() { "$HOORT" "$@" --laws laws --method method; }
fresh() { rm -rf "$1"; work demo "$1" --residents "${2:-300}" >/dev/null; }

refused() { # refused WORD COMMAND...: exit 1, with this word in the message, and no path of this machine
    local word=$1 code
    shift
    "$@" >out 2>err
    code=$?
    [ $code -eq 1 ] || { echo "exit $code"; cat out err; return 1; }
    grep -q -- "$word" err || { echo "no '$word' in:"; cat err; return 1; }
    ! grep -qF -e "$place" -e "$root" err
}
sums() { (cd "$1" && find . -type f ! -name '*-wal' ! -name '*-shm' | sort | xargs sha256sum); }

# ---- the account, changed by another program -------------------------------------------------------------
tamper() { # tamper SQL WORD: on a copy; the triggers are dropped first
    rm -rf bad; cp -r good bad
    sqlite3 bad/hoort.db "DROP TRIGGER account_no_update; DROP TRIGGER account_no_delete; DROP TRIGGER account_no_gap;
        $1" || return 1
    refused "$2" work account verify bad
}
keeps_its_lines() {
    ! sqlite3 good/hoort.db "UPDATE account SET result = 'x' WHERE seq = 5" 2>/dev/null &&
    ! sqlite3 good/hoort.db "DELETE FROM account WHERE seq = 5" 2>/dev/null &&
    ! sqlite3 good/hoort.db "INSERT OR REPLACE INTO account SELECT * FROM account WHERE seq = 5" 2>/dev/null
}
each_column() {
    local c
    for c in "at_ms = at_ms + 1" "action = 'cleared'" "actor = 'iemand'" "object = 'iemand'" "result = 'iets'" \
             "run = 'x'" "policy = 'x'" "previous = zeroblob(32)" "hash = zeroblob(32)"; do
        tamper "UPDATE account SET $c WHERE seq = 4;" "line [45]" || { echo "$c"; return 1; }
    done
}
every_tenth_line() {
    local last i
    last=$(sqlite3 good/hoort.db "SELECT max(seq) FROM account")
    for ((i = 1; i <= last; i += last / 10)); do
        tamper "UPDATE account SET result = 'iets anders' WHERE seq = $i;" "line $i" || return 1
    done
}
added_line() {
    tamper "INSERT INTO account SELECT seq + 1, at_ms, action, actor, object, result, run, policy, hash, hash
            FROM account ORDER BY seq DESC LIMIT 1;" "line" && refused "line" work account verify bad
}
old_head() { rm -rf bad; cp -r good bad; cp head-before bad/account.head; refused "signed for" work account verify bad; }
no_head() { rm -rf bad; cp -r good bad; rm bad/account.head; refused "head" work account verify bad; }
other_key() { rm -rf bad; cp -r good bad; rm bad/keys/account.key; printf '%064d\n' 7 >bad/keys/account.key; chmod 600 bad/keys/account.key
    refused "" work account verify bad; }

fresh good
cp good/account.head head-before
work optout add good --bsn 900000004 >/dev/null
test_ "the account of a run verifies" work account verify good
if command -v sqlite3 >/dev/null; then
    test_ "the database itself refuses a changed, removed or replaced line" keeps_its_lines
    test_ "a changed line is found and named, whichever column" each_column
    test_ "a changed line is found and named, wherever it stands" every_tenth_line
    test_ "a line that was removed is found" tamper "DELETE FROM account WHERE seq = 7;" "line [78]"
    test_ "two lines that changed places are found" tamper \
        "UPDATE account SET seq = 1000007 WHERE seq = 7; UPDATE account SET seq = 7 WHERE seq = 8;
         UPDATE account SET seq = 8 WHERE seq = 1000007;" "line 7"
    test_ "a tail that was cut off is found" tamper "DELETE FROM account WHERE seq > 20;" "tail was cut off"
    test_ "a line that was added is found, also the second time" added_line
    test_ "no line at all is found" tamper "DELETE FROM account;" "tail was cut off"
else
    skip "no sqlite3 to change the account with; install the package sqlite3"
fi
test_ "an old signed head is found" old_head
test_ "a signed head that is gone is found" no_head
test_ "a head signed by another key is found" other_key

# ---- kill -9 ------------------------------------------------------------------------------------------------
runs_in() { find "$1/runs" -mindepth 1 -maxdepth 1 -type d ! -name '*.part' 2>/dev/null | wc -l; }
ended_in() { work account verify "$1" --json | sed -n 's/.*"run_ended": \([0-9]*\).*/\1/p'; }
killed() { # killed MILLISECONDS: a run of its own, killed then; whole or nothing, and the next one works
    local pid before after
    before=$(runs_in town)
    "$HOORT" run town --laws laws --method method >/dev/null 2>&1 &
    pid=$!
    sleep "$(printf '0.%03d' "$1")"
    kill -9 $pid 2>/dev/null
    wait $pid 2>/dev/null
    work account verify town || return 1
    after=$(runs_in town)
    [ "$after" -eq "$before" ] || [ "$after" -eq $((before + 1)) ] || return 1
    [ "$(ended_in town)" -eq "$after" ] || { echo "runs and account differ"; return 1; }
    ! ls -d town/runs/*.part town/account.head.next* 2>/dev/null
}
demo_killed() {
    rm -rf half
    "$HOORT" demo half --residents 20000 --laws laws --method method >/dev/null 2>&1 &
    local pid=$!
    sleep "0.$1"
    kill -9 $pid 2>/dev/null
    wait $pid 2>/dev/null
    work demo half --residents 300 && work account verify half
}
whole_after_all() { work run town && work account verify town && [ "$(ended_in town)" -eq "$(runs_in town)" ]; }
fresh town 20000
for ms in 2 10 30 60 100 150 200 260 330 420 550 700 900; do
    test_ "killed after $ms ms: the whole run or nothing, and the account verifies" killed $ms
done
test_ "the next run works" whole_after_all
test_ "a demo killed early can be made again" demo_killed 02
test_ "a demo killed late can be made again" demo_killed 3

# ---- a disk that is full, a folder that may not be written ------------------------------------------------
small_files() { (ulimit -f "$1"; trap '' XFSZ; work run full); }
limited() { # limited KILOBYTES: no file may grow beyond it
    local before
    before=$(sums full)
    refused "make room\|File too large\|disk" small_files "$1" || return 1
    [ "$before" = "$(sums full)" ] || { diff <(echo "$before") <(sums full); return 1; }
    work account verify full
}
fresh full 3000
test_ "a database that may not grow: one message, nothing kept" limited 600
test_ "letters that do not fit: one message, nothing kept" limited 60
test_ "with room again, the run works" work run full

on_small_disk() { # on_small_disk KILOBYTES LEFT
    local before
    fresh disk/town 2000 || return 1
    dd if=/dev/zero of=disk/ballast bs=1k 2>/dev/null
    truncate -s -"$1"K disk/ballast
    before=$(sums disk/town)
    refused "full\|make room\|disk refused" work run disk/town || return 1
    [ "$(wc -l <err)" -eq 1 ] && [ "$before" = "$(sums disk/town)" ] || return 1
    rm disk/ballast
    work account verify disk/town && work run disk/town
}
mkdir disk
if [ "$(id -u)" -eq 0 ] && mount -t tmpfs -o size=6m none disk 2>/dev/null; then
    mounted=$place/disk
    for left in 0 100 400 700; do
        test_ "a disk with $left kB left: one message, nothing kept, and with room again the run works" on_small_disk $left
    done
    umount disk && mounted=
else
    skip "no small disk could be mounted to fill; run as root for this test"
fi

read_only() {
    fresh ro 200 || return 1
    if [ "$(id -u)" -eq 0 ]; then
        mkdir -p rom && mount --bind ro rom && mount -o remount,ro,bind rom || return 1
        mounted=$place/rom
        refused "read-only\|cannot be written" work run rom
        local code=$?
        umount rom && mounted=
        return $code
    fi
    chmod -R a-w ro
    refused "right to\|cannot be written" work run ro
}
if [ "$(id -u)" -ne 0 ] || { mkdir -p probe probe2 && mount --bind probe probe2 2>/dev/null && umount probe2; }; then
    test_ "a folder that may not be written: one message" read_only
else
    skip "no folder could be made read-only for root"
fi

# ---- what is printed, and where -------------------------------------------------------------------------------
silent() { work run good >out 2>err && [ ! -s err ] && grep -q "Zoektocht" out; }
bar() { script -qec "$HOORT run good --laws laws --method method >out" typed >/dev/null && grep -q '%' typed && ! grep -q $'\r' out; }
english() { work run good --lang en >out && grep -q "Searched" out && ! grep -q "Doorzocht" out; }
optouts() { work optout list good >out && [ "$(wc -l <out)" -eq 1 ] && grep -qE '^[0-9a-f]{32} never search$' out; }
test_ "no progress where there is no terminal" silent
if script -qec true /dev/null >/dev/null 2>&1; then test_ "progress on a terminal, on standard error only" bar
else skip "no terminal can be made here (script of bsdutils, with /dev/pts)"; fi
test_ "the summary in English" english
counted_only() { # evidence leaves one line in the account, and no letter
    local letters lines
    letters=$(find good/runs -type f | wc -l) lines=$(work account verify good | grep -o '^[0-9]*')
    work evidence good --sweep amount_min >out && [ "$(find good/runs -type f | wc -l)" -eq "$letters" ] &&
        [ "$(work account verify good | grep -o '^[0-9]*')" -eq $((lines + 1)) ]
}
test_ "evidence counts, and sends nothing" counted_only
test_ "opt-outs are listed by pseudonym" optouts

json() { # json COMMAND...: one JSON value on standard output
    "$@" >out || return 1
    node -e 'JSON.parse(require("fs").readFileSync("out", "utf8"))'
}
funnel_json() {
    work run good --json >out && node -e '
        const r = JSON.parse(require("fs").readFileSync("out", "utf8")), s = r.schemes[0]
        const sum = Object.values(s.reasons).reduce((a, b) => a + b, 0)
        if (sum !== s.searched || r.opted_out !== 1 || !r.account_verified || s.letters !== r.letters) process.exit(1)'
}
explained_json() { # the trace as JSON: nested reasons with articles, both languages
    {
        echo 'bsn;partner_bsn;geboortedatum;verzamelinkomen;belastbaar_loon;buitenlands_inkomen;rendementsgrondslag;verzekerd_zvw'
        echo '999993653;geen;1980-05-01;18000;geen;geen;0;ja'
    } >one.csv
    hoort explain --laws laws --people one.csv --test-data --scheme zorgtoeslag --date 2026-03-01 \
        --resident 999993653 --json >out &&
    node -e '
        const x = JSON.parse(require("fs").readFileSync("out", "utf8"))
        let depth = 0, articles = new Set()
        const walk = (t, d) => {
            depth = Math.max(depth, d)
            if (t.article) articles.add(t.law + " " + t.article);
            (t.because || []).forEach(b => walk(b, d + 1))
        }
        walk(x.entitled, 0)
        if (x.verdict !== "yes" || depth < 5 || articles.size < 4) process.exit(1)
        if (!x.reasons.length || !x.reasons.every(r => r.nl && r.en)) process.exit(1)'
}
if command -v node >/dev/null; then
    test_ "run --json: figures that add up" funnel_json
    test_ "explain --json: nested reasons with articles" explained_json
    test_ "account verify --json" json work account verify good --json
    test_ "demo --json" json work demo other --residents 100 --json
    test_ "evidence --json" json work evidence good --sweep k_min --set timing=estimated --json
    test_ "law check --json" json hoort law check --json laws
    test_ "law test --json" json hoort law test --laws laws --json laws
    test_ "law run --json" json hoort law run --laws laws --json --law wet_op_de_zorgtoeslag --output hoogte_zorgtoeslag \
        --param geboortedatum=1980-05-01
    test_ "bench --json" json hoort bench --laws laws --scheme zorgtoeslag --rows 20000 --json
else
    skip "no node to read JSON with"
fi

# ---- accounts of the desk --------------------------------------------------------------------------------------
accounts() { # made from standard input, listed without a secret, told in the account by code
    echo "een lang wachtwoord" | work user add anna --role admin,auditor good &&
        printf 'nog een lang woord\r\n' | work user add bo --role caseworker good && work user list good >out &&
        grep -qE '^[0-9a-f]{16}  anna  auditor,admin$' out && grep -qE '^[0-9a-f]{16}  bo  caseworker$' out &&
        work user block bo good && work user list good | grep -q 'bo  caseworker  blocked$' && work user unblock bo good &&
        work user role bo --role policy_officer good && echo "weer een ander woord" | work user password bo good &&
        work user list good --json | grep -q '"roles": "policy_officer"' && work account verify good &&
        ! grep -rqa "lang wachtwoord" good
}
accounts_refused() {
    echo "een lang wachtwoord" | refused "already" work user add anna --role admin good &&
        echo kort | refused "at least 12" work user add cas --role admin good &&
        refused "no password" work user add cas --role admin good </dev/null &&
        refused "last administrator" work user block anna good && refused "no account" work user block cas good
}
typed() { # asked for twice, and not shown
    (sleep 1; echo "getypt op een terminal"; sleep 1; echo "getypt op een terminal"; sleep 1) |
        script -qec "$HOORT user add typist --role admin good --laws laws --method method" /dev/null >out
    grep -q "password: " out && grep -q "once more: " out && ! grep -q "getypt" out && work user list good | grep -q typist
}
slow_body() ( # a form that comes in a byte at a time is cut off
    port='' code=1
    trap '' PIPE
    "$HOORT" serve good --listen 127.0.0.1:0 --laws laws --method method >served 2>&1 &
    pid=$!
    for i in 1 2 3 4 5 6 7 8 9 10; do
        port=$(grep -oE '127\.0\.0\.1:[0-9]+' served | head -1 | cut -d: -f2)
        [ -n "$port" ] && break
        sleep 1
    done
    exec 3<>"/dev/tcp/127.0.0.1/$port" || code=2
    printf 'POST /inloggen HTTP/1.1\r\nHost: 127.0.0.1:%s\r\nContent-Type: %s\r\nContent-Length: 999\r\n\r\n' "$port" \
        application/x-www-form-urlencoded >&3
    for ((i = 0; i < 40 && code == 1; i++)); do
        printf a >&3 2>/dev/null || code=0
        read -r -t 1 -u 3 _
        [ $? -le 128 ] && code=0 # the end of what it says, and not a second without a word
    done
    exec 3>&-
    kill "$pid"
    wait "$pid"
    echo "cut off after $i bytes"
    [ $code -eq 0 ] && [ "$i" -ge 10 ]
)
test_ "a form that does not come is not waited for" slow_body
test_ "accounts are made, changed and listed" accounts
test_ "accounts that cannot be are refused" accounts_refused
if script -qec true /dev/null >/dev/null 2>&1; then test_ "a password that is typed is not shown" typed
else skip "no terminal can be made here (script of bsdutils, with /dev/pts)"; fi

# ---- the official test set ----------------------------------------------------------------------------------------
brp=$root/../shared/corpus/brp/gbav-testset-2022-05-02.csv
person_lists() {
    hoort people synth --laws laws --for "$brp" --date 2026-03-01 --out brp-facts.csv &&
    hoort eval --laws laws --people "$brp" --facts brp-facts.csv --test-data --scheme zorgtoeslag --date 2026-03-01 \
        --out brp.csv &&
    [ "$(wc -l <brp.csv)" -eq 688 ] &&
    [ "$(awk -F';' 'NR > 1 && ($4 == "unusable" ? $8 : $3) != "" && $4 != ""' brp.csv | wc -l)" -eq 687 ]
}
undeclared() {
    refused "signed policy" hoort eval --laws laws --people "$brp" --scheme zorgtoeslag --out never.csv && [ ! -e never.csv ]
}
explained_as_decided() { # three of each outcome, by the command line
    local verdict line who seen=0
    for verdict in yes no unknown faulty; do
        while IFS=';' read -r _ line who _ cents _; do
            hoort explain --laws laws --people "$brp" --facts brp-facts.csv --test-data --scheme zorgtoeslag --date 2026-03-01 \
                --resident "$who" --json >out || return 1
            grep -q "\"verdict\": \"$verdict\"" out || { echo "line $line"; return 1; }
            [ -z "$cents" ] || grep -q "\"amount_cents\": $cents," out || { echo "line $line: $cents"; return 1; }
            seen=$((seen + 1))
        done < <(awk -F';' -v v=$verdict '$4 == v' brp.csv | head -3)
    done
    [ $seen -ge 9 ]
}
if [ -e "$brp" ]; then
    test_ "all 687 person lists of the official test set have a result or a reason" person_lists
    test_ "without a policy and without --test-data they are not read" undeclared
    test_ "explain says what eval said" explained_as_decided
else
    skip "the official test set is not here"
fi

[ -n "${TALLY:-}" ] && printf '%s %s %s\n' "$passed" "$failed" "$skipped" >>"$TALLY"
echo "1..$n"
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
