SELECT session, phase, item_version, chosen, time_ms
FROM every_answer WHERE session BETWEEN ?1 AND ?2 ORDER BY session, position
