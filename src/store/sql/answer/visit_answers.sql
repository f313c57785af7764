SELECT session, phase, item_version, chosen, time_band
FROM answer WHERE session BETWEEN ?1 AND ?2 ORDER BY session, position
