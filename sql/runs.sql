-- SPDX-License-Identifier: EUPL-1.2
-- runs.sql: runs, their funnels and their outcomes.

-- name: run_add
INSERT INTO run (id, label, policy_id, policy_hash, laws_hash, facts_hash, schemes, synthetic, day,
                 at_ms, residents, opted_out, rejected)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13);

-- name: runs
SELECT id, label, policy_id, policy_hash, laws_hash, facts_hash, schemes, synthetic, day,
       at_ms, residents, opted_out, rejected
FROM run ORDER BY at_ms DESC, id DESC;

-- name: scheme_add
INSERT INTO run_scheme (run, scheme, searched, entitled, unknown, faulty, not_using, cleared, letters,
                        entitled_cents, not_using_cents, cleared_cents)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12);

-- name: schemes
SELECT run, scheme, searched, entitled, unknown, faulty, not_using, cleared, letters,
       entitled_cents, not_using_cents, cleared_cents
FROM run_scheme WHERE run = $1 ORDER BY scheme;

-- name: refusal_add
INSERT INTO run_refusal (run, scheme, reason, count) VALUES ($1, $2, $3, $4);

-- name: refusals
SELECT reason, count FROM run_refusal WHERE run = $1 AND scheme = $2;

-- name: outcome_add
INSERT INTO outcome (run, who, scheme, verdict, amount_state, amount_cents, missing, reason)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8);

-- name: outcomes
SELECT run, who, scheme, verdict, amount_state, amount_cents, missing, reason
FROM outcome
WHERE run = $1 AND ($2 = '' OR scheme = $2) AND ($3 = '' OR reason = $3)
ORDER BY who, scheme LIMIT $4 OFFSET $5;

-- name: outcome_of
SELECT run, who, scheme, verdict, amount_state, amount_cents, missing, reason
FROM outcome WHERE run = $1 AND who = $2 AND scheme = $3;
