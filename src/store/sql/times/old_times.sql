-- For the migration to version 7: whose visits they are, only the label of the kiosk tells.
SELECT s.id, s.event, s.day, u.device, s.hour, s.outcome = 'completed', s.duration_ms
FROM old_session AS s CROSS JOIN setup AS u ON u.key = s.setup
WHERE s.practice = 0
