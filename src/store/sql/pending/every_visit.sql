SELECT id, event, audience, day, setup, practice, outcome, pledge
FROM every_session WHERE id BETWEEN ?1 AND ?2 ORDER BY id
