SELECT session, position, phase, item_version, chosen, correct, time_ms
FROM answer WHERE session = ?1 AND position = ?2
