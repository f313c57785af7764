SELECT id, event, audience, day, setup, hour, practice, outcome, duration_ms, pledge
FROM every_session WHERE id BETWEEN ?1 AND ?2 ORDER BY id
