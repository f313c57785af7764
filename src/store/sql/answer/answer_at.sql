-- With the exact time of an answer that waits.
SELECT session, position, phase, item_version, chosen, correct, time_band, NULL
FROM answer WHERE session = ?1 AND position = ?2
UNION ALL
SELECT session, position, phase, item_version, chosen, correct, time_band, time_ms
FROM pending_answer WHERE session = ?1 AND position = ?2
