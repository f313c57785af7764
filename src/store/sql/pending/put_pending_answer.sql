INSERT INTO pending_answer (session, position, phase, item_version, chosen, correct, time_band, time_ms)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
ON CONFLICT (session, position) DO NOTHING
