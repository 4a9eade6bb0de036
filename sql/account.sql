-- SPDX-License-Identifier: EUPL-1.2
-- account.sql: the lines of the account. Parameters are $1, $2, … in order of first use.

-- name: account_add
INSERT INTO account (seq, at_ms, action, actor, object, result, run, policy, previous, hash)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

-- name: account_head
SELECT seq, hash FROM account ORDER BY seq DESC LIMIT 1;

-- name: account_each
SELECT seq, at_ms, action, actor, object, result, run, policy, previous, hash
FROM account WHERE seq >= $1 ORDER BY seq LIMIT $2;
