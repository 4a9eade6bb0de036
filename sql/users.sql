-- SPDX-License-Identifier: EUPL-1.2
-- users.sql: accounts of the desk, and sessions.

-- name: user_add
INSERT INTO desk_user (name, roles, blocked, added_ms, salt, hash, passes, memory_bytes)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8);

-- name: users
SELECT name, roles, blocked, added_ms, salt, hash, passes, memory_bytes FROM desk_user ORDER BY name;

-- name: user_of
SELECT name, roles, blocked, added_ms, salt, hash, passes, memory_bytes FROM desk_user WHERE name = $1;

-- name: user_any
SELECT EXISTS (SELECT 1 FROM desk_user);

-- name: user_set
UPDATE desk_user SET roles = $1, blocked = $2, salt = $3, hash = $4, passes = $5, memory_bytes = $6 WHERE name = $7;

-- name: login_add
INSERT INTO desk_session (token, name, began_ms, seen_ms) VALUES ($1, $2, $3, $3);

-- name: login_of
SELECT name, began_ms, seen_ms FROM desk_session WHERE token = $1;

-- name: login_seen
UPDATE desk_session SET seen_ms = $1 WHERE token = $2;

-- name: login_end
DELETE FROM desk_session WHERE token = $1;

-- name: logins_end_of
DELETE FROM desk_session WHERE name = $1;

-- name: logins_drop
DELETE FROM desk_session WHERE began_ms < $1 OR seen_ms < $2;
