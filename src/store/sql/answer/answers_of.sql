SELECT session, position, phase, item_version, chosen, correct, time_band
FROM every_answer WHERE session = ?1 ORDER BY position
