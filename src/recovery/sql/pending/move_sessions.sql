INSERT INTO session (id, event, setup, audience, language, practice, day, half_day, outcome, duration_band, pledge)
SELECT id, event, setup, audience, language, practice, day, (hour >= 12) + (hour >= 18), outcome,
    min(duration_ms / 60000, 10), pledge
FROM pending_session ORDER BY id
