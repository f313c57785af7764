-- What is measured of the visits that wait, without practice: also of the open ones, which have no length yet.
SELECT id, event, day, (SELECT id FROM origin), hour, outcome = 'completed', duration_ms
FROM pending_session WHERE practice = 0 AND (?1 OR outcome <> 'open')
