SELECT session, position, phase, item_version, chosen, correct, time_ms
FROM every_answer WHERE session = ?1 AND position = ?2
