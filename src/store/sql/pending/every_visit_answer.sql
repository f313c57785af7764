-- The position only so that both tables are merged by it.
SELECT session, phase, item_version, chosen, time_band, position
FROM every_answer WHERE session BETWEEN ?1 AND ?2 ORDER BY session, position
