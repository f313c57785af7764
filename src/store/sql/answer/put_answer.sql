INSERT INTO answer (session, position, phase, item_version, chosen, correct, time_band)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
ON CONFLICT (session, position) DO NOTHING
