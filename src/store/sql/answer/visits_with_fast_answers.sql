SELECT id, event, audience, day, setup, practice, outcome, pledge
FROM session WHERE id IN (SELECT session FROM answer WHERE session BETWEEN ?1 AND ?2 AND time_band < ?3) ORDER BY id
