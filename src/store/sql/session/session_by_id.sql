SELECT s.id, s.event, u.device, u.programme, u.programme_version, s.audience, s.language, s.practice, s.day,
    s.half_day, s.outcome, s.duration_band, s.pledge
FROM every_session AS s JOIN setup AS u ON u.key = s.setup
WHERE s.id = ?1
