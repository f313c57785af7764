SELECT session, position, phase, item_version, chosen, correct, time_band
FROM every_answer ORDER BY session, position
