SELECT session, position, phase, item_version, chosen, correct, time_band
FROM answer ORDER BY session, position
