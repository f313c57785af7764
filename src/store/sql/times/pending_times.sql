-- What is measured of the visits that wait, without practice: also of the open ones, which have no length yet.
SELECT s.id, s.event, s.day, u.device, s.hour, s.outcome = 'completed', s.duration_ms
FROM pending_session AS s CROSS JOIN setup AS u ON u.key = s.setup
WHERE s.practice = 0 AND (?1 OR s.outcome <> 'open')
