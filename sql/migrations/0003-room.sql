-- SPDX-License-Identifier: EUPL-1.2
-- 0003-room.sql: cases, decisions and what else is kept as a record, and sessions with what was done in them.
-- A record is never changed: a new version names the one before by its hash.

CREATE TABLE record (
    seq      INTEGER PRIMARY KEY NOT NULL,
    kind     TEXT NOT NULL CHECK (kind <> ''),
    id       TEXT NOT NULL CHECK (id <> ''),
    hash     TEXT NOT NULL CHECK (length(hash) = 64),
    previous TEXT NOT NULL,
    at_ms    INTEGER NOT NULL,
    actor    TEXT NOT NULL,
    body     TEXT NOT NULL
) STRICT;
-- Not unique by previous: what was changed and changed back has a version again that an older one already followed.
CREATE INDEX record_id ON record (kind, id, seq);
CREATE INDEX record_hash ON record (hash);

CREATE TRIGGER record_no_update BEFORE UPDATE ON record
BEGIN SELECT RAISE(ABORT, 'a record is never changed: add a new version'); END;

CREATE TRIGGER record_no_delete BEFORE DELETE ON record
BEGIN SELECT RAISE(ABORT, 'a record is never deleted'); END;

CREATE TABLE session (
    id        TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
    case_id   TEXT NOT NULL,
    case_hash TEXT NOT NULL CHECK (length(case_hash) = 64),
    format    TEXT NOT NULL,
    code      TEXT NOT NULL UNIQUE,
    at_ms     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE act (
    session TEXT NOT NULL REFERENCES session (id),
    seq     INTEGER NOT NULL CHECK (seq > 0),
    at_ms   INTEGER NOT NULL,
    kind    TEXT NOT NULL,
    who     INTEGER NOT NULL,
    by_host INTEGER NOT NULL CHECK (by_host IN (0, 1)),
    subject TEXT NOT NULL,
    choice  INTEGER NOT NULL,
    round   INTEGER NOT NULL,
    fence   INTEGER NOT NULL CHECK (fence IN (0, 1)),
    body    TEXT NOT NULL,
    PRIMARY KEY (session, seq)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER act_no_update BEFORE UPDATE ON act
BEGIN SELECT RAISE(ABORT, 'what was done in a session is never changed'); END;

CREATE TRIGGER act_no_gap BEFORE INSERT ON act
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM act WHERE session = NEW.session)
BEGIN SELECT RAISE(ABORT, 'a session has no gaps: this is not the next act'); END;
