SELECT session, position, phase, item_version, chosen, correct, time_ms
FROM answer ORDER BY session, position
