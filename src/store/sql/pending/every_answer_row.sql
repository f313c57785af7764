SELECT session, position, phase, item_version, chosen, correct, time_ms
FROM every_answer ORDER BY session, position
