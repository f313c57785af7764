SELECT s.id, s.event, u.device, u.programme, u.programme_version, s.audience, s.language, s.practice, s.day,
    s.hour, s.outcome, s.duration_ms, s.pledge
FROM every_session AS s CROSS JOIN setup AS u ON u.key = s.setup
ORDER BY s.id
