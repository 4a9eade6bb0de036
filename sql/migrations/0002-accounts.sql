-- SPDX-License-Identifier: EUPL-1.2
-- 0002-accounts.sql: who may log in at the desk, and who is logged in. Roles are kept by name, with
-- commas between them. Of a password only Argon2id is kept, of a session only the hash of its token:
-- who steals this file has neither.

CREATE TABLE desk_user (
    name         TEXT PRIMARY KEY NOT NULL CHECK (name <> ''),
    roles        TEXT NOT NULL CHECK (roles <> ''),
    blocked      INTEGER NOT NULL CHECK (blocked IN (0, 1)),
    added_ms     INTEGER NOT NULL,
    salt         BLOB NOT NULL CHECK (length(salt) = 16),
    hash         BLOB NOT NULL CHECK (length(hash) = 32),
    passes       INTEGER NOT NULL CHECK (passes BETWEEN 1 AND 100),
    memory_bytes INTEGER NOT NULL CHECK (memory_bytes BETWEEN 8192 AND 1073741824)
) STRICT, WITHOUT ROWID;

CREATE TABLE desk_session (
    token    BLOB PRIMARY KEY NOT NULL CHECK (length(token) = 32),
    name     TEXT NOT NULL REFERENCES desk_user (name),
    began_ms INTEGER NOT NULL,
    seen_ms  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX desk_session_name ON desk_session (name);
