-- SPDX-License-Identifier: EUPL-1.2
-- 0001-start.sql: the first shape of the database. Never edited once released: a change is a
-- new file with the next number. Enumerations that may be re-ordered are kept by name; verdict
-- and amount_state have fixed numbers in eval.h and table.h. Days count from 1970-01-01.

CREATE TABLE run (
    id          TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
    label       TEXT NOT NULL,
    policy_id   TEXT NOT NULL,
    policy_hash TEXT NOT NULL,
    laws_hash   TEXT NOT NULL,
    facts_hash  TEXT NOT NULL,
    schemes     TEXT NOT NULL,
    synthetic   INTEGER NOT NULL CHECK (synthetic IN (0, 1)),
    day         INTEGER NOT NULL,
    at_ms       INTEGER NOT NULL,
    residents   INTEGER NOT NULL CHECK (residents >= 0),
    opted_out   INTEGER NOT NULL CHECK (opted_out >= 0),
    rejected    INTEGER NOT NULL CHECK (rejected >= 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE run_scheme (
    run             TEXT NOT NULL REFERENCES run (id),
    scheme          TEXT NOT NULL CHECK (scheme <> ''),
    searched        INTEGER NOT NULL,
    entitled        INTEGER NOT NULL,
    unknown         INTEGER NOT NULL,
    faulty          INTEGER NOT NULL,
    not_using       INTEGER NOT NULL,
    cleared         INTEGER NOT NULL,
    letters         INTEGER NOT NULL,
    entitled_cents  INTEGER NOT NULL,
    not_using_cents INTEGER NOT NULL,
    cleared_cents   INTEGER NOT NULL,
    PRIMARY KEY (run, scheme)
) STRICT, WITHOUT ROWID;

CREATE TABLE run_refusal (
    run    TEXT NOT NULL,
    scheme TEXT NOT NULL,
    reason TEXT NOT NULL,
    count  INTEGER NOT NULL CHECK (count > 0),
    PRIMARY KEY (run, scheme, reason),
    FOREIGN KEY (run, scheme) REFERENCES run_scheme (run, scheme)
) STRICT, WITHOUT ROWID;

CREATE TABLE outcome (
    run          TEXT NOT NULL REFERENCES run (id),
    who          BLOB NOT NULL CHECK (length(who) = 16),
    scheme       TEXT NOT NULL,
    verdict      INTEGER NOT NULL CHECK (verdict BETWEEN 0 AND 3),
    amount_state INTEGER NOT NULL CHECK (amount_state BETWEEN 0 AND 3),
    amount_cents INTEGER NOT NULL,
    missing      INTEGER NOT NULL,
    reason       TEXT NOT NULL,
    PRIMARY KEY (run, who, scheme)
) STRICT, WITHOUT ROWID;

CREATE TABLE opt_out (
    who    BLOB NOT NULL CHECK (length(who) = 16),
    scheme TEXT NOT NULL,
    PRIMARY KEY (who, scheme)
) STRICT, WITHOUT ROWID;

CREATE TABLE contact (
    who    BLOB NOT NULL CHECK (length(who) = 16),
    scheme TEXT NOT NULL,
    day    INTEGER NOT NULL,
    PRIMARY KEY (who, scheme, day)
) STRICT, WITHOUT ROWID;
CREATE INDEX contact_day ON contact (day);

CREATE TABLE account (
    seq      INTEGER PRIMARY KEY NOT NULL CHECK (seq > 0),
    at_ms    INTEGER NOT NULL,
    action   TEXT NOT NULL,
    actor    TEXT NOT NULL,
    object   TEXT NOT NULL,
    result   TEXT NOT NULL,
    run      TEXT NOT NULL,
    policy   TEXT NOT NULL,
    previous BLOB NOT NULL CHECK (length(previous) = 32),
    hash     BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

-- Append-only, also for who opens the file with another program and means well. Who means
-- harm can drop these; that is what the chain and the signed head are for.
CREATE TRIGGER account_no_update BEFORE UPDATE ON account
BEGIN SELECT RAISE(ABORT, 'the account is append-only: a line cannot be changed'); END;

CREATE TRIGGER account_no_delete BEFORE DELETE ON account
BEGIN SELECT RAISE(ABORT, 'the account is append-only: a line cannot be deleted'); END;

CREATE TRIGGER account_no_gap BEFORE INSERT ON account
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM account)
BEGIN SELECT RAISE(ABORT, 'the account has no gaps: this is not the next line'); END;
