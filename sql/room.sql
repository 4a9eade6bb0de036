-- SPDX-License-Identifier: EUPL-1.2
-- room.sql: records in versions; sessions and what was done in them.

-- name: record_add
INSERT INTO record (kind, id, hash, previous, at_ms, actor, body) VALUES ($1, $2, $3, $4, $5, $6, $7);

-- name: record_newest
SELECT kind, id, hash, previous, at_ms, actor, body FROM record WHERE kind = $1 AND id = $2 ORDER BY seq DESC LIMIT 1;

-- name: records
SELECT kind, id, hash, previous, at_ms, actor, body FROM record
WHERE kind = $1 AND ($2 = '' OR id = $2) AND ($3 = 0 OR seq IN (SELECT max(seq) FROM record WHERE kind = $1 GROUP BY id))
ORDER BY seq DESC LIMIT $4;

-- name: record_by_hash
SELECT kind, id, hash, previous, at_ms, actor, body FROM record WHERE hash = $1 ORDER BY seq LIMIT 1;

-- name: session_add
INSERT INTO session (id, case_id, case_hash, format, code, at_ms) VALUES ($1, $2, $3, $4, $5, $6);

-- name: sessions
SELECT id, case_id, case_hash, format, code, at_ms FROM session
WHERE ($1 = '' OR case_id = $1) AND ($2 = '' OR id = $2) AND ($3 = '' OR code = $3)
ORDER BY at_ms DESC, id DESC LIMIT $4;

-- name: act_add
INSERT INTO act (session, seq, at_ms, kind, who, by_host, subject, choice, round, fence, body)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);

-- name: act_count
SELECT coalesce(max(seq), 0) FROM act WHERE session = $1;

-- name: acts
SELECT seq, at_ms, kind, who, by_host, subject, choice, round, fence, body FROM act
WHERE session = $1 AND seq >= $2 ORDER BY seq;
