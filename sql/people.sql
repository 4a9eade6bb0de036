-- SPDX-License-Identifier: EUPL-1.2
-- people.sql: who does not want to be searched for, and who was written to.

-- name: opt_out_add
INSERT INTO opt_out (who, scheme) VALUES ($1, $2) ON CONFLICT DO NOTHING;

-- name: opt_outs
SELECT who, scheme FROM opt_out ORDER BY who, scheme;

-- name: contact_add
INSERT INTO contact (who, scheme, day) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING;

-- name: contacts
SELECT who, day FROM contact WHERE day >= $1 ORDER BY day, who, scheme;
