# SPDX-License-Identifier: EUPL-1.2
# man.awk: `hoort --help` as a page of the manual, docs/hoort.1: awk -f tools/man.awk. The words are those of the
# program; what stands around them is in tests/cli/hoort.1.head and hoort.1.tail. Not for docs/hoort.3, which is written.
function safe(text) {
    gsub(/\\/, "\\e", text)
    gsub(/-/, "\\-", text)
    return text ~ /^[.']/ ? "\\&" text : text
}
NR == 1 || /^$/ { next }              # what it is, is in the head
/^hoort / { print ".SS " safe($0); next }
/^    --/ {
    option = $0
    sub(/^ +/, "", option)
    match(option, /  +/)              # the name and its value; blanks; what it means
    print ".TP"
    print ".B " safe(substr(option, 1, RSTART - 1))
    print safe(substr(option, RSTART + RLENGTH))
    next
}
/^    / { sub(/^ +/, ""); print safe($0); next }
{ print ".SH EXIT STATUS"; sub(/^Exit: /, ""); print safe($0) }
