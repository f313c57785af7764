INSERT INTO session
    (id, event, setup, audience, language, practice, day, half_day, outcome, duration_band, pledge)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
ON CONFLICT (id) DO NOTHING
