SELECT id, event, audience, day, setup, hour, practice, outcome, duration_ms, pledge
FROM session WHERE id IN (SELECT session FROM answer WHERE session BETWEEN ?1 AND ?2 AND time_ms < ?3) ORDER BY id
