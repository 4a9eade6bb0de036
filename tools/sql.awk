# SPDX-License-Identifier: EUPL-1.2
# sql.awk: named statements and migrations -> a list in C, so that a statement that is not
# there is a compile error. Not a parser of SQL: the first test prepares every statement.
#   awk -f tools/sql.awk sql/*.sql                           SQL(SQL_NAME, "name", "text")
#   awk -v migrations=1 -f tools/sql.awk sql/migrations/*    MIGRATION(1, "text")
function fault(what) {
    printf "%s:%d: %s\n", FILENAME, FNR, what > "/dev/stderr"
    failed = 1
    exit 1
}
function quoted(line) {
    gsub(/\\/, "\\\\", line)
    gsub(/"/, "\\\"", line)
    return "    \"" line "\\n\"\n"
}
function flush_statement() {
    if (name != "" && text == "") fault("statement " name " is empty; write the SQL under its name")
    if (name != "") printf "SQL(SQL_%s, \"%s\",\n%s)\n", toupper(name), name, text
    name = text = ""
}
function flush_migration() {
    if (number > 0) printf "MIGRATION(%d,\n%s)\n", number, text
    text = ""
}
BEGIN { print "/* made by tools/sql.awk; not for editing */" }
FNR == 1 && migrations {
    flush_migration()
    file = FILENAME
    sub(/.*\//, "", file)
    if (file !~ /^[0-9][0-9][0-9][0-9]-/) fault("a migration is named 0001-what.sql")
    if (substr(file, 1, 4) + 0 != number + 1) fault("migrations are numbered 0001, 0002, … without a gap")
    number = substr(file, 1, 4) + 0
}
FNR == 1 && !migrations { flush_statement() }
/^-- name: / && !migrations {
    flush_statement()
    name = $3
    if (name !~ /^[a-z][a-z0-9_]*$/ || NF != 3) fault("a name is lower case with underscores")
    if (name in seen) fault("the name " name " is used twice; statements are looked up by name")
    seen[name] = 1
    next
}
/^[ \t]*--/ || /^[ \t]*$/ { next }
!migrations && name == "" { fault("SQL without a name; put a line \"-- name: what\" above it") }
{ text = text quoted($0) }
END {
    if (!failed && migrations) flush_migration()
    if (!failed && !migrations) flush_statement()
    exit failed
}
