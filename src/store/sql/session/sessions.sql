SELECT s.id, s.event, u.device, u.programme, u.programme_version, s.audience, s.language, s.practice, s.day,
    s.half_day, s.outcome, s.duration_band, s.pledge
FROM session AS s CROSS JOIN setup AS u ON u.key = s.setup
ORDER BY s.id
